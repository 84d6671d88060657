/* Everything of the library libtare-core: an equaliser of up to 20 bands for headphones.

       TareControls    what the sound shall be: bands, strength, bass ...   tare/controls.h
       TareEq          makes it so, block by block                          tare/eq.h
       TareResponse    says what that does to the level at a frequency      tare/response.h

   What is stable, and for how long, stands in tare/version.h. */

#ifndef TARE_CORE_H
#define TARE_CORE_H

#include "tare/attributes.h"
#include "tare/band.h"
#include "tare/band_traits.h"
#include "tare/clip.h"
#include "tare/controls.h"
#include "tare/eq.h"
#include "tare/limits.h"
#include "tare/response.h"
#include "tare/version.h"

#endif
