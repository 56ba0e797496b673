/* value.h - what may stand in the attributes of a theme file. */
#ifndef THEME_VALUE_H
#define THEME_VALUE_H

#include "theme/theme.h"

struct word {
	const char *name;
	unsigned value;
};
struct words {
	const struct word *at;
	size_t count;
};
enum word_list {
	WORDS_YES,
	WORDS_HUE,
	WORDS_SIDE,
	WORDS_KIND,
	WORDS_FACE,
	WORDS_PAPER,
	WORDS_PALETTE,
	WORDS_BOX,
	WORDS_STYLE,
	WORDS_COUNT
};
struct words value_words(enum word_list list);
/* The colour's name: "accent". */
const char *value_hue(enum hue hue);

/* "-0.008", "21": digits, and a point between digits. */
bool value_decimal(struct span s, double *out);
/* #rgb or #rrggbb. */
bool value_colour(struct span s, uint32_t *out);
/* Families with commas between them, fit to stand in CSS as they are. */
bool value_is_families(struct span s);
/* serif, sans-serif …: no font's name. */
bool value_is_generic(struct span family);

#endif
