#!/usr/bin/env python3
"""Builds Tare with waf, and is its own launcher: ./wscript COMMAND..., or waf COMMAND...

The folders have wscripts of their own, which say what is made of them. Here are the libraries, the
options, and what a command stands for; in .wscript the launcher, and the packages of Debian.
"""

import os
import re
import shutil
import subprocess
import sys

if __name__ == '__main__':
    sys.dont_write_bytecode = True
    sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), '.wscript'))
    import launcher
    launcher.launch()
    sys.exit()

# From here on this is waf's script.

from waflib import ConfigSet, Configure, Context, Options, Scripting  # noqa: E402

sys.path.insert(0, os.path.join(Context.run_dir, '.wscript'))
import packages  # noqa: E402
import packaging  # noqa: E402

APPNAME = 'tare'
top = '.'
out = 'build'

# pkg-config name, name in the build, package, what is missing without it
LIBRARIES = [
    ('lv2', 'LV2', 'lv2-dev', 'the LV2 plugin'),
    ('serd-0', 'SERD', 'libserd-dev', 'the Turtle of the LV2 plugin, LV2 presets'),
    ('jansson', 'JANSSON', 'libjansson-dev', 'the program tare'),
    ('yaml-0.1', 'YAML', 'libyaml-dev', 'the program tare'),
    ('libcmark', 'CMARK', 'libcmark-dev', 'the program tare'),
    ('gumbo', 'GUMBO', 'libgumbo-dev', 'reviews that are web pages'),
    ('sndfile', 'SNDFILE', 'libsndfile1-dev', 'tare render'),
    ('samplerate', 'SAMPLERATE', 'libsamplerate0-dev', 'other sample rates out of tare render'),
    ('cairo', 'CAIRO', 'libcairo2-dev', 'pictures, no window'),
    ('x11', 'X11', 'libx11-dev', 'window'),
    ('libsystemd', 'SYSTEMD', 'libsystemd-dev', 'tray and file chooser of the desktop'),
    ('libpipewire-0.3', 'PIPEWIRE', 'libpipewire-0.3-dev', 'the live half of tare use'),
    ('lilv-0', 'LILV', 'liblilv-dev', 'the demo, tests in an LV2 host'),
    ('libebur128', 'EBUR128', 'libebur128-dev', 'tests of loudness'),
]
PROGRAM_NEEDS = ['SERD', 'JANSSON', 'YAML', 'CMARK']

WARNINGS = ['-Wall', '-Wextra', '-Wconversion', '-Wno-enum-float-conversion', '-Wshadow',
            '-Werror=implicit-function-declaration']

# What stops much and costs little. Where the one who builds says anything of it, that counts.
HARDENED = {'stack-protector': ['-fstack-protector-strong'],
            'FORTIFY_SOURCE': ['-U_FORTIFY_SOURCE', '-D_FORTIFY_SOURCE=2']}
HARDENED_LINKS = ['-Wl,-z,relro', '-Wl,-z,now', '-Wl,-z,noexecstack']

# Processors whose files are small, and whose folders may not be read, unless they are told otherwise
NARROW = ['x86', 'arm', 'mips', 'powerpc']

C_ONLY = ['-std=c11', '-Wno-enum-float-conversion', '-Werror=implicit-function-declaration']

with open(os.path.join(Context.run_dir, 'plugin/core/tare/version.h'), encoding='utf-8') as header:
    VERSION = '.'.join(re.findall(r'define TARE_VERSION_M\w+ (\d+)', header.read()))

Configure.autoconfig = 'clobber'

STICKY = ['debug', 'sanitize', 'prefix', 'libdir', 'bindir', 'lv2dir', 'ladspadir',
          'brand_bundles']


def options(opt):
    opt.load('compiler_c compiler_cxx')
    group = opt.add_option_group('Tare')
    add = group.add_option
    add('--debug', action='store_true', default=False, help='for a debugger: not optimised')
    add('--sanitize', default='', metavar='LIST', help='such as address,undefined')
    add('--lv2dir', default='', help='folder of LV2 bundles [PREFIX/lib/lv2]')
    add('--ladspadir', default='', help='folder of LADSPA libraries [PREFIX/lib/ladspa]')
    add('--brand-bundles', action='store_true', default=False,
        help='also make and install bundles with the presets of all models, one for each brand')
    add('--hosts', action='store_true', default=False,
        help='deps: also the hosts that tests drive')
    add('--lint', action='store_true', default=False,
        help='deps: also the tools of lint')
    add('--quick', action='store_true', default=False,
        help='lint: only the quick checks')
    add('--from', action='append', default=[], dest='sources', metavar='DIR',
        help='catalogue: a folder with source data; may be given more than once')
    add('--root', default='', metavar='SUITE',
        help='test, matrix: in a root of this suite of Debian (trixie, sid), made once and kept; as root')
    add('--systems', action='store_true', default=False,
        help='test: only what meets the system: its hosts, PipeWire, libraries, compiler')
    add('--print', action='store_true', default=False, dest='print_only',
        help='deps: only print the names of the packages')


def init(ctx):
    """Puts before each command what it needs."""
    needs = {'demo': ['deps', 'build'], 'test': ['deps', 'build'], 'matrix': ['deps', 'build'], 'bench': ['build'],
             'lint': ['build'], 'cross': ['build'], 'catalogue': ['build']}
    commands = []
    if Options.commands == ['catalogue']:
        # nothing that the old catalogue may break: what ships is checked against it in the build
        Options.options.targets = 'make_catalogue'
    for command in Options.commands:
        commands += [need for need in needs.get(command, []) if need not in commands] + [command]
    if 'build' in commands and 'configure' not in commands and must_configure():
        commands.insert(commands.index('build'), 'configure')
    Options.commands[:] = commands


def stored_env():
    """What configure found; None before it ran."""
    try:
        return ConfigSet.ConfigSet(os.path.join(Context.out_dir or out, 'c4che', '_cache.py'))
    except OSError:
        return None


def must_configure():
    """Whether the build is not yet configured, or otherwise than is asked for now. Options that are
    not given stay as they were."""
    env = stored_env()
    if env is None or env.MISSING:
        return True
    given = [name for name in STICKY
             if any(word.split('=')[0] == '--' + name.replace('_', '-') for word in sys.argv)]
    for name in STICKY:
        if name not in given and name in env.STICKY:
            setattr(Options.options, name, env.STICKY[name])
    if env.CC_ASKED:
        os.environ.setdefault('CC', env.CC_ASKED)
    asked_out = Options.options.out
    return (bool(asked_out) and os.path.abspath(asked_out) != Context.out_dir
            or any(getattr(Options.options, name) != env.STICKY.get(name) for name in STICKY)
            or os.environ.get('CC', '') != env.CC_ASKED)


def deps(ctx):
    """installs the Debian packages that are missing"""
    if Options.options.print_only:
        packages.print_names()
    elif packages.install() and 'build' in Options.commands:
        Options.commands.insert(0, 'configure')


def as_system_headers(conf, name):
    """Headers of others are searched after the compiler's and do not warn."""
    folders = conf.env['INCLUDES_' + name]
    conf.env['CFLAGS_' + name] += [part for folder in folders for part in ('-isystem', folder)]
    conf.env['INCLUDES_' + name] = []


def find_libraries(conf):
    missing = []
    for package, name, debian, feature in LIBRARIES:
        if not conf.check_cfg(package=package, uselib_store=name, args=['--cflags', '--libs'],
                              global_define=False, mandatory=False):
            missing.append((package, debian, feature))
        as_system_headers(conf, name)
    conf.env.HAVE_LADSPA = bool(conf.check_cc(header_name='ladspa.h', mandatory=False,
                                              auto_add_header_name=False, global_define=False))
    if not conf.env.HAVE_LADSPA:
        missing.append(('ladspa.h', 'ladspa-sdk', 'the LADSPA plugin'))
    conf.env.MISSING = [name for name, _, _ in missing]
    for name, debian, feature in missing:
        conf.msg('Without %s (package %s)' % (name, debian), 'no ' + feature, color='YELLOW')


def find_taglib(conf):
    """TagLib is in C++, which is asked of a system for it alone."""
    try:
        conf.load('compiler_cxx')
    except conf.errors.ConfigurationError:
        pass
    if not conf.env.CXX or not conf.check_cfg(package='taglib', uselib_store='TAGLIB', mandatory=False,
                                              args=['--cflags', '--libs'], global_define=False):
        conf.msg('Without taglib (packages libtag1-dev, g++)', 'no tags but title and the like',
                 color='YELLOW')


def hardened(conf):
    """The core does without guards on its stack: it sees nothing but samples, in small blocks."""
    said = ' '.join(conf.env.CFLAGS + conf.env.CPPFLAGS)
    if 'stack-protector' not in said:
        conf.env.UNGUARDED = ['-fno-stack-protector']
    return [flag for word, flags in HARDENED.items() if word not in said for flag in flags]


def set_flags(conf):
    asked = Options.options
    flags = ['-std=c11', '-ffp-contract=off', '-fPIC', '-fvisibility=hidden'] + WARNINGS
    flags += ['-O0', '-g'] if asked.debug else ['-O2']
    flags += [] if asked.debug or asked.sanitize else hardened(conf)
    if asked.sanitize:
        flags += ['-g', '-fno-omit-frame-pointer', '-fno-sanitize-recover=all',
                  '-fsanitize=' + asked.sanitize]
        conf.env.append_unique('LINKFLAGS', '-fsanitize=' + asked.sanitize)
    else:
        conf.env.LINKFLAGS_cshlib += ['-Wl,--no-undefined']
    conf.env.CFLAGS = flags + conf.env.CFLAGS  # those of the user count most
    conf.env.LINKFLAGS = ['-Wl,--as-needed'] + HARDENED_LINKS + conf.env.LINKFLAGS
    conf.env.LINKFLAGS_cprogram += ['-pie']
    cxx = [flag for flag in flags if flag not in C_ONLY]
    if asked.sanitize:
        cxx.append('-fno-sanitize=vptr')  # it would need the C++ half of clang's runtime
    conf.env.CXXFLAGS = cxx + conf.env.CXXFLAGS
    large = ['_FILE_OFFSET_BITS=64'] if conf.env.DEST_CPU in NARROW else []
    conf.env.DEFINES = ['_XOPEN_SOURCE=700'] + large + conf.env.DEFINES


def check_arithmetic(conf):
    """Old x86 arithmetic rounds when it likes: other numbers in each build."""
    if conf.env.DEST_CPU == 'x86':
        conf.env.CFLAGS = ['-msse2', '-mfpmath=sse'] + conf.env.CFLAGS
    conf.check_cc(msg='Checking for arithmetic that rounds at once', define_name='',
                  errmsg='no; expected FLT_EVAL_METHOD 0 or 1, on x86 -msse2 -mfpmath=sse',
                  fragment='#include <float.h>\n#if FLT_EVAL_METHOD < 0 || FLT_EVAL_METHOD > 1\n'
                           '#error\n#endif\nint main(void) { return 0; }\n')


def set_folders(conf):
    asked, env = Options.options, conf.env
    lib = env.LIBDIR = asked.libdir or os.path.join(env.PREFIX, 'lib')
    env.LV2DIR = asked.lv2dir or os.path.join(lib, 'lv2')
    env.LADSPADIR = asked.ladspadir or os.path.join(lib, 'ladspa')
    env.PKGCONFIGDIR = os.path.join(lib, 'pkgconfig')
    env.INCLUDEDIR = os.path.join(env.PREFIX, 'include')
    env.DATADIR = os.path.join(env.PREFIX, 'share', 'tare')
    env.MANDIR = os.path.join(env.PREFIX, 'share', 'man')


def configure(conf):
    conf.env.CC_ASKED = os.environ.get('CC', '')
    conf.options.check_c_compiler = conf.options.check_c_compiler or 'gcc clang'
    conf.load('compiler_c')
    conf.check_cc(lib='m', uselib_store='M')
    conf.check_cc(lib='dl', uselib_store='DL', mandatory=False)
    find_libraries(conf)
    find_taglib(conf)
    set_flags(conf)
    check_arithmetic(conf)
    set_folders(conf)
    conf.env.BRAND_BUNDLES = Options.options.brand_bundles
    conf.env.SANITIZE = Options.options.sanitize
    conf.env.STICKY = {name: getattr(Options.options, name) for name in STICKY}


def build(bld):
    bld.clean_files = bld.bldnode.ant_glob(
        '**', excl='.lock* *conf_check_*/** config.log c4che/* waf/**', quiet=True, generator=True)
    bld.recurse(['plugin', 'presets', 'tests', 'ttl'])


@Configure.conf
def has(bld, *names):
    """Whether configure found all these libraries."""
    return all(bld.env['HAVE_' + name] for name in names)


@Configure.conf
def has_window(bld):
    """Whether the LV2 plugin has one."""
    return bld.has('LV2', 'SERD', 'CAIRO', 'X11')


@Configure.conf
def program_needs(bld):
    return PROGRAM_NEEDS


def run(ctx, *arguments):
    """Runs a script of tests/ on the build; leaves waf with its status when nothing comes after, so
    that its last line is the last one."""
    sys.stdout.flush()
    build_dir = Context.out_dir or os.path.join(ctx.path.abspath(), out)
    env = dict(os.environ, TARE_SOURCE_DIR=ctx.path.abspath(), TARE_BUILD_DIR=build_dir,
               TARE_SANITIZE=stored_env().SANITIZE or '')
    leaks = ctx.path.find_node('tests').make_node('data/leaks.supp').abspath()
    env.setdefault('LSAN_OPTIONS', 'print_suppressions=0:suppressions="%s"' % leaks)
    script = ctx.path.find_node('tests').make_node(arguments[0]).abspath()
    status = subprocess.run([sys.executable, '-B', script] + list(arguments[1:]),
                            env=env).returncode
    if status or not Options.commands:
        sys.exit(status)


def test(ctx):
    """builds and runs all tests"""
    run(ctx, 'run.py', *['--systems'] * Options.options.systems)


def matrix(ctx):
    """measures the hosts that are here, and writes the README's table of hosts"""
    run(ctx, 'matrix.py')


def bench(ctx):
    """builds and runs all benchmarks"""
    run(ctx, 'run.py', '--bench')


def cross(ctx):
    """builds and runs tests of the core for other processors, and with musl"""
    run(ctx, 'cross.py')


def lint(ctx):
    """checks layers, sizes, formatting, code and Turtle"""
    run(ctx, 'lint/run.py', *['--quick'] * Options.options.quick)


def demo(ctx):
    """shows what Tare does: a correction of a real headphone, in a real host"""
    run(ctx, 'demonstration/demo.py')


def catalogue(ctx):
    """makes presets/catalogue out of source data: --from DIR"""
    if not Options.options.sources:
        ctx.fatal('catalogue: expected --from DIR')
    build_dir = Context.out_dir or os.path.join(ctx.path.abspath(), out)
    command = [os.path.join(build_dir, 'presets', 'make_catalogue'), '--from']
    command += Options.options.sources
    folder = os.path.join(ctx.path.abspath(), 'presets', 'catalogue')
    command += ['--out', folder, '--same', os.path.join(folder, 'same.txt')]
    sys.stdout.flush()
    status = subprocess.run(command).returncode
    if status:
        sys.exit(status)


def dist(ctx):
    """makes an archive of the sources"""
    ctx.algo = 'tar.gz'
    listed = shutil.which('git') and subprocess.run(
        ['git', 'ls-files', '-z'], stdout=subprocess.PIPE, cwd=ctx.path.abspath())
    if listed and listed.returncode == 0:
        nodes = map(ctx.path.find_node, sorted(listed.stdout.decode().split('\0')[:-1]))
        ctx.files = [node for node in nodes if node]  # one that is removed is listed still
    else:
        ctx.excl = ctx.get_excl() + ' build/** **/__pycache__/** tare-*.tar.gz'


def made_archive(ctx):
    """The archive of the sources, made now."""
    archive = Scripting.Dist(top_dir=ctx.path.abspath(), run_dir=Context.run_dir,
                             out_dir=Context.out_dir)
    archive.execute()
    return os.path.join(ctx.path.abspath(), archive.get_arch_name())


def packages_folder(ctx, kind):
    return os.path.join(ctx.path.abspath(), out, 'packages', kind)


def deb(ctx):
    """makes packages of Debian for this system: build/packages/deb"""
    if not shutil.which('dpkg-buildpackage') or not shutil.which('dh'):
        ctx.fatal('deb: expected dpkg-buildpackage (package dpkg-dev) and dh (debhelper)')
    waf = os.path.dirname(os.path.dirname(Context.__file__))
    for path in packaging.make_deb(made_archive(ctx), VERSION, waf, packages_folder(ctx, 'deb')):
        print(os.path.relpath(path))


def arch(ctx):
    """makes a recipe of Arch, with its archive: build/packages/arch"""
    path = packaging.make_arch(made_archive(ctx), VERSION, packages_folder(ctx, 'arch'))
    print(os.path.relpath(path))
