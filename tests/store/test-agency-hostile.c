/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "exchange/lt-json.h"
#include "exchange/lt-sample.h"
#include "plan/lt-agency-use.h"
#include "store-fixture.h"
#include "store/lt-agency-edits.h"
#include "store/lt-phrase-edits.h"

/* What people and files can do to the registry that it was not made for. */

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
  return lt_registry_find (LT_REGISTRY (get_registry (fixture)), name);
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
undo (StoreFixture *fixture, const char *expected)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (lt_document_undo (fixture->document, &error));
  g_assert_no_error (error);
  assert_json (fixture, expected);
}

static LtItem *
append_agency (StoreFixture *fixture, const char *name)
{
  g_autoptr (LtItem) draft = lt_item_new_draft (LT_TYPE_AGENCY, 0);
  g_autoptr (GError) error = NULL;
  LtItem *agency;

  lt_item_set_text (draft, lt_item_type_find_field (LT_TYPE_AGENCY, "name"), name);
  agency = lt_document_add (fixture->document, get_registry (fixture), NULL, draft, &error);
  g_assert_no_error (error);
  return agency;
}

static gboolean
set (StoreFixture *fixture, LtItem *item, const char *field, const char *value, GError **error)
{
  return lt_document_set (fixture->document, item, field, value, error);
}

static gboolean
set_ref (StoreFixture *fixture, LtItem *item, const char *field, LtItem *agency, GError **error)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, lt_item_get_id (agency));

  return set (fixture, item, field, id, error);
}

static gint64
get_ref (LtItem *item, const char *field)
{
  return lt_item_get_integer (item, lt_item_type_find_field (G_OBJECT_TYPE (item), field));
}

static LtItem *
add_succession (StoreFixture *fixture, LtItem *from, LtItem *to, LtDay since, GError **error)
{
  g_autoptr (LtItem) draft = lt_item_new_draft (LT_TYPE_SUCCESSION, 0);

  lt_item_set_integer (draft, lt_item_type_find_field (LT_TYPE_SUCCESSION, "successor"), lt_item_get_id (to));
  lt_item_set_integer (draft, lt_item_type_find_field (LT_TYPE_SUCCESSION, "since"), since);
  return lt_document_add (fixture->document, from, NULL, draft, error);
}

static void
assert_refused (StoreFixture *fixture, gboolean done, GError **error, const char *part, const char *json)
{
  g_assert_false (done);
  g_assert_error (*error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_INVALID);
  g_assert_nonnull (strstr ((*error)->message, part));
  g_clear_error (error);
  assert_json (fixture, json);
}

static void
test_circles (StoreFixture *fixture, gconstpointer data)
{
  LtItem *a = append_agency (fixture, "Trạm A");
  LtItem *b = append_agency (fixture, "Trạm B");
  LtItem *c = append_agency (fixture, "Trạm C");
  g_autofree char *before = dup_json (fixture);
  g_autoptr (GError) error = NULL;

  assert_refused (fixture, add_succession (fixture, a, a, LT_DAY_NONE, &error) != NULL, &error, "succeed itself", before);
  assert_refused (fixture, add_succession (fixture, a, a, 20000, &error) != NULL, &error, "succeed itself", before);
  assert_refused (fixture, set_ref (fixture, a, "parent_agency", a, &error), &error, "above itself", before);

  g_assert_nonnull (add_succession (fixture, a, b, LT_DAY_NONE, &error));
  g_assert_nonnull (add_succession (fixture, b, c, LT_DAY_NONE, &error));
  {
    g_autofree char *chain = dup_json (fixture);

    assert_refused (fixture, add_succession (fixture, c, a, LT_DAY_NONE, &error) != NULL, &error, "succeed itself", chain);
    /* A merger may not close the ring either. */
    assert_refused (fixture, lt_document_merge_agencies (fixture->document, LT_AGENCY (a), LT_AGENCY (c), &error),
                    &error, "succeed itself", chain);
  }
}

static void
test_empty_names (StoreFixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "", " ", "\n\t", "\u00a0\u3000", ".", "- 12/", NULL };
  LtItem *police = LT_ITEM (find (fixture, "CATP"));
  g_autofree char *before = dup_json (fixture);
  g_autoptr (GError) error = NULL;

  assert_refused (fixture, set (fixture, police, "name", NULL, &error), &error, "name", before);
  for (guint i = 0; names[i]; i++)
    {
      g_autoptr (LtItem) draft = lt_item_new_draft (LT_TYPE_AGENCY, 0);
      const char *const phrases[] = { "Một cụm từ", NULL };

      assert_refused (fixture, set (fixture, police, "name", names[i], &error), &error, "name", before);
      lt_item_set_string (draft, lt_item_type_find_field (LT_TYPE_AGENCY, "name"), names[i], NULL);
      assert_refused (fixture, lt_document_add (fixture->document, get_registry (fixture), NULL, draft, &error) != NULL,
                      &error, "name", before);
      assert_refused (fixture, lt_document_add_agency_for (fixture->document, draft, phrases, &error) != NULL, &error,
                      "name", before);
    }
}

static void
test_long_names (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *before = dup_json (fixture);
  g_autoptr (GString) name = g_string_new ("Sở");
  g_autofree char *added = NULL;
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;
  LtItem *agency;

  while (g_utf8_strlen (name->str, -1) < 10000)
    g_string_append (name, " Kế hoạch");
  agency = append_agency (fixture, name->str);
  added = dup_json (fixture);
  g_assert_cmpstr (lt_agency_get_name (LT_AGENCY (agency)), ==, name->str);
  g_assert_true (LT_ITEM (find (fixture, name->str)) == agency);
  /* The journal and the undo button tell of it in a line that can be read. */
  label = lt_document_dup_undo_label (fixture->document);
  g_assert_cmpint (g_utf8_strlen (label, -1), <, 300);
  g_assert_true (g_utf8_validate (label, -1, NULL));
  g_assert_true (lt_document_merge_agencies (fixture->document, find (fixture, "CATP"), LT_AGENCY (agency), &error));
  g_assert_no_error (error);
  g_assert_true (find (fixture, name->str) == find (fixture, "CATP"));
  undo (fixture, added);
  undo (fixture, before);
}

static void
test_merge_parent_into_child (StoreFixture *fixture, gconstpointer data)
{
  LtItem *top = append_agency (fixture, "Cục Trên");
  LtItem *parent = append_agency (fixture, "Cục Giữa");
  LtItem *child = append_agency (fixture, "Chi cục Dưới");
  LtItem *sister = append_agency (fixture, "Chi cục Bên");
  g_autofree char *before = NULL;
  g_autofree char *again = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (set_ref (fixture, parent, "parent_agency", top, NULL));
  g_assert_true (set_ref (fixture, child, "parent_agency", parent, NULL));
  g_assert_true (set_ref (fixture, sister, "parent_agency", parent, NULL));
  before = dup_json (fixture);

  g_assert_true (lt_document_merge_agencies (fixture->document, LT_AGENCY (child), LT_AGENCY (parent), &error));
  g_assert_no_error (error);
  g_assert_cmpint (get_ref (child, "parent_agency"), ==, lt_item_get_id (top));
  g_assert_cmpint (get_ref (sister, "parent_agency"), ==, lt_item_get_id (child));
  undo (fixture, before);

  /* And the other way about. */
  parent = LT_ITEM (find (fixture, "Cục Giữa"));
  g_assert_true (lt_document_merge_agencies (fixture->document, LT_AGENCY (parent), LT_AGENCY (child), &error));
  g_assert_cmpint (get_ref (parent, "parent_agency"), ==, lt_item_get_id (top));
  undo (fixture, before);
}

static void
test_merge_takes_parent (StoreFixture *fixture, gconstpointer data)
{
  LtItem *top = append_agency (fixture, "Cục Trên");
  LtItem *a = append_agency (fixture, "Chi cục Một");
  LtItem *b = append_agency (fixture, "Chi cục Hai");
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (set_ref (fixture, b, "parent_agency", top, NULL));
  before = dup_json (fixture);
  g_assert_true (lt_document_merge_agencies (fixture->document, LT_AGENCY (a), LT_AGENCY (b), &error));
  g_assert_cmpint (get_ref (a, "parent_agency"), ==, lt_item_get_id (top));
  undo (fixture, before);

  /* Not where the one that stays stands above: it would stand above itself. */
  g_assert_true (set_ref (fixture, top, "parent_agency", a, NULL));
  g_assert_true (lt_document_merge_agencies (fixture->document, LT_AGENCY (top), LT_AGENCY (LT_ITEM (find (fixture, "Chi cục Hai"))), &error));
  g_assert_no_error (error);
}

static void
set_coordination (StoreFixture *fixture, const char *path, const char *words)
{
  g_assert_true (set (fixture, store_fixture_get (fixture, path), "coordination", words, NULL));
}

/* Whatever the words look like: once somebody has said what they mean, they are settled. */
static void
test_settled_for_good (StoreFixture *fixture, gconstpointer data)
{
  static const char *const cells[] = {
    "Sở Y tế, Du hành vũ trụ và Biển",
    "Trung tâm Phục vụ hành chính công (bộ phận một cửa)",
    "Đề nghị phối hợp với: Viện Hải dương học.",
    "nghiệp và phát triển nông thôn, Sở Y tế",
    "Chi cục Dân số/Trung tâm Y tế; Hội Chữ thập đỏ",
    "Công ty TNHH MTV A&B - Chi nhánh 2",
    "Đ/c Nguyễn Văn A - Phó Giám đốc Sở",
    "TRUNG TÂM CHUYỂN ĐỔI SỐ\nTrung tâm Thông tin, tín hiệu",
    "các hãng taxi; Hiệp hội Vận tải thủy, bộ",
    "\"Tổ công tác 06\"",
    "Phòng PC06, PC07 và PA05",
    "Ban Quản lý dự án 1, 2, 3",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autoptr (GPtrArray) open = NULL;
      g_autofree char *before = dup_json (fixture);
      g_autofree char *changed = NULL;

      set_coordination (fixture, "1.1", cells[i]);
      changed = dup_json (fixture);
      open = lt_book_gather_open_phrases (lt_document_get_book (fixture->document));
      for (guint j = 0; j < open->len; j++)
        {
          const LtOpenPhrase *phrase = g_ptr_array_index (open, j);
          const char *const phrases[] = { phrase->phrase, NULL };
          g_autoptr (GPtrArray) rest = NULL;
          g_autoptr (GError) error = NULL;

          g_test_message ("“%s” of “%s”", phrase->phrase, cells[i]);
          g_assert_true (lt_document_name_phrases (fixture->document, phrases, find (fixture, "CATP"), &error));
          g_assert_no_error (error);
          rest = lt_book_gather_open_phrases (lt_document_get_book (fixture->document));
          for (guint k = 0; k < rest->len; k++)
            g_assert_cmpstr (((LtOpenPhrase *) g_ptr_array_index (rest, k))->phrase, !=, phrase->phrase);
          undo (fixture, changed);
        }
      undo (fixture, before);
    }
}

/* Words that two entries claim are nobody's, until a person says whose. */
static void
test_claimed_twice (StoreFixture *fixture, gconstpointer data)
{
  static const char *const phrases[] = { "Trung tâm X", NULL };
  static const char *const name[] = { "Trạm A", NULL };
  LtItem *a = append_agency (fixture, "Trạm A");
  LtItem *b = append_agency (fixture, "Trạm B");
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;

  g_assert_true (set (fixture, a, "variants", "Trung tâm X\nTT X", NULL));
  g_assert_true (set (fixture, b, "short_forms", "trung tâm x", NULL));
  set_coordination (fixture, "1.1", "Trung tâm X");
  before = dup_json (fixture);
  g_assert_null (find (fixture, "Trung tâm X"));
  g_assert_true (lt_document_name_phrases (fixture->document, phrases, LT_AGENCY (a), &error));
  g_assert_no_error (error);
  g_assert_true (LT_ITEM (find (fixture, "Trung tâm X")) == a);
  g_assert_true (LT_ITEM (find (fixture, "TT X")) == a);
  undo (fixture, before);

  /* The name of another entry is not taken from it. */
  assert_refused (fixture, lt_document_name_phrases (fixture->document, name, LT_AGENCY (b), &error), &error,
                  "Trạm A", before);
}

static GPtrArray *
gather_open (StoreFixture *fixture)
{
  return lt_book_gather_open_phrases (lt_document_get_book (fixture->document));
}

/* Many phrases settled at once, each act one step back. */
static void
test_in_bulk (StoreFixture *fixture, gconstpointer data)
{
  static const char *const new_ones[] = { "Hội Nông dân", "Hội Luật gia", "hội  nông dân", NULL };
  g_autofree char *before = NULL;
  g_autoptr (GPtrArray) open = NULL;
  g_autoptr (GPtrArray) rest = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GError) error = NULL;
  guint n = lt_item_get_n_children (get_registry (fixture));

  /* Two beginnings of the one name, and one of another. */
  set_coordination (fixture, "1.1", "Bảo hiểm xã hội; Ngân hàng Nhà nước, Ngân hàng; Hội Nông dân");
  set_coordination (fixture, "3.1", "Hội Nông dân; Hội Luật gia; Sở Y tế");
  before = dup_json (fixture);
  open = gather_open (fixture);
  g_assert_cmpuint (open->len, >=, 4);

  g_assert_true (lt_document_accept_phrases (fixture->document, open, &error));
  g_assert_no_error (error);
  rest = gather_open (fixture);
  for (guint i = 0; i < rest->len; i++)
    g_assert_null (((LtOpenPhrase *) g_ptr_array_index (rest, i))->suggestion);
  g_assert_true (find (fixture, "Ngân hàng") == find (fixture, "Ngân hàng Nhà nước"));
  g_assert_nonnull (find (fixture, "Ngân hàng"));
  g_assert_cmpuint (lt_item_get_n_children (get_registry (fixture)), ==, n);
  undo (fixture, before);

  g_assert_true (lt_document_add_agencies_for (fixture->document, new_ones, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (lt_item_get_n_children (get_registry (fixture)), ==, n + 2);
  g_assert_nonnull (find (fixture, "Hội Luật gia"));
  undo (fixture, before);

  g_assert_true (lt_document_dismiss_phrases (fixture->document, new_ones, &error));
  g_assert_no_error (error);
  none = gather_open (fixture);
  for (guint i = 0; i < none->len; i++)
    g_assert_false (g_str_has_prefix (((LtOpenPhrase *) g_ptr_array_index (none, i))->phrase, "Hội"));
  g_assert_cmpuint (lt_assignment_get_mentions (store_fixture_get (fixture, "3.1"), LT_ROLE_COORDINATE)->len, ==, 1);
  {
    g_auto (GStrv) dismissed = lt_assignment_list_dismissed (store_fixture_get (fixture, "3.1"), LT_ROLE_COORDINATE,
                                                             "Hội Luật gia, Sở Y tế");

    g_assert_cmpuint (g_strv_length (dismissed), ==, 1);
    g_assert_cmpstr (dismissed[0], ==, "Hội Luật gia");
  }
  undo (fixture, before);
}

static guint
count_open (StoreFixture *fixture, const char *phrase)
{
  g_autoptr (GPtrArray) open = gather_open (fixture);
  guint n = 0;

  for (guint i = 0; i < open->len; i++)
    n += strcmp (((LtOpenPhrase *) g_ptr_array_index (open, i))->phrase, phrase) == 0;
  return n;
}

/* What names nobody in the file names nobody in the cells that come later, however they come; until one
 * cell is read otherwise. */
static void
test_dismissed_later (StoreFixture *fixture, gconstpointer data)
{
  const char *const nobody[] = { "Hội Luật gia", NULL };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *memory = NULL;
  g_autofree char *disk = NULL;
  g_autoptr (LtItem) row = lt_item_new_draft (LT_TYPE_ASSIGNMENT, 0);
  g_autoptr (GError) error = NULL;

  set_coordination (fixture, "1.1", "Hội Luật gia; Hội Nông dân");
  set_coordination (fixture, "3.1", "Sở Y tế, Hội Luật gia");
  g_assert_cmpuint (count_open (fixture, "Hội Luật gia"), ==, 1);
  g_assert_true (lt_document_dismiss_phrases (fixture->document, nobody, &error));
  g_assert_no_error (error);
  before = dup_json (fixture);

  /* Typed, whatever the case; in the other cell too; and one undo takes words and decision back. */
  set_coordination (fixture, "2.1", "Sở Tư pháp; hội luật gia; Hội Nông dân");
  g_assert_cmpuint (lt_assignment_get_mentions (store_fixture_get (fixture, "2.1"), LT_ROLE_COORDINATE)->len, ==, 2);
  g_assert_cmpuint (count_open (fixture, "hội luật gia"), ==, 0);
  g_assert_cmpuint (count_open (fixture, "Hội Nông dân"), ==, 1);
  undo (fixture, before);
  g_assert_true (lt_document_set (fixture->document, LT_ITEM (store_fixture_get (fixture, "2.1")), "lead",
                                  "Hội Luật gia", &error));
  g_assert_cmpuint (lt_assignment_get_mentions (store_fixture_get (fixture, "2.1"), LT_ROLE_LEAD)->len, ==, 0);
  undo (fixture, before);

  /* A row that is new. */
  lt_item_set_text (row, lt_item_type_find_field (LT_TYPE_ASSIGNMENT, "lead"), "Sở Y tế");
  lt_item_set_text (row, lt_item_type_find_field (LT_TYPE_ASSIGNMENT, "coordination"), "Sở Nội vụ; Hội Luật gia");
  g_assert_nonnull (lt_document_add (fixture->document, lt_item_get_parent (LT_ITEM (store_fixture_get (fixture, "2.1"))),
                                     NULL, row, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_open (fixture, "Hội Luật gia"), ==, 0);
  memory = store_fixture_dump (fixture->document);
  disk = store_fixture_dump_disk (fixture);
  g_assert_cmpstr (memory, ==, disk);
  after = dup_json (fixture);
  g_assert_true (lt_document_undo (fixture->document, NULL));
  g_assert_true (lt_document_redo (fixture->document, NULL));
  g_free (memory);
  memory = dup_json (fixture);
  g_assert_cmpstr (memory, ==, after);

  /* One cell in which the words are read again, and nothing is said in general any more. */
  g_assert_true (lt_document_unlink_phrase (fixture->document, store_fixture_get (fixture, "1.1"), LT_ROLE_COORDINATE,
                                            "Hội Luật gia", &error));
  g_assert_cmpuint (count_open (fixture, "Hội Luật gia"), ==, 1);
  set_coordination (fixture, "2.1", "Sở Tư pháp; Hội Luật gia");
  g_assert_cmpuint (lt_assignment_get_mentions (store_fixture_get (fixture, "2.1"), LT_ROLE_COORDINATE)->len, ==, 2);
}

static guint
get_count (GHashTable *counts, LtAgency *agency, LtRole role)
{
  const LtAgencyCount *count = g_hash_table_lookup (counts, agency);

  return count == NULL ? 0 : role == LT_ROLE_LEAD ? count->n_led : count->n_coordinated;
}

/* The counts of the list are those of the rows behind it, under either name. */
static void
test_counts (StoreFixture *fixture, gconstpointer data)
{
  LtItem *registry = get_registry (fixture);
  LtAgency *old = find (fixture, "Sở Thông tin và Truyền thông");
  LtAgency *heir = find (fixture, "CATP");
  LtDay day = lt_day_from_ymd (2025, 8, 1);

  g_assert_nonnull (add_succession (fixture, LT_ITEM (old), LT_ITEM (heir), lt_day_from_ymd (2025, 3, 1), NULL));
  for (LtNames names = LT_NAMES_ISSUED; names <= LT_NAMES_TODAY; names++)
    {
      g_autoptr (GHashTable) counts = lt_book_count_uses (lt_document_get_book (fixture->document), names, day);

      for (guint i = 0; i < lt_item_get_n_children (registry); i++)
        {
          LtAgency *agency = lt_item_get_child (registry, i);
          g_autoptr (GPtrArray) uses = lt_book_gather_uses_by (lt_document_get_book (fixture->document), agency, names,
                                                               day);

          g_assert_cmpuint (uses->len, ==, get_count (counts, agency, LT_ROLE_LEAD)
                                             + get_count (counts, agency, LT_ROLE_COORDINATE));
        }
      g_assert_cmpuint (get_count (counts, old, LT_ROLE_LEAD) > 0, ==, names == LT_NAMES_ISSUED);
    }
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *path;
    void (*test) (StoreFixture *fixture, gconstpointer data);
  } tests[] = {
    { "/agency-hostile/circles", test_circles },
    { "/agency-hostile/empty-names", test_empty_names },
    { "/agency-hostile/long-names", test_long_names },
    { "/agency-hostile/merge-parent-into-child", test_merge_parent_into_child },
    { "/agency-hostile/merge-takes-parent", test_merge_takes_parent },
    { "/agency-hostile/settled-for-good", test_settled_for_good },
    { "/agency-hostile/claimed-twice", test_claimed_twice },
    { "/agency-hostile/in-bulk", test_in_bulk },
    { "/agency-hostile/dismissed-later", test_dismissed_later },
    { "/agency-hostile/counts", test_counts },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, StoreFixture, NULL, set_up, tests[i].test, store_fixture_tear_down);
  return g_test_run ();
}
