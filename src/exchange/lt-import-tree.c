/* SPDX-License-Identifier: MIT */
#include "exchange/lt-import-tree.h"

#include <string.h>

#include "exchange/lt-import-period.h"
#include "exchange/lt-import-text.h"

#define DEPTH_MAX 24
/* Roman numbers above capital letters: I, then A, B. */
#define RANK_CAPITAL_BELOW_ROMAN 12
#define RANK_SMALL_HEAD 14
#define RANK_CAPITAL 1 /* A, B alone; parts of a plan stand above them */
/* From here on numbers are those of items inside a task: (1), a), -. */
#define RANK_ITEM 100

typedef struct {
  GPtrArray *roots;
  LtImportNode *path[DEPTH_MAX]; /* from a root down to the last node */
  guint n_path;
  LtImportNode *last;
  guint capital_rank;
  const char *above[LT_IMPORT_N_COLUMNS]; /* the last words of each duty; borrowed, NULL before the first */
  gboolean small_heads; /* small letters stand above the numbers: a, then 1, 2 */
} Builder;

static void
free_part (gpointer data)
{
  LtImportPart *part = data;

  g_string_free (part->outcomes, TRUE);
  g_string_free (part->start, TRUE);
  g_string_free (part->deadline, TRUE);
  g_string_free (part->lead, TRUE);
  g_string_free (part->coordination, TRUE);
  g_string_free (part->note, TRUE);
  g_free (part);
}

static void
free_node (gpointer data)
{
  LtImportNode *node = data;

  g_free (node->label);
  g_free (node->group);
  g_string_free (node->name, TRUE);
  g_ptr_array_unref (node->parts);
  g_ptr_array_unref (node->children);
  g_free (node);
}

static LtImportPart *
add_part (LtImportNode *node, const LtImportSheet *sheet, guint row)
{
  LtImportPart *part = g_new0 (LtImportPart, 1);

  part->sheet = sheet;
  part->row = row;
  part->outcomes = g_string_new (NULL);
  part->start = g_string_new (NULL);
  part->deadline = g_string_new (NULL);
  part->lead = g_string_new (NULL);
  part->coordination = g_string_new (NULL);
  part->note = g_string_new (NULL);
  g_ptr_array_add (node->parts, part);
  return part;
}

static LtImportPart *
get_last_part (LtImportNode *node)
{
  return g_ptr_array_index (node->parts, node->parts->len - 1);
}

static GString *
get_duty (LtImportPart *part, LtImportColumn kind)
{
  switch (kind)
    {
    case LT_IMPORT_COLUMN_START:
      return part->start;
    case LT_IMPORT_COLUMN_DEADLINE:
      return part->deadline;
    case LT_IMPORT_COLUMN_LEAD:
      return part->lead;
    case LT_IMPORT_COLUMN_COORDINATION:
      return part->coordination;
    case LT_IMPORT_COLUMN_PERIOD:
    case LT_IMPORT_COLUMN_STATE:
    case LT_IMPORT_COLUMN_PERCENT:
    case LT_IMPORT_COLUMN_NOTE:
    case LT_IMPORT_COLUMN_NUMBER:
    case LT_IMPORT_COLUMN_CODE:
    case LT_IMPORT_COLUMN_GROUP:
    case LT_IMPORT_COLUMN_NAME:
    case LT_IMPORT_COLUMN_OUTCOME:
    case LT_IMPORT_N_COLUMNS:
    default:
      return NULL;
    }
}

static void
append_paragraph (GString *text, const char *more)
{
  if (*more == '\0')
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, more);
}

static void
append_note (GString *note, const char *head, const char *text)
{
  g_autofree char *line = *head != '\0' ? g_strconcat (head, ": ", text, NULL) : g_strdup (text);
  const char *place = strstr (note->str, line);

  /* Lists repeat in each row what holds for all of them. */
  if (place != NULL && (place == note->str || place[-1] == '\n')
      && (place[strlen (line)] == '\0' || place[strlen (line)] == '\n'))
    return;
  append_paragraph (note, line);
}

/* A tick may lie over several of them; words that lie over other columns as well are none. */
static gboolean
is_ticked (const LtImportSheet *sheet, guint row, guint column)
{
  return sheet->columns[column] == LT_IMPORT_COLUMN_PERIOD
         && sheet->columns[lt_import_sheet_get_first (sheet, row, column)] == LT_IMPORT_COLUMN_PERIOD
         && *lt_import_sheet_get_text (sheet, row, column) != '\0';
}

static const char *
get_period (const LtImportSheet *sheet, guint column)
{
  return sheet->periods[column] != NULL ? sheet->periods[column] : sheet->heads[column];
}

/* "Quý II", "Quý I - Quý III", "T2, T5": the months or quarters that are ticked in a row. */
static char *
dup_periods (const LtImportSheet *sheet, guint row)
{
  GString *words = g_string_new (NULL);

  for (guint column = 0; column < sheet->n_columns; column++)
    {
      guint last = column;

      if (!is_ticked (sheet, row, column))
        continue;
      while (last + 1 < sheet->n_columns && is_ticked (sheet, row, last + 1))
        last++;
      g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", get_period (sheet, column));
      if (last > column)
        g_string_append_printf (words, " - %s", get_period (sheet, last));
      column = last;
    }
  return g_string_free (words, FALSE);
}

/* Where the words of a row stand that are its name. */
static guint
find_name_column (const LtImportSheet *sheet)
{
  guint name = lt_import_sheet_find_column (sheet, LT_IMPORT_COLUMN_NAME, 0);

  return name < sheet->n_columns ? name : lt_import_sheet_find_column (sheet, LT_IMPORT_COLUMN_OUTCOME, 0);
}

static gboolean
is_plain_number (const LtImportSheet *sheet, guint row, guint column)
{
  const char *text = lt_import_sheet_get_own (sheet, row, column);
  LtImportNumber number;

  return *text == '\0' || (strlen (text) < 64 && lt_import_number_read_count (text, &number));
}

/* Cells that have no column to go to; that of column @except went somewhere. */
static void
take_notes (const LtImportSheet *sheet, guint row, guint except, GString *note)
{
  for (guint column = 0; column < sheet->n_columns; column++)
    {
      const char *text = lt_import_sheet_get_own (sheet, row, column);
      LtImportColumn kind = sheet->columns[column];

      if (*text == '\0' || column == except)
        continue;
      if (kind == LT_IMPORT_COLUMN_NOTE || kind == LT_IMPORT_COLUMN_CODE
          || (kind == LT_IMPORT_COLUMN_PERIOD && !lt_import_is_tick (text)))
        append_note (note, sheet->heads[column], text);
      else if (kind == LT_IMPORT_COLUMN_NUMBER && !is_plain_number (sheet, row, column))
        append_note (note, sheet->heads[column], text);
    }
}

/* What is said of how far the row has come: the first words count, more are notes. */
static void
take_progress (LtImportPart *part, guint row)
{
  const LtImportSheet *sheet = part->sheet;

  for (guint column = 0; column < sheet->n_columns; column++)
    {
      gboolean state = sheet->columns[column] == LT_IMPORT_COLUMN_STATE;
      const LtCell **place = state ? &part->state : &part->percent;
      const char *text = lt_import_sheet_get_own (sheet, row, column);

      if (*text == '\0' || !(state || sheet->columns[column] == LT_IMPORT_COLUMN_PERCENT))
        continue;
      if (*place == NULL)
        *place = lt_table_get_cell (sheet->table, row, column);
      else
        append_note (part->note, sheet->heads[column], text);
    }
}

static void
take_periods (LtImportPart *part)
{
  g_autofree char *periods = dup_periods (part->sheet, part->row);

  if (*periods == '\0')
    return;
  if (part->deadline->len == 0)
    g_string_assign (part->deadline, periods);
  else if (strcmp (part->deadline->str, periods) != 0)
    append_paragraph (part->note, periods);
  part->own = TRUE;
  part->fresh = TRUE;
}

/* "-nt-" means what stands above, and so does a blank beside the task where who leads stands before it. */
static const char *
find_meant (Builder *self, LtImportPart *part, guint column, const char *text)
{
  const LtImportSheet *sheet = part->sheet;
  LtImportColumn kind = sheet->columns[column];
  guint name = find_name_column (sheet);
  gboolean before = kind == LT_IMPORT_COLUMN_LEAD && column < name && name < sheet->n_columns;

  if (lt_import_text_is_ditto (text) || (*text == '\0' && before && part->own))
    {
      if (self->above[kind] == NULL)
        return text;
      part->taken_over |= 1u << kind;
      return self->above[kind];
    }
  if (*text != '\0')
    self->above[kind] = text;
  return text;
}

static void
take_duties (Builder *self, LtImportPart *part)
{
  const LtImportSheet *sheet = part->sheet;
  guint lead = lt_import_sheet_find_column (sheet, LT_IMPORT_COLUMN_LEAD, 0);

  for (guint column = 0; column < sheet->n_columns; column++)
    {
      GString *duty = get_duty (part, sheet->columns[column]);
      gboolean covered = lt_import_sheet_is_covered (sheet, part->row, column);
      const char *text = "";

      if (duty != NULL)
        text = covered ? lt_import_sheet_get_text (sheet, part->row, column)
                       : lt_import_sheet_get_own (sheet, part->row, column);

      if (duty != NULL)
        text = find_meant (self, part, column, text);
      if (*text == '\0')
        continue;
      g_string_assign (duty, text);
      part->own = TRUE;
      part->fresh |= !covered;
      if (sheet->columns[column] == LT_IMPORT_COLUMN_DEADLINE)
        part->deadline_joined = covered;
    }
  take_periods (part);
  if (lead < sheet->n_columns && part->lead->len == 0 && part->own)
    g_string_assign (part->lead, find_meant (self, part, lead, ""));
}

/* @merged: what is merged with the task above holds for this one too. */
static void
take_outcomes (LtImportPart *part, guint row, guint name, gboolean merged)
{
  const LtImportSheet *sheet = part->sheet;
  const char *label = "";
  gboolean another = FALSE;

  for (guint column = 0; column < sheet->n_columns; column++)
    {
      const char *text;
      g_autofree char *words = NULL;

      if (sheet->columns[column] == LT_IMPORT_COLUMN_NUMBER && !lt_import_sheet_counts_rows (sheet, column)
          && is_plain_number (sheet, row, column))
        label = lt_import_sheet_get_own (sheet, row, column);
      if (sheet->columns[column] != LT_IMPORT_COLUMN_OUTCOME || column == name)
        continue;
      text = merged && lt_import_sheet_is_covered (sheet, row, column)
                 ? lt_import_sheet_get_text (sheet, row, column)
                 : lt_import_sheet_get_own (sheet, row, column);
      if (*text == '\0')
        continue;
      words = *label != '\0' ? g_strconcat (label, " ", text, NULL) : g_strdup (text);
      if (another && part->outcomes->len > 0)
        g_string_append_c (part->outcomes, '\n');
      append_paragraph (part->outcomes, words);
      another = TRUE;
      label = "";
    }
}

/* The words of a node: those of its name's column, or the only ones of the row. */
static void
take_name (LtImportNode *node, guint name)
{
  const LtImportSheet *sheet = node->sheet;
  const char *text = name < sheet->n_columns ? lt_import_sheet_get_own (sheet, node->row, name) : "";
  LtImportPart *part = g_ptr_array_index (node->parts, 0);
  gsize length;
  LtImportNumber number;

  node->line = !part->own && part->outcomes->len == 0;
  if (*text == '\0' && name < sheet->n_columns && lt_import_sheet_is_covered (sheet, node->row, name))
    text = lt_import_sheet_get_text (sheet, node->row, name);
  for (guint column = 0; *text == '\0' && node->line && column < sheet->n_columns; column++)
    {
      const char *own = lt_import_sheet_get_own (sheet, node->row, column);

      if (*own == '\0' || lt_import_sheet_is_code (sheet, node->row, column)
          || (sheet->columns[column] == LT_IMPORT_COLUMN_NUMBER
              && is_plain_number (sheet, node->row, column)))
        continue;
      /* It was taken for a note before. */
      g_string_truncate (part->note, 0);
      take_notes (sheet, node->row, column, part->note);
      text = own;
    }
  length = *node->label == '\0' ? lt_import_number_measure (text, &number) : 0;
  if (length > 0 && number.kind != LT_NUMBERING_DASH && number.kind != LT_NUMBERING_PLUS)
    {
      g_free (node->label);
      node->label = g_strchomp (g_strndup (text, length));
      text += length;
    }
  g_string_assign (node->name, text);
}

static char *
dup_label (const LtImportSheet *sheet, guint row)
{
  const char *label = "";
  guint code = lt_import_sheet_find_column (sheet, LT_IMPORT_COLUMN_CODE, 0);

  for (guint column = 0; column < sheet->n_columns; column++)
    if (lt_import_sheet_counts_rows (sheet, column)
        && *lt_import_sheet_get_own (sheet, row, column) != '\0'
        && is_plain_number (sheet, row, column))
      label = lt_import_sheet_get_own (sheet, row, column);
  if (*label == '\0' && code < sheet->n_columns
      && lt_import_sheet_find_column (sheet, LT_IMPORT_COLUMN_NUMBER, 0) == sheet->n_columns)
    return g_strdup ("");
  return g_strdup (label);
}

/* Several names beside one number: it is that of each. */
static void
take_merged_number (LtImportNode *node)
{
  const LtImportSheet *sheet = node->sheet;

  for (guint column = 0; *node->label == '\0' && column < sheet->n_columns; column++)
    if (lt_import_sheet_counts_rows (sheet, column) && lt_import_sheet_is_covered (sheet, node->row, column))
      {
        g_free (node->label);
        node->label = g_strdup (lt_import_sheet_get_text (sheet, node->row, column));
      }
}

static void
take_group (LtImportNode *node)
{
  const LtImportSheet *sheet = node->sheet;
  guint column = lt_import_sheet_find_column (sheet, LT_IMPORT_COLUMN_GROUP, 0);

  if (column == sheet->n_columns)
    return;
  node->group = g_strdup (lt_import_sheet_is_covered (sheet, node->row, column)
                              ? lt_import_sheet_get_text (sheet, node->row, column)
                              : lt_import_sheet_get_own (sheet, node->row, column));
  node->group_fresh = *lt_import_sheet_get_own (sheet, node->row, column) != '\0';
}

static void
enter (Builder *self, LtImportNode *node)
{
  while (self->n_path > 0 && self->path[self->n_path - 1]->rank >= node->rank)
    self->n_path--;
  if (self->n_path == DEPTH_MAX)
    self->n_path--;
  g_ptr_array_add (self->n_path > 0 ? self->path[self->n_path - 1]->children : self->roots, node);
  self->path[self->n_path++] = node;
  self->last = node;
}

static void
add_node (Builder *self, const LtImportSheet *sheet, guint row)
{
  LtImportNode *node = g_new0 (LtImportNode, 1);
  guint name = find_name_column (sheet);
  LtImportPart *part;

  node->sheet = sheet;
  node->row = row;
  node->number = sheet->rows[row].number;
  node->rank = sheet->rows[row].rank;
  if (node->number.kind == LT_NUMBERING_CAPITAL && node->number.depth == 1)
    node->rank = self->capital_rank;
  else if (node->number.kind == LT_NUMBERING_SMALL && node->number.depth == 1 && self->small_heads)
    node->rank = RANK_SMALL_HEAD;
  node->heading = sheet->rows[row].by_hand && sheet->rows[row].role == LT_IMPORT_ROW_GROUP;
  node->name = g_string_new (NULL);
  node->parts = g_ptr_array_new_with_free_func (free_part);
  node->children = g_ptr_array_new_with_free_func (free_node);
  node->label = dup_label (sheet, row);
  part = add_part (node, sheet, row);
  take_duties (self, part);
  take_outcomes (part, row, name, node->rank < RANK_ITEM);
  take_notes (sheet, row, sheet->n_columns, part->note);
  take_progress (part, row);
  take_name (node, name);
  take_merged_number (node);
  take_group (node);
  enter (self, node);
}

/* Whether the row has a duty of its own that is not that of the part above. */
static gboolean
has_new_duty (const LtImportSheet *sheet, guint row, LtImportPart *part)
{
  g_autofree char *periods = NULL;

  for (guint column = 0; column < sheet->n_columns; column++)
    {
      GString *duty = get_duty (part, sheet->columns[column]);
      const char *text = lt_import_sheet_get_own (sheet, row, column);

      if (duty != NULL && *text != '\0' && strcmp (duty->str, text) != 0)
        return TRUE;
    }
  periods = dup_periods (sheet, row);
  return *periods != '\0' && strcmp (part->deadline->str, periods) != 0;
}

/* A blank beside new duties means the same as above. Where the table has cells merged downwards they
 * say so on purpose, and a blank is a blank. */
static void
take_over_blanks (LtImportPart *part, const LtImportPart *above)
{
  const LtImportSheet *sheet = part->sheet;
  gboolean merged = FALSE;

  for (guint column = 0; column < sheet->n_columns; column++)
    merged |= sheet->merged[column];
  for (guint column = 0; column < sheet->n_columns && !merged; column++)
    {
      GString *duty = get_duty (part, sheet->columns[column]);
      const GString *before = duty != NULL ? get_duty ((LtImportPart *) above, sheet->columns[column]) : NULL;

      if (duty == NULL || duty->len > 0 || before->len == 0)
        continue;
      g_string_assign (duty, before->str);
      part->taken_over |= 1u << sheet->columns[column];
      if (sheet->columns[column] == LT_IMPORT_COLUMN_DEADLINE)
        part->deadline_joined = TRUE;
    }
}

/* A row that has nothing but one more who takes part. */
static gboolean
is_only_coordination (const LtImportSheet *sheet, guint row)
{
  guint column = 0;

  return lt_import_sheet_count_own (sheet, row, &column) == 1
         && sheet->columns[column] == LT_IMPORT_COLUMN_COORDINATION
         && !lt_import_sheet_is_covered (sheet, row, find_name_column (sheet));
}

static void
add_row_below (Builder *self, const LtImportSheet *sheet, guint row)
{
  LtImportNode *node = self->last;
  LtImportPart *part = get_last_part (node);
  guint name = find_name_column (sheet);
  guint line;

  if (name < sheet->n_columns && part->own && is_only_coordination (sheet, row))
    append_paragraph (part->coordination,
                      lt_import_sheet_get_own (sheet, row, lt_import_sheet_find_column (
                                                               sheet, LT_IMPORT_COLUMN_COORDINATION, 0)));
  else if (has_new_duty (sheet, row, part))
    {
      /* Duties that a name alone was waiting for. */
      if (part->own || part->outcomes->len > 0)
        part = add_part (node, sheet, row);
      part->row = row;
      part->sheet = sheet;
      take_duties (self, part);
      if (node->parts->len > 1)
        take_over_blanks (part, g_ptr_array_index (node->parts, node->parts->len - 2));
    }
  if (name < sheet->n_columns && sheet->columns[name] == LT_IMPORT_COLUMN_OUTCOME)
    append_paragraph (part->outcomes, lt_import_sheet_get_own (sheet, row, name));
  else if (name < sheet->n_columns
           && strcmp (lt_import_sheet_get_own (sheet, row, name), node->name->str) != 0
           && *lt_import_sheet_get_own (sheet, row, name) != '\0')
    {
      /* A numbered row that somebody says is a result. */
      g_autofree char *label = dup_label (sheet, row);
      g_autofree char *words = g_strconcat (label, *label != '\0' ? " " : "",
                                            lt_import_sheet_get_own (sheet, row, name), NULL);

      append_paragraph (part->outcomes, words);
    }
  take_outcomes (part, row, name, FALSE);
  /* What stands alone in a column of groups or numbers. */
  for (line = 0; line < sheet->n_columns; line++)
    {
      const char *text = lt_import_sheet_get_own (sheet, row, line);

      if (*text != '\0' && sheet->columns[line] == LT_IMPORT_COLUMN_GROUP
          && g_strcmp0 (text, node->group) != 0)
        append_note (part->note, sheet->heads[line], text);
    }
  take_notes (sheet, row, sheet->n_columns, part->note);
  take_progress (part, row);
}

static void
append_rest (Builder *self, const LtImportSheet *sheet, guint row)
{
  LtImportNode *node = self->last;
  LtImportPart *part = get_last_part (node);
  guint name = lt_import_sheet_find_column (sheet, LT_IMPORT_COLUMN_NAME, 0);

  for (guint column = 0; column < sheet->n_columns; column++)
    {
      const char *text = lt_import_sheet_get_own (sheet, row, column);
      GString *duty = get_duty (part, sheet->columns[column]);

      if (*text == '\0')
        continue;
      if (duty != NULL)
        append_paragraph (duty, text);
      else if (column == name)
        lt_import_text_append (node->name, text);
      else if (sheet->columns[column] == LT_IMPORT_COLUMN_OUTCOME)
        {
          gboolean is_name = name == sheet->n_columns && part->outcomes->len == 0
                             && column == find_name_column (sheet);

          lt_import_text_append (is_name ? node->name : part->outcomes, text);
        }
      else if (sheet->columns[column] == LT_IMPORT_COLUMN_NOTE && part->note->len > 0)
        lt_import_text_append (part->note, text);
      else
        append_note (part->note, sheet->heads[column], text);
      if (duty != NULL)
        {
          g_autofree char *joined = lt_import_text_dup_joined (duty->str);
          char *cut = strrchr (joined, '\n');

          /* Cut in the middle of a name or a date, it goes on in the same line. */
          if (cut != NULL && lt_import_text_is_open (joined) == FALSE && strcmp (cut + 1, text) == 0)
            *cut = ' ';
          g_string_assign (duty, joined);
        }
    }
}

static guint
find_capital_rank (GPtrArray *sheets)
{
  for (guint i = 0; i < sheets->len; i++)
    {
      const LtImportSheet *sheet = g_ptr_array_index (sheets, i);

      for (guint row = sheet->body; row < sheet->n_rows; row++)
        {
          if (sheet->rows[row].role < LT_IMPORT_ROW_GROUP || sheet->rows[row].number.depth != 1)
            continue;
          if (sheet->rows[row].number.kind == LT_NUMBERING_ROMAN)
            return RANK_CAPITAL_BELOW_ROMAN;
          if (sheet->rows[row].number.kind == LT_NUMBERING_CAPITAL)
            return RANK_CAPITAL;
        }
    }
  return RANK_CAPITAL;
}

/* The first number of all is a small letter, and others follow it. */
static gboolean
begins_with_letter (GPtrArray *sheets)
{
  gboolean letter = FALSE;

  for (guint i = 0; i < sheets->len; i++)
    {
      const LtImportSheet *sheet = g_ptr_array_index (sheets, i);

      for (guint row = sheet->body; row < sheet->n_rows; row++)
        {
          const LtImportNumber *number = &sheet->rows[row].number;

          if (sheet->rows[row].role < LT_IMPORT_ROW_GROUP || number->kind == LT_NUMBERING_NONE)
            continue;
          if (letter)
            return number->kind == LT_NUMBERING_ARABIC;
          if (number->kind != LT_NUMBERING_SMALL || number->depth != 1 || number->value != 1)
            return FALSE;
          letter = TRUE;
        }
    }
  return FALSE;
}

gboolean
lt_import_node_is_bare (const LtImportNode *self)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      const LtImportPart *part = g_ptr_array_index (self->parts, i);

      if (part->own || part->outcomes->len > 0)
        return FALSE;
    }
  return TRUE;
}

static gboolean
has_duties_below (const LtImportNode *node)
{
  for (guint i = 0; i < node->children->len; i++)
    {
      const LtImportNode *child = g_ptr_array_index (node->children, i);

      if (!lt_import_node_is_bare (child) || has_duties_below (child))
        return TRUE;
    }
  return FALSE;
}

/* Numbers like I and A, and lines of words, head what follows even if nothing does. */
static void
find_headings (GPtrArray *nodes, const LtImportNode *parent)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      LtImportNode *node = g_ptr_array_index (nodes, i);
      LtImportRow *row = &((LtImportSheet *) node->sheet)->rows[node->row];

      if (!row->by_hand || row->role == LT_IMPORT_ROW_GROUP)
        node->heading |= lt_import_node_is_bare (node)
                         && (node->rank < 20 || has_duties_below (node)
                             || (node->children->len > 0 && node->rank < RANK_ITEM
                                 && ((LtImportNode *) g_ptr_array_index (node->children, 0))->rank < RANK_ITEM));
      if (node->heading)
        row->role = LT_IMPORT_ROW_GROUP;
      else if (!row->by_hand && lt_import_node_is_bare (node) && parent != NULL
               && !parent->heading)
        row->role = LT_IMPORT_ROW_OUTCOME;
      find_headings (node->children, node);
    }
}

GPtrArray *
lt_import_tree_new (GPtrArray *sheets)
{
  Builder builder = { .roots = g_ptr_array_new_with_free_func (free_node) };

  builder.capital_rank = find_capital_rank (sheets);
  builder.small_heads = begins_with_letter (sheets);
  for (guint i = 0; i < sheets->len; i++)
    {
      LtImportSheet *sheet = g_ptr_array_index (sheets, i);

      if (sheet->intro < sheet->n_rows && sheet->rows[sheet->intro].role == LT_IMPORT_ROW_GROUP)
        add_node (&builder, sheet, sheet->intro);
      for (guint row = sheet->body; row < sheet->n_rows; row++)
        switch (sheet->rows[row].role)
          {
          case LT_IMPORT_ROW_GROUP:
          case LT_IMPORT_ROW_ASSIGNMENT:
            add_node (&builder, sheet, row);
            break;
          case LT_IMPORT_ROW_OUTCOME:
            if (builder.last != NULL)
              add_row_below (&builder, sheet, row);
            else
              add_node (&builder, sheet, row);
            break;
          case LT_IMPORT_ROW_CONTINUED:
            if (builder.last != NULL)
              append_rest (&builder, sheet, row);
            else
              add_node (&builder, sheet, row);
            break;
          case LT_IMPORT_ROW_TEXT:
          case LT_IMPORT_ROW_HEADING:
          case LT_IMPORT_ROW_REMNANT:
          case LT_IMPORT_ROW_LEFT_OUT:
          case LT_IMPORT_N_ROWS:
          default:
            break;
          }
    }
  find_headings (builder.roots, NULL);
  return builder.roots;
}
