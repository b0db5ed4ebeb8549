/* SPDX-License-Identifier: MIT */
#pragma once

#include "chart/lt-page.h"
#include "exchange/lt-exchange-error.h"
#include "plan/lt-book.h"
#include "report/lt-paper.h"

G_BEGIN_DECLS

/* The one list of what can leave a file and in which form: interface and
 * command line both ask it. */

typedef struct {
  const char *report; /* "appendix", …; NULL for the first */
  guint plan;         /* from 1; 0 for the first */
  gboolean filled;    /* number and day of the document put in */
  LtDay as_of;        /* LT_DAY_NONE for today */
  LtDay from;         /* the period reported on; LT_DAY_NONE for one that is open */
  LtDay to;           /* LT_DAY_NONE for the as-of day */
  gboolean justified; /* "bản trình", with a column of reasons, not "bản phát hành" */
  const char *agency; /* for reports about one; NULL for none */
  LtMargins margins;
  double body_size;   /* points; 0 for the report's own */
  gboolean names_today; /* agencies as those that do their work on the as-of day, where they are counted */
  int soon_days;      /* how many days before it is due a row counts as due soon; 0 for LT_DUE_SOON_DAYS */
  gboolean coordinated; /* rows that the agency coordinates, too */
  LtDay return_by;      /* when a form is wanted back; LT_DAY_NONE says nothing of it */
  const char *const *agencies; /* of a folder of files: those of these agencies alone, named as
                                * lt_form_list_recipients() names them; NULL for all */
} LtExportOptions;

#define LT_EXPORT_OPTIONS_INIT \
  { NULL, 0, FALSE, LT_DAY_NONE, LT_DAY_NONE, LT_DAY_NONE, FALSE, NULL, LT_MARGINS_DECREE, 0, FALSE, 0, FALSE, \
    LT_DAY_NONE, NULL }

/* Which of the options a report heeds, beside the plan. */
typedef enum {
  LT_REPORT_TAKES_FILLED = 1 << 0,
  LT_REPORT_TAKES_AS_OF = 1 << 1,
  LT_REPORT_TAKES_PERIOD = 1 << 2,
  LT_REPORT_TAKES_AGENCY = 1 << 3,
  LT_REPORT_NEEDS_AGENCY = 1 << 4, /* it is about one, and about nothing without it */
  LT_REPORT_TAKES_JUSTIFIED = 1 << 5,
  LT_REPORT_TAKES_MARGINS = 1 << 6,
  LT_REPORT_TAKES_COORDINATED = 1 << 7,
  LT_REPORT_TAKES_NAMES = 1 << 8, /* it counts agencies; others show the words as issued */
} LtReportTakes;

typedef struct {
  const char *name;
  const char *title;   /* msgid */
  const char *summary; /* msgid: what it is for, a sentence */
  LtReportTakes takes;
  const char *file_prefix; /* before the agency's name, where there is a file for each; or NULL */
} LtReportInfo;

/* Names of the reports, and of the kinds of file, ended by NULL. Static. */
const char *const *lt_export_list_reports  (void);
const char *const *lt_export_list_suffixes (void);

/* By its name; NULL names the first. Static; NULL with LT_EXCHANGE_ERROR_CHOICE, which
 * lists the names there are. */
const LtReportInfo *lt_export_get_report   (const char *name, GError **error);

/* A report's tables: documents, and lists that stand behind them in a workbook.
 * (element-type LtTable) (transfer full), NULL with LT_EXCHANGE_ERROR */
GPtrArray *lt_export_build   (LtBook *book, const LtExportOptions *options, GError **error);
/* What is printed of such tables: all documents, or where there are none the first
 * list. May run in any thread, and take long. */
LtPages   *lt_export_lay_out (GPtrArray *tables);
/* The bytes of a file. @suffix: "xlsx", "pdf", "csv", "json", "ics", in any case; JSON
 * and calendar are the whole book, whatever @options say; "dot" and "graphml" are the plan's
 * coordination graph. NULL with LT_EXCHANGE_ERROR or LT_CHART_ERROR. */
GBytes  *lt_export         (LtBook *book, const LtExportOptions *options, const char *suffix,
                            GError **error);
/* Told before each file; FALSE ends the export there, and nothing is written. */
typedef gboolean (*LtExportProgress) (guint n_done, guint n_files, gpointer data);
/* One file for each agency that leads a row (or is named, with "coordinated"), named after it,
 * in @folder, which is made if it is not there. For reports that take an agency. All are
 * made before the first is put in its place; each replaces what has its name.
 * @progress: (nullable). @written: (out) (optional) (element-type utf8) (transfer full):
 * the names of the files, in order. */
gboolean lt_export_to_folder (LtBook *book, const LtExportOptions *options, const char *suffix,
                              const char *folder, LtExportProgress progress, gpointer data,
                              GPtrArray **written, GError **error);
/* The names of the files that the export to a folder would write. (element-type utf8)
 * (transfer full), NULL with LT_EXCHANGE_ERROR */
GPtrArray *lt_export_list_file_names (LtBook *book, const LtExportOptions *options, const char *suffix, GError **error);
/* Takes the suffix from @path (file name encoding) and replaces that file whole. */
gboolean lt_export_to_file (LtBook *book, const LtExportOptions *options, const char *path,
                            GError **error);

G_END_DECLS
