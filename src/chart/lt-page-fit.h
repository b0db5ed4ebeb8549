/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How a drawing is spread over sheets of one size. */
typedef enum {
  LT_PAGE_FIT_WIDTH,   /* one page across, words at their true size where they can be, any number down */
  LT_PAGE_FIT_TRUE,    /* everything at its true size, any number of pages */
  LT_PAGE_FIT_AT_MOST, /* at true size where that takes no more pages, else smaller */
  LT_PAGE_FIT_EXACTLY, /* fills so many pages, words larger or smaller */
  LT_PAGE_FIT_SHEET,   /* one sheet as large as the drawing, whatever the paper */
} LtPageFit;

/* Words smaller than this cannot be read on paper. */
#define LT_PAGE_TEXT_SIZE_MIN 6.0
/* More pages are a slip of the hand. */
#define LT_PAGES_MAX 5000u
/* Points of the longest side that a PDF can have. */
#define LT_SHEET_SIZE_MAX 14400.0

G_END_DECLS
