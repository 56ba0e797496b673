/* test_lang.c - labels, dates, paper and direction of each language. */
#include "lang/lang.h"

#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define NB "\u00A0"

static const char *const tags[] = { "en", "de", "id" };

static void finds_rows(void **state)
{
	static const struct {
		const char *tag;
		const char *row;
		bool known;
	} cases[] = {
		{ "en", "en", true },       { "en-GB", "en", true },
		{ "DE", "de", true },       { "de-Latn-AT", "de", true },
		{ "id-ID", "id", true },    { "fr", "en", false },
		{ "deu", "en", false },     { "", "en", false },
		{ "x-de", "en", false },    { "-de", "en", false },
		{ NULL, "en", false },
	};
	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		bool known = !cases[i].known;
		const struct lang *l = lang_find(cases[i].tag, &known);
		assert_string_equal(lang_tag(l), cases[i].row);
		assert_int_equal(known, cases[i].known);
		assert_ptr_equal(l, lang_find(cases[i].tag, NULL));
	}
}

static size_t count(const char *text, const char *piece)
{
	size_t n = 0;
	for (const char *p = text; (p = strstr(p, piece)); p++)
		n++;
	return n;
}

/* No label is missing, and each takes what the English one takes. */
static void labels_are_complete(void **state)
{
	const struct lang *en = lang_find("en", NULL);
	(void)state;
	for (size_t i = 0; i < COUNT(tags); i++) {
		const struct lang *l = lang_find(tags[i], NULL);
		for (int n = 0; n < LABEL_COUNT; n++) {
			enum label which = (enum label)n;
			const char *text = lang_label(l, which);
			size_t bad = 0;
			assert_non_null(text);
			assert_true(text[0] != '\0');
			assert_true(text_valid(text, strlen(text), &bad));
			assert_int_equal(count(text, "%s"),
			                 count(lang_label(en, which), "%s"));
			assert_int_equal(count(text, "%"), count(text, "%s"));
		}
	}
}

/* The capitals of the Latin-1 letters differ from the small by 0x20. */
static uint32_t capital(uint32_t cp)
{
	bool small = (cp >= 'a' && cp <= 'z') || (cp >= 0xE0 && cp <= 0xFE);
	return small ? cp - 0x20 : cp;
}

static void capitals_are_the_same_words(void **state)
{
	static const enum label pairs[][2] = {
		{ LABEL_KIND_RELEASE, LABEL_KIND_RELEASE_CAPS },
		{ LABEL_KIND_ADVISORY, LABEL_KIND_ADVISORY_CAPS },
		{ LABEL_KIND_INVITATION, LABEL_KIND_INVITATION_CAPS },
		{ LABEL_KIND_STATEMENT, LABEL_KIND_STATEMENT_CAPS },
		{ LABEL_KIND_FACT_SHEET, LABEL_KIND_FACT_SHEET_CAPS },
		{ LABEL_IMMEDIATE, LABEL_IMMEDIATE_CAPS },
		{ LABEL_EMBARGO, LABEL_EMBARGO_CAPS },
		{ LABEL_EMBARGO_ENDED, LABEL_EMBARGO_ENDED_CAPS },
		{ LABEL_HOLD, LABEL_HOLD_CAPS },
		{ LABEL_WITHDRAWN, LABEL_WITHDRAWN_CAPS },
		{ LABEL_CORRECTION, LABEL_CORRECTION_CAPS },
	};
	(void)state;
	for (size_t i = 0; i < COUNT(tags) * COUNT(pairs); i++) {
		const struct lang *l = lang_find(tags[i % COUNT(tags)], NULL);
		const enum label *pair = pairs[i / COUNT(tags)];
		struct span text = text_span(lang_label(l, pair[0]));
		struct buf b = { 0 };
		while (text.len) {
			uint32_t cp = 0;
			size_t n = text_next(text.at, text.len, &cp);
			buf_cp(&b, capital(cp));
			text.at += n;
			text.len -= n;
		}
		assert_string_equal(buf_text(&b), lang_label(l, pair[1]));
		buf_free(&b);
	}
}

static void fills_labels(void **state)
{
	static const struct {
		const char *tag;
		enum label which;
		const char *a;
		const char *b;
		const char *text;
	} cases[] = {
		{ "en", LABEL_PAGE_OF, "2", "3", "page 2 of 3" },
		{ "de", LABEL_PAGE_OF, "2", "3", "Seite 2 von 3" },
		{ "id", LABEL_PAGE_OF, "2", "3", "halaman 2 dari 3" },
		{ "en", LABEL_MORE, "2", NULL, "more – page 2" },
		{ "de", LABEL_MORE, "2", NULL, "weiter auf Seite 2" },
		{ "id", LABEL_MORE, "2", NULL, "bersambung ke halaman 2" },
		{ "en", LABEL_LIST_AND, "%s", "B", "%s and B" },
		{ "en", LABEL_ENDMARK, NULL, NULL, "ENDS" },
		{ "de", LABEL_ENDMARK, NULL, NULL, "– Ende –" },
		{ "id", LABEL_IMMEDIATE_CAPS, NULL, NULL,
		  "UNTUK DISIARKAN SEGERA" },
		{ "en", LABEL_ABOUT, NULL, NULL, "About " },
	};
	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct buf b = { 0 };
		lang_fill(&b, lang_find(cases[i].tag, NULL), cases[i].which,
		          cases[i].a, cases[i].b);
		assert_string_equal(buf_text(&b), cases[i].text);
		buf_free(&b);
	}
}

enum {
	ALL = WHEN_DATE | WHEN_WEEKDAY | WHEN_TIME | WHEN_CITY,
	DATE_TIME = WHEN_DATE | WHEN_TIME
};

struct when_case {
	const char *tag;
	const char *at;
	const char *zone;
	unsigned what;
	const char *text;
};

static void check_when(const struct when_case *cases, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const struct when_case *c = &cases[i];
		struct instant t;
		struct buf b = { 0 };
		assert_int_equal(date_instant(text_span(c->at), &t), DATE_OK);
		lang_when(&b, c->tag, t, c->zone, c->what);
		assert_string_equal(buf_text(&b), c->text);
		buf_free(&b);
	}
}

static void says_when(void **state)
{
	static const struct when_case cases[] = {
		{ "de", "2027-01-14T10:00:00+01:00", "Europe/Berlin", ALL,
		  "Donnerstag, 14. Januar 2027, "
		  "10:00" NB "Uhr" NB "MEZ (Berlin)" },
		{ "de", "2027-01-14T10:00:00+01:00", "America/New_York", ALL,
		  "Donnerstag, 14. Januar 2027, "
		  "4:00" NB "Uhr" NB "EST (New York)" },
		{ "de", "2027-07-14T10:00:00+02:00", "Europe/Vienna", ALL,
		  "Mittwoch, 14. Juli 2027, "
		  "10:00" NB "Uhr" NB "MESZ (Wien)" },
		{ "de-AT", "2027-01-14T10:00:00+01:00", "Europe/Vienna",
		  WHEN_DATE, "14. Jänner 2027" },
		{ "en", "2026-11-05T10:15:00Z", "Europe/London", DATE_TIME,
		  "5 November 2026, 10:15" NB "GMT" },
		{ "en-GB", "2026-11-05T07:00:00Z", "Europe/London", ALL,
		  "Thursday, 5 November 2026, 07:00" NB "GMT (London)" },
		{ "en-US", "2027-01-14T10:00:00-05:00", "America/New_York",
		  ALL,
		  "Thursday, January 14, 2027, "
		  "10:00" NB "a.m." NB "EST (New York)" },
		{ "en-US", "2027-01-14T00:05:00-05:00", "America/New_York",
		  WHEN_TIME, "12:05" NB "a.m." NB "EST" },
		{ "en-US", "2027-01-14T12:00:00-05:00", "America/New_York",
		  WHEN_TIME, "12:00" NB "p.m." NB "EST" },
		{ "en-US", "2027-01-14T23:59:00-05:00", "America/New_York",
		  WHEN_TIME, "11:59" NB "p.m." NB "EST" },
		{ "id", "2026-01-30T10:00:00+08:00", "Asia/Makassar", DATE_TIME,
		  "30 Januari 2026, pukul 10.00" NB "WITA" },
		{ "id", "2026-01-30T09:05:00+08:00", "Asia/Makassar", ALL,
		  "Jumat, 30 Januari 2026, "
		  "pukul 09.05" NB "WITA (Makassar)" },
		/* the day there, not the day here */
		{ "id", "2026-01-30T18:00:00+01:00", "Asia/Jayapura", ALL,
		  "Sabtu, 31 Januari 2026, pukul 02.00" NB "WIT (Jayapura)" },
		{ "fr", "2027-01-14T10:00:00+01:00", "Europe/Paris", ALL,
		  "Thursday, 14 January 2027, 10:00" NB "CET (Paris)" },
		{ "en", "2027-01-14T10:00:00Z", "Europe/London", WHEN_WEEKDAY,
		  "Thursday" },
		{ "en", "2027-01-14T10:00:00Z", "Europe/London", WHEN_CITY,
		  "(London)" },
		{ "en", "2027-01-14T10:00:00Z", "Europe/London", 0, "" },
	};
	(void)state;
	check_when(cases, COUNT(cases));
}

static void names_zones_by_offset(void **state)
{
	static const struct when_case cases[] = {
		{ "en", "2027-01-14T10:00:00+01:00", NULL, ALL,
		  "Thursday, 14 January 2027, 10:00" NB "UTC+1" },
		{ "en", "2027-01-14T10:00:00+01:00", "Moon/Tycho", WHEN_TIME,
		  "10:00" NB "UTC+1" },
		{ "de", "2027-01-14T10:00:00+05:30", NULL, WHEN_TIME,
		  "10:00" NB "Uhr" NB "UTC+5:30" },
		{ "id", "2027-01-14T10:00:00-03:30", NULL, WHEN_TIME,
		  "pukul 10.00" NB "UTC\u22123:30" },
		{ "en", "2027-01-14T10:00:00Z", NULL, WHEN_TIME,
		  "10:00" NB "UTC" },
		{ "en", "2027-01-14T10:00:00+00:00", NULL, WHEN_TIME,
		  "10:00" NB "UTC" },
		{ "en", "2027-01-14T10:00:00Z", "America/Sao_Paulo",
		  WHEN_TIME | WHEN_CITY,
		  "07:00" NB "UTC\u22123 (São Paulo)" },
		{ "en", "2027-01-14T10:00:00Z",
		  "America/Argentina/Buenos_Aires", WHEN_TIME | WHEN_CITY,
		  "07:00" NB "UTC\u22123 (Buenos Aires)" },
		{ "en", "2027-01-14T10:00:00Z", "Asia/Kathmandu", WHEN_TIME,
		  "15:45" NB "UTC+5:45" },
		/* names of no city */
		{ "en", "2027-01-14T10:00:00Z", "Etc/GMT+5",
		  WHEN_TIME | WHEN_CITY, "05:00" NB "UTC\u22125" },
		{ "en", "2027-01-14T10:00:00Z", "UTC", WHEN_TIME | WHEN_CITY,
		  "10:00" NB "UTC" },
		{ "en", "2027-01-14T10:00:00Z", "US/Eastern",
		  WHEN_TIME | WHEN_CITY, "05:00" NB "EST" },
	};
	(void)state;
	check_when(cases, COUNT(cases));
}

static void writes_days(void **state)
{
	static const struct {
		const char *tag;
		const char *text;
	} cases[] = {
		{ "en", "3 March 2026" },     { "en-US", "March 3, 2026" },
		{ "de-CH", "3. März 2026" },  { "id", "3 Maret 2026" },
		{ "en-CA", "March 3, 2026" }, { NULL, "3 March 2026" },
	};
	struct civil day;
	(void)state;
	assert_int_equal(date_day(text_span("2026-03-03"), &day), DATE_OK);
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct buf b = { 0 };
		lang_date(&b, cases[i].tag, day);
		assert_string_equal(buf_text(&b), cases[i].text);
		buf_free(&b);
	}
}

static void knows_directions(void **state)
{
	static const char *const rtl[] = {
		"ar", "AR-eg", "he", "fa", "ur-PK", "yi", "ps", "sd", "ug",
		"dv", "ckb", "ku-Arab", "az-Arab-IR", "en-Hebr", "pa-arab",
	};
	static const char *const ltr[] = {
		"en", "de", "id", "ku", "ar-Latn", "sd-Deva-IN", "en-x-arab",
		"", "fr-1606nict",
	};
	(void)state;
	for (size_t i = 0; i < COUNT(rtl); i++)
		assert_true(lang_rtl(rtl[i]));
	for (size_t i = 0; i < COUNT(ltr); i++)
		assert_false(lang_rtl(ltr[i]));
	assert_false(lang_rtl(NULL));
}

static void knows_paper(void **state)
{
	static const char *const letter[] = { "en-US", "en-us", "fr-CA",
		                              "es-MX", "en-Latn-US" };
	static const char *const a4[] = { "en", "en-GB", "de", "id", "es-419",
		                          "en-x-US", "us", "" };
	(void)state;
	for (size_t i = 0; i < COUNT(letter); i++)
		assert_string_equal(lang_paper(letter[i]), "letter");
	for (size_t i = 0; i < COUNT(a4); i++)
		assert_string_equal(lang_paper(a4[i]), "a4");
	assert_string_equal(lang_paper(NULL), "a4");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_rows),
		cmocka_unit_test(labels_are_complete),
		cmocka_unit_test(capitals_are_the_same_words),
		cmocka_unit_test(fills_labels),
		cmocka_unit_test(says_when),
		cmocka_unit_test(names_zones_by_offset),
		cmocka_unit_test(writes_days),
		cmocka_unit_test(knows_directions),
		cmocka_unit_test(knows_paper),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
