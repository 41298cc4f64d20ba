#include "model/appeal.h"

#include "base/utf8.h"
#include "model/locale.h"

#include <string.h>
#include <strings.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

const char *const appeal_part_names[APPEAL_PARTS] = {
    [APPEAL_TITLE] = "title",     [APPEAL_SUMMARY] = "summary",
    [APPEAL_DEMANDS] = "demands", [APPEAL_NOTES] = "notes",
    [APPEAL_REPORT] = "report",
};

const AppealTarget *appeal_target(const Appeal *a, const char *id, size_t n) {
    for (size_t i = 0; i < a->ntargets; i++)
        if (strlen(a->targets[i].id) == n &&
            memcmp(a->targets[i].id, id, n) == 0)
            return &a->targets[i];
    return NULL;
}

bool appeal_serves(const char *have, const char *want) {
    Locale x, y;
    return strcasecmp(have, want) == 0 ||
           (locale_likely(have, &x) && locale_likely(want, &y) &&
            strcmp(x.language, y.language) == 0 &&
            strcmp(x.script, y.script) == 0);
}

const AppealText *appeal_text(const AppealTexts *t, const char *lang) {
    for (size_t i = 0; i < t->n; i++)
        if (strcasecmp(t->v[i].lang, lang) == 0)
            return &t->v[i];
    for (size_t i = 0; i < t->n; i++)
        if (appeal_serves(t->v[i].lang, lang))
            return &t->v[i];
    return t->n ? &t->v[0] : NULL;
}

Text appeal_say(const AppealTexts *t, const char *lang) {
    const AppealText *found = appeal_text(t, lang);
    return found ? found->said.v[0] : (Text){0};
}

const AppealFile *appeal_file(const AppealFile *files, size_t n,
                              const char *lang) {
    for (size_t i = 0; i < n; i++)
        if (strcasecmp(files[i].lang, lang) == 0)
            return &files[i];
    for (size_t i = 0; i < n; i++)
        if (appeal_serves(files[i].lang, lang))
            return &files[i];
    return NULL;
}

ReturnPolicy appeal_policy(const AppealTarget *t, ReturnPolicy run) {
    return t->has_policy && t->policy > run ? t->policy : run;
}

/* ---- days ---- */

static bool digits(const char *s, size_t n, int32_t *out) {
    *out = 0;
    for (size_t i = 0; i < n; i++) {
        if (s[i] < '0' || s[i] > '9')
            return false;
        *out = *out * 10 + (s[i] - '0');
    }
    return true;
}

static int32_t days_of(int32_t year, int32_t month) {
    static const int32_t days[] = {31, 28, 31, 30, 31, 30,
                                   31, 31, 30, 31, 30, 31};
    bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return month == 2 && leap ? 29 : days[month - 1];
}

bool appeal_day(const char *iso, size_t n, int32_t *out) {
    int32_t year, month, day;
    *out = 0;
    if (n != 10 || iso[4] != '-' || iso[7] != '-' || !digits(iso, 4, &year) ||
        !digits(iso + 5, 2, &month) || !digits(iso + 8, 2, &day))
        return false;
    /* The Gregorian calendar, as letter_date has it. */
    if (year < 1583 || month < 1 || month > 12 || day < 1 ||
        day > days_of(year, month))
        return false;
    *out = year * 10000 + month * 100 + day;
    return true;
}

AppealTime appeal_time(const Appeal *a, int32_t today) {
    if (a->deadline.day && today > a->deadline.day)
        return APPEAL_LATE;
    if (a->not_after.day && today > a->not_after.day)
        return APPEAL_LATE;
    return a->not_before.day && today < a->not_before.day ? APPEAL_EARLY
                                                          : APPEAL_OPEN;
}

/* `early` is not after `late`, as their keys say. */
static bool in_order(AppealDay early, const char *early_key, AppealDay late,
                     const char *late_key, Diag *diag) {
    if (!early.day || !late.day || early.day <= late.day)
        return true;
    diag_at(diag, DIAG_ERROR, early.text.span,
            "%s is %.*s, after %s, %.*s: no day is left to post a letter; "
            "change one of them",
            early_key, (int)early.text.n, early.text.s, late_key,
            (int)late.text.n, late.text.s);
    return false;
}

/* The second of two texts that are alike. */
static bool no_twins(const TextList *list, const char *key, Diag *diag) {
    bool ok = true;
    for (size_t i = 1; i < list->n; i++)
        for (size_t k = 0; k < i; k++)
            if (list->v[i].n == list->v[k].n &&
                memcmp(list->v[i].s, list->v[k].s, list->v[i].n) == 0) {
                diag_at(diag, DIAG_ERROR, list->v[i].span,
                        "%s: this stands there twice; take one out", key);
                ok = false;
            }
    return ok;
}

bool appeal_check(const Appeal *a, Diag *diag) {
    bool ok =
        in_order(a->not_before, "not_before", a->deadline, "deadline", diag);
    ok = in_order(a->not_before, "not_before", a->not_after, "not_after",
                  diag) &&
         ok;
    const AppealTexts *demands = &a->parts[APPEAL_DEMANDS];
    for (size_t i = 0; i < demands->n; i++)
        ok = no_twins(&demands->v[i].said, "demands", diag) && ok;
    return no_twins(&a->languages, "languages", diag) && ok;
}

/* ---- words in a text ---- */

/* From here a word need not end where the one to avoid does. */
enum { GROWS_FROM = 4 };

/* Longer than what any character is made of. */
enum { PARTS_MOST = 32 };

/* A text of which the characters are read in parts, as the rules below compare
 * them: a letter apart from its accent, small, without its width. */
typedef struct Reader {
    const char *s;
    size_t n, at; /* behind the character of `parts` */
    UChar32 parts[PARTS_MOST];
    int32_t nparts, part;
} Reader;

static Reader reader(const char *s, size_t n, size_t at) {
    return (Reader){.s = s, .n = n, .at = at};
}

/* Keyboards have one sign for all of these. */
static UChar32 plain_sign(UChar32 c) {
    if (c == 0x2018 || c == 0x2019 || c == 0x02BC)
        return '\'';
    return c == 0x2010 ? '-' : c;
}

/* The parts of `c` to come; none of one that nobody sees. */
static void take_apart(Reader *r, UChar32 c) {
    enum { TATWEEL = 0x0640 };
    UErrorCode status = U_ZERO_ERROR;
    r->part = r->nparts = 0;
    if (c == TATWEEL)
        return;
    UChar apart[PARTS_MOST];
    const UNormalizer2 *fold = unorm2_getNFKCCasefoldInstance(&status);
    int32_t n = U_SUCCESS(status) ? unorm2_getDecomposition(fold, c, apart,
                                                            PARTS_MOST, &status)
                                  : -1;
    if (n >= 0)
        u_strToUTF32(r->parts, PARTS_MOST, &r->nparts, apart, n, &status);
    if (n < 0 || U_FAILURE(status)) {
        r->parts[0] = c;
        r->nparts = 1;
    }
}

/* The next part that is seen; blanks as one. 0 at the end. */
static UChar32 next(Reader *r) {
    while (r->part == r->nparts && r->at < r->n) {
        UChar32 c = (UChar32)utf8_next(r->s, r->n, &r->at);
        if (c < 0x80 && !u_isUWhiteSpace(c))
            return u_foldCase(c, U_FOLD_CASE_DEFAULT);
        if (!u_isUWhiteSpace(c)) {
            take_apart(r, c);
            continue;
        }
        for (size_t more = r->at; more < r->n; r->at = more)
            if (!u_isUWhiteSpace((UChar32)utf8_next(r->s, r->n, &more)))
                break;
        return ' ';
    }
    if (r->part == r->nparts)
        return 0;
    return plain_sign(r->parts[r->part++]);
}

/* Makes another letter of the one before it: an accent, or the second sound of
 * a Korean syllable. Vowel signs of other scripts are letters enough. */
static bool is_accent(UChar32 c) {
    return (c >= 0x1160 && c <= 0x11FF) || u_getCombiningClass(c) >= 200;
}

/* A letter or digit of a script that puts blanks between its words. */
static bool joins_words(UChar32 c) {
    int32_t lb = u_getIntPropertyValue(c, UCHAR_LINE_BREAK);
    return u_isalnum(c) && lb != U_LB_IDEOGRAPHIC &&
           lb != U_LB_COMPLEX_CONTEXT &&
           lb != U_LB_CONDITIONAL_JAPANESE_STARTER;
}

/* Does `word` stand at `at`? Where it ends, else SIZE_MAX. */
static size_t stands(const char *s, size_t n, size_t at, Text word) {
    Reader text = reader(s, n, at), wanted = reader(word.s, word.n, 0);
    size_t letters = 0;
    UChar32 want, last = 0;
    while ((want = next(&wanted)) != 0) {
        if (next(&text) != want)
            return SIZE_MAX;
        if (is_accent(want))
            continue;
        last = want;
        letters++;
    }
    size_t end = text.at;
    bool cut = text.part < text.nparts;
    UChar32 c = next(&text);
    if (cut || is_accent(c))
        return SIZE_MAX;
    bool whole = !c || !joins_words(c) || !joins_words(last);
    return letters && (whole || letters >= GROWS_FROM) ? end : SIZE_MAX;
}

static bool find_word(const char *s, size_t n, Text word, size_t *from,
                      size_t *to) {
    UChar32 before = 0;
    word = text_trim(word);
    Reader wanted = reader(word.s, word.n, 0), text = reader(s, n, 0);
    UChar32 begins = next(&wanted);
    for (size_t at = 0; begins && at < n; at = text.at) {
        UChar32 c = next(&text);
        bool free = !before || !joins_words(before) || !joins_words(c);
        *to = c == begins && free ? stands(s, n, at, word) : SIZE_MAX;
        if (*to != SIZE_MAX) {
            *from = at;
            return true;
        }
        before = is_accent(c) ? before : c;
        text.part = text.nparts;
    }
    return false;
}

size_t appeal_avoided(const Appeal *a, const char *text, size_t length,
                      size_t *at, size_t *n) {
    size_t found = SIZE_MAX;
    for (size_t i = 0; i < a->avoid.n; i++) {
        size_t from, to;
        if (find_word(text, length, a->avoid.v[i], &from, &to) &&
            (found == SIZE_MAX || from < *at)) {
            found = i;
            *at = from;
            *n = to - from;
        }
    }
    return found;
}

bool appeal_names(const char *text, size_t length, Text name) {
    size_t from, to;
    return find_word(text, length, name, &from, &to);
}
