/* SPDX-License-Identifier: MIT */
#include "random-edit.h"

#include "random-act.h"
#include "store/lt-label.h"

static const char *const texts[] = {
  "", "Sở Y tế", "Sở Y tế; CATP và các đơn vị có liên quan", "trước ngày 31/12/2024", "quý IV/2024",
  "Thường xuyên", "=1+1", "Rà soát,\nhoàn thiện", "Triển khai Sổ", "a\t b", "“Đúng, đủ, sạch, sống”",
  "𠮷 và 😀", "'; DROP TABLE plan; --", "0", "(1)", "\xe2\x80\x8b",
};

static const char *const days[] = { "", "2024-10-01", "2024-12-31", "30/6/2025" };
static const char *const reals[] = { "", "0", "-1.5", "713", "0.1", "1e300" };

static int
pick (GRand *random, int n)
{
  return g_rand_int_range (random, 0, n);
}

static void
gather (LtItem *item, GPtrArray *items)
{
  for (guint i = 0; i < LT_ITEM_GET_CLASS (item)->info->n_sides; i++)
    if (lt_item_peek_side (item, i))
      gather (lt_item_peek_side (item, i), items);
  for (guint i = 0; i < lt_item_get_n_children (item); i++)
    {
      LtItem *child = lt_item_get_child (item, i);

      g_ptr_array_add (items, child);
      gather (child, items);
      for (guint j = 0; j < LT_ITEM_GET_CLASS (child)->info->n_sides; j++)
        if (lt_item_peek_side (child, j))
          gather (lt_item_peek_side (child, j), items);
    }
}

static GPtrArray *
list_items (LtDocument *document)
{
  LtBook *book = lt_document_get_book (document);
  GPtrArray *items = g_ptr_array_new ();

  gather (LT_ITEM (book), items);
  gather (LT_ITEM (lt_book_get_registry (book)), items);
  return items;
}

static LtItem *
pick_item (LtDocument *document, GRand *random)
{
  g_autoptr (GPtrArray) items = list_items (document);

  return items->len ? g_ptr_array_index (items, pick (random, (int) items->len)) : NULL;
}

/* One of the lists of children that an item has beside the first, or the item. */
static LtItem *
pick_list (LtItem *item, GRand *random)
{
  const LtItemInfo *info = LT_ITEM_GET_CLASS (item)->info;
  int side = pick (random, (int) info->n_sides + 1);

  if (side == (int) info->n_sides)
    return item;
  return lt_item_get_list (item, lt_item_type_get_info (info->side_types[side] ())->child_type ());
}

/* An item that may have children: the book, the registry, one below or a list
 * beside one. */
static LtItem *
pick_parent (LtDocument *document, GRand *random)
{
  LtBook *book = lt_document_get_book (document);
  LtItem *item = pick (random, 8) == 0 ? NULL : pick_item (document, random);
  const LtItemInfo *info = item ? LT_ITEM_GET_CLASS (item)->info : NULL;

  if (info && info->n_sides > 0 && pick (random, 2))
    {
      GType side_type = info->side_types[pick (random, (int) info->n_sides)]();

      return lt_item_get_list (item, lt_item_type_get_info (side_type)->child_type ());
    }
  if (item && LT_ITEM_GET_CLASS (item)->info->child_type)
    return pick_list (item, random);
  return pick (random, 2) ? LT_ITEM (book) : LT_ITEM (lt_book_get_registry (book));
}

static LtItem *
pick_child_or_end (LtItem *parent, GRand *random)
{
  return lt_item_get_child (parent, (guint) pick (random, (int) lt_item_get_n_children (parent) + 1));
}

/* The id of an assignment; NULL if the one that was picked is none. */
static char *
dup_row_id (LtDocument *document, GRand *random)
{
  LtItem *item = pick_item (document, random);

  return LT_IS_ASSIGNMENT (item) ? g_strdup_printf ("%" G_GINT64_FORMAT, lt_item_get_id (item)) : NULL;
}

static char *
dup_value (LtDocument *document, GRand *random, const LtField *field)
{
  LtItem *registry = LT_ITEM (lt_book_get_registry (lt_document_get_book (document)));
  int n;

  switch (field->kind)
    {
    case LT_FIELD_INTEGER:
      return pick (random, 4) ? g_strdup_printf ("%d", g_rand_int_range (random, field->minimum, field->maximum)) : g_strdup ("");
    case LT_FIELD_REAL:
      return g_strdup (reals[pick (random, G_N_ELEMENTS (reals))]);
    case LT_FIELD_BOOLEAN:
      return g_strdup (pick (random, 2) ? "true" : "false");
    case LT_FIELD_DAY:
      return g_strdup (days[pick (random, G_N_ELEMENTS (days))]);
    case LT_FIELD_CHOICE:
      for (n = 0; field->choices[n].nick; n++)
        ;
      return g_strdup (field->choices[pick (random, n)].nick);
    case LT_FIELD_REF:
      n = (int) lt_item_get_n_children (registry);
      if (n == 0 || pick (random, 3) == 0)
        return NULL;
      return g_strdup_printf ("%" G_GINT64_FORMAT, lt_item_get_id (lt_item_get_child (registry, (guint) pick (random, n))));
    case LT_FIELD_ROW:
      return dup_row_id (document, random);
    case LT_FIELD_TEXT:
    case LT_FIELD_LIST:
    default:
      return g_strdup (texts[pick (random, G_N_ELEMENTS (texts))]);
    }
}

static LtItem *
create_draft (GType type, GRand *random)
{
  LtItem *draft = lt_item_new_draft (type, 0);
  const LtItemInfo *info = lt_item_type_get_info (type);

  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].kind == LT_FIELD_TEXT && pick (random, 2))
      lt_item_set_string (draft, &info->fields[i], texts[pick (random, G_N_ELEMENTS (texts))], NULL);
  for (int n = info->child_type ? pick (random, 3) : 0; n > 0; n--)
    lt_item_append_draft (draft, create_draft (info->child_type (), random));
  if (info->n_sides > 0 && pick (random, 3) == 0)
    {
      LtItem *list = pick_list (draft, random);

      lt_item_append_draft (list, create_draft (LT_ITEM_GET_CLASS (list)->info->child_type (), random));
    }
  return draft;
}

static gboolean
set_something (LtDocument *document, GRand *random, GError **error)
{
  LtItem *item = pick_item (document, random);
  g_autofree char *value = NULL;
  const LtItemInfo *info;
  const LtField *field;

  if (item == NULL)
    return TRUE;
  info = LT_ITEM_GET_CLASS (item)->info;
  field = &info->fields[pick (random, (int) info->n_fields)];
  value = dup_value (document, random, field);
  return lt_document_set (document, item, field->name, value, error);
}

static gboolean
add_something (LtDocument *document, GRand *random, GError **error)
{
  LtItem *parent = pick_parent (document, random);
  g_autoptr (LtItem) draft = create_draft (LT_ITEM_GET_CLASS (parent)->info->child_type (), random);

  return lt_document_add (document, parent, pick_child_or_end (parent, random), draft, error) != NULL;
}

static gboolean
remove_something (LtDocument *document, GRand *random, GError **error)
{
  g_autoptr (GPtrArray) removed = g_ptr_array_new ();

  for (int n = 1 + pick (random, 3); n > 0; n--)
    {
      LtItem *item = pick_item (document, random);

      if (item)
        g_ptr_array_add (removed, item);
    }
  return lt_document_remove (document, removed, error);
}

static gboolean
move_something (LtDocument *document, GRand *random, GError **error)
{
  LtItem *item = pick_item (document, random);
  LtItem *parent;

  if (item == NULL)
    return TRUE;
  parent = lt_item_get_parent (item);
  if (pick (random, 2))
    {
      LtItem *other = pick_item (document, random);

      if (G_OBJECT_TYPE (other) == G_OBJECT_TYPE (item))
        parent = lt_item_get_parent (other);
    }
  return lt_document_move (document, item, parent, pick_child_or_end (parent, random), error);
}

static gboolean
duplicate_something (LtDocument *document, GRand *random, GError **error)
{
  LtItem *item = pick_item (document, random);

  /* Copies of whole plans would soon make the book too large to play with. */
  if (item == NULL || LT_IS_PLAN (item) || LT_IS_INITIATIVE (item))
    return TRUE;
  return lt_document_duplicate (document, item, error) != NULL;
}

static gboolean
change_much (LtDocument *document, GRand *random, GError **error)
{
  g_autofree char *label = lt_label_new ("Change much", NULL);
  g_autoptr (GPtrArray) items = list_items (document);
  g_autoptr (LtEdit) edit = lt_document_begin_edit (document, label, error);

  if (edit == NULL)
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    {
      LtItem *item = g_ptr_array_index (items, i);
      const LtItemInfo *info = LT_ITEM_GET_CLASS (item)->info;
      const LtField *field = &info->fields[pick (random, (int) info->n_fields)];
      g_autofree char *value = dup_value (document, random, field);

      if (pick (random, 3) == 0 && !lt_edit_set (edit, item, field->name, value, error))
        return FALSE;
    }
  return lt_edit_commit (g_steal_pointer (&edit), error);
}

static gboolean
take_book (LtDocument *document, GRand *random, GError **error)
{
  g_autoptr (LtBook) draft = lt_book_new ();
  g_autofree char *label = lt_label_new ("Import", NULL);

  lt_item_append_draft (LT_ITEM (draft), create_draft (LT_TYPE_PLAN, random));
  lt_item_append_draft (LT_ITEM (lt_book_get_registry (draft)), create_draft (LT_TYPE_AGENCY, random));
  return lt_document_take_book (document, draft, label, error);
}

gboolean
random_edit_apply (LtDocument *document, GRand *random)
{
  static const struct {
    gboolean (*apply) (LtDocument *document, GRand *random, GError **error);
    int weight;
  } edits[] = {
    { set_something, 8 }, { add_something, 4 }, { remove_something, 1 }, { move_something, 3 },
    { duplicate_something, 1 }, { change_much, 1 }, { take_book, 1 }, { random_act_apply, 9 },
  };
  g_autoptr (GError) error = NULL;
  int total = 0;
  int ticket;
  guint i = 0;

  for (guint j = 0; j < G_N_ELEMENTS (edits); j++)
    total += edits[j].weight;
  for (ticket = pick (random, total); ticket >= edits[i].weight; i++)
    ticket -= edits[i].weight;

  if (edits[i].apply (document, random, &error))
    {
      g_assert_no_error (error);
      return TRUE;
    }
  g_assert_error (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_INVALID);
  return FALSE;
}
