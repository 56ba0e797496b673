/* layout.c - the pieces every layouter uses: paragraphs, strips, ops. */
#include "render/pdf/layout.h"

#include "base/alloc.h"
#include "base/text.h"
#include "render/words.h"

#include <string.h>

void layout_fail(struct layout *l, status st)
{
	if (!l->status)
		l->status = st;
}

const struct style *layout_style(const struct layout *l, enum style_id id)
{
	return &l->theme->styles[id];
}

double layout_width(const struct layout *l)
{
	return theme_frame(l->theme) - l->start - l->end;
}

double layout_left(const struct layout *l)
{
	return l->rtl ? l->end : l->start;
}

uint64_t layout_order(struct layout *l)
{
	return ++l->sequence << 32;
}

struct tag *layout_tag(struct layout *l, struct tag *parent,
                       enum tag_type type)
{
	struct tag *t = tag_add(&l->arena, parent, type, layout_order(l));
	if (!t)
		layout_fail(l, PRFMT_ENOMEM);
	return t;
}

const char *layout_copy(struct layout *l, const char *text)
{
	char *c = arena_copy(&l->arena, text, strlen(text));
	if (!c)
		layout_fail(l, PRFMT_ENOMEM);
	return c;
}

status layout_start(struct layout *l, struct job *j, struct fonts *fonts)
{
	*l = (struct layout){ .job = j, .theme = j->theme };
	l->base = l->theme->hang + l->theme->hang_gap;
	l->start = l->base;
	l->paper = theme_paper(l->theme, j->paper);
	l->context = fonts_context(fonts);
	l->flow = &l->body;
	const char *dir = node_dir(j->rel->root);
	l->rtl = dir ? !strcmp(dir, "rtl") : lang_rtl(j->tag);
	l->root = layout_tag(l, NULL, TAG_DOCUMENT);
	l->here = l->root;
	return l->status;
}

void layout_free(struct layout *l)
{
	for (size_t i = 0; i < l->para_count; i++)
		para_free(&l->paras[i]);
	mem_free(l->paras);
	for (size_t i = 0; i < l->image_count; i++)
		cairo_surface_destroy(l->images[i]);
	mem_free(l->images);
	for (struct note *n = l->all_notes; n; n = n->all_next)
		mem_free(n->flow.strips);
	mem_free(l->body.strips);
	para_text_free(&l->label);
	if (l->context)
		g_object_unref(l->context);
	arena_free(&l->arena);
}

/* -- paragraphs ----------------------------------------------------------- */

static void say_missing(struct layout *l, const struct para *p)
{
	if (p->missing)
		diags_say(l->job->diags, CODE_GLYPH, l->at,
		          PRFMT_BIT(PRFMT_FORMAT_PDF),
		          "no font has the character U+%04X",
		          (unsigned)p->missing);
}

static enum para_align side_of(const struct style *s, enum para_align align)
{
	static const enum para_align sides[] = {
		[SIDE_START] = ALIGN_START,
		[SIDE_CENTRE] = ALIGN_CENTER,
		[SIDE_END] = ALIGN_END,
	};
	return align == ALIGN_START ? sides[s->side] : align;
}

static struct para *set_styled(struct layout *l, const struct para_text *t,
                               const struct style *s, enum para_align align,
                               double width, double indent, const char *lang,
                               struct tag *tag)
{
	struct para_setting how = {
		.theme = l->theme,
		.style = s,
		.lang = lang && lang[0] ? lang : l->job->tag,
		.rtl = l->rtl,
		.width = width > 1 ? width : 1,
		.indent = indent,
		.align = side_of(s, align),
		.tag = tag,
	};
	how.justified = l->theme->justified && s->justified && !l->rtl &&
	                how.align == ALIGN_START;
	if (align == ALIGN_NUMBER || align == ALIGN_ADDRESS) {
		bool right = align == ALIGN_NUMBER || l->rtl;
		how.rtl = false;
		how.align = right ? ALIGN_END : ALIGN_START;
	}
	void *paras = l->paras;
	if (l->status || !t->text.len)
		return NULL;
	/* a pointer into the growing list would move: each has its own place */
	struct para *p = arena_zero(&l->arena, sizeof *p);
	if (!p || !mem_room(&paras, l->para_count, &l->para_cap,
	                    sizeof *l->paras)) {
		layout_fail(l, PRFMT_ENOMEM);
		return NULL;
	}
	l->paras = paras;
	status st = para_set(p, l->context, &l->arena, t, &how);
	l->paras[l->para_count++] = *p;
	if (st) {
		layout_fail(l, st);
		return NULL;
	}
	say_missing(l, p);
	return p;
}

struct para *layout_set(struct layout *l, const struct para_text *t,
                        enum style_id style, enum para_align align,
                        double width, double indent, const char *lang,
                        struct tag *tag)
{
	return set_styled(l, t, layout_style(l, style), align, width, indent,
	                  lang, tag);
}

struct para *layout_set_fitted(struct layout *l, const struct para_text *t,
                               enum style_id style, double width,
                               double least, struct tag *tag)
{
	struct style *s = arena_zero(&l->arena, sizeof *s);
	if (!s) {
		layout_fail(l, PRFMT_ENOMEM);
		return NULL;
	}
	*s = *layout_style(l, style);
	struct para_setting how = { .theme = l->theme, .style = s,
		.lang = l->job->tag, .rtl = l->rtl };
	while (s->size > least &&
	       para_natural(l->context, t, &how) > width)
		s->size = s->size - 0.5 > least ? s->size - 0.5 : least;
	return set_styled(l, t, s, ALIGN_START, width, 0, NULL, tag);
}

static struct op *op_add(struct layout *l, struct ops *ops, enum op_type type)
{
	struct op *o = arena_zero(&l->arena, sizeof *o);
	if (!o) {
		layout_fail(l, PRFMT_ENOMEM);
		return NULL;
	}
	o->type = type;
	if (ops->last)
		ops->last->next = o;
	else
		ops->first = o;
	ops->last = o;
	return o;
}

void layout_line(struct layout *l, struct ops *ops, const struct para *p,
                 size_t index, double x, double y, uint64_t order)
{
	const struct para_line *line = &p->lines[index];
	const struct style *s = p->style;
	for (size_t i = 0; i < line->count; i++) {
		const struct para_run *r = &line->runs[i];
		if (r->hidden)
			continue;
		struct op *o = op_add(l, ops, OP_RUN);
		if (!o)
			return;
		/* LOOK: where a baseline lies in its line */
		o->y = y + s->leading / 2 + 0.32 * s->size - r->rise;
		o->x = x + r->x;
		o->width = r->width;
		o->run = r;
		o->text = p->text;
		o->tag = r->tag;
		o->order = order | r->offset;
		o->line_top = y;
		o->line_height = s->leading;
	}
}

double layout_lines(struct layout *l, struct ops *ops, const struct para *p,
                    double x, double y, uint64_t order)
{
	if (!p)
		return 0;
	for (size_t i = 0; i < p->count; i++)
		layout_line(l, ops, p, i, x,
		            y + (double)i * p->style->leading, order);
	return (double)p->count * p->style->leading;
}

void layout_rule(struct layout *l, struct ops *ops, double x, double y,
                 double width, struct stroke rule)
{
	struct op *o = rule.thick > 0 ? op_add(l, ops, OP_RULE) : NULL;
	if (!o)
		return;
	o->x = x;
	o->y = y;
	o->width = width;
	o->thick = rule.thick;
	o->hue = rule.hue;
}

void layout_fill(struct layout *l, struct ops *ops, double x, double y,
                 double width, double height, enum hue hue)
{
	struct op *o = op_add(l, ops, OP_FILL);
	if (!o)
		return;
	o->x = x;
	o->y = y;
	o->width = width;
	o->height = height;
	o->hue = hue;
}

static void frame(struct layout *l, struct ops *ops, double x, double y,
                  double width, double height, struct stroke rule)
{
	struct op *o = op_add(l, ops, OP_BOX);
	if (!o)
		return;
	o->x = x;
	o->y = y;
	o->width = width;
	o->height = height;
	o->thick = rule.thick;
	o->hue = rule.hue;
}

void layout_box(struct layout *l, struct ops *ops, const struct box *box,
                double x, double y, double width, double height)
{
	switch (box->kind) {
	case BOX_FRAME:
		frame(l, ops, x, y, width, height, box->rule);
		break;
	case BOX_RULES:
		layout_rule(l, ops, x, y, width, box->rule);
		layout_rule(l, ops, x, y + height, width, box->rule);
		break;
	case BOX_TINT:
		layout_rule(l, ops, x, y + box->rule.thick / 2, width,
		            box->rule);
		break;
	}
}

const struct band *layout_band(struct layout *l, const struct box *box,
                               double x, double width)
{
	struct band *b = NULL;
	if (box->kind != BOX_TINT)
		return NULL;
	b = arena_zero(&l->arena, sizeof *b);
	if (b)
		*b = (struct band){ x, width, HUE_TINT };
	else
		layout_fail(l, PRFMT_ENOMEM);
	return b;
}

/* -- the hanging column --------------------------------------------------- */

static double height_from(const struct layout *l, size_t first)
{
	const struct flow *f = &l->body;
	double height = 0;
	for (size_t i = first; i < f->count; i++) {
		double above = i > first ? f->strips[i - 1].after : 0;
		double before = i > first ? f->strips[i].before : 0;
		height += f->strips[i].height +
		          (above > before ? above : before);
	}
	return height;
}

void layout_clear(struct layout *l)
{
	struct flow *f = &l->body;
	double height = l->beside_height > 0 ? height_from(l, l->beside) : 0;
	if (l->beside_height > height && f->count > l->beside)
		f->strips[f->count - 1].height += l->beside_height - height;
	double covered = 0;
	for (size_t i = l->beside; l->beside_height > 0 && i + 1 < f->count;
	     i++) {
		covered += f->strips[i].height;
		if (covered >= l->beside_height)
			break;
		f->strips[i].keep = true;
	}
	l->beside_height = 0;
}

void layout_beside(struct layout *l, size_t first, struct ops *ops,
                   double height)
{
	if (first >= l->body.count || !ops->first)
		return;
	/* in front of the strip's own, as it is read first */
	struct strip *s = &l->body.strips[first];
	ops->last->next = s->ops.first;
	if (!s->ops.last)
		s->ops.last = ops->last;
	s->ops.first = ops->first;
	l->beside = first;
	l->beside_height = height;
}

void layout_widen(struct layout *l)
{
	layout_clear(l);
	l->start -= l->base;
}

void layout_narrow(struct layout *l)
{
	l->start += l->base;
}

/* -- strips --------------------------------------------------------------- */

struct strip *layout_strip(struct layout *l, const struct strip *s)
{
	struct flow *f = l->flow;
	void *strips = f->strips;
	if (!mem_room(&strips, f->count, &f->cap, sizeof *f->strips)) {
		layout_fail(l, PRFMT_ENOMEM);
		return NULL;
	}
	f->strips = strips;
	f->strips[f->count] = *s;
	f->strips[f->count].band = l->band;
	return &f->strips[f->count++];
}

static void hang_label(struct layout *l, struct strip *s, enum style_id style)
{
	double x = l->rtl ? layout_left(l) + layout_width(l) - l->label_at
	                  : layout_left(l) - l->label_hang + l->label_at;
	struct para *p = layout_set(l, &l->label, style, ALIGN_START,
	                            l->label_hang, 0, NULL, l->label_tag);
	if (p)
		layout_line(l, &s->ops, p, 0, x, 0, l->label_tag->order);
	para_text_free(&l->label);
}

static void take_notes(struct strip *s, const struct para_line *line,
                       bool last, struct note **notes)
{
	struct note **end = &s->notes;
	while (*notes && ((*notes)->offset < line->to || last)) {
		struct note *n = *notes;
		*notes = n->next;
		n->next = NULL;
		*end = n;
		end = &n->next;
	}
}

static bool keeps(const struct para *p, size_t i, const struct set *how)
{
	if (i + 1 == p->count)
		return how->keep_next;
	/* orphans and widows: two lines at least on either side */
	return how->whole || i == 0 || i + 2 == p->count;
}

void layout_paragraph(struct layout *l, const struct para_text *t,
                      struct tag *tag, const char *lang, uint64_t order,
                      struct note *notes, const struct set *how)
{
	struct para *p = layout_set(l, t, how->style, how->align,
	                            layout_width(l), how->indent, lang, tag);
	for (size_t i = 0; p && i < p->count && !l->status; i++) {
		struct strip s = {
			.before = i == 0 ? how->before : 0,
			.after = i + 1 == p->count ? how->after : 0,
			.height = p->style->leading,
			.keep = keeps(p, i, how),
			.grid = i == 0 && !how->loose,
		};
		if (i == 0 && l->label.text.len)
			hang_label(l, &s, how->style);
		layout_line(l, &s.ops, p, i, layout_left(l), 0, order);
		take_notes(&s, &p->lines[i], i + 1 == p->count, &notes);
		layout_strip(l, &s);
	}
}

void layout_sentence(struct layout *l, struct span text, enum tag_type type,
                     const struct set *how)
{
	struct para_text t = { 0 };
	if (!text.len)
		return;
	struct tag *tag = layout_tag(l, l->here, type);
	layout_words(l, &t, text, how->style, 0, tag);
	layout_paragraph(l, &t, tag, NULL, layout_order(l), NULL, how);
	para_text_free(&t);
}

void layout_put(struct layout *l, struct strip *s, struct span text,
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

void layout_node(struct layout *l, const node *n, enum tag_type type,
                 const struct set *how)
{
	struct para_text t = { 0 };
	struct note *notes = NULL;
	if (!n || l->status)
		return;
	struct tag *tag = layout_tag(l, l->here, type);
	const char *lang = node_get(n, PRFMT_AT_LANG);
	uint64_t order = layout_order(l);
	l->at = n->at;
	if (tag && lang)
		tag->lang = layout_copy(l, lang);
	if (tag && (type == TAG_H1 || type == TAG_H2 || type == TAG_H3)) {
		struct buf title = { 0 };
		words_flat(&title, l->job, n);
		tag->title = layout_copy(l, buf_text(&title));
		tag->outlined = true;
		buf_free(&title);
	}
	layout_inline(l, &t, n, tag, how->style, order, &notes);
	layout_paragraph(l, &t, tag, node_lang(n), order, notes, how);
	para_text_free(&t);
}
