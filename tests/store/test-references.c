/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "store-fixture.h"
#include "store/lt-label.h"

#define add_test(path, func) \
  g_test_add ("/references/" path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)

static LtItem *
get_registry (StoreFixture *fixture)
{
  return LT_ITEM (lt_book_get_registry (lt_document_get_book (fixture->document)));
}

static void
set_ref (LtItem *item, const char *field, LtItem *agency)
{
  lt_item_set_integer (item, lt_item_type_find_field (G_OBJECT_TYPE (item), field), lt_item_get_id (agency));
}

static void
set (LtItem *item, const char *field, const char *value)
{
  g_assert_true (lt_item_set_string (item, lt_item_type_find_field (G_OBJECT_TYPE (item), field), value, NULL));
}

static LtItem *
create_agency (const char *name)
{
  LtItem *agency = lt_item_new_draft (LT_TYPE_AGENCY, 0);

  set (agency, "name", name);
  return agency;
}

static LtItem *
create_succession (LtItem *successor, const char *since)
{
  LtItem *succession = lt_item_new_draft (LT_TYPE_SUCCESSION, 0);

  set_ref (succession, "successor", successor);
  set (succession, "since", since);
  return succession;
}

static LtItem *
create_link (const char *phrase, LtItem *agency)
{
  LtItem *link = lt_item_new_draft (LT_TYPE_LINK, 0);

  set (link, "phrase", phrase);
  set_ref (link, "agency", agency);
  return link;
}

/* Takes the draft. */
static LtItem *
add (StoreFixture *fixture, LtItem *parent, LtItem *draft)
{
  g_autoptr (LtItem) own = draft;
  g_autoptr (GError) error = NULL;
  LtItem *item = lt_document_add (fixture->document, parent, NULL, own, &error);

  g_assert_no_error (error);
  return item;
}

static void
assert_settled (StoreFixture *fixture, const char *expected)
{
  g_autofree char *memory = store_fixture_dump (fixture->document);
  g_autofree char *disk = store_fixture_dump_disk (fixture);

  g_assert_cmpstr (memory, ==, disk);
  if (expected)
    g_assert_cmpstr (memory, ==, expected);
}

static void
undo (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (lt_document_undo (fixture->document, &error));
  g_assert_no_error (error);
}

static void
test_agency_goes (StoreFixture *fixture, gconstpointer data)
{
  LtItem *registry = get_registry (fixture);
  LtItem *row = store_fixture_get (fixture, "1.1");
  LtItem *gone = add (fixture, registry, create_agency ("Sở A"));
  LtItem *left = add (fixture, registry, create_agency ("Sở B"));
  g_autoptr (GPtrArray) removed = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;

  add (fixture, left, create_succession (gone, "2025-03-01"));
  add (fixture, gone, create_succession (left, "2025-03-01"));
  add (fixture, lt_item_get_list (row, LT_TYPE_LINK), create_link ("CATP", gone));
  add (fixture, lt_item_get_list (row, LT_TYPE_LINK), create_link ("Sở B", left));
  before = store_fixture_dump (fixture->document);
  assert_settled (fixture, NULL);

  g_ptr_array_add (removed, gone);
  g_assert_true (lt_document_remove (fixture->document, removed, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (lt_item_get_n_children (left), ==, 0);
  g_assert_cmpuint (lt_item_get_n_children (lt_item_get_list (row, LT_TYPE_LINK)), ==, 1);
  assert_settled (fixture, NULL);
  undo (fixture);
  assert_settled (fixture, before);
  store_fixture_reopen (fixture);
  assert_settled (fixture, before);
}

static void
test_row_goes (StoreFixture *fixture, gconstpointer data)
{
  LtItem *row = store_fixture_get (fixture, "1.1");
  LtItem *agency = lt_item_get_child (get_registry (fixture), 0);
  LtItem *link = add (fixture, lt_item_get_list (row, LT_TYPE_LINK), create_link ("CATP", agency));
  gint64 id = lt_item_get_id (link);
  g_autoptr (GPtrArray) removed = g_ptr_array_new ();
  g_autofree char *before = store_fixture_dump (fixture->document);

  g_ptr_array_add (removed, lt_item_get_parent (row));
  g_assert_true (lt_document_remove (fixture->document, removed, NULL));
  g_assert_null (lt_document_find_item (fixture->document, id));
  assert_settled (fixture, NULL);
  undo (fixture);
  g_assert_nonnull (lt_document_find_item (fixture->document, id));
  assert_settled (fixture, before);
}

static void
test_row_is_copied (StoreFixture *fixture, gconstpointer data)
{
  LtItem *row = store_fixture_get (fixture, "1.1");
  LtItem *agency = lt_item_get_child (get_registry (fixture), 0);
  LtItem *copy;
  LtItem *link;

  add (fixture, lt_item_get_list (row, LT_TYPE_LINK), create_link ("CATP", agency));
  copy = lt_document_duplicate (fixture->document, row, NULL);
  g_assert_nonnull (copy);
  link = lt_item_get_child (lt_item_get_list (copy, LT_TYPE_LINK), 0);
  g_assert_cmpstr (lt_link_get_phrase (LT_LINK (link)), ==, "CATP");
  g_assert_cmpint (lt_link_get_agency_id (LT_LINK (link)), ==, lt_item_get_id (agency));
  assert_settled (fixture, NULL);
}

/* An agency that a draft brings is the one that the file knows by that name
 * already; what names it in the draft follows. */
static void
test_draft_is_taken_in (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (LtBook) draft = store_fixture_book_new ();
  g_autofree char *label = lt_label_new ("Import", NULL);
  LtItem *registry = LT_ITEM (lt_book_get_registry (draft));
  LtItem *known = lt_item_get_child (registry, 0);
  LtItem *row = lt_item_follow_path (lt_item_get_child (LT_ITEM (draft), 0), "1.1");
  LtItem *fresh = create_agency ("Sở Mới");
  LtItem *taken;
  g_autoptr (GError) error = NULL;

  lt_item_append_draft (registry, fresh);
  lt_item_append_draft (fresh, create_succession (known, "2025-03-01"));
  lt_item_append_draft (lt_item_get_list (row, LT_TYPE_LINK), create_link ("CATP", known));
  lt_item_append_draft (lt_item_get_list (row, LT_TYPE_LINK), create_link ("Sở Mới", fresh));
  g_assert_true (lt_document_take_book (fixture->document, draft, label, &error));
  g_assert_no_error (error);

  taken = lt_item_follow_path (lt_item_get_child (LT_ITEM (lt_document_get_book (fixture->document)), 1), "1.1");
  known = lt_item_get_child (get_registry (fixture), 0);
  fresh = lt_item_get_child (get_registry (fixture), 1);
  g_assert_cmpstr (lt_agency_get_name (LT_AGENCY (fresh)), ==, "Sở Mới");
  g_assert_cmpint (lt_succession_get_successor_id (lt_item_get_child (fresh, 0)), ==, lt_item_get_id (known));
  g_assert_cmpint (lt_link_get_agency_id (lt_item_get_child (lt_item_get_list (taken, LT_TYPE_LINK), 0)), ==,
                   lt_item_get_id (known));
  g_assert_cmpint (lt_link_get_agency_id (lt_item_get_child (lt_item_get_list (taken, LT_TYPE_LINK), 1)), ==,
                   lt_item_get_id (fresh));
  assert_settled (fixture, NULL);
}

static void
assert_refused (StoreFixture *fixture, LtItem *item, const char *field, gint64 id, const char *part)
{
  g_autofree char *value = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_autofree char *before = store_fixture_dump (fixture->document);
  g_autoptr (GError) error = NULL;

  g_assert_false (lt_document_set (fixture->document, item, field, value, &error));
  g_assert_error (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, part));
  assert_settled (fixture, before);
}

static void
test_circles (StoreFixture *fixture, gconstpointer data)
{
  LtItem *registry = get_registry (fixture);
  LtItem *a = lt_item_get_child (registry, 0);
  LtItem *b = add (fixture, registry, create_agency ("Sở B"));
  LtItem *from_b = add (fixture, b, create_succession (a, "2025-03-01"));
  g_autoptr (LtItem) undated = create_succession (b, "");
  g_autoptr (GError) error = NULL;

  assert_refused (fixture, a, "parent_agency", lt_item_get_id (a), "above itself");
  assert_refused (fixture, from_b, "successor", lt_item_get_id (b), "“Sở B” would succeed itself");
  assert_refused (fixture, from_b, "successor", lt_item_get_id (store_fixture_get (fixture, "1.1")), "no such agency");
  assert_refused (fixture, from_b, "successor", 12345, "no such agency");

  g_assert_null (lt_document_add (fixture->document, a, NULL, undated, &error));
  g_assert_error (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_INVALID);
  assert_settled (fixture, NULL);
  /* Split and joined again. */
  add (fixture, a, create_succession (b, "2016-01-01"));
  assert_settled (fixture, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_test ("agency-goes", test_agency_goes);
  add_test ("row-goes", test_row_goes);
  add_test ("row-is-copied", test_row_is_copied);
  add_test ("draft-is-taken-in", test_draft_is_taken_in);
  add_test ("circles", test_circles);
  return g_test_run ();
}
