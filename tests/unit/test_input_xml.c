#include "unit.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/limits.h"
#include "input/xml.h"

#include <stdlib.h>

static const char *messages(Arena *a, const Diag *d) {
    char all[16384] = "";
    Buf out = {0};
    FILE *f = fmemopen(all, sizeof all, "w");
    diag_print(d, f, false);
    fclose(f);
    for (char *line = strtok(all, "\n"); line; line = strtok(NULL, "\n"))
        if (line[0] != ' ')
            buf_printf(&out, "%s\n", line);
    const char *s = arena_strndup(a, out.s ? out.s : "", out.n);
    buf_free(&out);
    return s;
}

static void put_place(Buf *out, Span s) {
    size_t line, col;
    source_place(s.src, s.off, &line, &col);
    buf_printf(out, "@%zu:%zu+%zu", line, col, s.n);
}

/* name@LINE:COL+BYTES of the start tag, (attribute=value@place), [children],
 * "text"@place. */
static void dump(const XmlNode *n, Buf *out) {
    if (n->is_text) {
        buf_printf(out, "\"%.*s\"", (int)n->text.n, n->text.s);
        put_place(out, n->text.span);
        return;
    }
    buf_printf(out, "%.*s", (int)n->text.n, n->text.s);
    put_place(out, n->span);
    for (size_t i = 0; i < n->nattrs; i++) {
        const XmlAttr *at = &n->attrs[i];
        buf_printf(out, "(%.*s=%.*s", (int)at->name.n, at->name.s,
                   (int)at->value.n, at->value.s);
        put_place(out, at->value.span);
        buf_puts(out, ")");
    }
    if (n->first)
        buf_puts(out, "[");
    for (const XmlNode *c = n->first; c; c = c->next) {
        buf_puts(out, c == n->first ? "" : " ");
        dump(c, out);
    }
    if (n->first)
        buf_puts(out, "]");
}

/* The tree, or the messages if there is none. */
static void expect_bytes(const char *xml, size_t n, const char *want,
                         int line) {
    Arena *a = arena_new();
    Diag *d = diag_new();
    Buf out = {0};
    const XmlNode *root = xml_parse(a, source_from(a, "x.xml", xml, n), d);
    CHECK((root != NULL) == (diag_count(d, DIAG_NOTE) == 0));
    if (root)
        dump(root, &out);
    const char *got = root ? out.s : messages(a, d);
    if (strcmp(got, want) != 0)
        printf("line %d:\n", line);
    CHECK_STR(got, want);
    buf_free(&out);
    diag_free(d);
    arena_free(a);
}
#define EXPECT(xml, want) expect_bytes(xml, strlen(xml), want, __LINE__)
#define EXPECT_BYTES(xml, want)                                                \
    expect_bytes(xml, sizeof(xml) - 1, want, __LINE__)

static void trees(void) {
    EXPECT("<a/>", "a@1:1+4");
    EXPECT("<a></a>", "a@1:1+3");
    EXPECT("<?xml version=\"1.0\"?>\n<!-- <x> -->\n<a b='1' c=\"2>\" >t</a>\n",
           "a@3:1+17(b=1@3:7+1)(c=2>@3:13+2)[\"t\"@3:18+1]");
    EXPECT("<a><b/>x<b>y</b></a><!-- > -->",
           "a@1:1+3[b@1:4+4 \"x\"@1:8+1 b@1:9+3[\"y\"@1:12+1]]");
    /* A comment or instruction parts two runs of text; CDATA is one. */
    EXPECT("<a>x<!-- <b> -->y<?p <b> ?>z<![CDATA[<c>]]>w</a>",
           "a@1:1+3[\"x\"@1:4+1 \"y\"@1:17+1 \"z\"@1:28+1 \"<c>\"@1:38+3 "
           "\"w\"@1:44+1]");
    EXPECT("<a><![CDATA[]]></a>", "a@1:1+3[\"\"@1:13+0]");
    EXPECT("<!DOCTYPE a SYSTEM \"a'>.dtd\"><a/>", "a@1:30+4");
    EXPECT("\xEF\xBB\xBF<a\n\tb=\"\"/>", "a@1:1+10(b=@2:5+0)");
}

static void namespaces(void) {
    EXPECT("<a xmlns=\"u\" b=\"1\"><c/></a>", "a@1:1+19(b=1@1:17+1)[c@1:20+4]");
    EXPECT("<p:a xmlns:p='u' p:b='1' xmlnsx='2'><p:c xml:lang='en'/></p:a>",
           "a@1:1+36(b=1@1:23+1)(xmlnsx=2@1:34+1)[c@1:37+20(lang=en@1:52+2)]");
    /* A prefix that nobody declared is no reason to refuse a file. */
    EXPECT("<q:a q:b='1'/>", "a@1:1+14(b=1@1:11+1)");
}

static void values(void) {
    EXPECT("<a b=\"1&amp;2&#x20AC;\">&lt;&#228;&gt;\r\n</a>",
           "a@1:1+23(b=1&2\xE2\x82\xAC@1:7+15)[\"<\xC3\xA4>\n\"@1:24+16]");
    EXPECT("<a b=\"1\n2\t3\"/>", "a@1:1+14(b=1 2 3@1:7+5)");
    EXPECT("<a>&#x202E;</a>", "x.xml:1:4: error: U+202E is a bidi override or "
                              "embedding; remove it\n");
    EXPECT("<a b='x&#x85;'/>",
           "x.xml:1:8: error: U+0085 is a control character; remove it\n");
}

static void encodings(void) {
    EXPECT(
        "<?xml version='1.0' encoding='ISO-8859-1'?><a b='\xE4\xF6'>\xFC</a>",
        "a@1:44+12(b=\xC3\xA4\xC3\xB6@1:50+4)[\"\xC3\xBC\"@1:54+2]");
    EXPECT("<?xml version='1.0' encoding='windows-1252'?><a>\x80</a>",
           "a@1:46+3[\"\xE2\x82\xAC\"@1:49+3]");
    EXPECT_BYTES("\xFF\xFE<\0a\0>\0\xE4\0<\0/\0a\0>\0",
                 "a@1:1+3[\"\xC3\xA4\"@1:4+2]");
    EXPECT_BYTES("\0<\0?\0x\0m\0l\0 \0v\0e\0r\0s\0i\0o\0n\0=\0'\0001\0.\0000"
                 "\0'\0?\0>\0<\0a\0/\0>",
                 "a@1:22+4");
    /* Said, but not so. */
    EXPECT("<?xml version='1.0' encoding='UTF-16'?><a>\xC3\xA4</a>",
           "a@1:40+3[\"\xC3\xA4\"@1:43+2]");
    EXPECT("<?xml version='1.0' encoding='UTF-8'?><a>\xE4</a>",
           "x.xml:1:42: error: byte 0xE4 is not UTF-8; save the file as UTF-8 "
           "and try again\n");
    EXPECT("<?xml version='1.0' encoding='klingon-1'?><a/>",
           "x.xml:1:31: error: the encoding \"klingon-1\" is not known here; "
           "save the file as UTF-8\n");
    EXPECT("<?xml version='1.0' encoding='GB18030'?><a>\xFF</a>",
           "x.xml: error: holds bytes that are not GB18030, the encoding that "
           "it says it has; save the file as UTF-8\n");
}

static void broken(void) {
    EXPECT("", "x.xml: error: is empty or no XML\n");
    EXPECT(" \n", "x.xml: error: is empty or no XML\n");
    EXPECT("hello",
           "x.xml:1:1: error: this is no XML: it does not begin with a tag\n");
    EXPECT("<a>\n<b></a>",
           "x.xml:2:8: error: this tag closes another one than the last that "
           "is open\n");
    EXPECT("<a><b>", "x.xml:1:7: error: a tag that was opened is never closed; "
                     "the file may be cut off\n");
    EXPECT("<a/><b/>", "x.xml:1:5: error: something stands behind the last tag "
                       "of the file\n");
    EXPECT("<a b='1' b='2'/>",
           "x.xml:1:15: error: this tag has the same attribute twice\n");
    EXPECT("<a>&nbsp;</a>",
           "x.xml:1:10: error: only &amp;, &lt;, &gt;, &quot; and &apos; have "
           "a meaning in XML; write the character itself\n");
    EXPECT("<a>a & b</a>",
           "x.xml:1:7: error: a name of a tag, an attribute or an entity is "
           "missing here; the characters \"<\" and \"&\" themselves are "
           "written &lt; and &amp;\n");
    EXPECT("<!DOCTYPE a SYSTEM 'x'><a b='&nbsp;'/>",
           "x.xml:1:36: error: only &amp;, &lt;, &gt;, &quot; and &apos; have "
           "a meaning in XML; write the character itself\n");
    EXPECT("<!DOCTYPE a SYSTEM 'x'><a>&nbsp;</a>",
           "x.xml:1:33: error: only &amp;, &lt;, &gt;, &quot; and &apos; have "
           "a meaning in XML; write the character itself\n");
    EXPECT("<a \x01/>", "x.xml:1:4: error: U+0001 is a control character; "
                        "remove it\n");
    EXPECT_BYTES(
        "<a>\0</a>",
        "x.xml:1:4: error: U+0000 is a control character; remove it\n");
}

/* Neither expanded nor read: the declaration alone is refused. */
static void bombs(void) {
    static const char *const refused =
        "x.xml:2:1: error: this file declares entities or rules of its own, "
        "with which a small file can stand for gigabytes; such a file is not "
        "read\n";
    EXPECT("<?xml version='1.0'?>\n<!DOCTYPE a [<!ENTITY b 'bbbb'>"
           "<!ENTITY c '&b;&b;&b;&b;'>]><a>&c;</a>",
           refused);
    EXPECT("<!-- -->\n<!DOCTYPE a SYSTEM '[' [<!ENTITY b SYSTEM "
           "'/etc/passwd'>]><a>&b;</a>",
           refused);
    EXPECT("\n<!DOCTYPE a PUBLIC \"]\" 'x' [<!ENTITY % p SYSTEM 'y'> %p;]><a/>",
           refused);
}

static void depth(size_t n, const char *want) {
    Buf xml = {0};
    for (size_t i = 0; i < n; i++)
        buf_puts(&xml, "<a>");
    for (size_t i = 0; i < n; i++)
        buf_puts(&xml, "</a>");
    Arena *a = arena_new();
    Diag *d = diag_new();
    const XmlNode *root =
        xml_parse(a, source_from(a, "x.xml", xml.s, xml.n), d);
    CHECK((root != NULL) == (*want == '\0'));
    CHECK_STR(messages(a, d), want);
    if (root)
        CHECK_INT(xml_text(a, root).n, 0);
    diag_free(d);
    arena_free(a);
    buf_free(&xml);
}

static void lookups(void) {
    static const char xml[] = "<a>1<b/>2<c x='y'>3<d>4</d></c>5<b z='2'/></a>";
    Arena *a = arena_new();
    Diag *d = diag_new();
    const XmlNode *root =
        xml_parse(a, source_from(a, "x.xml", xml, sizeof xml - 1), d);
    CHECK(xml_is(root, "a") && !xml_is(root, "b") && !xml_is(NULL, "a"));
    const XmlNode *b = xml_child(root, "b");
    CHECK(b && !xml_attr(b, "z"));
    b = xml_next(b, "b");
    CHECK(b && xml_attr(b, "z") && text_equal(*xml_attr(b, "z"), "2"));
    CHECK(xml_next(b, "b") == NULL && xml_child(NULL, "b") == NULL);
    CHECK(text_equal(xml_text(a, root), "12345"));
    CHECK(xml_text(a, root).span.off == 0);
    const XmlNode *inner = xml_child(xml_child(root, "c"), "d");
    CHECK(text_equal(xml_text(a, inner), "4"));
    CHECK_INT(xml_text(a, inner).span.off, 22);
    diag_free(d);
    arena_free(a);
}

int main(void) {
    trees();
    namespaces();
    values();
    encodings();
    broken();
    bombs();
    depth(LIMIT_XML_DEPTH, "");
    depth(LIMIT_XML_DEPTH + 1,
          "x.xml:1:601: error: more than 200 tags stand open in each other "
          "here; no honest file does that\n");
    depth(100000, "x.xml:1:601: error: more than 200 tags stand open in each "
                  "other here; no honest file does that\n");
    lookups();
    return unit_done("input_xml");
}
