/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A large file becomes half a million small objects. Taken from the system page by
 * page, the memory for them costs a third of the time of opening; between begin
 * and end the heap grows in large steps of large pages, where the C library and
 * the system know such. */

typedef struct {
  char *heap_end; /* when it was looked at last; NULL if nothing is done */
} LtMemoryGrowth;

/* @size: bytes of the file. A small one is not worth it. */
void lt_memory_begin_growth  (LtMemoryGrowth *growth, gint64 size);
/* Now and then while objects are made. */
void lt_memory_follow_growth (LtMemoryGrowth *growth);
void lt_memory_end_growth    (LtMemoryGrowth *growth);

G_END_DECLS
