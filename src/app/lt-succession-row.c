/* SPDX-License-Identifier: MIT */
#include "app/lt-succession-row.h"

#include <glib/gi18n-lib.h>

#include "app/lt-agency-ref-entry.h"
#include "app/lt-choice-entry.h"
#include "app/lt-feedback.h"
#include "app/lt-field-entry.h"

struct _LtSuccessionRow
{
  GtkWidget parent_instance;

  LtDocument *document;
  LtSuccession *succession;
  gboolean loading;

  LtAgencyRefEntry *successor;
  LtFieldEntry *since;
  GtkCheckButton *part;
  LtChoiceEntry *certainty;
  LtFieldEntry *note;
  GtkWidget *remove_button;
};

G_DEFINE_FINAL_TYPE (LtSuccessionRow, lt_succession_row, GTK_TYPE_WIDGET)

static void
load_part (LtSuccessionRow *self)
{
  self->loading = TRUE;
  gtk_check_button_set_active (self->part, lt_succession_get_part (self->succession));
  self->loading = FALSE;
}

static void
part_toggled_cb (LtSuccessionRow *self)
{
  g_autoptr (GError) error = NULL;

  if (self->loading || self->succession == NULL)
    return;
  if (!lt_document_set (self->document, LT_ITEM (self->succession), "part",
                        gtk_check_button_get_active (self->part) ? "true" : "false", &error))
    {
      lt_feedback_error (GTK_WIDGET (self), _("The change cannot be stored"), error);
      load_part (self);
    }
}

static void
remove_clicked_cb (LtSuccessionRow *self)
{
  g_autoptr (LtSuccessionRow) alive = g_object_ref (self);
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (items, self->succession);
  if (!lt_document_remove (self->document, items, &error))
    lt_feedback_error (window, _("The successor cannot be removed"), error);
  else
    lt_feedback_undo_toast (window, _("Successor removed"));
}

static void
lt_succession_row_dispose (GObject *object)
{
  LtSuccessionRow *self = LT_SUCCESSION_ROW (object);

  if (self->succession)
    g_signal_handlers_disconnect_by_data (self->succession, self);
  g_clear_object (&self->succession);
  g_clear_object (&self->document);
  gtk_widget_dispose_template (GTK_WIDGET (self), LT_TYPE_SUCCESSION_ROW);

  G_OBJECT_CLASS (lt_succession_row_parent_class)->dispose (object);
}

static void
lt_succession_row_class_init (LtSuccessionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lt_succession_row_dispose;

  g_type_ensure (LT_TYPE_AGENCY_REF_ENTRY);
  g_type_ensure (LT_TYPE_CHOICE_ENTRY);
  g_type_ensure (LT_TYPE_FIELD_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lotrinh/LoTrinh/ui/lt-succession-row.ui");
  /* Bound, though to no field, so that it is unparented with the rest. */
  gtk_widget_class_bind_template_child_full (widget_class, "box", FALSE, 0);
  gtk_widget_class_bind_template_child (widget_class, LtSuccessionRow, successor);
  gtk_widget_class_bind_template_child (widget_class, LtSuccessionRow, since);
  gtk_widget_class_bind_template_child (widget_class, LtSuccessionRow, part);
  gtk_widget_class_bind_template_child (widget_class, LtSuccessionRow, certainty);
  gtk_widget_class_bind_template_child (widget_class, LtSuccessionRow, note);
  gtk_widget_class_bind_template_child (widget_class, LtSuccessionRow, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, part_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
}

static void
lt_succession_row_init (LtSuccessionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
lt_succession_row_new (LtDocument *document, LtSuccession *succession)
{
  LtSuccessionRow *self = g_object_new (LT_TYPE_SUCCESSION_ROW, NULL);
  LtItem *item = LT_ITEM (succession);
  gboolean writable = !lt_document_get_read_only (document);

  self->document = g_object_ref (document);
  self->succession = g_object_ref (succession);
  lt_agency_ref_entry_set_item (self->successor, document, item);
  lt_field_entry_set_item (self->since, document, item);
  lt_choice_entry_set_item (self->certainty, document, item);
  lt_field_entry_set_item (self->note, document, item);
  gtk_widget_set_sensitive (GTK_WIDGET (self->part), writable);
  gtk_widget_set_visible (self->remove_button, writable);
  g_signal_connect_swapped (succession, "changed::part", G_CALLBACK (load_part), self);
  load_part (self);
  return GTK_WIDGET (self);
}

LtSuccession *
lt_succession_row_get_succession (LtSuccessionRow *self)
{
  g_return_val_if_fail (LT_IS_SUCCESSION_ROW (self), NULL);

  return self->succession;
}

gboolean
lt_succession_row_commit (LtSuccessionRow *self)
{
  gboolean stored;

  g_return_val_if_fail (LT_IS_SUCCESSION_ROW (self), FALSE);

  stored = lt_field_entry_commit (self->since);
  return lt_field_entry_commit (self->note) && stored;
}
