#include "job/letter.h"

#include "job/greetings.h"
#include "job/letters.h"
#include "job/origin.h"
#include "job/rejects.h"

/* One letter file with the lists it is written to and from. */
typedef struct LetterFile {
    ReadLetter read;
    ContactList to, from;
    Selection to_chosen, from_chosen;
    bool ready; /* to be drawn */
} LetterFile;

typedef struct Run {
    Session *session;
    Arena *arena;
    const LetterJob *job;
    SelectOptions select;
    char origin[3]; /* of the letters of one file: what they are sorted by */
    Diag *diag;
    LetterFile *files;
    PageSource *letters;
} Run;

/* ---- the lists ---- */

static bool load_lists(Run *r, LetterFile *f) {
    const LetterJob *job = r->job;
    bool ok = letter_records(r->session, r->arena, &f->read, LETTER_TO, job->to,
                             r->diag, &f->to);
    if (!letter_wants_pen(&f->read, job->from))
        ok = letter_records(r->session, r->arena, &f->read, LETTER_FROM,
                            job->from, r->diag, &f->from) &&
             ok;
    const Contact *first =
        f->from.n > 0 ? contactlist_get(&f->from, 0, r->arena) : NULL;
    ok = ok && origin_find(job->origin, first, r->diag, r->origin);
    r->select.origin = r->origin;
    return ok && select_lists(r->arena, &f->from, &f->to, &r->select, r->diag,
                              &f->from_chosen, &f->to_chosen);
}

/* None of it but what cannot be used. */
static bool is_used_up(const Selection *s) {
    return s->list && s->list->n > 0 && s->n == 0;
}

/* Every fault is told, each file's by itself. */
static bool load_files(Run *r) {
    bool ok = true;
    for (size_t i = 0; i < r->job->nletters; i++) {
        LetterFile *f = &r->files[i];
        bool sound = letter_read(r->session, r->arena, r->job->letters[i],
                                 r->diag, &f->read);
        f->ready = load_lists(r, f) && sound;
        if (f->ready)
            greetings_warn(&f->read, &f->to_chosen, r->diag);
        ok = ok && f->ready;
    }
    return ok;
}

/* ---- the letters ---- */

/* Every sender times every addressee, a missing one counting as one. */
static void open_letters(Run *r) {
    const LetterJob *job = r->job;
    for (size_t i = 0; i < job->nletters; i++) {
        LetterFile *f = &r->files[i];
        if (!f->ready || is_used_up(&f->to_chosen) ||
            is_used_up(&f->from_chosen))
            continue;
        MailingOptions lists = {.to = f->to_chosen, .from = f->from_chosen};
        const Mailing *m = mailing_open(r->arena, &lists, r->diag);
        LettersOptions options = {.letters = &f->read,
                                  .nletters = 1,
                                  .layout = job->layout,
                                  .origin = job->origin,
                                  .outside_return = job->policy,
                                  .group = job->group,
                                  .pen = letter_wants_pen(&f->read, job->from),
                                  .dump = job->out.dump,
                                  .text = job->out.text};
        f->ready = m != NULL;
        if (m && r->letters)
            letters_add(r->letters, &options, m);
        else if (m)
            r->letters = letters_open(r->session, &options, m, r->diag);
    }
}

static bool all_ready(const Run *r) {
    bool ready = true;
    for (size_t i = 0; i < r->job->nletters; i++)
        ready = ready && r->files[i].ready;
    return ready;
}

static bool left_nobody(const Run *r) {
    Rejects *rejects = r->select.rejects;
    for (size_t i = 0; i < r->job->nletters; i++)
        if (rejects_left_nobody(rejects, &r->files[i].to_chosen) ||
            rejects_left_nobody(rejects, &r->files[i].from_chosen))
            return true;
    return false;
}

static void draw_all(void *run) {
    Run *r = run;
    open_letters(r);
    if (r->letters)
        print_pages(r->letters, &(JobOutput){.progress = r->job->out.progress},
                    r->diag);
    letters_close(r->letters);
    r->letters = NULL;
}

/* Without the records that cannot be printed. */
static bool leave_out(Run *r, bool ok) {
    Rejects *rejects = r->select.rejects;
    if (!rejects_find(rejects, ok, draw_all, r))
        return false;
    for (size_t i = 0; i < r->job->nletters; i++) {
        rejects_drop(rejects, &r->files[i].from_chosen);
        rejects_drop(rejects, &r->files[i].to_chosen);
    }
    return !left_nobody(r);
}

static bool run(Run *r) {
    const JobOutput *out = &r->job->out;
    bool ok = load_files(r);
    if (!leave_out(r, ok))
        return false;
    open_letters(r);
    if (!r->letters || !all_ready(r))
        return false;
    if (out->path &&
        !rejects_open(r->select.rejects, out->path, NULL, &r->letters->rejects))
        return false;
    return print_pages(r->letters, out, r->diag);
}

bool letter_run(Session *s, const LetterJob *job, Diag *diag) {
    Run r = {.session = s,
             .arena = arena_new(),
             .job = job,
             .select = job->select,
             .diag = diag};
    r.files = ARENA_ARRAY(r.arena, LetterFile, job->nletters);
    Rejects *rejects = rejects_begin(r.arena, &r.select, &job->out, diag);
    bool ok = run(&r);
    rejects_end(rejects, ok);
    letters_close(r.letters);
    for (size_t i = 0; i < job->nletters; i++) {
        contactlist_close(&r.files[i].to);
        contactlist_close(&r.files[i].from);
    }
    arena_free(r.arena);
    return ok;
}
