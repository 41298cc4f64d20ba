#include "model/address_side.h"

#include "base/utf8.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <string.h>
#include <strings.h>

bool address_is_native(Text t) {
    size_t latin = 0, other = 0;
    for (size_t at = 0; at < t.n;) {
        uint32_t cp = utf8_next(t.s, t.n, &at);
        UErrorCode status = U_ZERO_ERROR;
        if (cp == UTF8_BAD || !u_isalpha((UChar32)cp))
            continue;
        if (uscript_getScript((UChar32)cp, &status) == USCRIPT_LATIN)
            latin++;
        else
            other++;
    }
    return other > latin;
}

typedef enum Script { ANY, LATIN, NATIVE } Script;

static bool fits(Text t, Script script) {
    return script == ANY || address_is_native(t) == (script == NATIVE);
}

typedef struct Choice {
    Arena *arena;
    const Contact *contact;
    const ContactForm *form; /* NULL if there is none */
    bool form_first;         /* else the base form comes first */
    Script script;           /* of what is taken from the base form */
} Choice;

static Text from_base(const Choice *ch, ContactField field) {
    Text t = ch->contact->base.fields[field];
    bool neutral = field == CONTACT_POSTCODE;
    return t.n > 0 && (neutral || fits(t, ch->script)) ? t : (Text){0};
}

static Text choose(const Choice *ch, ContactField field) {
    Text base = from_base(ch, field);
    Text form = ch->form ? ch->form->fields[field] : (Text){0};
    bool take_form = form.n > 0 && (ch->form_first || base.n == 0);
    return text_trim(take_form ? form : base);
}

static FieldLines lines_of(const Choice *ch, TextList list, Script script) {
    VEC(TextList) lines = {0};
    for (size_t i = 0; i < list.n; i++) {
        FieldLines some = format_field(ch->arena, list.v[i]);
        for (size_t k = 0; k < some.n; k++)
            if (fits(some.v[k].v[0], script))
                vec_push(ch->arena, &lines, some.v[k]);
    }
    return (FieldLines){lines.v, lines.n};
}

static void street_of(const Choice *ch, const ContactForm *form, Script script,
                      AddressSide *out) {
    out->whole = form->address.n > 0;
    out->street =
        lines_of(ch, out->whole ? form->address : form->lines, script);
}

static void choose_street(const Choice *ch, AddressSide *out) {
    if (ch->form && ch->form_first)
        street_of(ch, ch->form, ANY, out);
    if (out->street.n == 0)
        street_of(ch, &ch->contact->base, ch->script, out);
    if (out->street.n == 0 && ch->form && !ch->form_first)
        street_of(ch, ch->form, ANY, out);
}

static bool same_text(Text x, Text y) {
    return x.n == y.n && x.n > 0 && strncasecmp(x.s, y.s, x.n) == 0;
}

static bool repeats(const FieldLines *field, Text line) {
    for (size_t i = 0; i < field->n; i++)
        if (same_text(field->v[i].v[0], line))
            return true;
    return false;
}

/* A whole address often begins with the addressee and ends with the country;
 * both have lines of their own. */
static void trim_street(const char *country, AddressSide *side) {
    FieldLines *street = &side->street;
    while (street->n > 1) {
        Text first = street->v[0].v[0];
        if (!repeats(&side->names, first) && !repeats(&side->title, first) &&
            !repeats(&side->organisation, first) &&
            !repeats(&side->department, first))
            break;
        street->v++;
        street->n--;
    }
    while (street->n > 1) {
        Text first = street->v[0].v[0], last = street->v[street->n - 1].v[0];
        if (country_named(country, last.s, last.n)) {
            street->n--;
        } else if (country_named(country, first.s, first.n)) {
            street->v++; /* large to small begins with it */
            street->n--;
        } else {
            break;
        }
    }
}

/* Several people have a line each. */
static FieldLines choose_names(const Choice *ch) {
    TextList form = ch->form ? ch->form->names : (TextList){0};
    FieldLines base = lines_of(ch, ch->contact->base.names, ch->script);
    if (form.n > 0 && (ch->form_first || base.n == 0))
        return lines_of(ch, form, ANY);
    return base.n > 0 ? base
                      : format_field(ch->arena, choose(ch, CONTACT_NAME));
}

static FieldLines choose_field(const Choice *ch, ContactField field) {
    return format_field(ch->arena, choose(ch, field));
}

static AddressSide make_side(const Choice *ch) {
    AddressSide side = {
        .names = choose_names(ch),
        .title = choose_field(ch, CONTACT_TITLE),
        .organisation = choose_field(ch, CONTACT_ORGANISATION),
        .department = choose_field(ch, CONTACT_DEPARTMENT),
        .attention = choose_field(ch, CONTACT_ATTENTION),
        .care_of = choose_field(ch, CONTACT_CARE_OF),
        .postcode = choose(ch, CONTACT_POSTCODE),
    };
    choose_street(ch, &side);
    if (ch->contact->country[0])
        trim_street(ch->contact->country, &side);
    if (!side.whole) {
        side.district = choose(ch, CONTACT_DISTRICT);
        side.city = choose(ch, CONTACT_CITY);
        side.region = choose(ch, CONTACT_REGION);
    }
    return side;
}

AddressSide address_latin_side(Arena *a, const Contact *c,
                               const CountryFormat *format) {
    bool split = format->native_lang != NULL;
    Choice ch = {a, c, split ? contact_form(c, "en") : NULL, false,
                 split ? LATIN : ANY};
    return make_side(&ch);
}

AddressSide address_native_side(Arena *a, const Contact *c,
                                const CountryFormat *format) {
    if (!format->native_lang)
        return (AddressSide){0};
    const ContactForm *form = contact_form(c, format->native_lang);
    /* A column "lines:zh" of a list with Hong Kong in it says Chinese and
     * leaves the script open. */
    for (size_t i = 0; !form && i < c->nforms; i++)
        if (strcmp(c->forms[i].lang, "zh") == 0 &&
            strncmp(format->native_lang, "zh-", 3) == 0)
            form = &c->forms[i];
    Choice ch = {a, c, form, true, NATIVE};
    return make_side(&ch);
}

bool address_has_place(const AddressSide *side) {
    return side->street.n > 0 || side->district.n > 0 || side->city.n > 0 ||
           side->region.n > 0;
}
