/* SPDX-License-Identifier: MIT */
#include "app/lt-network-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/lt-coordination-print.h"
#include "app/lt-day-button.h"
#include "app/lt-feedback.h"
#include "app/lt-filter-bar.h"
#include "app/lt-names-switch.h"
#include "app/lt-network-canvas.h"
#include "app/lt-network-job.h"
#include "app/lt-network-side.h"
#include "app/lt-print-dialog.h"
#include "app/lt-view-state.h"
#include "store/lt-agency-edits.h"

struct _LtNetworkView
{
  GtkWidget parent_instance;

  LtDocument *document;
  LtPlan *plan;
  LtCoordinationGraph *graph; /* of what is drawn */
  LtNetwork *network;
  LtMatrix *matrix;
  LtChartText *text;
  GCancellable *layout;       /* of what is under way; NULL if nothing is */
  gboolean outdated;
  char *picked[2];            /* names of the node, or of the ends of the arrow */
  char *shown;
  gboolean groups;
  gboolean columns;
  gboolean by_name;
  guint drawn_model;          /* as of the list of models, 0 for all */

  LtFilterBar *filter_bar;
  LtDayButton *as_of;
  LtNamesSwitch *names;
  GtkDropDown *model;
  GtkStringList *models;
  GtkSpinner *spinner;
  GtkStack *stack;
  LtNetworkCanvas *canvas;
  LtNetworkSide *side;
  GtkLabel *problem;
};

static void lt_network_view_view_init (LtViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LtNetworkView, lt_network_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (LT_TYPE_VIEW, lt_network_view_view_init))

enum {
  PROP_0,
  PROP_SHOWN,
  PROP_GROUPS,
  PROP_COLUMNS,
  PROP_BY_NAME,
  PROP_READY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

#define ZOOM_STEP 1.25

static LtViewState *
get_state (LtNetworkView *self)
{
  return lt_view_state_get (self->document);
}

static gboolean
shows_matrix (LtNetworkView *self)
{
  return g_str_equal (self->shown, "matrix");
}

/* What the graph asks of each row; lives as long as it is made. */
typedef struct {
  LtFilter *filter;
  LtDay day;
} Condition;

static gboolean
accepts (LtAssignment *row, gpointer data)
{
  const Condition *condition = data;

  return lt_filter_accepts (condition->filter, row, condition->day);
}

static LtCoordinationGraph *
make_graph (LtNetworkView *self)
{
  LtViewState *state = get_state (self);
  LtGraphOptions options = LT_GRAPH_OPTIONS_INIT;
  Condition condition = { lt_view_state_get_filter (state), lt_view_state_get_day (state) };
  guint model = gtk_drop_down_get_selected (self->model);

  self->drawn_model = model;
  options.plan = self->plan;
  options.as_of = condition.day;
  options.names = lt_view_state_get_names (state);
  options.groups = self->groups;
  options.accepts = accepts;
  options.accepts_data = &condition;
  if (model > 0 && model != GTK_INVALID_LIST_POSITION)
    options.initiative = lt_item_get_child (LT_ITEM (self->plan), model - 1);
  return lt_coordination_graph_new (lt_document_get_book (self->document), &options);
}

static int
find_name (LtCoordinationGraph *graph, const char *name)
{
  for (guint i = 0; name != NULL && i < lt_coordination_graph_get_n_nodes (graph); i++)
    if (strcmp (lt_coordination_graph_get_node (graph, i)->name, name) == 0)
      return (int) i;
  return -1;
}

/* What was picked before keeps being picked, if it is still there. */
static void
pick_again (LtNetworkView *self)
{
  int node = find_name (self->graph, self->picked[0]);
  int other = find_name (self->graph, self->picked[1]);
  int arrow = node >= 0 && other >= 0 ? lt_coordination_graph_find_arrow (self->graph, (guint) node, (guint) other)
                                      : -1;

  if (self->picked[1] != NULL)
    node = -1;
  lt_network_canvas_pick (self->canvas, node, arrow);
  lt_network_side_show (self->side, self->graph, self->network, node, arrow);
}

static void
remember_pick (LtNetworkView *self, int node, int arrow)
{
  g_clear_pointer (&self->picked[0], g_free);
  g_clear_pointer (&self->picked[1], g_free);
  if (self->graph != NULL && arrow >= 0)
    {
      const LtGraphArrow *content = lt_coordination_graph_get_arrow (self->graph, (guint) arrow);

      self->picked[0] = g_strdup (lt_coordination_graph_get_node (self->graph, content->lead)->name);
      self->picked[1] = g_strdup (lt_coordination_graph_get_node (self->graph, content->coordinator)->name);
    }
  else if (self->graph != NULL && node >= 0)
    self->picked[0] = g_strdup (lt_coordination_graph_get_node (self->graph, (guint) node)->name);
}

static void
update_actions (LtNetworkView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean drawn = self->network != NULL && self->layout == NULL;
  gboolean editable = self->document != NULL && !lt_document_get_read_only (self->document);

  gtk_widget_action_set_enabled (widget, "network.zoom-in", drawn);
  gtk_widget_action_set_enabled (widget, "network.zoom-out", drawn);
  gtk_widget_action_set_enabled (widget, "network.fit", drawn);
  gtk_widget_action_set_enabled (widget, "network.print", drawn);
  gtk_widget_action_set_enabled (widget, "network.forget-places", editable);
}

static void
show_content (LtNetworkView *self)
{
  const char *problem = self->network != NULL ? lt_network_get_problem (self->network) : NULL;

  lt_network_canvas_set_content (self->canvas, self->network, self->matrix);
  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL && !shows_matrix (self));
  if (self->graph != NULL)
    pick_again (self);
  else
    lt_network_side_show (self->side, NULL, NULL, -1, -1);
  update_actions (self);
}

static void
clear_content (LtNetworkView *self)
{
  g_clear_pointer (&self->graph, lt_coordination_graph_unref);
  g_clear_pointer (&self->network, lt_network_unref);
  g_clear_pointer (&self->matrix, lt_matrix_unref);
}

static void
drawn_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LtNetworkView) self = data;
  g_autoptr (LtNetworkDrawing) drawing = lt_network_job_draw_finish (result, NULL);

  if (drawing == NULL || self->canvas == NULL)
    return;
  g_clear_object (&self->layout);
  gtk_spinner_stop (self->spinner);
  clear_content (self);
  self->graph = lt_coordination_graph_ref (drawing->graph);
  self->network = lt_network_ref (drawing->network);
  self->matrix = lt_matrix_ref (drawing->matrix);
  show_content (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READY]);
}

static void
cancel_layout (LtNetworkView *self)
{
  if (self->layout != NULL)
    g_cancellable_cancel (self->layout);
  g_clear_object (&self->layout);
  if (self->spinner != NULL)
    gtk_spinner_stop (self->spinner);
}

static void
start_layout (LtNetworkView *self, LtCoordinationGraph *graph)
{
  cancel_layout (self);
  self->layout = g_cancellable_new ();
  gtk_spinner_start (self->spinner);
  lt_network_job_draw_async (graph, self->columns ? LT_ARRANGEMENT_COLUMNS : LT_ARRANGEMENT_FREE,
                             self->by_name ? LT_MATRIX_BY_NAME : LT_MATRIX_BY_LOAD, self->text, self->layout,
                             drawn_cb, g_object_ref (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READY]);
  update_actions (self);
}

static void
update (LtNetworkView *self)
{
  g_autoptr (LtCoordinationGraph) graph = NULL;
  gboolean there = self->plan != NULL && lt_item_get_parent (LT_ITEM (self->plan)) != NULL;

  self->outdated = FALSE;
  if (there)
    graph = make_graph (self);
  if (graph != NULL && lt_coordination_graph_get_n_nodes (graph) > 0)
    {
      gtk_stack_set_visible_child_name (self->stack, "drawing");
      start_layout (self, graph);
      return;
    }
  cancel_layout (self);
  clear_content (self);
  show_content (self);
  if (!there)
    gtk_stack_set_visible_child_name (self->stack, "no-plan");
  else if (lt_filter_is_empty (lt_view_state_get_filter (get_state (self))) && self->groups
           && gtk_drop_down_get_selected (self->model) == 0)
    gtk_stack_set_visible_child_name (self->stack, "empty");
  else
    gtk_stack_set_visible_child_name (self->stack, "nothing");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READY]);
}

static gboolean
holds (GtkStringList *list, GPtrArray *titles)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (list)) + 1 != titles->len)
    return FALSE;
  for (guint i = 0; i + 1 < titles->len; i++)
    if (!g_str_equal (gtk_string_list_get_string (list, i), g_ptr_array_index (titles, i)))
      return FALSE;
  return TRUE;
}

static void
fill_models (LtNetworkView *self)
{
  guint selected = gtk_drop_down_get_selected (self->model);
  guint n = self->plan != NULL ? lt_item_get_n_children (LT_ITEM (self->plan)) : 0;
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (titles, g_strdup (_("All models")));
  for (guint i = 0; i < n; i++)
    {
      LtInitiative *initiative = lt_item_get_child (LT_ITEM (self->plan), i);
      g_autofree char *number = lt_initiative_dup_number (initiative);

      g_ptr_array_add (titles, g_strdup_printf ("%s. %s", number, lt_initiative_get_name (initiative)));
    }
  g_ptr_array_add (titles, NULL);
  if (holds (self->models, titles))
    return;
  gtk_string_list_splice (self->models, 0, g_list_model_get_n_items (G_LIST_MODEL (self->models)),
                          (const char *const *) titles->pdata);
  gtk_drop_down_set_selected (self->model, selected <= n ? selected : 0);
}

/* Pages that nobody looks at wait until somebody does. */
static void
changed_cb (LtNetworkView *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      self->outdated = TRUE;
      return;
    }
  fill_models (self);
  update (self);
}

static void
model_changed_cb (LtNetworkView *self)
{
  /* Told late, and of no change as well. */
  if (self->document != NULL && gtk_drop_down_get_selected (self->model) != self->drawn_model)
    changed_cb (self);
}

static void
as_of_picked_cb (LtNetworkView *self)
{
  if (self->document != NULL)
    lt_view_state_set_as_of (get_state (self), lt_day_button_get_day (self->as_of));
}

static void
as_of_changed_cb (LtNetworkView *self)
{
  lt_day_button_set_day (self->as_of, lt_view_state_get_as_of (get_state (self)));
  changed_cb (self);
}

static void
canvas_picked_cb (LtNetworkView *self)
{
  int node = lt_network_canvas_get_node (self->canvas);
  int arrow = lt_network_canvas_get_arrow (self->canvas);

  remember_pick (self, node, arrow);
  lt_network_side_show (self->side, self->graph, self->network, node, arrow);
}

static void
listed_cb (LtNetworkView *self)
{
  lt_network_side_focus_rows (self->side);
}

static void
side_picked_cb (LtNetworkView *self, int node, int arrow)
{
  lt_network_canvas_pick (self->canvas, node, arrow);
  canvas_picked_cb (self);
}

static void
moved_cb (LtNetworkView *self, guint node, double x, double y)
{
  const LtGraphNode *content = lt_coordination_graph_get_node (self->graph, node);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (content->agency == NULL)
    return;
  if (!lt_document_place_agency (self->document, content->agency, x, y, &error))
    {
      lt_feedback_error (GTK_WIDGET (self), _("The agency cannot be moved"), error);
      update (self);
      return;
    }
  /* Translators: %s is an agency that was moved in the drawing */
  text = g_strdup_printf (_("“%s” stays where you put it"), content->name);
  lt_feedback_undo_toast (GTK_WIDGET (self), text);
}

static void
mapped_cb (LtNetworkView *self)
{
  if (self->outdated)
    changed_cb (self);
}

static void
zoom_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lt_network_canvas_zoom (LT_NETWORK_VIEW (widget)->canvas,
                          g_str_equal (name, "network.zoom-in") ? ZOOM_STEP : 1 / ZOOM_STEP, -1, -1);
}

static void
fit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lt_network_canvas_fit (LT_NETWORK_VIEW (widget)->canvas);
}

static void
forget_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LtNetworkView *self = LT_NETWORK_VIEW (widget);
  g_autoptr (GError) error = NULL;

  if (!lt_document_forget_places (self->document, &error))
    lt_feedback_error (widget, _("The places cannot be forgotten"), error);
  else
    lt_feedback_undo_toast (widget, _("All agencies are placed by the program again"));
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LtNetworkView *self = LT_NETWORK_VIEW (widget);
  g_autofree char *subset = lt_filter_dup_official (lt_view_state_get_filter (get_state (self)), "");
  LtPrintSubject *subject = lt_coordination_print_new (self->graph, shows_matrix (self) ? NULL : self->network,
                                                       shows_matrix (self) ? self->matrix : NULL, self->plan, subset);
  GtkWidget *dialog = lt_print_dialog_new (subject, lt_document_get_path (self->document));

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (gtk_widget_get_root (widget)));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
lt_network_view_set_plan (LtView *view, LtDocument *document, LtPlan *plan)
{
  LtNetworkView *self = LT_NETWORK_VIEW (view);

  if (self->document == document && self->plan == plan)
    return;
  if (self->document != NULL)
    {
      g_signal_handlers_disconnect_by_data (lt_view_state_get_filter (get_state (self)), self);
      g_signal_handlers_disconnect_by_data (get_state (self), self);
      g_signal_handlers_disconnect_by_data (self->document, self);
    }
  cancel_layout (self);
  clear_content (self);
  remember_pick (self, -1, -1);
  show_content (self);
  g_set_object (&self->document, document);
  g_set_object (&self->plan, plan);
  lt_filter_bar_set_plan (self->filter_bar, document, plan);
  lt_names_switch_set_document (self->names, document);
  gtk_drop_down_set_selected (self->model, 0);
  if (document == NULL)
    return;
  lt_network_canvas_set_editable (self->canvas, !lt_document_get_read_only (document));
  lt_day_button_set_day (self->as_of, lt_view_state_get_as_of (get_state (self)));
  g_signal_connect_swapped (document, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (get_state (self), "notify::names", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (get_state (self), "notify::as-of", G_CALLBACK (as_of_changed_cb), self);
  g_signal_connect_swapped (lt_view_state_get_filter (get_state (self)), "changed", G_CALLBACK (changed_cb), self);
  changed_cb (self);
}

static void
lt_network_view_print (LtView *view)
{
  gtk_widget_activate_action (GTK_WIDGET (view), "network.print", NULL);
}

static void
lt_network_view_view_init (LtViewInterface *iface)
{
  iface->set_plan = lt_network_view_set_plan;
  iface->print = lt_network_view_print;
}

static void
lt_network_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LtNetworkView *self = LT_NETWORK_VIEW (object);

  switch (id)
    {
    case PROP_SHOWN:
      g_value_set_string (value, self->shown);
      break;
    case PROP_GROUPS:
      g_value_set_boolean (value, self->groups);
      break;
    case PROP_COLUMNS:
      g_value_set_boolean (value, self->columns);
      break;
    case PROP_BY_NAME:
      g_value_set_boolean (value, self->by_name);
      break;
    case PROP_READY:
      g_value_set_boolean (value, self->layout == NULL && !self->outdated);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
set_flag (LtNetworkView *self, gboolean *flag, const GValue *value, GParamSpec *pspec)
{
  if (*flag == g_value_get_boolean (value))
    return;
  *flag = g_value_get_boolean (value);
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
  if (self->document != NULL)
    changed_cb (self);
}

static void
lt_network_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  LtNetworkView *self = LT_NETWORK_VIEW (object);

  switch (id)
    {
    case PROP_SHOWN:
      if (g_strcmp0 (g_value_get_string (value), self->shown) == 0)
        return;
      g_free (self->shown);
      self->shown = g_value_dup_string (value);
      lt_network_canvas_show_matrix (self->canvas, shows_matrix (self));
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_GROUPS:
      set_flag (self, &self->groups, value, pspec);
      break;
    case PROP_COLUMNS:
      /* Another drawing: it is seen from the beginning. */
      lt_network_canvas_set_content (self->canvas, NULL, NULL);
      set_flag (self, &self->columns, value, pspec);
      break;
    case PROP_BY_NAME:
      set_flag (self, &self->by_name, value, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lt_network_view_dispose (GObject *object)
{
  LtNetworkView *self = LT_NETWORK_VIEW (object);

  if (self->document != NULL)
    lt_network_view_set_plan (LT_VIEW (self), NULL, NULL);
  cancel_layout (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), LT_TYPE_NETWORK_VIEW);

  G_OBJECT_CLASS (lt_network_view_parent_class)->dispose (object);
}

static void
lt_network_view_finalize (GObject *object)
{
  LtNetworkView *self = LT_NETWORK_VIEW (object);

  clear_content (self);
  g_free (self->picked[0]);
  g_free (self->picked[1]);
  g_free (self->shown);
  lt_chart_text_free (self->text);

  G_OBJECT_CLASS (lt_network_view_parent_class)->finalize (object);
}

static void
lt_network_view_class_init (LtNetworkViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = lt_network_view_get_property;
  object_class->set_property = lt_network_view_set_property;
  object_class->dispose = lt_network_view_dispose;
  object_class->finalize = lt_network_view_finalize;

  properties[PROP_SHOWN] = g_param_spec_string ("shown", NULL, NULL, "network", flags);
  properties[PROP_GROUPS] = g_param_spec_boolean ("groups", NULL, NULL, TRUE, flags);
  properties[PROP_COLUMNS] = g_param_spec_boolean ("columns", NULL, NULL, FALSE, flags);
  properties[PROP_BY_NAME] = g_param_spec_boolean ("by-name", NULL, NULL, FALSE, flags);
  properties[PROP_READY] = g_param_spec_boolean ("ready", NULL, NULL, FALSE,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (LT_TYPE_NETWORK_CANVAS);
  g_type_ensure (LT_TYPE_NETWORK_SIDE);
  g_type_ensure (LT_TYPE_FILTER_BAR);
  g_type_ensure (LT_TYPE_DAY_BUTTON);
  g_type_ensure (LT_TYPE_NAMES_SWITCH);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lotrinh/LoTrinh/ui/lt-network-view.ui");
  gtk_widget_class_bind_template_child_full (widget_class, "toolbar", FALSE, 0);
  gtk_widget_class_bind_template_child_full (widget_class, "second_toolbar", FALSE, 0);
  gtk_widget_class_bind_template_child_full (widget_class, "separator", FALSE, 0);
  gtk_widget_class_bind_template_child (widget_class, LtNetworkView, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, LtNetworkView, as_of);
  gtk_widget_class_bind_template_child (widget_class, LtNetworkView, names);
  gtk_widget_class_bind_template_child (widget_class, LtNetworkView, model);
  gtk_widget_class_bind_template_child (widget_class, LtNetworkView, models);
  gtk_widget_class_bind_template_child (widget_class, LtNetworkView, spinner);
  gtk_widget_class_bind_template_child (widget_class, LtNetworkView, stack);
  gtk_widget_class_bind_template_child (widget_class, LtNetworkView, canvas);
  gtk_widget_class_bind_template_child (widget_class, LtNetworkView, side);
  gtk_widget_class_bind_template_child (widget_class, LtNetworkView, problem);
  gtk_widget_class_bind_template_callback (widget_class, model_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, as_of_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, canvas_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, listed_cb);
  gtk_widget_class_bind_template_callback (widget_class, side_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, moved_cb);
  gtk_widget_class_install_action (widget_class, "network.zoom-in", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "network.zoom-out", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "network.fit", NULL, fit_action);
  gtk_widget_class_install_action (widget_class, "network.forget-places", NULL, forget_action);
  gtk_widget_class_install_action (widget_class, "network.print", NULL, print_action);
  gtk_widget_class_install_property_action (widget_class, "network.shown", "shown");
  gtk_widget_class_install_property_action (widget_class, "network.groups", "groups");
  gtk_widget_class_install_property_action (widget_class, "network.columns", "columns");
  gtk_widget_class_install_property_action (widget_class, "network.by-name", "by-name");
}

static void
lt_network_view_init (LtNetworkView *self)
{
  self->text = lt_chart_text_new ();
  self->shown = g_strdup ("network");
  self->groups = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_models (self);
  g_signal_connect_after (self, "map", G_CALLBACK (mapped_cb), NULL);
  show_content (self);
}
