/* SPDX-License-Identifier: MIT */
#pragma once

#include <gtk/gtk.h>

#include "chart/lt-page-options.h"
#include "chart/lt-page.h"

G_BEGIN_DECLS

/* One laying out, done in a thread: all that it needs, copied. */
typedef struct _LtPrintJob LtPrintJob;

struct _LtPrintJob {
  LtPages *(*lay_out) (LtPrintJob *self, GError **error);
  void (*free) (LtPrintJob *self);
};

/* A way to lay a drawing on paper. */
typedef struct {
  const char *title; /* msgid */
  LtPageFit fit;
  gboolean counted;  /* so many pages as are asked for */
} LtPrintFit;

/* What a print dialog prints, with the options that nothing else has. Signal "changed": one of
 * these got another value, and the pages are out of date. */
#define LT_TYPE_PRINT_SUBJECT (lt_print_subject_get_type ())
G_DECLARE_DERIVABLE_TYPE (LtPrintSubject, lt_print_subject, LT, PRINT_SUBJECT, GObject)

struct _LtPrintSubjectClass {
  GObjectClass parent_class;

  const char *title;     /* msgid: of the dialog */
  const char *file_name; /* msgid: the plan's file, the ending */
  const LtPrintFit *fits;
  guint n_fits;
  gboolean has_workbook;

  void (*init_options) (LtPageOptions *options);
  /* The widget of the options; (transfer floating), NULL for none. */
  GtkWidget *(*create_widget) (LtPrintSubject *self);
  /* Reads the options. NULL with @error where one makes no sense. */
  LtPrintJob *(*create_job) (LtPrintSubject *self, const LtPageOptions *options, GError **error);
  GBytes *(*write_workbook) (LtPrintSubject *self, const LtPageOptions *options, GError **error);
};

void lt_print_subject_changed (LtPrintSubject *self);

G_END_DECLS
