#include "review/page.h"

#include "base/text.h"
#include "review/front_keys.h"
#include "review/library_memory.h"
#include "review/outline.h"
#include "review/page_depth.h"
#include "review/page_facts.h"
#include "review/table_grids.h"
#include "review/table_rows.h"
#include "review/text_table.h"

#include <gumbo.h>
#include <string.h>

typedef struct {
    const char* text;
    size_t length;
    TareFrontKeys* keys;
    TareOutline* outline;
    unsigned n_lines_before; ///< in the file, above what is being read
    TareText words;          ///< of the block that is being read
    unsigned line;           ///< of its first word; 0 before it
    size_t n_bold;           ///< how many of its letters are in bold
    size_t n_plain;          ///< and not
    unsigned bold;           ///< how many elements around make it so
    unsigned n_items;        ///< how many items of lists stand around
} Reader;

/* What an element is for us. */
typedef enum { INLINE, BLOCK, SKIPPED, PAGE } Kind;

/* All others begin and end a paragraph. */
static const struct {
    GumboTag tag;
    Kind kind;
} kinds[] = {
    {GUMBO_TAG_HEAD, SKIPPED},     {GUMBO_TAG_SCRIPT, SKIPPED},   {GUMBO_TAG_STYLE, SKIPPED},
    {GUMBO_TAG_NOSCRIPT, SKIPPED}, {GUMBO_TAG_TEMPLATE, SKIPPED}, {GUMBO_TAG_SVG, SKIPPED},
    {GUMBO_TAG_MATH, SKIPPED},     {GUMBO_TAG_IFRAME, SKIPPED},   {GUMBO_TAG_SELECT, SKIPPED},
    {GUMBO_TAG_TEXTAREA, SKIPPED}, {GUMBO_TAG_BUTTON, SKIPPED},   {GUMBO_TAG_NAV, PAGE},
    {GUMBO_TAG_FOOTER, PAGE},      {GUMBO_TAG_ASIDE, PAGE},       {GUMBO_TAG_A, INLINE},
    {GUMBO_TAG_ABBR, INLINE},      {GUMBO_TAG_B, INLINE},         {GUMBO_TAG_CITE, INLINE},
    {GUMBO_TAG_CODE, INLINE},      {GUMBO_TAG_DEL, INLINE},       {GUMBO_TAG_EM, INLINE},
    {GUMBO_TAG_FONT, INLINE},      {GUMBO_TAG_I, INLINE},         {GUMBO_TAG_IMG, INLINE},
    {GUMBO_TAG_INS, INLINE},       {GUMBO_TAG_KBD, INLINE},       {GUMBO_TAG_MARK, INLINE},
    {GUMBO_TAG_Q, INLINE},         {GUMBO_TAG_S, INLINE},         {GUMBO_TAG_SMALL, INLINE},
    {GUMBO_TAG_SPAN, INLINE},      {GUMBO_TAG_STRONG, INLINE},    {GUMBO_TAG_SUB, INLINE},
    {GUMBO_TAG_SUP, INLINE},       {GUMBO_TAG_TIME, INLINE},      {GUMBO_TAG_TT, INLINE},
    {GUMBO_TAG_U, INLINE},         {GUMBO_TAG_VAR, INLINE},       {GUMBO_TAG_WBR, INLINE},
};

static Kind kind_of(GumboTag tag)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; ++i)
        if (kinds[i].tag == tag)
            return kinds[i].kind;
    return BLOCK;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/** Appends words with a single blank for each gap, as a browser shows them. */
static void append_words(Reader* reader, const char* words, unsigned line)
{
    TareText* const text = &reader->words;
    for (const char* c = words; *c; ++c) {
        const char last = text->length ? text->data[text->length - 1] : '\n';
        if (!is_blank(*c)) {
            reader->line = reader->line ? reader->line : line;
            tare_text_append(text, c, 1);
            *(reader->bold ? &reader->n_bold : &reader->n_plain) += 1;
        } else if (last != ' ' && last != '\n') {
            tare_text_append(text, " ", 1);
        }
        line += *c == '\n';
    }
}

static void start_block(Reader* reader)
{
    tare_text_clear(&reader->words);
    reader->line = 0;
    reader->n_bold = reader->n_plain = 0;
}

/* A heading that is only set apart is no longer, and stands below all others. */
enum { MAX_HEADING_BYTES = 60, WEAKEST_LEVEL = 6 };

static bool is_bold_heading(const Reader* reader)
{
    const char* const words = reader->words.data;
    return reader->n_bold && !reader->n_plain && reader->words.length <= MAX_HEADING_BYTES &&
           !strpbrk(words, "0123456789.;\n");
}

/** Ends a block of words: a heading of a level, or with 0 a paragraph. */
static void end_block(Reader* reader, unsigned level)
{
    TareText* const text = &reader->words;
    reader->outline->failed = reader->outline->failed || text->failed;
    reader->outline->kind = reader->n_items ? TARE_BLOCK_ITEM : TARE_BLOCK_PROSE;
    while (text->length && is_blank(text->data[text->length - 1]))
        text->data[--text->length] = '\0';
    if (text->length && !text->failed) {
        level = !level && is_bold_heading(reader) ? WEAKEST_LEVEL : level;
        if (level)
            tare_outline_heading(reader->outline, level, text, reader->line);
        else if (!tare_text_table_read(reader->outline, text->data, reader->line))
            tare_outline_paragraph(reader->outline, text, reader->line);
    }
    start_block(reader);
}

static unsigned line_of(const Reader* reader, GumboSourcePosition position)
{
    return reader->n_lines_before + position.line;
}

static unsigned heading_level(GumboTag tag)
{
    return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6 ? (unsigned)(tag - GUMBO_TAG_H1) + 1 : 0;
}

static bool is_bold_tag(GumboTag tag)
{
    return tag == GUMBO_TAG_B || tag == GUMBO_TAG_STRONG;
}

static GumboTag tag_of(const GumboNode* node)
{
    return node->type == GUMBO_NODE_ELEMENT ? node->v.element.tag : GUMBO_TAG_UNKNOWN;
}

/** The node behind another one in the order of the text: its first child, unless that is to be
    passed over, or what comes behind it within `root`. Elements that end in between are told to
    `leave`, which may be NULL. NULL at the end. */
static const GumboNode* next_node(const GumboNode* node, const GumboNode* root, bool descends,
                                  void (*leave)(Reader* reader, GumboTag tag), Reader* reader)
{
    if (descends && node->type == GUMBO_NODE_ELEMENT && node->v.element.children.length)
        return node->v.element.children.data[0];
    for (;; node = node->parent) {
        if (leave && node->type == GUMBO_NODE_ELEMENT)
            leave(reader, node->v.element.tag);
        if (node == root)
            return NULL;
        const GumboVector* const siblings = &node->parent->v.element.children;
        if (node->index_within_parent + 1 < siblings->length)
            return siblings->data[node->index_within_parent + 1];
    }
}

/** Appends all words within an element, and only those, to an empty block. */
static void take_words(Reader* reader, const GumboNode* root)
{
    start_block(reader);
    for (const GumboNode* node = root; node; node = next_node(node, root, true, NULL, NULL))
        if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE)
            append_words(reader, node->v.text.text, line_of(reader, node->v.text.start_pos));
        else if (tag_of(node) == GUMBO_TAG_BR)
            append_words(reader, " ", line_of(reader, node->v.element.start_pos));
}

/** Whether a table holds figures and no parts of the page: nothing in its cells is a block. */
static bool is_data(const GumboNode* root)
{
    for (const GumboNode* node = next_node(root, root, true, NULL, NULL); node;
         node = next_node(node, root, true, NULL, NULL)) {
        const GumboTag tag = tag_of(node);
        const bool is_part = tag == GUMBO_TAG_TBODY || tag == GUMBO_TAG_THEAD ||
                             tag == GUMBO_TAG_TFOOT || tag == GUMBO_TAG_TR || tag == GUMBO_TAG_TD ||
                             tag == GUMBO_TAG_TH || tag == GUMBO_TAG_CAPTION ||
                             tag == GUMBO_TAG_COLGROUP || tag == GUMBO_TAG_COL ||
                             tag == GUMBO_TAG_BR;
        if (node->type == GUMBO_NODE_ELEMENT && !is_part && kind_of(tag) != INLINE)
            return false;
    }
    return true;
}

/** Reads a table of figures. */
static void read_table(Reader* reader, const GumboNode* root)
{
    TareTableRows table = {.has_heads = true}; /* unless its first row is a filter itself */
    for (const GumboNode* node = root; node && !reader->outline->failed;) {
        const GumboTag tag = tag_of(node);
        const bool is_cell = tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH;
        if (tag == GUMBO_TAG_TR && table.n_cells)
            tare_table_rows_end_row(&table);
        if (is_cell) {
            take_words(reader, node);
            tare_table_rows_add(&table, reader->words.data ? reader->words.data : "",
                                reader->words.length);
            reader->outline->failed = reader->outline->failed || reader->words.failed;
        }
        node = next_node(node, root, !is_cell, NULL, NULL);
    }
    start_block(reader);
    tare_table_grid_settle(&table, reader->outline);
    tare_table_rows_tell(&table, reader->outline, line_of(reader, root->v.element.start_pos), 0);
}

/** Reads lines that are set as they stand. */
static void read_lines(Reader* reader, const GumboNode* root)
{
    TareText text = {0};
    tare_text_append(&text, "", 0);
    for (const GumboNode* node = root; node; node = next_node(node, root, true, NULL, NULL))
        if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE)
            tare_text_append(&text, node->v.text.text, strlen(node->v.text.text));
    if (text.failed)
        reader->outline->failed = true;
    else if (!tare_text_table_read(reader->outline, text.data,
                                   line_of(reader, root->v.element.start_pos)))
        tare_outline_code(reader->outline, text.data, line_of(reader, root->v.element.start_pos));
    tare_text_clear(&text);
}

static void leave(Reader* reader, GumboTag tag)
{
    if (is_bold_tag(tag))
        --reader->bold;
    else if (kind_of(tag) == BLOCK && tag != GUMBO_TAG_BR)
        end_block(reader, heading_level(tag));
    reader->n_items -= tag == GUMBO_TAG_LI;
}

/** Begins an element; whether its children are to be read. */
static bool enter(Reader* reader, const GumboNode* node)
{
    const GumboTag tag = node->v.element.tag;
    const Kind kind = kind_of(tag);
    if (tag == GUMBO_TAG_BR) {
        tare_text_append(&reader->words, "\n", reader->words.length > 0);
        return false;
    }
    if (kind == PAGE)
        tare_outline_unread(
            reader->outline, gumbo_normalized_tagname(tag), strlen(gumbo_normalized_tagname(tag)),
            line_of(reader, node->v.element.start_pos), "part of the page, not of the review");
    if (kind == BLOCK)
        end_block(reader, 0);
    reader->bold += is_bold_tag(tag);
    reader->n_items += tag == GUMBO_TAG_LI;
    if (tag == GUMBO_TAG_PRE)
        read_lines(reader, node);
    else if (tag == GUMBO_TAG_TABLE && is_data(node))
        read_table(reader, node);
    else
        return kind == BLOCK || kind == INLINE;
    return false;
}

static void read_element(Reader* reader, const GumboNode* root)
{
    for (const GumboNode* node = root; node && !reader->outline->failed;) {
        bool descends = true;
        if (node->type == GUMBO_NODE_ELEMENT)
            descends = enter(reader, node);
        else if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE)
            append_words(reader, node->v.text.text, line_of(reader, node->v.text.start_pos));
        node = next_node(node, root, descends, leave, reader);
    }
    end_block(reader, 0);
}

static const char* attribute(const GumboNode* node, const char* name)
{
    const GumboAttribute* const found = gumbo_get_attribute(&node->v.element.attributes, name);
    return found ? found->value : NULL;
}

/** Keeps what <meta>, <link> and comments tell; counts the titles. */
static bool read_facts(Reader* reader, const GumboNode* root)
{
    unsigned n_titles = 0;
    bool is_good = true;
    for (const GumboNode* node = root; node && is_good;
         node = next_node(node, root, true, NULL, NULL)) {
        const GumboTag tag = tag_of(node);
        n_titles += tag == GUMBO_TAG_H1;
        if (tag != GUMBO_TAG_META && tag != GUMBO_TAG_LINK)
            continue;
        const bool is_link = tag == GUMBO_TAG_LINK;
        const char* name = attribute(node, is_link ? "rel" : "name");
        name = name ? name : attribute(node, "property");
        const char* const value = attribute(node, is_link ? "href" : "content");
        is_good = !name || !value || tare_page_keep_fact(reader->keys, name, value);
    }
    reader->outline->has_title = n_titles == 1;
    return is_good;
}

/** A browser that saves a page says so before the first element. */
static bool read_comments(Reader* reader, const GumboNode* document)
{
    const GumboVector* const children = &document->v.document.children;
    for (unsigned i = 0; i < children->length; ++i) {
        const GumboNode* const node = children->data[i];
        if (node->type == GUMBO_NODE_COMMENT &&
            !tare_page_keep_comment(reader->keys, node->v.text.text))
            return false;
    }
    return true;
}

static void* take(void* data, size_t size)
{
    (void)data;
    return tare_library_realloc(NULL, size);
}

static void give_back(void* data, void* block)
{
    (void)data;
    tare_library_free(block);
}

/** Parses within an element, or with GUMBO_TAG_LAST a whole page. */
static const GumboOutput* parse(const char* text, size_t length, GumboTag within)
{
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = take;
    options.deallocator = give_back;
    options.max_errors = 0;
    options.fragment_context = within;
    return gumbo_parse_with_options(&options, text, length);
}

/** Runs inside tare_library_run(): all it takes that is not Gumbo's belongs to the reader. */
static void read_page(void* data)
{
    Reader* const reader = data;
    const GumboOutput* const output = parse(reader->text, reader->length, GUMBO_TAG_LAST);
    if (!read_facts(reader, output->root) || !read_comments(reader, output->document))
        reader->outline->failed = true;
    else
        read_element(reader, output->root);
}

/* No page that people read is deeper. */
enum { MAX_DEPTH = 1000 };

bool tare_page_read_part(TareOutline* outline, const char* html, size_t length,
                         unsigned n_lines_before)
{
    if (tare_page_depth(html, length) > MAX_DEPTH)
        return false;
    Reader reader = {.outline = outline, .n_lines_before = n_lines_before};
    read_element(&reader, parse(html, length, GUMBO_TAG_BODY)->root);
    tare_text_clear(&reader.words);
    return true;
}

TareStatus tare_page_read(TareOutline* outline, TareFrontMatter* front, const char* file,
                          const char* text, size_t length, const TareReporter* reporter)
{
    *outline = (TareOutline){.own_name = outline->own_name};
    if (tare_page_depth(text, length) > MAX_DEPTH) {
        tare_report(reporter, TARE_ERROR, file, 1, 1,
                    "elements are nested too deeply; expected at most %d in one another",
                    MAX_DEPTH);
        return TARE_BAD_INPUT;
    }
    TareFrontKeys keys = {.front = front};
    Reader reader = {.text = text, .length = length, .keys = &keys, .outline = outline};
    const bool is_done = tare_library_run(read_page, &reader) && !outline->failed;
    tare_text_clear(&reader.words);
    if (is_done)
        return TARE_OK;
    tare_outline_clear(outline);
    return TARE_NO_MEMORY;
}
