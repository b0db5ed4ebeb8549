/* SPDX-License-Identifier: MIT */
#include "lt-gui-test.h"

#include <string.h>

#include "app/lt-agency-chip.h"
#include "app/lt-agency-entry.h"
#include "app/lt-agency-picker.h"
#include "app/lt-deadline-entry.h"
#include "app/lt-outcome-row.h"
#include "app/lt-plan-dialog.h"
#include "app/lt-view-state.h"
#include "app/lt-plan-view-private.h"

static LtFieldEntry *
get_words (LtGui *gui, const char *id)
{
  LtPlanView *view = lt_gui_find (gui->window, LT_TYPE_PLAN_VIEW);
  gpointer entry = lt_gui_child (view->assignment_form, id);

  if (LT_IS_DEADLINE_ENTRY (entry))
    return lt_deadline_entry_get_words (entry);
  if (LT_IS_AGENCY_ENTRY (entry))
    return lt_agency_entry_get_words (entry);
  return LT_FIELD_ENTRY (entry);
}

static const char *
get_text (LtGui *gui, const char *path, const char *field)
{
  LtItem *item = lt_gui_item (gui, path);

  return lt_item_get_text (item, lt_item_type_find_field (G_OBJECT_TYPE (item), field));
}

static void
test_meaning_while_typing (LtGui *gui, gconstpointer data)
{
  LtPlanView *view = lt_gui_select (gui, "2.1");
  LtDeadlineEntry *deadline = lt_gui_child (view->assignment_form, "deadline");

  g_assert_nonnull (strstr (lt_deadline_entry_get_meaning (deadline), "31/12/2024"));
  lt_field_entry_set_text (get_words (gui, "deadline"), "trong quý I năm 2025");
  g_assert_nonnull (strstr (lt_deadline_entry_get_meaning (deadline), "31/3/2025"));
  lt_field_entry_set_text (get_words (gui, "deadline"), "bao giờ cũng được");
  g_assert_null (strstr (lt_deadline_entry_get_meaning (deadline), "2025"));
  /* Nothing is stored by looking. */
  g_assert_cmpuint (lt_gui_n_edits (gui), ==, 0);
}

static void
test_strict_reading (LtGui *gui, gconstpointer data)
{
  LtPlanView *view = lt_gui_select (gui, "2.1");
  LtDeadlineEntry *deadline = lt_gui_child (view->assignment_form, "deadline");

  g_assert_true (lt_document_set (gui->document, LT_ITEM (lt_window_get_plan (gui->window)), "strict_before", "true", NULL));
  g_assert_nonnull (strstr (lt_deadline_entry_get_meaning (deadline), "30/12/2024"));
}

static void
test_stored_by_another_row (LtGui *gui, gconstpointer data)
{
  lt_gui_select (gui, "2.1");
  lt_field_entry_set_text (get_words (gui, "deadline"), "tháng 6/2025");
  lt_field_entry_set_text (get_words (gui, "note"), "Một dòng\nhai dòng");
  lt_gui_select (gui, "3.1");
  g_assert_cmpstr (get_text (gui, "2.1", "deadline"), ==, "tháng 6/2025");
  g_assert_cmpstr (get_text (gui, "2.1", "note"), ==, "Một dòng\nhai dòng");
  g_assert_cmpuint (lt_gui_n_edits (gui), ==, 2);
  {
    g_autofree char *shown = lt_field_entry_dup_text (get_words (gui, "deadline"));

    g_assert_cmpstr (shown, ==, get_text (gui, "3.1", "deadline"));
  }
}

static void
test_refused_text_comes_back (LtGui *gui, gconstpointer data)
{
  LtPlanView *view = lt_gui_select (gui, "2.1");
  LtFieldEntry *end_day = get_words (gui, "end_day");
  GtkLabel *problem = lt_gui_child (end_day, "problem");
  g_autofree char *shown = NULL;

  lt_field_entry_set_text (end_day, "31/2/2025");
  lt_gui_select (gui, "3.1");
  g_assert_cmpuint (lt_gui_n_edits (gui), ==, 0);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (problem)));
  lt_gui_select (gui, "2.1");
  shown = lt_field_entry_dup_text (end_day);
  g_assert_cmpstr (shown, ==, "31/2/2025");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (problem)));
  g_assert_nonnull (strstr (gtk_label_get_label (problem), "31/2/2025"));

  /* The window does not go with it unasked. */
  gtk_window_close (GTK_WINDOW (gui->window));
  lt_gui_settle ();
  g_assert_true (lt_window_get_document (gui->window) == gui->document);

  lt_field_entry_set_text (end_day, "28/2/2025");
  g_assert_true (lt_view_commit (LT_VIEW (view)));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (problem)));
  g_assert_cmpint (lt_assignment_get_due (LT_ASSIGNMENT (lt_gui_item (gui, "2.1"))), ==, lt_day_from_ymd (2025, 2, 28));
}

static LtAgencyChip *
find_chip (gpointer root, const char *text)
{
  g_autoptr (GPtrArray) chips = lt_gui_list (root, LT_TYPE_AGENCY_CHIP);

  for (guint i = 0; i < chips->len; i++)
    if (strstr (gtk_label_get_label (lt_gui_child (g_ptr_array_index (chips, i), "label")), text))
      return g_ptr_array_index (chips, i);
  return NULL;
}

static void
test_add_agency (LtGui *gui, gconstpointer data)
{
  LtPlanView *view = lt_gui_select (gui, "2.1");
  gpointer coordination = lt_gui_child (view->assignment_form, "coordination");
  LtItem *registry = LT_ITEM (lt_book_get_registry (lt_document_get_book (gui->document)));
  guint n = lt_item_get_n_children (registry);
  LtAgencyChip *chip;

  lt_field_entry_set_text (get_words (gui, "coordination"), "Sở Tư pháp; Viện Nghiên cứu Biển Đông");
  chip = find_chip (coordination, "Sở Tư pháp");
  g_assert_nonnull (chip);
  g_assert_false (gtk_widget_get_visible (lt_gui_child (chip, "button")));
  chip = find_chip (coordination, "Viện Nghiên cứu");
  g_assert_nonnull (chip);
  g_assert_true (gtk_widget_get_visible (lt_gui_child (chip, "button")));

  /* Storing the words leaves the chip where it is: the click that stores them is on its way to it. */
  g_assert_true (lt_view_commit (LT_VIEW (view)));
  g_assert_true (find_chip (coordination, "Viện Nghiên cứu") == chip);
  g_signal_emit_by_name (lt_gui_child (chip, "button"), "clicked");
  lt_gui_settle ();
  g_assert_cmpuint (lt_item_get_n_children (registry), ==, n + 1);
  g_assert_nonnull (lt_registry_find (LT_REGISTRY (registry), "Viện Nghiên cứu Biển Đông"));
  g_assert_true (lt_gui_has_toast (gui->window, "“Viện Nghiên cứu Biển Đông” added to the agencies"));
  chip = find_chip (coordination, "Viện Nghiên cứu");
  g_assert_false (gtk_widget_get_visible (lt_gui_child (chip, "button")));
  lt_gui_activate (gui->window, "win.undo");
  g_assert_cmpuint (lt_item_get_n_children (registry), ==, n);
}

static gpointer
get_picker (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (toplevels, i);

      if (LT_IS_AGENCY_PICKER (window) && gtk_widget_get_mapped (window))
        return window;
    }
  g_assert_not_reached ();
}

/* What a person says of a phrase is seen, stays while other words change, and can be taken back. */
static void
test_correct_by_hand (LtGui *gui, gconstpointer data)
{
  LtPlanView *view = lt_gui_select (gui, "2.1");
  gpointer coordination = lt_gui_child (view->assignment_form, "coordination");
  LtRegistry *registry = lt_book_get_registry (lt_document_get_book (gui->document));
  LtAgency *health = lt_registry_find (registry, "Sở Y tế");
  GPtrArray *mentions;
  LtAgencyChip *chip;

  lt_field_entry_set_text (get_words (gui, "coordination"), "CATP; Sở Tư pháp; Sở Nội vụ");
  g_assert_true (lt_view_commit (LT_VIEW (view)));
  chip = find_chip (coordination, "Công an");
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (chip), "corrected"));
  lt_gui_activate (chip, "chip.means");
  lt_agency_picker_search (get_picker (), "so y te");
  lt_agency_picker_choose (get_picker ());
  lt_gui_settle ();
  g_assert_true (lt_gui_has_toast (gui->window, "“CATP” means Sở Y tế in this row"));
  chip = find_chip (coordination, "Sở Y tế");
  g_assert_nonnull (chip);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (chip), "corrected"));
  g_assert_nonnull (strstr (gtk_widget_get_tooltip_text (GTK_WIDGET (chip)), "set by hand"));

  lt_gui_activate (find_chip (coordination, "Sở Nội vụ"), "chip.nobody");
  chip = find_chip (coordination, "Sở Nội vụ");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (chip), "dismissed"));

  /* Words beside it change, while they are typed and when they are stored. */
  lt_field_entry_set_text (get_words (gui, "coordination"), "Bưu điện thành phố, CATP; Sở Nội vụ và Sở Du lịch");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (find_chip (coordination, "Sở Y tế")), "corrected"));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (find_chip (coordination, "Sở Nội vụ")), "dismissed"));
  g_assert_true (lt_view_commit (LT_VIEW (view)));
  mentions = lt_assignment_get_mentions (LT_ASSIGNMENT (lt_gui_item (gui, "2.1")), LT_ROLE_COORDINATE);
  g_assert_cmpuint (mentions->len, ==, 3);
  g_assert_true (((LtMention *) g_ptr_array_index (mentions, 1))->agency == health);

  /* Another row with the same words is another row. */
  g_assert_true (lt_document_set (gui->document, lt_gui_item (gui, "3.1"), "coordination",
                                  "Bưu điện thành phố, CATP; Sở Nội vụ và Sở Du lịch", NULL));
  lt_gui_select (gui, "3.1");
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (find_chip (coordination, "Công an")), "corrected"));
  lt_gui_activate (find_chip (coordination, "Sở Du lịch"), "chip.nobody");
  g_assert_cmpuint (lt_item_get_n_children (lt_assignment_peek_links (LT_ASSIGNMENT (lt_gui_item (gui, "3.1")))), ==, 1);

  lt_gui_select (gui, "2.1");
  lt_gui_activate (find_chip (coordination, "Sở Y tế"), "chip.again");
  lt_gui_activate (find_chip (coordination, "Sở Nội vụ"), "chip.again");
  g_assert_nonnull (find_chip (coordination, "Công an"));
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (find_chip (coordination, "Sở Nội vụ")), "dismissed"));
  while (lt_document_get_can_undo (gui->document))
    lt_gui_activate (gui->window, "win.undo");
}

/* Under the names of today the chips show who does the work on the day at hand, and say who was issued. */
static void
test_names_of_today (LtGui *gui, gconstpointer data)
{
  gpointer form = ((LtPlanView *) lt_gui_select (gui, "2.1"))->assignment_form;
  gpointer coordination = lt_gui_child (form, "coordination");
  LtViewState *state = lt_view_state_get (gui->document);
  LtRegistry *registry = lt_book_get_registry (lt_document_get_book (gui->document));
  LtAgency *old = lt_registry_find (registry, "Sở Du lịch");
  LtAgency *heir = lt_registry_find (registry, "Sở Văn hóa và Thể thao");
  g_autoptr (LtItem) draft = lt_item_new_draft (LT_TYPE_SUCCESSION, 0);
  LtAgencyChip *chip;

  lt_field_entry_set_text (get_words (gui, "coordination"), "CATP; SDL; Sở Không Ai Biết");
  g_assert_true (lt_view_commit (LT_VIEW (lt_gui_find (gui->window, LT_TYPE_PLAN_VIEW))));
  g_assert_nonnull (find_chip (coordination, "Sở Du lịch"));
  lt_view_state_set_names (state, LT_NAMES_TODAY);
  lt_view_state_set_as_of (state, lt_day_from_iso ("2025-08-01"));
  g_assert_nonnull (find_chip (coordination, "Sở Du lịch"));

  lt_item_set_integer (draft, lt_item_type_find_field (LT_TYPE_SUCCESSION, "successor"),
                       lt_item_get_id (LT_ITEM (heir)));
  lt_item_set_integer (draft, lt_item_type_find_field (LT_TYPE_SUCCESSION, "since"), lt_day_from_iso ("2025-03-01"));
  g_assert_nonnull (lt_document_add (gui->document, LT_ITEM (old), NULL, draft, NULL));
  g_assert_true (lt_document_set (gui->document, LT_ITEM (old), "valid_to", "2025-02-28", NULL));
  chip = find_chip (coordination, "Sở Văn hóa và Thể thao");
  g_assert_nonnull (chip);
  g_assert_nonnull (strstr (gtk_widget_get_tooltip_text (GTK_WIDGET (chip)), "Sở Du lịch"));
  g_assert_nonnull (find_chip (coordination, "Sở Không Ai Biết"));
  lt_view_state_set_as_of (state, lt_day_from_iso ("2025-01-01"));
  g_assert_nonnull (find_chip (coordination, "Sở Du lịch"));
  lt_view_state_set_as_of (state, lt_day_from_iso ("2025-08-01"));
  lt_view_state_set_names (state, LT_NAMES_ISSUED);
  g_assert_nonnull (find_chip (coordination, "Sở Du lịch"));
  lt_view_state_set_as_of (state, LT_DAY_NONE);
  while (lt_document_get_can_undo (gui->document))
    lt_gui_activate (gui->window, "win.undo");
}

static void
test_outcomes (LtGui *gui, gconstpointer data)
{
  LtPlanView *view = lt_gui_select (gui, "1.1");
  g_autoptr (GPtrArray) rows = lt_gui_list (view->assignment_form, LT_TYPE_OUTCOME_ROW);
  LtItem *first = lt_gui_item (gui, "1.1.1");

  g_assert_cmpuint (rows->len, ==, 5);
  lt_gui_activate (g_ptr_array_index (rows, 0), "outcome.down");
  g_assert_true (lt_gui_item (gui, "1.1.2") == first);
  g_assert_cmpstr (get_text (gui, "1.1.2", "label"), ==, "(2)");
  lt_gui_activate (g_ptr_array_index (rows, 2), "outcome.remove");
  g_assert_true (lt_gui_has_toast (gui->window, "Result 1.1.3 deleted"));
  lt_gui_activate (view->assignment_form, "form.add-outcome");
  g_assert_cmpuint (lt_item_get_n_children (lt_gui_item (gui, "1.1")), ==, 5);
  {
    g_autoptr (GPtrArray) now = lt_gui_list (view->assignment_form, LT_TYPE_OUTCOME_ROW);

    g_assert_cmpuint (now->len, ==, 5);
    g_assert_true (lt_outcome_row_get_outcome (g_ptr_array_index (now, 4)) == (gpointer) lt_gui_item (gui, "1.1.5"));
  }
}

static void
test_state_and_join (LtGui *gui, gconstpointer data)
{
  LtPlanView *view = lt_gui_select (gui, "2.2");

  gtk_drop_down_set_selected (lt_gui_child (view->assignment_form, "state"), LT_STATE_DONE);
  g_assert_cmpint (lt_assignment_get_state (LT_ASSIGNMENT (lt_gui_item (gui, "2.2"))), ==, LT_STATE_DONE);
  gtk_check_button_set_active (lt_gui_child (view->assignment_form, "joined"), TRUE);
  g_assert_true (lt_assignment_get_deadline_joined (LT_ASSIGNMENT (lt_gui_item (gui, "2.2"))));
  lt_gui_activate (gui->window, "win.undo");
  g_assert_false (gtk_check_button_get_active (lt_gui_child (view->assignment_form, "joined")));
  lt_gui_select (gui, "2.1");
  /* There is no row above in its model. */
  g_assert_false (gtk_widget_get_sensitive (lt_gui_child (view->assignment_form, "joined")));
}

static void
test_plan_properties (LtGui *gui, gconstpointer data)
{
  LtPlan *plan = lt_window_get_plan (gui->window);
  GtkWidget *dialog = lt_plan_dialog_new (gui->document, plan);

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (gui->window));
  gtk_window_present (GTK_WINDOW (dialog));
  lt_gui_settle ();
  lt_field_entry_set_text (lt_gui_child (dialog, "title_entry"), "Kế hoạch thử");
  lt_field_entry_set_text (lt_gui_child (dialog, "issued_entry"), "05/11/2024");
  gtk_check_button_set_active (lt_gui_child (dialog, "strict_before"), TRUE);
  gtk_window_close (GTK_WINDOW (dialog));
  lt_gui_settle ();
  g_assert_cmpstr (lt_plan_get_title (plan), ==, "Kế hoạch thử");
  g_assert_cmpint (lt_plan_get_issued (plan), ==, lt_day_from_ymd (2024, 11, 5));
  g_assert_true (lt_plan_get_strict_before (plan));
  g_assert_cmpuint (lt_gui_n_edits (gui), ==, 3);
  g_assert_true (g_str_has_prefix (gtk_window_get_title (GTK_WINDOW (gui->window)), "Kế hoạch thử"));
}

static void
add_tests (void)
{
  lt_gui_add ("/form/meaning-while-typing", lt_gui_set_up, test_meaning_while_typing);
  lt_gui_add ("/form/strict-reading", lt_gui_set_up, test_strict_reading);
  lt_gui_add ("/form/stored-by-another-row", lt_gui_set_up, test_stored_by_another_row);
  lt_gui_add ("/form/refused-text-comes-back", lt_gui_set_up, test_refused_text_comes_back);
  lt_gui_add ("/form/add-agency", lt_gui_set_up, test_add_agency);
  lt_gui_add ("/form/correct-by-hand", lt_gui_set_up, test_correct_by_hand);
  lt_gui_add ("/form/names-of-today", lt_gui_set_up, test_names_of_today);
  lt_gui_add ("/form/outcomes", lt_gui_set_up, test_outcomes);
  lt_gui_add ("/form/state-and-join", lt_gui_set_up, test_state_and_join);
  lt_gui_add ("/form/plan-properties", lt_gui_set_up, test_plan_properties);
}

int
main (int argc, char **argv)
{
  return lt_gui_test_run (&argc, &argv, add_tests);
}
