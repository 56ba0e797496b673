/* scan.c - reads a content stream once, token by token, and rewrites it. */
#include "render/pdf/scan.h"

#include "base/text.h"

#include <string.h>

#define NOWHERE ((size_t)-1)

struct scan {
	struct span in;
	size_t at;        /* reading here */
	size_t done;      /* written up to here */
	size_t statement; /* where the operands of the next operator begin */
	size_t path;      /* where the path under construction begins */
	size_t numbers[3]; /* where the last three numbers begin */
	size_t number_count;
	size_t depth;     /* of marked content */
	size_t seen;      /* marks so far */
	size_t figures;   /* pictures so far */
	const struct drawn_page *page;
	struct buf *out;
	bool wrong;
};

static void copy_to(struct scan *s, size_t upto)
{
	buf_add(s->out, s->in.at + s->done, upto - s->done);
	s->done = upto;
}

static void begin(struct scan *s)
{
	if (s->statement == NOWHERE)
		s->statement = s->at;
}

static void end(struct scan *s)
{
	s->statement = NOWHERE;
	s->number_count = 0;
}

static bool is_number_byte(char c)
{
	return text_is_digit(c) || c == '.' || c == '-' || c == '+';
}

static bool is_operator_byte(char c)
{
	return text_is_alpha(c) || c == '*' || c == '\'' || c == '"';
}

static bool is_delimiter(char c)
{
	return (unsigned char)c <= ' ' || strchr("/<>[]()", c);
}

/* -- operands ------------------------------------------------------------- */

static void skip_string(struct scan *s)
{
	size_t nested = 0;
	do {
		char c = s->in.at[s->at++];
		if (c == '\\')
			s->at++;
		else if (c == '(')
			nested++;
		else if (c == ')')
			nested--;
	} while (s->at < s->in.len && nested);
}

static void skip_hex(struct scan *s)
{
	if (s->at + 1 < s->in.len && s->in.at[s->at + 1] == '<') {
		s->at += 2;
		return;
	}
	while (s->at < s->in.len && s->in.at[s->at] != '>')
		s->at++;
	s->at++;
}

static void number(struct scan *s)
{
	if (s->number_count == 3) {
		s->numbers[0] = s->numbers[1];
		s->numbers[1] = s->numbers[2];
		s->number_count = 2;
	}
	s->numbers[s->number_count++] = s->at;
	while (s->at < s->in.len && is_number_byte(s->in.at[s->at]))
		s->at++;
}

/* -- marks ---------------------------------------------------------------- */

static void open_tag(struct scan *s, const struct tag *tag, size_t mcid)
{
	if (!tag) {
		buf_puts(s->out, "/Artifact BMC");
		return;
	}
	buf_byte(s->out, '/');
	buf_puts(s->out, tag_name(tag->type));
	buf_puts(s->out, " <</MCID ");
	buf_uint(s->out, mcid);
	buf_puts(s->out, ">> BDC");
}

/* "/Span << /MCID 7 >> BDC": its k-th must say k. */
static bool is_mark(const struct scan *s, size_t *after, size_t *mcid)
{
	static const char head[] = "/Span << /MCID ";
	static const char tail[] = " >> BDC";
	struct span rest = { s->in.at + s->at, s->in.len - s->at };
	if (!text_starts(rest, head))
		return false;
	size_t i = sizeof head - 1;
	*mcid = 0;
	while (i < rest.len && text_is_digit(rest.at[i]))
		*mcid = *mcid * 10 + (size_t)(rest.at[i++] - '0');
	struct span behind = { rest.at + i, rest.len - i };
	*after = s->at + i + sizeof tail - 1;
	return text_starts(behind, tail);
}

static void name(struct scan *s)
{
	size_t after = 0;
	size_t mcid = 0;
	if (is_mark(s, &after, &mcid)) {
		if (mcid != s->seen || mcid >= s->page->owner_count) {
			s->wrong = true;
			return;
		}
		copy_to(s, s->at);
		open_tag(s, s->page->owners[mcid], mcid);
		s->at = after;
		s->done = after;
		s->seen++;
		s->depth++;
		end(s);
		return;
	}
	s->at++;
	while (s->at < s->in.len && !is_delimiter(s->in.at[s->at]))
		s->at++;
}

/* -- operators ------------------------------------------------------------ */

static void wrap(struct scan *s, size_t from, const struct tag *tag,
                 size_t mcid)
{
	copy_to(s, from);
	open_tag(s, tag, mcid);
	buf_byte(s->out, '\n');
	copy_to(s, s->at);
	buf_puts(s->out, "\nEMC");
}

static void picture(struct scan *s)
{
	if (s->figures >= s->page->figure_count) {
		s->wrong = true;
		return;
	}
	wrap(s, s->statement, s->page->figures[s->figures],
	     s->page->owner_count + s->figures);
	s->figures++;
}

static bool in(struct span op, const char *list)
{
	struct span rest = text_span(list);
	struct span word;
	while (text_word(&rest, &word))
		if (text_equal(op, word))
			return true;
	return false;
}

static void paint(struct scan *s, struct span op)
{
	if (in(op, "m re")) {
		if (s->path == NOWHERE)
			s->path = s->statement;
	} else if (in(op, "n")) {
		s->path = NOWHERE; /* a clip paints nothing */
	} else if (in(op, "S s f F f* B B* b b* sh")) {
		size_t from = s->path == NOWHERE ? s->statement : s->path;
		wrap(s, from, NULL, 0);
		s->path = NOWHERE;
	} else if (in(op, "Do")) {
		picture(s);
	}
}

/* Three whole equal operands: "0 0 0 rg", never "0 0 0.6 rg". */
static void grey(struct scan *s, struct span op)
{
	const char *a = s->in.at + s->numbers[0];
	const char *b = s->in.at + s->numbers[1];
	const char *c = s->in.at + s->numbers[2];
	if (s->number_count != 3 || !in(op, "rg RG"))
		return;
	size_t len = (size_t)(b - a); /* with the blank behind it */
	if ((size_t)(c - b) != len || memcmp(a, b, len) ||
	    memcmp(a, c, len - 1) || !text_is_blank(c[len - 1]) ||
	    s->numbers[0] < s->done)
		return;
	copy_to(s, s->numbers[1]);
	buf_byte(s->out, op.at[0] == 'r' ? 'g' : 'G');
	s->done = s->at;
}

static void operate(struct scan *s)
{
	size_t from = s->at;
	while (s->at < s->in.len && is_operator_byte(s->in.at[s->at]))
		s->at++;
	struct span op = { s->in.at + from, s->at - from };
	if (in(op, "BDC BMC"))
		s->depth++;
	else if (in(op, "EMC") && s->depth == 0)
		s->wrong = true;
	else if (in(op, "EMC"))
		s->depth--;
	else if (s->depth == 0)
		paint(s, op);
	grey(s, op);
	end(s);
}

static void token(struct scan *s)
{
	char c = s->in.at[s->at];
	if (c == '(') {
		begin(s);
		skip_string(s);
	} else if (c == '<') {
		begin(s);
		skip_hex(s);
	} else if (c == '/') {
		begin(s);
		name(s);
	} else if (is_number_byte(c)) {
		begin(s);
		number(s);
	} else if (is_operator_byte(c)) {
		begin(s);
		operate(s);
	} else {
		s->at++;
	}
}

status scan_page(struct span content, const struct drawn_page *page,
                 struct buf *out)
{
	struct scan s = { .in = content, .page = page, .out = out,
		.statement = NOWHERE, .path = NOWHERE };
	while (s.at < s.in.len && !s.wrong)
		token(&s);
	if (s.wrong || s.depth || s.at > s.in.len ||
	    s.seen != page->owner_count || s.figures != page->figure_count)
		return PRFMT_EINTERNAL;
	copy_to(&s, s.in.len);
	return out->status;
}
