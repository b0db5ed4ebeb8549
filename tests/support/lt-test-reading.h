/* SPDX-License-Identifier: MIT */
#pragma once

#include "exchange/lt-reader.h"

G_BEGIN_DECLS

/* Fails the test if the bytes are refused. (transfer full) */
LtReading *lt_test_read     (GBytes *bytes);

/* Fails the test unless the bytes are refused with words that hold @message. */
void       lt_test_refused  (GBytes *bytes, const char *message);

/* All cells of a table in a form that is easy to compare: a line for each row, " | " between
 * cells, "/" for line breaks, "*" before bold text, "[2x1]" for spans (rows, columns), "^" for cells
 * that a span covers, "#" before header rows and "~" before paragraphs. (transfer full) */
char      *lt_test_dup_cells (LtTable *table);

/* The @index-th table of @reading must look like @expected. */
void       lt_test_cells    (LtReading *reading, guint index, const char *expected);
/* What holds for whatever was read, hostile or not: either @reading or @error is there, texts
 * are in the form in which they may enter a plan, spans stay inside their tables. */
void       lt_test_check_reading (LtReading *reading, const GError *error);

G_END_DECLS
