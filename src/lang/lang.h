/* lang.h - one table row per language: labels, names of months, date forms. */
#ifndef LANG_LANG_H
#define LANG_LANG_H

#include "base/base.h"
#include "base/buf.h"
#include "base/date.h"

/* Labels in sentence case. The _CAPS ones are the same words in capitals, as
   the trade prints them; prfmt itself never changes anyone's case. */
enum label {
	LABEL_KIND_RELEASE, /* Press release */
	LABEL_KIND_ADVISORY,
	LABEL_KIND_INVITATION,
	LABEL_KIND_STATEMENT,
	LABEL_KIND_FACT_SHEET,
	LABEL_KIND_RELEASE_CAPS, /* PRESS RELEASE; same order as above */
	LABEL_KIND_ADVISORY_CAPS,
	LABEL_KIND_INVITATION_CAPS,
	LABEL_KIND_STATEMENT_CAPS,
	LABEL_KIND_FACT_SHEET_CAPS,
	LABEL_IMMEDIATE, /* For immediate release */
	LABEL_IMMEDIATE_CAPS,
	LABEL_EMBARGO, /* Embargoed until */
	LABEL_EMBARGO_CAPS,
	LABEL_EMBARGO_SHORT, /* Embargo */
	LABEL_EMBARGO_ENDED, /* Embargo ended */
	LABEL_EMBARGO_ENDED_CAPS,
	LABEL_HOLD, /* Hold for release */
	LABEL_HOLD_CAPS,
	LABEL_WITHDRAWN, /* Withdrawn */
	LABEL_WITHDRAWN_CAPS,
	LABEL_CORRECTION, /* Correction */
	LABEL_CORRECTION_CAPS,
	LABEL_CORRECTS,  /* This release corrects version %s. */
	LABEL_WAS,       /* was */
	LABEL_NOW,       /* now */
	LABEL_ISSUED,    /* Issued %s */
	LABEL_UPDATED,   /* updated %s */
	LABEL_EXPIRES,   /* valid until %s */
	LABEL_REFERENCE, /* Reference %s */
	LABEL_VERSION,   /* version %s */
	LABEL_BY,        /* By %s */
	LABEL_FACTS,     /* Key facts */
	LABEL_ABOUT,     /* About %s */
	LABEL_FORWARD,   /* Forward-looking statements */
	LABEL_DISCLAIMER,
	LABEL_REGULATORY, /* Regulatory information */
	LABEL_NOTES,      /* Notes to editors */
	LABEL_RIGHTS,     /* Rights */
	LABEL_EVENT,      /* Event */
	LABEL_ATTACHMENTS,
	LABEL_CONTACT,          /* Contact */
	LABEL_CONTACT_PRESS,    /* Press */
	LABEL_CONTACT_INVESTOR, /* Investors */
	LABEL_CONTACT_PUBLIC,   /* Public */
	LABEL_TEL,              /* Telephone */
	LABEL_TEL_MOBILE,
	LABEL_TEL_FAX,
	LABEL_TEL_WHATSAPP,
	LABEL_EMAIL,
	LABEL_VIDEO,
	LABEL_AUDIO,
	LABEL_FOOTNOTES, /* Footnotes */
	LABEL_FOOTNOTE,  /* Footnote %s */
	LABEL_BACK,      /* Back to the text */
	LABEL_PAGE_OF,   /* page %s of %s */
	LABEL_MORE,      /* more – page %s */
	LABEL_CONTINUED, /* continued */
	LABEL_ENDMARK,   /* the language's own end mark */
	LABEL_PICTURE_MISSING, /* Picture not available */
	LABEL_TABLE_SCROLL,    /* Table, scrolls sideways */
	LABEL_DATELINE_DATE,      /* the date behind the place: "le %s" */
	LABEL_DATELINE_SEPARATOR, /* " – " */
	LABEL_QUOTE_OPEN,         /* for q */
	LABEL_QUOTE_CLOSE,
	LABEL_INNER_OPEN, /* for a q in a q */
	LABEL_INNER_CLOSE,
	LABEL_COMMA,    /* ", " between parts of a line */
	LABEL_COLON,    /* ": " behind the word for what follows */
	LABEL_LIST_AND, /* two issuers: %s and %s */
	LABEL_COUNT
};

struct lang; /* one row; static, never freed */

/* The row for a BCP 47 tag by its language, script and region (in any case):
   "pt-AO" is that of pt-PT, "zh" and "zh-SG" those of zh-Hans. `known` is
   false where there is none ("zh-TW", "tlh"), and it falls back to English. */
const struct lang *lang_find(const char *tag, bool *known);
const char *lang_tag(const struct lang *l);             /* "de" */
const char *lang_label(const struct lang *l, enum label which);
/* The label with its %s replaced, in order; b may be unused (NULL). A language
   may have another label before such a value: "À propos d’Aubier". */
void lang_fill(struct buf *out, const struct lang *l, enum label which,
               const char *a, const char *b);
/* As a date in the tag's language names them. */
const char *lang_month(const char *tag, int32_t month);     /* 1 to 12 */
const char *lang_weekday(const char *tag, int32_t weekday); /* 0 Monday */
char lang_decimal(const char *tag); /* '.' in 1.5, ',' in 1,5 */
bool lang_rtl(const char *tag);       /* is the tag's script right to left? */
/* "letter" for tags of US, CA, MX … regions ("en-US", but "en" is A4), else
   "a4". */
const char *lang_paper(const char *tag);

/* "Thursday, 14 January 2027, 10:00 CET (Berlin)" in the language's own order;
   `tag` picks regional forms (en-US: January 14, 2027). zone is an IANA name
   or NULL: then the instant's own offset, named "UTC+1". Behind a zone's own
   name ("heure de Paris") no city follows. */
enum when {
	WHEN_DATE = 1,    /* 14 January 2027 */
	WHEN_WEEKDAY = 2, /* Thursday, before it */
	WHEN_TIME = 4,    /* , 10:00 CET */
	WHEN_CITY = 8     /* (Berlin) */
};
void lang_when(struct buf *out, const char *tag, struct instant t,
               const char *zone, unsigned what);
void lang_date(struct buf *out, const char *tag, struct civil day);

#endif
