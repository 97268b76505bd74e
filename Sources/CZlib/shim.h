// zlib (https://zlib.net), as Swift can use it: its way to begin is a macro.
#ifndef HEARSAY_CZLIB_SHIM_H
#define HEARSAY_CZLIB_SHIM_H

#include <zlib.h>

/// Begins to inflate data in the format that `window` names: 47 gzip or zlib, -15 bare deflate.
static inline int hearsay_inflate_begin(z_stream *stream, int window) { return inflateInit2(stream, window); }

#endif
