/* SPDX-License-Identifier: MIT */
#include <glib.h>
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

/* Stands in for libFuzzer's main where there is none: runs a target over every
 * file of a corpus, and then over so many changed copies of them. The changes
 * come from a seed, so what fails once fails again. */

#define MAX_INPUT_BYTES 4096
#define SECONDS_PER_INPUT 2

int LLVMFuzzerTestOneInput (const guint8 *data, size_t size);

static int runs;
static int seed;
static char *words_file;
static char **paths;

static const GOptionEntry options[] = {
  { "runs", 0, 0, G_OPTION_ARG_INT, &runs, "Changed inputs to try", "N" },
  { "seed", 0, 0, G_OPTION_ARG_INT, &seed, "Where the changes begin", "S" },
  { "words", 0, 0, G_OPTION_ARG_FILENAME, &words_file, "Pieces to put in, one a line", "FILE" },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &paths, NULL, "CORPUS…" },
  { NULL },
};

/* The input at work, for the hour of a crash. */
static GByteArray *current;

static void
save_input (const char *name)
{
  g_autoptr (GError) error = NULL;

  if (!g_file_set_contents (name, (const char *) current->data, current->len, &error))
    g_printerr ("%s\n", error->message);
  else
    g_printerr ("The input is in %s\n", name);
}

static void
run_input (const guint8 *data, gsize size)
{
  gint64 before = g_get_monotonic_time ();

  g_byte_array_set_size (current, 0);
  g_byte_array_append (current, data, (guint) size);
  LLVMFuzzerTestOneInput (current->data, current->len);
  if (g_get_monotonic_time () - before > SECONDS_PER_INPUT * G_USEC_PER_SEC
      && g_getenv ("LT_FUZZ_SLOW") == NULL)
    {
      save_input ("slow-input");
      g_error ("One input took more than %d seconds", SECONDS_PER_INPUT);
    }
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
load_file (GPtrArray *inputs, const char *path)
{
  g_autoptr (GError) error = NULL;
  char *contents;
  gsize length;

  if (!g_file_get_contents (path, &contents, &length, &error))
    g_error ("%s", error->message);
  g_ptr_array_add (inputs, g_bytes_new_take (contents, length));
}

static void
load_folder (GPtrArray *inputs, const char *path)
{
  g_autoptr (GDir) folder = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  const char *name;

  folder = g_dir_open (path, 0, &error);
  if (folder == NULL)
    g_error ("%s", error->message);
  while ((name = g_dir_read_name (folder)) != NULL)
    g_ptr_array_add (names, g_build_filename (path, name, NULL));
  /* The order of a folder differs between file systems; the seed must not. */
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    load_file (inputs, g_ptr_array_index (names, i));
}

/* A stretch of another input, a line of the word list, or any bytes. */
static void
insert_piece (GByteArray *input, GRand *random, GPtrArray *inputs, char **words)
{
  guint at = (guint) g_rand_int_range (random, 0, (gint32) input->len + 1);
  guint8 bytes[4];
  const guint8 *piece = bytes;
  gsize length = 1;

  for (guint i = 0; i < G_N_ELEMENTS (bytes); i++)
    bytes[i] = (guint8) g_rand_int_range (random, 0, 256);
  if (words != NULL && *words != NULL && g_rand_boolean (random))
    {
      piece = (const guint8 *) words[g_rand_int_range (random, 0, (gint32) g_strv_length (words))];
      length = strlen ((const char *) piece);
    }
  else if (g_rand_boolean (random))
    {
      GBytes *other = inputs->pdata[g_rand_int_range (random, 0, (gint32) inputs->len)];

      piece = g_bytes_get_data (other, &length);
      if (length > 0)
        {
          gsize skip = (gsize) g_rand_int_range (random, 0, (gint32) length);

          piece += skip;
          length = (gsize) g_rand_int_range (random, 0, (gint32) MIN (length - skip, 64) + 1);
        }
    }
  if (length == 0 || input->len + length > MAX_INPUT_BYTES)
    return;
  g_byte_array_set_size (input, input->len + (guint) length);
  memmove (input->data + at + length, input->data + at, input->len - length - at);
  memcpy (input->data + at, piece, length);
}

static void
change (GByteArray *input, GRand *random, GPtrArray *inputs, char **words)
{
  guint at;
  guint length;

  if (input->len == 0 || g_rand_int_range (random, 0, 3) == 0)
    {
      insert_piece (input, random, inputs, words);
      return;
    }
  at = (guint) g_rand_int_range (random, 0, (gint32) input->len);
  if (g_rand_boolean (random))
    {
      input->data[at] = (guint8) g_rand_int_range (random, 0, 256);
      return;
    }
  length = (guint) g_rand_int_range (random, 1, (gint32) MIN (input->len - at, 16) + 1);
  g_byte_array_remove_range (input, at, length);
}

static void
run_changes (GPtrArray *inputs, char **words)
{
  g_autoptr (GRand) random = g_rand_new_with_seed ((guint32) seed);
  g_autoptr (GByteArray) input = g_byte_array_new ();

  for (int i = 0; i < runs; i++)
    {
      GBytes *original = inputs->pdata[g_rand_int_range (random, 0, (gint32) inputs->len)];
      gsize length;
      const guint8 *data = g_bytes_get_data (original, &length);

      g_byte_array_set_size (input, 0);
      g_byte_array_append (input, data, (guint) MIN (length, MAX_INPUT_BYTES));
      for (int n = g_rand_int_range (random, 1, 6); n > 0; n--)
        change (input, random, inputs, words);
      run_input (input->data, input->len);
    }
}

static void
abort_cb (int signal_number)
{
  save_input ("failed-input");
}

int
main (int argc, char *argv[])
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GPtrArray) inputs = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GError) error = NULL;
  g_autofree char *word_list = NULL;
  g_auto (GStrv) words = NULL;

  setlocale (LC_ALL, "");
  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    g_error ("%s", error->message);
  if (words_file != NULL)
    {
      if (!g_file_get_contents (words_file, &word_list, NULL, &error))
        g_error ("%s", error->message);
      words = g_strsplit (g_strchomp (word_list), "\n", -1);
    }

  current = g_byte_array_new ();
  signal (SIGABRT, abort_cb);
  for (char **path = paths; path != NULL && *path != NULL; path++)
    {
      if (g_file_test (*path, G_FILE_TEST_IS_DIR))
        load_folder (inputs, *path);
      else
        load_file (inputs, *path);
    }
  if (inputs->len == 0)
    g_error ("There is no input to run");
  for (guint i = 0; i < inputs->len; i++)
    {
      gsize length;
      const guint8 *data = g_bytes_get_data (inputs->pdata[i], &length);

      run_input (data, length);
    }
  run_changes (inputs, words);
  g_print ("%u inputs and %d changes of them\n", inputs->len, runs);

  g_byte_array_unref (current);
  g_strfreev (paths);
  g_free (words_file);
  return 0;
}
