/* One change of the sink Tare from beginning to end, with and without a running PipeWire. */

#ifndef TARE_PIPEWIRE_SINK_APPLY_H
#define TARE_PIPEWIRE_SINK_APPLY_H

#include "pipewire/live/live.h"

/** Brings the choice of a sink that was opened with TARE_SINK_MAKE or TARE_SINK_CHANGE to the disk,
    and to the ears if PipeWire runs. Where it does not, TARE_SINK_DONE means that the files are
    written: it will play as soon as PipeWire starts; `applied` says why not now. Blocks as
    tare_live_apply() does. NULL wishes nothing. */
TareSinkResult tare_sink_apply(TareSink* sink, const TareSinkWish* wish, TareLiveApplied* applied);

/** Takes Tare out of PipeWire and off the disk, and the watcher of the outputs with it; goes on
    where a part fails. `removed` as for tare_sink_files_remove(). */
TareSinkResult tare_sink_apply_removal(const TareSink* sink,
                                       void (*removed)(void* data, const char* path), void* data);

#endif
