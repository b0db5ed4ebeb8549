/* SPDX-License-Identifier: MIT */
#include "store/lt-label.h"

#include <glib/gi18n-lib.h>
#include <stdarg.h>
#include <string.h>

/* A control character can stand in no field, so it cannot stand in an argument. */
#define SEPARATOR "\x1f"

/* Names may be of any length, but a journal and the hint of a button are lines. */
#define ARGUMENT_CHARS_MAX 120

static void
append_argument (GString *label, const char *argument)
{
  const char *end;

  if (g_utf8_strlen (argument, -1) <= ARGUMENT_CHARS_MAX)
    {
      g_string_append (label, argument);
      return;
    }
  end = g_utf8_offset_to_pointer (argument, ARGUMENT_CHARS_MAX - 1);
  g_string_append_len (label, argument, end - argument);
  g_string_append (label, "…");
}

static const char *
read_argument (const char *part)
{
  if (*part != *LT_LABEL_TRANSLATE)
    return part;
  part += strlen (LT_LABEL_TRANSLATE);
  return *part ? _(part) : part;
}

char *
lt_label_new (const char *msgid, ...)
{
  GString *label = g_string_new (msgid);
  const char *argument;
  va_list arguments;

  va_start (arguments, msgid);
  while ((argument = va_arg (arguments, const char *)))
    {
      g_string_append (label, SEPARATOR);
      append_argument (label, argument);
    }
  va_end (arguments);
  return g_string_free (label, FALSE);
}

char *
lt_label_dup_text (const char *label)
{
  g_auto (GStrv) parts = g_strsplit (label, SEPARATOR, -1);
  GString *text = g_string_new (NULL);
  const char *format = parts[0] && *parts[0] ? _(parts[0]) : "";
  guint next = 1;
  guint n_parts = g_strv_length (parts);
  const char *place;

  /* Not printf(): the label comes from a file that anybody may have made. */
  while ((place = strstr (format, "%s")))
    {
      g_string_append_len (text, format, place - format);
      if (next < n_parts)
        g_string_append (text, read_argument (parts[next++]));
      format = place + strlen ("%s");
    }
  g_string_append (text, format);
  return g_string_free (text, FALSE);
}
