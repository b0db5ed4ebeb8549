/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define LT_POINTS_PER_MM (72.0 / 25.4)

typedef enum {
  LT_PAPER_A4,
  LT_PAPER_A3,
} LtPaper;

typedef enum {
  LT_MARGINS_DECREE, /* Nghị định 30/2020/NĐ-CP, Phụ lục I, I.3: 20, 15, 20, 30 mm */
  LT_MARGINS_WIDE,   /* what issued landscape tables use at the sides: 12 mm */
} LtMargins;

/* A sheet as it lies before the reader. Margins in millimetres. */
typedef struct {
  LtPaper paper;
  gboolean landscape;
  double top;
  double right;
  double bottom;
  double left;
} LtPageSetup;

void        lt_page_setup_init        (LtPageSetup *setup, LtPaper paper, gboolean landscape,
                                       LtMargins margins);
/* The whole sheet, in points. */
void        lt_page_setup_get_size    (const LtPageSetup *setup, double *width, double *height);
/* What the margins leave, in points. */
void        lt_page_setup_get_inner   (const LtPageSetup *setup, double *width, double *height);

/* "a4": the name on the command line and in settings. */
const char *lt_paper_get_nick         (LtPaper paper);
/* FALSE if there is no such paper; case does not matter. */
gboolean    lt_paper_from_nick        (const char *nick, LtPaper *paper);

G_END_DECLS
