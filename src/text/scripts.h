/* scripts.h - the script of every character of a paragraph (UAX #24, private
 * to src/text), and which scripts a language is written in.
 *
 * Common and Inherited characters take the script before them, at the start
 * the one behind; a closing bracket or quotation mark takes its opener's.
 * Beyond UAX #24:
 * - an isolate is resolved by itself; if it has no letter and runs left to
 *   right inside right-to-left text (a phone number), it is Latin;
 * - full-width and CJK punctuation is never Latin;
 * - in a text whose language writes Han (not Korean), the marks that Latin and
 *   Chinese share (quotation marks, dashes, dots, the interpunct) are Han next
 *   to a Han or kana character;
 * - a character with Script_Extensions takes none that is not among them.
 */
#ifndef ENVOI_TEXT_SCRIPTS_H
#define ENVOI_TEXT_SCRIPTS_H

#include <stdbool.h>
#include <unicode/uscript.h>

#include "text/ustring.h"

/* One code per UTF-16 unit, in the arena; `levels` are the bidi levels. */
UScriptCode *scripts_resolve(Arena *a, const UString *u, const uint8_t *levels);

/* The script code of a language tag, which may be a mixed one (Jpan, Kore) or
 * a form of Han (Hans, Hant); USCRIPT_COMMON if it is unknown. */
UScriptCode scripts_of_lang(const char *lang);

/* Is `script` one that text in a language of `code` is written in? */
bool scripts_writes(UScriptCode code, UScriptCode script);

/* Han, kana, Bopomofo. */
bool scripts_is_cjk(UScriptCode script);

#endif
