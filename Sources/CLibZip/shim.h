// libzip (https://libzip.org).
#include <zip.h>
