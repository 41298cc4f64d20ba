/* letter.h - a letter as written: header fields and a body of blocks.
 *
 * The body is CommonMark's structure with the markup gone. Merge fields stay
 * fields until a letter is made for one sender and one addressee, so that a
 * value is never read as markup. Strings carry their place in the file.
 */
#ifndef ENVOI_MODEL_LETTER_H
#define ENVOI_MODEL_LETTER_H

#include "base/len.h"
#include "model/contact.h"

typedef enum LetterField {
    LETTER_DATE, /* ISO 8601 "2026-11-22", "blank" for the pen, "none", or any
                    text, printed as it stands */
    LETTER_PLACE,
    LETTER_SUBJECT,
    LETTER_REFERENCE,
    LETTER_YOUR_REFERENCE, /* with its label in the letter's language */
    LETTER_OUR_REFERENCE,
    LETTER_REMARK,     /* above the addressee: "By registered post" */
    LETTER_SALUTATION, /* absent: the addressee's, see job/letter.h */
    LETTER_CLOSING,
    LETTER_SIGNATURE, /* typed under the space for the pen; absent: the
                         sender's name */
    LETTER_OFFICE,    /* under the typed name; lines */
    LETTER_POSTSCRIPT,
    LETTER_FOOTER, /* at the foot of every page; lines */
    LETTER_LANG,
    LETTER_ON,   /* layout */
    LETTER_TO,   /* path of an address file, relative to the letter */
    LETTER_FROM, /* path of a sender file, relative to the letter; "blank" for
                    ruled lines for the pen */
    LETTER_FIELDS
} LetterField;

extern const char *const letter_field_names[LETTER_FIELDS];

typedef enum InlineKind {
    INLINE_TEXT,
    INLINE_FIELD,  /* text is what stands between {{ and }}: "to.name", or
                      with what is printed in its place, "from.city|our town" */
    INLINE_IF,     /* {{#fax}}: what follows is there if the field has a value;
                      text is its name. Only letter_resolve sees these three */
    INLINE_UNLESS, /* {{^fax}}: if it has none */
    INLINE_END,    /* {{/fax}} */
    INLINE_BREAK,  /* hard break; a soft one is a space in INLINE_TEXT */
    INLINE_NOTE    /* mark of footnote `note` */
} InlineKind;

typedef struct Inline {
    InlineKind kind;
    Text text;
    bool strong, emphasis;
    Text link; /* destination, s == NULL if none */
    int note;  /* index into Letter.notes, from 0 */
} Inline;

typedef struct Inlines {
    Inline *v;
    size_t n;
} Inlines;

/* What stands between {{#name}} and {{/name}}, or {{^name}}. */
typedef struct LetterSection LetterSection;
struct LetterSection {
    Text name;
    bool inverted;              /* ^ */
    const LetterSection *outer; /* the one it stands in, or NULL */
};

typedef enum BlockKind {
    BLOCK_PARAGRAPH,
    BLOCK_HEADING,  /* number: level 1 to 6 */
    BLOCK_BULLETS,  /* children: items */
    BLOCK_NUMBERS,  /* children: items; number: of the first */
    BLOCK_ITEM,     /* children: blocks */
    BLOCK_QUOTE,    /* children: blocks */
    BLOCK_RULE,     /* thematic break */
    BLOCK_TABLE,    /* children: rows, the first one the header */
    BLOCK_ROW,      /* children: cells */
    BLOCK_CELL,     /* number: 0 start, 1 centre, 2 end; inlines */
    BLOCK_FIGURE,   /* image; inlines: its alternative text */
    BLOCK_OWN_WORDS /* number: ruled lines for the pen */
} BlockKind;

typedef struct Block Block;
typedef struct Blocks {
    Block *v;
    size_t n;
} Blocks;
struct Block {
    BlockKind kind;
    int number;
    bool tight; /* list whose items are not set apart */
    Span span;
    Inlines inlines;
    Blocks children;
    Text image;                  /* of a figure: file, relative to the letter */
    const LetterSection *within; /* sections that are open where it begins */
    bool conditional; /* what is there of it depends on the records: it is
                         printed as letter_resolve_block says */
};

/* A picture that the header names; file.s == NULL if there is none. */
typedef struct LetterImage {
    Text file, alt;    /* alt is required */
    Len width, height; /* on paper; 0: from the other and the file */
} LetterImage;

typedef struct Letterhead {
    LetterImage logo;
    Text organisation;
    TextList lines; /* address, web, phone */
} Letterhead;

typedef struct Letter {
    const Source *source;
    /* Header fields hold inlines too: {{to.name}} may stand in them. An absent
     * field has n == 0 and raw.s == NULL. */
    struct {
        Text raw;
        Inlines inlines;
    } fields[LETTER_FIELDS];
    TextList enclosures;
    TextList copies; /* cc */
    Letterhead letterhead;
    LetterImage signature_image;
    bool justify, ragged; /* "justify: yes" and "no"; neither: as the
                             language is used to */
    bool link_notes;  /* "links: notes": addresses of links as footnotes, not in
                         brackets */
    bool large_print; /* 18 pt and its spacing */
    int fit;          /* pages the letter must fit on; 0: any number */
    Span fit_span;
    int own_words;  /* ruled lines where the body says ::: own-words, else at
                       its end; 0: none */
    TextList langs; /* languages of inline runs, in order */
    Blocks body;
    Blocks notes; /* footnotes in order of their marks; each a BLOCK_ITEM */
} Letter;

/* `c`'s value for a field name as it stands between braces, "to.title",
 * "from.city", a bare "title", or with "|" and what is printed if it has none.
 * NULL contacts are records that do not exist. False, with the error in `diag`
 * (unknown, empty, or bare and in both records: the error names both), if it
 * has no value. */
bool letter_field_value(Arena *a, Text name, const Contact *from,
                        const Contact *to, const char *lang, Diag *diag,
                        Text *out);

/* Has the field, named likewise, a value? A bare name asks both records. False,
 * with the error in `diag`, if there is no such field. */
bool letter_field_present(Arena *a, Text name, const Contact *from,
                          const Contact *to, const char *lang, Diag *diag,
                          bool *present);

/* The records that a field's value may come from. */
typedef enum LetterSide {
    LETTER_OF_FROM = 1,
    LETTER_OF_TO = 2,
    LETTER_OF_BOTH = 3
} LetterSide;
LetterSide letter_field_side(Text name);

/* A date in words: "22 November 2026" (en-GB), "November 22, 2026" (en-US),
 * "2026年11月22日" (zh), "2026-يىلى 22-نويابىر" (ug). `iso` is "2026-11-22".
 * False if it is not a date that exists (from 1583 on). ICU, with the patterns
 * of facts 5.4 where CLDR is known to be wrong; a language ICU has no dates in
 * gets the ISO form. */
bool letter_date(Arena *a, const char *iso, size_t n, const char *lang,
                 const char **out);

#endif
