/* meta.c - what the document says of itself: Info, XMP, colours, files. */
#include "render/pdf/finish.h"

#include "base/alloc.h"
#include "render/markup.h"
#include "render/pdf/srgb.h"
#include "render/words.h"

#include <string.h>

static const char producer[] = "prfmt";

struct facts { /* said twice, in Info and XMP, and alike */
	struct buf title;
	struct buf author;
	struct buf keywords;
	struct buf created; /* D:… */
	struct buf changed;
	struct buf created_iso;
	struct buf changed_iso;
};

static void facts_free(struct facts *s)
{
	buf_free(&s->title);
	buf_free(&s->author);
	buf_free(&s->keywords);
	buf_free(&s->created);
	buf_free(&s->changed);
	buf_free(&s->created_iso);
	buf_free(&s->changed_iso);
}

static status gather(const struct job *j, struct facts *s)
{
	struct instant issued = { 0 };
	struct instant changed = { 0 };
	const node *head = release_head(j->rel);
	words_headline(&s->title, j);
	words_issuers(&s->author, j, false);
	for (const node *n = node_child(head, PRFMT_EL_KEYWORD); n;
	     n = node_sibling(n, PRFMT_EL_KEYWORD)) {
		if (s->keywords.len)
			buf_puts(&s->keywords, ", ");
		words_flat(&s->keywords, j, n);
	}
	if (release_issued(j->rel, &issued)) {
		date_pdf(&s->created, issued);
		date_rfc3339(&s->created_iso, issued);
	}
	if (release_changed(j->rel, &changed)) {
		date_pdf(&s->changed, changed);
		date_rfc3339(&s->changed_iso, changed);
	}
	const struct buf *all[] = { &s->title, &s->author, &s->keywords,
		&s->created, &s->changed, &s->created_iso, &s->changed_iso };
	for (size_t i = 0; i < COUNT(all); i++)
		if (all[i]->status)
			return all[i]->status;
	return PRFMT_OK;
}

static void set_text(struct finish *f, qpdf_oh dict, const char *key,
                     const struct buf *text)
{
	if (text->len)
		dict_set(f, dict, key, object_text(f, buf_text(text)));
}

/* Info is replaced whole: cairo writes the clock into it. */
static void info(struct finish *f, const struct facts *s)
{
	qpdf_oh i = dict_new(f);
	set_text(f, i, "/Title", &s->title);
	set_text(f, i, "/Author", &s->author);
	set_text(f, i, "/Keywords", &s->keywords);
	dict_set(f, i, "/Producer", object_bytes(f, producer));
	dict_set(f, i, "/Creator", object_bytes(f, producer));
	set_text(f, i, "/CreationDate", &s->created);
	set_text(f, i, "/ModDate", &s->changed);
	dict_set(f, i, "/Trapped", object_name(f, "/False"));
	dict_set(f, qpdf_get_trailer(f->q), "/Info", indirect(f, i));
}

/* -- XMP (ISO 16684-1) ---------------------------------------------------- */

static void leaf(struct markup *m, const char *name, const struct buf *text)
{
	if (text->len)
		markup_leaf(m, name, buf_text(text));
}

static void in_list(struct markup *m, const char *name, const char *list,
                    const char *lang, const char *text)
{
	if (!text[0])
		return;
	markup_open(m, name);
	markup_open(m, list);
	markup_open(m, "rdf:li");
	markup_attr(m, "xml:lang", lang);
	markup_puts(m, text);
	markup_close(m);
	markup_close(m);
	markup_close(m);
}

/* ISO 19005-3, 6.6.2.3: a schema that PDF/A does not know is described. */
static void uaid_schema(struct markup *m)
{
	static const char *const about[][2] = {
		{ "pdfaSchema:schema", "PDF/UA identification schema" },
		{ "pdfaSchema:namespaceURI",
		  "http://www.aiim.org/pdfua/ns/id/" },
		{ "pdfaSchema:prefix", "pdfuaid" },
	};
	static const char *const property[][2] = {
		{ "pdfaProperty:name", "part" },
		{ "pdfaProperty:valueType", "Integer" },
		{ "pdfaProperty:category", "internal" },
		{ "pdfaProperty:description",
		  "Part of ISO 14289 the document conforms to" },
	};
	markup_open(m, "pdfaExtension:schemas");
	markup_open(m, "rdf:Bag");
	markup_open(m, "rdf:li");
	markup_attr(m, "rdf:parseType", "Resource");
	for (size_t i = 0; i < COUNT(about); i++)
		markup_leaf(m, about[i][0], about[i][1]);
	markup_open(m, "pdfaSchema:property");
	markup_open(m, "rdf:Seq");
	markup_open(m, "rdf:li");
	markup_attr(m, "rdf:parseType", "Resource");
	for (size_t i = 0; i < COUNT(property); i++)
		markup_leaf(m, property[i][0], property[i][1]);
	for (int i = 0; i < 6; i++)
		markup_close(m);
}

static const char *const spaces[][2] = {
	{ "xmlns:dc", "http://purl.org/dc/elements/1.1/" },
	{ "xmlns:xmp", "http://ns.adobe.com/xap/1.0/" },
	{ "xmlns:pdf", "http://ns.adobe.com/pdf/1.3/" },
	{ "xmlns:pdfaid", "http://www.aiim.org/pdfa/ns/id/" },
	{ "xmlns:pdfuaid", "http://www.aiim.org/pdfua/ns/id/" },
	{ "xmlns:pdfaExtension", "http://www.aiim.org/pdfa/ns/extension/" },
	{ "xmlns:pdfaSchema", "http://www.aiim.org/pdfa/ns/schema#" },
	{ "xmlns:pdfaProperty", "http://www.aiim.org/pdfa/ns/property#" },
};

static void description(struct markup *m, const struct job *j,
                        const struct facts *s)
{
	markup_open(m, "rdf:Description");
	markup_attr(m, "rdf:about", "");
	for (size_t i = 0; i < COUNT(spaces); i++)
		markup_attr(m, spaces[i][0], spaces[i][1]);
	markup_leaf(m, "dc:format", "application/pdf");
	in_list(m, "dc:title", "rdf:Alt", "x-default", buf_text(&s->title));
	in_list(m, "dc:creator", "rdf:Seq", NULL, buf_text(&s->author));
	in_list(m, "dc:language", "rdf:Bag", NULL, j->tag);
	leaf(m, "pdf:Keywords", &s->keywords);
	leaf(m, "xmp:CreateDate", &s->created_iso);
	leaf(m, "xmp:ModifyDate", &s->changed_iso);
	leaf(m, "xmp:MetadataDate", &s->changed_iso);
	markup_leaf(m, "xmp:CreatorTool", producer);
	markup_leaf(m, "pdf:Producer", producer);
	markup_leaf(m, "pdfaid:part", "3");
	markup_leaf(m, "pdfaid:conformance", "A");
	markup_leaf(m, "pdfuaid:part", "1");
	uaid_schema(m);
	markup_close(m);
}

static void xmp(struct finish *f, const struct facts *s)
{
	struct sink out;
	struct markup m;
	sink_start(&out, SIZE_MAX);
	markup_start(&m, &out, MARKUP_XML);
	markup_raw(&m, "<?xpacket begin=\"\xEF\xBB\xBF\" "
	               "id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n");
	markup_open(&m, "x:xmpmeta");
	markup_attr(&m, "xmlns:x", "adobe:ns:meta/");
	markup_open(&m, "rdf:RDF");
	markup_attr(&m, "xmlns:rdf",
	            "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
	description(&m, f->l->job, s);
	markup_close(&m);
	markup_close(&m);
	markup_raw(&m, "\n<?xpacket end=\"r\"?>");
	markup_end(&m);
	if (out.status)
		finish_fail(f, out.status);
	/* ISO 19005-3, 6.6.2.1: readable without a filter */
	qpdf_oh stream = stream_plain(
		f, buf_view(&out.buf));
	qpdf_oh dict = qpdf_oh_get_dict(f->q, stream);
	dict_set(f, dict, "/Type", object_name(f, "/Metadata"));
	dict_set(f, dict, "/Subtype", object_name(f, "/XML"));
	dict_set(f, qpdf_get_root(f->q), "/Metadata", stream);
	sink_free(&out);
}

/* -- colours -------------------------------------------------------------- */

static void intent(struct finish *f)
{
	static const char condition[] = "sRGB IEC61966-2.1";
	qpdf_oh profile = stream_deflated(
		f, (struct span){ (const char *)srgb, sizeof srgb });
	qpdf_oh one = dict_new(f);
	qpdf_oh list = qpdf_oh_new_array(f->q);
	dict_set(f, qpdf_oh_get_dict(f->q, profile), "/N", object_int(f, 3));
	dict_set(f, one, "/Type", object_name(f, "/OutputIntent"));
	dict_set(f, one, "/S", object_name(f, "/GTS_PDFA1"));
	dict_set(f, one, "/OutputConditionIdentifier",
	         object_bytes(f, condition));
	dict_set(f, one, "/Info", object_bytes(f, condition));
	dict_set(f, one, "/DestOutputProfile", profile);
	array_add(f, list, one);
	dict_set(f, qpdf_get_root(f->q), "/OutputIntents", list);
}

/* -- files ---------------------------------------------------------------- */

/* "/application#2fxml": a name carries no slash (PDF 1.7, 7.3.5). */
static qpdf_oh media_type(struct finish *f, const char *type)
{
	struct buf name = { 0 };
	buf_byte(&name, '/');
	for (const char *p = type; *p; p++) {
		if (*p == '/')
			buf_puts(&name, "#2f");
		else
			buf_byte(&name, *p);
	}
	qpdf_oh o = qpdf_oh_parse(f->q, buf_text(&name));
	buf_free(&name);
	return o;
}

static qpdf_oh file(struct finish *f, const struct attached *a,
                    const struct facts *s)
{
	qpdf_oh stream = stream_deflated(f, a->data);
	qpdf_oh dict = qpdf_oh_get_dict(f->q, stream);
	qpdf_oh params = dict_new(f);
	qpdf_oh spec = dict_new(f);
	qpdf_oh ef = dict_new(f);
	struct buf relation = { 0 };
	buf_byte(&relation, '/');
	buf_puts(&relation, a->relationship);
	dict_set(f, params, "/Size", object_int(f, a->data.len));
	set_text(f, params, "/ModDate", &s->changed);
	dict_set(f, dict, "/Type", object_name(f, "/EmbeddedFile"));
	dict_set(f, dict, "/Subtype", media_type(f, a->media_type));
	dict_set(f, dict, "/Params", params);
	dict_set(f, ef, "/F", stream);
	dict_set(f, ef, "/UF", stream);
	dict_set(f, spec, "/Type", object_name(f, "/Filespec"));
	dict_set(f, spec, "/F", object_bytes(f, a->name));
	dict_set(f, spec, "/UF", object_text(f, a->name));
	dict_set(f, spec, "/Desc", object_text(f, a->description));
	dict_set(f, spec, "/AFRelationship",
	         object_name(f, buf_text(&relation)));
	dict_set(f, spec, "/EF", ef);
	buf_free(&relation);
	return indirect(f, spec);
}

/* The names of a name tree are in order (PDF 1.7, 7.9.6). */
static const struct attached *after(const struct job *j, const char *name)
{
	const struct attached *next = NULL;
	for (size_t i = 0; i < j->attached_count; i++) {
		const struct attached *a = &j->attached[i];
		if ((!name || strcmp(a->name, name) > 0) &&
		    (!next || strcmp(a->name, next->name) < 0))
			next = a;
	}
	return next;
}

static void files(struct finish *f, const struct facts *s)
{
	const struct job *j = f->l->job;
	qpdf_oh catalog = qpdf_get_root(f->q);
	qpdf_oh list = qpdf_oh_new_array(f->q);
	qpdf_oh pairs = qpdf_oh_new_array(f->q);
	qpdf_oh tree = dict_new(f);
	qpdf_oh names = dict_new(f);
	for (const struct attached *a = after(j, NULL); a;
	     a = after(j, a->name)) {
		qpdf_oh spec = file(f, a, s);
		array_add(f, list, spec);
		array_add(f, pairs, object_bytes(f, a->name));
		array_add(f, pairs, spec);
	}
	dict_set(f, tree, "/Names", pairs);
	dict_set(f, names, "/EmbeddedFiles", tree);
	dict_set(f, catalog, "/Names", names);
	dict_set(f, catalog, "/AF", list);
}

void meta_build(struct finish *f)
{
	struct facts s = { 0 };
	qpdf_oh catalog = qpdf_get_root(f->q);
	status st = gather(f->l->job, &s);
	if (st)
		finish_fail(f, st);
	info(f, &s);
	xmp(f, &s);
	intent(f);
	files(f, &s);
	dict_set(f, catalog, "/Lang", object_bytes(f, f->l->job->tag));
	dict_set(f, catalog, "/ViewerPreferences",
	         qpdf_oh_parse(f->q, "<< /DisplayDocTitle true >>"));
	facts_free(&s);
}
