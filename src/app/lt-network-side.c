/* SPDX-License-Identifier: MIT */
#include "app/lt-network-side.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "app/lt-agency-uses.h"
#include "app/lt-list-label.h"
#include "plan/lt-agency-use.h"

/* How an entry is shown: whole, it would say in each line who is picked. */
typedef struct {
  char *title;
  char *caption;
} Words;

struct _LtNetworkSide
{
  GtkWidget parent_instance;

  GArray *entries; /* (element-type guint): nodes, or arrows where a node is picked */
  gboolean of_arrows;
  GArray *shown;   /* (element-type Words): of the entries */

  GtkLabel *title;
  GtkWidget *back;
  GtkLabel *figures;
  GtkLabel *list_title;
  GtkStringList *words;
  GtkWidget *list_window;
  GtkLabel *rows_title;
  LtAgencyUses *uses;
};

G_DEFINE_FINAL_TYPE (LtNetworkSide, lt_network_side, GTK_TYPE_WIDGET)

static guint picked_signal;

static void
add_line (GString *text, char *line)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
  g_free (line);
}

/* In the words of somebody who heads a department; docs/coordination.md has the formulas. */
static char *
dup_figures (const LtGraphNode *node)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *models = lt_initiative_dup_numbers (node->stalled);

  add_line (text, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Leads %u assignment", "Leads %u assignments",
                                                node->led->len), node->led->len));
  if (node->n_late > 0)
    add_line (text, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of them is late", "%u of them are late",
                                                  node->n_late), node->n_late));
  add_line (text, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Coordinates in %u assignment",
                                                "Coordinates in %u assignments", node->coordinated->len),
                                   node->coordinated->len));
  add_line (text, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Works with %u other agency",
                                                "Works with %u other agencies", node->n_partners),
                                   node->n_partners));
  /* Translators: how central an agency is */
  add_line (text, g_strdup_printf (_("Of the shortest ways of coordination between two others, %.0f%% lead over it"),
                                   node->centrality * 100));
  if (node->stalled->len > 0)
    /* Translators: %s are numbers of models */
    add_line (text, g_strdup_printf (_("Would stand still without it: model %s"), models));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static int
compare_load (gconstpointer a, gconstpointer b, gpointer data)
{
  const LtGraphNode *first = lt_coordination_graph_get_node (data, *(const guint *) a);
  const LtGraphNode *second = lt_coordination_graph_get_node (data, *(const guint *) b);
  guint first_load = first->led->len + first->coordinated->len;
  guint second_load = second->led->len + second->coordinated->len;

  if (first_load != second_load)
    return first_load > second_load ? -1 : 1;
  return *(const guint *) a < *(const guint *) b ? -1 : 1;
}

static void
clear_words (gpointer data)
{
  Words *words = data;

  g_free (words->title);
  g_free (words->caption);
}

/* The arrow points away from who leads. */
static char *
add_arrow (LtNetworkSide *self, LtCoordinationGraph *graph, LtNetwork *network, guint index, guint node)
{
  const LtGraphArrow *arrow = lt_coordination_graph_get_arrow (graph, index);
  guint other = (guint) lt_graph_arrow_get_other (arrow, node);
  guint n = arrow->rows->len;
  Words words = {
    g_strdup_printf ("%s %s", arrow->lead == node ? "→" : "←", lt_coordination_graph_get_node (graph, other)->name),
    g_strdup_printf (ngettext ("%u assignment", "%u assignments", n), n),
  };

  g_array_append_val (self->shown, words);
  return lt_network_dup_arrow_text (network, index);
}

static char *
add_node (LtNetworkSide *self, LtNetwork *network, guint node)
{
  guint index = lt_network_find_box (network, node);
  const LtNetworkBox *box = lt_network_get_box (network, index);
  Words words = { g_strdup (box->name), g_strconcat (box->note, box->late ? ", " : NULL, box->late, NULL) };

  g_array_append_val (self->shown, words);
  return lt_network_dup_box_text (network, index);
}

static void
list_entries (LtNetworkSide *self, LtCoordinationGraph *graph, LtNetwork *network, int node)
{
  guint n = lt_coordination_graph_get_n_nodes (graph);

  self->of_arrows = node >= 0;
  for (guint i = 0; node < 0 && i < n; i++)
    g_array_append_val (self->entries, i);
  for (guint i = 0; node >= 0 && i < lt_coordination_graph_get_n_arrows (graph); i++)
    if (lt_graph_arrow_get_other (lt_coordination_graph_get_arrow (graph, i), (guint) node) >= 0)
      g_array_append_val (self->entries, i);
  if (node < 0)
    g_array_sort_with_data (self->entries, compare_load, graph);
  for (guint i = 0; i < self->entries->len; i++)
    {
      guint entry = g_array_index (self->entries, guint, i);
      g_autofree char *words = self->of_arrows ? add_arrow (self, graph, network, entry, (guint) node)
                                               : add_node (self, network, entry);

      gtk_string_list_append (self->words, words);
    }
}

static void
add_uses (GPtrArray *uses, GPtrArray *rows, LtRole role)
{
  for (guint i = 0; i < rows->len; i++)
    {
      LtAgencyUse *use = g_new (LtAgencyUse, 1);

      use->assignment = g_object_ref (g_ptr_array_index (rows, i));
      use->role = role;
      g_ptr_array_add (uses, use);
    }
}

static void
activated_cb (GtkListView *list, guint position, LtNetworkSide *self)
{
  lt_network_side_activate (self, position);
}

static void
back_cb (LtNetworkSide *self)
{
  g_signal_emit (self, picked_signal, 0, -1, -1);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *caption = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (title), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (title), 3);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_label_set_ellipsize (GTK_LABEL (caption), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "dim-label");
  gtk_widget_set_margin_top (box, 4);
  gtk_widget_set_margin_bottom (box, 4);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), caption);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, LtNetworkSide *self)
{
  const Words *words = &g_array_index (self->shown, Words, gtk_list_item_get_position (item));
  GtkWidget *title = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *caption = gtk_widget_get_next_sibling (title);

  gtk_label_set_label (GTK_LABEL (title), words->title);
  gtk_label_set_label (GTK_LABEL (caption), words->caption);
  gtk_widget_set_visible (caption, *words->caption != '\0');
  lt_list_row_set_name (item, gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static void
lt_network_side_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LT_TYPE_NETWORK_SIDE);

  G_OBJECT_CLASS (lt_network_side_parent_class)->dispose (object);
}

static void
lt_network_side_finalize (GObject *object)
{
  g_array_unref (LT_NETWORK_SIDE (object)->entries);
  g_array_unref (LT_NETWORK_SIDE (object)->shown);

  G_OBJECT_CLASS (lt_network_side_parent_class)->finalize (object);
}

static void
lt_network_side_class_init (LtNetworkSideClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lt_network_side_dispose;
  G_OBJECT_CLASS (klass)->finalize = lt_network_side_finalize;
  picked_signal = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);

  g_type_ensure (LT_TYPE_AGENCY_USES);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lotrinh/LoTrinh/ui/lt-network-side.ui");
  gtk_widget_class_bind_template_child_full (widget_class, "content", FALSE, 0);
  gtk_widget_class_bind_template_child (widget_class, LtNetworkSide, title);
  gtk_widget_class_bind_template_child (widget_class, LtNetworkSide, back);
  gtk_widget_class_bind_template_child (widget_class, LtNetworkSide, figures);
  gtk_widget_class_bind_template_child (widget_class, LtNetworkSide, list_title);
  gtk_widget_class_bind_template_child (widget_class, LtNetworkSide, words);
  gtk_widget_class_bind_template_child (widget_class, LtNetworkSide, list_window);
  gtk_widget_class_bind_template_child (widget_class, LtNetworkSide, rows_title);
  gtk_widget_class_bind_template_child (widget_class, LtNetworkSide, uses);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
}

static void
lt_network_side_init (LtNetworkSide *self)
{
  self->entries = g_array_new (FALSE, FALSE, sizeof (guint));
  self->shown = g_array_new (FALSE, FALSE, sizeof (Words));
  g_array_set_clear_func (self->shown, clear_words);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_rows (LtNetworkSide *self, GPtrArray *uses)
{
  gboolean any = uses->len > 0;

  lt_agency_uses_show (self->uses, uses);
  gtk_widget_set_visible (GTK_WIDGET (self->uses), any);
  gtk_widget_set_visible (GTK_WIDGET (self->rows_title), any);
}

void
lt_network_side_show (LtNetworkSide *self, LtCoordinationGraph *graph, LtNetwork *network, int node, int arrow)
{
  g_autoptr (GPtrArray) uses = g_ptr_array_new_with_free_func ((GDestroyNotify) lt_agency_use_free);
  g_autofree char *title = NULL;
  g_autofree char *figures = NULL;

  g_return_if_fail (LT_IS_NETWORK_SIDE (self));

  g_array_set_size (self->entries, 0);
  gtk_string_list_splice (self->words, 0, g_list_model_get_n_items (G_LIST_MODEL (self->words)), NULL);
  g_array_set_size (self->shown, 0);
  if (graph != NULL && arrow < 0)
    list_entries (self, graph, network, node);
  if (graph != NULL && node >= 0)
    {
      const LtGraphNode *content = lt_coordination_graph_get_node (graph, (guint) node);

      title = g_strdup (content->name);
      figures = dup_figures (content);
      add_uses (uses, content->led, LT_ROLE_LEAD);
      add_uses (uses, content->coordinated, LT_ROLE_COORDINATE);
    }
  else if (graph != NULL && arrow >= 0)
    {
      const LtGraphArrow *content = lt_coordination_graph_get_arrow (graph, (guint) arrow);

      title = g_strdup_printf ("%s → %s", lt_coordination_graph_get_node (graph, content->lead)->name,
                               lt_coordination_graph_get_node (graph, content->coordinator)->name);
      figures = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Together in %u assignment",
                                              "Together in %u assignments", content->rows->len),
                                 content->rows->len);
      add_uses (uses, content->rows, LT_ROLE_LEAD);
    }
  else
    title = g_strdup (_("Agencies"));
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->figures, figures ? figures : _("Choose an agency or an arrow to see its assignments."));
  gtk_label_set_label (self->list_title, node >= 0 ? _("Works with") : _("Leads and coordinates"));
  gtk_widget_set_visible (self->back, node >= 0 || arrow >= 0);
  gtk_widget_set_visible (GTK_WIDGET (self->list_title), self->entries->len > 0);
  gtk_widget_set_visible (self->list_window, self->entries->len > 0);
  show_rows (self, uses);
}

void
lt_network_side_focus_rows (LtNetworkSide *self)
{
  g_return_if_fail (LT_IS_NETWORK_SIDE (self));

  if (lt_agency_uses_get_n (self->uses) > 0)
    gtk_widget_child_focus (GTK_WIDGET (self->uses), GTK_DIR_TAB_FORWARD);
}

guint
lt_network_side_get_n_rows (LtNetworkSide *self)
{
  return lt_agency_uses_get_n (self->uses);
}

guint
lt_network_side_get_n_entries (LtNetworkSide *self)
{
  return self->entries->len;
}

void
lt_network_side_activate (LtNetworkSide *self, guint position)
{
  int entry;

  if (position >= self->entries->len)
    return;
  entry = (int) g_array_index (self->entries, guint, position);
  g_signal_emit (self, picked_signal, 0, self->of_arrows ? -1 : entry, self->of_arrows ? entry : -1);
}
