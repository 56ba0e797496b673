/* layout_head.c - release line, notices, headline, facts. */
#include "base/text.h"
#include "render/pdf/layout.h"
#include "render/words.h"

#include <string.h>

/* -- kind, release line, issued, reference -------------------------------- */

static bool is_boxed(const struct layout *l)
{
	return l->job->state == STATE_EMBARGO ||
	       l->job->state == STATE_WITHDRAWN;
}

static struct span kind(const struct layout *l)
{
	return text_span(words_kind(l->job, l->theme->status.capitals));
}

static struct span state(const struct layout *l)
{
	return text_span(words_state(l->job, l->theme->status.capitals));
}

/* In two columns: kind and dates, release line and reference. */
static void status_row(struct layout *l)
{
	const struct status_look *look = &l->theme->status;
	struct strip s = { .before = look->before, .keep = true };
	struct buf b = { 0 };
	double half = layout_width(l) / 2;
	double start = 0;
	double end = 0;
	double left = l->rtl ? half : 0;
	double right = l->rtl ? 0 : half;
	const node *head = release_head(l->job->rel);
	layout_put(l, &s, kind(l), STYLE_KIND, ALIGN_START, left, half, &start);
	if (!is_boxed(l))
		layout_put(l, &s, state(l), STYLE_STATE, ALIGN_END, right, half,
		    &end);
	else
		end = layout_style(l, STYLE_KIND)->leading;
	words_issued(&b, l->job);
	double wide = layout_width(l) * 0.64;
	layout_put(l, &s, buf_view(&b), STYLE_ISSUED, ALIGN_START,
	    l->rtl ? layout_width(l) - wide : 0, wide, &start);
	buf_clear(&b);
	words_reference(&b, l->job);
	double narrow = layout_width(l) - wide;
	layout_put(l, &s, buf_view(&b), STYLE_ISSUED, ALIGN_END,
	           l->rtl ? 0 : wide,
	    narrow, &end);
	for (const node *n = node_child(head, PRFMT_EL_ISSUER); n;
	     n = node_sibling(n, PRFMT_EL_ISSUER)) {
		buf_clear(&b);
		words_instruments(&b, l->job, n);
		layout_put(l, &s, buf_view(&b), STYLE_ISSUED, ALIGN_START, 0,
		    layout_width(l), &start);
	}
	s.height = (start > end ? start : end) + look->under;
	layout_rule(l, &s.ops, 0, s.height, layout_width(l), look->rule);
	buf_free(&b);
	layout_strip(l, &s);
}

/* A row below the others, each apart by the same. */
static void row(struct layout *l, struct strip *s, struct span text,
                enum style_id style, double gap, double x, double width,
                double *y)
{
	if (!text.len)
		return;
	*y += *y > 0 ? gap : 0;
	layout_put(l, s, text, style, ALIGN_START, x, width, y);
}

/* Dates, reference, instruments; the first `gap` below what stands. */
static void status_rows(struct layout *l, struct strip *s, double gap,
                        double x, double width, double *y)
{
	const struct status_look *look = &l->theme->status;
	struct buf b = { 0 };
	double top = *y;
	words_issued(&b, l->job);
	row(l, s, buf_view(&b), STYLE_ISSUED, gap, x, width, y);
	buf_clear(&b);
	words_reference(&b, l->job);
	row(l, s, buf_view(&b), STYLE_ISSUED,
	    *y > top ? look->row_gap : gap, x, width, y);
	for (const node *n = node_child(release_head(l->job->rel),
	                                PRFMT_EL_ISSUER);
	     n; n = node_sibling(n, PRFMT_EL_ISSUER)) {
		buf_clear(&b);
		words_instruments(&b, l->job, n);
		row(l, s, buf_view(&b), STYLE_ISSUED,
		    *y > top ? look->row_gap : gap, x, width, y);
	}
	buf_free(&b);
}

static void status_centre(struct layout *l)
{
	const struct status_look *look = &l->theme->status;
	struct strip s = { .before = look->before, .keep = true };
	double width = layout_width(l);
	double y = 0;
	row(l, &s, kind(l), STYLE_KIND, 0, 0, width, &y);
	status_rows(l, &s, look->kind_gap, 0, width, &y);
	if (!is_boxed(l))
		row(l, &s, state(l), STYLE_STATE, look->state_gap, 0, width,
		    &y);
	s.height = y + look->under;
	layout_strip(l, &s);
}

/* In the hanging column, beside the headline. The tags come first. */
static void status_column(struct layout *l, struct strip *s)
{
	const struct status_look *look = &l->theme->status;
	double width = l->theme->hang;
	double x = l->rtl ? theme_frame(l->theme) - width : 0;
	double y = 0;
	row(l, s, kind(l), STYLE_KIND, 0, x, width, &y);
	if (!is_boxed(l))
		row(l, s, state(l), STYLE_STATE, look->kind_gap, x, width, &y);
	status_rows(l, s, look->row_gap, x, width, &y);
	s->height = y;
}

/* -- boxes ---------------------------------------------------------------- */

struct boxed { /* a box being filled */
	const struct box *box;
	struct strip strip;
	double y;
	double width; /* of the text */
};

static struct boxed box_open(struct layout *l, enum box_id id)
{
	const struct box *box = &l->theme->boxes[id];
	struct boxed b = { .box = box, .y = box->top };
	b.strip = (struct strip){ .before = box->before, .keep = true };
	b.width = layout_width(l) - 2 * box->side;
	return b;
}

static void box_put(struct layout *l, struct boxed *b, struct span text,
                    enum style_id style)
{
	enum para_align align = b->box->text == SIDE_CENTRE ? ALIGN_CENTER
	                                                    : ALIGN_START;
	layout_put(l, &b->strip, text, style, align, b->box->side, b->width,
	           &b->y);
}

static void box_close(struct layout *l, struct boxed *b)
{
	if (b->y <= b->box->top)
		return;
	b->strip.height = b->y + b->box->bottom;
	l->band = layout_band(l, b->box, 0, layout_width(l));
	layout_box(l, &b->strip.ops, b->box, 0, 0, layout_width(l),
	           b->strip.height);
	layout_strip(l, &b->strip);
	l->band = NULL;
}

static void embargo_box(struct layout *l)
{
	struct boxed box = box_open(l, BOX_EMBARGO);
	struct buf b = { 0 };
	if (l->job->state != STATE_EMBARGO)
		return;
	box_put(l, &box, state(l), STYLE_EMBARGO_WORD);
	for (size_t i = 0; words_embargo(&b, l->job, i); i++) {
		box_put(l, &box, buf_view(&b),
		        i ? STYLE_EMBARGO_ZONE : STYLE_EMBARGO_TIME);
		buf_clear(&b);
	}
	buf_free(&b);
	box_close(l, &box);
}

static void changes(struct layout *l, struct boxed *box, const node *corrects)
{
	struct buf b = { 0 };
	words_corrects(&b, l->job);
	box_put(l, box, buf_view(&b), STYLE_NOTICE);
	for (const node *c = node_child(corrects, PRFMT_EL_CHANGE); c;
	     c = node_sibling(c, PRFMT_EL_CHANGE)) {
		buf_clear(&b);
		words_change(&b, l->job, c);
		box_put(l, box, buf_view(&b), STYLE_NOTICE);
	}
	buf_free(&b);
}

/* A box of its own for a material correction, a withdrawal, a hold's words. */
static void notice_box(struct layout *l)
{
	const node *corrects = node_child(release_head(l->job->rel),
	                                  PRFMT_EL_CORRECTS);
	bool material = text_is(node_get_span(corrects, PRFMT_AT_CLASS),
	                        "material");
	struct boxed box = box_open(l, BOX_NOTICE);
	struct buf b = { 0 };
	words_notice(&b, l->job);
	if (l->job->state == STATE_WITHDRAWN)
		box_put(l, &box, state(l), STYLE_EMBARGO_WORD);
	box_put(l, &box, buf_view(&b), STYLE_NOTICE);
	if (corrects && material) {
		enum label word = l->theme->status.capitals
		                          ? LABEL_CORRECTION_CAPS
		                          : LABEL_CORRECTION;
		box_put(l, &box, text_span(lang_label(l->job->lang, word)),
		        STYLE_EMBARGO_WORD);
		changes(l, &box, corrects);
	}
	buf_free(&b);
	box_close(l, &box);
}

/* -- headline and what goes with it --------------------------------------- */

/* A rule between this fact and the one before. */
static void fact_apart(struct layout *l, size_t at)
{
	const struct facts_look *look = &l->theme->facts;
	if (l->status || at >= l->flow->count)
		return;
	struct strip *s = &l->flow->strips[at];
	s->before = look->bottom + look->top;
	layout_rule(l, &s->ops, layout_left(l), -look->top, layout_width(l),
	            look->rule);
}

static void facts(struct layout *l)
{
	const node *head = release_head(l->job->rel);
	const node *first = node_child(head, PRFMT_EL_FACT);
	struct tag *outside = l->here;
	const struct facts_look *look = &l->theme->facts;
	size_t at = l->flow->count;
	if (!first)
		return;
	struct tag *list = layout_tag(l, outside, TAG_L);
	double hang = look->indent + look->hang;
	l->start += hang;
	for (const node *n = first; n && !l->status;
	     n = node_sibling(n, PRFMT_EL_FACT)) {
		struct set how = { .style = STYLE_FACT, .keep_next = true,
			.whole = true, .loose = true };
		size_t begun = l->flow->count;
		l->here = layout_tag(l, list, TAG_LI);
		if (look->mark)
			layout_label(l, text_span(look->mark), STYLE_FACT, 0,
			             l->theme->list.hue, look->hang, 0);
		layout_node(l, n, TAG_LBODY, &how);
		if (look->each && n != first)
			fact_apart(l, begun);
	}
	l->start -= hang;
	l->here = outside;
	if (l->status || l->flow->count == at)
		return;
	if (look->rule.thick <= 0) {
		l->flow->strips[at].before = look->before;
		l->flow->strips[l->flow->count - 1].keep = false;
		return;
	}
	struct strip top = { .before = look->before, .height = look->top,
		.keep = true };
	layout_rule(l, &top.ops, layout_left(l), 0, layout_width(l),
	            look->rule);
	layout_strip(l, &top);
	/* the rule's strip goes in front of the list */
	struct strip *s = l->flow->strips;
	struct strip rule = s[l->flow->count - 1];
	memmove(s + at + 1, s + at,
	        (l->flow->count - 1 - at) * sizeof *s);
	s[at] = rule;
	struct strip bottom = { .height = look->bottom };
	layout_rule(l, &bottom.ops, layout_left(l), look->bottom,
	            layout_width(l), look->rule);
	layout_strip(l, &bottom);
}

static void titles(struct layout *l)
{
	const node *head = release_head(l->job->rel);
	const node *kicker = node_child(head, PRFMT_EL_KICKER);
	const node *first = node_child(head, PRFMT_EL_SUBHEAD);
	double top = layout_style(l, STYLE_KICKER)->before;
	struct set how = { .style = STYLE_KICKER, .keep_next = true,
		.whole = true, .loose = true, .before = top };
	layout_node(l, kicker, TAG_P, &how);
	how.style = STYLE_HEADLINE;
	how.before = kicker ? layout_style(l, STYLE_HEADLINE)->before : top;
	layout_node(l, node_child(head, PRFMT_EL_HEADLINE), TAG_H1, &how);
	if (!words_body_shown(l->job))
		return;
	how.style = STYLE_SUBHEAD;
	for (const node *n = first; n; n = node_sibling(n, PRFMT_EL_SUBHEAD)) {
		how.before = n == first ? layout_style(l, STYLE_SUBHEAD)->before
		                        : l->theme->subhead_next;
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
	struct strip column = { 0 };
	layout_widen(l);
	layout_letterhead(l);
	switch (l->theme->letterhead.layout) {
	case HEAD_START:
		status_row(l);
		break;
	case HEAD_CENTRE:
		status_centre(l);
		break;
	case HEAD_COLUMN:
		status_column(l, &column);
		break;
	}
	embargo_box(l);
	notice_box(l);
	layout_narrow(l);
	size_t first = l->flow->count;
	titles(l);
	if (!l->status)
		layout_beside(l, first, &column.ops, column.height);
}
