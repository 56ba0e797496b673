/* lang_data.h - what a language's file fills in; for src/lang alone. */
#ifndef LANG_LANG_DATA_H
#define LANG_LANG_DATA_H

#include "lang/lang.h"

struct lang_pair { /* lists end with a pair of NULLs */
	const char *from;
	const char *to;
};

/* What Unicode CLDR knows of a language; calendar_data.h has them all.
   In a pattern, here and below, stand
   %W weekday, %w its short name, %d day, %M month's name, %n its number,
   %Y year, %H hour, %0 hour with two digits, %I hour of twelve, %m minute,
   %P one of `halves`, %Z name of the zone, %C city. */
struct lang_calendar {
	const char *months[12]; /* as they stand in a date */
	const char *months_alone[12]; /* without a day; NULLs: the same */
	const char *weekdays[7]; /* from Monday */
	const char *weekdays_short[7]; /* NULLs where %w is not used */
	const char *date;
	const char *full; /* with the weekday */
	const char *quote_open;
	const char *quote_close;
	const char *inner_open;
	const char *inner_close;
	bool rtl;
	const struct lang_pair *cities; /* "Sao Paulo" to "São Paulo" */
};

/* How a region writes dates and times. */
struct lang_form {
	const char *regions; /* "US CA"; NULL: all others, ends the list */
	const char *date;    /* NULL: the calendar's */
	const char *full;    /* NULL: the calendar's */
	const char *between; /* date and time */
	const char *time;
	const char *city; /* behind the time */
	const char *time_city; /* both in one; NULL: one behind the other */
	const char *first; /* the day 1, as "1er"; NULL: "1" */
	const char *halves[3]; /* of the day: before noon, after, the hour at
	                          noon (NULL: as after); where %P is used */
	const struct lang_calendar *calendar; /* NULL: the language's */
	const struct lang_pair *zones; /* NULL: the language's */
};

/* Another text where the last value begins so: "À propos d’Aubier". */
struct lang_variant {
	const char *before; /* "A E I"; NULL ends the list */
	enum label which;
	const char *text;
};

struct lang {
	const char *tag;
	const char *script;  /* a tag with another one is not this language */
	const char *regions; /* the only ones that it is for; NULL: all */
	const struct lang *base; /* whose labels it has where it has none */
	const char *labels[LABEL_COUNT]; /* quotation marks: else CLDR's */
	const struct lang_variant *variants;
	const struct lang_calendar *calendar;
	const struct lang_form *forms;
	/* "CET" to "MEZ"; or "Asia/Tokyo" to a name that says where, so that
	   the city is left out */
	const struct lang_pair *zones;
	const struct lang_pair *cities; /* before the calendar's */
};

/* A regional row stands before its language's. */
const struct lang *lang_ar(void);
const struct lang *lang_de(void);
const struct lang *lang_de_ch(void);
const struct lang *lang_en(void);
const struct lang *lang_es(void);
const struct lang *lang_es_419(void);
const struct lang *lang_fr(void);
const struct lang *lang_id(void);
const struct lang *lang_it(void);
const struct lang *lang_ja(void);
const struct lang *lang_nl(void);
const struct lang *lang_pt(void);
const struct lang *lang_pt_pt(void);
const struct lang *lang_ru(void);
const struct lang *lang_zh_hans(void);

#endif
