"""Real hosts: each that is installed plays the same noise through the built plugin, with the same
correction of twelve bands, and must give what `tare render` gives. Off, each gives the noise itself;
comparing, pink noise as loud as the corrected one.
"""

import math
import os
import shutil
import sys
import tempfile

from helpers import wav
from helpers.cli import Failure, Skip
from hosts import (ardour, bench, jack, jalv, pipewire_chain, pipewire_config, pipewire_use,
                   versions)
from hosts import pipewire_sound as sound
from hosts.bench import (BUILD, MODEL, NULL_DB, OFF_DB, RATE, SOURCE, check, check_host,
                         check_loudness, controls, environment, installed_preset, need, path, run,
                         shown, tare)

FLAT = 'urn:tare:preset:-flat'


def test_lv2apply():
    need('lv2apply')

    def play(in_wav, out_wav, switches):
        settings = [word for symbol, value in controls(**switches)
                    for word in ('-c', symbol, '%.9g' % value)]
        run('lv2apply', '-i', in_wav, '-o', out_wav, *settings, 'urn:tare:eq')
    check_host('lv2apply', play)


def run_ffmpeg(in_wav, out_wav, audio_filter):
    run('ffmpeg', '-v', 'error', '-y', '-i', in_wav, '-af', audio_filter, '-c:a', 'pcm_f32le',
        out_wav)


def test_ffmpeg_lv2():
    need('ffmpeg')

    def play(in_wav, out_wav, switches):
        settings = '|'.join('%s=%.9g' % pair for pair in controls(**switches))
        run_ffmpeg(in_wav, out_wav, r'lv2=p=urn\\:tare\\:eq:c=' + settings)
    check_host('ffmpeg-lv2', play)


def test_ffmpeg_ladspa():
    need('ffmpeg')

    def play(in_wav, out_wav, switches):
        settings = '|'.join('c%d=%.9g' % (i, value)
                            for i, (_, value) in enumerate(controls(**switches)))
        run_ffmpeg(in_wav, out_wav, 'ladspa=f=tare:p=tare_eq:c=' + settings)
    check_host('ffmpeg-ladspa', play)


def test_sox_ladspa_mono():
    """sox runs the mono plugin once for each channel, so every band is heard on both sides."""
    need('sox')
    values = ['%.9g' % value for _, value in controls(mono=True)]
    run('sox', path('in.wav'), '-e', 'float', '-b', '32', path('sox.wav'), 'ladspa', '-r', 'tare',
        'tare_eq_mono', *values)
    mono = path('mono.tare')
    with open(os.path.join(SOURCE, 'tests', 'data', 'hosts', 'hosts.tare')) as file:
        text = file.read().replace(' left\n', '\n').replace(' right\n', '\n')
    with open(mono, 'w') as file:
        file.write(text)
    tare('render', path('in.wav'), path('wanted-mono.wav'), '--file', mono)
    bench.note('sox', check('sox.wav', wanted='wanted-mono.wav'))


def test_gstreamer():
    need('gst-launch-1.0', 'gst-inspect-1.0')
    if 'enabled' not in run('gst-inspect-1.0', 'urn-tare-eq'):
        raise Failure('GStreamer does not know urn-tare-eq')

    def play(in_wav, out_wav, switches):
        settings = ['%s=%.9g' % (symbol.replace('_', '-'), value)
                    for symbol, value in controls(**switches)]
        run('gst-launch-1.0', '-q', 'filesrc', 'location=' + in_wav, '!', 'wavparse', '!',
            'audioconvert', '!', 'urn-tare-eq', *settings, '!', 'audioconvert', '!',
            'audio/x-raw,format=F32LE', '!', 'wavenc', '!', 'filesink', 'location=' + out_wav)
    check_host('gstreamer', play)


def test_jalv_with_the_installed_preset():
    need('jalv', 'stdbuf')
    if not jack.is_installed():
        raise Skip('jackd2 is not installed')
    env, preset = installed_preset()
    check_host('jalv', lambda in_wav, out_wav, switches: jalv.play(
        'urn:tare:eq', preset, in_wav, out_wav, env, sorted(switches.items())))


ODD_CATALOGUE = """id acme-odd/anna
brand Acm\u00e9 "\u97f3"
model One+ [<x>]
kind user
author \u0410\u043d\u043d\u0430
peak 1234 -5.5 2
"""


def values_of(folder):
    """What serdi reads of the values of presets in a bundle: {URI: {symbol: value}}."""
    found, nodes = {}, {}
    for name in os.listdir(folder):
        lines = run('serdi', '-q', '-o', 'ntriples', os.path.join(folder, name)).splitlines() \
            if name.endswith('.ttl') and name not in ['manifest.ttl', 'tare.ttl'] else []
        for line in lines:
            subject, predicate, value = line.split(' ', 2)
            if predicate.endswith('core#port>'):
                found.setdefault(subject.strip('<>'), []).append(name + value.rstrip(' .'))
            elif predicate.endswith(('core#symbol>', 'presets#value>')):
                nodes.setdefault(name + subject, []).append(value.split('"')[1])
    return {uri: {symbol: float(value) for symbol, value in map(nodes.get, ports)}
            for uri, ports in found.items()}


def test_jalv_loads_every_preset_at_its_prompt():
    """The shipped ones, the flat one again behind them, one installed, and one of odd names."""
    need('jalv', 'stdbuf', 'serdi')
    if versions.is_at_least('jalv', 1, 10):
        raise Skip('since 1.10 jalv prints the values of other controls')
    if not jack.is_installed():
        raise Skip('jackd2 is not installed')
    env, installed = installed_preset()
    os.mkdir(path('odd'))
    with open(path('odd/odd.tare'), 'w', encoding='utf-8') as file:
        file.write(ODD_CATALOGUE)
    run(os.path.join(BUILD, 'tare'), 'install', 'acme-odd/anna', '--dir', path('user-lv2'),
        env=dict(environment(), TARE_CATALOGUE=path('odd')))
    wanted = values_of(os.path.join(BUILD, 'lv2', 'tare.lv2'))
    for name in os.listdir(path('user-lv2')):
        wanted.update(values_of(os.path.join(path('user-lv2'), name)))
    if installed not in wanted or len(wanted) < 200:
        raise Failure('%d presets, among them %s' % (len(wanted), ', '.join(wanted)[:2000]))
    with jalv.session('urn:tare:eq', RATE, 2, path('jalv.log'), env) as (_, process):
        said = jalv.command(process, 'presets')
        for uri in [*wanted, FLAT]:
            if '%s (' % uri not in said:
                raise Failure('jalv does not list ' + uri)
            jalv.command(process, 'preset ' + uri)
            shown = jalv.controls(process)
            wrong = {symbol: shown.get(symbol) for symbol, value in wanted[uri].items()
                     if not math.isclose(value, float(shown.get(symbol, 'nan')), rel_tol=1e-6,
                                         abs_tol=1e-6)}
            if wrong:
                raise Failure('jalv shows %s after %s' % (wrong, uri))


def test_ardour_with_the_installed_preset():
    if not ardour.find():
        raise Skip('ardour is not installed')
    env, preset = installed_preset()
    numbers = {symbol: i for i, (symbol, _) in enumerate(controls())}
    labels = []

    def play(in_wav, out_wav, switches):
        folder = path('ardour-%d' % len(labels))
        os.mkdir(folder)
        settings = [(numbers[symbol], value) for symbol, value in sorted(switches.items())]
        label, flat = ardour.play('urn:tare:eq', preset, in_wav, out_wav, folder, env, '(Flat)',
                                  settings)
        if flat != FLAT:
            raise Failure('Ardour knows %s as (Flat)' % flat)
        labels.append(label)
    check_host('ardour', play)
    if '%s - %s' % (shown()['brand'], shown()['model']) not in labels[0]:
        raise Failure('the reopened session shows the preset %r' % labels[0])


def rendered_period(in_wav, n):
    """The last n frames of what the render of a periodic file gives."""
    tare('render', in_wav, path('wanted-loop.wav'), '--model', MODEL, '--force')
    return [samples[-n:] for samples in wav.read(path('wanted-loop.wav'))[0]]


def check_period(name, wanted, got, limit_db):
    """The sound of a loop, which begins anywhere in it."""
    begin = sound.Continuity(wanted[0]).place(got[0][:sound.Continuity.WINDOW])[0]
    turned = [samples[begin:] + samples[:begin] for samples in wanted]
    residue = max(wav.residue_db(w, g, 0) for w, g in zip(turned, got))
    print('     %s: %.1f dB' % (name, residue))
    if residue > limit_db:
        raise Failure('%s differs by %.1f dB; at most %.0f dB was expected'
                      % (name, residue, limit_db))
    return residue


def compare_through_pipewire(session, chain, out_wav):
    """Plays pink noise from its beginning to its end through a chain."""
    recorder = sound.Recorder(session, 'speakers').wait()
    player = sound.Player(session, path('pink.wav'), chain)
    session.wait_until(player.has_ended, 'the end of the pink noise')
    channels = recorder.stop()
    wav.write(out_wav, wav.frames(channels), session.rate, len(channels))


def switched_graphs(kind):
    """A graph as it is exported, off, and comparing."""
    graph = pipewire_chain.graph_of(tare('export', MODEL, '--format', kind))
    names = ('enabled', 'compare') if kind == 'pipewire-lv2' else ('Enabled', 'Compare')
    off, comparing = ('"%s" = 1' % names[0], '"%s" = 0' % names[1])
    graphs = {'chain': graph, 'off': graph.replace(off, off[:-1] + '0'),
              'comparing': graph.replace(comparing, comparing[:-1] + '1')}
    if len(set(graphs.values())) != 3:
        raise Failure('the graph does not state its switches')
    return graphs


def play_through_pipewire(kind, graphs):
    """Periodic noise through a `chain`, and one that is `off`: it has gone well once the sound repeats
    itself. Pink noise through one that is `comparing`."""
    for label, root in pipewire_config.need():
        with pipewire_use.session(label, root, quantum=4096) as session:
            session.env['LADSPA_PATH'] = os.path.join(BUILD, 'ladspa')
            sound.write_noise(path('loop.wav'), session.rate, 10)
            wanted = rendered_period(path('loop.wav'), sound.PERIOD)
            plain = [samples[-sound.PERIOD:] for samples in wav.read(path('loop.wav'))[0]]
            for name, graph in graphs.items():
                pipewire_chain.start(session, name, graph)
            for name, sounds, limit_db in ('chain', wanted, NULL_DB), ('off', plain, OFF_DB):
                if name in graphs:
                    got = sound.steady_period(session, path('loop.wav'), name, 'speakers',
                                              sound.PERIOD)
                    residue = check_period('%s, %s, %s' % (kind, label, name), sounds, got, limit_db)
                    if root is None and name == 'chain':
                        bench.note(kind, residue)
            if 'comparing' in graphs:
                compare_through_pipewire(session, 'comparing', path(kind + '-compare.wav'))
        if 'comparing' in graphs:
            check_loudness(kind + '-compare.wav')


def test_pipewire_lv2():
    play_through_pipewire('pipewire-lv2', switched_graphs('pipewire-lv2'))


def test_pipewire_ladspa():
    play_through_pipewire('pipewire-ladspa', switched_graphs('pipewire-ladspa'))


def test_pipewire_files_as_they_are_exported():
    """The whole file; those of the kinds without a plugin are heard in test_pipewire_formats."""
    for label, root in pipewire_config.need():
        for kind in 'lv2', 'ladspa':
            with pipewire_use.session(label, root, quantum=4096) as session:
                session.env['LADSPA_PATH'] = os.path.join(BUILD, 'ladspa')
                sound.write_noise(path('loop.wav'), session.rate, 10)
                wanted = rendered_period(path('loop.wav'), sound.PERIOD)
                pipewire_chain.start_exported(
                    session, tare('export', MODEL, '--format', 'pipewire-' + kind))
                got = sound.steady_period(session, path('loop.wav'), 'tare_correction', 'speakers',
                                          sound.PERIOD)
                check_period('%s, %s, exported' % (kind, label), wanted, got, NULL_DB)


KEPT = os.path.join(SOURCE, 'tests', 'data', 'kept')


def test_a_kept_preset_loads():
    need('jalv', 'stdbuf')
    if not jack.is_installed():
        raise Skip('jackd2 is not installed')
    env = dict(environment(), LV2_PATH=os.path.join(BUILD, 'lv2') + ':' + os.path.join(KEPT, 'lv2'))
    jalv.play('urn:tare:eq', 'urn:tare:kept', path('in.wav'), path('kept-jalv.wav'), env)
    check('kept-jalv.wav')


def test_a_kept_session_loads():
    if not ardour.find():
        raise Skip('ardour is not installed')
    env, _ = installed_preset()
    os.mkdir(path('ardour-kept'))
    ardour.play_kept(os.path.join(KEPT, 'session.ardour'), path('in.wav'), path('kept-ardour.wav'),
                     path('ardour-kept'), env)
    check('kept-ardour.wav')


def test_kept_filter_chains_load():
    for kind in 'pipewire-lv2', 'pipewire-ladspa':
        with open(os.path.join(KEPT, kind + '.conf')) as file:
            play_through_pipewire('kept-' + kind, {'chain': file.read()})


def test_turtle_is_valid():
    """sord_validate over the plugin, its presets and an installed one, with all specifications."""
    need('lv2_validate', 'sord_validate', 'serdi')
    installed_preset()
    bundles = [os.path.join(BUILD, 'lv2', 'tare.lv2')]
    bundles += [os.path.join(path('user-lv2'), name) for name in os.listdir(path('user-lv2'))]
    files = [os.path.join(folder, name) for folder in bundles for name in sorted(os.listdir(folder))
             if name.endswith('.ttl')]
    for file in files:
        text = run('serdi', '-o', 'turtle', os.path.basename(file), cwd=os.path.dirname(file))
        with open(file) as written:
            if written.read() != text:
                raise Failure('%s comes back otherwise from serdi' % file)
    copies = []  # lv2_validate, which runs sord_validate with the specifications, knows no blanks
    os.mkdir(path('validate'))
    for i, file in enumerate(files):
        copies.append('%d-%s' % (i, os.path.basename(file)))
        shutil.copy(file, os.path.join(path('validate'), copies[-1]))
    answer = run('lv2_validate', *copies, cwd=path('validate'))
    if 'Found 0 errors' not in answer or '\nerror' in answer:
        raise Failure(answer[-2000:])


def test_plugin_binaries_export_one_symbol():
    need('nm')
    for library, symbol in [('lv2/tare.lv2/tare.so', 'lv2_descriptor'),
                            ('lv2/tare.lv2/tare_window.so', 'lv2ui_descriptor'),
                            ('lv2/tare.lv2/tare_inline.so', 'tare_inline_draw'),
                            ('ladspa/tare.so', 'ladspa_descriptor')]:
        if not os.path.exists(os.path.join(BUILD, library)):
            continue  # built without what it needs
        lines = run('nm', '-D', '--defined-only', os.path.join(BUILD, library)).splitlines()
        names = [line.split()[-1] for line in lines]
        if names != [symbol]:
            raise Failure('%s exports %s' % (library, ', '.join(names)))


def run_test(test):
    name = 'test_hosts.' + test.__name__
    try:
        test()
        print('PASS', name, flush=True)
    except Skip as why:
        print('SKIP %s: %s' % (name, why), flush=True)
    except (Failure, OSError, ValueError) as what:
        print('FAIL %s: %s' % (name, str(what).replace('\n', '\n  ')), flush=True)
        return False
    return True


def main():
    if os.environ.get('TARE_SANITIZE'):
        print('SKIP test_hosts: hosts without the sanitizers cannot load libraries that have them')
        return 0
    bench.make_sounds()
    tests = [value for name, value in sorted(globals().items()) if name.startswith('test_')]
    return 0 if all([run_test(test) for test in tests]) else 1


if __name__ == '__main__':
    with tempfile.TemporaryDirectory() as FOLDER:
        os.chdir(FOLDER)
        sys.exit(main())
