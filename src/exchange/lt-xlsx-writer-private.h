/* SPDX-License-Identifier: MIT */
#pragma once

#include <xlsxwriter.h>

#include "report/lt-table-layout.h"

G_BEGIN_DECLS

/* Excel counts days from 1900 as if that had been a leap year. */
#define LT_XLSX_DAY_OFFSET 25569

/* libxlsxwriter reads breaks up to a 0 and counts them in 16 bits. */
#define LT_XLSX_BREAKS_MAX 1023

typedef enum {
  LT_XLSX_LOOK_OPEN_ABOVE = 1 << 0,
  LT_XLSX_LOOK_OPEN_BELOW = 1 << 1,
  LT_XLSX_LOOK_TOP = 1 << 2, /* the words at the top, not in the middle */
} LtXlsxLook;

/* A workbook under way, and the sheet that is being written. */
typedef struct {
  lxw_workbook *workbook;
  GHashTable *formats;
  lxw_worksheet *sheet;
  LtTable *table;
  LtTableLayout *layout;
  lxw_error failure; /* the first */
} LtXlsxWriter;

void        _lt_xlsx_writer_note       (LtXlsxWriter *self, lxw_error failure);
lxw_format *_lt_xlsx_writer_get_format (LtXlsxWriter *self, guint row, guint column, LtXlsxLook look);
/* A cell that may stand over its neighbours; @text is all or a part of what it says. */
void        _lt_xlsx_writer_put        (LtXlsxWriter *self, lxw_row_t row, lxw_row_t n_rows, lxw_col_t column,
                                        lxw_col_t n_columns, const LtCell *cell, const char *text,
                                        lxw_format *format);

/* The sheet of a LT_TABLE_FORM: what is to be filled in is open and checked, all else locked. */
void        _lt_xlsx_writer_write_form (LtXlsxWriter *self, guint header, guint n_header);
/* No cell of the sheet can be changed but its entries; a password would only lock out those
 * who have to repair a form. */
void        _lt_xlsx_writer_lock       (LtXlsxWriter *self);

G_END_DECLS
