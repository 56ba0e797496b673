/* rule_release.c - the release as a whole: states, versions, identities. */
#include "base/alloc.h"
#include "base/date.h"
#include "base/text.h"
#include "base/uri.h"
#include "check/check.h"
#include "lang/lang.h"
#include "model/walk.h"

#include <stdlib.h>
#include <string.h>

void rule_state(struct check *c, const node *n)
{
	static const prfmt_element states[] = { PRFMT_EL_EMBARGO,
		PRFMT_EL_HOLD, PRFMT_EL_WITHDRAWN };
	const node *first = NULL;
	for (const node *k = n->first; k; k = k->next) {
		for (size_t i = 0; i < COUNT(states); i++) {
			if (k->element != states[i])
				continue;
			if (first && first->element != k->element)
				diags_say(c->diags, CODE_STATE, k->at,
				          READERS_FORMATS,
				          "a release with <%s> cannot have "
				          "<%s>",
				          element_info(first->element)->name,
				          element_info(k->element)->name);
			first = k;
		}
	}
}

void rule_guid(struct check *c, const node *n)
{
	const node *head = node_child(n, PRFMT_EL_HEAD);
	const char *guid = node_get(n, PRFMT_AT_GUID);
	if (guid) {
		if (!uri_is_absolute(text_span(guid)) ||
		    strpbrk(guid, " \t\r\n"))
			diags_say(c->diags, CODE_GUID,
			          node_attr_place(n, PRFMT_AT_GUID),
			          READERS_FORMATS,
			          "guid=\"%.80s\" is not an absolute URI",
			          guid);
		return;
	}
	const char *why = NULL;
	if (release_version(c->rel) > 1)
		why = "a version above 1";
	else if (node_child(head, PRFMT_EL_CORRECTS))
		why = "<corrects>";
	else if (node_child(head, PRFMT_EL_WITHDRAWN))
		why = "<withdrawn>";
	if (why)
		diags_say(c->diags, CODE_GUID_MISSING, n->at, READERS_FORMATS,
		          "a release with %s needs a guid", why);
}

void rule_versions(struct check *c, const node *n)
{
	const node *head = node_child(n, PRFMT_EL_HEAD);
	const node *corrects = node_child(head, PRFMT_EL_CORRECTS);
	uint64_t version = release_version(c->rel);
	uint64_t earlier = 0;
	struct instant issued;
	struct instant changed;
	if (version > 1 && head && !node_child(head, PRFMT_EL_UPDATED))
		diags_say(c->diags, CODE_UPDATED, n->at, READERS_FORMATS,
		          "a version above 1 needs <updated>");
	if (release_issued(c->rel, &issued) &&
	    release_changed(c->rel, &changed) && changed.utc < issued.utc)
		diags_say(c->diags, CODE_UPDATED,
		          node_child(head, PRFMT_EL_UPDATED)->at,
		          READERS_FORMATS,
		          "<updated> is earlier than <issued>");
	if (corrects &&
	    text_uint(node_get_span(corrects, PRFMT_AT_VERSION), &earlier) &&
	    earlier >= version)
		diags_say(c->diags, CODE_VERSION,
		          node_attr_place(corrects, PRFMT_AT_VERSION),
		          READERS_FORMATS,
		          "version %llu cannot correct version %llu",
		          (unsigned long long)version,
		          (unsigned long long)earlier);
}

void rule_embargo(struct check *c, const node *n)
{
	struct instant until;
	struct instant issued;
	if (!date_instant(node_get_span(n, PRFMT_AT_UNTIL), &until) &&
	    release_issued(c->rel, &issued) && until.utc <= issued.utc)
		diags_say(c->diags, CODE_EMBARGO_EARLY,
		          node_attr_place(n, PRFMT_AT_UNTIL), READERS_FORMATS,
		          "the embargo ends before the release is issued");
}

void rule_lang(struct check *c, const node *n)
{
	const char *tag = node_get(n, PRFMT_AT_LANG);
	bool known = false;
	if (!tag || !check_is_lang(text_span(tag)))
		return; /* said by rule_values */
	lang_find(tag, &known);
	if (!known)
		diags_say(c->diags, CODE_LANG_UNKNOWN,
		          node_attr_place(n, PRFMT_AT_LANG), READERS_FORMATS,
		          "there are no labels for the language \"%.20s\"",
		          tag);
}

static int by_id(const void *a, const void *b)
{
	const node *x = *(const node *const *)a;
	const node *y = *(const node *const *)b;
	int order = strcmp(node_get(x, PRFMT_AT_ID), node_get(y, PRFMT_AT_ID));
	if (order)
		return order;
	if (x->at.line != y->at.line)
		return x->at.line < y->at.line ? -1 : 1;
	return x->at.col < y->at.col ? -1 : x->at.col > y->at.col;
}

void rule_ids(struct check *c)
{
	struct walk w = walk_start(c->rel->root);
	enum walk_event e = WALK_DONE;
	while ((e = walk_next(&w)) != WALK_DONE) {
		if (e != WALK_ENTER || w.node->element <= 0 ||
		    !node_get(w.node, PRFMT_AT_ID))
			continue;
		void *ids = c->ids;
		if (!mem_room(&ids, c->id_count, &c->id_cap, sizeof *c->ids)) {
			c->status = PRFMT_ENOMEM;
			return;
		}
		c->ids = ids;
		c->ids[c->id_count++] = w.node;
	}
	if (c->id_count)
		qsort(c->ids, c->id_count, sizeof *c->ids, by_id);
	for (size_t i = 1; i < c->id_count; i++) {
		const char *id = node_get(c->ids[i], PRFMT_AT_ID);
		if (!strcmp(id, node_get(c->ids[i - 1], PRFMT_AT_ID)))
			diags_say(c->diags, CODE_ID_DUPLICATE,
			          node_attr_place(c->ids[i], PRFMT_AT_ID),
			          READERS_FORMATS, "the id \"%.60s\" is used "
			          "on line %u already", id,
			          (unsigned)c->ids[i - 1]->at.line);
	}
}

void rule_reference(struct check *c, const node *n)
{
	const char *of = node_get(n, PRFMT_AT_OF);
	if (!of)
		return;
	for (size_t i = 0; i < c->id_count; i++)
		if (!strcmp(of, node_get(c->ids[i], PRFMT_AT_ID)) &&
		    c->ids[i]->element == PRFMT_EL_ISSUER)
			return;
	diags_say_as(c->diags, CODE_ID_UNKNOWN, PRFMT_ERROR,
	             node_attr_place(n, PRFMT_AT_OF), READERS_FORMATS,
	             "name the id of an <issuer>",
	             "of=\"%.60s\" names no issuer", of);
}
