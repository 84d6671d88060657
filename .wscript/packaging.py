"""Packages for systems, made out of the archive of the sources and presets/make/packaging. Needs no waf."""

import email.utils
import hashlib
import os
import shutil
import subprocess
import tarfile

import packages

TEMPLATES = 'presets/make/packaging'
HERE_ALREADY = ['g++', 'libc6-dev']  # which Debian has wherever something is built


def filled(template, facts):
    """The text of a template with each @NAME@ replaced."""
    with open(template, encoding='utf-8') as file:
        text = file.read()
    for name, value in facts.items():
        text = text.replace('@%s@' % name, value)
    return text


def fill_folder(folder, target, facts):
    """Copies a folder; files that end in .in are templates."""
    shutil.copytree(folder, target)
    for parent, _, names in os.walk(target):
        for name in names:
            if name.endswith('.in'):
                path = os.path.join(parent, name)
                text = filled(path, facts)
                os.remove(path)
                with open(path[:-len('.in')], 'w', encoding='utf-8') as file:
                    file.write(text)


def unpacked(archive, folder):
    """The sources of an archive in a new folder. Returns their own."""
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    with tarfile.open(archive) as sources:
        if hasattr(tarfile, 'data_filter'):  # Python of before 2023 has no filters
            sources.extraction_filter = tarfile.tar_filter
        sources.extractall(folder)
    name, = os.listdir(folder)
    return os.path.join(folder, name)


def date():
    """Of the sources, as the maker of reproducible packages says it, or the last commit's."""
    seconds = os.environ.get('SOURCE_DATE_EPOCH')
    if not seconds and shutil.which('git'):
        seconds = subprocess.run(['git', 'log', '-1', '--format=%ct'], stdout=subprocess.PIPE,
                                 stderr=subprocess.DEVNULL, universal_newlines=True).stdout.strip()
    return email.utils.formatdate(float(seconds or os.path.getmtime('plugin/core/tare/version.h')))


def maintainer():
    """Who answers for a package, named as Debian's tools have it named."""
    return '%s <%s>' % (os.environ.get('DEBFULLNAME', 'the Tare authors'),
                        os.environ.get('DEBEMAIL', 'tare@localhost.localdomain'))


def make_deb(archive, version, waf, folder):
    """Debian's packages, binary and source, in `folder`. Returns the paths of the binary ones."""
    sources = unpacked(archive, folder)
    libraries = ''.join(' %s,\n' % name for name in packages.BUILD_PACKAGES
                        if name not in HERE_ALREADY)
    fill_folder(os.path.join(TEMPLATES, 'debian'), os.path.join(sources, 'debian'),
                {'VERSION': version, 'DATE': date(), 'LIBRARIES': libraries,
                 'MAINTAINER': maintainer()})
    os.chmod(os.path.join(sources, 'debian', 'rules'), 0o755)
    env = dict(os.environ, WAFDIR=waf)
    env.setdefault('DEB_BUILD_OPTIONS', 'nocheck')
    subprocess.run(['dpkg-buildpackage', '--no-sign'], cwd=sources, env=env, check=True,
                   stdin=subprocess.DEVNULL)
    return sorted(os.path.join(folder, name) for name in os.listdir(folder)
                  if name.endswith('.deb'))


def make_arch(archive, version, folder):
    """A recipe of Arch beside the archive that it builds, in `folder`. Returns its path."""
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    shutil.copy(archive, folder)
    with open(archive, 'rb') as file:
        digest = hashlib.sha256(file.read()).hexdigest()
    path = os.path.join(folder, 'PKGBUILD')
    with open(path, 'w', encoding='utf-8') as file:
        file.write(filled(os.path.join(TEMPLATES, 'arch', 'PKGBUILD.in'),
                          {'VERSION': version, 'SHA256': digest, 'MAINTAINER': maintainer()}))
    return path
