/* layout_letter.c - issuers and their logos in, the letterhead out, in one of
   three layouts. */
#include "base/text.h"
#include "render/pdf/layout.h"
#include "render/words.h"

#include <string.h>

/* -- logos ---------------------------------------------------------------- */

static struct op *logo(struct layout *l, const node *n, double width,
                       double height)
{
	struct image info;
	uint32_t w = 1;
	uint32_t h = 1;
	cairo_surface_t *image = layout_image(l, n, &info);
	struct op *o = image ? arena_zero(&l->arena, sizeof *o) : NULL;
	if (!o) {
		if (image)
			layout_fail(l, PRFMT_ENOMEM);
		return NULL;
	}
	image_size(&info, &w, &h);
	o->type = OP_IMAGE;
	o->image = image;
	o->orientation = info.orientation;
	o->height = height;
	o->width = height * w / h;
	if (o->width > width) {
		o->width = width;
		o->height = width * h / w;
	}
	return o;
}

static void add_op(struct ops *ops, struct op *o)
{
	if (ops->last)
		ops->last->next = o;
	else
		ops->first = o;
	ops->last = o;
}

static void add_ops(struct ops *ops, const struct ops *more, double dy)
{
	for (struct op *o = more->first; o; o = o->next) {
		o->y += dy;
		o->line_top += dy;
	}
	if (!more->first)
		return;
	if (ops->last)
		ops->last->next = more->first;
	else
		ops->first = more->first;
	ops->last = more->last;
}

static const node *issuer_logo(const node *issuer)
{
	return node_child(issuer, PRFMT_EL_LOGO);
}

/* Where the side at which lines start is, for something so wide. */
static double at_start(const struct layout *l, double from, double width)
{
	return l->rtl ? layout_width(l) - from - width : from;
}

/* -- lines ---------------------------------------------------------------- */

/* An address as one reads it: without the scheme. */
static void web(struct buf *out, const struct layout *l, const node *url)
{
	struct buf b = { 0 };
	words_flat(&b, l->job, url);
	struct span s = buf_view(&b);
	static const char *const schemes[] = { "https://", "http://" };
	for (size_t i = 0; i < COUNT(schemes); i++) {
		size_t n = strlen(schemes[i]);
		if (text_starts(s, schemes[i]))
			s = (struct span){ s.at + n, s.len - n };
	}
	if (s.len && s.at[s.len - 1] == '/' && !memchr(s.at, '/', s.len - 1))
		s.len--;
	buf_span(out, s);
	buf_free(&b);
}

/* Parts of an issuer's line, some of them links: as many on one line as fit,
   with a mark between two of them. */
struct parts {
	struct layout *l;
	struct ops *ops;
	struct tag *tag;
	double x;
	double width;
	double y;
	struct para_text text; /* of the line being filled */
	double used;
	uint64_t order;
};

static struct parts parts_start(struct layout *l, struct ops *ops, double x,
                                double width, double y)
{
	struct parts p = { .l = l, .ops = ops, .x = x, .width = width,
		.y = y };
	p.tag = layout_tag(l, l->here, TAG_P);
	p.order = layout_order(l);
	return p;
}

static void end_line(struct parts *p)
{
	struct para *set = layout_set(p->l, &p->text, STYLE_ISSUER_LINE,
	                              ALIGN_START, p->width, 0, NULL, p->tag);
	p->y += layout_lines(p->l, p->ops, set, p->x, p->y, p->order);
	para_text_free(&p->text);
	p->used = 0;
	p->order = layout_order(p->l);
}

static void part(struct parts *p, const struct buf *text, const char *href)
{
	static const char mark[] = " · ";
	const enum style_id id = STYLE_ISSUER_LINE;
	double between = layout_natural(p->l, text_span(mark), id, 0);
	double width = layout_natural(p->l, buf_view(text), id, 0);
	if (!text->len)
		return;
	if (p->used > 0 && p->used + between + width > p->width) {
		/* unseen, but a word's end to whoever reads the text */
		layout_words(p->l, &p->text, text_span(" "), id, 0, p->tag);
		end_line(p);
	}
	if (p->used > 0)
		layout_words(p->l, &p->text, text_span(mark), id, 0, p->tag);
	p->used += (p->used > 0 ? between : 0) + width;
	if (href)
		layout_link(p->l, &p->text, buf_view(text), id, p->tag,
		            p->order, href, p->width);
	else
		layout_words(p->l, &p->text, buf_view(text), id, 0, p->tag);
}

static void address_part(struct parts *p, const node *issuer)
{
	struct buf text = { 0 };
	words_address(&text, p->l->job, node_child(issuer, PRFMT_EL_ADDRESS));
	part(p, &text, NULL);
	buf_free(&text);
}

static void way_part(struct parts *p, const node *k)
{
	struct layout *l = p->l;
	struct buf text = { 0 };
	struct buf href = { 0 };
	const char *type = k->element == PRFMT_EL_TEL
	                           ? words_tel_type(l->job, k) : NULL;
	if (type) {
		buf_puts(&text, type);
		buf_byte(&text, ' ');
	}
	if (k->element == PRFMT_EL_URL) {
		web(&text, l, k);
		words_flat(&href, l->job, k);
	} else {
		words_flat(&text, l->job, k);
	}
	if (k->element == PRFMT_EL_TEL)
		words_tel_href(&href, k);
	if (k->element == PRFMT_EL_EMAIL) {
		buf_puts(&href, "mailto:");
		buf_puts(&href, buf_text(&text));
	}
	part(p, &text, href.len ? buf_text(&href) : NULL);
	buf_free(&text);
	buf_free(&href);
}

static void way_parts(struct parts *p, const node *issuer)
{
	static const prfmt_element ways[] = { PRFMT_EL_TEL, PRFMT_EL_EMAIL,
		PRFMT_EL_URL };
	for (size_t i = 0; i < COUNT(ways); i++)
		for (const node *k = node_child(issuer, ways[i]); k;
		     k = node_sibling(k, ways[i]))
			way_part(p, k);
}

static void issuer_lines(struct layout *l, struct ops *ops, const node *n,
                         double x, double width, double *y)
{
	struct parts p = parts_start(l, ops, x, width, *y);
	address_part(&p, n);
	way_parts(&p, n);
	end_line(&p);
	*y = p.y;
}

static void issuer_name(struct layout *l, struct strip *s, const node *n,
                        double x, double width, double *y)
{
	struct buf name = { 0 };
	words_flat(&name, l->job, node_child(n, PRFMT_EL_NAME));
	layout_put(l, s, buf_view(&name), STYLE_ISSUER, ALIGN_START, x, width,
	           y);
	buf_free(&name);
}

/* -- at the start: names and addresses, logos at the end ------------------ */

static double logos_at_end(struct layout *l, struct strip *s)
{
	const struct letterhead *look = &l->theme->letterhead;
	const node *head = release_head(l->job->rel);
	double x = 0;
	for (const node *n = node_child(head, PRFMT_EL_ISSUER); n;
	     n = node_sibling(n, PRFMT_EL_ISSUER)) {
		if (!issuer_logo(n) || l->status)
			continue;
		struct op *o = logo(l, issuer_logo(n), look->logo_width,
		                    look->logo_height);
		if (!o)
			continue;
		x += o->width;
		o->x = l->rtl ? x - o->width : layout_width(l) - x;
		o->y = (look->least - o->height) / 2;
		x += look->logo_gap;
		add_op(&s->ops, o);
	}
	return x;
}

static double letter_start(struct layout *l, struct strip *s)
{
	const node *head = release_head(l->job->rel);
	double y = 0;
	double logos = logos_at_end(l, s);
	double width = layout_width(l) -
	               (logos > 0 ? logos + l->theme->letterhead.logo_gap : 0);
	double x = l->rtl ? layout_width(l) - width : 0;
	for (const node *n = node_child(head, PRFMT_EL_ISSUER); n;
	     n = node_sibling(n, PRFMT_EL_ISSUER)) {
		y += y > 0 ? 4 : 0;
		issuer_name(l, s, n, x, width, &y);
		issuer_lines(l, &s->ops, n, x, width, &y);
	}
	return y;
}

/* -- centred: one logo above, or two at the sides ------------------------- */

static void fitted_name(struct layout *l, struct strip *s, const node *n,
                        double x, double width, double *y)
{
	struct buf name = { 0 };
	struct para_text t = { 0 };
	words_flat(&name, l->job, node_child(n, PRFMT_EL_NAME));
	struct tag *tag = layout_tag(l, l->here, TAG_P);
	layout_words(l, &t, buf_view(&name), STYLE_ISSUER, 0, tag);
	struct para *p = layout_set_fitted(l, &t, STYLE_ISSUER, width,
	                                   l->theme->letterhead.name_least,
	                                   tag);
	*y += layout_lines(l, &s->ops, p, x, *y, layout_order(l));
	para_text_free(&t);
	buf_free(&name);
}

/* All that one issuer says, or what all say but their addresses. */
static bool fits_one_line(struct layout *l, const node *first, bool addresses,
                          double width)
{
	struct ops none = { 0 };
	struct tag *here = l->here;
	/* set once to see: its tag hangs nowhere */
	l->here = NULL;
	struct parts p = parts_start(l, &none, 0, width, 0);
	if (addresses)
		address_part(&p, first);
	for (const node *n = first; n; n = node_sibling(n, PRFMT_EL_ISSUER))
		way_parts(&p, n);
	end_line(&p);
	l->here = here;
	return p.y < 1.5 * layout_style(l, STYLE_ISSUER_LINE)->leading;
}

/* All addresses, then all the rest; of one issuer together where that fits,
   of several apart where it does not. */
static void centred_lines(struct layout *l, struct strip *s, size_t issuers,
                          double x, double width, double *y)
{
	const node *first = node_child(release_head(l->job->rel),
	                               PRFMT_EL_ISSUER);
	bool together = issuers == 1 && fits_one_line(l, first, true, width);
	bool apart = issuers > 1 && !fits_one_line(l, first, false, width);
	struct parts p = parts_start(l, &s->ops, x, width, *y);
	for (const node *n = first; n; n = node_sibling(n, PRFMT_EL_ISSUER))
		address_part(&p, n);
	if (p.used > 0 && !together)
		end_line(&p);
	for (const node *n = first; n;
	     n = node_sibling(n, PRFMT_EL_ISSUER)) {
		way_parts(&p, n);
		if (apart && p.used > 0)
			end_line(&p);
	}
	if (p.used > 0)
		end_line(&p);
	*y = p.y;
}

static void pair_of_logos(struct layout *l, struct strip *s,
                          struct op *const logos[2], double height)
{
	double side = l->theme->letterhead.pair;
	for (size_t i = 0; i < 2; i++) {
		struct op *o = logos[i];
		if (!o)
			continue;
		bool left = (i == 0) != l->rtl;
		double box = left ? 0 : layout_width(l) - side;
		o->x = box + (side - o->width) / 2;
		o->y = (height - o->height) / 2;
		o->next = s->ops.first;
		s->ops.first = o;
		if (!s->ops.last)
			s->ops.last = o;
	}
}

static double letter_centre(struct layout *l, struct strip *s)
{
	const struct letterhead *look = &l->theme->letterhead;
	const node *head = release_head(l->job->rel);
	size_t issuers = node_count(head, PRFMT_EL_ISSUER);
	bool pair = issuers > 1;
	struct op *logos[2] = { NULL, NULL };
	size_t count = 0;
	double y = 0;
	for (const node *n = node_child(head, PRFMT_EL_ISSUER); n;
	     n = node_sibling(n, PRFMT_EL_ISSUER))
		if (issuer_logo(n) && count < 2 && !l->status)
			logos[count++] = logo(
				l, issuer_logo(n),
				pair ? look->pair : look->logo_width,
				pair ? look->pair : look->logo_height);
	if (!pair && logos[0]) {
		logos[0]->x = (layout_width(l) - logos[0]->width) / 2;
		add_op(&s->ops, logos[0]);
		y = logos[0]->height + look->logo_gap;
	}
	double x = pair && count ? look->pair + look->pair_gap : 0;
	double width = layout_width(l) - 2 * x;
	for (const node *n = node_child(head, PRFMT_EL_ISSUER); n;
	     n = node_sibling(n, PRFMT_EL_ISSUER))
		fitted_name(l, s, n, x, width, &y);
	y += look->name_gap;
	centred_lines(l, s, issuers, x, width, &y);
	if (pair && count) {
		y = y > look->pair ? y : look->pair;
		pair_of_logos(l, s, logos, y);
	}
	return y;
}

/* -- one row an issuer: logo, name; address at the end -------------------- */

static double bar(struct layout *l, struct strip *s, const node *n, double top)
{
	const struct letterhead *look = &l->theme->letterhead;
	const double apart = 16;
	struct op *o = issuer_logo(n) ? logo(l, issuer_logo(n),
	                                     look->logo_width,
	                                     look->logo_height)
	                              : NULL;
	struct buf name = { 0 };
	struct ops names = { 0 };
	struct ops lines = { 0 };
	words_flat(&name, l->job, node_child(n, PRFMT_EL_NAME));
	double from = o ? o->width + look->logo_gap : 0;
	double room = layout_width(l) - from;
	double natural = layout_natural(l, buf_view(&name), STYLE_ISSUER, 0);
	double width = natural < room * 0.62 ? natural + 1 : room * 0.62;
	double name_y = 0;
	double lines_y = 0;
	struct strip text = { .ops = names };
	layout_put(l, &text, buf_view(&name), STYLE_ISSUER, ALIGN_START,
	           at_start(l, from, width), width, &name_y);
	double rest = room - width - apart;
	issuer_lines(l, &lines, n, at_start(l, from + width + apart, rest),
	             rest, &lines_y);
	double height = look->least;
	height = name_y > height ? name_y : height;
	height = lines_y > height ? lines_y : height;
	if (o) {
		o->x = at_start(l, 0, o->width);
		o->y = top + (height - o->height) / 2;
		add_op(&s->ops, o);
	}
	add_ops(&s->ops, &text.ops, top + (height - name_y) / 2);
	add_ops(&s->ops, &lines, top + (height - lines_y) / 2);
	buf_free(&name);
	return height;
}

static double letter_bar(struct layout *l, struct strip *s)
{
	const node *head = release_head(l->job->rel);
	double y = 0;
	for (const node *n = node_child(head, PRFMT_EL_ISSUER); n;
	     n = node_sibling(n, PRFMT_EL_ISSUER)) {
		y += y > 0 ? 6 : 0;
		y += bar(l, s, n, y);
	}
	return y;
}

void layout_letterhead(struct layout *l)
{
	const struct letterhead *look = &l->theme->letterhead;
	struct strip s = { .keep = true };
	double y = 0;
	switch (look->layout) {
	case HEAD_START:
		y = letter_start(l, &s);
		break;
	case HEAD_CENTRE:
		y = letter_centre(l, &s);
		break;
	case HEAD_COLUMN:
		y = letter_bar(l, &s);
		break;
	}
	/* the rule's edge, not its middle, is so far below the text */
	double half = look->layout == HEAD_START ? 0 : look->rule.thick / 2;
	y = (y > look->least ? y : look->least) + look->under;
	layout_rule(l, &s.ops, 0, y + half, layout_width(l), look->rule);
	y += 2 * half;
	if (look->second.thick > 0) {
		y += look->white;
		layout_rule(l, &s.ops, 0, y + look->second.thick / 2,
		            layout_width(l), look->second);
		y += look->second.thick;
	}
	s.height = y;
	layout_strip(l, &s);
}
