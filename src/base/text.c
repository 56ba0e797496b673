/* text.c - bytes in; code points, comparisons and distances out. */
#include "base/text.h"

#include <string.h>

size_t text_next(const char *at, size_t len, uint32_t *cp)
{
	const unsigned char *p = (const unsigned char *)at;
	if (!len)
		return 0;
	if (p[0] < 0x80) {
		*cp = p[0];
		return 1;
	}
	size_t n = p[0] >= 0xF0 ? 4 : p[0] >= 0xE0 ? 3 : 2;
	if (p[0] < 0xC2 || p[0] > 0xF4 || n > len)
		return 0;
	uint32_t c = p[0] & (0x7Fu >> n);
	for (size_t i = 1; i < n; i++) {
		if ((p[i] & 0xC0) != 0x80)
			return 0;
		c = c << 6 | (p[i] & 0x3F);
	}
	static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
	if (c < least[n] || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
		return 0;
	*cp = c;
	return n;
}

size_t text_put(uint32_t cp, char bytes[4])
{
	if (cp < 0x80) {
		bytes[0] = (char)cp;
		return 1;
	}
	size_t n = cp < 0x800 ? 2 : cp < 0x10000 ? 3 : 4;
	for (size_t i = n - 1; i > 0; i--) {
		bytes[i] = (char)(0x80 | (cp & 0x3F));
		cp >>= 6;
	}
	static const unsigned char lead[] = { 0, 0, 0xC0, 0xE0, 0xF0 };
	bytes[0] = (char)(lead[n] | cp);
	return n;
}

bool text_valid(const char *at, size_t len, size_t *bad)
{
	size_t i = 0;
	while (i < len) {
		uint32_t cp = 0;
		size_t n = text_next(at + i, len - i, &cp);
		if (!n) {
			*bad = i;
			return false;
		}
		i += n;
	}
	return true;
}

bool text_xml_char(uint32_t cp)
{
	return cp >= 0x20 ? cp != 0xFFFE && cp != 0xFFFF
	                  : cp == '\t' || cp == '\n' || cp == '\r';
}

size_t text_count(const char *at, size_t len)
{
	size_t n = 0;
	for (size_t i = 0; i < len; i++)
		n += ((unsigned char)at[i] & 0xC0) != 0x80;
	return n;
}

bool text_is_blank(char byte)
{
	return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r' ||
	       byte == '\f';
}

bool text_all_blank(struct span s)
{
	return text_trim(s).len == 0;
}

struct span text_trim(struct span s)
{
	while (s.len && text_is_blank(s.at[0])) {
		s.at++;
		s.len--;
	}
	while (s.len && text_is_blank(s.at[s.len - 1]))
		s.len--;
	return s;
}

bool text_is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

static char lower(char byte)
{
	return byte >= 'A' && byte <= 'Z' ? (char)(byte + 32) : byte;
}

bool text_is_alpha(char byte)
{
	return lower(byte) >= 'a' && lower(byte) <= 'z';
}

bool text_is_cjk(uint32_t cp)
{
	return (cp >= 0x2E80 && cp <= 0x9FFF && cp != 0x3000) ||
	       (cp >= 0xF900 && cp <= 0xFAFF) ||
	       (cp >= 0xFE30 && cp <= 0xFE4F) ||
	       (cp >= 0xFF00 && cp <= 0xFF9F) ||
	       (cp >= 0x20000 && cp <= 0x3FFFF);
}

struct span text_span(const char *nul_terminated)
{
	if (!nul_terminated)
		return (struct span){ "", 0 };
	return (struct span){ nul_terminated, strlen(nul_terminated) };
}

bool text_equal(struct span a, struct span b)
{
	return a.len == b.len && (a.len == 0 || !memcmp(a.at, b.at, a.len));
}

bool text_is(struct span a, const char *b)
{
	return text_equal(a, text_span(b));
}

bool text_same(struct span a, struct span b)
{
	if (a.len != b.len)
		return false;
	for (size_t i = 0; i < a.len; i++)
		if (lower(a.at[i]) != lower(b.at[i]))
			return false;
	return true;
}

bool text_starts(struct span a, const char *prefix)
{
	size_t n = strlen(prefix);
	return a.len >= n && !memcmp(a.at, prefix, n);
}

bool text_ends(struct span a, const char *suffix)
{
	size_t n = strlen(suffix);
	return a.len >= n && !memcmp(a.at + a.len - n, suffix, n);
}

bool text_word(struct span *rest, struct span *word)
{
	*rest = text_trim(*rest);
	size_t n = 0;
	while (n < rest->len && !text_is_blank(rest->at[n]))
		n++;
	*word = (struct span){ rest->at, n };
	rest->at += n;
	rest->len -= n;
	return n > 0;
}

static size_t least(size_t a, size_t b)
{
	return a < b ? a : b;
}

size_t text_distance(struct span a, struct span b, size_t most)
{
	enum { LONGEST = 40 }; /* no name of ours is longer */
	if (a.len > LONGEST || b.len > LONGEST)
		return most + 1;
	size_t rows[3][LONGEST + 1];
	for (size_t j = 0; j <= b.len; j++)
		rows[0][j] = j;
	for (size_t i = 1; i <= a.len; i++) {
		size_t *now = rows[i % 3];
		const size_t *last = rows[(i + 2) % 3];
		const size_t *before = rows[(i + 1) % 3];
		now[0] = i;
		for (size_t j = 1; j <= b.len; j++) {
			size_t miss = a.at[i - 1] != b.at[j - 1];
			now[j] = least(least(last[j], now[j - 1]) + 1,
			               last[j - 1] + miss);
			if (i > 1 && j > 1 && a.at[i - 1] == b.at[j - 2] &&
			    a.at[i - 2] == b.at[j - 1])
				now[j] = least(now[j], before[j - 2] + 1);
		}
	}
	return least(rows[a.len % 3][b.len], most + 1);
}

bool text_uint(struct span s, uint64_t *value)
{
	uint64_t v = 0;
	if (!s.len || s.len > 18)
		return false;
	for (size_t i = 0; i < s.len; i++) {
		if (!text_is_digit(s.at[i]))
			return false;
		v = v * 10 + (uint64_t)(s.at[i] - '0');
	}
	*value = v;
	return true;
}

bool text_int(struct span s, int64_t *value)
{
	uint64_t digits = 0;
	bool minus = s.len && s.at[0] == '-';
	if (minus || (s.len && s.at[0] == '+'))
		s = (struct span){ s.at + 1, s.len - 1 };
	if (!text_uint(s, &digits))
		return false;
	*value = minus ? -(int64_t)digits : (int64_t)digits;
	return true;
}
