"""The command line: reviews in, files for other programs out, and what is done about bad ones."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time

from helpers import cli
from helpers.cli import done, everything, refused, tare, write

REVIEWS = os.path.join(cli.DATA, 'reviews')
ONE = os.path.join(REVIEWS, 'acme', 'acme-one.md')
FRONT = '---\ntarget_name: "Acme One"\ntags: [Headphones]\n---\n'

BAD_REVIEWS = {
    'empty': b'',
    'no front matter': b'## Overview\n\nA headphone with a +6dB peak at 5.5kHz.\n',
    'open front matter': b'---\ntitle: "x"\n',
    'broken front matter': b'---\ntitle: "x\ntags: [a, b\n---\ntext\n',
    'front matter that is a list': b'---\n- a\n- b\n---\ntext\n',
    'not UTF-8': FRONT.encode() + b'A +6dB peak at 5.5kHz \xff\xfe caf\xc3\xa9.\n',
    'zeros': bytes(4096),
    '50 MB': FRONT.encode() + b'A +6dB peak at 5.5kHz. ' * 2300000,
    '50 MB in one line of front matter': b'---\ntitle: ' + b'x' * 50000000,
}


def test_bad_reviews_are_refused():
    for what, content in BAD_REVIEWS.items():
        write('bad.md', content)
        for command in [['review'], ['review', '--json'], ['show', '--file'],
                        ['response', '--file'], ['export', '--format', 'apo', '--file']]:
            message = refused(*command, 'bad.md')
            assert re.match(r'bad\.md:\d+:\d+: \S', message), (what, command, message)
            assert len(message) < 2000, (what, len(message))
        assert everything() == ['bad.md'], what


def test_place_of_the_fault_is_told():
    message = refused('review', write('bad.md', BAD_REVIEWS['not UTF-8']))
    assert re.match(r'bad\.md:5:23: ', message), message
    message = refused('review', write('bad.md', BAD_REVIEWS['broken front matter']))
    assert re.match(r'bad\.md:[2-4]:\d+: ', message), message


def test_review_that_is_not_there():
    refused('review', 'absent.md', says=r'^absent\.md:1:1: .*; expected')
    refused('review', says='a review is missing')


def test_folders_without_reviews():
    os.mkdir('empty')
    refused('review', 'empty', says=r'^empty:1:1: .*; expected')
    write('other/notes.txt', 'nothing')
    refused('review', '--json', 'other', says=r'^other:1:1: .*; expected')
    refused('show', '--file', 'empty', says=r'^empty:1:1: .*; expected')
    write('readme/README.md', '# Not a review\n')
    refused('review', 'readme', says=r'readme/README\.md:1:1: ')


def test_review_json():
    reviews = json.loads(done('review', '--json', ONE))
    assert len(reviews) == 1
    review = reviews[0]
    assert list(review) == ['file', 'model', 'language', 'is_headphone', 'facts', 'filters', 'correction',
                            'left_out', 'not_read'], review
    assert (review['file'], review['model'], review['is_headphone']) == (ONE, 'Acme One', True)
    assert review['filters'] == [{'type': 'peaking', 'freq_hz': 5500, 'gain_db': -6, 'q': 8}]
    assert len(review['facts']) >= 1
    for unused in review['left_out'] + review['not_read']:
        assert list(unused)[:3] == ['line', 'text', 'reason'], unused
    assert all(unused['shown'] == [] for unused in review['left_out']), review['left_out']


def test_review_gives_a_correction():
    shown = json.loads(done('show', '--json', '--file', ONE))
    assert (shown['brand'], shown['model'], shown['kind']) == ('Acme', 'One', 'review')
    assert shown['bands'] == [{'type': 'peak', 'freq_hz': 5500, 'gain_db': -6, 'q': 8,
                               'channel': 'both'}], shown
    assert shown['reference_rate_hz'] == 0 and shown['date'] == '2025-01-02'
    assert any('5.5kHz' in evidence['text'] for evidence in shown['evidence'])
    reviewed = json.loads(done('review', '--json', ONE))[0]['correction']
    assert {key: shown[key] for key in reviewed} == reviewed


def test_review_for_people():
    text = done('review', ONE)
    for part in ['Acme One', '5500 Hz', '-6 dB', '5.5kHz']:
        assert part in text, part


def test_review_of_something_else():
    other = os.path.join(REVIEWS, 'beta', 'beta-dac.md')
    review = json.loads(done('review', '--json', other))[0]
    assert review['is_headphone'] is False and review['correction'] is None
    assert review['filters'] == []
    assert 'not about a headphone' in done('review', other)
    refused('show', '--file', other, status=1,
            says='gives no correction: it is not about a headphone')


def test_folder_of_reviews_is_read_in_order():
    reviews = json.loads(done('review', '--json', REVIEWS))
    assert [review['file'] for review in reviews] == ['acme/acme-one.md', 'beta/beta-dac.md']
    assert reviews == json.loads(done('review', '--json', REVIEWS + '/'))
    assert done('review', REVIEWS).endswith(
        '2 reviews, 1 of headphones, 1 with a correction, 0 files refused\n')


def test_bad_file_among_good_ones():
    shutil.copytree(REVIEWS, 'all')
    write('all/README.md', '# Not a review\n')
    result = tare('review', '--json', 'all')
    assert result.status == 1 and len(json.loads(result.out)) == 2, result
    assert re.match(r'all/README\.md:1:1: ', result.err), result
    result = tare('review', '--json', ONE, 'all/README.md')
    assert result.status == 2 and len(json.loads(result.out)) == 1, result


def test_loops_of_links_end():
    write('all/one.md', cli.read(ONE))
    os.symlink('.', 'all/again')
    assert len(json.loads(done('review', '--json', 'all'))) == 1


def test_formats():
    formats = json.loads(done('formats', '--json'))
    assert [list(each) for each in formats] == [['name', 'read', 'write', 'holds', 'note']] * len(formats)
    names = [each['name'] for each in formats]
    assert {'apo', 'pipewire-lv2', 'pipewire-ladspa'} <= set(names) and names == sorted(names)
    lines = done('formats').splitlines()
    assert [line.split()[0] for line in lines] == names
    for each, line in zip(formats, lines):
        assert each['read'] or each['write'], each
        words = line.split()
        assert ('read' in words[1:3], 'write' in words[1:3]) == (each['read'], each['write']), line
        assert '  %s  ' % ' '.join(each['holds']) in line and line.endswith(each['note']), line
    holds = {each['name']: each['holds'] for each in formats}
    assert holds['apo'] == ['sides'] and 'several' in holds['tare'], holds


def written():
    return [each['name'] for each in json.loads(done('formats', '--json')) if each['write']]


WITHOUT_BANDS = ['audacious', 'graphiceq', 'impulse', 'impulse-linear', 'minidsp', 'sox-fir', 'vlc']


def test_export_writes_every_format():
    """What is printed is what is written, but for the name of the file in what is told of its use."""
    for name in written():
        printed = subprocess.run([cli.TARE, 'export', 'acme-one/anna', '--format', name],
                                 env=cli.environment(), stdout=subprocess.PIPE,
                                 stderr=subprocess.PIPE, timeout=120)
        assert printed.returncode == 0 and printed.stdout, (name, printed)
        assert name in WITHOUT_BANDS or (b'1000' in printed.stdout and b'-6' in printed.stdout), name
        result = cli.tare('export', 'acme-one/anna', '--format', name, '-o', 'out')
        assert result.status == 0, result
        assert cli.read('out').replace(b' out\n', b' FILE\n') == printed.stdout, name
        os.remove('out')
    assert everything() == []


def test_export_refuses():
    refused('export', 'acme-one/anna', says='a format is missing; expected --format')
    refused('export', 'acme-one/anna', '--format', 'aop',
            says='unknown format aop; did you mean apo')
    refused('export', 'acme-one/anna', '--format', 'quadrophenia', says="that 'tare formats' lists")
    refused('export', 'acme-one/anna', '--format', 'apo', '-o', 'no/folder', status=1,
            says=r'no/folder:1:1: ')
    assert everything() == []


def test_export_keeps_the_old_file_when_it_fails():
    write('out.txt', 'old')
    refused('export', 'qqqqqqqqqqqq', '--format', 'apo', '-o', 'out.txt', status=1)
    assert cli.read('out.txt') == b'old'


BUNDLE = '.lv2/tare-acme-one-anna.lv2'


def test_install_and_uninstall():
    assert done('install', 'acme one') == 'installed %s\n' % os.path.abspath(BUNDLE)
    assert everything() == ['.lv2', BUNDLE, BUNDLE + '/manifest.ttl', BUNDLE + '/preset.ttl']
    manifest = cli.read(BUNDLE + '/manifest.ttl').decode()
    assert '<urn:tare:preset:acme--one--anna--gras-43ag--flat--installed>' in manifest
    assert 'Acme - One' in manifest
    assert 'pset:value' in cli.read(BUNDLE + '/preset.ttl').decode()
    done('install', 'acme-two-anc-on/anna')
    assert len(os.listdir('.lv2')) == 2
    assert done('uninstall', 'acme one') == 'removed %s\n' % os.path.abspath(BUNDLE)
    assert os.listdir('.lv2') == ['tare-acme-two-anc-on-anna.lv2']
    done('uninstall')
    assert everything() == ['.lv2']
    refused('uninstall', status=1, says='no presets of tare install in')
    refused('uninstall', 'acme one', status=1, says='is not installed in')


def test_installed_presets_are_told_apart():
    """By labels, which is all that some hosts know of them, and from what is shipped; a comment
    keeps Ardour from taking them for its own."""
    ids = [correction['id'] for model in json.loads(done('list', '--json'))
           for correction in model['corrections']]
    done('install', *ids)
    labels = set()
    for folder in os.listdir('.lv2'):
        manifest = cli.read('.lv2/%s/manifest.ttl' % folder).decode()
        labels.update(re.findall(r'^\trdfs:label "(.* - .*, installed\))" ;', manifest, re.M))
        for word in ['<urn:tare:preset:', '--installed>', 'rdfs:comment "Kind: ', 'lv2:appliesTo <urn:tare:eq>',
                     'pset:bank <urn:tare:bank:', 'rdfs:seeAlso <preset.ttl>']:
            assert word in manifest, (folder, word)
        assert 'pset:value' not in manifest
        assert 'enabled' not in cli.read('.lv2/%s/preset.ttl' % folder).decode()
    assert len(labels) == len(ids) > 3, labels


def test_install_twice_changes_nothing():
    done('install', 'acme-one/anna', 'acme-one-pro/anna')
    before = {name: os.stat(name).st_mtime_ns for name in everything()}
    assert done('install', 'acme-one/anna').startswith('already installed ')
    assert before == {name: os.stat(name).st_mtime_ns for name in everything()}


def test_four_first_installs_at_once():
    """Each has its preset in the end, whoever was the first."""
    for turn in range(10):
        folder = 'at-once-%d' % turn
        runs = [subprocess.Popen([cli.TARE, 'install', 'acme-one/anna', '--dir', folder],
                                 env=cli.environment(), stdout=subprocess.PIPE,
                                 stderr=subprocess.PIPE) for _ in range(4)]
        for run in runs:
            out, err = run.communicate()
            assert run.returncode == 0 and b'installed ' in out and not err, (out, err)
        assert len(os.listdir(folder)) == 1, os.listdir(folder)


def test_install_brings_an_old_preset_up_to_date():
    done('install', 'acme-one/anna')
    text = cli.read(BUNDLE + '/preset.ttl')
    write(BUNDLE + '/preset.ttl', text.replace(b'1000', b'1100'))
    assert done('install', 'acme-one/anna').startswith('installed ')
    assert cli.read(BUNDLE + '/preset.ttl') == text
    assert len(everything()) == 4


def test_presets_of_former_versions_are_ours():
    """Their URIs were made of ids."""
    for command, says in [('install', 'installed '), ('uninstall', 'removed ')]:
        done('install', 'acme-one/anna')
        manifest = cli.read(BUNDLE + '/manifest.ttl')
        write(BUNDLE + '/manifest.ttl', re.sub(b'urn:tare:preset:[a-z0-9-]*',
                                               b'urn:tare:installed:acme-one-anna', manifest))
        assert done(command, 'acme-one/anna').startswith(says)
        assert command != 'install' or cli.read(BUNDLE + '/manifest.ttl') == manifest
    assert everything() == ['.lv2']


def test_install_in_another_folder():
    done('install', 'acme-one/anna', '--dir', 'mine')
    assert os.listdir('mine') == ['tare-acme-one-anna.lv2']
    done('uninstall', '--dir', 'mine', 'acme-one/anna')
    refused('install', 'acme-one/anna', '--dir', 'no/such', status=1, says='folder cannot be made')
    refused('install', 'acme-one/anna', env={'HOME': None}, says='HOME is not set')


def test_install_does_nothing_unless_all_is_understood():
    result = tare('install', 'qqqqqqqqqqqq', 'acme-one/anna')
    assert result.status == 1 and not os.path.isdir(BUNDLE), result
    assert "'qqqqqqqqqqqq' is not in the catalogue" in result.err, result


def test_install_takes_words_without_quotes_for_one_name():
    done('install', 'acme', 'one', 'pro')
    assert os.listdir('.lv2') == ['tare-acme-one-pro-anna.lv2']
    done('install', 'acme one', 'beta flat')
    assert len(os.listdir('.lv2')) == 3, os.listdir('.lv2')
    result = tare('install', 'beta', 'two', 'pro')
    assert result.status == 1 and len(os.listdir('.lv2')) == 3, result


def test_foreign_folders_are_never_touched():
    write(BUNDLE + '/manifest.ttl', '# somebody else\n')
    write('.lv2/tare-mine.lv2/manifest.ttl', '# somebody else\n')
    os.makedirs('.lv2/tare-acme-one-pro-anna.lv2')
    before = {name: os.stat(name).st_mtime_ns for name in everything()}
    refused('install', 'acme-one/anna', status=1, says='was not written by tare and is left alone')
    refused('install', 'acme-one-pro/anna', status=1, says='is left alone')
    refused('uninstall', 'acme-one/anna', status=1, says='is not installed')
    refused('uninstall', status=1)
    assert before == {name: os.stat(name).st_mtime_ns for name in everything()}


def test_uninstall_keeps_what_others_put_inside():
    done('install', 'acme-one/anna')
    write(BUNDLE + '/notes.txt', 'mine')
    before = everything()
    for model in [[], ['acme-one/anna']]:
        refused('uninstall', *model, status=1,
                says=r'anna\.lv2:1:1: holds notes\.txt, which tare did not write, and is left')
        assert everything() == before
    assert done('install', 'acme-one/anna').startswith('already installed ')
    os.remove(BUNDLE + '/notes.txt')
    os.mkdir(BUNDLE + '/preset.ttl.1-0.tmp')
    refused('uninstall', status=1, says='is left as it is')
    os.rmdir(BUNDLE + '/preset.ttl.1-0.tmp')
    write(BUNDLE + '/preset.ttl.1-0.tmp', 'left by a killed run')
    done('uninstall')
    assert everything() == ['.lv2']


def interrupted_install(signal_number):
    """Installs many presets and interrupts that; returns the state of the program."""
    models = ['m%03d/a' % i for i in range(400)]
    write('many/many.tare', 'kind user\nbrand B\n' + ''.join(
        'id %s\nmodel %s\npeak 100 3 1\n' % (model, model) for model in models))
    process = subprocess.Popen([cli.TARE, 'install', *models], stdout=subprocess.DEVNULL,
                               env=cli.environment(TARE_CATALOGUE=os.path.abspath('many')))
    while len(everything('.lv2')) < 20 and process.poll() is None:
        time.sleep(0.001)
    process.send_signal(signal_number)
    if process.wait(60) == 0:
        raise cli.Skip('the program was faster than the interrupt')
    return process.returncode


def check_bundles():
    """Everything that hosts take for a bundle is a whole one of ours."""
    for name in os.listdir('.lv2'):
        folder = os.path.join('.lv2', name)
        if name.endswith('.lv2'):
            assert sorted(os.listdir(folder)) == ['manifest.ttl', 'preset.ttl'], name
        else:
            assert not os.path.exists(os.path.join(folder, 'manifest.ttl')), name


def test_install_interrupted_leaves_whole_bundles():
    for number in [signal.SIGINT, signal.SIGTERM]:
        assert interrupted_install(number) == -number
        assert 0 < len(os.listdir('.lv2')) < 400
        assert not [name for name in os.listdir('.lv2') if not name.endswith('.lv2')]
        check_bundles()
        done('uninstall')
        assert os.listdir('.lv2') == []


def test_install_killed_leaves_nothing_that_hosts_take():
    for _ in range(5):
        interrupted_install(signal.SIGKILL)
        check_bundles()
        tare('uninstall')
        assert os.listdir('.lv2') == []


def test_leftovers_of_killed_runs_go():
    gone = subprocess.Popen(['true'])
    gone.wait()
    done('install', 'acme-one/anna')
    for end in ['%d.tmp' % gone.pid, '%d.tmp' % os.getpid(), 'x.tmp', '1', '%d.tmp~' % gone.pid]:
        shutil.copytree(BUNDLE, '%s.%s/bundle' % (BUNDLE, end))
    write('.lv2/mine.lv2.%d.tmp/bundle/preset.ttl' % gone.pid, '')
    kept = [name for name in os.listdir('.lv2') if name != 'tare-acme-one-anna.lv2.%d.tmp' % gone.pid]
    for command in ['install', 'uninstall']:
        shutil.copytree(BUNDLE, '%s.%d.tmp/bundle' % (BUNDLE, gone.pid), dirs_exist_ok=True)
        done(command, 'acme-one/anna')
        assert set(os.listdir('.lv2')) == set(kept) - ({'tare-acme-one-anna.lv2'}
                                                       if command == 'uninstall' else set())


def test_uninstall_what_left_the_catalogue():
    done('install', 'acme-one/anna')
    os.mkdir('empty')
    done('uninstall', 'acme-one/anna', env={'TARE_CATALOGUE': os.path.abspath('empty')})
    assert everything('.lv2') == []


def test_many_faults_are_counted():
    """Nobody reads a book of them: twenty, and how many more."""
    n = 30000
    block = 'id a/b\nbrand A\nmodel B\nkind user\npeak 100 3 1\n'
    write('many/many.tare', block + 'wrong 3\n' * n)
    write('many.txt', 'Preamp: -3 dB\n' + 'Filter 1: ON XX Fc 9 Hz Gain 3 dB\n' * (n // 3))
    write('many.csv', ''.join('%d,%d\n' % (freq, freq % 7) for freq in range(20, 20001, 180)) + 'x,y\n' * 90)
    for command in [['list'], ['show', 'a/b'], ['show', '--file', 'many/many.tare'],
                    ['show', '--file', 'many.txt'], ['fit', 'many.csv', '-t', 'flat']]:
        said = tare(*command, env={'TARE_CATALOGUE': os.path.abspath('many')}).err
        assert len(said) < 10000 and len(said.splitlines()) <= 50, (command, len(said), said[-300:])
    said = tare('show', 'a/b', env={'TARE_CATALOGUE': os.path.abspath('many')}).err
    assert 'there are %d more parts that are not used; expected none' % (n - 20) in said, said


if __name__ == '__main__':
    sys.exit(cli.main('test_cli_files', globals()))
