/* In place of audition.c where there is no libpipewire. */

#include "pipewire/live/audition.h"

TareSinkResult tare_audition_begin(TareAudition** audition, TareSink* sink,
                                   TareLivePresence* presence)
{
    (void)sink;
    *audition = NULL;
    *presence = TARE_LIVE_NOT_BUILT;
    return TARE_SINK_FAILED;
}

double tare_audition_rate_hz(const TareAudition* audition)
{
    (void)audition;
    return 0.0;
}

bool tare_audition_set_sounds(TareAudition* audition, const TareControls* sounds, size_t n)
{
    (void)audition;
    (void)sounds;
    (void)n;
    return false;
}

void tare_audition_play(TareAudition* audition, size_t sound)
{
    (void)audition;
    (void)sound;
}

bool tare_audition_watch_fd(TareAudition* audition, int fd, void (*ready)(void* data, int fd),
                            void* data)
{
    (void)audition;
    (void)fd;
    (void)ready;
    (void)data;
    return false;
}

TareAuditionState tare_audition_run(TareAudition* audition, int timeout_ms)
{
    (void)audition;
    (void)timeout_ms;
    return TARE_AUDITION_NO_PIPEWIRE;
}

bool tare_audition_end(TareAudition* audition)
{
    (void)audition;
    return true;
}
