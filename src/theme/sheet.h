/* sheet.h - a theme's whole style sheet. */
#ifndef THEME_SHEET_H
#define THEME_SHEET_H

#include "base/buf.h"
#include "theme/theme.h"

/* Custom properties, the common rules, the theme's own, print. */
void sheet_write(struct buf *out, const struct theme *t);

#endif
