"""Who may include whom, and how large things may grow: what ./wscript lint holds the code against.

A folder includes from itself and from the folders that its row names, each of which stands in a row
above, so that no includes run in a circle. A row names only what is really included. A new folder
needs a row.
"""

EVERYTHING_ABOVE = ['*']

# A folder, what it may include. "/**" means with all folders in it.
LAYERS = {
    'plugin/core/tare': [],  # what is public
    'plugin/core': ['plugin/core/tare'],
    'plugin': ['plugin/core/tare', 'plugin/core'],

    'presets/base': [],

    'presets/names': ['presets/base'],
    'presets/corrections': ['plugin/core/tare', 'plugin/core', 'plugin', 'presets/base'],
    'presets/curves': ['plugin/core/tare', 'plugin/core', 'presets/base', 'presets/corrections'],

    'presets/fit': ['plugin/core/tare', 'plugin/core', 'presets/base', 'presets/names',
                    'presets/corrections', 'presets/curves'],
    'presets/search': ['presets/base', 'presets/names', 'presets/corrections', 'presets/curves',
                       'presets/fit'],
    'presets/review': ['plugin/core/tare', 'presets/base', 'presets/names', 'presets/corrections'],
    'presets/lv2': ['plugin', 'presets/base', 'presets/names', 'presets/corrections'],
    'presets/picture': ['plugin/core/tare', 'plugin/core', 'plugin', 'presets/base',
                        'presets/corrections', 'presets/curves'],

    'presets/audio': ['plugin/core/tare', 'plugin/core', 'presets/base'],

    'presets/pipewire/chain': ['plugin/core/tare', 'plugin/core', 'plugin', 'presets/base',
                               'presets/fit'],
    'presets/pipewire/session': ['presets/base', 'presets/pipewire/chain'],
    'presets/pipewire/live': ['plugin/core/tare', 'plugin/core', 'plugin', 'presets/base',
                              'presets/corrections', 'presets/search', 'presets/pipewire/chain',
                              'presets/pipewire/session'],
    'presets/formats': ['plugin/core/tare', 'plugin/core', 'plugin', 'presets/base',
                        'presets/names', 'presets/corrections', 'presets/curves',
                        'presets/search', 'presets/fit', 'presets/review',
                        'presets/pipewire/chain'],

    'presets/window': ['plugin/core/tare', 'plugin/core', 'plugin', 'presets/base',
                       'presets/corrections', 'presets/curves', 'presets/search', 'presets/fit',
                       'presets/picture'],

    'presets/desktop': ['plugin/core/tare'],

    'presets/cli/frame': ['plugin/core/tare', 'plugin/core', 'presets/base',
                          'presets/corrections'],
    'presets/make': ['presets/base', 'presets/names', 'presets/corrections', 'presets/curves',
                     'presets/search', 'presets/fit', 'presets/review', 'presets/formats',
                     'presets/cli/frame'],
    'presets/cli/offers': ['presets/base', 'presets/names', 'presets/corrections',
                           'presets/curves', 'presets/search', 'presets/lv2',
                           'presets/pipewire/chain', 'presets/pipewire/session',
                           'presets/pipewire/live', 'presets/formats', 'presets/cli/frame'],
    'presets/cli/catalogue': ['plugin/core/tare', 'plugin/core', 'presets/base',
                              'presets/corrections', 'presets/curves', 'presets/search',
                              'presets/fit', 'presets/review', 'presets/picture', 'presets/formats',
                              'presets/cli/frame', 'presets/cli/offers'],
    'presets/cli/fit': ['plugin/core/tare', 'plugin/core', 'presets/base', 'presets/corrections',
                        'presets/fit', 'presets/picture', 'presets/formats', 'presets/cli/frame',
                        'presets/cli/offers', 'presets/cli/catalogue'],
    'presets/cli/audio': ['plugin/core/tare', 'plugin/core', 'plugin', 'presets/base',
                          'presets/corrections', 'presets/audio', 'presets/cli/frame', 'presets/cli/offers',
                          'presets/cli/catalogue'],
    'presets/cli/sink': ['plugin/core/tare', 'plugin/core', 'plugin', 'presets/base',
                         'presets/corrections', 'presets/search', 'presets/lv2',
                         'presets/pipewire/chain', 'presets/pipewire/session',
                         'presets/pipewire/live', 'presets/window', 'presets/desktop',
                         'presets/cli/frame', 'presets/cli/offers', 'presets/cli/catalogue',
                         'presets/cli/audio'],
    'presets/cli': ['presets/cli/frame'],
    'presets': ['presets/base', 'presets/cli/frame'],

    'ttl': ['plugin', 'presets/base', 'presets/names', 'presets/corrections', 'presets/fit',
            'presets/search', 'presets/lv2'],

    'tests/**': EVERYTHING_ABOVE,
}

# Where a compiler looks for what the files of a folder include by name, beside their own folder
INCLUDE_PATHS = {
    'plugin/core': ['plugin/core'],
    'plugin': ['plugin', 'plugin/core'],
    'presets': ['presets', 'plugin', 'plugin/core'],
    'ttl': ['ttl', 'presets', 'plugin', 'plugin/core'],
    'tests': ['tests', 'ttl', 'presets', 'plugin', 'plugin/core'],
}

MAX_FILE_LINES = 400
MAX_FUNCTION_LINES = 60
MAX_COMPLEXITY = 15  # after McCabe, each && and || counted

# How many of our headers a .c file draws in, by others in between too; the median is that of the
# product, as each test draws in what it tests
MAX_REACHED = 25
MAX_MEDIAN_REACHED = 6
