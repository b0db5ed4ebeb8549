/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

#include "text/lt-date.h"

G_BEGIN_DECLS

/* Days that the words of a result set for themselves: "từ ngày 01/10/2024 đến
 * ngày 30/6/2025", "(trong quý IV năm 2024)". */
typedef struct {
  LtDay start; /* LT_DAY_NONE where only an end is named */
  LtDay end;
} LtNamedDays;

/* Running text names days for many reasons, so only those count that say until
 * when: behind "trước", "đến", "trong", "chậm nhất", "hoàn thành", or in parentheses.
 * Days of documents ("Quyết định số … ngày …") and days without a year do not.
 * Returns: (transfer full) (nullable) (element-type LtNamedDays) in the order of
 * the words; NULL for none */
GArray *lt_outcome_days_scan (const char *words);

G_END_DECLS
