// The path of any processor.
#include "vectors.h"

#define PATH(name) hearsay_portable_##name
#define TILE_TOKENS 4
#define TILE_BLOCKS 1

typedef struct {
  int32_t sums[16];
} accumulator;

static inline __attribute__((always_inline)) accumulator zero(void) { return (accumulator){{0}}; }

static inline __attribute__((always_inline)) accumulator dot4(accumulator a, const uint8_t *q, const int8_t *w) {
  for (int row = 0; row < 16; row++, w += 4) {
    a.sums[row] += (int32_t)q[0] * w[0] + (int32_t)q[1] * w[1] + (int32_t)q[2] * w[2] + (int32_t)q[3] * w[3];
  }
  return a;
}

static inline __attribute__((always_inline)) v16i whole(accumulator a) { return *(const v16i_unaligned *)a.sums; }

#include "kernels.inc"
