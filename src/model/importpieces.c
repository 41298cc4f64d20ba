/* Lines of targets that hold several: what a web page or a table ran together
 * (model/importtargets.h). */
#include "model/importtargets.h"

#include "model/addresswords.h"
#include "model/country.h"

#include <ctype.h>
#include <string.h>

static void push(Finder *f, Pieces *out, Text t) {
    t = text_trim(t);
    /* What parted it from the next. */
    if (t.n > 2 && t.s[t.n - 2] == ' ' && strchr("/,;|", t.s[t.n - 1]))
        t = text_trim(text_slice(t, 0, t.n - 2));
    if (t.n > 0)
        vec_push(f->arena, &out->v, t);
}

static Text behind(Text t, size_t from) {
    return text_slice(t, from, t.n - from);
}

/* ---- labels inside a line ---- */

bool target_is_channel(AddressPart part) {
    return part == PART_PHONE || part == PART_FAX || part == PART_EMAIL ||
           part == PART_SOCIAL || part == PART_WEB || part == PART_SALUTATION;
}

/* The next label behind `from` that has a colon and begins a word. */
static size_t inner_label(Text t, size_t from, AddressPart *part) {
    for (size_t i = from + 1; i < t.n; i++) {
        if (t.s[i - 1] != ' ' || !isalpha((unsigned char)t.s[i]))
            continue;
        Text rest = behind(t, i);
        size_t n = words_label(rest, part);
        if (n > 0 && target_is_channel(*part) && memchr(rest.s, ':', n))
            return i;
    }
    return SIZE_MAX;
}

/* ---- who, where somebody works, where that is ---- */

/* The country that an embassy is of, from `from` on: up to eight words. */
static size_t country_end(const Finder *f, Text t, size_t from) {
    FoldWords w = fold_words(f->arena, behind(t, from), 9);
    for (size_t n = w.n; n > 0; n--) {
        char code[3];
        Text name = text_slice(t, from, w.v[n - 1].to);
        if (name.n > 3 && countryindex_find(f->countries, name.s, name.n, code))
            return from + name.n;
    }
    return SIZE_MAX;
}

/* "Office of the Public Prosecutor Madinat al-Rehab": up to the title again. */
static size_t title_end(const Finder *f, Text t, size_t from, Text title) {
    const char *said = fold_plain(f->arena, title);
    FoldWords w = fold_words(f->arena, behind(t, from), 8);
    for (size_t n = w.n; n > 0 && title.n > 0; n--) {
        Text part = text_slice(t, from, w.v[n - 1].to);
        if (strcmp(fold_plain(f->arena, part), said) == 0)
            return from + part.n;
    }
    return SIZE_MAX;
}

static size_t first_digit(Text t, size_t from) {
    while (from < t.n && !isdigit((unsigned char)t.s[from]))
        from++;
    return from;
}

/* Where an organisation's name begins behind somebody's, and its end as far as
 * that can be told. */
static bool find_organisation(const Finder *f, Text t, size_t *from,
                              size_t *to) {
    static const char *const starts[] = {"royal embassy of the",
                                         "royal embassy of",
                                         "embassy of the",
                                         "embassy of",
                                         "permanent mission of the",
                                         "permanent mission of",
                                         "consulate general of the",
                                         "consulate general of",
                                         "high commission of",
                                         "ministry of the",
                                         "ministry of",
                                         "office of the",
                                         "office of",
                                         "embajada de la",
                                         "embajada de",
                                         "ambassade de la",
                                         "ambassade de",
                                         "ministerio de",
                                         "ministere de"};
    FoldWords w = fold_words(f->arena, t, 24);
    for (size_t at = 0; at < w.n; at++)
        for (size_t i = 0; i < sizeof starts / sizeof *starts; i++) {
            size_t n = fold_match(&w, at, starts[i]);
            Text who = text_trim(text_slice(t, 0, w.v[at].from)), name, title;
            if (n == 0 || at + n >= w.n ||
                !isupper((unsigned char)t.s[w.v[at].from]))
                continue;
            bool both = at > 0 && split_person(f, who, &name, &title);
            if (!both && at > 0 && words_of_addressee(who) != PART_NAME)
                return false;
            size_t tail = w.v[at + n].from;
            *from = w.v[at].from;
            *to = country_end(f, t, tail);
            if (*to == SIZE_MAX && both)
                *to = title_end(f, t, tail, title);
            if (*to == SIZE_MAX)
                *to = first_digit(t, tail);
            return true;
        }
    return false;
}

/* "H.E. Ana Ruiz Permanent Mission of Example 622 Third Avenue ..." */
static void push_head(Finder *f, Pieces *out, Text t) {
    size_t from, to;
    if (find_organisation(f, t, &from, &to)) {
        push(f, out, text_slice(t, 0, from));
        push(f, out, text_slice(t, from, to - from));
        t = text_trim(behind(t, to));
    }
    push(f, out, t);
}

/* ---- a street and a town in the USA ---- */

/* "New York, NY 10017": a town, a state, a code. */
static bool is_us_town(Text t) {
    size_t comma = text_find(t, ", "), words;
    if (comma == SIZE_MAX || !isupper((unsigned char)t.s[0]))
        return false;
    Text town = text_slice(t, 0, comma), state = behind(t, comma + 2);
    words = word_count(town);
    bool code = state.n >= 8 && isupper((unsigned char)state.s[0]) &&
                isupper((unsigned char)state.s[1]) && state.s[2] == ' ' &&
                strspn(state.s + 3, "0123456789-") >= 5;
    return !has_digit(town) && words >= 1 && words <= 3 && code;
}

/* "601 Example Ave., NW Washington, DC 20037": behind the last word of the
 * street. */
static size_t street_end(const Finder *f, Text t) {
    static const char streets[] =
        "street|st|avenue|ave|road|rd|boulevard|blvd|drive|place|court|ct|lane|"
        "square|floor|suite|nw|ne|sw|se";
    FoldWords w = fold_words(f->arena, t, 24);
    for (size_t i = w.n; i-- > 1;) {
        size_t end = w.v[i].to;
        if (fold_match(&(FoldWords){w.v + i, 1}, 0, streets) == 0)
            continue;
        while (end < t.n && (t.s[end] == '.' || t.s[end] == ','))
            end++;
        if (end + 1 < t.n && t.s[end] == ' ' && is_us_town(behind(t, end + 1)))
            return end;
    }
    return SIZE_MAX;
}

static void push_street(Finder *f, Pieces *out, Text t) {
    size_t end = has_digit(t) ? street_end(f, t) : SIZE_MAX;
    if (end != SIZE_MAX) {
        push(f, out, text_without_tail(text_slice(t, 0, end), ","));
        t = behind(t, end);
    }
    push(f, out, t);
}

/* ---- all ---- */

Text target_values(const Finder *f, Text t) {
    AddressPart part;
    char *s = arena_alloc(f->arena, t.n + 1);
    size_t n = 0, from = words_label(t, &part);
    while (from < t.n) {
        size_t next = inner_label(t, from, &part);
        size_t to = next == SIZE_MAX ? t.n : next;
        memcpy(s + n, t.s + from, to - from);
        n += to - from;
        from = to < t.n ? to + words_label(behind(t, to), &part) : t.n;
    }
    return (Text){s, n, t.span};
}

void target_pieces(Finder *f, Text t, Pieces *out) {
    enum { HEAD_WORDS = 5 };
    AddressPart part;
    Pieces heads = {0};
    *out = (Pieces){0};
    bool labelled = words_label(t, &part) > 0;
    size_t label = inner_label(t, 0, &part);
    size_t end = labelled || label == SIZE_MAX ? t.n : label;
    Text head = text_slice(t, 0, end);
    if (labelled)
        push(f, &heads, (Text){0});
    else if (label != SIZE_MAX && word_count(head) >= HEAD_WORDS)
        push_head(f, &heads, head);
    else
        push(f, &heads, t);
    for (size_t i = 0; i < heads.v.n; i++)
        push_street(f, out, heads.v.v[i]);
    if (!labelled && (heads.v.n == 1 && heads.v.v[0].n == text_trim(t).n))
        return;
    /* Behind the head each label has its line; on a line of labels a
     * salutation does. */
    for (size_t from = labelled ? 0 : label; from < t.n;) {
        size_t next = inner_label(t, from, &part);
        while (labelled && next != SIZE_MAX && part != PART_SALUTATION)
            next = inner_label(t, next, &part);
        next = next == SIZE_MAX ? t.n : next;
        push(f, out, text_slice(t, from, next - from));
        from = next;
    }
}
