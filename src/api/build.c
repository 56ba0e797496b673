/* build.c - the public calls that make and change a release. */
#include "base/limits.h"
#include "base/text.h"
#include "model/release.h"
#include "read/read.h"

#include <string.h>

static const struct place nowhere = { 0, 0, 0 };

/* UTF-8 that XML can carry (XML 1.0, production 2). */
static bool can_carry(struct span s)
{
	size_t i = 0;
	while (i < s.len) {
		uint32_t cp = 0;
		size_t n = text_next(s.at + i, s.len - i, &cp);
		if (!n || !text_xml_char(cp))
			return false;
		i += n;
	}
	return true;
}

static struct span given(const char *at, size_t len)
{
	if (len == PRFMT_NTS)
		return text_span(at);
	return (struct span){ at ? at : "", len };
}

static status start(prfmt_release *rel, struct span lang)
{
	static const prfmt_element parts[] = { PRFMT_EL_HEAD, PRFMT_EL_BODY,
		PRFMT_EL_BACK };
	rel->built = true;
	rel->document.element = PRFMT_EL_FOREIGN;
	rel->name = arena_copy(&rel->arena, "", 0);
	rel->root = node_add(rel, &rel->document, PRFMT_EL_RELEASE, nowhere);
	if (!rel->name || !rel->root)
		return PRFMT_ENOMEM;
	for (size_t i = 0; i < COUNT(parts); i++)
		if (!node_add(rel, rel->root, parts[i], nowhere))
			return PRFMT_ENOMEM;
	return lang.len ? node_set(rel, rel->root, PRFMT_AT_LANG, lang, nowhere)
	                : PRFMT_OK;
}

prfmt_status prfmt_release_new(const char *lang, prfmt_release **out)
{
	struct span tag = text_span(lang);
	if (out)
		*out = NULL;
	if (!out || !can_carry(tag))
		return PRFMT_EINVAL;
	prfmt_release *rel = release_new();
	status st = rel ? start(rel, tag) : PRFMT_ENOMEM;
	if (st)
		release_free(rel);
	else
		*out = rel;
	return st;
}

prfmt_status prfmt_release_clone(const prfmt_release *rel,
                                 prfmt_release **out)
{
	if (out)
		*out = NULL;
	return rel && out ? release_clone(rel, out) : PRFMT_EINVAL;
}

static bool is_known(prfmt_element e)
{
	return e > 0 && (int)e < ELEMENT_COUNT;
}

prfmt_status prfmt_node_add(prfmt_node *parent, prfmt_element e,
                            prfmt_node **child)
{
	if (child)
		*child = NULL;
	if (!parent || !is_known(parent->element) || !is_known(e) ||
	    parent->element == PRFMT_EL_INTERNAL ||
	    !element_allows(parent->element, e))
		return PRFMT_EINVAL;
	prfmt_release *rel = release_of(parent);
	node *n = node_add(rel, parent, e, nowhere);
	if (!n)
		return PRFMT_ENOMEM;
	rel->built = true;
	if (child)
		*child = n;
	return PRFMT_OK;
}

prfmt_status prfmt_node_add_text(prfmt_node *parent, const char *text,
                                 size_t len)
{
	struct span s = given(text, len);
	if (!parent || !text || !is_known(parent->element) ||
	    !element_takes_text(parent->element) || !can_carry(s))
		return PRFMT_EINVAL;
	prfmt_release *rel = release_of(parent);
	rel->built = true;
	return node_add_text(rel, parent, s, nowhere);
}

prfmt_status prfmt_node_add_xml(prfmt_node *parent, const char *xml,
                                size_t len)
{
	struct span s = given(xml, len);
	prfmt_release *part = NULL;
	if (!parent || !xml || !is_known(parent->element) || !can_carry(s))
		return PRFMT_EINVAL;
	prfmt_limits limits = limits_fill(NULL);
	status st = read_fragment(s, parent->element, &limits, &part);
	if (st)
		return st == PRFMT_ESYNTAX ? PRFMT_EINVAL : st;
	for (const node *n = part->root->first; n && !st; n = n->next) {
		bool fits = n->element != PRFMT_EL_TEXT ||
		            element_takes_text(parent->element);
		if (n->element > 0)
			fits = element_allows(parent->element, n->element);
		if (!fits)
			st = PRFMT_EINVAL;
	}
	prfmt_release *rel = release_of(parent);
	node *last = parent->last;
	for (const node *n = part->root->first; n && !st; n = n->next)
		st = n->element == PRFMT_EL_TEXT
		             ? node_add_text(rel, parent,
		                             (struct span){ n->text, n->len },
		                             nowhere)
		             : release_copy(rel, parent, n);
	while (st && parent->last != last)
		node_unlink(parent->last);
	rel->built = true;
	release_free(part);
	return st;
}

prfmt_status prfmt_node_set(prfmt_node *n, prfmt_attr a, const char *value,
                            size_t len)
{
	struct span s = given(value, len);
	if (!n || !is_known(n->element) || !attr_name(a) ||
	    !element_attr(n->element, a) || !can_carry(s))
		return PRFMT_EINVAL;
	prfmt_release *rel = release_of(n);
	rel->built = true;
	if (value)
		return node_set(rel, n, a, s, nowhere);
	struct attr **at = &n->attrs;
	while (*at && (*at)->id != a)
		at = &(*at)->next;
	if (*at)
		*at = (*at)->next;
	return PRFMT_OK;
}

void prfmt_node_remove(prfmt_node *n)
{
	if (!n || !n->parent || !n->parent->parent)
		return;
	release_of(n)->built = true;
	node_unlink(n);
}
