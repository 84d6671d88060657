#include "review/review_rules.h"

#include "base/ascii.h"
#include "base/text.h"
#include "corrections/evidence.h"
#include "review/bearers.h"
#include "review/clause_filter.h"
#include "review/directions.h"
#include "review/fault_sentences.h"
#include "review/findings.h"
#include "review/joints.h"
#include "review/normalise.h"
#include "review/other_product.h"
#include "review/pairs.h"
#include "review/retractions.h"
#include "review/sentences.h"
#include "review/sequels.h"
#include "review/vetoes.h"

#include <math.h>
#include <string.h>

/** What is being read, and into what. */
typedef struct {
    const TareProse* prose;
    const TareSentence* sentence;
    TareSentence* next;       ///< the sentence behind it; NULL at the end
    const TareVetoes* vetoes; ///< in the sentence
    size_t sentence_place;    ///< in the source
    unsigned sentence_line;   ///< of that place
    unsigned n_sentence;
    TareDirection* last;  ///< that the sentence before ended with
    double sign_of_nouns; ///< what corrects the nouns of the sentence before that this one lists
    size_t told;          ///< the figure that the sentence before told, behind the last when none
    TareFindings* findings;
} Reader;

static unsigned count_lines(const char* text, size_t from, size_t to)
{
    unsigned n = 0;
    for (size_t i = from; i < to; ++i)
        n += text[i] == '\n';
    return n;
}

/** The words of the source from one token to another, both included; NULL when memory is short. */
static char* quote(const Reader* reader, size_t first, size_t last)
{
    const TareProse* const prose = reader->prose;
    const TareSentence* const sentence = reader->sentence;
    const uint32_t* const origin = sentence->origin;
    const size_t from = origin[sentence->tokens[first].start];
    size_t to = origin[sentence->tokens[last].end - 1] + 1;
    while (to < prose->length && ((unsigned char)prose->text[to] & 0xc0) == 0x80)
        ++to; /* the rest of a character that became one byte */
    char* const copy = tare_text_copy(prose->text + from, to - from);
    for (char* c = copy; c && *c; ++c)
        *c = *c == '\n' ? ' ' : *c;
    return copy;
}

static unsigned line_of(const Reader* reader, size_t token)
{
    const TareSentence* const sentence = reader->sentence;
    const size_t place = sentence->origin[sentence->tokens[token].start];
    return reader->sentence_line + count_lines(reader->prose->text, reader->sentence_place, place);
}

static bool make_evidence(const Reader* reader, const TareClause* clause, TareEvidence* evidence)
{
    const TareProse* const prose = reader->prose;
    *evidence = (TareEvidence){
        .file = tare_text_copy(prose->file, strlen(prose->file)),
        .section = tare_text_copy(prose->section, strlen(prose->section)),
        .line = line_of(reader, clause->first),
        .text = quote(reader, clause->first, clause->last),
    };
    if (evidence->file && evidence->section && evidence->text)
        return true;
    tare_evidence_clear(evidence);
    return false;
}

static void leave_out(const Reader* reader, const TareClause* clause, TareReason reason)
{
    tare_findings_leave_out(reader->findings, line_of(reader, clause->first),
                            quote(reader, clause->first, clause->last), reason);
}

static void leave_out_place(const Reader* reader, const TareClause* clause, const TareToken* place)
{
    tare_findings_leave_out_place(reader->findings, line_of(reader, clause->first),
                                  quote(reader, clause->first, clause->last),
                                  sqrt(place->lo * place->hi));
}

static TareFinding make_finding(const Reader* reader, const TareClause* clause,
                                const TareDirection* direction)
{
    const TareSentence* const sentence = reader->sentence;
    const TareToken* const freq = &sentence->tokens[clause->pair.freq];
    return (TareFinding){
        .fact = {.is_advice = direction->is_advice,
                 .filter = tare_clause_filter(clause, direction->correction_db),
                 .is_q_stated = clause->pair.q != 0},
        .lo_hz = freq->lo,
        .hi_hz = freq->hi,
        .is_rolloff = tare_clause_any_means(clause, clause->first, clause->last, TARE_WORD_ROLLOFF),
        .names_target = tare_clause_any_means(clause, 0, sentence->n_tokens - 1, TARE_WORD_TARGET),
        .sentence = reader->n_sentence,
        .sources = sentence->sources,
    };
}

/** Why the next sentence takes back what is read from this one; TARE_REASON_NONE when it does not.
 */
static TareReason reason_of_next(const Reader* reader, bool is_advice)
{
    if (!reader->next)
        return TARE_REASON_NONE;
    if (tare_sentence_denies(reader->next))
        return TARE_REASON_DENIED;
    return tare_sentence_drops_filter(reader->next) ||
                   (is_advice && tare_sentence_undoes(reader->next))
               ? TARE_REASON_GONE
               : TARE_REASON_NONE;
}

/** Judges one pair. False when nothing was made of it. */
static bool read_pair(const Reader* reader, const TareClause* clause, const TareDirection* before,
                      TareDirection* direction)
{
    TareReason reason = tare_veto_reason(reader->vetoes, clause, &reader->prose->subject);
    if (!reason)
        reason = tare_direction_find(clause, before, direction);
    if (!reason)
        reason = reason_of_next(reader, direction->is_advice);
    if (reason) {
        leave_out(reader, clause, reason);
        return false;
    }
    TareFinding finding = make_finding(reader, clause, direction);
    if (make_evidence(reader, clause, &finding.fact.evidence))
        tare_findings_add(reader->findings, finding);
    else
        reader->findings->failed = true;
    return true;
}

static bool is_paired(const TarePair* pairs, size_t n_pairs, size_t gain)
{
    for (size_t i = 0; i < n_pairs; ++i) {
        if (pairs[i].gain == gain)
            return true;
    }
    return false;
}

static bool is_paired_place(const TarePair* pairs, size_t n_pairs, size_t freq)
{
    for (size_t i = 0; i < n_pairs; ++i) {
        if (pairs[i].freq == freq)
            return true;
    }
    return false;
}

/** Whether a token is a frequency that no gain belongs to. False beyond the end. */
static bool is_single_place(const TareSentence* sentence, size_t index, const TarePair* pairs,
                            size_t n_pairs)
{
    return index < sentence->n_tokens && sentence->tokens[index].kind == TARE_TOKEN_FREQ &&
           !is_paired_place(pairs, n_pairs, index);
}

/** `told` says which tokens another sentence told, and receives which are places that a gain
   without a pair is left out with. */
static void leave_out_single_gains(const Reader* reader, const TarePair* pairs, size_t n_pairs,
                                   bool told[TARE_MAX_TOKENS + 1])
{
    const TareSentence* const sentence = reader->sentence;
    for (size_t i = 0; i < sentence->n_tokens; ++i) {
        if (sentence->tokens[i].kind != TARE_TOKEN_GAIN || told[i] || is_paired(pairs, n_pairs, i))
            continue;
        const TarePair pair = {.gain = i, .freq = i};
        TareClause clause = tare_clause_of(sentence, &pair);
        while (is_single_place(sentence, clause.last + 1, pairs, n_pairs))
            told[++clause.last] = true;
        leave_out(reader, &clause,
                  tare_veto_reason_of_gain(reader->vetoes, &clause, &reader->prose->subject));
    }
}

/** Whether a token names a unit, in small letters, in its figure. */
static bool has_unit(const TareSentence* sentence, const TareToken* token, const char* unit)
{
    for (size_t i = token->start; i + 2 <= token->end; ++i) {
        if (tare_ascii_lower(sentence->text[i]) == unit[0] &&
            tare_ascii_lower(sentence->text[i + 1]) == unit[1])
            return true;
    }
    return false;
}

/** Why nothing is made of a figure that belongs to no gain; TARE_REASON_NONE when it is neither a
    place nor a level. */
static TareReason default_reason(const TareSentence* sentence, size_t index)
{
    const TareToken* const token = &sentence->tokens[index];
    if (token->kind == TARE_TOKEN_FREQ)
        return TARE_REASON_NO_SIZE;
    if (token->kind != TARE_TOKEN_OTHER)
        return TARE_REASON_NONE;
    if (has_unit(sentence, token, "hz"))
        return TARE_REASON_BANDWIDTH;
    return has_unit(sentence, token, "db") ? TARE_REASON_LEVEL : TARE_REASON_NONE;
}

/** The reason for a figure without a gain, unless it is for want of that. */
static TareReason reason_of_single(const Reader* reader, const TareClause* clause,
                                   TareReason otherwise)
{
    if (otherwise != TARE_REASON_NO_SIZE)
        return otherwise;
    const TareSubject* const subject = &reader->prose->subject;
    const TareReason reason = tare_veto_reason_of_gain(reader->vetoes, clause, subject);
    if (reason != TARE_REASON_NO_FREQUENCY)
        return reason;
    return tare_is_other_product(clause, subject) ? TARE_REASON_ANOTHER : otherwise;
}

static void leave_out_single_places(const Reader* reader, const TarePair* pairs, size_t n_pairs,
                                    const bool told[TARE_MAX_TOKENS + 1])
{
    const TareSentence* const sentence = reader->sentence;
    for (size_t i = 0; i < sentence->n_tokens; ++i) {
        const TareReason otherwise = default_reason(sentence, i);
        if (!otherwise || told[i] || is_paired_place(pairs, n_pairs, i))
            continue;
        const TareClause clause = tare_clause_of(sentence, &(TarePair){.gain = i, .freq = i});
        const TareReason reason = reason_of_single(reader, &clause, otherwise);
        if (reason == TARE_REASON_NO_SIZE)
            leave_out_place(reader, &clause, &sentence->tokens[i]);
        else
            leave_out(reader, &clause, reason);
        i = clause.last > i ? clause.last : i; /* a list of places is told once */
    }
}

/** Reads what a sentence says together with the next: "There is a peak at 8 kHz. It measures 5 dB."
    Returns the figure of it that is told then, and in `told` that of the next; those behind the
   last when there is none. */
static size_t read_joint(const Reader* reader, const TarePair* pairs, size_t n_pairs, size_t* told)
{
    TareJoint joint;
    *told = TARE_MAX_TOKENS;
    if (!reader->next || !tare_joint_may_be(reader->sentence, pairs, n_pairs) ||
        !tare_sentence_may_tell(reader->next))
        return TARE_MAX_TOKENS;
    tare_sentence_settle(reader->next);
    if (!tare_joint_find(reader->sentence, pairs, n_pairs, reader->next, &joint))
        return TARE_MAX_TOKENS;
    TareVetoes vetoes = {0};
    tare_vetoes_find(&joint.sentence, NULL, &reader->prose->subject, &vetoes);
    vetoes.carried = reader->vetoes->carried;
    Reader joined = *reader;
    joined.sentence = &joint.sentence;
    joined.next = NULL;
    joined.vetoes = &vetoes;
    const TareClause clause = tare_clause_of(&joint.sentence, &joint.pair);
    TareDirection direction = {0};
    read_pair(&joined, &clause, NULL, &direction);
    *told = joint.first;
    return joint.last;
}

static bool has_gain(const TareSentence* sentence)
{
    for (size_t i = 0; i < sentence->n_tokens; ++i) {
        if (sentence->tokens[i].kind == TARE_TOKEN_GAIN)
            return true;
    }
    return false;
}

/** Reads the pairs of a sentence, in their order. */
static void read_pairs(const Reader* reader, const TarePair* pairs, size_t n_pairs)
{
    TareDirection direction = *reader->last;
    bool is_found = direction.correction_db != 0.0 &&
                    (direction.is_advice ? tare_sequel_of_remedy(reader->sentence)
                                         : tare_sequel_of_fault(reader->sentence));
    if (!is_found && n_pairs) {
        direction = (TareDirection){.correction_db = reader->sign_of_nouns};
        is_found = reader->sign_of_nouns != 0.0;
    }
    direction.pair = (TarePair){0};
    for (size_t i = 0; i < n_pairs; ++i) {
        const TareClause clause = tare_clause_of(reader->sentence, &pairs[i]);
        const TareDirection before = direction;
        is_found = read_pair(reader, &clause, is_found ? &before : NULL, &direction);
    }
    *reader->last = is_found ? direction : (TareDirection){0};
}

static void read_sentence(Reader* reader)
{
    TarePair pairs[TARE_MAX_PAIRS];
    const size_t n_pairs =
        has_gain(reader->sentence) ? tare_pairs_find(reader->sentence, pairs) : 0;
    bool told[TARE_MAX_TOKENS + 1] = {false}; /* and one for none */
    if (has_gain(reader->sentence))
        read_pairs(reader, pairs, n_pairs);
    told[reader->told] = true;
    told[read_joint(reader, pairs, n_pairs, &reader->told)] = true;
    leave_out_single_gains(reader, pairs, n_pairs, told);
    leave_out_single_places(reader, pairs, n_pairs, told);
}

/** Whether there is anything else that has to be told of when nothing is made of it. */
static bool has_place(const TareSentence* sentence)
{
    for (size_t i = 0; i < sentence->n_tokens; ++i) {
        if (default_reason(sentence, i))
            return true;
    }
    return false;
}

/** Settles a sentence and finds out what keeps its figures from being faults. False when nothing
   can come of it. */
static bool make_out(TareSentence* sentence, TareSentence* before, const TareProse* prose,
                     TareVetoes* vetoes)
{
    if (tare_sentence_may_tell(sentence))
        tare_sentence_settle(sentence);
    if (!sentence->is_settled || !(has_gain(sentence) || has_place(sentence)))
        return false;
    if (before)
        tare_sentence_settle(before);
    if (sentence->head == TARE_HEAD_SETTINGS && tare_sentence_tells_fault(sentence))
        sentence->head = TARE_HEAD_PROSE;
    sentence->is_of_made = before && tare_bearer_goes_on(sentence) && tare_bearer_is_made(before);
    tare_vetoes_find(sentence, before, &prose->subject, vetoes);
    return true;
}

/** Reads one sentence, of which `before` is the one before it or NULL. */
static void read_next(Reader* reader, TareSentence* sentence, TareSentence* before,
                      TareVetoes* vetoes)
{
    reader->sentence = sentence;
    const bool is_telling = make_out(sentence, before, reader->prose, vetoes);
    reader->sign_of_nouns = tare_sequel_of_nouns(sentence, before);
    if (is_telling)
        read_sentence(reader);
    else
        reader->told = TARE_MAX_TOKENS;
    if (!is_telling || !has_gain(sentence))
        vetoes->carried = TARE_REASON_NONE;
}

void tare_review_rules_read(const TareProse* prose, unsigned* n_sentences, TareFindings* findings)
{
    TareNormalised text = {0};
    if (!tare_normalise(&text, prose->text, prose->length)) {
        findings->failed = true;
        return;
    }
    tare_normalised_mark_ends(&text, prose->text, prose->length);
    TareSentence sentences[3]; /* the one before, this one, and the next */
    TareVetoes vetoes = {0};
    TareDirection last = {0};
    Reader reader = {.prose = prose,
                     .vetoes = &vetoes,
                     .sentence_line = prose->line,
                     .last = &last,
                     .told = TARE_MAX_TOKENS,
                     .findings = findings};
    size_t position = 0;
    bool is_there = tare_sentence_cut(&text, &position, &sentences[0]);
    for (unsigned n = 0; is_there; ++n) {
        TareSentence* const sentence = &sentences[n % 3];
        TareSentence* const next = &sentences[(n + 1) % 3];
        is_there = tare_sentence_cut(&text, &position, next);
        next->head = sentence->head = prose->head;
        const size_t place = text.origin[sentence->start];
        reader.next = is_there ? next : NULL;
        reader.sentence_line += count_lines(prose->text, reader.sentence_place, place);
        reader.sentence_place = place;
        reader.n_sentence = (*n_sentences)++;
        read_next(&reader, sentence, n ? &sentences[(n + 2) % 3] : NULL, &vetoes);
    }
    tare_normalised_clear(&text);
}
