"""Carla's backend, which is in no Debian, without a window and a sound card: it finds the plugin, makes
it, and a control keeps the value that it is given. It is taken from the folder that TARE_CARLA names, in
which libcarla_standalone2.so is, by the functions of CarlaHost.h."""

import ctypes
import os
import sys

from helpers import cli

BINARY_POSIX64, PLUGIN_LV2, NO_OPTIONS = 2, 4, 0x10000
TONE = 3  # bass, or treble where the host's own switch stands for "enabled": -12 to 12 dB


def load():
    path = os.path.join(os.environ.get('TARE_CARLA', ''), 'libcarla_standalone2.so')
    if not os.environ.get('TARE_CARLA'):
        raise cli.Skip('Carla is not here; expected in TARE_CARLA the folder of libcarla_standalone2.so')
    carla = ctypes.CDLL(path)
    carla.carla_standalone_host_init.restype = ctypes.c_void_p
    carla.carla_get_last_error.restype = ctypes.c_char_p
    carla.carla_get_last_error.argtypes = [ctypes.c_void_p]
    carla.carla_engine_init.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_char_p]
    carla.carla_add_plugin.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_int, ctypes.c_char_p,
                                       ctypes.c_char_p, ctypes.c_char_p, ctypes.c_int64, ctypes.c_void_p,
                                       ctypes.c_uint]
    carla.carla_get_parameter_count.argtypes = [ctypes.c_void_p, ctypes.c_uint]
    carla.carla_get_parameter_count.restype = ctypes.c_uint32
    carla.carla_set_parameter_value.argtypes = [ctypes.c_void_p, ctypes.c_uint, ctypes.c_uint32, ctypes.c_float]
    carla.carla_get_current_parameter_value.argtypes = [ctypes.c_void_p, ctypes.c_uint, ctypes.c_uint32]
    carla.carla_get_current_parameter_value.restype = ctypes.c_float
    carla.carla_engine_close.argtypes = [ctypes.c_void_p]
    for name in 'carla_engine_init', 'carla_add_plugin', 'carla_engine_close':
        getattr(carla, name).restype = ctypes.c_bool
    return carla


def test_the_plugin_is_made_and_keeps_a_value():
    carla = load()
    os.environ['LV2_PATH'] = os.path.join(os.environ['TARE_BUILD_DIR'], 'lv2')
    host = carla.carla_standalone_host_init()
    assert carla.carla_engine_init(host, b'Dummy', b'tests'), carla.carla_get_last_error(host)
    try:
        assert carla.carla_add_plugin(host, BINARY_POSIX64, PLUGIN_LV2, None, None, b'urn:tare:eq', 0, None,
                                      NO_OPTIONS), carla.carla_get_last_error(host)
        assert carla.carla_get_parameter_count(host, 0) > 100
        before = carla.carla_get_current_parameter_value(host, 0, TONE)
        carla.carla_set_parameter_value(host, 0, TONE, before - 3.0)
        assert abs(carla.carla_get_current_parameter_value(host, 0, TONE) - (before - 3.0)) < 1e-6
    finally:
        carla.carla_engine_close(host)


if __name__ == '__main__':
    sys.exit(cli.main('test_carla', globals()))
