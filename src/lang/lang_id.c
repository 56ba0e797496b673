/* lang_id.c - Indonesian. */
#include "lang/calendar_data.h"

static const struct lang_form forms[] = {
	{ .between = ", ", .time = "pukul %0.%m\u00A0%Z", .city = " (%C)" },
};

/* WIB, WITA and WIT are tzdata's own. */
static const struct lang_pair zones[] = { { NULL, NULL } };

/* Where newsrooms keep to another name than CLDR's. */
static const struct lang_pair cities[] = {
	{ "Brussels", "Brussel" }, { "Chisinau", "Chișinău" },
	{ "Kyiv", "Kyiv" },        { "Lisbon", "Lisboa" },
	{ "Mexico City", "Mexico City" }, { "Yangon", "Yangon" },
	{ NULL, NULL },
};

static const struct lang row = {
	.tag = "id",
	.script = "Latn",
	.labels = {
		[LABEL_KIND_RELEASE] = "Siaran pers",
		[LABEL_KIND_ADVISORY] = "Pemberitahuan media",
		[LABEL_KIND_INVITATION] = "Undangan peliputan",
		[LABEL_KIND_STATEMENT] = "Pernyataan pers",
		[LABEL_KIND_FACT_SHEET] = "Lembar fakta",
		[LABEL_KIND_RELEASE_CAPS] = "SIARAN PERS",
		[LABEL_KIND_ADVISORY_CAPS] = "PEMBERITAHUAN MEDIA",
		[LABEL_KIND_INVITATION_CAPS] = "UNDANGAN PELIPUTAN",
		[LABEL_KIND_STATEMENT_CAPS] = "PERNYATAAN PERS",
		[LABEL_KIND_FACT_SHEET_CAPS] = "LEMBAR FAKTA",
		[LABEL_IMMEDIATE] = "Untuk disiarkan segera",
		[LABEL_IMMEDIATE_CAPS] = "UNTUK DISIARKAN SEGERA",
		[LABEL_EMBARGO] = "Embargo hingga",
		[LABEL_EMBARGO_CAPS] = "EMBARGO HINGGA",
		[LABEL_EMBARGO_SHORT] = "Embargo",
		[LABEL_EMBARGO_ENDED] = "Embargo telah berakhir",
		[LABEL_EMBARGO_ENDED_CAPS] = "EMBARGO TELAH BERAKHIR",
		[LABEL_HOLD] = "Belum untuk disiarkan",
		[LABEL_HOLD_CAPS] = "BELUM UNTUK DISIARKAN",
		[LABEL_WITHDRAWN] = "Ditarik",
		[LABEL_WITHDRAWN_CAPS] = "DITARIK",
		[LABEL_CORRECTION] = "Ralat",
		[LABEL_CORRECTION_CAPS] = "RALAT",
		[LABEL_CORRECTS] = "Siaran ini meralat versi %s.",
		[LABEL_WAS] = "tertulis",
		[LABEL_NOW] = "seharusnya",
		[LABEL_ISSUED] = "Diterbitkan %s",
		[LABEL_UPDATED] = "diperbarui %s",
		[LABEL_EXPIRES] = "berlaku hingga %s",
		[LABEL_REFERENCE] = "Nomor: %s",
		[LABEL_VERSION] = "versi %s",
		[LABEL_BY] = "Oleh %s",
		[LABEL_FACTS] = "Fakta utama",
		[LABEL_ABOUT] = "Tentang %s",
		[LABEL_FORWARD] = "Pernyataan berwawasan ke depan",
		[LABEL_DISCLAIMER] = "Penafian",
		[LABEL_REGULATORY] = "Informasi regulasi",
		[LABEL_NOTES] = "Catatan untuk redaksi",
		[LABEL_RIGHTS] = "Hak cipta",
		[LABEL_EVENT] = "Acara",
		[LABEL_ATTACHMENTS] = "Lampiran",
		[LABEL_CONTACT] = "Kontak",
		[LABEL_CONTACT_PRESS] = "Media",
		[LABEL_CONTACT_INVESTOR] = "Investor",
		[LABEL_CONTACT_PUBLIC] = "Masyarakat",
		[LABEL_TEL] = "Telepon",
		[LABEL_TEL_MOBILE] = "Ponsel",
		[LABEL_TEL_FAX] = "Faks",
		[LABEL_TEL_WHATSAPP] = "WhatsApp",
		[LABEL_EMAIL] = "Email",
		[LABEL_VIDEO] = "Video",
		[LABEL_AUDIO] = "Audio",
		[LABEL_FOOTNOTES] = "Catatan kaki",
		[LABEL_FOOTNOTE] = "Catatan kaki %s",
		[LABEL_BACK] = "Kembali ke teks",
		[LABEL_PAGE_OF] = "halaman %s dari %s",
		[LABEL_MORE] = "bersambung ke halaman %s",
		[LABEL_CONTINUED] = "lanjutan",
		[LABEL_ENDMARK] = "– Selesai –",
		[LABEL_PICTURE_MISSING] = "Gambar tidak tersedia",
		[LABEL_TABLE_SCROLL] = "Tabel, dapat digeser ke samping",
		[LABEL_DATELINE_DATE] = "%s",
		[LABEL_DATELINE_SEPARATOR] = " – ",
		[LABEL_COMMA] = ", ",
		[LABEL_COLON] = ": ",
		[LABEL_LIST_AND] = "%s dan %s",
	},
	.calendar = &calendar_id,
	.forms = forms,
	.zones = zones,
	.cities = cities,
};

const struct lang *lang_id(void)
{
	return &row;
}
