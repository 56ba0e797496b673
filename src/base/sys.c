/* sys.c - errno values to plain words. */
#include "base/sys.h"

#include "base/base.h"

#include <errno.h>

static const struct {
	int error;
	const char *words;
} reasons[] = {
	{ ENOENT, "no such file or folder" },
	{ EACCES, "permission denied" },
	{ EPERM, "not permitted" },
	{ EISDIR, "it is a folder" },
	{ ENOTDIR, "a part of the path is not a folder" },
	{ ENOSPC, "no space left on the device" },
	{ EDQUOT, "the quota is used up" },
	{ EROFS, "the file system is read-only" },
	{ EFBIG, "the file is too large" },
	{ EMFILE, "too many open files" },
	{ ENFILE, "too many open files" },
	{ ELOOP, "too many symbolic links" },
	{ ENAMETOOLONG, "the name is too long" },
	{ EPIPE, "nobody reads the pipe" },
	{ EIO, "input/output error" },
	{ ETXTBSY, "the file is in use" },
	{ ENXIO, "no such device" },
	{ ENOMEM, "out of memory" },
};

const char *sys_reason(int error)
{
	for (size_t i = 0; i < COUNT(reasons); i++)
		if (reasons[i].error == error)
			return reasons[i].words;
	return "the system refused";
}
