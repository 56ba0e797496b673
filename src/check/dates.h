/* dates.h - dates as a language's prose writes them. */
#ifndef CHECK_DATES_H
#define CHECK_DATES_H

#include "base/base.h"

struct date_words { /* of one language, for looking at each word of a text */
	const char *tag;
	struct span weekdays[7];
	struct span months[12];
	bool day_first;  /* 1/2 is 1 February */
	bool first[256]; /* bytes that a weekday begins with */
};

void dates_words(struct date_words *w, const char *tag);

struct date_found {
	int32_t year; /* 0: none is written */
	int32_t month;
	int32_t day;
	size_t end; /* behind it */
	bool loose; /* "30/1", which could be something else */
};

/* The date that begins at `at`: "30 January 2026", "30. Januar", "Jan. 30",
   "30/1/2026", "2026-01-30", "1月30日". */
bool dates_take(const struct date_words *w, struct span text, size_t at,
                struct date_found *out);
/* The weekday that begins at `at`, a word of its own; -1: none. */
int dates_weekday(const struct date_words *w, struct span text, size_t at,
                  size_t *end);
/* The date that belongs to the weekday in [start, end): "Friday, 30 January",
   "Jumat (30/1)", "30 January (Friday)". [*from, out->end) is both. */
bool dates_beside(const struct date_words *w, struct span text, size_t start,
                  size_t end, size_t *from, struct date_found *out);
/* Does a word, not the middle of one, begin here? */
bool dates_is_start(struct span text, size_t at);
/* The weekday, 0 Monday; -1: there is no such day. */
int dates_weekday_of(int32_t year, int32_t month, int32_t day);

#endif
