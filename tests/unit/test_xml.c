/* test_xml.c - events and their exact places, values, what is refused. */
#include "xml/xml.h"

#include "base/buf.h"
#include "base/limits.h"
#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* -- a log of events ------------------------------------------------------ */

struct log {
	struct buf out;
	bool places;
	size_t stop_at; /* the event that answers with ECANCEL; 0: none */
	size_t events;
};

static status go_on(struct log *l)
{
	return ++l->events == l->stop_at ? PRFMT_ECANCEL : PRFMT_OK;
}

static void put_place(struct log *l, struct place at)
{
	if (!l->places)
		return;
	buf_byte(&l->out, '@');
	buf_uint(&l->out, at.line);
	buf_byte(&l->out, ':');
	buf_uint(&l->out, at.col);
	if (at.end) {
		buf_byte(&l->out, '-');
		buf_uint(&l->out, at.end);
	}
}

static void put_name(struct log *l, struct span prefix, struct span local,
                     struct span uri)
{
	buf_span(&l->out, prefix);
	buf_puts(&l->out, prefix.len ? ":" : "");
	buf_span(&l->out, local);
	if (uri.len) {
		buf_byte(&l->out, '{');
		buf_span(&l->out, uri);
		buf_byte(&l->out, '}');
	}
}

static status log_start(void *user, const struct xml_name *name,
                        const struct xml_attr *attrs, size_t count,
                        struct place at)
{
	struct log *l = user;
	buf_byte(&l->out, '<');
	put_name(l, name->prefix, name->local, name->uri);
	put_place(l, at);
	for (size_t i = 0; i < count; i++) {
		buf_byte(&l->out, ' ');
		put_name(l, attrs[i].prefix, attrs[i].local, attrs[i].uri);
		put_place(l, attrs[i].at);
		buf_puts(&l->out, "='");
		buf_span(&l->out, attrs[i].value);
		buf_byte(&l->out, '\'');
	}
	buf_byte(&l->out, '>');
	return go_on(l);
}

static status log_end(void *user)
{
	struct log *l = user;
	buf_puts(&l->out, "</>");
	return go_on(l);
}

static status log_text(void *user, struct span text, struct place at)
{
	struct log *l = user;
	/* pieces of one text are one: only the first has a place */
	if (l->out.len && l->out.at[l->out.len - 1] == ']') {
		l->out.len--;
	} else {
		buf_byte(&l->out, '[');
		put_place(l, at);
		buf_puts(&l->out, l->places ? " " : "");
	}
	buf_span(&l->out, text);
	buf_byte(&l->out, ']');
	return go_on(l);
}

static status log_comment(void *user, struct span text, struct place at)
{
	struct log *l = user;
	buf_puts(&l->out, "<!");
	put_place(l, at);
	buf_byte(&l->out, ' ');
	buf_span(&l->out, text);
	buf_byte(&l->out, '>');
	return go_on(l);
}

static status log_pi(void *user, struct span target, struct span data,
                     struct place at)
{
	struct log *l = user;
	buf_puts(&l->out, "<?");
	buf_span(&l->out, target);
	put_place(l, at);
	buf_byte(&l->out, ' ');
	buf_span(&l->out, data);
	buf_byte(&l->out, '>');
	return go_on(l);
}

static const struct xml_events events = { log_start, log_end, log_text,
	log_comment, log_pi };

static status parse_span(struct span text, struct log *l, struct diags *d,
                         const prfmt_limits *given)
{
	prfmt_limits limits = limits_fill(given);
	diags_start(d, 10);
	diags_source(d, "t.xml", text);
	return xml_parse(text, &limits, d, &events, l);
}

static void gives(const char *text, bool places, const char *wanted)
{
	struct log l = { .places = places };
	struct diags d;
	status st = parse_span(text_span(text), &l, &d, NULL);
	if (st || strcmp(buf_text(&l.out), wanted))
		fail_msg("%s\n  gave %d %s\n  not    %s\n  %s", text, st,
		         buf_text(&l.out), wanted,
		         d.count ? d.items[0].message : "");
	assert_int_equal(d.count, 0);
	buf_free(&l.out);
	diags_free(&d);
}

/* The one finding that stops it. */
static void refused(const char *text, status wanted, const char *code,
                    uint32_t line, uint32_t col, const char *words)
{
	struct log l = { 0 };
	struct diags d;
	status st = parse_span(text_span(text), &l, &d, NULL);
	if (st != wanted || d.count != 1 || strcmp(d.items[0].code, code) ||
	    !strstr(d.items[0].message, words) || d.items[0].line != line ||
	    d.items[0].column != col)
		fail_msg("%.200s\n  gave %d, %zu, %u:%u %s: %s", text, st,
		         d.count, d.count ? d.items[0].line : 0,
		         d.count ? d.items[0].column : 0,
		         d.count ? d.items[0].code : "",
		         d.count ? d.items[0].message : "");
	buf_free(&l.out);
	diags_free(&d);
}

/* -- places --------------------------------------------------------------- */

static void places_elements(void **state)
{
	(void)state;
	gives("<a/>", true, "<a@1:1-3></>");
	gives("<a><b/></a>", true, "<a@1:1-3><b@1:4-6></></>");
	gives("<a>\n  <b>\n    <long/></b>\n</a>", true,
	      "<a@1:1-3>[@2:3 \n  ]<b@2:3-5>[@3:5 \n    ]<long@3:5-10></></>"
	      "[@4:1 \n]</>");
	/* a start tag over many lines is where it starts */
	gives("<a>\n<b\n  c='1'\n\n  d='2'\n>\n</b></a>", true,
	      "<a@1:1-3>[@2:1 \n]<b@2:1-3 c@3:3-8='1' d@5:3-8='2'>"
	      "[@7:1 \n]</></>");
	gives("<?xml version='1.0'?>\n<a/>", true, "<a@2:1-3></>");
	gives("<x:a xmlns:x='u'/>", true, "<x:a{u}@1:1-5></>");
}

static void places_attributes(void **state)
{
	(void)state;
	gives("<a b='1' cd=\"2\"/>", true,
	      "<a@1:1-3 b@1:4-9='1' cd@1:10-16='2'></>");
	/* declarations are no attributes, wherever they stand */
	gives("<a xmlns='u' b='1' xmlns:x='v' x:c='2' d='3'/>", true,
	      "<a{u}@1:1-3 b@1:14-19='1' x:c{v}@1:32-39='2' "
	      "d@1:40-45='3'></>");
	gives("<a\tb = '1'\r\n\tc\n=\n'>' d='='/>", true,
	      "<a@1:1-3 b@1:4-11='1' c@2:2-3='>' d@4:5-10='='></>");
	gives("<a xmlnsx='1' b='2'/>", true,
	      "<a@1:1-3 xmlnsx@1:4-14='1' b@1:15-20='2'></>");
	gives("<a b='&quot;' c='\"'/>", true,
	      "<a@1:1-3 b@1:4-14='\"' c@1:15-20='\"'></>");
	gives("<a b='&#10;x\ny' c=''/>", true,
	      "<a@1:1-3 b@1:4-13='\nx y' c@2:4-8=''></>");
}

static void places_behind_line_ends(void **state)
{
	(void)state;
	gives("<a>\r\n one\r\n<b/></a>", true,
	      "<a@1:1-3>[@2:2 \n one\n]<b@3:1-3></></>");
	gives("<a>\n\n\n<b/>\n\nx</a>", true,
	      "<a@1:1-3>[@4:1 \n\n\n]<b@4:1-3></>[@6:1 \n\nx]</>");
}

static void places_in_code_points(void **state)
{
	(void)state;
	/* 2, 3 and 4 bytes are one column each; a combining mark is its own */
	gives("<a>\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80<b/></a>", true,
	      "<a@1:1-3>[@1:4 \xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80]"
	      "<b@1:7-9></></>");
	gives("<a>e\xCC\x81<b c='\xC3\xA9' d='1'/></a>", true,
	      "<a@1:1-3>[@1:4 e\xCC\x81]<b@1:6-8 c@1:9-14='\xC3\xA9' "
	      "d@1:15-20='1'></></>");
	gives("<\xC3\xA9 \xC3\xA9='1'/>", true,
	      "<\xC3\xA9@1:1-3 \xC3\xA9@1:4-9='1'></>");
}

static void places_asides(void **state)
{
	(void)state;
	gives("<!--x-->\n<a>b <!-- c --><d/></a>", true,
	      "<!@1:1 x><a@2:1-3>[@2:4 b ]<!@2:6  c ><d@2:16-18></></>");
	gives("<a>\n  <!--1-->\n  <!--2--></a><!--3-->", true,
	      "<a@1:1-3>[@2:3 \n  ]<!@2:3 1>[@3:3 \n  ]<!@3:3 2></><!@3:15 3>");
	gives("<a>x<?p q r?>y<?s?></a>", true,
	      "<a@1:1-3>[@1:4 x]<?p@1:5 q r>[@1:14 y]<?s@1:15 ></>");
}

static void places_cdata(void **state)
{
	(void)state;
	gives("<a>\n<![CDATA[<x>&amp;]]></a>", true,
	      "<a@1:1-3>[@2:1 \n<x>&amp;]</>");
	gives("<a><![CDATA[<!-- no -->]]><!--yes--><b/></a>", true,
	      "<a@1:1-3>[@1:4 <!-- no -->]<!@1:27 yes><b@1:37-39></></>");
	gives("<a>1<![CDATA[]]>2<b/></a>", true,
	      "<a@1:1-3>[@1:4 12]<b@1:18-20></></>");
	gives("<a><![CDATA[ ]] ]>]]]]></a>", false, "<a>[ ]] ]>]]]</>");
}

static void places_far_down(void **state)
{
	(void)state;
	struct buf text = { 0 };
	struct log l = { .places = true };
	struct diags d;
	buf_puts(&text, "<a>");
	for (int i = 0; i < 100000; i++)
		buf_puts(&text, "<!--\xC3\xA9-->"); /* one line: 8 columns */
	buf_puts(&text, "\n");
	for (int i = 0; i < 100000; i++)
		buf_puts(&text, "<?p?>\n");
	l.out.len = 0;
	buf_puts(&text, " <b/></a>");
	assert_int_equal(parse_span(buf_view(&text), &l, &d, NULL), PRFMT_OK);
	assert_non_null(strstr(buf_text(&l.out), "<!@1:799996 \xC3\xA9>["));
	assert_true(text_ends(buf_view(&l.out), "<b@100002:2-4></></>"));
	buf_free(&text);
	buf_free(&l.out);
	diags_free(&d);
}

/* -- values --------------------------------------------------------------- */

static void decodes_values(void **state)
{
	(void)state;
	gives("<r a=\"x &amp; &lt; &#38;#38; y\"/>", false,
	      "<r a='x & < &#38; y'></>");
	gives("<r>x &amp; &lt; &#38;#38; &#38;lt; y</r>", false,
	      "<r>[x & < &#38; &lt; y]</>");
	gives("<r a='&gt;&quot;&apos;&#x20AC;&#8364;'/>", false,
	      "<r a='>\"'\xE2\x82\xAC\xE2\x82\xAC'></>");
	gives("<r>&gt;&quot;&apos;&#x1F600;</r>", false,
	      "<r>[>\"'\xF0\x9F\x98\x80]</>");
	/* XML 1.0, 3.3.3: blanks become spaces, references stay */
	gives("<r a=' x\ty\nz&#9;&#10;&#13; '/>", false,
	      "<r a=' x y z\t\n\r '></>");
	gives("<r a='x\r\ny'/>", false, "<r a='x y'></>");
	gives("<r>x\r\ny\rz&#13;</r>", false, "<r>[x\ny\nz\r]</>");
	gives("<r a=''/>", false, "<r a=''></>");
	gives("<r xml:lang='en'/>", false,
	      "<r xml:lang{http://www.w3.org/XML/1998/namespace}='en'></>");
	gives("<r xmlns='u'><s xmlns=''/></r>", false, "<r{u}><s></></>");
}

static void declared_encoding_is_ignored(void **state)
{
	(void)state;
	gives("<?xml version='1.0' encoding='ISO-8859-1'?><r>\xC3\xA9</r>",
	      false, "<r>[\xC3\xA9]</>");
	gives("<?xml version='1.0' encoding='UTF-16'?><r>\xC3\xA9</r>", false,
	      "<r>[\xC3\xA9]</>");
	gives("<?xml version='1.0' encoding='nonsense'?><r/>", false,
	      "<r></>");
}

static void long_texts_are_whole(void **state)
{
	(void)state;
	struct buf text = { 0 };
	struct buf wanted = { 0 };
	struct log l = { 0 };
	struct diags d;
	buf_puts(&text, "<r a='");
	buf_puts(&wanted, "<r a='");
	for (int i = 0; i < 3000; i++) {
		buf_puts(&text, "&amp;\xC3\xA9");
		buf_puts(&wanted, "&\xC3\xA9");
	}
	buf_puts(&text, "'>");
	buf_puts(&wanted, "'>[");
	for (int i = 0; i < 20000; i++) {
		buf_puts(&text, "\xE2\x82\xAC&lt;<![CDATA[<]]>");
		buf_puts(&wanted, "\xE2\x82\xAC<<");
	}
	buf_puts(&text, "</r>");
	buf_puts(&wanted, "]</>");
	assert_int_equal(parse_span(buf_view(&text), &l, &d, NULL), PRFMT_OK);
	assert_true(text_equal(buf_view(&l.out), buf_view(&wanted)));
	buf_free(&text);
	buf_free(&wanted);
	buf_free(&l.out);
	diags_free(&d);
}

/* -- what is refused ------------------------------------------------------ */

static void refuses_doctype(void **state)
{
	(void)state;
	refused("<!DOCTYPE r><r/>", PRFMT_ESYNTAX, "doctype", 1, 1, "refused");
	refused("<?xml version='1.0'?>\n <!DOCTYPE r [<!ENTITY a 'b'>]>"
	        "<r>&a;</r>",
	        PRFMT_ESYNTAX, "doctype", 2, 2, "refused");
	refused("<!DOCTYPE r SYSTEM 'file:///etc/hostname'><r/>",
	        PRFMT_ESYNTAX, "doctype", 1, 1, "refused");
	refused("<!DOCTYPE r [<!ENTITY a SYSTEM 'file:///etc/hostname'>"
	        "<!ENTITY % p 'x'> %p;]><r a='&a;'>&a;</r>",
	        PRFMT_ESYNTAX, "doctype", 1, 1, "refused");
}

static void refuses_what_is_not_well_formed(void **state)
{
	static const struct {
		const char *text;
		uint32_t line;
		uint32_t col;
		const char *words;
	} cases[] = {
		{ "<r>&nbsp;</r>", 1, 4, "entity" },
		{ "<r a='&nbsp;'/>", 1, 7, "entity" },
		{ "<r>\n<p></r>", 2, 4, "end tag" },
		{ "<r><p>", 1, 7, "" },
		{ "<r", 1, 3, "" },
		{ "<r>a & b</r>", 1, 6, "" },
		{ "<r a='1' a='2'/>", 1, 1, "twice" },
		{ "<r a=1/>", 1, 6, "quotes" },
		{ "<r a='<'/>", 1, 7, "&lt;" },
		{ "<r a='1'b='2'/>", 1, 9, "space" },
		{ "<x:r/>", 1, 1, "prefix" },
		{ "<r>&#0;</r>", 1, 8, "character" },
		{ "<r>&#xFFFE;</r>", 1, 12, "character" },
		{ "<r><!-- -- --></r>", 1, 9, "comment" },
		{ "<r/><r/>", 1, 5, "" },
		{ "<r/>x", 1, 5, "" },
		{ "x", 1, 1, "" },
		{ "<r>]]></r>", 1, 4, "" },
		{ " <?xml version='1.0'?><r/>", 1, 7, "" },
	};
	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		refused(cases[i].text, PRFMT_ESYNTAX, "xml-syntax",
		        cases[i].line, cases[i].col, cases[i].words);
}

static void every_prefix_is_refused(void **state)
{
	static const char text[] =
		"<?xml version='1.0'?><r xmlns='u' a=\"&lt;\"><!--c-->"
		"<![CDATA[d]]>&amp;<?p q?><b c='1'>\xC3\xA9</b></r>";
	(void)state;
	for (size_t n = 0; n + 1 < sizeof text; n++) {
		struct span cut = { text, n };
		struct log l = { 0 };
		struct diags d;
		assert_int_equal(parse_span(cut, &l, &d, NULL), PRFMT_ESYNTAX);
		assert_int_equal(d.count, 1);
		buf_free(&l.out);
		diags_free(&d);
	}
}

static void callbacks_stop_it(void **state)
{
	static const char text[] =
		"<r a='1'>x<!--c--><?p q?><b><![CDATA[y]]></b></r>";
	(void)state;
	struct log all = { 0 };
	struct diags d;
	struct span whole = { text, sizeof text - 1 };
	assert_int_equal(parse_span(whole, &all, &d, NULL), PRFMT_OK);
	diags_free(&d);
	assert_int_equal(all.events, 8);
	for (size_t i = 1; i <= all.events; i++) {
		struct log l = { .stop_at = i };
		assert_int_equal(parse_span(whole, &l, &d, NULL),
		                 PRFMT_ECANCEL);
		assert_int_equal(l.events, i); /* none comes after it */
		assert_int_equal(d.count, 0);
		buf_free(&l.out);
		diags_free(&d);
	}
	buf_free(&all.out);
}

/* -- limits --------------------------------------------------------------- */

static void nested(size_t depth, const prfmt_limits *limits, status wanted)
{
	struct buf text = { 0 };
	struct log l = { 0 };
	struct diags d;
	for (size_t i = 0; i < depth; i++)
		buf_puts(&text, "<e>");
	for (size_t i = 0; i < depth; i++)
		buf_puts(&text, "</e>");
	assert_int_equal(parse_span(buf_view(&text), &l, &d, limits), wanted);
	assert_int_equal(d.count, wanted != PRFMT_OK);
	if (wanted) {
		assert_string_equal(d.items[0].code, "limit");
		assert_non_null(strstr(d.items[0].message, "limit depth"));
		assert_int_equal(d.items[0].column, (depth - 1) * 3 + 1);
	}
	buf_free(&text);
	buf_free(&l.out);
	diags_free(&d);
}

static void depth_is_limited(void **state)
{
	(void)state;
	prfmt_limits limits = PRFMT_INIT(prfmt_limits);
	nested(64, NULL, PRFMT_OK);
	nested(65, NULL, PRFMT_ELIMIT);
	limits.depth = 1;
	nested(1, &limits, PRFMT_OK);
	nested(2, &limits, PRFMT_ELIMIT);
	limits.depth = 200;
	nested(200, &limits, PRFMT_OK);
	nested(201, &limits, PRFMT_ELIMIT);
}

static void crowd(const char *before, size_t count, const char *name,
                  const prfmt_limits *limits, status wanted)
{
	struct buf text = { 0 };
	struct log l = { 0 };
	struct diags d;
	buf_puts(&text, before);
	buf_puts(&text, "<e");
	for (size_t i = 0; i < count; i++) {
		buf_puts(&text, name);
		buf_uint(&text, i);
		buf_puts(&text, "='='");
	}
	buf_puts(&text, "/></r>");
	status st = parse_span(buf_view(&text), &l, &d, limits);
	if (st != wanted)
		fail_msg("%zu of%s: %d", count, name, st);
	assert_int_equal(d.count, wanted != PRFMT_OK);
	if (wanted) {
		assert_string_equal(d.items[0].code, "limit");
		assert_non_null(strstr(d.items[0].message, "limit attrs"));
		assert_int_equal(d.items[0].column, strlen(before) + 1);
	}
	buf_free(&text);
	buf_free(&l.out);
	diags_free(&d);
}

static void attributes_are_limited(void **state)
{
	(void)state;
	prfmt_limits limits = PRFMT_INIT(prfmt_limits);
	crowd("<r>", 64, " a", NULL, PRFMT_OK);
	crowd("<r>", 65, " a", NULL, PRFMT_ELIMIT);
	limits.attrs = 1;
	crowd("<r>", 1, " a", &limits, PRFMT_OK);
	crowd("<r>", 2, " a", &limits, PRFMT_ELIMIT);
	limits.attrs = 1000;
	crowd("<r>", 1000, " a", &limits, PRFMT_OK);
	crowd("<r>", 1001, " a", &limits, PRFMT_ELIMIT);
	/* declarations are no attributes, but there is an end to them too */
	crowd("<r>", 64, " xmlns:a", NULL, PRFMT_OK);
	crowd("<r>", 200, " xmlns:a", NULL, PRFMT_ELIMIT);
	/* a hundred thousand are refused before libxml2 compares them */
	crowd("<r>", 100000, " a", NULL, PRFMT_ELIMIT);
	crowd("<r>", 100000, " xmlns:a", NULL, PRFMT_ELIMIT);
	/* what looks like a tag, but is none */
	crowd("<r><!--<x a='--><![CDATA[<x b=\"]]><?p <x c='?>", 64, " a",
	      NULL, PRFMT_OK);
	crowd("<r><!--<x a='--><![CDATA[<x b=\"]]><?p <x c='?>", 100000, " a",
	      NULL, PRFMT_ELIMIT);
}

/* What is wrong before a tag of too many attributes is said, not the limit. */
static void first_fault_is_said(void **state)
{
	(void)state;
	struct buf text = { 0 };
	buf_puts(&text, "<r>&x;<e");
	for (size_t i = 0; i < 1000; i++) {
		buf_puts(&text, " a");
		buf_uint(&text, i);
		buf_puts(&text, "=''");
	}
	buf_puts(&text, "/></r>");
	refused(buf_text(&text), PRFMT_ESYNTAX, "xml-syntax", 1, 4, "entity");
	buf_free(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(places_elements),
		cmocka_unit_test(places_attributes),
		cmocka_unit_test(places_behind_line_ends),
		cmocka_unit_test(places_in_code_points),
		cmocka_unit_test(places_asides),
		cmocka_unit_test(places_cdata),
		cmocka_unit_test(places_far_down),
		cmocka_unit_test(decodes_values),
		cmocka_unit_test(declared_encoding_is_ignored),
		cmocka_unit_test(long_texts_are_whole),
		cmocka_unit_test(refuses_doctype),
		cmocka_unit_test(refuses_what_is_not_well_formed),
		cmocka_unit_test(every_prefix_is_refused),
		cmocka_unit_test(callbacks_stop_it),
		cmocka_unit_test(depth_is_limited),
		cmocka_unit_test(attributes_are_limited),
		cmocka_unit_test(first_fault_is_said),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
