/* fit.h - where the lines of a justified paragraph break, chosen for the whole
   paragraph at once. */
#ifndef PDF_FIT_H
#define PDF_FIT_H

#include "base/base.h"

#include <pango/pango.h>

/* A space goes down to 0.84 and up to 2.3 of its width (LOOK, Setting). */
extern const double fit_shrink;
extern const double fit_stretch;

struct fit {
	size_t *starts; /* of lines, in bytes, from the second on; mem_free */
	size_t count;
	double widest; /* of its lines, spaces as they are */
};

/* one: the text on one line, left to right. None are chosen where it has no
   break, runs to the left or breaks by itself. */
status fit_lines(PangoLayout *one, double width, double indent,
                 struct fit *out) MUST_USE;
/* Does the text, set anew, break where it was chosen to? */
bool fit_holds(PangoLayout *l, const struct fit *fit);
/* Stretches or shrinks the spaces of a line by so much in all; false: that is
   more than they may. */
bool fit_justify(PangoLayoutLine *line, const char *text, double slack);

#endif
