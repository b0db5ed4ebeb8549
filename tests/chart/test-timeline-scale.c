/* SPDX-License-Identifier: MIT */
#include "chart/lt-timeline-scale.h"

#include <math.h>

static LtDay
get_day (const char *iso)
{
  return lt_day_from_iso (iso);
}

static void
test_places (void)
{
  LtTimelineScale scale;

  lt_timeline_scale_init (&scale, get_day ("2024-01-01"), get_day ("2024-12-31"), 2);
  g_assert_cmpfloat (lt_timeline_scale_get_width (&scale), ==, 366 * 2 + 2 * LT_TIMELINE_PADDING);
  g_assert_cmpfloat (lt_timeline_scale_get_x (&scale, get_day ("2024-01-01")), ==,
                     LT_TIMELINE_PADDING);
  g_assert_cmpfloat (lt_timeline_scale_get_x (&scale, get_day ("2024-02-01")), ==,
                     LT_TIMELINE_PADDING + 62);
  g_assert_cmpfloat (lt_timeline_scale_get_x (&scale, get_day ("2023-12-31")), ==,
                     LT_TIMELINE_PADDING - 2);
  lt_timeline_scale_fit (&scale, 500);
  g_assert_cmpfloat_with_epsilon (lt_timeline_scale_get_width (&scale), 500, 1e-9);
}

static void
test_round_trip (void)
{
  GRand *rand = g_rand_new_with_seed (3);

  for (guint i = 0; i < 20000; i++)
    {
      LtDay first = g_rand_int_range (rand, -719162, 2932896);
      LtDay day = first + g_rand_int_range (rand, 0, 20000);
      LtTimelineScale scale;

      lt_timeline_scale_init (&scale, first, first + 20000,
                              pow (10, g_rand_double_range (rand, -2.9, 1.6)));
      day = MIN (day, scale.last);
      g_assert_cmpint (lt_timeline_scale_get_day (
                         &scale, lt_timeline_scale_get_x (&scale, day) + scale.day_width / 2),
                       ==, day);
    }
  g_rand_free (rand);
}

static void
test_edges_of_time (void)
{
  LtTimelineScale scale;

  lt_timeline_scale_init (&scale, get_day ("0001-01-01"), get_day ("9999-12-31"), 0);
  g_assert_cmpint (scale.first, ==, get_day ("0001-01-01"));
  g_assert_cmpint (scale.last, ==, get_day ("9999-12-31"));
  g_assert_cmpfloat (scale.day_width, ==, LT_DAY_WIDTH_MIN);
  lt_timeline_scale_init (&scale, G_MININT32, G_MAXINT32, 1e9);
  g_assert_cmpint (scale.first, ==, get_day ("0001-01-01"));
  g_assert_cmpint (scale.last, ==, get_day ("9999-12-31"));
  g_assert_cmpfloat (scale.day_width, ==, LT_DAY_WIDTH_MAX);
  /* A span that ends before it begins is one day long. */
  lt_timeline_scale_init (&scale, get_day ("2024-05-01"), get_day ("2024-04-01"), 1);
  g_assert_cmpint (scale.last, ==, scale.first);
  g_assert_cmpint (lt_timeline_scale_get_day (&scale, -1e9), ==, scale.first);
  g_assert_cmpint (lt_timeline_scale_get_day (&scale, 1e9), ==, scale.last);
}

/* At every width the cells of a tier follow each other without gap or overlap, and
 * each has room for its shortest words. */
static void
test_tiers (void)
{
  for (double width = LT_DAY_WIDTH_MIN; width <= LT_DAY_WIDTH_MAX; width *= 1.13)
    {
      LtTimelineScale scale;
      LtTier tiers[2];

      lt_timeline_scale_init (&scale, get_day ("0001-01-01"), get_day ("9999-12-31"), width);
      lt_timeline_scale_get_tiers (&scale, &tiers[0], &tiers[1]);
      g_assert_cmpfloat (lt_tier_get_cell_width (&tiers[0], width), >,
                         lt_tier_get_cell_width (&tiers[1], width));
      g_assert_cmpfloat (lt_tier_get_cell_width (&tiers[1], width), >=, 12);
      for (guint i = 0; i < 2; i++)
        for (guint j = 0; j < 3; j++)
          {
            static const char *const starts[] = { "0001-01-01", "2024-02-20", "9998-11-30" };
            LtDay day = lt_tier_floor (&tiers[i], get_day (starts[j]));

            g_assert_cmpint (day, <=, get_day (starts[j]));
            for (guint n = 0; n < 40 && day <= scale.last; n++)
              {
                LtDay next = lt_tier_next (&tiers[i], day);
                g_autofree char *label = lt_tier_dup_label (&tiers[i], day, 0);

                g_assert_cmpint (next, >, day);
                g_assert_cmpint (lt_tier_floor (&tiers[i], next - 1), ==, day);
                g_assert_nonnull (label);
                day = next;
              }
          }
    }
}

static void
check_label (double width, gboolean upper, const char *iso, int form, const char *expected)
{
  g_autofree char *label = NULL;
  LtTimelineScale scale;
  LtTier tiers[2];

  lt_timeline_scale_init (&scale, get_day ("2020-01-01"), get_day ("2029-12-31"), width);
  lt_timeline_scale_get_tiers (&scale, &tiers[0], &tiers[1]);
  label = lt_tier_dup_label (&tiers[upper ? 0 : 1], get_day (iso), form);
  g_assert_cmpstr (label, ==, expected);
}

static void
test_labels (void)
{
  check_label (lt_zoom_get_day_width (LT_ZOOM_MONTH), TRUE, "2024-10-01", 0, "Quý IV/2024");
  check_label (lt_zoom_get_day_width (LT_ZOOM_MONTH), FALSE, "2024-10-01", 0, "Tháng 10");
  check_label (lt_zoom_get_day_width (LT_ZOOM_MONTH), FALSE, "2024-10-01", 1, "T10");
  check_label (lt_zoom_get_day_width (LT_ZOOM_MONTH), FALSE, "2024-10-01", 2, "10");
  check_label (lt_zoom_get_day_width (LT_ZOOM_DAY), TRUE, "2024-10-01", 0, "Tháng 10/2024");
  check_label (lt_zoom_get_day_width (LT_ZOOM_DAY), FALSE, "2024-10-06", 0, "CN 6");
  check_label (lt_zoom_get_day_width (LT_ZOOM_DAY), FALSE, "2024-10-06", 2, "6");
  check_label (lt_zoom_get_day_width (LT_ZOOM_WEEK), FALSE, "2024-09-30", 0, "30/9");
  check_label (lt_zoom_get_day_width (LT_ZOOM_WEEK), FALSE, "2024-02-05", 0, "05/02");
  check_label (lt_zoom_get_day_width (LT_ZOOM_QUARTER), FALSE, "2024-10-01", 9, "10");
  check_label (0.2, TRUE, "2024-01-01", 0, "Năm 2024");
  check_label (0.2, FALSE, "2024-04-01", 0, "Quý II");
  check_label (0.1, FALSE, "2024-01-01", 1, "2024");
  check_label (0.1, TRUE, "2020-01-01", 0, "2020 - 2029");
  check_label (0.002, FALSE, "2000-01-01", 1, "2000");
}

static void
test_zooms (void)
{
  LtZoom zoom;

  g_assert_true (lt_zoom_from_nick ("quarter", &zoom));
  g_assert_cmpint (zoom, ==, LT_ZOOM_QUARTER);
  g_assert_false (lt_zoom_from_nick ("decade", &zoom));
  for (zoom = LT_ZOOM_DAY; zoom <= LT_ZOOM_YEAR; zoom++)
    g_assert_cmpint (lt_zoom_from_day_width (lt_zoom_get_day_width (zoom)), ==, zoom);
  g_assert_cmpint (lt_zoom_from_day_width (0.001), ==, LT_ZOOM_YEAR);
  g_assert_cmpint (lt_zoom_from_day_width (40), ==, LT_ZOOM_DAY);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline-scale/places", test_places);
  g_test_add_func ("/timeline-scale/round-trip", test_round_trip);
  g_test_add_func ("/timeline-scale/edges-of-time", test_edges_of_time);
  g_test_add_func ("/timeline-scale/tiers", test_tiers);
  g_test_add_func ("/timeline-scale/labels", test_labels);
  g_test_add_func ("/timeline-scale/zooms", test_zooms);
  return g_test_run ();
}
