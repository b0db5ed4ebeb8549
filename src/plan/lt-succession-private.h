/* SPDX-License-Identifier: MIT */
#pragma once

#include "plan/lt-succession.h"

G_BEGIN_DECLS

/* One step from an agency to another, by their ids. */
typedef struct {
  gint64 from;
  gint64 to;
  gboolean dated;
} LtStride;

/* An agency from which steps lead back to it, one of them at least without a day,
 * or which leads straight to itself; 0 if there is none. (A circle in which every
 * step has its day is the history of something that was split and joined again.)
 * @strides: (element-type LtStride) */
gint64 _lt_strides_find_circle (GArray *strides);

G_END_DECLS
