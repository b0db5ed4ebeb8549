/* SPDX-License-Identifier: MIT */
#pragma once

#include "report/lt-entry.h"
#include "report/lt-paper.h"
#include "text/lt-date.h"

G_BEGIN_DECLS

/* A document's table, not yet laid out: what a builder makes of a plan and a
 * writer turns into xlsx, csv or pages. It is built by one owner and must not
 * change once another holds a reference; the functions that change it check that.
 * Texts live in one pool and cells in one array: a table of 100,000 cells is
 * a handful of allocations. */

typedef enum {
  LT_ROW_LABEL,      /* "Phụ lục": over all columns, no lines */
  LT_ROW_TITLE,
  LT_ROW_ATTACHMENT, /* "(Kèm theo Kế hoạch …)" */
  LT_ROW_PARAGRAPH,  /* running text before or after the table */
  LT_ROW_SPACE,      /* nothing but height */
  LT_ROW_HEADER,     /* column titles, repeated on every page */
  LT_ROW_GROUP,      /* a heading inside the table */
  LT_ROW_BODY,
  LT_ROW_TOTAL,
} LtRowRole;

typedef enum {
  LT_ALIGN_LEFT,
  LT_ALIGN_CENTER,
  LT_ALIGN_RIGHT,
} LtAlign;

typedef enum {
  LT_TABLE_DOCUMENT, /* for paper: merged cells, pages */
  LT_TABLE_LIST,     /* for filtering: one row a record, nothing merged */
  LT_TABLE_FORM,     /* for filling in: locked but for its entries, no pages */
} LtTableKind;

typedef enum {
  LT_CELL_TEXT,
  LT_CELL_NUMBER,
  LT_CELL_DAY,
} LtCellKind;

typedef enum {
  /* No line between this cell and the one above it. */
  LT_CELL_FLAG_OPEN_ABOVE = 1 << 0,
  /* All its words stood in bold type in the file they were read from. */
  LT_CELL_FLAG_BOLD = 1 << 1,
  /* To be filled in: see lt_table_put_entry(). */
  LT_CELL_FLAG_ENTRY = 1 << 2,
  /* Was worked out by a formula in the file it was read from. */
  LT_CELL_FLAG_FORMULA = 1 << 3,
} LtCellFlags;

/* Grounds of cells, each with a pattern of its own, so that they are told apart without colours. */
typedef enum {
  LT_SHADE_NONE,
  LT_SHADE_GREY,   /* dots */
  LT_SHADE_DARK,   /* plain */
  LT_SHADE_BLUE,   /* plain */
  LT_SHADE_YELLOW, /* rising lines */
  LT_SHADE_RED,    /* crossed lines */
  LT_SHADE_GREEN,  /* lying lines */
  LT_SHADE_LIME,   /* falling lines */
  LT_SHADE_PALE,   /* plain: what is only to be read */
  LT_SHADE_CREAM,  /* plain: what is to be filled in */
  LT_N_SHADES,
} LtShade;

/* Colours as 0xRRGGBB. */
typedef struct {
  guint32 fill;
  guint32 lines; /* of the pattern; the fill's own where it is plain */
} LtShadeStyle;

typedef struct {
  const char *text; /* never NULL; what a reader sees, whatever the kind */
  double value;     /* of a number; of a day, as LtDay */
  guint row_span;   /* 0: covered by the span of another cell */
  guint16 column_span;
  guint8 kind;
  guint8 flags : 4;
  guint8 shade : 4; /* LtShade */
} LtCell;

typedef struct {
  const char *title;
  double share;      /* of the width, against the other columns' shares */
  LtAlign align;
} LtTableColumn;

typedef struct {
  LtAlign align;
  double size; /* points */
  gboolean bold;
  gboolean italic;
  gboolean boxed;     /* thin lines around it */
  gboolean full_width; /* stands over all columns */
} LtCellStyle;

typedef struct _LtTable LtTable;

LtTable             *lt_table_new            (const char *name, LtTableKind kind);
LtTable             *lt_table_ref            (LtTable *self);
void                 lt_table_unref          (LtTable *self);

/* Building. */
void                 lt_table_set_page_setup (LtTable *self, const LtPageSetup *setup);
/* Points of the body text; 13 unless set. */
void                 lt_table_set_body_size  (LtTable *self, double size);
/* What the file's properties call the document. */
void                 lt_table_set_title      (LtTable *self, const char *title);
/* All columns come before the first row. */
guint                lt_table_add_column     (LtTable *self, const char *title, double share,
                                              LtAlign align);
guint                lt_table_add_row        (LtTable *self, LtRowRole role);
/* A row of the columns' titles. */
guint                lt_table_add_header_row (LtTable *self);
/* One text over all columns. */
guint                lt_table_add_line       (LtTable *self, LtRowRole role, const char *text);
/* The row should stand on the same page as the one above. */
void                 lt_table_keep_row       (LtTable *self, guint row);
/* Height of a LT_ROW_SPACE in points, least height of any other row. */
void                 lt_table_set_row_height (LtTable *self, guint row, double height);
/* Copies a text once, for use in many cells of the same table. */
const char          *lt_table_intern         (LtTable *self, const char *text);
void                 lt_table_put            (LtTable *self, guint row, guint column,
                                              const char *text);
/* @text comes from lt_table_intern(). */
void                 lt_table_put_interned   (LtTable *self, guint row, guint column,
                                              const char *text);
/* NAN leaves the cell empty. */
void                 lt_table_put_number     (LtTable *self, guint row, guint column, double value);
/* LT_DAY_NONE leaves the cell empty. */
void                 lt_table_put_day        (LtTable *self, guint row, guint column, LtDay day);
/* Lets a cell stand over its neighbours to the right and below, which must be empty. */
void                 lt_table_span           (LtTable *self, guint row, guint column,
                                              guint row_span, guint column_span);
void                 lt_table_open_above     (LtTable *self, guint row, guint column);
/* Gives a cell of a boxed row a ground. */
void                 lt_table_shade          (LtTable *self, guint row, guint column, LtShade shade);
/* The cell is to be filled in; what it holds already stays there. Row by row, from left to
 * right. @entry is kept. */
void                 lt_table_put_entry      (LtTable *self, guint row, guint column,
                                              const LtEntry *entry);
/* A LT_TABLE_FORM: columns from the left that stay in view. */
void                 lt_table_set_frozen     (LtTable *self, guint n_columns);
/* Locked as a whole; and a sheet that programs do not offer to show. */
void                 lt_table_set_locked     (LtTable *self, gboolean locked);
void                 lt_table_set_hidden     (LtTable *self, gboolean hidden);
/* For tables read from a file: what a cell is, beside the text that is put already. */
void                 lt_table_put_value      (LtTable *self, guint row, guint column,
                                              LtCellKind kind, double value);
void                 lt_table_mark_bold      (LtTable *self, guint row, guint column);
void                 lt_table_mark_formula   (LtTable *self, guint row, guint column);
/* The row's number in the file it was read from, from 1. */
void                 lt_table_set_row_source (LtTable *self, guint row, guint source);

/* Reading. All that is returned is borrowed. */
const char          *lt_table_get_name       (LtTable *self);
const char          *lt_table_get_title      (LtTable *self);
LtTableKind          lt_table_get_kind       (LtTable *self);
const LtPageSetup   *lt_table_get_page_setup (LtTable *self);
guint                lt_table_get_n_columns  (LtTable *self);
const LtTableColumn *lt_table_get_column     (LtTable *self, guint column);
guint                lt_table_get_n_rows     (LtTable *self);
LtRowRole            lt_table_get_row_role   (LtTable *self, guint row);
gboolean             lt_table_get_row_kept   (LtTable *self, guint row);
double               lt_table_get_row_height (LtTable *self, guint row);
/* 0 for a table that was not read from a file. */
guint                lt_table_get_row_source (LtTable *self, guint row);
const LtCell        *lt_table_get_cell       (LtTable *self, guint row, guint column);
/* What a cell takes; NULL for one that is only to be read. */
const LtEntry       *lt_table_get_entry      (LtTable *self, guint row, guint column);
guint                lt_table_get_frozen     (LtTable *self);
gboolean             lt_table_get_locked     (LtTable *self);
gboolean             lt_table_get_hidden     (LtTable *self);
/* How the cells of a row look; one place for layout, workbook and page. */
void                 lt_table_get_style      (LtTable *self, LtRowRole role, guint column,
                                              LtCellStyle *style);
/* Static. */
const LtShadeStyle  *lt_shade_get_style      (LtShade shade);
/* The header rows: the first of them and how many follow each other. */
void                 lt_table_get_header     (LtTable *self, guint *first, guint *n_rows);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LtTable, lt_table_unref)

G_END_DECLS
