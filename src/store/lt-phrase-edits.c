/* SPDX-License-Identifier: MIT */
#include "store/lt-phrase-edits.h"

#include <glib/gi18n-lib.h>

#include "store/lt-agency-edits-private.h"
#include "store/lt-label.h"
#include "text/lt-text.h"

static LtItem *
get_registry (LtDocument *self)
{
  return LT_ITEM (lt_book_get_registry (lt_document_get_book (self)));
}

/* Suggestions with the phrases that shall mean them, in the order of the phrases: a
 * list can be written once only in an edit. (element-type GPtrArray of char *) */
static GPtrArray *
group_by_suggestion (GPtrArray *phrases, GPtrArray *agencies)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < phrases->len; i++)
    {
      const LtOpenPhrase *phrase = g_ptr_array_index (phrases, i);
      guint place;

      if (phrase->suggestion == NULL)
        continue;
      if (!g_ptr_array_find (agencies, phrase->suggestion, &place))
        {
          place = agencies->len;
          g_ptr_array_add (agencies, phrase->suggestion);
          g_ptr_array_add (groups, g_ptr_array_new ());
        }
      g_ptr_array_add (g_ptr_array_index (groups, place), phrase->phrase);
    }
  return groups;
}

gboolean
lt_document_accept_phrases (LtDocument *self, GPtrArray *phrases, GError **error)
{
  g_autoptr (GPtrArray) agencies = g_ptr_array_new ();
  g_autoptr (GPtrArray) groups = group_by_suggestion (phrases, agencies);
  g_autoptr (GString) shown = g_string_new (NULL);
  g_autofree char *label = NULL;
  LtEdit *edit;
  gboolean ok = TRUE;

  g_return_val_if_fail (LT_IS_DOCUMENT (self), FALSE);

  for (guint i = 0; i < groups->len; i++)
    {
      GPtrArray *group = g_ptr_array_index (groups, i);

      for (guint j = 0; j < group->len; j++)
        g_string_append_printf (shown, "%s%s", shown->len > 0 ? "; " : "", (char *) g_ptr_array_index (group, j));
      g_ptr_array_add (group, NULL);
    }
  label = lt_label_new (N_("Accept what “%s” probably means"), shown->str, NULL);
  edit = lt_document_begin_edit (self, label, error);
  for (guint i = 0; edit && ok && i < groups->len; i++)
    ok = _lt_edit_name_phrases (edit, get_registry (self),
                                (const char *const *) ((GPtrArray *) g_ptr_array_index (groups, i))->pdata,
                                g_ptr_array_index (agencies, i), error);
  return edit && _lt_edit_finish (edit, ok, error);
}

static gboolean
insert_agency (LtEdit *edit, LtItem *registry, const char *name, GError **error)
{
  g_autoptr (LtItem) draft = lt_item_new_draft (LT_TYPE_AGENCY, 0);

  return lt_item_set_string (draft, lt_item_type_find_field (LT_TYPE_AGENCY, "name"), name, error)
         && lt_edit_insert (edit, registry, NULL, draft, error) != 0;
}

gboolean
lt_document_add_agencies_for (LtDocument *self, const char *const *phrases, GError **error)
{
  g_autoptr (GHashTable) done = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *shown = g_strjoinv ("; ", (char **) phrases);
  g_autofree char *label = lt_label_new (N_("Add “%s”"), shown, NULL);
  LtEdit *edit;
  gboolean ok;

  g_return_val_if_fail (LT_IS_DOCUMENT (self), FALSE);

  edit = lt_document_begin_edit (self, label, error);
  if (edit == NULL)
    return FALSE;
  ok = _lt_edit_take_phrases (edit, get_registry (self), phrases, NULL, error);
  for (guint i = 0; ok && phrases[i]; i++)
    ok = !g_hash_table_add (done, lt_text_dup_match_key (phrases[i]))
         || insert_agency (edit, get_registry (self), phrases[i], error);
  return _lt_edit_finish (edit, ok, error);
}

static gboolean
dismiss_in_cell (LtEdit *edit, LtAssignment *row, LtRole role, GHashTable *keys, GError **error)
{
  GPtrArray *mentions = lt_assignment_get_mentions (row, role);
  g_autoptr (GHashTable) done = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < mentions->len; i++)
    {
      const LtMention *mention = g_ptr_array_index (mentions, i);
      g_autofree char *key = lt_text_dup_match_key (mention->phrase);

      if (g_hash_table_contains (keys, key) && g_hash_table_add (done, g_steal_pointer (&key))
          && !_lt_edit_write_link (edit, row, role, mention->phrase, LT_LINK_NOT_AGENCY, 0, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
lt_document_dismiss_phrases (LtDocument *self, const char *const *phrases, GError **error)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *shown = g_strjoinv ("; ", (char **) phrases);
  g_autofree char *label = lt_label_new (N_("Read “%s” as no agency"), shown, NULL);
  g_autoptr (GPtrArray) rows = NULL;
  LtEdit *edit;
  gboolean ok = TRUE;

  g_return_val_if_fail (LT_IS_DOCUMENT (self), FALSE);

  edit = lt_document_begin_edit (self, label, error);
  if (edit == NULL)
    return FALSE;
  for (guint i = 0; phrases[i]; i++)
    g_hash_table_add (keys, lt_text_dup_match_key (phrases[i]));
  rows = lt_book_gather_assignments (lt_document_get_book (self));
  for (guint i = 0; ok && i < rows->len; i++)
    for (LtRole role = LT_ROLE_LEAD; ok && role <= LT_ROLE_COORDINATE; role++)
      ok = dismiss_in_cell (edit, g_ptr_array_index (rows, i), role, keys, error);
  return _lt_edit_finish (edit, ok, error);
}
