/* SPDX-License-Identifier: MIT */
#include "cli/lt-query.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plan/lt-agency-use.h"
#include "plan/lt-search.h"

static GHashTable *
find_words (LtBook *book, const char *words)
{
  g_autoptr (LtSearch) search = lt_search_new (book);
  g_autoptr (GPtrArray) rows = NULL;
  GHashTable *found = g_hash_table_new (NULL, NULL);

  lt_search_complete (search);
  rows = lt_search_find (search, words);
  for (guint i = 0; i < rows->len; i++)
    g_hash_table_add (found, g_ptr_array_index (rows, i));
  return found;
}

static gboolean
read_roles (LtArguments *arguments, guint *roles, GError **error)
{
  const char *role = lt_arguments_get_text (arguments, "role");

  *roles = 0;
  if (role == NULL || strcmp (role, "lead") == 0)
    *roles |= LT_FILTER_BIT (LT_ROLE_LEAD);
  if (role == NULL || strcmp (role, "coordinate") == 0)
    *roles |= LT_FILTER_BIT (LT_ROLE_COORDINATE);
  if (*roles == 0)
    {
      g_set_error (error, LT_CLI_ERROR, LT_CLI_ERROR_USAGE,
                   _("--role is lead or coordinate, not “%s”."), role);
      return FALSE;
    }
  if (role && lt_arguments_get_text (arguments, "agency") == NULL)
    {
      g_set_error_literal (error, LT_CLI_ERROR, LT_CLI_ERROR_USAGE,
                           _("--role says in which role an agency is looked for; name it with --agency."));
      return FALSE;
    }
  return TRUE;
}

gboolean
lt_query_read_names (LtArguments *arguments, LtNames *names, GError **error)
{
  const char *words = lt_arguments_get_text (arguments, "names");

  *names = words && strcmp (words, "today") == 0 ? LT_NAMES_TODAY : LT_NAMES_ISSUED;
  if (words && *names == LT_NAMES_ISSUED && strcmp (words, "issued") != 0)
    {
      g_set_error (error, LT_CLI_ERROR, LT_CLI_ERROR_USAGE, _("--names is issued or today, not “%s”."), words);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_names (LtQuery *query, LtArguments *arguments, GError **error)
{
  if (!query->counts_agencies && lt_arguments_get_text (arguments, "names") != NULL
      && lt_arguments_get_text (arguments, "agency") == NULL)
    {
      g_set_error_literal (error, LT_CLI_ERROR, LT_CLI_ERROR_USAGE,
                           _("--names says under which names an agency is looked for; name it with --agency."));
      return FALSE;
    }
  return TRUE;
}

/* A name that neither the registry nor any cell knows is a slip of the pen, not
 * an agency without work. */
static gboolean
is_written_somewhere (LtBook *book, const char *name)
{
  g_autoptr (LtFilter) anywhere = lt_filter_new ();
  g_autoptr (GPtrArray) rows = lt_book_gather_assignments (book);

  lt_filter_set_agency (anywhere, NULL, name,
                        LT_FILTER_BIT (LT_ROLE_LEAD) | LT_FILTER_BIT (LT_ROLE_COORDINATE));
  for (guint i = 0; i < rows->len; i++)
    if (lt_filter_accepts (anywhere, g_ptr_array_index (rows, i), LT_DAY_NONE))
      return TRUE;
  return FALSE;
}

static gboolean
read_agency (LtQuery *query, LtArguments *arguments, LtBook *book, GError **error)
{
  const char *name = lt_arguments_get_text (arguments, "agency");
  LtAgency *agency;
  guint roles;

  if (!read_roles (arguments, &roles, error) || !lt_query_read_names (arguments, &query->names, error)
      || !check_names (query, arguments, error))
    return FALSE;
  if (name == NULL)
    return TRUE;
  agency = lt_registry_find (lt_book_get_registry (book), name);
  lt_filter_set_agency (query->filter, agency, name, roles);
  lt_filter_set_names (query->filter, query->names);
  if (agency != NULL || is_written_somewhere (book, name))
    return TRUE;
  g_set_error (error, LT_CLI_ERROR, LT_CLI_ERROR_FAILED,
               _("The file names no agency “%s”, nor does it know one by that name."), name);
  return FALSE;
}

static gboolean
read_states (LtQuery *query, LtArguments *arguments, GError **error)
{
  const char *words = lt_arguments_get_text (arguments, "state");
  g_auto (GStrv) names = g_strsplit (words != NULL ? words : "", ",", -1);
  guint states = 0;

  for (guint i = 0; names[i] != NULL; i++)
    {
      LtState state;

      if (!lt_state_from_words (g_strstrip (names[i]), &state))
        {
          g_set_error (error, LT_CLI_ERROR, LT_CLI_ERROR_USAGE,
                       _("There is no state “%s”; choose from not-started, in-progress, done, maintained, "
                         "paused, cancelled."), names[i]);
          return FALSE;
        }
      states |= LT_FILTER_BIT (state);
    }
  lt_filter_set_states (query->filter, states);
  return TRUE;
}

static gboolean
read_percent (LtQuery *query, LtArguments *arguments, GError **error)
{
  const char *words = lt_arguments_get_text (arguments, "percent");
  g_auto (GStrv) ends = g_strsplit (words != NULL ? words : "0-100", "-", -1);
  guint n = g_strv_length (ends);
  int least;
  int most;

  if (n >= 1 && n <= 2 && lt_arguments_read_count (ends[0], &least)
      && lt_arguments_read_count (ends[n - 1], &most) && least <= most && most <= 100)
    {
      lt_filter_set_percent (query->filter, least, most);
      return TRUE;
    }
  g_set_error (error, LT_CLI_ERROR, LT_CLI_ERROR_USAGE,
               _("--percent is a share of 100 or two of them, the smaller first, such as 0-49, not “%s”."), words);
  return FALSE;
}

static gboolean
read_due (LtQuery *query, LtArguments *arguments, GError **error)
{
  LtDay first = lt_arguments_get_day (arguments, "due-from", LT_DAY_NONE);
  LtDay last = lt_arguments_get_day (arguments, "due-to", LT_DAY_NONE);

  if (first != LT_DAY_NONE && last != LT_DAY_NONE && first > last)
    {
      g_set_error_literal (error, LT_CLI_ERROR, LT_CLI_ERROR_USAGE,
                           _("--due-to stands before --due-from; no day lies between them."));
      return FALSE;
    }
  lt_filter_set_due (query->filter, first, last);
  lt_filter_set_soon_days (query->filter, lt_arguments_get_count (arguments, "soon", LT_DUE_SOON_DAYS));
  lt_filter_set_due_within (query->filter, lt_arguments_get_count (arguments, "due-within", -1));
  if (lt_arguments_get_flag (arguments, "overdue"))
    lt_filter_set_timeliness (query->filter, LT_FILTER_BIT (LT_TIMELINESS_OVERDUE));
  return TRUE;
}

gboolean
lt_query_read (LtQuery *query, LtArguments *arguments, LtBook *book, GError **error)
{
  const char *search = lt_arguments_get_text (arguments, "search");

  query->filter = lt_filter_new ();
  query->as_of = lt_arguments_get_day (arguments, "as-of", lt_day_today ());
  if (!read_states (query, arguments, error) || !read_percent (query, arguments, error)
      || !read_due (query, arguments, error) || !read_agency (query, arguments, book, error))
    return FALSE;
  if (search && *search)
    query->found = find_words (book, search);
  return TRUE;
}

void
lt_query_clear (LtQuery *query)
{
  g_clear_object (&query->filter);
  g_clear_pointer (&query->found, g_hash_table_unref);
}

gboolean
lt_query_accepts (LtAssignment *assignment, gpointer data)
{
  LtQuery *query = data;

  return lt_filter_accepts (query->filter, assignment, query->as_of)
         && (query->found == NULL || g_hash_table_contains (query->found, assignment));
}
