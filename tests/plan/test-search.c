/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "plan/lt-search.h"
#include "support/lt-test-book.h"
#include "text/lt-text.h"

static const LtField *
get_field (GType type, const char *name)
{
  return lt_item_type_find_field (type, name);
}

/* What the search must agree with: every word looked for in the whole row. */
static gboolean
holds_words (LtItem *assignment, GStrv words)
{
  LtPlan *plan = lt_item_get_ancestor (assignment, LT_TYPE_PLAN);
  LtInitiative *initiative = lt_item_get_ancestor (assignment, LT_TYPE_INITIATIVE);
  g_autofree char *lines = lt_assignment_dup_outcome_lines (LT_ASSIGNMENT (assignment));
  g_autofree char *row = g_strjoin (" ", lt_plan_get_title (plan), lt_initiative_get_name (initiative), lines,
                                    lt_assignment_get_deadline_words (LT_ASSIGNMENT (assignment)),
                                    lt_assignment_get_lead_words (LT_ASSIGNMENT (assignment)),
                                    lt_assignment_get_coordination_words (LT_ASSIGNMENT (assignment)),
                                    lt_item_get_text (assignment, get_field (LT_TYPE_ASSIGNMENT, "note")), NULL);
  g_autofree char *folded = lt_text_dup_folded (row);

  for (guint i = 0; words[i]; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static void
collect (LtItem *item, GStrv words, GPtrArray *found)
{
  if (LT_IS_ASSIGNMENT (item))
    {
      if (holds_words (item, words))
        g_ptr_array_add (found, item);
      return;
    }
  for (guint i = 0; i < lt_item_get_n_children (item); i++)
    collect (lt_item_get_child (item, i), words, found);
}

static void
assert_agrees (LtSearch *search, LtBook *book, const char *query)
{
  g_autoptr (GPtrArray) found = lt_search_find (search, query);
  g_autoptr (GPtrArray) expected = g_ptr_array_new ();
  g_autofree char *folded = lt_text_dup_folded (query);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);

  collect (LT_ITEM (book), words, expected);
  g_test_message ("“%s”: %u found", query, found->len);
  g_assert_cmpuint (found->len, ==, expected->len);
  for (guint i = 0; i < found->len; i++)
    g_assert_true (g_ptr_array_index (found, i) == g_ptr_array_index (expected, i));
}

static const char *const queries[] = {
  "a", "công an", "CONG AN THÀNH PHỐ", "31/12/2024", "thường xuyên vneid", "khoẻ", "khỏe điện tử", "(1)", "số hoá",
  "so hoa", "sở tư pháp ubnd", "zzz", "quý iv", "100%", "đ", "chuyên mã", "xã",
};

static void
test_agrees (void)
{
  g_autoptr (LtBook) book = lt_test_book_new (3000, 7);
  g_autoptr (LtSearch) search = lt_search_new (book);

  lt_search_complete (search);
  g_assert_true (lt_search_is_complete (search));
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    assert_agrees (search, book, queries[i]);
}

/* More words than are remembered. */
static void
test_many_words (void)
{
  g_autoptr (LtBook) book = lt_test_book_new (300, 9);
  g_autoptr (LtSearch) search = lt_search_new (book);
  g_autoptr (GString) query = g_string_new (NULL);

  lt_search_complete (search);
  for (guint i = 0; i < 600; i++)
    {
      g_string_append_printf (query, "%s ", i % 3 == 0 ? "a" : i % 3 == 1 ? "n" : "công");
      if (i % 50 == 0)
        assert_agrees (search, book, query->str);
    }
  for (char letter = 'a'; letter <= 'u'; letter++)
    {
      g_string_assign (query, "");
      for (char next = 'a'; next <= letter; next++)
        if (strchr ("fjqw", next) == NULL)
          g_string_append_printf (query, "%c ", next);
      assert_agrees (search, book, query->str);
    }
  g_string_append (query, "zzz a b c");
  assert_agrees (search, book, query->str);
}

/* Any piece of any row's words finds that row. */
static void
test_random_pieces (void)
{
  g_autoptr (LtBook) book = lt_test_book_new (300, 8);
  g_autoptr (LtSearch) search = lt_search_new (book);
  LtItem *plan = lt_item_get_child (LT_ITEM (book), 0);

  lt_search_complete (search);
  for (guint i = 0; i < 200; i++)
    {
      LtItem *initiative = lt_item_get_child (plan, (guint) g_test_rand_int_range (0, (int) lt_item_get_n_children (plan)));
      LtItem *assignment = lt_item_get_child (initiative, 0);
      g_autofree char *lines = assignment ? lt_assignment_dup_outcome_lines (LT_ASSIGNMENT (assignment)) : g_strdup ("");
      glong length = g_utf8_strlen (lines, -1);
      glong start;
      g_autofree char *piece = NULL;

      if (length < 12)
        continue;
      start = g_test_rand_int_range (0, (int) length - 10);
      piece = g_utf8_substring (lines, start, start + g_test_rand_int_range (1, 10));
      if (*g_strstrip (piece))
        assert_agrees (search, book, piece);
    }
}

static void
test_no_words (void)
{
  g_autoptr (LtBook) book = lt_test_book_new (10, 1);
  g_autoptr (LtSearch) search = lt_search_new (book);
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) blank = NULL;

  lt_search_complete (search);
  none = lt_search_find (search, "");
  blank = lt_search_find (search, " \t\n");
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (blank->len, ==, 0);
}

static void
note_complete_cb (gboolean *complete)
{
  *complete = TRUE;
}

static void
test_in_slices (void)
{
  g_autoptr (LtBook) book = lt_test_book_new (2000, 2);
  g_autoptr (LtSearch) search = lt_search_new (book);
  g_autoptr (GPtrArray) early = lt_search_find (search, "a");
  gboolean complete = FALSE;
  guint n_slices = 0;

  g_assert_cmpuint (early->len, ==, 0);
  g_signal_connect_swapped (search, "complete", G_CALLBACK (note_complete_cb), &complete);
  while (!complete)
    {
      g_main_context_iteration (NULL, TRUE);
      n_slices++;
    }
  g_assert_cmpuint (n_slices, >, 1);
  assert_agrees (search, book, "a");
  assert_agrees (search, book, "sở");
}

static void
test_after_changes (void)
{
  g_autoptr (LtBook) book = lt_test_book_new (200, 3);
  g_autoptr (LtSearch) search = lt_search_new (book);
  LtItem *plan = lt_item_get_child (LT_ITEM (book), 0);
  LtItem *initiative = lt_item_get_child (plan, 1);
  LtItem *assignment = lt_item_get_child (initiative, 0);
  LtItem *fresh = lt_item_new_draft (LT_TYPE_ASSIGNMENT, 0);
  LtItem *model = lt_item_new_draft (LT_TYPE_INITIATIVE, 0);

  lt_search_complete (search);

  lt_item_set_text (assignment, get_field (LT_TYPE_ASSIGNMENT, "deadline"), "ngày xưa ngày xửa");
  lt_search_refresh (search, assignment);
  assert_agrees (search, book, "ngày xưa");
  assert_agrees (search, book, "31/12/2024");

  lt_item_set_text (lt_item_get_child (assignment, 0), get_field (LT_TYPE_OUTCOME, "text"), "Kỳ lân");
  lt_search_refresh (search, lt_item_get_child (assignment, 0));
  assert_agrees (search, book, "ky lan xua");

  lt_item_set_text (fresh, get_field (LT_TYPE_ASSIGNMENT, "lead"), "Ban Quản lý Kỳ lân");
  lt_item_append_draft (initiative, fresh);
  lt_search_refresh (search, fresh);
  assert_agrees (search, book, "kỳ lân");
  assert_agrees (search, book, "a");

  lt_item_set_text (initiative, get_field (LT_TYPE_INITIATIVE, "name"), "Phượng hoàng");
  lt_search_refresh (search, initiative);
  assert_agrees (search, book, "phuong hoang");
  assert_agrees (search, book, "phượng lân");

  lt_item_set_text (plan, get_field (LT_TYPE_PLAN, "title"), "Rồng thiêng");
  lt_search_refresh (search, plan);
  assert_agrees (search, book, "rồng");

  lt_item_append_draft (model, lt_item_new_draft (LT_TYPE_ASSIGNMENT, 0));
  lt_item_append_draft (plan, model);
  lt_search_refresh (search, model);
  assert_agrees (search, book, "rồng");

  lt_search_restart (search);
  lt_search_complete (search);
  assert_agrees (search, book, "rồng");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search/agrees-with-looking-through", test_agrees);
  g_test_add_func ("/search/many-words", test_many_words);
  g_test_add_func ("/search/random-pieces", test_random_pieces);
  g_test_add_func ("/search/no-words", test_no_words);
  g_test_add_func ("/search/in-slices", test_in_slices);
  g_test_add_func ("/search/after-changes", test_after_changes);
  return g_test_run ();
}
