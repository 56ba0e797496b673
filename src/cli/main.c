/* main.c - the prfmt command: the public header, and files to feed it. */
#include "cli/opts.h"
#include "cli/say.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const struct {
	prfmt_status status;
	int code;
} exits[] = {
	{ PRFMT_OK, 0 },        { PRFMT_EINVAL, EXIT_USAGE },
	{ PRFMT_ENOMEM, 3 },    { PRFMT_EIO, 74 },
	{ PRFMT_ESYNTAX, 1 },   { PRFMT_ECONTENT, 1 },
	{ PRFMT_ELIMIT, 5 },    { PRFMT_EASSET, 4 },
	{ PRFMT_ECANCEL, 130 }, { PRFMT_EFONT, 3 },
	{ PRFMT_EFORMAT, EXIT_USAGE },
};

static int exit_of(prfmt_status st)
{
	for (size_t i = 0; i < sizeof exits / sizeof exits[0]; i++)
		if (exits[i].status == st)
			return exits[i].code;
	return 3;
}

static bool has(const prfmt_ctx *ctx, prfmt_severity severity)
{
	for (size_t i = 0; i < prfmt_diag_count(ctx); i++)
		if (prfmt_diag_at(ctx, i)->severity == severity)
			return true;
	return false;
}

static const char *failure_of(prfmt_status st)
{
	if (st == PRFMT_ENOMEM)
		return "out of memory";
	if (st == PRFMT_EFORMAT)
		return "this build lacks the format";
	if (st == PRFMT_EIO)
		return "standard output takes no more";
	return prfmt_status_name(st);
}

/* Says what was found; a failure that nobody explained is explained. */
static int report(const prfmt_ctx *ctx, prfmt_status st, const struct opts *o)
{
	bool errors = has(ctx, PRFMT_ERROR);
	bool warnings = has(ctx, PRFMT_WARNING);
	bool stopped = o->strict && warnings && !errors &&
	               (st == PRFMT_OK || st == PRFMT_ECONTENT);
	bool unsaid = st == PRFMT_ENOMEM || (st && !errors);
	struct say say = {
		.how = o->diagnostics,
		/* the warnings are why it stopped, so they are said */
		.errors_only = o->quiet && (errors || !o->strict),
		.source = o->input,
		.failure = unsaid && !stopped ? failure_of(st) : NULL,
	};
	say_all(ctx, &say);
	return stopped ? 2 : exit_of(st);
}

static int read_stdin(char **data, size_t *len)
{
	size_t cap = 1 << 16;
	char *all = malloc(cap);
	*len = 0;
	while (all) {
		ssize_t got = read(STDIN_FILENO, all + *len, cap - *len);
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0) {
			free(all);
			return 74;
		}
		if (got == 0) {
			*data = all;
			return 0;
		}
		*len += (size_t)got;
		if (*len == cap) {
			char *grown = realloc(all, cap *= 2);
			if (!grown)
				free(all);
			all = grown;
		}
	}
	return 3;
}

static int open_input(prfmt_ctx *ctx, const struct opts *o,
                      prfmt_release **rel)
{
	prfmt_read_options opt = PRFMT_INIT(prfmt_read_options);
	opt.from = o->from;
	opt.encoding = o->encoding;
	opt.set = o->set;
	opt.flags = o->lenient ? PRFMT_READ_LENIENT : 0;
	prfmt_status st = PRFMT_OK;
	if (strcmp(o->input, "-")) {
		st = prfmt_read_file(ctx, o->input, &opt, rel);
	} else {
		char *data = NULL;
		size_t len = 0;
		int code = read_stdin(&data, &len);
		if (code) {
			fputs("prfmt: cannot read standard input\n", stderr);
			return code;
		}
		st = prfmt_read_memory(ctx, data, len, &opt, rel);
		free(data);
	}
	return st ? report(ctx, st, o) : 0;
}

/* Where pictures are looked up. NULL: no memory. */
static char *root_of(const struct opts *o)
{
	if (o->root)
		return strdup(o->root);
	const char *slash = strrchr(o->input, '/');
	if (!slash)
		return strdup(".");
	return strndup(o->input, slash == o->input
	                                 ? 1
	                                 : (size_t)(slash - o->input));
}

static int to_stdout(void *user, const void *data, size_t len)
{
	(void)user;
	const char *at = data;
	while (len) {
		ssize_t put = write(STDOUT_FILENO, at, len);
		if (put < 0 && errno == EINTR)
			continue;
		if (put <= 0)
			return 1;
		at += put;
		len -= (size_t)put;
	}
	return 0;
}

static bool is_binary(prfmt_format f)
{
	for (size_t i = 0; prfmt_format_at(i); i++)
		if (prfmt_format_at(i)->format == f)
			return prfmt_format_at(i)->binary;
	return false;
}

static int print(prfmt_ctx *ctx, const prfmt_release *rel,
                 const struct opts *o, const prfmt_render_options *opt)
{
	if (!o->output_count && is_binary(o->format) &&
	    isatty(STDOUT_FILENO)) {
		fputs("prfmt: that is not for a terminal; say -o FILE\n",
		      stderr);
		return EXIT_USAGE;
	}
	prfmt_status st = prfmt_render(ctx, rel, o->format, opt, to_stdout,
	                               NULL, NULL);
	return report(ctx, st, o);
}

static int write_files(prfmt_ctx *ctx, const prfmt_release *rel,
                       const struct opts *o, const prfmt_render_options *opt)
{
	prfmt_target *targets = calloc(o->output_count, sizeof *targets);
	if (!targets) {
		fputs("prfmt: out of memory\n", stderr);
		return 3;
	}
	for (size_t i = 0; i < o->output_count; i++) {
		targets[i].size = sizeof *targets;
		targets[i].path = o->outputs[i];
		targets[i].format = o->format ? o->format
		                              : opts_format_of(o->outputs[i]);
	}
	prfmt_status st = prfmt_render_files(ctx, rel, targets,
	                                     o->output_count, opt);
	free(targets);
	return report(ctx, st, o);
}

/* Standard input lies in no folder: none is opened for it. */
static int open_root(const struct opts *o, prfmt_dir **dir)
{
	if (!o->root && !strcmp(o->input, "-"))
		return 0;
	char *root = root_of(o);
	prfmt_status st = root ? prfmt_dir_open(root, dir) : PRFMT_ENOMEM;
	if (st == PRFMT_ENOMEM)
		fputs("prfmt: out of memory\n", stderr);
	else if (st)
		fprintf(stderr, "prfmt: cannot open the folder %s\n", root);
	free(root);
	return st ? exit_of(st) : 0;
}

/* A name, unless it has a slash or ends like a file. */
static bool is_theme_file(const char *theme)
{
	size_t n = strlen(theme);
	return strchr(theme, '/') || (n > 4 && !strcmp(theme + n - 4, ".xml"));
}

static int open_theme(prfmt_ctx *ctx, const struct opts *o,
                      prfmt_theme **theme)
{
	if (!o->theme)
		return 0;
	bool file = is_theme_file(o->theme);
	prfmt_status st = file ? prfmt_theme_file(ctx, o->theme, theme)
	                       : prfmt_theme_named(ctx, o->theme, theme);
	if (st != PRFMT_EINVAL)
		return st ? report(ctx, st, o) : 0;
	fprintf(stderr, "prfmt: there is no theme %s; see prfmt "
	                "--list-themes\n", o->theme);
	return EXIT_USAGE;
}

static int render(prfmt_ctx *ctx, const prfmt_release *rel,
                  const prfmt_theme *theme, const struct opts *o)
{
	prfmt_render_options opt = PRFMT_INIT(prfmt_render_options);
	prfmt_dir *dir = NULL;
	int code = open_root(o, &dir);
	if (code)
		return code;
	opt.asset = dir ? prfmt_dir_asset : NULL;
	opt.asset_user = dir;
	opt.now = o->now;
	opt.paper = o->paper;
	opt.theme = theme;
	opt.flags = (o->placeholder ? PRFMT_PLACEHOLDER : 0) |
	            (o->strict ? PRFMT_STRICT : 0);
	bool standard = !o->output_count || !strcmp(o->outputs[0], "-");
	code = standard ? print(ctx, rel, o, &opt)
	                : write_files(ctx, rel, o, &opt);
	prfmt_dir_close(dir);
	return code;
}

static int run(const struct opts *o)
{
	prfmt_options opt = PRFMT_INIT(prfmt_options);
	prfmt_ctx *ctx = NULL;
	prfmt_release *rel = NULL;
	prfmt_theme *theme = NULL;
	opt.font_dirs = o->font_dirs[0] ? o->font_dirs : NULL;
	opt.mute = o->mute;
	if (prfmt_ctx_new(&opt, &ctx)) {
		fputs("prfmt: out of memory\n", stderr);
		return 3;
	}
	int code = open_theme(ctx, o, &theme);
	if (!code)
		code = open_input(ctx, o, &rel);
	if (!code && o->check)
		code = report(ctx, prfmt_check(ctx, rel, 0), o);
	else if (!code)
		code = render(ctx, rel, theme, o);
	prfmt_release_free(rel);
	prfmt_theme_free(theme);
	prfmt_ctx_free(ctx);
	return code;
}

int main(int argc, char **argv)
{
	struct opts o;
	signal(SIGPIPE, SIG_IGN); /* a closed pipe is an exit code, 74 */
	int code = opts_parse(&o, argc, argv);
	if (code < 0)
		code = run(&o);
	opts_free(&o);
	return code;
}
