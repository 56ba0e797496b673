/* date.c - RFC 3339 text in; instants, wall-clock fields and text out. */
#include "base/date.h"

#include "base/text.h"

enum {
	MINUTE = 60,
	HOUR = 60 * MINUTE,
	DAY = 24 * HOUR,
	OFFSET_MOST = 14 * HOUR, /* Kiritimati's; no place is further off */
	YEAR_LEAST = 1,
	YEAR_MOST = 9999 /* RFC 3339, 5.6: four digits */
};

/* 0001-01-01T00:00:00Z and 9999-12-31T23:59:59Z */
#define UTC_LEAST (-INT64_C(62135596800))
#define UTC_MOST INT64_C(253402300799)

bool date_leap(int32_t year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int32_t month_days(int32_t year, int32_t month)
{
	static const int32_t days[] = { 31, 28, 31, 30, 31, 30,
		                        31, 31, 30, 31, 30, 31 };
	return days[month - 1] + (month == 2 && date_leap(year));
}

static int64_t floor_div(int64_t a, int64_t b)
{
	return a / b - (a % b < 0);
}

/* Both ways count in years that begin in March, so that the leap day is a
   year's last, and in eras of 400 years, which all have 146,097 days. */
int64_t date_days(int32_t year, int32_t month, int32_t day)
{
	int64_t y = (int64_t)year - (month <= 2);
	int64_t era = floor_div(y, 400);
	int64_t of_era = y - era * 400;
	int64_t of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
	int64_t days = of_era * 365 + of_era / 4 - of_era / 100 + of_year;
	return era * 146097 + days - 719468;
}

int32_t date_weekday(int64_t days)
{
	return (int32_t)((days % 7 + 7 + 3) % 7); /* 1970 began on Thursday */
}

struct civil date_civil(int64_t utc, int32_t offset)
{
	int64_t local = utc + offset;
	int64_t days = floor_div(local, DAY);
	int32_t second = (int32_t)(local - days * DAY);
	int64_t from_march = days + 719468;
	int64_t era = floor_div(from_march, 146097);
	int64_t d = from_march - era * 146097;
	int64_t y = (d - d / 1460 + d / 36524 - d / 146096) / 365;
	d -= 365 * y + y / 4 - y / 100;
	int64_t m = (5 * d + 2) / 153;
	struct civil c = {
		.year = (int32_t)(y + era * 400 + (m >= 10)),
		.month = (int32_t)((m + 2) % 12 + 1),
		.day = (int32_t)(d - (153 * m + 2) / 5 + 1),
		.hour = second / HOUR,
		.minute = second % HOUR / MINUTE,
		.second = second % MINUTE,
		.weekday = date_weekday(days),
	};
	return c;
}

/* Takes what `shape` says off the front: 0 is any digit, all else itself.
   The digits of each run become the next of the numbers. */
static bool take(struct span *rest, const char *shape, int32_t *numbers)
{
	size_t n = 0;
	bool in_number = false;
	for (; shape[n]; n++) {
		if (n == rest->len)
			return false;
		char byte = rest->at[n];
		if (shape[n] != '0') {
			if (byte != shape[n])
				return false;
			numbers += in_number;
			in_number = false;
			continue;
		}
		if (!text_is_digit(byte))
			return false;
		*numbers = (in_number ? *numbers * 10 : 0) + (byte - '0');
		in_number = true;
	}
	rest->at += n;
	rest->len -= n;
	return true;
}

static bool take_day(struct span *rest, struct civil *c)
{
	int32_t n[3] = { 0 };
	if (!take(rest, "0000-00-00", n))
		return false;
	*c = (struct civil){ .year = n[0], .month = n[1], .day = n[2] };
	return true;
}

static bool take_fraction(struct span *rest)
{
	size_t n = 1; /* the stop */
	while (n < rest->len && text_is_digit(rest->at[n]))
		n++;
	rest->at += n;
	rest->len -= n;
	return n > 1;
}

static bool next_is(const struct span *rest, char byte)
{
	return rest->len && rest->at[0] == byte;
}

static bool take_time(struct span *rest, struct civil *c)
{
	int32_t n[2] = { 0 };
	if (!take(rest, "T00:00", n))
		return false;
	c->hour = n[0];
	c->minute = n[1];
	if (!next_is(rest, ':'))
		return true;
	if (!take(rest, ":00", &c->second))
		return false;
	return !next_is(rest, '.') || take_fraction(rest);
}

/* Minutes of 60 or more give DATE_RANGE, as do offsets that no place has. */
static enum date_fault take_offset(struct span *rest, struct instant *t)
{
	int32_t n[2] = { 0 };
	if (!rest->len)
		return DATE_NO_OFFSET;
	t->zulu = next_is(rest, 'Z');
	if (t->zulu) {
		t->offset = 0;
		return rest->len == 1 ? DATE_OK : DATE_SHAPE;
	}
	bool west = next_is(rest, '-');
	if (!take(rest, west ? "-00:00" : "+00:00", n) || rest->len)
		return DATE_SHAPE;
	t->offset = n[0] * HOUR + n[1] * MINUTE;
	if (n[1] > 59 || t->offset > OFFSET_MOST)
		return DATE_RANGE;
	if (west)
		t->offset = -t->offset;
	return DATE_OK;
}

static bool day_exists(const struct civil *c)
{
	return c->year >= YEAR_LEAST && c->year <= YEAR_MOST && c->month >= 1 &&
	       c->month <= 12 && c->day >= 1 &&
	       c->day <= month_days(c->year, c->month);
}

/* A leap second has no number of its own in `utc`, so 60 is refused. */
static bool time_exists(const struct civil *c)
{
	return c->hour <= 23 && c->minute <= 59 && c->second <= 59;
}

enum date_fault date_instant(struct span text, struct instant *out)
{
	struct span rest = text;
	struct civil c;
	struct instant t;
	if (!take_day(&rest, &c))
		return DATE_SHAPE;
	if (!rest.len)
		return DATE_NO_TIME;
	if (!take_time(&rest, &c))
		return DATE_SHAPE;
	enum date_fault fault = take_offset(&rest, &t);
	if (fault)
		return fault;
	if (!day_exists(&c) || !time_exists(&c))
		return DATE_RANGE;
	t.utc = date_days(c.year, c.month, c.day) * DAY + c.hour * HOUR +
	        c.minute * MINUTE + c.second - t.offset;
	if (t.utc < UTC_LEAST || t.utc > UTC_MOST)
		return DATE_RANGE; /* UTC could not be written with 4 digits */
	*out = t;
	return DATE_OK;
}

enum date_fault date_day(struct span text, struct civil *out)
{
	struct span rest = text;
	struct civil c;
	if (!take_day(&rest, &c) || rest.len)
		return DATE_SHAPE;
	if (!day_exists(&c))
		return DATE_RANGE;
	c.weekday = date_weekday(date_days(c.year, c.month, c.day));
	*out = c;
	return DATE_OK;
}

static void put(struct buf *b, int32_t value, unsigned digits)
{
	buf_uint_wide(b, (uint64_t)value, digits);
}

static void put_offset(struct buf *b, int32_t offset, char between)
{
	int32_t minutes = (offset < 0 ? -offset : offset) / MINUTE;
	buf_byte(b, offset < 0 ? '-' : '+');
	put(b, minutes / 60, 2);
	buf_byte(b, between);
	put(b, minutes % 60, 2);
}

void date_rfc3339_at(struct buf *b, int64_t utc, int32_t offset)
{
	/* an offset is written without seconds: none may shift the clock */
	offset -= offset % MINUTE;
	struct civil c = date_civil(utc, offset);
	put(b, c.year, 4);
	buf_byte(b, '-');
	put(b, c.month, 2);
	buf_byte(b, '-');
	put(b, c.day, 2);
	buf_byte(b, 'T');
	put(b, c.hour, 2);
	buf_byte(b, ':');
	put(b, c.minute, 2);
	buf_byte(b, ':');
	put(b, c.second, 2);
	put_offset(b, offset, ':');
}

void date_rfc3339(struct buf *b, struct instant t)
{
	date_rfc3339_at(b, t.utc, t.offset);
}

void date_pdf(struct buf *b, struct instant t)
{
	struct civil c = date_civil(t.utc, t.offset);
	buf_puts(b, "D:");
	put(b, c.year, 4);
	put(b, c.month, 2);
	put(b, c.day, 2);
	put(b, c.hour, 2);
	put(b, c.minute, 2);
	put(b, c.second, 2);
	put_offset(b, t.offset, '\'');
	buf_byte(b, '\'');
}
