/* SPDX-License-Identifier: MIT */
#include "cli/lt-place.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/lt-arguments.h"
#include "plan/lt-report.h"
#include "plan/lt-status.h"
#include "text/lt-text.h"

/* Stands among the numbers for the reports beside a row, "2.1.reports.1". */
#define REPORTS G_MAXUINT
#define REPORTS_KEY "reports"

/* "2.1.deadline" has the numbers 2 and 1 and the field "deadline". */
typedef struct {
  GArray *numbers; /* of guint */
  char *field;     /* NULL if the path ends in a number */
} Path;

static void
clear_path (Path *path)
{
  g_clear_pointer (&path->numbers, g_array_unref);
  g_clear_pointer (&path->field, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Path, clear_path)

static gboolean
is_field_name (const char *words)
{
  return g_ascii_isalpha (*words)
         && strspn (words, "abcdefghijklmnopqrstuvwxyz_") == strlen (words);
}

static gboolean
read_path (const char *words, Path *path, GError **error)
{
  g_auto (GStrv) pieces = g_strsplit (words, ".", -1);

  path->numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; pieces[i]; i++)
    {
      guint marker = REPORTS;
      int number;

      if (pieces[i + 1] && i > 0 && strcmp (pieces[i], REPORTS_KEY) == 0)
        {
          g_array_append_val (path->numbers, marker);
          continue;
        }
      if (pieces[i + 1] == NULL && is_field_name (pieces[i]))
        {
          path->field = g_strdup (pieces[i]);
          return TRUE;
        }
      if (!lt_arguments_read_count (pieces[i], &number) || number == 0)
        {
          g_set_error (error, LT_CLI_ERROR, LT_CLI_ERROR_FAILED,
                       _("“%s” is not a path. A path counts from 1 and looks like 2, 2.1, 2.1.3 or 2.1.deadline."),
                       words);
          return FALSE;
        }
      g_array_append_val (path->numbers, number);
    }
  if (path->numbers->len == 0)
    {
      g_set_error_literal (error, LT_CLI_ERROR, LT_CLI_ERROR_FAILED,
                           _("The path is empty. It looks like 2, 2.1, 2.1.3 or 2.1.deadline."));
      return FALSE;
    }
  return TRUE;
}

/* The first @n numbers as they are typed. */
static char *
dup_head (const Path *path, guint n)
{
  GString *head = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      guint number = g_array_index (path->numbers, guint, i);

      g_string_append (head, i ? "." : "");
      if (number == REPORTS)
        g_string_append (head, REPORTS_KEY);
      else
        g_string_append_printf (head, "%u", number);
    }
  return g_string_free (head, FALSE);
}

static char *
dup_count_sentence (LtItem *parent, const char *head)
{
  guint n = lt_item_get_n_children (parent);

  if (LT_IS_PLAN (parent))
    return g_strdup_printf (ngettext ("The plan has %u model.", "The plan has %u models.", n), n);
  if (LT_IS_INITIATIVE (parent))
    /* Translators: number of the model, then how many assignments it has */
    return g_strdup_printf (ngettext ("Model %s has %u assignment.", "Model %s has %u assignments.", n), head, n);
  if (LT_IS_ASSIGNMENT (parent))
    /* Translators: number of the assignment, then how many results it has */
    return g_strdup_printf (ngettext ("Assignment %s has %u expected result.",
                                      "Assignment %s has %u expected results.", n), head, n);
  if (LT_IS_OUTCOME (parent))
    /* Translators: number of the result, then how many targets it has */
    return g_strdup_printf (ngettext ("Result %s has %u target.", "Result %s has %u targets.", n), head, n);
  if (LT_IS_TARGET (parent))
    /* Translators: number of the target, then how many measurements it has */
    return g_strdup_printf (ngettext ("Target %s has %u measurement.", "Target %s has %u measurements.", n), head, n);
  if (LT_IS_REPORT_LIST (parent) || LT_IS_OUTCOME_REPORT_LIST (parent))
    /* Translators: how many reports a row has */
    return g_strdup_printf (ngettext ("There is %u report.", "There are %u reports.", n), n);
  return g_strdup_printf (_("Nothing stands below %s."), head);
}

static void
set_nowhere (const Path *path, guint depth, LtItem *parent, GError **error)
{
  g_autofree char *whole = dup_head (path, depth + 1);
  g_autofree char *head = dup_head (path, depth);
  g_autofree char *count = dup_count_sentence (parent, head);

  /* Translators: a path such as 2.7, then a sentence such as "Model 2 has 2 assignments." */
  g_set_error (error, LT_CLI_ERROR, LT_CLI_ERROR_FAILED, _("There is no %s. %s"), whole, count);
}

static LtItem *
follow (LtItem *item, const Path *path, guint n, GError **error)
{
  for (guint i = 0; i < n; i++)
    {
      guint number = g_array_index (path->numbers, guint, i);
      LtItem *child = number == REPORTS ? lt_item_follow_path (item, REPORTS_KEY)
                                        : lt_item_get_child (item, number - 1);

      if (child == NULL)
        {
          set_nowhere (path, i, item, error);
          return NULL;
        }
      item = child;
    }
  return item;
}

static char *
dup_field_names (LtItem *item)
{
  const LtItemInfo *info = LT_ITEM_GET_CLASS (item)->info;
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < info->n_fields; i++)
    g_string_append_printf (names, "%s%s", i ? ", " : "", info->fields[i].name);
  return g_string_free (names, FALSE);
}

LtPlan *
lt_place_find_plan (LtBook *book, int number, GError **error)
{
  guint n = lt_item_get_n_children (LT_ITEM (book));
  LtPlan *plan = number > 0 ? lt_item_get_child (LT_ITEM (book), (guint) number - 1) : NULL;

  if (plan == NULL && n == 0)
    g_set_error_literal (error, LT_CLI_ERROR, LT_CLI_ERROR_FAILED,
                         _("The file holds no plan yet. “lotrinh-cli add FILE 1 NAME” begins one."));
  else if (plan == NULL)
    g_set_error (error, LT_CLI_ERROR, LT_CLI_ERROR_FAILED,
                 ngettext ("There is no plan %d: the file holds %u plan.",
                           "There is no plan %d: the file holds %u plans.", n), number, n);
  return plan;
}

LtItem *
lt_place_find_item (LtPlan *plan, const char *words, GError **error)
{
  g_auto (Path) path = { NULL, NULL };

  if (!read_path (words, &path, error))
    return NULL;
  if (path.field)
    {
      g_set_error (error, LT_CLI_ERROR, LT_CLI_ERROR_FAILED,
                   _("“%s” names a field; a path of numbers such as 2.1 is needed here."), words);
      return NULL;
    }
  return follow (LT_ITEM (plan), &path, path.numbers->len, error);
}

LtItem *
lt_place_find_field (LtPlan *plan, const char *words, const LtField **field, GError **error)
{
  g_auto (Path) path = { NULL, NULL };
  g_autofree char *names = NULL;
  LtItem *item;

  if (!read_path (words, &path, error))
    return NULL;
  item = follow (LT_ITEM (plan), &path, path.numbers->len, error);
  if (item == NULL)
    return NULL;
  *field = path.field ? lt_item_type_find_field (G_OBJECT_TYPE (item), path.field) : NULL;
  if (*field)
    return item;

  names = dup_field_names (item);
  if (path.field)
    g_set_error (error, LT_CLI_ERROR, LT_CLI_ERROR_FAILED,
                 _("“%s” leads to no field. The fields there are: %s."), words, names);
  else
    g_set_error (error, LT_CLI_ERROR, LT_CLI_ERROR_FAILED,
                 _("“%s” names no field. Put one of these behind it: %s."), words, names);
  return NULL;
}

LtItem *
lt_place_find_slot (LtItem *plan, const char *words, LtItem **before, GError **error)
{
  g_auto (Path) path = { NULL, NULL };
  LtItem *parent;
  guint depth, index;

  if (!read_path (words, &path, error))
    return NULL;
  if (path.field)
    {
      g_set_error (error, LT_CLI_ERROR, LT_CLI_ERROR_FAILED,
                   _("“%s” names a field; a path of numbers such as 2.1 is needed here."), words);
      return NULL;
    }
  depth = path.numbers->len - 1;
  parent = follow (plan, &path, depth, error);
  if (parent == NULL)
    return NULL;
  index = g_array_index (path.numbers, guint, depth) - 1;
  if (LT_ITEM_GET_CLASS (parent)->info->child_type == NULL || index > lt_item_get_n_children (parent))
    {
      set_nowhere (&path, depth, parent, error);
      return NULL;
    }
  *before = lt_item_get_child (parent, index);
  return parent;
}

static char *
dup_baseline_names (LtItem *list)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < lt_item_get_n_children (list); i++)
    g_string_append_printf (names, "%s“%s”", i ? ", " : "", lt_baseline_get_name (lt_item_get_child (list, i)));
  return g_string_free (names, FALSE);
}

LtBaseline *
lt_place_find_baseline (LtPlan *plan, const char *name, GError **error)
{
  LtBaseline *found = *name ? lt_baseline_find (plan, name) : lt_baseline_find_latest (plan);
  g_autofree char *names = NULL;

  if (found)
    return found;
  if (lt_baseline_find_latest (plan) == NULL)
    {
      g_set_error_literal (error, LT_CLI_ERROR, LT_CLI_ERROR_FAILED,
                           _("The plan has no baseline to compare with. “lotrinh-cli baseline FILE” keeps one."));
      return NULL;
    }
  names = dup_baseline_names (lt_baseline_peek_list (plan));
  /* Translators: a name that somebody typed, then a list of names. */
  g_set_error (error, LT_CLI_ERROR, LT_CLI_ERROR_FAILED, _("There is no baseline “%s”; there are: %s."), name, names);
  return NULL;
}

static gboolean
folds_same (const char *a, const char *b)
{
  g_autofree char *first = lt_text_dup_folded (a);
  g_autofree char *second = lt_text_dup_folded (b);

  return strcmp (first, second) == 0;
}

static const char *
find_choice (const LtField *field, const char *words)
{
  LtState state;

  if (strcmp (field->name, "state") == 0 && lt_state_from_words (words, &state))
    return lt_state_get_nick (state);
  for (const LtChoice *choice = field->choices; choice->nick; choice++)
    if (folds_same (words, choice->nick) || folds_same (words, choice->title)
        || folds_same (words, _(choice->title)))
      return choice->nick;
  return NULL;
}

static const char *
find_boolean (const char *words)
{
  static const char *const yes[] = { "true", "yes", "1", "có", NULL };
  static const char *const no[] = { "false", "no", "0", "không", NULL };

  for (guint i = 0; yes[i]; i++)
    {
      if (folds_same (words, yes[i]))
        return "true";
      if (folds_same (words, no[i]))
        return "false";
    }
  return NULL;
}

char *
lt_place_dup_value (const LtField *field, const char *words)
{
  const char *known = NULL;
  char *value = g_strdup (words);

  if (field->kind == LT_FIELD_CHOICE)
    known = find_choice (field, words);
  else if (field->kind == LT_FIELD_BOOLEAN)
    known = find_boolean (words);
  else if (field->kind == LT_FIELD_REAL)
    g_strdelimit (value, ",", '.');
  else if (field->kind == LT_FIELD_INTEGER && g_str_has_suffix (value, "%"))
    value[strlen (value) - 1] = '\0';

  if (known == NULL)
    return value;
  g_free (value);
  return g_strdup (known);
}
