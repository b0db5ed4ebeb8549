/* SPDX-License-Identifier: MIT */
#pragma once

#include "plan/lt-baseline.h"
#include "plan/lt-book.h"
#include "plan/lt-report.h"
#include "store/lt-edit.h"
#include "store/lt-history.h"

G_BEGIN_DECLS

#define LT_DOCUMENT_ERROR (lt_document_error_quark ())
GQuark lt_document_error_quark (void);

typedef enum {
  LT_DOCUMENT_ERROR_FOREIGN,   /* not a database, or another program's */
  LT_DOCUMENT_ERROR_NEWER,     /* written by a later version: left untouched */
  LT_DOCUMENT_ERROR_DAMAGED,   /* the integrity check failed */
  LT_DOCUMENT_ERROR_READ_ONLY, /* somebody else holds it, or the folder is read-only */
  LT_DOCUMENT_ERROR_INVALID,   /* a value that a field cannot take */
  LT_DOCUMENT_ERROR_EXISTS,    /* a new file would replace one */
  LT_DOCUMENT_ERROR_NOTHING,   /* nothing to undo or redo */
  LT_DOCUMENT_ERROR_FAILED,    /* disk full, I/O: nothing was changed */
} LtDocumentError;

typedef enum {
  LT_OPEN_DEFAULT = 0,
  LT_OPEN_READ_ONLY = 1 << 0,  /* take no lock, change nothing */
  LT_OPEN_MUST_WRITE = 1 << 1, /* fail instead of falling back to read-only; waits a moment for a brief holder */
} LtOpenFlags;

/* The open file. What it holds in memory (the LtBook) is always what is on
 * disk: every change is one SQLite transaction that also enters its changeset
 * into the history, and only after the commit are the objects that the changeset
 * names refreshed. There is no "save".
 *
 * Properties: "can-undo", "can-redo", "undo-label", "redo-label" (translated,
 * nullable), all with notify. Signal "changed" (gint64 history id) after every
 * edit, undo and redo, when the book shows it already. */
#define LT_TYPE_DOCUMENT (lt_document_get_type ())
G_DECLARE_FINAL_TYPE (LtDocument, lt_document, LT, DOCUMENT, GObject)

/* Makes a file that did not exist, holding @contents (a draft; may be NULL) as
 * its first, not undoable, state. Nothing is left behind on failure. */
LtDocument *lt_document_create            (const char *path, LtBook *contents, GError **error);
LtDocument *lt_document_open              (const char *path, LtOpenFlags flags, GError **error);
/* Gives up the file and its lock at once; the object is of no use after. Dropping
 * the last reference does the same. */
void        lt_document_close             (LtDocument *self);

/* Borrowed. */
LtBook     *lt_document_get_book          (LtDocument *self);
const char *lt_document_get_path          (LtDocument *self);
gboolean    lt_document_get_read_only     (LtDocument *self);
/* A translated sentence that says why (who holds it); NULL if it can be changed. */
const char *lt_document_get_read_only_reason (LtDocument *self);
/* The item with that id, borrowed, or NULL. Serves plans … targets and agencies. */
LtItem     *lt_document_find_item         (LtDocument *self, gint64 id);
/* Who stands in the journal as the author; the account's name by default. */
void        lt_document_set_author        (LtDocument *self, const char *author);

/* A named edit: see lt-edit.h. @label is made by lt_label_new(). One at a time. */
LtEdit     *lt_document_begin_edit        (LtDocument *self, const char *label, GError **error);

/* Edits of one act, each undone at once. */
/* @value in the form of files (lt_item_dup_field_string()), NULL for none. */
gboolean    lt_document_set               (LtDocument *self, LtItem *item, const char *field,
                                           const char *value, GError **error);
/* @draft with all its children before the sibling @before (NULL: at the end).
 * Borrowed result. Agencies go below the registry, plans below the book. */
LtItem     *lt_document_add               (LtDocument *self, LtItem *parent, LtItem *before,
                                           LtItem *draft, GError **error);
/* @items: (element-type LtItem), any depths. */
gboolean    lt_document_remove            (LtDocument *self, GPtrArray *items, GError **error);
gboolean    lt_document_move              (LtDocument *self, LtItem *item, LtItem *parent, LtItem *before,
                                           GError **error);
/* A copy right behind the original; borrowed. */
LtItem     *lt_document_duplicate         (LtDocument *self, LtItem *item, GError **error);
/* Takes in a draft: its plans are added at the end; its agencies that the
 * registry does not know by name are added. Ids are kept where they are free. */
gboolean    lt_document_take_book         (LtDocument *self, LtBook *draft, const char *label, GError **error);

/* Many at once, as one edit: each of @drafts at the end of the one of @parents with the same
 * place. */
gboolean    lt_document_add_all           (LtDocument *self, GPtrArray *parents, GPtrArray *drafts,
                                           const char *label, GError **error);

/* Enters a report of @row (an assignment, or an outcome of one) that @draft says
 * (lt_report_new_draft()); it must have a day. Where it is the newest of an assignment,
 * its state and percent follow in the same edit: see lt-edit.h. Borrowed result. */
LtReport   *lt_document_report            (LtDocument *self, LtItem *row, LtReport *draft, GError **error);

/* Keeps the days of @plan as they stand under a name, to compare with later: see
 * lt-baseline.h. @name: NULL or blank for lt_baseline_dup_usual_name(). Borrowed result. */
LtBaseline *lt_document_keep_baseline     (LtDocument *self, LtPlan *plan, const char *name, LtDay day,
                                           GError **error);

gboolean    lt_document_undo              (LtDocument *self, GError **error);
gboolean    lt_document_redo              (LtDocument *self, GError **error);
/* Undoes every undoable edit that is newer than history entry @id, stopping there. */
gboolean    lt_document_undo_to           (LtDocument *self, gint64 id, GError **error);
gboolean    lt_document_get_can_undo      (LtDocument *self);
gboolean    lt_document_get_can_redo      (LtDocument *self);
/* How many edits can be undone or redone, one after the other. */
guint       lt_document_get_undo_depth    (LtDocument *self);
guint       lt_document_get_redo_depth    (LtDocument *self);
/* (transfer full) (nullable), translated: "Change deadline of 2.1". */
char       *lt_document_dup_undo_label    (LtDocument *self);
char       *lt_document_dup_redo_label    (LtDocument *self);
/* GListModel of LtHistoryEntry, oldest first; borrowed, grows with every edit. */
GListModel *lt_document_list_history      (LtDocument *self);
/* (element-type LtChange), transfer full; NULL on error. */
GPtrArray  *lt_document_read_changes      (LtDocument *self, gint64 history_id, GError **error);

G_END_DECLS
