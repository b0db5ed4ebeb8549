/* SPDX-License-Identifier: MIT */
#include "exchange/lt-graph-writer.h"

static const char *
get_kind (const LtGraphNode *node)
{
  if (node->group)
    return "group";
  if (node->agency == NULL)
    return "unknown";
  return node->led->len > 0 ? "lead" : "coordinator";
}

static void
append_decimal (GString *out, double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (out, g_ascii_formatd (text, sizeof text, "%.4f", value));
}

/* Inside of double quotes only the quote has a meaning, and the backslash before it, before a line
 * end or a letter; both are kept as they are by writing them as entities. */
static void
append_quoted (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (const char *at = text; *at; at++)
    switch (*at)
      {
      case '"':
        g_string_append (out, "&quot;");
        break;
      case '\\':
        g_string_append (out, "&#92;");
        break;
      case '&':
        g_string_append (out, "&amp;");
        break;
      case '\n':
      case '\r':
      case '\t':
        g_string_append_c (out, ' ');
        break;
      default:
        g_string_append_c (out, *at);
        break;
      }
  g_string_append_c (out, '"');
}

GBytes *
lt_dot_write (LtCoordinationGraph *graph, const char *title)
{
  GString *out = g_string_new ("digraph ");
  gsize length;

  append_quoted (out, title);
  g_string_append (out, " {\n  graph [charset=\"UTF-8\", overlap=prism, splines=true]\n"
                        "  node [shape=box, style=rounded]\n");
  for (guint i = 0; i < lt_coordination_graph_get_n_nodes (graph); i++)
    {
      const LtGraphNode *node = lt_coordination_graph_get_node (graph, i);

      g_string_append_printf (out, "  n%u [label=", i + 1);
      append_quoted (out, node->name);
      g_string_append_printf (out, ", kind=%s, led=%u, coordinated=%u, late=%u, partners=%u, centrality=",
                              get_kind (node), node->led->len, node->coordinated->len, node->n_late,
                              node->n_partners);
      append_decimal (out, node->centrality);
      g_string_append_printf (out, "%s]\n", node->group ? ", style=\"rounded,dashed\"" : "");
    }
  for (guint i = 0; i < lt_coordination_graph_get_n_arrows (graph); i++)
    {
      const LtGraphArrow *arrow = lt_coordination_graph_get_arrow (graph, i);

      g_string_append_printf (out, "  n%u -> n%u [label=%u, weight=%u, penwidth=%u]\n", arrow->lead + 1,
                              arrow->coordinator + 1, arrow->rows->len, arrow->rows->len, MIN (arrow->rows->len, 8));
    }
  g_string_append (out, "}\n");
  length = out->len;
  return g_bytes_new_take (g_string_free (out, FALSE), length);
}

static const struct {
  const char *id;
  const char *of;
  const char *type;
} keys[] = {
  { "label", "node", "string" },     { "kind", "node", "string" },   { "led", "node", "int" },
  { "coordinated", "node", "int" },  { "late", "node", "int" },      { "partners", "node", "int" },
  { "centrality", "node", "double" }, { "stalled", "node", "int" }, { "count", "edge", "int" },
};

static void
append_text (GString *out, const char *key, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append_printf (out, "      <data key=\"%s\">%s</data>\n", key, escaped);
}

static void
append_count (GString *out, const char *key, guint count)
{
  g_string_append_printf (out, "      <data key=\"%s\">%u</data>\n", key, count);
}

static void
append_node (GString *out, const LtGraphNode *node, guint index)
{
  g_string_append_printf (out, "    <node id=\"n%u\">\n", index + 1);
  append_text (out, "label", node->name);
  append_text (out, "kind", get_kind (node));
  append_count (out, "led", node->led->len);
  append_count (out, "coordinated", node->coordinated->len);
  append_count (out, "late", node->n_late);
  append_count (out, "partners", node->n_partners);
  g_string_append (out, "      <data key=\"centrality\">");
  append_decimal (out, node->centrality);
  g_string_append (out, "</data>\n");
  append_count (out, "stalled", node->stalled->len);
  g_string_append (out, "    </node>\n");
}

GBytes *
lt_graphml_write (LtCoordinationGraph *graph, const char *title)
{
  GString *out = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                               "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n");
  g_autofree char *description = g_markup_escape_text (title, -1);
  gsize length;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_string_append_printf (out, "  <key id=\"%s\" for=\"%s\" attr.name=\"%s\" attr.type=\"%s\"/>\n", keys[i].id,
                            keys[i].of, keys[i].id, keys[i].type);
  g_string_append_printf (out, "  <graph id=\"coordination\" edgedefault=\"directed\">\n    <desc>%s</desc>\n",
                          description);
  for (guint i = 0; i < lt_coordination_graph_get_n_nodes (graph); i++)
    append_node (out, lt_coordination_graph_get_node (graph, i), i);
  for (guint i = 0; i < lt_coordination_graph_get_n_arrows (graph); i++)
    {
      const LtGraphArrow *arrow = lt_coordination_graph_get_arrow (graph, i);

      g_string_append_printf (out, "    <edge id=\"e%u\" source=\"n%u\" target=\"n%u\">\n", i + 1, arrow->lead + 1,
                              arrow->coordinator + 1);
      append_count (out, "count", arrow->rows->len);
      g_string_append (out, "    </edge>\n");
    }
  g_string_append (out, "  </graph>\n</graphml>\n");
  length = out->len;
  return g_bytes_new_take (g_string_free (out, FALSE), length);
}
