/* SPDX-License-Identifier: MIT */
#include "exchange/lt-helper.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#ifdef G_OS_UNIX
#include <sys/resource.h>
#endif

#define CHUNK (64 * 1024)

/* Ends the process when its time is over. */
typedef struct {
  GSubprocess *process;
  GMutex mutex;
  GCond cond;
  gboolean ended;
  gboolean overdue;
} Watch;

#ifdef G_OS_UNIX
static void
set_limit (int resource, rlim_t value)
{
  struct rlimit limit = { value, value };

  setrlimit (resource, &limit);
}

/* Between fork and exec: nothing that allocates. */
static void
limit_cb (gpointer data)
{
  set_limit (RLIMIT_AS, LT_HELPER_MEMORY_MAX);
  set_limit (RLIMIT_CPU, LT_HELPER_SECONDS_MAX);
  set_limit (RLIMIT_CORE, 0);
}
#endif

static gpointer
watch_cb (gpointer data)
{
  Watch *watch = data;
  gint64 end = g_get_monotonic_time () + LT_HELPER_SECONDS_MAX * G_USEC_PER_SEC;

  g_mutex_lock (&watch->mutex);
  while (!watch->ended && g_cond_wait_until (&watch->cond, &watch->mutex, end))
    ;
  watch->overdue = !watch->ended;
  if (watch->overdue)
    g_subprocess_force_exit (watch->process);
  g_mutex_unlock (&watch->mutex);
  return NULL;
}

static void
cancel_cb (GCancellable *cancellable, gpointer process)
{
  g_subprocess_force_exit (process);
}

static GSubprocess *
spawn (const char *const *argv, GError **error)
{
  g_autoptr (GSubprocessLauncher) launcher
      = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  GError *failure = NULL;
  GSubprocess *process;

#ifdef G_OS_UNIX
  g_subprocess_launcher_set_child_setup (launcher, limit_cb, NULL, NULL);
#endif
  g_subprocess_launcher_setenv (launcher, "LC_ALL", "C.UTF-8", TRUE);
  process = g_subprocess_launcher_spawnv (launcher, argv, &failure);
  if (process != NULL)
    return process;
  if (g_error_matches (failure, G_SPAWN_ERROR, G_SPAWN_ERROR_NOENT))
    g_set_error (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_NO_PROGRAM,
                 _("The program %s is not installed."), argv[0]);
  else
    g_set_error (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_FAILED,
                 _("The program %s could not be started: %s"), argv[0], failure->message);
  g_error_free (failure);
  return NULL;
}

/* NULL if there is more than is taken. */
static GByteArray *
read_output (GInputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) output = g_byte_array_new ();
  gssize n;

  do
    {
      guint before = output->len;

      if (before >= LT_HELPER_OUTPUT_MAX)
        {
          g_set_error (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_LIMIT,
                       _("The file holds more than %d MB of words, far more than a plan needs. "
                         "Keep only the table that is to be taken in and try again."),
                       LT_HELPER_OUTPUT_MAX / (1024 * 1024));
          return NULL;
        }
      g_byte_array_set_size (output, before + CHUNK);
      n = g_input_stream_read (stream, output->data + before, CHUNK, cancellable, error);
      g_byte_array_set_size (output, before + (guint) MAX (n, 0));
    }
  while (n > 0);
  return n == 0 ? g_steal_pointer (&output) : NULL;
}

static GBytes *
watch_process (Watch *watch, const char *name, GCancellable *cancellable, int *status, GError **error)
{
  GThread *thread = g_thread_new ("lt-helper", watch_cb, watch);
  g_autoptr (GByteArray) output = NULL;
  gulong handler = 0;

  if (cancellable != NULL)
    handler = g_cancellable_connect (cancellable, G_CALLBACK (cancel_cb), watch->process, NULL);
  output = read_output (g_subprocess_get_stdout_pipe (watch->process), cancellable, error);
  if (output == NULL)
    g_subprocess_force_exit (watch->process);
  g_subprocess_wait (watch->process, NULL, NULL);
  g_cancellable_disconnect (cancellable, handler);
  g_mutex_lock (&watch->mutex);
  watch->ended = TRUE;
  g_cond_signal (&watch->cond);
  g_mutex_unlock (&watch->mutex);
  g_thread_join (thread);

  if (output != NULL && watch->overdue)
    {
      g_set_error (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_LIMIT,
                   _("The program %s took longer than %d seconds and was ended. Keep only the "
                     "pages that are to be taken in and try again."), name, LT_HELPER_SECONDS_MAX);
      return NULL;
    }
  *status = g_subprocess_get_if_exited (watch->process)
            ? g_subprocess_get_exit_status (watch->process) : -1;
  return output != NULL ? g_byte_array_free_to_bytes (g_steal_pointer (&output)) : NULL;
}

GBytes *
lt_helper_run (const char *const *argv, GCancellable *cancellable, int *status, GError **error)
{
  g_autoptr (GSubprocess) process = spawn (argv, error);
  Watch watch = { .process = process };
  GBytes *output;

  if (process == NULL)
    return NULL;
  g_mutex_init (&watch.mutex);
  g_cond_init (&watch.cond);
  output = watch_process (&watch, argv[0], cancellable, status, error);
  g_mutex_clear (&watch.mutex);
  g_cond_clear (&watch.cond);
  return output;
}
