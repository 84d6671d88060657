#include "names/aliases.h"

#include "base/ascii.h"
#include "base/file.h"
#include "base/path.h"
#include "names/alias_names.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum {
    MAX_FILE_BYTES = 1 << 20,
    LONG_NAME = 6 /* so long a name may be followed by others without a blank */
};

typedef struct Rule {
    TareAliasName* names; ///< NULL as long as nobody typed what may be the second of the pair
    bool is_one_way;      ///< only the first name stands for the others
    TareMadeName pair[2];
    struct Rule* next;
} Rule;

struct TareAliases {
    Rule* first;
    Rule** end;              ///< where the next rule goes
    TareAliasFolder* folder; ///< of its own, as names are folded when they are looked for
};

TareAliases* tare_aliases_new(void)
{
    TareAliases* aliases = calloc(1, sizeof *aliases);
    TareAliasFolder* const folder = calloc(1, sizeof *folder);
    if (!aliases || !folder) {
        free(aliases);
        free(folder);
        return NULL;
    }
    aliases->end = &aliases->first;
    aliases->folder = folder;
    return aliases;
}

void tare_aliases_free(TareAliases* aliases)
{
    if (!aliases)
        return;
    tare_alias_folder_clear(aliases->folder);
    free(aliases->folder);
    free(aliases);
}

/** The last name of a rule, and whether one before it is the same. */
static const TareAliasName* last_name(const Rule* rule, bool* is_known)
{
    const TareAliasName* last = rule->names;
    while (last->next)
        last = last->next;
    *is_known = false;
    for (const TareAliasName* name = rule->names; name != last; name = name->next)
        *is_known = *is_known || !strcmp(name->joined, last->joined);
    return last;
}

static TareStatus read_name(TareAliases* aliases, Rule* rule, const TarePiece* piece)
{
    const TareStatus status =
        tare_alias_add_name(aliases->folder, &rule->names, piece->text, piece->length);
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

/** A rule about one product (catalogue/same.txt): the first name is that of the catalogue. What is
    wrong with it is told by who merges products by it. */
static TareStatus read_product(TareAliases* aliases, TarePiece rest)
{
    TarePiece names = tare_piece_cut(&rest, ';');
    names.text = tare_pool_copy(&aliases->folder->pool, names.text, names.length);
    if (!names.text)
        return TARE_NO_MEMORY;
    const TarePiece nobody = {.text = names.text};
    const TareMadeName first = tare_made_name_cut(&names, &nobody);
    for (TareMadeName other = first; names.length;) {
        Rule* const rule = tare_pool_take(&aliases->folder->pool, sizeof *rule);
        if (!rule)
            return TARE_NO_MEMORY;
        other = tare_made_name_cut(&names, &other.maker);
        *rule = (Rule){.is_one_way = true, .pair = {first, other}};
        if (first.model.length && other.model.length)
            add_rule(aliases, rule);
    }
    return TARE_OK;
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
    Rule* const rule = tare_pool_take(&aliases->folder->pool, sizeof *rule);
    if (!rule)
        return TARE_NO_MEMORY;
    rule->is_one_way = tare_piece_is(&key, "means");
    if (rule->is_one_way || tare_piece_is(&key, "same"))
        status = read_names(aliases, rule, rest);
    else if (tare_piece_is(&key, "drop")) {
        status = read_name(aliases, rule, &rest);
        if (status == TARE_OK)
            status = tare_alias_add_name(aliases->folder, &rule->names, "", 0);
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
static const TareAliasName* name_at(const Rule* rule, const char* words, size_t* length)
{
    const TareAliasName* found = NULL;
    *length = 0;
    for (const TareAliasName* name = rule->names; name; name = name->next) {
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

/** A set of bytes. */
typedef struct {
    bool has[256];
} Bytes;

/** With which bytes words begin. */
static Bytes first_bytes(const char* words)
{
    Bytes bytes = {{false}};
    for (; *words; words += strcspn(words, " "), words += *words == ' ')
        bytes.has[(unsigned char)*words] = true;
    return bytes;
}

/** Whether a folded word may begin with what a piece begins with; quickly, to leave most out. */
static bool may_begin(const Bytes* bytes, const TarePiece* piece)
{
    for (size_t i = 0; i < piece->length; ++i) {
        const char c = piece->text[i];
        if ((unsigned char)c >= 0x80)
            return true;
        if (tare_is_letter(tare_ascii_lower(c)) || tare_is_digit(c) || c == '+')
            return bytes->has[(unsigned char)tare_ascii_lower(c)];
    }
    return false;
}

/** Folds the names of a pair, when some words may begin with its second name. */
static TareStatus prepare(TareAliasFolder* folder, Rule* rule, const Bytes* bytes)
{
    const TareMadeName* const other = &rule->pair[1];
    return !rule->names && (may_begin(bytes, &other->model) || may_begin(bytes, &other->maker))
               ? tare_alias_fold_pair(folder, rule->pair, &rule->names)
               : TARE_OK;
}

bool tare_aliases_rewrite(const TareAliases* aliases, const char* words,
                          void (*take)(void* data, const char* words), void* data)
{
    TareText text = {0};
    const Bytes bytes = first_bytes(words);
    for (Rule* rule = aliases->first; rule; rule = rule->next) {
        if (prepare(aliases->folder, rule, &bytes) != TARE_OK) {
            text.failed = true;
            break;
        }
        for (const char* p = words; *p; p += strcspn(p, " "), p += *p == ' ') {
            size_t length = 0;
            const TareAliasName* const found = name_at(rule, p, &length);
            for (const TareAliasName* name = found ? rule->names : NULL; name; name = name->next) {
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
    }
    const bool is_whole = !text.failed;
    tare_text_clear(&text);
    return is_whole;
}
