/* SPDX-License-Identifier: MIT */
#include "plan/lt-book.h"

typedef struct {
  LtBook *book;
  LtItem *registry;
  LtItem *row;
} Fixture;

static void
set (LtItem *item, const char *field, const char *value)
{
  g_autoptr (GError) error = NULL;

  lt_item_set_string (item, lt_item_type_find_field (G_OBJECT_TYPE (item), field), value, &error);
  g_assert_no_error (error);
}

static void
add_agency (Fixture *fixture, const char *name)
{
  LtItem *agency = lt_item_new_draft (LT_TYPE_AGENCY, 0);

  set (agency, "name", name);
  lt_item_append_draft (fixture->registry, agency);
}

static LtItem *
add_link (Fixture *fixture, const char *phrase, const char *kind, const char *agency)
{
  LtItem *link = lt_item_new_draft (LT_TYPE_LINK, 0);

  set (link, "role", "coordinate");
  set (link, "phrase", phrase);
  set (link, "kind", kind);
  if (agency)
    {
      LtAgency *named = lt_registry_find (LT_REGISTRY (fixture->registry), agency);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, lt_item_get_id (LT_ITEM (named)));

      set (link, "agency", id);
    }
  lt_item_append_draft (lt_item_get_list (fixture->row, LT_TYPE_LINK), link);
  return link;
}

/* "Sở Y tế; ?lạ; Sở Xây dựng!": what is unknown bears a question mark in front,
 * what a link says an exclamation mark behind, an heir stands behind an arrow. */
static void
assert_reading (Fixture *fixture, LtRole role, const char *expected)
{
  GPtrArray *mentions = lt_assignment_get_mentions (LT_ASSIGNMENT (fixture->row), role);
  g_autoptr (GString) reading = g_string_new (NULL);

  for (guint i = 0; i < mentions->len; i++)
    {
      const LtMention *mention = g_ptr_array_index (mentions, i);

      g_string_append_printf (reading, "%s%s%s%s", i > 0 ? "; " : "", mention->agency ? "" : "?",
                              mention->agency ? lt_agency_get_name (mention->agency) : mention->phrase,
                              mention->corrected ? "!" : "");
      if (mention->heir)
        g_string_append_printf (reading, "→%s", lt_agency_get_name (mention->heir));
    }
  g_assert_cmpstr (reading->str, ==, expected);
}

static void
assert_coordination (Fixture *fixture, const char *expected)
{
  assert_reading (fixture, LT_ROLE_COORDINATE, expected);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  LtItem *plan = lt_item_new_draft (LT_TYPE_PLAN, 0);
  LtItem *initiative = lt_item_new_draft (LT_TYPE_INITIATIVE, 0);

  fixture->book = lt_book_new ();
  fixture->registry = LT_ITEM (lt_book_get_registry (fixture->book));
  fixture->row = lt_item_new_draft (LT_TYPE_ASSIGNMENT, 0);
  lt_item_append_draft (LT_ITEM (fixture->book), plan);
  lt_item_append_draft (plan, initiative);
  lt_item_append_draft (initiative, fixture->row);
  add_agency (fixture, "Sở Y tế");
  add_agency (fixture, "Sở Xây dựng");
  add_agency (fixture, "Sở Nội vụ");
  set (fixture->row, "lead", "Sở Xây dựng");
  set (fixture->row, "coordination", "Sở Y tế; CATP; Sở Nội vụ");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->book);
}

static void
test_wins (Fixture *fixture, gconstpointer data)
{
  assert_coordination (fixture, "Sở Y tế; ?CATP; Sở Nội vụ");
  add_link (fixture, "CATP", "agency", "Sở Xây dựng");
  add_link (fixture, "Sở Nội vụ", "agency", "Sở Y tế");
  assert_coordination (fixture, "Sở Y tế; Sở Xây dựng!; Sở Y tế!");
  assert_reading (fixture, LT_ROLE_LEAD, "Sở Xây dựng");
}

static void
test_outlives_other_words (Fixture *fixture, gconstpointer data)
{
  add_link (fixture, "CATP", "agency", "Sở Xây dựng");
  set (fixture->row, "coordination", "Bưu điện; catp, Sở Y tế");
  assert_coordination (fixture, "?Bưu điện; Sở Xây dựng!; Sở Y tế");
  set (fixture->row, "coordination", "Sở Y tế");
  assert_coordination (fixture, "Sở Y tế");
  set (fixture->row, "coordination", "Sở Y tế; CATP");
  assert_coordination (fixture, "Sở Y tế; Sở Xây dựng!");
  set (fixture->row, "coordination", "");
  assert_coordination (fixture, "");
}

static void
test_nobody (Fixture *fixture, gconstpointer data)
{
  LtItem *link = add_link (fixture, "CATP", "not-agency", NULL);

  assert_coordination (fixture, "Sở Y tế; Sở Nội vụ");
  set (link, "kind", "agency");
  assert_coordination (fixture, "Sở Y tế; ?CATP; Sở Nội vụ");
}

/* The parser may cut the cell elsewhere than the person would. */
static void
test_cuts_otherwise (Fixture *fixture, gconstpointer data)
{
  set (fixture->row, "coordination", "Sở Y tế; Ban A; Phòng\nB; Sở Nội vụ");
  assert_coordination (fixture, "Sở Y tế; ?Ban A; ?Phòng B; Sở Nội vụ");
  add_link (fixture, "Ban A; Phòng B", "agency", "Sở Xây dựng");
  assert_coordination (fixture, "Sở Y tế; Sở Xây dựng!; Sở Nội vụ");

  set (fixture->row, "coordination", "Đoàn B phối hợp Đoàn C và Sở Nội vụ");
  add_link (fixture, "Đoàn C", "agency", "Sở Y tế");
  assert_coordination (fixture, "?Đoàn B; Sở Y tế!; Sở Nội vụ");
  /* Not inside a word. */
  set (fixture->row, "coordination", "Đoàn Công nhân");
  assert_coordination (fixture, "?Đoàn Công nhân");
}

static void
test_heir (Fixture *fixture, gconstpointer data)
{
  add_link (fixture, "Sở Nội vụ", "heir", "Sở Y tế");
  assert_coordination (fixture, "Sở Y tế; ?CATP; Sở Nội vụ→Sở Y tế");
  add_link (fixture, "CATP", "agency", "Sở Xây dựng");
  add_link (fixture, "CATP", "heir", "Sở Nội vụ");
  assert_coordination (fixture, "Sở Y tế; Sở Xây dựng!→Sở Nội vụ; Sở Nội vụ→Sở Y tế");
}

static void
test_renamed_agency (Fixture *fixture, gconstpointer data)
{
  add_link (fixture, "CATP", "agency", "Sở Xây dựng");
  assert_coordination (fixture, "Sở Y tế; Sở Xây dựng!; Sở Nội vụ");
  set (LT_ITEM (lt_registry_find (LT_REGISTRY (fixture->registry), "Sở Xây dựng")), "name", "Sở Kiến trúc");
  assert_coordination (fixture, "Sở Y tế; Sở Kiến trúc!; Sở Nội vụ");
  assert_reading (fixture, LT_ROLE_LEAD, "?Sở Xây dựng");
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_notifies (Fixture *fixture, gconstpointer data)
{
  guint n = 0;
  LtItem *link;

  g_signal_connect_swapped (fixture->row, "changed::coordination", G_CALLBACK (count_cb), &n);
  link = add_link (fixture, "CATP", "agency", "Sở Xây dựng");
  g_assert_cmpuint (n, ==, 1);
  set (link, "kind", "not-agency");
  g_assert_cmpuint (n, ==, 2);
}

static void
test_beside_outcomes (Fixture *fixture, gconstpointer data)
{
  LtItem *link = add_link (fixture, "CATP", "agency", "Sở Xây dựng");
  g_autofree char *path = lt_item_dup_path (link);

  g_assert_cmpuint (lt_item_get_n_children (fixture->row), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (lt_item_get_list (fixture->row, LT_TYPE_LINK))), ==, 1);
  g_assert_true (lt_item_get_ancestor (link, LT_TYPE_ASSIGNMENT) == fixture->row);
  g_assert_cmpuint (lt_item_get_index (link), ==, 0);
  g_assert_cmpuint (lt_item_get_index (lt_item_get_parent (link)), ==, G_MAXUINT);
  g_assert_cmpstr (path, ==, "1.1.links.1");
  g_assert_null (lt_item_get_list (fixture->row, LT_TYPE_TARGET));
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/link/wins", test_wins },
    { "/link/outlives-other-words", test_outlives_other_words },
    { "/link/nobody", test_nobody },
    { "/link/cuts-otherwise", test_cuts_otherwise },
    { "/link/heir", test_heir },
    { "/link/renamed-agency", test_renamed_agency },
    { "/link/notifies", test_notifies },
    { "/link/beside-outcomes", test_beside_outcomes },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
