/* SPDX-License-Identifier: MIT */
#include "exchange/lt-import-draft.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/lt-import-context.h"
#include "exchange/lt-import-doubts.h"
#include "exchange/lt-import-duties.h"
#include "exchange/lt-import-item.h"
#include "exchange/lt-import-progress.h"
#include "exchange/lt-import-text.h"
#include "exchange/lt-import-tree.h"
#include "plan/lt-target-words.h"
#include "text/lt-text.h"

/* Numbers of results inside a task: kept with their words. */
#define RANK_RESULT 100

typedef struct {
  LtImportDraft *draft;
  GPtrArray *sheets;
  LtItem *plan;
  LtItem *initiative; /* NULL before the first */
  LtItem *assignment; /* the last; NULL before the first of an initiative */
  const char *group;  /* of the column of groups, NULL without one */
} Builder;

static void
remember (Builder *self, LtItem *item, const LtImportSheet *sheet, guint row)
{
  LtImportPlace *place = g_new (LtImportPlace, 1);
  guint index = 0;

  g_ptr_array_find (self->sheets, sheet, &index);
  *place = (LtImportPlace){ index, row, G_MAXUINT };
  g_hash_table_insert (self->draft->places, g_object_ref (item), place);
}

static void
doubt (Builder *self, const LtImportNode *node, char *what)
{
  LtImportPlace place = { 0, node->row, G_MAXUINT };

  g_ptr_array_find (self->sheets, node->sheet, &place.sheet);
  lt_import_draft_doubt (self->draft, &place, NULL, what);
}

static LtItem *
append (LtItem *parent, GType type)
{
  LtItem *item = lt_item_new_draft (type, 0);

  lt_item_append_draft (parent, item);
  return item;
}

/* "I." is the number I; a number that only counts places is not kept. */
static void
set_number (LtItem *initiative, const char *label)
{
  g_autofree char *number = g_strdup (label);
  g_autofree char *place = g_strdup_printf ("%u", lt_item_get_index (initiative) + 1);
  gsize length = strlen (number);

  while (length > 1 && strchr (".):/", number[length - 1]) != NULL)
    number[--length] = '\0';
  if (*number == '(' && strchr (number, ')') == NULL)
    memmove (number, number + 1, length);
  if (strcmp (number, place) != 0)
    _lt_import_set_text (initiative, "number", number);
}

static void
add_initiative (Builder *self, const LtImportNode *node, const char *label, const char *name)
{
  g_autofree char *joined = lt_import_text_dup_joined (name);

  self->initiative = append (self->plan, LT_TYPE_INITIATIVE);
  self->assignment = NULL;
  set_number (self->initiative, label);
  _lt_import_set_text (self->initiative, "name", joined);
  remember (self, self->initiative, node->sheet, node->row);
}

static void
add_outcome (Builder *self, const char *label, const char *words, const LtImportSheet *sheet, guint row)
{
  LtItem *outcome = append (self->assignment, LT_TYPE_OUTCOME);
  g_autoptr (GPtrArray) targets = NULL;

  _lt_import_set_text (outcome, "label", label);
  _lt_import_set_text (outcome, "text", words);
  targets = lt_target_words_list (lt_outcome_get_words (LT_OUTCOME (outcome)));
  for (guint i = 0; i < targets->len; i++)
    lt_item_append_draft (outcome, g_object_ref (g_ptr_array_index (targets, i)));
  remember (self, outcome, sheet, row);
}

/* @label: of the row that the words stand in; it goes to the first of them. */
static void
add_outcomes (Builder *self, const char *label, const char *text, const LtImportSheet *sheet, guint row)
{
  g_autoptr (GPtrArray) lines = lt_import_text_split (text);

  for (guint i = 0; i < lines->len; i++)
    {
      g_autofree char *own = NULL;
      g_autofree char *words = NULL;

      if (i == 0 && *label != '\0')
        {
          add_outcome (self, label, g_ptr_array_index (lines, i), sheet, row);
          continue;
        }
      lt_outcome_split_line (g_ptr_array_index (lines, i), &own, &words);
      if (*words == '\0')
        add_outcome (self, "", g_ptr_array_index (lines, i), sheet, row);
      else
        add_outcome (self, own, words, sheet, row);
    }
}

static void
append_note (LtItem *item, const char *note)
{
  const LtField *field = lt_item_type_find_field (G_OBJECT_TYPE (item), "note");
  const char *before = lt_item_get_text (item, field);
  g_autofree char *whole = NULL;

  if (*note == '\0')
    return;
  whole = g_strconcat (before != NULL ? before : "", before != NULL && *before != '\0' ? "\n" : "", note,
                       NULL);
  _lt_import_set_text (item, "note", whole);
}

/* As a note, under the heading that it stands under. */
static void
keep_cell (LtItem *item, const LtImportPart *part, LtImportColumn kind, const LtCell *cell)
{
  guint column = lt_import_sheet_find_column (part->sheet, kind, 0);
  const char *head = column < part->sheet->n_columns ? part->sheet->heads[column] : "";
  g_autofree char *note = g_strdup_printf ("%s%s%s", head, *head != '\0' ? ": " : "", cell->text);

  append_note (item, note);
}

static void
doubt_cell (Builder *self, const LtImportPart *part, LtImportColumn kind, char *what)
{
  LtImportPlace place = { 0, part->row, lt_import_sheet_find_column (part->sheet, kind, 0) };

  g_ptr_array_find (self->sheets, part->sheet, &place.sheet);
  lt_import_draft_doubt (self->draft, &place, NULL, what);
}

static void
set_progress (Builder *self, LtItem *assignment, const LtImportPart *part)
{
  const LtField *state_field = lt_item_type_find_field (LT_TYPE_ASSIGNMENT, "state");
  const LtField *percent_field = lt_item_type_find_field (LT_TYPE_ASSIGNMENT, "percent");
  LtState state = LT_STATE_NOT_STARTED;
  gboolean has_state = FALSE;
  gboolean exact = TRUE;
  int percent = 0;

  if (part->state != NULL)
    {
      has_state = lt_import_progress_read_state (part->state, &state, &exact);
      if (!has_state || !exact)
        keep_cell (assignment, part, LT_IMPORT_COLUMN_STATE, part->state);
      if (!has_state)
        doubt_cell (self, part, LT_IMPORT_COLUMN_STATE,
                    g_strdup_printf (_("“%s” is not understood as a state; it is kept as a note."),
                                     part->state->text));
    }
  if (part->percent != NULL && lt_import_progress_read_percent (part->percent, &percent))
    {
      /* A share alone says how far it has come. */
      if (!has_state)
        state = percent == 0 ? LT_STATE_NOT_STARTED : percent == 100 ? LT_STATE_DONE : LT_STATE_IN_PROGRESS;
      has_state = TRUE;
      lt_item_set_integer (assignment, percent_field, percent);
    }
  else if (part->percent != NULL)
    {
      keep_cell (assignment, part, LT_IMPORT_COLUMN_PERCENT, part->percent);
      doubt_cell (self, part, LT_IMPORT_COLUMN_PERCENT,
                  g_strdup_printf (_("“%s” is not understood as a percentage; it is kept as a note."),
                                   part->percent->text));
    }
  if (has_state)
    lt_item_set_integer (assignment, state_field, state);
}

/* What is said of a row that is no assignment has no place but the notes. */
static void
keep_progress (LtItem *item, const LtImportPart *part)
{
  if (part->state != NULL)
    keep_cell (item, part, LT_IMPORT_COLUMN_STATE, part->state);
  if (part->percent != NULL)
    keep_cell (item, part, LT_IMPORT_COLUMN_PERCENT, part->percent);
}

/* What a cell does not say itself is worth a look. */
static void
doubt_taken_over (Builder *self, const LtImportPart *part)
{
  for (guint kind = 0; kind < LT_IMPORT_N_COLUMNS; kind++)
    {
      guint column = lt_import_sheet_find_column (part->sheet, kind, 0);
      const char *text;

      if ((part->taken_over & (1u << kind)) == 0 || column == part->sheet->n_columns)
        continue;
      text = lt_import_sheet_get_own (part->sheet, part->row, column);
      doubt_cell (self, part, kind,
                  *text != '\0' ? g_strdup_printf (_("“%s” was taken for what the cell above says."), text)
                                : g_strdup (_("The cell is empty; what the one above says was taken.")));
    }
}

static void
add_assignment (Builder *self, const LtImportPart *part)
{
  gboolean first = self->assignment == NULL;
  LtItem *above = self->assignment;
  LtImportDuties duties;

  self->assignment = append (self->initiative, LT_TYPE_ASSIGNMENT);
  doubt_taken_over (self, part);
  lt_import_duties_read (part, &duties);
  _lt_import_set_text (self->assignment, "deadline", duties.deadline);
  _lt_import_set_text (self->assignment, "lead", duties.lead);
  _lt_import_set_text (self->assignment, "coordination", duties.coordination);
  append_note (self->assignment, part->note->str);
  set_progress (self, self->assignment, part);
  if (part->deadline_joined && !first && *duties.deadline != '\0'
      && strcmp (lt_assignment_get_deadline_words (LT_ASSIGNMENT (above)),
                 lt_assignment_get_deadline_words (LT_ASSIGNMENT (self->assignment))) == 0)
    lt_item_set_integer (self->assignment,
                         lt_item_type_find_field (LT_TYPE_ASSIGNMENT, "deadline_joined"), TRUE);
  remember (self, self->assignment, part->sheet, part->row);
  lt_import_duties_clear (&duties);
}

/* "(1) …" and "- …" behind the first words of a cell that has both name and results. */
static char *
dup_name_apart (const char *text, char **results)
{
  g_autofree char *joined = lt_import_text_dup_joined (text);
  char *line = joined;

  *results = NULL;
  while ((line = strchr (line, '\n')) != NULL)
    {
      if (lt_import_number_measure (line + 1, NULL) > 0)
        {
          *results = g_strdup (line + 1);
          *line = '\0';
          break;
        }
      line++;
    }
  return g_steal_pointer (&joined);
}

/* Numbers of tasks count places; those of items belong to the words. */
static const char *
get_result_label (const LtImportNode *node)
{
  return node->rank >= RANK_RESULT ? node->label : "";
}

/* The parts of a node as assignments; @named: its name went to the initiative already. */
static void
add_parts (Builder *self, const LtImportNode *node, gboolean named)
{
  for (guint i = 0; i < node->parts->len; i++)
    {
      const LtImportPart *part = g_ptr_array_index (node->parts, i);

      add_assignment (self, part);
      if (i == 0 && !named)
        add_outcomes (self, get_result_label (node), node->name->str, node->sheet, node->row);
      add_outcomes (self, "", part->outcomes->str, part->sheet, part->row);
    }
}

static gboolean
has_fresh_duties (const LtImportNode *node)
{
  for (guint i = 0; i < node->parts->len; i++)
    if (((LtImportPart *) g_ptr_array_index (node->parts, i))->fresh)
      return TRUE;
  return FALSE;
}

static gboolean
has_same_duties (const LtImportPart *part, LtItem *assignment)
{
  LtImportDuties duties;
  gboolean same;

  lt_import_duties_read (part, &duties);
  same = strcmp (duties.deadline, lt_assignment_get_deadline_words (LT_ASSIGNMENT (assignment))) == 0
         && strcmp (duties.lead, lt_assignment_get_lead_words (LT_ASSIGNMENT (assignment))) == 0
         && strcmp (duties.coordination,
                    lt_assignment_get_coordination_words (LT_ASSIGNMENT (assignment))) == 0;
  lt_import_duties_clear (&duties);
  return same;
}

/* A sub-row without duties of its own, or with those of the row above merged over it. */
static gboolean
is_result (Builder *self, const LtImportNode *node, const LtImportNode *parent)
{
  const LtImportPart *part = g_ptr_array_index (node->parts, 0);

  if (self->assignment == NULL || parent->heading || node->heading || node->parts->len > 1)
    return FALSE;
  if (!part->own)
    return TRUE;
  return !has_fresh_duties (node) && has_same_duties (part, self->assignment);
}

static void
add_result (Builder *self, const LtImportNode *node)
{
  const LtImportPart *part = g_ptr_array_index (node->parts, 0);

  add_outcomes (self, node->label, node->name->str, node->sheet, node->row);
  add_outcomes (self, "", part->outcomes->str, part->sheet, part->row);
  append_note (self->assignment, part->note->str);
  keep_progress (self->assignment, part);
}

/* Where headings make the models, what a column says of groups is kept beside the task. */
static void
note_group (Builder *self, const LtImportNode *node, LtItem *item)
{
  guint column = lt_import_sheet_find_column (node->sheet, LT_IMPORT_COLUMN_GROUP, 0);
  g_autofree char *note = NULL;

  if (node->group == NULL || *node->group == '\0' || !node->group_fresh
      || g_strcmp0 (node->group, self->group) == 0 || strcmp (node->group, node->name->str) == 0)
    return;
  note = g_strdup_printf ("%s: %s", node->sheet->heads[column], node->group);
  append_note (item, note);
}

static void
add_children (Builder *self, const LtImportNode *node)
{
  for (guint i = 0; i < node->children->len; i++)
    {
      const LtImportNode *child = g_ptr_array_index (node->children, i);

      if (is_result (self, child, node))
        add_result (self, child);
      else
        {
          if (child->heading)
            doubt (self, child, g_strdup (_("The row heads others inside a model; it was taken for an "
                                            "assignment without agency and deadline.")));
          add_parts (self, child, FALSE);
        }
      note_group (self, child, self->assignment);
      add_children (self, child);
    }
}

/* All that stands directly below are headings again: they are the models then. */
static gboolean
holds_headings (const LtImportNode *node)
{
  if (!node->heading || node->children->len == 0)
    return FALSE;
  for (guint i = 0; i < node->children->len; i++)
    if (!((LtImportNode *) g_ptr_array_index (node->children, i))->heading)
      return FALSE;
  return TRUE;
}

static char *
dup_upper (const char *upper, const LtImportNode *node)
{
  g_autofree char *name = lt_text_dup_clean (node->name->str, FALSE, NULL);
  gboolean stop = *node->label != '\0' && strchr (".):", node->label[strlen (node->label) - 1]) != NULL;

  return g_strdup_printf ("%s%s%s%s%s", upper, *upper != '\0' ? " / " : "", node->label,
                          *node->label == '\0' ? "" : stop ? " " : ". ", name != NULL ? name : "");
}

static void add_root (Builder *self, const LtImportNode *node, const char *upper);

static void
add_heading_of_headings (Builder *self, const LtImportNode *node, const char *upper)
{
  g_autofree char *path = dup_upper (upper, node);
  const LtImportPart *part = g_ptr_array_index (node->parts, 0);

  doubt (self, node, g_strdup (_("The row heads other headings; its words were kept as a note "
                                 "to each of them.")));
  for (guint i = 0; i < node->children->len; i++)
    add_root (self, g_ptr_array_index (node->children, i), path);
  if (part->note->len > 0)
    append_note (self->initiative, part->note->str);
  keep_progress (self->initiative, part);
}

static void
add_root (Builder *self, const LtImportNode *node, const char *upper)
{
  g_autofree char *name = NULL;
  g_autofree char *results = NULL;

  if (holds_headings (node))
    {
      add_heading_of_headings (self, node, upper);
      return;
    }
  if (node->heading)
    name = g_strdup (node->name->str);
  else
    {
      const LtImportPart *part = g_ptr_array_index (node->parts, 0);

      name = part->outcomes->len > 0 ? g_strdup (node->name->str)
                                     : dup_name_apart (node->name->str, &results);
    }
  add_initiative (self, node, node->label, name);
  note_group (self, node, self->initiative);
  if (*upper != '\0')
    {
      /* Part of an official document's words, so not translated. */
      g_autofree char *note = g_strconcat ("Thuộc: ", upper, NULL);

      append_note (self->initiative, note);
    }
  if (node->heading)
    {
      append_note (self->initiative, ((LtImportPart *) g_ptr_array_index (node->parts, 0))->note->str);
      keep_progress (self->initiative, g_ptr_array_index (node->parts, 0));
      if (node->children->len == 0)
        doubt (self, node, g_strdup (_("No assignment stands below this heading.")));
    }
  else
    {
      add_parts (self, node, TRUE);
      if (results != NULL)
        add_outcomes (self, "", results, node->sheet, node->row);
    }
  add_children (self, node);
}

/* A column says which model a task belongs to. */
static void
add_grouped (Builder *self, const LtImportNode *node)
{
  gboolean same = self->initiative != NULL && self->group != NULL
                  && (strcmp (self->group, node->group) == 0 || *node->group == '\0');

  if (!same)
    {
      LtImportNumber number;
      gsize length = lt_import_number_measure (node->group, &number);
      g_autofree char *label = g_strchomp (g_strndup (node->group, length));

      add_initiative (self, node, label, node->group + length);
      self->group = node->group;
    }
  add_parts (self, node, FALSE);
  add_children (self, node);
}

static void
add_nodes (Builder *self, GPtrArray *nodes)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      const LtImportNode *node = g_ptr_array_index (nodes, i);

      if (node->group != NULL && *node->group != '\0' && !node->heading)
        add_grouped (self, node);
      else if (node->group != NULL && self->group != NULL && !node->heading)
        add_grouped (self, node);
      else
        {
          self->group = NULL;
          add_root (self, node, "");
        }
    }
}

/* A copy of what the parser needs to know names by. */
static void
copy_agencies (LtRegistry *from, LtRegistry *to)
{
  for (guint i = 0; from != NULL && i < lt_item_get_n_children (LT_ITEM (from)); i++)
    {
      LtItem *agency = lt_item_get_child (LT_ITEM (from), i);
      LtItem *copy = lt_item_new_draft (LT_TYPE_AGENCY, lt_item_get_id (agency));
      const LtItemInfo *info = lt_item_type_get_info (LT_TYPE_AGENCY);

      for (guint k = 0; k < info->n_fields; k++)
        {
          const LtField *field = &info->fields[k];

          if (field->kind == LT_FIELD_TEXT || field->kind == LT_FIELD_LIST)
            lt_item_set_text (copy, field, lt_item_get_text (agency, field));
          else if (field->kind == LT_FIELD_CHOICE || field->kind == LT_FIELD_DAY)
            lt_item_set_integer (copy, field, lt_item_get_integer (agency, field));
        }
      lt_item_append_draft (LT_ITEM (to), copy);
    }
}

static void
add_plan (Builder *self, GPtrArray *sheets, GPtrArray *before, const LtImportSheet *behind)
{
  g_autoptr (GPtrArray) nodes = lt_import_tree_new (sheets);

  self->plan = append (LT_ITEM (self->draft->book), LT_TYPE_PLAN);
  self->initiative = self->assignment = NULL;
  self->group = NULL;
  lt_import_context_read (g_ptr_array_index (sheets, 0), before, self->plan);
  lt_import_context_read_remarks (sheets, behind, self->plan);
  add_nodes (self, nodes);
  lt_import_doubts_check_numbers (self->draft, self->sheets, nodes);
}

LtRegistry *
lt_import_copy_registry (LtRegistry *registry)
{
  LtRegistry *copy = lt_registry_new ();

  copy_agencies (registry, copy);
  return copy;
}

LtImportDraft *
lt_import_draft_new (GPtrArray *sheets, LtRegistry *registry)
{
  LtImportDraft *self = g_new0 (LtImportDraft, 1);
  Builder builder = { .draft = self, .sheets = sheets };
  g_autoptr (GPtrArray) run = g_ptr_array_new ();
  g_autoptr (GPtrArray) before = g_ptr_array_new ();
  const LtImportSheet *behind = NULL;

  self->book = lt_book_new ();
  self->doubts = g_ptr_array_new_with_free_func (lt_import_doubt_free);
  self->places = g_hash_table_new_full (NULL, NULL, g_object_unref, g_free);
  copy_agencies (registry, lt_book_get_registry (self->book));
  for (guint i = 0; i < sheets->len; i++)
    {
      LtImportSheet *sheet = g_ptr_array_index (sheets, i);

      if (!sheet->used)
        {
          if (run->len == 0)
            g_ptr_array_add (before, sheet);
          else if (behind == NULL)
            behind = sheet;
          continue;
        }
      if (run->len > 0 && !sheet->joined)
        {
          add_plan (&builder, run, before, behind);
          behind = NULL;
          g_ptr_array_set_size (run, 0);
          g_ptr_array_set_size (before, 0);
        }
      g_ptr_array_add (run, sheet);
    }
  if (run->len > 0)
    add_plan (&builder, run, before, behind);
  lt_import_doubts_check_rows (self, sheets);
  lt_import_doubts_check_plans (self, sheets, registry);
  lt_import_doubts_sort (self);
  return self;
}

void
lt_import_draft_free (LtImportDraft *self)
{
  g_object_unref (self->book);
  g_ptr_array_unref (self->doubts);
  g_hash_table_unref (self->places);
  g_free (self);
}

void
lt_import_draft_doubt (LtImportDraft *self, const LtImportPlace *place, const char *where, char *what)
{
  LtImportDoubt *doubt = g_new0 (LtImportDoubt, 1);

  doubt->has_place = place != NULL;
  if (place != NULL)
    doubt->place = *place;
  doubt->where = g_strdup (where != NULL ? where : "");
  doubt->what = what;
  g_ptr_array_add (self->doubts, doubt);
}
