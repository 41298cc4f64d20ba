#include "job/importfolder.h"

#include "base/fs.h"
#include "base/yamlwrite.h"
#include "job/contactyaml.h"
#include "job/importmarkdown.h"
#include "job/importreport.h"

#include <string.h>

/* ---- values with their places ---- */

typedef struct Writer {
    Arena *a;
    const Import *in;
    Buf *out;
} Writer;

static const char *remark_of(const Writer *w, const ImportValue *v) {
    const char *place = import_place(w->a, w->in->document, v->text.span);
    bool both = place[0] && v->why;
    if (v->sure == IMPORT_GUESSED)
        return arena_printf(w->a, "check: %s%s%s%s", v->why ? v->why : "",
                            both ? " (" : "", place, both ? ")" : "");
    return v->why && v->why[0]
               ? arena_printf(w->a, "%s%s%s", place, both ? "; " : "", v->why)
               : place;
}

static void put_pair(const Writer *w, int indent, const char *key,
                     const ImportValue *v) {
    size_t from = w->out->n;
    if (v->sure == IMPORT_MISSING)
        return;
    yamlwrite_pair(w->out, indent, key, v->text);
    yaml_remark(w->out, from, remark_of(w, v));
}

static void put_missing(const Writer *w, const char *key, const char *why) {
    buf_printf(w->out, "# missing: %s: %s\n", key, why);
}

static void put_field(const Writer *w, const char *key, ImportField field) {
    const ImportValue *v = &w->in->fields[field];
    if (v->sure == IMPORT_MISSING)
        put_missing(w, key, v->why);
    else
        put_pair(w, 0, key, v);
}

static void put_item(const Writer *w, int indent, const ImportValue *v) {
    size_t from = w->out->n;
    buf_printf(w->out, "%*s- ", indent, "");
    yamlwrite_text(w->out, v->text);
    buf_putc(w->out, '\n');
    /* Above a long one, with its indent. */
    yaml_remark(w->out, from, remark_of(w, v));
}

/* The document's name without the way to it, for a comment: a line end in it
 * would end that. */
static const char *name_of(Arena *a, const Import *in) {
    const char *name = in->document->source->name;
    const char *slash = strrchr(name, '/');
    char *out = arena_strdup(a, slash ? slash + 1 : name);
    for (char *c = out; *c; c++)
        *c = (unsigned char)*c < ' ' ? ' ' : *c;
    return out;
}

/* ---- appeal.yaml ---- */

static void put_person(const Writer *w, const ImportPerson *p, bool listed) {
    int indent = listed ? 4 : 2;
    size_t from = w->out->n;
    put_pair(w, indent, "name", &p->name);
    for (size_t i = 0; i < p->n; i++)
        put_pair(w, indent, p->names[i].lang, &p->names[i].name);
    put_pair(w, indent, "pronouns", &p->pronouns);
    if (listed && w->out->n > from)
        w->out->s[from + 2] = '-';
}

/* A group without a name: the document's own word for it, to be checked. */
static void put_group(const Writer *w) {
    const Import *in = w->in;
    ImportValue name = {text_literal("Group"), IMPORT_GUESSED,
                        "the document names a group and nobody in it; say who "
                        "they are"};
    buf_puts(w->out, "person:\n");
    put_pair(w, 2, "name", &name);
    put_pair(w, 2, "pronouns", &in->group_pronouns);
}

static void put_persons(const Writer *w) {
    const Import *in = w->in;
    if (in->npersons == 0 && in->group) {
        put_group(w);
        return;
    }
    if (in->npersons == 0)
        put_missing(w, "person",
                    "the document does not say behind \"name\" whom it is for; "
                    "write person: and name: below it");
    else
        buf_puts(w->out, "person:\n");
    for (size_t i = 0; i < in->npersons; i++)
        put_person(w, &in->persons[i], in->npersons > 1);
}

static void put_languages(const Writer *w) {
    const Import *in = w->in;
    size_t from = w->out->n;
    if (in->nlanguages == 0) {
        put_missing(w, "languages",
                    "the document does not say which the targets read");
        return;
    }
    buf_puts(w->out, "languages: [");
    for (size_t i = 0; i < in->nlanguages; i++) {
        buf_puts(w->out, i > 0 ? ", " : "");
        buf_add(w->out, in->languages[i].text.s, in->languages[i].text.n);
    }
    buf_puts(w->out, "]\n");
    yaml_remark(w->out, from, remark_of(w, &in->languages[0]));
}

static void put_values(const Writer *w, int indent, const char *key,
                       const ImportValue *v, size_t n) {
    if (n > 0)
        buf_printf(w->out, "%*s%s:\n", indent, "", key);
    for (size_t i = 0; i < n; i++)
        put_item(w, indent + 2, &v[i]);
}

/* What the cover of a pack shall say beside what envoi says. */
static void put_notes(const Writer *w, int indent) {
    static const ImportField notes[] = {IMPORT_OWN, IMPORT_ADVICE};
    bool any = false;
    for (size_t i = 0; i < 2; i++) {
        const ImportValue *v = &w->in->fields[notes[i]];
        if (v->sure == IMPORT_MISSING)
            continue;
        if (!any)
            buf_printf(w->out, "%*snotes:\n", indent, "");
        any = true;
        put_item(w, indent + 2, v);
    }
}

static void put_removals(const Writer *w) {
    const Import *in = w->in;
    for (size_t i = 0; i < in->nunused; i++)
        buf_printf(w->out, "# not understood: %s\n",
                   import_place(w->a, in->document, in->unused[i].span));
}

/* What a document in another language says of the same, below its tag. */
static void put_version(const Writer *first, const Import *in) {
    Writer own = *first, *w = &own;
    own.in = in;
    buf_printf(w->out, "%s:  # from %s\n", in->lang, name_of(w->a, in));
    size_t from = w->out->n;
    put_pair(w, 2, "title", &in->fields[IMPORT_TITLE]);
    put_pair(w, 2, "summary", &in->fields[IMPORT_SUMMARY]);
    put_values(w, 2, "demands", in->demands, in->ndemands);
    put_pair(w, 2, "report", &in->fields[IMPORT_REPORT]);
    put_notes(w, 2);
    if (w->out->n == from)
        buf_puts(w->out, "  {}\n");
}

static void put_appeal(const Writer *w, const Import *const *versions,
                       size_t n) {
    const Import *in = w->in;
    const ImportValue *stage = &in->fields[IMPORT_STAGE];
    buf_printf(w->out,
               "# From %s; what stands behind a value is its place "
               "there.\n",
               name_of(w->a, w->in));
    put_field(w, "title", IMPORT_TITLE);
    put_field(w, "reference", IMPORT_NUMBER);
    if (stage->sure != IMPORT_MISSING)
        buf_printf(w->out, "# the %.*s of this number (%s)\n",
                   (int)stage->text.n, stage->text.s,
                   import_place(w->a, in->document, stage->text.span));
    put_field(w, "index", IMPORT_INDEX);
    put_field(w, "date", IMPORT_DATE);
    put_field(w, "country", IMPORT_COUNTRY);
    buf_printf(w->out, "lang: %s\n", in->lang);
    put_field(w, "summary", IMPORT_SUMMARY);
    put_persons(w);
    put_values(w, 0, "demands", in->demands, in->ndemands);
    put_field(w, "deadline", IMPORT_DEADLINE);
    put_languages(w);
    put_field(w, "report", IMPORT_REPORT);
    put_field(w, "previous", IMPORT_PREVIOUS);
    put_notes(w, 0);
    for (size_t i = 1; i < n; i++)
        put_version(w, versions[i]);
    put_removals(w);
}

/* ---- targets.yaml ---- */

typedef struct TargetRemarks {
    ContactRemarks remarks;
    const Writer *w;
    const ImportTarget *t;
    const Import *const *in; /* the documents */
    size_t n;
} TargetRemarks;

static bool is_guessed(const ImportTarget *t, const char *key) {
    for (int i = 0; i <= PART_LABEL; i++)
        if (t->guessed[i] && strcmp(address_part_names[i], key) == 0)
            return true;
    return strcmp(key, "country") == 0 && t->country_guessed;
}

static const char *target_remark(const ContactRemarks *self,
                                 const ContactForm *form, const char *key,
                                 Text value) {
    const TargetRemarks *r = (const TargetRemarks *)self;
    const Writer *w = r->w;
    if (strcmp(key, "salutation") == 0 && !form->lang[0])
        return remark_of(w, &r->t->salutation);
    if (strcmp(key, "embassy_in") == 0)
        return remark_of(w, &r->t->embassy);
    for (size_t i = 1; i < r->n; i++)
        if (value.span.src == r->in[i]->document->source)
            return arena_printf(
                w->a, "%s, %s", name_of(w->a, r->in[i]),
                import_place(w->a, r->in[i]->document, value.span));
    /* From the address book. */
    if (value.span.src && value.span.src != w->in->document->source)
        return remark_of(w, &r->t->native);
    ImportValue v = {value, IMPORT_FOUND, NULL};
    if (is_guessed(r->t, key)) {
        v.sure = IMPORT_GUESSED;
        v.why = strcmp(key, "country") == 0
                    ? "no country is named; its postcode looks so"
                    : "by its look or its place";
    }
    return remark_of(w, &v);
}

/* The record as it is written, with what is no part of an address. */
static Contact record_of(const ImportTarget *t) {
    Contact c = t->contact;
    if (t->salutation.sure != IMPORT_MISSING)
        c.base.fields[CONTACT_SALUTATION] = t->salutation.text;
    if (t->embassy.sure != IMPORT_MISSING)
        c.base.fields[CONTACT_EMBASSY_IN] = t->embassy.text;
    return c;
}

static void put_target_missing(const Writer *w, const ImportEntries *all,
                               const ImportTarget *t) {
    const char *part = arena_printf(w->a, "target %s", t->id);
    for (size_t i = 0; i < all->n; i++)
        if (strcmp(all->v[i].part, part) == 0 &&
            all->v[i].value.sure == IMPORT_MISSING)
            put_missing(w, all->v[i].name, all->v[i].value.why);
}

static ContactForm *form_of(Arena *a, Contact *c, const char *lang) {
    ContactForm *forms = ARENA_ARRAY(a, ContactForm, c->nforms + 1);
    if (c->nforms > 0)
        memcpy(forms, c->forms, c->nforms * sizeof *forms);
    c->forms = forms;
    for (size_t i = 0; i < c->nforms; i++)
        if (strcmp(forms[i].lang, lang) == 0)
            return &forms[i];
    forms[c->nforms].lang = lang;
    return &forms[c->nforms++];
}

static bool is_same_target(const ImportTarget *x, const ImportTarget *y) {
    Text code = x->contact.base.fields[CONTACT_POSTCODE];
    Text other = y->contact.base.fields[CONTACT_POSTCODE];
    return strcmp(x->id, y->id) == 0 || (code.n > 0 && code.n == other.n &&
                                         memcmp(code.s, other.s, code.n) == 0);
}

/* What a document in another language says of the same target: its salutation
 * there, and what it writes in that script. */
static void add_language(Arena *a, Contact *c, const ImportTarget *other,
                         const char *lang) {
    if (other->salutation.sure != IMPORT_MISSING)
        form_of(a, c, lang)->fields[CONTACT_SALUTATION] =
            other->salutation.text;
    for (size_t i = 0; i < other->contact.nforms; i++) {
        const ContactForm *from = &other->contact.forms[i];
        ContactForm *to = form_of(a, c, from->lang);
        for (int f = 0; f < CONTACT_FIELDS; f++)
            if (to->fields[f].n == 0)
                to->fields[f] = from->fields[f];
        if (to->lines.n == 0)
            to->lines = from->lines;
    }
}

static void put_targets(const Writer *w, const Import *const *in, size_t n) {
    ImportEntries all;
    importreport_entries(w->a, w->in, &all);
    buf_printf(w->out,
               "# From %s; what stands behind a value is its place "
               "there.\n",
               name_of(w->a, w->in));
    for (size_t i = 0; i < w->in->ntargets; i++) {
        const ImportTarget *t = &w->in->targets[i];
        TargetRemarks r = {{target_remark}, w, t, in, n};
        Contact c = record_of(t);
        for (size_t k = 1; k < n; k++)
            for (size_t j = 0; j < in[k]->ntargets; j++)
                if (is_same_target(t, &in[k]->targets[j]))
                    add_language(w->a, &c, &in[k]->targets[j], in[k]->lang);
        buf_putc(w->out, '\n');
        put_target_missing(w, &all, t);
        if (t->copy)
            buf_puts(w->out, "# gets a copy\n");
        for (size_t k = 0; k < c.nextra; k++)
            buf_printf(w->out, "# web: %.*s\n", (int)c.extra[k].value.n,
                       c.extra[k].value.s);
        contactyaml_record(&c, &r.remarks, w->out);
    }
    if (w->in->ntargets == 0)
        put_missing(w, "targets", "nobody to write to was found");
}

/* ---- letter.LANG.md ---- */

static bool has_script(const Import *in, bool han) {
    for (size_t i = 0; i < in->letter.n; i++) {
        Text t = in->letter.blocks[i].text;
        for (size_t k = 0; k + 2 < t.n; k++) {
            unsigned char c = (unsigned char)t.s[k];
            /* CJK ideographs begin with E4 to E9 in UTF-8. */
            if (han ? c >= 0xE4 && c <= 0xE9
                    : ((c | 0x20) >= 'a' && (c | 0x20) <= 'z'))
                return true;
        }
    }
    return false;
}

/* French closings name whom they are for: "d'agréer, Monsieur le Directeur,
 * l'expression". Each target has its own there. */
static Text closing_of(const Writer *w) {
    const ImportLetter *l = &w->in->letter;
    Text t = importmarkdown_field(w->a, l->closing.text, false);
    if (l->salutation.n < 4 || t.n < l->salutation.n)
        return t;
    const char *at = memmem(t.s, t.n, l->salutation.s, l->salutation.n);
    if (!at)
        return t;
    size_t before = (size_t)(at - t.s), behind = before + l->salutation.n;
    const char *s = arena_printf(w->a, "%.*s{{to.salutation}}%.*s", (int)before,
                                 t.s, (int)(t.n - behind), t.s + behind);
    return (Text){s, strlen(s), t.span};
}

static void put_letter(const Writer *w) {
    const Import *in = w->in;
    const ImportLetter *l = &in->letter;
    bool chinese = strncmp(in->lang, "zh", 2) == 0;
    buf_printf(w->out, "---\n# From %s\n", name_of(w->a, w->in));
    buf_printf(w->out, "lang: %s\n", in->lang);
    if (has_script(in, !chinese))
        buf_printf(w->out, "langs: [%s]\n", chinese ? "en" : "zh");
    buf_puts(w->out, "date: blank  # for the pen\n");
    if (l->sure != IMPORT_MISSING)
        buf_puts(w->out, "fit: 1  # on one page, if it can be: closer, then "
                         "smaller\n");
    if (l->closing.sure != IMPORT_MISSING) {
        ImportValue closing = l->closing;
        closing.text = closing_of(w);
        put_pair(w, 0, "closing", &closing);
    } else if (l->sure != IMPORT_MISSING) {
        put_missing(w, "closing", l->closing.why);
    }
    if (l->sure == IMPORT_MISSING)
        buf_printf(w->out, "# %s\n", l->why);
    else if (l->to > 0)
        buf_printf(w->out,
                   "# its salutation is that of each target; the "
                   "document's is that of %s\n",
                   in->targets[l->to - 1].id);
    buf_puts(w->out, "---\n\n");
    if (l->sure == IMPORT_MISSING)
        buf_puts(w->out, "::: own-words 18\n");
    else
        importmarkdown(in->document, l->blocks, l->n, false, w->out);
}

/* ---- case.LANG.md ---- */

/* A short line without a full stop, over a longer one, is a heading. */
static bool is_heading(const Import *in, size_t at) {
    const DocBlock *b = &in->story[at];
    if (b->kind != DOC_PARAGRAPH || b->text.n == 0 || b->text.n > 80 ||
        at + 1 >= in->nstory || in->story[at + 1].text.n < 100 ||
        in->story[at + 1].kind != DOC_PARAGRAPH)
        return false;
    return !strchr(".,;!?", b->text.s[b->text.n - 1]) &&
           !(b->text.n > 3 &&
             memcmp(b->text.s + b->text.n - 3, "\xE3\x80\x82", 3) == 0);
}

static void put_case(const Writer *w) {
    const Import *in = w->in;
    DocBlock *blocks = ARENA_ARRAY(w->a, DocBlock, in->nstory);
    for (size_t i = 0; i < in->nstory; i++) {
        blocks[i] = in->story[i];
        if (is_heading(in, i)) {
            blocks[i].kind = DOC_HEADING;
            blocks[i].level = 1;
        }
        /* The sheet's own headings are above these. */
        if (blocks[i].kind == DOC_HEADING)
            for (size_t k = 0; k < blocks[i].nruns; k++)
                blocks[i].runs[k].strong = false;
    }
    buf_printf(
        w->out, "---\n# From %s, %s\nlang: %s\n---\n\n", name_of(w->a, w->in),
        import_place(w->a, in->document, in->story[0].text.span), in->lang);
    importmarkdown(in->document, blocks, in->nstory, true, w->out);
}

/* ---- all ---- */

void importfolder_files(Arena *a, const Import *const *in, size_t n,
                        const char *folder, ImportFiles *out) {
    Writer w = {a, in[0], NULL};
    w.out = importfiles_add(a, out, fs_join(a, folder, "appeal.yaml"));
    put_appeal(&w, in, n);
    w.out = importfiles_add(a, out, fs_join(a, folder, "targets.yaml"));
    put_targets(&w, in, n);
    for (size_t i = 0; i < n; i++) {
        w.in = in[i];
        const char *name = arena_printf(a, "letter.%s.md", in[i]->lang);
        w.out = importfiles_add(a, out, fs_join(a, folder, name));
        put_letter(&w);
        if (in[i]->nstory == 0)
            continue;
        name = arena_printf(a, "case.%s.md", in[i]->lang);
        w.out = importfiles_add(a, out, fs_join(a, folder, name));
        put_case(&w);
    }
}
