/* SPDX-License-Identifier: MIT */
#include "exchange/lt-form-merge-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plan/lt-status.h"
#include "report/lt-form-stored.h"
#include "text/lt-text.h"

/* Forms go out for the end of a period, and come back early; 2042 for 2024 is a slip. */
#define AHEAD_MAX (3 * 366)

typedef struct {
  LtFormMerge *merge;
  GHashTable *items;  /* id -> assignment or target */
  GHashTable *places; /* id -> its place in the order of the plans */
} Comparer;

const char *
_lt_form_get_field_name (gboolean is_target, guint index)
{
  return is_target ? lt_form_target_column_get_info (LT_FORM_TARGET_VALUE + index)->field
                   : lt_form_column_get_info (LT_FORM_FIRST_ANSWER + index)->field;
}

static const LtField *
get_field (gboolean is_target, guint index)
{
  return lt_item_type_find_field (is_target ? LT_TYPE_MEASUREMENT : LT_TYPE_REPORT,
                                  _lt_form_get_field_name (is_target, index));
}

guint
_lt_form_count_answers (gboolean is_target)
{
  return is_target ? LT_FORM_TARGET_CODE - LT_FORM_TARGET_VALUE : LT_FORM_N_ANSWERS;
}

char *
_lt_form_dup_answer (LtItem *item, guint index)
{
  return LT_IS_TARGET (item) ? lt_form_dup_stored_figure (LT_TARGET (item), LT_FORM_TARGET_VALUE + index)
                             : lt_form_dup_stored (LT_ASSIGNMENT (item), LT_FORM_FIRST_ANSWER + index);
}

static void
index_items (Comparer *self, LtItem *item)
{
  if (LT_IS_ASSIGNMENT (item) || LT_IS_TARGET (item))
    {
      gint64 *id = g_new (gint64, 1);

      *id = lt_item_get_id (item);
      g_hash_table_insert (self->places, item, GUINT_TO_POINTER (g_hash_table_size (self->places) + 1));
      g_hash_table_insert (self->items, id, item);
    }
  if (!LT_IS_TARGET (item))
    for (guint i = 0; i < lt_item_get_n_children (item); i++)
      index_items (self, lt_item_get_child (item, i));
}

static void
free_difference (gpointer data)
{
  LtFormDifference *self = data;

  g_free (self->path);
  g_free (self->file);
  g_free (self->where);
  g_free (self->old_value);
  g_free (self->new_value);
  g_free (self);
}

void
lt_form_merge_add_problem (LtFormMerge *self, LtFormWeight weight, const char *file, const char *where, char *what)
{
  LtFormProblem *problem = lt_form_problem_new (weight, file, where, what);

  if (weight == LT_FORM_OBSTACLE)
    g_ptr_array_insert (self->problems, (int) self->n_obstacles++, problem);
  else
    g_ptr_array_add (self->problems, problem);
}

/* As lt_form_dup_hash() sees them. Most are so letter by letter. */
static gboolean
is_same_text (const char *first, const char *second)
{
  g_autofree char *x = NULL;
  g_autofree char *y = NULL;

  if (strcmp (first, second) == 0)
    return TRUE;
  x = lt_text_dup_clean (first, FALSE, NULL);
  y = lt_text_dup_clean (second, FALSE, NULL);
  return g_strcmp0 (x, y) == 0;
}

static gboolean
hashes_to (const char *text, const char *hash)
{
  g_autofree char *own = NULL;

  if (*hash == '\0')
    return is_same_text (text, "");
  own = lt_form_dup_hash (text);
  return strcmp (own, hash) == 0;
}

static LtRole
get_role (const LtFormRow *row)
{
  return row->print != NULL ? row->print->role : LT_ROLE_LEAD;
}

#define COORDINATOR_MARK " (phối hợp): "

/* Whether @stored is @value with lines of coordinating agencies under it. */
static gboolean
is_lead_part (const char *value, const char *stored)
{
  const char *mark = strstr (stored, COORDINATOR_MARK);
  g_autofree char *part = NULL;

  if (mark == NULL)
    return FALSE;
  while (mark > stored && mark[-1] != '\n')
    mark--;
  part = g_strndup (stored, (gsize) (mark - stored));
  return is_same_text (value, part);
}

/* What would be stored: of whoever only coordinates, with the name before it. */
static char *
dup_new_value (const LtReturnedForm *form, const LtFormRow *row, guint index)
{
  const char *value = row->answers[index].value;

  if (get_role (row) == LT_ROLE_LEAD)
    return g_strdup (value);
  return g_strdup_printf ("%s" COORDINATOR_MARK "%s", form->agency != NULL && *form->agency != '\0' ? form->agency : form->name,
                          value);
}

/* Whether the agency says anything in this cell: not where it left what it was sent. */
static gboolean
is_answer (const LtReturnedForm *form, const LtFormRow *row, guint index, const char *stored)
{
  const char *value = row->answers[index].value;

  if (value == NULL)
    return FALSE;
  if (get_role (row) == LT_ROLE_COORDINATE)
    {
      g_autofree char *line = dup_new_value (form, row, index);

      return *value != '\0' && lt_form_takes_coordinator (LT_FORM_FIRST_ANSWER + index)
             && strstr (stored, line) == NULL;
    }
  /* A state, a percentage or a figure that was wiped out is not a report of none. */
  if (*value == '\0' && (index == 0 || (!row->is_target && index == 1)))
    return FALSE;
  if (row->print != NULL && hashes_to (value, row->print->answers[index]))
    return FALSE;
  return !is_same_text (value, stored) && !is_lead_part (value, stored);
}

LtDay
_lt_form_merge_get_day (const LtFormMerge *self, const LtReturnedForm *form)
{
  return form->day != LT_DAY_NONE ? form->day : self->day;
}

/* A report of a later day is stored, or one that the agency had not seen. */
static gboolean
is_overtaken (Comparer *self, const LtReturnedForm *form, const LtFormRow *row, LtItem *item, char **what)
{
  LtReport *report;
  g_autofree char *stored = NULL;
  LtDay day = _lt_form_merge_get_day (self->merge, form);

  if (row->is_target || (report = lt_report_find_latest (item, LT_DAY_NONE)) == NULL)
    return FALSE;
  stored = lt_day_dup_official (lt_report_get_day (report));
  if (lt_report_get_day (report) > day)
    {
      g_autofree char *own = lt_day_dup_official (day);

      *what = g_strdup_printf (_("The form is older than what is stored: it reports as of %s, and there is a report "
                                 "of %s already."), own, stored);
      return TRUE;
    }
  if (row->print == NULL || row->print->report == lt_item_get_id (LT_ITEM (report))
      || lt_report_get_day (report) < day)
    return FALSE;
  *what = g_strdup_printf (_("A report of the same day, %s, came in after the form had been sent out. Accept what "
                             "the form says if it corrects that one."), stored);
  return TRUE;
}

static void
add_difference (Comparer *self, const LtReturnedForm *form, const LtFormRow *row, LtItem *item, guint index,
                char *stored, gboolean accepted)
{
  LtFormDifference *difference = g_new0 (LtFormDifference, 1);

  difference->row = item;
  difference->field = get_field (row->is_target, index);
  difference->path = lt_item_dup_path (item);
  difference->file = g_strdup (form->name);
  difference->where = g_strdup (row->answers[index].where);
  difference->old_value = stored;
  difference->new_value = dup_new_value (form, row, index);
  difference->accepted = accepted;
  difference->form = form;
  difference->index = index;
  difference->role = get_role (row);
  difference->place = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, item));
  g_ptr_array_add (self->merge->differences, difference);
}

static gboolean
was_reissued (const LtFormRow *row, LtAssignment *assignment)
{
  g_autofree char *hash = row->print != NULL ? lt_form_dup_words_hash (assignment) : NULL;

  return hash != NULL && strcmp (row->print->words_hash, hash) != 0;
}

static void
compare_words (Comparer *self, const LtReturnedForm *form, const LtFormRow *row, LtAssignment *assignment)
{
  gboolean known = FALSE;

  for (LtFormColumn column = LT_FORM_NAME; column < LT_FORM_FIRST_ANSWER; column++)
    {
      g_autofree char *words = lt_form_dup_words (assignment, column);

      if (row->words[column].value == NULL || is_same_text (words, row->words[column].value))
        continue;
      /* Only words that differ raise the question who changed them. */
      if (!known && was_reissued (row, assignment))
        {
          lt_form_merge_add_problem (self->merge, LT_FORM_NOTE, form->name, row->where,
                                     g_strdup (_("The words of the row were changed in the plan since the form went out.")));
          return;
        }
      known = TRUE;
      lt_form_merge_add_problem (self->merge, LT_FORM_NOTE, form->name, row->words[column].where,
                                 g_strdup_printf (_("“%s” was changed in the form. The words are as issued, so the "
                                                    "change was not taken."),
                                                  lt_form_column_get_info (column)->title));
    }
}

static void
compare_row (Comparer *self, const LtReturnedForm *form, const LtFormRow *row)
{
  LtItem *item = g_hash_table_lookup (self->items, &row->id);
  g_autofree char *what = NULL;
  gboolean overtaken;
  gboolean any = FALSE;

  if (item == NULL || LT_IS_TARGET (item) != row->is_target)
    {
      lt_form_merge_add_problem (self->merge, LT_FORM_OBSTACLE, form->name, row->where,
                                 g_strdup (_("The row is not in the plan any more.")));
      return;
    }
  if (!row->is_target)
    compare_words (self, form, row, LT_ASSIGNMENT (item));
  overtaken = is_overtaken (self, form, row, item, &what);
  for (guint i = 0; i < _lt_form_count_answers (row->is_target); i++)
    {
      char *stored = _lt_form_dup_answer (item, i);

      if (is_answer (form, row, i, stored))
        {
          any = TRUE;
          add_difference (self, form, row, item, i, stored, !overtaken);
        }
      else
        g_free (stored);
    }
  if (any && overtaken)
    lt_form_merge_add_problem (self->merge, LT_FORM_OBSTACLE, form->name, row->where, g_steal_pointer (&what));
}

static gboolean
has_plan (LtFormMerge *self, gint64 id)
{
  for (guint i = 0; i < lt_item_get_n_children (LT_ITEM (self->book)); i++)
    if (lt_item_get_id (lt_item_get_child (LT_ITEM (self->book), i)) == id)
      return TRUE;
  return FALSE;
}

static gboolean
knows_any (Comparer *self, const LtReturnedForm *form)
{
  for (guint i = 0; i < form->rows->len; i++)
    if (g_hash_table_contains (self->items, &((LtFormRow *) g_ptr_array_index (form->rows, i))->id))
      return TRUE;
  return FALSE;
}

static void
note_missing_rows (Comparer *self, const LtReturnedForm *form)
{
  GHashTableIter iter;
  LtFormPrint *print;

  g_hash_table_iter_init (&iter, form->prints);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &print))
    {
      LtItem *item = g_hash_table_lookup (self->items, &print->id);
      g_autofree char *path = item != NULL && !print->returned ? lt_item_dup_path (item) : NULL;

      if (path != NULL)
        lt_form_merge_add_problem (self->merge, LT_FORM_NOTE, form->name, NULL,
                                   g_strdup_printf (_("Row %s was sent out and is gone from the form; nothing was "
                                                      "reported of it."), path));
    }
}

/* A report of a day that is far off would stand before all that come after it. @first: of its differences. */
static void
check_day (LtFormMerge *self, const LtReturnedForm *form, guint first)
{
  g_autofree char *today = lt_day_dup_official (self->day);
  g_autofree char *day = lt_day_dup_official (form->day);

  if (form->day == LT_DAY_NONE)
    lt_form_merge_add_problem (self, LT_FORM_NOTE, form->name, NULL,
                               g_strdup_printf (_("The form does not say its report day; %s was taken."), today));
  else if (form->day > MAX (self->day, lt_day_today ()) + AHEAD_MAX)
    {
      lt_form_merge_add_problem (self, LT_FORM_OBSTACLE, form->name, NULL,
                                 g_strdup_printf (_("The report day of the form, %s, is still far off. Put in the day as of "
                                                    "which it reports."), day));
      for (guint i = first; i < self->differences->len; i++)
        ((LtFormDifference *) g_ptr_array_index (self->differences, i))->accepted = FALSE;
    }
  else if (form->day > self->day)
    lt_form_merge_add_problem (self, LT_FORM_NOTE, form->name, NULL,
                               g_strdup_printf (_("The report day of the form, %s, is still to come."), day));
}

static void
compare_form (Comparer *self, const LtReturnedForm *form)
{
  guint n_before = self->merge->differences->len;

  if (form->has_fingerprint ? !has_plan (self->merge, form->plan) : !knows_any (self, form))
    {
      lt_form_merge_add_problem (self->merge, LT_FORM_OBSTACLE, form->name, NULL,
                                 g_strdup (_("The form belongs to another plan or file; no row of it is in this one.")));
      return;
    }
  for (guint i = 0; i < form->problems->len; i++)
    {
      const LtFormProblem *problem = g_ptr_array_index (form->problems, i);

      lt_form_merge_add_problem (self->merge, problem->weight, form->name, problem->where, g_strdup (problem->what));
    }
  for (guint i = 0; i < form->rows->len; i++)
    compare_row (self, form, g_ptr_array_index (form->rows, i));
  if (self->merge->differences->len > n_before)
    check_day (self->merge, form, n_before);
  note_missing_rows (self, form);
}

/* What two coordinating agencies say of one row stands side by side. */
static gboolean
is_same_question (const LtFormDifference *first, const LtFormDifference *second)
{
  return first->row == second->row && first->index == second->index
         && (first->role == LT_ROLE_LEAD) && (second->role == LT_ROLE_LEAD);
}

static int
compare_differences (gconstpointer a, gconstpointer b)
{
  const LtFormDifference *first = *(LtFormDifference *const *) a;
  const LtFormDifference *second = *(LtFormDifference *const *) b;

  if (first->place != second->place)
    return first->place < second->place ? -1 : 1;
  if (first->index != second->index)
    return first->index < second->index ? -1 : 1;
  /* What coordinators say is put under what the lead says. */
  return (int) first->role - (int) second->role;
}

/* The same question answered twice: once is enough if the answers agree. */
static void
settle_repeats (Comparer *self)
{
  g_autoptr (GPtrArray) all = g_steal_pointer (&self->merge->differences);
  GPtrArray *kept = g_ptr_array_new_with_free_func (free_difference);
  LtFormDifference *last = NULL;

  g_ptr_array_sort (all, compare_differences);
  /* Each is either kept or freed below. */
  g_ptr_array_set_free_func (all, NULL);
  for (guint i = 0; i < all->len; i++)
    {
      LtFormDifference *next = g_ptr_array_index (all, i);

      if (last != NULL && is_same_question (last, next))
        {
          if (is_same_text (last->new_value, next->new_value))
            {
              last->accepted = last->accepted || next->accepted;
              free_difference (next);
              continue;
            }
          last->accepted = next->accepted = FALSE;
          lt_form_merge_add_problem (self->merge, LT_FORM_OBSTACLE, next->file, next->where,
                                     g_strdup_printf (_("“%s” has another answer for the same row in %s."),
                                                      last->file, last->where));
        }
      next->position = kept->len;
      g_ptr_array_add (kept, next);
      last = next;
    }
  self->merge->differences = kept;
}

LtFormMerge *
lt_form_merge_new (LtBook *book, GPtrArray *forms, LtDay day)
{
  LtFormMerge *self = g_new0 (LtFormMerge, 1);
  g_autoptr (GHashTable) items = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
  Comparer comparer = { self, items, places };

  self->book = g_object_ref (book);
  self->day = day;
  self->differences = g_ptr_array_new_with_free_func (free_difference);
  self->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) lt_form_problem_free);
  index_items (&comparer, LT_ITEM (book));
  for (guint i = 0; i < forms->len; i++)
    compare_form (&comparer, g_ptr_array_index (forms, i));
  settle_repeats (&comparer);
  return self;
}

void
lt_form_merge_free (LtFormMerge *self)
{
  g_object_unref (self->book);
  g_ptr_array_unref (self->differences);
  g_ptr_array_unref (self->problems);
  g_free (self);
}

void
lt_form_merge_accept (LtFormMerge *self, LtFormDifference *difference, gboolean accepted)
{
  guint first = difference->position;

  difference->accepted = accepted;
  if (!accepted)
    return;
  /* Answers to one question stand together. */
  while (first > 0 && is_same_question (g_ptr_array_index (self->differences, first - 1), difference))
    first--;
  for (guint i = first; i < self->differences->len; i++)
    {
      LtFormDifference *other = g_ptr_array_index (self->differences, i);

      if (other == difference)
        continue;
      if (!is_same_question (other, difference))
        break;
      other->accepted = FALSE;
    }
}

guint
lt_form_merge_count_accepted (LtFormMerge *self)
{
  guint n = 0;

  for (guint i = 0; i < self->differences->len; i++)
    n += ((LtFormDifference *) g_ptr_array_index (self->differences, i))->accepted != FALSE;
  return n;
}
