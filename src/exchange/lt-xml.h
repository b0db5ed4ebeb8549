/* SPDX-License-Identifier: MIT */
#pragma once

#include "exchange/lt-archive.h"

G_BEGIN_DECLS

/* XML and HTML from senders who are not trusted, read as a stream of calls: nothing of it
 * is kept in memory. A document type declaration is refused where it begins, so
 * there are no entities but the five of XML itself; nothing is ever fetched. */

#define LT_XML_DEPTH_MAX 200

typedef struct {
  const char *name; /* without its prefix */
  const char *uri;  /* of its namespace; the same pointer for the same one; NULL for none */
  /*< private >*/
  const unsigned char **attributes;
  guint n_attributes;
  guint stride;
} LtXmlElement;

typedef struct _LtXmlParser LtXmlParser;

/* Any may be NULL. */
typedef struct {
  void (*start) (LtXmlParser *parser, const LtXmlElement *element, gpointer data);
  /* Only name and uri of @element are set. */
  void (*end)   (LtXmlParser *parser, const LtXmlElement *element, gpointer data);
  void (*text)  (LtXmlParser *parser, const char *text, gsize length, gpointer data);
} LtXmlHandler;

/* FALSE if the part is not there, damaged, nested too deep or costs too much, or
 * with what the handler failed with. */
gboolean    lt_xml_parse_part        (LtArchive *archive, const char *part,
                                      const LtXmlHandler *handler, gpointer data, LtBudget *budget,
                                      GError **error);
gboolean    lt_xml_parse_data        (const char *text, gsize length, const LtXmlHandler *handler,
                                      gpointer data, LtBudget *budget, GError **error);
/* UTF-8; as browsers read it: what is wrong is passed over. Names are in lower case. */
gboolean    lt_html_parse_data       (const char *text, gsize length, const LtXmlHandler *handler,
                                      gpointer data, LtBudget *budget, GError **error);

/* Ends the parse from within a handler. Takes @error; the first counts. */
void        lt_xml_parser_fail       (LtXmlParser *parser, GError *error);
/* Charges @n cells, failing the parse where there are not so many left. */
gboolean    lt_xml_parser_take_cells (LtXmlParser *parser, guint64 n);

/* Charges the words of one cell, which are to be kept. */
gboolean    lt_xml_parser_take_text  (LtXmlParser *parser, gsize n);
/* Adds to the words of one cell, failing the parse where they grow beyond what a
 * cell can hold. */
void        lt_xml_parser_append     (LtXmlParser *parser, GString *words, const char *text,
                                      gsize length);

/* Borrowed, not ended by a NUL, valid during the call; NULL if there is none. */
const char *lt_xml_element_find      (const LtXmlElement *element, const char *name, gsize *length);
/* (transfer full) (nullable) */
char       *lt_xml_element_dup       (const LtXmlElement *element, const char *name);
gboolean    lt_xml_element_says      (const LtXmlElement *element, const char *name,
                                      const char *value);
/* @fallback if there is none or it is no whole number. */
gint64      lt_xml_element_get_integer (const LtXmlElement *element, const char *name,
                                        gint64 fallback);
/* "1", "true", "on" and the attribute alone, as OOXML writes switches. @absent where there
 * is no such attribute. */
gboolean    lt_xml_element_get_switch (const LtXmlElement *element, const char *name,
                                       gboolean absent);

G_END_DECLS
