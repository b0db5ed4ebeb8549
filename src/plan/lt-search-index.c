/* SPDX-License-Identifier: MIT */
#include "plan/lt-search-index-private.h"

#include <string.h>

typedef struct {
  guint8 *bytes;    /* the gaps, seven bits a byte, low bits first; NULL once there are bits */
  guint64 *bits;
  guint size;       /* of bytes, or of bits in words */
  guint allocated;
  guint next_row;   /* behind the last row, 0 for none */
} Posting;

struct _LtSearchIndex
{
  GHashTable *words;    /* word -> index into postings + 1 */
  GStringChunk *chunk;
  GString *vocabulary;  /* all words, each ended by a line break */
  GArray *ends;         /* (element-type guint): where each word ends in it */
  GArray *postings;     /* (element-type Posting) */
  guint n_rows;
};

LtSearchIndex *
_lt_search_index_new (void)
{
  LtSearchIndex *index = g_new0 (LtSearchIndex, 1);

  index->words = g_hash_table_new (g_str_hash, g_str_equal);
  index->chunk = g_string_chunk_new (4096);
  index->vocabulary = g_string_new (NULL);
  index->ends = g_array_new (FALSE, FALSE, sizeof (guint));
  index->postings = g_array_new (FALSE, TRUE, sizeof (Posting));
  return index;
}

void
_lt_search_index_free (LtSearchIndex *index)
{
  for (guint i = 0; i < index->postings->len; i++)
    {
      g_free (g_array_index (index->postings, Posting, i).bytes);
      g_free (g_array_index (index->postings, Posting, i).bits);
    }
  g_array_unref (index->postings);
  g_array_unref (index->ends);
  g_string_free (index->vocabulary, TRUE);
  g_hash_table_unref (index->words);
  g_string_chunk_free (index->chunk);
  g_free (index);
}

guint
_lt_search_index_get_n_rows (LtSearchIndex *index)
{
  return index->n_rows;
}

static inline void
set_bit (guint64 *bits, guint row)
{
  bits[row / 64] |= G_GUINT64_CONSTANT (1) << (row % 64);
}

static void
spread_gaps (const Posting *posting, guint64 *rows)
{
  const guint8 *byte = posting->bytes;
  const guint8 *end = byte + posting->size;
  guint row = G_MAXUINT; /* one before the first */

  while (byte < end)
    {
      guint gap = 0;
      guint shift = 0;

      do
        {
          gap |= (guint) (*byte & 0x7f) << shift;
          shift += 7;
        }
      while (*byte++ & 0x80);
      row += gap + 1;
      set_bit (rows, row);
    }
}

static void
grow_bits (Posting *posting, guint row)
{
  guint needed = row / 64 + 1;

  if (needed > posting->allocated)
    {
      guint allocated = MAX (needed, posting->allocated + posting->allocated / 4);

      posting->bits = g_renew (guint64, posting->bits, allocated);
      memset (posting->bits + posting->allocated, 0, (allocated - posting->allocated) * sizeof (guint64));
      posting->allocated = allocated;
    }
  posting->size = needed;
}

static void
turn_into_bits (Posting *posting, guint row)
{
  Posting dense = { NULL, NULL, 0, 0, posting->next_row };

  grow_bits (&dense, row);
  spread_gaps (posting, dense.bits);
  g_free (posting->bytes);
  *posting = dense;
}

static void
add_gap (Posting *posting, guint gap)
{
  if (posting->size + 5 > posting->allocated)
    {
      posting->allocated = posting->allocated + posting->allocated / 2 + 8;
      posting->bytes = g_renew (guint8, posting->bytes, posting->allocated);
    }
  while (gap >= 0x80)
    {
      posting->bytes[posting->size++] = (guint8) (gap | 0x80);
      gap >>= 7;
    }
  posting->bytes[posting->size++] = (guint8) gap;
}

static void
add_to_posting (Posting *posting, guint row)
{
  if (posting->next_row == row + 1)
    return;
  /* From here on a bit for every row takes less room than a byte for each of the word's. */
  if (posting->bits == NULL && posting->size > row / 8 + 64)
    turn_into_bits (posting, row);
  if (posting->bits)
    {
      grow_bits (posting, row);
      set_bit (posting->bits, row);
    }
  else
    add_gap (posting, row - posting->next_row);
  posting->next_row = row + 1;
}

static guint
intern_word (LtSearchIndex *index, const char *word)
{
  guint id = GPOINTER_TO_UINT (g_hash_table_lookup (index->words, word));

  if (id == 0)
    {
      guint end;

      g_string_append (index->vocabulary, word);
      end = (guint) index->vocabulary->len;
      g_string_append_c (index->vocabulary, '\n');
      g_array_append_val (index->ends, end);
      g_array_set_size (index->postings, index->postings->len + 1);
      id = index->postings->len;
      g_hash_table_insert (index->words, g_string_chunk_insert (index->chunk, word), GUINT_TO_POINTER (id));
    }
  return id - 1;
}

guint
_lt_search_index_add_row (LtSearchIndex *index, char *folded)
{
  guint row = index->n_rows++;
  char *rest = folded;
  char *word;

  while ((word = strsep (&rest, " ")))
    if (*word)
      {
        guint id = intern_word (index, word);

        add_to_posting (&g_array_index (index->postings, Posting, id), row);
      }
  return row;
}

/* The words with @needle in them, as indices into the postings. */
static GArray *
find_words (LtSearchIndex *index, const char *needle)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));
  const char *start = index->vocabulary->str;
  const char *end = start + index->vocabulary->len;
  const char *place = start;
  gsize length = strlen (needle);
  guint id = 0;

  /* memmem() prepares itself at each call; with a hit every few bytes that would cost more than the search. */
  while ((place = memchr (place, *needle, (gsize) (end - place))))
    {
      if ((gsize) (end - place) < length)
        break;
      if (memcmp (place, needle, length) != 0)
        {
          place++;
          continue;
        }
      while (g_array_index (index->ends, guint, id) < (guint) (place - start))
        id++;
      g_array_append_val (found, id);
      place = start + g_array_index (index->ends, guint, id);
    }
  return found;
}

static gboolean
is_full (const guint64 *rows, guint n_rows)
{
  for (guint i = 0; i < n_rows / 64; i++)
    if (rows[i] != G_MAXUINT64)
      return FALSE;
  return n_rows % 64 == 0 || rows[n_rows / 64] == (G_GUINT64_CONSTANT (1) << (n_rows % 64)) - 1;
}

void
_lt_search_index_match (LtSearchIndex *index, const char *needle, guint64 *rows)
{
  g_autoptr (GArray) words = find_words (index, needle);

  /* Common words first: for a needle of a letter or two nothing is left to be done then. */
  for (guint i = 0; i < words->len; i++)
    {
      const Posting *posting = &g_array_index (index->postings, Posting, g_array_index (words, guint, i));

      for (guint j = 0; posting->bits && j < posting->size; j++)
        rows[j] |= posting->bits[j];
    }
  if (is_full (rows, index->n_rows))
    return;
  for (guint i = 0; i < words->len; i++)
    {
      const Posting *posting = &g_array_index (index->postings, Posting, g_array_index (words, guint, i));

      if (posting->bits == NULL)
        spread_gaps (posting, rows);
    }
}
