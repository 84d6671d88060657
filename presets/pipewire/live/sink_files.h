/* The files of the sink Tare: written whole, and only when they change. */

#ifndef TARE_PIPEWIRE_SINK_FILES_H
#define TARE_PIPEWIRE_SINK_FILES_H

#include "pipewire/live/sink_result.h"

#include <stdbool.h>

typedef struct TareRack TareRack;
typedef struct TareSink TareSink;

/** Writes the choice with its chain to `path`. */
TareSinkResult tare_sink_files_write_chain(const TareSink* sink, const TareRack* rack,
                                           const char* path);

/** Writes the fragment that starts the chain with each session, and the watcher: this program; the
    one from before where PipeWire cannot be told the path of this. Without either there is none,
    which is reported: as a note, or as an error where one is needed. */
TareSinkResult tare_sink_files_write_start(const TareSink* sink, bool needs_watcher);

/** Removes every file of the sink, and the folders that are empty then. `removed` is called with
    `data` and the path of each; the path lives as long as the call. TARE_SINK_FAILED when one
    stays. */
TareSinkResult tare_sink_files_remove(const TareSink* sink,
                                      void (*removed)(void* data, const char* path), void* data);

#endif
