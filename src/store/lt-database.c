/* SPDX-License-Identifier: MIT */
#include "store/lt-database.h"

/* A share that answers slowly is waited for; one that does not answer is told of. */
#define BUSY_TIMEOUT_MS 4000

struct _LtDatabase
{
  sqlite3 *handle;
  GHashTable *statements; /* SQL -> LtStatement */
};

struct _LtStatement
{
  LtDatabase *database;
  sqlite3_stmt *handle;
};

G_DEFINE_QUARK (lt-database-error-quark, lt_database_error)

static void
free_statement (LtStatement *statement)
{
  sqlite3_finalize (statement->handle);
  g_free (statement);
}

gboolean
lt_database_fail (LtDatabase *self, int code, GError **error)
{
  const char *reason = self->handle && sqlite3_errcode (self->handle) != SQLITE_OK
                         ? sqlite3_errmsg (self->handle)
                         : sqlite3_errstr (code);
  /* It may quote what stands in a damaged file. */
  g_autofree char *text = g_utf8_make_valid (reason, -1);

  g_set_error_literal (error, LT_DATABASE_ERROR, code, text);
  return FALSE;
}

/* SQLite counts what it takes of the memory, under a lock at each piece; nobody asks for the sum. Where it was
 * begun with already, by whoever else uses it, it goes on counting. */
static void
stop_counting (void)
{
  static gsize done;

  if (g_once_init_enter (&done))
    {
      sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
      g_once_init_leave (&done, 1);
    }
}

static LtDatabase *
connect (const char *path, int flags, GError **error)
{
  g_autoptr (LtDatabase) self = g_new0 (LtDatabase, 1);
  int code;

  stop_counting ();
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) free_statement);
  code = sqlite3_open_v2 (path, &self->handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);
  if (code != SQLITE_OK)
    {
      lt_database_fail (self, code, error);
      return NULL;
    }
  sqlite3_busy_timeout (self->handle, BUSY_TIMEOUT_MS);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
  return g_steal_pointer (&self);
}

LtDatabase *
lt_database_open (const char *path, int flags, GError **error)
{
  g_autoptr (LtDatabase) self = connect (path, flags, error);

  if (self == NULL)
    return NULL;
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  if (!lt_database_exec (self,
                         "PRAGMA mmap_size = 0;"
                         "PRAGMA cell_size_check = ON;"
                         "PRAGMA foreign_keys = ON;"
                         "PRAGMA synchronous = FULL;"
                         "PRAGMA temp_store = MEMORY;",
                         error))
    return NULL;
  return g_steal_pointer (&self);
}

LtDatabase *
lt_database_open_damaged (const char *path, GError **error)
{
  LtDatabase *self = connect (path, SQLITE_OPEN_READWRITE, error);

  if (self)
    sqlite3_db_config (self->handle, SQLITE_DBCONFIG_WRITABLE_SCHEMA, 1, NULL);
  return self;
}

void
lt_database_free (LtDatabase *self)
{
  g_hash_table_unref (self->statements);
  sqlite3_close_v2 (self->handle);
  g_free (self);
}

sqlite3 *
lt_database_get_handle (LtDatabase *self)
{
  return self->handle;
}

gboolean
lt_database_exec (LtDatabase *self, const char *sql, GError **error)
{
  int code = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);

  return code == SQLITE_OK || lt_database_fail (self, code, error);
}

gboolean
lt_database_get_integer (LtDatabase *self, const char *sql, gint64 *value, GError **error)
{
  LtStatement *statement = lt_database_get_statement (self, sql, error);

  if (statement == NULL)
    return FALSE;
  switch (lt_statement_step (statement, error))
    {
    case LT_STEP_ROW:
      *value = sqlite3_column_int64 (statement->handle, 0);
      lt_statement_reset (statement);
      return TRUE;
    case LT_STEP_DONE:
      g_set_error (error, LT_DATABASE_ERROR, SQLITE_EMPTY, "no row: %s", sql);
      return FALSE;
    case LT_STEP_FAILED:
    default:
      return FALSE;
    }
}

void
lt_database_rollback (LtDatabase *self)
{
  /* After some failures SQLite has rolled back already. */
  if (!sqlite3_get_autocommit (self->handle))
    sqlite3_exec (self->handle, "ROLLBACK", NULL, NULL, NULL);
  /* Behind a failed write SQLite puts the pages back only with the next reading; a
   * file that is copied before that, without its journal, would be half written. */
  sqlite3_exec (self->handle, "SELECT 1 FROM sqlite_schema LIMIT 1", NULL, NULL, NULL);
}

LtStatement *
lt_database_get_statement (LtDatabase *self, const char *sql, GError **error)
{
  LtStatement *statement = g_hash_table_lookup (self->statements, sql);
  sqlite3_stmt *handle;
  int code;

  if (statement)
    {
      lt_statement_reset (statement);
      return statement;
    }
  code = sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, NULL);
  if (code != SQLITE_OK)
    {
      lt_database_fail (self, code, error);
      return NULL;
    }
  statement = g_new0 (LtStatement, 1);
  statement->database = self;
  statement->handle = handle;
  g_hash_table_insert (self->statements, g_strdup (sql), statement);
  return statement;
}

int
lt_statement_find_parameter (LtStatement *self, const char *name)
{
  int index = sqlite3_bind_parameter_index (self->handle, name);

  if (index == 0)
    g_error ("The statement has no parameter %s: %s", name, sqlite3_sql (self->handle));
  return index;
}

void
lt_statement_check_bind (LtStatement *self, int code)
{
  /* Only memory and misuse can fail here; SQLite's own limit on the size of a
   * value is far above what a field takes. */
  if (code != SQLITE_OK)
    g_error ("Binding failed: %s: %s", sqlite3_errstr (code), sqlite3_sql (self->handle));
}

void
lt_statement_bind_integer (LtStatement *self, const char *name, gint64 value)
{
  int parameter = lt_statement_find_parameter (self, name);

  lt_statement_check_bind (self, sqlite3_bind_int64 (self->handle, parameter, value));
}

void
lt_statement_bind_real (LtStatement *self, const char *name, double value)
{
  int parameter = lt_statement_find_parameter (self, name);

  lt_statement_check_bind (self, sqlite3_bind_double (self->handle, parameter, value));
}

void
lt_statement_bind_null (LtStatement *self, const char *name)
{
  int parameter = lt_statement_find_parameter (self, name);

  lt_statement_check_bind (self, sqlite3_bind_null (self->handle, parameter));
}

void
lt_statement_bind_text (LtStatement *self, const char *name, const char *text)
{
  int parameter = lt_statement_find_parameter (self, name);

  lt_statement_check_bind (self, sqlite3_bind_text (self->handle, parameter, text, -1, SQLITE_TRANSIENT));
}

void
lt_statement_bind_bytes (LtStatement *self, const char *name, gconstpointer data, gsize size)
{
  int parameter = lt_statement_find_parameter (self, name);

  lt_statement_check_bind (self, sqlite3_bind_blob64 (self->handle, parameter, data, size, SQLITE_STATIC));
}

LtStep
lt_statement_step (LtStatement *self, GError **error)
{
  int code = sqlite3_step (self->handle);

  if (code == SQLITE_ROW)
    return LT_STEP_ROW;
  if (code != SQLITE_DONE)
    lt_database_fail (self->database, code, error);
  sqlite3_reset (self->handle);
  return code == SQLITE_DONE ? LT_STEP_DONE : LT_STEP_FAILED;
}

gboolean
lt_statement_run (LtStatement *self, GError **error)
{
  LtStep step = lt_statement_step (self, error);

  g_return_val_if_fail (step != LT_STEP_ROW, FALSE);

  return step == LT_STEP_DONE;
}

void
lt_statement_reset (LtStatement *self)
{
  sqlite3_reset (self->handle);
  sqlite3_clear_bindings (self->handle);
}

char *
lt_statement_dup_text (LtStatement *self, int column)
{
  const char *text = (const char *) sqlite3_column_text (self->handle, column);

  return text ? g_utf8_make_valid (text, -1) : g_strdup ("");
}

sqlite3_stmt *
lt_statement_get_handle (LtStatement *self)
{
  return self->handle;
}
