/* charblock.h - how a character is told to somebody who cannot read it. */
#ifndef ENVOI_TEXT_CHARBLOCK_H
#define ENVOI_TEXT_CHARBLOCK_H

#include <stdint.h>

#include "base/arena.h"

/* "CJK Unified Ideographs": the name of its block in the Unicode Character
 * Database (Blocks.txt), as ICU has it. */
const char *charblock_name(Arena *a, uint32_t cp);

#endif
