/* uri.c - addresses as written in; cleaned, judged and encoded out. */
#include "base/uri.h"

#include "base/text.h"

#include <string.h>

static bool is_c0_or_space(char byte)
{
	return (unsigned char)byte <= 0x20;
}

void uri_clean(struct buf *out, struct span text)
{
	while (text.len && is_c0_or_space(text.at[0])) {
		text.at++;
		text.len--;
	}
	while (text.len && is_c0_or_space(text.at[text.len - 1]))
		text.len--;
	for (size_t i = 0; i < text.len; i++) {
		unsigned char c = (unsigned char)text.at[i];
		if (c >= 0x20 && c != 0x7F)
			buf_byte(out, text.at[i]);
	}
}

struct span uri_scheme(struct span cleaned)
{
	size_t n = 0;
	while (n < cleaned.len &&
	       (text_is_alpha(cleaned.at[n]) ||
	        (n && (text_is_digit(cleaned.at[n]) || cleaned.at[n] == '+' ||
	               cleaned.at[n] == '-' || cleaned.at[n] == '.'))))
		n++;
	if (!n || n == cleaned.len || cleaned.at[n] != ':')
		n = 0;
	return (struct span){ cleaned.at, n };
}

static bool scheme_in(struct span scheme, const char *const *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (text_same(scheme, text_span(list[i])))
			return true;
	return false;
}

bool uri_is_web(struct span cleaned)
{
	static const char *const web[] = { "http", "https" };
	struct span scheme = uri_scheme(cleaned);
	const char *rest = cleaned.at + scheme.len;
	return scheme_in(scheme, web, COUNT(web)) &&
	       cleaned.len > scheme.len + 3 && !memcmp(rest, "://", 3) &&
	       !strchr("/?#", rest[3]);
}

bool uri_may_link(struct span cleaned)
{
	static const char *const plain[] = { "mailto", "tel" };
	struct span scheme = uri_scheme(cleaned);
	return uri_is_web(cleaned) ||
	       (scheme_in(scheme, plain, COUNT(plain)) &&
	        cleaned.len > scheme.len + 1);
}

bool uri_is_absolute(struct span cleaned)
{
	size_t n = uri_scheme(cleaned).len;
	return n > 0 && cleaned.len > n + 1;
}

static bool is_hex(char c)
{
	return text_is_digit(c) || (c >= 'a' && c <= 'f') ||
	       (c >= 'A' && c <= 'F');
}

/* RFC 3986, 2: unreserved, gen-delims and sub-delims stand as they are. */
static bool stands(struct span s, size_t i)
{
	char c = s.at[i];
	if (c == '%')
		return i + 2 < s.len && is_hex(s.at[i + 1]) &&
		       is_hex(s.at[i + 2]);
	return text_is_alpha(c) || text_is_digit(c) ||
	       (c && strchr("-._~:/?#[]@!$&'()*+,;=", c));
}

void uri_encode(struct buf *out, struct span cleaned)
{
	static const char hex[] = "0123456789ABCDEF";
	for (size_t i = 0; i < cleaned.len; i++) {
		unsigned char c = (unsigned char)cleaned.at[i];
		if (stands(cleaned, i)) {
			buf_byte(out, (char)c);
			continue;
		}
		buf_byte(out, '%');
		buf_byte(out, hex[c >> 4]);
		buf_byte(out, hex[c & 15]);
	}
}
