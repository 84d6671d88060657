/* How an attempt at the sink Tare ended: what a program says in its own words. */

#ifndef TARE_PIPEWIRE_SINK_RESULT_H
#define TARE_PIPEWIRE_SINK_RESULT_H

typedef enum {
    TARE_SINK_DONE,
    TARE_SINK_FAILED,    ///< a file, a process or PipeWire did not do as it was asked; reported
    TARE_SINK_NO_MEMORY, ///< not reported, like all that follow
    TARE_SINK_BUSY,      ///< another program changes the sink, and does not end
    TARE_SINK_NO_HOME,   ///< neither XDG_CONFIG_HOME nor HOME is an absolute path
    TARE_SINK_NOT_OURS,  ///< something else has the name of a file of ours: `in_the_way`
    TARE_SINK_BAD_RULES, ///< the rules for outputs, or the taste, cannot be read; reported
    TARE_SINK_NO_RULE,   ///< there is none of that name
    TARE_SINK_NO_PLUGIN, ///< the plugin of the choice's kind is not there, or `problem`
    TARE_SINK_NO_TONE,   ///< the choice's kind has neither bass, treble nor tilt
    TARE_SINK_NO_ROOM,   ///< the choice's kind cannot play the bands
    TARE_SINK_NO_OUTPUT, ///< no output has the wished name
    TARE_SINK_N_RESULTS
} TareSinkResult;

/** Whether there is a PipeWire to talk to, and why not. */
typedef enum {
    TARE_LIVE_THERE,
    TARE_LIVE_NOT_RUNNING,
    TARE_LIVE_NO_ANSWER, ///< it runs, but says nothing for two seconds
    TARE_LIVE_NO_MEMORY,
    TARE_LIVE_NOT_BUILT, ///< this program was built without its library
    TARE_LIVE_N_PRESENCES
} TareLivePresence;

#endif
