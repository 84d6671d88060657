#include "pipewire/chain/chain_kind.h"

#include <string.h>

static const char* const names[TARE_N_CHAIN_KINDS] = {"lv2", "ladspa", "builtin", "param_eq"};

const char* tare_chain_kind_name(TareChainKind kind)
{
    return (unsigned)kind < TARE_N_CHAIN_KINDS ? names[kind] : NULL;
}

TareChainKind tare_chain_kind_find(const char* name)
{
    TareChainKind kind = TARE_CHAIN_LV2;
    while (kind < TARE_N_CHAIN_KINDS && strcmp(names[kind], name) != 0)
        ++kind;
    return kind;
}

bool tare_chain_kind_is_plugin(TareChainKind kind)
{
    return kind == TARE_CHAIN_LV2 || kind == TARE_CHAIN_LADSPA;
}

bool tare_chain_kind_is_live(TareChainKind kind)
{
    return kind != TARE_CHAIN_PARAM_EQ;
}
