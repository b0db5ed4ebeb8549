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

static gpointer
run (gpointer data)
{
  test_in_any_order ();
  return NULL;
}

static void
test_threads (void)
{
  GThread *other = g_thread_new ("other", run, NULL);

  test_in_any_order ();
  g_thread_join (other);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/word-heap/in-any-order", test_in_any_order);
  g_test_add_func ("/word-heap/part", test_part);
  g_test_add_func ("/word-heap/threads", test_threads);
  return g_test_run ();
}
