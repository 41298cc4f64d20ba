/* The parts of an address, for envelopes that have a place for each. */
#include "unit.h"

#include "base/buf.h"
#include "contact_spec.h"
#include "model/address.h"

#define XINJIANG                                                               \
    "name=Ma Xingrui\nlines=479 Zhongshan Lu\ncity=Urumqi\ncountry=China\n"    \
    "lines:zh=新疆维吾尔自治区乌鲁木齐市830041天山区中山路479号\n"

typedef struct Case {
    const char *what, *spec, *origin;
    bool sender;
    const char *columns, *diag;
} Case;

static const Case cases[] = {
    {"postcode out of the middle, office and name apart",
     XINJIANG "name:zh=马兴瑞\ntitle:zh=书记\n"
              "organisation:zh=中共新疆维吾尔自治区委员会\n",
     "CN", false,
     "830041 zh-Hans\ncode 830041\nplace "
     "新疆维吾尔自治区乌鲁木齐市天山区中山路479号\n"
     "office 中共新疆维吾尔自治区委员会\nname 马兴瑞书记　收\n",
     ""},
    {"nobody receives at the sender's", XINJIANG "name:zh=马兴瑞\n", "CN", true,
     "830041 zh-Hans\ncode 830041\nplace "
     "新疆维吾尔自治区乌鲁木齐市天山区中山路479号\n"
     "name 马兴瑞\n",
     ""},
    {"a Latin name where there is no other", XINJIANG, "CN", false,
     "830041 zh-Hans\ncode 830041\nplace "
     "新疆维吾尔自治区乌鲁木齐市天山区中山路479号\n"
     "name Ma Xingrui\n",
     ""},
    {"abroad the country comes first", XINJIANG "name:zh=马兴瑞\n", "TW", false,
     "830041 zh-Hans\ncode 830041\nplace 中国\n"
     "place 新疆维吾尔自治区乌鲁木齐市天山区中山路479号\n"
     "name 马兴瑞　收\n",
     ""},
    {"Japan: the post mark and the hyphen go, the title leads",
     "name:ja=山田太郎\ntitle:ja=局長\nregion:ja=東京都\ncity:ja=千代田区\n"
     "lines:ja=霞が関1-1-1\npostcode=100-0013\ncountry=JP\n",
     "JP", false,
     "1000013 ja\ncode 〒100-0013\nplace 東京都千代田区霞が関1-1-1\noffice "
     "局長\n"
     "name 山田太郎\n",
     ""},
    {"without a name the office is addressed",
     "organisation:zh=新疆维吾尔自治区人民政府\nlines:zh=中山路479号\n"
     "city:zh=乌鲁木齐市\npostcode=830041\ncountry=CN\n",
     "CN", false,
     "830041 zh-Hans\ncode 830041\nplace 乌鲁木齐市中山路479号\n"
     "name 新疆维吾尔自治区人民政府\n",
     ""},
    {"no Chinese",
     "name=Ma Xingrui\nlines=479 Zhongshan Lu\ncity=Urumqi\ncountry=CN\n", "CN",
     false, "",
     "book.yaml:1:1: error: \"Ma Xingrui\" has no address in the script of its "
     "country, which this envelope is written in; add one (such as lines:zh), "
     "or take another envelope\n    1 | name=Ma Xingrui\n      | "
     "^~~~~~~~~~~~~~~\n"},
};

static void put_lines(Buf *out, const char *what, const AddressLine *lines,
                      size_t n) {
    for (size_t i = 0; i < n; i++) {
        buf_printf(out, "%s ", what);
        for (size_t k = 0; k < lines[i].n; k++)
            buf_add(out, lines[i].parts[k].s, lines[i].parts[k].n);
        buf_putc(out, '\n');
    }
}

static void test_columns(Arena *a) {
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const Case *t = &cases[i];
        Diag *diag = diag_new();
        Contact c = contact_spec(a, "book.yaml", t->spec);
        AddressColumns got;
        Buf out = {0};
        CHECK(contact_check(&c, diag));
        bool ok = address_columns(a, &c, t->origin, t->sender, diag, &got);
        CHECK(ok == (*t->columns != '\0'));
        if (ok) {
            buf_printf(&out, "%.*s %s\n", (int)got.postcode.n, got.postcode.s,
                       got.lang);
            put_lines(&out, "code", got.code, got.ncode);
            put_lines(&out, "place", got.place, got.nplace);
            put_lines(&out, "office", got.office, got.noffice);
            put_lines(&out, "name", got.names, got.nnames);
        }
        CHECK_STR(out.n ? out.s : "", t->columns);
        CHECK_STR(diag_text(a, diag), t->diag);
        buf_free(&out);
        diag_free(diag);
    }
}

int main(void) {
    Arena *a = arena_new();
    test_columns(a);
    arena_free(a);
    return unit_done("test_model_addresscolumns");
}
