/* SPDX-License-Identifier: MIT */
#include "support/lt-test-table.h"

#include <string.h>

typedef struct {
  LtRowRole role;
  GStrv cells;
} Row;

static char *
dup_unescaped (const char *words)
{
  g_auto (GStrv) lines = g_strsplit (words, "\\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    g_strstrip (lines[i]);
  return g_strjoinv ("\n", lines);
}

static char *
dup_escaped (const char *words)
{
  g_auto (GStrv) lines = g_strsplit (words, "\n", -1);

  return g_strjoinv ("\\n", lines);
}

static guint
count_span (GPtrArray *rows, guint row, guint column, const char *sign, gboolean down)
{
  guint n = 1;

  for (;; n++)
    {
      guint r = down ? row + n : row;
      guint c = down ? column : column + n;
      GStrv cells = r < rows->len ? ((Row *) g_ptr_array_index (rows, r))->cells : NULL;

      if (cells == NULL || c >= g_strv_length (cells) || strcmp (cells[c], sign) != 0)
        return n;
    }
}

static void
fill_cell (LtTable *table, GPtrArray *rows, guint row, guint column)
{
  GStrv cells = ((Row *) g_ptr_array_index (rows, row))->cells;
  g_autofree char *text = dup_unescaped (cells[column]);
  gsize length = strlen (text);
  gboolean bold = length > 2 && text[0] == '*' && text[length - 1] == '*';
  guint n_rows = count_span (rows, row, column, "^", TRUE);
  guint n_columns = count_span (rows, row, column, "<", FALSE);

  if (strcmp (text, "^") == 0 || strcmp (text, "<") == 0)
    return;
  if (bold)
    {
      text[length - 1] = '\0';
      lt_table_put (table, row, column, text + 1);
      lt_table_mark_bold (table, row, column);
    }
  else if (*text != '\0')
    lt_table_put (table, row, column, text);
  if (n_rows > 1 || n_columns > 1)
    lt_table_span (table, row, column, n_rows, n_columns);
}

static LtTable *
make_table (const char *name, GPtrArray *rows)
{
  LtTable *table = lt_table_new (name, LT_TABLE_DOCUMENT);
  guint n_columns = 1;

  for (guint i = 0; i < rows->len; i++)
    n_columns = MAX (n_columns, g_strv_length (((Row *) g_ptr_array_index (rows, i))->cells));
  for (guint i = 0; i < n_columns; i++)
    {
      g_autofree char *title = g_strdup_printf ("%c", 'A' + (int) i);

      lt_table_add_column (table, title, 1, LT_ALIGN_LEFT);
    }
  for (guint i = 0; i < rows->len; i++)
    {
      guint row = lt_table_add_row (table, ((Row *) g_ptr_array_index (rows, i))->role);

      lt_table_set_row_source (table, row, i + 1);
    }
  for (guint i = 0; i < rows->len; i++)
    for (guint k = 0; ((Row *) g_ptr_array_index (rows, i))->cells[k] != NULL; k++)
      fill_cell (table, rows, i, k);
  return table;
}

static void
free_row (gpointer data)
{
  g_strfreev (((Row *) data)->cells);
  g_free (data);
}

static void
finish_table (LtTestTables *self, const char *name, GPtrArray *rows)
{
  if (rows->len > 0)
    lt_reading_add (self->reading, make_table (name, rows));
  g_ptr_array_set_size (rows, 0);
}

static void
add_row (GPtrArray *rows, LtRowRole role, const char *words)
{
  Row *row = g_new0 (Row, 1);

  row->role = role;
  if (role == LT_ROW_PARAGRAPH)
    {
      row->cells = g_new0 (char *, 2);
      row->cells[0] = g_strdup (words);
    }
  else
    {
      row->cells = g_strsplit (words, "|", -1);
      for (guint i = 0; row->cells[i] != NULL; i++)
        g_strstrip (row->cells[i]);
    }
  g_ptr_array_add (rows, row);
}

/* Text before a table is part of the table that follows. */
static gboolean
is_only_text (GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    if (((Row *) g_ptr_array_index (rows, i))->role != LT_ROW_PARAGRAPH)
      return FALSE;
  return TRUE;
}

LtTestTables *
lt_test_tables_read (const char *path)
{
  LtTestTables *self = g_new0 (LtTestTables, 1);
  g_autofree char *content = NULL;
  g_autofree char *name = g_strdup ("Bảng 1");
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (free_row);
  g_autoptr (GString) plan = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;
  gboolean expected = FALSE;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  self->reading = lt_reading_new ();
  self->doubts = g_ptr_array_new_with_free_func (g_free);
  self->columns = g_ptr_array_new_with_free_func (g_free);
  lines = g_strsplit (content, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = lines[i];

      if (*line == '#' || *line == '\0')
        continue;
      if (strcmp (line, "=>") == 0)
        expected = TRUE;
      else if (g_str_has_prefix (line, "!0"))
        self->no_doubts = TRUE;
      else if (g_str_has_prefix (line, "! "))
        g_ptr_array_add (self->doubts, g_strdup (line + 2));
      else if (g_str_has_prefix (line, "@ "))
        g_ptr_array_add (self->columns, g_strdup (line + 2));
      else if (expected)
        g_string_append_printf (plan, "%s\n", line);
      else if (g_str_has_prefix (line, "table "))
        {
          if (!is_only_text (rows))
            finish_table (self, name, rows);
          g_free (name);
          name = g_strdup (line + strlen ("table "));
        }
      else if (*line == '"')
        add_row (rows, LT_ROW_PARAGRAPH, line + 1);
      else if (*line == '|')
        add_row (rows, LT_ROW_BODY, line + 1);
      else if (g_str_has_prefix (line, "H|"))
        add_row (rows, LT_ROW_HEADER, line + 2);
      else
        g_error ("%s, line %u is not understood: %s", path, i + 1, line);
    }
  finish_table (self, name, rows);
  self->plan = g_strdup (plan->str);
  return self;
}

void
lt_test_tables_free (LtTestTables *self)
{
  lt_reading_free (self->reading);
  g_free (self->plan);
  g_ptr_array_unref (self->doubts);
  g_ptr_array_unref (self->columns);
  g_free (self);
}

static void
append_line (GString *text, const char *lead_in, const char *words)
{
  g_autofree char *escaped = dup_escaped (words);

  g_string_append_printf (text, "%s%s\n", lead_in, escaped);
}

static void
append_field (GString *text, LtItem *item, const char *name)
{
  const LtField *field = lt_item_type_find_field (G_OBJECT_TYPE (item), name);
  g_autofree char *lead_in = g_strdup_printf ("%s: ", name);
  g_autofree char *value = NULL;

  if (lt_item_field_is_default (item, field))
    return;
  value = lt_item_dup_field_string (item, field);
  append_line (text, lead_in, value);
}

static void
append_note (GString *text, LtItem *item)
{
  const char *note = lt_item_get_text (item, lt_item_type_find_field (G_OBJECT_TYPE (item), "note"));

  if (note != NULL && *note != '\0')
    append_line (text, "n ", note);
}

/* What is declared of the row, if anything is. */
static void
append_state (GString *text, LtItem *item)
{
  const LtField *state = lt_item_type_find_field (LT_TYPE_ASSIGNMENT, "state");
  const LtField *percent = lt_item_type_find_field (LT_TYPE_ASSIGNMENT, "percent");
  g_autofree char *words = NULL;
  g_autofree char *share = NULL;

  if (lt_item_field_is_default (item, state) && lt_item_field_is_default (item, percent))
    return;
  words = lt_item_dup_field_string (item, state);
  share = lt_item_dup_field_string (item, percent);
  g_string_append_printf (text, "s %s%s%s\n", words, share != NULL ? " " : "", share != NULL ? share : "");
}

static void
append_assignment (GString *text, LtAssignment *assignment)
{
  g_autofree char *duties
      = g_strdup_printf ("%s%s | %s | %s", lt_assignment_get_deadline_joined (assignment) ? "& " : "",
                         lt_assignment_get_deadline_words (assignment),
                         lt_assignment_get_lead_words (assignment),
                         lt_assignment_get_coordination_words (assignment));

  append_line (text, "- ", duties);
  append_state (text, LT_ITEM (assignment));
  for (guint i = 0; i < lt_item_get_n_children (LT_ITEM (assignment)); i++)
    {
      g_autofree char *line = lt_outcome_dup_line (lt_item_get_child (LT_ITEM (assignment), i));

      append_line (text, "* ", line);
    }
  append_note (text, LT_ITEM (assignment));
}

char *
lt_test_book_dup_text (LtBook *book)
{
  static const char *const fields[] = { "title", "label", "attachment", "number", "issuer", "issued", "year" };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lt_item_get_n_children (LT_ITEM (book)); i++)
    {
      LtItem *plan = lt_item_get_child (LT_ITEM (book), i);

      if (i > 0)
        g_string_append (text, "plan\n");
      for (guint k = 0; k < G_N_ELEMENTS (fields); k++)
        append_field (text, plan, fields[k]);
      append_note (text, plan);
      for (guint k = 0; k < lt_item_get_n_children (plan); k++)
        {
          LtItem *initiative = lt_item_get_child (plan, k);
          g_autofree char *number = lt_initiative_dup_number (LT_INITIATIVE (initiative));
          g_autofree char *head = g_strdup_printf ("%s | %s", number,
                                                   lt_initiative_get_name (LT_INITIATIVE (initiative)));

          append_line (text, "= ", head);
          append_note (text, initiative);
          for (guint j = 0; j < lt_item_get_n_children (initiative); j++)
            append_assignment (text, lt_item_get_child (initiative, j));
        }
    }
  return g_string_free (text, FALSE);
}
