/* render.c - one release and a format in; its bytes in a sink out. */
#include "render/render.h"

#include "base/text.h"
#include "check/check.h"
#include "render/job.h"
#ifdef PRFMT_PDF
#include "render/pdf/fonts.h"
#endif

#include <string.h>

#ifdef PRFMT_PDF
#define HAS_PDF 1
#define RENDER_PDF render_pdf
#else
#define HAS_PDF 0
#define RENDER_PDF NULL
#endif

/* NULL: named so that suffixes keep their meaning, but not in this build. */
static const struct format {
	prfmt_format_info info;
	render_fn render;
} formats[] = {
	{ { PRFMT_FORMAT_HTML, "html", ".html", "text/html", 0, 1 },
	  render_html },
	{ { PRFMT_FORMAT_PDF, "pdf", ".pdf", "application/pdf", 1, HAS_PDF },
	  RENDER_PDF },
	{ { PRFMT_FORMAT_NEWSML, "newsml", ".newsml.xml",
	    "application/vnd.iptc.g2.newsitem+xml", 0, 1 },
	  render_newsml },
	{ { PRFMT_FORMAT_XML, "xml", ".xml", "application/xml", 0, 1 },
	  render_xml },
	{ { PRFMT_FORMAT_TEXT, "text", ".txt", "text/plain", 0, 1 },
	  render_text },
	{ { PRFMT_FORMAT_PNG, "png", ".png", "image/png", 1, 0 }, NULL },
	{ { PRFMT_FORMAT_NITF, "nitf", ".nitf.xml", "application/nitf+xml", 0,
	    0 },
	  NULL },
	{ { PRFMT_FORMAT_NINJS, "ninjs", ".ninjs.json", "application/json", 0,
	    0 },
	  NULL },
	{ { PRFMT_FORMAT_EMAIL, "email", ".eml", "message/rfc822", 0, 0 },
	  NULL },
};

const prfmt_format_info *format_at(size_t i)
{
	return i < COUNT(formats) ? &formats[i].info : NULL;
}

static const struct format *format_of(prfmt_format f)
{
	for (size_t i = 0; i < COUNT(formats); i++)
		if (formats[i].info.format == f && formats[i].render)
			return &formats[i];
	return NULL;
}

status job_poll(const struct job *j, prfmt_stage stage, size_t pages,
                size_t bytes)
{
	prfmt_progress where = PRFMT_INIT(prfmt_progress);
	where.stage = stage;
	where.pages = (uint32_t)pages;
	where.bytes = bytes;
	if (j->poll && j->poll(j->poll_user, &where))
		return PRFMT_ECANCEL;
	return PRFMT_OK;
}

void render_cache_free(struct render_cache *c)
{
#ifdef PRFMT_PDF
	fonts_free(c->fonts);
#endif
	c->fonts = NULL;
}

enum { ATTACHED = 2 };

/* A PDF carries its source and the wire's form of it; it cannot name its own
   size, so the NewsML-G2 in it leaves the PDF out. */
static status attachments(struct job *j, struct sink *xml,
                          struct sink *newsml, struct attached *list)
{
	/* what the wire's form lacks is no matter of this PDF */
	struct diags *said = j->diags;
	struct diags quiet;
	diags_start(&quiet, j->limits->diagnostics);
	j->diags = &quiet;
	j->for_pdf = true;
	status st = render_xml_public(j, xml);
	if (!st)
		st = render_newsml(j, newsml);
	j->for_pdf = false;
	j->diags = said;
	diags_free(&quiet);
	list[0] = (struct attached){
		"release.xml", "application/xml", "Source",
		"The release as structured data",
		{ buf_text(&xml->buf), xml->buf.len },
	};
	list[1] = (struct attached){
		"release.newsml.xml", "application/vnd.iptc.g2.newsitem+xml",
		"Alternative", "The release as NewsML-G2",
		{ buf_text(&newsml->buf), newsml->buf.len },
	};
	j->attached = list;
	j->attached_count = ATTACHED;
	return st;
}

/* The theme's logo for an issuer that has none, in a copy of the release that
   only what is drawn is made from. */
static status dress(struct job *j, prfmt_release **out)
{
	const struct theme *t = j->theme;
	const node *bare = node_child(release_head(j->rel), PRFMT_EL_ISSUER);
	while (bare && node_child(bare, PRFMT_EL_LOGO))
		bare = node_sibling(bare, PRFMT_EL_ISSUER);
	*out = NULL;
	if (!t->logo_src || !bare)
		return PRFMT_OK;
	status st = t->logo.at ? assets_give(j->assets, t->logo_src, t->logo)
	                       : PRFMT_OK;
	if (!st)
		st = release_clone(j->rel, out);
	if (st)
		return st;
	node *issuer = (node *)(uintptr_t)node_child(release_head(*out),
	                                             PRFMT_EL_ISSUER);
	while (node_child(issuer, PRFMT_EL_LOGO))
		issuer = (node *)(uintptr_t)node_sibling(issuer,
		                                         PRFMT_EL_ISSUER);
	const struct place nowhere = { 0, 0, 0 };
	node *logo = node_add(*out, issuer, PRFMT_EL_LOGO, nowhere);
	if (!logo)
		return PRFMT_ENOMEM;
	st = node_set(*out, logo, PRFMT_AT_SRC, text_span(t->logo_src),
	              nowhere);
	return st ? st : node_set(*out, logo, PRFMT_AT_ALT,
	                          text_span(t->logo_alt), nowhere);
}

static status draw(const struct format *f, struct job *j, struct sink *out)
{
	prfmt_release *dressed = NULL;
	const prfmt_release *bare = j->rel;
	status st = f->info.format == PRFMT_FORMAT_PDF ||
	                            f->info.format == PRFMT_FORMAT_HTML
	                    ? dress(j, &dressed)
	                    : PRFMT_OK;
	if (dressed)
		j->rel = dressed;
	if (!st)
		st = f->render(j, out);
	j->rel = bare;
	release_free(dressed);
	return st;
}

static status run(const struct format *f, struct job *j, struct sink *out)
{
	struct sink xml;
	struct sink newsml;
	struct attached list[ATTACHED];
	status st = job_poll(j, PRFMT_STAGE_CHECK, 0, 0);
	if (st || f->info.format != PRFMT_FORMAT_PDF)
		return st ? st : draw(f, j, out);
	sink_start(&xml, j->limits->output_bytes);
	sink_start(&newsml, j->limits->output_bytes);
	st = attachments(j, &xml, &newsml, list);
	if (!st)
		st = draw(f, j, out);
	else if (xml.status == st || newsml.status == st)
		out->status = st; /* what they hold would be in it */
	sink_free(&xml);
	sink_free(&newsml);
	return st;
}

static status parse_now(const char *now, struct diags *d,
                        struct instant *out)
{
	if (!date_instant(text_span(now), out))
		return PRFMT_OK;
	diags_source(d, "", (struct span){ "", 0 });
	diags_say(d, CODE_NOW, (struct place){ 0, 0, 0 }, 0,
	          "now=\"%.40s\" is not an instant with an offset", now);
	return PRFMT_EINVAL;
}

static prfmt_render_options options(const prfmt_render_options *given)
{
	prfmt_render_options o = PRFMT_INIT(prfmt_render_options);
	if (given)
		memcpy(&o, given,
		       given->size < sizeof o ? given->size : sizeof o);
	return o;
}

static status with_assets(const prfmt_render_options *opt,
                          const struct format *f, struct job *j,
                          struct sink *out)
{
	status st = assets_new(opt->asset, opt->asset_user, j->limits,
	                       &j->assets);
	if (st)
		return st;
	st = run(f, j, out);
	assets_free(j->assets);
	if (!st)
		st = out->status;
	if (!st)
		st = job_poll(j, PRFMT_STAGE_WRITE, j->report->pages,
		              out->buf.len);
	if (st == PRFMT_ELIMIT && out->status == PRFMT_ELIMIT)
		diags_say(j->diags, CODE_LIMIT, (struct place){ 0, 0, 0 }, 0,
		          "the result is larger than %zu bytes (limit "
		          "output_bytes)",
		          j->limits->output_bytes);
	diags_sort(j->diags);
	if (!st && (opt->flags & PRFMT_STRICT) &&
	    diags_blocked(j->diags, PRFMT_BIT(f->info.format),
	                  PRFMT_WARNING))
		st = PRFMT_ECONTENT;
	return j->diags->status ? j->diags->status : st;
}

status render_release(const prfmt_release *rel, prfmt_format format,
                      const prfmt_render_options *given,
                      const prfmt_limits *limits, struct render_cache *cache,
                      struct diags *d, struct sink *out, prfmt_report *report)
{
	prfmt_render_options opt = options(given);
	const struct format *f = format_of(format);
	struct instant now;
	if (!f)
		return PRFMT_EFORMAT;
	status st = opt.now ? parse_now(opt.now, d, &now) : PRFMT_OK;
	if (!st)
		st = check_release(rel, PRFMT_BIT(format), d);
	if (st)
		return st;
	bool known = false;
	const char *tag = release_lang(rel);
	const struct theme *theme = opt.theme ? &opt.theme->look
	                                      : theme_plain();
	const char *paper = opt.paper      ? opt.paper
	                    : theme->paper ? theme->paper
	                                   : lang_paper(tag);
	if (strcmp(paper, "a4") && strcmp(paper, "letter"))
		return PRFMT_EINVAL;
	struct job j = {
		.rel = rel,
		.tag = tag,
		.lang = lang_find(tag, &known),
		.state = release_state(rel, opt.now ? &now : NULL),
		.limits = limits,
		.diags = d,
		.paper = paper,
		.theme = theme,
		.placeholder = opt.flags & PRFMT_PLACEHOLDER,
		.poll = opt.poll,
		.poll_user = opt.poll_user,
		.cache = cache,
		.report = report,
	};
	struct arena labels = { 0 };
	j.lang = label_changed(&labels, j.lang, tag, theme->labels);
	st = j.lang ? with_assets(&opt, f, &j, out) : PRFMT_ENOMEM;
	arena_free(&labels);
	return st;
}
