/* html_table.c - a table and its grid in, a scrolling table with scopes and
   numbers that stand under one another out. */
#include "render/html/html.h"

#include "base/alloc.h"
#include "base/text.h"
#include "model/grid.h"
#include "render/words.h"

#include <string.h>

enum { MISSING_MOST = 4 }; /* digits that a cell may be filled up by */

struct column {
	bool number;
	bool bracket;      /* a cell of it ends with one */
	bool mark;         /* a cell of it has a decimal mark */
	unsigned fraction; /* digits of the longest */
};

struct table_frame {
	const node *table;
	struct grid grid;
	size_t row;  /* the next one */
	size_t cell; /* the next one */
	size_t cols;
	char mark; /* decimal */
	struct column columns[GRID_COLS_MOST];
};

static struct table_frame *top(const struct page *p)
{
	return p->table_depth ? p->tables[p->table_depth - 1] : NULL;
}

static void frame_free(struct table_frame *f)
{
	grid_free(&f->grid);
	mem_free(f);
}

void html_tables_free(struct page *p)
{
	while (p->table_depth)
		frame_free(p->tables[--p->table_depth]);
	mem_free((void *)p->tables);
	p->tables = NULL;
}

/* -- numbers -------------------------------------------------------------- */

struct number {
	bool is_number; /* it has a digit */
	bool bracket;   /* ends with ) */
	bool mark;
	unsigned fraction;
};

/* Only a cell that is one text takes part. */
static struct number number_of(const node *cell, char mark)
{
	struct number n = { 0 };
	const node *text = cell->first;
	if (!text || text->next || text->element != PRFMT_EL_TEXT)
		return n;
	struct span s = text_trim((struct span){ text->text, text->len });
	unsigned marks = 0;
	for (size_t i = 0; i < s.len; i++) {
		bool digit = text_is_digit(s.at[i]);
		n.is_number |= digit;
		if (s.at[i] == mark) {
			marks++;
			n.fraction = 0;
			for (size_t k = i + 1;
			     k < s.len && text_is_digit(s.at[k]); k++)
				n.fraction++;
		}
	}
	n.mark = marks == 1 && n.fraction;
	if (!n.mark)
		n.fraction = 0;
	n.bracket = n.is_number && s.len && s.at[s.len - 1] == ')';
	return n;
}

static void measure(struct table_frame *f)
{
	for (size_t i = 0; i < f->cols; i++)
		f->columns[i].number = grid_col_is_number(f->table, i);
	for (size_t i = 0; i < f->grid.cell_count; i++) {
		const struct grid_cell *c = &f->grid.cells[i];
		struct column *col = &f->columns[c->col];
		if (c->node->element != PRFMT_EL_TD || !col->number)
			continue;
		struct number n = number_of(c->node, f->mark);
		col->bracket |= n.bracket;
		col->mark |= n.mark;
		if (n.fraction > col->fraction)
			col->fraction = n.fraction;
	}
}

/* -- table ---------------------------------------------------------------- */

static status frame_push(struct page *p, const node *table)
{
	void *tables = (void *)p->tables;
	if (!mem_room(&tables, p->table_depth, &p->table_cap,
	              sizeof *p->tables))
		return PRFMT_ENOMEM;
	p->tables = tables;
	struct table_frame *f = mem_zero(1, sizeof *f);
	if (!f)
		return PRFMT_ENOMEM;
	f->table = table;
	f->mark = lang_decimal(node_lang(table));
	status st = grid_build(&f->grid, table);
	if (st) {
		frame_free(f);
		return st;
	}
	f->cols = f->grid.cols < GRID_COLS_MOST ? f->grid.cols : GRID_COLS_MOST;
	measure(f);
	p->tables[p->table_depth++] = f;
	return PRFMT_OK;
}

bool html_table_enter(struct page *p, const node *table)
{
	status st = frame_push(p, table);
	if (st) {
		html_fail(p, st);
		return false;
	}
	struct buf caption = { 0 };
	p->table_count++;
	html_open(p, "div", "pr-table");
	markup_attr(&p->m, "role", "region");
	markup_attr(&p->m, "tabindex", "0");
	if (node_child(table, PRFMT_EL_CAPTION)) {
		html_id(p, &caption, false, "caption", p->table_count);
		markup_attr(&p->m, "aria-labelledby", buf_text(&caption));
	} else {
		markup_attr(&p->m, "aria-label",
		            lang_label(p->job->lang, LABEL_TABLE_SCROLL));
	}
	html_open(p, "table", NULL);
	html_common(p, table);
	html_drop(p, &caption);
	return true;
}

void html_table_leave(struct page *p, const node *table)
{
	(void)table;
	html_close(p);
	html_close(p);
	frame_free(p->tables[--p->table_depth]);
}

/* All col elements at the first one: what the columns hold, for machines. */
bool html_cols(struct page *p, const node *col)
{
	const struct table_frame *f = top(p);
	const node *c = node_child(f->table, PRFMT_EL_COL);
	if (col != c || !f->cols)
		return false;
	html_open(p, "colgroup", NULL);
	for (size_t i = 0; c && i < f->cols; i++) {
		markup_line(&p->m);
		markup_void(&p->m, "col");
		markup_attr(&p->m, "data-type", node_get(c, PRFMT_AT_TYPE));
		markup_attr(&p->m, "data-unit", node_get(c, PRFMT_AT_UNIT));
		markup_close_void(&p->m);
		c = node_sibling(c, PRFMT_EL_COL);
	}
	html_close(p);
	return false;
}

/* -- rows ----------------------------------------------------------------- */

bool html_row_enter(struct page *p, const node *tr)
{
	struct table_frame *f = top(p);
	struct span role = node_get_span(tr, PRFMT_AT_ROLE);
	const char *class = NULL;
	if (text_is(role, "total"))
		class = "pr-total";
	else if (text_is(role, "subtotal"))
		class = "pr-subtotal";
	f->row++;
	html_open(p, "tr", class);
	html_common(p, tr);
	return true;
}

/* A row that is too short is filled up, so that columns stay columns. */
void html_row_leave(struct page *p, const node *tr)
{
	const struct table_frame *f = top(p);
	(void)tr;
	size_t width = f->row <= f->grid.row_count
	                       ? f->grid.rows[f->row - 1].width
	                       : f->cols;
	for (; width < f->cols; width++) {
		html_open(p, "td", NULL);
		markup_close(&p->m);
	}
	html_close(p);
}

/* -- cells ---------------------------------------------------------------- */

static bool all_numbers(const struct table_frame *f, const struct grid_cell *c)
{
	for (size_t i = c->col; i < c->col + c->cols; i++)
		if (i < f->cols && !f->columns[i].number)
			return false;
	return true;
}

static void add_class(struct buf *out, const char *name)
{
	if (out->len)
		buf_byte(out, ' ');
	buf_puts(out, name);
}

static void number_classes(struct buf *out, const struct table_frame *f,
                           const struct grid_cell *c)
{
	const struct column *col = &f->columns[c->col + c->cols - 1];
	struct number n = number_of(c->node, f->mark);
	add_class(out, "pr-number");
	if (col->bracket)
		add_class(out, "pr-slot");
	if (c->node->element != PRFMT_EL_TD || !n.is_number)
		return;
	unsigned missing = col->fraction - n.fraction;
	if (missing > MISSING_MOST)
		missing = MISSING_MOST;
	if (missing) {
		add_class(out, "pr-less-");
		buf_uint(out, missing);
	}
	if (col->mark && !n.mark)
		add_class(out, "pr-no-mark");
}

static void align_class(struct buf *out, const struct table_frame *f,
                        const struct grid_cell *c)
{
	static const struct {
		const char *align;
		const char *class;
	} aligns[] = { { "start", "pr-start" },
		       { "center", "pr-center" },
		       { "end", "pr-end" } };
	const char *align =
		node_get(grid_col(f->table, c->col), PRFMT_AT_ALIGN);
	for (size_t i = 0; align && i < COUNT(aligns); i++)
		if (!strcmp(align, aligns[i].align))
			add_class(out, aligns[i].class);
}

static const char *scope_of(const struct table_frame *f, const node *th)
{
	const char *given = node_get(th, PRFMT_AT_SCOPE);
	if (given)
		return given;
	return f->grid.rows[f->row - 1].group == PRFMT_EL_THEAD ? "col" : "row";
}

/* A head without words is no head for those who listen. */
static const char *cell_tag(const node *cell)
{
	return cell->element == PRFMT_EL_TH && cell->first ? "th" : "td";
}

/* The closing bracket hangs in the slot behind the digits. */
static void hung_text(struct page *p, const node *text)
{
	struct span s = text_trim((struct span){ text->text, text->len });
	markup_text(&p->m, (struct span){ s.at, s.len - 1 });
	markup_open(&p->m, "span");
	markup_attr(&p->m, "class", "pr-hang");
	markup_puts(&p->m, ")");
	markup_close(&p->m);
}

static bool has_data(const node *cell)
{
	return node_get(cell, PRFMT_AT_VALUE) && !node_is_blockish(cell);
}

static void cell_open(struct page *p, const struct table_frame *f,
                      const struct grid_cell *c)
{
	const char *tag = cell_tag(c->node);
	struct buf class = { 0 };
	if (f->columns[c->col].number && all_numbers(f, c) &&
	    !node_is_blockish(c->node))
		number_classes(&class, f, c);
	else
		align_class(&class, f, c);
	html_open(p, tag, class.len ? buf_text(&class) : NULL);
	html_common(p, c->node);
	if (!strcmp(tag, "th"))
		markup_attr(&p->m, "scope", scope_of(f, c->node));
	if (c->cols > 1)
		markup_attr_uint(&p->m, "colspan", c->cols);
	if (c->rows > 1)
		markup_attr_uint(&p->m, "rowspan", c->rows);
	if (has_data(c->node)) {
		markup_open(&p->m, "data");
		markup_attr(&p->m, "value", node_get(c->node, PRFMT_AT_VALUE));
	}
	html_drop(p, &class);
}

bool html_cell_enter(struct page *p, const node *cell)
{
	struct table_frame *f = top(p);
	if (f->cell >= f->grid.cell_count ||
	    f->grid.cells[f->cell].node != cell)
		return false; /* past the last column that there may be */
	const struct grid_cell *c = &f->grid.cells[f->cell++];
	cell_open(p, f, c);
	if (node_is_blockish(cell))
		return true;
	struct number n = number_of(cell, f->mark);
	if (f->columns[c->col].number && n.bracket &&
	    cell->element == PRFMT_EL_TD)
		hung_text(p, cell->first);
	else
		html_inline(p, cell);
	if (has_data(cell))
		markup_close(&p->m);
	markup_close(&p->m);
	return false;
}

/* Only of a cell that holds blocks. */
void html_cell_leave(struct page *p, const node *cell)
{
	(void)cell;
	html_close(p);
}
