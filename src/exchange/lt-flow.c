/* SPDX-License-Identifier: MIT */
#include "exchange/lt-flow.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "exchange/lt-grid.h"

#define COLUMNS_MAX 1024
#define ROWS_MAX 1000000

/* Lines between columns that lie closer together than that share of the width were meant
 * to be one: nobody makes so narrow a column, but a hand that moves a line does. */
#define SLIP 0.012

/* Tables that follow each other are one if their columns differ by no more than this. */
#define SAME_COLUMN 0.02

/* What a table in a cell needs for being more than words, and what frames it has less. */
#define INNER_COLUMNS_MIN 3
#define INNER_ROWS_MIN 3
#define FRAME_COLUMNS_MAX 2

/* Cells around each other whose words may stand before a table, and lines of these. */
#define FRAMES_MAX 4
#define WORDS_BEFORE_MAX 200

typedef struct {
  guint row;
  guint column;
  guint n_rows;
  guint n_columns;
} Merge;

typedef struct {
  double width;
  guint until;    /* the row in which the column is free again */
  guint merge;    /* the one that may go on below, counted from 1; 0 for none */
  gboolean alone; /* some cell is as wide as this column */
} Column;

typedef struct {
  char *text;
  gboolean bold;
} Paragraph;

typedef struct {
  LtGrid *grid;
  GArray *columns;    /* (element-type Column) */
  GArray *merges;     /* (element-type Merge) */
  GArray *lines;      /* (element-type guint), rows that are paragraphs */
  GPtrArray *inner;   /* (element-type LtTable), those in its cells */
  GString *flat;      /* the words of a table in a cell; NULL for the others */
  GString *text;      /* of the cell at work */
  gsize told;         /* so much of it stands before a table that was told with it */
  gboolean any_bold, any_plain;
  guint row;          /* of the grid */
  guint next_row;
  guint n_rows;       /* of the table */
  guint first_line;   /* row of the first paragraph before the table */
  guint n_lines;      /* rows that are kept free for them */
  guint column;
  guint cell_column;
  guint cell_merge;   /* counted from 1 */
  gboolean filled;    /* some cell has words */
  gboolean begun;     /* has a row */
  gboolean in_head;
  gboolean header;    /* the row at work */
  gboolean noted;     /* what the row is has been said */
  gboolean in_cell;
  gboolean unseen;    /* the cell at work */
} Frame;

struct _LtFlow {
  LtReading *reading;
  LtBudget *budget;
  GPtrArray *frames;     /* (element-type Frame), the innermost last */
  Frame *last;           /* the table that was ended last */
  GPtrArray *paragraphs; /* (element-type Paragraph), not yet in a table */
  GString *line;         /* the paragraph at work */
  GString *run;          /* its end, in letters of an old font */
  LtLegacy legacy;       /* of the run */
  gboolean any_bold, any_plain;
  guint n_tables;
};

static void
free_paragraph (gpointer data)
{
  Paragraph *paragraph = data;

  g_free (paragraph->text);
  g_free (paragraph);
}

static void
free_frame (gpointer data)
{
  Frame *frame = data;

  lt_grid_free (frame->grid);
  g_array_unref (frame->columns);
  g_array_unref (frame->merges);
  g_array_unref (frame->lines);
  g_ptr_array_unref (frame->inner);
  if (frame->flat != NULL)
    g_string_free (frame->flat, TRUE);
  g_string_free (frame->text, TRUE);
  g_free (frame);
}

static Frame *
new_frame (LtFlow *self)
{
  Frame *frame = g_new0 (Frame, 1);
  guint number = self->n_tables + 1;
  g_autofree char *name = NULL;

  if (self->frames->len > 0)
    {
      frame->flat = g_string_new (NULL);
      name = g_strdup_printf (_("Table inside table %u"), number);
    }
  else
    name = g_strdup_printf (_("Table %u"), number);
  frame->grid = lt_grid_new (name, self->budget);
  frame->columns = g_array_new (FALSE, TRUE, sizeof (Column));
  frame->merges = g_array_new (FALSE, FALSE, sizeof (Merge));
  frame->lines = g_array_new (FALSE, FALSE, sizeof (guint));
  frame->inner = g_ptr_array_new_with_free_func ((GDestroyNotify) lt_table_unref);
  frame->text = g_string_new (NULL);
  frame->in_head = TRUE;
  return frame;
}

static Frame *
get_frame (LtFlow *self)
{
  return self->frames->len > 0 ? g_ptr_array_index (self->frames, self->frames->len - 1) : NULL;
}

LtFlow *
lt_flow_new (LtReading *reading, LtBudget *budget)
{
  LtFlow *self = g_new0 (LtFlow, 1);

  self->reading = reading;
  self->budget = budget;
  self->frames = g_ptr_array_new_with_free_func (free_frame);
  self->paragraphs = g_ptr_array_new_with_free_func (free_paragraph);
  self->line = g_string_new (NULL);
  self->run = g_string_new (NULL);
  return self;
}

void
lt_flow_free (LtFlow *self)
{
  g_ptr_array_unref (self->frames);
  g_clear_pointer (&self->last, free_frame);
  g_ptr_array_unref (self->paragraphs);
  g_string_free (self->line, TRUE);
  g_string_free (self->run, TRUE);
  g_free (self);
}

static void
fail (LtXmlParser *parser, GError *error)
{
  if (error != NULL)
    lt_xml_parser_fail (parser, error);
}

static gboolean
is_blank (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isspace (text[i]))
      return FALSE;
  return TRUE;
}

/* Marks of an old font belong to letters that may stand in the run before them, so a
 * run is converted when the font changes. */
static void
flush_run (LtFlow *self, LtXmlParser *parser)
{
  g_autofree char *converted = NULL;

  if (self->run->len == 0 || !lt_xml_parser_take_text (parser, self->run->len * 4))
    return;
  converted = lt_legacy_dup_text (self->legacy, self->run->str);
  lt_xml_parser_append (parser, self->line, converted, strlen (converted));
  g_string_truncate (self->run, 0);
}

void
lt_flow_add_text (LtFlow *self, LtXmlParser *parser, const char *text, gsize length,
                  const LtFlowLook *look)
{
  g_autofree char *capitals = NULL;

  if (!is_blank (text, length))
    {
      self->any_bold |= look->bold;
      self->any_plain |= !look->bold;
    }
  if (look->legacy != self->legacy)
    {
      flush_run (self, parser);
      self->legacy = look->legacy;
    }
  if (look->legacy == LT_LEGACY_NONE && look->capitals)
    {
      text = capitals = g_utf8_strup (text, (gssize) length);
      length = strlen (capitals);
    }
  lt_xml_parser_append (parser, self->legacy == LT_LEGACY_NONE ? self->line : self->run, text, length);
}

static void
keep_paragraph (LtFlow *self, LtXmlParser *parser)
{
  Paragraph *paragraph;

  if (is_blank (self->line->str, self->line->len) || !lt_xml_parser_take_cells (parser, 1)
      || !lt_xml_parser_take_text (parser, self->line->len))
    return;
  paragraph = g_new0 (Paragraph, 1);
  paragraph->text = g_strdup (self->line->str);
  paragraph->bold = self->any_bold && !self->any_plain;
  g_ptr_array_add (self->paragraphs, paragraph);
}

void
lt_flow_end_paragraph (LtFlow *self, LtXmlParser *parser)
{
  Frame *frame = get_frame (self);

  flush_run (self, parser);
  if (frame == NULL || !frame->in_cell)
    keep_paragraph (self, parser);
  else if (!frame->unseen && self->line->len > 0)
    {
      if (frame->text->len > 0)
        lt_xml_parser_append (parser, frame->text, "\n", 1);
      lt_xml_parser_append (parser, frame->text, self->line->str, self->line->len);
      frame->any_bold |= self->any_bold;
      frame->any_plain |= self->any_plain;
    }
  g_string_truncate (self->line, 0);
  self->any_bold = self->any_plain = FALSE;
}

/* The words before a table in a cell are its own where the cell only frames it. */
static void
put_words_before (Frame *frame, LtXmlParser *parser, const char *words)
{
  g_auto (GStrv) lines = g_strsplit (words, "\n", -1);
  GError *error = NULL;

  for (guint i = 0; lines[i] != NULL && frame->next_row < WORDS_BEFORE_MAX; i++)
    {
      const char *text;

      if (is_blank (lines[i], strlen (lines[i])) || !lt_xml_parser_take_cells (parser, 1))
        continue;
      text = lt_grid_intern (frame->grid, lines[i], &error);
      if (text == NULL || *text == '\0')
        {
          fail (parser, error);
          continue;
        }
      lt_grid_set_row (frame->grid, frame->next_row, LT_ROW_PARAGRAPH, 0);
      lt_grid_put (frame->grid, frame->next_row, 0, text, 0);
      g_array_append_val (frame->lines, frame->next_row);
      frame->next_row++;
    }
}

void
lt_flow_begin_table (LtFlow *self, LtXmlParser *parser)
{
  Frame *frame;
  guint n = self->frames->len;

  lt_flow_end_paragraph (self, parser);
  frame = new_frame (self);
  for (guint i = n > FRAMES_MAX ? n - FRAMES_MAX : 0; i < n; i++)
    {
      const Frame *outer = g_ptr_array_index (self->frames, i);

      if (outer->in_cell && !outer->unseen)
        put_words_before (frame, parser, outer->text->str + outer->told);
    }
  g_ptr_array_add (self->frames, frame);
}

static Column *
get_column (Frame *frame, guint column)
{
  if (frame->columns->len <= column)
    g_array_set_size (frame->columns, column + 1);
  return &g_array_index (frame->columns, Column, column);
}

static gboolean
check_columns (LtXmlParser *parser, guint64 n)
{
  if (n <= COLUMNS_MAX)
    return TRUE;
  lt_xml_parser_fail (parser, g_error_new (LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_LIMIT,
                                           _("A table of the file has more than %d columns, which "
                                             "no plan needs; the file was not read."),
                                           COLUMNS_MAX));
  return FALSE;
}

void
lt_flow_add_column (LtFlow *self, LtXmlParser *parser, double width)
{
  Frame *frame = get_frame (self);

  if (frame == NULL || frame->begun || !lt_xml_parser_take_cells (parser, 1)
      || !check_columns (parser, frame->columns->len + 1))
    return;
  get_column (frame, frame->columns->len)->width = MAX (width, 0);
}

static double
measure (Frame *frame)
{
  double width = 0;

  for (guint i = 0; i < frame->columns->len; i++)
    width += g_array_index (frame->columns, Column, i).width;
  return width;
}

static gboolean
is_continued (LtFlow *self, Frame *frame)
{
  Frame *last = self->last;
  double width = measure (frame);

  if (last == NULL || self->paragraphs->len > 0 || frame->columns->len != last->columns->len
      || width <= 0)
    return FALSE;
  for (guint i = 0; i < frame->columns->len; i++)
    if (fabs (g_array_index (frame->columns, Column, i).width
              - g_array_index (last->columns, Column, i).width) > width * SAME_COLUMN)
      return FALSE;
  return TRUE;
}

/* As words of the table before it. */
static void
put_paragraphs (LtFlow *self, Frame *frame, guint row, guint n, GError **error)
{
  for (guint i = 0; i < n; i++, row++)
    {
      const Paragraph *paragraph = g_ptr_array_index (self->paragraphs, i);
      const char *text = lt_grid_intern (frame->grid, paragraph->text, error);

      if (text == NULL)
        return;
      if (*text == '\0')
        continue;
      lt_grid_set_row (frame->grid, row, LT_ROW_PARAGRAPH, 0);
      lt_grid_put (frame->grid, row, 0, text, paragraph->bold ? LT_CELL_FLAG_BOLD : 0);
      g_array_append_val (frame->lines, row);
    }
  if (n > 0)
    g_ptr_array_remove_range (self->paragraphs, 0, n);
}

/* Columns may be told apart only by the one cut of a row, and then by no other. */
static void
join_columns (Frame *frame)
{
  double width = measure (frame);

  for (guint i = 0; i + 1 < frame->columns->len; i++)
    {
      const Column *column = &g_array_index (frame->columns, Column, i);

      if (!column->alone && column->width > 0 && column->width < width * SLIP)
        lt_grid_join_column (frame->grid, i);
    }
}

static LtTable *
finish_frame (Frame *frame, GError **error)
{
  for (guint i = 0; i < frame->columns->len; i++)
    lt_grid_set_share (frame->grid, i, g_array_index (frame->columns, Column, i).width);
  for (guint i = 0; i < frame->lines->len; i++)
    lt_grid_span (frame->grid, g_array_index (frame->lines, guint, i), 0, 1, frame->columns->len);
  join_columns (frame);
  return lt_grid_finish (frame->grid, lt_grid_dup_number, error);
}

static gboolean
finish_last (LtFlow *self, GError **error)
{
  Frame *frame = self->last;
  LtTable *table = frame != NULL ? finish_frame (frame, error) : NULL;

  if (table != NULL)
    {
      lt_reading_add (self->reading, table);
      for (guint i = 0; i < frame->inner->len; i++)
        if (lt_table_get_n_columns (table) <= FRAME_COLUMNS_MAX)
          lt_reading_add (self->reading, lt_table_ref (g_ptr_array_index (frame->inner, i)));
    }
  g_clear_pointer (&self->last, free_frame);
  return frame == NULL || table != NULL;
}

/* Whether the table goes on with the one before it shows only when its columns are known. */
static Frame *
begin_rows (LtFlow *self)
{
  Frame *frame = get_frame (self);

  if (self->frames->len > 1)
    return frame;
  if (is_continued (self, frame))
    {
      g_ptr_array_set_size (self->frames, 0);
      frame = g_steal_pointer (&self->last);
      frame->in_head = TRUE;
      g_ptr_array_add (self->frames, frame);
      return frame;
    }
  frame->first_line = frame->next_row;
  frame->n_lines = self->paragraphs->len;
  frame->next_row += frame->n_lines;
  return frame;
}

void
lt_flow_begin_row (LtFlow *self, LtXmlParser *parser, gboolean header)
{
  Frame *frame = get_frame (self);

  if (frame == NULL || !lt_xml_parser_take_cells (parser, 1))
    return;
  lt_flow_end_paragraph (self, parser);
  if (!frame->begun)
    {
      frame = begin_rows (self);
      frame->begun = TRUE;
    }
  if (frame->next_row >= ROWS_MAX)
    return;
  frame->in_head &= header;
  frame->header = frame->in_head;
  frame->noted = FALSE;
  frame->row = frame->next_row++;
  frame->n_rows++;
  frame->column = 0;
}

void
lt_flow_skip_columns (LtFlow *self, LtXmlParser *parser, gint64 n)
{
  Frame *frame = get_frame (self);

  if (frame != NULL && n > 0 && check_columns (parser, frame->column + (guint64) n))
    frame->column += (guint) n;
}

static void
occupy (Frame *frame, LtFlowCell kind, guint n_columns, guint n_rows)
{
  Merge merge = { frame->row, frame->column, n_rows, n_columns };

  g_array_append_val (frame->merges, merge);
  frame->cell_merge = frame->merges->len;
  for (guint i = 0; i < n_columns; i++)
    {
      Column *column = get_column (frame, frame->column + i);

      column->until = MAX (column->until, frame->row + n_rows);
      column->merge = kind == LT_FLOW_CELL_MERGE ? frame->cell_merge : 0;
    }
  if (n_columns == 1)
    get_column (frame, frame->column)->alone = TRUE;
}

/* FALSE if there is nothing above that it could belong to. */
static gboolean
go_below (Frame *frame, guint n_columns)
{
  guint index = get_column (frame, frame->column)->merge;
  Merge *merge = index > 0 ? &g_array_index (frame->merges, Merge, index - 1) : NULL;

  if (merge == NULL || merge->column != frame->column || merge->n_columns != n_columns
      || merge->row + merge->n_rows != frame->row)
    return FALSE;
  merge->n_rows++;
  frame->cell_merge = index;
  return TRUE;
}

static void
widen (Frame *frame, guint n_columns)
{
  Merge *merge = frame->cell_merge > 0
                 ? &g_array_index (frame->merges, Merge, frame->cell_merge - 1) : NULL;

  if (merge != NULL && merge->row == frame->row && merge->column + merge->n_columns == frame->column)
    merge->n_columns += n_columns;
}

void
lt_flow_begin_cell (LtFlow *self, LtXmlParser *parser, LtFlowCell kind, gint64 n_columns,
                    gint64 n_rows)
{
  Frame *frame = get_frame (self);
  guint width = (guint) CLAMP (n_columns, 1, COLUMNS_MAX);
  guint height = n_rows == 0 ? ROWS_MAX : (guint) CLAMP (n_rows, 1, ROWS_MAX);

  if (frame == NULL || frame->in_cell || !lt_xml_parser_take_cells (parser, width))
    return;
  while (frame->column < frame->columns->len
         && get_column (frame, frame->column)->until > frame->row)
    frame->column++;
  if (!check_columns (parser, frame->column + (guint64) width))
    return;
  frame->unseen = FALSE;
  if (kind == LT_FLOW_CELL_BESIDE)
    {
      widen (frame, width);
      frame->unseen = TRUE;
    }
  else if (kind == LT_FLOW_CELL_BELOW && go_below (frame, width))
    frame->unseen = TRUE;
  else
    occupy (frame, kind == LT_FLOW_CELL_BELOW ? LT_FLOW_CELL_MERGE : kind, width, height);
  frame->in_cell = TRUE;
  frame->cell_column = frame->column;
  frame->column += width;
  frame->any_bold = frame->any_plain = FALSE;
  frame->told = 0;
  g_string_truncate (frame->text, 0);
}

static void
put_cell (LtFlow *self, Frame *frame, GError **error)
{
  const char *text = lt_grid_intern (frame->grid, frame->text->str, error);

  if (text == NULL || *text == '\0')
    return;
  if (!frame->filled && frame->flat == NULL)
    {
      if (!finish_last (self, error))
        return;
      self->n_tables++;
      put_paragraphs (self, frame, frame->first_line, frame->n_lines, error);
    }
  frame->filled = TRUE;
  if (!frame->noted)
    lt_grid_set_row (frame->grid, frame->row, frame->header ? LT_ROW_HEADER : LT_ROW_BODY,
                     frame->n_rows);
  frame->noted = TRUE;
  lt_grid_put (frame->grid, frame->row, frame->cell_column, text,
               frame->any_bold && !frame->any_plain ? LT_CELL_FLAG_BOLD : 0);
}

void
lt_flow_end_cell (LtFlow *self, LtXmlParser *parser)
{
  Frame *frame = get_frame (self);
  GError *error = NULL;

  if (frame == NULL || !frame->in_cell)
    return;
  lt_flow_end_paragraph (self, parser);
  frame->in_cell = FALSE;
  if (frame->unseen || frame->text->len == 0)
    return;
  put_cell (self, frame, &error);
  fail (parser, error);
  if (frame->flat != NULL && !is_blank (frame->text->str, frame->text->len))
    {
      if (frame->flat->len > 0 && frame->flat->str[frame->flat->len - 1] != '\n')
        lt_xml_parser_append (parser, frame->flat, " ", 1);
      lt_xml_parser_append (parser, frame->flat, frame->text->str, frame->text->len);
    }
}

void
lt_flow_end_row (LtFlow *self, LtXmlParser *parser)
{
  Frame *frame = get_frame (self);

  if (frame == NULL)
    return;
  lt_flow_end_paragraph (self, parser);
  if (frame->flat != NULL && frame->flat->len > 0)
    lt_xml_parser_append (parser, frame->flat, "\n", 1);
}

static void
end_inner_table (LtFlow *self, LtXmlParser *parser, Frame *inner)
{
  Frame *outer = get_frame (self);
  GError *error = NULL;
  LtTable *table = finish_frame (inner, &error);

  fail (parser, error);
  if (outer->in_cell && !outer->unseen && inner->flat->len > 0
      && lt_xml_parser_take_text (parser, inner->flat->len))
    {
      if (outer->text->len > 0)
        lt_xml_parser_append (parser, outer->text, "\n", 1);
      lt_xml_parser_append (parser, outer->text, inner->flat->str, inner->flat->len);
      outer->any_plain = TRUE;
    }
  if (table != NULL && lt_table_get_n_columns (table) >= INNER_COLUMNS_MIN
      && inner->n_rows >= INNER_ROWS_MIN)
    {
      g_ptr_array_add (((Frame *) g_ptr_array_index (self->frames, 0))->inner, table);
      for (guint i = 0; i < self->frames->len; i++)
        {
          Frame *frame = g_ptr_array_index (self->frames, i);

          frame->told = frame->text->len;
        }
    }
  else
    g_clear_pointer (&table, lt_table_unref);
}

static void
put_spans (Frame *frame)
{
  for (guint i = 0; i < frame->merges->len; i++)
    {
      const Merge *merge = &g_array_index (frame->merges, Merge, i);

      lt_grid_span (frame->grid, merge->row, merge->column,
                    MIN (merge->n_rows, frame->next_row - merge->row), merge->n_columns);
    }
  g_array_set_size (frame->merges, 0);
  frame->cell_merge = 0;
  for (guint i = 0; i < frame->columns->len; i++)
    get_column (frame, i)->until = get_column (frame, i)->merge = 0;
}

void
lt_flow_end_table (LtFlow *self, LtXmlParser *parser)
{
  Frame *frame = get_frame (self);

  if (frame == NULL)
    return;
  lt_flow_end_cell (self, parser);
  lt_flow_end_paragraph (self, parser);
  put_spans (frame);
  g_ptr_array_steal_index (self->frames, self->frames->len - 1);
  if (frame->flat != NULL)
    {
      end_inner_table (self, parser, frame);
      free_frame (frame);
    }
  else if (frame->filled)
    self->last = frame;
  else
    free_frame (frame);
}

gboolean
lt_flow_finish (LtFlow *self, GError **error)
{
  GError *failure = NULL;

  if (self->last != NULL)
    put_paragraphs (self, self->last, self->last->next_row, self->paragraphs->len, &failure);
  if (failure == NULL)
    return finish_last (self, error);
  g_propagate_error (error, failure);
  return FALSE;
}

guint
lt_flow_get_depth (LtFlow *self)
{
  return self->frames->len;
}
