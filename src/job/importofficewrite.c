#include "job/importoffice_parts.h"

#include "base/yamlwrite.h"
#include "job/contactyaml.h"
#include "job/importmarkdown.h"
#include "job/importreport.h"
#include "model/importlabels.h"

#include <stdlib.h>
#include <string.h>

Text office_text(const DocBlock *b) {
    return docblock_slice(b, 0, b->text.n);
}

ImportValue office_found(Text t) {
    return (ImportValue){t, IMPORT_FOUND, NULL};
}

ImportValue office_guessed(Text t, const char *why) {
    return (ImportValue){t, IMPORT_GUESSED, why};
}

/* Header fields of letters are read for merge fields. */
Text office_field(const Office *o, Text t, bool plain) {
    return importmarkdown_field(o->a, t, plain);
}

/* The document with the notes as notes, for the Markdown. */
static Document with_notes(Office *o) {
    Document d = *o->doc;
    VEC(DocBlock) blocks = {0};
    for (size_t i = 0; i < o->doc->n; i++)
        if (o->doc->blocks[i].place == DOC_NOTE)
            vec_push(o->a, &blocks, o->doc->blocks[i]);
    for (size_t i = o->salutation + 1; i < o->closing; i++) {
        int number = office_note_number(&o->b[i]);
        if (!number)
            continue;
        DocBlock b = o->b[i];
        size_t cut = b.runs[0].text.n;
        while (cut < b.text.n && b.text.s[cut] == ' ')
            cut++;
        b.place = DOC_NOTE;
        b.note = number;
        DocRun *runs = ARENA_ARRAY(o->a, DocRun, b.nruns);
        size_t n = 0;
        for (size_t k = 0; k < b.nruns; k++) {
            DocRun run = b.runs[k];
            size_t skip = run.at < cut ? cut - run.at : 0;
            if (skip >= run.text.n)
                continue;
            run.text.s += skip;
            run.text.n -= skip;
            run.at = run.at + skip - cut;
            run.note = 0;
            runs[n++] = run;
        }
        b.runs = runs;
        b.nruns = n;
        b.text.s += cut;
        b.text.n -= cut;
        vec_push(o->a, &blocks, b);
    }
    d.blocks = blocks.v;
    d.n = blocks.n;
    return d;
}

/* ---- writing ---- */

static const char *remark_of(const Office *o, const ImportValue *v) {
    const char *place = import_place(o->a, o->doc, v->text.span);
    return v->sure == IMPORT_GUESSED
               ? arena_printf(o->a, "check: %s (%s)", v->why, place)
               : place;
}

static void put_pair(const Office *o, const char *key, const ImportValue *v,
                     Buf *out) {
    size_t from = out->n;
    if (v->sure == IMPORT_MISSING)
        return;
    yamlwrite_pair(out, 0, key, office_field(o, v->text, false));
    yaml_remark(out, from, remark_of(o, v));
}

static void put_head(const Office *o, Buf *out) {
    if (o->head == 0)
        return;
    buf_puts(out, "letterhead:\n");
    size_t from = out->n;
    yamlwrite_pair(out, 2, "organisation",
                   office_field(o, office_text(&o->b[0]), true));
    yaml_remark(out, from, import_place(o->a, o->doc, o->b[0].text.span));
    if (o->head > 1)
        buf_puts(out, "  lines:\n");
    for (size_t i = 1; i < o->head; i++) {
        from = out->n;
        buf_puts(out, "    - ");
        yamlwrite_text(out, office_field(o, office_text(&o->b[i]), true));
        buf_putc(out, '\n');
        yaml_remark(out, from, import_place(o->a, o->doc, o->b[i].text.span));
    }
}

static void put_office(const Office *o, Buf *out) {
    Buf lines = {0};
    for (size_t i = 0; i < o->office.n; i++) {
        buf_puts(&lines, i > 0 ? "\n" : "");
        buf_add(&lines, o->office.v[i].s, o->office.v[i].n);
    }
    if (lines.n > 0) {
        Text t = {lines.s, lines.n, {0}};
        buf_printf(out, "# %s\n",
                   import_place(o->a, o->doc, o->office.v[0].span));
        yamlwrite_pair(out, 0, "office", office_field(o, t, false));
    }
    buf_free(&lines);
}

static void put_list(const Office *o, const char *key, const Text *v, size_t n,
                     Buf *out) {
    if (n > 0)
        buf_printf(out, "%s:\n", key);
    for (size_t i = 0; i < n; i++) {
        size_t from = out->n;
        buf_puts(out, "  - ");
        yamlwrite_text(out, office_field(o, v[i], true));
        buf_putc(out, '\n');
        yaml_remark(out, from, import_place(o->a, o->doc, v[i].span));
    }
}

static bool has_language(const Office *o, bool han) {
    for (size_t i = 0; i < o->body.n; i++)
        if (han ? text_has_han(o->body.v[i].text)
                : !text_is_han(o->body.v[i].text))
            return true;
    return false;
}

/* A letter takes its addressee from an address file, and there is none. */
#define TO_DO                                                                  \
    "put the addressee into an address file (\"envoi address --yaml\" makes "  \
    "the record of a pasted address)"

static void put_addressee(const Office *o, Buf *out) {
    if (o->to.sure != IMPORT_MISSING)
        buf_printf(out, "# the addressee (%s): %.*s\n",
                   import_place(o->a, o->doc, o->to.text.span),
                   (int)o->to.text.n, o->to.text.s);
    buf_puts(out, "# missing: " TO_DO " and name that here, without the #:\n"
                  "# to: addresses.yaml\n");
}

void office_letter(Office *o, Buf *out) {
    const char *slash = strrchr(o->doc->source->name, '/');
    bool chinese = strncmp(o->lang, "zh", 2) == 0;
    ImportValue salutation = {0}, closing = {0};
    if (o->salutation < o->n)
        salutation = office_found(office_text(&o->b[o->salutation]));
    if (o->closing < o->n)
        closing = office_found(office_text(&o->b[o->closing]));
    buf_printf(out,
               "---\n# From %s; what stands behind a value is its place "
               "there.\n",
               slash ? slash + 1 : o->doc->source->name);
    buf_printf(out, "lang: %s\n", o->lang);
    if (has_language(o, !chinese))
        buf_printf(out, "langs: [%s]\n", chinese ? "en" : "zh");
    put_head(o, out);
    put_pair(o, "reference", &o->reference, out);
    put_pair(o, "date", &o->date, out);
    put_addressee(o, out);
    put_pair(o, "subject", &o->subject, out);
    put_pair(o, "salutation", &salutation, out);
    put_pair(o, "closing", &closing, out);
    put_pair(o, "signature", &o->signature, out);
    put_office(o, out);
    put_list(o, "enclosures", o->enclosures.v, o->enclosures.n, out);
    put_list(o, "copies", o->copies.v, o->copies.n, out);
    buf_puts(out, "---\n\n");
    Document notes = with_notes(o);
    importmarkdown(&notes, o->body.v, o->body.n, false, out);
}

void office_report(Office *o, Buf *out) {
    static const char *const sure[] = {"missing", "guessed", "found"};
    enum { ADDRESSEE = 3, FIELDS = 11 };
    ImportValue values[FIELDS] = {0};
    static const char *const names[] = {"letterhead", "reference", "date",
                                        "addressee",  "subject",   "salutation",
                                        "body",       "closing",   "signature",
                                        "enclosures", "copies"};
    if (o->head > 0)
        values[0] = office_guessed(office_text(&o->b[0]), "the first lines");
    values[1] = o->reference;
    values[2] = o->date;
    values[ADDRESSEE] = o->to;
    values[4] = o->subject;
    values[5] = office_found(office_text(&o->b[o->salutation]));
    const char *size = arena_printf(o->a, "%zu paragraph%s", o->body.n,
                                    o->body.n == 1 ? "" : "s");
    if (o->body.n > 0)
        values[6] =
            office_found((Text){size, strlen(size), o->body.v[0].text.span});
    if (o->closing < o->n)
        values[7] = office_found(office_text(&o->b[o->closing]));
    values[8] = o->signature;
    buf_printf(out, "%s: a letter\n", o->doc->source->name);
    if (o->enclosures.n > 0)
        values[9] = office_found(o->enclosures.v[0]);
    if (o->copies.n > 0)
        values[10] = office_found(o->copies.v[0]);
    for (size_t i = 0; i < FIELDS; i++) {
        if (i >= 9 && values[i].sure == IMPORT_MISSING)
            continue; /* few letters have any */
        Text t = values[i].text;
        const char *place = import_place(o->a, o->doc, t.span);
        buf_printf(out, "  %-8s %-16s ", sure[values[i].sure], names[i]);
        if (values[i].sure == IMPORT_MISSING)
            buf_puts(out, "the document has none that is told apart\n");
        else
            buf_printf(out, "%.*s  (%s%s%s)\n", (int)t.n, t.s, place,
                       values[i].why ? ": " : "",
                       values[i].why ? values[i].why : "");
        if (i == ADDRESSEE)
            buf_printf(out, "  %-8s %-16s %s\n", sure[IMPORT_MISSING], "to",
                       TO_DO
                       " and name that file in the letter (to:), or print "
                       "with --to FILE");
    }
    if (o->removals.n > 0)
        buf_puts(out, "left out or mended\n");
    for (size_t i = 0; i < o->removals.n; i++) {
        Span s = o->removals.v[i].span;
        buf_printf(out, "  %-12s %s: %.*s\n", import_place(o->a, o->doc, s),
                   o->removals.v[i].what, (int)s.n, s.src->bytes + s.off);
    }
}
