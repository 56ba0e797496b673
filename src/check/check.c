/* check.c - walks a release once and shows each element to its rules. */
#include "check/check.h"

#include "base/alloc.h"
#include "model/walk.h"

void check_done(struct check *c, struct buf *b)
{
	if (b->status && !c->status)
		c->status = b->status;
	buf_free(b);
}

static void visit(struct check *c, const node *n)
{
	for (const struct rule *r = rules; r->check; r++)
		if (!r->element || r->element == n->element)
			r->check(c, n);
}

status check_release(const prfmt_release *rel, uint32_t formats,
                     struct diags *d)
{
	struct check c = { .rel = rel, .diags = d };
	diags_copy(d, &rel->found);
	diags_source(d, rel->name, (struct span){ rel->text, rel->text_len });
	rule_ids(&c);
	struct walk w = walk_start(rel->root);
	enum walk_event e = WALK_DONE;
	while (!c.status && (e = walk_next(&w)) != WALK_DONE) {
		if (e != WALK_ENTER)
			continue;
		if (w.node->element == PRFMT_EL_FOREIGN ||
		    w.node->element == PRFMT_EL_INTERNAL)
			walk_skip(&w);
		else if (w.node->element > 0)
			visit(&c, w.node);
	}
	mem_free(c.ids);
	diags_sort(d);
	if (c.status || d->status)
		return c.status ? c.status : d->status;
	return diags_blocked(d, formats, PRFMT_ERROR) ? PRFMT_ECONTENT
	                                              : PRFMT_OK;
}
