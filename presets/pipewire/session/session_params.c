#include "pipewire/session/session_params.h"

#include "pipewire/chain/graph.h"
#include "pipewire/chain/rack.h"
#include "pipewire/session/session_objects.h"

#include <spa/param/profile.h>
#include <spa/param/props.h>
#include <spa/param/route.h>
#include <spa/pod/iter.h>
#include <spa/pod/parser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Devices */

static TareSessionRoute* route_of(TareSessionDevice* device, int32_t profile_device)
{
    for (unsigned i = 0; i < device->n_routes; ++i)
        if (device->routes[i].profile_device == profile_device)
            return &device->routes[i];
    if (device->n_routes == TARE_SESSION_MAX_ROUTES)
        return NULL;
    TareSessionRoute* const route = &device->routes[device->n_routes++];
    *route = (TareSessionRoute){.profile_device = profile_device};
    return route;
}

void tare_session_params_take_route(TareSessionDevice* device, const struct spa_pod* param)
{
    uint32_t direction = SPA_DIRECTION_INPUT;
    int32_t profile_device = -1;
    const char* name = NULL;
    const char* description = NULL;
    if (spa_pod_parse_object(param, SPA_TYPE_OBJECT_ParamRoute, NULL, SPA_PARAM_ROUTE_direction,
                             SPA_POD_Id(&direction), SPA_PARAM_ROUTE_device,
                             SPA_POD_Int(&profile_device), SPA_PARAM_ROUTE_name,
                             SPA_POD_String(&name), SPA_PARAM_ROUTE_description,
                             SPA_POD_OPT_String(&description)) < 0 ||
        direction != SPA_DIRECTION_OUTPUT)
        return;
    TareSessionRoute* const route = route_of(device, profile_device);
    if (!route)
        return;
    tare_session_objects_copy_text(route->name, name);
    tare_session_objects_copy_text(route->description, description);
}

void tare_session_params_take_profile(TareSessionDevice* device, const struct spa_pod* param)
{
    const char* name = NULL;
    const char* description = NULL;
    if (spa_pod_parse_object(param, SPA_TYPE_OBJECT_ParamProfile, NULL, SPA_PARAM_PROFILE_name,
                             SPA_POD_String(&name), SPA_PARAM_PROFILE_description,
                             SPA_POD_OPT_String(&description)) < 0)
        return;
    tare_session_objects_copy_text(device->profile_name, name);
    tare_session_objects_copy_text(device->profile_description, description);
}

/* The chain */

/** The pairs of name and value in Props; NULL when there are none. */
static const struct spa_pod* params_of(const struct spa_pod* param)
{
    const struct spa_pod_prop* const prop = spa_pod_is_object_type(param, SPA_TYPE_OBJECT_Props)
                                                ? spa_pod_find_prop(param, NULL, SPA_PROP_params)
                                                : NULL;
    return prop && spa_pod_is_struct(&prop->value) ? &prop->value : NULL;
}

static bool take_value(const struct spa_pod* pod, float* value)
{
    float number = 0.0f;
    double wide = 0.0;
    int32_t whole = 0;
    bool flag = false;
    if (spa_pod_get_float(pod, &number) == 0)
        *value = number;
    else if (spa_pod_get_double(pod, &wide) == 0)
        *value = (float)wide;
    else if (spa_pod_get_int(pod, &whole) == 0)
        *value = (float)whole;
    else if (spa_pod_get_bool(pod, &flag) == 0)
        *value = flag ? 1.0f : 0.0f;
    else
        return false;
    return true;
}

/** The place of a control: where it was, or at the end; NULL when that is full. */
static TareRackControl* place_of(TareObject* object, const char* name)
{
    for (unsigned i = 0; i < object->n_controls; ++i)
        if (strcmp(object->controls[i].name, name) == 0)
            return &object->controls[i];
    if (object->n_controls == TARE_RACK_MAX_CONTROLS)
        return NULL;
    TareRackControl* const control = &object->controls[object->n_controls++];
    snprintf(control->name, sizeof control->name, "%s", name);
    return control;
}

/** Keeps a value by the name that it has in a rack: what an output bears has its node's own.
   Returns whether it is of such a one. */
static bool take_control(TareObject* object, const char* name, const struct spa_pod* pod)
{
    static const char inside[] = TARE_GRAPH_INSIDE_NODE ":";
    char in_rack[sizeof((TareRackControl*)NULL)->name];
    float value = 0.0f;
    const bool is_inside = strncmp(name, inside, sizeof inside - 1) == 0;
    if (is_inside) {
        snprintf(in_rack, sizeof in_rack, "eq:%s", name + sizeof inside - 1);
        name = in_rack;
    }
    const bool is_meant = is_inside || tare_session_node_is_ours(&object->is.node);
    TareRackControl* const control =
        is_meant && tare_rack_is_control(name) && take_value(pod, &value) ? place_of(object, name)
                                                                          : NULL;
    if (control)
        control->value = value;
    return is_inside;
}

/** Notes whether an output bears a correction, which is always the LV2 plugin. */
static void set_bearer(TareObject* object, bool bears)
{
    TareSessionNode* const node = &object->is.node;
    if (node->bears == bears)
        return;
    node->bears = bears;
    object->n_controls = bears ? object->n_controls : 0;
    tare_session_objects_copy_text(node->kind, bears ? tare_chain_kind_name(TARE_CHAIN_LV2) : NULL);
    ++object->session->n_changes;
}

void tare_session_params_take_controls(TareObject* object, const struct spa_pod* param,
                                       bool is_first)
{
    const struct spa_pod* const params = params_of(param);
    const struct spa_pod* pod;
    const char* name = NULL;
    bool is_inside = false;
    if (!params)
        return;
    if (!object->controls)
        object->controls = calloc(TARE_RACK_MAX_CONTROLS, sizeof *object->controls);
    if (!object->controls) {
        object->session->is_short_of_memory = true;
        return;
    }
    /* a node has several Props, those of its converter first: what one of them says stays beside
       what the others say, but an output need not bear any more what it bore */
    if (is_first && !tare_session_node_is_ours(&object->is.node))
        set_bearer(object, false);
    SPA_POD_STRUCT_FOREACH(params, pod)
    {
        if (!name) {
            if (spa_pod_get_string(pod, &name) < 0)
                return;
            continue;
        }
        is_inside = take_control(object, name, pod) || is_inside;
        name = NULL;
    }
    if (is_inside)
        set_bearer(object, true);
}
