/* SPDX-License-Identifier: MIT */
#include "app/lt-preferences.h"

#include "app/lt-holiday-group.h"
#include "app/lt-settings.h"

struct _LtPreferences
{
  AdwPreferencesWindow parent_instance;

  AdwComboRow *language;
  GtkWidget *author;
  GtkWidget *strict_before;
  GtkWidget *due_soon_days;
};

G_DEFINE_FINAL_TYPE (LtPreferences, lt_preferences, ADW_TYPE_PREFERENCES_WINDOW)

static void
language_selected_cb (LtPreferences *self)
{
  g_settings_set_enum (lt_settings_get (), "language", (int) adw_combo_row_get_selected (self->language));
}

static void
lt_preferences_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LT_TYPE_PREFERENCES);

  G_OBJECT_CLASS (lt_preferences_parent_class)->dispose (object);
}

static void
lt_preferences_class_init (LtPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lt_preferences_dispose;

  g_type_ensure (LT_TYPE_HOLIDAY_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lotrinh/LoTrinh/ui/lt-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, LtPreferences, language);
  gtk_widget_class_bind_template_child (widget_class, LtPreferences, author);
  gtk_widget_class_bind_template_child (widget_class, LtPreferences, strict_before);
  gtk_widget_class_bind_template_child (widget_class, LtPreferences, due_soon_days);
  gtk_widget_class_bind_template_callback (widget_class, language_selected_cb);
}

static void
lt_preferences_init (LtPreferences *self)
{
  GSettings *settings = lt_settings_get ();
  guint language = (guint) g_settings_get_enum (settings, "language");

  gtk_widget_init_template (GTK_WIDGET (self));
  adw_combo_row_set_selected (self->language, language);
  g_settings_bind (settings, "author", self->author, "text", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "strict-before", self->strict_before, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "due-soon-days", self->due_soon_days, "value", G_SETTINGS_BIND_DEFAULT);
}

GtkWidget *
lt_preferences_new (void)
{
  return g_object_new (LT_TYPE_PREFERENCES, NULL);
}
