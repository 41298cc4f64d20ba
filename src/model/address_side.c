#include "model/address_side.h"

#include "base/utf8.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <string.h>
#include <strings.h>

AddressLetters address_letters(Text t) {
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
    return other > latin       ? LETTERS_OTHER
           : latin + other > 0 ? LETTERS_LATIN
                               : LETTERS_NONE;
}

bool address_is_native(Text t) {
    return address_letters(t) == LETTERS_OTHER;
}

AddressLetters address_letters_around(const AddressLetters *all, size_t n,
                                      size_t at, AddressLetters alone) {
    for (size_t i = at + 1; i-- > 0;)
        if (all[i] != LETTERS_NONE)
            return all[i];
    for (size_t i = at; i < n; i++)
        if (all[i] != LETTERS_NONE)
            return all[i];
    return alone;
}

/* ---- the script of the base form ---- */

typedef enum Script { ANY, LATIN, NATIVE } Script;

typedef struct Choice {
    Arena *arena;
    const Contact *contact;
    const ContactForm *form; /* NULL if there is none */
    bool form_first;         /* else the base form comes first */
    Script script;           /* of what is taken from the base form */
    AddressLetters alone;    /* where a base text without letters belongs that
                                stands by itself */
} Choice;

typedef struct Tally {
    size_t latin, other;
} Tally;

static void tally(Tally *to, Text t) {
    AddressLetters letters = address_letters(t);
    to->latin += letters == LETTERS_LATIN;
    to->other += letters == LETTERS_OTHER;
}

static void tally_list(Tally *to, TextList list) {
    for (size_t i = 0; i < list.n; i++)
        tally(to, list.v[i]);
}

/* Where "25" belongs that is all there is of a street: to the rest of the
 * place, else to who is there. */
static AddressLetters letters_of_base(const ContactForm *base) {
    static const ContactField place[] = {CONTACT_DISTRICT, CONTACT_CITY,
                                         CONTACT_REGION};
    static const ContactField people[] = {
        CONTACT_NAME,       CONTACT_TITLE,     CONTACT_ORGANISATION,
        CONTACT_DEPARTMENT, CONTACT_ATTENTION, CONTACT_CARE_OF};
    Tally n = {0};
    tally_list(&n, base->lines);
    tally_list(&n, base->address);
    for (size_t i = 0; i < sizeof place / sizeof *place; i++)
        tally(&n, base->fields[place[i]]);
    if (n.latin + n.other == 0) {
        tally_list(&n, base->names);
        for (size_t i = 0; i < sizeof people / sizeof *people; i++)
            tally(&n, base->fields[people[i]]);
    }
    return n.other > 0 && n.latin == 0 ? LETTERS_OTHER : LETTERS_LATIN;
}

static bool fits(AddressLetters letters, Script script) {
    return script == ANY || (letters == LETTERS_OTHER) == (script == NATIVE);
}

static bool fits_alone(const Choice *ch, Text t) {
    AddressLetters letters = address_letters(t);
    return fits(letters == LETTERS_NONE ? ch->alone : letters, ch->script);
}

static Text from_base(const Choice *ch, ContactField field) {
    Text t = ch->contact->base.fields[field];
    bool neutral = field == CONTACT_POSTCODE;
    return t.n > 0 && (neutral || fits_alone(ch, t)) ? t : (Text){0};
}

static Text choose(const Choice *ch, ContactField field) {
    Text base = from_base(ch, field);
    Text form = ch->form ? ch->form->fields[field] : (Text){0};
    bool take_form = form.n > 0 && (ch->form_first || base.n == 0);
    return text_trim(take_form ? form : base);
}

/* ---- lines ---- */

static FieldLines all_lines(Arena *a, TextList list) {
    VEC(TextList) lines = {0};
    for (size_t i = 0; i < list.n; i++) {
        FieldLines some = format_field(a, list.v[i]);
        for (size_t k = 0; k < some.n; k++)
            vec_push(a, &lines, some.v[k]);
    }
    return (FieldLines){lines.v, lines.n};
}

/* ---- a building's line ---- */

static bool has_digit(Text t) {
    for (size_t i = 0; i < t.n; i++)
        if (t.s[i] >= '0' && t.s[i] <= '9')
            return true;
    return false;
}

static bool is_gap(char c) {
    return c == ' ' || c == ',' || c == '\t';
}

/* The last word of `t`, and what stands before it. */
static Text last_word(Text t, Text *before) {
    size_t end = t.n, at;
    while (end > 0 && (is_gap(t.s[end - 1]) || t.s[end - 1] == '.'))
        end--;
    for (at = end; at > 0 && !is_gap(t.s[at - 1]); at--)
        ;
    *before = text_slice(t, 0, at);
    return text_slice(t, at, end - at);
}

/* 105-0011 and 06236, and those that were given before them, such as 135-080:
 * no room has five figures. */
static bool is_postcode(const char *country, Text word) {
    size_t digits = 0;
    for (size_t i = 0; i < word.n; i++)
        digits += word.s[i] >= '0' && word.s[i] <= '9';
    return digits >= 5 || country_postcode_ok(country, word.s, word.n);
}

/* "115 23" at the end, as Greece writes it. */
static bool is_code_of_two(const char *country, Text t, Text before) {
    Text rest, word = last_word(t, &rest), first = last_word(before, &rest);
    return has_digit(first) && has_digit(word) &&
           country_postcode_ok(country, first.s,
                               (size_t)(word.s + word.n - first.s));
}

/* 4-2-8 is a block and a house. */
static bool is_house(Text word) {
    for (size_t i = 1; i + 1 < word.n; i++)
        if (word.s[i] == '-' && has_digit(text_slice(word, 0, i)) &&
            has_digit(text_slice(word, i + 1, word.n - i - 1)))
            return true;
    return false;
}

/* "Tower, Room 501": what may stand between a comma and the room. */
static bool is_room_word(Text word) {
    static const char *const words[] = {"room",  "rm",   "rm.",  "apt",
                                        "apt.",  "flat", "unit", "suite",
                                        "floor", "fl.",  "no.",  "office"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (word.n == strlen(words[i]) &&
            strncasecmp(word.s, words[i], word.n) == 0)
            return true;
    return false;
}

static bool has_other_letter(Text t) {
    for (size_t at = 0; at < t.n;) {
        uint32_t cp = utf8_next(t.s, t.n, &at);
        UErrorCode status = U_ZERO_ERROR;
        if (cp != UTF8_BAD && u_isalpha((UChar32)cp) &&
            uscript_getScript((UChar32)cp, &status) != USCRIPT_LATIN)
            return true;
    }
    return false;
}

bool address_is_building(const char *country, Text t) {
    Text before, rest, word = last_word(t, &before);
    if (has_other_letter(t))
        return true;
    if (!has_digit(word) || is_house(word) || is_postcode(country, word) ||
        is_code_of_two(country, t, before))
        return false;
    bool apart = before.n > 1 && before.s[before.n - 1] == ' ' &&
                 before.s[before.n - 2] == ',';
    Text second = last_word(before, &rest);
    if (memchr(before.s, ',', before.n) && !apart && !is_room_word(second))
        return false;
    bool letters = false;
    for (Text left = before; left.n > 0; left = rest) {
        word = last_word(left, &rest);
        if (is_postcode(country, word) || is_house(word))
            return false;
        letters = letters || !has_digit(word);
    }
    return letters && !(t.s[0] >= '0' && t.s[0] <= '9');
}

/* A Japanese or Korean address ends with the building, which often has a Latin
 * name, and so may others: "Park Court 501" below or between the lines of one
 * is one of them. Two addresses below each other, one in each script, change
 * but once; one that has a line of the other more than once is not taken apart
 * by a guess. */
static void join_stray(const Choice *ch, const FieldLines *all,
                       AddressLetters *letters) {
    size_t changes = 0, latin = 0, other = 0, stray = 0;
    AddressLetters first = LETTERS_NONE, last = LETTERS_NONE;
    for (size_t i = 0; i < all->n; i++) {
        if (letters[i] == LETTERS_NONE)
            continue;
        changes += last != LETTERS_NONE && letters[i] != last;
        first = first == LETTERS_NONE ? letters[i] : first;
        last = letters[i];
        stray = last == LETTERS_LATIN ? i : stray;
        latin += last == LETTERS_LATIN;
        other += last == LETTERS_OTHER;
    }
    if (first != LETTERS_OTHER)
        return;
    bool between = changes == 2 && latin < other;
    bool below = changes == 1 && latin == 1 &&
                 address_letters(ch->contact->base.fields[CONTACT_CITY]) !=
                     LETTERS_LATIN &&
                 address_is_building(ch->contact->country, all->v[stray].v[0]);
    for (size_t i = 0; (between || below) && i < all->n; i++)
        if (letters[i] == LETTERS_LATIN)
            letters[i] = LETTERS_OTHER;
}

/* The lines of the base form that are in `script`. One without letters, a
 * house's number or a postcode, belongs to those around it, and the country's
 * name to whatever it ends. */
static FieldLines lines_of(const Choice *ch, TextList list, Script script) {
    FieldLines all = all_lines(ch->arena, list);
    if (script == ANY || all.n == 0)
        return all;
    AddressLetters *letters = ARENA_ARRAY(ch->arena, AddressLetters, all.n);
    Tally n = {0};
    for (size_t i = 0; i < all.n; i++) {
        letters[i] = address_letters(all.v[i].v[0]);
        n.latin += letters[i] == LETTERS_LATIN;
        n.other += letters[i] == LETTERS_OTHER;
    }
    for (size_t i = 0; n.latin > 0 && n.other > 0 && i < all.n; i++) {
        Text t = all.v[i].v[0];
        if (country_named(ch->contact->country, t.s, t.n))
            letters[i] = LETTERS_NONE;
    }
    join_stray(ch, &all, letters);
    VEC(TextList) lines = {0};
    for (size_t i = 0; i < all.n; i++)
        if (fits(address_letters_around(letters, all.n, i, ch->alone), script))
            vec_push(ch->arena, &lines, all.v[i]);
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
    /* Of a whole address in another script nothing is here. */
    if (out->street.n == 0)
        out->whole = false;
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
            side->country = last;
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

static bool is_latin_form(const ContactForm *form) {
    Tally n = {0};
    tally_list(&n, form->lines);
    tally_list(&n, form->address);
    tally(&n, form->fields[CONTACT_CITY]);
    tally(&n, form->fields[CONTACT_NAME]);
    return n.latin > 0 && n.other == 0;
}

const ContactForm *address_latin_form(const Contact *c) {
    const ContactForm *form = contact_form(c, "en");
    for (size_t i = 0; !form && i < c->nforms; i++)
        if (is_latin_form(&c->forms[i]))
            form = &c->forms[i];
    return form;
}

/* Of a country that writes Latin: the form in its language, else as of any. */
static const ContactForm *own_form(Arena *a, const Contact *c) {
    const ContactForm *form = contact_form(c, country_lang(a, c->country));
    return form ? form : address_latin_form(c);
}

AddressSide address_latin_side(Arena *a, const Contact *c,
                               const CountryFormat *format) {
    bool split = format->native_lang != NULL;
    Choice ch = {.arena = a,
                 .contact = c,
                 .form = split ? address_latin_form(c) : own_form(a, c),
                 .script = split ? LATIN : ANY,
                 .alone = letters_of_base(&c->base)};
    return make_side(&ch);
}

/* A form in the country's language, but for one in Latin letters: Serbian is
 * written in both. */
static const ContactForm *native_form(const Contact *c, const char *lang) {
    const ContactForm *form = contact_form(c, lang);
    /* A column "lines:zh" of a list with Hong Kong in it says Chinese and
     * leaves the script open. */
    for (size_t i = 0; !form && i < c->nforms; i++)
        if (strcmp(c->forms[i].lang, "zh") == 0 && strncmp(lang, "zh-", 3) == 0)
            form = &c->forms[i];
    return form && is_latin_form(form) ? NULL : form;
}

AddressSide address_native_side(Arena *a, const Contact *c,
                                const CountryFormat *format) {
    if (!format->native_lang)
        return (AddressSide){0};
    Choice ch = {.arena = a,
                 .contact = c,
                 .form = native_form(c, format->native_lang),
                 .form_first = true,
                 .script = NATIVE,
                 .alone = letters_of_base(&c->base)};
    return make_side(&ch);
}

static bool holds(Text t, Text word) {
    for (size_t i = 0; i + word.n <= t.n; i++)
        if (strncasecmp(t.s + i, word.s, word.n) == 0)
            return true;
    return false;
}

void address_keep_city(Arena *a, const char *country, bool abroad,
                       AddressSide *side) {
    Text name = side->country;
    if (name.n == 0 || side->city.n > 0 || !country_is_city(country))
        return;
    if (!side->whole) {
        if (!abroad || side->postcode.n > 0)
            side->city = name;
        return;
    }
    for (size_t i = 0; i < side->street.n; i++)
        abroad = abroad || holds(side->street.v[i].v[0], name);
    if (abroad)
        return;
    FieldLines street = {ARENA_ARRAY(a, TextList, side->street.n + 1),
                         side->street.n};
    memcpy(street.v, side->street.v, street.n * sizeof *street.v);
    street.v[street.n++] = format_part(a, name);
    side->street = street;
}

void address_add_head(AddressSide *to, const AddressSide *from) {
    to->names = to->names.n > 0 ? to->names : from->names;
    to->title = to->title.n > 0 ? to->title : from->title;
    to->organisation =
        to->organisation.n > 0 ? to->organisation : from->organisation;
    to->department = to->department.n > 0 ? to->department : from->department;
    to->attention = to->attention.n > 0 ? to->attention : from->attention;
    to->care_of = to->care_of.n > 0 ? to->care_of : from->care_of;
}

AddressSide address_above_native(const AddressSide *latin,
                                 const AddressSide *native) {
    AddressSide above = {0};
    if (native->names.n > 0)
        return above;
    above.names = latin->names;
    if (above.names.n == 0 && native->organisation.n == 0 &&
        native->attention.n == 0)
        address_add_head(&above, latin);
    return above;
}

bool address_has_place(const AddressSide *side) {
    return side->street.n > 0 || side->district.n > 0 || side->city.n > 0 ||
           side->region.n > 0;
}
