/* SPDX-License-Identifier: MIT */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The holidays of one's own among the settings: a row for each, to add, change and
 * remove. */
#define LT_TYPE_HOLIDAY_GROUP (lt_holiday_group_get_type ())
G_DECLARE_FINAL_TYPE (LtHolidayGroup, lt_holiday_group, LT, HOLIDAY_GROUP, AdwPreferencesGroup)

G_END_DECLS
