/* test_api.c - the contract of prfmt.h, by the public header alone. */
#include <prfmt/prfmt.h>

#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#define COUNT(table) (sizeof(table) / sizeof(table)[0])
#define HEAD_OF(lang) \
	"<release xmlns=\"urn:prfmt:release:1\" xml:lang=\"" lang "\" " \
	"guid=\"tag:a.example,2026:1\"><head><issuer><name>Quay Ltd</name>" \
	"</issuer><issued at=\"2026-01-01T00:00:00Z\"/>" \
	"<headline>Crane lifts</headline></head><body>"
#define HEAD HEAD_OF("en-GB")
#define TAIL \
	"</body><back><contact><email>a@b.example</email></contact></back>" \
	"</release>"
#define PLAIN HEAD "<p>First <em>words</em> here.</p><p>More.</p>" TAIL
#define FIGURE(src) \
	"<figure><img src=\"" src "\" alt=\"A crane\"/><caption>It lifts." \
	"</caption></figure>"
#define PICTURES HEAD "<p>A.</p>" FIGURE("a.png") FIGURE("b.png") TAIL

/* A grey PNG of 3 by 2 pixels. */
static const unsigned char picture[] = {
	0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00,
	0x00, 0x0D, 0x49, 0x48, 0x44, 0x52, 0x00, 0x00, 0x00, 0x03,
	0x00, 0x00, 0x00, 0x02, 0x08, 0x00, 0x00, 0x00, 0x00, 0xB8,
	0x1F, 0x39, 0xC6, 0x00, 0x00, 0x00, 0x10, 0x49, 0x44, 0x41,
	0x54, 0x78, 0x9C, 0x63, 0x10, 0x50, 0x30, 0x60, 0x70, 0x08,
	0x48, 0x00, 0x00, 0x03, 0xE8, 0x01, 0x51, 0x8C, 0x88, 0x44,
	0xC7, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4E, 0x44, 0xAE,
	0x42, 0x60, 0x82
};
enum { PICTURE_PIXELS = 6 };

static const prfmt_format formats[] = { PRFMT_FORMAT_HTML,
	PRFMT_FORMAT_NEWSML, PRFMT_FORMAT_XML, PRFMT_FORMAT_TEXT,
	PRFMT_FORMAT_PDF };

static bool available(prfmt_format f)
{
	for (size_t i = 0; prfmt_format_at(i); i++)
		if (prfmt_format_at(i)->format == f)
			return prfmt_format_at(i)->available;
	return false;
}

static prfmt_ctx *context(const prfmt_limits *limits)
{
	prfmt_ctx *ctx = NULL;
	prfmt_options opt = PRFMT_INIT(prfmt_options);
	opt.limits = limits;
	assert_int_equal(prfmt_ctx_new(&opt, &ctx), PRFMT_OK);
	assert_non_null(ctx);
	return ctx;
}

static prfmt_release *release(prfmt_ctx *ctx, const char *text)
{
	prfmt_release *rel = NULL;
	assert_int_equal(prfmt_read_memory(ctx, text, PRFMT_NTS, NULL, &rel),
	                 PRFMT_OK);
	assert_non_null(rel);
	return rel;
}

static prfmt_status give_picture(void *user, const prfmt_asset_request *what,
                                 prfmt_blob *out)
{
	(void)user;
	if (sizeof picture > what->max_bytes)
		return PRFMT_ELIMIT;
	out->data = picture;
	out->len = sizeof picture;
	return PRFMT_OK;
}

struct bytes {
	void *at;
	size_t len;
};

static prfmt_status rendered(prfmt_ctx *ctx, const prfmt_release *rel,
                             prfmt_format f, struct bytes *out)
{
	prfmt_render_options opt = PRFMT_INIT(prfmt_render_options);
	opt.asset = give_picture;
	prfmt_status st = prfmt_render_memory(ctx, rel, f, &opt, &out->at,
	                                      &out->len, NULL);
	if (st) {
		assert_null(out->at);
		assert_int_equal(out->len, 0);
	} else {
		assert_int_equal(((char *)out->at)[out->len], '\0');
	}
	return st;
}

/* Is there a diagnostic of this code that says this? */
static bool said(const prfmt_ctx *ctx, const char *code, const char *words)
{
	for (size_t i = 0; i < prfmt_diag_count(ctx); i++) {
		const prfmt_diag *d = prfmt_diag_at(ctx, i);
		if (!strcmp(d->code, code) && strstr(d->message, words))
			return true;
	}
	return false;
}

/* -- arguments ------------------------------------------------------------ */

static int take_nothing(void *user, const void *data, size_t len)
{
	(void)user;
	(void)data;
	(void)len;
	return 1;
}

static void null_is_told_from_use(void **state)
{
	(void)state;
	prfmt_ctx *ctx = context(NULL);
	prfmt_release *rel = release(ctx, PLAIN);
	prfmt_release *none = rel;
	prfmt_dir *dir = NULL;
	void *out = rel;
	size_t len = 9;
	prfmt_format html = PRFMT_FORMAT_HTML;
	prfmt_target target = PRFMT_INIT(prfmt_target);
	target.format = html;

	assert_int_equal(prfmt_ctx_new(NULL, NULL), PRFMT_EINVAL);
	assert_int_equal(prfmt_read_file(NULL, "x", NULL, &none), PRFMT_EINVAL);
	assert_null(none);
	none = rel;
	assert_int_equal(prfmt_read_file(ctx, NULL, NULL, &none), PRFMT_EINVAL);
	assert_null(none);
	assert_int_equal(prfmt_read_file(ctx, "x", NULL, NULL), PRFMT_EINVAL);
	none = rel;
	assert_int_equal(prfmt_read_memory(NULL, "x", 1, NULL, &none),
	                 PRFMT_EINVAL);
	assert_null(none);
	assert_int_equal(prfmt_read_memory(ctx, NULL, 1, NULL, &none),
	                 PRFMT_EINVAL);
	assert_int_equal(prfmt_read_memory(ctx, NULL, PRFMT_NTS, NULL, &none),
	                 PRFMT_EINVAL);
	assert_int_equal(prfmt_read_memory(ctx, "x", 1, NULL, NULL),
	                 PRFMT_EINVAL);
	assert_int_equal(prfmt_check(NULL, rel, 0), PRFMT_EINVAL);
	assert_int_equal(prfmt_check(ctx, NULL, 0), PRFMT_EINVAL);
	assert_int_equal(prfmt_dir_open(NULL, &dir), PRFMT_EINVAL);
	assert_int_equal(prfmt_dir_open(".", NULL), PRFMT_EINVAL);
	assert_int_equal(prfmt_render(NULL, rel, html, NULL, take_nothing, NULL,
	                              NULL),
	                 PRFMT_EINVAL);
	assert_int_equal(prfmt_render(ctx, NULL, html, NULL, take_nothing, NULL,
	                              NULL),
	                 PRFMT_EINVAL);
	assert_int_equal(prfmt_render(ctx, rel, html, NULL, NULL, NULL, NULL),
	                 PRFMT_EINVAL);
	assert_int_equal(prfmt_render_memory(NULL, rel, html, NULL, &out, &len,
	                                     NULL),
	                 PRFMT_EINVAL);
	assert_null(out);
	assert_int_equal(len, 0);
	assert_int_equal(prfmt_render_memory(ctx, NULL, html, NULL, &out, &len,
	                                     NULL),
	                 PRFMT_EINVAL);
	assert_int_equal(prfmt_render_memory(ctx, rel, html, NULL, NULL, &len,
	                                     NULL),
	                 PRFMT_EINVAL);
	assert_int_equal(prfmt_render_memory(ctx, rel, html, NULL, &out, NULL,
	                                     NULL),
	                 PRFMT_EINVAL);
	assert_int_equal(prfmt_render_file(NULL, rel, html, NULL, "x", NULL),
	                 PRFMT_EINVAL);
	assert_int_equal(prfmt_render_file(ctx, NULL, html, NULL, "x", NULL),
	                 PRFMT_EINVAL);
	assert_int_equal(prfmt_render_file(ctx, rel, html, NULL, NULL, NULL),
	                 PRFMT_EINVAL);
	assert_int_equal(prfmt_render_files(ctx, rel, NULL, 1, NULL),
	                 PRFMT_EINVAL);
	assert_int_equal(prfmt_render_files(ctx, rel, &target, 0, NULL),
	                 PRFMT_EINVAL);
	assert_int_equal(prfmt_render_files(ctx, rel, &target, 1, NULL),
	                 PRFMT_EINVAL); /* it has no path */
	prfmt_release_free(rel);
	prfmt_ctx_free(ctx);
}

static void null_has_nothing_to_say(void **state)
{
	(void)state;
	size_t len = 9;
	assert_null(prfmt_release_root(NULL));
	assert_int_equal(prfmt_node_element(NULL), PRFMT_EL_TEXT);
	assert_null(prfmt_node_get(NULL, PRFMT_AT_ID));
	assert_null(prfmt_node_text(NULL, &len));
	assert_int_equal(len, 0);
	assert_null(prfmt_node_text(NULL, NULL));
	assert_null(prfmt_node_parent(NULL));
	assert_null(prfmt_node_first(NULL));
	assert_null(prfmt_node_next(NULL));
	assert_null(prfmt_element_name((prfmt_element)0));
	assert_null(prfmt_element_name((prfmt_element)-1));
	assert_null(prfmt_element_name((prfmt_element)100000));
	assert_null(prfmt_attr_name((prfmt_attr)0));
	assert_null(prfmt_attr_name((prfmt_attr)-5));
	assert_null(prfmt_attr_name((prfmt_attr)100000));
	assert_int_equal(prfmt_element_from_name(NULL), 0);
	assert_int_equal(prfmt_element_from_name("no"), 0);
	assert_int_equal(prfmt_attr_from_name(NULL), 0);
	assert_int_equal(prfmt_format_from_name(NULL), 0);
	assert_int_equal(prfmt_format_from_name("PDF"), 0);
	assert_null(prfmt_format_at(1000));
	assert_int_equal(prfmt_diag_count(NULL), 0);
	assert_int_equal(prfmt_diag_dropped(NULL), 0);
	assert_null(prfmt_diag_at(NULL, 0));
	prfmt_ctx_free(NULL);
	prfmt_release_free(NULL);
	prfmt_dir_close(NULL);
	prfmt_free(NULL);
}

static void names_are_fixed(void **state)
{
	(void)state;
	assert_string_equal(prfmt_version(), "0.1.0");
	assert_string_equal(prfmt_status_name(PRFMT_ELIMIT), "limit");
	assert_string_equal(prfmt_status_name(PRFMT_OK), "ok");
	assert_string_equal(prfmt_status_name((prfmt_status)12), "unknown");
	assert_string_equal(prfmt_element_name(PRFMT_EL_ENDMARK), "endmark");
	assert_string_equal(prfmt_attr_name(PRFMT_AT_LANG), "xml:lang");
	assert_int_equal(prfmt_element_from_name("p"), PRFMT_EL_P);
	assert_int_equal(prfmt_attr_from_name("for"), PRFMT_AT_FOR);
	for (size_t i = 0; prfmt_format_at(i); i++) {
		const prfmt_format_info *f = prfmt_format_at(i);
		assert_int_equal(prfmt_format_from_name(f->name), f->format);
		assert_int_equal(f->suffix[0], '.');
		assert_non_null(strchr(f->media_type, '/'));
	}
}

static void formats_not_built_are_refused(void **state)
{
	(void)state;
	prfmt_ctx *ctx = context(NULL);
	prfmt_release *rel = release(ctx, PLAIN);
	struct bytes out = { NULL, 0 };
	assert_int_equal(rendered(ctx, rel, (prfmt_format)0, &out),
	                 PRFMT_EFORMAT);
	assert_int_equal(rendered(ctx, rel, (prfmt_format)77, &out),
	                 PRFMT_EFORMAT);
	for (size_t i = 0; prfmt_format_at(i); i++)
		if (!prfmt_format_at(i)->available)
			assert_int_equal(rendered(ctx, rel,
			                          prfmt_format_at(i)->format,
			                          &out),
			                 PRFMT_EFORMAT);
	prfmt_release_free(rel);
	prfmt_ctx_free(ctx);
}

/* -- structs of other versions -------------------------------------------- */

static void older_structs_are_read_as_far_as_they_go(void **state)
{
	(void)state;
	prfmt_limits limits = PRFMT_INIT(prfmt_limits);
	prfmt_options opt = PRFMT_INIT(prfmt_options);
	prfmt_read_options read = PRFMT_INIT(prfmt_read_options);
	prfmt_render_options render = PRFMT_INIT(prfmt_render_options);
	prfmt_report report = PRFMT_INIT(prfmt_report);
	prfmt_ctx *ctx = NULL;
	prfmt_release *rel = NULL;
	void *out = NULL;
	size_t len = 0;
	limits.size = offsetof(prfmt_limits, nodes);
	limits.nodes = 1; /* lies behind its end */
	opt.limits = &limits;
	assert_int_equal(prfmt_ctx_new(&opt, &ctx), PRFMT_OK);
	read.size = offsetof(prfmt_read_options, from);
	read.name = "my.xml";
	read.from = "nonsense";
	assert_int_equal(prfmt_read_memory(ctx, PLAIN, PRFMT_NTS, &read, &rel),
	                 PRFMT_OK);
	render.size = offsetof(prfmt_render_options, now);
	render.now = "nonsense";
	report.size = offsetof(prfmt_report, pages);
	report.pages = 77;
	assert_int_equal(prfmt_render_memory(ctx, rel, PRFMT_FORMAT_TEXT,
	                                     &render, &out, &len, &report),
	                 PRFMT_OK);
	assert_int_equal(report.size, offsetof(prfmt_report, pages));
	assert_int_equal(report.bytes, len);
	assert_int_equal(report.pages, 77);
	prfmt_free(out);
	prfmt_release_free(rel);
	prfmt_ctx_free(ctx);
	opt.size = sizeof opt.size; /* knows nothing but its size */
	opt.limits = (const prfmt_limits *)(uintptr_t)1;
	assert_int_equal(prfmt_ctx_new(&opt, &ctx), PRFMT_OK);
	prfmt_ctx_free(ctx);
}

static void newer_structs_are_read_as_far_as_we_know(void **state)
{
	(void)state;
	struct {
		prfmt_limits known;
		size_t more[4];
	} limits = { { .size = sizeof limits, .depth = 3 }, { 7, 7, 7, 7 } };
	struct {
		prfmt_options known;
		size_t more[4];
	} opt = { { .size = sizeof opt }, { 7, 7, 7, 7 } };
	struct {
		prfmt_read_options known;
		size_t more[4];
	} read = { { .size = sizeof read, .name = "n.xml" }, { 7, 7, 7, 7 } };
	struct {
		prfmt_render_options known;
		size_t more[4];
	} render = { { .size = sizeof render }, { 7, 7, 7, 7 } };
	struct {
		prfmt_report known;
		size_t more[4];
	} report = { { .size = sizeof report }, { 7, 7, 7, 7 } };
	prfmt_ctx *ctx = NULL;
	prfmt_release *rel = NULL;
	void *out = NULL;
	size_t len = 0;
	opt.known.limits = &limits.known;
	assert_int_equal(prfmt_ctx_new(&opt.known, &ctx), PRFMT_OK);
	assert_int_equal(prfmt_read_memory(ctx, PLAIN, PRFMT_NTS, &read.known,
	                                   &rel),
	                 PRFMT_ELIMIT); /* the depth was read */
	assert_string_equal(prfmt_diag_at(ctx, 0)->source, "n.xml");
	prfmt_ctx_free(ctx);
	limits.known.depth = 0;
	assert_int_equal(prfmt_ctx_new(&opt.known, &ctx), PRFMT_OK);
	assert_int_equal(prfmt_read_memory(ctx, PLAIN, PRFMT_NTS, &read.known,
	                                   &rel),
	                 PRFMT_OK);
	assert_int_equal(prfmt_render_memory(ctx, rel, PRFMT_FORMAT_HTML,
	                                     &render.known, &out, &len,
	                                     &report.known),
	                 PRFMT_OK);
	assert_int_equal(report.known.size, sizeof report);
	assert_int_equal(report.known.bytes, len);
	assert_int_equal(strlen(report.known.css_sha256), 44);
	for (size_t i = 0; i < 4; i++)
		assert_int_equal(report.more[i], 7);
	prfmt_free(out);
	prfmt_release_free(rel);
	prfmt_ctx_free(ctx);
}

/* Of another size than ours, each is found in the array. */
static void targets_of_another_size(void **state)
{
	(void)state;
	struct {
		prfmt_target known;
		size_t more[2];
	} targets[2];
	memset(targets, 0x55, sizeof targets);
	for (size_t i = 0; i < 2; i++) {
		targets[i].known = (prfmt_target){ .size = sizeof targets[0] };
		targets[i].known.format = PRFMT_FORMAT_TEXT;
		targets[i].known.path = i ? "two.txt" : "one.txt";
	}
	prfmt_ctx *ctx = context(NULL);
	prfmt_release *rel = release(ctx, PLAIN);
	assert_int_equal(prfmt_render_files(ctx, rel, &targets[0].known, 2,
	                                    NULL),
	                 PRFMT_OK);
	assert_int_equal(unlink("one.txt"), 0);
	assert_int_equal(unlink("two.txt"), 0);
	prfmt_release_free(rel);
	prfmt_ctx_free(ctx);
}

/* -- text ----------------------------------------------------------------- */

static void lengths_and_ends(void **state)
{
	static const char text[] = PLAIN;
	(void)state;
	prfmt_ctx *ctx = context(NULL);
	prfmt_release *rel = NULL;
	char *exact = malloc(sizeof text - 1); /* no NUL behind it */
	assert_non_null(exact);
	memcpy(exact, text, sizeof text - 1);
	assert_int_equal(prfmt_read_memory(ctx, exact, sizeof text - 1, NULL,
	                                   &rel),
	                 PRFMT_OK);
	memset(exact, 'x', sizeof text - 1); /* it was copied */
	free(exact);
	struct bytes one = { NULL, 0 };
	assert_int_equal(rendered(ctx, rel, PRFMT_FORMAT_TEXT, &one), PRFMT_OK);
	prfmt_release_free(rel);
	rel = release(ctx, text);
	struct bytes two = { NULL, 0 };
	assert_int_equal(rendered(ctx, rel, PRFMT_FORMAT_TEXT, &two), PRFMT_OK);
	assert_int_equal(one.len, two.len);
	assert_memory_equal(one.at, two.at, one.len);
	prfmt_free(one.at);
	prfmt_free(two.at);
	prfmt_release_free(rel);
	assert_int_equal(prfmt_read_memory(ctx, NULL, 0, NULL, &rel),
	                 PRFMT_ESYNTAX);
	assert_null(rel);
	assert_true(said(ctx, "empty", ""));
	assert_int_equal(prfmt_read_memory(ctx, "", PRFMT_NTS, NULL, &rel),
	                 PRFMT_ESYNTAX);
	assert_int_equal(prfmt_read_memory(ctx, "<a\0b/>", 6, NULL, &rel),
	                 PRFMT_ESYNTAX);
	assert_null(rel);
	assert_string_equal(prfmt_diag_at(ctx, 0)->source, "-");
	assert_int_equal(prfmt_read_file(ctx, "no-such-file.xml", NULL, &rel),
	                 PRFMT_EIO);
	assert_null(rel);
	assert_true(said(ctx, "io", "no such file"));
	prfmt_ctx_free(ctx);
}

/* -- limits --------------------------------------------------------------- */

static prfmt_status read_with(const prfmt_limits *limits, const char *text,
                              const char *name)
{
	prfmt_ctx *ctx = context(limits);
	prfmt_release *rel = NULL;
	prfmt_status st = prfmt_read_memory(ctx, text, PRFMT_NTS, NULL, &rel);
	if (st) {
		assert_null(rel);
		assert_true(said(ctx, "limit", name));
	}
	prfmt_release_free(rel);
	prfmt_ctx_free(ctx);
	return st;
}

static size_t count_nodes(const prfmt_node *n)
{
	size_t count = 1;
	for (n = prfmt_node_first(n); n; n = prfmt_node_next(n))
		count += count_nodes(n);
	return count;
}

static void input_is_limited(void **state)
{
	(void)state;
	prfmt_limits l = PRFMT_INIT(prfmt_limits);
	l.input_bytes = strlen(PLAIN);
	assert_int_equal(read_with(&l, PLAIN, ""), PRFMT_OK);
	l.input_bytes--;
	assert_int_equal(read_with(&l, PLAIN, "limit input_bytes"),
	                 PRFMT_ELIMIT);
	/* from a file too */
	FILE *f = fopen("limited.xml", "w");
	assert_non_null(f);
	assert_true(fputs(PLAIN, f) >= 0);
	assert_int_equal(fclose(f), 0);
	prfmt_ctx *ctx = context(&l);
	prfmt_release *rel = NULL;
	assert_int_equal(prfmt_read_file(ctx, "limited.xml", NULL, &rel),
	                 PRFMT_ELIMIT);
	assert_true(said(ctx, "limit", "limit input_bytes"));
	prfmt_ctx_free(ctx);
	l.input_bytes++;
	ctx = context(&l);
	assert_int_equal(prfmt_read_file(ctx, "limited.xml", NULL, &rel),
	                 PRFMT_OK);
	prfmt_release_free(rel);
	prfmt_ctx_free(ctx);
	assert_int_equal(unlink("limited.xml"), 0);
}

static void nodes_are_limited(void **state)
{
	(void)state;
	prfmt_limits l = PRFMT_INIT(prfmt_limits);
	prfmt_ctx *ctx = context(NULL);
	prfmt_release *rel = release(ctx, PLAIN);
	l.nodes = count_nodes(prfmt_release_root(rel));
	assert_int_equal(read_with(&l, PLAIN, ""), PRFMT_OK);
	l.nodes--;
	assert_int_equal(read_with(&l, PLAIN, "limit nodes"), PRFMT_ELIMIT);
	l.nodes = 1;
	assert_int_equal(read_with(&l, PLAIN, "limit nodes"), PRFMT_ELIMIT);
	prfmt_release_free(rel);
	prfmt_ctx_free(ctx);
}

static void depth_is_limited(void **state)
{
	static const char text[] = HEAD "<p><em><em><em>a</em></em></em></p>"
		TAIL;
	(void)state;
	prfmt_limits l = PRFMT_INIT(prfmt_limits);
	l.depth = 6; /* release body p em em em */
	assert_int_equal(read_with(&l, text, ""), PRFMT_OK);
	l.depth = 5;
	assert_int_equal(read_with(&l, text, "limit depth"), PRFMT_ELIMIT);
}

static void blocks_are_limited(void **state)
{
	static const char text[] = HEAD "<p>123<em>456</em>78\xC3\xA9</p>" TAIL;
	static const char blank[] = HEAD "<p>            </p>" TAIL;
	(void)state;
	prfmt_limits l = PRFMT_INIT(prfmt_limits);
	l.block_bytes = 11; /* the headline has as many */
	assert_int_equal(read_with(&l, PLAIN, "limit block_bytes"),
	                 PRFMT_ELIMIT); /* a@b.example has not */
	l.block_bytes = 16;
	assert_int_equal(read_with(&l, PLAIN, "limit block_bytes"),
	                 PRFMT_ELIMIT);
	l.block_bytes = strlen("First words here.");
	assert_int_equal(read_with(&l, PLAIN, ""), PRFMT_OK);
	l.block_bytes--;
	assert_int_equal(read_with(&l, PLAIN, "limit block_bytes"),
	                 PRFMT_ELIMIT);
	l.block_bytes = 11;
	assert_int_equal(read_with(&l, text, ""), PRFMT_OK);
	assert_int_equal(read_with(&l, blank, ""), PRFMT_OK);
}

static void attributes_are_limited(void **state)
{
	(void)state;
	prfmt_limits l = PRFMT_INIT(prfmt_limits);
	l.attrs = 2; /* xml:lang and guid of the release */
	assert_int_equal(read_with(&l, PLAIN, ""), PRFMT_OK);
	l.attrs = 1;
	assert_int_equal(read_with(&l, PLAIN, "limit attrs"), PRFMT_ELIMIT);
}

static void diagnostics_are_limited(void **state)
{
	static const char text[] = HEAD "<p a='' b='' c='' d='' e=''>x</p>"
		TAIL;
	(void)state;
	prfmt_limits l = PRFMT_INIT(prfmt_limits);
	l.diagnostics = 5;
	prfmt_ctx *ctx = context(&l);
	prfmt_release *rel = release(ctx, text);
	assert_int_equal(prfmt_diag_count(ctx), 5);
	assert_int_equal(prfmt_diag_dropped(ctx), 0);
	assert_non_null(prfmt_diag_at(ctx, 4));
	assert_null(prfmt_diag_at(ctx, 5));
	prfmt_release_free(rel);
	prfmt_ctx_free(ctx);
	l.diagnostics = 4;
	ctx = context(&l);
	rel = release(ctx, text);
	assert_int_equal(prfmt_diag_count(ctx), 4);
	assert_int_equal(prfmt_diag_dropped(ctx), 1);
	assert_int_equal(prfmt_check(ctx, rel, 0), PRFMT_ECONTENT);
	assert_int_equal(prfmt_diag_count(ctx), 4);
	assert_int_equal(prfmt_diag_dropped(ctx), 1);
	prfmt_release_free(rel);
	prfmt_ctx_free(ctx);
}

static prfmt_status render_with(const prfmt_limits *limits, const char *text,
                                prfmt_format f, const char *name)
{
	prfmt_ctx *ctx = context(limits);
	prfmt_release *rel = release(ctx, text);
	struct bytes out = { NULL, 0 };
	prfmt_status st = rendered(ctx, rel, f, &out);
	if (st && !said(ctx, "limit", name))
		fail_msg("format %d: no diagnostic says %s", f, name);
	prfmt_free(out.at);
	prfmt_release_free(rel);
	prfmt_ctx_free(ctx);
	return st;
}

static void output_is_limited(void **state)
{
	(void)state;
	prfmt_limits l = PRFMT_INIT(prfmt_limits);
	prfmt_ctx *ctx = context(NULL);
	prfmt_release *rel = release(ctx, PLAIN);
	for (size_t i = 0; i < COUNT(formats); i++) {
		struct bytes out = { NULL, 0 };
		if (!available(formats[i]))
			continue;
		assert_int_equal(rendered(ctx, rel, formats[i], &out),
		                 PRFMT_OK);
		l.output_bytes = out.len;
		assert_int_equal(render_with(&l, PLAIN, formats[i], ""),
		                 PRFMT_OK);
		l.output_bytes--;
		assert_int_equal(render_with(&l, PLAIN, formats[i],
		                             "limit output_bytes"),
		                 PRFMT_ELIMIT);
		l.output_bytes = 1;
		assert_int_equal(render_with(&l, PLAIN, formats[i],
		                             "limit output_bytes"),
		                 PRFMT_ELIMIT);
		prfmt_free(out.at);
	}
	prfmt_release_free(rel);
	prfmt_ctx_free(ctx);
}

static void pictures_are_limited(void **state)
{
	(void)state;
	prfmt_limits l = PRFMT_INIT(prfmt_limits);
	if (!available(PRFMT_FORMAT_PDF))
		skip();
	l.assets = 2;
	l.asset_bytes = sizeof picture;
	l.image_pixels = PICTURE_PIXELS;
	assert_int_equal(render_with(&l, PICTURES, PRFMT_FORMAT_PDF, ""),
	                 PRFMT_OK);
	l.assets = 1;
	assert_int_equal(render_with(&l, PICTURES, PRFMT_FORMAT_PDF,
	                             "limit asset"),
	                 PRFMT_ELIMIT);
	l.assets = 2;
	l.asset_bytes--;
	assert_int_equal(render_with(&l, PICTURES, PRFMT_FORMAT_PDF,
	                             "limit asset_bytes"),
	                 PRFMT_ELIMIT);
	l.asset_bytes++;
	l.image_pixels--;
	assert_int_equal(render_with(&l, PICTURES, PRFMT_FORMAT_PDF,
	                             "limit image_pixels"),
	                 PRFMT_ELIMIT);
}

static char *long_release(void)
{
	static const char line[] =
		"<p>Words that go on and on, so that a page is filled.</p>";
	char *text = calloc(1, 20000);
	assert_non_null(text);
	strncat(text, HEAD, 1000);
	for (int i = 0; i < 150; i++)
		strncat(text, line, 100);
	strncat(text, TAIL, 1000);
	return text;
}

static void pages_are_limited(void **state)
{
	(void)state;
	if (!available(PRFMT_FORMAT_PDF))
		skip();
	char *text = long_release();
	prfmt_limits l = PRFMT_INIT(prfmt_limits);
	prfmt_report report = PRFMT_INIT(prfmt_report);
	prfmt_ctx *ctx = context(NULL);
	prfmt_release *rel = release(ctx, text);
	void *out = NULL;
	size_t len = 0;
	assert_int_equal(prfmt_render_memory(ctx, rel, PRFMT_FORMAT_PDF, NULL,
	                                     &out, &len, &report),
	                 PRFMT_OK);
	assert_true(report.pages > 2);
	l.pages = report.pages;
	assert_int_equal(render_with(&l, text, PRFMT_FORMAT_PDF, ""), PRFMT_OK);
	l.pages--;
	assert_int_equal(render_with(&l, text, PRFMT_FORMAT_PDF, "limit pages"),
	                 PRFMT_ELIMIT);
	prfmt_free(out);
	prfmt_release_free(rel);
	prfmt_ctx_free(ctx);
	free(text);
}

/* -- callbacks ------------------------------------------------------------ */

struct poller {
	size_t calls;
	size_t stop_at; /* 0: never */
	unsigned stages;
};

static int poll_on(void *user, const prfmt_progress *where)
{
	struct poller *p = user;
	assert_int_equal(where->size, sizeof *where);
	assert_true(where->stage >= PRFMT_STAGE_CHECK &&
	            where->stage <= PRFMT_STAGE_WRITE);
	p->stages |= 1u << where->stage;
	return ++p->calls == p->stop_at;
}

static void polled(prfmt_ctx *ctx, const prfmt_release *rel, prfmt_format f)
{
	struct poller all = { 0 };
	prfmt_render_options opt = PRFMT_INIT(prfmt_render_options);
	void *out = NULL;
	size_t len = 0;
	opt.asset = give_picture;
	opt.poll = poll_on;
	opt.poll_user = &all;
	assert_int_equal(prfmt_render_memory(ctx, rel, f, &opt, &out, &len,
	                                     NULL),
	                 PRFMT_OK);
	prfmt_free(out);
	assert_true(all.stages & 1u << PRFMT_STAGE_CHECK);
	if (f == PRFMT_FORMAT_PDF)
		assert_int_equal(all.stages, 1u << PRFMT_STAGE_CHECK |
		                                     1u << PRFMT_STAGE_LAYOUT |
		                                     1u << PRFMT_STAGE_DRAW |
		                                     1u << PRFMT_STAGE_WRITE |
		                                     1u << PRFMT_STAGE_FINISH);
	for (size_t i = 1; i <= all.calls; i++) {
		struct poller one = { .stop_at = i };
		opt.poll_user = &one;
		out = &one;
		assert_int_equal(prfmt_render_memory(ctx, rel, f, &opt, &out,
		                                     &len, NULL),
		                 PRFMT_ECANCEL);
		assert_null(out);
		assert_true(one.calls >= i);
	}
	struct poller one = { .stop_at = 1 };
	opt.poll_user = &one;
	assert_int_equal(prfmt_render_file(ctx, rel, f, &opt, "cancelled.out",
	                                   NULL),
	                 PRFMT_ECANCEL);
	assert_int_equal(access("cancelled.out", F_OK), -1);
}

static void poll_cancels_at_each_call(void **state)
{
	(void)state;
	prfmt_ctx *ctx = context(NULL);
	prfmt_release *rel = release(ctx, PICTURES);
	for (size_t i = 0; i < COUNT(formats); i++)
		if (available(formats[i]))
			polled(ctx, rel, formats[i]);
	prfmt_release_free(rel);
	prfmt_ctx_free(ctx);
}

static prfmt_status cancel_asset(void *user, const prfmt_asset_request *what,
                                 prfmt_blob *out)
{
	(void)what;
	(void)out;
	++*(unsigned *)user;
	return PRFMT_ECANCEL;
}

static prfmt_status no_memory(void *user, const prfmt_asset_request *what,
                              prfmt_blob *out)
{
	(void)what;
	(void)out;
	++*(unsigned *)user;
	return PRFMT_ENOMEM;
}

static void resolver_cancels(void **state)
{
	static const prfmt_format ask[] = { PRFMT_FORMAT_HTML,
		PRFMT_FORMAT_PDF };
	(void)state;
	prfmt_ctx *ctx = context(NULL);
	prfmt_release *rel = release(ctx, PICTURES);
	for (size_t i = 0; i < COUNT(ask); i++) {
		prfmt_render_options opt = PRFMT_INIT(prfmt_render_options);
		unsigned calls = 0;
		void *out = NULL;
		size_t len = 0;
		if (!available(ask[i]))
			continue;
		opt.asset = cancel_asset;
		opt.asset_user = &calls;
		assert_int_equal(prfmt_render_memory(ctx, rel, ask[i], &opt,
		                                     &out, &len, NULL),
		                 PRFMT_ECANCEL);
		assert_null(out);
		assert_int_equal(calls, 1);
		opt.asset = no_memory;
		assert_int_equal(prfmt_render_memory(ctx, rel, ask[i], &opt,
		                                     &out, &len, NULL),
		                 PRFMT_ENOMEM);
		assert_null(out);
		assert_int_equal(calls, 2);
	}
	prfmt_release_free(rel);
	prfmt_ctx_free(ctx);
}

static void no_resolver_no_picture(void **state)
{
	(void)state;
	if (!available(PRFMT_FORMAT_PDF))
		skip();
	prfmt_ctx *ctx = context(NULL);
	prfmt_release *rel = release(ctx, PICTURES);
	prfmt_render_options opt = PRFMT_INIT(prfmt_render_options);
	void *out = NULL;
	size_t len = 0;
	assert_int_equal(prfmt_render_memory(ctx, rel, PRFMT_FORMAT_PDF, NULL,
	                                     &out, &len, NULL),
	                 PRFMT_EASSET);
	assert_null(out);
	assert_true(said(ctx, "asset-missing", "a.png"));
	opt.flags = PRFMT_PLACEHOLDER;
	assert_int_equal(prfmt_render_memory(ctx, rel, PRFMT_FORMAT_PDF, &opt,
	                                     &out, &len, NULL),
	                 PRFMT_OK);
	assert_true(said(ctx, "asset-placeholder", "a.png"));
	prfmt_free(out);
	opt.flags |= PRFMT_STRICT;
	assert_int_equal(prfmt_render_memory(ctx, rel, PRFMT_FORMAT_PDF, &opt,
	                                     &out, &len, NULL),
	                 PRFMT_ECONTENT);
	assert_null(out);
	prfmt_release_free(rel);
	prfmt_ctx_free(ctx);
}

struct taken {
	size_t calls;
	size_t len;
};

static int take_all(void *user, const void *data, size_t len)
{
	struct taken *t = user;
	assert_non_null(data);
	t->calls++;
	t->len += len;
	return 0;
}

static void writes_once_the_whole(void **state)
{
	(void)state;
	prfmt_ctx *ctx = context(NULL);
	prfmt_release *rel = release(ctx, PICTURES);
	prfmt_render_options opt = PRFMT_INIT(prfmt_render_options);
	opt.asset = give_picture;
	for (size_t i = 0; i < COUNT(formats); i++) {
		struct taken t = { 0, 0 };
		prfmt_report report = PRFMT_INIT(prfmt_report);
		if (!available(formats[i]))
			continue;
		assert_int_equal(prfmt_render(ctx, rel, formats[i], &opt,
		                              take_all, &t, &report),
		                 PRFMT_OK);
		assert_int_equal(t.len, report.bytes);
		assert_true(t.calls > 0);
		assert_int_equal(prfmt_render(ctx, rel, formats[i], &opt,
		                              take_nothing, NULL, NULL),
		                 PRFMT_EIO);
	}
	opt.now = "yesterday";
	struct taken t = { 0, 0 };
	assert_int_equal(prfmt_render(ctx, rel, PRFMT_FORMAT_TEXT, &opt,
	                              take_all, &t, NULL),
	                 PRFMT_EINVAL);
	assert_int_equal(t.calls, 0);
	assert_true(said(ctx, "now", "yesterday"));
	opt.now = NULL;
	opt.paper = "a3";
	assert_int_equal(prfmt_render(ctx, rel, PRFMT_FORMAT_TEXT, &opt,
	                              take_all, &t, NULL),
	                 PRFMT_EINVAL);
	prfmt_release_free(rel);
	prfmt_ctx_free(ctx);
}

/* -- diagnostics ---------------------------------------------------------- */

static void errors_travel_with_the_release(void **state)
{
	static const char text[] = HEAD "\n<p colour='red'>x</p>\n<q/>\n" TAIL;
	(void)state;
	prfmt_ctx *ctx = context(NULL);
	prfmt_release *rel = release(ctx, text);
	struct bytes out = { NULL, 0 };
	assert_true(said(ctx, "attribute-unknown", "colour"));
	prfmt_ctx_free(ctx);
	ctx = context(NULL);
	assert_int_equal(prfmt_diag_count(ctx), 0);
	assert_int_equal(rendered(ctx, rel, PRFMT_FORMAT_HTML, &out),
	                 PRFMT_ECONTENT);
	assert_true(said(ctx, "attribute-unknown", "colour"));
	assert_int_equal(prfmt_check(ctx, rel, 0), PRFMT_ECONTENT);
	for (size_t i = 0; i < prfmt_diag_count(ctx); i++) {
		const prfmt_diag *d = prfmt_diag_at(ctx, i);
		assert_non_null(d->code);
		assert_non_null(d->message);
		assert_non_null(d->hint);
		assert_string_equal(d->source, "-");
		assert_null(strchr(d->message, '\n'));
		if (i)
			assert_true(prfmt_diag_at(ctx, i - 1)->line <= d->line);
	}
	const prfmt_diag *first = prfmt_diag_at(ctx, 0);
	assert_int_equal(first->line, 2);
	assert_int_equal(first->column, 4);
	assert_int_equal(first->end_column, 16);
	assert_string_equal(first->excerpt, "<p colour='red'>x</p>");
	prfmt_release_free(rel);
	prfmt_ctx_free(ctx);
}

/* -- walk ----------------------------------------------------------------- */

static void walks_from_the_root(void **state)
{
	static const char text[] = "<!--before-->" PLAIN "<!--after-->";
	(void)state;
	prfmt_ctx *ctx = context(NULL);
	prfmt_release *rel = release(ctx, text);
	prfmt_ctx_free(ctx); /* a release outlives its context */
	const prfmt_node *root = prfmt_release_root(rel);
	assert_int_equal(prfmt_node_element(root), PRFMT_EL_RELEASE);
	assert_null(prfmt_node_parent(root));
	assert_null(prfmt_node_next(root)); /* the comment is not shown */
	assert_string_equal(prfmt_node_get(root, PRFMT_AT_LANG), "en-GB");
	assert_null(prfmt_node_get(root, PRFMT_AT_VERSION));
	assert_null(prfmt_node_text(root, NULL));
	const prfmt_node *head = prfmt_node_first(root);
	const prfmt_node *body = prfmt_node_next(head);
	const prfmt_node *back = prfmt_node_next(body);
	assert_int_equal(prfmt_node_element(head), PRFMT_EL_HEAD);
	assert_int_equal(prfmt_node_element(body), PRFMT_EL_BODY);
	assert_int_equal(prfmt_node_element(back), PRFMT_EL_BACK);
	assert_null(prfmt_node_next(back));
	assert_ptr_equal(prfmt_node_parent(back), root);
	const prfmt_node *p = prfmt_node_first(body);
	size_t len = 0;
	const prfmt_node *words = prfmt_node_first(p);
	assert_int_equal(prfmt_node_element(words), PRFMT_EL_TEXT);
	assert_string_equal(prfmt_node_text(words, &len), "First ");
	assert_int_equal(len, 6);
	assert_null(prfmt_node_first(words));
	assert_int_equal(prfmt_node_element(prfmt_node_next(words)),
	                 PRFMT_EL_EM);
	prfmt_release_free(rel);
}

/* -- contexts and threads ------------------------------------------------- */

static void contexts_share_a_release(void **state)
{
	(void)state;
	prfmt_ctx *one = context(NULL);
	prfmt_release *rel = release(one, PICTURES);
	prfmt_ctx *two = context(NULL);
	for (size_t i = 0; i < COUNT(formats); i++) {
		struct bytes a = { NULL, 0 };
		struct bytes b = { NULL, 0 };
		if (!available(formats[i]))
			continue;
		assert_int_equal(rendered(one, rel, formats[i], &a), PRFMT_OK);
		assert_int_equal(rendered(two, rel, formats[i], &b), PRFMT_OK);
		assert_int_equal(a.len, b.len);
		assert_memory_equal(a.at, b.at, a.len);
		prfmt_free(a.at);
		prfmt_free(b.at);
	}
	prfmt_ctx_free(one);
	struct bytes last = { NULL, 0 };
	assert_int_equal(rendered(two, rel, PRFMT_FORMAT_HTML, &last),
	                 PRFMT_OK);
	prfmt_free(last.at);
	prfmt_ctx_free(two);
	prfmt_release_free(rel);
}

enum { THREADS = 8, ROUNDS = 20 };

struct worker {
	pthread_t thread;
	const prfmt_release *rel;
	const struct bytes *wanted;
	unsigned wrong;
};

/* cmocka's asserts are for its own thread: wrong ones are counted. */
static void *work(void *user)
{
	struct worker *w = user;
	prfmt_ctx *ctx = NULL;
	prfmt_render_options opt = PRFMT_INIT(prfmt_render_options);
	opt.asset = give_picture;
	if (prfmt_ctx_new(NULL, &ctx)) {
		w->wrong = 1;
		return NULL;
	}
	for (size_t i = 0; i < ROUNDS * COUNT(formats); i++) {
		const struct bytes *wanted = &w->wanted[i % COUNT(formats)];
		void *out = NULL;
		size_t len = 0;
		if (!wanted->at)
			continue;
		prfmt_status st = prfmt_render_memory(
			ctx, w->rel, formats[i % COUNT(formats)], &opt, &out,
			&len, NULL);
		if (st || len != wanted->len || memcmp(out, wanted->at, len))
			w->wrong++;
		prfmt_free(out);
	}
	prfmt_ctx_free(ctx);
	return NULL;
}

static void threads_give_the_same_bytes(void **state)
{
	(void)state;
	struct worker workers[THREADS];
	struct bytes wanted[COUNT(formats)] = { { NULL, 0 } };
	prfmt_ctx *ctx = context(NULL);
	prfmt_release *rel = release(ctx, PICTURES);
	for (size_t i = 0; i < COUNT(formats); i++)
		if (available(formats[i]))
			assert_int_equal(rendered(ctx, rel, formats[i],
			                          &wanted[i]),
			                 PRFMT_OK);
	prfmt_ctx_free(ctx);
	for (size_t i = 0; i < THREADS; i++) {
		workers[i] = (struct worker){ .rel = rel, .wanted = wanted };
		assert_int_equal(pthread_create(&workers[i].thread, NULL, work,
		                                &workers[i]),
		                 0);
	}
	for (size_t i = 0; i < THREADS; i++) {
		assert_int_equal(pthread_join(workers[i].thread, NULL), 0);
		assert_int_equal(workers[i].wrong, 0);
	}
	for (size_t i = 0; i < COUNT(formats); i++)
		prfmt_free(wanted[i].at);
	prfmt_release_free(rel);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(null_is_told_from_use),
		cmocka_unit_test(null_has_nothing_to_say),
		cmocka_unit_test(names_are_fixed),
		cmocka_unit_test(formats_not_built_are_refused),
		cmocka_unit_test(older_structs_are_read_as_far_as_they_go),
		cmocka_unit_test(newer_structs_are_read_as_far_as_we_know),
		cmocka_unit_test(targets_of_another_size),
		cmocka_unit_test(lengths_and_ends),
		cmocka_unit_test(input_is_limited),
		cmocka_unit_test(nodes_are_limited),
		cmocka_unit_test(depth_is_limited),
		cmocka_unit_test(blocks_are_limited),
		cmocka_unit_test(attributes_are_limited),
		cmocka_unit_test(diagnostics_are_limited),
		cmocka_unit_test(output_is_limited),
		cmocka_unit_test(pictures_are_limited),
		cmocka_unit_test(pages_are_limited),
		cmocka_unit_test(poll_cancels_at_each_call),
		cmocka_unit_test(resolver_cancels),
		cmocka_unit_test(no_resolver_no_picture),
		cmocka_unit_test(writes_once_the_whole),
		cmocka_unit_test(errors_travel_with_the_release),
		cmocka_unit_test(walks_from_the_root),
		cmocka_unit_test(contexts_share_a_release),
		cmocka_unit_test(threads_give_the_same_bytes),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
