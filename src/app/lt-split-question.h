/* SPDX-License-Identifier: MIT */
#pragma once

#include <gtk/gtk.h>

#include "store/lt-reorganisation.h"

G_BEGIN_DECLS

/* An agency that was split, and who does its work: for all rows at once, or row by row.
 * Signal "answered" after every choice. */
#define LT_TYPE_SPLIT_QUESTION (lt_split_question_get_type ())
G_DECLARE_FINAL_TYPE (LtSplitQuestion, lt_split_question, LT, SPLIT_QUESTION, GtkWidget)

/* Both are borrowed and must outlive it. */
GtkWidget   *lt_split_question_new      (LtReorganisation *reorganisation, LtReorganiseQuestion *question);
GtkDropDown *lt_split_question_get_list (LtSplitQuestion *self);

G_END_DECLS
