/* SPDX-License-Identifier: MIT */
#pragma once

#include "chart/lt-timeline-page.h"
#include "plan/lt-book.h"

/* Drafts to draw. Whatever is added goes behind what is there; borrowed. */

LtBook       *fixture_new_book       (int year, const char *issued);
LtPlan       *fixture_get_plan       (LtBook *book);
LtInitiative *fixture_add_initiative (LtPlan *plan, const char *name);
LtAssignment *fixture_add_assignment (LtInitiative *initiative, const char *lead, const char *deadline);
LtOutcome    *fixture_add_outcome    (LtAssignment *assignment, const char *label, const char *words);
/* Any field, in the form of files. */
void          fixture_set            (gpointer item, const char *field, const char *value);
/* @n_rows rows: initiatives with an assignment and an outcome each, due month by
 * month over @n_years from 2024 on. */
LtBook       *fixture_new_long_book  (guint n_rows, guint n_years);

#define DAY(iso) lt_day_from_iso (iso)
