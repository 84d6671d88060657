/* What every shell needs: an equaliser whose ports are connected to memory of the host. */

#ifndef TARE_INSTANCE_H
#define TARE_INSTANCE_H

#include <stdint.h>

typedef struct TareInstance TareInstance;

/* Setup */

/** A new instance; NULL when memory is short or the rate is none that the equaliser takes. */
TareInstance* tare_instance_new(double sample_rate_hz, uint32_t n_channels);

/** Frees it; NULL is allowed. */
void tare_instance_free(TareInstance* instance);

/** To be called before audio starts: the first block sounds as its controls say, from its first
    frame. What the controls ask for that were connected since the last call is worked out here; the
    first block does so only where controls have changed since. Memory that was connected before is
    not touched: it may be gone, and be connected anew before the first block. */
void tare_instance_activate(TareInstance* instance);

/* Audio */

/** Connects a port of the table to one value (a control) or to a block of samples. A control
    without a connection keeps its last value; an index that is no port is ignored. */
void tare_instance_connect(TareInstance* instance, uint32_t index, void* data);

/** Processes a block of any length. Does nothing while a port of sound is not connected. */
void tare_instance_run(TareInstance* instance, uint32_t n_frames);

#endif
