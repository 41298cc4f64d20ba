/* addresswords.h - words that tell what a line of an address is.
 *
 * Private to the model layer.
 */
#ifndef ENVOI_MODEL_ADDRESSWORDS_H
#define ENVOI_MODEL_ADDRESSWORDS_H

#include "model/addressparse.h"

/* The next word of `t` from *at: letters, digits and what is not ASCII; *at
 * moves behind it. False at the end. */
bool word_next(Text t, size_t *at, Text *word);
size_t word_count(Text t);
bool has_digit(Text t);

/* What a line in Latin letters says who it is for: PART_NAME, PART_TITLE,
 * PART_ORGANISATION, else PART_LINE. */
AddressPart words_of_addressee(Text t);

/* Is an office among the words: "Xinjiang's government chairman"? */
bool words_of_office(Text t);
bool words_of_chinese_office(Text t);

/* A person, an office or a title by its last word, in Japanese or Korean;
 * else PART_LINE. */
AddressPart words_of_honorific(Text t);

/* A part of an organisation: "Legal Department". */
bool words_of_department(Text t);

/* "Ambassador Cui Tiankai", "Ma Xingrui, Party Secretary": a title and a name
 * in one line. */
bool words_split_title(Text t, Text *title, Text *name);

/* Does a line name a street, a building, a box or a unit of administration? */
bool words_of_place(Text t);
/* The last word is a district's, "Tianshan Qu"; *from is where its name
 * begins. */
bool words_end_in_district(Text t, size_t *from);

/* The same of a line in Chinese characters. */
AddressPart words_of_chinese(Text t);
/* An office or a title and behind it who it is, "司法部 贺荣", "部长贺荣":
 * where the first ends and the other begins. 0 if it is nothing such. */
size_t words_split_chinese(Text t, size_t *behind);

/* A label at the start of `t`, "Phone:", "Attn", and what it is a label of;
 * its length with the colon, 0 if there is none. PART_LABEL: of an address as a
 * whole. */
size_t words_label(Text t, AddressPart *part);
/* What stands behind a label where there is nothing: "None", "N/A", "No
 * Instagram account". */
bool words_are_none(Text t);
/* A line that only says what follows: "Their postal address in Chinese:". */
bool words_are_heading(Text t);
/* "Dear Ambassador". */
bool words_of_salutation(Text t);

#endif
