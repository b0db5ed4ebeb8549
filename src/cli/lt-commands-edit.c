/* SPDX-License-Identifier: MIT */
#include <glib/gi18n-lib.h>

#include "cli/lt-commands.h"
#include "cli/lt-place.h"
#include "store/lt-label.h"

static LtPlan *
find_plan (LtDocument *document, LtArguments *arguments, GError **error)
{
  return lt_place_find_plan (lt_document_get_book (document),
                             lt_arguments_get_count (arguments, "plan", 1), error);
}

static gboolean
run_set (LtArguments *arguments, GError **error)
{
  g_autoptr (LtDocument) document = lt_commands_open_to_write (arguments, error);
  const LtField *field;
  LtPlan *plan;
  LtItem *item;
  g_autofree char *value = NULL;

  if (document == NULL)
    return FALSE;
  plan = find_plan (document, arguments, error);
  if (plan == NULL)
    return FALSE;
  item = lt_place_find_field (plan, lt_arguments_get_operand (arguments, 1), &field, error);
  if (item == NULL)
    return FALSE;
  value = lt_place_dup_value (field, lt_arguments_get_operand (arguments, 2));
  return lt_document_set (document, item, field->name, value, error);
}

static gboolean
set_words (LtItem *draft, const char *field, const char *words, GError **error)
{
  return lt_item_set_string (draft, lt_item_type_find_field (G_OBJECT_TYPE (draft), field), words, error);
}

/* A measurement or a report of that day, whose words are its figure or its results. */
static gboolean
set_dated (LtItem *draft, const char *words, LtDay day, GError **error)
{
  const LtField *field = lt_item_type_find_field (G_OBJECT_TYPE (draft), LT_IS_REPORT (draft) ? "results" : "value");
  g_autofree char *value = words ? lt_place_dup_value (field, words) : NULL;

  lt_item_set_integer (draft, lt_item_type_find_field (G_OBJECT_TYPE (draft), "day"), day);
  return value == NULL || lt_item_set_string (draft, field, value, error);
}

/* A draft of the type that stands below @parent, with @words where a person
 * would write them first. */
static LtItem *
create_draft (LtItem *parent, const char *words, LtDay day, GError **error)
{
  g_autoptr (LtItem) draft = lt_item_new_draft (LT_ITEM_GET_CLASS (parent)->info->child_type (), 0);
  gboolean done;

  if (LT_IS_MEASUREMENT (draft) || LT_IS_REPORT (draft))
    return set_dated (draft, words, day, error) ? g_steal_pointer (&draft) : NULL;
  if (words == NULL || *words == '\0')
    return g_steal_pointer (&draft);
  if (LT_IS_ASSIGNMENT (draft))
    {
      g_autoptr (LtItem) outcome = create_draft (draft, words, day, error);

      done = outcome != NULL;
      if (done)
        lt_item_append_draft (draft, g_steal_pointer (&outcome));
    }
  else if (LT_IS_OUTCOME (draft))
    {
      g_autofree char *label = NULL;
      g_autofree char *text = NULL;

      lt_outcome_split_line (words, &label, &text);
      done = set_words (draft, "label", label, error) && set_words (draft, "text", text, error);
    }
  else
    done = set_words (draft, "name", words, error);
  return done ? g_steal_pointer (&draft) : NULL;
}

/* The first model of a file brings its plan along, in one edit. */
static gboolean
add_with_plan (LtDocument *document, LtItem *draft, GError **error)
{
  g_autoptr (LtItem) plan = lt_item_new_draft (LT_TYPE_PLAN, 0);
  g_autofree char *label = lt_label_new (N_("Add model %s"), "1", NULL);
  g_autoptr (LtEdit) edit = lt_document_begin_edit (document, label, error);

  lt_item_append_draft (plan, g_object_ref (draft));
  return edit
         && lt_edit_insert (edit, LT_ITEM (lt_document_get_book (document)), NULL, plan, error)
         && lt_edit_commit (g_steal_pointer (&edit), error);
}

static gboolean
run_add (LtArguments *arguments, GError **error)
{
  g_autoptr (LtDocument) document = lt_commands_open_to_write (arguments, error);
  g_autoptr (LtItem) empty_plan = NULL;
  g_autoptr (LtItem) draft = NULL;
  LtItem *plan, *parent, *before;

  if (document == NULL)
    return FALSE;
  if (lt_item_get_n_children (LT_ITEM (lt_document_get_book (document))) == 0
      && lt_arguments_get_count (arguments, "plan", 1) == 1)
    plan = empty_plan = lt_item_new_draft (LT_TYPE_PLAN, 0);
  else
    plan = LT_ITEM (find_plan (document, arguments, error));
  if (plan == NULL)
    return FALSE;

  parent = lt_place_find_slot (plan, lt_arguments_get_operand (arguments, 1), &before, error);
  draft = parent ? create_draft (parent, lt_arguments_get_operand (arguments, 2),
                                  lt_arguments_get_day (arguments, "date", lt_day_today ()), error) : NULL;
  if (draft == NULL)
    return FALSE;
  if (empty_plan)
    return add_with_plan (document, draft, error);
  return lt_document_add (document, parent, before, draft, error) != NULL;
}

static gboolean
run_remove (LtArguments *arguments, GError **error)
{
  g_autoptr (LtDocument) document = lt_commands_open_to_write (arguments, error);
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  LtPlan *plan;
  LtItem *item;

  if (document == NULL)
    return FALSE;
  plan = find_plan (document, arguments, error);
  if (plan == NULL)
    return FALSE;
  item = lt_place_find_item (plan, lt_arguments_get_operand (arguments, 1), error);
  if (item == NULL)
    return FALSE;
  g_ptr_array_add (items, item);
  return lt_document_remove (document, items, error);
}

static const LtOption options[] = {
  LT_OPTION_PLAN,
  { NULL },
};

static const LtOption add_options[] = {
  { "date", LT_OPTION_DAY, "DATE", N_("The day of a measurement; today without it") },
  LT_OPTION_PLAN,
  { NULL },
};

const LtCommand lt_command_set = {
  "set", "FILE PATH VALUE", 3, 3, N_("Change one field"),
  N_("PATH: 2.1.deadline, 2.1.lead, 2.1.coordination, 2.1.state, 2.1.percent, 2.name, 2.1.3.text, title … "
     "An empty VALUE takes the value away."),
  options, run_set,
};

const LtCommand lt_command_add = {
  "add", "FILE PATH [VALUE]", 2, 3, N_("Add a model, an assignment, a result or a target"),
  N_("PATH is where it will stand: 2 a model named VALUE, 2.3 an assignment whose first result is VALUE, "
     "2.1.6 a result, 2.1.6.1 a target, 2.1.6.1.1 a measured figure of it. What stands there moves back by one."),
  add_options, run_add,
};

const LtCommand lt_command_remove = {
  "remove", "FILE PATH", 2, 2, N_("Remove an item with all that stands below it"), NULL,
  options, run_remove,
};
