/* finish.h - cairo's PDF and the structure tree in, PDF/UA-1 and PDF/A-3a
   out. */
#ifndef PDF_FINISH_H
#define PDF_FINISH_H

#include "render/pdf/draw.h"
#include "sink/sink.h"

#include <qpdf/qpdf-c.h>

status finish_pdf(struct layout *l, struct drawn *d,
                  struct sink *out) MUST_USE;

/* -- inside finish -------------------------------------------------------- */

struct finish {
	struct layout *l;
	struct drawn *d;
	qpdf_data q;
	qpdf_oh *pages;
	qpdf_oh parents;      /* Nums of the parent tree */
	size_t next_parent;
	struct libdeflate_compressor *deflate;
	struct libdeflate_decompressor *inflate;
	status status;
};

void finish_fail(struct finish *f, status st);
void dict_set(struct finish *f, qpdf_oh dict, const char *key, qpdf_oh value);
qpdf_oh dict_new(struct finish *f);
qpdf_oh object_name(struct finish *f, const char *name); /* "/P" */
qpdf_oh object_text(struct finish *f, const char *utf8);
qpdf_oh object_bytes(struct finish *f, const char *ascii);
qpdf_oh object_int(struct finish *f, size_t value);
qpdf_oh object_rect(struct finish *f, double left, double bottom, double right,
                    double top);
void array_add(struct finish *f, qpdf_oh array, qpdf_oh item);
void array_number(struct finish *f, qpdf_oh array, double value);
qpdf_oh indirect(struct finish *f, qpdf_oh object);
/* The stream gets these bytes, deflated. */
void stream_fill(struct finish *f, qpdf_oh stream, struct span bytes);
qpdf_oh stream_deflated(struct finish *f, struct span bytes);
qpdf_oh stream_plain(struct finish *f, struct span bytes);

void tree_build(struct finish *f);      /* tree.c: links, then the tree */
void outline_build(struct finish *f);   /* tree.c */
void meta_build(struct finish *f);      /* meta.c: Info, XMP, intent, files */
void resources_mend(struct finish *f);  /* resources.c */

#endif
