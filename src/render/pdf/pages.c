/* pages.c - strips in, pages out: what stays together, what moves, what
   stands at the foot. */
#include "base/alloc.h"
#include "base/text.h"
#include "render/pdf/layout.h"
#include "render/words.h"

#include <math.h>
#include <string.h>

static const double note_gap = 10;      /* text to rule, at least */
static const double note_rule = 72;
static const double note_under = 4;     /* rule to notes */
static const double notes_share = 0.4;  /* of a page, where notes are long */
static const double rounding = 0.01;

struct breaker {
	struct layout *l;
	struct pages *out;
	const struct strip *last; /* placed on this page, NULL: none */
	double y;                 /* where the next strip goes, space apart */
	const struct strip **queue; /* of notes, still to be placed */
	size_t queued;
	size_t queue_cap;
	double queue_height;
	const struct strip *moved; /* a picture for the next page's head */
	const struct band *band;   /* being drawn on this page */
	struct op *band_op;
	double band_top;
};

static double bottom(const struct breaker *b)
{
	return b->l->paper->bottom;
}

static double text_top(const struct breaker *b)
{
	return b->out->count == 1 ? b->l->paper->first_top : b->l->paper->top;
}

static struct page *page_now(const struct breaker *b)
{
	return &b->out->pages[b->out->count - 1];
}

static void put_item(struct breaker *b, const struct ops *ops, double y)
{
	struct page *p = page_now(b);
	void *items = p->items;
	if (!mem_room(&items, p->count, &p->cap, sizeof *p->items)) {
		layout_fail(b->l, PRFMT_ENOMEM);
		return;
	}
	p->items = items;
	p->items[p->count++] = (struct placed){ ops, y };
}

/* -- notes at the foot ---------------------------------------------------- */

static double notes_room(double height)
{
	return height > 0 ? height + note_gap + note_under : 0;
}

/* Long notes run on over the next pages: not all must fit. */
static double notes_need(const struct breaker *b, double more)
{
	double most = notes_share * (bottom(b) - b->l->paper->top);
	double need = notes_room(b->queue_height + more);
	return need < most ? need : most;
}

static double notes_height(const struct strip *s)
{
	double height = 0;
	for (const struct note *n = s->notes; n; n = n->next)
		for (size_t i = 0; i < n->flow.count; i++)
			height += n->flow.strips[i].height;
	return height;
}

static void queue_notes(struct breaker *b, const struct strip *s)
{
	for (const struct note *n = s->notes; n; n = n->next) {
		for (size_t i = 0; i < n->flow.count; i++) {
			void *queue = b->queue;
			if (!mem_room(&queue, b->queued, &b->queue_cap,
			              sizeof *b->queue)) {
				layout_fail(b->l, PRFMT_ENOMEM);
				return;
			}
			b->queue = queue;
			b->queue[b->queued++] = &n->flow.strips[i];
			b->queue_height += n->flow.strips[i].height;
		}
	}
}

static void foot_notes(struct breaker *b)
{
	double room = bottom(b) - b->y - note_gap - note_under;
	double height = 0;
	size_t count = 0;
	while (count < b->queued &&
	       (height + b->queue[count]->height <= room + rounding ||
	        (count == 0 && !b->last)))
		height += b->queue[count++]->height;
	if (!count)
		return;
	double y = bottom(b) - height;
	struct ops *rule = arena_zero(&b->l->arena, sizeof *rule);
	if (!rule) {
		layout_fail(b->l, PRFMT_ENOMEM);
		return;
	}
	double x = b->l->rtl ? b->l->theme->measure - note_rule : b->l->base;
	layout_rule(b->l, rule, x, 0, note_rule, b->l->theme->note_rule);
	put_item(b, rule, y - note_under);
	for (size_t i = 0; i < count; i++) {
		put_item(b, &b->queue[i]->ops, y);
		y += b->queue[i]->height;
	}
	memmove(b->queue, b->queue + count,
	        (b->queued - count) * sizeof(const struct strip *));
	b->queued -= count;
	b->queue_height -= height;
}

/* -- strips --------------------------------------------------------------- */

static double place_of(const struct breaker *b, const struct strip *s,
                       const struct strip *above, double y)
{
	double half = b->l->theme->leading / 2;
	if (above)
		y += above->after > s->before ? above->after : s->before;
	if (s->grid)
		y = b->l->paper->top +
		    half * ceil((y - b->l->paper->top - rounding) / half);
	return y;
}

/* A band goes on from the strip before, or begins here. */
static void draw_band(struct breaker *b, const struct strip *s)
{
	if (s->band && s->band == b->band) {
		b->band_op->height = b->y + s->height - b->band_top;
		return;
	}
	b->band = NULL;
	struct ops *ops = s->band ? arena_zero(&b->l->arena, sizeof *ops)
	                          : NULL;
	if (s->band && !ops)
		layout_fail(b->l, PRFMT_ENOMEM);
	if (ops)
		layout_fill(b->l, ops, s->band->x, 0, s->band->width,
		            s->height, s->band->hue);
	if (!ops || b->l->status)
		return;
	put_item(b, ops, b->y);
	b->band = s->band;
	b->band_op = ops->first;
	b->band_top = b->y;
}

static void place(struct breaker *b, const struct strip *s)
{
	b->y = place_of(b, s, b->last, b->y);
	draw_band(b, s);
	put_item(b, &s->ops, b->y);
	b->y += s->height;
	b->last = s;
	queue_notes(b, s);
}

static void place_all(struct breaker *b, const struct strip *s, size_t count)
{
	for (size_t i = 0; i < count && !b->l->status; i++)
		place(b, &s[i]);
}

/* Would so many strips from s on fit below what stands? */
static bool fits(const struct breaker *b, const struct strip *s, size_t count)
{
	const struct strip *above = b->last;
	double y = b->y;
	double notes = 0;
	for (size_t i = 0; i < count; i++) {
		y = place_of(b, &s[i], above, y) + s[i].height;
		notes += notes_height(&s[i]);
		above = &s[i];
	}
	return y + notes_need(b, notes) <= bottom(b) + rounding;
}

static void start_page(struct breaker *b)
{
	struct layout *l = b->l;
	void *pages = b->out->pages;
	if (b->out->count >= l->job->limits->pages) {
		diags_say(l->job->diags, CODE_LIMIT, (struct place){ 0, 0, 0 },
		          PRFMT_BIT(PRFMT_FORMAT_PDF),
		          "the document has more than %zu pages (limit pages)",
		          l->job->limits->pages);
		layout_fail(l, PRFMT_ELIMIT);
		return;
	}
	if (!mem_room(&pages, b->out->count, &b->out->cap,
	              sizeof *b->out->pages)) {
		layout_fail(l, PRFMT_ENOMEM);
		return;
	}
	b->out->pages = pages;
	b->out->pages[b->out->count++] = (struct page){ 0 };
	b->last = NULL;
	b->band = NULL;
	b->y = text_top(b);
	status st = job_poll(l->job, PRFMT_STAGE_LAYOUT, b->out->count, 0);
	if (st)
		layout_fail(l, st);
}

static void next_page(struct breaker *b)
{
	foot_notes(b);
	if (!b->l->status)
		start_page(b);
	const struct strip *moved = b->moved;
	b->moved = NULL;
	if (moved && !b->l->status)
		place_all(b, moved, moved->moving);
}

/* At a page's head, above a row: the table's head, unless it is tall. */
static void repeat_head(struct breaker *b, const struct strip *s)
{
	double height = 0;
	if (b->last || !s->head)
		return;
	for (size_t i = 0; i < s->head->count; i++)
		height += s->head->strips[i].height;
	if (height * 2 < bottom(b) - b->l->paper->top)
		place_all(b, s->head->strips, s->head->count);
}

/* Strips that must stay together, from i on. */
static size_t chain(const struct flow *f, size_t i)
{
	size_t count = 1;
	while (f->strips[i].keep && i + 1 < f->count) {
		i++;
		count++;
	}
	return count;
}

static bool has_barrier(const struct strip *s, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (s[i].barrier)
			return true;
	return false;
}

/* A chain that no page can hold is cut where the page ends. */
static void cut(struct breaker *b, const struct strip *s, size_t count)
{
	for (size_t i = 0; i < count && !b->l->status; i++) {
		if (b->last && !fits(b, &s[i], 1)) {
			next_page(b);
			if (!b->l->status)
				repeat_head(b, &s[i]);
		}
		if (!b->l->status)
			place(b, &s[i]);
	}
}

static size_t step(struct breaker *b, const struct flow *f, size_t i)
{
	const struct strip *s = &f->strips[i];
	size_t count = chain(f, i);
	if (b->moved && has_barrier(s, count))
		next_page(b);
	if (b->l->status)
		return count;
	if (fits(b, s, count)) {
		place_all(b, s, count);
		return count;
	}
	/* the text goes on, and the picture heads the next page */
	if (s->moving == count && b->last && !b->moved) {
		b->moved = s;
		return count;
	}
	if (b->last)
		next_page(b);
	if (b->l->status)
		return count;
	repeat_head(b, s);
	if (fits(b, s, count))
		place_all(b, s, count);
	else
		cut(b, s, count);
	return count;
}

status pages_break(struct layout *l, struct pages *out)
{
	struct breaker b = { .l = l, .out = out };
	size_t i = 0;
	*out = (struct pages){ 0 };
	start_page(&b);
	while (i < l->body.count && !l->status)
		i += step(&b, &l->body, i);
	if (b.moved && !l->status)
		next_page(&b);
	while (!l->status && b.queued) {
		foot_notes(&b);
		if (b.queued && !l->status)
			start_page(&b);
	}
	mem_free(b.queue);
	return l->status;
}

void pages_free(struct pages *p)
{
	for (size_t i = 0; i < p->count; i++)
		mem_free(p->pages[i].items);
	mem_free(p->pages);
	*p = (struct pages){ 0 };
}

/* -- running heads and feet ----------------------------------------------- */

/* `bold` in the style that goes with it. */
static struct para *words(struct layout *l, struct span bold,
                          struct span text, enum style_id style,
                          enum para_align align)
{
	struct para_text t = { 0 };
	layout_words(l, &t, bold,
	             style == STYLE_FOOT ? STYLE_FOOT_STATE
	                                 : STYLE_RUNNING_NAME,
	             0, NULL);
	layout_words(l, &t, text, style, 0, NULL);
	struct para *p = layout_set(l, &t, style, align,
	                            theme_frame(l->theme), 0, NULL, NULL);
	para_text_free(&t);
	return p;
}

static double natural(struct layout *l, struct span bold, struct span text)
{
	return layout_natural(l, bold, STYLE_RUNNING_NAME, 0) +
	       layout_natural(l, text, STYLE_RUNNING, 0);
}

/* Drops words at the end until the line is short enough. */
static void shorten(struct layout *l, struct span bold, struct buf *title,
                    double room)
{
	static const char more[] = "…";
	while (title->len && natural(l, bold, buf_view(title)) > room) {
		size_t n = title->len;
		if (text_ends(buf_view(title), more))
			n -= sizeof more - 1;
		while (n > 0 && text_is_blank(title->at[n - 1]))
			n--;
		while (n > 0 && !text_is_blank(title->at[n - 1]))
			n--;
		while (n > 0 && text_is_blank(title->at[n - 1]))
			n--;
		title->len = n;
		title->at[n] = '\0';
		if (n)
			buf_puts(title, more);
	}
}

struct running { /* set once, used on each page */
	struct para *title;
	struct para *date;
	struct para *state;
};

static void set_running(struct layout *l, struct running *r)
{
	const node *head = release_head(l->job->rel);
	const node *kicker = node_child(head, PRFMT_EL_KICKER);
	struct buf issuer = { 0 };
	struct buf title = { 0 };
	struct buf date = { 0 };
	struct buf state = { 0 };
	struct span none = { "", 0 };
	words_issued_date(&date, l->job);
	words_foot(&state, l->job, l->theme->status.foot_capitals);
	words_issuers(&issuer, l->job,
	              node_count(head, PRFMT_EL_ISSUER) > 1);
	buf_puts(&title, " · ");
	if (kicker)
		words_flat(&title, l->job, kicker);
	else
		words_headline(&title, l->job);
	double room = theme_frame(l->theme) -
	              natural(l, none, buf_view(&date)) - 20;
	if (natural(l, buf_view(&issuer), buf_view(&title)) > room) {
		buf_clear(&issuer);
		words_issuers(&issuer, l->job, true);
	}
	shorten(l, buf_view(&issuer), &title, room);
	r->title = words(l, buf_view(&issuer), buf_view(&title), STYLE_RUNNING,
	                 ALIGN_START);
	r->date = words(l, none, buf_view(&date), STYLE_RUNNING, ALIGN_END);
	r->state = words(l, buf_view(&state), none, STYLE_FOOT, ALIGN_START);
	buf_free(&issuer);
	buf_free(&title);
	buf_free(&date);
	buf_free(&state);
}

static void put(struct layout *l, struct page *p, const struct para *text,
                double y)
{
	layout_lines(l, &p->head, text, 0, y, 0);
}

static void numbered(struct buf *out, const struct layout *l, enum label label,
                     size_t a, size_t b)
{
	struct buf first = { 0 };
	struct buf second = { 0 };
	buf_uint(&first, a);
	buf_uint(&second, b);
	lang_fill(out, l->job->lang, label, buf_text(&first),
	          buf_text(&second));
	buf_free(&first);
	buf_free(&second);
}

/* The continued line stands in the middle of the measure, or of what the
   release line leaves of it. */
static void continued(struct layout *l, struct page *p, struct span text,
                      double left, double right, double y)
{
	struct span none = { "", 0 };
	const double gap = 12;
	double width = natural(l, none, text);
	double frame = theme_frame(l->theme);
	double middle = frame / 2;
	if (left > 0 && middle - width / 2 < left + gap)
		middle = (left + frame - right) / 2;
	double x = middle - width / 2;
	if (l->rtl)
		x = frame - x - width;
	struct para *set = words(l, none, text, STYLE_FOOT, ALIGN_START);
	if (set && l->rtl)
		x -= frame - set->width;
	layout_lines(l, &p->head, set, x, y, 0);
}

static void foot(struct layout *l, struct page *p, size_t i, size_t count,
                 const struct para *state, double y)
{
	struct buf more = { 0 };
	struct buf folio = { 0 };
	struct span none = { "", 0 };
	numbered(&folio, l, LABEL_PAGE_OF, i + 1, count);
	numbered(&more, l, LABEL_MORE, i + 2, 0);
	double right = i ? natural(l, none, buf_view(&folio)) : 0;
	if (i + 1 < count)
		continued(l, p, buf_view(&more), i && state ? state->width : 0,
		          right, y);
	if (i) {
		put(l, p, state, y);
		put(l, p,
		    words(l, none, buf_view(&folio), STYLE_FOOT, ALIGN_END),
		    y);
	}
	buf_free(&more);
	buf_free(&folio);
}

status pages_furnish(struct layout *l, struct pages *pages)
{
	struct running r = { 0 };
	const struct style *running = layout_style(l, STYLE_RUNNING);
	double foot_y = l->paper->height - l->paper->foot -
	                layout_style(l, STYLE_FOOT)->leading;
	if (pages->count > 1)
		set_running(l, &r);
	for (size_t i = 0; i < pages->count && !l->status; i++) {
		struct page *p = &pages->pages[i];
		if (pages->count > 1)
			foot(l, p, i, pages->count, r.state, foot_y);
		if (i == 0)
			continue;
		put(l, p, r.title, l->paper->head);
		put(l, p, r.date, l->paper->head);
		layout_rule(l, &p->head, 0,
		            l->paper->head + running->leading +
		                    l->theme->running_gap,
		            theme_frame(l->theme), l->theme->running_rule);
	}
	return l->status;
}
