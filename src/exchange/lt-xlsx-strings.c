/* SPDX-License-Identifier: MIT */
#include "exchange/lt-xlsx-strings.h"

#include <string.h>

typedef struct {
  const char *text;
  gboolean bold;
} Shared;

struct _LtXlsxStrings {
  GStringChunk *pool;
  GArray *strings; /* (element-type Shared) */
};

typedef struct {
  LtXlsxStrings *strings;
  LtXlsxRuns runs;
} Reader;

void
lt_xlsx_unescape (GString *text)
{
  char *from = text->str;
  char *to = text->str;

  if (strstr (from, "_x") == NULL)
    return;
  while (*from != '\0')
    {
      gunichar c = 0;
      guint i = 0;

      if (from[0] == '_' && from[1] == 'x')
        for (; i < 4 && g_ascii_isxdigit (from[2 + i]); i++)
          c = c * 16 + (gunichar) g_ascii_xdigit_value (from[2 + i]);
      if (i == 4 && from[6] == '_')
        {
          /* Takes at most three bytes, so it never overtakes what is still to be read. */
          if (c != 0 && g_unichar_validate (c))
            to += g_unichar_to_utf8 (c, to);
          from += 7;
        }
      else
        *to++ = *from++;
    }
  g_string_truncate (text, (gsize) (to - text->str));
}

void
lt_xlsx_runs_start (LtXlsxRuns *self, const LtXmlElement *element)
{
  if (strcmp (element->name, "t") == 0)
    self->in_text = !self->in_phonetic;
  else if (strcmp (element->name, "r") == 0)
    self->run_bold = FALSE;
  else if (strcmp (element->name, "b") == 0)
    self->run_bold = lt_xml_element_get_switch (element, "val", TRUE);
  else if (strcmp (element->name, "rPh") == 0)
    self->in_phonetic = TRUE;
}

void
lt_xlsx_runs_end (LtXlsxRuns *self, const LtXmlElement *element)
{
  if (strcmp (element->name, "t") == 0)
    self->in_text = FALSE;
  else if (strcmp (element->name, "r") == 0)
    self->run_bold = FALSE;
  else if (strcmp (element->name, "rPh") == 0)
    self->in_phonetic = FALSE;
}

static gboolean
is_blank (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isspace (text[i]))
      return FALSE;
  return TRUE;
}

void
lt_xlsx_runs_text (LtXlsxRuns *self, LtXmlParser *parser, const char *text, gsize length)
{
  if (!self->in_text)
    return;
  lt_xml_parser_append (parser, self->text, text, length);
  if (is_blank (text, length))
    return;
  if (self->run_bold)
    self->any_bold = TRUE;
  else
    self->any_plain = TRUE;
}

static void
start_cb (LtXmlParser *parser, const LtXmlElement *element, gpointer data)
{
  Reader *self = data;

  lt_xlsx_runs_start (&self->runs, element);
}

static void
end_cb (LtXmlParser *parser, const LtXmlElement *element, gpointer data)
{
  Reader *self = data;
  LtXlsxRuns *runs = &self->runs;
  Shared shared;

  lt_xlsx_runs_end (runs, element);
  if (strcmp (element->name, "si") != 0 || !lt_xml_parser_take_text (parser, runs->text->len + 1)
      || !lt_xml_parser_take_cells (parser, 1))
    return;
  lt_xlsx_unescape (runs->text);
  shared.text = g_string_chunk_insert_len (self->strings->pool, runs->text->str,
                                           (gssize) runs->text->len);
  shared.bold = runs->any_bold && !runs->any_plain;
  g_array_append_val (self->strings->strings, shared);
  g_string_truncate (runs->text, 0);
  runs->any_bold = runs->any_plain = FALSE;
}

static void
text_cb (LtXmlParser *parser, const char *text, gsize length, gpointer data)
{
  Reader *self = data;

  lt_xlsx_runs_text (&self->runs, parser, text, length);
}

LtXlsxStrings *
lt_xlsx_strings_read (LtArchive *archive, const char *part, LtBudget *budget, GError **error)
{
  static const LtXmlHandler handler = { start_cb, end_cb, text_cb };
  g_autoptr (LtXlsxStrings) self = g_new0 (LtXlsxStrings, 1);
  g_autoptr (GString) text = g_string_new (NULL);
  Reader reader = { .strings = self, .runs = { .text = text } };

  self->pool = g_string_chunk_new (64 * 1024);
  self->strings = g_array_new (FALSE, FALSE, sizeof (Shared));
  if (part != NULL && lt_archive_has_part (archive, part)
      && !lt_xml_parse_part (archive, part, &handler, &reader, budget, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
lt_xlsx_strings_free (LtXlsxStrings *self)
{
  g_string_chunk_free (self->pool);
  g_array_unref (self->strings);
  g_free (self);
}

guint
lt_xlsx_strings_get_n (LtXlsxStrings *self)
{
  return self->strings->len;
}

const char *
lt_xlsx_strings_get (LtXlsxStrings *self, guint index, gboolean *bold)
{
  const Shared *shared = &g_array_index (self->strings, Shared, index);

  g_assert (index < self->strings->len);
  *bold = shared->bold;
  return shared->text;
}
