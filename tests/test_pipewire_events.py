"""A thousand events: jacks, cards that are plugged and unplugged, other defaults. The watcher of the
outputs takes no more memory for the last than for the first, nor more time, and plays what it should."""

import os
import random
import re
import statistics

from helpers import cli
from hosts import pipewire_use
from hosts.pipewire_cards import laptop
from hosts.pipewire_use import chains, check_status, in_each, plays, sinks, state, tare

N_EVENTS, N_ROUNDS = 1000, 10
N_WARM_UP = 2  # rounds before them
MAX_LEAK_BYTES = 100  # an event, in the median round: buffers grow in few of them
MAX_GROWTH_BYTES = 8 << 20  # in all: buffers of the connection double when many come at once
N_PROBES = 6  # changes after each round, each of which is waited for: so they are the same work
MAX_COST = 2  # of the median change in the last quarter of the rounds, to that in the first
MOVES = [('analog-output-speaker', 'Tare Test Words'), ('analog-output-headphones', 'Tare Test Sides')]


def watcher(session):
    with open(os.path.join(session.runtime, 'tare-pipewire-0.watch.lock')) as lock:
        return int(lock.read() or 0)


def memory_bytes(pid):
    """Its own, without pages of libraries, which come when they are first used."""
    return 1024 * int(re.search(br'RssAnon:\s+(\d+) kB', cli.read('/proc/%d/status' % pid)).group(1))


def used_s(pid):
    """Of the processor, to the nanosecond."""
    return int(cli.read('/proc/%d/schedstat' % pid).split()[0]) / 1e9


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


def move(session, card, route, name):
    """Changes the jack and waits until it is heard. The session manager, which restores each jack's
    volume, may do so late and so set the jack of before again."""
    def is_heard():
        now = state(session)
        if now['output'] and now['output']['route'] != route:
            card('route ' + route)
        return now['output'] and now['output']['route'] == route and now['plays'] == name
    card('route ' + route)
    session.wait_until(is_heard, 'the sound of %s: %s' % (name, tare(session, 'status').out))


@in_each
def test_a_thousand_events(session):
    chance = random.Random(7)
    card = laptop(session)
    tare(session, 'use', 'tare test deep', '--default')
    tare(session, 'device', 'set', 'Headphones', 'tare test sides')
    tare(session, 'device', 'set', 'analog-output-speaker', 'tare test words')
    plays(session, *(name for _, name in MOVES))
    pid = watcher(session)
    costs, memory = [], []
    for _ in range(N_WARM_UP + N_ROUNDS):
        for _ in range(N_EVENTS // N_ROUNDS):
            cause(session, card, chance)
        session.set_default_sink('tare')
        for i in range(N_PROBES):
            before = used_s(pid)
            move(session, card, *MOVES[i % 2])
            costs.append(1000 * (used_s(pid) - before))
        memory.append(memory_bytes(pid))
    assert watcher(session) == pid and len(chains(session)) == len(sinks(session)) == 1
    check_status(session, plays=MOVES[1][1], problem=None)
    growths = [b - a for a, b in zip(memory, memory[1:])][-N_ROUNDS:]
    quarter = len(costs) // 4
    first, last = statistics.median(costs[:quarter]), statistics.median(costs[-quarter:])
    print('     %s: %d events; a change took the watcher %.2f, then %.2f ms of the processor; '
          'it had %s KiB' % (session.label, N_EVENTS, first, last, [m // 1024 for m in memory]))
    assert statistics.median(growths) <= MAX_LEAK_BYTES * N_EVENTS // N_ROUNDS, memory
    assert sum(growths) <= MAX_GROWTH_BYTES, memory
    assert last <= MAX_COST * first, costs


if __name__ == '__main__':
    raise SystemExit(pipewire_use.main('test_pipewire_events', globals()))
