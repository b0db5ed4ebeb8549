/* SPDX-License-Identifier: MIT */
#include "store-fixture.h"

#include <glib/gstdio.h>

static LtItem *
append (LtItem *parent, GType type, const char *field, const char *value)
{
  LtItem *item = lt_item_new_draft (type, 0);

  g_assert_true (lt_item_set_string (item, lt_item_type_find_field (type, field), value, NULL));
  lt_item_append_draft (parent, item);
  return item;
}

static void
set (LtItem *item, const char *field, const char *value)
{
  g_assert_true (lt_item_set_string (item, lt_item_type_find_field (G_OBJECT_TYPE (item), field), value, NULL));
}

static void dump_item (GString *text, LtItem *item, guint depth);

static void
dump_children (GString *text, LtItem *item, guint depth)
{
  for (guint i = 0; i < lt_item_get_n_children (item); i++)
    {
      LtItem *child = lt_item_get_child (item, i);

      g_assert_true (lt_item_get_parent (child) == item);
      g_assert_cmpuint (lt_item_get_index (child), ==, i);
      dump_item (text, child, depth);
    }
}

static void
dump_item (GString *text, LtItem *item, guint depth)
{
  const LtItemInfo *info = lt_item_type_get_info (G_OBJECT_TYPE (item));

  g_string_append_printf (text, "%*s%s %" G_GINT64_FORMAT, (int) depth * 2, "", info->table, lt_item_get_id (item));
  for (guint i = 0; i < info->n_fields; i++)
    if (!lt_item_field_is_default (item, &info->fields[i]))
      {
        g_autofree char *value = lt_item_dup_field_string (item, &info->fields[i]);

        g_string_append_printf (text, " %s=[%s]", info->fields[i].name, value);
      }
  g_string_append_c (text, '\n');
  dump_children (text, item, depth + 1);
  for (guint i = 0; i < info->n_sides; i++)
    if (lt_item_peek_side (item, i))
      dump_children (text, lt_item_peek_side (item, i), depth + 1);
}

LtBook *
store_fixture_book_new (void)
{
  LtBook *book = lt_book_new ();
  LtItem *registry = LT_ITEM (lt_book_get_registry (book));
  LtItem *agency = append (registry, LT_TYPE_AGENCY, "name", "Công an thành phố");
  LtItem *plan = append (LT_ITEM (book), LT_TYPE_PLAN, "title", "KẾ HOẠCH THỬ");
  LtItem *model;
  LtItem *row;
  LtItem *outcome;

  set (agency, "short_forms", "CATP\nCA TP");
  set (plan, "year", "2024");
  model = append (plan, LT_TYPE_INITIATIVE, "name", "Mô hình một");
  row = append (model, LT_TYPE_ASSIGNMENT, "deadline", "trước ngày 31/12/2024");
  set (row, "lead", "CATP");
  outcome = append (row, LT_TYPE_OUTCOME, "text", "Rà soát");
  set (outcome, "label", "(1)");
  outcome = append (row, LT_TYPE_OUTCOME, "text", "Tuyên truyền");
  set (outcome, "label", "(2)");
  row = append (model, LT_TYPE_ASSIGNMENT, "deadline", "trước ngày 31/12/2024");
  set (row, "deadline_joined", "true");
  outcome = append (row, LT_TYPE_OUTCOME, "text", "Hoàn thiện");
  set (outcome, "label", "(3)");
  model = append (plan, LT_TYPE_INITIATIVE, "name", "Mô hình hai");
  row = append (model, LT_TYPE_ASSIGNMENT, "deadline", "Thường xuyên");
  outcome = append (row, LT_TYPE_OUTCOME, "text", "Đạt tỉ lệ 30%");
  set (append (outcome, LT_TYPE_TARGET, "name", "tỉ lệ"), "value", "30.5");
  return book;
}

void
store_fixture_set_up (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_set_up_with (fixture, store_fixture_book_new ());
}

void
store_fixture_set_up_with (StoreFixture *fixture, LtBook *taken)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LtBook) book = taken;

  fixture->folder = g_dir_make_tmp ("lotrinh-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "kế hoạch.lotrinh", NULL);
  fixture->document = lt_document_create (fixture->path, book, &error);
  g_assert_no_error (error);
  g_assert_nonnull (fixture->document);
}

void
store_fixture_tear_down (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (fixture->document)
    g_assert_finalize_object (fixture->document);
  dir = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

void
store_fixture_reopen (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_finalize_object (fixture->document);
  fixture->document = lt_document_open (fixture->path, LT_OPEN_MUST_WRITE, &error);
  g_assert_no_error (error);
}

gpointer
store_fixture_get (StoreFixture *fixture, const char *path)
{
  LtItem *plan = lt_item_get_child (LT_ITEM (lt_document_get_book (fixture->document)), 0);
  gpointer item = lt_item_follow_path (plan, path);

  g_assert_nonnull (item);
  return item;
}

char *
store_fixture_dump (LtDocument *document)
{
  GString *text = g_string_new (NULL);
  LtBook *book = lt_document_get_book (document);

  for (guint i = 0; i < lt_item_get_n_children (LT_ITEM (lt_book_get_registry (book))); i++)
    dump_item (text, lt_item_get_child (LT_ITEM (lt_book_get_registry (book)), i), 0);
  for (guint i = 0; i < lt_item_get_n_children (LT_ITEM (book)); i++)
    dump_item (text, lt_item_get_child (LT_ITEM (book), i), 0);
  return g_string_free (text, FALSE);
}

char *
store_fixture_dump_disk (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LtDocument) second = lt_document_open (fixture->path, LT_OPEN_READ_ONLY, &error);

  g_assert_no_error (error);
  return store_fixture_dump (second);
}

void
store_fixture_remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      store_fixture_remove_tree (child);
    }
  g_remove (path);
}
