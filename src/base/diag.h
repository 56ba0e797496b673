/* diag.h - findings: what, where, how bad, what to do. */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include "base/arena.h"
#include "base/base.h"

/* Every code there is; diag.c holds its token, severity and hint. */
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
	CODE_STATE,
	CODE_ID_DUPLICATE,
	CODE_ID_UNKNOWN,
	CODE_ALT,
	CODE_LINK_SCHEME,
	CODE_GUID_MISSING,
	CODE_GUID,
	CODE_UPDATED,
	CODE_VERSION,
	CODE_SPAN,
	/* warnings */
	CODE_EMBARGO_EARLY,
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
	CODE_LAYOUT,
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

struct diags {
	struct arena arena;
	prfmt_diag *items;
	size_t count;
	size_t cap;
	size_t dropped;
	size_t most;
	status status; /* ENOMEM sticks */
	const char *source;      /* name for new ones; borrowed */
	struct span text;        /* for excerpts; borrowed, may be empty */
};

void diags_start(struct diags *d, size_t most);
void diags_clear(struct diags *d); /* none left; settings kept */
void diags_free(struct diags *d);
/* Where the places of what follows are. */
void diags_source(struct diags *d, const char *name, struct span text);

/* formats: PRFMT_BIT set, 0: all. Strings are copied. */
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

struct code_info {
	const char *token;
	prfmt_severity severity;
	const char *hint;
};
const struct code_info *code_info(enum code c);

#endif
