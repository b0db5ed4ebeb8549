/* SPDX-License-Identifier: MIT */
#include "app/lt-fields-dialog.h"

#include "app/lt-choice-entry.h"
#include "app/lt-field-entry.h"
#include "app/lt-item-actions.h"

struct _LtFieldsDialog
{
  AdwWindow parent_instance;

  LtDocument *document;
  LtItem *item;
  GPtrArray *entries; /* (element-type LtFieldEntry) */
  gboolean warned;    /* that something typed was refused */

  GtkBox *content;
};

G_DEFINE_FINAL_TYPE (LtFieldsDialog, lt_fields_dialog, ADW_TYPE_WINDOW)

static void
add_field (LtFieldsDialog *self, const LtField *field)
{
  GtkWidget *entry;

  if (field->kind == LT_FIELD_CHOICE)
    {
      entry = lt_choice_entry_new (field->name);
      lt_choice_entry_set_item (LT_CHOICE_ENTRY (entry), self->document, self->item);
      gtk_widget_set_sensitive (entry, !lt_document_get_read_only (self->document));
    }
  else
    {
      entry = g_object_new (LT_TYPE_FIELD_ENTRY, "field", field->name,
                            "lines", (field->flags & LT_FIELD_FLAG_PARAGRAPHS) != 0, NULL);
      lt_field_entry_set_item (LT_FIELD_ENTRY (entry), self->document, self->item);
      g_ptr_array_add (self->entries, entry);
    }
  gtk_box_append (self->content, entry);
}

static void
document_changed_cb (LtFieldsDialog *self)
{
  if (lt_document_find_item (self->document, lt_item_get_id (self->item)) != self->item)
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LtFieldsDialog *self = LT_FIELDS_DIALOG (widget);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  /* The item goes, and the dialog with it. */
  g_ptr_array_add (items, self->item);
  lt_item_actions_remove (parent ? GTK_WIDGET (parent) : widget, self->document, items);
}

static gboolean
lt_fields_dialog_close_request (GtkWindow *window)
{
  LtFieldsDialog *self = LT_FIELDS_DIALOG (window);
  gboolean stored = TRUE;

  for (guint i = 0; i < self->entries->len; i++)
    stored = lt_field_entry_commit (g_ptr_array_index (self->entries, i)) && stored;
  /* Shown once beneath its entry, the reason is known; the text is kept for the next time. */
  if (!stored && !self->warned)
    {
      self->warned = TRUE;
      return GDK_EVENT_STOP;
    }
  return GTK_WINDOW_CLASS (lt_fields_dialog_parent_class)->close_request (window);
}

static void
lt_fields_dialog_dispose (GObject *object)
{
  LtFieldsDialog *self = LT_FIELDS_DIALOG (object);

  if (self->document)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
  g_clear_object (&self->item);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), LT_TYPE_FIELDS_DIALOG);

  G_OBJECT_CLASS (lt_fields_dialog_parent_class)->dispose (object);
}

static void
lt_fields_dialog_class_init (LtFieldsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lt_fields_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = lt_fields_dialog_close_request;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lotrinh/LoTrinh/ui/lt-fields-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LtFieldsDialog, content);
  gtk_widget_class_install_action (widget_class, "fields.remove", NULL, remove_action);
}

static void
lt_fields_dialog_init (LtFieldsDialog *self)
{
  self->entries = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
lt_fields_dialog_present (GtkWidget *widget, LtDocument *document, LtItem *item, const char *title)
{
  LtFieldsDialog *self = g_object_new (LT_TYPE_FIELDS_DIALOG, "title", title, NULL);
  const LtItemInfo *info = lt_item_type_get_info (G_OBJECT_TYPE (item));

  self->document = g_object_ref (document);
  self->item = g_object_ref (item);
  for (guint i = 0; i < info->n_fields; i++)
    add_field (self, &info->fields[i]);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "fields.remove", !lt_document_get_read_only (document));
  g_signal_connect_swapped (document, "changed", G_CALLBACK (document_changed_cb), self);
  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (gtk_widget_get_root (widget)));
  gtk_window_present (GTK_WINDOW (self));
  return GTK_WIDGET (self);
}
