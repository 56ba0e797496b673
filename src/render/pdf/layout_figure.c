/* layout_figure.c - pictures, their captions, and logos. */
#include "base/alloc.h"
#include "base/text.h"
#include "render/pdf/layout.h"
#include "render/words.h"

#include <string.h>

static const uint32_t pdf_bit = PRFMT_BIT(PRFMT_FORMAT_PDF);

static bool keep_image(struct layout *l, cairo_surface_t *s)
{
	void *images = l->images;
	if (!mem_room(&images, l->image_count, &l->image_cap,
	              sizeof *l->images)) {
		cairo_surface_destroy(s);
		layout_fail(l, PRFMT_ENOMEM);
		return false;
	}
	l->images = images;
	l->images[l->image_count++] = s;
	return true;
}

struct bytes {
	const unsigned char *at;
	size_t left;
};

static cairo_status_t next_bytes(void *user, unsigned char *to, unsigned len)
{
	struct bytes *b = user;
	if (b->left < len)
		return CAIRO_STATUS_READ_ERROR;
	memcpy(to, b->at, len);
	b->at += len;
	b->left -= len;
	return CAIRO_STATUS_SUCCESS;
}

/* The bytes of a JPEG stay as they are (DCTDecode); the surface only lends
   its size. The asset's bytes live until the render ends. */
static cairo_surface_t *jpeg(const struct asset *a, const struct image *info)
{
	cairo_surface_t *s = cairo_image_surface_create(
		CAIRO_FORMAT_RGB24, (int)info->width, (int)info->height);
	cairo_surface_set_mime_data(s, CAIRO_MIME_TYPE_JPEG, a->data,
	                            (unsigned long)a->len, NULL, NULL);
	cairo_surface_set_mime_data(
		s, CAIRO_MIME_TYPE_UNIQUE_ID, (const unsigned char *)a->uri,
		(unsigned long)strlen(a->uri), NULL, NULL);
	return s;
}

static cairo_surface_t *png(const struct asset *a)
{
	struct bytes b = { a->data, a->len };
	return cairo_image_surface_create_from_png_stream(next_bytes, &b);
}

static void refuse(struct layout *l, const node *n, enum code code,
                   status st, const char *why)
{
	const char *src = node_get(n, PRFMT_AT_SRC);
	if (l->job->placeholder || n->element == PRFMT_EL_LOGO) {
		/* a letterhead without its logo is still whole */
		diags_say(l->job->diags, CODE_ASSET_PLACEHOLDER,
		          node_attr_place(n, PRFMT_AT_SRC), pdf_bit,
		          "\"%.80s\" is not drawn: %s", src, why);
		if (l->job->placeholder || code == CODE_ASSET_KIND)
			return;
	}
	diags_say(l->job->diags, code, node_attr_place(n, PRFMT_AT_SRC),
	          pdf_bit, "\"%.80s\" cannot be drawn: %s", src, why);
	layout_fail(l, st);
}

static const char *why_not(status st)
{
	return st == PRFMT_ELIMIT
	               ? "it is too large, or one too many (limit "
	                 "asset_bytes or assets)"
	               : "it is not there, or not allowed";
}

static bool judge(struct layout *l, const node *n, const struct image *info)
{
	size_t pixels = (size_t)info->width * info->height;
	if (info->kind == IMAGE_SVG) {
		refuse(l, n, CODE_ASSET_KIND, PRFMT_EASSET,
		       "this version draws no SVG");
		return false;
	}
	if (info->channels == 4 && info->kind == IMAGE_JPEG) {
		refuse(l, n, CODE_ASSET_KIND, PRFMT_EASSET,
		       "it is a CMYK JPEG; convert it to RGB");
		return false;
	}
	if (pixels > l->job->limits->image_pixels || info->width > 32767 ||
	    info->height > 32767) {
		refuse(l, n, CODE_LIMIT, PRFMT_ELIMIT,
		       "it has too many pixels (limit image_pixels)");
		return false;
	}
	return true;
}

cairo_surface_t *layout_image(struct layout *l, const node *n,
                              struct image *info)
{
	const struct asset *a = NULL;
	status st = assets_get(l->job->assets, node_get(n, PRFMT_AT_SRC),
	                       n->element, &a);
	if (st || a->status == PRFMT_ECANCEL || a->status == PRFMT_ENOMEM) {
		layout_fail(l, st ? st : a->status);
		return NULL;
	}
	if (a->status) {
		refuse(l, n, a->status == PRFMT_ELIMIT ? CODE_LIMIT
		                                       : CODE_ASSET_MISSING,
		       a->status, why_not(a->status));
		return NULL;
	}
	if (!image_probe(a->data, a->len, info)) {
		refuse(l, n, CODE_ASSET_KIND, PRFMT_EASSET,
		       "it is no JPEG or PNG");
		return NULL;
	}
	if (!judge(l, n, info))
		return NULL;
	cairo_surface_t *s = info->kind == IMAGE_JPEG ? jpeg(a, info) : png(a);
	if (cairo_surface_status(s)) {
		cairo_status_t bad = cairo_surface_status(s);
		cairo_surface_destroy(s);
		if (bad == CAIRO_STATUS_NO_MEMORY)
			layout_fail(l, PRFMT_ENOMEM);
		else
			refuse(l, n, CODE_ASSET_KIND, PRFMT_EASSET,
			       "its data are damaged");
		return NULL;
	}
	return keep_image(l, s) ? s : NULL;
}

/* -- figures -------------------------------------------------------------- */

enum { SMALL_PIXELS = 300 };

/* LOOK: text width, at most 0.6 of the text's height; a small picture keeps
   its size at 150 dpi. */
static void fit(const struct layout *l, const struct image *info,
                double *width, double *height)
{
	uint32_t w = 1;
	uint32_t h = 1;
	image_size(info, &w, &h);
	double most = 0.6 * (l->paper->bottom - l->paper->top);
	*width = layout_width(l);
	if (w < SMALL_PIXELS && (double)w * 72 / 150 < *width)
		*width = (double)w * 72 / 150;
	*height = *width * h / w;
	if (*height > most) {
		*width *= most / *height;
		*height = most;
	}
}

/* A picture of the body that is so wide takes the whole frame. */
static bool is_wide(const struct layout *l, const struct image *info)
{
	uint32_t w = 1;
	uint32_t h = 1;
	image_size(info, &w, &h);
	return l->theme->picture_wide > 0 && l->start <= l->base &&
	       l->flow == &l->body && w >= SMALL_PIXELS &&
	       w > l->theme->picture_wide * h;
}

static void placeholder(struct layout *l, struct strip *s, const node *img,
                        struct tag *tag)
{
	struct para_text t = { 0 };
	const char *alt = node_get(img, PRFMT_AT_ALT);
	const double pad = 10;
	if (!alt || !alt[0])
		alt = lang_label(l->job->lang, LABEL_PICTURE_MISSING);
	layout_words(l, &t, text_span(alt), STYLE_CAPTION, 0, tag);
	struct para *p = layout_set(l, &t, STYLE_CAPTION, ALIGN_CENTER,
	                            layout_width(l) - 2 * pad, 0, NULL, tag);
	double text = layout_lines(l, &s->ops, p, layout_left(l) + pad, 36,
	                           tag ? tag->order : 0);
	s->height = text + 72;
	const struct box frame = { BOX_FRAME, { 0.5, HUE_RULE }, 0, 0, 0, 0,
		SIDE_START };
	layout_box(l, &s->ops, &frame, layout_left(l), 0, layout_width(l),
	           s->height);
	para_text_free(&t);
}

static void picture(struct layout *l, const node *img, struct strip *s)
{
	struct image info;
	const char *alt = node_get(img, PRFMT_AT_ALT);
	bool decoration = !alt || !alt[0];
	cairo_surface_t *image = layout_image(l, img, &info);
	if (l->status)
		return;
	if (!image) {
		placeholder(l, s, img, layout_tag(l, l->here, TAG_P));
		return;
	}
	struct tag *tag = decoration ? NULL
	                             : layout_tag(l, l->here, TAG_FIGURE);
	if (tag)
		tag->alt = alt;
	struct op *o = arena_zero(&l->arena, sizeof *o);
	if (!o) {
		layout_fail(l, PRFMT_ENOMEM);
		return;
	}
	bool wide = is_wide(l, &info);
	if (wide)
		layout_widen(l);
	fit(l, &info, &o->width, &o->height);
	o->type = OP_IMAGE;
	o->image = image;
	o->orientation = info.orientation;
	o->tag = tag;
	double spare = layout_width(l) - o->width;
	bool centred = layout_style(l, STYLE_CAPTION)->side == SIDE_CENTRE;
	o->x = layout_left(l) + (centred ? spare / 2 : l->rtl ? spare : 0);
	s->ops = (struct ops){ o, o };
	s->height = o->height;
	if (wide)
		layout_narrow(l);
}

static void media(struct layout *l, const node *n, enum label what,
                  const struct set *how)
{
	struct para_text t = { 0 };
	struct tag *tag = layout_tag(l, l->here, TAG_P);
	uint64_t order = layout_order(l);
	const char *src = node_get(n, PRFMT_AT_SRC);
	layout_words(l, &t, text_span(lang_label(l->job->lang, what)),
	             STYLE_MEDIA_LABEL, 0, tag);
	layout_words(l, &t, text_span(lang_label(l->job->lang, LABEL_COLON)),
	             STYLE_MEDIA_LABEL, 0, tag);
	layout_words(l, &t, node_get_span(n, PRFMT_AT_TITLE), how->style, 0,
	             tag);
	struct buf href = { 0 };
	if (words_href(&href, text_span(src))) {
		layout_words(l, &t,
		             text_span(lang_label(l->job->lang, LABEL_COMMA)),
		             how->style, 0, tag);
		layout_link(l, &t, text_span(src), how->style, tag, order,
		            src, layout_width(l));
	}
	buf_free(&href);
	layout_paragraph(l, &t, tag, NULL, order, NULL, how);
	para_text_free(&t);
}

static void caption(struct layout *l, const node *n, double after)
{
	struct para_text t = { 0 };
	struct note *notes = NULL;
	struct buf credit = { 0 };
	const node *text = node_child(n, PRFMT_EL_CAPTION);
	words_credit(&credit, l->job, n);
	if (text || credit.len) {
		struct tag *tag = layout_tag(l, l->here, TAG_CAPTION);
		uint64_t order = layout_order(l);
		struct set how = { .style = STYLE_CAPTION, .after = after,
			.before = layout_style(l, STYLE_CAPTION)->before,
			.whole = true, .loose = true };
		layout_inline(l, &t, text, tag, STYLE_CAPTION, order, &notes);
		if (t.text.len && credit.len)
			layout_words(l, &t, text_span(" "), STYLE_CAPTION, 0,
			             tag);
		layout_words(l, &t,
		             buf_view(&credit),
		             STYLE_CREDIT, 0, tag);
		layout_paragraph(l, &t, tag, NULL, order, notes, &how);
	}
	buf_free(&credit);
	para_text_free(&t);
}

void layout_figure(struct layout *l, const node *n)
{
	double before = l->theme->figure_before;
	double after = l->theme->figure_after;
	const node *img = node_child(n, PRFMT_EL_IMG);
	struct tag *outside = l->here;
	size_t first = l->flow->count;
	struct set how = { .style = STYLE_ASIDE, .before = before,
		.keep_next = true, .whole = true, .loose = true };
	const char *alt = node_get(img, PRFMT_AT_ALT);
	l->at = n->at;
	/* decoration without words is no part of the structure */
	if (!img || (alt && alt[0]) || node_child(n, PRFMT_EL_CAPTION) ||
	    node_child(n, PRFMT_EL_CREDIT) ||
	    node_child(n, PRFMT_EL_COPYRIGHT) || node_child(n, PRFMT_EL_USAGE))
		l->here = layout_tag(l, outside, TAG_DIV);
	if (img) {
		struct strip s = { .before = before, .keep = true };
		picture(l, img, &s);
		layout_strip(l, &s);
	} else if (node_child(n, PRFMT_EL_VIDEO)) {
		media(l, node_child(n, PRFMT_EL_VIDEO), LABEL_VIDEO, &how);
	} else if (node_child(n, PRFMT_EL_AUDIO)) {
		media(l, node_child(n, PRFMT_EL_AUDIO), LABEL_AUDIO, &how);
	}
	if (!l->status)
		caption(l, n, after);
	if (!l->status && l->flow->count > first) {
		struct flow *f = l->flow;
		f->strips[f->count - 1].keep = false;
		f->strips[f->count - 1].after = after;
		if (img && n->parent == release_body(l->job->rel))
			f->strips[first].moving = f->count - first;
	}
	l->here = outside;
}
