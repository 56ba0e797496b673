/* layout_body.c - the blocks of body and back in, strips out. */
#include "base/alloc.h"
#include "base/text.h"
#include "model/walk.h"
#include "render/pdf/layout.h"
#include "render/words.h"

#include <string.h>

static const double term_indent = 18;

struct level { /* of the open block elements */
	int64_t number;    /* of the next item */
	double hang;       /* of the items */
	double start;      /* what it moved the text in by */
	double end;
	struct tag *tag;   /* where its children go */
	size_t first;      /* strip where it began */
	const struct band *band; /* outside of it */
};

struct blocks {
	struct layout *l;
	struct level *levels;
	size_t depth;
	size_t cap;
};

static enum style_id text_style(const node *n)
{
	for (n = n->parent; n; n = n->parent) {
		switch (n->element) {
		case PRFMT_EL_QUOTE:
			return STYLE_QUOTE;
		case PRFMT_EL_ASIDE:
			return STYLE_ASIDE;
		case PRFMT_EL_ABOUT:
		case PRFMT_EL_LEGAL:
		case PRFMT_EL_NOTES:
			return STYLE_BACK;
		default:
			break;
		}
	}
	return STYLE_BODY;
}

static bool is_first(const node *n)
{
	for (n = n->prev; n; n = n->prev)
		if (n->element > 0 && n->element != PRFMT_EL_HEADING)
			return false;
	return true;
}

static bool is_last(const node *n)
{
	for (n = n->next; n; n = n->next)
		if (n->element > 0)
			return false;
	return true;
}

static prfmt_element before_it(const node *n)
{
	for (n = n->prev; n && n->element <= 0; n = n->prev)
		;
	return n ? n->element : PRFMT_EL_TEXT;
}

static bool follows_heading(const node *n)
{
	prfmt_element e = before_it(n);
	return e == PRFMT_EL_H2 || e == PRFMT_EL_H3;
}

/* A line that ends in a colon stays with what follows. */
static bool ends_in_colon(const struct layout *l, const node *n)
{
	struct buf plain = { 0 };
	words_flat(&plain, l->job, n);
	bool colon = plain.len && plain.at[plain.len - 1] == ':';
	buf_free(&plain);
	return colon;
}

static struct set paragraph_set(const struct layout *l, const node *n)
{
	enum style_id id = text_style(n);
	const struct style *s = layout_style(l, id);
	struct set how = { .style = id, .before = s->before };
	prfmt_element in = n->parent->element;
	how.loose = id == STYLE_BACK || id == STYLE_ASIDE;
	how.keep_next = ends_in_colon(l, n);
	if (id == STYLE_BACK && !is_first(n))
		how.before = 4;
	if (id == STYLE_ASIDE)
		how.before = is_first(n) ? 0 : 4;
	if (id == STYLE_QUOTE)
		how.before = is_first(n) ? s->before : 0;
	/* a bar beside the lines joins them best without a gap */
	if (id == STYLE_QUOTE && l->theme->quote.bar.thick > 0)
		how.loose = true;
	if (id == STYLE_BODY && n->parent == release_body(l->job->rel) &&
	    before_it(n) == PRFMT_EL_P)
		how.indent = l->theme->indent;
	if (in == PRFMT_EL_BLOCKQUOTE) {
		how.before = is_first(n) ? l->theme->leading / 2 : s->before;
		how.after = is_last(n) ? l->theme->leading / 2 : 0;
	}
	if (in == PRFMT_EL_LI || in == PRFMT_EL_DD)
		how.before = is_first(n) ? 0 : 4;
	if (follows_heading(n))
		how.before = 0;
	return how;
}

/* -- the lead: dateline and first paragraph in one ------------------------ */

static bool is_lead(const struct layout *l, const node *n)
{
	return n->parent == release_body(l->job->rel) && is_first(n);
}

static void dateline(struct layout *l, struct para_text *t, struct tag *tag)
{
	struct buf part = { 0 };
	struct para_span place = {
		.face = FACE_BOLD, .tag = tag,
		.hue = layout_style(l, STYLE_LEAD)->hue,
		.track = l->theme->place_track };
	words_dateline_place(&part, l->job);
	status st = para_add(t, buf_view(&part),
	                     &place);
	buf_clear(&part);
	words_dateline_rest(&part, l->job);
	words_dateline_separator(&part, l->job);
	if (!st && part.len)
		layout_words(l, t, buf_view(&part),
		             STYLE_LEAD, FACE_BOLD, tag);
	if (st)
		layout_fail(l, st);
	buf_free(&part);
}

static void lead(struct layout *l, const node *p)
{
	struct para_text t = { 0 };
	struct note *notes = NULL;
	struct tag *tag = layout_tag(l, l->here, TAG_P);
	uint64_t order = layout_order(l);
	struct set how = { .style = STYLE_LEAD,
		.before = layout_style(l, STYLE_LEAD)->before };
	if (words_has_dateline(l->job))
		dateline(l, &t, tag);
	if (p)
		layout_inline(l, &t, p, tag, STYLE_LEAD, order, &notes);
	layout_paragraph(l, &t, tag, NULL, order, notes, &how);
	para_text_free(&t);
}

/* -- lists ---------------------------------------------------------------- */

static void label_text(struct layout *l, struct buf *out, const node *list,
                       int64_t number)
{
	const struct list_look *look = &l->theme->list;
	if (list->element != PRFMT_EL_OL) {
		buf_puts(out, look->mark);
		return;
	}
	if (number < 0)
		buf_puts(out, "−");
	buf_uint(out, number < 0 ? (uint64_t)-number : (uint64_t)number);
	buf_puts(out, look->stop);
}

/* Room for the widest number, first or last. */
static double hang_of(struct layout *l, const node *list, int64_t first)
{
	const double gap = 4;
	int64_t last = first + (int64_t)node_count(list, PRFMT_EL_LI) - 1;
	const int64_t ends[] = { first, last };
	double most = l->theme->list.hang;
	for (size_t i = 0; i < COUNT(ends); i++) {
		struct buf text = { 0 };
		label_text(l, &text, list, ends[i]);
		double width = layout_natural(l, buf_view(&text), STYLE_BODY,
		                              l->theme->list.figure) + gap;
		most = width > most ? width : most;
		buf_free(&text);
	}
	return most;
}

static void label(struct layout *l, const node *li, int64_t number,
                  double hang)
{
	const struct list_look *look = &l->theme->list;
	bool mark = li->parent->element != PRFMT_EL_OL;
	struct buf text = { 0 };
	label_text(l, &text, li->parent, number);
	layout_label(l, buf_view(&text), text_style(li),
	             mark ? 0 : look->figure, look->hue, hang,
	             mark ? look->at : 0);
	buf_free(&text);
}

static void item_text(struct layout *l, const node *li, enum tag_type type)
{
	bool nested = li->parent->parent->element == PRFMT_EL_LI;
	enum style_id id = text_style(li);
	double space = id == STYLE_BODY && !nested ? l->theme->leading / 2
	                                           : 0;
	bool list = li->element == PRFMT_EL_LI;
	/* LOOK: the first two and the last two items stay together */
	const node *next = node_sibling(li, li->element);
	bool last_but_one = list && next && is_last(next);
	struct set how = {
		.style = id,
		.before = list && is_first(li) ? space : 0,
		.after = is_last(li) ? space : 0,
		.keep_next = list && !is_last(li) &&
		             (is_first(li) || last_but_one),
		.loose = id != STYLE_BODY,
	};
	layout_node(l, li, type, &how);
}

/* -- quotes, asides ------------------------------------------------------- */

/* Behind the name; where all is too long for a line, on one of its own. */
static void speaker_rest(struct layout *l, struct para_text *t,
                         struct span rest, struct tag *tag)
{
	static const char comma[] = ", ";
	struct span name = { buf_text(&t->text), t->text.len };
	bool fits = layout_natural(l, name, STYLE_SPEAKER_NAME, 0) +
	                    layout_natural(l, rest, STYLE_SPEAKER, 0) <=
	            layout_width(l);
	if (!fits && l->theme->quote.split && text_starts(rest, comma)) {
		const struct style *s = layout_style(l, STYLE_SPEAKER);
		struct para_span as = { .face = s->face, .hue = s->hue,
			.tag = tag };
		layout_words(l, t, text_span(","), STYLE_SPEAKER, 0, tag);
		layout_newline(l, t, &as);
		rest.at += sizeof comma - 1;
		rest.len -= sizeof comma - 1;
	}
	layout_words(l, t, rest, STYLE_SPEAKER, 0, tag);
}

static void speaker(struct layout *l, const node *n)
{
	struct para_text t = { 0 };
	struct tag *tag = layout_tag(l, l->here, TAG_P);
	struct buf rest = { 0 };
	struct set how = { .style = STYLE_SPEAKER,
		.after = layout_style(l, STYLE_SPEAKER)->after, .loose = true,
		.whole = true };
	uint64_t order = layout_order(l);
	how.before = l->theme->quote.speaker_gap;
	layout_words(l, &t, text_span(l->theme->quote.dash), STYLE_SPEAKER, 0,
	             tag);
	layout_inline(l, &t, node_child(n, PRFMT_EL_NAME), tag,
	              STYLE_SPEAKER_NAME, order, NULL);
	words_speaker_rest(&rest, l->job, n);
	speaker_rest(l, &t, buf_view(&rest), tag);
	layout_paragraph(l, &t, tag, NULL, order, NULL, &how);
	buf_free(&rest);
	para_text_free(&t);
}

static double flow_height(const struct flow *f, size_t first)
{
	double height = 0;
	for (size_t i = first; i < f->count; i++)
		height += f->strips[i].height;
	return height;
}

static void push_front(struct strip *s, const struct ops *ops)
{
	if (!ops->first)
		return;
	ops->last->next = s->ops.first;
	if (!s->ops.last)
		s->ops.last = ops->last;
	s->ops.first = ops->first;
}

/* Whole up to `most` lines; else the last three together. */
static void keep_from(struct layout *l, size_t first, size_t most)
{
	size_t count = l->flow->count - first;
	size_t from = count <= most ? first : l->flow->count - 3;
	for (size_t i = from; count > 1 && i + 1 < l->flow->count; i++)
		l->flow->strips[i].keep = true;
}

static void aside_box(struct layout *l, size_t first)
{
	struct flow *f = l->flow;
	const struct box *box = &l->theme->boxes[BOX_ASIDE];
	struct ops rules = { 0 };
	if (first >= f->count)
		return;
	/* the text is inside of the box's sides */
	double x = layout_left(l) - box->side;
	double width = layout_width(l) + 2 * box->side;
	const struct style *s = layout_style(l, STYLE_ASIDE);
	struct strip *top = &f->strips[first];
	struct strip *bottom = &f->strips[f->count - 1];
	/* room for the rules is part of the strips they belong to */
	for (struct op *o = top->ops.first; o; o = o->next) {
		o->y += box->top;
		o->line_top += box->top;
	}
	top->height += box->top;
	top->before = s->before;
	bottom->height += box->bottom;
	if (box->kind == BOX_RULES) {
		layout_rule(l, &top->ops, x, 0, width, box->rule);
		layout_rule(l, &bottom->ops, x, bottom->height, width,
		            box->rule);
	} else {
		/* in front: a page break may cut all but the first strip */
		layout_box(l, &rules, box, x, 0, width,
		           flow_height(f, first));
		push_front(top, &rules);
	}
	bottom->after = s->after;
	keep_from(l, first, 12);
}

static void rule(struct layout *l)
{
	const struct theme *t = l->theme;
	double width = t->hr_width > 0 ? t->hr_width : layout_width(l);
	struct strip s = { .before = t->hr_space, .after = t->hr_space,
		.height = t->hr.thick };
	struct ops ops = { 0 };
	layout_rule(l, &ops, layout_left(l) + (layout_width(l) - width) / 2,
	            0, width, t->hr);
	s.ops = ops;
	layout_strip(l, &s);
}

static void preformatted(struct layout *l, const node *n)
{
	const struct style *s = layout_style(l, STYLE_PRE);
	struct set how = { .style = STYLE_PRE, .before = s->before,
		.after = s->after, .loose = true };
	l->start += l->theme->pre_indent;
	layout_node(l, n, TAG_P, &how);
	l->start -= l->theme->pre_indent;
}

static void heading(struct layout *l, const node *n, enum style_id id,
                    enum tag_type type)
{
	struct set how = { .style = id, .keep_next = true, .whole = true,
		.before = layout_style(l, id)->before,
		.after = layout_style(l, id)->after };
	if (is_first(n) && n->parent != release_body(l->job->rel))
		how.before = 0;
	layout_node(l, n, type, &how);
}

/* -- the walk ------------------------------------------------------------- */

static const struct container {
	prfmt_element element;
	enum tag_type tag;
} containers[] = {
	{ PRFMT_EL_UL, TAG_L },
	{ PRFMT_EL_OL, TAG_L },
	{ PRFMT_EL_DL, TAG_L },
	{ PRFMT_EL_LI, TAG_LI },
	{ PRFMT_EL_DD, TAG_LBODY },
	{ PRFMT_EL_BLOCKQUOTE, TAG_BLOCKQUOTE },
	{ PRFMT_EL_QUOTE, TAG_BLOCKQUOTE },
	{ PRFMT_EL_ASIDE, TAG_SECT },
};

static void indents(const struct theme *t, prfmt_element e, double *start,
                    double *end)
{
	bool block = e == PRFMT_EL_BLOCKQUOTE;
	*start = 0;
	*end = 0;
	if (e == PRFMT_EL_LI)
		*start = t->list.hang;
	if (e == PRFMT_EL_DD)
		*start = term_indent;
	if (e == PRFMT_EL_ASIDE)
		*start = *end = t->boxes[BOX_ASIDE].side;
	if (block || e == PRFMT_EL_QUOTE) {
		*start = block ? t->quote.block_start : t->quote.start;
		*end = block ? t->quote.block_end : t->quote.end;
	}
}

/* The tint of an aside, the bar of a quote; else what is there. */
static const struct band *band_of(struct layout *l, prfmt_element e)
{
	const struct box *aside = &l->theme->boxes[BOX_ASIDE];
	const struct stroke *bar = &l->theme->quote.bar;
	if (e == PRFMT_EL_ASIDE && aside->kind == BOX_TINT)
		return layout_band(l, aside, layout_left(l), layout_width(l));
	if (e != PRFMT_EL_QUOTE || bar->thick <= 0)
		return l->band;
	struct band *b = arena_zero(&l->arena, sizeof *b);
	if (!b) {
		layout_fail(l, PRFMT_ENOMEM);
		return NULL;
	}
	double x = l->rtl ? layout_left(l) + layout_width(l) - bar->thick
	                  : layout_left(l);
	*b = (struct band){ x, bar->thick, bar->hue };
	return b;
}

static const struct container *container_of(const node *n)
{
	if (n->element == PRFMT_EL_DD && !node_is_blockish(n))
		return NULL; /* its text goes straight in */
	for (size_t i = 0; i < COUNT(containers); i++)
		if (containers[i].element == n->element)
			return &containers[i];
	return NULL;
}

/* The LI that a dd goes into: its dt's. */
static struct tag *term_item(struct layout *l)
{
	return l->here->last ? l->here->last
	                     : layout_tag(l, l->here, TAG_LI);
}

static void open_container(struct blocks *b, const node *n,
                           const struct container *c)
{
	struct layout *l = b->l;
	void *levels = b->levels;
	struct tag *tag = layout_tag(l, n->element == PRFMT_EL_DD
	                                        ? term_item(l) : l->here,
	                             c->tag);
	int64_t number = 1;
	if (!tag || !mem_room(&levels, b->depth, &b->cap, sizeof *b->levels)) {
		layout_fail(l, PRFMT_ENOMEM);
		return;
	}
	tag->list = n->element == PRFMT_EL_OL   ? LIST_DECIMAL
	            : n->element == PRFMT_EL_UL ? LIST_DISC
	                                        : LIST_NONE;
	text_int(node_get_span(n, PRFMT_AT_START), &number);
	b->levels = levels;
	struct level *list = b->depth ? &b->levels[b->depth - 1] : NULL;
	bool item = n->element == PRFMT_EL_LI && list;
	struct level level = { .number = number, .tag = l->here,
		.first = l->flow->count, .band = l->band,
		.hang = l->theme->list.hang };
	if (tag->list == LIST_DECIMAL)
		level.hang = hang_of(l, n, number);
	l->here = tag;
	l->band = band_of(l, n->element);
	indents(l->theme, n->element, &level.start, &level.end);
	if (item)
		level.start = list->hang;
	l->start += level.start;
	l->end += level.end;
	if (item)
		label(l, n, list->number++, list->hang);
	b->levels[b->depth++] = level;
}

/* An item's text goes into LBody. */
static void item(struct blocks *b, const node *n)
{
	struct layout *l = b->l;
	if (!node_is_blockish(n))
		item_text(l, n, TAG_LBODY);
	else
		l->here = layout_tag(l, l->here, TAG_LBODY);
}

static void close_container(struct blocks *b, const node *n)
{
	struct layout *l = b->l;
	struct level *level = &b->levels[--b->depth];
	if (n->element == PRFMT_EL_ASIDE)
		aside_box(l, level->first);
	else if (n->element == PRFMT_EL_QUOTE)
		keep_from(l, level->first, 9);
	l->here = level->tag;
	l->band = level->band;
	l->start -= level->start;
	l->end -= level->end;
}

/* dt and dd are Lbl and LBody of an LI of their own (PDF 1.7, table 336). */
static void term(struct layout *l, const node *n)
{
	struct tag *list = l->here;
	bool dt = n->element == PRFMT_EL_DT;
	if (dt || !list->last)
		layout_tag(l, list, TAG_LI);
	if (l->status)
		return;
	l->here = list->last;
	if (dt) {
		struct set how = { .style = text_style(n), .keep_next = true,
			.before = is_first(n) ? l->theme->leading / 2 : 0 };
		layout_node(l, n, TAG_LBL, &how);
	} else {
		l->start += term_indent;
		item_text(l, n, TAG_LBODY);
		l->start -= term_indent;
	}
	l->here = list;
}

/* True: all below is done. */
static bool leaf(struct layout *l, const node *n)
{
	struct set how;
	switch (n->element) {
	case PRFMT_EL_P:
		if (is_lead(l, n)) {
			lead(l, n);
		} else {
			how = paragraph_set(l, n);
			layout_node(l, n, TAG_P, &how);
		}
		return true;
	case PRFMT_EL_H2:
		heading(l, n, STYLE_H2, TAG_H2);
		return true;
	case PRFMT_EL_H3:
		heading(l, n, STYLE_H3, TAG_H3);
		return true;
	case PRFMT_EL_PRE:
		preformatted(l, n);
		return true;
	case PRFMT_EL_HR:
		rule(l);
		return true;
	case PRFMT_EL_SPEAKER:
		speaker(l, n);
		return true;
	case PRFMT_EL_TABLE:
		layout_table(l, n);
		return true;
	case PRFMT_EL_FIGURE:
		layout_figure(l, n);
		return true;
	case PRFMT_EL_DT:
	case PRFMT_EL_DD:
		term(l, n);
		return true;
	case PRFMT_EL_HEADING:
		return true;
	default:
		return n->element <= 0;
	}
}

void layout_blocks(struct layout *l, const node *top)
{
	struct blocks b = { .l = l };
	struct walk w = walk_start(top);
	enum walk_event e = WALK_DONE;
	if (top && top == release_body(l->job->rel) &&
	    words_has_dateline(l->job)) {
		const node *first = top->first;
		while (first && first->element <= 0)
			first = first->next;
		if (!first || first->element != PRFMT_EL_P)
			lead(l, NULL); /* a dateline of its own */
	}
	while (top && !l->status && (e = walk_next(&w)) != WALK_DONE) {
		const node *n = w.node;
		const struct container *c = container_of(n);
		if (n == top || n->element == PRFMT_EL_TEXT)
			continue;
		if (c && e == WALK_ENTER) {
			open_container(&b, n, c);
			if (n->element == PRFMT_EL_LI && !l->status)
				item(&b, n);
			if (n->element == PRFMT_EL_LI && !node_is_blockish(n))
				walk_skip(&w);
		} else if (c) {
			close_container(&b, n);
		} else if (e == WALK_ENTER && leaf(l, n)) {
			walk_skip(&w);
		}
	}
	mem_free(b.levels);
}
