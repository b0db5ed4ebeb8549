/* SPDX-License-Identifier: MIT */
#include "app/lt-choice-entry.h"

#include <glib/gi18n-lib.h>

#include "app/lt-feedback.h"

struct _LtChoiceEntry
{
  GtkWidget parent_instance;

  char *field_name;
  LtDocument *document;
  LtItem *item;
  const LtField *field;
  gboolean loading;

  GtkWidget *caption;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (LtChoiceEntry, lt_choice_entry, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_FIELD,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
load (LtChoiceEntry *self)
{
  if (self->item == NULL)
    return;
  self->loading = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->list), (guint) lt_item_get_integer (self->item, self->field));
  self->loading = FALSE;
}

static void
fill (LtChoiceEntry *self, const LtField *field)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  self->field = field;
  for (guint i = 0; field->choices[i].nick; i++)
    gtk_string_list_append (titles, _(field->choices[i].title));
  self->loading = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->list), G_LIST_MODEL (titles));
  self->loading = FALSE;
  gtk_label_set_label (GTK_LABEL (self->caption), _(field->title));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _(field->title), -1);
}

static void
selected_cb (LtChoiceEntry *self)
{
  guint choice = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->list));
  g_autoptr (GError) error = NULL;

  if (self->loading || self->item == NULL || choice == GTK_INVALID_LIST_POSITION)
    return;
  if (!lt_document_set (self->document, self->item, self->field->name, self->field->choices[choice].nick, &error))
    {
      lt_feedback_error (GTK_WIDGET (self), _("The change cannot be stored"), error);
      load (self);
    }
}

static void
lt_choice_entry_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_FIELD:
      LT_CHOICE_ENTRY (object)->field_name = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lt_choice_entry_dispose (GObject *object)
{
  LtChoiceEntry *self = LT_CHOICE_ENTRY (object);

  if (self->document)
    lt_choice_entry_set_item (self, NULL, NULL);
  g_clear_pointer (&self->caption, gtk_widget_unparent);
  g_clear_pointer (&self->list, gtk_widget_unparent);

  G_OBJECT_CLASS (lt_choice_entry_parent_class)->dispose (object);
}

static void
lt_choice_entry_finalize (GObject *object)
{
  g_free (LT_CHOICE_ENTRY (object)->field_name);

  G_OBJECT_CLASS (lt_choice_entry_parent_class)->finalize (object);
}

static void
lt_choice_entry_class_init (LtChoiceEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = lt_choice_entry_set_property;
  object_class->dispose = lt_choice_entry_dispose;
  object_class->finalize = lt_choice_entry_finalize;

  properties[PROP_FIELD] = g_param_spec_string ("field", NULL, NULL, NULL,
                                                G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
lt_choice_entry_init (LtChoiceEntry *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 3);
  self->caption = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->caption), 0);
  gtk_widget_add_css_class (self->caption, "caption-heading");
  gtk_widget_add_css_class (self->caption, "field-caption");
  gtk_widget_set_parent (self->caption, GTK_WIDGET (self));
  self->list = gtk_drop_down_new (NULL, NULL);
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
  g_signal_connect_swapped (self->list, "notify::selected", G_CALLBACK (selected_cb), self);
}

GtkWidget *
lt_choice_entry_new (const char *field)
{
  return g_object_new (LT_TYPE_CHOICE_ENTRY, "field", field, NULL);
}

void
lt_choice_entry_set_item (LtChoiceEntry *self, LtDocument *document, LtItem *item)
{
  const LtField *field = item ? lt_item_type_find_field (G_OBJECT_TYPE (item), self->field_name) : NULL;

  g_return_if_fail (LT_IS_CHOICE_ENTRY (self));

  if (self->item)
    g_signal_handlers_disconnect_by_data (self->item, self);
  g_set_object (&self->document, document);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;
  if (self->field != field)
    fill (self, field);
  {
    g_autofree char *signal = g_strconcat ("changed::", field->name, NULL);

    g_signal_connect_swapped (item, signal, G_CALLBACK (load), self);
  }
  gtk_widget_set_sensitive (self->list, !lt_document_get_read_only (document));
  load (self);
}

GtkDropDown *
lt_choice_entry_get_list (LtChoiceEntry *self)
{
  g_return_val_if_fail (LT_IS_CHOICE_ENTRY (self), NULL);

  return GTK_DROP_DOWN (self->list);
}
