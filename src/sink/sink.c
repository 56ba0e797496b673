/* sink.c - pieces of a result in, one capped buffer out. */
#include "sink/sink.h"

void sink_start(struct sink *s, size_t most)
{
	*s = (struct sink){ .most = most };
}

void sink_put(struct sink *s, const char *at, size_t len)
{
	if (s->status)
		return;
	if (len > s->most - s->buf.len) {
		s->status = PRFMT_ELIMIT;
		return;
	}
	buf_add(&s->buf, at, len);
	s->status = s->buf.status;
}

void sink_free(struct sink *s)
{
	buf_free(&s->buf);
	*s = (struct sink){ 0 };
}
