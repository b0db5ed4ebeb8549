/* SPDX-License-Identifier: MIT */
#include "app/lt-chart-print-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/lt-feedback.h"
#include "app/lt-page-preview.h"
#include "app/lt-print.h"
#include "chart/lt-matrix-page.h"
#include "chart/lt-network-page.h"
#include "chart/lt-render.h"
#include "exchange/lt-output.h"

struct _LtChartPrintDialog
{
  AdwWindow parent_instance;

  LtNetwork *network; /* or */
  LtMatrix *matrix;
  LtPageHeading heading;
  char *path;
  LtPages *pages; /* NULL where these are impossible */

  AdwComboRow *paper;
  AdwComboRow *orientation;
  AdwComboRow *fit;
  GtkWidget *pages_row;
  GtkSpinButton *across;
  GtkSpinButton *down;
  GtkSwitch *mono;
  GtkLabel *text_size;
  GtkLabel *warning;
  LtPagePreview *preview;
  GtkLabel *page_label;
};

G_DEFINE_FINAL_TYPE (LtChartPrintDialog, lt_chart_print_dialog, ADW_TYPE_WINDOW)

/* Of an image: prints well. */
#define PIXELS_PER_POINT 2.0

static const struct {
  const char *title; /* msgid */
  LtPageFit fit;
  gboolean counted; /* so many pages as stand in the row below */
} fits[] = {
  { N_("All on one page"), LT_PAGE_FIT_EXACTLY, FALSE },
  { N_("One page wide, as many down as it takes"), LT_PAGE_FIT_WIDTH, FALSE },
  { N_("True size, as many pages as it takes"), LT_PAGE_FIT_TRUE, FALSE },
  { N_("At most so many pages"), LT_PAGE_FIT_AT_MOST, TRUE },
  { N_("Exactly so many pages"), LT_PAGE_FIT_EXACTLY, TRUE },
  { N_("One sheet as large as the drawing"), LT_PAGE_FIT_SHEET, FALSE },
};

static guint
get_fit (LtChartPrintDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->fit);

  return selected < G_N_ELEMENTS (fits) ? selected : 0;
}

static void
read_options (LtChartPrintDialog *self, LtPageOptions *options)
{
  guint fit = get_fit (self);
  double margin;

  lt_page_options_init (options);
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
}

static void
update_actions (LtChartPrintDialog *self)
{
  guint n_pages = lt_page_preview_get_n_pages (self->preview);
  guint page = lt_page_preview_get_page (self->preview);
  g_autofree char *text = g_strdup_printf (_("Page %u of %u"), page + 1, n_pages);
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_label_set_label (self->page_label, n_pages ? text : "");
  gtk_widget_action_set_enabled (widget, "print.previous-page", page > 0);
  gtk_widget_action_set_enabled (widget, "print.next-page", page + 1 < n_pages);
  gtk_widget_action_set_enabled (widget, "print.print", self->pages != NULL);
  gtk_widget_action_set_enabled (widget, "print.save", self->pages != NULL);
}

static void
show_size (LtChartPrintDialog *self, const char *problem)
{
  g_autofree char *warning = g_strdup (problem);
  g_autofree char *text = NULL;

  if (self->pages != NULL)
    {
      gboolean network = LT_IS_NETWORK_PAGES (self->pages);
      double points = network ? lt_network_pages_get_text_size (LT_NETWORK_PAGES (self->pages))
                              : lt_matrix_pages_get_text_size (LT_MATRIX_PAGES (self->pages));
      g_autofree char *size = g_strdup_printf ("%.1f", points);

      g_free (warning);
      warning = network ? lt_network_pages_dup_warning (LT_NETWORK_PAGES (self->pages))
                        : lt_matrix_pages_dup_warning (LT_MATRIX_PAGES (self->pages));
      /* Translators: %s is a number; pt are the points of type. */
      text = g_strdup_printf (_("Words on the paper: %s pt"), size);
    }
  gtk_label_set_label (self->text_size, text != NULL ? text : "");
  gtk_label_set_label (self->warning, warning != NULL ? warning : "");
  gtk_widget_set_visible (GTK_WIDGET (self->text_size), text != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->warning), warning != NULL);
}

/* Nothing is placed anew, so that no thread is needed. */
static void
update_pages (LtChartPrintDialog *self)
{
  g_autoptr (GError) error = NULL;
  LtPageOptions options;

  if (self->network == NULL && self->matrix == NULL)
    return;
  gtk_widget_set_visible (self->pages_row, fits[get_fit (self)].counted);
  read_options (self, &options);
  g_clear_object (&self->pages);
  self->pages = self->network != NULL ? lt_network_pages_new (self->network, &self->heading, &options, &error)
                                      : lt_matrix_pages_new (self->matrix, &self->heading, &options, &error);
  lt_page_preview_set_pages (self->preview, self->pages);
  show_size (self, error != NULL ? error->message : NULL);
  update_actions (self);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lt_print_pages (GTK_WINDOW (widget), LT_CHART_PRINT_DIALOG (widget)->pages);
}

static void
save_response_cb (GtkNativeDialog *native, int response, LtChartPrintDialog *self)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native));
  g_autofree char *path = file ? g_file_get_path (file) : NULL;
  g_autoptr (GError) error = NULL;

  if (response == GTK_RESPONSE_ACCEPT && path != NULL && !lt_chart_print_dialog_save (self, path, &error))
    lt_feedback_error (GTK_WIDGET (self), _("The file could not be written"), error);
  else if (response == GTK_RESPONSE_ACCEPT && path != NULL)
    {
      g_autofree char *text = g_strdup_printf (_("Exported to “%s”"), path);

      lt_feedback_toast (GTK_WIDGET (self), text);
    }
  g_object_unref (native);
}

static char *
dup_name (LtChartPrintDialog *self, const char *suffix)
{
  g_autofree char *name = g_path_get_basename (self->path);

  if (g_str_has_suffix (name, ".lotrinh"))
    name[strlen (name) - strlen (".lotrinh")] = '\0';
  /* Translators: the name of a file that holds the drawing of who works with whom: the plan's file, the ending */
  return g_strdup_printf (_("%s - coordination.%s"), name, suffix);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LtChartPrintDialog *self = LT_CHART_PRINT_DIALOG (widget);
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
  LtChartPrintDialog *self = LT_CHART_PRINT_DIALOG (widget);
  guint page = lt_page_preview_get_page (self->preview);

  lt_page_preview_set_page (self->preview, g_str_equal (name, "print.next-page") ? page + 1 : MAX (page, 1) - 1);
  update_actions (self);
}

static void
lt_chart_print_dialog_dispose (GObject *object)
{
  LtChartPrintDialog *self = LT_CHART_PRINT_DIALOG (object);

  g_clear_object (&self->pages);
  gtk_widget_dispose_template (GTK_WIDGET (self), LT_TYPE_CHART_PRINT_DIALOG);

  G_OBJECT_CLASS (lt_chart_print_dialog_parent_class)->dispose (object);
}

static void
lt_chart_print_dialog_finalize (GObject *object)
{
  LtChartPrintDialog *self = LT_CHART_PRINT_DIALOG (object);

  g_clear_pointer (&self->network, lt_network_unref);
  g_clear_pointer (&self->matrix, lt_matrix_unref);
  lt_page_heading_clear (&self->heading);
  g_free (self->path);

  G_OBJECT_CLASS (lt_chart_print_dialog_parent_class)->finalize (object);
}

static void
lt_chart_print_dialog_class_init (LtChartPrintDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lt_chart_print_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = lt_chart_print_dialog_finalize;

  g_type_ensure (LT_TYPE_PAGE_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lotrinh/LoTrinh/ui/lt-chart-print-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LtChartPrintDialog, paper);
  gtk_widget_class_bind_template_child (widget_class, LtChartPrintDialog, orientation);
  gtk_widget_class_bind_template_child (widget_class, LtChartPrintDialog, fit);
  gtk_widget_class_bind_template_child (widget_class, LtChartPrintDialog, pages_row);
  gtk_widget_class_bind_template_child (widget_class, LtChartPrintDialog, across);
  gtk_widget_class_bind_template_child (widget_class, LtChartPrintDialog, down);
  gtk_widget_class_bind_template_child (widget_class, LtChartPrintDialog, mono);
  gtk_widget_class_bind_template_child (widget_class, LtChartPrintDialog, text_size);
  gtk_widget_class_bind_template_child (widget_class, LtChartPrintDialog, warning);
  gtk_widget_class_bind_template_child (widget_class, LtChartPrintDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, LtChartPrintDialog, page_label);
  gtk_widget_class_bind_template_callback (widget_class, update_pages);
  gtk_widget_class_install_action (widget_class, "print.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "print.save", "s", save_action);
  gtk_widget_class_install_action (widget_class, "print.previous-page", NULL, page_action);
  gtk_widget_class_install_action (widget_class, "print.next-page", NULL, page_action);
}

static void
lt_chart_print_dialog_init (LtChartPrintDialog *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (fits); i++)
    gtk_string_list_append (titles, _(fits[i].title));
  adw_combo_row_set_model (self->fit, G_LIST_MODEL (titles));
  show_size (self, NULL);
  update_actions (self);
}

GtkWidget *
lt_chart_print_dialog_new (LtCoordinationGraph *graph, LtNetwork *network, LtMatrix *matrix, LtPlan *plan,
                           const char *subset, const char *path)
{
  LtChartPrintDialog *self = g_object_new (LT_TYPE_CHART_PRINT_DIALOG, NULL);

  self->network = network != NULL ? lt_network_ref (network) : NULL;
  self->matrix = matrix != NULL ? lt_matrix_ref (matrix) : NULL;
  self->path = g_strdup (path);
  lt_page_heading_init (&self->heading,
                        network != NULL ? "SƠ ĐỒ PHỐI HỢP GIỮA CÁC CƠ QUAN, ĐƠN VỊ"
                                        : "MA TRẬN PHỐI HỢP GIỮA CÁC CƠ QUAN, ĐƠN VỊ",
                        plan, subset, graph);
  update_pages (self);
  return GTK_WIDGET (self);
}

gboolean
lt_chart_print_dialog_save (LtChartPrintDialog *self, const char *path, GError **error)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);
  g_autoptr (GBytes) bytes = NULL;
  guint page;

  g_return_val_if_fail (LT_IS_CHART_PRINT_DIALOG (self) && self->pages != NULL, FALSE);

  page = lt_page_preview_get_page (self->preview);
  if (g_str_has_suffix (lower, ".svg"))
    bytes = lt_render_svg (self->pages, page, error);
  else if (g_str_has_suffix (lower, ".png"))
    bytes = lt_render_png (self->pages, page, PIXELS_PER_POINT, error);
  else
    bytes = lt_render_pdf (self->pages, error);
  return bytes != NULL && lt_output_replace (path, bytes, error);
}
