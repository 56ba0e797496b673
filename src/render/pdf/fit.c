/* fit.c - a paragraph on one line in, the starts of its lines out: the least
   sum of costs over all lines (total fit). */
#include "render/pdf/fit.h"

#include "base/alloc.h"
#include "base/text.h"

#include <string.h>

const double fit_shrink = 0.16;
const double fit_stretch = 1.3;

struct chance { /* a place where a line may end and the next begin */
	size_t start;   /* of the next line, in bytes */
	double end;     /* where a line that ends here ends */
	double begin;   /* where one that begins here begins */
	double spaces_end;   /* width of all spaces up to the end */
	double spaces_begin; /* up to the beginning */
	double penalty;
	double cost;    /* of all lines up to here */
	size_t from;    /* the chance before */
};

struct chances {
	struct chance *at;
	size_t count;
	size_t cap;
};

static double units(int pango)
{
	return (double)pango / PANGO_SCALE;
}

static status add(struct chances *c, const struct chance *one)
{
	void *at = c->at;
	if (!mem_room(&at, c->count, &c->cap, sizeof *c->at))
		return PRFMT_ENOMEM;
	c->at = at;
	c->at[c->count++] = *one;
	return PRFMT_OK;
}

/* A number and its unit part badly. */
static double penalty_at(const char *text, size_t start)
{
	size_t i = start;
	while (i > 0 && text[i - 1] == ' ')
		i--;
	bool digit = i > 0 && text_is_digit(text[i - 1]);
	return digit && text_is_alpha(text[start]) ? 900 : 0;
}

struct walk_state {
	const char *text;
	const PangoLogAttr *attrs;
	double x;
	double spaces;
	double ink_x;      /* behind the last character that is no space */
	double ink_spaces;
	struct chances *chances;
	status status;
};

static void cluster(struct walk_state *w, size_t byte, size_t chars,
                    double width)
{
	bool space = w->text[byte] == ' ';
	if (w->attrs[chars].is_line_break && byte > 0 && !w->status) {
		struct chance c = {
			.start = byte,
			.end = w->ink_x,
			.begin = w->x,
			.spaces_end = w->ink_spaces,
			.spaces_begin = w->spaces,
			.penalty = penalty_at(w->text, byte),
		};
		w->status = add(w->chances, &c);
	}
	w->x += width;
	w->spaces += space ? width : 0;
	if (!space) {
		w->ink_x = w->x;
		w->ink_spaces = w->spaces;
	}
}

static bool runs(struct walk_state *w, const PangoLayoutLine *line)
{
	size_t chars = 0;
	for (GSList *r = line->runs; r; r = r->next) {
		PangoGlyphItem *g = r->data;
		PangoGlyphItemIter it;
		if (g->item->analysis.level % 2)
			return false;
		for (gboolean more = pango_glyph_item_iter_init_start(
			     &it, g, w->text);
		     more; more = pango_glyph_item_iter_next_cluster(&it)) {
			double width = 0;
			for (int k = it.start_glyph; k < it.end_glyph; k++)
				width += units(g->glyphs->glyphs[k]
				                       .geometry.width);
			cluster(w, (size_t)it.start_index,
			        chars + (size_t)it.start_char, width);
		}
		chars += (size_t)g->item->num_chars;
	}
	return true;
}

/* LOOK, Setting: (10 + 100 r³)² / 100. */
static double cost_of(double width, double spaces, double room, bool last)
{
	double slack = room - width;
	double r = 0;
	if (slack < 0)
		r = spaces > 0 ? -slack / (fit_shrink * spaces) : 1e3;
	else if (!last)
		r = spaces > 0 ? slack / (0.5 * spaces) : 1e3;
	if (slack < -0.01 && r > 1)
		return 1e15; /* does not fit */
	r = r < 1e3 ? r : 1e3;
	double bad = 10 + 100 * r * r * r;
	double cost = bad * bad / 100;
	if (slack > fit_stretch * spaces && !last)
		cost += 1e9;
	return cost + (last && width < 0.14 * room ? 4000 : 0);
}

static void choose(struct chances *c, double width, double indent)
{
	for (size_t i = 1; i < c->count; i++) {
		struct chance *to = &c->at[i];
		bool last = i + 1 == c->count;
		to->cost = 1e18;
		for (size_t j = i; j-- > 0;) {
			const struct chance *from = &c->at[j];
			double line = to->end - from->begin;
			double spaces = to->spaces_end - from->spaces_begin;
			double room = width - (j ? 0 : indent);
			double cost = from->cost + to->penalty +
			              cost_of(line, spaces, room, last);
			if (cost < to->cost) {
				to->cost = cost;
				to->from = j;
			}
			if (line > room + spaces * fit_shrink)
				break;
		}
	}
}

static status starts(const struct chances *c, struct fit *out)
{
	size_t count = 0;
	for (size_t i = c->at[c->count - 1].from; i; i = c->at[i].from)
		count++;
	out->starts = mem_zero(count + 1, sizeof *out->starts);
	if (!out->starts)
		return PRFMT_ENOMEM;
	out->count = count;
	for (size_t i = c->count - 1; i; i = c->at[i].from) {
		double line = c->at[i].end - c->at[c->at[i].from].begin;
		out->widest = line > out->widest ? line : out->widest;
		if (i + 1 < c->count)
			out->starts[--count] = c->at[i].start;
	}
	return PRFMT_OK;
}

status fit_lines(PangoLayout *one, double width, double indent,
                 struct fit *out)
{
	struct chances c = { 0 };
	struct chance edge = { 0 };
	int count = 0;
	struct walk_state w = {
		.text = pango_layout_get_text(one),
		.attrs = pango_layout_get_log_attrs_readonly(one, &count),
		.chances = &c,
	};
	*out = (struct fit){ 0 };
	if (pango_layout_get_line_count(one) != 1)
		return PRFMT_OK;
	w.status = add(&c, &edge);
	bool ltr = runs(&w, pango_layout_get_line_readonly(one, 0));
	edge = (struct chance){ .start = strlen(w.text), .end = w.ink_x,
		.spaces_end = w.ink_spaces };
	if (!w.status)
		w.status = add(&c, &edge);
	if (!w.status && ltr && w.ink_x > width) {
		choose(&c, width, indent);
		w.status = starts(&c, out);
	}
	mem_free(c.at);
	return w.status;
}

bool fit_holds(PangoLayout *l, const struct fit *fit)
{
	size_t i = 0;
	for (GSList *line = pango_layout_get_lines_readonly(l); line;
	     line = line->next, i++) {
		const PangoLayoutLine *one = line->data;
		if (i > fit->count ||
		    (i && fit->starts[i - 1] != (size_t)one->start_index))
			return false;
	}
	return i == fit->count + 1;
}

/* -- spaces of a line ----------------------------------------------------- */

static PangoGlyphGeometry *space_at(PangoGlyphItem *g, int i,
                                    const char *text)
{
	PangoGlyphGeometry *one = &g->glyphs->glyphs[i].geometry;
	bool space = text[g->item->offset + g->glyphs->log_clusters[i]] == ' ';
	return space && one->width > 0 ? one : NULL;
}

bool fit_justify(PangoLayoutLine *line, const char *text, double slack)
{
	double natural = 0;
	for (GSList *r = line->runs; r; r = r->next) {
		PangoGlyphItem *g = r->data;
		for (int i = 0; i < g->glyphs->num_glyphs; i++) {
			PangoGlyphGeometry *one = space_at(g, i, text);
			natural += one ? units(one->width) : 0;
		}
	}
	if (slack > fit_stretch * natural ||
	    slack < -fit_shrink * natural - 0.05 || natural <= 0)
		return false;
	for (GSList *r = line->runs; r; r = r->next) {
		PangoGlyphItem *g = r->data;
		for (int i = 0; i < g->glyphs->num_glyphs; i++) {
			PangoGlyphGeometry *one = space_at(g, i, text);
			if (one)
				one->width += (int)(one->width * slack /
				                    natural);
		}
	}
	return true;
}
