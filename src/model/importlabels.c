#include "model/importlabels_rows.h"

#include <string.h>

/* Words enough for the longest of them. */
enum { WORDS = 40 };

/* Numbers of a list before the words: "1) TAKE ACTION". */
static size_t skip_number(const FoldWords *w) {
    bool number =
        w->n > 1 && strspn(w->v[0].s, "0123456789") == strlen(w->v[0].s);
    return number && strlen(w->v[0].s) <= 2;
}

/* "LANGUAGE(S)", "destinataire(s)": behind what stands in brackets at the end
 * of a word, and behind a bracket or quotation that closes there. */
static size_t behind_word(Text t, size_t at) {
    if (at + 2 < t.n && t.s[at] == '(') {
        size_t to = at + 1;
        while (to < t.n && to <= at + 4 && t.s[to] != ')' && t.s[to] != ' ')
            to++;
        if (to < t.n && t.s[to] == ')')
            at = to + 1;
    }
    while (at < t.n && strchr(")]\"'", t.s[at]) && t.s[at])
        at++;
    return at;
}

/* A label that ends in "~" goes on to its colon, eight words at the most. */
static size_t stretch(const char *pattern, const FoldWords *w, size_t end,
                      Text t) {
    size_t n = strlen(pattern), last = end;
    if (pattern[n - 1] != '~')
        return end;
    for (bool colon = false; last < w->n && last <= end + 8; last++) {
        fold_behind(t, behind_word(t, w->v[last - 1].to), &colon);
        if (colon)
            break;
    }
    return last;
}

static bool reaches(const LabelRow *row, const FoldWords *w, size_t end, Text t,
                    size_t *value) {
    bool colon;
    end = stretch(row->pattern, w, end, t);
    size_t at = behind_word(t, w->v[end - 1].to);
    *value = at + fold_behind(t, at, &colon);
    switch (row->reach) {
    case WHOLE:
        return end == w->n && *value == t.n;
    case HEAD:
        return colon || end == w->n;
    case START:
        break;
    }
    return true;
}

Label label_of(Arena *a, Text t, size_t *value) {
    FoldWords w = fold_words(a, t, WORDS);
    size_t from = skip_number(&w);
    *value = t.n;
    for (size_t i = 0; i < label_rows_n; i++) {
        size_t n = fold_match(&w, from, label_rows[i].pattern);
        if (n > 0 && reaches(&label_rows[i], &w, from + n, t, value))
            return label_rows[i].label;
    }
    *value = t.n;
    return LABEL_NONE;
}

/* ---- letters ---- */

typedef struct Opening {
    const char *pattern;
    bool marked; /* ends in a comma or colon; a target's name does not */
} Opening;

static const Opening openings[] = {
    {"dear", false},
    {"your excellency", false},
    {"your excellencies", false},
    {"your ~ majesty|highness|holiness|eminence|grace|honour|honor", true},
    {"majeste|altesse", true},
    {"majestad|alteza|su majestad|alteza", true},
    {"ihre|eure majestat|hoheit|konigliche", true},
    {"excellency", false},
    {"honourable|honorable", true},
    {"mr president|ambassador", true},
    {"to whom it may concern", false},
    {"monsieur", true},
    {"madame", true},
    {"messieurs|mesdames", true},
    {"cher|chere|chers", true},
    {"votre excellence", true},
    {"excellence", true},
    {"estimado|estimada|estimados", true},
    {"senor|senora|senores", true},
    {"distinguido|distinguida", true},
    {"excelencia", true},
    {"su excelencia", true},
    {"excelentisimo|excelentisima", true},
    {"excmo|excma", true},
    {"sehr geehrte*", true},
    {"hochverehrte*", true},
    {"exzellenz", true},
    {"eure|euer|ihre exzellenz", true},
    {"sehr verehrte*", true},
    {"尊敬的", true},
    {"敬爱的", true},
    {"尊敬", true},
};

static const char *const closings[] = {
    "sincerely",
    "yours sincerely|faithfully|truly|respectfully",
    "sincerely|respectfully|faithfully yours",
    "respectfully",
    "best|kind|warm regards",
    "with best|kind|warm regards|wishes",
    "regards",
    "with respect",
    "in solidarity",
    "cordially",
    "yours",
    /* French */
    "veuillez agreer|recevoir|croire",
    "je vous prie|prions d|de agreer|croire|recevoir",
    "nous vous prions d|de agreer|croire|recevoir",
    "dans l attente ~ veuillez|prie",
    "cordialement",
    "respectueusement",
    "salutations",
    "avec mes ~ salutations",
    "sinceres salutations",
    "bien a vous",
    "recevez",
    /* Spanish */
    "atentamente",
    "le|les saluda|saludo ~ atentamente",
    "respetuosamente",
    "saludos",
    "cordialmente",
    "un saludo ~",
    "muy atentamente",
    "le|les saluda",
    /* German */
    "mit freundlichen|freundlichem|besten|vorzuglicher ~",
    "hochachtungsvoll",
    "mit ~ grussen",
    "freundliche grusse",
    /* Chinese */
    "此致",
    "敬礼",
    "敬禮",
    "敬上",
    "谨启",
    "謹啟",
    "您诚挚的",
    "您誠摯的",
    "顺颂",
    "祝好",
};

/* How a writer goes on after the demands. */
static const char *const writers[] = {
    "i",
    "we",
    "thank|thanks",
    "finally",
    "in addition",
    "furthermore",
    "moreover",
    "my",
    "our",
    "please let",
    "this|these",
    "as a|an",
    "je",
    "nous",
    "merci",
    "enfin",
    "j",
    "par ailleurs",
    "dans l attente",
    "le|les pido|pedimos",
    "gracias",
    "por ultimo",
    "agradezco",
    "quedo",
    "ich",
    "wir",
    "vielen dank",
    "abschliessend",
    "ausserdem bitte",
    "我",
    "谢谢",
    "感谢",
    "謝謝",
    "感謝",
};

static bool any_match(const FoldWords *w, const char *const *patterns, size_t n,
                      size_t most) {
    for (size_t i = 0; i < n; i++) {
        size_t taken = fold_match(w, 0, patterns[i]);
        if (taken > 0 && w->n <= taken + most)
            return true;
    }
    return false;
}

static char last_mark(Text t) {
    if (text_ends(t, "\xEF\xBC\x9A"))
        return ':';
    if (text_ends(t, "\xEF\xBC\x8C"))
        return ',';
    if (text_ends(t, "\xEF\xBC\x81"))
        return '!';
    return t.n > 0 ? t.s[t.n - 1] : '\0';
}

bool label_is_salutation(Arena *a, Text t) {
    t = text_trim(t);
    FoldWords w = fold_words(a, t, WORDS);
    char mark = last_mark(t);
    bool marked = mark == ',' || mark == ':' || mark == '!';
    if (w.n == 0 || w.n > 14 || t.n > 160 || mark == '.')
        return false;
    for (size_t i = 0; i < sizeof openings / sizeof *openings; i++)
        if (fold_match(&w, 0, openings[i].pattern) > 0)
            return marked || !openings[i].marked;
    return false;
}

bool label_is_closing(Arena *a, Text t) {
    FoldWords w = fold_words(a, t, WORDS);
    static const char *const long_ones[] = {
        "veuillez agreer|recevoir|croire",
        "je vous prie|prions d|de agreer|croire|recevoir",
        "nous vous prions d|de agreer|croire|recevoir",
        "dans l attente ~ veuillez|prie"};
    if (any_match(&w, long_ones, sizeof long_ones / sizeof *long_ones, WORDS))
        return true;
    /* "Je vous remercie ... et vous prie d'agréer, ..., l'expression" */
    for (size_t at = 0; at < w.n; at++)
        if (fold_match(&w, at, "agreer ~ expression|assurance|salutations") > 0)
            return true;
    return any_match(&w, closings, sizeof closings / sizeof *closings, 3);
}

bool label_is_writers(Arena *a, Text t) {
    FoldWords w = fold_words(a, t, WORDS);
    return any_match(&w, writers, sizeof writers / sizeof *writers, WORDS);
}

/* ---- others ---- */

int label_stage(Arena *a, Text t, bool sentence) {
    static const struct {
        const char *pattern;
        int stage;
    } known[] = {
        {"first|premiere|primera|erste|1st", 1},
        {"second|deuxieme|seconde|segunda|zweite|2nd", 2},
        {"third|troisieme|tercera|dritte|3rd", 3},
        {"fourth|quatrieme|cuarta|vierte|4th", 4},
        {"fifth|cinquieme|quinta|funfte|5th", 5},
        {"sixth|sixieme|sexta|sechste|6th", 6},
        {"seventh|septieme|septima|siebte|7th", 7},
        {"eighth|huitieme|octava|achte|8th", 8},
        {"ninth|neuvieme|novena|neunte|9th", 9},
        {"首次", 1},
        {"第一", 1},
        {"首个", 1},
        {"第二", 2},
        {"第三", 3},
        {"第四", 4},
        {"第五", 5},
        {"第六", 6},
        {"further information|info", 0},
        {"further ua", 0},
        {"informations complementaires", 0},
        {"information complementaire", 0},
        {"complement d information", 0},
        {"action complementaire", 0},
        {"informacion complementaria|actualizada ~ sobre", 0},
        {"mas informacion sobre", 0},
        {"weitere informationen zu", 0},
        {"update ~", 0},
        {"mise a jour", 0},
        {"actualizacion", 0},
        {"后续", 0},
        {"後續", 0},
        {"更新", 0},
        {"进一步", 0},
        {"進一步", 0},
    };
    FoldWords w = fold_words(a, t, WORDS);
    for (size_t at = 0; at < w.n && sentence; at++)
        if (fold_match(&w, at,
                       "update|mise|actualizacion|aktualisierung ~ ua|au") > 0)
            return 0;
    for (size_t at = 0; at < w.n && at < 8 && !sentence; at++)
        for (size_t i = 0; i < sizeof known / sizeof *known; i++)
            if (fold_match(&w, at, known[i].pattern) > 0)
                return known[i].stage;
    return -1;
}

bool label_is_organisation(Arena *a, Text t) {
    static const char *const names[] = {
        "amnesty international",
        "amnesty",
        "international",
        "amnesty international usa|uk|canada|ireland|australia",
        "amnesty international france|suisse|schweiz|belgique",
        "amnesty international deutschland|osterreich",
        "amnistie internationale",
        "amnistia internacional",
        "国际特赦组织",
        "國際特赦組織"};
    FoldWords w = fold_words(a, t, WORDS);
    /* With its section: "AMNESTY INTERNATIONAL CANADA". */
    size_t most = text_is_capitals(t) && fold_match(&w, 0, names[0]) ? 2 : 0;
    return any_match(&w, names, sizeof names / sizeof *names, most);
}

bool label_is_embassy(Arena *a, Text t) {
    static const char *const words[] = {"embassy",
                                        "ambassade",
                                        "embajada",
                                        "botschaft",
                                        "ambasciata",
                                        "consulate",
                                        "consulat",
                                        "consulado",
                                        "konsulat",
                                        "high commission",
                                        "generalkonsulat",
                                        "permanent mission",
                                        "大使馆",
                                        "大使館",
                                        "领事馆",
                                        "領事館",
                                        "驻",
                                        "駐"};
    FoldWords w = fold_words(a, t, WORDS);
    for (size_t at = 0; at < w.n; at++)
        for (size_t i = 0; i < sizeof words / sizeof *words; i++)
            if (fold_match(&w, at, words[i]) > 0)
                return true;
    return false;
}

const char *const label_languages[] = {"en", "fr", "es", "de", NULL};

size_t label_small_words(const FoldWords *w, const char *lang) {
    static const struct {
        const char *lang, *words;
    } small[] = {
        {"en", "the|of|and|to|in|that|is|was|for|with|by|has|his|her|you|your|"
               "are|be|been|have|at|on|who|which"},
        {"fr", "le|la|les|des|et|du|que|qui|dans|pour|est|une|un|par|sur|aux|"
               "au|il|elle|vous|votre|ete|ses|son"},
        {"es", "el|la|los|las|del|y|que|en|por|para|es|una|un|con|se|su|sus|"
               "al|ha|fue|le|les|usted"},
        {"de", "der|die|das|und|den|dem|des|zu|von|mit|ist|wurde|er|sie|fur|"
               "auf|im|nicht|ein|eine|einer|ihre|sein|bis"},
    };
    size_t n = 0;
    for (size_t i = 0; i < sizeof small / sizeof *small; i++)
        for (size_t at = 0; at < w->n && strcmp(small[i].lang, lang) == 0; at++)
            n += fold_match(w, at, small[i].words) > 0;
    return n;
}
