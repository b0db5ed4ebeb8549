/* SPDX-License-Identifier: MIT */
#include "app/lt-job-step.h"

typedef struct {
  GTask *task;
  guint n_done;
  guint n_files;
  char *name;
  LtJobProgress progress;
  gpointer data;
} Step;

static void
free_step (gpointer data)
{
  Step *step = data;

  g_object_unref (step->task);
  g_free (step->name);
  g_free (step);
}

static gboolean
tell_cb (gpointer data)
{
  Step *step = data;

  if (!g_task_get_completed (step->task) && !g_cancellable_is_cancelled (g_task_get_cancellable (step->task)))
    step->progress (step->n_done, step->n_files, step->name, step->data);
  return G_SOURCE_REMOVE;
}

void
lt_job_step_tell (GTask *task, guint n_done, guint n_files, const char *name, LtJobProgress progress,
                  gpointer data)
{
  Step *step = g_new0 (Step, 1);

  step->task = g_object_ref (task);
  step->n_done = n_done;
  step->n_files = n_files;
  step->name = g_strdup (name);
  step->progress = progress;
  step->data = data;
  g_main_context_invoke_full (g_task_get_context (task), G_PRIORITY_DEFAULT, tell_cb, step, free_step);
}
