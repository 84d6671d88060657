#include "pipewire/session/session_objects.h"

#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

void tare_session_objects_copy_text(char field[TARE_OUTPUT_TEXT], const char* text)
{
    snprintf(field, TARE_OUTPUT_TEXT, "%s", text ? text : "");
    tare_utf8_drop_partial_end(field);
    if (tare_utf8_is_valid(field, strlen(field), NULL))
        return;
    for (char* c = field; *c; ++c)
        if ((unsigned char)*c >= 0x80)
            *c = '?';
}

TareObject* tare_session_objects_find(const TareSession* session, TareObjectType type, uint32_t id)
{
    TareObject* object = session->objects;
    while (object && (object->type != type || object->id != id))
        object = object->next;
    return object;
}

TareObject* tare_session_objects_add(TareSession* session, TareObjectType type, uint32_t id)
{
    TareObject* const object = calloc(1, sizeof *object);
    if (!object) {
        session->is_short_of_memory = true;
        return NULL;
    }
    object->session = session;
    object->type = type;
    object->id = id;
    object->next = session->objects;
    session->objects = object;
    ++session->n_changes;
    return object;
}

/* Metadata */

static void drop_item(TareMetadataItem** place)
{
    TareMetadataItem* const item = *place;
    *place = item->next;
    free(item->key);
    free(item->value);
    free(item);
}

void tare_session_objects_remove_items(TareObject* object, uint32_t subject, const char* key)
{
    TareMetadataItem** place = &object->is.items;
    while (*place)
        if ((*place)->subject == subject && (!key || strcmp((*place)->key, key) == 0))
            drop_item(place);
        else
            place = &(*place)->next;
}

bool tare_session_objects_add_item(TareObject* object, uint32_t subject, const char* key,
                                   const char* value)
{
    TareMetadataItem* const item = calloc(1, sizeof *item);
    if (!item)
        return false;
    item->next = object->is.items;
    object->is.items = item;
    item->subject = subject;
    item->key = strdup(key);
    item->value = strdup(value);
    if (item->key && item->value)
        return true;
    drop_item(&object->is.items);
    return false;
}

void tare_session_objects_drop(TareObject** place)
{
    TareObject* const object = *place;
    *place = object->next;
    if (object->proxy) {
        spa_hook_remove(&object->object_listener);
        spa_hook_remove(&object->proxy_listener);
        pw_proxy_destroy(object->proxy);
    }
    if (object->type == TARE_OBJECT_DEFAULTS || object->type == TARE_OBJECT_SETTINGS)
        while (object->is.items)
            drop_item(&object->is.items);
    free(object->controls);
    free(object);
}
