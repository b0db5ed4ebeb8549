/* SPDX-License-Identifier: MIT */
#include "plan/lt-filter.h"

#include <string.h>

#include "text/lt-text.h"

#define ANY_PERCENT_MIN 0
#define ANY_PERCENT_MAX 100

struct _LtFilter
{
  GObject parent_instance;

  LtAgency *agency;
  char *agency_name;
  char *agency_key; /* match key of the name; NULL for any agency */
  guint roles;
  LtNames names;
  guint states;
  int least_percent;
  int most_percent;
  guint timeliness;
  int soon_days;
  int due_within;
  LtDay due_first;
  LtDay due_last;
};

G_DEFINE_FINAL_TYPE (LtFilter, lt_filter, G_TYPE_OBJECT)

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
reset (LtFilter *self)
{
  g_clear_object (&self->agency);
  g_clear_pointer (&self->agency_name, g_free);
  g_clear_pointer (&self->agency_key, g_free);
  self->roles = LT_FILTER_BIT (LT_ROLE_LEAD);
  self->states = 0;
  self->least_percent = ANY_PERCENT_MIN;
  self->most_percent = ANY_PERCENT_MAX;
  self->timeliness = 0;
  self->due_within = -1;
  self->due_first = LT_DAY_NONE;
  self->due_last = LT_DAY_NONE;
}

static gboolean
names_agency (LtFilter *self, const LtMention *mention, LtDay as_of)
{
  g_autofree char *key = NULL;

  if (self->agency != NULL)
    return lt_mention_get_agency (mention, self->names, as_of) == self->agency;
  key = lt_text_dup_match_key (mention->phrase);
  return strcmp (key, self->agency_key) == 0;
}

static gboolean
accepts_agency (LtFilter *self, LtAssignment *assignment, LtDay as_of)
{
  for (LtRole role = LT_ROLE_LEAD; role <= LT_ROLE_COORDINATE; role++)
    {
      GPtrArray *mentions;

      if ((self->roles & LT_FILTER_BIT (role)) == 0)
        continue;
      mentions = lt_assignment_get_mentions (assignment, role);
      for (guint i = 0; i < mentions->len; i++)
        if (names_agency (self, g_ptr_array_index (mentions, i), as_of))
          return TRUE;
    }
  return FALSE;
}

static gboolean
accepts_percent (LtFilter *self, const LtStatus *status)
{
  int percent = status->percent;

  if (self->least_percent <= ANY_PERCENT_MIN && self->most_percent >= ANY_PERCENT_MAX)
    return TRUE;
  if (percent == LT_INTEGER_NONE)
    switch (status->state)
      {
      case LT_STATE_DONE:
        percent = 100;
        break;
      case LT_STATE_NOT_STARTED:
        percent = 0;
        break;
      case LT_STATE_IN_PROGRESS:
      case LT_STATE_MAINTAINED:
      case LT_STATE_PAUSED:
      case LT_STATE_CANCELLED:
      default:
        return FALSE;
      }
  return percent >= self->least_percent && percent <= self->most_percent;
}

static gboolean
accepts_state (LtFilter *self, LtAssignment *assignment, LtDay as_of)
{
  LtStatus status;

  if (self->states == 0 && self->least_percent <= ANY_PERCENT_MIN && self->most_percent >= ANY_PERCENT_MAX)
    return TRUE;
  lt_assignment_get_status (assignment, as_of, self->soon_days, &status);
  return (self->states == 0 || (self->states & LT_FILTER_BIT (status.state)) != 0) && accepts_percent (self, &status);
}

static gboolean
accepts_timeliness (LtFilter *self, LtAssignment *assignment, LtDay as_of)
{
  LtTimeliness timeliness;

  if (self->timeliness == 0 && self->due_within < 0)
    return TRUE;
  timeliness = lt_assignment_get_timeliness (assignment, as_of, self->soon_days);
  if (self->timeliness & LT_FILTER_BIT (timeliness))
    return TRUE;
  return self->due_within >= 0 && (timeliness == LT_TIMELINESS_DUE_SOON || timeliness == LT_TIMELINESS_ON_TRACK)
         && (gint64) lt_assignment_get_due (assignment) - as_of <= self->due_within;
}

static gboolean
accepts_due (LtFilter *self, LtAssignment *assignment)
{
  LtDay due;

  if (self->due_first == LT_DAY_NONE && self->due_last == LT_DAY_NONE)
    return TRUE;
  due = lt_assignment_get_due (assignment);
  return due != LT_DAY_NONE && (self->due_first == LT_DAY_NONE || due >= self->due_first)
         && (self->due_last == LT_DAY_NONE || due <= self->due_last);
}

static gboolean
accepts_part (LtFilter *self, LtFilterPart part, LtAssignment *assignment, LtDay as_of)
{
  switch (part)
    {
    case LT_FILTER_AGENCY:
      return self->agency_key == NULL || accepts_agency (self, assignment, as_of);
    case LT_FILTER_STATE:
      return accepts_state (self, assignment, as_of);
    case LT_FILTER_TIME:
      return accepts_timeliness (self, assignment, as_of) && accepts_due (self, assignment);
    case LT_FILTER_N_PARTS:
    default:
      g_return_val_if_reached (FALSE);
    }
}

static void
lt_filter_finalize (GObject *object)
{
  reset (LT_FILTER (object));

  G_OBJECT_CLASS (lt_filter_parent_class)->finalize (object);
}

static void
lt_filter_class_init (LtFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lt_filter_finalize;

  signals[CHANGED] = g_signal_new ("changed", LT_TYPE_FILTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
lt_filter_init (LtFilter *self)
{
  self->soon_days = LT_DUE_SOON_DAYS;
  reset (self);
}

LtFilter *
lt_filter_new (void)
{
  return g_object_new (LT_TYPE_FILTER, NULL);
}

gboolean
lt_filter_has_part (LtFilter *self, LtFilterPart part)
{
  g_return_val_if_fail (LT_IS_FILTER (self), FALSE);

  switch (part)
    {
    case LT_FILTER_AGENCY:
      return self->agency_key != NULL;
    case LT_FILTER_STATE:
      return self->states != 0 || self->least_percent > ANY_PERCENT_MIN
             || self->most_percent < ANY_PERCENT_MAX;
    case LT_FILTER_TIME:
      return self->timeliness != 0 || self->due_within >= 0 || self->due_first != LT_DAY_NONE
             || self->due_last != LT_DAY_NONE;
    case LT_FILTER_N_PARTS:
    default:
      g_return_val_if_reached (FALSE);
    }
}

gboolean
lt_filter_is_empty (LtFilter *self)
{
  for (LtFilterPart part = 0; part < LT_FILTER_N_PARTS; part++)
    if (lt_filter_has_part (self, part))
      return FALSE;
  return TRUE;
}

void
lt_filter_clear (LtFilter *self)
{
  g_return_if_fail (LT_IS_FILTER (self));

  if (lt_filter_is_empty (self))
    return;
  reset (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
lt_filter_set_agency (LtFilter *self, LtAgency *agency, const char *name, guint roles)
{
  g_autofree char *kept = g_strdup (name);

  g_return_if_fail (LT_IS_FILTER (self));
  g_return_if_fail (agency == NULL || name != NULL);

  if (self->agency == agency && g_strcmp0 (self->agency_name, name) == 0 && self->roles == roles)
    return;
  g_set_object (&self->agency, agency);
  g_free (self->agency_name);
  g_free (self->agency_key);
  self->agency_name = g_steal_pointer (&kept);
  self->agency_key = self->agency_name ? lt_text_dup_match_key (self->agency_name) : NULL;
  self->roles = roles;
  g_signal_emit (self, signals[CHANGED], 0);
}

void
lt_filter_set_names (LtFilter *self, LtNames names)
{
  g_return_if_fail (LT_IS_FILTER (self));

  if (self->names == names)
    return;
  self->names = names;
  if (self->agency != NULL)
    g_signal_emit (self, signals[CHANGED], 0);
}

const char *
lt_filter_get_agency (LtFilter *self)
{
  g_return_val_if_fail (LT_IS_FILTER (self), NULL);

  return self->agency_name;
}

guint
lt_filter_get_roles (LtFilter *self)
{
  g_return_val_if_fail (LT_IS_FILTER (self), 0);

  return self->roles;
}

void
lt_filter_set_states (LtFilter *self, guint states)
{
  g_return_if_fail (LT_IS_FILTER (self));

  if (self->states == states)
    return;
  self->states = states;
  g_signal_emit (self, signals[CHANGED], 0);
}

guint
lt_filter_get_states (LtFilter *self)
{
  g_return_val_if_fail (LT_IS_FILTER (self), 0);

  return self->states;
}

void
lt_filter_set_percent (LtFilter *self, int least, int most)
{
  g_return_if_fail (LT_IS_FILTER (self));

  if (self->least_percent == least && self->most_percent == most)
    return;
  self->least_percent = least;
  self->most_percent = most;
  g_signal_emit (self, signals[CHANGED], 0);
}

void
lt_filter_get_percent (LtFilter *self, int *least, int *most)
{
  g_return_if_fail (LT_IS_FILTER (self));

  *least = self->least_percent;
  *most = self->most_percent;
}

void
lt_filter_set_timeliness (LtFilter *self, guint timeliness)
{
  g_return_if_fail (LT_IS_FILTER (self));

  if (self->timeliness == timeliness)
    return;
  self->timeliness = timeliness;
  g_signal_emit (self, signals[CHANGED], 0);
}

guint
lt_filter_get_timeliness (LtFilter *self)
{
  g_return_val_if_fail (LT_IS_FILTER (self), 0);

  return self->timeliness;
}

void
lt_filter_set_soon_days (LtFilter *self, int days)
{
  g_return_if_fail (LT_IS_FILTER (self));

  if (self->soon_days == days)
    return;
  self->soon_days = days;
  g_signal_emit (self, signals[CHANGED], 0);
}

void
lt_filter_set_due_within (LtFilter *self, int days)
{
  g_return_if_fail (LT_IS_FILTER (self));

  if (self->due_within == days)
    return;
  self->due_within = days;
  g_signal_emit (self, signals[CHANGED], 0);
}

int
lt_filter_get_due_within (LtFilter *self)
{
  g_return_val_if_fail (LT_IS_FILTER (self), -1);

  return self->due_within;
}

void
lt_filter_set_due (LtFilter *self, LtDay first, LtDay last)
{
  g_return_if_fail (LT_IS_FILTER (self));

  if (self->due_first == first && self->due_last == last)
    return;
  self->due_first = first;
  self->due_last = last;
  g_signal_emit (self, signals[CHANGED], 0);
}

void
lt_filter_get_due (LtFilter *self, LtDay *first, LtDay *last)
{
  g_return_if_fail (LT_IS_FILTER (self));

  *first = self->due_first;
  *last = self->due_last;
}

gboolean
lt_filter_accepts (LtFilter *self, LtAssignment *assignment, LtDay as_of)
{
  return lt_filter_accepts_without (self, LT_FILTER_N_PARTS, assignment, as_of);
}

gboolean
lt_filter_accepts_without (LtFilter *self, LtFilterPart without, LtAssignment *assignment, LtDay as_of)
{
  g_return_val_if_fail (LT_IS_FILTER (self) && LT_IS_ASSIGNMENT (assignment), FALSE);

  for (LtFilterPart part = 0; part < LT_FILTER_N_PARTS; part++)
    if (part != without && !accepts_part (self, part, assignment, as_of))
      return FALSE;
  return TRUE;
}
