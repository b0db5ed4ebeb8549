/* SPDX-License-Identifier: MIT */
#pragma once

#include "app/lt-view.h"

G_BEGIN_DECLS

/* The page "Tổng quan": how the plan stands. Every figure leads to its rows. */
#define LT_TYPE_OVERVIEW_VIEW (lt_overview_view_get_type ())
G_DECLARE_FINAL_TYPE (LtOverviewView, lt_overview_view, LT, OVERVIEW_VIEW, GtkWidget)

G_END_DECLS
