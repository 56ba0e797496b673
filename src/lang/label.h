/* label.h - labels by name, and labels that somebody words differently. */
#ifndef LANG_LABEL_H
#define LANG_LABEL_H

#include "base/arena.h"
#include "lang/lang.h"

struct lang_change {
	const struct lang_change *next;
	const char *lang; /* primary subtag; NULL: every language */
	enum label label;
	const char *text;
};

const char *label_name(enum label label);  /* "contact" */
/* LABEL_COUNT: there is none of this name. */
enum label label_find(struct span name);
/* How many %s the label holds, in every language. */
size_t label_gaps(enum label label);
/* The language with the changes that concern it, in the arena where there are
   any; of two that concern one label the first counts. NULL: no memory. */
const struct lang *label_changed(struct arena *a, const struct lang *l,
                                 const char *tag,
                                 const struct lang_change *changes) MUST_USE;

#endif
