/* Marks on the declarations of the library. Each is empty for a compiler that does not know it. */

#ifndef TARE_ATTRIBUTES_H
#define TARE_ATTRIBUTES_H

/* Around all declarations, so that C++ looks for names of C. */
#if defined(__cplusplus)
#define TARE_BEGIN_DECLS extern "C" {
#define TARE_END_DECLS }
#else
#define TARE_BEGIN_DECLS
#define TARE_END_DECLS
#endif

/* Belongs to the interface: exported by the shared library, and by that alone. A static library
   that exported its names would make each plugin that holds one export them too. */
#if defined(TARE_BUILDING_SHARED) && defined(__GNUC__)
#define TARE_API __attribute__((visibility("default")))
#else
#define TARE_API
#endif

/* The caller must look at the result. Stands before all other marks. */
#if (defined(__cplusplus) && __cplusplus >= 201703L) ||                                            \
    (defined(__STDC_VERSION__) && __STDC_VERSION__ >= 202311L)
#define TARE_NODISCARD [[nodiscard]]
#elif defined(__GNUC__)
#define TARE_NODISCARD __attribute__((warn_unused_result))
#else
#define TARE_NODISCARD
#endif

/* Returns new memory that nothing else points to, or NULL. */
#if defined(__GNUC__)
#define TARE_MALLOC_FUNC __attribute__((malloc))
#else
#define TARE_MALLOC_FUNC
#endif

/* Only reads, and what it returns depends on nothing but what it reads. */
#if defined(__GNUC__)
#define TARE_PURE_FUNC __attribute__((pure))
#else
#define TARE_PURE_FUNC
#endif

/* Fit for an audio callback: takes no memory and no lock, makes no system call, and its time is
   bounded. Stands on the definition too. Clang knows this from version 20 on: it warns where such a
   function calls another kind (-Wfunction-effects), and stops there (-fsanitize=realtime). */
#if defined(__clang__)
#if __has_attribute(nonblocking)
#define TARE_REALTIME __attribute__((nonblocking))
#endif
#endif
#if !defined(TARE_REALTIME)
#define TARE_REALTIME
#endif

#endif
