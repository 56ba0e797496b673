/* tag.c - structure elements and the way through them. */
#include "render/pdf/tag.h"

static const char *const names[TAG_TYPES] = {
	[TAG_DOCUMENT] = "Document", [TAG_SECT] = "Sect",
	[TAG_DIV] = "Div",           [TAG_H1] = "H1",
	[TAG_H2] = "H2",             [TAG_H3] = "H3",
	[TAG_P] = "P",               [TAG_L] = "L",
	[TAG_LI] = "LI",             [TAG_LBL] = "Lbl",
	[TAG_LBODY] = "LBody",       [TAG_BLOCKQUOTE] = "BlockQuote",
	[TAG_TABLE] = "Table",       [TAG_CAPTION] = "Caption",
	[TAG_THEAD] = "THead",       [TAG_TBODY] = "TBody",
	[TAG_TFOOT] = "TFoot",       [TAG_TR] = "TR",
	[TAG_TH] = "TH",             [TAG_TD] = "TD",
	[TAG_FIGURE] = "Figure",     [TAG_LINK] = "Link",
	[TAG_SPAN] = "Span",         [TAG_NOTE] = "Note",
	[TAG_REFERENCE] = "Reference", [TAG_CODE] = "Code",
};

const char *tag_name(enum tag_type t)
{
	return names[t];
}

struct tag *tag_add(struct arena *a, struct tag *parent, enum tag_type type,
                    uint64_t order)
{
	struct tag *t = arena_zero(a, sizeof *t);
	if (!t)
		return NULL;
	t->type = type;
	t->order = order;
	t->parent = parent;
	if (parent && parent->last)
		parent->last->next = t;
	else if (parent)
		parent->first = t;
	if (parent)
		parent->last = t;
	return t;
}

struct tag *tag_next(struct tag *t, const struct tag *root)
{
	if (t->first)
		return t->first;
	while (t != root && !t->next)
		t = t->parent;
	return t == root ? NULL : t->next;
}
