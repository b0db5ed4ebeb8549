/* SPDX-License-Identifier: MIT */
#pragma once

/* sqlite3.h declares the session extension only under these. */
#ifndef SQLITE_ENABLE_SESSION
#define SQLITE_ENABLE_SESSION 1
#endif
#ifndef SQLITE_ENABLE_PREUPDATE_HOOK
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#endif

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* A connection, and the statements that were prepared on it. For this room
 * only: no SQL stands above it. */

/* The code is SQLite's extended result code. */
#define LT_DATABASE_ERROR (lt_database_error_quark ())
GQuark lt_database_error_quark (void);

typedef struct _LtDatabase LtDatabase;
typedef struct _LtStatement LtStatement;

typedef enum {
  LT_STEP_ROW,
  LT_STEP_DONE,
  LT_STEP_FAILED,
} LtStep;

/* @flags: SQLITE_OPEN_…. Sets what every connection of ours has: rollback journal
 * left as it is, foreign keys, no trust in the file's schema, no mmap. */
LtDatabase  *lt_database_open        (const char *path, int flags, GError **error);
/* For saving what can be read of a damaged file: on a copy, for SQLite is told
 * not to mind a file that is shorter than its head says. */
LtDatabase  *lt_database_open_damaged (const char *path, GError **error);
void         lt_database_free        (LtDatabase *self);
sqlite3     *lt_database_get_handle  (LtDatabase *self);
/* Sets @error from the last failure; always returns FALSE. */
gboolean     lt_database_fail        (LtDatabase *self, int code, GError **error);
gboolean     lt_database_exec        (LtDatabase *self, const char *sql, GError **error);
/* The single integer that @sql yields; FALSE on failure or without a row. */
gboolean     lt_database_get_integer (LtDatabase *self, const char *sql, gint64 *value, GError **error);
/* Never fails: without a transaction there is nothing to roll back. */
void         lt_database_rollback    (LtDatabase *self);
/* Kept for the life of the connection and handed out reset; borrowed. */
LtStatement *lt_database_get_statement (LtDatabase *self, const char *sql, GError **error);

/* The number of the parameter of that name (":id"); one that the statement lacks is a bug and aborts. */
int          lt_statement_find_parameter (LtStatement *self, const char *name);
/* Aborts where @code says that a value could not be bound. */
void         lt_statement_check_bind   (LtStatement *self, int code);

/* By the parameter's name. */
void         lt_statement_bind_integer (LtStatement *self, const char *name, gint64 value);
void         lt_statement_bind_real    (LtStatement *self, const char *name, double value);
void         lt_statement_bind_null    (LtStatement *self, const char *name);
/* NULL binds NULL. The text is copied. */
void         lt_statement_bind_text    (LtStatement *self, const char *name, const char *text);
/* Not copied: @data must last until the statement has run. */
void         lt_statement_bind_bytes   (LtStatement *self, const char *name, gconstpointer data, gsize size);
/* DONE and FAILED reset the statement. */
LtStep       lt_statement_step         (LtStatement *self, GError **error);
/* For a statement without rows: step, expecting DONE. */
gboolean     lt_statement_run          (LtStatement *self, GError **error);
void         lt_statement_reset        (LtStatement *self);
/* A copy of a text column, made valid UTF-8 where a file holds other bytes; empty for NULL. */
char        *lt_statement_dup_text     (LtStatement *self, int column);
/* For reading columns. */
sqlite3_stmt *lt_statement_get_handle  (LtStatement *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LtDatabase, lt_database_free)

G_END_DECLS
