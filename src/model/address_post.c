#include "model/address_compose.h"

#include "base/utf8.h"
#include "model/country.h"

#include <unicode/uchar.h>

#include <string.h>
#include <strings.h>

/* ---- texts ---- */

/* As a reader counts: a letter and its accents are one. */
static size_t letter_count(Text t) {
    size_t n = 0;
    for (size_t at = 0; at < t.n;) {
        uint32_t cp = utf8_next(t.s, t.n, &at);
        n += cp == UTF8_BAD || !(U_GET_GC_MASK((UChar32)cp) & U_GC_M_MASK);
    }
    return n;
}

static size_t line_chars(const AddressLine *line) {
    size_t n = 0;
    for (size_t i = 0; i < line->n; i++)
        n += letter_count(line->parts[i]);
    return n;
}

static bool is_mark(char c) {
    return c == ',' || c == '.' || c == ';' || c == ':';
}

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static bool is_separator(Text t) {
    for (size_t i = 0; i < t.n; i++)
        if (t.s[i] != ' ' && !is_mark(t.s[i]))
            return false;
    return true;
}

/* Without commas, full stops and the like; between digits they are part of a
 * number. What they separated has a blank. Of a part that goes on, as
 * "SINGAPORE " before the code does, a blank at that end is no end's. */
static Text plain_text(Arena *a, Text t, bool begins, bool ends) {
    char *s = arena_alloc(a, t.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < t.n; i++) {
        bool number = i > 0 && i + 1 < t.n && is_digit(t.s[i - 1]) &&
                      is_digit(t.s[i + 1]);
        char c = is_mark(t.s[i]) && !number ? ' ' : t.s[i];
        if (c != ' ' || (n > 0 ? s[n - 1] != ' ' : !begins))
            s[n++] = c;
    }
    while (ends && n > 0 && s[n - 1] == ' ')
        n--;
    return n == t.n ? t : (Text){s, n, t.span};
}

static Text upper_text(const Composer *m, Text t, const char *lang) {
    const char *s = country_upper(m->arena, t.s, t.n, lang);
    return (Text){s, strlen(s), t.span};
}

/* ---- lines of pieces ---- */

/* A piece of a line: what never comes apart, with the separator before it where
 * it does not begin a line. */
typedef struct Piece {
    Text *parts;
    size_t n;
    Text separator; /* to the piece before */
    bool starts;    /* it began a line */
    size_t chars;
} Piece;

typedef struct Pieces {
    VEC(Piece) list;
    Arena *arena;
    const char *lang;
} Pieces;

static void add_piece(Pieces *p, Text *parts, size_t n, Text separator,
                      bool starts) {
    Piece piece = {parts, n, separator, starts, 0};
    for (size_t i = 0; i < n; i++)
        piece.chars += letter_count(parts[i]);
    if (piece.chars > 0)
        vec_push(p->arena, &p->list, piece);
}

/* A line may also end behind the commas that its writer put there. */
static TextList cut_at_commas(Arena *a, const AddressLine *line) {
    VEC(Text) out = {0};
    for (size_t i = 0; i < line->n; i++) {
        Text rest = line->parts[i];
        const char *comma;
        while (!is_separator(rest) &&
               (comma = memmem(rest.s, rest.n, ", ", 2)) != NULL) {
            size_t n = (size_t)(comma - rest.s);
            vec_push(a, &out, text_slice(rest, 0, n));
            vec_push(a, &out, text_slice(rest, n, 2));
            rest = text_slice(rest, n + 2, rest.n - n - 2);
        }
        vec_push(a, &out, rest);
    }
    return (TextList){out.v, out.n};
}

static void split_line(Pieces *p, const AddressLine *line, bool plain) {
    TextList cut = cut_at_commas(p->arena, line);
    Text separator = {0};
    bool starts = true;
    for (size_t i = 0; i < cut.n;) {
        size_t n = 0;
        while (i + n < cut.n && !is_separator(cut.v[i + n]))
            n++;
        if (n > 0) {
            for (size_t k = i; plain && k < i + n; k++)
                cut.v[k] =
                    plain_text(p->arena, cut.v[k], k == i, k + 1 == i + n);
            add_piece(p, cut.v + i, n, separator, starts);
            starts = false;
            i += n;
        } else {
            separator = plain ? text_literal(" ") : cut.v[i];
            i++;
        }
    }
}

/* ---- joining and breaking ---- */

/* Lines of the pieces: starts[i] says that piece i begins one. */
typedef struct Breaks {
    bool *starts;
    size_t lines;
    int cost; /* breaks and joins that the country's order has not */
} Breaks;

static size_t separator_chars(const Piece *piece) {
    return piece->separator.n > 0 ? letter_count(piece->separator) : 1;
}

/* Fewest changes to the lines there are, so that none is longer than `chars`
 * and there are at most `most`: best[i][k] is the cost of the first i pieces in
 * k lines. False if there is no way. */
static bool find_breaks(Arena *a, const Pieces *p, size_t chars, size_t most,
                        Breaks *out) {
    /* A line joined is worse than one broken, a street joined to its city worse
     * than the city to its postcode. */
    enum { NEVER = 1 << 28, JOIN = 4096, BREAK = 1024 };
    size_t n = p->list.n, wide = most + 1;
    int *best = ARENA_ARRAY(a, int, (n + 1) * wide);
    size_t *from = ARENA_ARRAY(a, size_t, (n + 1) * wide);
    for (size_t i = 0; i < (n + 1) * wide; i++)
        best[i] = NEVER;
    best[0] = 0;
    for (size_t end = 1; end <= n; end++) {
        size_t length = 0;
        int joins = 0;
        for (size_t at = end; at-- > 0;) {
            const Piece *piece = &p->list.v[at];
            length += piece->chars;
            if (length > chars && at + 1 < end)
                break;
            int cost = joins + (at > 0 && !piece->starts ? BREAK : 0) +
                       (length > chars ? NEVER / 2 : 0);
            for (size_t k = 1; k < wide; k++) {
                int total = best[at * wide + k - 1] + cost;
                if (total < best[end * wide + k]) {
                    best[end * wide + k] = total;
                    from[end * wide + k] = at;
                }
            }
            length += separator_chars(piece);
            joins += piece->starts ? JOIN + (int)(n - at) : 0;
        }
    }
    size_t lines = 0;
    for (size_t k = 1; k < wide; k++)
        if (best[n * wide + k] < NEVER / 2 &&
            (lines == 0 || best[n * wide + k] < best[n * wide + lines]))
            lines = k;
    if (lines == 0)
        return false;
    *out = (Breaks){ARENA_ARRAY(a, bool, n), lines, best[n * wide + lines]};
    for (size_t end = n, k = lines; k > 0; k--) {
        end = from[end * wide + k];
        out->starts[end] = true;
    }
    return true;
}

static size_t place_count(const Composer *m) {
    size_t n = 0;
    for (size_t i = 0; i < m->lines.n; i++)
        n += m->lines.v[i].role == ADDRESS_PLACE;
    return n;
}

/* Put the pieces back as lines, in place of those of the place. */
static void set_places(Composer *m, const Pieces *p, const bool *starts) {
    VEC(AddressLine) lines = {0};
    size_t i = 0;
    for (; i < m->lines.n && m->lines.v[i].role != ADDRESS_PLACE; i++)
        vec_push(m->arena, &lines, m->lines.v[i]);
    VEC(Text) parts = {0};
    for (size_t k = 0; k < p->list.n; k++) {
        const Piece *piece = &p->list.v[k];
        if (!starts[k])
            vec_push(m->arena, &parts,
                     piece->separator.n > 0 ? piece->separator
                                            : text_literal(" "));
        for (size_t j = 0; j < piece->n; j++)
            vec_push(m->arena, &parts, piece->parts[j]);
        if (k + 1 == p->list.n || starts[k + 1]) {
            AddressLine line = {ADDRESS_PLACE, p->lang, parts.v, parts.n};
            vec_push(m->arena, &lines, line);
            memset(&parts, 0, sizeof parts);
        }
    }
    for (; i < m->lines.n; i++)
        if (m->lines.v[i].role != ADDRESS_PLACE)
            vec_push(m->arena, &lines, m->lines.v[i]);
    m->lines.v = lines.v;
    m->lines.n = lines.n;
    m->lines.cap = lines.cap;
}

static size_t most_lines(const Composer *m) {
    int most = m->abroad ? m->post->lines_abroad : m->post->lines_home;
    return most > 0 ? (size_t)most : 0;
}

/* Honest places come in twenty pieces or less, and arranging them takes their
 * number's cube: of more the lines are as they were given, and too long. */
enum { PIECES_MOST = 100 };

/* `fewest`: lines, whatever the country's order has. */
static void arrange_places(Composer *m, bool fewest) {
    const PostRules *post = m->post;
    Pieces p = {.arena = m->arena, .lang = m->latin_lang};
    for (size_t i = 0; i < m->lines.n; i++)
        if (m->lines.v[i].role == ADDRESS_PLACE)
            split_line(&p, &m->lines.v[i], post->plain);
    if (p.list.n == 0 || p.list.n > PIECES_MOST)
        return;
    bool *starts = ARENA_ARRAY(m->arena, bool, p.list.n);
    for (size_t i = 0; i < p.list.n; i++)
        starts[i] = i == 0 || p.list.v[i].starts;
    size_t others = m->lines.n - place_count(m);
    size_t most = most_lines(m);
    size_t room = most > others ? most - others : most ? 1 : p.list.n;
    if (fewest)
        room = 1;
    if (room > p.list.n)
        room = p.list.n;
    size_t chars = post->chars > 0 ? (size_t)post->chars : SIZE_MAX / 2;
    Breaks breaks;
    for (; room <= p.list.n; room++)
        if (find_breaks(m->arena, &p, chars, room, &breaks)) {
            starts = breaks.starts;
            break;
        }
    set_places(m, &p, starts);
}

/* ---- titles and organisations ---- */

/* The last blank at which the first of the lines may end: about as long as the
 * others will be, and no longer than allowed. 0 if there is none. */
static size_t title_break(Text t, size_t chars) {
    size_t total = letter_count(t);
    if (chars == 0 || total <= chars)
        return 0;
    size_t lines = (total + chars - 1) / chars;
    size_t best = 0, n = 0, wanted = (total + lines - 1) / lines;
    for (size_t at = 0; at < t.n && n <= chars; n++) {
        if (t.s[at] == ' ' && at > 0 && (best == 0 || n <= wanted + 3))
            best = at;
        utf8_next(t.s, t.n, &at);
    }
    return best;
}

/* A name stays whole: nobody's name ends in the middle. */
static void break_titles(Composer *m) {
    VEC(AddressLine) lines = {0};
    size_t chars = (size_t)m->post->chars;
    for (size_t i = 0; i < m->lines.n; i++) {
        AddressLine line = m->lines.v[i];
        while (line.role == ADDRESS_TITLE && line.n == 1 &&
               line_chars(&line) > chars) {
            Text t = line.parts[0];
            size_t at = title_break(t, chars);
            if (at == 0)
                break;
            AddressLine first = line;
            first.parts = format_part(m->arena, text_slice(t, 0, at)).v;
            vec_push(m->arena, &lines, first);
            line.parts =
                format_part(m->arena, text_slice(t, at + 1, t.n - at - 1)).v;
        }
        vec_push(m->arena, &lines, line);
    }
    m->lines.v = lines.v;
    m->lines.n = lines.n;
    m->lines.cap = lines.cap;
}

/* ---- what cannot be arranged ---- */

static void warn_long(const Composer *m, const AddressLine *line) {
    size_t chars = line_chars(line);
    Span where = m->contact->span;
    for (size_t i = line->n; i-- > 0;)
        if (line->parts[i].span.src)
            where = line->parts[i].span;
    diag_at(m->diag, DIAG_WARNING, where,
            "\"%s\": this line of the address has %zu characters; %s reads at "
            "most %d: shorten it or write it in two lines",
            composer_label(m), chars, composer_post(m), m->post->chars);
}

static void warn_many(const Composer *m) {
    diag_at(m->diag, DIAG_WARNING, m->contact->span,
            "\"%s\": the address has %zu lines; %s reads at most %zu%s: leave "
            "out a title or an organisation, or print one script",
            composer_label(m), m->lines.n, composer_post(m), most_lines(m),
            m->abroad ? " on mail abroad" : "");
}

static void warn_refused(const Composer *m, const AddressLine *line) {
    for (size_t i = 0; i < line->n; i++) {
        Text t = line->parts[i];
        size_t at = 0;
        while (at < t.n && !strchr(m->post->refused, t.s[at]))
            at++;
        if (at < t.n)
            diag_at(m->diag, DIAG_WARNING,
                    t.span.src ? text_span(t, at, 1) : m->contact->span,
                    "\"%s\": %s wants no \"%c\" in an address; write the "
                    "number alone",
                    composer_label(m), composer_post(m), t.s[at]);
    }
}

static void warn_limits(const Composer *m) {
    for (size_t i = 0; i < m->lines.n; i++) {
        const AddressLine *line = &m->lines.v[i];
        if (line->role == ADDRESS_LOCAL)
            continue;
        if (m->post->chars > 0 && line_chars(line) > (size_t)m->post->chars)
            warn_long(m, line);
        warn_refused(m, line);
    }
    if (most_lines(m) > 0 && m->lines.n > most_lines(m))
        warn_many(m);
}

/* ---- capitals ---- */

/* Names stay as they are, and so does the native block. */
static void capitalise_end(Composer *m) {
    size_t n = (size_t)m->post->capital_lines;
    size_t from = m->lines.n > n ? m->lines.n - n : 0;
    for (size_t i = from; i < m->lines.n; i++) {
        AddressLine *line = &m->lines.v[i];
        if (line->role != ADDRESS_PLACE)
            continue;
        Text *parts = ARENA_ARRAY(m->arena, Text, line->n);
        for (size_t k = 0; k < line->n; k++)
            parts[k] = upper_text(m, line->parts[k], line->lang);
        line->parts = parts;
    }
}

void address_plain_city(Composer *m) {
    for (size_t i = m->lines.n; i-- > 0;) {
        AddressLine *line = &m->lines.v[i];
        if (line->role != ADDRESS_PLACE)
            continue;
        Text *parts = ARENA_ARRAY(m->arena, Text, line->n);
        for (size_t k = 0; k < line->n; k++) {
            Text t = line->parts[k];
            bool ours = !t.span.src && text_equal(t, ", ");
            parts[k] = ours ? text_literal(" ") : t;
        }
        line->parts = parts;
        return;
    }
}

void address_post_order(Composer *m, const AddressSide *latin) {
    size_t chars = (size_t)m->post->chars;
    size_t line = letter_count(latin->region) + letter_count(latin->postcode) +
                  (m->post->plain ? 1 : 2);
    bool china = strcmp(m->contact->country, "CN") == 0;
    if (chars > 0 && china && latin->city.n > 0 && line > chars)
        m->latin = "N|O|A|D, C Z|S";
}

void address_post_apply(Composer *m, bool compact) {
    const PostRules *post = m->post;
    if (post->chars > 0) {
        break_titles(m);
        arrange_places(m, compact);
    }
    if (post->capital_lines > 0)
        capitalise_end(m);
    if (!compact)
        warn_limits(m);
}

/* ---- what is lacking ---- */

/* A city that is a province too needs no other. */
static bool is_municipality(Text t) {
    static const char *const names[] = {"Beijing", "Peking", "Shanghai",
                                        "Tianjin", "Chongqing"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (t.n >= strlen(names[i]) &&
            strncasecmp(t.s, names[i], strlen(names[i])) == 0)
            return true;
    return false;
}

/* The UPU wants it everywhere; some posts say so themselves. Posts that write
 * another script themselves read their neighbours'. */
static void warn_native_alone(const Composer *m) {
    const char *who =
        m->post->latin ? composer_post(m) : "the Universal Postal Union";
    if (!m->post->latin && !country_writes_latin(m->origin))
        return;
    diag_cure(m->diag, DIAG_WARNING, m->contact->span,
              arena_printf(m->arena, "native from %s", m->origin),
              "\"%s\": %s wants place and country of mail abroad in Latin "
              "letters too; print both scripts, or stick this beside an "
              "address that has them",
              composer_label(m), who);
}

static void warn_lacking(const Composer *m, const char *what) {
    diag_at(m->diag, DIAG_WARNING, m->contact->span,
            "\"%s\" has no %s in Latin letters, which %s wants beside other "
            "scripts; add \"%s\"",
            composer_label(m), what, composer_post(m), what);
}

void address_post_check(const Composer *m, const AddressSide *latin,
                        bool native, bool only_native) {
    if (!m->abroad || !native)
        return;
    if (only_native) {
        warn_native_alone(m);
        return;
    }
    if (!address_has_place(latin)) {
        diag_at(m->diag, DIAG_WARNING, m->contact->span,
                "\"%s\" has no city in Latin letters, which the post that "
                "takes the letter reads; add city and postcode, or lines",
                composer_label(m));
        return;
    }
    /* Where it is in lines as the user wrote them, nobody can tell. */
    bool split = !latin->whole && (latin->city.n > 0 || latin->region.n > 0 ||
                                   latin->district.n > 0);
    if (!split || !m->post->latin)
        return;
    if (latin->city.n == 0 && latin->region.n == 0)
        warn_lacking(m, "city");
    if (m->post->region && latin->region.n == 0 &&
        strchr(m->format->latin, 'S') && !is_municipality(latin->city))
        warn_lacking(m, "region");
}
