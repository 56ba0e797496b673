/* paragraph.h - text with attributes and a width in, lines of runs out. What
   breaks and shapes is hidden behind it. */
#ifndef PDF_PARAGRAPH_H
#define PDF_PARAGRAPH_H

#include "base/arena.h"
#include "base/buf.h"
#include "render/pdf/tag.h"
#include "theme/theme.h"

#include <pango/pango.h>

enum { SHIFT_NONE, SHIFT_SUP, SHIFT_SUB };

struct para_span { /* a stretch of text set alike */
	size_t from;
	size_t to;
	unsigned face;     /* FACE_ bits, all of them */
	enum hue hue;
	int shift;
	const char *lang;  /* NULL: the paragraph's */
	struct tag *tag;   /* NULL: the paragraph's own */
	double track;
	bool no_break;     /* keep on one line */
	bool hidden;       /* breaks the line, is never drawn */
};

struct para_text { /* grows; text_span() of it may be taken at the end */
	struct buf text;
	struct para_span *spans; /* in order, none overlap */
	size_t count;
	size_t cap;
};

enum para_align {
	ALIGN_START,
	ALIGN_CENTER,
	ALIGN_END,
	/* these two run left to right on every page; layout_set knows them */
	ALIGN_NUMBER, /* at the right */
	ALIGN_ADDRESS /* where lines start */
};

struct para_run {
	PangoGlyphItem *glyphs; /* owned by the layout */
	size_t offset;          /* in the text */
	double x;               /* from the start edge of the paragraph */
	double width;
	double rise;            /* above the baseline */
	struct tag *tag;
	bool ink;               /* false: white space alone */
	bool hidden;
	enum hue hue;
};

struct para_line {
	struct para_run *runs; /* in reading order */
	size_t count;
	double width;
	size_t from;           /* bytes of the text it holds */
	size_t to;
};

struct para {
	PangoLayout *layout;  /* freed by para_free */
	const char *text;     /* the layout's own copy */
	struct para_line *lines;
	size_t count;
	double width;         /* of the longest line */
	uint32_t missing;     /* first code point that no font has; 0: none */
	const struct style *style;
};

struct para_setting {
	const struct theme *theme;
	const struct style *style;
	const char *lang;
	bool rtl;
	double width;
	double indent;        /* of the first line; negative: of the others */
	enum para_align align;
	bool justified;
	struct tag *tag;
};

void para_text_free(struct para_text *t);
/* Adds text in a span; spans of the same kind grow. */
status para_add(struct para_text *t, struct span text,
                const struct para_span *as) MUST_USE;
/* Lines and runs are in the arena. */
status para_set(struct para *p, PangoContext *context, struct arena *arena,
                const struct para_text *t,
                const struct para_setting *how) MUST_USE;
void para_free(struct para *p);
/* Width of the text on one line; 0 where it is empty. */
double para_natural(PangoContext *context, const struct para_text *t,
                    const struct para_setting *how);

#endif
