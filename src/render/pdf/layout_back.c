/* layout_back.c - end mark, about, legal, notes, attachments, contacts. */
#include "base/text.h"
#include "render/pdf/layout.h"
#include "render/words.h"

#include <string.h>

static const double note_hang = 9; /* LOOK */
enum { COLUMNS_MOST = 3 };

static void endmark(struct layout *l)
{
	struct buf b = { 0 };
	struct set how = { .style = STYLE_ENDMARK,
		.before = layout_style(l, STYLE_ENDMARK)->before };
	words_endmark(&b, l->job);
	if (b.len) {
		struct flow *f = l->flow;
		if (f->count)
			f->strips[f->count - 1].keep = true;
		layout_sentence(l, buf_view(&b), TAG_P, &how);
		if (!l->status)
			f->strips[f->count - 1].barrier = true;
	}
	buf_free(&b);
}

struct beside { /* a head for the hanging column, until its section is there */
	struct ops ops;
	double height;
};

static void set_beside(struct layout *l, const struct para_text *t,
                       struct tag *tag, struct beside *side)
{
	double x = l->rtl ? theme_frame(l->theme) - l->theme->hang : 0;
	struct para *p = layout_set(l, t, STYLE_BACK_HEAD, ALIGN_START,
	                            l->theme->hang, 0, NULL, tag);
	side->height = layout_lines(l, &side->ops, p, x, 0, layout_order(l));
}

static void head_of(struct layout *l, struct span text, struct beside *side)
{
	struct set how = { .style = STYLE_BACK_HEAD, .keep_next = true,
		.whole = true, .loose = true,
		.before = layout_style(l, STYLE_BACK_HEAD)->before };
	struct tag *tag = NULL;
	struct para_text t = { 0 };
	if (!text.len)
		return;
	layout_clear(l);
	tag = layout_tag(l, l->here, TAG_H2);
	if (tag) {
		tag->title = arena_copy(&l->arena, text.at, text.len);
		tag->outlined = true;
	}
	layout_words(l, &t, text, how.style, 0, tag);
	if (l->theme->hang > 0)
		set_beside(l, &t, tag, side);
	else
		layout_paragraph(l, &t, tag, NULL, layout_order(l), NULL,
		                 &how);
	para_text_free(&t);
}

/* What stands in the hanging column, beside the strips from `first` on; a
   section without any has a line of its own. */
static void put_beside(struct layout *l, struct beside *side, size_t first)
{
	if (l->status || !side->ops.first)
		return;
	if (first == l->flow->count) {
		struct strip s = { .height = side->height };
		layout_strip(l, &s);
	}
	if (l->status)
		return;
	l->flow->strips[first].before =
		layout_style(l, STYLE_BACK_HEAD)->before;
	layout_beside(l, first, &side->ops, side->height);
}

/* LOOK: whole to 8 lines. */
static void keep_section(struct layout *l, size_t first)
{
	struct flow *f = l->flow;
	if (f->count - first > 9)
		return;
	for (size_t i = first; i + 1 < f->count; i++)
		f->strips[i].keep = true;
}

static void section(struct layout *l, const node *n)
{
	struct buf b = { 0 };
	struct beside side = { 0 };
	size_t first = l->flow->count;
	struct tag *outside = l->here;
	words_heading(&b, l->job, n);
	l->here = layout_tag(l, outside, TAG_SECT);
	const char *lang = node_get(n, PRFMT_AT_LANG);
	if (l->here && lang)
		l->here->lang = lang;
	head_of(l, buf_view(&b), &side);
	layout_blocks(l, n);
	put_beside(l, &side, first);
	if (!l->status)
		keep_section(l, first);
	l->here = outside;
	buf_free(&b);
}

static void sections(struct layout *l, prfmt_element e)
{
	for (const node *n = node_child(release_back(l->job->rel), e);
	     n && !l->status; n = node_sibling(n, e))
		section(l, n);
}

static void sentence(struct layout *l, struct buf *b, double before)
{
	struct set how = { .style = STYLE_BACK, .before = before,
		.loose = true };
	layout_sentence(l, buf_view(b), TAG_P, &how);
	buf_clear(b);
}

static void notes(struct layout *l)
{
	const node *head = release_head(l->job->rel);
	const node *own = node_child(release_back(l->job->rel),
	                             PRFMT_EL_NOTES);
	const node *first = node_child(head, PRFMT_EL_EVENT);
	struct beside side = { 0 };
	struct buf b = { 0 };
	struct buf rights = { 0 };
	words_rights(&rights, l->job);
	sections(l, PRFMT_EL_NOTES);
	size_t start = l->flow->count;
	if (!own && (first || rights.len))
		head_of(l, text_span(lang_label(l->job->lang, LABEL_NOTES)),
		        &side);
	for (const node *n = first; n; n = node_sibling(n, PRFMT_EL_EVENT)) {
		words_event(&b, l->job, n);
		sentence(l, &b, own || n != first ? 4 : 0);
	}
	sentence(l, &rights, own || first ? 4 : 0);
	put_beside(l, &side, start);
	buf_free(&rights);
	buf_free(&b);
}

static void minor_correction(struct layout *l)
{
	const node *n = node_child(release_head(l->job->rel),
	                           PRFMT_EL_CORRECTS);
	struct buf b = { 0 };
	struct beside side = { 0 };
	size_t first = l->flow->count;
	if (!n || text_is(node_get_span(n, PRFMT_AT_CLASS), "material"))
		return;
	head_of(l, text_span(lang_label(l->job->lang, LABEL_CORRECTION)),
	        &side);
	words_corrects(&b, l->job);
	sentence(l, &b, 0);
	for (const node *c = node_child(n, PRFMT_EL_CHANGE); c;
	     c = node_sibling(c, PRFMT_EL_CHANGE)) {
		words_change(&b, l->job, c);
		sentence(l, &b, 0);
	}
	put_beside(l, &side, first);
	buf_free(&b);
}

static void attachment(struct layout *l, struct tag *list, const node *n)
{
	struct para_text t = { 0 };
	struct set how = { .style = STYLE_BACK, .loose = true, .whole = true };
	struct buf type = { 0 };
	const char *src = node_get(n, PRFMT_AT_SRC);
	words_file_type(&type, text_span(src), node_get_span(n, PRFMT_AT_TYPE));
	l->here = layout_tag(l, list, TAG_LI);
	const struct list_look *look = &l->theme->list;
	if (look->attachment > 0)
		layout_label(l, text_span(look->mark), STYLE_BACK, 0,
		             look->hue, look->attachment, 0);
	struct tag *tag = layout_tag(l, l->here, TAG_LBODY);
	uint64_t order = layout_order(l);
	layout_link(l, &t, node_get_span(n, PRFMT_AT_TITLE), STYLE_BACK, tag,
	            order, src, layout_width(l));
	if (type.len)
		layout_words(l, &t,
		             text_span(lang_label(l->job->lang, LABEL_COMMA)),
		             STYLE_TYPE, 0, tag);
	layout_words(l, &t, buf_view(&type), STYLE_TYPE, 0, tag);
	buf_free(&type);
	layout_paragraph(l, &t, tag, NULL, order, NULL, &how);
	para_text_free(&t);
}

static void attachments(struct layout *l)
{
	const node *first = node_child(release_back(l->job->rel),
	                               PRFMT_EL_ATTACHMENT);
	struct tag *outside = l->here;
	if (!first)
		return;
	size_t at = l->flow->count;
	struct beside side = { 0 };
	head_of(l, text_span(lang_label(l->job->lang, LABEL_ATTACHMENTS)),
	        &side);
	struct tag *list = layout_tag(l, outside, TAG_L);
	l->start += l->theme->list.attachment;
	for (const node *n = first; n && !l->status;
	     n = node_sibling(n, PRFMT_EL_ATTACHMENT))
		attachment(l, list, n);
	l->start -= l->theme->list.attachment;
	l->here = outside;
	put_beside(l, &side, at);
	if (!l->status)
		keep_section(l, at);
}

/* -- contacts ------------------------------------------------------------- */

struct contact {
	struct layout *l;
	struct ops *ops;
	double x;
	double width;
	double y;
};

static void put(struct contact *c, struct span text, enum style_id style,
                const char *href)
{
	struct layout *l = c->l;
	struct para_text t = { 0 };
	if (!text.len || l->status)
		return;
	struct tag *tag = layout_tag(l, l->here, TAG_P);
	uint64_t order = layout_order(l);
	if (href)
		layout_link(l, &t, text, style, tag, order, href, c->width);
	else
		layout_words(l, &t, text, style, 0, tag);
	struct para *p = layout_set(l, &t, style,
	                            href ? ALIGN_ADDRESS : ALIGN_START,
	                            c->width, 0, NULL, tag);
	c->y += layout_lines(l, c->ops, p, c->x, c->y, order);
	para_text_free(&t);
}

static void way(struct contact *c, const node *n, struct buf *text,
                struct buf *href)
{
	struct layout *l = c->l;
	const char *type = NULL;
	buf_clear(text);
	buf_clear(href);
	words_flat(text, l->job, n);
	switch (n->element) {
	case PRFMT_EL_TEL:
		words_tel_href(href, n);
		type = words_tel_type(l->job, n);
		break;
	case PRFMT_EL_EMAIL:
		buf_puts(href, "mailto:");
		buf_puts(href, buf_text(text));
		break;
	case PRFMT_EL_URL:
		buf_puts(href, buf_text(text));
		break;
	case PRFMT_EL_ADDRESS:
		buf_clear(text);
		words_address(text, l->job, n);
		break;
	default: /* name, role, org, hours: words alone */
		break;
	}
	if (type) {
		struct buf with = { 0 };
		buf_puts(&with, type);
		buf_puts(&with, " ");
		buf_puts(&with, buf_text(text));
		buf_free(text);
		*text = with;
	}
	put(c, buf_view(text), STYLE_BACK, href->len ? buf_text(href) : NULL);
}

static void contact(struct contact *c, const node *n)
{
	static const prfmt_element order[] = { PRFMT_EL_ROLE, PRFMT_EL_ORG,
		PRFMT_EL_TEL, PRFMT_EL_EMAIL, PRFMT_EL_URL, PRFMT_EL_ADDRESS,
		PRFMT_EL_HOURS };
	struct buf text = { 0 };
	struct buf href = { 0 };
	const char *purpose = words_contact_for(c->l->job, n);
	if (purpose)
		put(c, text_span(purpose), STYLE_BACK_LABEL, NULL);
	words_flat(&text, c->l->job, node_child(n, PRFMT_EL_NAME));
	put(c, buf_view(&text), STYLE_CONTACT_NAME, NULL);
	for (size_t i = 0; i < COUNT(order); i++)
		for (const node *k = node_child(n, order[i]); k;
		     k = node_sibling(k, order[i]))
			way(c, k, &text, &href);
	buf_free(&text);
	buf_free(&href);
}

/* One row of contacts, as many as there are columns. */
static void contact_row(struct layout *l, const node **next, size_t columns,
                        bool first, bool last)
{
	const struct box *box = &l->theme->boxes[BOX_CONTACTS];
	double gap = l->theme->contact_gap;
	double inner = layout_width(l) - 2 * box->side;
	double width = (inner - gap * (double)(columns - 1)) /
	               (double)columns;
	struct strip s = { .before = first ? box->before : 0,
		.keep = !last };
	struct contact c = { .l = l, .ops = &s.ops, .x = box->side,
		.width = inner, .y = first ? box->top : 8 };
	double most = 0;
	double top = 0;
	if (first) {
		const char *label = lang_label(l->job->lang, LABEL_CONTACT);
		struct tag *tag = layout_tag(l, l->here, TAG_H2);
		struct para_text t = { 0 };
		if (tag) {
			tag->title = label;
			tag->outlined = true;
		}
		layout_words(l, &t, text_span(label), STYLE_BACK_HEAD, 0, tag);
		struct para *p = layout_set(l, &t, STYLE_BACK_HEAD,
		                            ALIGN_START, inner, 0, NULL, tag);
		c.y += layout_lines(l, &s.ops, p, box->side, c.y,
		                    layout_order(l)) + 4;
		para_text_free(&t);
	}
	top = c.y;
	c.width = width;
	for (size_t i = 0; i < columns && *next && !l->status; i++) {
		size_t column = l->rtl ? columns - 1 - i : i;
		c.x = box->side + (double)column * (width + gap);
		c.y = top;
		contact(&c, *next);
		most = c.y > most ? c.y : most;
		*next = node_sibling(*next, PRFMT_EL_CONTACT);
	}
	s.height = most + (last ? box->bottom : 0);
	layout_strip(l, &s);
}

/* The box goes round all rows: its sides are drawn strip by strip. */
static void box_sides(struct layout *l, size_t first)
{
	struct flow *f = l->flow;
	double height = 0;
	for (size_t i = first; i < f->count; i++)
		height += f->strips[i].height;
	const struct box *box = &l->theme->boxes[BOX_CONTACTS];
	if (f->count - first == 1 || box->kind == BOX_TINT) {
		layout_box(l, &f->strips[first].ops, box, 0, 0,
		           layout_width(l), height);
		return;
	}
	for (size_t i = first; i < f->count; i++)
		layout_box(l, &f->strips[i].ops, box, 0, 0, layout_width(l),
		           f->strips[i].height);
}

static void contacts(struct layout *l)
{
	const node *back = release_back(l->job->rel);
	const node *next = node_child(back, PRFMT_EL_CONTACT);
	size_t count = node_count(back, PRFMT_EL_CONTACT);
	size_t columns = count < COLUMNS_MOST ? count : COLUMNS_MOST;
	struct tag *outside = l->here;
	size_t first = l->flow->count;
	if (!count)
		return;
	if (count == 4)
		columns = 2;
	l->here = layout_tag(l, outside, TAG_SECT);
	layout_widen(l);
	l->band = layout_band(l, &l->theme->boxes[BOX_CONTACTS], 0,
	                      layout_width(l));
	for (size_t left = count; next && !l->status;
	     left -= left < columns ? left : columns)
		contact_row(l, &next, columns, left == count,
		            left <= columns);
	l->here = outside;
	l->band = NULL;
	if (!l->status)
		box_sides(l, first);
	layout_narrow(l);
}

void layout_back(struct layout *l)
{
	if (words_body_shown(l->job))
		endmark(l);
	sections(l, PRFMT_EL_ABOUT);
	sections(l, PRFMT_EL_LEGAL);
	notes(l);
	minor_correction(l);
	attachments(l);
	contacts(l);
}

/* -- footnotes ------------------------------------------------------------ */

static void footnote(struct layout *l, struct note *n)
{
	struct para_text t = { 0 };
	struct note *inner = NULL;
	struct buf number = { 0 };
	struct set how = { .style = STYLE_NOTE, .whole = true, .loose = true };
	l->flow = &n->flow;
	l->start = l->base + note_hang;
	l->end = 0;
	l->label_tag = layout_tag(l, n->tag, TAG_LBL);
	l->label_hang = note_hang;
	l->label_at = 0;
	buf_uint(&number, n->number);
	struct para_span mark = { .shift = SHIFT_SUP, .tag = l->label_tag,
		.hue = layout_style(l, STYLE_NOTE)->hue };
	status st = para_add(&l->label, buf_view(&number), &mark);
	if (st)
		layout_fail(l, st);
	uint64_t order = layout_order(l);
	layout_inline(l, &t, n->node, n->tag, STYLE_NOTE, order, &inner);
	layout_paragraph(l, &t, n->tag, node_lang(n->node), order, NULL,
	                 &how);
	/* a note in a note stands behind it, at the same foot */
	struct note **end = &inner;
	while (*end)
		end = &(*end)->next;
	*end = n->next;
	n->next = inner;
	n->laid = true;
	para_text_free(&t);
	buf_free(&number);
	l->flow = &l->body;
	l->start = l->base;
}

status layout_release(struct layout *l)
{
	layout_head(l);
	if (!l->status && words_body_shown(l->job))
		layout_blocks(l, release_body(l->job->rel));
	if (!l->status)
		layout_back(l);
	layout_clear(l);
	/* a note in a note comes to the list's front while its note is set */
	struct note *n = l->all_notes;
	while (n && !l->status) {
		if (n->laid) {
			n = n->all_next;
			continue;
		}
		footnote(l, n);
		n = l->all_notes;
	}
	return l->status;
}
