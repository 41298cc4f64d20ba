#include "model/address_compose.h"

#include "model/address_cn.h"
#include "model/country.h"

#include <string.h>
#include <strings.h>

/* ---- what the format has no place for ---- */

static void insert(Composer *m, const char **format, int at, const char *what) {
    *format =
        arena_printf(m->arena, "%.*s%s%s", at, *format, what, *format + at);
}

/* In no letter of a country's own order; it is said, not printed in a place of
 * our making. */
static void note_unprinted(const Composer *m, Text t, const char *what) {
    const char *country = country_display(m->arena, m->contact->country, "en");
    diag_at(m->diag, DIAG_NOTE, t.span,
            "\"%s\": the %s \"%.*s\" is not printed: addresses in %s have "
            "none; put it into \"lines\" if it must stand there",
            composer_label(m), what, (int)t.n, t.s, country);
}

/* A district or a city belongs beside the street; what is unknown of a
 * country's order comes last: the default one tells of no region and no
 * postcode, not that there are none. Small to large unless the street stands
 * before the addressee. */
void address_fit_format(Composer *m, AddressSide *side, const char **format) {
    bool large_first = format_index(*format, 'A') < format_index(*format, 'N');
    bool known = strcmp(m->format->latin, COUNTRY_DEFAULT_ORDER) != 0;
    int street = format_index(*format, 'A');
    /* "Singapore, SINGAPORE 308125" */
    if (format_index(*format, 'C') < 0 && (m->abroad || side->postcode.n > 0) &&
        country_named(m->contact->country, side->city.s, side->city.n))
        side->city = (Text){0};
    if (format_index(*format, 'C') < 0 && side->city.n > 0)
        insert(m, format, large_first ? street : street + 1,
               large_first ? "C" : "|C");
    street = format_index(*format, 'A');
    if (format_index(*format, 'D') < 0 && side->district.n > 0)
        insert(m, format, large_first ? street : street + 1,
               large_first ? "D" : "|D");
    if (format_index(*format, 'S') < 0 && side->region.n > 0) {
        if (known)
            note_unprinted(m, side->region, "region");
        else
            *format = arena_printf(m->arena, "%s|S", *format);
    }
    if (format_index(*format, 'Z') < 0 && side->postcode.n > 0) {
        if (known)
            note_unprinted(m, side->postcode, "postcode");
        else
            insert(m, format, format_index(*format, 'C') + 1, " Z");
    }
}

/* ---- fields ---- */

Text address_trim_dangling(Text t) {
    size_t from = 0, to = t.n;
    while (to > from && strchr(" ,-/;", t.s[to - 1]))
        to--;
    while (from < to && strchr(" ,-/;", t.s[from]))
        from++;
    return from == 0 && to == t.n ? t : text_slice(t, from, to - from);
}

static FieldLines place_field(const Composer *m, Text t) {
    return t.n > 0 ? format_field(m->arena, address_trim_dangling(t))
                   : (FieldLines){0};
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
        TextList line = field->v[i];
        upper.v[i] = (TextList){ARENA_ARRAY(m->arena, Text, line.n), line.n};
        for (size_t k = 0; k < line.n; k++) {
            Text t = line.v[k];
            const char *s = country_upper(m->arena, t.s, t.n, m->latin_lang);
            upper.v[i].v[k] = (Text){s, strlen(s), t.span};
        }
    }
    *field = upper;
}

static void fill_places(const Composer *m, const AddressSide *side,
                        FieldLines fields[FORMAT_FIELDS]) {
    fields[FORMAT_A] = side->street;
    fields[FORMAT_D] = place_field(m, side->district);
    fields[FORMAT_C] = place_field(m, side->city);
    fields[FORMAT_S] = place_field(m, side->region);
    fields[FORMAT_Z] = place_field(m, side->postcode);
}

/* ---- the addressee ---- */

/* Organisations before people: large to small, so its parts follow it. */
static bool office_first(const char *format) {
    return format_index(format, 'O') < format_index(format, 'N');
}

static bool begins(Text t, const char *word) {
    return t.n >= strlen(word) && strncasecmp(t.s, word, strlen(word)) == 0;
}

/* "c/o", the one form that posts everywhere read, unless the words for it are
 * there already. */
static FieldLines care_of(const Composer *m, FieldLines given) {
    static const char *const words[] = {"c/o",  "care of", "chez ", "bei ",
                                        "p/a ", "presso ", "a/c "};
    if (given.n == 0 || address_is_native(given.v[0].v[0]))
        return given;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (begins(given.v[0].v[0], words[i]))
            return given;
    TextList first = {ARENA_ARRAY(m->arena, Text, 2), 2};
    first.v[0] = text_literal("c/o ");
    first.v[1] = given.v[0].v[0];
    FieldLines out = {ARENA_ARRAY(m->arena, TextList, given.n), given.n};
    memcpy(out.v, given.v, given.n * sizeof *out.v);
    out.v[0] = first;
    return out;
}

/* Without a name the one whose attention is asked for is the addressee. */
static void note_names(Composer *m, size_t before, const AddressSide *side,
                       size_t attention_at) {
    bool named = side->names.n > 0;
    m->name_at = named ? before : attention_at;
    m->names = named ? side->names.n : side->attention.n;
}

/* USPS Publication 28, A2: the attention line stands above the recipient. Where
 * the organisation leads, it follows the people. */
static void fill_addressee(Composer *m, const AddressSide *side,
                           const char *format,
                           FieldLines fields[FORMAT_FIELDS]) {
    Arena *a = m->arena;
    FieldLines people = joined(a, side->names, side->title);
    people = joined(a, people, care_of(m, side->care_of));
    if (office_first(format)) {
        fields[FORMAT_O] = joined(a, side->organisation, side->department);
        fields[FORMAT_N] = joined(a, people, side->attention);
        note_names(m, 0, side, people.n);
    } else {
        fields[FORMAT_O] = joined(a, side->department, side->organisation);
        fields[FORMAT_N] = joined(a, side->attention, people);
        note_names(m, side->attention.n, side, 0);
    }
}

void address_fill_latin(Composer *m, const AddressSide *side,
                        FieldLines fields[FORMAT_FIELDS]) {
    fill_addressee(m, side, m->latin, fields);
    fill_places(m, side, fields);
    /* Abroad the place is in capitals, and a place without a city is the
     * region. */
    bool region = m->abroad && side->city.n == 0;
    for (int f = 0; f < FORMAT_FIELDS; f++)
        if (strchr(m->upper, FORMAT_CODES[f]) || (region && f == FORMAT_S))
            capitalise(m, &fields[f]);
}

/* China: who passes it on, then who receives it, with the word for that. */
static void fill_recipient(Composer *m, const AddressSide *side,
                           FieldLines fields[FORMAT_FIELDS]) {
    bool named = side->names.n > 0;
    FieldLines above = named ? joined(m->arena, side->care_of, side->attention)
                             : side->care_of;
    FieldLines people = cn_recipient(
        m->arena, named ? side->names : side->attention, side->title);
    m->names = named ? side->names.n : side->attention.n;
    m->name_at = above.n + people.n - m->names;
    fields[FORMAT_N] = joined(m->arena, above, people);
}

void address_fill_native(Composer *m, const AddressSide *side,
                         FieldLines fields[FORMAT_FIELDS]) {
    const char *lang = m->format->native_lang;
    AddressSide turned = *side;
    bool title_first = strcmp(lang, "ja") == 0 || strcmp(lang, "ko") == 0;
    if (title_first) {
        turned.names = joined(m->arena, side->title, side->names);
        turned.title = (FieldLines){0};
    }
    fill_addressee(m, &turned, m->native, fields);
    if (title_first) {
        m->name_at += side->title.n;
        m->names = side->names.n;
    }
    if (strncmp(lang, "zh", 2) == 0 && !m->sender)
        fill_recipient(m, side, fields);
    fill_places(m, side, fields);
}
