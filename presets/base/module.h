/* Parts of this program that are loaded only when they are needed, with the libraries that they
   need. */

#ifndef TARE_MODULE_H
#define TARE_MODULE_H

/** What a module exports by a name: that beside a program which was not installed, or else the
    installed one. NULL when there is none. What is loaded once stays, and is found again. */
const void* tare_module_find(const char* file, const char* name);

#endif
