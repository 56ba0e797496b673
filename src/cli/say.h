/* say.h - diagnostics to standard error. */
#ifndef CLI_SAY_H
#define CLI_SAY_H

#include <prfmt/prfmt.h>

#include <stdbool.h>

/* One line each, file:line:col: severity: code: sentence (hint); on a terminal
   the source line and a caret too. */
void say_all(const prfmt_ctx *ctx, bool errors_only);

#endif
