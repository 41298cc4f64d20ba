#include "model/addresswords.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

/* ---- words ---- */

static bool is_quote(Text t, size_t at) {
    return at + 3 <= t.n && memcmp(t.s + at, "\xE2\x80\x99", 3) == 0;
}

static bool is_word_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

bool word_next(Text t, size_t *at, Text *word) {
    while (*at < t.n && (!is_word_byte(t.s[*at]) || is_quote(t, *at)))
        *at += is_quote(t, *at) ? 3 : 1;
    size_t from = *at;
    while (*at < t.n && is_word_byte(t.s[*at]) && !is_quote(t, *at))
        ++*at;
    *word = (Text){t.s + from, *at - from, {0}};
    return *at > from;
}

size_t word_count(Text t) {
    Text word;
    size_t at = 0, n = 0;
    while (word_next(t, &at, &word))
        n++;
    return n;
}

bool has_digit(Text t) {
    for (size_t i = 0; i < t.n; i++)
        if (t.s[i] >= '0' && t.s[i] <= '9')
            return true;
    return false;
}

/* A byte of UTF-8 without case: ASCII, and behind C3 the letters of the first
 * block, "PRÄSIDENT". */
static unsigned char fold_byte(const char *s, size_t at) {
    unsigned char c = (unsigned char)s[at];
    bool latin = at > 0 && (unsigned char)s[at - 1] == 0xC3 && c >= 0x80 &&
                 c <= 0x9E && c != 0x97;
    return latin ? c | 0x20 : (unsigned char)tolower(c);
}

static bool same_bytes(const char *s, const char *other, size_t n) {
    for (size_t i = 0; i < n; i++)
        if (fold_byte(s, i) != fold_byte(other, i))
            return false;
    return true;
}

static bool word_is(Text word, const char *s) {
    return word.n == strlen(s) && same_bytes(word.s, s, word.n);
}

static bool among(Text word, const char *const *words) {
    for (; *words; words++)
        if (word_is(word, *words))
            return true;
    return false;
}

static bool ends_in(Text word, const char *const *tails) {
    for (; *tails; tails++) {
        size_t n = strlen(*tails);
        if (word.n > n && same_bytes(word.s + word.n - n, *tails, n))
            return true;
    }
    return false;
}

/* ---- tables ---- */

static const char *const offices[] = {
    "president", "chairman", "chairwoman", "chairperson", "secretary",
    "minister", "director", "governor", "mayor", "ambassador", "consul",
    "commissioner", "judge", "justice", "prosecutor", "procurator", "attorney",
    "warden", "chief", "head", "premier", "chancellor", "speaker", "commander",
    "superintendent", "inspector", "spokesperson", "rapporteur", "manager",
    "editor", "rector", "dean", "leader", "sheriff", "ombudsman", "deputy",
    "vice", "councillor", "councilor",
    /* French, German, Spanish, Italian */
    "président", "présidente", "ministre", "directeur", "directrice",
    "ambassadeur", "ambassadrice", "préfet", "procureur", "secrétaire",
    "präsident", "präsidentin", "ministerin", "direktor", "direktorin",
    "leiter", "leiterin", "botschafter", "botschafterin", "kanzler",
    "presidente", "ministro", "ministra", "directora", "embajador",
    "embajadora", "fiscal", "ambasciatore", "direttore", "gouverneur",
    "gouverneurin", "gouverneure", "procureure", "maire", "juge", "commissaire",
    "staatsanwalt", "staatsanwältin", "generalstaatsanwalt",
    "generalstaatsanwältin", "justizminister", "justizministerin",
    "innenminister", "innenministerin", "außenminister", "premierminister",
    "bürgermeister", "bürgermeisterin", "richter", "richterin", "vorsitzender",
    "vorsitzende", "gobernador", "gobernadora", "alcalde", "alcaldesa", "juez",
    "jueza", "jefe", "jefa", "comandante", "secretario", "secretaria",
    "procurador", "procuradora", "polizeichef", "polizeichefin",
    "polizeipräsident", "polizeipräsidentin", "staatspräsident",
    "staatspräsidentin", "ministerpräsident", "ministerpräsidentin",
    "parteisekretär", "parteisekretärin", "gefängnisdirektor",
    "gefängnisdirektorin", "gefängnisleiter", "gefängnisleiterin",
    "generalsekretär", "generalsekretärin", "chef", "consule", "konsul",
    "konsulin", "generalkonsul", "generalkonsulin", "cónsul", "presidenta",
    NULL};

/* Before an office: "Party Secretary", "State Councillor". */
static const char *const ranks[] = {"party",     "state",      "acting",
                                    "executive", "provincial", "first",
                                    "prime",     "public",     NULL};

static const char *const organisations[] = {
    "embassy", "consulate", "mission", "ministry", "department", "bureau",
    "office", "committee", "commission", "court", "prison", "jail", "detention",
    "centre", "center", "university", "institute", "college", "school",
    "society", "association", "union", "federation", "company", "corporation",
    "ltd", "inc", "llc", "gmbh", "foundation", "council", "parliament",
    "congress", "assembly", "senate", "government", "administration",
    "authority", "agency", "police", "procuratorate", "prosecution",
    "secretariat", "cabinet", "bank", "hospital", "library", "museum",
    "service", "services", "division", "section", "directorate", "delegation",
    "league", "nations", "board", "headquarters", "presidency", "penitentiary",
    "facility", "colony", "chancellery", "chamber", "ngo", "ong",
    /* French, German, Spanish, Italian, Dutch */
    "ambassade", "ministère", "consulat", "préfecture", "mairie", "tribunal",
    "cour", "université", "société", "direction", "conseil", "botschaft",
    "ministerium", "amt", "gericht", "verein", "gesellschaft", "universität",
    "konsulat", "embajada", "ministerio", "oficina", "universidad", "consulado",
    "ambasciata", "ministero", "università", "ministerie", "vereniging",
    "stichting", "organisation", "organization", "parquet", "polizei",
    "staatsanwaltschaft", "generalstaatsanwaltschaft", "gefängnis",
    "haftanstalt", "behörde", "büro", "organización", "fiscalía", "instituto",
    "dirección", "policía", "gobierno", "congreso", "comisión", "defensoría",
    "secretaría", "asociación", "cárcel", "prisión",
    /* Turkish; Chinese as documents spell it: Gong'anju, Renmin Zhengfu */
    "bakanlığı", "başsavcılığı", "müdürlüğü", "büyükelçiliği", "anju", "anbu",
    "anting", "gonganju", "gonganbu", "gonganting", "zhengfu", "fayuan",
    "jianchayuan", "sifabu", "sifaju", "sifating", "kanshousuo", "jianyu",
    "weiyuanhui", "dashiguan", NULL};
/* At the end of a name. */
static const char *const companies[] = {
    "ab",   "oy", "as", "asa", "bv",  "nv", "sa",   "srl",  "spa", "sas",
    "sarl", "ag", "kg", "plc", "pty", "co", "corp", "asbl", "vzw", NULL};
static const char *const departments[] = {
    "department", "division", "section",   "unit",    "desk",
    "office",     "service",  "abteilung", "referat", "département",
    "oficina",    "办公室",   "办公厅",    "处",      NULL};
static const char *const organisation_tails[] = {
    "ministerium", "behörde", "gericht", "verband", "gesellschaft", NULL};

static const char *const honorifics[] = {
    "mr",         "mrs",     "ms",         "miss",      "mx",    "dr",
    "prof",       "sir",     "dame",       "lord",      "lady",  "he",
    "excellency", "hon",     "honourable", "honorable", "m",     "mme",
    "mlle",       "maître",  "herr",       "frau",      "sr",    "sra",
    "don",        "doña",    "sig",        "signor",    "herrn", "monsieur",
    "madame",     "signora", "dhr",        "mevr",      NULL};
static const char *const particles[] = {
    "de",  "da",  "do",  "dos", "du", "des", "del", "della", "di",
    "von", "van", "der", "den", "zu", "ter", "bin", "bint",  "ibn",
    "al",  "el",  "la",  "le",  "y",  "e",   "und", "of",    NULL};

/* Behind an office: what it is the office for. */
static const char *const joints[] = {"for",  "of",  "the", "für", "pour",
                                     "para", "and", "des", NULL};

/* Streets and buildings. */
static const char *const streets[] = {
    "street",    "st",        "road",     "rd",       "avenue",   "ave",
    "av",        "boulevard", "blvd",     "bd",       "lane",     "ln",
    "drive",     "place",     "pl",       "square",   "sq",       "way",
    "terrace",   "crescent",  "close",    "quay",     "row",      "gardens",
    "rue",       "chemin",    "impasse",  "allée",    "quai",     "cours",
    "straße",    "strasse",   "str",      "platz",    "weg",      "allee",
    "gasse",     "ring",      "damm",     "ufer",     "via",      "viale",
    "piazza",    "corso",     "calle",    "avenida",  "paseo",    "plaza",
    "rua",       "largo",     "dajie",    "nandajie", "beidajie", "hutong",
    "nanlu",     "beilu",     "donglu",   "xilu",     "ulitsa",   "ul",
    "prospekt",  "pereulok",  "sokak",    "cadde",    "caddesi",  "jalan",
    "building",  "floor",     "room",     "suite",    "apt",      "apartment",
    "flat",      "box",       "bp",       "cs",       "postfach", "apartado",
    "casilla",   "postbus",   "bât",      "palace",   "palais",   "palacio",
    "palácio",   "praça",     "travessa", "alameda",  "rodovia",  "palazzo",
    "utca",      "tér",       "körút",    "ulica",    "ulice",    "náměstí",
    "námestie",  "aleja",     "plac",     "strada",   "calea",    "bulevardul",
    "bulevard",  "bulevar",   "piața",    "bulvarı",  "meydanı",  "sokağı",
    "mahallesi", "thanon",    "soi",      "cp",       NULL};
/* Behind its name; in front they are what people are called. */
static const char *const last_streets[] = {"marg", "nagar", "chowk", "trg",
                                           NULL};
static const char *const street_tails[] = {
    "straße", "strasse", "platz", "gasse", "straat", "laan", "plein",
    "gatan",  "gata",    "vägen", "vej",   "gade",   "katu", NULL};
/* Units of administration, in English and as people write Chinese ones. */
static const char *const units[] = {
    "district", "province",     "county", "prefecture", "region",
    "city",     "municipality", "oblast", "krai",       NULL};
/* Chinese ones behind their names; in front they are what people are called. */
static const char *const chinese_units[] = {
    "lu", "jie", "qu", "shi", "xian", "sheng", "zhen", "xiang", NULL};
static const char *const districts[] = {"qu", "district", "xian", "county",
                                        NULL};

/* ---- the addressee ---- */

static Text last_word(Text t, size_t *n) {
    Text word, last = {0};
    *n = 0;
    for (size_t at = 0; word_next(t, &at, &word); ++*n)
        last = word;
    return last;
}

static bool ends_in_unit(Text t) {
    size_t n;
    Text last = last_word(t, &n);
    return n > 1 && among(last, chinese_units);
}

static bool names_street(Text t) {
    Text word;
    for (size_t at = 0; word_next(t, &at, &word);)
        if (among(word, streets) || among(word, units) ||
            ends_in(word, street_tails))
            return true;
    return false;
}

bool words_of_place(Text t) {
    size_t n;
    Text last = last_word(t, &n);
    return names_street(t) || ends_in_unit(t) ||
           (n > 1 && among(last, last_streets));
}

static bool ends_in_street(Text t) {
    size_t n;
    Text last = last_word(t, &n);
    return n > 0 && (among(last, streets) || ends_in(last, street_tails) ||
                     (n > 1 && among(last, chinese_units)));
}

static bool ends_in_company(Text t) {
    size_t n;
    Text last = last_word(t, &n);
    return n > 1 && among(last, companies);
}

bool words_end_in_district(Text t, size_t *from) {
    Text word, last = {0}, before = {0};
    for (size_t at = 0; word_next(t, &at, &word);) {
        before = last;
        last = word;
    }
    if (last.n == 0)
        return false;
    bool apart = among(last, districts) && before.n > 0;
    bool joined =
        last.n > 4 && ends_in(last, (const char *const[]){"qu", NULL});
    *from = (size_t)((apart ? before.s : last.s) - t.s);
    return apart || joined;
}

static bool is_upper_start(Text word) {
    if ((unsigned char)word.s[0] < 0x80)
        return word.s[0] >= 'A' && word.s[0] <= 'Z';
    /* Of two bytes, as all accented Latin letters: only the capitals of the
     * first block are told apart; the others are let pass. */
    return (unsigned char)word.s[0] != 0xC3 || (unsigned char)word.s[1] < 0x9F;
}

/* "Mr Paul Lam, SC": without the letters behind a name that begins as one does
 * ("New York, NY" does not). */
static Text without_letters(Text t) {
    Text word;
    size_t at = 0;
    const char *comma = memchr(t.s, ',', t.n);
    if (!comma || !word_next(t, &at, &word) || !among(word, honorifics))
        return t;
    size_t from = (size_t)(comma - t.s);
    for (size_t i = from + 1; i < t.n; i++)
        if ((t.s[i] < 'A' || t.s[i] > 'Z') && t.s[i] != ' ' && t.s[i] != ',')
            return t;
    return text_slice(t, 0, from);
}

/* Two to five words with capitals, particles between them; one is enough behind
 * "Mr". */
static bool is_person(Text t) {
    t = without_letters(t);
    Text word;
    size_t capitals = 0, small = 0, n = 0;
    bool addressed = false;
    for (size_t i = 0; i < t.n; i++)
        if (strchr(",;:/()[]<>@#&+", t.s[i]) && t.s[i])
            return false;
    for (size_t at = 0; word_next(t, &at, &word); n++) {
        if (among(word, honorifics))
            addressed = addressed || n == 0;
        else if (is_upper_start(word))
            capitals++;
        else if (n == 0 || (word.s[-1] != '-' && !among(word, particles)))
            return false;
        else
            small++;
    }
    return n - small <= 6 && n <= 9 &&
           (capitals >= 2 || (addressed && capitals == 1));
}

/* Index of the first word that is one of `words`, or ends as one; word_count
 * if there is none. */
static size_t first_of(Text t, const char *const *words,
                       const char *const *tails) {
    Text word;
    size_t n = 0;
    for (size_t at = 0; word_next(t, &at, &word); n++)
        if (among(word, words) || (tails && ends_in(word, tails)))
            return n;
    return n;
}

/* "No. 3 Prison", but not "12 Court Road" or "3rd Floor". */
static bool has_small_number(Text t) {
    size_t run = 0, most = 0;
    for (size_t i = 0; i < t.n; i++) {
        run = t.s[i] >= '0' && t.s[i] <= '9' ? run + 1 : 0;
        most = run > most ? run : most;
    }
    return most <= 2 && !(t.s[0] >= '0' && t.s[0] <= '9');
}

/* "H.E. Ambassador ...", "His Excellency Cong Peiwu": what is behind it. */
static Text behind_excellency(Text t) {
    static const char *const starts[] = {"H.E. ",
                                         "H. E. ",
                                         "His Excellency ",
                                         "S.E. ",
                                         "Her Excellency ",
                                         "S. E. ",
                                         "Son Excellence ",
                                         "Ihre Exzellenz ",
                                         "Seine Exzellenz ",
                                         "His Majesty ",
                                         "Her Majesty ",
                                         "H.M. ",
                                         "H.R.H. ",
                                         "HRH ",
                                         "His Royal Highness ",
                                         "His Highness ",
                                         "Her Highness ",
                                         "Her Royal Highness "};
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++) {
        size_t n = strlen(starts[i]);
        if (t.n > n && strncasecmp(t.s, starts[i], n) == 0)
            return text_slice(t, n, t.n - n);
    }
    /* "He Yong" is called so. */
    return t.n > 3 && memcmp(t.s, "HE ", 3) == 0 ? text_slice(t, 3, t.n - 3)
                                                 : t;
}

/* Nobody speaks so to a place; "M" and "he" are too short to tell. */
static bool is_addressed(Text t) {
    Text word;
    size_t at = 0;
    return behind_excellency(t).n < t.n ||
           (word_next(t, &at, &word) && word.n > 1 && !word_is(word, "he") &&
            among(word, honorifics));
}

/* "Prosecutor General's Office": where somebody works. */
static bool is_theirs(Text t) {
    size_t n, at = 0;
    Text last = last_word(t, &n), word;
    while (word_next(t, &at, &word) &&
           (among(word, offices) || among(word, ranks) ||
            word_is(word, "general")))
        if ((at + 2 < t.n && memcmp(t.s + at, "'s ", 3) == 0) ||
            (at + 4 < t.n && memcmp(t.s + at, "\xE2\x80\x99s ", 5) == 0))
            return n > 1 && among(last, organisations);
    return false;
}

/* "Seine Majestät", alone above who it is. */
static bool is_only_polite(Text t) {
    static const char *const forms[] = {
        "His Majesty",    "Her Majesty",   "His Excellency",
        "Her Excellency", "His Highness",  "His Royal Highness",
        "Seine Majestät", "Ihre Majestät", "Seine Exzellenz",
        "Ihre Exzellenz", "Sa Majesté",    "Son Excellence",
        "Su Majestad",    "Su Excelencia", "Seine Königliche Hoheit",
        "Ihre Hoheit"};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (t.n == strlen(forms[i]) && same_bytes(t.s, forms[i], t.n))
            return true;
    return false;
}

/* "Prison Warden", "Prison Service Commissioner": who is at its head. */
static bool is_headed(Text t, size_t words) {
    size_t n;
    return words > 1 && words <= 5 && among(last_word(t, &n), offices) &&
           first_of(t, joints, NULL) == words &&
           first_of(t, particles, NULL) == words && !memchr(t.s, ',', t.n);
}

AddressPart words_of_addressee(Text t) {
    static const char *const none[] = {NULL};
    size_t n = word_count(t);
    size_t organisation = first_of(t, organisations, organisation_tails);
    size_t office = first_of(t, offices, none);
    size_t street = first_of(t, streets, street_tails);
    if (n == 0)
        return PART_LINE;
    if (has_digit(t))
        return organisation < n && street == n && has_small_number(t)
                   ? PART_ORGANISATION
                   : PART_LINE;
    if (ends_in_street(t) && !is_addressed(t))
        return PART_LINE;
    if ((office < organisation && !is_theirs(t)) || is_only_polite(t) ||
        is_headed(t, n))
        return PART_TITLE;
    if (organisation < n || ends_in_company(t))
        return PART_ORGANISATION;
    bool place = is_addressed(t) ? names_street(t) : words_of_place(t);
    return !place && is_person(behind_excellency(t)) ? PART_NAME : PART_LINE;
}

bool words_of_office(Text t) {
    return first_of(t, offices, NULL) < word_count(t) ||
           words_of_chinese_office(t);
}

bool words_of_department(Text t) {
    Text word;
    for (size_t at = 0; word_next(t, &at, &word);)
        if (among(word, departments) || ends_in(word, departments))
            return true;
    return false;
}

bool words_split_title(Text t, Text *title, Text *name) {
    const char *comma = memchr(t.s, ',', t.n);
    if (comma) {
        size_t at = (size_t)(comma - t.s);
        *name = text_trim(text_slice(t, 0, at));
        *title = text_trim(text_slice(t, at + 1, t.n - at - 1));
        return words_of_addressee(*name) == PART_NAME && title->n > 0 &&
               words_of_addressee(*title) == PART_TITLE;
    }
    Text word;
    size_t end = 0, at = t.n - behind_excellency(t).n;
    /* "Prosecutor General", but not "General Wang". */
    while (word_next(t, &at, &word) &&
           (among(word, offices) || (end == 0 && among(word, ranks)) ||
            (end > 0 && word_is(word, "general"))))
        end = among(word, ranks) ? end : at;
    if (end == 0 || end == t.n || t.s[end] != ' ')
        return false;
    *title = text_slice(t, 0, end);
    *name = text_trim(text_slice(t, end, t.n - end));
    return first_of(*name, offices, NULL) == word_count(*name) &&
           first_of(*name, particles, NULL) > 0 &&
           first_of(*name, joints, NULL) > 0 &&
           words_of_addressee(*name) == PART_NAME;
}
