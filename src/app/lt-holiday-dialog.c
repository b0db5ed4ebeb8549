/* SPDX-License-Identifier: MIT */
#include "app/lt-holiday-dialog.h"

#include <glib/gi18n-lib.h>

#include "chart/lt-calendar.h"
#include "text/lt-text.h"

struct _LtHolidayDialog
{
  AdwWindow parent_instance;

  GtkEditable *first;
  GtkEditable *last;
  GtkEditable *name;
  GtkSwitch *working;
  GtkLabel *problem;
};

G_DEFINE_FINAL_TYPE (LtHolidayDialog, lt_holiday_dialog, ADW_TYPE_WINDOW)

enum {
  ACCEPTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static char *
dup_words (GtkEditable *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (entry)));
}

static void
mark (GtkEditable *entry, gboolean wrong)
{
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
}

/* What is wrong with what was typed, or NULL; then @holiday is filled but for its name. */
static const char *
read_days (LtHolidayDialog *self, LtHoliday *holiday)
{
  g_autofree char *first = dup_words (self->first);
  g_autofree char *last = dup_words (self->last);
  gboolean no_last;

  holiday->first = lt_day_from_user (first);
  holiday->last = *last != '\0' ? lt_day_from_user (last) : holiday->first;
  holiday->working = gtk_switch_get_active (self->working);
  mark (self->first, *first != '\0' && holiday->first == LT_DAY_NONE);
  no_last = *last != '\0' && holiday->last == LT_DAY_NONE;
  mark (self->last, no_last);
  if (*first == '\0')
    return "";
  if (holiday->first == LT_DAY_NONE || no_last)
    return _("That is not a day. Write it like 25/01/2028.");
  if (holiday->last >= holiday->first && holiday->last - holiday->first < LT_HOLIDAY_DAYS_MAX)
    return NULL;
  mark (self->last, TRUE);
  return holiday->last < holiday->first ? _("The last day stands before the first.")
                                        : _("That is more than two months; add shorter holidays.");
}

static void
update (LtHolidayDialog *self)
{
  LtHoliday holiday;
  const char *problem = read_days (self, &holiday);

  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL && *problem != '\0');
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "holiday.accept", problem == NULL);
}

static void
accept_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LtHolidayDialog *self = LT_HOLIDAY_DIALOG (widget);
  g_autofree char *name = lt_text_dup_clean (gtk_editable_get_text (self->name), FALSE, NULL);
  LtHoliday holiday;
  g_autofree char *entry = NULL;

  if (read_days (self, &holiday) != NULL)
    return;
  holiday.name = name != NULL ? name : "";
  entry = lt_holiday_dup_entry (&holiday);
  g_signal_emit (self, signals[ACCEPTED], 0, entry);
  gtk_window_close (GTK_WINDOW (self));
}

static void
activated_cb (LtHolidayDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "holiday.accept", NULL);
}

static void
lt_holiday_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LT_TYPE_HOLIDAY_DIALOG);

  G_OBJECT_CLASS (lt_holiday_dialog_parent_class)->dispose (object);
}

static void
lt_holiday_dialog_class_init (LtHolidayDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lt_holiday_dialog_dispose;

  signals[ACCEPTED] = g_signal_new ("accepted", LT_TYPE_HOLIDAY_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lotrinh/LoTrinh/ui/lt-holiday-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LtHolidayDialog, first);
  gtk_widget_class_bind_template_child (widget_class, LtHolidayDialog, last);
  gtk_widget_class_bind_template_child (widget_class, LtHolidayDialog, name);
  gtk_widget_class_bind_template_child (widget_class, LtHolidayDialog, working);
  gtk_widget_class_bind_template_child (widget_class, LtHolidayDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_install_action (widget_class, "holiday.accept", NULL, accept_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
lt_holiday_dialog_init (LtHolidayDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update (self);
}

GtkWidget *
lt_holiday_dialog_new (const char *entry)
{
  LtHolidayDialog *self = g_object_new (LT_TYPE_HOLIDAY_DIALOG, NULL);
  LtHoliday holiday;

  if (entry != NULL && lt_holiday_read (entry, &holiday))
    {
      g_autofree char *first = lt_day_dup_official (holiday.first);
      g_autofree char *last = lt_day_dup_official (holiday.last);

      gtk_window_set_title (GTK_WINDOW (self), _("Change a Holiday"));
      gtk_editable_set_text (self->first, first);
      gtk_editable_set_text (self->last, holiday.last != holiday.first ? last : "");
      gtk_editable_set_text (self->name, holiday.name);
      gtk_switch_set_active (self->working, holiday.working);
    }
  return GTK_WIDGET (self);
}
