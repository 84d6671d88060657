#include "names/aliases.h"

#include "base/file.h"
#include "base/path.h"
#include "base/pool.h"
#include "base/text.h"
#include "names/fold.h"
#include "names/piece.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum {
    MAX_FILE_BYTES = 1 << 20,
    LONG_NAME = 6 /* so long a name may be followed by others without a blank */
};

/** One of the names that mean the same. What is to be left out has a second name without words,
    which stands nowhere. */
typedef struct Name {
    const char* words;
    const char* joined;
    struct Name* next;
} Name;

typedef struct Rule {
    Name* names;
    bool is_one_way; ///< only the first name stands for the others
    struct Rule* next;
} Rule;

struct TareAliases {
    Rule* first;
    Rule** end; ///< where the next rule goes
    TarePool pool;
    TareText text, words, joined; ///< a name that is being folded
};

TareAliases* tare_aliases_new(void)
{
    TareAliases* aliases = calloc(1, sizeof *aliases);
    if (aliases)
        aliases->end = &aliases->first;
    return aliases;
}

void tare_aliases_free(TareAliases* aliases)
{
    if (!aliases)
        return;
    tare_pool_clear(&aliases->pool);
    tare_text_clear(&aliases->text);
    tare_text_clear(&aliases->words);
    tare_text_clear(&aliases->joined);
    free(aliases);
}

/** Folds a name into the texts that are used again; false when memory is short. */
static bool fold(TareAliases* aliases, const char* text, size_t length)
{
    aliases->text.length = aliases->words.length = aliases->joined.length = 0;
    tare_text_append(&aliases->text, text, length);
    if (!aliases->text.failed)
        tare_fold_words(&aliases->words, aliases->text.data);
    if (!aliases->text.failed && !aliases->words.failed)
        tare_fold_join(&aliases->joined, aliases->words.data);
    return !aliases->text.failed && !aliases->words.failed && !aliases->joined.failed;
}

/** Folds a name and puts it behind the others of its rule. */
static TareStatus add_name(TareAliases* aliases, Rule* rule, const char* text, size_t length)
{
    Name* const name = tare_pool_take(&aliases->pool, sizeof *name);
    if (!name || !fold(aliases, text, length))
        return TARE_NO_MEMORY;
    name->words = tare_pool_copy(&aliases->pool, aliases->words.data, aliases->words.length);
    name->joined = tare_pool_copy(&aliases->pool, aliases->joined.data, aliases->joined.length);
    if (!name->words || !name->joined)
        return TARE_NO_MEMORY;
    Name** end = &rule->names;
    while (*end)
        end = &(*end)->next;
    *end = name;
    return TARE_OK;
}

/** The last name of a rule, and whether one before it is the same. */
static const Name* last_name(const Rule* rule, bool* is_known)
{
    const Name* last = rule->names;
    while (last->next)
        last = last->next;
    *is_known = false;
    for (const Name* name = rule->names; name != last; name = name->next)
        *is_known = *is_known || !strcmp(name->joined, last->joined);
    return last;
}

static TareStatus read_name(TareAliases* aliases, Rule* rule, const TarePiece* piece)
{
    const TareStatus status = add_name(aliases, rule, piece->text, piece->length);
    if (status != TARE_OK)
        return status;
    bool is_known = false;
    if (!*last_name(rule, &is_known)->words)
        return tare_piece_complain(piece, "no letter or digit; expected a name");
    return is_known ? tare_piece_complain(piece,
                                          "the same name again; expected one that differs in more "
                                          "than case and blanks")
                    : TARE_OK;
}

/** Names with "=" between them. */
static TareStatus read_names(TareAliases* aliases, Rule* rule, TarePiece rest)
{
    TareStatus status = TARE_OK;
    bool more = true;
    while (more && status == TARE_OK) {
        more = tare_piece_has(&rest, '=');
        const TarePiece piece = tare_piece_cut(&rest, '=');
        status = read_name(aliases, rule, &piece);
    }
    if (status == TARE_OK && !rule->names->next)
        return tare_piece_complain(&rest, "one name; expected others of the same behind '='");
    return status;
}

static void add_rule(TareAliases* aliases, Rule* rule)
{
    *aliases->end = rule;
    aliases->end = &rule->next;
}

/** A name out of a rule about one product: the maker may be empty. */
typedef struct {
    TarePiece maker, model;
} MadeName;

/** The next of names "MAKER: MODEL = MODEL = OTHER: MODEL". */
static MadeName cut_name(TarePiece* rest, const TarePiece* maker)
{
    MadeName name = {*maker, tare_piece_cut(rest, '=')};
    if (tare_piece_has(&name.model, ':')) {
        name.maker = tare_piece_cut(&name.model, ':');
        name.model = tare_piece_trimmed(name.model);
    }
    return name;
}

static TareStatus add_made(TareAliases* aliases, Rule* rule, const MadeName* name, bool with_maker)
{
    if (!with_maker)
        return add_name(aliases, rule, name->model.text, name->model.length);
    TareText text = {0};
    tare_text_append(&text, name->maker.text, name->maker.length);
    tare_text_append(&text, " ", 1);
    tare_text_append(&text, name->model.text, name->model.length);
    const TareStatus status =
        text.failed ? TARE_NO_MEMORY : add_name(aliases, rule, text.data, text.length);
    tare_text_clear(&text);
    return status;
}

static bool is_same_maker(const MadeName* a, const MadeName* b)
{
    return a->maker.length == b->maker.length &&
           memcmp(a->maker.text, b->maker.text, a->maker.length) == 0;
}

/** Adds a rule by which a name stands for the first of its product: with the maker, unless there is
    none, or the model alone has more than one word and is of the same. */
static TareStatus add_pair(TareAliases* aliases, const MadeName* first, const MadeName* other)
{
    Rule* const rule = tare_pool_take(&aliases->pool, sizeof *rule);
    if (!rule || !fold(aliases, other->model.text, other->model.length))
        return TARE_NO_MEMORY;
    const bool needs_maker = first->maker.length > 0 &&
                             (!is_same_maker(first, other) || !strchr(aliases->words.data, ' '));
    rule->is_one_way = true;
    TareStatus status = add_made(aliases, rule, first, needs_maker);
    if (status == TARE_OK)
        status = add_made(aliases, rule, other, needs_maker);
    if (status == TARE_OK && *rule->names->words && *rule->names->next->words)
        add_rule(aliases, rule);
    return status;
}

/** A rule about one product (catalogue/same.txt): the first name is that of the catalogue. What is
    wrong with it is told by who merges products by it. */
static TareStatus read_product(TareAliases* aliases, TarePiece rest)
{
    TareStatus status = TARE_OK;
    TarePiece names = tare_piece_cut(&rest, ';');
    const TarePiece nobody = {.text = names.text};
    const MadeName first = cut_name(&names, &nobody);
    MadeName other = first;
    while (status == TARE_OK && names.length) {
        other = cut_name(&names, &other.maker);
        status = add_pair(aliases, &first, &other);
    }
    return status;
}

/** Reads a rule about one product, if a line has one; other lines of such a file say nothing about
    names that are typed. */
static bool read_same(TareAliases* aliases, const TarePiece* key, TarePiece rest,
                      TareStatus* status)
{
    *status = TARE_OK;
    if (tare_piece_is(key, "maker") || tare_piece_is(key, "line") || tare_piece_is(key, "product"))
        *status = read_product(aliases, rest);
    else
        return tare_piece_is(key, "state") || tare_piece_is(key, "apart") ||
               tare_piece_is(key, "form");
    return true;
}

static TareStatus read_line(void* data, TarePiece rest)
{
    TareAliases* const aliases = data;
    const TarePiece key = tare_piece_cut(&rest, ' ');
    rest = tare_piece_trimmed(rest);
    TareStatus status = TARE_OK;
    if (read_same(aliases, &key, rest, &status))
        return status;
    Rule* const rule = tare_pool_take(&aliases->pool, sizeof *rule);
    if (!rule)
        return TARE_NO_MEMORY;
    rule->is_one_way = tare_piece_is(&key, "means");
    if (rule->is_one_way || tare_piece_is(&key, "same"))
        status = read_names(aliases, rule, rest);
    else if (tare_piece_is(&key, "drop")) {
        status = read_name(aliases, rule, &rest);
        if (status == TARE_OK)
            status = add_name(aliases, rule, "", 0);
    } else
        return tare_piece_complain(&key, "unknown key; expected 'same', 'means' or 'drop'");
    if (status == TARE_OK)
        add_rule(aliases, rule);
    return status;
}

TareStatus tare_aliases_add_text(TareAliases* aliases, const char* name, const char* text,
                                 size_t length, const TareReporter* reporter)
{
    return tare_piece_read_lines(read_line, aliases, name, text, length, reporter);
}

static TareStatus read_text(void* aliases, const char* path, const char* text, size_t length,
                            const TareReporter* reporter)
{
    return tare_aliases_add_text(aliases, path, text, length, reporter);
}

TareStatus tare_aliases_add_file(TareAliases* aliases, const char* path,
                                 const TareReporter* reporter)
{
    return tare_file_read_by(read_text, aliases, path, MAX_FILE_BYTES, reporter);
}

static bool is_file(const char* path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISREG(status.st_mode);
}

TareStatus tare_aliases_add_folder(TareAliases* aliases, const char* folder,
                                   const TareReporter* reporter)
{
    static const char* const files[] = {"same.txt", "aliases.txt"};
    TareStatus all = TARE_OK;
    for (size_t i = 0; i < sizeof files / sizeof *files && all != TARE_NO_MEMORY; ++i) {
        char* const path = tare_path_join(folder, files[i]);
        const TareStatus status = !path           ? TARE_NO_MEMORY
                                  : is_file(path) ? tare_aliases_add_file(aliases, path, reporter)
                                                  : TARE_OK;
        all = all == TARE_OK || status == TARE_NO_MEMORY ? status : all;
        free(path);
    }
    return all;
}

/** How many bytes of the words a name takes that stands at their beginning, whatever the blanks;
    0 when it does not. */
static size_t length_at(const char* words, const char* joined)
{
    const char* p = words;
    const char* name = joined;
    for (; *name && *p; ++p)
        if (*p == *name)
            ++name;
        else if (*p != ' ')
            return 0;
    const bool is_whole = *p == '\0' || *p == ' ' || name - joined >= LONG_NAME;
    return *name || !is_whole ? 0 : (size_t)(p - words);
}

/** The longest of a rule's names at the beginning of the words; NULL when there is none. */
static const Name* name_at(const Rule* rule, const char* words, size_t* length)
{
    const Name* found = NULL;
    *length = 0;
    for (const Name* name = rule->names; name; name = name->next) {
        const size_t n = length_at(words, name->joined);
        if (n > *length) {
            *length = n;
            found = name;
        }
    }
    return found;
}

static void append_words(TareText* text, const char* words, size_t length)
{
    while (length && *words == ' ') {
        ++words;
        --length;
    }
    while (length && words[length - 1] == ' ')
        --length;
    if (text->length && length)
        tare_text_append(text, " ", 1);
    tare_text_append(text, words, length);
}

bool tare_aliases_rewrite(const TareAliases* aliases, const char* words,
                          void (*take)(void* data, const char* words), void* data)
{
    TareText text = {0};
    for (const Rule* rule = aliases->first; rule; rule = rule->next)
        for (const char* p = words; *p; p += strcspn(p, " "), p += *p == ' ') {
            size_t length = 0;
            const Name* const found = name_at(rule, p, &length);
            for (const Name* name = found ? rule->names : NULL; name; name = name->next) {
                if (name == found || (rule->is_one_way && name != rule->names))
                    continue;
                text.length = 0;
                append_words(&text, words, (size_t)(p - words));
                append_words(&text, name->words, strlen(name->words));
                append_words(&text, p + length, strlen(p + length));
                if (text.failed)
                    break;
                take(data, text.data);
            }
        }
    const bool is_whole = !text.failed;
    tare_text_clear(&text);
    return is_whole;
}
