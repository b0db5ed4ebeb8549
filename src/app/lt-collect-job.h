/* SPDX-License-Identifier: MIT */
#pragma once

#include "app/lt-job-step.h"
#include "exchange/lt-form-merge.h"

G_BEGIN_DECLS

/* Returned forms, read in a thread beside the window. */
typedef struct {
  GPtrArray *forms;  /* (element-type LtReturnedForm) */
  GPtrArray *unread; /* (element-type LtFormProblem): files that are no forms */
} LtCollected;

/* @paths: in the file name encoding. @data must live until @callback was called. */
void         lt_collect_job_read_async  (const char *const *paths, GCancellable *cancellable, LtJobProgress progress,
                                         GAsyncReadyCallback callback, gpointer data);
/* (transfer full); NULL when it was cancelled. */
LtCollected *lt_collect_job_read_finish (GAsyncResult *result, GError **error);
void         lt_collected_free          (LtCollected *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LtCollected, lt_collected_free)

G_END_DECLS
