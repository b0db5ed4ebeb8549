/* SPDX-License-Identifier: MIT */
#include "app/lt-item-actions.h"

#include <glib/gi18n-lib.h>

#include "app/lt-feedback.h"

char *
lt_item_actions_dup_name (LtItem *item)
{
  g_autofree char *path = lt_item_dup_path (item);

  if (LT_IS_INITIATIVE (item))
    {
      g_autofree char *number = lt_initiative_dup_number (LT_INITIATIVE (item));

      return g_strdup_printf (_("Model %s"), number);
    }
  if (LT_IS_ASSIGNMENT (item))
    return g_strdup_printf (_("Assignment %s"), path);
  return g_strdup_printf (_("Result %s"), path);
}

LtItem *
lt_item_actions_add (GtkWidget *widget, LtDocument *document, LtItem *parent, LtItem *before, LtItem *draft)
{
  g_autoptr (GError) error = NULL;
  LtItem *item = lt_document_add (document, parent, before, draft, &error);

  if (item == NULL)
    lt_feedback_error (widget, _("The row cannot be added"), error);
  return item;
}

LtItem *
lt_item_actions_duplicate (GtkWidget *widget, LtDocument *document, LtItem *item)
{
  g_autoptr (GError) error = NULL;
  LtItem *copy = lt_document_duplicate (document, item, &error);

  if (copy == NULL)
    lt_feedback_error (widget, _("The row cannot be duplicated"), error);
  return copy;
}

static char *
dup_removed_text (GPtrArray *items)
{
  LtItem *only = g_ptr_array_index (items, 0);
  g_autofree char *path = lt_item_dup_path (only);

  if (items->len > 1)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u row deleted", "%u rows deleted", items->len), items->len);
  if (LT_IS_INITIATIVE (only))
    return g_strdup_printf (_("Model %s deleted"), path);
  if (LT_IS_ASSIGNMENT (only))
    return g_strdup_printf (_("Assignment %s deleted"), path);
  return g_strdup_printf (_("Result %s deleted"), path);
}

gboolean
lt_item_actions_remove (GtkWidget *widget, LtDocument *document, GPtrArray *items)
{
  /* The widget may be that of a row that goes. */
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (widget));
  g_autofree char *text = dup_removed_text (items);
  g_autoptr (GError) error = NULL;

  if (!lt_document_remove (document, items, &error))
    {
      lt_feedback_error (widget, _("The rows cannot be deleted"), error);
      return FALSE;
    }
  if (window)
    lt_feedback_undo_toast (window, text);
  return TRUE;
}

/* The neighbour of @parent, among whose children an item at the edge goes on. */
static LtItem *
get_next_parent (LtItem *item, LtItem *parent, int step)
{
  LtItem *grandparent = lt_item_get_parent (parent);
  guint index = lt_item_get_index (parent);

  if (!LT_IS_ASSIGNMENT (item) || grandparent == NULL || (step < 0 && index == 0))
    return NULL;
  return lt_item_get_child (grandparent, step < 0 ? index - 1 : index + 1);
}

gboolean
lt_item_actions_move_to (GtkWidget *widget, LtDocument *document, LtItem *item, LtItem *parent, LtItem *before)
{
  g_autoptr (GError) error = NULL;

  if (lt_document_move (document, item, parent, before, &error))
    return TRUE;
  lt_feedback_error (widget, _("The row cannot be moved"), error);
  return FALSE;
}

gboolean
lt_item_actions_move (GtkWidget *widget, LtDocument *document, LtItem *item, int step)
{
  LtItem *parent = lt_item_get_parent (item);
  guint index = lt_item_get_index (item);
  LtItem *before = NULL;

  if (parent == NULL)
    return FALSE;
  if (step < 0 && index > 0)
    before = lt_item_get_child (parent, index - 1);
  else if (step > 0 && index + 1 < lt_item_get_n_children (parent))
    before = lt_item_get_child (parent, index + 2);
  else
    {
      parent = get_next_parent (item, parent, step);
      if (parent == NULL)
        return FALSE;
      before = step < 0 ? NULL : lt_item_get_child (parent, 0);
    }
  return lt_item_actions_move_to (widget, document, item, parent, before);
}
