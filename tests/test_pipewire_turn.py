"""`tare on`, `off`, `toggle`, `compare` and `taste` in a real PipeWire: what they say and keep, on
whatever output, in whatever kind of chain. What is heard of it: test_pipewire_turn_sound.py."""

import json
import os
import re
import signal
import time

from helpers import cli
from hosts import pipewire_use
from hosts.pipewire_use import check_status, in_each, plays, state, tare

DEEP, SIDES, WORDS = 'Tare Test Deep', 'Tare Test Sides', 'Tare Test Words'
NO_TASTE = {'strength_percent': 100, 'bass_db': 0, 'treble_db': 0, 'tilt_db_per_octave': 0}


def sinks(session):
    return [node['id'] for node in session.dump() if node['type'].endswith('Node')
            and node['info']['props'].get('node.name') == 'tare']


def taste_file(session):
    return os.path.join(session.config, 'tare', 'taste.json')


def heard(session):
    now = state(session)
    return 'off' if now['off'] else 'compare' if now['comparing'] else 'on'


@in_each
def test_off_and_on_keep_the_sound(session):
    tare(session, 'use', 'tare test deep', '--bass', '2.5', '--strength', '70')
    before, ids = state(session), sinks(session)
    out = tare(session, 'off').out
    louder_db = re.search(r'passes as it came, ([0-9.]+) dB louder than before, over a second', out)
    assert louder_db and abs(float(louder_db.group(1)) + before['loudness_db']) < 0.06, (out, before)
    now = check_status(session, off=True, plays='flat', model=DEEP, loudness_db=0, headroom_db=0)
    assert now['preamp_db'] == 0 and now['playing_taste'] == before['playing_taste'], now
    assert re.search('^ *heard +the sound as it came', tare(session, 'status').out, re.M)
    out = tare(session, 'on').out
    assert 'Tare is on: %.1f dB quieter: turn up the volume' % -before['loudness_db'] in out, out
    assert state(session) == before and sinks(session) == ids
    tare(session, 'on')
    assert state(session) == before


@in_each
def test_from_each_state_to_each(session):
    tare(session, 'use', 'tare test sides')
    for words, wanted in [('compare', 'compare'), ('compare', 'on'), ('toggle', 'off'),
                          ('toggle', 'on'), ('compare on', 'compare'), ('compare on', 'compare'),
                          ('off', 'off'), ('compare off', 'off'), ('compare', 'compare'),
                          ('toggle', 'on'), ('compare off', 'on'), ('compare', 'compare'),
                          ('compare off', 'on'), ('compare', 'compare'), ('on', 'on')]:
        tare(session, *words.split())
        assert heard(session) == wanted, (words, wanted, heard(session))
        now = check_status(session, model=SIDES, plays='flat' if wanted == 'off' else SIDES)
        assert (now['loudness_db'] == 0) == (wanted == 'off'), now
    for command in ('on', 'off', 'toggle', 'taste'):
        cli.refused(command, 'x')
    cli.refused('compare', 'maybe', says='expected on or off')
    cli.refused('compare', 'on', 'off')


@in_each
def test_they_survive_the_next_login(session):
    tare(session, 'use', 'tare test sides')
    tare(session, 'taste', '--bass', '3')
    for words, plays_now in [('off', 'flat'), ('compare', SIDES), ('on', SIDES)]:
        tare(session, words)
        before = state(session)
        session.restart_daemon()
        plays(session, plays_now)
        session.wait_until(lambda: state(session) == before, 'what was')


@in_each
def test_there_is_nothing_to_switch_without_a_sink(session):
    for command in ('on', 'off', 'toggle', 'compare'):
        err = tare(session, command, status=1).err
        assert "'tare use MODEL' makes one" in err, err
    assert tare(session, 'taste').out == 'taste: none\n'
    assert 'bass +3 dB' in tare(session, 'taste', '--bass', '3').out
    assert not sinks(session)
    tare(session, 'use', 'tare test deep')
    assert check_status(session)['playing_taste'] == dict(NO_TASTE, bass_db=3)


@in_each
def test_taste_stays(session):
    tare(session, 'use', 'tare test deep')
    out = tare(session, 'taste', '--bass', '3', '--tilt', '-0.5', '--strength', '80').out
    assert 'taste: bass +3 dB, tilt -0.5 dB per octave, strength 80 %' in out, out
    said = {'strength_percent': 80, 'bass_db': 3, 'tilt_db_per_octave': -0.5}
    everywhere = dict(NO_TASTE, **said)
    now = check_status(session, taste=said, playing_taste=everywhere, plays=DEEP)
    assert json.loads(cli.read(taste_file(session))) == said
    tare(session, 'use', 'tare test sides')
    check_status(session, playing_taste=everywhere, plays=SIDES)
    tare(session, 'use', 'tare test words', '--bass', '-1', '--strength', '100')
    now = check_status(session, taste=said,
                       playing_taste=dict(everywhere, bass_db=-1, strength_percent=100))
    text = tare(session, 'status').out
    assert re.search('^ *taste +bass .3 dB, tilt -0.5 dB per octave, strength 80 %$', text, re.M), text
    assert re.search('^ *taste here +bass -1 dB, tilt -0.5 dB per octave$', text, re.M), text
    tare(session, 'taste', '--treble', '1')  # what was said with the model stays
    check_status(session, playing_taste=dict(now['playing_taste'], treble_db=1))
    tare(session, 'taste', '--bass', '2')  # but for what is said anew
    check_status(session, playing_taste=dict(now['playing_taste'], treble_db=1, bass_db=2))
    tare(session, 'taste', '--reset')
    check_status(session, taste={}, playing_taste=NO_TASTE, plays=WORDS)
    tare(session, 'use', 'tare test deep')
    check_status(session, playing_taste=NO_TASTE)
    for words in (['--bass', '13'], ['--reset', '--bass', '1'], ['--preamp', '1'], ['--bass']):
        tare(session, 'taste', *words, status=2)


@in_each
def test_taste_while_it_is_off(session):
    tare(session, 'use', 'tare test deep')
    for command, plays_now in [('off', 'flat'), ('compare', DEEP)]:
        tare(session, command)
        tare(session, 'taste', '--bass', '3')
        check_status(session, plays=plays_now, off=command == 'off', comparing=command != 'off')
        tare(session, 'on')
        check_status(session, plays=DEEP, playing_taste=dict(NO_TASTE, bass_db=3))
        tare(session, 'taste', '--reset')


@in_each
def test_a_taste_that_cannot_be_read_changes_nothing(session):
    tare(session, 'use', 'tare test deep')
    before = state(session)
    for text, where in [('{"bass_db": 3', '1:'), ('{"bass": 3}', '1:1: "bass" cannot be used'),
                        ('mine', '1:')]:
        path = cli.write(taste_file(session), text)
        for words in (['use', 'tare test sides'], ['taste'], ['taste', '--bass', '1']):
            err = tare(session, *words, status=2).err
            assert 'taste.json:' + where in err and 'expected' in err, (words, err)
        assert cli.read(path).decode() == text
        err = tare(session, 'status').err
        assert 'taste.json:' + where in err, err
        tare(session, 'off', status=2)  # it is off all the same
        check_status(session, off=True)
        tare(session, 'on', status=2)
    os.remove(path)
    assert state(session) == before


@in_each
def test_a_taste_that_cannot_be_read_is_forgotten(session):
    """With what it had already made of the sound, with and without a sink."""
    for text in ('{"bass_db": 3', '{"bass": 3}', 'mine', '[]', ''):
        path = cli.write(taste_file(session), text)
        done = tare(session, 'taste', '--reset')
        assert done.out.startswith('taste: none\n'), done
        assert 'taste.json could not be read, and was written anew' in done.err, done
        assert json.loads(cli.read(path)) == {} and tare(session, 'taste').out == 'taste: none\n'
    tare(session, 'taste', '--bass', '3')
    tare(session, 'use', 'tare test deep')
    cli.write(path, '}')
    tare(session, 'taste', '--reset')
    check_status(session, taste={}, playing_taste=NO_TASTE, plays=DEEP)
    assert not tare(session, 'taste', '--reset').err
    os.remove(path)
    os.mkdir(path)  # what is no file is not taken away
    assert 'taste.json' in tare(session, 'taste', '--reset', status=1).err


@in_each
def test_rules_have_the_taste(session):
    """The lasting one, but for what a rule says of its own; and switching keeps what plays."""
    tare(session, 'use', 'tare test deep')
    tare(session, 'device', 'set', 'Speakers', 'tare test sides', '--bass', '-2')
    plays(session, SIDES)
    tare(session, 'taste', '--bass', '3', '--treble', '1')
    wanted = dict(NO_TASTE, bass_db=-2, treble_db=1)
    check_status(session, plays=SIDES, playing_taste=wanted)
    for words in ('off', 'on', 'compare', 'compare', 'toggle', 'toggle'):
        tare(session, words)
    check_status(session, plays=SIDES, playing_taste=wanted, model=DEEP)
    text = tare(session, 'device', 'list').out
    assert 'taste of its own: bass -2 dB' in text, text
    tare(session, 'off')
    session.restart_daemon()
    session.wait_until(lambda: sinks(session), 'the sink')
    plays(session, 'flat')
    tare(session, 'on')
    plays(session, SIDES)
    check_status(session, playing_taste=wanted)
    tare(session, 'device', 'set', 'Speakers', '--flat')
    plays(session, 'flat')
    check_status(session, playing_taste=NO_TASTE, off=False)


def mark(session):
    """Where a glide that is under way says where it will end."""
    return os.path.join(session.runtime, 'tare-pipewire-0.glide')


def is_marked(session):
    return os.path.exists(mark(session)) and os.path.getsize(mark(session)) > 0


def knobs(session):
    """The values of some controls of the running chain, by their symbols."""
    found = {}
    for props in session.node('tare')['info']['params']['Props']:
        words = props.get('params', [])
        found.update(zip(words[::2], words[1::2]))
    return [round(float(found['eq:' + name]), 3)
            for name in ('enabled', 'compare', 'strength', 'bass', 'treble')]


@in_each
def test_what_another_program_set_stays(session):
    """A knob that was turned elsewhere is no reason to jump, and comes back with on."""
    tare(session, 'use', 'tare test deep')
    session.run('pw-cli', 'set-param', str(session.node('tare')['id']), 'Props',
                '{ params = [ "eq:strength" 40.0 "eq:treble" 2.0 ] }')
    session.wait_until(lambda: state(session)['plays'] == 'something else', 'the other sound')
    assert check_status(session, model=DEEP)['loudness_db'] is None
    assert knobs(session) == [1, 0, 40, 0, 2]
    louder_db = re.search('([0-9.]+) dB louder than before, over a second',
                          tare(session, 'off').out)
    assert louder_db and 2 < float(louder_db.group(1)) < 8, louder_db
    assert knobs(session) == [0, 0, 40, 0, 2]
    tare(session, 'on')
    assert knobs(session) == [1, 0, 40, 0, 2]
    tare(session, 'taste', '--bass', '1')
    assert knobs(session) == [1, 0, 40, 1, 2]
    tare(session, 'compare')
    assert knobs(session) == [1, 1, 40, 1, 2]
    tare(session, 'use', 'tare test deep')
    check_status(session, plays=DEEP, playing_taste=dict(NO_TASTE, bass_db=1))


def killed_on_its_way(session, command):
    """Starts a glide, ends who glides, and returns whether that was on the way. If not, all is as it
    was before."""
    child = session.spawn(cli.TARE, command)
    session.wait_until(lambda: child.poll() is not None or is_marked(session), 'the mark')
    time.sleep(0.4)
    child.kill()
    child.wait()
    if 0 < knobs(session)[2] < 100 and is_marked(session):
        return True
    tare(session, 'on' if command == 'off' else 'off')
    return False


@in_each
def test_who_is_killed_while_it_glides_does_not_stay_there(session):
    """The next command that looks ends where the glide was to end."""
    tare(session, 'use', 'tare test deep')
    for command, at_the_end in [('off', [0, 0, 100, 0, 0]), ('on', [1, 0, 100, 0, 0])]:
        if command == 'on':  # it gets louder only with a preamp of one's own
            tare(session, 'use', 'tare test deep', '--preamp', '12')
            tare(session, 'off')
        session.wait_until(lambda: killed_on_its_way(session, command), 'the middle of the way')
        check_status(session, plays='flat' if command == 'off' else DEEP, off=command == 'off')
        assert knobs(session) == at_the_end and not os.path.exists(mark(session))
        tare(session, 'on')


@in_each
def test_a_watcher_that_is_killed_while_it_glides(session):
    tare(session, 'use', 'tare test deep', '--preamp', '-20')
    cli.write(os.path.join(session.config, 'tare', 'devices.json'),
              '[{"device": "Speakers", "correction": "tare-test-deep/tests", "bass_db": 1}]')
    session.wait_until(lambda: is_marked(session), 'the mark')
    with open(os.path.join(session.runtime, 'tare-pipewire-0.watch.lock')) as lock:
        os.kill(int(lock.read()), signal.SIGKILL)
    for _ in range(2):  # nobody follows the outputs now
        now = json.loads(tare(session, 'status', '--json', status=1).out)
        assert now['plays'] == DEEP and now['playing_taste']['bass_db'] == 1, now
        assert not os.path.exists(mark(session))
        cli.write(mark(session), 'no goal of anybody')


@in_each
def test_a_rule_with_a_file(session):
    path = cli.write(os.path.join(session.folder, 'own.tare'),
                     'author Me\nlicence ISC\nkind preset\nheadphone my-own\nbrand My\nmodel Own\n'
                     'form over-ear\nid my-own/me\npreamp -3\npeak 1000 -4 1\n')
    tare(session, 'use', 'tare test deep')
    out = tare(session, 'device', 'set', 'Speakers', '--file', path, '--strength', '50').out
    assert out.startswith('Speakers: my-own/me, strength 50 %'), out
    plays(session, 'My Own')
    os.remove(path)  # the rule has its numbers
    session.restart_daemon()
    plays(session, 'My Own')
    check_status(session, playing_taste=dict(NO_TASTE, strength_percent=50))
    tare(session, 'device', 'set', 'Speakers', 'x', '--file', path, status=2)
    tare(session, 'device', 'set', 'Speakers', '--flat', '--file', path, status=2)


@in_each
def test_a_rule_for_an_output_that_is_not_there(session):
    note = 'no output that is there now is called'
    assert note in tare(session, 'device', 'set', 'Gramophone', 'tare test deep').err
    assert note in tare(session, 'device', 'set', 'gramo*', '--flat').err
    for name in ('Speakers', 'speakers', 'head*'):
        assert note not in tare(session, 'device', 'set', name, 'tare test deep').err, name
    rules = json.loads(tare(session, 'device', 'list', '--json').out)['rules']
    assert [rule['device'] for rule in rules] == ['Gramophone', 'gramo*', 'Speakers', 'speakers',
                                                  'head*']


@in_each
def test_the_level_in_words(session):
    done = tare(session, 'use', 'tare test deep')
    assert re.search(r'^[0-9.]+ dB quieter: turn up the volume; never clips', done.out, re.M), done
    check_status(session, clips=False)
    done = tare(session, 'use', 'tare test deep', '--preamp', '3')
    assert re.search(r'; clips when the sound comes within [0-9.]+ dB of full scale', done.out), done
    assert 'a lower --preamp, or none, avoids it' in done.err, done
    assert check_status(session, clips=True)['headroom_db'] < 0
    assert re.search('^ *headroom +clips when', tare(session, 'status').out, re.M)
    done = tare(session, 'use', 'tare test deep', '--preamp', '-20')
    assert re.search(r'never clips: [0-9.]+ dB are left', done.out), done


@in_each
def test_what_bypasses_it_is_told(session):
    words = 'most programs bypass Tare now: default output is Speakers'
    done = tare(session, 'use', 'tare test deep')
    assert words + '; choose Tare as output' in done.err, done
    assert words in tare(session, 'status').out
    assert check_status(session, bypassed=True)['default_output']['node'] == 'speakers'
    tare(session, 'use', 'tare test deep', '--default')
    session.wait_until(lambda: not state(session)['bypassed'], 'Tare as default')
    assert 'bypass' not in tare(session, 'status').out
    session.set_default_sink('headphones')
    session.wait_until(lambda: state(session)['bypassed'], 'the other default')
    text = tare(session, 'status').out
    assert 'most programs bypass Tare now: default output is Headphones' in text, text
    assert re.search('^ *in front of +Headphones$', text, re.M), text


@in_each
def test_kinds_without_a_plugin(session):
    """What they can, they do; what not, they say."""
    tare(session, 'taste', '--bass', '3', '--strength', '80')
    for kind in ['builtin'] + (['param_eq'] if session.has_param_eq else []):
        done = tare(session, 'use', 'tare test deep', '--kind', kind)
        note = "kind %s has no bass, treble and tilt; those of 'tare taste' are left out" % kind
        assert note in done.err, done
        before = check_status(session, kind=kind, plays=DEEP,
                              playing_taste=dict(NO_TASTE, strength_percent=80))
        assert done.err.count('has no bass') == 1, done
        done = tare(session, 'compare')
        assert 'has no bass' not in done.err, done  # it was said
        assert 'Tare compares: the original, as loud' in done.out, done
        now = check_status(session, kind=kind, comparing=True, plays=DEEP)
        assert now['loudness_db'] == before['loudness_db'], (before, now)
        done = tare(session, 'off')
        assert 'has no bass' not in done.err and ' dB louder than before' in done.out, done
        assert ('over a second' in done.out) == (kind == 'builtin'), done
        check_status(session, kind=kind, off=True, plays='flat')
        assert 'has no bass' not in tare(session, 'on').err
        assert state(session) == before
        tare(session, 'taste', '--strength', '60')
        check_status(session, kind=kind, playing_taste=dict(NO_TASTE, strength_percent=60))
        tare(session, 'taste', '--strength', '80')
        err = tare(session, 'use', 'tare test deep', '--bass', '2', status=2).err
        assert 'has no bass, treble and tilt; expected --kind lv2 or ladspa' in err, err
        assert state(session) == before
    tare(session, 'use', 'tare test deep', '--kind', 'ladspa')
    check_status(session, playing_taste=dict(NO_TASTE, bass_db=3, strength_percent=80))


if __name__ == '__main__':
    raise SystemExit(pipewire_use.main('test_pipewire_turn', globals()))
