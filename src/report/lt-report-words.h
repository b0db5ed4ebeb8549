/* SPDX-License-Identifier: MIT */
#pragma once

#include "plan/lt-plan.h"
#include "plan/lt-report.h"
#include "plan/lt-status.h"
#include "plan/lt-target-progress.h"
#include "report/lt-table.h"

G_BEGIN_DECLS

/* What reports on the progress of a plan have in common. The words of these documents
 * are Vietnamese whatever the interface's language is. */

typedef struct {
  LtDay as_of;
  int soon_days;
  LtDay from;      /* the period; LT_DAY_NONE where it is open */
  LtDay to;        /* LT_DAY_NONE for the as-of day */
  gboolean filled; /* number and day of the document put in, as far as they are known */
  LtMargins margins;
  double body_size; /* points; 0 for the report's own */
} LtProgressOptions;

/* A landscape A4 document with its head: "Phụ lục", the two titles, "(Kèm theo Báo cáo …)"
 * with blanks for number and day, and @lines in italics below. @document: "Báo cáo",
 * "Công văn", with the sign behind its number ("BC", ""). Columns come before it. */
LtTable *_lt_progress_table_new  (const char *name, const LtProgressOptions *options, double body_size);
void     _lt_progress_add_head   (LtTable *table, LtPlan *plan, const char *title, const char *document,
                                  const char *sign, const LtProgressOptions *options,
                                  const char *const *lines);
/* "Từ ngày 01/10/2024 đến ngày 31/12/2024", "Số liệu đến ngày 31/12/2024". */
char    *_lt_progress_dup_period (const LtProgressOptions *options);
/* The last day of the period, or the as-of day. */
LtDay    _lt_progress_get_end    (const LtProgressOptions *options);

/* "Đang thực hiện (60%), quá hạn 12 ngày" */
char    *_lt_words_dup_status    (const LtStatus *status, LtDay as_of);
/* "quá hạn 12 ngày", "còn 3 ngày", "trễ hạn 5 ngày"; empty where there is nothing to say. */
char    *_lt_words_dup_time      (const LtStatus *status, LtDay as_of);
/* "Đang thực hiện": a state at the beginning of a sentence. */
char    *_lt_words_dup_capital   (const char *words);
/* "Tỷ lệ hồ sơ: đạt 87 % (chỉ tiêu: từ 95 % trở lên)". */
char    *_lt_words_dup_target    (LtTarget *target, const LtTargetProgress *progress);
/* "(Báo cáo số 12/BC-SYT ngày 15/10/2024)"; empty without evidence. */
char    *_lt_words_dup_evidence  (LtReport *report);

G_END_DECLS
