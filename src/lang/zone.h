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
const char *zone_version(void); /* of tzdata, "2026a" */

#endif
