#include "model/importing_parts.h"

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
static bool find_bracket(Text t, size_t from, size_t *start, size_t *end,
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
static const char *script_lang(const Finder *f, Text t) {
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

static bool is_latin(Text t) {
    return t.n > 0 && ((t.s[0] | 0x20) >= 'a' && (t.s[0] | 0x20) <= 'z');
}

/* ---- one person ---- */

static void add_name(Finder *f, ImportPerson *p, const char *lang, Text t,
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
static bool read_scripts(Finder *f, ImportPerson *p, Text inside) {
    size_t n = 0;
    for (size_t from = 0; from < inside.n; n++)
        if (!script_lang(f, bracket_part(inside, &from)))
            return false;
    if (n < 2)
        return false;
    for (size_t from = 0; from < inside.n;) {
        Text part = bracket_part(inside, &from);
        const char *lang = script_lang(f, part);
        add_name(f, p, lang, part,
                 strcmp(lang, "zh") == 0 ? NULL : "told from its script");
    }
    return true;
}

static void read_bracket(Finder *f, ImportPerson *p, Text inside) {
    if (read_scripts(f, p, inside))
        return;
    const char *lang = script_lang(f, inside);
    bool pronoun = text_is_han(inside) && inside.n <= 9;
    if (lang && !pronoun)
        add_name(f, p, lang, inside,
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

/* "and others" */
static bool is_others(Finder *f, Text t) {
    FoldWords w = fold_words(f->arena, t, 4);
    return w.n > 0 && w.n <= 2 &&
           fold_match(&w, w.n - 1, "others|autres|otros|otras|andere") > 0;
}

static void push_person(Finder *f, const ImportPerson *p) {
    Import *out = f->out;
    ImportPerson *v = import_room(f->arena, out->persons, out->npersons,
                                  sizeof *out->persons);
    v[out->npersons++] = *p;
    out->persons = v;
}

/* Commas and words between two people. */
static Text without_joints(Text t) {
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

static void read_person(Finder *f, Text name, ImportPerson *p) {
    name = without_pronouns(f, name, p);
    name = without_form(f, text_without_tail(without_joints(name), ",;."));
    if (is_group(f, name)) {
        f->out->group = true;
        f->out->group_pronouns = p->pronouns;
        return;
    }
    if (name.n == 0 || is_others(f, name))
        return;
    p->name = (ImportValue){name, IMPORT_FOUND, NULL};
    push_person(f, p);
}

/* Bytes up to the next comma. */
static size_t name_length(Text t) {
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
        Text next = without_joints(text_slice(t, behind, t.n - behind));
        bool others = is_others(f, next);
        bool han = text_is_han(before) && text_is_han(next);
        Text one = text_slice(next, 0, name_length(next));
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
        read_person(f, text_slice(t, from, end - from), &one);
        from = next;
    }
}

/* "A (she/her), B (he/him) and C": a name and the brackets behind it. */
static void read_people(Finder *f, Text t) {
    size_t from = 0, start, end;
    Text inside;
    while (from < t.n) {
        ImportPerson p = {0};
        if (!find_bracket(t, from, &start, &end, &inside)) {
            Text rest = without_joints(text_slice(t, from, t.n - from));
            if (rest.n > 0)
                read_names(f, rest, &p);
            return;
        }
        Text name = text_slice(t, from, start - from);
        read_bracket(f, &p, inside);
        /* A second bracket without anything between belongs to the same. */
        size_t next, after;
        while (find_bracket(t, end, &next, &after, &inside) &&
               text_trim(text_slice(t, end, next - end)).n == 0) {
            read_bracket(f, &p, inside);
            end = after;
        }
        read_names(f, without_joints(name), &p);
        from = end;
    }
}

/* ---- above the text: "Hari Example (m), aged 24, Sample Monastery" ---- */

/* The name before a bracket that tells whether it is a man: what stands behind
 * the last comma or colon. */
static Text name_before(Finder *f, Text t) {
    t = without_joints(t);
    size_t from = 0;
    for (size_t i = 0; i < t.n; i++)
        if (t.s[i] == ',' || t.s[i] == ':')
            from = i + 1;
    t = text_trim(text_slice(t, from, t.n - from));
    /* "KYRGYZSTAN Azimzhan Example" */
    FoldWords w = fold_words(f->arena, t, 7);
    for (size_t n = w.n; n > 0; n--) {
        char code[3];
        Text before = text_slice(t, 0, w.v[n - 1].to);
        if (n < w.n && text_is_capitals(before) &&
            countryindex_find(f->countries, before.s, before.n, code))
            return text_slice(t, w.v[n].from, t.n - w.v[n].from);
    }
    return t;
}

static bool is_gender_bracket(const Finder *f, Text inside) {
    FoldWords w = fold_words(f->arena, inside, 3);
    return inside.n <= 6 && w.n > 0 && fold_match(&w, 0, "m|f|h|w") == 1 &&
           (w.n == 1 || fold_match(&w, 1, "m|f|h|w") == 1);
}

/* "Frau GAO MUSTER, 70-jährige Journalistin" */
static bool is_addressed_name(const Finder *f, Text t, Text *name) {
    FoldWords w = fold_words(f->arena, t, 2);
    if (w.n < 2 || fold_match(&w, 0, "frau|herr") == 0)
        return false;
    *name = text_slice(
        t, w.v[1].from,
        name_length(t) > w.v[1].from ? name_length(t) - w.v[1].from : 0);
    return words_of_addressee(*name) == PART_NAME;
}

bool is_persons_line(const Finder *f, Text t) {
    size_t start, end;
    Text inside, name;
    if (is_sentence(f, t) || t.n > 200)
        return false;
    for (size_t from = 0; find_bracket(t, from, &start, &end, &inside);
         from = end)
        if (is_gender_bracket(f, inside))
            return true;
    return is_addressed_name(f, t, &name);
}

/* "Mina MISAL" as the text has it: "Mina Misal". */
static Text as_in_text(Finder *f, Text name) {
    FoldWords w = fold_words(f->arena, name, 7);
    bool loud = false;
    for (size_t i = 0; i < w.n; i++) {
        Text word = text_slice(name, w.v[i].from, w.v[i].to - w.v[i].from);
        loud = loud || (word.n > 2 && text_is_capitals(word));
    }
    for (size_t i = 0; i < f->lines.n && loud; i++) {
        Text t = line_text(&f->lines.v[i]);
        FoldWords said = fold_words(f->arena, t, SIZE_MAX);
        for (size_t at = 0; at + w.n <= said.n; at++) {
            size_t same = 0, from = said.v[at].from;
            while (same < w.n &&
                   strcmp(said.v[at + same].s, w.v[same].s) == 0 &&
                   !text_is_capitals(text_slice(t, said.v[at + same].from,
                                                said.v[at + same].to -
                                                    said.v[at + same].from)))
                same++;
            if (same == w.n)
                return text_slice(t, from, said.v[at + same - 1].to - from);
        }
    }
    return name;
}

static void read_persons_line(Finder *f, Text t) {
    size_t from = 0, start, end;
    Text inside, name;
    ImportPerson p = {0};
    if (is_addressed_name(f, t, &name)) {
        read_person(f, as_in_text(f, name), &p);
        return;
    }
    for (; find_bracket(t, from, &start, &end, &inside); from = end) {
        if (!is_gender_bracket(f, inside))
            continue;
        p = (ImportPerson){0};
        read_person(f, name_before(f, text_slice(t, from, start - from)), &p);
    }
}

static void read_line(Finder *f, ImportLine *line, size_t at) {
    Text t = line_value(line);
    if (t.n == 0 && at + 1 < f->lines.n &&
        f->lines.v[at + 1].label == LABEL_NONE) {
        f->lines.v[at + 1].use = USE_FIELD;
        t = line_text(&f->lines.v[at + 1]);
    }
    /* "Name: Ana Example Gender m/f: f" on one line. */
    FoldWords w = fold_words(f->arena, t, 20);
    for (size_t i = 1; i < w.n; i++)
        if (fold_match(&w, i, "gender|sex|sexe|sexo|genre|geschlecht") > 0) {
            t = text_trim(text_slice(t, 0, w.v[i].from));
            break;
        }
    if (t.n > 0 && t.n < 400)
        read_people(f, t);
}

/* ---- names in other scripts ---- */

/* "Ekpar Asat (艾克拜尔·艾赛提)" anywhere in the document. */
static void find_script_names(Finder *f, ImportPerson *p) {
    Text name = p->name.text;
    char *s = arena_strndup(f->arena, name.s, name.n);
    for (size_t i = 0; i < f->lines.n; i++) {
        Text t = line_text(&f->lines.v[i]);
        for (size_t at = 0; at < t.n;) {
            size_t n = text_find((Text){t.s + at, t.n - at, {0}}, s);
            if (n == SIZE_MAX)
                break;
            at += n + name.n;
            size_t start, end;
            Text inside;
            if (!find_bracket(t, at, &start, &end, &inside) ||
                text_trim(text_slice(t, at, start - at)).n > 0)
                continue;
            if (read_scripts(f, p, inside))
                continue;
            const char *lang = script_lang(f, inside);
            const char *own = script_lang(f, name);
            if (lang && (!own || strcmp(lang, own) != 0))
                add_name(f, p, lang, inside,
                         strcmp(lang, "zh") == 0 ? NULL
                                                 : "told from its script");
            else if (!lang && own && is_latin(inside) && inside.n < 60 &&
                     fold_words(f->arena, inside, 8).n <= 5)
                add_name(f, p, "en", inside,
                         "in Latin letters; the language is not told");
        }
    }
}

/* ---- nobody behind "name" ---- */

static bool is_demanded(const Finder *f, const char *name) {
    for (size_t i = 0; i < f->out->ndemands; i++)
        if (text_find(f->out->demands[i].text, name) != SIZE_MAX)
            return true;
    return false;
}

/* Words with a capital that follow one another, as long as a name is; 0: none
 * begin at `at`. */
static size_t capital_words(const FoldWords *w, Text t, size_t at) {
    size_t n = 0;
    while (n < 4 && at + n < w->n) {
        size_t from = w->v[at + n].from;
        bool joined =
            n == 0 || (from == w->v[at + n - 1].to + 1 && t.s[from - 1] == ' ');
        if (!joined || t.s[from] < 'A' || t.s[from] > 'Z')
            break;
        n++;
    }
    return n;
}

/* Who is named in the summary and in what is asked for: that is whom it is
 * about, where the document says so nowhere else. */
static void guess_person(Finder *f) {
    const ImportValue *summary = &f->out->fields[IMPORT_SUMMARY];
    if (summary->sure == IMPORT_MISSING)
        return;
    Text t = summary->text;
    FoldWords w = fold_words(f->arena, t, 80);
    for (size_t at = 0; at < w.n; at++)
        for (size_t n = capital_words(&w, t, at); n >= 2; n--) {
            Text name =
                text_slice(t, w.v[at].from, w.v[at + n - 1].to - w.v[at].from);
            if (words_of_addressee(name) != PART_NAME ||
                !is_demanded(f, arena_strndup(f->arena, name.s, name.n)))
                continue;
            ImportPerson p = {.name = {name, IMPORT_GUESSED,
                                       "named in the summary and in what is "
                                       "asked for"}};
            push_person(f, &p);
            at += n - 1;
            break;
        }
}

void find_persons(Finder *f) {
    for (size_t i = 0; i < f->lines.n; i++) {
        ImportLine *line = &f->lines.v[i];
        if (line->label == LABEL_NAME && line->use == USE_FIELD &&
            line->section != SECTION_HEAD && f->out->npersons == 0 &&
            !f->out->group)
            read_line(f, line, i);
    }
    bool named = f->out->npersons > 0 || f->out->group;
    for (size_t i = 0; i < f->lines.n && !named; i++) {
        ImportLine *line = &f->lines.v[i];
        bool head = line->label == LABEL_NAME && line->use == USE_FIELD &&
                    line->section == SECTION_HEAD;
        if (head && line->value == 0)
            read_persons_line(f, line_text(line));
        else if (head && f->out->npersons == 0 && !f->out->group)
            read_line(f, line, i);
    }
    if (f->out->npersons == 0 && !f->out->group)
        guess_person(f);
    for (size_t i = 0; i < f->out->npersons; i++)
        find_script_names(f, &f->out->persons[i]);
}
