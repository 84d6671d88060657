#include "review/sections.h"

#include "base/ascii.h"
#include "base/text.h"
#include "review/library_memory.h"
#include "review/outline.h"
#include "review/page.h"
#include "review/table_grids.h"
#include "review/table_rows.h"
#include "review/tag_settings.h"
#include "review/text_table.h"
#include "review/wiki_table.h"

#include <cmark.h>
#include <string.h>

/** The level of a heading that is only set apart: below all others. */
enum { WEAKEST_LEVEL = 6 };

typedef struct {
    const char* markdown;
    size_t length;
    unsigned first_line;
    TareOutline* outline;
    bool has_headings; ///< Markdown's own
    bool is_bold;      ///< the paragraph that is being read is nothing but bold
    TareText text;     ///< of the block that is being read
} Reader;

static unsigned line_of(const Reader* reader, cmark_node* node)
{
    return reader->first_line + (unsigned)cmark_node_get_start_line(node) - 1;
}

/** Whether a line of a table is nothing but "|", "-", ":" and blanks. */
static bool is_rule(const char* line, size_t length)
{
    return strspn(line, "|+-: \t") >= length && memchr(line, '-', length) &&
           (memchr(line, '|', length) || memchr(line, '+', length));
}

/** A table is a paragraph to cmark; it has such a line. */
static bool is_table(const char* text)
{
    while (*text) {
        const size_t n = strcspn(text, "\n");
        if (is_rule(text, n))
            return true;
        text += n;
        text += *text == '\n';
    }
    return false;
}

static void add_row(TareTableRows* table, const char* line, size_t length)
{
    const char* const end = line + length;
    line += length && *line == '|';
    while (line < end) {
        const char* const bar = memchr(line, '|', (size_t)(end - line));
        const char* const stop = bar ? bar : end;
        tare_table_rows_add(table, line, (size_t)(stop - line));
        line = stop + 1;
    }
    tare_table_rows_end_row(table);
}

/** Adds lines beside a table, which cmark takes for a part of it, as a paragraph. */
static void add_beside(TareOutline* outline, const char* text, size_t length, unsigned line)
{
    TareText beside = {0};
    while (length && text[length - 1] == '\n')
        --length;
    if (!length)
        return;
    tare_text_append(&beside, text, length);
    outline->kind = TARE_BLOCK_PROSE;
    tare_outline_paragraph(outline, &beside, line);
}

/** Adds a row of one cell above the others, "|  HX-500 / settings  |", as words. False when it is
    none. */
static bool add_title(TareOutline* outline, const char* row, size_t length, unsigned line)
{
    const char* const end = row + length;
    while (row < end && strchr("| ", *row))
        ++row;
    const char* stop = end;
    while (stop > row && strchr("| ", stop[-1]))
        --stop;
    if (stop == end || stop == row || memchr(row, '|', (size_t)(stop - row)))
        return false;
    add_beside(outline, row, (size_t)(stop - row), line);
    return true;
}

static bool is_row(const char* line, size_t length)
{
    return memchr(line, '|', length) || is_rule(line, length);
}

/** Reads the rows of a table, and the lines above and below them. */
static void end_table(const Reader* reader, unsigned line)
{
    TareTableRows table = {.has_heads = true};
    const char *const text = reader->text.data, *row = text;
    const unsigned top = line;
    while (*row && !is_row(row, strcspn(row, "\n"))) {
        row += strcspn(row, "\n");
        row += *row == '\n';
        ++line;
    }
    const unsigned first_line = line;
    add_beside(reader->outline, text, (size_t)(row - text), top);
    for (; *row && is_row(row, strcspn(row, "\n")); ++line) {
        const size_t n = strcspn(row, "\n");
        if (is_rule(row, n) || (!table.n_cells && add_title(reader->outline, row, n, line)))
            tare_table_rows_end_row(&table);
        else
            add_row(&table, row, n);
        row += n;
        row += *row == '\n';
    }
    const bool is_grid = tare_table_grid_settle(&table, reader->outline);
    tare_table_rows_tell(&table, reader->outline, first_line, is_grid ? 0 : 1);
    add_beside(reader->outline, row, strlen(row), line);
}

/* A heading that is only set apart is no longer. */
enum { MAX_HEADING_BYTES = 60, MAX_HEADING_WORDS = 6 };

/** Whether a line of so many bytes looks like a heading: few words, no figure, no end of a
 * sentence.
 */
static bool is_heading(const char* line, size_t length)
{
    size_t n_words = 1;
    for (size_t i = 0; i < length; ++i) {
        if (tare_is_digit(line[i]))
            return false;
        n_words += line[i] == ' ';
    }
    return length > 0 && length <= MAX_HEADING_BYTES && n_words <= MAX_HEADING_WORDS &&
           !strchr(".,;!", line[length - 1]) && tare_is_letter(line[0]);
}

static bool has_capitals_only(const char* line, size_t length)
{
    for (size_t i = 0; i < length; ++i)
        if (tare_is_letter(line[i]) && !tare_is_upper(line[i]))
            return false;
    return true;
}

/** Takes a heading from the beginning of a paragraph in plain text: a line by itself, or one in
    capitals above others. Returns how many bytes it took. */
static size_t take_plain_heading(Reader* reader, unsigned line)
{
    const char* const text = reader->text.data;
    const size_t n = strcspn(text, "\n");
    if (!is_heading(text, n) || (text[n] && !has_capitals_only(text, n)))
        return 0;
    TareText heading = {0};
    tare_text_append(&heading, text, n);
    tare_outline_heading(reader->outline, WEAKEST_LEVEL, &heading, line);
    return text[n] ? n + 1 : n;
}

/** What a paragraph is by what it stands in. */
static TareBlockKind kind_of(cmark_node* paragraph)
{
    cmark_node* const parent = cmark_node_parent(paragraph);
    return parent && cmark_node_get_type(parent) == CMARK_NODE_ITEM ? TARE_BLOCK_ITEM
                                                                    : TARE_BLOCK_PROSE;
}

/** Ends a paragraph of plain words, which may begin with a heading. */
static void end_words(Reader* reader, unsigned line)
{
    const char* const text = reader->text.data;
    const bool may_be_heading = !reader->has_headings && reader->outline->kind == TARE_BLOCK_PROSE;
    const size_t n = may_be_heading ? take_plain_heading(reader, line) : 0;
    line += n && text[n] ? 1 : 0;
    TareText rest = {0};
    if (text[n])
        tare_text_append(&rest, text + n, strlen(text + n));
    if (!rest.data || !tare_text_table_read(reader->outline, rest.data, line))
        tare_outline_paragraph(reader->outline, &rest, line);
    tare_text_clear(&rest);
    tare_text_clear(&reader->text);
}

static void end_paragraph(Reader* reader, cmark_node* node)
{
    reader->outline->kind = kind_of(node);
    const unsigned line = line_of(reader, node);
    const char* const text = reader->text.data;
    reader->outline->failed = reader->outline->failed || reader->text.failed;
    if (!text || !*text || reader->outline->failed) {
        tare_text_clear(&reader->text);
    } else if (is_table(text) && !tare_wiki_table_is_in(text)) {
        end_table(reader, line);
        tare_text_clear(&reader->text);
    } else if (reader->is_bold && !strchr(text, '\n') && is_heading(text, strlen(text))) {
        tare_outline_heading(reader->outline, WEAKEST_LEVEL, &reader->text, line);
    } else {
        end_words(reader, line);
    }
}

/* So many blanks make code of a line. */
enum { INDENT = 4 };

static void end_code(Reader* reader, cmark_node* node)
{
    const char* const code = cmark_node_get_literal(node);
    reader->outline->kind = TARE_BLOCK_CODE;
    const bool is_fenced = cmark_node_get_start_column(node) <= INDENT;
    const unsigned line = line_of(reader, node) + is_fenced;
    if (code && !tare_text_table_read(reader->outline, code, line))
        tare_outline_code(reader->outline, code, line);
}

static void append(Reader* reader, const char* text)
{
    if (text)
        tare_text_append(&reader->text, text, strlen(text));
}

static bool is_html(cmark_node* node)
{
    return node && cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK;
}

/** Reads HTML together with all that follows: to cmark a blank line within a table ends it. */
static void end_html(Reader* reader, cmark_node* node)
{
    TareText* const text = &reader->text;
    const unsigned line = line_of(reader, node);
    if (is_html(cmark_node_previous(node)))
        return;
    tare_text_clear(text);
    tare_text_append(text, "", 0);
    for (unsigned end = line; is_html(node); node = cmark_node_next(node)) {
        for (; end < line_of(reader, node); ++end)
            tare_text_append(text, "\n", 1);
        for (const char* c = cmark_node_get_literal(node); *c; ++c)
            end += *c == '\n';
        append(reader, cmark_node_get_literal(node));
    }
    reader->outline->failed = reader->outline->failed || text->failed;
    if (!text->failed && strncmp(text->data, "<!--", 4) != 0 &&
        !tare_tag_settings_read(reader->outline, text->data, line) &&
        !tare_page_read_part(reader->outline, text->data, text->length, line - 1))
        tare_outline_unread(reader->outline, text->data, strcspn(text->data, "\n"), line,
                            "HTML within Markdown");
    tare_text_clear(text);
}

static void end_heading(Reader* reader, cmark_node* node)
{
    tare_outline_heading(reader->outline, (unsigned)cmark_node_get_heading_level(node),
                         &reader->text, line_of(reader, node));
}

/** Whether a tag breaks the line: "<br>", "<BR />". */
static bool is_break(const char* tag)
{
    return tag && tag[0] == '<' && tare_ascii_lower(tag[1]) == 'b' &&
           tare_ascii_lower(tag[2]) == 'r' && !tare_is_letter(tag[3]);
}

/** Whether a link is a reference mark like "[3]", whose brackets cmark has taken away. */
static bool is_reference(cmark_node* link)
{
    cmark_node* const child = cmark_node_first_child(link);
    const char* const literal = child ? cmark_node_get_literal(child) : NULL;
    return literal && *literal && literal[strspn(literal, "0123456789")] == '\0';
}

/** Whether a paragraph holds nothing but words in bold. */
static bool is_bold(cmark_node* paragraph)
{
    cmark_node* const child = cmark_node_first_child(paragraph);
    return child && cmark_node_get_type(child) == CMARK_NODE_STRONG && !cmark_node_next(child);
}

/** Whether a node is a heading and meant as one: dashes below several lines underline none. */
static bool is_true_heading(cmark_node* node)
{
    if (cmark_node_get_type(node) != CMARK_NODE_HEADING)
        return false;
    for (cmark_node* child = cmark_node_first_child(node); child; child = cmark_node_next(child))
        if (cmark_node_get_type(child) == CMARK_NODE_SOFTBREAK)
            return false;
    return true;
}

static void enter(Reader* reader, cmark_iter* iter, cmark_node* node)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_PARAGRAPH:
    case CMARK_NODE_HEADING:
        tare_text_clear(&reader->text);
        reader->is_bold = is_bold(node);
        break;
    case CMARK_NODE_TEXT:
    case CMARK_NODE_CODE:
        append(reader, cmark_node_get_literal(node));
        break;
    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK:
        append(reader, "\n");
        break;
    case CMARK_NODE_HTML_INLINE:
        append(reader, is_break(cmark_node_get_literal(node)) ? "\n" : NULL);
        break;
    case CMARK_NODE_LINK:
        append(reader, is_reference(node) ? "[" : NULL);
        break;
    case CMARK_NODE_IMAGE:
        cmark_iter_reset(iter, node, CMARK_EVENT_EXIT);
        break;
    case CMARK_NODE_CODE_BLOCK:
        end_code(reader, node);
        break;
    case CMARK_NODE_HTML_BLOCK:
        end_html(reader, node);
        break;
    default:
        break;
    }
}

static void leave(Reader* reader, cmark_node* node)
{
    const cmark_node_type type = cmark_node_get_type(node);
    if (is_true_heading(node))
        end_heading(reader, node);
    else if (type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING)
        end_paragraph(reader, node);
    else if (type == CMARK_NODE_LINK && is_reference(node))
        append(reader, "]");
}

/** Finds out which headings there are. */
static void look_for_headings(Reader* reader, cmark_node* document)
{
    unsigned n_titles = 0;
    for (cmark_node* node = cmark_node_first_child(document); node; node = cmark_node_next(node)) {
        if (!is_true_heading(node))
            continue;
        reader->has_headings = true;
        n_titles += cmark_node_get_heading_level(node) == 1;
    }
    reader->outline->has_title = n_titles == 1;
}

/** Runs inside tare_library_run(): all it takes that is not cmark's belongs to the reader. */
static void read_markdown(void* data)
{
    static cmark_mem memory = {tare_library_calloc, tare_library_realloc, tare_library_free};
    Reader* const reader = data;
    cmark_parser* const parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, &memory);
    cmark_parser_feed(parser, reader->markdown, reader->length);
    cmark_node* const document = cmark_parser_finish(parser);
    look_for_headings(reader, document);
    cmark_iter* const iter = cmark_iter_new(document);
    cmark_event_type event;
    while (!reader->outline->failed && (event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
        if (event == CMARK_EVENT_ENTER)
            enter(reader, iter, cmark_iter_get_node(iter));
        else
            leave(reader, cmark_iter_get_node(iter));
    }
}

bool tare_markdown_read(TareOutline* outline, const char* text, size_t length, unsigned first_line)
{
    *outline = (TareOutline){.own_name = outline->own_name};
    Reader reader = {
        .markdown = text, .length = length, .first_line = first_line, .outline = outline};
    const bool is_done = tare_library_run(read_markdown, &reader) && !outline->failed;
    tare_text_clear(&reader.text);
    if (!is_done)
        tare_outline_clear(outline);
    return is_done;
}
