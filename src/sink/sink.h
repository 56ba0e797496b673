/* sink.h - where the bytes of a result go. The first error sticks. */
#ifndef SINK_SINK_H
#define SINK_SINK_H

#include "base/base.h"
#include "base/buf.h"

/* A writer puts without looking and reads `status` at the end; everything is
   kept in memory, so nothing leaves before the whole result is right. */
struct sink {
	struct buf buf;
	size_t most; /* bytes; more is PRFMT_ELIMIT */
	status status;
};

void sink_start(struct sink *s, size_t most);
void sink_put(struct sink *s, const char *at, size_t len);
void sink_free(struct sink *s);

/* Atomic publication of finished bytes to a path: stage all, then publish
   all. A regular file (or none) is replaced at once; another kind of target
   (device, pipe) is written to at publication. */
struct staged;
status sink_stage(const char *path, const void *data, size_t len,
                  struct staged **out) MUST_USE; /* EIO: errno is set */
status sink_publish(struct staged *s) MUST_USE;  /* and frees it */
void sink_discard(struct staged *s);             /* NULL is fine */

#endif
