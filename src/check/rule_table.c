/* rule_table.c - the numbers of a table added up and compared again. */
#include "base/alloc.h"
#include "base/text.h"
#include "check/check.h"
#include "check/number.h"
#include "lang/lang.h"
#include "model/grid.h"
#include "model/walk.h"

#include <stdlib.h>
#include <string.h>

/* Some numbers above a total, added up. */
struct sum {
	double value;
	double less;  /* the first without the others: revenue - costs */
	double units; /* how far rounding may have moved each, doubled */
	double unit;  /* the finest */
	unsigned decimals;
	size_t count;
	bool unknown; /* a cell was no number */
};

struct column {
	bool adds;         /* a number or currency */
	bool scaled;       /* a cell's value is not what its text says … */
	bool unscaled;     /* … and another has a text alone */
	bool above;        /* subtotals stand above their rows */
	struct sum part;   /* rows since the last subtotal or total */
	struct sum rows;   /* since the last total */
	struct sum parts;  /* subtotals since the last total */
	struct sum onward; /* the last of them, and the rows behind it */
	struct sum all;    /* every row of the table */
	/* percent: the columns that it compares */
	bool compares;
	size_t first;
	size_t second;
	bool either; /* the heads do not say which is the earlier */
	/* in this row */
	const node *cell; /* NULL: no number */
	struct number number;
	bool has_scale;
};

struct footing {
	struct check *c;
	const node *table;
	struct grid grid;
	char mark;
	struct column *columns;
	struct buf text;
};

/* -- what the cells say --------------------------------------------------- */

/* Marks of footnotes are no digits. */
static void put_text(struct buf *out, const node *cell)
{
	struct walk w = walk_start(cell);
	enum walk_event e = WALK_DONE;
	buf_clear(out);
	while ((e = walk_next(&w)) != WALK_DONE) {
		if (e != WALK_ENTER)
			continue;
		if (w.node->element == PRFMT_EL_FOOTNOTE ||
		    w.node->element == PRFMT_EL_SUP ||
		    w.node->element == PRFMT_EL_FOREIGN)
			walk_skip(&w);
		else if (w.node->element == PRFMT_EL_TEXT)
			buf_add(out, w.node->text, w.node->len);
	}
}

static double magnitude(double value)
{
	return value < 0 ? -value : value;
}

/* The cell's machine value where it has one; how exact it is shows in its
   text. False: no number. */
static bool take_cell(struct footing *f, const node *cell, struct column *col)
{
	struct number shown = { 0 };
	struct number value = { 0 };
	put_text(&f->text, cell);
	bool text = number_take(buf_view(&f->text), f->mark, &shown);
	bool machine =
		number_take(node_get_span(cell, PRFMT_AT_VALUE), '.', &value);
	if (!text && !machine)
		return false;
	col->number = machine ? value : shown;
	col->has_scale = text && machine &&
	                 magnitude(shown.value) != magnitude(value.value);
	if (text && machine && !col->has_scale)
		col->number.unit = shown.unit;
	else if (col->has_scale && shown.value != 0)
		col->number.unit =
			shown.unit * magnitude(value.value / shown.value);
	col->scaled |= col->has_scale;
	col->unscaled |= !machine && shown.value != 0;
	return true;
}

/* -- sums ----------------------------------------------------------------- */

static void add(struct sum *s, const struct number *n)
{
	s->less = s->count ? s->less - n->value : n->value;
	s->value += n->value;
	s->units += n->unit;
	if (n->unit > 0 && (s->unit == 0 || n->unit < s->unit))
		s->unit = n->unit;
	if (n->decimals > s->decimals)
		s->decimals = n->decimals;
	s->count++;
}

/* Each number may be half a unit off, the total too. */
static bool is_near(const struct sum *s, const struct number *total,
                    double value)
{
	double most = (s->units + total->unit) / 2;
	double unit = total->unit > 0 && (s->unit == 0 || total->unit < s->unit)
	                      ? total->unit
	                      : s->unit;
	return magnitude(value - total->value) <= most - unit / 4 ||
	       magnitude(value - total->value) < unit / 4;
}

enum fit { FIT, FIT_NOT, FIT_UNKNOWN };

static enum fit fits(const struct sum *s, const struct number *total)
{
	if (!s->count)
		return FIT_NOT;
	if (s->unknown)
		return FIT_UNKNOWN;
	return is_near(s, total, s->value) || is_near(s, total, s->less)
	               ? FIT
	               : FIT_NOT;
}

static void say_sum(struct footing *f, const struct column *col,
                    const struct sum *s, const char *what)
{
	struct buf sum = { 0 };
	struct buf total = { 0 };
	unsigned most = s->decimals > col->number.decimals
	                        ? s->decimals
	                        : col->number.decimals;
	buf_decimal(&sum, s->value, most);
	buf_decimal(&total, col->number.value, most);
	diags_say(f->c->diags, CODE_TABLE_TOTAL, col->cell->at, READERS_FORMATS,
	          "the rows above add up to %s, the %s says %s", buf_text(&sum),
	          what, buf_text(&total));
	check_done(f->c, &sum);
	check_done(f->c, &total);
}

/* Statements of income run on from subtotal to subtotal, others add up the
   subtotals; each is right if it fits. */
static void judge(struct footing *f, struct column *col, bool total)
{
	struct sum both = col->parts;
	col->above |= !total && !col->all.count;
	if (col->above && !total)
		return;
	both.value += col->part.value;
	both.units += col->part.units;
	both.count += col->part.count;
	both.unknown |= col->part.unknown;
	if (col->part.count)
		both.less = both.value;
	if (col->part.decimals > both.decimals)
		both.decimals = col->part.decimals;
	const struct sum *candidates[] = { total ? &both : &col->part,
		                           &col->rows, &col->onward,
		                           &col->all };
	if (total && !col->parts.count)
		candidates[0] = &col->rows;
	bool unknown = col->scaled && col->unscaled;
	for (size_t i = 0; i < COUNT(candidates); i++) {
		enum fit fit = fits(candidates[i], &col->number);
		if (fit == FIT)
			return;
		unknown |= fit == FIT_UNKNOWN;
	}
	if (!unknown && candidates[0]->count)
		say_sum(f, col, candidates[0], total ? "total" : "subtotal");
}

static void close_part(struct column *col, bool total)
{
	const struct sum none = { 0 };
	col->part = none;
	col->onward = none;
	if (total) {
		col->rows = none;
		col->parts = none;
	}
	if (!col->cell) {
		col->parts.unknown = true;
		col->onward.unknown = true;
		return;
	}
	add(&col->onward, &col->number);
	if (!total)
		add(&col->parts, &col->number);
}

static void add_row(struct column *col)
{
	struct sum *sums[] = { &col->part, &col->rows, &col->onward,
		               &col->all };
	for (size_t i = 0; i < COUNT(sums); i++)
		add(sums[i], &col->number);
}

static void spoil(struct column *col)
{
	col->part.unknown = true;
	col->rows.unknown = true;
	col->onward.unknown = true;
	col->all.unknown = true;
}

/* -- changes in percent --------------------------------------------------- */

static void say_change(struct footing *f, const struct column *col,
                       const struct number *from, const struct number *to)
{
	struct buf b[4] = { 0 };
	const struct number *p = &col->number;
	double change = 100 * (to->value - from->value) / from->value;
	buf_decimal(&b[0], from->value, from->decimals);
	buf_decimal(&b[1], to->value, to->decimals);
	buf_decimal(&b[2], change, p->decimals);
	buf_decimal(&b[3], p->value, p->decimals);
	diags_say(f->c->diags, CODE_TABLE_PERCENT, col->cell->at,
	          READERS_FORMATS,
	          "from %s to %s is a change of %s%%, the cell says %s%%",
	          buf_text(&b[0]), buf_text(&b[1]), buf_text(&b[2]),
	          buf_text(&b[3]));
	for (size_t i = 0; i < COUNT(b); i++)
		check_done(f->c, &b[i]);
}

/* Is it a change that these two can have, rounded as they are? */
static bool can_be(const struct number *p, const struct number *from,
                   const struct number *to)
{
	double a = magnitude(to->value);
	double b = magnitude(from->value);
	double slip = p->unit / 2 + 1e-9;
	double least = (a - to->unit / 2) / (b + from->unit / 2);
	double most = (a + to->unit / 2) / (b - from->unit / 2);
	return p->value + slip >= 100 * (least - 1) &&
	       p->value - slip <= 100 * (most - 1);
}

static void judge_change(struct footing *f, const struct column *col)
{
	const struct column *to = &f->columns[col->first];
	const struct column *from = &f->columns[col->second];
	if (!col->cell || !to->cell || !from->cell ||
	    to->has_scale != from->has_scale || col->has_scale)
		return;
	const struct number *a = &to->number;
	const struct number *b = &from->number;
	/* from a loss to a profit there is no percentage */
	if ((a->value > 0) != (b->value > 0) ||
	    magnitude(a->value) <= a->unit / 2 ||
	    magnitude(b->value) <= b->unit / 2)
		return;
	if (!can_be(&col->number, b, a) &&
	    !(col->either && can_be(&col->number, a, b)))
		say_change(f, col, b, a);
}

/* -- heads ---------------------------------------------------------------- */

static bool holds(struct span text, const char *word)
{
	struct span w = text_span(word);
	for (size_t i = 0; i + w.len <= text.len; i++)
		if (text_same((struct span){ text.at + i, w.len }, w))
			return true;
	return false;
}

static bool is_change(struct span head)
{
	static const char *const words[] = {
		"change",      "chg.",        "growth",      "increase",
		"variance",    "variation",   "δ",           "Δ",
		"+/-",         "+/−",         "±",           "veränderung",
		"veränd.",     "abweichung",  "wachstum",    "perubahan",
		"pertumbuhan", "kenaikan",    "évolution",   "variación",
		"crecimiento", "variação",    "crescimento", "variazione",
		"crescita",    "verandering", "mutatie",     "verschil",
		"förändring",  "endring",     "ændring",     "muutos",
		"zmiana",      "μεταβολή",    "التغير",      "增长",
		"增減",        "变动",        "変動",        "増減",
		"증감"
	};
	for (size_t i = 0; i < COUNT(words); i++)
		if (holds(head, words[i]))
			return true;
	return false;
}

/* 1900 to 2099, alone; 0: none, or several. */
static unsigned year_in(struct span head)
{
	unsigned found = 0;
	for (size_t i = 0; i < head.len;) {
		size_t n = 0;
		unsigned value = 0;
		while (i + n < head.len && text_is_digit(head.at[i + n]))
			value = value * 10 + (unsigned)(head.at[i + n++] - '0');
		if (n == 4 && value >= 1900 && value < 2100) {
			if (found && found != value)
				return 0;
			found = value;
		}
		i += n ? n : 1;
	}
	return found;
}

/* The text above a column; the lowest row of the head has it. */
static struct span head_of(struct footing *f, size_t col)
{
	const struct grid_cell *found = NULL;
	for (size_t i = 0; i < f->grid.cell_count; i++) {
		const struct grid_cell *cell = &f->grid.cells[i];
		if (f->grid.rows[cell->row].group != PRFMT_EL_THEAD)
			break;
		if (cell->col <= col && col < cell->col + cell->cols)
			found = cell;
	}
	if (!found)
		return (struct span){ "", 0 };
	put_text(&f->text, found->node);
	return buf_view(&f->text);
}

static void prepare(struct footing *f)
{
	size_t numbers = 0; /* since the last column of percents */
	size_t last[2] = { 0, 0 };
	for (size_t i = 0; i < f->grid.cols; i++) {
		struct column *col = &f->columns[i];
		bool number = grid_col_is_number(f->table, i);
		bool percent = number &&
		               !strcmp(grid_col_type(f->table, i), "percent");
		col->adds = number && !percent;
		if (col->adds) {
			last[0] = last[1];
			last[1] = i;
			numbers++;
		}
		if (!percent)
			continue;
		col->compares = numbers == 2 && is_change(head_of(f, i));
		numbers = 0;
		if (!col->compares)
			continue;
		unsigned first = year_in(head_of(f, last[0]));
		unsigned second = year_in(head_of(f, last[1]));
		col->either = !first || !second || first == second;
		col->first = last[!col->either && second > first];
		col->second = last[!(!col->either && second > first)];
	}
}

/* -- rows ----------------------------------------------------------------- */

/* "of which exports" is in the row above it already. */
static bool is_part(struct footing *f, const node *row)
{
	static const char *const words[] = {
		"of which",      "thereof",       "including", "davon",
		"darunter",      "di antaranya",  "termasuk",  "dont",
		"de los cuales", "de las cuales", "dos quais", "das quais",
		"di cui",        "waarvan",       "varav",     "hvorav",
		"heraf",         "joista",        "w tym"
	};
	const node *head = row->first;
	while (head && head->element != PRFMT_EL_TH &&
	       head->element != PRFMT_EL_TD)
		head = head->next;
	if (!head)
		return false;
	put_text(&f->text, head);
	struct span text = buf_view(&f->text);
	for (size_t i = 0; i < COUNT(words); i++) {
		struct span word = text_span(words[i]);
		if (text.len >= word.len &&
		    text_same((struct span){ text.at, word.len }, word))
			return true;
	}
	return false;
}

static void take_row(struct footing *f, const struct grid_row *row)
{
	for (size_t i = 0; i < f->grid.cols; i++)
		f->columns[i].cell = NULL;
	for (size_t i = row->first; i < row->first + row->count; i++) {
		const struct grid_cell *cell = &f->grid.cells[i];
		struct column *col = &f->columns[cell->col];
		if ((!col->adds && !col->compares) ||
		    cell->node->element != PRFMT_EL_TD)
			continue;
		bool single = cell->cols == 1 && cell->rows == 1;
		if (single && take_cell(f, cell->node, col))
			col->cell = cell->node;
		else if (!single || !text_all_blank(buf_view(&f->text)))
			spoil(col);
	}
}

static void foot_row(struct footing *f, const struct grid_row *row)
{
	struct span role = node_get_span(row->node, PRFMT_AT_ROLE);
	bool total = text_is(role, "total");
	bool subtotal = text_is(role, "subtotal");
	bool part = !total && !subtotal && is_part(f, row->node);
	take_row(f, row);
	for (size_t i = 0; i < f->grid.cols; i++) {
		struct column *col = &f->columns[i];
		if (col->compares)
			judge_change(f, col);
		if (!col->adds || part)
			continue;
		if (col->cell && (total || subtotal))
			judge(f, col, total);
		if (total || subtotal)
			close_part(col, total);
		else if (col->cell)
			add_row(col);
	}
}

/* Is there anything to add up or to compare? */
static bool is_wanted(const node *table)
{
	for (const node *k = table->first; k; k = k->next) {
		if (k->element == PRFMT_EL_COL &&
		    text_is(node_get_span(k, PRFMT_AT_TYPE), "percent"))
			return true;
		for (const node *r = node_child(k, PRFMT_EL_TR); r;
		     r = node_sibling(r, PRFMT_EL_TR))
			if (node_get(r, PRFMT_AT_ROLE))
				return true;
	}
	return false;
}

void rule_footing(struct check *c, const node *n)
{
	struct footing f = { .c = c,
		             .table = n,
		             .mark = lang_decimal(node_lang(n)) };
	if (!is_wanted(n))
		return;
	status st = grid_build(&f.grid, n);
	if (st) {
		c->status = st;
		return;
	}
	f.columns = mem_zero(f.grid.cols + 1, sizeof *f.columns);
	if (!f.columns) {
		c->status = PRFMT_ENOMEM;
		goto done;
	}
	prepare(&f);
	for (size_t i = 0; i < f.grid.row_count; i++)
		if (f.grid.rows[i].group != PRFMT_EL_THEAD)
			foot_row(&f, &f.grid.rows[i]);
done:
	mem_free(f.columns);
	check_done(c, &f.text);
	grid_free(&f.grid);
}
