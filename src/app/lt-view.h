/* SPDX-License-Identifier: MIT */
#pragma once

#include <gtk/gtk.h>

#include "store/lt-document.h"

G_BEGIN_DECLS

/* A page of the window: what it needs to know of the file, and what the window
 * may ask of it. */
#define LT_TYPE_VIEW (lt_view_get_type ())
G_DECLARE_INTERFACE (LtView, lt_view, LT, VIEW, GtkWidget)

struct _LtViewInterface
{
  GTypeInterface parent_iface;

  /* Both NULL when the file is given up; @plan alone is NULL for a file without plans. */
  void (*set_plan) (LtView *self, LtDocument *document, LtPlan *plan);
  /* Optional. What is being typed goes into the document; FALSE if some of it was refused. */
  gboolean (*commit) (LtView *self);
  /* Optional. Selects @item and brings it into sight; FALSE if it has no place here. */
  gboolean (*reveal) (LtView *self, LtItem *item);
  /* Optional. */
  void (*start_search) (LtView *self);
  /* Optional: what is printed where this is not the appendix. */
  void (*print) (LtView *self);
};

void     lt_view_set_plan     (LtView *self, LtDocument *document, LtPlan *plan);
gboolean lt_view_commit       (LtView *self);
gboolean lt_view_reveal       (LtView *self, LtItem *item);
/* FALSE if nothing can be searched here. */
gboolean lt_view_start_search (LtView *self);
/* FALSE if the page prints nothing of its own. */
gboolean lt_view_print        (LtView *self);

G_END_DECLS
