/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/lt-commands.h"
#include "cli/lt-describe.h"
#include "cli/lt-print.h"
#include "exchange/lt-sample.h"
#include "plan/lt-coordination.h"
#include "plan/lt-deadline.h"
#include "text/lt-text.h"

/* One cell a line, so a line break inside a cell is written as "\n". */
static char *
dup_unescaped (const char *line)
{
  g_auto (GStrv) pieces = g_strsplit (line, "\\n", -1);

  return g_strjoinv ("\n", pieces);
}

static gboolean
add_text (GPtrArray *texts, const char *words, GError **error)
{
  char *clean;

  if (!g_utf8_validate (words, -1, NULL))
    {
      g_set_error (error, LT_CLI_ERROR, LT_CLI_ERROR_FAILED,
                   _("Text %u of the input is not valid UTF-8."), texts->len + 1);
      return FALSE;
    }
  clean = lt_text_dup_clean (words, TRUE, error);
  if (clean)
    g_ptr_array_add (texts, clean);
  return clean != NULL;
}

static gboolean
add_lines_of_stdin (GPtrArray *texts, GError **error)
{
  char *line = NULL;
  size_t size = 0;
  ssize_t length;
  gboolean done = TRUE;

  while (done && (length = getline (&line, &size, stdin)) >= 0)
    {
      g_autofree char *words = NULL;

      if (length > 0 && line[length - 1] == '\n')
        line[length - 1] = '\0';
      words = dup_unescaped (line);
      done = add_text (texts, words, error);
    }
  free (line);
  if (done && ferror (stdin))
    {
      g_set_error (error, LT_CLI_ERROR, LT_CLI_ERROR_FAILED,
                   _("The standard input could not be read: %s."), g_strerror (errno));
      return FALSE;
    }
  return done;
}

static GPtrArray *
read_texts (LtArguments *arguments, GError **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 1; i < lt_arguments_get_n_operands (arguments); i++)
    {
      const char *words = lt_arguments_get_operand (arguments, i);
      gboolean done = strcmp (words, "-") == 0 ? add_lines_of_stdin (texts, error)
                                               : add_text (texts, words, error);

      if (!done)
        return NULL;
    }
  return g_steal_pointer (&texts);
}

static json_t *
describe_deadline (const char *text, const LtDeadline *deadline, gboolean strict)
{
  return json_pack ("{s:s, s:s, s:o, s:o, s:o}",
                    "text", text,
                    "kind", lt_deadline_kind_get_nick (deadline->kind),
                    "start", lt_describe_day (deadline->start),
                    "end", lt_describe_day (strict ? deadline->strict_end : deadline->end),
                    "strict_end", lt_describe_day (deadline->strict_end));
}

static gboolean
parse_deadlines (LtArguments *arguments, GPtrArray *texts, GError **error)
{
  gboolean strict = lt_arguments_get_flag (arguments, "strict");
  gboolean json = lt_arguments_get_flag (arguments, "json");
  LtDeadlineContext context = {
    lt_arguments_get_count (arguments, "year", 0),
    lt_arguments_get_day (arguments, "issued", LT_DAY_NONE),
  };
  json_t *list;

  if (context.year > LT_YEAR_MAX)
    {
      g_set_error (error, LT_CLI_ERROR, LT_CLI_ERROR_USAGE, _("%d is no year that a plan can have."), context.year);
      return FALSE;
    }
  if (context.year == 0)
    lt_day_to_ymd (context.issued, &context.year, NULL, NULL);

  list = json_array ();
  for (guint i = 0; i < texts->len; i++)
    {
      const char *text = g_ptr_array_index (texts, i);
      g_autoptr (LtDeadline) deadline = lt_deadline_parse (text, &context);
      g_autofree char *meaning = NULL;

      if (json)
        {
          json_array_append_new (list, describe_deadline (text, deadline, strict));
          continue;
        }
      meaning = lt_deadline_dup_meaning (deadline, strict);
      lt_print_line ("%s", meaning);
    }
  if (json)
    lt_print_json (list);
  else
    json_decref (list);
  return TRUE;
}

static json_t *
describe_mention (const LtMention *mention)
{
  return json_pack ("{s:s, s:o, s:b, s:b, s:b}",
                    "phrase", mention->phrase,
                    "name", lt_json_string_or_null (mention->agency ? lt_agency_get_name (mention->agency) : NULL),
                    "known", mention->agency != NULL,
                    "group", mention->group,
                    "doubtful", mention->doubtful);
}

static void
print_mention (LtColumns *columns, const LtMention *mention)
{
  const char *note = "";

  if (mention->doubtful && mention->agency)
    note = _("to be confirmed");
  else if (mention->agency == NULL)
    note = mention->group ? _("a group") : _("not known");
  lt_columns_add (columns, 0, mention->phrase, 0);
  lt_columns_add (columns, 1, mention->agency ? lt_agency_get_name (mention->agency) : "", 0);
  lt_columns_add (columns, 2, note, 0);
}

static gboolean
parse_agencies (LtArguments *arguments, GPtrArray *texts, GError **error)
{
  g_autoptr (LtBook) sample = lt_sample_new (error);
  g_autoptr (LtColumns) columns = lt_columns_new (3);
  json_t *list;

  if (sample == NULL)
    return FALSE;
  list = json_array ();
  for (guint i = 0; i < texts->len; i++)
    {
      const char *text = g_ptr_array_index (texts, i);
      g_autoptr (GPtrArray) mentions = lt_coordination_parse (text, lt_book_get_registry (sample));
      json_t *agencies = json_array ();

      for (guint j = 0; j < mentions->len; j++)
        {
          print_mention (columns, g_ptr_array_index (mentions, j));
          json_array_append_new (agencies, describe_mention (g_ptr_array_index (mentions, j)));
        }
      json_array_append_new (list, json_pack ("{s:s, s:o}", "text", text, "agencies", agencies));
    }
  if (lt_arguments_get_flag (arguments, "json"))
    lt_print_json (list);
  else
    {
      lt_columns_print (columns);
      json_decref (list);
    }
  return TRUE;
}

static gboolean
run_parse (LtArguments *arguments, GError **error)
{
  const char *what = lt_arguments_get_operand (arguments, 0);
  gboolean deadlines = strcmp (what, "deadline") == 0;
  g_autoptr (GPtrArray) texts = NULL;

  if (!deadlines && strcmp (what, "agencies") != 0)
    {
      g_set_error (error, LT_CLI_ERROR, LT_CLI_ERROR_USAGE,
                   _("“parse” reads a deadline or agencies, not “%s”."), what);
      return FALSE;
    }
  texts = read_texts (arguments, error);
  if (texts == NULL)
    return FALSE;
  return deadlines ? parse_deadlines (arguments, texts, error) : parse_agencies (arguments, texts, error);
}

static const LtOption options[] = {
  { "year", LT_OPTION_COUNT, "YEAR", N_("The year of the plan, for words that name none") },
  { "issued", LT_OPTION_DAY, "DATE", N_("The day of issue, for words that count from it") },
  { "strict", LT_OPTION_FLAG, NULL, N_("“Before a day” means that the day before is the last one") },
  LT_OPTION_JSON,
  { NULL },
};

const LtCommand lt_command_parse = {
  "parse", "deadline|agencies TEXT…", 2, -1, N_("Tell what the words of a deadline or of an agency cell mean"),
  N_("TEXT may be - for the lines of the standard input, where \\n stands for a line break inside a cell. "
     "Agencies are looked up among those of the sample plan."),
  options, run_parse,
};
