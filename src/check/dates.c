/* dates.c - prose in; the dates and weekdays in it out. Only what can be read
   in one way is read. */
#include "check/dates.h"

#include "base/date.h"
#include "base/text.h"
#include "lang/lang.h"

#include <string.h>

enum {
	YEAR_LEAST = 1900,
	YEAR_MOST = 2099,
	WORD_LEAST = 3, /* letters of a month cut short */
	FILLERS = 2,    /* words between a weekday and its date */
	BACK_MOST = 48, /* bytes of a date */
	DAY = 24 * 60 * 60
};

void dates_words(struct date_words *w, const char *tag)
{
	/* all of them, or some who write the language */
	static const char *const month_first[] = { "en", "fi", "hu", "ja",
		                                   "ko", "lt", "zh" };
	*w = (struct date_words){ .tag = tag };
	for (int32_t i = 0; i < 7; i++) {
		w->weekdays[i] = text_span(lang_weekday(tag, i));
		char first = w->weekdays[i].at[0];
		w->first[(unsigned char)first] = true;
		if (text_is_alpha(first))
			w->first[(unsigned char)(first ^ 0x20)] = true;
	}
	for (int32_t i = 0; i < 12; i++)
		w->months[i] = text_span(lang_month(tag, i + 1));
	w->day_first = true;
	for (size_t i = 0; i < COUNT(month_first); i++)
		w->day_first &= strncmp(tag, month_first[i], 2) != 0;
}

/* Letters of any script; marks, blanks and digits are none. */
static bool is_letter(uint32_t cp)
{
	if (cp < 0x80)
		return text_is_alpha((char)cp);
	return cp >= 0xC0 && cp != 0xD7 && cp != 0xF7 &&
	       !(cp >= 0x2000 && cp < 0x2C00) &&
	       !(cp >= 0x3000 && cp < 0x3040) &&
	       !(cp >= 0xFF00 && cp < 0xFF10) && !text_is_cjk(cp);
}

static uint32_t cp_at(struct span text, size_t at, size_t *bytes)
{
	uint32_t cp = 0;
	*bytes =
		at < text.len ? text_next(text.at + at, text.len - at, &cp) : 0;
	return *bytes ? cp : 0;
}

static uint32_t cp_before(struct span text, size_t at)
{
	size_t bytes = 0;
	while (at > 0 && ((unsigned char)text.at[--at] & 0xC0) == 0x80)
		continue;
	return cp_at(text, at, &bytes);
}

bool dates_is_start(struct span text, size_t at)
{
	uint32_t before = at ? cp_before(text, at) : 0;
	return !is_letter(before) && !(before >= '0' && before <= '9');
}

static bool is_end(struct span text, size_t at)
{
	size_t bytes = 0;
	return !is_letter(cp_at(text, at, &bytes));
}

static bool begins(struct span text, size_t at, struct span word)
{
	return word.len && at + word.len <= text.len &&
	       text_same((struct span){ text.at + at, word.len }, word);
}

static bool is_digit_at(struct span text, size_t at)
{
	return at < text.len && text_is_digit(text.at[at]);
}

/* At most `most` digits, and no more behind them. */
static bool take_number(struct span text, size_t *at, size_t most,
                        int32_t *value)
{
	size_t n = 0;
	int32_t v = 0;
	while (n <= most && is_digit_at(text, *at + n))
		v = v * 10 + (text.at[*at + n++] - '0');
	if (!n || n > most)
		return false;
	*value = v;
	*at += n;
	return true;
}

static bool take_bytes(struct span text, size_t *at, const char *bytes)
{
	size_t len = strlen(bytes);
	if (*at + len > text.len || memcmp(text.at + *at, bytes, len) != 0)
		return false;
	*at += len;
	return true;
}

static size_t skip_blanks(struct span text, size_t at)
{
	size_t bytes = 0;
	for (;;) {
		uint32_t cp = cp_at(text, at, &bytes);
		if (!bytes || !(cp == 0xA0 || cp == 0x202F || cp == 0x3000 ||
		                (cp < 0x80 && text_is_blank((char)cp))))
			return at;
		at += bytes;
	}
}

/* One of the words of a blank-separated list, with blanks behind it. */
static bool take_word(struct span text, size_t *at, const char *list)
{
	struct span rest = text_span(list);
	struct span word;
	while (text_word(&rest, &word)) {
		size_t end = *at + word.len;
		if (!begins(text, *at, word) || !is_end(text, end) ||
		    is_digit_at(text, end))
			continue;
		size_t next = skip_blanks(text, end);
		if (next == end)
			continue;
		*at = next;
		return true;
	}
	return false;
}

/* In full, or its first letters if they are the first of no other. */
static int32_t take_month(const struct date_words *w, struct span text,
                          size_t *at)
{
	size_t letters = *at;
	int32_t found = 0;
	for (int32_t i = 0; i < 12; i++) {
		size_t end = *at + w->months[i].len;
		if (begins(text, *at, w->months[i]) && is_end(text, end)) {
			*at = end;
			return i + 1;
		}
	}
	while (letters < text.len && text_is_alpha(text.at[letters]))
		letters++;
	struct span word = { text.at + *at, letters - *at };
	if (word.len < WORD_LEAST || !is_end(text, letters))
		return 0;
	for (int32_t i = 0; i < 12; i++) {
		if (!begins(w->months[i], 0, word))
			continue;
		if (found)
			return 0;
		found = i + 1;
	}
	*at = letters;
	take_bytes(text, at, ".");
	return found;
}

/* ", 2026", " de 2026", " 2026"; no year is no fault. */
static int32_t take_year(struct span text, size_t *at)
{
	size_t next = *at;
	int32_t year = 0;
	take_bytes(text, &next, ",");
	next = skip_blanks(text, next);
	take_word(text, &next, "de del of");
	size_t digits = next;
	if (!take_number(text, &next, 4, &year) || next - digits != 4 ||
	    year < YEAR_LEAST || year > YEAR_MOST)
		return 0;
	*at = next;
	return year;
}

static void skip_ordinal(struct span text, size_t *at)
{
	static const char *const ends[] = { ".",  "st", "nd", "rd",
		                            "th", "er", "º",  "ª" };
	for (size_t i = 0; i < COUNT(ends); i++) {
		size_t next = *at;
		if (!take_bytes(text, &next, ends[i]) || !is_end(text, next))
			continue;
		*at = next;
		return;
	}
}

/* "30 January 2026", "30. Januar", "30 de enero de 2026" */
static bool day_month(const struct date_words *w, struct span text, size_t at,
                      struct date_found *out)
{
	if (!take_number(text, &at, 2, &out->day))
		return false;
	skip_ordinal(text, &at);
	size_t word = skip_blanks(text, at);
	take_word(text, &word, "de of di");
	out->month = take_month(w, text, &word);
	if (!out->month)
		return false;
	out->year = take_year(text, &word);
	out->end = word;
	return true;
}

/* "January 30, 2026", "Jan. 30" */
static bool month_day(const struct date_words *w, struct span text, size_t at,
                      struct date_found *out)
{
	out->month = take_month(w, text, &at);
	at = skip_blanks(text, at);
	if (!out->month || !take_number(text, &at, 2, &out->day))
		return false;
	if (at < text.len && text.at[at] != '.')
		skip_ordinal(text, &at);
	/* "January 30-31", "January 10:30" */
	if (at < text.len && strchr(":/-", text.at[at]))
		return false;
	out->year = take_year(text, &at);
	out->end = at;
	return true;
}

/* "2026-01-30" and "2026年1月30日", "1月30日" */
static bool year_first(const struct date_words *w, struct span text, size_t at,
                       struct date_found *out)
{
	size_t start = at;
	(void)w;
	if (!take_number(text, &at, 4, &out->year))
		return false;
	bool han = take_bytes(text, &at, "月");
	if (han) {
		out->month = out->year;
		out->year = 0;
	} else {
		han = take_bytes(text, &at, "年");
		if ((!han &&
		     (at - start != 4 || !take_bytes(text, &at, "-"))) ||
		    !take_number(text, &at, 2, &out->month) ||
		    !take_bytes(text, &at, han ? "月" : "-"))
			return false;
	}
	if (!take_number(text, &at, 2, &out->day) ||
	    (han && !take_bytes(text, &at, "日")))
		return false;
	out->end = at;
	return true;
}

/* "30/1/2026", "30/1", "30.1.2026", "30.1." */
static bool numeric(const struct date_words *w, struct span text, size_t at,
                    struct date_found *out)
{
	int32_t a = 0;
	int32_t b = 0;
	if (!take_number(text, &at, 2, &a) || at >= text.len ||
	    (text.at[at] != '/' && text.at[at] != '.'))
		return false;
	const char mark[2] = { text.at[at], '\0' };
	at++;
	if (!take_number(text, &at, 2, &b))
		return false;
	size_t next = at;
	bool closed = take_bytes(text, &next, mark);
	size_t digits = next;
	if (closed && take_number(text, &next, 4, &out->year) &&
	    next - digits == 4)
		at = next;
	else
		out->year = 0;
	out->loose = !out->year;
	if (out->loose && mark[0] == '.') {
		if (!closed || is_digit_at(text, digits))
			return false;
		at = digits;
	} else if (out->loose && closed) {
		return false;
	}
	/* what each country reads in its own way is read in none */
	bool swap = !w->day_first && a <= 12 && b > 12;
	if (!w->day_first && a <= 12 && b <= 12 && a != b)
		return false;
	out->day = swap ? b : a;
	out->month = swap ? a : b;
	out->end = at;
	return true;
}

bool dates_take(const struct date_words *w, struct span text, size_t at,
                struct date_found *out)
{
	static bool (*const forms[])(const struct date_words *, struct span,
	                             size_t, struct date_found *) = {
		numeric, day_month, year_first, month_day
	};
	for (size_t i = 0; i < COUNT(forms); i++) {
		struct date_found d = { 0 };
		if (!forms[i](w, text, at, &d) || is_digit_at(text, d.end) ||
		    d.month < 1 || d.month > 12 || d.day < 1 || d.day > 31 ||
		    (d.year && (d.year < YEAR_LEAST || d.year > YEAR_MOST)))
			continue;
		*out = d;
		return true;
	}
	return false;
}

static bool is_bracket(uint32_t cp)
{
	return cp == '(' || cp == ')' || cp == 0xFF08 || cp == 0xFF09;
}

/* "1月30日(金)": the first character of a weekday stands for it. */
static bool is_short(struct span text, size_t at, struct span name,
                     size_t *bytes)
{
	size_t behind = 0;
	uint32_t cp = cp_at(name, 0, bytes);
	return text_is_cjk(cp) && cp_at(text, at, &behind) == cp && at > 0 &&
	       is_bracket(cp_before(text, at)) &&
	       is_bracket(cp_at(text, at + *bytes, &behind));
}

int dates_weekday(const struct date_words *w, struct span text, size_t at,
                  size_t *end)
{
	size_t bytes = 0;
	if (!w->first[(unsigned char)text.at[at]])
		return -1;
	for (int i = 0; i < 7; i++) {
		struct span name = w->weekdays[i];
		if (is_short(text, at, name, &bytes)) {
			*end = at + bytes;
			return i;
		}
		if (!begins(text, at, name))
			continue;
		bool cjk = text_is_cjk(cp_at(name, 0, &bytes));
		if (!cjk &&
		    (!dates_is_start(text, at) || !is_end(text, at + name.len)))
			continue;
		*end = at + name.len;
		return i;
	}
	return -1;
}

/* Marks and small words that may stand between the two. */
static size_t skip_between(struct span text, size_t at, bool *bracket)
{
	static const char fillers[] = "the den der dem del de le la el "
				      "tanggal on am em dia o";
	for (int words = 0;;) {
		size_t before = at;
		at = skip_blanks(text, at);
		if (take_bytes(text, &at, "(") || take_bytes(text, &at, "（"))
			*bracket = true;
		if (!take_bytes(text, &at, ",") &&
		    !take_bytes(text, &at, "、") && !take_bytes(text, &at, "،"))
			take_bytes(text, &at, ".");
		at = skip_blanks(text, at);
		if (words < FILLERS && take_word(text, &at, fillers))
			words++;
		if (at == before)
			return at;
	}
}

/* "30 January 2026 (Friday)": a bracket before the weekday, a date before
   that. */
static bool before_it(const struct date_words *w, struct span text,
                      size_t start, size_t *from, struct date_found *out)
{
	size_t end = start;
	if (end >= 1 && text.at[end - 1] == '(')
		end -= 1;
	else if (end >= 3 && !memcmp(text.at + end - 3, "（", 3))
		end -= 3;
	else
		return false;
	while (end > 0 && text_is_blank(text.at[end - 1]))
		end--;
	size_t first = end > BACK_MOST ? end - BACK_MOST : 0;
	for (size_t at = first; at < end; at++) {
		if (((unsigned char)text.at[at] & 0xC0) == 0x80 ||
		    !dates_is_start(text, at) ||
		    !dates_take(w, text, at, out) || out->end != end)
			continue;
		*from = at;
		return !out->loose;
	}
	return false;
}

bool dates_beside(const struct date_words *w, struct span text, size_t start,
                  size_t end, size_t *from, struct date_found *out)
{
	bool bracket = false;
	size_t at = skip_between(text, end, &bracket);
	*from = start;
	if (at > end && dates_take(w, text, at, out) &&
	    (bracket || !out->loose || text.at[out->end - 1] == '.')) {
		if (bracket)
			take_bytes(text, &out->end, ")");
		return true;
	}
	if (!before_it(w, text, start, from, out))
		return false;
	out->end = end;
	return true;
}

int dates_weekday_of(int32_t year, int32_t month, int32_t day)
{
	int64_t days = date_days(year, month, day);
	struct civil c = date_civil(days * DAY, 0);
	return c.month == month && c.day == day ? c.weekday : -1;
}
