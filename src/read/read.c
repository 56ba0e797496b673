/* read.c - opens, caps and decodes an input, and hands it to its reader. */
#include "read/read.h"

#include "base/alloc.h"
#include "base/limits.h"
#include "base/sys.h"
#include "base/text.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

static const struct place nowhere = { 0, 0, 0 };

static status over(struct diags *d, const prfmt_limits *limits)
{
	diags_say(d, CODE_LIMIT, nowhere, 0,
	          "the input is larger than %zu bytes (limit input_bytes)",
	          limits->input_bytes);
	return PRFMT_ELIMIT;
}

static prfmt_read_options options(const prfmt_read_options *given,
                                  const char *name)
{
	prfmt_read_options o = PRFMT_INIT(prfmt_read_options);
	if (given)
		memcpy(&o, given,
		       given->size < sizeof o ? given->size : sizeof o);
	if (!o.name)
		o.name = name;
	return o;
}

static status parse(prfmt_release *rel, struct span bytes,
                    const prfmt_read_options *opt, const prfmt_limits *limits)
{
	struct buf text = { 0 };
	struct diags *d = &rel->found;
	rel->name = arena_copy(&rel->arena, opt->name, strlen(opt->name));
	if (!rel->name)
		return PRFMT_ENOMEM;
	diags_source(d, rel->name, (struct span){ "", 0 });
	if (opt->from && strcmp(opt->from, "xml")) {
		diags_say_as(d, CODE_XML_SYNTAX, PRFMT_ERROR, nowhere, 0,
		             "this version reads \"xml\"",
		             "the input format \"%s\" is not known", opt->from);
		return PRFMT_EINVAL;
	}
	status st = decode(bytes, opt->encoding, d, &text);
	rel->text = text.at;
	rel->text_len = text.len;
	if (st)
		return st;
	diags_source(d, rel->name, (struct span){ rel->text, rel->text_len });
	st = read_release_xml(rel, limits, opt->flags);
	if (!st && opt->set)
		st = read_set(rel, opt->set);
	return st ? st : d->status;
}

static status read_span(struct span bytes, const prfmt_read_options *opt,
                        const prfmt_limits *limits, struct diags *d,
                        prfmt_release **out)
{
	if (bytes.len > limits->input_bytes) {
		diags_source(d, opt->name, (struct span){ "", 0 });
		return over(d, limits);
	}
	prfmt_release *rel = release_new();
	if (!rel)
		return PRFMT_ENOMEM;
	rel->found.most = limits->diagnostics;
	status st = parse(rel, bytes, opt, limits);
	diags_sort(&rel->found);
	diags_copy(d, &rel->found);
	if (rel->found.status || d->status)
		st = PRFMT_ENOMEM; /* why it failed could not be said */
	if (st) {
		release_free(rel);
		return st;
	}
	*out = rel;
	return PRFMT_OK;
}

status read_memory(const void *data, size_t len,
                   const prfmt_read_options *given, const prfmt_limits *limits,
                   struct diags *d, prfmt_release **out)
{
	prfmt_read_options opt = options(given, "-");
	return read_span((struct span){ data, len }, &opt, limits, d, out);
}

static status slurp(int fd, const prfmt_limits *limits, struct buf *out)
{
	char block[65536];
	for (;;) {
		ssize_t got = read(fd, block, sizeof block);
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return PRFMT_EIO;
		if (got == 0)
			return out->status;
		buf_add(out, block, (size_t)got);
		if (out->len > limits->input_bytes)
			return PRFMT_ELIMIT;
	}
}

static status whole_file(const char *path, const prfmt_limits *limits,
                         struct diags *d, struct buf *bytes)
{
	status st = PRFMT_EIO;
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd >= 0)
		st = slurp(fd, limits, bytes);
	int error = errno;
	if (fd >= 0)
		close(fd);
	if (st == PRFMT_EIO)
		diags_say(d, CODE_IO, nowhere, 0, "cannot read it: %s",
		          sys_reason(error));
	else if (st == PRFMT_ELIMIT)
		st = over(d, limits);
	return st;
}

status read_file(const char *path, const prfmt_read_options *given,
                 const prfmt_limits *limits, struct diags *d,
                 prfmt_release **out)
{
	prfmt_read_options opt = options(given, path);
	struct buf bytes = { 0 };
	diags_source(d, opt.name, (struct span){ "", 0 });
	status st = whole_file(path, limits, d, &bytes);
	if (!st)
		st = read_span((struct span){ bytes.at, bytes.len }, &opt,
		               limits, d, out);
	buf_free(&bytes);
	return st;
}

status read_text(struct span bytes, const prfmt_limits *limits,
                 struct diags *d, struct buf *out)
{
	if (bytes.len > limits->input_bytes)
		return over(d, limits);
	return decode(bytes, NULL, d, out);
}

status read_text_file(const char *path, const prfmt_limits *limits,
                      struct diags *d, struct buf *out)
{
	struct buf bytes = { 0 };
	diags_source(d, path, (struct span){ "", 0 });
	status st = whole_file(path, limits, d, &bytes);
	if (!st)
		st = read_text((struct span){ bytes.at, bytes.len }, limits, d,
		               out);
	buf_free(&bytes);
	return st;
}
