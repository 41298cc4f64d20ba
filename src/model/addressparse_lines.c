#include "model/addressparse_parts.h"

#include "base/utf8.h"
#include "model/address_side.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <string.h>
#include <strings.h>

static void add_row(Parser *p, Text t, size_t line) {
    t = parse_trim(t);
    Row row = {.text = t, .line = line, .native = address_is_native(t)};
    if (t.n > 0)
        vec_push(p->arena, &p->rows, row);
}

/* ---- labels ---- */

static bool is_contact_data(AddressPart part) {
    return part == PART_PHONE || part == PART_FAX || part == PART_EMAIL ||
           part == PART_SOCIAL || part == PART_WEB || part == PART_POSTCODE;
}

/* The next label from `from` on: any at the start of the line, further on only
 * those of telephones and their like, where a word may begin. */
static bool find_label(Text t, size_t from, size_t *at, size_t *n,
                       AddressPart *part) {
    for (size_t i = from; i < t.n; i++) {
        bool starts = i == 0 || strchr(" ,;/|(", t.s[i - 1]);
        if (!starts || ((unsigned char)t.s[i] & 0xC0) == 0x80)
            continue;
        *n = words_label(text_slice(t, i, t.n - i), part);
        if (*n > 0 && (i == 0 || is_contact_data(*part))) {
            *at = i;
            return true;
        }
    }
    return false;
}

/* "202 495 2266 I Fax": a bar that became a letter. */
static Text without_bar(Text t) {
    t = parse_trim(t);
    if (t.n > 2 && t.s[t.n - 1] == 'I' && t.s[t.n - 2] == ' ')
        t = parse_trim(text_slice(t, 0, t.n - 2));
    return t;
}

/* "WhatsApp: +90 ...", "Instagram: @...": an account is of a network; only of
 * X, which was Twitter, it goes without saying. */
static bool names_network(Text label) {
    Text word;
    size_t at = 0;
    if (!word_next(label, &at, &word) || address_is_native(label))
        return false;
    return !(word.n == 7 && strncasecmp(word.s, "twitter", 7) == 0) &&
           !(word.n == 1 && (word.s[0] | 0x20) == 'x');
}

static void read_labelled(Parser *p, Text t, size_t line, size_t at, size_t n,
                          AddressPart part) {
    add_row(p, text_slice(t, 0, at), line);
    for (bool more = true; more;) {
        size_t value = at + n, next = t.n, next_n = 0;
        AddressPart next_part = PART_LABEL;
        more = find_label(t, value, &next, &next_n, &next_part);
        if (!more)
            next = t.n;
        Text rest = text_slice(t, value, next - value);
        Row row = {.text = t, .line = line, .native = address_is_native(rest)};
        Text kept = more ? without_bar(rest) : rest;
        bool network = part == PART_SOCIAL && !words_are_none(kept) &&
                       !memmem(kept.s, kept.n, "://", 3) &&
                       names_network(text_slice(t, at, n));
        if (network)
            kept = text_slice(t, at, (size_t)(kept.s + kept.n - t.s) - at);
        else
            parse_put(p, PART_LABEL, &row, text_slice(t, at, n), false);
        if (part == PART_LABEL || part == PART_LINE)
            add_row(p, rest, line);
        else if (is_contact_data(part) && words_are_none(kept))
            parse_put(p, PART_LABEL, &row, kept, false);
        else
            parse_put(p, part, &row, kept, false);
        if (!network && kept.n < parse_trim(rest).n && part != PART_LABEL)
            parse_put(p, PART_LABEL, &row,
                      text_slice(t, next - 2, next > 2 ? 1 : 0), false);
        at = next;
        n = next_n;
        part = next_part;
    }
}

/* ---- what needs no label ---- */

static bool is_blank(char c) {
    return strchr(" \t<>()[],;", c) != NULL;
}

static bool is_email(Text t) {
    const char *at = memchr(t.s, '@', t.n);
    size_t before = at ? (size_t)(at - t.s) : 0;
    return before > 0 && memchr(at, '.', t.n - before) && t.s[t.n - 1] != '.' &&
           !memchr(at + 1, '@', t.n - before - 1);
}

static bool is_web(Text t) {
    return (t.n > 8 && (strncasecmp(t.s, "http://", 7) == 0 ||
                        strncasecmp(t.s, "https://", 8) == 0)) ||
           (t.n > 6 && strncasecmp(t.s, "www.", 4) == 0);
}

/* The first word of `t` that is an address of the net. */
static bool find_net(Text t, Text *out, AddressPart *part) {
    for (size_t at = 0; at < t.n;) {
        size_t n = 0;
        while (at + n < t.n && !is_blank(t.s[at + n]))
            n++;
        *out = text_slice(t, at, n);
        bool email = n > 0 && is_email(*out);
        *part = email ? PART_EMAIL : PART_WEB;
        if (email || (n > 0 && is_web(*out)))
            return true;
        at += n + 1;
    }
    return false;
}

/* "+86 10 6238 1025" or "020 7299 4049", and nothing else. */
static bool is_phone(Text t) {
    size_t digits = 0;
    for (size_t i = 0; i < t.n; i++) {
        bool digit = t.s[i] >= '0' && t.s[i] <= '9';
        digits += digit;
        if (!digit && !strchr(" ()-./+", t.s[i]))
            return false;
    }
    return (digits >= 7 && (t.s[0] == '+' || t.s[0] == '(')) ||
           (digits >= 9 && t.s[0] == '0');
}

/* ---- two scripts in one line ---- */

static bool is_latin(uint32_t cp) {
    UErrorCode status = U_ZERO_ERROR;
    return uscript_getScript((UChar32)cp, &status) == USCRIPT_LATIN;
}

static bool is_letter(uint32_t cp) {
    return cp != UTF8_BAD && u_isalpha((UChar32)cp);
}

/* Where the other script begins, if each has one side of the line; 0 else. */
static size_t find_change(Text t) {
    size_t change = 0;
    int first = -1;
    for (size_t at = 0, from = 0; at < t.n; from = at) {
        uint32_t cp = utf8_next(t.s, t.n, &at);
        if (!is_letter(cp))
            continue;
        int latin = is_latin(cp);
        if (first < 0)
            first = latin;
        else if (latin != first && change == 0)
            change = from;
        else if (latin == first && change > 0)
            return 0;
    }
    return change;
}

/* A name or an office in both, but not "A座" or "(POB 5)". */
static bool is_worth_a_row(Text latin) {
    size_t at = 0, letters = 0;
    Text word;
    while (word_next(latin, &at, &word))
        letters += word.n;
    return letters >= 4 && !has_digit(latin) &&
           words_of_addressee(latin) != PART_LINE;
}

static void add_split_row(Parser *p, Text t, size_t line) {
    size_t at = find_change(t);
    if (at > 0) {
        Text a = parse_trim(text_slice(t, 0, at));
        Text b = parse_trim(text_slice(t, at, t.n - at));
        bool native_first = address_is_native(a);
        if (is_worth_a_row(native_first ? b : a)) {
            add_row(p, a, line);
            add_row(p, b, line);
            return;
        }
    }
    add_row(p, t, line);
}

/* ---- a line ---- */

/* A bullet of a list, or the mark of a quotation. */
static Text without_bullet(Text t) {
    static const char *const marks[] = {"\xE2\x80\xA2", "\xC2\xB7 ",     "- ",
                                        "* ",           "\xE2\x80\x93 ", "> "};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        size_t n = strlen(marks[i]);
        if (t.n > n && memcmp(t.s, marks[i], n) == 0)
            return text_trim(text_slice(t, n, t.n - n));
    }
    return t;
}

/* Japan's postal mark, and the code behind it. */
static bool read_postal_mark(Parser *p, Text t, size_t line) {
    static const char mark[] = "\xE3\x80\x92";
    size_t n = sizeof mark - 1;
    if (t.n <= n || memcmp(t.s, mark, n) != 0)
        return false;
    Row row = {.text = t, .line = line};
    size_t to = n;
    while (to < t.n && strchr(" -0123456789", t.s[to]))
        to++;
    parse_put(p, PART_LABEL, &row, text_slice(t, 0, n), false);
    parse_put(p, PART_POSTCODE, &row, text_slice(t, n, to - n), false);
    add_row(p, text_slice(t, to, t.n - to), line);
    return true;
}

static void read_line(Parser *p, Text t, size_t line) {
    size_t at, n;
    AddressPart part;
    Text net;
    Row row = {.text = t, .line = line, .native = address_is_native(t)};
    if (read_postal_mark(p, t, line))
        return;
    if (find_label(t, 0, &at, &n, &part) && (at > 0 || n < t.n)) {
        read_labelled(p, t, line, at, n, part);
    } else if (words_of_salutation(t)) {
        parse_put(p, PART_SALUTATION, &row, t, true);
    } else if (words_are_heading(t)) {
        parse_put(p, PART_LABEL, &row, t, true);
    } else if (find_net(t, &net, &part)) {
        parse_put(p, part, &row, net, false);
        size_t from = (size_t)(net.s - t.s), to = from + net.n;
        if (from > 0)
            read_line(p, text_slice(t, 0, from), line);
        if (to < t.n)
            read_line(p, text_slice(t, to, t.n - to), line);
    } else if (is_phone(t)) {
        parse_put(p, PART_PHONE, &row, t, true);
    } else {
        add_split_row(p, t, line);
    }
}

void parse_lines(Parser *p, const Text *lines, size_t n) {
    for (size_t i = 0; i < n; i++) {
        Text t = without_bullet(text_trim(lines[i]));
        if (t.n > 0)
            read_line(p, t, i);
    }
}

void parse_one_line(Parser *p) {
    enum { ROWS = 3, PARTS = 4 };
    Row *rows = p->rows.v;
    size_t n = p->rows.n, latin = 0;
    for (size_t i = 0; i < n; i++)
        latin += !rows[i].native;
    if (latin > ROWS)
        return;
    p->rows.v = NULL;
    p->rows.n = p->rows.cap = 0;
    for (size_t i = 0; i < n; i++) {
        Parts parts = {0};
        if (!rows[i].native)
            parse_split(p->arena, rows[i].text, &parts);
        if (parts.v.n < PARTS) {
            vec_push(p->arena, &p->rows, rows[i]);
            continue;
        }
        for (size_t k = 0; k < parts.v.n; k++)
            add_row(p, parts.v.v[k], rows[i].line);
    }
}

/* "C.P. 06600", "CP 06600", before what is a postcode in the country: where it
 * stands; its bytes with the blanks behind it. */
static size_t find_code_mark(const Parser *p, Text t, size_t *n) {
    static const char *const marks[] = {"C.P. ", "C. P. ", "CP. ", "CP "};
    for (size_t i = 0; i + 4 < t.n; i++)
        for (size_t k = 0; k < sizeof marks / sizeof *marks; k++) {
            *n = strlen(marks[k]);
            size_t from = i + *n, digits = 0;
            bool starts = i == 0 || strchr(" ,", t.s[i - 1]);
            if (!starts || from >= t.n || memcmp(t.s + i, marks[k], *n) != 0)
                continue;
            while (from + digits < t.n && t.s[from + digits] >= '0' &&
                   t.s[from + digits] <= '9')
                digits++;
            if (digits > 3 &&
                country_postcode_ok(p->country, t.s + from, digits))
                return i;
        }
    return SIZE_MAX;
}

/* In Spanish the mark says that a postcode follows; in French, Italian and
 * Portuguese it is a box at the post office, and part of the address. */
void parse_code_marks(Parser *p) {
    if (!p->country[0] || strcmp(country_lang(p->arena, p->country), "es") != 0)
        return;
    Row *rows = p->rows.v;
    size_t count = p->rows.n, n, mark;
    p->rows.v = NULL;
    p->rows.n = p->rows.cap = 0;
    for (size_t i = 0; i < count; i++) {
        Row row = rows[i];
        while (!row.done &&
               (mark = find_code_mark(p, row.text, &n)) != SIZE_MAX) {
            add_row(p, text_slice(row.text, 0, mark), row.line);
            parse_put(p, PART_LABEL, &row, text_slice(row.text, mark, n),
                      false);
            row.text = text_slice(row.text, mark + n, row.text.n - mark - n);
        }
        vec_push(p->arena, &p->rows, row);
    }
}
