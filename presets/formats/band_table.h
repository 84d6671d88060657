/* Tables of bands for people who set a device by hand. */

#ifndef TARE_BAND_TABLE_H
#define TARE_BAND_TABLE_H

typedef struct TareFormat TareFormat;

/** "table" */
extern const TareFormat tare_band_table_format;

#endif
