/* SPDX-License-Identifier: MIT */
#pragma once

#include "exchange/lt-docx-styles.h"

G_BEGIN_DECLS

/* Numbers that Word counts itself ("1.", "(2)", "a)", "II.3"), which are written in no paragraph. */
typedef struct _LtDocxNumbering LtDocxNumbering;

#define LT_DOCX_LEVELS 9

/* None if @part is NULL or not there. @styles is borrowed. */
LtDocxNumbering *lt_docx_numbering_read       (LtArchive *archive, const char *part,
                                               LtDocxStyles *styles, LtBudget *budget,
                                               GError **error);
void             lt_docx_numbering_free       (LtDocxNumbering *self);

/* Counts the next paragraph of list @list (numId); paragraphs are handed over in the order
 * of the document. @level: from 0; -1 for the one that is made for @style.
 * Returns: (transfer full) (nullable): the number as it is shown, with the space behind it;
 *   NULL where nothing is shown */
char            *lt_docx_numbering_dup_next   (LtDocxNumbering *self, gint64 list, gint64 level,
                                               const char *style);

/* The number @n as a list counts it: "decimal", "upperRoman", "lowerLetter", … (ECMA-376
 * part 1, 17.18.59); kinds that Vietnamese lists do not use count as decimal. (transfer full) */
char            *lt_docx_dup_ordinal          (const char *kind, guint n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LtDocxNumbering, lt_docx_numbering_free)

G_END_DECLS
