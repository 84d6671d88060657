/* The sink Tare as the listener's files have it: what was chosen, where the files are, and which
   plugins can play it.

   A program opens it for one change, or one look, and closes it soon: others wait meanwhile. All
   functions around it may block, on the disk, on a lock or on PipeWire; how long is said with each.
   They belong to one thread at a time, keep nothing between calls, print nothing, and report to
   `reporter` what has no result of its own: without a file where no file's text is wrong. */

#ifndef TARE_PIPEWIRE_SINK_H
#define TARE_PIPEWIRE_SINK_H

#include "base/report.h"
#include "pipewire/chain/chain_paths.h"
#include "pipewire/chain/choice.h"
#include "pipewire/chain/plugins.h"
#include "pipewire/chain/start_file.h"
#include "pipewire/live/sink_result.h"

typedef struct TareRack TareRack;

typedef struct TareSink {
    const TareReporter* reporter;
    TareChainPaths paths;
    TareStartFile start;    ///< what the fragment from before starts
    TarePlugins plugins;    ///< not looked for by one who only looks
    int lock;               ///< of PipeWire's folder: one after the other; -1 for none
    bool has_choice;        ///< whether there was one before
    TareChoice choice;      ///< the one from before, for the caller to change
    bool has_told;          ///< what the choice's kind leaves out or does not do exactly
    const char* in_the_way; ///< after TARE_SINK_NOT_OURS: the path, one of `paths`
} TareSink;

/** How a program goes about the files. */
typedef enum {
    TARE_SINK_LOOK,   ///< changes nothing, and waits for others for two seconds at most
    TARE_SINK_CHANGE, ///< what is there; waits for others for 20 seconds at most
    TARE_SINK_MAKE    ///< also what is not there yet; waits likewise
} TareSinkAccess;

/** Makes the folders if they shall be there, waits for other programs, and reads the choice; one
    that is damaged is reported and as good as none. TARE_SINK_BUSY when they do not end. The caller
   closes it whatever comes back; the reporter must live until then. */
TareSinkResult tare_sink_open(TareSink* sink, TareSinkAccess access, const TareReporter* reporter);
void tare_sink_close(TareSink* sink);

/** Reads the listener's taste. TARE_SINK_BAD_RULES, reported, when its file cannot be used. */
TareSinkResult tare_sink_taste(const TareSink* sink, TareTaste* taste);

/** Writes it, in a folder that may not be there yet. */
TareSinkResult tare_sink_set_taste(const TareSink* sink, const TareTaste* taste);

/** Makes a folder with all that it lies in; TARE_SINK_FAILED when that is not possible. */
TareSinkResult tare_sink_make_folder(const TareSink* sink, const char* path);

/** Fills a rack for the choice, switched as it is, and notes the rate in the choice. What the kind
    leaves out, and where it is off by more than 0.1 dB, is reported as a note, once. */
TareSinkResult tare_sink_make_rack(TareSink* sink, double rate_hz, TareRack* rack);

#endif
