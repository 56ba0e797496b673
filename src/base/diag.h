/* diag.h - findings: what, where, how bad, what to do. */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include "base/arena.h"
#include "base/base.h"

/* Every code there is; codes.c says what it means. */
enum code {
	/* reading */
	CODE_IO,
	CODE_LIMIT,
	CODE_EMPTY,
	CODE_ENCODING,
	CODE_XML_CHAR,
	CODE_XML_SYNTAX,
	CODE_DOCTYPE,
	CODE_ROOT,
	CODE_NAMESPACE,
	CODE_SET,
	/* structure */
	CODE_ELEMENT_UNKNOWN,
	CODE_ATTR_UNKNOWN,
	CODE_FOREIGN,
	CODE_CHILD,
	CODE_TEXT,
	CODE_ORDER,
	CODE_REPEATED,
	CODE_MISSING,
	CODE_ATTR_MISSING,
	CODE_ATTR_VALUE,
	CODE_EMPTY_TEXT,
	/* meaning */
	CODE_INSTANT_OFFSET,
	CODE_INSTANT,
	CODE_ZONE,
	CODE_INSTANT_GAP,
	CODE_INSTANT_OVERLAP,
	CODE_INSTANT_ZONE,
	CODE_STATE,
	CODE_ID_DUPLICATE,
	CODE_ID_UNKNOWN,
	CODE_ALT,
	CODE_LINK_SCHEME,
	CODE_GUID_MISSING,
	CODE_GUID,
	CODE_UPDATED,
	CODE_VERSION_UPDATED,
	CODE_VERSION,
	CODE_SPAN,
	CODE_LEI,
	CODE_ISIN,
	CODE_MIC,
	/* warnings */
	CODE_EMBARGO_EARLY,
	CODE_WEEKDAY_DATE,
	CODE_ZONE_SEASON,
	CODE_HEADLINE_LONG,
	CODE_SUMMARY_REPEATS,
	CODE_FIGURE_CREDIT,
	CODE_TABLE_TOTAL,
	CODE_TABLE_PERCENT,
	CODE_DOUBLE_ESCAPED,
	CODE_LANG_UNKNOWN,
	CODE_LANG_TAG,
	/* rendering */
	CODE_GUID_DERIVED,
	CODE_ASSET_MISSING,
	CODE_ASSET_KIND,
	CODE_ASSET_PLACEHOLDER,
	CODE_FONT,
	CODE_GLYPH,
	CODE_NOT_RENDERED,
	CODE_NOW,
	/* themes */
	CODE_THEME_ROOT,
	CODE_THEME_ELEMENT,
	CODE_THEME_ATTRIBUTE,
	CODE_THEME_VALUE,
	CODE_THEME_CONTRAST,
	CODE_THEME_FONT,
	CODE_THEME_LOGO,
	CODE_INTERNAL,
	CODE_COUNT
};

/* Errors that a person can mend later do not stop the XML output. */
#define READERS_FORMATS \
	(PRFMT_BIT(PRFMT_FORMAT_HTML) | PRFMT_BIT(PRFMT_FORMAT_PDF) | \
	 PRFMT_BIT(PRFMT_FORMAT_NEWSML) | PRFMT_BIT(PRFMT_FORMAT_TEXT) | \
	 PRFMT_BIT(PRFMT_FORMAT_PNG) | PRFMT_BIT(PRFMT_FORMAT_NITF) | \
	 PRFMT_BIT(PRFMT_FORMAT_NINJS) | PRFMT_BIT(PRFMT_FORMAT_EMAIL))

struct diags {
	struct arena arena;
	prfmt_diag *items;
	size_t count;
	size_t cap;
	size_t dropped;
	size_t most;
	const bool *mute; /* by code; borrowed; NULL: all are said */
	status status; /* ENOMEM sticks */
	const char *source;      /* name for new ones; borrowed */
	struct span text;        /* for excerpts; borrowed, may be empty */
};

void diags_start(struct diags *d, size_t most);
void diags_clear(struct diags *d); /* none left; settings kept */
void diags_free(struct diags *d);
/* Where the places of what follows are. */
void diags_source(struct diags *d, const char *name, struct span text);

/* Errors are said even where their code is mute.
   formats: PRFMT_BIT set, 0: all. Strings are copied. */
void diags_say(struct diags *d, enum code c, struct place at, uint32_t formats,
               const char *message, ...) PRINTF_LIKE(5, 6);
/* With another severity, or another hint (NULL: the table's). */
void diags_say_as(struct diags *d, enum code c, prfmt_severity severity,
                  struct place at, uint32_t formats, const char *hint,
                  const char *message, ...) PRINTF_LIKE(7, 8);
void diags_copy(struct diags *d, const struct diags *from);
void diags_sort(struct diags *d); /* by line, column; stable */
/* Is there one of at least this severity that concerns one of the formats? */
bool diags_blocked(const struct diags *d, uint32_t formats,
                   prfmt_severity least);

/* Its row of the one table; the row of the next code stands behind it. */
const prfmt_rule *code_info(enum code c);
enum code code_find(const char *token); /* CODE_COUNT: there is none */

#endif
