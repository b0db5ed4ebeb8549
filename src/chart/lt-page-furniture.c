/* SPDX-License-Identifier: MIT */
#include "chart/lt-page-furniture.h"

#define TITLE_LINE 15.0
#define TITLE_LINES_MAX 3
#define ISSUE_LINE 12.0
#define HEAD_GAP 6.0
#define FOOT_GAP 5.0
#define FOOT_LINE 12.0
#define NAME_GAP 12.0
#define ARROW 4.0

struct _LtPageFurniture {
  char *title;
  char *issue;
  char *subset;
  char *note;
  LtChartText *text;
  const LtPalette *palette;
  LtLegend *legend;
  double width;
  guint title_lines;
};

typedef struct {
  guint column;
  guint row;
  guint across;
  guint down;
} Tile;

typedef struct {
  int x; /* where a neighbour lies */
  int y;
} Direction;

/* "B3": second from the left, third from the top. */
static char *
dup_tile_name (guint column, guint row)
{
  char letters[8] = "";
  guint length = sizeof letters - 1;

  do
    {
      letters[--length] = (char) ('A' + column % 26);
      column = column / 26;
    }
  while (column-- > 0);
  return g_strdup_printf ("%s%u", letters + length, row + 1);
}

static void
draw_centered (LtPageFurniture *self, cairo_t *cr, LtChartFace face, const char *text,
               double middle)
{
  double width = lt_chart_text_get_width (self->text, face, text, -1);

  lt_chart_text_draw_in (self->text, cr, face, text, MAX ((self->width - width) / 2, 0), middle,
                         self->width);
}

static gboolean
has_neighbour (const Tile *tile, Direction to)
{
  if (to.x != 0)
    return to.x < 0 ? tile->column > 0 : tile->column + 1 < tile->across;
  return to.y < 0 ? tile->row > 0 : tile->row + 1 < tile->down;
}

static void
draw_arrow (cairo_t *cr, Direction to, double x, double y)
{
  double back = -ARROW / 2;

  cairo_move_to (cr, x + to.x * ARROW, y + to.y * ARROW);
  cairo_line_to (cr, x + to.x * back + to.y * ARROW, y + to.y * back + to.x * ARROW);
  cairo_line_to (cr, x + to.x * back - to.y * ARROW, y + to.y * back - to.x * ARROW);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static double
draw_name (LtPageFurniture *self, cairo_t *cr, const char *name, double x, double middle)
{
  lt_chart_text_draw (self->text, cr, LT_CHART_FACE_NOTE, name, -1, FALSE, x, middle);
  return x + lt_chart_text_get_width (self->text, LT_CHART_FACE_NOTE, name, -1);
}

/* Which part of a chart that is several pages wide, and what lies around it. */
static void
draw_tile_mark (LtPageFurniture *self, cairo_t *cr, const Tile *tile, double middle)
{
  static const Direction directions[] = { { -1, 0 }, { 1, 0 }, { 0, -1 }, { 0, 1 } };
  g_autofree char *name = dup_tile_name (tile->column, tile->row);
  g_autofree char *last = dup_tile_name (tile->across - 1, tile->down - 1);
  g_autofree char *words = g_strdup_printf ("Mảnh %s/%s", name, last);
  double x = draw_name (self, cr, words, self->width * 0.4, middle);

  for (guint i = 0; i < G_N_ELEMENTS (directions); i++)
    {
      Direction to = directions[i];
      g_autofree char *neighbour = NULL;

      if (!has_neighbour (tile, to))
        continue;
      neighbour = dup_tile_name (tile->column + (guint) to.x, tile->row + (guint) to.y);
      draw_arrow (cr, to, x + NAME_GAP + ARROW, middle);
      x = draw_name (self, cr, neighbour, x + NAME_GAP + 2 * ARROW + 3, middle);
    }
}

LtPageFurniture *
lt_page_furniture_new (const char *title, const char *issue, const char *subset, const char *note,
                       LtLegend *legend, LtChartText *text, const LtPalette *palette, double width)
{
  LtPageFurniture *self = g_new0 (LtPageFurniture, 1);

  self->title = g_strdup (title);
  self->issue = g_strdup (issue);
  self->subset = g_strdup (subset);
  self->note = g_strdup (note);
  self->text = text;
  self->palette = palette;
  self->width = width;
  self->title_lines = lt_chart_text_wrap (text, LT_CHART_FACE_TITLE, title, width, TITLE_LINES_MAX, NULL);
  self->legend = legend;
  return self;
}

void
lt_page_furniture_free (LtPageFurniture *self)
{
  lt_legend_free (self->legend);
  g_free (self->title);
  g_free (self->issue);
  g_free (self->subset);
  g_free (self->note);
  g_free (self);
}

double
lt_page_furniture_get_head_height (LtPageFurniture *self)
{
  return self->title_lines * TITLE_LINE
         + (*self->issue ? ISSUE_LINE : 0) + (*self->subset ? ISSUE_LINE : 0) + HEAD_GAP;
}

double
lt_page_furniture_get_foot_height (LtPageFurniture *self)
{
  return FOOT_GAP + lt_legend_get_height (self->legend) + FOOT_LINE;
}

void
lt_page_furniture_draw_head (LtPageFurniture *self, cairo_t *cr)
{
  const char *title = self->title;
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (LtTextLine));

  lt_color_set (&self->palette->text, cr);
  lt_chart_text_wrap (self->text, LT_CHART_FACE_TITLE, title, self->width, TITLE_LINES_MAX, lines);
  for (guint i = 0; i < lines->len; i++)
    {
      const LtTextLine *line = &g_array_index (lines, LtTextLine, i);
      g_autofree char *words = g_strdup_printf ("%.*s%s", (int) line->length, title + line->start,
                                                line->cut ? "…" : "");

      draw_centered (self, cr, LT_CHART_FACE_TITLE, words, (i + 0.5) * TITLE_LINE);
    }
  draw_centered (self, cr, LT_CHART_FACE_ITALIC, self->issue,
                 self->title_lines * TITLE_LINE + ISSUE_LINE / 2);
  draw_centered (self, cr, LT_CHART_FACE_ITALIC, self->subset,
                 self->title_lines * TITLE_LINE + ISSUE_LINE / 2 + (*self->issue ? ISSUE_LINE : 0));
}

void
lt_page_furniture_draw_foot (LtPageFurniture *self, cairo_t *cr, guint page, guint across,
                                 guint down)
{
  Tile tile = { page % across, page / across, across, down };
  g_autofree char *number = g_strdup_printf ("Trang %u/%u", page + 1, across * down);
  double middle = FOOT_GAP + lt_legend_get_height (self->legend) + FOOT_LINE / 2;

  cairo_save (cr);
  cairo_translate (cr, 0, FOOT_GAP);
  lt_legend_draw (self->legend, cr);
  cairo_restore (cr);
  lt_color_set (&self->palette->text, cr);
  draw_name (self, cr, self->note, 0, middle);
  if (across > 1)
    draw_tile_mark (self, cr, &tile, middle);
  draw_name (self, cr, number,
             self->width - lt_chart_text_get_width (self->text, LT_CHART_FACE_NOTE, number, -1),
             middle);
}
