/* SPDX-License-Identifier: MIT */
#pragma once

#include "app/lt-import-dialog.h"
#include "app/lt-import-table-view.h"
#include "exchange/lt-table-import.h"

G_BEGIN_DECLS

struct _LtImportDialog
{
  AdwWindow parent_instance;

  LtDocument *document; /* NULL: a new file is made */
  LtPlan *plan;         /* the one that was shown; NULL for none */
  gboolean has_place;   /* rows may go into that plan … */
  LtItem *place;        /* … behind this one; NULL for the end */
  LtTableImport *import;
  LtImportDraft *draft;
  GPtrArray *changes;      /* (element-type LtMergeChange) against the chosen plan; NULL for none */
  GPtrArray *column_rows;  /* (element-type GtkWidget) */
  GCancellable *reading;   /* NULL unless something is being read */
  gboolean drafting;
  char *name;              /* of the source */
  guint pulse;
  gboolean filling;        /* choices are being shown, not made */

  AdwWindowTitle *heading;
  GtkStack *stack;
  GtkSpinner *spinner;
  GtkProgressBar *progress;
  GtkWidget *work;
  GtkWidget *table_bar;
  GtkDropDown *tables;
  GtkCheckButton *used;
  LtImportTableView *table;
  GtkStack *sides;
  GtkListView *draft_list;
  GtkListBox *doubts_list;
  GtkStackPage *doubts_page;
  AdwPreferencesGroup *columns_group;
  GtkListBox *changes_list;
  GtkStackPage *changes_page;
  GtkLabel *summary;
  GtkWidget *target_label;
  GtkDropDown *target;
};

/* lt-import-dialog.c: what was read, and what becomes of it */
void    _lt_import_dialog_update_actions (LtImportDialog *self);
/* Forgets what was read, and all that came of it. */
void    _lt_import_dialog_drop_import    (LtImportDialog *self);
/* What was read just now, with its first draft. (transfer full) */
void    _lt_import_dialog_show_read      (LtImportDialog *self, LtImportDraft *draft);

/* lt-import-dialog-source.c: the file, the clipboard, or what is dropped, and the reading of it */
void    _lt_import_dialog_install_source (GtkWidgetClass *widget_class);
void    _lt_import_dialog_add_drop       (LtImportDialog *self);
void    _lt_import_dialog_stop_pulse     (LtImportDialog *self);

/* lt-import-dialog-take.c: where it goes */
void    _lt_import_dialog_install_take   (GtkWidgetClass *widget_class);
void    _lt_import_dialog_fill_targets   (LtImportDialog *self);
/* The plan that the draft is merged into; NULL for a new one. */
LtPlan *_lt_import_dialog_get_target     (LtImportDialog *self);

G_END_DECLS
