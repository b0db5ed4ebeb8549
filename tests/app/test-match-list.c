/* SPDX-License-Identifier: MIT */
#include "app/lt-match-list.h"
#include "app/lt-plan-tree.h"
#include "plan/lt-agency-use.h"
#include "plan/lt-item-private.h"

static LtItem *
append (LtItem *parent, GType type)
{
  LtItem *child = lt_item_new_draft (type, 0);

  lt_item_append_draft (parent, child);
  return child;
}

static LtBook *
create_book (guint n_models, guint n_rows)
{
  LtBook *book = lt_book_new ();
  LtItem *plan = append (LT_ITEM (book), LT_TYPE_PLAN);

  for (guint i = 0; i < n_models; i++)
    {
      LtItem *model = append (plan, LT_TYPE_INITIATIVE);

      for (guint j = 0; j < n_rows; j++)
        append (model, LT_TYPE_ASSIGNMENT);
    }
  return book;
}

/* Every row whose place can be divided by @step; of some models none. */
static GPtrArray *
take_some (LtBook *book, guint step)
{
  g_autoptr (GPtrArray) all = lt_book_gather_assignments (book);
  GPtrArray *some = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i += step)
    g_ptr_array_add (some, g_ptr_array_index (all, i));
  return some;
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static guint
count (gpointer list)
{
  return g_list_model_get_n_items (G_LIST_MODEL (list));
}

/* Told of every item once, at the end of the list as it was then. */
static void
changed_cb (GListModel *list, guint position, guint removed, guint added, guint *n)
{
  g_assert_cmpuint (position, ==, *n);
  g_assert_cmpuint (removed, ==, 0);
  *n += added;
}

static void
assert_whole (LtMatchList *models, GPtrArray *rows)
{
  guint at = 0;

  for (guint i = 0; i < count (models); i++)
    {
      g_autoptr (LtItem) model = g_list_model_get_item (G_LIST_MODEL (models), i);
      g_autoptr (LtMatchList) children = lt_match_list_new_children (models, model);

      lt_match_list_complete (children);
      for (guint j = 0; j < count (children); j++)
        {
          g_autoptr (LtItem) row = g_list_model_get_item (G_LIST_MODEL (children), j);

          g_assert_true (row == g_ptr_array_index (rows, at++));
          g_assert_true (lt_item_get_parent (row) == model);
        }
    }
  g_assert_cmpuint (at, ==, rows->len);
}

static void
test_grows (void)
{
  static const struct { guint n_models, n_rows, step; } shapes[] = {
    { 0, 0, 1 }, { 1, 1, 1 }, { 4000, 2, 1 }, { 4000, 2, 3 }, { 1, 7000, 1 }, { 3, 3000, 2 }, { 500, 2, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      g_autoptr (LtBook) book = create_book (shapes[i].n_models, shapes[i].n_rows);
      g_autoptr (GPtrArray) rows = take_some (book, shapes[i].step);
      g_autoptr (LtMatchList) models = lt_match_list_new_models (rows);
      guint n = count (models);

      g_assert_cmpuint (n, <=, 1000);
      g_signal_connect (models, "items-changed", G_CALLBACK (changed_cb), &n);
      settle ();
      g_assert_cmpuint (count (models), ==, n);
      assert_whole (models, rows);
      g_assert_null (g_list_model_get_item (G_LIST_MODEL (models), n));
    }
}

static void
test_find (void)
{
  g_autoptr (LtBook) book = create_book (4000, 2);
  LtItem *plan = lt_item_get_child (LT_ITEM (book), 0);
  g_autoptr (GPtrArray) rows = take_some (book, 6);
  g_autoptr (LtMatchList) models = lt_match_list_new_models (rows);
  guint before = count (models);
  LtItem *far = lt_item_get_parent (g_ptr_array_index (rows, rows->len - 1));

  g_assert_cmpuint (before, <, rows->len);
  /* The model beside it has no row among them, which is known without a look at all. */
  g_assert_cmpuint (lt_match_list_find (models, lt_item_get_child (plan, lt_item_get_index (far) - 1)), ==, G_MAXUINT);
  g_assert_cmpuint (count (models), ==, before);
  g_assert_cmpuint (lt_match_list_find (models, far), ==, rows->len - 1);
  g_assert_cmpuint (count (models), ==, rows->len);
}

/* No more than what is before it has to come for a row. */
static void
test_comes_by_itself (void)
{
  g_autoptr (LtBook) book = create_book (5000, 2);
  g_autoptr (GPtrArray) rows = take_some (book, 2);
  g_autoptr (LtMatchList) models = lt_match_list_new_models (rows);
  LtItem *near = lt_item_get_parent (g_ptr_array_index (rows, 1));
  LtItem *middle = lt_item_get_parent (g_ptr_array_index (rows, 2000));
  LtItem *last = lt_item_get_parent (g_ptr_array_index (rows, 4999));

  g_assert_false (lt_match_list_is_coming (models, near));
  g_assert_true (lt_match_list_is_coming (models, middle));
  g_assert_false (lt_match_list_is_coming (models, LT_ITEM (book)));
  g_assert_cmpuint (lt_match_list_find (models, middle), ==, 2000);
  g_assert_cmpuint (count (models), ==, 2001);
  g_assert_true (lt_match_list_is_coming (models, last));
  settle ();
  g_assert_false (lt_match_list_is_coming (models, last));
  g_assert_cmpuint (lt_match_list_find (models, last), ==, 4999);
}

static void
give_up_cb (GListModel *list, guint position, guint removed, guint added, LtMatchList **models)
{
  g_assert_true (LT_MATCH_LIST (list) == *models);
  g_clear_object (models);
}

/* The sanitizer sees what is done to it afterwards. */
static void
test_given_up_when_told (void)
{
  g_autoptr (LtBook) book = create_book (20000, 1);
  g_autoptr (GPtrArray) rows = take_some (book, 1);
  LtMatchList *models = lt_match_list_new_models (rows);

  g_object_add_weak_pointer (G_OBJECT (models), (gpointer *) &models);
  g_signal_connect (models, "items-changed", G_CALLBACK (give_up_cb), &models);
  settle ();
  g_assert_null (models);
}

/* Rows are taken out of the book while they come into the tree. */
static void
test_removed_while_growing (void)
{
  g_autoptr (LtBook) book = create_book (200, 100);
  LtItem *plan = lt_item_get_child (LT_ITEM (book), 0);
  g_autoptr (GPtrArray) gone = g_ptr_array_new ();
  g_autoptr (GPtrArray) held = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) rows = take_some (book, 1);
  g_autoptr (GtkTreeListModel) tree = NULL;

  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (held, g_object_ref (g_ptr_array_index (rows, i)));
  tree = lt_plan_tree_new_for_matches (rows, held);
  g_main_context_iteration (NULL, FALSE);
  for (guint i = 10; i < 190; i++)
    g_ptr_array_add (gone, lt_item_get_child (plan, i));
  _lt_item_splice (plan, gone, NULL, NULL);
  for (guint i = 0; i < rows->len; i += 3)
    {
      LtItem *row = g_ptr_array_index (rows, i);
      guint position = lt_plan_tree_find (tree, row);

      g_assert_true (position == G_MAXUINT || lt_plan_tree_get_item (tree, position) == row);
      lt_plan_tree_is_coming (tree, row);
      if (i % 300 == 0)
        g_main_context_iteration (NULL, FALSE);
    }
  settle ();
  for (guint i = 0; i < count (tree); i++)
    g_assert_true (LT_IS_ITEM (lt_plan_tree_get_item (tree, i)));
}

/* As many are open as if they had all been there at once. */
static void
test_opens_later_ones (void)
{
  g_autoptr (LtBook) book = create_book (120, 50);
  g_autoptr (GPtrArray) rows = take_some (book, 1);
  g_autoptr (GtkTreeListModel) tree = lt_plan_tree_new_for_matches (rows, rows);

  g_assert_cmpuint (count (tree), <, 1100);
  settle ();
  g_assert_cmpuint (count (tree), ==, 120 + 100 * 50);
}

static void
test_tree (void)
{
  g_autoptr (LtBook) book = create_book (1, 5000);
  LtPlan *plan = lt_item_get_child (LT_ITEM (book), 0);
  g_autoptr (GPtrArray) rows = take_some (book, 1);
  g_autoptr (GPtrArray) own = lt_plan_tree_take_own (rows, plan);
  g_autoptr (GtkTreeListModel) tree = lt_plan_tree_new_for_matches (own, rows);
  LtItem *last = g_ptr_array_index (rows, 4999);

  g_assert_cmpuint (count (tree), <, 5001);
  g_assert_true (lt_plan_tree_is_coming (tree, last));
  g_assert_cmpuint (lt_plan_tree_find (tree, last), ==, 5000);
  g_assert_false (lt_plan_tree_is_coming (tree, last));
  g_assert_true (lt_plan_tree_get_item (tree, 5000) == last);
  g_clear_object (&tree);

  /* Given up while it grows. */
  tree = lt_plan_tree_new_for_matches (own, rows);
  g_main_context_iteration (NULL, FALSE);
  g_clear_object (&tree);
  settle ();
}

static void
test_other_plans (void)
{
  g_autoptr (LtBook) book = create_book (3, 4);
  LtPlan *first = lt_item_get_child (LT_ITEM (book), 0);
  LtItem *second = append (LT_ITEM (book), LT_TYPE_PLAN);
  LtItem *row = append (append (second, LT_TYPE_INITIATIVE), LT_TYPE_ASSIGNMENT);
  g_autoptr (GPtrArray) rows = take_some (book, 1);
  g_autoptr (GPtrArray) own = lt_plan_tree_take_own (rows, first);
  g_autoptr (GPtrArray) others = lt_plan_tree_take_own (rows, LT_PLAN (second));

  g_assert_cmpuint (own->len, ==, 12);
  g_assert_cmpuint (others->len, ==, 1);
  g_assert_true (g_ptr_array_index (others, 0) == row);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/match-list/grows", test_grows);
  g_test_add_func ("/match-list/find", test_find);
  g_test_add_func ("/match-list/comes-by-itself", test_comes_by_itself);
  g_test_add_func ("/match-list/given-up-when-told", test_given_up_when_told);
  g_test_add_func ("/match-list/removed-while-growing", test_removed_while_growing);
  g_test_add_func ("/match-list/opens-later-ones", test_opens_later_ones);
  g_test_add_func ("/match-list/tree", test_tree);
  g_test_add_func ("/match-list/other-plans", test_other_plans);
  return g_test_run ();
}
