/* SPDX-License-Identifier: MIT */
#include "app/lt-collect-job.h"

typedef struct {
  GStrv paths;
  LtJobProgress progress;
  gpointer data;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  g_strfreev (job->paths);
  g_free (job);
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

static void
read_files (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  LtCollected *collected = g_new0 (LtCollected, 1);

  collected->forms = g_ptr_array_new_with_free_func ((GDestroyNotify) lt_returned_form_free);
  collected->unread = g_ptr_array_new_with_free_func ((GDestroyNotify) lt_form_problem_free);
  for (guint i = 0; job->paths[i] != NULL && !g_cancellable_is_cancelled (cancellable); i++)
    {
      g_autofree char *name = dup_name (job->paths[i]);
      g_autoptr (GError) error = NULL;
      LtReturnedForm *form;

      lt_job_step_tell (task, i, g_strv_length (job->paths), name, job->progress, job->data);
      form = lt_form_read_file (job->paths[i], cancellable, &error);
      if (form != NULL)
        g_ptr_array_add (collected->forms, form);
      else
        g_ptr_array_add (collected->unread,
                         lt_form_problem_new (LT_FORM_OBSTACLE, name, NULL, g_strdup (error->message)));
    }
  if (g_task_return_error_if_cancelled (task))
    lt_collected_free (collected);
  else
    g_task_return_pointer (task, collected, (GDestroyNotify) lt_collected_free);
}

void
lt_collect_job_read_async (const char *const *paths, GCancellable *cancellable, LtJobProgress progress,
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
