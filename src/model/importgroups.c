#include "model/importtargets.h"

#include "model/addresswords.h"
#include "model/country.h"

#include <string.h>

/* ---- kinds ---- */

static bool has_address_of_net(Text t) {
    return text_find(t, "@") != SIZE_MAX || text_find(t, "http") != SIZE_MAX ||
           text_find(t, "www.") != SIZE_MAX;
}

static bool is_phone_number(Text t) {
    size_t digits = 0;
    for (size_t i = 0; i < t.n; i++) {
        digits += t.s[i] >= '0' && t.s[i] <= '9';
        if (!strchr("+()0123456789 -./", t.s[i]))
            return false;
    }
    return digits >= 7;
}

static LineKind kind_of_part(AddressPart part) {
    switch (part) {
    case PART_PHONE:
    case PART_FAX:
    case PART_EMAIL:
    case PART_SOCIAL:
    case PART_WEB:
        return KIND_CONTACT;
    case PART_SALUTATION:
        return KIND_SALUTATION;
    case PART_NAME:
        return KIND_PERSON;
    case PART_TITLE:
        return KIND_OFFICE;
    case PART_ORGANISATION:
    case PART_DEPARTMENT:
        return KIND_ORGANISATION;
    case PART_COUNTRY:
        return KIND_COUNTRY;
    case PART_LABEL:
        return KIND_HEADING;
    case PART_ATTENTION:
    case PART_CARE_OF:
        return KIND_OTHER;
    case PART_LINE:
    case PART_DISTRICT:
    case PART_CITY:
    case PART_REGION:
    case PART_POSTCODE:
        break;
    }
    return KIND_PLACE;
}

LineKind target_line_kind(const Finder *f, Text t) {
    AddressPart part;
    Text title, name, plain = text_without_tail(t, ",.;");
    char code[3];
    size_t label = words_label(t, &part);
    /* "Address: 5 Court Road" is the address. */
    if (label > 0 && part == PART_LABEL && label < t.n)
        return target_line_kind(f, text_slice(t, label, t.n - label));
    if (label > 0)
        return kind_of_part(part);
    if (has_address_of_net(t) || is_phone_number(t))
        return KIND_CONTACT;
    bool short_name = text_equal(plain, "USA") || text_equal(plain, "UK") ||
                      text_equal(plain, "UAE") || text_equal(plain, "PRC");
    if ((plain.n >= 4 || short_name) && !has_digit(plain) &&
        countryindex_find(f->countries, plain.s, plain.n, code))
        return KIND_COUNTRY;
    if (text_is_han(t)) {
        if (text_ends(t, "：") || text_ends(t, ":"))
            return KIND_HEADING;
        if (strncmp(f->lang, "zh", 2) != 0 && (has_digit(t) || t.n > 30))
            return KIND_NATIVE;
        part = words_of_chinese(t);
        return part == PART_LINE ? KIND_PLACE : kind_of_part(part);
    }
    if (split_person(f, t, &name, &title))
        return KIND_BOTH;
    /* "Write to these officials by 2 May:" */
    if (words_are_heading(t) || text_ends(t, ":"))
        return KIND_HEADING;
    part = words_of_addressee(plain);
    if (part != PART_LINE)
        return kind_of_part(part);
    return has_digit(t) || words_of_place(t) ? KIND_PLACE : KIND_OTHER;
}

/* ---- people ---- */

/* "and" and marks at the end of an item of a list. */
static Text without_and(Text t) {
    static const char *const words[] = {" and", " et", " y", " und", "和"};
    t = text_without_tail(t, ",.;");
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (text_ends(t, words[i]))
            t = text_without_tail(text_slice(t, 0, t.n - strlen(words[i])),
                                  ",.;");
    return t;
}

/* "Monsieur l'Ambassadeur Lu Exemple": an office behind polite words and an
 * article, then a name. */
static bool split_polite(const Finder *f, Text t, Text *name, Text *title) {
    static const char polite[] =
        "monsieur|madame|m|mme|l|le|la|herr|herrn|frau|senor|senora|sr|sra|el|"
        "mr|mrs|ms|his|her|excellency|h|e|s|the";
    FoldWords w = fold_words(f->arena, t, 12);
    size_t at = 0;
    while (at < w.n && fold_match(&(FoldWords){w.v + at, 1}, 0, polite) > 0)
        at++;
    if (at == 0 || at >= w.n)
        return false;
    Text rest = text_slice(t, w.v[at].from, t.n - w.v[at].from), office;
    if (!words_split_title(rest, &office, name) || name->s < office.s)
        return false;
    *title = text_slice(t, 0, (size_t)(office.s + office.n - t.s));
    return true;
}

/* "Minister of Interior Mahmoud Example": behind what is in a minister's hands
 * the name begins. */
static bool split_behind_portfolio(const Finder *f, Text t, Text *name,
                                   Text *title) {
    static const char *const portfolios[] = {
        "interior|justice|defence|defense|health|education|labour|labor",
        "foreign|internal|home|religious|legal|interior|social affairs",
        "public|state|national security",
        "the interior",
        "human rights",
        "the judiciary|government|state",
        "judiciary|government|state",
        "law|information|finance|culture|immigration|prisons|police|state"};
    FoldWords w = fold_words(f->arena, t, 14);
    size_t of = 0;
    char code[3];
    while (of < w.n &&
           fold_match(&w, of, "minister|secretary|head|chief of|for") == 0)
        of++;
    for (size_t i = 0; i < sizeof portfolios / sizeof *portfolios; i++) {
        size_t n = of + 2 < w.n ? fold_match(&w, of + 2, portfolios[i]) : 0;
        size_t end = of + 2 + n;
        if (n == 0 || end >= w.n || t.s[w.v[end - 1].to] != ' ')
            continue;
        *title = text_slice(t, 0, w.v[end - 1].to);
        *name = text_slice(t, w.v[end].from, t.n - w.v[end].from);
        /* "Chief of Police Hong Kong" has no name. */
        if (words_of_addressee(*title) == PART_TITLE &&
            words_of_addressee(*name) == PART_NAME &&
            !countryindex_find(f->countries, name->s, name->n, code))
            return true;
    }
    return false;
}

/* "Prime Minister of Thailand Somchai Example" */
static bool split_behind_country(const Finder *f, Text t, Text *name,
                                 Text *title) {
    static const char *const joints[] = {" of the ", " of ", " de la ", " de "};
    size_t from = SIZE_MAX;
    for (size_t i = 0; i < 4 && from == SIZE_MAX; i++) {
        size_t at = text_find(t, joints[i]);
        from = at == SIZE_MAX ? at : at + strlen(joints[i]);
    }
    if (from == SIZE_MAX)
        return false;
    Text rest = text_slice(t, from, t.n - from);
    FoldWords w = fold_words(f->arena, rest, 10);
    for (size_t n = w.n; n-- > 1;) {
        char code[3];
        Text country = text_slice(rest, 0, w.v[n - 1].to);
        if (!countryindex_find(f->countries, country.s, country.n, code))
            continue;
        *title = text_slice(t, 0, from + country.n);
        *name = text_slice(rest, w.v[n].from, rest.n - w.v[n].from);
        return words_of_addressee(*title) == PART_TITLE &&
               words_of_addressee(*name) == PART_NAME;
    }
    return false;
}

bool split_person(const Finder *f, Text t, Text *name, Text *title) {
    t = without_and(t);
    if (has_digit(t))
        return false;
    if (words_split_title(t, title, name) || split_polite(f, t, name, title))
        return true;
    size_t comma = text_find(t, ",");
    if (comma == SIZE_MAX)
        return split_behind_country(f, t, name, title) ||
               split_behind_portfolio(f, t, name, title);
    Text before = text_trim(text_slice(t, 0, comma));
    Text behind = text_trim(text_slice(t, comma + 1, t.n - comma - 1));
    bool named = words_of_addressee(before) == PART_NAME;
    if (named && words_of_office(behind)) {
        *name = before;
        *title = behind;
        return true;
    }
    /* "Governor of Xinjiang, Erkin Tuniyaz" */
    if (words_of_addressee(before) == PART_TITLE &&
        words_of_addressee(behind) == PART_NAME &&
        text_find(behind, ",") == SIZE_MAX) {
        *name = behind;
        *title = before;
        return true;
    }
    return false;
}

/* Two offices of one person stand in one field. */
static void add_text(const Finder *f, Text *field, Text t) {
    if (field->n == 0) {
        *field = t;
        return;
    }
    Text old = *field;
    *field = (Text){
        arena_printf(f->arena, "%.*s, %.*s", (int)old.n, old.s, (int)t.n, t.s),
        old.n + 2 + t.n, old.span};
}

static void read_head_line(const Finder *f, const TargetLine *line,
                           Person *now) {
    Text plain = text_without_tail(line->text, ",;");
    switch (line->kind) {
    case KIND_BOTH:
        split_person(f, line->text, &now->name, &now->title);
        break;
    case KIND_PERSON:
        now->name = plain;
        break;
    case KIND_OFFICE:
        add_text(f, &now->title, plain);
        break;
    case KIND_ORGANISATION:
        add_text(f, &now->organisation, plain);
        break;
    case KIND_PLACE:
    case KIND_COUNTRY:
    case KIND_CONTACT:
    case KIND_SALUTATION:
    case KIND_NATIVE:
    case KIND_HEADING:
    case KIND_OTHER:
        break;
    }
}

static bool is_head(LineKind kind) {
    return kind == KIND_OFFICE || kind == KIND_PERSON || kind == KIND_BOTH ||
           kind == KIND_ORGANISATION;
}

/* Below several people, and above none of them: that of all. */
static void share_organisation(People *people) {
    size_t n = people->v.n;
    for (size_t i = 0; i + 1 < n; i++)
        if (people->v.v[i].organisation.n > 0)
            return;
    for (size_t i = 0; i + 1 < n; i++)
        people->v.v[i].organisation = people->v.v[n - 1].organisation;
}

/* Offices behind the last name are that person's too. */
static void keep_rest(const Finder *f, const Person *rest, Person *last) {
    if (rest->title.n > 0)
        add_text(f, &last->title, rest->title);
    if (rest->organisation.n > 0)
        add_text(f, &last->organisation, rest->organisation);
}

/* The order of the first two lines, office before name or after it, holds for
 * all. */
void group_people(const Finder *f, const Group *g, People *out) {
    Person now = {0};
    bool office_first = g->n > 0 && (g->v[0].kind == KIND_OFFICE ||
                                     g->v[0].kind == KIND_ORGANISATION);
    *out = (People){0};
    for (size_t i = 0; i < g->n && is_head(g->v[i].kind); i++) {
        LineKind kind = g->v[i].kind;
        bool named = now.name.n > 0;
        bool next = named &&
                    (kind == KIND_BOTH || (office_first ? kind == KIND_OFFICE
                                                        : kind == KIND_PERSON));
        /* "Director / Qian Jia / Shili Kanshousuo": under an office and its
         * holder, what looks like a name is what the office is in. */
        if (named && office_first && kind == KIND_PERSON) {
            Text *field =
                now.organisation.n > 0 ? &now.line : &now.organisation;
            add_text(f, field, text_without_tail(g->v[i].text, ",;"));
            out->heads = i + 1;
            continue;
        }
        if (next) {
            vec_push(f->arena, &out->v, now);
            now = (Person){0};
        }
        read_head_line(f, &g->v[i], &now);
        out->heads = i + 1;
    }
    if (now.name.n > 0 || (out->v.n == 0 && now.title.n > 0))
        vec_push(f->arena, &out->v, now);
    else if (out->v.n > 0)
        keep_rest(f, &now, &out->v.v[out->v.n - 1]);
    share_organisation(out);
}
