/* What the program that reads a PDF may ask of the kernel (seccomp(2), filter
 * mode): what it needs to start, read and print. All else is answered as if the
 * kernel did not have it. Sockets, and opening a file for writing, are not on
 * the list. */
#include "input/pdftext_private.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

#if defined(__x86_64__)
#define ARCH AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCH AUDIT_ARCH_AARCH64
#endif

#ifdef ARCH
#define LOAD(field)                                                            \
    BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, field))
#define ANSWER(what) BPF_STMT(BPF_RET | BPF_K, (what))
#define REFUSE ANSWER(SECCOMP_RET_ERRNO | ENOSYS)
#define ALLOW(call)                                                            \
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_##call, 0, 1),                     \
        ANSWER(SECCOMP_RET_ALLOW)

bool pdfjail_enter(void) {
    struct sock_filter rules[] = {
        LOAD(arch),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, ARCH, 1, 0),
        REFUSE,
        LOAD(nr),
        ALLOW(read),
        ALLOW(pread64),
        ALLOW(readv),
        ALLOW(write),
        ALLOW(writev),
        ALLOW(lseek),
        ALLOW(close),
        ALLOW(fstat),
        ALLOW(newfstatat),
        ALLOW(faccessat),
        ALLOW(readlinkat),
        ALLOW(getdents64),
        ALLOW(fcntl),
        ALLOW(ioctl),
        ALLOW(mmap),
        ALLOW(munmap),
        ALLOW(mremap),
        ALLOW(mprotect),
        ALLOW(madvise),
        ALLOW(brk),
        ALLOW(futex),
        ALLOW(rt_sigaction),
        ALLOW(rt_sigprocmask),
        ALLOW(rt_sigreturn),
        ALLOW(clock_gettime),
        ALLOW(getrandom),
        ALLOW(prlimit64),
        ALLOW(set_tid_address),
        ALLOW(set_robust_list),
        ALLOW(rseq),
        ALLOW(getpid),
        ALLOW(gettid),
        ALLOW(tgkill), /* abort(3) */
        ALLOW(execve), /* into the same jail */
        ALLOW(exit),
        ALLOW(exit_group),
#ifdef SYS_open
        ALLOW(stat),
        ALLOW(access),
        ALLOW(readlink),
        ALLOW(arch_prctl),
#endif
        /* openat(2) for reading only; its third argument decides. */
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_openat, 1, 0),
        REFUSE,
        LOAD(args[2]),
        BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, O_WRONLY | O_RDWR | O_CREAT, 1, 0),
        ANSWER(SECCOMP_RET_ALLOW),
        ANSWER(SECCOMP_RET_ERRNO | EACCES),
    };
    struct sock_fprog program = {sizeof rules / sizeof *rules, rules};
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
           prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}
#else
bool pdfjail_enter(void) {
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    return false;
}
#endif
