/* dir.c - a folder and a relative reference in; bytes of a file below, out. */
#include "base/alloc.h"
#include "base/base.h"
#include "base/limits.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>
#ifdef SYS_openat2
#include <linux/openat2.h>
#endif

enum {
	PATH_ROOM = 4096,
	FIRST_READ = 4096,
	MOST_TRIES = 64,
	/* not to hang on a pipe, nor to get a terminal */
	FILE_FLAGS = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY
};

struct prfmt_dir {
	int fd;
};

prfmt_status prfmt_dir_open(const char *path, prfmt_dir **out)
{
	if (!out)
		return PRFMT_EINVAL;
	*out = NULL;
	if (!path)
		return PRFMT_EINVAL;
	prfmt_dir *dir = mem_zero(1, sizeof *dir);
	if (!dir)
		return PRFMT_ENOMEM;
	dir->fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (dir->fd < 0) {
		int why = errno;
		mem_free(dir);
		errno = why;
		return PRFMT_EIO;
	}
	*out = dir;
	return PRFMT_OK;
}

void prfmt_dir_close(prfmt_dir *dir)
{
	if (!dir)
		return;
	close(dir->fd);
	mem_free(dir);
}

static int hex(char c)
{
	static const char digits[] = "0123456789abcdefABCDEF";
	const char *at = c ? strchr(digits, c) : NULL;
	int value = at ? (int)(at - digits) : -1;
	return value > 15 ? value - 6 : value;
}

/* The next byte of the path, decoded; NUL: one that no name may have, and an
   encoded slash is none either (RFC 3986, 2.2: it is data, not a divider). */
static char next_byte(const char **at)
{
	unsigned char c = (unsigned char)**at;
	bool encoded = c == '%';
	if (encoded) {
		int high = hex((*at)[1]);
		int low = high < 0 ? -1 : hex((*at)[2]);
		if (low < 0)
			return '\0';
		c = (unsigned char)(high * 16 + low);
	}
	*at += encoded ? 3 : 1;
	bool bad = encoded ? c == '/' : c == '?' || c == '#';
	return bad || c < 0x20 || c == 0x7F || c == '\\' ? '\0' : (char)c;
}

/* Empty ones make a path absolute, a host, or end it in a slash. */
static bool parts_good(const char *path)
{
	for (;;) {
		size_t n = strcspn(path, "/");
		if (!n || (n == 2 && !memcmp(path, "..", 2)))
			return false;
		if (!path[n])
			return true;
		path += n + 1;
	}
}

static bool path_of(const char *uri, char path[static PATH_ROOM])
{
	/* RFC 3986, 4.2: a colon in the first part would make it a scheme */
	if (uri[strcspn(uri, ":/")] == ':')
		return false;
	size_t len = 0;
	while (*uri) {
		char c = next_byte(&uri);
		if (!c || len == PATH_ROOM - 1)
			return false;
		path[len++] = c;
	}
	path[len] = '\0';
	return parts_good(path);
}

/* Part by part, following no link at all; path is taken apart. */
static int open_parts(int dir, char *path)
{
	int at = dir;
	char *slash = NULL;
	while (at >= 0 && (slash = strchr(path, '/'))) {
		*slash = '\0';
		int next = openat(at, path, O_RDONLY | O_DIRECTORY |
		                                O_NOFOLLOW | O_CLOEXEC);
		if (at != dir)
			close(at);
		at = next;
		path = slash + 1;
	}
	if (at < 0)
		return -1;
	int fd = openat(at, path, FILE_FLAGS | O_NOFOLLOW);
	if (at != dir)
		close(at);
	return fd;
}

#ifdef SYS_openat2
/* Links that stay below the folder are followed, others end in EXDEV. */
static int open_below(int dir, char *path)
{
	struct open_how how;
	memset(&how, 0, sizeof how);
	how.flags = FILE_FLAGS;
	how.resolve = RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS;
	long fd = -1;
	for (int i = 0; i < MOST_TRIES; i++) {
		fd = syscall(SYS_openat2, dir, path, &how, sizeof how);
		/* EAGAIN: something was renamed while the path was walked */
		if (fd >= 0 || (errno != EAGAIN && errno != EINTR))
			break;
	}
	/* an older kernel, or a sandbox that does not know the call */
	if (fd < 0 && (errno == ENOSYS || errno == EPERM))
		return open_parts(dir, path);
	return (int)fd;
}
#else
static int open_below(int dir, char *path)
{
	return open_parts(dir, path);
}
#endif

static void blob_done(void *user, const void *data)
{
	(void)user;
	mem_free((void *)(uintptr_t)data);
}

/* Room for what is read next, at most for one byte more than `most`: when that
   one comes, it is too much. */
static status more_room(char **data, size_t len, size_t *cap, size_t most)
{
	if (len < *cap)
		return PRFMT_OK;
	if (len > most)
		return PRFMT_ELIMIT;
	size_t next = len < FIRST_READ ? FIRST_READ : len;
	if (!size_add(next, next, &next) || next > most)
		next = most;
	if (!size_add(next, 1, &next))
		return PRFMT_ENOMEM;
	char *grown = mem_grow(*data, next);
	if (!grown)
		return PRFMT_ENOMEM;
	*data = grown;
	*cap = next;
	return PRFMT_OK;
}

/* Read to its end: the size may change while we do, or be a lie (in /proc). */
static status read_all(int fd, size_t size, size_t most, prfmt_blob *out)
{
	size_t cap = 0;
	size_t len = 0;
	if (!size_add(size, 1, &cap))
		return PRFMT_ENOMEM;
	char *data = mem_alloc(cap);
	status st = data ? PRFMT_OK : PRFMT_ENOMEM;
	while (!st) {
		ssize_t n = read(fd, data + len, cap - len);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			st = PRFMT_EASSET;
		if (n <= 0)
			break;
		len += (size_t)n;
		st = more_room(&data, len, &cap, most);
	}
	if (st) {
		mem_free(data);
		return st;
	}
	out->data = data;
	out->len = len;
	out->done = blob_done;
	return PRFMT_OK;
}

prfmt_status prfmt_dir_asset(void *dir, const prfmt_asset_request *what,
                             prfmt_blob *out)
{
	if (!out)
		return PRFMT_EINVAL;
	out->data = NULL;
	out->len = 0;
	out->done = NULL;
	if (!dir || !what || !what->uri)
		return PRFMT_EINVAL;
	char path[PATH_ROOM];
	if (!path_of(what->uri, path))
		return PRFMT_EASSET;
	int fd = open_below(((const prfmt_dir *)dir)->fd, path);
	if (fd < 0)
		return errno == ENOMEM ? PRFMT_ENOMEM : PRFMT_EASSET;
	size_t most = what->max_bytes ? what->max_bytes : LIMIT_ASSET_BYTES;
	struct stat file;
	status st = PRFMT_EASSET;
	if (!fstat(fd, &file) && S_ISREG(file.st_mode)) {
		uintmax_t size = (uintmax_t)file.st_size;
		st = size > most ? PRFMT_ELIMIT
		                 : read_all(fd, (size_t)size, most, out);
	}
	close(fd);
	return st;
}
