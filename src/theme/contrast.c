/* contrast.c - two colours in, their contrast ratio out. */
#include "theme/contrast.h"

#include <math.h>

static const struct contrast_pair pairs[] = {
	{ HUE_INK, HUE_PAPER, 4.5 },    { HUE_INK, HUE_TINT, 4.5 },
	{ HUE_MUTED, HUE_PAPER, 4.5 },  { HUE_MUTED, HUE_TINT, 4.5 },
	{ HUE_ACCENT, HUE_PAPER, 4.5 }, { HUE_ACCENT, HUE_TINT, 4.5 },
	{ HUE_LINK, HUE_PAPER, 4.5 },   { HUE_LINK, HUE_TINT, 4.5 },
	{ HUE_RULE, HUE_PAPER, 3 },
};

const struct contrast_pair *contrast_pair(size_t i)
{
	return i < COUNT(pairs) ? &pairs[i] : NULL;
}

/* WCAG 2.2, "relative luminance". */
static double linear(uint32_t byte)
{
	double c = (double)(byte & 0xFF) / 255;
	return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static double luminance(uint32_t rgb)
{
	return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) +
	       0.0722 * linear(rgb);
}

double contrast_ratio(uint32_t a, uint32_t b)
{
	double x = luminance(a);
	double y = luminance(b);
	return x > y ? (x + 0.05) / (y + 0.05) : (y + 0.05) / (x + 0.05);
}
