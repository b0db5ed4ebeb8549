/* SPDX-License-Identifier: MIT */
#include "app/lt-overview-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "app/lt-day-button.h"
#include "app/lt-overview-canvas.h"
#include "app/lt-print.h"
#include "app/lt-settings.h"
#include "app/lt-view-state.h"

struct _LtOverviewView
{
  GtkWidget parent_instance;

  LtDocument *document;
  LtPlan *plan;
  LtOverview *overview;
  guint update; /* idle source */
  gboolean outdated;

  LtDayButton *as_of;
  LtDayButton *since;
  GtkStack *stack;
  LtOverviewCanvas *canvas;
};

static void lt_overview_view_view_init (LtViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LtOverviewView, lt_overview_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (LT_TYPE_VIEW, lt_overview_view_view_init))

static gboolean
update_cb (gpointer data)
{
  LtOverviewView *self = data;
  LtOverviewOptions options = LT_OVERVIEW_OPTIONS_INIT;
  gboolean counted = FALSE;

  self->update = 0;
  self->outdated = FALSE;
  g_clear_pointer (&self->overview, lt_overview_unref);
  if (self->plan && lt_item_get_parent (LT_ITEM (self->plan)))
    {
      LtViewState *state = lt_view_state_get (self->document);

      options.plan = self->plan;
      options.as_of = lt_view_state_get_as_of (state);
      options.since = lt_day_button_get_day (self->since);
      options.soon_days = lt_view_state_get_soon_days (state);
      options.names = lt_view_state_get_names (state);
      self->overview = lt_overview_new (lt_document_get_book (self->document), &options);
      counted = lt_overview_get_n_rows (self->overview) > 0;
    }
  lt_overview_canvas_set_overview (self->canvas, counted ? self->overview : NULL);
  gtk_stack_set_visible_child_name (self->stack, counted ? "overview" : "empty");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "overview.print", counted);
  return G_SOURCE_REMOVE;
}

/* Pages that nobody looks at wait until somebody does. */
static void
update_later (LtOverviewView *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->outdated = TRUE;
  else if (self->update == 0)
    self->update = g_idle_add (update_cb, self);
}

static void
mapped_cb (LtOverviewView *self)
{
  if (self->outdated)
    update_later (self);
}

static void
as_of_changed_cb (LtOverviewView *self)
{
  if (self->document)
    lt_view_state_set_as_of (lt_view_state_get (self->document), lt_day_button_get_day (self->as_of));
}

static void
state_as_of_cb (LtOverviewView *self, GParamSpec *pspec, LtViewState *state)
{
  lt_day_button_set_day (self->as_of, lt_view_state_get_as_of (state));
  update_later (self);
}

static void
filter_rows (LtOverviewView *self, const LtOverviewChoice *choice)
{
  LtViewState *state = lt_view_state_get (self->document);
  LtFilter *filter = lt_view_state_get_filter (state);

  lt_view_state_show_all (state);
  lt_filter_set_states (filter, choice->states);
  lt_filter_set_timeliness (filter, choice->timeliness);
  if (choice->agency && *choice->agency->name)
    lt_filter_set_agency (filter, choice->agency->agency, choice->agency->name, LT_FILTER_BIT (LT_ROLE_LEAD));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", "plan");
}

static void
chosen_cb (LtOverviewView *self, const LtOverviewChoice *choice)
{
  LtItem *item = choice->assignment ? LT_ITEM (choice->assignment) : LT_ITEM (choice->initiative);

  if (item)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.reveal", "x", lt_item_get_id (item));
  else
    filter_rows (self, choice);
}

static void
print_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LtOverviewView *self = LT_OVERVIEW_VIEW (widget);
  g_autoptr (LtPages) pages = NULL;
  LtPageSetup setup;

  lt_page_setup_init (&setup, LT_PAPER_A4, FALSE, LT_MARGINS_WIDE);
  pages = lt_overview_pages_new (self->overview, self->plan, &setup, FALSE);
  lt_print_pages (GTK_WINDOW (gtk_widget_get_root (widget)), pages);
}

static void
lt_overview_view_set_plan (LtView *view, LtDocument *document, LtPlan *plan)
{
  LtOverviewView *self = LT_OVERVIEW_VIEW (view);

  if (document != self->document)
    {
      if (self->document)
        {
          g_signal_handlers_disconnect_by_data (lt_view_state_get (self->document), self);
          g_signal_handlers_disconnect_by_data (self->document, self);
        }
      g_set_object (&self->document, document);
      if (document)
        {
          LtViewState *state = lt_view_state_get (document);

          g_signal_connect_object (document, "changed", G_CALLBACK (update_later), self, G_CONNECT_SWAPPED);
          g_signal_connect_object (state, "notify::names", G_CALLBACK (update_later), self, G_CONNECT_SWAPPED);
          g_signal_connect_object (state, "notify::soon-days", G_CALLBACK (update_later), self, G_CONNECT_SWAPPED);
          g_signal_connect_object (state, "notify::as-of", G_CALLBACK (state_as_of_cb), self, G_CONNECT_SWAPPED);
          state_as_of_cb (self, NULL, state);
        }
    }
  g_set_object (&self->plan, plan);
  update_later (self);
}

static void
lt_overview_view_print (LtView *view)
{
  gtk_widget_activate_action (GTK_WIDGET (view), "overview.print", NULL);
}

static void
lt_overview_view_view_init (LtViewInterface *iface)
{
  iface->set_plan = lt_overview_view_set_plan;
  iface->print = lt_overview_view_print;
}

static void
lt_overview_view_dispose (GObject *object)
{
  LtOverviewView *self = LT_OVERVIEW_VIEW (object);

  g_clear_handle_id (&self->update, g_source_remove);
  g_clear_pointer (&self->overview, lt_overview_unref);
  g_clear_object (&self->document);
  g_clear_object (&self->plan);
  gtk_widget_dispose_template (GTK_WIDGET (self), LT_TYPE_OVERVIEW_VIEW);

  G_OBJECT_CLASS (lt_overview_view_parent_class)->dispose (object);
}

static void
lt_overview_view_class_init (LtOverviewViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lt_overview_view_dispose;

  g_type_ensure (LT_TYPE_DAY_BUTTON);
  g_type_ensure (LT_TYPE_OVERVIEW_CANVAS);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lotrinh/LoTrinh/ui/lt-overview-view.ui");
  /* Bound, though to no field, so that it is unparented with the rest. */
  gtk_widget_class_bind_template_child_full (widget_class, "toolbar", FALSE, 0);
  gtk_widget_class_bind_template_child (widget_class, LtOverviewView, as_of);
  gtk_widget_class_bind_template_child (widget_class, LtOverviewView, since);
  gtk_widget_class_bind_template_child (widget_class, LtOverviewView, stack);
  gtk_widget_class_bind_template_child (widget_class, LtOverviewView, canvas);
  gtk_widget_class_bind_template_callback (widget_class, mapped_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_later);
  gtk_widget_class_bind_template_callback (widget_class, as_of_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_install_action (widget_class, "overview.print", NULL, print_action);
}

static void
lt_overview_view_init (LtOverviewView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
