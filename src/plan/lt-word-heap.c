/* SPDX-License-Identifier: MIT */
#include "plan/lt-word-heap-private.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

/* The sanitizer shall see every text by itself. */
#ifdef __SANITIZE_ADDRESS__

char *
_lt_word_heap_dup (const char *text, gsize size)
{
  char *copy = g_malloc (size + 1);

  memcpy (copy, text, size);
  copy[size] = '\0';
  return copy;
}

void
_lt_word_heap_free (char *text)
{
  g_free (text);
}

#else

/* A block begins where its size divides the address, so that a text knows its
 * block; it goes when its last text goes. The size is that of the large pages of
 * common processors. */
#define BLOCK_SIZE ((gsize) 2 << 20)
/* What is longer has a block of its own. */
#define LONG_SIZE (BLOCK_SIZE / 16)

typedef struct {
  gsize used; /* bytes, this head included */
  guint n_texts;
} Block;

G_LOCK_DEFINE_STATIC (heap);
static Block *current;
static gboolean grown; /* a file that needs a second block is not a small one */

static Block *
find_block (char *text)
{
  return (Block *) ((guintptr) text & ~(guintptr) (BLOCK_SIZE - 1));
}

static Block *
create_block (gsize size)
{
  Block *block;

  if (posix_memalign ((void **) &block, BLOCK_SIZE, size) != 0)
    g_error ("No memory for %" G_GSIZE_FORMAT " bytes of text", size);
#ifdef MADV_HUGEPAGE
  /* Page by page a large file takes half its time here. A small one would only
   * waste a large page. */
  if (grown && size == BLOCK_SIZE)
    madvise (block, size, MADV_HUGEPAGE);
#endif
  block->used = sizeof (Block);
  block->n_texts = 0;
  return block;
}

char *
_lt_word_heap_dup (const char *text, gsize size)
{
  Block *block;
  char *copy;

  G_LOCK (heap);
  if (size >= LONG_SIZE)
    block = create_block (sizeof (Block) + size + 1);
  else
    {
      if (current && current->used + size + 1 > BLOCK_SIZE)
        {
          grown = TRUE;
          if (current->n_texts == 0)
            free (current);
          current = NULL;
        }
      if (current == NULL)
        current = create_block (BLOCK_SIZE);
      block = current;
    }
  copy = (char *) block + block->used;
  block->used += size + 1;
  block->n_texts++;
  G_UNLOCK (heap);

  memcpy (copy, text, size);
  copy[size] = '\0';
  return copy;
}

void
_lt_word_heap_free (char *text)
{
  Block *block = find_block (text);

  G_LOCK (heap);
  if (--block->n_texts == 0)
    {
      if (block == current)
        block->used = sizeof (Block);
      else
        free (block);
    }
  G_UNLOCK (heap);
}

#endif
