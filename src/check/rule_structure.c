/* rule_structure.c - elements against the element table: place and number. */
#include "base/buf.h"
#include "base/text.h"
#include "check/check.h"
#include "model/grid.h"

#include <string.h>

static const char *name_of(const node *n)
{
	return element_info(n->element)->name;
}

static bool takes_text(const node *n)
{
	bool flow = element_info(n->element)->content == CONTENT_FLOW;
	return element_takes_text(n->element) &&
	       !(flow && node_is_blockish(n));
}

/* "it stands in <head>" for up to three places. */
static void where_it_stands(struct buf *hint, prfmt_element e)
{
	size_t places = 0;
	buf_puts(hint, "it stands in ");
	for (int p = 1; p < ELEMENT_COUNT; p++) {
		if ((prfmt_element)p == PRFMT_EL_INTERNAL ||
		    !element_allows((prfmt_element)p, e))
			continue;
		if (++places > 3)
			break;
		buf_puts(hint, places > 1 ? ", <" : "<");
		buf_puts(hint, element_info((prfmt_element)p)->name);
		buf_byte(hint, '>');
	}
	if (!places)
		buf_clear(hint);
	else if (places > 3)
		buf_puts(hint, " and others");
}

static void child(struct check *c, const node *n, const node *kid, bool blocks)
{
	bool inline_kid =
		element_info(kid->element)->classes & CLASS_INLINE;
	if (element_allows(n->element, kid->element) &&
	    !(blocks && inline_kid))
		return;
	struct buf hint = { 0 };
	if (blocks && inline_kid)
		buf_puts(&hint, "put the text between the blocks into a <p>");
	else
		where_it_stands(&hint, kid->element);
	diags_say_as(c->diags, CODE_CHILD, PRFMT_ERROR, kid->at, 0,
	             buf_text(&hint), "<%s> cannot stand in <%s>",
	             name_of(kid), name_of(n));
	check_done(c, &hint);
}

void rule_children(struct check *c, const node *n)
{
	bool text = takes_text(n);
	bool blocks = element_info(n->element)->content == CONTENT_FLOW &&
	              node_is_blockish(n);
	for (const node *kid = n->first; kid; kid = kid->next) {
		if (kid->element > 0)
			child(c, n, kid, blocks);
		else if (kid->element == PRFMT_EL_TEXT && !text &&
		         !text_all_blank((struct span){ kid->text, kid->len }))
			diags_say(c->diags, CODE_TEXT, kid->at, 0,
			          "text cannot stand directly in <%s>",
			          name_of(n));
	}
}

static void missing(struct check *c, const node *n, const char *what)
{
	diags_say_as(c->diags, CODE_MISSING, PRFMT_ERROR, n->at,
	             READERS_FORMATS, NULL, "<%s> has no %s", name_of(n),
	             what);
}

/* What --set can give is named. */
static const struct {
	prfmt_element parent;
	prfmt_element child;
	const char *hint;
} settable[] = {
	{ PRFMT_EL_HEAD, PRFMT_EL_HEADLINE,
	  "add <headline>, or give --set headline=TEXT" },
	{ PRFMT_EL_HEAD, PRFMT_EL_ISSUER,
	  "add <issuer><name>…</name></issuer>, or give --set issuer=NAME" },
	{ PRFMT_EL_HEAD, PRFMT_EL_ISSUED,
	  "add <issued at=\"…\"/>, or give --set issued=INSTANT" },
	{ PRFMT_EL_BACK, PRFMT_EL_CONTACT,
	  "add <contact>, or give --set contact=ADDRESS" },
};

static void count(struct check *c, const node *n, const struct child_rule *r)
{
	size_t found = 0;
	const char *name = element_info(r->element)->name;
	for (const node *k = node_child(n, r->element); k;
	     k = node_sibling(k, r->element)) {
		if (++found == r->most + 1 && r->most)
			diags_say(c->diags, CODE_REPEATED, k->at, 0,
			          "<%s> has more than %u <%s>", name_of(n),
			          r->most, name);
	}
	if (found >= r->least)
		return;
	const char *hint = "";
	for (size_t i = 0; i < COUNT(settable); i++)
		if (settable[i].parent == n->element &&
		    settable[i].child == r->element)
			hint = settable[i].hint;
	diags_say_as(c->diags, CODE_MISSING, PRFMT_ERROR, n->at,
	             READERS_FORMATS, hint, "<%s> has no <%s>", name_of(n),
	             name);
}

void rule_counts(struct check *c, const node *n)
{
	const struct element_info *info = element_info(n->element);
	for (const struct child_rule *r = info->children; r && r->element; r++)
		count(c, n, r);
	if (info->content == CONTENT_BLOCKS && !node_is_blockish(n))
		missing(c, n, "paragraph or other block");
}

/* A heading stands before the blocks it is the heading of. */
static void listed_first(struct check *c, const node *n)
{
	const node *block = NULL;
	for (const node *k = n->first; k; k = k->next) {
		if (k->element <= 0)
			continue;
		if (!element_child(n->element, k->element))
			block = block ? block : k;
		else if (block)
			diags_say(c->diags, CODE_ORDER, k->at, 0,
			          "<%s> must stand before <%s>", name_of(k),
			          name_of(block));
	}
}

void rule_order(struct check *c, const node *n)
{
	const struct element_info *info = element_info(n->element);
	if (info->content == CONTENT_BLOCKS) {
		listed_first(c, n);
		return;
	}
	if (info->content != CONTENT_SEQUENCE)
		return;
	const struct child_rule *last = info->children;
	for (const node *k = n->first; k; k = k->next) {
		const struct child_rule *r =
			k->element > 0 ? element_child(n->element, k->element)
			               : NULL;
		if (r && r < last)
			diags_say(c->diags, CODE_ORDER, k->at, 0,
			          "<%s> must stand before <%s>", name_of(k),
			          element_info(last->element)->name);
		else if (r)
			last = r;
	}
}

void rule_pairs(struct check *c, const node *n)
{
	prfmt_element last = PRFMT_EL_DD;
	bool first = true;
	for (const node *k = n->first; k; k = k->next) {
		if (k->element != PRFMT_EL_DT && k->element != PRFMT_EL_DD)
			continue;
		if (first && k->element == PRFMT_EL_DD)
			diags_say(c->diags, CODE_ORDER, k->at, 0,
			          "<dd> must stand behind a <dt>");
		first = false;
		last = k->element;
	}
	if (last == PRFMT_EL_DT)
		diags_say(c->diags, CODE_ORDER, n->last->at, READERS_FORMATS,
		          "the last <dt> has no <dd>");
}

void rule_figure(struct check *c, const node *n)
{
	size_t media = node_count(n, PRFMT_EL_IMG) +
	               node_count(n, PRFMT_EL_VIDEO) +
	               node_count(n, PRFMT_EL_AUDIO);
	if (!media)
		missing(c, n, "<img>, <video> or <audio>");
	else if (media > 1)
		diags_say(c->diags, CODE_REPEATED, n->at, 0,
		          "<figure> has more than one <img>, <video> or "
		          "<audio>");
}

void rule_row(struct check *c, const node *n)
{
	if (!node_child(n, PRFMT_EL_TH) && !node_child(n, PRFMT_EL_TD))
		missing(c, n, "cell");
}

void rule_contact(struct check *c, const node *n)
{
	for (const node *k = n->first; k; k = k->next)
		if (k->element > 0)
			return;
	missing(c, n, "name, telephone, e-mail or other way to reach it");
}

void rule_not_empty(struct check *c, const node *n)
{
	struct buf plain = { 0 };
	node_plain(&plain, n);
	if (!plain.status && text_all_blank(buf_view(&plain)))
		diags_say(c->diags, CODE_EMPTY_TEXT, n->at, READERS_FORMATS,
		          "<%s> is empty", name_of(n));
	check_done(c, &plain);
}

void rule_spans(struct check *c, const node *n)
{
	struct grid g;
	status st = grid_build(&g, n);
	if (st) {
		c->status = st;
		return;
	}
	for (size_t i = 0; i < g.cell_count; i++) {
		const struct grid_cell *cell = &g.cells[i];
		if (cell->cut)
			diags_say(c->diags, CODE_SPAN, cell->node->at,
			          READERS_FORMATS,
			          "the cell spans more rows than there are");
		else if (cell->overlap)
			diags_say(c->diags, CODE_SPAN, cell->node->at,
			          READERS_FORMATS,
			          "the cell lies on one from above");
	}
	for (size_t i = 0; i < g.row_count; i++) {
		const struct grid_row *row = &g.rows[i];
		if (row->width >= GRID_COLS_MOST)
			diags_say(c->diags, CODE_SPAN, row->node->at,
			          READERS_FORMATS,
			          "the row has %d columns or more",
			          (int)GRID_COLS_MOST);
		else if (row->width != g.cols)
			diags_say_as(c->diags, CODE_SPAN, PRFMT_WARNING,
			             row->node->at, READERS_FORMATS, NULL,
			             "the row has %zu columns, the table %zu",
			             row->width, g.cols);
	}
	grid_free(&g);
}
