"""32-bit float WAV files for the tests of hosts: writing, reading, comparing. No package needed."""

import array
import math
import random
import struct


def noise(seconds, rate, channels=2, level_db=-14.0):
    """Different noise in each channel, faded at both ends, the last quarter second silent: a player
    may lose the end of a file. Returns one array of frames."""
    source = random.Random(20240607)
    n = int(seconds * rate)
    n_sound, n_fade = n - rate // 4, rate // 100
    scale = 10 ** (level_db / 20) * math.sqrt(3)
    frames = array.array('f')
    for i in range(n):
        fade = max(0.0, min(1.0, i / n_fade, (n_sound - i) / n_fade))
        frames.extend(scale * fade * source.uniform(-1, 1) for _ in range(channels))
    return frames


def pink(seconds, rate, channels=2):
    """Pink noise, different in each channel: white noise through a sum of one-pole filters."""
    poles = [(0.99886, 0.0555), (0.99332, 0.0751), (0.969, 0.1538), (0.8665, 0.3105), (0.55, 0.533)]
    source = random.Random(7)
    found = []
    for _ in range(channels):
        states, samples = [0.0] * len(poles), array.array('f')
        for _ in range(int(seconds * rate)):
            white = source.uniform(-0.03, 0.03)
            states = [pole * state + gain * white
                      for state, (pole, gain) in zip(states, poles)]
            samples.append(sum(states) + 0.5362 * white)
        found.append(samples)
    return frames(found)


def frames(channels):
    """One array of frames out of the samples of each channel."""
    found = array.array('f', bytes(4 * len(channels) * len(channels[0])))
    for c, samples in enumerate(channels):
        found[c::len(channels)] = samples
    return found


def write(path, frames, rate, channels=2):
    data = frames.tobytes()
    head = struct.pack('<HHIIHH', 3, channels, rate, rate * channels * 4, channels * 4, 32)
    with open(path, 'wb') as file:
        file.write(b'RIFF' + struct.pack('<I', 20 + len(head) + len(data)) + b'WAVEfmt ')
        file.write(struct.pack('<I', len(head)) + head)
        file.write(b'data' + struct.pack('<I', len(data)) + data)


def chunks(content):
    """Yields name and body of each chunk; a recorder may leave the size of the last one open."""
    at = 12
    while at + 8 <= len(content):
        name, size = content[at:at + 4], struct.unpack('<I', content[at + 4:at + 8])[0]
        yield name, content[at + 8:at + 8 + size]
        at += 8 + size + size % 2


def read(path):
    """Returns one list of samples for each channel, and the rate."""
    with open(path, 'rb') as file:
        content = file.read()
    if content[:4] != b'RIFF':
        raise ValueError('%s is not a WAV file' % path)
    parts = dict(chunks(content))
    kind, channels, rate, _, align, bits = struct.unpack('<HHIIHH', parts[b'fmt '][:16])
    if kind == 0xFFFE:
        kind = struct.unpack('<H', parts[b'fmt '][24:26])[0]
    if (kind, bits) != (3, 32):
        raise ValueError('%s is not 32-bit float' % path)
    data = parts[b'data']
    samples = array.array('f')
    samples.frombytes(data[:len(data) // align * align])
    return [samples[c::channels] for c in range(channels)], rate


def onset(samples):
    """The first frame that is not silent."""
    return next((i for i, x in enumerate(samples) if abs(x) > 1e-9), 0)


def residue_db(wanted, got, delay):
    """Level of the difference relative to what is wanted; `got` may be short at the end."""
    n = min(len(wanted), len(got) - delay)
    if n < len(wanted) * 0.9:
        return 0.0
    wrong = sum((got[i + delay] - wanted[i]) ** 2 for i in range(n))
    right = sum(wanted[i] ** 2 for i in range(n))
    return 10 * math.log10(wrong / right + 1e-30)


def compare(wanted_path, got_path):
    """The worst channel's residue after lining the two up, in dB."""
    wanted, rate = read(wanted_path)
    got, got_rate = read(got_path)
    if rate != got_rate or len(got) < len(wanted):
        raise ValueError('%d channels at %d Hz became %d at %d Hz'
                         % (len(wanted), rate, len(got), got_rate))
    delay = onset(got[0]) - onset(wanted[0])
    return max(min(residue_db(w, g, delay + d) for d in (0, -1, 1) if delay + d >= 0)
               for w, g in zip(wanted, got))
