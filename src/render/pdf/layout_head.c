/* layout_head.c - letterhead, release line, notices, headline, facts. */
#include "base/text.h"
#include "render/pdf/layout.h"
#include "render/words.h"

#include <string.h>

/* LOOK, tokens: plain. */
static const double logo_height = 28;
static const double logo_width = 72;
static const double head_least = 38;
static const double under_text = 8;
static const double rule_thick = 0.75;
static const double rule_thin = 0.4;
static const double fact_hang = 15;

/* A sentence on lines of a strip that stands already: below *y, which moves
   down by what it took. */
static void put(struct layout *l, struct strip *s, struct span text,
                enum style_id style, enum para_align align, double x,
                double width, double *y)
{
	struct para_text t = { 0 };
	if (!text.len)
		return;
	struct tag *tag = layout_tag(l, l->here, TAG_P);
	layout_words(l, &t, text, style, 0, tag);
	struct para *p = layout_set(l, &t, style, align, width, 0, NULL, tag);
	*y += layout_lines(l, &s->ops, p, x, *y, layout_order(l));
	para_text_free(&t);
}

/* -- letterhead ----------------------------------------------------------- */

static void logo(struct layout *l, struct strip *s, const node *n, double *x)
{
	struct image info;
	uint32_t w = 1;
	uint32_t h = 1;
	cairo_surface_t *image = layout_image(l, n, &info);
	struct op *o = image ? arena_zero(&l->arena, sizeof *o) : NULL;
	if (!o) {
		if (image)
			layout_fail(l, PRFMT_ENOMEM);
		return;
	}
	image_size(&info, &w, &h);
	o->type = OP_IMAGE;
	o->image = image;
	o->orientation = info.orientation;
	o->height = logo_height;
	o->width = logo_height * w / h;
	if (o->width > logo_width) {
		o->width = logo_width;
		o->height = logo_width * h / w;
	}
	*x += o->width;
	o->x = l->rtl ? *x - o->width : layout_width(l) - *x;
	o->y = (head_least - o->height) / 2;
	*x += 8;
	if (s->ops.last)
		s->ops.last->next = o;
	else
		s->ops.first = o;
	s->ops.last = o;
}


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
	struct strip *strip;
	struct tag *tag;
	double x;
	double width;
	double *y;
	struct para_text text; /* of the line being filled */
	double used;
	uint64_t order;
};

static void end_line(struct parts *p)
{
	struct para *set = layout_set(p->l, &p->text, STYLE_ISSUER_LINE,
	                              ALIGN_START, p->width, 0, NULL, p->tag);
	*p->y += layout_lines(p->l, &p->strip->ops, set, p->x, *p->y,
	                      p->order);
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

static void way(struct parts *p, const node *n, struct buf *text,
                struct buf *href)
{
	struct layout *l = p->l;
	const char *type = n->element == PRFMT_EL_TEL
	                           ? words_tel_type(l->job, n) : NULL;
	buf_clear(text);
	buf_clear(href);
	if (type) {
		buf_puts(text, type);
		buf_byte(text, ' ');
	}
	if (n->element == PRFMT_EL_URL) {
		web(text, l, n);
		words_flat(href, l->job, n);
	} else if (n->element == PRFMT_EL_TEL) {
		words_flat(text, l->job, n);
		words_tel_href(href, n);
	} else {
		words_flat(text, l->job, n);
		buf_puts(href, "mailto:");
		buf_puts(href, buf_text(text));
	}
	part(p, text, href->len ? buf_text(href) : NULL);
}

static void issuer_line(struct layout *l, struct strip *s, const node *n,
                        double x, double width, double *y)
{
	static const prfmt_element ways[] = { PRFMT_EL_TEL, PRFMT_EL_EMAIL,
		PRFMT_EL_URL };
	struct parts p = { .l = l, .strip = s, .x = x, .width = width,
		.y = y };
	struct buf text = { 0 };
	struct buf href = { 0 };
	p.tag = layout_tag(l, l->here, TAG_P);
	p.order = layout_order(l);
	words_address(&text, l->job, node_child(n, PRFMT_EL_ADDRESS));
	part(&p, &text, NULL);
	for (size_t i = 0; i < COUNT(ways); i++)
		for (const node *k = node_child(n, ways[i]); k;
		     k = node_sibling(k, ways[i]))
			way(&p, k, &text, &href);
	end_line(&p);
	buf_free(&text);
	buf_free(&href);
}

static void letterhead(struct layout *l)
{
	const node *head = release_head(l->job->rel);
	struct strip s = { .keep = true };
	struct buf name = { 0 };
	double logos = 0;
	double y = 0;
	for (const node *n = node_child(head, PRFMT_EL_ISSUER); n;
	     n = node_sibling(n, PRFMT_EL_ISSUER))
		if (node_child(n, PRFMT_EL_LOGO) && !l->status)
			logo(l, &s, node_child(n, PRFMT_EL_LOGO), &logos);
	double width = layout_width(l) - (logos > 0 ? logos + 8 : 0);
	double x = l->rtl ? layout_width(l) - width : 0;
	for (const node *n = node_child(head, PRFMT_EL_ISSUER); n;
	     n = node_sibling(n, PRFMT_EL_ISSUER)) {
		y += y > 0 ? 4 : 0;
		buf_clear(&name);
		words_flat(&name, l->job, node_child(n, PRFMT_EL_NAME));
		put(l, &s, buf_view(&name), STYLE_ISSUER, ALIGN_START, x, width,
		    &y);
		issuer_line(l, &s, n, x, width, &y);
	}
	s.height = (y > head_least ? y : head_least) + under_text;
	layout_rule(l, &s.ops, 0, s.height, layout_width(l), rule_thick);
	buf_free(&name);
	layout_strip(l, &s);
}

/* -- kind, release line, issued, reference -------------------------------- */

static void status_block(struct layout *l)
{
	struct strip s = { .before = 7, .keep = true };
	struct buf b = { 0 };
	double half = layout_width(l) / 2;
	double start = 0;
	double end = 0;
	double left = l->rtl ? half : 0;
	double right = l->rtl ? 0 : half;
	bool boxed = l->job->state == STATE_EMBARGO ||
	             l->job->state == STATE_WITHDRAWN;
	const struct style *kind = layout_style(l, STYLE_KIND);
	const node *head = release_head(l->job->rel);
	put(l, &s, text_span(words_kind(l->job, true)), STYLE_KIND,
	    ALIGN_START, left, half, &start);
	if (!boxed)
		put(l, &s, text_span(words_state(l->job, true)), STYLE_STATE,
		    ALIGN_END, right, half, &end);
	else
		end = kind->leading;
	words_issued(&b, l->job);
	double wide = layout_width(l) * 0.64;
	put(l, &s, buf_view(&b), STYLE_ISSUED, ALIGN_START,
	    l->rtl ? layout_width(l) - wide : 0, wide, &start);
	buf_clear(&b);
	words_reference(&b, l->job);
	double narrow = layout_width(l) - wide;
	put(l, &s, buf_view(&b), STYLE_ISSUED, ALIGN_END, l->rtl ? 0 : wide,
	    narrow, &end);
	for (const node *n = node_child(head, PRFMT_EL_ISSUER); n;
	     n = node_sibling(n, PRFMT_EL_ISSUER)) {
		buf_clear(&b);
		words_instruments(&b, l->job, n);
		put(l, &s, buf_view(&b), STYLE_ISSUED, ALIGN_START, 0,
		    layout_width(l), &start);
	}
	s.height = (start > end ? start : end) + 6.5;
	layout_rule(l, &s.ops, 0, s.height, layout_width(l), rule_thin);
	buf_free(&b);
	layout_strip(l, &s);
}

/* -- boxes ---------------------------------------------------------------- */

static void embargo_box(struct layout *l)
{
	const double side = 12;
	struct strip s = { .before = 12, .keep = true };
	struct buf b = { 0 };
	double y = 8;
	double width = layout_width(l) - 2 * side;
	if (l->job->state != STATE_EMBARGO)
		return;
	put(l, &s, text_span(words_state(l->job, true)), STYLE_EMBARGO_WORD,
	    ALIGN_START, side, width, &y);
	for (size_t i = 0; words_embargo(&b, l->job, i); i++) {
		put(l, &s, buf_view(&b),
		    i ? STYLE_EMBARGO_ZONE : STYLE_EMBARGO_TIME, ALIGN_START,
		    side, width, &y);
		buf_clear(&b);
	}
	s.height = y + 8.5;
	layout_box(l, &s.ops, 0, 0, layout_width(l), s.height, 1);
	buf_free(&b);
	layout_strip(l, &s);
}

static void changes(struct layout *l, struct strip *s, const node *corrects,
                    double side, double width, double *y)
{
	struct buf b = { 0 };
	words_corrects(&b, l->job);
	put(l, s, buf_view(&b), STYLE_NOTICE, ALIGN_START, side, width, y);
	for (const node *c = node_child(corrects, PRFMT_EL_CHANGE); c;
	     c = node_sibling(c, PRFMT_EL_CHANGE)) {
		buf_clear(&b);
		words_change(&b, l->job, c);
		put(l, s, buf_view(&b), STYLE_NOTICE, ALIGN_START, side, width,
		    y);
	}
	buf_free(&b);
}

/* A box of its own for a material correction, a withdrawal, a hold's words. */
static void notice_box(struct layout *l)
{
	const double side = 12;
	const node *corrects = node_child(release_head(l->job->rel),
	                                  PRFMT_EL_CORRECTS);
	bool material = text_is(node_get_span(corrects, PRFMT_AT_CLASS),
	                        "material");
	struct strip s = { .before = 12, .keep = true };
	struct buf b = { 0 };
	double y = 8;
	double width = layout_width(l) - 2 * side;
	words_notice(&b, l->job);
	bool withdrawn = l->job->state == STATE_WITHDRAWN;
	if (withdrawn)
		put(l, &s, text_span(words_state(l->job, true)),
		    STYLE_EMBARGO_WORD, ALIGN_START, side, width, &y);
	put(l, &s, buf_view(&b), STYLE_NOTICE, ALIGN_START, side, width, &y);
	if (corrects && material) {
		put(l, &s,
		    text_span(lang_label(l->job->lang,
		                         LABEL_CORRECTION_CAPS)),
		    STYLE_EMBARGO_WORD, ALIGN_START, side, width, &y);
		changes(l, &s, corrects, side, width, &y);
	}
	if (y > 8) {
		s.height = y + 8.5;
		layout_box(l, &s.ops, 0, 0, layout_width(l), s.height, 1);
		layout_strip(l, &s);
	}
	buf_free(&b);
}

/* -- headline and what goes with it --------------------------------------- */

static void facts(struct layout *l)
{
	const node *head = release_head(l->job->rel);
	const node *first = node_child(head, PRFMT_EL_FACT);
	struct tag *outside = l->here;
	size_t at = l->flow->count;
	if (!first)
		return;
	struct tag *list = layout_tag(l, outside, TAG_L);
	l->start += fact_hang;
	for (const node *n = first; n && !l->status;
	     n = node_sibling(n, PRFMT_EL_FACT)) {
		struct set how = { .style = STYLE_FACT, .keep_next = true,
			.whole = true, .loose = true };
		l->here = layout_tag(l, list, TAG_LI);
		l->label_tag = layout_tag(l, l->here, TAG_LBL);
		l->label_hang = fact_hang;
		if (l->label_tag)
			layout_words(l, &l->label, text_span("–"), STYLE_FACT,
			             0, l->label_tag);
		layout_node(l, n, TAG_LBODY, &how);
	}
	l->start -= fact_hang;
	l->here = outside;
	if (l->status || l->flow->count == at)
		return;
	struct strip top = { .before = 13, .height = 6.5, .keep = true };
	layout_rule(l, &top.ops, 0, 0, layout_width(l), rule_thin);
	layout_strip(l, &top);
	/* the rule's strip goes in front of the list */
	struct strip *s = l->flow->strips;
	struct strip rule = s[l->flow->count - 1];
	memmove(s + at + 1, s + at,
	        (l->flow->count - 1 - at) * sizeof *s);
	s[at] = rule;
	struct strip bottom = { .height = 7.5 };
	layout_rule(l, &bottom.ops, 0, 7.5, layout_width(l), rule_thin);
	layout_strip(l, &bottom);
}

static void titles(struct layout *l)
{
	const node *head = release_head(l->job->rel);
	const node *kicker = node_child(head, PRFMT_EL_KICKER);
	const node *first = node_child(head, PRFMT_EL_SUBHEAD);
	struct set how = { .style = STYLE_KICKER, .keep_next = true,
		.whole = true, .loose = true, .before = 24 };
	layout_node(l, kicker, TAG_P, &how);
	how.style = STYLE_HEADLINE;
	how.before = kicker ? layout_style(l, STYLE_HEADLINE)->before : 24;
	layout_node(l, node_child(head, PRFMT_EL_HEADLINE), TAG_H1, &how);
	if (!words_body_shown(l->job))
		return;
	how.style = STYLE_SUBHEAD;
	for (const node *n = first; n; n = node_sibling(n, PRFMT_EL_SUBHEAD)) {
		how.before = n == first ? layout_style(l, STYLE_SUBHEAD)->before
		                        : 3;
		layout_node(l, n, TAG_P, &how);
	}
	how.style = STYLE_AUTHOR;
	how.before = layout_style(l, STYLE_AUTHOR)->before;
	for (const node *n = node_child(head, PRFMT_EL_AUTHOR); n;
	     n = node_sibling(n, PRFMT_EL_AUTHOR)) {
		struct buf b = { 0 };
		words_author(&b, l->job, n);
		layout_sentence(l, buf_view(&b), TAG_P, &how);
		buf_free(&b);
	}
	how.style = STYLE_SUMMARY;
	how.before = layout_style(l, STYLE_SUMMARY)->before;
	how.whole = false;
	layout_node(l, node_child(head, PRFMT_EL_SUMMARY), TAG_P, &how);
	facts(l);
}

void layout_head(struct layout *l)
{
	letterhead(l);
	status_block(l);
	embargo_box(l);
	notice_box(l);
	titles(l);
}
