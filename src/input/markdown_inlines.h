/* markdown_inlines.h - the inside of a paragraph or heading. */
#ifndef ENVOI_INPUT_MARKDOWN_INLINES_H
#define ENVOI_INPUT_MARKDOWN_INLINES_H

#include "input/letterfile_fields.h"
#include "input/markdown_join.h"
#include "input/markdown_links.h"
#include "input/markdown_notes.h"
#include "input/markdown_trail.h"

/* Working memory, kept from one leaf to the next. */
typedef struct InlineReader {
    Arena *a;       /* of the result */
    Arena *scratch; /* reset per leaf */
    Diag *diag;
    Trail trail;
    InlineVec out;
    Inline style;     /* of what comes next */
    int strong, emph; /* how many are open */
    int images, links;
    bool figure;      /* the text of a picture is wanted */
    Text file;        /* of the figure */
    Notes *notes;     /* what marks stand for */
    Links *addresses; /* of links and pictures, noted here */
    bool in_note;     /* where there are no marks */
    size_t link_from; /* first inline of the open link */
    size_t mark_at;   /* where the open link or picture begins */
    JoinClass before; /* of the text so far */
    bool line_start;  /* no text since the last line end */
    bool pending;     /* the line end at out.v[pending_at] is undecided */
    size_t pending_at;
    bool failed;
} InlineReader;

void inline_reader_free(InlineReader *r); /* not the arenas */

/* Read the children of `leaf`, on which r->trail has been opened. */
void inlines_read(InlineReader *r, cmark_node *leaf, Inlines *out);

/* The same for a leaf that is one picture: `out` is its alternative text, as
 * one inline, and the result the file. */
Text inlines_read_figure(InlineReader *r, cmark_node *leaf, Inlines *out);

#endif
