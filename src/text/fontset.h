/* fontset.h - which face sets which text: the curated stacks of fonts/stacks.
 *
 * The choice is ours, never an accident of the machine. A stack is the list of
 * faces for one family, weight, slant and language; a cluster goes to the
 * first face that has every character of it (a base and its marks are never
 * split over two faces). Files are looked up by name in the font folders of
 * fonts/fonts.conf; nothing is scanned. With `system_fonts`, and only then,
 * fontconfig may add a face that covers a cluster no stack covers.
 *
 * A Fontset belongs to a session and owns its fonts.
 */
#ifndef ENVOI_TEXT_FONTSET_H
#define ENVOI_TEXT_FONTSET_H

#include <stdbool.h>
#include <stdint.h>
#include <unicode/utypes.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "text/font.h"
#include "text/style.h"

typedef struct Fontset Fontset;
typedef struct FontStack FontStack;

/* Reads `data_dir`/fonts/{fonts.conf,stacks}. NULL, with a message, if they
 * are missing or broken. A font file that is missing is no error until text
 * needs it. */
Fontset *fontset_new(const char *data_dir, bool system_fonts, Diag *diag);
void fontset_free(Fontset *fs);

/* The stack for a style; `lang` is the run's language, which may differ from
 * the style's. Never NULL: an unknown language has the common stack. */
const FontStack *fontset_stack(Fontset *fs, const TextStyle *style,
                               const char *lang);

/* The first face of the stack, for the metrics of an empty line; NULL only if
 * none of the stack's files is installed (a message is in `diag`). */
Font *fontset_primary(Fontset *fs, const FontStack *stack, Diag *diag);

/* The first face that covers all of s[0..n): one grapheme cluster. Default
 * ignorable characters and controls need no glyph. `prefer`, if not NULL, is
 * tried first when it is part of the stack (a cluster of common characters
 * stays in the face of its neighbour). NULL if no face covers it. */
Font *fontset_find(Fontset *fs, const FontStack *stack, const UChar *s,
                   uint32_t n, Font *prefer);

/* The one face that sets all of s[0..n), each character for itself, or NULL.
 * What was found for characters under FONTSET_PLAIN, and for dashes and
 * quotation marks, is remembered. */
#define FONTSET_PLAIN 0x180
Font *fontset_plain(Fontset *fs, const FontStack *stack, const UChar *s,
                    uint32_t n);

/* How wide such a character is at `size`; -1 if it is not one of those that
 * are remembered, or has no face. */
Len fontset_plain_advance(Fontset *fs, const FontStack *stack, UChar c,
                          Len size);

/* What the user can do about a cluster that nothing covers, as the end of a
 * sentence: "install fonts-hanazono (HanaMinB covers it)" if a face of the
 * list that is not installed is known to cover its block, else
 * FONTSET_NO_ADVICE. In the arena. */
#define FONTSET_NO_ADVICE "write it another way, or in Latin letters"
const char *fontset_advice(Fontset *fs, Arena *a, const FontStack *stack,
                           const UChar *s, uint32_t n);

/* For `envoi fonts`: every stack with its faces, each present (path) or
 * missing (package). */
void fontset_print(Fontset *fs, Buf *out);

#endif
