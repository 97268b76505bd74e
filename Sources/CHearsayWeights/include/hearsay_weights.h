// The weights of the neural reader, inside the program: docs/decisions/0401-weights-file.md says what is where in them.
#ifndef HEARSAY_WEIGHTS_H
#define HEARSAY_WEIGHTS_H

#include <stddef.h>

/// The file's bytes, aligned to 64.
typedef struct {
  const unsigned char *bytes;
  size_t count;
} hearsay_weights_file;

/// The weights that Training/ made: docs/MODEL.md says from what.
hearsay_weights_file hearsay_weights(void);

#endif
