#include "fit/chain.h"

#include <string.h>

TareFitChain tare_fit_chain_without(const TareFitChain* chain, unsigned index)
{
    TareFitChain rest = *chain;
    rest.n--;
    memmove(rest.filters + index, rest.filters + index + 1,
            (rest.n - index) * sizeof *rest.filters);
    return rest;
}
