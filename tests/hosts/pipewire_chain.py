"""A filter-chain of the listener's own in a PipeWire: a sink, and what it plays through."""

import os

CHAIN = '''
context.properties = { log.level = 0 }
context.spa-libs = { audio.convert.* = audioconvert/libspa-audioconvert
    support.* = support/libspa-support }
context.modules = [
    { name = libpipewire-module-rt flags = [ ifexists nofail ] }
    { name = libpipewire-module-protocol-native } { name = libpipewire-module-client-node }
    { name = libpipewire-module-adapter }
    { name = libpipewire-module-filter-chain args = {
      node.description = "%(name)s"  media.name = "%(name)s"
      audio.channels = 2  audio.position = [ FL FR ]
      filter.graph = {
%(graph)s
      }
      capture.props = { node.name = "%(name)s"  media.class = Audio/Sink }
      playback.props = { node.name = "%(name)s.output" } } } ]
'''
CLIENT = '''
context.properties = { log.level = 0 }
context.spa-libs = { audio.convert.* = audioconvert/libspa-audioconvert
    support.* = support/libspa-support }
context.modules = [
    { name = libpipewire-module-rt flags = [ ifexists nofail ] }
    { name = libpipewire-module-protocol-native } { name = libpipewire-module-client-node }
    { name = libpipewire-module-adapter }
%s]
'''
COPY = 'nodes = [ { type = builtin name = c label = copy } ]'


def graph_of(exported):
    """What stands inside filter.graph of an exported file."""
    return exported.split('filter.graph = {\n', 1)[1].split('\n}\ncapture.props', 1)[0]


def start_exported(session, exported, name='tare_correction'):
    """Starts what an exported file adds to a configuration, as it is, in a client of its own."""
    path = os.path.join(session.folder, 'exported.conf')
    module = exported.split('context.modules = [\n', 1)[1].rsplit(']\n', 1)[0]
    with open(path, 'w') as file:
        file.write(CLIENT % module)
    process = session.spawn('pipewire', '-c', path)
    session.wait_until(lambda: session.node(name), 'the exported chain')
    return process


def start(session, name, graph=COPY, path=None):
    """Starts a sink of that name, whose process is returned; its configuration goes to `path`."""
    path = path or os.path.join(session.folder, name + '.conf')
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'w') as file:
        file.write(CHAIN % {'name': name, 'graph': graph})
    process = session.spawn('pipewire', '-c', path)
    session.wait_until(lambda: session.node(name), 'the chain ' + name)
    return process
