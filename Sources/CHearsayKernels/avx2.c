// The path of x86-64 processors since 2013.
#include "vectors.h"

#if defined(__x86_64__)
#include <immintrin.h>

#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)

#define PATH(name) hearsay_avx2_##name
#define TILE_TOKENS 3
#define TILE_BLOCKS 2

typedef struct {
  __m256i low, high;
} accumulator;

static inline __attribute__((always_inline)) accumulator zero(void) {
  return (accumulator){_mm256_setzero_si256(), _mm256_setzero_si256()};
}

// Pairs of products are added in 16 bits: 2 * 127 * 127 fits, which is why activations have 7 bits.
static inline __attribute__((always_inline)) accumulator dot4(accumulator a, const uint8_t *q, const int8_t *w) {
  int32_t four;
  __builtin_memcpy(&four, q, 4);
  const __m256i activations = _mm256_set1_epi32(four), ones = _mm256_set1_epi16(1);
  const __m256i low = _mm256_maddubs_epi16(activations, _mm256_loadu_si256((const __m256i *)w));
  const __m256i high = _mm256_maddubs_epi16(activations, _mm256_loadu_si256((const __m256i *)(w + 32)));
  a.low = _mm256_add_epi32(a.low, _mm256_madd_epi16(low, ones));
  a.high = _mm256_add_epi32(a.high, _mm256_madd_epi16(high, ones));
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
