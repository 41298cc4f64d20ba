#include "model/address_compose.h"

#include "base/limits.h"
#include "model/address_cn.h"
#include "model/country.h"
#include "model/locale.h"

#include <string.h>
#include <strings.h>

const char *composer_label(const Composer *m) {
    return contact_label(m->arena, m->contact);
}

const char *composer_post(const Composer *m) {
    if (m->post->name)
        return m->post->name;
    const char *country = country_display(m->arena, m->origin, "en");
    return country ? arena_printf(m->arena, "the post of %s", country)
                   : "the post of origin";
}

/* ---- lines ---- */

static void add_line(Composer *m, AddressRole role, const char *lang,
                     TextList parts) {
    AddressLine line = {role, lang, parts.v, parts.n};
    vec_push(m->arena, &m->lines, line);
}

static bool is_name(const Composer *m, const FormatLine *line) {
    return line->field == FORMAT_N && line->index >= m->name_at &&
           line->index < m->name_at + m->names;
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

static void add_head(Composer *m, const FieldLines fields[FORMAT_FIELDS]) {
    const char *format = m->latin;
    FormatLines lines;
    format_expand(m->arena,
                  arena_strndup(m->arena, format, head_length(format)), fields,
                  &lines);
    for (size_t i = 0; i < lines.n; i++) {
        const FormatLine *line = &lines.v[i];
        add_line(m, is_name(m, line) ? ADDRESS_NAME : ADDRESS_TITLE,
                 m->latin_lang, line->parts);
    }
}

static void add_place(Composer *m, const FieldLines fields[FORMAT_FIELDS]) {
    const char *format = m->latin;
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
    address_fill_native(m, side, fields);
    format_expand(m->arena, m->native, fields, &lines);
    for (size_t i = 0; i < lines.n; i++) {
        const FormatLine *line = &lines.v[i];
        add_line(m, is_name(m, line) ? name_role : ADDRESS_LOCAL,
                 m->format->native_lang, line->parts);
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
            vec_push(m->arena, &parts,
                     k + 1 == line.n ? address_trim_dangling(t) : t);
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

/* ---- composing ---- */

static bool fail(const Composer *m, const char *what) {
    diag_at(m->diag, DIAG_ERROR, m->contact->span, "\"%s\" %s",
            composer_label(m), what);
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
    size_t i = 0;
    while (i < lines.n && address_letters(lines.v[i]) == LETTERS_NONE)
        i++;
    bool written =
        !format->native_lang && i < lines.n && address_is_native(lines.v[i]);
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

/* What stands behind a Chinese name on an envelope (facts 4.2). */
bool address_check_recipient(const Composer *m, const AddressSide *native) {
    bool ok = true;
    if (strncmp(m->format->native_lang ? m->format->native_lang : "", "zh",
                2) != 0)
        return true;
    for (size_t i = 0; i < native->names.n; i++) {
        Text name = native->names.v[i].v[0];
        if (cn_is_writers_word(name)) {
            diag_at(m->diag, DIAG_ERROR, name.span,
                    "\"%s\": 敬启 belongs behind the writer's own "
                    "name, not on an envelope; write 收, or nothing",
                    composer_label(m));
            ok = false;
        }
        Text kin = cn_kinship(name);
        for (size_t k = 0; k < native->title.n && kin.n == 0; k++)
            kin = cn_kinship(native->title.v[k].v[0]);
        if (kin.n > 0)
            diag_at(m->diag, DIAG_WARNING, kin.span,
                    "\"%s\": \"%.*s\" is what the writer calls them; an "
                    "envelope is read by the postman and says "
                    "先生, 女士 or the office",
                    composer_label(m), (int)kin.n, kin.s);
    }
    return ok;
}

static void compose(Composer *m, AddressScript script, AddressSide *latin,
                    AddressSide *native, bool use_native) {
    FieldLines fields[FORMAT_FIELDS] = {0};
    bool only_native = use_native && script == ADDRESS_NATIVE;
    bool latin_name = latin->names.n > 0;
    address_post_order(m, latin);
    address_fit_format(m, latin, &m->latin);
    if (use_native)
        address_fit_format(m, native, &m->native);
    AddressSide above = address_above_native(latin, native);
    address_fill_latin(m, only_native ? &above : latin, fields);
    add_head(m, fields);
    if (use_native)
        add_native(m, native,
                   only_native || !latin_name ? ADDRESS_NAME : ADDRESS_LOCAL);
    if (!only_native)
        add_place(m, fields);
    name_addressee(m);
}

static bool few_lines(const Composer *m) {
    if (m->lines.n <= LIMIT_ADDRESS_LINES)
        return true;
    diag_at(m->diag, DIAG_ERROR, m->contact->span,
            "\"%s\": the address has %zu lines; at most %d are printed: keep "
            "name, office, street and place",
            composer_label(m), m->lines.n, LIMIT_ADDRESS_LINES);
    return false;
}

bool composer_init(Composer *m, Arena *a, const Contact *c, const char *origin,
                   Diag *diag) {
    const CountryFormat *format = country_format(c->country);
    *m = (Composer){.arena = a,
                    .contact = c,
                    .diag = diag,
                    .format = format,
                    .latin = format->latin,
                    .native = format->native,
                    .latin_lang = latin_lang(a, c, format),
                    .upper = format->upper,
                    .origin = origin,
                    .post = post_rules(origin)};
    return c->country[0] != '\0';
}

/* In the language the user wants, if the post reads it, else in the post's
 * first. */
static const char *country_line_lang(const Composer *m, const char *wanted) {
    const char *langs = m->post->langs;
    if (!langs)
        return wanted ? wanted : country_lang(m->arena, m->origin);
    size_t n = strcspn(langs, " ");
    for (const char *l = langs; wanted && *l;) {
        size_t length = strcspn(l, " ");
        if (strncmp(l, wanted, length) == 0 &&
            (!wanted[length] || wanted[length] == '-'))
            return wanted;
        l += length + (l[length] == ' ');
    }
    return arena_strndup(m->arena, langs, n);
}

/* All that is the same in both arrangements: the lines without a country. */
static bool compose_lines(Composer *m, Arena *a, const Contact *c,
                          const AddressOptions *opt, Diag *diag) {
    if (!composer_init(m, a, c, opt->origin ? opt->origin : "", diag))
        return fail(m,
                    contact_has_place(c)
                        ? "has no country; give it one, such as CN or China"
                        : "has no address; give it lines, city, postcode and "
                          "country, or one whole address");
    m->abroad = strcmp(m->origin, c->country) != 0;
    if (!m->abroad)
        m->latin = format_at_home(a, m->latin);
    /* The UPU wants the place in capitals on mail from abroad, whatever the
     * country does at home. */
    if (m->abroad)
        m->upper = arena_printf(a, "%sC", m->upper);

    AddressSide latin = address_latin_side(a, c, m->format);
    AddressSide native = address_native_side(a, c, m->format);
    address_keep_city(a, c->country, m->abroad, &latin);
    address_keep_city(a, c->country, m->abroad, &native);
    bool has_native = m->native && address_has_place(&native);
    bool has_latin = address_has_place(&latin);
    if (!check_script(m, opt->script, has_native, has_latin) ||
        !address_check_recipient(m, &native) ||
        !address_settle_postcode(m, &latin, &native))
        return false;
    bool use_native = has_native && opt->script != ADDRESS_LATIN;
    /* Without a native place nothing native is printed but who it is for. */
    if (!use_native && opt->script != ADDRESS_LATIN)
        address_add_head(&latin, &native);
    address_tell_unprinted(m, &latin, &native,
                           use_native ? opt->script : ADDRESS_LATIN);
    address_post_check(m, &latin, use_native,
                       use_native && opt->script == ADDRESS_NATIVE);
    compose(m, opt->script, &latin, &native, use_native);
    return few_lines(m);
}

/* The same lines, to be arranged in another way. */
static Composer copy_of(const Composer *m) {
    Composer copy = *m;
    copy.lines.v = NULL;
    copy.lines.n = copy.lines.cap = 0;
    for (size_t i = 0; i < m->lines.n; i++)
        vec_push(m->arena, &copy.lines, m->lines.v[i]);
    return copy;
}

static AddressBlock arrange(Composer *m, bool compact,
                            const AddressLine *country) {
    if (m->post->plain_home && !m->abroad)
        address_plain_city(m);
    /* A post that counts characters has its own way to join lines. */
    if (compact && m->post->chars == 0)
        join_places(m);
    if (country)
        vec_push(m->arena, &m->lines, *country);
    address_post_apply(m, compact);
    return (AddressBlock){m->lines.v, m->lines.n};
}

/* NULL at home, and where no name of the country is known. */
static const AddressLine *country_line(const Composer *m,
                                       const AddressOptions *opt) {
    Composer alone = *m;
    alone.lines.v = NULL;
    alone.lines.n = alone.lines.cap = 0;
    if (m->abroad)
        add_country(&alone, country_line_lang(m, opt->origin_lang));
    return alone.lines.v;
}

bool address_compose(Arena *a, const Contact *c, const AddressOptions *opt,
                     Diag *diag, AddressBlock *out) {
    Composer m;
    *out = (AddressBlock){0};
    if (!compose_lines(&m, a, c, opt, diag))
        return false;
    *out = arrange(&m, opt->compact, country_line(&m, opt));
    return true;
}

bool address_compose_both(Arena *a, const Contact *c, const AddressOptions *opt,
                          Diag *diag, AddressBlock *plain,
                          AddressBlock *compact) {
    Composer m;
    *plain = *compact = (AddressBlock){0};
    if (!compose_lines(&m, a, c, opt, diag))
        return false;
    Composer other = copy_of(&m);
    const AddressLine *country = country_line(&m, opt);
    *plain = arrange(&m, false, country);
    *compact = arrange(&other, true, country);
    return true;
}

bool address_return(Arena *a, const Contact *c, bool abroad, Diag *diag,
                    AddressBlock *out) {
    Composer m;
    *out = (AddressBlock){0};
    if (!composer_init(&m, a, c, "", diag) && abroad)
        return fail(&m, "has no country, which a return address on mail "
                        "abroad needs; add one, such as \"country: FR\"");
    m.sender = true;

    AddressSide latin = address_latin_side(a, c, m.format), native = {0};
    bool use_native = m.native && !address_has_place(&latin);
    if (m.native)
        native = address_native_side(a, c, m.format);
    if (!abroad)
        m.latin = format_at_home(a, m.latin);
    address_keep_city(a, c->country, abroad, &latin);
    address_keep_city(a, c->country, abroad, &native);
    if (!use_native)
        address_add_head(&latin, &native);
    if (!address_has_place(use_native ? &native : &latin))
        return fail(&m, "has no address; give it lines, city and postcode, or "
                        "one whole address");
    if (!address_settle_postcode(&m, &latin, &native))
        return false;
    address_tell_unprinted(&m, &latin, &native,
                           use_native ? ADDRESS_BOTH : ADDRESS_LATIN);
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
