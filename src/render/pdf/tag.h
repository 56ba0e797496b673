/* tag.h - the structure tree (PDF 1.7, 14.7) while it grows. */
#ifndef PDF_TAG_H
#define PDF_TAG_H

#include "base/arena.h"
#include "base/base.h"

enum tag_type {
	TAG_DOCUMENT,
	TAG_SECT,
	TAG_DIV,
	TAG_H1,
	TAG_H2,
	TAG_H3,
	TAG_P,
	TAG_L,
	TAG_LI,
	TAG_LBL,
	TAG_LBODY,
	TAG_BLOCKQUOTE,
	TAG_TABLE,
	TAG_CAPTION,
	TAG_THEAD,
	TAG_TBODY,
	TAG_TFOOT,
	TAG_TR,
	TAG_TH,
	TAG_TD,
	TAG_FIGURE,
	TAG_LINK,
	TAG_SPAN,
	TAG_NOTE,
	TAG_REFERENCE,
	TAG_CODE,
	TAG_TYPES
};

struct tag_mark { /* a piece of a page's content that belongs to a tag */
	struct tag_mark *next;
	uint64_t order;
	size_t page;
	size_t mcid;
};

struct tag {
	enum tag_type type;
	uint64_t order; /* among its siblings and the marks of its parent */
	struct tag *parent;
	struct tag *first;
	struct tag *last;
	struct tag *next;
	struct tag_mark *marks; /* last one first */
	const char *lang;  /* NULL: its parent's */
	const char *alt;   /* figure */
	const char *uri;   /* link: percent-encoded */
	const char *title; /* link: what it says; heading: bookmark */
	const char *scope; /* TH: "Column", "Row" or "Both" */
	size_t cols;       /* spans; 0 and 1: none */
	size_t rows;
	enum { LIST_NONE, LIST_DISC, LIST_DECIMAL } list; /* L: its numbers */
	bool has_box;      /* figure */
	double box[4];     /* left, bottom, right, top on its page */
	bool outlined;     /* heading that gets a bookmark */
	size_t page;       /* of the bookmark */
	double top;        /* of it, from below */
	unsigned object;   /* finish.c: its dictionary */
	struct tag_annot { /* finish.c: of a link, one a page */
		struct tag_annot *next;
		unsigned object;
		size_t page;
	} *annots;
};

const char *tag_name(enum tag_type t); /* "BlockQuote" */
/* NULL: no memory. */
struct tag *tag_add(struct arena *a, struct tag *parent, enum tag_type type,
                    uint64_t order) MUST_USE;
/* Next in document order below the root; NULL: no more. */
struct tag *tag_next(struct tag *t, const struct tag *root);

#endif
