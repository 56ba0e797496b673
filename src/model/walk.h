/* walk.h - the one way through a tree, without recursion. */
#ifndef MODEL_WALK_H
#define MODEL_WALK_H

#include "base/base.h"
#include "model/node.h"

enum walk_event { WALK_DONE, WALK_ENTER, WALK_EXIT };

struct walk {
	const node *top;
	const node *node; /* what the last event is about */
	enum walk_event event;
	bool skip;
};

/* The top itself is entered and left too. A text is only entered. */
struct walk walk_start(const node *top);
enum walk_event walk_next(struct walk *w);
void walk_skip(struct walk *w); /* after ENTER: not into it; EXIT comes next */

#endif
