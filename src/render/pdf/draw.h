/* draw.h - pages in; cairo's PDF and what lies on each page of it out. */
#ifndef PDF_DRAW_H
#define PDF_DRAW_H

#include "base/base.h"
#include "base/buf.h"
#include "render/pdf/layout.h"

struct link_rect { /* one line of a link; y from above */
	struct tag *tag;
	size_t page;
	double left, top, right, bottom;
};

struct drawn_page {
	struct tag **owners;  /* by MCID; NULL: an artifact */
	size_t owner_count;
	size_t owner_cap;
	struct tag **figures; /* by order of painting; NULL: decoration */
	size_t figure_count;
	size_t figure_cap;
};

struct drawn {
	struct buf pdf;
	struct drawn_page *pages;
	size_t page_count;
	struct link_rect *links;
	size_t link_count;
	size_t link_cap;
};

status draw_pages(struct layout *l, const struct pages *pages,
                  struct drawn *out) MUST_USE;
void drawn_free(struct drawn *d);

#endif
