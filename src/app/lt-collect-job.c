/* SPDX-License-Identifier: MIT */
#include "app/lt-collect-job.h"

typedef struct {
  GStrv paths;
  LtCollectProgress progress;
  gpointer data;
} Job;

typedef struct {
  GTask *task;
  guint n_done;
} Step;

static void
free_job (gpointer data)
{
  Job *job = data;

  g_strfreev (job->paths);
  g_free (job);
}

static void
free_step (gpointer data)
{
  Step *step = data;

  g_object_unref (step->task);
  g_free (step);
}

void
lt_collected_free (LtCollected *self)
{
  g_ptr_array_unref (self->forms);
  g_ptr_array_unref (self->unread);
  g_free (self);
}

static char *
dup_name (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);

  return g_filename_display_name (name);
}

static gboolean
tell_cb (gpointer data)
{
  Step *step = data;
  Job *job = g_task_get_task_data (step->task);
  g_autofree char *name = dup_name (job->paths[step->n_done]);

  if (!g_task_get_completed (step->task) && !g_cancellable_is_cancelled (g_task_get_cancellable (step->task)))
    job->progress (step->n_done, g_strv_length (job->paths), name, job->data);
  return G_SOURCE_REMOVE;
}

static void
tell (GTask *task, guint n_done)
{
  Step *step = g_new0 (Step, 1);

  step->task = g_object_ref (task);
  step->n_done = n_done;
  g_main_context_invoke_full (g_task_get_context (task), G_PRIORITY_DEFAULT, tell_cb, step, free_step);
}

static void
read_files (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  LtCollected *collected = g_new0 (LtCollected, 1);

  collected->forms = g_ptr_array_new_with_free_func ((GDestroyNotify) lt_returned_form_free);
  collected->unread = g_ptr_array_new_with_free_func ((GDestroyNotify) lt_form_problem_free);
  for (guint i = 0; job->paths[i] != NULL && !g_cancellable_is_cancelled (cancellable); i++)
    {
      g_autoptr (GError) error = NULL;
      LtReturnedForm *form;

      tell (task, i);
      form = lt_form_read_file (job->paths[i], cancellable, &error);
      if (form != NULL)
        g_ptr_array_add (collected->forms, form);
      else
        {
          g_autofree char *name = dup_name (job->paths[i]);

          g_ptr_array_add (collected->unread,
                           lt_form_problem_new (LT_FORM_OBSTACLE, name, NULL, g_strdup (error->message)));
        }
    }
  if (g_task_return_error_if_cancelled (task))
    lt_collected_free (collected);
  else
    g_task_return_pointer (task, collected, (GDestroyNotify) lt_collected_free);
}

void
lt_collect_job_read_async (const char *const *paths, GCancellable *cancellable, LtCollectProgress progress,
                           GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Job *job = g_new0 (Job, 1);

  job->paths = g_strdupv ((char **) paths);
  job->progress = progress;
  job->data = data;
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, read_files);
}

LtCollected *
lt_collect_job_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
