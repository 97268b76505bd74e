// The weights of the networks, inside the program: docs/decisions/0401-weights-file.md says what is where in them.
#ifndef HEARSAY_WEIGHTS_H
#define HEARSAY_WEIGHTS_H

#include <stddef.h>

/// The file's bytes, aligned to 64.
typedef struct {
  const unsigned char *bytes;
  size_t count;
} hearsay_weights_file;

/// The weights of the reader that Training/ made: docs/MODEL.md says from what.
hearsay_weights_file hearsay_weights(void);

/// The weights that dates are weighed with; words and positions are those of the reader.
hearsay_weights_file hearsay_date_weights(void);

#endif
