/* release.c - XML events in, the release's tree out, by the element table. */
#include "base/alloc.h"
#include "base/text.h"
#include "read/read.h"
#include "xml/xml.h"

#include <string.h>

struct reader {
	prfmt_release *rel;
	const prfmt_limits *limits;
	struct diags *diags;
	node *at;           /* the element we are in */
	struct buf text;    /* of it, not yet in the tree */
	struct place text_at;
	bool text_inked;    /* more than white space */
	bool lenient;
	bool fragment;      /* any of our elements may be the root */
};

static bool is_raw(const node *n)
{
	return n->parent && (n->element == PRFMT_EL_FOREIGN ||
	                     n->element == PRFMT_EL_INTERNAL);
}

static char *copy(struct reader *r, struct span s)
{
	return arena_copy(&r->rel->arena, s.at, s.len);
}

static status flush(struct reader *r)
{
	struct span text = buf_view(&r->text);
	status st = r->text.status;
	if (!st && text.len)
		st = node_add_text(r->rel, r->at, text, r->text_at);
	buf_clear(&r->text);
	r->text_inked = false;
	if (!st && r->rel->nodes > r->limits->nodes) {
		diags_say(r->diags, CODE_LIMIT, r->text_at, 0,
		          "the release has more than %zu elements and texts "
		          "(limit nodes)",
		          r->limits->nodes);
		st = PRFMT_ELIMIT;
	}
	return st;
}

/* -- what is not ours ----------------------------------------------------- */

static status raw_name(struct reader *r, node *n, const struct xml_name *name)
{
	if (!n->raw)
		n->raw = arena_zero(&r->rel->arena, sizeof *n->raw);
	if (!n->raw)
		return PRFMT_ENOMEM;
	n->raw->prefix = copy(r, name ? name->prefix : text_span(""));
	n->raw->local = copy(r, name ? name->local : text_span(""));
	n->raw->uri = copy(r, name ? name->uri : text_span(""));
	return n->raw->prefix && n->raw->local && n->raw->uri ? PRFMT_OK
	                                                      : PRFMT_ENOMEM;
}

static status raw_attr(struct reader *r, node *n, const struct xml_attr *a)
{
	status st = n->raw ? PRFMT_OK : raw_name(r, n, NULL);
	struct raw_attr *one = arena_zero(&r->rel->arena, sizeof *one);
	if (st || !one)
		return PRFMT_ENOMEM;
	one->prefix = copy(r, a->prefix);
	one->local = copy(r, a->local);
	one->uri = copy(r, a->uri);
	one->value = copy(r, a->value);
	one->len = a->value.len;
	if (!one->prefix || !one->local || !one->uri || !one->value)
		return PRFMT_ENOMEM;
	struct raw_attr **end = &n->raw->attrs;
	while (*end)
		end = &(*end)->next;
	*end = one;
	return PRFMT_OK;
}

static status raw_element(struct reader *r, const struct xml_name *name,
                          const struct xml_attr *attrs, size_t count,
                          struct place at)
{
	node *n = node_add(r->rel, r->at, PRFMT_EL_FOREIGN, at);
	if (!n)
		return PRFMT_ENOMEM;
	status st = raw_name(r, n, name);
	for (size_t i = 0; i < count && !st; i++)
		st = raw_attr(r, n, &attrs[i]);
	r->at = n;
	return st;
}

/* -- ours ----------------------------------------------------------------- */

static int shown(struct span s)
{
	return (int)(s.len < 80 ? s.len : 80);
}

static prfmt_severity unknown_severity(const struct reader *r)
{
	return r->lenient ? PRFMT_WARNING : PRFMT_ERROR;
}

static const char *hint_for(char *room, size_t size, const char *nearest,
                            const char *before, const char *after)
{
	room[0] = '\0';
	if (nearest) {
		struct buf b = { 0 };
		buf_puts(&b, "did you mean ");
		buf_puts(&b, before);
		buf_puts(&b, nearest);
		buf_puts(&b, after);
		buf_byte(&b, '?');
		if (buf_view(&b).len < size)
			memcpy(room, buf_text(&b), buf_view(&b).len + 1);
		buf_free(&b);
	}
	return room;
}

static status our_attr(struct reader *r, node *n, const struct xml_attr *a)
{
	bool lang = text_is(a->uri, XML_NS) && text_is(a->local, "lang");
	prfmt_attr id = lang ? PRFMT_AT_LANG : (prfmt_attr)0;
	if (!a->uri.len)
		id = attr_find(a->local);
	if (id && element_attr(n->element, id))
		return node_set(r->rel, n, id, a->value, a->at);
	const char *element = element_info(n->element)->name;
	if (a->uri.len) {
		diags_say(r->diags, CODE_FOREIGN, a->at, 0,
		          "the attribute %.*s of <%s> is of another namespace "
		          "and is not rendered",
		          shown(a->local), a->local.at, element);
	} else {
		char hint[80];
		const char *nearest = attr_nearest(n->element, a->local);
		diags_say_as(r->diags, CODE_ATTR_UNKNOWN, unknown_severity(r),
		             a->at, 0,
		             hint_for(hint, sizeof hint, nearest, "", ""),
		             "<%s> has no attribute %.*s", element,
		             shown(a->local), a->local.at);
	}
	return raw_attr(r, n, a);
}

/* An unknown element in text or among blocks lets its content through; the
   mark is taken off again at its end. */
static bool lets_through(const node *parent)
{
	return element_takes_text(parent->element) ||
	       element_info(parent->element)->content == CONTENT_BLOCKS;
}

static bool is_let_through(const node *n)
{
	return n->element == PRFMT_EL_SPAN && n->raw && n->raw->local[0];
}

static void let_through(node *n)
{
	while (n->first) {
		node *child = n->first;
		node_unlink(child);
		child->parent = n->parent;
		/* put it in as a sibling before n */
		child->next = n;
		child->prev = n->prev;
		if (n->prev)
			n->prev->next = child;
		else
			n->parent->first = child;
		n->prev = child;
	}
	node_unlink(n);
}

/* Among blocks, words can only be let through as a paragraph. */
static bool is_paragraph(const node *n)
{
	const node *up = n->parent;
	while (is_let_through(up))
		up = up->parent;
	if (up->element <= 0 || node_is_blockish(n) ||
	    element_info(up->element)->content != CONTENT_BLOCKS)
		return false;
	for (const node *c = n->first; c; c = c->next)
		if (c->element > 0 ||
		    (c->element == PRFMT_EL_TEXT &&
		     !text_all_blank((struct span){ c->text, c->len })))
			return true;
	return false;
}

static status unknown(struct reader *r, const struct xml_name *name,
                      const struct xml_attr *attrs, size_t count,
                      struct place at)
{
	char hint[80];
	bool through = lets_through(r->at);
	const char *nearest = element_nearest(r->at->element, name->local);
	diags_say_as(r->diags, CODE_ELEMENT_UNKNOWN, unknown_severity(r), at, 0,
	             hint_for(hint, sizeof hint, nearest, "<", ">"),
	             "there is no element <%.*s>%s", shown(name->local),
	             name->local.at,
	             !r->lenient ? ""
	             : through   ? "; its content is kept without it"
	                         : "; it is not rendered");
	if (!through)
		return raw_element(r, name, attrs, count, at);
	node *n = node_add(r->rel, r->at, PRFMT_EL_SPAN, at);
	if (!n)
		return PRFMT_ENOMEM;
	r->at = n;
	return raw_name(r, n, name);
}

static status root(struct reader *r, const struct xml_name *name,
                   struct place at)
{
	if (text_is(name->local, "release") && text_is(name->uri, RELEASE_NS))
		return PRFMT_OK;
	if (text_is(name->local, "release") && name->uri.len)
		diags_say(r->diags, CODE_NAMESPACE, at, 0,
		          "<release> is of the namespace %.*s, not of %s",
		          shown(name->uri), name->uri.at, RELEASE_NS);
	else if (text_is(name->local, "release"))
		diags_say(r->diags, CODE_NAMESPACE, at, 0,
		          "<release> has no namespace");
	else
		diags_say(r->diags, CODE_ROOT, at, 0,
		          "the root is <%.*s>, not a release",
		          shown(name->local), name->local.at);
	return PRFMT_ESYNTAX;
}

static status on_start(void *user, const struct xml_name *name,
                       const struct xml_attr *attrs, size_t count,
                       struct place at)
{
	struct reader *r = user;
	status st = flush(r);
	if (!st && r->at == &r->rel->document && !r->fragment)
		st = root(r, name, at);
	if (st)
		return st;
	if (is_raw(r->at))
		return raw_element(r, name, attrs, count, at);
	if (!text_is(name->uri, RELEASE_NS)) {
		diags_say(r->diags, CODE_FOREIGN, at, 0,
		          "<%.*s> is of another namespace and is not rendered",
		          shown(name->local), name->local.at);
		return raw_element(r, name, attrs, count, at);
	}
	prfmt_element e = element_find(name->local);
	if (!e)
		return unknown(r, name, attrs, count, at);
	node *n = node_add(r->rel, r->at, e, at);
	if (!n)
		return PRFMT_ENOMEM;
	if (r->at == &r->rel->document)
		r->rel->root = n;
	r->at = n;
	for (size_t i = 0; i < count && !st; i++)
		st = our_attr(r, n, &attrs[i]);
	return st;
}

static status on_end(void *user)
{
	struct reader *r = user;
	status st = flush(r);
	node *n = r->at;
	r->at = n->parent;
	if (st || n->element <= 0)
		return st;
	if (is_let_through(n) && is_paragraph(n)) {
		n->element = PRFMT_EL_P;
		n->raw = NULL;
	} else if (is_let_through(n)) {
		let_through(n);
		return PRFMT_OK;
	}
	return release_settle(n, r->limits, r->diags);
}

static status on_text(void *user, struct span text, struct place at)
{
	struct reader *r = user;
	if (!r->text.len)
		r->text_at = at;
	buf_span(&r->text, text);
	r->text_inked |= !text_all_blank(text);
	if (r->text.len > r->limits->block_bytes && r->text_inked) {
		diags_say(r->diags, CODE_LIMIT, r->text_at, 0,
		          "there are more than %zu bytes of text here (limit "
		          "block_bytes)",
		          r->limits->block_bytes);
		return PRFMT_ELIMIT;
	}
	return r->text.status;
}

static status aside(struct reader *r, prfmt_element e, struct span name,
                    struct span text, struct place at)
{
	status st = flush(r);
	node *n = st ? NULL : node_add(r->rel, r->at, e, at);
	if (!n)
		return st ? st : PRFMT_ENOMEM;
	n->text = copy(r, text);
	n->len = text.len;
	if (name.len) {
		struct xml_name target = { .local = name };
		st = raw_name(r, n, &target);
	}
	return n->text ? st : PRFMT_ENOMEM;
}

static status on_comment(void *user, struct span text, struct place at)
{
	return aside(user, PRFMT_EL_COMMENT, text_span(""), text, at);
}

static status on_pi(void *user, struct span target, struct span data,
                    struct place at)
{
	return aside(user, PRFMT_EL_PI, target, data, at);
}

static status read_events(prfmt_release *rel, const prfmt_limits *limits,
                          bool lenient, bool fragment)
{
	static const struct xml_events events = { on_start, on_end, on_text,
		on_comment, on_pi };
	struct reader r = {
		.rel = rel,
		.limits = limits,
		.diags = &rel->found,
		.at = &rel->document,
		.lenient = lenient,
		.fragment = fragment,
	};
	/* the only node without a parent; never shown to anyone */
	rel->document.element = PRFMT_EL_FOREIGN;
	struct span text = { rel->text, rel->text_len };
	status st = xml_parse(text, limits, &rel->found, &events, &r);
	buf_free(&r.text);
	return st;
}

status read_release_xml(prfmt_release *rel, const prfmt_limits *limits,
                        uint32_t flags)
{
	return read_events(rel, limits, flags & PRFMT_READ_LENIENT, false);
}

status read_fragment(struct span xml, prfmt_element in,
                     const prfmt_limits *limits, prfmt_release **out)
{
	struct buf text = { 0 };
	prfmt_release *rel = release_new();
	const char *name = element_info(in)->name;
	buf_byte(&text, '<');
	buf_puts(&text, name);
	buf_puts(&text, " xmlns=\"" RELEASE_NS "\">");
	buf_span(&text, xml);
	buf_puts(&text, "</");
	buf_puts(&text, name);
	buf_byte(&text, '>');
	status st = rel ? text.status : PRFMT_ENOMEM;
	if (!st) {
		rel->text = text.at;
		rel->text_len = text.len;
		text = (struct buf){ 0 };
		st = read_events(rel, limits, false, true);
	}
	if (!st && (rel->found.count || rel->root->next))
		st = PRFMT_ESYNTAX; /* unknown, foreign, or it closed itself */
	buf_free(&text);
	if (st)
		release_free(rel);
	else
		*out = rel;
	return st;
}
