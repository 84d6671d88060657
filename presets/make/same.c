#include "make/same.h"

#include "base/text.h"
#include "make/same_words.h"
#include "names/product_words.h"

#include <stdlib.h>
#include <string.h>

/* Variants of more parts keep the order of these. */
enum { MAX_PARTS = 16 };

/** Whether a name is kept as it is, by its folded form. */
static bool is_apart(const TareSame* same, const char* folded)
{
    for (const TareSameName* name = same ? same->names : NULL; name; name = name->next)
        if (name->kind == TARE_SAME_APART && !strcmp(name->folded, folded))
            return true;
    return false;
}

bool tare_same_key(const TareSame* same, TareText* key, const char* brand, const char* model)
{
    TareText words = {0}, folded = {0};
    tare_same_fold(&folded, brand, model);
    if (!folded.failed && is_apart(same, folded.data)) {
        tare_text_append(key, "=", 1); /* in no other key */
        tare_text_append(key, folded.data, folded.length);
    } else if (!folded.failed) {
        tare_same_words(same, TARE_N_SAME_KINDS, &words, brand, model);
        if (!words.failed)
            tare_product_words_join(key, words.data);
    }
    key->failed = key->failed || folded.failed || words.failed;
    tare_text_clear(&words);
    tare_text_clear(&folded);
    return !key->failed;
}

bool tare_same_maker_key(const TareSame* same, TareText* key, const char* brand)
{
    TareText words = {0};
    size_t maker = 0, length = 0;
    tare_product_words_set(&words, brand);
    tare_product_words_end_maker(&words);
    if (!words.failed && tare_same_name_at(same, TARE_SAME_MAKER, words.data, &length) &&
        length == words.length)
        tare_same_apply(same, TARE_SAME_MAKER, &words, &maker);
    if (!words.failed)
        tare_product_words_join(key, words.data);
    key->failed = key->failed || words.failed;
    tare_text_clear(&words);
    return !key->failed;
}

/** Puts the first words of each rule about states in place of the others. */
static void apply_states(const TareSame* same, TareText* words)
{
    for (size_t at = 0; !words->failed && at < words->length;) {
        size_t length = 0;
        const TareSameName* const name =
            tare_same_name_at(same, TARE_SAME_STATE, words->data + at, &length);
        if (name) {
            tare_same_replace(words, at, length, name->first->words);
            length = strlen(name->first->words);
        }
        at += name ? length : 0;
        if (!words->failed)
            at += strcspn(words->data + at, " ");
        at += 1;
    }
}

static int compare_parts(const void* a, const void* b)
{
    return strcmp(((const TareText*)a)->data, ((const TareText*)b)->data);
}

/** The key of a part of a variant. */
static void set_part(const TareSame* same, TareText* key, const char* part, size_t length)
{
    char* const copy = tare_text_copy(part, length);
    TareText words = {0};
    if (copy)
        tare_product_words_set(&words, copy);
    key->failed = !copy || words.failed;
    if (!key->failed) {
        apply_states(same, &words);
        key->failed = words.failed;
    }
    if (!key->failed)
        tare_product_words_join(key, words.data);
    tare_text_clear(&words);
    free(copy);
}

bool tare_same_variant_key(const TareSame* same, TareText* key, const char* variant)
{
    TareText parts[MAX_PARTS] = {{0}};
    size_t n = 0;
    tare_text_append(key, "", 0);
    for (const char* p = variant ? variant : ""; *p && !key->failed; ++n) {
        const size_t length = n + 1 < MAX_PARTS ? strcspn(p, ",") : strlen(p);
        set_part(same, &parts[n], p, length);
        key->failed = parts[n].failed;
        p += length + (p[length] == ',');
    }
    if (!key->failed && n > 1)
        qsort(parts, n, sizeof *parts, compare_parts);
    for (size_t i = 0; i < n; ++i) {
        if (!key->failed) {
            tare_text_append(key, i ? "," : "", i ? 1 : 0);
            tare_text_append(key, parts[i].data, parts[i].length);
        }
        tare_text_clear(&parts[i]);
    }
    return !key->failed;
}

/** How many bytes of a name, whole words of it and not less than `least`, have the words of a
    maker; 0 when none have. The longest. */
static size_t length_of_maker(const char* name, size_t least, const TareSameName* maker,
                              bool* failed)
{
    size_t found = 0;
    for (size_t end = least; !*failed; end += 1 + strcspn(name + end + 1, " ")) {
        TareText words = {0}, key = {0};
        char* const part = tare_text_copy(name, end);
        if (part)
            tare_product_words_set(&words, part);
        *failed = !part || words.failed;
        if (!*failed) {
            tare_product_words_end_maker(&words);
            tare_product_words_join(&key, words.data);
            *failed = key.failed;
        }
        if (!*failed && !strcmp(key.data, maker->key))
            found = end;
        tare_text_clear(&words);
        tare_text_clear(&key);
        free(part);
        if (!name[end])
            break;
    }
    return found;
}

/** The maker that the table has for a name, and how much of the name says it. */
static const TareSameName* find_maker(const TareSame* same, const char* name, const char* words,
                                      size_t least, size_t* length, bool* failed)
{
    size_t n = 0;
    const TareSameName* const maker = tare_same_name_at(same, TARE_SAME_MAKER, words, &n);
    *length = maker ? length_of_maker(name, least, maker, failed) : 0;
    return *length && name[*length] ? maker->first : NULL;
}

/** The rule about a whole product that a name is one of. */
static const TareSameName* find_product(const TareSame* same, const char* brand, const char* model,
                                        bool* failed)
{
    TareText words = {0};
    size_t length = 0;
    tare_same_words(same, TARE_SAME_PRODUCT, &words, brand, model);
    *failed = *failed || words.failed;
    const TareSameName* const product =
        words.failed ? NULL : tare_same_name_at(same, TARE_SAME_PRODUCT, words.data, &length);
    const bool is_whole = product && length == words.length;
    tare_text_clear(&words);
    return is_whole ? product->first : NULL;
}

/** Takes the part of a variant from `start` on, and the comma at it, away. */
static bool cut_part(const char** variant, size_t start, size_t length)
{
    TareText rest = {0};
    const char* const text = *variant;
    const char* after = text + start + length;
    after += *after == ',';
    after += strspn(after, " ");
    tare_text_append(&rest, text, start);
    tare_text_append(&rest, after, strlen(after));
    while (rest.length && !rest.failed && !*after && strchr(", ", rest.data[rest.length - 1]))
        rest.data[--rest.length] = '\0';
    const bool is_good = !rest.failed && tare_text_set_part(variant, rest.data, rest.length);
    tare_text_clear(&rest);
    return is_good;
}

/** The rule about a product whose name a part of a variant belongs to: "Pods (2nd Gen)". The part
   is taken away. */
static const TareSameName* find_product_with_part(const TareSame* same, const char* brand,
                                                  const char* model, const char** variant,
                                                  bool* failed)
{
    const TareSameName* found = NULL;
    for (size_t start = 0; *variant && (*variant)[start] && !found && !*failed;) {
        const size_t length = strcspn(*variant + start, ",");
        TareText name = {0};
        tare_text_format(&name, "%s %.*s", model, (int)length, *variant + start);
        *failed = name.failed;
        found = name.failed ? NULL : find_product(same, brand, name.data, failed);
        tare_text_clear(&name);
        if (found)
            *failed = !cut_part(variant, start, length);
        else
            start += length + ((*variant)[start + length] == ',');
    }
    return found;
}

/** Spells the maker as the table does, who may stand in the beginning of the model too. */
static bool spell_maker(const TareSame* same, const char** brand, const char** model)
{
    TareText name = {0}, words = {0};
    size_t length = 0;
    tare_text_format(&name, "%s %s", *brand, *model);
    if (!name.failed)
        tare_product_words_set(&words, name.data);
    bool failed = name.failed || words.failed;
    const TareSameName* const maker =
        failed ? NULL : find_maker(same, name.data, words.data, strlen(*brand), &length, &failed);
    if (!failed && maker)
        failed = !tare_text_set(model, name.data + length + strspn(name.data + length, " ")) ||
                 !tare_text_set(brand, maker->brand);
    tare_text_clear(&name);
    tare_text_clear(&words);
    return !failed;
}

/** Makes what a product's name ends with in brackets a part of the variant, the first one. */
static bool move_brackets(const char** model, const char** variant)
{
    const char* const open = strrchr(*model, '(');
    const size_t length = strlen(*model);
    if (!open || open == *model || (*model)[length - 1] != ')')
        return true;
    TareText parts = {0};
    tare_text_append(&parts, open + 1, (size_t)(*model + length - 1 - (open + 1)));
    if (*variant)
        tare_text_format(&parts, ", %s", *variant);
    size_t n = (size_t)(open - *model);
    while (n > 0 && (*model)[n - 1] == ' ')
        --n;
    char* const bare = tare_text_copy(*model, n);
    const bool is_good =
        bare && !parts.failed && tare_text_set(variant, parts.data) && tare_text_set(model, bare);
    free(bare);
    tare_text_clear(&parts);
    return is_good;
}

bool tare_same_spell(const TareSame* same, const char** brand, const char** model,
                     const char** variant)
{
    bool failed = false;
    const TareSameName* product = find_product_with_part(same, *brand, *model, variant, &failed);
    if (!product && !failed)
        product = find_product(same, *brand, *model, &failed);
    if (failed)
        return false;
    return product ? tare_text_set(brand, product->brand) && tare_text_set(model, product->model) &&
                         move_brackets(model, variant)
                   : spell_maker(same, brand, model);
}

TareForm tare_same_form(const TareSame* same, const char* key)
{
    for (const TareSameName* name = same ? same->names : NULL; name; name = name->next)
        if (name->kind == TARE_SAME_FORM && !strcmp(name->key, key))
            return name->form;
    return TARE_FORM_UNKNOWN;
}

/** The name of a rule about products apart by its key; NULL when there is none. */
static const TareSameName* find_apart(const TareSame* same, const char* key,
                                      const TareSameName* first)
{
    for (const TareSameName* name = same ? same->names : NULL; name; name = name->next)
        if (name->kind == TARE_SAME_APART && key[0] == '=' && !strcmp(name->folded, key + 1) &&
            (!first || name->first == first))
            return name;
    return NULL;
}

const char* tare_same_apart(const TareSame* same, const char* key, const char* other)
{
    const TareSameName* const name = find_apart(same, key, NULL);
    return name && find_apart(same, other, name->first) ? name->reason : NULL;
}
