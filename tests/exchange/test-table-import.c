/* SPDX-License-Identifier: MIT */
#include "exchange/lt-table-import.h"

#include <locale.h>
#include <string.h>

#include "exchange/lt-reader.h"
#include "exchange/lt-sample.h"
#include "support/lt-test-table.h"

static LtRegistry *
get_registry (void)
{
  static LtBook *sample;

  if (sample == NULL)
    sample = lt_sample_new (NULL);
  return lt_book_get_registry (sample);
}

static gboolean
has_doubt (LtImportDraft *draft, const char *words)
{
  for (guint i = 0; i < draft->doubts->len; i++)
    {
      const LtImportDoubt *doubt = g_ptr_array_index (draft->doubts, i);
      g_autofree char *line = g_strdup_printf ("%s: %s", doubt->where, doubt->what);

      if (strstr (line, words) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
print_doubts (LtImportDraft *draft)
{
  for (guint i = 0; i < draft->doubts->len; i++)
    {
      const LtImportDoubt *doubt = g_ptr_array_index (draft->doubts, i);

      g_printerr ("!   %s: %s\n", doubt->where, doubt->what);
    }
}

static void
test_layout (gconstpointer path)
{
  LtTestTables *tables = lt_test_tables_read (path);
  g_autoptr (LtTableImport) import = lt_table_import_new (tables->reading, get_registry ());
  g_autoptr (LtImportDraft) draft = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < tables->columns->len; i++)
    g_assert_true (lt_table_import_set_columns (import, g_ptr_array_index (tables->columns, i), &error));
  draft = lt_table_import_make_draft (import);
  text = lt_test_book_dup_text (draft->book);
  if (g_getenv ("LT_SHOW") != NULL)
    {
      g_printerr ("%s\n%s", (const char *) path, text);
      print_doubts (draft);
    }
  g_assert_cmpstr (text, ==, tables->plan);
  for (guint i = 0; i < tables->doubts->len; i++)
    if (!has_doubt (draft, g_ptr_array_index (tables->doubts, i)))
      {
        print_doubts (draft);
        g_error ("%s: no doubt says “%s”", (const char *) path,
                 (const char *) g_ptr_array_index (tables->doubts, i));
      }
  if (tables->no_doubts && draft->doubts->len > 0)
    {
      print_doubts (draft);
      g_error ("%s: there are doubts", (const char *) path);
    }
  lt_test_tables_free (tables);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static void
add_layouts (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "fixtures", "import", NULL);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
  GDir *dir = g_dir_open (folder, 0, NULL);
  const char *file;

  g_assert_nonnull (dir);
  while ((file = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (file, ".txt"))
      g_ptr_array_add (files, g_strdup (file));
  g_dir_close (dir);
  g_ptr_array_sort (files, compare);
  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *path = g_strconcat ("/import/", g_ptr_array_index (files, i), NULL);

      g_test_add_data_func_full (path, g_build_filename (folder, g_ptr_array_index (files, i), NULL),
                                 test_layout, g_free);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  add_layouts ();
  return g_test_run ();
}
