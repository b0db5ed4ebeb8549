/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "exchange/lt-import-sheet.h"
#include "exchange/lt-import-text.h"
#include "text/lt-text.h"

/* Headings of groups are short. */
#define GROUP_CHARS_MAX 300
#define RANK_GROUP_LINE 15
#define RANK_TASK 20
/* A line above one of several tables heads all that the table has. */
#define RANK_INTRO 5

typedef struct {
  LtImportSheet *sheet;
  guint name;    /* columns; n_columns where there is none */
  guint outcome;
  guint *last;   /* by column: the row that was the last to have words there, n_rows for none */
  guint node;    /* the last row that stands for itself, n_rows for none */
  gboolean footer;
  gboolean begins_with_line; /* without a column of numbers, the first row is words alone over one that has duties */
} Reader;

/* What a cell of a row without a number is to the cell above it. */
typedef enum {
  CELL_BLANK,
  CELL_GOES_ON,
  CELL_FRESH,
} CellState;

static const char *
get_own (const Reader *self, guint row, guint column)
{
  return column < self->sheet->n_columns ? lt_import_sheet_get_own (self->sheet, row, column) : "";
}

static gboolean
begins_with_any (const char *folded, const char *const *starts)
{
  for (; *starts != NULL; starts++)
    if (**starts == *folded && g_str_has_prefix (folded, *starts))
      return TRUE;
  return FALSE;
}

static char *
dup_folded_own (const LtImportSheet *sheet, guint row, guint column)
{
  return lt_text_dup_folded (lt_import_sheet_get_own (sheet, row, column));
}

/* "5", "- 5 -", "Trang 2/5", "2/5" alone in a row. */
static gboolean
is_page_number (const LtImportSheet *sheet, guint row)
{
  guint column = 0;
  const char *p;
  g_autofree char *folded = NULL;

  if (lt_import_sheet_count_own (sheet, row, &column) != 1)
    return FALSE;
  folded = dup_folded_own (sheet, row, column);
  p = folded;
  if (strlen (p) > 24 || *p == '\0')
    return FALSE;
  if (g_str_has_prefix (p, "trang "))
    p += strlen ("trang ");
  p += strspn (p, "- ");
  if (!g_ascii_isdigit (*p))
    return FALSE;
  p += strspn (p, "0123456789");
  if (g_str_has_prefix (p, " tren ") || g_str_has_prefix (p, " / "))
    p = strpbrk (p, "0123456789") != NULL ? strpbrk (p, "0123456789") : p;
  p += strspn (p, "/0123456789 -");
  return *p == '\0';
}

static gboolean
is_capitals (const char *text)
{
  guint upper, lower;

  lt_import_text_count_cases (text, &upper, &lower);
  return upper > 4 && lower * 5 < upper;
}

static gboolean
is_duty (LtImportColumn kind)
{
  return kind == LT_IMPORT_COLUMN_LEAD || kind == LT_IMPORT_COLUMN_COORDINATION
         || kind == LT_IMPORT_COLUMN_DEADLINE || kind == LT_IMPORT_COLUMN_START
         || kind == LT_IMPORT_COLUMN_PERIOD;
}

/* "Chủ tịch UBND xã" beside a task leads it; "CHỦ TỊCH" beside "Nơi nhận" signs. */
static gboolean
is_duty_of_task (const Reader *self, guint row, guint column)
{
  const char *name = get_own (self, row, self->name);
  g_autofree char *folded = lt_text_dup_folded (name);

  return column != self->name && *name != '\0' && *name != '-' && !lt_import_text_is_footer (folded)
         && is_duty (self->sheet->columns[column]) && !is_capitals (get_own (self, row, column));
}

static gboolean
is_footer (const Reader *self, guint row)
{
  guint n = 0;

  if (self->name < self->sheet->n_columns && lt_import_sheet_is_covered (self->sheet, row, self->name))
    return FALSE;
  for (guint column = 0; column < self->sheet->n_columns; column++)
    {
      const char *text = get_own (self, row, column);
      g_autofree char *line = NULL;
      g_autofree char *folded = NULL;

      if (*text == '\0')
        continue;
      n++;
      if (strlen (text) > 600)
        return FALSE;
      line = g_strndup (text, strcspn (text, "\n"));
      folded = lt_text_dup_folded (line);
      if (lt_import_text_is_footer (folded) && !is_duty_of_task (self, row, column)
          && (strstr (folded, ", ngay ") == NULL || lt_import_sheet_count_own (self->sheet, row, NULL) == 1))
        return TRUE;
      if (n > 3)
        return FALSE;
    }
  return FALSE;
}

/* Capitals alone under a column that tells who or when, behind the last row: whoever signs. */
static gboolean
is_signer (const Reader *self, guint row)
{
  guint column = 0;

  return lt_import_sheet_count_own (self->sheet, row, &column) == 1 && column > 0 && column != self->name
         && self->sheet->columns[column] != LT_IMPORT_COLUMN_NUMBER
         && self->sheet->columns[column] != LT_IMPORT_COLUMN_NAME
         && self->sheet->columns[column] != LT_IMPORT_COLUMN_OUTCOME
         && !lt_import_sheet_is_covered (self->sheet, row, self->name < self->sheet->n_columns ? self->name : 0)
         && is_capitals (get_own (self, row, column));
}

static gboolean
is_total (const Reader *self, guint row)
{
  static const char *const starts[] = { "tong cong", "tong so", "tong:", "cong:", "cong so", NULL };
  guint column = 0;
  g_autofree char *folded = NULL;

  /* Sums are nobody's task. */
  for (; column < self->sheet->n_columns; column++)
    if (is_duty (self->sheet->columns[column]) && g_unichar_isalpha (g_utf8_get_char (get_own (self, row, column)))
        && *get_own (self, row, self->name) != '\0')
      return FALSE;
  lt_import_sheet_count_own (self->sheet, row, &column);
  folded = dup_folded_own (self->sheet, row, column);
  return begins_with_any (folded, starts) || strcmp (folded, "tong") == 0 || strcmp (folded, "cong") == 0;
}

static gboolean
is_remark (const Reader *self, guint row)
{
  static const char *const starts[] = { "ghi chu", "chu thich", "luu y", "(*)", "* ", "ghi chu:", NULL };
  guint column = 0;
  g_autofree char *folded = NULL;

  if (lt_import_sheet_count_own (self->sheet, row, &column) != 1)
    return FALSE;
  folded = dup_folded_own (self->sheet, row, column);
  return begins_with_any (folded, starts);
}

/* Whether rows that stand for themselves follow. */
static gboolean
is_last_part (const Reader *self, guint row)
{
  guint number = lt_import_sheet_find_column (self->sheet, LT_IMPORT_COLUMN_NUMBER, 0);

  for (guint below = row + 1; below < self->sheet->n_rows; below++)
    {
      LtImportNumber read;
      const char *text = get_own (self, below, number);

      if (number == self->sheet->n_columns && *get_own (self, below, self->name) != '\0'
          && lt_import_sheet_count_own (self->sheet, below, NULL) >= 3)
        return FALSE;
      if (*text != '\0' && lt_import_number_read_count (text, &read)
          && lt_import_sheet_count_own (self->sheet, below, NULL) >= 3)
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_row_number (const Reader *self, guint row, LtImportNumber *number)
{
  const LtImportSheet *sheet = self->sheet;
  gboolean found = FALSE;

  for (guint column = 0; column < sheet->n_columns; column++)
    {
      const char *text;
      LtImportNumber own;

      if (!lt_import_sheet_counts_rows (sheet, column))
        continue;
      text = get_own (self, row, column);
      if (*text != '\0' && strlen (text) < 64 && lt_import_number_read_count (text, &own))
        {
          *number = own;
          found = TRUE;
        }
    }
  if (!found)
    {
      const char *code = get_own (self, row, lt_import_sheet_find_column (sheet, LT_IMPORT_COLUMN_CODE, 0));

      found = *code != '\0'
              && lt_import_sheet_find_column (sheet, LT_IMPORT_COLUMN_NUMBER, 0) == sheet->n_columns
              && lt_import_number_read (code, number);
    }
  return found;
}

static gboolean
has_duties (const Reader *self, guint row)
{
  for (guint column = 0; column < self->sheet->n_columns; column++)
    if ((is_duty (self->sheet->columns[column])
         || self->sheet->columns[column] == LT_IMPORT_COLUMN_OUTCOME)
        && column != self->name && *get_own (self, row, column) != '\0')
      return TRUE;
  return FALSE;
}

/* The only words of a row, besides its number. Returns n_columns if there are others. */
static guint
find_line (const Reader *self, guint row)
{
  const LtImportSheet *sheet = self->sheet;
  guint line = sheet->n_columns;

  for (guint column = 0; column < sheet->n_columns; column++)
    {
      const char *text = get_own (self, row, column);
      LtImportNumber number;

      if (*text == '\0'
          || (sheet->columns[column] == LT_IMPORT_COLUMN_NUMBER && strlen (text) < 64
              && lt_import_number_read_count (text, &number))
          || lt_import_sheet_is_code (sheet, row, column))
        continue;
      if (line < sheet->n_columns)
        return sheet->n_columns;
      line = column;
    }
  return line;
}

static gboolean
looks_like_group (const Reader *self, guint row, guint column)
{
  const LtCell *cell = lt_table_get_cell (self->sheet->table, row, column);

  if (g_utf8_strlen (cell->text, -1) > GROUP_CHARS_MAX)
    return FALSE;
  return (cell->column_span >= 3 && cell->column_span * 2 >= self->sheet->n_columns)
         || self->sheet->columns[column] == LT_IMPORT_COLUMN_NUMBER
         || self->sheet->columns[column] == LT_IMPORT_COLUMN_CODE
         || (cell->flags & LT_CELL_FLAG_BOLD) != 0 || is_capitals (cell->text);
}

/* Words alone in a row with numbered rows below are a heading, if they do not end a sentence. */
static gboolean
heads_numbers (const Reader *self, guint row, guint column)
{
  const char *text = get_own (self, row, column);
  gsize length = strlen (text);
  LtImportNumber number;

  if (length == 0 || strchr (".;", text[length - 1]) != NULL || length > GROUP_CHARS_MAX
      || lt_import_text_goes_on (text))
    return FALSE;
  for (guint below = row + 1; below < self->sheet->n_rows; below++)
    if (lt_import_sheet_count_own (self->sheet, below, NULL) > 0)
      return (read_row_number (self, below, &number) && number.kind == LT_NUMBERING_ARABIC)
             || (self->begins_with_line && column == self->name && has_duties (self, below)
                 && *get_own (self, below, self->name) != '\0')
             || (lt_import_number_measure (text, NULL) == 0 && has_duties (self, below)
                 && lt_import_number_measure (get_own (self, below, self->name), &number) > 0);
  return FALSE;
}

/* A number and words alone over rows that have who and when, but no number: they are its tasks. */
static gboolean
heads_unnumbered (const Reader *self, guint row)
{
  for (guint below = row + 1; below < self->sheet->n_rows; below++)
    {
      LtImportNumber number;

      if (lt_import_sheet_count_own (self->sheet, below, NULL) == 0)
        continue;
      return *get_own (self, below, self->name) != '\0' && has_duties (self, below) && self->name != self->outcome
             && !read_row_number (self, below, &number)
             && lt_import_number_measure (get_own (self, below, self->name), NULL) == 0;
    }
  return FALSE;
}

/* "các đơn vị" begins in small letters even where nothing was cut. */
static gboolean
begins_group_of_agencies (const char *text)
{
  return g_str_has_prefix (text, "các ") || g_str_has_prefix (text, "những ")
         || g_str_has_prefix (text, "toàn ") || g_str_has_prefix (text, "cơ quan ")
         || g_str_has_prefix (text, "đơn vị ");
}

static CellState
judge_cell (const Reader *self, guint row, guint column)
{
  const char *text = get_own (self, row, column);
  const char *above;
  LtImportColumn kind = self->sheet->columns[column];

  if (*text == '\0')
    return CELL_BLANK;
  if (self->last[column] >= self->sheet->n_rows)
    return CELL_FRESH;
  /* "1/" is no end that something must follow, and a line over most of the row goes on with no cell. */
  if (kind == LT_IMPORT_COLUMN_NUMBER
      || (self->sheet->n_columns > 2
          && lt_table_get_cell (self->sheet->table, row, column)->column_span * 2 >= self->sheet->n_columns))
    return CELL_FRESH;
  above = lt_import_sheet_get_own (self->sheet, self->last[column], column);
  if (lt_import_number_measure (text, NULL) > 0)
    return CELL_FRESH;
  if (lt_import_text_is_open (above))
    return CELL_GOES_ON;
  if (kind == LT_IMPORT_COLUMN_DEADLINE || kind == LT_IMPORT_COLUMN_START || kind == LT_IMPORT_COLUMN_PERIOD
      || kind == LT_IMPORT_COLUMN_STATE || kind == LT_IMPORT_COLUMN_PERCENT)
    return CELL_FRESH;
  if ((kind == LT_IMPORT_COLUMN_LEAD || kind == LT_IMPORT_COLUMN_COORDINATION)
      && begins_group_of_agencies (text))
    return CELL_FRESH;
  return lt_import_text_goes_on (text) ? CELL_GOES_ON : CELL_FRESH;
}

/* A row cut by the end of a page: nothing in it begins anew but results and notes. */
static gboolean
is_cut (const Reader *self, guint row)
{
  gboolean goes_on = FALSE;

  if (self->node >= self->sheet->n_rows)
    return FALSE;
  for (guint column = 0; column < self->sheet->n_columns; column++)
    {
      CellState state = judge_cell (self, row, column);
      LtImportColumn kind = self->sheet->columns[column];

      goes_on |= state == CELL_GOES_ON;
      if (state == CELL_FRESH && kind != LT_IMPORT_COLUMN_OUTCOME && kind != LT_IMPORT_COLUMN_NOTE)
        return FALSE;
      if (state == CELL_FRESH && kind == LT_IMPORT_COLUMN_OUTCOME && column == self->name)
        return FALSE;
    }
  return goes_on;
}

/* Lists for filtering repeat number and name in each row. */
static gboolean
repeats_node (const Reader *self, guint row)
{
  const LtImportSheet *sheet = self->sheet;
  guint number = lt_import_sheet_find_column (sheet, LT_IMPORT_COLUMN_NUMBER, 0);

  return self->node < sheet->n_rows && number < sheet->n_columns && self->name < sheet->n_columns
         && *get_own (self, row, self->name) != '\0' && *get_own (self, row, number) != '\0'
         && strcmp (get_own (self, row, self->name), get_own (self, self->node, self->name)) == 0
         && strcmp (get_own (self, row, number), get_own (self, self->node, number)) == 0;
}

static gboolean
is_number_covered (const Reader *self, guint row)
{
  guint number = lt_import_sheet_find_column (self->sheet, LT_IMPORT_COLUMN_NUMBER, 0);

  return number < self->sheet->n_columns && lt_import_sheet_is_covered (self->sheet, row, number);
}

/* "A | B | C", as a spreadsheet shows them above its cells. */
static gboolean
has_column_letters (const LtImportSheet *sheet, guint row)
{
  char letter = 'A';

  for (guint column = 0; column < sheet->n_columns; column++)
    {
      const char *text = lt_import_sheet_get_own (sheet, row, column);

      if (*text == '\0')
        continue;
      if (*text != letter || text[1] != '\0')
        return FALSE;
      letter++;
    }
  return letter >= 'D';
}

/* Then such lines are groups all the way down. */
static gboolean
begins_with_line (const Reader *self)
{
  const LtImportSheet *sheet = self->sheet;
  guint line = sheet->n_rows;

  if (self->name == self->outcome || self->name == sheet->n_columns
      || lt_import_sheet_find_column (sheet, LT_IMPORT_COLUMN_NUMBER, 0) < sheet->n_columns)
    return FALSE;
  for (guint row = sheet->body; row < sheet->n_rows; row++)
    {
      guint n = lt_import_sheet_count_own (sheet, row, NULL);

      if (n == 0 || lt_table_get_row_role (sheet->table, row) != LT_ROW_BODY || lt_import_sheet_is_heading (sheet, row))
        continue;
      if (line < sheet->n_rows)
        return *get_own (self, row, self->name) != '\0' && has_duties (self, row)
               && lt_import_number_measure (get_own (self, row, self->name), NULL) == 0;
      if (n > 1 || *get_own (self, row, self->name) == '\0'
          || lt_import_number_measure (get_own (self, row, self->name), NULL) > 0)
        return FALSE;
      line = row;
    }
  return FALSE;
}

static LtImportRowRole
judge_unnumbered (Reader *self, guint row, LtImportRow *result)
{
  const LtImportSheet *sheet = self->sheet;
  const char *name = get_own (self, row, self->name);
  guint line = find_line (self, row);
  const char *words = line < sheet->n_columns ? get_own (self, row, line) : name;

  result->rank = self->node < sheet->n_rows ? MAX (sheet->rows[self->node].rank, RANK_TASK) : RANK_TASK;
  if (self->name < sheet->n_columns && lt_import_sheet_is_covered (sheet, row, self->name))
    return is_cut (self, row) ? LT_IMPORT_ROW_CONTINUED : LT_IMPORT_ROW_OUTCOME;
  if (is_cut (self, row))
    return LT_IMPORT_ROW_CONTINUED;
  if (*words != '\0' && (line < sheet->n_columns || *name != '\0')
      && (line == self->name || line == sheet->n_columns || looks_like_group (self, row, line)
          || self->node >= sheet->n_rows)
      && !(self->name == self->outcome && is_number_covered (self, row)))
    {
      gsize length = lt_import_number_measure (words, &result->number);

      if (length == 0 && line < sheet->n_columns)
        length = lt_import_number_measure_part (words, &result->number);
      if (length > 0)
        {
          gboolean wide = line < sheet->n_columns && looks_like_group (self, row, line)
                          && !has_duties (self, row);

          result->rank = lt_import_number_get_rank (&result->number);
          if ((wide || (line < sheet->n_columns && heads_unnumbered (self, row))) && result->rank == RANK_TASK)
            result->rank = RANK_GROUP_LINE;
          return LT_IMPORT_ROW_ASSIGNMENT;
        }
      result->number = (LtImportNumber){ LT_NUMBERING_NONE, 0, 0 };
      if (line < sheet->n_columns)
        {
          if (looks_like_group (self, row, line) || heads_numbers (self, row, line))
            {
              result->rank = RANK_GROUP_LINE;
              return LT_IMPORT_ROW_ASSIGNMENT;
            }
          return self->node < sheet->n_rows && self->name != self->outcome ? LT_IMPORT_ROW_OUTCOME
                                                                           : LT_IMPORT_ROW_ASSIGNMENT;
        }
      return LT_IMPORT_ROW_ASSIGNMENT;
    }
  return self->node < sheet->n_rows ? LT_IMPORT_ROW_OUTCOME : LT_IMPORT_ROW_ASSIGNMENT;
}

static LtImportRowRole
judge_row (Reader *self, guint row, LtImportRow *result)
{
  LtImportSheet *sheet = self->sheet;
  LtImportNumber number = { LT_NUMBERING_NONE, 0, 0 };

  if (lt_table_get_row_role (sheet->table, row) == LT_ROW_PARAGRAPH)
    return LT_IMPORT_ROW_TEXT;
  if (lt_import_sheet_count_own (sheet, row, NULL) == 0
      || lt_table_get_row_role (sheet->table, row) == LT_ROW_HEADER
      || lt_import_sheet_is_heading (sheet, row) || is_page_number (sheet, row))
    return LT_IMPORT_ROW_REMNANT;
  if (self->footer)
    return LT_IMPORT_ROW_LEFT_OUT;
  if (read_row_number (self, row, &number))
    {
      guint line = find_line (self, row);

      result->number = number;
      result->rank = lt_import_number_get_rank (&number);
      if (repeats_node (self, row))
        return LT_IMPORT_ROW_OUTCOME;
      /* "1 | Nhóm nhiệm vụ …" in bold over rows that count from 1 again. */
      if (result->rank == RANK_TASK && number.kind == LT_NUMBERING_ARABIC && line < sheet->n_columns
          && lt_table_get_cell (sheet->table, row, line)->column_span >= 3
          && looks_like_group (self, row, line))
        result->rank = RANK_GROUP_LINE;
      if (result->rank == RANK_TASK && number.kind == LT_NUMBERING_ARABIC && line == self->name
          && line < sheet->n_columns && heads_unnumbered (self, row))
        result->rank = RANK_GROUP_LINE;
      return LT_IMPORT_ROW_ASSIGNMENT;
    }
  if (is_total (self, row))
    return LT_IMPORT_ROW_LEFT_OUT;
  if ((is_footer (self, row) || is_signer (self, row)) && is_last_part (self, row))
    {
      self->footer = TRUE;
      return LT_IMPORT_ROW_LEFT_OUT;
    }
  if (is_remark (self, row) && is_last_part (self, row))
    return LT_IMPORT_ROW_TEXT;
  return judge_unnumbered (self, row, result);
}

void
lt_import_sheet_name_rows (LtImportSheet *self)
{
  g_autofree guint *last = g_new (guint, self->n_columns + 1);
  Reader reader = { .sheet = self, .last = last, .node = self->n_rows };

  reader.name = lt_import_sheet_find_column (self, LT_IMPORT_COLUMN_NAME, 0);
  reader.outcome = lt_import_sheet_find_column (self, LT_IMPORT_COLUMN_OUTCOME, 0);
  if (reader.name == self->n_columns)
    reader.name = reader.outcome;
  for (guint column = 0; column < self->n_columns; column++)
    {
      last[column] = self->n_rows;
      self->merged[column] = FALSE;
      for (guint row = self->body; row < self->n_rows && !self->merged[column]; row++)
        self->merged[column] = lt_import_sheet_is_covered (self, row, column);
    }
  reader.begins_with_line = begins_with_line (&reader);
  for (guint row = 0; row < self->n_rows; row++)
    {
      LtImportRow *result = &self->rows[row];
      LtImportRowRole role;

      if (row == self->intro)
        {
          const char *words = lt_import_sheet_get_own (self, row, 0);

          result->rank = RANK_INTRO;
          lt_import_number_measure (words, &result->number);
          if (!result->by_hand)
            result->role = LT_IMPORT_ROW_GROUP;
          continue;
        }
      if (row < self->body)
        {
          if (!result->by_hand)
            result->role = row >= self->header && self->header < self->n_rows ? LT_IMPORT_ROW_HEADING
                           : has_column_letters (self, row) ? LT_IMPORT_ROW_REMNANT : LT_IMPORT_ROW_TEXT;
          continue;
        }
      result->number = (LtImportNumber){ LT_NUMBERING_NONE, 0, 0 };
      result->rank = RANK_TASK;
      role = judge_row (&reader, row, result);
      if (!result->by_hand)
        result->role = role;
      else if (result->role == LT_IMPORT_ROW_GROUP && result->rank >= RANK_TASK)
        result->rank = RANK_GROUP_LINE;
      else if (result->role == LT_IMPORT_ROW_ASSIGNMENT && result->rank < RANK_TASK)
        result->rank = RANK_TASK;
      if (result->role == LT_IMPORT_ROW_GROUP || result->role == LT_IMPORT_ROW_ASSIGNMENT)
        {
          reader.node = row;
          for (guint column = 0; column < self->n_columns; column++)
            last[column] = self->n_rows;
        }
      if (result->role >= LT_IMPORT_ROW_GROUP && result->role <= LT_IMPORT_ROW_CONTINUED)
        for (guint column = 0; column < self->n_columns; column++)
          if (*lt_import_sheet_get_own (self, row, column) != '\0')
            last[column] = row;
    }
}
