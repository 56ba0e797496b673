/* draw.c - ops to cairo. Tags are only marked here: a flat Span round the text
   of each owner, in an order that finish.c checks and rewrites. All other
   paint is an artifact. */
#include "render/pdf/draw.h"

#include "base/alloc.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <math.h>

struct pen {
	struct layout *l;
	struct drawn *out;
	cairo_t *cr;
	size_t page;
	bool marked;      /* a Span is open */
	struct tag *open; /* its owner */
	uint64_t order;   /* of what was drawn last in it */
	double left;      /* of the frame */
	uint32_t colour;  /* of what is drawn, 0xRRGGBB */
};

static void fail(struct pen *p)
{
	layout_fail(p->l, PRFMT_ENOMEM);
}

static struct drawn_page *page_now(struct pen *p)
{
	return &p->out->pages[p->page];
}

/* -- marks ---------------------------------------------------------------- */

static void unmark(struct pen *p)
{
	if (p->marked)
		cairo_tag_end(p->cr, "Span");
	p->marked = false;
	p->open = NULL;
}

static void mark(struct pen *p, struct tag *tag, uint64_t order)
{
	struct drawn_page *page = page_now(p);
	void *owners = page->owners;
	if (p->marked && p->open == tag)
		return;
	unmark(p);
	if (!mem_room(&owners, page->owner_count, &page->owner_cap,
	              sizeof *page->owners)) {
		fail(p);
		return;
	}
	page->owners = owners;
	cairo_tag_begin(p->cr, "Span", NULL);
	p->marked = true;
	p->open = tag;
	if (tag) {
		struct tag_mark *m = arena_zero(&p->l->arena, sizeof *m);
		if (!m) {
			fail(p);
			return;
		}
		*m = (struct tag_mark){ tag->marks, order, p->page,
			page->owner_count };
		tag->marks = m;
	}
	page->owners[page->owner_count++] = tag;
}

/* -- links and bookmarks -------------------------------------------------- */

static struct tag *link_of(struct tag *tag)
{
	while (tag && tag->type != TAG_LINK)
		tag = tag->parent;
	return tag;
}

static void link_add(struct pen *p, struct tag *tag, const struct op *o,
                     double y)
{
	struct drawn *d = p->out;
	struct link_rect r = { tag, p->page, p->left + o->x, y + o->line_top,
		p->left + o->x + o->width,
		y + o->line_top + o->line_height };
	struct link_rect *last = d->link_count ? &d->links[d->link_count - 1]
	                                       : NULL;
	if (last && last->tag == tag && last->page == p->page &&
	    fabs(last->top - r.top) < 0.01) {
		last->left = r.left < last->left ? r.left : last->left;
		last->right = r.right > last->right ? r.right : last->right;
		return;
	}
	void *links = d->links;
	if (!mem_room(&links, d->link_count, &d->link_cap, sizeof *d->links)) {
		fail(p);
		return;
	}
	d->links = links;
	d->links[d->link_count++] = r;
}

static void bookmark(struct pen *p, struct tag *tag, double top)
{
	while (tag && !tag->outlined)
		tag = tag->parent;
	if (!tag || tag->top > 0)
		return;
	tag->page = p->page;
	tag->top = p->l->paper->height - top;
}

/* -- colours -------------------------------------------------------------- */

static void use(struct pen *p, enum hue hue)
{
	uint32_t rgb = p->l->theme->colours[PALETTE_PRINT][hue];
	if (rgb == p->colour)
		return;
	p->colour = rgb;
	cairo_set_source_rgb(p->cr, (rgb >> 16) / 255.0,
	                     (rgb >> 8 & 0xFF) / 255.0, (rgb & 0xFF) / 255.0);
}

/* -- ops ------------------------------------------------------------------ */

static void draw_run(struct pen *p, const struct op *o, double y)
{
	/* a mark round white space alone would be a tag without content: it
	   goes with the words before it, of the same paragraph */
	bool follows = p->marked && p->order >> 32 == o->order >> 32;
	if (!o->run->ink && !follows)
		return;
	struct tag *link = o->run->ink ? link_of(o->tag) : NULL;
	if (o->run->ink)
		mark(p, o->tag, o->order);
	p->order = o->order;
	use(p, o->run->hue);
	cairo_move_to(p->cr, p->left + o->x, y + o->y);
	pango_cairo_show_glyph_item(p->cr, o->text, o->run->glyphs);
	if (link)
		link_add(p, link, o, y);
	bookmark(p, o->tag, y + o->line_top);
}

static void draw_rule(struct pen *p, const struct op *o, double y)
{
	unmark(p);
	use(p, o->hue);
	cairo_set_line_width(p->cr, o->thick);
	cairo_move_to(p->cr, p->left + o->x, y + o->y);
	cairo_line_to(p->cr, p->left + o->x + o->width, y + o->y);
	cairo_stroke(p->cr);
}

static void draw_box(struct pen *p, const struct op *o, double y)
{
	double half = o->thick / 2;
	unmark(p);
	use(p, o->hue);
	cairo_set_line_width(p->cr, o->thick);
	cairo_rectangle(p->cr, p->left + o->x + half, y + o->y + half,
	                o->width - o->thick, o->height - o->thick);
	cairo_stroke(p->cr);
}

static void draw_fill(struct pen *p, const struct op *o, double y)
{
	unmark(p);
	use(p, o->hue);
	cairo_rectangle(p->cr, p->left + o->x, y + o->y, o->width, o->height);
	cairo_fill(p->cr);
}

/* EXIF 2.3, 4.6.4 A: what turns the stored picture upright, in the unit
   square. */
static const cairo_matrix_t upright[9] = {
	[1] = { 1, 0, 0, 1, 0, 0 },   [2] = { -1, 0, 0, 1, 1, 0 },
	[3] = { -1, 0, 0, -1, 1, 1 }, [4] = { 1, 0, 0, -1, 0, 1 },
	[5] = { 0, 1, 1, 0, 0, 0 },   [6] = { 0, 1, -1, 0, 1, 0 },
	[7] = { 0, -1, -1, 0, 1, 1 }, [8] = { 0, -1, 1, 0, 0, 1 },
};

static void draw_image(struct pen *p, const struct op *o, double y)
{
	struct drawn_page *page = page_now(p);
	void *figures = page->figures;
	double x = p->left + o->x;
	double top = y + o->y;
	int turn = o->orientation >= 1 && o->orientation <= 8
	                   ? o->orientation : 1;
	unmark(p);
	if (!mem_room(&figures, page->figure_count, &page->figure_cap,
	              sizeof *page->figures)) {
		fail(p);
		return;
	}
	page->figures = figures;
	page->figures[page->figure_count++] = o->tag;
	cairo_save(p->cr);
	cairo_translate(p->cr, x, top);
	cairo_scale(p->cr, o->width, o->height);
	cairo_transform(p->cr, &upright[turn]);
	cairo_scale(p->cr, 1.0 / cairo_image_surface_get_width(o->image),
	            1.0 / cairo_image_surface_get_height(o->image));
	cairo_set_source_surface(p->cr, o->image, 0, 0);
	cairo_paint(p->cr);
	cairo_restore(p->cr);
	if (o->tag) {
		double height = p->l->paper->height;
		o->tag->has_box = true;
		o->tag->page = p->page;
		o->tag->box[0] = x;
		o->tag->box[1] = height - top - o->height;
		o->tag->box[2] = x + o->width;
		o->tag->box[3] = height - top;
	}
}

static void draw_ops(struct pen *p, const struct ops *ops, double y)
{
	for (const struct op *o = ops->first; o && !p->l->status;
	     o = o->next) {
		switch (o->type) {
		case OP_RUN:
			draw_run(p, o, y);
			break;
		case OP_RULE:
			draw_rule(p, o, y);
			break;
		case OP_BOX:
			draw_box(p, o, y);
			break;
		case OP_FILL:
			draw_fill(p, o, y);
			break;
		case OP_IMAGE:
			draw_image(p, o, y);
			break;
		}
	}
}

static void draw_page(struct pen *p, const struct page *page)
{
	cairo_set_source_rgb(p->cr, 0, 0, 0);
	p->colour = 0;
	draw_ops(p, &page->head, 0);
	unmark(p);
	for (size_t i = 0; i < page->count && !p->l->status; i++)
		draw_ops(p, page->items[i].ops, page->items[i].y);
	unmark(p);
	cairo_show_page(p->cr);
}

static cairo_status_t take(void *user, const unsigned char *data,
                           unsigned len)
{
	struct buf *b = user;
	buf_add(b, data, len);
	return b->status ? CAIRO_STATUS_NO_MEMORY : CAIRO_STATUS_SUCCESS;
}

static status status_of(cairo_status_t s)
{
	switch (s) {
	case CAIRO_STATUS_SUCCESS:
		return PRFMT_OK;
	case CAIRO_STATUS_NO_MEMORY:
		return PRFMT_ENOMEM;
	default:
		return PRFMT_EINTERNAL;
	}
}

static status draw_all(struct pen *p, const struct pages *pages)
{
	for (size_t i = 0; i < pages->count && !p->l->status; i++) {
		p->page = i;
		draw_page(p, &pages->pages[i]);
		status st = job_poll(p->l->job, PRFMT_STAGE_DRAW, i + 1, 0);
		if (st)
			layout_fail(p->l, st);
	}
	return p->l->status;
}

status draw_pages(struct layout *l, const struct pages *pages,
                  struct drawn *out)
{
	*out = (struct drawn){ .page_count = pages->count };
	out->pages = mem_zero(pages->count, sizeof *out->pages);
	if (!out->pages)
		return PRFMT_ENOMEM;
	cairo_surface_t *s = cairo_pdf_surface_create_for_stream(
		take, &out->pdf, l->paper->width, l->paper->height);
	/* 1.5: object streams and such are for the last step to choose */
	cairo_pdf_surface_restrict_to_version(s, CAIRO_PDF_VERSION_1_5);
	struct pen p = { .l = l, .out = out, .cr = cairo_create(s) };
	p.left = l->rtl ? l->paper->width - l->paper->start -
	                          theme_frame(l->theme)
	                : l->paper->start;
	status st = draw_all(&p, pages);
	cairo_status_t context = cairo_status(p.cr);
	cairo_destroy(p.cr);
	cairo_surface_finish(s);
	/* cairo's objects go inert without a word: all are asked */
	cairo_status_t surface = cairo_surface_status(s);
	cairo_surface_destroy(s);
	if (!st)
		st = status_of(context ? context : surface);
	return st ? st : out->pdf.status;
}

void drawn_free(struct drawn *d)
{
	for (size_t i = 0; d->pages && i < d->page_count; i++) {
		mem_free(d->pages[i].owners);
		mem_free(d->pages[i].figures);
	}
	mem_free(d->pages);
	mem_free(d->links);
	buf_free(&d->pdf);
}
