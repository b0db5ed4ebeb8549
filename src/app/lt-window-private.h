/* SPDX-License-Identifier: MIT */
#pragma once

#include "app/lt-view.h"
#include "app/lt-window.h"

G_BEGIN_DECLS

struct _LtWindow
{
  AdwApplicationWindow parent_instance;

  LtDocument *document;
  LtPlan *plan; /* the one shown; NULL if the file holds none */
  GCancellable *backup; /* cancelled when the file is given up */
  guint backup_later;   /* timeout source */
  guint due_tick;       /* tick callback: the first frame of a file */
  guint due_idle;       /* idle source */
  guint n_known_plans;
  guint n_plans_before; /* an import */

  AdwToastOverlay *overlay;
  GtkStack *stack;
  GMenuModel *primary_menu;
  GMenuModel *plan_menu;
  GtkMenuButton *menu_button;
  GtkInfoBar *read_only_bar;
  GtkLabel *read_only_label;
  GtkInfoBar *due_bar;
  GtkLabel *due_label;
  AdwFlap *flap;
  GtkListBox *sidebar;
  GtkStack *pages;
  GtkMenuButton *plan_button;
  AdwWindowTitle *plan_title;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
};

/* lt-window-pages.c: the pages and the sidebar that lists them. */
void     _lt_window_fill_sidebar    (LtWindow *self);
/* The page, made if this is its first time; NULL for none. */
LtView  *_lt_window_get_page        (LtWindow *self, const char *name);
/* Makes and shows the page; NULL if there is none of that name. */
LtView  *_lt_window_show_page       (LtWindow *self, const char *name);
/* By its place in the sidebar, from 0. */
void     _lt_window_show_nth_page   (LtWindow *self, guint index);
LtView  *_lt_window_get_shown_page  (LtWindow *self);
/* Hands the document and the plan to every page that there is. */
void     _lt_window_update_pages    (LtWindow *self);
/* What is being typed anywhere goes into the document; FALSE if some was refused. */
gboolean _lt_window_commit          (LtWindow *self);

/* lt-window-plan.c: which of the file's plans is shown. */
void     _lt_window_add_plan_actions  (LtWindow *self);
void     _lt_window_set_plan          (LtWindow *self, LtPlan *plan);
/* After a change of the file: the title, the menu, and another plan if the shown one is gone. */
void     _lt_window_update_plans      (LtWindow *self);

/* lt-window-file.c: opening, making, giving up. */
void     _lt_window_add_file_actions  (LtWindow *self);
void     _lt_window_set_document      (LtWindow *self, LtDocument *document);

/* lt-window-import.c: plans out of other programs' files, and dropped files. */
void     _lt_window_add_import_actions (LtWindow *self);

/* lt-window-due.c: the notice of work that is overdue or due soon, once for each file opened. */
void     _lt_window_add_due_actions   (LtWindow *self);
/* After the next frame: counting must not keep the file from the screen. */
void     _lt_window_show_due_later    (LtWindow *self);
void     _lt_window_hide_due          (LtWindow *self);
/* Counts anew while the notice is shown. */
void     _lt_window_update_due        (LtWindow *self);

/* lt-window-actions.c: undo, redo and what else stands in the header bar. */
void     _lt_window_add_actions       (LtWindow *self);
void     _lt_window_update_actions    (LtWindow *self);

G_END_DECLS
