/* contrast.h - how well one colour is read on another (WCAG 2.2, 1.4.3). */
#ifndef THEME_CONTRAST_H
#define THEME_CONTRAST_H

#include "theme/theme.h"

/* The ratio, from 1 to 21; the order does not matter. 0xRRGGBB. */
double contrast_ratio(uint32_t a, uint32_t b);

/* The pairs that must be read on one another: text 4.5, rules with a meaning
   3 (1.4.11). */
struct contrast_pair {
	enum hue hue;
	enum hue ground;
	double least;
};
const struct contrast_pair *contrast_pair(size_t i); /* NULL: past the end */

#endif
