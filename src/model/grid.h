/* grid.h - where the cells of a table lie, spans worked out (HTML, 4.9.12). */
#ifndef MODEL_GRID_H
#define MODEL_GRID_H

#include "base/base.h"
#include "model/node.h"

struct grid_cell {
	const node *node; /* th or td */
	size_t row;
	size_t col;
	size_t rows; /* rowspan, cut at the end of its group */
	size_t cols;
	bool cut;     /* the rowspan asked for more rows than the group has */
	bool overlap; /* lies on a cell that comes from above */
};

struct grid_row {
	const node *node;  /* tr */
	prfmt_element group; /* thead, tbody or tfoot */
	size_t first; /* index of its first cell in cells */
	size_t count;
	size_t width; /* columns it fills */
};

struct grid {
	struct grid_cell *cells; /* in the order of the source */
	size_t cell_count;
	size_t cell_cap;
	struct grid_row *rows;
	size_t row_count;
	size_t row_cap;
	size_t cols;
};

enum { GRID_COLS_MOST = 256 }; /* further cells are cut: see check */

status grid_build(struct grid *g, const node *table) MUST_USE;
void grid_free(struct grid *g);
/* The col element of a column, NULL: none. */
const node *grid_col(const node *table, size_t col);
/* The type of a column, "text" unless its col says otherwise. */
const char *grid_col_type(const node *table, size_t col);
bool grid_col_is_number(const node *table, size_t col);

#endif
