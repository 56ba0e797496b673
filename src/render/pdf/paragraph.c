/* paragraph.c - PangoLayout as the setter of paragraphs. */
#include "render/pdf/paragraph.h"

#include "base/alloc.h"
#include "base/text.h"
#include "render/pdf/fit.h"

#include <hb.h>
#include <math.h>
#include <string.h>

/* LOOK: a small letter raised or lowered is 0.68 of the size. */
static const double small_size = 0.68;
static const double sup_rise = 0.42;
static const double sub_drop = 0.18;

void para_text_free(struct para_text *t)
{
	buf_free(&t->text);
	mem_free(t->spans);
	*t = (struct para_text){ 0 };
}

static bool same_lang(const char *a, const char *b)
{
	return a == b || (a && b && !strcmp(a, b));
}

static bool is_alike(const struct para_span *a, const struct para_span *b)
{
	return a->face == b->face && a->hue == b->hue &&
	       a->shift == b->shift &&
	       a->tag == b->tag && fabs(a->track - b->track) < 1e-9 &&
	       a->no_break == b->no_break && a->hidden == b->hidden &&
	       same_lang(a->lang, b->lang);
}

status para_add(struct para_text *t, struct span text,
                const struct para_span *as)
{
	if (!text.len)
		return t->text.status;
	size_t from = t->text.len;
	buf_span(&t->text, text);
	struct para_span *last = t->count ? &t->spans[t->count - 1] : NULL;
	if (last && is_alike(last, as)) {
		last->to = t->text.len;
		return t->text.status;
	}
	void *spans = t->spans;
	if (!mem_room(&spans, t->count, &t->cap, sizeof *t->spans))
		return PRFMT_ENOMEM;
	t->spans = spans;
	t->spans[t->count] = *as;
	t->spans[t->count].from = from;
	t->spans[t->count].to = t->text.len;
	t->count++;
	return t->text.status;
}

/* -- attributes ----------------------------------------------------------- */

static void put(PangoAttrList *list, PangoAttribute *a, size_t from, size_t to)
{
	a->start_index = (guint)from;
	a->end_index = (guint)to;
	pango_attr_list_insert(list, a);
}

static double size_of(const struct para_setting *how,
                      const struct para_span *s)
{
	double size = how->style->size;
	if ((s->face & FACE_MONO) && !(how->style->face & FACE_MONO))
		size *= how->theme->code;
	return s->shift ? size * small_size : size;
}

static PangoFontDescription *font_of(const struct para_setting *how,
                                     const struct para_span *s)
{
	PangoFontDescription *d = pango_font_description_new();
	const struct theme *t = how->theme;
	bool head = (s->face & FACE_HEAD) && t->head.print;
	const char *family = s->face & FACE_MONO ? t->mono.print
	                     : head              ? t->head.print
	                                         : t->text.print;
	pango_font_description_set_family_static(d, family);
	pango_font_description_set_absolute_size(
		d, size_of(how, s) * PANGO_SCALE);
	if (s->face & FACE_BOLD)
		pango_font_description_set_weight(
			d, s->face & FACE_HEAVY ? PANGO_WEIGHT_BOLD
			                        : (PangoWeight)t->strong);
	else if (s->face & FACE_MEDIUM)
		pango_font_description_set_weight(d, PANGO_WEIGHT_MEDIUM);
	if (s->face & FACE_ITALIC)
		pango_font_description_set_style(d, PANGO_STYLE_ITALIC);
	return d;
}

/* A colour of no meaning, never drawn: runs are split where it changes, so
   that each belongs to one tag. */
static PangoAttribute *divider(size_t i)
{
	return pango_attr_foreground_new((guint16)(i & 0xFFFF),
	                                 (guint16)(i >> 16 & 0xFFFF), 1);
}

/* No break before a dash between spaces; none at all in `no_break`. */
static void dashes(PangoAttrList *list, struct span text, bool hyphens)
{
	static const char *const marks[] = { " –", " —" };
	for (size_t i = 0; i + 1 < text.len; i++) {
		struct span rest = { text.at + i, text.len - i };
		for (size_t k = 0; k < COUNT(marks); k++)
			if (text_starts(rest, marks[k]))
				put(list, pango_attr_allow_breaks_new(FALSE), i,
				    i + strlen(marks[k]));
		if (hyphens && text.at[i] == '-')
			put(list, pango_attr_allow_breaks_new(FALSE), i,
			    i + 2);
	}
}

/* Between two chosen starts of lines there is no break. */
static void chosen(PangoAttrList *list, const struct fit *fit, size_t end)
{
	for (size_t i = 0; fit && fit->count && i <= fit->count; i++)
		put(list, pango_attr_allow_breaks_new(FALSE),
		    i ? fit->starts[i - 1] : 0,
		    i < fit->count ? fit->starts[i] : end);
}

static PangoAttrList *attributes(const struct para_text *t,
                                 const struct para_setting *how,
                                 const struct fit *fit)
{
	PangoAttrList *list = pango_attr_list_new();
	struct span text = buf_view(&t->text);
	for (size_t i = 0; i < t->count; i++) {
		const struct para_span *s = &t->spans[i];
		PangoFontDescription *font = font_of(how, s);
		double track = s->track + how->style->track;
		put(list, pango_attr_font_desc_new(font), s->from, s->to);
		pango_font_description_free(font);
		put(list, divider(i), s->from, s->to);
		if (fabs(track) > 1e-9)
			put(list,
			    pango_attr_letter_spacing_new((int)(
				    track * size_of(how, s) * PANGO_SCALE)),
			    s->from, s->to);
		if (s->lang)
			put(list,
			    pango_attr_language_new(
				    pango_language_from_string(s->lang)),
			    s->from, s->to);
		if (s->no_break)
			put(list, pango_attr_allow_breaks_new(FALSE), s->from,
			    s->to);
	}
	if (how->style->tabular)
		put(list, pango_attr_font_features_new("tnum=1, lnum=1"), 0,
		    text.len);
	put(list, pango_attr_insert_hyphens_new(FALSE), 0, text.len);
	dashes(list, text, how->style->balanced);
	chosen(list, fit, text.len);
	return list;
}

/* -- lines ---------------------------------------------------------------- */

static const struct para_span *span_at(const struct para_text *t, size_t at)
{
	size_t low = 0;
	size_t high = t->count;
	while (low + 1 < high) {
		size_t middle = (low + high) / 2;
		if (t->spans[middle].from <= at)
			low = middle;
		else
			high = middle;
	}
	return &t->spans[low];
}

static bool has_ink(const PangoGlyphItem *g)
{
	for (int i = 0; i < g->glyphs->num_glyphs; i++) {
		PangoRectangle ink;
		pango_font_get_glyph_extents(g->item->analysis.font,
		                             g->glyphs->glyphs[i].glyph, &ink,
		                             NULL);
		if (ink.width > 0)
			return true;
	}
	return false;
}

/* Pango takes the glyph of a space at a line's end away. It is put back, with
   no width, so that the words on either side stay two words for whoever reads
   the text; without it cairo writes an ActualText that readers stumble over. */
static void restore_space(PangoGlyphItem *g, const char *text)
{
	for (int i = 0; i < g->glyphs->num_glyphs; i++) {
		PangoGlyphInfo *info = &g->glyphs->glyphs[i];
		int at = g->item->offset + g->glyphs->log_clusters[i];
		hb_codepoint_t space = 0;
		if (info->glyph != PANGO_GLYPH_EMPTY || text[at] != ' ')
			continue;
		hb_font_t *font =
			pango_font_get_hb_font(g->item->analysis.font);
		if (hb_font_get_nominal_glyph(font, ' ', &space))
			info->glyph = space;
	}
}

/* Pango draws hex digits for a character that no font has, and they would be
   read as text. A sign for the lack stands there instead; cairo says which
   character was meant. */
static void stand_in(struct para *p, PangoGlyphItem *g, const char *text)
{
	static const hb_codepoint_t signs[] = { 0xFFFD, 0x25A1, '?' };
	hb_font_t *font = pango_font_get_hb_font(g->item->analysis.font);
	for (int i = 0; i < g->glyphs->num_glyphs; i++) {
		PangoGlyphInfo *info = &g->glyphs->glyphs[i];
		size_t at = (size_t)(g->item->offset +
		                     g->glyphs->log_clusters[i]);
		uint32_t cp = 0;
		hb_codepoint_t sign = 0;
		if (info->glyph == PANGO_GLYPH_EMPTY ||
		    !(info->glyph & PANGO_GLYPH_UNKNOWN_FLAG))
			continue;
		if (!p->missing && text_next(text + at, strlen(text + at), &cp))
			p->missing = cp;
		for (size_t k = 0; k < COUNT(signs) && !sign; k++)
			hb_font_get_nominal_glyph(font, signs[k], &sign);
		if (sign)
			info->glyph = sign;
	}
}

static double units(int pango)
{
	return (double)pango / PANGO_SCALE;
}

static int by_offset(const void *a, const void *b)
{
	const struct para_run *x = a;
	const struct para_run *y = b;
	return x->offset < y->offset ? -1 : x->offset > y->offset;
}

static status line_runs(struct para *p, struct para_line *line,
                        PangoLayoutLine *from,
                        double x, struct arena *arena,
                        const struct para_text *t,
                        const struct para_setting *how)
{
	size_t count = (size_t)g_slist_length(from->runs);
	size_t i = 0;
	line->runs = arena_zero(arena, (count ? count : 1) *
	                                       sizeof *line->runs);
	if (!line->runs)
		return PRFMT_ENOMEM;
	for (GSList *r = from->runs; r; r = r->next, i++) {
		PangoGlyphItem *g = r->data;
		size_t offset = (size_t)g->item->offset;
		const struct para_span *s = span_at(t, offset);
		restore_space(g, buf_text(&t->text));
		stand_in(p, g, buf_text(&t->text));
		double small = how->style->size * small_size;
		double width =
			units(pango_glyph_string_get_width(g->glyphs));
		line->runs[i] = (struct para_run){
			.glyphs = g,
			.offset = offset,
			.x = x,
			.width = width,
			.rise = s->shift == SHIFT_SUP   ? small * sup_rise
			        : s->shift == SHIFT_SUB ? -small * sub_drop
			                                : 0,
			.tag = s->tag ? s->tag : how->tag,
			.ink = has_ink(g),
			.hidden = s->hidden,
			.hue = s->hue,
		};
		x += width;
	}
	line->count = count;
	/* positions are absolute, so drawing can follow the reading order */
	qsort(line->runs, count, sizeof *line->runs, by_offset);
	return PRFMT_OK;
}

static PangoLayout *layout_new(PangoContext *context,
                               const struct para_text *t,
                               const struct para_setting *how, double width,
                               const struct fit *fit)
{
	PangoLayout *l = pango_layout_new(context);
	pango_context_set_base_dir(context, how->rtl ? PANGO_DIRECTION_RTL
	                                             : PANGO_DIRECTION_LTR);
	pango_context_set_language(context,
	                           pango_language_from_string(
					   how->lang ? how->lang : "und"));
	pango_layout_set_auto_dir(l, FALSE);
	pango_layout_set_text(l, buf_text(&t->text), (int)t->text.len);
	PangoAttrList *list = attributes(t, how, fit);
	pango_layout_set_attributes(l, list);
	pango_attr_list_unref(list);
	/* pango turns sides round only when it guesses the direction itself */
	static const PangoAlignment aligns[][2] = {
		[ALIGN_START] = { PANGO_ALIGN_LEFT, PANGO_ALIGN_RIGHT },
		[ALIGN_CENTER] = { PANGO_ALIGN_CENTER, PANGO_ALIGN_CENTER },
		[ALIGN_END] = { PANGO_ALIGN_RIGHT, PANGO_ALIGN_LEFT },
		[ALIGN_NUMBER] = { PANGO_ALIGN_RIGHT, PANGO_ALIGN_RIGHT },
		[ALIGN_ADDRESS] = { PANGO_ALIGN_LEFT, PANGO_ALIGN_LEFT },
	};
	pango_layout_set_alignment(l, aligns[how->align][how->rtl]);
	pango_layout_set_wrap(l, PANGO_WRAP_WORD_CHAR);
	pango_layout_set_indent(l, (int)(how->indent * PANGO_SCALE));
	if (width > 0)
		pango_layout_set_width(l, (int)(width * PANGO_SCALE));
	pango_layout_context_changed(l);
	return l;
}

/* The least width that needs no more lines, so that they are alike. */
static double balanced(PangoLayout *l, double width)
{
	int lines = pango_layout_get_line_count(l);
	double low = width / 2;
	double high = width;
	while (lines > 1 && high - low > 0.5) {
		double middle = (low + high) / 2;
		pango_layout_set_width(l, (int)(middle * PANGO_SCALE));
		if (pango_layout_get_line_count(l) > lines)
			low = middle;
		else
			high = middle;
	}
	return high;
}

/* As at a br, whose separator follows. */
static bool ends_by_itself(const struct para_text *t, size_t at)
{
	struct span rest = { buf_text(&t->text) + at, t->text.len - at };
	return text_starts(rest, "\xE2\x80\xA8");
}

static status collect(struct para *p, struct arena *arena,
                      const struct para_text *t,
                      const struct para_setting *how, double shift)
{
	PangoLayoutIter *it = pango_layout_get_iter(p->layout);
	status st = PRFMT_OK;
	size_t i = 0;
	do {
		PangoLayoutLine *from = pango_layout_iter_get_line(it);
		struct para_line *line = &p->lines[i++];
		PangoRectangle box;
		pango_layout_iter_get_line_extents(it, NULL, &box);
		double x = units(box.x) + shift;
		line->width = units(box.width);
		double slack = how->width - x - line->width;
		/* a last line may have been chosen to shrink, too */
		bool ends = i == p->count || ends_by_itself(t, line->to);
		if (how->justified && (slack < 0 || !ends) &&
		    fit_justify(from, buf_text(&t->text), slack))
			line->width = how->width - x;
		line->from = (size_t)from->start_index;
		line->to = line->from + (size_t)from->length;
		p->width = line->width > p->width ? line->width : p->width;
		st = line_runs(p, line, from, x, arena, t, how);
	} while (!st && i < p->count && pango_layout_iter_next_line(it));
	pango_layout_iter_free(it);
	return st;
}

status para_set(struct para *p, PangoContext *context, struct arena *arena,
                const struct para_text *t, const struct para_setting *how)
{
	*p = (struct para){ .style = how->style };
	if (!t->text.len)
		return PRFMT_OK;
	struct fit fit = { 0 };
	double width = how->width;
	if (how->justified) {
		PangoLayout *one = layout_new(context, t, how, 0, NULL);
		status st = fit_lines(one, width, how->indent, &fit);
		g_object_unref(one);
		if (st)
			return st;
		/* room for lines whose spaces are to shrink */
		if (fit.count && fit.widest + 0.5 > width)
			width = fit.widest + 0.5;
	}
	p->layout = layout_new(context, t, how, width, &fit);
	if (fit.count && !fit_holds(p->layout, &fit)) {
		/* a short last line went up into the room: as pango breaks */
		g_object_unref(p->layout);
		p->layout = layout_new(context, t, how, how->width, NULL);
	}
	mem_free(fit.starts);
	bool centred = how->align == ALIGN_CENTER;
	double shift = 0;
	if (how->style->balanced &&
	    (centred || (how->align == ALIGN_START && !how->rtl))) {
		width = balanced(p->layout, how->width);
		pango_layout_set_width(p->layout, (int)(width * PANGO_SCALE));
		shift = centred ? (how->width - width) / 2 : 0;
	}
	p->text = pango_layout_get_text(p->layout);
	p->count = (size_t)pango_layout_get_line_count(p->layout);
	p->lines = arena_zero(arena, p->count * sizeof *p->lines);
	if (!p->lines)
		return PRFMT_ENOMEM;
	return collect(p, arena, t, how, shift);
}

void para_free(struct para *p)
{
	if (p->layout)
		g_object_unref(p->layout);
	*p = (struct para){ 0 };
}

double para_natural(PangoContext *context, const struct para_text *t,
                    const struct para_setting *how)
{
	if (!t->text.len)
		return 0;
	PangoLayout *l = layout_new(context, t, how, 0, NULL);
	int width = 0;
	pango_layout_get_size(l, &width, NULL);
	g_object_unref(l);
	return units(width);
}
