/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* "Quý II", "T3", "Năm 2026" over a column that is ticked: the words of the period, with the
 * year that @upper names where @heading has none. Under "Quý" and "Tháng" (@upper) bare numbers
 * are periods, too. NULL where it is no period. (transfer full) */
char    *lt_import_period_dup  (const char *upper, const char *heading);

/* "x", "✓": somebody marks a cell. */
gboolean lt_import_is_tick     (const char *text);

G_END_DECLS
