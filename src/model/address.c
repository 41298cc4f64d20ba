#include "model/address.h"

#include "model/address_cn.h"
#include "model/address_side.h"
#include "model/country.h"
#include "model/locale.h"

#include <string.h>

typedef struct Composer {
    Arena *arena;
    const Contact *contact;
    Diag *diag;
    const CountryFormat *format;
    const char *latin_lang; /* of the Latin lines */
    const char *upper;      /* fields in capitals, as format letters */
    bool sender;            /* a return address: nobody receives here */
    VEC(AddressLine) lines;
} Composer;

static const char *label(const Composer *m) {
    return contact_label(m->arena, m->contact);
}

/* ---- fields ---- */

/* "Urumqi," loses its comma: the format brings its own. */
static Text trim_dangling(Text t) {
    size_t from = 0, to = t.n;
    while (to > from && strchr(" ,-/;", t.s[to - 1]))
        to--;
    while (from < to && strchr(" ,-/;", t.s[from]))
        from++;
    return from == 0 && to == t.n ? t : text_slice(t, from, to - from);
}

static FieldLines place_field(const Composer *m, Text t) {
    return t.n > 0 ? format_field(m->arena, trim_dangling(t)) : (FieldLines){0};
}

static FieldLines joined(Arena *a, FieldLines x, FieldLines y) {
    FieldLines both = {ARENA_ARRAY(a, TextList, x.n + y.n), x.n + y.n};
    if (x.n > 0)
        memcpy(both.v, x.v, x.n * sizeof *x.v);
    if (y.n > 0)
        memcpy(both.v + x.n, y.v, y.n * sizeof *y.v);
    return both;
}

static void capitalise(const Composer *m, FieldLines *field) {
    FieldLines upper = {ARENA_ARRAY(m->arena, TextList, field->n), field->n};
    for (size_t i = 0; i < field->n; i++) {
        Text t = field->v[i].v[0];
        const char *s = country_upper(m->arena, t.s, t.n, m->latin_lang);
        upper.v[i] = format_part(m->arena, (Text){s, strlen(s), t.span});
    }
    *field = upper;
}

static void fill_places(const Composer *m, const AddressSide *side,
                        FieldLines fields[FORMAT_FIELDS]) {
    fields[FORMAT_O] = side->organisation;
    fields[FORMAT_A] = side->street;
    fields[FORMAT_D] = place_field(m, side->district);
    fields[FORMAT_C] = place_field(m, side->city);
    fields[FORMAT_S] = place_field(m, side->region);
    fields[FORMAT_Z] = place_field(m, side->postcode);
}

static void fill_latin(const Composer *m, const AddressSide *side,
                       FieldLines fields[FORMAT_FIELDS]) {
    fields[FORMAT_N] =
        joined(m->arena, format_field(m->arena, side->name), side->title);
    fill_places(m, side, fields);
    for (int f = 0; f < FORMAT_FIELDS; f++)
        if (strchr(m->upper, FORMAT_CODES[f]))
            capitalise(m, &fields[f]);
}

static void fill_native(const Composer *m, const AddressSide *side,
                        FieldLines fields[FORMAT_FIELDS]) {
    const char *lang = m->format->native_lang;
    FieldLines name = format_field(m->arena, side->name);
    bool title_first = strcmp(lang, "ja") == 0 || strcmp(lang, "ko") == 0;
    if (strncmp(lang, "zh", 2) == 0 && !m->sender)
        fields[FORMAT_N] = cn_recipient(m->arena, side->name, side->title);
    else if (title_first)
        fields[FORMAT_N] = joined(m->arena, side->title, name);
    else
        fields[FORMAT_N] = joined(m->arena, name, side->title);
    fill_places(m, side, fields);
}

/* ---- lines ---- */

static void add_line(Composer *m, AddressRole role, const char *lang,
                     TextList parts) {
    AddressLine line = {role, lang, parts.v, parts.n};
    vec_push(m->arena, &m->lines, line);
}

/* Where the addressee ends in a Latin format: behind the last '|' before a
 * field that is neither name nor organisation. */
static size_t head_length(const char *format) {
    size_t head = 0;
    for (size_t i = 0; format[i] && strchr("NO|", format[i]); i++)
        if (format[i] == '|')
            head = i + 1;
    return head;
}

static void add_head(Composer *m, const FieldLines fields[FORMAT_FIELDS],
                     bool named) {
    const char *format = m->format->latin;
    FormatLines lines;
    format_expand(m->arena,
                  arena_strndup(m->arena, format, head_length(format)), fields,
                  &lines);
    for (size_t i = 0; i < lines.n; i++) {
        const FormatLine *line = &lines.v[i];
        bool name = named && line->field == FORMAT_N && line->index == 0;
        add_line(m, name ? ADDRESS_NAME : ADDRESS_TITLE, m->latin_lang,
                 line->parts);
    }
}

static void add_place(Composer *m, const FieldLines fields[FORMAT_FIELDS]) {
    const char *format = m->format->latin;
    FormatLines lines;
    format_expand(m->arena, format + head_length(format), fields, &lines);
    for (size_t i = 0; i < lines.n; i++)
        add_line(m, ADDRESS_PLACE, m->latin_lang, lines.v[i].parts);
}

/* `name_role`: of the recipient's line. */
static void add_native(Composer *m, const AddressSide *side,
                       AddressRole name_role) {
    FieldLines fields[FORMAT_FIELDS] = {0};
    FormatLines lines;
    fill_native(m, side, fields);
    format_expand(m->arena, m->format->native, fields, &lines);
    for (size_t i = 0; i < lines.n; i++) {
        const FormatLine *line = &lines.v[i];
        bool name = side->name.n > 0 && line->field == FORMAT_N &&
                    line->parts.v[0].s == side->name.s;
        add_line(m, name ? name_role : ADDRESS_LOCAL, m->format->native_lang,
                 line->parts);
    }
}

/* All place lines as one that flows. A comma that ended a line separates
 * already. */
static void join_places(Composer *m) {
    size_t first = 0, kept = 0;
    VEC(Text) parts = {0};
    while (first < m->lines.n && m->lines.v[first].role != ADDRESS_PLACE)
        first++;
    if (first == m->lines.n)
        return;
    for (size_t i = first; i < m->lines.n; i++) {
        AddressLine line = m->lines.v[i];
        if (line.role != ADDRESS_PLACE) {
            m->lines.v[first + 1 + kept++] = line;
            continue;
        }
        if (parts.n > 0)
            vec_push(m->arena, &parts, text_literal(", "));
        for (size_t k = 0; k < line.n; k++) {
            Text t = line.parts[k];
            vec_push(m->arena, &parts, k + 1 == line.n ? trim_dangling(t) : t);
        }
    }
    m->lines.v[first].parts = parts.v;
    m->lines.v[first].n = parts.n;
    m->lines.n = first + 1 + kept;
}

/* Somebody must be addressed: without a name an office, without an office the
 * first line of what was given. */
static void name_addressee(Composer *m) {
    for (size_t i = 0; i < m->lines.n; i++)
        if (m->lines.v[i].role == ADDRESS_NAME)
            return;
    if (m->lines.n > 0 && m->lines.v[0].role != ADDRESS_LOCAL)
        m->lines.v[0].role = ADDRESS_NAME;
}

static void add_country(Composer *m, const char *lang) {
    const char *name = country_name(m->arena, m->contact->country, lang);
    if (!name) {
        lang = "en";
        name = country_name(m->arena, m->contact->country, lang);
    }
    if (name)
        add_line(m, ADDRESS_COUNTRY, lang,
                 format_part(m->arena, text_literal(name)));
}

/* ---- postcodes ---- */

static bool postcode_in(const FieldLines *street, CnPostcode *out) {
    for (size_t i = 0; i < street->n; i++)
        if (cn_postcode_find(street->v[i].v[0], out))
            return true;
    return false;
}

static void take_postcode_out(Arena *a, FieldLines *street) {
    FieldLines rest = {ARENA_ARRAY(a, TextList, street->n), 0};
    for (size_t i = 0; i < street->n; i++) {
        CnPostcode found;
        TextList line = street->v[i];
        if (cn_postcode_find(line.v[0], &found))
            line = cn_without_postcode(a, line.v[0], &found);
        if (line.n > 0)
            rest.v[rest.n++] = line;
    }
    *street = rest;
}

static void warn_other_code(const Composer *m, const CnPostcode *found,
                            const char *chosen) {
    if (strcmp(found->digits, chosen) != 0)
        diag_at(m->diag, DIAG_WARNING, found->span,
                "\"%s\": the address has the postcode %s here and %s "
                "elsewhere; %s is printed in front, check which is right",
                label(m), found->digits, chosen, chosen);
}

static void warn_province(const Composer *m, const CnPostcode *code,
                          Text where) {
    const char *other = cn_other_province(code->digits, where);
    if (other)
        diag_at(m->diag, DIAG_WARNING, where.span.src ? where.span : code->span,
                "\"%s\": postcode %s is in %s, but the address says "
                "\"%.*s\"; check which is right",
                label(m), code->digits, other, (int)where.n, where.s);
}

static bool check_cn_field(const Composer *m, Text postcode) {
    if (postcode.n == 0 || cn_postcode_valid(postcode))
        return true;
    diag_at(m->diag, DIAG_ERROR, postcode.span,
            "\"%s\": \"%.*s\" is no Chinese postcode; it has six digits, as "
            "830041",
            label(m), (int)postcode.n, postcode.s);
    return false;
}

/* China: one postcode out of the field, the Chinese lines or the Latin ones,
 * in this order; in front of the Chinese block and, if its lines have none, in
 * the Latin one. */
static bool settle_cn_postcode(const Composer *m, AddressSide *latin,
                               AddressSide *native) {
    CnPostcode field, in_native, in_latin, code;
    Text given = latin->postcode.n > 0 ? latin->postcode : native->postcode;
    if (!check_cn_field(m, latin->postcode) ||
        !check_cn_field(m, native->postcode))
        return false;
    bool has_field = given.n > 0 && cn_postcode_find(given, &field);
    bool has_native = postcode_in(&native->street, &in_native);
    bool has_latin = postcode_in(&latin->street, &in_latin);
    if (!has_field && !has_native && !has_latin)
        return true;
    code = has_field ? field : has_native ? in_native : in_latin;
    if (has_native)
        warn_other_code(m, &in_native, code.digits);
    if (has_latin)
        warn_other_code(m, &in_latin, code.digits);
    if (native->street.n > 0 && native->region.n == 0)
        warn_province(m, &code, native->street.v[0].v[0]);
    warn_province(m, &code, native->region);
    warn_province(m, &code, latin->region);

    take_postcode_out(m->arena, &native->street);
    const char *digits = arena_strdup(m->arena, code.digits);
    Text text = {digits, 6, code.span};
    native->postcode = text;
    bool wanted = address_has_place(latin) && !has_latin && !latin->whole;
    latin->postcode = wanted ? text : (Text){0};
    return true;
}

static void warn_postcode_shape(const Composer *m, Text postcode) {
    if (postcode.n > 0 &&
        !country_postcode_ok(m->contact->country, postcode.s, postcode.n))
        diag_at(m->diag, DIAG_WARNING, postcode.span,
                "\"%s\": \"%.*s\" does not look like a postcode of %s; check "
                "it",
                label(m), (int)postcode.n, postcode.s,
                country_display(m->arena, m->contact->country, "en"));
}

/* What is given, in its right place on both sides; false after an error. */
static bool settle_postcode(const Composer *m, AddressSide *latin,
                            AddressSide *native) {
    if (strcmp(m->contact->country, "CN") == 0)
        return settle_cn_postcode(m, latin, native);
    warn_postcode_shape(m, latin->postcode);
    if (latin->whole)
        latin->postcode = (Text){0};
    if (native->whole)
        native->postcode = (Text){0};
    return true;
}

/* ---- composing ---- */

static bool fail(const Composer *m, const char *what) {
    diag_at(m->diag, DIAG_ERROR, m->contact->span, "\"%s\" %s", label(m), what);
    return false;
}

/* The language of the base form's lines. Where the country writes another
 * script, its Latin form is in English as a rule, offices and all. */
static const char *latin_lang(Arena *a, const Contact *c,
                              const CountryFormat *format) {
    Locale own;
    const char *lang = country_lang(a, c->country);
    bool latin = locale_likely(lang, &own) && strcmp(own.script, "Latn") == 0;
    if (latin && c->country[0])
        return lang;
    TextList lines = c->base.address.n > 0 ? c->base.address : c->base.lines;
    bool written =
        !format->native_lang && lines.n > 0 && address_is_native(lines.v[0]);
    return written && c->country[0] ? lang : "en";
}

static bool check_script(const Composer *m, AddressScript script,
                         bool has_native, bool has_latin) {
    if (!has_native && !has_latin)
        return fail(m, "has no address; give it lines, city and postcode, or "
                       "one whole address");
    if (script == ADDRESS_NATIVE && m->format->native && !has_native)
        return fail(m, "has no address in the script of its country; add one "
                       "(such as lines:zh), or print both scripts");
    if (script == ADDRESS_LATIN && !has_latin)
        return fail(m, "has no address in Latin letters; add one, or print "
                       "both scripts");
    return true;
}

/* Posts of origin want city and country in Latin letters (facts 4.1). */
static void warn_no_latin(const Composer *m) {
    diag_at(m->diag, DIAG_WARNING, m->contact->span,
            "\"%s\" has no city in Latin letters, which the post that takes "
            "the letter reads; add city and postcode, or lines",
            label(m));
}

static void compose(Composer *m, AddressScript script, AddressSide *latin,
                    AddressSide *native, bool use_native) {
    FieldLines fields[FORMAT_FIELDS] = {0};
    bool only_native = use_native && script == ADDRESS_NATIVE;
    fill_latin(m, latin, fields);
    if (!only_native) {
        add_head(m, fields, latin->name.n > 0);
    } else if (native->name.n == 0 && latin->name.n > 0) {
        FieldLines name[FORMAT_FIELDS] = {0};
        name[FORMAT_N] = format_field(m->arena, latin->name);
        add_head(m, name, true);
    }
    if (use_native)
        add_native(m, native,
                   only_native || latin->name.n == 0 ? ADDRESS_NAME
                                                     : ADDRESS_LOCAL);
    if (!only_native)
        add_place(m, fields);
    name_addressee(m);
}

bool address_compose(Arena *a, const Contact *c, const AddressOptions *opt,
                     Diag *diag, AddressBlock *out) {
    const char *origin = opt->origin ? opt->origin : "";
    bool abroad = strcmp(origin, c->country) != 0;
    Composer m = {.arena = a, .contact = c, .diag = diag};
    *out = (AddressBlock){0};
    m.format = country_format(c->country);
    m.latin_lang = latin_lang(a, c, m.format);
    /* The UPU wants the place in capitals on mail from abroad, whatever the
     * country does at home. */
    m.upper =
        abroad ? arena_printf(a, "%sC", m.format->upper) : m.format->upper;
    if (!c->country[0])
        return fail(&m, "has no country; add one, such as \"country: CN\"");

    AddressSide latin = address_latin_side(a, c, m.format);
    AddressSide native = address_native_side(a, c, m.format);
    bool has_native = m.format->native && address_has_place(&native);
    bool has_latin = address_has_place(&latin);
    if (!check_script(&m, opt->script, has_native, has_latin) ||
        !settle_postcode(&m, &latin, &native))
        return false;
    bool use_native = has_native && opt->script != ADDRESS_LATIN;
    if (use_native && !has_latin && abroad && opt->script == ADDRESS_BOTH)
        warn_no_latin(&m);

    compose(&m, opt->script, &latin, &native, use_native);
    if (opt->compact)
        join_places(&m);
    if (abroad)
        add_country(&m, opt->origin_lang ? opt->origin_lang
                                         : country_lang(a, origin));
    *out = (AddressBlock){m.lines.v, m.lines.n};
    return true;
}

bool address_return(Arena *a, const Contact *c, bool abroad, Diag *diag,
                    AddressBlock *out) {
    Composer m = {.arena = a, .contact = c, .diag = diag, .sender = true};
    *out = (AddressBlock){0};
    m.format = country_format(c->country);
    m.latin_lang = latin_lang(a, c, m.format);
    m.upper = m.format->upper;
    if (abroad && !c->country[0])
        return fail(&m, "has no country, which a return address on mail "
                        "abroad needs; add one, such as \"country: FR\"");

    AddressSide latin = address_latin_side(a, c, m.format), native = {0};
    bool use_native = m.format->native && !address_has_place(&latin);
    if (use_native)
        native = address_native_side(a, c, m.format);
    if (!address_has_place(use_native ? &native : &latin))
        return fail(&m, "has no address; give it lines, city and postcode, or "
                        "one whole address");
    if (!settle_postcode(&m, &latin, &native))
        return false;
    compose(&m, ADDRESS_BOTH, &latin, &native, use_native);
    if (abroad)
        add_country(&m, "en");
    *out = (AddressBlock){m.lines.v, m.lines.n};
    return true;
}

void address_dump(const AddressBlock *b, Buf *out) {
    static const char *const roles[] = {"name", "title", "local", "place",
                                        "country"};
    for (size_t i = 0; i < b->n; i++) {
        buf_printf(out, "%s %s| ", roles[b->v[i].role], b->v[i].lang);
        for (size_t k = 0; k < b->v[i].n; k++)
            buf_add(out, b->v[i].parts[k].s, b->v[i].parts[k].n);
        buf_putc(out, '\n');
    }
}
