/* SPDX-License-Identifier: MIT */
#include "app/lt-window-private.h"

#include <glib/gi18n-lib.h>

#include "app/lt-settings.h"
#include "app/lt-view-state.h"
#include "plan/lt-overview.h"

/* NULL where nothing presses. @until: the last day that counts as soon. */
static char *
dup_notice (guint n_soon, guint n_overdue, LtDay until)
{
  g_autofree char *day = lt_day_dup_official (until);
  g_autofree char *soon = g_strdup_printf (
      /* Translators: the number counts assignments, %2$s is a date */
      g_dngettext (GETTEXT_PACKAGE, "%1$u assignment is due by %2$s.", "%1$u assignments are due by %2$s.",
                   n_soon), n_soon, day);
  g_autofree char *overdue = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u assignment is overdue.", "%u assignments are overdue.", n_overdue),
      n_overdue);

  if (n_soon > 0 && n_overdue > 0)
    return g_strdup_printf ("%s %s", overdue, soon);
  if (n_overdue > 0)
    return g_steal_pointer (&overdue);
  return n_soon > 0 ? g_steal_pointer (&soon) : NULL;
}

static gboolean
count_cb (gpointer data)
{
  LtWindow *self = data;
  LtOverviewOptions options = LT_OVERVIEW_OPTIONS_INIT;
  g_autofree char *notice = NULL;

  self->due_idle = 0;
  if (self->plan && lt_item_get_parent (LT_ITEM (self->plan)))
    {
      LtViewState *state = lt_view_state_get (self->document);
      g_autoptr (LtOverview) overview = NULL;
      const LtTally *tally;

      options.plan = self->plan;
      options.as_of = lt_view_state_get_as_of (state);
      options.soon_days = lt_view_state_get_soon_days (state);
      overview = lt_overview_new (lt_document_get_book (self->document), &options);
      tally = lt_overview_get_tally (overview);
      notice = dup_notice (tally->by_timeliness[LT_TIMELINESS_DUE_SOON],
                           tally->by_timeliness[LT_TIMELINESS_OVERDUE], lt_overview_get_as_of (overview) + options.soon_days);
    }
  if (notice)
    gtk_label_set_label (self->due_label, notice);
  gtk_info_bar_set_revealed (self->due_bar, notice != NULL);
  return G_SOURCE_REMOVE;
}

static void
count_later (LtWindow *self)
{
  if (self->due_idle == 0)
    self->due_idle = g_idle_add (count_cb, self);
}

static gboolean
frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  LtWindow *self = LT_WINDOW (widget);

  self->due_tick = 0;
  /* An idle source comes behind the painting of this frame. */
  count_later (self);
  return G_SOURCE_REMOVE;
}

static void
show_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LtWindow *self = data;
  LtViewState *state;
  LtView *view;

  if (self->document == NULL || !_lt_window_commit (self))
    return;
  state = lt_view_state_get (self->document);
  lt_view_state_show_all (state);
  lt_filter_set_timeliness (lt_view_state_get_filter (state),
                            LT_FILTER_BIT (LT_TIMELINESS_OVERDUE) | LT_FILTER_BIT (LT_TIMELINESS_DUE_SOON));
  view = _lt_window_show_page (self, "plan");
  _lt_window_hide_due (self);
  /* The button is about to go; the keyboard follows the rows. */
  gtk_widget_child_focus (GTK_WIDGET (view), GTK_DIR_TAB_FORWARD);
}

static const GActionEntry actions[] = {
  { .name = "show-due", .activate = show_cb },
};

void
_lt_window_add_due_actions (LtWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  g_signal_connect_object (lt_settings_get (), "changed::due-soon-days", G_CALLBACK (_lt_window_update_due), self,
                           G_CONNECT_SWAPPED);
}

void
_lt_window_show_due_later (LtWindow *self)
{
  if (self->due_tick == 0)
    self->due_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), frame_cb, NULL, NULL);
}

void
_lt_window_hide_due (LtWindow *self)
{
  if (self->due_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->due_tick);
  self->due_tick = 0;
  g_clear_handle_id (&self->due_idle, g_source_remove);
  gtk_info_bar_set_revealed (self->due_bar, FALSE);
}

void
_lt_window_update_due (LtWindow *self)
{
  if (self->due_bar && gtk_info_bar_get_revealed (self->due_bar))
    count_later (self);
}
