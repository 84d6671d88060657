"""`tare use` in a running PipeWire: how long until the sound has changed, after a command and after a
jack, and what the chain costs beside PipeWire's own equalisers.

Of the cost, that of an empty chain is taken away, so that the correction alone is left. That is
little beside what it takes to wake a process: the correction stands several times in series, and all
of it runs on one processor that an idle loop keeps awake. PW_ROOT names the folder into which the
packages of another PipeWire were unpacked.
"""

import array
import glob
import math
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.environ['TARE_SOURCE_DIR'], 'tests'))

from helpers import cli, wav  # noqa: E402
from hosts import pipewire_chain, pipewire_config, pipewire_use  # noqa: E402
from hosts import pipewire_sound as sound  # noqa: E402
from hosts.pipewire_cards import laptop  # noqa: E402

MODEL, OTHER = 'sennheiser hd 650', 'sony mdr ex1000'
QUANTA = [256, 1024]
N_COPIES, N_TURNS, SECONDS = 8, 3, 5
EMPTY = 'empty'
SPIN = """import os
os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))
while True:
    pass"""
TYPES = {'PK': 'bq_peaking', 'LSC': 'bq_lowshelf', 'HSC': 'bq_highshelf'}


class Disturbed(Exception):
    """The machine had something else to do."""


# The time until the sound has changed.

def first_change(samples, start, rate):
    """The first millisecond after a sample in which a sine has another level than before."""
    step = rate // 1000
    level = [max(map(abs, samples[at:at + step])) for at in range(0, len(samples) - step, step)]
    begin = start // step
    before = statistics.median(level[max(0, begin - 100):begin])
    for i in range(begin, len(level)):
        if abs(level[i] - before) > 0.05 * before:
            return i * step
    raise cli.Failure('the sound did not change')


def change_once(session):
    """Milliseconds from the start of the program to the change in what is recorded, and to its end.
    What is on its way into the recording when the program starts counts as time."""
    session.tare('use', OTHER)
    recorder = sound.Recorder(session, 'speakers').wait()
    player = sound.Player(session, 'sine.wav', 'tare')
    session.wait_until(lambda: 'tare' in player.linked(), 'the player')
    time.sleep(0.7)
    begin, start = time.monotonic(), recorder.n_frames()
    session.tare('use', MODEL)
    taken_ms = 1000 * (time.monotonic() - begin)
    time.sleep(0.5)
    player.stop()
    left = recorder.stop()[0]
    return 1000 * (first_change(left, start, session.rate) - start) / session.rate, taken_ms


def bench_change(session):
    steps = (math.sin(2 * math.pi * 1000 * (i // 2) / session.rate) for i in range(20 * session.rate))
    wav.write('sine.wav', array.array('f', (0.25 * x for x in steps)), session.rate)
    values = [change_once(session) for _ in range(7)]
    for name, column in [('to the changed sound', 0), ('to the end of the program', 1)]:
        ms = sorted(value[column] for value in values)
        print('%s, quantum %4d: %s: %.0f ms (%.0f to %.0f)' % (
            session.label, session.quantum, name, statistics.median(ms), ms[0], ms[-1]), flush=True)


def bench_jack(session):
    """Milliseconds from a jack that is plugged in to what its rule plays."""
    card = laptop(session)
    session.tare('use', MODEL, '--default')
    session.wait_until(lambda: ('tare.output', 'alsa_output.pci') in session.links(), 'the card')
    session.tare('device', 'set', 'Headphones', OTHER)
    pipewire_use.plays(session, 'flat')
    taken_ms = []
    for _ in range(5):
        for route, wanted in ('headphones', 'Sony MDR-EX1000'), ('speaker', 'flat'):
            card('route analog-output-' + route)
            taken_ms.append(pipewire_use.plays(session, wanted))
    ms = sorted(taken_ms)
    print('%s, quantum %4d: jack to sound: %.0f ms (%.0f to %.0f)' % (
        session.label, session.quantum, statistics.median(ms), ms[0], ms[-1]), flush=True)


# What the chain costs.

def stage_of_plugin(session, form, i):
    """The one node of an export, under a name of its own: (nodes, links, inputs, outputs)."""
    text = session.tare('export', MODEL, '--format', form)
    nodes = re.search(r'^nodes = \[\n(.*?)^\]', text, re.M | re.S).group(1)
    ends = [re.findall(r'"eq:([^"]*)"', re.search('^%s *= .*' % what, text, re.M).group(0))
            for what in ('inputs', 'outputs')]
    return ([nodes.replace('name = eq ', 'name = eq%d ' % i)], [],
            *(['eq%d:%s' % (i, port) for port in names] for names in ends))


def bands(session):
    """(type, Hz, dB, Q) as text; the preamp first, as a shelf at 0 Hz."""
    text = session.tare('export', MODEL, '--format', 'apo')
    found = [('bq_highshelf', '0', re.search(r'^Preamp: (\S+) dB', text, re.M).group(1), '1')]
    for kind, *values in re.findall(r'^Filter \d+: ON (\w+) Fc (\S+) Hz Gain (\S+) dB Q (\S+)$',
                                    text, re.M):
        found.append((TYPES[kind], *values))
    return found


def stage_of_builtin(session, form, i):
    """One node for each band; PipeWire runs such a graph once for each channel."""
    nodes = ['{ type = builtin name = s%db%d label = %s control = { Freq = %s Gain = %s Q = %s } }'
             % ((i, k) + band) for k, band in enumerate(bands(session))]
    links = [('s%db%d:Out' % (i, k), 's%db%d:In' % (i, k + 1)) for k in range(len(nodes) - 1)]
    return nodes, links, ['s%db0:In' % i], ['s%db%d:Out' % (i, len(nodes) - 1)]


def stage_of_param_eq(session, form, i):
    filters = ['{ type = %s freq = %s gain = %s q = %s }' % band for band in bands(session)]
    node = ('{ type = builtin name = eq%d label = param_eq config = { filters = [ %s ] } }'
            % (i, ' '.join(filters)))
    return ([node], [], *(['eq%d:%s %d' % (i, way, k) for k in (1, 2)] for way in ('In', 'Out')))


def stage_of_nothing(session, form, i):
    return ['{ type = builtin name = c%d label = copy }' % i], [], ['c%d:In' % i], ['c%d:Out' % i]


STAGES = {EMPTY: (stage_of_nothing, ''), 'lv2': (stage_of_plugin, 'pipewire-lv2'),
          'ladspa': (stage_of_plugin, 'pipewire-ladspa'), 'builtin': (stage_of_builtin, ''),
          'param_eq': (stage_of_param_eq, '')}


def graph(session, name):
    """The text of a filter.graph with that many times the same stage in series."""
    make, form = STAGES[name]
    stages = [make(session, form, i) for i in range(1 if name == EMPTY else N_COPIES)]
    nodes = [node for stage in stages for node in stage[0]]
    links = [link for stage in stages for link in stage[1]]
    for before, after in zip(stages, stages[1:]):
        links += zip(before[3], after[2])
    return 'nodes = [ %s ] links = [ %s ] inputs = [ %s ] outputs = [ %s ]' % (
        '\n'.join(nodes), '\n'.join('{ output = "%s" input = "%s" }' % link for link in links),
        ' '.join('"%s"' % port for port in stages[0][2]),
        ' '.join('"%s"' % port for port in stages[-1][3]))


def on_cpu_ns(pid):
    """How long all threads of a process have run, and how often the busiest one was scheduled."""
    counts = [list(map(int, cli.read(path).split()))
              for path in glob.glob('/proc/%d/task/*/schedstat' % pid)]
    return sum(count[0] for count in counts), max(count[2] for count in counts)


def cost_us(session, name):
    """Microseconds of CPU time for each quantum."""
    chain = pipewire_chain.start(session, 'bench', graph(session, name))
    session.wait_until(lambda: ('bench.output', 'speakers') in session.links(), 'the chain')
    player = sound.Player(session, 'noise.wav', 'bench')
    session.wait_until(lambda: 'bench' in player.linked(), 'the player')
    time.sleep(0.5)
    begin, (cpu, slices) = time.monotonic(), on_cpu_ns(chain.pid)
    time.sleep(SECONDS)
    end, (cpu_end, slices_end) = time.monotonic(), on_cpu_ns(chain.pid)
    player.stop()
    chain.terminate()
    chain.wait(10)
    n_quanta = (end - begin) * session.rate / session.quantum
    if not 0.9 < (slices_end - slices) / n_quanta < 3:
        raise Disturbed('it ran %d times in %d quanta' % (slices_end - slices, n_quanta))
    return (cpu_end - cpu) / 1000 / n_quanta


def patient_cost_us(session, name):
    """The same on a machine that now and then has something else to do."""
    for _ in range(4):
        try:
            return cost_us(session, name)
        except Disturbed as why:
            print('     once more: %s' % why, flush=True)
    return cost_us(session, name)


def bench_cost(session):
    sound.write_noise('noise.wav', session.rate, SECONDS + 5)
    session.wait_until(session.default_sink, 'the session manager')
    names = [name for name in STAGES if name != 'param_eq' or session.has_param_eq]
    values = {name: [] for name in names}
    for _ in range(N_TURNS):
        for name in names:
            values[name].append(patient_cost_us(session, name))
    net = {name: statistics.median([(a - b) / N_COPIES for a, b in zip(values[name], values[EMPTY])])
           for name in names if name != EMPTY}
    for name, us in net.items():
        print('%s, quantum %4d: %-8s %6.2f us a quantum, %.3f %% of a core%s' % (
            session.label, session.quantum, name, us,
            us * session.rate / session.quantum / 1e4,
            ', %.2f of param_eq' % (us / net['param_eq']) if 'param_eq' in net else ''), flush=True)


def bench(label, root, quantum):
    for part in (bench_change, bench_jack, bench_cost):
        with pipewire_use.session(label, root, quantum=quantum) as session:
            session.env['TARE_CATALOGUE'] = os.path.join(cli.SOURCE, 'presets', 'catalogue')
            session.env['LADSPA_PATH'] = os.path.join(pipewire_use.BUILD, 'ladspa')
            session.quantum = quantum
            session.tare = lambda *words: pipewire_use.tare(session, *words).out
            part(session)


def main():
    try:
        found = pipewire_config.need()
    except cli.Skip as why:
        print('PipeWire is left out: %s' % why)
        return 0
    allowed = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(allowed)})
    spin = subprocess.Popen([sys.executable, '-c', SPIN])
    try:
        for label, root in found:
            for quantum in QUANTA:
                bench(label, root, quantum)
    finally:
        spin.kill()
        spin.wait()
    return 0


if __name__ == '__main__':
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        sys.exit(main())
