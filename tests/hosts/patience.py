"""Waiting for what has to come, on a machine that may have much else to do."""

import time

from helpers.cli import Failure

PATIENCE_S = 60  # the longest that anything may take


def wait_until(function, what, explain=lambda: ''):
    """Asks a function again and again until it gives something; gives that."""
    end = time.monotonic() + PATIENCE_S
    while True:
        result = function()
        if result:
            return result
        if time.monotonic() > end:
            raise Failure('waited %d s for %s\n%s' % (PATIENCE_S, what, explain()))
        time.sleep(0.03)
