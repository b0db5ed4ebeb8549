/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "plan/lt-word-heap-private.h"

#define N_TEXTS 1000
#define N_ROUNDS 10000
#define SIZE_MAX_SHORT 600
#define SIZE_MAX_LONG (3 << 20)

/* So that a text that another one writes over is noticed. */
static char *
create_text (gsize size, guint seed)
{
  char *text = g_malloc (size + 1);

  for (gsize i = 0; i < size; i++)
    text[i] = (char) ('a' + (seed + i) % 26);
  text[size] = '\0';
  return text;
}

static void
assert_text (const char *text, guint seed)
{
  gsize size = strlen (text);
  g_autofree char *expected = create_text (size, seed);

  g_assert_cmpmem (text, size, expected, size);
}

static void
test_in_any_order (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autofree char **texts = g_new0 (char *, N_TEXTS);

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      guint i = (guint) g_rand_int_range (rand, 0, N_TEXTS);
      int limit = round % 500 == 0 ? SIZE_MAX_LONG : SIZE_MAX_SHORT;
      g_autofree char *text = create_text ((gsize) g_rand_int_range (rand, 0, limit), i);

      if (texts[i])
        {
          assert_text (texts[i], i);
          _lt_word_heap_free (texts[i]);
        }
      texts[i] = _lt_word_heap_dup (text, strlen (text));
    }
  for (guint i = 0; i < N_TEXTS; i++)
    if (texts[i])
      {
        assert_text (texts[i], i);
        _lt_word_heap_free (texts[i]);
      }
}

static void
test_part (void)
{
  char *text = _lt_word_heap_dup ("Sở Y tế", strlen ("Sở"));

  g_assert_cmpstr (text, ==, "Sở");
  _lt_word_heap_free (text);
}

/* Few that differ, each often there and often gone. */
static void
test_same_texts (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autofree char **texts = g_new0 (char *, N_TEXTS);
  g_autofree guint *seeds = g_new0 (guint, N_TEXTS);

  for (guint round = 0; round < 20 * N_ROUNDS; round++)
    {
      guint i = (guint) g_rand_int_range (rand, 0, N_TEXTS);

      if (texts[i])
        {
          assert_text (texts[i], seeds[i]);
          g_assert_cmpuint (strlen (texts[i]), ==, 7 * seeds[i]);
          _lt_word_heap_free (g_steal_pointer (&texts[i]));
        }
      else
        {
          g_autofree char *text = NULL;

          /* Now and then all are gone but a few. */
          seeds[i] = (guint) g_rand_int_range (rand, 0, 300);
          text = create_text (7 * seeds[i], seeds[i]);
          texts[i] = _lt_word_heap_dup (text, 7 * seeds[i]);
        }
      if (round % (4 * N_ROUNDS) == 0)
        for (guint j = 0; j < N_TEXTS; j++)
          if (texts[j])
            _lt_word_heap_free (g_steal_pointer (&texts[j]));
    }
  for (guint i = 0; i < N_TEXTS; i++)
    if (texts[i])
      {
        assert_text (texts[i], seeds[i]);
        _lt_word_heap_free (texts[i]);
      }
}

static void
test_no_second_copy (void)
{
#ifndef __SANITIZE_ADDRESS__
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func ((GDestroyNotify) _lt_word_heap_free);
  g_autofree char *text = create_text (1000, 1);
  char *first;

  /* What a small file holds is not worth it. */
  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *other = create_text (1000 + i % 100, i);

      g_ptr_array_add (texts, _lt_word_heap_dup (other, 1000 + i % 100));
    }
  first = _lt_word_heap_dup (text, 1000);
  g_ptr_array_add (texts, first);
  g_ptr_array_add (texts, _lt_word_heap_dup (text, 1000));
  g_assert_true (g_ptr_array_index (texts, texts->len - 1) == first);
  g_ptr_array_add (texts, _lt_word_heap_dup (text, 999));
  g_assert_true (g_ptr_array_index (texts, texts->len - 1) != first);
  g_ptr_array_set_size (texts, texts->len - 2);
  assert_text (first, 1);
#endif
}

static gpointer
run (gpointer data)
{
  test_in_any_order ();
  test_same_texts ();
  return NULL;
}

static void
test_threads (void)
{
  GThread *other = g_thread_new ("other", run, NULL);

  test_in_any_order ();
  test_same_texts ();
  g_thread_join (other);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/word-heap/in-any-order", test_in_any_order);
  g_test_add_func ("/word-heap/part", test_part);
  g_test_add_func ("/word-heap/same-texts", test_same_texts);
  g_test_add_func ("/word-heap/no-second-copy", test_no_second_copy);
  g_test_add_func ("/word-heap/threads", test_threads);
  return g_test_run ();
}
