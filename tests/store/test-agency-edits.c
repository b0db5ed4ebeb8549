/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "exchange/lt-json.h"
#include "exchange/lt-sample.h"
#include "plan/lt-agency-use.h"
#include "store-fixture.h"
#include "store/lt-agency-edits.h"

static void
set_up (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_set_up_with (fixture, lt_sample_new (NULL));
}

static LtItem *
get_registry (StoreFixture *fixture)
{
  return LT_ITEM (lt_book_get_registry (lt_document_get_book (fixture->document)));
}

static LtAgency *
find (StoreFixture *fixture, const char *name)
{
  LtAgency *agency = lt_registry_find (LT_REGISTRY (get_registry (fixture)), name);

  g_assert_nonnull (agency);
  return agency;
}

static char *
dup_json (StoreFixture *fixture)
{
  return lt_json_dup_book (lt_document_get_book (fixture->document), NULL);
}

static void
assert_json (StoreFixture *fixture, const char *expected)
{
  g_autofree char *memory = dup_json (fixture);
  g_autofree char *fixed = store_fixture_dump (fixture->document);
  g_autofree char *disk = store_fixture_dump_disk (fixture);

  g_assert_cmpstr (memory, ==, expected);
  g_assert_cmpstr (fixed, ==, disk);
}

static void
undo_all (StoreFixture *fixture, const char *expected)
{
  g_autoptr (GError) error = NULL;

  while (lt_document_get_can_undo (fixture->document))
    {
      g_assert_true (lt_document_undo (fixture->document, &error));
      g_assert_no_error (error);
    }
  assert_json (fixture, expected);
}

static guint
count_uses (StoreFixture *fixture, const char *name)
{
  g_autoptr (GPtrArray) uses = lt_book_gather_uses (lt_document_get_book (fixture->document), find (fixture, name));

  return uses->len;
}

static void
test_uses (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) uses = lt_book_gather_uses (lt_document_get_book (fixture->document), find (fixture, "CATP"));
  const LtAgencyUse *first = g_ptr_array_index (uses, 0);
  g_autofree char *path = lt_item_dup_path (LT_ITEM (first->assignment));
  guint n_led = 0;

  for (guint i = 0; i < uses->len; i++)
    n_led += ((LtAgencyUse *) g_ptr_array_index (uses, i))->role == LT_ROLE_LEAD;
  g_assert_cmpstr (path, ==, "1.1");
  g_assert_cmpint (first->role, ==, LT_ROLE_COORDINATE);
  /* Models 7 and 14; of the other rows it is named in all but 8 and 9. */
  g_assert_cmpuint (n_led, ==, 2);
  g_assert_cmpuint (uses->len, ==, 16);
  g_assert_cmpuint (count_uses (fixture, "Sở Công Thương"), ==, 0);
}

static void
test_open_phrases (StoreFixture *fixture, gconstpointer data)
{
  static const char *const phrases[] = { "Bảo hiểm xã hội", NULL };
  LtBook *book = lt_document_get_book (fixture->document);
  g_autoptr (GPtrArray) open = lt_book_gather_open_phrases (book);
  g_autoptr (GPtrArray) rest = NULL;
  const LtOpenPhrase *phrase = g_ptr_array_index (open, 0);
  LtAgency *insurance = find (fixture, "BHXH thành phố");
  g_autofree char *before = dup_json (fixture);
  guint n_uses = count_uses (fixture, "BHXH thành phố");

  g_assert_cmpuint (open->len, ==, 1);
  g_assert_cmpstr (phrase->phrase, ==, "Bảo hiểm xã hội");
  g_assert_true (phrase->suggestion == insurance);
  g_assert_cmpuint (phrase->rows->len, ==, 2);

  g_assert_true (lt_document_name_phrases (fixture->document, phrases, insurance, NULL));
  rest = lt_book_gather_open_phrases (book);
  g_assert_cmpuint (rest->len, ==, 0);
  g_assert_cmpuint (count_uses (fixture, "BHXH thành phố"), ==, n_uses);
  undo_all (fixture, before);
}

static void
set_coordination (StoreFixture *fixture, const char *path, const char *words)
{
  g_assert_true (lt_document_set (fixture->document, store_fixture_get (fixture, path), "coordination", words, NULL));
}

static void
test_unknown_phrases (StoreFixture *fixture, gconstpointer data)
{
  static const char *const phrases[] = { "Trung tâm Chuyển đổi số", "TT CĐS", NULL };
  LtBook *book = lt_document_get_book (fixture->document);
  g_autofree char *before = dup_json (fixture);
  g_autoptr (GPtrArray) open = NULL;
  g_autoptr (GPtrArray) rest = NULL;
  g_autoptr (LtItem) draft = lt_item_new_draft (LT_TYPE_AGENCY, 0);
  g_autoptr (GError) error = NULL;
  LtAgency *added;

  set_coordination (fixture, "1.1", "Trung tâm Chuyển đổi số; TT CĐS");
  set_coordination (fixture, "3.1", "trung tâm chuyển đổi số; CATP");
  open = lt_book_gather_open_phrases (book);
  g_assert_cmpuint (open->len, ==, 3);
  g_assert_cmpstr (((LtOpenPhrase *) g_ptr_array_index (open, 1))->phrase, ==, "Trung tâm Chuyển đổi số");
  g_assert_cmpuint (((LtOpenPhrase *) g_ptr_array_index (open, 1))->rows->len, ==, 2);
  g_assert_null (((LtOpenPhrase *) g_ptr_array_index (open, 1))->suggestion);

  g_assert_null (lt_document_add_agency_for (fixture->document, draft, phrases, &error));
  g_assert_error (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_INVALID);
  g_clear_error (&error);
  lt_item_set_text (draft, lt_item_type_find_field (LT_TYPE_AGENCY, "name"), "Trung tâm Chuyển đổi số");
  added = lt_document_add_agency_for (fixture->document, draft, phrases, &error);
  g_assert_no_error (error);
  g_assert_true (find (fixture, "TT CĐS") == added);
  g_assert_cmpuint (count_uses (fixture, "Trung tâm Chuyển đổi số"), ==, 2);
  rest = lt_book_gather_open_phrases (book);
  g_assert_cmpuint (rest->len, ==, 1);
  undo_all (fixture, before);
}

static LtItem *
append_agency (StoreFixture *fixture, const char *name)
{
  g_autoptr (LtItem) draft = lt_item_new_draft (LT_TYPE_AGENCY, 0);

  lt_item_set_text (draft, lt_item_type_find_field (LT_TYPE_AGENCY, "name"), name);
  return lt_document_add (fixture->document, get_registry (fixture), NULL, draft, NULL);
}

static void
set_ref (StoreFixture *fixture, LtItem *item, const char *field, LtItem *agency)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, lt_item_get_id (agency));
  g_autoptr (GError) error = NULL;

  lt_document_set (fixture->document, item, field, id, &error);
  g_assert_no_error (error);
}

static LtItem *
add_succession (StoreFixture *fixture, LtItem *from, LtItem *to)
{
  g_autoptr (LtItem) draft = lt_item_new_draft (LT_TYPE_SUCCESSION, 0);
  LtItem *succession = lt_document_add (fixture->document, from, NULL, draft, NULL);

  set_ref (fixture, succession, "successor", to);
  return succession;
}

static void
test_merge (StoreFixture *fixture, gconstpointer data)
{
  LtItem *kept = LT_ITEM (find (fixture, "CATP"));
  LtItem *merged = append_agency (fixture, "Công an Hải Phòng");
  LtItem *below = append_agency (fixture, "Phòng CSGT");
  LtItem *ended = append_agency (fixture, "Công an quận");
  LtItem *row = store_fixture_get (fixture, "2.1");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *name = g_strdup (lt_agency_get_name (LT_AGENCY (kept)));
  g_autoptr (GError) error = NULL;
  LtItem *succession;

  g_assert_true (lt_document_set (fixture->document, merged, "short_forms", "CAHP\nCATP Hải Phòng", NULL));
  g_assert_true (lt_document_set (fixture->document, merged, "note", "Ghi chú", NULL));
  g_assert_true (lt_document_set (fixture->document, merged, "valid_from", "2025-03-01", NULL));
  set_ref (fixture, below, "parent_agency", merged);
  set_ref (fixture, kept, "parent_agency", merged);
  succession = add_succession (fixture, ended, merged);
  add_succession (fixture, kept, merged);
  add_succession (fixture, merged, below);
  g_assert_true (lt_document_link_phrase (fixture->document, LT_ASSIGNMENT (row), LT_ROLE_COORDINATE, "CATP",
                                          LT_LINK_AGENCY, LT_AGENCY (merged), NULL));
  set_coordination (fixture, "1.1", "Công an Hải Phòng; CAHP");
  before = dup_json (fixture);

  g_assert_false (lt_document_merge_agencies (fixture->document, LT_AGENCY (kept), LT_AGENCY (kept), &error));
  g_assert_error (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (lt_document_merge_agencies (fixture->document, LT_AGENCY (kept), LT_AGENCY (merged), &error));
  g_assert_no_error (error);

  g_assert_true (LT_ITEM (find (fixture, "CAHP")) == kept);
  g_assert_true (LT_ITEM (find (fixture, "Công an Hải Phòng")) == kept);
  g_assert_cmpstr (lt_agency_get_name (LT_AGENCY (kept)), ==, name);
  g_assert_cmpint (lt_agency_get_valid_from (LT_AGENCY (kept)), ==, lt_day_from_iso ("2025-03-01"));
  g_assert_cmpint (lt_item_get_integer (below, lt_item_type_find_field (LT_TYPE_AGENCY, "parent_agency")), ==,
                   lt_item_get_id (kept));
  g_assert_true (lt_item_field_is_default (kept, lt_item_type_find_field (LT_TYPE_AGENCY, "parent_agency")));
  g_assert_cmpint (lt_succession_get_successor_id (LT_SUCCESSION (succession)), ==, lt_item_get_id (kept));
  g_assert_cmpuint (lt_item_get_n_children (kept), ==, 1);
  g_assert_cmpint (lt_succession_get_successor_id (lt_item_get_child (kept, 0)), ==, lt_item_get_id (below));
  g_assert_cmpint (lt_link_get_agency_id (lt_item_get_child (lt_assignment_peek_links (LT_ASSIGNMENT (row)), 0)), ==,
                   lt_item_get_id (kept));
  g_assert_cmpuint (count_uses (fixture, "CATP"), ==, 16);

  after = dup_json (fixture);
  assert_json (fixture, after);
  g_assert_true (lt_document_undo (fixture->document, NULL));
  assert_json (fixture, before);
  g_assert_true (lt_document_redo (fixture->document, NULL));
  assert_json (fixture, after);
}

static void
test_merge_into_circle (StoreFixture *fixture, gconstpointer data)
{
  LtItem *a = append_agency (fixture, "A");
  LtItem *b = append_agency (fixture, "B");
  LtItem *c = append_agency (fixture, "C");
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;

  set_ref (fixture, a, "parent_agency", b);
  set_ref (fixture, b, "parent_agency", c);
  before = dup_json (fixture);
  g_assert_false (lt_document_merge_agencies (fixture->document, LT_AGENCY (a), LT_AGENCY (c), &error));
  g_assert_error (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_INVALID);
  assert_json (fixture, before);
}

static LtAgency *
get_reading (StoreFixture *fixture, const char *path, const char *phrase)
{
  GPtrArray *mentions = lt_assignment_get_mentions (store_fixture_get (fixture, path), LT_ROLE_COORDINATE);

  for (guint i = 0; i < mentions->len; i++)
    {
      const LtMention *mention = g_ptr_array_index (mentions, i);

      if (strcmp (mention->phrase, phrase) == 0)
        return mention->agency;
    }
  return NULL;
}

static void
test_link (StoreFixture *fixture, gconstpointer data)
{
  LtAssignment *row = store_fixture_get (fixture, "1.1");
  LtAgency *police = find (fixture, "CATP");
  LtAgency *health = find (fixture, "Sở Y tế");
  g_autofree char *before = dup_json (fixture);
  g_autofree char *label = NULL;

  g_assert_true (lt_document_link_phrase (fixture->document, row, LT_ROLE_COORDINATE, "CATP", LT_LINK_AGENCY, health,
                                          NULL));
  g_assert_true (get_reading (fixture, "1.1", "CATP") == health);
  g_assert_true (get_reading (fixture, "2.2", "CATP") == police);
  label = lt_document_dup_undo_label (fixture->document);
  g_assert_cmpstr (label, ==, "Read “CATP” as “Sở Y tế” in 1.1");

  /* Other words come and go. */
  set_coordination (fixture, "1.1", "Bưu điện thành phố, CATP");
  g_assert_true (get_reading (fixture, "1.1", "CATP") == health);
  /* The next word takes the place of the last one. */
  g_assert_true (lt_document_link_phrase (fixture->document, row, LT_ROLE_COORDINATE, "catp", LT_LINK_NOT_AGENCY,
                                          NULL, NULL));
  g_assert_cmpuint (lt_item_get_n_children (lt_assignment_peek_links (row)), ==, 1);
  g_assert_cmpuint (lt_assignment_get_mentions (row, LT_ROLE_COORDINATE)->len, ==, 1);
  store_fixture_reopen (fixture);
  row = store_fixture_get (fixture, "1.1");
  g_assert_cmpuint (lt_assignment_get_mentions (row, LT_ROLE_COORDINATE)->len, ==, 1);
  g_assert_true (lt_document_unlink_phrase (fixture->document, row, LT_ROLE_COORDINATE, "CATP", NULL));
  g_assert_true (get_reading (fixture, "1.1", "CATP") == find (fixture, "CATP"));
  undo_all (fixture, before);
}

static void
test_places (StoreFixture *fixture, gconstpointer data)
{
  LtAgency *police = find (fixture, "CATP");
  g_autofree char *before = dup_json (fixture);
  double x = 0, y = 0;

  g_assert_false (lt_agency_get_place (police, &x, &y));
  g_assert_true (lt_document_place_agency (fixture->document, police, -12.34, 1e4, NULL));
  g_assert_true (lt_agency_get_place (police, &x, &y));
  g_assert_cmpfloat (x, ==, -12.3);
  g_assert_cmpfloat (y, ==, 10000);
  g_assert_true (lt_document_forget_places (fixture->document, NULL));
  g_assert_false (lt_agency_get_place (police, &x, &y));
  undo_all (fixture, before);
}

/* Names as long as a hostile file could make them. */
static void
test_long_name (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *name = g_strnfill (10000, 'a');
  const char *const phrases[] = { name, NULL };
  LtAgency *police = find (fixture, "CATP");
  g_autofree char *before = dup_json (fixture);

  g_assert_true (lt_document_name_phrases (fixture->document, phrases, police, NULL));
  set_coordination (fixture, "1.1", name);
  g_assert_true (get_reading (fixture, "1.1", name) == police);
  undo_all (fixture, before);
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *path;
    void (*test) (StoreFixture *fixture, gconstpointer data);
  } tests[] = {
    { "/agency-edits/uses", test_uses },
    { "/agency-edits/open-phrases", test_open_phrases },
    { "/agency-edits/unknown-phrases", test_unknown_phrases },
    { "/agency-edits/merge", test_merge },
    { "/agency-edits/merge-into-circle", test_merge_into_circle },
    { "/agency-edits/link", test_link },
    { "/agency-edits/places", test_places },
    { "/agency-edits/long-name", test_long_name },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, StoreFixture, NULL, set_up, tests[i].test, store_fixture_tear_down);
  return g_test_run ();
}
