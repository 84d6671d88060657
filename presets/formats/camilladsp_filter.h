/* One filter of a configuration of CamillaDSP. */

#ifndef TARE_CAMILLADSP_FILTER_H
#define TARE_CAMILLADSP_FILTER_H

#include "tare/band.h"

typedef struct TareGathered TareGathered;
typedef struct TareTree TareTree;

/** Takes what a filter, which has a key, does to a channel, at the rate of what is gathered. What
    is not understood is reported. */
void tare_camilladsp_filter(TareGathered* gathered, const TareTree* filter, TareChannel channel);

#endif
