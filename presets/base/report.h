/* What readers have to say about their input: where it stands and what is wrong with it. */

#ifndef TARE_REPORT_H
#define TARE_REPORT_H

typedef enum {
    TARE_OK,
    TARE_NOT_FOUND, ///< nothing that fits
    TARE_BAD_INPUT, ///< the input cannot be used; a report has been made
    TARE_IO_ERROR,  ///< a file could not be read or written; a report has been made
    TARE_NO_MEMORY
} TareStatus;

typedef enum {
    TARE_NOTE,    ///< worth knowing, nothing is lost
    TARE_WARNING, ///< a part of the input is not used
    TARE_ERROR    ///< the input is not used
} TareSeverity;

/** One finding, worded "what is wrong; what was expected". Line and column count from 1; 0 when the
    finding is about the whole file or line. The texts live as long as the call. */
typedef struct TareReport {
    TareSeverity severity;
    const char* file;
    unsigned line, column;
    const char* message;
} TareReport;

/** Receives findings. Libraries never print: they call this. */
typedef struct TareReporter {
    void (*report)(void* data, const TareReport* report);
    void* data;
} TareReporter;

/** Makes a report of a printf-like message. A NULL reporter, or one without a function, is silent.
 */
void tare_report(const TareReporter* reporter, TareSeverity severity, const char* file,
                 unsigned line, unsigned column, const char* format, ...)
    __attribute__((format(printf, 6, 7)));

#endif
