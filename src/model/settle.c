/* settle.c - an element as read or built in; folded, ordered, capped out. */
#include "base/alloc.h"
#include "base/text.h"
#include "model/release.h"
#include "model/walk.h"

#include <stddef.h>
#include <string.h>

static void drop_blanks(node *n)
{
	node *next = NULL;
	for (node *c = n->first; c; c = next) {
		next = c->next;
		if (c->element == PRFMT_EL_TEXT &&
		    text_all_blank((struct span){ c->text, c->len }))
			node_unlink(c);
	}
}

static status cap_block(const node *n, const prfmt_limits *limits,
                        struct diags *d)
{
	struct buf plain = { 0 };
	node_plain(&plain, n);
	size_t len = plain.len;
	status st = plain.status;
	buf_free(&plain);
	if (st || len <= limits->block_bytes)
		return st;
	diags_say(d, CODE_LIMIT, n->at, 0,
	          "<%s> has more than %zu bytes of text (limit block_bytes)",
	          element_info(n->element)->name, limits->block_bytes);
	return PRFMT_ELIMIT;
}

status release_settle(node *n, const prfmt_limits *limits, struct diags *d)
{
	const struct element_info *info = element_info(n->element);
	if (info->classes & CLASS_INLINE)
		return PRFMT_OK; /* folded with its block */
	switch (info->content) {
	case CONTENT_FLOW:
		if (node_is_blockish(n)) {
			drop_blanks(n);
			return PRFMT_OK;
		}
		node_fold(n);
		return cap_block(n, limits, d);
	case CONTENT_RICH:
	case CONTENT_TEXT:
		node_fold(n);
		return cap_block(n, limits, d);
	case CONTENT_PRE:
		return cap_block(n, limits, d);
	case CONTENT_EMPTY:
	case CONTENT_BLOCKS:
	case CONTENT_SEQUENCE:
	case CONTENT_PAIRS:
	case CONTENT_CELLS:
		drop_blanks(n);
		return PRFMT_OK;
	case CONTENT_CHILDREN:
		drop_blanks(n);
		node_canonical(n);
		return PRFMT_OK;
	case CONTENT_ANY:
		return PRFMT_OK;
	}
	return PRFMT_OK;
}

/* -- copies --------------------------------------------------------------- */

prfmt_release *release_of(node *n)
{
	while (n->parent)
		n = n->parent;
	return (prfmt_release *)(void *)((char *)n -
	                                 offsetof(prfmt_release, document));
}

static status copy_raw(prfmt_release *rel, node *to, const node *from)
{
	struct arena *a = &rel->arena;
	const struct raw *raw = from->raw;
	if (!raw)
		return PRFMT_OK;
	to->raw = arena_zero(a, sizeof *to->raw);
	if (!to->raw)
		return PRFMT_ENOMEM;
	to->raw->prefix = arena_copy(a, raw->prefix, strlen(raw->prefix));
	to->raw->local = arena_copy(a, raw->local, strlen(raw->local));
	to->raw->uri = arena_copy(a, raw->uri, strlen(raw->uri));
	if (!to->raw->prefix || !to->raw->local || !to->raw->uri)
		return PRFMT_ENOMEM;
	struct raw_attr **end = &to->raw->attrs;
	for (const struct raw_attr *k = raw->attrs; k; k = k->next) {
		struct raw_attr *one = arena_zero(a, sizeof *one);
		if (!one)
			return PRFMT_ENOMEM;
		one->prefix = arena_copy(a, k->prefix, strlen(k->prefix));
		one->local = arena_copy(a, k->local, strlen(k->local));
		one->uri = arena_copy(a, k->uri, strlen(k->uri));
		one->value = arena_copy(a, k->value, k->len);
		one->len = k->len;
		if (!one->prefix || !one->local || !one->uri || !one->value)
			return PRFMT_ENOMEM;
		*end = one;
		end = &one->next;
	}
	return PRFMT_OK;
}

static status copy_one(prfmt_release *rel, node *parent, const node *from,
                       node **out)
{
	node *n = node_add(rel, parent, from->element, from->at);
	if (!n)
		return PRFMT_ENOMEM;
	status st = copy_raw(rel, n, from);
	if (!st && from->text) {
		n->text = arena_copy(&rel->arena, from->text, from->len);
		n->len = from->len;
		st = n->text ? PRFMT_OK : PRFMT_ENOMEM;
	}
	for (const struct attr *a = from->attrs; a && !st; a = a->next)
		st = node_set(rel, n, a->id, (struct span){ a->value, a->len },
		              a->at);
	*out = n;
	return st;
}

status release_copy(prfmt_release *rel, node *parent, const node *from)
{
	struct walk w = walk_start(from);
	enum walk_event e = WALK_DONE;
	status st = PRFMT_OK;
	node *at = parent;
	while (!st && (e = walk_next(&w)) != WALK_DONE) {
		node *n = NULL;
		bool leaf = w.node->element == PRFMT_EL_TEXT ||
		            w.node->element == PRFMT_EL_COMMENT ||
		            w.node->element == PRFMT_EL_PI;
		if (e == WALK_EXIT) {
			at = at->parent;
			continue;
		}
		st = copy_one(rel, at, w.node, &n);
		if (!leaf && !st)
			at = n;
	}
	return st;
}

static status copy_source(prfmt_release *to, const prfmt_release *from)
{
	const char *name = from->name ? from->name : "";
	to->name = arena_copy(&to->arena, name, strlen(name));
	if (!to->name)
		return PRFMT_ENOMEM;
	to->document.element = from->document.element;
	to->found.most = from->found.most;
	diags_copy(&to->found, &from->found);
	if (from->text) {
		to->text = mem_alloc(from->text_len + 1);
		if (!to->text)
			return PRFMT_ENOMEM;
		memcpy(to->text, from->text, from->text_len);
		to->text[from->text_len] = '\0';
		to->text_len = from->text_len;
	}
	return to->found.status;
}

status release_clone(const prfmt_release *rel, prfmt_release **out)
{
	prfmt_release *to = release_new();
	if (!to)
		return PRFMT_ENOMEM;
	status st = copy_source(to, rel);
	for (const node *n = rel->document.first; n && !st; n = n->next) {
		st = release_copy(to, &to->document, n);
		if (n == rel->root)
			to->root = to->document.last;
	}
	to->built = rel->built;
	if (st)
		release_free(to);
	else
		*out = to;
	return st;
}

/* -- what was built as if read -------------------------------------------- */

static status settle_all(prfmt_release *rel, const prfmt_limits *limits,
                         struct diags *d)
{
	struct walk w = walk_start(rel->root);
	enum walk_event e = walk_next(&w);
	size_t depth = 0;
	while (e != WALK_DONE) {
		node *n = (node *)(uintptr_t)w.node;
		bool done = e == WALK_EXIT && n->element > 0;
		if (n->element == PRFMT_EL_FOREIGN && e == WALK_ENTER)
			walk_skip(&w);
		else if (n->element > 0)
			depth = e == WALK_ENTER ? depth + 1 : depth - 1;
		if (depth > limits->depth) {
			diags_say(d, CODE_LIMIT, n->at, 0,
			          "elements are nested deeper than %zu "
			          "(limit depth)",
			          limits->depth);
			return PRFMT_ELIMIT;
		}
		/* settling moves children only, so going on first is safe */
		e = walk_next(&w);
		status st = done ? release_settle(n, limits, d) : PRFMT_OK;
		if (st)
			return st;
	}
	return PRFMT_OK;
}

status release_normal(const prfmt_release *rel, const prfmt_limits *limits,
                      struct diags *d, prfmt_release **out)
{
	*out = NULL;
	if (!rel->built)
		return PRFMT_OK;
	if (rel->nodes > limits->nodes) {
		diags_say(d, CODE_LIMIT, rel->root->at, 0,
		          "the release has more than %zu elements and texts "
		          "(limit nodes)",
		          limits->nodes);
		return PRFMT_ELIMIT;
	}
	prfmt_release *copy = NULL;
	status st = release_clone(rel, &copy);
	if (!st)
		st = settle_all(copy, limits, d);
	if (st)
		release_free(copy);
	else
		*out = copy;
	return st;
}
