#include "pipewire/chain/rack_sound.h"

#include "pipewire/chain/rack.h"
#include "pipewire/chain/single.h"

#include <math.h>

#define POINTS_PER_OCTAVE 24.0
#define UNHEARD_DB 0.05

/** The band that a node is, by its values. */
static TareBand band_of(const TareRack* rack, uint32_t channel, unsigned node)
{
    const TareRackControl* const values =
        &rack->controls[(channel * TARE_RACK_N_NODES + node) * TARE_RACK_N_NODE_CONTROLS];
    return (TareBand){.type = tare_rack_node_type(node),
                      .freq_hz = (double)values[0].value,
                      .q = (double)values[1].value,
                      .gain_db = (double)values[2].value};
}

/** What both do together at each point, one's nodes less the other's. */
static bool is_same_channel(const TareRack* a, const TareRack* b, uint32_t channel, double rate_hz)
{
    TareSingle singles[2 * TARE_RACK_N_NODES];
    for (unsigned i = 0; i < TARE_RACK_N_NODES; ++i) {
        const TareBand one = band_of(a, channel, i), other = band_of(b, channel, i);
        singles[2 * i] = tare_single(&one, rate_hz);
        singles[2 * i + 1] = tare_single(&other, rate_hz);
    }
    const double last_hz = fmin(20000.0, 0.47 * rate_hz);
    for (double freq_hz = 20.0; freq_hz <= last_hz; freq_hz *= exp2(1.0 / POINTS_PER_OCTAVE)) {
        double difference_db = 0.0;
        for (unsigned i = 0; i < TARE_RACK_N_NODES; ++i)
            difference_db += tare_single_gain_db(&singles[2 * i], freq_hz, rate_hz) -
                             tare_single_gain_db(&singles[2 * i + 1], freq_hz, rate_hz);
        if (!(fabs(difference_db) <= UNHEARD_DB))
            return false;
    }
    return true;
}

bool tare_rack_sound_is_same(const TareRack* a, const TareRack* b, double rate_hz)
{
    for (uint32_t channel = 0; channel < TARE_MAX_CHANNELS; ++channel)
        if (!is_same_channel(a, b, channel, rate_hz))
            return false;
    return true;
}
