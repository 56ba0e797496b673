/* lang_ar.c - Arabic; with the digits 0-9 everywhere, as the pages number. */
#include "lang/calendar_data.h"

#define ARABIC(hours) \
	.full = "%W %d %M %Y", .between = "، ", \
	.time = "الساعة " hours " بتوقيت %Z", \
	.time_city = "الساعة " hours " بتوقيت %C (%Z)", .city = " (%C)"

#define TWELVE \
	ARABIC("%I:%m\u00A0%P"), .halves = { "صباحًا", "مساءً", "ظهرًا" }

/* The months have other names in the Maghreb and in the Levant. */
static const struct lang_form forms[] = {
	{ .regions = "DZ TN", ARABIC("%0:%m"), .calendar = &calendar_ar_DZ },
	{ .regions = "MA EH", ARABIC("%0:%m"), .calendar = &calendar_ar_MA },
	{ .regions = "MR", ARABIC("%0:%m"), .calendar = &calendar_ar_MR },
	{ .regions = "IQ JO LB PS SY", TWELVE, .calendar = &calendar_ar_IQ },
	{ TWELVE },
};

static const struct lang_pair zones[] = {
	{ "GMT", "غرينتش" },
	{ "CET", "وسط أوروبا" },
	{ "CEST", "وسط أوروبا الصيفي" },
	{ "EET", "شرق أوروبا" },
	{ "EEST", "شرق أوروبا الصيفي" },
	{ "WET", "غرب أوروبا" },
	{ "WEST", "غرب أوروبا الصيفي" },
	{ NULL, NULL },
};

static const struct lang row = {
	.tag = "ar",
	.script = "Arab",
	.labels = {
		[LABEL_KIND_RELEASE] = "بيان صحفي",
		[LABEL_KIND_ADVISORY] = "تنويه لوسائل الإعلام",
		[LABEL_KIND_INVITATION] = "دعوة لوسائل الإعلام",
		[LABEL_KIND_STATEMENT] = "تصريح صحفي",
		[LABEL_KIND_FACT_SHEET] = "صحيفة وقائع",
		[LABEL_KIND_RELEASE_CAPS] = "بيان صحفي",
		[LABEL_KIND_ADVISORY_CAPS] = "تنويه لوسائل الإعلام",
		[LABEL_KIND_INVITATION_CAPS] = "دعوة لوسائل الإعلام",
		[LABEL_KIND_STATEMENT_CAPS] = "تصريح صحفي",
		[LABEL_KIND_FACT_SHEET_CAPS] = "صحيفة وقائع",
		[LABEL_IMMEDIATE] = "للنشر الفوري",
		[LABEL_IMMEDIATE_CAPS] = "للنشر الفوري",
		[LABEL_EMBARGO] = "محظور النشر حتى",
		[LABEL_EMBARGO_CAPS] = "محظور النشر حتى",
		[LABEL_EMBARGO_SHORT] = "حظر النشر حتى",
		[LABEL_EMBARGO_ENDED] = "انتهى حظر النشر",
		[LABEL_EMBARGO_ENDED_CAPS] = "انتهى حظر النشر",
		[LABEL_HOLD] = "لا يُنشر حتى إشعار آخر",
		[LABEL_HOLD_CAPS] = "لا يُنشر حتى إشعار آخر",
		[LABEL_WITHDRAWN] = "مسحوب",
		[LABEL_WITHDRAWN_CAPS] = "مسحوب",
		[LABEL_CORRECTION] = "تصحيح",
		[LABEL_CORRECTION_CAPS] = "تصحيح",
		[LABEL_CORRECTS] = "يصحح هذا البيان النسخة %s.",
		[LABEL_WAS] = "الخطأ",
		[LABEL_NOW] = "الصواب",
		[LABEL_ISSUED] = "صدر في %s",
		[LABEL_UPDATED] = "حُدّث في %s",
		[LABEL_EXPIRES] = "صالح حتى %s",
		[LABEL_REFERENCE] = "المرجع: %s",
		[LABEL_VERSION] = "النسخة %s",
		[LABEL_BY] = "بقلم %s",
		[LABEL_FACTS] = "أبرز النقاط",
		[LABEL_ABOUT] = "نبذة عن %s",
		[LABEL_FORWARD] = "بيانات تطلعية",
		[LABEL_DISCLAIMER] = "إخلاء مسؤولية",
		[LABEL_REGULATORY] = "معلومات تنظيمية",
		[LABEL_NOTES] = "ملاحظات للمحررين",
		[LABEL_RIGHTS] = "الحقوق",
		[LABEL_EVENT] = "الفعالية",
		[LABEL_ATTACHMENTS] = "المرفقات",
		[LABEL_CONTACT] = "للتواصل",
		[LABEL_CONTACT_PRESS] = "وسائل الإعلام",
		[LABEL_CONTACT_INVESTOR] = "المستثمرون",
		[LABEL_CONTACT_PUBLIC] = "الجمهور",
		[LABEL_TEL] = "الهاتف",
		[LABEL_TEL_MOBILE] = "الهاتف المحمول",
		[LABEL_TEL_FAX] = "الفاكس",
		[LABEL_TEL_WHATSAPP] = "واتساب",
		[LABEL_EMAIL] = "البريد الإلكتروني",
		[LABEL_VIDEO] = "فيديو",
		[LABEL_AUDIO] = "مقطع صوتي",
		[LABEL_FOOTNOTES] = "الحواشي",
		[LABEL_FOOTNOTE] = "حاشية %s",
		[LABEL_BACK] = "العودة إلى النص",
		[LABEL_PAGE_OF] = "صفحة %s من %s",
		[LABEL_MORE] = "يتبع في الصفحة %s",
		[LABEL_CONTINUED] = "تابع",
		[LABEL_ENDMARK] = "– انتهى –",
		[LABEL_PICTURE_MISSING] = "الصورة غير متاحة",
		[LABEL_TABLE_SCROLL] = "جدول قابل للتمرير أفقيًا",
		[LABEL_DATELINE_DATE] = "%s",
		[LABEL_DATELINE_SEPARATOR] = " – ",
		[LABEL_QUOTE_OPEN] = "«",
		[LABEL_QUOTE_CLOSE] = "»",
		[LABEL_INNER_OPEN] = "“",
		[LABEL_INNER_CLOSE] = "”",
		[LABEL_COMMA] = "، ",
		[LABEL_COLON] = ": ",
		[LABEL_LIST_AND] = "%s و%s",
	},
	.calendar = &calendar_ar,
	.forms = forms,
	.zones = zones,
};

const struct lang *lang_ar(void)
{
	return &row;
}
