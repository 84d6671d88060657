#include "make/same_table.h"

#include "base/file.h"
#include "base/text.h"
#include "make/same_words.h"
#include "names/piece.h"
#include "names/product_words.h"

#include <stdlib.h>
#include <string.h>

enum { MAX_FILE_BYTES = 1 << 20 };

static const char* const kinds[TARE_N_SAME_KINDS] = {"maker", "line",  "product",
                                                     "state", "apart", "form"};

TareSame* tare_same_new(void)
{
    TareSame* const same = calloc(1, sizeof *same);
    if (same)
        same->end = &same->names;
    return same;
}

void tare_same_free(TareSame* same)
{
    if (!same)
        return;
    tare_pool_clear(&same->pool);
    free(same);
}

/** A rule that is being read. */
typedef struct {
    TareSame* same;
    TareSameKind kind;
    TareForm form;
    const char *brand, *reason;  ///< NULL is none
    TareSameName *first, **last; ///< of its names; where the next one goes
} Rule;

/** A piece as a text in the pool. */
static const char* keep(TareSame* same, const TarePiece* piece)
{
    return tare_pool_copy(&same->pool, piece->text, piece->length);
}

/** Whether names of a kind are "MAKER: NAME"; the maker of the name before goes without saying. */
static bool has_makers(TareSameKind kind)
{
    return kind != TARE_SAME_MAKER && kind != TARE_SAME_STATE;
}

static void set_name_words(const TareSame* same, const TareSameName* name, TareText* words)
{
    if (has_makers(name->kind)) {
        tare_same_words(same, name->kind, words, name->brand, name->model);
        return;
    }
    tare_product_words_set(words, name->kind == TARE_SAME_MAKER ? name->brand : name->model);
    if (name->kind == TARE_SAME_MAKER)
        tare_product_words_end_maker(words);
}

/** Sets the words of a name and its key; false when memory is short. */
static bool set_words(TareSame* same, TareSameName* name)
{
    TareText words = {0}, key = {0}, folded = {0};
    set_name_words(same, name, &words);
    if (!words.failed)
        tare_product_words_join(&key, words.data);
    tare_same_fold(&folded, name->brand ? name->brand : "", name->model ? name->model : "");
    if (!words.failed && !key.failed && !folded.failed) {
        name->folded = tare_pool_copy(&same->pool, folded.data, folded.length);
        name->words = tare_pool_copy(&same->pool, words.data, words.length);
        name->key = tare_pool_copy(&same->pool, key.data, key.length);
    }
    tare_text_clear(&words);
    tare_text_clear(&key);
    tare_text_clear(&folded);
    return name->words && name->key && name->folded;
}

/** Whether another rule of the kind has the name already, or this one spells it so. */
static bool is_known(const Rule* rule, const TareSameName* name)
{
    for (const TareSameName* other = rule->same->names; other; other = other->next)
        if (other->kind == name->kind && !strcmp(other->key, name->key))
            return true;
    for (const TareSameName* other = rule->first; other; other = other->next)
        if (!strcmp(other->folded, name->folded))
            return true;
    return false;
}

/** Whether a text has a letter or a digit; not so when memory is short. */
static bool has_word(const char* text)
{
    TareText words = {0};
    tare_product_words_set(&words, text);
    const bool is_there = !words.failed && words.length > 0;
    tare_text_clear(&words);
    return is_there;
}

/** Sets the maker of a name, which may stand before a colon, else is that of the name before; cuts
   it off. */
static TareStatus read_maker(Rule* rule, TarePiece* piece)
{
    if (!has_makers(rule->kind))
        return TARE_OK;
    if (tare_piece_has(piece, ':')) {
        const TarePiece maker = tare_piece_cut(piece, ':');
        *piece = tare_piece_trimmed(*piece);
        rule->brand = keep(rule->same, &maker);
        return rule->brand ? TARE_OK : TARE_NO_MEMORY;
    }
    return rule->brand ? TARE_OK : tare_piece_complain(piece, "no maker; expected 'MAKER: NAME'");
}

/** Puts a name behind those of the rule, when it is one and new. */
static TareStatus add_name(Rule* rule, TareSameName* name, const char* text, const TarePiece* piece)
{
    const bool is_maker = rule->kind == TARE_SAME_MAKER;
    *name = (TareSameName){.kind = rule->kind,
                           .form = rule->form,
                           .brand = is_maker ? text : rule->brand,
                           .model = is_maker ? NULL : text,
                           .reason = rule->reason,
                           .first = rule->first ? rule->first : name};
    if (!set_words(rule->same, name))
        return TARE_NO_MEMORY;
    if (!has_word(text))
        return tare_piece_complain(piece, "no letter or digit; expected a name");
    if (is_known(rule, name))
        return tare_piece_complain(piece, "a name that stands in a rule of this kind already; "
                                          "expected each once");
    *(rule->first ? rule->last : &rule->first) = name;
    rule->last = &name->next;
    return TARE_OK;
}

static TareStatus read_name(Rule* rule, const TarePiece* piece)
{
    TarePiece model = *piece;
    const TareStatus status = read_maker(rule, &model);
    if (status != TARE_OK)
        return status;
    TareSameName* const name = tare_pool_take(&rule->same->pool, sizeof *name);
    const char* const text = keep(rule->same, &model);
    return name && text ? add_name(rule, name, text, &model) : TARE_NO_MEMORY;
}

/** Whether a rule of a kind may have one name: how far that of a maker goes, or how a product is
    spelled, is told by it alone. */
static bool may_stand_alone(TareSameKind kind)
{
    return kind == TARE_SAME_MAKER || kind == TARE_SAME_PRODUCT || kind == TARE_SAME_FORM;
}

/** Names with "=" between them. */
static TareStatus read_names(Rule* rule, TarePiece rest)
{
    TareStatus status = TARE_OK;
    bool more = true;
    while (more && status == TARE_OK) {
        more = tare_piece_has(&rest, '=');
        const TarePiece piece = tare_piece_cut(&rest, '=');
        status = read_name(rule, &piece);
    }
    if (status == TARE_OK && !may_stand_alone(rule->kind) && rule->first && !rule->first->next)
        return tare_piece_complain(&rest, "one name; expected others of the same behind '='");
    return status;
}

static TareStatus read_form(Rule* rule, TarePiece* rest)
{
    char word[16] = "";
    const TarePiece piece = tare_piece_cut(rest, ' ');
    if (piece.length < sizeof word)
        memcpy(word, piece.text, piece.length);
    *rest = tare_piece_trimmed(*rest);
    rule->form = tare_form_find(word);
    return rule->form == TARE_FORM_UNKNOWN
               ? tare_piece_complain(
                     &piece, "unknown form; expected 'over-ear', 'on-ear', 'in-ear' or 'earbud'")
               : TARE_OK;
}

static TareStatus read_rule(Rule* rule, TarePiece rest)
{
    TarePiece reason = rest;
    rest = tare_piece_cut(&reason, ';');
    reason = tare_piece_trimmed(reason);
    if (!reason.length)
        return tare_piece_complain(&reason, "no reason; expected one behind ';'");
    rule->reason = keep(rule->same, &reason);
    TareStatus status = rule->reason ? TARE_OK : TARE_NO_MEMORY;
    if (status == TARE_OK && rule->kind == TARE_SAME_FORM)
        status = read_form(rule, &rest);
    return status == TARE_OK ? read_names(rule, rest) : status;
}

static TareStatus read_line(void* data, TarePiece rest)
{
    TareSame* const same = data;
    const TarePiece key = tare_piece_cut(&rest, ' ');
    Rule rule = {.same = same};
    while (rule.kind < TARE_N_SAME_KINDS && !tare_piece_is(&key, kinds[rule.kind]))
        ++rule.kind;
    if (rule.kind == TARE_N_SAME_KINDS)
        return tare_piece_complain(&key, "unknown key; expected 'maker', 'line', 'product', "
                                         "'state', 'apart' or 'form'");
    if (rule.kind < same->last)
        return tare_piece_complain(&key, "rule behind one of a later kind; expected makers, lines, "
                                         "products, states, those apart, and forms in this order");
    const TareStatus status = read_rule(&rule, tare_piece_trimmed(rest));
    if (status != TARE_OK)
        return status;
    *same->end = rule.first;
    same->end = rule.last;
    same->last = rule.kind;
    return TARE_OK;
}

TareStatus tare_same_add_text(TareSame* same, const char* name, const char* text, size_t length,
                              const TareReporter* reporter)
{
    return tare_piece_read_lines(read_line, same, name, text, length, reporter);
}

static TareStatus read_text(void* same, const char* path, const char* text, size_t length,
                            const TareReporter* reporter)
{
    return tare_same_add_text(same, path, text, length, reporter);
}

TareStatus tare_same_add_file(TareSame* same, const char* path, const TareReporter* reporter)
{
    return tare_file_read_by(read_text, same, path, MAX_FILE_BYTES, reporter);
}
