/* What a session knows of PipeWire's objects; for the files session*.c only. */

#ifndef TARE_PIPEWIRE_SESSION_OBJECTS_H
#define TARE_PIPEWIRE_SESSION_OBJECTS_H

#include "pipewire/session/session_node.h"

#include <pipewire/pipewire.h>

#include <pipewire/extensions/metadata.h> /* needs the other one before it */

typedef struct TareRackControl TareRackControl;

typedef struct TareMetadataItem {
    struct TareMetadataItem* next;
    uint32_t subject;
    char *key, *value;
} TareMetadataItem;

typedef enum {
    TARE_OBJECT_NODE,
    TARE_OBJECT_DEVICE,
    TARE_OBJECT_LINK,
    TARE_OBJECT_CLIENT,
    TARE_OBJECT_DEFAULTS, ///< metadata "default"
    TARE_OBJECT_SETTINGS  ///< metadata "settings"
} TareObjectType;

enum { TARE_SESSION_MAX_ROUTES = 16 };

/** Where the sound leaves a card now: a jack, a loudspeaker. */
typedef struct TareSessionRoute {
    int32_t profile_device;
    char name[TARE_OUTPUT_TEXT];
    char description[TARE_OUTPUT_TEXT];
} TareSessionRoute;

/** A sound card, or a Bluetooth headphone. */
typedef struct TareSessionDevice {
    uint32_t id;
    char name[TARE_OUTPUT_TEXT];
    char description[TARE_OUTPUT_TEXT];
    char address[TARE_OUTPUT_TEXT];
    char profile_name[TARE_OUTPUT_TEXT];
    char profile_description[TARE_OUTPUT_TEXT];
    unsigned n_routes;
    TareSessionRoute routes[TARE_SESSION_MAX_ROUTES];
} TareSessionDevice;

typedef struct TareSession TareSession;

/** One object, as the registry lists it. */
typedef struct TareObject {
    struct TareObject* next;
    TareSession* session;
    TareObjectType type;
    uint32_t id;
    struct pw_proxy* proxy; ///< NULL where nothing more than the registry's words is needed
    struct spa_hook proxy_listener, object_listener;
    union {
        TareSessionNode node;
        TareSessionDevice device;
        struct {
            uint32_t from, to;
        } link;
        pid_t process;
        TareMetadataItem* items;
    } is;
    TareRackControl* controls; ///< of a node with a chain, as last told
    unsigned n_controls;
} TareObject;

struct TareSession {
    struct pw_main_loop* main_loop;
    struct pw_context* context;
    struct pw_core* core;
    struct pw_registry* registry;
    struct spa_hook core_listener, registry_listener;
    TareObject* objects; ///< the newest first
    bool is_alive, is_short_of_memory;
    bool has_smart_filters;
    unsigned n_changes;
    int sync_done; ///< the last question that was answered, 0 for none
    char version[32];
    struct spa_source* source;
    void (*ready)(void* data, int fd);
    void* ready_data;
};

/** Copies a text, cut behind a character where it is too long, and with "?" for all but ASCII where
   it is no UTF-8; NULL becomes "". */
void tare_session_objects_copy_text(char field[TARE_OUTPUT_TEXT], const char* text);

/** The object of a type with an id; NULL when there is none. */
TareObject* tare_session_objects_find(const TareSession* session, TareObjectType type, uint32_t id);

/** A new one, the first in the list, which owns it; NULL when memory is short, which the session
    then knows. */
TareObject* tare_session_objects_add(TareSession* session, TareObjectType type, uint32_t id);

/** Frees an object and takes it out of its list. */
void tare_session_objects_drop(TareObject** place);

/** Adds a value of metadata; false when memory is short. */
bool tare_session_objects_add_item(TareObject* object, uint32_t subject, const char* key,
                                   const char* value);

/** Removes one; all of a subject for a NULL key. */
void tare_session_objects_remove_items(TareObject* object, uint32_t subject, const char* key);

#endif
