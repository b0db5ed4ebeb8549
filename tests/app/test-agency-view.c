/* SPDX-License-Identifier: MIT */
#include "lt-gui-test.h"

#include <string.h>

#include "app/lt-agency-form.h"
#include "app/lt-agency-list.h"
#include "app/lt-agency-merge-dialog.h"
#include "app/lt-agency-picker.h"
#include "app/lt-agency-view.h"
#include "app/lt-open-phrases.h"
#include "app/lt-plan-view-private.h"
#include "app/lt-reorganisation-dialog.h"
#include "app/lt-split-question.h"
#include "app/lt-succession-row.h"
#include "app/lt-view-state.h"
#include "exchange/lt-json.h"
#include "plan/lt-agency-use.h"

static LtAgencyView *
open_page (LtGui *gui)
{
  LtItem *agency = lt_item_get_child (LT_ITEM (lt_book_get_registry (lt_document_get_book (gui->document))), 0);

  lt_window_reveal (gui->window, agency);
  lt_gui_settle ();
  return lt_gui_find (gui->window, LT_TYPE_AGENCY_VIEW);
}

static LtRegistry *
get_registry (LtGui *gui)
{
  return lt_book_get_registry (lt_document_get_book (gui->document));
}

static LtAgency *
find (LtGui *gui, const char *name)
{
  return lt_registry_find (get_registry (gui), name);
}

static char *
dup_json (LtGui *gui)
{
  return lt_json_dup_book (lt_document_get_book (gui->document), NULL);
}

static void
select_agency (LtGui *gui, const char *name)
{
  LtAgency *agency = find (gui, name);

  g_assert_nonnull (agency);
  lt_window_reveal (gui->window, LT_ITEM (agency));
  lt_gui_settle ();
}

/* The mapped window of that type, or NULL. */
static gpointer
get_dialog (GType type)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (toplevels, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type) && gtk_widget_get_mapped (window))
        return window;
    }
  return NULL;
}

static void
pick (const char *query)
{
  LtAgencyPicker *picker = get_dialog (LT_TYPE_AGENCY_PICKER);

  g_assert_nonnull (picker);
  lt_agency_picker_search (picker, query);
  lt_agency_picker_choose (picker);
  lt_gui_settle ();
}

static void
test_list (LtGui *gui, gconstpointer data)
{
  LtAgencyView *view = open_page (gui);
  LtAgencyList *list = lt_gui_child (view, "list");
  GtkEditable *search = lt_gui_child (view, "search_entry");
  guint n = lt_item_get_n_children (LT_ITEM (get_registry (gui)));

  g_assert_cmpuint (lt_agency_list_get_n_shown (list), ==, n);
  gtk_editable_set_text (search, "catp");
  lt_gui_settle ();
  g_signal_emit_by_name (search, "search-changed");
  g_assert_cmpuint (lt_agency_list_get_n_shown (list), ==, 1);
  g_assert_true (lt_agency_list_get_selected (list) == find (gui, "CATP"));
  /* Without marks and case. */
  gtk_editable_set_text (search, "THONG TIN va");
  g_signal_emit_by_name (search, "search-changed");
  g_assert_cmpuint (lt_agency_list_get_n_shown (list), ==, 1);
  gtk_editable_set_text (search, "không có đâu");
  g_signal_emit_by_name (search, "search-changed");
  g_assert_cmpuint (lt_agency_list_get_n_shown (list), ==, 0);
  g_assert_null (lt_agency_list_get_selected (list));
  gtk_editable_set_text (search, "");
  g_signal_emit_by_name (search, "search-changed");
  g_assert_cmpuint (lt_agency_list_get_n_shown (list), ==, n);
  g_assert_nonnull (lt_agency_list_get_selected (list));
}

static void
test_form (LtGui *gui, gconstpointer data)
{
  LtAgencyView *view = open_page (gui);
  LtAgencyForm *form = lt_gui_child (view, "form");
  LtAgency *health = find (gui, "Sở Y tế");
  g_autofree char *before = dup_json (gui);
  g_autofree char *after = NULL;

  select_agency (gui, "Sở Y tế");
  g_assert_true (lt_agency_form_get_agency (form) == health);
  lt_field_entry_set_text (lt_gui_child (form, "variants_entry"), "Sở Y tế Hải Phòng\nNgành y tế");
  lt_field_entry_set_text (lt_gui_child (form, "valid_to_entry"), "30/6/2025");
  lt_field_entry_set_text (lt_gui_child (form, "contact_entry"), "0225 3745 123");
  g_assert_true (lt_agency_form_commit (form));
  g_assert_true (find (gui, "ngành Y tế") == health);
  g_assert_cmpint (lt_agency_get_valid_to (health), ==, lt_day_from_ymd (2025, 6, 30));

  /* A name must be there, and the reason stands beneath the entry. */
  lt_field_entry_set_text (lt_gui_child (form, "name_entry"), " ");
  g_assert_false (lt_agency_form_commit (form));
  g_assert_cmpstr (lt_agency_get_name (health), ==, "Sở Y tế");
  g_assert_true (gtk_widget_get_visible (lt_gui_child (lt_gui_child (form, "name_entry"), "problem")));
  lt_field_entry_set_text (lt_gui_child (form, "name_entry"), "Sở Y tế");
  g_assert_true (lt_agency_form_commit (form));

  while (lt_document_get_can_undo (gui->document))
    lt_document_undo (gui->document, NULL);
  after = dup_json (gui);
  g_assert_cmpstr (before, ==, after);
}

static void
test_successors (LtGui *gui, gconstpointer data)
{
  LtAgencyView *view = open_page (gui);
  LtAgencyForm *form = lt_gui_child (view, "form");
  LtAgency *tourism = find (gui, "Sở Du lịch");
  LtSuccessionRow *row;

  select_agency (gui, "Sở Du lịch");
  lt_field_entry_set_text (lt_gui_child (form, "valid_to_entry"), "28/2/2025");
  lt_gui_activate (form, "agency-form.add-successor");
  pick ("van hoa va the thao");
  g_assert_cmpuint (lt_item_get_n_children (LT_ITEM (tourism)), ==, 1);
  row = lt_gui_find (form, LT_TYPE_SUCCESSION_ROW);
  g_assert_cmpint (lt_succession_get_since (lt_succession_row_get_succession (row)), ==, lt_day_from_ymd (2025, 3, 1));
  gtk_check_button_set_active (lt_gui_child (row, "part"), TRUE);
  g_assert_true (lt_succession_get_part (lt_item_get_child (LT_ITEM (tourism), 0)));
  lt_field_entry_set_text (lt_gui_child (row, "note"), "Ghi chú");
  g_assert_true (lt_agency_form_commit (form));
  /* Itself is not among those that can be chosen. */
  lt_gui_activate (form, "agency-form.add-successor");
  pick ("SDL");
  g_assert_cmpuint (lt_item_get_n_children (LT_ITEM (tourism)), ==, 1);
  gtk_window_close (get_dialog (LT_TYPE_AGENCY_PICKER));
  g_signal_emit_by_name (lt_gui_child (row, "remove_button"), "clicked");
  lt_gui_settle ();
  g_assert_cmpuint (lt_item_get_n_children (LT_ITEM (tourism)), ==, 0);
  g_assert_true (lt_gui_has_toast (gui->window, "Successor removed"));
  lt_gui_activate (gui->window, "win.undo");
  g_assert_cmpuint (lt_item_get_n_children (LT_ITEM (tourism)), ==, 1);
}

static void
test_uses (LtGui *gui, gconstpointer data)
{
  LtAgencyView *view = open_page (gui);
  LtAgencyForm *form = lt_gui_child (view, "form");
  LtAgencyUses *uses = lt_agency_form_get_uses (form);
  LtPlanView *plan;
  g_autoptr (GPtrArray) selected = NULL;

  select_agency (gui, "CATP");
  gtk_stack_set_visible_child_name (lt_gui_child (form, "stack"), "uses");
  lt_gui_settle ();
  g_assert_cmpuint (lt_agency_uses_get_n (uses), ==, 16);
  lt_agency_uses_activate (uses, 1);
  lt_gui_settle ();
  plan = lt_gui_find (gui->window, LT_TYPE_PLAN_VIEW);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (plan)));
  selected = _lt_plan_view_list_selected (plan);
  g_assert_cmpuint (selected->len, ==, 1);
  g_assert_true (LT_IS_ASSIGNMENT (g_ptr_array_index (selected, 0)));
}

static void
test_add_and_remove (LtGui *gui, gconstpointer data)
{
  LtAgencyView *view = open_page (gui);
  LtAgencyList *list = lt_gui_child (view, "list");
  g_autofree char *before = dup_json (gui);
  g_autofree char *after = NULL;
  LtAgency *added;

  lt_gui_activate (view, "agencies.add");
  added = lt_agency_list_get_selected (list);
  g_assert_cmpstr (lt_agency_get_name (added), ==, "New agency");
  lt_gui_activate (view, "agencies.add");
  g_assert_true (lt_agency_list_get_selected (list) != added);
  g_assert_nonnull (find (gui, "New agency 2"));

  select_agency (gui, "CATP");
  lt_gui_activate (view, "agencies.remove");
  g_assert_null (find (gui, "CATP"));
  g_assert_true (lt_gui_has_toast (gui->window,
                                   "“Công an thành phố Hải Phòng” removed; 16 places that name it are not settled now"));
  g_assert_cmpuint (lt_open_phrases_get_n (lt_gui_child (view, "phrases")), >, 1);
  for (guint i = 0; i < 3; i++)
    lt_gui_activate (gui->window, "win.undo");
  after = dup_json (gui);
  g_assert_cmpstr (before, ==, after);
}

static void
test_merge (LtGui *gui, gconstpointer data)
{
  LtAgencyView *view = open_page (gui);
  g_autofree char *before = dup_json (gui);
  g_autofree char *after = NULL;
  LtAgencyMergeDialog *dialog;
  LtAgency *kept = find (gui, "Sở Y tế");

  select_agency (gui, "Sở Y tế");
  lt_gui_activate (view, "agencies.merge");
  dialog = get_dialog (LT_TYPE_AGENCY_MERGE_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_false (gtk_widget_get_sensitive (lt_gui_child (dialog, "merge_button")));
  lt_agency_merge_dialog_set_other (dialog, kept);
  g_assert_false (gtk_widget_get_sensitive (lt_gui_child (dialog, "merge_button")));
  lt_agency_merge_dialog_set_other (dialog, find (gui, "Sở Du lịch"));
  g_assert_nonnull (strstr (gtk_label_get_label (lt_gui_child (dialog, "outcome")), "Sở Du lịch"));
  g_signal_emit_by_name (lt_gui_child (dialog, "merge_button"), "clicked");
  lt_gui_settle ();
  g_assert_null (get_dialog (LT_TYPE_AGENCY_MERGE_DIALOG));
  g_assert_true (find (gui, "Sở Du lịch") == kept);
  g_assert_cmpuint (lt_gui_n_edits (gui), ==, 1);
  lt_gui_activate (gui->window, "win.undo");
  after = dup_json (gui);
  g_assert_cmpstr (before, ==, after);
}

static void
test_names (LtGui *gui, gconstpointer data)
{
  LtAgencyView *view = open_page (gui);
  gpointer names = lt_gui_child (view, "names");
  GtkToggleButton *issued = lt_gui_child (names, "issued");
  GtkToggleButton *today = lt_gui_child (names, "today");
  LtViewState *state = lt_view_state_get (gui->document);

  g_assert_true (gtk_toggle_button_get_active (issued));
  gtk_toggle_button_set_active (today, TRUE);
  g_assert_cmpint (lt_view_state_get_names (state), ==, LT_NAMES_TODAY);
  gtk_toggle_button_set_active (issued, TRUE);
  g_assert_cmpint (lt_view_state_get_names (state), ==, LT_NAMES_ISSUED);
  /* Another page has chosen. */
  lt_view_state_set_names (state, LT_NAMES_TODAY);
  g_assert_true (gtk_toggle_button_get_active (today));
  g_assert_false (gtk_toggle_button_get_active (issued));
  g_assert_cmpint (lt_view_state_get_names (state), ==, LT_NAMES_TODAY);
}

static void
set_coordination (LtGui *gui, const char *path, const char *words)
{
  g_assert_true (lt_document_set (gui->document, lt_gui_item (gui, path), "coordination", words, NULL));
}

static void
test_phrases (LtGui *gui, gconstpointer data)
{
  LtAgencyView *view;
  LtOpenPhrases *phrases;
  guint n = lt_item_get_n_children (LT_ITEM (get_registry (gui)));

  set_coordination (gui, "1.1", "Bảo hiểm xã hội; Viện A, Viện A thành phố Hải Phòng; Hội B");
  view = open_page (gui);
  gtk_stack_set_visible_child_name (lt_gui_child (view, "stack"), "phrases");
  phrases = lt_gui_child (view, "phrases");
  lt_gui_settle ();
  g_assert_cmpuint (lt_open_phrases_get_n (phrases), ==, 4);

  lt_open_phrases_select (phrases, 0, 4);
  lt_gui_activate (phrases, "phrases.accept");
  g_assert_cmpuint (lt_open_phrases_get_n (phrases), ==, 3);
  g_assert_true (lt_gui_has_toast (gui->window, "1 phrase settled"));

  lt_open_phrases_select (phrases, 0, 1);
  lt_gui_activate (phrases, "phrases.dismiss");
  g_assert_cmpuint (lt_open_phrases_get_n (phrases), ==, 2);
  lt_gui_activate (gui->window, "win.undo");
  g_assert_cmpuint (lt_open_phrases_get_n (phrases), ==, 3);

  lt_open_phrases_select (phrases, 0, 3);
  lt_gui_activate (phrases, "phrases.add-each");
  g_assert_cmpuint (lt_item_get_n_children (LT_ITEM (get_registry (gui))), ==, n + 3);
  g_assert_cmpuint (lt_open_phrases_get_n (phrases), ==, 0);
  lt_gui_activate (gui->window, "win.undo");

  lt_open_phrases_select (phrases, 0, 3);
  lt_gui_activate (phrases, "phrases.add-one");
  g_assert_cmpuint (lt_item_get_n_children (LT_ITEM (get_registry (gui))), ==, n + 1);
  g_assert_cmpstr (lt_agency_get_name (find (gui, "Hội B")), ==, "Viện A thành phố Hải Phòng");
  lt_gui_activate (gui->window, "win.undo");

  lt_open_phrases_select (phrases, 0, 1);
  lt_gui_activate (phrases, "phrases.assign");
  pick ("CATP");
  g_assert_cmpuint (lt_open_phrases_get_n (phrases), ==, 2);
  g_assert_true (find (gui, "Hội B") == find (gui, "CATP"));
}

static void
test_reorganisation (LtGui *gui, gconstpointer data)
{
  LtAgencyView *view = open_page (gui);
  g_autofree char *before = dup_json (gui);
  g_autofree char *after = NULL;
  LtReorganisationDialog *dialog;
  LtSplitQuestion *question;
  LtViewState *state = lt_view_state_get (gui->document);
  g_autoptr (GHashTable) counts = NULL;

  lt_gui_activate (view, "agencies.reorganise");
  dialog = get_dialog (LT_TYPE_REORGANISATION_DIALOG);
  g_assert_nonnull (dialog);
  question = lt_gui_find (dialog, LT_TYPE_SPLIT_QUESTION);
  g_assert_nonnull (strstr (gtk_label_get_label (lt_gui_child (dialog, "summary")), "left open"));
  gtk_drop_down_set_selected (lt_split_question_get_list (question), 1);
  g_assert_null (strstr (gtk_label_get_label (lt_gui_child (dialog, "summary")), "left open"));
  g_signal_emit_by_name (lt_gui_child (dialog, "apply_button"), "clicked");
  lt_gui_settle ();
  g_assert_null (get_dialog (LT_TYPE_REORGANISATION_DIALOG));
  g_assert_cmpuint (lt_gui_n_edits (gui), ==, 1);
  g_assert_nonnull (find (gui, "Sở NN&MT"));

  /* The counts follow the names that are chosen, on all pages. */
  lt_view_state_set_names (state, LT_NAMES_TODAY);
  lt_gui_settle ();
  select_agency (gui, "Sở Nội vụ");
  g_assert_nonnull (strstr (gtk_stack_page_get_title (lt_gui_child (lt_gui_child (view, "form"), "uses_page")), "("));
  lt_gui_activate (gui->window, "win.undo");
  after = dup_json (gui);
  g_assert_cmpstr (before, ==, after);

  /* What is no reorganisation is told, and nothing is lost. */
  lt_gui_activate (view, "agencies.reorganise");
  dialog = get_dialog (LT_TYPE_REORGANISATION_DIALOG);
  lt_reorganisation_dialog_load (dialog, gui->path);
  lt_gui_settle ();
  gtk_window_destroy (get_dialog (ADW_TYPE_MESSAGE_DIALOG));
  gtk_window_destroy (GTK_WINDOW (dialog));
  lt_gui_settle ();
}

/* Ten thousand entries: shown, searched and sorted in a moment, and only what is seen is made. */
static void
test_many (LtGui *gui, gconstpointer data)
{
  g_autoptr (LtBook) book = lt_book_new ();
  LtItem *registry = LT_ITEM (lt_book_get_registry (book));
  g_autofree char *label = g_strdup ("x");
  g_autoptr (GPtrArray) labels = NULL;
  LtAgencyView *view;
  LtAgencyList *list;
  g_autoptr (GTimer) timer = NULL;

  for (guint i = 0; i < 10000; i++)
    {
      LtItem *agency = lt_item_new_draft (LT_TYPE_AGENCY, 0);
      g_autofree char *name = g_strdup_printf ("Trung tâm %u quận %u", i, i % 97);

      lt_item_set_text (agency, lt_item_type_find_field (LT_TYPE_AGENCY, "name"), name);
      lt_item_append_draft (registry, agency);
    }
  g_assert_true (lt_document_take_book (gui->document, book, label, NULL));
  view = open_page (gui);
  list = lt_gui_child (view, "list");
  g_assert_cmpuint (lt_agency_list_get_n_shown (list), >, 10000);
  labels = lt_gui_list (list, GTK_TYPE_LABEL);
  g_assert_cmpuint (labels->len, <, 3000);
  timer = g_timer_new ();
  gtk_editable_set_text (lt_gui_child (view, "search_entry"), "trung tam 9");
  g_signal_emit_by_name (lt_gui_child (view, "search_entry"), "search-changed");
  g_assert_cmpuint (lt_agency_list_get_n_shown (list), >, 1000);
  g_test_message ("searched in %.0f ms", g_timer_elapsed (timer, NULL) * 1000);
  g_timer_start (timer);
  g_assert_true (lt_document_set (gui->document, LT_ITEM (find (gui, "CATP")), "note", "x", NULL));
  g_test_message ("an edit in %.0f ms", g_timer_elapsed (timer, NULL) * 1000);
  g_timer_start (timer);
  g_assert_true (lt_document_set (gui->document, LT_ITEM (find (gui, "CATP")), "name", "Zzz", NULL));
  g_test_message ("a new name in %.0f ms", g_timer_elapsed (timer, NULL) * 1000);
}

static void
add_tests (void)
{
  lt_gui_add ("/agency-view/list", lt_gui_set_up, test_list);
  lt_gui_add ("/agency-view/form", lt_gui_set_up, test_form);
  lt_gui_add ("/agency-view/successors", lt_gui_set_up, test_successors);
  lt_gui_add ("/agency-view/uses", lt_gui_set_up, test_uses);
  lt_gui_add ("/agency-view/add-and-remove", lt_gui_set_up, test_add_and_remove);
  lt_gui_add ("/agency-view/merge", lt_gui_set_up, test_merge);
  lt_gui_add ("/agency-view/names", lt_gui_set_up, test_names);
  lt_gui_add ("/agency-view/phrases", lt_gui_set_up, test_phrases);
  lt_gui_add ("/agency-view/reorganisation", lt_gui_set_up, test_reorganisation);
  lt_gui_add ("/agency-view/many", lt_gui_set_up, test_many);
}

int
main (int argc, char **argv)
{
  return lt_gui_test_run (&argc, &argv, add_tests);
}
