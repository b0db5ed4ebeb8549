/* SPDX-License-Identifier: MIT */
#include "app/lt-window-private.h"

#include <glib/gi18n-lib.h>

#include "app/lt-agency-view.h"
#include "app/lt-history-view.h"
#include "app/lt-network-view.h"
#include "app/lt-overview-view.h"
#include "app/lt-plan-view.h"
#include "app/lt-report-view.h"
#include "app/lt-timeline-view.h"

/* A page more is a line more. */
static const struct {
  const char *name;
  const char *title;
  const char *icon;
  GType (*get_type) (void);
} pages[] = {
  { "overview", N_("Overview"), "view-grid-symbolic", lt_overview_view_get_type },
  { "plan", N_("Plan"), "view-list-bullet-symbolic", lt_plan_view_get_type },
  { "timeline", N_("Timeline"), "x-office-calendar-symbolic", lt_timeline_view_get_type },
  { "coordination", N_("Coordination"), "network-workgroup-symbolic", lt_network_view_get_type },
  { "agencies", N_("Agencies"), "system-users-symbolic", lt_agency_view_get_type },
  { "reports", N_("Reports"), "x-office-document-symbolic", lt_report_view_get_type },
  { "history", N_("Journal"), "document-open-recent-symbolic", lt_history_view_get_type },
};

static GtkWidget *
create_sidebar_row (guint index)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = gtk_image_new_from_icon_name (pages[index].icon);
  GtkWidget *label = gtk_label_new (_(pages[index].title));

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(pages[index].title), -1);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  return row;
}

static void
row_activated_cb (GtkListBox *sidebar, GtkListBoxRow *row, LtWindow *self)
{
  if (self->document)
    _lt_window_show_nth_page (self, (guint) gtk_list_box_row_get_index (row));
}

/* The list itself has no selection: it would follow the focus, and Tab through
 * the window would change the page. */
static void
mark_shown (LtWindow *self, guint index)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->sidebar, (int) i));

      if (i == index)
        gtk_widget_set_state_flags (row, GTK_STATE_FLAG_SELECTED, FALSE);
      else
        gtk_widget_unset_state_flags (row, GTK_STATE_FLAG_SELECTED);
      gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_SELECTED, i == index, -1);
    }
}

void
_lt_window_fill_sidebar (LtWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    gtk_list_box_append (self->sidebar, create_sidebar_row (i));
  g_signal_connect (self->sidebar, "row-activated", G_CALLBACK (row_activated_cb), self);
}

LtView *
_lt_window_get_page (LtWindow *self, const char *name)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, name);

  return page ? LT_VIEW (page) : NULL;
}

void
_lt_window_show_nth_page (LtWindow *self, guint index)
{
  LtView *page;

  if (index >= G_N_ELEMENTS (pages))
    return;
  page = _lt_window_get_page (self, pages[index].name);
  if (page == NULL)
    {
      page = g_object_new (pages[index].get_type (), NULL);
      gtk_stack_add_named (self->pages, GTK_WIDGET (page), pages[index].name);
      lt_view_set_plan (page, self->document, self->plan);
    }
  gtk_stack_set_visible_child (self->pages, GTK_WIDGET (page));
  mark_shown (self, index);
}

LtView *
_lt_window_show_page (LtWindow *self, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_str_equal (pages[i].name, name))
      {
        _lt_window_show_nth_page (self, i);
        return _lt_window_get_page (self, name);
      }
  return NULL;
}

LtView *
_lt_window_get_shown_page (LtWindow *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->pages);

  return page ? LT_VIEW (page) : NULL;
}

void
_lt_window_update_pages (LtWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      LtView *page = _lt_window_get_page (self, pages[i].name);

      if (page)
        lt_view_set_plan (page, self->document, self->plan);
    }
}

gboolean
_lt_window_commit (LtWindow *self)
{
  gboolean stored = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      LtView *page = _lt_window_get_page (self, pages[i].name);

      stored = (page == NULL || lt_view_commit (page)) && stored;
    }
  return stored;
}
