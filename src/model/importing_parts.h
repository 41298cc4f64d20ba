/* importing_parts.h - the stages of importing.c.
 *
 * Private to the model layer. A line is a block of the document, cleaned; each
 * stage says what it took a line for.
 */
#ifndef ENVOI_MODEL_IMPORTING_PARTS_H
#define ENVOI_MODEL_IMPORTING_PARTS_H

#include "model/importdate.h"
#include "model/importing.h"
#include "model/importlabels.h"

typedef enum Section {
    SECTION_HEAD,    /* title, summary, what happened */
    SECTION_POINTS,  /* what to ask for, where there is no letter */
    SECTION_ACTION,  /* instructions and targets */
    SECTION_TARGETS, /* targets */
    SECTION_LETTER,
    SECTION_AFTER, /* behind the letter's closing */
    SECTION_INFO,  /* additional information */
    SECTION_TAIL   /* deadline, names, links */
} Section;

typedef enum LineUse {
    USE_NONE,
    USE_FIELD,
    USE_TITLE,
    USE_STORY,
    USE_SALUTATION,
    USE_LETTER,
    USE_CLOSING,
    USE_POINT,
    USE_TARGET,
    USE_INSTRUCTION,
    USE_RESIDUE
} LineUse;

typedef struct ImportLine {
    DocBlock b;
    Label label;
    size_t value; /* byte of b.text behind the label */
    Section section;
    LineUse use;
} ImportLine;

typedef struct Finder {
    Arena *arena;
    Diag *diag;
    const Document *doc;
    Import *out;
    const char *lang;
    MonthNames months;
    CountryIndex *countries;
    VEC(ImportLine) lines;
    VEC(ImportRemoval) removals;
} Finder;

/* ---- importing.c ---- */

/* The array `v` of `n` items with room for one more; it doubles. */
void *import_room(Arena *a, void *v, size_t n, size_t size);

/* ---- importclean.c ---- */

/* The document's blocks as lines without residue. */
void clean_lines(Finder *f);
void clean_remove(Finder *f, Span span, const char *what);
/* Bytes [from, to) of a block's text become `instead`. */
void block_cut(Arena *a, DocBlock *b, size_t from, size_t to,
               const char *instead);
/* Bytes [from, to) of a block, without blanks around them. */
DocBlock block_part(Arena *a, const DocBlock *b, size_t from, size_t to);
/* `more` behind what `b` has, with a blank between. */
void block_append(Arena *a, DocBlock *b, const DocBlock *more);
/* All of a line's text, or what is behind its label, with its place. */
Text line_text(const ImportLine *line);
Text line_value(const ImportLine *line);

/* ---- importrunon.c ---- */

/* Heading, salutation, text, closing. */
enum { RUN_ON_MOST = 4 };

/* "SAMPLE LETTER Dear Minister, I am writing ... Sincerely," as the lines that
 * it is; any other block as it is. How many. */
size_t part_run_on(Finder *f, const DocBlock *b, DocBlock v[RUN_ON_MOST]);

/* ---- importbullets.c ---- */

/* "n Calling on ..." on several lines running: a list. */
void mend_bullets(Finder *f);
/* Items that were wrapped. */
void join_items(Finder *f);

/* ---- importwrapped.c ---- */

/* No paragraph has more. */
enum { PARAGRAPH_LINES = 40 };

/* Lines behind line `at`, up to `end`, that go on with it are appended to it.
 */
void join_wrapped(Finder *f, size_t at, size_t end);

/* ---- importsections.c ---- */

/* Label each line and tell the sections; title, summary, letter, story. */
void find_sections(Finder *f);
/* A sentence, not a line of an address. */
bool is_sentence(const Finder *f, Text t);

/* As long as a line of prose. */
bool is_long_line(Text t);

/* ---- importhead.c ---- */

typedef struct Head {
    bool marked;  /* the marker was seen */
    size_t title; /* lines of it */
    size_t below; /* paragraphs below it */
    bool in_title;
} Head;

/* A line under the marker: sender, country, person, title, summary, story. */
void head_line(Finder *f, size_t at, Head *head);
/* "URGENT ACTION: WRITER DETAINED" */
void head_marker(Finder *f, ImportLine *line, Head *head);
/* "UA 71/23 China: Writer detained": a title on the line of the number. */
void head_reference_title(Finder *f, const ImportLine *line, Head *head);
/* Old documents have the title again above the additional information. */
bool head_title_again(const Finder *f, size_t at);

/* ---- importreferences.c ---- */

/* Number, stage, index, date, country. */
void find_references(Finder *f);
/* Has the line a number or an index of an action? */
bool has_reference(const Finder *f, Text t);
/* Has it both, as their line has? */
bool is_reference_line(const Finder *f, Text t);

/* ---- importlanguages.c ---- */

/* All names of languages in `t`. */
void find_languages(Finder *f, Text t);

/* ---- importfields.c ---- */

/* Deadline, languages, advice, links. */
void find_fields(Finder *f);
bool has_field(const Finder *f, ImportField field);
void set_found(Finder *f, ImportField field, Text t);
void set_guessed(Finder *f, ImportField field, Text t, const char *why);

/* ---- importpersons.c ---- */

void find_persons(Finder *f);
/* "Ana Ruiz (f), Li Ming (m)", as old documents have it above the text. */
bool is_persons_line(Finder *f, Text t);

/* ---- importtargets.c, importgroups.c ---- */

void find_targets(Finder *f);

/* ---- importletter.c ---- */

/* Paragraphs, closing; demands and salutations. */
void find_letter(Finder *f);

/* ---- importdemands.c ---- */

/* What the letter asks for, or the points of a document without one. */
void find_demands(Finder *f);

/* ---- importsalutation.c ---- */

/* Whose the letter's salutation is; those of the others. */
void find_salutations(Finder *f);

#endif
