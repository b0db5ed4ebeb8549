/* SPDX-License-Identifier: MIT */
#include "app/lt-export-job.h"

#include <string.h>

#include "exchange/lt-json.h"
#include "exchange/lt-output.h"

typedef struct {
  char *json;
  gsize length;
  LtExportOptions options;
  char *agency;
  GStrv agencies;
  char *path;
  LtJobProgress progress;
  gpointer data; /* of @progress */
} WriteJob;

static void
free_write_job (gpointer data)
{
  WriteJob *job = data;

  g_free (job->json);
  g_free (job->agency);
  g_strfreev (job->agencies);
  g_free (job->path);
  g_free (job);
}

static void
lay_out (GTask *task, gpointer source, gpointer tables, GCancellable *cancellable)
{
  g_task_return_pointer (task, lt_export_lay_out (tables), g_object_unref);
}

void
lt_export_job_lay_out_async (LtBook *book, const LtExportOptions *options, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  g_autoptr (GError) error = NULL;
  GPtrArray *tables = lt_export_build (book, options, &error);

  if (tables == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  g_task_set_task_data (task, tables, (GDestroyNotify) g_ptr_array_unref);
  g_task_run_in_thread (task, lay_out);
}

LtPages *
lt_export_job_lay_out_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
write_file (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  WriteJob *job = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LtBook) copy = lt_json_parse_book (job->json, (gssize) job->length, &error);
  const char *suffix = strrchr (job->path, '.');
  g_autoptr (GBytes) bytes = copy ? lt_export (copy, &job->options, suffix ? suffix + 1 : "", &error) : NULL;

  if (g_task_return_error_if_cancelled (task))
    return;
  if (bytes && lt_output_replace (job->path, bytes, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static WriteJob *
new_write_job (LtBook *book, const LtExportOptions *options, const char *path)
{
  WriteJob *job = g_new0 (WriteJob, 1);

  job->json = lt_json_dup_book (book, &job->length);
  job->options = *options;
  job->options.agency = job->agency = g_strdup (options->agency);
  job->agencies = g_strdupv ((char **) options->agencies);
  job->options.agencies = (const char *const *) job->agencies;
  job->path = g_strdup (path);
  return job;
}

void
lt_export_job_write_async (LtBook *book, const LtExportOptions *options, const char *path,
                           GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_task_set_task_data (task, new_write_job (book, options, path), free_write_job);
  g_task_run_in_thread (task, write_file);
}

gboolean
lt_export_job_write_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static gboolean
made_one (guint n_done, guint n_files, gpointer data)
{
  GTask *task = data;
  WriteJob *job = g_task_get_task_data (task);

  lt_job_step_tell (task, n_done, n_files, NULL, job->progress, job->data);
  return !g_cancellable_is_cancelled (g_task_get_cancellable (task));
}

static void
write_folder (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  WriteJob *job = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LtBook) copy = lt_json_parse_book (job->json, (gssize) job->length, &error);
  g_autoptr (GPtrArray) written = NULL;

  if (copy && lt_export_to_folder (copy, &job->options, "xlsx", job->path, made_one, task, &written, &error))
    g_task_return_int (task, written->len);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
lt_export_job_write_folder_async (LtBook *book, const LtExportOptions *options, const char *folder,
                                  GCancellable *cancellable, LtJobProgress progress,
                                  GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  WriteJob *job = new_write_job (book, options, folder);

  /* Files that are there stay told of, even if somebody stops at the last moment. */
  g_task_set_check_cancellable (task, FALSE);
  job->progress = progress;
  job->data = data;
  g_task_set_task_data (task, job, free_write_job);
  g_task_run_in_thread (task, write_folder);
}

guint
lt_export_job_write_folder_finish (GAsyncResult *result, GError **error)
{
  gssize n = g_task_propagate_int (G_TASK (result), error);

  return n > 0 ? (guint) n : 0;
}
