/* The number by which an Ogg file tells its streams apart: libsndfile draws one by lot, so that the
   same sound never gives the same bytes. */

#ifndef TARE_OGG_SERIAL_H
#define TARE_OGG_SERIAL_H

#include <stdbool.h>
#include <stdint.h>

/** Gives all pages of a complete Ogg file that was opened to be read and written one number, with
    the checksums that go with it: RFC 3533, section 6. False, with errno set, when it cannot be
   read or written; nothing is done to what is no Ogg file, or no longer one from some page on. */
bool tare_ogg_serial_set(int descriptor, uint32_t serial);

#endif
