#include "model/addresswords.h"

#include "base/utf8.h"

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

static bool word_is(Text word, const char *s) {
    return word.n == strlen(s) && strncasecmp(word.s, s, word.n) == 0;
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
        if (word.n > n && strncasecmp(word.s + word.n - n, *tails, n) == 0)
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
    "editor", "rector", "dean", "deputy", "vice",
    /* French, German, Spanish, Italian */
    "président", "présidente", "ministre", "directeur", "directrice",
    "ambassadeur", "ambassadrice", "préfet", "procureur", "secrétaire",
    "präsident", "präsidentin", "ministerin", "direktor", "direktorin",
    "leiter", "leiterin", "botschafter", "botschafterin", "kanzler",
    "presidente", "ministro", "ministra", "directora", "embajador",
    "embajadora", "fiscal", "ambasciatore", "direttore", NULL};

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
    "league", "nations",
    /* French, German, Spanish, Italian, Dutch */
    "ambassade", "ministère", "consulat", "préfecture", "mairie", "tribunal",
    "cour", "université", "société", "direction", "conseil", "botschaft",
    "ministerium", "amt", "gericht", "verein", "gesellschaft", "universität",
    "konsulat", "embajada", "ministerio", "oficina", "universidad", "consulado",
    "ambasciata", "ministero", "università", "ministerie", "vereniging",
    "stichting", NULL};
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
    "mr",         "mrs",       "ms",   "miss", "mx",   "dr",         "prof",
    "sir",        "dame",      "lord", "lady", "he",   "excellency", "hon",
    "honourable", "honorable", "m",    "mme",  "mlle", "maître",     "herr",
    "frau",       "sr",        "sra",  "don",  "doña", "sig",        "signor",
    "signora",    "dhr",       "mevr", NULL};
static const char *const particles[] = {
    "de",  "da",  "do",  "dos", "du", "des", "del", "della", "di",
    "von", "van", "der", "den", "zu", "ter", "bin", "bint",  "ibn",
    "al",  "el",  "la",  "le",  "y",  "e",   "und", "of",    NULL};

/* Streets and buildings. */
static const char *const streets[] = {
    "street",   "st",        "road",    "rd",       "avenue",   "ave",
    "av",       "boulevard", "blvd",    "bd",       "lane",     "ln",
    "drive",    "place",     "pl",      "square",   "sq",       "way",
    "terrace",  "crescent",  "close",   "quay",     "row",      "gardens",
    "rue",      "chemin",    "impasse", "allée",    "quai",     "cours",
    "straße",   "strasse",   "str",     "platz",    "weg",      "allee",
    "gasse",    "ring",      "damm",    "ufer",     "via",      "viale",
    "piazza",   "corso",     "calle",   "avenida",  "paseo",    "plaza",
    "rua",      "largo",     "dajie",   "nandajie", "beidajie", "hutong",
    "nanlu",    "beilu",     "donglu",  "xilu",     "ulitsa",   "ul",
    "prospekt", "pereulok",  "sokak",   "cadde",    "caddesi",  "jalan",
    "building", "floor",     "room",    "suite",    "apt",      "apartment",
    "flat",     "box",       "bp",      "cs",       "postfach", "apartado",
    "casilla",  "postbus",   "bât",     NULL};
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

bool words_of_place(Text t) {
    Text word;
    for (size_t at = 0; word_next(t, &at, &word);)
        if (among(word, streets) || among(word, units) ||
            ends_in(word, street_tails))
            return true;
    return ends_in_unit(t);
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

/* Two to five words with capitals, particles between them; one is enough behind
 * "Mr". */
static bool is_person(Text t) {
    Text word;
    size_t capitals = 0, n = 0;
    bool addressed = false;
    for (size_t i = 0; i < t.n; i++)
        if (strchr(",;:/()[]<>@#&+", t.s[i]) && t.s[i])
            return false;
    for (size_t at = 0; word_next(t, &at, &word); n++) {
        if (among(word, honorifics))
            addressed = addressed || n == 0;
        else if (is_upper_start(word))
            capitals++;
        else if (n == 0 || !among(word, particles))
            return false;
    }
    return n <= 6 && (capitals >= 2 || (addressed && capitals == 1));
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
    if (ends_in_street(t))
        return PART_LINE;
    if (office < organisation)
        return PART_TITLE;
    if (organisation < n || ends_in_company(t))
        return PART_ORGANISATION;
    return !words_of_place(t) && is_person(t) ? PART_NAME : PART_LINE;
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
    size_t end = 0, at = 0;
    while (word_next(t, &at, &word) && among(word, offices))
        end = at;
    if (end == 0 || end == t.n || t.s[end] != ' ')
        return false;
    *title = text_slice(t, 0, end);
    *name = text_trim(text_slice(t, end, t.n - end));
    return first_of(*name, offices, NULL) == word_count(*name) &&
           first_of(*name, particles, NULL) > 0 &&
           words_of_addressee(*name) == PART_NAME;
}

/* ---- Chinese ---- */

static bool tail_is(Text t, const char *const *tails) {
    for (; *tails; tails++) {
        size_t n = strlen(*tails);
        if (t.n >= n && memcmp(t.s + t.n - n, *tails, n) == 0)
            return true;
    }
    return false;
}

static bool holds(Text t, const char *const *words) {
    for (; *words; words++)
        if (memmem(t.s, t.n, *words, strlen(*words)))
            return true;
    return false;
}

static size_t count_chars(Text t) {
    size_t n = 0;
    for (size_t at = 0; at < t.n; n++)
        utf8_next(t.s, t.n, &at);
    return n;
}

/* What only a place has: units, roads, numbers. */
static const char *const han_places[] = {
    "省", "市", "区", "區", "县", "縣", "州",   "路", "街",
    "道", "巷", "号", "號", "楼", "樓", "室",   "镇", "鎮",
    "乡", "鄉", "村", "弄", "国", "國", "信箱", NULL};
static const char *const han_organisations[] = {
    "局",   "部",     "委员会", "委員會", "大使馆", "大使館", "领事馆", "政府",
    "法院", "检察院", "監獄",   "监狱",   "看守所", "厅",     "廳",     "公司",
    "大学", "大學",   "学院",   "办公室", "办公厅", "委",     "协会",   "中心",
    "所",   "处",     "党校",   "医院",   NULL};
static const char *const han_titles[] = {
    "书记",   "書記", "主席", "局长", "局長", "部长", "部長", "主任",
    "大使",   "总统", "總統", "省长", "市长", "院长", "院長", "检察长",
    "监狱长", "厅长", "处长", "总理", "校长", "所长", "代表", NULL};
/* In three characters, where another ending would be a given name: 司法部. */
static const char *const han_offices[] = {"部", "局", "厅", "廳",     "署",
                                          "处", "處", "院", "政法委", NULL};
static const char *const han_received[] = {"收",  "启",   "啟",  "收）",
                                           "收)", "启）", "启)", NULL};

static Text without_title(Text t) {
    for (const char *const *w = han_titles; *w; w++) {
        size_t n = strlen(*w);
        if (t.n > n && memcmp(t.s + t.n - n, *w, n) == 0)
            return text_slice(t, 0, t.n - n);
    }
    return t;
}

static bool is_office(Text t) {
    size_t chars = count_chars(t);
    return (chars > 3 && tail_is(t, han_organisations)) ||
           (chars == 3 && tail_is(t, han_offices));
}

AddressPart words_of_chinese(Text t) {
    size_t chars = count_chars(t);
    if (has_digit(t))
        return PART_LINE;
    if (tail_is(t, han_received) && chars <= 20)
        return PART_NAME;
    if (memmem(t.s, t.n, "·", 2) && chars <= 14 && !holds(t, han_places))
        return PART_NAME;
    if (tail_is(t, han_titles))
        return chars <= 5 && chars > 3 && !is_office(without_title(t))
                   ? PART_NAME
                   : PART_TITLE;
    if (is_office(t))
        return PART_ORGANISATION;
    return chars >= 2 && chars <= 3 && !holds(t, han_places) ? PART_NAME
                                                             : PART_LINE;
}

/* A person behind an office or a title: somebody, and no place. */
static bool is_han_name(Text t) {
    return count_chars(t) >= 2 && !holds(t, han_places) &&
           words_of_chinese(t) == PART_NAME;
}

/* Frequent surnames, in both forms: without a blank between, "局长王江" is to
 * be told from "局长助理". */
static bool starts_with_surname(Text t) {
    static const char surnames[] =
        "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田"
        "董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹"
        "熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常"
        "張劉陳楊黃趙吳孫馬羅鄭謝許韓鄧馮蕭葉蘇呂盧鍾譚陸範賈鄒閻龍賀顧龔萬錢"
        "嚴";
    size_t n = 0;
    utf8_next(t.s, t.n, &n);
    return n == 3 && memmem(surnames, sizeof surnames - 1, t.s, n) != NULL;
}

/* Behind the last title that has a name behind it, 0 if none has. */
static size_t behind_title(Text t) {
    size_t end = 0;
    for (const char *const *w = han_titles; *w; w++) {
        size_t n = strlen(*w);
        for (size_t at = 0; at + n < t.n; at++)
            if (memcmp(t.s + at, *w, n) == 0 && at + n > end &&
                starts_with_surname(text_slice(t, at + n, t.n - at - n)) &&
                is_han_name(text_slice(t, at + n, t.n - at - n)))
                end = at + n;
    }
    return end;
}

size_t words_split_chinese(Text t, size_t *behind) {
    static const char *const blanks[] = {" ", "\xE3\x80\x80"};
    if (has_digit(t) || words_of_chinese(t) == PART_ORGANISATION)
        return 0;
    for (size_t i = 0; i < sizeof blanks / sizeof *blanks; i++) {
        const char *blank = memmem(t.s, t.n, blanks[i], strlen(blanks[i]));
        size_t at = blank ? (size_t)(blank - t.s) : 0;
        *behind = at + strlen(blanks[i]);
        Text before = text_slice(t, 0, at);
        Text name = text_slice(t, *behind, blank ? t.n - *behind : 0);
        AddressPart who = words_of_chinese(before);
        if (at > 0 && (who == PART_ORGANISATION || who == PART_TITLE) &&
            is_han_name(text_trim(name)))
            return at;
    }
    *behind = behind_title(t);
    return *behind;
}

/* ---- labels ---- */

typedef struct Label {
    const char *word;
    AddressPart part;
    bool bare; /* needs no colon */
} Label;

/* The longer of two that begin alike comes first. */
static const Label labels[] = {
    {"telephone", PART_PHONE, false},
    {"telefax", PART_FAX, false},
    {"telefon", PART_PHONE, false},
    {"telefono", PART_PHONE, false},
    {"teléfono", PART_PHONE, false},
    {"téléphone", PART_PHONE, false},
    {"tel./fax", PART_PHONE, false},
    {"tel/fax", PART_PHONE, false},
    {"phone/fax", PART_PHONE, false},
    {"tél", PART_PHONE, true},
    {"tel", PART_PHONE, true},
    {"phone", PART_PHONE, true},
    {"mobile", PART_PHONE, false},
    {"fax", PART_FAX, true},
    {"télécopie", PART_FAX, false},
    {"e-mail", PART_EMAIL, false},
    {"email", PART_EMAIL, false},
    {"emails", PART_EMAIL, false},
    {"mail", PART_EMAIL, false},
    {"courriel", PART_EMAIL, false},
    {"twitter", PART_WEB, false},
    {"facebook", PART_WEB, false},
    {"instagram", PART_WEB, false},
    {"website", PART_WEB, false},
    {"web", PART_WEB, false},
    {"weibo", PART_WEB, false},
    {"url", PART_WEB, false},
    {"salutation", PART_SALUTATION, false},
    {"recipient", PART_NAME, false},
    {"name", PART_NAME, false},
    {"to", PART_NAME, false},
    {"for the attention of", PART_ATTENTION, true},
    {"à l'attention de", PART_ATTENTION, true},
    {"à l’attention de", PART_ATTENTION, true},
    {"attention", PART_ATTENTION, false},
    {"attn", PART_ATTENTION, true},
    {"att", PART_ATTENTION, false},
    {"z. hd.", PART_ATTENTION, true},
    {"c/o", PART_CARE_OF, true},
    {"care of", PART_CARE_OF, true},
    {"title", PART_TITLE, false},
    {"organisation", PART_ORGANISATION, false},
    {"organization", PART_ORGANISATION, false},
    {"postal address", PART_LABEL, false},
    {"mailing address", PART_LABEL, false},
    {"address", PART_LABEL, false},
    {"adresse", PART_LABEL, false},
    {"street", PART_LINE, false},
    {"postcode", PART_POSTCODE, false},
    {"postal code", PART_POSTCODE, false},
    {"zip code", PART_POSTCODE, false},
    {"zip", PART_POSTCODE, false},
    {"plz", PART_POSTCODE, false},
    {"country", PART_COUNTRY, false},
    {"city", PART_CITY, false},
    {"province", PART_REGION, false},
    {"state", PART_REGION, false},
    {"region", PART_REGION, false},
    {"district", PART_DISTRICT, false},
    {"电话", PART_PHONE, false},
    {"電話", PART_PHONE, false},
    {"手机", PART_PHONE, false},
    {"传真", PART_FAX, false},
    {"傳真", PART_FAX, false},
    {"电子邮件", PART_EMAIL, false},
    {"电子邮箱", PART_EMAIL, false},
    {"邮箱", PART_EMAIL, false},
    {"电邮", PART_EMAIL, false},
    {"网址", PART_WEB, false},
    {"微博", PART_WEB, false},
    {"收件人", PART_NAME, false},
    {"收信人", PART_NAME, false},
    {"姓名", PART_NAME, false},
    {"职务", PART_TITLE, false},
    {"单位", PART_ORGANISATION, false},
    {"邮寄地址", PART_LABEL, false},
    {"通讯地址", PART_LABEL, false},
    {"地址", PART_LABEL, false},
    {"邮政编码", PART_POSTCODE, false},
    {"邮编", PART_POSTCODE, false},
};

/* Behind the colon and the blanks around it; `at` if there is none. */
static size_t behind_colon(Text t, size_t at) {
    size_t to = at;
    while (to < t.n && t.s[to] == ' ')
        to++;
    if (to < t.n && t.s[to] == ':')
        to++;
    else if (to + 3 <= t.n && memcmp(t.s + to, "\xEF\xBC\x9A", 3) == 0)
        to += 3;
    else
        return at;
    while (to < t.n && t.s[to] == ' ')
        to++;
    return to;
}

/* "Attn Jane", "Tel. +86", but not "Attic" or "Telford". */
static size_t behind_bare(Text t, size_t at, AddressPart part) {
    size_t to = at;
    if (to < t.n && t.s[to] == '.')
        to++;
    while (to < t.n && t.s[to] == ' ')
        to++;
    bool number = part == PART_PHONE || part == PART_FAX;
    bool starts = to < t.n && (!number || strchr("+(0123456789", t.s[to]));
    return to > at && starts ? to : 0;
}

size_t words_label(Text t, AddressPart *part) {
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
        const Label *l = &labels[i];
        size_t n = strlen(l->word);
        if (t.n < n || strncasecmp(t.s, l->word, n) != 0)
            continue;
        size_t to = behind_colon(t, n);
        if (to == n && n < t.n && t.s[n] == '.')
            to = behind_colon(t, n + 1) > n + 1 ? behind_colon(t, n + 1) : n;
        if (to == n && l->bare)
            to = behind_bare(t, n, l->part);
        if (to > n) {
            *part = l->part;
            return to;
        }
    }
    return 0;
}

bool words_are_heading(Text t) {
    bool colon = t.n > 0 &&
                 (t.s[t.n - 1] == ':' ||
                  (t.n >= 3 && memcmp(t.s + t.n - 3, "\xEF\xBC\x9A", 3) == 0));
    return colon && !has_digit(t) && word_count(t) <= 8 &&
           !words_of_salutation(t);
}

bool words_of_salutation(Text t) {
    static const char *const starts[] = {"dear ", "your excellency",
                                         "sehr geehrte", "尊敬的", NULL};
    for (size_t i = 0; starts[i]; i++)
        if (t.n >= strlen(starts[i]) &&
            strncasecmp(t.s, starts[i], strlen(starts[i])) == 0)
            return true;
    return false;
}
