/* layout.h - a release in; strips of measured ops, then pages of them, out.
   Nothing is drawn here. All lengths are points, y grows downwards. */
#ifndef PDF_LAYOUT_H
#define PDF_LAYOUT_H

#include "base/arena.h"
#include "render/job.h"
#include "render/pdf/fonts.h"
#include "render/pdf/paragraph.h"
#include "render/pdf/tag.h"
#include "theme/theme.h"

#include <cairo.h>

enum op_type { OP_RUN, OP_RULE, OP_BOX, OP_FILL, OP_IMAGE };

struct op {
	struct op *next;
	enum op_type type;
	double x; /* from the frame's left; OP_RUN: where its glyphs begin */
	double y; /* from the strip's top; OP_RUN: the baseline */
	double width;
	double height;
	double thick;               /* rule, box */
	enum hue hue;
	const struct para_run *run;
	const char *text;           /* the run's paragraph */
	struct tag *tag;            /* NULL: an artifact */
	uint64_t order;
	double line_top;            /* run: of its line, for links */
	double line_height;
	cairo_surface_t *image;     /* owned by the layout */
	int orientation;            /* EXIF */
};

struct ops {
	struct op *first;
	struct op *last;
};

/* Behind or beside strips that follow one another: drawn page by page from the
   first one's top to the last one's bottom. */
struct band {
	double x;
	double width;
	enum hue hue;
};

/* What a page break may not cut: one line, one table row's line, a box. */
struct strip {
	struct ops ops;
	double before; /* above it; the larger of this and `after` counts */
	double after;  /* of the strip above */
	double height;
	bool keep;     /* together with the next one */
	bool grid;     /* starts on a half line */
	bool barrier;  /* no picture may move past it */
	size_t moving; /* > 0: it and the following, in all so many, are a
	                  picture that may move to the next page's head */
	const struct flow *head;  /* repeated above it at a page's head */
	struct note *notes;       /* marked in it */
	const struct band *band;  /* NULL: none */
};

struct flow {
	struct strip *strips;
	size_t count;
	size_t cap;
};

struct note { /* at the foot of the page of its mark */
	struct note *next;     /* in its strip */
	struct note *all_next; /* among all */
	size_t number;
	size_t offset; /* of its mark in the paragraph */
	const node *node;
	struct tag *tag;
	struct flow flow;
	bool laid;
};

struct layout {
	struct job *job;
	const struct theme *theme;
	const struct paper *paper;
	PangoContext *context;
	struct arena arena;
	struct para *paras; /* all, to be freed */
	size_t para_count;
	size_t para_cap;
	cairo_surface_t **images;
	size_t image_count;
	size_t image_cap;
	struct tag *root;   /* Document */
	struct tag *here;   /* where blocks go */
	struct flow body;
	struct flow *flow;  /* strips go here: body, a note, a table's head */
	struct note *all_notes; /* last one first */
	double base;        /* hanging column, where the text begins */
	double start;       /* indents in force, from the frame */
	double end;
	uint64_t sequence;  /* of paragraphs */
	size_t note_count;
	struct para_text label; /* hangs before the next line */
	struct tag *label_tag;
	double label_hang;
	struct place at;    /* in the source: what is being laid out */
	double label_at;    /* from the hang's start */
	const struct band *band; /* of the strips that come */
	size_t beside;      /* the strip from which text stands in the hanging
	                       column */
	double beside_height; /* 0: none does */
	bool rtl;
	status status;      /* sticks */
};

status layout_start(struct layout *l, struct job *j,
                    struct fonts *fonts) MUST_USE;
void layout_free(struct layout *l);
/* The whole release into l->body. */
status layout_release(struct layout *l) MUST_USE;

/* -- inside layout*.c ----------------------------------------------------- */

struct set { /* how a paragraph becomes strips */
	enum style_id style;
	double before;
	double after;
	enum para_align align;
	bool keep_next;  /* its last line with what follows */
	bool whole;      /* all its lines together */
	bool loose;      /* off the half-line grid */
	double indent;   /* of the first line */
};

void layout_fail(struct layout *l, status st);
/* In the arena; NULL: failed. */
const char *layout_copy(struct layout *l, const char *text);
double layout_width(const struct layout *l); /* between the indents */
double layout_left(const struct layout *l);
uint64_t layout_order(struct layout *l); /* of the next block */
struct tag *layout_tag(struct layout *l, struct tag *parent,
                       enum tag_type type);
const struct style *layout_style(const struct layout *l, enum style_id id);

/* Text of a node with its inline elements; tags go below `tag`. Footnotes met
   are chained to *notes. */
void layout_inline(struct layout *l, struct para_text *t, const node *n,
                   struct tag *tag, enum style_id style, uint64_t order,
                   struct note **notes);
void layout_words(struct layout *l, struct para_text *t, struct span text,
                  enum style_id style, unsigned face, struct tag *tag);
/* The same with a link; where the address cannot be one, text alone. What is
   no wider than `room` is not broken. */
void layout_link(struct layout *l, struct para_text *t, struct span text,
                 enum style_id style, struct tag *tag, uint64_t order,
                 const char *href, double room);
/* The label that hangs before the next line. */
void layout_label(struct layout *l, struct span text, enum style_id style,
                  unsigned face, enum hue hue, double hang, double at);
/* A line ends here, as at a br. */
void layout_newline(struct layout *l, struct para_text *t,
                    const struct para_span *as);
/* Width of words on one line. */
double layout_natural(struct layout *l, struct span text, enum style_id style,
                      unsigned face);
/* Sets it and keeps it; NULL: failed or no text. ALIGN_START: the style's. */
struct para *layout_set(struct layout *l, const struct para_text *t,
                        enum style_id style, enum para_align align,
                        double width, double indent, const char *lang,
                        struct tag *tag);
/* In a size between the style's and `least` in which it fits one line, if one
   does. */
struct para *layout_set_fitted(struct layout *l, const struct para_text *t,
                               enum style_id style, double width,
                               double least, struct tag *tag);
/* One line of a paragraph as ops of a strip. */
void layout_line(struct layout *l, struct ops *ops, const struct para *p,
                 size_t line, double x, double y, uint64_t order);
/* All lines; the height they take. */
double layout_lines(struct layout *l, struct ops *ops, const struct para *p,
                    double x, double y, uint64_t order);
/* Nothing where the rule has no thickness. */
void layout_rule(struct layout *l, struct ops *ops, double x, double y,
                 double width, struct stroke rule);
void layout_fill(struct layout *l, struct ops *ops, double x, double y,
                 double width, double height, enum hue hue);
/* Frame or rules of a box round a strip's text; a tint's rule. */
void layout_box(struct layout *l, struct ops *ops, const struct box *box,
                double x, double y, double width, double height);
/* A tint's band; NULL: it has none. */
const struct band *layout_band(struct layout *l, const struct box *box,
                               double x, double width);
/* Ops as text in the hanging column, beside the strips from `first` on. */
void layout_beside(struct layout *l, size_t first, struct ops *ops,
                   double height);
/* What comes now needs the hanging column: below what stands in it. */
void layout_clear(struct layout *l);
/* The whole frame, and the text's column again. */
void layout_widen(struct layout *l);
void layout_narrow(struct layout *l);
struct strip *layout_strip(struct layout *l, const struct strip *s);
/* A paragraph as strips of the flow, one a line. */
void layout_paragraph(struct layout *l, const struct para_text *t,
                      struct tag *tag, const char *lang, uint64_t order,
                      struct note *notes, const struct set *how);
/* A paragraph of words that we compose. */
void layout_sentence(struct layout *l, struct span text, enum tag_type type,
                     const struct set *how);
/* A sentence on lines of a strip that stands already: below *y, which moves
   down by what it took. */
void layout_put(struct layout *l, struct strip *s, struct span text,
                enum style_id style, enum para_align align, double x,
                double width, double *y);
void layout_node(struct layout *l, const node *n, enum tag_type type,
                 const struct set *how);

void layout_blocks(struct layout *l, const node *top); /* layout_body.c */
void layout_head(struct layout *l);
void layout_letterhead(struct layout *l);
void layout_back(struct layout *l);
void layout_table(struct layout *l, const node *table);
void layout_figure(struct layout *l, const node *figure);
/* The picture, NULL where it cannot be had (then said). */
cairo_surface_t *layout_image(struct layout *l, const node *img,
                              struct image *info);

/* -- pages ---------------------------------------------------------------- */

struct placed {
	const struct ops *ops;
	double y; /* of the strip's top on the page */
};

struct page {
	struct placed *items;
	size_t count;
	size_t cap;
	struct ops head; /* running head and foot, on the whole page */
};

struct pages {
	struct page *pages;
	size_t count;
	size_t cap;
};

status pages_break(struct layout *l, struct pages *out) MUST_USE;
status pages_furnish(struct layout *l, struct pages *p) MUST_USE; /* heads */
void pages_free(struct pages *p);

#endif
