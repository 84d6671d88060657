"""A PipeWire of its own for tests: the daemon, WirePlumber and two silent sinks, without D-Bus,
systemd or hardware, and what is in its graph. Sound through it: pipewire_sound.py.

PW_ROOT names a folder into which the packages of another PipeWire were unpacked, WP_ROOT the same
for a WirePlumber that goes with it.
"""

import glob
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import time

from helpers.cli import Failure
from hosts import patience
from hosts.patience import PATIENCE_S
from hosts.pipewire_config import (DAEMON, LUA_BLUETOOTH, LUA_MAIN, SINK, SINKS,
                                   WIREPLUMBER_CONF, variables)

FOREIGN = re.compile('^(DBUS_|PIPEWIRE_|PULSE_|SPA_|WIREPLUMBER_|XDG_|LC_|JACK_|DISPLAY$|'
                     'WAYLAND_DISPLAY$|INVOCATION_ID$|NOTIFY_SOCKET$|LISTEN_)')


def put(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'w') as file:
        file.write(text)


class Session:
    """A daemon and its session manager below a folder of a short name (a socket lies in it).

    `wp_root` is a WirePlumber of its own, WP_ROOT unless said; False is the installed one."""

    def __init__(self, folder, root=None, rate=48000, quantum=1024, wp_root=None):
        self.folder, self.root, self.rate, self.quantum = folder, root, rate, quantum
        if wp_root is None:
            wp_root = os.environ.get('WP_ROOT')
        self.wp_root = os.path.abspath(wp_root) if root and wp_root else None
        self.config = os.path.join(folder, 'config')
        self.runtime = os.path.join(folder, 'run')
        self.socket = os.path.join(self.runtime, 'pipewire-0')
        plain = {name: value for name, value in os.environ.items() if not FOREIGN.match(name)}
        # no address of a session bus; and no way to the one of the system
        plain.update(XDG_RUNTIME_DIR=self.runtime, HOME=os.path.join(folder, 'home'),
                     XDG_CONFIG_HOME=self.config, XDG_STATE_HOME=os.path.join(folder, 'state'),
                     XDG_DATA_HOME=os.path.join(folder, 'data'),
                     XDG_CACHE_HOME=os.path.join(folder, 'cache'), LC_ALL='C.UTF-8',
                     DBUS_SYSTEM_BUS_ADDRESS='unix:path=' + os.path.join(folder, 'no-bus'))
        self.env = dict(plain, **variables(root, self.wp_root))
        # the newest says much about an old one's files, where it finds them
        self.wireplumber_env = plain if not self.wp_root else dict(
            self.env, XDG_DATA_DIRS=os.path.join(folder, 'nothing'))
        self.daemon = self.wireplumber = self.has_smart_filters = None
        self.n_logs = self.n_names = 0

    def __enter__(self):
        try:
            self.start()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(self, *_):
        self.stop()

    def configure(self):
        if len(self.socket) > 100:
            raise Failure('the path %s is too long for a socket' % self.socket)
        for name in ('run', 'home', 'config', 'state', 'data', 'cache'):
            os.makedirs(os.path.join(self.folder, name), exist_ok=True)
        os.chmod(self.runtime, 0o700)
        own = os.path.join(self.config, 'pipewire')
        sinks = '\n'.join('{ factory = adapter args = %s }' % self.sink(*sink) for sink in SINKS)
        put(os.path.join(own, 'pipewire.conf'),
            DAEMON % {'rate': self.rate, 'quantum': self.quantum, 'sinks': sinks})
        # clients would read the installed version's
        for path in glob.glob(os.path.join(self.root or '/nonexistent', 'usr', 'share', 'pipewire',
                                           'client*.conf')):
            shutil.copy(path, own)
        if self.root and not os.path.exists(os.path.join(own, 'client-rt.conf')):
            shutil.copy(os.path.join(own, 'client.conf'), os.path.join(own, 'client-rt.conf'))
        policy = os.path.join(self.config, 'wireplumber')
        version = subprocess.check_output(['wireplumber', '--version'], env=self.wireplumber_env)
        self.has_smart_filters = b'libwireplumber 0.4' not in version
        if not self.has_smart_filters:
            put(os.path.join(policy, 'main.lua.d', '51-tests.lua'), LUA_MAIN)
            put(os.path.join(policy, 'bluetooth.lua.d', '51-tests.lua'), LUA_BLUETOOTH)
        else:
            put(os.path.join(policy, 'wireplumber.conf.d', '51-tests.conf'), WIREPLUMBER_CONF)
        if self.wp_root:  # it would read the installed version's
            shutil.copy(os.path.join(self.wp_root, 'usr', 'share', 'wireplumber',
                                     'wireplumber.conf'), policy)

    def start(self):
        self.configure()
        self.start_daemon()
        self.start_wireplumber()

    def start_daemon(self):
        self.daemon = self.spawn('pipewire')
        self.wait_until(self.listening, 'the daemon to listen')

    def start_wireplumber(self):
        self.wireplumber = self.spawn('wireplumber', env=self.wireplumber_env)
        self.wait_until(self.default_sink, 'WirePlumber to choose a default sink')

    def listening(self):
        if self.daemon.poll() is not None:
            raise Failure('the daemon ended with status %d\n%s'
                          % (self.daemon.returncode, self.logs()))
        with socket.socket(socket.AF_UNIX) as s:
            try:
                s.connect(self.socket)
                return True
            except OSError:
                return False

    def processes(self):
        """All that run in this session, whoever started them."""
        mine = b'XDG_RUNTIME_DIR=' + os.fsencode(self.runtime)
        found = []
        for name in os.listdir('/proc'):
            if name.isdigit() and int(name) != os.getpid():
                try:
                    with open('/proc/%s/environ' % name, 'rb') as file:
                        if mine in file.read().split(b'\0'):
                            found.append(int(name))
                except OSError:  # it is gone, or another user's
                    pass
        return found

    def stop(self):
        """Ends everything, also what the daemon had started and left behind."""
        for number in (signal.SIGTERM, signal.SIGKILL):
            for pid in self.processes():
                try:
                    os.kill(pid, number)
                except ProcessLookupError:
                    pass
            end = time.monotonic() + 10
            while self.processes() and time.monotonic() < end:
                self.reap()
                time.sleep(0.02)
            self.reap()
        self.daemon = self.wireplumber = None

    def reap(self):
        for process in (self.daemon, self.wireplumber):
            if process:
                process.poll()

    def restart_daemon(self, number=signal.SIGKILL):
        """Ends the daemon by a signal and starts it and WirePlumber again, as a service manager
        does."""
        self.daemon.send_signal(number)
        self.daemon.wait(PATIENCE_S)
        try:
            self.wireplumber.wait(10)  # it ends by itself
        except subprocess.TimeoutExpired:
            self.stop_wireplumber(signal.SIGKILL)
        self.start_daemon()
        self.start_wireplumber()

    def stop_wireplumber(self, number=signal.SIGTERM):
        self.wireplumber.send_signal(number)
        self.wireplumber.wait(PATIENCE_S)

    def restart_wireplumber(self, number=signal.SIGTERM):
        """Ends WirePlumber and starts it again. The sinks go and come with it, as those of real
        cards do, which belong to it."""
        self.stop_wireplumber(number)
        for name, _, _ in SINKS:
            if self.node(name):
                self.remove_sink(name)
        self.wireplumber = self.spawn('wireplumber', env=self.wireplumber_env)
        for sink in SINKS:
            self.add_sink(*sink)
        self.wait_until(self.default_sink, 'WirePlumber to choose a default sink')

    def sink(self, name, description, priority):
        return SINK % (name, description, priority, self.rate)

    def add_sink(self, name, description, priority):
        """One more sink, or one that was removed."""
        self.run('pw-cli', 'create-node', 'adapter', self.sink(name, description, priority))
        self.wait_until(lambda: self.node(name), 'the sink ' + name)

    def remove_sink(self, name):
        self.run('pw-cli', 'destroy', str(self.node(name)['id']))
        self.wait_until(lambda: not self.node(name), 'the sink %s to go' % name)

    def run(self, *command, env=None):
        """Runs a program to its end; gives what it printed to standard output."""
        try:
            done = subprocess.run(command, env=env or self.env, stdin=subprocess.DEVNULL,
                                  stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                  timeout=PATIENCE_S)
        except subprocess.TimeoutExpired:
            raise Failure('%s took longer than %d s\n%s'
                          % (' '.join(command), PATIENCE_S, self.logs()))
        if done.returncode:
            raise Failure('%s ended with status %d: %s%s'
                          % (' '.join(command), done.returncode, done.stdout.decode()[-1000:],
                             done.stderr.decode()[-1000:]))
        return done.stdout.decode()

    def spawn(self, *command, env=None, **options):
        """Starts a program; what it says goes to a file of its own, see logs()."""
        path = shutil.which(command[0], path=(env or self.env)['PATH']) or command[0]
        self.n_logs += 1
        log = os.path.join(self.folder, '%02d-%s.log' % (self.n_logs, os.path.basename(path)))
        with open(log, 'wb') as file:
            settings = dict(stdin=subprocess.DEVNULL, stdout=file, stderr=file)
            settings.update(options)
            return subprocess.Popen([path, *command[1:]], env=env or self.env, **settings)

    def logs(self):
        """The end of what each program said, for the message of a failure."""
        text = ''
        for path in sorted(glob.glob(os.path.join(self.folder, '*.log'))):
            with open(path, errors='replace') as file:
                said = file.read()[-2000:]
            if said:
                text += '--- %s\n%s' % (os.path.basename(path), said)
        return text

    def wait_until(self, function, what):
        return patience.wait_until(function, what, self.logs)

    def dump(self):
        """All objects, as pw-dump prints them. It prints another list whenever something changes
        before it ends."""
        text, at, found = self.run('pw-dump').strip(), 0, {}
        while at < len(text):
            objects, at = json.JSONDecoder().raw_decode(text, at)
            at += len(text[at:]) - len(text[at:].lstrip())
            for o in objects:
                found[o['id']] = o
                if 'type' not in o:  # it was removed
                    del found[o['id']]
        return list(found.values())

    def named(self, kind, key):
        """The objects of a kind by a property of theirs, those that say what they are."""
        return {o['info']['props'].get(key): o for o in self.dump()
                if o['type'] == 'PipeWire:Interface:' + kind and (o.get('info') or {}).get('props')}

    def nodes(self):
        """The nodes by their names."""
        return self.named('Node', 'node.name')

    def node(self, name):
        return self.nodes().get(name)

    def device(self, name):
        return self.named('Device', 'device.name').get(name)

    def links(self):
        """Which node plays into which, as a set of pairs of names."""
        names, ends = {}, []
        for o in self.dump():
            info = o.get('info') or {}
            if o['type'] == 'PipeWire:Interface:Node':
                names[o['id']] = info.get('props', {}).get('node.name')
            elif o['type'] == 'PipeWire:Interface:Link' and info:
                ends.append((info['output-node-id'], info['input-node-id']))
        return {(names[a], names[b]) for a, b in ends if a in names and b in names}

    def metadata(self, name='default'):
        """{(subject, key): value} of a metadata; a value in JSON is parsed."""
        for o in self.dump():
            if o['type'] == 'PipeWire:Interface:Metadata':
                if o['props'].get('metadata.name') == name:
                    return {(item['subject'], item['key']): item['value']
                            for item in o['metadata']}
        return {}

    def default_sink(self, key='default.audio.sink'):
        """The name of the default sink, or None; key default.configured.audio.sink: the wish."""
        return (self.metadata().get((0, key)) or {}).get('name')

    def set_default_sink(self, name):
        """What a person does in the desktop's menu."""
        self.run('pw-metadata', '0', 'default.configured.audio.sink',
                 json.dumps({'name': name}), 'Spa:String:JSON')

    def new_name(self, kind):
        self.n_names += 1
        return '%s-%d' % (kind, self.n_names)
