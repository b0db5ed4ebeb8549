/* SPDX-License-Identifier: MIT */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/lt-commands.h"
#include "cli/lt-describe.h"
#include "cli/lt-print.h"
#include "plan/lt-search.h"
#include "plan/lt-status.h"
#include "text/lt-text.h"

#define NAME_WIDTH 50
#define CELL_WIDTH 40

/* What a row must be to be listed. */
typedef struct {
  LtDay as_of;
  gboolean overdue;
  int due_within;    /* days, -1 if not asked for */
  LtAgency *agency;  /* borrowed; NULL if unknown or not asked for */
  char *agency_key;  /* match key of the name asked for; NULL for any agency */
  gboolean roles[2]; /* by LtRole */
  LtNames names;     /* under which the agency is looked for */
  GHashTable *found; /* assignments that hold the words asked for; NULL for any words */
} Filter;

static void
clear_filter (Filter *filter)
{
  g_clear_pointer (&filter->agency_key, g_free);
  g_clear_pointer (&filter->found, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Filter, clear_filter)

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
read_role (LtArguments *arguments, Filter *filter, GError **error)
{
  const char *role = lt_arguments_get_text (arguments, "role");

  filter->roles[LT_ROLE_LEAD] = role == NULL || strcmp (role, "lead") == 0;
  filter->roles[LT_ROLE_COORDINATE] = role == NULL || strcmp (role, "coordinate") == 0;
  if (!filter->roles[LT_ROLE_LEAD] && !filter->roles[LT_ROLE_COORDINATE])
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

static gboolean
read_names (LtArguments *arguments, Filter *filter, GError **error)
{
  const char *names = lt_arguments_get_text (arguments, "names");

  filter->names = names && strcmp (names, "today") == 0 ? LT_NAMES_TODAY : LT_NAMES_ISSUED;
  if (names && filter->names == LT_NAMES_ISSUED && strcmp (names, "issued") != 0)
    {
      g_set_error (error, LT_CLI_ERROR, LT_CLI_ERROR_USAGE, _("--names is issued or today, not “%s”."), names);
      return FALSE;
    }
  if (names && lt_arguments_get_text (arguments, "agency") == NULL)
    {
      g_set_error_literal (error, LT_CLI_ERROR, LT_CLI_ERROR_USAGE,
                           _("--names says under which names an agency is looked for; name it with --agency."));
      return FALSE;
    }
  return TRUE;
}

static gboolean
read_filter (LtArguments *arguments, LtBook *book, Filter *filter, GError **error)
{
  const char *agency = lt_arguments_get_text (arguments, "agency");
  const char *search = lt_arguments_get_text (arguments, "search");

  filter->as_of = lt_arguments_get_day (arguments, "as-of", lt_day_today ());
  filter->overdue = lt_arguments_get_flag (arguments, "overdue");
  filter->due_within = lt_arguments_get_count (arguments, "due-within", -1);
  if (agency)
    {
      filter->agency = lt_registry_find (lt_book_get_registry (book), agency);
      filter->agency_key = lt_text_dup_match_key (agency);
    }
  if (search && *search)
    filter->found = find_words (book, search);
  return read_role (arguments, filter, error) && read_names (arguments, filter, error);
}

static gboolean
matches_agency (LtAssignment *assignment, const Filter *filter)
{
  for (LtRole role = LT_ROLE_LEAD; role <= LT_ROLE_COORDINATE; role++)
    {
      GPtrArray *mentions = lt_assignment_get_mentions (assignment, role);

      for (guint i = 0; filter->roles[role] && i < mentions->len; i++)
        {
          const LtMention *mention = g_ptr_array_index (mentions, i);
          g_autofree char *key = NULL;

          if (mention->agency)
            {
              if (lt_mention_get_agency (mention, filter->names, filter->as_of) == filter->agency)
                return TRUE;
              continue;
            }
          key = lt_text_dup_match_key (mention->phrase);
          if (strcmp (key, filter->agency_key) == 0)
            return TRUE;
        }
    }
  return FALSE;
}

static gboolean
matches_time (LtAssignment *assignment, const Filter *filter)
{
  LtDay due = lt_assignment_get_due (assignment);
  LtTimeliness timeliness = lt_assignment_get_timeliness (assignment, filter->as_of, LT_DUE_SOON_DAYS);
  gboolean open = timeliness == LT_TIMELINESS_DUE_SOON || timeliness == LT_TIMELINESS_ON_TRACK;

  if (filter->overdue && timeliness == LT_TIMELINESS_OVERDUE)
    return TRUE;
  return filter->due_within >= 0 && open && (gint64) due - filter->as_of <= filter->due_within;
}

static gboolean
matches (LtAssignment *assignment, const Filter *filter)
{
  return (filter->agency_key == NULL || matches_agency (assignment, filter))
         && ((!filter->overdue && filter->due_within < 0) || matches_time (assignment, filter))
         && (filter->found == NULL || g_hash_table_contains (filter->found, assignment));
}

static GPtrArray *
find_assignments (LtBook *book, const Filter *filter)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < lt_item_get_n_children (LT_ITEM (book)); i++)
    {
      LtItem *plan = lt_item_get_child (LT_ITEM (book), i);

      for (guint j = 0; j < lt_item_get_n_children (plan); j++)
        {
          LtItem *initiative = lt_item_get_child (plan, j);

          for (guint k = 0; k < lt_item_get_n_children (initiative); k++)
            if (matches (lt_item_get_child (initiative, k), filter))
              g_ptr_array_add (found, lt_item_get_child (initiative, k));
        }
    }
  return found;
}

/* A name that neither the registry nor any cell knows is a slip of the pen, not
 * an agency without work. */
static gboolean
check_agency (LtBook *book, const Filter *filter, const char *name, GError **error)
{
  Filter anywhere = {
    .agency_key = filter->agency_key,
    .roles = { TRUE, TRUE },
    .due_within = -1,
  };
  g_autoptr (GPtrArray) rows = NULL;

  if (filter->agency_key == NULL || filter->agency)
    return TRUE;
  rows = find_assignments (book, &anywhere);
  if (rows->len > 0)
    return TRUE;
  g_set_error (error, LT_CLI_ERROR, LT_CLI_ERROR_FAILED,
               _("The file names no agency “%s”, nor does it know one by that name."), name);
  return FALSE;
}

static json_t *
describe_row (LtAssignment *assignment, LtDay as_of)
{
  json_t *row = lt_describe_assignment (assignment, as_of);
  LtItem *initiative = lt_item_get_parent (LT_ITEM (assignment));
  LtItem *plan = lt_item_get_parent (initiative);
  g_autofree char *number = lt_initiative_dup_number (LT_INITIATIVE (initiative));

  json_object_set_new (row, "plan", json_integer (lt_item_get_index (plan) + 1));
  json_object_set_new (row, "initiative",
                       json_pack ("{s:s, s:s}", "number", number,
                                  "name", lt_initiative_get_name (LT_INITIATIVE (initiative))));
  return row;
}

static void
print_rows (GPtrArray *rows, gboolean several_plans, LtDay as_of)
{
  g_autoptr (LtColumns) columns = lt_columns_new (5);

  for (guint i = 0; i < rows->len; i++)
    {
      LtAssignment *row = g_ptr_array_index (rows, i);
      LtItem *initiative = lt_item_get_parent (LT_ITEM (row));
      LtItem *plan = lt_item_get_parent (initiative);
      LtTimeliness timeliness = lt_assignment_get_timeliness (row, as_of, LT_DUE_SOON_DAYS);
      g_autofree char *path = lt_item_dup_path (LT_ITEM (row));
      g_autofree char *place = NULL;

      if (several_plans)
        place = g_strdup_printf (_("plan %u: %s"), lt_item_get_index (plan) + 1, path);
      lt_columns_add (columns, 0, place ? place : path, 0);
      lt_columns_add (columns, 1, lt_initiative_get_name (LT_INITIATIVE (initiative)), NAME_WIDTH);
      lt_columns_add (columns, 2, lt_assignment_get_lead_words (row), CELL_WIDTH);
      lt_columns_add (columns, 3, lt_assignment_get_deadline_words (row), CELL_WIDTH);
      lt_columns_add (columns, 4, lt_timeliness_get_title (timeliness), 0);
    }
  lt_columns_print (columns);
}

static gboolean
run_list (LtArguments *arguments, GError **error)
{
  g_autoptr (LtDocument) document = lt_commands_open_to_read (arguments, error);
  g_autoptr (GPtrArray) rows = NULL;
  g_auto (Filter) filter = { 0 };
  LtBook *book;

  if (document == NULL)
    return FALSE;
  book = lt_document_get_book (document);
  if (!read_filter (arguments, book, &filter, error)
      || !check_agency (book, &filter, lt_arguments_get_text (arguments, "agency"), error))
    return FALSE;

  rows = find_assignments (book, &filter);
  if (lt_arguments_get_flag (arguments, "json"))
    {
      json_t *list = json_array ();

      for (guint i = 0; i < rows->len; i++)
        json_array_append_new (list, describe_row (g_ptr_array_index (rows, i), filter.as_of));
      lt_print_json (list);
    }
  else
    print_rows (rows, lt_item_get_n_children (LT_ITEM (book)) > 1, filter.as_of);
  return TRUE;
}

static const LtOption options[] = {
  LT_OPTION_JSON,
  { "agency", LT_OPTION_TEXT, "NAME", N_("Rows in which that agency has a part, by its name, short form or variant") },
  { "role", LT_OPTION_TEXT, "lead|coordinate", N_("… only in that role") },
  { "names", LT_OPTION_TEXT, "issued|today",
    N_("… under the names that were issued (the usual way), or for whoever does the work on the day of --as-of") },
  { "overdue", LT_OPTION_FLAG, NULL, N_("Rows that are late") },
  { "due-within", LT_OPTION_COUNT, "DAYS", N_("Rows that are due within so many days") },
  { "search", LT_OPTION_TEXT, "TEXT", N_("Rows that hold all these words, whatever their case and marks") },
  LT_OPTION_AS_OF,
  { NULL },
};

const LtCommand lt_command_list = {
  "list", "FILE", 1, 1, N_("List assignments, all or those that are asked for"),
  N_("Several conditions must all hold, but --overdue and --due-within together list what is late and "
     "what soon will be."),
  options, run_list,
};
