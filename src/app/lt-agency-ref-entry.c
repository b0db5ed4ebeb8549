/* SPDX-License-Identifier: MIT */
#include "app/lt-agency-ref-entry.h"

#include <glib/gi18n-lib.h>

#include "app/lt-agency-picker.h"
#include "app/lt-feedback.h"

struct _LtAgencyRefEntry
{
  GtkWidget parent_instance;

  char *field_name;
  gboolean optional;
  LtDocument *document;
  LtItem *item;
  const LtField *field;

  GtkLabel *caption;
  GtkWidget *button;
  GtkLabel *name;
  GtkWidget *clear_button;
};

G_DEFINE_FINAL_TYPE (LtAgencyRefEntry, lt_agency_ref_entry, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_FIELD,
  PROP_OPTIONAL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
load (LtAgencyRefEntry *self)
{
  LtItem *agency;
  const char *name;
  g_autofree char *spoken = NULL;

  if (self->item == NULL)
    return;
  agency = lt_document_find_item (self->document, lt_item_get_integer (self->item, self->field));
  name = LT_IS_AGENCY (agency) ? lt_agency_get_name (LT_AGENCY (agency)) : _("None");
  gtk_label_set_label (self->name, name);
  gtk_widget_set_tooltip_text (self->button, name);
  spoken = g_strdup_printf ("%s: %s", _(self->field->title), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_set_visible (self->clear_button,
                          self->optional && agency != NULL && !lt_document_get_read_only (self->document));
  gtk_widget_set_sensitive (self->button, !lt_document_get_read_only (self->document));
}

static void
store (LtAgencyRefEntry *self, const char *value)
{
  g_autoptr (GError) error = NULL;

  if (!lt_document_set (self->document, self->item, self->field->name, value, &error))
    lt_feedback_error (GTK_WIDGET (self), _("The change cannot be stored"), error);
}

static void
picked_cb (LtAgencyPicker *picker, LtAgency *agency, LtAgencyRefEntry *self)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, lt_item_get_id (LT_ITEM (agency)));

  if (self->item)
    store (self, id);
}

static void
clicked_cb (LtAgencyRefEntry *self)
{
  LtAgency *own = lt_item_get_ancestor (self->item, LT_TYPE_AGENCY);
  LtAgencyPicker *picker = lt_agency_picker_present (GTK_WIDGET (self), self->document, _(self->field->title), own);

  g_signal_connect_object (picker, "picked", G_CALLBACK (picked_cb), self, 0);
}

static void
cleared_cb (LtAgencyRefEntry *self)
{
  /* The button that has the focus goes; the focus is to stay near. */
  gtk_widget_grab_focus (self->button);
  store (self, NULL);
}

static void
lt_agency_ref_entry_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  LtAgencyRefEntry *self = LT_AGENCY_REF_ENTRY (object);

  switch (id)
    {
    case PROP_FIELD:
      self->field_name = g_value_dup_string (value);
      break;
    case PROP_OPTIONAL:
      self->optional = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lt_agency_ref_entry_dispose (GObject *object)
{
  LtAgencyRefEntry *self = LT_AGENCY_REF_ENTRY (object);

  if (self->document)
    lt_agency_ref_entry_set_item (self, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LT_TYPE_AGENCY_REF_ENTRY);

  G_OBJECT_CLASS (lt_agency_ref_entry_parent_class)->dispose (object);
}

static void
lt_agency_ref_entry_finalize (GObject *object)
{
  g_free (LT_AGENCY_REF_ENTRY (object)->field_name);

  G_OBJECT_CLASS (lt_agency_ref_entry_parent_class)->finalize (object);
}

static void
lt_agency_ref_entry_class_init (LtAgencyRefEntryClass *klass)
{
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = lt_agency_ref_entry_set_property;
  object_class->dispose = lt_agency_ref_entry_dispose;
  object_class->finalize = lt_agency_ref_entry_finalize;

  properties[PROP_FIELD] = g_param_spec_string ("field", NULL, NULL, NULL, flags);
  properties[PROP_OPTIONAL] = g_param_spec_boolean ("optional", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lotrinh/LoTrinh/ui/lt-agency-ref-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, LtAgencyRefEntry, caption);
  /* Bound, though to no field, so that it is unparented with the rest. */
  gtk_widget_class_bind_template_child_full (widget_class, "box", FALSE, 0);
  gtk_widget_class_bind_template_child (widget_class, LtAgencyRefEntry, button);
  gtk_widget_class_bind_template_child (widget_class, LtAgencyRefEntry, name);
  gtk_widget_class_bind_template_child (widget_class, LtAgencyRefEntry, clear_button);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, cleared_cb);
}

static void
lt_agency_ref_entry_init (LtAgencyRefEntry *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
lt_agency_ref_entry_set_item (LtAgencyRefEntry *self, LtDocument *document, LtItem *item)
{
  g_return_if_fail (LT_IS_AGENCY_REF_ENTRY (self));

  if (self->document)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_set_object (&self->document, document);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;
  self->field = lt_item_type_find_field (G_OBJECT_TYPE (item), self->field_name);
  gtk_label_set_label (self->caption, _(self->field->title));
  /* Not the item alone: the agency that it names may be renamed. */
  g_signal_connect_swapped (document, "changed", G_CALLBACK (load), self);
  load (self);
}
