"""Corrections of one's own: files of other programs imported, found beside the shipped ones, and
forgotten.
"""

import json
import os
import re
import sys

from helpers import cli
from helpers.cli import done, everything, read, refused, tare, write
from helpers.cookbook import GRID_HZ

APO = 'Preamp: -6 dB\nFilter 1: ON PK Fc 100 Hz Gain -6 dB Q 2\n'
AUTOEQ = 'Preamp: -6.6 dB\nFilter 1: ON LS Fc 105 Hz Gain 6.1 dB Q 0.70\n'
OWN = '.local/share/tare'


def imported(*arguments, status=0):
    result = tare('import', *arguments)
    assert result.status == status, result
    return result.out, result.err


def test_an_imported_file_is_found_and_used():
    path = write('in/Acme One ParametricEQ.txt', AUTOEQ)
    out, err = imported(path)
    assert out == 'Acme One  acme-one/autoeq\n' and "AutoEq's text" in err, (out, err)
    assert everything(OWN) == ['imported-acme-one-autoeq.tare']
    shown = json.loads(done('show', '--json', 'acme-one/autoeq'))
    direct = json.loads(tare('show', '--json', '--file', path).out)
    assert shown['reference_rate_hz'] == 44100
    for key in direct:
        assert shown[key] == direct[key], (key, shown, direct)
    assert 'acme-one' in done('find', 'acme one')
    assert 'acme-one/autoeq' in done('show', 'acme one'), 'beside the shipped ones'
    response = done('response', 'acme-one/autoeq', '--at', '%.1f' % GRID_HZ[0])
    assert response.splitlines()[1].startswith('20,'), response


def test_names_of_new_headphones_are_found():
    imported(write('Zzyzx Quux 12.txt', APO))
    assert 'Zzyzx Quux 12' in done('find', 'zzyzx quux12')
    assert json.loads(done('show', '--json', 'zzyzx quux 12'))['kind'] == 'user'


def test_again_replaces_and_other_ids_stay():
    imported(write('Acme One.txt', APO))
    out, _ = imported(write('Acme One.txt', APO.replace('-6 dB Q', '-3 dB Q')))
    assert out == 'Acme One  acme-one/apo  replaced\n', out
    assert json.loads(done('show', '--json', 'acme-one/apo'))['bands'][0]['gain_db'] == -3
    done('export', 'acme-one/anna', '--format', 'apo', '-o', 'anna.txt')
    out, _ = imported('anna.txt')
    assert out.split()[2] == 'acme-one/anna-2', out
    assert done('show', '--json', 'acme-one/anna') != done('show', '--json', 'acme-one/anna-2')
    assert imported('anna.txt')[0].endswith('acme-one/anna-2  replaced\n')


def test_a_folder_is_imported_as_far_as_it_can_be():
    write('all/Acme One.txt', APO)
    write('all/deeper/Acme Two.txt', APO)
    write('all/notes.txt', 'no filters here\n')
    out, err = imported('all', status=1)
    assert [line.split('  ')[1] for line in out.splitlines()] == ['acme-one/apo', 'acme-two/apo']
    assert 'all/notes.txt:1:1: is of no known format; expected' in err, err
    assert imported('all/notes.txt', status=2)[0] == ''
    refused('import', 'absent.txt', says=r'^absent\.txt:1:1: .*; expected')
    os.mkdir('empty')
    refused('import', 'empty', says='holds no file')
    refused('import', says='a file is missing')
    refused('import', '--dialect', 'apoo', 'all', says='did you mean apo')


def test_dialect_counts():
    path = write('Acme One.txt', AUTOEQ)
    imported('--dialect', 'apo', path)
    shown = json.loads(done('show', '--json', 'acme-one/apo'))
    assert shown['reference_rate_hz'] == 48000 and shown['bands'][0]['freq_hz'] > 105


def test_what_was_imported_is_forgotten():
    imported(write('Acme One.txt', APO), write('Zzyzx.txt', APO))
    lines = done('complete', '--', 'forget', '').splitlines()[1:]
    assert [line.strip() for line in lines] == ['acme-one/apo', 'zzyzx/apo'], lines
    done('forget', 'acme-one/apo', 'zzyzx/apo')
    assert everything(OWN) == []
    refused('forget', 'acme-one/apo', status=1, says='acme-one/apo was not put there by you; expected')
    refused('forget', 'acme-one/anna', status=1, says='was not put there')
    refused('forget', '../../x', status=1, says='was not put there')


def test_files_of_others_stay():
    mine = 'id acme-mine/me\nbrand Acme\nmodel Mine\nkind user\npreamp 0\npeak 100 -3 1\n'
    place = write(OWN + '/imported-acme-one-apo.tare', mine)
    result = tare('import', write('Acme One.txt', APO))
    assert result.status == 2 and "is another's file" in result.err, result
    refused('forget', 'acme-one/apo', status=1, says='was not put there')
    assert read(place).decode() == mine


def test_a_file_is_installed_as_a_preset():
    path = write('Acme One.txt', APO)
    for _ in range(2):
        result = tare('install', '--file', path)
        assert result.status == 0 and 'tare-acme-one-apo.lv2' in result.out, result
    values = ''.join(read(os.path.join('.lv2', name)).decode() for name in everything('.lv2')
                     if name.endswith('.ttl') and 'manifest' not in name)
    assert re.search(r'"freq_1" ;\s*pset:value 100\b', values), values
    done('uninstall', 'acme-one/apo')
    assert [name for name in everything('.lv2') if name.endswith('.lv2')] == []
    refused('install', says='a model is missing; expected either models or --file')
    refused('install', '--file', path, 'acme one', says='both models and a file are given')
    refused('install', '--dialect', 'apo', 'acme one', says='expected')
    refused('install', '--file', 'absent.txt', says='absent.txt:1:1: ')


def test_without_a_home():
    result = tare('import', write('Acme One.txt', APO), env={'HOME': None})
    assert result.status == 1 and 'there is no home; expected' in result.err, result


if __name__ == '__main__':
    sys.exit(cli.main('test_cli_import', globals()))
