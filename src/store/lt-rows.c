/* SPDX-License-Identifier: MIT */
#include "store/lt-rows.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "plan/lt-baseline.h"
#include "plan/lt-item-private.h"
#include "store/lt-document.h"
#include "store/lt-memory.h"
#include "store/lt-schema.h"
#include "text/lt-text.h"

G_STATIC_ASSERT (sizeof (gpointer) >= sizeof (gint64));

/* How many objects are made before the memory for them is seen to again. */
#define ROWS_BETWEEN_LOOKS 256

static LtTableInfo tables[13];

static char *
dup_columns (const LtTableInfo *table)
{
  GString *columns = g_string_new (table->has_parent ? "id, parent, position" : "id, position");

  for (guint i = 0; i < table->info->n_fields; i++)
    g_string_append_printf (columns, ", %s", table->info->fields[i].name);
  return g_string_free (columns, FALSE);
}

static char *
dup_insert (const LtTableInfo *table, const char *columns, guint n_rows)
{
  GString *sql = g_string_new (NULL);
  guint n_columns = table->info->n_fields + (table->has_parent ? 3 : 2);

  g_string_append_printf (sql, "INSERT INTO %s (%s) VALUES ", table->info->table, columns);
  for (guint row = 0; row < n_rows; row++)
    {
      g_string_append (sql, row > 0 ? ", (?" : "(?");
      for (guint column = 1; column < n_columns; column++)
        g_string_append (sql, ", ?");
      g_string_append_c (sql, ')');
    }
  return g_string_free (sql, FALSE);
}

static void
init_table (LtTableInfo *table, GType type, const LtTableInfo *above, int since)
{
  g_autofree char *columns = NULL;

  table->type = type;
  table->info = lt_item_type_get_info (type);
  table->above = above;
  table->since = since;
  table->has_parent = above != NULL;
  table->depth = above ? above->depth + 1 : 0;
  columns = dup_columns (table);
  table->select_all = g_strdup_printf ("SELECT %s FROM %s ORDER BY id", columns, table->info->table);
  table->select_from = g_strdup_printf ("SELECT %s FROM %s WHERE id >= :id ORDER BY id", columns,
                                        table->info->table);
  table->insert = dup_insert (table, columns, 1);
  table->insert_batch = dup_insert (table, columns, LT_ROWS_IN_BATCH);
}

const LtTableInfo *
lt_rows_list_tables (guint *n_tables)
{
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      init_table (&tables[0], LT_TYPE_AGENCY, NULL, 1);
      init_table (&tables[1], LT_TYPE_SUCCESSION, &tables[0], 1);
      init_table (&tables[2], LT_TYPE_PLAN, NULL, 1);
      init_table (&tables[3], LT_TYPE_INITIATIVE, &tables[2], 1);
      init_table (&tables[4], LT_TYPE_ASSIGNMENT, &tables[3], 1);
      init_table (&tables[5], LT_TYPE_LINK, &tables[4], 1);
      init_table (&tables[6], LT_TYPE_REPORT, &tables[4], 1);
      init_table (&tables[7], LT_TYPE_OUTCOME, &tables[4], 1);
      init_table (&tables[8], LT_TYPE_OUTCOME_REPORT, &tables[7], 1);
      init_table (&tables[9], LT_TYPE_TARGET, &tables[7], 1);
      init_table (&tables[10], LT_TYPE_MEASUREMENT, &tables[9], 1);
      init_table (&tables[11], LT_TYPE_BASELINE, &tables[2], 2);
      init_table (&tables[12], LT_TYPE_BASELINE_ROW, &tables[11], 2);
      g_once_init_leave (&ready, 1);
    }
  if (n_tables)
    *n_tables = G_N_ELEMENTS (tables);
  return tables;
}

const LtTableInfo *
lt_rows_find_table (const char *name)
{
  lt_rows_list_tables (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (strcmp (tables[i].info->table, name) == 0)
      return &tables[i];
  return NULL;
}

const LtTableInfo *
lt_rows_get_table (GType type)
{
  lt_rows_list_tables (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (tables[i].type == type)
      return &tables[i];
  return NULL;
}

void
lt_rows_read_place (const LtTableInfo *table, sqlite3_stmt *row, LtRowPlace *place)
{
  place->id = sqlite3_column_int64 (row, 0);
  place->parent = table->has_parent ? sqlite3_column_int64 (row, 1) : 0;
  place->position = sqlite3_column_int64 (row, table->has_parent ? 2 : 1);
}

static gboolean
read_choice (LtItem *item, const LtField *field, const char *nick)
{
  for (int i = 0; field->choices[i].nick; i++)
    if (g_strcmp0 (field->choices[i].nick, nick) == 0)
      {
        _lt_item_put_integer (item, field, i);
        return TRUE;
      }
  return FALSE;
}

static inline gboolean
is_null (sqlite3_stmt *row, int column)
{
  return sqlite3_column_type (row, column) == SQLITE_NULL;
}

static gboolean
read_field (LtItem *item, const LtField *field, sqlite3_stmt *row, int column)
{
  const char *text;
  int length;
  LtDay day = LT_DAY_NONE;

  switch (field->kind)
    {
    case LT_FIELD_TEXT:
    case LT_FIELD_LIST:
      text = (const char *) sqlite3_column_text (row, column);
      length = sqlite3_column_bytes (row, column);
      /* SQLite itself takes any bytes for text. */
      if (length > 0 && !lt_text_is_utf8 (text, (gsize) length))
        return FALSE;
      _lt_item_put_text (item, field, text, length);
      return TRUE;
    case LT_FIELD_REAL:
      _lt_item_put_real (item, field, is_null (row, column) ? NAN : sqlite3_column_double (row, column));
      return TRUE;
    case LT_FIELD_DAY:
      text = (const char *) sqlite3_column_text (row, column);
      if (text)
        day = lt_day_from_iso (text);
      _lt_item_put_integer (item, field, day);
      return text == NULL || day != LT_DAY_NONE;
    case LT_FIELD_CHOICE:
      return read_choice (item, field, (const char *) sqlite3_column_text (row, column));
    case LT_FIELD_INTEGER:
      _lt_item_put_integer (item, field, is_null (row, column) ? LT_INTEGER_NONE : sqlite3_column_int (row, column));
      return TRUE;
    case LT_FIELD_BOOLEAN:
    case LT_FIELD_REF:
    case LT_FIELD_ROW:
    default:
      _lt_item_put_integer (item, field, sqlite3_column_int64 (row, column));
      return TRUE;
    }
}

gboolean
lt_rows_read_fields (const LtTableInfo *table, sqlite3_stmt *row, LtItem *item)
{
  int first = table->has_parent ? 3 : 2;

  for (guint i = 0; i < table->info->n_fields; i++)
    if (!read_field (item, &table->info->fields[i], row, first + (int) i))
      return FALSE;
  return TRUE;
}

static int
bind_string (sqlite3_stmt *row, int parameter, LtItem *item, const LtField *field)
{
  char *text = lt_item_dup_field_string (item, field);

  return sqlite3_bind_text (row, parameter, text, -1, text ? g_free : SQLITE_STATIC);
}

static int
bind_value (sqlite3_stmt *row, int parameter, LtItem *item, const LtField *field)
{
  switch (field->kind)
    {
    case LT_FIELD_TEXT:
    case LT_FIELD_LIST:
      return sqlite3_bind_text (row, parameter, lt_item_get_text (item, field), -1, SQLITE_TRANSIENT);
    case LT_FIELD_DAY:
    case LT_FIELD_CHOICE:
      return bind_string (row, parameter, item, field);
    case LT_FIELD_REAL:
      return lt_item_field_is_default (item, field)
               ? sqlite3_bind_null (row, parameter)
               : sqlite3_bind_double (row, parameter, lt_item_get_real (item, field));
    case LT_FIELD_INTEGER:
    case LT_FIELD_REF:
    case LT_FIELD_ROW:
      return lt_item_field_is_default (item, field)
               ? sqlite3_bind_null (row, parameter)
               : sqlite3_bind_int64 (row, parameter, lt_item_get_integer (item, field));
    case LT_FIELD_BOOLEAN:
    default:
      return sqlite3_bind_int64 (row, parameter, lt_item_get_integer (item, field));
    }
}

void
lt_rows_bind_field (LtStatement *statement, LtItem *item, const LtField *field)
{
  g_autofree char *name = g_strconcat (":", field->name, NULL);

  lt_statement_check_bind (statement, bind_value (lt_statement_get_handle (statement),
                                                  lt_statement_find_parameter (statement, name), item, field));
}

int
lt_rows_bind_row (LtStatement *statement, int first, const LtRowPlace *place, LtItem *item)
{
  const LtTableInfo *table = lt_rows_get_table (G_OBJECT_TYPE (item));
  sqlite3_stmt *row = lt_statement_get_handle (statement);
  int parameter = first;

  lt_statement_check_bind (statement, sqlite3_bind_int64 (row, parameter++, place->id));
  if (table->has_parent)
    lt_statement_check_bind (statement, sqlite3_bind_int64 (row, parameter++, place->parent));
  lt_statement_check_bind (statement, sqlite3_bind_int64 (row, parameter++, place->position));
  for (guint i = 0; i < table->info->n_fields; i++)
    lt_statement_check_bind (statement, bind_value (row, parameter++, item, &table->info->fields[i]));
  return parameter;
}

static void
set_damaged_error (const LtTableInfo *table, gint64 id, const char *what, GError **error)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  g_set_error (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_DAMAGED,
               /* Translators: a table, a row number, and what is wrong with it. */
               _("The file is damaged: in table “%s”, row %s %s. Open a backup, or save what can be "
                 "read with “lotrinh-cli recover”."),
               table->info->table, number, what);
}

/* What is at hand while a file is read. */
typedef struct {
  LtDatabase *database;
  LtIdRun runs[G_N_ELEMENTS (tables)];
  GHashTable *unsorted; /* items whose children did not come in their order */
  LtMemoryGrowth growth;
} Load;

static gboolean
load_table (Load *load, guint index, LtItem *root, GError **error)
{
  const LtTableInfo *table = &tables[index];
  LtStatement *statement = lt_database_get_statement (load->database, table->select_all, error);
  LtIdRun *above = table->above ? &load->runs[table->above - tables] : NULL;
  LtIdRun *run = &load->runs[index];
  LtItem *last_parent = NULL;
  sqlite3_stmt *row;
  LtStep step;

  if (statement == NULL)
    return FALSE;
  row = lt_statement_get_handle (statement);
  while ((step = lt_statement_step (statement, error)) == LT_STEP_ROW)
    {
      LtRowPlace place;
      LtItem *parent = root;
      g_autoptr (LtItem) item = NULL;

      lt_rows_read_place (table, row, &place);
      /* Siblings mostly lie together. */
      if (table->has_parent && (last_parent == NULL || lt_item_get_id (last_parent) != place.parent))
        last_parent = lt_id_run_find (above, place.parent);
      if (table->has_parent)
        parent = last_parent;
      if (parent == NULL)
        {
          set_damaged_error (table, place.id, _("belongs to a row that is missing"), error);
          break;
        }
      if (run->entries->len % ROWS_BETWEEN_LOOKS == 0)
        lt_memory_follow_growth (&load->growth);
      item = _lt_item_new (table->type, place.id, place.position, TRUE);
      if (!lt_rows_read_fields (table, row, item))
        {
          set_damaged_error (table, place.id, _("holds a value that is not allowed there"), error);
          break;
        }
      /* Only a broken tree of SQLite's gives them in another order. */
      if (!lt_id_run_append (run, item))
        {
          set_damaged_error (table, place.id, _("stands in the wrong place"), error);
          break;
        }
      parent = lt_item_get_list (parent, table->type);
      if (!_lt_item_append_silently (parent, g_steal_pointer (&item)))
        g_hash_table_add (load->unsorted, parent);
    }
  if (step != LT_STEP_DONE)
    {
      lt_statement_reset (statement);
      return FALSE;
    }
  return TRUE;
}

static gboolean
load_tables (Load *load, LtBook *book, LtIdTable *items, GError **error)
{
  LtItem *registry = LT_ITEM (lt_book_get_registry (book));
  int version = lt_schema_get_version (load->database, error);
  LtItem *twin;

  if (version == 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (tables[i].since <= version
        && !load_table (load, i, tables[i].type == LT_TYPE_AGENCY ? registry : LT_ITEM (book), error))
      return FALSE;
  twin = lt_id_table_add_runs (items, load->runs, G_N_ELEMENTS (tables));
  if (twin == NULL)
    return TRUE;
  set_damaged_error (lt_rows_get_table (G_OBJECT_TYPE (twin)), lt_item_get_id (twin),
                     _("has a number that another row has too"), error);
  return FALSE;
}

gboolean
lt_rows_load_book (LtDatabase *database, LtBook *book, LtIdTable *items, GError **error)
{
  LtItem *registry = LT_ITEM (lt_book_get_registry (book));
  g_autoptr (GHashTable) unsorted = g_hash_table_new (NULL, NULL);
  Load load = { .database = database, .unsorted = unsorted };
  GHashTableIter iter;
  gpointer item;
  gint64 n_pages;
  gint64 page_size;
  gboolean ok;

  if (!lt_database_get_integer (database, "PRAGMA page_count", &n_pages, error)
      || !lt_database_get_integer (database, "PRAGMA page_size", &page_size, error))
    return FALSE;
  lt_rows_list_tables (NULL);
  lt_memory_begin_growth (&load.growth, n_pages * page_size);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    lt_id_run_init (&load.runs[i]);
  ok = load_tables (&load, book, items, error);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    lt_id_run_clear (&load.runs[i]);
  lt_memory_end_growth (&load.growth);
  if (!ok)
    return FALSE;

  g_hash_table_iter_init (&iter, unsorted);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    _lt_item_sort_children (item);
  g_list_model_items_changed (G_LIST_MODEL (registry), 0, 0, lt_item_get_n_children (registry));
  g_list_model_items_changed (G_LIST_MODEL (book), 0, 0, lt_item_get_n_children (LT_ITEM (book)));
  return TRUE;
}
