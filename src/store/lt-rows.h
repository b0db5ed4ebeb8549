/* SPDX-License-Identifier: MIT */
#pragma once

#include "plan/lt-book.h"
#include "store/lt-database.h"
#include "store/lt-id-table.h"

G_BEGIN_DECLS

/* How items stand in tables: a row is id, parent (but for plans and agencies),
 * position, and the fields by name. */

typedef struct _LtTableInfo LtTableInfo;

struct _LtTableInfo {
  GType type;
  const LtItemInfo *info;
  const LtTableInfo *above; /* of the parents; NULL for plans and agencies */
  gboolean has_parent;
  int since;              /* the version of the schema that it came with */
  guint depth;            /* plans and agencies 0, initiatives 1 … */
  char *select_all;
  char *select_from;      /* WHERE id >= :id, in ascending order */
  char *insert;           /* one row; its parameters are as lt_rows_bind_row() takes them */
  char *insert_batch;     /* LT_ROWS_IN_BATCH rows */
};

#define LT_ROWS_IN_BATCH 16

/* The tables from the top of the tree down; static. */
const LtTableInfo *lt_rows_list_tables  (guint *n_tables);
const LtTableInfo *lt_rows_find_table   (const char *name);
const LtTableInfo *lt_rows_get_table    (GType type);

/* What a row of @table says besides its fields. */
typedef struct {
  gint64 id;
  gint64 parent; /* 0 for plans and agencies */
  gint64 position;
} LtRowPlace;

void     lt_rows_read_place  (const LtTableInfo *table, sqlite3_stmt *row, LtRowPlace *place);
/* FALSE if a value is none that the field can take: the row was not written by us. */
gboolean lt_rows_read_fields (const LtTableInfo *table, sqlite3_stmt *row, LtItem *item);
/* Binds ":name" of a field from an item. */
void     lt_rows_bind_field  (LtStatement *statement, LtItem *item, const LtField *field);
/* Binds a whole row from parameter @first (of 1 …) on. Returns the parameter behind it. */
int      lt_rows_bind_row    (LtStatement *statement, int first, const LtRowPlace *place, LtItem *item);
/* Fills an empty book, and @items with all that is in it. */
gboolean lt_rows_load_book   (LtDatabase *database, LtBook *book, LtIdTable *items, GError **error);

/* Ids as hash keys. */
#define LT_ID_KEY(id) ((gpointer) (gintptr) (id))

G_END_DECLS
