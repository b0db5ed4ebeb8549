/* SPDX-License-Identifier: MIT */
#pragma once

#include <gtk/gtk.h>

#include "text/lt-date.h"

G_BEGIN_DECLS

/* A button that shows a day and lets another one be picked or typed. Properties: "day"
 * (int; LT_DAY_NONE for none), with notify; to be set once: "title", what the day is,
 * for a screen reader; "none-title", what the button says without a day; "none-action",
 * the label of the way to have none; "day-format", what surrounds the day: "As of %s". */
#define LT_TYPE_DAY_BUTTON (lt_day_button_get_type ())
G_DECLARE_FINAL_TYPE (LtDayButton, lt_day_button, LT, DAY_BUTTON, GtkWidget)

LtDay lt_day_button_get_day (LtDayButton *self);
void  lt_day_button_set_day (LtDayButton *self, LtDay day);

G_END_DECLS
