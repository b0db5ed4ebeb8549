/* SPDX-License-Identifier: MIT */
#include <glib/gi18n-lib.h>

#include "store/lt-history-private.h"
#include "store/lt-label.h"

struct _LtHistoryEntry
{
  GObject parent_instance;

  gint64 id;
  char *at;
  char *author;
  char *label;
  gint64 undoes;
  LtHistoryKind kind;
};

enum {
  PROP_0,
  PROP_ID,
  PROP_AT,
  PROP_AUTHOR,
  PROP_LABEL,
  PROP_UNDOES,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LtHistoryEntry, lt_history_entry, G_TYPE_OBJECT)

static void
lt_history_entry_finalize (GObject *object)
{
  LtHistoryEntry *self = LT_HISTORY_ENTRY (object);

  g_free (self->at);
  g_free (self->author);
  g_free (self->label);

  G_OBJECT_CLASS (lt_history_entry_parent_class)->finalize (object);
}

static void
lt_history_entry_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LtHistoryEntry *self = LT_HISTORY_ENTRY (object);

  switch (id)
    {
    case PROP_ID:
      g_value_set_int64 (value, self->id);
      break;
    case PROP_AT:
      g_value_set_string (value, self->at);
      break;
    case PROP_AUTHOR:
      g_value_set_string (value, self->author);
      break;
    case PROP_LABEL:
      g_value_take_string (value, lt_history_entry_dup_label (self));
      break;
    case PROP_UNDOES:
      g_value_set_int64 (value, self->undoes);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lt_history_entry_class_init (LtHistoryEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = lt_history_entry_finalize;
  object_class->get_property = lt_history_entry_get_property;

  properties[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_AT] = g_param_spec_string ("at", NULL, NULL, NULL, flags);
  properties[PROP_AUTHOR] = g_param_spec_string ("author", NULL, NULL, NULL, flags);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  properties[PROP_UNDOES] = g_param_spec_int64 ("undoes", NULL, NULL, 0, G_MAXINT64, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
lt_history_entry_init (LtHistoryEntry *self)
{
}

LtHistoryEntry *
_lt_history_entry_new (LtStatement *statement)
{
  sqlite3_stmt *row = lt_statement_get_handle (statement);
  LtHistoryEntry *entry = g_object_new (LT_TYPE_HISTORY_ENTRY, NULL);

  entry->id = sqlite3_column_int64 (row, 0);
  entry->at = lt_statement_dup_text (statement, 1);
  entry->author = lt_statement_dup_text (statement, 2);
  entry->label = lt_statement_dup_text (statement, 3);
  entry->undoes = sqlite3_column_int64 (row, 4);
  return entry;
}

void
_lt_history_entry_set_kind (LtHistoryEntry *self, LtHistoryKind kind)
{
  self->kind = kind;
}

LtHistoryKind
lt_history_entry_get_kind (LtHistoryEntry *self)
{
  return self->kind;
}

gint64
lt_history_entry_get_id (LtHistoryEntry *self)
{
  return self->id;
}

const char *
lt_history_entry_get_at (LtHistoryEntry *self)
{
  return self->at;
}

const char *
lt_history_entry_get_author (LtHistoryEntry *self)
{
  return self->author;
}

char *
lt_history_entry_dup_label (LtHistoryEntry *self)
{
  g_autofree char *label = lt_label_dup_text (self->label);

  switch (self->kind)
    {
    case LT_HISTORY_UNDO:
      /* Translators: %s is the name of an edit: "Change deadline of 2.1". */
      return g_strdup_printf (_("Undo: %s"), label);
    case LT_HISTORY_REDO:
      return g_strdup_printf (_("Redo: %s"), label);
    case LT_HISTORY_EDIT:
    default:
      return g_steal_pointer (&label);
    }
}

gint64
lt_history_entry_get_undoes (LtHistoryEntry *self)
{
  return self->undoes;
}
