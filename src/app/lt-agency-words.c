/* SPDX-License-Identifier: MIT */
#include "app/lt-agency-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "text/lt-text.h"

typedef struct {
  char *names; /* that the rest was made from */
  char *folded;
  char *sort_key;
} Words;

static void
free_words (gpointer data)
{
  Words *words = data;

  g_free (words->names);
  g_free (words->folded);
  g_free (words->sort_key);
  g_free (words);
}

static const char *
get_text (LtAgency *agency, const char *field)
{
  return lt_item_get_text (LT_ITEM (agency), lt_item_type_find_field (LT_TYPE_AGENCY, field));
}

static const Words *
get_words (LtAgency *agency)
{
  static const char *const key = "lt-agency-words";
  Words *words = g_object_get_data (G_OBJECT (agency), key);
  g_autofree char *names = g_strjoin ("\n", lt_agency_get_name (agency), get_text (agency, "short_forms"),
                                      get_text (agency, "variants"), NULL);

  if (words && strcmp (words->names, names) == 0)
    return words;
  words = g_new (Words, 1);
  words->folded = lt_text_dup_folded (names);
  words->sort_key = lt_text_dup_sort_key (lt_agency_get_name (agency));
  words->names = g_steal_pointer (&names);
  g_object_set_data_full (G_OBJECT (agency), key, words, free_words);
  return words;
}

int
lt_agency_words_compare (LtAgency *a, LtAgency *b)
{
  int order = strcmp (get_words (a)->sort_key, get_words (b)->sort_key);

  return order < 0 ? -1 : order > 0;
}

static int
compare_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  return lt_agency_words_compare (LT_AGENCY ((gpointer) a), LT_AGENCY ((gpointer) b));
}

GtkSorter *
lt_agency_sorter_new (void)
{
  return GTK_SORTER (gtk_custom_sorter_new (compare_cb, NULL, NULL));
}

static gboolean
match_cb (gpointer item, gpointer data)
{
  const char *const *wanted = data;
  const char *folded = wanted && wanted[0] ? get_words (item)->folded : "";

  for (guint i = 0; wanted && wanted[i]; i++)
    if (*wanted[i] && strstr (folded, wanted[i]) == NULL)
      return FALSE;
  return TRUE;
}

GtkFilter *
lt_agency_filter_new (void)
{
  return GTK_FILTER (gtk_custom_filter_new (match_cb, NULL, NULL));
}

void
lt_agency_filter_set_query (GtkFilter *filter, const char *query)
{
  g_autofree char *folded = lt_text_dup_folded (query);

  gtk_custom_filter_set_filter_func (GTK_CUSTOM_FILTER (filter), match_cb, g_strsplit (folded, " ", -1),
                                     (GDestroyNotify) g_strfreev);
}

char *
lt_agency_words_dup_validity (LtAgency *agency)
{
  LtDay from = lt_agency_get_valid_from (agency);
  LtDay to = lt_agency_get_valid_to (agency);
  g_autofree char *first = from == LT_DAY_NONE ? NULL : lt_day_dup_official (from);
  g_autofree char *last = to == LT_DAY_NONE ? NULL : lt_day_dup_official (to);

  if (first && last)
    return g_strdup_printf ("%s – %s", first, last);
  if (first)
    /* Translators: the first day of an agency */
    return g_strdup_printf (_("from %s"), first);
  if (last)
    /* Translators: the last day of an agency */
    return g_strdup_printf (_("to %s"), last);
  return g_strdup ("");
}

gboolean
lt_agency_words_has_ended (LtAgency *agency)
{
  LtDay to = lt_agency_get_valid_to (agency);

  return to != LT_DAY_NONE && to < lt_day_today ();
}
