/* test_newsml.c - what the NewsML-G2 of a release says, and what it never
   does. */
#include "render/job.h"

#include "base/buf.h"
#include "base/limits.h"
#include "read/read.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

struct sheet { /* what a test release is made of; NULL: a plain one */
	const char *attrs;
	const char *head;
	const char *headline;
	const char *body;
	const char *back;
};

static const char *either(const char *given, const char *fallback)
{
	return given ? given : fallback;
}

static void write_release(struct buf *b, const struct sheet *s)
{
	buf_puts(b, "<release xmlns=\"urn:prfmt:release:1\" "
	            "xml:lang=\"en-GB\" ");
	buf_puts(b, either(s->attrs, "guid=\"tag:quay.example,2026:1\""));
	buf_puts(b, "><head><issuer uri=\"https://quay.example/\">"
	            "<name>Quay &amp; Sons</name></issuer>"
	            "<issued at=\"2026-11-24T16:00:00Z\"/><headline>");
	buf_puts(b, either(s->headline, "Quay opens"));
	buf_puts(b, "</headline>");
	buf_puts(b, either(s->head, ""));
	buf_puts(b, "</head><body>");
	buf_puts(b, either(s->body, "<p>The quay is open.</p>"));
	buf_puts(b, "</body><back><contact><name>Sam</name>"
	            "<email>sam@quay.example</email></contact>");
	buf_puts(b, either(s->back, ""));
	buf_puts(b, "</back></release>");
}

struct result {
	prfmt_release *rel;
	struct diags diags;
	struct sink sink;
	prfmt_limits limits;
	const char *text;
	status status;
};

static int stop(void *user, const prfmt_progress *where)
{
	(void)user;
	(void)where;
	return 1;
}

struct knobs {
	bool for_pdf;
	bool stop;
	size_t most; /* bytes; 0: the limit */
};

static void render(struct result *r, const struct sheet *s, struct knobs k)
{
	struct buf xml = { 0 };
	prfmt_report report = PRFMT_INIT(prfmt_report);
	bool known = false;
	*r = (struct result){ .limits = limits_fill(NULL) };
	write_release(&xml, s);
	diags_start(&r->diags, r->limits.diagnostics);
	assert_int_equal(read_memory(xml.at, xml.len, NULL, &r->limits,
	                             &r->diags, &r->rel),
	                 PRFMT_OK);
	buf_free(&xml);
	struct job j = {
		.theme = theme_plain(),
		.rel = r->rel,
		.tag = release_lang(r->rel),
		.lang = lang_find(release_lang(r->rel), &known),
		.state = release_state(r->rel, NULL),
		.limits = &r->limits,
		.diags = &r->diags,
		.report = &report,
		.for_pdf = k.for_pdf,
		.poll = k.stop ? stop : NULL,
	};
	sink_start(&r->sink, k.most ? k.most : r->limits.output_bytes);
	r->status = render_newsml(&j, &r->sink);
	r->text = buf_text(&r->sink.buf);
}

static void made(struct result *r, const struct sheet *s)
{
	render(r, s, (struct knobs){ 0 });
	assert_int_equal(r->status, PRFMT_OK);
}

static void drop(struct result *r)
{
	sink_free(&r->sink);
	release_free(r->rel);
	diags_free(&r->diags);
}

static void has(const struct result *r, const char *piece)
{
	if (!strstr(r->text, piece))
		fail_msg("not there: %s\n%s", piece, r->text);
}

static void has_not(const struct result *r, const char *piece)
{
	if (strstr(r->text, piece))
		fail_msg("there: %s\n%s", piece, r->text);
}

static size_t said(const struct result *r, enum code c)
{
	size_t n = 0;
	for (size_t i = 0; i < r->diags.count; i++)
		if (!strcmp(r->diags.items[i].code, code_info(c)->code))
			n++;
	return n;
}

/* -- text ----------------------------------------------------------------- */

static void escapes_once(void **state)
{
	const struct sheet s = {
		.headline = "A &lt;b&gt; &amp; \"c\"",
		.body = "<p>1 &lt; 2 &amp;amp; 3</p><pre>a\n  b</pre>",
	};
	struct result r;
	(void)state;
	made(&r, &s);
	has(&r, "<headline>A &lt;b&gt; &amp; \"c\"</headline>");
	has(&r, "<p>1 &lt; 2 &amp;amp; 3</p>");
	has(&r, "<pre>a\n  b</pre>");
	has(&r, "<name>Quay &amp; Sons</name>");
	has_not(&r, "&amp;lt;");
	has_not(&r, "<!--");
	drop(&r);
}

static void flattens_metadata(void **state)
{
	const struct sheet s = {
		.headline = "Bank <em>Al<sup>2</sup>pha</em> &amp; "
			    "<q>Beta</q><br/>grow<footnote>x</footnote>",
		.head = "<summary>It <strong>grew</strong>.</summary>",
	};
	struct result r;
	(void)state;
	made(&r, &s);
	has(&r, "<headline>Bank Al2pha &amp; “Beta” grow</headline>");
	has(&r, "<title>Bank Al2pha &amp; “Beta” grow</title>");
	has(&r, "<hl1>Bank Al2pha &amp; “Beta” grow</hl1>");
	has(&r, "<description role=\"drol:summary\">It grew.</description>");
	drop(&r);
}

static void body_is_flat(void **state)
{
	const struct sheet s = {
		.head = "<dateline separator=\" – \"><place>DOVER</place>"
			"</dateline>",
		.body = "<p>One<footnote>Note.</footnote> <em>two</em>.</p>"
			"<aside><p>Beside.</p></aside>"
			"<quote><p>Yes.</p><speaker><name>Ada</name>"
			"<role>Chief</role></speaker></quote>",
	};
	struct result r;
	(void)state;
	made(&r, &s);
	has(&r, "<body>\n<p>DOVER – One[1] <em>two</em>.</p>\n"
	        "<p>Beside.</p>\n<blockquote>\n<p>Yes.</p>\n"
	        "<p>— Ada, Chief</p></blockquote>\n<p>[1] Note.</p>\n"
	        "<h2>Contact</h2>");
	has(&r, "<block>\n<p lede=\"true\">DOVER – One[1] <em>two</em>.</p>"
	        "\n<p>Beside.</p>\n<bq><block>\n<p>Yes.</p></block>\n"
	        "<credit>— Ada, Chief</credit></bq>\n<p>[1] Note.</p>\n"
	        "<hl2>Contact</hl2>");
	drop(&r);
}

/* NITF has one tbody, behind tfoot: its rows stand without either. */
static void table_keeps_its_order(void **state)
{
	const struct sheet s = {
		.body = "<table><thead><tr><th>H</th></tr></thead>"
			"<tbody><tr><td>1</td></tr></tbody>"
			"<tbody><tr><td>2</td></tr></tbody>"
			"<tfoot><tr><td>3</td></tr></tfoot></table>",
	};
	struct result r;
	(void)state;
	made(&r, &s);
	has(&r, "<thead>\n<tr>\n<th><p>H</p></th></tr></thead>\n"
	        "<tr>\n<td><p>1</p></td></tr>\n"
	        "<tr>\n<td><p>2</p></td></tr>\n"
	        "<tr>\n<td><p>3</p></td></tr></table>");
	has(&r, "<tfoot>\n<tr>\n<td>3</td></tr></tfoot></table>");
	drop(&r);
}

static void links_are_safe(void **state)
{
	const struct sheet s = {
		.body = "<p><a href=\"javascript:alert(1)\">bad</a> "
			"<a href=\"https://x.example/ü b\">good</a></p>"
			"<figure><img src=\"x.jpg\" alt=\"A\"/>"
			"<caption>Cap</caption></figure>"
			"<figure><img src=\"https://x.example/y.jpg\" "
			"alt=\"B\"/></figure>",
	};
	struct result r;
	(void)state;
	made(&r, &s);
	has_not(&r, "javascript");
	has_not(&r, "x.jpg");
	has(&r, "<p>bad <a href=\"https://x.example/%C3%BC%20b\">good</a>");
	has(&r, "<p><img src=\"https://x.example/y.jpg\" alt=\"B\"/></p>");
	has(&r, "<media-reference source=\"https://x.example/y.jpg\"");
	assert_int_equal(said(&r, CODE_NOT_RENDERED), 1);
	drop(&r);
}

/* -- states --------------------------------------------------------------- */

static void embargo_keeps_its_offset(void **state)
{
	const struct sheet s = {
		.head = "<embargo until=\"2026-01-30T18:00:00+08:00\"/>",
	};
	struct result r;
	(void)state;
	made(&r, &s);
	has(&r, "<embargoed>2026-01-30T18:00:00+08:00</embargoed>");
	has(&r, "<pubStatus qcode=\"stat:usable\"/>");
	has(&r, "<edNote>Embargoed until ");
	has(&r, "<firstCreated>2026-11-24T16:00:00+00:00</firstCreated>");
	has_not(&r, "sig:");
	drop(&r);
}

static void withdrawn_says_nothing_old(void **state)
{
	const struct sheet s = {
		.attrs = "guid=\"tag:quay.example,2026:1\" version=\"3\"",
		.head = "<updated at=\"2026-11-25T09:00:00+01:00\"/>"
			"<withdrawn at=\"2026-11-25T09:00:00+01:00\">In error."
			"</withdrawn><summary>OLD</summary><fact>OLD</fact>"
			"<subhead>OLD</subhead><kicker>OLD</kicker>"
			"<corrects version=\"2\" class=\"minor\"><change>"
			"<was>OLD</was></change></corrects>"
			"<link rel=\"alternate\" type=\"text/html\" "
			"href=\"https://quay.example/OLD\"/>",
		.body = "<p>OLD</p>",
		.back = "<about><p>OLD</p></about>",
	};
	struct result r;
	(void)state;
	made(&r, &s);
	has_not(&r, "OLD");
	has(&r, "<pubStatus qcode=\"stat:canceled\"/>");
	has(&r, "<edNote>Withdrawn: In error.</edNote>");
	has(&r, "<body>\n<p>Withdrawn: In error.</p>\n</body>");
	has(&r, "<block>\n<p>Withdrawn: In error.</p>\n</block>");
	has(&r, "<versionCreated>2026-11-25T09:00:00+01:00<");
	drop(&r);
}

static void hold_is_withheld(void **state)
{
	const struct sheet s = { .head = "<hold>Ask us.</hold>" };
	struct result r;
	(void)state;
	made(&r, &s);
	has(&r, "<pubStatus qcode=\"stat:withheld\"/>");
	has(&r, "<edNote>Hold for release: Ask us.</edNote>");
	has_not(&r, "embargoed");
	drop(&r);
}

static void version_has_its_signal(void **state)
{
	static const struct {
		const char *corrects;
		const char *signal;
	} cases[] = {
		{ "", "<signal qcode=\"sig:update\"/>" },
		{ "<corrects version=\"1\" class=\"format\"/>",
		  "<signal qcode=\"sig:update\"/>" },
		{ "<corrects version=\"1\" class=\"material\"/>",
		  "<signal qcode=\"sig:correction\"/>" },
	};
	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct buf head = { 0 };
		buf_puts(&head, "<updated at=\"2026-11-25T09:00:00Z\"/>");
		buf_puts(&head, cases[i].corrects);
		const struct sheet s = {
			.attrs = "guid=\"tag:quay.example,2026:1\" "
				 "version=\"2\"",
			.head = buf_text(&head),
		};
		struct result r;
		made(&r, &s);
		has(&r, cases[i].signal);
		has(&r, "version=\"2\" standard=\"NewsML-G2\"");
		drop(&r);
		buf_free(&head);
	}
}

/* -- who may read what ---------------------------------------------------- */

static const struct sheet private_words = {
	.head = "<ednote>Call Sam.</ednote><internal>SECRET</internal>"
		"<x:y xmlns:x=\"urn:x\">FOREIGN</x:y>"
		"<link rel=\"alternate\" type=\"application/pdf\" "
		"href=\"https://quay.example/1.pdf\"/>"
		"<link rel=\"alternate\" type=\"text/html\" href=\"1.html\"/>"
		"<link rel=\"alternate\" type=\"text/html\" "
		"href=\"https://quay.example/1\"/>",
};

static void editors_get_their_note(void **state)
{
	struct result r;
	(void)state;
	made(&r, &private_words);
	has(&r, "<edNote>Call Sam.</edNote>");
	has(&r, "<remoteContent rendition=\"rnd:print\" "
	        "contenttype=\"application/pdf\" "
	        "href=\"https://quay.example/1.pdf\"/>");
	has(&r, "<remoteContent rendition=\"rnd:web\" "
	        "contenttype=\"text/html\" href=\"https://quay.example/1\"/>");
	has_not(&r, "SECRET");
	has_not(&r, "FOREIGN");
	has_not(&r, "1.html");
	drop(&r);
}

static void pdf_holds_public_words(void **state)
{
	struct result r;
	(void)state;
	render(&r, &private_words, (struct knobs){ .for_pdf = true });
	assert_int_equal(r.status, PRFMT_OK);
	has_not(&r, "1.pdf");
	has_not(&r, "Call Sam.");
	has(&r, "rnd:web");
	drop(&r);
}

/* -- identity and codes --------------------------------------------------- */

static void guid_is_derived_once(void **state)
{
	const struct sheet plain = { .attrs = "" };
	const struct sheet other = { .attrs = "", .body = "<p>Other.</p>" };
	struct result a;
	struct result b;
	(void)state;
	made(&a, &plain);
	made(&b, &other);
	const char *guid = strstr(a.text, "guid=\"urn:uuid:");
	assert_non_null(guid);
	const char *again = strstr(b.text, "guid=\"urn:uuid:");
	assert_non_null(again);
	/* guid="urn:uuid: and 36 characters */
	assert_memory_equal(guid, again, 15 + 36);
	assert_int_equal(said(&a, CODE_GUID_DERIVED), 1);
	drop(&a);
	drop(&b);
}

static void codes_are_known(void **state)
{
	const struct sheet s = {
		.head = "<subject code=\"medtop:20000343\">ships</subject>"
			"<subject code=\"foo:bar\" "
			"type=\"person\">Ada</subject>"
			"<subject uri=\"https://x.example/c\" "
			"type=\"product\">C"
			"</subject>",
	};
	struct result r;
	(void)state;
	made(&r, &s);
	has(&r, "<subject type=\"cpnat:abstract\" qcode=\"medtop:20000343\">");
	has(&r, "<subject type=\"cpnat:person\" literal=\"Ada\">");
	has(&r, "<subject type=\"cpnat:object\" uri=\"https://x.example/c\">");
	has_not(&r, "foo:bar");
	has(&r, "<scheme alias=\"prfmt\" uri=\"urn:prfmt:cv:\"/>");
	drop(&r);
}

/* -- trouble -------------------------------------------------------------- */

static void stops_when_told(void **state)
{
	const struct sheet s = { 0 };
	struct result r;
	(void)state;
	render(&r, &s, (struct knobs){ .stop = true });
	assert_int_equal(r.status, PRFMT_ECANCEL);
	drop(&r);
}

/* Wherever the result gets too large, the same status comes out. */
static void keeps_to_the_limit(void **state)
{
	const struct sheet s = { .body = "<ul><li>a</li></ul>" };
	struct result r;
	(void)state;
	made(&r, &s);
	size_t whole = r.sink.buf.len;
	drop(&r);
	for (size_t most = 1; most < whole; most += 7) {
		render(&r, &s, (struct knobs){ .most = most });
		assert_int_equal(r.status, PRFMT_ELIMIT);
		drop(&r);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(escapes_once),
		cmocka_unit_test(flattens_metadata),
		cmocka_unit_test(body_is_flat),
		cmocka_unit_test(table_keeps_its_order),
		cmocka_unit_test(links_are_safe),
		cmocka_unit_test(embargo_keeps_its_offset),
		cmocka_unit_test(withdrawn_says_nothing_old),
		cmocka_unit_test(hold_is_withheld),
		cmocka_unit_test(version_has_its_signal),
		cmocka_unit_test(editors_get_their_note),
		cmocka_unit_test(pdf_holds_public_words),
		cmocka_unit_test(guid_is_derived_once),
		cmocka_unit_test(codes_are_known),
		cmocka_unit_test(stops_when_told),
		cmocka_unit_test(keeps_to_the_limit),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
