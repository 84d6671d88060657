"""Lines in the language of Equalizer APO: each rule and trap of its words, held against the response
that its own documents and source give.
"""

import math
import re
import sys

from helpers import cli
from helpers.cli import write
from helpers.cookbook import coefficients
from helpers.heard import (check_levels, corner_q, corner_slope, high_shelf, levels, low_shelf, peak,
                           plain)

NO_BREAK = '\u00a0'
ROOT_HALF = math.sqrt(0.5)

# A line (or several), the filters that it is.
LINES = [
    # every type, with a Q
    ('Filter 1: ON PK Fc 5500 Hz Gain -6.0 dB Q 8.000', [peak(5500, -6, 8)]),
    ('Filter 2: ON PEQ Fc 180 Hz Gain -2 dB Q 2.5', [peak(180, -2, 2.5)]),
    ('Filter 3: ON Modal Fc 45.5 Hz Gain -12 dB Q 9.3 T60 target 300 ms', [peak(45.5, -12, 9.3)]),
    ('Filter 4: ON LP Fc 9000 Hz', [plain('low_pass', 9000, ROOT_HALF)]),
    ('Filter 4: ON LPQ Fc 9000 Hz Q 1.3', [plain('low_pass', 9000, 1.3)]),
    ('Filter 4: ON LP Fc 9000 Hz Q 1.3', [plain('low_pass', 9000, 1.3)]),
    ('Filter 4: ON LPQ Fc 9000 Hz', [plain('low_pass', 9000, ROOT_HALF)]),
    ('Filter 5: ON HP Fc 40 Hz', [plain('high_pass', 40, ROOT_HALF)]),
    ('Filter 5: ON HPQ Fc 22 Hz Q 0.6', [plain('high_pass', 22, 0.6)]),
    ('Filter 6: ON BP Fc 1000 Hz', [plain('band_pass', 1000, ROOT_HALF)]),
    ('Filter 6: ON BP Fc 1000 Hz Q 0.3', [plain('band_pass', 1000, 0.3)]),
    ('Filter 7: ON NO Fc 1000 Hz Q 5', [plain('notch', 1000, 5)]),
    ('Filter 7: ON NO Fc 1000 Hz Q 20', [plain('notch', 1000, 20)]),
    ('Filter 8: ON AP Fc 900 Hz Q 2', [plain('all_pass', 900, 2)]),
    ('Filter 8: ON AP Fc 900 Hz BW Oct 2', [plain('all_pass', 900, 2)]),
    ('Filter 9: ON LSC Fc 90 Hz Gain 4.5 dB Q 0.700', [low_shelf(90, 4.5, 0.7)]),
    ('Filter 9: ON HSC Fc 9000 Hz Gain -4.5 dB Q 0.5', [high_shelf(9000, -4.5, 0.5)]),
    # gain where there is none
    ('Filter: ON HP Fc 40 Hz Gain 6 dB', [plain('high_pass', 40, ROOT_HALF)]),
    ('Filter: ON NO Fc 1000 Hz Gain -40 dB Q 5', [plain('notch', 1000, 5)]),
    # widths in octaves
    ('Filter 3: ON PEQ Fc 180 Hz Gain -2 dB BW Oct 0.5', [peak(180, -2, octaves=0.5)]),
    ('Filter 3: ON PK Fc 100 Hz Gain -9 dB BW Oct 0.167', [peak(100, -9, octaves=0.167)]),
    ('Filter 3: ON PK Fc 12000 Hz Gain 6 dB BW Oct 1', [peak(12000, 6, octaves=1)]),
    ('Filter 3: ON PK Fc 100 Hz Gain -9 dB BW  Oct  1', [peak(100, -9, octaves=1)]),
    ('Filter 3: ON BP Fc 1000 Hz BW Oct 3', [coefficients('band_pass', 1000, octaves=3)]),
    ('Filter 3: ON NO Fc 3000 Hz BW Oct 0.5', [coefficients('notch', 3000, octaves=0.5)]),
    ('Filter 3: ON LP Fc 9000 Hz BW Oct 2', [coefficients('low_pass', 9000, octaves=2)]),
    # the later width wins
    ('Filter 3: ON PK Fc 100 Hz Gain -9 dB Q 7 BW Oct 1', [peak(100, -9, octaves=1)]),
    ('Filter 3: ON PK Fc 100 Hz Gain -9 dB BW Oct 1 Q 7', [peak(100, -9, octaves=1)]),
    ('Filter 3: ON PK 6 dB Fc 100 Hz Gain -9 dB Q 7', [peak(100, -9, 7)]),
    ('Filter 3: ON LSC 6 dB Fc 100 Hz Gain -9 dB Q 2', [low_shelf(100, -9, slope=0.5)]),
    ('Filter 3: ON LSC Fc 100 Hz Gain -9 dB Q 0.5 BW Oct 1', [low_shelf(100, -9, 0.5)]),
    ('Filter 3: ON LP Fc 9000 Hz Q 0', [plain('low_pass', 9000, ROOT_HALF)]),
    # shelves by their slope, at the centre
    ('Filter 4: ON HSC 10.8 dB Fc 9000 Hz Gain -3 dB', [high_shelf(9000, -3, slope=0.9)]),
    ('Filter 4: ON LSC 12 dB Fc 105 Hz Gain 12 dB', [low_shelf(105, 12, slope=1.0)]),
    ('Filter 4: ON LSC 6dB Fc 105 Hz Gain 6 dB', [low_shelf(105, 6, slope=0.5)]),
    ('Filter 4: ON HSC  3 dB  Fc 2000 Hz Gain 6 dB', [high_shelf(2000, 6, slope=0.25)]),
    ('Filter 4: ON LSC Fc 105 Hz Gain 6 dB', [low_shelf(105, 6, slope=0.9)]),
    ('Filter 4: ON HSC Fc 5000 Hz Gain 6 dB', [high_shelf(5000, 6, slope=0.9)]),
    # shelves at the corner: all the width alone, with a slope, with a Q
    ('Filter 4: ON LS Fc 105 Hz Gain 6 dB', [low_shelf(105, 6, slope=0.9)]),
    ('Filter 4: ON HS Fc 5000 Hz Gain -6 dB', [high_shelf(5000, -6, slope=0.9)]),
    ('Filter 4: ON LS 6 dB Fc 1000 Hz Gain 5 dB', [corner_slope('low_shelf', 1000, 5, 6)]),
    ('Filter 4: ON LS 6dB Fc 1000 Hz Gain 12 dB', [corner_slope('low_shelf', 1000, 12, 6)]),
    ('Filter 4: ON LS 12 dB Fc 1000 Hz Gain 5 dB', [corner_slope('low_shelf', 1000, 5, 12)]),
    ('Filter 4: ON LS 12dB Fc 200 Hz Gain -12 dB', [corner_slope('low_shelf', 200, -12, 12)]),
    ('Filter 4: ON HS 6 dB Fc 1000 Hz Gain 5 dB', [corner_slope('high_shelf', 1000, 5, 6)]),
    ('Filter 4: ON HS 6dB Fc 4000 Hz Gain -12 dB', [corner_slope('high_shelf', 4000, -12, 6)]),
    ('Filter 4: ON HS 12 dB Fc 4000 Hz Gain 5 dB', [corner_slope('high_shelf', 4000, 5, 12)]),
    ('Filter 4: ON LS 10.8 dB Fc 105 Hz Gain 6 dB', [corner_slope('low_shelf', 105, 6, 10.8)]),
    ('Filter 4: ON LS Fc 105 Hz Gain 6 dB Q 0.70', [corner_q('low_shelf', 105, 6, 0.7)]),
    ('Filter 4: ON LS Fc 105 Hz Gain 12 dB Q 0.70', [corner_q('low_shelf', 105, 12, 0.7)]),
    ('Filter 4: ON HS Fc 5000 Hz Gain -12 dB Q 0.70', [corner_q('high_shelf', 5000, -12, 0.7)]),
    ('Filter 4: ON HS Fc 5000 Hz Gain 6 dB Q 0.5', [corner_q('high_shelf', 5000, 6, 0.5)]),
    ('Filter 4: ON LS 6 dB Fc 200 Hz Gain 6 dB Q 3', [corner_slope('low_shelf', 200, 6, 6)]),
    # numbers
    ('Filter: ON PK Fc 1,234 Hz Gain -6 dB Q 2', [peak(1234, -6, 2)]),
    ('Filter: ON PK Fc 1.234 Hz Gain -6 dB Q 2', [peak(1234, -6, 2)]),
    ('Filter: ON PK Fc 12.500 Hz Gain -6 dB Q 2', [peak(12500, -6, 2)]),
    ('Filter: ON PK Fc 12,345.6 Hz Gain -6 dB Q 2', [peak(12.345, -6, 2)]),
    ('Filter: ON PK Fc 61.9 Hz Gain -8.1 dB Q 5.171', [peak(61.9, -8.1, 5.171)]),
    ('Filter: ON PK Fc 61,9 Hz Gain -8,1 dB Q 5,171', [peak(61.9, -8.1, 5.171)]),
    ('Filter: ON PK Fc 1234.56 Hz Gain -6 dB Q 2', [peak(1234.56, -6, 2)]),
    ('Filter: ON PK Fc 123.4567 Hz Gain -6 dB Q 2', [peak(123.4567, -6, 2)]),
    ('Filter: ON PK Fc 1.250e3 Hz Gain -6 dB Q 2', [peak(1250, -6, 2)]),
    ('Filter: ON PK Fc 1E3 Hz Gain -6 dB Q 2', [peak(1000, -6, 2)]),
    ('Filter: ON PK Fc 1%s234 Hz Gain -6 dB Q 2' % NO_BREAK, [peak(1234, -6, 2)]),
    ('Filter: ON PK Fc 1%s234,5 Hz Gain -6 dB Q 2' % NO_BREAK, [peak(1234.5, -6, 2)]),
    ('Filter: ON PK Fc%s100%sHz Gain%s-6%sdB Q%s2' % ((NO_BREAK,) * 5), [peak(100, -6, 2)]),
    ('Filter: ON PK Fc +100 Hz Gain +6 dB Q +2', [peak(100, 6, 2)]),
    ('Filter: ON PK Fc .5e3 Hz Gain -.5 dB Q .5', [peak(500, -0.5, 0.5)]),
    ('Filter: ON PK Fc100Hz Gain-6dB Q2', [peak(100, -6, 2)]),
    ('Filter: ONPK Fc 100 Hz Gain -6 dB Q 2', []),
    ('Filter: ON PK Fc 100 H z Gain -6 dB Q 2', [peak(100, -6, 2)]),
    # words in another order, wide columns, tabs, indentation
    ('Filter: ON PK Q 2 Gain -6 dB Fc 100 Hz', [peak(100, -6, 2)]),
    ('Filter  7: ON  PK       Fc    61.9 Hz  Gain  -8.1 dB  Q 5.171', [peak(61.9, -8.1, 5.171)]),
    ('\tFilter 7:\tON\tPK\tFc\t61.9\tHz\tGain\t-8.1\tdB\tQ\t5.171', [peak(61.9, -8.1, 5.171)]),
    ('   Filter:ON PK Fc 100 Hz Gain -6 dB Q 2  ', [peak(100, -6, 2)]),
    ('Filter 99: ON PK Fc 100 Hz Gain -6 dB Q 2', [peak(100, -6, 2)]),
    ('Filter one: ON PK Fc 100 Hz Gain -6 dB Q 2', [peak(100, -6, 2)]),
    ('Filter: ON PK Fc 100 Hz Gain -6 dB Q 2 Gain 3 dB', [peak(100, -6, 2)]),
    # several together
    ('Filter: ON PK Fc 100 Hz Gain -6 dB Q 2\nFilter: ON PK Fc 100 Hz Gain -6 dB Q 2',
     [peak(100, -6, 2)] * 2),
    ('Filter: ON PK Fc 100 Hz Gain 0 dB Q 2', []),
    # coefficients
    ('Filter: ON IIR Order 2 Coefficients 0.6 -0.9 0.36 1 -1.2 0.5', [(0.6, -0.9, 0.36, 1, -1.2, 0.5)]),
    ('Filter: ON IIR Order 2 Coefficients 1,2 -1,8 0,72 2 -2,4 1', [(0.6, -0.9, 0.36, 1, -1.2, 0.5)]),
    ('Filter: ON IIR Order 1 Coefficients 0.62 -0.5 1 -0.8', [(0.62, -0.5, 0, 1, -0.8, 0)]),
    # no filter at all in the eyes of Equalizer APO
    ('Filter: OFF PK Fc 100 Hz Gain -6 dB Q 2', []),
    ('Filter: ON None', []),
    ('Filter: on PK Fc 100 Hz Gain -6 dB Q 2', []),
    ('Filter: ON pk Fc 100 Hz Gain -6 dB Q 2', []),
    ('Filter: ON MODAL Fc 100 Hz Gain -6 dB Q 2', []),
    ('Filter: ON PK fc 100 Hz Gain -6 dB Q 2', []),
    ('Filter: ON PK Fc 100 Gain -6 dB Q 2', []),
    ('Filter: ON PK Fc 100 Hz Gain -6 Q 2', []),
    ('Filter: ON PK Fc 100 Hz Q 2', []),
    ('Filter: ON LSC Fc 100 Hz Q 2', []),
    ('Filter: ON PK Fc 100 Hz Gain -6 dB', []),
    ('Filter: ON PK Fc 100 Hz Gain -6 dB bw oct 1', []),
    ('Filter: ON AP Fc 100 Hz', []),
    ('Filter: ON PK Fc 100 kHz Gain -6 dB Q 2', []),
    ('Filter: ON LSQ Fc 100 Hz Gain -6 dB Q 0.7', []),
    ('Filter: ON PK Fc 5500.250 Hz Gain -6 dB Q 2', []),
    ('filter: ON PK Fc 100 Hz Gain -6 dB Q 2', []),
    ('# Filter: ON PK Fc 100 Hz Gain -6 dB Q 2', []),
    ('Filter: ON IIR Order 3 Coefficients 1 0 0 0 1 0 0 0', []),
    ('Filter: ON IIR Order 2 Coefficients 1 0 0 1 0', []),
    ('Filter: ON IIR Order 2 Coefficients 1 0 0 1 -2.1 1.2', []),
]


def test_each_line_sounds_as_in_equalizer_apo():
    assert len(LINES) >= 80, len(LINES)
    for text, filters in LINES:
        path = write('one.txt', 'Preamp: -20 dB\n%s\n' % text)
        found, said = levels(path)
        check_levels(found, filters, -20.0, text)
        n_lines = text.count('\n') + 1
        told = re.findall(r'one\.txt:(\d+):\d+: (?:filter|line|frequency \d)', said)
        is_used = bool(filters) or ' Gain 0 dB' in text or text.startswith('#')
        assert told == ([] if is_used else ['2']), (text, said)
        assert n_lines >= 1


if __name__ == '__main__':
    sys.exit(cli.main('test_cli_apo_lines', globals()))
