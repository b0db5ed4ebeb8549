/* SPDX-License-Identifier: MIT */
#pragma once

#include "plan/lt-plan.h"
#include "report/lt-table.h"

G_BEGIN_DECLS

/* What the collection form that goes out and the reader of what comes back agree on. Whoever
 * changes a title or the order in the fingerprint raises LT_FORM_VERSION: forms that
 * are under way come back as they went out. */
#define LT_FORM_VERSION 1

#define LT_FORM_SHEET "Biểu thu thập"
#define LT_FORM_TARGET_SHEET "Chỉ tiêu"
#define LT_FORM_HELP_SHEET "Hướng dẫn"
#define LT_FORM_FINGERPRINT_SHEET "_lotrinh"

/* In front of the cells of the head that are filled in or say who fills in. */
#define LT_FORM_DAY_LABEL "Ngày báo cáo:"
#define LT_FORM_AGENCY_LABEL "Đơn vị báo cáo:"

typedef enum {
  /* As issued. */
  LT_FORM_NUMBER,
  LT_FORM_NAME,
  LT_FORM_OUTCOMES,
  LT_FORM_DEADLINE,
  LT_FORM_LEAD,
  LT_FORM_COORDINATION,
  /* Filled in; each is a field of LtReport. */
  LT_FORM_STATE,
  LT_FORM_PERCENT,
  LT_FORM_RESULTS,
  LT_FORM_DIFFICULTIES,
  LT_FORM_PROPOSALS,
  LT_FORM_EVIDENCE_NUMBER,
  LT_FORM_EVIDENCE_DAY,
  LT_FORM_REPORTER,
  /* Which row it is, wherever the line has gone. */
  LT_FORM_CODE,
  LT_FORM_N_COLUMNS,
} LtFormColumn;

#define LT_FORM_FIRST_ANSWER LT_FORM_STATE
#define LT_FORM_N_ANSWERS (LT_FORM_CODE - LT_FORM_STATE)

/* The sheet of targets. */
typedef enum {
  LT_FORM_TARGET_PLACE,
  LT_FORM_TARGET_OUTCOME,
  LT_FORM_TARGET_NAME,
  LT_FORM_TARGET_GOAL,
  LT_FORM_TARGET_DUE,
  LT_FORM_TARGET_VALUE, /* filled in, and the next two */
  LT_FORM_TARGET_DAY,
  LT_FORM_TARGET_NOTE,
  LT_FORM_TARGET_CODE,
  LT_FORM_TARGET_N_COLUMNS,
} LtFormTargetColumn;

typedef struct {
  const char *title;
  double share;
  LtAlign align;
  const char *field;     /* of LtReport or LtMeasurement; NULL for what is as issued */
  const LtEntry *entry;  /* the same */
} LtFormColumnInfo;

const LtFormColumnInfo *lt_form_column_get_info        (LtFormColumn column);
const LtFormColumnInfo *lt_form_target_column_get_info (LtFormTargetColumn column);
/* Whoever only coordinates a row tells what it did, and not how far the whole is. */
gboolean                lt_form_takes_coordinator      (LtFormColumn column);
/* The day in the head. */
const LtEntry          *lt_form_get_day_entry          (void);

/* An id as thirteen letters and digits that are not mistaken for each other, and back: 0 for
 * what is none, in any case. (transfer full) */
char    *lt_form_dup_code     (gint64 id);
gint64   lt_form_read_code    (const char *code);

/* What tells whether a text is the one that it was: empty for an empty one. (transfer full) */
char    *lt_form_dup_hash     (const char *text);
/* Of all the words that a form shows of a row as issued. (transfer full) */
char    *lt_form_dup_words_hash (LtAssignment *assignment);
/* What a form shows in a column of what was issued. (transfer full) */
char    *lt_form_dup_words    (LtAssignment *assignment, LtFormColumn column);

/* The fingerprint: a sheet that is not shown. Its first line says what the form is, the others
 * what each row was when it went out. Cells of the first line: */
#define LT_FORM_MAGIC "lotrinh-form"
typedef enum {
  LT_FORM_PRINT_MAGIC,
  LT_FORM_PRINT_VERSION,
  LT_FORM_PRINT_PLAN, /* code of its id; it is random, so it tells the file as well */
  LT_FORM_PRINT_AGENCY_ID, /* code, or empty */
  LT_FORM_PRINT_AGENCY,
  LT_FORM_PRINT_MADE, /* ISO day */
} LtFormPrintColumn;

/* Cells of the line of a row: "row" or "target", then */
#define LT_FORM_PRINT_ROW "row"
#define LT_FORM_PRINT_TARGET "target"
typedef enum {
  LT_FORM_PRINT_KIND,
  LT_FORM_PRINT_CODE,
  LT_FORM_PRINT_ROLE,   /* "lead" or "coordinate" */
  LT_FORM_PRINT_WORDS,  /* lt_form_dup_words_hash() */
  LT_FORM_PRINT_REPORT, /* code of the newest report, or empty */
  LT_FORM_PRINT_FIRST_ANSWER, /* hash of each answer, as stored then */
  LT_FORM_PRINT_N_COLUMNS = LT_FORM_PRINT_FIRST_ANSWER + LT_FORM_N_ANSWERS,
} LtFormPrintRowColumn;

G_END_DECLS
