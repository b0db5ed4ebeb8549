/* SPDX-License-Identifier: MIT */
#include "cli/lt-arguments.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "text/lt-text.h"

struct _LtArguments
{
  GPtrArray *operands;
  GHashTable *values; /* option name -> words; flags that are set have "", several texts a line each */
  gboolean help;
};

G_DEFINE_QUARK (lt-cli-error-quark, lt_cli_error)

static gboolean
check_encoding (char **words, GError **error)
{
  for (guint i = 0; words[i]; i++)
    if (!g_utf8_validate (words[i], -1, NULL))
      {
        g_autofree char *shown = g_utf8_make_valid (words[i], -1);

        g_set_error (error, LT_CLI_ERROR, LT_CLI_ERROR_FAILED,
                     _("“%s” is not valid UTF-8 text. Type it on a terminal that is set to UTF-8."), shown);
        return FALSE;
      }
  return TRUE;
}

static guint
count_options (const LtCommand *command)
{
  guint n = 0;

  while (command->options && command->options[n].name)
    n++;
  return n;
}

/* GLib decodes string options by the locale, which knows no Vietnamese when it
 * is "C"; file names it leaves alone. */
static GOptionContext *
create_context (const LtCommand *command, gboolean *help, gboolean *flags, char **texts)
{
  guint n = count_options (command);
  g_autofree GOptionEntry *entries = g_new0 (GOptionEntry, n + 2);
  GOptionContext *context = g_option_context_new (command->operands);

  for (guint i = 0; i < n; i++)
    {
      const LtOption *option = &command->options[i];
      gboolean flag = option->kind == LT_OPTION_FLAG;

      entries[i] = (GOptionEntry) {
        .long_name = option->name,
        .arg = flag ? G_OPTION_ARG_NONE
                    : option->kind == LT_OPTION_TEXTS ? G_OPTION_ARG_FILENAME_ARRAY : G_OPTION_ARG_FILENAME,
        .arg_data = flag ? (gpointer) &flags[i] : &texts[i],
        .description = option->help,
        .arg_description = option->placeholder,
      };
    }
  entries[n] = (GOptionEntry) {
    .long_name = "help",
    .short_name = 'h',
    .arg = G_OPTION_ARG_NONE,
    .arg_data = help,
    .description = N_("Show this help"),
  };

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  return context;
}

static gboolean
check_value (const LtOption *option, const char *words, GError **error)
{
  int count;

  if (option->kind == LT_OPTION_DAY && lt_day_from_user (words) == LT_DAY_NONE)
    {
      g_set_error (error, LT_CLI_ERROR, LT_CLI_ERROR_USAGE,
                   _("--%s takes a day such as 2024-12-31 or 31/12/2024, not “%s”."), option->name, words);
      return FALSE;
    }
  if (option->kind == LT_OPTION_COUNT && !lt_arguments_read_count (words, &count))
    {
      g_set_error (error, LT_CLI_ERROR, LT_CLI_ERROR_USAGE,
                   _("--%s takes a whole number, not “%s”."), option->name, words);
      return FALSE;
    }
  return TRUE;
}

/* Several texts, a line each: cleaned, none has a line break of its own. */
static char *
dup_clean_texts (char **texts, GError **error)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; texts[i]; i++)
    {
      g_autofree char *clean = lt_text_dup_clean (texts[i], FALSE, error);

      if (clean == NULL)
        return NULL;
      g_string_append_printf (lines, "%s%s", i > 0 ? "\n" : "", clean);
    }
  return g_strdup (lines->str);
}

static gboolean
take_values (LtArguments *self, const LtCommand *command, gboolean *flags, char **texts, GError **error)
{
  for (guint i = 0; i < count_options (command); i++)
    {
      const LtOption *option = &command->options[i];
      g_autofree char *clean = NULL;

      if (flags[i])
        g_hash_table_insert (self->values, (gpointer) option->name, g_strdup (""));
      if (texts[i] == NULL)
        continue;
      clean = option->kind == LT_OPTION_TEXTS ? dup_clean_texts ((char **) texts[i], error)
                                              : lt_text_dup_clean (texts[i], FALSE, error);
      if (clean == NULL || !check_value (option, clean, error))
        return FALSE;
      g_hash_table_insert (self->values, (gpointer) option->name, g_steal_pointer (&clean));
    }
  return TRUE;
}

/* A value may begin with a dash ("- Sở Y tế"), so only what looks like the name
 * of an option is refused. */
static gboolean
take_operands (LtArguments *self, char **words, gboolean literal, GError **error)
{
  for (guint i = 0; words[i]; i++)
    {
      if (!literal && words[i][0] == '-' && words[i][1] == '-' && g_ascii_isalpha (words[i][2]))
        {
          g_set_error (error, LT_CLI_ERROR, LT_CLI_ERROR_USAGE, _("There is no option %s here."), words[i]);
          return FALSE;
        }
      g_ptr_array_add (self->operands, g_strdup (words[i]));
    }
  return TRUE;
}

static gboolean
check_number (LtArguments *self, const LtCommand *command, GError **error)
{
  int n = (int) self->operands->len;

  if (n >= command->min_operands && (command->max_operands < 0 || n <= command->max_operands))
    return TRUE;
  g_set_error (error, LT_CLI_ERROR, LT_CLI_ERROR_USAGE,
               n < command->min_operands ? _("Something is missing; it is called as: lotrinh-cli %s %s")
                                         : _("That is too much; it is called as: lotrinh-cli %s %s"),
               command->name, command->operands);
  return FALSE;
}

/* GLib would take the next word for a value that may be missing. */
static void
add_words (GStrvBuilder *builder, const LtCommand *command, char **words)
{
  guint n = count_options (command);

  for (guint i = 0; words[i]; i++)
    {
      g_autofree char *empty = NULL;

      for (guint j = 0; j < n && empty == NULL; j++)
        if (command->options[j].kind == LT_OPTION_CHOSEN && g_str_has_prefix (words[i], "--")
            && strcmp (words[i] + 2, command->options[j].name) == 0)
          empty = g_strconcat (words[i], "=", NULL);
      g_strv_builder_add (builder, empty ? empty : words[i]);
    }
}

static gboolean
parse_options (LtArguments *self, const LtCommand *command, char **words, GError **error)
{
  guint n = count_options (command);
  g_autofree gboolean *flags = g_new0 (gboolean, n + 1);
  g_autofree char **texts = g_new0 (char *, n + 1);
  g_autoptr (GOptionContext) context = create_context (command, &self->help, flags, texts);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) left = NULL;
  g_autoptr (GError) problem = NULL;
  gboolean done = TRUE;

  g_strv_builder_add (builder, command->name);
  add_words (builder, command, words);
  left = g_strv_builder_end (builder);

  g_option_context_set_ignore_unknown_options (context, TRUE);
  if (!g_option_context_parse_strv (context, &left, &problem))
    {
      g_set_error_literal (error, LT_CLI_ERROR, LT_CLI_ERROR_USAGE, problem->message);
      done = FALSE;
    }
  else if (!self->help)
    done = take_operands (self, left + 1, FALSE, error) && take_values (self, command, flags, texts, error);

  for (guint i = 0; i < n; i++)
    if (command->options[i].kind == LT_OPTION_TEXTS)
      g_strfreev ((char **) texts[i]);
    else
      g_free (texts[i]);
  return done;
}

LtArguments *
lt_arguments_parse (const LtCommand *command, char **words, GError **error)
{
  g_autoptr (LtArguments) self = g_new0 (LtArguments, 1);
  g_autoptr (GPtrArray) head = g_ptr_array_new ();
  guint n = 0;

  self->operands = g_ptr_array_new_with_free_func (g_free);
  self->values = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  if (!check_encoding (words, error))
    return NULL;

  /* What stands behind "--" is never an option. */
  for (; words[n] && strcmp (words[n], "--") != 0; n++)
    g_ptr_array_add (head, words[n]);
  g_ptr_array_add (head, NULL);
  if (!parse_options (self, command, (char **) head->pdata, error))
    return NULL;
  if (self->help)
    return g_steal_pointer (&self);
  if (words[n] && !take_operands (self, words + n + 1, TRUE, error))
    return NULL;
  if (!check_number (self, command, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
lt_arguments_free (LtArguments *self)
{
  g_ptr_array_unref (self->operands);
  g_hash_table_unref (self->values);
  g_free (self);
}

gboolean
lt_arguments_wants_help (LtArguments *self)
{
  return self->help;
}

char *
lt_command_dup_help (const LtCommand *command)
{
  gboolean help = FALSE;
  g_autofree gboolean *flags = g_new0 (gboolean, count_options (command) + 1);
  g_autofree char **texts = g_new0 (char *, count_options (command) + 1);
  g_autoptr (GOptionContext) context = create_context (command, &help, flags, texts);
  g_autofree char *called = g_strdup_printf ("lotrinh-cli %s", command->name);

  g_set_prgname (called);
  g_option_context_set_summary (context, _(command->summary));
  if (command->details)
    g_option_context_set_description (context, _(command->details));
  return g_option_context_get_help (context, TRUE, NULL);
}

guint
lt_arguments_get_n_operands (LtArguments *self)
{
  return self->operands->len;
}

const char *
lt_arguments_get_operand (LtArguments *self, guint index)
{
  return index < self->operands->len ? g_ptr_array_index (self->operands, index) : NULL;
}

gboolean
lt_arguments_get_flag (LtArguments *self, const char *name)
{
  return g_hash_table_contains (self->values, name);
}

const char *
lt_arguments_get_text (LtArguments *self, const char *name)
{
  return g_hash_table_lookup (self->values, name);
}

GStrv
lt_arguments_dup_texts (LtArguments *self, const char *name)
{
  const char *lines = lt_arguments_get_text (self, name);

  return g_strsplit (lines ? lines : "", "\n", -1);
}

LtDay
lt_arguments_get_day (LtArguments *self, const char *name, LtDay fallback)
{
  const char *words = lt_arguments_get_text (self, name);

  return words ? lt_day_from_user (words) : fallback;
}

int
lt_arguments_get_count (LtArguments *self, const char *name, int fallback)
{
  const char *words = lt_arguments_get_text (self, name);
  int count;

  return words && lt_arguments_read_count (words, &count) ? count : fallback;
}

gboolean
lt_arguments_read_count (const char *words, int *count)
{
  guint64 value;

  if (!g_ascii_string_to_unsigned (words, 10, 0, G_MAXINT, &value, NULL))
    return FALSE;
  *count = (int) value;
  return TRUE;
}
