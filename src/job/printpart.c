#include "job/printpart.h"

bool part_open(PrintPart *p, const PartOptions *opt, Diag *diag) {
    PdfOptions pdf = {.lang = opt->lang ? opt->lang : "",
                      .duplex = opt->duplex && !opt->backs,
                      .tags = opt->tags,
                      .before = opt->before};
    p->duplex = opt->duplex;
    p->manual = opt->backs != NULL;
    p->pdf = pdf_open(opt->path, &pdf, diag);
    if (!p->pdf || !p->manual)
        return p->pdf != NULL;
    pdf.reversed = true;
    pdf.before = pdf_file(p->pdf);
    p->backs = pdf_open(opt->backs, &pdf, diag);
    if (!p->backs)
        part_abandon(p);
    return p->backs != NULL;
}

void part_abandon(PrintPart *p) {
    pdf_abandon(p->backs);
    pdf_abandon(p->pdf);
    p->pdf = p->backs = NULL;
}

bool part_on_back(const PrintPart *p, bool front) {
    return p->duplex && !front && p->sides % 2 == 1;
}

/* Sides used when the next page is added, which is the last of them. */
static size_t sides_with(const PrintPart *p, bool front) {
    return (p->duplex && front ? p->sides + p->sides % 2 : p->sides) + 1;
}

size_t part_number(const PrintPart *p, bool front) {
    size_t sides = sides_with(p, front);
    return p->manual ? (sides + 1) / 2 : sides;
}

void part_count(PrintPart *p, bool front) {
    p->sides = sides_with(p, front);
}

/* Which of the two files the next side is of. */
static int next_file(const PrintPart *p) {
    return p->manual && p->sides % 2 == 1;
}

static bool put(PrintPart *p, const DisplayPage *page) {
    int file = next_file(p);
    Pdf *pdf = file == 1 ? p->backs : p->pdf;
    p->sides++;
    if (!pdf)
        return true;
    if (!pdf_page(pdf, page))
        return false;
    if (p->marks[file])
        proofmarks_page(p->marks[file], page, pdf_pages(pdf) - 1);
    return true;
}

/* The back of a sheet that has nothing on it. */
static bool put_empty(PrintPart *p) {
    DisplayPage back = {.w = p->w, .h = p->h};
    return put(p, &back);
}

bool part_page(PrintPart *p, const DisplayPage *page) {
    if (p->duplex && page->front && p->sides % 2 == 1 && !put_empty(p))
        return false;
    p->w = page->w;
    p->h = page->h;
    return put(p, page);
}

/* Of the fronts alone: the backs come the other way round. */
void part_pack(PrintPart *p, size_t number, bool front) {
    if (p->pdf && number > p->pack)
        pdf_bookmark(p->pdf, number, part_number(p, front) - 1);
    p->pack = number > p->pack ? number : p->pack;
}

void part_tags_done(PrintPart *p) {
    if (p->pdf)
        pdf_tags_done(p->pdf);
    if (p->backs)
        pdf_tags_done(p->backs);
}

size_t part_pages(const PrintPart *p) {
    return p->manual ? (p->sides + 1) / 2 : p->sides;
}

size_t part_bytes(const PrintPart *p) {
    size_t n = p->pdf ? pdf_bytes(p->pdf) : 0;
    size_t backs = p->backs ? pdf_bytes(p->backs) : 0;
    return n > backs ? n : backs;
}

bool part_stopped(const PrintPart *p) {
    return p->pdf && fs_out_stopped(pdf_file(p->pdf));
}

bool part_finish(PrintPart *p, Diag *diag, FsOut *out[2]) {
    size_t pages = p->backs ? pdf_pages(p->pdf) : 0;
    out[1] = NULL;
    if (p->manual && p->sides % 2 == 1)
        put_empty(p);
    out[0] = pdf_finish(p->pdf, diag);
    p->pdf = NULL;
    if (out[0] && p->backs) {
        out[1] = pdf_finish(p->backs, diag);
        if (p->marks[1])
            proofmarks_reverse(p->marks[1], pages);
        p->backs = NULL;
        if (!out[1]) {
            fs_out_abandon(out[0]);
            out[0] = NULL;
        }
    }
    part_abandon(p);
    return out[0] != NULL;
}
