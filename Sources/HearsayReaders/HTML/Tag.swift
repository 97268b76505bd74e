/// The elements of a page, as far as reading tells them apart.
enum Tag: String, CaseIterable, Sendable {
  // Not an element: a piece of text.
  case text = "#text"
  // Any element not named here.
  case other = "#other"

  case html, head, body, title, base, link, meta, script, style, noscript, template
  case article, main, section, nav, aside, header, footer, address, hgroup, search
  case h1, h2, h3, h4, h5, h6
  case p, div, center, blockquote, pre, hr, br, wbr
  case ul, ol, li, dl, dt, dd, menu, dir
  case table, caption, thead, tbody, tfoot, tr, td, th, colgroup, col
  case figure, figcaption, picture, img, svg, canvas, math, map, area
  case audio, video, source, track, object, embed, applet, iframe, frame, frameset, noframes, param
  case form, fieldset, legend, label, input, button, select, option, optgroup, textarea, datalist, output, progress
  case details, summary, dialog
  case a, abbr, acronym, b, big, bdi, bdo, cite, code, data, del, dfn, em, font, i, ins, kbd, mark, q, rp, rt, ruby, s
  case samp, small, span, strike, strong, sub, sup, time, tt, u, `var`

  /// The element called `name`, in lower case.
  init(name: String) { self = Self.named[name] ?? .other }

  private static let named: [String: Tag] = Dictionary(
    uniqueKeysWithValues: allCases.filter { !$0.rawValue.hasPrefix("#") }.map { ($0.rawValue, $0) })

  /// Whether it begins and ends a line of its own.
  var isBlock: Bool {
    switch self {
    case .html, .head, .body, .title, .article, .main, .section, .nav, .aside, .header, .footer, .address, .hgroup,
      .search,
      .h1, .h2, .h3, .h4, .h5, .h6, .p, .div, .center, .blockquote, .pre, .hr, .ul, .ol, .li, .dl, .dt, .dd, .menu,
      .dir, .table, .caption, .thead, .tbody, .tfoot, .tr, .td, .th, .figure, .figcaption, .form, .fieldset, .legend,
      .details, .summary, .dialog, .option, .optgroup, .frameset, .noframes, .button, .select, .textarea, .iframe:
      true
    default: false
    }
  }

  /// Whether it is a heading.
  var isHeading: Bool {
    switch self {
    case .h1, .h2, .h3, .h4, .h5, .h6: true
    default: false
    }
  }

  /// Whether nothing in it is ever an article's text.
  var isNeverText: Bool {
    switch self {
    case .head, .title, .script, .style, .template, .link, .meta, .base, .textarea, .datalist, .input, .rp, .rt: true
    default: false
    }
  }

  /// Whether it holds text of an article only where its end is missing, so that it takes in what follows.
  var isSeldomText: Bool {
    switch self {
    case .nav, .menu, .search, .dialog, .button, .select, .option, .iframe, .frame, .noframes, .object, .embed, .applet,
      .svg, .canvas, .map, .audio, .video, .progress:
      true
    default: false
    }
  }
}
