/* check.h - what is wrong with a release, all of it at once. */
#ifndef CHECK_CHECK_H
#define CHECK_CHECK_H

#include "base/base.h"
#include "base/buf.h"
#include "base/diag.h"
#include "check/dates.h"
#include "model/release.h"

/* Adds what reading found and what the rules find to d, sorted by place.
   PRFMT_ECONTENT if one is an error for a format of the set (0: all). */
status check_release(const prfmt_release *rel, uint32_t formats,
                     struct diags *d) MUST_USE;

/* -- inside check/ -------------------------------------------------------- */

struct cursor { /* in the source */
	uint32_t line; /* 0: not set out yet */
	uint32_t col;
	size_t offset;
};

enum { ZONES_NAMED = 16 }; /* more of a release are not looked at */

struct check {
	const prfmt_release *rel;
	struct diags *diags;
	const node **ids; /* elements with an id, sorted by it */
	size_t id_count;
	size_t id_cap;
	struct civil issued; /* the day, where it was issued */
	bool has_issued;
	struct span zones[ZONES_NAMED]; /* that the head names */
	size_t zone_count;
	struct cursor cursor;
	struct date_words words; /* of the text before */
	status status;
};

struct rule {
	prfmt_element element; /* 0: every element */
	void (*check)(struct check *c, const node *n);
};
extern const struct rule rules[]; /* ends with check NULL */

/* check.c: frees it; that it had no memory is the check's status then. */
void check_done(struct check *c, struct buf *b);
/* source.c: where a piece of a text node stands, as it is written there; the
   text's own place where that is not known. */
struct place check_place(struct check *c, const node *text, struct span piece,
                         struct span written);

/* rule_structure.c: may this stand here, is all there? */
void rule_children(struct check *c, const node *n);
void rule_counts(struct check *c, const node *n);
void rule_order(struct check *c, const node *n);
void rule_pairs(struct check *c, const node *n);
void rule_figure(struct check *c, const node *n);
void rule_row(struct check *c, const node *n);
void rule_contact(struct check *c, const node *n);
void rule_not_empty(struct check *c, const node *n);
void rule_spans(struct check *c, const node *n);
/* rule_attrs.c: is it there, is its value one? */
void rule_required(struct check *c, const node *n);
void rule_values(struct check *c, const node *n);
void rule_alt(struct check *c, const node *n);
void rule_link(struct check *c, const node *n);
void rule_url(struct check *c, const node *n);
void rule_urgency(struct check *c, const node *n);
/* rule_market.c: identifiers with check digits */
void rule_lei(struct check *c, const node *n);
void rule_instrument(struct check *c, const node *n);
/* rule_instant.c: does its zone have this time? */
void rule_clocks(struct check *c, const node *n);
/* rule_story.c: what an editor would send back */
void rule_headline(struct check *c, const node *n);
void rule_summary(struct check *c, const node *n);
void rule_credit(struct check *c, const node *n);
void rule_first_version(struct check *c, const node *n);
/* rule_text.c: of texts alone */
void rule_text(struct check *c, const node *n);
/* rule_table.c: do the numbers add up? */
void rule_footing(struct check *c, const node *n);
/* rule_release.c: does the release make sense as a whole? */
void rule_state(struct check *c, const node *n);
void rule_guid(struct check *c, const node *n);
void rule_versions(struct check *c, const node *n);
void rule_embargo(struct check *c, const node *n);
void rule_lang(struct check *c, const node *n);
void rule_reference(struct check *c, const node *n);
void rule_ids(struct check *c); /* once, before all others */
bool check_is_lang(struct span s); /* BCP 47, the usual shape */

#endif
