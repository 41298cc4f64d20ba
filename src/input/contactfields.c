#include "input/contactfields.h"

#include <unicode/uchar.h>
#include <unicode/uloc.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>

#include <stdio.h>
#include <string.h>
#include <strings.h>

/* Room for a name worth comparing; longer ones are nobody's field. */
enum { NAME_ROOM = 40 };

typedef struct Alias {
    const char *alias, *name;
} Alias;

/* Other common names of our fields, normalised. */
static const Alias aliases[] = {
    {"organization", "organisation"},
    {"zip", "postcode"},
    {"zip code", "postcode"},
    {"zipcode", "postcode"},
    {"postal code", "postcode"},
    {"post code", "postcode"},
    {"state", "region"},
    {"province", "region"},
    {"county", "region"},
    {"town", "city"},
    {"street", "lines"},
    {"e mail", "email"},
    {"telephone", "phone"},
    {"language", "lang"},
    {"office", "department"},
    {"unit", "department"},
    {"attn", "attention"},
    {"c/o", "care_of"},
    {"same address", "same_address_as"},
};

/* What programs call their columns: address books as in the English messages
 * that languages/lists translates (gnome-contacts 43.1, evolution 3.46.4), and,
 * with "1", Google Contacts, the first of each kind. */
static const Alias loose_aliases[] = {
    {"full name", "name"},
    {"company", "organisation"},
    {"company name", "organisation"},
    {"organization name", "organisation"},
    {"organisation name", "organisation"},
    {"organization title", "title"},
    {"job title", "title"},
    {"organization department", "department"},
    {"street address", "lines"},
    {"state/province", "region"},
    {"zip/postal code", "postcode"},
    {"country/region", "country"},
    {"email address", "email"},
    {"e mail address", "email"},
    {"phone number", "phone"},
    {"address 1 street", "line1"},
    {"address 1 extended address", "line2"},
    {"address 1 po box", "line3"},
    {"address 1 city", "city"},
    {"address 1 region", "region"},
    {"address 1 postal code", "postcode"},
    {"address 1 country", "country"},
    {"e mail 1 value", "email"},
    {"phone 1 value", "phone"},
};

/* Lower case, with one blank for what separates words. False if it is too
 * long. */
static bool normalise(Text name, char out[NAME_ROOM]) {
    size_t n = 0;
    for (size_t i = 0; i < name.n; i++) {
        char c = name.s[i];
        if (c >= 'A' && c <= 'Z')
            c = (char)(c - 'A' + 'a');
        if (c == '_' || c == '-' || c == '\t')
            c = ' ';
        if (c == ' ' && (n == 0 || out[n - 1] == ' '))
            continue;
        if (n + 1 == NAME_ROOM)
            return false;
        out[n++] = c;
    }
    while (n > 0 && out[n - 1] == ' ')
        n--;
    out[n] = '\0';
    return true;
}

/* N of "lineN" and "line N", 1 to 99, where `word` is "line"; 0 if it is not
 * one. */
static int line_number(const char *name, const char *word) {
    size_t head = strlen(word);
    if (strncmp(name, word, head) != 0)
        return 0;
    const char *digits = name + head + (name[head] == ' ');
    size_t n = strspn(digits, "0123456789");
    if (n == 0 || n > 2 || digits[n] != '\0')
        return 0;
    return n == 1 ? digits[0] - '0'
                  : (digits[0] - '0') * 10 + (digits[1] - '0');
}

/* The same of a line of the street: "Address1" and "Address Line 2" are those
 * of English spreadsheets. */
static int street_line(const char *name) {
    static const char *const words[] = {"line", "address line", "address",
                                        "street", "street address"};
    int n = 0;
    for (size_t i = 0; n == 0 && i < sizeof words / sizeof *words; i++)
        n = line_number(name, words[i]);
    return n;
}

/* Names of ours have "_" where `plain` has blanks. */
static ContactField find_field(const char *plain) {
    char name[NAME_ROOM];
    size_t n = strlen(plain);
    for (size_t i = 0; i < n; i++)
        name[i] = plain[i] == ' ' ? '_' : plain[i];
    return contact_field(name, n);
}

/* A part of a name, or FIELD_UNKNOWN. */
static FieldKind name_part(const char *name, int *line) {
    static const struct {
        const char *name;
        FieldKind kind;
    } parts[] = {{"given name", FIELD_GIVEN},   {"first name", FIELD_GIVEN},
                 {"firstname", FIELD_GIVEN},    {"forename", FIELD_GIVEN},
                 {"family name", FIELD_FAMILY}, {"last name", FIELD_FAMILY},
                 {"lastname", FIELD_FAMILY},    {"surname", FIELD_FAMILY}};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (strcmp(parts[i].name, name) != 0)
            continue;
        *line = parts[i].kind == FIELD_GIVEN ? 1 : 2;
        return parts[i].kind;
    }
    return FIELD_UNKNOWN;
}

enum {
    ALIASES = sizeof aliases / sizeof *aliases,
    LOOSE_ALIASES = sizeof loose_aliases / sizeof *loose_aliases
};

static const char *find_alias(const Alias *v, size_t n, const char *plain) {
    for (size_t i = 0; i < n; i++)
        if (strcmp(v[i].alias, plain) == 0)
            return v[i].name;
    return NULL;
}

static void parse_name(Text name, FieldKey *key) {
    char plain[NAME_ROOM];
    key->kind = FIELD_UNKNOWN;
    if (!normalise(name, plain))
        return;
    const char *found = find_alias(aliases, ALIASES, plain);
    if (!found) {
        found = find_alias(loose_aliases, LOOSE_ALIASES, plain);
        key->loose = found || (street_line(plain) > 0 &&
                               line_number(plain, "line") == 0);
    }
    found = found ? found : plain;
    int name_at = line_number(found, "name");
    int line_at = street_line(found);
    key->line = name_at + line_at;
    key->kind = name_part(found, &key->line);
    if (key->kind != FIELD_UNKNOWN)
        return;
    key->field = find_field(found);
    if (name_at > 0 || strcmp(found, "names") == 0)
        key->kind = FIELD_NAMES;
    else if (line_at > 0 || strcmp(found, "lines") == 0)
        key->kind = FIELD_LINES;
    else if (strcmp(found, "address") == 0)
        key->kind = FIELD_ADDRESS;
    else if (key->field != CONTACT_FIELDS)
        key->kind = FIELD_SIMPLE;
}

/* A language ICU has a name for, or data to guess its script from. */
static bool known_language(const char *id) {
    char lang[ULOC_LANG_CAPACITY], full[ULOC_FULLNAME_CAPACITY];
    char script[ULOC_SCRIPT_CAPACITY];
    UErrorCode status = U_ZERO_ERROR;
    int32_t n = uloc_getLanguage(id, lang, sizeof lang, &status);
    if (U_FAILURE(status) || n < 2 || strcmp(lang, "und") == 0)
        return false;
    for (const char *const *l = uloc_getISOLanguages(); *l; l++)
        if (strcmp(*l, lang) == 0)
            return true;
    uloc_addLikelySubtags(lang, full, sizeof full, &status);
    n = uloc_getScript(full, script, sizeof script, &status);
    return U_SUCCESS(status) && n > 0;
}

static bool known_script(const char *id) {
    char script[ULOC_SCRIPT_CAPACITY];
    UErrorCode status = U_ZERO_ERROR;
    int32_t n = uloc_getScript(id, script, sizeof script, &status);
    if (U_FAILURE(status))
        return false;
    return n == 0 || u_getPropertyValueEnum(UCHAR_SCRIPT, script) >= 0;
}

const char *language_tag(Arena *a, Text tag) {
    char copy[NAME_ROOM], id[ULOC_FULLNAME_CAPACITY],
        out[ULOC_FULLNAME_CAPACITY];
    UErrorCode status = U_ZERO_ERROR;
    int32_t used = 0;
    if (tag.n == 0 || tag.n >= sizeof copy || memchr(tag.s, '\0', tag.n))
        return NULL;
    memcpy(copy, tag.s, tag.n);
    copy[tag.n] = '\0';
    uloc_forLanguageTag(copy, id, sizeof id, &used, &status);
    if (U_FAILURE(status) || used != (int32_t)tag.n || !known_language(id) ||
        !known_script(id))
        return NULL;
    int32_t n = uloc_toLanguageTag(id, out, sizeof out, true, &status);
    return U_SUCCESS(status) && n > 0 ? arena_strndup(a, out, (size_t)n) : NULL;
}

FieldKey fieldkey_parse(Arena *a, Text name) {
    FieldKey key = {.lang = "", .name = name};
    const char *colon = name.n ? memchr(name.s, ':', name.n) : NULL;
    size_t n = colon ? (size_t)(colon - name.s) : name.n;
    parse_name((Text){name.s, n, name.span}, &key);
    if (colon && key.kind != FIELD_UNKNOWN) {
        Text tag = text_trim(text_slice(name, n + 1, name.n - n - 1));
        key.lang = language_tag(a, tag);
        if (!key.lang)
            key = (FieldKey){.kind = FIELD_BAD_LANG,
                             .field = CONTACT_FIELDS,
                             .lang = "",
                             .name = name};
    }
    return key;
}

bool fieldkey_same(const FieldKey *x, const FieldKey *y) {
    if (x->kind != y->kind || x->kind == FIELD_LEFT_OUT)
        return false;
    if (x->kind == FIELD_UNKNOWN)
        return x->name.n == y->name.n &&
               memcmp(x->name.s, y->name.s, x->name.n) == 0;
    return x->field == y->field && x->line == y->line && x->place == y->place &&
           strcmp(x->lang, y->lang) == 0;
}

/* These stand beside contact_field_names. */
enum { KNOWN_NAMES = CONTACT_FIELDS + 3 };

static size_t known_names(const char *out[KNOWN_NAMES]) {
    size_t n = 0;
    for (; n < CONTACT_FIELDS; n++)
        out[n] = contact_field_names[n];
    out[n++] = "names";
    out[n++] = "lines";
    out[n++] = "address";
    return n;
}

/* The name without its language, normalised. */
static bool plain_name(Text name, char out[NAME_ROOM]) {
    const char *colon = name.n ? memchr(name.s, ':', name.n) : NULL;
    if (colon)
        name.n = (size_t)(colon - name.s);
    return normalise(name, out);
}

const char *fieldkey_guess(Text name) {
    const char *names[KNOWN_NAMES];
    char plain[NAME_ROOM];
    size_t n = known_names(names);
    return plain_name(name, plain)
               ? diag_did_you_mean(plain, strlen(plain), names, n)
               : NULL;
}

static bool one_slip(const char *x, const char *y) {
    while (*x && *x == *y) {
        x++;
        y++;
    }
    size_t n = strlen(x), m = strlen(y);
    while (n && m && x[n - 1] == y[m - 1]) {
        n--;
        m--;
    }
    if (n == 2 && m == 2)
        return strncmp(x, (const char[]){y[1], y[0], '\0'}, 2) == 0;
    return n <= 1 && m <= 1;
}

const char *fieldkey_slip(Text name) {
    const char *names[KNOWN_NAMES];
    char plain[NAME_ROOM];
    size_t n = known_names(names);
    if (!plain_name(name, plain) || strlen(plain) < 4)
        return NULL;
    for (size_t i = 0; i < n; i++)
        if (one_slip(plain, names[i]))
            return names[i];
    return NULL;
}

/* "zh", "zh hans", "chinese". */
static bool is_language(const char *plain) {
    char tag[NAME_ROOM], shown[64];
    UChar name[64];
    for (size_t i = 0; i <= strlen(plain); i++)
        tag[i] = plain[i] == ' ' ? '-' : plain[i];
    Arena *a = arena_new();
    bool is = language_tag(a, text_literal(tag)) != NULL;
    arena_free(a);
    for (const char *const *l = uloc_getISOLanguages(); !is && *l; l++) {
        UErrorCode status = U_ZERO_ERROR;
        uloc_getDisplayLanguage(*l, "en", name, 64, &status);
        u_strToUTF8(shown, sizeof shown, NULL, name, -1, &status);
        is = U_SUCCESS(status) && strcasecmp(shown, plain) == 0;
    }
    return is;
}

bool fieldkey_is_tailed(Text name) {
    const char *names[KNOWN_NAMES];
    char plain[NAME_ROOM];
    size_t n = known_names(names);
    if (!plain_name(name, plain))
        return false;
    for (size_t i = 0; i < n; i++) {
        size_t head = strlen(names[i]);
        if (strncmp(plain, names[i], head) == 0 && plain[head] == ' ' &&
            strlen(plain + head + 1) >= 2 && is_language(plain + head + 1))
            return true;
    }
    return false;
}

void fieldkey_refuse_lang(Arena *a, Text name, Diag *diag) {
    diag_at(diag, DIAG_ERROR, name.span,
            "\"%s\": what follows the colon is not a language; write a tag "
            "such as \"zh\", \"zh-Hant\" or \"ug\"",
            arena_strndup(a, name.s, (size_t)text_shown(name)));
}

void fieldkeys_order(const FieldKey *keys, size_t n, size_t *order) {
    for (size_t i = 0; i < n; i++) {
        size_t at = i;
        for (; at > 0 && keys[order[at - 1]].line > keys[i].line; at--)
            order[at] = order[at - 1];
        order[at] = i;
    }
}
