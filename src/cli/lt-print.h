/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>
#include <jansson.h>

G_BEGIN_DECLS

/* What goes to stdout is always UTF-8, whatever the locale says. Whether it all
 * arrived is asked once, at the end. */
void     lt_print_text   (const char *text);
void     lt_print_line   (const char *format, ...) G_GNUC_PRINTF (1, 2);
/* One document, indented, ended by a line break. Takes the reference. */
void     lt_print_json   (json_t *document);
/* Flushes; FALSE if anything could not be written. */
gboolean lt_print_finish (GError **error);

/* "lotrinh-cli: …" in one line on stderr, whatever @message holds. */
void     lt_print_error  (const char *message);

/* Columns that are as wide as their widest cell, the last one ragged. */
typedef struct _LtColumns LtColumns;

LtColumns *lt_columns_new   (guint n_columns);
void       lt_columns_free  (LtColumns *self);
/* The words of one row; line breaks and runs of white space become one space and
 * what is longer than @max characters is cut, ending in "…" (0: never cut). */
void       lt_columns_add   (LtColumns *self, guint column, const char *words, guint max);
void       lt_columns_print (LtColumns *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LtColumns, lt_columns_free)

/* JSON null for NULL. */
json_t  *lt_json_string_or_null  (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (json_t, json_decref)

G_END_DECLS
