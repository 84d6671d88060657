/* The device of a card that is not there: its profiles and routes, as PipeWire asks for them. */

#include "fakes/fake_card.h"

#include <errno.h>
#include <spa/monitor/utils.h>
#include <spa/param/audio/raw.h>
#include <spa/param/profile.h>
#include <spa/param/props.h>
#include <spa/param/route.h>
#include <spa/pod/builder.h>
#include <spa/pod/filter.h>
#include <spa/pod/parser.h>
#include <spa/utils/hook.h>
#include <string.h>

static const struct {
    const char *name, *description;
    int priority;
} profiles[N_PROFILES] = {{"off", "Off", 0},
                          {"output:analog-stereo", "Analog Stereo Output", 6500}};

int find_route(const Card* card, const char* name)
{
    for (int i = 0; i < card->n_routes; i++)
        if (!strcmp(name, card->routes[i].name))
            return i;
    return -1;
}

int find_profile(const char* name)
{
    for (int i = 0; i < N_PROFILES; i++)
        if (!strcmp(name, profiles[i].name))
            return i;
    return -1;
}

static struct spa_pod* profile_pod(struct spa_pod_builder* b, uint32_t id, int index, bool save)
{
    struct spa_pod_frame object, classes, one;
    spa_pod_builder_push_object(b, &object, SPA_TYPE_OBJECT_ParamProfile, id);
    spa_pod_builder_add(b, SPA_PARAM_PROFILE_index, SPA_POD_Int(index), SPA_PARAM_PROFILE_name,
                        SPA_POD_String(profiles[index].name), SPA_PARAM_PROFILE_description,
                        SPA_POD_String(profiles[index].description), SPA_PARAM_PROFILE_priority,
                        SPA_POD_Int(profiles[index].priority), SPA_PARAM_PROFILE_available,
                        SPA_POD_Id(SPA_PARAM_AVAILABILITY_yes), 0);
    spa_pod_builder_prop(b, SPA_PARAM_PROFILE_classes, 0);
    spa_pod_builder_push_struct(b, &classes);
    spa_pod_builder_int(b, index == PROFILE_ON);
    if (index == PROFILE_ON) {
        const int32_t devices[] = {0};
        spa_pod_builder_push_struct(b, &one);
        spa_pod_builder_string(b, "Audio/Sink");
        spa_pod_builder_int(b, 1);
        spa_pod_builder_string(b, "card.profile.devices");
        spa_pod_builder_array(b, sizeof *devices, SPA_TYPE_Int, 1, devices);
        spa_pod_builder_pop(b, &one);
    }
    spa_pod_builder_pop(b, &classes);
    if (id == SPA_PARAM_Profile)
        spa_pod_builder_add(b, SPA_PARAM_PROFILE_save, SPA_POD_Bool(save), 0);
    return spa_pod_builder_pop(b, &object);
}

static void add_route_props(struct spa_pod_builder* b, const Route* route)
{
    static const uint32_t positions[CHANNELS] = {SPA_AUDIO_CHANNEL_FL, SPA_AUDIO_CHANNEL_FR};
    struct spa_pod_frame object;
    spa_pod_builder_prop(b, SPA_PARAM_ROUTE_props, 0);
    spa_pod_builder_push_object(b, &object, SPA_TYPE_OBJECT_Props, SPA_PARAM_Route);
    spa_pod_builder_add(b, SPA_PROP_mute, SPA_POD_Bool(route->mute), SPA_PROP_channelVolumes,
                        SPA_POD_Array(sizeof(float), SPA_TYPE_Float, CHANNELS, route->volumes),
                        SPA_PROP_channelMap,
                        SPA_POD_Array(sizeof(uint32_t), SPA_TYPE_Id, CHANNELS, positions), 0);
    spa_pod_builder_pop(b, &object);
}

static struct spa_pod* route_pod(struct spa_pod_builder* b, uint32_t id, const Card* card,
                                 int index)
{
    static const int32_t in_profiles[] = {PROFILE_ON}, devices[] = {0};
    const Route* route = &card->routes[index];
    struct spa_pod_frame object, info;
    spa_pod_builder_push_object(b, &object, SPA_TYPE_OBJECT_ParamRoute, id);
    spa_pod_builder_add(b, SPA_PARAM_ROUTE_index, SPA_POD_Int(index), SPA_PARAM_ROUTE_direction,
                        SPA_POD_Id(SPA_DIRECTION_OUTPUT), SPA_PARAM_ROUTE_name,
                        SPA_POD_String(route->name), SPA_PARAM_ROUTE_description,
                        SPA_POD_String(route->description), SPA_PARAM_ROUTE_priority,
                        SPA_POD_Int(10000 - 100 * index), SPA_PARAM_ROUTE_available,
                        SPA_POD_Id(route->available), 0);
    spa_pod_builder_prop(b, SPA_PARAM_ROUTE_info, 0);
    spa_pod_builder_push_struct(b, &info);
    spa_pod_builder_int(b, 1);
    spa_pod_builder_string(b, "port.type");
    spa_pod_builder_string(b, route->type);
    spa_pod_builder_pop(b, &info);
    spa_pod_builder_add(
        b, SPA_PARAM_ROUTE_profiles, SPA_POD_Array(sizeof(int32_t), SPA_TYPE_Int, 1, in_profiles),
        SPA_PARAM_ROUTE_devices, SPA_POD_Array(sizeof(int32_t), SPA_TYPE_Int, 1, devices), 0);
    if (id == SPA_PARAM_Route) {
        spa_pod_builder_add(b, SPA_PARAM_ROUTE_device, SPA_POD_Int(0), SPA_PARAM_ROUTE_profile,
                            SPA_POD_Int(card->profile), SPA_PARAM_ROUTE_save,
                            SPA_POD_Bool(card->save_route), 0);
        add_route_props(b, route);
    }
    return spa_pod_builder_pop(b, &object);
}

/* The parameter of an index, or NULL after the last. */
static struct spa_pod* build_param(struct spa_pod_builder* b, const Card* card, uint32_t id,
                                   int index)
{
    switch (id) {
    case SPA_PARAM_EnumProfile:
        return index < N_PROFILES ? profile_pod(b, id, index, false) : NULL;
    case SPA_PARAM_Profile:
        return index < 1 ? profile_pod(b, id, card->profile, card->save_profile) : NULL;
    case SPA_PARAM_EnumRoute:
        return index < card->n_routes ? route_pod(b, id, card, index) : NULL;
    case SPA_PARAM_Route:
        return index < (card->profile == PROFILE_ON) ? route_pod(b, id, card, card->route) : NULL;
    default:
        return NULL;
    }
}

static int enum_params(void* object, int seq, uint32_t id, uint32_t start, uint32_t max,
                       const struct spa_pod* filter)
{
    Card* card = object;
    struct spa_result_device_params result = {.id = id};
    uint32_t n_found = 0;
    for (uint32_t index = start; n_found < max; index++) {
        uint8_t bytes[2048], filtered[2048];
        struct spa_pod_builder b = SPA_POD_BUILDER_INIT(bytes, sizeof bytes);
        struct spa_pod_builder f = SPA_POD_BUILDER_INIT(filtered, sizeof filtered);
        struct spa_pod* param = build_param(&b, card, id, (int)index);
        if (!param)
            break;
        result.index = index;
        result.next = index + 1;
        if (spa_pod_filter(&f, &result.param, param, filter) < 0)
            continue;
        spa_device_emit_result(&card->hooks, seq, 0, SPA_RESULT_TYPE_DEVICE_PARAMS, &result);
        n_found++;
    }
    return 0;
}

static void emit_info(Card* card, bool everything)
{
    struct spa_device_info info = SPA_DEVICE_INFO_INIT();
    info.change_mask = SPA_DEVICE_CHANGE_MASK_PARAMS;
    if (everything)
        info.change_mask |= SPA_DEVICE_CHANGE_MASK_PROPS;
    info.props = &card->device_props->dict;
    info.params = card->params;
    info.n_params = N_PARAMS;
    spa_device_emit_info(&card->hooks, &info);
}

void params_changed(Card* card, int first, int second)
{
    card->params[first].flags ^= SPA_PARAM_INFO_SERIAL;
    card->params[second].flags ^= SPA_PARAM_INFO_SERIAL;
    emit_info(card, false);
}

static int add_listener(void* object, struct spa_hook* listener,
                        const struct spa_device_events* events, void* data)
{
    Card* card = object;
    struct spa_hook_list others;
    spa_hook_list_isolate(&card->hooks, &others, listener, events, data);
    emit_info(card, true);
    spa_hook_list_join(&card->hooks, &others);
    return 0;
}

static int sync_device(void* object, int seq)
{
    Card* card = object;
    spa_device_emit_result(&card->hooks, seq, 0, 0, NULL);
    return 0;
}

int set_profile(Card* card, int index, bool save)
{
    if (index < 0 || index >= N_PROFILES)
        return -EINVAL;
    card->profile = index;
    card->save_profile = save;
    params_changed(card, PROFILE, ROUTE);
    update_sink(card);
    return 0;
}

static void set_route_props(Route* route, const struct spa_pod* props)
{
    const struct spa_pod* volumes = NULL;
    bool mute = route->mute;
    spa_pod_parse_object(props, SPA_TYPE_OBJECT_Props, NULL, SPA_PROP_mute, SPA_POD_OPT_Bool(&mute),
                         SPA_PROP_channelVolumes, SPA_POD_OPT_Pod(&volumes));
    route->mute = mute;
    float values[CHANNELS];
    uint32_t n =
        volumes ? spa_pod_copy_array(volumes, SPA_TYPE_Float, values, CHANNELS) : (uint32_t)0;
    for (uint32_t c = 0; n && c < CHANNELS; c++)
        route->volumes[c] = values[c < n ? c : n - 1];
}

static int set_param(void* object, uint32_t id, uint32_t flags, const struct spa_pod* param)
{
    Card* card = object;
    int index = -1, device = 0;
    bool save = false;
    (void)flags;
    if (id == SPA_PARAM_Profile) {
        if (!param)
            return set_profile(card, PROFILE_OFF, false);
        const char* name = NULL;
        spa_pod_parse_object(param, SPA_TYPE_OBJECT_ParamProfile, NULL, SPA_PARAM_PROFILE_index,
                             SPA_POD_OPT_Int(&index), SPA_PARAM_PROFILE_name,
                             SPA_POD_OPT_String(&name), SPA_PARAM_PROFILE_save,
                             SPA_POD_OPT_Bool(&save));
        return set_profile(card, name ? find_profile(name) : index, save);
    }
    if (id != SPA_PARAM_Route)
        return -ENOENT;
    if (!param)
        return 0;
    const char* name = NULL;
    const struct spa_pod* props = NULL;
    spa_pod_parse_object(param, SPA_TYPE_OBJECT_ParamRoute, NULL, SPA_PARAM_ROUTE_index,
                         SPA_POD_OPT_Int(&index), SPA_PARAM_ROUTE_device, SPA_POD_OPT_Int(&device),
                         SPA_PARAM_ROUTE_name, SPA_POD_OPT_String(&name), SPA_PARAM_ROUTE_props,
                         SPA_POD_OPT_Pod(&props), SPA_PARAM_ROUTE_save, SPA_POD_OPT_Bool(&save));
    if (name)
        index = find_route(card, name);
    if (index < 0 || index >= card->n_routes || device != 0)
        return -EINVAL;
    card->route = index;
    card->save_route = save;
    if (props)
        set_route_props(&card->routes[index], props);
    params_changed(card, ROUTE, ROUTE);
    params_changed(card, ROUTE, ENUM_ROUTE);
    return 0;
}

static const struct spa_device_methods device_methods = {
    SPA_VERSION_DEVICE_METHODS, .add_listener = add_listener, .sync = sync_device,
    .enum_params = enum_params, .set_param = set_param};

void set_up_device(Card* card)
{
    static const uint32_t ids[N_PARAMS] = {SPA_PARAM_EnumProfile, SPA_PARAM_Profile,
                                           SPA_PARAM_EnumRoute, SPA_PARAM_Route};
    for (int i = 0; i < N_PARAMS; i++)
        card->params[i] = (struct spa_param_info){
            .id = ids[i],
            .flags = i == PROFILE || i == ROUTE ? SPA_PARAM_INFO_READWRITE : SPA_PARAM_INFO_READ};
    spa_hook_list_init(&card->hooks);
    card->device.iface =
        SPA_INTERFACE_INIT(SPA_TYPE_INTERFACE_Device, SPA_VERSION_DEVICE, &device_methods, card);
    card->profile = PROFILE_ON;
}
