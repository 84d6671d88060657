"""The same filters in a file of each kind that can be read: FILTERS behind 20 dB less, which no
preamp has to change."""

import array
import json

from helpers import wav
from helpers.cookbook import level_db
from helpers.heard import high_shelf, low_shelf, peak

PREAMP_DB = -20
BANDS = [('low_shelf', 105, 4, 0.7), ('peak', 3000, -6, 2), ('high_shelf', 9000, -3, 0.5)]
NAMES = {'low_shelf': 'LSC', 'peak': 'PK', 'high_shelf': 'HSC'}


def filters(rate_hz=48000):
    made = {'low_shelf': low_shelf, 'peak': peak, 'high_shelf': high_shelf}
    return [made[kind](hz, gain, q, rate_hz=rate_hz) for kind, hz, gain, q in BANDS]


FILTERS = filters()


def apo(form, end='\n', names=NAMES, head=''):
    return head + 'Preamp: -20.0 dB' + end + ''.join(
        form % (i + 1, names[kind], hz, gain, q) + end for i, (kind, hz, gain, q) in enumerate(BANDS))


def poweramp():
    numbers = {'peak': 3, 'low_shelf': 4, 'high_shelf': 5}
    return json.dumps([{'name': 'Acme One', 'preamp': PREAMP_DB, 'parametric': True, 'bands': [
        {'type': numbers[kind], 'channels': 0, 'frequency': hz, 'gain': gain, 'q': q}
        for kind, hz, gain, q in BANDS]}])


def opra_eq():
    return {'author': 'Anna', 'details': 'x', 'type': 'parametric_eq', 'parameters': {
        'gain_db': PREAMP_DB, 'bands': [
            {'type': kind.replace('peak', 'peak_dip'), 'frequency': hz, 'gain_db': gain, 'q': q}
            for kind, hz, gain, q in BANDS]}}


def opra():
    rows = [('vendor', 'acme', {'name': 'Acme'}),
            ('product', 'acme_one', {'vendor_id': 'acme', 'name': 'One', 'type': 'headphones',
                                     'subtype': 'over_the_ear'}),
            ('eq', 'acme_one_x', dict(opra_eq(), product_id='acme_one'))]
    return ''.join(json.dumps({'type': kind, 'id': name, 'data': data}) + '\n' for kind, name, data in rows)


def camilladsp():
    names = {'peak': 'Peaking', 'low_shelf': 'Lowshelf', 'high_shelf': 'Highshelf'}
    bands = ''.join('  f%d:\n    type: Biquad\n    parameters: { type: %s, freq: %d, gain: %d, q: %s }\n'
                    % (i, names[kind], hz, gain, q) for i, (kind, hz, gain, q) in enumerate(BANDS))
    return ('devices:\n  samplerate: 48000\nfilters:\n  quiet: { type: Gain, parameters: { gain: -20 } }\n' +
            bands + 'pipeline:\n  - type: Filter\n    channels: [0, 1]\n    names: [quiet, f0, f1, f2]\n')


def easyeffects():
    names = {'peak': 'Bell', 'low_shelf': 'Lo-shelf', 'high_shelf': 'Hi-shelf'}
    side = {'band%d' % i: {'type': names[kind], 'mode': 'APO (DR)', 'slope': 'x1', 'solo': False,
                           'mute': False, 'gain': gain, 'frequency': hz, 'q': q, 'width': 4.0}
            for i, (kind, hz, gain, q) in enumerate(BANDS)}
    return json.dumps({'output': {'plugins_order': ['equalizer#0'], 'equalizer#0': {
        'bypass': False, 'input-gain': PREAMP_DB, 'output-gain': 0.0, 'mode': 'IIR', 'num-bands': 3,
        'split-channels': False, 'left': side, 'right': side}}})


def pipewire():
    return ('nodes = [ { type = builtin name = eq label = param_eq config = { filters = [\n'
            '{ type = bq_highshelf freq = 0 gain = -20 q = 1 }\n' +
            '\n'.join('{ type = bq_%s freq = %d gain = %d q = %s }' % (
                {'peak': 'peaking'}.get(kind, kind.replace('_', '')), hz, gain, q)
                      for kind, hz, gain, q in BANDS) + '\n] } } ]\n')


def minidsp():
    text = ''
    for i, (b0, b1, b2, a0, a1, a2) in enumerate(FILTERS + [(0.1, 0.0, 0.0, 1.0, 0.0, 0.0)]):
        values = zip(['b0', 'b1', 'b2', 'a1', 'a2'], [b0, b1, b2, -a1, -a2])
        text += 'biquad%d,\n' % (i + 1) + ''.join('%s=%.15f,\n' % (name, x / a0) for name, x in values)
    return text.rstrip(',\n') + '\n'


def peace():
    numbers = {'peak': 0, 'low_shelf': 14, 'high_shelf': 15}
    columns = zip(*[(hz, gain, q, numbers[kind]) for kind, hz, gain, q in BANDS])
    keys = [('Frequencies', 'Frequency'), ('Gains', 'Gain'), ('Qualities', 'Quality'), ('Filters', 'Filter')]
    return '[General]\nPreAmp=-20\n' + ''.join('[%s]\n' % section + ''.join(
        '%s%d=%s\n' % (key, i + 1, value) for i, value in enumerate(column))
                                                for (section, key), column in zip(keys, columns))


def own():
    return ('id acme-one/kinds\nbrand Acme\nmodel One\nkind user\nrate 48000\npreamp -20\n' +
            ''.join('%s %d %d %s\n' % band for band in BANDS))


REVIEW = ('---\ntarget_name: Acme Kind\ntags: [Headphones]\n---\n## Sound\n\n'
          'The response has a narrow +7dB peak at 6.2kHz (Q=5) that makes cymbals hiss.\n')

APO = 'Filter %d: ON %s Fc %d Hz Gain %.1f dB Q %s'
AUTOEQ = 'Filter %d: ON %s Fc %d Hz Gain %.1f dB Q %.2f'
SQUIG = 'Filter %d: ON %s Fc %d Hz Gain %.1f dB Q %.3f'
REW = 'Filter %2d: ON  %-8s Fc %8.2f Hz  Gain %6.2f dB  Q %6.3f'
REW_NAMES = {'low_shelf': 'LS Q', 'peak': 'PK', 'high_shelf': 'HS Q'}
REW_HEAD = 'Filter Settings file\n\nRoom EQ V5.31\n\nEqualiser: Generic\n'

# By the name of the file: the format that 'tare formats' calls it by, its text, the rate of the
# filters. Read exactly:
EXACT = {
    'apo.txt': ('apo', apo(APO), 48000),
    'autoeq.txt': ('apo', apo(AUTOEQ), 44100),
    'squig.txt': ('apo', apo(SQUIG, '\r\n'), 48000),
    'rew.txt': ('apo', apo(REW, names=REW_NAMES, head=REW_HEAD), 48000),
    'peace.peace': ('peace', peace(), 48000),
    'poweramp.json': ('poweramp', poweramp(), 48000),
    'opra-eq.json': ('opra-eq', json.dumps(opra_eq()), 48000),
    'opra.jsonl': ('opra', opra(), 48000),
    'camilladsp.yml': ('camilladsp', camilladsp(), 48000),
    'easyeffects.json': ('easyeffects', easyeffects(), 48000),
    'pipewire.conf': ('pipewire', pipewire(), 48000),
    'minidsp.txt': ('minidsp', minidsp(), 48000),
    'own.tare': ('tare', own(), 48000),
}


def graphic_eq(freqs_hz):
    return 'GraphicEQ: ' + '; '.join('%d %.1f' % (hz, level_db(FILTERS, hz) + PREAMP_DB) for hz in freqs_hz) + '\n'


def write_impulse(path, n=8192):
    """The filters left, the preamp alone right."""
    left = [10 ** (PREAMP_DB / 20)] + [0.0] * (n - 1)
    right = list(left)
    for b0, b1, b2, a0, a1, a2 in FILTERS:
        x1 = x2 = y1 = y2 = 0.0
        for i, x in enumerate(left):
            y = (b0 * x + b1 * x1 + b2 * x2 - a1 * y1 - a2 * y2) / a0
            x1, x2, y1, y2 = x, x1, y, y1
            left[i] = y
    wav.write(path, wav.frames([array.array('f', side) for side in (left, right)]), 48000, 2)


def write_all(freqs_hz):
    """A file of each kind into the current folder; the names of those that are fitted, or
    understood."""
    for name, (_, text, _) in EXACT.items():
        with open(name, 'w', encoding='utf-8', newline='') as file:
            file.write(text)
    write_impulse('impulse.wav')
    for name, text in [('graphic.txt', graphic_eq(freqs_hz)), ('review.md', REVIEW)]:
        with open(name, 'w', encoding='utf-8') as file:
            file.write(text)
    return ['impulse.wav', 'graphic.txt', 'review.md']
