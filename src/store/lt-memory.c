/* SPDX-License-Identifier: MIT */
#include "store/lt-memory.h"

#include <unistd.h>

#ifdef __GLIBC__
#include <malloc.h>
#include <sys/mman.h>

#define STEP (32 << 20)
/* M_TOP_PAD as the C library has it before anybody asks for another. */
#define USUAL_STEP (128 << 10)
/* A file of that size fills a few large pages. */
#define LARGE_FILE (16 << 20)

void
lt_memory_begin_growth (LtMemoryGrowth *growth, gint64 size)
{
  growth->heap_end = NULL;
  if (size < LARGE_FILE)
    return;
  mallopt (M_TOP_PAD, STEP);
  growth->heap_end = sbrk (0);
}

void
lt_memory_follow_growth (LtMemoryGrowth *growth)
{
  char *end = growth->heap_end ? sbrk (0) : NULL;
  guintptr page = (guintptr) sysconf (_SC_PAGESIZE);
  guintptr from = ((guintptr) growth->heap_end + page - 1) / page * page;

  if (end == growth->heap_end)
    return;
  /* Advice that is not taken is no loss. */
  if (end > growth->heap_end)
    madvise ((gpointer) from, (guintptr) end - from, MADV_HUGEPAGE);
  growth->heap_end = end;
}

void
lt_memory_end_growth (LtMemoryGrowth *growth)
{
  if (growth->heap_end)
    mallopt (M_TOP_PAD, USUAL_STEP);
}

#else

void
lt_memory_begin_growth (LtMemoryGrowth *growth, gint64 size)
{
}

void
lt_memory_follow_growth (LtMemoryGrowth *growth)
{
}

void
lt_memory_end_growth (LtMemoryGrowth *growth)
{
}

#endif
