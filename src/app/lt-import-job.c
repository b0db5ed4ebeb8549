/* SPDX-License-Identifier: MIT */
#include "app/lt-import-job.h"

#include "exchange/lt-reader.h"

typedef struct {
  char *path;
  GBytes *bytes;
  char *name;
  LtRegistry *registry;
} ReadJob;

static void
free_read_job (gpointer data)
{
  ReadJob *job = data;

  g_free (job->path);
  g_clear_pointer (&job->bytes, g_bytes_unref);
  g_free (job->name);
  g_clear_object (&job->registry);
  g_free (job);
}

static void
read_source (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  ReadJob *job = data;
  GError *error = NULL;
  g_autoptr (LtReading) reading = job->path != NULL
                                      ? lt_reader_read_file (job->path, cancellable, &error)
                                      : lt_reader_read_bytes (job->bytes, job->name, cancellable, &error);

  if (reading == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, lt_table_import_new (reading, job->registry),
                           (GDestroyNotify) lt_table_import_free);
}

void
lt_import_job_read_async (const char *path, GBytes *bytes, const char *name, LtRegistry *registry,
                          GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  ReadJob *job = g_new0 (ReadJob, 1);

  job->path = g_strdup (path);
  job->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  job->name = g_strdup (name);
  job->registry = registry != NULL ? lt_import_copy_registry (registry) : NULL;
  g_task_set_task_data (task, job, free_read_job);
  g_task_run_in_thread (task, read_source);
}

LtTableImport *
lt_import_job_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
make_draft (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, lt_table_import_make_draft (data), (GDestroyNotify) lt_import_draft_free);
}

void
lt_import_job_draft_async (LtTableImport *import, GCancellable *cancellable, GAsyncReadyCallback callback,
                           gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_task_set_task_data (task, import, NULL);
  g_task_run_in_thread (task, make_draft);
}

LtImportDraft *
lt_import_job_draft_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
