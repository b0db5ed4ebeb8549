/* SPDX-License-Identifier: MIT */
#include "chart/lt-overview-chart-private.h"
#include "chart/lt-timeline-draw-private.h"

#define FIGURE_SCALE 1.9
#define PADDING 8.0
#define STRIPE 3.0
#define PATH_WIDTH 34.0
#define DUE_WIDTH 118.0

typedef enum {
  TO_LEFT,
  TO_CENTER,
  TO_RIGHT,
} Side;

typedef struct {
  LtOverviewChart *chart;
  cairo_t *cr;
  const LtPalette *palette;
  const LtOverviewBlock *block;
} Brush;

static void
put (const Brush *brush, LtChartFace face, const LtColor *color, const char *words, const LtRect *place, Side side)
{
  LtChartText *text = brush->chart->text;
  double width = lt_chart_text_get_width (text, face, words, -1);
  double x = place->x;

  if (side == TO_RIGHT)
    x = MAX (place->x, place->x + place->width - width);
  else if (side == TO_CENTER)
    x = MAX (place->x, place->x + (place->width - width) / 2);
  lt_color_set (color, brush->cr);
  lt_chart_text_draw_in (text, brush->cr, face, words, x, place->y + place->height / 2, place->width);
}

static void
put_number (const Brush *brush, LtChartFace face, const LtColor *color, guint number, const LtRect *place, Side side)
{
  g_autofree char *words = g_strdup_printf ("%u", number);

  put (brush, face, color, words, place, side);
}

static void
fill (const Brush *brush, const LtColor *color, const LtRect *rect)
{
  lt_color_set (color, brush->cr);
  cairo_rectangle (brush->cr, rect->x, rect->y, rect->width, rect->height);
  cairo_fill (brush->cr);
}

static void
draw_line_below (const Brush *brush, const LtColor *color, const LtRect *rect)
{
  lt_color_set (color, brush->cr);
  cairo_set_line_width (brush->cr, 0.6);
  cairo_move_to (brush->cr, rect->x, rect->y + rect->height);
  cairo_line_to (brush->cr, rect->x + rect->width, rect->y + rect->height);
  cairo_stroke (brush->cr);
}

static const LtColor *
get_tile_edge (const LtPalette *palette, LtOverviewTile tile)
{
  switch (tile)
    {
    case OVERVIEW_TILE_FINISHED:
      return &palette->bars[LT_TIMELINESS_DONE_ON_TIME].edge;
    case OVERVIEW_TILE_ON_TRACK:
      return &palette->bars[LT_TIMELINESS_ON_TRACK].edge;
    case OVERVIEW_TILE_DUE_SOON:
      return &palette->bars[LT_TIMELINESS_DUE_SOON].edge;
    case OVERVIEW_TILE_OVERDUE:
      return &palette->bars[LT_TIMELINESS_OVERDUE].edge;
    case OVERVIEW_TILE_ALL:
    case OVERVIEW_N_TILES:
    default:
      return &palette->summary;
    }
}

/* "+2 so với 30/9/2024": what became of a figure. */
static char *
dup_difference (LtOverviewChart *chart, LtOverviewTile tile)
{
  guint now = _lt_overview_get_tile_count (lt_overview_get_tally (chart->overview), tile);
  guint before = _lt_overview_get_tile_count (lt_overview_get_tally_before (chart->overview), tile);
  g_autofree char *since = lt_day_dup_official (lt_overview_get_since (chart->overview));

  if (now == before)
    return g_strdup_printf ("như ngày %s", since);
  return g_strdup_printf ("%s%u so với %s", now > before ? "+" : "−", now > before ? now - before : before - now,
                          since);
}

static void
draw_figure (const Brush *brush, const char *words, double x, double middle, const LtColor *color)
{
  cairo_save (brush->cr);
  cairo_translate (brush->cr, x, middle);
  cairo_scale (brush->cr, FIGURE_SCALE, FIGURE_SCALE);
  lt_color_set (color, brush->cr);
  lt_chart_text_draw (brush->chart->text, brush->cr, LT_CHART_FACE_TITLE, words, -1, FALSE, 0, 0);
  cairo_restore (brush->cr);
}

static void
draw_tile (const Brush *brush)
{
  const LtRect *rect = &brush->block->rect;
  LtOverviewTile tile = brush->block->index;
  const LtTally *tally = lt_overview_get_tally (brush->chart->overview);
  guint count = _lt_overview_get_tile_count (tally, tile);
  g_autofree char *figure = g_strdup_printf ("%u", count);
  const LtColor *edge = get_tile_edge (brush->palette, tile);
  LtRect stripe = { rect->x, rect->y, STRIPE, rect->height };
  LtRect caption = { rect->x + STRIPE + PADDING, rect->y + rect->height - 18, rect->width - STRIPE - 2 * PADDING, 12 };
  LtRect beside = { 0 };

  fill (brush, &brush->palette->header_ground, rect);
  fill (brush, edge, &stripe);
  draw_figure (brush, figure, caption.x, rect->y + 19, count > 0 && tile != OVERVIEW_TILE_ALL ? edge : &brush->palette->text);
  put (brush, LT_CHART_FACE_BODY, &brush->palette->text, brush->block->words, &caption, TO_LEFT);
  beside = (LtRect) { caption.x + 40, rect->y + 12, caption.width - 40, 12 };
  if (lt_overview_get_since (brush->chart->overview) != LT_DAY_NONE)
    {
      g_autofree char *difference = dup_difference (brush->chart, tile);

      put (brush, LT_CHART_FACE_NOTE, &brush->palette->dim_text, difference, &beside, TO_RIGHT);
    }
  else if (tile != OVERVIEW_TILE_ALL && tally->n > 0)
    {
      g_autofree char *share = g_strdup_printf ("%.0f%%", 100.0 * count / tally->n);

      put (brush, LT_CHART_FACE_BODY, &brush->palette->dim_text, share, &beside, TO_RIGHT);
    }
}

static void
draw_heading (const Brush *brush)
{
  LtRect place = brush->block->rect;

  place.height -= 4;
  put (brush, LT_CHART_FACE_BOLD, &brush->palette->text, brush->block->words, &place, TO_LEFT);
  draw_line_below (brush, &brush->palette->strong_line, &place);
}

/* A title over a narrow column, on two lines where one is too short. */
static void
draw_column_title (const Brush *brush, const char *title, const LtRect *cell)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (LtTextLine));
  double top;

  lt_chart_text_wrap (brush->chart->text, LT_CHART_FACE_BODY, title, cell->width - 2, 2, lines);
  top = cell->y + (cell->height - lines->len * LT_CHART_LINE_HEIGHT) / 2;
  for (guint i = 0; i < lines->len; i++)
    {
      const LtTextLine *line = &g_array_index (lines, LtTextLine, i);
      g_autofree char *words = g_strdup_printf ("%.*s%s", (int) line->length, title + line->start,
                                                line->cut ? "…" : "");
      LtRect place = { cell->x, top + i * LT_CHART_LINE_HEIGHT, cell->width, LT_CHART_LINE_HEIGHT };

      put (brush, LT_CHART_FACE_BODY, &brush->palette->dim_text, words, &place, TO_CENTER);
    }
}

static void
draw_grid_head (const Brush *brush)
{
  for (guint i = 0; i <= LT_N_TIMELINESS; i++)
    {
      LtRect cell;

      _lt_overview_get_grid_cell (&brush->block->rect, i, &cell);
      draw_column_title (brush, i < LT_N_TIMELINESS ? lt_timeliness_get_official ((LtTimeliness) i) : "cộng", &cell);
    }
}

static void
draw_grid_row (const Brush *brush)
{
  const LtTally *tally = lt_overview_get_tally (brush->chart->overview);
  guint state = brush->block->index;
  gboolean total = state == LT_N_STATES;
  LtRect name = brush->block->rect;
  LtRect cell;

  _lt_overview_get_grid_cell (&brush->block->rect, 0, &cell);
  name.width = cell.x - name.x - 2;
  put (brush, total ? LT_CHART_FACE_BOLD : LT_CHART_FACE_BODY, &brush->palette->text,
       total ? "Cộng" : lt_state_get_official ((LtState) state), &name, TO_LEFT);
  for (guint i = 0; i <= LT_N_TIMELINESS; i++)
    {
      gboolean sum = total || i == LT_N_TIMELINESS;
      guint count = total ? (i == LT_N_TIMELINESS ? tally->n : tally->by_timeliness[i])
                    : i == LT_N_TIMELINESS ? tally->by_state[state]
                                           : tally->cells[state][i];
      LtRect box;

      _lt_overview_get_grid_cell (&brush->block->rect, i, &cell);
      box = (LtRect) { cell.x + 1.5, cell.y + 1.5, cell.width - 3, cell.height - 3 };
      if (count > 0 && !sum)
        _lt_timeline_draw_span (brush->cr, &brush->palette->bars[i], &box, 0, 0);
      if (count > 0 && !sum && _lt_pattern_has_lines (brush->palette->bars[i].pattern))
        {
          LtRect plate = { cell.x + cell.width / 2 - 9, box.y + 1.5, 18, box.height - 3 };

          fill (brush, &brush->palette->bars[i].fill, &plate);
        }
      if (count > 0)
        put_number (brush, sum ? LT_CHART_FACE_BOLD : LT_CHART_FACE_BODY, &brush->palette->text, count, &cell,
                    TO_CENTER);
      else
        put (brush, LT_CHART_FACE_BODY, &brush->palette->dim_text, "–", &cell, TO_CENTER);
    }
  if (state + 1 >= LT_N_STATES)
    draw_line_below (brush, &brush->palette->line, &brush->block->rect);
}

static char *
dup_lead_and_words (const LtOverviewRow *row)
{
  g_autofree char *words = lt_assignment_dup_outcome_lines (row->assignment);
  const char *lead = lt_assignment_get_lead_words (row->assignment);
  char *all = *lead ? g_strdup_printf ("%s: %s", lead, words) : g_steal_pointer (&words);

  return g_strdelimit (all, "\n", ' ');
}

static void
draw_row (const Brush *brush)
{
  const LtOverviewRow *row = lt_overview_get_row (brush->chart->overview, brush->block->index);
  const LtRect *rect = &brush->block->rect;
  g_autofree char *path = lt_item_dup_path (LT_ITEM (row->assignment));
  g_autofree char *due = _lt_overview_dup_due_words (brush->chart, row);
  g_autofree char *words = dup_lead_and_words (row);
  LtRect path_place = { rect->x, rect->y, PATH_WIDTH - 4, rect->height };
  LtRect due_place = { rect->x + PATH_WIDTH, rect->y, DUE_WIDTH - 6, rect->height };
  LtRect words_place = { rect->x + PATH_WIDTH + DUE_WIDTH, rect->y, rect->width - PATH_WIDTH - DUE_WIDTH, rect->height };
  const LtColor *color = &brush->palette->text;

  if (row->now.timeliness == LT_TIMELINESS_OVERDUE || row->now.timeliness == LT_TIMELINESS_DUE_SOON)
    color = &brush->palette->bars[row->now.timeliness].edge;
  put (brush, LT_CHART_FACE_BOLD, &brush->palette->text, path, &path_place, TO_LEFT);
  put (brush, LT_CHART_FACE_BODY, color, due, &due_place, TO_LEFT);
  put (brush, LT_CHART_FACE_BODY, &brush->palette->text, words, &words_place, TO_LEFT);
}

static void
draw_change (const Brush *brush)
{
  const LtOverviewRow *row = lt_overview_get_row (brush->chart->overview, brush->block->index);
  const LtRect *rect = &brush->block->rect;
  g_autofree char *path = lt_item_dup_path (LT_ITEM (row->assignment));
  gboolean other_state = row->before.state != row->now.state;
  g_autofree char *words = g_strdup_printf (
      "%s → %s",
      other_state ? lt_state_get_official (row->before.state) : lt_timeliness_get_official (row->before.timeliness),
      other_state ? lt_state_get_official (row->now.state) : lt_timeliness_get_official (row->now.timeliness));
  LtRect path_place = { rect->x, rect->y, PATH_WIDTH - 4, rect->height };
  LtRect words_place = { rect->x + PATH_WIDTH, rect->y, rect->width - PATH_WIDTH, rect->height };

  put (brush, LT_CHART_FACE_BOLD, &brush->palette->text, path, &path_place, TO_LEFT);
  put (brush, LT_CHART_FACE_BODY, &brush->palette->text, words, &words_place, TO_LEFT);
}

static void
draw_part (const Brush *brush, LtTimeliness timeliness, guint count, const LtRect *part)
{
  const LtBarStyle *style = &brush->palette->bars[timeliness];
  g_autofree char *figure = g_strdup_printf ("%u", count);
  double needed = lt_chart_text_get_width (brush->chart->text, LT_CHART_FACE_BODY, figure, -1) + 4;

  _lt_timeline_draw_span (brush->cr, style, part, 0, 0);
  if (part->width < needed)
    return;
  if (_lt_pattern_has_lines (style->pattern))
    {
      LtRect plate = { part->x + (part->width - needed) / 2, part->y + 1, needed, part->height - 2 };

      fill (brush, &style->fill, &plate);
    }
  put (brush, LT_CHART_FACE_BODY, &brush->palette->text, figure, part, TO_CENTER);
}

static void
draw_bar (const Brush *brush, const char *name, const LtTally *tally, gboolean dim)
{
  const LtRect *rect = &brush->block->rect;
  LtRect bar;
  LtRect name_place = *rect;
  LtRect count_place = *rect;
  double x;

  _lt_overview_get_bar (rect, &bar);
  name_place.width = bar.x - rect->x - 8;
  put (brush, dim ? LT_CHART_FACE_ITALIC : LT_CHART_FACE_BODY, &brush->palette->text, name, &name_place, TO_LEFT);
  x = bar.x;
  for (guint i = 0; i < LT_N_TIMELINESS; i++)
    {
      LtTimeliness timeliness = _lt_overview_order[i];
      guint count = tally->by_timeliness[timeliness];
      LtRect part = { x, bar.y, bar.width * count / MAX (brush->chart->most, 1), bar.height };

      if (count > 0)
        draw_part (brush, timeliness, count, &part);
      x += part.width;
    }
  count_place.x = x + 5;
  count_place.width = rect->x + rect->width - count_place.x;
  put_number (brush, LT_CHART_FACE_BOLD, &brush->palette->text, tally->n, &count_place, TO_LEFT);
}

static void
draw_legend (const Brush *brush)
{
  const LtRect *rect = &brush->block->rect;
  double x = rect->x;
  double y = rect->y;

  for (guint i = 0; i < LT_N_TIMELINESS; i++)
    {
      const char *words = lt_timeliness_get_official (_lt_overview_order[i]);
      double width = 22 + lt_chart_text_get_width (brush->chart->text, LT_CHART_FACE_NOTE, words, -1);
      LtRect sign;

      if (x > rect->x && x + width > rect->x + rect->width)
        {
          x = rect->x;
          y += OVERVIEW_LINE;
        }
      sign = (LtRect) { x, y + 3, 18, 9 };
      _lt_timeline_draw_span (brush->cr, &brush->palette->bars[_lt_overview_order[i]], &sign, 0, 0);
      lt_color_set (&brush->palette->dim_text, brush->cr);
      lt_chart_text_draw (brush->chart->text, brush->cr, LT_CHART_FACE_NOTE, words, -1, FALSE, x + 22,
                          y + OVERVIEW_LINE / 2);
      x += width + 12;
    }
}

static void
draw_lit (const Brush *brush, int lit)
{
  const LtRect *spot;

  if (lit < (int) brush->block->first_spot || lit >= (int) (brush->block->first_spot + brush->block->n_spots))
    return;
  spot = &g_array_index (brush->chart->spots, LtOverviewSpot, lit).rect;
  fill (brush, &brush->palette->hover_ground, spot);
}

static void
draw_lit_edge (const Brush *brush, int lit)
{
  const LtRect *spot;

  if (lit < (int) brush->block->first_spot || lit >= (int) (brush->block->first_spot + brush->block->n_spots))
    return;
  spot = &g_array_index (brush->chart->spots, LtOverviewSpot, lit).rect;
  lt_color_set (&brush->palette->summary, brush->cr);
  cairo_set_line_width (brush->cr, 1);
  cairo_rectangle (brush->cr, spot->x, spot->y, spot->width, spot->height);
  cairo_stroke (brush->cr);
}

void
_lt_overview_draw_block (LtOverviewChart *self, cairo_t *cr, const LtOverviewBlock *block, const LtPalette *palette,
                         int lit)
{
  Brush brush = { self, cr, palette, block };
  g_autofree char *name = NULL;
  LtTally tally;

  draw_lit (&brush, lit);
  switch (block->kind)
    {
    case OVERVIEW_TILE:
      draw_tile (&brush);
      break;
    case OVERVIEW_NOTE:
      put (&brush, LT_CHART_FACE_ITALIC, &palette->dim_text, block->words, &block->rect, TO_LEFT);
      break;
    case OVERVIEW_HEADING:
      draw_heading (&brush);
      break;
    case OVERVIEW_GRID_HEAD:
      draw_grid_head (&brush);
      break;
    case OVERVIEW_GRID_ROW:
      draw_grid_row (&brush);
      break;
    case OVERVIEW_ROW:
      draw_row (&brush);
      break;
    case OVERVIEW_CHANGE:
      draw_change (&brush);
      break;
    case OVERVIEW_AGENCY:
      {
        const LtOverviewAgency *agency = lt_overview_get_agency (self->overview, block->index);

        draw_bar (&brush, _lt_overview_get_agency_name (agency), &agency->now, agency->group || !*agency->name);
      }
      break;
    case OVERVIEW_MODEL:
      name = _lt_overview_dup_model_name (lt_overview_get_model (self->overview, block->index));
      lt_overview_count_model (self->overview, block->index, &tally, NULL);
      draw_bar (&brush, name, &tally, FALSE);
      break;
    case OVERVIEW_LEGEND:
      draw_legend (&brush);
      break;
    default:
      g_assert_not_reached ();
    }
  draw_lit_edge (&brush, lit);
}
