/* SPDX-License-Identifier: MIT */
#pragma once

#include "exchange/lt-exchange-error.h"
#include "plan/lt-book.h"
#include "report/lt-paper.h"

G_BEGIN_DECLS

/* The one list of what can leave a file and in which form: interface and
 * command line both ask it. */

typedef struct {
  const char *report; /* "appendix", "flat"; NULL for the appendix */
  guint plan;         /* from 1; 0 for the first */
  gboolean filled;    /* number and day of the document put in */
  LtDay as_of;        /* LT_DAY_NONE for today */
  const char *agency; /* for reports about one; NULL for none */
  LtMargins margins;
  double body_size;   /* points; 0 for the report's own */
} LtExportOptions;

#define LT_EXPORT_OPTIONS_INIT { NULL, 0, FALSE, LT_DAY_NONE, NULL, LT_MARGINS_DECREE, 0 }

/* Names of the reports, and of the kinds of file, ended by NULL. Static. */
const char *const *lt_export_list_reports  (void);
const char *const *lt_export_list_suffixes (void);

/* The bytes of a file. @suffix: "xlsx", "pdf", "csv", "json", "ics", in any case; JSON
 * and calendar are the whole book, whatever @options say. NULL with LT_EXCHANGE_ERROR or LT_CHART_ERROR. */
GBytes  *lt_export         (LtBook *book, const LtExportOptions *options, const char *suffix,
                            GError **error);
/* Takes the suffix from @path (file name encoding) and replaces that file whole. */
gboolean lt_export_to_file (LtBook *book, const LtExportOptions *options, const char *path,
                            GError **error);

G_END_DECLS
