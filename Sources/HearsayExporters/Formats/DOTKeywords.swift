/// What DOT and Graphviz keep for themselves.
enum DOTKeywords {
  /// Words that begin a statement; Gephi and pydot take even a quoted node of this name for one.
  static let statements: Set<String> = ["node", "edge", "graph", "digraph", "subgraph", "strict"]

  /// The length of the longest of these.
  static let longestStatement = 8

  /// Attributes that tell Graphviz how to draw (https://graphviz.org/doc/info/attrs.html), without `label` and `weight`,
  /// which mean the same to us. A graph's own attribute of such a name is written with `attr_` before it.
  static let attributes: Set<String> = [
    "Damping", "K", "URL", "_background", "area", "arrowhead", "arrowsize", "arrowtail", "bb", "bgcolor", "center",
    "charset", "class", "cluster", "clusterrank", "color", "colorscheme", "comment", "compound", "concentrate",
    "constraint", "decorate", "defaultdist", "dim", "dimen", "dir", "diredgeconstraints", "distortion", "dpi",
    "edgeURL", "edgehref", "edgetarget", "edgetooltip", "epsilon", "esep", "fillcolor", "fixedsize", "fontcolor",
    "fontname", "fontnames", "fontpath", "fontsize", "forcelabels", "gradientangle", "group", "headURL", "head_lp",
    "headclip", "headhref", "headlabel", "headport", "headtarget", "headtooltip", "height", "href", "id", "image",
    "imagepath", "imagepos", "imagescale", "inputscale", "key", "labelURL", "label_scheme", "labelangle",
    "labeldistance", "labelfloat", "labelfontcolor", "labelfontname", "labelfontsize", "labelhref", "labeljust",
    "labelloc", "labeltarget", "labeltooltip", "landscape", "layer", "layerlistsep", "layers", "layerselect",
    "layersep", "layout", "len", "levels", "levelsgap", "lhead", "lheight", "linelength", "lp", "ltail", "lwidth",
    "margin", "maxiter", "mclimit", "mindist", "minlen", "mode", "model", "newrank", "nodesep", "nojustify",
    "normalize", "notranslate", "nslimit", "nslimit1", "oneblock", "ordering", "orientation", "outputorder", "overlap",
    "overlap_scaling", "overlap_shrink", "pack", "packmode", "pad", "page", "pagedir", "pencolor", "penwidth",
    "peripheries", "pin", "pos", "quadtree", "quantum", "rank", "rankdir", "ranksep", "ratio", "rects", "regular",
    "remincross", "repulsiveforce", "resolution", "root", "rotate", "rotation", "samehead", "sametail", "samplepoints",
    "scale", "searchsize", "sep", "shape", "shapefile", "showboxes", "sides", "size", "skew", "smoothing", "sortv",
    "splines", "style", "stylesheet", "tailURL", "tail_lp", "tailclip", "tailhref", "taillabel", "tailport",
    "tailtarget", "tailtooltip", "target", "tooltip", "truecolor", "vertices", "viewport", "voro_margin", "width",
    "xdotversion", "xlabel", "xlp", "z",
  ]
}
