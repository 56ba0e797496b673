/* asset.h - bytes that a release names, through the host's resolver. */
#ifndef ASSET_ASSET_H
#define ASSET_ASSET_H

#include "base/base.h"
#include "base/buf.h"

/* One render's window on the resolver: counts, caps and caches by URI, so
   that one name is asked for once. */
struct asset {
	const char *uri;
	const void *data;
	size_t len;
	status status; /* OK, EASSET, ELIMIT or ECANCEL; data only when OK */
};
struct assets;

status assets_new(prfmt_asset_fn fn, void *user, const prfmt_limits *limits,
                  struct assets **out) MUST_USE;
void assets_free(struct assets *a); /* calls each blob's done(); NULL fine */
/* Borrowed until assets_free. ENOMEM only when there is no memory; else OK
   and the asset tells how it went. A URI with a scheme other than none, or
   with a control character, never reaches the resolver (EASSET). */
status assets_get(struct assets *a, const char *uri, prfmt_element element,
                  const struct asset **out) MUST_USE;

/* Bytes that are had already, under a URI; borrowed until assets_free. */
status assets_give(struct assets *a, const char *uri,
                   struct span bytes) MUST_USE;

enum image_kind { IMAGE_NONE, IMAGE_PNG, IMAGE_JPEG, IMAGE_SVG };
struct image {
	enum image_kind kind;
	uint32_t width;  /* pixels as stored */
	uint32_t height;
	int orientation; /* EXIF 1-8; 1 where there is none */
	int channels;    /* 1 grey, 3 colour, 4 CMYK (JPEG); 0 unknown */
	bool adobe;      /* JPEG with an Adobe marker: CMYK is inverted */
	bool alpha;      /* PNG with transparency */
};
/* From the header alone, never more than len bytes read. False: not a picture
   that prfmt knows, or a damaged header. */
bool image_probe(const void *data, size_t len, struct image *out);
/* The size as seen: width and height swapped for orientations 5-8. */
void image_size(const struct image *i, uint32_t *width, uint32_t *height);

#endif
