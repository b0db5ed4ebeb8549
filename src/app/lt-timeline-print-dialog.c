/* SPDX-License-Identifier: MIT */
#include "app/lt-timeline-print-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/lt-feedback.h"
#include "app/lt-page-preview.h"
#include "app/lt-print.h"
#include "app/lt-settings.h"
#include "chart/lt-render.h"
#include "chart/lt-timeline-page.h"
#include "chart/lt-timeline-table.h"
#include "exchange/lt-output.h"
#include "exchange/lt-xlsx-writer.h"

struct _LtTimelinePrintDialog
{
  AdwWindow parent_instance;

  LtTimeline *timeline;
  char *path;
  LtPages *pages;       /* NULL where these are impossible */
  GCancellable *layout; /* of pages that are under way; NULL if none are */

  AdwComboRow *paper;
  AdwComboRow *orientation;
  AdwComboRow *fit;
  GtkWidget *pages_row;
  GtkSpinButton *across;
  GtkSpinButton *down;
  GtkEditable *first;
  GtkEditable *last;
  GtkSwitch *mono;
  GtkSpinButton *text_points;
  GtkWidget *text_row;
  AdwExpanderRow *columns_row;
  GtkCheckButton *columns[LT_TIMELINE_N_COLUMNS]; /* NULL for the title, which is always there */
  GtkLabel *text_size;
  GtkLabel *warning;
  LtPagePreview *preview;
  GtkLabel *page_label;
};

G_DEFINE_FINAL_TYPE (LtTimelinePrintDialog, lt_timeline_print_dialog, ADW_TYPE_WINDOW)

enum {
  PROP_0,
  PROP_READY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* Of an image: prints well. */
#define PIXELS_PER_POINT 2.0

static const struct {
  const char *title; /* msgid */
  LtPageFit fit;
  gboolean counted; /* so many pages as stand in the row below */
} fits[] = {
  { N_("One page wide, as many down as it takes"), LT_PAGE_FIT_WIDTH, FALSE },
  { N_("True size, as many pages as it takes"), LT_PAGE_FIT_TRUE, FALSE },
  { N_("All on one page"), LT_PAGE_FIT_AT_MOST, FALSE },
  { N_("At most so many pages"), LT_PAGE_FIT_AT_MOST, TRUE },
  { N_("Exactly so many pages"), LT_PAGE_FIT_EXACTLY, TRUE },
  { N_("One sheet as large as the drawing"), LT_PAGE_FIT_SHEET, FALSE },
};

typedef struct {
  LtTimeline *timeline;
  LtTimelinePageOptions options;
  LtTimelineColumn columns[LT_TIMELINE_N_COLUMNS]; /* of the options */
} LayoutJob;

static void
free_job (gpointer data)
{
  LayoutJob *job = data;

  lt_timeline_unref (job->timeline);
  lt_calendar_unref (job->options.calendar);
  g_free (job);
}

static void
lay_out (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  LayoutJob *job = data;
  g_autoptr (GError) error = NULL;
  LtPages *pages = lt_timeline_pages_new (job->timeline, &job->options, &error);

  if (pages != NULL)
    g_task_return_pointer (task, pages, g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static guint
get_fit (LtTimelinePrintDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->fit);

  return selected < G_N_ELEMENTS (fits) ? selected : 0;
}

/* FALSE where the words are no day; none at all leave it to the plan. */
static gboolean
read_day (GtkEditable *entry, LtDay *day)
{
  g_autofree char *words = g_strstrip (g_strdup (gtk_editable_get_text (entry)));
  gboolean good;

  *day = lt_day_from_user (words);
  good = *words == '\0' || *day != LT_DAY_NONE;
  if (good)
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  return good;
}

static guint
read_columns (LtTimelinePrintDialog *self, LtTimelineColumn *columns)
{
  guint n = 0;

  for (LtTimelineColumn column = 0; column < LT_TIMELINE_N_COLUMNS; column++)
    if (self->columns[column] == NULL || gtk_check_button_get_active (self->columns[column]))
      columns[n++] = column;
  return n;
}

static gboolean
read_options (LtTimelinePrintDialog *self, LtTimelinePageOptions *options)
{
  guint fit = get_fit (self);
  double margin;
  gboolean good;

  lt_timeline_page_options_init (options);
  margin = options->setup.top;
  lt_page_setup_init (&options->setup, (LtPaper) adw_combo_row_get_selected (self->paper),
                      adw_combo_row_get_selected (self->orientation) == 0, LT_MARGINS_WIDE);
  options->setup.top = options->setup.bottom = margin;
  options->fit = fits[fit].fit;
  if (fits[fit].counted)
    {
      options->across = (guint) gtk_spin_button_get_value_as_int (self->across);
      options->down = (guint) gtk_spin_button_get_value_as_int (self->down);
    }
  options->mono = gtk_switch_get_active (self->mono);
  options->text_size = gtk_spin_button_get_value (self->text_points);
  good = read_day (self->first, &options->first);
  return read_day (self->last, &options->last) && good;
}

static void
update_actions (LtTimelinePrintDialog *self)
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
show_size (LtTimelinePrintDialog *self, const char *problem)
{
  g_autofree char *warning = problem ? g_strdup (problem)
                             : self->pages != NULL
                                 ? lt_timeline_pages_dup_warning (LT_TIMELINE_PAGES (self->pages)) : NULL;
  g_autofree char *text = NULL;

  if (self->pages != NULL)
    {
      g_autofree char *size = g_strdup_printf (
          "%.1f", lt_timeline_pages_get_text_size (LT_TIMELINE_PAGES (self->pages)));

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
  g_autoptr (LtTimelinePrintDialog) self = data;
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
cancel_layout (LtTimelinePrintDialog *self)
{
  if (self->layout)
    g_cancellable_cancel (self->layout);
  g_clear_object (&self->layout);
}

static void
update_pages (LtTimelinePrintDialog *self)
{
  g_autoptr (GTask) task = NULL;
  LayoutJob *job;
  gboolean good;

  if (self->timeline == NULL)
    return;
  cancel_layout (self);
  gtk_widget_set_visible (self->pages_row, fits[get_fit (self)].counted);
  gtk_widget_set_sensitive (self->text_row, fits[get_fit (self)].fit != LT_PAGE_FIT_EXACTLY
                                                && fits[get_fit (self)].fit != LT_PAGE_FIT_SHEET);
  job = g_new0 (LayoutJob, 1);
  job->timeline = lt_timeline_ref (self->timeline);
  good = read_options (self, &job->options);
  job->options.calendar = lt_settings_dup_calendar ();
  job->options.columns = job->columns;
  job->options.n_columns = read_columns (self, job->columns);
  if (!good)
    {
      free_job (job);
      g_clear_object (&self->pages);
      show_size (self, _("That is not a day. Write it like 01/9/2024, or leave it empty."));
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
  lt_print_pages (GTK_WINDOW (widget), LT_TIMELINE_PRINT_DIALOG (widget)->pages);
}

static void
save_response_cb (GtkNativeDialog *native, int response, LtTimelinePrintDialog *self)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native));
  g_autofree char *path = file ? g_file_get_path (file) : NULL;
  g_autoptr (GError) error = NULL;

  if (response == GTK_RESPONSE_ACCEPT && path != NULL
      && !lt_timeline_print_dialog_save (self, path, &error))
    lt_feedback_error (GTK_WIDGET (self), _("The file could not be written"), error);
  else if (response == GTK_RESPONSE_ACCEPT && path != NULL)
    {
      g_autofree char *text = g_strdup_printf (_("Exported to “%s”"), path);

      lt_feedback_toast (GTK_WIDGET (self), text);
    }
  g_object_unref (native);
}

static char *
dup_name (LtTimelinePrintDialog *self, const char *suffix)
{
  g_autofree char *name = g_path_get_basename (self->path);

  if (g_str_has_suffix (name, ".lotrinh"))
    name[strlen (name) - strlen (".lotrinh")] = '\0';
  /* Translators: the name of a file that holds a timeline: the plan's file, the ending */
  return g_strdup_printf (_("%s - timeline.%s"), name, suffix);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LtTimelinePrintDialog *self = LT_TIMELINE_PRINT_DIALOG (widget);
  GtkFileChooserNative *native = gtk_file_chooser_native_new (
      _("Where to Export"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE, _("_Choose"), NULL);
  g_autofree char *file_name = dup_name (self, g_variant_get_string (parameter, NULL));

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (native), file_name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  g_signal_connect_object (native, "response", G_CALLBACK (save_response_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

static void
page_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LtTimelinePrintDialog *self = LT_TIMELINE_PRINT_DIALOG (widget);
  guint page = lt_page_preview_get_page (self->preview);

  lt_page_preview_set_page (self->preview, g_str_equal (name, "print.next-page") ? page + 1
                                                                                  : MAX (page, 1) - 1);
  update_actions (self);
}

static void
lt_timeline_print_dialog_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LtTimelinePrintDialog *self = LT_TIMELINE_PRINT_DIALOG (object);

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
lt_timeline_print_dialog_dispose (GObject *object)
{
  LtTimelinePrintDialog *self = LT_TIMELINE_PRINT_DIALOG (object);

  cancel_layout (self);
  g_clear_object (&self->pages);
  g_clear_pointer (&self->timeline, lt_timeline_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), LT_TYPE_TIMELINE_PRINT_DIALOG);

  G_OBJECT_CLASS (lt_timeline_print_dialog_parent_class)->dispose (object);
}

static void
lt_timeline_print_dialog_finalize (GObject *object)
{
  g_free (LT_TIMELINE_PRINT_DIALOG (object)->path);

  G_OBJECT_CLASS (lt_timeline_print_dialog_parent_class)->finalize (object);
}

static void
lt_timeline_print_dialog_class_init (LtTimelinePrintDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lt_timeline_print_dialog_get_property;
  object_class->dispose = lt_timeline_print_dialog_dispose;
  object_class->finalize = lt_timeline_print_dialog_finalize;

  properties[PROP_READY] = g_param_spec_boolean ("ready", NULL, NULL, FALSE,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS
                                                     | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (LT_TYPE_PAGE_PREVIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/lotrinh/LoTrinh/ui/lt-timeline-print-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LtTimelinePrintDialog, paper);
  gtk_widget_class_bind_template_child (widget_class, LtTimelinePrintDialog, orientation);
  gtk_widget_class_bind_template_child (widget_class, LtTimelinePrintDialog, fit);
  gtk_widget_class_bind_template_child (widget_class, LtTimelinePrintDialog, pages_row);
  gtk_widget_class_bind_template_child (widget_class, LtTimelinePrintDialog, across);
  gtk_widget_class_bind_template_child (widget_class, LtTimelinePrintDialog, down);
  gtk_widget_class_bind_template_child (widget_class, LtTimelinePrintDialog, first);
  gtk_widget_class_bind_template_child (widget_class, LtTimelinePrintDialog, last);
  gtk_widget_class_bind_template_child (widget_class, LtTimelinePrintDialog, mono);
  gtk_widget_class_bind_template_child (widget_class, LtTimelinePrintDialog, text_size);
  gtk_widget_class_bind_template_child (widget_class, LtTimelinePrintDialog, columns_row);
  gtk_widget_class_bind_template_child (widget_class, LtTimelinePrintDialog, text_row);
  gtk_widget_class_bind_template_child (widget_class, LtTimelinePrintDialog, text_points);
  gtk_widget_class_bind_template_child (widget_class, LtTimelinePrintDialog, warning);
  gtk_widget_class_bind_template_child (widget_class, LtTimelinePrintDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, LtTimelinePrintDialog, page_label);
  gtk_widget_class_bind_template_callback (widget_class, update_pages);
  gtk_widget_class_install_action (widget_class, "print.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "print.save", "s", save_action);
  gtk_widget_class_install_action (widget_class, "print.previous-page", NULL, page_action);
  gtk_widget_class_install_action (widget_class, "print.next-page", NULL, page_action);
}

static void
add_columns (LtTimelinePrintDialog *self)
{
  for (LtTimelineColumn column = LT_TIMELINE_COLUMN_TITLE + 1; column < LT_TIMELINE_N_COLUMNS; column++)
    {
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *check = gtk_check_button_new ();
      const char *title = lt_timeline_column_get_title (column);

      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), column == LT_TIMELINE_COLUMN_DEADLINE);
      gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
      gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
      g_signal_connect_swapped (check, "toggled", G_CALLBACK (update_pages), self);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
      adw_expander_row_add_row (self->columns_row, row);
      self->columns[column] = GTK_CHECK_BUTTON (check);
    }
}

static void
lt_timeline_print_dialog_init (LtTimelinePrintDialog *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  add_columns (self);
  for (guint i = 0; i < G_N_ELEMENTS (fits); i++)
    gtk_string_list_append (titles, _(fits[i].title));
  adw_combo_row_set_model (self->fit, G_LIST_MODEL (titles));
  show_size (self, NULL);
  update_actions (self);
}

GtkWidget *
lt_timeline_print_dialog_new (LtTimeline *timeline, const char *path)
{
  LtTimelinePrintDialog *self = g_object_new (LT_TYPE_TIMELINE_PRINT_DIALOG, NULL);

  self->timeline = lt_timeline_ref (timeline);
  self->path = g_strdup (path);
  update_pages (self);
  return GTK_WIDGET (self);
}

static GBytes *
write_workbook (LtTimelinePrintDialog *self, GError **error)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func ((GDestroyNotify) lt_table_unref);
  LtTimelinePageOptions options;

  if (!read_options (self, &options)
      || !lt_timeline_resolve_range (self->timeline, &options.first, &options.last, error))
    return NULL;
  g_ptr_array_add (tables, lt_timeline_table_new (self->timeline, &options.setup, options.first, options.last));
  return lt_xlsx_write (tables, error);
}

gboolean
lt_timeline_print_dialog_save (LtTimelinePrintDialog *self, const char *path, GError **error)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);
  g_autoptr (GBytes) bytes = NULL;
  guint page;

  g_return_val_if_fail (LT_IS_TIMELINE_PRINT_DIALOG (self) && self->pages != NULL, FALSE);

  page = lt_page_preview_get_page (self->preview);
  if (g_str_has_suffix (lower, ".svg"))
    bytes = lt_render_svg (self->pages, page, error);
  else if (g_str_has_suffix (lower, ".png"))
    bytes = lt_render_png (self->pages, page, PIXELS_PER_POINT, error);
  else if (g_str_has_suffix (lower, ".xlsx"))
    bytes = write_workbook (self, error);
  else
    bytes = lt_render_pdf (self->pages, error);
  return bytes != NULL && lt_output_replace (path, bytes, error);
}
