#include "model/address_compose.h"

#include "model/address_cn.h"
#include "model/country.h"

#include <string.h>

/* Records may share an address; what is wrong with it is said once. */
static const char *cure(const Composer *m, Span where, const char *what) {
    return arena_printf(m->arena, "%s at %zu of %s", what, where.off,
                        where.src ? where.src->name : "");
}

static bool postcode_in(const FieldLines *street, CnPostcode *out) {
    for (size_t i = 0; i < street->n; i++)
        if (cn_postcode_find(street->v[i].v[0], out))
            return true;
    return false;
}

/* The chosen one in a line, wherever it stands among others. */
static bool find_chosen(Text line, const char *chosen, CnPostcode *out) {
    for (size_t at = 0; cn_postcode_next(line, &at, out);)
        if (strcmp(out->digits, chosen) == 0)
            return true;
    return false;
}

static bool has_chosen(const FieldLines *street, const char *chosen) {
    CnPostcode found;
    for (size_t i = 0; i < street->n; i++)
        if (find_chosen(street->v[i].v[0], chosen, &found))
            return true;
    return false;
}

/* Another number of six digits may be anything, and stays. */
static void take_postcode_out(Arena *a, FieldLines *street,
                              const char *chosen) {
    FieldLines rest = {ARENA_ARRAY(a, TextList, street->n), 0};
    for (size_t i = 0; i < street->n; i++) {
        CnPostcode found;
        TextList line = street->v[i];
        if (find_chosen(line.v[0], chosen, &found))
            line = cn_without_postcode(a, line.v[0], &found);
        if (line.n > 0)
            rest.v[rest.n++] = line;
    }
    *street = rest;
}

static void warn_other_code(const Composer *m, const CnPostcode *found,
                            const char *chosen) {
    if (strcmp(found->digits, chosen) != 0)
        diag_cure(m->diag, DIAG_WARNING, found->span,
                  cure(m, found->span, "other code"),
                  "\"%s\": the address has the postcode %s here and %s "
                  "elsewhere; %s is printed in front, check which is right",
                  composer_label(m), found->digits, chosen, chosen);
}

static void warn_other_codes(const Composer *m, const FieldLines *street,
                             const char *chosen) {
    CnPostcode found;
    for (size_t i = 0; i < street->n; i++)
        for (size_t at = 0; cn_postcode_next(street->v[i].v[0], &at, &found);)
            warn_other_code(m, &found, chosen);
}

static bool warn_province(const Composer *m, const CnPostcode *code,
                          Text where) {
    const char *other = cn_other_province(code->digits, where);
    Span span = where.span.src ? where.span : code->span;
    if (other)
        diag_cure(m->diag, DIAG_WARNING, span, cure(m, span, "province"),
                  "\"%s\": postcode %s is in %s, but the address says "
                  "\"%.*s\"; check which is right",
                  composer_label(m), code->digits, other, (int)where.n,
                  where.s);
    return other != NULL;
}

static bool check_cn_field(const Composer *m, Text postcode) {
    if (postcode.n == 0 || cn_postcode_valid(postcode))
        return true;
    diag_cure(m->diag, DIAG_ERROR, postcode.span,
              cure(m, postcode.span, "no code"),
              "\"%s\": \"%.*s\" is no Chinese postcode; it has six digits, as "
              "830041",
              composer_label(m), (int)postcode.n, postcode.s);
    return false;
}

/* Nobody's house has the five digits of a lost sixth in the Chinese line
 * without the word for a number behind them. */
static bool refuse_short_code(const Composer *m, const FieldLines *street,
                              bool latin) {
    CnPostcode found;
    for (size_t i = 0; i < street->n; i++) {
        if (!cn_short_postcode_find(street->v[i].v[0], latin, &found))
            continue;
        diag_cure(m->diag, DIAG_ERROR, found.span,
                  cure(m, found.span, "short code"),
                  "\"%s\": \"%s\" has five digits; a Chinese postcode has six, "
                  "as 830041",
                  composer_label(m), found.digits);
        return true;
    }
    return false;
}

static void warn_area(const Composer *m, const CnPostcode *code) {
    if (cn_area_unknown(code->digits))
        diag_cure(
            m->diag, DIAG_WARNING, code->span, cure(m, code->span, "area"),
            "\"%s\": postcode %s: no place in Xinjiang has one that begins "
            "with %.3s; check it",
            composer_label(m), code->digits, code->digits);
}

/* The first contradiction; more would say the same. The line of an address in
 * Latin letters that has the postcode names the province too, as a rule. */
static void warn_provinces(const Composer *m, const CnPostcode *code,
                           const AddressSide *latin,
                           const AddressSide *native) {
    CnPostcode found;
    if (warn_province(m, code, latin->region) ||
        warn_province(m, code, native->region) ||
        (native->street.n > 0 && native->region.n == 0 &&
         warn_province(m, code, native->street.v[0].v[0])))
        return;
    for (size_t i = 0; i < latin->street.n && latin->region.n == 0; i++)
        if (cn_postcode_find(latin->street.v[i].v[0], &found) &&
            warn_province(m, code, latin->street.v[i].v[0]))
            return;
}

/* China: one postcode out of the field, the Chinese lines or the Latin ones,
 * in this order; in front of the Chinese block and, if its lines have not this
 * one, in the Latin one. */
static bool settle_cn_postcode(const Composer *m, AddressSide *latin,
                               AddressSide *native) {
    CnPostcode field, other, in_native, in_latin, code;
    Text given = latin->postcode.n > 0 ? latin->postcode : native->postcode;
    if (!check_cn_field(m, latin->postcode) ||
        !check_cn_field(m, native->postcode))
        return false;
    bool has_field = given.n > 0 && cn_postcode_find(given, &field);
    bool has_native = postcode_in(&native->street, &in_native);
    bool has_latin = postcode_in(&latin->street, &in_latin);
    if (!has_field && !has_native && !has_latin)
        return !refuse_short_code(m, &native->street, false) &&
               !refuse_short_code(m, &latin->street, true);
    code = has_field ? field : has_native ? in_native : in_latin;
    warn_other_codes(m, &native->street, code.digits);
    warn_other_codes(m, &latin->street, code.digits);
    if (native->postcode.n > 0 && cn_postcode_find(native->postcode, &other))
        warn_other_code(m, &other, code.digits);
    warn_provinces(m, &code, latin, native);
    warn_area(m, &code);

    take_postcode_out(m->arena, &native->street, code.digits);
    const char *digits = arena_strdup(m->arena, code.digits);
    Text text = {digits, 6, code.span};
    native->postcode = text;
    bool wanted = address_has_place(latin) && !latin->whole &&
                  !has_chosen(&latin->street, code.digits);
    latin->postcode = wanted ? text : (Text){0};
    return true;
}

/* A spreadsheet that takes a postcode for a number drops its zeros: what it
 * was, if that would be one; else NULL. */
static const char *with_zeros(const Composer *m, Text postcode) {
    const char *country = m->contact->country;
    if (country_postcode_ok(country, postcode.s, postcode.n - 1))
        return NULL; /* it may be one digit too long as well */
    for (int zeros = 1; zeros <= 2; zeros++) {
        const char *code = arena_printf(m->arena, "%.*s%.*s", zeros, "00",
                                        (int)postcode.n, postcode.s);
        if (country_postcode_ok(country, code, strlen(code)) &&
            strspn(code, "0123456789") == strlen(code))
            return code;
    }
    return NULL;
}

static void warn_postcode_shape(const Composer *m, Text postcode) {
    const char *country = m->contact->country;
    if (postcode.n == 0 || country_postcode_ok(country, postcode.s, postcode.n))
        return;
    const char *code = with_zeros(m, postcode);
    diag_cure(m->diag, DIAG_WARNING, postcode.span,
              cure(m, postcode.span, "shape"),
              "\"%s\": \"%.*s\" does not look like a postcode of %s; %s%s%s",
              composer_label(m), (int)postcode.n, postcode.s,
              country_display(m->arena, country, "en"),
              code ? "is it " : "check it", code ? code : "",
              code ? ", of which a spreadsheet has dropped a zero?" : "");
}

bool address_settle_postcode(const Composer *m, AddressSide *latin,
                             AddressSide *native) {
    if (strcmp(m->contact->country, "CN") == 0)
        return settle_cn_postcode(m, latin, native);
    warn_postcode_shape(m, latin->postcode);
    if (latin->whole)
        latin->postcode = (Text){0};
    if (native->whole)
        native->postcode = (Text){0};
    /* Without a place to go with it says nothing. */
    if (address_has_place(native) && !address_has_place(latin))
        latin->postcode = (Text){0};
    return true;
}
