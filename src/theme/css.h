/* css.h - rules of the style sheet as they stand in a page. In pieces, as ISO C
   promises only 4,095 characters in one text; NULL ends them. */
#ifndef THEME_CSS_H
#define THEME_CSS_H

extern const char *const theme_css[];
extern const char *const theme_css_print[]; /* within @media print */
/* What a built-in theme adds to them. */
extern const char *const css_government[];
extern const char *const css_government_print[];
extern const char *const css_corporate[];
extern const char *const css_corporate_print[];

#endif
