/* set.c - "field=value" texts in; what the release lacks is filled. */
#include "base/text.h"
#include "read/read.h"

#include <string.h>

static const struct place nowhere = { 0, 0, 0 };

/* The child, made when it is not there, in front of what the table puts
   behind it; NULL: no memory. */
static node *need(prfmt_release *rel, node *parent, prfmt_element e)
{
	const node *there = node_child(parent, e);
	if (there)
		return (node *)(uintptr_t)there;
	node *n = node_add(rel, parent, e, nowhere);
	const struct child_rule *r = element_info(parent->element)->children;
	while (r && r->element && r->element != e)
		r++;
	for (; n && r && r->element; r++) {
		const node *later = node_child(parent, r->element);
		if (later && later != n) {
			node_move(n, (node *)(uintptr_t)later);
			break;
		}
	}
	return n;
}

static status fill_text(prfmt_release *rel, node *parent, prfmt_element e,
                        struct span value)
{
	node *n = parent ? need(rel, parent, e) : NULL;
	if (!n)
		return PRFMT_ENOMEM;
	return n->first ? PRFMT_OK : node_add_text(rel, n, value, nowhere);
}

static status fill_attr(prfmt_release *rel, node *n, prfmt_attr a,
                        struct span value)
{
	if (!n)
		return PRFMT_ENOMEM;
	return node_get(n, a) ? PRFMT_OK
	                      : node_set(rel, n, a, value, nowhere);
}

static status set_issuer(prfmt_release *rel, struct span value)
{
	node *head = need(rel, rel->root, PRFMT_EL_HEAD);
	node *issuer = head ? need(rel, head, PRFMT_EL_ISSUER) : NULL;
	return fill_text(rel, issuer, PRFMT_EL_NAME, value);
}

static status set_issued(prfmt_release *rel, struct span value)
{
	node *head = need(rel, rel->root, PRFMT_EL_HEAD);
	node *issued = head ? need(rel, head, PRFMT_EL_ISSUED) : NULL;
	return fill_attr(rel, issued, PRFMT_AT_AT, value);
}

static status set_lang(prfmt_release *rel, struct span value)
{
	return fill_attr(rel, rel->root, PRFMT_AT_LANG, value);
}

static status set_guid(prfmt_release *rel, struct span value)
{
	return fill_attr(rel, rel->root, PRFMT_AT_GUID, value);
}

static status set_contact(prfmt_release *rel, struct span value)
{
	node *back = need(rel, rel->root, PRFMT_EL_BACK);
	if (!back)
		return PRFMT_ENOMEM;
	if (node_child(back, PRFMT_EL_CONTACT))
		return PRFMT_OK;
	node *contact = need(rel, back, PRFMT_EL_CONTACT);
	bool mail = value.len && memchr(value.at, '@', value.len);
	return fill_text(rel, contact, mail ? PRFMT_EL_EMAIL : PRFMT_EL_TEL,
	                 value);
}

static status set_place(prfmt_release *rel, struct span value)
{
	node *head = need(rel, rel->root, PRFMT_EL_HEAD);
	node *dateline = head ? need(rel, head, PRFMT_EL_DATELINE) : NULL;
	return fill_text(rel, dateline, PRFMT_EL_PLACE, value);
}

static status set_headline(prfmt_release *rel, struct span value)
{
	node *head = need(rel, rel->root, PRFMT_EL_HEAD);
	return fill_text(rel, head, PRFMT_EL_HEADLINE, value);
}

static const struct {
	const char *field;
	status (*fill)(prfmt_release *rel, struct span value);
} fields[] = {
	{ "issuer", set_issuer },   { "issued", set_issued },
	{ "lang", set_lang },       { "guid", set_guid },
	{ "contact", set_contact }, { "place", set_place },
	{ "headline", set_headline },
};

static status set_one(prfmt_release *rel, struct span text)
{
	const char *mark = memchr(text.at, '=', text.len);
	size_t n = mark ? (size_t)(mark - text.at) : text.len;
	struct span field = { text.at, n };
	size_t bad = 0;
	for (size_t i = 0; mark && i < COUNT(fields); i++) {
		if (!text_is(field, fields[i].field))
			continue;
		struct span value = { mark + 1, text.len - n - 1 };
		value = text_trim(value);
		if (!value.len || !text_valid(value.at, value.len, &bad))
			break;
		return fields[i].fill(rel, value);
	}
	diags_say_as(&rel->found, CODE_SET, PRFMT_ERROR, nowhere, 0,
	             "fields are issuer issued lang guid contact place "
	             "headline",
	             "cannot set \"%.*s\"",
	             (int)(text.len < 80 ? text.len : 80), text.at);
	return PRFMT_EINVAL;
}

status read_set(prfmt_release *rel, const char *const *set)
{
	status st = PRFMT_OK;
	for (; *set && !st; set++)
		st = set_one(rel, text_span(*set));
	return st;
}
