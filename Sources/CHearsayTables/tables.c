// Each table is one data file in tables/, taken into the program by C23's #embed and read in place.
#include "hearsay_tables.h"

#define HEARSAY_TABLE(name)                                          \
  hearsay_table hearsay_table_##name(void) {                         \
    return (hearsay_table){name##_bytes, sizeof name##_bytes};       \
  }
