/* SPDX-License-Identifier: MIT */
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "cli/lt-commands.h"
#include "cli/lt-print.h"
#include "lt-config.h"
#include "text/lt-locale.h"

enum {
  STATUS_DONE,
  STATUS_FAILED,
  STATUS_USAGE,
};

/* A file that is opened while one of the three standard streams is closed takes
 * its number, and what is printed would go into it. The stand-ins are opened the
 * wrong way round, so that reading and writing fail. */
static void
keep_standard_streams (void)
{
  for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
    if (fcntl (fd, F_GETFD) < 0 && open ("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY) != fd)
      _exit (STATUS_FAILED);
}

static void
print_help (void)
{
  g_autoptr (LtColumns) columns = lt_columns_new (2);

  lt_print_line (_("Usage: %s"), "lotrinh-cli COMMAND …");
  lt_print_text ("\n");
  lt_print_line ("%s", _("Implementation plans without a window: one .lotrinh file holds the plans of an office."));
  lt_print_text ("\n");
  for (guint i = 0; lt_commands[i]; i++)
    {
      g_autofree char *called = g_strdup_printf ("%s %s", lt_commands[i]->name, lt_commands[i]->operands);

      lt_columns_add (columns, 0, called, 0);
      lt_columns_add (columns, 1, _(lt_commands[i]->summary), 0);
    }
  lt_columns_print (columns);
  lt_print_text ("\n");
  lt_print_line ("%s", _("“lotrinh-cli COMMAND --help” lists the options of a command. "
                          "Exit status: 0 done, 1 it could not be done, 2 wrong usage."));
}

static gboolean
run_command (const char *name, char **words, GError **error)
{
  const LtCommand *command = lt_commands_find (name);
  g_autoptr (LtArguments) arguments = NULL;

  if (command == NULL)
    {
      g_autofree char *shown = g_utf8_make_valid (name, -1);

      g_set_error (error, LT_CLI_ERROR, LT_CLI_ERROR_USAGE,
                   _("There is no command “%s”. “lotrinh-cli --help” lists them."), shown);
      return FALSE;
    }
  arguments = lt_arguments_parse (command, words, error);
  if (arguments == NULL)
    return FALSE;
  if (lt_arguments_wants_help (arguments))
    {
      g_autofree char *help = lt_command_dup_help (command);

      lt_print_text (help);
      return TRUE;
    }
  return command->run (arguments, error);
}

static gboolean
run (int argc, char **argv, GError **error)
{
  if (argc < 2)
    {
      g_set_error_literal (error, LT_CLI_ERROR, LT_CLI_ERROR_USAGE,
                           _("No command was given. “lotrinh-cli --help” lists them."));
      return FALSE;
    }
  if (strcmp (argv[1], "--version") == 0)
    lt_print_line ("lotrinh-cli %s", LT_VERSION);
  else if (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0)
    print_help ();
  else
    return run_command (argv[1], argv + 2, error);
  return TRUE;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  gboolean done;

  keep_standard_streams ();
  /* A reader that goes away must not end us in the middle of something. */
  signal (SIGPIPE, SIG_IGN);
  /* A file that may not grow is an error to report, not a reason to die. */
  signal (SIGXFSZ, SIG_IGN);
  lt_locale_init (NULL);
  g_set_prgname ("lotrinh-cli");

  done = run (argc, argv, &error);
  if (!lt_print_finish (done ? &error : NULL))
    done = FALSE;
  if (done)
    return STATUS_DONE;
  lt_print_error (error->message);
  return g_error_matches (error, LT_CLI_ERROR, LT_CLI_ERROR_USAGE) ? STATUS_USAGE : STATUS_FAILED;
}
