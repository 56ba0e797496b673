/* theme.h - the look: faces, sizes and spaces by role. All in points. */
#ifndef THEME_THEME_H
#define THEME_THEME_H

#include "base/base.h"

enum style_id {
	STYLE_ISSUER,
	STYLE_ISSUER_LINE,
	STYLE_KIND,
	STYLE_STATE,
	STYLE_ISSUED,
	STYLE_EMBARGO_WORD,
	STYLE_EMBARGO_TIME,
	STYLE_EMBARGO_ZONE,
	STYLE_NOTICE,
	STYLE_KICKER,
	STYLE_HEADLINE,
	STYLE_SUBHEAD,
	STYLE_AUTHOR,
	STYLE_SUMMARY,
	STYLE_FACT,
	STYLE_LEAD,
	STYLE_BODY,
	STYLE_H2,
	STYLE_H3,
	STYLE_QUOTE,
	STYLE_SPEAKER,
	STYLE_ASIDE,
	STYLE_PRE,
	STYLE_TABLE,
	STYLE_TABLE_HEAD,
	STYLE_TABLE_TOTAL,
	STYLE_TABLE_CAPTION,
	STYLE_CAPTION,
	STYLE_CREDIT,
	STYLE_NOTE,
	STYLE_ENDMARK,
	STYLE_BACK_HEAD,
	STYLE_BACK,
	STYLE_BACK_LABEL,
	STYLE_RUNNING,
	STYLE_FOOT,
	STYLE_COUNT
};

enum { FACE_BOLD = 1, FACE_ITALIC = 2, FACE_MONO = 4 };

struct style {
	unsigned face;   /* FACE_ bits */
	double size;
	double leading;
	double track;    /* letter-spacing, em */
	double before;   /* space above the block; the larger one counts */
	double after;
	bool balanced;   /* lines of like length, no break at a hyphen */
};

struct paper {
	const char *name; /* "a4" */
	double width;
	double height;
	double start;     /* margin at the side where lines start */
	double first_top; /* of the text on page 1 */
	double top;       /* and on the others */
	double bottom;    /* where the text ends, from above */
	double head;      /* top of the running head's line */
	double foot;      /* bottom of the foot's line, from below */
};

struct theme {
	const char *serif; /* family list */
	const char *mono;
	double measure;    /* width of the text */
	double leading;    /* of the body; half of it is the rhythm */
	struct style styles[STYLE_COUNT];
	const struct paper *papers;
	size_t paper_count;
};

const struct theme *theme_plain(void);
const struct paper *theme_paper(const struct theme *t, const char *name);

#endif
