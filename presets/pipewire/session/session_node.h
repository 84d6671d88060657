/* A node of PipeWire's graph, as a session knows it. */

#ifndef TARE_PIPEWIRE_SESSION_NODE_H
#define TARE_PIPEWIRE_SESSION_NODE_H

#include "pipewire/session/output.h"

#include <stdbool.h>
#include <stdint.h>

#define TARE_SESSION_NO_ID UINT32_MAX

/** A node. Texts are "" where nothing is known, and cut where they are too long. */
typedef struct TareSessionNode {
    uint32_t id;
    uint32_t client_id;
    uint32_t device_id;     ///< of the sound card; TARE_SESSION_NO_ID for none
    int32_t profile_device; ///< which of the card's routes are this node's; -1 for none
    char name[TARE_OUTPUT_TEXT];
    char description[TARE_OUTPUT_TEXT];
    char media_class[TARE_OUTPUT_TEXT];
    char address[TARE_OUTPUT_TEXT]; ///< Bluetooth
    char kind[TARE_OUTPUT_TEXT];    ///< what our own nodes say of their chain; that of what an
                                    ///< output bears; "" for all others
    bool is_running;                ///< whether something plays there
    bool bears;                     ///< whether it tells of a correction of ours inside it
    bool is_smart;                  ///< whether it asks to be in the way to the default sink
    char target[TARE_OUTPUT_TEXT];  ///< of a stream: the sink that it asked for when it started
} TareSessionNode;

/** Whether it is a node of a chain of ours. */
static inline bool tare_session_node_is_ours(const TareSessionNode* node)
{
    return node->kind[0] != '\0' && !node->bears;
}

#endif
