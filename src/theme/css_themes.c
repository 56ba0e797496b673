/* css_themes.c - what the built-in themes add to the common style sheet. */
#include "theme/css.h"

#include <stddef.h>

const char *const css_government[] = { NULL };
const char *const css_government_print[] = { NULL };
const char *const css_corporate[] = { NULL };
const char *const css_corporate_print[] = { NULL };
