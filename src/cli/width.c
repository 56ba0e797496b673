/* width.c - bytes of UTF-8 in, characters and the columns they take out. */
#include "cli/width.h"

#include "cli/width_data.h"

#include <stdbool.h>

size_t width_next(const char *text, uint32_t *cp)
{
	static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
	const unsigned char *at = (const unsigned char *)text;
	size_t len = at[0] < 0x80   ? 1
	             : at[0] < 0xC2 ? 0
	             : at[0] < 0xE0 ? 2
	             : at[0] < 0xF0 ? 3
	             : at[0] < 0xF5 ? 4
	                            : 0;
	uint32_t value = len < 2 ? at[0] : at[0] & (0x7Fu >> len);
	size_t n = 1;
	while (n < len && (at[n] & 0xC0) == 0x80)
		value = value << 6 | (at[n++] & 0x3Fu);
	bool good = len && n == len && value >= least[len] &&
	            value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
	*cp = good ? value : 0xFFFD;
	return good ? len : 1;
}

static bool is_in(const struct range *ranges, size_t count, uint32_t cp)
{
	size_t low = 0;
	size_t high = count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (cp > ranges[middle].last)
			low = middle + 1;
		else if (cp < ranges[middle].first)
			high = middle;
		else
			return true;
	}
	return false;
}

unsigned width_of(uint32_t cp)
{
	if (cp < 0x300)
		return 1;
	if (is_in(none, sizeof none / sizeof none[0], cp))
		return 0;
	return is_in(two, sizeof two / sizeof two[0], cp) ? 2 : 1;
}
