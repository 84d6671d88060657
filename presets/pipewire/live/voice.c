#include "pipewire/live/voice.h"

#include "pipewire/chain/rack.h"
#include "pipewire/live/control.h"
#include "pipewire/live/glide.h"
#include "pipewire/live/glide_mark.h"
#include "pipewire/session/session.h"
#include "pipewire/session/session_node.h"

#include <stdlib.h>

/* How long a change that has arrived waits for PipeWire's word of it before it is sent again. */
enum { CONFIRM_MS = 250, MAX_SENT = 4 };

struct TareVoice {
    TareSession* session;
    TareChainKind kind; ///< of the sink
    uint32_t sink_id;
    TareControls controls; ///< that shall be heard,
    TareRack rack;         ///< in the words of the sink
    bool is_gliding;       ///< but only behind this:
    TareGlide glide;
    TareGlideMark mark;
    bool is_refused; ///< after it was sent so often,
    unsigned n_sent; ///< without an answer so far
    double sent_ms;  ///< when, the last time,
    int question;    ///< and what was asked behind it
};

TareVoice* tare_voice_new(TareSession* session)
{
    TareVoice* const voice = calloc(1, sizeof *voice);
    if (!voice)
        return NULL;
    voice->session = session;
    voice->mark.file = -1;
    return voice;
}

void tare_voice_free(TareVoice* voice)
{
    if (voice)
        tare_voice_release(voice);
    free(voice);
}

bool tare_voice_take(TareVoice* voice)
{
    return voice->mark.file >= 0 || tare_glide_mark_take(&voice->mark, 0);
}

void tare_voice_release(TareVoice* voice)
{
    voice->is_gliding = false;
    voice->n_sent = 0;
    tare_glide_mark_release(&voice->mark);
}

static void send(TareVoice* voice)
{
    ++voice->n_sent;
    voice->sent_ms = tare_session_now_ms();
    (void)tare_session_set_rack(voice->session, voice->sink_id, &voice->rack);
    voice->question = tare_session_ask(voice->session);
}

/** Whether the change is where it should be. What is told before may be of an older one. */
static bool has_arrived(const TareVoice* voice)
{
    return voice->n_sent > 0 && tare_session_has_answered(voice->session, voice->question);
}

static bool is_late(const TareVoice* voice)
{
    return has_arrived(voice) && tare_session_now_ms() - voice->sent_ms >= CONFIRM_MS;
}

/** Whether what the sink last told is not the last word. */
static bool is_in_flight(const TareVoice* voice)
{
    return voice->n_sent > 0 || voice->is_gliding;
}

/** What the sink plays; false where it cannot glide from there. */
static bool find_heard(const TareVoice* voice, TareControls* heard)
{
    *heard = voice->is_gliding ? voice->glide.heard : voice->controls;
    return tare_chain_kind_is_plugin(voice->kind) &&
           (is_in_flight(voice) || tare_live_read_controls(voice->session, heard));
}

static bool set_words(TareVoice* voice, const TareControls* controls)
{
    voice->controls = *controls;
    return tare_rack_make(&voice->rack, voice->kind, controls,
                          tare_session_rate_hz(voice->session)) == TARE_RACK_DONE;
}

bool tare_voice_say(TareVoice* voice, const TareSessionNode* sink, const TareControls* controls)
{
    TareControls from;
    voice->kind = tare_chain_kind_find(sink->kind);
    voice->sink_id = sink->id;
    const bool is_heard = find_heard(voice, &from);
    voice->n_sent = 0;
    voice->is_gliding = voice->is_refused = false;
    if (!set_words(voice, controls))
        return false;
    voice->is_gliding = is_heard && tare_glide_plan(&voice->glide, true, &from, controls,
                                                    tare_session_rate_hz(voice->session));
    /* always said, whatever the sink has told: the last word counts, and that may be on its way */
    if (voice->is_gliding)
        tare_glide_mark_write(&voice->mark, controls);
    else
        send(voice);
    return true;
}

int tare_voice_run(TareVoice* voice)
{
    if (voice->is_gliding) {
        const int patience_ms = tare_glide_step(&voice->glide, voice->session);
        if (patience_ms > 0)
            return patience_ms;
        voice->is_gliding = false;
        send(voice);
    }
    if (has_arrived(voice) && tare_session_has_rack(voice->session, voice->sink_id, &voice->rack)) {
        voice->n_sent = 0;
    } else if (is_late(voice) && voice->n_sent == MAX_SENT) {
        voice->n_sent = 0;
        voice->is_refused = true;
    }
    if (voice->n_sent > 0)
        return CONFIRM_MS;
    tare_voice_release(voice);
    return -1;
}

bool tare_voice_is_unheard(const TareVoice* voice)
{
    return is_late(voice);
}

bool tare_voice_is_refused(const TareVoice* voice)
{
    return voice->is_refused;
}

void tare_voice_repeat(TareVoice* voice, const TareControls* controls)
{
    if (set_words(voice, controls))
        send(voice);
}
