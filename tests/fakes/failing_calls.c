/* A library to be loaded before all others (LD_PRELOAD), in which one allocation of a whole program
   fails: the one of the number that TARE_FAILING_CALL says, counted from 1. Those of the C library
   and of others count, too, unless TARE_FAILING_OWN is set. Into the file TARE_FAILING_COUNT, when
   that is named, it writes at the end how many were asked for. For glibc, whose own functions have
   names of their own. */

#define _GNU_SOURCE

#include <errno.h>
#include <fcntl.h>
#include <link.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define EXPORTED __attribute__((visibility("default")))

void* __libc_malloc(size_t size);
void* __libc_calloc(size_t n, size_t size);
void* __libc_realloc(void* block, size_t size);
void* __libc_memalign(size_t alignment, size_t size);

/* The headers call the parameters otherwise: NOLINTBEGIN */
EXPORTED void* malloc(size_t size);
EXPORTED void* calloc(size_t n, size_t size);
EXPORTED void* realloc(void* block, size_t size);
EXPORTED void* aligned_alloc(size_t alignment, size_t size);
EXPORTED int posix_memalign(void** block, size_t alignment, size_t size);

static bool has_begun, is_own_alone;
static uintptr_t own_begin, own_end; /* where the program's code is */
static unsigned long failing_one;
static atomic_ulong n_asked; /* by threads too */
static char count_path[1024];

/** The first is the program. */
static int find_own(struct dl_phdr_info* info, size_t size, void* data)
{
    (void)size, (void)data;
    for (int i = 0; i < info->dlpi_phnum; ++i)
        if (info->dlpi_phdr[i].p_type == PT_LOAD && info->dlpi_phdr[i].p_flags & PF_X) {
            own_begin = info->dlpi_addr + info->dlpi_phdr[i].p_vaddr;
            own_end = own_begin + info->dlpi_phdr[i].p_memsz;
        }
    return 1;
}

/** Libraries are loaded in the order of who needs whom: this one, which needs nobody, before the
    program and after what it needs itself. */
__attribute__((constructor)) static void begin(void)
{
    const char* const number = getenv("TARE_FAILING_CALL");
    const char* const path = getenv("TARE_FAILING_COUNT");
    failing_one = number ? strtoul(number, NULL, 10) : 0;
    snprintf(count_path, sizeof count_path, "%s", path ? path : "");
    unsetenv("LD_PRELOAD"); /* children are other programs */
    is_own_alone = getenv("TARE_FAILING_OWN") != NULL;
    dl_iterate_phdr(find_own, NULL);
    has_begun = true;
}

__attribute__((destructor)) static void end(void)
{
    char text[32];
    has_begun = false;
    const int file =
        count_path[0] ? open(count_path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600) : -1;
    const int length = snprintf(text, sizeof text, "%lu\n", (unsigned long)n_asked);
    if (file >= 0 && write(file, text, (size_t)length) != length)
        _exit(99);
}

static bool fails(const void* caller)
{
    const bool is_own = (uintptr_t)caller >= own_begin && (uintptr_t)caller < own_end;
    if (!has_begun || (is_own_alone && !is_own))
        return false;
    if (atomic_fetch_add(&n_asked, 1) + 1 != failing_one)
        return false;
    errno = ENOMEM;
    return true;
}

void* malloc(size_t size)
{
    return fails(__builtin_return_address(0)) ? NULL : __libc_malloc(size);
}

void* calloc(size_t n, size_t size)
{
    return fails(__builtin_return_address(0)) ? NULL : __libc_calloc(n, size);
}

void* realloc(void* block, size_t size)
{
    return fails(__builtin_return_address(0)) ? NULL : __libc_realloc(block, size);
}

void* aligned_alloc(size_t alignment, size_t size)
{
    return fails(__builtin_return_address(0)) ? NULL : __libc_memalign(alignment, size);
}

int posix_memalign(void** block, size_t alignment, size_t size)
{
    if (fails(__builtin_return_address(0)))
        return ENOMEM;
    void* const found = __libc_memalign(alignment, size);
    if (!found)
        return ENOMEM;
    *block = found;
    return 0;
}
/* NOLINTEND */
