/* SPDX-License-Identifier: MIT */
#include "exchange/lt-grid.h"

#include <string.h>

#include "text/lt-text.h"

typedef struct {
  const char *text;
  double value;
  guint32 row;
  guint16 column;
  guint8 kind;
  guint8 flags;
} Entry;

typedef struct {
  guint row;
  guint column;
  guint n_rows;
  guint n_columns;
} Span;

typedef struct {
  guint row;
  guint source;
  LtRowRole role;
} RowNote;

struct _LtGrid {
  LtTable *table; /* holds the texts from the start, so that they are copied once */
  LtBudget *budget;
  GArray *entries; /* (element-type Entry) */
  GArray *spans;   /* (element-type Span) */
  GArray *notes;   /* (element-type RowNote), by row */
  GArray *shares;  /* (element-type double), 0 where not said */
  GArray *joined;  /* (element-type guint), columns that are not told from the next */
  gboolean in_order;
};

/* Where the rows and columns that are kept stood. */
typedef struct {
  GArray *rows;    /* (element-type guint) */
  GArray *columns; /* (element-type guint) */
} Kept;

LtGrid *
lt_grid_new (const char *name, LtBudget *budget)
{
  LtGrid *self = g_new0 (LtGrid, 1);

  self->table = lt_table_new (name, LT_TABLE_DOCUMENT);
  self->budget = budget;
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->spans = g_array_new (FALSE, FALSE, sizeof (Span));
  self->notes = g_array_new (FALSE, FALSE, sizeof (RowNote));
  self->shares = g_array_new (FALSE, TRUE, sizeof (double));
  self->joined = g_array_new (FALSE, FALSE, sizeof (guint));
  self->in_order = TRUE;
  return self;
}

void
lt_grid_free (LtGrid *self)
{
  g_clear_pointer (&self->table, lt_table_unref);
  g_array_unref (self->entries);
  g_array_unref (self->spans);
  g_array_unref (self->notes);
  g_array_unref (self->shares);
  g_array_unref (self->joined);
  g_free (self);
}

static char *
dup_without_controls (const char *text)
{
  GString *result = g_string_sized_new (strlen (text));
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\r' && p[1] == '\n')
        continue;
      if (c == '\r')
        c = '\n';
      /* Control characters of Unicode, and the characters that it will never have. */
      if (c != '\n' && (g_unichar_iscntrl (c) || (c & 0xfffe) == 0xfffe
                        || (c >= 0xfdd0 && c <= 0xfdef)))
        c = ' ';
      g_string_append_unichar (result, c);
    }
  return g_string_free (result, FALSE);
}

static gboolean
is_short_ascii (const char *text)
{
  for (guint i = 0; i < 16; i++)
    {
      if (text[i] == '\0')
        return TRUE;
      if (text[i] <= ' ' || text[i] > '~')
        return FALSE;
    }
  return FALSE;
}

const char *
lt_grid_intern (LtGrid *self, const char *text, GError **error)
{
  g_autofree char *clean = NULL;

  if (!lt_budget_take_text (self->budget, strlen (text), error))
    return NULL;
  if (is_short_ascii (text))
    return lt_table_intern (self->table, text);
  clean = lt_text_dup_clean (text, TRUE, NULL);
  if (clean == NULL)
    {
      g_autofree char *harmless = dup_without_controls (text);

      clean = lt_text_dup_clean (harmless, TRUE, NULL);
    }
  return lt_table_intern (self->table, clean != NULL ? clean : "");
}

void
lt_grid_put (LtGrid *self, guint row, guint column, const char *text, LtCellFlags flags)
{
  Entry entry = { .text = text, .row = row, .column = (guint16) column, .flags = (guint8) flags };

  g_assert (column <= G_MAXUINT16);
  if (*text == '\0')
    return;
  if (self->entries->len > 0)
    {
      Entry *last = &g_array_index (self->entries, Entry, self->entries->len - 1);

      self->in_order &= last->row < row || (last->row == row && last->column < column);
    }
  g_array_append_val (self->entries, entry);
}

void
lt_grid_set_value (LtGrid *self, LtCellKind kind, double value)
{
  Entry *last = &g_array_index (self->entries, Entry, self->entries->len - 1);

  g_assert (self->entries->len > 0);
  last->kind = (guint8) kind;
  last->value = value;
}

void
lt_grid_span (LtGrid *self, guint row, guint column, guint n_rows, guint n_columns)
{
  Span span = { row, column, n_rows, n_columns };

  if (n_rows * (guint64) n_columns > 1)
    g_array_append_val (self->spans, span);
}

void
lt_grid_set_row (LtGrid *self, guint row, LtRowRole role, guint source)
{
  RowNote note = { row, source, role };

  g_array_append_val (self->notes, note);
}

void
lt_grid_set_share (LtGrid *self, guint column, double share)
{
  if (self->shares->len <= column)
    g_array_set_size (self->shares, column + 1);
  g_array_index (self->shares, double, column) = share;
}

void
lt_grid_join_column (LtGrid *self, guint column)
{
  g_array_append_val (self->joined, column);
}

guint
lt_grid_get_n_cells (LtGrid *self)
{
  return self->entries->len;
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *x = a;
  const Entry *y = b;

  if (x->row != y->row)
    return x->row < y->row ? -1 : 1;
  return (int) x->column - (int) y->column;
}

static void
find_kept (LtGrid *self, Kept *kept)
{
  g_autofree guint8 *used = g_new0 (guint8, G_MAXUINT16 + 1);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);

      used[entry->column] = TRUE;
      if (kept->rows->len == 0
          || g_array_index (kept->rows, guint, kept->rows->len - 1) != entry->row)
        g_array_append_val (kept->rows, entry->row);
    }
  for (guint column = 0; column <= G_MAXUINT16; column++)
    if (used[column])
      g_array_append_val (kept->columns, column);
}

/* The first of the kept places that is not before @place. */
static guint
locate (GArray *places, guint64 place)
{
  guint low = 0;
  guint high = places->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (places, guint, middle) < place)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static double
get_share (LtGrid *self, guint column)
{
  double share = column < self->shares->len ? g_array_index (self->shares, double, column) : 0;

  return share > 0 ? share : 1;
}

/* A column that is left out was in most rows a part of the one before it. */
static void
add_columns (LtGrid *self, const Kept *kept, char *(*dup_title) (guint column))
{
  guint n = kept->columns->len;
  guint known = self->shares->len;

  for (guint i = 0; i < n; i++)
    {
      guint column = g_array_index (kept->columns, guint, i);
      guint next = i + 1 < n ? g_array_index (kept->columns, guint, i + 1) : MAX (known, column + 1);
      double share = get_share (self, column);
      g_autofree char *title = dup_title (column);

      for (guint left_out = column + 1; left_out < MIN (next, known); left_out++)
        share += get_share (self, left_out);
      lt_table_add_column (self->table, title, share, LT_ALIGN_LEFT);
    }
}

static void
add_rows (LtGrid *self, const Kept *kept)
{
  guint note = 0;

  for (guint i = 0; i < kept->rows->len; i++)
    {
      guint row = g_array_index (kept->rows, guint, i);
      RowNote found = { row, row + 1, LT_ROW_BODY };

      while (note < self->notes->len && g_array_index (self->notes, RowNote, note).row < row)
        note++;
      if (note < self->notes->len && g_array_index (self->notes, RowNote, note).row == row)
        found = g_array_index (self->notes, RowNote, note);
      lt_table_add_row (self->table, found.role);
      lt_table_set_row_source (self->table, i, found.source);
    }
}

static void
add_cells (LtGrid *self, const Kept *kept)
{
  guint row = 0;

  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);
      guint column = locate (kept->columns, entry->column);

      while (g_array_index (kept->rows, guint, row) < entry->row)
        row++;
      lt_table_put_interned (self->table, row, column, entry->text);
      if (entry->kind != LT_CELL_TEXT)
        lt_table_put_value (self->table, row, column, (LtCellKind) entry->kind, entry->value);
      if (entry->flags & LT_CELL_FLAG_BOLD)
        lt_table_mark_bold (self->table, row, column);
      if (entry->flags & LT_CELL_FLAG_FORMULA)
        lt_table_mark_formula (self->table, row, column);
    }
}

static gboolean
is_free (LtTable *table, guint row, guint column, guint n_rows, guint n_columns)
{
  for (guint i = row; i < row + n_rows; i++)
    for (guint j = column; j < column + n_columns; j++)
      {
        const LtCell *cell = lt_table_get_cell (table, i, j);

        if (cell->row_span != 1 || cell->column_span != 1)
          return FALSE;
      }
  return TRUE;
}

static gboolean
add_span (LtGrid *self, const Kept *kept, const Span *span, GError **error)
{
  guint row = locate (kept->rows, span->row);
  guint column = locate (kept->columns, span->column);
  guint n_rows = locate (kept->rows, (guint64) span->row + span->n_rows) - row;
  guint n_columns = locate (kept->columns, (guint64) span->column + span->n_columns) - column;

  if (n_rows * (guint64) n_columns <= 1)
    return TRUE;
  if (!lt_budget_take_cells (self->budget, n_rows * (guint64) n_columns, error))
    return FALSE;
  /* The words stand in the first cell; where that was left out, the span is empty. */
  if (g_array_index (kept->rows, guint, row) != span->row
      || g_array_index (kept->columns, guint, column) != span->column
      || !is_free (self->table, row, column, n_rows, n_columns))
    return TRUE;
  for (guint i = row; i < row + n_rows; i++)
    for (guint j = column; j < column + n_columns; j++)
      if (i != row || j != column)
        lt_table_put_interned (self->table, i, j, "");
  lt_table_span (self->table, row, column, n_rows, n_columns);
  return TRUE;
}

static gboolean
fill (LtGrid *self, const Kept *kept, char *(*dup_title) (guint column), GError **error)
{
  if (!lt_budget_take_cells (self->budget, kept->rows->len * (guint64) kept->columns->len, error))
    return FALSE;
  add_columns (self, kept, dup_title);
  add_rows (self, kept);
  add_cells (self, kept);
  g_array_set_size (self->entries, 0);
  for (guint i = 0; i < self->spans->len; i++)
    if (!add_span (self, kept, &g_array_index (self->spans, Span, i), error))
      return FALSE;
  return TRUE;
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  guint x = *(const guint *) a;
  guint y = *(const guint *) b;

  return x < y ? -1 : x > y;
}

/* Where @place is when the lines before it are taken away. */
static guint
shift (LtGrid *self, guint64 place)
{
  return (guint) place - locate (self->joined, place);
}

static void
join_columns (LtGrid *self)
{
  if (self->joined->len == 0)
    return;
  g_array_sort (self->joined, compare_numbers);
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = &g_array_index (self->entries, Entry, i);

      entry->column = (guint16) shift (self, entry->column);
    }
  for (guint i = 0; i < self->spans->len; i++)
    {
      Span *span = &g_array_index (self->spans, Span, i);
      guint64 end = (guint64) span->column + span->n_columns;

      span->column = shift (self, span->column);
      span->n_columns = shift (self, end) - span->column;
    }
  for (guint i = self->joined->len; i > 0; i--)
    {
      guint column = g_array_index (self->joined, guint, i - 1);

      if (column + 1 >= self->shares->len)
        continue;
      g_array_index (self->shares, double, column + 1)
          += g_array_index (self->shares, double, column);
      g_array_remove_index (self->shares, column);
    }
}

LtTable *
lt_grid_finish (LtGrid *self, char *(*dup_title) (guint column), GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (guint));
  Kept kept = { rows, columns };

  join_columns (self);
  /* Stable: of two cells in one place the last one counts. */
  if (!self->in_order)
    g_array_sort (self->entries, compare_entries);
  find_kept (self, &kept);
  return fill (self, &kept, dup_title, error) ? g_steal_pointer (&self->table) : NULL;
}

char *
lt_grid_dup_letters (guint column)
{
  GString *letters = g_string_new (NULL);

  for (guint left = column + 1; left > 0; left = (left - 1) / 26)
    g_string_prepend_c (letters, (char) ('A' + (left - 1) % 26));
  return g_string_free (letters, FALSE);
}

char *
lt_grid_dup_number (guint column)
{
  return g_strdup_printf ("%u", column + 1);
}
