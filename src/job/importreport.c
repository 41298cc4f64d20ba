#include "job/importreport.h"

#include "base/utf8.h"
#include "model/country.h"

#include <string.h>

/* ---- places ---- */

static unsigned page_of(const Document *doc, size_t off) {
    unsigned page = 0;
    for (size_t i = 0; i < doc->n; i++) {
        Span s = doc->blocks[i].text.span;
        if (s.src == doc->source && s.off <= off && off < s.off + s.n + 1)
            page = doc->blocks[i].page;
    }
    return page;
}

const char *import_place(Arena *a, const Document *doc, Span span) {
    size_t first, last, col;
    if (!span.src || span.src != doc->source)
        return "";
    source_place(span.src, span.off, &first, &col);
    source_place(span.src, span.off + (span.n ? span.n - 1 : 0), &last, &col);
    unsigned page = page_of(doc, span.off);
    if (page)
        return arena_printf(a, "page %u", page);
    const char *of = doc->format == DOC_TEXT || doc->format == DOC_HTML
                         ? ""
                         : " of its text";
    return last > first ? arena_printf(a, "lines %zu-%zu%s", first, last, of)
                        : arena_printf(a, "line %zu%s", first, of);
}

/* ---- entries ---- */

typedef struct Entries {
    Arena *a;
    VEC(ImportEntry) v;
} Entries;

static void add(Entries *e, const char *part, const char *name,
                ImportValue value) {
    ImportEntry entry = {part, name, value};
    vec_push(e->a, &e->v, entry);
}

static void add_text(Entries *e, const char *part, const char *name, Text t,
                     bool guessed) {
    if (t.n > 0)
        add(e, part, name,
            (ImportValue){t, guessed ? IMPORT_GUESSED : IMPORT_FOUND,
                          guessed ? "by its look or its place" : NULL});
}

static void add_action(Entries *e, const Import *in) {
    for (int i = 0; i < IMPORT_FIELDS; i++)
        add(e, "action", import_field_names[i], in->fields[i]);
    if (in->nlanguages == 0)
        add(e, "action", "languages",
            (ImportValue){.why = "the document does not say which languages "
                                 "the targets read"});
    for (size_t i = 0; i < in->nlanguages; i++)
        add(e, "action", "language", in->languages[i]);
    for (size_t i = 0; i < in->ndemands; i++)
        add(e, "action", arena_printf(e->a, "demand %zu", i + 1),
            in->demands[i]);
    if (in->ndemands == 0)
        add(e, "action", "demands",
            (ImportValue){.why = "none are set apart; write them as demands: "
                                 "if the case sheet shall have them"});
}

static void add_persons(Entries *e, const Import *in) {
    if (in->npersons == 0)
        add(e, "person", "name",
            (ImportValue){.why = in->group
                                     ? "the action is for a group"
                                     : "the document names nobody behind "
                                       "\"name\"; write person: {name: ...}"});
    if (in->group && in->group_pronouns.sure != IMPORT_MISSING)
        add(e, "person", "pronouns", in->group_pronouns);
    for (size_t i = 0; i < in->npersons; i++) {
        const ImportPerson *p = &in->persons[i];
        const char *part = in->npersons == 1
                               ? "person"
                               : arena_printf(e->a, "person %zu", i + 1);
        add(e, part, "name", p->name);
        for (size_t k = 0; k < p->n; k++)
            add(e, part, arena_printf(e->a, "name:%s", p->names[k].lang),
                p->names[k].name);
        ImportValue pronouns = p->pronouns;
        if (pronouns.sure == IMPORT_MISSING)
            pronouns.why = "the document does not give them";
        add(e, part, "pronouns", pronouns);
    }
}

static void add_form(Entries *e, const char *part, const ImportTarget *t,
                     const ContactForm *form) {
    static const struct {
        ContactField field;
        AddressPart part;
    } before[] = {{CONTACT_NAME, PART_NAME},
                  {CONTACT_TITLE, PART_TITLE},
                  {CONTACT_ORGANISATION, PART_ORGANISATION},
                  {CONTACT_DEPARTMENT, PART_DEPARTMENT},
                  {CONTACT_ATTENTION, PART_ATTENTION},
                  {CONTACT_CARE_OF, PART_CARE_OF}},
      place[] = {{CONTACT_DISTRICT, PART_DISTRICT},
                 {CONTACT_CITY, PART_CITY},
                 {CONTACT_REGION, PART_REGION},
                 {CONTACT_POSTCODE, PART_POSTCODE}};
    const char *tail =
        form->lang[0] ? arena_printf(e->a, ":%s", form->lang) : "";
    for (size_t i = 0; i < sizeof before / sizeof *before; i++)
        add_text(e, part,
                 arena_printf(e->a, "%s%s",
                              contact_field_names[before[i].field], tail),
                 form->fields[before[i].field], t->guessed[before[i].part]);
    for (size_t i = 0; i < form->lines.n; i++)
        add_text(e, part, arena_printf(e->a, "line %zu%s", i + 1, tail),
                 form->lines.v[i], false);
    for (size_t i = 0; i < sizeof place / sizeof *place; i++)
        add_text(e, part,
                 arena_printf(e->a, "%s%s", contact_field_names[place[i].field],
                              tail),
                 form->fields[place[i].field], t->guessed[place[i].part]);
}

static void add_country(Entries *e, const char *part, const ImportTarget *t) {
    const Contact *c = &t->contact;
    Text name = c->base.fields[CONTACT_COUNTRY];
    Text code = {c->country, strlen(c->country), name.span};
    if (!code.n)
        add(e, part, "country",
            (ImportValue){.why = "no country is named, and no postcode tells "
                                 "it; write it as country:"});
    else if (t->country_guessed)
        add(e, part, "country",
            (ImportValue){code, IMPORT_GUESSED,
                          "no country is named; its postcode or its letters "
                          "look so"});
    else
        add(e, part, "country", (ImportValue){code, IMPORT_FOUND, NULL});
    const char *format = code.n ? country_format(c->country)->latin : "";
    if (strchr(format, 'C') && c->base.lines.n > 0 &&
        c->base.fields[CONTACT_CITY].n == 0 &&
        c->base.fields[CONTACT_REGION].n == 0)
        add(e, part, "city",
            (ImportValue){.why = "the document gives none; write it as "
                                 "city:"});
}

static void add_target(Entries *e, const ImportTarget *t) {
    static const ContactField channels[] = {CONTACT_PHONE, CONTACT_FAX,
                                            CONTACT_EMAIL, CONTACT_SOCIAL};
    const char *part = arena_printf(e->a, "target %s", t->id);
    const Contact *c = &t->contact;
    add_form(e, part, t, &c->base);
    if (t->shares)
        add_text(e, part, "same_address_as",
                 c->base.fields[CONTACT_SAME_ADDRESS_AS], false);
    else
        add_country(e, part, t);
    size_t first = e->v.n;
    for (size_t i = 0; i < c->nforms; i++)
        add_form(e, part, t, &c->forms[i]);
    /* What the address book gave says so. */
    for (size_t i = first; i < e->v.n; i++)
        if (e->v.v[i].value.text.span.src != t->span.src) {
            e->v.v[i].value.sure = t->native.sure;
            e->v.v[i].value.why = t->native.why;
        }
    if (!t->shares && t->native.sure == IMPORT_MISSING && t->native.why)
        add(e, part, arena_printf(e->a, "address:%s", t->native_lang),
            t->native);
    for (size_t i = 0; i < sizeof channels / sizeof *channels; i++)
        add_text(e, part, contact_field_names[channels[i]],
                 c->base.fields[channels[i]], false);
    for (size_t i = 0; i < c->nextra; i++)
        add_text(e, part, "web", c->extra[i].value, false);
    add(e, part, "salutation", t->salutation);
    if (t->embassy.sure != IMPORT_MISSING || t->embassy.why)
        add(e, part, "embassy_in", t->embassy);
}

static const char *count_of(Arena *a, size_t n, const char *what) {
    return arena_printf(a, "%zu %s%s", n, what, n == 1 ? "" : "s");
}

static void add_letter(Entries *e, const Import *in) {
    const ImportLetter *l = &in->letter;
    if (l->sure == IMPORT_MISSING) {
        add(e, "letter", "text", (ImportValue){.why = l->why});
        return;
    }
    size_t items = 0;
    for (size_t i = 0; i < l->n; i++)
        items += l->blocks[i].kind == DOC_ITEM;
    Span span = l->blocks[0].text.span;
    Span last = l->blocks[l->n - 1].text.span;
    if (last.off + last.n > span.off)
        span.n = last.off + last.n - span.off;
    const char *size = count_of(e->a, l->n - items, "paragraph");
    if (items)
        size =
            arena_printf(e->a, "%s, %s", size, count_of(e->a, items, "item"));
    Text said = {size, strlen(size), span};
    add(e, "letter", "text", (ImportValue){said, IMPORT_FOUND, NULL});
    add_text(e, "letter", "salutation", l->salutation, false);
    add(e, "letter", "closing", l->closing);
}

static void add_story(Entries *e, const Import *in) {
    const char *story = count_of(e->a, in->nstory, "paragraph");
    if (in->nstory > 0) {
        Text t = {story, strlen(story), in->story[0].text.span};
        add(e, "case", "text", (ImportValue){t, IMPORT_FOUND, NULL});
    }
}

void importreport_entries(Arena *a, const Import *in, ImportEntries *out) {
    Entries e = {.a = a};
    add_action(&e, in);
    add_persons(&e, in);
    for (size_t i = 0; i < in->ntargets; i++)
        add_target(&e, &in->targets[i]);
    if (in->ntargets == 0)
        add(&e, "target", "address",
            (ImportValue){.why = "nobody to write to was found; write "
                                 "targets.yaml"});
    add_letter(&e, in);
    add_story(&e, in);
    *out = (ImportEntries){e.v.v, e.v.n};
}

/* ---- text ---- */

static const char *const sure_names[] = {"missing", "guessed", "found"};

/* One line of a value, shortened where it is a paragraph. */
static void put_value(Buf *out, Text t) {
    enum { MOST = 72 };
    size_t at = 0, chars = 0;
    while (at < t.n && chars < MOST) {
        size_t from = at;
        utf8_next(t.s, t.n, &at);
        if (t.s[from] == '\n' || t.s[from] == '\t')
            buf_puts(out, " ");
        else
            buf_add(out, t.s + from, at - from);
        chars++;
    }
    if (at < t.n)
        buf_puts(out, "...");
}

static void put_entry(Arena *a, const Document *doc, const ImportEntry *e,
                      Buf *out) {
    const char *place = import_place(a, doc, e->value.text.span);
    buf_printf(out, "  %-8s %-16s ", sure_names[e->value.sure], e->name);
    if (e->value.sure == IMPORT_MISSING) {
        buf_printf(out, "%s\n", e->value.why ? e->value.why : "");
        return;
    }
    put_value(out, e->value.text);
    const char *why = e->value.why;
    if (place[0] || why)
        buf_printf(out, "  (%s%s%s)", place, place[0] && why ? ": " : "",
                   why ? why : "");
    buf_putc(out, '\n');
}

static const char *language_name(const char *lang) {
    static const char *const names[][2] = {
        {"en", "English"}, {"fr", "French"},
        {"es", "Spanish"}, {"de", "German"},
        {"zh", "Chinese"}, {"zh-Hant", "Chinese in traditional characters"}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i][0], lang) == 0)
            return names[i][1];
    return lang;
}

/* Removals of one kind at one place stand on one line. */
static void put_removals(Arena *a, const Import *in, Buf *out) {
    const char *place = "", *what = "";
    if (in->nremovals > 0)
        buf_puts(out, "left out");
    for (size_t i = 0; i < in->nremovals; i++) {
        const ImportRemoval *r = &in->removals[i];
        const char *here = import_place(a, in->document, r->span);
        if (strcmp(here, place) != 0 || strcmp(r->what, what) != 0)
            buf_printf(out, "\n  %-12s %s:", here, r->what);
        place = here;
        what = r->what;
        buf_putc(out, ' ');
        if (r->span.src && r->span.n > 0)
            put_value(out,
                      (Text){r->span.src->bytes + r->span.off, r->span.n, {0}});
    }
    if (in->nremovals > 0)
        buf_putc(out, '\n');
}

void importreport_text(Arena *a, const Import *in, Buf *out) {
    ImportEntries entries;
    const char *part = "";
    buf_printf(out, "%s: an Urgent Action in %s\n", in->document->source->name,
               language_name(in->lang));
    importreport_entries(a, in, &entries);
    for (size_t i = 0; i < entries.n; i++) {
        if (strcmp(part, entries.v[i].part) != 0)
            buf_printf(out, "%s\n", entries.v[i].part);
        part = entries.v[i].part;
        put_entry(a, in->document, &entries.v[i], out);
    }
    put_removals(a, in, out);
    if (in->nunused > 0)
        buf_puts(out, "not understood\n");
    for (size_t i = 0; i < in->nunused; i++) {
        buf_printf(out, "  %-12s ",
                   import_place(a, in->document, in->unused[i].span));
        put_value(out, in->unused[i]);
        buf_putc(out, '\n');
    }
}

/* ---- JSON ---- */

static void put_span(Arena *a, const Document *doc, Span span, JsonWriter *w) {
    size_t line, col;
    if (!span.src || span.src != doc->source)
        return;
    source_place(span.src, span.off, &line, &col);
    unsigned page = page_of(doc, span.off);
    (void)a;
    if (page)
        json_number(w, "page", page);
    json_number(w, "line", line);
    json_number(w, "column", col);
}

void importreport_json(Arena *a, const Import *in, JsonWriter *w) {
    ImportEntries entries;
    importreport_entries(a, in, &entries);
    json_open(w, NULL, '{');
    json_string(w, "document", in->document->source->name);
    json_string(w, "format", document_format_names[in->document->format]);
    json_string(w, "lang", in->lang);
    json_bool(w, "urgent_action", in->is_action);
    json_open(w, "fields", '[');
    for (size_t i = 0; i < entries.n; i++) {
        const ImportEntry *e = &entries.v[i];
        json_open(w, NULL, '{');
        json_string(w, "part", e->part);
        json_string(w, "name", e->name);
        json_string(w, "state", sure_names[e->value.sure]);
        if (e->value.sure != IMPORT_MISSING)
            json_text(w, "value", e->value.text);
        if (e->value.why)
            json_string(w, "why", e->value.why);
        put_span(a, in->document, e->value.text.span, w);
        json_close(w, '}');
    }
    json_close(w, ']');
    json_open(w, "left_out", '[');
    for (size_t i = 0; i < in->nremovals; i++) {
        const ImportRemoval *r = &in->removals[i];
        json_open(w, NULL, '{');
        json_string(w, "what", r->what);
        if (r->span.src)
            json_text(w, "text", text_of_span(r->span));
        put_span(a, in->document, r->span, w);
        json_close(w, '}');
    }
    json_close(w, ']');
    json_open(w, "not_understood", '[');
    for (size_t i = 0; i < in->nunused; i++) {
        json_open(w, NULL, '{');
        json_text(w, "text", in->unused[i]);
        put_span(a, in->document, in->unused[i].span, w);
        json_close(w, '}');
    }
    json_close(w, ']');
    json_close(w, '}');
}
