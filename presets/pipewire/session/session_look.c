#include "pipewire/session/session.h"

#include "base/number.h"
#include "pipewire/chain/rack.h"
#include "pipewire/session/session_objects.h"

#include <string.h>

static const TareSessionNode* node_after(const TareObject* object)
{
    while (object && object->type != TARE_OBJECT_NODE)
        object = object->next;
    return object ? &object->is.node : NULL;
}

static bool is_sink(const TareSessionNode* node)
{
    return strncmp(node->media_class, "Audio/", 6) == 0;
}

const TareSessionNode* tare_session_next_sink(const TareSession* session,
                                              const TareSessionNode* last)
{
    const TareObject* object = session->objects;
    if (last)
        object = tare_session_objects_find(session, TARE_OBJECT_NODE, last->id)->next;
    const TareSessionNode* node = node_after(object);
    while (node && !is_sink(node))
        node = node_after(tare_session_objects_find(session, TARE_OBJECT_NODE, node->id)->next);
    return node;
}

/** The newest of our own nodes, sinks or streams; `n` receives how many there are. */
static const TareSessionNode* chain_node(const TareSession* session, bool is_wanted_sink,
                                         unsigned* n)
{
    const TareSessionNode* newest = NULL;
    *n = 0;
    for (const TareObject* object = session->objects; object; object = object->next) {
        if (object->type != TARE_OBJECT_NODE || !tare_session_node_is_ours(&object->is.node) ||
            is_sink(&object->is.node) != is_wanted_sink)
            continue;
        newest = newest ? newest : &object->is.node;
        ++*n;
    }
    return newest;
}

const TareSessionNode* tare_session_chain_sink(const TareSession* session)
{
    unsigned n = 0;
    const TareSessionNode* const sink = chain_node(session, true, &n);
    return sink ? sink : tare_session_bearer(session);
}

const TareSessionNode* tare_session_bearer(const TareSession* session)
{
    const TareSessionNode* node = NULL;
    while ((node = tare_session_next_sink(session, node)) && !node->bears)
        ;
    return node;
}

const TareSessionNode* tare_session_chain_stream(const TareSession* session)
{
    unsigned n = 0;
    return chain_node(session, false, &n);
}

unsigned tare_session_n_chain_sinks(const TareSession* session)
{
    unsigned n = 0;
    (void)chain_node(session, true, &n);
    return n;
}

unsigned tare_session_n_chain_streams(const TareSession* session)
{
    unsigned n = 0;
    (void)chain_node(session, false, &n);
    return n;
}

bool tare_session_has_chain(const TareSession* session, uint32_t node_id)
{
    const TareObject* const object = tare_session_objects_find(session, TARE_OBJECT_NODE, node_id);
    return object && object->is.node.kind[0] != '\0';
}

const TareSessionNode* tare_session_linked_to(const TareSession* session, uint32_t node_id)
{
    for (const TareObject* object = session->objects; object; object = object->next) {
        if (object->type != TARE_OBJECT_LINK || object->is.link.from != node_id)
            continue;
        const TareObject* const to =
            tare_session_objects_find(session, TARE_OBJECT_NODE, object->is.link.to);
        if (to && is_sink(&to->is.node) && !tare_session_node_is_ours(&to->is.node))
            return &to->is.node;
    }
    return NULL;
}

static void set_name(TareOutput* output, TareOutputName name, const char* text)
{
    snprintf(output->names[name], sizeof output->names[name], "%s", text);
}

void tare_session_output(const TareSession* session, const TareSessionNode* sink,
                         TareOutput* output)
{
    *output = (TareOutput){.node_id = sink->id};
    set_name(output, TARE_OUTPUT_NODE, sink->name);
    set_name(output, TARE_OUTPUT_NODE_DESCRIPTION, sink->description);
    set_name(output, TARE_OUTPUT_ADDRESS, sink->address);
    const TareObject* const object =
        tare_session_objects_find(session, TARE_OBJECT_DEVICE, sink->device_id);
    if (!object)
        return;
    const TareSessionDevice* const device = &object->is.device;
    set_name(output, TARE_OUTPUT_DEVICE, device->name);
    set_name(output, TARE_OUTPUT_DEVICE_DESCRIPTION, device->description);
    set_name(output, TARE_OUTPUT_PROFILE, device->profile_name);
    set_name(output, TARE_OUTPUT_PROFILE_DESCRIPTION, device->profile_description);
    if (sink->address[0] == '\0')
        set_name(output, TARE_OUTPUT_ADDRESS, device->address);
    for (unsigned i = 0; i < device->n_routes; ++i)
        if (device->routes[i].profile_device == sink->profile_device) {
            set_name(output, TARE_OUTPUT_ROUTE, device->routes[i].name);
            set_name(output, TARE_OUTPUT_ROUTE_DESCRIPTION, device->routes[i].description);
        }
}

pid_t tare_session_process(const TareSession* session, const TareSessionNode* node)
{
    const TareObject* const object =
        tare_session_objects_find(session, TARE_OBJECT_CLIENT, node->client_id);
    return tare_session_node_is_ours(node) && object && object->is.process > 0 ? object->is.process
                                                                               : 0;
}

static const TareObject* first_of(const TareSession* session, TareObjectType type)
{
    const TareObject* object = session->objects;
    while (object && object->type != type)
        object = object->next;
    return object;
}

static const char* value_of(const TareObject* object, uint32_t subject, const char* key)
{
    for (const TareMetadataItem* item = object ? object->is.items : NULL; item; item = item->next)
        if (item->subject == subject && strcmp(item->key, key) == 0)
            return item->value;
    return NULL;
}

const char* tare_session_metadata(const TareSession* session, uint32_t subject, const char* key)
{
    return value_of(first_of(session, TARE_OBJECT_DEFAULTS), subject, key);
}

bool tare_session_set_metadata(TareSession* session, uint32_t subject, const char* key,
                               const char* type, const char* value)
{
    const TareObject* const object = first_of(session, TARE_OBJECT_DEFAULTS);
    if (!object || !object->proxy)
        return false;
    return pw_metadata_set_property((struct pw_metadata*)object->proxy, subject, key, type,
                                    value) >= 0;
}

double tare_session_rate_hz(const TareSession* session)
{
    const TareObject* const settings = first_of(session, TARE_OBJECT_SETTINGS);
    static const char* const keys[] = {"clock.force-rate", "clock.rate"};
    for (unsigned i = 0; i < 2; ++i) {
        const char* const text = value_of(settings, 0, keys[i]);
        double rate_hz = 0.0;
        if (text && tare_number_parse(text, strlen(text), &rate_hz, NULL) && rate_hz > 0.0)
            return rate_hz;
    }
    return TARE_USUAL_RATE_HZ;
}
