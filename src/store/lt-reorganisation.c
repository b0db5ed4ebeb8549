/* SPDX-License-Identifier: MIT */
#include "store/lt-reorganisation.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plan/lt-agency-use.h"
#include "store/lt-agency-edits-private.h"
#include "store/lt-label.h"
#include "text/lt-text.h"

/* An answer that holds for one row only. */
typedef struct {
  LtAssignment *row;     /* a reference */
  LtAgency *agency;      /* of the file, borrowed */
  LtAgency *successor;   /* of the data, borrowed */
} Exception;

struct _LtReorganisation
{
  LtDocument *document;
  LtBook *data;
  GHashTable *known;     /* LtAgency of the data -> LtAgency of the file */
  GHashTable *coming;    /* set of LtAgency of the data that the file will get */
  GPtrArray *steps;
  GPtrArray *questions;
  GArray *exceptions;
};

static LtRegistry *
get_file_registry (LtReorganisation *self)
{
  return lt_book_get_registry (lt_document_get_book (self->document));
}

static LtItem *
get_data_registry (LtReorganisation *self)
{
  return LT_ITEM (lt_book_get_registry (self->data));
}

static const LtField *
find_field (gpointer item, const char *name)
{
  return lt_item_type_find_field (G_OBJECT_TYPE (item), name);
}

static const char *
get_text (gpointer item, const char *field)
{
  return lt_item_get_text (LT_ITEM (item), find_field (item, field));
}

static LtAgency *
get_successor (LtReorganisation *self, LtSuccession *succession)
{
  return lt_registry_get_by_id (LT_REGISTRY (get_data_registry (self)), lt_succession_get_successor_id (succession));
}

/* The id of an agency of the data in the file; its own where it is still to come. */
static gint64
map_id (LtReorganisation *self, LtAgency *agency)
{
  LtAgency *known = g_hash_table_lookup (self->known, agency);

  return lt_item_get_id (LT_ITEM (known ? known : agency));
}

static void
clear_exception (gpointer exception)
{
  g_object_unref (((Exception *) exception)->row);
}

static void
free_question (LtReorganiseQuestion *question)
{
  g_ptr_array_unref (question->successors);
  g_ptr_array_unref (question->rows);
  g_free (question);
}

static void
match_agencies (LtReorganisation *self)
{
  LtItem *registry = get_data_registry (self);

  for (guint i = 0; i < lt_item_get_n_children (registry); i++)
    {
      LtAgency *agency = lt_item_get_child (registry, i);
      g_auto (GStrv) names = lt_agency_dup_names (agency);
      LtAgency *known = NULL;

      for (guint j = 0; known == NULL && names[j]; j++)
        known = lt_registry_find (get_file_registry (self), names[j]);
      if (known)
        g_hash_table_insert (self->known, agency, known);
    }
}

/* Everything that follows on @agency, as far as the file does not have it. */
static void
call_successors (LtReorganisation *self, LtAgency *agency)
{
  for (guint i = 0; i < lt_item_get_n_children (LT_ITEM (agency)); i++)
    {
      LtAgency *successor = get_successor (self, lt_item_get_child (LT_ITEM (agency), i));

      if (successor && !g_hash_table_contains (self->known, successor)
          && g_hash_table_add (self->coming, successor))
        call_successors (self, successor);
    }
}

static LtSuccession *
find_succession (LtReorganisation *self, LtAgency *agency, LtAgency *successor)
{
  for (guint i = 0; i < lt_item_get_n_children (LT_ITEM (agency)); i++)
    {
      LtSuccession *succession = lt_item_get_child (LT_ITEM (agency), i);

      if (lt_succession_get_successor_id (succession) == map_id (self, successor))
        return succession;
    }
  return NULL;
}

static void
add_step (LtReorganisation *self, LtReorganiseKind kind, LtAgency *agency, gpointer source, LtAgency *successor)
{
  LtReorganiseStep *step = g_new (LtReorganiseStep, 1);

  *step = (LtReorganiseStep) { kind, agency, source, successor };
  g_ptr_array_add (self->steps, step);
}

/* The lines of a list of @agency with what of @source's nobody in the file is called. */
static char *
dup_joined_names (LtReorganisation *self, LtAgency *agency, LtAgency *source, const char *field)
{
  GString *lines = g_string_new (get_text (agency, field));
  g_auto (GStrv) names = g_strsplit (get_text (source, field), "\n", -1);
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) own = lt_agency_dup_names (agency);

  for (guint i = 0; own[i]; i++)
    g_hash_table_add (keys, lt_text_dup_match_key (own[i]));
  for (guint i = 0; names[i]; i++)
    if (lt_registry_find (get_file_registry (self), names[i]) == NULL)
      _lt_names_add (lines, names[i], keys);
  return g_string_free (lines, FALSE);
}

static char *
dup_joined_note (LtAgency *agency, LtAgency *source)
{
  const char *own = get_text (agency, "note");
  const char *more = get_text (source, "note");

  if (*more == '\0' || strstr (own, more))
    return g_strdup (own);
  return g_strconcat (own, *own ? "\n" : "", more, NULL);
}

static gboolean
brings_names (LtReorganisation *self, LtAgency *agency, LtAgency *source)
{
  g_autofree char *short_forms = dup_joined_names (self, agency, source, "short_forms");
  g_autofree char *variants = dup_joined_names (self, agency, source, "variants");
  g_autofree char *note = dup_joined_note (agency, source);

  return strcmp (short_forms, get_text (agency, "short_forms")) != 0
         || strcmp (variants, get_text (agency, "variants")) != 0 || strcmp (note, get_text (agency, "note")) != 0;
}

static void
plan_agency (LtReorganisation *self, LtAgency *source)
{
  LtAgency *agency = g_hash_table_lookup (self->known, source);

  if (agency == NULL && !g_hash_table_contains (self->coming, source))
    return;
  if (agency == NULL)
    add_step (self, LT_REORGANISE_ADD, source, source, NULL);
  else if (lt_agency_get_valid_to (agency) == LT_DAY_NONE && lt_agency_get_valid_to (source) != LT_DAY_NONE
           && lt_agency_get_valid_from (agency) <= lt_agency_get_valid_to (source))
    add_step (self, LT_REORGANISE_END, agency, source, NULL);
  for (guint i = 0; i < lt_item_get_n_children (LT_ITEM (source)); i++)
    {
      LtSuccession *succession = lt_item_get_child (LT_ITEM (source), i);
      LtAgency *successor = get_successor (self, succession);

      if (successor && (agency == NULL || find_succession (self, agency, successor) == NULL))
        add_step (self, LT_REORGANISE_SUCCEED, agency ? agency : source, succession, successor);
    }
  if (agency && brings_names (self, agency, source))
    add_step (self, LT_REORGANISE_NAMES, agency, source, NULL);
}

static GPtrArray *
gather_rows (LtReorganisation *self, LtAgency *agency)
{
  g_autoptr (GPtrArray) uses = lt_book_gather_uses (lt_document_get_book (self->document), agency);
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < uses->len; i++)
    {
      const LtAgencyUse *use = g_ptr_array_index (uses, i);

      if (rows->len == 0 || g_ptr_array_index (rows, rows->len - 1) != use->assignment)
        g_ptr_array_add (rows, g_object_ref (use->assignment));
    }
  return rows;
}

static gboolean
has_main_successor (LtAgency *agency)
{
  for (guint i = 0; i < lt_item_get_n_children (LT_ITEM (agency)); i++)
    if (!lt_succession_get_part (lt_item_get_child (LT_ITEM (agency), i)))
      return TRUE;
  return FALSE;
}

static void
ask_about (LtReorganisation *self, LtAgency *source)
{
  LtAgency *agency = g_hash_table_lookup (self->known, source);
  LtReorganiseQuestion *question;

  if (agency == NULL || lt_agency_get_valid_to (source) == LT_DAY_NONE || lt_item_get_n_children (LT_ITEM (source)) == 0
      || has_main_successor (source) || has_main_successor (agency))
    return;
  question = g_new0 (LtReorganiseQuestion, 1);
  question->agency = agency;
  question->decided = -1;
  question->successors = g_ptr_array_new ();
  question->rows = gather_rows (self, agency);
  for (guint i = 0; i < lt_item_get_n_children (LT_ITEM (source)); i++)
    {
      LtAgency *successor = get_successor (self, lt_item_get_child (LT_ITEM (source), i));

      if (successor)
        g_ptr_array_add (question->successors, successor);
    }
  /* Who follows an agency that no row names can wait until one does. */
  if (question->rows->len > 0 && question->successors->len > 0)
    g_ptr_array_add (self->questions, question);
  else
    free_question (question);
}

LtReorganisation *
lt_reorganisation_new (LtDocument *document, LtBook *data)
{
  LtReorganisation *self = g_new0 (LtReorganisation, 1);
  LtItem *registry;
  GHashTableIter iter;
  gpointer source;

  self->document = g_object_ref (document);
  self->data = g_object_ref (data);
  self->known = g_hash_table_new (NULL, NULL);
  self->coming = g_hash_table_new (NULL, NULL);
  self->steps = g_ptr_array_new_with_free_func (g_free);
  self->questions = g_ptr_array_new_with_free_func ((GDestroyNotify) free_question);
  self->exceptions = g_array_new (FALSE, FALSE, sizeof (Exception));
  g_array_set_clear_func (self->exceptions, clear_exception);

  match_agencies (self);
  g_hash_table_iter_init (&iter, self->known);
  while (g_hash_table_iter_next (&iter, &source, NULL))
    call_successors (self, source);
  registry = get_data_registry (self);
  for (guint i = 0; i < lt_item_get_n_children (registry); i++)
    {
      plan_agency (self, lt_item_get_child (registry, i));
      ask_about (self, lt_item_get_child (registry, i));
    }
  return self;
}

void
lt_reorganisation_free (LtReorganisation *self)
{
  g_array_unref (self->exceptions);
  g_ptr_array_unref (self->questions);
  g_ptr_array_unref (self->steps);
  g_hash_table_unref (self->coming);
  g_hash_table_unref (self->known);
  g_object_unref (self->data);
  g_object_unref (self->document);
  g_free (self);
}

GPtrArray *
lt_reorganisation_get_steps (LtReorganisation *self)
{
  return self->steps;
}

GPtrArray *
lt_reorganisation_get_questions (LtReorganisation *self)
{
  return self->questions;
}

static Exception *
find_exception (LtReorganisation *self, LtAssignment *row, LtAgency *agency)
{
  for (guint i = 0; i < self->exceptions->len; i++)
    {
      Exception *exception = &g_array_index (self->exceptions, Exception, i);

      if (exception->row == row && exception->agency == agency)
        return exception;
    }
  return NULL;
}

guint
lt_reorganisation_count_open (LtReorganisation *self)
{
  guint n = 0;

  for (guint i = 0; i < self->questions->len; i++)
    {
      const LtReorganiseQuestion *question = g_ptr_array_index (self->questions, i);
      gboolean open = FALSE;

      for (guint j = 0; question->decided < 0 && j < question->rows->len; j++)
        if (find_exception (self, g_ptr_array_index (question->rows, j), question->agency) == NULL)
          open = TRUE;
      n += open ? 1 : 0;
    }
  return n;
}

static LtReorganiseQuestion *
find_question (LtReorganisation *self, const char *name, GError **error)
{
  LtAgency *agency = lt_registry_find (get_file_registry (self), name);
  g_autoptr (GString) known = g_string_new (NULL);

  for (guint i = 0; i < self->questions->len; i++)
    {
      LtReorganiseQuestion *question = g_ptr_array_index (self->questions, i);

      if (question->agency == agency)
        return question;
      g_string_append_printf (known, "%s%s", i > 0 ? "; " : "", lt_agency_get_name (question->agency));
    }
  if (self->questions->len == 0)
    g_set_error (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_INVALID,
                 _("There is nothing to decide about “%s”: the reorganisation leaves no question open in this file."),
                 name);
  else
    g_set_error (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_INVALID,
                 /* Translators: an agency, then the list of those about which one can decide. */
                 _("There is nothing to decide about “%s”. What has to be decided is who follows: %s."), name,
                 known->str);
  return NULL;
}

static int
find_successor (LtReorganisation *self, const LtReorganiseQuestion *question, const char *name, GError **error)
{
  LtAgency *in_data = lt_registry_find (LT_REGISTRY (get_data_registry (self)), name);
  LtAgency *in_file = lt_registry_find (get_file_registry (self), name);
  g_autoptr (GString) choices = g_string_new (NULL);

  for (guint i = 0; i < question->successors->len; i++)
    {
      LtAgency *successor = g_ptr_array_index (question->successors, i);

      if (successor == in_data || (in_file && g_hash_table_lookup (self->known, successor) == in_file))
        return (int) i;
      g_string_append_printf (choices, "%s%s", i > 0 ? "; " : "", lt_agency_get_name (successor));
    }
  g_set_error (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_INVALID,
               /* Translators: an agency, the one that shall follow it, and the list of those that can. */
               _("“%s” cannot be followed by “%s”. Choose one of: %s."), lt_agency_get_name (question->agency), name,
               choices->str);
  return -1;
}

static gboolean
decide_row (LtReorganisation *self, const LtReorganiseQuestion *question, LtAssignment *row, int choice,
            GError **error)
{
  Exception *known = find_exception (self, row, question->agency);
  LtAgency *successor = g_ptr_array_index (question->successors, (guint) choice);
  g_autofree char *path = lt_item_dup_path (LT_ITEM (row));

  if (!g_ptr_array_find (question->rows, row, NULL))
    {
      g_set_error (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_INVALID,
                   _("Row %s does not name “%s”, so there is nothing to decide."), path,
                   lt_agency_get_name (question->agency));
      return FALSE;
    }
  if (known)
    known->successor = successor;
  else
    {
      Exception exception = { g_object_ref (row), question->agency, successor };

      g_array_append_val (self->exceptions, exception);
    }
  return TRUE;
}

gboolean
lt_reorganisation_decide (LtReorganisation *self, LtAssignment *row, const char *agency, const char *successor,
                          GError **error)
{
  LtReorganiseQuestion *question = find_question (self, agency, error);
  int choice = question ? find_successor (self, question, successor, error) : -1;

  if (choice < 0)
    return FALSE;
  if (row)
    return decide_row (self, question, row, choice, error);
  question->decided = choice;
  return TRUE;
}

static void
forget_exception (LtReorganisation *self, LtAssignment *row, LtAgency *agency)
{
  for (guint i = self->exceptions->len; i-- > 0;)
    {
      const Exception *exception = &g_array_index (self->exceptions, Exception, i);

      if (exception->row == row && exception->agency == agency)
        g_array_remove_index (self->exceptions, i);
    }
}

void
lt_reorganisation_answer (LtReorganisation *self, LtReorganiseQuestion *question, LtAssignment *row, int choice)
{
  g_return_if_fail (choice < (int) question->successors->len);

  if (row == NULL)
    question->decided = choice;
  else if (choice < 0)
    forget_exception (self, row, question->agency);
  else
    decide_row (self, question, row, choice, NULL);
}

int
lt_reorganisation_get_answer (LtReorganisation *self, const LtReorganiseQuestion *question, LtAssignment *row)
{
  const Exception *exception = row ? find_exception (self, row, question->agency) : NULL;
  guint place;

  if (row == NULL)
    return question->decided;
  if (exception == NULL || !g_ptr_array_find (question->successors, exception->successor, &place))
    return -1;
  return (int) place;
}

static gboolean
is_decided (LtReorganisation *self, LtAgency *agency, LtAgency *successor)
{
  for (guint i = 0; i < self->questions->len; i++)
    {
      const LtReorganiseQuestion *question = g_ptr_array_index (self->questions, i);

      if (question->agency == agency && question->decided >= 0)
        return g_ptr_array_index (question->successors, (guint) question->decided) == successor;
    }
  return FALSE;
}

static void
copy_field (LtItem *from, LtItem *to, const LtField *field)
{
  g_autofree char *value = lt_item_dup_field_string (from, field);

  if (field->kind != LT_FIELD_REF)
    lt_item_set_string (to, field, value, NULL);
}

static LtItem *
copy_item (LtItem *item)
{
  const LtItemInfo *info = LT_ITEM_GET_CLASS (item)->info;
  LtItem *copy = lt_item_new_draft (G_OBJECT_TYPE (item), lt_item_get_id (item));

  for (guint i = 0; i < info->n_fields; i++)
    copy_field (item, copy, &info->fields[i]);
  return copy;
}

static LtItem *
create_succession (LtReorganisation *self, LtAgency *agency, LtItem *source, LtAgency *successor)
{
  LtItem *draft = copy_item (source);

  lt_item_set_integer (draft, find_field (draft, "successor"), map_id (self, successor));
  if (is_decided (self, agency, successor))
    lt_item_set_integer (draft, find_field (draft, "part"), FALSE);
  return draft;
}

/* A whole agency, its own successions included: nothing can be put below a row that
 * memory does not show yet. */
static LtItem *
create_agency (LtReorganisation *self, LtAgency *source)
{
  LtItem *draft = copy_item (LT_ITEM (source));
  LtAgency *parent = lt_registry_get_by_id (LT_REGISTRY (get_data_registry (self)),
                                            lt_item_get_integer (LT_ITEM (source),
                                                                 find_field (source, "parent_agency")));

  if (parent && (g_hash_table_contains (self->known, parent) || g_hash_table_contains (self->coming, parent)))
    lt_item_set_integer (draft, find_field (draft, "parent_agency"), map_id (self, parent));
  for (guint i = 0; i < lt_item_get_n_children (LT_ITEM (source)); i++)
    {
      LtItem *succession = lt_item_get_child (LT_ITEM (source), i);
      LtAgency *successor = get_successor (self, LT_SUCCESSION (succession));

      if (successor)
        lt_item_append_draft (draft, create_succession (self, source, succession, successor));
    }
  return draft;
}

static gboolean
add_names (LtReorganisation *self, LtEdit *edit, LtAgency *agency, LtAgency *source, GError **error)
{
  g_autofree char *short_forms = dup_joined_names (self, agency, source, "short_forms");
  g_autofree char *variants = dup_joined_names (self, agency, source, "variants");
  g_autofree char *note = dup_joined_note (agency, source);

  return lt_edit_set (edit, LT_ITEM (agency), "short_forms", short_forms, error)
         && lt_edit_set (edit, LT_ITEM (agency), "variants", variants, error)
         && lt_edit_set (edit, LT_ITEM (agency), "note", note, error);
}

static gboolean
take_step (LtReorganisation *self, LtEdit *edit, const LtReorganiseStep *step, GError **error)
{
  g_autoptr (LtItem) draft = NULL;
  g_autofree char *day = NULL;

  switch (step->kind)
    {
    case LT_REORGANISE_ADD:
      draft = create_agency (self, step->agency);
      return lt_edit_insert (edit, LT_ITEM (get_file_registry (self)), NULL, draft, error) != 0;
    case LT_REORGANISE_END:
      day = lt_day_dup_iso (lt_agency_get_valid_to (LT_AGENCY (step->source)));
      return lt_edit_set (edit, LT_ITEM (step->agency), "valid_to", day, error);
    case LT_REORGANISE_SUCCEED:
      if (g_hash_table_contains (self->coming, step->agency))
        return TRUE;
      draft = create_succession (self, step->agency, step->source, step->successor);
      return lt_edit_insert (edit, LT_ITEM (step->agency), NULL, draft, error) != 0;
    case LT_REORGANISE_NAMES:
      return add_names (self, edit, step->agency, LT_AGENCY (step->source), error);
    default:
      g_assert_not_reached ();
    }
}

/* The answer to a question that was left open when the data were applied before. */
static gboolean
settle_known (LtReorganisation *self, LtEdit *edit, const LtReorganiseQuestion *question, GError **error)
{
  LtAgency *successor;
  LtSuccession *known;

  if (question->decided < 0)
    return TRUE;
  successor = g_ptr_array_index (question->successors, (guint) question->decided);
  known = find_succession (self, question->agency, successor);
  return known == NULL || lt_edit_set (edit, LT_ITEM (known), "part", "false", error);
}

static gboolean
pass_row_on (LtReorganisation *self, LtEdit *edit, const Exception *exception, GError **error)
{
  g_autoptr (GHashTable) done = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (LtRole role = LT_ROLE_LEAD; role <= LT_ROLE_COORDINATE; role++)
    {
      GPtrArray *mentions = lt_assignment_get_mentions (exception->row, role);

      g_hash_table_remove_all (done);
      for (guint i = 0; i < mentions->len; i++)
        {
          const LtMention *mention = g_ptr_array_index (mentions, i);

          if (mention->agency == exception->agency
              && g_hash_table_add (done, lt_text_dup_match_key (mention->phrase))
              && !_lt_edit_write_link (edit, exception->row, role, mention->phrase, LT_LINK_HEIR,
                                       map_id (self, exception->successor), error))
            return FALSE;
        }
    }
  return TRUE;
}

static gboolean
take_all (LtReorganisation *self, LtEdit *edit, GError **error)
{
  for (guint i = 0; i < self->steps->len; i++)
    if (!take_step (self, edit, g_ptr_array_index (self->steps, i), error))
      return FALSE;
  for (guint i = 0; i < self->questions->len; i++)
    if (!settle_known (self, edit, g_ptr_array_index (self->questions, i), error))
      return FALSE;
  for (guint i = 0; i < self->exceptions->len; i++)
    if (!pass_row_on (self, edit, &g_array_index (self->exceptions, Exception, i), error))
      return FALSE;
  return TRUE;
}

gboolean
lt_document_reorganise (LtDocument *self, LtReorganisation *reorganisation, GError **error)
{
  g_autofree char *label = lt_label_new (N_("Reorganise the agencies"), NULL);
  LtEdit *edit;

  g_return_val_if_fail (reorganisation->document == self, FALSE);

  edit = lt_document_begin_edit (self, label, error);
  if (edit == NULL)
    return FALSE;
  if (take_all (reorganisation, edit, error))
    return lt_edit_commit (edit, error);
  lt_edit_abort (edit);
  return FALSE;
}
