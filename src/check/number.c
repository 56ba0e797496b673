/* number.c - a cell's text in, its value and the unit of its last digit out. */
#include "check/number.h"

#include "base/text.h"

enum { DIGITS_MOST = 15, GROUP = 3 }; /* what a double holds exactly */

static uint32_t peek(struct span s, size_t *bytes)
{
	uint32_t cp = 0;
	*bytes = s.len ? text_next(s.at, s.len, &cp) : 0;
	return cp;
}

static void drop(struct span *s, size_t bytes)
{
	s->at += bytes;
	s->len -= bytes;
}

static bool is_space(uint32_t cp)
{
	return cp == ' ' || cp == '\t' || cp == '\n' || cp == 0xA0 ||
	       (cp >= 0x2000 && cp <= 0x200A) || cp == 0x202F;
}

static bool is_minus(uint32_t cp)
{
	return cp == '-' || cp == 0x2212 || (cp >= 0x2010 && cp <= 0x2014);
}

static bool is_currency(uint32_t cp)
{
	return cp == '$' || (cp >= 0xA2 && cp <= 0xA5) ||
	       (cp >= 0x20A0 && cp <= 0x20CF);
}

static void skip_spaces(struct span *s)
{
	size_t bytes = 0;
	while (s->len && is_space(peek(*s, &bytes)))
		drop(s, bytes);
}

/* "EUR", "US$", "Rp", "£": three letters at most, and a sign. */
static void skip_currency(struct span *s)
{
	struct span rest = *s;
	size_t letters = 0;
	size_t bytes = 0;
	while (letters < rest.len && letters < 4 &&
	       text_is_alpha(rest.at[letters]))
		letters++;
	bool known = letters == 3 || text_starts(rest, "Rp");
	drop(&rest, letters);
	if (rest.len && letters < 4 && is_currency(peek(rest, &bytes)))
		drop(&rest, bytes);
	else if (!known || letters > 3)
		return;
	*s = rest;
	skip_spaces(s);
}

static bool next_digit(const struct span *s)
{
	return s->len && text_is_digit(s->at[0]);
}

static bool take_digits(struct span *s, double *value, size_t *count)
{
	size_t before = *count;
	while (next_digit(s)) {
		*value = *value * 10 + (s->at[0] - '0');
		drop(s, 1);
		if (++*count > DIGITS_MOST)
			return false;
	}
	return *count > before;
}

/* A mark between groups of digits, with a digit behind it. */
static bool take_group_mark(struct span *s, char mark, uint32_t *used)
{
	size_t bytes = 0;
	uint32_t cp = peek(*s, &bytes);
	bool fits = cp == (mark == '.' ? ',' : '.') || is_space(cp) ||
	            cp == '\'' || cp == 0x2019;
	if (!bytes || !fits || (*used && cp != *used) || s->len == bytes ||
	    !text_is_digit(s->at[bytes]))
		return false;
	*used = cp;
	drop(s, bytes);
	return true;
}

static bool take_value(struct span *s, char mark, struct number *n)
{
	size_t count = 0;
	uint32_t used = 0;
	if (!take_digits(s, &n->value, &count))
		return false;
	bool long_head = count > GROUP;
	while (take_group_mark(s, mark, &used)) {
		size_t before = count;
		if (long_head || !take_digits(s, &n->value, &count) ||
		    count - before != GROUP)
			return false;
	}
	n->unit = 1;
	if (s->len < 2 || s->at[0] != mark || !text_is_digit(s->at[1]))
		return true;
	size_t whole = count;
	drop(s, 1);
	if (!take_digits(s, &n->value, &count))
		return false;
	n->decimals = (unsigned)(count - whole);
	for (size_t i = whole; i < count; i++)
		n->unit *= 10;
	n->value /= n->unit;
	n->unit = 1 / n->unit;
	return true;
}

/* What may stand before and behind the digits, minus and brackets. */
static bool take_signed(struct span *s, char mark, struct number *n)
{
	bool minus = false;
	size_t bytes = 0;
	skip_currency(s);
	uint32_t cp = peek(*s, &bytes);
	if (is_minus(cp) || cp == '+') {
		minus = cp != '+';
		drop(s, bytes);
		skip_spaces(s);
		skip_currency(s);
	}
	if (!take_value(s, mark, n))
		return false;
	n->value = minus ? -n->value : n->value;
	skip_spaces(s);
	if (s->len && s->at[0] == '%') {
		drop(s, 1);
		skip_spaces(s);
	} else if (s->len) {
		skip_currency(s);
	}
	return true;
}

bool number_take(struct span text, char mark, struct number *out)
{
	struct number n = { 0 };
	size_t bytes = 0;
	skip_spaces(&text);
	bool open = text.len && text.at[0] == '(';
	if (is_minus(peek(text, &bytes))) {
		struct span rest = text;
		drop(&rest, bytes);
		skip_spaces(&rest);
		if (!rest.len) {
			*out = n;
			return true;
		}
	}
	if (open)
		drop(&text, 1);
	if (!take_signed(&text, mark, &n))
		return false;
	if (open && (!text.len || text.at[0] != ')' || n.value < 0))
		return false;
	if (open) {
		drop(&text, 1);
		n.value = -n.value;
		skip_spaces(&text);
		if (text.len && text.at[0] == '%')
			drop(&text, 1); /* "(3.1)%" */
	}
	skip_spaces(&text);
	if (text.len)
		return false;
	*out = n;
	return true;
}
