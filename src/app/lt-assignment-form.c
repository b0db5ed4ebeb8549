/* SPDX-License-Identifier: MIT */
#include "app/lt-assignment-form.h"

#include <glib/gi18n-lib.h>

#include "app/lt-agency-entry.h"
#include "app/lt-deadline-entry.h"
#include "app/lt-drafts.h"
#include "app/lt-feedback.h"
#include "app/lt-item-actions.h"
#include "app/lt-outcome-row.h"
#include "app/lt-progress-pane.h"
#include "plan/lt-status.h"

struct _LtAssignmentForm
{
  GtkWidget parent_instance;

  LtDocument *document;
  LtAssignment *assignment;
  gboolean loading;

  GtkWidget *scroller;
  GtkLabel *heading;
  GtkLabel *model;
  GtkBox *outcomes;
  GtkWidget *add_outcome_button;
  LtDeadlineEntry *deadline;
  GtkExpander *by_hand;
  GtkCheckButton *joined;
  LtFieldEntry *start_day;
  LtFieldEntry *end_day;
  LtAgencyEntry *lead;
  LtAgencyEntry *coordination;
  GtkDropDown *state;
  LtFieldEntry *percent;
  LtProgressPane *progress;
  LtFieldEntry *note;
};

G_DEFINE_FINAL_TYPE (LtAssignmentForm, lt_assignment_form, GTK_TYPE_WIDGET)

static GtkWidget *
find_row (LtAssignmentForm *self, LtOutcome *outcome)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->outcomes)); row;
       row = gtk_widget_get_next_sibling (row))
    if (lt_outcome_row_get_outcome (LT_OUTCOME_ROW (row)) == outcome)
      return row;
  return NULL;
}

/* Rows of outcomes that stay are kept, with what is being typed in them. */
static void
update_outcomes (LtAssignmentForm *self)
{
  GtkWidget *previous = NULL;
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->outcomes));

  while (row)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (row);
      LtItem *outcome = LT_ITEM (lt_outcome_row_get_outcome (LT_OUTCOME_ROW (row)));

      if (self->assignment == NULL || lt_item_get_parent (outcome) != LT_ITEM (self->assignment))
        gtk_box_remove (self->outcomes, row);
      row = next;
    }
  for (guint i = 0; self->assignment && i < lt_item_get_n_children (LT_ITEM (self->assignment)); i++)
    {
      LtOutcome *outcome = lt_item_get_child (LT_ITEM (self->assignment), i);

      row = find_row (self, outcome);
      if (row == NULL)
        {
          row = lt_outcome_row_new (self->document, outcome);
          gtk_box_append (self->outcomes, row);
        }
      gtk_box_reorder_child_after (self->outcomes, row, previous);
      previous = row;
    }
}

static void
update (LtAssignmentForm *self)
{
  LtItem *item = LT_ITEM (self->assignment);
  LtInitiative *initiative = lt_item_get_ancestor (item, LT_TYPE_INITIATIVE);
  g_autofree char *name = NULL;

  if (lt_item_get_parent (item) == NULL)
    return;
  name = lt_item_actions_dup_name (item);
  gtk_label_set_label (self->heading, name);
  gtk_label_set_label (self->model, initiative ? lt_initiative_get_name (initiative) : "");
  self->loading = TRUE;
  gtk_check_button_set_active (self->joined, lt_assignment_get_deadline_joined (self->assignment));
  gtk_widget_set_sensitive (GTK_WIDGET (self->joined), lt_item_get_index (item) > 0
                                                         && !lt_document_get_read_only (self->document));
  gtk_drop_down_set_selected (self->state, lt_assignment_get_state (self->assignment));
  self->loading = FALSE;
}

static void
set_field (LtAssignmentForm *self, const char *field, const char *value)
{
  g_autoptr (GError) error = NULL;

  if (self->loading || self->assignment == NULL)
    return;
  if (!lt_document_set (self->document, LT_ITEM (self->assignment), field, value, &error))
    {
      lt_feedback_error (GTK_WIDGET (self), _("The change cannot be stored"), error);
      update (self);
    }
}

static void
joined_toggled_cb (LtAssignmentForm *self)
{
  set_field (self, "deadline_joined", gtk_check_button_get_active (self->joined) ? "true" : "false");
}

static void
state_selected_cb (LtAssignmentForm *self)
{
  set_field (self, "state", lt_state_get_nick ((LtState) gtk_drop_down_get_selected (self->state)));
}

static void
add_outcome_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LtAssignmentForm *self = LT_ASSIGNMENT_FORM (widget);
  g_autoptr (LtItem) draft = lt_draft_new_outcome ();
  LtItem *outcome;

  lt_assignment_form_commit (self);
  outcome = lt_item_actions_add (widget, self->document, LT_ITEM (self->assignment), NULL, draft);
  if (outcome)
    lt_assignment_form_focus_outcome (self, LT_OUTCOME (outcome));
}

static void
fill_states (LtAssignmentForm *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  for (LtState state = LT_STATE_NOT_STARTED; state <= LT_STATE_CANCELLED; state++)
    gtk_string_list_append (titles, lt_state_get_title (state));
  self->loading = TRUE;
  gtk_drop_down_set_model (self->state, G_LIST_MODEL (titles));
  self->loading = FALSE;
}

static void
lt_assignment_form_dispose (GObject *object)
{
  LtAssignmentForm *self = LT_ASSIGNMENT_FORM (object);

  if (self->document)
    g_signal_handlers_disconnect_by_data (self->document, self);
  if (self->assignment)
    g_signal_handlers_disconnect_by_data (self->assignment, self);
  g_clear_object (&self->document);
  g_clear_object (&self->assignment);
  gtk_widget_dispose_template (GTK_WIDGET (self), LT_TYPE_ASSIGNMENT_FORM);

  G_OBJECT_CLASS (lt_assignment_form_parent_class)->dispose (object);
}

static void
lt_assignment_form_class_init (LtAssignmentFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lt_assignment_form_dispose;

  g_type_ensure (LT_TYPE_DEADLINE_ENTRY);
  g_type_ensure (LT_TYPE_AGENCY_ENTRY);
  g_type_ensure (LT_TYPE_PROGRESS_PANE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lotrinh/LoTrinh/ui/lt-assignment-form.ui");
  /* Bound, though to no field: the first is unparented with the rest, the other can be asked for. */
  gtk_widget_class_bind_template_child_full (widget_class, "pages", FALSE, 0);
  gtk_widget_class_bind_template_child_full (widget_class, "stack", FALSE, 0);
  gtk_widget_class_bind_template_child (widget_class, LtAssignmentForm, scroller);
  gtk_widget_class_bind_template_child (widget_class, LtAssignmentForm, heading);
  gtk_widget_class_bind_template_child (widget_class, LtAssignmentForm, model);
  gtk_widget_class_bind_template_child (widget_class, LtAssignmentForm, outcomes);
  gtk_widget_class_bind_template_child (widget_class, LtAssignmentForm, add_outcome_button);
  gtk_widget_class_bind_template_child (widget_class, LtAssignmentForm, deadline);
  gtk_widget_class_bind_template_child (widget_class, LtAssignmentForm, by_hand);
  gtk_widget_class_bind_template_child (widget_class, LtAssignmentForm, joined);
  gtk_widget_class_bind_template_child (widget_class, LtAssignmentForm, start_day);
  gtk_widget_class_bind_template_child (widget_class, LtAssignmentForm, end_day);
  gtk_widget_class_bind_template_child (widget_class, LtAssignmentForm, lead);
  gtk_widget_class_bind_template_child (widget_class, LtAssignmentForm, coordination);
  gtk_widget_class_bind_template_child (widget_class, LtAssignmentForm, state);
  gtk_widget_class_bind_template_child (widget_class, LtAssignmentForm, percent);
  gtk_widget_class_bind_template_child (widget_class, LtAssignmentForm, progress);
  gtk_widget_class_bind_template_child (widget_class, LtAssignmentForm, note);
  gtk_widget_class_bind_template_callback (widget_class, joined_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, state_selected_cb);
  gtk_widget_class_install_action (widget_class, "form.add-outcome", NULL, add_outcome_action);
}

static void
lt_assignment_form_init (LtAssignmentForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_states (self);
}

void
lt_assignment_form_set_assignment (LtAssignmentForm *self, LtDocument *document, LtAssignment *assignment)
{
  LtItem *item = (LtItem *) assignment;
  gboolean writable = document && !lt_document_get_read_only (document);

  g_return_if_fail (LT_IS_ASSIGNMENT_FORM (self));

  if (self->assignment == assignment && self->document == document)
    return;
  lt_assignment_form_commit (self);
  if (self->document)
    g_signal_handlers_disconnect_by_data (self->document, self);
  if (self->assignment)
    g_signal_handlers_disconnect_by_data (self->assignment, self);
  g_set_object (&self->document, document);
  g_set_object (&self->assignment, assignment);

  update_outcomes (self);
  lt_deadline_entry_set_item (self->deadline, document, assignment);
  lt_field_entry_set_item (self->start_day, document, item);
  lt_field_entry_set_item (self->end_day, document, item);
  lt_agency_entry_set_item (self->lead, document, assignment);
  lt_agency_entry_set_item (self->coordination, document, assignment);
  lt_field_entry_set_item (self->percent, document, item);
  lt_progress_pane_set_assignment (self->progress, document, assignment);
  lt_field_entry_set_item (self->note, document, item);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.add-outcome", writable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->state), writable);
  if (assignment)
    {
      g_signal_connect_swapped (document, "changed", G_CALLBACK (update), self);
      g_signal_connect_swapped (assignment, "items-changed", G_CALLBACK (update_outcomes), self);
      update (self);
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
    }
}

gboolean
lt_assignment_form_commit (LtAssignmentForm *self)
{
  gboolean stored = TRUE;

  g_return_val_if_fail (LT_IS_ASSIGNMENT_FORM (self), FALSE);

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->outcomes)); row;
       row = gtk_widget_get_next_sibling (row))
    stored = lt_outcome_row_commit (LT_OUTCOME_ROW (row)) && stored;
  stored = lt_deadline_entry_commit (self->deadline) && stored;
  stored = lt_field_entry_commit (self->start_day) && stored;
  stored = lt_field_entry_commit (self->end_day) && stored;
  stored = lt_agency_entry_commit (self->lead) && stored;
  stored = lt_agency_entry_commit (self->coordination) && stored;
  stored = lt_field_entry_commit (self->percent) && stored;
  stored = lt_field_entry_commit (self->note) && stored;
  return stored;
}

void
lt_assignment_form_focus_outcome (LtAssignmentForm *self, LtOutcome *outcome)
{
  GtkWidget *row;

  g_return_if_fail (LT_IS_ASSIGNMENT_FORM (self));

  row = find_row (self, outcome);
  if (row)
    gtk_widget_grab_focus (row);
}
