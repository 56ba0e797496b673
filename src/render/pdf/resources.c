/* resources.c - what cairo leaves out of fonts and puts into pictures. */
#include "render/pdf/finish.h"

#include "base/alloc.h"

struct work { /* resource dictionaries still to be looked at */
	struct finish *f;
	qpdf_oh *todo;
	size_t count;
	size_t cap;
	unsigned char *seen; /* by object number */
	size_t seen_cap;
};

static void push(struct work *w, qpdf_oh resources)
{
	void *todo = w->todo;
	if (!qpdf_oh_is_dictionary(w->f->q, resources))
		return;
	if (!mem_room(&todo, w->count, &w->cap, sizeof *w->todo)) {
		finish_fail(w->f, PRFMT_ENOMEM);
		return;
	}
	w->todo = todo;
	w->todo[w->count++] = resources;
}

/* False: it was looked at already. */
static bool is_new(struct work *w, qpdf_oh object)
{
	int id = qpdf_oh_get_object_id(w->f->q, object);
	if (id <= 0)
		return true;
	size_t at = (size_t)id;
	if (at >= w->seen_cap) {
		size_t cap = at * 2;
		unsigned char *seen = mem_zero(cap, 1);
		if (!seen) {
			finish_fail(w->f, PRFMT_ENOMEM);
			return false;
		}
		for (size_t i = 0; i < w->seen_cap; i++)
			seen[i] = w->seen[i];
		mem_free(w->seen);
		w->seen = seen;
		w->seen_cap = cap;
	}
	bool new = !w->seen[at];
	w->seen[at] = 1;
	return new;
}

/* ISO 19005-3, 6.2.11.3.2: an embedded CIDFontType2 says how its glyphs are
   numbered; cairo's are Identity. */
static void font(struct work *w, qpdf_oh o)
{
	qpdf_data q = w->f->q;
	qpdf_oh type = qpdf_oh_get_key(q, o, "/Subtype");
	if (qpdf_oh_is_name_and_equals(q, type, "/Type3"))
		push(w, qpdf_oh_get_key(q, o, "/Resources"));
	if (!qpdf_oh_is_name_and_equals(q, type, "/Type0"))
		return;
	qpdf_oh list = qpdf_oh_get_key(q, o, "/DescendantFonts");
	qpdf_oh one = qpdf_oh_get_array_item(q, list, 0);
	if (qpdf_oh_is_name_and_equals(q, qpdf_oh_get_key(q, one, "/Subtype"),
	                               "/CIDFontType2"))
		dict_set(w->f, one, "/CIDToGIDMap",
		         object_name(w->f, "/Identity"));
}

/* ISO 19005-3, 6.2.8: no Interpolate, in masks neither. */
static void xobject(struct work *w, qpdf_oh o)
{
	qpdf_data q = w->f->q;
	qpdf_oh dict = qpdf_oh_get_dict(q, o);
	qpdf_oh_remove_key(q, dict, "/Interpolate");
	qpdf_oh mask = qpdf_oh_get_key(q, dict, "/SMask");
	if (qpdf_oh_is_stream(q, mask))
		qpdf_oh_remove_key(q, qpdf_oh_get_dict(q, mask),
		                   "/Interpolate");
	push(w, qpdf_oh_get_key(q, dict, "/Resources"));
}

static void each(struct work *w, qpdf_oh dict,
                 void (*mend)(struct work *, qpdf_oh))
{
	qpdf_data q = w->f->q;
	qpdf_oh *values = NULL;
	size_t count = 0;
	size_t cap = 0;
	if (!qpdf_oh_is_dictionary(q, dict))
		return;
	/* the iterator is one for the whole document: first collect */
	qpdf_oh_begin_dict_key_iter(q, dict);
	while (qpdf_oh_dict_more_keys(q) && !w->f->status) {
		const char *key = qpdf_oh_dict_next_key(q);
		void *grown = values;
		if (!mem_room(&grown, count, &cap, sizeof *values)) {
			finish_fail(w->f, PRFMT_ENOMEM);
			break;
		}
		values = grown;
		values[count++] = qpdf_oh_get_key(q, dict, key);
	}
	for (size_t i = 0; i < count && !w->f->status; i++)
		if (is_new(w, values[i]))
			mend(w, values[i]);
	mem_free(values);
}

void resources_mend(struct finish *f)
{
	struct work w = { .f = f };
	for (size_t i = 0; i < f->d->page_count; i++)
		push(&w, qpdf_oh_get_key(f->q, f->pages[i], "/Resources"));
	while (w.count && !f->status) {
		qpdf_oh r = w.todo[--w.count];
		each(&w, qpdf_oh_get_key(f->q, r, "/Font"), font);
		each(&w, qpdf_oh_get_key(f->q, r, "/XObject"), xobject);
	}
	mem_free(w.todo);
	mem_free(w.seen);
}
