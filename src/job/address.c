#include "job/address.h"

#include "base/limits.h"
#include "job/contactyaml.h"
#include "job/origin.h"
#include "model/addressparse.h"
#include "model/country.h"

#include <string.h>

/* ---- reading ---- */

/* More lines than this are no address but a letter; a line that is longer was
 * pasted with something else, and what it is takes the square of its length. */
enum { LINES_MAX = 60, LINE_BYTES = 4000 };

static bool refuse_long(const Text *lines, size_t n, Diag *diag) {
    bool ok = true;
    for (size_t i = 0; i < n; i++) {
        if (lines[i].n <= LINE_BYTES)
            continue;
        diag_at(diag, DIAG_ERROR, lines[i].span,
                "this line has %zu bytes; a line of an address has at most %d: "
                "give one address alone",
                lines[i].n, LINE_BYTES);
        ok = false;
    }
    return ok;
}

static bool read_lines(Arena *a, const char *path, Diag *diag, Text **out,
                       size_t *n) {
    const Source *src;
    VEC(Text) lines = {0};
    if (!source_load(a, path, diag, &src))
        return false;
    size_t from =
        src->n >= 3 && memcmp(src->bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    for (size_t at = from; at < src->n; at = from) {
        size_t length = strcspn(src->bytes + at, "\r\n");
        if (at + length > src->n)
            length = src->n - at;
        Text t = text_of_span((Span){src, at, length});
        if (text_trim(t).n > 0)
            vec_push(a, &lines, t);
        from = at + length + 1;
    }
    *out = lines.v;
    *n = lines.n;
    if (lines.n == 0) {
        diag_at(diag, DIAG_ERROR, (Span){src, 0, 0},
                "there is no address here; paste its lines, and end them with "
                "Ctrl-D");
        return false;
    }
    if (lines.n > LINES_MAX) {
        diag_at(diag, DIAG_ERROR, lines.v[LINES_MAX].span,
                "this is line %zu of %zu; an address has at most %d: give one "
                "address alone",
                (size_t)LINES_MAX + 1, lines.n, LINES_MAX);
        return false;
    }
    return refuse_long(lines.v, lines.n, diag);
}

static bool find_country(const char *option, const char *given, Diag *diag,
                         char out[3]) {
    memset(out, 0, 3);
    if (!given || country_find(given, strlen(given), out))
        return true;
    origin_refuse(option, given, "CN", diag);
    return false;
}

/* ---- what it says ---- */

static void print_piece(const AddressPiece *piece, Buf *out) {
    Buf key = {0};
    buf_puts(&key, address_part_names[piece->part]);
    if (piece->lang[0] && piece->part != PART_LABEL)
        buf_printf(&key, ":%s", piece->lang);
    buf_putc(&key, '\0');
    buf_printf(out, "  %-16s%c %.*s\n", key.s, piece->guessed ? '?' : ' ',
               (int)piece->text.n, piece->text.s);
    buf_free(&key);
}

static void print_pieces(Arena *a, const AddressParse *parse, Buf *out) {
    bool guessed = parse->country_guessed, named = false;
    const Contact *c = &parse->contact;
    for (size_t i = 0; i < parse->n; i++)
        guessed = guessed || parse->v[i].guessed;
    buf_printf(out, "understood%s\n",
               guessed ? " (? by its look or its place: check it)" : "");
    for (size_t i = 0; i < parse->n; i++) {
        print_piece(&parse->v[i], out);
        named = named || parse->v[i].part == PART_COUNTRY;
    }
    if (!named && c->country[0])
        buf_printf(out, "  %-16s%c %s\n", "country",
                   parse->country_guessed ? '?' : ' ',
                   country_display(a, c->country, "en"));
}

/* ---- as it is printed ---- */

static void print_block(const AddressBlock *block, Buf *out) {
    static const char *const roles[] = {
        [ADDRESS_NAME] = "name",       [ADDRESS_TITLE] = "title",
        [ADDRESS_LOCAL] = "native",    [ADDRESS_PLACE] = "place",
        [ADDRESS_COUNTRY] = "country",
    };
    for (size_t i = 0; i < block->n; i++) {
        const AddressLine *line = &block->v[i];
        buf_printf(out, "  %-16s  ", roles[line->role]);
        for (size_t k = 0; k < line->n; k++)
            buf_add(out, line->parts[k].s, line->parts[k].n);
        buf_putc(out, '\n');
    }
}

static bool print_result(Arena *a, const AddressJob *job, const Contact *c,
                         const char *origin, Buf *out, Diag *diag) {
    AddressOptions opt = {.origin = origin, .script = job->script};
    AddressBlock block;
    if (!address_compose(a, c, &opt, diag, &block))
        return false;
    if (origin[0])
        buf_printf(out, "printed, when posted in %s\n",
                   country_display(a, origin, "en"));
    else
        buf_puts(out, "printed, wherever it is posted\n");
    print_block(&block, out);
    return true;
}

/* ---- as a record ---- */

/* With what is to be checked and what is no field above it. */
static void yaml_record(const AddressParse *parse, Buf *out) {
    const Contact *c = &parse->contact;
    const char *sep = "# check: ";
    bool told[PART_LABEL + 1] = {false};
    for (size_t i = 0; i < parse->n; i++) {
        AddressPart part = parse->v[i].part;
        if (!parse->v[i].guessed || told[part] || part == PART_LINE ||
            part == PART_LABEL)
            continue;
        buf_printf(out, "%s%s", sep, address_part_names[part]);
        sep = ", ";
        told[part] = true;
    }
    buf_puts(out, strcmp(sep, ", ") == 0 ? "\n" : "");
    for (size_t i = 0; i < c->nextra; i++)
        buf_printf(out, "# web: %.*s\n", (int)c->extra[i].value.n,
                   c->extra[i].value.s);
    contactyaml_record(c, NULL, out);
}

/* Posts deliver to a city; it may be in a line as it was given. */
static void warn_no_city(const Contact *c, Diag *diag) {
    const char *format = country_format(c->country)->latin;
    if (strchr(format, 'C') && c->base.lines.n > 0 &&
        c->base.fields[CONTACT_CITY].n == 0 &&
        c->base.fields[CONTACT_REGION].n == 0)
        diag_at(diag, DIAG_WARNING, c->base.lines.v[c->base.lines.n - 1].span,
                "no city was found; if there is one, write it on a line of its "
                "own or before the postcode");
}

static bool names_somebody(const Contact *c) {
    static const ContactField who[] = {CONTACT_NAME, CONTACT_ORGANISATION,
                                       CONTACT_ATTENTION, CONTACT_TITLE};
    for (size_t i = 0; i < sizeof who / sizeof *who; i++) {
        if (c->base.fields[who[i]].n > 0)
            return true;
        for (size_t k = 0; k < c->nforms; k++)
            if (c->forms[k].fields[who[i]].n > 0)
                return true;
    }
    return false;
}

static void warn_of(const Contact *c, Diag *diag) {
    if (!names_somebody(c))
        diag_at(diag, DIAG_WARNING, c->span,
                "nobody is named here; write a name or an office on the first "
                "line");
    if (c->country[0])
        warn_no_city(c, diag);
}

bool address_run(const AddressJob *job, Buf *out, Diag *diag) {
    Arena *a = arena_new();
    char to[3], origin[3];
    Text *lines;
    size_t n;
    AddressParse parse;
    bool ok = find_country("--to", job->to, diag, to);
    ok = origin_find(job->origin, NULL, diag, origin) && ok;
    if (ok && (ok = read_lines(a, job->path, diag, &lines, &n))) {
        address_parse(a, lines, n, to, NULL, diag, &parse);
        if (job->yaml)
            yaml_record(&parse, out);
        else
            print_pieces(a, &parse, out);
        warn_of(&parse.contact, diag);
        if (!parse.contact.country[0]) {
            diag_at(diag, DIAG_ERROR, parse.contact.span,
                    "no country is named here, and no postcode tells it; say "
                    "where it is: --to CN");
            ok = false;
        } else {
            Buf rest = {0};
            ok = print_result(a, job, &parse.contact, origin,
                              job->yaml ? &rest : out, diag);
            buf_free(&rest);
        }
    }
    arena_free(a);
    return ok;
}
