/* SPDX-License-Identifier: MIT */
#include "store/lt-agency-edits-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "plan/lt-agency-use.h"
#include "store/lt-label.h"
#include "text/lt-text.h"

static LtItem *
get_registry (LtDocument *self)
{
  return LT_ITEM (lt_book_get_registry (lt_document_get_book (self)));
}

static const LtField *
find_field (gpointer item, const char *name)
{
  return lt_item_type_find_field (G_OBJECT_TYPE (item), name);
}

static char *
dup_id (gpointer item)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, lt_item_get_id (LT_ITEM (item)));
}

gboolean
_lt_edit_finish (LtEdit *edit, gboolean ok, GError **error)
{
  if (ok)
    return lt_edit_commit (edit, error);
  lt_edit_abort (edit);
  return FALSE;
}

void
_lt_names_add (GString *lines, const char *more, GHashTable *keys)
{
  g_auto (GStrv) names = g_strsplit (more, "\n", -1);

  for (guint i = 0; names[i]; i++)
    {
      g_autofree char *key = lt_text_dup_match_key (names[i]);

      if (*key == '\0' || !g_hash_table_add (keys, g_steal_pointer (&key)))
        continue;
      if (lines->len > 0)
        g_string_append_c (lines, '\n');
      g_string_append (lines, names[i]);
    }
}

static GHashTable *
gather_keys (LtAgency *agency)
{
  GHashTable *keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) names = lt_agency_dup_names (agency);

  for (guint i = 0; names[i]; i++)
    g_hash_table_add (keys, lt_text_dup_match_key (names[i]));
  return keys;
}

static gboolean
add_to_list (LtEdit *edit, LtAgency *agency, const char *field, GHashTable *keys, const char *more, GError **error)
{
  g_autoptr (GString) lines = g_string_new (lt_item_get_text (LT_ITEM (agency), find_field (agency, field)));

  _lt_names_add (lines, more, keys);
  return lt_edit_set (edit, LT_ITEM (agency), field, lines->str, error);
}

static gboolean
join_names (LtEdit *edit, LtAgency *kept, LtAgency *merged, GError **error)
{
  g_autoptr (GHashTable) keys = gather_keys (kept);
  g_autofree char *variants = g_strconcat (lt_agency_get_name (merged), "\n",
                                           lt_item_get_text (LT_ITEM (merged), find_field (merged, "variants")), NULL);

  return add_to_list (edit, kept, "short_forms", keys,
                      lt_item_get_text (LT_ITEM (merged), find_field (merged, "short_forms")), error)
         && add_to_list (edit, kept, "variants", keys, variants, error);
}

/* Days that contradict each other are not put together. */
static gboolean
fits (LtItem *kept, LtItem *merged, const char *field)
{
  LtDay from = lt_agency_get_valid_from (LT_AGENCY (strcmp (field, "valid_from") == 0 ? merged : kept));
  LtDay to = lt_agency_get_valid_to (LT_AGENCY (strcmp (field, "valid_to") == 0 ? merged : kept));

  return from == LT_DAY_NONE || to == LT_DAY_NONE || from <= to;
}

/* Fields in which @merged speaks only where @kept is silent, or after it. */
static gboolean
join_fields (LtEdit *edit, LtItem *kept, LtItem *merged, GError **error)
{
  static const char *const silent[] = { "kind", "valid_from", "valid_to", "place_x", "place_y" };
  static const char *const appended[] = { "note", "contact" };

  for (guint i = 0; i < G_N_ELEMENTS (silent); i++)
    {
      const LtField *field = find_field (kept, silent[i]);
      g_autofree char *value = lt_item_dup_field_string (merged, field);

      if (lt_item_field_is_default (kept, field) && !lt_item_field_is_default (merged, field)
          && fits (kept, merged, silent[i]) && !lt_edit_set (edit, kept, silent[i], value, error))
        return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (appended); i++)
    {
      const LtField *field = find_field (kept, appended[i]);
      const char *own = lt_item_get_text (kept, field);
      const char *other = lt_item_get_text (merged, field);
      g_autofree char *value = g_strconcat (own, *own ? "\n" : "", other, NULL);

      if (*other && strstr (own, other) == NULL && !lt_edit_set (edit, kept, appended[i], value, error))
        return FALSE;
    }
  return TRUE;
}

/* Whether whoever stands above @agency, however far, is @above. */
static gboolean
stands_below (LtItem *registry, gint64 agency, gint64 above)
{
  for (guint i = 0; agency != 0 && i < lt_item_get_n_children (registry); i++)
    {
      LtAgency *item = lt_registry_get_by_id (LT_REGISTRY (registry), agency);

      if (agency == above || item == NULL)
        return agency == above;
      agency = lt_item_get_integer (LT_ITEM (item), find_field (item, "parent_agency"));
    }
  return FALSE;
}

/* Where @kept has no superior, or @merged for one, that of @merged is its own. */
static gboolean
join_parents (LtEdit *edit, LtItem *registry, LtItem *kept, LtItem *merged, GError **error)
{
  const LtField *field = find_field (kept, "parent_agency");
  gint64 own = lt_item_get_integer (kept, field);
  gint64 parent = lt_item_get_integer (merged, field);
  g_autofree char *id = NULL;

  if (own != 0 && own != lt_item_get_id (merged))
    return TRUE;
  if (parent != 0 && !stands_below (registry, parent, lt_item_get_id (kept)))
    id = g_strdup_printf ("%" G_GINT64_FORMAT, parent);
  return lt_edit_set (edit, kept, "parent_agency", id, error);
}

static gboolean
redirect_agency (LtEdit *edit, LtItem *agency, LtAgency *kept, LtAgency *merged, GError **error)
{
  gint64 merged_id = lt_item_get_id (LT_ITEM (merged));
  g_autofree char *kept_id = dup_id (kept);

  if (LT_AGENCY (agency) != kept && lt_item_get_integer (agency, find_field (agency, "parent_agency")) == merged_id
      && !lt_edit_set (edit, agency, "parent_agency", kept_id, error))
    return FALSE;
  for (guint i = 0; i < lt_item_get_n_children (agency); i++)
    {
      LtItem *succession = lt_item_get_child (agency, i);

      if (lt_succession_get_successor_id (LT_SUCCESSION (succession)) != merged_id)
        continue;
      if (LT_AGENCY (agency) == kept ? !lt_edit_remove (edit, succession, error)
                                     : !lt_edit_set (edit, succession, "successor", kept_id, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
has_succession (LtAgency *agency, LtSuccession *like)
{
  for (guint i = 0; i < lt_item_get_n_children (LT_ITEM (agency)); i++)
    {
      LtSuccession *succession = lt_item_get_child (LT_ITEM (agency), i);

      if (lt_succession_get_successor_id (succession) == lt_succession_get_successor_id (like)
          && lt_succession_get_since (succession) == lt_succession_get_since (like))
        return TRUE;
    }
  return FALSE;
}

static gboolean
redirect_agencies (LtEdit *edit, LtItem *registry, LtAgency *kept, LtAgency *merged, GError **error)
{
  for (guint i = 0; i < lt_item_get_n_children (registry); i++)
    {
      LtItem *agency = lt_item_get_child (registry, i);

      if (LT_AGENCY (agency) != merged && !redirect_agency (edit, agency, kept, merged, error))
        return FALSE;
    }
  for (guint i = 0; i < lt_item_get_n_children (LT_ITEM (merged)); i++)
    {
      LtItem *succession = lt_item_get_child (LT_ITEM (merged), i);

      if (lt_succession_get_successor_id (LT_SUCCESSION (succession)) != lt_item_get_id (LT_ITEM (kept))
          && !has_succession (kept, LT_SUCCESSION (succession))
          && !lt_edit_move (edit, succession, LT_ITEM (kept), NULL, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
redirect_links (LtEdit *edit, LtBook *book, LtAgency *kept, LtAgency *merged, GError **error)
{
  g_autoptr (GPtrArray) rows = lt_book_gather_assignments (book);
  g_autofree char *kept_id = dup_id (kept);

  for (guint i = 0; i < rows->len; i++)
    {
      LtItem *links = lt_assignment_peek_links (g_ptr_array_index (rows, i));

      for (guint j = 0; links && j < lt_item_get_n_children (links); j++)
        {
          LtItem *link = lt_item_get_child (links, j);

          if (lt_link_get_agency_id (LT_LINK (link)) == lt_item_get_id (LT_ITEM (merged))
              && !lt_edit_set (edit, link, "agency", kept_id, error))
            return FALSE;
        }
    }
  return TRUE;
}

gboolean
lt_document_merge_agencies (LtDocument *self, LtAgency *kept, LtAgency *merged, GError **error)
{
  g_autofree char *label = NULL;
  LtEdit *edit;

  g_return_val_if_fail (LT_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (LT_IS_AGENCY (kept) && LT_IS_AGENCY (merged), FALSE);

  if (kept == merged)
    {
      g_set_error_literal (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_INVALID,
                           _("An agency cannot be merged with itself. Choose two entries."));
      return FALSE;
    }
  /* Translators: two agencies; the first one goes, the second one stays. */
  label = lt_label_new (N_("Merge “%s” into “%s”"), lt_agency_get_name (merged), lt_agency_get_name (kept), NULL);
  edit = lt_document_begin_edit (self, label, error);
  return edit
         && _lt_edit_finish (edit,
                             join_names (edit, kept, merged, error)
                               && join_fields (edit, LT_ITEM (kept), LT_ITEM (merged), error)
                               && join_parents (edit, get_registry (self), LT_ITEM (kept), LT_ITEM (merged), error)
                               && redirect_agencies (edit, get_registry (self), kept, merged, error)
                               && redirect_links (edit, lt_document_get_book (self), kept, merged, error)
                               && lt_edit_remove (edit, LT_ITEM (merged), error),
                             error);
}

/* The words (lines) of a list of @agency without those in @keys. */
static char *
dup_without (LtAgency *agency, const char *field, GHashTable *keys)
{
  g_auto (GStrv) names = g_strsplit (lt_item_get_text (LT_ITEM (agency), find_field (agency, field)), "\n", -1);
  g_autoptr (GString) kept = g_string_new (NULL);

  for (guint i = 0; names[i]; i++)
    {
      g_autofree char *key = lt_text_dup_match_key (names[i]);

      if (!g_hash_table_contains (keys, key))
        g_string_append_printf (kept, "%s%s", kept->len > 0 ? "\n" : "", names[i]);
    }
  return g_strdup (kept->str);
}

gboolean
_lt_edit_take_phrases (LtEdit *edit, LtItem *registry, const char *const *phrases, LtAgency *agency, GError **error)
{
  static const char *const lists[] = { "short_forms", "variants" };
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; phrases[i]; i++)
    g_hash_table_add (keys, lt_text_dup_match_key (phrases[i]));
  for (guint i = 0; i < lt_item_get_n_children (registry); i++)
    {
      LtItem *other = lt_item_get_child (registry, i);
      g_autofree char *key = lt_text_dup_match_key (lt_agency_get_name (LT_AGENCY (other)));

      if (LT_AGENCY (other) == agency)
        continue;
      if (g_hash_table_contains (keys, key))
        {
          g_set_error (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_INVALID,
                       _("“%s” is the name of an agency of its own. If both are the same, merge the two entries."),
                       lt_agency_get_name (LT_AGENCY (other)));
          return FALSE;
        }
      for (guint j = 0; j < G_N_ELEMENTS (lists); j++)
        {
          const char *old = lt_item_get_text (other, find_field (other, lists[j]));
          g_autofree char *rest = *old ? dup_without (LT_AGENCY (other), lists[j], keys) : NULL;

          if (rest && strcmp (rest, old) != 0 && !lt_edit_set (edit, other, lists[j], rest, error))
            return FALSE;
        }
    }
  return TRUE;
}

gboolean
_lt_edit_name_phrases (LtEdit *edit, LtItem *registry, const char *const *phrases, LtAgency *agency, GError **error)
{
  g_autoptr (GHashTable) own = gather_keys (agency);
  g_autofree char *lines = g_strjoinv ("\n", (char **) phrases);

  return _lt_edit_take_phrases (edit, registry, phrases, agency, error)
         && add_to_list (edit, agency, "variants", own, lines, error);
}

gboolean
lt_document_name_phrases (LtDocument *self, const char *const *phrases, LtAgency *agency, GError **error)
{
  g_autofree char *shown = g_strjoinv ("; ", (char **) phrases);
  g_autofree char *label = NULL;
  LtEdit *edit;

  g_return_val_if_fail (LT_IS_DOCUMENT (self) && LT_IS_AGENCY (agency), FALSE);

  if (phrases[0] == NULL)
    return TRUE;
  /* Translators: words of a cell, or several of them, and the agency that they mean. */
  label = lt_label_new (N_("Take “%s” for “%s”"), shown, lt_agency_get_name (agency), NULL);
  edit = lt_document_begin_edit (self, label, error);
  return edit && _lt_edit_finish (edit, _lt_edit_name_phrases (edit, get_registry (self), phrases, agency, error), error);
}

LtAgency *
lt_document_add_agency_for (LtDocument *self, LtItem *draft, const char *const *phrases, GError **error)
{
  g_autoptr (GHashTable) keys = NULL;
  g_autoptr (GString) variants = NULL;
  g_autofree char *lines = g_strjoinv ("\n", (char **) phrases);
  g_autofree char *label = NULL;
  LtEdit *edit;
  gint64 id = 0;

  g_return_val_if_fail (LT_IS_DOCUMENT (self) && LT_IS_AGENCY (draft), NULL);

  keys = gather_keys (LT_AGENCY (draft));
  variants = g_string_new (lt_item_get_text (draft, find_field (draft, "variants")));
  _lt_names_add (variants, lines, keys);
  lt_item_set_text (draft, find_field (draft, "variants"), variants->str);
  label = lt_label_new (N_("Add “%s”"), lt_agency_get_name (LT_AGENCY (draft)), NULL);
  edit = lt_document_begin_edit (self, label, error);
  if (edit == NULL)
    return NULL;
  if (_lt_edit_take_phrases (edit, get_registry (self), phrases, NULL, error))
    id = lt_edit_insert (edit, get_registry (self), NULL, draft, error);
  return _lt_edit_finish (edit, id != 0, error) ? LT_AGENCY (lt_document_find_item (self, id)) : NULL;
}

/* What somebody said before of that phrase; what the heir is says nothing of the rest. */
static LtItem *
find_link (LtAssignment *row, LtRole role, const char *phrase, gboolean heir)
{
  LtItem *links = lt_assignment_peek_links (row);
  g_autofree char *key = lt_text_dup_match_key (phrase);

  for (guint i = 0; links && i < lt_item_get_n_children (links); i++)
    {
      LtLink *link = lt_item_get_child (links, i);
      g_autofree char *own = lt_text_dup_match_key (lt_link_get_phrase (link));

      if (lt_link_get_role (link) == role && (lt_link_get_kind (link) == LT_LINK_HEIR) == heir
          && strcmp (own, key) == 0)
        return LT_ITEM (link);
    }
  return NULL;
}

gboolean
_lt_edit_write_link (LtEdit *edit, LtAssignment *row, LtRole role, const char *phrase, LtLinkKind kind,
                     gint64 agency, GError **error)
{
  LtItem *old = find_link (row, role, phrase, kind == LT_LINK_HEIR);
  g_autoptr (LtItem) draft = lt_item_new_draft (LT_TYPE_LINK, 0);

  if (old && !lt_edit_remove (edit, old, error))
    return FALSE;
  lt_item_set_integer (draft, find_field (draft, "role"), role);
  lt_item_set_integer (draft, find_field (draft, "kind"), kind);
  lt_item_set_integer (draft, find_field (draft, "agency"), agency);
  return lt_item_set_string (draft, find_field (draft, "phrase"), phrase, error)
         && lt_edit_insert (edit, lt_item_get_list (LT_ITEM (row), LT_TYPE_LINK), NULL, draft, error) != 0;
}

gboolean
lt_document_link_phrase (LtDocument *self, LtAssignment *row, LtRole role, const char *phrase, LtLinkKind kind,
                         LtAgency *agency, GError **error)
{
  g_autofree char *path = NULL;
  g_autofree char *label = NULL;
  LtEdit *edit;

  g_return_val_if_fail (LT_IS_DOCUMENT (self) && LT_IS_ASSIGNMENT (row), FALSE);
  g_return_val_if_fail ((agency == NULL) == (kind == LT_LINK_NOT_AGENCY), FALSE);

  path = lt_item_dup_path (LT_ITEM (row));
  if (agency)
    /* Translators: words of a cell, an agency, and the row, as in “CATP”, “Công an thành phố”, 2.1. */
    label = lt_label_new (kind == LT_LINK_HEIR ? N_("Pass “%s” on to “%s” in %s") : N_("Read “%s” as “%s” in %s"),
                          phrase, lt_agency_get_name (agency), path, NULL);
  else
    label = lt_label_new (N_("Read “%s” as no agency in %s"), phrase, path, NULL);
  edit = lt_document_begin_edit (self, label, error);
  return edit
         && _lt_edit_finish (edit,
                             _lt_edit_write_link (edit, row, role, phrase, kind,
                                                  agency ? lt_item_get_id (LT_ITEM (agency)) : 0, error),
                             error);
}

gboolean
lt_document_unlink_phrase (LtDocument *self, LtAssignment *row, LtRole role, const char *phrase, GError **error)
{
  g_autofree char *path = NULL;
  g_autofree char *label = NULL;
  gboolean ok = TRUE;
  LtEdit *edit;

  g_return_val_if_fail (LT_IS_DOCUMENT (self) && LT_IS_ASSIGNMENT (row), FALSE);

  path = lt_item_dup_path (LT_ITEM (row));
  label = lt_label_new (N_("Read “%s” anew in %s"), phrase, path, NULL);
  edit = lt_document_begin_edit (self, label, error);
  if (edit == NULL)
    return FALSE;
  for (guint heir = 0; ok && heir < 2; heir++)
    {
      LtItem *link = find_link (row, role, phrase, heir == 1);

      ok = link == NULL || lt_edit_remove (edit, link, error);
    }
  return _lt_edit_finish (edit, ok, error);
}

static gboolean
write_place (LtEdit *edit, LtItem *agency, double x, double y, GError **error)
{
  char x_words[G_ASCII_DTOSTR_BUF_SIZE] = "";
  char y_words[G_ASCII_DTOSTR_BUF_SIZE] = "";

  /* Tenths of a point: nobody's hand is steadier than that. */
  if (!isnan (x) && !isnan (y))
    {
      g_ascii_formatd (x_words, sizeof x_words, "%.1f", x);
      g_ascii_formatd (y_words, sizeof y_words, "%.1f", y);
    }
  return lt_edit_set (edit, agency, "place_x", x_words, error)
         && lt_edit_set (edit, agency, "place_y", y_words, error);
}

gboolean
lt_document_place_agency (LtDocument *self, LtAgency *agency, double x, double y, GError **error)
{
  g_autofree char *label = NULL;
  LtEdit *edit;

  g_return_val_if_fail (LT_IS_DOCUMENT (self) && LT_IS_AGENCY (agency), FALSE);

  label = lt_label_new (N_("Move “%s” in the network"), lt_agency_get_name (agency), NULL);
  edit = lt_document_begin_edit (self, label, error);
  return edit && _lt_edit_finish (edit, write_place (edit, LT_ITEM (agency), x, y, error), error);
}

gboolean
lt_document_forget_places (LtDocument *self, GError **error)
{
  g_autofree char *label = lt_label_new (N_("Arrange the network anew"), NULL);
  LtEdit *edit = lt_document_begin_edit (self, label, error);
  LtItem *registry;
  gboolean ok = TRUE;

  if (edit == NULL)
    return FALSE;
  registry = get_registry (self);
  for (guint i = 0; ok && i < lt_item_get_n_children (registry); i++)
    {
      LtItem *agency = lt_item_get_child (registry, i);
      double x, y;

      ok = !lt_agency_get_place (LT_AGENCY (agency), &x, &y) || write_place (edit, agency, NAN, NAN, error);
    }
  return _lt_edit_finish (edit, ok, error);
}
