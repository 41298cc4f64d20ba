#include "input/encodingguess.h"

#include "base/buf.h"
#include "base/utf8.h"

#include <string.h>
#include <strings.h>

#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/uscript.h>

/* Bytes that are judged: whole lines with bytes above 0x7F in them. */
enum { SAMPLE = 16384 };

/* What a character of two bytes is worth, by its first byte and its second; in
 * thirds of a point. */
typedef int Worth(unsigned char lead, unsigned char trail);

/* GB 2312: rows 16 to 55 are the 3,755 common characters, 56 to 87 the rest;
 * what GBK added is rare. */
static int worth_gb(unsigned char lead, unsigned char trail) {
    if (trail < 0xA1 || lead < 0xA1)
        return -9;
    if (lead >= 0xB0 && lead <= 0xD7)
        return 6;
    return lead <= 0xA3 ? 3 : 0;
}

/* Big5: A440 to C67E are the 5,401 common characters, from C940 the rest. */
static int worth_big5(unsigned char lead, unsigned char trail) {
    (void)trail;
    if (lead >= 0xA4 && lead <= 0xC6)
        return 6;
    return lead >= 0xA1 && lead <= 0xA3 ? 3 : lead >= 0xC9 ? -2 : -9;
}

/* JIS X 0208: rows 4 and 5 are kana, 16 to 47 the common characters. */
static int worth_sjis(unsigned char lead, unsigned char trail) {
    if ((lead == 0x82 && trail >= 0x9F) || lead == 0x83)
        return 7;
    if (lead == 0x81 || lead == 0x82)
        return 3;
    return lead >= 0x88 && lead <= 0x97 ? 5 : lead <= 0x9F ? -3 : -6;
}

static int worth_eucjp(unsigned char lead, unsigned char trail) {
    (void)trail;
    if (lead == 0xA4 || lead == 0xA5)
        return 7;
    return lead >= 0xB0 && lead <= 0xCF ? 6 : lead <= 0xA3 ? 3 : -3;
}

/* KS X 1001: rows 16 to 40 are the syllables, 42 to 93 Chinese characters. */
static int worth_euckr(unsigned char lead, unsigned char trail) {
    if (trail < 0xA1)
        return -6;
    return lead >= 0xB0 && lead <= 0xC8 ? 7 : lead <= 0xA3 ? 3 : -4;
}

/* In this order when two are equal. `before`: what is in its favour before a
 * byte is looked at; most people who write to China are no Koreans, and more
 * write French than Czech. */
static const struct Candidate {
    const char *name, *icu;
    Worth *worth; /* NULL: of one byte a character */
    double before;
    bool latin;
} candidates[] = {
    {"GB18030", "gb18030", worth_gb, 0.1, false},
    {"Big5", "Big5", worth_big5, 0, false},
    {"Shift_JIS", "windows-31j", worth_sjis, 0, false},
    {"EUC-KR", "windows-949", worth_euckr, 0, false},
    {"EUC-JP", "EUC-JP", worth_eucjp, 0, false},
    {"windows-1252", "windows-1252", NULL, 0.2, true},
    {"windows-1251", "windows-1251", NULL, 0, false},
    {"KOI8-R", "KOI8-R", NULL, 0, false},
    {"windows-1250", "windows-1250", NULL, 0, true},
    {"windows-1254", "windows-1254", NULL, 0, true},
    {"windows-1256", "windows-1256", NULL, 0, false},
};
enum { CANDIDATES = sizeof candidates / sizeof *candidates };

/* Whole lines with bytes above 0x7F, the header among them. */
static void take_sample(const char *s, size_t n, Buf *out) {
    for (size_t from = 0; from < n && out->n < SAMPLE;) {
        const char *end = memchr(s + from, '\n', n - from);
        size_t to = end ? (size_t)(end - s) + 1 : n;
        bool high = false;
        for (size_t i = from; i < to && !high; i++)
            high = (unsigned char)s[i] >= 0x80;
        if (high && (to - from <= SAMPLE || out->n == 0))
            buf_add(out, s + from, to - from < 4 * SAMPLE ? to - from : SAMPLE);
        from = to;
    }
}

/* The sample in an encoding, as UTF-8; false if it is not valid in it. Only the
 * last bytes may be cut off. */
static bool decode(const char *icu, const Buf *sample, Buf *out) {
    UErrorCode error = U_ZERO_ERROR;
    UConverter *from = ucnv_open(icu, &error);
    if (U_FAILURE(error))
        return false;
    ucnv_setToUCallBack(from, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL,
                        &error);
    buf_reserve(out, sample->n * 4 + 1);
    int32_t n = ucnv_toAlgorithmic(UCNV_UTF8, from, out->s, (int32_t)out->cap,
                                   sample->s, (int32_t)sample->n, &error);
    ucnv_close(from);
    out->n = U_SUCCESS(error) ? (size_t)n : 0;
    return U_SUCCESS(error);
}

/* ---- two bytes a character ---- */

static int score_pairs(const Buf *sample, Worth *worth) {
    int score = 0;
    for (size_t i = 0; i < sample->n; i++) {
        unsigned char lead = (unsigned char)sample->s[i];
        if (lead < 0x80)
            continue;
        unsigned char trail =
            i + 1 < sample->n ? (unsigned char)sample->s[i + 1] : 0;
        if (worth == worth_gb && trail >= '0' && trail <= '9') {
            score += 8; /* four bytes: hardly ever by chance */
            i += 3;
        } else if (worth == worth_sjis && lead >= 0xA1 && lead <= 0xDF) {
            score -= 2; /* half a kana: what anything else looks like here */
        } else {
            score += worth(lead, trail);
            i++;
        }
    }
    return score;
}

/* ---- one byte a character ---- */

/* What stands in a text beside letters. */
static bool is_mark(uint32_t cp) {
    static const uint32_t marks[] = {
        0xA0,   0xA7,   0xAB,   0xB0,   0xBB,   0xB7,   0x2013, 0x2014, 0x2018,
        0x2019, 0x201A, 0x201C, 0x201D, 0x201E, 0x2026, 0x20AC, 0x2116, 0x060C};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (marks[i] == cp)
            return true;
    return false;
}

/* The letters that Russian uses most. */
static const char russian[] = "оеаинтсрвлкмдпу";

/* What alphabets of Latin have beyond ASCII (CLDR, exemplar characters). */
static const char *const alphabets[] = {"éèêëàâçîïôùûüÿœæ",
                                        "äöüß",
                                        "áéíóúñü",
                                        "ãõçáéíóúâêôàü",
                                        "åæøäöé",
                                        "àèéìíîòóùú",
                                        "þðæöáéíóúý",
                                        "ąćęłńóśźż",
                                        "áčďéěíňóřšťúůýžľĺŕôä",
                                        "áéíóöőúüű",
                                        "ăâîșțşţ",
                                        "çğıöşüâîû",
                                        "čćđšž",
                                        "ëéèïöüóáí",
                                        "āčēģīķļņšūž",
                                        "ąčęėįšųūž",
                                        "õäöüšž"};
enum { ALPHABETS = sizeof alphabets / sizeof *alphabets };

static bool has_letter(const char *letters, uint32_t cp) {
    uint32_t small = (uint32_t)u_tolower((UChar32)cp);
    if (cp == 0x130) /* Turkish I with a dot */
        small = 0x131;
    size_t n = strlen(letters);
    for (size_t at = 0; at < n;)
        if (utf8_next(letters, n, &at) == small)
            return true;
    return false;
}

/* The alphabet that has most of the text's letters. */
static const char *find_alphabet(const Buf *text) {
    size_t counts[ALPHABETS] = {0}, best = 0;
    for (size_t at = 0; at < text->n;) {
        uint32_t cp = utf8_next(text->s, text->n, &at);
        for (size_t k = 0; cp >= 0x80 && k < ALPHABETS; k++)
            counts[k] += has_letter(alphabets[k], cp);
    }
    for (size_t k = 1; k < ALPHABETS; k++)
        if (counts[k] > counts[best])
            best = k;
    return alphabets[best];
}

static UScriptCode script_of(uint32_t cp) {
    UErrorCode error = U_ZERO_ERROR;
    return cp < 0x80 && !u_isalpha((UChar32)cp)
               ? USCRIPT_COMMON
               : uscript_getScript((UChar32)cp, &error);
}

/* A letter above ASCII between the two characters beside it; thirds. */
static int score_letter(const char *alphabet, uint32_t before, uint32_t cp,
                        uint32_t after) {
    UScriptCode script = script_of(cp);
    bool left = u_isalpha((UChar32)before), right = u_isalpha((UChar32)after);
    if ((left && script_of(before) != script) ||
        (right && script_of(after) != script))
        return -6;
    /* iVANOV: no word goes on in capitals after a small letter. */
    if (left && u_islower((UChar32)before) && u_isupper((UChar32)cp))
        return -6;
    if (u_isupper((UChar32)cp) && right && u_islower((UChar32)after) && left)
        return -4;
    bool common = has_letter(alphabet, cp) || has_letter(russian, cp) ||
                  script == USCRIPT_ARABIC;
    int worth = common ? 3 : 1;
    return !left && !right ? worth - 1 : worth;
}

static int score_letters(const Buf *text) {
    const char *alphabet = find_alphabet(text);
    uint32_t before = ' ', cp = ' ';
    int score = 0;
    size_t run = 0; /* letters of Latin above ASCII one after the other */
    for (size_t at = 0; at <= text->n;) {
        uint32_t after = ' ';
        if (at < text->n)
            after = utf8_next(text->s, text->n, &at);
        else
            at++;
        bool letter = cp >= 0x80 && u_isalpha((UChar32)cp);
        run = letter && script_of(cp) == USCRIPT_LATIN ? run + 1 : 0;
        if (cp < 0x80)
            ;
        else if (utf8_objection(cp))
            return -100000;
        else if (letter)
            score += run > 2 ? -5 : score_letter(alphabet, before, cp, after);
        else
            score += is_mark(cp) ? 1 : -5;
        before = cp;
        cp = after;
    }
    return score;
}

/* ---- all together ---- */

/* How many fields of the first line are names of columns. */
static int score_header(const Buf *text, EncodingWord *knows,
                        const void *data) {
    static const char ends[] = ",;\t\"\r\n";
    int score = 0;
    for (size_t at = 0; knows && at < text->n && text->s[at] != '\n';) {
        size_t n = strcspn(text->s + at, ends);
        bool high = false;
        for (size_t i = at; i < at + n; i++)
            high = high || (unsigned char)text->s[i] >= 0x80;
        if (high && knows(data, text->s + at, n))
            score += 30;
        at += n < text->n - at && text->s[at + n] != '\n' ? n + 1 : n;
    }
    return score;
}

/* ICU's opinion: 0 to 100 for each. */
static void ask_detector(const Buf *sample, int says[CANDIDATES]) {
    UErrorCode error = U_ZERO_ERROR;
    UCharsetDetector *d = ucsdet_open(&error);
    int32_t n = 0;
    ucsdet_setText(d, sample->s, (int32_t)sample->n, &error);
    const UCharsetMatch **found = ucsdet_detectAll(d, &n, &error);
    for (int32_t i = 0; U_SUCCESS(error) && i < n; i++) {
        const char *name = ucsdet_getName(found[i], &error);
        int32_t sure = ucsdet_getConfidence(found[i], &error);
        for (size_t k = 0; U_SUCCESS(error) && k < CANDIDATES; k++)
            if (strcasecmp(name, candidates[k].name) == 0 && sure > says[k])
                says[k] = sure;
    }
    ucsdet_close(d);
}

/* One encoding's case. */
typedef struct Case {
    Buf text;
    double score; /* points a byte */
    bool valid;
} Case;

/* The field of the first line in which two readings differ. */
static const char *shown(Arena *a, const Buf *text, const Buf *other) {
    size_t at = 0;
    while (at < text->n && at < other->n && text->s[at] == other->s[at])
        at++;
    static const char ends[] = ",;\t\"\r\n";
    size_t from = at, to = at;
    while (from > 0 && !strchr(ends, text->s[from - 1]))
        from--;
    while (to < text->n && !strchr(ends, text->s[to]) && to < from + 60)
        to++;
    while (to < text->n && ((unsigned char)text->s[to] & 0xC0) == 0x80)
        to++;
    return arena_strndup(a, text->s + from, to - from);
}

/* How near the second must come to be named: a byte or two prove little. */
static double doubt(size_t high) {
    return 0.15 + 1.2 / (double)high;
}

static EncodingGuess choose(Arena *a, const Case cases[CANDIDATES],
                            size_t high) {
    size_t best = CANDIDATES, second = CANDIDATES;
    for (size_t k = 0; k < CANDIDATES; k++)
        if (cases[k].valid &&
            (best == CANDIDATES || cases[k].score > cases[best].score))
            best = k;
    if (best == CANDIDATES)
        return (EncodingGuess){0};
    const Buf *text = &cases[best].text;
    for (size_t k = 0; k < CANDIDATES; k++) {
        const Buf *t = &cases[k].text;
        bool same = t->n == text->n && memcmp(t->s, text->s, t->n) == 0;
        if (k != best && cases[k].valid && !same &&
            (second == CANDIDATES || cases[k].score > cases[second].score))
            second = k;
    }
    EncodingGuess g = {.name = candidates[best].name,
                       .latin = candidates[best].latin};
    if (second < CANDIDATES &&
        cases[second].score > cases[best].score - doubt(high)) {
        g.second = candidates[second].name;
        g.reads = shown(a, text, &cases[second].text);
        g.second_reads = shown(a, &cases[second].text, text);
    }
    return g;
}

EncodingGuess encoding_guess(Arena *a, const char *bytes, size_t n,
                             EncodingWord *knows, const void *data) {
    Buf sample = {0};
    Case cases[CANDIDATES] = {0};
    int says[CANDIDATES] = {0};
    size_t high = 0;
    take_sample(bytes, n, &sample);
    for (size_t i = 0; i < sample.n; i++)
        high += (unsigned char)sample.s[i] >= 0x80;
    ask_detector(&sample, says);
    for (size_t k = 0; k < CANDIDATES && high > 0; k++) {
        Case *c = &cases[k];
        c->valid = decode(candidates[k].icu, &sample, &c->text);
        if (!c->valid)
            continue;
        int thirds = candidates[k].worth
                         ? score_pairs(&sample, candidates[k].worth)
                         : score_letters(&c->text);
        thirds += score_header(&c->text, knows, data);
        c->score = thirds / 3.0 / (double)high + says[k] / 250.0 +
                   candidates[k].before;
    }
    EncodingGuess g = choose(a, cases, high);
    for (size_t k = 0; k < CANDIDATES; k++)
        buf_free(&cases[k].text);
    buf_free(&sample);
    return g;
}
