/* number.h - numbers as tables print them. */
#ifndef CHECK_NUMBER_H
#define CHECK_NUMBER_H

#include "base/base.h"

struct number {
	double value;
	double unit;       /* of its last digit: 0.1 */
	unsigned decimals;
};

/* "£1,234.5", "(67.25)", "−3 %", "–" (zero). False: it is no number. mark:
   of decimals, '.' or ','. */
bool number_take(struct span text, char mark, struct number *out) MUST_USE;

#endif
