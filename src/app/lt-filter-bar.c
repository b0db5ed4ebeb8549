/* SPDX-License-Identifier: MIT */
#include "app/lt-filter-bar-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/lt-chosen-rows.h"
#include "app/lt-day-words.h"
#include "app/lt-settings.h"
#include "app/lt-view-state.h"

G_DEFINE_FINAL_TYPE (LtFilterBar, lt_filter_bar, GTK_TYPE_WIDGET)

#define NEXT_DAYS 30
/* Longer names are cut; the list below has the whole of them. */
#define TITLE_CHARS_MAX 18

typedef const char *(*TitleOf) (guint value);

static const char *
get_state_title (guint state)
{
  return lt_state_get_title ((LtState) state);
}

static const char *
get_timeliness_title (guint timeliness)
{
  return lt_timeliness_get_title ((LtTimeliness) timeliness);
}

LtDay
_lt_filter_bar_get_day (LtFilterBar *self)
{
  return lt_view_state_get_day (lt_view_state_get (self->document));
}

/* "Status", "Paused" where that alone is chosen, "Status: 2". */
static char *
dup_title (const char *title, guint set, guint n, TitleOf title_of, gboolean more)
{
  guint count = more ? 1 : 0;
  const char *only = NULL;

  for (guint value = 0; value < n; value++)
    if (set & LT_FILTER_BIT (value))
      {
        count++;
        only = title_of (value);
      }
  if (count == 0)
    return g_strdup (title);
  if (count == 1 && only != NULL)
    return g_strdup (only);
  /* Translators: the name of a list to choose from, and how many things are chosen in it */
  return g_strdup_printf (_("%s: %u"), title, count);
}

static char *
dup_agency_title (LtFilter *filter)
{
  const char *name = filter ? lt_filter_get_agency (filter) : NULL;

  return g_strdup (name != NULL ? name : _("Lead"));
}

static gboolean
has_percent (LtFilter *filter)
{
  int least;
  int most;

  lt_filter_get_percent (filter, &least, &most);
  return least > 0 || most < 100;
}

static gboolean
has_due (LtFilter *filter)
{
  LtDay first;
  LtDay last;

  lt_filter_get_due (filter, &first, &last);
  return first != LT_DAY_NONE || last != LT_DAY_NONE || lt_filter_get_due_within (filter) >= 0;
}

static void
show_title (GtkMenuButton *button, const char *title, gboolean active)
{
  g_autofree char *start = g_utf8_substring (title, 0, MIN (g_utf8_strlen (title, -1), TITLE_CHARS_MAX));
  g_autofree char *label = g_strconcat (start, strlen (start) < strlen (title) ? "…" : NULL, NULL);

  gtk_menu_button_set_label (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  if (active)
    gtk_widget_add_css_class (GTK_WIDGET (button), "filtered");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (button), "filtered");
}

static void
show_titles (LtFilterBar *self)
{
  LtFilter *filter = self->filter;
  g_autofree char *agency = dup_agency_title (filter);
  g_autofree char *state = filter == NULL ? g_strdup (_("Status"))
                                          : dup_title (_("Status"), lt_filter_get_states (filter), LT_FILTER_N_STATES,
                                                       get_state_title, has_percent (filter));
  g_autofree char *time = filter == NULL ? g_strdup (_("Deadlines"))
                                         : dup_title (_("Deadlines"), lt_filter_get_timeliness (filter),
                                                      LT_FILTER_N_TIMELINESS, get_timeliness_title, has_due (filter));

  show_title (self->agency_button, agency, filter && lt_filter_has_part (filter, LT_FILTER_AGENCY));
  show_title (self->state_button, state, filter && lt_filter_has_part (filter, LT_FILTER_STATE));
  show_title (self->time_button, time, filter && lt_filter_has_part (filter, LT_FILTER_TIME));
  gtk_widget_set_visible (self->clear_button, filter && !lt_filter_is_empty (filter));
}

static void
show_day (GtkEditable *entry, LtDay day)
{
  g_autofree char *words = lt_day_dup_official (day);

  gtk_editable_set_text (entry, words != NULL ? words : "");
  gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
}

static void
show_counts (GtkCheckButton **checks, const guint *counts, guint n, TitleOf title_of)
{
  for (guint i = 0; i < n; i++)
    {
      /* Translators: something to choose, and how many assignments it stands for */
      g_autofree char *label = g_strdup_printf (_("%s (%u)"), title_of (i), counts[i]);

      gtk_check_button_set_label (checks[i], label);
    }
}

static void
update_state (LtFilterBar *self)
{
  g_autoptr (GPtrArray) rows = NULL;
  guint counts[LT_FILTER_N_STATES] = { 0 };
  int least;
  int most;

  if (self->plan == NULL)
    return;
  rows = lt_chosen_rows_find_without (self->document, self->plan, LT_FILTER_STATE);
  for (guint i = 0; i < rows->len; i++)
    counts[lt_assignment_get_state (g_ptr_array_index (rows, i))]++;
  show_counts (self->state_checks, counts, LT_FILTER_N_STATES, get_state_title);
  self->updating = TRUE;
  for (guint i = 0; i < LT_FILTER_N_STATES; i++)
    gtk_check_button_set_active (self->state_checks[i],
                                 (lt_filter_get_states (self->filter) & LT_FILTER_BIT (i)) != 0);
  lt_filter_get_percent (self->filter, &least, &most);
  gtk_spin_button_set_value (self->least_percent, least);
  gtk_spin_button_set_value (self->most_percent, most);
  self->updating = FALSE;
}

static void
update_time (LtFilterBar *self)
{
  g_autoptr (GPtrArray) rows = NULL;
  guint counts[LT_FILTER_N_TIMELINESS] = { 0 };
  LtDay as_of = _lt_filter_bar_get_day (self);
  int soon_days = lt_settings_get_due_soon_days ();
  LtDay first;
  LtDay last;

  if (self->plan == NULL || self->due_first == NULL)
    return;
  rows = lt_chosen_rows_find_without (self->document, self->plan, LT_FILTER_TIME);
  for (guint i = 0; i < rows->len; i++)
    counts[lt_assignment_get_timeliness (g_ptr_array_index (rows, i), as_of, soon_days)]++;
  show_counts (self->time_checks, counts, LT_FILTER_N_TIMELINESS, get_timeliness_title);
  self->updating = TRUE;
  for (guint i = 0; i < LT_FILTER_N_TIMELINESS; i++)
    gtk_check_button_set_active (self->time_checks[i],
                                 (lt_filter_get_timeliness (self->filter) & LT_FILTER_BIT (i)) != 0);
  lt_filter_get_due (self->filter, &first, &last);
  show_day (self->due_first, first);
  show_day (self->due_last, last);
  self->updating = FALSE;
}

static void
update_agencies_cb (LtFilterBar *self)
{
  if (self->plan == NULL)
    return;
  self->updating = TRUE;
  gtk_editable_set_text (self->agency_search, "");
  gtk_check_button_set_active (self->with_coordination, (lt_filter_get_roles (self->filter)
                                                         & LT_FILTER_BIT (LT_ROLE_COORDINATE)) != 0);
  self->updating = FALSE;
  _lt_filter_bar_update_agencies (self);
}

static guint
read_checks (GtkCheckButton **checks, guint n)
{
  guint set = 0;

  for (guint i = 0; i < n; i++)
    if (gtk_check_button_get_active (checks[i]))
      set |= LT_FILTER_BIT (i);
  return set;
}

static void
state_toggled_cb (LtFilterBar *self)
{
  if (!self->updating && self->filter)
    lt_filter_set_states (self->filter, read_checks (self->state_checks, LT_FILTER_N_STATES));
}

static void
time_toggled_cb (LtFilterBar *self)
{
  if (!self->updating && self->filter)
    lt_filter_set_timeliness (self->filter, read_checks (self->time_checks, LT_FILTER_N_TIMELINESS));
}

static void
percent_changed_cb (LtFilterBar *self, GtkSpinButton *changed)
{
  int least = gtk_spin_button_get_value_as_int (self->least_percent);
  int most = gtk_spin_button_get_value_as_int (self->most_percent);

  if (self->updating || self->filter == NULL)
    return;
  /* The one that moves takes the other along. */
  self->updating = TRUE;
  if (least > most && changed == self->least_percent)
    gtk_spin_button_set_value (self->most_percent, most = least);
  else if (least > most)
    gtk_spin_button_set_value (self->least_percent, least = most);
  self->updating = FALSE;
  lt_filter_set_percent (self->filter, least, most);
}

static void
due_changed_cb (LtFilterBar *self)
{
  LtDay first;
  LtDay last;
  gboolean good;

  if (self->updating || self->filter == NULL)
    return;
  good = lt_day_words_read (self->due_first, &first);
  good = lt_day_words_read (self->due_last, &last) && good;
  if (good && first != LT_DAY_NONE && last != LT_DAY_NONE && first > last)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->due_last), "error");
      good = FALSE;
    }
  if (good)
    lt_filter_set_due (self->filter, first, last);
}

static void
set_due (LtFilterBar *self, LtDay first, LtDay last)
{
  lt_filter_set_due (self->filter, first, last);
  update_time (self);
}

static void
due_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LtFilterBar *self = LT_FILTER_BAR (widget);
  LtDay day = _lt_filter_bar_get_day (self);
  int year;
  int month;

  if (self->filter == NULL || !lt_day_to_ymd (day, &year, &month, NULL))
    return;
  if (g_str_equal (name, "filter.due-next"))
    set_due (self, day, day + NEXT_DAYS);
  else if (g_str_equal (name, "filter.due-quarter"))
    {
      month = (month - 1) / 3 * 3 + 1;
      set_due (self, lt_day_from_ymd (year, month, 1),
               lt_day_from_ymd (year, month + 2, lt_year_month_days (year, month + 2)));
    }
  else
    set_due (self, lt_day_from_ymd (year, month, 1), lt_day_from_ymd (year, month, lt_year_month_days (year, month)));
}

static void
clear_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LtFilterBar *self = LT_FILTER_BAR (widget);

  if (self->filter == NULL)
    return;
  /* The button is about to go; the keyboard stays in the bar. */
  gtk_widget_grab_focus (GTK_WIDGET (self->agency_button));
  lt_filter_clear (self->filter);
}

static void
add_checks (LtFilterBar *self, GtkBox *box, GtkCheckButton **checks, guint n, GCallback toggled)
{
  for (guint i = 0; i < n; i++)
    {
      checks[i] = GTK_CHECK_BUTTON (gtk_check_button_new ());
      g_signal_connect_swapped (checks[i], "toggled", toggled, self);
      gtk_box_append (box, GTK_WIDGET (checks[i]));
    }
}

static void
add_popover (GtkBuilder *builder, const char *id, GtkMenuButton *button, GCallback update, LtFilterBar *self)
{
  GtkWidget *popover = GTK_WIDGET (gtk_builder_get_object (builder, id));

  gtk_menu_button_set_popover (button, popover);
  g_signal_connect_swapped (popover, "map", update, self);
}

/* All three when the first of them is opened; most people who look at a plan open none. */
static void
create_popovers_cb (GtkMenuButton *button, gpointer data)
{
  LtFilterBar *self = data;
  g_autoptr (GtkBuilder) builder = NULL;

  if (self->agency_list)
    return;
  builder = gtk_builder_new_from_resource ("/io/github/lotrinh/LoTrinh/ui/filter-popovers.ui");
  self->agency_search = GTK_EDITABLE (gtk_builder_get_object (builder, "agency_search"));
  self->agency_list = GTK_LIST_BOX (gtk_builder_get_object (builder, "agency_list"));
  self->with_coordination = GTK_CHECK_BUTTON (gtk_builder_get_object (builder, "with_coordination"));
  self->state_box = GTK_BOX (gtk_builder_get_object (builder, "state_box"));
  self->least_percent = GTK_SPIN_BUTTON (gtk_builder_get_object (builder, "least_percent"));
  self->most_percent = GTK_SPIN_BUTTON (gtk_builder_get_object (builder, "most_percent"));
  self->time_box = GTK_BOX (gtk_builder_get_object (builder, "time_box"));
  self->due_first = GTK_EDITABLE (gtk_builder_get_object (builder, "due_first"));
  self->due_last = GTK_EDITABLE (gtk_builder_get_object (builder, "due_last"));
  add_popover (builder, "agency_popover", self->agency_button, G_CALLBACK (update_agencies_cb), self);
  add_popover (builder, "state_popover", self->state_button, G_CALLBACK (update_state), self);
  add_popover (builder, "time_popover", self->time_button, G_CALLBACK (update_time), self);
  g_signal_connect_swapped (self->least_percent, "value-changed", G_CALLBACK (percent_changed_cb), self);
  g_signal_connect_swapped (self->most_percent, "value-changed", G_CALLBACK (percent_changed_cb), self);
  g_signal_connect_swapped (self->due_first, "changed", G_CALLBACK (due_changed_cb), self);
  g_signal_connect_swapped (self->due_last, "changed", G_CALLBACK (due_changed_cb), self);

  add_checks (self, self->state_box, self->state_checks, LT_FILTER_N_STATES, G_CALLBACK (state_toggled_cb));
  add_checks (self, self->time_box, self->time_checks, LT_FILTER_N_TIMELINESS, G_CALLBACK (time_toggled_cb));
  _lt_filter_bar_add_agencies (self);
}

static void
lt_filter_bar_dispose (GObject *object)
{
  LtFilterBar *self = LT_FILTER_BAR (object);

  lt_filter_bar_set_plan (self, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LT_TYPE_FILTER_BAR);

  G_OBJECT_CLASS (lt_filter_bar_parent_class)->dispose (object);
}

static void
lt_filter_bar_class_init (LtFilterBarClass *klass)
{
  static const char *const due_actions[] = { "filter.due-month", "filter.due-quarter", "filter.due-next" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lt_filter_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lotrinh/LoTrinh/ui/lt-filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, LtFilterBar, agency_button);
  gtk_widget_class_bind_template_child (widget_class, LtFilterBar, state_button);
  gtk_widget_class_bind_template_child (widget_class, LtFilterBar, time_button);
  gtk_widget_class_bind_template_child (widget_class, LtFilterBar, clear_button);
  for (guint i = 0; i < G_N_ELEMENTS (due_actions); i++)
    gtk_widget_class_install_action (widget_class, due_actions[i], NULL, due_action);
  gtk_widget_class_install_action (widget_class, "filter.clear", NULL, clear_action);
}

static void
lt_filter_bar_init (LtFilterBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->agency_button, create_popovers_cb, self, NULL);
  gtk_menu_button_set_create_popup_func (self->state_button, create_popovers_cb, self, NULL);
  gtk_menu_button_set_create_popup_func (self->time_button, create_popovers_cb, self, NULL);
  show_titles (self);
}

void
lt_filter_bar_set_plan (LtFilterBar *self, LtDocument *document, LtPlan *plan)
{
  LtFilter *filter = document ? lt_view_state_get_filter (lt_view_state_get (document)) : NULL;

  g_return_if_fail (LT_IS_FILTER_BAR (self));

  if (self->filter)
    g_signal_handlers_disconnect_by_data (self->filter, self);
  g_set_object (&self->filter, filter);
  g_set_object (&self->document, document);
  g_set_object (&self->plan, plan);
  if (self->filter)
    g_signal_connect_swapped (self->filter, "changed", G_CALLBACK (show_titles), self);
  if (self->agency_button)
    {
      gtk_widget_set_sensitive (GTK_WIDGET (self), plan != NULL);
      show_titles (self);
    }
}
