/* SPDX-License-Identifier: MIT */
#include "report/lt-coordination-tables.h"

#include <math.h>

#include "plan/lt-plan.h"

#define BODY_SIZE 10
#define MATRIX_BODY_SIZE 9
/* More coordinators than these would be columns a finger wide. */
#define MATRIX_COLUMNS_MAX 40
#define TEXT_COLUMN 24
#define COUNT_COLUMN 5

typedef enum {
  COLUMN_NUMBER,
  COLUMN_NAME,
  COLUMN_LED,
  COLUMN_LATE,
  COLUMN_COORDINATED,
  COLUMN_PARTNERS,
  COLUMN_CENTRALITY,
  COLUMN_STALLED,
  N_COLUMNS,
} Column;

static const struct {
  const char *title;
  double share;
  LtAlign align;
} columns[N_COLUMNS] = {
  [COLUMN_NUMBER] = { "STT", 5, LT_ALIGN_CENTER },
  [COLUMN_NAME] = { "Cơ quan, đơn vị", 36, LT_ALIGN_LEFT },
  [COLUMN_LED] = { "Chủ trì (nhiệm vụ)", 10, LT_ALIGN_RIGHT },
  [COLUMN_LATE] = { "Trong đó quá hạn", 10, LT_ALIGN_RIGHT },
  [COLUMN_COORDINATED] = { "Phối hợp (nhiệm vụ)", 10, LT_ALIGN_RIGHT },
  [COLUMN_PARTNERS] = { "Số đơn vị cùng làm việc", 11, LT_ALIGN_RIGHT },
  [COLUMN_CENTRALITY] = { "Mức độ đầu mối (%)", 10, LT_ALIGN_RIGHT },
  [COLUMN_STALLED] = { "Mô hình dừng lại nếu thiếu đơn vị", 18, LT_ALIGN_LEFT },
};

static LtTable *
create_table (const char *name, LtCoordinationGraph *graph, LtPlan *plan, double body_size)
{
  LtTable *table = lt_table_new (name, LT_TABLE_DOCUMENT);
  LtPageSetup setup;

  lt_page_setup_init (&setup, LT_PAPER_A4, TRUE, LT_MARGINS_WIDE);
  lt_table_set_page_setup (table, &setup);
  lt_table_set_body_size (table, body_size);
  lt_table_set_title (table, plan != NULL ? lt_plan_get_title (plan) : name);
  return table;
}

static void
add_title (LtTable *table, LtCoordinationGraph *graph, LtPlan *plan, const char *title, const char *explanation)
{
  g_autofree char *day = lt_day_dup_official (lt_coordination_graph_get_as_of (graph));
  g_autofree char *note = g_strdup_printf ("%s, tính đến ngày %s. %s",
                                           lt_coordination_graph_get_names (graph) == LT_NAMES_TODAY
                                               ? "Tên hiện nay" : "Tên lúc ban hành",
                                           day, explanation);

  lt_table_add_line (table, LT_ROW_TITLE, title);
  if (plan != NULL && *lt_plan_get_title (plan) != '\0')
    lt_table_add_line (table, LT_ROW_ATTACHMENT, lt_plan_get_title (plan));
  lt_table_add_line (table, LT_ROW_PARAGRAPH, note);
}

static int
compare_load (gconstpointer a, gconstpointer b, gpointer data)
{
  const LtGraphNode *first = lt_coordination_graph_get_node (data, *(const guint *) a);
  const LtGraphNode *second = lt_coordination_graph_get_node (data, *(const guint *) b);
  guint first_load = first->led->len + first->coordinated->len;
  guint second_load = second->led->len + second->coordinated->len;

  if (first->led->len != second->led->len)
    return first->led->len > second->led->len ? -1 : 1;
  if (first_load != second_load)
    return first_load > second_load ? -1 : 1;
  return *(const guint *) a < *(const guint *) b ? -1 : 1;
}

static GArray *
order_by_load (LtCoordinationGraph *graph)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < lt_coordination_graph_get_n_nodes (graph); i++)
    g_array_append_val (order, i);
  g_array_sort_with_data (order, compare_load, graph);
  return order;
}

LtTable *
lt_coordination_measures_build (LtCoordinationGraph *graph, LtPlan *plan)
{
  LtTable *table = create_table ("Khối lượng phối hợp", graph, plan, BODY_SIZE);
  g_autoptr (GArray) order = order_by_load (graph);

  for (guint i = 0; i < N_COLUMNS; i++)
    lt_table_add_column (table, columns[i].title, columns[i].share, columns[i].align);
  add_title (table, graph, plan, "Khối lượng công việc và phối hợp của các cơ quan, đơn vị",
             "Mức độ đầu mối: trong các đường phối hợp ngắn nhất giữa hai đơn vị khác, tỉ lệ đi qua đơn vị này.");
  lt_table_add_header_row (table);
  for (guint i = 0; i < order->len; i++)
    {
      const LtGraphNode *node = lt_coordination_graph_get_node (graph, g_array_index (order, guint, i));
      g_autofree char *models = lt_initiative_dup_numbers (node->stalled);
      guint row = lt_table_add_row (table, LT_ROW_BODY);

      lt_table_put_number (table, row, COLUMN_NUMBER, i + 1);
      lt_table_put (table, row, COLUMN_NAME, node->name);
      lt_table_put_number (table, row, COLUMN_LED, node->led->len);
      lt_table_put_number (table, row, COLUMN_LATE, node->n_late);
      lt_table_put_number (table, row, COLUMN_COORDINATED, node->coordinated->len);
      lt_table_put_number (table, row, COLUMN_PARTNERS, node->n_partners);
      lt_table_put_number (table, row, COLUMN_CENTRALITY, round (node->centrality * 1000) / 10);
      lt_table_put (table, row, COLUMN_STALLED, models);
    }
  return table;
}

typedef struct {
  guint node;
  guint total;
} Side;

static int
compare_sides (gconstpointer a, gconstpointer b)
{
  const Side *first = a;
  const Side *second = b;

  if (first->total != second->total)
    return first->total > second->total ? -1 : 1;
  return first->node < second->node ? -1 : first->node > second->node;
}

static GArray *
gather_sides (LtCoordinationGraph *graph, gboolean leads)
{
  guint n = lt_coordination_graph_get_n_nodes (graph);
  g_autofree guint *totals = g_new0 (guint, n + 1);
  GArray *sides = g_array_new (FALSE, FALSE, sizeof (Side));

  for (guint i = 0; i < lt_coordination_graph_get_n_arrows (graph); i++)
    {
      const LtGraphArrow *arrow = lt_coordination_graph_get_arrow (graph, i);

      totals[leads ? arrow->lead : arrow->coordinator] += arrow->rows->len;
    }
  for (guint i = 0; i < n; i++)
    {
      Side side = { i, totals[i] };

      if (totals[i] > 0)
        g_array_append_val (sides, side);
    }
  g_array_sort (sides, compare_sides);
  return sides;
}

static LtShade
get_shade (guint count, guint most)
{
  if (count * 3 > most * 2)
    return LT_SHADE_BLUE;
  return count * 3 > most ? LT_SHADE_GREY : LT_SHADE_NONE;
}

static const char *
get_name (LtCoordinationGraph *graph, guint node)
{
  return lt_coordination_graph_get_node (graph, node)->name;
}

static guint
find_most (LtCoordinationGraph *graph)
{
  guint most = 0;

  for (guint i = 0; i < lt_coordination_graph_get_n_arrows (graph); i++)
    most = MAX (most, lt_coordination_graph_get_arrow (graph, i)->rows->len);
  return most;
}

static LtTable *
build_square (LtCoordinationGraph *graph, LtPlan *plan, GArray *leads, GArray *coordinators)
{
  LtTable *table = create_table ("Ma trận phối hợp", graph, plan, MATRIX_BODY_SIZE);
  guint total = coordinators->len + 1;
  guint most = find_most (graph);
  guint row;

  lt_table_add_column (table, "Chủ trì \\ Phối hợp", TEXT_COLUMN, LT_ALIGN_LEFT);
  for (guint i = 0; i < coordinators->len; i++)
    lt_table_add_column (table, get_name (graph, g_array_index (coordinators, Side, i).node), COUNT_COLUMN,
                         LT_ALIGN_CENTER);
  lt_table_add_column (table, "Tổng", COUNT_COLUMN, LT_ALIGN_CENTER);
  add_title (table, graph, plan, "Ma trận phối hợp giữa các cơ quan, đơn vị",
             "Mỗi ô: số nhiệm vụ đơn vị ở dòng chủ trì và đơn vị ở cột phối hợp.");
  lt_table_add_header_row (table);
  for (guint i = 0; i < leads->len; i++)
    {
      const Side *lead = &g_array_index (leads, Side, i);

      row = lt_table_add_row (table, LT_ROW_BODY);
      lt_table_put (table, row, 0, get_name (graph, lead->node));
      for (guint j = 0; j < coordinators->len; j++)
        {
          int arrow = lt_coordination_graph_find_arrow (graph, lead->node,
                                                        g_array_index (coordinators, Side, j).node);
          guint count = arrow < 0 ? 0 : lt_coordination_graph_get_arrow (graph, (guint) arrow)->rows->len;

          lt_table_put_number (table, row, j + 1, count > 0 ? count : NAN);
          if (get_shade (count, most) != LT_SHADE_NONE)
            lt_table_shade (table, row, j + 1, get_shade (count, most));
        }
      lt_table_put_number (table, row, total, lead->total);
    }
  row = lt_table_add_row (table, LT_ROW_TOTAL);
  lt_table_put (table, row, 0, "Tổng");
  for (guint j = 0; j < coordinators->len; j++)
    lt_table_put_number (table, row, j + 1, g_array_index (coordinators, Side, j).total);
  lt_table_put_number (table, row, total, lt_coordination_graph_get_n_links (graph));
  return table;
}

static LtTable *
build_pairs (LtCoordinationGraph *graph, LtPlan *plan)
{
  LtTable *table = create_table ("Cặp phối hợp", graph, plan, BODY_SIZE);
  guint row;

  lt_table_add_column (table, "Chủ trì", 40, LT_ALIGN_LEFT);
  lt_table_add_column (table, "Phối hợp", 40, LT_ALIGN_LEFT);
  lt_table_add_column (table, "Số nhiệm vụ", 10, LT_ALIGN_RIGHT);
  add_title (table, graph, plan, "Các cặp cơ quan, đơn vị phối hợp với nhau", "");
  lt_table_add_header_row (table);
  for (guint i = 0; i < lt_coordination_graph_get_n_arrows (graph); i++)
    {
      const LtGraphArrow *arrow = lt_coordination_graph_get_arrow (graph, i);

      row = lt_table_add_row (table, LT_ROW_BODY);
      lt_table_put (table, row, 0, get_name (graph, arrow->lead));
      lt_table_put (table, row, 1, get_name (graph, arrow->coordinator));
      lt_table_put_number (table, row, 2, arrow->rows->len);
    }
  row = lt_table_add_row (table, LT_ROW_TOTAL);
  lt_table_put (table, row, 0, "Tổng");
  lt_table_put_number (table, row, 2, lt_coordination_graph_get_n_links (graph));
  return table;
}

LtTable *
lt_coordination_matrix_build (LtCoordinationGraph *graph, LtPlan *plan)
{
  g_autoptr (GArray) leads = gather_sides (graph, TRUE);
  g_autoptr (GArray) coordinators = gather_sides (graph, FALSE);

  return coordinators->len > MATRIX_COLUMNS_MAX ? build_pairs (graph, plan)
                                                : build_square (graph, plan, leads, coordinators);
}
