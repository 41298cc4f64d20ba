#include "unit.h"

#include "base/arena.h"
#include "base/buf.h"
#include "input/labelset_read.h"

#include <math.h>

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

/* Rounded to what the file says; a Len is finer. */
static double mm(Len l) {
    return round(len_mm(l) * 1000) / 1000 + 0.0;
}

/* "210x297 rect 64x33.86; 3x8 at 6.46,13.06 pitch 66.54x33.86", in mm. */
static void put_layout(const Layout *l, Buf *out) {
    static const char *const shapes[] = {"rect", "oval", "ring"};
    const LabelLayout *g = &l->u.labels;
    buf_printf(out, "%gx%g%s %s %gx%g", mm(l->w), mm(l->h),
               g->roll ? " roll" : "", shapes[g->shape], mm(g->label_w),
               mm(g->label_h));
    if (g->round)
        buf_printf(out, " round %g", mm(g->round));
    if (g->hole)
        buf_printf(out, " hole %g", mm(g->hole));
    for (size_t i = 0; i < g->ngrids; i++)
        buf_printf(out, "; %dx%d at %g,%g pitch %gx%g", g->grids[i].columns,
                   g->grids[i].rows, mm(g->grids[i].left), mm(g->grids[i].top),
                   mm(g->grids[i].across), mm(g->grids[i].down));
}

/* The last entry of the document, or what is wrong with it. */
static void expect(LabelFormat format, const char *papers, const char *xml,
                   const char *want, int line) {
    Arena *a = arena_new();
    Diag *d = diag_new();
    Buf out = {0};
    LabelSet set = {.arena = a, .format = format, .warn = true};
    if (papers) {
        const Source *src =
            source_from(a, "paper-sizes.xml", papers, strlen(papers));
        CHECK(labelset_add_glabels(&set, xml_parse(a, src, d), d));
    }
    const XmlNode *root =
        xml_parse(a, source_from(a, "x.xml", xml, strlen(xml)), d);
    bool known = format == LABELS_GLABELS
                     ? labelset_add_glabels(&set, root, d)
                     : labelset_add_libreoffice(&set, root, d);
    CHECK(known);
    Layout l = {0};
    bool ok = set.entries.n > 0;
    if (ok) {
        const LabelEntry *e = &set.entries.v[set.entries.n - 1];
        ok = format == LABELS_GLABELS
                 ? labelset_build_glabels(&set, e, &l, d)
                 : labelset_build_libreoffice(&set, e, &l, d);
    }
    if (ok)
        put_layout(&l, &out);
    const char *got = ok ? out.s : messages(a, d);
    CHECK(ok || diag_count(d, DIAG_ERROR) > 0);
    if (ok && diag_count(d, DIAG_NOTE) > 0)
        got = arena_printf(a, "%s\n%s", got, messages(a, d));
    if (strcmp(got, want) != 0)
        printf("line %d:\n", line);
    CHECK_STR(got, want);
    buf_free(&out);
    diag_free(d);
    arena_free(a);
}
#define GLABELS(xml, want)                                                     \
    expect(LABELS_GLABELS, NULL,                                               \
           "<Glabels-templates>" xml "</Glabels-templates>", want, __LINE__)
#define TEMPLATE(label)                                                        \
    "<Template brand='B' part='1' size='A4'>" label "</Template>"
#define RECT(attrs, layouts)                                                   \
    TEMPLATE("<Label-rectangle " attrs ">" layouts "</Label-rectangle>")

static void lengths(void) {
    GLABELS(RECT("width='64mm' height='33.86mm' round='0'",
                 "<Layout nx='3' ny='8' x0='6.46mm' y0='13.06mm' dx='66.54mm' "
                 "dy='33.86mm'/>"),
            "210x297 rect 64x33.86; 3x8 at 6.46,13.06 pitch 66.54x33.86");
    /* No unit is points; %g's exponents; an empty length is 0. */
    GLABELS(RECT("width='144' height='1in' round='1.2e+1pt'",
                 "<Layout nx='2' ny='3' x0='3.93386e-16pt' y0='' dx='5.08cm' "
                 "dy='6pc'/>"),
            "210x297 rect 50.8x25.4 round 4.233; 2x3 at 0,0 pitch 50.8x25.4\n"
            "x.xml:1:163: warning: y0 is empty; it is taken for 0, as gLabels "
            "does\n");
    GLABELS(RECT("width=' 64 mm ' height='33mm'", "<Layout x0='1e1mm'/>"),
            "210x297 rect 64x33; 1x1 at 10,0 pitch 0x0");
    GLABELS(RECT("width='nan' height='inf' round='0x10'", "<Layout/>"),
            "x.xml:1:83: error: width=\"nan\" is not a length such as 12.5mm, "
            "1.2cm, 0.5in or 36pt\n"
            "x.xml:1:96: error: height=\"inf\" is not a length such as "
            "12.5mm, 1.2cm, 0.5in or 36pt\n"
            "x.xml:1:108: error: round=\"0x10\" is not a length such as "
            "12.5mm, 1.2cm, 0.5in or 36pt\n");
    GLABELS(RECT("width='1,5mm' height='20 ell'", "<Layout nx='0' ny='1e3'/>"),
            "x.xml:1:83: error: width=\"1,5mm\" is not a length such as "
            "12.5mm, 1.2cm, 0.5in or 36pt\n"
            "x.xml:1:98: error: height=\"20 ell\" is not a length such as "
            "12.5mm, 1.2cm, 0.5in or 36pt\n"
            "x.xml:1:118: error: nx=\"0\" is not a number of labels from 1 to "
            "1000\n"
            "x.xml:1:125: error: ny=\"1e3\" is not a number of labels from 1 "
            "to 1000\n");
    GLABELS(RECT("width='1e999mm' height='-20mm'",
                 "<Layout x0='99999999999999999999' nx='99999999999999'/>"),
            "x.xml:1:83: error: width=\"1e999mm\" is not a length such as "
            "12.5mm, 1.2cm, 0.5in or 36pt\n"
            "x.xml:1:100: error: height=\"-20mm\" is not more than nothing\n"
            "x.xml:1:119: error: x0=\"99999999999999999999\" is longer than "
            "2000 mm\n"
            "x.xml:1:145: error: nx=\"99999999999999\" is not a number of "
            "labels from 1 to 1000\n");
    GLABELS(RECT("height='20mm'", "<Layout/>"),
            "x.xml:1:59: error: this tag does not say its width\n");
}

static void shapes(void) {
    GLABELS(TEMPLATE("<Label-round radius='20mm'><Layout nx='4' ny='6' "
                     "x0='16mm' y0='13mm' dx='46mm' dy='46mm'/></Label-round>"),
            "210x297 oval 40x40; 4x6 at 16,13 pitch 46x46");
    GLABELS(TEMPLATE("<Label-ellipse width='60mm' height='40mm'><Layout "
                     "x0='16mm' y0='13mm'/></Label-ellipse>"),
            "210x297 oval 60x40; 1x1 at 16,13 pitch 0x0");
    GLABELS(TEMPLATE("<Label-cd radius='58.5mm' hole='20mm'><Layout x0='16mm' "
                     "y0='13mm'/></Label-cd>"),
            "210x297 ring 117x117 hole 40; 1x1 at 16,13 pitch 0x0");
    /* A business card that is a disc cut off at two sides. */
    GLABELS(TEMPLATE("<Label-cd radius='40mm' hole='9mm' width='60mm' "
                     "height='90mm'><Layout/></Label-cd>"),
            "210x297 ring 60x80 hole 18; 1x1 at 0,0 pitch 0x0");
    GLABELS(TEMPLATE("<Label-cd radius='40mm'><Layout/></Label-cd>"),
            "210x297 oval 80x80; 1x1 at 0,0 pitch 0x0");
    GLABELS(TEMPLATE("<Label-path d='M 0,0'><Layout/></Label-path>"),
            "x.xml:1:59: error: labels cut along a path of their own cannot "
            "be used here, only rectangles, ovals and discs\n");
    GLABELS(TEMPLATE("<Meta category='x'/>"),
            "x.xml:1:20: error: this template says nothing about its "
            "labels\n");
    GLABELS(RECT("width='60mm' height='40mm'", "<!-- none -->"),
            "x.xml:1:59: error: this label has no <Layout>, which says where "
            "on the sheet it is\n");
}

static void grids(void) {
    GLABELS(RECT("width='60mm' height='40mm'",
                 "<Layout ny='3' x0='10mm' y0='10mm' dy='90mm'/>"
                 "<Layout ny='3' x0='80mm' y0='50mm' dy='90mm'/>"),
            "210x297 rect 60x40; 1x3 at 10,10 pitch 0x90; 1x3 at 80,50 pitch "
            "0x90");
    /* The same twice is once: cards with two sides. */
    GLABELS(RECT("width='60mm' height='40mm'",
                 "<Layout x0='10mm' y0='10mm'/><Layout x0='10mm' y0='10mm'/>"),
            "210x297 rect 60x40; 1x1 at 10,10 pitch 0x0");
    GLABELS(RECT("width='60mm' height='40mm'",
                 "<Layout x0='10mm' y0='10mm'/><Layout x0='30mm' y0='10mm'/>"),
            "x.xml:1:132: error: labels 1 and 2 overlap by 40.0 mm\n");
    GLABELS(RECT("width='60mm' height='40mm'", "<Layout nx='4' dx='60mm'/>"),
            "x.xml:1:103: error: column 4 ends 30.0 mm right of the sheet\n");
}

static void papers(void) {
    static const char sizes[] =
        "<Glabels-paper-sizes><Paper-size id='Odd' width='100mm' "
        "height='200mm'/></Glabels-paper-sizes>";
    expect(LABELS_GLABELS, sizes,
           "<t:Glabels-templates xmlns:t='u'><t:Template brand='B' part='1' "
           "size='Odd'><t:Label-rectangle width='60mm' height='40mm'><t:Layout "
           "x0='10mm' y0='10mm'/></t:Label-rectangle></t:Template>"
           "</t:Glabels-templates>",
           "100x200 rect 60x40; 1x1 at 10,10 pitch 0x0", __LINE__);
#define PAPER(attrs)                                                           \
    "<Template brand='B' part='1' " attrs "><Label-rectangle width='60mm' "    \
    "height='20mm'><Layout x0='6mm' y0='5mm'/></Label-rectangle></Template>"
    GLABELS(PAPER("size='US-Letter'"),
            "215.9x279.4 rect 60x20; 1x1 at 6,5 pitch 0x0");
    GLABELS(PAPER("size='Other' width='90mm' height='5in'"),
            "90x127 rect 60x20; 1x1 at 6,5 pitch 0x0");
    GLABELS(PAPER("width='90mm' height='5in'"),
            "90x127 rect 60x20; 1x1 at 6,5 pitch 0x0");
    GLABELS(PAPER("size='Other' width='90mm'"),
            "x.xml:1:20: error: this tag does not say its height\n");
    GLABELS(PAPER("size='Odd'"),
            "x.xml:1:55: error: the paper size \"Odd\" is in no "
            "paper-sizes.xml; write size=\"Other\" and its width and height\n");
    /* A label printer's: turned, so that lines run along the long side. */
    GLABELS("<Template brand='Dymo' part='99010' size='Other' width='28mm' "
            "height='89mm'><Label-rectangle width='26mm' height='86mm'><Layout "
            "x0='1.5mm' y0='2mm'/></Label-rectangle></Template>",
            "89x28 roll rect 86x26; 1x1 at 2,0.5 pitch 0x0");
}

static void equivs(void) {
#define SHEET                                                                  \
    "<Template brand='Herma' part='4625' size='A4'><Label-rectangle "          \
    "width='60mm' height='40mm'><Layout/></Label-rectangle></Template>"
    GLABELS(SHEET "<Template brand='Other' part='4608' equiv='1'/>"
                  "<Template brand='Herma' part='4608' equiv='4625'/>"
                  "<Template brand='herma' part='10801' equiv='4608'/>",
            "210x297 rect 60x40; 1x1 at 0,0 pitch 0x0");
    GLABELS(SHEET "<Template brand='Avery' part='1' equiv='4625'/>",
            "x.xml:1:188: error: it is said to be the same as Avery 4625, "
            "which is not here\n");
    GLABELS("<Template brand='A' part='1' equiv='2'/>"
            "<Template brand='A' part='2' equiv='1'/>",
            "x.xml:1:96: error: it is said to be the same as another template, "
            "and that one goes on so in a circle\n");
    GLABELS("<Template brand='A' size='A4'/>",
            "x.xml:1:20: error: this template has no part number, so nobody "
            "can ask for it; add part=\"...\"\n");
    /* gLabels 2.2 */
    GLABELS("<Template name='A 1' size='A4'><Label-rectangle width='60mm' "
            "height='40mm'><Layout/></Label-rectangle></Template>",
            "210x297 rect 60x40; 1x1 at 0,0 pitch 0x0");
}

#define LIBREOFFICE(name, measure, want)                                       \
    expect(LABELS_LIBREOFFICE, NULL,                                           \
           "<manufacturers><manufacturer name='Avery A4'><label id='L1'>"      \
           "<name>" name "</name><measure>" measure "</measure></label>"       \
           "</manufacturer></manufacturers>",                                  \
           want, __LINE__)

static void libreoffice(void) {
    LIBREOFFICE("L7159 Address",
                "S;6654;3386;6400;3386;646;1306;3;8;21000;29700",
                "210x297 rect 64x33.86; 3x8 at 6.46,13.06 pitch 66.54x33.86");
    LIBREOFFICE("4145 Address", "C;8890;2540;8890;2381;1270;0;1;1;11430;2540",
                "114.3x25.4 roll rect 88.9x23.81; 1x1 at 12.7,0 pitch "
                "88.9x25.4");
    /* Before there was a page, it followed from the margins. */
    LIBREOFFICE("L7159", "S;6654;3386;6400;3386;646;1306;3;8",
                "210x297 rect 64x33.86; 3x8 at 6.46,13.06 pitch 66.54x33.86");
    LIBREOFFICE("X", "C;8890;2540;8890;2381;1270;0;1;1",
                "114.3x25.4 roll rect 88.9x23.81; 1x1 at 12.7,0 pitch "
                "88.9x25.4");
    LIBREOFFICE("L7162 Laser",
                "S;10160;33870;9906;3387;467;1302;2;8;21000;29700",
                "x.xml:1:96: error: row 8 ends 2120.8 mm below the sheet\n");
    LIBREOFFICE("X", "S;6654;3386;6400;3386;646;1306;3;8;21000",
                "x.xml:1:84: error: \"S;6654;3386;6400;3386;646;1306;3;8;"
                "21000\" is not C or S and ten numbers in 1/100 mm, with "
                "\";\" between\n");
    LIBREOFFICE("X", "S;6654;3386;6400;33.86;646;1306;3;8;21000;29700",
                "x.xml:1:84: error: \"S;6654;3386;6400;33.86;646;1306;3;8;"
                "21000;29700\" is not C or S and ten numbers in 1/100 mm, with "
                "\";\" between\n");
    LIBREOFFICE("X", "",
                "x.xml:1:75: error: \"\" is not C or S and ten "
                "numbers in 1/100 mm, with \";\" between\n");
    LIBREOFFICE(
        "X", "S;1;1;0;-5;1;999999;0;1001;21000;29700",
        "x.xml:1:90: error: label width: 0 is not more than nothing\n"
        "x.xml:1:92: error: label height: -5 is not more than nothing\n"
        "x.xml:1:97: error: top margin: 999999 is more than 2 m in 1/100 mm\n"
        "x.xml:1:104: error: columns: 0 is not a number from 1 to 1000\n"
        "x.xml:1:106: error: rows: 1001 is not a number from 1 to 1000\n");
}

/* Only the name tells: what may be round is taken for round. */
static void libreoffice_shapes(void) {
#define ROUND "S;4600;4600;4000;4000;1600;1343;4;6;21000;29700"
#define AS_OVAL "210x297 oval 40x40; 4x6 at 16,13.43 pitch 46x46"
    LIBREOFFICE("4790 Inkjet-Etiketten, rund", ROUND, AS_OVAL);
    LIBREOFFICE("L6112 Anti Tamper Labels", ROUND, AS_OVAL);
    LIBREOFFICE("3111 Square Stickers", ROUND,
                "210x297 rect 40x40; 4x6 at 16,13.43 pitch 46x46");
    LIBREOFFICE("4203 Ecken abgerundet",
                "S;6654;3386;6400;3386;646;1306;3;8;21000;29700",
                "210x297 rect 64x33.86; 3x8 at 6.46,13.06 pitch 66.54x33.86");
    LIBREOFFICE("4358 SuperPrint Oval, wei\xC3\x9F",
                "S;6604;4657;6350;4233;721;1093;3;6;21000;29700",
                "210x297 oval 63.5x42.33; 3x6 at 7.21,10.93 pitch 66.04x46.57");
    LIBREOFFICE("5293 Round", "S;5080;4234;5080;4128;1113;1270;4;6;21590;27940",
                "x.xml:1:67: error: these labels are called round, but are "
                "50.8 mm wide and 41.3 mm high\n");
    LIBREOFFICE("C9660 Full Face CD/DVD Labels",
                "S;11700;13700;11700;11700;4650;2150;1;2;21000;29700",
                "x.xml:1:67: error: this is a label for a disc, and the file "
                "does not say how wide the hole in it is; gLabels' templates "
                "do\n");
    LIBREOFFICE("J8431 CD Case Insert - Cover",
                "S;12100;12100;12100;12100;2750;4450;2;1;29700;21000",
                "297x210 rect 121x121; 2x1 at 27.5,44.5 pitch 121x121");
    LIBREOFFICE("8857 InkPrint Special Sterne 63,5 mm", ROUND,
                "x.xml:1:67: error: these labels have a shape of their own, "
                "which the file does not describe\n");
}

int main(void) {
    lengths();
    shapes();
    grids();
    papers();
    equivs();
    libreoffice();
    libreoffice_shapes();
    return unit_done("input_labelset");
}
