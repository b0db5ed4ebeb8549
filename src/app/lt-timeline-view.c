/* SPDX-License-Identifier: MIT */
#include "app/lt-timeline-view.h"

#include <glib/gi18n-lib.h>

#include "app/lt-baseline-button.h"
#include "app/lt-chosen-rows.h"
#include "app/lt-day-button.h"
#include "app/lt-feedback.h"
#include "app/lt-filter-bar.h"
#include "app/lt-print-dialog.h"
#include "app/lt-search-feed.h"
#include "app/lt-timeline-canvas.h"
#include "app/lt-timeline-print.h"
#include "app/lt-view-state.h"
#include "store/lt-label.h"

struct _LtTimelineView
{
  GtkWidget parent_instance;

  LtDocument *document;
  LtPlan *plan;
  LtTimeline *timeline;
  GHashTable *toggled; /* gint64: rows that are folded though their level is not, or the other way round */
  gboolean outdated;

  GtkSearchEntry *search_entry;
  LtFilterBar *filter_bar;
  GtkLabel *search_count;
  GtkDropDown *depth;
  LtDayButton *as_of;
  LtBaselineButton *baseline;
  GtkStack *stack;
  LtTimelineCanvas *canvas;
};

static void lt_timeline_view_view_init (LtViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LtTimelineView, lt_timeline_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (LT_TYPE_VIEW, lt_timeline_view_view_init))

#define ZOOM_STEP 1.5

static gboolean
is_found (LtAssignment *assignment, gpointer found)
{
  return g_hash_table_contains (found, assignment);
}

/* NULL where every row is shown. */
static GHashTable *
find (LtTimelineView *self)
{
  g_autoptr (GPtrArray) matches = lt_chosen_rows_find (self->document);
  GHashTable *found;

  if (matches == NULL)
    return NULL;
  found = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < matches->len; i++)
    if (lt_item_get_ancestor (g_ptr_array_index (matches, i), LT_TYPE_PLAN) == self->plan)
      g_hash_table_add (found, g_ptr_array_index (matches, i));
  return found;
}

/* For a printed timeline that does not show the whole plan; NULL where it does. */
static char *
dup_subset (LtTimelineView *self)
{
  LtViewState *state = lt_view_state_get (self->document);
  g_autofree char *query = g_strstrip (g_strdup (lt_view_state_get_query (state)));

  return lt_filter_dup_official (lt_view_state_get_filter (state), query);
}

static void
show_count (LtTimelineView *self, GHashTable *found)
{
  guint count = found != NULL ? g_hash_table_size (found) : 0;
  g_autofree char *text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u assignment found", "%u assignments found", count), count);

  gtk_label_set_label (self->search_count, text);
  gtk_widget_set_visible (GTK_WIDGET (self->search_count), found != NULL);
}

static void
update_zoom (LtTimelineView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "timeline.zoom-in",
                                 lt_timeline_canvas_can_zoom (self->canvas, ZOOM_STEP));
  gtk_widget_action_set_enabled (widget, "timeline.zoom-out",
                                 lt_timeline_canvas_can_zoom (self->canvas, 1 / ZOOM_STEP));
}

/* @found: the rows that are shown, NULL for all of them. */
static LtTimeline *
create_timeline (LtTimelineView *self, GHashTable *found, LtBaseline *baseline)
{
  LtViewState *state = lt_view_state_get (self->document);
  LtTimelineOptions options = LT_TIMELINE_OPTIONS_INIT;
  g_autofree char *subset = dup_subset (self);

  options.as_of = lt_view_state_get_as_of (state);
  options.soon_days = lt_view_state_get_soon_days (state);
  options.depth = LT_TIMELINE_INITIATIVE + gtk_drop_down_get_selected (self->depth);
  options.toggled = self->toggled;
  options.filter = found != NULL ? is_found : NULL;
  options.filter_data = found;
  options.subset = subset;
  options.baseline = baseline;
  return lt_timeline_new (self->plan, &options);
}

static void
update_timeline (LtTimelineView *self)
{
  g_autoptr (GHashTable) found = NULL;
  const char *shown = "no-plan";

  self->outdated = FALSE;
  g_clear_pointer (&self->timeline, lt_timeline_unref);
  if (self->plan != NULL && lt_item_get_parent (LT_ITEM (self->plan)) != NULL)
    {
      found = find (self);
      self->timeline = create_timeline (self, found, lt_baseline_button_get_shown (self->baseline));
      if (lt_timeline_get_n_rows (self->timeline) > 0)
        shown = "timeline";
      else
        shown = found != NULL ? "nothing" : "empty";
    }
  show_count (self, found);
  lt_timeline_canvas_set_timeline (self->canvas, self->timeline);
  gtk_stack_set_visible_child_name (self->stack, shown);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "timeline.print", self->timeline != NULL);
  update_zoom (self);
}

/* Pages that nobody looks at wait until somebody does. */
static void
changed_cb (LtTimelineView *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update_timeline (self);
  else
    self->outdated = TRUE;
}

/* Where every row is shown, what the search finds changes nothing. */
static void
search_complete_cb (LtTimelineView *self)
{
  g_autoptr (GHashTable) found = find (self);

  if (found != NULL || self->timeline == NULL)
    changed_cb (self);
}

static void
query_changed_cb (LtTimelineView *self)
{
  const char *query = lt_view_state_get_query (lt_view_state_get (self->document));

  if (!g_str_equal (query, gtk_editable_get_text (GTK_EDITABLE (self->search_entry))))
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), query);
  changed_cb (self);
}

static void
item_selected_cb (LtTimelineView *self)
{
  lt_timeline_canvas_select (self->canvas,
                             lt_view_state_get_item (lt_view_state_get (self->document)));
}

static void
search_changed_cb (LtTimelineView *self)
{
  if (self->document != NULL)
    lt_view_state_set_query (lt_view_state_get (self->document),
                             gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
}

static void
search_stopped_cb (LtTimelineView *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

static void
search_activated_cb (LtTimelineView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

static void
depth_changed_cb (LtTimelineView *self)
{
  g_hash_table_remove_all (self->toggled);
  changed_cb (self);
}

static void
fold_cb (LtTimelineView *self, gint64 id)
{
  if (!g_hash_table_remove (self->toggled, &id))
    g_hash_table_add (self->toggled, g_memdup2 (&id, sizeof id));
  update_timeline (self);
}

static void
row_selected_cb (LtTimelineView *self, gint64 id)
{
  lt_view_state_set_item (lt_view_state_get (self->document), id);
}

static void
row_activated_cb (LtTimelineView *self, gint64 id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.reveal", "x", id);
}

/* The new words, and no days set by hand that would speak against them: one edit. */
static gboolean
set_deadline (LtTimelineView *self, LtItem *item, const char *words, GError **error)
{
  static const char *const by_hand[] = { "start_day", "end_day" };
  g_autofree char *path = lt_item_dup_path (item);
  g_autofree char *label = lt_label_new (N_("Move the bar of %s"), path, NULL);
  g_autoptr (LtEdit) edit = lt_document_begin_edit (self->document, label, error);

  if (edit == NULL || !lt_edit_set (edit, item, "deadline", words, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (by_hand); i++)
    if (!lt_edit_set (edit, item, by_hand[i], NULL, error))
      return FALSE;
  return lt_edit_commit (g_steal_pointer (&edit), error);
}

static void
moved_cb (LtTimelineView *self, gint64 id, const char *words)
{
  LtItem *item = lt_document_find_item (self->document, id);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *path = NULL;

  if (item == NULL)
    return;
  path = lt_item_dup_path (item);
  if (!set_deadline (self, item, words, &error))
    {
      lt_feedback_error (GTK_WIDGET (self), _("The bar cannot be moved"), error);
      return;
    }
  /* Translators: the path of an assignment, and its deadline in the words of the appendix */
  text = g_strdup_printf (_("Deadline of %s: %s"), path, words);
  lt_feedback_undo_toast (GTK_WIDGET (self), text);
}

static void
as_of_picked_cb (LtTimelineView *self)
{
  if (self->document != NULL)
    lt_view_state_set_as_of (lt_view_state_get (self->document), lt_day_button_get_day (self->as_of));
}

/* Another page may have set it. */
static void
as_of_changed_cb (LtTimelineView *self)
{
  lt_day_button_set_day (self->as_of, lt_view_state_get_as_of (lt_view_state_get (self->document)));
  changed_cb (self);
}

static void
mapped_cb (LtTimelineView *self)
{
  if (self->outdated)
    update_timeline (self);
}

static void
zoom_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lt_timeline_canvas_zoom (LT_TIMELINE_VIEW (widget)->canvas,
                           g_str_equal (name, "timeline.zoom-in") ? ZOOM_STEP : 1 / ZOOM_STEP, -1);
}

static void
fit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lt_timeline_canvas_fit (LT_TIMELINE_VIEW (widget)->canvas);
}

static void
today_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lt_timeline_canvas_show_as_of (LT_TIMELINE_VIEW (widget)->canvas);
}

static void
show_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LtTimelineView *self = LT_TIMELINE_VIEW (widget);

  if (self->document)
    lt_view_state_show_all (lt_view_state_get (self->document));
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

/* The newest baseline is on offer where none is shown. */
static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LtTimelineView *self = LT_TIMELINE_VIEW (widget);
  LtBaseline *shown = lt_baseline_button_get_shown (self->baseline);
  g_autoptr (GHashTable) found = find (self);
  g_autoptr (LtTimeline) timeline = create_timeline (self, found,
                                                     shown ? shown : lt_baseline_find_latest (self->plan));
  GtkWidget *dialog = lt_print_dialog_new (lt_timeline_print_new (timeline, shown != NULL),
                                           lt_document_get_path (self->document));

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (gtk_widget_get_root (widget)));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
lt_timeline_view_set_plan (LtView *view, LtDocument *document, LtPlan *plan)
{
  LtTimelineView *self = LT_TIMELINE_VIEW (view);

  if (self->document == document && self->plan == plan)
    return;
  if (self->document)
    {
      g_signal_handlers_disconnect_by_data (self->document, self);
      g_signal_handlers_disconnect_by_data (lt_search_feed_get (self->document), self);
      g_signal_handlers_disconnect_by_data (lt_view_state_get (self->document), self);
      g_signal_handlers_disconnect_by_data (lt_view_state_get_filter (lt_view_state_get (self->document)), self);
    }
  lt_timeline_canvas_set_timeline (self->canvas, NULL);
  g_hash_table_remove_all (self->toggled);
  g_set_object (&self->document, document);
  g_set_object (&self->plan, plan);
  lt_filter_bar_set_plan (self->filter_bar, document, plan);
  lt_baseline_button_set_plan (self->baseline, document, plan);
  if (document)
    {
      LtViewState *state = lt_view_state_get (document);
      /* The feed first: it must know of a change before the rows are looked for anew. */
      LtSearch *search = lt_search_feed_get (document);

      g_signal_connect_swapped (search, "complete", G_CALLBACK (search_complete_cb), self);
      g_signal_connect_swapped (document, "changed", G_CALLBACK (changed_cb), self);
      g_signal_connect_swapped (lt_view_state_get_filter (state), "changed", G_CALLBACK (changed_cb), self);
      g_signal_connect_swapped (state, "notify::as-of", G_CALLBACK (as_of_changed_cb), self);
      g_signal_connect_swapped (state, "notify::query", G_CALLBACK (query_changed_cb), self);
      g_signal_connect_swapped (state, "notify::item", G_CALLBACK (item_selected_cb), self);
      lt_timeline_canvas_set_editable (self->canvas, !lt_document_get_read_only (document));
      lt_day_button_set_day (self->as_of, lt_view_state_get_as_of (state));
      lt_timeline_canvas_select (self->canvas, lt_view_state_get_item (state));
      query_changed_cb (self);
    }
  else
    update_timeline (self);
}

static gboolean
lt_timeline_view_reveal (LtView *view, LtItem *item)
{
  LtTimelineView *self = LT_TIMELINE_VIEW (view);

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  if (!lt_timeline_canvas_select (self->canvas, lt_item_get_id (item)) && self->document)
    lt_view_state_show_all (lt_view_state_get (self->document));
  return lt_timeline_canvas_select (self->canvas, lt_item_get_id (item));
}

static void
lt_timeline_view_start_search (LtView *view)
{
  LtTimelineView *self = LT_TIMELINE_VIEW (view);

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_select_region (GTK_EDITABLE (self->search_entry), 0, -1);
}

static void
lt_timeline_view_print (LtView *view)
{
  gtk_widget_activate_action (GTK_WIDGET (view), "timeline.print", NULL);
}

static void
lt_timeline_view_view_init (LtViewInterface *iface)
{
  iface->set_plan = lt_timeline_view_set_plan;
  iface->reveal = lt_timeline_view_reveal;
  iface->start_search = lt_timeline_view_start_search;
  iface->print = lt_timeline_view_print;
}

static void
lt_timeline_view_dispose (GObject *object)
{
  LtTimelineView *self = LT_TIMELINE_VIEW (object);

  if (self->document)
    lt_timeline_view_set_plan (LT_VIEW (self), NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LT_TYPE_TIMELINE_VIEW);

  G_OBJECT_CLASS (lt_timeline_view_parent_class)->dispose (object);
}

static void
lt_timeline_view_finalize (GObject *object)
{
  LtTimelineView *self = LT_TIMELINE_VIEW (object);

  g_clear_pointer (&self->timeline, lt_timeline_unref);
  g_hash_table_unref (self->toggled);

  G_OBJECT_CLASS (lt_timeline_view_parent_class)->finalize (object);
}

static void
lt_timeline_view_class_init (LtTimelineViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lt_timeline_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = lt_timeline_view_finalize;

  g_type_ensure (LT_TYPE_BASELINE_BUTTON);
  g_type_ensure (LT_TYPE_DAY_BUTTON);
  g_type_ensure (LT_TYPE_FILTER_BAR);
  g_type_ensure (LT_TYPE_TIMELINE_CANVAS);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/lotrinh/LoTrinh/ui/lt-timeline-view.ui");
  /* Bound, though to no field, so that they are unparented with the rest. */
  gtk_widget_class_bind_template_child_full (widget_class, "toolbar", FALSE, 0);
  gtk_widget_class_bind_template_child_full (widget_class, "scale_bar", FALSE, 0);
  gtk_widget_class_bind_template_child_full (widget_class, "separator", FALSE, 0);
  gtk_widget_class_bind_template_child (widget_class, LtTimelineView, search_entry);
  gtk_widget_class_bind_template_child (widget_class, LtTimelineView, search_count);
  gtk_widget_class_bind_template_child (widget_class, LtTimelineView, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, LtTimelineView, depth);
  gtk_widget_class_bind_template_child (widget_class, LtTimelineView, as_of);
  gtk_widget_class_bind_template_child (widget_class, LtTimelineView, baseline);
  gtk_widget_class_bind_template_child (widget_class, LtTimelineView, stack);
  gtk_widget_class_bind_template_child (widget_class, LtTimelineView, canvas);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, depth_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, as_of_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, fold_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_zoom);
  gtk_widget_class_install_action (widget_class, "timeline.zoom-in", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "timeline.zoom-out", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "timeline.fit", NULL, fit_action);
  gtk_widget_class_install_action (widget_class, "timeline.today", NULL, today_action);
  gtk_widget_class_install_action (widget_class, "timeline.show-all", NULL, show_all_action);
  gtk_widget_class_install_action (widget_class, "timeline.print", NULL, print_action);
}

static void
lt_timeline_view_init (LtTimelineView *self)
{
  self->toggled = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_after (self, "map", G_CALLBACK (mapped_cb), NULL);
}
