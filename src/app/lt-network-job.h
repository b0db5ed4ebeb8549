/* SPDX-License-Identifier: MIT */
#pragma once

#include "chart/lt-matrix.h"
#include "chart/lt-network.h"

G_BEGIN_DECLS

/* Who works with whom, as both drawings show it. */
typedef struct {
  LtCoordinationGraph *graph;
  LtNetwork *network;
  LtMatrix *matrix;
} LtNetworkDrawing;

void              lt_network_drawing_free    (LtNetworkDrawing *self);

/* Places the boxes in a thread; @text is needed for the words, which are measured at once. */
void              lt_network_job_draw_async  (LtCoordinationGraph *graph, LtArrangement arrangement, LtMatrixOrder order,
                                              LtChartText *text, GCancellable *cancellable,
                                              GAsyncReadyCallback callback, gpointer data);
/* To be called by @callback whatever has happened. (transfer full), NULL if it was cancelled. */
LtNetworkDrawing *lt_network_job_draw_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LtNetworkDrawing, lt_network_drawing_free)

G_END_DECLS
