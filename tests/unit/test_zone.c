/* test_zone.c - what clocks show round the world, by published facts. */
#include "lang/zone.h"

#include "base/date.h"
#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

struct fact {
	const char *zone;
	const char *at;
	const char *there; /* the clock */
	const char *abbr;
	bool daylight;
};

static void holds(const struct fact *f)
{
	struct instant t;
	struct zone_local local;
	struct buf b = { 0 };
	const struct zone *z = zone_find(f->zone);
	assert_non_null(z);
	assert_int_equal(date_instant(text_span(f->at), &t), DATE_OK);
	zone_at(z, t.utc, &local);
	date_rfc3339_at(&b, t.utc, local.offset);
	if (strcmp(buf_text(&b), f->there) != 0)
		print_error("%s %s\n", f->zone, f->at);
	assert_string_equal(buf_text(&b), f->there);
	assert_string_equal(local.abbr, f->abbr);
	assert_int_equal(local.daylight, f->daylight);
	buf_free(&b);
}

static const struct fact facts[] = {
	{ "Europe/Berlin", "2026-03-29T00:59:59Z",
	  "2026-03-29T01:59:59+01:00", "CET", false },
	{ "Europe/Berlin", "2026-03-29T01:00:00Z",
	  "2026-03-29T03:00:00+02:00", "CEST", true },
	{ "Europe/Berlin", "2026-10-25T00:59:59Z",
	  "2026-10-25T02:59:59+02:00", "CEST", true },
	{ "Europe/Berlin", "2026-10-25T01:00:00Z",
	  "2026-10-25T02:00:00+01:00", "CET", false },
	/* until 1995 summer ended in September */
	{ "Europe/Berlin", "1995-10-01T12:00:00Z",
	  "1995-10-01T13:00:00+01:00", "CET", false },
	{ "Europe/Berlin", "2090-07-01T12:00:00Z",
	  "2090-07-01T14:00:00+02:00", "CEST", true },
	{ "Europe/Berlin", "9999-12-31T12:00:00Z",
	  "9999-12-31T13:00:00+01:00", "CET", false },
	{ "Europe/London", "2026-11-05T10:15:00Z",
	  "2026-11-05T10:15:00+00:00", "GMT", false },
	{ "Europe/London", "2026-06-05T10:15:00Z",
	  "2026-06-05T11:15:00+01:00", "BST", true },
	{ "America/New_York", "2027-01-14T09:00:00Z",
	  "2027-01-14T04:00:00-05:00", "EST", false },
	{ "America/New_York", "2027-03-14T07:00:00Z",
	  "2027-03-14T03:00:00-04:00", "EDT", true },
	/* before 2007 the first Sunday of April */
	{ "America/New_York", "2006-03-20T12:00:00Z",
	  "2006-03-20T07:00:00-05:00", "EST", false },
	{ "Asia/Makassar", "2026-01-30T02:00:00Z",
	  "2026-01-30T10:00:00+08:00", "WITA", false },
	{ "Asia/Jakarta", "2026-01-30T02:00:00Z",
	  "2026-01-30T09:00:00+07:00", "WIB", false },
	{ "Asia/Jayapura", "2026-01-30T02:00:00Z",
	  "2026-01-30T11:00:00+09:00", "WIT", false },
	{ "Asia/Kolkata", "2026-01-30T02:00:00Z",
	  "2026-01-30T07:30:00+05:30", "IST", false },
	{ "Asia/Calcutta", "2026-01-30T02:00:00Z",
	  "2026-01-30T07:30:00+05:30", "IST", false },
	{ "Australia/Sydney", "2026-01-01T00:00:00Z",
	  "2026-01-01T11:00:00+11:00", "AEDT", true },
	{ "Australia/Sydney", "2026-07-01T00:00:00Z",
	  "2026-07-01T10:00:00+10:00", "AEST", false },
	{ "Australia/Sydney", "2025-12-31T23:59:59Z",
	  "2026-01-01T10:59:59+11:00", "AEDT", true },
	{ "Australia/Lord_Howe", "2026-01-01T00:00:00Z",
	  "2026-01-01T11:00:00+11:00", "", true },
	{ "Australia/Lord_Howe", "2026-07-01T00:00:00Z",
	  "2026-07-01T10:30:00+10:30", "", false },
	/* of a month of four Fridays the last is the fourth */
	{ "Africa/Cairo", "2026-04-23T21:59:59Z",
	  "2026-04-23T23:59:59+02:00", "EET", false },
	{ "Africa/Cairo", "2026-04-23T22:00:00Z",
	  "2026-04-24T01:00:00+03:00", "EEST", true },
	{ "Africa/Cairo", "2027-04-29T22:00:00Z",
	  "2027-04-30T01:00:00+03:00", "EEST", true },
	{ "Pacific/Apia", "2026-01-01T00:00:00Z",
	  "2026-01-01T13:00:00+13:00", "", false },
	/* Samoa left out 30 December 2011 */
	{ "Pacific/Apia", "2011-12-30T09:59:59Z",
	  "2011-12-29T23:59:59-10:00", "", true },
	{ "Pacific/Apia", "2011-12-30T10:00:00Z",
	  "2011-12-31T00:00:00+14:00", "", true },
	{ "America/Sao_Paulo", "2026-01-01T12:00:00Z",
	  "2026-01-01T09:00:00-03:00", "", false },
	{ "America/Nuuk", "2026-07-01T12:00:00Z",
	  "2026-07-01T11:00:00-01:00", "", true },
	{ "Asia/Kathmandu", "2026-01-01T00:00:00Z",
	  "2026-01-01T05:45:00+05:45", "", false },
	{ "Etc/UTC", "2026-01-01T00:00:00Z",
	  "2026-01-01T00:00:00+00:00", "UTC", false },
	{ "Etc/GMT+5", "2026-01-01T12:00:00Z",
	  "2026-01-01T07:00:00-05:00", "", false },
};

static void tells_the_time(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(facts); i++)
		holds(&facts[i]);
}

/* tzdata's main form: standard time is the summer's, or Ramadan is the odd
   time out. Its other form swaps the flag, never offset or name. */
static void goes_back_for_a_while(void **state)
{
	static const struct fact back[] = {
		{ "Europe/Dublin", "2026-07-01T12:00:00Z",
		  "2026-07-01T13:00:00+01:00", "IST", false },
		{ "Europe/Dublin", "2026-01-01T12:00:00Z",
		  "2026-01-01T12:00:00+00:00", "GMT", true },
		{ "Europe/Dublin", "2080-07-01T12:00:00Z",
		  "2080-07-01T13:00:00+01:00", "IST", false },
		{ "Europe/Dublin", "2080-12-31T12:00:00Z",
		  "2080-12-31T12:00:00+00:00", "GMT", true },
		/* Ramadan of 2026: 18 February to 19 March */
		{ "Africa/Casablanca", "2026-02-01T12:00:00Z",
		  "2026-02-01T13:00:00+01:00", "", false },
		{ "Africa/Casablanca", "2026-03-01T12:00:00Z",
		  "2026-03-01T12:00:00+00:00", "", true },
		{ "Africa/Casablanca", "2026-04-01T12:00:00Z",
		  "2026-04-01T13:00:00+01:00", "", false },
		{ "Africa/Casablanca", "2095-03-01T12:00:00Z",
		  "2095-03-01T13:00:00+01:00", "", false },
	};
	(void)state;
	for (size_t i = 0; i < COUNT(back); i++)
		holds(&back[i]);
}

static void refuses_other_names(void **state)
{
	static const char *const names[] = {
		"", "Berlin", "europe/berlin", "Europe/Berlin ", "CEST",
		"Europe", "Europe/", "Zulu/", "zzz", "AAA",
	};
	(void)state;
	for (size_t i = 0; i < COUNT(names); i++)
		assert_null(zone_find(names[i]));
	assert_null(zone_find(NULL));
	assert_non_null(zone_find("Africa/Abidjan")); /* the first */
	assert_non_null(zone_find("Zulu"));           /* the last */
}

/* Before 1990 nothing is kept; still there must be an answer. */
static void answers_for_any_time(void **state)
{
	static const char *const names[] = {
		"Europe/Berlin", "Australia/Sydney", "Africa/Casablanca", "UTC",
	};
	(void)state;
	for (size_t i = 0; i < COUNT(names); i++) {
		struct zone_local local;
		const struct zone *z = zone_find(names[i]);
		assert_non_null(z);
		zone_at(z, date_days(1, 1, 1) * 86400, &local);
		assert_in_range(local.offset + 50400, 0, 100800);
		zone_at(z, date_days(9999, 12, 31) * 86400, &local);
		assert_in_range(local.offset + 50400, 0, 100800);
	}
}

static void names_its_source(void **state)
{
	(void)state;
	assert_true(strlen(zone_version()) >= 5);
	assert_true(zone_version()[0] == '2');
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tells_the_time),
		cmocka_unit_test(goes_back_for_a_while),
		cmocka_unit_test(refuses_other_names),
		cmocka_unit_test(answers_for_any_time),
		cmocka_unit_test(names_its_source),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
