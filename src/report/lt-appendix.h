/* SPDX-License-Identifier: MIT */
#pragma once

#include "plan/lt-plan.h"
#include "report/lt-table.h"

G_BEGIN_DECLS

typedef struct {
  gboolean filled;   /* number and day of the document put in, not left blank for the stamp */
  LtMargins margins;
  double body_size;  /* 12 or 13 points; 0 for 13 */
  gboolean justified; /* "bản trình": a column at the right says why, for those who sign */
} LtAppendixOptions;

/* The official appendix (Nghị định 30/2020/NĐ-CP, Phụ lục III): head, six columns,
 * each outcome in a row of its own under merged cells. @options may be NULL.
 * The words of the document are Vietnamese whatever the interface's language is. */
LtTable *lt_appendix_build (LtPlan *plan, const LtAppendixOptions *options);

/* "Mô hình", "Kết quả cần đạt được", …: the column titles that other reports share. */
typedef enum {
  LT_APPENDIX_NUMBER,
  LT_APPENDIX_NAME,
  LT_APPENDIX_OUTCOME,
  LT_APPENDIX_DEADLINE,
  LT_APPENDIX_LEAD,
  LT_APPENDIX_COORDINATION,
  LT_APPENDIX_N_COLUMNS,
} LtAppendixColumn;

const char *lt_appendix_get_column_title (LtAppendixColumn column);

G_END_DECLS
