/* walk.c - steps from event to event by the tree's own links. */
#include "model/walk.h"

struct walk walk_start(const node *top)
{
	return (struct walk){ .top = top, .event = WALK_DONE };
}

static bool is_leaf(const node *n)
{
	return n->element == PRFMT_EL_TEXT || n->element == PRFMT_EL_COMMENT ||
	       n->element == PRFMT_EL_PI;
}

static enum walk_event go(struct walk *w, const node *n, enum walk_event e)
{
	w->node = n;
	w->event = e;
	return e;
}

enum walk_event walk_next(struct walk *w)
{
	const node *n = w->node;
	if (!n)
		return w->top ? go(w, w->top, WALK_ENTER) : WALK_DONE;
	bool skip = w->skip;
	w->skip = false;
	if (w->event == WALK_ENTER && !is_leaf(n)) {
		if (n->first && !skip)
			return go(w, n->first, WALK_ENTER);
		return go(w, n, WALK_EXIT);
	}
	if (n == w->top) {
		w->top = NULL;
		w->node = NULL;
		return WALK_DONE;
	}
	if (n->next)
		return go(w, n->next, WALK_ENTER);
	return go(w, n->parent, WALK_EXIT);
}

void walk_skip(struct walk *w)
{
	w->skip = true;
}
