/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How a row or a paragraph is numbered. */
typedef enum {
  LT_NUMBERING_NONE,
  LT_NUMBERING_PART,    /* Phần A, Phần I, Phần thứ nhất */
  LT_NUMBERING_CAPITAL, /* A, B */
  LT_NUMBERING_ROMAN,   /* I, II */
  LT_NUMBERING_ARABIC,  /* 1, 1.1, 01 */
  LT_NUMBERING_CODE,    /* KH20_TT_N02.3.1 */
  LT_NUMBERING_BRACKET, /* (1) */
  LT_NUMBERING_SMALL,   /* a), b) */
  LT_NUMBERING_DASH,
  LT_NUMBERING_PLUS,
} LtNumbering;

typedef struct {
  LtNumbering kind; /* of its first part */
  guint depth;      /* parts: 2 for "1.1" and "I.1" */
  guint value;      /* of its last part, from 1; 0 where that does not count */
} LtImportNumber;

/* @text is a number and nothing else: "II", "1.2.", "Mô hình 3", "a)". */
gboolean lt_import_number_read    (const char *text, LtImportNumber *number);
/* The same of a cell in a column of numbers, where longer ones count rows, too. */
gboolean lt_import_number_read_count (const char *text, LtImportNumber *number);
/* How many bytes of running text are its number ("1.1. ", "I. ", "a) ", "- "), the blanks
 * behind it included; 0 if it begins with none. @number may be NULL. */
gsize    lt_import_number_measure (const char *text, LtImportNumber *number);
/* The same for the heading of a part of a plan: "PHẦN A: ", "Phần thứ nhất. ". These words are part of its name. */
gsize    lt_import_number_measure_part (const char *text, LtImportNumber *number);
/* Outer numbers have lower ranks. */
guint    lt_import_number_get_rank (const LtImportNumber *number);

G_END_DECLS
