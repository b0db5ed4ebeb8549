/* SPDX-License-Identifier: MIT */
#pragma once

#include "report/lt-appendix.h"

G_BEGIN_DECLS

/* The rows of the appendix for reports that add columns at its right: one layout, the
 * same merged cells. */

typedef struct {
  const LtTableColumn *columns; /* behind those of the appendix */
  guint n_columns;
  /* Fills them for an assignment that stands in @n_rows rows from @row, by _lt_appendix_put_over(). */
  void (*put) (LtTable *table, guint row, guint n_rows, LtAssignment *assignment, gpointer data);
  gpointer data;
} LtAppendixExtra;

/* @shares: of the columns of the appendix; NULL for its own. @extra may be NULL. */
void _lt_appendix_add_columns (LtTable *table, const double *shares, const LtAppendixExtra *extra);
/* Everything from the first model on. */
void _lt_appendix_add_rows    (LtTable *table, LtPlan *plan, const LtAppendixExtra *extra);
/* A row for each result, with its words in @column: so no row is too tall for a page. Returns how
 * many rows there are, at least one. */
guint _lt_appendix_add_outcomes (LtTable *table, LtAssignment *assignment, guint column);
/* One text in a column, over all rows of an assignment. */
void _lt_appendix_put_over    (LtTable *table, guint row, guint n_rows, guint column, const char *text);

G_END_DECLS
