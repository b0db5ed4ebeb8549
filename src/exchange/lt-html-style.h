/* SPDX-License-Identifier: MIT */
#pragma once

#include "exchange/lt-legacy-text.h"

G_BEGIN_DECLS

/* As much of CSS as tells what a cell says: bold, hidden, fonts of old encodings, kinds of
 * lists. -1 where nothing is said. */
typedef struct {
  gint8 bold;
  gint8 hidden;
  gint8 legacy;   /* LtLegacy */
  gint8 capitals;
  const char *list; /* "decimal", "lowerLetter", …, "bullet", "none"; NULL; static */
} LtHtmlStyle;

#define LT_HTML_STYLE_NONE { -1, -1, -1, -1, NULL }

/* Takes in "font-weight: 700; display: none"; what it says goes before what was said. */
void lt_html_style_read       (LtHtmlStyle *self, const char *declarations, gsize length);
/* Lets @over go before @self. */
void lt_html_style_cover      (LtHtmlStyle *self, const LtHtmlStyle *over);

/* Adds the rules of a style sheet to @rules (name -> LtHtmlStyle): those for a kind of element
 * under its name ("td"), those for a class behind a point (".xl65", also for "td.xl65"). Others
 * are passed over. */
void lt_html_style_read_sheet (GHashTable *rules, const char *text);

G_END_DECLS
