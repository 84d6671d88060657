#include "cli/frame/option_reader.h"

#include "cli/frame/option.h"

#include <string.h>

TareOptionReader tare_option_reader(const TareOption* options, TareArguments words)
{
    return (TareOptionReader){.options = options, .words = words};
}

/** Finds an option by its name, or by its letter when the name is NULL. */
static bool find(TareOptionReader* reader, const char* name, size_t length, char letter)
{
    TareOptionWalk walk = tare_option_walk(reader->options);
    while (tare_option_walk_next(&walk)) {
        const TareOption* const option = walk.option;
        const bool is_found =
            name ? strlen(option->name) == length && strncmp(option->name, name, length) == 0
                 : option->letter != '\0' && option->letter == letter;
        if (!is_found)
            continue;
        reader->option = option;
        reader->offset = walk.offset;
        return true;
    }
    return false;
}

/** The option has been found; `attached` is the value behind "=" or behind the letter, NULL when
    there is none. */
static TareReadKind read_value(TareOptionReader* reader, char* attached)
{
    reader->text = attached;
    if (reader->option->kind == TARE_OPTION_FLAG)
        return attached ? TARE_READ_FLAG_VALUE : TARE_READ_OPTION;
    if (attached)
        return TARE_READ_OPTION;
    if (reader->position >= reader->words.n)
        return TARE_READ_NO_VALUE;
    reader->text = reader->words.texts[reader->position++];
    return TARE_READ_OPTION;
}

static TareReadKind unknown(TareOptionReader* reader)
{
    reader->letters = NULL;
    reader->text = reader->words.texts[reader->position - 1];
    return TARE_READ_UNKNOWN;
}

static TareReadKind read_letter(TareOptionReader* reader)
{
    char* const letter = reader->letters;
    if (!find(reader, NULL, 0, *letter))
        return unknown(reader);
    char* const rest = letter[1] != '\0' ? letter + 1 : NULL;
    const bool is_flag = reader->option->kind == TARE_OPTION_FLAG;
    reader->letters = is_flag ? rest : NULL;
    return read_value(reader, is_flag ? NULL : rest);
}

static TareReadKind read_long(TareOptionReader* reader, char* name)
{
    const size_t length = strcspn(name, "=");
    if (!find(reader, name, length, '\0'))
        return unknown(reader);
    return read_value(reader, name[length] == '=' ? name + length + 1 : NULL);
}

static bool is_help(const char* text)
{
    return strcmp(text, "--help") == 0 || strcmp(text, "-h") == 0;
}

TareReadKind tare_option_reader_next(TareOptionReader* reader)
{
    if (reader->letters)
        return read_letter(reader);
    if (reader->position >= reader->words.n)
        return TARE_READ_END;
    char* const word = reader->words.texts[reader->position++];
    if (!reader->is_past_options && strcmp(word, "--") == 0) {
        reader->is_past_options = true;
        return tare_option_reader_next(reader);
    }
    if (reader->is_past_options || word[0] != '-' || word[1] == '\0') {
        reader->text = word;
        return TARE_READ_OPERAND;
    }
    if (is_help(word))
        return TARE_READ_HELP;
    if (word[1] == '-')
        return read_long(reader, word + 2);
    reader->letters = word + 1;
    return read_letter(reader);
}
