/* test_asset.c - resolvers asked, folders kept to, pictures' headers read. */
#include "asset/asset.h"

#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

enum { ROOM = 4096, LONG = 5000, SKIPPED = 77, MUTATIONS = 100000 };

/* -- assets: the window on a resolver ------------------------------------- */

struct host {
	unsigned asked;
	unsigned done;
	size_t max_bytes;
	prfmt_element element;
	status status;
	const char *data;
	size_t len;
};

static void host_done(void *user, const void *data)
{
	struct host *h = user;
	assert_ptr_equal(data, h->data);
	h->done++;
}

static prfmt_status host_asset(void *user, const prfmt_asset_request *what,
                               prfmt_blob *out)
{
	struct host *h = user;
	assert_int_equal(what->size, sizeof *what);
	assert_int_equal(out->size, sizeof *out);
	h->asked++;
	h->max_bytes = what->max_bytes;
	h->element = what->element;
	out->data = h->data;
	out->len = h->len;
	out->done = host_done;
	return h->status;
}

static status ask(struct assets *a, const char *uri)
{
	const struct asset *got = NULL;
	assert_int_equal(assets_get(a, uri, PRFMT_EL_IMG, &got), PRFMT_OK);
	assert_string_equal(got->uri, uri);
	if (got->status)
		assert_true(!got->data && !got->len);
	return got->status;
}

static void asked_once(void **state)
{
	(void)state;
	struct host h = { .data = "bytes", .len = 5 };
	struct assets *a = NULL;
	const struct asset *one = NULL;
	const struct asset *two = NULL;
	char uri[] = "a.png";
	assert_int_equal(assets_new(host_asset, &h, NULL, &a), PRFMT_OK);
	assert_int_equal(assets_get(a, uri, PRFMT_EL_LOGO, &one), PRFMT_OK);
	memset(uri, 'x', sizeof uri - 1); /* the name was copied */
	assert_int_equal(h.element, PRFMT_EL_LOGO);
	assert_int_equal(h.max_bytes, (size_t)32 << 20);
	assert_int_equal(assets_get(a, "a.png", PRFMT_EL_IMG, &two), PRFMT_OK);
	assert_ptr_equal(one, two);
	assert_int_equal(h.asked, 1);
	assert_int_equal(one->status, PRFMT_OK);
	assert_memory_equal(one->data, "bytes", 5);
	assert_int_equal(ask(a, "b.png"), PRFMT_OK);
	assert_int_equal(h.asked, 2);
	assert_int_equal(h.done, 0);
	assets_free(a);
	assert_int_equal(h.done, 2);
	assets_free(NULL);
}

static void never_asked(void **state)
{
	static const char *const uris[] = {
		"http://example.org/a.png", "https:a", "file:///etc/passwd",
		"FILE:a",  " file:a", "data:image/png;base64,AA", "x-y.z+1:a",
		"a\nb.png", "a\x01", "\x7F", "a\tb", "c:\\a.png",
	};
	(void)state;
	struct host h = { .data = "x", .len = 1 };
	struct assets *a = NULL;
	assert_int_equal(assets_new(host_asset, &h, NULL, &a), PRFMT_OK);
	for (size_t i = 0; i < COUNT(uris); i++)
		assert_int_equal(ask(a, uris[i]), PRFMT_EASSET);
	assert_int_equal(h.asked, 0);
	assert_int_equal(ask(a, "a.png?x:y"), PRFMT_OK);
	assert_int_equal(h.asked, 1);
	assets_free(a);
	assert_int_equal(assets_new(NULL, NULL, NULL, &a), PRFMT_OK);
	assert_int_equal(ask(a, "a.png"), PRFMT_EASSET);
	assets_free(a);
}

static void limits_kept(void **state)
{
	(void)state;
	struct host h = { .data = "1234", .len = 4 };
	prfmt_limits l = PRFMT_INIT(prfmt_limits);
	l.assets = 3;
	l.asset_bytes = 4;
	struct assets *a = NULL;
	assert_int_equal(assets_new(host_asset, &h, &l, &a), PRFMT_OK);
	assert_int_equal(ask(a, "1"), PRFMT_OK);
	h.len = 5; /* a resolver that does not heed max_bytes */
	assert_int_equal(ask(a, "2"), PRFMT_ELIMIT);
	assert_int_equal(h.done, 1);
	assert_int_equal(ask(a, "no:where"), PRFMT_EASSET); /* not counted */
	assert_int_equal(ask(a, "2"), PRFMT_ELIMIT);
	h.len = 4;
	assert_int_equal(ask(a, "3"), PRFMT_OK);
	assert_int_equal(ask(a, "4"), PRFMT_ELIMIT);
	assert_int_equal(ask(a, "3"), PRFMT_OK);
	assert_int_equal(h.asked, 3);
	assets_free(a);
	assert_int_equal(h.done, 3);
	l.assets = 300; /* more than there are buckets */
	assert_int_equal(assets_new(host_asset, &h, &l, &a), PRFMT_OK);
	for (unsigned i = 0; i < 600; i++) {
		char uri[16];
		snprintf(uri, sizeof uri, "%u.png", i % 300);
		assert_int_equal(ask(a, uri), PRFMT_OK);
	}
	assert_int_equal(h.asked, 303);
	assets_free(a);
	assert_int_equal(h.done, 303);
}

static void answers(void **state)
{
	static const struct {
		status said;
		status kept;
	} cases[] = {
		{ PRFMT_EASSET, PRFMT_EASSET },
		{ PRFMT_ELIMIT, PRFMT_ELIMIT },
		{ PRFMT_ECANCEL, PRFMT_ECANCEL },
		{ PRFMT_EIO, PRFMT_EASSET },
		{ PRFMT_EINTERNAL, PRFMT_EASSET },
		{ (status)5, PRFMT_EASSET },
	};
	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct host h = { .status = cases[i].said, .data = "x" };
		struct assets *a = NULL;
		assert_int_equal(assets_new(host_asset, &h, NULL, &a),
		                 PRFMT_OK);
		assert_int_equal(ask(a, "a"), cases[i].kept);
		assert_int_equal(ask(a, "a"), cases[i].kept);
		assert_int_equal(h.asked, 1);
		assets_free(a);
		assert_int_equal(h.done, 0); /* no blob on failure */
	}
	struct host h = { .len = 7 }; /* bytes, but none there */
	struct assets *a = NULL;
	assert_int_equal(assets_new(host_asset, &h, NULL, &a), PRFMT_OK);
	assert_int_equal(ask(a, "a"), PRFMT_EASSET);
	h.len = 0;
	assert_int_equal(ask(a, "empty"), PRFMT_OK);
	h.status = PRFMT_ENOMEM;
	const struct asset *got = NULL;
	assert_int_equal(assets_get(a, "b", PRFMT_EL_IMG, &got), PRFMT_ENOMEM);
	assert_null(got);
	assets_free(a);
	assert_int_equal(h.done, 2);
}

/* -- dir: files below one folder ------------------------------------------ */

static void put_file(const char *path, const char *text)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	assert_true(fd >= 0);
	assert_int_equal(write(fd, text, strlen(text)), strlen(text));
	close(fd);
}

static void put_link(const char *to, const char *path)
{
	assert_int_equal(symlink(to, path), 0);
}

static const char *const folders[] = { "base", "base/sub", "base/sub/more",
	                               "base2" };
static const char *const files[] = {
	"secret", "base2/secret", "base/a.png", "base/a b.png", "base/50%.png",
	"base/x?y#z.png", "base/a:b.png", "base/\xC3\xA9.png", "base/empty",
	"base/..png", "base/a..b", "base/...", "base/sub/deep.png",
	"base/sub/more/deeper.png",
};
static const char *const links[][2] = {
	{ "a.png", "base/in" },
	{ "sub", "base/sub_in" },
	{ "../a.png", "base/sub/up_in" },
	{ "../secret", "base/out" },
	{ "..", "base/out_folder" },
	{ "../base2", "base/out_beside" },
	{ "../base/a.png", "base/out_and_in" },
	{ "sub/../../secret", "base/out_through" },
	{ "out", "base/out_twice" },
	{ "/etc/hostname", "base/out_absolute" },
	{ "/", "base/root" },
	{ "/proc/self/root", "base/magic" },
	{ "loop", "base/loop" },
	{ "nowhere", "base/dangling" },
};

static int tree(void **state)
{
	const char *tmp = getenv("TMPDIR");
	char *path = malloc(ROOM);
	if (!path)
		return -1;
	snprintf(path, ROOM, "%s/assetXXXXXX", tmp && *tmp ? tmp : "/tmp");
	*state = path;
	if (!mkdtemp(path) || chdir(path))
		return -1;
	for (size_t i = 0; i < COUNT(folders); i++)
		assert_int_equal(mkdir(folders[i], 0700), 0);
	for (size_t i = 0; i < COUNT(files); i++)
		put_file(files[i], files[i]);
	put_file("base/empty", "");
	for (size_t i = 0; i < COUNT(links); i++)
		put_link(links[i][0], links[i][1]);
	struct sockaddr_un name = { .sun_family = AF_UNIX,
		                    .sun_path = "base/socket" };
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);
	int failed = mkfifo("base/fifo", 0600) ||
	             bind(fd, (const struct sockaddr *)&name, sizeof name);
	close(fd);
	return failed;
}

static int tree_gone(void **state)
{
	static const char *const more[] = { "base/fifo", "base/socket" };
	int failed = 0;
	for (size_t i = 0; i < COUNT(links); i++)
		failed |= unlink(links[i][1]);
	for (size_t i = 0; i < COUNT(files); i++)
		failed |= unlink(files[i]);
	for (size_t i = 0; i < COUNT(more); i++)
		failed |= unlink(more[i]);
	for (size_t i = COUNT(folders); i > 0; i--)
		failed |= rmdir(folders[i - 1]);
	failed |= chdir("/") | rmdir(*state);
	free(*state);
	return failed;
}

static status get(prfmt_dir *dir, const char *uri, size_t most,
                  prfmt_blob *blob)
{
	prfmt_asset_request what = PRFMT_INIT(prfmt_asset_request);
	what.uri = uri;
	what.element = PRFMT_EL_IMG;
	what.max_bytes = most;
	*blob = (prfmt_blob)PRFMT_INIT(prfmt_blob);
	blob->data = "stale";
	blob->len = 5;
	return prfmt_dir_asset(dir, &what, blob);
}

static bool gives(prfmt_dir *dir, const char *uri, const char *text)
{
	prfmt_blob blob;
	if (get(dir, uri, 0, &blob))
		return false;
	bool same = blob.len == strlen(text) &&
	            !memcmp(blob.data, text, blob.len);
	blob.done(NULL, blob.data);
	return same;
}

static bool refuses(prfmt_dir *dir, const char *uri)
{
	prfmt_blob blob;
	status st = get(dir, uri, 0, &blob);
	if (!st)
		blob.done(NULL, blob.data);
	return st == PRFMT_EASSET && !blob.data && !blob.len && !blob.done;
}

static const char *const inside[][2] = {
	{ "a.png", "base/a.png" },
	{ "./a.png", "base/a.png" },
	{ "%61.png", "base/a.png" },
	{ "a%2Epng", "base/a.png" },
	{ "a%20b.png", "base/a b.png" },
	{ "a b.png", "base/a b.png" },
	{ "50%25.png", "base/50%.png" },
	{ "x%3Fy%23z.png", "base/x?y#z.png" },
	{ "./a:b.png", "base/a:b.png" },
	{ "a%3ab.png", "base/a:b.png" },
	{ "%c3%A9.png", "base/\xC3\xA9.png" },
	{ "\xC3\xA9.png", "base/\xC3\xA9.png" },
	{ "empty", "" },
	{ "..png", "base/..png" },
	{ "a..b", "base/a..b" },
	{ "...", "base/..." },
	{ "sub/deep.png", "base/sub/deep.png" },
	{ "sub/./deep.png", "base/sub/deep.png" },
	{ "sub/more/deeper.png", "base/sub/more/deeper.png" },
};

/* Links: only the newer kernels' call can follow them safely. */
static const char *const linked[][2] = {
	{ "in", "base/a.png" },
	{ "sub/up_in", "base/a.png" },
	{ "sub_in/deep.png", "base/sub/deep.png" },
	{ "sub_in/up_in", "base/a.png" },
};

static const char *const outside[] = {
	/* up */
	"..", "../", "../secret", "./../secret", "sub/../../secret",
	"sub/../a.png", "sub/..", "../base/a.png", "../base2/secret",
	"sub/more/../../../secret", "../../../../../../../etc/hostname",
	/* up, encoded */
	"%2e%2e/secret", "%2E%2E/secret", ".%2e/secret", "%2e./secret",
	"%2e%2e%2fsecret", "..%2fsecret", "..%2Fsecret", "%2e%2e%5csecret",
	"sub/%2e%2e/%2e%2e/secret", "%252e%252e/secret", "%c0%ae%c0%ae/secret",
	"%c0%ae%c0%ae%c0%afsecret", "%uff0e%uff0e/secret",
	/* backslashes */
	"..\\secret", "\\secret", "sub\\deep.png", "sub%5Cdeep.png",
	"\\\\host\\share", "C:\\secret", "c:/secret", "c:secret",
	/* absolute, hosts */
	"/", "//", "/etc/hostname", "//etc/hostname", "///etc/hostname",
	"//localhost/etc/hostname", "%2Fetc%2Fhostname", "/a.png", ".//a.png",
	"sub//deep.png", "/proc/self/root/etc/hostname", "/dev/stdin",
	/* schemes */
	"file:/etc/hostname", "file:///etc/hostname", "file:a.png",
	"FILE:a.png", "file://localhost/etc/hostname", "file%3A/etc/hostname",
	"http:a.png", "http://example.org/a.png", "https://example.org",
	"data:,x", "data:text/plain;base64,eA==", "javascript:1", ":a.png",
	"1:a.png", "a.png:x",
	/* query, fragment */
	"a.png?", "a.png?x=1", "a.png#", "a.png#x", "?", "#", "#a.png",
	"?../secret",
	/* NUL, controls, damaged encoding */
	"a.png%00", "%00", "a.png%00.jpg", "%00a.png", "..%00/secret", "%0a",
	"a.png%0A", "a.png\n", "\ta.png", "\x01", "%7f", "\x7F", "%", "%2",
	"%zz", "a%2xpng", "a%g1", "a.png%", "a.png% ",
	/* what is no file */
	"", ".", "./", "sub", "sub/", "sub/.", "a.png/", "a.png/.", "a.png/x",
	"fifo", "socket", "nowhere", "sub/nowhere", " ", "A.PNG.",
	/* links that lead out or nowhere */
	"out", "out_folder/secret", "out_folder/base/a.png",
	"out_beside/secret", "out_and_in", "out_through", "out_twice",
	"out_absolute", "root/etc/hostname", "root", "magic/etc/hostname",
	"sub_in/../../secret", "loop", "loop/x", "dangling", "sub_in",
};

/* The number of the first name that is not treated as it should, 0: none. */
static int first_bad(bool with_links)
{
	prfmt_dir *dir = NULL;
	if (prfmt_dir_open("base", &dir))
		return -1;
	int bad = 0;
	int n = 0;
	for (size_t i = 0; i < COUNT(inside); i++) {
		n++;
		if (!bad && !gives(dir, inside[i][0], inside[i][1]))
			bad = n;
	}
	for (size_t i = 0; i < COUNT(outside); i++) {
		n++;
		if (!bad && !refuses(dir, outside[i]))
			bad = n;
	}
	for (size_t i = 0; i < COUNT(linked); i++) {
		const char *const *l = linked[i];
		n++;
		if (!bad && !(with_links ? gives(dir, l[0], l[1])
		                         : refuses(dir, l[0])))
			bad = n;
	}
	prfmt_dir_close(dir);
	return bad;
}

static bool deny_openat2(unsigned why)
{
	struct sock_filter steps[] = {
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS,
		         offsetof(struct seccomp_data, nr)),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_openat2, 0, 1),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | why),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
	};
	const struct sock_fprog program = { COUNT(steps), steps };
	return !prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) &&
	       !prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
}

static int names_without_links(void)
{
	return first_bad(false);
}

static int without_openat2(unsigned why, int (*what)(void))
{
	int state = 0;
	fflush(NULL);
	pid_t child = fork();
	if (child == 0) /* not _exit(): coverage is written at exit */
		exit(deny_openat2(why) ? what() : SKIPPED);
	if (child < 0 || waitpid(child, &state, 0) != child)
		return -1;
	return WIFEXITED(state) ? WEXITSTATUS(state) : -1;
}

static bool has_openat2(void)
{
	return syscall(SYS_openat2, -1, "", NULL, 0) < 0 && errno != ENOSYS &&
	       errno != EPERM;
}

static void names(void **state)
{
	(void)state;
	assert_int_equal(first_bad(has_openat2()), 0);
}

static void names_on_old_kernel(void **state)
{
	(void)state;
	int got = without_openat2(ENOSYS, names_without_links);
	if (got == SKIPPED)
		skip();
	assert_int_equal(got, 0);
	got = without_openat2(EPERM, names_without_links);
	assert_int_equal(got, 0);
}

static void names_long(void **state)
{
	static const size_t lens[] = { 255, 256, 4094, 4095, 4096, LONG };
	(void)state;
	prfmt_dir *dir = NULL;
	assert_int_equal(prfmt_dir_open("base", &dir), PRFMT_OK);
	char name[LONG + 1];
	for (size_t i = 0; i < COUNT(lens); i++) {
		memset(name, 'a', sizeof name);
		name[lens[i]] = '\0';
		assert_true(refuses(dir, name));
		for (size_t j = 1; j < lens[i]; j += 2)
			name[j] = '/';
		assert_true(refuses(dir, name));
		memset(name, '.', lens[i]);
		for (size_t j = 2; j < lens[i]; j += 3)
			name[j] = '/';
		assert_true(refuses(dir, name));
	}
	prfmt_dir_close(dir);
}

static void sizes(void **state)
{
	(void)state;
	prfmt_dir *dir = NULL;
	prfmt_blob blob;
	assert_int_equal(prfmt_dir_open("base", &dir), PRFMT_OK);
	/* base/a.png holds its own name: 10 bytes */
	assert_int_equal(get(dir, "a.png", 10, &blob), PRFMT_OK);
	assert_int_equal(blob.len, 10);
	prfmt_dir_close(dir); /* the blob outlives it */
	assert_memory_equal(blob.data, "base/a.png", 10);
	blob.done(NULL, blob.data);
	assert_int_equal(prfmt_dir_open("base", &dir), PRFMT_OK);
	assert_int_equal(get(dir, "a.png", 9, &blob), PRFMT_ELIMIT);
	assert_null(blob.data);
	assert_int_equal(get(dir, "a.png", SIZE_MAX, &blob), PRFMT_OK);
	blob.done(NULL, blob.data);
	prfmt_dir_close(dir);
	/* its size is said to be 0 */
	assert_int_equal(prfmt_dir_open("/proc/self", &dir), PRFMT_OK);
	assert_int_equal(get(dir, "status", 0, &blob), PRFMT_OK);
	assert_true(blob.len > 100);
	assert_memory_equal(blob.data, "Name:", 5);
	size_t len = blob.len;
	blob.done(NULL, blob.data);
	assert_int_equal(get(dir, "status", len / 2, &blob), PRFMT_ELIMIT);
	assert_int_equal(get(dir, "status", 1, &blob), PRFMT_ELIMIT);
	assert_true(refuses(dir, "cwd/secret")); /* a link made by the kernel */
	assert_true(refuses(dir, "fd/0"));
	prfmt_dir_close(dir);
}

static void misuse(void **state)
{
	(void)state;
	prfmt_dir *dir = (prfmt_dir *)state;
	prfmt_blob blob = PRFMT_INIT(prfmt_blob);
	prfmt_asset_request what = PRFMT_INIT(prfmt_asset_request);
	assert_int_equal(prfmt_dir_open("nowhere", &dir), PRFMT_EIO);
	assert_null(dir);
	assert_int_equal(prfmt_dir_open("base/a.png", &dir), PRFMT_EIO);
	assert_int_equal(prfmt_dir_open(NULL, &dir), PRFMT_EINVAL);
	assert_int_equal(prfmt_dir_open("base", NULL), PRFMT_EINVAL);
	assert_int_equal(prfmt_dir_asset(NULL, &what, &blob), PRFMT_EINVAL);
	assert_int_equal(prfmt_dir_open("base", &dir), PRFMT_OK);
	assert_int_equal(prfmt_dir_asset(dir, &what, &blob), PRFMT_EINVAL);
	assert_int_equal(prfmt_dir_asset(dir, NULL, &blob), PRFMT_EINVAL);
	assert_int_equal(prfmt_dir_asset(dir, &what, NULL), PRFMT_EINVAL);
	prfmt_dir_close(dir);
	prfmt_dir_close(NULL);
}

static void dir_through_assets(void **state)
{
	(void)state;
	prfmt_dir *dir = NULL;
	struct assets *a = NULL;
	const struct asset *got = NULL;
	assert_int_equal(prfmt_dir_open("base", &dir), PRFMT_OK);
	assert_int_equal(assets_new(prfmt_dir_asset, dir, NULL, &a), PRFMT_OK);
	assert_int_equal(assets_get(a, "a%20b.png", PRFMT_EL_IMG, &got),
	                 PRFMT_OK);
	assert_int_equal(got->len, strlen("base/a b.png"));
	assert_int_equal(ask(a, "../secret"), PRFMT_EASSET);
	prfmt_dir_close(dir);
	assert_memory_equal(got->data, "base/a b.png", got->len);
	assets_free(a);
}

static bool swap(void)
{
	return !syscall(SYS_renameat2, AT_FDCWD, "base/sub", AT_FDCWD,
	                "base/out_folder", 2u /* RENAME_EXCHANGE */);
}

/* A folder and a link that leads out change places all the time. */
static int escapes(void)
{
	prfmt_dir *dir = NULL;
	if (prfmt_dir_open("base", &dir))
		return -1;
	pid_t child = fork();
	while (child == 0)
		(void)swap();
	int escaped = child < 0;
	for (int i = 0; i < 10000; i++)
		if (gives(dir, "sub/secret", "secret") ||
		    gives(dir, "out_folder/secret", "secret"))
			escaped = 1;
	if (child > 0) {
		kill(child, SIGKILL);
		waitpid(child, NULL, 0);
	}
	prfmt_dir_close(dir);
	struct stat st; /* as it was, for the teardown */
	if (!lstat("base/sub", &st) && S_ISLNK(st.st_mode))
		(void)swap();
	return escaped;
}

static void swapped_while_read(void **state)
{
	(void)state;
	assert_int_equal(escapes(), 0);
	int got = without_openat2(ENOSYS, escapes);
	if (got == SKIPPED)
		skip();
	assert_int_equal(got, 0);
}

/* -- pictures ------------------------------------------------------------- */

struct bytes {
	const unsigned char *at;
	size_t len;
};

/* 3 x 2, palette, with tRNS; then IDAT */
static const unsigned char png[] = {
	0x89, 'P', 'N', 'G', 13, 10, 26, 10,
	0, 0, 0, 13, 'I', 'H', 'D', 'R', 0, 0, 0, 3, 0, 0, 0, 2, 8, 3, 0, 0, 0,
	1, 2, 3, 4,
	0, 0, 0, 3, 'P', 'L', 'T', 'E', 255, 0, 0, 1, 2, 3, 4,
	0, 0, 0, 1, 't', 'R', 'N', 'S', 128, 1, 2, 3, 4,
	0, 0, 0, 2, 'I', 'D', 'A', 'T', 1, 2, 1, 2, 3, 4,
	0, 0, 0, 0, 'I', 'E', 'N', 'D', 1, 2, 3, 4,
};
enum { PNG_IHDR_END = 33, PNG_TRNS = 33 + 15 };

/* 258 x 5, CMYK, turned (6, big-endian EXIF), Adobe; a comment between */
static const unsigned char jpeg[] = {
	0xFF, 0xD8,
	0xFF, 0xE0, 0, 7, 'J', 'F', 'I', 'F', 0,
	0xFF, 0xE1, 0, 46, 'E', 'x', 'i', 'f', 0, 0,
	'M', 'M', 0, 42, 0, 0, 0, 8, 0, 2,
	0x01, 0x0F, 0, 2, 0, 0, 0, 4, 'a', 'b', 'c', 0,
	0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0,
	0, 0, 0, 0,
	0xFF, 0xEE, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 2,
	0xFF, 0xFF, 0xFE, 0, 4, 0xFF, 0xC0,
	0xFF, 0xC4, 0, 4, 0, 0,
	0xFF, 0xC2, 0, 20, 8, 0, 5, 1, 2, 4,
	1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0, 4, 0x11, 0,
	0xFF, 0xDA, 0, 2, 0, 0xFF, 0xD9,
};
enum { JPEG_TIFF = 21, JPEG_ADOBE = 63, JPEG_FRAME = 89 };

/* A copy of exactly len bytes, so that a read beyond is found. */
static bool probe(const void *data, size_t len, struct image *out)
{
	unsigned char *copy = malloc(len ? len : 1);
	assert_non_null(copy);
	if (len)
		memcpy(copy, data, len);
	bool found = image_probe(copy, len, out);
	free(copy);
	if (!found)
		assert_true(out->kind == IMAGE_NONE && !out->width);
	else if (out->kind != IMAGE_SVG)
		assert_true(out->width && out->height && out->channels);
	if (found)
		assert_in_range(out->orientation, 1, 8);
	return found;
}

static void png_read(void **state)
{
	(void)state;
	struct image i;
	assert_true(probe(png, sizeof png, &i));
	assert_int_equal(i.kind, IMAGE_PNG);
	assert_int_equal(i.width, 3);
	assert_int_equal(i.height, 2);
	assert_int_equal(i.orientation, 1);
	assert_int_equal(i.channels, 3);
	assert_true(i.alpha);
	assert_false(i.adobe);
	unsigned char b[sizeof png];
	memcpy(b, png, sizeof b);
	b[PNG_TRNS + 4] = 'x'; /* no tRNS but after IDAT: not looked for */
	memcpy(b + sizeof b - 8, "tRNS", 4);
	assert_true(probe(b, sizeof b, &i));
	assert_false(i.alpha);
	assert_true(probe(png, PNG_IHDR_END, &i)); /* the header alone */
	assert_false(i.alpha);
}

static void png_kinds(void **state)
{
	static const struct {
		unsigned char depth;
		unsigned char colour;
		int channels; /* 0: no such */
		bool alpha;
	} cases[] = {
		{ 1, 0, 1, false },  { 16, 0, 1, false }, { 3, 0, 0, false },
		{ 8, 1, 0, false },  { 8, 2, 3, false },  { 4, 2, 0, false },
		{ 8, 3, 3, false },  { 16, 3, 0, false }, { 8, 4, 1, true },
		{ 16, 6, 3, true },  { 8, 5, 0, false },  { 8, 7, 0, false },
		{ 0, 0, 0, false },  { 255, 6, 0, false }, { 40, 2, 0, false },
	};
	(void)state;
	for (size_t n = 0; n < COUNT(cases); n++) {
		unsigned char b[PNG_IHDR_END];
		memcpy(b, png, sizeof b);
		b[24] = cases[n].depth;
		b[25] = cases[n].colour;
		struct image i;
		bool good = cases[n].channels != 0;
		assert_int_equal(probe(b, sizeof b, &i), good);
		assert_int_equal(i.channels, cases[n].channels);
		assert_int_equal(i.alpha, cases[n].alpha);
	}
}

static void png_damaged(void **state)
{
	static const struct {
		size_t at;
		unsigned char byte;
	} cases[] = {
		{ 0, 'x' }, { 7, 13 }, { 11, 12 }, { 12, 'i' }, { 19, 0 },
		{ 23, 0 }, { 16, 0x80 }, { 20, 0x80 },
	};
	(void)state;
	for (size_t n = 0; n < COUNT(cases); n++) {
		unsigned char b[sizeof png];
		memcpy(b, png, sizeof b);
		b[cases[n].at] = cases[n].byte;
		struct image i;
		assert_false(probe(b, sizeof b, &i));
	}
	unsigned char b[sizeof png]; /* a chunk longer than the file */
	memcpy(b, png, sizeof b);
	memset(b + PNG_IHDR_END, 0xFF, 4);
	struct image i;
	assert_true(probe(b, sizeof b, &i));
	assert_false(i.alpha);
}

static void jpeg_read(void **state)
{
	(void)state;
	struct image i;
	uint32_t width = 0;
	uint32_t height = 0;
	assert_int_equal(jpeg[JPEG_TIFF], 'M');
	assert_int_equal(jpeg[JPEG_FRAME], 0xC2);
	assert_true(probe(jpeg, sizeof jpeg, &i));
	assert_int_equal(i.kind, IMAGE_JPEG);
	assert_int_equal(i.width, 258);
	assert_int_equal(i.height, 5);
	assert_int_equal(i.orientation, 6);
	assert_int_equal(i.channels, 4);
	assert_true(i.adobe);
	assert_false(i.alpha);
	image_size(&i, &width, &height);
	assert_int_equal(width, 5);
	assert_int_equal(height, 258);
	i.orientation = 4;
	image_size(&i, &width, &height);
	assert_int_equal(width, 258);
	assert_int_equal(height, 5);
}

static void jpeg_orientation(void **state)
{
	static const unsigned char little[] = {
		'I', 'I', 42, 0, 8, 0, 0, 0, 2, 0,
		0x0F, 0x01, 2, 0, 4, 0, 0, 0, 'a', 'b', 'c', 0,
		0x12, 0x01, 3, 0, 1, 0, 0, 0, 8, 0, 0, 0,
	};
	static const struct {
		size_t at;
		unsigned char byte;
		int orientation;
	} cases[] = {
		{ 30, 8, 8 }, { 30, 1, 1 }, { 30, 0, 1 }, { 30, 9, 1 },
		{ 31, 1, 1 }, { 24, 4, 1 }, { 26, 2, 1 }, { 22, 0x13, 1 },
		{ 0, 'M', 1 }, { 2, 43, 1 }, { 4, 7, 1 }, { 4, 255, 1 },
		{ 7, 255, 1 }, { 8, 1, 1 }, { 9, 255, 8 }, { 4, 36, 1 },
	};
	(void)state;
	for (size_t n = 0; n < COUNT(cases); n++) {
		unsigned char b[sizeof jpeg];
		memcpy(b, jpeg, sizeof b);
		memcpy(b + JPEG_TIFF, little, sizeof little);
		b[JPEG_TIFF + cases[n].at] = cases[n].byte;
		struct image i;
		assert_true(probe(b, sizeof b, &i));
		assert_int_equal(i.orientation, cases[n].orientation);
	}
}

static void jpeg_frames(void **state)
{
	(void)state;
	for (unsigned marker = 0xC0; marker <= 0xCF; marker++) {
		unsigned char b[sizeof jpeg];
		memcpy(b, jpeg, sizeof b);
		b[JPEG_FRAME] = (unsigned char)marker;
		bool good = marker < 0xCC && marker != 0xC4 && marker != 0xC8;
		struct image i;
		assert_int_equal(probe(b, sizeof b, &i), good);
	}
	static const struct {
		size_t at;
		unsigned char byte;
	} cases[] = { /* after the marker: length, bits, height, width, parts */
		{ 2, 19 }, { 5, 0 }, { 8, 0 }, { 8, 2 }, { 8, 5 }, { 8, 255 },
		{ 2, 1 },
	};
	for (size_t n = 0; n < COUNT(cases); n++) {
		unsigned char b[sizeof jpeg];
		memcpy(b, jpeg, sizeof b);
		b[JPEG_FRAME + cases[n].at] = cases[n].byte;
		struct image i;
		assert_false(probe(b, sizeof b, &i));
	}
	unsigned char b[sizeof jpeg]; /* no Adobe, one frame too many */
	memcpy(b, jpeg, sizeof b);
	struct image i;
	memcpy(b + JPEG_ADOBE, "adobe", 5);
	assert_true(probe(b, sizeof b, &i));
	assert_false(i.adobe);
	unsigned char twice[2 * sizeof jpeg];
	size_t head = JPEG_FRAME + 21;
	memcpy(twice, jpeg, head);
	memcpy(twice + head, jpeg + 2, sizeof jpeg - 2);
	assert_false(probe(twice, head + sizeof jpeg - 2, &i));
}

static void svg_read(void **state)
{
	static const struct {
		const char *text;
		bool svg;
	} cases[] = {
		{ "<svg>", true },
		{ "<svg/>", true },
		{ "<svg\nxmlns='http://www.w3.org/2000/svg'>", true },
		{ "\xEF\xBB\xBF<svg ", true },
		{ " \r\n<svg ", true },
		{ "<?xml version='1.0'?>\n<svg ", true },
		{ "<?xml?><!-- <svg --><?x?> <!----><svg\t", true },
		{ "<svg", false },
		{ "<svgx>", false },
		{ "<SVG>", false },
		{ "<html><svg>", false },
		{ "text <svg>", false },
		{ "<?xml <svg>", false },
		{ "<!-- <svg>", false },
		{ "<!-", false },
		{ "<?", false },
		{ "\xEF\xBB", false },
		{ "\xEF\xBB\xBF", false },
		{ "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg>", false },
		{ "GIF89a", false },
		{ "", false },
	};
	(void)state;
	for (size_t n = 0; n < COUNT(cases); n++) {
		struct image i;
		size_t len = strlen(cases[n].text);
		assert_int_equal(probe(cases[n].text, len, &i), cases[n].svg);
		assert_int_equal(i.kind,
		                 cases[n].svg ? IMAGE_SVG : IMAGE_NONE);
		assert_int_equal(i.width + i.height, 0);
	}
	struct image i;
	assert_false(image_probe(NULL, 0, &i));
}

static void every_prefix(void **state)
{
	(void)state;
	struct image i;
	for (size_t n = 0; n <= sizeof png; n++)
		assert_int_equal(probe(png, n, &i), n >= PNG_IHDR_END);
	for (size_t n = 0; n <= sizeof jpeg; n++)
		assert_int_equal(probe(jpeg, n, &i), n >= JPEG_FRAME + 21);
}

static uint32_t xorshift(uint32_t *seed)
{
	*seed ^= *seed << 13;
	*seed ^= *seed >> 17;
	*seed ^= *seed << 5;
	return *seed;
}

/* The claims are in probe(); the sanitizers watch the rest. */
static void every_damage(void **state)
{
	static const char svg[] = "\xEF\xBB\xBF<?xml?> <!-- a --><svg x=''>";
	static const unsigned char likely[] = { 0, 1, 2, 8, 0x7F, 0x80, 0xC0,
		                                0xE1, 0xFE, 0xFF };
	const struct bytes seeds[] = {
		{ png, sizeof png },
		{ jpeg, sizeof jpeg },
		{ (const unsigned char *)svg, sizeof svg - 1 },
	};
	(void)state;
	uint32_t seed = 20261125;
	unsigned found = 0;
	for (unsigned n = 0; n < MUTATIONS; n++) {
		struct bytes from = seeds[n % COUNT(seeds)];
		unsigned char b[256];
		assert_true(from.len <= sizeof b);
		memcpy(b, from.at, from.len);
		for (uint32_t k = xorshift(&seed) % 8 + 1; k > 0; k--) {
			uint32_t r = xorshift(&seed);
			b[r % from.len] =
				r & 0x10000 ? likely[(r >> 20) % COUNT(likely)]
					    : (unsigned char)(r >> 24);
		}
		size_t len = from.len;
		if (xorshift(&seed) % 4 == 0)
			len = xorshift(&seed) % (from.len + 1);
		struct image i;
		found += probe(b, len, &i);
	}
	/* neither all refused nor all let through */
	assert_in_range(found, MUTATIONS / 20, MUTATIONS * 19 / 20);
}

#define IN_TREE(test) cmocka_unit_test_setup_teardown(test, tree, tree_gone)

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(asked_once),
		cmocka_unit_test(never_asked),
		cmocka_unit_test(limits_kept),
		cmocka_unit_test(answers),
		IN_TREE(names),
		IN_TREE(names_on_old_kernel),
		IN_TREE(names_long),
		IN_TREE(sizes),
		IN_TREE(misuse),
		IN_TREE(dir_through_assets),
		IN_TREE(swapped_while_read),
		cmocka_unit_test(png_read),
		cmocka_unit_test(png_kinds),
		cmocka_unit_test(png_damaged),
		cmocka_unit_test(jpeg_read),
		cmocka_unit_test(jpeg_orientation),
		cmocka_unit_test(jpeg_frames),
		cmocka_unit_test(svg_read),
		cmocka_unit_test(every_prefix),
		cmocka_unit_test(every_damage),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
