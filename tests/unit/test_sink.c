/* test_sink.c - results put, staged and published: whole, or not at all. */
#include "sink/sink.h"

#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <dirent.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

enum { ROOM = 4096, BIG = 3 << 20, NOBODY = 65534, SKIPPED = 77 };

static int folder(void **state)
{
	const char *tmp = getenv("TMPDIR");
	char *path = malloc(ROOM);
	if (!path)
		return -1;
	snprintf(path, ROOM, "%s/sinkXXXXXX", tmp && *tmp ? tmp : "/tmp");
	*state = path;
	return mkdtemp(path) && !chdir(path) ? 0 : -1;
}

static int folder_gone(void **state)
{
	struct dirent *e = NULL;
	DIR *d = opendir(*state);
	while (d && (e = readdir(d)))
		if (unlinkat(dirfd(d), e->d_name, 0))
			(void)unlinkat(dirfd(d), e->d_name, AT_REMOVEDIR);
	closedir(d);
	int failed = chdir("/") || rmdir(*state);
	free(*state);
	return failed;
}

static size_t entries(const char *path)
{
	size_t n = 0;
	DIR *d = opendir(path);
	while (d && readdir(d))
		n++;
	if (d)
		closedir(d);
	return n - 2; /* . and .. */
}

static void put_file(const char *path, const char *text, mode_t mode)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	assert_true(fd >= 0);
	assert_int_equal(write(fd, text, strlen(text)), strlen(text));
	assert_int_equal(fchmod(fd, mode), 0);
	close(fd);
}

static bool holds(const char *path, const char *text, size_t len)
{
	char *got = malloc(len + 1);
	int fd = open(path, O_RDONLY);
	size_t n = 0;
	ssize_t more = 1;
	while (got && fd >= 0 && n <= len && more > 0) {
		more = read(fd, got + n, len + 1 - n);
		n += more > 0 ? (size_t)more : 0;
	}
	if (fd >= 0)
		close(fd);
	bool same = got && fd >= 0 && n == len && !memcmp(got, text, len);
	free(got);
	return same;
}

static mode_t mode_of(const char *path)
{
	struct stat st;
	return lstat(path, &st) ? 0 : st.st_mode;
}

static status save(const char *path, const char *text)
{
	struct staged *s = NULL;
	status st = sink_stage(path, text, strlen(text), &s);
	if (st && s)
		return PRFMT_EINTERNAL;
	return st ? st : sink_publish(s);
}

static void assert_refused(const char *path, int why)
{
	errno = 0;
	status st = save(path, "new");
	int got = errno;
	assert_int_equal(st, PRFMT_EIO);
	assert_int_equal(got, why);
}

/* -- sink ----------------------------------------------------------------- */

static void sink_keeps_order(void **state)
{
	(void)state;
	struct sink s;
	sink_start(&s, 6);
	sink_put(&s, "abc", 3);
	sink_put(&s, "", 0);
	sink_put(&s, "def", 3);
	assert_int_equal(s.status, PRFMT_OK);
	assert_int_equal(s.buf.len, 6);
	assert_string_equal(buf_text(&s.buf), "abcdef");
	sink_free(&s);
	assert_int_equal(s.buf.len, 0);
}

static void sink_limit_sticks(void **state)
{
	(void)state;
	struct sink s;
	sink_start(&s, 4);
	sink_put(&s, "abc", 3);
	sink_put(&s, "de", 2);
	assert_int_equal(s.status, PRFMT_ELIMIT);
	sink_put(&s, "f", 1);
	assert_int_equal(s.status, PRFMT_ELIMIT);
	assert_int_equal(s.buf.len, 3);
	sink_free(&s);
}

static void sink_memory_sticks(void **state)
{
	(void)state;
	struct sink s;
	sink_start(&s, SIZE_MAX);
	s.buf.status = PRFMT_ENOMEM;
	sink_put(&s, "a", 1);
	assert_int_equal(s.status, PRFMT_ENOMEM);
	s.buf.status = PRFMT_OK;
	sink_put(&s, "b", 1);
	assert_int_equal(s.status, PRFMT_ENOMEM);
	assert_int_equal(s.buf.len, 0);
	sink_free(&s);
}

/* -- files ---------------------------------------------------------------- */

static void file_made(void **state)
{
	(void)state;
	mode_t old = umask(027);
	assert_int_equal(save("new.html", "hello"), PRFMT_OK);
	assert_int_equal(save("./empty.html", ""), PRFMT_OK);
	umask(old);
	assert_true(holds("new.html", "hello", 5));
	assert_true(holds("empty.html", "", 0));
	assert_int_equal(mode_of("new.html"), S_IFREG | 0640);
	assert_int_equal(entries("."), 2);
}

static void file_replaced(void **state)
{
	char path[ROOM + 16];
	snprintf(path, sizeof path, "%s/a.html", (const char *)*state);
	put_file("a.html", "the old one, longer", 0604);
	mode_t old = umask(077);
	assert_int_equal(save(path, "new"), PRFMT_OK);
	umask(old);
	assert_true(holds("a.html", "new", 3));
	assert_int_equal(mode_of("a.html"), S_IFREG | 0604);
	assert_int_equal(entries("."), 1);
}

static void file_big(void **state)
{
	(void)state;
	char *data = malloc(BIG);
	assert_non_null(data);
	for (size_t i = 0; i < BIG; i++)
		data[i] = (char)(i * 7 + i / 251);
	struct staged *s = NULL;
	assert_int_equal(sink_stage("big", data, BIG, &s), PRFMT_OK);
	assert_int_equal(sink_publish(s), PRFMT_OK);
	assert_true(holds("big", data, BIG));
	free(data);
}

static void old_until_published(void **state)
{
	(void)state;
	char text[] = "new";
	put_file("a.html", "old", 0644);
	struct staged *s = NULL;
	assert_int_equal(sink_stage("a.html", text, 3, &s), PRFMT_OK);
	memset(text, 'x', 3); /* staged bytes are a copy */
	assert_true(holds("a.html", "old", 3));
	assert_int_equal(sink_publish(s), PRFMT_OK);
	assert_true(holds("a.html", "new", 3));
	assert_int_equal(entries("."), 1);
}

static void discarded(void **state)
{
	(void)state;
	put_file("a.html", "old", 0644);
	struct staged *s = NULL;
	struct staged *t = NULL;
	assert_int_equal(sink_stage("a.html", "new", 3, &s), PRFMT_OK);
	assert_int_equal(sink_stage("b.html", "new", 3, &t), PRFMT_OK);
	errno = ENOSPC;
	sink_discard(s);
	sink_discard(t);
	sink_discard(NULL);
	assert_int_equal(errno, ENOSPC);
	assert_true(holds("a.html", "old", 3));
	assert_int_equal(entries("."), 1);
}

static void folder_changed_between(void **state)
{
	struct staged *s = NULL;
	assert_int_equal(sink_stage("a.html", "new", 3, &s), PRFMT_OK);
	assert_int_equal(chdir("/"), 0);
	assert_int_equal(sink_publish(s), PRFMT_OK);
	assert_int_equal(chdir(*state), 0);
	assert_true(holds("a.html", "new", 3));
}

static void links_stay(void **state)
{
	char path[ROOM + 16];
	put_file("real", "old", 0600);
	assert_int_equal(mkdir("sub", 0700), 0);
	snprintf(path, sizeof path, "%s/real", (const char *)*state);
	assert_int_equal(symlink(path, "absolute"), 0);
	assert_int_equal(symlink("../absolute", "sub/relative"), 0);
	assert_int_equal(symlink("sub/relative", "chain"), 0);
	assert_int_equal(save("chain", "new"), PRFMT_OK);
	assert_true(holds("real", "new", 3));
	assert_int_equal(mode_of("real"), S_IFREG | 0600);
	assert_int_equal(mode_of("chain") & S_IFMT, S_IFLNK);
	assert_int_equal(mode_of("absolute") & S_IFMT, S_IFLNK);
	assert_int_equal(mode_of("sub/relative") & S_IFMT, S_IFLNK);
	assert_int_equal(entries("sub"), 1);
	assert_int_equal(symlink("not-yet", "sub/dangling"), 0);
	assert_int_equal(save("sub/dangling", "new"), PRFMT_OK);
	assert_true(holds("sub/not-yet", "new", 3));
	assert_int_equal(entries("sub"), 3);
	assert_int_equal(unlink("sub/relative"), 0);
	assert_int_equal(unlink("sub/dangling"), 0);
	assert_int_equal(unlink("sub/not-yet"), 0);
}

static void links_refused(void **state)
{
	(void)state;
	assert_int_equal(symlink("loop", "loop"), 0);
	assert_int_equal(symlink(".", "folder"), 0);
	assert_int_equal(symlink("nowhere/", "slash"), 0);
	assert_refused("loop", ELOOP);
	assert_refused("folder", EISDIR);
	assert_refused("slash", EISDIR);
	assert_int_equal(entries("."), 3);
}

static void paths_refused(void **state)
{
	static const struct {
		const char *path;
		int why;
	} cases[] = {
		{ "", ENOENT },         { ".", EISDIR },
		{ "/", EISDIR },        { "new/", EISDIR },
		{ "none/a", ENOENT },   { "none/.", ENOENT },
		{ "file/", ENOTDIR },   { "file/a", ENOTDIR },
		{ "/proc/a", ENOENT },
	};
	(void)state;
	put_file("file", "old", 0644);
	for (size_t i = 0; i < COUNT(cases) - 1; i++)
		assert_refused(cases[i].path, cases[i].why);
	/* not a file system for files: which errno is the kernel's affair */
	assert_int_equal(save(cases[COUNT(cases) - 1].path, "x"), PRFMT_EIO);
	char name[400];
	memset(name, 'a', sizeof name - 1);
	name[sizeof name - 1] = '\0';
	assert_refused(name, ENAMETOOLONG);
	name[255] = '\0'; /* the longest there is: temp names must fit too */
	assert_int_equal(save(name, "new"), PRFMT_OK);
	assert_true(holds("file", "old", 3));
	assert_int_equal(entries("."), 2);
}

static void target_turns_folder(void **state)
{
	(void)state;
	struct staged *s = NULL;
	assert_int_equal(sink_stage("a", "new", 3, &s), PRFMT_OK);
	assert_int_equal(mkdir("a", 0700), 0);
	errno = 0;
	status st = sink_publish(s);
	assert_int_equal(errno, EISDIR);
	assert_int_equal(st, PRFMT_EIO);
	assert_int_equal(entries("."), 1);
}

static void folder_vanishes(void **state)
{
	(void)state;
	struct staged *s = NULL;
	assert_int_equal(mkdir("sub", 0700), 0);
	assert_int_equal(sink_stage("sub/a", "new", 3, &s), PRFMT_OK);
	assert_int_equal(rmdir("sub"), 0);
	errno = 0;
	status st = sink_publish(s);
	assert_int_equal(errno, ENOENT);
	assert_int_equal(st, PRFMT_EIO);
	assert_int_equal(entries("."), 0);
}

/* A link of /proc leads to a file that no path leads to. */
static void nameless_file(void **state)
{
	(void)state;
	char path[64];
	put_file("gone", "old", 0644);
	int fd = open("gone", O_RDWR);
	assert_true(fd >= 0);
	assert_int_equal(unlink("gone"), 0);
	snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
	assert_int_equal(save(path, "new"), PRFMT_EIO);
	assert_int_equal(entries("."), 0);
	put_file("gone (deleted)", "other", 0644); /* as the link reads */
	assert_refused(path, ESTALE);
	assert_true(holds("gone (deleted)", "other", 5));
	close(fd);
	assert_int_equal(entries("."), 1);
}

/* -- devices, pipes, sockets ---------------------------------------------- */

static void devices(void **state)
{
	(void)state;
	assert_refused("/dev/full", ENOSPC);
	assert_int_equal(save("/dev/null", "new"), PRFMT_OK);
	assert_int_equal(save("/dev/full", ""), PRFMT_OK);
	assert_int_equal(mode_of("/dev/null") & S_IFMT, S_IFCHR);
	assert_int_equal(symlink("/dev/full", "full"), 0);
	assert_refused("full", ENOSPC);
}

static void pipes(void **state)
{
	(void)state;
	char text[] = "new";
	char got[8] = { 0 };
	assert_int_equal(mkfifo("pipe", 0600), 0);
	int fd = open("pipe", O_RDONLY | O_NONBLOCK);
	assert_true(fd >= 0);
	struct staged *s = NULL;
	assert_int_equal(sink_stage("pipe", text, 3, &s), PRFMT_OK);
	memset(text, 'x', 3);
	assert_int_equal(read(fd, got, sizeof got), 0); /* nothing yet */
	assert_int_equal(sink_publish(s), PRFMT_OK);
	assert_int_equal(read(fd, got, sizeof got), 3);
	assert_string_equal(got, "new");
	close(fd);
	assert_int_equal(mode_of("pipe") & S_IFMT, S_IFIFO);
	/* /dev/stdout of a pipe is a link of /proc that cannot be read */
	int ends[2];
	char path[64];
	assert_int_equal(pipe(ends), 0);
	snprintf(path, sizeof path, "/proc/self/fd/%d", ends[1]);
	assert_int_equal(save(path, "two"), PRFMT_OK);
	assert_int_equal(read(ends[0], got, sizeof got), 3);
	assert_memory_equal(got, "two", 3);
	close(ends[0]);
	close(ends[1]);
	assert_int_equal(entries("."), 1);
}

static void pipe_turns_file(void **state)
{
	(void)state;
	struct staged *s = NULL;
	assert_int_equal(mkfifo("pipe", 0600), 0);
	assert_int_equal(sink_stage("pipe", "new", 3, &s), PRFMT_OK);
	assert_int_equal(unlink("pipe"), 0);
	put_file("pipe", "old", 0644);
	assert_int_equal(sink_publish(s), PRFMT_EIO);
	assert_true(holds("pipe", "old", 3));
	assert_int_equal(mkfifo("pipe2", 0600), 0);
	assert_int_equal(sink_stage("pipe2", "new", 3, &s), PRFMT_OK);
	assert_int_equal(unlink("pipe2"), 0);
	assert_int_equal(sink_publish(s), PRFMT_EIO);
	assert_int_equal(entries("."), 1);
}

static void sockets(void **state)
{
	(void)state;
	struct sockaddr_un name = { .sun_family = AF_UNIX,
		                    .sun_path = "socket" };
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);
	assert_true(fd >= 0);
	assert_int_equal(
		bind(fd, (const struct sockaddr *)&name, sizeof name), 0);
	assert_refused("socket", ENXIO);
	close(fd);
	assert_int_equal(entries("."), 1);
}

/* -- a hostile system, in a child of its own ------------------------------ */

static int in_child(int (*what)(void))
{
	int state = 0;
	fflush(NULL);
	pid_t child = fork();
	if (child == 0)
		exit(what()); /* not _exit(): coverage is written at exit */
	if (child < 0 || waitpid(child, &state, 0) != child)
		return -1;
	return WIFEXITED(state) ? WEXITSTATUS(state) : -1;
}

/* The line of the first check that fails, 0: none. */
#define CHECK(x) \
	if (!(x)) \
	return __LINE__ % 250 + 1

static void assert_child(int (*what)(void))
{
	int got = in_child(what);
	if (got == SKIPPED)
		skip();
	assert_int_equal(got, 0);
}

static bool be_nobody(void)
{
	return geteuid() != 0 || !setresuid(NOBODY, NOBODY, NOBODY);
}

static int unwritable(void)
{
	if (!be_nobody())
		return SKIPPED;
	CHECK(save("a.html", "new") == PRFMT_EIO);
	CHECK(errno == EACCES);
	CHECK(save("b.html", "new") == PRFMT_EIO);
	CHECK(errno == EACCES);
	CHECK(holds("a.html", "old", 3));
	return 0;
}

static void folder_unwritable(void **state)
{
	(void)state;
	put_file("a.html", "old", 0666);
	assert_int_equal(chmod(".", 0555), 0);
	int got = in_child(unwritable);
	assert_int_equal(chmod(".", 0755), 0);
	if (got == SKIPPED)
		skip();
	assert_int_equal(got, 0);
	assert_int_equal(entries("."), 1);
}

static int protected(void)
{
	if (!be_nobody())
		return SKIPPED;
	CHECK(save("a.html", "new") == PRFMT_EIO);
	CHECK(errno == EACCES);
	CHECK(save("b.html", "new") == PRFMT_OK);
	return 0;
}

static void file_protected(void **state)
{
	(void)state;
	put_file("a.html", "old", 0444);
	assert_int_equal(chmod(".", 0777), 0);
	assert_child(protected);
	assert_true(holds("a.html", "old", 3));
	assert_int_equal(entries("."), 2);
}

static int full(void)
{
	static const char data[100000];
	struct staged *s = NULL;
	const struct rlimit most = { 65536, 65536 };
	signal(SIGXFSZ, SIG_IGN);
	CHECK(!setrlimit(RLIMIT_FSIZE, &most));
	CHECK(sink_stage("a.html", data, sizeof data, &s) == PRFMT_EIO);
	CHECK(errno == EFBIG && !s);
	CHECK(sink_stage("b.html", data, sizeof data, &s) == PRFMT_EIO);
	return 0;
}

static void disk_full(void **state)
{
	(void)state;
	put_file("a.html", "old", 0644);
	assert_child(full);
	assert_true(holds("a.html", "old", 3));
	assert_int_equal(entries("."), 1);
}

/* From now on a call whose argument has all the bits fails with `why`. */
static bool deny(long call, unsigned argument, unsigned bits, unsigned why)
{
	unsigned low = (unsigned)(offsetof(struct seccomp_data, args) +
	                          argument * sizeof(uint64_t));
	struct sock_filter steps[] = {
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS,
		         offsetof(struct seccomp_data, nr)),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (unsigned)call, 0, 4),
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, low),
		BPF_STMT(BPF_ALU | BPF_AND | BPF_K, bits),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, bits, 0, 1),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | why),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
	};
	const struct sock_fprog program = { COUNT(steps), steps };
	return !prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) &&
	       !prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
}

static int replace_both(void)
{
	struct staged *s = NULL;
	CHECK(save("a.html", "new") == PRFMT_OK);
	CHECK(holds("a.html", "new", 3));
	CHECK(mode_of("a.html") == (S_IFREG | 0604));
	CHECK(save("b.html", "new") == PRFMT_OK);
	CHECK(holds("b.html", "new", 3));
	CHECK(sink_stage("a.html", "newer", 5, &s) == PRFMT_OK);
	sink_discard(s);
	CHECK(holds("a.html", "new", 3));
	CHECK(save("none/a", "new") == PRFMT_EIO);
	CHECK(save("folder", "new") == PRFMT_EIO);
	CHECK(sink_stage("c", "new", 3, &s) == PRFMT_OK);
	CHECK(!mkdir("c", 0700));
	CHECK(sink_publish(s) == PRFMT_EIO && errno == EISDIR);
	CHECK(entries(".") == 4);
	return 0;
}

static int without_tmpfile(void)
{
	if (!deny(SYS_openat, 2, O_TMPFILE & ~O_DIRECTORY, EOPNOTSUPP))
		return SKIPPED;
	CHECK(openat(AT_FDCWD, ".", O_RDWR | O_TMPFILE, 0600) < 0);
	return replace_both();
}

/* As without /proc. */
static int without_linkat(void)
{
	if (!deny(SYS_linkat, 0, 0, ENOENT))
		return SKIPPED;
	return replace_both();
}

static int without_rename(void)
{
	if (!deny(SYS_renameat, 0, 0, EROFS))
		return SKIPPED;
	CHECK(save("a.html", "new") == PRFMT_EIO);
	CHECK(errno == EROFS);
	CHECK(holds("a.html", "old", 3));
	CHECK(entries(".") == 2);
	return 0;
}

static int without_sync(void)
{
	if (!deny(SYS_fsync, 0, 0, EIO))
		return SKIPPED;
	CHECK(save("a.html", "new") == PRFMT_EIO);
	CHECK(errno == EIO);
	CHECK(holds("a.html", "old", 3));
	CHECK(entries(".") == 2);
	return 0;
}

static int sync_not_known(void)
{
	if (!deny(SYS_fsync, 0, 0, EINVAL))
		return SKIPPED;
	return replace_both();
}

static int without_mode(void)
{
	if (!deny(SYS_fchmod, 0, 0, EPERM))
		return SKIPPED;
	CHECK(save("a.html", "new") == PRFMT_EIO);
	CHECK(errno == EPERM);
	CHECK(holds("a.html", "old", 3));
	CHECK(entries(".") == 2);
	return 0;
}

/* Neither a link nor a copy: the content cannot be read back. */
static int without_copy(void)
{
	if (!deny(SYS_linkat, 0, 0, ENOENT) || !deny(SYS_pread64, 0, 0, EIO))
		return SKIPPED;
	CHECK(save("a.html", "new") == PRFMT_EIO);
	CHECK(errno == EIO);
	CHECK(holds("a.html", "old", 3));
	CHECK(entries(".") == 2);
	return 0;
}

static void hostile(int (*what)(void))
{
	put_file("a.html", "old", 0604);
	assert_int_equal(mkdir("folder", 0700), 0);
	assert_child(what);
}

static void no_tmpfile(void **state)
{
	(void)state;
	hostile(without_tmpfile);
}

static void no_linkat(void **state)
{
	(void)state;
	hostile(without_linkat);
}

static void no_rename(void **state)
{
	(void)state;
	hostile(without_rename);
}

static void no_sync(void **state)
{
	(void)state;
	hostile(without_sync);
}

static void no_known_sync(void **state)
{
	(void)state;
	hostile(sync_not_known);
}

static void no_mode(void **state)
{
	(void)state;
	hostile(without_mode);
}

static void no_copy(void **state)
{
	(void)state;
	hostile(without_copy);
}

#define IN_FOLDER(test) \
	cmocka_unit_test_setup_teardown(test, folder, folder_gone)

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sink_keeps_order),
		cmocka_unit_test(sink_limit_sticks),
		cmocka_unit_test(sink_memory_sticks),
		IN_FOLDER(file_made),
		IN_FOLDER(file_replaced),
		IN_FOLDER(file_big),
		IN_FOLDER(old_until_published),
		IN_FOLDER(discarded),
		IN_FOLDER(folder_changed_between),
		IN_FOLDER(links_stay),
		IN_FOLDER(links_refused),
		IN_FOLDER(paths_refused),
		IN_FOLDER(target_turns_folder),
		IN_FOLDER(folder_vanishes),
		IN_FOLDER(nameless_file),
		IN_FOLDER(devices),
		IN_FOLDER(pipes),
		IN_FOLDER(pipe_turns_file),
		IN_FOLDER(sockets),
		IN_FOLDER(folder_unwritable),
		IN_FOLDER(file_protected),
		IN_FOLDER(disk_full),
		IN_FOLDER(no_tmpfile),
		IN_FOLDER(no_linkat),
		IN_FOLDER(no_rename),
		IN_FOLDER(no_sync),
		IN_FOLDER(no_known_sync),
		IN_FOLDER(no_mode),
		IN_FOLDER(no_copy),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
