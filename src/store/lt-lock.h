/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The one writer of a file. A small file beside it carries an operating-system
 * lock, which a crash drops by itself, and says who holds it. */
typedef struct _LtLock LtLock;

/* NULL with an error: LT_DOCUMENT_ERROR_READ_ONLY, the message saying who holds
 * the file (or why no lock can be had). */
LtLock *lt_lock_take (const char *path, GError **error);
void    lt_lock_free (LtLock *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LtLock, lt_lock_free)

G_END_DECLS
