/* SPDX-License-Identifier: MIT */
#pragma once

#include "store/lt-document-private.h"
#include "store/lt-row-batch.h"

G_BEGIN_DECLS

struct _LtEdit
{
  LtDatabase *database;
  LtDocument *document; /* NULL while a new file is filled */
  const char *path;
  char *label;
  sqlite3_session *session;
  LtRowBatch *rows;    /* that the step under way inserts */
  GHashTable *ids;     /* id in the draft -> id of the row, for drafts inserted so far */
  GArray *seams;       /* places where a joined deadline may have lost the row above */
  GArray *references;  /* fields of new rows that name an agency by its id in the draft */
  gboolean agencies_led_on; /* who succeeds or stands above whom may have changed */
  GHashTable *dismissed; /* match keys of phrases that name nobody in some row; NULL until asked */
  gboolean dismissed_checked; /* those that another row reads are no longer among them */
  GHashTable *running; /* ids of initiatives whose outcome labels ran on from (1) before */
};

/* Rules that keep a row's neighbours right; called by the steps of an edit. */

/* Before a step changes which outcomes the initiative above @item holds, or their order. */
void     _lt_edit_note_labels   (LtEdit *edit, LtItem *item);
/* Something came, went or moved at @position below the initiative @parent. */
void     _lt_edit_note_seam     (LtEdit *edit, gint64 parent, gint64 position);
/* The words of a deadline go to every row that is printed merged with this one. */
gboolean _lt_edit_spread_deadline (LtEdit *edit, LtItem *assignment, const char *words, GError **error);
/* Before the commit: what the noted places need. */
gboolean _lt_edit_apply_rules   (LtEdit *edit, GError **error);

GArray  *_lt_edit_references_new   (void);
/* A new row that names an agency or another row: whichever id that gets in the end. */
void     _lt_edit_note_reference   (LtEdit *edit, gint64 row, LtItem *draft, const LtField *field);
/* Gives the noted fields the ids that hold in the file. */
gboolean _lt_edit_settle_references (LtEdit *edit, GError **error);
/* FALSE if @id is neither 0 nor what the field names (an agency or an assignment) in
 * the file as it now stands. */
gboolean _lt_edit_check_reference  (LtEdit *edit, const LtField *field, gint64 id, GError **error);
/* Before agency @id goes: what else in the file names it. */
gboolean _lt_edit_forget_agency    (LtEdit *edit, gint64 id, GError **error);
/* Before the rows of assignments that @condition (of :id) finds go: what was
 * carried on from them, and what baselines say of them. */
gboolean _lt_edit_forget_rows      (LtEdit *edit, const char *condition, gint64 id, GError **error);
/* Before the commit: nobody may succeed itself or stand above itself. */
gboolean _lt_edit_check_circles    (LtEdit *edit, GError **error);

/* Reports of assignments and the state that they declare. @report came to the row @row. */
gboolean _lt_edit_report_came      (LtEdit *edit, gint64 row, gint64 report, GError **error);
/* Writes one field of a report, or takes it out, with what follows for its row. */
gboolean _lt_edit_set_in_report    (LtEdit *edit, LtItem *report, LtItem *value, const LtField *field, GError **error);
gboolean _lt_edit_remove_report    (LtEdit *edit, LtItem *report, GError **error);

/* Deletes a row and all below it, and nothing more. */
gboolean _lt_edit_delete           (LtEdit *edit, LtItem *item, GError **error);

/* Links that a cell gets with its words: of phrases that every other cell that holds them was said to name nobody
 * by. @links: those of the row that are there; may be NULL. NULL on error. (element-type LtLink) */
GPtrArray *_lt_edit_list_dismissals (LtEdit *edit, LtRole role, const char *words, LtItem *links, GError **error);

/* Runs a statement that yields no rows; takes care of the error's words. */
gboolean _lt_edit_run           (LtEdit *edit, LtStatement *statement, GError **error);
LtStatement *_lt_edit_prepare   (LtEdit *edit, const char *sql, GError **error);

/* Writes one field of one row from an item that has the value. */
gboolean _lt_edit_write_field   (LtEdit *edit, gint64 id, LtItem *value, const LtField *field, GError **error);

G_END_DECLS
