#include "job/batch.h"

#include "base/limits.h"
#include "job/greetings.h"
#include "job/letters.h"
#include "job/origin.h"
#include "job/rejecttexts.h"
#include "job/runlists.h"

#include <string.h>

enum { KINDS = 4 };

typedef struct Batch {
    Session *session;
    Arena *arena;
    const BatchJob *job;
    Diag *diag;
    ReadLetter *letters;
    bool pen;
    ContactList to, from;
    Selection to_chosen, from_chosen;
    SelectOptions select;
    bool sound;   /* letters can be drawn */
    bool by_from; /* the senders are the longer list */
    char origin[3];
    bool slice;
    Ranges numbers; /* of --records */
    const Mailing *mailing;
    EnvelopeJob envelope;
    LabelsJob labels, slips;
    PageSource *sources[KINDS];
    RunKind kinds[KINDS];
    size_t nkinds;
    RunLists lists;
} Batch;

/* ---- what it is made from ---- */

/* Letters that are one in several languages go to the same people. */
static bool check_header(const Batch *b, size_t i, LetterField field,
                         const char *option) {
    Text first = b->letters[0].letter->fields[field].raw;
    Text other = b->letters[i].letter->fields[field].raw;
    if (option || !other.s ||
        (first.n == other.n && memcmp(first.s, other.s, other.n) == 0))
        return true;
    diag_at(b->diag, DIAG_ERROR, other.span,
            "letters of one batch go to the same people, and %s names others; "
            "give --%s FILE for all of them",
            b->letters[0].path, letter_field_names[field]);
    return false;
}

static bool read_letters(Batch *b) {
    const BatchJob *job = b->job;
    bool ok = true;
    b->letters = ARENA_ARRAY(b->arena, ReadLetter, job->nletters);
    for (size_t i = 0; i < job->nletters; i++)
        ok = letter_read(b->session, b->arena, job->letters[i], b->diag,
                         &b->letters[i]) &&
             ok;
    for (size_t i = 1; i < job->nletters; i++) {
        if (!b->letters[0].letter || !b->letters[i].letter)
            continue;
        ok = check_header(b, i, LETTER_TO, job->to) && ok;
        ok = check_header(b, i, LETTER_FROM, job->from) && ok;
    }
    return ok;
}

static bool read_lists(Batch *b) {
    const BatchJob *job = b->job;
    const ReadLetter *first = &b->letters[0];
    bool ok = letter_records(b->session, b->arena, first, LETTER_TO, job->to,
                             b->diag, &b->to);
    if (!job->to && !first->broken && first->letter &&
        !first->letter->fields[LETTER_TO].raw.s) {
        diag_file(b->diag, DIAG_USAGE, NULL,
                  "to whom? give --to FILE, or write \"to:\" in the letter");
        ok = false;
    }
    b->pen = letter_wants_pen(first, job->from);
    if (!b->pen)
        ok = letter_records(b->session, b->arena, first, LETTER_FROM, job->from,
                            b->diag, &b->from) &&
             ok;
    b->pen = b->pen || b->from.n == 0;
    b->by_from = b->from.n > b->to.n;
    return ok;
}

/* ---- which of them ---- */

/* The origin of the whole run, if there is one: what lists are sorted by. */
static bool find_origin(Batch *b) {
    const Contact *first =
        b->from.n ? contactlist_get(&b->from, 0, b->arena) : NULL;
    return origin_find(b->job->mail.origin, first, b->diag, b->origin);
}

static bool choose(Batch *b) {
    SelectOptions opt = b->select;
    opt.records = NULL; /* a slice: find_numbers */
    opt.origin = b->origin;
    return select_lists(b->arena, &b->from, &b->to, &opt, b->diag,
                        &b->from_chosen, &b->to_chosen);
}

/* Everybody to everybody. */
static MailingOptions whole_run(const Batch *b, MailingUse use) {
    MailingOptions all = {.use = use, .to = b->to_chosen};
    if (!b->pen)
        all.from = b->from_chosen;
    return all;
}

/* Of the letters to or from the `n` places `at` of the longer list; no more
 * than it takes to see that they are too many. */
static void add_numbers(Batch *b, const size_t *at, size_t n) {
    const size_t to = b->to_chosen.n, from = b->pen ? 1 : b->from_chosen.n;
    const size_t rows = b->by_from ? n : from, columns = b->by_from ? to : n;
    for (size_t r = 0; r < rows; r++)
        for (size_t c = 0; c < columns; c++) {
            size_t f = b->by_from ? at[r] : r, t = b->by_from ? c : at[c];
            if (b->numbers.count > LIMIT_ITEMS)
                return;
            ranges_add(b->arena, &b->numbers, (uint32_t)(f * to + t + 1));
        }
}

/* The numbers, of the whole run, of letters whose record of the longer list is
 * among those of --records. */
static bool find_numbers(Batch *b) {
    const Selection *whole = b->by_from ? &b->from_chosen : &b->to_chosen;
    const MailingOptions all = whole_run(b, MAILING_NUMBERS);
    bool *is_wanted;
    if (!b->select.records)
        return true;
    if (!select_numbers(b->arena, whole->list, b->select.records, b->diag,
                        &is_wanted) ||
        !mailing_open(b->arena, &all, b->diag))
        return false;
    size_t n = 0, *at = ARENA_ARRAY(b->arena, size_t, whole->n);
    for (size_t i = 0; i < whole->n; i++)
        if (is_wanted[whole->at[i]])
            at[n++] = i;
    add_numbers(b, at, n);
    if (b->numbers.n == 0)
        diag_file(b->diag, DIAG_ERROR, NULL,
                  "none of the records of --records is left by the other "
                  "options");
    return b->numbers.n > 0;
}

static bool check_slices(const Batch *b) {
    const BatchJob *job = b->job;
    int slices = (job->mail.redo != NULL) + (job->mail.shards != 0) +
                 (job->mail.select.records != NULL);
    if (slices > 1)
        diag_file(b->diag, DIAG_USAGE, NULL,
                  "--redo, --shard and --records each choose numbers of the "
                  "run; give one of them");
    return slices <= 1;
}

static bool make_mailing(Batch *b) {
    const BatchJob *job = b->job;
    MailingOptions opt = whole_run(b, MAILING_PRINT);
    opt.redo = job->mail.redo;
    opt.only = b->numbers.n ? &b->numbers : NULL;
    opt.shard = job->mail.shard;
    opt.shards = job->mail.shards;
    b->slice = job->mail.redo || job->mail.shards || b->numbers.n;
    b->mailing = mailing_open(b->arena, &opt, b->diag);
    return b->mailing != NULL;
}

/* ---- what is printed ---- */

static void add_kind(Batch *b, RunKindIs is, const char *name,
                     PageSource *source, bool *ok) {
    *ok = *ok && source;
    if (source)
        b->kinds[b->nkinds++] =
            (RunKind){.is = is, .print = {.name = name, .source = source}};
}

static void open_letters(Batch *b, bool *ok) {
    const BatchJob *job = b->job;
    LettersOptions opt = {.letters = b->letters,
                          .nletters = job->nletters,
                          .layout = job->mail.letter_layout,
                          .origin = job->mail.origin,
                          .pen = b->pen && !job->mail.no_sender,
                          .no_sender = job->mail.no_sender,
                          .outside_return = job->mail.envelope.policy,
                          .for_envelopes = true,
                          .group = job->mail.envelope.group,
                          .dump = job->mail.out.dump,
                          .text = job->mail.out.text};
    b->sources[0] = letters_open(b->session, &opt, b->mailing, b->diag);
    add_kind(b, RUN_LETTERS, "letters", b->sources[0], ok);
}

static void open_envelopes(Batch *b, bool *ok) {
    b->envelope = b->job->mail.envelope;
    b->envelope.origin = b->job->mail.origin;
    if (b->job->mail.no_sender)
        b->envelope.policy = RETURN_NONE;
    b->sources[1] =
        envelopes_open(b->session, &b->envelope, b->mailing, b->diag);
    add_kind(b, RUN_ENVELOPES, "envelopes", b->sources[1], ok);
}

static void open_labels(Batch *b, bool *ok) {
    b->labels = b->job->mail.labels;
    b->labels.origin = b->job->mail.origin;
    b->labels.out.proof = b->job->mail.out.proof;
    if (!b->labels.layout)
        b->labels.layout = labels_default(b->origin);
    b->sources[2] =
        labels_open(b->session, &b->labels, b->mailing, false, b->diag);
    add_kind(b, RUN_LABELS, "labels", b->sources[2], ok);
}

/* On whole sheets, whatever is left of those of the labels. */
static void open_slips(Batch *b, bool *ok) {
    b->slips = b->job->mail.labels;
    b->slips.origin = b->job->mail.origin;
    b->slips.layout = b->job->mail.slips;
    b->slips.start = 0;
    b->slips.nfree = 0;
    b->slips.ledger = NULL;
    b->sources[3] =
        labels_open(b->session, &b->slips, b->mailing, false, b->diag);
    add_kind(b, RUN_LABELS, "slips", b->sources[3], ok);
}

/* Errors of one kind do not hide those of another. */
static bool open_kinds(Batch *b) {
    const BatchJob *job = b->job;
    bool ok = true;
    if (job->with_letters && b->sound)
        open_letters(b, &ok);
    if (job->with_envelopes)
        open_envelopes(b, &ok);
    if (job->with_labels)
        open_labels(b, &ok);
    if (job->with_slips)
        open_slips(b, &ok);
    return ok;
}

static void close_kinds(Batch *b) {
    letters_close(b->sources[0]);
    envelopes_close(b->sources[1]);
    labels_close(b->sources[2]);
    labels_close(b->sources[3]);
}

/* Where a kind could not be opened, the others are drawn for their errors. */
static bool print(Batch *b, bool ok) {
    PrintKind kinds[KINDS];
    PrintSetOptions set = b->job->mail.set;
    JobOutput none = {.dump = b->job->mail.out.dump,
                      .text = b->job->mail.out.text};
    for (size_t i = 0; i < b->nkinds; i++)
        kinds[i] = b->kinds[i].print;
    b->lists =
        (RunLists){.session = b->session,
                   .mailing = b->mailing,
                   .kinds = b->kinds,
                   .nkinds = b->nkinds,
                   .letters = b->letters,
                   .nletters = b->job->with_letters ? b->job->nletters : 0,
                   .origin = b->job->mail.origin,
                   .no_sender = b->job->mail.no_sender,
                   .slice = b->slice};
    runlists_init(&b->lists);
    RejectTexts texts = rejecttexts(&b->lists.texts, b->select.rejects);
    set.highest = mailing_last(b->mailing);
    set.slice = b->slice;
    set.texts = &texts.texts;
    if (b->nkinds == 0)
        return false;
    ok = runlists_may_write(&b->lists, b->job->mail.out.path, b->diag) && ok;
    if (ok && b->sources[2] && b->job->mail.out.path && !b->job->mail.out.dump)
        ok = labels_keep(b->sources[2]);
    ok = print_set(kinds, b->nkinds, &set, ok ? &b->job->mail.out : &none,
                   b->diag) &&
         ok;
    if (ok && b->sources[2] && !b->job->mail.out.dump)
        labels_tell(b->sources[2]);
    return ok;
}

/* Of the whole run, for numbers are those of the whole, whatever slice is
 * printed. */
static void draw_all(void *run) {
    Batch *b = run;
    const MailingOptions all = whole_run(b, MAILING_LOOK);
    PrintKind kinds[KINDS];
    if (b->to_chosen.n == 0 || (!b->pen && b->from_chosen.n == 0))
        return;
    b->mailing = mailing_open(b->arena, &all, b->diag);
    if (b->mailing)
        open_kinds(b);
    for (size_t i = 0; i < b->nkinds; i++)
        kinds[i] = b->kinds[i].print;
    if (b->nkinds > 0)
        print_set(kinds, b->nkinds, &(PrintSetOptions){0},
                  &(JobOutput){.progress = b->job->mail.out.progress}, b->diag);
    close_kinds(b);
    memset(b->sources, 0, sizeof b->sources);
    b->nkinds = 0;
}

/* Without the records that cannot be printed. */
static bool leave_out(Batch *b, bool ok) {
    Rejects *rejects = b->select.rejects;
    const char *path = b->job->mail.out.path;
    if (!rejects_find(rejects, ok, draw_all, b))
        return false;
    rejects_drop(rejects, &b->to_chosen);
    rejects_drop(rejects, &b->from_chosen);
    return !rejects_left_nobody(rejects, &b->to_chosen) &&
           !rejects_left_nobody(rejects, &b->from_chosen) &&
           (!path ||
            rejects_may_write(rejects, fs_join(b->arena, path, REJECTS_NAME)));
}

/* Every fault in what it is made from is told, each file's by itself. */
static bool run(Batch *b) {
    bool ok = check_slices(b);
    b->sound = read_letters(b);
    ok = b->sound && ok;
    if (!read_lists(b) || b->to.n == 0 || !find_origin(b) || !choose(b) ||
        !leave_out(b, ok) || !find_numbers(b) || !make_mailing(b))
        return false;
    for (size_t i = 0; b->job->with_letters && i < b->job->nletters; i++)
        greetings_warn(&b->letters[i], &b->to_chosen, b->diag);
    return print(b, open_kinds(b));
}

bool batch_run(Session *session, const BatchJob *job, Diag *diag) {
    Batch b = {
        .session = session, .arena = arena_new(), .job = job, .diag = diag};
    b.select = job->mail.select;
    Rejects *rejects = rejects_begin(b.arena, &b.select, &job->mail.out, diag);
    bool ok = run(&b);
    rejects_end(rejects, ok);
    close_kinds(&b);
    contactlist_close(&b.to);
    contactlist_close(&b.from);
    arena_free(b.arena);
    return ok;
}
