/* SPDX-License-Identifier: MIT */
#include "app/lt-carry-over-dialog.h"

#include <glib/gi18n-lib.h>

#include "app/lt-feedback.h"
#include "plan/lt-status.h"
#include "store/lt-carrying.h"

struct _LtCarryOverDialog
{
  AdwWindow parent_instance;

  LtDocument *document;
  LtPlan *plan;
  GPtrArray *others; /* (element-type LtPlan), as the list has them behind "a new plan" */
  GtkCheckButton *checks[LT_N_STATES];

  AdwComboRow *into;
  GtkEditable *plan_title;
  GtkWidget *year_row;
  GtkSpinButton *year;
  AdwPreferencesGroup *states;
  GtkLabel *count;
};

G_DEFINE_FINAL_TYPE (LtCarryOverDialog, lt_carry_over_dialog, ADW_TYPE_WINDOW)

enum {
  CARRIED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static LtPlan *
get_target (LtCarryOverDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->into);

  return selected > 0 && selected <= self->others->len ? g_ptr_array_index (self->others, selected - 1) : NULL;
}

static guint
get_states (LtCarryOverDialog *self)
{
  guint states = 0;

  for (guint i = 0; i < LT_N_STATES; i++)
    if (self->checks[i] && gtk_check_button_get_active (self->checks[i]))
      states |= 1u << i;
  return states;
}

static void
update (LtCarryOverDialog *self)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *text = NULL;
  gboolean is_new;
  guint n = 0;

  if (self->plan == NULL)
    return;
  is_new = get_target (self) == NULL;
  if (get_states (self) != 0)
    {
      rows = lt_carry_over_list_rows (self->plan, get_target (self), get_states (self));
      n = rows->len;
    }
  text = n > 0 ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u assignment will be carried over.",
                                               "%u assignments will be carried over.", n), n)
               : g_strdup (_("There is nothing to carry over: no assignment is in such a state, or all are there already."));
  gtk_label_set_label (self->count, text);
  gtk_widget_set_visible (GTK_WIDGET (self->plan_title), is_new);
  gtk_widget_set_visible (self->year_row, is_new);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "carry-over.do", n > 0);
}

static void
do_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LtCarryOverDialog *self = LT_CARRY_OVER_DIALOG (widget);
  LtCarryOver options = {
    self->plan, get_target (self), gtk_editable_get_text (self->plan_title),
    gtk_spin_button_get_value_as_int (self->year), get_states (self),
  };
  g_autoptr (GError) error = NULL;
  LtPlan *plan;
  guint n_rows = 0;

  plan = lt_document_carry_over (self->document, &options, &n_rows, &error);
  if (plan == NULL)
    {
      lt_feedback_error (widget, _("The work could not be carried over"), error);
      return;
    }
  g_signal_emit (self, signals[CARRIED], 0, plan);
  if (gtk_window_get_transient_for (GTK_WINDOW (self)))
    {
      g_autofree char *text = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u assignment carried over", "%u assignments carried over", n_rows), n_rows);

      lt_feedback_undo_toast (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))), text);
    }
  gtk_window_close (GTK_WINDOW (self));
}

static void
add_state (LtCarryOverDialog *self, LtState state)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), lt_state_get_title (state));
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), (LT_CARRY_OVER_STATES >> state) & 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, lt_state_get_title (state), -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_preferences_group_add (self->states, row);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (update), self);
  self->checks[state] = GTK_CHECK_BUTTON (check);
}

static void
lt_carry_over_dialog_dispose (GObject *object)
{
  LtCarryOverDialog *self = LT_CARRY_OVER_DIALOG (object);

  g_clear_object (&self->document);
  g_clear_object (&self->plan);
  g_clear_pointer (&self->others, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), LT_TYPE_CARRY_OVER_DIALOG);

  G_OBJECT_CLASS (lt_carry_over_dialog_parent_class)->dispose (object);
}

static void
lt_carry_over_dialog_class_init (LtCarryOverDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lt_carry_over_dialog_dispose;

  signals[CARRIED] = g_signal_new ("carried", LT_TYPE_CARRY_OVER_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, LT_TYPE_PLAN);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lotrinh/LoTrinh/ui/lt-carry-over-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LtCarryOverDialog, into);
  gtk_widget_class_bind_template_child (widget_class, LtCarryOverDialog, plan_title);
  gtk_widget_class_bind_template_child (widget_class, LtCarryOverDialog, year_row);
  gtk_widget_class_bind_template_child (widget_class, LtCarryOverDialog, year);
  gtk_widget_class_bind_template_child (widget_class, LtCarryOverDialog, states);
  gtk_widget_class_bind_template_child (widget_class, LtCarryOverDialog, count);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_install_action (widget_class, "carry-over.do", NULL, do_action);
}

static void
lt_carry_over_dialog_init (LtCarryOverDialog *self)
{
  self->others = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Work that is done or given up does not go on. */
  add_state (self, LT_STATE_NOT_STARTED);
  add_state (self, LT_STATE_IN_PROGRESS);
  add_state (self, LT_STATE_PAUSED);
  add_state (self, LT_STATE_MAINTAINED);
}

GtkWidget *
lt_carry_over_dialog_new (LtDocument *document, LtPlan *plan)
{
  LtCarryOverDialog *self = g_object_new (LT_TYPE_CARRY_OVER_DIALOG, NULL);
  LtItem *book = LT_ITEM (lt_document_get_book (document));
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  int year = lt_plan_get_year (plan);

  gtk_string_list_append (titles, _("A new plan"));
  for (guint i = 0; i < lt_item_get_n_children (book); i++)
    {
      LtPlan *other = lt_item_get_child (book, i);

      if (other == plan)
        continue;
      g_ptr_array_add (self->others, g_object_ref (other));
      gtk_string_list_append (titles, lt_plan_get_title (other));
    }
  adw_combo_row_set_model (self->into, G_LIST_MODEL (titles));
  gtk_editable_set_text (self->plan_title, lt_plan_get_title (plan));
  if (year <= 0)
    lt_day_to_ymd (lt_day_today (), &year, NULL, NULL);
  gtk_spin_button_set_value (self->year, year + 1);
  self->document = g_object_ref (document);
  self->plan = g_object_ref (plan);
  update (self);
  return GTK_WIDGET (self);
}
