/* SPDX-License-Identifier: MIT */
#include "app/lt-start-page.h"

#include <glib/gi18n-lib.h>

#include "app/lt-application.h"
#include "app/lt-file-name.h"
#include "app/lt-settings.h"

struct _LtStartPage
{
  AdwBin parent_instance;

  GtkMenuButton *menu_button;
  GtkListBox *recent;
  GtkWidget *recent_group;
};

G_DEFINE_FINAL_TYPE (LtStartPage, lt_start_page, ADW_TYPE_BIN)

static char *
dup_shown_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  const char *home = g_get_home_dir ();

  if (g_str_has_prefix (folder, home) && (folder[strlen (home)] == '/' || folder[strlen (home)] == '\0'))
    return g_strconcat ("~", folder + strlen (home), NULL);
  return g_steal_pointer (&folder);
}

static void
forget_cb (GtkButton *button, LtStartPage *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_LIST_BOX_ROW);

  lt_settings_forget_recent (g_object_get_data (G_OBJECT (row), "path"));
}

static GtkWidget *
create_row (LtStartPage *self, const char *path)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  g_autofree char *name = lt_file_name_dup_stem (path);
  g_autofree char *folder = dup_shown_folder (path);
  g_autofree char *escaped = g_markup_escape_text (name, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  g_free (escaped);
  escaped = g_markup_escape_text (folder, -1);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
  adw_action_row_set_icon_name (ADW_ACTION_ROW (row), "x-office-document-symbolic");
  g_object_set_data_full (G_OBJECT (row), "path", g_strdup (path), g_free);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Take out of this list"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Take out of this list"), -1);
  g_signal_connect (button, "clicked", G_CALLBACK (forget_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-path");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", path);
  return row;
}

static void
fill_recent_cb (LtStartPage *self)
{
  g_auto (GStrv) paths = lt_settings_dup_recent ();
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->recent))))
    gtk_list_box_remove (self->recent, row);
  for (guint i = 0; paths[i]; i++)
    gtk_list_box_append (self->recent, create_row (self, paths[i]));
  gtk_widget_set_visible (self->recent_group, paths[0] != NULL);
}

static void
lt_start_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LT_TYPE_START_PAGE);

  G_OBJECT_CLASS (lt_start_page_parent_class)->dispose (object);
}

static void
lt_start_page_class_init (LtStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lt_start_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lotrinh/LoTrinh/ui/lt-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LtStartPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, LtStartPage, recent);
  gtk_widget_class_bind_template_child (widget_class, LtStartPage, recent_group);
}

static void
lt_start_page_init (LtStartPage *self)
{
  lt_application_ensure_icon ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (lt_settings_get (), "changed::recent-files", G_CALLBACK (fill_recent_cb), self,
                           G_CONNECT_SWAPPED);
  fill_recent_cb (self);
}

GtkWidget *
lt_start_page_new (GMenuModel *menu)
{
  LtStartPage *self = g_object_new (LT_TYPE_START_PAGE, NULL);

  gtk_menu_button_set_menu_model (self->menu_button, menu);
  return GTK_WIDGET (self);
}
