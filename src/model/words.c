#include "model/words.h"

#include "base/buf.h"

#include <string.h>

const char *const word_names[WORDS] = {
    [WORD_ENCLOSURES] = "enclosures",
    [WORD_COPIES] = "copies",
    [WORD_POSTSCRIPT] = "postscript",
    [WORD_SUBJECT] = "subject",
    [WORD_PAGE] = "page",
    [WORD_PAGE_OF] = "page-of",
    [WORD_YOUR_REFERENCE] = "your-reference",
    [WORD_OUR_REFERENCE] = "our-reference",
    [WORD_DATE] = "date",
    [WORD_PHONE] = "phone",
    [WORD_FAX] = "fax",
    [WORD_EMAIL] = "email",
    [WORD_NAME] = "name",
    [WORD_ADDRESS] = "address",
    [WORD_SIGNATURE] = "signature",
    [WORD_PRINT_100] = "print-100",
    [WORD_PACK_OF] = "pack-of",
    [WORD_LETTERS] = "letters",
    [WORD_ENVELOPES] = "envelopes",
    [WORD_SLIPS] = "slips",
    [WORD_LABELS] = "labels",
    [WORD_DEADLINE] = "deadline",
    [WORD_NOT_BEFORE] = "not-before",
    [WORD_NOT_AFTER] = "not-after",
    [WORD_CASE] = "case",
    [WORD_PRONOUNS] = "pronouns",
    [WORD_DEMANDS] = "demands",
    [WORD_WRITE_TO] = "write-to",
    [WORD_OTHER_WAYS] = "other-ways",
    [WORD_SOCIAL] = "social",
    [WORD_REPORT] = "report",
    [WORD_LANGUAGE] = "language",
    [WORD_COUNTRY] = "country",
    [WORD_NUMBER] = "number",
    [WORD_TOTAL] = "total",
    [WORD_TALLY] = "tally",
    [WORD_PETITION] = "petition",
    [WORD_UNDERSIGNED] = "undersigned",
    [WORD_SIGN_UP] = "sign-up",
    [WORD_DO_OWN_WORDS] = "do-own-words",
    [WORD_DO_POLITE] = "do-polite",
    [WORD_DONT_NUMBER] = "dont-number",
    [WORD_DONT_INSULT] = "dont-insult",
    [WORD_DONT_WORDS] = "dont-words",
    [WORD_NO_RETURN] = "no-return",
    [WORD_TO] = "to",
    [WORD_STEP_WRITE] = "step-write",
    [WORD_STEP_FOLD] = "step-fold",
    [WORD_STEP_CUT] = "step-cut",
    [WORD_STEP_STICK] = "step-stick",
    [WORD_STEP_STAMP] = "step-stamp",
    [WORD_STEP_POST] = "step-post",
    [WORD_STEP_COUNT] = "step-count",
    [WORD_DO_TOGETHER] = "do-together",
    [WORD_SHOPPING] = "shopping",
    [WORD_NUMBERS] = "numbers",
    [WORD_PAPER] = "paper",
    [WORD_COVERS] = "covers",
    [WORD_CARDS] = "cards",
    [WORD_SIGN_UP_SHEET] = "sign-up-sheet",
    [WORD_BOTH_SIDES] = "both-sides",
    [WORD_TO_CUT] = "to-cut",
    [WORD_EACH_COPY] = "each-copy",
    [WORD_LABEL_SHEETS] = "label-sheets",
    [WORD_ON_EACH] = "on-each",
    [WORD_PART_USED] = "part-used",
    [WORD_ANY_SIZE] = "any-size",
    [WORD_NO_ENVELOPES] = "no-envelopes",
    [WORD_CUT_FRONTS] = "cut-fronts",
    [WORD_STAMPS] = "stamps",
    [WORD_WEIGHT] = "weight",
    [WORD_WITH_ENVELOPE] = "with-envelope",
    [WORD_RECKONED] = "reckoned",
    [WORD_WITHOUT_ENVELOPE] = "without-envelope",
    [WORD_WEIGH] = "weigh",
    [WORD_CALIBRATE] = "calibrate",
    [WORD_CALIBRATE_PRINT] = "calibrate-print",
    [WORD_CALIBRATE_FOLD] = "calibrate-fold",
    [WORD_CALIBRATE_STAIRS] = "calibrate-stairs",
    [WORD_CALIBRATE_BARS] = "calibrate-bars",
    [WORD_CALIBRATE_EDGES] = "calibrate-edges",
    [WORD_CALIBRATE_FEED] = "calibrate-feed",
    [WORD_CALIBRATE_TYPE] = "calibrate-type",
    [WORD_CALIBRATE_BACK] = "calibrate-back",
    [WORD_CALIBRATE_BACK_STAIRS] = "calibrate-back-stairs",
    [WORD_CALIBRATE_UPRIGHT] = "calibrate-upright",
    [WORD_CALIBRATE_UPSIDE_DOWN] = "calibrate-upside-down",
    [WORD_CALIBRATE_CORNER] = "calibrate-corner",
};

/* All that is missing in one message: whoever adds one word can add them all.
 */
static const char *missing_list(const Words *w, Buf *out) {
    for (int i = 0; i < WORDS_OF_LETTERS; i++)
        if (!w->v[i].s)
            buf_printf(out, "%s%s", out->n ? ", " : "", word_names[i]);
    return out->s ? out->s : "";
}

Text words_get(const Words *w, Word word, Span where, Diag *diag) {
    if (w->v[word].s)
        return w->v[word];
    Buf list = {0};
    diag_at(diag, DIAG_ERROR, where,
            "the word for \"%s\" in the language \"%s\" is not known; add it "
            "to languages/%s.yaml (missing there: %s)",
            word_names[word], w->lang, w->lang, missing_list(w, &list));
    buf_free(&list);
    return text_literal("");
}

/* `t` with numbers (two at most) in the place of their names in braces. */
static const char *fill(Arena *a, Text t, const char *const names[2],
                        const size_t numbers[2]) {
    Buf out = {0};
    for (size_t i = 0, step; i < t.n; i += step) {
        step = 0;
        for (int k = 0; k < 2 && names[k] && !step; k++) {
            size_t n = strlen(names[k]);
            if (t.n - i < n || memcmp(t.s + i, names[k], n) != 0)
                continue;
            buf_number(&out, numbers[k]);
            step = n;
        }
        if (!step) {
            buf_putc(&out, t.s[i]);
            step = 1;
        }
    }
    const char *s = arena_strndup(a, out.s ? out.s : "", out.n);
    buf_free(&out);
    return s;
}

const char *words_page_of(Arena *a, const Words *w, size_t page, size_t pages,
                          Span where, Diag *diag) {
    static const char *const names[] = {"{page}", "{pages}"};
    const size_t numbers[] = {page, pages};
    return fill(a, words_get(w, WORD_PAGE_OF, where, diag), names, numbers);
}

const char *words_pack_of(Arena *a, const Words *w, size_t pack, size_t packs) {
    static const char *const names[] = {"{pack}", "{packs}"};
    const size_t numbers[] = {pack, packs};
    Text t = w->v[WORD_PACK_OF];
    return fill(a, t.s ? t : text_literal("{pack} / {packs}"), names, numbers);
}

const char *words_weight(Arena *a, const Words *w, size_t grams) {
    static const char *const names[] = {"{grams}", NULL};
    const size_t numbers[] = {grams, 0};
    return fill(a, w->v[WORD_WEIGHT], names, numbers);
}

const char *words_on_each(Arena *a, const Words *w, size_t labels) {
    static const char *const names[] = {"{labels}", NULL};
    const size_t numbers[] = {labels, 0};
    return fill(a, w->v[WORD_ON_EACH], names, numbers);
}
