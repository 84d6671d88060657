#include "review/sections.h"

#include "base/list.h"
#include "base/text.h"
#include "review/cmark_memory.h"

#include <cmark.h>
#include <stdlib.h>
#include <string.h>

/* What the other sections say in figures is about prices, drivers, other products and sources. */
static const char* const wanted_sections[] = {
    "Scientific Validity",
    "Rationality of Design Philosophy",
    "Advice",
};

/** A heading deeper than this divides a section and does not end it. */
enum { SECTION_LEVEL = 2 };

typedef struct {
    const char* markdown;
    size_t length;
    unsigned first_line;
    TareParagraphs* paragraphs;
    const char* section; ///< NULL outside the wanted ones
    TareText text;       ///< of the block that is being read
    bool failed;
} Reader;

static const char* find_section(const char* heading)
{
    for (size_t i = 0; i < sizeof wanted_sections / sizeof *wanted_sections; ++i) {
        const char* const wanted = wanted_sections[i];
        size_t n = 0;
        while (heading[n] && wanted[n] && (heading[n] | 0x20) == (wanted[n] | 0x20))
            ++n;
        if (!wanted[n] && !heading[n])
            return wanted;
    }
    return NULL;
}

/** A table is a paragraph to cmark; it has a line of nothing but "|", "-", ":" and blanks. */
static bool is_table(const char* text)
{
    while (*text) {
        const size_t n = strcspn(text, "\n");
        const size_t n_rule = strspn(text, "|-: \t");
        if (n_rule == n && memchr(text, '|', n) && memchr(text, '-', n))
            return true;
        text += n;
        text += *text == '\n';
    }
    return false;
}

/** Appends the text that was read; takes it over. */
static void add_paragraph(Reader* reader, unsigned line)
{
    TareParagraphs* const all = reader->paragraphs;
    TareParagraph* const items = tare_list_grow(all->items, all->n_items, sizeof *items);
    if (!items) {
        reader->failed = true;
        return;
    }
    all->items = items;
    all->items[all->n_items++] =
        (TareParagraph){reader->text.data, reader->text.length, reader->section, line};
    reader->text = (TareText){0};
}

static void end_paragraph(Reader* reader, cmark_node* node)
{
    if (reader->text.failed)
        reader->failed = true;
    else if (reader->section && reader->text.data && !is_table(reader->text.data))
        add_paragraph(reader, reader->first_line + (unsigned)cmark_node_get_start_line(node) - 1);
    tare_text_clear(&reader->text);
}

static void end_heading(Reader* reader, cmark_node* node)
{
    if (reader->text.failed)
        reader->failed = true;
    else if (cmark_node_get_heading_level(node) <= SECTION_LEVEL)
        reader->section = find_section(reader->text.data ? reader->text.data : "");
    tare_text_clear(&reader->text);
}

/** Whether a link is a reference mark like "[3]", whose brackets cmark has taken away. */
static bool is_reference(cmark_node* link)
{
    cmark_node* const child = cmark_node_first_child(link);
    const char* const literal = child ? cmark_node_get_literal(child) : NULL;
    return literal && *literal && literal[strspn(literal, "0123456789")] == '\0';
}

static void append(Reader* reader, const char* text)
{
    if (text)
        tare_text_append(&reader->text, text, strlen(text));
}

static void enter(Reader* reader, cmark_iter* iter, cmark_node* node)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_PARAGRAPH:
    case CMARK_NODE_HEADING:
        tare_text_clear(&reader->text);
        break;
    case CMARK_NODE_TEXT:
    case CMARK_NODE_CODE:
        append(reader, cmark_node_get_literal(node));
        break;
    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK:
        append(reader, "\n");
        break;
    case CMARK_NODE_LINK:
        append(reader, is_reference(node) ? "[" : NULL);
        break;
    case CMARK_NODE_IMAGE:
        cmark_iter_reset(iter, node, CMARK_EVENT_EXIT);
        break;
    default:
        break;
    }
}

static void leave(Reader* reader, cmark_node* node)
{
    const cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_PARAGRAPH)
        end_paragraph(reader, node);
    else if (type == CMARK_NODE_HEADING)
        end_heading(reader, node);
    else if (type == CMARK_NODE_LINK && is_reference(node))
        append(reader, "]");
}

/** Runs inside tare_cmark_run(): all it takes that is not cmark's belongs to the reader. */
static void read_markdown(cmark_mem* memory, void* data)
{
    Reader* const reader = data;
    cmark_parser* const parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, memory);
    cmark_parser_feed(parser, reader->markdown, reader->length);
    cmark_iter* const iter = cmark_iter_new(cmark_parser_finish(parser));
    cmark_event_type event;
    while (!reader->failed && (event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
        if (event == CMARK_EVENT_ENTER)
            enter(reader, iter, cmark_iter_get_node(iter));
        else
            leave(reader, cmark_iter_get_node(iter));
    }
}

bool tare_paragraphs_read(TareParagraphs* paragraphs, const char* text, size_t length,
                          unsigned first_line)
{
    *paragraphs = (TareParagraphs){0};
    Reader reader = {
        .markdown = text, .length = length, .first_line = first_line, .paragraphs = paragraphs};
    const bool is_done = tare_cmark_run(read_markdown, &reader) && !reader.failed;
    tare_text_clear(&reader.text);
    if (!is_done)
        tare_paragraphs_clear(paragraphs);
    return is_done;
}

void tare_paragraphs_clear(TareParagraphs* paragraphs)
{
    for (size_t i = 0; i < paragraphs->n_items; ++i)
        free(paragraphs->items[i].text);
    free(paragraphs->items);
    *paragraphs = (TareParagraphs){0};
}
