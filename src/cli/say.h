/* say.h - diagnostics to standard error. */
#ifndef CLI_SAY_H
#define CLI_SAY_H

#include <prfmt/prfmt.h>

#include <stdbool.h>

enum say_how {
	SAY_AUTO,  /* human on a terminal, else short */
	SAY_HUMAN, /* as short, then the source line and a caret */
	SAY_SHORT, /* file:line:col: severity: code: sentence (hint) */
	SAY_JSON   /* one array, an object each */
};

struct say {
	enum say_how how;
	bool errors_only;
	const char *source;  /* what the failure is about */
	const char *failure; /* that no diagnostic explains; NULL: none */
};

/* All that a call found; once a run, so that JSON is one array. */
void say_all(const prfmt_ctx *ctx, const struct say *s);
const char *say_severity(prfmt_severity severity); /* "warning" */

/* say_json.c */
void say_json(const prfmt_ctx *ctx, const struct say *s);

#endif
