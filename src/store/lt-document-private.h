/* SPDX-License-Identifier: MIT */
#pragma once

#include "store/lt-database.h"
#include "store/lt-document.h"
#include "store/lt-id-table.h"
#include "store/lt-lock.h"

G_BEGIN_DECLS

struct _LtDocument
{
  GObject parent_instance;

  char *path;
  char *author;
  char *read_only_reason; /* NULL if it can be changed */
  LtLock *lock;
  LtDatabase *database;
  LtBook *book;
  LtIdTable *items;
  GArray *undo_stack; /* ids of history entries, the next to undo last */
  GArray *redo_stack; /* ids of undo entries, the next to redo last */
  GListStore *history; /* NULL until somebody looks at the journal */
  gint64 last_entry;   /* id of the newest history entry */
  LtEdit *edit;        /* the one under way, borrowed */
  guint watch;         /* source that looks for what the writer did; 0 when we write */
};

/* Makes a sentence for people of what SQLite said. Takes @cause; returns FALSE. */
gboolean _lt_document_fail          (const char *path, GError *cause, GError **error);

/* Without a document: for filling a file that nobody has open yet. No session,
 * no history. */
LtEdit  *_lt_edit_new_plain         (LtDatabase *database, const char *path);
/* The plans and the agencies of a draft; what @registry knows by name is not added. */
gboolean _lt_edit_insert_book       (LtEdit *edit, LtBook *draft, LtRegistry *registry, GError **error);

/* A draft that says the same, with all below it but items of the type @without (G_TYPE_NONE
 * for all), under ids of its own. (transfer full) */
LtItem  *_lt_item_copy              (LtItem *item, GType without);

/* Stores @changeset as a new entry, inside the open transaction. Returns its id, 0 on error. */
gint64   _lt_history_append         (LtDocument *self, const char *label, gint64 undoes, gconstpointer changeset,
                                     int size, GError **error);
/* Reads the undo and redo stacks from the history. */
gboolean _lt_history_load_stacks    (LtDocument *self, GError **error);
/* An entry was committed: the stacks, the list and the properties follow. */
void     _lt_history_entry_added    (LtDocument *self, gint64 id);

/* Refreshes memory by entry @id, which another process wrote. */
gboolean _lt_history_follow         (LtDocument *self, gint64 id, GError **error);

/* Makes memory equal to the disk for the rows that @changeset names. */
gboolean _lt_document_refresh       (LtDocument *self, gconstpointer changeset, int size, GError **error);

G_END_DECLS
