/* SPDX-License-Identifier: MIT */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/lt-form-cell.h"
#include "exchange/lt-form-reader-private.h"
#include "exchange/lt-import-text.h"
#include "text/lt-text.h"

/* The head of a form has fewer rows, whatever was put above it. */
#define HEADER_ROW_MAX 60

/* Bytes of a title, whatever was added to it. */
#define TITLE_MAX 200

/* One of the two sheets, by its columns. */
typedef struct {
  gboolean is_target;
  const LtFormColumnInfo *(*get_info) (guint column);
  guint n_columns;
  guint first_words; /* what is as issued, without the running number */
  guint first_answer;
  guint n_answers;
  guint code;
} Kind;

typedef struct {
  LtReturnedForm *form;
  LtTable *table;
  GPtrArray *doubts;
  const Kind *kind;
  guint header;
  guint columns[LT_FORM_N_COLUMNS]; /* of the table; G_MAXUINT where it is gone */
  GHashTable *seen; /* id -> LtFormRow */
  guint foot;       /* the row where it is signed, below all with a code */
  gboolean foot_told;
} Sheet;

static const LtFormColumnInfo *
get_row_info (guint column)
{
  return lt_form_column_get_info ((LtFormColumn) column);
}

static const LtFormColumnInfo *
get_target_info (guint column)
{
  return lt_form_target_column_get_info ((LtFormTargetColumn) column);
}

static const Kind kinds[] = {
  { FALSE, get_row_info, LT_FORM_N_COLUMNS, LT_FORM_NAME, LT_FORM_FIRST_ANSWER, LT_FORM_N_ANSWERS, LT_FORM_CODE },
  { TRUE, get_target_info, LT_FORM_TARGET_N_COLUMNS, LT_FORM_TARGET_VALUE, LT_FORM_TARGET_VALUE,
    LT_FORM_TARGET_CODE - LT_FORM_TARGET_VALUE, LT_FORM_TARGET_CODE },
};

/* What the cells of a row say if they are titles; NULL for what is too long for one. */
static GPtrArray *
list_letters (LtTable *table, guint row)
{
  guint n = lt_table_get_n_columns (table);
  GPtrArray *letters = g_ptr_array_new_full (n, g_free);

  for (guint column = 0; column < n; column++)
    {
      const char *words = lt_table_get_cell (table, row, column)->text;

      g_ptr_array_add (letters, *words != '\0' && strlen (words) <= TITLE_MAX ? _lt_form_dup_letters (words) : NULL);
    }
  return letters;
}

static guint
find_title (GPtrArray *letters, const char *title, guint from)
{
  g_autofree char *wanted = _lt_form_dup_letters (title);

  for (guint column = from; column < letters->len; column++)
    if (g_strcmp0 (g_ptr_array_index (letters, column), wanted) == 0)
      return column;
  return G_MAXUINT;
}

static guint
find_columns (Sheet *self, const Kind *kind, GPtrArray *letters)
{
  guint n_found = 0;

  for (guint column = 0; column < kind->n_columns; column++)
    {
      self->columns[column] = find_title (letters, kind->get_info (column)->title, 0);
      n_found += self->columns[column] != G_MAXUINT;
    }
  return n_found;
}

/* A row is the header of a sheet where it has most of its titles. */
static gboolean
find_header (Sheet *self)
{
  guint n_rows = MIN (lt_table_get_n_rows (self->table), HEADER_ROW_MAX);

  for (guint row = 0; row < n_rows; row++)
    {
      g_autoptr (GPtrArray) letters = list_letters (self->table, row);

      for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
        if (find_columns (self, &kinds[k], letters) * 2 > kinds[k].n_columns)
          {
            self->kind = &kinds[k];
            self->header = row;
            return TRUE;
          }
    }
  return FALSE;
}

static char *
dup_row_place (Sheet *self, guint row)
{
  return g_strdup_printf (_("%s, row %u"), lt_table_get_name (self->table), lt_table_get_row_source (self->table, row));
}

static void
check_columns (Sheet *self)
{
  g_autoptr (GPtrArray) letters = list_letters (self->table, self->header);

  for (guint column = 0; column < self->kind->n_columns; column++)
    {
      const LtFormColumnInfo *info = self->kind->get_info (column);
      guint found = self->columns[column];
      g_autofree char *where = NULL;

      if (found == G_MAXUINT && info->entry != NULL)
        {
          where = dup_row_place (self, self->header);
          _lt_form_add_problem (self->form, LT_FORM_OBSTACLE, where,
                                g_strdup_printf (_("The column “%s” is gone from the form."), info->title));
        }
      else if (found != G_MAXUINT && info->entry != NULL
               && find_title (letters, info->title, found + 1) != G_MAXUINT)
        {
          where = dup_row_place (self, self->header);
          _lt_form_add_problem (self->form, LT_FORM_OBSTACLE, where,
                                g_strdup_printf (_("Two columns are called “%s”; which of them counts?"),
                                                 info->title));
        }
    }
}

static const LtCell *
get_cell (Sheet *self, guint row, guint column)
{
  guint found = self->columns[column];

  return found == G_MAXUINT ? NULL : lt_table_get_cell (self->table, row, found);
}

static gint64
read_code (Sheet *self, guint row)
{
  const LtCell *cell = get_cell (self, row, self->kind->code);
  g_autofree char *code = cell != NULL ? g_strstrip (g_strdup (cell->text)) : NULL;

  return code != NULL ? lt_form_read_code (code) : 0;
}

/* Excel's Merge joins cells, so a merged answer may be meant for several rows. */
static gboolean
check_merged (Sheet *self, guint row, const LtCell *cell, const char *where)
{
  for (guint below = row + 1; below < row + cell->row_span; below++)
    if (read_code (self, below) != 0)
      {
        _lt_form_add_problem (self->form, LT_FORM_OBSTACLE, where,
                              g_strdup (_("The cell was merged with those below it, so it is not clear which rows it "
                                          "speaks of. Split it, and answer row by row.")));
        return FALSE;
      }
  if (cell->column_span > 1)
    {
      _lt_form_add_problem (self->form, LT_FORM_OBSTACLE, where,
                            g_strdup (_("The cell was merged with the one beside it, so it is not clear which column "
                                        "it belongs to. Split it.")));
      return FALSE;
    }
  return TRUE;
}

static const char *
find_doubt (GPtrArray *doubts, const char *where)
{
  for (guint i = 0; i < doubts->len; i++)
    {
      const LtDoubt *doubt = g_ptr_array_index (doubts, i);

      if (strcmp (doubt->where, where) == 0)
        return doubt->what;
    }
  return NULL;
}

static void
read_answer (Sheet *self, guint row, guint index, LtFormRow *result)
{
  guint column = self->kind->first_answer + index;
  const LtCell *cell = get_cell (self, row, column);
  LtFormAnswer *answer = &result->answers[index];
  g_autofree char *note = NULL;
  const char *doubt;

  if (cell == NULL)
    return;
  answer->where = _lt_form_dup_place (self->table, row, self->columns[column]);
  doubt = self->doubts->len > 0 ? find_doubt (self->doubts, answer->where) : NULL;
  if (doubt != NULL)
    {
      _lt_form_add_problem (self->form, LT_FORM_OBSTACLE, answer->where, g_strdup (doubt));
      return;
    }
  /* Under another cell's span: that one was told of. */
  if (cell->row_span == 0 || (*cell->text != '\0' && !check_merged (self, row, cell, answer->where)))
    return;
  answer->value = lt_form_cell_read (cell, self->kind->get_info (column)->entry, &note);
  if (note != NULL)
    _lt_form_add_problem (self->form, answer->value != NULL ? LT_FORM_NOTE : LT_FORM_OBSTACLE, answer->where,
                          g_steal_pointer (&note));
  else if ((cell->flags & LT_CELL_FLAG_FORMULA) && answer->value != NULL && *answer->value != '\0')
    _lt_form_add_problem (self->form, LT_FORM_NOTE, answer->where,
                          g_strdup_printf (_("A formula stands here; what it gave when the file was saved was "
                                             "taken: %s."), cell->text));
}

static void
read_words (Sheet *self, guint row, LtFormRow *result)
{
  for (guint column = self->kind->first_words; column < self->kind->first_answer; column++)
    {
      const LtCell *cell = get_cell (self, row, column);

      if (cell == NULL || cell->row_span == 0)
        continue;
      result->words[column].where = _lt_form_dup_place (self->table, row, self->columns[column]);
      result->words[column].value = g_strdup (cell->text);
    }
}

/* The heading stands there once more, where somebody pasted it along. */
static gboolean
repeats_head (Sheet *self, guint column, const char *text)
{
  for (guint row = 0; row <= self->header; row++)
    if (strcmp (get_cell (self, row, column)->text, text) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
has_answers (Sheet *self, guint row)
{
  for (guint i = 0; i < self->kind->n_answers; i++)
    {
      guint column = self->kind->first_answer + i;
      const LtCell *cell = get_cell (self, row, column);

      if (cell != NULL && *cell->text != '\0' && !repeats_head (self, column, cell->text))
        return TRUE;
    }
  return FALSE;
}

/* By the words as issued, where the code is gone; 0 if none or several have them. */
static gint64
find_by_words (Sheet *self, guint row)
{
  g_autoptr (GString) all = g_string_new (NULL);
  g_autofree char *hash = NULL;
  GHashTableIter iter;
  LtFormPrint *print;
  gint64 found = 0;

  if (self->kind->is_target)
    return 0;
  for (guint column = self->kind->first_words; column < self->kind->first_answer; column++)
    {
      const LtCell *cell = get_cell (self, row, column);

      g_string_append (all, cell != NULL ? cell->text : "");
      g_string_append (all, " | ");
    }
  hash = lt_form_dup_hash (all->str);
  g_hash_table_iter_init (&iter, self->form->prints);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &print))
    if (!print->is_target && strcmp (print->words_hash, hash) == 0)
      {
        if (found != 0)
          return 0;
        found = print->id;
      }
  return found;
}

/* Where it is signed below the rows; where the table ends, if it is not. */
static guint
find_foot (Sheet *self)
{
  guint n_rows = lt_table_get_n_rows (self->table);
  guint foot = n_rows;

  for (guint row = n_rows; row > self->header + 1 && read_code (self, row - 1) == 0; row--)
    for (guint column = 0; column < lt_table_get_n_columns (self->table); column++)
      {
        const char *words = lt_table_get_cell (self->table, row - 1, column)->text;
        g_autofree char *folded = *words != '\0' ? lt_text_dup_folded (words) : NULL;

        if (folded != NULL && lt_import_text_is_footer (folded))
          foot = row - 1;
      }
  return foot;
}

/* Whether an answer that can be read stands in a column that takes no free text. */
static gboolean
has_entries (Sheet *self, guint row)
{
  for (guint i = 0; i < self->kind->n_answers; i++)
    {
      guint column = self->kind->first_answer + i;
      const LtEntry *entry = self->kind->get_info (column)->entry;
      const LtCell *cell = get_cell (self, row, column);
      g_autofree char *note = NULL;
      g_autofree char *value = NULL;

      if (cell == NULL || *cell->text == '\0' || entry->kind == LT_ENTRY_TEXT)
        continue;
      value = lt_form_cell_read (cell, entry, &note);
      if (value != NULL)
        return TRUE;
    }
  return FALSE;
}

static gint64
identify_row (Sheet *self, guint row)
{
  const LtCell *code = get_cell (self, row, self->kind->code);
  gint64 id = read_code (self, row);
  g_autofree char *where = NULL;

  /* The rows under a row that is several rows high. */
  if (code != NULL && code->row_span == 0)
    return 0;
  if (id != 0 && (!self->form->has_fingerprint || g_hash_table_contains (self->form->prints, &id)))
    return id;
  if (!has_answers (self, row))
    return 0;
  where = dup_row_place (self, row);
  if (id == 0 && (id = find_by_words (self, row)) != 0)
    _lt_form_add_problem (self->form, LT_FORM_NOTE, where,
                          g_strdup (_("The code of the row is gone; it was recognised by its words.")));
  else if (id == 0 && row >= self->foot && !has_entries (self, row))
    {
      if (!self->foot_told)
        _lt_form_add_problem (self->form, LT_FORM_NOTE, where,
                              g_strdup (_("What stands below the rows of the form, where it is signed, was left out.")));
      self->foot_told = TRUE;
    }
  else if (id == 0)
    _lt_form_add_problem (self->form, LT_FORM_OBSTACLE, where,
                          g_strdup (_("The row is none of those that were sent out: it was put in, or its code and "
                                      "words were changed. Move its answers to the row they belong to.")));
  else
    {
      _lt_form_add_problem (self->form, LT_FORM_OBSTACLE, where,
                            g_strdup (_("The row comes from another form. Answer it in that form.")));
      id = 0;
    }
  return id;
}

static gboolean
says_same (const LtFormRow *first, const LtFormRow *second)
{
  for (guint i = 0; i < LT_FORM_N_ANSWERS; i++)
    if (g_strcmp0 (first->answers[i].value, second->answers[i].value) != 0)
      return FALSE;
  return TRUE;
}

static void
read_row (Sheet *self, guint row)
{
  gint64 id = identify_row (self, row);
  LtFormRow *result;
  LtFormRow *before;

  if (id == 0)
    return;
  result = g_new0 (LtFormRow, 1);
  result->id = id;
  result->is_target = self->kind->is_target;
  result->where = dup_row_place (self, row);
  result->print = g_hash_table_lookup (self->form->prints, &id);
  if (result->print != NULL)
    result->print->returned = TRUE;
  for (guint i = 0; i < self->kind->n_answers; i++)
    read_answer (self, row, i, result);
  read_words (self, row, result);
  g_ptr_array_add (self->form->rows, result);
  before = g_hash_table_lookup (self->seen, &id);
  if (before == NULL)
    g_hash_table_insert (self->seen, &result->id, result);
  else if (!says_same (before, result))
    _lt_form_add_problem (self->form, LT_FORM_OBSTACLE, result->where,
                          g_strdup_printf (_("The row stands twice in the form, with other answers in %s."),
                                           before->where));
}

/* The words behind a label of the head, in its own cell or the next; NULL without the label. */
static char *
dup_head_words (Sheet *self, const char *label, const LtCell **cell, char **where)
{
  g_autofree char *folded_label = lt_text_dup_folded (label);

  for (guint row = 0; row < self->header; row++)
    for (guint column = 0; column < lt_table_get_n_columns (self->table); column++)
      {
        const LtCell *found = lt_table_get_cell (self->table, row, column);
        g_autofree char *folded = *found->text != '\0' ? lt_text_dup_folded (found->text) : NULL;
        const char *colon;

        if (folded == NULL || !g_str_has_prefix (folded, folded_label))
          continue;
        colon = strchr (found->text, ':');
        *where = _lt_form_dup_place (self->table, row, column);
        *cell = NULL;
        if (colon != NULL && colon[strspn (colon, ": \n")] != '\0')
          return g_strdup (colon + strspn (colon, ": \n"));
        column += MAX (found->column_span, 1);
        if (column >= lt_table_get_n_columns (self->table))
          return g_strdup ("");
        *cell = lt_table_get_cell (self->table, row, column);
        g_free (*where);
        *where = _lt_form_dup_place (self->table, row, column);
        return g_strdup ((*cell)->text);
      }
  return NULL;
}

static void
read_head (Sheet *self)
{
  const LtCell *cell = NULL;
  g_autofree char *agency_place = NULL;
  g_autofree char *agency = dup_head_words (self, LT_FORM_AGENCY_LABEL, &cell, &agency_place);
  g_autofree char *day_place = NULL;
  g_autofree char *day = dup_head_words (self, LT_FORM_DAY_LABEL, &cell, &day_place);
  g_autofree char *value = NULL;
  g_autofree char *note = NULL;
  LtCell typed = { .text = day };

  if (self->form->agency == NULL && agency != NULL)
    self->form->agency = g_steal_pointer (&agency);
  if (day == NULL || *day == '\0')
    return;
  value = lt_form_cell_read (cell != NULL ? cell : &typed, lt_form_get_day_entry (), &note);
  if (value != NULL)
    self->form->day = lt_day_from_iso (value);
  if (note != NULL)
    _lt_form_add_problem (self->form, value != NULL ? LT_FORM_NOTE : LT_FORM_OBSTACLE, day_place,
                          g_steal_pointer (&note));
}

gboolean
_lt_form_read_sheet (LtReturnedForm *form, LtTable *table, GPtrArray *doubts)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  Sheet sheet = { .form = form, .table = table, .doubts = doubts, .seen = seen };

  if (!find_header (&sheet))
    return FALSE;
  check_columns (&sheet);
  if (!sheet.kind->is_target)
    read_head (&sheet);
  sheet.foot = find_foot (&sheet);
  for (guint row = sheet.header + 1; row < lt_table_get_n_rows (table); row++)
    read_row (&sheet, row);
  return TRUE;
}
