/* test_html.c - what the page of a release says, and what it never does. */
#include "render/job.h"

#include "base/buf.h"
#include "base/limits.h"
#include "base/text.h"
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
	const char *now;
};

struct result {
	prfmt_release *rel;
	struct diags diags;
	struct sink sink;
	struct assets *assets;
	prfmt_report report;
	prfmt_limits limits;
	const char *html;
	status status;
};

static const char *either(const char *given, const char *fallback)
{
	return given ? given : fallback;
}

static void write_release(struct buf *b, const struct sheet *s)
{
	buf_puts(b, "<release xmlns=\"urn:prfmt:release:1\" ");
	buf_puts(b, either(s->attrs, "xml:lang=\"en-GB\" "
	                             "guid=\"tag:quay.example,2026:1\""));
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

/* One picture: 800 x 600 as stored, turned by its EXIF. */
static const unsigned char turned[] = {
	0xFF, 0xD8, 0xFF, 0xE1, 0x00, 0x22, 'E',  'x',  'i',  'f',  0,
	0,    'M',  'M',  0,    0x2A, 0,    0,    0,    8,    0,    1,
	0x01, 0x12, 0,    3,    0,    0,    0,    1,    0,    6,    0,
	0,    0,    0,    0,    0,    0xFF, 0xC0, 0x00, 0x11, 8,    0x02,
	0x58, 0x03, 0x20, 3,    1,    0x11, 0,    2,    0x11, 0,    3,
	0x11, 0,    0xFF, 0xD9
};

static prfmt_status picture(void *user, const prfmt_asset_request *what,
                            prfmt_blob *out)
{
	(void)user;
	if (strcmp(what->uri, "turned.jpg") != 0)
		return PRFMT_EASSET;
	out->data = turned;
	out->len = sizeof turned;
	return PRFMT_OK;
}

static int stop(void *user, const prfmt_progress *where)
{
	(void)user;
	(void)where;
	return 1;
}

static void render_most(struct result *r, const struct sheet *s, size_t most,
                        prfmt_poll_fn poll)
{
	struct buf xml = { 0 };
	struct instant now;
	bool timed = s->now && !date_instant(text_span(s->now), &now);
	bool known = false;
	*r = (struct result){ .limits = limits_fill(NULL),
		              .report = PRFMT_INIT(prfmt_report) };
	write_release(&xml, s);
	diags_start(&r->diags, r->limits.diagnostics);
	assert_int_equal(read_memory(xml.at, xml.len, NULL, &r->limits,
	                             &r->diags, &r->rel),
	                 PRFMT_OK);
	buf_free(&xml);
	assert_int_equal(assets_new(picture, NULL, &r->limits, &r->assets),
	                 PRFMT_OK);
	struct job j = {
		.rel = r->rel,
		.tag = release_lang(r->rel),
		.lang = lang_find(release_lang(r->rel), &known),
		.state = release_state(r->rel, timed ? &now : NULL),
		.assets = r->assets,
		.limits = &r->limits,
		.diags = &r->diags,
		.poll = poll,
		.report = &r->report,
		.theme = theme_plain(),
	};
	sink_start(&r->sink, most);
	r->status = render_html(&j, &r->sink);
	r->html = buf_text(&r->sink.buf);
}

static void render(struct result *r, const struct sheet *s)
{
	render_most(r, s, LIMIT_OUTPUT_BYTES, NULL);
	assert_int_equal(r->status, PRFMT_OK);
}

static void drop(struct result *r)
{
	sink_free(&r->sink);
	assets_free(r->assets);
	release_free(r->rel);
	diags_free(&r->diags);
}

static size_t count(const char *text, const char *part)
{
	size_t n = 0;
	for (text = strstr(text, part); text; text = strstr(text + 1, part))
		n++;
	return n;
}

static void assert_has(const struct result *r, const char *part)
{
	if (!strstr(r->html, part))
		fail_msg("the page lacks: %s", part);
}

static void assert_lacks(const struct result *r, const char *part)
{
	if (strstr(r->html, part))
		fail_msg("the page has: %s", part);
}

/* -- metadata ------------------------------------------------------------- */

static void headline_survives_in_json(void **state)
{
	struct sheet s = {
		.headline = "Tom &amp; Jerry’s &lt;/script&gt;&lt;!--"
		            "&lt;script&gt; \"deal\" \\ \xE2\x80\xA8 end",
	};
	struct result r;
	(void)state;
	render(&r, &s);
	assert_has(&r, "\"headline\":\"Tom \\u0026 Jerry’s "
	               "\\u003c/script\\u003e\\u003c!--\\u003cscript\\u003e "
	               "\\\"deal\\\" \\\\ \\u2028 end\"");
	assert_int_equal(count(r.html, "</script>"), 1);
	assert_int_equal(count(r.html, "<script"), 1);
	assert_int_equal(count(r.html, "<!--"), 0);
	assert_has(&r, "<title>Tom &amp; Jerry’s &lt;/script&gt;&lt;!--");
	drop(&r);
}

static const struct sheet secret = {
	.attrs = "xml:lang=\"en-GB\" guid=\"tag:quay.example,2026:1\"",
	.head = "<embargo until=\"2026-12-01T07:00:00Z\"/>"
	        "<summary>SUMMARY</summary><keyword>KEYWORD</keyword>"
	        "<slug>SLUG</slug><subject>SUBJECT</subject>"
	        "<link rel=\"canonical\" href=\"https://quay.example/1\"/>",
	.body = "<p>LEAD</p><figure>"
	        "<img src=\"https://quay.example/p.jpg\" alt=\"PICTURE\"/>"
	        "</figure>",
};

static void nothing_leaks_under_embargo(void **state)
{
	static const char *const words[] = { "SUMMARY", "KEYWORD",  "SLUG",
		                             "SUBJECT", "og:",      "twitter:",
		                             "ld+json", "article:", "LEAD",
		                             "PICTURE" };
	struct result r;
	(void)state;
	render(&r, &secret);
	assert_has(&r, "<meta name=\"robots\" content=\"noindex\">");
	assert_has(&r, "tag:quay.example,2026:1");
	char *body = strstr(r.sink.buf.at, "<body>");
	assert_non_null(body);
	assert_non_null(strstr(body, "SUMMARY"));
	*body = '\0'; /* the head alone */
	for (size_t i = 0; i < COUNT(words); i++)
		assert_lacks(&r, words[i]);
	drop(&r);
}

static void all_is_told_after_embargo(void **state)
{
	struct sheet s = secret;
	struct result r;
	(void)state;
	s.now = "2026-12-01T07:00:00Z";
	render(&r, &s);
	assert_lacks(&r, "noindex");
	assert_has(&r, "<meta name=\"description\" content=\"SUMMARY\">");
	assert_has(&r, "<meta property=\"og:image\" "
	               "content=\"https://quay.example/p.jpg\">");
	assert_has(&r, "\"datePublished\":\"2026-11-24T16:00:00+00:00\"");
	assert_has(&r, "\"dateModified\":\"2026-11-24T16:00:00+00:00\"");
	drop(&r);
}

static void withdrawn_shows_its_notice(void **state)
{
	struct sheet s = {
		.head = "<withdrawn at=\"2026-11-25T10:00:00Z\">NOTICE"
		        "</withdrawn><summary>SUMMARY</summary>"
		        "<dateline><place>TOWN</place></dateline>",
		.body = "<p>STORY</p>",
	};
	struct result r;
	(void)state;
	render(&r, &s);
	assert_has(&r, "NOTICE");
	assert_has(&r, "noindex");
	assert_lacks(&r, "STORY");
	assert_lacks(&r, "SUMMARY");
	assert_lacks(&r, "TOWN");
	drop(&r);
}

static void style_hash_is_reported(void **state)
{
	struct sheet s = { 0 };
	struct result r;
	(void)state;
	render(&r, &s);
	assert_int_equal(strlen(r.report.css_sha256), 44);
	assert_int_equal(r.report.css_sha256[43], '=');
	assert_int_equal(count(r.html, "<style>"), 1);
	assert_int_equal(r.html[r.sink.buf.len - 1], '\n');
	drop(&r);
}

/* -- what is shown -------------------------------------------------------- */

static void others_see_nothing_internal(void **state)
{
	struct sheet s = {
		.head = "<ednote>SECRET1</ednote><internal>SECRET2</internal>"
		        "<x xmlns=\"urn:x\">SECRET3</x>",
		.body = "<!-- SECRET4 --><p>Open<?p SECRET5?>."
		        "<x xmlns=\"urn:x\">SECRET6</x></p>",
	};
	struct result r;
	(void)state;
	render(&r, &s);
	assert_lacks(&r, "SECRET");
	assert_has(&r, "<p>Open.</p>");
	drop(&r);
}

static void bad_links_are_text(void **state)
{
	struct sheet s = {
		.body = "<p><a href=\"java&#10;script:alert(1)\">bad</a> "
		        "<a href=\" https://quay.example/a b\">good</a> "
		        "<a href=\"https://quay.example/o\">out "
		        "<a href=\"https://quay.example/i\">in</a></a></p>",
		.back = "<attachment src=\"javascript:x\" title=\"Evil\"/>",
	};
	struct result r;
	(void)state;
	render(&r, &s);
	assert_lacks(&r, "script:");
	assert_has(&r, "<span>bad</span> "
	               "<a href=\"https://quay.example/a%20b\">good</a> "
	               "<a href=\"https://quay.example/o\">out "
	               "<span>in</span></a>");
	assert_has(&r, "<li>Evil</li>");
	drop(&r);
}

static void dateline_runs_into_the_lead(void **state)
{
	static const char head[] =
		"<dateline separator=\" — \"><place>EASTMOUTH</place>"
		"<date datetime=\"2026-11-25\">25 November 2026</date>"
		"<via>WIRE</via></dateline>";
	struct sheet s = { .head = head };
	struct result r;
	(void)state;
	render(&r, &s);
	assert_has(&r, ">EASTMOUTH</span>, <time datetime=\"2026-11-25\">"
	               "25 November 2026</time></span> (WIRE) — The quay");
	drop(&r);
	s.body = "<h2>Head</h2><p>Text.</p>";
	render(&r, &s);
	assert_has(&r, "25 November 2026</time></span> (WIRE)</p>");
	assert_has(&r, "<p>Text.</p>");
	drop(&r);
}

static void footnotes_point_both_ways(void **state)
{
	struct sheet s = {
		.body = "<p>One<footnote>First<footnote>Deep</footnote>"
		        "</footnote> two<footnote id=\"own\">Second</footnote>"
		        "</p><h2 id=\"pr-x\">Head</h2>",
		.back = "<about><p>Us<footnote>Behind</footnote></p></about>",
	};
	struct result r;
	(void)state;
	render(&r, &s);
	/* "pr-" is taken up to one x, so ours have two */
	assert_has(&r, "id=\"pr-xxref-1\"><a href=\"#pr-xxnote-1\"");
	assert_has(&r, "id=\"pr-xxnote-1\">First<sup class=\"pr-mark\" "
	               "id=\"pr-xxref-3\"><a href=\"#pr-xxnote-3\"");
	assert_has(&r, "id=\"pr-xxref-2\"><a href=\"#own\"");
	assert_has(&r, "id=\"own\">Second");
	assert_has(&r, "id=\"pr-xxnote-3\">Deep");
	assert_has(&r, "id=\"pr-xxnote-4\">Behind");
	assert_int_equal(count(r.html, "id=\"own\""), 1);
	assert_int_equal(count(r.html, "role=\"doc-backlink\""), 4);
	assert_int_equal(count(r.html, "role=\"doc-endnotes\""), 1);
	drop(&r);
}

static void foreign_words_say_their_language(void **state)
{
	struct sheet s = {
		.body = "<p><span xml:lang=\"ar\">مرحبا</span> "
		        "<span xml:lang=\"nb\">hei</span> "
		        "<q xml:lang=\"de\">ja</q></p>",
	};
	struct result r;
	(void)state;
	render(&r, &s);
	assert_has(&r, "<html lang=\"en-GB\" dir=\"ltr\">");
	assert_has(&r, "<span lang=\"ar\" dir=\"rtl\">مرحبا</span> "
	               "<span lang=\"nb\">hei</span> "
	               "<q class=\"pr-q\" lang=\"de\">„ja“</q>");
	drop(&r);
}

/* -- tables --------------------------------------------------------------- */

static void cells_have_scope_and_slot(void **state)
{
	struct sheet s = {
		.body = "<table><caption>Results</caption><col/>"
		        "<col type=\"number\"/><thead><tr><th/><th>2026</th>"
		        "</tr></thead><tbody><tr><th>A</th><td>1.5</td></tr>"
		        "<tr><th scope=\"rowgroup\">B</th>"
		        "<td value=\"-2\">(2.25)</td></tr>"
		        "<tr role=\"total\"><th>C</th></tr></tbody></table>",
	};
	struct result r;
	(void)state;
	render(&r, &s);
	assert_has(&r, "role=\"region\" tabindex=\"0\" "
	               "aria-labelledby=\"pr-caption-1\"");
	assert_has(&r, "<caption id=\"pr-caption-1\">");
	assert_has(&r, "<td></td>"); /* an empty th is no head */
	assert_has(&r, "<th class=\"pr-number pr-slot\" scope=\"col\">2026");
	assert_has(&r, "<th scope=\"row\">A</th>");
	assert_has(&r, "<th scope=\"rowgroup\">B</th>");
	assert_has(&r, "<td class=\"pr-number pr-slot pr-less-1\">1.5</td>");
	assert_has(&r, "<data value=\"-2\">(2.25<span class=\"pr-hang\">)"
	               "</span></data>");
	assert_has(&r, "<tr class=\"pr-total\">");
	assert_int_equal(count(r.html, "<td></td>"), 2); /* filled up */
	drop(&r);
}

static void tables_nest(void **state)
{
	struct sheet s = {
		.body = "<table><tbody><tr><td><table><tbody><tr><td>in</td>"
		        "</tr></tbody></table></td><td>out</td></tr></tbody>"
		        "</table>",
	};
	struct result r;
	(void)state;
	render(&r, &s);
	assert_int_equal(count(r.html, "<table>"), 2);
	assert_int_equal(count(r.html, "</table>"), 2);
	assert_has(&r, "<td>in</td>");
	assert_has(&r, "<td>out</td>");
	drop(&r);
}

/* -- pictures ------------------------------------------------------------- */

static void pictures_have_sizes(void **state)
{
	struct sheet s = {
		.body = "<figure><img src=\"turned.jpg\" alt=\"A\">"
		        "<rendition src=\"a,b.jpg\" width=\"400\"/>"
		        "<rendition src=\"c.jpg\" width=\"400\"/>"
		        "<rendition src=\"d.jpg\" width=\"900\" "
		        "purpose=\"print\"/></img></figure>",
	};
	struct result r;
	(void)state;
	render(&r, &s);
	assert_has(&r, "<img src=\"turned.jpg\" "
	               "srcset=\"a%2Cb.jpg 400w, turned.jpg 600w\"");
	assert_has(&r, "width=\"600\" height=\"800\" alt=\"A\"");
	drop(&r);
}

static void missing_pictures_are_named(void **state)
{
	struct sheet s = {
		.body = "<figure><img src=\"no such.jpg\" alt=\"\"/></figure>",
	};
	struct result r;
	(void)state;
	render(&r, &s);
	assert_has(&r, "src=\"no%20such.jpg\" alt=\"\"");
	assert_int_equal(r.diags.count, 1);
	assert_string_equal(r.diags.items[0].code, "asset-missing");
	assert_int_equal(r.diags.items[0].severity, PRFMT_WARNING);
	assert_true(r.diags.items[0].column > 1);
	drop(&r);
}

/* -- trouble -------------------------------------------------------------- */

static void limits_and_hosts_stop_it(void **state)
{
	struct sheet s = { 0 };
	struct result r;
	(void)state;
	render(&r, &s);
	size_t whole = r.sink.buf.len;
	drop(&r);
	for (size_t most = 0; most < whole; most += 97) {
		render_most(&r, &s, most, NULL);
		assert_int_equal(r.status, PRFMT_ELIMIT);
		drop(&r);
	}
	render_most(&r, &s, whole, NULL);
	assert_int_equal(r.status, PRFMT_OK);
	drop(&r);
	render_most(&r, &s, whole, stop);
	assert_int_equal(r.status, PRFMT_ECANCEL);
	drop(&r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(headline_survives_in_json),
		cmocka_unit_test(nothing_leaks_under_embargo),
		cmocka_unit_test(all_is_told_after_embargo),
		cmocka_unit_test(withdrawn_shows_its_notice),
		cmocka_unit_test(style_hash_is_reported),
		cmocka_unit_test(others_see_nothing_internal),
		cmocka_unit_test(bad_links_are_text),
		cmocka_unit_test(dateline_runs_into_the_lead),
		cmocka_unit_test(footnotes_point_both_ways),
		cmocka_unit_test(foreign_words_say_their_language),
		cmocka_unit_test(cells_have_scope_and_slot),
		cmocka_unit_test(tables_nest),
		cmocka_unit_test(pictures_have_sizes),
		cmocka_unit_test(missing_pictures_are_named),
		cmocka_unit_test(limits_and_hosts_stop_it),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
