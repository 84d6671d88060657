/* While a plugin runs with every control moving, it takes no memory, no lock, and makes no system
   call: the built LV2 plugin, and its inside on each kernel that this processor can run.

   The functions that take memory and locks are defined here, so that the plugin, which is loaded
   into this program, uses these; system calls are trapped by the system's kernel. */

#define _GNU_SOURCE /* for RTLD_NEXT */
#include "fakes/chosen_kernel.h"
#include "fakes/syscall_trap.h"
#include "helpers/built_plugin.h"
#include "helpers/check.h"
#include "helpers/kernels.h"
#include "helpers/moves.h"
#include "helpers/noise.h"
#include "instance.h"

#include <dlfcn.h>
#include <errno.h>
#include <pthread.h>
#include <stddef.h>
#include <stdlib.h>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define IS_SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define IS_SANITIZED 1
#endif
#endif
#if !defined(IS_SANITIZED)
#define IS_SANITIZED 0
#endif

static const char sanitized[] = "the sanitizers take memory and make system calls of their own";

/* What was called while it was armed */

static bool is_armed;
static unsigned n_calls;
static const char* first_call;

static void arm(void)
{
    n_calls = 0;
    first_call = NULL;
    is_armed = true;
}

#if !IS_SANITIZED

static void note(const char* name)
{
    if (!is_armed)
        return;
    if (n_calls++ == 0)
        first_call = name;
}

#define IN_PLACE_OF_THE_SYSTEMS __attribute__((visibility("default")))

/* Memory comes from one large piece and never goes back. Before each block stands its size. */

enum { arena_bytes = 64 << 20, block_alignment = 64 };

static _Alignas(block_alignment) char arena[arena_bytes];
static size_t arena_used;

static void* take(size_t size, size_t alignment)
{
    const size_t head = alignment < block_alignment ? block_alignment : alignment;
    size_t start = arena_used + block_alignment;
    start += (head - ((uintptr_t)arena + start) % head) % head;
    if (size > arena_bytes || start > arena_bytes - size) {
        errno = ENOMEM;
        return NULL;
    }
    memcpy(arena + start - sizeof size, &size, sizeof size);
    arena_used = (start + size + block_alignment - 1) / block_alignment * block_alignment;
    return arena + start;
}

/* The headers of the system call the parameters otherwise: NOLINTBEGIN */

IN_PLACE_OF_THE_SYSTEMS void* malloc(size_t size)
{
    note("malloc");
    return take(size, block_alignment);
}

IN_PLACE_OF_THE_SYSTEMS void free(void* block)
{
    (void)block;
    note("free");
}

IN_PLACE_OF_THE_SYSTEMS void* calloc(size_t n, size_t size)
{
    note("calloc"); /* the arena is never used twice, so it is still full of zeros */
    return size && n > arena_bytes / size ? NULL : take(n * size, block_alignment);
}

IN_PLACE_OF_THE_SYSTEMS void* realloc(void* block, size_t size)
{
    note("realloc");
    void* const moved = take(size, block_alignment);
    if (block && moved) {
        size_t old;
        memcpy(&old, (const char*)block - sizeof old, sizeof old);
        memcpy(moved, block, old < size ? old : size);
    }
    return moved;
}

IN_PLACE_OF_THE_SYSTEMS void* aligned_alloc(size_t alignment, size_t size)
{
    note("aligned_alloc");
    return take(size, alignment);
}

IN_PLACE_OF_THE_SYSTEMS int posix_memalign(void** block, size_t alignment, size_t size)
{
    note("posix_memalign");
    *block = take(size, alignment);
    return *block ? 0 : ENOMEM;
}

/** The function behind the one of this name here. */
static void find_next(void* function, const char* name)
{
    void* const symbol = dlsym(RTLD_NEXT, name);
    memcpy(function, &symbol, sizeof symbol);
}

#define NOTED_LOCK(NAME, LOCK)                                                                     \
    IN_PLACE_OF_THE_SYSTEMS int NAME(LOCK* lock)                                                   \
    {                                                                                              \
        static int (*next)(LOCK*);                                                                 \
        note(#NAME);                                                                               \
        if (!next)                                                                                 \
            find_next(&next, #NAME);                                                               \
        return next(lock);                                                                         \
    }

NOTED_LOCK(pthread_mutex_lock, pthread_mutex_t)
NOTED_LOCK(pthread_mutex_trylock, pthread_mutex_t)
NOTED_LOCK(pthread_rwlock_rdlock, pthread_rwlock_t)
NOTED_LOCK(pthread_rwlock_wrlock, pthread_rwlock_t)
NOTED_LOCK(pthread_spin_lock, pthread_spinlock_t)

/* NOLINTEND */

#endif

/* What runs: the built plugin, or its inside */

enum { n_blocks = 10000, max_frames = 96 };

typedef struct Shell {
    void* (*make)(uint32_t n_channels); ///< NULL when it cannot be made
    void (*connect)(void* handle, uint32_t port, void* data);
    void (*activate)(void* handle);
    void (*run)(void* handle, uint32_t n_frames);
    void (*end)(void* handle);
} Shell;

static const Shell* shell;
static void* handle;
static Moves moves;
static float sound[2][max_frames];

static const LV2_Descriptor* plugins[2]; ///< for one and two channels
static const LV2_Descriptor* descriptor; ///< the one that runs

static void* make_plugin(uint32_t n_channels)
{
    static const LV2_Feature* const no_features[] = {NULL};
    descriptor = plugins[n_channels - 1];
    return descriptor ? descriptor->instantiate(descriptor, 48000, "", no_features) : NULL;
}

static void connect_plugin(void* plugin, uint32_t port, void* data)
{
    descriptor->connect_port(plugin, port, data);
}

static void activate_plugin(void* plugin)
{
    descriptor->activate(plugin);
}

static void run_plugin(void* plugin, uint32_t n_frames)
{
    descriptor->run(plugin, n_frames);
}

static void end_plugin(void* plugin)
{
    descriptor->cleanup(plugin);
}

static void* make_inside(uint32_t n_channels)
{
    return tare_instance_new(48000, n_channels);
}

static void connect_inside(void* instance, uint32_t port, void* data)
{
    tare_instance_connect(instance, port, data);
}

static void activate_inside(void* instance)
{
    tare_instance_activate(instance);
}

static void run_inside(void* instance, uint32_t n_frames)
{
    tare_instance_run(instance, n_frames);
}

static void end_inside(void* instance)
{
    tare_instance_free(instance);
}

static const Shell outside = {make_plugin, connect_plugin, activate_plugin, run_plugin, end_plugin};
static const Shell inside = {make_inside, connect_inside, activate_inside, run_inside, end_inside};

static bool start(const Shell* which, uint32_t n_channels)
{
    shell = which;
    handle = shell->make(n_channels);
    if (!handle)
        return false;
    moves_init(&moves, n_channels, 31);
    for (uint32_t i = 0; i < tare_ports_count(n_channels); ++i)
        shell->connect(handle, i, &moves.controls[i]);
    shell->activate(handle);
    return true;
}

static void run_blocks(void)
{
    for (uint32_t block = 0; block < n_blocks; ++block) {
        const uint32_t n_frames = noise_next(&moves.seed) % (max_frames + 1);
        moves_turn_all(&moves);
        for (uint32_t c = 0; c < 2; ++c)
            moves_fill(&moves, block, sound[c], n_frames);
        for (uint32_t k = 0; k < 2 * moves.n_channels; ++k)
            shell->connect(handle, k, sound[k % moves.n_channels]);
        shell->run(handle, n_frames);
    }
}

/* Tests */

static void test_memory_and_locks_are_noted(void)
{
    if (IS_SANITIZED)
        SKIP(sanitized);
    static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
    arm();
    pthread_mutex_lock(&mutex);
    is_armed = false;
    CHECK(n_calls == 1);
    CHECK_STR(first_call, "pthread_mutex_lock");
    pthread_mutex_unlock(&mutex);

    REQUIRE(start(&outside, 2)); /* the plugin's own calls come here */
    arm();
    void* const another = shell->make(2);
    is_armed = false;
    CHECK(n_calls >= 5);
    CHECK_STR(first_call, "calloc");
    arm();
    shell->end(another);
    is_armed = false;
    CHECK(n_calls >= 5);
    CHECK_STR(first_call, "free");
}

/** Runs a check on the built plugin, and on its inside with each kernel. */
static void check_each(void (*check)(const Shell* which, uint32_t n_channels))
{
    for (uint32_t n_channels = 1; n_channels <= 2; ++n_channels) {
        check(&outside, n_channels);
        for (uint32_t k = 0; kernels_get(k); ++k) {
            chosen_kernel_set(kernels_get(k));
            check(&inside, n_channels);
        }
        chosen_kernel_set(NULL);
    }
}

static void check_memory_and_locks(const Shell* which, uint32_t n_channels)
{
    REQUIRE(start(which, n_channels));
    arm();
    run_blocks();
    is_armed = false;
    CHECK(n_calls == 0);
    CHECK_STR(first_call, NULL);
    shell->end(handle);
}

static void test_run_takes_no_memory_and_no_lock(void)
{
    if (IS_SANITIZED)
        SKIP(sanitized);
    check_each(check_memory_and_locks);
}

static void write_a_line(void)
{
    fputs("this must not be seen\n", stderr);
}

static void test_system_calls_are_counted(void)
{
    if (IS_SANITIZED)
        SKIP(sanitized);
    const SyscallCount count = syscall_trap_run(write_a_line);
    if (!count.is_known)
        SKIP("system calls cannot be trapped here");
    CHECK(count.has_ended && count.n_calls > 0);
}

static void check_system_calls(const Shell* which, uint32_t n_channels)
{
    REQUIRE(start(which, n_channels));
    const SyscallCount count = syscall_trap_run(run_blocks);
    if (!count.is_known)
        SKIP("system calls cannot be trapped here");
    CHECK(count.has_ended);
    CHECK(count.n_calls == 0);
    if (count.n_calls)
        fprintf(stderr, "the first system call has number %d\n", count.first);
    shell->end(handle);
}

static void test_run_makes_no_system_call(void)
{
    if (IS_SANITIZED)
        SKIP(sanitized);
    check_each(check_system_calls);
}

int main(void)
{
    for (uint32_t i = 0; i < 2; ++i)
        plugins[i] = built_plugin(i + 1);
    RUN(test_memory_and_locks_are_noted);
    RUN(test_run_takes_no_memory_and_no_lock);
    RUN(test_system_calls_are_counted);
    RUN(test_run_makes_no_system_call);
    return check_done();
}
