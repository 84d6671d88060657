#include "ports_ttl.h"

#include "lv2/turtle.h"
#include "ports.h"

static const char* unit_name(TareUnit unit)
{
    switch (unit) {
    case TARE_UNIT_DB:
        return "units:db";
    case TARE_UNIT_HZ:
        return "units:hz";
    case TARE_UNIT_PERCENT:
        return "units:pc";
    case TARE_UNIT_Q:
        return "[ a units:Unit ; rdfs:label \"quality factor\" ; units:render \"%f\" ]";
    case TARE_UNIT_DB_PER_OCTAVE:
        return "[ a units:Unit ; rdfs:label \"decibels per octave\" ; "
               "units:render \"%f dB/oct\" ; units:symbol \"dB/oct\" ]";
    case TARE_UNIT_NONE:
        break;
    }
    return NULL;
}

static const char* scale_properties(TareScale scale)
{
    switch (scale) {
    case TARE_SCALE_LOGARITHMIC:
        return "pprops:logarithmic";
    case TARE_SCALE_CHOICE:
        return "lv2:integer , lv2:enumeration";
    case TARE_SCALE_TOGGLE:
        return "lv2:toggled";
    case TARE_SCALE_LINEAR:
        break;
    }
    return NULL;
}

static const char* designation(TarePortRole role)
{
    return role == TARE_PORT_ENABLED ? "lv2:enabled" : NULL;
}

static void write_value(FILE* out, const char* predicate, const TarePort* port, float value)
{
    char text[32];
    tare_turtle_format(text, sizeof text, value);
    const bool is_whole = port->scale == TARE_SCALE_CHOICE || port->scale == TARE_SCALE_TOGGLE;
    if (is_whole)
        fprintf(out, "%s %d ;\n", predicate, (int)value);
    else
        fprintf(out, "%s %s ;\n", predicate, text);
}

static void write_scale_points(FILE* out, const TarePort* port)
{
    for (uint32_t i = 0; i < port->n_choices; ++i)
        fprintf(out, "%s [ rdfs:label \"%s\" ; rdf:value %u ]", i ? " ," : "lv2:scalePoint",
                port->choices[i], i);
    if (port->n_choices)
        fprintf(out, " ;\n");
}

static void write_control(FILE* out, const TarePort* port)
{
    if (designation(port->role))
        fprintf(out, "lv2:designation %s ;\n", designation(port->role));
    write_value(out, "lv2:default", port, port->def);
    write_value(out, "lv2:minimum", port, port->min);
    write_value(out, "lv2:maximum", port, port->max);
    if (unit_name(port->unit))
        fprintf(out, "units:unit %s ;\n", unit_name(port->unit));
    if (port->unit == TARE_UNIT_DB_PER_OCTAVE)
        fprintf(out, "units:symbol \"dB/oct\" ;\n");
    if (scale_properties(port->scale))
        fprintf(out, "lv2:portProperty %s ;\n", scale_properties(port->scale));
    write_scale_points(out, port);
}

/** Which speaker a port of sound serves. */
static void write_group(FILE* out, uint32_t n_channels, const TarePort* port)
{
    const char* plugin = n_channels == 1 ? "urn:tare:eq-mono" : "urn:tare:eq";
    const char* side = n_channels == 1 ? "pg:center" : port->which == 0 ? "pg:left" : "pg:right";
    fprintf(out, "pg:group <%s#%s> ;\nlv2:designation %s ;\n", plugin,
            port->role == TARE_PORT_INPUT ? "in" : "out", side);
}

static void write_port(FILE* out, uint32_t n_channels, uint32_t index)
{
    const TarePort port = tare_port(n_channels, index);
    const TarePortText text = tare_port_text(n_channels, index);
    fprintf(out, "[ a %s , %s ;\nlv2:index %u ;\nlv2:symbol \"%s\" ;\nlv2:name \"%s\" ;\n",
            tare_port_is_output(port.role) ? "lv2:OutputPort" : "lv2:InputPort",
            tare_port_is_audio(port.role) ? "lv2:AudioPort" : "lv2:ControlPort", index, text.symbol,
            text.name);
    fprintf(out, "lv2:shortName \"%s\" ;\nrdfs:comment \"%s\" ;\n", text.short_name, text.comment);
    if (tare_port_is_audio(port.role))
        write_group(out, n_channels, &port);
    else
        write_control(out, &port);
    fprintf(out, "]");
}

void tare_ports_ttl_write(FILE* out, uint32_t n_channels)
{
    for (uint32_t i = 0; i < tare_ports_count(n_channels); ++i) {
        if (i > 0)
            fprintf(out, " ,\n");
        write_port(out, n_channels, i);
    }
}
