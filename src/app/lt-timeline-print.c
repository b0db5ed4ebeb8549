/* SPDX-License-Identifier: MIT */
#include "app/lt-timeline-print.h"

#include <glib/gi18n-lib.h>

#include "app/lt-settings.h"
#include "app/lt-timeline-print-options.h"
#include "chart/lt-timeline-page.h"
#include "chart/lt-timeline-table.h"
#include "exchange/lt-xlsx-writer.h"

struct _LtTimelinePrint
{
  LtPrintSubject parent_instance;

  LtTimeline *timeline;
  LtTimeline *plain; /* compared with nothing */
  gboolean with_baseline;
  LtTimelinePrintOptions *options; /* borrowed: it lives as long as the dialog */
};

G_DEFINE_FINAL_TYPE (LtTimelinePrint, lt_timeline_print, LT_TYPE_PRINT_SUBJECT)

static const LtPrintFit fits[] = {
  { N_("One page wide, as many down as it takes"), LT_PAGE_FIT_WIDTH, FALSE },
  { N_("True size, as many pages as it takes"), LT_PAGE_FIT_TRUE, FALSE },
  { N_("All on one page"), LT_PAGE_FIT_AT_MOST, FALSE },
  { N_("At most so many pages"), LT_PAGE_FIT_AT_MOST, TRUE },
  { N_("Exactly so many pages"), LT_PAGE_FIT_EXACTLY, TRUE },
  { N_("One sheet as large as the drawing"), LT_PAGE_FIT_SHEET, FALSE },
};

typedef struct {
  LtPrintJob job;
  LtTimeline *timeline;
  LtTimelinePageOptions options;
  LtTimelineColumn columns[LT_TIMELINE_N_COLUMNS]; /* of the options */
} TimelineJob;

static LtPages *
lay_out (LtPrintJob *job, GError **error)
{
  TimelineJob *self = (TimelineJob *) job;

  return lt_timeline_pages_new (self->timeline, &self->options, error);
}

static void
free_job (LtPrintJob *job)
{
  TimelineJob *self = (TimelineJob *) job;

  lt_timeline_unref (self->timeline);
  g_clear_pointer (&self->options.calendar, lt_calendar_unref);
  g_free (self);
}

static LtTimeline *
get_timeline (LtTimelinePrint *self)
{
  return lt_timeline_print_options_has_baseline (self->options) ? self->timeline : self->plain;
}

static gboolean
read_options (LtTimelinePrint *self, const LtPageOptions *paper, LtTimelinePageOptions *options,
              LtTimelineColumn *columns, GError **error)
{
  lt_timeline_page_options_init (options);
  options->setup = paper->setup;
  options->fit = paper->fit;
  options->across = paper->across;
  options->down = paper->down;
  options->mono = paper->mono;
  return lt_timeline_print_options_read (self->options, options, columns, error);
}

static LtPrintJob *
lt_timeline_print_create_job (LtPrintSubject *subject, const LtPageOptions *paper, GError **error)
{
  LtTimelinePrint *self = LT_TIMELINE_PRINT (subject);
  TimelineJob *job = g_new0 (TimelineJob, 1);

  job->job.lay_out = lay_out;
  job->job.free = free_job;
  job->timeline = lt_timeline_ref (get_timeline (self));
  lt_timeline_print_options_set_fit (self->options, paper->fit);
  if (!read_options (self, paper, &job->options, job->columns, error))
    {
      free_job (&job->job);
      return NULL;
    }
  job->options.columns = job->columns;
  job->options.calendar = lt_settings_dup_calendar ();
  return &job->job;
}

static GBytes *
lt_timeline_print_write_workbook (LtPrintSubject *subject, const LtPageOptions *paper, GError **error)
{
  LtTimelinePrint *self = LT_TIMELINE_PRINT (subject);
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func ((GDestroyNotify) lt_table_unref);
  LtTimeline *timeline = get_timeline (self);
  LtTimelineColumn columns[LT_TIMELINE_N_COLUMNS];
  LtTimelinePageOptions options;

  if (!read_options (self, paper, &options, columns, error)
      || !lt_timeline_resolve_range (timeline, &options.first, &options.last, error))
    return NULL;
  g_ptr_array_add (tables, lt_timeline_table_new (timeline, &options.setup, options.first, options.last));
  return lt_xlsx_write (tables, error);
}

static GtkWidget *
lt_timeline_print_create_widget (LtPrintSubject *subject)
{
  LtTimelinePrint *self = LT_TIMELINE_PRINT (subject);
  GtkWidget *widget = lt_timeline_print_options_new (self->timeline, self->with_baseline);

  self->options = LT_TIMELINE_PRINT_OPTIONS (widget);
  g_signal_connect_object (widget, "changed", G_CALLBACK (lt_print_subject_changed), self, G_CONNECT_SWAPPED);
  return widget;
}

static void
lt_timeline_print_finalize (GObject *object)
{
  LtTimelinePrint *self = LT_TIMELINE_PRINT (object);

  g_clear_pointer (&self->timeline, lt_timeline_unref);
  g_clear_pointer (&self->plain, lt_timeline_unref);

  G_OBJECT_CLASS (lt_timeline_print_parent_class)->finalize (object);
}

static void
lt_timeline_print_class_init (LtTimelinePrintClass *klass)
{
  LtPrintSubjectClass *subject_class = LT_PRINT_SUBJECT_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = lt_timeline_print_finalize;
  subject_class->title = N_("Print the Timeline");
  /* Translators: the name of a file that holds a timeline: the plan's file, the ending */
  subject_class->file_name = N_("%s - timeline.%s");
  subject_class->fits = fits;
  subject_class->n_fits = G_N_ELEMENTS (fits);
  subject_class->has_workbook = TRUE;
  subject_class->create_widget = lt_timeline_print_create_widget;
  subject_class->create_job = lt_timeline_print_create_job;
  subject_class->write_workbook = lt_timeline_print_write_workbook;
}

static void
lt_timeline_print_init (LtTimelinePrint *self)
{
}

LtPrintSubject *
lt_timeline_print_new (LtTimeline *timeline, gboolean with_baseline)
{
  LtTimelinePrint *self = g_object_new (LT_TYPE_TIMELINE_PRINT, NULL);

  self->timeline = lt_timeline_ref (timeline);
  self->plain = lt_timeline_new_without_baseline (timeline);
  self->with_baseline = with_baseline;
  return LT_PRINT_SUBJECT (self);
}
