#include "model/importpersons.h"

#include "base/utf8.h"
#include "model/addresswords.h"
#include "model/country.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <string.h>

/* ---- brackets ---- */

typedef struct Bracket {
    const char *open, *close;
} Bracket;

static const Bracket round_ones[] = {{"(", ")"},
                                     {"\xEF\xBC\x88", "\xEF\xBC\x89"}};

/* The first bracket of `t` from `from` on: its bytes with the brackets, and
 * what is inside. */
bool persons_bracket(Text t, size_t from, size_t *start, size_t *end,
                     Text *inside) {
    *start = SIZE_MAX;
    for (size_t i = 0; i < 2; i++) {
        Text rest = text_slice(t, from, t.n - from);
        size_t at = text_find(rest, round_ones[i].open);
        if (at == SIZE_MAX || from + at >= *start)
            continue;
        size_t in = from + at + strlen(round_ones[i].open);
        /* The marks of a pair may be of both widths. */
        for (size_t k = 0; k < 2; k++) {
            size_t n =
                text_find((Text){t.s + in, t.n - in, {0}}, round_ones[k].close);
            if (n == SIZE_MAX)
                continue;
            *start = from + at;
            *inside = text_trim(text_slice(t, in, n));
            *end = in + n + strlen(round_ones[k].close);
            break;
        }
    }
    return *start != SIZE_MAX;
}

/* Letters that Kazakh has and Russian has not. */
static bool has_kazakh_letter(Text t) {
    static const char *const letters[] = {"Ә", "І", "Ң", "Ғ", "Ү", "Ұ",
                                          "Қ", "Ө", "Һ", "ә", "і", "ң",
                                          "ғ", "ү", "ұ", "қ", "ө", "һ"};
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
        if (text_find(t, letters[i]) != SIZE_MAX)
            return true;
    return false;
}

/* The language of a country that is written in that script, else the one that
 * most who use it write; of Arabic letters that are about China, Uyghur. */
static const char *lang_of_script(const Finder *f, UScriptCode script, Text t) {
    const ImportValue *country = &f->out->fields[IMPORT_COUNTRY];
    const char *code =
        country->sure == IMPORT_MISSING
            ? ""
            : arena_strndup(f->arena, country->text.s, country->text.n);
    bool china = strcmp(code, "CN") == 0;
    if (script == USCRIPT_HAN)
        return strcmp(code, "JP") == 0 ? "ja" : "zh";
    if (script == USCRIPT_ARABIC && (china || !code[0]))
        return china ? "ug" : NULL;
    if (script == USCRIPT_CYRILLIC && has_kazakh_letter(t) &&
        (china || strcmp(code, "KZ") == 0))
        return "kk";
    return country_script_lang(f->arena, china ? "" : code,
                               uscript_getShortName(script));
}

/* The language of a name in another script; NULL if it is in Latin letters. */
const char *persons_script_lang(const Finder *f, Text t) {
    for (size_t at = 0; at < t.n;) {
        UErrorCode status = U_ZERO_ERROR;
        uint32_t cp = utf8_next(t.s, t.n, &at);
        if (cp == UTF8_BAD || !u_isalpha((UChar32)cp))
            continue;
        UScriptCode script = uscript_getScript((UChar32)cp, &status);
        if (script == USCRIPT_LATIN || U_FAILURE(status))
            return NULL;
        return lang_of_script(f, script, t);
    }
    return NULL;
}

/* ---- one person ---- */

void persons_add_name(Finder *f, ImportPerson *p, const char *lang, Text t,
                      const char *why) {
    for (size_t i = 0; i < p->n; i++)
        if (strcmp(p->names[i].lang, lang) == 0)
            return;
    ImportName *names = import_room(f->arena, p->names, p->n, sizeof *p->names);
    names[p->n++] =
        (ImportName){lang, {t, why ? IMPORT_GUESSED : IMPORT_FOUND, why}};
    p->names = names;
}

/* "he, him" and "he / him" as "he/him". */
static Text pronouns_of(Finder *f, Text t) {
    char *s = arena_alloc(f->arena, t.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < t.n; i++) {
        if (strchr(",/;", t.s[i])) {
            while (n > 0 && s[n - 1] == ' ')
                n--;
            s[n++] = '/';
            while (i + 1 < t.n && t.s[i + 1] == ' ')
                i++;
        } else {
            s[n++] = t.s[i];
        }
    }
    return (Text){s, n, t.span};
}

/* "(m)" tells how a form has it, and no pronouns. */
static bool is_gender(Finder *f, Text t) {
    FoldWords w = fold_words(f->arena, t, 3);
    return w.n == 1 &&
           fold_match(&w, 0,
                      "m|f|h|w|male|female|man|woman|homme|femme|hombre|"
                      "mujer|mann|frau|masculino|femenino|masculin|feminin|"
                      "mannlich|weiblich|masculina|femenina") > 0;
}

/* "仁青卓玛 / རིན་ཆེན་": one part behind another; *from: where the next begins.
 */
static Text bracket_part(Text t, size_t *from) {
    static const char *const marks[] = {"/", ";", ",", "、", "，", "；", "|"};
    size_t to = t.n, behind = t.n;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        size_t at = text_find((Text){t.s + *from, t.n - *from, {0}}, marks[i]);
        if (at != SIZE_MAX && *from + at < to) {
            to = *from + at;
            behind = to + strlen(marks[i]);
        }
    }
    Text part = text_trim(text_slice(t, *from, to - *from));
    *from = behind;
    return part;
}

/* Names in several scripts in one bracket: true if they were. */
bool persons_read_scripts(Finder *f, ImportPerson *p, Text inside) {
    size_t n = 0;
    for (size_t from = 0; from < inside.n; n++)
        if (!persons_script_lang(f, bracket_part(inside, &from)))
            return false;
    if (n < 2)
        return false;
    for (size_t from = 0; from < inside.n;) {
        Text part = bracket_part(inside, &from);
        const char *lang = persons_script_lang(f, part);
        persons_add_name(f, p, lang, part,
                         strcmp(lang, "zh") == 0 ? NULL
                                                 : "told from its script");
    }
    return true;
}

static void read_bracket(Finder *f, ImportPerson *p, Text inside) {
    if (persons_read_scripts(f, p, inside))
        return;
    const char *lang = persons_script_lang(f, inside);
    bool pronoun = text_is_han(inside) && inside.n <= 9;
    if (lang && !pronoun)
        persons_add_name(
            f, p, lang, inside,
            strcmp(lang, "zh") == 0
                ? NULL
                : "told from its script; another language has it too");
    else if (inside.n > 0 && !is_gender(f, inside) &&
             p->pronouns.sure == IMPORT_MISSING)
        p->pronouns = (ImportValue){pronouns_of(f, inside), IMPORT_FOUND, NULL};
}

/* "[Nagyz Muhammed]": brackets that a form had for the name to be put in. */
static Text without_form(Finder *f, Text t) {
    if (t.n > 2 && t.s[0] == '[' && t.s[t.n - 1] == ']') {
        clean_remove(f, t.span, "the brackets of a form around the name");
        t = text_trim(text_slice(t, 1, t.n - 2));
    }
    return t;
}

static bool is_group(Finder *f, Text t) {
    static const char *const words[] = {
        "group", "the group", "groupe", "grupo",    "gruppe",
        "群体",  "群體",      "团体",   "multiple", "various"};
    FoldWords w = fold_words(f->arena, t, 4);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (fold_match(&w, 0, words[i]) == w.n && w.n > 0)
            return true;
    return false;
}

/* "and others", "and his family"; the "Chen family" has a name. */
static bool is_others(Finder *f, Text t) {
    FoldWords w = fold_words(f->arena, t, 4);
    return w.n > 0 && w.n <= 2 &&
           (fold_match(&w, w.n - 1, "others|autres|otros|otras|andere") > 0 ||
            fold_match(&w, 0, "family|families|famille|familia|familie") ==
                w.n ||
            fold_match(&w, 0,
                       "his|her|their|the|sa|leur|leurs|la|su|sus|seine|ihre|"
                       "die family|families|famille|familles|familia|familias|"
                       "familie|familien") == w.n);
}

void persons_push(Finder *f, const ImportPerson *p) {
    Import *out = f->out;
    ImportPerson *v = import_room(f->arena, out->persons, out->npersons,
                                  sizeof *out->persons);
    v[out->npersons++] = *p;
    out->persons = v;
}

/* Commas and words between two people. */
Text persons_without_joints(Text t) {
    static const char *const joints[] = {",",   ";",  "/",    "and ",
                                         "et ", "y ", "und ", "&",
                                         "、",  "和", "，",   "；"};
    for (bool more = true; more;) {
        more = false;
        t = text_trim(t);
        for (size_t i = 0; i < sizeof joints / sizeof *joints; i++)
            if (text_starts(t, joints[i])) {
                size_t n = strlen(joints[i]);
                t = text_slice(t, n, t.n - n);
                more = true;
            }
    }
    return t;
}

/* ---- the line ---- */

/* "Ana Ruiz – she/her": what is behind a dash, where no bracket has it. */
static Text without_pronouns(Finder *f, Text t, ImportPerson *p) {
    static const char *const dashes[] = {" \xE2\x80\x93 ", " \xE2\x80\x94 ",
                                         " - "};
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++) {
        size_t at = text_find(t, dashes[i]);
        if (at == SIZE_MAX)
            continue;
        size_t behind = at + strlen(dashes[i]);
        Text rest = text_trim(text_slice(t, behind, t.n - behind));
        if (rest.n > 24 || !memchr(rest.s, '/', rest.n))
            continue;
        p->pronouns = (ImportValue){pronouns_of(f, rest), IMPORT_FOUND, NULL};
        return text_slice(t, 0, at);
    }
    return t;
}

void persons_read_one(Finder *f, Text name, ImportPerson *p) {
    name = without_pronouns(f, name, p);
    name =
        without_form(f, text_without_tail(persons_without_joints(name), ",;."));
    if (is_group(f, name)) {
        f->out->group = true;
        f->out->group_pronouns = p->pronouns;
        return;
    }
    if (name.n == 0 || is_others(f, name))
        return;
    p->name = (ImportValue){name, IMPORT_FOUND, NULL};
    persons_push(f, p);
}

/* Bytes up to the next comma. */
size_t persons_name_length(Text t) {
    const char *comma = memchr(t.s, ',', t.n);
    return comma ? (size_t)(comma - t.s) : t.n;
}

/* Two words or more that begin with capitals: not the second half of "Wangchuk,
 * Tashi". */
static bool is_whole_name(Finder *f, Text t) {
    FoldWords w = fold_words(f->arena, t, 7);
    size_t capitals = 0;
    for (size_t i = 0; i < w.n; i++)
        capitals += t.s[w.v[i].from] < 'a' || t.s[w.v[i].from] > 'z';
    return w.n >= 2 && w.n <= 6 && capitals >= 2 && !has_digit(t);
}

/* Where the next of several names begins, behind a comma or "and"; *end: where
 * the one before it ends. t.n if there is one name. */
static size_t next_name(Finder *f, Text t, size_t from, size_t *end) {
    static const char *const joints[] = {",",     ";",   " and ", " & ", " et ",
                                         " und ", " y ", "、",    "，"};
    size_t best = t.n;
    *end = t.n;
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++) {
        size_t at = text_find((Text){t.s + from, t.n - from, {0}}, joints[i]);
        if (at == SIZE_MAX || from + at >= *end)
            continue;
        size_t behind = from + at + strlen(joints[i]);
        Text before = text_slice(t, from, at);
        Text next = persons_without_joints(text_slice(t, behind, t.n - behind));
        bool others = is_others(f, next);
        bool han = text_is_han(before) && text_is_han(next);
        Text one = text_slice(next, 0, persons_name_length(next));
        if (!others && !han &&
            (!is_whole_name(f, before) || !is_whole_name(f, one)))
            continue;
        *end = from + at;
        best = behind;
    }
    return best;
}

/* "Lobsang Dawa, Tenzin Nyima and Pema Tso". */
static void read_names(Finder *f, Text t, ImportPerson *p) {
    for (size_t from = 0, end; from < t.n;) {
        size_t next = next_name(f, t, from, &end);
        ImportPerson one = {.pronouns = p->pronouns};
        if (next == t.n)
            one = *p;
        persons_read_one(f, text_slice(t, from, end - from), &one);
        from = next;
    }
}

/* Does a capital follow a bracket that has a name in it, without a comma or a
 * word between? */
static bool goes_on_behind(Text t, size_t end, Text inside) {
    return end + 2 < t.n && t.s[end] == ' ' && t.s[end + 1] >= 'A' &&
           t.s[end + 1] <= 'Z' && inside.n > 2 && inside.s[0] >= 'A' &&
           inside.s[0] <= 'Z' && !memchr(inside.s, '/', inside.n);
}

/* "A (she/her), B (he/him) and C": a name and the brackets behind it. */
void persons_read_all(Finder *f, Text t) {
    size_t from = 0, start, end;
    Text inside;
    while (from < t.n) {
        ImportPerson p = {0};
        if (!persons_bracket(t, from, &start, &end, &inside)) {
            Text rest = persons_without_joints(text_slice(t, from, t.n - from));
            if (rest.n > 0)
                read_names(f, rest, &p);
            return;
        }
        /* "Mojahed (Abbas) Misal (he/him)": of the name. */
        size_t next_start, next_end;
        Text next_inside;
        while (goes_on_behind(t, end, inside) &&
               persons_bracket(t, end, &next_start, &next_end, &next_inside)) {
            start = next_start;
            end = next_end;
            inside = next_inside;
        }
        Text name = text_slice(t, from, start - from);
        read_bracket(f, &p, inside);
        /* A second bracket without anything between belongs to the same. */
        size_t next, after;
        while (persons_bracket(t, end, &next, &after, &inside) &&
               text_trim(text_slice(t, end, next - end)).n == 0) {
            read_bracket(f, &p, inside);
            end = after;
        }
        read_names(f, persons_without_joints(name), &p);
        from = end;
    }
}
