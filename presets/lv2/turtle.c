#include "lv2/turtle.h"

#include "base/text.h"

#include <math.h>
#include <serd/serd.h>
#include <stdlib.h>
#include <string.h>

#define XSD_DECIMAL "http://www.w3.org/2001/XMLSchema#decimal"
#define RDF_TYPE "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"

struct TareTurtle {
    SerdEnv* env;
    SerdWriter* writer;
    SerdReader* reader;
    unsigned n_blanks;
    char blank[16];
    bool has_failed;
};

static SerdStatus on_error(void* handle, const SerdError* error)
{
    (void)error;
    ((TareTurtle*)handle)->has_failed = true;
    return SERD_SUCCESS;
}

static void check(TareTurtle* turtle, SerdStatus status)
{
    if (status)
        turtle->has_failed = true;
}

static SerdReader* new_reader(SerdWriter* writer)
{
    return serd_reader_new(SERD_TURTLE, writer, NULL, (SerdBaseSink)serd_writer_set_base_uri,
                           (SerdPrefixSink)serd_writer_set_prefix,
                           (SerdStatementSink)serd_writer_write_statement,
                           (SerdEndSink)serd_writer_end_anon);
}

TareTurtle* tare_turtle_new(FILE* out)
{
    TareTurtle* turtle = calloc(1, sizeof *turtle);
    if (!turtle)
        return NULL;
    /* without a base, relative names ("tare.so") stay as they are */
    turtle->env = serd_env_new(NULL);
    if (turtle->env)
        turtle->writer =
            serd_writer_new(SERD_TURTLE, (SerdStyle)(SERD_STYLE_ABBREVIATED | SERD_STYLE_CURIED),
                            turtle->env, NULL, serd_file_sink, out);
    if (turtle->writer)
        turtle->reader = new_reader(turtle->writer);
    if (!turtle->reader) {
        tare_turtle_close(turtle);
        return NULL;
    }
    serd_writer_set_error_sink(turtle->writer, on_error, turtle);
    serd_reader_set_error_sink(turtle->reader, on_error, turtle);
    return turtle;
}

bool tare_turtle_close(TareTurtle* turtle)
{
    if (!turtle)
        return false;
    if (turtle->writer)
        check(turtle, serd_writer_finish(turtle->writer));
    const bool is_good = turtle->reader && !turtle->has_failed;
    serd_reader_free(turtle->reader);
    serd_writer_free(turtle->writer);
    serd_env_free(turtle->env);
    free(turtle);
    return is_good;
}

void tare_turtle_fail(TareTurtle* turtle)
{
    turtle->has_failed = true;
}

static const uint8_t* bytes(const char* text)
{
    return (const uint8_t*)text;
}

void tare_turtle_prefix(TareTurtle* turtle, const char* name, const char* uri)
{
    const SerdNode name_node = serd_node_from_string(SERD_LITERAL, bytes(name));
    const SerdNode uri_node = serd_node_from_string(SERD_URI, bytes(uri));
    check(turtle, serd_writer_set_prefix(turtle->writer, &name_node, &uri_node));
}

bool tare_turtle_copy(TareTurtle* turtle, const char* text)
{
    check(turtle, serd_reader_read_string(turtle->reader, bytes(text)));
    return !turtle->has_failed;
}

/** "<uri>", "prefix:name", or NULL for the open object without a name. */
static SerdNode parse_node(const TareTurtle* turtle, const char* text)
{
    if (!text)
        return serd_node_from_string(SERD_BLANK, bytes(turtle->blank));
    if (text[0] == '<')
        return serd_node_from_substring(SERD_URI, bytes(text + 1), strlen(text) - 2);
    return serd_node_from_string(SERD_CURIE, bytes(text));
}

static void write_statement(TareTurtle* turtle, SerdStatementFlags flags, const char* subject,
                            const SerdNode* predicate, const SerdNode* object,
                            const SerdNode* datatype)
{
    const SerdNode s = parse_node(turtle, subject);
    if (!subject)
        flags |= SERD_ANON_CONT;
    check(turtle, serd_writer_write_statement(turtle->writer, flags, NULL, &s, predicate, object,
                                              datatype, NULL));
}

static void write(TareTurtle* turtle, SerdStatementFlags flags, const char* subject,
                  const char* predicate, const SerdNode* object, const SerdNode* datatype)
{
    const SerdNode p = parse_node(turtle, predicate);
    write_statement(turtle, flags, subject, &p, object, datatype);
}

void tare_turtle_type(TareTurtle* turtle, const char* subject, const char* type)
{
    const SerdNode p = serd_node_from_string(SERD_URI, bytes(RDF_TYPE));
    const SerdNode o = parse_node(turtle, type);
    write_statement(turtle, 0, subject, &p, &o, NULL);
}

void tare_turtle_node(TareTurtle* turtle, const char* subject, const char* predicate,
                      const char* object)
{
    const SerdNode o = parse_node(turtle, object);
    write(turtle, 0, subject, predicate, &o, NULL);
}

/** Appends a text with a typographic quote for each plain one that stands before another one or a
    backslash: serd's reader up to 0.30.16, which hosts have, does not understand what serd's writer
    makes of these. */
static void append_readable(TareText* safe, const char* text)
{
    tare_text_append(safe, "", 0);
    for (; *text; ++text) {
        const bool is_trap = text[0] == '"' && (text[1] == '"' || text[1] == '\\');
        tare_text_append(safe, is_trap ? "\xE2\x80\x9D" : text, is_trap ? 3 : 1);
    }
}

void tare_turtle_text(TareTurtle* turtle, const char* subject, const char* predicate,
                      const char* text)
{
    TareText safe = {0};
    append_readable(&safe, text);
    if (safe.failed) {
        tare_turtle_fail(turtle);
        return;
    }
    SerdNode o = serd_node_from_string(SERD_LITERAL, bytes(safe.data));
    if (strchr(text, '\''))
        o.flags |= SERD_HAS_QUOTE; /* as serd's reader has it, so that serdi writes the same */
    write(turtle, 0, subject, predicate, &o, NULL);
    tare_text_clear(&safe);
}

void tare_turtle_begin(TareTurtle* turtle, const char* subject, const char* predicate)
{
    snprintf(turtle->blank, sizeof turtle->blank, "b%u", ++turtle->n_blanks);
    const SerdNode o = serd_node_from_string(SERD_BLANK, bytes(turtle->blank));
    write(turtle, SERD_ANON_O_BEGIN, subject, predicate, &o, NULL);
}

void tare_turtle_end(TareTurtle* turtle)
{
    const SerdNode node = serd_node_from_string(SERD_BLANK, bytes(turtle->blank));
    check(turtle, serd_writer_end_anon(turtle->writer, &node));
}

void tare_turtle_number(TareTurtle* turtle, const char* subject, const char* predicate, float value)
{
    char text[32];
    tare_turtle_format(text, sizeof text, value);
    const SerdNode o = serd_node_from_string(SERD_LITERAL, bytes(text));
    const SerdNode datatype = serd_node_from_string(SERD_URI, bytes(XSD_DECIMAL));
    write(turtle, 0, subject, predicate, &o, &datatype);
}

/** Works with whole numbers, since printf's point depends on the locale. */
void tare_turtle_format(char* buffer, size_t size, float value)
{
    long long unit = 1;
    for (int decimals = 1; decimals <= 10; ++decimals) {
        unit *= 10;
        const double scale = (double)unit;
        const long long scaled = llround((double)fabsf(value) * scale);
        const double back = (double)scaled / scale;
        snprintf(buffer, size, "%s%lld.%0*lld", value < 0.0f && scaled ? "-" : "", scaled / unit,
                 decimals, scaled % unit);
        if ((float)back == fabsf(value))
            return;
    }
}
