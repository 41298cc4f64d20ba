#include "job/appealtext.h"

#include "model/lettersection.h"

#include <string.h>

/* A stretch of the text and where it comes from. */
typedef struct Piece {
    size_t at;
    Text text;
} Piece;

typedef struct Reading {
    Arena *arena;
    const Appeal *appeal;
    const char *lang;
    const Contact *from, *to;
    Diag *diag;  /* NULL: the text is only gathered */
    Diag *quiet; /* what is wrong with fields is said when they are set */
    Buf text;    /* of the paragraph, or of all */
    VEC(Piece) pieces;
    unsigned uses; /* LetterSide of its fields */
    bool ok;
} Reading;

static void add(Reading *r, Text t) {
    Piece piece = {r->text.n, t};
    if (!t.n)
        return;
    vec_push(r->arena, &r->pieces, piece);
    buf_add(&r->text, t.s, t.n);
}

/* Where bytes [at, at + n) of the paragraph come from; of a word that several
 * stretches share, its first part. */
static Span place_of(const Reading *r, size_t at, size_t n) {
    size_t i = r->pieces.n;
    while (i > 1 && r->pieces.v[i - 1].at > at)
        i--;
    const Piece *p = &r->pieces.v[i - 1];
    size_t off = at - p->at, most = p->text.n - off;
    return text_span(p->text, off, n < most ? n : most);
}

static void tell(Reading *r, size_t at, size_t n, Text avoid) {
    diag_at(r->diag, DIAG_ERROR, place_of(r, at, n),
            "\"%.*s\" must not stand in a letter of this appeal (avoid: "
            "\"%.*s\" in %s); say it in other words",
            (int)n, r->text.s + at, (int)avoid.n, avoid.s,
            r->appeal->source->name);
    r->ok = false;
}

/* The end of a paragraph: a word does not go over it. */
static void end(Reading *r) {
    size_t at, n, word;
    if (!r->diag) {
        buf_putc(&r->text, '\n');
        return;
    }
    for (size_t from = 0; from < r->text.n; from += at + n) {
        word = appeal_avoided(r->appeal, r->text.s + from, r->text.n - from,
                              &at, &n);
        if (word == SIZE_MAX)
            break;
        tell(r, from + at, n, r->appeal->avoid.v[word]);
    }
    buf_clear(&r->text);
    r->pieces.n = 0;
}

static void add_field(Reading *r, Text name) {
    Text value;
    r->uses |= letter_field_side(name);
    if (letter_field_value(r->arena, name, r->from, r->to, r->lang, r->quiet,
                           &value))
        add(r, value);
}

static void add_inlines(Reading *r, const Inlines *given,
                        const LetterSection *within) {
    LetterParties who = {.arena = r->arena,
                         .from = r->from,
                         .to = r->to,
                         .lang = r->lang,
                         .diag = r->quiet,
                         .ok = true};
    Inlines resolved = letter_resolve(&who, given, within);
    const Inlines *inlines = &resolved;
    r->uses |= who.uses;
    for (size_t i = 0; i < inlines->n; i++) {
        const Inline *one = &inlines->v[i];
        switch (one->kind) {
        case INLINE_TEXT:
            add(r, one->text);
            break;
        case INLINE_FIELD:
            add_field(r, one->text);
            break;
        case INLINE_BREAK:
            add(r, text_literal(" "));
            break;
        case INLINE_NOTE:
        case INLINE_IF:
        case INLINE_UNLESS:
        case INLINE_END:
            break;
        }
    }
}

static void add_blocks(Reading *r, const Blocks *blocks) {
    for (size_t i = 0; i < blocks->n; i++) {
        add_inlines(r, &blocks->v[i].inlines, blocks->v[i].within);
        end(r);
        add_blocks(r, &blocks->v[i].children);
    }
}

static void add_list(Reading *r, const TextList *list) {
    for (size_t i = 0; i < list->n; i++) {
        add(r, list->v[i]);
        end(r);
    }
}

static void add_letter(Reading *r, const Letter *letter) {
    static const LetterField said[] = {
        LETTER_SUBJECT,       LETTER_REFERENCE, LETTER_YOUR_REFERENCE,
        LETTER_OUR_REFERENCE, LETTER_REMARK,    LETTER_SALUTATION,
        LETTER_CLOSING,       LETTER_SIGNATURE, LETTER_OFFICE,
        LETTER_POSTSCRIPT,    LETTER_FOOTER,    LETTER_PLACE};
    for (size_t i = 0; i < sizeof said / sizeof *said; i++) {
        add_inlines(r, &letter->fields[said[i]].inlines, NULL);
        end(r);
    }
    if (!letter->fields[LETTER_SALUTATION].raw.s && r->to) {
        add(r, contact_get(r->to, CONTACT_SALUTATION, r->lang));
        end(r);
    }
    add_list(r, &letter->enclosures);
    add_list(r, &letter->copies);
    add(r, letter->letterhead.organisation);
    end(r);
    add_list(r, &letter->letterhead.lines);
    add_blocks(r, &letter->body);
    add_blocks(r, &letter->notes);
}

/* What a sender's record may put on the letter. */
static void add_sender(Reading *r) {
    static const ContactField said[] = {
        CONTACT_NAME,       CONTACT_TITLE, CONTACT_ORGANISATION,
        CONTACT_DEPARTMENT, CONTACT_CITY,  CONTACT_DISTRICT,
        CONTACT_REGION};
    const Contact *c = r->from;
    for (size_t k = 0; k <= c->nforms; k++) {
        const ContactForm *form = k ? &c->forms[k - 1] : &c->base;
        for (size_t i = 0; i < sizeof said / sizeof *said; i++) {
            add(r, form->fields[said[i]]);
            end(r);
        }
        add_list(r, &form->lines);
        add_list(r, &form->address);
    }
}

static void close_reading(Reading *r) {
    buf_free(&r->text);
    diag_free(r->quiet);
    arena_free(r->arena);
}

static Reading open_reading(const Appeal *appeal, const ReadLetter *letter,
                            Diag *diag) {
    Reading r = {.arena = arena_new(),
                 .appeal = appeal,
                 .lang = letter->lang,
                 .diag = diag,
                 .quiet = diag_new(),
                 .ok = true};
    diag_mute(r.quiet);
    return r;
}

/* Item `i`, unless it says what an item before it said. */
static void check_item(Reading *r, const ReadLetter *letter,
                       const MailingItem *item, bool no_sender, bool *seen,
                       size_t *sender) {
    r->from = no_sender ? NULL : item->from;
    r->to = item->to;
    if (r->from && *sender != item->from_at)
        add_sender(r);
    *sender = item->from_at;
    if (!seen[item->to_at] || (r->uses & LETTER_OF_FROM))
        add_letter(r, letter->letter);
    seen[item->to_at] = true;
}

bool appealtext_check(const Appeal *appeal, const ReadLetter *letter,
                      const Mailing *m, bool no_sender, Diag *diag) {
    if (!appeal->avoid.n || !letter->letter)
        return true;
    Reading r = open_reading(appeal, letter, diag);
    Arena *keep = arena_new();
    bool *seen = ARENA_ARRAY(keep, bool, mailing_records(m) + 1);
    size_t sender = SIZE_MAX;
    for (size_t i = 0; i < mailing_count(m); i++) {
        MailingItem item;
        arena_reset(r.arena);
        memset(&r.pieces, 0, sizeof r.pieces);
        mailing_get(m, i, r.arena, &item);
        check_item(&r, letter, &item, no_sender, seen, &sender);
    }
    bool ok = r.ok;
    arena_free(keep);
    close_reading(&r);
    return ok;
}

static bool has_name(const Reading *r, const AppealPerson *p) {
    bool found = false;
    for (size_t i = 0; i < p->names.n; i++)
        found = found ||
                appeal_names(r->text.s, r->text.n, p->names.v[i].said.v[0]);
    return found;
}

void appealtext_names(const Appeal *appeal, const ReadLetter *letter,
                      Diag *diag) {
    if (!letter->letter)
        return;
    Reading r = open_reading(appeal, letter, NULL);
    add_letter(&r, letter->letter);
    for (size_t i = 0; i < appeal->npersons && r.text.n; i++) {
        Text name = appeal_say(&appeal->persons[i].names, appeal->lang);
        if (name.n && !has_name(&r, &appeal->persons[i]))
            diag_at(diag, DIAG_WARNING, (Span){letter->letter->source, 0, 0},
                    "the letter does not name %.*s; whoever reads it does not "
                    "learn whom it is about",
                    (int)name.n, name.s);
    }
    close_reading(&r);
}

/* Is the base form, which has no language, in that of the letter? It is in the
 * record's own language, else in the appeal's. */
static bool base_is_in(const Appeal *appeal, const Contact *c,
                       const char *lang) {
    Text own = c->base.fields[CONTACT_LANG];
    Arena *a = arena_new();
    const char *base = own.s ? arena_strndup(a, own.s, own.n) : appeal->lang;
    bool same = appeal_serves(base, lang);
    arena_free(a);
    return same;
}

bool appealtext_greets(const Appeal *appeal, const ReadLetter *letter,
                       const AppealTarget *t, Diag *diag) {
    if (!letter->letter)
        return true;
    Text said = letter->letter->fields[LETTER_SALUTATION].raw;
    const Contact *c = t->contact;
    const ContactForm *form = contact_form(c, letter->lang);
    bool own = form && form->fields[CONTACT_SALUTATION].n;
    if (said.s && !memmem(said.s, said.n, "salutation", 10))
        return true;
    if (own || (c->base.fields[CONTACT_SALUTATION].n &&
                base_is_in(appeal, c, letter->lang)))
        return true;
    diag_at(diag, DIAG_ERROR, c->span,
            "%s has no salutation in the language \"%s\" of %s; add "
            "\"%s: {salutation: ...}\" to the record",
            t->id, letter->lang, letter->path, letter->lang);
    return false;
}
