/* rule_market.c - LEI, ISIN and MIC: form and check digits. */
#include "base/text.h"
#include "check/check.h"
#include "check/market.h"

enum { LEI_LEN = 20, ISIN_LEN = 12, MIC_LEN = 4 };

/* 0-9, then A to Z as 10 to 35; -1: neither. */
static int value_of(char ch)
{
	if (text_is_digit(ch))
		return ch - '0';
	return ch >= 'A' && ch <= 'Z' ? ch - 'A' + 10 : -1;
}

static bool is_code(struct span s, size_t len)
{
	for (size_t i = 0; i < s.len; i++)
		if (value_of(s.at[i]) < 0)
			return false;
	return s.len == len;
}

/* ISO 7064, MOD 97-10: letters are two digits, the remainder is 1. */
enum market_fault market_lei(struct span s)
{
	int rest = 0;
	if (!is_code(s, LEI_LEN) || !text_is_digit(s.at[LEI_LEN - 1]) ||
	    !text_is_digit(s.at[LEI_LEN - 2]))
		return MARKET_SHAPE;
	for (size_t i = 0; i < s.len; i++) {
		int value = value_of(s.at[i]);
		rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
	}
	return rest == 1 ? MARKET_OK : MARKET_DIGITS;
}

/* ISO 6166, annex A: letters are two digits; from the right, every second
   digit is doubled; the sum of all digits ends with 0. */
enum market_fault market_isin(struct span s)
{
	int sum = 0;
	bool twice = false;
	if (!is_code(s, ISIN_LEN) || !text_is_digit(s.at[ISIN_LEN - 1]) ||
	    !text_is_alpha(s.at[0]) || !text_is_alpha(s.at[1]))
		return MARKET_SHAPE;
	for (size_t i = s.len; i-- > 0;) {
		for (int left = value_of(s.at[i]), first = 1; first || left;
		     left /= 10, first = 0) {
			int digit = left % 10 * (twice ? 2 : 1);
			sum += digit / 10 + digit % 10;
			twice = !twice;
		}
	}
	return sum % 10 ? MARKET_DIGITS : MARKET_OK;
}

enum market_fault market_mic(struct span s)
{
	return is_code(s, MIC_LEN) ? MARKET_OK : MARKET_SHAPE;
}

static void judge(struct check *c, const node *n, prfmt_attr a, enum code code,
                  const char *shape, enum market_fault (*fault)(struct span s))
{
	const struct attr *attr = node_attr(n, a);
	if (!attr)
		return;
	switch (fault((struct span){ attr->value, attr->len })) {
	case MARKET_OK:
		return;
	case MARKET_SHAPE:
		diags_say(c->diags, code, attr->at, READERS_FORMATS,
		          "%s=\"%.40s\" is not %s", attr_name(a), attr->value,
		          shape);
		return;
	case MARKET_DIGITS:
		diags_say(c->diags, code, attr->at, READERS_FORMATS,
		          "the check digits of %s=\"%.40s\" do not fit",
		          attr_name(a), attr->value);
		return;
	}
}

void rule_lei(struct check *c, const node *n)
{
	judge(c, n, PRFMT_AT_LEI, CODE_LEI,
	      "18 capital letters and digits with two check digits",
	      market_lei);
}

void rule_instrument(struct check *c, const node *n)
{
	judge(c, n, PRFMT_AT_ISIN, CODE_ISIN,
	      "a country, nine capital letters and digits, and a check digit",
	      market_isin);
	judge(c, n, PRFMT_AT_MIC, CODE_MIC, "four capital letters and digits",
	      market_mic);
}
