/* SPDX-License-Identifier: MIT */
#include "cli/lt-describe.h"

#include <math.h>

#include "cli/lt-print.h"
#include "plan/lt-carry-over.h"
#include "plan/lt-report.h"
#include "plan/lt-status.h"
#include "plan/lt-target-progress.h"

typedef json_t *(*Describe) (gpointer item, LtAsOf as_of);

static json_t *
describe_real (double value)
{
  if (isnan (value))
    return json_null ();
  /* 30 and not 30.0: figures are mostly whole. */
  return value == floor (value) && fabs (value) < 1e15 ? json_integer ((json_int_t) value) : json_real (value);
}

static json_t *
describe_children (LtItem *item, Describe describe, LtAsOf as_of)
{
  json_t *list = json_array ();

  for (guint i = 0; i < lt_item_get_n_children (item); i++)
    json_array_append_new (list, describe (lt_item_get_child (item, i), as_of));
  return list;
}

/* A field in the form of files; null where it has no value. */
static json_t *
describe_field (LtItem *item, const char *name)
{
  const LtField *field = lt_item_type_find_field (G_OBJECT_TYPE (item), name);
  g_autofree char *value = lt_item_dup_field_string (item, field);

  return lt_json_string_or_null (value);
}

static json_t *
describe_list_field (LtItem *item, const char *name)
{
  const LtField *field = lt_item_type_find_field (G_OBJECT_TYPE (item), name);
  g_auto (GStrv) lines = g_strsplit (lt_item_get_text (item, field), "\n", -1);
  json_t *list = json_array ();

  for (guint i = 0; lines[i]; i++)
    json_array_append_new (list, json_string (lines[i]));
  return list;
}

static json_t *
describe_deadline (LtAssignment *assignment)
{
  const LtDeadline *deadline = lt_assignment_get_deadline (assignment);

  return json_pack ("{s:s, s:s, s:o, s:o, s:o, s:b}",
                    "text", lt_assignment_get_deadline_words (assignment),
                    "kind", lt_deadline_kind_get_nick (deadline->kind),
                    "start", lt_describe_day (deadline->start),
                    "end", lt_describe_day (deadline->end),
                    "due", lt_describe_day (lt_assignment_get_due (assignment)),
                    "joined", lt_assignment_get_deadline_joined (assignment));
}

static json_t *
describe_agencies (LtAssignment *assignment, LtRole role)
{
  GPtrArray *mentions = lt_assignment_get_mentions (assignment, role);
  json_t *names = json_array ();

  for (guint i = 0; i < mentions->len; i++)
    {
      const LtMention *mention = g_ptr_array_index (mentions, i);

      json_array_append_new (names, json_string (mention->agency ? lt_agency_get_name (mention->agency)
                                                                 : mention->phrase));
    }
  return json_pack ("{s:s, s:o}",
                    "text", role == LT_ROLE_LEAD ? lt_assignment_get_lead_words (assignment)
                                                 : lt_assignment_get_coordination_words (assignment),
                    "agencies", names);
}

/* The fields by their names; null where a field has no value. */
static json_t *
describe_report (LtItem *report)
{
  const LtItemInfo *info = lt_item_type_get_info (G_OBJECT_TYPE (report));
  int percent = lt_report_get_percent (LT_REPORT (report));
  json_t *object = json_object ();
  LtState state;

  for (guint i = 0; i < info->n_fields; i++)
    json_object_set_new (object, info->fields[i].name, describe_field (report, info->fields[i].name));
  json_object_set_new (object, "percent", percent == LT_INTEGER_NONE ? json_null () : json_integer (percent));
  if (!lt_report_get_state (LT_REPORT (report), &state))
    json_object_set_new (object, "state", json_null ());
  return object;
}

/* In the order in which they came in. */
static json_t *
describe_reports (LtItem *row)
{
  LtItem *reports = lt_report_peek_list (row);
  json_t *list = json_array ();

  for (guint i = 0; reports && i < lt_item_get_n_children (reports); i++)
    json_array_append_new (list, describe_report (lt_item_get_child (reports, i)));
  return list;
}

static json_t *
describe_measurement (gpointer item, LtAsOf as_of)
{
  return json_pack ("{s:o, s:o, s:s}",
                    "day", lt_describe_day (lt_measurement_get_day (item)),
                    "value", describe_real (lt_measurement_get_value (item)),
                    "note", lt_measurement_get_note (item));
}

static guint
get_plan_number (LtItem *row)
{
  LtItem *plan = lt_item_get_ancestor (row, LT_TYPE_PLAN);

  return plan ? lt_item_get_index (plan) + 1 : 0;
}

/* {"plan", "path"} of the row that this one carries on, or null. */
static json_t *
describe_origin (LtAssignment *assignment)
{
  LtAssignment *origin = lt_assignment_find_origin (assignment);
  g_autofree char *path = origin ? lt_item_dup_path (LT_ITEM (origin)) : NULL;

  return origin ? json_pack ("{s:i, s:s}", "plan", (int) get_plan_number (LT_ITEM (origin)), "path", path)
                : json_null ();
}

static json_t *
describe_target (gpointer item, LtAsOf as_of)
{
  LtTarget *target = item;
  LtTargetProgress progress;

  lt_target_get_progress (target, as_of.day, &progress);
  return json_pack ("{s:s, s:o, s:o, s:o, s:o, s:s, s:o, s:o, s:o, s:o, s:s, s:o}",
                    "name", lt_target_get_name (target),
                    "goal", describe_field (item, "goal"),
                    "value", describe_real (lt_target_get_value (target)),
                    "value_to", describe_real (lt_target_get_value_to (target)),
                    "baseline", describe_real (lt_target_get_baseline (target)),
                    "unit", lt_target_get_unit (target),
                    "due", lt_describe_day (lt_target_get_due (target)),
                    "start", describe_field (item, "start_day"),
                    "measurements", describe_children (item, describe_measurement, as_of),
                    "measured", describe_real (progress.measured),
                    "reach", lt_reach_get_nick (progress.reach),
                    "share", describe_real (progress.share));
}

static json_t *
describe_outcome (gpointer item, LtAsOf as_of)
{
  LtOutcome *outcome = item;

  return json_pack ("{s:s, s:s, s:o, s:o}",
                    "label", lt_outcome_get_label (outcome),
                    "text", lt_outcome_get_words (outcome),
                    "targets", describe_children (item, describe_target, as_of),
                    "reports", describe_reports (item));
}

static json_t *
describe_assignment (gpointer item, LtAsOf as_of)
{
  return lt_describe_assignment (item, as_of);
}

static json_t *
describe_initiative (gpointer item, LtAsOf as_of)
{
  g_autofree char *number = lt_initiative_dup_number (item);

  return json_pack ("{s:s, s:s, s:o, s:o}",
                    "number", number,
                    "name", lt_initiative_get_name (item),
                    "note", describe_field (item, "note"),
                    "assignments", describe_children (item, describe_assignment, as_of));
}

json_t *
lt_describe_day (LtDay day)
{
  g_autofree char *iso = lt_day_dup_iso (day);

  return lt_json_string_or_null (iso);
}

json_t *
lt_describe_assignment (LtAssignment *assignment, LtAsOf as_of)
{
  g_autofree char *path = lt_item_dup_path (LT_ITEM (assignment));
  json_t *object;
  LtStatus status;

  lt_assignment_get_status (assignment, as_of.day, as_of.soon_days, &status);
  object = json_pack ("{s:s, s:o, s:o, s:o, s:s, s:s, s:o, s:o, s:o}",
                      "path", path,
                      "deadline", describe_deadline (assignment),
                      "lead", describe_agencies (assignment, LT_ROLE_LEAD),
                      "coordination", describe_agencies (assignment, LT_ROLE_COORDINATE),
                      "state", lt_state_get_nick (status.state),
                      "timeliness", lt_timeliness_get_nick (status.timeliness),
                      "percent", status.percent == LT_INTEGER_NONE ? json_null () : json_integer (status.percent),
                      "note", describe_field (LT_ITEM (assignment), "note"),
                      "outcomes", describe_children (LT_ITEM (assignment), describe_outcome, as_of));
  json_object_set_new (object, "finished", lt_describe_day (status.finished));
  json_object_set_new (object, "justification", describe_field (LT_ITEM (assignment), "justification"));
  json_object_set_new (object, "origin", describe_origin (assignment));
  json_object_set_new (object, "reports", describe_reports (LT_ITEM (assignment)));
  return object;
}

json_t *
lt_describe_plan (LtPlan *plan, LtAsOf as_of)
{
  int year = lt_plan_get_year (plan);

  return json_pack ("{s:s, s:s, s:s, s:s, s:s, s:o, s:o, s:b, s:o, s:o}",
                    "title", lt_plan_get_title (plan),
                    "label", lt_plan_get_label (plan),
                    "attachment", lt_plan_get_attachment (plan),
                    "number", lt_plan_get_number (plan),
                    "issuer", lt_plan_get_issuer (plan),
                    "issued", lt_describe_day (lt_plan_get_issued (plan)),
                    "year", year ? json_integer (year) : json_null (),
                    "strict_before", lt_plan_get_strict_before (plan),
                    "note", describe_field (LT_ITEM (plan), "note"),
                    "initiatives", describe_children (LT_ITEM (plan), describe_initiative, as_of));
}

json_t *
lt_describe_agency (LtAgency *agency)
{
  LtItem *item = LT_ITEM (agency);

  return json_pack ("{s:s, s:o, s:o, s:o, s:o, s:o}",
                    "name", lt_agency_get_name (agency),
                    "short_forms", describe_list_field (item, "short_forms"),
                    "variants", describe_list_field (item, "variants"),
                    "kind", describe_field (item, "kind"),
                    "valid_from", describe_field (item, "valid_from"),
                    "valid_to", describe_field (item, "valid_to"));
}
