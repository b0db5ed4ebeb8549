/* SPDX-License-Identifier: MIT */
#pragma once

#include "store/lt-database.h"

G_BEGIN_DECLS

/* "LoTr": what SQLite's application_id is in our files. */
#define LT_APPLICATION_ID 0x4C6F5472
/* Counts the files in resources/schema; each is fixed once it was released. */
#define LT_SCHEMA_VERSION 2

/* FALSE unless an ordinary file is there: no folder, pipe or device. */
gboolean lt_schema_check_place (const char *path, GError **error);
/* Reads the head of a file without SQLite, so that what is not ours or newer is
 * not so much as opened for writing. On success @version is at most LT_SCHEMA_VERSION.
 * Errors: LT_DOCUMENT_ERROR_FOREIGN, _NEWER, or G_IO_ERROR. */
gboolean lt_schema_check_head (const char *path, int *version, GError **error);
/* Runs the steps from @version on in one transaction, the version stamped last. */
gboolean lt_schema_upgrade    (LtDatabase *database, int version, GError **error);
/* Of an open file, from 1 on: one that is only read stays as it is. 0 on error. */
int      lt_schema_get_version (LtDatabase *database, GError **error);
/* That the tables are those of the file's version and that nothing acts by itself
 * (triggers, views) in a file that somebody else may have made. */
gboolean lt_schema_verify     (LtDatabase *database, GError **error);

G_END_DECLS
