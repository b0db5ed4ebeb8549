/* SPDX-License-Identifier: MIT */
#pragma once

#include "report/lt-table.h"

G_BEGIN_DECLS

/* How a spreadsheet shows a number (ECMA-376 part 1, 18.8.30 and 18.8.31), read
 * for what it means in a plan: a day is given as it is shown where the day comes before the
 * month, else in official form; a month stays a month ("Tháng "m/yyyy is not its first day); numbers have a decimal
 * comma. */
typedef struct _LtNumberFormat LtNumberFormat;

/* @code: "dd/mm/yyyy", "0%", … */
LtNumberFormat *lt_number_format_new       (const char *code);
/* The built-in format with that number; "General" where there is none. */
LtNumberFormat *lt_number_format_new_known (guint id);
void            lt_number_format_free      (LtNumberFormat *self);

typedef struct {
  LtCellKind kind;
  double value; /* of a LT_CELL_NUMBER; of a LT_CELL_DAY, as LtDay */
  char *text;
} LtShownNumber;

/* @epoch_1904: days are counted from 1904 on, as old Macintosh workbooks do.
 * @shown's text is (transfer full). */
void            lt_number_format_show      (const LtNumberFormat *self, double value,
                                            gboolean epoch_1904, LtShownNumber *shown);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LtNumberFormat, lt_number_format_free)

G_END_DECLS
