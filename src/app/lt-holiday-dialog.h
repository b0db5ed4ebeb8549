/* SPDX-License-Identifier: MIT */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* One line of the holidays of one's own: its days, its name, and whether people work on
 * them. Signal "accepted" with the line as lt_calendar_new() takes it. */
#define LT_TYPE_HOLIDAY_DIALOG (lt_holiday_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LtHolidayDialog, lt_holiday_dialog, LT, HOLIDAY_DIALOG, AdwWindow)

/* @entry: the line to change, or NULL for a new one. */
GtkWidget *lt_holiday_dialog_new (const char *entry);

G_END_DECLS
