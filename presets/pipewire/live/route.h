/* Where sound goes: into Tare, and out of it. */

#ifndef TARE_PIPEWIRE_ROUTE_H
#define TARE_PIPEWIRE_ROUTE_H

#include "pipewire/live/sink_result.h"

#include <stdbool.h>

typedef struct TareChoice TareChoice;
typedef struct TareOutput TareOutput;
typedef struct TareSession TareSession;
typedef struct TareSink TareSink;
typedef struct TareSinkWish TareSinkWish;

/** Takes into the choice what is wished of the default sink and of the output behind Tare. When
    Tare becomes the default sink, the one that the listener had chosen before becomes that output,
    or the session manager would choose one. A smart sink has neither. TARE_SINK_NO_OUTPUT when
   there is none of that name. */
TareSinkResult tare_route_choose(TareSession* session, TareChoice* choice,
                                 const TareSinkWish* wish);

/** Makes it so. */
TareSinkResult tare_route_apply(TareSession* session, const TareSink* sink,
                                const TareSinkWish* wish);

/** Makes the sink the default one that was it before Tare; "" leaves that to the session manager.
    Does nothing when Tare is not the default. */
void tare_route_restore(TareSession* session, const TareChoice* choice);

/** Whether Tare is the sink that the listener chose as default. */
bool tare_route_is_default(const TareSession* session);

/** The sink into which programs play that ask for no certain one, if that is another one than Tare;
    else false. */
bool tare_route_default(const TareSession* session, TareOutput* output);

/** The output that Tare plays to; false when there is none. */
bool tare_route_output(const TareSession* session, TareOutput* output);

#endif
