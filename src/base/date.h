/* date.h - RFC 3339 instants and civil dates (proleptic Gregorian). */
#ifndef BASE_DATE_H
#define BASE_DATE_H

#include "base/base.h"
#include "base/buf.h"

struct instant {
	int64_t utc;    /* seconds since 1970-01-01T00:00:00Z */
	int32_t offset; /* seconds east of UTC, as written */
	bool zulu;      /* written with Z */
};

struct civil { /* wall-clock fields */
	int32_t year;
	int32_t month; /* 1-12 */
	int32_t day;   /* 1-31 */
	int32_t hour;
	int32_t minute;
	int32_t second;
	int32_t weekday; /* 0 Monday … 6 Sunday */
};

enum date_fault {
	DATE_OK,
	DATE_SHAPE,     /* not YYYY-MM-DDThh:mm[:ss[.f]]±hh:mm at all */
	DATE_NO_TIME,   /* a date alone */
	DATE_NO_OFFSET, /* date and time, but no Z or ±hh:mm */
	DATE_RANGE      /* such a day or time does not exist */
};

enum date_fault date_instant(struct span text, struct instant *out);
enum date_fault date_day(struct span text, struct civil *out); /* YYYY-MM-DD */
/* The fields a clock that is `offset` seconds east of UTC shows. */
struct civil date_civil(int64_t utc, int32_t offset);
int64_t date_days(int32_t year, int32_t month, int32_t day); /* since 1970 */
int32_t date_weekday(int64_t days);                          /* 0 Monday */
bool date_leap(int32_t year);

/* "2026-11-25T07:00:00+00:00", the offset as written (Z becomes +00:00). */
void date_rfc3339(struct buf *b, struct instant t);
/* "2026-11-25T07:00:00+01:00" for another offset of the same instant. */
void date_rfc3339_at(struct buf *b, int64_t utc, int32_t offset);
/* "D:20261125070000+00'00'" (PDF 1.7, 7.9.4) */
void date_pdf(struct buf *b, struct instant t);

#endif
