/* opts.h - the command line as a struct. */
#ifndef CLI_OPTS_H
#define CLI_OPTS_H

#include "cli/say.h"

#include <prfmt/prfmt.h>

#include <stdbool.h>
#include <stddef.h>

enum { EXIT_USAGE = 64 };

struct opts {
	const char *input;   /* "-": standard input */
	const char **outputs;
	size_t output_count;
	prfmt_format format; /* of -t; 0: by suffix */
	const char *root;
	const char *now;
	const char *from;
	const char *encoding;
	const char *paper;
	const char *theme;
	const char **set;       /* NULL-terminated */
	const char **font_dirs; /* NULL-terminated; NULL: none given */
	const char **mute;      /* NULL-terminated codes */
	enum say_how diagnostics;
	bool check;
	bool strict;
	bool lenient;
	bool placeholder;
	bool quiet;
};

/* -1: go on; else the exit code, everything said. Free with opts_free. */
int opts_parse(struct opts *o, int argc, char **argv);
void opts_free(struct opts *o);
/* By the longest suffix that fits; 0: none does. */
prfmt_format opts_format_of(const char *path);

#endif
