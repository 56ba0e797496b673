/* opts.c - argv in, struct opts or one sentence of complaint out. */
#include "cli/opts.h"

#include "cli/rules.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char usage[] =
	"usage: prfmt [options] INPUT [-o FILE]...\n"
	"\n"
	"Renders a press release (XML) to HTML, accessible PDF, NewsML-G2, "
	"canonical\n"
	"XML or plain text. INPUT is a file, or - for standard input.\n"
	"\n"
	"  -o, --output FILE     where to write; the suffix tells the format:\n"
	"                        .html .pdf .newsml.xml .xml .txt; repeatable:\n"
	"                        all are written, or none; - is standard output\n"
	"  -t, --to FORMAT       html pdf newsml xml text; with one -o at most\n"
	"  -f, --from FORMAT     of the input: xml\n"
	"      --check           only say what is wrong\n"
	"      --root DIR        where pictures are looked up; default: the\n"
	"                        folder of INPUT; standard input has none\n"
	"      --set FIELD=VALUE fill what the input lacks: issuer issued lang\n"
	"                        guid contact place headline; repeatable\n"
	"      --now INSTANT     has the embargo ended by then? Without it every\n"
	"                        embargo is running\n"
	"      --paper SIZE      a4 or letter; default: by language and region\n"
	"      --theme NAME|FILE how it looks: plain, government, corporate, or a\n"
	"                        theme file (with a slash in it, or .xml)\n"
	"      --list-themes     print the names of the built-in themes\n"
	"      --font-dir DIR    fonts from here alone; repeatable\n"
	"      --missing-assets error|placeholder\n"
	"                        what to do where a picture is not to be had\n"
	"      --encoding NAME   of the input, where it does not say\n"
	"      --diagnostics human|short|json\n"
	"                        with the line and a caret; one line each; one\n"
	"                        array; default: human on a terminal, else short\n"
	"      --no-rule CODE    do not give this warning or note; repeatable\n"
	"      --list-rules      print all codes, one a line\n"
	"      --explain CODE    print what a code means and what to do\n"
	"      --strict          warnings stop it too (exit 2)\n"
	"      --lenient         unknown names are warnings\n"
	"  -q, --quiet           errors only\n"
	"      --print-schema    print the schema of releases (RELAX NG)\n"
	"      --init[=LANG]     print a commented release to start from\n"
	"      --version         print the version\n"
	"  -h, --help            print this\n"
	"\n"
	"Exit: 0 done; 1 the input is wrong; 2 warnings under --strict; 3 the\n"
	"render failed; 4 a picture is missing; 5 a limit; 64 the command line;\n"
	"74 the system; 130 cancelled.\n";

enum long_option {
	OPT_CHECK = 256,
	OPT_ROOT,
	OPT_SET,
	OPT_NOW,
	OPT_PAPER,
	OPT_THEME,
	OPT_LIST_THEMES,
	OPT_FONT_DIR,
	OPT_MISSING,
	OPT_ENCODING,
	OPT_DIAGNOSTICS,
	OPT_NO_RULE,
	OPT_LIST_RULES,
	OPT_EXPLAIN,
	OPT_STRICT,
	OPT_LENIENT,
	OPT_PRINT_SCHEMA,
	OPT_INIT,
	OPT_VERSION
};

static const struct option table[] = {
	{ "output", required_argument, NULL, 'o' },
	{ "to", required_argument, NULL, 't' },
	{ "from", required_argument, NULL, 'f' },
	{ "check", no_argument, NULL, OPT_CHECK },
	{ "root", required_argument, NULL, OPT_ROOT },
	{ "set", required_argument, NULL, OPT_SET },
	{ "now", required_argument, NULL, OPT_NOW },
	{ "paper", required_argument, NULL, OPT_PAPER },
	{ "theme", required_argument, NULL, OPT_THEME },
	{ "list-themes", no_argument, NULL, OPT_LIST_THEMES },
	{ "font-dir", required_argument, NULL, OPT_FONT_DIR },
	{ "missing-assets", required_argument, NULL, OPT_MISSING },
	{ "encoding", required_argument, NULL, OPT_ENCODING },
	{ "diagnostics", required_argument, NULL, OPT_DIAGNOSTICS },
	{ "no-rule", required_argument, NULL, OPT_NO_RULE },
	{ "list-rules", no_argument, NULL, OPT_LIST_RULES },
	{ "explain", required_argument, NULL, OPT_EXPLAIN },
	{ "strict", no_argument, NULL, OPT_STRICT },
	{ "lenient", no_argument, NULL, OPT_LENIENT },
	{ "print-schema", no_argument, NULL, OPT_PRINT_SCHEMA },
	{ "init", optional_argument, NULL, OPT_INIT },
	{ "quiet", no_argument, NULL, 'q' },
	{ "version", no_argument, NULL, OPT_VERSION },
	{ "help", no_argument, NULL, 'h' },
	{ NULL, 0, NULL, 0 },
};

static int complain(const char *what, const char *about)
{
	fprintf(stderr, "prfmt: %s%s%s; see prfmt --help\n", what,
	        about[0] ? " " : "", about);
	return EXIT_USAGE;
}

static bool ends_with(const char *text, const char *suffix)
{
	size_t n = strlen(text);
	size_t m = strlen(suffix);
	return n > m && !strcmp(text + n - m, suffix);
}

prfmt_format opts_format_of(const char *path)
{
	const prfmt_format_info *best = NULL;
	for (size_t i = 0; prfmt_format_at(i); i++) {
		const prfmt_format_info *f = prfmt_format_at(i);
		if (ends_with(path, f->suffix) &&
		    (!best || strlen(f->suffix) > strlen(best->suffix)))
			best = f;
	}
	return best ? best->format : (prfmt_format)0;
}

static int to_stdout(void *user, const void *data, size_t len)
{
	(void)user;
	return fwrite(data, 1, len, stdout) != len || fflush(stdout);
}

static int printed_all(prfmt_status st)
{
	if (st == PRFMT_EINVAL)
		return complain("that is not a language tag", "");
	return st == PRFMT_OK ? 0 : st == PRFMT_EIO ? 74 : 3;
}

static int printed(void)
{
	return fflush(stdout) ? 74 : 0;
}

static int explain(const char *code)
{
	const prfmt_rule *rule = rules_find(code);
	if (!rule)
		return complain("there is no rule", code);
	rules_explain(rule);
	return printed();
}

static int mute(struct opts *o, const char *code, size_t *mutes)
{
	const prfmt_rule *rule = rules_find(code);
	if (!rule)
		return complain("there is no rule", code);
	if (rule->severity == PRFMT_ERROR)
		return complain("errors cannot be switched off, so not", code);
	o->mute[(*mutes)++] = code;
	return -1;
}

static int diagnostics(struct opts *o, const char *how)
{
	static const char *const names[] = { [SAY_HUMAN] = "human",
		[SAY_SHORT] = "short", [SAY_JSON] = "json" };
	for (int i = SAY_HUMAN; i <= SAY_JSON; i++) {
		if (strcmp(how, names[i]))
			continue;
		o->diagnostics = (enum say_how)i;
		return -1;
	}
	return complain("--diagnostics is human, short or json, not", how);
}

/* How many of the options that may be repeated there were. */
struct counts {
	size_t sets;
	size_t dirs;
	size_t mutes;
};

/* -1, or an exit code. */
static int take(struct opts *o, int c, struct counts *n)
{
	switch (c) {
	case 'o':
		o->outputs[o->output_count++] = optarg;
		return -1;
	case 't':
		o->format = prfmt_format_from_name(optarg);
		return o->format ? -1 : complain("no such format:", optarg);
	case 'f':
		o->from = optarg;
		return -1;
	case 'q':
		o->quiet = true;
		return -1;
	case OPT_CHECK:
		o->check = true;
		return -1;
	case OPT_ROOT:
		o->root = optarg;
		return -1;
	case OPT_SET:
		o->set[n->sets++] = optarg;
		return -1;
	case OPT_NOW:
		o->now = optarg;
		return -1;
	case OPT_PAPER:
		o->paper = optarg;
		if (!strcmp(optarg, "a4") || !strcmp(optarg, "letter"))
			return -1;
		return complain("--paper is a4 or letter, not", optarg);
	case OPT_THEME:
		o->theme = optarg;
		return -1;
	case OPT_LIST_THEMES:
		for (size_t i = 0; prfmt_theme_at(i); i++)
			printf("%s\n", prfmt_theme_at(i));
		return fflush(stdout) ? 74 : 0;
	case OPT_FONT_DIR:
		o->font_dirs[n->dirs++] = optarg;
		return -1;
	case OPT_MISSING:
		o->placeholder = !strcmp(optarg, "placeholder");
		if (o->placeholder || !strcmp(optarg, "error"))
			return -1;
		return complain("--missing-assets is error or placeholder, "
		                "not",
		                optarg);
	case OPT_ENCODING:
		o->encoding = optarg;
		return -1;
	case OPT_DIAGNOSTICS:
		return diagnostics(o, optarg);
	case OPT_NO_RULE:
		return mute(o, optarg, &n->mutes);
	case OPT_LIST_RULES:
		rules_list();
		return printed();
	case OPT_EXPLAIN:
		return explain(optarg);
	case OPT_STRICT:
		o->strict = true;
		return -1;
	case OPT_LENIENT:
		o->lenient = true;
		return -1;
	case OPT_PRINT_SCHEMA:
		return printed_all(prfmt_schema(to_stdout, NULL));
	case OPT_INIT:
		return printed_all(prfmt_starter(optarg, to_stdout, NULL));
	case OPT_VERSION:
		printf("prfmt %s\n", prfmt_version());
		return printed();
	case 'h':
		fputs(usage, stdout);
		return printed();
	default:
		return complain("that is not an option", "");
	}
}

static int judge(struct opts *o)
{
	bool several = o->output_count > 1;
	if (o->check && o->output_count)
		return complain("--check writes nothing, so no -o", "");
	if (o->format && several)
		return complain("-t goes with one -o", "");
	for (size_t i = 0; i < o->output_count; i++) {
		const char *path = o->outputs[i];
		bool standard = !strcmp(path, "-");
		if (standard && several)
			return complain("-o - goes with no other -o", "");
		if (standard && !o->format)
			return complain("-o - needs -t", "");
		if (!o->format && !opts_format_of(path))
			return complain("no format has the suffix of", path);
	}
	if (!o->check && !o->output_count && !o->format)
		return complain("say -o FILE, -t FORMAT or --check", "");
	return -1;
}

int opts_parse(struct opts *o, int argc, char **argv)
{
	struct counts counts = { 0 };
	size_t room = (size_t)argc + 1;
	*o = (struct opts){ 0 };
	o->outputs = calloc(room, sizeof *o->outputs);
	o->set = calloc(room, sizeof *o->set);
	o->font_dirs = calloc(room, sizeof *o->font_dirs);
	o->mute = calloc(room, sizeof *o->mute);
	if (!o->outputs || !o->set || !o->font_dirs || !o->mute) {
		fputs("prfmt: out of memory\n", stderr);
		return 3;
	}
	opterr = 0;
	int c = 0;
	while ((c = getopt_long(argc, argv, ":o:t:f:qh", table, NULL)) != -1) {
		if (c == ':')
			return complain("a value is missing behind",
			                argv[optind - 1]);
		if (c == '?')
			return complain("no such option:", argv[optind - 1]);
		int code = take(o, c, &counts);
		if (code >= 0)
			return code;
	}
	if (optind == argc)
		return complain("no input given", "");
	if (optind + 1 < argc)
		return complain("one input at a time, not also",
		                argv[optind + 1]);
	o->input = argv[optind];
	return judge(o);
}

void opts_free(struct opts *o)
{
	free(o->outputs);
	free(o->set);
	free(o->font_dirs);
	free(o->mute);
}
