#include "pipewire/session/session_events.h"

#include "pipewire/session/session_objects.h"
#include "pipewire/session/session_params.h"

#include <stdlib.h>
#include <string.h>

/* Metadata */

static int on_property(void* data, uint32_t subject, const char* key, const char* type,
                       const char* value)
{
    TareObject* const object = data;
    (void)type;
    ++object->session->n_changes;
    tare_session_objects_remove_items(object, subject, key);
    if (key && value && !tare_session_objects_add_item(object, subject, key, value))
        object->session->is_short_of_memory = true;
    return 0;
}

static const struct pw_metadata_events metadata_events = {
    PW_VERSION_METADATA_EVENTS,
    .property = on_property,
};

/* Nodes */

static void take_node_props(TareSessionNode* node, const struct spa_dict* props)
{
    const char* const device = spa_dict_lookup(props, PW_KEY_DEVICE_ID);
    const char* const client = spa_dict_lookup(props, PW_KEY_CLIENT_ID);
    const char* const profile_device = spa_dict_lookup(props, "card.profile.device");
    const char* const address = spa_dict_lookup(props, "api.bluez5.address");
    const char* const smart = spa_dict_lookup(props, "filter.smart");
    tare_session_objects_copy_text(node->name, spa_dict_lookup(props, PW_KEY_NODE_NAME));
    tare_session_objects_copy_text(node->description,
                                   spa_dict_lookup(props, PW_KEY_NODE_DESCRIPTION));
    tare_session_objects_copy_text(node->media_class, spa_dict_lookup(props, PW_KEY_MEDIA_CLASS));
    tare_session_objects_copy_text(node->address, address);
    if (!node->bears)
        tare_session_objects_copy_text(node->kind, spa_dict_lookup(props, "tare.kind"));
    tare_session_objects_copy_text(node->target, spa_dict_lookup(props, PW_KEY_TARGET_OBJECT));
    node->is_smart = smart && strcmp(smart, "true") == 0;
    node->device_id = device ? (uint32_t)strtoul(device, NULL, 10) : TARE_SESSION_NO_ID;
    node->client_id = client ? (uint32_t)strtoul(client, NULL, 10) : TARE_SESSION_NO_ID;
    node->profile_device = profile_device ? (int32_t)strtol(profile_device, NULL, 10) : -1;
}

static void on_node_info(void* data, const struct pw_node_info* info)
{
    TareObject* const object = data;
    object->is.node.is_running = info->state == PW_NODE_STATE_RUNNING;
    if (!(info->change_mask & PW_NODE_CHANGE_MASK_PROPS) || !info->props)
        return;
    take_node_props(&object->is.node, info->props);
    ++object->session->n_changes;
}

static void on_node_param(void* data, int seq, uint32_t id, uint32_t index, uint32_t next,
                          const struct spa_pod* param)
{
    (void)seq;
    (void)next;
    if (id == SPA_PARAM_Props && param)
        tare_session_params_take_controls(data, param, index == 0);
}

static const struct pw_node_events node_events = {
    PW_VERSION_NODE_EVENTS,
    .info = on_node_info,
    .param = on_node_param,
};

/* Devices */

static void on_device_info(void* data, const struct pw_device_info* info)
{
    TareObject* const object = data;
    TareSessionDevice* const device = &object->is.device;
    ++object->session->n_changes;
    /* asked for at each change: not every device tells those who only subscribe */
    if (info->change_mask & PW_DEVICE_CHANGE_MASK_PARAMS) {
        struct pw_device* const proxy = (struct pw_device*)object->proxy;
        pw_device_enum_params(proxy, 0, SPA_PARAM_Profile, 0, UINT32_MAX, NULL);
        pw_device_enum_params(proxy, 0, SPA_PARAM_Route, 0, UINT32_MAX, NULL);
    }
    if (!(info->change_mask & PW_DEVICE_CHANGE_MASK_PROPS) || !info->props)
        return;
    const struct spa_dict* const props = info->props;
    tare_session_objects_copy_text(device->name, spa_dict_lookup(props, PW_KEY_DEVICE_NAME));
    tare_session_objects_copy_text(device->description,
                                   spa_dict_lookup(props, PW_KEY_DEVICE_DESCRIPTION));
    tare_session_objects_copy_text(device->address, spa_dict_lookup(props, "api.bluez5.address"));
}

static void on_device_param(void* data, int seq, uint32_t id, uint32_t index, uint32_t next,
                            const struct spa_pod* param)
{
    TareObject* const object = data;
    (void)seq;
    (void)next;
    if (!param)
        return;
    if (id == SPA_PARAM_Route && index == 0)
        object->is.device.n_routes = 0; /* a new list begins */
    if (id == SPA_PARAM_Route)
        tare_session_params_take_route(&object->is.device, param);
    else if (id == SPA_PARAM_Profile)
        tare_session_params_take_profile(&object->is.device, param);
    ++object->session->n_changes;
}

static const struct pw_device_events device_events = {
    PW_VERSION_DEVICE_EVENTS,
    .info = on_device_info,
    .param = on_device_param,
};

/* The registry */

static void on_proxy_destroyed(void* data)
{
    TareObject* const object = data;
    object->proxy = NULL;
}

static const struct pw_proxy_events proxy_events = {
    PW_VERSION_PROXY_EVENTS,
    .destroy = on_proxy_destroyed,
};

static void subscribe(TareObject* object)
{
    static uint32_t node_params[] = {SPA_PARAM_Props};
    if (object->type == TARE_OBJECT_NODE) {
        struct pw_node* const node = (struct pw_node*)object->proxy;
        pw_node_add_listener(node, &object->object_listener, &node_events, object);
        pw_node_subscribe_params(node, node_params, 1);
    } else if (object->type == TARE_OBJECT_DEVICE) {
        pw_device_add_listener((struct pw_device*)object->proxy, &object->object_listener,
                               &device_events, object);
    } else {
        pw_metadata_add_listener((struct pw_metadata*)object->proxy, &object->object_listener,
                                 &metadata_events, object);
    }
}

static void bind_object(TareObject* object, const char* type, uint32_t version)
{
    object->proxy = pw_registry_bind(object->session->registry, object->id, type, version, 0);
    if (!object->proxy)
        return;
    pw_proxy_add_listener(object->proxy, &object->proxy_listener, &proxy_events, object);
    subscribe(object);
}

static uint32_t id_of(const struct spa_dict* props, const char* key)
{
    const char* const text = spa_dict_lookup(props, key);
    return text ? (uint32_t)strtoul(text, NULL, 10) : TARE_SESSION_NO_ID;
}

/** Only sinks are of interest, and streams, of which one is ours. */
static void add_node(TareSession* session, uint32_t id, const struct spa_dict* props)
{
    const char* const media_class = spa_dict_lookup(props, PW_KEY_MEDIA_CLASS);
    if (!media_class || (strncmp(media_class, "Audio/Sink", 10) != 0 &&
                         strncmp(media_class, "Audio/Duplex", 12) != 0 &&
                         strcmp(media_class, "Stream/Output/Audio") != 0))
        return;
    TareObject* const object = tare_session_objects_add(session, TARE_OBJECT_NODE, id);
    if (!object)
        return;
    object->is.node.id = id;
    take_node_props(&object->is.node, props);
    bind_object(object, PW_TYPE_INTERFACE_Node, PW_VERSION_NODE);
}

static void add_device(TareSession* session, uint32_t id, const struct spa_dict* props)
{
    const char* const media_class = spa_dict_lookup(props, PW_KEY_MEDIA_CLASS);
    if (!media_class || strcmp(media_class, "Audio/Device") != 0)
        return;
    TareObject* const object = tare_session_objects_add(session, TARE_OBJECT_DEVICE, id);
    if (!object)
        return;
    object->is.device.id = id;
    bind_object(object, PW_TYPE_INTERFACE_Device, PW_VERSION_DEVICE);
}

static void add_metadata(TareSession* session, uint32_t id, const struct spa_dict* props)
{
    const char* const name = spa_dict_lookup(props, PW_KEY_METADATA_NAME);
    const bool is_default = name && strcmp(name, "default") == 0;
    if (name && strcmp(name, "sm-settings") == 0)
        session->has_smart_filters = true;
    if (!is_default && !(name && strcmp(name, "settings") == 0))
        return;
    TareObject* const object = tare_session_objects_add(
        session, is_default ? TARE_OBJECT_DEFAULTS : TARE_OBJECT_SETTINGS, id);
    if (object)
        bind_object(object, PW_TYPE_INTERFACE_Metadata, PW_VERSION_METADATA);
}

static void on_global(void* data, uint32_t id, uint32_t permissions, const char* type,
                      uint32_t version, const struct spa_dict* props)
{
    TareSession* const session = data;
    (void)permissions;
    (void)version;
    if (!props)
        return;
    if (strcmp(type, PW_TYPE_INTERFACE_Node) == 0)
        add_node(session, id, props);
    else if (strcmp(type, PW_TYPE_INTERFACE_Device) == 0)
        add_device(session, id, props);
    else if (strcmp(type, PW_TYPE_INTERFACE_Metadata) == 0)
        add_metadata(session, id, props);
    else if (strcmp(type, PW_TYPE_INTERFACE_Client) == 0) {
        TareObject* const object = tare_session_objects_add(session, TARE_OBJECT_CLIENT, id);
        if (object)
            object->is.process = (pid_t)id_of(props, PW_KEY_SEC_PID);
    } else if (strcmp(type, PW_TYPE_INTERFACE_Link) == 0) {
        TareObject* const object = tare_session_objects_add(session, TARE_OBJECT_LINK, id);
        if (object) {
            object->is.link.from = id_of(props, PW_KEY_LINK_OUTPUT_NODE);
            object->is.link.to = id_of(props, PW_KEY_LINK_INPUT_NODE);
        }
    }
}

static void on_global_remove(void* data, uint32_t id)
{
    TareSession* const session = data;
    TareObject** place = &session->objects;
    while (*place && (*place)->id != id)
        place = &(*place)->next;
    if (!*place)
        return;
    tare_session_objects_drop(place);
    ++session->n_changes;
}

const struct pw_registry_events tare_session_events = {
    PW_VERSION_REGISTRY_EVENTS,
    .global = on_global,
    .global_remove = on_global_remove,
};
