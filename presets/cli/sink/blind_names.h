/* What the sounds of `tare blind` are called. */

#ifndef TARE_CLI_BLIND_NAMES_H
#define TARE_CLI_BLIND_NAMES_H

#include <stdbool.h>

typedef struct TareBlindName {
    bool is_original;
    char id[512];
    char title[512]; ///< for people: "Sennheiser HD 650 (sennheiser-hd-650/oratory1990)"
} TareBlindName;

#endif
