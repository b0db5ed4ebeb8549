/* SPDX-License-Identifier: MIT */
#include <math.h>

#include "exchange/lt-pdf-table.h"

/* Points that a gap between columns has at least. */
#define GAP_MIN 4.0

/* Words of a line that stand farther apart, in heights of letters, may be of two columns. */
#define APART 0.8

/* A line of that many parts may be one of a table. */
#define PARTS_MIN 3

/* Lines that may cross the gap between two columns: headings over all of them. */
#define CROSSING_SHARE 0.03

/* Gaps between rows, in points and against those between lines. */
#define ROW_GAP_MIN 1.5

/* A line that belongs to the one above it is no farther away than that many heights. */
#define FOLLOWING 1.5

/* The boxes of letters overlap a little from line to line; more is another column between them. */
#define OVERLAP 0.25

#define WIDTH_MAX 4000

typedef struct {
  double top, bottom;
  double lowest; /* of this and all lines above it */
  guint first, n;
  guint n_parts;
} Line;

typedef struct {
  GArray *words; /* (element-type LtPdfWord), sorted */
  GArray *lines; /* (element-type Line) */
  guint first, behind; /* lines of the table; the same if there is none */
} Page;

/* What no word crosses between two columns; a line may reach into it from either side. */
typedef struct {
  double from, to;
} Room;

/* How rows are told. */
typedef struct {
  GArray *columns; /* (element-type double), edges */
  GArray *fills;   /* (element-type double), by column */
  double gap;      /* wider ones are between rows */
  gboolean by_gaps; /* otherwise by the entries of the first column */
} Rows;

static void
free_page (gpointer data)
{
  Page *page = data;

  g_array_unref (page->words);
  g_array_unref (page->lines);
  g_free (page);
}

static LtPdfWord *
get_word (const Page *page, guint i)
{
  return &g_array_index (page->words, LtPdfWord, i);
}

static Line *
get_line (const Page *page, guint i)
{
  return &g_array_index (page->lines, Line, i);
}

static void
find_lines (Page *page)
{
  Line *line = NULL;

  for (guint i = 0; i < page->words->len; i++)
    {
      const LtPdfWord *word = get_word (page, i);
      double middle = (word->top + word->bottom) / 2;

      if (line != NULL && middle < line->bottom && middle < (line->top + line->bottom) / 2
                                                            + (line->bottom - line->top) / 2)
        {
          line->n_parts += word->left - get_word (page, i - 1)->right
                           > APART * (word->bottom - word->top);
          line->n++;
          line->bottom = MAX (line->bottom, word->bottom);
          continue;
        }
      {
        Line next = { word->top, word->bottom, 0, i, 1, 1 };

        g_array_append_val (page->lines, next);
        line = get_line (page, page->lines->len - 1);
      }
    }
}

static void
find_lowest (Page *page)
{
  double lowest = 0;

  for (guint i = 0; i < page->lines->len; i++)
    {
      lowest = MAX (lowest, get_line (page, i)->bottom);
      get_line (page, i)->lowest = lowest;
    }
}

/* From the first line that looks like one of a table to the last. */
static void
find_area (Page *page)
{
  page->first = page->lines->len;
  for (guint i = 0; i < page->lines->len; i++)
    if (get_line (page, i)->n_parts >= PARTS_MIN)
      {
        page->first = MIN (page->first, i);
        page->behind = i + 1;
      }
  if (page->first >= page->behind)
    {
      page->first = page->behind = 0;
      return;
    }
}

static Page *
new_page (const LtPdfPage *from)
{
  Page *page = g_new0 (Page, 1);

  page->words = g_array_copy (from->words);
  page->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  lt_pdf_sort_words (page->words);
  find_lines (page);
  find_lowest (page);
  find_area (page);
  return page;
}

/* How many lines have a word over each point of the width. */
static guint
cover (GPtrArray *pages, guint *counts)
{
  guint n_lines = 0;

  for (guint i = 0; i < pages->len; i++)
    {
      const Page *page = g_ptr_array_index (pages, i);

      for (guint j = page->first; j < page->behind; j++)
        {
          const Line *line = get_line (page, j);

          n_lines++;
          for (guint k = line->first; k < line->first + line->n; k++)
            {
              guint left = (guint) CLAMP (get_word (page, k)->left, 0, WIDTH_MAX - 1);
              guint right = (guint) CLAMP (get_word (page, k)->right, 0, WIDTH_MAX - 1);

              for (guint x = left; x <= right; x++)
                counts[x]++;
            }
        }
    }
  return n_lines;
}

/* The middle of what has the fewest words between @from and @to: one line may be a little longer than
 * all others. */
static double
find_emptiest (const guint *counts, int from, int to)
{
  int best = from;
  int best_length = 0;
  int length = 0;

  for (int x = from; x < to; x++)
    {
      length = x > from && counts[x] == counts[x - 1] ? length + 1 : 1;
      if (counts[x] < counts[best] || (counts[x] == counts[best] && length > best_length))
        {
          best = x;
          best_length = length;
        }
    }
  return best + 1 - best_length / 2.0;
}

/* Where columns begin, and where the last one ends. @rooms: around each of these. */
static GArray *
find_columns (GPtrArray *pages, GArray *rooms)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (double));
  g_autofree guint *counts = g_new0 (guint, WIDTH_MAX);
  guint n_crossing = (guint) (cover (pages, counts) * CROSSING_SHARE);
  int gap = -1; /* where it began */
  int last = -1; /* the last place with words */

  for (int x = 0; x < WIDTH_MAX; x++)
    {
      if (counts[x] <= n_crossing)
        {
          if (gap < 0)
            gap = x;
          continue;
        }
      if (last < 0 || x - gap >= GAP_MIN)
        {
          double edge = last < 0 ? x - GAP_MIN / 2 : gap < 0 ? x : find_emptiest (counts, gap, x);

          Room room = { last < 0 ? edge : gap, last < 0 ? edge : x };

          if (last < 0 || gap >= 0)
            {
              g_array_append_val (columns, edge);
              g_array_append_val (rooms, room);
            }
        }
      gap = -1;
      last = x;
    }
  if (last >= 0)
    {
      double edge = last + GAP_MIN;
      Room room = { edge, edge };

      g_array_append_val (columns, edge);
      g_array_append_val (rooms, room);
    }
  return columns;
}

/* How far the line lies below all that stands above it; less than nothing where columns are set
 * in the middle of their cells. */
static double
measure_gap (const Page *page, guint line)
{
  return get_line (page, line)->top - get_line (page, line - 1)->lowest;
}

/* No word stands where two columns meet. */
static gboolean
fits (const Page *page, const Line *line, GArray *columns, GArray *rooms)
{
  for (guint i = line->first; i < line->first + line->n; i++)
    {
      const LtPdfWord *word = get_word (page, i);
      const LtPdfWord *before = i > line->first ? get_word (page, i - 1) : NULL;

      for (guint j = 0; j < columns->len; j++)
        {
          double edge = g_array_index (columns, double, j);
          const Room *room = &g_array_index (rooms, Room, j);

          if ((word->left < edge && word->right > edge && word->right + GAP_MIN > room->to
               && word->left - GAP_MIN < room->from)
              || (before != NULL && before->right < edge && word->left > edge
                  && word->left - before->right < GAP_MIN))
            return FALSE;
        }
    }
  return get_word (page, line->first)->left >= g_array_index (columns, double, 0)
         && get_word (page, line->first + line->n - 1)->right
                <= g_array_index (columns, double, columns->len - 1);
}

/* Lines with words in one column only belong to the table as well, if they follow closely. */
static void
widen_area (Page *page, GArray *columns, GArray *rooms)
{
  if (page->first >= page->behind)
    return;
  for (; page->behind < page->lines->len; page->behind++)
    {
      const Line *line = get_line (page, page->behind);

      if (!fits (page, line, columns, rooms)
          || measure_gap (page, page->behind) > FOLLOWING * (line->bottom - line->top))
        break;
    }
  for (; page->first > 0; page->first--)
    {
      const Line *line = get_line (page, page->first - 1);
      if (!fits (page, line, columns, rooms)
          || measure_gap (page, page->first) > FOLLOWING * (line->bottom - line->top))
        break;
    }
}

/* Lines that came later may be longer than those that the columns were found by. */
static void
settle_columns (GPtrArray *pages, GArray *columns, GArray *rooms)
{
  g_autoptr (GArray) new_rooms = g_array_new (FALSE, FALSE, sizeof (Room));
  g_autoptr (GArray) edges = find_columns (pages, new_rooms);

  if (edges->len != columns->len)
    return;
  g_array_set_size (columns, 0);
  g_array_append_vals (columns, edges->data, edges->len);
  g_array_set_size (rooms, 0);
  g_array_append_vals (rooms, new_rooms->data, new_rooms->len);
}

static gboolean
has_first_column (const Page *page, const Line *line, double edge)
{
  return get_word (page, line->first)->left < edge;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return x < y ? -1 : x > y;
}

/* Between the lines of one row. */
static double
find_usual_gap (GPtrArray *pages)
{
  g_autoptr (GArray) gaps = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < pages->len; i++)
    {
      const Page *page = g_ptr_array_index (pages, i);

      for (guint j = page->first + 1; j < page->behind; j++)
        {
          double gap = measure_gap (page, j);

          if (gap > -OVERLAP * (get_line (page, j)->bottom - get_line (page, j)->top))
            g_array_append_val (gaps, gap);
        }
    }
  if (gaps->len == 0)
    return 0;
  g_array_sort (gaps, compare_doubles);
  return g_array_index (gaps, double, gaps->len / 3);
}

static void
count_entries (const Page *page, double edge, double row_gap, guint *n_pieces, guint *n_crowded,
               guint *n_all)
{
  guint n = 0;
  double last = -1; /* where the last entry ended */

  for (guint i = page->first; i < page->behind; i++)
    {
      const Line *line = get_line (page, i);

      if (i == page->first || measure_gap (page, i) > row_gap)
        {
          ++*n_pieces;
          n = 0;
          last = -1;
        }
      if (!has_first_column (page, line, edge))
        continue;
      /* Lines right below each other are one entry. */
      if (last < 0 || line->top - last > (line->bottom - line->top) / 2)
        {
          ++*n_all;
          *n_crowded += ++n == 2;
        }
      last = line->bottom;
    }
}

/* Whether hardly any piece between two wide gaps has more than one entry in the first column:
 * then rows are where the gaps are. */
static gboolean
are_gaps_rows (GPtrArray *pages, double edge, double row_gap)
{
  guint n_pieces = 0, n_crowded = 0, n_all = 0;

  for (guint i = 0; i < pages->len; i++)
    count_entries (g_ptr_array_index (pages, i), edge, row_gap, &n_pieces, &n_crowded, &n_all);
  return n_pieces > 1 && n_pieces * 2 >= n_all && n_crowded * 5 <= n_pieces;
}

static guint
find_column (GArray *columns, const LtPdfWord *word)
{
  guint column = 0;

  while (column + 2 < columns->len
         && (word->left + word->right) / 2 >= g_array_index (columns, double, column + 1))
    column++;
  return column;
}

/* What a wide gap sets apart is a row if it has an entry in the first column, or words in more than
 * one; otherwise it is one more paragraph of a cell. */
static gboolean
is_row (const Page *page, guint first, double row_gap, GArray *columns)
{
  guint known = columns->len;

  for (guint i = first; i < page->behind && (i == first || measure_gap (page, i) <= row_gap); i++)
    for (guint j = get_line (page, i)->first; j < get_line (page, i)->first + get_line (page, i)->n; j++)
      {
        guint column = find_column (columns, get_word (page, j));

        if (column == 0 || (known < columns->len && column != known))
          return TRUE;
        known = column;
      }
  return FALSE;
}

/* The rest of a cell below a repeated heading is not of the heading. */
static gboolean
follows_heading (const Page *page, guint line, const Rows *how)
{
  for (guint i = page->first + 1; i < line; i++)
    if (measure_gap (page, i) > how->gap)
      return FALSE;
  return is_row (page, page->first, how->gap, how->columns);
}

static gboolean
begins_row (const Page *page, guint i, const Rows *how)
{
  double edge = g_array_index (how->columns, double, 1);

  if (i == page->first)
    return TRUE;
  if (how->by_gaps && measure_gap (page, i) <= how->gap)
    return FALSE;
  if (how->by_gaps)
    return is_row (page, i, how->gap, how->columns) || follows_heading (page, i, how);
  return has_first_column (page, get_line (page, i), edge)
         && !has_first_column (page, get_line (page, i - 1), edge);
}

static GArray *
find_rows (const Page *page, const Rows *how)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (double));
  double end = get_line (page, page->behind - 1)->lowest + 1;

  for (guint i = page->first; i < page->behind; i++)
    {
      const Line *line = get_line (page, i);
      double top = i == page->first ? line->top - 1
                                    : (line->top + get_line (page, i - 1)->bottom) / 2;

      if (!begins_row (page, i, how))
        continue;
      if (rows->len > 0)
        top = MAX (top, g_array_index (rows, double, rows->len - 1));
      g_array_append_val (rows, top);
    }
  end = MAX (end, g_array_index (rows, double, rows->len - 1) + 1);
  g_array_append_val (rows, end);
  return rows;
}

static gboolean
is_page_number (const Page *page, const Line *line)
{
  const char *text = get_word (page, line->first)->text;

  return line->n == 1 && strspn (text, "0123456789-") == strlen (text);
}

/* What is left of the last row may be too little to look like a table: words in a column or two at the
 * head of the page that go on with a sentence. */
static void
find_rest_of_row (Page *page, const Page *before, GArray *columns, GArray *rooms)
{
  guint last = before->lines->len;
  guint first = 0;
  gboolean goes_on = FALSE;

  while (last > before->behind && is_page_number (before, get_line (before, last - 1)))
    last--;
  if (page->first < page->behind || before->first >= before->behind || before->behind < last)
    return;
  while (first < page->lines->len && is_page_number (page, get_line (page, first)))
    first++;
  page->first = page->behind = first;
  for (; page->behind < page->lines->len; page->behind++)
    {
      const Line *line = get_line (page, page->behind);

      if (!fits (page, line, columns, rooms) || has_first_column (page, line, g_array_index (columns, double, 1))
          || (page->behind > first
              && measure_gap (page, page->behind) > FOLLOWING * (line->bottom - line->top)))
        break;
      for (guint i = line->first; page->behind == first && i < line->first + line->n; i++)
        if (i == line->first
            || get_word (page, i)->left - get_word (page, i - 1)->right > APART * (line->bottom - line->top))
          goes_on |= g_unichar_islower (g_utf8_get_char (get_word (page, i)->text));
    }
  if (!goes_on)
    page->first = page->behind = 0;
}

/* How wide the lines of each column get, on all pages. */
static GArray *
measure_fills (GPtrArray *pages, GArray *columns, GArray *rooms)
{
  GArray *fills = g_array_sized_new (FALSE, TRUE, sizeof (double), columns->len);

  g_array_set_size (fills, columns->len);
  for (guint i = 0; i < pages->len; i++)
    {
      const Page *page = g_ptr_array_index (pages, i);

      for (guint j = page->first; j < page->behind; j++)
        {
          const Line *line = get_line (page, j);
          double left = 0;

          for (guint k = line->first; k < line->first + line->n && fits (page, line, columns, rooms); k++)
            {
              guint column = find_column (columns, get_word (page, k));
              double *fill = &g_array_index (fills, double, column);

              if (k == line->first || find_column (columns, get_word (page, k - 1)) != column)
                left = get_word (page, k)->left;
              *fill = MAX (*fill, get_word (page, k)->right - left);
            }
        }
    }
  return fills;
}

static LtPdfTable *
make_table (const Page *page, const Rows *how, GArray *rest)
{
  GArray *columns = how->columns;
  g_autoptr (LtPdfTable) table = lt_pdf_table_new ();
  guint n_columns = columns->len - 1;
  g_autofree guint *owners = NULL;
  guint n_rows;

  g_array_append_vals (table->columns, columns->data, columns->len);
  g_array_append_vals (table->fills, how->fills->data, how->fills->len);
  g_array_unref (table->rows);
  table->rows = find_rows (page, how);
  n_rows = table->rows->len - 1;
  owners = g_new (guint, n_columns * n_rows);
  for (guint i = 0; i < n_columns * n_rows; i++)
    {
      LtPdfCell cell = { i / n_columns, i % n_columns, 1, 1, NULL };

      owners[i] = i + 1;
      g_array_append_val (table->cells, cell);
    }
  for (guint i = 0; i < page->words->len; i++)
    if (!lt_pdf_table_take_word (table, owners, get_word (page, i)))
      g_array_append_vals (rest, get_word (page, i), 1);
  for (guint i = 0; i < table->cells->len; i++)
    if (g_array_index (table->cells, LtPdfCell, i).words != NULL)
      lt_pdf_sort_words (g_array_index (table->cells, LtPdfCell, i).words);
  return g_steal_pointer (&table);
}

static void
free_table (gpointer table)
{
  if (table != NULL)
    lt_pdf_table_free (table);
}

GPtrArray *
lt_pdf_find_bare_tables (LtPdfPages *from, GPtrArray *rests)
{
  GPtrArray *tables = g_ptr_array_new_with_free_func (free_table);
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func (free_page);
  g_autoptr (GArray) columns = NULL;
  g_autoptr (GArray) fills = NULL;
  g_autoptr (GArray) rooms = g_array_new (FALSE, FALSE, sizeof (Room));
  Rows how = { NULL };

  for (guint i = 0; i < from->pages->len; i++)
    g_ptr_array_add (pages, new_page (g_ptr_array_index (from->pages, i)));
  columns = find_columns (pages, rooms);
  how.columns = columns;
  if (columns->len > 2)
    {
      for (guint i = 0; i < pages->len; i++)
        widen_area (g_ptr_array_index (pages, i), columns, rooms);
      settle_columns (pages, columns, rooms);
      for (guint i = 1; i < pages->len; i++)
        find_rest_of_row (g_ptr_array_index (pages, i), g_ptr_array_index (pages, i - 1), columns, rooms);
      how.fills = fills = measure_fills (pages, columns, rooms);
      how.gap = find_usual_gap (pages) + ROW_GAP_MIN;
      how.by_gaps = are_gaps_rows (pages, g_array_index (columns, double, 1), how.gap);
    }
  for (guint i = 0; i < pages->len; i++)
    {
      const Page *page = g_ptr_array_index (pages, i);
      GArray *rest = g_array_new (FALSE, FALSE, sizeof (LtPdfWord));
      LtPdfTable *table = NULL;

      if (columns->len > 2 && page->behind > page->first)
        table = make_table (page, &how, rest);
      else
        g_array_append_vals (rest, page->words->data, page->words->len);
      g_ptr_array_add (tables, table);
      g_ptr_array_add (rests, rest);
    }
  return tables;
}
