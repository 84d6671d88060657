"""Filters and their levels, from R. Bristow-Johnson's "Cookbook formulae for audio EQ biquad filter
coefficients" as such: what other programs do with the numbers in their files.
"""

import cmath
import math

RATE_HZ = 48000.0
GRID_HZ = [20.0 * 1000.0 ** (i / 120.0) for i in range(121)]


def alpha_of_q(w, gain_db, q):
    return math.sin(w) / (2.0 * q)


def alpha_of_octaves(w, gain_db, octaves):
    return math.sin(w) * math.sinh(math.log(2.0) / 2.0 * octaves * w / math.sin(w))


def alpha_of_slope(w, gain_db, slope):
    a = 10.0 ** (gain_db / 40.0)
    return math.sin(w) / 2.0 * math.sqrt((a + 1.0 / a) * (1.0 / slope - 1.0) + 2.0)


def coefficients(kind, freq_hz, gain_db=0.0, rate_hz=RATE_HZ, q=None, octaves=None, slope=None):
    """b0, b1, b2, a0, a1, a2"""
    w = 2.0 * math.pi * freq_hz / rate_hz
    way, value = ((alpha_of_q, q) if q is not None else
                  (alpha_of_octaves, octaves) if octaves is not None else (alpha_of_slope, slope))
    alpha = way(w, gain_db, value)
    a, c = 10.0 ** (gain_db / 40.0), math.cos(w)
    root = 2.0 * math.sqrt(a) * alpha
    if kind == 'peak':
        return 1 + alpha * a, -2 * c, 1 - alpha * a, 1 + alpha / a, -2 * c, 1 - alpha / a
    if kind == 'low_shelf':
        return (a * (a + 1 - (a - 1) * c + root), 2 * a * (a - 1 - (a + 1) * c),
                a * (a + 1 - (a - 1) * c - root), a + 1 + (a - 1) * c + root,
                -2 * (a - 1 + (a + 1) * c), a + 1 + (a - 1) * c - root)
    if kind == 'high_shelf':
        return (a * (a + 1 + (a - 1) * c + root), -2 * a * (a - 1 + (a + 1) * c),
                a * (a + 1 + (a - 1) * c - root), a + 1 - (a - 1) * c + root,
                2 * (a - 1 - (a + 1) * c), a + 1 - (a - 1) * c - root)
    zeros = {'low_pass': ((1 - c) / 2, 1 - c, (1 - c) / 2),
             'high_pass': ((1 + c) / 2, -1 - c, (1 + c) / 2),
             'band_pass': (alpha, 0.0, -alpha),
             'notch': (1.0, -2 * c, 1.0),
             'all_pass': (1 - alpha, -2 * c, 1 + alpha)}[kind]
    return zeros + (1 + alpha, -2 * c, 1 - alpha)


def level_db(filters, freq_hz, rate_hz=RATE_HZ):
    """The level of a list of coefficients one behind the other."""
    z = cmath.exp(-2j * math.pi * freq_hz / rate_hz)
    sum_db = 0.0
    for b0, b1, b2, a0, a1, a2 in filters:
        gain = abs((b0 + b1 * z + b2 * z * z) / (a0 + a1 * z + a2 * z * z))
        sum_db += 20.0 * math.log10(max(gain, 1e-12))
    return sum_db
