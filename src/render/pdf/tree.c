/* tree.c - tags and links in; structure tree, parent tree, annotations and
   bookmarks out (PDF 1.7, 14.7, 12.5.6.5, 12.3.3). */
#include "render/pdf/finish.h"

#include "base/alloc.h"

#include <stdlib.h>
#include <string.h>

/* -- links ---------------------------------------------------------------- */

/* Acrobat's order of corners, which every reader knows. */
static void quad(struct finish *f, qpdf_oh quads, const struct link_rect *r)
{
	double height = f->l->paper->height;
	const double corners[8] = {
		r->left, height - r->top,    r->right, height - r->top,
		r->left, height - r->bottom, r->right, height - r->bottom,
	};
	for (size_t i = 0; i < COUNT(corners); i++)
		array_number(f, quads, corners[i]);
}

static qpdf_oh annots_of(struct finish *f, size_t page)
{
	qpdf_oh p = f->pages[page];
	if (!qpdf_oh_has_key(f->q, p, "/Annots"))
		dict_set(f, p, "/Annots", qpdf_oh_new_array(f->q));
	return qpdf_oh_get_key(f->q, p, "/Annots");
}

/* The lines of one link on one page, from i on; how many they are. */
static size_t annotation(struct finish *f, size_t i)
{
	const struct link_rect *first = &f->d->links[i];
	struct link_rect all = *first;
	struct tag *tag = first->tag;
	qpdf_oh quads = qpdf_oh_new_array(f->q);
	size_t count = 0;
	for (; i + count < f->d->link_count; count++) {
		const struct link_rect *r = &first[count];
		if (r->tag != tag || r->page != first->page)
			break;
		all.left = r->left < all.left ? r->left : all.left;
		all.top = r->top < all.top ? r->top : all.top;
		all.right = r->right > all.right ? r->right : all.right;
		all.bottom = r->bottom > all.bottom ? r->bottom : all.bottom;
		quad(f, quads, r);
	}
	double height = f->l->paper->height;
	qpdf_oh a = dict_new(f);
	qpdf_oh action = dict_new(f);
	dict_set(f, action, "/S", object_name(f, "/URI"));
	dict_set(f, action, "/URI", object_bytes(f, tag->uri));
	dict_set(f, a, "/Type", object_name(f, "/Annot"));
	dict_set(f, a, "/Subtype", object_name(f, "/Link"));
	dict_set(f, a, "/Rect",
	         object_rect(f, all.left, height - all.bottom, all.right,
	                     height - all.top));
	dict_set(f, a, "/QuadPoints", quads);
	dict_set(f, a, "/F", object_int(f, 4)); /* Print: PDF/A-3, 6.3.2 */
	dict_set(f, a, "/Border", qpdf_oh_parse(f->q, "[0 0 0]"));
	dict_set(f, a, "/Contents",
	         object_text(f, tag->title && tag->title[0] ? tag->title
	                                                    : tag->uri));
	dict_set(f, a, "/A", action);
	dict_set(f, a, "/P", f->pages[first->page]);
	dict_set(f, a, "/StructParent", object_int(f, f->next_parent));
	a = indirect(f, a);
	array_add(f, annots_of(f, first->page), a);
	array_add(f, f->parents, object_int(f, f->next_parent++));
	array_add(f, f->parents, tag->object);
	struct tag_annot *one = arena_zero(&f->l->arena, sizeof *one);
	if (!one) {
		finish_fail(f, PRFMT_ENOMEM);
		return count;
	}
	*one = (struct tag_annot){ NULL, a, first->page };
	struct tag_annot **last = &tag->annots;
	while (*last)
		last = &(*last)->next;
	*last = one;
	return count;
}

/* -- attributes ----------------------------------------------------------- */

static qpdf_oh attributes(struct finish *f, const char *owner)
{
	qpdf_oh a = dict_new(f);
	dict_set(f, a, "/O", object_name(f, owner));
	return a;
}

static void cell_attributes(struct finish *f, const struct tag *t)
{
	qpdf_oh a = attributes(f, "/Table");
	bool any = t->scope || t->cols > 1 || t->rows > 1;
	if (t->scope)
		dict_set(f, a, "/Scope",
		         object_name(f, !strcmp(t->scope, "Row") ? "/Row"
		                                                 : "/Column"));
	if (t->cols > 1)
		dict_set(f, a, "/ColSpan", object_int(f, t->cols));
	if (t->rows > 1)
		dict_set(f, a, "/RowSpan", object_int(f, t->rows));
	if (any)
		dict_set(f, t->object, "/A", a);
}

static void block_attributes(struct finish *f, const struct tag *t)
{
	qpdf_oh a = attributes(f, "/Layout");
	dict_set(f, a, "/Placement", object_name(f, "/Block"));
	if (t->has_box)
		dict_set(f, a, "/BBox",
		         object_rect(f, t->box[0], t->box[1], t->box[2],
		                     t->box[3]));
	dict_set(f, t->object, "/A", a);
}

/* PDF 1.7, table 347 */
static const char *const numbering[] = {
	[LIST_NONE] = "/None",
	[LIST_DISC] = "/Disc",
	[LIST_DECIMAL] = "/Decimal",
};

static void describe(struct finish *f, const struct tag *t)
{
	struct buf name = { 0 };
	buf_byte(&name, '/');
	buf_puts(&name, tag_name(t->type));
	dict_set(f, t->object, "/Type", object_name(f, "/StructElem"));
	dict_set(f, t->object, "/S", object_name(f, buf_text(&name)));
	buf_free(&name);
	if (t->alt)
		dict_set(f, t->object, "/Alt", object_text(f, t->alt));
	if (t->lang)
		dict_set(f, t->object, "/Lang", object_bytes(f, t->lang));
	if (t->type == TAG_TH || t->type == TAG_TD)
		cell_attributes(f, t);
	if (t->type == TAG_FIGURE || t->type == TAG_NOTE)
		block_attributes(f, t);
	if (t->type == TAG_L) {
		qpdf_oh a = attributes(f, "/List");
		dict_set(f, a, "/ListNumbering",
		         object_name(f, numbering[t->list]));
		dict_set(f, t->object, "/A", a);
	}
}

/* -- children ------------------------------------------------------------- */

struct kid { /* a mark or a child, in reading order */
	uint64_t order;
	const struct tag *tag;
	const struct tag_mark *mark;
};

static int by_order(const void *a, const void *b)
{
	const struct kid *x = a;
	const struct kid *y = b;
	if (x->order != y->order)
		return x->order < y->order ? -1 : 1;
	/* the same place: what is on an earlier page, or marked first */
	if (x->mark && y->mark && x->mark->page != y->mark->page)
		return x->mark->page < y->mark->page ? -1 : 1;
	if (x->mark && y->mark)
		return x->mark->mcid < y->mark->mcid ? -1 : 1;
	return x->mark ? -1 : y->mark ? 1 : 0;
}

static size_t gather(const struct tag *t, struct kid *kids)
{
	size_t count = 0;
	for (const struct tag_mark *m = t->marks; m; m = m->next, count++)
		if (kids)
			kids[count] = (struct kid){ m->order, NULL, m };
	for (const struct tag *c = t->first; c; c = c->next, count++)
		if (kids)
			kids[count] = (struct kid){ c->order, c, NULL };
	return count;
}

static qpdf_oh mark_object(struct finish *f, const struct tag_mark *m,
                           size_t page)
{
	if (m->page == page)
		return object_int(f, m->mcid);
	qpdf_oh r = dict_new(f);
	dict_set(f, r, "/Type", object_name(f, "/MCR"));
	dict_set(f, r, "/Pg", f->pages[m->page]);
	dict_set(f, r, "/MCID", object_int(f, m->mcid));
	return r;
}

static void children(struct finish *f, const struct tag *t)
{
	size_t count = gather(t, NULL);
	struct kid *kids = mem_zero(count, sizeof *kids);
	if (!kids) {
		finish_fail(f, PRFMT_ENOMEM);
		return;
	}
	gather(t, kids);
	qsort(kids, count, sizeof *kids, by_order);
	qpdf_oh k = qpdf_oh_new_array(f->q);
	size_t page = SIZE_MAX;
	for (size_t i = 0; i < count && page == SIZE_MAX; i++)
		page = kids[i].mark ? kids[i].mark->page : SIZE_MAX;
	if (page != SIZE_MAX)
		dict_set(f, t->object, "/Pg", f->pages[page]);
	for (size_t i = 0; i < count; i++) {
		qpdf_oh kid = kids[i].mark
		                      ? mark_object(f, kids[i].mark, page)
		                      : kids[i].tag->object;
		array_add(f, k, kid);
	}
	for (const struct tag_annot *a = t->annots; a; a = a->next) {
		qpdf_oh r = dict_new(f);
		dict_set(f, r, "/Type", object_name(f, "/OBJR"));
		dict_set(f, r, "/Obj", a->object);
		dict_set(f, r, "/Pg", f->pages[a->page]);
		array_add(f, k, r);
	}
	dict_set(f, t->object, "/K", k);
	mem_free(kids);
}

/* -- the tree ------------------------------------------------------------- */

static void page_parents(struct finish *f)
{
	for (size_t i = 0; i < f->d->page_count; i++) {
		const struct drawn_page *p = &f->d->pages[i];
		qpdf_oh a = qpdf_oh_new_array(f->q);
		for (size_t m = 0; m < p->owner_count; m++)
			array_add(f, a, p->owners[m] ? p->owners[m]->object
			                             : qpdf_oh_new_null(f->q));
		for (size_t m = 0; m < p->figure_count; m++)
			array_add(f, a, p->figures[m]
			                        ? p->figures[m]->object
			                        : qpdf_oh_new_null(f->q));
		array_add(f, f->parents, object_int(f, i));
		array_add(f, f->parents, indirect(f, a));
	}
}

/* PDF/UA-1, 7.9: each note has an ID of its own. Digits with leading zeros
   sort as names do. */
static void note_id(struct finish *f, const struct tag *t, qpdf_oh names,
                    size_t number)
{
	struct buf id = { 0 };
	buf_puts(&id, "note-");
	buf_uint_wide(&id, number, 6);
	dict_set(f, t->object, "/ID", object_bytes(f, buf_text(&id)));
	array_add(f, names, object_bytes(f, buf_text(&id)));
	array_add(f, names, t->object);
	buf_free(&id);
}

void tree_build(struct finish *f)
{
	struct tag *top = f->l->root;
	qpdf_oh root = indirect(f, dict_new(f));
	qpdf_oh catalog = qpdf_get_root(f->q);
	qpdf_oh names = qpdf_oh_new_array(f->q);
	size_t notes = 0;
	for (struct tag *t = top; t; t = tag_next(t, top))
		t->object = indirect(f, dict_new(f));
	page_parents(f);
	for (size_t i = 0; i < f->d->link_count && !f->status;)
		i += annotation(f, i);
	for (struct tag *t = top; t && !f->status; t = tag_next(t, top)) {
		describe(f, t);
		dict_set(f, t->object, "/P",
		         t == top ? root : t->parent->object);
		children(f, t);
		if (t->type == TAG_NOTE)
			note_id(f, t, names, ++notes);
	}
	qpdf_oh parents = dict_new(f);
	dict_set(f, parents, "/Nums", f->parents);
	dict_set(f, root, "/Type", object_name(f, "/StructTreeRoot"));
	dict_set(f, root, "/K", top->object);
	dict_set(f, root, "/ParentTree", indirect(f, parents));
	dict_set(f, root, "/ParentTreeNextKey", object_int(f, f->next_parent));
	if (notes) {
		qpdf_oh ids = dict_new(f);
		dict_set(f, ids, "/Names", names);
		dict_set(f, root, "/IDTree", indirect(f, ids));
	}
	dict_set(f, catalog, "/StructTreeRoot", root);
	dict_set(f, catalog, "/MarkInfo",
	         qpdf_oh_parse(f->q, "<< /Marked true >>"));
}

/* -- bookmarks ------------------------------------------------------------ */

struct item {
	qpdf_oh object;
	size_t level;
	size_t parent; /* index; 0 is the root */
	size_t last;   /* its last child so far; 0: none */
	size_t count;  /* of all below */
};

static size_t level_of(const struct tag *t)
{
	return t->type == TAG_H1 ? 1 : t->type == TAG_H2 ? 2 : 3;
}

static void item_fill(struct finish *f, struct item *items, size_t i,
                      const struct tag *t)
{
	struct item *one = &items[i];
	struct item *parent = &items[one->parent];
	qpdf_oh dest = qpdf_oh_new_array(f->q);
	array_add(f, dest, f->pages[t->page]);
	array_add(f, dest, object_name(f, "/XYZ"));
	array_add(f, dest, object_int(f, 0));
	array_number(f, dest, t->top);
	array_add(f, dest, qpdf_oh_new_null(f->q));
	dict_set(f, one->object, "/Title", object_text(f, t->title));
	dict_set(f, one->object, "/Parent", parent->object);
	dict_set(f, one->object, "/Dest", dest);
	if (parent->last) {
		dict_set(f, one->object, "/Prev", items[parent->last].object);
		dict_set(f, items[parent->last].object, "/Next", one->object);
	} else {
		dict_set(f, parent->object, "/First", one->object);
	}
	dict_set(f, parent->object, "/Last", one->object);
	parent->last = i;
	for (size_t up = one->parent;; up = items[up].parent) {
		items[up].count++;
		if (!up)
			break;
	}
}

void outline_build(struct finish *f)
{
	struct tag *top = f->l->root;
	size_t count = 1;
	for (struct tag *t = top; t; t = tag_next(t, top))
		count += t->outlined && t->top > 0;
	struct item *items = mem_zero(count, sizeof *items);
	if (!items) {
		finish_fail(f, PRFMT_ENOMEM);
		return;
	}
	items[0].object = indirect(f, dict_new(f));
	size_t i = 0;
	for (struct tag *t = top; t && count > 1; t = tag_next(t, top)) {
		if (!t->outlined || !(t->top > 0))
			continue;
		struct item *one = &items[++i];
		one->object = indirect(f, dict_new(f));
		one->level = level_of(t);
		one->parent = i - 1;
		while (one->parent && items[one->parent].level >= one->level)
			one->parent = items[one->parent].parent;
		item_fill(f, items, i, t);
	}
	for (size_t k = 0; k < count; k++)
		if (items[k].count)
			dict_set(f, items[k].object, "/Count",
			         object_int(f, items[k].count));
	if (count > 1) {
		dict_set(f, items[0].object, "/Type",
		         object_name(f, "/Outlines"));
		dict_set(f, qpdf_get_root(f->q), "/Outlines", items[0].object);
	}
	mem_free(items);
}
