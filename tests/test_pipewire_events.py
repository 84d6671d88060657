"""A thousand events: jacks, cards that are plugged and unplugged, other defaults. The watcher of the
outputs takes no more memory for the last than for the first, nor more time, and plays what it should."""

import os
import random

from helpers import cli
from hosts import pipewire_use
from hosts.pipewire_cards import laptop
from hosts.pipewire_use import chains, check_status, in_each, plays, sinks, tare

N_EVENTS, N_ROUNDS = 1000, 10
MAX_GROWTH_KIB = 512
SIDES, WORDS = 'Tare Test Sides', 'Tare Test Words'


def watcher(session):
    with open(os.path.join(session.runtime, 'tare-pipewire-0.watch.lock')) as lock:
        return int(lock.read() or 0)


def memory_kib(pid):
    return int(cli.read('/proc/%d/statm' % pid).split()[1]) * os.sysconf('SC_PAGE_SIZE') // 1024


def used_s(pid):
    """Of the processor."""
    fields = cli.read('/proc/%d/stat' % pid).rsplit(b')', 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf('SC_CLK_TCK')


def cause(session, card, chance):
    """One event: mostly of a jack, now and then a device more or less, or another default."""
    which = chance.randrange(100)
    if which < 94:
        card('route analog-output-' + chance.choice(['headphones', 'speaker']))
    elif which < 97:
        session.set_default_sink(chance.choice(['tare', 'alsa_output.pci']))
    elif session.node('one-more'):
        session.remove_sink('one-more')
    else:
        session.add_sink('one-more', 'One more', 1)


@in_each
def test_a_thousand_events(session):
    chance = random.Random(7)
    card = laptop(session)
    tare(session, 'use', 'tare test deep', '--default')
    tare(session, 'device', 'set', 'Headphones', 'tare test sides')
    tare(session, 'device', 'set', 'analog-output-speaker', 'tare test words')
    plays(session, WORDS, SIDES)
    pid = watcher(session)
    used, memory = [used_s(pid)], []
    for _ in range(N_ROUNDS):
        for _ in range(N_EVENTS // N_ROUNDS):
            cause(session, card, chance)
        session.set_default_sink('tare')
        for route, name in (('speaker', WORDS), ('headphones', SIDES)):
            card('route analog-output-' + route)
            plays(session, name)
        used.append(used_s(pid))
        memory.append(memory_kib(pid))
    assert watcher(session) == pid and len(chains(session)) == len(sinks(session)) == 1
    check_status(session, plays=SIDES, problem=None)
    costs = [b - a for a, b in zip(used, used[1:])]
    print('     %s: %d events; the watcher used %s s of the processor a round, and had %s KiB'
          % (session.label, N_EVENTS, ' '.join('%.2f' % cost for cost in costs), memory))
    assert memory[-1] <= memory[0] + MAX_GROWTH_KIB, memory
    half = N_ROUNDS // 2
    assert sum(costs[half:]) <= 2 * sum(costs[:half]) + 0.1, costs


if __name__ == '__main__':
    raise SystemExit(pipewire_use.main('test_pipewire_events', globals()))
