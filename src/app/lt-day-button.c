/* SPDX-License-Identifier: MIT */
#include "app/lt-day-button.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _LtDayButton
{
  GtkWidget parent_instance;

  LtDay day;
  char *title;
  char *none_title;
  char *none_action;
  char *day_format;
  gboolean showing; /* the calendar is being told the day, not telling it */

  GtkMenuButton *button;
  GtkLabel *label;
  GtkEditable *entry;
  GtkCalendar *calendar;
  GtkButton *none_button;
};

G_DEFINE_FINAL_TYPE (LtDayButton, lt_day_button, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_DAY,
  PROP_TITLE,
  PROP_NONE_TITLE,
  PROP_NONE_ACTION,
  PROP_DAY_FORMAT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* Words around the day may come from a translation; whatever else stands there, nothing
 * of it is taken for a format. */
static char *
dup_with_day (const char *format, const char *day)
{
  const char *place = format ? strstr (format, "%s") : NULL;

  if (place == NULL)
    return g_strdup (day);
  return g_strdup_printf ("%.*s%s%s", (int) (place - format), format, day, place + strlen ("%s"));
}

static void
update (LtDayButton *self)
{
  g_autofree char *day = lt_day_dup_official (self->day);
  g_autofree char *text = self->day == LT_DAY_NONE ? g_strdup (self->none_title ? self->none_title : "")
                                                   : dup_with_day (self->day_format, day);
  /* Translators: what a day is, and the day: "As of: 31/12/2024" */
  g_autofree char *name = g_strdup_printf (_("%s: %s"), self->title ? self->title : "", text);

  gtk_label_set_label (self->label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
shown_cb (LtDayButton *self)
{
  LtDay day = self->day == LT_DAY_NONE ? lt_day_today () : self->day;
  g_autofree char *text = lt_day_dup_official (self->day);
  g_autoptr (GDateTime) date = NULL;
  int year;
  int month;
  int day_of_month;

  lt_day_to_ymd (day, &year, &month, &day_of_month);
  date = g_date_time_new_local (year, month, day_of_month, 12, 0, 0);
  self->showing = TRUE;
  gtk_calendar_select_day (self->calendar, date);
  self->showing = FALSE;
  gtk_editable_set_text (self->entry, text ? text : "");
  gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  gtk_widget_set_visible (GTK_WIDGET (self->none_button), self->none_action != NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
picked_cb (LtDayButton *self)
{
  g_autoptr (GDateTime) date = NULL;

  if (self->showing)
    return;
  date = gtk_calendar_get_date (self->calendar);
  lt_day_button_set_day (self, lt_day_from_ymd (g_date_time_get_year (date), g_date_time_get_month (date),
                                                g_date_time_get_day_of_month (date)));
}

static void
typed_cb (LtDayButton *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
  LtDay day = lt_day_from_user (text);

  if (day == LT_DAY_NONE && (*text || self->none_action == NULL))
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
      gtk_widget_error_bell (GTK_WIDGET (self->entry));
      return;
    }
  lt_day_button_set_day (self, day);
  gtk_menu_button_popdown (self->button);
}

static void
cleared_cb (LtDayButton *self)
{
  lt_day_button_set_day (self, LT_DAY_NONE);
  gtk_menu_button_popdown (self->button);
}

static void
lt_day_button_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LtDayButton *self = LT_DAY_BUTTON (object);

  switch (id)
    {
    case PROP_DAY:
      g_value_set_int (value, self->day);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_NONE_TITLE:
      g_value_set_string (value, self->none_title);
      break;
    case PROP_NONE_ACTION:
      g_value_set_string (value, self->none_action);
      break;
    case PROP_DAY_FORMAT:
      g_value_set_string (value, self->day_format);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
set_words (char **words, const GValue *value)
{
  g_free (*words);
  *words = g_value_dup_string (value);
}

static void
lt_day_button_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  LtDayButton *self = LT_DAY_BUTTON (object);

  switch (id)
    {
    case PROP_DAY:
      lt_day_button_set_day (self, g_value_get_int (value));
      return;
    case PROP_TITLE:
      set_words (&self->title, value);
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), self->title);
      break;
    case PROP_NONE_TITLE:
      set_words (&self->none_title, value);
      break;
    case PROP_NONE_ACTION:
      set_words (&self->none_action, value);
      gtk_button_set_label (self->none_button, self->none_action ? self->none_action : "");
      break;
    case PROP_DAY_FORMAT:
      set_words (&self->day_format, value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
  update (self);
}

static void
lt_day_button_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LT_TYPE_DAY_BUTTON);

  G_OBJECT_CLASS (lt_day_button_parent_class)->dispose (object);
}

static void
lt_day_button_finalize (GObject *object)
{
  LtDayButton *self = LT_DAY_BUTTON (object);

  g_free (self->title);
  g_free (self->none_title);
  g_free (self->none_action);
  g_free (self->day_format);

  G_OBJECT_CLASS (lt_day_button_parent_class)->finalize (object);
}

static void
lt_day_button_class_init (LtDayButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = lt_day_button_get_property;
  object_class->set_property = lt_day_button_set_property;
  object_class->dispose = lt_day_button_dispose;
  object_class->finalize = lt_day_button_finalize;

  properties[PROP_DAY] = g_param_spec_int ("day", NULL, NULL, G_MININT, G_MAXINT, LT_DAY_NONE, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_NONE_TITLE] = g_param_spec_string ("none-title", NULL, NULL, NULL, flags);
  properties[PROP_NONE_ACTION] = g_param_spec_string ("none-action", NULL, NULL, NULL, flags);
  properties[PROP_DAY_FORMAT] = g_param_spec_string ("day-format", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lotrinh/LoTrinh/ui/lt-day-button.ui");
  gtk_widget_class_bind_template_child (widget_class, LtDayButton, button);
  gtk_widget_class_bind_template_child (widget_class, LtDayButton, label);
  gtk_widget_class_bind_template_child (widget_class, LtDayButton, entry);
  gtk_widget_class_bind_template_child (widget_class, LtDayButton, calendar);
  gtk_widget_class_bind_template_child (widget_class, LtDayButton, none_button);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, cleared_cb);
}

static void
lt_day_button_init (LtDayButton *self)
{
  self->day = LT_DAY_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

LtDay
lt_day_button_get_day (LtDayButton *self)
{
  g_return_val_if_fail (LT_IS_DAY_BUTTON (self), LT_DAY_NONE);

  return self->day;
}

void
lt_day_button_set_day (LtDayButton *self, LtDay day)
{
  g_return_if_fail (LT_IS_DAY_BUTTON (self));

  if (self->day == day)
    return;
  self->day = day;
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DAY]);
}
