/* zone.c - a zone's name and an instant in; offset and abbreviation out. */
#include "lang/zone.h"

#include "base/date.h"
#include "lang/zone_data.h"

#include <stdlib.h>
#include <string.h>

enum { DAY = 24 * 60 * 60 };

static int by_name(const void *name, const void *zone)
{
	return strcmp(name, ((const struct zone *)zone)->name);
}

const struct zone *zone_find(const char *name)
{
	if (!name)
		return NULL;
	return bsearch(name, zones, COUNT(zones), sizeof zones[0], by_name);
}

const char *zone_version(void)
{
	return ZONE_DATA_VERSION;
}

/* POSIX.1, 8.3, Mm.n.d: the fifth is the last, be it the fourth. */
static int64_t turn_utc(int32_t year, const struct zone_turn *turn,
                        int32_t offset_before)
{
	int64_t first = date_days(year, turn->month, 1);
	int64_t next_month = date_days(year, turn->month + 1, 1);
	int64_t day =
		first + (turn->weekday - date_weekday(first) + 7) % 7;
	for (int n = 1; n < turn->nth && day + 7 < next_month; n++)
		day += 7;
	return day * DAY + turn->second - offset_before;
}

/* South of the equator daylight time runs over New Year, so its end comes
   first in a year. The same holds for Ireland, whose tzdata has standard time
   in summer and "daylight" time, an hour behind, in winter. No rule turns in
   January or December (gen-zones.py sees to it): the year by standard time
   is the year by either. */
static uint8_t rule_type(const struct zone_rule *rule, int64_t utc)
{
	if (rule->standard == rule->daylight)
		return rule->standard;
	int32_t standard = zone_types[rule->standard].offset;
	int32_t daylight = zone_types[rule->daylight].offset;
	int32_t year = date_civil(utc, standard).year;
	int64_t on = turn_utc(year, &rule->to_daylight, standard);
	int64_t off = turn_utc(year, &rule->to_standard, daylight);
	bool is_on = on < off ? utc >= on && utc < off : utc >= on || utc < off;
	return is_on ? rule->daylight : rule->standard;
}

/* The last change not after `utc`; the first stands for all time before. */
static size_t change_at(const struct zone_table *table, int64_t utc)
{
	size_t low = table->first;
	size_t high = low + table->count;
	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;
		if (utc < (int64_t)zone_changes[middle])
			high = middle;
		else
			low = middle;
	}
	return low;
}

void zone_at(const struct zone *z, int64_t utc, struct zone_local *out)
{
	const struct zone_table *table = &zone_tables[z->table];
	size_t end = (size_t)table->first + table->count;
	uint8_t type = 0;
	if (table->count && utc < (int64_t)zone_changes[end - 1])
		type = zone_change_types[change_at(table, utc)];
	else
		type = rule_type(&zone_rules[table->rule], utc);
	const struct zone_type *t = &zone_types[type];
	*out = (struct zone_local){ .offset = t->offset,
		                    .daylight = t->daylight != 0 };
	memcpy(out->abbr, t->abbr, sizeof t->abbr);
}

/* A day on either side there is at most one change. */
enum zone_wall zone_wall(const struct zone *z, int64_t wall, int32_t *before,
                         int32_t *after)
{
	struct zone_local local;
	zone_at(z, wall - DAY, &local);
	*before = local.offset;
	zone_at(z, wall + DAY, &local);
	*after = local.offset;
	if (*before == *after)
		return WALL_ONCE;
	zone_at(z, wall - *before, &local);
	bool still = local.offset == *before;
	zone_at(z, wall - *after, &local);
	bool already = local.offset == *after;
	if (still && already)
		return WALL_TWICE;
	return still || already ? WALL_ONCE : WALL_NEVER;
}
