/* The ports of a plugin as Turtle, from the port table. */

#ifndef TARE_PORTS_TTL_H
#define TARE_PORTS_TTL_H

#include <stdint.h>
#include <stdio.h>

/** Writes the objects of lv2:port, "[ ... ] , [ ... ]", with the prefixes of tare.ttl.in. */
void tare_ports_ttl_write(FILE* out, uint32_t n_channels);

#endif
