/* SPDX-License-Identifier: MIT */
#pragma once

#include "app/lt-view.h"

G_BEGIN_DECLS

/* Who works with whom: the agencies as a network or as a matrix, their figures, and the
 * rows behind them. Properties, each an action of the group "network" as well: "shown", "network" or
 * "matrix"; "groups", whether groups that name nobody are drawn; "columns", leads at the
 * left; "by-name", the order of the matrix. "ready": what is drawn is what was asked for. */
#define LT_TYPE_NETWORK_VIEW (lt_network_view_get_type ())
G_DECLARE_FINAL_TYPE (LtNetworkView, lt_network_view, LT, NETWORK_VIEW, GtkWidget)

G_END_DECLS
