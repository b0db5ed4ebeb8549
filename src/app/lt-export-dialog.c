/* SPDX-License-Identifier: MIT */
#include "app/lt-export-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/lt-export-job.h"
#include "app/lt-export-place.h"
#include "app/lt-feedback.h"
#include "app/lt-file-choice.h"
#include "app/lt-file-name.h"
#include "app/lt-page-browser.h"
#include "app/lt-settings.h"

struct _LtExportDialog
{
  AdwWindow parent_instance;

  LtDocument *document;
  LtPlan *plan;
  GCancellable *layout;  /* of the pages that are being laid out; NULL if none are */
  GCancellable *writing; /* NULL unless a file is being written */

  AdwComboRow *format;
  GtkSwitch *filled;
  AdwComboRow *margins;
  GtkEditable *path;
  GtkLabel *hint;
  GtkSpinner *spinner;
  LtPageBrowser *browser;
};

G_DEFINE_FINAL_TYPE (LtExportDialog, lt_export_dialog, ADW_TYPE_WINDOW)

static const struct {
  const char *suffix;
  const char *title; /* msgid */
  const char *hint;  /* msgid */
  gboolean paged;
} formats[] = {
  { "xlsx", N_("Excel workbook (.xlsx)"),
    N_("The appendix as it is issued, and on a second sheet the same rows to filter and sort."), TRUE },
  { "pdf", N_("PDF document (.pdf)"), N_("The pages as you see them here."), TRUE },
  { "csv", N_("Table as text (.csv)"), N_("One row for each result, for other programs."), FALSE },
  { "json", N_("Whole file (.json)"),
    N_("Everything in the file without loss: all plans, agencies and figures; not the journal."), FALSE },
  { "ics", N_("Calendar of deadlines (.ics)"),
    N_("One day for each assignment that has a last day, with a reminder, for Outlook, Thunderbird or a phone."), FALSE },
};

static guint
get_format (LtExportDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->format);

  return selected < G_N_ELEMENTS (formats) ? selected : 0;
}

static char *
dup_default_path (LtExportDialog *self)
{
  g_autofree char *folder = lt_export_place_dup_folder (self->document);
  g_autofree char *name = lt_file_name_dup_stem (lt_document_get_path (self->document));
  g_autofree char *full = g_strconcat (name, ".", formats[get_format (self)].suffix, NULL);

  return g_build_filename (folder, full, NULL);
}

static void
laid_out_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LtExportDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LtPages) pages = lt_export_job_lay_out_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->layout);
  if (self->browser)
    lt_page_browser_set_pages (self->browser, pages);
}

static void
cancel (GCancellable **cancellable)
{
  if (*cancellable)
    g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
}

static void
get_options (LtExportDialog *self, LtExportOptions *options)
{
  static const LtExportOptions defaults = LT_EXPORT_OPTIONS_INIT;

  *options = defaults;
  options->plan = lt_item_get_index (LT_ITEM (self->plan)) + 1;
  options->soon_days = lt_settings_get_due_soon_days ();
  options->filled = gtk_switch_get_active (self->filled);
  options->margins = (LtMargins) adw_combo_row_get_selected (self->margins);
}

static void
update_pages (LtExportDialog *self)
{
  LtExportOptions options;

  if (self->plan == NULL)
    return;
  cancel (&self->layout);
  self->layout = g_cancellable_new ();
  get_options (self, &options);
  lt_export_job_lay_out_async (lt_document_get_book (self->document), &options, self->layout, laid_out_cb,
                               g_object_ref (self));
}

/* The name keeps step with the format. */
static void
format_selected_cb (LtExportDialog *self)
{
  const char *suffix = formats[get_format (self)].suffix;
  g_autofree char *path = g_strdup (gtk_editable_get_text (self->path));
  const char *slash = strrchr (path, G_DIR_SEPARATOR);
  char *dot = strrchr (path, '.');
  g_autofree char *renamed = NULL;

  if (self->plan == NULL)
    return;
  if (dot && dot > slash)
    *dot = '\0';
  renamed = g_strconcat (path, ".", suffix, NULL);
  gtk_editable_set_text (self->path, renamed);
  gtk_label_set_label (self->hint, _(formats[get_format (self)].hint));
  gtk_widget_set_sensitive (GTK_WIDGET (self->margins), formats[get_format (self)].paged);
  g_settings_set_string (lt_settings_get (), "export-format", suffix);
}

static void
path_changed_cb (LtExportDialog *self)
{
  g_autofree char *path = g_strstrip (g_strdup (gtk_editable_get_text (self->path)));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.write", *path && self->writing == NULL);
}

static char *
dup_absolute_path (LtExportDialog *self)
{
  const char *suffix = formats[get_format (self)].suffix;
  g_autofree char *ending = g_strconcat (".", suffix, NULL);
  g_autofree char *named = lt_export_place_dup_absolute (gtk_editable_get_text (self->path));

  return lt_file_name_dup_with_ending (named, ending);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LtExportDialog) self = data;
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr (GError) error = NULL;
  gboolean written = lt_export_job_write_finish (result, &error);
  g_autofree char *path = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->writing == NULL)
    return;
  path = dup_absolute_path (self);
  g_clear_object (&self->writing);
  gtk_spinner_stop (self->spinner);
  path_changed_cb (self);
  /* What went well is told by the window that stays. */
  lt_feedback_written (GTK_WIDGET (written && parent != NULL ? parent : GTK_WINDOW (self)), path, error);
  if (written)
    gtk_window_close (GTK_WINDOW (self));
}

static void
write_file (LtExportDialog *self)
{
  LtExportOptions options;
  g_autofree char *path = dup_absolute_path (self);

  get_options (self, &options);
  self->writing = g_cancellable_new ();
  gtk_spinner_start (self->spinner);
  path_changed_cb (self);
  lt_export_job_write_async (lt_document_get_book (self->document), &options, path, self->writing,
                             written_cb, g_object_ref (self));
}

static void
replace_response_cb (AdwMessageDialog *dialog, const char *response, LtExportDialog *self)
{
  if (g_str_equal (response, "replace"))
    write_file (self);
}

static void
write_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LtExportDialog *self = LT_EXPORT_DIALOG (widget);
  g_autofree char *path = dup_absolute_path (self);
  g_autofree char *file_name = g_path_get_basename (path);
  g_autofree char *text = NULL;
  AdwMessageDialog *dialog;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      write_file (self);
      return;
    }
  text = g_strdup_printf (_("“%s” is in that folder already. What is in it will be lost."), file_name);
  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (self), _("Replace the file?"), text));
  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "replace", _("_Replace"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "replace", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (replace_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
place_chosen (GtkWidget *widget, const char *const *paths)
{
  gtk_editable_set_text (LT_EXPORT_DIALOG (widget)->path, paths[0]);
}

static void
choose_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LtExportDialog *self = LT_EXPORT_DIALOG (widget);
  GtkFileChooser *chooser = lt_file_choice_new (widget, _("Where to Export"), GTK_FILE_CHOOSER_ACTION_SAVE,
                                                _("_Choose"));
  g_autofree char *path = dup_absolute_path (self);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *file_name = g_path_get_basename (path);

  lt_file_choice_begin_in (chooser, folder);
  gtk_file_chooser_set_current_name (chooser, file_name);
  lt_file_choice_show (chooser, place_chosen);
}

static void
lt_export_dialog_dispose (GObject *object)
{
  LtExportDialog *self = LT_EXPORT_DIALOG (object);

  cancel (&self->layout);
  cancel (&self->writing);
  g_clear_object (&self->document);
  g_clear_object (&self->plan);
  gtk_widget_dispose_template (GTK_WIDGET (self), LT_TYPE_EXPORT_DIALOG);

  G_OBJECT_CLASS (lt_export_dialog_parent_class)->dispose (object);
}

static void
lt_export_dialog_class_init (LtExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lt_export_dialog_dispose;

  g_type_ensure (LT_TYPE_PAGE_BROWSER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lotrinh/LoTrinh/ui/lt-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LtExportDialog, format);
  gtk_widget_class_bind_template_child (widget_class, LtExportDialog, filled);
  gtk_widget_class_bind_template_child (widget_class, LtExportDialog, margins);
  gtk_widget_class_bind_template_child (widget_class, LtExportDialog, path);
  gtk_widget_class_bind_template_child (widget_class, LtExportDialog, hint);
  gtk_widget_class_bind_template_child (widget_class, LtExportDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, LtExportDialog, browser);
  gtk_widget_class_bind_template_callback (widget_class, update_pages);
  gtk_widget_class_bind_template_callback (widget_class, format_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, path_changed_cb);
  gtk_widget_class_install_action (widget_class, "export.write", NULL, write_action);
  gtk_widget_class_install_action (widget_class, "export.choose", NULL, choose_action);
}

static void
lt_export_dialog_init (LtExportDialog *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    gtk_string_list_append (titles, _(formats[i].title));
  adw_combo_row_set_model (self->format, G_LIST_MODEL (titles));
}

GtkWidget *
lt_export_dialog_new (LtDocument *document, LtPlan *plan)
{
  LtExportDialog *self = g_object_new (LT_TYPE_EXPORT_DIALOG, NULL);
  g_autofree char *format = g_settings_get_string (lt_settings_get (), "export-format");
  g_autofree char *path = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (formats[i].suffix, format))
      adw_combo_row_set_selected (self->format, i);
  self->document = g_object_ref (document);
  self->plan = g_object_ref (plan);
  path = dup_default_path (self);
  gtk_editable_set_text (self->path, path);
  format_selected_cb (self);
  update_pages (self);
  return GTK_WIDGET (self);
}
