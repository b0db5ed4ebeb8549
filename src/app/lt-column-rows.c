/* SPDX-License-Identifier: MIT */
#include "app/lt-column-rows.h"

#include <glib/gi18n-lib.h>

typedef struct {
  GtkWidget *row;
  GtkCheckButton *check;
  GtkWidget *up;
  GtkWidget *down;
} Entry;

struct _LtColumnRows
{
  AdwExpanderRow parent_instance;

  LtTimelineColumn order[LT_TIMELINE_N_COLUMNS];
  Entry entries[LT_TIMELINE_N_COLUMNS]; /* by column */
};

G_DEFINE_FINAL_TYPE (LtColumnRows, lt_column_rows, ADW_TYPE_EXPANDER_ROW)

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static LtTimelineColumn
get_column (gpointer widget)
{
  return (LtTimelineColumn) GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (widget), "lt-column"));
}

static gboolean
is_offered (LtColumnRows *self, LtTimelineColumn column)
{
  return gtk_widget_get_visible (self->entries[column].row);
}

static guint
find_place (LtColumnRows *self, LtTimelineColumn column)
{
  guint place = 0;

  while (self->order[place] != column)
    place++;
  return place;
}

/* The place of the next one that is offered, G_MAXUINT beyond the ends. */
static guint
find_neighbour (LtColumnRows *self, guint place, int step)
{
  do
    place += (guint) step;
  while (place < LT_TIMELINE_N_COLUMNS && !is_offered (self, self->order[place]));
  return place < LT_TIMELINE_N_COLUMNS ? place : G_MAXUINT;
}

static void
update (LtColumnRows *self)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < LT_TIMELINE_N_COLUMNS; i++)
    {
      const Entry *entry = &self->entries[self->order[i]];

      gtk_widget_set_sensitive (entry->up, find_neighbour (self, i, -1) != G_MAXUINT);
      gtk_widget_set_sensitive (entry->down, find_neighbour (self, i, 1) != G_MAXUINT);
      if (is_offered (self, self->order[i]) && gtk_check_button_get_active (entry->check))
        g_string_append_printf (names, "%s%s", names->len ? ", " : "", lt_timeline_column_get_title (self->order[i]));
    }
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), names->str);
}

static void
changed (LtColumnRows *self)
{
  update (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* The list takes rows at its end alone. */
static void
arrange (LtColumnRows *self)
{
  for (guint i = 0; i < LT_TIMELINE_N_COLUMNS; i++)
    {
      GtkWidget *row = self->entries[self->order[i]].row;

      g_object_ref (row);
      if (gtk_widget_get_parent (row))
        adw_expander_row_remove (ADW_EXPANDER_ROW (self), row);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
      g_object_unref (row);
    }
}

static void
put (LtColumnRows *self, guint from, guint to)
{
  LtTimelineColumn column = self->order[from];

  for (; from < to; from++)
    self->order[from] = self->order[from + 1];
  for (; from > to; from--)
    self->order[from] = self->order[from - 1];
  self->order[to] = column;
  arrange (self);
  changed (self);
}

static void
up_cb (GtkWidget *button, LtColumnRows *self)
{
  if (lt_column_rows_move (self, get_column (button), -1))
    gtk_widget_grab_focus (gtk_widget_get_sensitive (button) ? button : self->entries[get_column (button)].down);
}

static void
down_cb (GtkWidget *button, LtColumnRows *self)
{
  if (lt_column_rows_move (self, get_column (button), 1))
    gtk_widget_grab_focus (gtk_widget_get_sensitive (button) ? button : self->entries[get_column (button)].up);
}

static gboolean
key_cb (GtkWidget *row, GVariant *by, gpointer data)
{
  LtColumnRows *self = data;

  if (!lt_column_rows_move (self, get_column (row), g_variant_get_int32 (by)))
    gtk_widget_error_bell (row);
  gtk_widget_grab_focus (row);
  return TRUE;
}

static GdkContentProvider *
drag_cb (GtkDragSource *source, double x, double y, GtkWidget *row)
{
  g_autoptr (GdkPaintable) icon = gtk_widget_paintable_new (row);

  gtk_drag_source_set_icon (source, icon, (int) x, (int) y);
  return gdk_content_provider_new_typed (G_TYPE_UINT, (guint) get_column (row));
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, LtColumnRows *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  guint column = g_value_get_uint (value);
  guint from;
  guint to;

  if (column >= LT_TIMELINE_N_COLUMNS)
    return FALSE;
  from = find_place (self, (LtTimelineColumn) column);
  to = find_place (self, get_column (row));
  if (from != to)
    put (self, from, to);
  return TRUE;
}

static void
add_controllers (LtColumnRows *self, GtkWidget *row)
{
  static const struct { guint key; int by; } keys[] = { { GDK_KEY_Up, -1 }, { GDK_KEY_Down, 1 } };
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_UINT, GDK_ACTION_MOVE);
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, GDK_ALT_MASK),
                                                gtk_callback_action_new (key_cb, self, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (keys[i].by));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts), shortcut);
    }
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (drag_cb), row, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (row, shortcuts);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (target));
}

static GtkWidget *
add_button (LtColumnRows *self, Entry *entry, const char *icon, const char *text, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_object_set_data (G_OBJECT (button), "lt-column", g_object_get_data (G_OBJECT (entry->row), "lt-column"));
  g_signal_connect (button, "clicked", clicked, self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (entry->row), button);
  return button;
}

static void
create_row (LtColumnRows *self, LtTimelineColumn column)
{
  Entry *entry = &self->entries[column];
  const char *title = lt_timeline_column_get_title (column);
  /* Translators: %s is the heading of a column. */
  g_autofree char *up = g_strdup_printf (_("Put “%s” further left"), title);
  /* Translators: %s is the heading of a column. */
  g_autofree char *down = g_strdup_printf (_("Put “%s” further right"), title);

  entry->row = adw_action_row_new ();
  entry->check = GTK_CHECK_BUTTON (gtk_check_button_new ());
  g_object_set_data (G_OBJECT (entry->row), "lt-column", GUINT_TO_POINTER (column));
  gtk_check_button_set_active (entry->check, column <= LT_TIMELINE_COLUMN_DEADLINE);
  gtk_widget_set_sensitive (GTK_WIDGET (entry->check), column != LT_TIMELINE_COLUMN_TITLE);
  gtk_widget_set_valign (GTK_WIDGET (entry->check), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry->check), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_swapped (entry->check, "toggled", G_CALLBACK (changed), self);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry->row), title);
  adw_action_row_add_prefix (ADW_ACTION_ROW (entry->row), GTK_WIDGET (entry->check));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (entry->row), GTK_WIDGET (entry->check));
  entry->up = add_button (self, entry, "go-up-symbolic", up, G_CALLBACK (up_cb));
  entry->down = add_button (self, entry, "go-down-symbolic", down, G_CALLBACK (down_cb));
  add_controllers (self, entry->row);
}

static void
lt_column_rows_class_init (LtColumnRowsClass *klass)
{
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
lt_column_rows_init (LtColumnRows *self)
{
  for (LtTimelineColumn column = 0; column < LT_TIMELINE_N_COLUMNS; column++)
    {
      self->order[column] = column;
      create_row (self, column);
    }
  arrange (self);
  update (self);
}

guint
lt_column_rows_get_columns (LtColumnRows *self, LtTimelineColumn *columns)
{
  guint n = 0;

  g_return_val_if_fail (LT_IS_COLUMN_ROWS (self), 0);

  for (guint i = 0; i < LT_TIMELINE_N_COLUMNS; i++)
    if (is_offered (self, self->order[i]) && gtk_check_button_get_active (self->entries[self->order[i]].check))
      columns[n++] = self->order[i];
  return n;
}

void
lt_column_rows_set_chosen (LtColumnRows *self, LtTimelineColumn column, gboolean chosen)
{
  g_return_if_fail (LT_IS_COLUMN_ROWS (self));

  gtk_check_button_set_active (self->entries[column].check, chosen);
}

void
lt_column_rows_set_offered (LtColumnRows *self, LtTimelineColumn column, gboolean offered)
{
  g_return_if_fail (LT_IS_COLUMN_ROWS (self));

  gtk_widget_set_visible (self->entries[column].row, offered);
  update (self);
}

gboolean
lt_column_rows_move (LtColumnRows *self, LtTimelineColumn column, int by)
{
  guint place;
  guint next;

  g_return_val_if_fail (LT_IS_COLUMN_ROWS (self), FALSE);

  place = find_place (self, column);
  next = find_neighbour (self, place, by < 0 ? -1 : 1);
  if (next == G_MAXUINT)
    return FALSE;
  put (self, place, next);
  return TRUE;
}
