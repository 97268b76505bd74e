// Which paths this processor has.
#include "vectors.h"

#if defined(__aarch64__) && defined(__linux__)
#include <sys/auxv.h>
#endif

size_t hearsay_attention_scratch(size_t length) { return (length + 15) / 16 * 16 * (32 + 4); }

#if defined(__aarch64__)
static int has_dot_product(void) {
#if defined(__APPLE__)
  return 1;
#elif defined(__linux__)
  return (getauxval(AT_HWCAP) >> 20) & 1;  // HWCAP_ASIMDDP
#else
  return 0;
#endif
}
#endif

const hearsay_kernels *hearsay_kernels_of(hearsay_path path) {
  switch (path) {
  case hearsay_path_portable:
    return &hearsay_portable_kernels;
#if defined(__x86_64__)
  case hearsay_path_avx2:
    return __builtin_cpu_supports("avx2") ? &hearsay_avx2_kernels : NULL;
  case hearsay_path_avx512_vnni:
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
                   __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq") &&
                   __builtin_cpu_supports("avx512vnni")
               ? &hearsay_avx512_vnni_kernels
               : NULL;
#endif
#if defined(__aarch64__)
  case hearsay_path_neon_dot:
    return has_dot_product() ? &hearsay_neon_dot_kernels : NULL;
#endif
  default:
    return NULL;
  }
}

hearsay_path hearsay_best_path(void) {
  static const hearsay_path fastest_first[] = {hearsay_path_avx512_vnni, hearsay_path_avx2, hearsay_path_neon_dot};
  for (size_t i = 0; i < sizeof fastest_first / sizeof *fastest_first; i++) {
    if (hearsay_kernels_of(fastest_first[i])) return fastest_first[i];
  }
  return hearsay_path_portable;
}
