/* SPDX-License-Identifier: MIT */
#include "chart/lt-timeline-draw.h"

#include <math.h>

#include "chart/lt-timeline-draw-private.h"

/* Lines between rows and cells, on paper. */
#define HAIRLINE 0.4
#define CLIP_SLACK 0.01

double
_lt_timeline_hairline (const LtTimelineBrush *brush)
{
  double width = 1;
  double height = 0;

  if (!brush->pixels)
    return HAIRLINE;
  cairo_device_to_user_distance (brush->cr, &width, &height);
  return width;
}

static double
snap (double value)
{
  return floor (value) + 0.5;
}

double
_lt_timeline_snap_x (const LtTimelineBrush *brush, double x)
{
  double y = 0;

  if (!brush->pixels)
    return x;
  cairo_user_to_device (brush->cr, &x, &y);
  x = snap (x);
  cairo_device_to_user (brush->cr, &x, &y);
  return x;
}

double
_lt_timeline_snap_y (const LtTimelineBrush *brush, double y)
{
  double x = 0;

  if (!brush->pixels)
    return y;
  cairo_user_to_device (brush->cr, &x, &y);
  y = snap (y);
  cairo_device_to_user (brush->cr, &x, &y);
  return y;
}

void
_lt_timeline_fill_rect (const LtTimelineBrush *brush, const LtColor *color, double x, double y,
                        double width, double height)
{
  lt_color_set (color, brush->cr);
  cairo_rectangle (brush->cr, x, y, width, height);
  cairo_fill (brush->cr);
}

gboolean
_lt_timeline_get_rows (const LtTimelineBrush *brush, guint *first, guint *last)
{
  double height = lt_timeline_layout_get_body_height (brush->layout);
  double top = MAX (brush->clip.y, 0);
  double bottom = MIN (brush->clip.y + brush->clip.height, height);

  if (top >= bottom)
    return FALSE;
  *first = (guint) lt_timeline_layout_get_row_at (brush->layout, top);
  *last = bottom < height
              ? (guint) lt_timeline_layout_get_row_at (brush->layout, bottom - CLIP_SLACK)
              : lt_timeline_get_n_rows (brush->timeline) - 1;
  return TRUE;
}

static const LtColor *
get_ground (const LtTimelineBrush *brush, guint row)
{
  const LtTimelineRow *content = lt_timeline_get_row (brush->timeline, row);
  const LtTimelineLook *look = brush->look;

  if (look->is_selected != NULL && look->is_selected (content, look->selected_data))
    return &brush->palette->selected_ground;
  if (look->hovered_row == (int) row)
    return &brush->palette->hover_ground;
  if (content->level == LT_TIMELINE_HEADING)
    return &brush->palette->header_ground;
  return content->level == LT_TIMELINE_INITIATIVE ? &brush->palette->group_ground : NULL;
}

void
_lt_timeline_draw_grounds (const LtTimelineBrush *brush, double left, double right)
{
  guint first;
  guint last;

  if (!_lt_timeline_get_rows (brush, &first, &last))
    return;
  for (guint row = first; row <= last; row++)
    {
      const LtColor *ground = get_ground (brush, row);

      if (ground != NULL)
        _lt_timeline_fill_rect (brush, ground, left,
                                lt_timeline_layout_get_row_top (brush->layout, row), right - left,
                                lt_timeline_layout_get_row_height (brush->layout, row));
    }
}

void
_lt_timeline_draw_row_lines (const LtTimelineBrush *brush, double left, double right)
{
  guint first;
  guint last;

  if (!_lt_timeline_get_rows (brush, &first, &last))
    return;
  cairo_set_line_width (brush->cr, _lt_timeline_hairline (brush));
  lt_color_set (&brush->palette->line, brush->cr);
  for (guint row = first; row <= last; row++)
    {
      double y = _lt_timeline_snap_y (brush,
                                      lt_timeline_layout_get_row_top (brush->layout, row + 1)
                                          - _lt_timeline_hairline (brush) / 2);

      cairo_move_to (brush->cr, left, y);
      cairo_line_to (brush->cr, right, y);
    }
  cairo_stroke (brush->cr);
}

void
_lt_timeline_draw_labels_edge (const LtTimelineBrush *brush)
{
  double hairline = _lt_timeline_hairline (brush);
  double x = _lt_timeline_snap_x (
      brush, lt_timeline_layout_get_labels_width (brush->layout) - hairline / 2);

  lt_color_set (&brush->palette->strong_line, brush->cr);
  cairo_set_line_width (brush->cr, hairline);
  cairo_move_to (brush->cr, x, brush->clip.y);
  cairo_line_to (brush->cr, x, brush->clip.y + brush->clip.height);
  cairo_stroke (brush->cr);
}

static void
draw_today (const LtTimelineBrush *brush)
{
  LtDay as_of = lt_timeline_get_as_of (brush->timeline);
  double x;

  if (as_of < brush->scale->first || as_of > brush->scale->last)
    return;
  x = _lt_timeline_snap_x (brush, lt_timeline_layout_get_mark_x (brush->layout, as_of));
  lt_color_set (&brush->palette->today, brush->cr);
  cairo_set_line_width (brush->cr, 1);
  cairo_move_to (brush->cr, x, brush->clip.y);
  cairo_line_to (brush->cr, x, brush->clip.y + brush->clip.height);
  cairo_stroke (brush->cr);
}

/* Where the bar would come to lie. */
static void
draw_dragged (const LtTimelineBrush *brush)
{
  const LtTimelineLook *look = brush->look;
  static const double dashes[] = { 3, 2 };
  LtDay start = look->dragged_start != LT_DAY_NONE ? look->dragged_start : brush->scale->first;
  LtDay end = look->dragged_end != LT_DAY_NONE ? look->dragged_end : brush->scale->last;
  double x = lt_timeline_scale_get_x (brush->scale, MIN (start, end));
  double right = lt_timeline_scale_get_x (brush->scale, MAX (start, end) + 1);

  cairo_save (brush->cr);
  lt_color_set (&brush->palette->text, brush->cr);
  cairo_set_line_width (brush->cr, 1.2);
  cairo_set_dash (brush->cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_rectangle (brush->cr, x,
                   lt_timeline_layout_get_row_middle (brush->layout, (guint) look->dragged_row)
                       - SPAN_HEIGHT / 2 - 1.5,
                   right - x, SPAN_HEIGHT + 3);
  cairo_stroke (brush->cr);
  cairo_restore (brush->cr);
}

static void
draw_body (const LtTimelineBrush *brush)
{
  double left = brush->clip.x;
  double right = brush->clip.x + brush->clip.width;
  guint first;
  guint last;

  _lt_timeline_draw_grounds (brush, left, right);
  _lt_timeline_draw_free_days (brush);
  _lt_timeline_draw_row_lines (brush, left, right);
  _lt_timeline_draw_grid (brush);
  draw_today (brush);
  if (!_lt_timeline_get_rows (brush, &first, &last))
    return;
  /* Words last: a printer's file gets shorter where they follow each other. */
  for (guint row = first; row <= last; row++)
    {
      _lt_timeline_draw_baseline (brush, row);
      _lt_timeline_draw_bar (brush, row);
    }
  for (guint row = first; row <= last; row++)
    _lt_timeline_draw_caption (brush, row);
  if (brush->look->dragged_row >= (int) first && brush->look->dragged_row <= (int) last)
    draw_dragged (brush);
}

/* Whether anything can reach beyond the clip. On paper a clip costs more than what is
 * in it, and most pages show whole rows and all days. */
static gboolean
needs_clip (const LtTimelineBrush *brush, LtTimelinePart part)
{
  const LtRect *clip = &brush->clip;
  guint first;
  guint last;

  if (brush->pixels)
    return TRUE;
  if ((part == LT_TIMELINE_PART_HEADER || part == LT_TIMELINE_PART_BODY)
      && (clip->x > 0
          || clip->x + clip->width < lt_timeline_layout_get_body_width (brush->layout) - CLIP_SLACK))
    return TRUE;
  if ((part != LT_TIMELINE_PART_LABELS && part != LT_TIMELINE_PART_BODY)
      || !_lt_timeline_get_rows (brush, &first, &last))
    return FALSE;
  return lt_timeline_layout_get_row_top (brush->layout, first) < clip->y - CLIP_SLACK
         || lt_timeline_layout_get_row_top (brush->layout, last + 1)
                > clip->y + clip->height + CLIP_SLACK;
}

void
lt_timeline_draw (LtTimelineLayout *layout, LtTimelinePart part, const LtTimelineLook *look,
                  LtChartText *text, cairo_t *cr, const LtRect *clip)
{
  static const LtTimelineLook plain = LT_TIMELINE_LOOK_INIT;
  LtTimelineBrush brush = {
    .layout = layout,
    .timeline = lt_timeline_layout_get_timeline (layout),
    .scale = lt_timeline_layout_get_scale (layout),
    .look = look != NULL ? look : &plain,
    .text = text,
    .cr = cr,
    .clip = *clip,
  };
  cairo_surface_type_t type;

  brush.palette = brush.look->palette != NULL ? brush.look->palette
                                              : lt_palette_get (LT_PALETTE_LIGHT);
  /* What goes to a screen is recorded first. */
  type = cairo_surface_get_type (cairo_get_group_target (cr));
  brush.pixels = type == CAIRO_SURFACE_TYPE_IMAGE || type == CAIRO_SURFACE_TYPE_RECORDING;
  cairo_save (cr);
  if (needs_clip (&brush, part))
    {
      cairo_rectangle (cr, clip->x, clip->y, clip->width, clip->height);
      cairo_clip (cr);
    }
  _lt_timeline_fill_rect (&brush, &brush.palette->ground, clip->x, clip->y, clip->width,
                          clip->height);
  switch (part)
    {
    case LT_TIMELINE_PART_CORNER:
      _lt_timeline_draw_corner (&brush);
      break;
    case LT_TIMELINE_PART_HEADER:
      _lt_timeline_draw_header (&brush);
      break;
    case LT_TIMELINE_PART_LABELS:
      _lt_timeline_draw_labels (&brush);
      break;
    case LT_TIMELINE_PART_BODY:
    default:
      draw_body (&brush);
      break;
    }
  cairo_restore (cr);
}
