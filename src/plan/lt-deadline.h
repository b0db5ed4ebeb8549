/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

#include "text/lt-date.h"

G_BEGIN_DECLS

typedef enum {
  LT_DEADLINE_EMPTY,    /* no words */
  LT_DEADLINE_DEADLINE, /* a last day */
  LT_DEADLINE_RANGE,
  LT_DEADLINE_MONTH,
  LT_DEADLINE_QUARTER,
  LT_DEADLINE_YEAR,
  LT_DEADLINE_ONGOING,  /* thường xuyên */
  LT_DEADLINE_PERIODIC, /* hằng tháng */
  LT_DEADLINE_RELATIVE, /* kể từ ngày ban hành, khi có hướng dẫn */
  LT_DEADLINE_UNKNOWN,  /* words that were not understood */
} LtDeadlineKind;

/* What the words of a deadline mean. Days are inclusive, as they are named. */
typedef struct {
  LtDeadlineKind kind;
  LtDay start;      /* LT_DAY_NONE where open */
  LtDay end;        /* the day named; LT_DAY_NONE where open */
  LtDay strict_end; /* "trước ngày D" read as D-1; else the same as end */
  /* Periodic work: every period_count units ('d', 'w', 'm', 'q', 'y'); 0 elsewhere. */
  int period_count;
  char period_unit;
  gboolean then_ongoing; /* "… và duy trì thường xuyên" stands behind the deadline */
  gboolean year_assumed; /* the words name no year; the context's was taken */
  GArray *milestones;    /* (element-type LtDay): interim days named; NULL if none */
} LtDeadline;

/* What the words lean on. */
typedef struct {
  int year;     /* the plan's year, 0 if unknown */
  LtDay issued; /* LT_DAY_NONE if not issued */
} LtDeadlineContext;

/* Never fails: what is not understood is LT_DEADLINE_UNKNOWN. @text and @context may be NULL. */
LtDeadline *lt_deadline_parse         (const char *text, const LtDeadlineContext *context);
LtDeadline *lt_deadline_copy          (const LtDeadline *deadline);
void        lt_deadline_free          (LtDeadline *deadline);
/* "deadline", "range", …: the name in files and in JSON. */
const char *lt_deadline_kind_get_nick (LtDeadlineKind kind);
/* A translated sentence for the form: "Hạn 31/12/2024", "Từ 01/10/2024 đến 30/6/2025". */
char       *lt_deadline_dup_meaning   (const LtDeadline *deadline, gboolean strict);
/* The day that counts as due under one reading; LT_DAY_NONE if there is none. */
LtDay       lt_deadline_get_due       (const LtDeadline *deadline, gboolean strict);
/* Official wording for a span: "trước ngày …" is never written; "đến ngày 31/12/2024",
 * "từ ngày … đến ngày …", "tháng 10/2024", "quý IV/2024", "năm 2024" where the span is just that. */
char       *lt_deadline_dup_words     (LtDay start, LtDay end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LtDeadline, lt_deadline_free)

G_END_DECLS
