/* jpeg_segments.h - a JPEG file as its marker segments. ITU-T T.81, annex B.
 *
 * Decoders read pictures; here the file is taken apart, to see how the camera
 * was held and to put it together again without what is not picture: place and
 * time of the photograph, the camera's number, author, a small picture of what
 * was cropped away (Exif, XMP, JFIF thumbnails, comments, what is behind the
 * end).
 */
#ifndef ENVOI_INPUT_JPEG_SEGMENTS_H
#define ENVOI_INPUT_JPEG_SEGMENTS_H

#include <stddef.h>

#include "base/arena.h"

/* The Exif orientation (CIPA DC-008, 4.6.5): 1 upright, 2 to 8 mirrored or
 * turned. 1 if the file does not say. */
int jpeg_orientation(const unsigned char *s, size_t n);

/* A copy that holds tables, frame and scans only. `adobe`: the colour transform
 * (0, 1 or 2) that an APP14 segment shall name, -1 for no such segment. NULL if
 * the file ends before its end marker. */
const unsigned char *jpeg_repack(Arena *a, const unsigned char *s, size_t n,
                                 int adobe, size_t *packed);

#endif
