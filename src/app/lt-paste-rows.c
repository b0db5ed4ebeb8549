/* SPDX-License-Identifier: MIT */
#include "app/lt-paste-rows.h"

#include <glib/gi18n-lib.h>

#include "app/lt-clipboard.h"
#include "app/lt-feedback.h"
#include "app/lt-import-dialog.h"
#include "app/lt-import-job.h"
#include "store/lt-document-rows.h"
#include "store/lt-label.h"

typedef struct {
  GtkWidget *widget; /* until it is gone */
  LtDocument *document;
  LtPlan *plan;
  LtItem *anchor;    /* NULL for the end */
  LtPastedFunc pasted;
  GBytes *bytes;
  LtTableImport *import;
} Paste;

static void
free_paste (Paste *self)
{
  g_clear_weak_pointer (&self->widget);
  g_object_unref (self->document);
  g_object_unref (self->plan);
  g_clear_object (&self->anchor);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->import, lt_table_import_free);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Paste, free_paste)

LtItem *
lt_paste_rows_take (LtDocument *document, LtPlan *plan, LtItem *anchor, LtTableImport *import,
                    LtImportDraft *draft, GError **error)
{
  g_autofree char *label = lt_label_new (N_("Paste rows"), NULL);
  LtItem *rows = lt_item_get_child (LT_ITEM (draft->book), 0);
  gboolean tasks = !lt_table_import_has_groups (import);
  gint64 first;

  for (guint i = 0; i < lt_item_get_n_children (rows); i++)
    tasks &= lt_item_get_n_children (lt_item_get_child (rows, i)) <= 1;
  /* It may have been deleted while somebody was looking. */
  if (anchor != NULL && lt_item_get_ancestor (anchor, LT_TYPE_PLAN) != LT_ITEM (plan))
    anchor = NULL;
  first = lt_document_insert_rows (document, plan, anchor, LT_PLAN (rows), tasks, label, error);
  return first != 0 ? lt_document_find_item (document, first) : NULL;
}

static void
tell (Paste *self, LtItem *first, guint n_rows)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%u row pasted", "%u rows pasted", n_rows), n_rows);

  if (self->pasted != NULL)
    self->pasted (self->widget, first);
  lt_feedback_undo_toast (self->widget, text);
}

static void
placed_cb (LtImportDialog *dialog, LtItem *first, guint n_rows, Paste *self)
{
  if (self->widget != NULL)
    tell (self, first, n_rows);
}

/* What the columns hold has to be said by a person. */
static void
ask (Paste *self)
{
  GtkWidget *dialog = lt_import_dialog_new (self->document, self->plan);
  GBytes *bytes = self->bytes;

  lt_import_dialog_set_place (LT_IMPORT_DIALOG (dialog), self->anchor);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (gtk_widget_get_root (self->widget)));
  gtk_window_present (GTK_WINDOW (dialog));
  lt_import_dialog_load_bytes (LT_IMPORT_DIALOG (dialog), bytes, _("Clipboard"));
  g_signal_connect_data (dialog, "placed", G_CALLBACK (placed_cb), self, (GClosureNotify) (void (*) (void)) free_paste, 0);
}

static void
drafted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Paste) self = data;
  g_autoptr (LtImportDraft) draft = lt_import_job_draft_finish (result, NULL);
  g_autoptr (GError) error = NULL;
  LtItem *first;

  if (self->widget == NULL || gtk_widget_get_root (self->widget) == NULL)
    return;
  if (lt_import_draft_count_rows (draft) == 0 || !lt_table_import_is_plain (self->import)
      || lt_item_get_n_children (LT_ITEM (draft->book)) != 1)
    {
      ask (g_steal_pointer (&self));
      return;
    }
  first = lt_paste_rows_take (self->document, self->plan, self->anchor, self->import, draft, &error);
  if (first == NULL)
    lt_feedback_error (self->widget, _("The rows cannot be pasted"), error);
  else
    tell (self, first, lt_import_draft_count_rows (draft));
}

static void
understood_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Paste) self = data;
  g_autoptr (GError) error = NULL;

  self->import = lt_import_job_read_finish (result, &error);
  if (self->widget == NULL)
    return;
  if (self->import == NULL)
    {
      lt_feedback_error (self->widget, _("The rows cannot be pasted"), error);
      return;
    }
  lt_import_job_draft_async (self->import, NULL, drafted_cb, self);
  self = NULL;
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Paste) self = data;
  g_autoptr (GError) error = NULL;

  self->bytes = lt_clipboard_read_finish (result, &error);
  if (self->widget == NULL)
    return;
  if (self->bytes == NULL)
    {
      lt_feedback_toast (self->widget, error->message);
      return;
    }
  lt_import_job_read_async (NULL, self->bytes, _("Clipboard"), lt_book_get_registry (lt_document_get_book (self->document)),
                            NULL, understood_cb, self);
  self = NULL;
}

void
lt_paste_rows (GtkWidget *widget, LtDocument *document, LtPlan *plan, LtItem *anchor, LtPastedFunc pasted)
{
  Paste *self = g_new0 (Paste, 1);

  g_set_weak_pointer (&self->widget, widget);
  self->document = g_object_ref (document);
  self->plan = g_object_ref (plan);
  self->anchor = anchor != NULL ? g_object_ref (anchor) : NULL;
  self->pasted = pasted;
  lt_clipboard_read_async (widget, copied_cb, self);
}
