/* SPDX-License-Identifier: MIT */
#include "app/lt-import-dialog-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/lt-feedback.h"
#include "app/lt-file-choice.h"
#include "app/lt-file-name.h"
#include "app/lt-paste-rows.h"
#include "store/lt-document-merge.h"
#include "store/lt-label.h"

/* A longer title would push the others aside. */
#define TARGET_CHARS_MAX 40

/* The last choice of all: as rows of the plan that is shown. */
static gboolean
is_placed (LtImportDialog *self)
{
  return self->has_place && self->document != NULL
         && gtk_drop_down_get_selected (self->target)
                == lt_item_get_n_children (LT_ITEM (lt_document_get_book (self->document))) + 1;
}

/* A plan of the same number or title is what somebody has a new copy of. */
static guint
guess_target (LtImportDialog *self)
{
  LtItem *book = self->document != NULL ? LT_ITEM (lt_document_get_book (self->document)) : NULL;
  LtPlan *draft = lt_item_get_child (LT_ITEM (self->draft->book), 0);

  for (guint i = 0; book != NULL && draft != NULL && i < lt_item_get_n_children (book); i++)
    {
      LtPlan *plan = lt_item_get_child (book, i);

      if (*lt_plan_get_title (draft) != '\0'
          && lt_plan_merge_liken (lt_plan_get_title (plan), lt_plan_get_title (draft)) > 0.95)
        return i + 1;
    }
  return 0;
}

static void
finish (LtImportDialog *self, const char *path)
{
  g_autoptr (LtImportDialog) kept = g_object_ref (self);

  g_signal_emit_by_name (self, "taken", path);
  gtk_window_close (GTK_WINDOW (self));
}

static void
take_rows (LtImportDialog *self)
{
  guint n_rows = lt_import_draft_count_rows (self->draft);
  g_autoptr (LtImportDialog) kept = g_object_ref (self);
  g_autoptr (GError) error = NULL;
  LtItem *first = lt_paste_rows_take (self->document, self->plan, self->place, self->import, self->draft, &error);

  if (first == NULL)
    {
      lt_feedback_error (GTK_WIDGET (self), _("The rows cannot be pasted"), error);
      return;
    }
  g_signal_emit_by_name (self, "placed", first, n_rows);
  gtk_window_close (GTK_WINDOW (self));
}

static void
take_into_document (LtImportDialog *self)
{
  g_autofree char *label = lt_label_new (N_("Import %s"), self->name, NULL);
  g_autoptr (GError) error = NULL;
  gboolean taken;

  if (self->changes != NULL)
    taken = lt_document_apply_changes (self->document, self->changes, label, &error);
  else
    taken = lt_document_take_plans (self->document, self->draft->book, label, &error);
  if (taken)
    finish (self, NULL);
  else
    lt_feedback_error (GTK_WIDGET (self), _("The plan cannot be taken in"), error);
}

static void
make_file (LtImportDialog *self, const char *path)
{
  g_autofree char *full = lt_file_name_dup_with_ending (path, LT_FILE_NAME_ENDING);
  g_autoptr (LtDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  if (self->draft == NULL)
    return;
  document = lt_document_create (full, self->draft->book, &error);
  if (document == NULL)
    {
      lt_feedback_error (GTK_WIDGET (self), _("The file cannot be made"), error);
      return;
    }
  lt_document_close (document);
  finish (self, full);
}

static void
take_at_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  make_file (LT_IMPORT_DIALOG (widget), g_variant_get_string (parameter, NULL));
}

static void
place_chosen (GtkWidget *widget, const char *const *paths)
{
  make_file (LT_IMPORT_DIALOG (widget), paths[0]);
}

static void
ask_where (LtImportDialog *self)
{
  const char *dot = strrchr (self->name, '.');
  int length = (int) (dot != NULL && dot > self->name ? (size_t) (dot - self->name) : strlen (self->name));
  g_autofree char *suggested = g_strdup_printf ("%.*s" LT_FILE_NAME_ENDING, length, self->name);
  GtkFileChooser *chooser = lt_file_choice_new (GTK_WIDGET (self), _("Where the New Plan Is Kept"),
                                                GTK_FILE_CHOOSER_ACTION_SAVE, _("_Create"));

  gtk_file_chooser_set_current_name (chooser, suggested);
  lt_file_choice_show (chooser, place_chosen);
}

static void
take_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LtImportDialog *self = LT_IMPORT_DIALOG (widget);

  if (is_placed (self))
    take_rows (self);
  else if (self->document != NULL)
    take_into_document (self);
  else
    ask_where (self);
}

void
_lt_import_dialog_install_take (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "import.take", NULL, take_action);
  gtk_widget_class_install_action (widget_class, "import.take-at", "s", take_at_action);
}

LtPlan *
_lt_import_dialog_get_target (LtImportDialog *self)
{
  guint selected = gtk_drop_down_get_selected (self->target);

  if (self->document == NULL || selected == GTK_INVALID_LIST_POSITION || selected == 0)
    return NULL;
  return lt_item_get_child (LT_ITEM (lt_document_get_book (self->document)), selected - 1);
}

void
_lt_import_dialog_fill_targets (LtImportDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  LtItem *book = self->document != NULL ? LT_ITEM (lt_document_get_book (self->document)) : NULL;

  gtk_string_list_append (names, self->document != NULL ? _("A new plan in this file") : _("A new file"));
  for (guint i = 0; book != NULL && i < lt_item_get_n_children (book); i++)
    {
      const char *title = lt_plan_get_title (lt_item_get_child (book, i));
      gboolean cut = g_utf8_strlen (title, -1) > TARGET_CHARS_MAX;
      g_autofree char *start = g_utf8_substring (title, 0, cut ? TARGET_CHARS_MAX : g_utf8_strlen (title, -1));
      g_autofree char *shown = g_strconcat (start, cut ? "…" : "", NULL);
      g_autofree char *name = g_strdup_printf (_("Merge into “%s”"), shown);

      gtk_string_list_append (names, name);
    }
  if (self->has_place)
    gtk_string_list_append (names, self->place != NULL ? _("As rows below the selected one") : _("As rows at the end of the plan"));
  self->filling = TRUE;
  gtk_drop_down_set_model (self->target, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->target, self->has_place ? g_list_model_get_n_items (G_LIST_MODEL (names)) - 1
                                                            : guess_target (self));
  self->filling = FALSE;
}
