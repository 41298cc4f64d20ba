#include "job/importoffice_parts.h"

#include "job/importmarkdown.h"
#include "model/importdate.h"
#include "model/importlabels.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

static void removed(Office *o, Span span, const char *what) {
    ImportRemoval r = {span, what};
    vec_push(o->a, &o->removals, r);
}

/* ---- where it opens and closes ---- */

static bool find_ends(Office *o) {
    o->salutation = o->closing = o->n;
    for (size_t i = 0; i < o->n && o->salutation == o->n; i++)
        if (label_is_salutation(o->a, o->b[i].text))
            o->salutation = i;
    for (size_t i = o->n; i-- > 0 && o->closing == o->n;)
        if (label_is_closing(o->a, o->b[i].text) && i > o->salutation)
            o->closing = i;
    return o->salutation < o->n;
}

/* ---- above the salutation ---- */

/* "Reference: B1924", "Our ref.: ..." */
static bool read_reference(Office *o, Text t) {
    static const char *const labels[] = {
        "our|your reference|ref",
        "reference|references|ref|referenz|referencia",
        "aktenzeichen|zeichen",
        "notre|nos reference|ref",
        "nuestra referencia",
        "unser zeichen"};
    FoldWords w = fold_words(o->a, t, 8);
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
        size_t n = fold_match(&w, 0, labels[i]);
        bool colon = false;
        if (n == 0)
            continue;
        size_t at = w.v[n - 1].to + fold_behind(t, w.v[n - 1].to, &colon);
        if (!colon || at >= t.n)
            continue;
        o->reference = office_found(text_trim(text_slice(t, at, t.n - at)));
        return true;
    }
    return false;
}

static bool read_date(Office *o, const MonthNames *months, Text t) {
    FoundDate date;
    if (t.n > 60 || !date_find(o->a, months, t, 0, &date) ||
        t.n > date.text.n + 30)
        return false;
    const char *iso = arena_strdup(o->a, date.iso);
    Text value = {iso, strlen(iso), date.text.span};
    o->date =
        date.ambiguous
            ? office_guessed(value, "day and month may be the other way round")
            : office_found(value);
    return true;
}

/* Lines before the first that is a reference, a date or the addressee's are the
 * letterhead: they are set apart from the rest by what they hold, addresses of
 * the net, a telephone, capitals. */
static bool is_head_line(const Office *o, Text t) {
    FoldWords w = fold_words(o->a, t, 40);
    return text_is_capitals(t) || text_find(t, "www.") != SIZE_MAX ||
           text_find(t, "http") != SIZE_MAX || text_find(t, "@") != SIZE_MAX ||
           (w.n > 1 &&
            fold_match(&w, 0, "tel|phone|fax|t|e|email|telephone") > 0);
}

/* Behind the label that `t` begins with; n == 0: it has none of them. */
static Text behind_label(const Office *o, Text t, const char *const *labels) {
    FoldWords w = fold_words(o->a, t, 8);
    for (; *labels; labels++) {
        size_t n = fold_match(&w, 0, *labels);
        bool colon = false;
        size_t at = n > 0 ? w.v[n - 1].to : 0;
        at = n > 0 ? at + fold_behind(t, at, &colon) : 0;
        if (colon && at < t.n)
            return text_trim(text_slice(t, at, t.n - at));
    }
    return (Text){0};
}

/* "By fax: +86 ...", "Ihr Zeichen: -": how that one was sent, and what its
 * form had. */
static bool read_sending(Office *o, const DocBlock *b) {
    static const char *const ways[] = {"by fax|email|mail|post|courier|hand",
                                       "by e mail",
                                       "via fax|email",
                                       "par fax|courriel|telecopie",
                                       "per fax|mail|email|post",
                                       "por fax|correo",
                                       "ihr zeichen",
                                       "votre reference",
                                       "su referencia",
                                       NULL};
    if (behind_label(o, office_text(b), ways).n == 0)
        return false;
    removed(o, b->text.span, "how that letter was sent, or a form's line");
    return true;
}

static bool read_early_subject(Office *o, Text t) {
    static const char *const labels[] = {
        "subject|objet|asunto|betreff|betrifft|re", NULL};
    Text subject = behind_label(o, t, labels);
    if (subject.n == 0 || o->subject.sure != IMPORT_MISSING)
        return false;
    o->subject = office_found(subject);
    return true;
}

static void read_top(Office *o) {
    MonthNames months;
    bool head = true;
    months_init(o->a, o->lang, &months);
    for (size_t i = 0; i < o->salutation; i++) {
        Text t = office_text(&o->b[i]);
        if (read_sending(o, &o->b[i]) || read_early_subject(o, t)) {
            head = false;
        } else if (read_reference(o, t) || (o->date.sure == IMPORT_MISSING &&
                                            read_date(o, &months, t))) {
            head = false;
        } else if (head && (i == 0 || !o->b[i].gap || is_head_line(o, t))) {
            o->head = i + 1;
        } else {
            head = false;
            Text all = t;
            if (o->to.sure != IMPORT_MISSING) {
                Text old = o->to.text;
                all = (Text){arena_printf(o->a, "%.*s; %.*s", (int)old.n, old.s,
                                          (int)t.n, t.s),
                             old.n + 2 + t.n, old.span};
            }
            o->to = office_guessed(all, "what stands above the date and the "
                                        "salutation");
        }
    }
}

/* ---- below ---- */

/* "Subject: ...", a heading, or a line in capitals or bold under the
 * salutation. */
static bool is_subject(const Office *o, const DocBlock *b, Text *out) {
    static const char subjects[] = "subject|re|objet|asunto|betreff|betrifft";
    Text t = office_text(b);
    FoldWords w = fold_words(o->a, t, 40);
    bool colon = false;
    if (fold_match(&w, 0, subjects) > 0) {
        size_t at = w.v[0].to + fold_behind(t, w.v[0].to, &colon);
        *out = text_trim(text_slice(t, at, t.n - at));
        if (colon && out->n > 0)
            return true;
    }
    *out = t;
    return w.n <= 25 && (b->kind == DOC_HEADING || text_is_capitals(t) ||
                         docblock_strong(b));
}

/* A paragraph that begins with a raised number is the note of that number. */
int office_note_number(const DocBlock *b) {
    int number = 0;
    if (b->nruns < 2 || !b->runs[0].superscript || b->runs[0].text.n > 2)
        return 0;
    for (size_t i = 0; i < b->runs[0].text.n; i++) {
        char c = b->runs[0].text.s[i];
        if (c < '0' || c > '9')
            return 0;
        number = number * 10 + (c - '0');
    }
    return number;
}

static void mark_notes(DocBlock *b, int number) {
    for (size_t i = 0; i < b->nruns; i++) {
        DocRun *run = &b->runs[i];
        if (run->superscript && run->text.n <= 2 &&
            strtol(run->text.s, NULL, 10) == number)
            run->note = number;
    }
}

/* "C. de la Campu" under "Covadonga de la Campa": what a reader of pictures
 * made of the signature. Its words are initials of the name's, or like them. */
static bool is_signature_again(const Office *o, Text name, Text t) {
    FoldWords v = fold_words(o->a, name, 10), w = fold_words(o->a, t, 10);
    if (v.n != w.n || w.n < 2)
        return false;
    for (size_t i = 0; i < v.n; i++) {
        size_t n = strlen(v.v[i].s), m = strlen(w.v[i].s), same = 0;
        while (same < n && same < m && v.v[i].s[same] == w.v[i].s[same])
            same++;
        bool initial = m == 1 && same == 1;
        if (!initial && same + 1 < n)
            return false;
    }
    return true;
}

/* "cc: ...", "Enclosure: ...", and the lines below that go on with it. */
static bool read_list(Office *o, size_t at, Text t) {
    static const char *const copies[] = {"cc",
                                         "copy|copies to",
                                         "copie|copies a",
                                         "kopie|kopien an",
                                         "copia|copias a",
                                         "c c",
                                         NULL};
    static const char *const enclosures[] = {
        "encl|enc|enclosure|enclosures|enclosed",
        "anlage|anlagen|beilage|beilagen",
        "pj|pieces|piece ~ jointes|jointe",
        "annexe|annexes",
        "anexo|anexos",
        NULL};
    Text copy = behind_label(o, t, copies);
    Text paper = behind_label(o, t, enclosures);
    if (copy.n > 0)
        vec_push(o->a, &o->copies, copy);
    else if (paper.n > 0)
        vec_push(o->a, &o->enclosures, paper);
    else if (o->copies.n > 0 && o->listed == at && !o->b[at].gap)
        vec_push(o->a, &o->copies, t);
    else
        return false;
    o->listed = paper.n > 0 ? 0 : at + 1;
    return true;
}

static void read_bottom(Office *o) {
    for (size_t i = o->closing + 1; i < o->n; i++) {
        Text t = office_text(&o->b[i]);
        if (o->signature.sure == IMPORT_MISSING)
            o->signature =
                office_guessed(t, "the first line under the closing");
        else if (is_signature_again(o, o->signature.text, t))
            removed(o, o->b[i].text.span,
                    "the name again, from the picture of a signature");
        else if (!read_list(o, i, t))
            vec_push(o->a, &o->office, t);
    }
}

/* ---- hyphens that were lost ---- */

static size_t word_end(Text t, size_t at) {
    while (at < t.n && (isalnum((unsigned char)t.s[at]) || t.s[at] == '-' ||
                        (unsigned char)t.s[at] >= 0x80))
        at++;
    return at;
}

/* Are they the same but for hyphens, of which `whole` has one more? */
static bool lost_hyphen(Text word, Text whole, size_t *at) {
    size_t i = 0, k = 0, lost = 0;
    while (i < word.n && k < whole.n) {
        if (word.s[i] == whole.s[k]) {
            i++;
            k++;
        } else if (whole.s[k] == '-' && i > 0) {
            *at = i;
            lost++;
            k++;
        } else {
            return false;
        }
    }
    return i == word.n && k == whole.n && lost == 1 &&
           memchr(word.s, '-', word.n) != NULL;
}

/* The word as another line writes it, with its hyphen. */
static bool find_whole(const Office *o, Text word, size_t *at) {
    for (size_t i = 0; i < o->n; i++) {
        Text t = o->b[i].text;
        for (size_t from = 0; from < t.n;) {
            size_t to = word_end(t, from);
            if (to > from &&
                lost_hyphen(word, (Text){t.s + from, to - from, {0}}, at))
                return true;
            from = to > from ? to : from + 1;
        }
    }
    return false;
}

/* One hyphen into the run that has byte `at`. */
static void put_hyphen(Office *o, DocBlock *b, size_t at) {
    char *s = arena_alloc(o->a, b->text.n + 2);
    memcpy(s, b->text.s, at);
    s[at] = '-';
    memcpy(s + at + 1, b->text.s + at, b->text.n - at);
    for (size_t i = 0; i < b->nruns; i++) {
        DocRun *run = &b->runs[i];
        bool inside = run->at < at && at <= run->at + run->text.n;
        if (run->at >= at)
            run->at++;
        run->text.s = s + run->at;
        run->text.n += inside;
    }
    b->text.s = s;
    b->text.n++;
}

static void mend_hyphens(Office *o, DocBlock *b) {
    for (size_t from = 0; from < b->text.n;) {
        size_t to = word_end(b->text, from), at = 0;
        Text word = {b->text.s + from, to - from, {0}};
        if (word.n >= 8 && find_whole(o, word, &at)) {
            removed(o, docblock_span(b, from, to - from),
                    "a word that lost a hyphen; it is as the letter has it "
                    "elsewhere");
            put_hyphen(o, b, from + at);
            to++;
        }
        from = to > from ? to : from + 1;
    }
}

/* ---- body ---- */

static void read_body(Office *o) {
    size_t from = o->salutation + 1;
    Text subject;
    if (o->subject.sure == IMPORT_MISSING && from < o->closing &&
        is_subject(o, &o->b[from], &subject)) {
        o->subject = office_found(subject);
        from++;
    }
    for (size_t i = from; i < o->closing; i++) {
        int number = office_note_number(&o->b[i]);
        for (size_t k = from; number && k < o->closing; k++)
            if (k != i)
                mark_notes(&o->b[k], number);
    }
    for (size_t i = from; i < o->closing; i++) {
        if (office_note_number(&o->b[i]))
            continue;
        DocBlock b = o->b[i];
        mend_hyphens(o, &b);
        vec_push(o->a, &o->body, b);
    }
}

/* ---- all ---- */

static void take_blocks(Office *o) {
    VEC(DocBlock) v = {0};
    for (size_t i = 0; i < o->doc->n; i++)
        if (o->doc->blocks[i].place == DOC_BODY &&
            o->doc->blocks[i].text.n > 0) {
            DocBlock b = o->doc->blocks[i];
            DocRun *runs = ARENA_ARRAY(o->a, DocRun, b.nruns);
            if (b.nruns > 0)
                memcpy(runs, b.runs, b.nruns * sizeof *runs);
            b.runs = runs;
            vec_push(o->a, &v, b);
        }
    o->b = v.v;
    o->n = v.n;
}

bool importoffice(Arena *a, const Document *document, const char *lang,
                  Diag *diag, Buf *report, Buf *out) {
    Office o = {.a = a, .doc = document, .lang = lang};
    take_blocks(&o);
    if (!find_ends(&o)) {
        diag_file(diag, DIAG_ERROR, document->source->name,
                  "no line is a salutation, such as \"Dear ...,\", by which a "
                  "letter is known; if it is one, put that line above its "
                  "first paragraph, save it and import it again");
        return false;
    }
    read_top(&o);
    read_body(&o);
    read_bottom(&o);
    office_report(&o, report);
    office_letter(&o, out);
    return true;
}
