/* Whether what is heard is what is chosen. */

#ifndef TARE_CLI_WINDOW_HEARD_H
#define TARE_CLI_WINDOW_HEARD_H

typedef struct TareChoice TareChoice;
typedef struct TareDeviceSounds TareDeviceSounds;
typedef struct TareLiveState TareLiveState;
typedef struct TareSession TareSession;

/** What the output that is played to has of its own, when that is heard and what is chosen is not,
   by a name; NULL otherwise. Of all else nothing is told, lest one sees what plays in a blind
    comparison. The session was looked at; NULL where there is none. */
const char* tare_window_heard(TareSession* session, const TareChoice* choice,
                              const TareLiveState* state, const TareDeviceSounds* known);

#endif
