/* What columns are called, and what they mean together. */
#include "input/columns.h"
#include "unit.h"

#include <stdlib.h>

/* The fields of a header: "name" for each, "-" for a merge field. */
static void header(int line, const char *map, const char *names,
                   const char *want) {
    Arena *a = arena_new();
    Diag *d = diag_new();
    Columns *c = columns_new(a, map, true, d);
    FieldKey keys[16];
    size_t n = 0;
    for (const char *s = names; *s; n++) {
        size_t m = strcspn(s, "|");
        keys[n] = columns_key(c, (Text){s, m, {0}});
        s += m + (s[m] != '\0');
    }
    columns_settle(keys, n);
    const char *got = "";
    for (size_t i = 0; i < n; i++) {
        static const char *const kinds[] = {"-",      NULL,      "names",
                                            "lines",  "address", "given",
                                            "family", "out",     "bad"};
        const char *kind = keys[i].kind == FIELD_SIMPLE
                               ? contact_field_names[keys[i].field]
                               : kinds[keys[i].kind];
        got = arena_printf(a, "%s%s%s%s%s", got, i ? "|" : "", kind,
                           keys[i].lang[0] ? ":" : "", keys[i].lang);
    }
    int failed = unit_failed;
    CHECK_STR(got, want);
    CHECK_INT(diag_count(d, DIAG_NOTE), 0);
    if (unit_failed > failed)
        printf("line %d\n", line);
    diag_free(d);
    arena_free(a);
}
#define HEADER(names, want) header(__LINE__, NULL, names, want)
#define MAPPED(map, names, want) header(__LINE__, map, names, want)

int main(void) {
    HEADER("name|lines|city|x", "name|lines|city|-");
    /* Case, blanks, marks; composed and not; full width. */
    HEADER("NOM COMPLET:|nom_complet *|Téléphone|TÉLÉPHONE",
           "name|name|phone|phone");
    HEADER("Te\u0301le\u0301phone|姓名：", "phone|name");
    HEADER("ئىسىم|ئادرېس|دۆلەت", "name|address|country");
    HEADER("姓名:zh|地址:zh-Hant|姓名:xq", "name:zh|address:zh-Hant|bad");
    /* What two of them mean together. */
    HEADER("Nom|Prénom", "family|given");
    HEADER("Nombre|Apellidos", "given|family");
    HEADER("Nome|Cognome", "given|family");
    HEADER("Name|Vorname", "family|given");
    HEADER("name|first name", "family|given");
    HEADER("name|surname", "given|family");
    HEADER("name|first name|last name", "name|-|-");
    HEADER("first name|last name", "given|family");
    HEADER("Nom", "name");
    HEADER("Adresse|Ville", "lines|city");
    HEADER("Adresse|Pays", "address|country");
    HEADER("Rue|Adresse|Ville", "lines|address|city");
    HEADER("address|city", "lines|city");
    HEADER("address|country", "address|country");
    HEADER("lines|address|city", "lines|address|city");
    HEADER("Address|Address 2|City", "lines|lines|city");
    HEADER("Company|Organisation|Job Title|Title", "-|organisation|-|title");
    HEADER("Company|Organization Name", "organisation|-");
    HEADER("地址:zh|city", "address:zh|city");
    MAPPED("PLZ=postcode,Ort=city", "PLZ|plz:|Ort|Weg",
           "postcode|postcode|city|-");
    MAPPED("name=title,x=\ny = lines:zh", "name|x|Y", "title|out|lines:zh");
    return unit_done("input_columns");
}
