/* wordsfile.h - read languages/TAG.yaml. */
#ifndef ENVOI_INPUT_WORDSFILE_H
#define ENVOI_INPUT_WORDSFILE_H

#include "model/words.h"

/* The words of `lang`: its own file, else that of its script ("zh-CN" ->
 * zh-Hans), else of its language ("en-GB" -> en). No file is no error here: all
 * words are then missing. False if a file is broken. */
bool wordsfile_load(Arena *a, const char *data_dir, const char *lang,
                    Diag *diag, Words *out);

#endif
