/* importtargets.h - the lines of the targets, in groups: one for each place
 * that is written to. Private to importing.
 */
#ifndef ENVOI_MODEL_IMPORTTARGETS_H
#define ENVOI_MODEL_IMPORTTARGETS_H

#include "model/importing_parts.h"

/* What a line of the targets is. */
typedef enum LineKind {
    KIND_OFFICE,       /* "Party Secretary of Xinjiang" */
    KIND_PERSON,       /* "Ma Xingrui" */
    KIND_BOTH,         /* "Ambassador Cui Tiankai" */
    KIND_ORGANISATION, /* "Embassy of ..." */
    KIND_PLACE,        /* has a number, a street, a unit */
    KIND_COUNTRY,
    KIND_CONTACT,    /* telephone and their like */
    KIND_SALUTATION, /* with its label */
    KIND_NATIVE,     /* an address in Chinese characters beside a Latin one */
    KIND_HEADING,    /* "In Chinese:" */
    KIND_OTHER
} LineKind;

typedef struct TargetLine {
    Text text;
    LineKind kind;
    bool gap;   /* set apart from the line before */
    bool fresh; /* a heading before it begins a new target */
    bool copy;  /* among those who get a copy */
    bool prose; /* part of a sentence */
    size_t at;  /* index of its line */
} TargetLine;

typedef struct TargetLines {
    VEC(TargetLine) v;
} TargetLines;

typedef struct Group {
    const TargetLine *v;
    size_t n;
} Group;

typedef struct Pieces {
    VEC(Text) v;
} Pieces;

/* A line that ran together, "Ana Ruiz Embassy of Example 1 Example Street
 * Phone: 202 ...", in pieces; of others one. */
void target_pieces(Finder *f, Text t, Pieces *out);

/* Ways to reach somebody, and how one is greeted: what a label inside a line
 * may name. */
bool target_is_channel(AddressPart part);

/* A line without its labels, "Phone:", wherever they stand in it. */
Text target_values(const Finder *f, Text t);

/* Every line of which a word came into no target becomes one that was not
 * understood. */
void account_for_targets(Finder *f, const TargetLines *lines);

LineKind target_line_kind(const Finder *f, Text t);

/* A person and what stands with the name. */
typedef struct Person {
    Text name, title, organisation; /* n == 0: none */
    Text line; /* looks like a name, and is of the address */
} Person;

typedef struct People {
    VEC(Person) v;
    size_t heads; /* lines of the group that they took */
} People;

/* Who is named at the head of a group. */
void group_people(const Finder *f, const Group *g, People *out);

/* "Ma Xingrui, party secretary of Xinjiang, and" in two. */
bool split_person(const Finder *f, Text t, Text *name, Text *title);

/* The target of a group, or its targets, at the end of f->out's. */
void add_targets(Finder *f, const Group *g);

#endif
