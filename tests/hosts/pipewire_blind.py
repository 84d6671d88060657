"""What the tests of `tare blind` share: a person before it, and all that must be as before."""

import os

from helpers import cli
from hosts.terminal import Person

DEEP, SIDES, WORDS = 'tare test deep', 'tare test sides', 'tare test words'


def blind(session, *arguments):
    """A person before `tare blind`, once the first round has begun."""
    person = Person(cli.TARE, 'blind', *arguments, env=session.env)
    person.see('Round 1 of')
    return person


def controls(session):
    """The values of the chain's controls; None without a sink."""
    node = session.node('tare')
    for props in (node['info']['params'].get('Props', []) if node else []):
        flat = props.get('params', [])
        if 'eq:enabled' in flat:
            return dict(zip(flat[::2], flat[1::2]))
    return None


def there(session):
    """All that must be as before: values, routes, files, sinks."""
    names = sorted(str(name) for name in session.nodes())
    metadata = {key: value for key, value in session.metadata().items() if key[0] == 0}
    kept = [(name, cli.read(os.path.join(session.config, name)))
            for name in cli.everything(session.config)
            if os.path.isfile(os.path.join(session.config, name))]
    return {'values': controls(session), 'nodes': names, 'metadata': metadata,
            'files': kept, 'run': cli.everything(session.runtime)}


def same_again(session, before):
    """Waits until everything is as before."""
    now = {}

    def is_same():
        now.update(there(session))
        return now == before
    try:
        session.wait_until(is_same, 'everything to be as before')
    except cli.Failure:
        raise cli.Failure('not as before: %s' % {key: (before[key], now[key]) for key in before
                                                  if now[key] != before[key]})
