// Vectors of 16 numbers, of whatever registers a path has.
#ifndef HEARSAY_VECTORS_H
#define HEARSAY_VECTORS_H

#include "hearsay_kernels.h"

// Functions that take vectors are always inlined, so no call passes one.
#pragma clang diagnostic ignored "-Wpsabi"

typedef float v4f __attribute__((ext_vector_type(4)));
typedef float v8f __attribute__((ext_vector_type(8)));
typedef float v16f __attribute__((ext_vector_type(16)));
typedef int32_t v16i __attribute__((ext_vector_type(16)));
typedef uint8_t v16b __attribute__((ext_vector_type(16)));
typedef float v16f_unaligned __attribute__((ext_vector_type(16), aligned(4)));
typedef int32_t v16i_unaligned __attribute__((ext_vector_type(16), aligned(4)));
typedef uint8_t v16b_unaligned __attribute__((ext_vector_type(16), aligned(1)));
typedef int8_t v16c_unaligned __attribute__((ext_vector_type(16), aligned(1)));

extern const hearsay_kernels hearsay_portable_kernels, hearsay_avx2_kernels, hearsay_avx512_vnni_kernels,
    hearsay_neon_dot_kernels;

#endif
