/* SPDX-License-Identifier: MIT */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/lt-form-reader-private.h"
#include "exchange/lt-package.h"
#include "exchange/lt-xlsx-reader.h"
#include "text/lt-text.h"

static void
free_print (gpointer data)
{
  LtFormPrint *print = data;

  g_free (print->words_hash);
  for (guint i = 0; i < LT_FORM_N_ANSWERS; i++)
    g_free (print->answers[i]);
  g_free (print);
}

static void
clear_answer (LtFormAnswer *answer)
{
  g_free (answer->where);
  g_free (answer->value);
}

static void
free_row (gpointer data)
{
  LtFormRow *row = data;

  for (guint i = 0; i < LT_FORM_N_ANSWERS; i++)
    clear_answer (&row->answers[i]);
  for (guint i = 0; i < LT_FORM_FIRST_ANSWER; i++)
    clear_answer (&row->words[i]);
  g_free (row->where);
  g_free (row);
}

static LtReturnedForm *
new_form (const char *name)
{
  LtReturnedForm *self = g_new0 (LtReturnedForm, 1);

  self->name = g_strdup (name);
  self->made = LT_DAY_NONE;
  self->day = LT_DAY_NONE;
  self->rows = g_ptr_array_new_with_free_func (free_row);
  self->prints = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, free_print);
  self->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) lt_form_problem_free);
  return self;
}

void
lt_returned_form_free (LtReturnedForm *self)
{
  g_free (self->name);
  g_free (self->agency);
  g_ptr_array_unref (self->rows);
  g_hash_table_unref (self->prints);
  g_ptr_array_unref (self->problems);
  g_free (self);
}

LtFormProblem *
lt_form_problem_new (LtFormWeight weight, const char *file, const char *where, char *what)
{
  LtFormProblem *self = g_new0 (LtFormProblem, 1);

  self->weight = weight;
  self->file = g_strdup (file);
  self->where = g_strdup (where != NULL ? where : "");
  self->what = what;
  return self;
}

void
lt_form_problem_free (LtFormProblem *self)
{
  g_free (self->file);
  g_free (self->where);
  g_free (self->what);
  g_free (self);
}

void
_lt_form_add_problem (LtReturnedForm *self, LtFormWeight weight, const char *where, char *what)
{
  g_ptr_array_add (self->problems, lt_form_problem_new (weight, self->name, where, what));
}

guint
_lt_form_find_letters (LtTable *table, guint column)
{
  for (guint i = 0; i < lt_table_get_n_columns (table); i++)
    {
      guint number = 0;

      for (const char *p = lt_table_get_column (table, i)->title; *p != '\0'; p++)
        number = number * 26 + (guint) (*p - 'A' + 1);
      if (number == column + 1)
        return i;
    }
  return G_MAXUINT;
}

char *
_lt_form_dup_place (LtTable *table, guint row, guint column)
{
  return g_strdup_printf ("%s, %s%u", lt_table_get_name (table), lt_table_get_column (table, column)->title,
                          lt_table_get_row_source (table, row));
}

char *
_lt_form_dup_letters (const char *words)
{
  g_autofree char *folded = lt_text_dup_folded (words);
  GString *letters = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (letters, *p);
  return g_string_free (letters, FALSE);
}

static const char *
get_print_cell (LtTable *table, guint row, guint column)
{
  guint found = _lt_form_find_letters (table, column);

  return found == G_MAXUINT ? "" : lt_table_get_cell (table, row, found)->text;
}

static void
read_print_row (LtReturnedForm *self, LtTable *table, guint row)
{
  const char *kind = get_print_cell (table, row, LT_FORM_PRINT_KIND);
  gint64 id = lt_form_read_code (get_print_cell (table, row, LT_FORM_PRINT_CODE));
  gboolean is_target = strcmp (kind, LT_FORM_PRINT_TARGET) == 0;
  LtFormPrint *print;

  if (id == 0 || (!is_target && strcmp (kind, LT_FORM_PRINT_ROW) != 0))
    return;
  print = g_new0 (LtFormPrint, 1);
  print->id = id;
  print->is_target = is_target;
  print->role = strcmp (get_print_cell (table, row, LT_FORM_PRINT_ROLE), "coordinate") == 0
                  ? LT_ROLE_COORDINATE : LT_ROLE_LEAD;
  print->words_hash = g_strdup (get_print_cell (table, row, LT_FORM_PRINT_WORDS));
  print->report = lt_form_read_code (get_print_cell (table, row, LT_FORM_PRINT_REPORT));
  for (guint i = 0; i < LT_FORM_N_ANSWERS; i++)
    print->answers[i] = g_strdup (get_print_cell (table, row, LT_FORM_PRINT_FIRST_ANSWER + i));
  g_hash_table_replace (self->prints, &print->id, print);
}

gboolean
_lt_form_read_print (LtReturnedForm *self, LtTable *table, GError **error)
{
  guint64 version;

  if (strcmp (get_print_cell (table, 0, LT_FORM_PRINT_MAGIC), LT_FORM_MAGIC) != 0)
    return FALSE;
  if (!g_ascii_string_to_unsigned (get_print_cell (table, 0, LT_FORM_PRINT_VERSION), 10, 0, G_MAXUINT, &version, NULL)
      || version > LT_FORM_VERSION)
    {
      g_set_error_literal (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_VERSION,
                           _("The form was made by a later version of the program. Take it in with that version."));
      return FALSE;
    }
  self->has_fingerprint = TRUE;
  self->plan = lt_form_read_code (get_print_cell (table, 0, LT_FORM_PRINT_PLAN));
  self->agency_id = lt_form_read_code (get_print_cell (table, 0, LT_FORM_PRINT_AGENCY_ID));
  g_free (self->agency);
  self->agency = g_strdup (get_print_cell (table, 0, LT_FORM_PRINT_AGENCY));
  self->made = lt_day_from_iso (get_print_cell (table, 0, LT_FORM_PRINT_MADE));
  for (guint row = 1; row < lt_table_get_n_rows (table); row++)
    read_print_row (self, table, row);
  return TRUE;
}

static gboolean
read_tables (LtReturnedForm *self, LtReading *reading, GError **error)
{
  GError *problem = NULL;
  guint n_sheets = 0;

  for (guint i = 0; i < reading->tables->len && !self->has_fingerprint; i++)
    if (!_lt_form_read_print (self, g_ptr_array_index (reading->tables, i), &problem) && problem != NULL)
      {
        g_propagate_error (error, problem);
        return FALSE;
      }
  for (guint i = 0; i < reading->tables->len; i++)
    n_sheets += _lt_form_read_sheet (self, g_ptr_array_index (reading->tables, i), reading->doubts);
  if (n_sheets > 0 && self->has_fingerprint)
    return TRUE;
  if (n_sheets > 0)
    {
      _lt_form_add_problem (self, LT_FORM_NOTE, NULL,
                            g_strdup (_("The hidden sheet by which a form is known is gone; rows were recognised by "
                                        "their codes. Whether their words were changed on the way cannot be told.")));
      return TRUE;
    }
  g_set_error (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_CONTENT,
               _("This is no collection form: no sheet has a column “%s” with answers beside it. "
                 "Ask for the form as it was sent out."),
               lt_form_column_get_info (LT_FORM_CODE)->title);
  return FALSE;
}

LtReturnedForm *
lt_form_read_bytes (GBytes *bytes, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (LtReturnedForm) self = new_form (name);
  g_autoptr (LtArchive) archive = NULL;
  g_autoptr (LtReading) reading = NULL;
  g_autofree char *part = NULL;
  LtBudget budget;

  lt_budget_init (&budget, cancellable);
  archive = lt_archive_open (bytes, &budget, error);
  part = archive != NULL ? lt_package_dup_main_part (archive, &budget, error) : NULL;
  if (part == NULL)
    return NULL;
  reading = lt_xlsx_read_all (archive, part, &budget, error);
  if (reading == NULL || !read_tables (self, reading, error))
    return NULL;
  return g_steal_pointer (&self);
}

LtReturnedForm *
lt_form_read_file (const char *path, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = NULL;
  g_autoptr (GBytes) bytes = lt_budget_load_file (path, &name, error);

  return bytes != NULL ? lt_form_read_bytes (bytes, name, cancellable, error) : NULL;
}
