/* job.h - what a renderer is given: one release, one format, one sink. */
#ifndef RENDER_JOB_H
#define RENDER_JOB_H

#include "asset/asset.h"
#include "base/base.h"
#include "base/diag.h"
#include "lang/lang.h"
#include "model/release.h"
#include "sink/sink.h"
#include "theme/theme.h"

struct render_cache;
struct attached { /* a file inside a PDF */
	const char *name;
	const char *media_type;
	const char *relationship; /* AFRelationship (ISO 32000-2, 7.11.3) */
	const char *description;
	struct span data;
};

struct job {
	const prfmt_release *rel;
	const char *tag;         /* xml:lang of the release, "en-GB" */
	const struct lang *lang;
	enum release_state state;
	struct assets *assets;
	const prfmt_limits *limits;
	struct diags *diags;
	const char *paper;       /* "a4" or "letter" */
	const struct theme *theme;
	bool placeholder;        /* missing pictures: a frame */
	prfmt_poll_fn poll;
	void *poll_user;
	const struct attached *attached; /* PDF */
	size_t attached_count;
	struct render_cache *cache; /* the context's (render.h) */
	prfmt_report *report;    /* never NULL; pages, css_sha256 */
	bool for_pdf;            /* NewsML inside a PDF: no remoteContent of it,
	                            and no ednote, as anyone may open it */
};

/* PRFMT_ECANCEL when the host wants to stop. */
status job_poll(const struct job *j, prfmt_stage stage, size_t pages,
                size_t bytes) MUST_USE;

typedef status (*render_fn)(struct job *j, struct sink *out);

status render_html(struct job *j, struct sink *out) MUST_USE;
status render_newsml(struct job *j, struct sink *out) MUST_USE;
status render_xml(struct job *j, struct sink *out) MUST_USE;
status render_xml_public(struct job *j, struct sink *out) MUST_USE;
status render_text(struct job *j, struct sink *out) MUST_USE;
status render_pdf(struct job *j, struct sink *out) MUST_USE;

#endif
