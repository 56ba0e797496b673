/* read.h - a theme file's text in, the theme out: its base with what the file
   gives put over it. */
#ifndef THEME_READ_H
#define THEME_READ_H

#include "base/diag.h"
#include "theme/theme.h"

#define THEME_NS "urn:prfmt:theme:1"

/* A copy of a built-in one; NULL: no memory. */
prfmt_theme *theme_new(const struct theme *base) MUST_USE;
void theme_free(prfmt_theme *t); /* NULL is fine */

/* text: UTF-8 that XML may carry; name: in diagnostics. ESYNTAX: no theme at
   all; ECONTENT: errors, all said in d. */
status theme_read(struct span text, const char *name,
                  const prfmt_limits *limits, struct diags *d,
                  prfmt_theme **out) MUST_USE;

#endif
