/* SPDX-License-Identifier: MIT */
#pragma once

#include "plan/lt-plan.h"

G_BEGIN_DECLS

/* The "(Kèm theo Kế hoạch số …/KH-… ngày … của …)" line of an appendix, as the
 * plan has it or, where it has none, made from number, day and issuer.
 *
 * On an electronic document the number and the day stay blank, with room for
 * the stamp (Nghị định 30/2020/NĐ-CP, Phụ lục III, 1.c): blanks are no-break
 * spaces, so folding white space gives the words back. With @filled, what the plan
 * knows stands in its place and what it does not know stays blank; a number or
 * day that the line itself names is kept. (transfer full) */
char *lt_attachment_line_dup (LtPlan *plan, gboolean filled);

G_END_DECLS
