"""Integrated loudness after ITU-R BS.1770 of sound at 48 kHz, by the coefficients of the standard."""

import math

from helpers import wav

# (b0, b1, b2, a1, a2) of both filters
FILTERS = [(1.53512485958697, -2.69169618940638, 1.19839281085285, -1.69065929318241,
            0.73248077421585),
           (1.0, -2.0, 1.0, -1.99004745483398, 0.99007225036621)]
STEP = 4800  # blocks of 0.4 s begin each 0.1 s


def weighted(samples):
    for b0, b1, b2, a1, a2 in FILTERS:
        x1 = x2 = y1 = y2 = 0.0
        out = []
        for x in samples:
            y = b0 * x + b1 * x1 + b2 * x2 - a1 * y1 - a2 * y2
            x2, x1, y2, y1 = x1, x, y1, y
            out.append(y)
        samples = out
    return samples


def level(power):
    return -0.691 + 10 * math.log10(power + 1e-30)


def lufs(channels):
    """Of samples for each channel: left and right, or one."""
    steps = [0.0] * (len(channels[0]) // STEP)
    for samples in channels:
        heard = weighted(samples)
        for i in range(len(steps)):
            steps[i] += sum(x * x for x in heard[i * STEP:(i + 1) * STEP]) / STEP
    blocks = [sum(steps[i:i + 4]) / 4 for i in range(len(steps) - 3)]
    for gate in -70.0, None:
        if gate is None:
            gate = level(sum(blocks) / len(blocks)) - 10
        blocks = [power for power in blocks if level(power) > gate] or [0.0]
    return level(sum(blocks) / len(blocks))


def of_file(path):
    """Without the silence before and behind, in which a player or recorder began and ended."""
    channels, rate = wav.read(path)
    if rate != 48000:
        raise ValueError('%s is at %d Hz' % (path, rate))
    begin = min(wav.onset(samples) for samples in channels)
    end = min(wav.onset(samples[::-1]) for samples in channels)
    return lufs([samples[begin:len(samples) - end] for samples in channels])
