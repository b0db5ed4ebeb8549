/* SPDX-License-Identifier: MIT */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "chart/lt-matrix-page.h"
#include "chart/lt-network-page.h"
#include "cli/lt-draw.h"
#include "cli/lt-place.h"
#include "cli/lt-print.h"
#include "cli/lt-query.h"
#include "report/lt-coordination-tables.h"

/* What network and matrix have in common. */
typedef struct {
  LtCoordinationGraph *graph;
  LtPageOptions pages;
  LtPageHeading heading;
} Request;

static void
clear_request (Request *request)
{
  g_clear_pointer (&request->graph, lt_coordination_graph_unref);
  lt_page_heading_clear (&request->heading);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, clear_request)

static gboolean
read_model (LtArguments *arguments, LtPlan *plan, LtGraphOptions *options, GError **error)
{
  const char *path = lt_arguments_get_text (arguments, "model");
  LtItem *item;

  if (path == NULL)
    return TRUE;
  item = lt_place_find_item (plan, path, error);
  if (item == NULL)
    return FALSE;
  if (!LT_IS_INITIATIVE (item))
    {
      g_set_error (error, LT_CLI_ERROR, LT_CLI_ERROR_USAGE, _("--model is the place of a model, such as 2, not “%s”."),
                   path);
      return FALSE;
    }
  options->initiative = LT_INITIATIVE (item);
  return TRUE;
}

static gboolean
read_request (LtArguments *arguments, LtPlan *plan, LtDrawForm form, const char *what, Request *request,
              GError **error)
{
  LtBook *book = lt_item_get_ancestor (LT_ITEM (plan), LT_TYPE_BOOK);
  LtGraphOptions options = LT_GRAPH_OPTIONS_INIT;
  g_auto (LtQuery) query = { .counts_agencies = TRUE };
  g_autofree char *subset = NULL;

  lt_page_options_init (&request->pages);
  if (form == LT_DRAW_PAGE && !lt_draw_names_paper (arguments))
    request->pages.fit = LT_PAGE_FIT_SHEET;
  request->pages.mono = lt_arguments_get_flag (arguments, "bw");
  if (!lt_draw_read_paper (arguments, &request->pages.setup, error)
      || !lt_draw_read_pages (arguments, &request->pages.fit, &request->pages.across, &request->pages.down, error)
      || !lt_query_read (&query, arguments, book, error) || !read_model (arguments, plan, &options, error))
    return FALSE;
  options.plan = plan;
  options.as_of = query.as_of;
  options.names = query.names;
  options.groups = !lt_arguments_get_flag (arguments, "no-groups");
  options.unknown = !lt_arguments_get_flag (arguments, "no-unknown");
  options.accepts = lt_query_accepts;
  options.accepts_data = &query;
  subset = lt_filter_dup_official (query.filter, lt_arguments_get_text (arguments, "search"));
  request->graph = lt_coordination_graph_new (book, &options);
  lt_page_heading_init (&request->heading, what, plan, subset, request->graph);
  return TRUE;
}

static json_t *
describe (const Request *request)
{
  return json_pack ("{s:i, s:i, s:i, s:i}",
                    "nodes", (int) lt_coordination_graph_get_n_nodes (request->graph),
                    "arrows", (int) lt_coordination_graph_get_n_arrows (request->graph),
                    "links", (int) lt_coordination_graph_get_n_links (request->graph),
                    "rows", (int) lt_coordination_graph_get_n_rows (request->graph));
}

static gboolean
read_arrangement (LtArguments *arguments, LtArrangement *arrangement, GError **error)
{
  const char *words = lt_arguments_get_text (arguments, "arrangement");

  *arrangement = LT_ARRANGEMENT_FREE;
  if (words == NULL || strcmp (words, "free") == 0)
    return TRUE;
  *arrangement = LT_ARRANGEMENT_COLUMNS;
  if (strcmp (words, "columns") == 0)
    return TRUE;
  g_set_error (error, LT_CLI_ERROR, LT_CLI_ERROR_USAGE, _("--arrangement is free or columns, not “%s”."), words);
  return FALSE;
}

gboolean
lt_draw_network (LtArguments *arguments, LtPlan *plan, LtDrawForm form, LtDrawing *drawing, GError **error)
{
  g_auto (Request) request = { 0 };
  g_autoptr (LtChartText) text = NULL;
  g_autoptr (LtNetwork) network = NULL;
  LtArrangement arrangement;

  if (!read_arrangement (arguments, &arrangement, error)
      || !read_request (arguments, plan, form, "SƠ ĐỒ PHỐI HỢP GIỮA CÁC CƠ QUAN, ĐƠN VỊ", &request, error))
    return FALSE;
  drawing->report = describe (&request);
  if (form == LT_DRAW_TABLE)
    {
      drawing->table = lt_coordination_measures_build (request.graph, plan);
      return TRUE;
    }
  text = lt_chart_text_new ();
  network = lt_network_new (request.graph, arrangement, text);
  if (!lt_network_lay_out (network, NULL, error))
    return FALSE;
  drawing->pages = lt_network_pages_new (network, &request.heading, &request.pages, error);
  if (drawing->pages == NULL)
    return FALSE;
  drawing->warning = lt_pages_dup_warning (drawing->pages);
  json_object_set_new (drawing->report, "text_size",
                       json_real (lt_pages_get_text_size (drawing->pages)));
  json_object_set_new (drawing->report, "hidden_numbers", json_integer (lt_network_get_n_hidden (network)));
  json_object_set_new (drawing->report, "cut_names", json_integer (lt_network_get_n_cut (network)));
  json_object_set_new (drawing->report, "overlap", json_real (lt_network_get_overlap (network)));
  json_object_set_new (drawing->report, "arrangement",
                       json_string (lt_network_get_arrangement (network) == LT_ARRANGEMENT_FREE ? "free" : "columns"));
  return TRUE;
}

static gboolean
read_order (LtArguments *arguments, LtMatrixOrder *order, GError **error)
{
  const char *words = lt_arguments_get_text (arguments, "sort");

  *order = LT_MATRIX_BY_LOAD;
  if (words == NULL || strcmp (words, "load") == 0)
    return TRUE;
  *order = LT_MATRIX_BY_NAME;
  if (strcmp (words, "name") == 0)
    return TRUE;
  g_set_error (error, LT_CLI_ERROR, LT_CLI_ERROR_USAGE, _("--sort is load or name, not “%s”."), words);
  return FALSE;
}

gboolean
lt_draw_matrix (LtArguments *arguments, LtPlan *plan, LtDrawForm form, LtDrawing *drawing, GError **error)
{
  g_auto (Request) request = { 0 };
  g_autoptr (LtChartText) text = NULL;
  g_autoptr (LtMatrix) matrix = NULL;
  LtMatrixOrder order;

  if (!read_order (arguments, &order, error)
      || !read_request (arguments, plan, form, "MA TRẬN PHỐI HỢP GIỮA CÁC CƠ QUAN, ĐƠN VỊ", &request, error))
    return FALSE;
  drawing->report = describe (&request);
  if (form == LT_DRAW_TABLE)
    {
      drawing->table = lt_coordination_matrix_build (request.graph, plan);
      return TRUE;
    }
  text = lt_chart_text_new ();
  matrix = lt_matrix_new (request.graph, order, text);
  drawing->pages = lt_matrix_pages_new (matrix, &request.heading, &request.pages, error);
  if (drawing->pages == NULL)
    return FALSE;
  drawing->warning = lt_pages_dup_warning (drawing->pages);
  json_object_set_new (drawing->report, "sum", json_integer (lt_matrix_get_sum (matrix)));
  json_object_set_new (drawing->report, "leads", json_integer (lt_matrix_get_n_rows (matrix)));
  json_object_set_new (drawing->report, "coordinators", json_integer (lt_matrix_get_n_columns (matrix)));
  json_object_set_new (drawing->report, "text_size",
                       json_real (lt_pages_get_text_size (drawing->pages)));
  return TRUE;
}
