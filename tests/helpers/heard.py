"""What is heard of a correction in a file, and filters to hold it against."""

from helpers.cli import tare
from helpers.cookbook import GRID_HZ, coefficients, level_db

BOUND_DB = 0.01
AT = ','.join('%.6f' % freq_hz for freq_hz in GRID_HZ)


def peak(freq_hz, gain_db, q=None, **more):
    return coefficients('peak', freq_hz, gain_db, q=q, **more)


def low_shelf(freq_hz, gain_db, q=None, **more):
    return coefficients('low_shelf', freq_hz, gain_db, q=q, **more)


def high_shelf(freq_hz, gain_db, q=None, **more):
    return coefficients('high_shelf', freq_hz, gain_db, q=q, **more)


def corner_slope(kind, freq_hz, gain_db, slope_db):
    """A shelf at its corner, so many dB an octave steep."""
    slope = slope_db / 12.0
    shift = 10.0 ** (abs(gain_db) / 80.0 / slope)
    centre_hz = freq_hz * shift if kind == 'low_shelf' else freq_hz / shift
    return coefficients(kind, centre_hz, gain_db, slope=slope)


def corner_q(kind, freq_hz, gain_db, q):
    """The same with a Q, which says how steep it is."""
    a = 10.0 ** (gain_db / 40.0)
    slope = 1.0 / ((1.0 / q ** 2 - 2.0) / (a + 1.0 / a) + 1.0)
    shift = 10.0 ** (abs(gain_db) / 80.0 / slope)
    centre_hz = freq_hz * shift if kind == 'low_shelf' else freq_hz / shift
    return coefficients(kind, centre_hz, gain_db, q=q)


def plain(kind, freq_hz, q):
    return coefficients(kind, freq_hz, q=q)


def levels(path, *options, channel='left', rate_hz=48000):
    """What is heard of a file, less nothing: the preamp is that of the file."""
    result = tare('response', '--file', path, '--no-auto-preamp', '--channel', channel, '--at', AT,
                  '--rate', str(rate_hz), *options)
    assert result.status == 0, result
    return [float(line.split(',')[1]) for line in result.out.splitlines()[1:]], result.err


def check_levels(found, filters, preamp_db, what, rate_hz=48000):
    for freq_hz, found_db in zip(GRID_HZ, found):
        wanted_db = level_db(filters, freq_hz, rate_hz) + preamp_db
        if wanted_db < -100.0:
            continue  # the middle of a notch
        assert abs(found_db - wanted_db) <= BOUND_DB, (what, freq_hz, found_db, wanted_db)
