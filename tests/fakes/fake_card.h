/* The card of fake_card.c: its device in fake_device.c, the rest in fake_card.c. */

#ifndef FAKE_CARD_H
#define FAKE_CARD_H

#include <pipewire/pipewire.h>
#include <spa/monitor/device.h>
#include <spa/param/param.h>
#include <stdbool.h>
#include <stddef.h>

enum { ENUM_PROFILE, PROFILE, ENUM_ROUTE, ROUTE, N_PARAMS };
enum { PROFILE_OFF, PROFILE_ON, N_PROFILES };
enum { MAX_ROUTES = 8, LINE_BYTES = 512, CHANNELS = 2 };

typedef struct {
    char name[64], description[64], type[32];
    enum spa_param_availability available;
    float volumes[CHANNELS];
    bool mute;
} Route;

typedef struct {
    struct spa_device device;
    struct spa_hook_list hooks;
    struct spa_param_info params[N_PARAMS];
    Route routes[MAX_ROUTES];
    int n_routes, route, profile;
    bool save_route, save_profile;

    struct pw_loop* loop;
    struct pw_core* core;
    struct pw_properties *device_props, *node_props;
    struct pw_proxy *device_proxy, *node_proxy;
    struct spa_hook core_hook, device_hook, node_hook;
    uint32_t device_id, node_id;
    int wanted_sync, seen_sync;
    bool failed, ended, quit;
    char input[LINE_BYTES];
    size_t n_input;
} Card;

void set_up_device(Card* card);
int find_route(const Card* card, const char* name);
int find_profile(const char* name);

/* Tells subscribers that two of the parameters may have changed. */
void params_changed(Card* card, int first, int second);

/* 0, or an error where there is no such profile. */
int set_profile(Card* card, int index, bool save);

/* Makes or takes away the sink, as the profile and the device want it. */
void update_sink(Card* card);

#endif
