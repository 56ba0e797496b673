/* lang_data.h - what a language's file fills in; for src/lang alone. */
#ifndef LANG_LANG_DATA_H
#define LANG_LANG_DATA_H

#include "lang/lang.h"

struct lang_pair { /* lists end with a pair of NULLs */
	const char *from;
	const char *to;
};

/* How a region writes dates and times. In a pattern stand
   %W weekday, %d day, %M month's name, %Y year,
   %H hour, %0 hour with two digits, %I hour of twelve, %m minute,
   %P one of `halves`, %Z name of the zone, %C city. */
struct lang_form {
	const char *region; /* "US"; NULL: all others, ends the list */
	const char *weekday;
	const char *date;
	const char *time;
	const char *city;
	const char *between; /* weekday, date and time */
	const char *const *halves; /* of the day; NULL where %P is not used */
	const char *const *months; /* NULL: the language's */
};

struct lang {
	const char *tag;
	const char *labels[LABEL_COUNT];
	const char *months[12];
	const char *weekdays[7]; /* from Monday */
	const struct lang_form *forms;
	const struct lang_pair *zones;  /* "CET" to "MEZ" */
	const struct lang_pair *cities; /* "Sao Paulo" to "São Paulo" */
};

const struct lang *lang_en(void);
const struct lang *lang_de(void);
const struct lang *lang_id(void);

#endif
