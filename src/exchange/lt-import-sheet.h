/* SPDX-License-Identifier: MIT */
#pragma once

#include "exchange/lt-import-column.h"
#include "exchange/lt-import-number.h"
#include "report/lt-table.h"

G_BEGIN_DECLS

/* What a row of somebody's table is. */
typedef enum {
  LT_IMPORT_ROW_TEXT,       /* words around the table */
  LT_IMPORT_ROW_HEADING,    /* of the columns */
  LT_IMPORT_ROW_REMNANT,    /* of a page: a heading repeated, a page number, a row of column numbers */
  LT_IMPORT_ROW_GROUP,      /* becomes an initiative that holds what follows */
  LT_IMPORT_ROW_ASSIGNMENT,
  LT_IMPORT_ROW_OUTCOME,    /* one more result, or duty, of what stands above */
  LT_IMPORT_ROW_CONTINUED,  /* the rest of the row above, cut off by the end of a page */
  LT_IMPORT_ROW_LEFT_OUT,   /* signatures, totals: not taken in, and listed as a doubt */
  LT_IMPORT_N_ROWS,
} LtImportRowRole;

typedef struct {
  LtImportRowRole role;
  gboolean by_hand;
  LtImportNumber number;
  guint rank; /* of its number: outer ones are lower */
} LtImportRow;

/* A table while it is being understood. */
typedef struct {
  LtTable *table;
  guint n_rows;
  guint n_columns;
  guint *owners; /* by cell: the cell whose text is seen there */
  gboolean used;
  gboolean framed; /* its first column numbers the lines of a sheet, the heading's as well: it is not seen */
  gboolean joined; /* goes on where the table before ends */
  guint header;    /* its first row; n_rows for none */
  guint n_header;
  guint body;      /* the first row behind the heading */
  guint intro;     /* the line above that heads all of the table; n_rows for none */
  char **heads;    /* by column: the words of the heading, "" for none */
  LtImportColumn *columns;
  gboolean *columns_by_hand;
  LtImportColumn *said; /* by column: what its heading alone says */
  gboolean *unknown; /* by column: its heading says nothing */
  char **periods;    /* by column: the words of the month or quarter that is ticked there, or NULL */
  gboolean *merged; /* by column: some cells below the heading are merged downwards */
  LtImportRow *rows;
  guint score;     /* how many of a plan's columns the heading names */
} LtImportSheet;

LtImportSheet *lt_import_sheet_new         (LtTable *table);
void           lt_import_sheet_free        (LtImportSheet *self);

/* What is seen in a cell, be it covered by another. Borrowed, never NULL. */
const char    *lt_import_sheet_get_text    (const LtImportSheet *self, guint row, guint column);
/* The text of the cell itself; empty where another covers it. */
const char    *lt_import_sheet_get_own     (const LtImportSheet *self, guint row, guint column);
/* The column where the text begins that is seen in a cell. */
guint          lt_import_sheet_get_first   (const LtImportSheet *self, guint row, guint column);
/* The cell holds a code, not words that only begin in the column of codes. */
gboolean       lt_import_sheet_is_code     (const LtImportSheet *self, guint row, guint column);
/* As it is seen in line @row of a heading that ends before the row @behind: where cells cannot be merged, words that stand over
 * several columns stand in the first of them. */
const char    *lt_import_sheet_get_head    (const LtImportSheet *self, guint row, guint column, guint behind);
/* The cell belongs to one that begins in a row above. */
gboolean       lt_import_sheet_is_covered  (const LtImportSheet *self, guint row, guint column);
gboolean       lt_import_sheet_is_bold     (const LtImportSheet *self, guint row, guint column);
/* The first column of that kind from @from on; n_columns for none. */
guint          lt_import_sheet_find_column (const LtImportSheet *self, LtImportColumn kind, guint from);
/* A column of numbers right of the names counts their results, not the rows. */
gboolean       lt_import_sheet_counts_rows (const LtImportSheet *self, guint column);
/* How many cells of the row have words of their own; @column: the first of them. */
guint          lt_import_sheet_count_own   (const LtImportSheet *self, guint row, guint *column);
/* "Sheet1, B12", or "Table 1, row 12"; @column may be beyond the end for the whole row. */
char          *lt_import_sheet_dup_place   (const LtImportSheet *self, guint row, guint column);

/* Finds the heading; FALSE if there is none. */
gboolean       lt_import_sheet_find_heading (LtImportSheet *self);
/* Makes a row, and those that belong to it, the heading. */
void           lt_import_sheet_set_heading  (LtImportSheet *self, guint row);
/* Whether a row repeats the heading. */
gboolean       lt_import_sheet_is_heading   (const LtImportSheet *self, guint row);
/* Says what the columns hold, by heading and contents; those chosen by hand stay. */
void           lt_import_sheet_name_columns (LtImportSheet *self);
/* Says what the rows are; those chosen by hand stay. */
void           lt_import_sheet_name_rows    (LtImportSheet *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LtImportSheet, lt_import_sheet_free)

G_END_DECLS
