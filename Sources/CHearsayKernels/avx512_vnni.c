// The path of x86-64 processors that multiply and add bytes in one step (Ice Lake, Zen 4 and later).
#include "vectors.h"

#if defined(__x86_64__)
#include <immintrin.h>

#pragma clang attribute push(__attribute__((target("avx512f,avx512bw,avx512vl,avx512dq,avx512vnni"))), apply_to = function)

#define PATH(name) hearsay_avx512_vnni_##name
#define TILE_TOKENS 6
#define TILE_BLOCKS 4

typedef __m512i accumulator;

static inline __attribute__((always_inline)) accumulator zero(void) { return _mm512_setzero_si512(); }

static inline __attribute__((always_inline)) accumulator dot4(accumulator a, const uint8_t *q, const int8_t *w) {
  int32_t four;
  __builtin_memcpy(&four, q, 4);
  return _mm512_dpbusd_epi32(a, _mm512_set1_epi32(four), _mm512_loadu_si512(w));
}

static inline __attribute__((always_inline)) v16i whole(accumulator a) { return (v16i)a; }

#include "kernels.inc"

#pragma clang attribute pop
#endif
