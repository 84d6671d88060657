#include "pipewire/session/session.h"

#include "pipewire/chain/graph.h"
#include "pipewire/chain/rack.h"
#include "pipewire/session/session_objects.h"

#include <spa/param/props.h>
#include <spa/pod/dynamic.h>
#include <stdio.h>
#include <string.h>

enum { FIRST_POD_BYTES = 16384 };

/* Where the graph stands in an output's node, behind whatever the listener may have there. */
static const char graph_key[] = "audioconvert.filter-graph.8";

typedef bool AddParams(struct spa_pod_builder* builder, const TareObject* object, const void* data);

/** Sends Props whose params `add` writes. */
static bool set_params(TareSession* session, uint32_t node_id, AddParams* add, const void* data)
{
    TareObject* const object = tare_session_objects_find(session, TARE_OBJECT_NODE, node_id);
    if (!object || !object->proxy)
        return false;
    uint8_t first[FIRST_POD_BYTES];
    struct spa_pod_dynamic_builder builder;
    struct spa_pod_frame frames[2];
    spa_pod_dynamic_builder_init(&builder, first, sizeof first, FIRST_POD_BYTES);
    spa_pod_builder_push_object(&builder.b, &frames[0], SPA_TYPE_OBJECT_Props, SPA_PARAM_Props);
    spa_pod_builder_prop(&builder.b, SPA_PROP_params, 0);
    spa_pod_builder_push_struct(&builder.b, &frames[1]);
    bool ok = add(&builder.b, object, data);
    spa_pod_builder_pop(&builder.b, &frames[1]);
    const struct spa_pod* const pod = spa_pod_builder_pop(&builder.b, &frames[0]);
    ok = ok && pod &&
         pw_node_set_param((struct pw_node*)object->proxy, SPA_PARAM_Props, 0, pod) >= 0;
    spa_pod_dynamic_builder_clean(&builder);
    return ok;
}

static bool add_rack(struct spa_pod_builder* builder, const TareObject* object, const void* data)
{
    const TareRack* const rack = data;
    bool ok = true;
    for (unsigned i = 0; i < rack->n; ++i) {
        const char* const name = rack->controls[i].name;
        char inside[sizeof rack->controls[i].name + sizeof TARE_GRAPH_INSIDE_NODE];
        snprintf(inside, sizeof inside, TARE_GRAPH_INSIDE_NODE "%s", name + strcspn(name, ":"));
        ok = spa_pod_builder_string(builder, object->is.node.bears ? inside : name) == 0 &&
             spa_pod_builder_float(builder, rack->controls[i].value) == 0 && ok;
    }
    return ok;
}

bool tare_session_set_rack(TareSession* session, uint32_t node_id, const TareRack* rack)
{
    return set_params(session, node_id, add_rack, rack);
}

static bool add_graph(struct spa_pod_builder* builder, const TareObject* object, const void* data)
{
    (void)object;
    return spa_pod_builder_string(builder, graph_key) == 0 &&
           spa_pod_builder_string(builder, data) == 0;
}

void tare_session_ask_graph(TareSession* session, uint32_t node_id)
{
    TareObject* const object = tare_session_objects_find(session, TARE_OBJECT_NODE, node_id);
    if (object && object->proxy)
        pw_node_enum_params((struct pw_node*)object->proxy, 0, SPA_PARAM_Props, 0, UINT32_MAX,
                            NULL);
}

bool tare_session_set_graph(TareSession* session, uint32_t node_id, const char* graph)
{
    return set_params(session, node_id, add_graph, graph);
}

static const TareRackControl* find_control(const TareObject* object, const char* name)
{
    for (unsigned i = 0; i < object->n_controls; ++i)
        if (strcmp(object->controls[i].name, name) == 0)
            return &object->controls[i];
    return NULL;
}

bool tare_session_has_rack(const TareSession* session, uint32_t node_id, const TareRack* rack)
{
    const TareObject* const object = tare_session_objects_find(session, TARE_OBJECT_NODE, node_id);
    if (!object)
        return false;
    for (unsigned i = 0; i < rack->n; ++i) {
        const TareRackControl* const told = find_control(object, rack->controls[i].name);
        if (!told || told->value != rack->controls[i].value)
            return false;
    }
    return true;
}

void tare_session_tell_difference(const TareSession* session, uint32_t node_id,
                                  const TareRack* rack, char* words, size_t size)
{
    const TareObject* const object = tare_session_objects_find(session, TARE_OBJECT_NODE, node_id);
    words[0] = '\0';
    for (unsigned i = 0; object && i < rack->n; ++i) {
        const TareRackControl* const wanted = &rack->controls[i];
        const TareRackControl* const told = find_control(object, wanted->name);
        if (told && told->value == wanted->value)
            continue;
        if (told)
            snprintf(words, size, "%s is %g where %g was asked for", wanted->name,
                     (double)told->value, (double)wanted->value);
        else
            snprintf(words, size, "%s is not told", wanted->name);
        return;
    }
}

bool tare_session_read_rack(const TareSession* session, uint32_t node_id, TareRack* rack)
{
    const TareObject* const object = tare_session_objects_find(session, TARE_OBJECT_NODE, node_id);
    for (unsigned i = 0; object && i < rack->n; ++i) {
        const TareRackControl* const told = find_control(object, rack->controls[i].name);
        if (!told)
            return false;
        rack->controls[i].value = told->value;
    }
    return object != NULL;
}
