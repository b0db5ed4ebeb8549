/* SPDX-License-Identifier: MIT */
#include "app/lt-plan-dialog.h"

#include <glib/gi18n-lib.h>

#include "app/lt-feedback.h"
#include "app/lt-field-entry.h"

#define N_ENTRIES 8

struct _LtPlanDialog
{
  AdwWindow parent_instance;

  LtDocument *document;
  LtPlan *plan;
  gboolean loading;
  gboolean warned; /* that something typed was refused */

  LtFieldEntry *entries[N_ENTRIES];
  GtkCheckButton *strict_before;
};

G_DEFINE_FINAL_TYPE (LtPlanDialog, lt_plan_dialog, ADW_TYPE_WINDOW)

static const char *const entry_names[N_ENTRIES] = {
  "title_entry", "label_entry", "number_entry", "attachment_entry",
  "issuer_entry", "issued_entry", "year_entry", "note_entry",
};

static void
update (LtPlanDialog *self)
{
  self->loading = TRUE;
  gtk_check_button_set_active (self->strict_before, lt_plan_get_strict_before (self->plan));
  self->loading = FALSE;
}

static void
strict_toggled_cb (LtPlanDialog *self)
{
  g_autoptr (GError) error = NULL;

  if (self->loading)
    return;
  if (!lt_document_set (self->document, LT_ITEM (self->plan), "strict_before",
                        gtk_check_button_get_active (self->strict_before) ? "true" : "false", &error))
    {
      lt_feedback_error (GTK_WIDGET (self), _("The change cannot be stored"), error);
      update (self);
    }
}

static gboolean
lt_plan_dialog_close_request (GtkWindow *window)
{
  LtPlanDialog *self = LT_PLAN_DIALOG (window);
  gboolean stored = TRUE;

  for (guint i = 0; i < N_ENTRIES; i++)
    stored = lt_field_entry_commit (self->entries[i]) && stored;
  /* Shown once beneath its entry, the reason is known; the text is kept for the next time. */
  if (!stored && !self->warned)
    {
      self->warned = TRUE;
      return GDK_EVENT_STOP;
    }
  return GTK_WINDOW_CLASS (lt_plan_dialog_parent_class)->close_request (window);
}

static void
lt_plan_dialog_dispose (GObject *object)
{
  LtPlanDialog *self = LT_PLAN_DIALOG (object);

  if (self->document)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
  g_clear_object (&self->plan);
  gtk_widget_dispose_template (GTK_WIDGET (self), LT_TYPE_PLAN_DIALOG);

  G_OBJECT_CLASS (lt_plan_dialog_parent_class)->dispose (object);
}

static void
lt_plan_dialog_class_init (LtPlanDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lt_plan_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = lt_plan_dialog_close_request;

  g_type_ensure (LT_TYPE_FIELD_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lotrinh/LoTrinh/ui/lt-plan-dialog.ui");
  for (guint i = 0; i < N_ENTRIES; i++)
    gtk_widget_class_bind_template_child_full (widget_class, entry_names[i], FALSE,
                                               (gssize) (G_STRUCT_OFFSET (LtPlanDialog, entries)
                                                         + i * sizeof (LtFieldEntry *)));
  gtk_widget_class_bind_template_child (widget_class, LtPlanDialog, strict_before);
  gtk_widget_class_bind_template_callback (widget_class, strict_toggled_cb);
}

static void
lt_plan_dialog_init (LtPlanDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
lt_plan_dialog_new (LtDocument *document, LtPlan *plan)
{
  LtPlanDialog *self = g_object_new (LT_TYPE_PLAN_DIALOG, NULL);

  self->document = g_object_ref (document);
  self->plan = g_object_ref (plan);
  for (guint i = 0; i < N_ENTRIES; i++)
    lt_field_entry_set_item (self->entries[i], document, LT_ITEM (plan));
  gtk_widget_set_sensitive (GTK_WIDGET (self->strict_before), !lt_document_get_read_only (document));
  g_signal_connect_swapped (document, "changed", G_CALLBACK (update), self);
  update (self);
  return GTK_WIDGET (self);
}
