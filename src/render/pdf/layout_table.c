/* layout_table.c - a table in, one strip for each line of each row out. */
#include "base/alloc.h"
#include "base/text.h"
#include "model/grid.h"
#include "model/walk.h"
#include "render/pdf/layout.h"

#include <string.h>

static const double gap = 10; /* LOOK: between two columns */
enum { WHOLE_ROWS = 15 };

struct cell {
	struct para_text text;
	struct note *notes;
	struct tag *tag;
	uint64_t order;
	enum style_id style;
	struct para *para;
	double natural;  /* width on one line */
	double least;    /* of its longest word */
	double tail;     /* number: from the decimal mark on */
	double close;    /* of it, what hangs: a bracket or a sign */
	bool digits;
};

struct column {
	bool number;
	double natural;
	double least;
	double x;
	double width;
	double slot;  /* decimal mark and digits */
	double hang;  /* closing bracket, percent sign */
};

struct table {
	struct layout *l;
	const node *node;
	struct grid grid;
	struct cell *cells;
	struct column *cols;
	size_t *lines; /* of each row */
	size_t *reach; /* of each row: the first cell that lies in it */
	struct tag *tag;
	struct flow head; /* the strips of the head, to be repeated */
	const struct table_look *look;
	bool wide;        /* over the hanging column too */
};

static enum style_id cell_style(const struct grid_row *row)
{
	const char *role = node_get(row->node, PRFMT_AT_ROLE);
	if (row->group == PRFMT_EL_THEAD)
		return STYLE_TABLE_HEAD;
	return role ? STYLE_TABLE_TOTAL : STYLE_TABLE;
}

/* -- text of a cell ------------------------------------------------------- */

/* Blocks in a cell become lines of it. */
static void cell_text(struct layout *l, struct cell *c, const node *n)
{
	if (!node_is_blockish(n)) {
		layout_inline(l, &c->text, n, c->tag, c->style, c->order,
		              &c->notes);
		return;
	}
	struct walk w = walk_start(n);
	enum walk_event e = WALK_DONE;
	while (!l->status && (e = walk_next(&w)) != WALK_DONE) {
		const node *at = w.node;
		if (e != WALK_ENTER || at->element <= 0)
			continue;
		enum content content = element_info(at->element)->content;
		bool text = content == CONTENT_RICH ||
		            content == CONTENT_TEXT ||
		            content == CONTENT_PRE ||
		            (content == CONTENT_FLOW && !node_is_blockish(at));
		if (!text)
			continue;
		struct para_span as = {
			.face = layout_style(l, c->style)->face,
			.hue = layout_style(l, c->style)->hue,
			.tag = c->tag };
		if (c->text.text.len)
			layout_newline(l, &c->text, &as);
		if (at->element == PRFMT_EL_LI)
			layout_words(l, &c->text, text_span("– "), c->style,
			             0, c->tag);
		layout_inline(l, &c->text, at, c->tag, c->style, c->order,
		              &c->notes);
		walk_skip(&w);
	}
}

static double longest_word(struct layout *l, const struct cell *c)
{
	struct span rest = buf_view(&c->text.text);
	struct span word;
	double most = 0;
	while (text_word(&rest, &word)) {
		double width = layout_natural(l, word, c->style, 0);
		most = width > most ? width : most;
	}
	return most;
}

/* -- numbers -------------------------------------------------------------- */

/* Where a number's fraction begins: at its decimal mark, else behind its last
   digit. False: it has no digit. */
static bool split_number(struct span s, char mark, size_t *fraction,
                         size_t *behind)
{
	size_t last = s.len;
	while (last > 0 && !text_is_digit(s.at[last - 1]))
		last--;
	if (!last)
		return false;
	*behind = last;
	*fraction = last;
	size_t i = last;
	while (i > 0 && text_is_digit(s.at[i - 1]))
		i--;
	if (i > 0 && s.at[i - 1] == mark)
		*fraction = i - 1;
	return true;
}

static void measure_number(struct layout *l, struct cell *c,
                           struct column *col, char mark)
{
	struct span s = buf_view(&c->text.text);
	size_t fraction = 0;
	size_t behind = 0;
	c->digits = split_number(s, mark, &fraction, &behind);
	if (!c->digits)
		return;
	struct span tail = { s.at + fraction, behind - fraction };
	struct span close = { s.at + behind, s.len - behind };
	c->tail = layout_natural(l, tail, c->style, 0);
	c->close = layout_natural(l, close, c->style, 0);
	col->slot = c->tail > col->slot ? c->tail : col->slot;
	col->hang = c->close > col->hang ? c->close : col->hang;
}

/* -- columns -------------------------------------------------------------- */

static void measure(struct table *t)
{
	struct layout *l = t->l;
	char mark = lang_decimal(node_lang(t->node));
	for (size_t i = 0; i < t->grid.cell_count && !l->status; i++) {
		const struct grid_cell *g = &t->grid.cells[i];
		struct cell *c = &t->cells[i];
		struct para_setting how = { .theme = l->theme,
			.style = layout_style(l, c->style),
			.lang = l->job->tag };
		c->natural = para_natural(l->context, &c->text, &how);
		c->least = longest_word(l, c);
		struct column *col = &t->cols[g->col];
		if (g->cols > 1)
			continue;
		bool head = t->grid.rows[g->row].group == PRFMT_EL_THEAD;
		if (col->number && !head)
			measure_number(l, c, col, mark);
		col->natural = c->natural > col->natural ? c->natural
		                                         : col->natural;
		col->least = c->least > col->least ? c->least : col->least;
	}
}

/* A theme with two frames has it for the wide one alone. */
static double number_width(const struct table *t)
{
	return t->look->wide_from && !t->wide ? t->look->number_narrow
	                                      : t->look->number_width;
}

/* Number columns by content and all alike, the others share what is left. */
static void share_out(struct table *t, double room)
{
	double alike = 0;
	double numbers = 0;
	double natural = 0;
	double least = 0;
	for (size_t i = 0; i < t->grid.cols; i++) {
		struct column *c = &t->cols[i];
		/* a head may wrap, a number may not */
		double need = c->slot + c->hang > c->least
		                      ? c->slot + c->hang : c->least;
		if (c->number) {
			alike = need > alike ? need : alike;
			numbers++;
		} else {
			natural += c->natural;
			least += c->least;
		}
	}
	if (numbers > 0 && alike < number_width(t))
		alike = number_width(t);
	double left = room - numbers * alike;
	bool squeeze = left < least || natural <= 0;
	if (squeeze && numbers > 0 && natural > 0) {
		/* too many columns for the measure: all shrink alike */
		double all = least + numbers * alike;
		alike *= room / all;
		left = room - numbers * alike;
	}
	double spare = left - (natural < left ? natural : least);
	for (size_t i = 0; i < t->grid.cols; i++) {
		struct column *c = &t->cols[i];
		if (c->number)
			c->width = natural > 0 ? alike : left / numbers + alike;
		else if (squeeze)
			c->width = least > 0 ? left * c->least / least : left;
		else if (natural < left)
			c->width = c->natural;
		else
			c->width = c->least + (natural > least
				? spare * (c->natural - c->least) /
				          (natural - least)
				: 0);
	}
	/* what nobody needs goes to the first text column */
	for (size_t i = 0; natural > 0 && natural < left && i < t->grid.cols;
	     i++) {
		if (!t->cols[i].number) {
			t->cols[i].width += left - natural;
			break;
		}
	}
}

static void place_columns(struct table *t)
{
	struct layout *l = t->l;
	double x = 0;
	share_out(t, layout_width(l) - gap * (double)(t->grid.cols - 1));
	for (size_t i = 0; i < t->grid.cols; i++) {
		struct column *c = &t->cols[i];
		double at = l->rtl ? layout_width(l) - x - c->width : x;
		c->x = layout_left(l) + at;
		x += c->width + gap;
	}
}

/* -- rows ----------------------------------------------------------------- */

static double cell_width(const struct table *t, const struct grid_cell *g)
{
	double width = gap * (double)(g->cols - 1);
	for (size_t i = 0; i < g->cols; i++)
		width += t->cols[g->col + i].width;
	return width;
}

static double cell_left(const struct table *t, const struct grid_cell *g)
{
	double left = t->cols[g->col].x;
	for (size_t i = 1; i < g->cols; i++)
		if (t->cols[g->col + i].x < left)
			left = t->cols[g->col + i].x;
	return left;
}

static bool is_number_cell(const struct table *t, const struct grid_cell *g)
{
	return g->cols == 1 && t->cols[g->col].number;
}

/* A number stands with its mark in the slot, its bracket hanging; a word or
   dash ends flush with the last digit; so does the column's head. */
static double shift_of(const struct table *t, size_t i, bool head)
{
	const struct grid_cell *g = &t->grid.cells[i];
	const struct cell *c = &t->cells[i];
	const struct column *col = &t->cols[g->col];
	if (head || !c->digits || c->para->count > 1)
		return col->hang;
	return col->slot - c->tail + col->hang - c->close;
}

static void set_cells(struct table *t)
{
	struct layout *l = t->l;
	for (size_t i = 0; i < t->grid.cell_count && !l->status; i++) {
		const struct grid_cell *g = &t->grid.cells[i];
		struct cell *c = &t->cells[i];
		const char *align = node_get(grid_col(t->node, g->col),
		                             PRFMT_AT_ALIGN);
		enum para_align side = is_number_cell(t, g) ? ALIGN_NUMBER
		                                            : ALIGN_START;
		if (align && !strcmp(align, "center"))
			side = ALIGN_CENTER;
		if (align && !strcmp(align, "end"))
			side = ALIGN_END;
		c->para = layout_set(l, &c->text, c->style, side,
		                     cell_width(t, g), 0, node_lang(g->node),
		                     c->tag);
	}
}

static void count_lines(struct table *t)
{
	for (int pass = 0; pass < 2; pass++) {
		for (size_t i = 0; i < t->grid.cell_count; i++) {
			const struct grid_cell *g = &t->grid.cells[i];
			const struct para *p = t->cells[i].para;
			size_t have = 0;
			if (!p || (g->rows > 1) != (pass == 1))
				continue;
			for (size_t r = 0; r < g->rows; r++)
				have += t->lines[g->row + r];
			if (p->count > have)
				t->lines[g->row + g->rows - 1] +=
					p->count - have;
		}
	}
	for (size_t r = 0; r < t->grid.row_count; r++)
		if (!t->lines[r])
			t->lines[r] = 1;
}

/* The lines of the cells that lie in row r, line k of it. */
static void line_ops(struct table *t, struct strip *s, size_t r, size_t k,
                     double y)
{
	bool head = t->grid.rows[r].group == PRFMT_EL_THEAD;
	for (size_t i = t->reach[r]; i < t->grid.cell_count; i++) {
		const struct grid_cell *g = &t->grid.cells[i];
		struct cell *c = &t->cells[i];
		size_t line = k;
		if (g->row > r)
			break;
		if (!c->para || r >= g->row + g->rows)
			continue;
		for (size_t above = g->row; above < r; above++)
			line += t->lines[above];
		/* column heads stand at the foot of the head */
		size_t blank = head && g->rows == 1
		                       ? t->lines[r] - c->para->count : 0;
		if (line < blank || line - blank >= c->para->count)
			continue;
		double x = cell_left(t, g);
		if (is_number_cell(t, g))
			x -= shift_of(t, i, head);
		layout_line(t->l, &s->ops, c->para, line - blank, x, y,
		            c->order);
		if (line == blank) {
			s->notes = c->notes;
			c->notes = NULL;
		}
	}
}

static bool is_total(const struct table *t, size_t r, const char *role)
{
	const struct grid_row *row = &t->grid.rows[r];
	const char *has = node_get(row->node, PRFMT_AT_ROLE);
	return has ? !strcmp(has, role)
	           : row->group == PRFMT_EL_TFOOT && !strcmp(role, "total");
}

static bool spans_on(const struct table *t, size_t r)
{
	for (size_t i = t->reach[r]; i < t->grid.cell_count; i++) {
		const struct grid_cell *g = &t->grid.cells[i];
		if (g->row > r)
			break;
		if (g->row + g->rows > r + 1)
			return true;
	}
	return false;
}

static bool keep_row(const struct table *t, size_t r)
{
	size_t count = t->grid.row_count;
	const struct grid_row *row = &t->grid.rows[r];
	if (r + 1 == count)
		return false;
	return count <= WHOLE_ROWS || row->group == PRFMT_EL_THEAD ||
	       spans_on(t, r) || r == 0 ||
	       t->grid.rows[r - 1].group == PRFMT_EL_THEAD || r + 3 > count ||
	       is_total(t, r + 1, "subtotal") || is_total(t, r + 1, "total");
}

static void row_rules(struct table *t, size_t r, struct strip *s, bool first,
                      bool last)
{
	struct layout *l = t->l;
	const struct table_look *look = t->look;
	const struct grid_row *row = &t->grid.rows[r];
	bool head = row->group == PRFMT_EL_THEAD;
	size_t next = r + 1;
	double x = layout_left(l);
	double width = layout_width(l);
	bool head_ends = head && (next == t->grid.row_count ||
	                          t->grid.rows[next].group != PRFMT_EL_THEAD);
	bool subtotal = is_total(t, r, "subtotal");
	bool total_next = next < t->grid.row_count &&
	                  is_total(t, next, "total");
	if (first && head && r == 0)
		layout_rule(l, &s->ops, x, 0, width, look->above);
	if (first && subtotal)
		layout_rule(l, &s->ops, x, 0, width, look->subtotal_above);
	if (first && is_total(t, r, "total"))
		layout_rule(l, &s->ops, x, 0, width, look->total_above);
	if (last && head_ends)
		layout_rule(l, &s->ops, x, s->height, width, look->head);
	if (last && next == t->grid.row_count)
		layout_rule(l, &s->ops, x, s->height, width, look->last);
	else if (last && !head && subtotal && look->subtotal_below.thick > 0)
		layout_rule(l, &s->ops, x, s->height, width,
		            look->subtotal_below);
	else if (last && !head && !(total_next && look->total_above.thick > 0))
		layout_rule(l, &s->ops, x, s->height, width, look->row);
}

static void row_strips(struct table *t, size_t r)
{
	struct layout *l = t->l;
	const struct grid_row *row = &t->grid.rows[r];
	bool head = row->group == PRFMT_EL_THEAD;
	bool after_head = r > 0 && !head &&
	                  t->grid.rows[r - 1].group == PRFMT_EL_THEAD;
	double leading = layout_style(l, head ? STYLE_TABLE_HEAD
	                                      : STYLE_TABLE)->leading;
	double above_text = head ? t->look->head_top : t->look->cell_pad;
	double below_text = head ? t->look->head_bottom : t->look->cell_pad;
	for (size_t k = 0; k < t->lines[r] && !l->status; k++) {
		bool first = k == 0;
		bool last = k + 1 == t->lines[r];
		double above = first ? above_text : 0;
		above += first && after_head ? t->look->first_pad : 0;
		struct strip s = {
			.height = leading + above + (last ? below_text : 0),
			.keep = !last || keep_row(t, r),
			.head = head ? NULL : &t->head,
		};
		line_ops(t, &s, r, k, above);
		row_rules(t, r, &s, first, last);
		layout_strip(l, &s);
	}
}

/* -- tags ----------------------------------------------------------------- */

static enum tag_type group_tag(prfmt_element group)
{
	return group == PRFMT_EL_THEAD   ? TAG_THEAD
	       : group == PRFMT_EL_TFOOT ? TAG_TFOOT
	                                 : TAG_TBODY;
}

static const char *scope_of(const struct grid_row *row, const node *th)
{
	const char *scope = node_get(th, PRFMT_AT_SCOPE);
	if (!scope)
		return row->group == PRFMT_EL_THEAD ? "Column" : "Row";
	return strstr(scope, "row") ? "Row" : "Column";
}

static void tag_rows(struct table *t)
{
	struct layout *l = t->l;
	const node *group = NULL;
	struct tag *group_at = NULL;
	for (size_t r = 0; r < t->grid.row_count && !l->status; r++) {
		const struct grid_row *row = &t->grid.rows[r];
		if (row->node->parent != group) {
			group = row->node->parent;
			group_at = layout_tag(l, t->tag,
			                      group_tag(row->group));
		}
		struct tag *tr = layout_tag(l, group_at, TAG_TR);
		for (size_t i = 0; i < row->count && !l->status; i++) {
			const struct grid_cell *g =
				&t->grid.cells[row->first + i];
			struct cell *c = &t->cells[row->first + i];
			bool th = g->node->element == PRFMT_EL_TH;
			c->tag = layout_tag(l, tr, th ? TAG_TH : TAG_TD);
			c->order = layout_order(l);
			c->style = cell_style(row);
			l->at = g->node->at;
			if (!c->tag)
				return;
			c->tag->scope = th ? scope_of(row, g->node) : NULL;
			c->tag->cols = g->cols;
			c->tag->rows = g->rows;
			cell_text(l, c, g->node);
		}
		/* PDF/UA-1, 7.2: all rows have the same number of columns */
		struct tag *fill = row->width < t->grid.cols && !l->status
		                           ? layout_tag(l, tr, TAG_TD)
		                           : NULL;
		if (fill)
			fill->cols = t->grid.cols - row->width;
	}
}

static void caption(struct table *t)
{
	struct layout *l = t->l;
	const node *n = node_child(t->node, PRFMT_EL_CAPTION);
	struct set how = { .style = STYLE_TABLE_CAPTION,
		.before = layout_style(l, STYLE_TABLE_CAPTION)->before,
		.after = t->look->caption_after, .keep_next = true,
		.whole = true,
		.loose = true };
	struct tag *outside = l->here;
	l->here = t->tag;
	layout_node(l, n, TAG_CAPTION, &how);
	l->here = outside;
}

static bool table_room(struct table *t)
{
	t->cells = arena_zero(&t->l->arena, (t->grid.cell_count + 1) *
	                                            sizeof *t->cells);
	t->cols = arena_zero(&t->l->arena,
	                     (t->grid.cols + 1) * sizeof *t->cols);
	t->lines = arena_zero(&t->l->arena,
	                      (t->grid.row_count + 1) * sizeof *t->lines);
	t->reach = arena_zero(&t->l->arena,
	                      (t->grid.row_count + 1) * sizeof *t->reach);
	if (!t->cells || !t->cols || !t->lines || !t->reach)
		return false;
	for (size_t r = 0; r < t->grid.row_count; r++)
		t->reach[r] = t->grid.rows[r].first;
	for (size_t i = t->grid.cell_count; i-- > 0;) {
		const struct grid_cell *g = &t->grid.cells[i];
		for (size_t r = g->row; r < g->row + g->rows; r++)
			if (i < t->reach[r])
				t->reach[r] = i;
	}
	return true;
}

/* The head's strips again, for the pages that follow: as artifacts. */
static void copy_head(struct table *t, const struct flow *from, size_t first,
                      size_t count)
{
	struct layout *l = t->l;
	t->head.strips = arena_zero(&l->arena, (count + 1) *
	                                               sizeof *t->head.strips);
	if (!t->head.strips) {
		layout_fail(l, PRFMT_ENOMEM);
		return;
	}
	for (size_t i = 0; i < count; i++) {
		struct strip *s = &t->head.strips[i];
		*s = from->strips[first + i];
		s->ops = (struct ops){ 0 };
		s->notes = NULL;
		struct op *end = NULL;
		for (const struct op *o = from->strips[first + i].ops.first; o;
		     o = o->next) {
			struct op *c = arena_zero(&l->arena, sizeof *c);
			if (!c) {
				layout_fail(l, PRFMT_ENOMEM);
				return;
			}
			*c = *o;
			c->next = NULL;
			c->tag = NULL;
			if (end)
				end->next = c;
			else
				s->ops.first = c;
			end = c;
			s->ops.last = c;
		}
	}
	t->head.count = count;
}

/* So many number columns need the whole frame. */
static void choose_width(struct table *t)
{
	struct layout *l = t->l;
	size_t numbers = 0;
	for (size_t i = 0; i < t->grid.cols; i++) {
		t->cols[i].number = grid_col_is_number(t->node, i);
		numbers += t->cols[i].number;
	}
	t->wide = t->look->wide_from && numbers >= t->look->wide_from &&
	          l->flow == &l->body && l->start <= l->base;
	if (t->wide)
		layout_widen(l);
}

static void rows(struct table *t)
{
	struct layout *l = t->l;
	size_t before = l->flow->count;
	caption(t);
	size_t first = l->flow->count;
	bool captioned = first > before;
	size_t head = 0;
	tag_rows(t);
	measure(t);
	place_columns(t);
	set_cells(t);
	if (l->status)
		return;
	count_lines(t);
	for (size_t r = 0; r < t->grid.row_count && !l->status; r++) {
		row_strips(t, r);
		if (t->grid.rows[r].group == PRFMT_EL_THEAD)
			head = l->flow->count - first;
	}
	if (l->status || l->flow->count == first)
		return;
	const struct style *s = layout_style(l, STYLE_TABLE);
	if (!captioned)
		l->flow->strips[first].before = s->before;
	l->flow->strips[l->flow->count - 1].after = s->after;
	copy_head(t, l->flow, first, head);
}

static void lay_out(struct table *t)
{
	choose_width(t);
	rows(t);
	if (t->wide)
		layout_narrow(t->l);
}

void layout_table(struct layout *l, const node *n)
{
	/* the repeated head is pointed to by strips: it lives in the arena */
	struct table *t = arena_zero(&l->arena, sizeof *t);
	if (!t) {
		layout_fail(l, PRFMT_ENOMEM);
		return;
	}
	t->l = l;
	t->node = n;
	t->look = &l->theme->table;
	status st = grid_build(&t->grid, n);
	t->tag = layout_tag(l, l->here, TAG_TABLE);
	if (st || !table_room(t))
		layout_fail(l, PRFMT_ENOMEM);
	else if (t->grid.cols)
		lay_out(t);
	for (size_t i = 0; t->cells && i < t->grid.cell_count; i++)
		para_text_free(&t->cells[i].text);
	grid_free(&t->grid);
}
