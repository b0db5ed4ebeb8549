/* SPDX-License-Identifier: MIT */
#include "app/lt-progress-pane.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "app/lt-feedback.h"
#include "app/lt-fields-dialog.h"
#include "app/lt-item-actions.h"
#include "app/lt-view-state.h"
#include "plan/lt-measurement.h"
#include "plan/lt-status.h"
#include "plan/lt-target-progress.h"

struct _LtProgressPane
{
  GtkWidget parent_instance;

  LtDocument *document;
  LtAssignment *assignment;

  GtkLabel *contradiction;
  GtkMenuButton *add_report;
  GtkListBox *reports;
  GtkMenuButton *add_target;
  GtkListBox *targets;
};

G_DEFINE_FINAL_TYPE (LtProgressPane, lt_progress_pane, GTK_TYPE_WIDGET)

static void
append_words (GString *text, const char *title, const char *words)
{
  if (*words == '\0')
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  /* Translators: what a part of a report is, and its words: "Difficulties: …" */
  g_string_append_printf (text, _("%s: %s"), title, words);
}

/* "(1)", or nothing for the whole assignment. */
static const char *
get_row_label (LtItem *report)
{
  LtItem *row = lt_item_get_ancestor (report, LT_TYPE_OUTCOME);

  return row ? lt_outcome_get_label (LT_OUTCOME (row)) : "";
}

static char *
dup_report_title (LtReport *report)
{
  g_autofree char *day = lt_day_dup_official (lt_report_get_day (report));
  const char *label = get_row_label (LT_ITEM (report));
  GString *title = g_string_new (day ? day : _("Without a day"));
  LtState state;

  if (*label)
    g_string_append_printf (title, " · %s", label);
  if (lt_report_get_state (report, &state))
    g_string_append_printf (title, " · %s", lt_state_get_title (state));
  if (lt_report_get_percent (report) != LT_INTEGER_NONE)
    g_string_append_printf (title, " · %d %%", lt_report_get_percent (report));
  return g_string_free (title, FALSE);
}

static char *
dup_report_words (LtReport *report)
{
  GString *text = g_string_new (NULL);

  append_words (text, _("Results"), lt_report_get_results (report));
  append_words (text, _("Difficulties"), lt_report_get_difficulties (report));
  append_words (text, _("Proposals"), lt_report_get_proposals (report));
  append_words (text, _("Evidence"), lt_report_get_evidence_number (report));
  append_words (text, _("Reported by"), lt_report_get_reporter (report));
  return g_string_free (text, FALSE);
}

static GtkWidget *
create_row (const char *title, const char *words, LtItem *item)
{
  GtkWidget *row = adw_action_row_new ();

  /* Words of people are no markup. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "progress.open");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", lt_item_get_id (item));
  return row;
}

static GtkWidget *
create_target_row (LtTarget *target, LtDay as_of)
{
  g_autofree char *goal = lt_target_dup_goal_words (target);
  g_autofree char *due = lt_day_dup_official (lt_target_get_due (target));
  g_autoptr (GString) words = g_string_new (goal);
  LtTargetProgress progress;
  GtkWidget *row;
  GtkWidget *measure = gtk_button_new_from_icon_name ("list-add-symbolic");

  lt_target_get_progress (target, as_of, &progress);
  if (due)
    {
      if (words->len > 0)
        g_string_append (words, ", ");
      /* Translators: a day by which a figure is due: "by 31/12/2024" */
      g_string_append_printf (words, _("by %s"), due);
    }
  if (!isnan (progress.measured))
    {
      g_autofree char *measured = lt_target_dup_figure (target, progress.measured);

      g_string_append_c (words, '\n');
      /* Translators: a measured figure, and whether it is enough: "Measured: 87 % (Short of the figure)" */
      g_string_append_printf (words, _("Measured: %s (%s)"), measured, lt_reach_get_title (progress.reach));
    }
  row = create_row (lt_target_get_name (target), words->str, LT_ITEM (target));
  if (!isnan (progress.share))
    {
      GtkWidget *bar = gtk_level_bar_new_for_interval (0, 1);

      gtk_level_bar_set_value (GTK_LEVEL_BAR (bar), CLAMP (progress.share, 0, 1));
      gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
      gtk_widget_set_size_request (bar, 48, -1);
      gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, words->str, -1);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), bar);
    }
  gtk_widget_set_valign (measure, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (measure, "flat");
  gtk_widget_set_tooltip_text (measure, _("Enter a measured figure"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (measure), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Enter a measured figure"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (measure), "progress.measure");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (measure), "x", lt_item_get_id (LT_ITEM (target)));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), measure);
  return row;
}

static void
empty_list (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))))
    gtk_list_box_remove (list, row);
}

/* A later day first; of one day, whichever came in last. */
static int
compare_reports (gconstpointer a, gconstpointer b)
{
  LtReport *first = *(LtReport *const *) a;
  LtReport *second = *(LtReport *const *) b;

  if (lt_report_get_day (first) != lt_report_get_day (second))
    return lt_report_get_day (first) > lt_report_get_day (second) ? -1 : 1;
  return lt_item_get_index (LT_ITEM (first)) > lt_item_get_index (LT_ITEM (second)) ? -1 : 1;
}

static void
gather_reports (LtItem *row, GPtrArray *reports)
{
  LtItem *list = lt_report_peek_list (row);

  for (guint i = 0; list && i < lt_item_get_n_children (list); i++)
    g_ptr_array_add (reports, lt_item_get_child (list, i));
}

static void
update_reports (LtProgressPane *self)
{
  LtItem *item = LT_ITEM (self->assignment);
  g_autoptr (GPtrArray) reports = g_ptr_array_new ();

  gather_reports (item, reports);
  for (guint i = 0; i < lt_item_get_n_children (item); i++)
    gather_reports (lt_item_get_child (item, i), reports);
  g_ptr_array_sort (reports, compare_reports);
  for (guint i = 0; i < reports->len; i++)
    {
      g_autofree char *title = dup_report_title (g_ptr_array_index (reports, i));
      g_autofree char *words = dup_report_words (g_ptr_array_index (reports, i));

      gtk_list_box_append (self->reports, create_row (title, words, g_ptr_array_index (reports, i)));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->reports), reports->len > 0);
}

static void
update_targets (LtProgressPane *self, LtDay as_of)
{
  LtItem *item = LT_ITEM (self->assignment);
  guint n = 0;

  for (guint i = 0; i < lt_item_get_n_children (item); i++)
    {
      LtItem *outcome = lt_item_get_child (item, i);

      for (guint j = 0; j < lt_item_get_n_children (outcome); j++, n++)
        gtk_list_box_append (self->targets, create_target_row (lt_item_get_child (outcome, j), as_of));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->targets), n > 0);
}

static void
update_contradiction (LtProgressPane *self, LtDay as_of)
{
  g_autoptr (GPtrArray) targets = lt_assignment_list_belying_targets (self->assignment, as_of);
  g_autoptr (GString) text = g_string_new (_("Declared done, but short of a target:"));

  for (guint i = 0; i < targets->len; i++)
    g_string_append_printf (text, "\n%s", lt_target_get_name (g_ptr_array_index (targets, i)));
  gtk_label_set_label (self->contradiction, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->contradiction), targets->len > 0);
}

static void
append_choice (GMenu *menu, const char *title, const char *action, LtItem *item)
{
  g_autoptr (GMenuItem) choice = g_menu_item_new (title, NULL);

  g_menu_item_set_action_and_target (choice, action, "x", lt_item_get_id (item));
  g_menu_append_item (menu, choice);
}

static void
update_menus (LtProgressPane *self)
{
  LtItem *item = LT_ITEM (self->assignment);
  g_autoptr (GMenu) reports = g_menu_new ();
  g_autoptr (GMenu) targets = g_menu_new ();
  gboolean writable = !lt_document_get_read_only (self->document);

  append_choice (reports, _("Of the Whole Assignment"), "progress.report", item);
  for (guint i = 0; i < lt_item_get_n_children (item); i++)
    {
      LtItem *outcome = lt_item_get_child (item, i);
      const char *label = lt_outcome_get_label (LT_OUTCOME (outcome));
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      /* Translators: %s is the number of a result: "(1)" */
      g_autofree char *title = g_strdup_printf (_("Of Result %s"), *label ? label : number);

      append_choice (reports, title, "progress.report", outcome);
      append_choice (targets, title, "progress.target", outcome);
    }
  gtk_menu_button_set_menu_model (self->add_report, G_MENU_MODEL (reports));
  gtk_menu_button_set_menu_model (self->add_target, G_MENU_MODEL (targets));
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_report), writable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_target), writable && lt_item_get_n_children (item) > 0);
}

static void
update (LtProgressPane *self)
{
  LtDay as_of;

  empty_list (self->reports);
  empty_list (self->targets);
  if (self->assignment == NULL || lt_item_get_parent (LT_ITEM (self->assignment)) == NULL)
    return;
  as_of = lt_view_state_get_day (lt_view_state_get (self->document));
  update_reports (self);
  update_targets (self, as_of);
  update_contradiction (self, as_of);
  update_menus (self);
}

static LtItem *
find_item (LtProgressPane *self, GVariant *parameter)
{
  return self->document ? lt_document_find_item (self->document, g_variant_get_int64 (parameter)) : NULL;
}

static const char *
get_title (LtItem *item)
{
  if (LT_IS_REPORT (item))
    return _("Report");
  return LT_IS_TARGET (item) ? _("Target") : _("Measured Figure");
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LtProgressPane *self = LT_PROGRESS_PANE (widget);
  LtItem *item = find_item (self, parameter);

  if (item)
    lt_fields_dialog_present (widget, self->document, item, get_title (item));
}

static void
report_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LtProgressPane *self = LT_PROGRESS_PANE (widget);
  LtItem *row = find_item (self, parameter);
  g_autoptr (LtReport) draft = row ? lt_report_new_draft (row) : NULL;
  g_autoptr (GError) error = NULL;
  LtReport *report;

  if (draft == NULL)
    return;
  lt_item_set_integer (LT_ITEM (draft), lt_item_type_find_field (G_OBJECT_TYPE (draft), "day"), lt_day_today ());
  report = lt_document_report (self->document, row, draft, &error);
  if (report)
    lt_fields_dialog_present (widget, self->document, LT_ITEM (report), get_title (LT_ITEM (report)));
  else
    lt_feedback_error (widget, _("The report cannot be entered"), error);
}

static void
add_and_open (LtProgressPane *self, LtItem *parent, GType type, const char *day)
{
  g_autoptr (LtItem) draft = parent ? lt_item_new_draft (type, lt_item_make_id ()) : NULL;
  LtItem *item;

  if (draft == NULL)
    return;
  if (day)
    lt_item_set_integer (draft, lt_item_type_find_field (type, day), lt_day_today ());
  item = lt_item_actions_add (GTK_WIDGET (self), self->document, parent, NULL, draft);
  if (item)
    lt_fields_dialog_present (GTK_WIDGET (self), self->document, item, get_title (item));
}

static void
measure_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LtProgressPane *self = LT_PROGRESS_PANE (widget);

  add_and_open (self, find_item (self, parameter), LT_TYPE_MEASUREMENT, "day");
}

static void
target_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LtProgressPane *self = LT_PROGRESS_PANE (widget);

  add_and_open (self, find_item (self, parameter), LT_TYPE_TARGET, NULL);
}

static void
lt_progress_pane_dispose (GObject *object)
{
  LtProgressPane *self = LT_PROGRESS_PANE (object);

  if (self->document)
    lt_progress_pane_set_assignment (self, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LT_TYPE_PROGRESS_PANE);

  G_OBJECT_CLASS (lt_progress_pane_parent_class)->dispose (object);
}

static void
lt_progress_pane_class_init (LtProgressPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lt_progress_pane_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lotrinh/LoTrinh/ui/lt-progress-pane.ui");
  /* Bound, though to no field, so that they are unparented with the rest. */
  gtk_widget_class_bind_template_child_full (widget_class, "reports_head", FALSE, 0);
  gtk_widget_class_bind_template_child_full (widget_class, "targets_head", FALSE, 0);
  gtk_widget_class_bind_template_child (widget_class, LtProgressPane, contradiction);
  gtk_widget_class_bind_template_child (widget_class, LtProgressPane, add_report);
  gtk_widget_class_bind_template_child (widget_class, LtProgressPane, reports);
  gtk_widget_class_bind_template_child (widget_class, LtProgressPane, add_target);
  gtk_widget_class_bind_template_child (widget_class, LtProgressPane, targets);
  gtk_widget_class_install_action (widget_class, "progress.open", "x", open_action);
  gtk_widget_class_install_action (widget_class, "progress.report", "x", report_action);
  gtk_widget_class_install_action (widget_class, "progress.measure", "x", measure_action);
  gtk_widget_class_install_action (widget_class, "progress.target", "x", target_action);
}

static void
lt_progress_pane_init (LtProgressPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
lt_progress_pane_set_assignment (LtProgressPane *self, LtDocument *document, LtAssignment *assignment)
{
  g_return_if_fail (LT_IS_PROGRESS_PANE (self));

  if (self->document)
    {
      g_signal_handlers_disconnect_by_data (lt_view_state_get (self->document), self);
      g_signal_handlers_disconnect_by_data (self->document, self);
    }
  g_set_object (&self->document, document);
  g_set_object (&self->assignment, assignment);
  if (document && assignment)
    {
      g_signal_connect_swapped (document, "changed", G_CALLBACK (update), self);
      g_signal_connect_swapped (lt_view_state_get (document), "notify::as-of", G_CALLBACK (update), self);
    }
  update (self);
}
