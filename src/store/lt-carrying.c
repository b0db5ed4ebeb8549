/* SPDX-License-Identifier: MIT */
#include "store/lt-carrying.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/lt-document-private.h"
#include "store/lt-label.h"
#include "text/lt-text.h"

static const LtField *
find_field (LtItem *item, const char *name)
{
  return lt_item_type_find_field (G_OBJECT_TYPE (item), name);
}

static void
set_text (LtItem *item, const char *name, const char *text)
{
  lt_item_set_text (item, find_field (item, name), text);
}

static void
set_integer (LtItem *item, const char *name, gint64 value)
{
  lt_item_set_integer (item, find_field (item, name), value);
}

static gboolean
is_left_behind (LtItem *outcome)
{
  LtReport *report = lt_report_find_latest (outcome, LT_DAY_NONE);
  LtState state;

  return report && lt_report_get_state (report, &state) && (state == LT_STATE_DONE || state == LT_STATE_CANCELLED);
}

static void
append_outcomes (LtItem *draft, LtItem *row)
{
  guint n = lt_item_get_n_children (row);
  guint n_left = 0;

  for (guint i = 0; i < n; i++)
    n_left += is_left_behind (lt_item_get_child (row, i));
  for (guint i = 0; i < n; i++)
    {
      LtItem *outcome = lt_item_get_child (row, i);

      /* The row was not declared done, whatever was said of each of its results. */
      if (n_left == n || !is_left_behind (outcome))
        lt_item_append_draft (draft, _lt_item_copy (outcome, LT_TYPE_OUTCOME_REPORT));
    }
}

static LtItem *
create_row (LtAssignment *row, gboolean follows)
{
  static const char *const texts[] = { "deadline", "lead", "coordination", "justification", "note" };
  LtItem *item = LT_ITEM (row);
  LtItem *draft = lt_item_new_draft (LT_TYPE_ASSIGNMENT, 0);
  LtItem *links = lt_assignment_peek_links (row);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    set_text (draft, texts[i], lt_item_get_text (item, find_field (item, texts[i])));
  set_integer (draft, "deadline_joined", follows && lt_assignment_get_deadline_joined (row));
  set_integer (draft, "state", lt_assignment_get_state (row));
  set_integer (draft, "percent", lt_assignment_get_percent (row));
  set_integer (draft, "origin", lt_item_get_id (item));
  append_outcomes (draft, item);
  for (guint i = 0; links && i < lt_item_get_n_children (links); i++)
    lt_item_append_draft (lt_item_get_list (draft, LT_TYPE_LINK), _lt_item_copy (lt_item_get_child (links, i), G_TYPE_NONE));
  return draft;
}

static LtItem *
create_plan (const LtCarryOver *options)
{
  LtItem *from = LT_ITEM (options->from);
  LtItem *plan = lt_item_new_draft (LT_TYPE_PLAN, 0);
  int year = options->year ? options->year : lt_plan_get_year (options->from) + 1;

  set_text (plan, "title", options->title && *options->title ? options->title : lt_plan_get_title (options->from));
  set_text (plan, "label", lt_plan_get_label (options->from));
  set_text (plan, "issuer", lt_item_get_text (from, find_field (from, "issuer")));
  set_integer (plan, "strict_before", lt_plan_get_strict_before (options->from));
  if (options->year || lt_plan_get_year (options->from))
    set_integer (plan, "year", year);
  return plan;
}

static LtItem *
find_model (LtPlan *plan, const char *name)
{
  g_autofree char *key = lt_text_dup_match_key (name);

  for (guint i = 0; i < lt_item_get_n_children (LT_ITEM (plan)); i++)
    {
      LtItem *initiative = lt_item_get_child (LT_ITEM (plan), i);
      g_autofree char *own = lt_text_dup_match_key (lt_initiative_get_name (LT_INITIATIVE (initiative)));

      if (strcmp (own, key) == 0)
        return initiative;
    }
  return NULL;
}

static LtItem *
create_model (LtItem *initiative)
{
  LtItem *draft = lt_item_new_draft (LT_TYPE_INITIATIVE, 0);

  set_text (draft, "name", lt_initiative_get_name (LT_INITIATIVE (initiative)));
  set_text (draft, "note", lt_item_get_text (initiative, find_field (initiative, "note")));
  return draft;
}

/* The rows of one model, from @first on. Returns the first that is of another. */
static guint
carry_model (LtEdit *edit, const LtCarryOver *options, LtItem *new_plan, GPtrArray *rows, guint first, gboolean *ok,
             GError **error)
{
  LtItem *initiative = lt_item_get_parent (g_ptr_array_index (rows, first));
  LtItem *known = options->into ? find_model (options->into, lt_initiative_get_name (LT_INITIATIVE (initiative))) : NULL;
  g_autoptr (LtItem) model = known ? NULL : create_model (initiative);
  guint last_index = G_MAXUINT;
  guint i = first;

  *ok = TRUE;
  for (; i < rows->len && lt_item_get_parent (g_ptr_array_index (rows, i)) == initiative && *ok; i++)
    {
      guint index = lt_item_get_index (g_ptr_array_index (rows, i));
      g_autoptr (LtItem) draft = create_row (g_ptr_array_index (rows, i),
                                             last_index != G_MAXUINT && index == last_index + 1);

      last_index = index;
      if (known)
        *ok = lt_edit_insert (edit, known, NULL, draft, error) != 0;
      else
        lt_item_append_draft (model, g_steal_pointer (&draft));
    }
  if (*ok && model && new_plan)
    lt_item_append_draft (new_plan, g_steal_pointer (&model));
  else if (*ok && model)
    *ok = lt_edit_insert (edit, LT_ITEM (options->into), NULL, model, error) != 0;
  return i;
}

static gint64
carry (LtDocument *self, LtEdit *edit, const LtCarryOver *options, GPtrArray *rows, GError **error)
{
  g_autoptr (LtItem) plan = options->into ? NULL : create_plan (options);
  gboolean ok = TRUE;

  for (guint i = 0; i < rows->len && ok;)
    i = carry_model (edit, options, plan, rows, i, &ok, error);
  if (!ok)
    return 0;
  return plan ? lt_edit_insert (edit, LT_ITEM (lt_document_get_book (self)), NULL, plan, error)
              : lt_item_get_id (LT_ITEM (options->into));
}

LtPlan *
lt_document_carry_over (LtDocument *self, const LtCarryOver *options, guint *n_rows, GError **error)
{
  guint states = options->states ? options->states : LT_CARRY_OVER_STATES;
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *number = NULL;
  g_autofree char *label = NULL;
  LtEdit *edit;
  gint64 id;

  if (options->into == options->from)
    {
      g_set_error_literal (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_INVALID,
                           _("A plan cannot be carried over into itself. Choose another plan, or a new one."));
      return NULL;
    }
  rows = lt_carry_over_list_rows (options->from, options->into, states);
  *n_rows = rows->len;
  if (rows->len == 0)
    {
      g_set_error_literal (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_NOTHING,
                           _("There is nothing to carry over: no row of the plan is in one of these states, or all of "
                             "them have been carried over already."));
      return NULL;
    }
  number = g_strdup_printf ("%u", rows->len);
  /* Translators: %s is how many rows. */
  label = lt_label_new (N_("Carry over %s rows"), number, NULL);
  edit = lt_document_begin_edit (self, label, error);
  if (edit == NULL)
    return NULL;
  id = carry (self, edit, options, rows, error);
  if (id == 0)
    {
      lt_edit_abort (edit);
      return NULL;
    }
  return lt_edit_commit (edit, error) ? LT_PLAN (lt_document_find_item (self, id)) : NULL;
}
