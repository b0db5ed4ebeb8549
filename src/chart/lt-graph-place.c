/* SPDX-License-Identifier: MIT */
#include "chart/lt-graph-place.h"

#include <glib/gi18n-lib.h>
#include <gvc.h>
#include <locale.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Up to here the stress model reads best; above, it would take seconds. */
#define NEATO_BOXES_MAX 300
/* More would take longer than anybody waits, and nobody could read it. */
#define BOXES_MAX 3000
#define LINKS_MAX 30000
/* Free room between boxes, for arrows and their numbers. */
#define GAP_X 22.0
#define GAP_Y 20.0
/* Sums that Graphviz makes differ in their last digits from run to run. */
#define GRID 0.05
#define WAIT_SLICE (20 * G_TIME_SPAN_MILLISECOND)

/* Graphviz cannot be stopped, so it works in a thread of its own on a copy, and who has
 * no more use for the places goes away. */
typedef struct {
  gatomicrefcount ref_count;
  GMutex mutex;
  GCond cond;
  gboolean done;
  gboolean failed;
  gboolean abandoned;
  LtPlacedBox *boxes;
  guint n_boxes;
  LtPlacedLink *links;
  guint n_links;
} Job;

/* Graphviz has global state: its plugins, its errors, rand(). */
static GMutex graphviz_mutex;

static void
unref_job (Job *job)
{
  if (!g_atomic_ref_count_dec (&job->ref_count))
    return;
  g_mutex_clear (&job->mutex);
  g_cond_clear (&job->cond);
  g_free (job->boxes);
  g_free (job->links);
  g_free (job);
}

static void
set_number (void *object, Agsym_t *symbol, double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  agxset (object, symbol, g_ascii_formatd (text, sizeof text, "%.4f", value));
}

static void
declare (Agraph_t *graph, int kind, const char *name, const char *value)
{
  agattr (graph, kind, (char *) name, (char *) value);
}

static double
get_mean_size (const Job *job)
{
  double sum = 0;

  for (guint i = 0; i < job->n_boxes; i++)
    sum += (job->boxes[i].width + GAP_X) / LT_PLACE_ASPECT + job->boxes[i].height + GAP_Y;
  return sum / 2 / job->n_boxes;
}

static void
declare_all (Agraph_t *graph, const Job *job)
{
  gboolean few = job->n_boxes <= NEATO_BOXES_MAX;
  char length[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (length, sizeof length, "%.4f", get_mean_size (job) / POINTS_PER_INCH);
  /* A regular start needs no random numbers; the spring model takes none but these. */
  declare (graph, AGRAPH, "start", few ? "regular" : "1");
  if (!few)
    declare (graph, AGRAPH, "repulsiveforce", "1.0");
  declare (graph, AGRAPH, "overlap", "prism");
  /* First to where arrows are about as long as boxes are wide, not four times as long. */
  declare (graph, AGRAPH, "overlap_scaling", "-1");
  declare (graph, AGRAPH, "sep", "+0");
  /* Anything else takes a minute for 300 boxes. Curves are drawn by us. */
  declare (graph, AGRAPH, "splines", "line");
  declare (graph, AGNODE, "shape", "box");
  /* No words, so that no font is ever looked for. */
  declare (graph, AGNODE, "label", "");
  declare (graph, AGNODE, "fixedsize", "true");
  declare (graph, AGEDGE, "len", length);
}

static void
add_boxes (Agraph_t *graph, const Job *job, Agnode_t **nodes)
{
  Agsym_t *width = agattr (graph, AGNODE, (char *) "width", (char *) "1");
  Agsym_t *height = agattr (graph, AGNODE, (char *) "height", (char *) "1");

  for (guint i = 0; i < job->n_boxes; i++)
    {
      char name[16];

      g_snprintf (name, sizeof name, "%u", i);
      nodes[i] = agnode (graph, name, TRUE);
      /* Squeezed here and stretched afterwards, the drawing becomes wider than high. */
      set_number (nodes[i], width, (job->boxes[i].width + GAP_X) / LT_PLACE_ASPECT / POINTS_PER_INCH);
      set_number (nodes[i], height, (job->boxes[i].height + GAP_Y) / POINTS_PER_INCH);
    }
  for (guint i = 0; i < job->n_links; i++)
    if (job->links[i].from != job->links[i].to)
      agedge (graph, nodes[job->links[i].from], nodes[job->links[i].to], NULL, TRUE);
}

static double
snap (double value)
{
  return round (value / GRID) * GRID;
}

static gboolean
run_graphviz (Job *job)
{
  /* Kept for good: its plugins cannot be unloaded and loaded again without leaks. */
  static GVC_t *context;
  g_autofree Agnode_t **nodes = g_new (Agnode_t *, job->n_boxes);
  Agraph_t *graph;
  gboolean placed;

  if (context == NULL)
    {
      context = gvContext ();
      agseterr (AGMAX);
    }
  if (context == NULL)
    return FALSE;
  srand (1);
  graph = agopen ((char *) "network", Agstrictundirected, NULL);
  declare_all (graph, job);
  add_boxes (graph, job, nodes);
  placed = gvLayout (context, graph, job->n_boxes <= NEATO_BOXES_MAX ? "neato" : "sfdp") == 0;
  for (guint i = 0; placed && i < job->n_boxes; i++)
    {
      job->boxes[i].x = snap (ND_coord (nodes[i]).x * LT_PLACE_ASPECT);
      job->boxes[i].y = snap (-ND_coord (nodes[i]).y);
    }
  if (placed)
    gvFreeLayout (context, graph);
  agclose (graph);
  return placed;
}

static gpointer
run_job (gpointer data)
{
  Job *job = data;
  /* Numbers are handed over as text, and other languages write a comma in them. */
  locale_t plain = newlocale (LC_NUMERIC_MASK, "C", (locale_t) 0);
  locale_t before = uselocale (plain);
  gboolean abandoned;
  gboolean failed = FALSE;

  g_mutex_lock (&graphviz_mutex);
  g_mutex_lock (&job->mutex);
  abandoned = job->abandoned;
  g_mutex_unlock (&job->mutex);
  if (!abandoned)
    failed = !run_graphviz (job);
  g_mutex_unlock (&graphviz_mutex);

  g_mutex_lock (&job->mutex);
  job->done = TRUE;
  job->failed = failed;
  g_cond_signal (&job->cond);
  g_mutex_unlock (&job->mutex);
  unref_job (job);
  uselocale (before);
  freelocale (plain);
  return NULL;
}

static gboolean
wait_for_job (Job *job, GCancellable *cancellable, GError **error)
{
  gint64 deadline = g_get_monotonic_time () + LT_PLACE_SECONDS * G_TIME_SPAN_SECOND;
  gboolean done;

  g_mutex_lock (&job->mutex);
  while (!job->done && !g_cancellable_is_cancelled (cancellable)
         && g_get_monotonic_time () < deadline)
    g_cond_wait_until (&job->cond, &job->mutex, g_get_monotonic_time () + WAIT_SLICE);
  done = job->done;
  job->abandoned = !done;
  g_mutex_unlock (&job->mutex);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (!done)
    g_set_error_literal (error, LT_CHART_ERROR, LT_CHART_ERROR_TIME,
                         _("Placing so many agencies takes too long. Choose a model or an agency, or the "
                           "arrangement with leads at the left."));
  else if (job->failed)
    g_set_error_literal (error, LT_CHART_ERROR, LT_CHART_ERROR_FAILED,
                         _("The agencies could not be placed, since Graphviz lacks its layout plugin. Install "
                           "it, or choose the arrangement with leads at the left."));
  return done && !job->failed;
}

gboolean
lt_graph_place (LtPlacedBox *boxes, guint n_boxes, const LtPlacedLink *links, guint n_links,
                GCancellable *cancellable, GError **error)
{
  GThread *thread;
  gboolean placed;
  Job *job;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (n_boxes > BOXES_MAX || n_links > LINKS_MAX)
    {
      g_set_error (error, LT_CHART_ERROR, LT_CHART_ERROR_SIZE,
                   _("%u agencies with %u arrows are more than a free drawing can show. Choose a model or an "
                     "agency, or the arrangement with leads at the left."),
                   n_boxes, n_links);
      return FALSE;
    }
  job = g_new0 (Job, 1);
  g_atomic_ref_count_init (&job->ref_count);
  g_mutex_init (&job->mutex);
  g_cond_init (&job->cond);
  job->boxes = g_memdup2 (boxes, n_boxes * sizeof *boxes);
  job->n_boxes = n_boxes;
  job->links = g_memdup2 (links, n_links * sizeof *links);
  job->n_links = n_links;
  g_atomic_ref_count_inc (&job->ref_count);
  thread = g_thread_try_new ("graph-place", run_job, job, error);
  if (thread == NULL)
    {
      unref_job (job);
      unref_job (job);
      return FALSE;
    }
  g_thread_unref (thread);
  placed = wait_for_job (job, cancellable, error);
  if (placed)
    memcpy (boxes, job->boxes, n_boxes * sizeof *boxes);
  unref_job (job);
  return placed;
}
