/* SPDX-License-Identifier: MIT */
#pragma once

#include <gio/gio.h>

#include "chart/lt-chart-text.h"
#include "chart/lt-palette.h"
#include "chart/lt-rect.h"
#include "plan/lt-coordination-graph.h"

G_BEGIN_DECLS

/* The coordination graph as a drawing, in points from its top left corner: a box for each
 * agency, a curve for each arrow. It keeps nothing of the graph but words and numbers; once
 * it is laid out it is immutable, and may then be read in any thread. */
typedef struct _LtNetwork LtNetwork;

typedef enum {
  LT_ARRANGEMENT_FREE,    /* linked ones near each other */
  LT_ARRANGEMENT_COLUMNS, /* leads at the left, coordinators at the right, for paper: who is
                           * both has two boxes */
} LtArrangement;

#define LT_NETWORK_NAME_LINES 4

typedef struct {
  guint node;         /* of the graph */
  char *name;
  char *note;         /* "chủ trì 5 · phối hợp 9" */
  char *late;         /* "2 quá hạn"; NULL if none are */
  LtNodeKind kind;
  gboolean known;     /* an agency of the registry, so that its place can be kept */
  guint n_led;
  guint n_coordinated;
  guint n_late;
  gboolean again;     /* the second box of its node */
  gboolean placed;    /* by hand */
  LtRect rect;
  double scale;       /* of its words: the more rows, the larger */
  LtTextLine lines[LT_NETWORK_NAME_LINES]; /* of the name */
  guint n_lines;
} LtNetworkBox;

typedef struct {
  double x;
  double y;
} LtPoint;

typedef struct {
  guint arrow;        /* of the graph */
  guint from;         /* boxes */
  guint to;
  guint count;        /* rows */
  double width;       /* of the line */
  gboolean drawn;     /* FALSE where one box lies on the other */
  LtPoint curve[4];   /* from border to border; Bézier */
  LtRect bounds;
  gboolean numbered;
  LtPoint number;     /* the middle of it */
} LtNetworkArrow;

/* Boxes are measured, nothing is placed yet. @text: borrowed for this call. */
LtNetwork            *lt_network_new            (LtCoordinationGraph *graph, LtArrangement arrangement,
                                                 LtChartText *text);
/* In any thread, once. Where a free drawing cannot be had the columns are taken, and
 * lt_network_get_problem() says why; so it fails only with G_IO_ERROR_CANCELLED. */
gboolean              lt_network_lay_out        (LtNetwork *self, GCancellable *cancellable, GError **error);
/* The same drawing with one box elsewhere: its middle at @x, @y. */
LtNetwork            *lt_network_new_moved      (LtNetwork *self, guint box, double x, double y);
LtNetwork            *lt_network_ref            (LtNetwork *self);
void                  lt_network_unref          (LtNetwork *self);

LtArrangement         lt_network_get_arrangement (LtNetwork *self);
/* A translated sentence, or NULL. */
const char           *lt_network_get_problem    (LtNetwork *self);
void                  lt_network_get_size       (LtNetwork *self, double *width, double *height);
/* Where 0, 0 of the places is that a hand has chosen: see lt_agency_get_place(). */
LtPoint               lt_network_get_origin     (LtNetwork *self);
guint                 lt_network_get_n_boxes    (LtNetwork *self);
const LtNetworkBox   *lt_network_get_box        (LtNetwork *self, guint index);
guint                 lt_network_get_n_arrows   (LtNetwork *self);
const LtNetworkArrow *lt_network_get_arrow      (LtNetwork *self, guint index);
guint                 lt_network_get_n_nodes    (LtNetwork *self);
/* The first box of a node. */
guint                 lt_network_find_box       (LtNetwork *self, guint node);

/* Names that are cut, and numbers of arrows that found no room. */
guint                 lt_network_get_n_cut      (LtNetwork *self);
guint                 lt_network_get_n_hidden   (LtNetwork *self);
/* How much boxes and numbers lie on each other, in square points. */
double                lt_network_get_overlap    (LtNetwork *self);

/* -1 if nothing is there. */
int                   lt_network_find_box_at    (LtNetwork *self, double x, double y);
/* The nearest arrow within @reach. */
int                   lt_network_find_arrow_at  (LtNetwork *self, double x, double y, double reach);

/* Sentences for those who point or listen. (transfer full) */
char                 *lt_network_dup_box_text   (LtNetwork *self, guint box);
char                 *lt_network_dup_arrow_text (LtNetwork *self, guint arrow);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LtNetwork, lt_network_unref)

G_END_DECLS
