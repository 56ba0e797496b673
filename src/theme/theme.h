/* theme.h - the look: faces, colours, sizes and spaces by role, as data that
   the layouters read. In points where nothing else is said. */
#ifndef THEME_THEME_H
#define THEME_THEME_H

#include "base/arena.h"
#include "base/base.h"
#include "lang/label.h"

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
	/* words within a line of another style: their face and colour */
	STYLE_SPEAKER_NAME,
	STYLE_CONTACT_NAME,
	STYLE_TYPE,         /* of an attachment */
	STYLE_MEDIA_LABEL,  /* "Video:" */
	STYLE_RUNNING_NAME,
	STYLE_FOOT_STATE,
	STYLE_COUNT
};

/* FACE_BOLD alone is the theme's strong weight. */
enum {
	FACE_BOLD = 1,
	FACE_ITALIC = 2,
	FACE_MONO = 4,
	FACE_HEAD = 8,    /* the family of heads */
	FACE_MEDIUM = 16, /* weight 500 */
	FACE_HEAVY = 32   /* weight 700, whatever strong is */
};

enum hue {
	HUE_INK,
	HUE_MUTED,
	HUE_ACCENT,
	HUE_LINK,
	HUE_RULE,
	HUE_HAIR,  /* rules that carry no meaning */
	HUE_PAPER,
	HUE_TINT,  /* the ground of a tinted box */
	HUE_COUNT
};

/* Light and dark are the web page's; print is the PDF's and the printed web
   page's. */
enum palette { PALETTE_LIGHT, PALETTE_DARK, PALETTE_PRINT, PALETTE_COUNT };

enum side { SIDE_START, SIDE_CENTRE, SIDE_END };

struct style {
	unsigned face;   /* FACE_ bits */
	double size;
	double leading;
	double track;    /* letter-spacing, em */
	double before;   /* space above the block; the larger one counts */
	double after;
	bool balanced;   /* lines of like length, no break at a hyphen */
	enum hue hue;
	enum side side;
	bool justified;  /* where the theme is */
	bool tabular;    /* figures of one width */
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
enum { PAPER_A4, PAPER_LETTER, PAPER_COUNT };

struct stroke {
	double thick; /* 0: there is none */
	enum hue hue;
};

/* Of letterhead and release line: at the start; centred; name beside the
   logo, and the release line in the hanging column. */
enum head_layout { HEAD_START, HEAD_CENTRE, HEAD_COLUMN };

struct letterhead {
	enum head_layout layout;
	double logo_height;
	double logo_width;  /* at most */
	double logo_gap;    /* to the text */
	double pair;        /* HEAD_CENTRE: side of each of two logos */
	double pair_gap;
	double least;       /* height of it all */
	double name_gap;    /* HEAD_CENTRE: name to address */
	double name_least;  /* size down to which a name goes to fit a line */
	double under;       /* text to rule */
	struct stroke rule;
	double white;       /* to a second rule; 0: there is none */
	struct stroke second;
};

struct status_look { /* kind, release line, dates, reference */
	bool capitals;      /* the labels' own */
	bool foot_capitals; /* of the release line in the foot */
	double before;
	double kind_gap;    /* under the kind */
	double row_gap;
	double state_gap;   /* HEAD_CENTRE: over the release line, the last */
	double under;
	struct stroke rule;
};

enum box_kind {
	BOX_FRAME, /* a rule all round */
	BOX_RULES, /* above and below */
	BOX_TINT   /* a tint, and a rule above */
};
enum box_id { BOX_EMBARGO, BOX_NOTICE, BOX_ASIDE, BOX_CONTACTS, BOX_COUNT };

struct box {
	enum box_kind kind;
	struct stroke rule;
	double top; /* padding */
	double side;
	double bottom;
	double before; /* space above, where no style has it */
	enum side text;
};

struct facts_look {
	const char *mark; /* NULL: none */
	double hang;      /* mark to text */
	double indent;
	double before;
	double top; /* padding between rule and text */
	double bottom;
	struct stroke rule; /* round all; thick 0: none */
	bool each;        /* round each fact */
};

struct list_look {
	const char *mark;
	enum hue hue;     /* of mark and figure */
	unsigned figure;  /* face of a figure */
	const char *stop; /* behind a figure */
	double at;        /* where the mark stands */
	double hang;
	double attachment; /* hang of an attachment; 0: no mark */
};

struct quote_look {
	double start; /* indents */
	double end;
	double block_start; /* of a blockquote */
	double block_end;
	struct stroke bar;    /* at the start side */
	const char *dash;   /* before the speaker, "" for none */
	double speaker_gap;
	bool split; /* a long speaker's name has a line of its own */
};

struct table_look {
	double number_width; /* of a number column, at least */
	double number_narrow; /* where the table has not the whole frame */
	size_t wide_from;    /* number columns that need the frame; 0: never */
	double head_top;     /* padding */
	double head_bottom;
	double cell_pad;
	double first_pad; /* above the first row */
	struct stroke above;
	struct stroke head;  /* below the head */
	struct stroke row;   /* below each row */
	struct stroke subtotal_above;
	struct stroke subtotal_below;
	struct stroke total_above;
	struct stroke last; /* below the last row */
	double caption_after;
};

struct web_look { /* the page on a screen; what points cannot say */
	double size;    /* rem */
	double leading;
	double measure; /* rem */
	double print_leading;
	const char *const *sheet; /* rules beside the common ones; NULL: none */
	const char *const *print; /* and when printed */
};

struct family {
	const char *print; /* family list for fontconfig */
	const char *web;   /* for CSS */
};

enum font { FONT_TEXT, FONT_HEAD, FONT_MONO, FONT_COUNT };

/* What of a style is not as the base has it. */
enum {
	CHANGED_SIZE = 1,
	CHANGED_LEADING = 2,
	CHANGED_TRACK = 4,
	CHANGED_BEFORE = 8,
	CHANGED_WEIGHT = 16,
	CHANGED_ITALIC = 32,
	CHANGED_COLOUR = 64,
	CHANGED_ALIGN = 128
};

struct theme {
	const char *name;
	struct family text;
	struct family head; /* NULLs: as text */
	struct family mono;
	unsigned strong;    /* weight of FACE_BOLD */
	double code;        /* size of code in text, em */
	uint32_t colours[PALETTE_COUNT][HUE_COUNT]; /* 0xRRGGBB */
	double measure;     /* width of the text */
	double hang;        /* of a column beside it; 0: none */
	double hang_gap;
	double leading;     /* of the body; half of it is the rhythm */
	bool justified;
	double indent;      /* of a paragraph after another */
	double subhead_next; /* space above a second subhead */
	double place_track; /* of the dateline's place */
	struct style styles[STYLE_COUNT];
	struct paper papers[PAPER_COUNT];
	struct letterhead letterhead;
	struct status_look status;
	struct box boxes[BOX_COUNT];
	struct facts_look facts;
	struct list_look list;
	struct quote_look quote;
	struct table_look table;
	double figure_before;
	double figure_after;
	double picture_wide; /* width to height from which a picture takes the
	                        whole frame; 0: never */
	double pre_indent;
	double hr_width;     /* 0: of the measure */
	double hr_space;
	struct stroke hr;
	struct stroke note_rule;
	struct stroke running_rule;
	double running_gap;  /* under the running head */
	double contact_gap;  /* between two columns of contacts */
	const char *paper;   /* NULL: by language */
	struct web_look web;
	/* of a file alone */
	const char *source;       /* its name; NULL: built in */
	struct span source_text;  /* for excerpts */
	struct place font_at[FONT_COUNT]; /* where a family is named */
	unsigned changed[STYLE_COUNT];    /* CHANGED_ bits: not as the base */
	unsigned boxes_changed;           /* a bit a box */
	bool list_changed;
	const char *logo_src;     /* for an issuer without one; NULL: none */
	const char *logo_alt;
	struct span logo;         /* its bytes; at NULL: the resolver's */
	struct place logo_at;
	const struct lang_change *labels; /* last one first */
};

/* The public prfmt_theme: what it points to lies in the arena, but for what
   the built-in ones lend. */
struct prfmt_theme {
	struct theme look;
	struct arena arena;
};

const struct theme *theme_at(size_t i); /* built in; NULL: past the end */
const struct theme *theme_plain(void);
const struct theme *theme_named(const char *name); /* NULL: no such */
const struct paper *theme_paper(const struct theme *t, const char *name);
double theme_frame(const struct theme *t); /* hanging column and text */

/* -- inside theme/ -------------------------------------------------------- */

const struct theme *theme_government(void);
const struct theme *theme_corporate(void);

#endif
