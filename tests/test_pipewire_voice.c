/* What the watcher says to a sink that answers late: it is the last word that counts. The session
   is acted here, message by message: what it sends, what arrives, and what PipeWire tells of it. */

#include "helpers/check.h"
#include "pipewire/chain/rack.h"
#include "pipewire/live/voice.h"
#include "pipewire/session/session.h"
#include "pipewire/session/session_node.h"

#include <stdlib.h>

enum { N_SOUNDS = 3, LATE_MS = 300, MAX_TRIES = 4 };

static struct {
    double now_ms;
    TareRack last, told; ///< message that was sent, and what the sink is known to play
    TareRack* sent;      ///< all messages, `n_told` of which have arrived and been told of
    int n_sent, n_told;
    bool is_deaf; ///< the sink takes nothing
} act;

static const TareSessionNode sink = {.id = 7, .kind = "builtin"};

/* The session */

double tare_session_now_ms(void)
{
    return act.now_ms;
}

double tare_session_rate_hz(const TareSession* session)
{
    (void)session;
    return TARE_USUAL_RATE_HZ;
}

const TareSessionNode* tare_session_chain_sink(const TareSession* session)
{
    (void)session;
    return &sink;
}

bool tare_session_run(TareSession* session, int timeout_ms)
{
    (void)session;
    act.now_ms += timeout_ms;
    return true;
}

int tare_session_ask(TareSession* session)
{
    (void)session;
    return act.n_sent;
}

bool tare_session_has_answered(const TareSession* session, int question)
{
    (void)session;
    return act.n_told >= question;
}

bool tare_session_set_rack(TareSession* session, uint32_t node_id, const TareRack* rack)
{
    (void)session;
    CHECK(node_id == sink.id);
    TareRack* const more = realloc(act.sent, (size_t)(act.n_sent + 1) * sizeof *more);
    if (!more)
        return false;
    act.sent = more;
    act.sent[act.n_sent++] = *rack;
    return true;
}

bool tare_session_read_rack(const TareSession* session, uint32_t node_id, TareRack* rack)
{
    (void)session;
    (void)node_id;
    *rack = act.told;
    return true;
}

static bool is_same(const TareRack* a, const TareRack* b)
{
    bool same = a->n == b->n;
    for (unsigned i = 0; same && i < a->n; ++i)
        same = a->controls[i].value == b->controls[i].value;
    return same;
}

bool tare_session_has_rack(const TareSession* session, uint32_t node_id, const TareRack* rack)
{
    (void)session;
    (void)node_id;
    return is_same(&act.told, rack);
}

/** PipeWire tells of the next messages. */
static void tell(int n)
{
    for (; n > 0 && act.n_told < act.n_sent; --n, ++act.n_told)
        if (!act.is_deaf)
            act.told = act.sent[act.n_told];
}

/* The voice */

static TareControls sound(int i)
{
    TareControls controls = tare_rack_flat();
    controls.is_preamp_manual = true;
    controls.set.preamp_db = -1.0 - i;
    return controls;
}

static TareRack rack_of(int i)
{
    TareRack rack;
    const TareControls controls = sound(i);
    CHECK(tare_rack_make(&rack, TARE_CHAIN_BUILTIN, &controls, TARE_USUAL_RATE_HZ) ==
          TARE_RACK_DONE);
    return rack;
}

/** A voice whose sink plays sound 0. */
static TareVoice* begin(void)
{
    free(act.sent);
    memset(&act, 0, sizeof act);
    act.told = rack_of(0);
    return tare_voice_new(NULL);
}

static bool say(TareVoice* voice, int i)
{
    const TareControls controls = sound(i);
    return tare_voice_say(voice, &sink, &controls);
}

/** One turn of the watcher; true when there is nothing more to do. */
static bool turn(TareVoice* voice, int i)
{
    const TareControls controls = sound(i);
    const int patience_ms = tare_voice_run(voice);
    if (tare_voice_is_unheard(voice))
        tare_voice_repeat(voice, &controls);
    return patience_ms < 0;
}

static bool plays(int i)
{
    const TareRack rack = rack_of(i);
    return is_same(&act.told, &rack);
}

/* Tests */

/** 0, 1, 0, 1, each told when the next but one has been said. */
static void test_what_is_told_of_an_older_word(void)
{
    TareVoice* const voice = begin();
    CHECK(say(voice, 1) && !turn(voice, 1));
    CHECK(say(voice, 0) && !turn(voice, 0)); /* 0 is still told, but of before */
    tell(1);
    CHECK(!turn(voice, 0));
    CHECK(say(voice, 1) && !turn(voice, 1)); /* 1 is told, but 0 is on its way */
    tell(1);
    CHECK(!turn(voice, 1));
    tell(1);
    CHECK(turn(voice, 1) && plays(1) && act.n_sent == 3);
    tare_voice_free(voice);
}

static void test_in_any_order(void)
{
    srand(5);
    for (int run = 0; run < 2000; ++run) {
        TareVoice* const voice = begin();
        int last = 0;
        for (int i = 0; i < 12; ++i) {
            if (rand() % 2)
                CHECK(say(voice, last = rand() % N_SOUNDS));
            tell(rand() % 3);
            act.now_ms += rand() % 100;
            (void)turn(voice, last);
        }
        tell(act.n_sent);
        CHECK(turn(voice, last) && !tare_voice_is_refused(voice));
        CHECK(act.n_sent == 0 || plays(last));
        tare_voice_free(voice);
    }
}

static void test_who_has_no_time_is_not_asked_twice(void)
{
    TareVoice* const voice = begin();
    CHECK(say(voice, 1));
    for (int i = 0; i < 40; ++i, act.now_ms += LATE_MS)
        CHECK(!turn(voice, 1));
    CHECK(act.n_sent == 1 && !tare_voice_is_refused(voice));
    tell(1);
    CHECK(turn(voice, 1) && plays(1) && !tare_voice_is_refused(voice));
    tare_voice_free(voice);
}

static void test_what_is_lost_is_said_again(void)
{
    for (int n_lost = 1; n_lost <= MAX_TRIES; ++n_lost) {
        TareVoice* const voice = begin();
        act.is_deaf = true;
        CHECK(say(voice, 1));
        for (int i = 0; i < n_lost; ++i) {
            tell(1);
            act.is_deaf = i < n_lost - 1;
            CHECK(!turn(voice, 1)); /* it may still come */
            act.now_ms += LATE_MS;
            CHECK(turn(voice, 1) == (i == MAX_TRIES - 1));
        }
        tell(1);
        CHECK(turn(voice, 1) && tare_voice_is_refused(voice) == (n_lost == MAX_TRIES));
        CHECK(plays(n_lost < MAX_TRIES ? 1 : 0));
        tare_voice_free(voice);
    }
}

int main(void)
{
    RUN(test_what_is_told_of_an_older_word);
    RUN(test_in_any_order);
    RUN(test_who_has_no_time_is_not_asked_twice);
    RUN(test_what_is_lost_is_said_again);
    free(act.sent);
    return check_done();
}
