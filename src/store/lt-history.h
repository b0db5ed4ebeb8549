/* SPDX-License-Identifier: MIT */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum {
  LT_HISTORY_EDIT,
  LT_HISTORY_UNDO,
  LT_HISTORY_REDO,
} LtHistoryKind;

/* One line of the journal. Properties: "id", "at", "author", "label", "undoes". */
#define LT_TYPE_HISTORY_ENTRY (lt_history_entry_get_type ())
G_DECLARE_FINAL_TYPE (LtHistoryEntry, lt_history_entry, LT, HISTORY_ENTRY, GObject)

gint64      lt_history_entry_get_id     (LtHistoryEntry *self);
/* UTC, ISO 8601: "2024-11-15T08:30:00Z". */
const char *lt_history_entry_get_at     (LtHistoryEntry *self);
const char *lt_history_entry_get_author (LtHistoryEntry *self);
/* Translated. */
char       *lt_history_entry_dup_label  (LtHistoryEntry *self);
/* The entry that this one takes back (an undo), or whose taking back it takes
 * back (a redo); 0 for an edit. */
gint64      lt_history_entry_get_undoes (LtHistoryEntry *self);
LtHistoryKind lt_history_entry_get_kind (LtHistoryEntry *self);

typedef enum {
  LT_CHANGE_INSERT,
  LT_CHANGE_UPDATE,
  LT_CHANGE_DELETE,
} LtChangeOp;

/* One value that an entry changed. */
typedef struct {
  const char *table; /* "assignment" */
  gint64 row;
  LtChangeOp op;
  const char *field; /* a field's name, "parent" or "position" */
  char *old_value;   /* in the form of files; NULL for none */
  char *new_value;
} LtChange;

void        lt_change_free      (LtChange *change);
const char *lt_change_op_get_nick (LtChangeOp op); /* "insert" */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LtChange, lt_change_free)

G_END_DECLS
