"""The files that people have from the first version, the sink's, the rules for outputs and the
taste: they are read, start with PipeWire and play what they played, for ever."""

import json
import os

from helpers import cli
from hosts import pipewire_use
from hosts.pipewire_use import check_status, file, in_each, plays, state, tare

KEPT = os.path.join(cli.SOURCE, 'tests', 'data', 'kept', 'user')
SIDES, DEEP, OWN = 'Tare Test Sides', 'Tare Test Deep', 'My Own'
TASTE = {'strength_percent': 85, 'bass_db': 2.5, 'tilt_db_per_octave': -0.3}
WHOLE = dict(TASTE, treble_db=0)
HERE = {'/usr/local/bin/tare': cli.TARE,
        '/usr/local/lib/ladspa/tare.so': os.path.join(pipewire_use.BUILD, 'ladspa', 'tare.so')}

# What a status says of each sink, off or not, where PipeWire runs.
SINKS = {
    'lv2': dict(model=SIDES, kind='lv2', plays=SIDES, playing_taste=dict(WHOLE, bass_db=1.5)),
    'ladspa': dict(model=SIDES, kind='ladspa', plays=SIDES, playing_taste=dict(WHOLE, bass_db=1.5)),
    'builtin': dict(model=SIDES, kind='builtin', plays=SIDES),
    'param_eq': dict(model=SIDES, kind='param_eq', plays=SIDES),
    'off': dict(model=OWN, kind='lv2', plays='flat', off=True, file='mine.tare',
                playing_taste=dict(WHOLE, strength_percent=50)),
    'compare': dict(model=OWN, kind='lv2', plays=OWN, comparing=True, file='mine.tare',
                    playing_taste=dict(WHOLE, strength_percent=50))}
LOUDNESS_DB = {'lv2': -5.28, 'ladspa': -5.28}


def put(session, name, *place):
    """A kept file at its place below the folder of settings, with the paths of this build."""
    text = cli.read(os.path.join(KEPT, name)).decode()
    for theirs, ours in HERE.items():
        text = text.replace(theirs, ours)
    cli.write(os.path.join(session.config, *place), text)


def put_sink(session, name, start='start.conf'):
    put(session, 'tare-%s.conf' % name, 'pipewire', 'tare.conf')
    put(session, start, 'pipewire', 'pipewire.conf.d', 'tare.conf')
    put(session, 'taste.json', 'tare', 'taste.json')


@in_each
def test_sinks_are_read_without_pipewire(session):
    session.daemon.kill()
    session.daemon.wait()
    for name, wanted in SINKS.items():
        put_sink(session, name)
        now = json.loads(tare(session, 'status', '--json').out)
        for key in ('model', 'kind', 'off', 'comparing', 'file'):
            assert now[key] == wanted.get(key, None if key == 'file' else False), (name, key, now)
        assert now['taste'] == TASTE and now['default'] is False, now


@in_each
def test_sinks_start_and_play(session):
    for name, wanted in SINKS.items():
        if name == 'param_eq' and not session.has_param_eq:
            continue
        put_sink(session, name)
        session.restart_daemon()
        plays(session, wanted['plays'])
        now = check_status(session, taste=TASTE, **wanted)
        assert abs(now['loudness_db'] - LOUDNESS_DB.get(name, now['loudness_db'])) < 0.05, now
        tare(session, 'on')
        plays(session, wanted['model'])
        check_status(session, model=wanted['model'], off=False, comparing=False, kind=wanted['kind'])


@in_each
def test_another_model_stays_at_the_place_of_before(session):
    """Before PipeWire runs: in front of the output, or inside it."""
    session.daemon.kill()
    session.daemon.wait()
    for name, start in [('smart', 'start.conf'), ('node', 'start-inside.conf')]:
        put_sink(session, name, start)
        assert json.loads(tare(session, 'status', '--json').out)['model'] == SIDES
        tare(session, 'use', 'tare test deep', status=1)
        now = check_status(session, model=DEEP, kind='lv2', taste=TASTE)
        assert now['playing_taste'] == WHOLE, now
        texts = [cli.read(file(session, path)).decode()
                 for path in ('tare.conf', 'pipewire.conf.d/tare.conf')]
        assert ('filter.smart      = true' in texts[0]) == (name == 'smart'), texts[0]
        assert ('-c tare.conf' in texts[1]) == (name == 'smart'), texts[1]


@in_each
def test_a_smart_sink_starts_and_plays(session):
    if session.has_smart_filters:
        put_sink(session, 'smart')
        session.restart_daemon()
        plays(session, SIDES)
        check_status(session, taste=TASTE, playing_taste=dict(WHOLE, bass_db=1.5), model=SIDES, smart=True)


@in_each
def test_rules_are_followed(session):
    put_sink(session, 'lv2', start='start-watch.conf')
    put(session, 'devices.json', 'tare', 'devices.json')
    session.restart_daemon()
    plays(session, 'flat')
    session.add_sink('phones-of-mine', 'Phones of mine', 1)
    tare(session, 'use', 'tare test sides', '--device', 'phones-of-mine')
    plays(session, OWN)
    check_status(session, playing_taste=dict(WHOLE, strength_percent=90))
    tare(session, 'use', 'tare test sides', '--device', 'headphones')
    plays(session, DEEP)
    check_status(session, playing_taste=dict(WHOLE, treble_db=1.5))
    rules = cli.read(os.path.join(KEPT, 'devices.json'))
    tare(session, 'device', 'set', 'another', 'tare test deep')
    kept = json.loads(cli.read(os.path.join(session.config, 'tare', 'devices.json')))
    assert kept[:-1] == json.loads(rules), kept


if __name__ == '__main__':
    raise SystemExit(pipewire_use.main('test_pipewire_kept', globals()))
