/* SPDX-License-Identifier: MIT */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Told in the main context of whoever began a job, before each file that it reads or writes.
 * @name: of the file, to be shown; NULL where it has none yet. */
typedef void (*LtJobProgress) (guint n_done, guint n_files, const char *name, gpointer data);

/* From the thread of @task; nothing is told once the task has ended or was cancelled. */
void lt_job_step_tell (GTask *task, guint n_done, guint n_files, const char *name,
                       LtJobProgress progress, gpointer data);

G_END_DECLS
