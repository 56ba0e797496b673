/* image.c - the first bytes of a picture in; its kind, size and turn out. */
#include "asset/asset.h"

#include "base/text.h"

#include <string.h>

/* Unread bytes. Each take() checks, so no parser below can run over. */
struct bytes {
	const unsigned char *at;
	size_t len;
};

static bool take(struct bytes *b, size_t n, struct bytes *piece)
{
	if (n > b->len)
		return false;
	*piece = (struct bytes){ b->at, n };
	b->at += n;
	b->len -= n;
	return true;
}

/* A number of n bytes; 0 where there are not so many. */
static uint32_t number(struct bytes b, size_t at, size_t n, bool little)
{
	if (at > b.len || n > b.len - at)
		return 0;
	uint32_t v = 0;
	for (size_t i = 0; i < n; i++)
		v = v << 8 | b.at[at + (little ? n - 1 - i : i)];
	return v;
}

static bool begins(struct bytes b, const char *with, size_t n)
{
	return b.len >= n && !memcmp(b.at, with, n);
}

/* -- PNG (third edition) -------------------------------------------------- */

struct colour {
	unsigned type;
	unsigned depths; /* bit d set: d bits a sample are allowed */
	int channels;
	bool alpha;
};

/* 11.2.1, table 11 */
#define DEPTH(d) (1u << (d))
static const struct colour colours[] = {
	{ 0, DEPTH(1) | DEPTH(2) | DEPTH(4) | DEPTH(8) | DEPTH(16), 1, false },
	{ 2, DEPTH(8) | DEPTH(16), 3, false },
	{ 3, DEPTH(1) | DEPTH(2) | DEPTH(4) | DEPTH(8), 3, false },
	{ 4, DEPTH(8) | DEPTH(16), 1, true },
	{ 6, DEPTH(8) | DEPTH(16), 3, true },
};

static const struct colour *colour_of(unsigned type, unsigned depth)
{
	for (size_t i = 0; i < COUNT(colours); i++)
		if (colours[i].type == type && depth <= 16 &&
		    colours[i].depths & DEPTH(depth))
			return &colours[i];
	return NULL;
}

/* 5.6: tRNS stands before the first IDAT. */
static bool has_trns(struct bytes rest)
{
	struct bytes head;
	struct bytes skipped;
	while (take(&rest, 8, &head)) {
		head.at += 4;
		if (!memcmp(head.at, "IDAT", 4) || !memcmp(head.at, "IEND", 4))
			return false;
		if (!memcmp(head.at, "tRNS", 4))
			return true;
		head.at -= 4;
		if (!take(&rest, number(head, 0, 4, false), &skipped) ||
		    !take(&rest, 4, &skipped))
			return false;
	}
	return false;
}

static bool probe_png(struct bytes b, struct image *out)
{
	enum { SIGNATURE = 8, IHDR = 4 + 4 + 13 + 4, BIGGEST = 0x7FFFFFFF };
	struct bytes head;
	if (!take(&b, SIGNATURE, &head) || !take(&b, IHDR, &head) ||
	    !begins(head, "\0\0\0\15IHDR", 8))
		return false;
	const struct colour *c = colour_of(head.at[17], head.at[16]);
	out->width = number(head, 8, 4, false);
	out->height = number(head, 12, 4, false);
	if (!c || out->width > BIGGEST || out->height > BIGGEST)
		return false;
	out->channels = c->channels;
	out->alpha = c->alpha || has_trns(b);
	return out->width && out->height;
}

/* -- JPEG (T.81) ---------------------------------------------------------- */

/* TIFF 6.0, 2: an IFD is a count and entries of 12 bytes. */
static int orientation(struct bytes tiff)
{
	enum { ENTRY = 12, TAG = 0x0112, SHORT = 3 };
	bool little = begins(tiff, "II*\0", 4);
	if (!little && !begins(tiff, "MM\0*", 4))
		return 0;
	uint32_t ifd = number(tiff, 4, 4, little);
	if (ifd < 8 || ifd > tiff.len)
		return 0;
	uint32_t count = number(tiff, ifd, 2, little);
	struct bytes entries = { tiff.at + ifd, tiff.len - ifd };
	struct bytes e;
	if (!take(&entries, 2, &e))
		return 0;
	for (uint32_t i = 0; i < count && take(&entries, ENTRY, &e); i++) {
		if (number(e, 0, 2, little) != TAG)
			continue;
		uint32_t turn = number(e, 8, 2, little);
		bool good = number(e, 2, 2, little) == SHORT &&
		            number(e, 4, 4, little) == 1 && turn >= 1 &&
		            turn <= 8;
		return good ? (int)turn : 0;
	}
	return 0;
}

/* B.1.1.3: C4, C8 and CC are no frame headers; CD to CF are of kinds that
   nobody decodes. */
static bool is_frame(unsigned marker)
{
	return marker >= 0xC0 && marker <= 0xCB && marker != 0xC4 &&
	       marker != 0xC8;
}

static bool frame(struct bytes body, struct image *out)
{
	uint32_t count = number(body, 5, 1, false);
	if (body.len < 6 + 3 * (size_t)count)
		return false;
	out->height = number(body, 1, 2, false);
	out->width = number(body, 3, 2, false);
	out->channels = (int)count;
	/* no height is a legal JPEG (DNL follows), but not one of use here */
	return out->width && out->height &&
	       (count == 1 || count == 3 || count == 4);
}

/* To the next marker; 0: none left. */
static unsigned next_marker(struct bytes *b)
{
	struct bytes byte = { NULL, 0 };
	bool after_ff = false;
	while (take(b, 1, &byte)) {
		unsigned c = byte.at[0];
		if (after_ff && c != 0xFF && c != 0)
			return c;
		after_ff = c == 0xFF;
	}
	return 0;
}

static bool probe_jpeg(struct bytes b, struct image *out)
{
	bool framed = false;
	int turn = 0;
	unsigned marker = 0;
	while ((marker = next_marker(&b))) {
		/* B.1.1.3: TEM, RSTn and SOI stand alone */
		if (marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8))
			continue;
		if (marker == 0xDA || marker == 0xD9) /* SOS, EOI */
			break;
		struct bytes head;
		struct bytes body;
		if (!take(&b, 2, &head))
			break;
		uint32_t len = number(head, 0, 2, false);
		if (len < 2 || !take(&b, len - 2, &body))
			break;
		if (is_frame(marker)) {
			if (framed || !frame(body, out))
				return false;
			framed = true;
		} else if (marker == 0xE1 && !turn &&
		           begins(body, "Exif\0\0", 6)) {
			turn = orientation(
				(struct bytes){ body.at + 6, body.len - 6 });
		} else if (marker == 0xEE && body.len >= 12) {
			out->adobe = out->adobe || begins(body, "Adobe", 5);
		}
	}
	out->orientation = turn ? turn : 1;
	return framed;
}

/* -- SVG ------------------------------------------------------------------ */

/* Past the first `end`; false: there is none. */
static bool skip_past(struct bytes *b, const char *end)
{
	size_t n = strlen(end);
	while (b->len >= n && memcmp(b->at, end, n) != 0) {
		b->at++;
		b->len--;
	}
	struct bytes skipped;
	return take(b, n, &skipped);
}

static bool probe_svg(struct bytes b, struct image *out)
{
	static const struct {
		const char *start;
		const char *end;
	} prolog[] = { { "<?", "?>" }, { "<!--", "-->" } };
	struct bytes skipped;
	if (begins(b, "\xEF\xBB\xBF", 3))
		(void)take(&b, 3, &skipped);
	bool more = true;
	while (more) {
		while (b.len && text_is_blank((char)b.at[0]))
			(void)take(&b, 1, &skipped);
		more = false;
		for (size_t i = 0; i < COUNT(prolog) && !more; i++) {
			size_t n = strlen(prolog[i].start);
			more = begins(b, prolog[i].start, n) &&
			       take(&b, n, &skipped) &&
			       skip_past(&b, prolog[i].end);
		}
	}
	(void)out; /* its size is a matter of its style */
	return begins(b, "<svg", 4) && b.len > 4 &&
	       (text_is_blank((char)b.at[4]) || b.at[4] == '>' ||
	        b.at[4] == '/');
}

/* -- all ------------------------------------------------------------------ */

static const struct {
	enum image_kind kind;
	const char *start;
	size_t len;
	bool (*probe)(struct bytes b, struct image *out);
} kinds[] = {
	{ IMAGE_PNG, "\x89PNG\r\n\x1A\n", 8, probe_png },
	{ IMAGE_JPEG, "\xFF\xD8\xFF", 3, probe_jpeg },
	{ IMAGE_SVG, "", 0, probe_svg },
};

bool image_probe(const void *data, size_t len, struct image *out)
{
	*out = (struct image){ .kind = IMAGE_NONE };
	struct bytes b = { data, len };
	if (!data || !len)
		return false;
	size_t i = 0;
	while (!begins(b, kinds[i].start, kinds[i].len))
		i++; /* the last one's start is that of anything */
	struct image found = { .kind = kinds[i].kind, .orientation = 1 };
	if (!kinds[i].probe(b, &found))
		return false;
	*out = found;
	return true;
}

void image_size(const struct image *i, uint32_t *width, uint32_t *height)
{
	bool turned = i->orientation >= 5 && i->orientation <= 8;
	*width = turned ? i->height : i->width;
	*height = turned ? i->width : i->height;
}
