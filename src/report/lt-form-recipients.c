/* SPDX-License-Identifier: MIT */
#include "report/lt-form-recipients.h"

#include <string.h>

#include "plan/lt-book.h"
#include "text/lt-text.h"

typedef struct {
  GPtrArray *recipients;
  GHashTable *by_key;
  LtDay as_of;
} Finder;

static char *
dup_agency_key (LtAgency *agency)
{
  return g_strdup_printf ("#%" G_GINT64_FORMAT, lt_item_get_id (LT_ITEM (agency)));
}

static LtFormRecipient *
get_recipient (Finder *self, const LtMention *mention)
{
  LtAgency *agency = mention->agency ? lt_mention_get_current (mention, self->as_of) : NULL;
  g_autofree char *key = agency ? dup_agency_key (agency) : lt_text_dup_match_key (mention->phrase);
  LtFormRecipient *recipient = g_hash_table_lookup (self->by_key, key);

  if (recipient != NULL)
    return recipient;
  recipient = g_new0 (LtFormRecipient, 1);
  recipient->name = g_strdup (agency ? lt_agency_get_name (agency) : mention->phrase);
  recipient->agency = agency ? g_object_ref (agency) : NULL;
  recipient->led = g_ptr_array_new_with_free_func (g_object_unref);
  recipient->coordinated = g_ptr_array_new_with_free_func (g_object_unref);
  recipient->key = g_steal_pointer (&key);
  g_hash_table_insert (self->by_key, recipient->key, recipient);
  g_ptr_array_add (self->recipients, recipient);
  return recipient;
}

static gboolean
ends_with (GPtrArray *rows, LtAssignment *assignment)
{
  return rows->len > 0 && g_ptr_array_index (rows, rows->len - 1) == assignment;
}

static void
add_row (Finder *self, LtAssignment *assignment, LtRole role)
{
  GPtrArray *mentions = lt_assignment_get_mentions (assignment, role);

  for (guint i = 0; i < mentions->len; i++)
    {
      const LtMention *mention = g_ptr_array_index (mentions, i);
      LtFormRecipient *recipient;

      /* "các đơn vị có liên quan" has no letter box; as the lead it would leave a row out. */
      if (role == LT_ROLE_COORDINATE && mention->group)
        continue;
      recipient = get_recipient (self, mention);
      if (ends_with (recipient->led, assignment))
        continue;
      if (role == LT_ROLE_LEAD)
        g_ptr_array_add (recipient->led, g_object_ref (assignment));
      else if (!ends_with (recipient->coordinated, assignment))
        g_ptr_array_add (recipient->coordinated, g_object_ref (assignment));
    }
}

static void
add_rows (Finder *self, LtItem *item, LtRole role)
{
  for (guint i = 0; i < lt_item_get_n_children (item); i++)
    {
      LtItem *child = lt_item_get_child (item, i);

      if (LT_IS_ASSIGNMENT (child))
        add_row (self, LT_ASSIGNMENT (child), role);
      else
        add_rows (self, child, role);
    }
}

GPtrArray *
lt_form_list_recipients (LtPlan *plan, LtDay as_of)
{
  g_autoptr (GHashTable) by_key = g_hash_table_new (g_str_hash, g_str_equal);
  Finder finder = {
    g_ptr_array_new_with_free_func ((GDestroyNotify) lt_form_recipient_free), by_key, as_of,
  };

  add_rows (&finder, LT_ITEM (plan), LT_ROLE_LEAD);
  add_rows (&finder, LT_ITEM (plan), LT_ROLE_COORDINATE);
  return finder.recipients;
}

LtFormRecipient *
lt_form_find_recipient (GPtrArray *recipients, LtPlan *plan, const char *name, LtDay as_of)
{
  LtBook *book = lt_item_get_ancestor (LT_ITEM (plan), LT_TYPE_BOOK);
  LtAgency *agency = book ? lt_registry_find (lt_book_get_registry (book), name) : NULL;
  g_autofree char *key = agency ? dup_agency_key (lt_agency_get_current (agency, as_of))
                                : lt_text_dup_match_key (name);

  for (guint i = 0; i < recipients->len; i++)
    {
      LtFormRecipient *recipient = g_ptr_array_index (recipients, i);

      if (strcmp (recipient->name, name) == 0)
        return recipient;
    }
  for (guint i = 0; i < recipients->len; i++)
    {
      LtFormRecipient *recipient = g_ptr_array_index (recipients, i);

      if (strcmp (recipient->key, key) == 0)
        return recipient;
    }
  return NULL;
}

guint
lt_form_count_without_lead (LtPlan *plan)
{
  guint n = 0;

  for (guint i = 0; i < lt_item_get_n_children (LT_ITEM (plan)); i++)
    {
      LtItem *initiative = lt_item_get_child (LT_ITEM (plan), i);

      for (guint j = 0; j < lt_item_get_n_children (initiative); j++)
        n += lt_assignment_get_mentions (lt_item_get_child (initiative, j), LT_ROLE_LEAD)->len == 0;
    }
  return n;
}

void
lt_form_recipient_free (LtFormRecipient *self)
{
  g_free (self->name);
  g_clear_object (&self->agency);
  g_ptr_array_unref (self->led);
  g_ptr_array_unref (self->coordinated);
  g_free (self->key);
  g_free (self);
}
