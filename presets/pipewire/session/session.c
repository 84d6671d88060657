#include "pipewire/session/session.h"

#include "pipewire/session/session_events.h"
#include "pipewire/session/session_objects.h"

#include <errno.h>
#include <spa/utils/result.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { ANSWER_MS = 2000 };

double tare_session_now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return 1e3 * (double)now.tv_sec + 1e-6 * (double)now.tv_nsec;
}

/* The connection */

static void on_core_info(void* data, const struct pw_core_info* info)
{
    TareSession* const session = data;
    snprintf(session->version, sizeof session->version, "%s", info->version ? info->version : "");
}

static void on_core_done(void* data, uint32_t id, int seq)
{
    TareSession* const session = data;
    if (id == PW_ID_CORE)
        session->sync_done = seq;
}

static void on_core_error(void* data, uint32_t id, int seq, int result, const char* message)
{
    TareSession* const session = data;
    (void)seq;
    (void)message;
    if (id == PW_ID_CORE && result == -EPIPE)
        session->is_alive = false;
}

static const struct pw_core_events core_events = {
    PW_VERSION_CORE_EVENTS,
    .info = on_core_info,
    .done = on_core_done,
    .error = on_core_error,
};

static bool connect_to(TareSession* session)
{
    session->main_loop = pw_main_loop_new(NULL);
    if (!session->main_loop)
        return false;
    pw_loop_enter(pw_main_loop_get_loop(session->main_loop));
    session->context = pw_context_new(pw_main_loop_get_loop(session->main_loop), NULL, 0);
    session->core = session->context ? pw_context_connect(session->context, NULL, 0) : NULL;
    session->registry =
        session->core ? pw_core_get_registry(session->core, PW_VERSION_REGISTRY, 0) : NULL;
    if (!session->registry)
        return false;
    session->is_alive = true;
    pw_core_add_listener(session->core, &session->core_listener, &core_events, session);
    pw_registry_add_listener(session->registry, &session->registry_listener, &tare_session_events,
                             session);
    return true;
}

TareSession* tare_session_open(void)
{
    pw_init(NULL, NULL);
    TareSession* const session = calloc(1, sizeof *session);
    if (session && connect_to(session))
        return session;
    const int error = session ? errno : ENOMEM;
    tare_session_close(session);
    errno = error;
    return NULL;
}

void tare_session_close(TareSession* session)
{
    if (!session)
        return;
    while (session->objects)
        tare_session_objects_drop(&session->objects);
    if (session->registry)
        pw_proxy_destroy((struct pw_proxy*)session->registry);
    if (session->core) {
        spa_hook_remove(&session->core_listener);
        pw_core_disconnect(session->core);
    }
    if (session->context)
        pw_context_destroy(session->context);
    if (session->main_loop) {
        struct pw_loop* const loop = pw_main_loop_get_loop(session->main_loop);
        if (session->source)
            pw_loop_destroy_source(loop, session->source);
        pw_loop_leave(loop);
        pw_main_loop_destroy(session->main_loop);
    }
    free(session);
    pw_deinit();
}

bool tare_session_is_alive(const TareSession* session)
{
    return session && session->is_alive && !session->is_short_of_memory;
}

bool tare_session_is_cut_off(const TareSession* session)
{
    return !session->is_alive;
}

bool tare_session_run(TareSession* session, int timeout_ms)
{
    if (!tare_session_is_alive(session))
        return false;
    const int result = pw_loop_iterate(pw_main_loop_get_loop(session->main_loop), timeout_ms);
    if (result < 0 && result != -EINTR)
        session->is_alive = false;
    return tare_session_is_alive(session);
}

int tare_session_ask(TareSession* session)
{
    return pw_core_sync(session->core, PW_ID_CORE, 0);
}

bool tare_session_has_answered(const TareSession* session, int question)
{
    /* they are numbered in a ring */
    const unsigned behind =
        ((unsigned)session->sync_done - (unsigned)question) & SPA_ASYNC_SEQ_MASK;
    return session->sync_done != 0 && behind <= SPA_ASYNC_SEQ_MASK / 2;
}

/** One question, and its answer behind everything that was asked before. */
static bool answer(TareSession* session)
{
    const double deadline_ms = tare_session_now_ms() + ANSWER_MS;
    const int question = tare_session_ask(session);
    while (!tare_session_has_answered(session, question)) {
        const double left_ms = deadline_ms - tare_session_now_ms();
        if (left_ms <= 0.0 || !tare_session_run(session, (int)left_ms + 1))
            return false;
    }
    return true;
}

bool tare_session_sync(TareSession* session)
{
    /* the list of objects, then what each says of itself, then the parameters that it has */
    for (unsigned i = 0; i < 3; ++i)
        if (!answer(session))
            return false;
    return true;
}

unsigned tare_session_n_changes(const TareSession* session)
{
    return session->n_changes;
}

static void on_readable(void* data, int fd, uint32_t mask)
{
    TareSession* const session = data;
    (void)mask;
    session->ready(session->ready_data, fd);
}

bool tare_session_watch_fd(TareSession* session, int fd, void (*ready)(void* data, int fd),
                           void* data)
{
    session->ready = ready;
    session->ready_data = data;
    session->source = pw_loop_add_io(pw_main_loop_get_loop(session->main_loop), fd, SPA_IO_IN,
                                     false, on_readable, session);
    return session->source != NULL;
}

bool tare_session_has_smart_filters(const TareSession* session)
{
    return session->has_smart_filters;
}

const char* tare_session_version(const TareSession* session)
{
    return session->version;
}

bool tare_session_is_at_least(const TareSession* session, const char* other)
{
    int major = 0, minor = 0, other_major = 0, other_minor = 0;
    if (sscanf(session->version, "%d.%d", &major, &minor) != 2 ||
        sscanf(other, "%d.%d", &other_major, &other_minor) != 2)
        return false;
    return major != other_major ? major > other_major : minor >= other_minor;
}
