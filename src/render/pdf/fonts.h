/* fonts.h - the font map that a context keeps, and its measuring context. */
#ifndef PDF_FONTS_H
#define PDF_FONTS_H

#include "base/base.h"
#include "base/buf.h"

#include <pango/pango.h>

struct fonts;

/* dirs: NULL: the system's fonts. EFONT: there is no font at all. */
status fonts_new(const char *const *dirs, struct fonts **out) MUST_USE;
void fonts_free(void *fonts); /* NULL is fine */
/* Is there a family of this name? If not, the one that stands in for it is
   added to `instead`. */
bool fonts_have(const struct fonts *f, struct span family,
                struct buf *instead);
/* A new pango context at 72 dpi, unhinted; unref it. */
PangoContext *fonts_context(struct fonts *f);

#endif
