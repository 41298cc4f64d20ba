#include "job/envelope.h"

#include "input/wordsfile.h"
#include "job/cutout.h"
#include "job/envelopelayout.h"
#include "job/origin.h"
#include "job/outside.h"
#include "job/place.h"
#include "job/records.h"
#include "job/rejects.h"
#include "model/country.h"
#include "page/grid.h"
#include "page/ruler.h"

#include <string.h>

/* The faces of envelopes that are posted in one country. */
typedef struct Posting {
    char origin[3];
    bool ok; /* else there was an error, which has been told */
    Faces faces;
} Posting;

typedef struct EnvelopesProof {
    ProofSource source;
    struct Envelopes *envelopes;
} EnvelopesProof;

typedef struct Envelopes {
    PageSource source;
    EnvelopesProof proof;
    Session *session;
    Arena *arena;
    Diag *diag;
    const EnvelopeJob *job;
    const Mailing *mailing;
    const Layout *layout; /* all envelopes are alike, wherever from */
    const Layout *sheet;  /* they are printed on, several on one; or NULL */
    size_t cells;         /* of the sheet; 1 without */
    Words words;          /* beside its ruler */
    VEC(Posting *) postings;
    ReturnGroups groups;
} Envelopes;

/* ---- one of them ---- */

static bool has_flap(const EnvelopeJob *job) {
    return job->flap && (job->policies || job->policy != RETURN_NONE);
}

static Posting *posting_of(Envelopes *e, const char *origin) {
    for (size_t i = 0; i < e->postings.n; i++)
        if (strcmp(e->postings.v[i]->origin, origin) == 0)
            return e->postings.v[i];
    const EnvelopeJob *job = e->job;
    Posting *p = ARENA_NEW(e->arena, Posting);
    memcpy(p->origin, origin, sizeof p->origin);
    vec_push(e->arena, &e->postings, p);
    FacesOptions options = {
        .layout =
            place_layout(e->session, e->arena, e->layout, p->origin, e->diag),
        .mailing = e->mailing,
        .flap = has_flap(job),
        .origin = p->origin,
        .script = job->script,
        .air = job->air,
        .no_frame = job->no_frame};
    p->ok = options.layout != NULL;
    if (p->ok)
        faces_open(e->arena, e->session, &options, e->diag, &p->faces);
    return p;
}

/* Envelope `i` and what it is drawn by; NULL after an error. What it shows is
 * in `a`. */
static Faces *find_item(Envelopes *e, size_t i, Arena *a, FaceItem *out) {
    MailingItem item;
    char origin[3];
    mailing_get(e->mailing, i, a, &item);
    const EnvelopeJob *job = e->job;
    ReturnPolicy policy = return_policy(job->policies, item.to_at, job->policy);
    *out = (FaceItem){.to = item.to,
                      .to_at = item.to_at,
                      .sender_at = return_number(item.from_at, policy),
                      .address = i};
    if (!origin_find(job->origin, item.from, e->diag, origin))
        return NULL;
    Posting *p = posting_of(e, origin);
    bool ok = !item.from ||
              return_choose(a, &e->groups, item.from, policy, job->group,
                            &e->session->lists, e->diag, &out->sender);
    return ok && p->ok ? &p->faces : NULL;
}

/* ---- pages as large as the envelope ---- */

static bool draw_envelope(PageSource *self, size_t i, Arena *a,
                          DisplayTags *tags, DisplayPages *out) {
    Envelopes *e = (Envelopes *)self;
    FaceItem item;
    Faces *f = find_item(e, i, a, &item);
    if (!f)
        return false;
    const Layout *l = f->options.layout;
    if (l->u.envelope.fold.span.src) {
        DisplayPage sheet;
        bool proved = outside_draw(f, &item, a, tags, &sheet);
        vec_push(a, out, sheet);
        return proved;
    }
    DisplayPage page = {
        .w = l->w, .h = l->h, .front = true, .paper = PAPER_ENVELOPE};
    DisplayPage back = {.w = l->w, .h = l->h, .paper = PAPER_ENVELOPE};
    uint32_t doc = display_tag(tags, ROLE_DOCUMENT, DISPLAY_NO_TAG, "");
    bool ok = faces_draw(f, &item, a, tags, doc, &page.items);
    vec_push(a, out, page);
    if (f->options.flap) {
        ok = faces_draw_flap(f, &item, a, tags, doc, &back.items) && ok;
        vec_push(a, out, back);
    }
    return ok;
}

/* ---- sheets to cut out ---- */

static bool draw_sheet(PageSource *self, size_t i, Arena *a, DisplayTags *tags,
                       DisplayPages *out) {
    Envelopes *e = (Envelopes *)self;
    size_t from = i * e->cells, n = mailing_count(e->mailing) - from;
    bool *used = ARENA_ARRAY(a, bool, e->cells), ok = true;
    DisplayPage page = {.w = e->sheet->w, .h = e->sheet->h};
    uint32_t doc = display_tag(tags, ROLE_DOCUMENT, DISPLAY_NO_TAG, "");
    for (size_t k = 0; k < e->cells && k < n; k++) {
        DisplayItems face = {0};
        FaceItem item;
        uint32_t part = display_tag(tags, ROLE_PART, doc, "");
        Faces *f = find_item(e, from + k, a, &item);
        ok = f && faces_draw(f, &item, a, tags, part, &face) && ok;
        cutout_draw(a, e->sheet, k, &face, &page.items);
        used[k] = true;
    }
    grid_cut_lines(a, e->sheet, used, &page.items);
    if (i == 0)
        ruler_draw_or_tell(a, e->session->fonts, e->sheet, e->session->printer,
                           e->words.lang, e->words.v[WORD_PRINT_100], e->diag,
                           &page.items);
    vec_push(a, out, page);
    return ok;
}

/* ---- numbers, places, the proof ---- */

static size_t first_number(const PageSource *self, size_t i) {
    const Envelopes *e = (const Envelopes *)self;
    return mailing_number(e->mailing, i * e->cells);
}

static size_t last_number(const PageSource *self, size_t i) {
    const Envelopes *e = (const Envelopes *)self;
    size_t last = (i + 1) * e->cells, n = mailing_count(e->mailing);
    return mailing_number(e->mailing, (last < n ? last : n) - 1);
}

size_t envelopes_at(const PageSource *self, size_t i, size_t *place) {
    const Envelopes *e = (const Envelopes *)self;
    *place = i % e->cells;
    return i / e->cells;
}

size_t envelopes_a_sheet(const PageSource *self) {
    return ((const Envelopes *)self)->cells;
}

const Layout *envelopes_sheet(const PageSource *self) {
    return ((const Envelopes *)self)->sheet;
}

const Layout *envelopes_layout(const PageSource *self) {
    return ((const Envelopes *)self)->layout;
}

static void prove(const ProofSource *self, size_t i, Arena *a,
                  ProofAddress *out) {
    FaceItem item;
    Faces *f =
        find_item(((const EnvelopesProof *)self)->envelopes, i, a, &item);
    if (f)
        faces_prove(f, &item, a, out);
}

/* ---- the run ---- */

static bool check_options(const EnvelopeJob *job, const Mailing *m,
                          Diag *diag) {
    size_t before = diag_count(diag, DIAG_USAGE);
    return_uses_group(job->policies, mailing_records(m), job->policy,
                      job->group, diag);
    if (job->flap && !has_flap(job))
        diag_file(diag, DIAG_USAGE, NULL,
                  "--return-place says where the return address stands, and "
                  "none is printed; leave it out");
    if (job->flap && job->paper)
        diag_file(diag, DIAG_USAGE, NULL,
                  "--return-place flap prints on the back of the envelope, and "
                  "what --paper prints has none; leave out one of them");
    return diag_count(diag, DIAG_USAGE) == before;
}

static bool check_frame(const EnvelopeJob *job, const Layout *l, Diag *diag) {
    if (!job->no_frame || l->u.envelope.design)
        return true;
    diag_file(diag, DIAG_USAGE, NULL,
              "--frame: the envelope %s has none; leave the option out",
              l->name);
    return false;
}

static void note_window(const Layout *l, Diag *diag) {
    if (l->u.envelope.window.span.src && !l->u.envelope.recipient.span.src)
        diag_file(diag, DIAG_NOTE, NULL,
                  "the envelope %s has a window: the addresses are not printed "
                  "on it but show through",
                  l->name);
}

/* The sheet they are cut out of, if that is asked for. */
static bool find_sheet(Envelopes *e, const char *origin) {
    const char *paper = e->job->paper;
    e->cells = 1;
    e->words.lang = "";
    if (!paper)
        return true;
    if (e->layout->u.envelope.fold.span.src) {
        diag_file(e->diag, DIAG_USAGE, NULL,
                  "--paper: the envelope %s is a sheet of its own paper; leave "
                  "the option out",
                  e->layout->name);
        return false;
    }
    e->sheet = cutout_sheet(e->arena, e->layout, paper, e->diag);
    if (!e->sheet)
        return false;
    e->cells = (size_t)layout_labels_per_sheet(e->sheet);
    const char *lang = origin[0] ? country_lang(e->arena, origin) : "";
    return !lang[0] || wordsfile_load(e->arena, e->session->data_dir, lang,
                                      e->diag, &e->words);
}

/* What all of them have in common, by the country of the first sender of the
 * whole run. */
static bool find_common(Envelopes *e) {
    const EnvelopeJob *job = e->job;
    const Contact *first = mailing_sender_of(e->mailing, 1, e->arena);
    char origin[3];
    if (!origin_find(job->origin, first, e->diag, origin))
        return false;
    e->layout = envelopelayout_load(e->session, e->arena, job->layout,
                                    job->portrait, origin, e->diag);
    if (!e->layout || !find_sheet(e, origin) ||
        !check_frame(job, e->layout, e->diag))
        return false;
    note_window(e->layout, e->diag);
    Posting *p = posting_of(e, origin);
    if (!p->ok)
        return false;
    e->proof = (EnvelopesProof){
        .source = {.n = faces_have_addresses(&p->faces)
                            ? mailing_count(e->mailing)
                            : 0,
                   .set = prove,
                   .fonts = e->session->fonts,
                   .letter_paper = country_uses_letter_paper(origin)},
        .envelopes = e};
    return true;
}

PageSource *envelopes_open(Session *session, const EnvelopeJob *job,
                           const Mailing *m, Diag *diag) {
    Arena *a = arena_new();
    Envelopes *e = ARENA_NEW(a, Envelopes);
    *e = (Envelopes){.session = session,
                     .arena = a,
                     .diag = diag,
                     .job = job,
                     .mailing = m,
                     .groups = {.arena = a}};
    if (!check_options(job, m, diag) || !find_common(e)) {
        envelopes_close(&e->source);
        return NULL;
    }
    bool folded = e->layout->u.envelope.fold.span.src != NULL;
    e->source = (PageSource){.n = (mailing_count(m) + e->cells - 1) / e->cells,
                             .draw = e->sheet ? draw_sheet : draw_envelope,
                             .number = first_number,
                             .last_number = last_number,
                             .duplex = has_flap(job) && !folded,
                             .proof = &e->proof.source};
    return &e->source;
}

void envelopes_close(PageSource *self) {
    if (self)
        arena_free(((Envelopes *)self)->arena);
}

/* ---- the command ---- */

static bool check_sender(const EnvelopeJob *job, Diag *diag) {
    if (job->from || (!job->flap && job->policy != RETURN_INITIALS &&
                      job->policy != RETURN_GROUP))
        return true;
    diag_file(diag, DIAG_USAGE, NULL,
              "a return address needs a sender: give --from FILE");
    return false;
}

/* The stages before the display. */
static bool dump(Envelopes *e, const JobOutput *out) {
    Arena *a = arena_new();
    bool ok = true;
    for (size_t i = 0; i < mailing_count(e->mailing); i++) {
        FaceItem item;
        arena_reset(a);
        Faces *f = find_item(e, i, a, &item);
        ok = f && faces_dump(f, &item, out) && ok;
    }
    arena_free(a);
    return ok && job_may_write(e->diag);
}

static bool print(Session *s, const EnvelopeJob *job, const Mailing *m,
                  Rejects *rejects, Diag *diag) {
    PageSource *source = envelopes_open(s, job, m, diag);
    if (!source)
        return false;
    if (job->out.path &&
        !rejects_open(rejects, job->out.path, NULL, &source->rejects)) {
        envelopes_close(source);
        return false;
    }
    bool text = job->out.dump && job->out.dump != DUMP_DISPLAY;
    bool ok = text ? dump((Envelopes *)source, &job->out)
                   : print_pages(source, &job->out, diag);
    envelopes_close(source);
    return ok;
}

/* The command, while it runs. */
typedef struct Run {
    Session *session;
    Arena *arena;
    const EnvelopeJob *job;
    Diag *diag;
    ContactList to, from;
    SelectOptions select;
    MailingOptions lists;
    char origin[3]; /* "" if nobody knows */
    Rejects *rejects;
} Run;

static void draw_all(void *run) {
    Run *r = run;
    EnvelopeJob job = *r->job;
    if (r->lists.from.list && r->lists.from.n == 0)
        job.origin = r->origin; /* it is known even where he cannot be used */
    const Mailing *m =
        r->lists.to.n > 0 ? mailing_open(r->arena, &r->lists, r->diag) : NULL;
    PageSource *source =
        m ? envelopes_open(r->session, &job, m, r->diag) : NULL;
    if (source)
        print_pages(source, &(JobOutput){.progress = job.out.progress},
                    r->diag);
    envelopes_close(source);
}

/* Without the records that cannot be printed. */
static bool leave_out(Run *r, bool ok) {
    if (!rejects_find(r->rejects, ok, draw_all, r))
        return false;
    rejects_drop(r->rejects, &r->lists.to);
    rejects_drop(r->rejects, &r->lists.from);
    return !rejects_left_nobody(r->rejects, &r->lists.to) &&
           !rejects_left_nobody(r->rejects, &r->lists.from);
}

static void tell_sender(const char *path, const ContactList *from, Diag *diag) {
    if (from->n > 1)
        diag_file(diag, DIAG_NOTE, path,
                  "the first of its %zu records is the sender on all "
                  "envelopes; FILE#ID names another, and \"envoi batch\" "
                  "makes one from each",
                  from->n);
}

/* The first sender, if his record can be used. */
static void choose_sender(Run *r) {
    r->lists.from =
        (Selection){.list = &r->from, .at = ARENA_NEW(r->arena, size_t)};
    rejects_list(r->rejects, &r->from);
    Span record = contactlist_get(&r->from, 0, r->arena)->span;
    r->lists.from.n = !rejects_has(r->rejects, record);
}

static bool run(Run *r) {
    const EnvelopeJob *job = r->job;
    const ListReading *how = &r->session->lists;
    bool ok = check_sender(job, r->diag);
    bool read = recordlist_load(r->arena, how, job->addresses, (Span){0},
                                r->diag, &r->to);
    if (job->from)
        read = recordlist_load(r->arena, how, job->from, (Span){0}, r->diag,
                               &r->from) &&
               read;
    tell_sender(job->from, &r->from, r->diag);
    if (!read)
        return false;
    const Contact *first =
        r->from.n > 0 ? contactlist_get(&r->from, 0, r->arena) : NULL;
    if (first)
        choose_sender(r);
    if (!origin_find(job->origin, first, r->diag, r->origin))
        return false;
    r->select.origin = r->origin;
    if (!select_records(r->arena, &r->to, &r->select, r->diag, &r->lists.to) ||
        !leave_out(r, ok))
        return false;
    const Mailing *m = mailing_open(r->arena, &r->lists, r->diag);
    return m && print(r->session, job, m, r->rejects, r->diag);
}

bool envelope_run(Session *session, const EnvelopeJob *job, Diag *diag) {
    Run r = {.session = session,
             .arena = arena_new(),
             .job = job,
             .diag = diag,
             .select = job->select};
    r.rejects = rejects_begin(r.arena, &r.select, &job->out, diag);
    bool ok = run(&r);
    rejects_end(r.rejects, ok);
    contactlist_close(&r.to);
    contactlist_close(&r.from);
    arena_free(r.arena);
    return ok;
}
