/* node.c - builds and asks the tree. */
#include "model/node.h"

#include "base/text.h"
#include "model/release.h"
#include "model/walk.h"

#include <string.h>

static void link_last(node *parent, node *n)
{
	n->parent = parent;
	n->prev = parent->last;
	n->next = NULL;
	if (parent->last)
		parent->last->next = n;
	else
		parent->first = n;
	parent->last = n;
}

node *node_add(prfmt_release *rel, node *parent, prfmt_element e,
               struct place at)
{
	node *n = arena_zero(&rel->arena, sizeof *n);
	if (!n)
		return NULL;
	n->element = e;
	n->at = at;
	link_last(parent, n);
	rel->nodes++;
	return n;
}

status node_add_text(prfmt_release *rel, node *parent, struct span text,
                     struct place at)
{
	if (!text.len)
		return PRFMT_OK;
	char *copy = arena_copy(&rel->arena, text.at, text.len);
	node *n = copy ? node_add(rel, parent, PRFMT_EL_TEXT, at) : NULL;
	if (!n)
		return PRFMT_ENOMEM;
	n->text = copy;
	n->len = text.len;
	return PRFMT_OK;
}

status node_set(prfmt_release *rel, node *n, prfmt_attr a, struct span value,
                struct place at)
{
	struct attr **end = &n->attrs;
	while (*end && (*end)->id != a)
		end = &(*end)->next;
	struct attr *one = *end;
	char *copy = arena_copy(&rel->arena, value.at, value.len);
	if (!one)
		one = arena_zero(&rel->arena, sizeof *one);
	if (!copy || !one)
		return PRFMT_ENOMEM;
	one->id = a;
	one->value = copy;
	one->len = value.len;
	one->at = at;
	*end = one;
	return PRFMT_OK;
}

void node_unlink(node *n)
{
	if (n->prev)
		n->prev->next = n->next;
	else
		n->parent->first = n->next;
	if (n->next)
		n->next->prev = n->prev;
	else
		n->parent->last = n->prev;
	n->prev = NULL;
	n->next = NULL;
}

void node_move(node *n, node *before)
{
	node *parent = n->parent;
	node_unlink(n);
	if (!before) {
		link_last(parent, n);
		return;
	}
	n->prev = before->prev;
	n->next = before;
	if (before->prev)
		before->prev->next = n;
	else
		parent->first = n;
	before->prev = n;
}

const struct attr *node_attr(const node *n, prfmt_attr a)
{
	const struct attr *one = n ? n->attrs : NULL;
	while (one && one->id != a)
		one = one->next;
	return one;
}

const char *node_get(const node *n, prfmt_attr a)
{
	const struct attr *one = node_attr(n, a);
	return one ? one->value : NULL;
}

struct span node_get_span(const node *n, prfmt_attr a)
{
	return text_span(node_get(n, a));
}

struct place node_attr_place(const node *n, prfmt_attr a)
{
	const struct attr *one = node_attr(n, a);
	return one ? one->at : n->at;
}

const node *node_child(const node *n, prfmt_element e)
{
	const node *c = n ? n->first : NULL;
	while (c && c->element != e)
		c = c->next;
	return c;
}

const node *node_sibling(const node *n, prfmt_element e)
{
	const node *c = n->next;
	while (c && c->element != e)
		c = c->next;
	return c;
}

size_t node_count(const node *n, prfmt_element e)
{
	size_t count = 0;
	for (const node *c = node_child(n, e); c; c = node_sibling(c, e))
		count++;
	return count;
}

bool node_is_blockish(const node *n)
{
	for (const node *c = n->first; c; c = c->next)
		if (c->element > 0 &&
		    (element_info(c->element)->classes & CLASS_BLOCK))
			return true;
	return false;
}

static const char *inherited(const node *n, prfmt_attr a)
{
	for (; n; n = n->parent) {
		const char *value = node_get(n, a);
		if (value)
			return value;
	}
	return NULL;
}

const char *node_lang(const node *n)
{
	const char *lang = inherited(n, PRFMT_AT_LANG);
	return lang ? lang : "";
}

const char *node_dir(const node *n)
{
	return inherited(n, PRFMT_AT_DIR);
}

void node_plain(struct buf *out, const node *n)
{
	struct walk w = walk_start(n);
	enum walk_event e = WALK_DONE;
	while ((e = walk_next(&w)) != WALK_DONE)
		if (e == WALK_ENTER && w.node->element == PRFMT_EL_TEXT)
			buf_add(out, w.node->text, w.node->len);
}

/* Takes the list from `from` up to and with `to` out of *rest and puts it at
   the end of n. */
static void move_group(node *n, node **rest, node *from, node *to)
{
	node *before = from->prev;
	node *after = to->next;
	if (before)
		before->next = after;
	else
		*rest = after;
	if (after)
		after->prev = before;
	from->prev = n->last;
	to->next = NULL;
	if (n->last)
		n->last->next = from;
	else
		n->first = from;
	n->last = to;
}

static void move_all(node *n, node **rest, prfmt_element e)
{
	node *from = NULL; /* first of the asides before an element */
	node *next = NULL;
	for (node *c = *rest; c; c = next) {
		next = c->next;
		if (!from)
			from = c;
		if (c->element <= 0)
			continue;
		if (c->element == e)
			move_group(n, rest, from, c);
		from = NULL;
	}
}

void node_canonical(node *n)
{
	const struct child_rule *r = element_info(n->element)->children;
	node *rest = n->first;
	n->first = NULL;
	n->last = NULL;
	for (; r && r->element; r++)
		move_all(n, &rest, r->element);
	node *last = rest;
	while (last && last->next)
		last = last->next;
	if (rest)
		move_group(n, &rest, rest, last);
}

/* -- white space ---------------------------------------------------------- */

struct fold {
	node *space_in;    /* the text whose last byte is a space still open */
	bool line_break;   /* the run of that space held a line break */
	bool at_start;     /* nothing to keep before here */
	uint32_t last;     /* the last code point kept */
};

/* The open space turned out to be needless. */
static void drop_space(struct fold *f)
{
	if (f->space_in)
		f->space_in->len--;
	f->space_in = NULL;
}

static void fold_text(struct fold *f, node *n)
{
	/* a text only shrinks, so it is folded where it lies; what is needed
	   of `text` is ours to change: it is in our arena */
	char *out = (char *)(uintptr_t)n->text;
	size_t kept = 0;
	size_t i = 0;
	while (i < n->len) {
		if (text_is_blank(n->text[i])) {
			bool first = !f->space_in && !f->at_start;
			if (!f->space_in)
				f->line_break = false;
			f->line_break |= n->text[i] == '\n';
			if (first) {
				out[kept++] = ' ';
				f->space_in = n;
			}
			i++;
			continue;
		}
		uint32_t cp = 0;
		size_t bytes = text_next(n->text + i, n->len - i, &cp);
		if (!bytes)
			bytes = 1;
		if (f->space_in && f->line_break && text_is_cjk(f->last) &&
		    text_is_cjk(cp)) {
			if (f->space_in == n)
				kept--;
			else
				f->space_in->len--;
		}
		f->space_in = NULL;
		f->at_start = false;
		f->last = cp;
		memmove(out + kept, n->text + i, bytes);
		kept += bytes;
		i += bytes;
	}
	n->len = kept;
	out[kept] = '\0';
}

static void drop_empty_texts(node *top)
{
	struct walk w = walk_start(top);
	enum walk_event e = walk_next(&w);
	while (e != WALK_DONE) {
		node *n = (node *)(uintptr_t)w.node;
		e = walk_next(&w); /* first on, then cut */
		if (n->element == PRFMT_EL_TEXT) {
			if (n->len)
				((char *)(uintptr_t)n->text)[n->len] = '\0';
			else
				node_unlink(n);
		}
	}
}

/* One flow of text; footnotes in it are flows of their own. */
static void fold_flow(const node *top)
{
	struct fold f = { .at_start = true };
	struct walk w = walk_start(top);
	enum walk_event e = WALK_DONE;
	while ((e = walk_next(&w)) != WALK_DONE) {
		node *n = (node *)(uintptr_t)w.node;
		if (n->element == PRFMT_EL_TEXT) {
			fold_text(&f, n);
		} else if (n->element == PRFMT_EL_FOREIGN) {
			walk_skip(&w);
		} else if (n->element == PRFMT_EL_FOOTNOTE && n != top) {
			walk_skip(&w);
		} else if (n->element == PRFMT_EL_BR && e == WALK_ENTER) {
			drop_space(&f);
			f.at_start = true;
		}
	}
	drop_space(&f);
}

void node_fold(node *top)
{
	struct walk w = walk_start(top);
	enum walk_event e = WALK_DONE;
	fold_flow(top);
	while ((e = walk_next(&w)) != WALK_DONE)
		if (e == WALK_ENTER && w.node != top &&
		    w.node->element == PRFMT_EL_FOOTNOTE)
			fold_flow(w.node);
	drop_empty_texts(top);
}
