#include "formats/pipewire_read.h"

#include "base/pool.h"
#include "corrections/correction.h"
#include "formats/contents.h"
#include "formats/gathered.h"
#include "formats/input.h"
#include "formats/pipewire_node.h"
#include "formats/tree.h"

#include <string.h>

enum {
    MAX_STEPS = 1024, ///< of a way through a graph
    MAX_MET = 256     ///< nodes that are kept in mind
};

/** A graph and how far it is read. */
typedef struct {
    TareGathered gathered;
    const TareTree *nodes, *links, *inputs;
    const TareTree* met[MAX_MET]; ///< nodes that the sound came through
    size_t n_met;
} Reader;

static void tell(const Reader* reader, TareSeverity severity, unsigned line, const char* what)
{
    tare_report(reader->gathered.reporter, severity, reader->gathered.file, line, 0, "%s", what);
}

/** Whether "node:port" is of a node. */
static bool is_of(const char* text, const TareTree* node)
{
    const char* const name = tare_tree_text(node, "name");
    const size_t n = strlen(name);
    return n && strncmp(text, name, n) == 0 && (text[n] == ':' || !text[n]);
}

static const char* port_of(const char* text)
{
    const char* const mark = strchr(text, ':');
    return mark ? mark + 1 : "";
}

static const TareTree* find_node(const Reader* reader, const char* text)
{
    const TareTree* node = reader->nodes->first;
    while (node && !is_of(text, node))
        node = node->next;
    return node;
}

/** Where the sound goes from a node that it entered at a channel: "node:port"; NULL: it leaves. */
static const char* way_on(const Reader* reader, const TareTree* node, uint32_t side)
{
    const char* found = NULL;
    for (const TareTree* link = reader->links ? reader->links->first : NULL; link;
         link = link->next) {
        const char* const output = tare_tree_text(link, "output");
        if (!is_of(output, node) || tare_pipewire_node_channel(port_of(output)) != side)
            continue;
        if (found)
            tell(reader, TARE_WARNING, link->line,
                 "link is not used: the sound goes on elsewhere too; expected one way");
        found = found ? found : tare_tree_text(link, "input");
    }
    return found;
}

/** How many links come into a node. */
static unsigned n_into(const Reader* reader, const TareTree* node)
{
    unsigned n = 0;
    for (const TareTree* link = reader->links ? reader->links->first : NULL; link;
         link = link->next)
        n += is_of(tare_tree_text(link, "input"), node);
    return n;
}

static void meet(Reader* reader, const TareTree* node)
{
    if (reader->n_met < MAX_MET)
        reader->met[reader->n_met++] = node;
}

/** Says which nodes no sound comes to. */
static void tell_unmet(const Reader* reader)
{
    for (const TareTree* node = reader->nodes->first; node && reader->n_met < MAX_MET;
         node = node->next) {
        size_t i = 0;
        while (i < reader->n_met && reader->met[i] != node)
            ++i;
        if (i == reader->n_met)
            tell(reader, TARE_WARNING, node->line,
                 "node is not used: no sound comes to it; expected a link to it");
    }
}

/** Follows the sound from "node:port" to where it leaves. */
static void follow(Reader* reader, const char* at, TareChannel channel)
{
    const TareTree* node = *at ? find_node(reader, at) : reader->nodes->first;
    unsigned n_steps = 0;
    for (; node && n_steps < MAX_STEPS; ++n_steps) {
        const uint32_t side = tare_pipewire_node_channel(port_of(at));
        meet(reader, node);
        if (tare_tree_is(tare_tree_get(node, "label"), "mixer") && n_into(reader, node) > 1)
            tell(reader, TARE_WARNING, node->line,
                 "node is not used: it mixes sounds; expected filters for each channel");
        else
            tare_pipewire_node(&reader->gathered, node, side, channel);
        at = way_on(reader, node, side);
        if (!at)
            return;
        node = find_node(reader, at);
    }
    tell(reader, TARE_WARNING, reader->nodes->line,
         node ? "the links run in a circle; expected a way to the end"
              : "a link or an end names no node; expected one of those there");
}

static void read_graph(Reader* reader, const TareTree* graph)
{
    static const TareChannel sides[] = {TARE_CHANNEL_LEFT, TARE_CHANNEL_RIGHT};
    reader->nodes = tare_tree_get(graph, "nodes");
    reader->links = tare_tree_get(graph, "links");
    reader->inputs = tare_tree_get(graph, "inputs");
    const TareTree* const first = reader->inputs ? reader->inputs->first : NULL;
    const TareTree* const param_eq =
        tare_tree_is(tare_tree_get(reader->nodes->first, "label"), "param_eq")
            ? reader->nodes->first
            : NULL;
    if (!first && param_eq) { /* all channels that it has */
        meet(reader, param_eq);
        tare_pipewire_node(&reader->gathered, param_eq, 0, TARE_CHANNEL_LEFT);
        tare_pipewire_node(&reader->gathered, param_eq, 1, TARE_CHANNEL_RIGHT);
    } else if (!first || !first->next) {
        follow(reader, first ? first->text : "", TARE_CHANNEL_BOTH);
    } else {
        unsigned i = 0;
        for (const TareTree* input = first; input; input = input->next, ++i)
            if (i < TARE_MAX_CHANNELS)
                follow(reader, input->text, sides[i]);
            else
                tell(reader, TARE_NOTE, input->line,
                     "input is not used: headphones have no such channel; expected two");
    }
}

/** The first map that has nodes, in whatever it is; further ones are told. */
static const TareTree* find_graph(const Reader* reader, const TareTree* part, const TareTree* found)
{
    const TareTree* const nodes = tare_tree_get(part, "nodes");
    if (nodes && nodes->kind == TARE_TREE_LIST && nodes->first) {
        if (!found)
            return part;
        tell(reader, TARE_WARNING, nodes->line,
             "graph is not used: there is one before it; expected one in a file");
        return found;
    }
    for (const TareTree* inner = part->first; inner; inner = inner->next)
        found = find_graph(reader, inner, found);
    return found;
}

/** Whether a text has a key with a list behind it. */
static bool has_list(const char* text, const char* key)
{
    for (const char* at = strstr(text, key); at; at = strstr(at + 1, key)) {
        const char* const behind = at + strlen(key);
        if (behind[strspn(behind, "\" \t\r\n=:")] == '[')
            return true;
    }
    return false;
}

bool tare_pipewire_read_knows(const char* text, size_t length)
{
    (void)length;
    return (has_list(text, "nodes") &&
            (strstr(text, "builtin") || strstr(text, "lv2") || strstr(text, "ladspa"))) ||
           strstr(text, "libpipewire-module-parametric-equalizer");
}

static TareStatus read_tree(Reader* reader, const TareTree* root)
{
    const TareTree* const graph = root ? find_graph(reader, root, NULL) : NULL;
    if (!graph) {
        tell(reader, TARE_ERROR, 0,
             "there are no nodes of a filter-chain; expected some, or the file with filters that "
             "this one names");
        return TARE_NOT_FOUND;
    }
    read_graph(reader, graph);
    tell_unmet(reader);
    return TARE_OK;
}

TareStatus tare_pipewire_read(TareContents* contents, const TareFormatInput* input,
                              const TareReporter* reporter)
{
    static const TareGatheredOrigin origin = {"pipewire", "filter-chain of PipeWire", false};
    TareTree* root = NULL;
    TarePool pool = {0};
    Reader reader = {.gathered = {.file = input->file, .reporter = reporter, .rate_hz = -1.0}};
    TareCorrection correction = {.entry.kind = TARE_KIND_USER};
    *contents = (TareContents){0};
    TareStatus status = tare_tree_read_spa(&root, &pool, input, reporter);
    if (status == TARE_OK)
        status = read_tree(&reader, root);
    if (status == TARE_OK) {
        reader.gathered.rate_hz = reader.gathered.rate_hz < 0.0 ? 48000.0 : reader.gathered.rate_hz;
        correction.set.reference_rate_hz = reader.gathered.rate_hz;
        status = tare_gathered_finish(&reader.gathered, contents, &correction, &origin);
    }
    if (status != TARE_OK)
        tare_contents_clear(contents);
    tare_gathered_clear(&reader.gathered);
    tare_pool_clear(&pool);
    return status;
}
