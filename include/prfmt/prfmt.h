/*
 * prfmt.h - press releases to HTML, accessible PDF and NewsML-G2.
 *
 * Life of a call: read -> (look at the diagnostics) -> render, as often and in
 * as many formats as you like.
 *
 * Errors     Every call that can fail returns prfmt_status: 0 is success, a
 *            negative value the reason. Where and what are the context's
 *            diagnostics. On failure *out is NULL.
 * Ownership  What you get through a parameter named `out` is yours: free it
 *            with the function named beside it. Everything else returned or
 *            passed to a callback is borrowed; its comment says until when.
 *            Strings passed in are copied before the call returns.
 * Text       UTF-8. A length of PRFMT_NTS means "NUL-terminated".
 * Threads    One context per thread at a time. Contexts are independent. A
 *            release or a theme may be rendered with by many contexts at once,
 *            and may outlive the context that read it.
 * Access     The library opens only paths that you pass to prfmt_*_file or
 *            prfmt_dir_open, fonts, and the logo that a theme file names, below
 *            that file's folder. Everything that a release names comes
 *            through your resolver. No network, no process, no change to
 *            locale, signals, environment, working folder or libxml2's
 *            globals.
 * Result     Same input, options, fonts and library versions: same bytes. The
 *            clock, the locale, the time zone and the environment are never
 *            asked.
 * Memory     Reading, checking and every format but PDF return PRFMT_ENOMEM
 *            and leave nothing behind. For PDF the same holds for this
 *            library's own memory; GLib and Pango end the process when theirs
 *            runs out.
 */
#ifndef PRFMT_H
#define PRFMT_H

#include <stddef.h>
#include <stdint.h>

#if defined(PRFMT_STATIC)
#define PRFMT_API
#elif defined(__GNUC__)
#define PRFMT_API __attribute__((visibility("default")))
#else
#define PRFMT_API
#endif
#if defined(__GNUC__)
#define PRFMT_MUST_USE __attribute__((warn_unused_result))
#else
#define PRFMT_MUST_USE
#endif

#ifdef __cplusplus
extern "C" {
#endif

#define PRFMT_VERSION_MAJOR 0
#define PRFMT_VERSION_MINOR 1
#define PRFMT_VERSION_PATCH 0

#define PRFMT_NTS ((size_t)-1)

typedef struct prfmt_ctx prfmt_ctx;         /* fonts, caches, diagnostics */
typedef struct prfmt_release prfmt_release; /* one press release: a tree */
typedef struct prfmt_node prfmt_node;       /* an element or a text in it */
typedef struct prfmt_theme prfmt_theme;     /* look of HTML and PDF */

/* Values are fixed for ever; new ones are only added. CLI exit code behind. */
typedef enum prfmt_status {
	PRFMT_OK = 0,         /*  0 */
	PRFMT_EINVAL = -1,    /* 64 the caller broke a rule of this header */
	PRFMT_ENOMEM = -2,    /*  3 */
	PRFMT_EIO = -3,       /* 74 the system refused to read or write */
	PRFMT_ESYNTAX = -4,   /*  1 not readable as a release at all */
	PRFMT_ECONTENT = -5,  /*  1 read, but an error concerns the format */
	PRFMT_ELIMIT = -6,    /*  5 a limit in prfmt_limits was reached */
	PRFMT_EASSET = -7,    /*  4 an asset whose bytes are needed, not had */
	PRFMT_ECANCEL = -8,   /* 130 a callback of yours asked to stop */
	PRFMT_EFONT = -9,     /*  3 no font at all */
	PRFMT_EFORMAT = -10,  /* 64 this build has no such format */
	PRFMT_EINTERNAL = -99 /*  3 a bug of ours, caught before it did harm */
} prfmt_status;

typedef enum prfmt_format {
	PRFMT_FORMAT_HTML = 1,
	PRFMT_FORMAT_PDF = 2,
	PRFMT_FORMAT_NEWSML = 3,
	PRFMT_FORMAT_XML = 4,
	PRFMT_FORMAT_TEXT = 5,
	PRFMT_FORMAT_PNG = 6,
	PRFMT_FORMAT_NITF = 7,
	PRFMT_FORMAT_NINJS = 8,
	PRFMT_FORMAT_EMAIL = 9
} prfmt_format;
#define PRFMT_BIT(f) (UINT32_C(1) << (f)) /* a set of formats */

typedef struct prfmt_format_info {
	prfmt_format format;
	const char *name;       /* "pdf" */
	const char *suffix;     /* ".pdf" */
	const char *media_type; /* "application/pdf" */
	int binary;             /* 1: not for a terminal */
	int available;          /* 0: left out of this build */
} prfmt_format_info;

typedef enum prfmt_severity {
	PRFMT_NOTE = 1,
	PRFMT_WARNING = 2,
	PRFMT_ERROR = 3
} prfmt_severity;

/* The vocabulary of urn:prfmt:release:1. Positive: an element; 0: text;
   negative: what only the XML output keeps. */
typedef enum prfmt_element {
	PRFMT_EL_PI = -3,      /* a processing instruction */
	PRFMT_EL_COMMENT = -2, /* a comment */
	PRFMT_EL_FOREIGN = -1, /* an element of another namespace */
	PRFMT_EL_TEXT = 0,
	PRFMT_EL_RELEASE = 1,
	PRFMT_EL_HEAD = 2,
	PRFMT_EL_ISSUER = 3,
	PRFMT_EL_NAME = 4,
	PRFMT_EL_SHORT = 5,
	PRFMT_EL_URL = 6,
	PRFMT_EL_LOGO = 7,
	PRFMT_EL_ADDRESS = 8,
	PRFMT_EL_LINE = 9,
	PRFMT_EL_LOCALITY = 10,
	PRFMT_EL_REGION = 11,
	PRFMT_EL_POSTCODE = 12,
	PRFMT_EL_COUNTRY = 13,
	PRFMT_EL_TEL = 14,
	PRFMT_EL_EMAIL = 15,
	PRFMT_EL_INSTRUMENT = 16,
	PRFMT_EL_ISSUED = 17,
	PRFMT_EL_UPDATED = 18,
	PRFMT_EL_EXPIRES = 19,
	PRFMT_EL_EMBARGO = 20,
	PRFMT_EL_HOLD = 21,
	PRFMT_EL_WITHDRAWN = 22,
	PRFMT_EL_REFERENCE = 23,
	PRFMT_EL_SLUG = 24,
	PRFMT_EL_KICKER = 25,
	PRFMT_EL_HEADLINE = 26,
	PRFMT_EL_SUBHEAD = 27,
	PRFMT_EL_SUMMARY = 28,
	PRFMT_EL_FACT = 29,
	PRFMT_EL_DATELINE = 30,
	PRFMT_EL_PLACE = 31,
	PRFMT_EL_DATE = 32,
	PRFMT_EL_VIA = 33,
	PRFMT_EL_AUTHOR = 34,
	PRFMT_EL_SUBJECT = 35,
	PRFMT_EL_KEYWORD = 36,
	PRFMT_EL_URGENCY = 37,
	PRFMT_EL_RIGHTS = 38,
	PRFMT_EL_HOLDER = 39,
	PRFMT_EL_NOTICE = 40,
	PRFMT_EL_USAGE = 41,
	PRFMT_EL_EDNOTE = 42,
	PRFMT_EL_LINK = 43,
	PRFMT_EL_CORRECTS = 44,
	PRFMT_EL_CHANGE = 45,
	PRFMT_EL_WAS = 46,
	PRFMT_EL_NOW = 47,
	PRFMT_EL_EVENT = 48,
	PRFMT_EL_INTERNAL = 49,
	PRFMT_EL_BODY = 50,
	PRFMT_EL_P = 51,
	PRFMT_EL_H2 = 52,
	PRFMT_EL_H3 = 53,
	PRFMT_EL_UL = 54,
	PRFMT_EL_OL = 55,
	PRFMT_EL_LI = 56,
	PRFMT_EL_DL = 57,
	PRFMT_EL_DT = 58,
	PRFMT_EL_DD = 59,
	PRFMT_EL_BLOCKQUOTE = 60,
	PRFMT_EL_QUOTE = 61,
	PRFMT_EL_SPEAKER = 62,
	PRFMT_EL_ROLE = 63,
	PRFMT_EL_ORG = 64,
	PRFMT_EL_ASIDE = 65,
	PRFMT_EL_PRE = 66,
	PRFMT_EL_HR = 67,
	PRFMT_EL_TABLE = 68,
	PRFMT_EL_CAPTION = 69,
	PRFMT_EL_COL = 70,
	PRFMT_EL_THEAD = 71,
	PRFMT_EL_TBODY = 72,
	PRFMT_EL_TFOOT = 73,
	PRFMT_EL_TR = 74,
	PRFMT_EL_TH = 75,
	PRFMT_EL_TD = 76,
	PRFMT_EL_FIGURE = 77,
	PRFMT_EL_IMG = 78,
	PRFMT_EL_VIDEO = 79,
	PRFMT_EL_AUDIO = 80,
	PRFMT_EL_RENDITION = 81,
	PRFMT_EL_CREDIT = 82,
	PRFMT_EL_COPYRIGHT = 83,
	PRFMT_EL_EM = 84,
	PRFMT_EL_STRONG = 85,
	PRFMT_EL_Q = 86,
	PRFMT_EL_SUB = 87,
	PRFMT_EL_SUP = 88,
	PRFMT_EL_SPAN = 89,
	PRFMT_EL_CODE = 90,
	PRFMT_EL_BR = 91,
	PRFMT_EL_A = 92,
	PRFMT_EL_ABBR = 93,
	PRFMT_EL_TIME = 94,
	PRFMT_EL_FOOTNOTE = 95,
	PRFMT_EL_BACK = 96,
	PRFMT_EL_ABOUT = 97,
	PRFMT_EL_HEADING = 98,
	PRFMT_EL_LEGAL = 99,
	PRFMT_EL_NOTES = 100,
	PRFMT_EL_CONTACT = 101,
	PRFMT_EL_HOURS = 102,
	PRFMT_EL_ATTACHMENT = 103,
	PRFMT_EL_ENDMARK = 104
} prfmt_element;

typedef enum prfmt_attr {
	PRFMT_AT_LANG = 1, /* xml:lang */
	PRFMT_AT_DIR = 2,
	PRFMT_AT_ID = 3,
	PRFMT_AT_GUID = 4,
	PRFMT_AT_VERSION = 5,
	PRFMT_AT_KIND = 6,
	PRFMT_AT_URI = 7,
	PRFMT_AT_LEI = 8,
	PRFMT_AT_SRC = 9,
	PRFMT_AT_TYPE = 10,
	PRFMT_AT_ALT = 11,
	PRFMT_AT_TITLE = 12,
	PRFMT_AT_SYMBOL = 13,
	PRFMT_AT_MIC = 14,
	PRFMT_AT_ISIN = 15,
	PRFMT_AT_CODE = 16,
	PRFMT_AT_NUMBER = 17,
	PRFMT_AT_AT = 18,
	PRFMT_AT_UNTIL = 19,
	PRFMT_AT_START = 20,
	PRFMT_AT_END = 21,
	PRFMT_AT_ZONE = 22,
	PRFMT_AT_SHOW = 23,
	PRFMT_AT_SCHEME = 24,
	PRFMT_AT_ROLE = 25,
	PRFMT_AT_SEPARATOR = 26,
	PRFMT_AT_COUNTRY = 27,
	PRFMT_AT_REGION = 28,
	PRFMT_AT_DATETIME = 29,
	PRFMT_AT_REL = 30,
	PRFMT_AT_HREF = 31,
	PRFMT_AT_HREFLANG = 32,
	PRFMT_AT_CLASS = 33,
	PRFMT_AT_WHERE = 34,
	PRFMT_AT_CITE = 35,
	PRFMT_AT_UNIT = 36,
	PRFMT_AT_ALIGN = 37,
	PRFMT_AT_SCOPE = 38,
	PRFMT_AT_COLSPAN = 39,
	PRFMT_AT_ROWSPAN = 40,
	PRFMT_AT_VALUE = 41,
	PRFMT_AT_WIDTH = 42,
	PRFMT_AT_HEIGHT = 43,
	PRFMT_AT_PURPOSE = 44,
	PRFMT_AT_OF = 45,
	PRFMT_AT_FOR = 46
} prfmt_attr;

/* Zero in any member of a struct below means "the default". Each begins with
   `size`, set by PRFMT_INIT, and grows only at its end. */
typedef struct prfmt_limits {
	size_t size;
	size_t input_bytes;  /* of one input; default 16 MiB */
	size_t nodes;        /* of one release; 1,000,000 */
	size_t depth;        /* of elements; 64 */
	size_t block_bytes;  /* of text in one paragraph; 64 KiB */
	size_t attrs;        /* of one element; 64 */
	size_t assets;       /* asked for in one render; 64 */
	size_t asset_bytes;  /* of one asset; 32 MiB */
	size_t image_pixels; /* of one picture; 64 million */
	size_t pages;        /* of one PDF; 5,000 */
	size_t output_bytes; /* of one result; 256 MiB */
	size_t diagnostics;  /* kept; more are counted; 100 */
} prfmt_limits;

typedef struct prfmt_options {
	size_t size;
	const prfmt_limits *limits;
	const char *const *font_dirs; /* NULL-terminated; NULL: the system's */
	const char *const *mute; /* NULL-terminated codes of warnings and notes
	                            that the context does not keep; an error's
	                            code, or none: PRFMT_EINVAL */
} prfmt_options;

typedef struct prfmt_read_options {
	size_t size;
	const char *name;       /* in diagnostics; NULL: the path, or "-" */
	const char *from;       /* "xml"; NULL: sniffed */
	const char *encoding;   /* NULL: BOM, declaration, UTF-8 */
	const char *const *set; /* NULL-terminated "field=value"; fills what the
	                           input lacks: issuer issued lang guid contact
	                           place headline */
	uint32_t flags;
} prfmt_read_options;
#define PRFMT_READ_LENIENT 1u /* unknown names are warnings, not errors */

typedef struct prfmt_asset_request {
	size_t size;
	const char *uri;       /* as the release names it */
	prfmt_element element; /* what asks: img, logo, attachment … */
	size_t max_bytes;
} prfmt_asset_request;

typedef struct prfmt_blob { /* your bytes, lent until done() is called */
	size_t size;
	const void *data; /* NULL only with len 0 */
	size_t len;
	void (*done)(void *user, const void *data); /* may be NULL */
} prfmt_blob;

typedef enum prfmt_stage {
	PRFMT_STAGE_CHECK = 1,
	PRFMT_STAGE_LAYOUT = 2,
	PRFMT_STAGE_DRAW = 3,
	PRFMT_STAGE_FINISH = 4,
	PRFMT_STAGE_WRITE = 5
} prfmt_stage;

typedef struct prfmt_progress {
	size_t size;
	prfmt_stage stage;
	uint32_t pages;
	uint64_t bytes;
} prfmt_progress;

/* PRFMT_OK, PRFMT_EASSET (no such, or not allowed), PRFMT_ELIMIT (more than
   max_bytes), PRFMT_ENOMEM or PRFMT_ECANCEL. */
typedef prfmt_status (*prfmt_asset_fn)(void *user,
	const prfmt_asset_request *what, prfmt_blob *out);
/* 0 to go on; anything else stops with PRFMT_ECANCEL. */
typedef int (*prfmt_poll_fn)(void *user, const prfmt_progress *where);
/* 0 when all len bytes are taken; anything else stops with PRFMT_EIO. */
typedef int (*prfmt_write_fn)(void *user, const void *data, size_t len);

typedef struct prfmt_render_options {
	size_t size;
	const prfmt_theme *theme; /* NULL: plain */
	prfmt_asset_fn asset; /* NULL: every asset is refused */
	void *asset_user;
	prfmt_poll_fn poll;
	void *poll_user;
	const char *now;   /* RFC 3339; NULL: every embargo is running */
	const char *paper; /* "a4" "letter"; NULL: the theme's, else by language
	                      and region */
	uint32_t flags;
} prfmt_render_options;
#define PRFMT_PLACEHOLDER 1u /* missing pictures: a frame with the alt text */
#define PRFMT_STRICT 2u      /* a warning stops the render: PRFMT_ECONTENT */

typedef struct prfmt_report { /* what a render says of its result */
	size_t size;
	uint64_t bytes;
	uint32_t pages;      /* PDF; 0 else */
	char css_sha256[48]; /* HTML: base64, for style-src; "" else */
} prfmt_report;

/* prfmt_options opt = PRFMT_INIT(prfmt_options); all else is then zero. */
#ifdef __cplusplus
#define PRFMT_INIT(type) type{sizeof(type)}
#else
#define PRFMT_INIT(type) { .size = sizeof(type) }
#endif

/* Borrowed until the next read, check or render on the context. */
typedef struct prfmt_diag {
	prfmt_severity severity;
	const char *code;    /* stable token, e.g. "instant-offset" */
	const char *message; /* one English sentence, no newline */
	const char *hint;    /* what to do; "" if nothing is known */
	const char *source;  /* name given at read */
	uint32_t line;       /* 1-based; 0: unknown */
	uint32_t column;     /* 1-based, in code points; 0: unknown */
	uint32_t end_column; /* one past the last; 0: unknown */
	const char *excerpt; /* the source line; NULL if none */
	uint32_t formats;    /* PRFMT_BIT set that it concerns; 0: all */
} prfmt_diag;

/* One row of the table of all that can be said; static. */
typedef struct prfmt_rule {
	const char *code;        /* as in prfmt_diag */
	prfmt_severity severity; /* the usual one */
	uint32_t formats;        /* PRFMT_BIT set that it concerns; 0: all */
	const char *summary;     /* what it means, and why it matters */
	const char *hint;        /* "": each finding has its own */
	const char *example;     /* an input that provokes it */
} prfmt_rule;

/* -- library ------------------------------------------------------------- */
PRFMT_API const char *prfmt_version(void);               /* "0.1.0" */
PRFMT_API const char *prfmt_status_name(prfmt_status s); /* "limit" */
PRFMT_API const prfmt_format_info *prfmt_format_at(size_t i); /* NULL: end */
PRFMT_API const prfmt_rule *prfmt_rule_at(size_t i); /* NULL: end */
PRFMT_API prfmt_format prfmt_format_from_name(const char *name); /* 0: none */

/* -- for those who write releases: what is printed goes to write() --------- */
/* The element table as a RELAX NG schema, for editors that complete names. */
PRFMT_API PRFMT_MUST_USE prfmt_status prfmt_schema(prfmt_write_fn write,
	void *user);
/* A commented release to start from; lang: a BCP 47 tag, NULL: "en". */
PRFMT_API PRFMT_MUST_USE prfmt_status prfmt_starter(const char *lang,
	prfmt_write_fn write, void *user);

/* -- context: free with prfmt_ctx_free ----------------------------------- */
PRFMT_API PRFMT_MUST_USE prfmt_status prfmt_ctx_new(const prfmt_options *opt,
	prfmt_ctx **out);
PRFMT_API void prfmt_ctx_free(prfmt_ctx *ctx);

/* -- read: free *out with prfmt_release_free. A release comes out whenever the
      input can be read at all; errors of content are diagnostics, travel with
      the release, and stop the renders they concern. opt may be NULL. ------ */
PRFMT_API PRFMT_MUST_USE prfmt_status prfmt_read_file(prfmt_ctx *ctx,
	const char *path, const prfmt_read_options *opt, prfmt_release **out);
PRFMT_API PRFMT_MUST_USE prfmt_status prfmt_read_memory(prfmt_ctx *ctx,
	const void *data, size_t len, const prfmt_read_options *opt,
	prfmt_release **out);
PRFMT_API void prfmt_release_free(prfmt_release *rel);

/* -- build: free *out with prfmt_release_free. Children are borrowed and live
      as long as the release. PRFMT_EINVAL: not allowed there, or no UTF-8 that
      XML can carry; nothing has changed then. What is missing or wrong in a
      whole release is for prfmt_check to say. White space folds as in XML
      when the release is checked or rendered. A release must not be changed
      while another thread uses it. ----------------------------------------- */
PRFMT_API PRFMT_MUST_USE prfmt_status prfmt_release_new(const char *lang,
	prfmt_release **out); /* with empty head, body and back */
PRFMT_API PRFMT_MUST_USE prfmt_status prfmt_release_clone(
	const prfmt_release *rel, prfmt_release **out);
/* child may be NULL. */
PRFMT_API PRFMT_MUST_USE prfmt_status prfmt_node_add(prfmt_node *parent,
	prfmt_element e, prfmt_node **child);
PRFMT_API PRFMT_MUST_USE prfmt_status prfmt_node_add_text(prfmt_node *parent,
	const char *text, size_t len);
/* "<p>Some <em>words</em></p>", without a namespace or in ours. */
PRFMT_API PRFMT_MUST_USE prfmt_status prfmt_node_add_xml(prfmt_node *parent,
	const char *xml, size_t len);
/* NULL takes the attribute away. */
PRFMT_API PRFMT_MUST_USE prfmt_status prfmt_node_set(prfmt_node *n,
	prfmt_attr a, const char *value, size_t len);
/* With all below it; the root stays. */
PRFMT_API void prfmt_node_remove(prfmt_node *n);

/* -- walk: all borrowed, as long as the release lives. Who may only read gets
      nodes through which it could write, as with strchr. ------------------- */
PRFMT_API prfmt_node *prfmt_release_root(const prfmt_release *rel);
PRFMT_API prfmt_node *prfmt_node_child(const prfmt_node *n, prfmt_element e);
PRFMT_API prfmt_element prfmt_node_element(const prfmt_node *n);
/* NULL: the attribute is not there. */
PRFMT_API const char *prfmt_node_get(const prfmt_node *n, prfmt_attr a);
/* Of a text or comment; NULL for an element. Two texts may follow one
   another. */
PRFMT_API const char *prfmt_node_text(const prfmt_node *n, size_t *len);
PRFMT_API const prfmt_node *prfmt_node_parent(const prfmt_node *n);
PRFMT_API const prfmt_node *prfmt_node_first(const prfmt_node *n);
PRFMT_API const prfmt_node *prfmt_node_next(const prfmt_node *n);
PRFMT_API const char *prfmt_element_name(prfmt_element e); /* NULL: none */
PRFMT_API const char *prfmt_attr_name(prfmt_attr a);       /* NULL: none */
PRFMT_API prfmt_element prfmt_element_from_name(const char *name); /* 0 */
PRFMT_API prfmt_attr prfmt_attr_from_name(const char *name);       /* 0 */

/* -- check and diagnostics: all findings, those of reading too, sorted by
      place. PRFMT_ECONTENT if one is an error for a format of the set. ----- */
PRFMT_API PRFMT_MUST_USE prfmt_status prfmt_check(prfmt_ctx *ctx,
	const prfmt_release *rel, uint32_t formats); /* 0: all */
PRFMT_API size_t prfmt_diag_count(const prfmt_ctx *ctx);
PRFMT_API const prfmt_diag *prfmt_diag_at(const prfmt_ctx *ctx, size_t i);
PRFMT_API size_t prfmt_diag_dropped(const prfmt_ctx *ctx); /* over the cap */

/* -- assets: a ready resolver for files below one folder, opened without
      following links out of it; free *out with prfmt_dir_close. Not thread
      safe per handle; the blobs may outlive it. ---------------------------- */
typedef struct prfmt_dir prfmt_dir;
PRFMT_API PRFMT_MUST_USE prfmt_status prfmt_dir_open(const char *path,
	prfmt_dir **out);
PRFMT_API void prfmt_dir_close(prfmt_dir *dir);
PRFMT_API prfmt_status prfmt_dir_asset(void *dir,
	const prfmt_asset_request *what, prfmt_blob *out); /* prfmt_asset_fn */

/* -- theme: free *out with prfmt_theme_free. A theme never changes: contexts
      of several threads may use one. What is wrong in a file is in the
      context's diagnostics, with line and column, and nothing comes out:
      PRFMT_ESYNTAX (no theme at all) or PRFMT_ECONTENT (colours that cannot
      be read on one another, too). docs/themes.md tells the format. -------- */
PRFMT_API const char *prfmt_theme_at(size_t i); /* a built-in name; NULL: end */
/* PRFMT_EINVAL: no theme of this name is built in. */
PRFMT_API PRFMT_MUST_USE prfmt_status prfmt_theme_named(prfmt_ctx *ctx,
	const char *name, prfmt_theme **out);
/* The logo that it names is read now, from below the file's folder. */
PRFMT_API PRFMT_MUST_USE prfmt_status prfmt_theme_file(prfmt_ctx *ctx,
	const char *path, prfmt_theme **out);
/* name: in diagnostics; NULL: "theme". Its logo is asked of each render's
   resolver. */
PRFMT_API PRFMT_MUST_USE prfmt_status prfmt_theme_memory(prfmt_ctx *ctx,
	const void *data, size_t len, const char *name, prfmt_theme **out);
PRFMT_API void prfmt_theme_free(prfmt_theme *theme);

/* -- render: opt and report may be NULL. Checks first and refuses with
      PRFMT_ECONTENT if an error concerns the format. write() is called only
      when the whole result is there. --------------------------------------- */
PRFMT_API PRFMT_MUST_USE prfmt_status prfmt_render(prfmt_ctx *ctx,
	const prfmt_release *rel, prfmt_format f,
	const prfmt_render_options *opt, prfmt_write_fn write, void *user,
	prfmt_report *report);
typedef struct prfmt_target {
	size_t size;
	prfmt_format format;
	const char *path;
	prfmt_report *report; /* may be NULL */
} prfmt_target;
/* All are rendered, then all are published, or none. Each path then holds its
   old content or all of the new, never a part; what is no regular file (a
   device, a pipe) is written to as it is. Only a disk that fails between two
   renames can leave the first published and the second not. */
PRFMT_API PRFMT_MUST_USE prfmt_status prfmt_render_files(prfmt_ctx *ctx,
	const prfmt_release *rel, const prfmt_target *targets, size_t count,
	const prfmt_render_options *opt);
/* The same for one. */
PRFMT_API PRFMT_MUST_USE prfmt_status prfmt_render_file(prfmt_ctx *ctx,
	const prfmt_release *rel, prfmt_format f,
	const prfmt_render_options *opt, const char *path,
	prfmt_report *report);
/* Free *out with prfmt_free. A NUL stands behind the last byte. */
PRFMT_API PRFMT_MUST_USE prfmt_status prfmt_render_memory(prfmt_ctx *ctx,
	const prfmt_release *rel, prfmt_format f,
	const prfmt_render_options *opt, void **out, size_t *len,
	prfmt_report *report);
PRFMT_API void prfmt_free(void *data);

#ifdef __cplusplus
}
#endif
#endif
