/* A sound card with jacks that is not there: a device with profiles and routes, and its sink.

   usage: fake_card [KEY=VALUE...] [route=NAME:DESCRIPTION:AVAILABLE:TYPE...] [-- KEY=VALUE...]

   Properties before -- are the device's, those after it the sink's. Routes replace speakers and
   headphones; the first is active, and all are of the device 0 of the card. Lines on standard
   input: route NAME, available NAME yes|no|unknown, profile NAME, unplug, plug, quit. Each is
   answered by a line that begins with ok, once PipeWire knows, or with error. */

#include "fakes/fake_card.h"

#include <errno.h>
#include <spa/utils/hook.h>
#include <spa/utils/result.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const char* const availability[] = {"unknown", "no", "yes"};

static void say(const char* format, ...) SPA_PRINTF_FUNC(1, 2);

static void say(const char* format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    vprintf(format, arguments);
    va_end(arguments);
    putchar('\n');
    fflush(stdout);
}

static int find_availability(const char* word)
{
    for (int i = 0; i < 3; i++)
        if (!strcmp(word, availability[i]))
            return i;
    return -1;
}

/* The two objects in PipeWire's graph. */

static void sink_bound(void* data, uint32_t id)
{
    ((Card*)data)->node_id = id;
}

static void sink_removed(void* data)
{
    Card* card = data;
    spa_hook_remove(&card->node_hook);
    card->node_proxy = NULL;
    card->node_id = SPA_ID_INVALID;
}

static const struct pw_proxy_events sink_events = {PW_VERSION_PROXY_EVENTS, .bound = sink_bound,
                                                   .destroy = sink_removed};

void update_sink(Card* card)
{
    bool wanted = card->device_id != SPA_ID_INVALID && card->profile == PROFILE_ON;
    if (!wanted && card->node_proxy) {
        pw_proxy_destroy(card->node_proxy);
    } else if (wanted && !card->node_proxy) {
        pw_properties_setf(card->node_props, PW_KEY_DEVICE_ID, "%u", card->device_id);
        card->node_proxy = pw_core_create_object(card->core, "adapter", PW_TYPE_INTERFACE_Node,
                                                 PW_VERSION_NODE, &card->node_props->dict, 0);
        if (card->node_proxy)
            pw_proxy_add_listener(card->node_proxy, &card->node_hook, &sink_events, card);
        else
            card->failed = true;
    }
}

static void device_bound(void* data, uint32_t id)
{
    Card* card = data;
    card->device_id = id;
    update_sink(card);
}

static void device_removed(void* data)
{
    Card* card = data;
    spa_hook_remove(&card->device_hook);
    card->device_proxy = NULL;
    card->device_id = SPA_ID_INVALID;
}

static const struct pw_proxy_events device_events = {PW_VERSION_PROXY_EVENTS, .bound = device_bound,
                                                     .destroy = device_removed};

static void plug(Card* card)
{
    if (card->device_proxy)
        return;
    card->device_proxy = pw_core_export(card->core, SPA_TYPE_INTERFACE_Device,
                                        &card->device_props->dict, &card->device, 0);
    if (card->device_proxy)
        pw_proxy_add_listener(card->device_proxy, &card->device_hook, &device_events, card);
    else
        card->failed = true;
}

static void unplug(Card* card)
{
    if (card->node_proxy)
        pw_proxy_destroy(card->node_proxy);
    if (card->device_proxy)
        pw_proxy_destroy(card->device_proxy);
}

static void core_done(void* data, uint32_t id, int seq)
{
    if (id == PW_ID_CORE)
        ((Card*)data)->seen_sync = seq;
}

static void core_error(void* data, uint32_t id, int seq, int status, const char* message)
{
    (void)seq;
    fprintf(stderr, "fake_card: object %u: %s: %s\n", id, message, spa_strerror(status));
    if (id == PW_ID_CORE)
        ((Card*)data)->failed = true;
}

static const struct pw_core_events core_events = {PW_VERSION_CORE_EVENTS, .done = core_done,
                                                  .error = core_error};

/* Waits until PipeWire has seen everything so far. */
static void round_trip(Card* card)
{
    card->wanted_sync = pw_core_sync(card->core, PW_ID_CORE, 0);
    while (!card->failed && card->seen_sync != card->wanted_sync)
        if (pw_loop_iterate(card->loop, -1) < 0 && errno != EINTR)
            card->failed = true;
}

/* Waits until both objects are known, or gone. */
static void settle(Card* card)
{
    do
        round_trip(card);
    while (!card->failed && ((card->device_proxy && card->device_id == SPA_ID_INVALID) ||
                             (card->node_proxy && card->node_id == SPA_ID_INVALID)));
    round_trip(card);
}

/* Commands. */

static bool change_route(Card* card, const char* name)
{
    int index = find_route(card, name);
    if (index < 0)
        return false;
    card->route = index;
    card->save_route = false;
    if (card->routes[index].available == SPA_PARAM_AVAILABILITY_no)
        card->routes[index].available = SPA_PARAM_AVAILABILITY_yes;
    params_changed(card, ROUTE, ENUM_ROUTE);
    return true;
}

static bool change_availability(Card* card, char* words)
{
    char* space = strchr(words, ' ');
    if (!space)
        return false;
    *space = '\0';
    int index = find_route(card, words), value = find_availability(space + 1);
    *space = ' ';
    if (index < 0 || value < 0)
        return false;
    card->routes[index].available = (enum spa_param_availability)value;
    params_changed(card, ROUTE, ENUM_ROUTE);
    return true;
}

static bool obey(Card* card, char* line)
{
    if (!strncmp(line, "route ", 6))
        return change_route(card, line + 6);
    if (!strncmp(line, "available ", 10))
        return change_availability(card, line + 10);
    if (!strncmp(line, "profile ", 8))
        return set_profile(card, find_profile(line + 8), false) >= 0;
    if (!strcmp(line, "unplug"))
        unplug(card);
    else if (!strcmp(line, "plug"))
        plug(card);
    else if (!strcmp(line, "quit"))
        card->quit = true;
    else
        return false;
    return true;
}

static void obey_lines(Card* card)
{
    char* end;
    while (!card->quit && !card->failed && (end = memchr(card->input, '\n', card->n_input))) {
        char line[LINE_BYTES];
        size_t n = (size_t)(end - card->input);
        memcpy(line, card->input, n);
        line[n] = '\0';
        card->n_input -= n + 1;
        memmove(card->input, end + 1, card->n_input);
        if (!obey(card, line)) {
            say("error %s", line);
            continue;
        }
        if (card->quit)
            unplug(card);
        settle(card);
        if (!card->failed)
            say("ok %s", line);
    }
}

static void read_input(void* data, int fd, uint32_t mask)
{
    Card* card = data;
    size_t room = sizeof card->input - card->n_input;
    ssize_t n = mask & SPA_IO_IN ? read(fd, card->input + card->n_input, room) : 0;
    if (n > 0)
        card->n_input += (size_t)n;
    else
        card->ended = true;
}

/* Fills the fields of NAME:DESCRIPTION:AVAILABLE:TYPE. */
static bool add_route(Card* card, const char* text)
{
    if (card->n_routes == MAX_ROUTES)
        return false;
    Route* route = &card->routes[card->n_routes];
    char available[16];
    if (sscanf(text, "%63[^:]:%63[^:]:%15[^:]:%31[^:]", route->name, route->description, available,
               route->type) != 4)
        return false;
    int value = find_availability(available);
    if (value < 0)
        return false;
    route->available = (enum spa_param_availability)value;
    for (int c = 0; c < CHANNELS; c++)
        route->volumes[c] = 1.0f;
    card->n_routes++;
    return true;
}

static bool read_arguments(Card* card, char** words)
{
    struct pw_properties* properties = card->device_props;
    for (; *words; words++) {
        char* equals = strchr(*words, '=');
        if (!strcmp(*words, "--")) {
            properties = card->node_props;
        } else if (!equals) {
            return false;
        } else if (!strncmp(*words, "route=", 6)) {
            if (!add_route(card, equals + 1))
                return false;
        } else {
            *equals = '\0';
            pw_properties_set(properties, *words, equals + 1);
        }
    }
    return card->n_routes || (add_route(card, "analog-output-speaker:Speakers:unknown:speaker") &&
                              add_route(card, "analog-output-headphones:Headphones:no:headphones"));
}

static void set_up(Card* card)
{
    set_up_device(card);
    card->device_id = card->node_id = SPA_ID_INVALID;
    card->device_props = pw_properties_new(
        PW_KEY_DEVICE_NAME, "alsa_card.fake", PW_KEY_DEVICE_DESCRIPTION, "Fake Card",
        PW_KEY_DEVICE_API, "alsa", PW_KEY_MEDIA_CLASS, "Audio/Device", NULL);
    card->node_props = pw_properties_new(
        PW_KEY_FACTORY_NAME, "support.null-audio-sink", PW_KEY_NODE_NAME, "alsa_output.fake",
        PW_KEY_NODE_DESCRIPTION, "Fake Card Analog Stereo", PW_KEY_MEDIA_CLASS, "Audio/Sink",
        "priority.session", "1500", "audio.position", "[ FL FR ]", "monitor.channel-volumes",
        "false", "card.profile.device", "0", NULL);
}

int main(int argc, char** argv)
{
    static Card card;
    (void)argc;
    pw_init(NULL, NULL);
    set_up(&card);
    if (!read_arguments(&card, argv + 1)) {
        fprintf(stderr, "usage: fake_card [KEY=VALUE...] [route=NAME:DESCRIPTION:AVAILABLE:TYPE...]"
                        " [-- KEY=VALUE...]\n");
        return 2;
    }
    card.loop = pw_loop_new(NULL);
    struct pw_context* context = pw_context_new(card.loop, NULL, 0);
    card.core = pw_context_connect(context, NULL, 0);
    if (!card.core) {
        fprintf(stderr, "fake_card: no PipeWire: %s\n", strerror(errno));
        return 1;
    }
    pw_core_add_listener(card.core, &card.core_hook, &core_events, &card);
    pw_loop_enter(card.loop);
    pw_loop_add_io(card.loop, STDIN_FILENO, SPA_IO_IN | SPA_IO_HUP, false, read_input, &card);
    plug(&card);
    settle(&card);
    if (!card.failed)
        say("ok start");
    while (!card.quit && !card.failed) {
        obey_lines(&card);
        card.quit = card.quit || card.ended;
        if (!card.quit && !card.failed && pw_loop_iterate(card.loop, -1) < 0 && errno != EINTR)
            break;
    }
    if (card.failed)
        say("error PipeWire is gone or refused");
    pw_loop_leave(card.loop);
    pw_context_destroy(context);
    pw_loop_destroy(card.loop);
    pw_properties_free(card.device_props);
    pw_properties_free(card.node_props);
    pw_deinit();
    return card.failed;
}
