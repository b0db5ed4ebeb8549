/* SPDX-License-Identifier: MIT */
#include "plan/lt-initiative.h"

#include <glib/gi18n-lib.h>

#include "plan/lt-item-private.h"

struct _LtInitiative
{
  LtItem parent_instance;

  char *number;
  char *name;
  char *note;
};

G_DEFINE_FINAL_TYPE (LtInitiative, lt_initiative, LT_TYPE_ITEM)

static const LtField fields[] = {
  { "number", LT_FIELD_TEXT, G_STRUCT_OFFSET (LtInitiative, number), LT_FIELD_FLAG_NONE,
    N_("Number"), NULL },
  { "name", LT_FIELD_TEXT, G_STRUCT_OFFSET (LtInitiative, name), LT_FIELD_FLAG_PARAGRAPHS,
    N_("Model"), NULL },
  { "note", LT_FIELD_TEXT, G_STRUCT_OFFSET (LtInitiative, note), LT_FIELD_FLAG_PARAGRAPHS,
    N_("Note"), NULL },
};

static const LtItemInfo info = {
  "initiative", "assignments", lt_assignment_get_type, fields, G_N_ELEMENTS (fields),
};

static void
lt_initiative_class_init (LtInitiativeClass *klass)
{
  _lt_item_class_install (LT_ITEM_CLASS (klass), &info);
}

static void
lt_initiative_init (LtInitiative *self)
{
}

const char *
lt_initiative_get_name (LtInitiative *self)
{
  g_return_val_if_fail (LT_IS_INITIATIVE (self), NULL);

  return self->name ? self->name : "";
}

char *
lt_initiative_dup_number (LtInitiative *self)
{
  g_return_val_if_fail (LT_IS_INITIATIVE (self), NULL);

  if (self->number)
    return g_strdup (self->number);
  if (lt_item_get_parent (LT_ITEM (self)) == NULL)
    return g_strdup ("");
  return g_strdup_printf ("%u", lt_item_get_index (LT_ITEM (self)) + 1);
}

char *
lt_initiative_dup_numbers (GPtrArray *initiatives)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < initiatives->len; i++)
    {
      g_autofree char *number = lt_initiative_dup_number (g_ptr_array_index (initiatives, i));

      g_string_append_printf (words, "%s%s", i > 0 ? ", " : "", number);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}
