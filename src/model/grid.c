/* grid.c - rows of th and td in, cells with rows and columns out. */
#include "model/grid.h"

#include "base/alloc.h"
#include "base/text.h"

#include <string.h>

struct filler {
	struct grid *grid;
	size_t open[GRID_COLS_MOST]; /* rows a cell from above still fills */
	size_t rows_left;            /* in this group, with this one */
};

static size_t span_of(const node *cell, prfmt_attr a, size_t most)
{
	uint64_t span = 1;
	if (!text_uint(node_get_span(cell, a), &span) || !span)
		span = 1;
	return span < most ? (size_t)span : most;
}

static bool is_cell(const node *n)
{
	return n->element == PRFMT_EL_TH || n->element == PRFMT_EL_TD;
}

static bool is_group(const node *n)
{
	return n->element == PRFMT_EL_THEAD || n->element == PRFMT_EL_TBODY ||
	       n->element == PRFMT_EL_TFOOT;
}

static status put_cell(struct filler *f, const node *n, size_t *col)
{
	struct grid *g = f->grid;
	while (*col < GRID_COLS_MOST && f->open[*col])
		(*col)++;
	if (*col == GRID_COLS_MOST)
		return PRFMT_OK;
	void *cells = g->cells;
	if (!mem_room(&cells, g->cell_count, &g->cell_cap, sizeof *g->cells))
		return PRFMT_ENOMEM;
	g->cells = cells;
	size_t wanted = span_of(n, PRFMT_AT_ROWSPAN, SIZE_MAX);
	struct grid_cell c = {
		.node = n,
		.row = g->row_count - 1,
		.col = *col,
		.rows = wanted < f->rows_left ? wanted : f->rows_left,
		.cols = span_of(n, PRFMT_AT_COLSPAN, GRID_COLS_MOST - *col),
		.cut = wanted > f->rows_left,
	};
	for (size_t i = 0; i < c.cols; i++) {
		c.overlap |= f->open[*col + i] > 0;
		f->open[*col + i] = c.rows;
	}
	*col += c.cols;
	g->cols = *col > g->cols ? *col : g->cols;
	g->cells[g->cell_count++] = c;
	g->rows[g->row_count - 1].count++;
	return PRFMT_OK;
}

static status put_row(struct filler *f, const node *tr, prfmt_element group)
{
	struct grid *g = f->grid;
	void *rows = g->rows;
	if (!mem_room(&rows, g->row_count, &g->row_cap, sizeof *g->rows))
		return PRFMT_ENOMEM;
	g->rows = rows;
	g->rows[g->row_count++] = (struct grid_row){
		.node = tr, .group = group, .first = g->cell_count };
	size_t col = 0;
	for (const node *c = tr->first; c; c = c->next) {
		status st = is_cell(c) ? put_cell(f, c, &col) : PRFMT_OK;
		if (st)
			return st;
	}
	size_t width = 0;
	for (size_t i = 0; i < GRID_COLS_MOST; i++) {
		if (!f->open[i])
			continue;
		width = i + 1;
		f->open[i]--;
	}
	g->rows[g->row_count - 1].width = width;
	f->rows_left--;
	return PRFMT_OK;
}

status grid_build(struct grid *g, const node *table)
{
	*g = (struct grid){ 0 };
	struct filler f = { .grid = g };
	for (const node *group = table->first; group; group = group->next) {
		if (!is_group(group))
			continue;
		memset(f.open, 0, sizeof f.open);
		f.rows_left = node_count(group, PRFMT_EL_TR);
		for (const node *tr = node_child(group, PRFMT_EL_TR); tr;
		     tr = node_sibling(tr, PRFMT_EL_TR)) {
			status st = put_row(&f, tr, group->element);
			if (st) {
				grid_free(g);
				return st;
			}
		}
	}
	return PRFMT_OK;
}

void grid_free(struct grid *g)
{
	mem_free(g->cells);
	mem_free(g->rows);
	*g = (struct grid){ 0 };
}

/* No col stands behind a group: this is asked for each cell, and there may be
   as many groups. */
const node *grid_col(const node *table, size_t col)
{
	for (const node *c = table->first; c && !is_group(c); c = c->next)
		if (c->element == PRFMT_EL_COL && !col--)
			return c;
	return NULL;
}

const char *grid_col_type(const node *table, size_t col)
{
	const char *type = node_get(grid_col(table, col), PRFMT_AT_TYPE);
	return type ? type : "text";
}

bool grid_col_is_number(const node *table, size_t col)
{
	struct span type = text_span(grid_col_type(table, col));
	return text_is(type, "number") || text_is(type, "currency") ||
	       text_is(type, "percent");
}
