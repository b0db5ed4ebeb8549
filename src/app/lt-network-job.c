/* SPDX-License-Identifier: MIT */
#include "app/lt-network-job.h"

void
lt_network_drawing_free (LtNetworkDrawing *self)
{
  lt_coordination_graph_unref (self->graph);
  lt_network_unref (self->network);
  lt_matrix_unref (self->matrix);
  g_free (self);
}

static void
lay_out (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (lt_network_lay_out (((LtNetworkDrawing *) data)->network, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
lt_network_job_draw_async (LtCoordinationGraph *graph, LtArrangement arrangement, LtMatrixOrder order,
                           LtChartText *text, GCancellable *cancellable, GAsyncReadyCallback callback,
                           gpointer data)
{
  LtNetworkDrawing *drawing = g_new0 (LtNetworkDrawing, 1);
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);

  drawing->graph = lt_coordination_graph_ref (graph);
  drawing->network = lt_network_new (graph, arrangement, text);
  drawing->matrix = lt_matrix_new (graph, order, text);
  /* Not the task's own: its last reference may go in the thread, that of a node's agency must not. */
  g_task_set_task_data (task, drawing, NULL);
  g_task_run_in_thread (task, lay_out);
}

LtNetworkDrawing *
lt_network_job_draw_finish (GAsyncResult *result, GError **error)
{
  g_autoptr (LtNetworkDrawing) drawing = g_task_get_task_data (G_TASK (result));

  return g_task_propagate_boolean (G_TASK (result), error) ? g_steal_pointer (&drawing) : NULL;
}
