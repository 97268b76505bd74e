// The arithmetic of the neural reader: products of 8-bit weights with 7-bit activations, exact in 32 bits, and the
// floating-point work around them, in one order everywhere. Every path computes the same bits.
#ifndef HEARSAY_KERNELS_H
#define HEARSAY_KERNELS_H

#include <stddef.h>
#include <stdint.h>

/// The scale and offset of one token's activations: x = q * scale + low.
typedef struct {
  float scale;
  float low;
} hearsay_scale;

/// A matrix of weights: outputs are rows, padded to a multiple of 16; packed as docs/decisions/0401-weights-file.md says.
/// `scale`, `bias` and `sums` are read up to the padded number of rows.
typedef struct {
  const int8_t *weights;
  const float *scale;
  const float *bias;
  const int32_t *sums;
  /// Outputs, a multiple of 16.
  size_t rows;
  /// Inputs, a multiple of 4.
  size_t columns;
} hearsay_matrix;

/// A way to compute.
typedef enum {
  hearsay_path_portable,
  hearsay_path_avx2,
  hearsay_path_avx512_vnni,
  hearsay_path_neon_dot,
} hearsay_path;

/// The functions of one path. Floats lie in rows of `stride` or `width` numbers, multiples of 16; pointers to floats are
/// aligned to 64 bytes.
typedef struct {
  /// Rounds `count` rows of `columns` floats to 0...127 each with its own scale.
  void (*quantize)(const float *x, size_t count, size_t columns, uint8_t *q, hearsay_scale *scales);
  /// y = W q for `count` tokens, rows of y `stride` apart; the first `gelu_rows` outputs go through GELU.
  void (*product)(const hearsay_matrix *matrix, const uint8_t *q, const hearsay_scale *scales, size_t count, float *y,
                  size_t stride, size_t gelu_rows);
  /// x = weight * normalized(x + added) + bias, for `count` rows of `width`; `added` may be NULL.
  void (*add_norm)(float *x, const float *added, size_t count, size_t width, const float *weight, const float *bias);
  /// y = word * word_scale + position * position_scale + casing, one row.
  void (*embed)(const int8_t *word, float word_scale, const int8_t *position, float position_scale, const float *casing,
                size_t width, float *y);
  /// Attention within one sequence of `length` tokens: `qkv` has rows of 3 * heads * 32 numbers, `out` of heads * 32.
  /// `scratch` holds `hearsay_attention_scratch(length)` floats.
  void (*attend)(const float *qkv, size_t length, size_t heads, float *out, float *scratch);
  /// out[i][j] = a[i] · b[j]: rows of a and b have `width` numbers and lie `stride` apart, those of out `out_stride`, a
  /// multiple of 16 not below `others`. `scratch` holds width * out_stride floats.
  void (*pair_scores)(const float *a, size_t count, const float *b, size_t others, size_t width, size_t stride, float *out,
                      size_t out_stride, float *scratch);
  /// out[l] = table[l * (width + 1) + k] · head[k] + table[l * (width + 1) + width].
  void (*relation_scores)(const float *table, const float *head, size_t relations, size_t width, float *out);
} hearsay_kernels;

/// Floats that `attend` needs beside its input.
size_t hearsay_attention_scratch(size_t length);

/// The functions of `path`, or NULL where this processor or this build has none.
const hearsay_kernels *hearsay_kernels_of(hearsay_path path);

/// The fastest path of this processor.
hearsay_path hearsay_best_path(void);

#endif
