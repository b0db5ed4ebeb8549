/* SPDX-License-Identifier: MIT */
#include "plan/lt-deadline.h"

LtDeadline *
lt_deadline_parse (const char *text, const LtDeadlineContext *context)
{
  LtDeadline *deadline = g_new0 (LtDeadline, 1);

  deadline->kind = text == NULL || *text == '\0' ? LT_DEADLINE_EMPTY : LT_DEADLINE_UNKNOWN;
  deadline->start = deadline->end = deadline->strict_end = LT_DAY_NONE;
  return deadline;
}
