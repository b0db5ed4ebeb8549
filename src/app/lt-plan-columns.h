/* SPDX-License-Identifier: MIT */
#pragma once

#include "store/lt-document.h"

G_BEGIN_DECLS

/* What the columns of the table show of each row, and what an edit there changes. */
typedef struct {
  const char *title; /* msgid */
  int width;         /* px; at least, for one that expands */
  gboolean expand;
  gboolean tree;     /* carries the expander */

  /* @as_of: the day as of which work counts as late. */
  char *(*dup_text) (LtItem *item, LtDay as_of);
  /* The item and its field behind the cell; NULL for a cell that only shows. */
  const char *(*get_field) (LtItem *item, LtItem **owner);
  /* A class of style.css, or NULL. */
  const char *(*get_style) (LtItem *item, LtDay as_of);
} LtPlanColumn;

extern const LtPlanColumn lt_plan_columns[];
extern const guint lt_n_plan_columns;

G_END_DECLS
