"""What a PipeWire of its own reads, and which PipeWires there are to test."""

import glob
import os
import re
import shutil
import subprocess

from helpers.cli import Failure, Skip

DAEMON = '''
context.properties = {
    core.daemon = true  core.name = pipewire-0
    mem.allow-mlock = false  support.dbus = false
    default.clock.rate = %(rate)d  default.clock.allowed-rates = [ %(rate)d ]
    default.clock.quantum = %(quantum)d  default.clock.min-quantum = %(quantum)d
    default.clock.max-quantum = %(quantum)d  default.clock.quantum-limit = 8192
}
context.spa-libs = {
    audio.convert.* = audioconvert/libspa-audioconvert
    support.* = support/libspa-support
}
context.modules = [
    { name = libpipewire-module-rt
      args = { nice.level = -11  rtkit.enabled = false  rtportal.enabled = false }
      flags = [ ifexists nofail ] }
    { name = libpipewire-module-protocol-native }
    { name = libpipewire-module-profiler }
    { name = libpipewire-module-metadata }
    { name = libpipewire-module-spa-device-factory }
    { name = libpipewire-module-spa-node-factory }
    { name = libpipewire-module-client-node }
    { name = libpipewire-module-client-device }
    { name = libpipewire-module-access }
    { name = libpipewire-module-adapter }
    { name = libpipewire-module-link-factory }
    { name = libpipewire-module-session-manager }
]
context.objects = [
    { factory = spa-node-factory
      args = { factory.name = support.node.driver  node.name = Dummy-Driver
               node.group = pipewire.dummy  priority.driver = 20000 } }
%(sinks)s
]
context.exec = [ ]
'''

SINK = '''{ factory.name = support.null-audio-sink  node.name = "%s"  node.description = "%s"
  media.class = Audio/Sink  priority.session = %d  audio.position = [ FL FR ]  audio.rate = %d
  object.linger = true  monitor.channel-volumes = false }'''

SINKS = [('speakers', 'Speakers', 1000), ('headphones', 'Headphones', 500)]

# What would look for hardware or D-Bus; all of the policy stays.
LUA_MAIN = '''
alsa_monitor.enabled = false
v4l2_monitor.enabled = false
libcamera_monitor.enabled = false
alsa_monitor.properties["alsa.reserve"] = false
default_access.properties["enable-flatpak-portal"] = false
'''
LUA_BLUETOOTH = '''
bluez_monitor.enabled = false
bluez_monitor.properties["with-logind"] = false
'''
WIREPLUMBER_CONF = '''
wireplumber.profiles = {
    main = {
        hardware.audio = disabled
        hardware.bluetooth = disabled
        hardware.video-capture = disabled
        support.dbus = disabled
        support.reserve-device = disabled
        support.portal-permissionstore = disabled
        script.client.access-portal = disabled
        support.logind = disabled
    }
}
'''


def libraries(root, name):
    """The folder below `root` that holds a library."""
    found = glob.glob(os.path.join(root, 'usr', 'lib', '*', name))
    if not found:
        raise Failure('%s has no %s' % (root, name))
    return os.path.dirname(found[0])


def variables(root, wp_root=None):
    """What has to be set for programs that were unpacked and not installed."""
    if not root:
        return {}
    folder = libraries(root, 'libpipewire-0.3.so.0')
    paths, folders = [os.path.join(root, 'usr', 'bin')], [folder]
    values = {'SPA_PLUGIN_DIR': os.path.join(folder, 'spa-0.2'),
              'PIPEWIRE_MODULE_DIR': os.path.join(folder, 'pipewire-0.3')}
    if wp_root:
        own = libraries(wp_root, 'libwireplumber-0.5.so.0')
        paths.append(os.path.join(wp_root, 'usr', 'bin'))
        folders.append(own)
        values.update(WIREPLUMBER_MODULE_DIR=os.path.join(own, 'wireplumber-0.5'),
                      WIREPLUMBER_DATA_DIR=os.path.join(wp_root, 'usr', 'share', 'wireplumber'))
    values['PATH'] = ':'.join(paths + [os.environ['PATH']])
    values['LD_LIBRARY_PATH'] = ':'.join(folders)
    return values


def version_of(root=None):
    done = subprocess.run(['pipewire', '--version'], env=dict(os.environ, **variables(root)),
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    found = re.search(rb'Linked with libpipewire (\S+)', done.stdout)
    return found.group(1).decode() if found else 'unknown'


def versions():
    """Every PipeWire to test, as (label, root); root None is the one that is installed."""
    found = []
    if shutil.which('pipewire') and shutil.which('wireplumber') and shutil.which('pw-cat'):
        found.append(('installed', None))
    root = os.environ.get('PW_ROOT')
    if root and (os.environ.get('WP_ROOT') or shutil.which('wireplumber')):
        found.append((version_of(os.path.abspath(root)), os.path.abspath(root)))
    return found


def need():
    """All versions, or Skip where there is none."""
    found = versions()
    if not found:
        raise Skip('PipeWire or WirePlumber is not installed')
    return found
