// Taken into the program by C23's #embed and read in place.
#include "hearsay_weights.h"

alignas(64) static const unsigned char weights[] = {
#embed "hearsay-reader.weights"
};

alignas(64) static const unsigned char date_weights[] = {
#embed "hearsay-dates.weights"
};

hearsay_weights_file hearsay_weights(void) { return (hearsay_weights_file){weights, sizeof weights}; }

hearsay_weights_file hearsay_date_weights(void) { return (hearsay_weights_file){date_weights, sizeof date_weights}; }
