/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* In points, y downwards. */
typedef struct {
  double x;
  double y;
  double width;
  double height;
} LtRect;

static inline gboolean
lt_rect_contains (const LtRect *self, double x, double y)
{
  return x >= self->x && x < self->x + self->width && y >= self->y && y < self->y + self->height;
}

G_END_DECLS
