/* SPDX-License-Identifier: MIT */
#include <math.h>

#include "chart/lt-palette.h"
#include "support/lt-test-book.h"
#include "timeline-fixture.h"

#define EPSILON 1e-6

typedef struct {
  LtBook *book;
  LtTimeline *timeline;
  LtTimelineScale scale;
  LtChartText *text;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  LtDay first;
  LtDay last;

  fixture->book = lt_test_book_new (300, 3);
  fixture->timeline = lt_timeline_new (fixture_get_plan (fixture->book), NULL);
  fixture->text = lt_chart_text_new ();
  lt_timeline_get_range (fixture->timeline, &first, &last);
  lt_timeline_scale_init (&fixture->scale, first, last, 1.5);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  lt_timeline_unref (fixture->timeline);
  lt_chart_text_free (fixture->text);
  g_object_unref (fixture->book);
}

static LtTimelineLayout *
make (Fixture *fixture, double row_height, guint max_lines)
{
  LtTimelineLayoutOptions options = { .row_height = row_height, .max_lines = max_lines };

  return lt_timeline_layout_new (fixture->timeline, &fixture->scale, fixture->text, &options);
}

/* Rows follow each other without gap, and each is found at its own places. */
static void
test_rows (Fixture *fixture, gconstpointer data)
{
  static const double heights[] = { 24, 40, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (heights); i++)
    {
      g_autoptr (LtTimelineLayout) layout = make (fixture, heights[i], 3);
      guint n_rows = lt_timeline_get_n_rows (fixture->timeline);
      double y = 0;

      for (guint row = 0; row < n_rows; row++)
        {
          double height = lt_timeline_layout_get_row_height (layout, row);
          double middle = lt_timeline_layout_get_row_middle (layout, row);

          g_assert_cmpfloat_with_epsilon (lt_timeline_layout_get_row_top (layout, row), y, EPSILON);
          g_assert_cmpfloat (height, >=, LT_CHART_LINE_HEIGHT);
          g_assert_true (middle > y && middle < y + height);
          g_assert_cmpint (lt_timeline_layout_get_row_at (layout, y + EPSILON), ==, row);
          g_assert_cmpint (lt_timeline_layout_get_row_at (layout, y + height - EPSILON), ==, row);
          y += height;
        }
      g_assert_cmpfloat_with_epsilon (lt_timeline_layout_get_body_height (layout), y, EPSILON);
      g_assert_cmpint (lt_timeline_layout_get_row_at (layout, -0.1), ==, -1);
      g_assert_cmpint (lt_timeline_layout_get_row_at (layout, y), ==, -1);
    }
}

/* The bar's middle is that of its title's first line, and it stays inside its row. */
static void
test_bars (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LtTimelineLayout) layout = make (fixture, 0, 2);
  guint n_bars = 0;

  for (guint i = 0; i < lt_timeline_get_n_rows (fixture->timeline); i++)
    {
      const LtTimelineRow *row = lt_timeline_get_row (fixture->timeline, i);
      LtRect bar;

      g_assert_cmpint (lt_timeline_layout_get_bar (layout, i, &bar), ==, row->bar != LT_BAR_NONE);
      if (row->bar == LT_BAR_NONE)
        continue;
      n_bars++;
      g_assert_cmpfloat_with_epsilon (bar.y + bar.height / 2,
                                      lt_timeline_layout_get_row_middle (layout, i), EPSILON);
      g_assert_cmpfloat (bar.y, >=, lt_timeline_layout_get_row_top (layout, i));
      g_assert_cmpfloat (bar.y + bar.height, <=,
                         lt_timeline_layout_get_row_top (layout, i)
                             + lt_timeline_layout_get_row_height (layout, i));
      g_assert_cmpfloat (bar.x, >=, 0);
      g_assert_cmpfloat (bar.x + bar.width, <=, lt_timeline_layout_get_body_width (layout) + EPSILON);
      if (row->bar != LT_BAR_SPAN || row->start < fixture->scale.first
          || (row->end - row->start) * 1.5 < 3)
        continue;
      g_assert_cmpfloat_with_epsilon (
          bar.x, lt_timeline_scale_get_x (&fixture->scale, row->start), EPSILON);
      g_assert_cmpfloat_with_epsilon (
          bar.x + bar.width, lt_timeline_scale_get_x (&fixture->scale, row->end + 1), EPSILON);
    }
  g_assert_cmpuint (n_bars, ==, lt_timeline_get_n_dated (fixture->timeline));
}

/* Zooming moves nothing up or down, and left and right just as the scale says. */
static void
test_zoom (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LtTimelineLayout) layout = make (fixture, 0, 2);
  LtTimelineScale scale = fixture->scale;
  g_autoptr (LtTimelineLayout) zoomed = NULL;

  scale.day_width = 4.5;
  zoomed = lt_timeline_layout_new_scaled (layout, &scale);
  for (guint i = 0; i < lt_timeline_get_n_rows (fixture->timeline); i++)
    {
      const LtTimelineRow *row = lt_timeline_get_row (fixture->timeline, i);
      LtRect first;
      LtRect second;

      g_assert_cmpfloat (lt_timeline_layout_get_row_top (layout, i), ==,
                         lt_timeline_layout_get_row_top (zoomed, i));
      if (row->bar != LT_BAR_SPAN || !lt_timeline_layout_get_bar (layout, i, &first)
          || !lt_timeline_layout_get_bar (zoomed, i, &second))
        continue;
      g_assert_cmpfloat (first.y, ==, second.y);
      g_assert_cmpfloat_with_epsilon ((first.x - LT_TIMELINE_PADDING) * 3,
                                      second.x - LT_TIMELINE_PADDING, EPSILON);
    }
}

static void
test_indent (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LtTimelineLayout) layout = make (fixture, 24, 1);
  double step = lt_timeline_layout_get_indent (layout, 1) - lt_timeline_layout_get_indent (layout, 0);

  g_assert_cmpfloat (step, >, 5);
  for (guint depth = 0; depth < 4; depth++)
    g_assert_cmpfloat_with_epsilon (lt_timeline_layout_get_indent (layout, depth),
                                    lt_timeline_layout_get_indent (layout, 0) + depth * step,
                                    EPSILON);
  for (guint i = 0; i < lt_timeline_get_n_rows (fixture->timeline); i++)
    {
      const LtTimelineRow *row = lt_timeline_get_row (fixture->timeline, i);

      if (*row->number)
        g_assert_cmpfloat_with_epsilon (lt_timeline_layout_get_title_x (layout, i)
                                            - row->depth * step,
                                        lt_timeline_layout_get_title_x (layout, 0), EPSILON);
    }
}

/* Columns stand in the order that was asked for, each once, whatever that is. */
static void
test_columns (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (guint round = 0; round < 300; round++)
    {
      LtTimelineColumn columns[LT_TIMELINE_N_COLUMNS + 3];
      guint n = (guint) g_rand_int_range (rand, 1, G_N_ELEMENTS (columns));
      LtTimelineLayoutOptions options = { columns, n, .row_height = 24 };
      g_autoptr (LtTimelineLayout) layout = NULL;
      gboolean seen[LT_TIMELINE_N_COLUMNS] = { FALSE };
      guint at = 0;
      gboolean titled = FALSE;

      for (guint i = 0; i < n; i++)
        {
          columns[i] = (LtTimelineColumn) g_rand_int_range (rand, 0, LT_TIMELINE_N_COLUMNS);
          titled |= columns[i] == LT_TIMELINE_COLUMN_TITLE;
        }
      layout = lt_timeline_layout_new (fixture->timeline, &fixture->scale, fixture->text, &options);
      if (!titled)
        g_assert_cmpint (lt_timeline_layout_get_column (layout, at++), ==,
                         LT_TIMELINE_COLUMN_TITLE);
      for (guint i = 0; i < n; i++)
        {
          if (seen[columns[i]])
            continue;
          seen[columns[i]] = TRUE;
          g_assert_cmpint (lt_timeline_layout_get_column (layout, at), ==, columns[i]);
          g_assert_cmpfloat (lt_timeline_layout_get_column_x (layout, at), <,
                             lt_timeline_layout_get_column_x (layout, at + 1));
          at++;
        }
      g_assert_cmpuint (lt_timeline_layout_get_n_columns (layout), ==, at);
      g_assert_cmpfloat (lt_timeline_layout_get_labels_width (layout), ==,
                         lt_timeline_layout_get_column_x (layout, at));
    }
}

static void
test_column_nicks (void)
{
  for (guint i = 0; i < LT_TIMELINE_N_COLUMNS; i++)
    {
      LtTimelineColumn column;

      g_assert_true (lt_timeline_column_from_nick (lt_timeline_column_get_nick (i), &column));
      g_assert_cmpint (column, ==, i);
      g_assert_cmpint (*lt_timeline_column_get_title (column), !=, '\0');
    }
}

/* No more lines than asked for, no row without room for them. */
static void
test_lines (Fixture *fixture, gconstpointer data)
{
  double last = 0;

  for (guint max_lines = 1; max_lines <= 4; max_lines++)
    {
      g_autoptr (LtTimelineLayout) layout = make (fixture, 0, max_lines);
      double height = lt_timeline_layout_get_body_height (layout);

      g_assert_cmpfloat (height, >, last);
      last = height;
      for (guint i = 0; i < lt_timeline_get_n_rows (fixture->timeline); i++)
        g_assert_cmpfloat (lt_timeline_layout_get_row_height (layout, i), <=,
                           max_lines * LT_CHART_LINE_HEIGHT + 7);
    }
  {
    g_autoptr (LtTimelineLayout) layout = make (fixture, 0, 0);

    g_assert_cmpfloat (lt_timeline_layout_get_body_height (layout), >, last);
  }
}

static void
test_spots (void)
{
  g_autoptr (LtBook) book = fixture_new_book (2024, NULL);
  LtInitiative *initiative = fixture_add_initiative (fixture_get_plan (book), "Một");
  g_autoptr (LtTimeline) timeline = NULL;
  g_autoptr (LtTimelineLayout) layout = NULL;
  LtChartText *text = lt_chart_text_new ();
  LtTimelineScale scale;
  LtRect bar;
  double y;
  int row;

  fixture_add_assignment (initiative, "Sở Y tế", "từ ngày 01/3/2024 đến ngày 30/6/2024");
  fixture_add_assignment (initiative, "Sở Y tế", "Thường xuyên");
  timeline = lt_timeline_new (fixture_get_plan (book), NULL);
  lt_timeline_scale_init (&scale, DAY ("2024-01-01"), DAY ("2024-12-31"), 2);
  layout = lt_timeline_layout_new (timeline, &scale, text, NULL);
  g_assert_true (lt_timeline_layout_get_bar (layout, 1, &bar));
  y = bar.y + bar.height / 2;
  g_assert_cmpint (lt_timeline_layout_find_spot (layout, bar.x + 1, y, &row), ==,
                   LT_TIMELINE_SPOT_START);
  g_assert_cmpint (row, ==, 1);
  g_assert_cmpint (lt_timeline_layout_find_spot (layout, bar.x - 4, y, &row), ==,
                   LT_TIMELINE_SPOT_START);
  g_assert_cmpint (lt_timeline_layout_find_spot (layout, bar.x + bar.width / 2, y, &row), ==,
                   LT_TIMELINE_SPOT_BAR);
  g_assert_cmpint (lt_timeline_layout_find_spot (layout, bar.x + bar.width - 1, y, &row), ==,
                   LT_TIMELINE_SPOT_END);
  g_assert_cmpint (lt_timeline_layout_find_spot (layout, bar.x + bar.width + 20, y, &row), ==,
                   LT_TIMELINE_SPOT_NONE);
  g_assert_cmpint (row, ==, 1);
  g_assert_cmpint (lt_timeline_layout_find_spot (layout, bar.x + 10, bar.y - 5, &row), ==,
                   LT_TIMELINE_SPOT_NONE);
  /* A summary is not taken, an open end has no edge. */
  g_assert_cmpint (lt_timeline_layout_find_spot (layout, bar.x + 10, 12, &row), ==,
                   LT_TIMELINE_SPOT_NONE);
  g_assert_true (lt_timeline_layout_get_bar (layout, 2, &bar));
  g_assert_cmpint (lt_timeline_layout_find_spot (layout, bar.x + bar.width - 1,
                                                 bar.y + bar.height / 2, &row),
                   ==, LT_TIMELINE_SPOT_BAR);
  g_assert_cmpint (lt_timeline_layout_find_spot (layout, 5, 1000, &row), ==, LT_TIMELINE_SPOT_NONE);
  g_assert_cmpint (row, ==, -1);
  lt_chart_text_free (text);
}

static void
test_folds (Fixture *fixture, gconstpointer data)
{
  LtTimelineLayoutOptions options = { .row_height = 24, .with_folds = TRUE };
  g_autoptr (LtTimelineLayout) layout
      = lt_timeline_layout_new (fixture->timeline, &fixture->scale, fixture->text, &options);

  for (guint i = 0; i < 50; i++)
    {
      const LtTimelineRow *row = lt_timeline_get_row (fixture->timeline, i);
      LtRect fold;
      int found;

      g_assert_cmpint (lt_timeline_layout_get_fold (layout, i, &fold), ==, row->has_children);
      if (!row->has_children)
        continue;
      g_assert_true (lt_timeline_layout_is_fold (layout, fold.x + fold.width / 2,
                                                 fold.y + fold.height / 2, &found));
      g_assert_cmpint (found, ==, i);
      g_assert_false (lt_timeline_layout_is_fold (layout, fold.x + fold.width + 5,
                                                  fold.y + fold.height / 2, &found));
      g_assert_cmpfloat (fold.x + fold.width, <=,
                         lt_timeline_layout_get_indent (layout, row->depth) + EPSILON);
    }
}

/* What is read stands out by 4.5 to 1, what must be seen by 3 to 1 (WCAG 2.1, 1.4.3 and 1.4.11). */
static void
test_contrast (void)
{
  for (LtPaletteKind kind = LT_PALETTE_LIGHT; kind <= LT_PALETTE_MONO; kind++)
    {
      const LtPalette *palette = lt_palette_get (kind);
      const LtColor *grounds[] = {
        &palette->ground, &palette->header_ground, &palette->group_ground,
        &palette->selected_ground, &palette->hover_ground, &palette->weekend, &palette->holiday,
      };

      g_test_message ("%s", palette->nick);
      for (guint i = 0; i < G_N_ELEMENTS (grounds); i++)
        {
          g_assert_cmpfloat (lt_color_get_contrast (&palette->text, grounds[i]), >=, 4.5);
          g_assert_cmpfloat (lt_color_get_contrast (&palette->dim_text, grounds[i]), >=, 4.5);
          g_assert_cmpfloat (lt_color_get_contrast (&palette->today, grounds[i]), >=, 3);
          g_assert_cmpfloat (lt_color_get_contrast (&palette->mark, grounds[i]), >=, 3);
          g_assert_cmpfloat (lt_color_get_contrast (&palette->summary, grounds[i]), >=, 3);
          g_assert_cmpfloat (lt_color_get_contrast (&palette->baseline, grounds[i]), >=, 3);
          for (guint j = 0; j < G_N_ELEMENTS (palette->bars); j++)
            g_assert_cmpfloat (lt_color_get_contrast (&palette->bars[j].edge, grounds[i]), >=, 3);
        }
      for (guint j = 0; j < G_N_ELEMENTS (palette->bars); j++)
        {
          g_assert_cmpfloat (lt_color_get_contrast (&palette->text, &palette->bars[j].fill), >=, 4.5);
          g_assert_cmpfloat (lt_color_get_contrast (&palette->text, &palette->bars[j].done), >=, 4.5);
        }
    }
}

/* Without colours, no two sorts of timeliness look the same. */
static void
test_told_apart_without_colours (void)
{
  for (LtPaletteKind kind = LT_PALETTE_LIGHT; kind <= LT_PALETTE_MONO; kind++)
    {
      const LtBarStyle *bars = lt_palette_get (kind)->bars;

      for (guint i = 0; i <= LT_TIMELINESS_DONE_LATE; i++)
        for (guint j = 0; j < i; j++)
          g_assert_cmpint (bars[i].pattern, !=, bars[j].pattern);
    }
}

#define ADD(name, function)                                                                        \
  g_test_add ("/timeline-layout/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("rows", test_rows);
  ADD ("bars", test_bars);
  ADD ("zoom", test_zoom);
  ADD ("indent", test_indent);
  ADD ("columns", test_columns);
  g_test_add_func ("/timeline-layout/column-nicks", test_column_nicks);
  ADD ("lines", test_lines);
  g_test_add_func ("/timeline-layout/spots", test_spots);
  ADD ("folds", test_folds);
  g_test_add_func ("/timeline-layout/contrast", test_contrast);
  g_test_add_func ("/timeline-layout/told-apart-without-colours", test_told_apart_without_colours);
  return g_test_run ();
}
