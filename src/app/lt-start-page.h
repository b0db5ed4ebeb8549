/* SPDX-License-Identifier: MIT */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What a window shows while it holds no file: the files opened last, and the
 * ways to come by one. */
#define LT_TYPE_START_PAGE (lt_start_page_get_type ())
G_DECLARE_FINAL_TYPE (LtStartPage, lt_start_page, LT, START_PAGE, AdwBin)

/* @menu is the window's main menu. */
GtkWidget *lt_start_page_new (GMenuModel *menu);

G_END_DECLS
