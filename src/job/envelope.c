#include "job/envelope.h"

#include "input/layoutfile.h"
#include "job/cutout.h"
#include "job/outside.h"
#include "job/place.h"
#include "job/print.h"
#include "job/records.h"
#include "model/country.h"

#include <string.h>

/* ---- the layout ---- */

static const char *default_layout(const char *origin) {
    return country_uses_letter_paper(origin) ? "us-10" : "dl";
}

/* "240x120mm", "9.5 x 4 in": a layout with no more than that size. False if it
 * is no size. */
static bool layout_of_size(Arena *a, const char *name, Diag *diag,
                           const Layout **out) {
    const char *by = strchr(name, 'x');
    const char *unit = name + strlen(name);
    while (unit > name && unit[-1] >= 'a' && unit[-1] <= 'z')
        unit--;
    Len w, h;
    if (!by || !*unit || unit < by ||
        !len_parse(name, (size_t)(by - name), unit, &w) ||
        !len_parse(by + 1, strlen(by + 1), unit, &h))
        return false;
    const char *yaml = arena_printf(
        a,
        "kind: envelope\ntitle: envelope of %s\nsize: {width: %.*s %s, "
        "height: %.*s %s}\n",
        name, (int)(by - name), name, unit, (int)(unit - by - 1), by + 1, unit);
    const Source *src =
        source_from(a, arena_printf(a, "--on %s", name), yaml, strlen(yaml));
    *out = layoutfile_parse(a, src, name, diag);
    return true;
}

/* The envelope on its short side; a layout with boxes of its own says itself
 * how it stands. */
static const Layout *upright(Arena *a, const Layout *l, Diag *diag) {
    const EnvelopeLayout *e = &l->u.envelope;
    if (e->recipient.span.src || e->window.span.src || e->stamp.span.src ||
        e->sender.span.src || e->nclear || e->fold.span.src || e->design) {
        diag_file(diag, DIAG_USAGE, NULL,
                  "--portrait: the layout %s says itself where what stands; "
                  "leave the option out",
                  l->name);
        return NULL;
    }
    Layout *turned = ARENA_NEW(a, Layout);
    *turned = *l;
    turned->w = l->w < l->h ? l->w : l->h;
    turned->h = l->w < l->h ? l->h : l->w;
    return turned;
}

static const Layout *find_layout(Arena *a, Session *s, const EnvelopeJob *job,
                                 const char *origin, Diag *diag) {
    const char *name = job->layout ? job->layout : default_layout(origin);
    const Layout *l;
    if (!layout_of_size(a, name, diag, &l))
        l = layoutfile_load(a, s->data_dir, LAYOUT_ENVELOPE, name, (Span){0},
                            diag);
    if (l && job->portrait)
        l = upright(a, l, diag);
    return l ? place_layout(s, a, l, origin, diag) : NULL;
}

/* ---- pages as large as the envelope ---- */

typedef struct Envelopes {
    PageSource source;
    const Faces *faces;
} Envelopes;

static bool draw(PageSource *self, size_t i, Arena *a, DisplayTags *tags,
                 DisplayPages *out) {
    const Faces *f = ((Envelopes *)self)->faces;
    const Layout *l = f->options.layout;
    if (l->u.envelope.fold.span.src) {
        DisplayPage sheet;
        bool proved = outside_draw(f, i, a, tags, &sheet);
        vec_push(a, out, sheet);
        return proved;
    }
    DisplayPage page = {
        .w = l->w, .h = l->h, .front = true, .paper = PAPER_ENVELOPE};
    DisplayPage back = {.w = l->w, .h = l->h, .paper = PAPER_ENVELOPE};
    uint32_t doc = display_tag(tags, ROLE_DOCUMENT, DISPLAY_NO_TAG, "");
    bool ok = faces_draw(f, i, a, tags, doc, &page.items);
    vec_push(a, out, page);
    if (f->options.flap) {
        faces_draw_flap(f, i, a, tags, doc, &back.items);
        vec_push(a, out, back);
    }
    return ok;
}

static bool print(const Faces *faces, const EnvelopeJob *job, Diag *diag) {
    bool folded = faces->options.layout->u.envelope.fold.span.src != NULL;
    FacesProof proof = faces_proof(faces);
    Envelopes e = {.source = {.n = faces->options.to->n,
                              .draw = draw,
                              .duplex = faces->options.flap && !folded,
                              .proof = &proof.source},
                   .faces = faces};
    return print_pages(&e.source, &job->out, diag);
}

/* ---- the job ---- */

static bool check_options(const EnvelopeJob *job, Diag *diag) {
    size_t before = diag_count(diag, DIAG_USAGE);
    if (!job->from && (job->flap || job->policy == RETURN_INITIALS ||
                       job->policy == RETURN_GROUP))
        diag_file(diag, DIAG_USAGE, NULL,
                  "a return address needs a sender: give --from FILE");
    if (job->group && job->policy != RETURN_GROUP)
        diag_file(diag, DIAG_USAGE, NULL, "--group is for --return group");
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

/* Everything is found and may be written. */
static bool write(Session *s, const EnvelopeJob *job, const Faces *faces,
                  const Layout *sheet, Diag *diag) {
    (void)s;
    if (job->out.dump && job->out.dump != DUMP_DISPLAY) {
        faces_dump(faces, &job->out);
        return true;
    }
    if (!sheet)
        return print(faces, job, diag);
    Arena *a = arena_new();
    const char *origin = faces->options.origin;
    bool ok =
        cutout_print(faces, sheet, origin[0] ? country_lang(a, origin) : "",
                     &job->out, diag);
    arena_free(a);
    return ok;
}

bool envelope_run(Session *session, const EnvelopeJob *job, Diag *diag) {
    Arena *a = arena_new();
    Contacts to = {0}, from = {0};
    const Contact *sender = NULL;
    const Layout *layout = NULL, *sheet = NULL;
    char origin[3];
    Faces faces;
    bool ok = check_options(job, diag);
    ok = records_load(a, &session->lists, job->addresses, (Span){0}, diag,
                      &to) &&
         ok;
    if (job->from)
        ok = records_load(a, &session->lists, job->from, (Span){0}, diag,
                          &from) &&
             ok;
    ok = origin_find(job->origin, from.n ? from.v : NULL, diag, origin) && ok;
    if (from.n)
        ok = return_choose(a, from.v, job->policy, job->group, &session->lists,
                           diag, &sender) &&
             ok;
    if (ok)
        layout = find_layout(a, session, job, origin, diag);
    if (layout && job->paper && layout->u.envelope.fold.span.src)
        diag_file(diag, DIAG_USAGE, NULL,
                  "--paper: the envelope %s is a sheet of its own paper; leave "
                  "the option out",
                  layout->name);
    else if (layout && job->paper)
        sheet = cutout_sheet(a, layout, job->paper, diag);
    ok = layout && (sheet || !job->paper) && check_frame(job, layout, diag);
    if (ok) {
        note_window(layout, diag);
        FacesOptions options = {.layout = layout,
                                .to = &to,
                                .sender = sender,
                                .flap = job->flap && sender,
                                .origin = origin,
                                .script = job->script,
                                .air = job->air,
                                .no_frame = job->no_frame};
        ok = faces_find(a, session, &options, diag, &faces) &&
             job_may_write(diag) && write(session, job, &faces, sheet, diag);
    }
    arena_free(a);
    return ok;
}
