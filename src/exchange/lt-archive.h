/* SPDX-License-Identifier: MIT */
#pragma once

#include "exchange/lt-budget.h"

G_BEGIN_DECLS

/* A zip container (.xlsx, .docx) whose sender is not trusted. Parts are found by exact
 * name and inflated as a stream; nothing is ever unpacked to a file, so no name
 * of the archive becomes a path. Sizes are counted while inflating: what the headers
 * claim is not believed. */
typedef struct _LtArchive LtArchive;

/* One part being read. */
typedef struct _LtArchivePart LtArchivePart;

/* Refuses what is not a zip, is cut off, protected by a password, holds too many entries,
 * the same name twice or a name that climbs out of a folder. @budget is borrowed
 * and must outlive the result. */
LtArchive     *lt_archive_open       (GBytes *bytes, LtBudget *budget, GError **error);
void           lt_archive_free       (LtArchive *self);

gboolean       lt_archive_has_part   (LtArchive *self, const char *name);

/* NULL with LT_EXCHANGE_ERROR_FORMAT if there is no such part. */
LtArchivePart *lt_archive_open_part  (LtArchive *self, const char *name, GError **error);
/* How many bytes came, 0 at the end, -1 on error. A part that does not end as its
 * checksum says is an error. */
gssize         lt_archive_part_read  (LtArchivePart *self, char *buffer, gsize size, GError **error);
void           lt_archive_part_free  (LtArchivePart *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LtArchive, lt_archive_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LtArchivePart, lt_archive_part_free)

G_END_DECLS
