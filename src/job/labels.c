#include "job/labels.h"

#include "input/contactfields.h"
#include "input/layoutfile.h"
#include "input/wordsfile.h"
#include "job/labelplan.h"
#include "job/origin.h"
#include "job/print.h"
#include "job/records.h"
#include "model/country.h"
#include "page/grid.h"
#include "page/outline.h"
#include "page/ruler.h"

/* What every sheet is drawn from. Of each addressee only the setting is kept;
 * the lines are set anew for the sheet they stand on. */
typedef struct Sheets {
    PageSource source;
    Session *session;
    Diag *diag;
    char origin[3];
    const Layout *layout;
    DeliveryOptions delivery;
    Contacts to;
    Drawer drawer;                  /* of the ledger, if there is one */
    const AddressSetting *settings; /* one an addressee who is in the plan */
    const bool *planned;            /* who is */
    CellPlan plan;
    bool outline; /* around every label, used or not */
    bool ruler;   /* on the first sheet */
    Words words;  /* in the user's language */
} Sheets;

/* Set a record's label as it stands in a cell. */
static LayoutPoint set_label(const Sheets *s, size_t record, size_t cell,
                             Arena *a, AddressFit *out) {
    const AddressSetting *as = &s->settings[record];
    delivery_set_as(a, s->session->fonts, &s->to.v[record], &s->delivery, as,
                    s->diag, out);
    return grid_place(s->layout, (int)cell, as->room, out->w, out->h);
}

static void draw_label(Sheets *s, const PlacedLabel *label, uint32_t sheet,
                       Arena *a, DisplayTags *tags, DisplayItems *to) {
    AddressFit fit;
    uint32_t part = display_tag(tags, ROLE_PART, sheet, "");
    LayoutPoint at = set_label(s, label->record, label->cell, a, &fit);
    fit.mark = (DisplayMarks){
        .wanted = true, .address = label->record, .number = label->cell + 1};
    address_fit_draw(a, &fit, tags, part, at.x, at.y, to);
}

static bool draw_sheet(PageSource *self, size_t i, Arena *a, DisplayTags *tags,
                       DisplayPages *out) {
    Sheets *s = (Sheets *)self;
    size_t cells = (size_t)layout_labels_per_sheet(s->layout);
    bool *used = ARENA_ARRAY(a, bool, cells);
    DisplayPage page = {.w = s->layout->w,
                        .h = s->layout->h,
                        .paper = s->layout->u.labels.roll ? PAPER_ROLL
                                                          : PAPER_SHEET};
    uint32_t sheet = display_tag(tags, ROLE_DOCUMENT, DISPLAY_NO_TAG, "");
    for (size_t k = s->plan.first[i]; k < s->plan.first[i + 1]; k++) {
        draw_label(s, &s->plan.v[k], sheet, a, tags, &page.items);
        used[s->plan.v[k].cell] = true;
    }
    if (s->layout->u.labels.cut && !s->outline)
        grid_cut_lines(a, s->layout, used, &page.items);
    size_t labels = page.items.n;
    for (size_t k = 0; s->outline && k < cells; k++)
        outline_draw(a, s->layout, (int)k, &page.items);
    if (s->ruler && i == 0)
        ruler_draw(a, s->session->fonts, s->layout, s->words.lang,
                   s->words.v[WORD_PRINT_100], &page.items);
    display_aid(&page.items, labels);
    vec_push(a, out, page);
    return true;
}

typedef struct LabelProof {
    ProofSource source;
    const Sheets *sheets;
} LabelProof;

/* A record's label for a proof, in the first cell. */
static void prove_label(const ProofSource *self, size_t record, Arena *a,
                        ProofAddress *out) {
    const Sheets *s = ((const LabelProof *)self)->sheets;
    LayoutBox label = layout_label(s->layout, 0);
    LayoutPoint at = set_label(s, record, 0, a, &out->fit);
    out->contact = &s->to.v[record];
    out->frame_w = label.w;
    out->frame_h = label.h;
    out->x = at.x - label.x;
    out->y = at.y - label.y;
}

/* The stages before the display, each addressee once. */
static void dump_labels(Sheets *s, const JobOutput *out) {
    Arena *a = arena_new();
    for (size_t i = 0; i < s->to.n; i++) {
        AddressFit fit;
        if (!s->planned[i])
            continue;
        delivery_set_as(a, s->session->fonts, &s->to.v[i], &s->delivery,
                        &s->settings[i], s->diag, &fit);
        address_fit_dump(&fit, out->dump, out->text);
        arena_reset(a);
    }
    arena_free(a);
}

static const char *default_layout(const char *origin) {
    return country_uses_letter_paper(origin) ? "plain-letter" : "plain-a4";
}

/* Find how each label is set; errors of all of them. */
static bool find_settings(Sheets *s, Arena *a) {
    AddressSetting *settings = ARENA_ARRAY(a, AddressSetting, s->to.n);
    bool *planned = ARENA_ARRAY(a, bool, s->to.n), ok = true;
    for (size_t i = 0; i < s->plan.first[s->plan.sheets]; i++)
        planned[s->plan.v[i].record] = true;
    for (size_t i = 0; i < s->to.n; i++)
        if (planned[i])
            ok = delivery_find(s->session->fonts, &s->to.v[i], &s->delivery,
                               s->diag, &settings[i]) &&
                 ok;
    s->settings = settings;
    s->planned = planned;
    return ok;
}

static const Layout *find_layout(Arena *a, const Session *session,
                                 const LabelsJob *job, const char *origin,
                                 Diag *diag) {
    const char *name = job->layout ? job->layout : default_layout(origin);
    return layoutfile_load(a, session->data_dir, LAYOUT_LABELS, name, (Span){0},
                           diag);
}

/* What the ruler says, in the user's language or without words. */
static bool find_words(Arena *a, const Session *session, const LabelsJob *job,
                       const char *origin, Diag *diag, Words *out) {
    const char *lang = origin[0] ? country_lang(a, origin) : "";
    *out = (Words){.lang = ""};
    if (job->lang) {
        lang = language_tag(a, text_literal(job->lang));
        if (!lang) {
            diag_file(diag, DIAG_USAGE, NULL,
                      "--lang: \"%s\" is not a language; write a tag such as "
                      "fr, de or zh-Hant",
                      job->lang);
            return false;
        }
    }
    return !lang[0] || wordsfile_load(a, session->data_dir, lang, diag, out);
}

/* The sheets, and the ledger with them. A try on plain paper uses up
 * nothing. */
static bool print_sheets(Sheets *s, const LabelsJob *job, Arena *a) {
    Drawer *drawer = &s->drawer;
    LabelProof proof = {.source = {.n = s->to.n,
                                   .set = prove_label,
                                   .fonts = s->session->fonts,
                                   .letter_paper = country_uses_letter_paper(
                                       s->delivery.origin)},
                        .sheets = s};
    bool keeps =
        job->ledger && !job->out.dump && job->out.path && !job->outline;
    if (keeps) {
        drawer_take(a, drawer, &s->plan);
        if (!drawer_write(a, drawer, s->diag, &s->source.along))
            return false;
    }
    s->source.proof = &proof.source;
    if (!print_pages(&s->source, &job->out, s->diag))
        return false;
    if (keeps)
        drawer_tell(drawer, &s->plan, s->diag);
    if (!job->out.dump)
        labelplan_tell(job, &s->plan, s->diag);
    return true;
}

/* All that the job names. Every fault in it is told, each file's by itself. */
static bool read_inputs(Sheets *s, const LabelsJob *job, Arena *a) {
    Diag *diag = s->diag;
    const char *data_dir = s->session->data_dir;
    bool sane = labelplan_check(job, diag), ok = sane;
    ok = origin_find(job->origin, NULL, diag, s->origin) && ok;
    ok = find_words(a, s->session, job, s->origin, diag, &s->words) && ok;
    s->layout = find_layout(a, s->session, job, s->origin, diag);
    if (s->layout && job->ledger && sane)
        ok = drawer_open(a, job->ledger, data_dir, s->layout, diag,
                         &s->drawer) &&
             ok;
    return records_load(a, &s->session->lists, job->addresses, (Span){0}, diag,
                        &s->to) &&
           s->layout && ok;
}

static void set_up(Sheets *s, const LabelsJob *job, Arena *a) {
    const Layout *l = s->layout;
    s->source = (PageSource){.n = s->plan.sheets, .draw = draw_sheet};
    s->outline = job->outline;
    s->ruler = !job->no_ruler && !l->u.labels.roll;
    s->delivery =
        (DeliveryOptions){.origin = s->origin,
                          .script = job->script,
                          .fit = {.max_size = ADDRESS_MAX, .family = FONT_SANS},
                          .what = arena_printf(a, "label %s", l->name),
                          .else_try = delivery_else_try(job->script),
                          .larger = larger_new(a, s->session, l)};
    grid_fit_options(a, l, &s->delivery.fit);
}

static bool run(Sheets *s, const LabelsJob *job, Arena *a) {
    const Drawer *drawer = job->ledger ? &s->drawer : NULL;
    if (!read_inputs(s, job, a) ||
        !labelplan_make(a, job, s->layout, &s->to, drawer, s->diag, &s->plan))
        return false;
    set_up(s, job, a);
    if (!find_settings(s, a) || !job_may_write(s->diag))
        return false;
    if (!job->out.dump || job->out.dump == DUMP_DISPLAY)
        return print_sheets(s, job, a);
    dump_labels(s, &job->out);
    return true;
}

bool labels_run(Session *session, const LabelsJob *job, Diag *diag) {
    Arena *a = arena_new();
    Sheets sheets = {.session = session, .diag = diag};
    bool ok = run(&sheets, job, a);
    drawer_close(&sheets.drawer);
    arena_free(a);
    return ok;
}
