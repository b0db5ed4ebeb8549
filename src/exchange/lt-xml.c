/* SPDX-License-Identifier: MIT */
#include "exchange/lt-xml.h"

#include <glib/gi18n-lib.h>
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <string.h>

#define CHUNK (32 * 1024)
#define CELL_BYTES_MAX (1024 * 1024)

struct _LtXmlParser {
  xmlParserCtxtPtr context;
  const LtXmlHandler *handler;
  gpointer data;
  LtBudget *budget;
  guint depth;
  GError *error;
};

void
lt_xml_parser_fail (LtXmlParser *parser, GError *error)
{
  if (parser->error != NULL)
    {
      g_error_free (error);
      return;
    }
  parser->error = error;
  xmlStopParser (parser->context);
}

gboolean
lt_xml_parser_take_cells (LtXmlParser *parser, guint64 n)
{
  GError *error = NULL;

  if (parser->error == NULL && lt_budget_take_cells (parser->budget, n, &error))
    return TRUE;
  if (error != NULL)
    lt_xml_parser_fail (parser, error);
  return FALSE;
}

gboolean
lt_xml_parser_take_text (LtXmlParser *parser, gsize n)
{
  GError *error = NULL;

  if (parser->error == NULL && lt_budget_take_text (parser->budget, n, &error))
    return TRUE;
  if (error != NULL)
    lt_xml_parser_fail (parser, error);
  return FALSE;
}

void
lt_xml_parser_append (LtXmlParser *parser, GString *words, const char *text, gsize length)
{
  if (words->len + length <= CELL_BYTES_MAX)
    g_string_append_len (words, text, (gssize) length);
  else
    lt_xml_parser_fail (parser, g_error_new (LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_LIMIT,
                                             _("A cell of the file holds more than %d KB of text, "
                                               "which no plan needs; the file was not read."),
                                             CELL_BYTES_MAX / 1024));
}

static void
enter (LtXmlParser *self, const LtXmlElement *element)
{
  if (self->error != NULL)
    return;
  if (++self->depth > LT_XML_DEPTH_MAX)
    {
      lt_xml_parser_fail (self, g_error_new (LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_LIMIT,
                                             _("The file is nested more than %d levels deep, which "
                                               "no office program writes; it may be malicious and "
                                               "was not read."),
                                             LT_XML_DEPTH_MAX));
      return;
    }
  if (self->handler->start != NULL)
    self->handler->start (self, element, self->data);
}

static void
leave (LtXmlParser *self, const LtXmlElement *element)
{
  if (self->error != NULL)
    return;
  self->depth--;
  if (self->handler->end != NULL)
    self->handler->end (self, element, self->data);
}

static void
start_element_cb (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                  int n_namespaces, const xmlChar **namespaces, int n_attributes, int n_defaulted,
                  const xmlChar **attributes)
{
  LtXmlElement element = { (const char *) name, (const char *) uri, attributes,
                           (guint) n_attributes, 5 };

  enter (data, &element);
}

static void
end_element_cb (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  LtXmlElement element = { (const char *) name, (const char *) uri, NULL, 0, 5 };

  leave (data, &element);
}

static void
html_start_element_cb (void *data, const xmlChar *name, const xmlChar **attributes)
{
  LtXmlElement element = { (const char *) name, NULL, attributes, 0, 2 };

  while (attributes != NULL && attributes[element.n_attributes * 2] != NULL)
    element.n_attributes++;
  enter (data, &element);
}

static void
html_end_element_cb (void *data, const xmlChar *name)
{
  LtXmlElement element = { (const char *) name, NULL, NULL, 0, 2 };

  leave (data, &element);
}

static void
text_cb (void *data, const xmlChar *text, int length)
{
  LtXmlParser *self = data;

  if (self->error == NULL && self->handler->text != NULL)
    self->handler->text (self, (const char *) text, (gsize) length, self->data);
}

/* Comes before anything that the declaration declares is looked at. */
static void
doctype_cb (void *data, const xmlChar *name, const xmlChar *external, const xmlChar *system)
{
  lt_xml_parser_fail (data, g_error_new (LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_FORMAT,
                                         _("The file declares a document type (DTD), which no "
                                           "office program writes; it may be malicious and was "
                                           "not read.")));
}

/* Without one libxml2 writes to stderr. */
static void
ignore_error_cb (void *data, xmlErrorPtr error)
{
}

static void
init_sax (xmlSAXHandler *sax, gboolean html)
{
  memset (sax, 0, sizeof *sax);
  sax->characters = text_cb;
  sax->cdataBlock = text_cb;
  sax->ignorableWhitespace = text_cb;
  sax->serror = ignore_error_cb;
  if (html)
    {
      sax->initialized = 1;
      sax->startElement = html_start_element_cb;
      sax->endElement = html_end_element_cb;
      return;
    }
  sax->initialized = XML_SAX2_MAGIC;
  sax->internalSubset = doctype_cb;
  sax->startElementNs = start_element_cb;
  sax->endElementNs = end_element_cb;
}

static void
close_context (LtXmlParser *self)
{
  if (self->context->myDoc != NULL)
    xmlFreeDoc (self->context->myDoc);
  self->context->myDoc = NULL;
}

/* @outcome: what libxml2 returned for the last chunk. */
static gboolean
conclude (LtXmlParser *self, int outcome, const char *part, GError **error)
{
  if (self->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      return FALSE;
    }
  if (outcome == XML_ERR_OK && self->context->wellFormed)
    return TRUE;
  g_set_error (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_FORMAT,
               _("The file is damaged: its part “%s” breaks off or is not XML (line %d). "
                 "Get a new copy of it and try again."),
               part, self->context->lastError.line);
  return FALSE;
}

static void
init_xml (LtXmlParser *self, xmlSAXHandler *sax)
{
  init_sax (sax, FALSE);
  self->context = xmlCreatePushParserCtxt (sax, self, NULL, 0, NULL);
  if (self->context == NULL)
    g_error ("out of memory");
  xmlCtxtUseOptions (self->context, XML_PARSE_NONET);
}

gboolean
lt_xml_parse_part (LtArchive *archive, const char *part, const LtXmlHandler *handler, gpointer data,
                   LtBudget *budget, GError **error)
{
  g_autoptr (LtArchivePart) source = lt_archive_open_part (archive, part, error);
  g_autofree char *chunk = NULL;
  LtXmlParser self = { .handler = handler, .data = data, .budget = budget };
  xmlSAXHandler sax;
  int outcome = XML_ERR_OK;
  gssize n;
  gboolean done;

  if (source == NULL)
    return FALSE;
  chunk = g_malloc (CHUNK);
  init_xml (&self, &sax);
  do
    {
      n = lt_archive_part_read (source, chunk, CHUNK, &self.error);
      if (n >= 0)
        outcome = xmlParseChunk (self.context, chunk, (int) n, n == 0);
    }
  while (n > 0 && outcome == XML_ERR_OK && self.error == NULL);
  done = conclude (&self, outcome, part, error);
  close_context (&self);
  xmlFreeParserCtxt (self.context);
  return done;
}

static gboolean
feed (LtXmlParser *self, const char *text, gsize length,
      int (*parse) (xmlParserCtxtPtr, const char *, int, int), int *outcome)
{
  *outcome = XML_ERR_OK;
  for (gsize at = 0; at < length && self->error == NULL; at += CHUNK)
    {
      gsize n = MIN (CHUNK, length - at);

      if (!lt_budget_take_bytes (self->budget, n, &self->error))
        return FALSE;
      *outcome = parse (self->context, text + at, (int) n, 0);
    }
  if (self->error == NULL)
    *outcome = parse (self->context, text, 0, 1);
  return self->error == NULL;
}

gboolean
lt_xml_parse_data (const char *text, gsize length, const LtXmlHandler *handler, gpointer data,
                   LtBudget *budget, GError **error)
{
  LtXmlParser self = { .handler = handler, .data = data, .budget = budget };
  xmlSAXHandler sax;
  int outcome;
  gboolean done;

  init_xml (&self, &sax);
  feed (&self, text, length, xmlParseChunk, &outcome);
  done = conclude (&self, outcome, "XML", error);
  close_context (&self);
  xmlFreeParserCtxt (self.context);
  return done;
}

gboolean
lt_html_parse_data (const char *text, gsize length, const LtXmlHandler *handler, gpointer data,
                    LtBudget *budget, GError **error)
{
  LtXmlParser self = { .handler = handler, .data = data, .budget = budget };
  xmlSAXHandler sax;
  int outcome;

  init_sax (&sax, TRUE);
  self.context = htmlCreatePushParserCtxt (&sax, &self, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);
  if (self.context == NULL)
    g_error ("out of memory");
  htmlCtxtUseOptions (self.context, HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
  feed (&self, text, length, htmlParseChunk, &outcome);
  close_context (&self);
  htmlFreeParserCtxt (self.context);
  if (self.error == NULL)
    return TRUE;
  g_propagate_error (error, self.error);
  return FALSE;
}

const char *
lt_xml_element_find (const LtXmlElement *element, const char *name, gsize *length)
{
  for (guint i = 0; i < element->n_attributes; i++)
    {
      const unsigned char **attribute = element->attributes + i * element->stride;

      if (strcmp ((const char *) attribute[0], name) != 0)
        continue;
      if (element->stride == 2)
        {
          *length = attribute[1] != NULL ? strlen ((const char *) attribute[1]) : 0;
          return attribute[1] != NULL ? (const char *) attribute[1] : "";
        }
      *length = (gsize) (attribute[4] - attribute[3]);
      return (const char *) attribute[3];
    }
  return NULL;
}

char *
lt_xml_element_dup (const LtXmlElement *element, const char *name)
{
  gsize length;
  const char *value = lt_xml_element_find (element, name, &length);

  return value != NULL ? g_strndup (value, length) : NULL;
}

gboolean
lt_xml_element_says (const LtXmlElement *element, const char *name, const char *value)
{
  gsize length;
  const char *found = lt_xml_element_find (element, name, &length);

  return found != NULL && length == strlen (value) && memcmp (found, value, length) == 0;
}

gint64
lt_xml_element_get_integer (const LtXmlElement *element, const char *name, gint64 fallback)
{
  gsize length;
  const char *value = lt_xml_element_find (element, name, &length);
  char digits[24];
  gint64 number;

  if (value == NULL || length >= sizeof digits)
    return fallback;
  memcpy (digits, value, length);
  digits[length] = '\0';
  if (!g_ascii_string_to_signed (digits, 10, G_MININT64, G_MAXINT64, &number, NULL))
    return fallback;
  return number;
}

gboolean
lt_xml_element_get_switch (const LtXmlElement *element, const char *name, gboolean absent)
{
  gsize length;

  if (lt_xml_element_find (element, name, &length) == NULL)
    return absent;
  return !lt_xml_element_says (element, name, "0") && !lt_xml_element_says (element, name, "false")
         && !lt_xml_element_says (element, name, "off");
}
