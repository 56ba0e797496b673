/* css.h - the style sheet of the plain theme, as it stands in a page. */
#ifndef THEME_CSS_H
#define THEME_CSS_H

/* In pieces, as ISO C promises only 4,095 characters in one text; NULL ends
   them. */
extern const char *const theme_css[];
extern const char *const css_government[];
extern const char *const css_government_print[];
extern const char *const css_corporate[];
extern const char *const css_corporate_print[];

#endif
