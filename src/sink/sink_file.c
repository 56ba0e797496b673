/* sink_file.c - finished bytes in; a file that is the old or the new, out. */
#include "sink/sink.h"

#include "base/alloc.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
	MOST_LINKS = 40, /* as many as Linux follows */
	MOST_NAMES = 100,
	LINK_ROOM = 4096,
	COPY_ROOM = 16 << 10
};

struct staged {
	struct buf path; /* the file itself, links followed */
	size_t name;     /* where its last part starts in path */
	int dir;         /* its folder; -1: none open */
	int fd;          /* the new content; -1: none open */
	char temp[32];   /* name of the new content in dir; "": it has none */
	mode_t mode;
	bool exists;
	bool as_is; /* a device or pipe: `data` is written at publication */
	struct buf data;
};

static status refuse(int why)
{
	errno = why;
	return PRFMT_EIO;
}

static status write_all(int fd, const char *at, size_t len)
{
	while (len) {
		ssize_t n = write(fd, at, len);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return PRFMT_EIO;
		if (n == 0) /* a device that takes nothing would hold us here */
			return refuse(EIO);
		at += n;
		len -= (size_t)n;
	}
	return PRFMT_OK;
}

static status sync_file(int fd)
{
	int failed = 0;
	do
		failed = fsync(fd);
	while (failed && errno == EINTR);
	/* some file systems have nothing to flush and say so */
	bool none = failed && (errno == EINVAL || errno == ENOSYS ||
	                       errno == EOPNOTSUPP);
	return failed && !none ? PRFMT_EIO : PRFMT_OK;
}

static size_t name_at(const struct buf *path)
{
	size_t n = path->len;
	while (n && path->at[n - 1] != '/')
		n--;
	return n;
}

/* What links point to is replaced, the links stay. By hand, as realpath()
   wants the file to exist. */
static status follow(struct buf *path)
{
	char to[LINK_ROOM];
	for (int i = 0; i < MOST_LINKS; i++) {
		ssize_t n = readlink(buf_text(path), to, sizeof to);
		if (n < 0 && (errno == EINVAL || errno == ENOENT))
			return PRFMT_OK;
		if (n < 0)
			return PRFMT_EIO;
		if (n == (ssize_t)sizeof to)
			return refuse(ENAMETOOLONG);
		path->len = n && to[0] == '/' ? 0 : name_at(path);
		buf_add(path, to, (size_t)n);
		if (path->status)
			return path->status;
	}
	return refuse(ELOOP);
}

/* What is there now, and what follows from it. */
static status look(struct staged *s)
{
	struct stat st;
	s->mode = 0666; /* the kernel takes the umask off */
	if (stat(buf_text(&s->path), &st))
		return errno == ENOENT ? follow(&s->path) : PRFMT_EIO;
	if (S_ISDIR(st.st_mode))
		return refuse(EISDIR);
	if (!S_ISREG(st.st_mode)) {
		s->as_is = true;
		return PRFMT_OK;
	}
	s->exists = true;
	/* no set-uid: the new file may have another owner */
	s->mode = st.st_mode & 0777;
	status followed = follow(&s->path);
	if (followed)
		return followed;
	/* a link in /proc may lead to a file that has lost its name */
	struct stat real;
	if (lstat(buf_text(&s->path), &real))
		return PRFMT_EIO;
	if (real.st_dev != st.st_dev || real.st_ino != st.st_ino)
		return refuse(ESTALE);
	/* rename() would replace a file that is protected from writing */
	if (faccessat(AT_FDCWD, buf_text(&s->path), W_OK, AT_EACCESS))
		return PRFMT_EIO;
	return PRFMT_OK;
}

static status open_folder(struct staged *s)
{
	s->name = name_at(&s->path);
	char *name = s->path.at + s->name;
	if (!*name)
		return refuse(s->path.len ? EISDIR : ENOENT);
	char first = *name;
	*name = '\0';
	const char *folder = s->name ? s->path.at : ".";
	s->dir = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	*name = first;
	return s->dir < 0 ? PRFMT_EIO : PRFMT_OK;
}

/* Its length does not depend on the target's, which may be the longest that
   the file system takes. */
static bool fresh_name(char name[static 32])
{
	static const char hex[] = "0123456789abcdef";
	unsigned char noise[8];
	if (getentropy(noise, sizeof noise))
		return false;
	size_t at = 0;
	for (const char *c = ".prfmt-"; *c; c++)
		name[at++] = *c;
	for (size_t i = 0; i < sizeof noise; i++) {
		name[at++] = hex[noise[i] >> 4];
		name[at++] = hex[noise[i] & 15];
	}
	name[at] = '\0';
	return true;
}

static int open_named(struct staged *s)
{
	int fd = -1;
	for (int i = 0; i < MOST_NAMES && fresh_name(s->temp); i++) {
		fd = openat(s->dir, s->temp,
		            O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, s->mode);
		if (fd >= 0 || errno != EEXIST)
			break;
	}
	if (fd < 0)
		s->temp[0] = '\0';
	return fd;
}

#ifdef O_TMPFILE
static int open_unnamed(const struct staged *s)
{
	return openat(s->dir, ".", O_RDWR | O_TMPFILE | O_CLOEXEC, s->mode);
}

/* AT_EMPTY_PATH may want a privilege, /proc may not be there: either does. */
static int link_unnamed(const struct staged *s, const char *name)
{
	int failed = linkat(s->fd, "", s->dir, name, AT_EMPTY_PATH);
	if (!failed || errno == EEXIST)
		return failed;
	char proc[48];
	snprintf(proc, sizeof proc, "/proc/self/fd/%d", s->fd);
	return linkat(AT_FDCWD, proc, s->dir, name, AT_SYMLINK_FOLLOW);
}
#else
static int open_unnamed(const struct staged *s)
{
	(void)s;
	return -1;
}

static int link_unnamed(const struct staged *s, const char *name)
{
	(void)s;
	(void)name;
	return -1;
}
#endif

/* All that is to be in the file is: make it last. */
static status settle(const struct staged *s, int fd)
{
	if (s->exists && fchmod(fd, s->mode))
		return PRFMT_EIO;
	return sync_file(fd);
}

static status stage_file(struct staged *s, const char *data, size_t len)
{
	status st = open_folder(s);
	if (st)
		return st;
	s->fd = open_unnamed(s);
	if (s->fd < 0)
		s->fd = open_named(s);
	if (s->fd < 0)
		return PRFMT_EIO;
	st = write_all(s->fd, data, len);
	return st ? st : settle(s, s->fd);
}

status sink_stage(const char *path, const void *data, size_t len,
                  struct staged **out)
{
	*out = NULL;
	struct staged *s = mem_zero(1, sizeof *s);
	if (!s)
		return PRFMT_ENOMEM;
	s->dir = -1;
	s->fd = -1;
	buf_puts(&s->path, path);
	status st = s->path.status;
	if (!st)
		st = look(s);
	if (!st && s->as_is) {
		buf_add(&s->data, data, len);
		st = s->data.status;
	} else if (!st) {
		st = stage_file(s, data, len);
	}
	if (st) {
		sink_discard(s);
		return st;
	}
	*out = s;
	return PRFMT_OK;
}

/* Where an unnamed file cannot get a name, its bytes go to a named one. */
static status copy_to_named(struct staged *s)
{
	int from = s->fd;
	s->fd = open_named(s);
	status st = s->fd < 0 ? PRFMT_EIO : PRFMT_OK;
	char piece[COPY_ROOM];
	off_t at = 0;
	while (!st) {
		ssize_t n = pread(from, piece, sizeof piece, at);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			st = PRFMT_EIO;
		if (n <= 0)
			break;
		st = write_all(s->fd, piece, (size_t)n);
		at += n;
	}
	if (!st)
		st = settle(s, s->fd);
	int why = errno;
	close(from);
	errno = why;
	return st;
}

static status give_name(struct staged *s)
{
	char name[sizeof s->temp];
	for (int i = 0; i < MOST_NAMES && fresh_name(name); i++) {
		if (!link_unnamed(s, name)) {
			memcpy(s->temp, name, sizeof name);
			return PRFMT_OK;
		}
		if (errno != EEXIST)
			break;
	}
	return copy_to_named(s);
}

static status publish_file(struct staged *s)
{
	status st = s->temp[0] ? PRFMT_OK : give_name(s);
	if (st)
		return st;
	const char *name = s->path.at + s->name;
	if (renameat(s->dir, s->temp, s->dir, name))
		return PRFMT_EIO;
	s->temp[0] = '\0';
	/* A failure here is not reported: the new file stands, and after a loss
	   of power it is still the old one or the new. */
	(void)sync_file(s->dir);
	return PRFMT_OK;
}

static status publish_as_is(struct staged *s)
{
	const char *path = buf_text(&s->path);
	do
		s->fd = open(path, O_WRONLY | O_NOCTTY | O_CLOEXEC);
	while (s->fd < 0 && errno == EINTR);
	struct stat st;
	if (s->fd < 0 || fstat(s->fd, &st))
		return PRFMT_EIO;
	/* it was a device or pipe; a file put there since is not ours */
	if (S_ISREG(st.st_mode))
		return refuse(ESTALE);
	status wrote = write_all(s->fd, s->data.at, s->data.len);
	if (wrote)
		return wrote;
	int failed = close(s->fd);
	s->fd = -1;
	return failed && errno != EINTR ? PRFMT_EIO : PRFMT_OK;
}

status sink_publish(struct staged *s)
{
	status st = s->as_is ? publish_as_is(s) : publish_file(s);
	sink_discard(s);
	return st;
}

void sink_discard(struct staged *s)
{
	if (!s)
		return;
	int why = errno; /* the caller's, of what went wrong before */
	if (s->temp[0])
		unlinkat(s->dir, s->temp, 0);
	if (s->fd >= 0)
		close(s->fd);
	if (s->dir >= 0)
		close(s->dir);
	buf_free(&s->path);
	buf_free(&s->data);
	mem_free(s);
	errno = why;
}
