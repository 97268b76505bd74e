// The path of arm64 processors with the dot product (Armv8.2 and all of Apple's).
#include "vectors.h"

#if defined(__aarch64__)
#include <arm_neon.h>

#pragma clang attribute push(__attribute__((target("dotprod"))), apply_to = function)

#define PATH(name) hearsay_neon_dot_##name
#define TILE_TOKENS 4
#define TILE_BLOCKS 1

typedef struct {
  int32x4_t parts[4];
} accumulator;

static inline __attribute__((always_inline)) accumulator zero(void) {
  return (accumulator){{vdupq_n_s32(0), vdupq_n_s32(0), vdupq_n_s32(0), vdupq_n_s32(0)}};
}

// Activations of 7 bits are the same as signed bytes.
static inline __attribute__((always_inline)) accumulator dot4(accumulator a, const uint8_t *q, const int8_t *w) {
  int32_t four;
  __builtin_memcpy(&four, q, 4);
  const int8x16_t activations = vreinterpretq_s8_s32(vdupq_n_s32(four));
#pragma clang loop unroll(full)
  for (int part = 0; part < 4; part++) a.parts[part] = vdotq_s32(a.parts[part], vld1q_s8(w + 16 * part), activations);
  return a;
}

static inline __attribute__((always_inline)) v16i whole(accumulator a) {
  v16i x;
  __builtin_memcpy(&x, &a, sizeof x);
  return x;
}

#include "kernels.inc"

#pragma clang attribute pop
#endif
