/* SPDX-License-Identifier: MIT */
#pragma once

#include "app/lt-application.h"
#include "store/lt-document.h"

G_BEGIN_DECLS

/* One file in a window, or the start page while there is none. */
#define LT_TYPE_WINDOW (lt_window_get_type ())
G_DECLARE_FINAL_TYPE (LtWindow, lt_window, LT, WINDOW, AdwApplicationWindow)

LtWindow   *lt_window_new           (LtApplication *application);
/* NULL on the start page. */
LtDocument *lt_window_get_document  (LtWindow *self);
LtPlan     *lt_window_get_plan      (LtWindow *self);
/* Opens the file; on failure the start page stays and a dialog says why. */
void        lt_window_open          (LtWindow *self, const char *path);
/* Makes @item visible on the page that shows such items. */
void        lt_window_reveal        (LtWindow *self, LtItem *item);

G_END_DECLS
