/* SPDX-License-Identifier: MIT */
#include "app/lt-outcome-row.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "app/lt-item-actions.h"

struct _LtOutcomeRow
{
  GtkWidget parent_instance;

  LtDocument *document;
  LtOutcome *outcome;

  LtFieldEntry *label;
  LtFieldEntry *words;
  GtkWidget *menu_button;
  GtkLabel *targets;
};

G_DEFINE_FINAL_TYPE (LtOutcomeRow, lt_outcome_row, GTK_TYPE_WIDGET)

static char *
dup_amount (LtTarget *target)
{
  const char *sign = lt_target_get_goal (target) == LT_GOAL_AT_MOST ? "≤" : "≥";
  const char *unit = lt_target_get_unit (target);

  if (isnan (lt_target_get_value (target)))
    return g_strdup ("");
  if (lt_target_get_goal (target) == LT_GOAL_BETWEEN && !isnan (lt_target_get_value_to (target)))
    return g_strdup_printf ("%g–%g %s", lt_target_get_value (target), lt_target_get_value_to (target), unit);
  return g_strdup_printf ("%s %g %s", sign, lt_target_get_value (target), unit);
}

static char *
dup_target_line (LtTarget *target)
{
  g_autofree char *amount = dup_amount (target);
  g_autofree char *due = lt_day_dup_official (lt_target_get_due (target));

  g_strchomp (amount);
  if (due)
    /* Translators: a figure to reach: what, how much ("≥ 95 %"), by which day */
    return g_strdup_printf (_("Target: %s %s by %s"), lt_target_get_name (target), amount, due);
  /* Translators: a figure to reach: what, how much ("≥ 95 %") */
  return g_strdup_printf (_("Target: %s %s"), lt_target_get_name (target), amount);
}

static void
update (LtOutcomeRow *self)
{
  LtItem *item = LT_ITEM (self->outcome);
  LtItem *parent = lt_item_get_parent (item);
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean writable = !lt_document_get_read_only (self->document);
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < lt_item_get_n_children (item); i++)
    {
      g_autofree char *line = dup_target_line (lt_item_get_child (item, i));

      g_string_append_printf (lines, "%s%s", i > 0 ? "\n" : "", line);
    }
  gtk_label_set_label (self->targets, lines->str);
  gtk_widget_set_visible (GTK_WIDGET (self->targets), lines->len > 0);

  if (parent)
    {
      guint index = lt_item_get_index (item);

      gtk_widget_action_set_enabled (widget, "outcome.up", writable && index > 0);
      gtk_widget_action_set_enabled (widget, "outcome.down", writable && index + 1 < lt_item_get_n_children (parent));
    }
  gtk_widget_set_sensitive (self->menu_button, writable);
}

static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LtOutcomeRow *self = LT_OUTCOME_ROW (widget);

  lt_outcome_row_commit (self);
  lt_item_actions_move (widget, self->document, LT_ITEM (self->outcome), g_str_equal (name, "outcome.up") ? -1 : 1);
}

static void
duplicate_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LtOutcomeRow *self = LT_OUTCOME_ROW (widget);

  lt_outcome_row_commit (self);
  lt_item_actions_duplicate (widget, self->document, LT_ITEM (self->outcome));
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LtOutcomeRow *self = LT_OUTCOME_ROW (widget);
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  lt_outcome_row_commit (self);
  g_ptr_array_add (items, self->outcome);
  lt_item_actions_remove (widget, self->document, items);
}

static gboolean
lt_outcome_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (LT_OUTCOME_ROW (widget)->words));
}

static void
lt_outcome_row_dispose (GObject *object)
{
  LtOutcomeRow *self = LT_OUTCOME_ROW (object);

  if (self->document)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
  g_clear_object (&self->outcome);
  gtk_widget_dispose_template (GTK_WIDGET (self), LT_TYPE_OUTCOME_ROW);

  G_OBJECT_CLASS (lt_outcome_row_parent_class)->dispose (object);
}

static void
lt_outcome_row_class_init (LtOutcomeRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lt_outcome_row_dispose;
  widget_class->grab_focus = lt_outcome_row_grab_focus;

  g_type_ensure (LT_TYPE_FIELD_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lotrinh/LoTrinh/ui/lt-outcome-row.ui");
  /* Bound, though to no field, so that it is unparented with the rest. */
  gtk_widget_class_bind_template_child_full (widget_class, "line", FALSE, 0);
  gtk_widget_class_bind_template_child (widget_class, LtOutcomeRow, label);
  gtk_widget_class_bind_template_child (widget_class, LtOutcomeRow, words);
  gtk_widget_class_bind_template_child (widget_class, LtOutcomeRow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, LtOutcomeRow, targets);
  gtk_widget_class_install_action (widget_class, "outcome.up", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "outcome.down", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "outcome.duplicate", NULL, duplicate_action);
  gtk_widget_class_install_action (widget_class, "outcome.remove", NULL, remove_action);
}

static void
lt_outcome_row_init (LtOutcomeRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
lt_outcome_row_new (LtDocument *document, LtOutcome *outcome)
{
  LtOutcomeRow *self = g_object_new (LT_TYPE_OUTCOME_ROW, NULL);

  self->document = g_object_ref (document);
  self->outcome = g_object_ref (outcome);
  lt_field_entry_set_item (self->label, document, LT_ITEM (outcome));
  lt_field_entry_set_item (self->words, document, LT_ITEM (outcome));
  g_signal_connect_swapped (document, "changed", G_CALLBACK (update), self);
  update (self);
  return GTK_WIDGET (self);
}

LtOutcome *
lt_outcome_row_get_outcome (LtOutcomeRow *self)
{
  g_return_val_if_fail (LT_IS_OUTCOME_ROW (self), NULL);

  return self->outcome;
}

gboolean
lt_outcome_row_commit (LtOutcomeRow *self)
{
  gboolean stored;

  g_return_val_if_fail (LT_IS_OUTCOME_ROW (self), FALSE);

  stored = lt_field_entry_commit (self->label);
  return lt_field_entry_commit (self->words) && stored;
}
