#include "model/address_compose.h"

#include <string.h>

typedef VEC(AddressLine) Lines;

static void push(const Composer *m, Lines *to, AddressRole role,
                 TextList parts) {
    AddressLine line = {role, m->format->native_lang, parts.v, parts.n};
    vec_push(m->arena, to, line);
}

/* "〒100-8994" and "8 3 0 0 4 1" as their digits. */
static Text bare_postcode(Arena *a, const FieldLines *field) {
    if (field->n == 0 || field->v[0].n == 0)
        return (Text){.s = ""};
    Text given = field->v[0].v[0];
    char *s = ARENA_ARRAY(a, char, given.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < given.n; i++)
        if ((given.s[i] >= '0' && given.s[i] <= '9') ||
            (given.s[i] >= 'A' && given.s[i] <= 'Z'))
            s[n++] = given.s[i];
    return (Text){s, n, given.span};
}

static void add_code(const Composer *m, const FieldLines all[FORMAT_FIELDS],
                     Lines *to) {
    FieldLines fields[FORMAT_FIELDS] = {0};
    FormatLines lines;
    fields[FORMAT_Z] = all[FORMAT_Z];
    format_expand(m->arena, m->native, fields, &lines);
    if (lines.n > 0)
        push(m, to, ADDRESS_LOCAL, lines.v[0].parts);
}

/* The lines of a country's order that are a place, without the postcode. */
static void add_place(const Composer *m, const FieldLines all[FORMAT_FIELDS],
                      Lines *to) {
    FieldLines fields[FORMAT_FIELDS];
    FormatLines lines;
    memcpy(fields, all, sizeof fields);
    fields[FORMAT_N] = fields[FORMAT_O] = fields[FORMAT_Z] = (FieldLines){0};
    format_expand(m->arena, m->native, fields, &lines);
    for (size_t i = 0; i < lines.n; i++)
        push(m, to, ADDRESS_LOCAL, lines.v[i].parts);
}

static void add_people(const Composer *m,
                       const FieldLines fields[FORMAT_FIELDS], Lines *office,
                       Lines *names) {
    const FieldLines *o = &fields[FORMAT_O], *n = &fields[FORMAT_N];
    for (size_t i = 0; i < o->n; i++)
        push(m, office, ADDRESS_LOCAL, o->v[i]);
    for (size_t i = 0; i < n->n; i++) {
        bool name = i >= m->name_at && i < m->name_at + m->names;
        push(m, name ? names : office, name ? ADDRESS_NAME : ADDRESS_LOCAL,
             n->v[i]);
    }
}

static void add_country(const Composer *m, Lines *to) {
    const char *lang = m->format->native_lang;
    const char *name = country_name(m->arena, m->contact->country, lang);
    if (name)
        push(m, to, ADDRESS_LOCAL, format_part(m->arena, text_literal(name)));
}

/* Without a name the office is addressed. */
static void name_addressee(const Composer *m, const AddressSide *latin,
                           Lines *office, Lines *names) {
    if (names->n > 0)
        return;
    for (size_t i = 0; i < latin->names.n; i++)
        push(m, names, ADDRESS_NAME, latin->names.v[i]);
    if (names->n == 0 && office->n > 0) {
        push(m, names, ADDRESS_NAME,
             (TextList){office->v[0].parts, office->v[0].n});
        memmove(office->v, office->v + 1, --office->n * sizeof *office->v);
    }
}

bool address_columns(Arena *a, const Contact *c, const char *origin,
                     bool sender, Diag *diag, AddressColumns *out) {
    Composer m;
    *out = (AddressColumns){.postcode = {.s = ""}, .lang = ""};
    if (!composer_init(&m, a, c, origin, diag)) {
        diag_at(diag, DIAG_ERROR, c->span,
                "\"%s\" has no country; give it one, such as CN or China",
                composer_label(&m));
        return false;
    }
    m.abroad = strcmp(origin, c->country) != 0;
    m.sender = sender;
    AddressSide latin = address_latin_side(a, c, m.format);
    AddressSide native = address_native_side(a, c, m.format);
    address_keep_city(a, c->country, m.abroad, &native);
    if (!m.native || !address_has_place(&native)) {
        diag_at(diag, DIAG_ERROR, c->span,
                "\"%s\" has no address in the script of its country, which "
                "this envelope is written in; add one (such as lines:zh), or "
                "take another envelope",
                composer_label(&m));
        return false;
    }
    if ((!sender && !address_check_recipient(&m, &native)) ||
        !address_settle_postcode(&m, &latin, &native))
        return false;
    address_tell_unprinted(&m, &latin, &native, ADDRESS_NATIVE);
    FieldLines fields[FORMAT_FIELDS] = {0};
    Lines code = {0}, place = {0}, office = {0}, names = {0};
    address_fit_format(&m, &native, &m.native);
    address_fill_native(&m, &native, fields);
    add_code(&m, fields, &code);
    if (m.abroad)
        add_country(&m, &place);
    add_place(&m, fields, &place);
    add_people(&m, fields, &office, &names);
    name_addressee(&m, &latin, &office, &names);
    *out = (AddressColumns){.postcode = bare_postcode(a, &fields[FORMAT_Z]),
                            .has_postcodes = strchr(m.native, 'Z') != NULL,
                            .lang = m.format->native_lang,
                            .code = code.v,
                            .ncode = code.n,
                            .place = place.v,
                            .nplace = place.n,
                            .office = office.v,
                            .noffice = office.n,
                            .names = names.v,
                            .nnames = names.n};
    return true;
}

static void append(const AddressLine *from, size_t n, AddressBlock *to) {
    for (size_t i = 0; i < n; i++)
        to->v[to->n++] = from[i];
}

void address_columns_block(Arena *a, const AddressColumns *c, bool postcode,
                           AddressBlock *out) {
    size_t most = c->ncode + c->nplace + c->noffice + c->nnames;
    *out = (AddressBlock){ARENA_ARRAY(a, AddressLine, most), 0};
    append(c->code, postcode ? c->ncode : 0, out);
    append(c->place, c->nplace, out);
    append(c->office, c->noffice, out);
    append(c->names, c->nnames, out);
}
