#include "unit.h"

#include "page/flow.h"

/* Boxes of made-up lines, 10 pt apart: the flow looks at nothing else. */
#define LINE (10 * LEN_PT)

static FlowBox text_box(Arena *a, size_t lines) {
    FlowBox b = {.tag = DISPLAY_NO_TAG};
    b.para.n = lines;
    b.para.lines = ARENA_ARRAY(a, Line, lines);
    for (size_t i = 0; i < lines; i++)
        b.para.lines[i].baseline = (Len)i * LINE + 8 * LEN_PT;
    b.para.height = (Len)lines * LINE;
    return b;
}

/* "page:box[from,to)@y ..." in points. */
static const char *placed(Arena *a, const FlowInput *in) {
    Flow flow;
    Buf out = {0};
    flow_paginate(a, in, &flow);
    for (size_t i = 0; i < flow.n; i++) {
        const FlowPlace *p = &flow.v[i];
        long box = p->note ? p->box - in->notes : p->box - in->boxes;
        buf_printf(&out, "%s%zu:%s%ld[%zu,%zu)@%d", i ? " " : "", p->page,
                   p->note ? "n" : "", box, p->from, p->to,
                   (int)(p->y / LEN_PT));
    }
    const char *s = arena_strndup(a, out.s ? out.s : "", out.n);
    buf_free(&out);
    return s;
}

static FlowInput input(const FlowBox *boxes, size_t n, int first, int other) {
    return (FlowInput){.boxes = boxes,
                       .n = n,
                       .first = first * LEN_PT,
                       .other = other * LEN_PT};
}

static void widows(Arena *a) {
    FlowBox boxes[] = {text_box(a, 6)};
    FlowInput in = input(boxes, 1, 50, 100);
    /* Five lines would fit: one would be left alone, so four stay. */
    CHECK_STR(placed(a, &in), "0:0[0,4)@0 1:0[4,6)@0");
    in = input(boxes, 1, 60, 100);
    CHECK_STR(placed(a, &in), "0:0[0,6)@0");
    /* One line at the foot would be an orphan: all three go over. */
    FlowBox two[] = {text_box(a, 4), text_box(a, 3)};
    in = input(two, 2, 55, 100);
    CHECK_STR(placed(a, &in), "0:0[0,4)@0 1:1[0,3)@0");
}

static void kept(Arena *a) {
    /* A heading does not stay alone at the foot. */
    FlowBox boxes[] = {text_box(a, 3), text_box(a, 1), text_box(a, 4)};
    boxes[1].keep = true;
    FlowInput in = input(boxes, 3, 50, 100);
    CHECK_STR(placed(a, &in), "0:0[0,3)@0 1:1[0,1)@0 1:2[0,4)@10");
    /* A long paragraph before a closing gives it two lines. */
    FlowBox closing[] = {text_box(a, 5), text_box(a, 1)};
    closing[0].keep = true;
    in = input(closing, 2, 50, 100);
    CHECK_STR(placed(a, &in), "0:0[0,3)@0 1:0[3,5)@0 1:1[0,1)@20");
    /* A chain longer than the page ends somewhere. */
    FlowBox chain[] = {text_box(a, 3), text_box(a, 3), text_box(a, 3)};
    chain[0].keep = chain[1].keep = true;
    in = input(chain, 3, 40, 40);
    CHECK_STR(placed(a, &in), "0:0[0,3)@0 1:1[0,3)@0 2:2[0,3)@0");
}

static void spaces(Arena *a) {
    FlowBox boxes[] = {text_box(a, 2), text_box(a, 2), text_box(a, 2)};
    boxes[1].space = boxes[2].space = 5 * LEN_PT;
    FlowInput in = input(boxes, 3, 50, 100);
    /* Space above is dropped at the top of a page. */
    CHECK_STR(placed(a, &in), "0:0[0,2)@0 0:1[0,2)@25 1:2[0,2)@0");
}

static void footnotes(Arena *a) {
    FlowBox boxes[] = {text_box(a, 3), text_box(a, 4)};
    FlowBox notes[] = {text_box(a, 1), text_box(a, 2)};
    FlowMark first = {0, 0}, second = {1, 1};
    boxes[0].marks = &first;
    boxes[0].nmarks = 1;
    boxes[1].marks = &second;
    boxes[1].nmarks = 1;
    FlowInput in = input(boxes, 2, 93, 100);
    in.notes = notes;
    in.nnotes = 2;
    /* 30 of text, 14 of air and 10 of note; then 20 of text would bring 20 of
     * note with them, one point too many. */
    CHECK_STR(placed(a, &in),
              "0:0[0,3)@0 1:1[0,4)@0 0:n0[0,1)@83 1:n1[0,2)@80");
    in.first = 94 * LEN_PT;
    CHECK_STR(placed(a, &in), "0:0[0,3)@0 0:1[0,2)@30 1:1[2,4)@0 "
                              "0:n0[0,1)@64 0:n1[0,2)@74");
}

static void tall_box(Arena *a) {
    FlowBox boxes[] = {text_box(a, 2),
                       {.height = 500 * LEN_PT, .tag = DISPLAY_NO_TAG}};
    FlowInput in = input(boxes, 2, 50, 100);
    CHECK_STR(placed(a, &in), "0:0[0,2)@0 1:1[0,0)@0");
}

int main(void) {
    Arena *a = arena_new();
    widows(a);
    kept(a);
    spaces(a);
    footnotes(a);
    tall_box(a);
    arena_free(a);
    return unit_done("page/flow");
}
