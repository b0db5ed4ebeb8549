/* SPDX-License-Identifier: MIT */
#include "chart/lt-overview-chart-private.h"

#include <string.h>

#define TWO_COLUMNS_FROM 640.0
#define COLUMN_GAP 24.0
#define TILE_HEIGHT 52.0
#define HEADING_HEIGHT 22.0
#define GRID_STATE_SHARE 0.225
#define BAR_NAME_SHARE 0.42
#define BAR_COUNT_WIDTH 26.0
/* What a glance takes in; the rest is in the lists that every figure opens. */
#define ROWS_LISTED 8
#define BARS_LISTED 24

const LtTimeliness _lt_overview_order[LT_N_TIMELINESS] = {
  LT_TIMELINESS_DONE_ON_TIME, LT_TIMELINESS_DONE_LATE, LT_TIMELINESS_ON_TRACK,
  LT_TIMELINESS_NO_DEADLINE,  LT_TIMELINESS_DUE_SOON,  LT_TIMELINESS_OVERDUE,
};

/* A column that is being filled. */
typedef struct {
  LtOverviewChart *chart;
  double x;
  double y;
  double width;
} Flow;

guint
_lt_overview_get_tile_count (const LtTally *tally, LtOverviewTile tile)
{
  switch (tile)
    {
    case OVERVIEW_TILE_FINISHED:
      return tally->n_finished;
    case OVERVIEW_TILE_ON_TRACK:
      return tally->by_timeliness[LT_TIMELINESS_ON_TRACK];
    case OVERVIEW_TILE_DUE_SOON:
      return tally->by_timeliness[LT_TIMELINESS_DUE_SOON];
    case OVERVIEW_TILE_OVERDUE:
      return tally->by_timeliness[LT_TIMELINESS_OVERDUE];
    case OVERVIEW_TILE_ALL:
    case OVERVIEW_N_TILES:
    default:
      return tally->n;
    }
}

void
_lt_overview_get_grid_cell (const LtRect *row, guint column, LtRect *cell)
{
  double first = row->width * GRID_STATE_SHARE;
  double width = (row->width - first) / (LT_N_TIMELINESS + 1);

  *cell = *row;
  cell->x += first + column * width;
  cell->width = width;
}

void
_lt_overview_get_bar (const LtRect *row, LtRect *bar)
{
  bar->x = row->x + row->width * BAR_NAME_SHARE;
  bar->width = row->width - row->width * BAR_NAME_SHARE - BAR_COUNT_WIDTH;
  bar->y = row->y + 2;
  bar->height = row->height - 4;
}

const char *
_lt_overview_get_agency_name (const LtOverviewAgency *agency)
{
  return *agency->name ? agency->name : "(chưa giao đơn vị chủ trì)";
}

char *
_lt_overview_dup_model_name (const LtOverviewModel *model)
{
  g_autofree char *number = lt_initiative_dup_number (model->initiative);

  return g_strdup_printf ("%s. %s", number, lt_initiative_get_name (model->initiative));
}

char *
_lt_overview_dup_due_words (LtOverviewChart *self, const LtOverviewRow *row)
{
  g_autofree char *day = lt_day_dup_official (row->now.due);
  int days = row->now.due - lt_overview_get_as_of (self->overview);

  if (days < 0)
    return g_strdup_printf ("%s, quá %d ngày", day, -days);
  if (days == 0)
    return g_strdup_printf ("%s, hôm nay", day);
  return g_strdup_printf ("%s, còn %d ngày", day, days);
}

static LtOverviewBlock *
add_block (Flow *flow, LtOverviewBlockKind kind, guint index, double height, char *words)
{
  LtOverviewBlock block = { kind, index, { flow->x, flow->y, flow->width, height }, words,
                            flow->chart->spots->len, 0 };

  g_array_append_val (flow->chart->blocks, block);
  flow->y += height;
  return &g_array_index (flow->chart->blocks, LtOverviewBlock, flow->chart->blocks->len - 1);
}

/* Belongs to the block added last. Takes @title. */
static void
add_spot (LtOverviewChart *self, const LtRect *rect, char *title, const LtOverviewChoice *choice)
{
  LtOverviewBlock *block = &g_array_index (self->blocks, LtOverviewBlock, self->blocks->len - 1);
  LtOverviewSpot spot = { *rect, title, *choice };

  g_array_append_val (self->spots, spot);
  block->n_spots++;
}

static void
add_heading (Flow *flow, const char *words)
{
  flow->y += OVERVIEW_GAP;
  add_block (flow, OVERVIEW_HEADING, 0, HEADING_HEIGHT, g_strdup (words));
}

static void
get_tile_choice (LtOverviewTile tile, LtOverviewChoice *choice)
{
  switch (tile)
    {
    case OVERVIEW_TILE_FINISHED:
      choice->states = 1u << LT_STATE_DONE | 1u << LT_STATE_MAINTAINED;
      break;
    case OVERVIEW_TILE_ON_TRACK:
      choice->timeliness = 1u << LT_TIMELINESS_ON_TRACK;
      break;
    case OVERVIEW_TILE_DUE_SOON:
      choice->timeliness = 1u << LT_TIMELINESS_DUE_SOON;
      break;
    case OVERVIEW_TILE_OVERDUE:
      choice->timeliness = 1u << LT_TIMELINESS_OVERDUE;
      break;
    case OVERVIEW_TILE_ALL:
    case OVERVIEW_N_TILES:
    default:
      break;
    }
}

static void
add_tiles (Flow *flow)
{
  static const char *const captions[OVERVIEW_N_TILES] = {
    "nhiệm vụ", "hoàn thành", "trong hạn", "sắp đến hạn", "quá hạn",
  };
  const LtTally *tally = lt_overview_get_tally (flow->chart->overview);
  double width = (flow->width - (OVERVIEW_N_TILES - 1) * OVERVIEW_GAP) / OVERVIEW_N_TILES;
  Flow tile = *flow;

  tile.width = width;
  for (guint i = 0; i < OVERVIEW_N_TILES; i++)
    {
      guint count = _lt_overview_get_tile_count (tally, i);
      LtOverviewChoice choice = { 0 };
      LtOverviewBlock *block;

      tile.x = flow->x + i * (width + OVERVIEW_GAP);
      tile.y = flow->y;
      block = add_block (&tile, OVERVIEW_TILE, i, TILE_HEIGHT, g_strdup (captions[i]));
      get_tile_choice (i, &choice);
      add_spot (flow->chart, &block->rect, g_strdup_printf ("%u %s", count, captions[i]), &choice);
    }
  flow->y += TILE_HEIGHT;
}

static void
add_contradictions (Flow *flow)
{
  guint n = lt_overview_get_tally (flow->chart->overview)->n_unreached;

  if (n == 0)
    return;
  flow->y += OVERVIEW_GAP / 2;
  add_block (flow, OVERVIEW_NOTE, 0, OVERVIEW_LINE,
             g_strdup_printf ("%u nhiệm vụ đã báo hoàn thành nhưng chỉ tiêu chưa đạt.", n));
}

static void
add_grid (Flow *flow)
{
  LtOverviewChart *self = flow->chart;
  const LtTally *tally = lt_overview_get_tally (self->overview);

  add_heading (flow, "Tình trạng và thời hạn");
  add_block (flow, OVERVIEW_GRID_HEAD, 0, 2 * OVERVIEW_LINE, NULL);
  for (guint state = 0; state <= LT_N_STATES; state++)
    {
      LtOverviewBlock *block = add_block (flow, OVERVIEW_GRID_ROW, state, OVERVIEW_LINE + 3, NULL);
      LtRect row = block->rect;

      for (guint column = 0; column <= LT_N_TIMELINESS; column++)
        {
          LtOverviewChoice choice = { 0 };
          guint count = state == LT_N_STATES
                            ? column == LT_N_TIMELINESS ? tally->n : tally->by_timeliness[column]
                        : column == LT_N_TIMELINESS ? tally->by_state[state]
                                                    : tally->cells[state][column];
          const char *what = state < LT_N_STATES ? lt_state_get_official ((LtState) state) : "Mọi tình trạng";
          const char *when = column < LT_N_TIMELINESS ? lt_timeliness_get_official ((LtTimeliness) column)
                                                      : "mọi thời hạn";
          LtRect cell;

          if (count == 0)
            continue;
          choice.states = state < LT_N_STATES ? 1u << state : 0;
          choice.timeliness = column < LT_N_TIMELINESS ? 1u << column : 0;
          _lt_overview_get_grid_cell (&row, column, &cell);
          add_spot (self, &cell, g_strdup_printf ("%s, %s: %u nhiệm vụ", what, when, count), &choice);
        }
    }
}

static char *
dup_row_title (LtOverviewChart *self, const LtOverviewRow *row)
{
  g_autofree char *path = lt_item_dup_path (LT_ITEM (row->assignment));
  g_autofree char *due = _lt_overview_dup_due_words (self, row);
  g_autofree char *words = lt_assignment_dup_outcome_lines (row->assignment);

  return g_strdup_printf ("%s, %s: %s", path, due, g_strdelimit (words, "\n", ' '));
}

static void
add_rows (Flow *flow, const char *heading, GArray *rows, guint n_all)
{
  LtOverviewChart *self = flow->chart;

  if (rows->len == 0)
    return;
  add_heading (flow, heading);
  for (guint i = 0; i < MIN (rows->len, ROWS_LISTED); i++)
    {
      guint index = g_array_index (rows, guint, i);
      const LtOverviewRow *row = lt_overview_get_row (self->overview, index);
      LtOverviewBlock *block = add_block (flow, OVERVIEW_ROW, index, OVERVIEW_LINE, NULL);
      LtOverviewChoice choice = { .assignment = row->assignment };

      add_spot (self, &block->rect, dup_row_title (self, row), &choice);
    }
  if (n_all > ROWS_LISTED)
    add_block (flow, OVERVIEW_NOTE, 0, OVERVIEW_LINE, g_strdup_printf ("và %u nhiệm vụ khác", n_all - ROWS_LISTED));
}

static void
add_changes (Flow *flow)
{
  LtOverviewChart *self = flow->chart;
  g_autoptr (GArray) rows = NULL;
  g_autofree char *since = NULL;
  g_autofree char *heading = NULL;

  if (lt_overview_get_since (self->overview) == LT_DAY_NONE)
    return;
  rows = lt_overview_list_changed (self->overview);
  since = lt_day_dup_official (lt_overview_get_since (self->overview));
  heading = g_strdup_printf ("Thay đổi so với ngày %s: %u nhiệm vụ", since, rows->len);
  add_heading (flow, heading);
  for (guint i = 0; i < MIN (rows->len, ROWS_LISTED); i++)
    {
      guint index = g_array_index (rows, guint, i);
      const LtOverviewRow *row = lt_overview_get_row (self->overview, index);
      LtOverviewBlock *block = add_block (flow, OVERVIEW_CHANGE, index, OVERVIEW_LINE, NULL);
      LtOverviewChoice choice = { .assignment = row->assignment };
      g_autofree char *path = lt_item_dup_path (LT_ITEM (row->assignment));

      add_spot (self, &block->rect,
                g_strdup_printf ("%s: trước %s, %s; nay %s, %s", path, lt_state_get_official (row->before.state),
                                 lt_timeliness_get_official (row->before.timeliness),
                                 lt_state_get_official (row->now.state),
                                 lt_timeliness_get_official (row->now.timeliness)),
                &choice);
    }
}

static void
read_tally (LtOverviewChart *self, LtOverviewBlockKind kind, guint index, LtTally *tally)
{
  if (kind == OVERVIEW_AGENCY)
    *tally = lt_overview_get_agency (self->overview, index)->now;
  else
    lt_overview_count_model (self->overview, index, tally, NULL);
}

typedef struct {
  guint index;
  guint n_overdue;
  guint n_soon;
  guint n;
} Rank;

/* Late work first, then what soon will be, then whoever has most. */
static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  const Rank *first = a;
  const Rank *second = b;

  if (first->n_overdue != second->n_overdue)
    return first->n_overdue > second->n_overdue ? -1 : 1;
  if (first->n_soon != second->n_soon)
    return first->n_soon > second->n_soon ? -1 : 1;
  if (first->n != second->n)
    return first->n > second->n ? -1 : 1;
  return (first->index > second->index) - (first->index < second->index);
}

static GArray *
list_ranks (LtOverviewChart *self, LtOverviewBlockKind kind)
{
  guint n = kind == OVERVIEW_AGENCY ? lt_overview_get_n_agencies (self->overview)
                                    : lt_overview_get_n_models (self->overview);
  GArray *ranks = g_array_sized_new (FALSE, FALSE, sizeof (Rank), n);

  for (guint i = 0; i < n; i++)
    {
      LtTally tally;
      Rank rank = { i };

      read_tally (self, kind, i, &tally);
      rank.n_overdue = tally.by_timeliness[LT_TIMELINESS_OVERDUE];
      rank.n_soon = tally.by_timeliness[LT_TIMELINESS_DUE_SOON];
      rank.n = tally.n;
      g_array_append_val (ranks, rank);
    }
  g_array_sort (ranks, compare_ranks);
  return ranks;
}

/* Rows without a lead cannot be filtered for; one of them is a beginning. */
static LtAssignment *
get_first_row (LtOverviewChart *self, const LtOverviewAgency *agency)
{
  return lt_overview_get_row (self->overview, g_array_index (agency->rows, guint, 0))->assignment;
}

static void
add_bar_spots (LtOverviewChart *self, LtOverviewBlockKind kind, guint index, const LtRect *row)
{
  LtTally tally;
  g_autofree char *model = kind == OVERVIEW_MODEL
                               ? _lt_overview_dup_model_name (lt_overview_get_model (self->overview, index)) : NULL;
  const char *name = model ? model : _lt_overview_get_agency_name (lt_overview_get_agency (self->overview, index));
  LtOverviewChoice choice = { 0 };
  LtRect bar;
  double x;

  if (kind == OVERVIEW_MODEL)
    choice.initiative = lt_overview_get_model (self->overview, index)->initiative;
  else if (*lt_overview_get_agency (self->overview, index)->name)
    choice.agency = lt_overview_get_agency (self->overview, index);
  else
    choice.assignment = get_first_row (self, lt_overview_get_agency (self->overview, index));
  read_tally (self, kind, index, &tally);
  _lt_overview_get_bar (row, &bar);
  x = bar.x;
  for (guint i = 0; i < LT_N_TIMELINESS; i++)
    {
      guint count = tally.by_timeliness[_lt_overview_order[i]];
      LtOverviewChoice part = choice;
      LtRect rect = { x, bar.y, bar.width * count / MAX (self->most, 1), bar.height };

      if (count == 0)
        continue;
      part.timeliness = 1u << _lt_overview_order[i];
      add_spot (self, &rect,
                g_strdup_printf ("%s: %u nhiệm vụ %s", name, count, lt_timeliness_get_official (_lt_overview_order[i])),
                &part);
      x += rect.width;
    }
  add_spot (self, row, g_strdup_printf ("%s: %u nhiệm vụ, %u quá hạn", name, tally.n,
                                        tally.by_timeliness[LT_TIMELINESS_OVERDUE]), &choice);
}

static void
add_bars (Flow *flow, LtOverviewBlockKind kind, const char *heading)
{
  LtOverviewChart *self = flow->chart;
  g_autoptr (GArray) ranks = list_ranks (self, kind);
  guint n = ranks->len;

  if (n == 0)
    return;
  add_heading (flow, heading);
  for (guint i = 0; i < MIN (n, BARS_LISTED); i++)
    {
      guint index = g_array_index (ranks, Rank, i).index;
      LtOverviewBlock *block = add_block (flow, kind, index, OVERVIEW_LINE, NULL);
      LtRect row = block->rect;

      add_bar_spots (self, kind, index, &row);
    }
  if (n > BARS_LISTED)
    add_block (flow, OVERVIEW_NOTE, 0, OVERVIEW_LINE,
               g_strdup_printf (kind == OVERVIEW_AGENCY ? "và %u đơn vị khác" : "và %u mô hình khác",
                                n - BARS_LISTED));
}

static guint
find_most (LtOverview *overview)
{
  guint most = 0;

  for (guint i = 0; i < lt_overview_get_n_agencies (overview); i++)
    most = MAX (most, lt_overview_get_agency (overview, i)->now.n);
  for (guint i = 0; i < lt_overview_get_n_models (overview); i++)
    most = MAX (most, lt_overview_get_model (overview, i)->n_rows);
  return most;
}

static void
clear_block (gpointer data)
{
  g_free (((LtOverviewBlock *) data)->words);
}

static void
clear_spot (gpointer data)
{
  g_free (((LtOverviewSpot *) data)->title);
}

static void
lay_out (LtOverviewChart *self, double width, gboolean two)
{
  Flow left = { self, 0, 0, width };
  Flow right;
  g_autoptr (GArray) next = lt_overview_list_next (self->overview, 0);
  g_autoptr (GArray) overdue = lt_overview_list_overdue (self->overview);

  add_tiles (&left);
  add_contradictions (&left);
  if (two)
    left.width = (width - COLUMN_GAP) / 2;
  right = left;
  right.x = left.width + COLUMN_GAP;
  add_grid (&left);
  add_rows (&left, "Quá hạn", overdue, overdue->len);
  add_rows (&left, "Sắp tới", next, next->len);
  add_changes (&left);
  if (!two)
    right = left;
  add_bars (&right, OVERVIEW_AGENCY, "Theo đơn vị chủ trì");
  add_bars (&right, OVERVIEW_MODEL, "Theo mô hình");
  right.y += OVERVIEW_GAP / 2;
  add_block (&right, OVERVIEW_LEGEND, 0, 2 * OVERVIEW_LINE, NULL);
  self->height = MAX (left.y, right.y);
}

LtOverviewChart *
_lt_overview_chart_new (LtOverview *overview, double width, gboolean two_columns)
{
  LtOverviewChart *self = g_rc_box_new0 (LtOverviewChart);

  self->overview = lt_overview_ref (overview);
  self->text = lt_chart_text_new ();
  self->blocks = g_array_new (FALSE, FALSE, sizeof (LtOverviewBlock));
  g_array_set_clear_func (self->blocks, clear_block);
  self->spots = g_array_new (FALSE, FALSE, sizeof (LtOverviewSpot));
  g_array_set_clear_func (self->spots, clear_spot);
  self->most = find_most (overview);
  lay_out (self, width, two_columns);
  return self;
}

LtOverviewChart *
lt_overview_chart_new (LtOverview *overview, double width)
{
  return _lt_overview_chart_new (overview, width, width >= TWO_COLUMNS_FROM);
}

LtOverviewChart *
lt_overview_chart_ref (LtOverviewChart *self)
{
  return g_rc_box_acquire (self);
}

static void
free_contents (gpointer data)
{
  LtOverviewChart *self = data;

  g_array_unref (self->blocks);
  g_array_unref (self->spots);
  lt_chart_text_free (self->text);
  lt_overview_unref (self->overview);
}

void
lt_overview_chart_unref (LtOverviewChart *self)
{
  g_rc_box_release_full (self, free_contents);
}

double
lt_overview_chart_get_height (LtOverviewChart *self)
{
  return self->height;
}

guint
lt_overview_chart_get_n_spots (LtOverviewChart *self)
{
  return self->spots->len;
}

const LtOverviewSpot *
lt_overview_chart_get_spot (LtOverviewChart *self, guint index)
{
  g_return_val_if_fail (index < self->spots->len, NULL);

  return &g_array_index (self->spots, LtOverviewSpot, index);
}

int
lt_overview_chart_find_spot (LtOverviewChart *self, double x, double y)
{
  for (guint i = 0; i < self->spots->len; i++)
    if (lt_rect_contains (&g_array_index (self->spots, LtOverviewSpot, i).rect, x, y))
      return (int) i;
  return -1;
}

void
lt_overview_chart_draw (LtOverviewChart *self, cairo_t *cr, const LtRect *clip, const LtPalette *palette, int lit)
{
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const LtOverviewBlock *block = &g_array_index (self->blocks, LtOverviewBlock, i);

      if (block->rect.y + block->rect.height >= clip->y && block->rect.y <= clip->y + clip->height)
        _lt_overview_draw_block (self, cr, block, palette, lit);
    }
}
