/* Symmetric positive definite systems by Cholesky's factorisation, in pieces of bounded cost. */

#ifndef TARE_SOLVE_H
#define TARE_SOLVE_H

/** Adds the products of five columns of n numbers with themselves to a matrix of n rows and
   columns: its lower triangle, and what is beside that in pairs of columns. n is even. */
void tare_solve_add_squares(double* matrix, int n, const double* const columns[5]);

/** Factorises rows `first` .. `end` - 1 of the lower triangle of an n x n matrix (row by row) in
    place; the rows before must be factorised. A pivot that is not positive becomes 1: the result
    is then of no use, but finite for finite input. */
void tare_solve_factorise(double* matrix, int n, int first, int end);

/** Replaces the right-hand side by the solution. */
void tare_solve_substitute(const double* factor, int n, double* values);

#endif
