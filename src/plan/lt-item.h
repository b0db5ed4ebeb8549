/* SPDX-License-Identifier: MIT */
#pragma once

#include <gio/gio.h>

#include "text/lt-date.h"

G_BEGIN_DECLS

/* Everything that a plan is made of (plan, initiative, assignment, outcome,
 * target, agency) is an LtItem: it has an id, a parent, ordered children (it is
 * the GListModel of them) and fields. The fields are described by a table, and
 * that one description serves the database columns, the JSON keys, the paths
 * of the command line and the signal "changed", whose detail is the field's name:
 * "changed::start_day". GObject properties would make every item of a large file
 * dearer.
 *
 * Items of an open document are changed by LtDocument alone; the setters here
 * are for drafts, which belong to no file. */

typedef enum {
  LT_FIELD_TEXT,     /* UTF-8, NFC, never NULL */
  LT_FIELD_LIST,     /* several one-line texts; held newline-joined */
  LT_FIELD_INTEGER,  /* gint; LT_INTEGER_NONE for none */
  LT_FIELD_REAL,     /* double; NAN for none */
  LT_FIELD_BOOLEAN,
  LT_FIELD_DAY,      /* LtDay; LT_DAY_NONE for none */
  LT_FIELD_CHOICE,   /* index into LtField.choices */
  LT_FIELD_REF,      /* id of an agency of the same book, 0 for none */
  LT_FIELD_ROW,      /* id of an assignment of the same book, 0 for none */
} LtFieldKind;

#define LT_INTEGER_NONE G_MININT

typedef enum {
  LT_FIELD_FLAG_NONE = 0,
  LT_FIELD_FLAG_PARAGRAPHS = 1 << 0, /* text may hold line breaks */
  LT_FIELD_FLAG_SHARED = 1 << 1,     /* the same words stand in many rows: interned */
} LtFieldFlags;

typedef struct {
  const char *nick;  /* in files: "in-progress" */
  const char *title; /* msgid */
} LtChoice;

typedef struct {
  const char *name;  /* column, JSON key and detail of "changed" */
  LtFieldKind kind;
  gsize offset;      /* in the instance */
  LtFieldFlags flags;
  const char *title; /* msgid: what the interface calls it */
  const LtChoice *choices; /* ended by a NULL nick; LT_FIELD_CHOICE only */
  int minimum;       /* LT_FIELD_INTEGER only */
  int maximum;
} LtField;

#define LT_TYPE_ITEM (lt_item_get_type ())
G_DECLARE_DERIVABLE_TYPE (LtItem, lt_item, LT, ITEM, GObject)

/* What is common to all items of one type. Static, never freed. */
typedef struct {
  const char *table;    /* database table, and the name in error messages of developers */
  const char *children; /* JSON key of the children; NULL for leaves */
  GType (*child_type) (void); /* NULL for leaves */
  const LtField *fields;
  guint n_fields;
  /* Lists of children of other types that stand beside the first, each an item
   * without fields whose own info names its key and the type of its children. */
  GType (*const *side_types) (void);
  guint n_sides;
} LtItemInfo;

struct _LtItemClass {
  GObjectClass parent_class;

  const LtItemInfo *info;

  /* A field got a new value; called before "changed". */
  void (*field_changed) (LtItem *self, const LtField *field);
};

const LtItemInfo *lt_item_type_get_info   (GType type);
/* NULL where the type has no such field. */
const LtField *lt_item_type_find_field    (GType type, const char *name);
/* A value in the form of files as people read it: the title of a choice, 31/12/2024, "45 %".
 * @value: (nullable), with nothing to show then. (transfer full) */
char          *lt_field_dup_shown         (const LtField *field, const char *value);

gint64      lt_item_get_id                (LtItem *self);
/* The parent, borrowed; NULL at the top and for items that were removed. */
LtItem     *lt_item_get_parent            (LtItem *self);
/* The nearest ancestor (or self) of that type, borrowed, or NULL. */
gpointer    lt_item_get_ancestor          (LtItem *self, GType type);
guint       lt_item_get_n_children        (LtItem *self);
/* Borrowed; NULL beyond the end. */
gpointer    lt_item_get_child             (LtItem *self, guint index);
/* The list of those of @self's children that are of that type: @self, or the list
 * beside it. Borrowed; NULL if it takes no such children. */
LtItem     *lt_item_get_list              (LtItem *self, GType child_type);
/* The list at the side by its place in the info; NULL while nobody has asked for it
 * by lt_item_get_list(), so that looking costs nothing. */
LtItem     *lt_item_peek_side             (LtItem *self, guint index);
/* Place among the siblings, from 0; G_MAXUINT without a parent. */
guint       lt_item_get_index             (LtItem *self);
/* "2.1.3": initiative, assignment, outcome (and target) from 1; within its plan.
 * Below a list at the side its key stands between: "2.1.links.1". */
char       *lt_item_dup_path              (LtItem *self);
/* Follows such a path from a plan (or any item); NULL if it leads nowhere. The key of
 * a list at the side leads to that list. */
gpointer    lt_item_follow_path           (LtItem *self, const char *path);

const char *lt_item_get_text              (LtItem *self, const LtField *field); /* TEXT, LIST */
gint64      lt_item_get_integer           (LtItem *self, const LtField *field); /* the others but REAL */
double      lt_item_get_real              (LtItem *self, const LtField *field);
gboolean    lt_item_field_is_default      (LtItem *self, const LtField *field);
/* A value in the form that files use (ISO days, choice nicks, decimal point);
 * NULL for none. */
char       *lt_item_dup_field_string      (LtItem *self, const LtField *field);

/* Drafts only. Texts are stored as given: clean them first. */
LtItem     *lt_item_new_draft             (GType type, gint64 id);
void        lt_item_append_draft          (LtItem *self, LtItem *child); /* takes a reference */
void        lt_item_set_text              (LtItem *self, const LtField *field, const char *text);
void        lt_item_set_integer           (LtItem *self, const LtField *field, gint64 value);
void        lt_item_set_real              (LtItem *self, const LtField *field, double value);

/* Drafts only: from what a person or a file wrote: texts are cleaned
 * (lt_text_dup_clean()), days as lt_day_from_user() takes them, choices by nick,
 * "true" or "false"; NULL or empty for none. @error (LT_ITEM_ERROR) is a sentence
 * that says what the field takes; the item is then unchanged. */
gboolean    lt_item_set_string            (LtItem *self, const LtField *field, const char *value, GError **error);

#define LT_ITEM_ERROR (lt_item_error_quark ())
GQuark      lt_item_error_quark           (void);

typedef enum {
  LT_ITEM_ERROR_VALUE, /* not a value that the field takes */
} LtItemError;

/* A random id, never 0; 63 bits, so that rows made in two copies of a file
 * do not collide. */
gint64      lt_item_make_id               (void);

G_END_DECLS
