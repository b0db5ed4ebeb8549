/* SPDX-License-Identifier: MIT */
#include "plan/lt-report.h"

#include <glib/gi18n-lib.h>

#include "plan/lt-assignment.h"
#include "plan/lt-item-private.h"
#include "plan/lt-status-private.h"

struct _LtReport
{
  LtItem parent_instance;

  LtDay day;
  int state; /* index into _lt_said_state_choices: 0 where nothing was said */
  int percent;
  char *results;
  char *difficulties;
  char *proposals;
  char *evidence_number;
  LtDay evidence_day;
  char *evidence_link;
  char *reporter;
  char *source;
};

struct _LtOutcomeReport
{
  LtReport parent_instance;
};

struct _LtReportList
{
  LtItem parent_instance;
};

struct _LtOutcomeReportList
{
  LtItem parent_instance;
};

G_DEFINE_TYPE (LtReport, lt_report, LT_TYPE_ITEM)
G_DEFINE_FINAL_TYPE (LtOutcomeReport, lt_outcome_report, LT_TYPE_REPORT)
G_DEFINE_FINAL_TYPE (LtReportList, lt_report_list, LT_TYPE_ITEM)
G_DEFINE_FINAL_TYPE (LtOutcomeReportList, lt_outcome_report_list, LT_TYPE_ITEM)

static const LtField fields[] = {
  { "day", LT_FIELD_DAY, G_STRUCT_OFFSET (LtReport, day), LT_FIELD_FLAG_NONE,
    N_("Reported on"), NULL },
  { "state", LT_FIELD_CHOICE, G_STRUCT_OFFSET (LtReport, state), LT_FIELD_FLAG_NONE,
    N_("State"), _lt_said_state_choices },
  { "percent", LT_FIELD_INTEGER, G_STRUCT_OFFSET (LtReport, percent), LT_FIELD_FLAG_NONE,
    N_("Percent done"), NULL, 0, 100 },
  { "results", LT_FIELD_TEXT, G_STRUCT_OFFSET (LtReport, results), LT_FIELD_FLAG_PARAGRAPHS,
    N_("Results"), NULL },
  { "difficulties", LT_FIELD_TEXT, G_STRUCT_OFFSET (LtReport, difficulties), LT_FIELD_FLAG_PARAGRAPHS,
    N_("Difficulties"), NULL },
  { "proposals", LT_FIELD_TEXT, G_STRUCT_OFFSET (LtReport, proposals), LT_FIELD_FLAG_PARAGRAPHS,
    N_("Proposals"), NULL },
  { "evidence_number", LT_FIELD_TEXT, G_STRUCT_OFFSET (LtReport, evidence_number), LT_FIELD_FLAG_NONE,
    N_("Number of the document of evidence"), NULL },
  { "evidence_day", LT_FIELD_DAY, G_STRUCT_OFFSET (LtReport, evidence_day), LT_FIELD_FLAG_NONE,
    N_("Day of the document of evidence"), NULL },
  { "evidence_link", LT_FIELD_TEXT, G_STRUCT_OFFSET (LtReport, evidence_link), LT_FIELD_FLAG_NONE,
    N_("File of evidence"), NULL },
  { "reporter", LT_FIELD_TEXT, G_STRUCT_OFFSET (LtReport, reporter), LT_FIELD_FLAG_SHARED,
    N_("Reported by"), NULL },
  { "source", LT_FIELD_TEXT, G_STRUCT_OFFSET (LtReport, source), LT_FIELD_FLAG_SHARED,
    N_("Source of the report"), NULL },
};

static const LtItemInfo report_info = {
  "report", NULL, NULL, fields, G_N_ELEMENTS (fields),
};

static const LtItemInfo outcome_report_info = {
  "outcome_report", NULL, NULL, fields, G_N_ELEMENTS (fields),
};

static const LtItemInfo list_info = {
  "reports", "reports", lt_report_get_type, NULL, 0,
};

static const LtItemInfo outcome_list_info = {
  "outcome_reports", "reports", lt_outcome_report_get_type, NULL, 0,
};

/* Whether work was done in time is read off its reports. */
static void
tell_assignment (LtItem *item)
{
  LtItem *assignment = lt_item_get_ancestor (item, LT_TYPE_ASSIGNMENT);

  if (assignment)
    _lt_item_tell (assignment, "state");
}

static void
lt_report_field_changed (LtItem *item, const LtField *field)
{
  if (lt_item_get_parent (item))
    tell_assignment (item);
}

static void
lt_report_class_init (LtReportClass *klass)
{
  LT_ITEM_CLASS (klass)->field_changed = lt_report_field_changed;
  _lt_item_class_install (LT_ITEM_CLASS (klass), &report_info);
}

static void
lt_report_init (LtReport *self)
{
}

static void
lt_outcome_report_class_init (LtOutcomeReportClass *klass)
{
  /* Fields and properties come down from the parent class. */
  LT_ITEM_CLASS (klass)->info = &outcome_report_info;
}

static void
lt_outcome_report_init (LtOutcomeReport *self)
{
}

static void
lt_report_list_class_init (LtReportListClass *klass)
{
  _lt_item_class_install (LT_ITEM_CLASS (klass), &list_info);
}

static void
lt_report_list_init (LtReportList *self)
{
  g_signal_connect (self, "items-changed", G_CALLBACK (tell_assignment), NULL);
}

static void
lt_outcome_report_list_class_init (LtOutcomeReportListClass *klass)
{
  _lt_item_class_install (LT_ITEM_CLASS (klass), &outcome_list_info);
}

static void
lt_outcome_report_list_init (LtOutcomeReportList *self)
{
}

LtDay
lt_report_get_day (LtReport *self)
{
  g_return_val_if_fail (LT_IS_REPORT (self), LT_DAY_NONE);

  return self->day;
}

gboolean
lt_report_get_state (LtReport *self, LtState *state)
{
  g_return_val_if_fail (LT_IS_REPORT (self), FALSE);

  if (self->state == 0)
    return FALSE;
  if (state)
    *state = (LtState) (self->state - 1);
  return TRUE;
}

int
lt_report_get_percent (LtReport *self)
{
  g_return_val_if_fail (LT_IS_REPORT (self), LT_INTEGER_NONE);

  return self->percent;
}

const char *
lt_report_get_results (LtReport *self)
{
  g_return_val_if_fail (LT_IS_REPORT (self), NULL);

  return self->results ? self->results : "";
}

const char *
lt_report_get_difficulties (LtReport *self)
{
  g_return_val_if_fail (LT_IS_REPORT (self), NULL);

  return self->difficulties ? self->difficulties : "";
}

const char *
lt_report_get_proposals (LtReport *self)
{
  g_return_val_if_fail (LT_IS_REPORT (self), NULL);

  return self->proposals ? self->proposals : "";
}

const char *
lt_report_get_evidence_number (LtReport *self)
{
  g_return_val_if_fail (LT_IS_REPORT (self), NULL);

  return self->evidence_number ? self->evidence_number : "";
}

LtDay
lt_report_get_evidence_day (LtReport *self)
{
  g_return_val_if_fail (LT_IS_REPORT (self), LT_DAY_NONE);

  return self->evidence_day;
}

const char *
lt_report_get_evidence_link (LtReport *self)
{
  g_return_val_if_fail (LT_IS_REPORT (self), NULL);

  return self->evidence_link ? self->evidence_link : "";
}

const char *
lt_report_get_reporter (LtReport *self)
{
  g_return_val_if_fail (LT_IS_REPORT (self), NULL);

  return self->reporter ? self->reporter : "";
}

const char *
lt_report_get_source (LtReport *self)
{
  g_return_val_if_fail (LT_IS_REPORT (self), NULL);

  return self->source ? self->source : "";
}

LtItem *
lt_report_get_list (LtItem *row)
{
  g_return_val_if_fail (LT_IS_ASSIGNMENT (row) || LT_IS_OUTCOME (row), NULL);

  return lt_item_get_list (row, LT_IS_OUTCOME (row) ? LT_TYPE_OUTCOME_REPORT : LT_TYPE_REPORT);
}

LtItem *
lt_report_peek_list (LtItem *row)
{
  g_return_val_if_fail (LT_IS_ASSIGNMENT (row) || LT_IS_OUTCOME (row), NULL);

  return LT_IS_OUTCOME (row) ? lt_outcome_peek_reports (LT_OUTCOME (row))
                             : lt_assignment_peek_reports (LT_ASSIGNMENT (row));
}

LtReport *
lt_report_new_draft (LtItem *row)
{
  g_return_val_if_fail (LT_IS_ASSIGNMENT (row) || LT_IS_OUTCOME (row), NULL);

  return LT_REPORT (lt_item_new_draft (LT_IS_OUTCOME (row) ? LT_TYPE_OUTCOME_REPORT : LT_TYPE_REPORT, 0));
}

LtReport *
lt_report_find_latest (LtItem *row, LtDay as_of)
{
  LtItem *list = lt_report_peek_list (row);
  LtReport *latest = NULL;

  for (guint i = 0; list && i < lt_item_get_n_children (list); i++)
    {
      LtReport *report = lt_item_get_child (list, i);

      if (as_of != LT_DAY_NONE && (report->day == LT_DAY_NONE || report->day > as_of))
        continue;
      if (latest == NULL || report->day >= latest->day)
        latest = report;
    }
  return latest;
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  LtReport *first = *(LtReport *const *) a;
  LtReport *second = *(LtReport *const *) b;
  guint first_place, second_place;

  if (first->day != second->day)
    return first->day > second->day ? -1 : 1;
  first_place = lt_item_get_index (LT_ITEM (first));
  second_place = lt_item_get_index (LT_ITEM (second));
  return first_place > second_place ? -1 : first_place < second_place;
}

GPtrArray *
lt_report_list_period (LtItem *row, LtDay from, LtDay to)
{
  LtItem *list = lt_report_peek_list (row);
  GPtrArray *reports = g_ptr_array_new ();

  for (guint i = 0; list && i < lt_item_get_n_children (list); i++)
    {
      LtReport *report = lt_item_get_child (list, i);

      if ((from == LT_DAY_NONE || (report->day != LT_DAY_NONE && report->day >= from))
          && (to == LT_DAY_NONE || (report->day != LT_DAY_NONE && report->day <= to)))
        g_ptr_array_add (reports, report);
    }
  g_ptr_array_sort (reports, compare_newest_first);
  return reports;
}
