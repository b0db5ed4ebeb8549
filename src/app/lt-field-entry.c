/* SPDX-License-Identifier: MIT */
#include "app/lt-field-entry.h"

#include <glib/gi18n-lib.h>

#include "app/lt-field-text.h"
#include "app/lt-pending.h"
#include "app/lt-text-box.h"

struct _LtFieldEntry
{
  GtkWidget parent_instance;

  char *field_name;
  char *title;
  gboolean lines;

  LtDocument *document;
  LtItem *item;
  const LtField *field;
  char *stored; /* what the document holds, as it is shown */
  gulong notify_id;
  gboolean loading;
  guint commit; /* idle source */

  GtkLabel *caption;
  GtkTextView *view;
  GtkTextBuffer *buffer;
  GtkLabel *problem;
};

G_DEFINE_FINAL_TYPE (LtFieldEntry, lt_field_entry, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_FIELD,
  PROP_TITLE,
  PROP_LINES,
  PROP_BARE,
  N_PROPS
};

enum {
  EDITED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
show_problem (LtFieldEntry *self, const char *reason)
{
  gtk_label_set_label (self->problem, reason ? reason : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), reason != NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_STATE_INVALID,
                               reason ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  if (reason)
    gtk_widget_add_css_class (GTK_WIDGET (self->view), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->view), "error");
}

static void
set_buffer_text (LtFieldEntry *self, const char *text)
{
  self->loading = TRUE;
  /* Ctrl+Z in the box must not reach back to another row's text. */
  gtk_text_buffer_begin_irreversible_action (self->buffer);
  gtk_text_buffer_set_text (self->buffer, text, -1);
  gtk_text_buffer_end_irreversible_action (self->buffer);
  self->loading = FALSE;
}

static void
show_title (LtFieldEntry *self)
{
  const char *title = self->title;

  if (title == NULL && self->field)
    title = _(self->field->title);
  gtk_label_set_label (self->caption, title ? title : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title ? title : "", -1);
}

static gboolean
is_dirty (LtFieldEntry *self)
{
  g_autofree char *text = lt_field_entry_dup_text (self);

  return self->item != NULL && g_strcmp0 (text, self->stored) != 0;
}

static void
load (LtFieldEntry *self)
{
  const LtPendingText *pending = NULL;

  g_free (self->stored);
  self->stored = self->item ? lt_field_text_dup (self->item, self->field) : g_strdup ("");
  if (self->item)
    pending = lt_pending_get (self->document, self->item, self->field->name);
  set_buffer_text (self, pending ? pending->text : self->stored);
  show_problem (self, pending ? pending->reason : NULL);
  g_signal_emit (self, signals[EDITED], 0);
}

static void
item_changed_cb (LtFieldEntry *self)
{
  /* What is being typed stays; it is compared with the new value when stored. */
  if (!is_dirty (self))
    load (self);
}

static void
changed_cb (LtFieldEntry *self)
{
  if (!self->loading)
    g_signal_emit (self, signals[EDITED], 0);
}

static gboolean
commit_cb (gpointer data)
{
  LtFieldEntry *self = data;

  self->commit = 0;
  lt_field_entry_commit (self);
  return G_SOURCE_REMOVE;
}

static void
focus_left_cb (LtFieldEntry *self)
{
  /* GTK is still on its way to another widget, which a change might take away. */
  if (self->commit == 0)
    self->commit = g_idle_add (commit_cb, self);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
                LtFieldEntry *self)
{
  gboolean enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter;

  if (enter && (!self->lines || (state & GDK_CONTROL_MASK)) && !(state & GDK_SHIFT_MASK))
    {
      /* The input method may still hold a word that is being composed. */
      if (gtk_text_view_im_context_filter_keypress (self->view, gtk_event_controller_get_current_event (
                                                      GTK_EVENT_CONTROLLER (controller))))
        return GDK_EVENT_STOP;
      lt_field_entry_commit (self);
      return GDK_EVENT_STOP;
    }
  if (keyval == GDK_KEY_Escape && is_dirty (self))
    {
      lt_pending_drop (self->document, self->item, self->field->name);
      load (self);
      return GDK_EVENT_STOP;
    }
  return GDK_EVENT_PROPAGATE;
}

static void
lt_field_entry_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  LtFieldEntry *self = LT_FIELD_ENTRY (object);

  switch (id)
    {
    case PROP_FIELD:
      self->field_name = g_value_dup_string (value);
      break;
    case PROP_TITLE:
      g_free (self->title);
      self->title = g_value_dup_string (value);
      show_title (self);
      break;
    case PROP_LINES:
      self->lines = g_value_get_boolean (value);
      break;
    case PROP_BARE:
      gtk_widget_set_visible (GTK_WIDGET (self->caption), !g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static gboolean
lt_field_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (LT_FIELD_ENTRY (widget)->view));
}

static void
lt_field_entry_dispose (GObject *object)
{
  LtFieldEntry *self = LT_FIELD_ENTRY (object);

  g_clear_handle_id (&self->commit, g_source_remove);
  if (self->item)
    {
      g_clear_signal_handler (&self->notify_id, self->item);
      g_clear_object (&self->item);
    }
  g_clear_object (&self->document);
  gtk_widget_dispose_template (GTK_WIDGET (self), LT_TYPE_FIELD_ENTRY);

  G_OBJECT_CLASS (lt_field_entry_parent_class)->dispose (object);
}

static void
lt_field_entry_finalize (GObject *object)
{
  LtFieldEntry *self = LT_FIELD_ENTRY (object);

  g_free (self->field_name);
  g_free (self->title);
  g_free (self->stored);

  G_OBJECT_CLASS (lt_field_entry_parent_class)->finalize (object);
}

static void
lt_field_entry_class_init (LtFieldEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = lt_field_entry_set_property;
  object_class->dispose = lt_field_entry_dispose;
  object_class->finalize = lt_field_entry_finalize;
  widget_class->grab_focus = lt_field_entry_grab_focus;

  properties[PROP_FIELD] = g_param_spec_string ("field", NULL, NULL, NULL,
                                                G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL,
                                                G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_LINES] = g_param_spec_boolean ("lines", NULL, NULL, FALSE,
                                                 G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_BARE] = g_param_spec_boolean ("bare", NULL, NULL, FALSE,
                                                G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[EDITED] = g_signal_new ("edited", LT_TYPE_FIELD_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  g_type_ensure (LT_TYPE_TEXT_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lotrinh/LoTrinh/ui/lt-field-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, LtFieldEntry, caption);
  gtk_widget_class_bind_template_child (widget_class, LtFieldEntry, view);
  gtk_widget_class_bind_template_child (widget_class, LtFieldEntry, buffer);
  gtk_widget_class_bind_template_child (widget_class, LtFieldEntry, problem);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
lt_field_entry_init (LtFieldEntry *self)
{
  self->stored = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
lt_field_entry_new (const char *field)
{
  return g_object_new (LT_TYPE_FIELD_ENTRY, "field", field, NULL);
}

void
lt_field_entry_set_item (LtFieldEntry *self, LtDocument *document, LtItem *item)
{
  g_autofree char *detail = g_strconcat ("changed::", self->field_name, NULL);

  g_return_if_fail (LT_IS_FIELD_ENTRY (self));

  if (self->item == item && self->document == document)
    return;
  lt_field_entry_commit (self);
  if (self->item)
    g_clear_signal_handler (&self->notify_id, self->item);
  g_set_object (&self->document, document);
  g_set_object (&self->item, item);
  self->field = NULL;
  if (item)
    {
      self->field = lt_item_type_find_field (G_OBJECT_TYPE (item), self->field_name);
      g_assert (self->field != NULL);
      self->notify_id = g_signal_connect_swapped (item, detail, G_CALLBACK (item_changed_cb), self);
      show_title (self);
    }
  gtk_text_view_set_editable (self->view, document && !lt_document_get_read_only (document));
  load (self);
}

LtItem *
lt_field_entry_get_item (LtFieldEntry *self)
{
  g_return_val_if_fail (LT_IS_FIELD_ENTRY (self), NULL);

  return self->item;
}

gboolean
lt_field_entry_commit (LtFieldEntry *self)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (LT_IS_FIELD_ENTRY (self), FALSE);

  g_clear_handle_id (&self->commit, g_source_remove);
  /* A row that is gone has no place left for its text. */
  if (!is_dirty (self) || lt_document_find_item (self->document, lt_item_get_id (self->item)) != self->item)
    return TRUE;

  text = lt_field_entry_dup_text (self);
  if (!lt_field_text_store (self->document, self->item, self->field, text, &error))
    {
      lt_pending_put (self->document, self->item, self->field->name, text, error->message);
      show_problem (self, error->message);
      return FALSE;
    }
  lt_pending_drop (self->document, self->item, self->field->name);
  load (self);
  return TRUE;
}

char *
lt_field_entry_dup_text (LtFieldEntry *self)
{
  char *text = NULL;

  g_return_val_if_fail (LT_IS_FIELD_ENTRY (self), NULL);

  g_object_get (self->buffer, "text", &text, NULL);
  return text;
}

void
lt_field_entry_set_text (LtFieldEntry *self, const char *text)
{
  g_return_if_fail (LT_IS_FIELD_ENTRY (self));

  gtk_text_buffer_set_text (self->buffer, text, -1);
}
