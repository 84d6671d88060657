"""Draws the pictures of the window that the README shows, into presets/window:

    TARE_SOURCE_DIR=. TARE_BUILD_DIR=build python3 tests/demonstration/window_pictures.py
"""

import os
import subprocess

SOURCE, BUILD = os.environ['TARE_SOURCE_DIR'], os.environ['TARE_BUILD_DIR']

# name, width, height, theme, what somebody does there
PICTURES = [
    ('window-find', 900, 520, 'light', ['type:ex1000', 'key:down', 'key:down', 'key:down']),
    ('window', 1040, 620, 'dark',
     ['type:hd 650', 'key:enter', 'press:436,314', 'release:436,314', 'hear:preamp_used=-7.4',
      'hear:headroom=2.3', 'move:500,250']),
]


def main():
    for name, width, height, theme, deeds in PICTURES:
        path = os.path.join(SOURCE, 'presets', 'window', name + '.png')
        subprocess.run([os.path.join(BUILD, 'tests', 'demonstration', 'window_picture'), path,
                        str(width), str(height), '1', theme, *deeds], check=True)


main()
