/* SPDX-License-Identifier: MIT */
#include "store/lt-database.h"

#include <math.h>
#include <string.h>

static LtDatabase *
create_database (void)
{
  LtDatabase *database = lt_database_open (":memory:", SQLITE_OPEN_READWRITE, NULL);

  g_assert_nonnull (database);
  g_assert_true (lt_database_exec (database, "CREATE TABLE t (id INTEGER PRIMARY KEY, i INTEGER, r REAL, x TEXT, b BLOB) STRICT",
                                   NULL));
  return database;
}

static void
test_binders (void)
{
  const struct { gint64 integer; double real; const char *text; const char *bytes; gsize size; } cases[] = {
    { 0, 0, "", "", 0 },
    { G_MININT64, -1.5, "Đổ bê tông", "\0\1\2", 3 },
    { G_MAXINT64, G_MAXDOUBLE, NULL, "x", 1 },
  };
  g_autoptr (LtDatabase) database = create_database ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LtStatement *insert = lt_database_get_statement (database, "INSERT INTO t (i, r, x, b) VALUES (:i, :r, :x, :b)", NULL);
      LtStatement *select = lt_database_get_statement (database, "SELECT i, r, x, b FROM t WHERE id = :id", NULL);
      sqlite3_stmt *row = lt_statement_get_handle (select);

      lt_statement_bind_integer (insert, ":i", cases[i].integer);
      lt_statement_bind_real (insert, ":r", cases[i].real);
      lt_statement_bind_text (insert, ":x", cases[i].text);
      lt_statement_bind_bytes (insert, ":b", cases[i].bytes, cases[i].size);
      g_assert_true (lt_statement_run (insert, NULL));
      lt_statement_bind_integer (select, ":id", i + 1);
      g_assert_cmpint (lt_statement_step (select, NULL), ==, LT_STEP_ROW);
      g_assert_cmpint (sqlite3_column_int64 (row, 0), ==, cases[i].integer);
      g_assert_true (sqlite3_column_double (row, 1) == cases[i].real);
      g_assert_cmpstr ((const char *) sqlite3_column_text (row, 2), ==, cases[i].text);
      g_assert_cmpmem (sqlite3_column_blob (row, 3), sqlite3_column_bytes (row, 3), cases[i].bytes, cases[i].size);
      g_assert_cmpint (lt_statement_step (select, NULL), ==, LT_STEP_DONE);
    }
}

/* A statement that was handed out before comes back without its old values. */
static void
test_reused_statement_is_clean (void)
{
  g_autoptr (LtDatabase) database = create_database ();
  const char *sql = "INSERT INTO t (i, x) VALUES (:i, :x)";
  LtStatement *insert = lt_database_get_statement (database, sql, NULL);
  gint64 n;

  lt_statement_bind_integer (insert, ":i", 5);
  lt_statement_bind_text (insert, ":x", "cũ");
  g_assert_true (lt_statement_run (insert, NULL));
  insert = lt_database_get_statement (database, sql, NULL);
  lt_statement_bind_integer (insert, ":i", 6);
  g_assert_true (lt_statement_run (insert, NULL));
  g_assert_true (lt_database_get_integer (database, "SELECT count (*) FROM t WHERE i = 6 AND x IS NULL", &n, NULL));
  g_assert_cmpint (n, ==, 1);
}

static void
test_failures (void)
{
  g_autoptr (LtDatabase) database = create_database ();
  g_autoptr (GError) error = NULL;
  LtStatement *insert;
  gint64 n;

  g_assert_null (lt_database_get_statement (database, "SELECT nonsense FROM nowhere", &error));
  g_assert_error (error, LT_DATABASE_ERROR, SQLITE_ERROR);
  g_clear_error (&error);

  insert = lt_database_get_statement (database, "INSERT INTO t (i) VALUES ('words')", &error);
  g_assert_no_error (error);
  g_assert_cmpint (lt_statement_step (insert, &error), ==, LT_STEP_FAILED);
  g_assert_error (error, LT_DATABASE_ERROR, SQLITE_CONSTRAINT_DATATYPE);
  g_clear_error (&error);

  g_assert_false (lt_database_get_integer (database, "SELECT i FROM t", &n, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);

  g_assert_null (lt_database_open ("/nowhere/at/all", SQLITE_OPEN_READWRITE, &error));
  g_assert_cmpint (error->code & 0xff, ==, SQLITE_CANTOPEN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/database/binders", test_binders);
  g_test_add_func ("/database/reused-statement-is-clean", test_reused_statement_is_clean);
  g_test_add_func ("/database/failures", test_failures);

  return g_test_run ();
}
