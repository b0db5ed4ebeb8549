/* SPDX-License-Identifier: MIT */
#include "app/lt-timeline-print-options.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "app/lt-column-rows.h"
#include "app/lt-day-words.h"
#include "chart/lt-chart-error.h"

struct _LtTimelinePrintOptions
{
  GtkWidget parent_instance;

  GtkWidget *text_row;
  GtkSpinButton *text_points;
  LtColumnRows *columns;
  GtkWidget *baseline_row;
  GtkSwitch *baseline;
  GtkEditable *first;
  GtkEditable *last;
};

G_DEFINE_FINAL_TYPE (LtTimelinePrintOptions, lt_timeline_print_options, GTK_TYPE_WIDGET)

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
changed_cb (LtTimelinePrintOptions *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Columns that would be empty are not offered. */
static void
baseline_cb (LtTimelinePrintOptions *self)
{
  gboolean shown = lt_timeline_print_options_has_baseline (self);

  lt_column_rows_set_offered (self->columns, LT_TIMELINE_COLUMN_BASELINE, shown);
  lt_column_rows_set_offered (self->columns, LT_TIMELINE_COLUMN_SHIFT, shown);
  changed_cb (self);
}

static void
lt_timeline_print_options_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LT_TYPE_TIMELINE_PRINT_OPTIONS);

  G_OBJECT_CLASS (lt_timeline_print_options_parent_class)->dispose (object);
}

static void
lt_timeline_print_options_class_init (LtTimelinePrintOptionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lt_timeline_print_options_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  g_type_ensure (LT_TYPE_COLUMN_ROWS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lotrinh/LoTrinh/ui/lt-timeline-print-options.ui");
  /* Bound, though to no field, so that they are unparented with the rest. */
  gtk_widget_class_bind_template_child_full (widget_class, "look", FALSE, 0);
  gtk_widget_class_bind_template_child_full (widget_class, "days", FALSE, 0);
  gtk_widget_class_bind_template_child (widget_class, LtTimelinePrintOptions, text_row);
  gtk_widget_class_bind_template_child (widget_class, LtTimelinePrintOptions, text_points);
  gtk_widget_class_bind_template_child (widget_class, LtTimelinePrintOptions, columns);
  gtk_widget_class_bind_template_child (widget_class, LtTimelinePrintOptions, baseline_row);
  gtk_widget_class_bind_template_child (widget_class, LtTimelinePrintOptions, baseline);
  gtk_widget_class_bind_template_child (widget_class, LtTimelinePrintOptions, first);
  gtk_widget_class_bind_template_child (widget_class, LtTimelinePrintOptions, last);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, baseline_cb);
}

static void
lt_timeline_print_options_init (LtTimelinePrintOptions *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
lt_timeline_print_options_new (LtTimeline *timeline, gboolean with_baseline)
{
  LtTimelinePrintOptions *self = g_object_new (LT_TYPE_TIMELINE_PRINT_OPTIONS, NULL);
  const char *name = lt_timeline_get_baseline_name (timeline);

  gtk_widget_set_visible (self->baseline_row, name != NULL);
  if (name != NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (name, -1);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (self->baseline_row), escaped);
    }
  gtk_switch_set_active (self->baseline, name != NULL && with_baseline);
  baseline_cb (self);
  return GTK_WIDGET (self);
}

gboolean
lt_timeline_print_options_read (LtTimelinePrintOptions *self, LtTimelinePageOptions *options,
                                LtTimelineColumn *columns, GError **error)
{
  gboolean good;

  g_return_val_if_fail (LT_IS_TIMELINE_PRINT_OPTIONS (self), FALSE);

  options->text_size = gtk_spin_button_get_value (self->text_points);
  options->n_columns = lt_column_rows_get_columns (self->columns, columns);
  good = lt_day_words_read (self->first, &options->first);
  good = lt_day_words_read (self->last, &options->last) && good;
  if (!good)
    g_set_error_literal (error, LT_CHART_ERROR, LT_CHART_ERROR_RANGE,
                         _("That is not a day. Write it like 01/9/2024, or leave it empty."));
  return good;
}

gboolean
lt_timeline_print_options_has_baseline (LtTimelinePrintOptions *self)
{
  g_return_val_if_fail (LT_IS_TIMELINE_PRINT_OPTIONS (self), FALSE);

  return gtk_widget_get_visible (self->baseline_row) && gtk_switch_get_active (self->baseline);
}

void
lt_timeline_print_options_set_fit (LtTimelinePrintOptions *self, LtPageFit fit)
{
  g_return_if_fail (LT_IS_TIMELINE_PRINT_OPTIONS (self));

  gtk_widget_set_sensitive (self->text_row, fit != LT_PAGE_FIT_EXACTLY && fit != LT_PAGE_FIT_SHEET);
}
