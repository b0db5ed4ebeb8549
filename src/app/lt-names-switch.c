/* SPDX-License-Identifier: MIT */
#include "app/lt-names-switch.h"

#include "app/lt-view-state.h"

struct _LtNamesSwitch
{
  GtkWidget parent_instance;

  LtDocument *document;

  GtkWidget *box;
  GtkToggleButton *issued;
  GtkToggleButton *today;
};

G_DEFINE_FINAL_TYPE (LtNamesSwitch, lt_names_switch, GTK_TYPE_WIDGET)

static void
load (LtNamesSwitch *self)
{
  LtNames names = lt_view_state_get_names (lt_view_state_get (self->document));

  gtk_toggle_button_set_active (names == LT_NAMES_TODAY ? self->today : self->issued, TRUE);
}

/* Of the two, one goes out before the other goes on: only the one that is on counts. */
static void
toggled_cb (GtkToggleButton *button, LtNamesSwitch *self)
{
  if (self->document && gtk_toggle_button_get_active (button))
    lt_view_state_set_names (lt_view_state_get (self->document),
                             button == self->today ? LT_NAMES_TODAY : LT_NAMES_ISSUED);
}

static void
lt_names_switch_dispose (GObject *object)
{
  LtNamesSwitch *self = LT_NAMES_SWITCH (object);

  lt_names_switch_set_document (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LT_TYPE_NAMES_SWITCH);

  G_OBJECT_CLASS (lt_names_switch_parent_class)->dispose (object);
}

static void
lt_names_switch_class_init (LtNamesSwitchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lt_names_switch_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lotrinh/LoTrinh/ui/lt-names-switch.ui");
  gtk_widget_class_bind_template_child (widget_class, LtNamesSwitch, box);
  gtk_widget_class_bind_template_child (widget_class, LtNamesSwitch, issued);
  gtk_widget_class_bind_template_child (widget_class, LtNamesSwitch, today);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
lt_names_switch_init (LtNamesSwitch *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
lt_names_switch_set_document (LtNamesSwitch *self, LtDocument *document)
{
  g_autoptr (LtDocument) old = NULL;

  g_return_if_fail (LT_IS_NAMES_SWITCH (self));

  old = g_steal_pointer (&self->document);
  if (old)
    g_signal_handlers_disconnect_by_data (lt_view_state_get (old), self);
  if (document == NULL)
    return;
  /* The buttons follow the state before they are asked what the state shall be. */
  gtk_toggle_button_set_active (lt_view_state_get_names (lt_view_state_get (document)) == LT_NAMES_TODAY
                                  ? self->today : self->issued, TRUE);
  self->document = g_object_ref (document);
  g_signal_connect_swapped (lt_view_state_get (document), "notify::names", G_CALLBACK (load), self);
}
