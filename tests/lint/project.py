"""The files of the project, and tools run on them."""

import concurrent.futures
import functools
import glob
import os
import re
import subprocess

import layers

SOURCE = os.environ['TARE_SOURCE_DIR']
BUILD = os.environ.get('TARE_BUILD_DIR', os.path.join(SOURCE, 'build'))
FOLDERS = ['plugin', 'presets', 'ttl', 'tests']

PACKAGES = ['lv2', 'serd-0', 'jansson', 'yaml-0.1', 'libcmark', 'gumbo', 'sndfile', 'samplerate',
            'cairo', 'lilv-0', 'libpipewire-0.3', 'libebur128']
DEFINES = ['-D_XOPEN_SOURCE=700', '-DTARE_SOURCE_DIR=""', '-DTARE_BUILD_DIR=""',
           '-DTARE_DATA_DIR=""', '-DTARE_LADSPA_DIR=""', '-DTARE_MODULE_DIR=""', '-DTARE_BIN_DIR=""',
           '-DHAVE_SNDFILE=1', '-DHAVE_CAIRO=1', '-DHAVE_LILV=1', '-DHAVE_SERD=1',
           '-DHAVE_PIPEWIRE=1', '-DHAVE_EBUR128=1']
WARNINGS = ['-Wall', '-Wextra', '-Wconversion', '-Wno-enum-float-conversion', '-Wshadow', '-Werror']


@functools.lru_cache(maxsize=None)
def files(*suffixes):
    """The paths from the top of the project of all files whose names end so."""
    found = []
    for folder in FOLDERS:
        for suffix in suffixes:
            pattern = os.path.join(glob.escape(os.path.join(SOURCE, folder)), '**', '*' + suffix)
            found += glob.glob(pattern, recursive=True)
    return sorted(os.path.relpath(path, SOURCE) for path in found)


@functools.lru_cache(maxsize=None)
def text_of(path):
    with open(os.path.join(SOURCE, path), encoding='utf-8') as file:
        return file.read()


def include_paths(path):
    """The folders in which the includes of a file are looked for, its own one aside."""
    fits = [folder for folder in layers.INCLUDE_PATHS if path.startswith(folder + '/')]
    return layers.INCLUDE_PATHS[max(fits, key=len)]


def run(command, text=None):
    """Runs a tool in the source folder. Returns what it says, empty when it is content."""
    done = subprocess.run(command, cwd=SOURCE, input=text, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, universal_newlines=True)
    if done.returncode == 0:
        return ''
    return done.stdout.strip() or '%s: status %d' % (command[0], done.returncode)


def output(command):
    """What a tool prints, whatever its status."""
    return subprocess.run(command, cwd=SOURCE, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, universal_newlines=True).stdout


@functools.lru_cache(maxsize=None)
def library_folders():
    """Where the headers of the libraries are, those in the compilers' own folders aside."""
    packages = [name for name in PACKAGES if not run(['pkg-config', '--exists', name])]
    flags = output(['pkg-config', '--cflags-only-I'] + packages).split() if packages else []
    return list(dict.fromkeys(flag[2:] for flag in flags))


@functools.lru_cache(maxsize=None)
def system_folders():
    """Where the compiler looks for headers in angle brackets."""
    said = output(['cc', '-x', 'c', '-E', '-v', '-'])
    listed = re.search(r'^#include <\.\.\.>.*?:\n(.*?)^\S', said, re.MULTILINE | re.DOTALL)
    return (listed.group(1).split() if listed else []) + library_folders()


def compile_flags(path):
    flags = ['-std=c11'] + DEFINES + ['-I' + folder for folder in include_paths(path)]
    for folder in library_folders():
        flags += ['-isystem', folder]
    return flags


def each(check, paths):
    """Runs a check on each file, side by side. Returns all that was found."""
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        return [finding for finding in pool.map(check, paths) if finding]
