/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "plan/lt-item-private.h"
#include "store/lt-backup.h"
#include "store/lt-document-private.h"
#include "store/lt-rows.h"
#include "store/lt-schema.h"

/* A bad page hides the rows between two ids; the gap is halved this often in
 * the search for good pages inside it, and again from each one found. */
#define MAX_DEPTH 7

typedef struct {
  LtDatabase *from;
  LtDatabase *to;
  const char *table;
  const char *columns;
  const char *parameters;
  int n_columns;
  const LtItemInfo *info; /* NULL for the journal */
  int first_field;        /* the column of info->fields[0] */
  LtRecovery *result;
} Salvage;

/* Part of a value may lie on a page that was lost: what is not text any more is
 * cut off, and a day that is none is dropped, so that the file can be opened. */
static void
copy_value (Salvage *salvage, sqlite3_stmt *insert, sqlite3_stmt *row, int column)
{
  const char *text = sqlite3_column_type (row, column) == SQLITE_TEXT
                       ? (const char *) sqlite3_column_text (row, column)
                       : NULL;
  int field = column - salvage->first_field;

  if (text && !g_utf8_validate (text, sqlite3_column_bytes (row, column), NULL))
    {
      g_autofree char *kept = g_utf8_make_valid (text, -1);

      salvage->result->lost++;
      sqlite3_bind_text (insert, column + 1, kept, -1, SQLITE_TRANSIENT);
    }
  else if (text && salvage->info && field >= 0 && salvage->info->fields[field].kind == LT_FIELD_DAY
           && lt_day_from_iso (text) == LT_DAY_NONE)
    {
      salvage->result->lost++;
      sqlite3_bind_null (insert, column + 1);
    }
  else
    sqlite3_bind_value (insert, column + 1, sqlite3_column_value (row, column));
}

static void
copy_row (Salvage *salvage, sqlite3_stmt *row)
{
  g_autofree char *sql = g_strdup_printf ("INSERT OR IGNORE INTO %s (%s) VALUES (%s)", salvage->table,
                                          salvage->columns, salvage->parameters);
  LtStatement *insert = lt_database_get_statement (salvage->to, sql, NULL);

  for (int i = 0; i < salvage->n_columns; i++)
    copy_value (salvage, lt_statement_get_handle (insert), row, i);
  /* What the tables refuse was overwritten by something else: it is no row of ours. */
  if (!lt_statement_run (insert, NULL))
    salvage->result->lost++;
  else
    salvage->result->rows += (guint) sqlite3_changes (lt_database_get_handle (salvage->to));
}

/* Reads rows with low <= id <= high in one direction until the end or an error.
 * @reached becomes the last id that was read. TRUE if the end was met. */
static gboolean
read_range (Salvage *salvage, gint64 low, gint64 high, gboolean descending, gint64 *reached)
{
  g_autofree char *sql = g_strdup_printf (
    "SELECT %s FROM %s NOT INDEXED WHERE rowid BETWEEN %" G_GINT64_FORMAT " AND %" G_GINT64_FORMAT
    " ORDER BY rowid %s",
    salvage->columns, salvage->table, low, high, descending ? "DESC" : "ASC");
  sqlite3_stmt *statement = NULL;
  int code;

  code = sqlite3_prepare_v2 (lt_database_get_handle (salvage->from), sql, -1, &statement, NULL);
  while (code == SQLITE_OK || code == SQLITE_ROW)
    {
      code = sqlite3_step (statement);
      if (code == SQLITE_ROW)
        {
          *reached = sqlite3_column_int64 (statement, 0);
          copy_row (salvage, statement);
        }
    }
  sqlite3_finalize (statement);
  return code == SQLITE_DONE;
}

/* @depth: how often the gap may still be halved without finding anything. */
static void
salvage_range (Salvage *salvage, gint64 low, gint64 high, int depth)
{
  guint rows_before = salvage->result->rows;
  gint64 first = low;
  gint64 last = high;
  gint64 middle;

  if (low > high || read_range (salvage, low, high, FALSE, &first)
      || read_range (salvage, first, high, TRUE, &last))
    return;
  if (depth == 0 || last - first < 2)
    {
      salvage->result->lost++;
      return;
    }
  depth = salvage->result->rows > rows_before ? MAX_DEPTH : depth - 1;
  middle = first + (last - first) / 2;
  salvage_range (salvage, first, middle, depth);
  salvage_range (salvage, middle + 1, last, depth);
}

static void
salvage_table (Salvage *salvage, const char *table, const char *const *columns)
{
  g_autofree char *list = g_strjoinv (", ", (char **) columns);
  g_autofree char *joined = g_strjoinv (", :", (char **) columns);
  g_autofree char *parameters = g_strconcat (":", joined, NULL);

  salvage->table = table;
  salvage->columns = list;
  salvage->parameters = parameters;
  salvage->n_columns = (int) g_strv_length ((char **) columns);
  salvage_range (salvage, 1, G_MAXINT64, MAX_DEPTH);
}

static void
salvage_items (Salvage *salvage, const LtTableInfo *table)
{
  g_autoptr (GPtrArray) columns = g_ptr_array_new ();

  g_ptr_array_add (columns, (char *) "id");
  if (table->has_parent)
    g_ptr_array_add (columns, (char *) "parent");
  g_ptr_array_add (columns, (char *) "position");
  for (guint i = 0; i < table->info->n_fields; i++)
    g_ptr_array_add (columns, (char *) table->info->fields[i].name);
  g_ptr_array_add (columns, NULL);
  salvage->info = table->info;
  salvage->first_field = table->has_parent ? 3 : 2;
  salvage_table (salvage, table->info->table, (const char *const *) columns->pdata);
  salvage->info = NULL;
}

/* The id of a made parent in @table, below made parents of its own: made when
 * first needed, 0 on error. */
static gint64
make_adopter (LtDatabase *to, const LtTableInfo *table, gint64 adopters[], GError **error)
{
  gint64 *adopter = &adopters[table - lt_rows_list_tables (NULL)];
  gint64 above = 0;
  g_autofree char *sql = NULL;

  if (*adopter)
    return *adopter;
  if (table->above)
    {
      above = make_adopter (to, table->above, adopters, error);
      if (above == 0)
        return 0;
    }
  *adopter = lt_item_make_id ();
  sql = table->above ? g_strdup_printf ("INSERT INTO %s (id, parent, position) VALUES (%" G_GINT64_FORMAT
                                        ", %" G_GINT64_FORMAT ", %" G_GINT64_FORMAT ")",
                                        table->info->table, *adopter, above, G_MAXINT64 / 2)
                     : g_strdup_printf ("INSERT INTO %s (id, position) VALUES (%" G_GINT64_FORMAT
                                        ", %" G_GINT64_FORMAT ")",
                                        table->info->table, *adopter, G_MAXINT64 / 2);
  return lt_database_exec (to, sql, error) ? *adopter : 0;
}

/* Gives the rows of @table whose parent was lost a parent made for them; the
 * chain of made parents ends in a plan of its own, so that they show. */
static gboolean
adopt_orphans (LtDatabase *to, const LtTableInfo *table, gint64 adopters[], LtRecovery *result, GError **error)
{
  g_autofree char *count = g_strdup_printf (
    "SELECT count (*) FROM %s WHERE parent NOT IN (SELECT id FROM %s)", table->info->table,
    table->above->info->table);
  g_autofree char *adopt = NULL;
  gint64 adopter;
  gint64 n;

  if (!lt_database_get_integer (to, count, &n, error))
    return FALSE;
  if (n == 0)
    return TRUE;
  adopter = make_adopter (to, table->above, adopters, error);
  if (adopter == 0)
    return FALSE;
  result->orphans += (guint) n;
  adopt = g_strdup_printf ("UPDATE %s SET parent = %" G_GINT64_FORMAT " WHERE parent NOT IN (SELECT id FROM %s)",
                           table->info->table, adopter, table->above->info->table);
  return lt_database_exec (to, adopt, error);
}

static gboolean
name_adopting_plan (LtDatabase *to, gint64 plan, GError **error)
{
  LtStatement *name = lt_database_get_statement (to, "UPDATE plan SET title = :title WHERE id = :id", error);

  if (name == NULL)
    return FALSE;
  lt_statement_bind_text (name, ":title", _("Recovered rows whose plan was lost"));
  lt_statement_bind_integer (name, ":id", plan);
  return lt_statement_run (name, error);
}

static gboolean
settle (LtDatabase *to, LtRecovery *result, GError **error)
{
  guint n_tables;
  const LtTableInfo *tables = lt_rows_list_tables (&n_tables);
  g_autofree gint64 *adopters = g_new0 (gint64, n_tables);
  gint64 plan;

  /* What is said of a row or an agency that was lost says nothing any more. */
  if (!lt_database_exec (to,
                         "DELETE FROM succession WHERE parent NOT IN (SELECT id FROM agency)"
                         " OR successor NOT IN (SELECT id FROM agency);"
                         "DELETE FROM link WHERE parent NOT IN (SELECT id FROM assignment)"
                         " OR agency NOT IN (SELECT id FROM agency);"
                         "UPDATE agency SET parent_agency = NULL"
                         " WHERE parent_agency NOT IN (SELECT id FROM agency);"
                         "UPDATE assignment SET origin = NULL WHERE origin NOT IN (SELECT id FROM assignment);"
                         "DELETE FROM baseline_row WHERE parent NOT IN (SELECT id FROM baseline)"
                         " OR assignment NOT IN (SELECT id FROM assignment);"
                         "UPDATE history SET undoes = NULL WHERE undoes NOT IN (SELECT id FROM history)",
                         error))
    return FALSE;
  for (guint i = 0; i < n_tables; i++)
    if (tables[i].above && !adopt_orphans (to, &tables[i], adopters, result, error))
      return FALSE;
  plan = adopters[lt_rows_get_table (LT_TYPE_PLAN) - tables];
  return plan == 0 || name_adopting_plan (to, plan, error);
}

static gboolean
salvage_all (const char *copy, const char *temporary, LtRecovery *result, GError **error)
{
  static const char *const history[] = { "id", "at", "author", "label", "undoes", "changeset", NULL };
  g_autoptr (LtDatabase) from = lt_database_open_damaged (copy, error);
  g_autoptr (LtDatabase) to = from ? lt_database_open (temporary, SQLITE_OPEN_READWRITE, error) : NULL;
  guint n_tables;
  const LtTableInfo *tables = lt_rows_list_tables (&n_tables);
  Salvage salvage = { .from = from, .to = to, .result = result };
  int version;

  if (to == NULL || !lt_schema_upgrade (to, 0, error))
    return FALSE;
  if (!lt_database_exec (to, "PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE", error))
    return FALSE;
  version = lt_schema_get_version (from, NULL);
  for (guint i = 0; i < n_tables; i++)
    if (version == 0 || tables[i].since <= version)
      salvage_items (&salvage, &tables[i]);
  salvage_table (&salvage, "history", history);
  return settle (to, result, error) && lt_database_exec (to, "COMMIT", error);
}

static gboolean
copy_file (const char *from, const char *to, GError **error)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);
  g_autoptr (GError) cause = NULL;

  if (g_file_copy (source, target, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &cause))
    return TRUE;
  g_set_error (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_FAILED,
               _("“%s” could not be copied to be looked into: %s. Nothing was recovered; check that it can be read "
                 "and that there is space beside the new file."), from, cause->message);
  return FALSE;
}

gboolean
lt_recover (const char *damaged, const char *target, LtRecovery *result, GError **error)
{
  g_autofree char *copy = g_strconcat (target, ".damaged-XXXXXX", NULL);
  g_autofree char *temporary = g_strconcat (target, ".recovered-XXXXXX", NULL);
  g_autofree char *journal = g_strconcat (damaged, "-journal", NULL);
  g_autofree char *copy_journal = NULL;
  g_autofree char *temporary_journal = NULL;
  g_autoptr (GError) cause = NULL;
  gboolean ok = FALSE;
  int copy_fd;
  int fd;

  *result = (LtRecovery) { 0 };
  if (!lt_schema_check_place (damaged, error))
    return FALSE;
  if (g_file_test (target, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_EXISTS,
                   _("There is already a file “%s”. Choose another name for what is recovered."), target);
      return FALSE;
    }
  copy_fd = g_mkstemp (copy);
  fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0666);
  if (copy_fd < 0 || fd < 0)
    g_set_error (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_FAILED,
                 _("No file can be made at “%s”: %s. Choose another folder."), target, g_strerror (errno));
  else if (copy_file (damaged, copy, error))
    {
      copy_journal = g_strconcat (copy, "-journal", NULL);
      /* Without its journal a half-written change could not be taken back. */
      if (!g_file_test (journal, G_FILE_TEST_EXISTS) || copy_file (journal, copy_journal, error))
        {
          ok = salvage_all (copy, temporary, result, &cause);
          if (!ok)
            _lt_document_fail (target, g_steal_pointer (&cause), error);
        }
    }
  if (ok && result->rows == 0)
    {
      g_set_error (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_DAMAGED,
                   _("Nothing could be read from “%s”: it holds no plan that can be recovered. Look for a backup."),
                   damaged);
      ok = FALSE;
    }
  if (ok && g_rename (temporary, target) != 0)
    {
      g_set_error (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_FAILED,
                   _("No file can be made at “%s”: %s. Choose another folder."), target, g_strerror (errno));
      ok = FALSE;
    }
  if (copy_fd >= 0)
    close (copy_fd);
  if (fd >= 0)
    close (fd);
  temporary_journal = g_strconcat (temporary, "-journal", NULL);
  g_unlink (copy);
  if (copy_journal)
    g_unlink (copy_journal);
  if (!ok)
    {
      g_unlink (temporary);
      g_unlink (temporary_journal);
    }
  return ok;
}
