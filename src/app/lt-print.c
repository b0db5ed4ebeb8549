/* SPDX-License-Identifier: MIT */
#include "app/lt-print.h"

#include <glib/gi18n-lib.h>

#include "app/lt-export-job.h"
#include "app/lt-feedback.h"

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, LtPages *pages)
{
  lt_pages_draw_page (pages, (guint) page, gtk_print_context_get_cairo_context (context));
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, GtkWindow *parent)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  lt_feedback_error (GTK_WIDGET (parent), _("It could not be printed"), error);
}

static GtkPageSetup *
create_page_setup (LtPages *pages)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) known = NULL;
  GtkPaperSize *size;
  double width;
  double height;
  double shorter;
  double longer;

  lt_pages_get_page_size (pages, &width, &height);
  shorter = MIN (width, height);
  longer = MAX (width, height);
  /* A printer knows A4 and A3 by their names, not by their sizes. */
  if (ABS (shorter - 595) < 2 && ABS (longer - 842) < 2)
    size = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  else if (ABS (shorter - 842) < 2 && ABS (longer - 1191) < 2)
    size = gtk_paper_size_new (GTK_PAPER_NAME_A3);
  else
    size = gtk_paper_size_new_custom ("lotrinh", lt_pages_get_title (pages), shorter, longer,
                                      GTK_UNIT_POINTS);
  known = size;
  gtk_page_setup_set_paper_size (setup, known);
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                        : GTK_PAGE_ORIENTATION_PORTRAIT);
  return setup;
}

GtkPrintOperation *
lt_print_operation_new (LtPages *pages)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = create_page_setup (pages);

  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_n_pages (operation, (int) lt_pages_get_n_pages (pages));
  gtk_print_operation_set_job_name (operation, lt_pages_get_title (pages));
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, FALSE);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb), g_object_ref (pages),
                         (GClosureNotify) (void (*) (void)) g_object_unref, 0);
  return operation;
}

void
lt_print_pages (GtkWindow *parent, LtPages *pages)
{
  g_autoptr (GtkPrintOperation) operation = lt_print_operation_new (pages);

  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), parent, 0);
  /* The error comes with "done", too. */
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}

static void
laid_out_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWindow) parent = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LtPages) pages = lt_export_job_lay_out_finish (result, &error);

  if (pages == NULL)
    lt_feedback_error (GTK_WIDGET (parent), _("It could not be printed"), error);
  else if (gtk_widget_get_mapped (GTK_WIDGET (parent)))
    lt_print_pages (parent, pages);
}

void
lt_print_appendix (GtkWindow *parent, LtPlan *plan)
{
  LtExportOptions options = LT_EXPORT_OPTIONS_INIT;

  options.plan = lt_item_get_index (LT_ITEM (plan)) + 1;
  lt_export_job_lay_out_async (lt_item_get_ancestor (LT_ITEM (plan), LT_TYPE_BOOK), &options, NULL, laid_out_cb,
                               g_object_ref (parent));
}
