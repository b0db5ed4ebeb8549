/* SPDX-License-Identifier: MIT */
#include "app/lt-edit-cell.h"

#include <glib/gi18n-lib.h>

#include "app/lt-feedback.h"
#include "app/lt-field-text.h"
#include "app/lt-pending.h"

struct _LtEditCell
{
  GtkWidget parent_instance;

  LtDocument *document;
  LtItem *item;
  const LtField *field; /* NULL: cannot be edited */
  const char *style;

  GtkWidget *label;
  GtkWidget *entry; /* NULL unless edited */
  char *original;   /* what the entry began with */
  gboolean storing;
  guint put_away;   /* idle source */
};

G_DEFINE_FINAL_TYPE (LtEditCell, lt_edit_cell, GTK_TYPE_WIDGET)

enum {
  NEXT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
stop_editing (LtEditCell *self)
{
  gboolean had_focus = self->entry && gtk_widget_has_focus (self->entry);
  GtkWidget *entry = g_steal_pointer (&self->entry);

  if (entry == NULL)
    return;
  gtk_widget_show (self->label);
  /* Before the entry goes, or the focus would jump to the next best widget. */
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_widget_unparent (entry);
  g_clear_pointer (&self->original, g_free);
  gtk_widget_remove_css_class (GTK_WIDGET (self), "editing");
}

/* FALSE if the document refused what was typed. */
static gboolean
store (LtEditCell *self, GError **error)
{
  /* The table may show other rows in its cells as soon as the document changes. */
  g_autoptr (LtDocument) document = g_object_ref (self->document);
  g_autoptr (LtItem) item = g_object_ref (self->item);
  const LtField *field = self->field;
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  gboolean stored;

  if (g_str_equal (text, self->original) || lt_document_find_item (document, lt_item_get_id (item)) != item)
    return TRUE;
  self->storing = TRUE;
  stored = lt_field_text_store (document, item, field, text, error);
  self->storing = FALSE;
  if (stored)
    lt_pending_drop (document, item, field->name);
  else
    lt_pending_put (document, item, field->name, text, (*error)->message);
  return stored;
}

static void
put_away (LtEditCell *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&self->put_away, g_source_remove);
  if (self->entry == NULL || self->storing)
    return;
  if (!store (self, &error))
    lt_feedback_toast (GTK_WIDGET (self), error->message);
  stop_editing (self);
}

static void
finish (LtEditCell *self, LtEditCellNext next)
{
  if (lt_edit_cell_commit (self))
    g_signal_emit (self, signals[NEXT], 0, (int) next);
}

static gboolean
entry_key_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, LtEditCell *self)
{
  switch (keyval)
    {
    case GDK_KEY_Escape:
      lt_pending_drop (self->document, self->item, self->field->name);
      stop_editing (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
      finish (self, LT_EDIT_CELL_NEXT_FORWARD);
      return GDK_EVENT_STOP;
    case GDK_KEY_ISO_Left_Tab:
      finish (self, LT_EDIT_CELL_NEXT_BACKWARD);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
entry_activate_cb (LtEditCell *self)
{
  finish (self, LT_EDIT_CELL_NEXT_DOWN);
}

static gboolean
put_away_cb (gpointer data)
{
  LtEditCell *self = data;

  self->put_away = 0;
  put_away (self);
  return G_SOURCE_REMOVE;
}

static void
entry_focus_left_cb (LtEditCell *self)
{
  /* GTK is still on its way from this entry to another widget. */
  if (self->put_away == 0)
    self->put_away = g_idle_add (put_away_cb, self);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, LtEditCell *self)
{
  if (self->entry || !lt_edit_cell_get_editable (self) || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)))
    return GDK_EVENT_PROPAGATE;
  if (keyval != GDK_KEY_F2 && keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter)
    return GDK_EVENT_PROPAGATE;
  lt_edit_cell_start_editing (self);
  return GDK_EVENT_STOP;
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, LtEditCell *self)
{
  if (self->entry)
    return;
  if (n_press == 2 && lt_edit_cell_get_editable (self))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      lt_edit_cell_start_editing (self);
    }
}

static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, LtEditCell *self)
{
  /* The row has given the focus to its first cell when it was pressed. */
  if (self->entry == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static gboolean
lt_edit_cell_grab_focus (GtkWidget *widget)
{
  LtEditCell *self = LT_EDIT_CELL (widget);

  if (self->entry)
    return gtk_widget_grab_focus (self->entry);
  return GTK_WIDGET_CLASS (lt_edit_cell_parent_class)->grab_focus (widget);
}

/* What can be read in the cell would only lie over the rows below. */
static gboolean
is_cut (LtEditCell *self, const char *text)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (self->label, text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return pango_layout_get_line_count (layout) > 1 || width > gtk_widget_get_width (self->label);
}

/* Asked for when it is needed: a tooltip that is set anew is a round trip to the display
 * server, and a table sets hundreds of cells at once. */
static gboolean
lt_edit_cell_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  LtEditCell *self = LT_EDIT_CELL (widget);
  const char *text = lt_edit_cell_get_text (self);

  if (self->entry || !is_cut (self, text))
    return FALSE;
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
lt_edit_cell_dispose (GObject *object)
{
  LtEditCell *self = LT_EDIT_CELL (object);

  g_clear_handle_id (&self->put_away, g_source_remove);
  g_clear_pointer (&self->entry, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_object (&self->document);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (lt_edit_cell_parent_class)->dispose (object);
}

static void
lt_edit_cell_finalize (GObject *object)
{
  g_free (LT_EDIT_CELL (object)->original);

  G_OBJECT_CLASS (lt_edit_cell_parent_class)->finalize (object);
}

static void
lt_edit_cell_class_init (LtEditCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = lt_edit_cell_dispose;
  object_class->finalize = lt_edit_cell_finalize;
  widget_class->grab_focus = lt_edit_cell_grab_focus;
  widget_class->query_tooltip = lt_edit_cell_query_tooltip;

  signals[NEXT] = g_signal_new ("next", LT_TYPE_EDIT_CELL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "lt-cell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
lt_edit_cell_init (LtEditCell *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->label = gtk_inscription_new (NULL);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (self->label), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_nat_lines (GTK_INSCRIPTION (self->label), 1);
  gtk_inscription_set_min_lines (GTK_INSCRIPTION (self->label), 1);
  /* An ellipsis may be taller than the words it cuts, and would lift them off the line of their neighbours. */
  gtk_inscription_set_yalign (GTK_INSCRIPTION (self->label), 0);
  gtk_widget_set_valign (self->label, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (self->label, TRUE);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);

  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
lt_edit_cell_new (void)
{
  return g_object_new (LT_TYPE_EDIT_CELL, NULL);
}

void
lt_edit_cell_bind (LtEditCell *self, LtDocument *document, LtItem *item, const char *field)
{
  g_return_if_fail (LT_IS_EDIT_CELL (self));

  if (self->item != item)
    put_away (self);
  g_set_object (&self->document, document);
  g_set_object (&self->item, item);
  self->field = field ? lt_item_type_find_field (G_OBJECT_TYPE (item), field) : NULL;
}

void
lt_edit_cell_unbind (LtEditCell *self)
{
  g_return_if_fail (LT_IS_EDIT_CELL (self));

  put_away (self);
  g_clear_object (&self->item);
  g_clear_object (&self->document);
  self->field = NULL;
}

void
lt_edit_cell_set_text (LtEditCell *self, const char *text, const char *style, const char *title)
{
  g_autofree char *name = NULL;

  g_return_if_fail (LT_IS_EDIT_CELL (self));

  if (g_strcmp0 (self->style, style) != 0)
    {
      if (self->style)
        gtk_widget_remove_css_class (GTK_WIDGET (self), self->style);
      if (style)
        gtk_widget_add_css_class (GTK_WIDGET (self), style);
      self->style = style;
    }
  if (g_strcmp0 (gtk_inscription_get_text (GTK_INSCRIPTION (self->label)), text) == 0)
    return;
  gtk_inscription_set_text (GTK_INSCRIPTION (self->label), text);
  /* Translators: a cell of the table as a screen reader says it: the column, what stands there */
  name = g_strdup_printf (_("%s: %s"), title, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

const char *
lt_edit_cell_get_text (LtEditCell *self)
{
  const char *text;

  g_return_val_if_fail (LT_IS_EDIT_CELL (self), NULL);

  text = gtk_inscription_get_text (GTK_INSCRIPTION (self->label));
  return text ? text : "";
}

gboolean
lt_edit_cell_get_editable (LtEditCell *self)
{
  g_return_val_if_fail (LT_IS_EDIT_CELL (self), FALSE);

  return self->field != NULL && !lt_document_get_read_only (self->document);
}

gboolean
lt_edit_cell_get_editing (LtEditCell *self)
{
  g_return_val_if_fail (LT_IS_EDIT_CELL (self), FALSE);

  return self->entry != NULL;
}

void
lt_edit_cell_start_editing (LtEditCell *self)
{
  GtkEventController *keys;
  GtkEventController *focus;
  const LtPendingText *pending;

  g_return_if_fail (LT_IS_EDIT_CELL (self));

  if (self->entry || !lt_edit_cell_get_editable (self))
    return;
  pending = lt_pending_get (self->document, self->item, self->field->name);
  self->original = lt_field_text_dup (self->item, self->field);
  self->entry = gtk_text_new ();
  gtk_editable_set_text (GTK_EDITABLE (self->entry), pending ? pending->text : self->original);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(self->field->title), -1);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (entry_activate_cb), self);
  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (entry_key_cb), self);
  gtk_widget_add_controller (self->entry, keys);
  focus = gtk_event_controller_focus_new ();
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (entry_focus_left_cb), self);
  gtk_widget_add_controller (self->entry, focus);

  gtk_widget_hide (self->label);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "editing");
  gtk_widget_grab_focus (self->entry);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

GtkEditable *
lt_edit_cell_get_entry (LtEditCell *self)
{
  g_return_val_if_fail (LT_IS_EDIT_CELL (self), NULL);

  return self->entry ? GTK_EDITABLE (self->entry) : NULL;
}

gboolean
lt_edit_cell_commit (LtEditCell *self)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (LT_IS_EDIT_CELL (self), FALSE);

  if (self->entry == NULL)
    return TRUE;
  if (!store (self, &error))
    {
      gtk_widget_add_css_class (self->entry, "error");
      gtk_widget_set_tooltip_text (self->entry, error->message);
      lt_feedback_toast (GTK_WIDGET (self), error->message);
      return FALSE;
    }
  stop_editing (self);
  return TRUE;
}
