/* market.h - identifiers of companies, papers and exchanges. */
#ifndef CHECK_MARKET_H
#define CHECK_MARKET_H

#include "base/base.h"

enum market_fault {
	MARKET_OK,
	MARKET_SHAPE, /* length, or characters */
	MARKET_DIGITS /* the check digits do not fit */
};

enum market_fault market_lei(struct span s);  /* ISO 17442 */
enum market_fault market_isin(struct span s); /* ISO 6166 */
enum market_fault market_mic(struct span s);  /* ISO 10383, form alone */

#endif
