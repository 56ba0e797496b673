/* rule_attrs.c - attributes against the element table: presence and value. */
#include "base/date.h"
#include "base/text.h"
#include "base/uri.h"
#include "check/check.h"
#include "lang/zone.h"

#include <string.h>

void rule_required(struct check *c, const node *n)
{
	const struct element_info *info = element_info(n->element);
	for (int a = 1; a < ATTR_COUNT; a++) {
		const struct attr_rule *r =
			element_attr(n->element, (prfmt_attr)a);
		if (!r || !r->required || node_get(n, r->attr))
			continue;
		const char *hint = "";
		if (r->attr == PRFMT_AT_LANG)
			hint = "add xml:lang=\"…\", or give --set lang=TAG";
		diags_say_as(c->diags, CODE_ATTR_MISSING, PRFMT_ERROR, n->at,
		             READERS_FORMATS, hint, "<%s> has no attribute %s",
		             info->name, attr_name(r->attr));
	}
}

static bool in_list(struct span value, const char *list)
{
	struct span rest = text_span(list);
	struct span word;
	while (text_word(&rest, &word))
		if (text_equal(word, value))
			return true;
	return false;
}

/* BCP 47, well-formedness of the usual shape. */
bool check_is_lang(struct span s)
{
	size_t run = 0;
	bool first = true;
	for (size_t i = 0; i <= s.len; i++) {
		char ch = i < s.len ? s.at[i] : '-';
		if (ch == '-') {
			if (!run || run > 8 || (first && run == 4))
				return false;
			run = 0;
			first = false;
		} else if (text_is_alpha(ch) || (!first && text_is_digit(ch))) {
			run++;
		} else {
			return false;
		}
	}
	return s.len > 0;
}

static bool is_integer(struct span s)
{
	uint64_t value = 0;
	if (s.len && (s.at[0] == '-' || s.at[0] == '+'))
		s = (struct span){ s.at + 1, s.len - 1 };
	return text_uint(s, &value);
}

static bool is_positive(struct span s)
{
	uint64_t value = 0;
	if (s.len && s.at[0] == '+')
		s = (struct span){ s.at + 1, s.len - 1 };
	return text_uint(s, &value) && value > 0;
}

static bool is_decimal(struct span s)
{
	size_t digits = 0;
	size_t points = 0;
	for (size_t i = 0; i < s.len; i++) {
		if (text_is_digit(s.at[i]))
			digits++;
		else if (s.at[i] == '.')
			points++;
		else if (i || (s.at[i] != '-' && s.at[i] != '+'))
			return false;
	}
	return digits && points <= 1;
}

static bool name_byte(char ch)
{
	return text_is_alpha(ch) || text_is_digit(ch) || (ch & 0x80) ||
	       ch == '.' || ch == '-' || ch == '_';
}

static bool is_name(struct span s, bool token)
{
	for (size_t i = 0; i < s.len; i++)
		if (!name_byte(s.at[i]) && !(token && s.at[i] == ':'))
			return false;
	return s.len && (token || !(text_is_digit(s.at[0]) ||
	                            s.at[0] == '-' || s.at[0] == '.'));
}

static bool is_tel(struct span s)
{
	if (s.len < 2 || s.at[0] != '+')
		return false;
	for (size_t i = 1; i < s.len; i++)
		if (!text_is_digit(s.at[i]))
			return false;
	return true;
}

static void wrong(struct check *c, const node *n, const struct attr *a,
                  const char *hint)
{
	diags_say_as(c->diags, CODE_ATTR_VALUE, PRFMT_ERROR, a->at,
	             READERS_FORMATS, hint, "%s=\"%.*s\" of <%s> is not valid",
	             attr_name(a->id), (int)(a->len < 80 ? a->len : 80),
	             a->value, element_info(n->element)->name);
}

static void instant(struct check *c, const struct attr *a)
{
	struct instant t;
	const char *name = attr_name(a->id);
	switch (date_instant((struct span){ a->value, a->len }, &t)) {
	case DATE_OK:
		return;
	case DATE_NO_OFFSET:
		diags_say(c->diags, CODE_INSTANT_OFFSET, a->at,
		          READERS_FORMATS,
		          "%s=\"%.40s\" has no offset from UTC", name,
		          a->value);
		return;
	case DATE_NO_TIME:
		diags_say(c->diags, CODE_INSTANT, a->at, READERS_FORMATS,
		          "%s=\"%.40s\" is a date without a time", name,
		          a->value);
		return;
	case DATE_SHAPE:
		diags_say(c->diags, CODE_INSTANT, a->at, READERS_FORMATS,
		          "%s=\"%.40s\" is not an instant", name, a->value);
		return;
	case DATE_RANGE:
		diags_say(c->diags, CODE_INSTANT, a->at, READERS_FORMATS,
		          "%s=\"%.40s\" does not exist", name, a->value);
		return;
	}
}

enum { ZONES_MOST = 32 }; /* a box of more lines fits no page's head */

static void zones(struct check *c, const struct attr *a)
{
	struct span rest = { a->value, a->len };
	struct span word;
	for (size_t i = 0; text_word(&rest, &word); i++) {
		char name[64] = "";
		if (i == ZONES_MOST) {
			diags_say_as(c->diags, CODE_ZONE, PRFMT_ERROR, a->at,
			             READERS_FORMATS, "", "%s names more than "
			             "%d time zones", attr_name(a->id),
			             (int)ZONES_MOST);
			return;
		}
		if (word.len < sizeof name)
			memcpy(name, word.at, word.len);
		if (!zone_find(name))
			diags_say(c->diags, CODE_ZONE, a->at, READERS_FORMATS,
			          "there is no time zone \"%.*s\"",
			          (int)(word.len < 60 ? word.len : 60),
			          word.at);
	}
}

static void lang(struct check *c, const struct attr *a)
{
	if (!check_is_lang((struct span){ a->value, a->len }))
		diags_say(c->diags, CODE_LANG_TAG, a->at, READERS_FORMATS,
		          "%s=\"%.40s\" is not a language tag",
		          attr_name(a->id), a->value);
}

static void value(struct check *c, const node *n, const struct attr_rule *r,
                  const struct attr *a)
{
	struct span v = { a->value, a->len };
	struct civil day;
	switch (r->kind) {
	case VALUE_TEXT:
	case VALUE_ID:    /* rule_ids */
	case VALUE_IDREF: /* rule_reference */
		return;
	case VALUE_ENUM:
		if (!in_list(v, r->values)) {
			struct buf hint = { 0 };
			buf_puts(&hint, "one of ");
			buf_puts(&hint, r->values);
			wrong(c, n, a, buf_text(&hint));
			check_done(c, &hint);
		}
		return;
	case VALUE_URI:
	case VALUE_ANY_URI:
		if (text_all_blank(v))
			wrong(c, n, a, "an address is needed");
		return;
	case VALUE_LANG:
		lang(c, a);
		return;
	case VALUE_POSITIVE:
		if (!is_positive(v))
			wrong(c, n, a, "a whole number from 1");
		return;
	case VALUE_INTEGER:
		if (!is_integer(v))
			wrong(c, n, a, "a whole number");
		return;
	case VALUE_DECIMAL:
		if (!is_decimal(v))
			wrong(c, n, a,
			      "digits with a point, for example -12.5");
		return;
	case VALUE_INSTANT:
		instant(c, a);
		return;
	case VALUE_DAY:
		if (date_day(v, &day))
			wrong(c, n, a, "a date such as 2026-11-25");
		return;
	case VALUE_NMTOKEN:
		if (!is_name(v, true))
			wrong(c, n, a, "a code such as medtop:20000343");
		return;
	case VALUE_TEL:
		if (!is_tel(v))
			wrong(c, n, a, "+ and digits alone, as one dials "
			               "from abroad");
		return;
	case VALUE_ZONE:
	case VALUE_ZONES:
		zones(c, a);
		return;
	}
}

void rule_values(struct check *c, const node *n)
{
	for (const struct attr *a = n->attrs; a; a = a->next) {
		const struct attr_rule *r = element_attr(n->element, a->id);
		if (!r)
			continue;
		value(c, n, r, a);
		if (r->kind == VALUE_ID &&
		    !is_name((struct span){ a->value, a->len }, false))
			wrong(c, n, a, "a name of letters, digits, - . and _");
	}
}

void rule_alt(struct check *c, const node *n)
{
	if (!node_get(n, PRFMT_AT_ALT))
		diags_say(c->diags, CODE_ALT, n->at, READERS_FORMATS,
		          "the picture has no alt text");
}

static void scheme(struct check *c, struct span address, struct place at)
{
	struct buf clean = { 0 };
	uri_clean(&clean, address);
	struct span uri = buf_view(&clean);
	if (uri.len && !uri_may_link(uri))
		diags_say(c->diags, CODE_LINK_SCHEME, at, READERS_FORMATS,
		          "\"%.*s\" cannot be a link",
		          (int)(uri.len < 60 ? uri.len : 60), uri.at);
	check_done(c, &clean);
}

void rule_link(struct check *c, const node *n)
{
	scheme(c, node_get_span(n, PRFMT_AT_HREF),
	       node_attr_place(n, PRFMT_AT_HREF));
}

void rule_url(struct check *c, const node *n)
{
	struct buf plain = { 0 };
	node_plain(&plain, n);
	scheme(c, buf_view(&plain), n->at);
	check_done(c, &plain);
}

void rule_urgency(struct check *c, const node *n)
{
	struct buf plain = { 0 };
	node_plain(&plain, n);
	if (!plain.status &&
	    (plain.len != 1 || plain.at[0] < '1' || plain.at[0] > '9'))
		diags_say_as(c->diags, CODE_ATTR_VALUE, PRFMT_ERROR, n->at,
		             READERS_FORMATS, "a digit from 1 (most) to 9",
		             "<urgency> is not a number from 1 to 9");
	check_done(c, &plain);
}
