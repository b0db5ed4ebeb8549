/* SPDX-License-Identifier: MIT */
#include "plan/lt-agency-use.h"
#include "plan/lt-coordination.h"
#include "store/lt-edit-private.h"
#include "text/lt-text.h"

/* Phrases of which a person has said that they name nobody. What was said of every cell that holds a phrase
 * is true of those that come to hold it. */

static void
add_dismissed (GHashTable *keys, LtAssignment *row)
{
  LtItem *links = lt_assignment_peek_links (row);

  for (guint i = 0; links && i < lt_item_get_n_children (links); i++)
    {
      LtLink *link = lt_item_get_child (links, i);

      if (lt_link_get_kind (link) == LT_LINK_NOT_AGENCY)
        g_hash_table_add (keys, lt_text_dup_match_key (lt_link_get_phrase (link)));
    }
}

/* A cell in which the phrase is still read: nothing was said of it in general. */
static void
remove_read (GHashTable *keys, LtAssignment *row, LtRole role)
{
  GPtrArray *mentions = lt_assignment_get_mentions (row, role);

  for (guint i = 0; i < mentions->len; i++)
    {
      g_autofree char *key = lt_text_dup_match_key (((LtMention *) g_ptr_array_index (mentions, i))->phrase);

      g_hash_table_remove (keys, key);
    }
}

/* What is said anywhere. Only the rows that say it are looked at: an edit must not cost more in a
 * large file. Rows of this very edit are not among the items yet, and do not count. */
static gboolean
list_said (LtEdit *edit, GError **error)
{
  g_autoptr (GError) cause = NULL;
  LtStatement *statement;
  LtStep step;

  if (edit->dismissed)
    return TRUE;
  statement = _lt_edit_prepare (edit, "SELECT DISTINCT parent FROM link WHERE kind = 'not-agency'", error);
  if (statement == NULL)
    return FALSE;
  edit->dismissed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  while ((step = lt_statement_step (statement, &cause)) == LT_STEP_ROW)
    {
      LtItem *row = lt_document_find_item (edit->document, sqlite3_column_int64 (lt_statement_get_handle (statement), 0));

      if (LT_IS_ASSIGNMENT (row))
        add_dismissed (edit->dismissed, LT_ASSIGNMENT (row));
    }
  return step != LT_STEP_FAILED || _lt_document_fail (edit->path, g_steal_pointer (&cause), error);
}

/* Whether no cell of the file, as the edit first found it, reads the phrase. */
static gboolean
is_dismissed (LtEdit *edit, const char *key)
{
  g_autoptr (GPtrArray) rows = NULL;

  if (!g_hash_table_contains (edit->dismissed, key))
    return FALSE;
  if (!edit->dismissed_checked)
    {
      rows = lt_book_gather_assignments (lt_document_get_book (edit->document));
      for (guint i = 0; i < rows->len && g_hash_table_size (edit->dismissed) > 0; i++)
        for (LtRole role = LT_ROLE_LEAD; role <= LT_ROLE_COORDINATE; role++)
          remove_read (edit->dismissed, g_ptr_array_index (rows, i), role);
      edit->dismissed_checked = TRUE;
    }
  return g_hash_table_contains (edit->dismissed, key);
}

static gboolean
is_linked (LtItem *links, LtRole role, const char *key)
{
  for (guint i = 0; links && i < lt_item_get_n_children (links); i++)
    {
      LtLink *link = lt_item_get_child (links, i);
      g_autofree char *own = lt_text_dup_match_key (lt_link_get_phrase (link));

      if (lt_link_get_role (link) == role && g_str_equal (own, key))
        return TRUE;
    }
  return FALSE;
}

static LtItem *
create_link (LtRole role, const char *phrase)
{
  LtItem *link = lt_item_new_draft (LT_TYPE_LINK, 0);

  lt_item_set_integer (link, lt_item_type_find_field (LT_TYPE_LINK, "role"), role);
  lt_item_set_integer (link, lt_item_type_find_field (LT_TYPE_LINK, "kind"), LT_LINK_NOT_AGENCY);
  lt_item_set_text (link, lt_item_type_find_field (LT_TYPE_LINK, "phrase"), phrase);
  return link;
}

GPtrArray *
_lt_edit_list_dismissals (LtEdit *edit, LtRole role, const char *words, LtItem *links, GError **error)
{
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) done = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) mentions = NULL;

  if (edit->document == NULL || *words == '\0')
    return g_steal_pointer (&drafts);
  if (!list_said (edit, error))
    return NULL;
  if (g_hash_table_size (edit->dismissed) == 0)
    return g_steal_pointer (&drafts);
  mentions = lt_coordination_parse (words, lt_book_get_registry (lt_document_get_book (edit->document)));
  for (guint i = 0; i < mentions->len; i++)
    {
      const LtMention *mention = g_ptr_array_index (mentions, i);
      g_autofree char *key = lt_text_dup_match_key (mention->phrase);

      if (mention->agency == NULL && is_dismissed (edit, key) && !is_linked (links, role, key)
          && g_hash_table_add (done, g_strdup (key)))
        g_ptr_array_add (drafts, create_link (role, mention->phrase));
    }
  return g_steal_pointer (&drafts);
}
