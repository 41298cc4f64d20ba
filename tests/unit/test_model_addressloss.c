#include "unit.h"

#include "contact_spec.h"
#include "model/address.h"

/* Nothing of a record is lost in silence: every letter and digit of its fields
 * of an address is on the label or in a message, whichever script is asked for;
 * but what the record has in both scripts may stand in one. */

static const char *const records[] = {
    "name=Ana\ntitle=Dr\norganisation=Amt\ndepartment=Referat\n"
    "attention=Herr Bo\ncare_of=Li\nlines=Ring 1|12\ndistrict=Deutz\n"
    "city=Berlin\nregion=NRW\npostcode=50667\ncountry=DE\n",
    "name:de=Jan\nlines:de=Ring 1\ncity=Berlin\npostcode=50667\ncountry=DE\n",
    "name=Jan\naddress=Ring 1|Berlin\npostcode=50667\ncity=Wien\n"
    "lines=Hof 7\ncountry=DE\n",
    "name=A\nlines:fr=Rue 1\ncity:fr=Sion\npostcode=1950\ncountry=CH\n",
    "name=A\nlines=Rue 1\ncity:it=Lugano\ncountry=CH\n",
    "name=山田太郎\ncountry=JP\naddress=東京都霞が関|1-1-1|100-0013\n",
    "name=山田\ncountry=JP\nlines=東京都霞が関1-1-1|Park Court 501\n"
    "postcode=100-0013\n",
    "name=Yamada\ntitle=Dr\ncountry=JP\nlines=Kasumi 1\ncity=東京都\n",
    "name=Yamada\nlines=Kasumi 1\ncity=Tokyo\ncountry=JP\n"
    "lines:ja=東京都霞が関1\ncity:ja=千代田区\naddress:ja=東京|9-9\n",
    "name=山田\norganisation=会社\nlines=Kasumi 1\ncity=Tokyo\ncountry=JP\n",
    "organisation=Office\ncountry=CN\nlines:zh=新疆天山区中山路1号\n",
    "name=马兴瑞\ntitle=书记\ncountry=CN\nlines=北京市|174|100017\n"
    "lines:zh=北京市西城区\n",
    "name=A\ncountry=CN\nlines=Box 123456|Urumqi\npostcode=830041\n"
    "lines:zh=新疆|监狱 123456 室 654321\ncity=乌鲁木齐市\n",
    "name=A\ncountry=CN\naddress=1 Lu|Urumqi\npostcode=830041\n"
    "lines:zh=新疆1号\n",
    "name=A\ncountry=CN\nlines:ug=شىنجاڭ\nlines=Urumqi\n"
    "department:ug=ئىدارە\n",
    "name=Иван\ncountry=RU\nlines=ул. Ленина|12-34|Москва|101000\n"
    "care_of=Пётр\n",
    "name=Νίκος\ncountry=GR\naddress=Οδός Ερμού|25|10563 Αθήνα\n"
    "lines:en=Ermou 25\n",
    "name=Kim\ncountry=KR\nlines=209\ncity=종로구\nregion=서울특별시\n"
    "postcode=03171\ntitle=7\n",
    "name=陳\nlines=新馬路1號\ncity=澳門半島\nregion=X\npostcode=99\n"
    "country=MO\n",
    "name=A\nlines=1 Road\ncity=C\ndistrict=D\nregion=S\npostcode=9\n"
    "country=AE\n",
};

/* Letters and digits alone, ASCII in one case. */
static const char *bare(Arena *a, const char *s, size_t n) {
    char *out = arena_alloc(a, n + 1);
    size_t k = 0;
    for (size_t i = 0; i < n; i++) {
        bool upper = s[i] >= 'A' && s[i] <= 'Z';
        if (upper || (s[i] >= 'a' && s[i] <= 'z') ||
            (s[i] >= '0' && s[i] <= '9') || (unsigned char)s[i] >= 0x80)
            out[k++] = (char)(upper ? s[i] - 'A' + 'a' : s[i]);
    }
    out[k] = '\0';
    return out;
}

/* All lines of the label, then all messages without the source lines that they
 * show. */
static const char *told(Arena *a, const AddressBlock *b, const Diag *d) {
    Buf out = {0};
    address_dump(b, &out);
    for (const char *s = diag_text(a, d); *s; s += strcspn(s, "\n"), s += !!*s)
        if (*s != ' ')
            buf_add(&out, s, strcspn(s, "\n") + 1);
    const char *text = bare(a, out.s ? out.s : "", out.n);
    buf_free(&out);
    return text;
}

static bool native_key(const char *line) {
    size_t eq = strcspn(line, "=\n"), colon = strcspn(line, ":=\n");
    return colon < eq;
}

/* Is the field, `n` bytes of its key, there in another language? */
static bool has_like(const char *spec, const char *line) {
    static const char place[] = " lines address district city region ";
    char key[40];
    size_t n = strcspn(line, ":=");
    snprintf(key, sizeof key, " %.*s ", (int)n, line);
    bool in_place = strstr(place, key) != NULL;
    for (const char *s = spec; *s; s += strcspn(s, "\n") + 1) {
        char other[40];
        snprintf(other, sizeof other, " %.*s ", (int)strcspn(s, ":="), s);
        if (native_key(s) != native_key(line) &&
            (strcmp(key, other) == 0 || (in_place && strstr(place, other))))
            return true;
    }
    return false;
}

static void check(Arena *a, const char *spec, const char *origin,
                  AddressScript script) {
    Diag *d = diag_new();
    Contact c = contact_spec(a, "book.yaml", spec);
    AddressBlock block;
    CHECK(contact_check(&c, d));
    AddressOptions options = {.origin = origin[0] ? origin : c.country,
                              .script = script};
    bool ok = address_compose(a, &c, &options, d, &block);
    CHECK(ok || diag_count(d, DIAG_ERROR) > 0);
    const char *text = told(a, &block, d);
    for (const char *s = spec; ok && *s; s += strcspn(s, "\n") + 1) {
        size_t key = strcspn(s, "=\n") + 1, n = strcspn(s, "\n");
        if (strncmp(s, "country=", 8) == 0)
            continue;
        if ((native_key(s) || script != ADDRESS_BOTH) && has_like(spec, s))
            continue;
        for (size_t at = key; at < n;) {
            size_t length = strcspn(s + at, "|\n");
            bool there = strstr(text, bare(a, s + at, length)) != NULL;
            CHECK(there);
            if (!there)
                printf("  lost: %.*s, script %d, from %s, of\n%s  told: %s\n",
                       (int)length, s + at, (int)script, options.origin, spec,
                       text);
            at += length + 1;
        }
    }
    diag_free(d);
}

int main(void) {
    static const char *const origins[] = {"", "FR", "US", "CN", "GB"};
    Arena *a = arena_new();
    for (size_t i = 0; i < sizeof records / sizeof *records; i++)
        for (size_t o = 0; o < sizeof origins / sizeof *origins; o++)
            for (int script = ADDRESS_BOTH; script <= ADDRESS_LATIN; script++)
                check(a, records[i], origins[o], (AddressScript)script);
    arena_free(a);
    return unit_done("model_addressloss");
}
