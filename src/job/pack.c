#include "job/pack.h"

#include "input/appealfile.h"
#include "job/appealtext.h"
#include "job/letters.h"
#include "job/origin.h"
#include "job/packletters.h"
#include "job/packpapers.h"
#include "job/paperlang.h"
#include "job/records.h"
#include "job/rejecttexts.h"
#include "job/runlists.h"
#include "job/today.h"

#include <string.h>

const char *const pack_kind_names[PACK_KINDS] = {
    [PACK_COVER] = "cover",     [PACK_CASE] = "case",
    [PACK_LETTERS] = "letters", [PACK_ENVELOPES] = "envelopes",
    [PACK_SLIPS] = "slips",     [PACK_LABELS] = "labels",
    [PACK_TALLY] = "tally",     [PACK_PETITION] = "petition",
    [PACK_SIGNUP] = "signup",   [PACK_CARDS] = "cards",
};

typedef struct Packs {
    Session *session;
    Arena *arena;
    const PackJob *job;
    Diag *diag;
    Appeal appeal;
    bool sound; /* it and its letters: papers can be made of them */
    AppealTime time;
    char origin[3];         /* of --origin; "" */
    const char *paper_lang; /* of --cover-lang; NULL */
    ContactList senders;
    Selection chosen; /* of them */
    SelectOptions select;
    Ranges numbers; /* of the packs of --records */
    PackTargets targets;
    PackLetters letters;
    const Mailing *mailing;
    PackPapers *papers;
    PageSource *letter_pages, *envelopes, *slips, *labels;
    EnvelopeJob envelope_job;
    LabelsJob slip_job, label_job;
    RunKind kinds[PACK_KINDS];
    RunLists lists;
} Packs;

static bool has(const Packs *p, PackKind kind) {
    return p->job->with[kind];
}

/* ---- the calendar ---- */

static const char *in_words(Packs *p, const AppealDay *day) {
    const char *words;
    return letter_date(p->arena, day->text.s, day->text.n, "en-GB", &words)
               ? words
               : "";
}

static bool check_late(Packs *p) {
    const Appeal *a = &p->appeal;
    bool after = a->deadline.day &&
                 (!a->not_after.day || a->deadline.day <= a->not_after.day);
    const AppealDay *day = after ? &a->deadline : &a->not_after;
    if (p->job->after_deadline) {
        diag_at(p->diag, DIAG_NOTE, day->text.span,
                "the %s, %s, has passed; letters are printed all the same",
                after ? "deadline" : "last day", in_words(p, day));
        return true;
    }
    diag_at(p->diag, DIAG_ERROR, day->text.span,
            "the %s, %s, has passed; ask the office of the organisation in "
            "your country whether letters still help and who is in office "
            "now, then print with --after-deadline",
            after ? "deadline" : "last day", in_words(p, day));
    return false;
}

static bool check_days(Packs *p) {
    if (p->job->only_check)
        return true;
    p->time = appeal_time(&p->appeal, today());
    if (p->time == APPEAL_EARLY)
        diag_at(p->diag, DIAG_WARNING, p->appeal.not_before.text.span,
                "nothing is to be posted before %s; the covers say so",
                in_words(p, &p->appeal.not_before));
    return p->time != APPEAL_LATE || check_late(p);
}

/* ---- who writes to whom ---- */

static bool read_senders(Packs *p) {
    const PackJob *job = p->job;
    if (job->from && strcmp(job->from, "blank") != 0)
        return recordlist_load(p->arena, &p->session->lists, job->from,
                               (Span){0}, p->diag, &p->senders);
    return true;
}

static bool choose(Packs *p) {
    SelectOptions select = p->select;
    char origin[3];
    const Contact *first =
        p->senders.n ? contactlist_get(&p->senders, 0, p->arena) : NULL;
    select.records = NULL; /* a slice: find_numbers */
    p->chosen = (Selection){.list = &p->senders};
    if (p->senders.n == 0)
        return true;
    if (!origin_find(p->job->mail.origin, first, p->diag, origin))
        return false;
    select.origin = origin;
    return select_records(p->arena, &p->senders, &select, p->diag, &p->chosen);
}

static MailingOptions all_packs(const Packs *p, MailingUse use) {
    return (MailingOptions){.use = use,
                            .from = p->chosen,
                            .to = p->targets.chosen,
                            .packs = true,
                            .copies = (size_t)p->job->packs,
                            .chooser = &p->targets.chooser};
}

/* The packs of the senders whose records --records names. */
static bool find_numbers(Packs *p) {
    const char *records = p->select.records;
    MailingOptions options = all_packs(p, MAILING_NUMBERS);
    bool *wanted;
    if (!records || p->senders.n == 0)
        return true;
    if (!select_numbers(p->arena, &p->senders, records, p->diag, &wanted))
        return false;
    const Mailing *m = mailing_open(p->arena, &options, p->diag);
    for (size_t i = 0; m && i < mailing_packs(m); i++) {
        MailingPack pack = mailing_pack(m, i);
        if (wanted[pack.from_at])
            ranges_add(p->arena, &p->numbers, pack.number);
    }
    if (m && p->numbers.n == 0)
        diag_file(p->diag, DIAG_ERROR, NULL,
                  "none of the records of --records is left by the other "
                  "options");
    return p->numbers.n > 0;
}

static bool make_mailing(Packs *p) {
    const PackJob *job = p->job;
    MailingOptions options = all_packs(p, MAILING_PRINT);
    options.redo = job->mail.redo;
    options.only = p->numbers.n ? &p->numbers : NULL;
    options.shard = job->mail.shard;
    options.shards = job->mail.shards;
    p->mailing = mailing_open(p->arena, &options, p->diag);
    if (!p->mailing)
        return false;
    if (job->only_check)
        return true;
    if (!packtargets_serve(&p->targets, p->mailing, p->diag))
        return false;
    packtargets_tell(&p->targets, p->mailing, p->diag);
    return true;
}

/* Each target that gets letters is greeted in their language. */
static bool check_salutations(Packs *p) {
    bool ok = true;
    if (!has(p, PACK_LETTERS))
        return true;
    const bool *written = mailing_written(p->mailing, false, p->arena);
    for (size_t i = 0; i < p->letters.n; i++)
        for (size_t k = 0; k < p->appeal.ntargets; k++)
            ok = (!written[k] ||
                  appealtext_greets(&p->appeal, &p->letters.v[i],
                                    &p->appeal.targets[k], p->diag)) &&
                 ok;
    return ok;
}

static bool check_letters(Packs *p) {
    bool ok = check_salutations(p);
    for (size_t i = 0; i < p->letters.n; i++) {
        ok = appealtext_check(&p->appeal, &p->letters.v[i], p->mailing,
                              p->job->mail.no_sender, p->diag) &&
             ok;
        appealtext_names(&p->appeal, &p->letters.v[i], p->diag);
    }
    return ok;
}

/* ---- the kinds ---- */

static const char *origin_option(const Packs *p) {
    return p->origin[0] ? p->origin : NULL;
}

/* Where the first pack of the whole run is posted: what has no sender of its
 * own goes by it. */
static void first_origin(Packs *p, char out[3]) {
    const Contact *first = mailing_sender_of(p->mailing, 1, p->arena);
    origin_find(origin_option(p), first, p->diag, out);
}

static void open_labels(Packs *p) {
    const PackJob *job = p->job;
    char origin[3];
    first_origin(p, origin);
    p->slip_job = p->label_job = job->mail.labels;
    p->slip_job.origin = p->label_job.origin = origin_option(p);
    p->label_job.out.proof = job->mail.out.proof;
    p->slip_job.layout = job->mail.slips;
    p->slip_job.start = 0;
    p->slip_job.nfree = 0;
    p->slip_job.ledger = NULL;
    if (!p->label_job.layout)
        p->label_job.layout = labels_default(origin);
    if (has(p, PACK_SLIPS))
        p->slips =
            labels_open(p->session, &p->slip_job, p->mailing, true, p->diag);
    if (has(p, PACK_LABELS))
        p->labels =
            labels_open(p->session, &p->label_job, p->mailing, false, p->diag);
}

static void open_envelopes(Packs *p) {
    const PackJob *job = p->job;
    p->envelope_job = job->mail.envelope;
    p->envelope_job.origin = origin_option(p);
    p->envelope_job.policies = p->targets.policies;
    if (job->mail.no_sender) {
        p->envelope_job.policy = RETURN_NONE;
        p->envelope_job.policies = NULL;
    }
    if (has(p, PACK_ENVELOPES))
        p->envelopes =
            envelopes_open(p->session, &p->envelope_job, p->mailing, p->diag);
}

static void open_letters(Packs *p) {
    const PackJob *job = p->job;
    LettersOptions options = {.letters = p->letters.v,
                              .nletters = p->letters.n,
                              .layout = job->mail.letter_layout,
                              .no_window = true,
                              .origin = origin_option(p),
                              .pen = !job->mail.no_sender,
                              .no_sender = job->mail.no_sender,
                              .policies = p->targets.policies,
                              .outside_return = job->mail.envelope.policy,
                              .for_envelopes = true,
                              .group = job->mail.envelope.group};
    if (has(p, PACK_LETTERS) && p->letters.n > 0)
        p->letter_pages =
            letters_open(p->session, &options, p->mailing, p->diag);
}

static bool are_folded(Packs *p) {
    const Layout *l =
        p->letter_pages ? letters_layout(p->letter_pages, 0, p->arena) : NULL;
    return l && l->u.letter.outside.s;
}

static void open_papers(Packs *p) {
    PackPapersOptions options = {.appeal = &p->appeal,
                                 .targets = &p->targets,
                                 .letters = p->letters.v,
                                 .nletters = p->letters.n,
                                 .lang = p->paper_lang,
                                 .no_sender = p->job->mail.no_sender,
                                 .written = has(p, PACK_LETTERS),
                                 .envelopes = has(p, PACK_ENVELOPES),
                                 .slips = has(p, PACK_SLIPS),
                                 .labels = has(p, PACK_LABELS),
                                 .folded = are_folded(p),
                                 .cut = has(p, PACK_ENVELOPES) &&
                                        p->job->mail.envelope.paper,
                                 .time = p->time};
    p->papers =
        packpapers_open(p->arena, p->session, &options, p->mailing, p->diag);
}

/* NULL after an error. */
static PageSource *source_of(Packs *p, PackKind kind) {
    static const PackPaper papers[PACK_KINDS] = {
        [PACK_COVER] = PAPER_COVER,   [PACK_CASE] = PAPER_CASE,
        [PACK_TALLY] = PAPER_TALLY,   [PACK_PETITION] = PAPER_PETITION,
        [PACK_SIGNUP] = PAPER_SIGNUP, [PACK_CARDS] = PAPER_CARDS};
    switch (kind) {
    case PACK_LETTERS:
        return p->letter_pages;
    case PACK_ENVELOPES:
        return p->envelopes;
    case PACK_SLIPS:
        return p->slips;
    case PACK_LABELS:
        return p->labels;
    case PACK_COVER:
    case PACK_CASE:
    case PACK_TALLY:
    case PACK_PETITION:
    case PACK_SIGNUP:
    case PACK_CARDS:
    case PACK_KINDS:
        break;
    }
    return p->papers ? packpapers_source(p->papers, papers[kind]) : NULL;
}

static RunKind run_kind(PackKind kind, PageSource *source) {
    static const Word words[PACK_KINDS] = {
        [PACK_COVER] = WORD_COVERS,         [PACK_CASE] = WORD_CASE,
        [PACK_TALLY] = WORD_TALLY,          [PACK_PETITION] = WORD_PETITION,
        [PACK_SIGNUP] = WORD_SIGN_UP_SHEET, [PACK_CARDS] = WORD_CARDS};
    RunKind k = {.word = words[kind],
                 .print = {.name = pack_kind_names[kind], .source = source}};
    k.is = kind == PACK_LETTERS                        ? RUN_LETTERS
           : kind == PACK_ENVELOPES                    ? RUN_ENVELOPES
           : kind == PACK_SLIPS || kind == PACK_LABELS ? RUN_LABELS
           : (int)kind < PACK_ONCE                     ? RUN_SHEETS
                                                       : RUN_ONCE;
    return k;
}

/* What the run has once comes behind what each pack has. */
static size_t open_kinds(Packs *p, PrintKind *kinds, bool *ok) {
    size_t n = 0;
    open_letters(p);
    if (p->sound)
        open_papers(p);
    open_envelopes(p);
    open_labels(p);
    for (int k = 0; k < PACK_KINDS; k++) {
        PageSource *source =
            has(p, (PackKind)k) ? source_of(p, (PackKind)k) : NULL;
        *ok = *ok && (source || !has(p, (PackKind)k));
        if (!source)
            continue;
        p->kinds[n] = run_kind((PackKind)k, source);
        kinds[n] = p->kinds[n].print;
        n++;
    }
    return n;
}

static bool print(Packs *p) {
    const PackJob *job = p->job;
    PrintKind kinds[PACK_KINDS];
    bool ok = job_may_write(p->diag);
    bool slice = job->mail.redo || job->mail.shards || p->numbers.n > 0;
    size_t n = open_kinds(p, kinds, &ok);
    p->lists = (RunLists){.session = p->session,
                          .mailing = p->mailing,
                          .kinds = p->kinds,
                          .nkinds = n,
                          .letters = p->letters.v,
                          .nletters = has(p, PACK_LETTERS) ? p->letters.n : 0,
                          .origin = origin_option(p),
                          .lang = p->paper_lang,
                          .no_sender = job->mail.no_sender,
                          .slice = slice};
    runlists_init(&p->lists);
    PrintSetOptions set = job->mail.set;
    set.highest = mailing_last(p->mailing);
    set.slice = slice;
    RejectTexts texts = rejecttexts(&p->lists.texts, p->select.rejects);
    set.texts = &texts.texts;
    JobOutput none = {.dump = job->mail.out.dump, .text = job->mail.out.text};
    if (n == 0)
        return false;
    ok = runlists_may_write(&p->lists, job->mail.out.path, p->diag) && ok;
    if (ok && p->labels && job->mail.out.path && !job->mail.out.dump)
        ok = labels_keep(p->labels);
    ok = print_set(kinds, n, &set, ok ? &job->mail.out : &none, p->diag) && ok;
    if (ok && p->labels && !job->mail.out.dump)
        labels_tell(p->labels);
    return ok;
}

static void close_kinds(Packs *p) {
    letters_close(p->letter_pages);
    envelopes_close(p->envelopes);
    labels_close(p->slips);
    labels_close(p->labels);
    p->letter_pages = p->envelopes = p->slips = p->labels = NULL;
}

/* A pack that only lacks targets which cannot be printed is not empty. */
static void serve_all(Packs *p) {
    MailingOptions options = all_packs(p, MAILING_LOOK);
    if (p->senders.n > 0 && p->chosen.n == 0)
        return;
    p->mailing = mailing_open(p->arena, &options, p->diag);
    if (p->mailing)
        packtargets_serve(&p->targets, p->mailing, p->diag);
}

/* Of the whole run, for numbers are those of the whole. If it ends here anyway,
 * what is wrong with its words is told too. */
static void draw_all(void *run) {
    Packs *p = run;
    const Selection targets = p->targets.chosen;
    Diag *mute = diag_new();
    PrintKind kinds[PACK_KINDS];
    bool ok = true;
    diag_mute(mute);
    size_t n = 0;
    serve_all(p);
    rejects_drop(p->select.rejects, &p->targets.chosen);
    MailingOptions options = all_packs(p, MAILING_LOOK);
    if (p->mailing) /* if there is nobody now, it only follows */
        p->mailing = p->targets.chosen.n > 0
                         ? mailing_open(p->arena, &options, mute)
                         : NULL;
    if (p->mailing && !p->select.keep_going)
        check_letters(p);
    if (p->mailing)
        n = open_kinds(p, kinds, &ok);
    if (n > 0)
        print_set(kinds, n, &(PrintSetOptions){0},
                  &(JobOutput){.progress = p->job->mail.out.progress}, p->diag);
    close_kinds(p);
    diag_free(mute);
    p->targets.chosen = targets;
}

/* Without the senders who cannot be printed. A target that cannot be printed is
 * in every pack. */
static bool leave_out(Packs *p, bool ok) {
    Rejects *rejects = p->select.rejects;
    const char *path = p->job->mail.out.path;
    if (!rejects_find(rejects, ok, draw_all, p))
        return false;
    rejects_only(rejects, &p->senders);
    if (p->senders.n > 0)
        rejects_drop(rejects, &p->chosen);
    return !rejects_left_nobody(rejects, &p->chosen) &&
           (!path ||
            rejects_may_write(rejects, fs_join(p->arena, path, REJECTS_NAME)));
}

static bool read_paper_lang(Packs *p) {
    const char *lang = p->job->cover_lang;
    if (!lang)
        return true;
    p->paper_lang = paperlang_tag(p->arena, "--cover-lang", lang, p->diag);
    return p->paper_lang != NULL;
}

/* The appeal, as far as something can be made of it: `*ok` false if not all. */
static bool read_appeal(Packs *p, bool *ok) {
    const PackJob *job = p->job;
    p->sound = appealfile_load(p->arena, &p->session->lists, job->appeal,
                               p->diag, &p->appeal);
    *ok = p->sound;
    if (!p->appeal.source)
        return false;
    *ok = check_days(p) && *ok;
    if (p->appeal.nletters > 0) {
        p->sound = packletters_read(p->session, p->arena, &p->appeal, job->lang,
                                    !job->only_check, p->diag, &p->letters) &&
                   p->sound;
        *ok = *ok && p->sound;
    }
    return p->appeal.ntargets > 0 &&
           packtargets_open(p->arena, &p->appeal, job->targets, p->origin,
                            job->mail.envelope.policy, p->diag, &p->targets);
}

static bool run(Packs *p) {
    const PackJob *job = p->job;
    bool ok, known = true;
    if (job->mail.origin)
        known = origin_find(job->mail.origin, NULL, p->diag, p->origin);
    known = read_appeal(p, &ok) && known;
    known = read_senders(p) && known;
    known = read_paper_lang(p) && known;
    if (!known || !choose(p) || !leave_out(p, ok) || !find_numbers(p) ||
        !make_mailing(p))
        return false;
    ok = check_letters(p);
    return print(p) && ok;
}

bool pack_run(Session *s, const PackJob *job, Diag *diag) {
    Packs p = {.session = s, .arena = arena_new(), .job = job, .diag = diag};
    p.select = job->mail.select;
    Rejects *rejects = rejects_begin(p.arena, &p.select, &job->mail.out, diag);
    bool ok = run(&p);
    rejects_end(rejects, ok);
    close_kinds(&p);
    contactlist_close(&p.senders);
    arena_free(p.arena);
    return ok;
}
