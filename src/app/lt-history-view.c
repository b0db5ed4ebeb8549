/* SPDX-License-Identifier: MIT */
#include "app/lt-history-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "app/lt-change-text.h"
#include "app/lt-feedback.h"
#include "app/lt-reversed-list.h"

struct _LtHistoryView
{
  GtkWidget parent_instance;

  LtDocument *document;
  gint64 row; /* a row that still exists of those the selected entry changed; 0 for none */

  GtkStack *stack;
  GtkColumnView *table;
  GtkSingleSelection *selection;
  GtkLabel *heading;
  GtkLabel *origin;
  GtkLabel *details;
};

static void lt_history_view_view_init (LtViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LtHistoryView, lt_history_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (LT_TYPE_VIEW, lt_history_view_view_init))

static char *
dup_time (LtHistoryEntry *entry)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_iso8601 (lt_history_entry_get_at (entry), NULL);
  g_autoptr (GDateTime) local = utc ? g_date_time_to_local (utc) : NULL;

  return local ? g_date_time_format (local, "%d/%m/%Y %H:%M:%S") : g_strdup (lt_history_entry_get_at (entry));
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (list_item, label);
}

static void
set_text (GtkListItem *list_item, const char *text)
{
  GtkWidget *label = gtk_list_item_get_child (list_item);

  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, text);
}

static void
bind_time_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  g_autofree char *time = dup_time (gtk_list_item_get_item (list_item));

  set_text (list_item, time);
}

static void
bind_author_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  set_text (list_item, lt_history_entry_get_author (gtk_list_item_get_item (list_item)));
}

static void
bind_label_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  g_autofree char *label = lt_history_entry_dup_label (gtk_list_item_get_item (list_item));

  set_text (list_item, label);
}

static gint64
find_present_row (LtHistoryView *self, GPtrArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const LtChange *change = g_ptr_array_index (changes, i);
      LtItem *item = lt_document_find_item (self->document, change->row);

      if (item && lt_item_get_ancestor (item, LT_TYPE_INITIATIVE))
        return change->row;
    }
  return 0;
}

static void
update_details (LtHistoryView *self)
{
  LtHistoryEntry *entry = gtk_single_selection_get_selected_item (self->selection);
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  g_autofree char *time = NULL;
  g_autofree char *origin = NULL;
  g_autofree char *details = NULL;

  self->row = 0;
  if (entry && self->document)
    {
      label = lt_history_entry_dup_label (entry);
      time = dup_time (entry);
      /* Translators: who, when */
      origin = g_strdup_printf (_("%s, %s"), lt_history_entry_get_author (entry), time);
      changes = lt_document_read_changes (self->document, lt_history_entry_get_id (entry), &error);
      details = changes ? lt_change_text_dup (self->document, changes) : g_strdup (error->message);
      self->row = changes ? find_present_row (self, changes) : 0;
    }
  gtk_label_set_label (self->heading, label ? label : "");
  gtk_label_set_label (self->origin, origin ? origin : "");
  gtk_label_set_label (self->details, details ? details : "");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "journal.reveal", self->row != 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "journal.undo-to",
                                 entry && self->document && lt_document_get_can_undo (self->document)
                                   && !lt_document_get_read_only (self->document)
                                   && gtk_single_selection_get_selected (self->selection) > 0);
}

static void
update_stack (LtHistoryView *self)
{
  gboolean any = self->document && g_list_model_get_n_items (lt_document_list_history (self->document)) > 0;

  gtk_stack_set_visible_child_name (self->stack, any ? "journal" : "empty");
}

static void
document_changed_cb (LtHistoryView *self)
{
  update_stack (self);
  update_details (self);
}

static void
reveal_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LtHistoryView *self = LT_HISTORY_VIEW (widget);

  if (self->row)
    gtk_widget_activate_action (widget, "win.reveal", "x", self->row);
}

static void
row_activated_cb (LtHistoryView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "journal.reveal", NULL);
}

static void
undo_to_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LtHistoryView *self = LT_HISTORY_VIEW (widget);
  LtHistoryEntry *selected = gtk_single_selection_get_selected_item (self->selection);
  g_autoptr (LtHistoryEntry) entry = selected ? g_object_ref (selected) : NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  g_autofree char *text = NULL;

  if (entry == NULL)
    return;
  if (!lt_document_undo_to (self->document, lt_history_entry_get_id (entry), &error))
    {
      lt_feedback_error (widget, _("The edits cannot be undone"), error);
      return;
    }
  label = lt_history_entry_dup_label (entry);
  /* Translators: %s is the name of an edit, such as "Change deadline of 2.1" */
  text = g_strdup_printf (_("Everything newer than “%s” is undone"), label);
  lt_feedback_toast (widget, text);
}

static void
lt_history_view_set_plan (LtView *view, LtDocument *document, LtPlan *plan)
{
  LtHistoryView *self = LT_HISTORY_VIEW (view);
  g_autoptr (GListModel) entries = NULL;

  if (self->document == document)
    return;
  if (self->document)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_set_object (&self->document, document);
  if (document)
    {
      entries = lt_reversed_list_new (lt_document_list_history (document));
      g_signal_connect_swapped (document, "changed", G_CALLBACK (document_changed_cb), self);
    }
  gtk_single_selection_set_model (self->selection, entries);
  document_changed_cb (self);
}

static void
lt_history_view_view_init (LtViewInterface *iface)
{
  iface->set_plan = lt_history_view_set_plan;
}

static void
lt_history_view_dispose (GObject *object)
{
  LtHistoryView *self = LT_HISTORY_VIEW (object);

  if (self->document)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
  gtk_widget_dispose_template (GTK_WIDGET (self), LT_TYPE_HISTORY_VIEW);

  G_OBJECT_CLASS (lt_history_view_parent_class)->dispose (object);
}

static void
lt_history_view_class_init (LtHistoryViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lt_history_view_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lotrinh/LoTrinh/ui/lt-history-view.ui");
  gtk_widget_class_bind_template_child (widget_class, LtHistoryView, stack);
  gtk_widget_class_bind_template_child (widget_class, LtHistoryView, table);
  gtk_widget_class_bind_template_child (widget_class, LtHistoryView, selection);
  gtk_widget_class_bind_template_child (widget_class, LtHistoryView, heading);
  gtk_widget_class_bind_template_child (widget_class, LtHistoryView, origin);
  gtk_widget_class_bind_template_child (widget_class, LtHistoryView, details);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_time_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_author_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_label_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_details);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_install_action (widget_class, "journal.reveal", NULL, reveal_action);
  gtk_widget_class_install_action (widget_class, "journal.undo-to", NULL, undo_to_action);
}

static void
lt_history_view_init (LtHistoryView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
