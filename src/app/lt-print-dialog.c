/* SPDX-License-Identifier: MIT */
#include "app/lt-print-dialog.h"

#include <glib/gi18n-lib.h>

#include "app/lt-feedback.h"
#include "app/lt-file-choice.h"
#include "app/lt-file-name.h"
#include "app/lt-page-preview.h"
#include "app/lt-print.h"
#include "chart/lt-render.h"
#include "exchange/lt-output.h"

struct _LtPrintDialog
{
  AdwWindow parent_instance;

  LtPrintSubject *subject;
  LtPrintSubjectClass *kind; /* its class */
  char *path;
  LtPages *pages;       /* NULL where these are impossible */
  GCancellable *layout; /* of pages that are under way; NULL if none are */

  AdwComboRow *paper;
  AdwComboRow *orientation;
  AdwComboRow *fit;
  GtkWidget *pages_row;
  GtkSpinButton *across;
  GtkSpinButton *down;
  GtkSwitch *mono;
  GtkBox *options;
  GMenu *save_section;
  GtkLabel *text_size;
  GtkLabel *warning;
  LtPagePreview *preview;
  GtkLabel *page_label;
};

G_DEFINE_FINAL_TYPE (LtPrintDialog, lt_print_dialog, ADW_TYPE_WINDOW)

enum {
  PROP_0,
  PROP_READY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* Of an image: prints well. */
#define PIXELS_PER_POINT 2.0

static void
free_job (gpointer data)
{
  LtPrintJob *job = data;

  job->free (job);
}

static void
lay_out (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  LtPrintJob *job = data;
  g_autoptr (GError) error = NULL;
  LtPages *pages = job->lay_out (job, &error);

  if (pages != NULL)
    g_task_return_pointer (task, pages, g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static const LtPrintFit *
get_fit (LtPrintDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->fit);

  return &self->kind->fits[selected < self->kind->n_fits ? selected : 0];
}

static void
read_options (LtPrintDialog *self, LtPageOptions *options)
{
  const LtPrintFit *fit = get_fit (self);
  double margin;

  self->kind->init_options (options);
  margin = options->setup.top;
  lt_page_setup_init (&options->setup, (LtPaper) adw_combo_row_get_selected (self->paper),
                      adw_combo_row_get_selected (self->orientation) == 0, LT_MARGINS_WIDE);
  options->setup.top = options->setup.bottom = margin;
  options->fit = fit->fit;
  if (fit->counted)
    {
      options->across = (guint) gtk_spin_button_get_value_as_int (self->across);
      options->down = (guint) gtk_spin_button_get_value_as_int (self->down);
    }
  options->mono = gtk_switch_get_active (self->mono);
}

static void
update_actions (LtPrintDialog *self)
{
  guint n_pages = lt_page_preview_get_n_pages (self->preview);
  guint page = lt_page_preview_get_page (self->preview);
  g_autofree char *text = g_strdup_printf (_("Page %u of %u"), page + 1, n_pages);
  gboolean ready = self->pages != NULL && self->layout == NULL;
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_label_set_label (self->page_label, n_pages ? text : "");
  gtk_widget_action_set_enabled (widget, "print.previous-page", page > 0);
  gtk_widget_action_set_enabled (widget, "print.next-page", page + 1 < n_pages);
  gtk_widget_action_set_enabled (widget, "print.print", ready);
  gtk_widget_action_set_enabled (widget, "print.save", ready);
}

static void
show_size (LtPrintDialog *self, const char *problem)
{
  g_autofree char *warning = problem ? g_strdup (problem)
                             : self->pages != NULL ? lt_pages_dup_warning (self->pages) : NULL;
  g_autofree char *text = NULL;

  if (self->pages != NULL)
    {
      g_autofree char *size = g_strdup_printf ("%.1f", lt_pages_get_text_size (self->pages));

      /* Translators: %s is a number; pt are the points of type. */
      text = g_strdup_printf (_("Words on the paper: %s pt"), size);
    }
  gtk_label_set_label (self->text_size, text != NULL ? text : "");
  gtk_label_set_label (self->warning, warning != NULL ? warning : "");
  gtk_widget_set_visible (GTK_WIDGET (self->text_size), text != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->warning), warning != NULL);
}

static void
laid_out_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LtPrintDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LtPages) pages = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->layout);
  if (self->preview == NULL)
    return;
  g_set_object (&self->pages, pages);
  lt_page_preview_set_pages (self->preview, pages);
  show_size (self, error != NULL ? error->message : NULL);
  update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READY]);
}

static void
cancel_layout (LtPrintDialog *self)
{
  if (self->layout)
    g_cancellable_cancel (self->layout);
  g_clear_object (&self->layout);
}

static void
update_pages (LtPrintDialog *self)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GError) error = NULL;
  LtPageOptions options;
  LtPrintJob *job;

  if (self->subject == NULL)
    return;
  cancel_layout (self);
  gtk_widget_set_visible (self->pages_row, get_fit (self)->counted);
  read_options (self, &options);
  job = self->kind->create_job (self->subject, &options, &error);
  if (job == NULL)
    {
      g_clear_object (&self->pages);
      show_size (self, error->message);
      update_actions (self);
      return;
    }
  self->layout = g_cancellable_new ();
  task = g_task_new (NULL, self->layout, laid_out_cb, g_object_ref (self));
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, lay_out);
  update_actions (self);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lt_print_pages (GTK_WINDOW (widget), LT_PRINT_DIALOG (widget)->pages);
}

static void
place_chosen (GtkWidget *widget, const char *const *paths)
{
  g_autoptr (GError) error = NULL;

  lt_print_dialog_save (LT_PRINT_DIALOG (widget), paths[0], &error);
  lt_feedback_written (widget, paths[0], error);
}

/* Puts both in the place of "%s" each: a translation is no format that can be checked here. */
static char *
dup_with_words (const char *format, const char *first, const char *second)
{
  g_autoptr (GString) text = g_string_new (format);

  g_string_replace (text, "%s", first, 1);
  g_string_replace (text, "%s", second, 1);
  return g_strdup (text->str);
}

static char *
dup_name (LtPrintDialog *self, const char *suffix)
{
  g_autofree char *name = lt_file_name_dup_stem (self->path);

  return dup_with_words (_(self->kind->file_name), name, suffix);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkFileChooser *chooser = lt_file_choice_new (widget, _("Where to Export"), GTK_FILE_CHOOSER_ACTION_SAVE,
                                                _("_Choose"));
  g_autofree char *file_name = dup_name (LT_PRINT_DIALOG (widget), g_variant_get_string (parameter, NULL));

  gtk_file_chooser_set_current_name (chooser, file_name);
  lt_file_choice_show (chooser, place_chosen);
}

static void
page_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LtPrintDialog *self = LT_PRINT_DIALOG (widget);
  guint page = lt_page_preview_get_page (self->preview);

  lt_page_preview_set_page (self->preview, g_str_equal (name, "print.next-page") ? page + 1
                                                                                  : MAX (page, 1) - 1);
  update_actions (self);
}

static void
lt_print_dialog_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LtPrintDialog *self = LT_PRINT_DIALOG (object);

  switch (id)
    {
    case PROP_READY:
      g_value_set_boolean (value, self->layout == NULL && self->pages != NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lt_print_dialog_dispose (GObject *object)
{
  LtPrintDialog *self = LT_PRINT_DIALOG (object);

  cancel_layout (self);
  g_clear_object (&self->pages);
  if (self->subject)
    g_signal_handlers_disconnect_by_data (self->subject, self);
  g_clear_object (&self->subject);
  gtk_widget_dispose_template (GTK_WIDGET (self), LT_TYPE_PRINT_DIALOG);

  G_OBJECT_CLASS (lt_print_dialog_parent_class)->dispose (object);
}

static void
lt_print_dialog_finalize (GObject *object)
{
  g_free (LT_PRINT_DIALOG (object)->path);

  G_OBJECT_CLASS (lt_print_dialog_parent_class)->finalize (object);
}

static void
lt_print_dialog_class_init (LtPrintDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lt_print_dialog_get_property;
  object_class->dispose = lt_print_dialog_dispose;
  object_class->finalize = lt_print_dialog_finalize;

  properties[PROP_READY] = g_param_spec_boolean ("ready", NULL, NULL, FALSE,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS
                                                     | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (LT_TYPE_PAGE_PREVIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/lotrinh/LoTrinh/ui/lt-print-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LtPrintDialog, paper);
  gtk_widget_class_bind_template_child (widget_class, LtPrintDialog, orientation);
  gtk_widget_class_bind_template_child (widget_class, LtPrintDialog, fit);
  gtk_widget_class_bind_template_child (widget_class, LtPrintDialog, pages_row);
  gtk_widget_class_bind_template_child (widget_class, LtPrintDialog, across);
  gtk_widget_class_bind_template_child (widget_class, LtPrintDialog, down);
  gtk_widget_class_bind_template_child (widget_class, LtPrintDialog, mono);
  gtk_widget_class_bind_template_child (widget_class, LtPrintDialog, options);
  gtk_widget_class_bind_template_child (widget_class, LtPrintDialog, save_section);
  gtk_widget_class_bind_template_child (widget_class, LtPrintDialog, text_size);
  gtk_widget_class_bind_template_child (widget_class, LtPrintDialog, warning);
  gtk_widget_class_bind_template_child (widget_class, LtPrintDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, LtPrintDialog, page_label);
  gtk_widget_class_bind_template_callback (widget_class, update_pages);
  gtk_widget_class_install_action (widget_class, "print.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "print.save", "s", save_action);
  gtk_widget_class_install_action (widget_class, "print.previous-page", NULL, page_action);
  gtk_widget_class_install_action (widget_class, "print.next-page", NULL, page_action);
}

static void
lt_print_dialog_init (LtPrintDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show_size (self, NULL);
  update_actions (self);
}

static void
set_subject (LtPrintDialog *self, LtPrintSubject *subject)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  GtkWidget *options;

  self->kind = LT_PRINT_SUBJECT_GET_CLASS (subject);
  options = self->kind->create_widget ? self->kind->create_widget (subject) : NULL;
  gtk_window_set_title (GTK_WINDOW (self), _(self->kind->title));
  for (guint i = 0; i < self->kind->n_fits; i++)
    gtk_string_list_append (titles, _(self->kind->fits[i].title));
  adw_combo_row_set_model (self->fit, G_LIST_MODEL (titles));
  if (options)
    gtk_box_append (self->options, options);
  if (self->kind->has_workbook)
    g_menu_insert (self->save_section, 1, _("_Workbook, a column for each month"), "print.save::xlsx");
  self->subject = subject;
  g_signal_connect_swapped (subject, "changed", G_CALLBACK (update_pages), self);
}

GtkWidget *
lt_print_dialog_new (LtPrintSubject *subject, const char *path)
{
  LtPrintDialog *self = g_object_new (LT_TYPE_PRINT_DIALOG, NULL);

  self->path = g_strdup (path);
  set_subject (self, subject);
  update_pages (self);
  return GTK_WIDGET (self);
}

gboolean
lt_print_dialog_save (LtPrintDialog *self, const char *path, GError **error)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);
  g_autoptr (GBytes) bytes = NULL;
  LtPageOptions options;
  guint page;

  g_return_val_if_fail (LT_IS_PRINT_DIALOG (self) && self->pages != NULL, FALSE);

  page = lt_page_preview_get_page (self->preview);
  read_options (self, &options);
  if (g_str_has_suffix (lower, ".svg"))
    bytes = lt_render_svg (self->pages, page, error);
  else if (g_str_has_suffix (lower, ".png"))
    bytes = lt_render_png (self->pages, page, PIXELS_PER_POINT, error);
  else if (g_str_has_suffix (lower, ".xlsx") && self->kind->has_workbook)
    bytes = self->kind->write_workbook (self->subject, &options, error);
  else
    bytes = lt_render_pdf (self->pages, error);
  return bytes != NULL && lt_output_replace (path, bytes, error);
}
