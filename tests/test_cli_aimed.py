"""Any target for any headphone: models aimed at other targets than their own, and at the sound of
other headphones.
"""

import json
import os
import re
import sys

from helpers import cli
from helpers.cli import everything, tare, write

FLAT = '0 478:0'
BASSY = '60 192:-60 286:0'  # 6 dB at 20 Hz, falling to 0 dB at 320 Hz
CATALOGUE = '''licence MIT

id acme-one/tare-anna
brand Acme
model One
form over-ear
kind measurement
author Tare
rig Anna
aim harman-over-ear-2018
rate 48000
peak 1000 -3 1
evidence fr/one.csv
curve %s

id acme-one/bob
brand Acme
model One
form over-ear
kind preset
author Bob
rig GRAS 43AG
aim harman-over-ear-2018
rate 48000
preamp -1
peak 2000 1.0 1

id acme-two/tare-anna
brand Acme
model Two
form over-ear
kind measurement
author Tare
aim harman-over-ear-2018
rate 48000
peak 1000 -3 1
evidence fr/two.csv
curve %s

id acme-three/tare-anna
brand Acme
model Three
form over-ear
kind measurement
author Tare
aim harman-over-ear-2018-hms
rate 48000
peak 1000 -3 1
evidence fr/three.csv
curve %s

id acme-four/words
brand Acme
model Four
kind review
author Bob
peak 3000 -2 1
evidence four.md
text too bright
''' % (FLAT, BASSY, FLAT)


def with_catalogue(*arguments, status=0):
    """Runs the program with the catalogue above; returns what it printed and said."""
    write('catalogue/acme.tare', CATALOGUE)
    result = tare(*arguments, env={'TARE_CATALOGUE': os.path.abspath('catalogue')})
    assert result.status == status, result
    return result


def shown(*arguments):
    return json.loads(with_catalogue('show', '--json', *arguments).out)


def gains(*arguments):
    text = with_catalogue('response', *arguments, '--at', '20,50,200,1000,3000,8000').out
    return [float(line.split(',')[1]) for line in text.splitlines()[1:]]


def difference(a, b):
    """Less the level at 1 kHz, which is no colour."""
    return [round(x - y - (a[3] - b[3]), 2) for x, y in zip(a, b)]


def test_a_measured_model_gets_any_target():
    flat = shown('acme one', '--target', 'flat')
    assert flat['bands'] == [] and flat['target_id'] == 'flat', flat
    assert flat['id'] == 'acme-one/tare-anna+flat'
    other = shown('acme one', '--target', 'diffuse-field', '--filters', '4')
    assert len(other['bands']) == 4 and other['kind'] == 'measurement'
    assert 'target diffuse-field' in other['evidence'][0]['note']


def test_the_target_that_it_has_changes_nothing():
    plain = shown('acme one')
    assert plain['id'] == 'acme-one/bob'
    assert shown('acme one', '--target', 'harman-over-ear-2018') == plain
    assert shown('acme-one/bob', '--target', 'harman-over-ear-2018') == plain


AUTO = '''
id acme-two/bob
brand Acme
model Two
form over-ear
kind preset
author Bob
aim harman-over-ear-2018
rate 48000
peak 1000 -3 1

id acme-two/program-zoe
brand Acme
model Two
form over-ear
kind preset
author Auto
rig Zoe
aim harman-over-ear-2018
rate 48000
preamp -7
low_shelf 80 6.5 0.7
'''


def test_who_names_a_program_names_the_curve_behind_it():
    behind = CATALOGUE.replace('aim harman-over-ear-2018', 'rig Zoe\naim harman-over-ear-2018')
    behind = behind.replace('rig Anna\nrig Zoe', 'rig Anna').replace('43AG\nrig Zoe', '43AG') + AUTO
    write('more/acme.tare', behind)
    env = {'TARE_CATALOGUE': os.path.abspath('more')}

    def aimed(*arguments):
        return json.loads(tare('show', '--json', 'acme-two/program-zoe', *arguments, env=env).out)

    other = aimed('--target', 'diffuse-field')
    assert other['id'] == 'acme-two/tare-anna+diffuse-field', other
    said = tare('show', 'acme-two/program-zoe', '--target', 'flat', env=env).err
    assert 'acme-two/tare-anna is aimed, of which the measured curve is known' in said, said
    assert len(aimed('--filters', '3')['bands']) == 3
    # its own target, bent or not, keeps what was asked for
    assert aimed('--target', 'harman-over-ear-2018') == aimed()
    bent = aimed('--bass', '-3')
    assert bent['bands'][0] == aimed()['bands'][0] and len(bent['bands']) > 1, bent
    assert 'by the curve that Zoe measured' in bent['evidence'][-1]['note'], bent
    # nobody else's measurement stands for Zoe's, but it tells how the bass goes on
    write('more/acme.tare', behind.replace('kind measurement\nauthor Tare\nrig Zoe',
                                           'kind measurement\nauthor Tare\nrig Ben'))
    other = aimed('--target', 'diffuse-field')
    assert other['id'] == 'acme-two/program-zoe+diffuse-field', other
    assert other['bands'][0] == aimed()['bands'][0], other
    assert 'what is missing is as Ben measured it' in other['evidence'][-1]['note'], other


def test_the_knobs_bend_the_target():
    plain = gains('acme one', '--target', 'flat')
    assert max(plain) == min(plain) == 0
    bent = gains('acme one', '--target', 'flat', '--bass', '4')
    assert abs(difference(bent, plain)[0] - 4) < 0.3, bent
    ear = gains('acme one', '--target', 'flat', '--ear', '3')
    assert abs(difference(ear, plain)[4] - 2.4) < 0.2, ear  # it does 0.4 dB at 1 kHz too
    said = shown('acme one', '--target', 'flat', '--bass', '-4', '--tilt', '0.5')
    assert said['target'] == 'flat, bass -4 dB, tilt +0.5 dB/octave'
    assert said['id'].endswith('+flat+bass-4+tilt0.5')
    alone = shown('acme one', '--bass', '2')
    assert alone['target'] == 'harman-over-ear-2018, bass +2 dB'


def test_without_a_target_they_stay_knobs_of_the_equaliser():
    bass = gains('acme-one/bob', '--bass', '4')
    assert abs(difference(bass, gains('acme-one/bob'))[0] - 4) < 0.1, bass


def test_one_headphone_sounds_like_another():
    like = gains('acme one', '--like', 'acme two')
    assert abs(like[0] - like[3] - 6) < 0.6, like
    said = shown('acme one', '--like', 'acme two')
    assert said['target'] == 'Acme Two' and said['id'].endswith('+like-acme-two'), said
    back = gains('acme two', '--like', 'acme one')
    assert abs(back[0] - back[3] + 6) < 0.6, back


def test_over_the_ear_is_not_inside_it():
    inside = CATALOGUE.replace('id acme-two/tare-anna', 'id acme-two/tare-ben').replace(
        'model Two\nform over-ear', 'model Two\nform in-ear')
    write('catalogue/acme.tare', inside)
    result = tare('show', 'acme-one/tare-anna', '--like', 'acme-two/tare-ben',
                  env={'TARE_CATALOGUE': os.path.abspath('catalogue')})
    assert result.status == 0 and 'need not sound alike' in result.err, result
    assert 'need not' not in with_catalogue('show', 'acme one', '--like', 'acme two').err


def test_across_rigs_is_refused():
    err = with_catalogue('show', 'acme one', '--like', 'acme three', status=1).err
    assert re.search(r'on gras and .* on hms, which hear otherwise; expected two', err), err


def test_what_is_not_known_is_refused():
    err = with_catalogue('show', 'acme four', '--target', 'flat', status=1).err
    assert 'acme-four/words neither a measured curve' in err and "'tare add'" in err, err
    err = with_catalogue('show', 'acme one', '--like', 'acme four', status=1).err
    assert 'acme-four/words neither' in err, err
    err = with_catalogue('export', 'acme one', '--format', 'apo', '-t', 'harmam', status=2).err
    assert 'did you mean harman' in err, err
    err = with_catalogue('show', 'acme one', '--target', 'none.csv', status=2).err
    assert re.match(r'none\.csv:1:1: .*; expected', err), err
    assert 'expected 1 to 20' in with_catalogue('show', 'acme one', '-n', '21', status=2).err
    err = with_catalogue('show', 'acme one', '-t', 'flat', '--like', 'acme two', status=2).err
    assert '--target' in err, err
    assert 'nearest' in with_catalogue('show', 'acme one', '--like', 'acme too', status=1).err


def test_a_file_is_a_target_and_a_correction():
    write('mine.csv', 'frequency,raw\n' + ''.join('%d,%g\n' % (20 * 2 ** k, k / 2)
                                                for k in range(11)))
    bright = gains('acme one', '--target', 'mine.csv')
    assert bright[0] < bright[2] < bright[4], bright
    assert shown('acme one', '--target', 'mine.csv')['target'] == 'mine.csv'
    write('two.tare', CATALOGUE[CATALOGUE.index('id acme-two'):CATALOGUE.index('id acme-three')])
    flat = gains('--file', 'two.tare', '--target', 'flat')
    assert flat[0] < flat[3] - 4, flat
    like = gains('--file', 'two.tare', '--like', 'acme one')
    assert like == flat, (like, flat)


def test_how_far_persons_agree_is_told():
    assert shown('acme one')['measured_by'] is None
    write('acme one.txt', ''.join('%d\t%g\n' % (20 * 2 ** k, 0 if k < 9 else 9) for k in range(11)))
    with_catalogue('add', 'acme one.txt', '--rig', 'gras')
    told = shown('acme-one/bob')['measured_by']
    assert told['rig'] == 'gras' and told['persons'] == ['you', 'Anna'], told
    calls = {band['freq_hz']: band['call'] for band in told['bands']}
    assert len(calls) == 30 and calls[806] == 'agreed' and calls[12902] == 'differing', calls
    text = with_catalogue('show', 'acme-one/bob').out
    assert 'How far they agree who measured it on gras: you and Anna' in text, text


def test_a_copy_is_no_second_measurement():
    write('acme one.txt', '20\t0\n20000\t0\n')
    with_catalogue('add', 'acme one.txt', '--rig', 'gras')
    assert shown('acme-one/tare-anna')['measured_by'] is None
    # who is named has measured it
    bob = shown('acme-one/bob', '--target', 'diffuse-field')
    assert bob['id'] == 'acme-one/bob+diffuse-field', bob
    write('catalogue/acme.tare', CATALOGUE.replace('rig GRAS 43AG', 'rig Anna'))
    env = {'TARE_CATALOGUE': os.path.abspath('catalogue')}
    by_id = tare('show', '--json', 'acme-one/bob', '--target', 'diffuse-field', env=env).out
    assert json.loads(by_id)['id'] == 'acme-one/tare-anna+diffuse-field', by_id


def test_only_what_they_agree_on_is_corrected_when_asked():
    err = with_catalogue('show', 'acme one', '--sure', status=1).err
    assert 'no two persons are known who measured acme-one/' in err, err
    write('acme one.txt', ''.join('%d\t%g\n' % (20 * 2 ** k, 0 if k < 9 else 9) for k in range(11)))
    with_catalogue('add', 'acme one.txt', '--rig', 'gras')
    sure = shown('acme-one/tare-anna', '--target', 'diffuse-field', '--sure')
    assert sure['id'] == 'acme-one/tare-anna+diffuse-field+sure', sure
    assert 'as far as several who measured it agree' in sure['target']
    bare = sum(abs(band['gain_db']) for band in sure['bands'] if band['freq_hz'] > 9000)
    whole = shown('acme-one/tare-anna', '--target', 'diffuse-field')
    assert bare < sum(abs(band['gain_db']) for band in whole['bands'] if band['freq_hz'] > 9000)


def test_what_is_left_is_told_before_and_after():
    left = shown('acme two', '--target', 'flat')['left_over']
    before, after = left['before'], left['after']
    # 6 dB at 20 Hz fall over 4 of 9 octaves
    assert -1.1 < before['tilt_db_per_octave'] < -0.4, left
    assert 1.5 < before['deviation_db'] < 2.5 and after['deviation_db'] < 0.3, left
    assert abs(after['tilt_db_per_octave']) < 0.1, left
    text = with_catalogue('show', 'acme two', '--target', 'flat').out
    assert re.search(r'before +%.2f dB +-%.2f dB/octave' % (
        before['deviation_db'], -before['tilt_db_per_octave']), text), text
    assert shown('acme-one/bob')['left_over'] is None  # made from another's
    assert 'deviation' not in with_catalogue('show', 'acme-one/bob').out
    write('two.tare', CATALOGUE[CATALOGUE.index('id acme-two'):CATALOGUE.index('id acme-three')])
    assert shown('--file', 'two.tare', '--target', 'flat')['left_over'] == left


def strokes(*arguments):
    """The heights of all lines of a plot over 20 Hz to 20 kHz, by colour."""
    with_catalogue('plot', *arguments, '-o', 'curves.svg')
    svg = cli.read('curves.svg').decode()
    assert len(svg) <= 100000, len(svg)
    found = {}
    for tag in re.findall('<path [^>]*>', svg):  # cairo writes styles, from 1.18 on attributes
        path = re.search(r' d="M (86 [^"Z]*)"', tag)
        rgb = re.search(r'stroke[:="]+rgb\(([0-9.]+)%, ?([0-9.]+)%, ?([0-9.]+)%\)', tag)
        if path and rgb and re.search('stroke-opacity[:="]+0.95', tag) and ' L 1166 ' in path.group(1):
            name = '%02x%02x%02x' % tuple(round(2.55 * float(part)) for part in rgb.groups())
            found[name] = [float(point.split()[1]) for point in path.group(1).split(' L ')]
    return found


def test_measured_curves_are_drawn_beside_their_target():
    if 'without cairo' in tare('plot', 'sony ex1000', '-o', 'x.svg').err:
        raise cli.Skip('built without cairo')
    raw, corrected, target = 'd55e00', '009e73', '1a1a1a'
    curves = strokes('acme two', '--target', 'flat')
    assert set(curves) == {raw, corrected, target}, curves.keys()
    assert max(curves[target]) - min(curves[target]) < 0.2  # a flat one
    assert curves[raw][-1] - curves[raw][0] > 60, curves[raw]  # more bass by 6 dB: 12 units a dB
    assert abs(curves[corrected][0] - curves[target][0]) < 15, curves
    wide = strokes('acme two', '--target', 'flat', '--range', '40')
    ratio = (wide[raw][-1] - wide[raw][0]) / (curves[raw][-1] - curves[raw][0])
    assert 0.48 < ratio < 0.52, ratio
    own = strokes('acme two')
    assert set(own) == {raw, corrected, target} and max(own[target]) - min(own[target]) > 60
    assert set(strokes('acme-one/bob')) == {raw, corrected, target}  # Anna measured it
    assert target not in strokes('acme four')  # nobody did
    err = with_catalogue('plot', 'acme two', '-o', 'x.svg', '--range', '2', status=2).err
    assert 'expected' in err and '3' in err, err


def test_it_goes_wherever_a_model_goes():
    aim = ['acme two', '--target', 'flat']
    text = with_catalogue('export', *aim, '--format', 'apo').out
    assert 'Filter 1: ON' in text, text
    with_catalogue('plot', *aim, '-o', 'one.svg')
    with_catalogue('plot', 'acme one', *aim, '-o', 'two.svg')
    assert {'one.svg', 'two.svg'} <= set(os.listdir('.'))
    with_catalogue('install', *aim, '--dir', 'lv2')
    with_catalogue('install', 'acme two', '--dir', 'lv2')
    bundles = [name for name in everything('lv2') if name.endswith('manifest.ttl')]
    assert len(bundles) == 2, bundles
    with_catalogue('device', 'set', 'Headphones', *aim, '--bass', '2', '--strength', '50',
                   status=1)  # PipeWire does not run
    with open(os.path.join('.config', 'tare', 'devices.json'), encoding='utf-8') as file:
        rule = json.load(file)[0]
    assert rule['correction'] == 'acme-two/tare-anna+flat+bass2', rule
    assert rule['strength_percent'] == 50 and 'bass_db' not in rule and rule['ports'], rule
    with_catalogue('device', 'set', 'Headphones', '--flat', '--target', 'flat', status=2)


if __name__ == '__main__':
    sys.exit(cli.main('test_cli_aimed', globals()))
