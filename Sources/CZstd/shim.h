// Zstandard (RFC 8878, https://facebook.github.io/zstd/).
#include <zstd.h>
