/* SPDX-License-Identifier: MIT */
#pragma once

#include "exchange/lt-pdf-page.h"

G_BEGIN_DECLS

/* Words on paper back into paragraphs: a line that ends before the next word had to go below is
 * the end of one, and so is a line before an item of a list. What must be known of a text's
 * ends, so that the rest of it may follow from another page: */
typedef struct {
  GString *text;
  double room;       /* behind the last line */
  double first_word; /* width of the first word */
  double height;     /* of the letters */
} LtPdfText;

/* @words: sorted; @width: of the longest line that would have had room */
LtPdfText *lt_pdf_text_new    (GArray *words, double width);
void       lt_pdf_text_free   (LtPdfText *self);
/* What follows on the next page; takes @rest. */
void       lt_pdf_text_append (LtPdfText *self, LtPdfText *rest);
/* Whether @rest goes on in the middle of a sentence. */
gboolean   lt_pdf_text_goes_on (const LtPdfText *self, const LtPdfText *rest);

/* The leftmost and rightmost place of the words. FALSE if there are none. */
gboolean   lt_pdf_measure_words (GArray *words, double *left, double *right);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LtPdfText, lt_pdf_text_free)

G_END_DECLS
