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
  guint n_texts; /* each as often as it was asked for */
  gboolean remembered; /* some of them may be */
} Block;

/* Large plans say many things twice: a text that is there already need be neither copied nor
 * given memory, which costs more than all else. One place for each hash, the newest text in it. */
#define N_REMEMBERED (1u << 15)

typedef struct {
  guint64 hash;
  gsize size;
  char *text; /* NULL for none */
} Remembered;

G_LOCK_DEFINE_STATIC (heap);
static Block *current;
static gboolean grown; /* a file that needs a second block is not a small one */
static Remembered remembered[N_REMEMBERED];

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
  block->remembered = FALSE;
  return block;
}

static void
forget_block (Block *block)
{
  if (!block->remembered)
    return;
  for (guint i = 0; i < N_REMEMBERED; i++)
    if (remembered[i].text && find_block (remembered[i].text) == block)
      remembered[i].text = NULL;
  block->remembered = FALSE;
}

static guint64
mix (guint64 hash, const char *text)
{
  guint64 word;

  memcpy (&word, text, sizeof word);
  hash = (hash ^ word) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return hash ^ hash >> 32;
}

/* Eight bytes at a time, in two rows that do not wait for each other. */
static guint64
hash_text (const char *text, gsize size)
{
  guint64 first = size;
  guint64 second = 1;
  char rest[16] = { 0 };
  gsize at = 0;

  for (; size - at >= 16; at += 16)
    {
      first = mix (first, text + at);
      second = mix (second, text + at + 8);
    }
  memcpy (rest, text + at, size - at);
  return mix (mix (first, rest), (const char *) &second) ^ mix (second, rest + 8);
}

/* The same text, if it was among the last; with one more use of it counted. */
static char *
share (const Remembered *place, guint64 hash, const char *text, gsize size)
{
  if (place->text == NULL || place->hash != hash || place->size != size || memcmp (place->text, text, size) != 0)
    return NULL;
  find_block (place->text)->n_texts++;
  return place->text;
}

/* Room for a text that is not a long one. */
static char *
take_room (gsize size)
{
  char *room;

  if (current && current->used + size + 1 > BLOCK_SIZE)
    {
      grown = TRUE;
      if (current->n_texts == 0)
        {
          forget_block (current);
          free (current);
        }
      current = NULL;
    }
  if (current == NULL)
    current = create_block (BLOCK_SIZE);
  room = (char *) current + current->used;
  current->used += size + 1;
  current->n_texts++;
  return room;
}

static char *
copy_text (char *room, const char *text, gsize size)
{
  memcpy (room, text, size);
  room[size] = '\0';
  return room;
}

static char *
dup_long (const char *text, gsize size)
{
  Block *block = create_block (sizeof (Block) + size + 1);

  block->n_texts = 1;
  return copy_text ((char *) block + sizeof (Block), text, size);
}

char *
_lt_word_heap_dup (const char *text, gsize size)
{
  Remembered *place;
  guint64 hash;
  char *copy;

  if (size >= LONG_SIZE)
    return dup_long (text, size);
  hash = hash_text (text, size);
  place = &remembered[hash % N_REMEMBERED];
  G_LOCK (heap);
  copy = grown ? share (place, hash, text, size) : NULL;
  if (copy == NULL)
    {
      copy = copy_text (take_room (size), text, size);
      if (grown)
        {
          *place = (Remembered) { hash, size, copy };
          current->remembered = TRUE;
        }
    }
  G_UNLOCK (heap);
  return copy;
}

void
_lt_word_heap_free (char *text)
{
  Block *block = find_block (text);

  G_LOCK (heap);
  if (--block->n_texts == 0)
    {
      forget_block (block);
      if (block == current)
        block->used = sizeof (Block);
      else
        free (block);
    }
  G_UNLOCK (heap);
}

#endif
