// The tables of facts that Hearsay reads from, inside the program: see ../tables, one file each.
#ifndef HEARSAY_TABLES_H
#define HEARSAY_TABLES_H

#include <stddef.h>

/// One table: UTF-8 text, not ended by a NUL.
typedef struct {
  const unsigned char *bytes;
  size_t count;
} hearsay_table;

#endif
