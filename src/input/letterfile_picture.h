/* letterfile_picture.h - the pictures that a letter names. */
#ifndef ENVOI_INPUT_LETTERFILE_PICTURE_H
#define ENVOI_INPUT_LETTERFILE_PICTURE_H

#include "model/letter.h"

/* A picture is a file, not an address on the network, and has words for those
 * who cannot see it. `where` is the whole of it, `how` the way to write the
 * words. False, with the error in `diag`, if something is missing. Whether the
 * file is there is the job's to find out. */
bool picture_check(Text file, Text alt, Span where, const char *how,
                   Diag *diag);

#endif
