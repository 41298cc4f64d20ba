#include "text/breaks_private.h"

#include <string.h>
#include <unicode/uchar.h>

/* What reads as one thing stays on one line: a day and its month, a number and
 * its unit, a title or an initial and the name, a mark of reference and its
 * number (The TeXbook, chapter 14, "ties"; Lexique de l'Imprimerie nationale;
 * DIN 5008, 4.2). Only the space inside is looked at, with the word on either
 * side of it.
 */
typedef struct Word {
    const UChar *s;
    uint32_t n;
} Word;

/* Words of a language, parted by spaces, without a final point; "": of all. */
typedef struct List {
    const char *lang;
    const UChar *words;
} List;

/* CLDR's wide names, as they stand beside a day (in Slavic languages and
 * Greek the genitive). */
static const List MONTHS[] = {
    {"ca", u"gener febrer març abril maig juny juliol agost setembre octubre "
           u"novembre desembre"},
    {"cs", u"ledna února března dubna května června července srpna září října "
           u"listopadu prosince"},
    {"da", u"januar februar marts april maj juni juli august september oktober "
           u"november december"},
    {"de", u"Januar Jänner Februar März April Mai Juni Juli August September "
           u"Oktober November Dezember"},
    {"el", u"Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου "
           u"Αυγούστου Σεπτεμβρίου Οκτωβρίου Νοεμβρίου Δεκεμβρίου"},
    {"en", u"January February March April May June July August September "
           u"October November December"},
    {"es", u"enero febrero marzo abril mayo junio julio agosto septiembre "
           u"octubre noviembre diciembre"},
    {"fr", u"janvier février mars avril mai juin juillet août septembre "
           u"octobre novembre décembre"},
    {"hu", u"január február március április május június július augusztus "
           u"szeptember október november december"},
    {"it", u"gennaio febbraio marzo aprile maggio giugno luglio agosto "
           u"settembre ottobre novembre dicembre"},
    {"nb", u"januar februar mars april mai juni juli august september oktober "
           u"november desember"},
    {"nl", u"januari februari maart april mei juni juli augustus september "
           u"oktober november december"},
    {"pl", u"stycznia lutego marca kwietnia maja czerwca lipca sierpnia "
           u"września października listopada grudnia"},
    {"pt", u"janeiro fevereiro março abril maio junho julho agosto setembro "
           u"outubro novembro dezembro"},
    {"ru", u"января февраля марта апреля мая июня июля августа сентября "
           u"октября ноября декабря"},
    {"sv", u"januari februari mars april maj juni juli augusti september "
           u"oktober november december"},
    {"tr", u"Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim "
           u"Kasım Aralık"},
    {"uk", u"січня лютого березня квітня травня червня липня серпня вересня "
           u"жовтня листопада грудня"}};

/* Before a name. */
static const List TITLES[] = {
    {"", u"Dr Prof"},
    {"de", u"Herr Herrn Frau Hr Fr St"},
    {"en", u"Mr Mrs Ms Messrs St Rev Hon Gen Col Maj Capt Lt Sgt Sen Rep Gov"},
    {"es", u"Sr Sra Srta Sres D Dña Dra Da"},
    {"fr", u"M MM Mme Mmes Mlle Mlles Me Mgr Pr"},
    {"it", u"Sig Sigg Dott Avv On"},
    {"nl", u"dhr mevr mw mr dr prof"},
    {"pl", u"dr prof"},
    {"pt", u"Sr Sra Srs Dra"},
    {"ru", u"г-н г-жа д-р"},
    {"uk", u"п"}};

/* Before a number. The words in full are those that letters quote law by. */
static const List MARKS[] = {
    {"", u"§ §§ № N° Nº nº n° ¶ p pp Art art Vol vol Fig fig"},
    {"de", u"Nr Nrn S Abs Artikel Ziff Bd Kap Regel Seite"},
    {"en", u"No Nos no nos Para para Sec Ch ch Article Articles Rule Rules "
           u"Section page"},
    {"es", u"núm núms pág págs artículo regla"},
    {"fr", u"no nos al chap t article articles règle page"},
    {"it", u"pag pagg cap articolo regola"},
    {"nl", u"nr nrs blz artikel"},
    {"pt", u"núm pág artigo regra"},
    {"ru", u"с ст стр п гл статья статьи"}};

/* Behind a number: SI 5.4.3, currencies, time, shares. */
static const List UNITS[] = {
    {"", u"mg g kg t mm cm m km m² km² ha ml cl l s min h km/h °C °F % ‰ € $ £ "
         u"¥ EUR USD GBP CHF CNY RMB pt dpi kB MB GB"},
    {"de", u"Uhr Mio Mrd Jahre Prozent Euro"},
    {"en", u"am pm a.m p.m million billion percent"},
    {"es", u"millones euros"},
    {"fr", u"millions euros ans"},
    {"ru", u"тыс млн млрд руб г кг км м"}};

#define COUNT(list) (sizeof(list) / sizeof *(list))

static bool speaks(const char *lang, const char *primary) {
    size_t n = strlen(primary);
    return n == 0 || (strncmp(lang, primary, n) == 0 &&
                      (lang[n] == '\0' || lang[n] == '-'));
}

static bool among(const UChar *words, Word w) {
    for (const UChar *p = words; *p;) {
        uint32_t n = 0;
        while (p[n] && p[n] != ' ')
            n++;
        if (n == w.n && memcmp(p, w.s, n * sizeof *p) == 0)
            return true;
        p += n + (p[n] == ' ');
    }
    return false;
}

static Word without_point(Word w) {
    if (w.n > 0 && w.s[w.n - 1] == '.')
        w.n--;
    return w;
}

static bool listed(const List *lists, size_t n, const char *lang, Word w) {
    w = without_point(w);
    for (size_t i = 0; i < n; i++) {
        if (speaks(lang, lists[i].lang) && among(lists[i].words, w))
            return true;
    }
    return false;
}

/* Without what stands around a word: brackets, quotation marks, commas. The
 * final point stays, as abbreviations have one. */
static bool surrounds(UChar c) {
    bool part = c == 0xA7 || c == 0xB6 || c == '%' || c == 0x2030; /* § ¶ % ‰ */
    return u_ispunct(c) && !part;
}

static Word trimmed(Word w) {
    while (w.n > 0 && surrounds(w.s[0])) {
        w.s++;
        w.n--;
    }
    while (w.n > 0 && surrounds(w.s[w.n - 1]) && w.s[w.n - 1] != '.')
        w.n--;
    return w;
}

/* 12, 1,500.75, 3.5 */
static bool is_number(Word w) {
    w = without_point(w);
    for (uint32_t i = 0; i < w.n; i++) {
        bool mark = (w.s[i] == '.' || w.s[i] == ',') && i > 0 && i + 1 < w.n;
        if (!u_isdigit(w.s[i]) && !mark)
            return false;
    }
    return w.n > 0;
}

/* 22, 22. (German), 1st, 22nd, 1er, 1º */
static bool is_day(Word w) {
    static const UChar ENDINGS[] = u"st nd rd th er º ° :e";
    uint32_t n = 0;
    int day = 0;
    for (; n < w.n && n < 2 && u_isdigit(w.s[n]); n++)
        day = day * 10 + u_charDigitValue(w.s[n]);
    Word rest = without_point((Word){w.s + n, w.n - n});
    return day >= 1 && day <= 31 && (rest.n == 0 || among(ENDINGS, rest));
}

/* In full, or the first letters of it and a point: Nov., sept. */
static bool is_month(const char *lang, Word w) {
    if (listed(MONTHS, COUNT(MONTHS), lang, w))
        return true;
    if (w.n < 4 || w.s[w.n - 1] != '.')
        return false;
    for (size_t i = 0; i < COUNT(MONTHS); i++) {
        const UChar *p = speaks(lang, MONTHS[i].lang) ? MONTHS[i].words : u"";
        while (*p) {
            uint32_t n = 0;
            while (n + 1 < w.n && p[n] == w.s[n])
                n++;
            if (n + 1 == w.n)
                return true;
            while (*p && *p++ != ' ')
                ;
        }
    }
    return false;
}

/* J. H.E. J.-P. Ph. */
static bool is_initial(Word w) {
    static const UChar LONG[] = u"Ch Ph Th Ya Yu";
    return w.n >= 2 && w.n <= 5 && u_isupper(w.s[0]) && w.s[w.n - 1] == '.' &&
           (w.n == 2 || w.s[1] == '.' || w.s[1] == '-' ||
            among(LONG, without_point(w)));
}

static bool is_name(Word w) {
    return w.n > 0 && (u_isupper(w.s[0]) || u_istitle(w.s[0]));
}

static Word word_before(const UString *u, uint32_t space) {
    uint32_t from = space;
    while (from > 0 && !u_isUWhiteSpace(u->s[from - 1]) &&
           !break_transparent(u->s[from - 1]))
        from--;
    return trimmed((Word){u->s + from, space - from});
}

static Word word_behind(const UString *u, uint32_t space, uint32_t *end) {
    uint32_t from = space + 1, to;
    while (from < u->n && break_transparent(u->s[from]))
        from++;
    for (to = from; to < u->n && !u_isUWhiteSpace(u->s[to]) &&
                    !break_transparent(u->s[to]);)
        to++;
    *end = to;
    return trimmed((Word){u->s + from, to - from});
}

/* 22 de noviembre: neither space. `end` is behind `b`. */
static bool is_day_of_month(const UString *u, const char *lang, Word a, Word b,
                            uint32_t space, uint32_t end) {
    static const UChar OF[] = u"de";
    if (!speaks(lang, "es") && !speaks(lang, "pt") && !speaks(lang, "ca"))
        return false;
    if (is_day(a) && among(OF, b) && end < u->n)
        return is_month(lang, word_behind(u, end, &end));
    return among(OF, a) && is_month(lang, b) && space > a.n &&
           is_day(word_before(u, space - a.n - 1));
}

/* « mot »: the spaces that French puts inside its quotation marks. (UAX #14
 * knows of those before ! ? : ;) */
static bool french_quotes(const UString *u, uint32_t space) {
    return (space > 0 && u->s[space - 1] == 0xAB) ||
           (space + 1 < u->n && u->s[space + 1] == 0xBB);
}

static bool belongs_together(const UString *u, const char *lang,
                             uint32_t space) {
    if (speaks(lang, "fr") && french_quotes(u, space))
        return true;
    uint32_t end;
    Word a = word_before(u, space), b = word_behind(u, space, &end);
    if ((is_day(a) && is_month(lang, b)) || (is_month(lang, a) && is_day(b)) ||
        is_day_of_month(u, lang, a, b, space, end))
        return true;
    if (is_number(a) && listed(UNITS, COUNT(UNITS), lang, b))
        return true;
    if (b.n > 0 && u_isdigit(b.s[0]) && listed(MARKS, COUNT(MARKS), lang, a))
        return true;
    return is_name(b) &&
           (is_initial(a) || listed(TITLES, COUNT(TITLES), lang, a));
}

void break_join_phrases(const UString *u, const Items *items, BreakKind *out) {
    size_t k = 0;
    for (uint32_t i = 0; i + 1 < u->n; i++) {
        if (u->s[i] != ' ' || out[i + 1] != BREAK_MAY)
            continue;
        while (k < items->n && items->v[k].end <= i)
            k++;
        const char *lang = k < items->n ? items->v[k].lang : "";
        if (belongs_together(u, lang, i))
            out[i + 1] = BREAK_RELUCTANT;
    }
}
