/* post.h - what the post of a country wants of the mail it takes in.
 *
 * The origin reads the country and, for its machines, the shape of the whole;
 * the destination reads the rest. The table is in post.c, with its sources.
 */
#ifndef ENVOI_MODEL_POST_H
#define ENVOI_MODEL_POST_H

#include <stdbool.h>

typedef struct PostRules {
    const char *name;    /* "Deutsche Post"; NULL: no rules are known */
    const char *langs;   /* of the country line, best first, "de fr en"; NULL:
                            the language of the country */
    const char *refused; /* characters that may not occur; "" */
    int lines_home;      /* lines of an address, at most; 0: no rule */
    int lines_abroad;
    int chars;         /* characters of a Latin line, at most; 0: no rule */
    int capital_lines; /* so many Latin lines at the end are in capitals */
    bool latin;        /* says itself that it wants the place abroad in Latin
                          letters, as the UPU does of all mail abroad */
    bool region;       /* and its province too */
    bool plain;        /* no commas and full stops in the lines of the place */
    bool plain_home; /* no comma in the line of the city, inside the country */
    char code[3];    /* alpha-2 of the country of posting */
} PostRules;

/* The rules of a country of posting; of one whose are unknown, and of "", a row
 * that asks for nothing. */
const PostRules *post_rules(const char *origin);

#endif
