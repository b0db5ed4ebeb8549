/* SPDX-License-Identifier: MIT */
#include "app/lt-initiative-form.h"

#include <glib/gi18n-lib.h>

#include "app/lt-field-entry.h"
#include "app/lt-item-actions.h"

struct _LtInitiativeForm
{
  GtkWidget parent_instance;

  LtDocument *document;
  LtInitiative *initiative;

  GtkWidget *scroller;
  GtkLabel *heading;
  GtkLabel *summary;
  LtFieldEntry *name;
  LtFieldEntry *number;
  LtFieldEntry *note;
};

G_DEFINE_FINAL_TYPE (LtInitiativeForm, lt_initiative_form, GTK_TYPE_WIDGET)

static void
update (LtInitiativeForm *self)
{
  LtItem *item = LT_ITEM (self->initiative);
  guint n_assignments = lt_item_get_n_children (item);
  guint n_outcomes = 0;
  g_autofree char *name = NULL;
  g_autofree char *assignments = NULL;
  g_autofree char *outcomes = NULL;
  g_autofree char *summary = NULL;

  if (lt_item_get_parent (item) == NULL)
    return;
  for (guint i = 0; i < n_assignments; i++)
    n_outcomes += lt_item_get_n_children (lt_item_get_child (item, i));
  assignments = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u assignment", "%u assignments", n_assignments),
                                 n_assignments);
  outcomes = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u result", "%u results", n_outcomes), n_outcomes);
  /* Translators: "2 assignments", "6 results" */
  summary = g_strdup_printf (_("%s, %s"), assignments, outcomes);
  name = lt_item_actions_dup_name (item);
  gtk_label_set_label (self->heading, name);
  gtk_label_set_label (self->summary, summary);
}

static void
lt_initiative_form_dispose (GObject *object)
{
  LtInitiativeForm *self = LT_INITIATIVE_FORM (object);

  if (self->document)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
  g_clear_object (&self->initiative);
  gtk_widget_dispose_template (GTK_WIDGET (self), LT_TYPE_INITIATIVE_FORM);

  G_OBJECT_CLASS (lt_initiative_form_parent_class)->dispose (object);
}

static void
lt_initiative_form_class_init (LtInitiativeFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lt_initiative_form_dispose;

  g_type_ensure (LT_TYPE_FIELD_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lotrinh/LoTrinh/ui/lt-initiative-form.ui");
  gtk_widget_class_bind_template_child (widget_class, LtInitiativeForm, scroller);
  gtk_widget_class_bind_template_child (widget_class, LtInitiativeForm, heading);
  gtk_widget_class_bind_template_child (widget_class, LtInitiativeForm, summary);
  gtk_widget_class_bind_template_child (widget_class, LtInitiativeForm, name);
  gtk_widget_class_bind_template_child (widget_class, LtInitiativeForm, number);
  gtk_widget_class_bind_template_child (widget_class, LtInitiativeForm, note);
}

static void
lt_initiative_form_init (LtInitiativeForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
lt_initiative_form_set_initiative (LtInitiativeForm *self, LtDocument *document, LtInitiative *initiative)
{
  g_return_if_fail (LT_IS_INITIATIVE_FORM (self));

  if (self->initiative == initiative && self->document == document)
    return;
  lt_initiative_form_commit (self);
  if (self->document)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_set_object (&self->document, document);
  g_set_object (&self->initiative, initiative);
  lt_field_entry_set_item (self->name, document, (LtItem *) initiative);
  lt_field_entry_set_item (self->number, document, (LtItem *) initiative);
  lt_field_entry_set_item (self->note, document, (LtItem *) initiative);
  if (initiative)
    {
      g_signal_connect_swapped (document, "changed", G_CALLBACK (update), self);
      update (self);
    }
}

gboolean
lt_initiative_form_commit (LtInitiativeForm *self)
{
  gboolean stored;

  g_return_val_if_fail (LT_IS_INITIATIVE_FORM (self), FALSE);

  stored = lt_field_entry_commit (self->name);
  stored = lt_field_entry_commit (self->number) && stored;
  return lt_field_entry_commit (self->note) && stored;
}
