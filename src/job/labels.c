#include "job/labels.h"

#include "input/contactfields.h"
#include "input/layoutfile.h"
#include "input/wordsfile.h"
#include "job/delivery.h"
#include "job/labelplan.h"
#include "job/origin.h"
#include "job/paperlang.h"
#include "job/records.h"
#include "job/rejects.h"
#include "job/settings.h"
#include "model/country.h"
#include "page/cellnumber.h"
#include "page/grid.h"
#include "page/outline.h"
#include "page/ruler.h"
#include "page/sheeticons.h"

#include <string.h>

/* How addresses are set that are posted in one country. */
typedef struct Posting {
    char origin[3];
    DeliveryOptions delivery;
    Settings *settings;
    DeliveryOptions above; /* a number's strip */
    Settings *settings_above;
} Posting;

typedef struct LabelProof {
    ProofSource source;
    struct Sheets *sheets;
} LabelProof;

/* What every sheet is drawn from. Of each addressee only the setting is kept;
 * the lines are set anew for the sheet they stand on. */
typedef struct Sheets {
    PageSource source;
    LabelProof proof;
    Session *session;
    Arena *arena;
    Diag *diag;
    const LabelsJob *job;
    const Mailing *mailing; /* of its items are the labels */
    const Layout *layout;
    char origin[3]; /* of the first */
    VEC(Posting *) postings;
    LargerSheets *larger;
    Drawer drawer;    /* of the ledger, */
    bool has_drawer;  /* if there is one */
    Selection chosen; /* of the list, */
    Rejects *rejects; /* without these; of a mailing neither is set */
    CellPlan plan;
    uint32_t *where; /* of each item, its place in the plan; or NULL */
    bool numbers;    /* of packs, on the labels */
    bool ruler;      /* on the first sheet */
    Words words;     /* in the user's language */
} Sheets;

/* ---- one label ---- */

static DeliveryOptions delivery_for(Sheets *s, const char *origin) {
    AddressScript script = s->job->script;
    DeliveryOptions d = {
        .origin = origin,
        .script = script,
        .fit = {.max_size = ADDRESS_MAX, .family = FONT_SANS},
        .what = arena_printf(s->arena, "label %s", s->layout->name),
        .scripts = true,
        .larger = s->larger};
    grid_fit_options(s->arena, s->layout, &d.fit);
    return d;
}

static Posting *posting_of(Sheets *s, const char *origin) {
    for (size_t i = 0; i < s->postings.n; i++)
        if (strcmp(s->postings.v[i]->origin, origin) == 0)
            return s->postings.v[i];
    Posting *p = ARENA_NEW(s->arena, Posting);
    memcpy(p->origin, origin, sizeof p->origin);
    p->delivery = delivery_for(s, p->origin);
    p->settings = settings_new(s->arena, s->mailing);
    vec_push(s->arena, &s->postings, p);
    return p;
}

/* A label as it is to be drawn. */
typedef struct Label {
    MailingItem item;
    AddressFit fit;
    LayoutPoint at;
    CellNumber number;
    LayoutPoint number_at;
} Label;

/* The address alone. */
static bool set_address(Sheets *s, size_t cell, Arena *a, Label *out) {
    AddressSetting as;
    char origin[3];
    if (!origin_find(s->job->origin, out->item.from, s->diag, origin))
        return false;
    Posting *p = posting_of(s, origin);
    if (!settings_set(p->settings, a, s->session->fonts, out->item.to,
                      out->item.to_at, &p->delivery, s->diag, &out->fit, &as))
        return false;
    out->at = grid_place(s->layout, (int)cell, as.room, out->fit.w, out->fit.h);
    return true;
}

/* The same where a number needs a strip of its own below it. */
static bool set_above(Sheets *s, size_t cell, Arena *a, Label *out) {
    LayoutBox box = layout_label_text(s->layout, (int)cell);
    AddressSetting as;
    char origin[3];
    origin_find(s->job->origin, out->item.from, s->diag, origin);
    Posting *p = posting_of(s, origin);
    if (!p->settings_above) {
        p->settings_above = settings_new(s->arena, s->mailing);
        p->above = p->delivery;
        p->above.fit.h = cellnumber_above(&out->number, p->above.fit.h);
        p->above.fit.nothers = 0;
        p->above.what = arena_printf(
            s->arena, "label %s above the number of its pack", s->layout->name);
    }
    if (!settings_set(p->settings_above, a, s->session->fonts, out->item.to,
                      out->item.to_at, &p->above, s->diag, &out->fit, &as))
        return false;
    out->at = grid_place(s->layout, (int)cell, 0, out->fit.w, out->fit.h);
    out->at.y -= (box.h - cellnumber_above(&out->number, box.h)) / 2;
    return true;
}

static bool set_number(Sheets *s, size_t cell, Arena *a, Label *out) {
    LayoutBox box = layout_label_text(s->layout, (int)cell);
    const char *digits = arena_printf(a, "%u", out->item.number);
    if (!cellnumber_set(a, s->session->fonts, digits, s->diag, &out->number))
        return false;
    if (cellnumber_place(&out->number, &box, &out->fit, out->at,
                         &out->number_at))
        return true;
    if (!set_above(s, cell, a, out))
        return false;
    out->number_at = (LayoutPoint){box.x + box.w - out->number.w,
                                   box.y + box.h - out->number.h};
    return true;
}

/* The label of item `i` as it stands in a cell. False after an error. */
static bool set_label(Sheets *s, size_t i, size_t cell, Arena *a, Label *out) {
    mailing_get(s->mailing, i, a, &out->item);
    return set_address(s, cell, a, out) &&
           (!s->numbers || set_number(s, cell, a, out));
}

static bool draw_label(Sheets *s, const PlacedLabel *placed, uint32_t sheet,
                       Arena *a, DisplayTags *tags, DisplayItems *to) {
    Label label;
    uint32_t part = display_tag(tags, ROLE_PART, sheet, "");
    if (!set_label(s, placed->record, placed->cell, a, &label))
        return false;
    label.fit.mark = (DisplayMarks){
        .wanted = true, .address = placed->record, .number = placed->cell + 1};
    address_fit_draw(a, &label.fit, tags, part, label.at.x, label.at.y, to);
    if (s->numbers)
        cellnumber_draw(a, &label.number, tags, part, label.number_at, to);
    return true;
}

/* ---- sheets ---- */

static bool draw_sheet(PageSource *self, size_t i, Arena *a, DisplayTags *tags,
                       DisplayPages *out) {
    Sheets *s = (Sheets *)self;
    const LabelLayout *l = &s->layout->u.labels;
    size_t cells = (size_t)layout_labels_per_sheet(s->layout);
    bool *used = ARENA_ARRAY(a, bool, cells), ok = true;
    DisplayPage page = {.w = s->layout->w,
                        .h = s->layout->h,
                        .paper = l->roll ? PAPER_ROLL : PAPER_SHEET};
    uint32_t sheet = display_tag(tags, ROLE_DOCUMENT, DISPLAY_NO_TAG, "");
    for (size_t k = s->plan.first[i]; k < s->plan.first[i + 1]; k++) {
        ok = draw_label(s, &s->plan.v[k], sheet, a, tags, &page.items) && ok;
        used[s->plan.v[k].cell] = true;
    }
    if (l->cut && !s->job->outline)
        grid_cut_lines(a, s->layout, used, &page.items);
    size_t labels = page.items.n;
    for (size_t k = 0; s->job->outline && k < cells; k++)
        outline_draw(a, s->layout, (int)k, &page.items);
    if (l->cut && !s->job->outline && s->numbers)
        sheeticons_cut(a, s->layout, &page.items);
    if (s->ruler && i == 0)
        ruler_draw_or_tell(a, s->session->fonts, s->layout, s->session->printer,
                           s->words.lang, s->words.v[WORD_PRINT_100], s->diag,
                           &page.items);
    display_aid(&page.items, labels);
    vec_push(a, out, page);
    return ok;
}

static size_t first_number(const PageSource *self, size_t i) {
    const Sheets *s = (const Sheets *)self;
    return mailing_number(s->mailing, s->plan.v[s->plan.first[i]].record);
}

static size_t last_number(const PageSource *self, size_t i) {
    const Sheets *s = (const Sheets *)self;
    return mailing_number(s->mailing,
                          s->plan.v[s->plan.first[i + 1] - 1].record);
}

/* A label for a proof, in the first cell. */
static void prove_label(const ProofSource *self, size_t i, Arena *a,
                        ProofAddress *out) {
    Sheets *s = ((const LabelProof *)self)->sheets;
    LayoutBox box = layout_label(s->layout, 0);
    Label label;
    if (!set_label(s, i, 0, a, &label))
        return;
    out->fit = label.fit;
    out->contact = label.item.to;
    out->frame_w = box.w;
    out->frame_h = box.h;
    out->x = label.at.x - box.x;
    out->y = label.at.y - box.y;
}

/* The stages before the display, each addressee once. */
static bool dump_labels(Sheets *s, const JobOutput *out) {
    Arena *a = arena_new();
    size_t n = mailing_count(s->mailing);
    bool *planned = ARENA_ARRAY(s->arena, bool, n), ok = true;
    for (size_t i = 0; i < s->plan.first[s->plan.sheets]; i++)
        planned[s->plan.v[i].record] = true;
    for (size_t i = 0; i < n; i++) {
        Label label;
        arena_reset(a);
        if (!planned[i])
            continue;
        if (set_label(s, i, 0, a, &label))
            address_fit_dump(&label.fit, out->dump, out->text);
        else
            ok = false;
    }
    arena_free(a);
    return ok && job_may_write(s->diag);
}

/* ---- what the job names ---- */

static const char *default_layout(const char *origin) {
    return country_uses_letter_paper(origin) ? "plain-letter" : "plain-a4";
}

const char *labels_default(const char *origin) {
    return country_uses_letter_paper(origin) ? "avery-5163" : "avery-l7163";
}

/* What the ruler says, in the user's language or without words. */
static bool find_words(Sheets *s) {
    const char *lang = s->origin[0] ? country_lang(s->arena, s->origin) : "";
    s->words = (Words){.lang = ""};
    if (s->job->lang)
        lang = paperlang_tag(s->arena, "--lang", s->job->lang, s->diag);
    if (!lang)
        return false;
    return !lang[0] || wordsfile_load(s->arena, s->session->data_dir, lang,
                                      s->diag, &s->words);
}

static bool find_layout(Sheets *s) {
    const char *name =
        s->job->layout ? s->job->layout : default_layout(s->origin);
    s->layout = layoutfile_load(s->arena, s->session->data_dir, LAYOUT_LABELS,
                                name, (Span){0}, s->diag);
    if (!s->layout)
        return false;
    s->larger = larger_new(s->arena, s->session, s->layout);
    s->ruler = !s->job->no_ruler && !s->layout->u.labels.roll;
    return true;
}

/* When all is known, the source of the sheets. */
static void set_up(Sheets *s) {
    s->proof = (LabelProof){
        .source = {.n = mailing_count(s->mailing),
                   .set = prove_label,
                   .fonts = s->session->fonts,
                   .letter_paper = country_uses_letter_paper(s->origin)},
        .sheets = s};
    s->source = (PageSource){.n = s->plan.sheets,
                             .draw = draw_sheet,
                             .number = first_number,
                             .last_number = last_number,
                             .proof = &s->proof.source};
}

/* The part-used sheets of the ledger, if there is one. */
static bool find_drawer(Sheets *s) {
    const char *path = s->job->ledger;
    if (!path || !s->layout)
        return true;
    s->has_drawer = drawer_open(s->arena, path, s->session->data_dir, s->layout,
                                s->diag, &s->drawer);
    return s->has_drawer;
}

/* ---- of a mailing ---- */

static Sheets *sheets_new(Session *session, const LabelsJob *job, Diag *diag) {
    Arena *a = arena_new();
    Sheets *s = ARENA_NEW(a, Sheets);
    *s = (Sheets){.session = session, .arena = a, .diag = diag, .job = job};
    return s;
}

/* One label an item, in their order. */
static bool plan_items(Sheets *s) {
    LabelRun run = {.n = mailing_count(s->mailing)};
    run.records = ARENA_ARRAY(s->arena, uint32_t, run.n);
    for (size_t i = 0; i < run.n; i++)
        run.records[i] = (uint32_t)i;
    if (!labelplan_make(s->arena, s->job, s->layout, &run,
                        s->has_drawer ? &s->drawer : NULL, s->diag, &s->plan))
        return false;
    s->where = run.records; /* it is as long, and done with */
    for (size_t k = 0; k < run.n; k++)
        s->where[s->plan.v[k].record] = (uint32_t)k;
    return true;
}

PageSource *labels_open(Session *session, const LabelsJob *job,
                        const Mailing *m, bool numbers, Diag *diag) {
    Sheets *s = sheets_new(session, job, diag);
    const Contact *first = mailing_sender_of(m, 1, s->arena);
    s->mailing = m;
    s->numbers = numbers;
    bool ok = labelplan_check(job, diag);
    ok = origin_find(job->origin, first, diag, s->origin) && ok;
    ok = find_words(s) && ok;
    ok = find_layout(s) && ok;
    if (!ok || !find_drawer(s) || !plan_items(s)) {
        labels_close(&s->source);
        return NULL;
    }
    set_up(s);
    return &s->source;
}

void labels_close(PageSource *self) {
    Sheets *s = (Sheets *)self;
    if (!s)
        return;
    fs_out_abandon(s->source.along);
    drawer_close(&s->drawer);
    arena_free(s->arena);
}

bool labels_keep(PageSource *self) {
    Sheets *s = (Sheets *)self;
    if (!s->has_drawer)
        return true;
    drawer_take(s->arena, &s->drawer, &s->plan);
    return drawer_write(s->arena, &s->drawer, s->diag, &s->source.along);
}

size_t labels_at(const PageSource *self, size_t i, size_t *place) {
    const Sheets *s = (const Sheets *)self;
    size_t k = s->where[i], low = 0, high = s->plan.sheets;
    while (high - low > 1) {
        size_t mid = low + (high - low) / 2;
        if (s->plan.first[mid] <= k)
            low = mid;
        else
            high = mid;
    }
    *place = s->plan.v[k].cell;
    return low;
}

void labels_tell(const PageSource *self) {
    const Sheets *s = (const Sheets *)self;
    if (s->has_drawer)
        drawer_tell(&s->drawer, &s->plan, "label sheet", s->diag);
    labelplan_tell(s->job, &s->plan, s->diag);
}

size_t labels_part_used(const PageSource *self) {
    const Sheets *s = (const Sheets *)self;
    return labelplan_parts(s->job, &s->plan, s->has_drawer ? &s->drawer : NULL);
}

const Layout *labels_layout(const PageSource *self) {
    return ((const Sheets *)self)->layout;
}

/* ---- the command ---- */

/* The sheets, and the ledger with them. A try on plain paper uses up
 * nothing. */
static bool print_sheets(Sheets *s) {
    const LabelsJob *job = s->job;
    bool keeps =
        job->ledger && !job->out.dump && job->out.path && !job->outline;
    if (keeps && !labels_keep(&s->source))
        return false;
    if (job->out.path && !rejects_open(s->rejects, job->out.path,
                                       s->source.along, &s->source.rejects))
        return false;
    if (!print_pages(&s->source, &job->out, s->diag))
        return false;
    if (keeps)
        drawer_tell(&s->drawer, &s->plan, "page", s->diag);
    if (!job->out.dump)
        labelplan_tell(job, &s->plan, s->diag);
    return true;
}

/* All that the job names but its list. Every fault in it is told, each file's
 * by itself. */
static bool read_inputs(Sheets *s) {
    const LabelsJob *job = s->job;
    bool sane = labelplan_check(job, s->diag), ok = sane;
    ok = origin_find(job->origin, NULL, s->diag, s->origin) && ok;
    ok = find_words(s) && ok;
    ok = find_layout(s) && ok;
    if (sane)
        ok = find_drawer(s) && ok;
    return ok;
}

/* Each record as often as it wants to be. */
static bool plan_records(Sheets *s, const Selection *to) {
    Arena *scratch = arena_new();
    uint32_t *wanted = ARENA_ARRAY(s->arena, uint32_t, to->n);
    const Drawer *drawer = s->has_drawer ? &s->drawer : NULL;
    LabelRun run;
    for (size_t i = 0; i < to->n; i++) {
        arena_reset(scratch);
        wanted[i] = selection_get(to, i, scratch)->copies;
    }
    arena_free(scratch);
    return labelplan_run(s->arena, s->job, wanted, to->n, s->diag, &run) &&
           labelplan_make(s->arena, s->job, s->layout, &run, drawer, s->diag,
                          &s->plan);
}

static bool plan_run(Sheets *s, const Selection *to) {
    MailingOptions options = {.to = *to};
    if (!plan_records(s, to))
        return false;
    s->mailing = mailing_open(s->arena, &options, s->diag);
    if (s->mailing)
        set_up(s);
    return s->mailing != NULL;
}

static void draw_all(void *run) {
    Sheets *s = run;
    if (s->chosen.n > 0 && plan_run(s, &s->chosen))
        print_pages(&s->source, &(JobOutput){.progress = s->job->out.progress},
                    s->diag);
    s->postings.n = 0; /* what was set is told anew, by others */
}

/* Without the records that cannot be printed. */
static bool leave_out(Sheets *s, bool ok) {
    if (!rejects_find(s->rejects, ok, draw_all, s))
        return false;
    rejects_drop(s->rejects, &s->chosen);
    return !rejects_left_nobody(s->rejects, &s->chosen);
}

static bool run(Sheets *s, SelectOptions *select, ContactList *to) {
    const LabelsJob *job = s->job;
    bool ok = read_inputs(s);
    if (!recordlist_load(s->arena, &s->session->lists, job->addresses,
                         (Span){0}, s->diag, to) ||
        !s->layout)
        return false;
    select->origin = s->origin;
    if (!select_records(s->arena, to, select, s->diag, &s->chosen) ||
        !leave_out(s, ok) || !plan_run(s, &s->chosen))
        return false;
    if (!job->out.dump || job->out.dump == DUMP_DISPLAY)
        return print_sheets(s);
    return dump_labels(s, &job->out);
}

bool labels_run(Session *session, const LabelsJob *job, Diag *diag) {
    Sheets *s = sheets_new(session, job, diag);
    ContactList to = {0};
    SelectOptions select = job->select;
    s->rejects = rejects_begin(s->arena, &select, &job->out, diag);
    bool ok = run(s, &select, &to);
    rejects_end(s->rejects, ok);
    contactlist_close(&to);
    labels_close(&s->source);
    return ok;
}
