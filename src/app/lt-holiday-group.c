/* SPDX-License-Identifier: MIT */
#include "app/lt-holiday-group.h"

#include <glib/gi18n-lib.h>

#include "app/lt-holiday-dialog.h"
#include "app/lt-settings.h"
#include "chart/lt-calendar.h"

struct _LtHolidayGroup
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *rows; /* (element-type GtkWidget): borrowed */
};

G_DEFINE_FINAL_TYPE (LtHolidayGroup, lt_holiday_group, ADW_TYPE_PREFERENCES_GROUP)

static const char *
get_entry (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "entry");
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  LtHoliday first;
  LtHoliday second;

  lt_holiday_read (*(const char *const *) a, &first);
  lt_holiday_read (*(const char *const *) b, &second);
  return (first.first > second.first) - (first.first < second.first);
}

/* @added takes the place of @removed; both may be NULL. Lines that are no holidays, because
 * somebody wrote them by other means, go. */
static void
replace (const char *removed, const char *added)
{
  g_auto (GStrv) entries = lt_settings_dup_holidays ();
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();
  gboolean gone = removed == NULL;

  for (guint i = 0; entries[i] != NULL; i++)
    {
      gboolean is_removed = !gone && g_str_equal (entries[i], removed);

      gone = gone || is_removed;
      if (!is_removed && lt_holiday_read (entries[i], &(LtHoliday) { 0 }) && g_strcmp0 (entries[i], added) != 0)
        g_ptr_array_add (kept, entries[i]);
    }
  if (added != NULL)
    g_ptr_array_add (kept, (gpointer) added);
  g_ptr_array_sort (kept, compare_entries);
  g_ptr_array_add (kept, NULL);
  lt_settings_set_holidays ((const char *const *) kept->pdata);
}

static void
added_cb (LtHolidayGroup *self, const char *entry)
{
  replace (NULL, entry);
}

static void
changed_cb (LtHolidayGroup *self, const char *entry, GtkWidget *dialog)
{
  replace (g_object_get_data (G_OBJECT (dialog), "entry"), entry);
}

static GtkWidget *
open_dialog (LtHolidayGroup *self, const char *entry, GCallback accepted)
{
  GtkWidget *dialog = lt_holiday_dialog_new (entry);

  g_object_set_data_full (G_OBJECT (dialog), "entry", g_strdup (entry), g_free);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  g_signal_connect_object (dialog, "accepted", accepted, self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}

static void
add_clicked_cb (LtHolidayGroup *self)
{
  open_dialog (self, NULL, G_CALLBACK (added_cb));
}

static void
row_activated_cb (LtHolidayGroup *self, GtkWidget *row)
{
  open_dialog (self, get_entry (row), G_CALLBACK (changed_cb));
}

static void
remove_clicked_cb (GtkWidget *row)
{
  replace (get_entry (row), NULL);
}

static char *
dup_days (const LtHoliday *holiday)
{
  g_autofree char *first = lt_day_dup_official (holiday->first);
  g_autofree char *last = lt_day_dup_official (holiday->last);
  g_autofree char *days = holiday->first == holiday->last ? g_strdup (first)
                                                          : g_strdup_printf ("%s – %s", first, last);

  /* Translators: %s is a day or two of them. They are a weekend that is worked. */
  return holiday->working ? g_strdup_printf (_("%s, a working day"), days) : g_steal_pointer (&days);
}

static GtkWidget *
create_row (LtHolidayGroup *self, const char *entry, const LtHoliday *holiday)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *days = dup_days (holiday);
  /* Translators: %s is the name of a holiday, or its days */
  g_autofree char *name = g_strdup_printf (_("Remove %s"), *holiday->name ? holiday->name : days);

  g_object_set_data_full (G_OBJECT (row), "entry", g_strdup (entry), g_free);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), *holiday->name ? holiday->name : _("Holiday"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), days);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_clicked_cb), row, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static void
update (LtHolidayGroup *self)
{
  g_auto (GStrv) entries = lt_settings_dup_holidays ();

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; entries[i] != NULL; i++)
    {
      LtHoliday holiday;
      GtkWidget *row;

      if (!lt_holiday_read (entries[i], &holiday))
        continue;
      row = create_row (self, entries[i], &holiday);
      g_ptr_array_add (self->rows, row);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
    }
}

static void
lt_holiday_group_finalize (GObject *object)
{
  g_ptr_array_unref (LT_HOLIDAY_GROUP (object)->rows);

  G_OBJECT_CLASS (lt_holiday_group_parent_class)->finalize (object);
}

static void
lt_holiday_group_class_init (LtHolidayGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lt_holiday_group_finalize;
}

static void
lt_holiday_group_init (LtHolidayGroup *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-add-symbolic");

  self->rows = g_ptr_array_new ();
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Add a Holiday"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Add a Holiday"), -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (add_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), button);
  g_signal_connect_object (lt_settings_get (), "changed::holidays", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
