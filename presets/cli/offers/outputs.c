#include "cli/offers/offers.h"

#include "cli/frame/candidates.h"
#include "pipewire/chain/chain_paths.h"
#include "pipewire/live/live.h"
#include "pipewire/session/device_rules.h"
#include "pipewire/session/output.h"

#include <stdlib.h>

void tare_offer_outputs(TareCandidates* candidates)
{
    TareLivePresence presence;
    TareSession* const session = tare_live_open(&presence);
    size_t n = session ? tare_live_outputs(session, NULL, 0) : 0;
    TareOutput* const outputs = calloc(n + 1, sizeof *outputs);
    if (!outputs)
        candidates->lines.failed = true;
    if (outputs && n > 0)
        (void)tare_live_outputs(session, outputs, n);
    for (size_t i = 0; outputs && i < n; ++i)
        for (unsigned name = 0; name < TARE_N_OUTPUT_NAMES; ++name)
            if (outputs[i].names[name][0] != '\0')
                tare_candidates_add_if_begun(candidates, outputs[i].names[name],
                                             tare_output_name_label((TareOutputName)name));
    free(outputs);
    tare_live_close(session);
}

void tare_offer_rules(TareCandidates* candidates)
{
    TareChainPaths paths;
    TareDeviceRules rules = {0};
    if (!tare_chain_paths_find(&paths))
        return;
    (void)tare_device_rules_read(&rules, paths.devices, NULL);
    for (size_t i = 0; i < rules.n; ++i)
        tare_candidates_add_if_begun(candidates, rules.rules[i].pattern, rules.rules[i].id);
    tare_device_rules_clear(&rules);
    tare_chain_paths_clear(&paths);
}
