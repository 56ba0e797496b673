/* test_date.c - dates as text to instants and back, and what is refused. */
#include "base/date.h"

#include "base/alloc.h"
#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void reads_instants(void **state)
{
	static const struct {
		const char *text;
		int64_t utc;
		int32_t offset;
		bool zulu;
	} cases[] = {
		{ "1970-01-01T00:00:00Z", 0, 0, true },
		{ "1970-01-01T00:00Z", 0, 0, true },
		{ "1969-12-31T23:59:59Z", -1, 0, true },
		{ "2026-11-25T07:00:00+01:00", 1795586400, 3600, false },
		{ "2026-11-25T07:00+01:00", 1795586400, 3600, false },
		{ "2026-11-25T07:00:00.999+01:00", 1795586400, 3600, false },
		{ "2026-11-25T06:00:00-00:00", 1795586400, 0, false },
		{ "2026-11-25T02:30:00-03:30", 1795586400, -12600, false },
		{ "2026-11-25T20:00:00+14:00", 1795586400, 50400, false },
		{ "2024-02-29T00:00:00Z", 1709164800, 0, true },
		{ "2000-02-29T00:00:00Z", 951782400, 0, true },
		{ "0001-01-01T00:00:00Z", -62135596800, 0, true },
		{ "9999-12-31T23:59:59Z", 253402300799, 0, true },
	};
	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct instant t;
		assert_int_equal(date_instant(text_span(cases[i].text), &t),
		                 DATE_OK);
		assert_true(t.utc == cases[i].utc);
		assert_int_equal(t.offset, cases[i].offset);
		assert_int_equal(t.zulu, cases[i].zulu);
	}
}

static void refuses_instants(void **state)
{
	static const struct {
		const char *text;
		enum date_fault fault;
	} cases[] = {
		{ "", DATE_SHAPE },
		{ "tomorrow", DATE_SHAPE },
		{ "2026-11", DATE_SHAPE },
		{ "2026-1-25", DATE_SHAPE },
		{ "26-11-25T07:00:00Z", DATE_SHAPE },
		{ "12026-11-25T07:00:00Z", DATE_SHAPE },
		{ "-2026-11-25T07:00:00Z", DATE_SHAPE },
		{ "2026-11-25t07:00:00Z", DATE_SHAPE },
		{ "2026-11-25T07:00:00z", DATE_SHAPE },
		{ "2026-11-25 07:00:00Z", DATE_SHAPE },
		{ " 2026-11-25T07:00:00Z", DATE_SHAPE },
		{ "2026-11-25T07:00:00Z ", DATE_SHAPE },
		{ "2026-11-25T07Z", DATE_SHAPE },
		{ "2026-11-25T07:00:Z", DATE_SHAPE },
		{ "2026-11-25T07:00:00.Z", DATE_SHAPE },
		{ "2026-11-25T07:00:00,5Z", DATE_SHAPE },
		{ "2026-11-25T07:00.5Z", DATE_SHAPE },
		{ "2026-11-25T07:00:00+1:00", DATE_SHAPE },
		{ "2026-11-25T07:00:00+0100", DATE_SHAPE },
		{ "2026-11-25T07:00:00+01", DATE_SHAPE },
		{ "2026-11-25T07:00:00+01:00:00", DATE_SHAPE },
		{ "2026-11-25T07:00:00\u221201:00", DATE_SHAPE },
		{ "2026-11-25T07:00:00 CET", DATE_SHAPE },
		{ "2026-11-25T", DATE_SHAPE },
		{ "2026-11-25", DATE_NO_TIME },
		{ "2026-11-25T07:00", DATE_NO_OFFSET },
		{ "2026-11-25T07:00:00", DATE_NO_OFFSET },
		{ "2026-11-25T07:00:00.25", DATE_NO_OFFSET },
		{ "0000-01-01T00:00:00Z", DATE_RANGE },
		{ "2026-00-25T07:00:00Z", DATE_RANGE },
		{ "2026-13-25T07:00:00Z", DATE_RANGE },
		{ "2026-11-00T07:00:00Z", DATE_RANGE },
		{ "2026-11-31T07:00:00Z", DATE_RANGE },
		{ "2026-02-29T07:00:00Z", DATE_RANGE },
		{ "1900-02-29T07:00:00Z", DATE_RANGE },
		{ "2026-11-25T24:00:00Z", DATE_RANGE },
		{ "2026-11-25T07:60:00Z", DATE_RANGE },
		{ "2016-12-31T23:59:60Z", DATE_RANGE },
		{ "2026-11-25T07:00:00+14:01", DATE_RANGE },
		{ "2026-11-25T07:00:00-15:00", DATE_RANGE },
		{ "2026-11-25T07:00:00+01:60", DATE_RANGE },
		{ "2026-11-25T07:00:00+99:99", DATE_RANGE },
		{ "0001-01-01T00:00:00+01:00", DATE_RANGE },
		{ "9999-12-31T23:59:59-01:00", DATE_RANGE },
	};
	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct instant t = { .utc = 7 };
		enum date_fault got =
			date_instant(text_span(cases[i].text), &t);
		if (got != cases[i].fault)
			print_error("%s\n", cases[i].text);
		assert_int_equal(got, cases[i].fault);
		assert_int_equal(t.utc, 7);
	}
}

/* Every beginning of a good text is refused, and nothing is read beyond. */
static void refuses_what_is_cut_off(void **state)
{
	static const char text[] = "2026-11-25T07:00:00.5+01:00";
	(void)state;
	for (size_t n = 0; n < sizeof text - 1; n++) {
		struct instant t;
		char *piece = mem_alloc(n); /* so that ASan sees its end */
		assert_non_null(piece);
		memcpy(piece, text, n);
		struct span s = { piece, n };
		assert_int_not_equal(date_instant(s, &t), DATE_OK);
		mem_free(piece);
	}
}

static void reads_days(void **state)
{
	struct civil c;
	(void)state;
	assert_int_equal(date_day(text_span("2027-01-14"), &c), DATE_OK);
	assert_int_equal(c.year, 2027);
	assert_int_equal(c.month, 1);
	assert_int_equal(c.day, 14);
	assert_int_equal(c.hour, 0);
	assert_int_equal(c.weekday, 3);
	assert_int_equal(date_day(text_span("2027-02-29"), &c), DATE_RANGE);
	assert_int_equal(date_day(text_span("2027-01-14T"), &c), DATE_SHAPE);
	assert_int_equal(date_day(text_span("2027-01-1"), &c), DATE_SHAPE);
	assert_int_equal(date_day(text_span("14.01.2027"), &c), DATE_SHAPE);
}

/* Each day of the ten thousand years follows the one before. */
static void counts_days_both_ways(void **state)
{
	(void)state;
	int64_t first = date_days(1, 1, 1);
	int64_t last = date_days(9999, 12, 31);
	assert_int_equal(first, -719162);
	assert_int_equal(last, 2932896);
	struct civil before = date_civil((first - 1) * 86400, 0);
	for (int64_t day = first; day <= last; day++) {
		struct civil c = date_civil(day * 86400, 0);
		if (date_days(c.year, c.month, c.day) != day ||
		    c.weekday != (before.weekday + 1) % 7 ||
		    !(c.day == before.day + 1 ||
		      (c.day == 1 && c.month == before.month % 12 + 1)))
			fail_msg("%d-%d-%d", c.year, c.month, c.day);
		before = c;
	}
}

static void shows_clocks(void **state)
{
	(void)state;
	struct civil c = date_civil(-1, 0);
	assert_int_equal(c.year, 1969);
	assert_int_equal(c.month, 12);
	assert_int_equal(c.day, 31);
	assert_int_equal(c.hour, 23);
	assert_int_equal(c.minute, 59);
	assert_int_equal(c.second, 59);
	assert_int_equal(c.weekday, 2);
	c = date_civil(1795586400, 50400);
	assert_int_equal(c.day, 25);
	assert_int_equal(c.hour, 20);
	c = date_civil(1795586400, -25200);
	assert_int_equal(c.day, 24);
	assert_int_equal(c.hour, 23);
}

static void writes_what_it_read(void **state)
{
	static const struct {
		const char *text;
		const char *rfc3339;
		const char *pdf;
	} cases[] = {
		{ "2026-11-25T07:00:00Z", "2026-11-25T07:00:00+00:00",
		  "D:20261125070000+00'00'" },
		{ "2026-01-30T10:00+08:00", "2026-01-30T10:00:00+08:00",
		  "D:20260130100000+08'00'" },
		{ "2026-01-30T10:00:05.5-03:30", "2026-01-30T10:00:05-03:30",
		  "D:20260130100005-03'30'" },
		{ "0001-01-01T00:00:00Z", "0001-01-01T00:00:00+00:00",
		  "D:00010101000000+00'00'" },
	};
	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct instant t;
		struct buf b = { 0 };
		assert_int_equal(date_instant(text_span(cases[i].text), &t),
		                 DATE_OK);
		date_rfc3339(&b, t);
		assert_string_equal(buf_text(&b), cases[i].rfc3339);
		buf_clear(&b);
		date_pdf(&b, t);
		assert_string_equal(buf_text(&b), cases[i].pdf);
		buf_free(&b);
	}
}

static void writes_other_offsets(void **state)
{
	struct buf b = { 0 };
	(void)state;
	date_rfc3339_at(&b, 1795586400, 3600);
	assert_string_equal(buf_text(&b), "2026-11-25T07:00:00+01:00");
	buf_clear(&b);
	date_rfc3339_at(&b, 1795586400, -34200);
	assert_string_equal(buf_text(&b), "2026-11-24T20:30:00-09:30");
	buf_clear(&b);
	/* the offset's odd seconds go, the instant stays */
	date_rfc3339_at(&b, 1795586400, -2670);
	assert_string_equal(buf_text(&b), "2026-11-25T05:16:00-00:44");
	buf_free(&b);
}

static void knows_leap_years(void **state)
{
	(void)state;
	assert_true(date_leap(2024));
	assert_true(date_leap(2000));
	assert_false(date_leap(1900));
	assert_false(date_leap(2026));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_instants),
		cmocka_unit_test(refuses_instants),
		cmocka_unit_test(refuses_what_is_cut_off),
		cmocka_unit_test(reads_days),
		cmocka_unit_test(counts_days_both_ways),
		cmocka_unit_test(shows_clocks),
		cmocka_unit_test(writes_what_it_read),
		cmocka_unit_test(writes_other_offsets),
		cmocka_unit_test(knows_leap_years),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
