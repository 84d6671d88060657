/* Elementary functions that give the same bits on every machine: made of +, -, * and / of doubles
   only, which IEEE 754 defines, where those of a C library differ in the last bits. Good to about
   1e-15, in the ranges that fitting needs. To be compiled without contraction of products and sums.
 */

#ifndef TARE_EXACT_H
#define TARE_EXACT_H

/** e^x for |x| < 700. */
double tare_exact_exp(double x);

/** Natural logarithm of a normal number above 0. */
double tare_exact_log(double x);

/** Takes the logarithm of each of n normal numbers above 0, good to 1e-10: enough for levels, in a
    third of the time. */
void tare_exact_log_all(double* numbers, unsigned n);

/** Sine and cosine for 0 <= x <= pi. */
double tare_exact_sin(double x);
double tare_exact_cos(double x);

#define TARE_EXACT_LN2 0.69314718055994530942
#define TARE_EXACT_LN10 2.30258509299404568402

#endif
