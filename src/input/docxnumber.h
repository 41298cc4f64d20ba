/* docxnumber.h - the labels of lists in a .docx (ISO/IEC 29500-1, 17.9).
 *
 * Private to docxstyles.c.
 */
#ifndef ENVOI_INPUT_DOCXNUMBER_H
#define ENVOI_INPUT_DOCXNUMBER_H

#include "input/office.h"

typedef struct DocxNumbering DocxNumbering;

DocxNumbering *docxnumbering_new(Arena *a, const XmlNode *root);
/* As docxstyles_label. */
const char *docxnumbering_next(DocxNumbering *d, int list, int level,
                               bool *ordered);

/* A number of a list as "c" or "iii"; `format` as Word calls it. */
const char *list_number(Arena *a, int value, const char *format);

#endif
