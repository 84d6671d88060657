#include "helpers/moves.h"

#include "helpers/noise.h"

#include <math.h>

enum { N_BAND_CONTROLS = 80 };

void moves_init(Moves* moves, uint32_t n_channels, uint32_t seed)
{
    *moves = (Moves){.n_channels = n_channels, .seed = seed};
    for (uint32_t i = 0; i < tare_ports_count(n_channels); ++i)
        moves->controls[i] = tare_port(n_channels, i).def;
}

static void turn(Moves* moves, uint32_t index, uint32_t rarity)
{
    const TarePort port = tare_port(moves->n_channels, index);
    const float part = (float)(noise_next(&moves->seed) % 1024) / 1023;
    const bool is_sudden = port.scale == TARE_SCALE_CHOICE || port.scale == TARE_SCALE_TOGGLE;
    if (tare_port_is_output(port.role) || (is_sudden && noise_next(&moves->seed) % rarity))
        return;
    moves->controls[index] = port.min + part * (port.max - port.min);
}

void moves_turn_all(Moves* moves)
{
    for (uint32_t i = 2 * moves->n_channels; i < tare_ports_count(moves->n_channels); ++i)
        turn(moves, i, 64);
    if (noise_next(&moves->seed) % 16 == 0)
        moves->controls[2 * moves->n_channels + noise_next(&moves->seed) % N_BAND_CONTROLS] = NAN;
}

void moves_turn_one(Moves* moves)
{
    const uint32_t first = 2 * moves->n_channels;
    turn(moves, first + noise_next(&moves->seed) % (tare_ports_count(moves->n_channels) - first),
         1);
}

void moves_fill(Moves* moves, uint32_t block, float* samples, uint32_t n_frames)
{
    for (uint32_t i = 0; i < n_frames; ++i)
        samples[i] = block / 100 % 3 == 2 ? 0.0f : noise_sample(&moves->seed);
    if (n_frames > 0 && block % 50 == 7)
        samples[0] = block % 100 == 7 ? NAN : 3e38f;
}
