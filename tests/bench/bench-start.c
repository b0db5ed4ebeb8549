/* SPDX-License-Identifier: MIT */
#include <adwaita.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "app/lt-application.h"
#include "app/lt-window.h"
#include "exchange/lt-sample.h"
#include "store/lt-document.h"
#include "text/lt-locale.h"

/* From the start of the process to the first frame: our window with the sample in
 * it against an empty window of libadwaita. In turn, each in a process of its own,
 * which ends with the frame. */

#define N_ROUNDS 15
#define RATIO_MAX 2.0

static void
drawn_cb (GdkFrameClock *clock, GtkWindow *window)
{
  if (LT_IS_WINDOW (window) && lt_window_get_document (LT_WINDOW (window)) == NULL)
    return;
  _exit (EXIT_SUCCESS);
}

static void
realized_cb (GtkWidget *window)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (drawn_cb), window);
}

static void
window_added_cb (GtkApplication *application, GtkWindow *window)
{
  if (gtk_widget_get_realized (GTK_WIDGET (window)))
    realized_cb (GTK_WIDGET (window));
  else
    g_signal_connect (window, "realize", G_CALLBACK (realized_cb), NULL);
}

static void
activate_cb (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 800);
  gtk_window_present (GTK_WINDOW (window));
}

static int
run_empty (char *program)
{
  char *argv[] = { program, NULL };
  g_autoptr (AdwApplication) application = adw_application_new ("io.github.lotrinh.Empty", G_APPLICATION_NON_UNIQUE);

  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), NULL);
  g_application_run (G_APPLICATION (application), 1, argv);
  return EXIT_FAILURE; /* without a frame */
}

static int
run_sample (char *program, char *path)
{
  char *argv[] = { program, path, NULL };
  g_autoptr (LtApplication) application = NULL;

  lt_locale_init (NULL);
  application = lt_application_new (G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), NULL);
  g_application_run (G_APPLICATION (application), 2, argv);
  return EXIT_FAILURE;
}

/* Of all processes that have ended, in milliseconds. */
static double
get_cpu_ms (void)
{
  struct rusage usage;

  getrusage (RUSAGE_CHILDREN, &usage);
  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000
         + (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1000;
}

static void
time_start (char *program, const char *what, const char *path, double *wall, double *cpu)
{
  char *argv[] = { program, (char *) what, (char *) path, NULL };
  gint64 start = g_get_monotonic_time ();
  double used = get_cpu_ms ();
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  *wall = (double) (g_get_monotonic_time () - start) / 1000;
  *cpu = get_cpu_ms () - used;
}

static char *
create_file (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LtBook) book = lt_sample_new (&error);
  char *path = g_build_filename (folder, "sample.lotrinh", NULL);
  g_autoptr (LtDocument) document = NULL;

  g_assert_no_error (error);
  document = lt_document_create (path, book, &error);
  g_assert_no_error (error);
  return path;
}

static int
compare_doubles (const void *a, const void *b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first > second) - (first < second);
}

/* Sorts both; the ratio of the medians. */
static double
print_figures (const char *what, double *ours, double *empty)
{
  double ratio;

  qsort (ours, N_ROUNDS, sizeof *ours, compare_doubles);
  qsort (empty, N_ROUNDS, sizeof *empty, compare_doubles);
  ratio = ours[N_ROUNDS / 2] / empty[N_ROUNDS / 2];
  g_print ("first frame, %s: with the sample %.0f ms (least %.0f), an empty window %.0f ms (least %.0f); "
           "ratio of medians %.2f, of the least %.2f\n",
           what, ours[N_ROUNDS / 2], ours[0], empty[N_ROUNDS / 2], empty[0], ratio, ours[0] / empty[0]);
  return ratio;
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  double empty[N_ROUNDS], ours[N_ROUNDS];
  double empty_cpu[N_ROUNDS], ours_cpu[N_ROUNDS];
  double ratio;
  double cpu_ratio;

  if (argc == 3 && strcmp (argv[1], "--empty") == 0)
    return run_empty (argv[0]);
  if (argc == 3)
    return run_sample (argv[0], argv[2]);

  folder = g_dir_make_tmp ("lotrinh-bench-XXXXXX", NULL);
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_setenv ("XDG_CONFIG_HOME", folder, TRUE);
  path = create_file (folder);
  for (int i = 0; i < N_ROUNDS; i++)
    {
      time_start (argv[0], "--empty", path, &empty[i], &empty_cpu[i]);
      time_start (argv[0], "--sample", path, &ours[i], &ours_cpu[i]);
    }
  g_unlink (path);
  g_rmdir (folder);

  ratio = print_figures ("by the clock", ours, empty);
  cpu_ratio = print_figures ("time of the processor", ours_cpu, empty_cpu);
  ratio = MAX (ratio, cpu_ratio);
  g_print ("first frame: %.2f of an empty window's (limit %.1f): %s\n", ratio, RATIO_MAX,
           ratio <= RATIO_MAX ? "ok" : "TOO SLOW");
  return ratio <= RATIO_MAX ? EXIT_SUCCESS : EXIT_FAILURE;
}
