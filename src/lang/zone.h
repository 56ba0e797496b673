/* zone.h - IANA time zones from a table generated from tzdata. */
#ifndef LANG_ZONE_H
#define LANG_ZONE_H

#include "base/base.h"

struct zone; /* static */
struct zone_local {
	int32_t offset;    /* seconds east of UTC */
	bool daylight;
	char abbr[8];      /* "CET"; "" where tzdata has only a number */
};

const struct zone *zone_find(const char *name); /* NULL: no such zone */
void zone_at(const struct zone *z, int64_t utc, struct zone_local *out);
/* What its clocks make of a wall time: seconds since 1970 as if it were UTC.
   *before and *after are the offsets on either side. */
enum zone_wall { WALL_ONCE, WALL_NEVER, WALL_TWICE };
enum zone_wall zone_wall(const struct zone *z, int64_t wall, int32_t *before,
                         int32_t *after);
const char *zone_version(void); /* of tzdata, "2026a" */

#endif
