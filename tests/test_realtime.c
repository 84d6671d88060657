/* While the built LV2 plugin runs with every control moving, it takes no memory, no lock, and makes
   no system call.

   The functions that take memory and locks are defined here, so that the plugin, which is loaded
   into this program, uses these; system calls are trapped by the kernel. */

#define _GNU_SOURCE /* for RTLD_NEXT */
#include "fakes/syscall_trap.h"
#include "helpers/check.h"
#include "helpers/noise.h"
#include "ports.h"

#include <dlfcn.h>
#include <errno.h>
#include <lv2/core/lv2.h>
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

/* The plugin */

enum { n_blocks = 10000, max_frames = 96 };

static const LV2_Descriptor* descriptor;
static LV2_Handle handle;
static uint32_t n_channels;
static float controls[TARE_MAX_PORTS];
static float sound[2][max_frames];

static const LV2_Descriptor* find_descriptor(uint32_t index)
{
    char path[4096];
    const char* build = getenv("TARE_BUILD_DIR");
    snprintf(path, sizeof path, "%s/lv2/tare.lv2/tare.so", build ? build : "build");
    void* library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    void* symbol = library ? dlsym(library, "lv2_descriptor") : NULL;
    LV2_Descriptor_Function get;
    memcpy(&get, &symbol, sizeof get);
    return symbol ? get(index) : NULL;
}

static void instantiate(void)
{
    static const LV2_Feature* const no_features[] = {NULL};
    handle = descriptor->instantiate(descriptor, 48000, "", no_features);
}

static bool start(uint32_t channels)
{
    n_channels = channels;
    descriptor = find_descriptor(channels == 1 ? 1 : 0);
    if (!descriptor)
        return false;
    instantiate();
    if (!handle)
        return false;
    for (uint32_t i = 0; i < tare_ports_count(n_channels); ++i) {
        controls[i] = tare_port(n_channels, i).def;
        descriptor->connect_port(handle, i, &controls[i]);
    }
    descriptor->activate(handle);
    return true;
}

/** Every control stands somewhere else in every block, switches and choices in one of a few. */
static void move_controls(uint32_t* seed)
{
    for (uint32_t i = 2 * n_channels; i < tare_ports_count(n_channels); ++i) {
        const TarePort port = tare_port(n_channels, i);
        const float part = (float)(noise_next(seed) % 1024) / 1023;
        const bool is_sudden = port.scale == TARE_SCALE_CHOICE || port.scale == TARE_SCALE_TOGGLE;
        if (tare_port_is_output(port.role) || (is_sudden && noise_next(seed) % 64))
            continue;
        controls[i] = port.min + part * (port.max - port.min);
    }
    if (noise_next(seed) % 16 == 0)
        controls[2 * n_channels + noise_next(seed) % 80] = NAN;
}

/** Noise, now and then silence, now and then what is no sound. */
static void make_sound(uint32_t block, uint32_t n_frames, uint32_t* seed)
{
    for (uint32_t c = 0; c < 2; ++c)
        for (uint32_t i = 0; i < n_frames; ++i)
            sound[c][i] = block / 100 % 3 == 2 ? 0.0f : noise_sample(seed);
    if (block % 50 == 7)
        sound[0][0] = block % 100 == 7 ? NAN : 3e38f;
}

static void run_blocks(void)
{
    uint32_t seed = 31;
    for (uint32_t block = 0; block < n_blocks; ++block) {
        const uint32_t n_frames = noise_next(&seed) % (max_frames + 1);
        move_controls(&seed);
        make_sound(block, n_frames, &seed);
        for (uint32_t k = 0; k < 2 * n_channels; ++k)
            descriptor->connect_port(handle, k, sound[k % n_channels]);
        descriptor->run(handle, n_frames);
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

    REQUIRE(start(2)); /* the plugin's own calls come here */
    arm();
    instantiate();
    is_armed = false;
    CHECK(n_calls >= 5);
    CHECK_STR(first_call, "calloc");
    arm();
    descriptor->cleanup(handle);
    is_armed = false;
    CHECK(n_calls >= 5);
    CHECK_STR(first_call, "free");
}

static void check_memory_and_locks(uint32_t channels)
{
    REQUIRE(start(channels));
    arm();
    run_blocks();
    is_armed = false;
    CHECK(n_calls == 0);
    CHECK_STR(first_call, NULL);
    descriptor->cleanup(handle);
}

static void test_run_takes_no_memory_and_no_lock(void)
{
    if (IS_SANITIZED)
        SKIP(sanitized);
    check_memory_and_locks(2);
    check_memory_and_locks(1);
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

static void check_system_calls(uint32_t channels)
{
    REQUIRE(start(channels));
    const SyscallCount count = syscall_trap_run(run_blocks);
    if (!count.is_known)
        SKIP("system calls cannot be trapped here");
    CHECK(count.has_ended);
    CHECK(count.n_calls == 0);
    if (count.n_calls)
        fprintf(stderr, "the first system call has number %d\n", count.first);
    descriptor->cleanup(handle);
}

static void test_run_makes_no_system_call(void)
{
    if (IS_SANITIZED)
        SKIP(sanitized);
    check_system_calls(2);
    check_system_calls(1);
}

int main(void)
{
    RUN(test_memory_and_locks_are_noted);
    RUN(test_run_takes_no_memory_and_no_lock);
    RUN(test_system_calls_are_counted);
    RUN(test_run_makes_no_system_call);
    return check_done();
}
