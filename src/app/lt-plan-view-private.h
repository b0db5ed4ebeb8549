/* SPDX-License-Identifier: MIT */
#pragma once

#include "app/lt-assignment-form.h"
#include "app/lt-edit-cell.h"
#include "app/lt-filter-bar.h"
#include "app/lt-initiative-form.h"
#include "app/lt-plan-columns.h"
#include "app/lt-plan-view.h"

G_BEGIN_DECLS

struct _LtPlanView
{
  GtkWidget parent_instance;

  LtDocument *document;
  LtPlan *plan;

  GtkTreeListModel *tree;    /* all rows, or while something is searched or filtered its matches */
  GtkTreeListModel *whole;   /* all rows; kept during a search, with what is open in it */
  GPtrArray *matches;        /* (element-type LtAssignment): those of the tree; NULL unless searching */
  GtkMultiSelection *selection;
  LtItem *to_select;         /* selected before, but not among the matches of the tree yet */
  guint select_later;        /* idle source */
  GPtrArray *cells;          /* (element-type LtEditCell): those that show a row now; borrowed */
  guint column;              /* the one the keyboard is in */
  guint refocus;             /* idle source */
  LtItem *dragged;           /* NULL unless a row is dragged */
  GtkWidget *drop_row;       /* the row of the table that shows where it would go; mostly NULL */

  GtkWidget *toolbar;
  GtkSearchEntry *search_entry;
  LtFilterBar *filter_bar;
  GtkLabel *search_count;
  GtkStack *table_stack;
  GtkColumnView *table;
  GMenuModel *row_menu;
  GMenuModel *add_menu;
  GtkMenuButton *add_button;
  GtkWidget *context_menu;            /* NULL until it is asked for */
  GtkPaned *paned;
  GtkStack *forms;
  LtAssignmentForm *assignment_form;  /* NULL until an assignment is selected */
  LtInitiativeForm *initiative_form;
  GtkLabel *many_label;
};

/* lt-plan-view.c */
/* The selected rows' items from the top. (transfer full) (element-type LtItem) */
GPtrArray  *_lt_plan_view_list_selected (LtPlanView *self);
/* Selects @item alone and scrolls to it; FALSE if it is not in the table. */
gboolean    _lt_plan_view_select        (LtPlanView *self, LtItem *item);
/* The menu of rows, at that place in the table. */
void        _lt_plan_view_show_menu     (LtPlanView *self, int x, int y);

/* lt-plan-view-drag.c */
void        _lt_plan_view_add_drag      (LtPlanView *self);
/* Where @item goes that is dropped over the row of @over, on the lower half of it with @below: beside
 * one of its kind, else first among what @over holds. FALSE where it cannot go or stands already. */
gboolean    _lt_plan_view_find_place    (LtItem *item, LtItem *over, gboolean below, LtItem **parent,
                                         LtItem **before);
gboolean    _lt_plan_view_drop          (LtPlanView *self, LtItem *item, LtItem *over, gboolean below);

/* lt-plan-view-table.c: the cells and the keyboard among them. */
void        _lt_plan_view_add_columns   (LtPlanView *self);
/* All cells that are shown, after a change of the document. */
void        _lt_plan_view_update_cells  (LtPlanView *self);
/* The item in whose row a cell stands now; borrowed, NULL for none. */
LtItem     *_lt_plan_view_get_cell_row  (LtEditCell *cell);
/* The cell of that column in the row of @item, if it is on the screen. */
LtEditCell *_lt_plan_view_find_cell     (LtPlanView *self, LtItem *item, guint column);
/* Once the row is on the screen: edits its first cell that can be, or gives it the keyboard. */
void        _lt_plan_view_edit_later    (LtPlanView *self, LtItem *item);
void        _lt_plan_view_focus_later   (LtPlanView *self, LtItem *item, guint column);
gboolean    _lt_plan_view_commit_cells  (LtPlanView *self);
gboolean    _lt_plan_view_key_pressed   (LtPlanView *self, guint keyval, GdkModifierType state);
void        _lt_plan_view_scroll_to     (LtPlanView *self, guint position);

/* lt-plan-view-actions.c: what is done to rows. */
void        _lt_plan_view_install_actions (GtkWidgetClass *widget_class);
void        _lt_plan_view_update_actions  (LtPlanView *self);

/* lt-plan-view-search.c */
/* @keep: a row that was found stays while it is selected, though it no longer fits: it is
 * being changed. */
void        _lt_plan_view_update_search   (LtPlanView *self, gboolean keep);
/* Forgets the row that was to be selected as soon as the table has it. */
void        _lt_plan_view_stop_selecting  (LtPlanView *self);

G_END_DECLS
