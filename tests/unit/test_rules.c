/* test_rules.c - what the rules on contents find, and what they let pass. */
#include "base/buf.h"
#include "base/date.h"
#include "base/text.h"
#include "check/dates.h"
#include "check/market.h"
#include "check/number.h"
#include "lang/zone.h"

#include <prfmt/prfmt.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* -- one release, one question -------------------------------------------- */

static void put_release(struct buf *b, const char *attrs, const char *head,
                        const char *body)
{
	buf_puts(b, "<release xmlns=\"urn:prfmt:release:1\" ");
	buf_puts(b, attrs);
	buf_puts(b, "><head><issuer><name>Mill Pond Press</name></issuer>"
	            "<headline>Mill Pond prints a map</headline>");
	buf_puts(b, head);
	if (!strstr(head, "<issued"))
		buf_puts(b, "<issued at=\"2026-03-02T09:00:00Z\"/>");
	buf_puts(b, "</head><body>");
	buf_puts(b, body);
	buf_puts(b, "</body><back><contact><email>desk@mill-pond.example"
	            "</email></contact></back></release>");
}

/* How often the code is found; any other warning or error fails. */
static size_t count_with(const prfmt_options *opt, const char *code,
                         const char *attrs, const char *head, const char *body)
{
	struct buf b = { 0 };
	prfmt_ctx *ctx = NULL;
	prfmt_release *rel = NULL;
	size_t found = 0;
	put_release(&b, attrs, head, body);
	assert_int_equal(prfmt_ctx_new(opt, &ctx), PRFMT_OK);
	assert_int_equal(prfmt_read_memory(ctx, b.at, b.len, NULL, &rel),
	                 PRFMT_OK);
	(void)!prfmt_check(ctx, rel, 0);
	for (size_t i = 0; i < prfmt_diag_count(ctx); i++) {
		const prfmt_diag *d = prfmt_diag_at(ctx, i);
		if (!strcmp(d->code, code)) {
			found++;
		} else if (d->severity != PRFMT_NOTE) {
			print_error("%s: %s\n", d->code, d->message);
			fail();
		}
	}
	prfmt_release_free(rel);
	prfmt_ctx_free(ctx);
	buf_free(&b);
	return found;
}

static size_t count(const char *code, const char *attrs, const char *head,
                    const char *body)
{
	return count_with(NULL, code, attrs, head, body);
}

static size_t in_text(const char *code, const char *lang, const char *text)
{
	struct buf attrs = { 0 };
	struct buf body = { 0 };
	buf_puts(&attrs, "xml:lang=\"");
	buf_puts(&attrs, lang);
	buf_puts(&attrs, "\"");
	buf_puts(&body, "<p>");
	buf_puts(&body, text);
	buf_puts(&body, "</p>");
	size_t found = count(code, buf_text(&attrs), "", buf_text(&body));
	buf_free(&attrs);
	buf_free(&body);
	return found;
}

/* -- identifiers ---------------------------------------------------------- */

static void check_digits(void **state)
{
	(void)state;
	assert_int_equal(market_lei(text_span("999900PRFMTEXAMPLE60")),
	                 MARKET_OK);
	/* one character wrong, two changed places, the check digits alone */
	assert_int_equal(market_lei(text_span("999900PRFMTEXAMPLE61")),
	                 MARKET_DIGITS);
	assert_int_equal(market_lei(text_span("999900PRFMTEXAPMLE60")),
	                 MARKET_DIGITS);
	assert_int_equal(market_lei(text_span("999900PRFMTEXAMPLF60")),
	                 MARKET_DIGITS);
	assert_int_equal(market_lei(text_span("999900prfmtexample60")),
	                 MARKET_SHAPE);
	assert_int_equal(market_lei(text_span("999900PRFMTEXAMPLE6")),
	                 MARKET_SHAPE);
	assert_int_equal(market_lei(text_span("")), MARKET_SHAPE);
	/* ISO 6166 itself: US0378331005; and with letters in it */
	assert_int_equal(market_isin(text_span("US0378331005")), MARKET_OK);
	assert_int_equal(market_isin(text_span("ZZ000EXMPL07")), MARKET_OK);
	assert_int_equal(market_isin(text_span("US0378331004")),
	                 MARKET_DIGITS);
	assert_int_equal(market_isin(text_span("US0378313005")),
	                 MARKET_DIGITS);
	assert_int_equal(market_isin(text_span("0S0378331005")), MARKET_SHAPE);
	assert_int_equal(market_isin(text_span("US037833100")), MARKET_SHAPE);
	assert_int_equal(market_mic(text_span("XLON")), MARKET_OK);
	assert_int_equal(market_mic(text_span("LSE")), MARKET_SHAPE);
	assert_int_equal(market_mic(text_span("xlon")), MARKET_SHAPE);
}

/* -- clocks --------------------------------------------------------------- */

static const struct wall {
	const char *zone;
	const char *wall; /* Z: as if it were UTC */
	enum zone_wall is;
} walls[] = {
	{ "Europe/Berlin", "2026-03-29T01:59:59Z", WALL_ONCE },
	{ "Europe/Berlin", "2026-03-29T02:00:00Z", WALL_NEVER },
	{ "Europe/Berlin", "2026-03-29T02:30:00Z", WALL_NEVER },
	{ "Europe/Berlin", "2026-03-29T03:00:00Z", WALL_ONCE },
	{ "Europe/Berlin", "2026-10-25T01:59:59Z", WALL_ONCE },
	{ "Europe/Berlin", "2026-10-25T02:00:00Z", WALL_TWICE },
	{ "Europe/Berlin", "2026-10-25T02:30:00Z", WALL_TWICE },
	{ "Europe/Berlin", "2026-10-25T03:00:00Z", WALL_ONCE },
	{ "America/New_York", "2026-03-08T02:30:00Z", WALL_NEVER },
	{ "America/New_York", "2026-11-01T01:30:00Z", WALL_TWICE },
	{ "America/New_York", "2026-11-01T02:30:00Z", WALL_ONCE },
	/* half an hour, south of the equator */
	{ "Australia/Lord_Howe", "2026-10-04T02:15:00Z", WALL_NEVER },
	{ "Australia/Lord_Howe", "2026-10-04T02:30:00Z", WALL_ONCE },
	{ "Australia/Lord_Howe", "2026-04-05T01:45:00Z", WALL_TWICE },
	{ "Australia/Lord_Howe", "2026-04-05T02:15:00Z", WALL_ONCE },
	{ "Asia/Makassar", "2026-03-29T02:30:00Z", WALL_ONCE },
	/* a whole day was left out: only its middle is so far away */
	{ "Pacific/Apia", "2011-12-30T12:00:00Z", WALL_NEVER },
};

static void walls_of_clocks(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(walls); i++) {
		struct instant t;
		int32_t before = 0;
		int32_t after = 0;
		assert_int_equal(date_instant(text_span(walls[i].wall), &t),
		                 DATE_OK);
		if (zone_wall(zone_find(walls[i].zone), t.utc, &before,
		              &after) == walls[i].is)
			continue;
		print_error("%s %s\n", walls[i].zone, walls[i].wall);
		fail();
	}
}

static size_t issued(const char *code, const char *at, const char *zone)
{
	struct buf b = { 0 };
	buf_puts(&b, "<issued at=\"");
	buf_puts(&b, at);
	buf_puts(&b, "\" zone=\"");
	buf_puts(&b, zone);
	buf_puts(&b, "\"/>");
	size_t found = count(code, "xml:lang=\"en\"", buf_text(&b),
	                     "<p>A map.</p>");
	buf_free(&b);
	return found;
}

static void instants_and_zones(void **state)
{
	(void)state;
	assert_int_equal(issued("instant-gap", "2026-03-29T02:30:00+01:00",
	                        "Europe/Berlin"), 1);
	assert_int_equal(issued("instant-gap", "2026-03-29T02:30:00+02:00",
	                        "Europe/Berlin"), 1);
	assert_int_equal(issued("instant-gap", "2026-10-04T02:15:00+11:00",
	                        "Australia/Lord_Howe"), 1);
	assert_int_equal(issued("instant-overlap", "2026-10-25T02:30:00+02:00",
	                        "Europe/Berlin"), 1);
	assert_int_equal(issued("instant-overlap", "2026-11-01T01:30:00-05:00",
	                        "America/New_York"), 1);
	assert_int_equal(issued("instant-zone", "2026-07-01T07:00:00+01:00",
	                        "Europe/Berlin"), 1);
	assert_int_equal(issued("instant-zone", "2026-10-25T02:30:00+03:00",
	                        "Europe/Berlin"), 1);
	/* written in UTC; but London's +00:00 in summer is a slip */
	assert_int_equal(issued("instant-zone", "2026-07-01T07:00:00Z",
	                        "Europe/London"), 0);
	assert_int_equal(issued("instant-zone", "2026-07-01T07:00:00+00:00",
	                        "Asia/Makassar"), 0);
	assert_int_equal(issued("instant-zone", "2026-07-01T07:00:00+00:00",
	                        "Europe/London"), 1);
	assert_int_equal(issued("instant-zone", "2026-01-01T07:00:00+00:00",
	                        "Europe/London"), 0);
}

/* -- weekdays ------------------------------------------------------------- */

static const struct saying {
	const char *lang;
	const char *text;
	size_t wrong;
} sayings[] = {
	{ "en", "on Friday, 30 January 2026", 0 },
	{ "en", "on Friday, 31 January 2026", 1 },
	{ "en", "on FRIDAY 31 JANUARY 2026", 1 },
	{ "en-US", "on Friday, Jan. 31, 2026,", 1 },
	{ "en-US", "on Friday, Jan. 30, 2026,", 0 },
	{ "en", "on Friday the 31st of January 2026", 1 },
	{ "en", "31 January 2026 (Friday)", 1 },
	{ "en", "30 January 2026 (Friday)", 0 },
	{ "en", "Friday (2026-01-31)", 1 },
	{ "en", "Friday (30/1/2026), Friday (1/30/2026)", 0 },
	{ "en", "Friday (31/1/2026)", 1 },
	{ "en", "Friday (1/31/2026)", 1 },
	/* 1/2: the one reads February, the other January */
	{ "en", "Friday (1/2/2026)", 0 },
	/* near the day of issue, or in its year */
	{ "en", "on Friday, 30 January", 0 },
	{ "en", "on Friday, 31 January", 1 },
	{ "en", "on Thursday, 31 December", 0 },
	{ "en", "on Wednesday, 31 December", 0 }, /* 2025 */
	/* not beside, not one day, not a weekday, no date */
	{ "en", "Friday. It rained on 31 January 2026", 0 },
	{ "en", "Friday to Sunday, 31 January 2026", 0 },
	{ "en", "Black Fridays, 31 January 2026", 0 },
	{ "en", "Friday 10.30 and Friday 10:30", 0 },
	{ "en", "Friday, January 30-31, 2026", 0 },
	{ "en", "on Friday, 30 February 2026", 0 },
	/* <time> says which day it is */
	{ "en", "on <time datetime=\"2026-01-31\">Friday</time>", 1 },
	{ "en", "on <time datetime=\"2026-01-30\">Friday</time>", 0 },
	{ "en", "on <time datetime=\"2026-01-31T00:30:00+08:00\">"
	        "<em>Friday</em></time>", 1 },
	{ "de", "am Freitag, 30. Januar 2026", 0 },
	{ "de", "am Freitag, den 31. Januar 2026", 1 },
	{ "de", "am Freitag (31.1.)", 1 },
	{ "de", "am Freitag, 30.01.2026", 0 },
	{ "de", "am Samstag, 1.2.2026", 1 },
	{ "de", "Freitag 10.30 Uhr, freitags 31. Januar", 0 },
	{ "de", "am Sonntag, 1. März", 0 },
	{ "de", "am Montag, 1. März", 1 },
	{ "id", "pada Jumat (30/1)", 0 },
	{ "id", "pada Minggu (1/2)", 0 },
	{ "id", "pada Senin (1/2)", 1 },
	{ "id", "pada Jumat, 31 Januari 2026", 1 },
	{ "id", "Senin–Jumat, 31 Januari 2026", 0 },
	{ "id", "buka Sabtu 24/7", 0 },
	/* the words are those of the text's own language */
	{ "de", "on Friday, 31 January 2026", 0 },
	{ "de", "<em xml:lang=\"en\">Friday, 31 January 2026</em>", 1 },
	{ "tlh", "on Friday, 31 January 2026", 0 },
};

static void weekdays(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(sayings); i++) {
		const struct saying *s = &sayings[i];
		if (in_text("weekday-date", s->lang, s->text) == s->wrong)
			continue;
		print_error("%s: %s\n", s->lang, s->text);
		fail();
	}
}

/* Whatever languages there are. */
static void weekdays_of_one_character(void **state)
{
	(void)state;
	static const char *const names[] = { "月曜日", "火曜日", "水曜日",
		"木曜日", "金曜日", "土曜日", "日曜日" };
	struct span good = text_span("2026年1月30日（金）");
	struct span bare = text_span("2026年1月30日、金を");
	struct date_words w = { .tag = "ja" };
	struct date_found d;
	size_t at = strlen("2026年1月30日（");
	size_t end = 0;
	size_t from = 0;
	for (size_t i = 0; i < COUNT(names); i++) {
		w.weekdays[i] = text_span(names[i]);
		w.first[(unsigned char)names[i][0]] = true;
	}
	assert_int_equal(dates_weekday(&w, good, at, &end), 4);
	assert_int_equal(end, at + strlen("金"));
	assert_true(dates_beside(&w, good, at, end, &from, &d));
	assert_int_equal(from, 0);
	assert_int_equal(d.year, 2026);
	assert_int_equal(d.month, 1);
	assert_int_equal(d.day, 30);
	assert_int_equal(dates_weekday(&w, bare, at, &end), -1);
}

static void seasons(void **state)
{
	(void)state;
	const char *code = "zone-abbr-season";
	assert_int_equal(in_text(code, "en", "3 July 2026, 10:00 EST"), 1);
	assert_int_equal(in_text(code, "en", "3 July 2026, 10:00 EDT"), 0);
	assert_int_equal(in_text(code, "en", "3 July 2026, 10 a.m. PST"), 1);
	assert_int_equal(in_text(code, "en-PH", "3 July 2026, 10 a.m. PST"),
	                 0);
	assert_int_equal(in_text(code, "de", "3. Juli 2026, 10 Uhr MEZ"), 1);
	assert_int_equal(in_text(code, "de", "3. Januar 2026, 10 Uhr MESZ"),
	                 1);
	/* the world's time, no hour, no date, dates in both halves */
	assert_int_equal(in_text(code, "en", "3 July 2026, 10:00 GMT"), 0);
	assert_int_equal(in_text(code, "en", "3 July 2026, EST Ltd"), 0);
	assert_int_equal(in_text(code, "en", "today, 10:00 EST"), 0);
	assert_int_equal(in_text(code, "en", "3 July, 3 January, 10:00 EST"),
	                 0);
	/* who names the zone means its clocks; Panama has EST all the year */
	assert_int_equal(count(code, "xml:lang=\"en\"",
	                       "<issued at=\"2026-07-01T09:00:00+01:00\" "
	                       "zone=\"Europe/London\"/>",
	                       "<p>3 July 2026, 10:00 GMT</p>"), 1);
	assert_int_equal(count(code, "xml:lang=\"en\"",
	                       "<issued at=\"2026-07-01T09:00:00-05:00\" "
	                       "zone=\"America/Panama\"/>",
	                       "<p>3 July 2026, 10:00 EST</p>"), 0);
}

static void escapes(void **state)
{
	(void)state;
	const char *code = "double-escaped";
	assert_int_equal(in_text(code, "en", "Banyu&amp;apos;s"), 1);
	assert_int_equal(in_text(code, "en", "A &amp;#x2019; B"), 1);
	assert_int_equal(in_text(code, "en", "R&amp;D; A &amp; B; x"), 0);
	assert_int_equal(in_text(code, "en", "<code>&amp;lt;</code>"), 0);
}

/* -- numbers and tables --------------------------------------------------- */

static bool is_near(double a, double b)
{
	return a - b < 1e-9 && b - a < 1e-9;
}

static void numbers(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		char mark;
		double value;
		double unit;
	} good[] = {
		{ "1,234.5", '.', 1234.5, 0.1 },
		{ "1.234,5", ',', 1234.5, 0.1 },
		{ "1\u202F234", ',', 1234, 1 },
		{ "(67.25)", '.', -67.25, 0.01 },
		{ "(3.1%)", '.', -3.1, 0.1 },
		{ "\u22123,0 %", ',', -3, 0.1 },
		{ "+5%", '.', 5, 1 },
		{ "–", '.', 0, 0 },
		{ "£15.5", '.', 15.5, 0.1 },
		{ "Rp38,4", ',', 38.4, 0.1 },
		{ "US$ 12", '.', 12, 1 },
		{ "12 EUR", ',', 12, 1 },
		{ " 0 ", '.', 0, 1 },
	};
	static const struct {
		const char *text;
		char mark;
	} bad[] = {
		{ "n.m.", '.' },   { "", '.' },        { "1,23", '.' },
		{ "1234,567", '.' }, { "12.3.4", '.' }, { "15.5", ',' },
		{ "(5", '.' },     { "5)", '.' },      { "12 m", '.' },
		{ "2026/27", '.' }, { "1234567890123456", '.' },
		{ "12 people", '.' },
	};
	struct number n;
	for (size_t i = 0; i < COUNT(good); i++) {
		assert_true(number_take(text_span(good[i].text), good[i].mark,
		                        &n));
		assert_true(is_near(n.value, good[i].value));
		assert_true(is_near(n.unit, good[i].unit));
	}
	for (size_t i = 0; i < COUNT(bad); i++) {
		if (!number_take(text_span(bad[i].text), bad[i].mark, &n))
			continue;
		print_error("%s\n", bad[i].text);
		fail();
	}
}

/* Rows as "role|head|cell|cell", between new lines. */
static size_t in_table(const char *code, const char *cols, const char *head,
                       const char *rows)
{
	struct buf b = { 0 };
	bool first = true;
	buf_puts(&b, "<table><caption>Sales</caption><col/>");
	buf_puts(&b, cols);
	buf_puts(&b, "<thead><tr>");
	buf_puts(&b, head);
	buf_puts(&b, "</tr></thead><tbody>");
	for (const char *p = rows; *p;) {
		size_t role = strcspn(p, "|");
		buf_puts(&b, role ? "<tr role=\"" : "<tr");
		buf_add(&b, p, role);
		buf_puts(&b, role ? "\">" : ">");
		p += role;
		first = true;
		while (*p == '|') {
			size_t len = strcspn(++p, "|\n");
			bool own = !strncmp(p, "<td", 3);
			buf_puts(&b, first ? "<th>" : own ? "" : "<td>");
			buf_add(&b, p, len);
			buf_puts(&b, first ? "</th>" : "</td>");
			first = false;
			p += len;
		}
		buf_puts(&b, "</tr>");
		p += *p == '\n';
	}
	buf_puts(&b, "</tbody></table>");
	size_t found = count(code, "xml:lang=\"en\"", "", buf_text(&b));
	buf_free(&b);
	return found;
}

#define ONE "<col type=\"number\"/>"

static size_t total(const char *rows)
{
	return in_table("table-total", ONE, "<th>Map</th><th>Sold</th>", rows);
}

static void totals(void **state)
{
	(void)state;
	assert_int_equal(total("|A|15.5\n|B|8.5\ntotal|T|24.0"), 0);
	assert_int_equal(total("|A|15.5\n|B|8.5\ntotal|T|25.0"), 1);
	/* rounding: half a unit for each number */
	assert_int_equal(total("|A|15.5\n|B|8.5\ntotal|T|24.1"), 0);
	assert_int_equal(total("|A|15.5\n|B|8.5\ntotal|T|24.2"), 1);
	assert_int_equal(total("|A|15.5\n|B|8.5\ntotal|T|24"), 0);
	assert_int_equal(total("|A|15.5\ntotal|T|15.6"), 1);
	/* subtotals: added up, or running on */
	assert_int_equal(total("|A|9\n|B|1\nsubtotal|S|10\n|C|7\n"
	                       "subtotal|S|7\ntotal|T|17"), 0);
	assert_int_equal(total("|A|90\n|B|10\nsubtotal|S|100\n|C|(30)\n"
	                       "subtotal|S|70\n|D|(20)\ntotal|T|50"), 0);
	assert_int_equal(total("|A|90\n|B|10\nsubtotal|S|100\n|C|(30)\n"
	                       "subtotal|S|80\n|D|(20)\ntotal|T|50"), 1);
	assert_int_equal(total("|A|9\n|B|1\nsubtotal|S|10\n|C|7\n|D|5\n"
	                       "subtotal|S|12\ntotal|T|32"), 1);
	/* the second is taken from the first; a part; a subtotal on top */
	assert_int_equal(total("|Revenue|73.1\n|Costs|49.8\ntotal|T|23.3"), 0);
	assert_int_equal(total("|A|40\n|of which B|15\ntotal|T|40"), 0);
	assert_int_equal(total("subtotal|S|30\n|A|10\n|B|20\nsubtotal|S|5\n"
	                       "|C|5\ntotal|T|35"), 0);
	/* what is no number, and what is none to add */
	assert_int_equal(total("|A|n.a.\n|B|8\ntotal|T|30"), 0);
	assert_int_equal(total("|A|8\n|B|–\ntotal|T|8"), 0);
	assert_int_equal(total("|A|8\n|B|\ntotal|T|10"), 1);
	assert_int_equal(total("|A|8\n|B|9\ntotal|T|"), 0);
	/* machine values; not mixed with texts in another unit */
	assert_int_equal(total("|A|<td value=\"-2\">(2)\n|B|9\ntotal|T|7"), 0);
	assert_int_equal(total("|A|<td value=\"-4\">(4)\n|B|9\ntotal|T|7"), 1);
	assert_int_equal(total("|A|<td value=\"2000\">2\n|B|9\ntotal|T|30"),
	                 0);
	assert_int_equal(total("|A|<td>8<footnote>1 mill</footnote>\n|B|9\n"
	                       "total|T|17"), 0);
	/* texts are not added up */
	assert_int_equal(in_table("table-total", "<col/>",
	                          "<th>Map</th><th>Sold</th>",
	                          "|A|8\n|B|9\ntotal|T|30"), 0);
}

#define THREE ONE ONE "<col type=\"percent\"/>"

static size_t change(const char *heads, const char *rows)
{
	return in_table("table-percent", THREE, heads, rows);
}

static void changes(void **state)
{
	(void)state;
	const char *years = "<th>Map</th><th>2026</th><th>2025</th>"
	                    "<th>Change</th>";
	const char *later = "<th>Map</th><th>2025</th><th>2026</th>"
	                    "<th>Δ</th>";
	const char *plain = "<th>Map</th><th>Now</th><th>Then</th>"
	                    "<th>Change</th>";
	const char *share = "<th>Map</th><th>2026</th><th>2025</th>"
	                    "<th>Share</th>";
	assert_int_equal(change(years, "|A|24.0|22.0|9.1%"), 0);
	assert_int_equal(change(years, "|A|24.0|22.0|11.9%"), 1);
	assert_int_equal(change(years, "|A|22.0|24.0|9.1%"), 1);
	assert_int_equal(change(later, "|A|22.0|24.0|9.1%"), 0);
	assert_int_equal(change(later, "|A|24.0|22.0|9.1%"), 1);
	assert_int_equal(change(plain, "|A|22.0|24.0|9.1%"), 0);
	assert_int_equal(change(share, "|A|24.0|22.0|52%"), 0);
	/* the numbers are rounded too */
	assert_int_equal(change(years, "|A|24.0|22.0|9.5%"), 0);
	assert_int_equal(change(years, "|A|24.0|22.0|9.7%"), 1);
	assert_int_equal(change(years, "|A|2|1|150%"), 0);
	/* costs are less than nothing, and grow all the same */
	assert_int_equal(change(years, "|A|(24.6)|(23.5)|4.7%"), 0);
	assert_int_equal(change(years, "|A|(24.6)|(23.5)|(4.7%)"), 1);
	/* from nothing, or from a loss, there is none */
	assert_int_equal(change(years, "|A|5|–|n.m."), 0);
	assert_int_equal(change(years, "|A|5|–|100%"), 0);
	assert_int_equal(change(years, "|A|5|(4)|225%"), 0);
}

/* -- the table of rules, and what is not to be told ----------------------- */

static void mute(void **state)
{
	(void)state;
	static const char *const codes[] = { "weekday-date", NULL };
	static const char *const errors[] = { "alt", NULL };
	static const char *const none[] = { "no-such", NULL };
	prfmt_options opt = PRFMT_INIT(prfmt_options);
	prfmt_ctx *ctx = NULL;
	const char *body = "<p>Friday, 31 January 2026</p>";
	const char *lang = "xml:lang=\"en\"";
	opt.mute = codes;
	assert_int_equal(count_with(NULL, codes[0], lang, "", body), 1);
	assert_int_equal(count_with(&opt, codes[0], lang, "", body), 0);
	opt.mute = errors;
	assert_int_equal(prfmt_ctx_new(&opt, &ctx), PRFMT_EINVAL);
	assert_null(ctx);
	opt.mute = none;
	assert_int_equal(prfmt_ctx_new(&opt, &ctx), PRFMT_EINVAL);
	/* a caller of an earlier header has no mute */
	opt.mute = none;
	opt.size = offsetof(prfmt_options, mute);
	assert_int_equal(prfmt_ctx_new(&opt, &ctx), PRFMT_OK);
	prfmt_ctx_free(ctx);
}

static void every_rule_is_told(void **state)
{
	(void)state;
	size_t i = 0;
	for (; prfmt_rule_at(i); i++) {
		const prfmt_rule *r = prfmt_rule_at(i);
		assert_true(r->code[0] && r->summary[0] && r->example[0]);
		assert_non_null(r->hint);
		assert_true(r->severity >= PRFMT_NOTE &&
		            r->severity <= PRFMT_ERROR);
	}
	assert_true(i > 50);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(check_digits),
		cmocka_unit_test(walls_of_clocks),
		cmocka_unit_test(instants_and_zones),
		cmocka_unit_test(weekdays),
		cmocka_unit_test(weekdays_of_one_character),
		cmocka_unit_test(seasons),
		cmocka_unit_test(escapes),
		cmocka_unit_test(numbers),
		cmocka_unit_test(totals),
		cmocka_unit_test(changes),
		cmocka_unit_test(mute),
		cmocka_unit_test(every_rule_is_told),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
