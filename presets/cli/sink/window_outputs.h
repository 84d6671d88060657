/* The outputs of a running PipeWire, for the window: what there is now, what each has of its own,
   and whether that is heard. */

#ifndef TARE_CLI_WINDOW_OUTPUTS_H
#define TARE_CLI_WINDOW_OUTPUTS_H

typedef struct TareChainPaths TareChainPaths;
typedef struct TareChoice TareChoice;
typedef struct TareWindow TareWindow;

typedef struct TareWindowOutputs TareWindowOutputs;

/** Connects to nothing yet. NULL when memory is short. */
TareWindowOutputs* tare_window_outputs_new(void);

/** Frees it; NULL is allowed. */
void tare_window_outputs_free(TareWindowOutputs* outputs);

/** Takes what PipeWire has told meanwhile, connects anew where it has gone, and tells the window;
    `paths` say where the rules are, `choice` is that of the sink, and `words` are what else there
   is to say, "" for nothing. Blocks only while it connects, as tare_live_open() does. */
void tare_window_outputs_look(TareWindowOutputs* outputs, const TareChainPaths* paths,
                              const TareChoice* choice, TareWindow* window, const char* words);

#endif
