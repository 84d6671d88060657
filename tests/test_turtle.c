/* Turtle as it is written, read back by serd. */

#include "fakes/failing_malloc.h"
#include "helpers/check.h"
#include "helpers/noise.h"
#include "lv2/turtle.h"

#include <serd/serd.h>
#include <stdlib.h>

/* What serd reads */

typedef struct {
    unsigned n;
    char predicate[64], object[600]; ///< of the last statement
} Read;

static SerdStatus take_statement(void* handle, SerdStatementFlags flags, const SerdNode* graph,
                                 const SerdNode* subject, const SerdNode* predicate,
                                 const SerdNode* object, const SerdNode* datatype,
                                 const SerdNode* language)
{
    (void)flags;
    (void)graph;
    (void)subject;
    (void)datatype;
    (void)language;
    Read* const read = handle;
    ++read->n;
    snprintf(read->predicate, sizeof read->predicate, "%s", (const char*)predicate->buf);
    snprintf(read->object, sizeof read->object, "%s", (const char*)object->buf);
    return SERD_SUCCESS;
}

static Read read_turtle(const char* text)
{
    Read read = {0};
    SerdReader* const reader =
        serd_reader_new(SERD_TURTLE, &read, NULL, NULL, NULL, take_statement, NULL);
    CHECK(serd_reader_read_string(reader, (const uint8_t*)text) == SERD_SUCCESS);
    serd_reader_free(reader);
    return read;
}

/** A document in memory. */
typedef struct {
    TareTurtle* turtle;
    FILE* out;
    char* text;
    size_t length;
} Memory;

static void begin(Memory* memory)
{
    *memory = (Memory){0};
    memory->out = open_memstream(&memory->text, &memory->length);
    memory->turtle = memory->out ? tare_turtle_new(memory->out) : NULL;
}

/** The text is to be freed. */
static bool end(Memory* memory)
{
    const bool is_good = tare_turtle_close(memory->turtle);
    fclose(memory->out);
    return is_good;
}

static void check_text_comes_back(const char* text, const char* wanted)
{
    Memory memory;
    begin(&memory);
    REQUIRE(memory.turtle != NULL);
    tare_turtle_text(memory.turtle, "<urn:a>", "<urn:b>", text);
    CHECK(end(&memory));
    const Read read = read_turtle(memory.text);
    CHECK(read.n == 1);
    CHECK_STR(read.predicate, "urn:b");
    CHECK_STR(read.object, wanted);
    free(memory.text);
}

static void test_texts_come_back(void)
{
    static const char* const texts[] = {"",      "plain",      "it's \"so\"",
                                        "\\",    "a\nb\tc\rd", "caf\xC3\xA9 \xF0\x9F\x8E\xA7",
                                        "\"end", "\\n \\u0041"};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; ++i)
        check_text_comes_back(texts[i], texts[i]);
}

static void test_quotes_that_old_readers_do_not_understand_become_others(void)
{
    check_text_comes_back("a\"\"b", "a\xE2\x80\x9D\"b");
    check_text_comes_back("\"\\", "\xE2\x80\x9D\\");
    check_text_comes_back("\"\"\"", "\xE2\x80\x9D\xE2\x80\x9D\"");
}

static void test_texts_as_chance_has_them_come_back(void)
{
    static const char* const parts[] = {"a", " ", "'", "\\", "\n", "\t", "\xC3\xA9", "#", "@", "<"};
    uint64_t state = 23;
    for (unsigned round = 0; round < 300; ++round) {
        char text[200] = "";
        for (size_t n = noise_below(&state, 40); n > 0; --n)
            strcat(text, parts[noise_below(&state, sizeof parts / sizeof parts[0])]);
        check_text_comes_back(text, text);
    }
}

static void test_numbers_have_a_point_and_are_short(void)
{
    static const struct {
        float value;
        const char* text;
    } cases[] = {{0.0f, "0.0"},
                 {-0.0f, "0.0"},
                 {1.0f, "1.0"},
                 {-6.5f, "-6.5"},
                 {0.1f, "0.1"},
                 {20000.0f, "20000.0"},
                 {0.70710677f, "0.70710677"},
                 {1e6f, "1000000.0"},
                 {-0.01f, "-0.01"},
                 {0.05f, "0.05"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; ++i) {
        char text[32];
        tare_turtle_format(text, sizeof text, cases[i].value);
        CHECK_STR(text, cases[i].text);
    }
}

static void test_numbers_read_back_equal_and_could_not_be_shorter(void)
{
    uint32_t state = 31;
    for (unsigned i = 0; i < 20000; ++i) {
        const float value = (float)(pow(10, 4 * (double)noise_sample(&state) + 2) *
                                    (noise_next(&state) % 2 ? 1 : -1));
        char text[32], shorter[40];
        tare_turtle_format(text, sizeof text, value);
        CHECK(strtof(text, NULL) == value);
        const int decimals = (int)strlen(strchr(text, '.') + 1);
        snprintf(shorter, sizeof shorter, "%.*f", decimals - 1, (double)value);
        CHECK(decimals == 1 || strtof(shorter, NULL) != value);
    }
}

/** Without the empty line at the end, which serd writes until 0.30 and no more from 0.32 on. */
static const char* trimmed(char* text)
{
    const size_t length = strlen(text);
    if (length > 1 && text[length - 1] == '\n' && text[length - 2] == '\n')
        text[length - 1] = '\0';
    return text;
}

static void test_objects_without_a_name(void)
{
    Memory memory;
    begin(&memory);
    REQUIRE(memory.turtle != NULL);
    tare_turtle_prefix(memory.turtle, "x", "urn:x:");
    tare_turtle_type(memory.turtle, "<urn:a>", "x:Thing");
    tare_turtle_begin(memory.turtle, "<urn:a>", "x:port");
    tare_turtle_text(memory.turtle, NULL, "x:symbol", "gain");
    tare_turtle_number(memory.turtle, NULL, "x:value", -1.5f);
    tare_turtle_end(memory.turtle);
    tare_turtle_node(memory.turtle, "<urn:a>", "x:see", "<tare.so>");
    CHECK(end(&memory));
    CHECK_STR(trimmed(memory.text), "@prefix x: <urn:x:> .\n\n<urn:a>\n\ta x:Thing ;\n\tx:port [\n"
                                    "\t\tx:symbol \"gain\" ;\n\t\tx:value -1.5\n\t] ;\n"
                                    "\tx:see <tare.so> .\n");
    free(memory.text);
}

static void test_statements_are_copied(void)
{
    Memory memory;
    begin(&memory);
    REQUIRE(memory.turtle != NULL);
    CHECK(tare_turtle_copy(memory.turtle, "@prefix x: <urn:x:> . # a remark\n<urn:a> x:b 'c' ."));
    CHECK(end(&memory));
    const Read read = read_turtle(memory.text);
    CHECK(read.n == 1);
    CHECK_STR(read.object, "c");
    free(memory.text);
}

static void test_what_is_no_turtle_spoils_the_document(void)
{
    Memory memory;
    begin(&memory);
    REQUIRE(memory.turtle != NULL);
    CHECK(!tare_turtle_copy(memory.turtle, "<urn:a> <urn:b> nonsense .\n"));
    tare_turtle_text(memory.turtle, "<urn:a>", "<urn:b>", "good");
    CHECK(!end(&memory));
    free(memory.text);
    begin(&memory);
    tare_turtle_fail(memory.turtle);
    CHECK(!end(&memory));
    free(memory.text);
    CHECK(!tare_turtle_close(NULL));
}

static void test_failed_allocations_of_texts(void)
{
    for (unsigned n = 1;; ++n) {
        Memory memory = {0};
        memory.out = open_memstream(&memory.text, &memory.length);
        failing_malloc_start(n);
        memory.turtle = tare_turtle_new(memory.out);
        if (memory.turtle)
            tare_turtle_text(memory.turtle, "<urn:a>", "<urn:b>", "text");
        const unsigned n_asked = failing_malloc_stop();
        CHECK(end(&memory) == (n_asked < n));
        free(memory.text);
        if (n_asked < n)
            break;
    }
}

int main(void)
{
    RUN(test_texts_come_back);
    RUN(test_quotes_that_old_readers_do_not_understand_become_others);
    RUN(test_texts_as_chance_has_them_come_back);
    RUN(test_numbers_have_a_point_and_are_short);
    RUN(test_numbers_read_back_equal_and_could_not_be_shorter);
    RUN(test_objects_without_a_name);
    RUN(test_statements_are_copied);
    RUN(test_what_is_no_turtle_spoils_the_document);
    RUN(test_failed_allocations_of_texts);
    return check_done();
}
