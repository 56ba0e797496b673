/* finish.c - takes cairo's document apart with libqpdf, puts in what it lacks,
   and writes it. */
#include "render/pdf/finish.h"

#include "base/alloc.h"
#include "render/pdf/scan.h"

#include <libdeflate.h>
#include <stdlib.h>
#include <string.h>

void finish_fail(struct finish *f, status st)
{
	if (!f->status)
		f->status = st;
}

/* -- objects -------------------------------------------------------------- */

void dict_set(struct finish *f, qpdf_oh dict, const char *key, qpdf_oh value)
{
	qpdf_oh_replace_key(f->q, dict, key, value);
}

qpdf_oh dict_new(struct finish *f)
{
	return qpdf_oh_new_dictionary(f->q);
}

qpdf_oh object_name(struct finish *f, const char *name)
{
	return qpdf_oh_new_name(f->q, name);
}

qpdf_oh object_text(struct finish *f, const char *utf8)
{
	return qpdf_oh_new_unicode_string(f->q, utf8);
}

qpdf_oh object_bytes(struct finish *f, const char *ascii)
{
	return qpdf_oh_new_string(f->q, ascii);
}

qpdf_oh object_int(struct finish *f, size_t value)
{
	return qpdf_oh_new_integer(f->q, (long long)value);
}

void array_add(struct finish *f, qpdf_oh array, qpdf_oh item)
{
	qpdf_oh_append_item(f->q, array, item);
}

void array_number(struct finish *f, qpdf_oh array, double value)
{
	struct buf b = { 0 };
	buf_decimal(&b, value, 3);
	array_add(f, array, qpdf_oh_new_real_from_string(f->q, buf_text(&b)));
	if (b.status)
		finish_fail(f, b.status);
	buf_free(&b);
}

qpdf_oh object_rect(struct finish *f, double left, double bottom, double right,
                    double top)
{
	qpdf_oh array = qpdf_oh_new_array(f->q);
	array_number(f, array, left);
	array_number(f, array, bottom);
	array_number(f, array, right);
	array_number(f, array, top);
	return array;
}

qpdf_oh indirect(struct finish *f, qpdf_oh object)
{
	return qpdf_make_indirect_object(f->q, object);
}

/* -- streams -------------------------------------------------------------- */

void stream_fill(struct finish *f, qpdf_oh stream, struct span bytes)
{
	size_t room = libdeflate_zlib_compress_bound(f->deflate, bytes.len);
	unsigned char *data = mem_alloc(room);
	if (!data) {
		finish_fail(f, PRFMT_ENOMEM);
		return;
	}
	size_t len = libdeflate_zlib_compress(f->deflate, bytes.at, bytes.len,
	                                      data, room);
	qpdf_oh_replace_stream_data(f->q, stream, data, len,
	                            object_name(f, "/FlateDecode"),
	                            qpdf_oh_new_null(f->q));
	mem_free(data);
}

qpdf_oh stream_deflated(struct finish *f, struct span bytes)
{
	qpdf_oh stream = qpdf_oh_new_stream(f->q);
	stream_fill(f, stream, bytes);
	return stream;
}

qpdf_oh stream_plain(struct finish *f, struct span bytes)
{
	qpdf_oh stream = qpdf_oh_new_stream(f->q);
	qpdf_oh_replace_stream_data(f->q, stream,
	                            (const unsigned char *)bytes.at, bytes.len,
	                            qpdf_oh_new_null(f->q),
	                            qpdf_oh_new_null(f->q));
	return stream;
}

static status inflate(struct finish *f, struct span z, struct buf *out)
{
	size_t room = z.len * 8 + 4096;
	for (;;) {
		char *data = mem_alloc(room);
		size_t len = 0;
		if (!data)
			return PRFMT_ENOMEM;
		enum libdeflate_result r = libdeflate_zlib_decompress(
			f->inflate, z.at, z.len, data, room, &len);
		if (r == LIBDEFLATE_SUCCESS)
			buf_add(out, data, len);
		mem_free(data);
		if (r != LIBDEFLATE_INSUFFICIENT_SPACE)
			return r ? PRFMT_EINTERNAL : out->status;
		if (!size_mul(room, 2, &room))
			return PRFMT_ENOMEM;
	}
}

/* -- pages ---------------------------------------------------------------- */

static status rewrite(struct finish *f, qpdf_oh content,
                      const struct drawn_page *page)
{
	unsigned char *data = NULL;
	size_t len = 0;
	QPDF_BOOL filtered = QPDF_FALSE;
	struct buf plain = { 0 };
	struct buf tagged = { 0 };
	if (qpdf_oh_get_stream_data(f->q, content, qpdf_dl_none, &filtered,
	                            &data, &len) &
	    QPDF_ERRORS)
		return PRFMT_EINTERNAL;
	status st = inflate(f, (struct span){ (char *)data, len }, &plain);
	free(data);
	if (!st)
		st = scan_page(buf_view(&plain),
		               page, &tagged);
	if (!st)
		stream_fill(f, content,
		            buf_view(&tagged));
	buf_free(&plain);
	buf_free(&tagged);
	return st;
}

/* A figure's mark is known only now: behind the marks of the page's text. */
static void mark_figures(struct finish *f, size_t index)
{
	const struct drawn_page *page = &f->d->pages[index];
	for (size_t i = 0; i < page->figure_count; i++) {
		struct tag *tag = page->figures[i];
		struct tag_mark *m = tag ? arena_zero(&f->l->arena, sizeof *m)
		                         : NULL;
		if (!tag)
			continue;
		if (!m) {
			finish_fail(f, PRFMT_ENOMEM);
			return;
		}
		*m = (struct tag_mark){ tag->marks, 0, index,
			page->owner_count + i };
		tag->marks = m;
	}
}

static void page(struct finish *f, size_t i)
{
	const struct paper *paper = f->l->paper;
	qpdf_oh p = f->pages[i];
	status st = rewrite(f, qpdf_oh_get_key(f->q, p, "/Contents"),
	                    &f->d->pages[i]);
	if (st)
		finish_fail(f, st);
	mark_figures(f, i);
	dict_set(f, p, "/StructParents", object_int(f, i));
	dict_set(f, p, "/Tabs", object_name(f, "/S"));
	dict_set(f, p, "/TrimBox",
	         object_rect(f, 0, 0, paper->width, paper->height));
	qpdf_oh_remove_key(f->q, p, "/Annots");
}

static void pages(struct finish *f)
{
	int count = qpdf_get_num_pages(f->q);
	if (count < 0 || (size_t)count != f->d->page_count) {
		finish_fail(f, PRFMT_EINTERNAL);
		return;
	}
	f->pages = mem_zero(f->d->page_count, sizeof *f->pages);
	if (!f->pages) {
		finish_fail(f, PRFMT_ENOMEM);
		return;
	}
	f->next_parent = f->d->page_count;
	for (size_t i = 0; i < f->d->page_count && !f->status; i++) {
		f->pages[i] = qpdf_get_page_n(f->q, i);
		page(f, i);
	}
}

/* -- the whole ------------------------------------------------------------ */

static void save(struct finish *f, struct sink *out)
{
	qpdf_data q = f->q;
	if (qpdf_init_write_memory(q) & QPDF_ERRORS) {
		finish_fail(f, PRFMT_EINTERNAL);
		return;
	}
	qpdf_set_deterministic_ID(q, QPDF_TRUE);
	qpdf_force_pdf_version(q, "1.7");
	qpdf_set_object_stream_mode(q, qpdf_o_disable);
	/* PDF/A-3, 6.1.7.1 */
	qpdf_set_newline_before_endstream(q, QPDF_TRUE);
	qpdf_set_compress_streams(q, QPDF_TRUE);
	qpdf_set_decode_level(q, qpdf_dl_none);
	if (qpdf_write(q) & QPDF_ERRORS) {
		finish_fail(f, PRFMT_EINTERNAL);
		return;
	}
	sink_put(out, (const char *)qpdf_get_buffer(q),
	         qpdf_get_buffer_length(q));
}

static void steps(struct finish *f, struct sink *out)
{
	f->parents = qpdf_oh_new_array(f->q);
	pages(f);
	if (!f->status)
		resources_mend(f);
	if (!f->status)
		tree_build(f);
	if (!f->status)
		outline_build(f);
	if (!f->status)
		meta_build(f);
	if (!f->status && qpdf_has_error(f->q))
		finish_fail(f, PRFMT_EINTERNAL);
	if (!f->status)
		save(f, out);
}

status finish_pdf(struct layout *l, struct drawn *d, struct sink *out)
{
	struct finish f = { .l = l, .d = d };
	status st = job_poll(l->job, PRFMT_STAGE_FINISH, d->page_count,
	                     d->pdf.len);
	if (st)
		return st;
	f.deflate = libdeflate_alloc_compressor(6);
	f.inflate = libdeflate_alloc_decompressor();
	f.q = qpdf_init();
	if (!f.deflate || !f.inflate || !f.q) {
		finish_fail(&f, PRFMT_ENOMEM);
	} else {
		qpdf_silence_errors(f.q);
		qpdf_set_suppress_warnings(f.q, QPDF_TRUE);
		if (qpdf_read_memory(f.q, "cairo", d->pdf.at, d->pdf.len,
		                     NULL) &
		    QPDF_ERRORS)
			finish_fail(&f, PRFMT_EINTERNAL);
		else
			steps(&f, out);
	}
	if (f.q)
		qpdf_cleanup(&f.q);
	libdeflate_free_compressor(f.deflate);
	libdeflate_free_decompressor(f.inflate);
	mem_free(f.pages);
	if (f.status == PRFMT_EINTERNAL)
		diags_say(l->job->diags, CODE_INTERNAL,
		          (struct place){ 0, 0, 0 },
		          PRFMT_BIT(PRFMT_FORMAT_PDF),
		          "the PDF could not be tagged as it was drawn");
	return f.status ? f.status : out->status;
}
