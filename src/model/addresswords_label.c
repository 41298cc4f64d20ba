/* Labels, headings and salutations, in the languages they come in
 * (model/addresswords.h). */
#include "model/addresswords.h"

#include <string.h>
#include <strings.h>

typedef struct Label {
    const char *word;
    AddressPart part;
    bool bare; /* needs no colon */
} Label;

/* The longer of two that begin alike comes first. */
static const Label labels[] = {
    {"telephone", PART_PHONE, false},
    {"fax number", PART_FAX, false},
    {"phone number", PART_PHONE, false},
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
    {"faxes", PART_FAX, false},
    {"télécopie", PART_FAX, false},
    {"e-mail", PART_EMAIL, false},
    {"email", PART_EMAIL, false},
    {"emails", PART_EMAIL, false},
    {"mail", PART_EMAIL, false},
    {"courriel", PART_EMAIL, false},
    {"correo electrónico", PART_EMAIL, false},
    {"correo-e", PART_EMAIL, false},
    {"correo", PART_EMAIL, false},
    {"twitter/x", PART_SOCIAL, false},
    {"twitter / x", PART_SOCIAL, false},
    {"x / twitter", PART_SOCIAL, false},
    {"x (formerly twitter)", PART_SOCIAL, false},
    {"x (früher twitter)", PART_SOCIAL, false},
    {"twitter (x)", PART_SOCIAL, false},
    {"x (twitter)", PART_SOCIAL, false},
    {"x/twitter", PART_SOCIAL, false},
    {"x", PART_SOCIAL, false},
    {"twitter", PART_SOCIAL, false},
    {"bluesky", PART_SOCIAL, false},
    {"mastodon", PART_SOCIAL, false},
    {"wechat", PART_SOCIAL, false},
    {"facebook", PART_SOCIAL, false},
    {"instagram", PART_SOCIAL, false},
    {"whatsapp", PART_SOCIAL, false},
    {"telegram", PART_SOCIAL, false},
    {"signal", PART_SOCIAL, false},
    {"vkontakte", PART_SOCIAL, false},
    {"vk", PART_SOCIAL, false},
    {"threads", PART_SOCIAL, false},
    {"youtube", PART_SOCIAL, false},
    {"tiktok", PART_SOCIAL, false},
    {"linkedin", PART_SOCIAL, false},
    {"online contact form", PART_WEB, false},
    {"email contact form", PART_WEB, false},
    {"e-mail via website", PART_WEB, false},
    {"email via website", PART_WEB, false},
    {"online form", PART_WEB, false},
    {"formulario de contacto", PART_WEB, false},
    {"formulaire de contact", PART_WEB, false},
    {"kontaktformular", PART_WEB, false},
    {"contact form", PART_WEB, false},
    {"web form", PART_WEB, false},
    {"website", PART_WEB, false},
    {"web", PART_WEB, false},
    {"weibo", PART_SOCIAL, false},
    {"url", PART_WEB, false},
    {"salutation", PART_SALUTATION, false},
    {"稱呼", PART_SALUTATION, false},
    {"稱謂", PART_SALUTATION, false},
    {"称呼", PART_SALUTATION, false},
    {"称谓", PART_SALUTATION, false},
    {"anrede", PART_SALUTATION, false},
    {"fórmula de tratamiento", PART_SALUTATION, false},
    {"tratamiento", PART_SALUTATION, false},
    {"formule d’appel", PART_SALUTATION, false},
    {"formule d'appel", PART_SALUTATION, false},
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
    {"電郵", PART_EMAIL, false},
    {"電子郵件", PART_EMAIL, false},
    {"電子郵箱", PART_EMAIL, false},
    {"郵箱", PART_EMAIL, false},
    {"手機", PART_PHONE, false},
    {"網址", PART_WEB, false},
    {"网址", PART_WEB, false},
    {"微博", PART_SOCIAL, false},
    {"微信", PART_SOCIAL, false},
    {"推特", PART_SOCIAL, false},
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
    {"郵政編碼", PART_POSTCODE, false},
    {"郵遞區號", PART_POSTCODE, false},
    {"郵編", PART_POSTCODE, false},
};

/* French has a space that does not break before a colon. */
static size_t blank_at(Text t, size_t at) {
    if (t.s[at] == ' ')
        return 1;
    if (at + 2 <= t.n && memcmp(t.s + at, "\xC2\xA0", 2) == 0)
        return 2;
    return at + 3 <= t.n && memcmp(t.s + at, "\xE2\x80\xAF", 3) == 0 ? 3 : 0;
}

/* "Email via website (an address in the USA is needed): https://...": behind a
 * remark in brackets that the colon follows; `at` if there is none. */
static size_t behind_remark(Text t, size_t at) {
    enum { MOST = 90 };
    if (at + 2 >= t.n || t.s[at] != ' ' || t.s[at + 1] != '(')
        return at;
    const char *close = memchr(t.s + at, ')', t.n - at);
    size_t end = close ? (size_t)(close - t.s) + 1 : t.n;
    return end < t.n && end - at < MOST && t.s[end] == ':' ? end : at;
}

/* Behind the colon and the blanks around it; `at` if there is none. */
static size_t behind_colon(Text t, size_t at) {
    size_t to = behind_remark(t, at);
    while (to < t.n && blank_at(t, to) > 0)
        to += blank_at(t, to);
    if (to < t.n && t.s[to] == ':')
        to++;
    else if (to + 3 <= t.n && memcmp(t.s + to, "\xEF\xBC\x9A", 3) == 0)
        to += 3;
    else
        return at;
    while (to < t.n && blank_at(t, to) > 0)
        to += blank_at(t, to);
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
    static const char *const bare[] = {"to",     "an", "an die", "an den",
                                       "an das", "à",  NULL};
    for (size_t i = 0; bare[i]; i++)
        if (t.n == strlen(bare[i]) && strncasecmp(t.s, bare[i], t.n) == 0)
            return true;
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

/* ---- nothing behind a label ---- */

bool words_are_none(Text t) {
    static const char *const words[] = {
        "no",    "none",   "n/a",    "not available", "nil",    "unknown",
        "aucun", "aucune", "pas de", "néant",         "ningún", "ninguna",
        "kein",  "keine",  "keiner", "nicht bekannt", "无",     "無",
        "没有",  "沒有"};
    t = text_trim(t);
    for (size_t i = 0; i < t.n; i++)
        if ((t.s[i] >= '0' && t.s[i] <= '9') || t.s[i] == '@')
            return false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t n = strlen(words[i]);
        bool same = t.n >= n && strncasecmp(t.s, words[i], n) == 0;
        bool whole = t.n == n || (same && strchr(" ,.;)", t.s[n]) != NULL) ||
                     (words[i][0] & 0x80);
        if (same && whole)
            return true;
    }
    return t.n > 0 && strspn(t.s, "-_") >= t.n;
}
