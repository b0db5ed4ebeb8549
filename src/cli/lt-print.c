/* SPDX-License-Identifier: MIT */
#include "cli/lt-print.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "cli/lt-arguments.h"

struct _LtColumns
{
  guint n_columns;
  GPtrArray *rows; /* of char *[n_columns] */
};

void
lt_print_text (const char *text)
{
  fputs (text, stdout);
}

void
lt_print_line (const char *format, ...)
{
  g_autofree char *line = NULL;
  va_list values;

  va_start (values, format);
  line = g_strdup_vprintf (format, values);
  va_end (values);
  fputs (line, stdout);
  fputc ('\n', stdout);
}

static int
write_chunk (const char *buffer, size_t size, void *data)
{
  return fwrite (buffer, 1, size, stdout) == size ? 0 : -1;
}

void
lt_print_json (json_t *document)
{
  json_dump_callback (document, write_chunk, NULL, JSON_INDENT (2));
  fputc ('\n', stdout);
  json_decref (document);
}

gboolean
lt_print_finish (GError **error)
{
  int saved;

  if (fflush (stdout) == 0 && !ferror (stdout))
    return TRUE;
  saved = errno;
  g_set_error (error, LT_CLI_ERROR, LT_CLI_ERROR_FAILED,
               _("The output could not be written in full: %s."), g_strerror (saved));
  return FALSE;
}

static char *
dup_one_line (const char *words)
{
  g_autofree char *valid = g_utf8_make_valid (words, -1);
  g_auto (GStrv) pieces = g_strsplit_set (valid, " \t\n\r\v\f", -1);
  GString *line = g_string_new (NULL);

  for (guint i = 0; pieces[i]; i++)
    if (*pieces[i])
      g_string_append_printf (line, "%s%s", line->len ? " " : "", pieces[i]);
  return g_string_free (line, FALSE);
}

void
lt_print_error (const char *message)
{
  g_autofree char *line = dup_one_line (message);

  fprintf (stderr, "lotrinh-cli: %s\n", line);
}

static int
measure (const char *words)
{
  int width = 0;

  for (const char *at = words; *at; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      width += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
    }
  return width;
}

static void
free_row (gpointer row)
{
  g_strfreev (row);
}

LtColumns *
lt_columns_new (guint n_columns)
{
  LtColumns *self = g_new0 (LtColumns, 1);

  self->n_columns = n_columns;
  self->rows = g_ptr_array_new_with_free_func (free_row);
  return self;
}

void
lt_columns_free (LtColumns *self)
{
  g_ptr_array_unref (self->rows);
  g_free (self);
}

void
lt_columns_add (LtColumns *self, guint column, const char *words, guint max)
{
  char *cell = dup_one_line (words);
  char **row;

  if (max && g_utf8_strlen (cell, -1) > max)
    {
      char *cut = g_utf8_offset_to_pointer (cell, max - 1);
      g_autofree char *whole = cell;

      *cut = '\0';
      cell = g_strconcat (g_strchomp (whole), "…", NULL);
    }
  if (column == 0)
    g_ptr_array_add (self->rows, g_new0 (char *, self->n_columns + 1));
  row = g_ptr_array_index (self->rows, self->rows->len - 1);
  g_assert (row[column] == NULL && (column == 0 || row[column - 1] != NULL));
  row[column] = cell;
}

void
lt_columns_print (LtColumns *self)
{
  g_autofree int *widths = g_new0 (int, self->n_columns);

  for (guint i = 0; i < self->rows->len; i++)
    for (guint column = 0; column < self->n_columns; column++)
      {
        char **row = g_ptr_array_index (self->rows, i);

        widths[column] = MAX (widths[column], measure (row[column]));
      }

  for (guint i = 0; i < self->rows->len; i++)
    {
      char **row = g_ptr_array_index (self->rows, i);
      g_autoptr (GString) line = g_string_new (NULL);

      for (guint column = 0; column < self->n_columns; column++)
        {
          int padding = widths[column] - measure (row[column]);

          g_string_append (line, row[column]);
          if (column + 1 < self->n_columns)
            g_string_append_printf (line, "%*s  ", padding, "");
        }
      lt_print_line ("%s", g_strchomp (line->str));
    }
}

json_t *
lt_json_string_or_null (const char *text)
{
  return text ? json_string (text) : json_null ();
}
