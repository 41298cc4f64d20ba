#include "input/letterfile_front.h"

#include "base/utf8.h"
#include "input/letterfile_fields.h"
#include "input/letterfile_picture.h"
#include "input/letterfile_values.h"
#include "input/markdown_lines.h"
#include "input/markdown_notes.h"

#include <unicode/uchar.h>

#include <string.h>

/* Pages that "fit" may ask for. */
#define FIT_MAX 20

/* The keys beside letter_field_names. */
enum {
    KEY_ENCLOSURES = LETTER_FIELDS,
    KEY_COPIES,
    KEY_LANGS,
    KEY_LETTERHEAD,
    KEY_SIGNATURE_IMAGE,
    KEY_JUSTIFY,
    KEY_LINKS,
    KEY_LARGE_PRINT,
    KEY_FIT,
    KEY_OWN_WORDS,
    KEYS
};

static const char *const key_names[KEYS - LETTER_FIELDS] = {
    "enclosures", "copies", "langs",       "letterhead", "signature_image",
    "justify",    "links",  "large_print", "fit",        "own_words"};

static const struct {
    const char *name;
    int key;
} aliases[] = {
    {"cc", KEY_COPIES},
    {"enclosure", KEY_ENCLOSURES},
    {"encl", KEY_ENCLOSURES},
};

static const char *key_name(int key) {
    return key < LETTER_FIELDS ? letter_field_names[key]
                               : key_names[key - LETTER_FIELDS];
}

/* KEYS if it is none. */
static int find_key(Text name) {
    for (int k = 0; k < KEYS; k++)
        if (front_key_is(name, key_name(k)))
            return k;
    for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++)
        if (front_key_is(name, aliases[i].name))
            return aliases[i].key;
    return KEYS;
}

bool front_is_field(const Source *src, size_t off, bool any_case) {
    char name[32]; /* longer than any key */
    size_t n = strcspn(src->bytes + off, ":\r\n");
    if (n == 0 || n >= sizeof name || src->bytes[off + n] != ':')
        return false;
    memcpy(name, src->bytes + off, n);
    for (size_t i = 0; any_case && i < n; i++)
        if (name[i] >= 'A' && name[i] <= 'Z')
            name[i] = (char)(name[i] - 'A' + 'a');
    return find_key((Text){.s = name, .n = n}) < KEYS;
}

/* --- dates --- */

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/* "2026-": then nothing but an ISO date is meant. */
static bool looks_iso(Text t) {
    return t.n >= 6 && is_digit(t.s[0]) && is_digit(t.s[1]) &&
           is_digit(t.s[2]) && is_digit(t.s[3]) && t.s[4] == '-' &&
           is_digit(t.s[5]);
}

static bool has_letter(Text t) {
    for (size_t i = 0; i < t.n;) {
        uint32_t cp = utf8_next(t.s, t.n, &i);
        if (cp != UTF8_BAD && u_isalpha((UChar32)cp))
            return true;
    }
    return false;
}

static void check_date(FrontReader *r, Text value) {
    const char *words;
    if (value.n == 0)
        return;
    if (looks_iso(value)) {
        if (!letter_date(r->arena, value.s, value.n, "en", &words))
            front_fail(r, value.span,
                       "\"%s\" is no day of the calendar; write year, month "
                       "and day as in 2026-02-28",
                       front_quoted(r, value));
    } else if (!has_letter(value)) {
        front_fail(r, value.span,
                   "\"%s\" is no date; write 2026-02-28, \"blank\" for the "
                   "pen, \"none\", or a date with its month in words",
                   front_quoted(r, value));
    }
}

/* --- fields --- */

/* Fields whose value envoi reads itself, before any record is known. */
static bool is_plain(LetterField f) {
    return f == LETTER_DATE || f == LETTER_LANG || f == LETTER_ON ||
           f == LETTER_TO || f == LETTER_FROM;
}

static void refuse_marks(FrontReader *r, Text value) {
    size_t label;
    for (size_t i = 0; i < value.n; i++)
        if (note_brackets(value.s + i, value.n - i, &label) &&
            note_is_label(value.s + i + 2, label))
            front_fail(r, text_span(value, i, label + 3),
                       "a footnote's mark stands in the body of a letter, not "
                       "in a field");
}

static void read_field(FrontReader *r, LetterField f, const YamlPair *pair) {
    Text value;
    if (!(is_plain(f) ? front_plain : front_text)(r, pair, &value))
        return;
    r->letter->fields[f].raw = value;
    if (!fields_inlines(r->arena, value, r->diag,
                        &r->letter->fields[f].inlines))
        r->failed = true;
    if (f == LETTER_LANG)
        front_lang(r, value);
    else if (f == LETTER_DATE)
        check_date(r, value);
    else
        refuse_marks(r, value);
}

static void read_key(FrontReader *r, int key, const YamlPair *pair) {
    Letter *letter = r->letter;
    switch (key) {
    case KEY_ENCLOSURES:
        front_list(r, pair, &letter->enclosures);
        break;
    case KEY_COPIES:
        front_list(r, pair, &letter->copies);
        break;
    case KEY_LANGS:
        front_langs(r, pair, &letter->langs);
        break;
    case KEY_LETTERHEAD:
        front_letterhead(r, pair, &letter->letterhead);
        break;
    case KEY_SIGNATURE_IMAGE:
        front_image(r, pair, &letter->signature_image);
        break;
    case KEY_JUSTIFY:
        if (front_bool(r, pair, &letter->justify))
            letter->ragged = !letter->justify;
        break;
    case KEY_LINKS:
        front_links(r, pair, &letter->link_notes);
        break;
    case KEY_LARGE_PRINT:
        front_bool(r, pair, &letter->large_print);
        break;
    case KEY_FIT:
        if (front_number(r, pair, FIT_MAX, &letter->fit))
            letter->fit_span = pair->value->scalar.span;
        break;
    case KEY_OWN_WORDS:
        front_number(r, pair, OWN_WORDS_MAX, &letter->own_words);
        break;
    default:
        read_field(r, (LetterField)key, pair);
    }
}

static bool has_sender(const Letter *letter) {
    Text from = letter->fields[LETTER_FROM].raw;
    return text_trim(from).n > 0 && !text_equal(text_trim(from), "blank");
}

/* The picture of a signature shows a name: where that is typed too, or is the
 * sender's (page/letterbody.c), it is the words for the picture. */
static void finish_signature(FrontReader *r) {
    LetterImage *image = &r->letter->signature_image;
    Text name = r->letter->fields[LETTER_SIGNATURE].raw;
    if (!image->file.s)
        return;
    if (!image->alt.s && name.s && !fields_any(name.s, name.n))
        image->alt = name;
    Text alt = image->alt.s            ? image->alt
               : has_sender(r->letter) ? text_literal("the sender's name")
                                       : text_literal("");
    if (!picture_check(
            image->file, alt, image->file.span,
            "{file: NAME, alt: words}, or give the name as signature:",
            r->diag))
        r->failed = true;
}

static void read_pairs(FrontReader *r, const YamlNode *map) {
    const char *names[KEYS];
    Span seen[KEYS] = {{0}};
    for (int k = 0; k < KEYS; k++)
        names[k] = key_name(k);
    for (size_t i = 0; i < map->n; i++) {
        const YamlPair *pair = &map->pairs[i];
        int key = find_key(pair->key);
        if (key == KEYS)
            front_refuse_key(r, pair->key, "a letter", names, KEYS);
        else if (seen[key].src)
            front_fail(r, pair->key.span,
                       "\"%s\" is \"%s\" again; keep one of them",
                       front_quoted(r, pair->key),
                       front_quoted(r, text_of_span(seen[key])));
        else
            read_key(r, key, pair);
        if (key < KEYS && !seen[key].src)
            seen[key] = pair->key.span;
    }
    finish_signature(r);
}

/* `salutation: {{to.salutation}}` is a map in a map to YAML, which says so in
 * words that help nobody. Bytes [off, off + n) are the front matter. */
static bool check_bare_fields(FrontReader *r, size_t off, size_t n) {
    const char *s = r->src->bytes;
    bool ok = true;
    for (size_t i = off; i < off + n; i++) {
        size_t line = i;
        while (i < off + n && s[i] != '\n')
            i++;
        const char *colon = memchr(s + line, ':', i - line);
        size_t at = colon ? (size_t)(colon - s) + 1 : i;
        while (at < i && s[at] == ' ')
            at++;
        if (s[line] == ' ' || s[line] == '#' || at + 1 >= i || s[at] != '{' ||
            s[at + 1] != '{')
            continue;
        front_fail(r, (Span){r->src, at, i - at - (s[i - 1] == '\r')},
                   "a value that begins with {{ must stand in quotes: "
                   "\"{{...}}\"");
        ok = false;
    }
    return ok;
}

bool front_read(Arena *a, const Source *src, size_t off, size_t n, Diag *diag,
                Letter *letter) {
    FrontReader r = {.arena = a, .src = src, .diag = diag, .letter = letter};
    if (!check_bare_fields(&r, off, n))
        return false;
    const YamlNode *map = yaml_parse(a, src, off, n, diag);
    if (!map)
        return false;
    if (map->kind == YAML_MAP)
        read_pairs(&r, map);
    else
        front_fail(&r, map->span,
                   "between the --- lines stand fields: one \"name: value\" a "
                   "line");
    return !r.failed;
}
