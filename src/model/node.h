/* node.h - the tree: elements, texts, and what only the XML output keeps. */
#ifndef MODEL_NODE_H
#define MODEL_NODE_H

#include "base/base.h"
#include "base/buf.h"
#include "model/element.h"

struct attr {
	struct attr *next; /* in the order written */
	prfmt_attr id;
	const char *value;
	size_t len;
	struct place at;
};

struct raw_attr { /* of another namespace */
	struct raw_attr *next;
	const char *prefix; /* "" without one */
	const char *local;
	const char *uri; /* "" without one */
	const char *value;
	size_t len;
};

struct raw { /* foreign name; or foreign attributes of one of ours */
	const char *prefix;
	const char *local;
	const char *uri;
	struct raw_attr *attrs;
};

/* The public prfmt_node. Belongs to the release's arena. */
struct prfmt_node {
	prfmt_element element;
	struct prfmt_node *parent; /* NULL: the document */
	struct prfmt_node *prev;
	struct prfmt_node *next;
	struct prfmt_node *first;
	struct prfmt_node *last;
	struct attr *attrs;
	struct raw *raw;  /* NULL: nothing foreign */
	const char *text; /* text, comment; a PI's data */
	size_t len;
	struct place at;
};
typedef struct prfmt_node node;

/* Adds a child at the end; NULL: no memory. */
node *node_add(prfmt_release *rel, node *parent, prfmt_element e,
               struct place at) MUST_USE;
status node_add_text(prfmt_release *rel, node *parent, struct span text,
                     struct place at) MUST_USE;
status node_set(prfmt_release *rel, node *n, prfmt_attr a, struct span value,
                struct place at) MUST_USE;
void node_unlink(node *n); /* its memory stays with the release */
/* Moves a child in front of a sibling (NULL: to the end). */
void node_move(node *n, node *before);

const char *node_get(const node *n, prfmt_attr a); /* NULL: not there */
struct span node_get_span(const node *n, prfmt_attr a);
const struct attr *node_attr(const node *n, prfmt_attr a);
/* Where an attribute stands; the node's own place if it has none. */
struct place node_attr_place(const node *n, prfmt_attr a);

/* The first of its kind; n may be NULL. */
const node *node_child(const node *n, prfmt_element e);
const node *node_sibling(const node *n, prfmt_element e); /* next of its kind */
size_t node_count(const node *n, prfmt_element e);
bool node_is_blockish(const node *n); /* holds blocks, not text */
/* xml:lang and dir as they are in force; "" and NULL when nobody says. */
const char *node_lang(const node *n);
const char *node_dir(const node *n);
/* All text below, in order; white space as it stands. */
void node_plain(struct buf *out, const node *n);

/* Puts children that may come in any order into the table's order; comments
   and foreign elements stay before what they stood before. */
void node_canonical(node *n);

/* Folds white space below a block of text as HTML does: runs become one
   space, none at the ends or after a br; a run with a line break between two
   CJK characters goes. Blank texts between blocks go. */
void node_fold(node *n);

#endif
