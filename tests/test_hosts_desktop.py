"""Programs with a window, driven without anybody at it: each plays noise through the built plugin, with the
same correction of twelve bands, and must give what `tare render` gives."""

import os
import sys

from helpers import cli
from hosts import audacious, audacity, bench, versions
from hosts.bench import BUILD, check, controls, environment, installed_preset, need, path

N_OUTPUTS = 3  # control ports behind those of `controls`


def test_audacious():
    need('audacious', 'audtool', 'dbus-run-session')
    bench.make_sounds()
    values = [value for _, value in controls()] + [0.0] * N_OUTPUTS
    audacious.play(os.path.join(BUILD, 'ladspa', 'tare.so'), 'tare_eq', values, path('in.wav'),
                   path('audacious.wav'), environment())
    bench.note('audacious', check('audacious.wav'))


def test_audacity_with_the_installed_preset():
    need('audacity', 'unshare')
    audacity.need()
    bench.make_sounds()
    installed_preset()
    user = path('user-lv2')
    bundles = [os.path.join(BUILD, 'lv2', 'tare.lv2')]
    bundles += [os.path.join(user, name) for name in os.listdir(user)]
    audacity.play('urn:tare:eq', bundles, versions.of_package('audacity'),
                  'Tare: Use_Preset="Factory Preset:Tare - Test Bench (Tare, hosts, installed)"',
                  path('in.wav'), path('audacity.wav'))
    bench.note('audacity', check('audacity.wav'))


def main():
    if os.environ.get('TARE_SANITIZE'):
        print('SKIP test_hosts_desktop: hosts without the sanitizers cannot load libraries that have '
              'them')
        return 0
    return cli.main('test_hosts_desktop', globals())


if __name__ == '__main__':
    sys.exit(main())
