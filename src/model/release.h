/* release.h - one press release: its tree, its source, what reading found. */
#ifndef MODEL_RELEASE_H
#define MODEL_RELEASE_H

#include "base/arena.h"
#include "base/base.h"
#include "base/date.h"
#include "base/diag.h"
#include "model/node.h"

/* The public prfmt_release. Nobody changes it after reading. */
struct prfmt_release {
	struct arena arena;
	node document;      /* parent of the root, comments and PIs */
	node *root;         /* NULL until there is one */
	size_t nodes;
	struct diags found; /* by the reader; travels along */
	char *name;         /* of the source; in the arena */
	char *text;         /* the source as UTF-8, for excerpts; owned */
	size_t text_len;
	bool built;         /* changed since reading: white space and order are
	                       as the builder left them */
};

prfmt_release *release_new(void) MUST_USE; /* NULL: no memory */
void release_free(prfmt_release *rel);

/* The release a node belongs to. */
prfmt_release *release_of(node *n);
/* A copy, tree and findings and source. */
status release_clone(const prfmt_release *rel, prfmt_release **out) MUST_USE;
/* A copy of the subtree as the last child of parent. */
status release_copy(prfmt_release *rel, node *parent,
                    const node *from) MUST_USE;
/* What was built as if it had been read: a copy with white space folded and
   children in canonical order, within the limits. NULL where rel needs none.
   ELIMIT is said in d. */
status release_normal(const prfmt_release *rel, const prfmt_limits *limits,
                      struct diags *d, prfmt_release **out) MUST_USE;
/* Folds and orders one element whose content is complete. ELIMIT is said. */
status release_settle(node *n, const prfmt_limits *limits,
                      struct diags *d) MUST_USE;

const node *release_head(const prfmt_release *rel);
const node *release_body(const prfmt_release *rel);
const node *release_back(const prfmt_release *rel);
const char *release_lang(const prfmt_release *rel); /* "en-GB"; "" */
uint64_t release_version(const prfmt_release *rel); /* default 1 */

enum release_state {
	STATE_IMMEDIATE,
	STATE_EMBARGO, /* running: not before `until` */
	STATE_EMBARGO_ENDED,
	STATE_HOLD,
	STATE_WITHDRAWN
};
/* now: NULL: an embargo is running. */
enum release_state release_state(const prfmt_release *rel,
                                 const struct instant *now);
/* The element that says so; NULL: immediate. */
const node *release_state_node(const prfmt_release *rel);
/* issued/@at, or updated/@at where there is one; false: not there, not valid */
bool release_issued(const prfmt_release *rel, struct instant *out);
bool release_changed(const prfmt_release *rel, struct instant *out);
/* release/@guid, else UUIDv5 (RFC 9562, 5.5) of issuer, instant of issue and
   language: "urn:uuid:…". True where it was derived. */
bool release_guid(const prfmt_release *rel, struct buf *out);

#endif
