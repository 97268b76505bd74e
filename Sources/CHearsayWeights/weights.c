// Taken into the program by C23's #embed and read in place.
#include "hearsay_weights.h"

alignas(64) static const unsigned char weights[] = {
#embed "hearsay-reader.weights"
};

hearsay_weights_file hearsay_weights(void) { return (hearsay_weights_file){weights, sizeof weights}; }
