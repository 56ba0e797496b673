/* decode.c - bytes in any encoding in, checked UTF-8 out. */
#include "base/alloc.h"
#include "base/text.h"
#include "read/read.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>

static struct place place_at(struct span text, size_t offset)
{
	uint32_t line = 1;
	size_t start = 0;
	for (size_t i = 0; i < offset; i++) {
		if (text.at[i] == '\n') {
			line++;
			start = i + 1;
		}
	}
	size_t col = text_count(text.at + start, offset - start) + 1;
	return (struct place){ line, (uint32_t)col, (uint32_t)col + 1 };
}

static const struct {
	const char *bytes;
	size_t len;
	const char *name;
} marks[] = {
	{ "\xEF\xBB\xBF", 3, "UTF-8" },
	{ "\xFF\xFE", 2, "UTF-16LE" },
	{ "\xFE\xFF", 2, "UTF-16BE" },
};

/* The byte order mark at the start; its encoding, or NULL. */
static const char *mark_of(struct span *bytes)
{
	for (size_t i = 0; i < COUNT(marks); i++) {
		if (bytes->len >= marks[i].len &&
		    !memcmp(bytes->at, marks[i].bytes, marks[i].len)) {
			bytes->at += marks[i].len;
			bytes->len -= marks[i].len;
			return marks[i].name;
		}
	}
	/* XML 1.0, F.1: "<?" in UTF-16 without a mark */
	if (bytes->len >= 4 && !memcmp(bytes->at, "<\0?\0", 4))
		return "UTF-16LE";
	if (bytes->len >= 4 && !memcmp(bytes->at, "\0<\0?", 4))
		return "UTF-16BE";
	return NULL;
}

enum { NAME_MOST = 40 };

/* encoding="…" of an XML declaration into name; false: none. */
static bool declared(struct span bytes, char name[NAME_MOST])
{
	if (!text_starts(bytes, "<?xml"))
		return false;
	const char *end = memchr(bytes.at, '>', bytes.len);
	size_t len = end ? (size_t)(end - bytes.at) : 0;
	size_t i = 0;
	while (i + 8 < len && memcmp(bytes.at + i, "encoding", 8))
		i++;
	if (i + 8 >= len)
		return false;
	i += 8;
	while (i < len && bytes.at[i] != '"' && bytes.at[i] != '\'')
		i++;
	size_t n = 0;
	while (++i < len && n + 1 < NAME_MOST && bytes.at[i] != '"' &&
	       bytes.at[i] != '\'')
		name[n++] = bytes.at[i];
	name[n] = '\0';
	return n > 0;
}

static status convert(struct span bytes, const char *from, struct buf *out)
{
	iconv_t cd = iconv_open("UTF-8", from);
	/* glibc says EINVAL as well where loading a converter failed for want
	   of memory: the second time tells */
	if (cd == (iconv_t)-1 && errno == EINVAL)
		cd = iconv_open("UTF-8", from);
	if (cd == (iconv_t)-1)
		return errno == ENOMEM ? PRFMT_ENOMEM : PRFMT_ESYNTAX;
	char block[4096];
	char *in = (char *)(uintptr_t)bytes.at;
	size_t left = bytes.len;
	status st = PRFMT_OK;
	while (left && !st) {
		char *to = block;
		size_t room = sizeof block;
		size_t got = iconv(cd, &in, &left, &to, &room);
		buf_add(out, block, sizeof block - room);
		st = out->status;
		if (got == (size_t)-1 && errno != E2BIG)
			st = PRFMT_ESYNTAX;
	}
	iconv_close(cd);
	return st;
}

static status check_utf8(struct span bytes, struct diags *d)
{
	size_t bad = 0;
	if (text_valid(bytes.at, bytes.len, &bad))
		return PRFMT_OK;
	unsigned byte = (unsigned char)bytes.at[bad];
	bool windows = byte >= 0x80;
	diags_source(d, d->source, (struct span){ "", 0 });
	diags_say(d, CODE_ENCODING, place_at(bytes, bad), 0,
	          "byte 0x%02X is not UTF-8%s", byte,
	          windows ? " (looks like windows-1252)" : "");
	return PRFMT_ESYNTAX;
}

/* XML 1.0, production 2: control characters cannot be carried at all. */
static status check_chars(const struct buf *text, struct diags *d)
{
	size_t i = 0;
	struct span all = { text->at, text->len };
	while (i < text->len) {
		uint32_t cp = 0;
		size_t n = text_next(text->at + i, text->len - i, &cp);
		if (!text_xml_char(cp)) {
			diags_source(d, d->source, all);
			diags_say(d, CODE_XML_CHAR, place_at(all, i), 0,
			          "U+%04X cannot stand in XML", (unsigned)cp);
			return PRFMT_ESYNTAX;
		}
		i += n;
	}
	return PRFMT_OK;
}

static bool is_utf8_name(const char *name)
{
	struct span s = text_span(name);
	return text_same(s, text_span("UTF-8")) ||
	       text_same(s, text_span("UTF8")) ||
	       text_same(s, text_span("US-ASCII"));
}

static status decode_from(struct span bytes, const char *from,
                          struct diags *d, struct buf *out)
{
	status st = PRFMT_OK;
	if (is_utf8_name(from)) {
		st = check_utf8(bytes, d);
		if (!st)
			buf_span(out, bytes);
		return st ? st : out->status;
	}
	st = convert(bytes, from, out);
	if (st != PRFMT_ESYNTAX)
		return st;
	struct place at = { 1, 1, 0 };
	if (out->len)
		at = place_at((struct span){ out->at, out->len }, out->len);
	diags_say(d, CODE_ENCODING, at, 0,
	          "the input cannot be read as %s", from);
	return st;
}

status decode(struct span bytes, const char *encoding, struct diags *d,
              struct buf *out)
{
	char name[NAME_MOST] = "UTF-8";
	const char *mark = mark_of(&bytes);
	const char *from = encoding ? encoding : mark;
	if (!from && declared(bytes, name))
		from = name;
	if (!from)
		from = name;
	status st = decode_from(bytes, from, d, out);
	if (!st && text_all_blank((struct span){ buf_text(out), out->len })) {
		diags_say(d, CODE_EMPTY, (struct place){ 1, 1, 0 }, 0,
		          "the input is empty");
		st = PRFMT_ESYNTAX;
	}
	return st ? st : check_chars(out, d);
}
