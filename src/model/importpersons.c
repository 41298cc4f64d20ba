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

/* Of a name in Arabic letters: Uyghur where the action is for China, else the
 * language of its country if that is written so. */
static const char *arabic_lang(const Finder *f) {
    const ImportValue *country = &f->out->fields[IMPORT_COUNTRY];
    static const char arabic[] = " ar fa ur ps ckb ug sd ";
    if (country->sure == IMPORT_MISSING)
        return NULL;
    const char *code =
        arena_strndup(f->arena, country->text.s, country->text.n);
    if (strcmp(code, "CN") == 0)
        return "ug";
    const char *lang = country_lang(f->arena, code);
    const char *key = arena_printf(f->arena, " %s ", lang);
    return strstr(arabic, key) ? lang : NULL;
}

/* The language of a name in another script; NULL if it is in Latin letters. */
static const char *script_lang(const Finder *f, Text t) {
    for (size_t at = 0; at < t.n;) {
        UErrorCode status = U_ZERO_ERROR;
        uint32_t cp = utf8_next(t.s, t.n, &at);
        if (cp == UTF8_BAD || !u_isalpha((UChar32)cp))
            continue;
        switch (uscript_getScript((UChar32)cp, &status)) {
        case USCRIPT_HAN:
            return "zh";
        case USCRIPT_ARABIC:
            return arabic_lang(f);
        case USCRIPT_TIBETAN:
            return "bo";
        default:
            return NULL;
        }
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
                      "mujer|mann|frau") > 0;
}

static void read_bracket(Finder *f, ImportPerson *p, Text inside) {
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

static void read_person(Finder *f, Text name, ImportPerson *p) {
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

/* "A (she/her), B (he/him) and C": a name and the brackets behind it. */
static void read_people(Finder *f, Text t) {
    size_t from = 0, start, end;
    Text inside;
    while (from < t.n) {
        ImportPerson p = {0};
        if (!find_bracket(t, from, &start, &end, &inside)) {
            Text rest = without_joints(text_slice(t, from, t.n - from));
            if (rest.n > 0)
                read_person(f, rest, &p);
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
        read_person(f, name, &p);
        from = end;
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
            return;
        }
}

void find_persons(Finder *f) {
    for (size_t i = 0; i < f->lines.n; i++) {
        ImportLine *line = &f->lines.v[i];
        if (line->label == LABEL_NAME && line->use == USE_FIELD &&
            f->out->npersons == 0 && !f->out->group)
            read_line(f, line, i);
    }
    if (f->out->npersons == 0 && !f->out->group)
        guess_person(f);
    for (size_t i = 0; i < f->out->npersons; i++)
        find_script_names(f, &f->out->persons[i]);
}
