/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether @text goes on with a sentence that began before it: its first letter is small,
 * and no number stands before it. */
gboolean lt_import_text_goes_on    (const char *text);
/* Whether @text cannot end there: it ends with "," or ";", "và", "ngày", a dash … */
gboolean lt_import_text_is_open    (const char *text);
/* Lines that a narrow cell broke are put together again, paragraphs stay. (transfer full) */
char    *lt_import_text_dup_joined (const char *text);
/* A deadline's lines: only those that begin with a capital stay apart. (transfer full) */
char    *lt_import_text_dup_line   (const char *text);
/* The results in a cell: "(1) …" paragraphs, a) b) items, bullets, else one a paragraph.
 * (transfer full) (element-type utf8) */
GPtrArray *lt_import_text_split    (const char *text);
/* The one more piece of a text that a page cut: on the same line where the sentence goes on. */
void     lt_import_text_append     (GString *text, const char *more);

/* "-nt-", "như trên", a quotation mark alone: the same as above. */
gboolean lt_import_text_is_ditto   (const char *text);
/* Words parted by single spaces; an empty text counts as one. */
guint    lt_import_text_count_words (const char *text);
/* How many of its letters are capitals, and how many are small. */
void     lt_import_text_count_cases (const char *text, guint *upper, guint *lower);

/* Words that begin what stands below a table: signatures, "Nơi nhận". @folded: as of
 * lt_text_dup_folded(). */
gboolean lt_import_text_is_footer  (const char *folded);

G_END_DECLS
