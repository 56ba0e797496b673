/* rule_text.c - what the words of a text say against each other: weekdays and
   dates, hours and seasons; and what was escaped twice. */
#include "base/text.h"
#include "check/check.h"
#include "check/dates.h"
#include "lang/lang.h"
#include "lang/zone.h"

#include <string.h>

enum {
	DAY = 24 * 60 * 60,
	YEAR_HALF = 183 * DAY,
	RANGE_MOST = 12, /* bytes between the names in "Friday to Sunday" */
	BACK = 48,       /* bytes of a weekday and a date, up to a digit */
	AHEAD = 32,      /* bytes from a digit to a weekday or a zone */
	NEAR = 60,       /* bytes of a quoted piece */
	DATES_MOST = 8,  /* of a text; with more nobody knows which is meant */
	HOURS_MOST = 8   /* with a zone, of a text */
};

struct reader {
	struct check *c;
	const node *text;
	struct span s;
	const struct date_words *words;
	struct civil given; /* what the element's datetime says */
	bool has_given;
};

static bool is_dated(const node *n)
{
	return n->element == PRFMT_EL_TIME || n->element == PRFMT_EL_DATE;
}

/* The day in the datetime of the element that the text stands in. */
static bool datetime_of(const node *text, struct civil *day)
{
	const node *n = text->parent;
	while (n && n->element > 0 && !is_dated(n) &&
	       (element_info(n->element)->classes & CLASS_INLINE))
		n = n->parent;
	struct span value = { "", 0 };
	if (n && n->element > 0 && is_dated(n))
		value = node_get_span(n, PRFMT_AT_DATETIME);
	if (value.len > 10 && value.at[10] == 'T')
		value.len = 10;
	return !date_day(value, day);
}

/* Without a year: near the day of issue, or in its year. */
static bool fits(const struct reader *r, const struct date_found *d,
                 int weekday, int *is)
{
	const struct civil *issued = &r->c->issued;
	*is = -1;
	if (d->year) {
		*is = dates_weekday_of(d->year, d->month, d->day);
		return *is < 0 || *is == weekday;
	}
	if (!r->c->has_issued)
		return true;
	int64_t day = date_days(issued->year, issued->month, issued->day);
	for (int32_t year = issued->year - 1; year <= issued->year + 1;
	     year++) {
		int64_t away = date_days(year, d->month, d->day) - day;
		bool near = away * DAY > -YEAR_HALF && away * DAY < YEAR_HALF;
		int there = dates_weekday_of(year, d->month, d->day);
		if ((near || year == issued->year) && there == weekday)
			return true;
		if (near && there >= 0)
			*is = there;
	}
	return *is < 0;
}

static void say_weekday(const struct reader *r, struct span name,
                        struct span both, int is)
{
	int len = both.len < NEAR ? (int)both.len : (int)NEAR;
	struct place at = check_place(r->c, r->text, name, name);
	diags_say(r->c->diags, CODE_WEEKDAY_DATE, at, 0,
	          "\"%.*s\": that day is a %s", len, both.at,
	          lang_weekday("en", is));
}

/* True: said. */
static bool judge_weekday(const struct reader *r, size_t at, size_t end,
                          int weekday)
{
	struct date_found d;
	struct span name = { r->s.at + at, end - at };
	size_t from = 0;
	int is = -1;
	if (dates_beside(r->words, r->s, at, end, &from, &d)) {
		if (fits(r, &d, weekday, &is))
			return false;
		say_weekday(r, name,
		            (struct span){ r->s.at + from, d.end - from }, is);
		return true;
	}
	if (!r->has_given || r->given.weekday == weekday)
		return false;
	say_weekday(r, name, r->s, r->given.weekday);
	return true;
}

/* -- the other half of the year ------------------------------------------- */

static const struct {
	const char *written;
	const char *abbr; /* of tzdata */
	const char *zone;
} abbreviations[] = {
	{ "EST", "EST", "America/New_York" },
	{ "EDT", "EDT", "America/New_York" },
	{ "CST", "CST", "America/Chicago" },
	{ "CDT", "CDT", "America/Chicago" },
	{ "MDT", "MDT", "America/Denver" }, /* MST: Phoenix has it always */
	{ "PST", "PST", "America/Los_Angeles" },
	{ "PDT", "PDT", "America/Los_Angeles" },
	{ "AKST", "AKST", "America/Anchorage" },
	{ "AKDT", "AKDT", "America/Anchorage" },
	{ "BST", "BST", "Europe/London" },
	{ "GMT", "GMT", "Europe/London" },
	{ "CET", "CET", "Europe/Berlin" },
	{ "CEST", "CEST", "Europe/Berlin" },
	{ "MEZ", "CET", "Europe/Berlin" },
	{ "MESZ", "CEST", "Europe/Berlin" },
	{ "EET", "EET", "Europe/Athens" },
	{ "EEST", "EEST", "Europe/Athens" },
	{ "WET", "WET", "Europe/Lisbon" },
	{ "WEST", "WEST", "Europe/Lisbon" },
	{ "AEDT", "AEDT", "Australia/Sydney" }, /* AEST: Brisbane */
	{ "NZST", "NZST", "Pacific/Auckland" },
	{ "NZDT", "NZDT", "Pacific/Auckland" },
};

/* What a zone's clocks are called at noon of that day. */
static bool called(const char *zone, int64_t noon, const char *abbr,
                   struct zone_local *local)
{
	const struct zone *z = zone_find(zone);
	if (!z)
		return false;
	zone_at(z, noon, local);
	return !strcmp(local->abbr, abbr);
}

/* *shared: the release names a zone where the abbreviation is right. */
static bool is_named(const struct check *c, const char *zone, int64_t noon,
                     const char *abbr, bool *shared)
{
	bool named = false;
	*shared = false;
	for (size_t i = 0; i < c->zone_count; i++) {
		char name[64] = "";
		struct zone_local local;
		struct span word = c->zones[i];
		if (word.len >= sizeof name)
			continue;
		memcpy(name, word.at, word.len);
		named |= !strcmp(name, zone);
		*shared |= called(name, noon, abbr, &local);
	}
	return named;
}

/* GMT is the world's time too, CST also China's, BST Bangladesh's, PST the
   Philippines': these are meant where the release names their zone. */
static bool is_common(const char *abbr, const char *tag)
{
	return !strcmp(abbr, "GMT") || !strcmp(abbr, "CST") ||
	       !strcmp(abbr, "BST") ||
	       (!strcmp(abbr, "PST") && text_ends(text_span(tag), "-PH"));
}

/* An hour stands before it: "10:00 EST", "10 a.m. EST", "18 Uhr MEZ". */
static bool behind_hour(struct span s, size_t at)
{
	static const char *const words[] = { "a.m.",  "p.m.", "am",       "pm",
		                             "Uhr",   "noon", "midnight", "hrs",
		                             "hours", "h" };
	while (at > 0 && (text_is_blank(s.at[at - 1]) || s.at[at - 1] == '('))
		at--;
	if (at >= 2 && !memcmp(s.at + at - 2, "\u00A0", 2))
		at -= 2;
	if (at > 0 && text_is_digit(s.at[at - 1]))
		return true;
	for (size_t i = 0; i < COUNT(words); i++) {
		struct span word = text_span(words[i]);
		if (at >= word.len &&
		    text_same((struct span){ s.at + at - word.len, word.len },
		              word))
			return true;
	}
	return false;
}

struct season {
	size_t i; /* of abbreviations */
	size_t dates;
	bool wrong;
	struct civil day;
	struct zone_local local;
};

static void try_day(const struct reader *r, struct season *q, int32_t year,
                    int32_t month, int32_t day)
{
	bool shared = false;
	const char *zone = abbreviations[q->i].zone;
	const char *abbr = abbreviations[q->i].abbr;
	int64_t noon = date_days(year, month, day) * DAY + DAY / 2;
	bool right = called(zone, noon, abbr, &q->local);
	bool named = is_named(r->c, zone, noon, abbr, &shared);
	q->dates++;
	q->wrong &=
		!right && !shared && (named || !is_common(abbr, r->words->tag));
	q->day = (struct civil){ .year = year, .month = month, .day = day };
}

/* Only where every date of the text says so. */
static bool judge_season(const struct reader *r, size_t at, size_t len)
{
	struct span name = { r->s.at + at, len };
	size_t i = 0;
	while (i < COUNT(abbreviations) &&
	       !text_is(name, abbreviations[i].written))
		i++;
	if (i == COUNT(abbreviations))
		return false;
	struct season q = { .i = i, .wrong = true };
	if (r->has_given)
		try_day(r, &q, r->given.year, r->given.month, r->given.day);
	for (size_t k = 0;
	     k < r->s.len && !r->has_given && q.dates <= DATES_MOST; k++) {
		struct date_found d;
		if (((unsigned char)r->s.at[k] & 0xC0) == 0x80 ||
		    !dates_is_start(r->s, k) ||
		    !dates_take(r->words, r->s, k, &d) || d.loose)
			continue;
		k = d.end - 1;
		if (!d.year && r->c->has_issued)
			d.year = r->c->issued.year;
		if (d.year && dates_weekday_of(d.year, d.month, d.day) >= 0)
			try_day(r, &q, d.year, d.month, d.day);
	}
	if (!q.dates || !q.wrong || q.dates > DATES_MOST)
		return false;
	diags_say(r->c->diags, CODE_ZONE_SEASON,
	          check_place(r->c, r->text, name, name), 0,
	          "%s on %d-%02d-%02d: clocks in %s show %s then",
	          abbreviations[i].written, (int)q.day.year, (int)q.day.month,
	          (int)q.day.day, abbreviations[i].zone, q.local.abbr);
	return true;
}

/* A word of three or four capitals behind an hour. */
static bool is_hour(const struct reader *r, size_t at, size_t *len)
{
	size_t n = 0;
	while (at + n < r->s.len && n < 5 && r->s.at[at + n] >= 'A' &&
	       r->s.at[at + n] <= 'Z')
		n++;
	*len = n;
	return (n == 3 || n == 4) && dates_is_start(r->s, at) &&
	       !(at + n < r->s.len && text_is_alpha(r->s.at[at + n])) &&
	       behind_hour(r->s, at);
}

/* -- escaped twice -------------------------------------------------------- */

/* "amp;", "#39;" behind the &; 0: no reference. */
static size_t reference(struct span s)
{
	static const char *const names[] = { "amp;",   "lt;",    "gt;",
		                             "quot;",  "apos;",  "nbsp;",
		                             "ndash;", "mdash;", "rsquo;",
		                             "lsquo;", "rdquo;", "ldquo;",
		                             "hellip;" };
	for (size_t i = 0; i < COUNT(names); i++)
		if (text_starts(s, names[i]))
			return strlen(names[i]);
	size_t n = text_starts(s, "#x") ? 2 : 1;
	size_t digits = n;
	if (!text_starts(s, "#"))
		return 0;
	while (n < s.len && (text_is_digit(s.at[n]) ||
	                     (digits == 2 && text_is_alpha(s.at[n]))))
		n++;
	return n > digits && n < s.len && s.at[n] == ';' ? n + 1 : 0;
}

static void judge_escapes(struct check *c, const node *n, struct span s)
{
	if (n->parent->element == PRFMT_EL_CODE ||
	    n->parent->element == PRFMT_EL_PRE)
		return;
	for (size_t i = 0; i < s.len; i++) {
		const char *p = memchr(s.at + i, '&', s.len - i);
		if (!p)
			return;
		i = (size_t)(p - s.at);
		size_t len = reference((struct span){ p + 1, s.len - i - 1 });
		if (!len)
			continue;
		struct buf written = { 0 };
		struct span piece = { p, len + 1 };
		buf_puts(&written, "&amp;");
		buf_add(&written, p + 1, len);
		diags_say(c->diags, CODE_DOUBLE_ESCAPED,
		          check_place(c, n, piece, buf_view(&written)), 0,
		          "the text has \"%.*s\" in it", (int)piece.len,
		          piece.at);
		check_done(c, &written);
		return;
	}
}

/* -- all of a text -------------------------------------------------------- */

static const struct date_words *words_of(struct check *c, const char *tag)
{
	if (!c->words.tag || c->words.tag != tag)
		dates_words(&c->words, tag);
	return &c->words;
}

static size_t next_digit(struct span s, size_t at)
{
	while (at < s.len && !text_is_digit(s.at[at]))
		at++;
	return at;
}

/* Words are looked at near digits alone, for most of a text has neither. Each
   rule speaks once a text: who corrects the first finding sees the next. */
static void judge_words(const struct reader *r, size_t digit)
{
	bool said_day = false;
	size_t hours = 0;
	size_t last = 0; /* end of the weekday before */
	size_t near = r->has_given ? r->s.len : 0;
	for (size_t i = 0; i < r->s.len; i++) {
		size_t end = 0;
		size_t len = 0;
		if (i >= near) {
			digit = digit < i ? next_digit(r->s, i) : digit;
			if (digit == r->s.len)
				return;
			near = digit + AHEAD;
			if (digit > BACK + i)
				i = digit - BACK;
		}
		char ch = r->s.at[i];
		if (i > 0 && text_is_alpha(r->s.at[i - 1]))
			continue;
		if (text_is_digit(ch) && near < i + AHEAD)
			near = i + AHEAD;
		if (ch >= 'A' && ch <= 'W' && hours < HOURS_MOST &&
		    is_hour(r, i, &len))
			hours = judge_season(r, i, len) ? HOURS_MOST
			                                : hours + 1;
		if (said_day || !r->words->first[(unsigned char)ch])
			continue;
		int day = dates_weekday(r->words, r->s, i, &end);
		if (day < 0)
			continue;
		bool range = last && i - last <= RANGE_MOST &&
		             !memchr(r->s.at + last, '(', i - last);
		if (!range)
			said_day = judge_weekday(r, i, end, day);
		last = end;
		i = end - 1;
	}
}

void rule_text(struct check *c, const node *n)
{
	struct span s = { n->text, n->len };
	struct reader r = { .c = c, .text = n, .s = s };
	bool known = false;
	if (n->parent->element == PRFMT_EL_WAS) /* it may well be wrong */
		return;
	judge_escapes(c, n, s);
	r.has_given = datetime_of(n, &r.given);
	size_t digit = next_digit(s, 0);
	if (digit == s.len && !r.has_given)
		return;
	const char *tag = node_lang(n->parent);
	lang_find(tag, &known);
	if (!known)
		return;
	r.words = words_of(c, tag);
	judge_words(&r, digit);
}
