/* SPDX-License-Identifier: MIT */
#pragma once

#include <gtk/gtk.h>

#include "chart/lt-network.h"

G_BEGIN_DECLS

/* What the network says in words: all agencies, or the figures of the one that is picked with those
 * it works with, and the rows behind them. Signal "picked" (int node, int arrow): one of the
 * list was chosen; -1 for none. */
#define LT_TYPE_NETWORK_SIDE (lt_network_side_get_type ())
G_DECLARE_FINAL_TYPE (LtNetworkSide, lt_network_side, LT, NETWORK_SIDE, GtkWidget)

/* @graph, @network: NULL for none; @network of @graph, it need not be laid out. @node, @arrow: as of
 * lt_network_canvas_pick(). */
void  lt_network_side_show     (LtNetworkSide *self, LtCoordinationGraph *graph, LtNetwork *network, int node,
                                int arrow);
/* The rows that are listed, and the entries of the list above them. */
guint lt_network_side_get_n_rows (LtNetworkSide *self);
guint lt_network_side_get_n_entries (LtNetworkSide *self);
/* The keyboard goes on in the list of rows, if there are any. */
void  lt_network_side_focus_rows (LtNetworkSide *self);
/* As a click on that entry. */
void  lt_network_side_activate (LtNetworkSide *self, guint position);

G_END_DECLS
