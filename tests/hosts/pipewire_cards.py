"""Sound cards that are not there: their jacks, profiles and devices change when told to."""

import os
import subprocess

from helpers.cli import Failure
from hosts.patience import PATIENCE_S

PROGRAM = os.path.join(os.environ['TARE_BUILD_DIR'], 'tests', 'fakes', 'fake_card')


class Card:
    """The program of fake_card.c, with a device's properties, its routes and those of its sink."""

    def __init__(self, session, device=(), routes=(), node=()):
        def words(properties):
            return ['%s=%s' % pair for pair in dict(properties).items()]
        self.session = session
        self.process = session.spawn(PROGRAM, *words(device), *('route=' + r for r in routes),
                                     '--', *words(node), stdin=subprocess.PIPE,
                                     stdout=subprocess.PIPE)
        self.answer()

    def answer(self):
        line = self.process.stdout.readline().decode().rstrip('\n')
        if not line.startswith('ok '):
            raise Failure('the card said %r\n%s' % (line, self.session.logs()))

    def __call__(self, command):
        """Gives it a line and waits until PipeWire knows of the change."""
        self.process.stdin.write(command.encode() + b'\n')
        self.process.stdin.flush()
        self.answer()

    def quit(self):
        self('quit')
        self.process.wait(PATIENCE_S)


def laptop(session):
    return Card(session,
                {'device.name': 'alsa_card.pci', 'device.description': 'Built-in Audio',
                 'device.api': 'alsa'},
                node={'node.name': 'alsa_output.pci', 'priority.session': 2000,
                      'node.description': 'Built-in Audio Analog Stereo'})


def bluetooth(session):
    return Card(session,
                {'device.name': 'bluez_card.00_11_22_33_44_55',
                 'device.description': 'WH-1000XM4', 'device.api': 'bluez5',
                 'api.bluez5.address': '00:11:22:33:44:55'},
                routes=['headphone-output:Headphone:yes:Headphones'],
                node={'node.name': 'bluez_output.00_11_22_33_44_55.1',
                      'node.description': 'WH-1000XM4', 'priority.session': 3000,
                      'api.bluez5.address': '00:11:22:33:44:55'})
