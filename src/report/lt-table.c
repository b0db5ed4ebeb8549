/* SPDX-License-Identifier: MIT */
#include "report/lt-table.h"

#include <math.h>
#include <string.h>

typedef struct {
  double height;
  LtRowRole role;
  gboolean kept;
  guint source;
} Row;

typedef struct {
  guint row;
  guint column;
  const LtEntry *entry;
} Entry;

struct _LtTable {
  gatomicrefcount ref_count;
  LtTableKind kind;
  LtPageSetup setup;
  double body_size;
  GStringChunk *pool;
  const char *name;
  const char *title;
  GArray *columns; /* (element-type LtTableColumn) */
  GArray *rows;    /* (element-type Row) */
  GArray *cells;   /* (element-type LtCell), row by row */
  GArray *entries; /* (element-type Entry), row by row; NULL for none */
  guint frozen;
  gboolean locked;
  gboolean hidden;
};

/* Sizes of the head: Nghị định 30/2020/NĐ-CP, Phụ lục III, 1.b and 1.c. */
static const struct {
  double size; /* 0: that of the body */
  LtAlign align;
  gboolean bold, italic, boxed, full_width;
  gboolean column_align;
} styles[] = {
  [LT_ROW_LABEL] = { 14, LT_ALIGN_CENTER, TRUE, FALSE, FALSE, TRUE, FALSE },
  [LT_ROW_TITLE] = { 14, LT_ALIGN_CENTER, TRUE, FALSE, FALSE, TRUE, FALSE },
  [LT_ROW_ATTACHMENT] = { 13, LT_ALIGN_CENTER, FALSE, TRUE, FALSE, TRUE, FALSE },
  [LT_ROW_PARAGRAPH] = { 0, LT_ALIGN_LEFT, FALSE, FALSE, FALSE, TRUE, FALSE },
  [LT_ROW_SPACE] = { 0, LT_ALIGN_LEFT, FALSE, FALSE, FALSE, TRUE, FALSE },
  [LT_ROW_HEADER] = { 0, LT_ALIGN_CENTER, TRUE, FALSE, TRUE, FALSE, FALSE },
  [LT_ROW_GROUP] = { 0, LT_ALIGN_LEFT, TRUE, FALSE, TRUE, FALSE, TRUE },
  [LT_ROW_BODY] = { 0, LT_ALIGN_LEFT, FALSE, FALSE, TRUE, FALSE, TRUE },
  [LT_ROW_TOTAL] = { 0, LT_ALIGN_LEFT, TRUE, FALSE, TRUE, FALSE, TRUE },
};

static const LtShadeStyle shades[] = {
  [LT_SHADE_NONE] = { 0xffffff, 0xffffff },
  [LT_SHADE_GREY] = { 0xf2f2f2, 0x7f7f7f },
  [LT_SHADE_DARK] = { 0x8c8c8c, 0x8c8c8c },
  [LT_SHADE_BLUE] = { 0xbdd7f5, 0xbdd7f5 },
  [LT_SHADE_YELLOW] = { 0xfde9b0, 0x9a6700 },
  [LT_SHADE_RED] = { 0xfbd2cd, 0xb3261e },
  [LT_SHADE_GREEN] = { 0xc6e8cd, 0x237a38 },
  [LT_SHADE_LIME] = { 0xe0edc6, 0x5d7a17 },
  [LT_SHADE_PALE] = { 0xf2f2f2, 0xf2f2f2 },
  [LT_SHADE_CREAM] = { 0xfffbe6, 0xfffbe6 },
};

static LtCell *
get_cell (LtTable *self, guint row, guint column)
{
  g_assert (row < self->rows->len && column < self->columns->len);
  return &g_array_index (self->cells, LtCell, (gsize) row * self->columns->len + column);
}

static void
check_writable (LtTable *self)
{
  g_assert (g_atomic_ref_count_compare (&self->ref_count, 1));
}

LtTable *
lt_table_new (const char *name, LtTableKind kind)
{
  LtTable *self = g_new0 (LtTable, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->kind = kind;
  self->body_size = 13;
  lt_page_setup_init (&self->setup, LT_PAPER_A4, TRUE, LT_MARGINS_DECREE);
  self->pool = g_string_chunk_new (64 * 1024);
  self->name = lt_table_intern (self, name);
  self->title = self->name;
  self->columns = g_array_new (FALSE, TRUE, sizeof (LtTableColumn));
  self->rows = g_array_new (FALSE, TRUE, sizeof (Row));
  self->cells = g_array_new (FALSE, TRUE, sizeof (LtCell));
  return self;
}

LtTable *
lt_table_ref (LtTable *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
lt_table_unref (LtTable *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_string_chunk_free (self->pool);
  g_array_unref (self->columns);
  g_array_unref (self->rows);
  g_array_unref (self->cells);
  g_clear_pointer (&self->entries, g_array_unref);
  g_free (self);
}

void
lt_table_set_page_setup (LtTable *self, const LtPageSetup *setup)
{
  check_writable (self);
  self->setup = *setup;
}

void
lt_table_set_body_size (LtTable *self, double size)
{
  check_writable (self);
  self->body_size = size;
}

void
lt_table_set_title (LtTable *self, const char *title)
{
  check_writable (self);
  self->title = lt_table_intern (self, title);
}

guint
lt_table_add_column (LtTable *self, const char *title, double share, LtAlign align)
{
  LtTableColumn column = { lt_table_intern (self, title), share, align };

  check_writable (self);
  g_assert (self->rows->len == 0);
  g_array_append_val (self->columns, column);
  return self->columns->len - 1;
}

guint
lt_table_add_row (LtTable *self, LtRowRole role)
{
  Row row = { .role = role };
  guint index = self->rows->len;

  check_writable (self);
  g_array_append_val (self->rows, row);
  g_array_set_size (self->cells, self->cells->len + self->columns->len);
  for (guint column = 0; column < self->columns->len; column++)
    {
      LtCell *cell = get_cell (self, index, column);

      cell->text = "";
      cell->row_span = 1;
      cell->column_span = 1;
    }
  return index;
}

guint
lt_table_add_header_row (LtTable *self)
{
  guint row = lt_table_add_row (self, LT_ROW_HEADER);

  for (guint column = 0; column < self->columns->len; column++)
    lt_table_put_interned (self, row, column, lt_table_get_column (self, column)->title);
  return row;
}

guint
lt_table_add_line (LtTable *self, LtRowRole role, const char *text)
{
  guint row = lt_table_add_row (self, role);

  lt_table_put (self, row, 0, text);
  lt_table_span (self, row, 0, 1, self->columns->len);
  return row;
}

void
lt_table_keep_row (LtTable *self, guint row)
{
  check_writable (self);
  g_array_index (self->rows, Row, row).kept = TRUE;
}

void
lt_table_set_row_height (LtTable *self, guint row, double height)
{
  check_writable (self);
  g_array_index (self->rows, Row, row).height = height;
}

const char *
lt_table_intern (LtTable *self, const char *text)
{
  return *text ? g_string_chunk_insert (self->pool, text) : "";
}

void
lt_table_put (LtTable *self, guint row, guint column, const char *text)
{
  lt_table_put_interned (self, row, column, lt_table_intern (self, text));
}

void
lt_table_put_interned (LtTable *self, guint row, guint column, const char *text)
{
  check_writable (self);
  get_cell (self, row, column)->text = text;
}

void
lt_table_put_number (LtTable *self, guint row, guint column, double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  LtCell *cell = get_cell (self, row, column);

  if (isnan (value))
    return;
  g_ascii_formatd (text, sizeof text, "%.15g", value);
  /* A document is read by Vietnamese readers whatever the interface's language is. */
  lt_table_put (self, row, column, g_strdelimit (text, ".", ','));
  cell->kind = LT_CELL_NUMBER;
  cell->value = value;
}

void
lt_table_put_day (LtTable *self, guint row, guint column, LtDay day)
{
  g_autofree char *text = lt_day_dup_official (day);
  LtCell *cell = get_cell (self, row, column);

  if (text == NULL)
    return;
  lt_table_put (self, row, column, text);
  cell->kind = LT_CELL_DAY;
  cell->value = day;
}

void
lt_table_span (LtTable *self, guint row, guint column, guint row_span, guint column_span)
{
  check_writable (self);
  g_assert (row_span > 0 && column_span > 0);
  for (guint i = row; i < row + row_span; i++)
    for (guint j = column; j < column + column_span; j++)
      {
        LtCell *cell = get_cell (self, i, j);

        if (i == row && j == column)
          continue;
        g_assert (*cell->text == '\0' && cell->row_span <= 1 && cell->column_span <= 1);
        cell->row_span = 0;
        cell->column_span = 0;
      }
  get_cell (self, row, column)->row_span = row_span;
  get_cell (self, row, column)->column_span = (guint16) column_span;
}

void
lt_table_shade (LtTable *self, guint row, guint column, LtShade shade)
{
  check_writable (self);
  get_cell (self, row, column)->shade = shade;
}

void
lt_table_open_above (LtTable *self, guint row, guint column)
{
  check_writable (self);
  get_cell (self, row, column)->flags |= LT_CELL_FLAG_OPEN_ABOVE;
}

void
lt_table_put_entry (LtTable *self, guint row, guint column, const LtEntry *entry)
{
  Entry place = { row, column, entry };

  check_writable (self);
  if (self->entries == NULL)
    self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  else
    {
      const Entry *last = &g_array_index (self->entries, Entry, self->entries->len - 1);

      g_assert (last->row < row || (last->row == row && last->column < column));
    }
  g_array_append_val (self->entries, place);
  get_cell (self, row, column)->flags |= LT_CELL_FLAG_ENTRY;
}

void
lt_table_set_frozen (LtTable *self, guint n_columns)
{
  check_writable (self);
  self->frozen = n_columns;
}

void
lt_table_set_locked (LtTable *self, gboolean locked)
{
  check_writable (self);
  self->locked = locked;
}

void
lt_table_set_hidden (LtTable *self, gboolean hidden)
{
  check_writable (self);
  self->hidden = hidden;
}

void
lt_table_put_value (LtTable *self, guint row, guint column, LtCellKind kind, double value)
{
  check_writable (self);
  get_cell (self, row, column)->kind = (guint8) kind;
  get_cell (self, row, column)->value = value;
}

void
lt_table_mark_bold (LtTable *self, guint row, guint column)
{
  check_writable (self);
  get_cell (self, row, column)->flags |= LT_CELL_FLAG_BOLD;
}

void
lt_table_mark_formula (LtTable *self, guint row, guint column)
{
  check_writable (self);
  get_cell (self, row, column)->flags |= LT_CELL_FLAG_FORMULA;
}

void
lt_table_set_row_source (LtTable *self, guint row, guint source)
{
  check_writable (self);
  g_array_index (self->rows, Row, row).source = source;
}

const char *
lt_table_get_name (LtTable *self)
{
  return self->name;
}

const char *
lt_table_get_title (LtTable *self)
{
  return self->title;
}

LtTableKind
lt_table_get_kind (LtTable *self)
{
  return self->kind;
}

const LtPageSetup *
lt_table_get_page_setup (LtTable *self)
{
  return &self->setup;
}

guint
lt_table_get_n_columns (LtTable *self)
{
  return self->columns->len;
}

const LtTableColumn *
lt_table_get_column (LtTable *self, guint column)
{
  return &g_array_index (self->columns, LtTableColumn, column);
}

guint
lt_table_get_n_rows (LtTable *self)
{
  return self->rows->len;
}

LtRowRole
lt_table_get_row_role (LtTable *self, guint row)
{
  return g_array_index (self->rows, Row, row).role;
}

gboolean
lt_table_get_row_kept (LtTable *self, guint row)
{
  return g_array_index (self->rows, Row, row).kept;
}

double
lt_table_get_row_height (LtTable *self, guint row)
{
  return g_array_index (self->rows, Row, row).height;
}

guint
lt_table_get_row_source (LtTable *self, guint row)
{
  return g_array_index (self->rows, Row, row).source;
}

const LtCell *
lt_table_get_cell (LtTable *self, guint row, guint column)
{
  return get_cell (self, row, column);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Entry *x = a;
  const Entry *y = b;

  if (x->row != y->row)
    return x->row < y->row ? -1 : 1;
  return (x->column > y->column) - (x->column < y->column);
}

const LtEntry *
lt_table_get_entry (LtTable *self, guint row, guint column)
{
  Entry place = { row, column, NULL };
  guint index;

  if (!(get_cell (self, row, column)->flags & LT_CELL_FLAG_ENTRY)
      || !g_array_binary_search (self->entries, &place, compare_places, &index))
    return NULL;
  return g_array_index (self->entries, Entry, index).entry;
}

guint
lt_table_get_frozen (LtTable *self)
{
  return self->frozen;
}

gboolean
lt_table_get_locked (LtTable *self)
{
  return self->locked;
}

gboolean
lt_table_get_hidden (LtTable *self)
{
  return self->hidden;
}

void
lt_table_get_style (LtTable *self, LtRowRole role, guint column, LtCellStyle *style)
{
  style->size = styles[role].size > 0 ? styles[role].size : self->body_size;
  style->align = styles[role].column_align ? lt_table_get_column (self, column)->align
                                           : styles[role].align;
  style->bold = styles[role].bold;
  style->italic = styles[role].italic;
  style->boxed = styles[role].boxed;
  style->full_width = styles[role].full_width;
}

const LtShadeStyle *
lt_shade_get_style (LtShade shade)
{
  return &shades[shade];
}

void
lt_table_get_header (LtTable *self, guint *first, guint *n_rows)
{
  guint row = 0;

  while (row < self->rows->len && lt_table_get_row_role (self, row) != LT_ROW_HEADER)
    row++;
  *first = row;
  while (row < self->rows->len && lt_table_get_row_role (self, row) == LT_ROW_HEADER)
    row++;
  *n_rows = row - *first;
}
