/* lang_en.c - English; also what unknown languages fall back to. */
#include "lang/lang_data.h"

static const char *const halves[] = { "a.m.", "p.m." };

#define AMERICAN(code) \
	{ .region = code, .weekday = "%W", .date = "%M %d, %Y", \
	  .time = "%I:%m\u00A0%P\u00A0%Z", .city = " (%C)", \
	  .between = ", ", .halves = halves }

static const struct lang_form forms[] = {
	AMERICAN("US"),
	AMERICAN("CA"),
	AMERICAN("PH"),
	AMERICAN("PR"),
	{ .weekday = "%W", .date = "%d %M %Y", .time = "%0:%m\u00A0%Z",
	  .city = " (%C)", .between = ", " },
};

static const struct lang_pair zones[] = { { NULL, NULL } };

static const struct lang_pair cities[] = {
	{ "Asuncion", "Asunción" },
	{ "Bogota", "Bogotá" },
	{ "Chisinau", "Chișinău" },
	{ "Sao Paulo", "São Paulo" },
	{ NULL, NULL },
};

static const struct lang row = {
	.tag = "en",
	.labels = {
		[LABEL_KIND_RELEASE] = "Press release",
		[LABEL_KIND_ADVISORY] = "Media advisory",
		[LABEL_KIND_INVITATION] = "Media invitation",
		[LABEL_KIND_STATEMENT] = "Statement",
		[LABEL_KIND_FACT_SHEET] = "Fact sheet",
		[LABEL_KIND_RELEASE_CAPS] = "PRESS RELEASE",
		[LABEL_KIND_ADVISORY_CAPS] = "MEDIA ADVISORY",
		[LABEL_KIND_INVITATION_CAPS] = "MEDIA INVITATION",
		[LABEL_KIND_STATEMENT_CAPS] = "STATEMENT",
		[LABEL_KIND_FACT_SHEET_CAPS] = "FACT SHEET",
		[LABEL_IMMEDIATE] = "For immediate release",
		[LABEL_IMMEDIATE_CAPS] = "FOR IMMEDIATE RELEASE",
		[LABEL_EMBARGO] = "Embargoed until",
		[LABEL_EMBARGO_CAPS] = "EMBARGOED UNTIL",
		[LABEL_EMBARGO_SHORT] = "Embargo",
		[LABEL_EMBARGO_ENDED] = "Embargo ended",
		[LABEL_EMBARGO_ENDED_CAPS] = "EMBARGO ENDED",
		[LABEL_HOLD] = "Hold for release",
		[LABEL_HOLD_CAPS] = "HOLD FOR RELEASE",
		[LABEL_WITHDRAWN] = "Withdrawn",
		[LABEL_WITHDRAWN_CAPS] = "WITHDRAWN",
		[LABEL_CORRECTION] = "Correction",
		[LABEL_CORRECTION_CAPS] = "CORRECTION",
		[LABEL_CORRECTS] = "This release corrects version %s.",
		[LABEL_WAS] = "was",
		[LABEL_NOW] = "now",
		[LABEL_ISSUED] = "Issued %s",
		[LABEL_UPDATED] = "updated %s",
		[LABEL_EXPIRES] = "valid until %s",
		[LABEL_REFERENCE] = "Reference %s",
		[LABEL_VERSION] = "version %s",
		[LABEL_BY] = "By %s",
		[LABEL_FACTS] = "Key facts",
		[LABEL_ABOUT] = "About %s",
		[LABEL_FORWARD] = "Forward-looking statements",
		[LABEL_DISCLAIMER] = "Disclaimer",
		[LABEL_REGULATORY] = "Regulatory information",
		[LABEL_NOTES] = "Notes to editors",
		[LABEL_RIGHTS] = "Rights",
		[LABEL_EVENT] = "Event",
		[LABEL_ATTACHMENTS] = "Attachments",
		[LABEL_CONTACT] = "Contact",
		[LABEL_CONTACT_PRESS] = "Press",
		[LABEL_CONTACT_INVESTOR] = "Investors",
		[LABEL_CONTACT_PUBLIC] = "Public",
		[LABEL_TEL] = "Telephone",
		[LABEL_TEL_MOBILE] = "Mobile",
		[LABEL_TEL_FAX] = "Fax",
		[LABEL_TEL_WHATSAPP] = "WhatsApp",
		[LABEL_EMAIL] = "Email",
		[LABEL_VIDEO] = "Video",
		[LABEL_AUDIO] = "Audio",
		[LABEL_FOOTNOTES] = "Footnotes",
		[LABEL_FOOTNOTE] = "Footnote %s",
		[LABEL_BACK] = "Back to the text",
		[LABEL_PAGE_OF] = "page %s of %s",
		[LABEL_MORE] = "more – page %s",
		[LABEL_CONTINUED] = "continued",
		[LABEL_ENDMARK] = "ENDS",
		[LABEL_PICTURE_MISSING] = "Picture not available",
		[LABEL_TABLE_SCROLL] = "Table, scrolls sideways",
		[LABEL_DATELINE_SEPARATOR] = " – ",
		[LABEL_QUOTE_OPEN] = "“",
		[LABEL_QUOTE_CLOSE] = "”",
		[LABEL_LIST_AND] = "%s and %s",
	},
	.months = { "January", "February", "March", "April", "May", "June",
	            "July", "August", "September", "October", "November",
	            "December" },
	.weekdays = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday",
	              "Saturday", "Sunday" },
	.forms = forms,
	.zones = zones,
	.cities = cities,
};

const struct lang *lang_en(void)
{
	return &row;
}
