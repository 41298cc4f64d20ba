#include "job/importbook.h"

#include "input/contacts.h"
#include "job/contactyaml.h"
#include "job/importreport.h"
#include "model/importtext.h"

#include <stdlib.h>
#include <string.h>

/* ---- places ---- */

/* Words of streets and units as documents write them, and as others do. */
static const char *const same_words[][2] = {
    {"road", "lu"},   {"rd", "lu"},         {"street", "jie"},
    {"st", "jie"},    {"avenue", "dajie"},  {"district", "qu"},
    {"city", "shi"},  {"county", "xian"},   {"province", "sheng"},
    {"number", "no"}, {"uighur", "uyghur"},
};
/* Words that one document has and another leaves out. */
static const char *const silent_words[] = {"no", "shi", "the", "of"};

typedef struct PlaceWords {
    const char *v[64];
    size_t n;
    bool changed; /* a word was taken for another */
} PlaceWords;

static bool is_silent(const char *word) {
    for (size_t i = 0; i < sizeof silent_words / sizeof *silent_words; i++)
        if (strcmp(silent_words[i], word) == 0)
            return true;
    return false;
}

static void add_words(Arena *a, Text t, PlaceWords *out) {
    FoldWords w = fold_words(a, t, 32);
    for (size_t i = 0; i < w.n && out->n < 64; i++) {
        const char *word = w.v[i].s;
        for (size_t k = 0; k < sizeof same_words / sizeof *same_words; k++)
            if (strcmp(same_words[k][0], word) == 0) {
                word = same_words[k][1];
                out->changed = true;
            }
        if (!is_silent(word))
            out->v[out->n++] = word;
    }
}

static int by_word(const void *x, const void *y) {
    return strcmp(*(const char *const *)x, *(const char *const *)y);
}

static void words_of_place(Arena *a, const Contact *c, PlaceWords *out) {
    out->n = 0;
    out->changed = false;
    for (size_t i = 0; i < c->base.lines.n; i++)
        add_words(a, c->base.lines.v[i], out);
    for (size_t i = 0; i < c->base.address.n; i++)
        add_words(a, c->base.address.v[i], out);
    add_words(a, c->base.fields[CONTACT_DISTRICT], out);
    add_words(a, c->base.fields[CONTACT_CITY], out);
    if (out->n > 0)
        qsort(out->v, out->n, sizeof *out->v, by_word);
}

typedef enum Sameness { OTHER_PLACE, SAME_IN_OTHER_WORDS, SAME_PLACE } Sameness;

static Sameness compare_places(Arena *a, const Contact *x, const Contact *y) {
    Text code = x->base.fields[CONTACT_POSTCODE];
    Text other = y->base.fields[CONTACT_POSTCODE];
    PlaceWords v, w;
    if (strcmp(x->country, y->country) != 0 ||
        (code.n > 0 && other.n > 0 &&
         (code.n != other.n || memcmp(code.s, other.s, code.n) != 0)))
        return OTHER_PLACE;
    words_of_place(a, x, &v);
    words_of_place(a, y, &w);
    if (v.n == 0 || v.n != w.n)
        return OTHER_PLACE;
    for (size_t i = 0; i < v.n; i++)
        if (strcmp(v.v[i], w.v[i]) != 0)
            return OTHER_PLACE;
    return v.changed != w.changed || code.n != other.n ? SAME_IN_OTHER_WORDS
                                                       : SAME_PLACE;
}

/* A form with a place in the country's script. */
static const ContactForm *native_of(const Contact *c) {
    for (size_t i = 0; i < c->nforms; i++)
        if (c->forms[i].lines.n > 0 || c->forms[i].address.n > 0)
            return &c->forms[i];
    return NULL;
}

/* ---- reading ---- */

static const char *own_book(Arena *a, bool learn) {
    const char *folder = fs_config_dir(a);
    const char *path = folder ? fs_join(a, folder, "addresses.yaml") : NULL;
    return path && (learn || fs_exists(path)) ? path : NULL;
}

bool importbook_open(Arena *a, const char *path, bool learn, Diag *diag,
                     ImportBook *out) {
    *out = (ImportBook){.lock = {-1}};
    out->path = path ? path : own_book(a, learn);
    if (!out->path)
        return true;
    if (learn && !fs_lock(out->path, &out->lock, diag))
        return false;
    if (!fs_exists(out->path)) {
        if (!learn)
            diag_file(diag, DIAG_SYSTEM, out->path,
                      "there is no such address book; name another one, or add "
                      "--learn to begin it");
        return learn;
    }
    ListReading how = {0};
    if (!contacts_load(a, &how, out->path, diag, &out->contacts))
        return false;
    return !learn || source_load(a, out->path, diag, &out->source);
}

void importbook_close(ImportBook *book) {
    if (book->path && book->lock.fd >= 0)
        fs_unlock(&book->lock);
}

/* ---- giving ---- */

/* "# learnt from ua.txt, line 66" above a record. */
static const char *learnt_from(Arena *a, const Contact *c) {
    static const char words[] = "# learnt from ";
    const Source *src = c->span.src;
    size_t end = c->span.off;
    for (int lines = 0; src && end > 0 && lines < 4; lines++) {
        size_t start = end - 1;
        while (start > 0 && src->bytes[start - 1] != '\n')
            start--;
        const char *at =
            memmem(src->bytes + start, end - start, words, sizeof words - 1);
        if (at)
            return arena_strndup(a, at + sizeof words - 1,
                                 strcspn(at + sizeof words - 1, "\r\n"));
        end = start;
    }
    return NULL;
}

static const char *why_of(Arena *a, const ImportBook *book, const Contact *c,
                          Sameness same) {
    size_t line, col;
    const char *from = learnt_from(a, c);
    source_place(c->span.src, c->span.off, &line, &col);
    const char *slash = strrchr(book->path, '/');
    return arena_printf(a, "from the address book, %s:%zu%s%s%s",
                        slash ? slash + 1 : book->path, line,
                        from ? ", which has it from " : "", from ? from : "",
                        same == SAME_PLACE
                            ? ""
                            : "; the place is written in other words there");
}

static void add_form(Arena *a, Contact *c, const ContactForm *form) {
    ContactForm *forms = ARENA_ARRAY(a, ContactForm, c->nforms + 1);
    if (c->nforms > 0)
        memcpy(forms, c->forms, c->nforms * sizeof *forms);
    ContactForm *to = &forms[c->nforms++];
    to->lang = form->lang;
    to->lines = form->lines;
    to->address = form->address;
    for (int f = CONTACT_DISTRICT; f <= CONTACT_POSTCODE; f++)
        to->fields[f] = form->fields[f];
    c->forms = forms;
}

static void supply(Arena *a, const ImportBook *book, ImportTarget *t) {
    const Contact *best = NULL;
    Sameness most = OTHER_PLACE;
    for (size_t i = 0; i < book->contacts.n; i++) {
        const Contact *c = &book->contacts.v[i];
        Sameness same =
            native_of(c) ? compare_places(a, c, &t->contact) : OTHER_PLACE;
        if (same > most) {
            most = same;
            best = c;
        }
    }
    if (!best)
        return;
    const ContactForm *form = native_of(best);
    const TextList *lines = form->lines.n > 0 ? &form->lines : &form->address;
    add_form(a, &t->contact, form);
    t->native.text = lines->v[0];
    t->native.sure = most == SAME_PLACE ? IMPORT_FOUND : IMPORT_GUESSED;
    t->native.why = why_of(a, book, best, most);
    t->native_lang = form->lang;
}

void importbook_supply(Arena *a, const ImportBook *book, Import *in) {
    for (size_t i = 0; i < in->ntargets; i++) {
        ImportTarget *t = &in->targets[i];
        if (t->native.sure == IMPORT_MISSING && t->native.why && !t->shares)
            supply(a, book, t);
    }
}

/* ---- learning ---- */

static bool is_known(Arena *a, const ImportBook *book, const Contact *c) {
    for (size_t i = 0; i < book->contacts.n; i++)
        if (native_of(&book->contacts.v[i]) &&
            compare_places(a, &book->contacts.v[i], c) != OTHER_PLACE)
            return true;
    return false;
}

static bool has_id(const ImportBook *book, const char *id) {
    for (size_t i = 0; i < book->contacts.n; i++)
        if (text_equal(book->contacts.v[i].base.fields[CONTACT_ID], id))
            return true;
    return false;
}

/* Who and where; what a document says for its own action stays out. */
static Contact record_of(Arena *a, const ImportBook *book,
                         const ImportTarget *t) {
    static const ContactField out[] = {CONTACT_SALUTATION, CONTACT_EMAIL,
                                       CONTACT_PHONE,      CONTACT_FAX,
                                       CONTACT_SOCIAL,     CONTACT_EMBASSY_IN};
    Contact c = t->contact;
    const char *id = t->id;
    for (size_t i = 0; i < sizeof out / sizeof *out; i++)
        c.base.fields[out[i]] = (Text){0};
    for (int k = 2; has_id(book, id); k++)
        id = arena_printf(a, "%s-%d", t->id, k);
    c.base.fields[CONTACT_ID] = text_literal(id);
    return c;
}

static const char *base_name(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static bool is_learnable(Arena *a, const ImportBook *book,
                         const ImportTarget *t, const Import *in) {
    return t->native.sure == IMPORT_FOUND && !t->shares &&
           t->native.text.span.src == in->document->source &&
           t->contact.base.lines.n > 0 && t->contact.country[0] &&
           !is_known(a, book, &t->contact);
}

/* What there is, and the records behind it. */
static void put_book(const ImportBook *book, const Buf *add, Buf *out) {
    if (book->source) {
        buf_add(out, book->source->bytes, book->source->n);
        if (out->n > 0 && out->s[out->n - 1] != '\n')
            buf_putc(out, '\n');
    } else {
        buf_puts(out, "# Addresses that envoi import learnt; yours to "
                      "change.\n");
    }
    buf_add(out, add->s, add->n);
}

/* One record alone, or a table, cannot be added to so. */
static bool is_book(Arena *a, const ImportBook *book, const Buf *text,
                    Diag *diag) {
    Diag *tried = diag_new();
    Contacts all;
    const Source *src = source_from(a, book->path, text->s, text->n);
    bool ok = contacts_parse_yaml(a, src, tried, &all);
    diag_free(tried);
    if (!ok)
        diag_file(diag, DIAG_ERROR, book->path,
                  "--learn adds to a list in YAML, with a \"-\" before each "
                  "record; this book is none, so nothing was written");
    return ok;
}

bool importbook_learn(Arena *a, const ImportBook *book, const Import *in,
                      size_t n, Diag *diag, ImportFiles *out) {
    Buf add = {0};
    const char *names = "";
    bool ok = true;
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < in[i].ntargets; k++) {
            const ImportTarget *t = &in[i].targets[k];
            if (!is_learnable(a, book, t, &in[i]))
                continue;
            Contact c = record_of(a, book, t);
            buf_printf(&add, "\n# learnt from %s, %s\n",
                       base_name(in[i].document->source->name),
                       import_place(a, in[i].document, t->native.text.span));
            contactyaml_record(&c, NULL, &add);
            names = arena_printf(a, "%s%s%s", names, names[0] ? ", " : "",
                                 contact_label(a, &t->contact));
        }
    if (add.n > 0) {
        Buf *text = importfiles_add(a, out, book->path);
        out->v[out->n - 1].replaces = true;
        put_book(book, &add, text);
        ok = is_book(a, book, text, diag);
        if (ok)
            diag_file(diag, DIAG_NOTE, book->path, "learns the address of %s",
                      names);
    } else {
        diag_file(diag, DIAG_NOTE, book->path,
                  "nothing to learn: the document gives no address in two "
                  "scripts that is not in the book");
    }
    buf_free(&add);
    return ok;
}
