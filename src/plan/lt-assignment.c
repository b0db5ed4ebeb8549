/* SPDX-License-Identifier: MIT */
#include "plan/lt-assignment-private.h"

#include <glib/gi18n-lib.h>

#include "plan/lt-book-private.h"
#include "plan/lt-item-private.h"
#include "plan/lt-plan-private.h"
#include "plan/lt-report.h"
#include "plan/lt-status-private.h"

struct _LtAssignment
{
  LtItem parent_instance;

  char *deadline;
  gboolean deadline_joined;
  LtDay start_day;
  LtDay end_day;
  char *lead;
  char *coordination;
  int state;
  int percent;
  char *justification;
  char *note;
  gint64 origin;

  LtDeadline *own; /* the reading with days corrected by hand or without a plan; NULL until asked */
  guint own_reading; /* the plan's number when it was made, 0 without a plan */
  GPtrArray *mentions[2]; /* by role, without a book or with links of the row's own; NULL until asked */
  guint mentions_serial; /* state of the registry that they were read with */
};

G_DEFINE_FINAL_TYPE (LtAssignment, lt_assignment, LT_TYPE_ITEM)

static const LtField fields[] = {
  { "deadline", LT_FIELD_TEXT, G_STRUCT_OFFSET (LtAssignment, deadline), LT_FIELD_FLAG_SHARED | LT_FIELD_FLAG_PARAGRAPHS,
    N_("Deadline"), NULL },
  { "deadline_joined", LT_FIELD_BOOLEAN, G_STRUCT_OFFSET (LtAssignment, deadline_joined), LT_FIELD_FLAG_NONE,
    N_("Deadline merged with the row above"), NULL },
  { "start_day", LT_FIELD_DAY, G_STRUCT_OFFSET (LtAssignment, start_day), LT_FIELD_FLAG_NONE,
    N_("Start, by hand"), NULL },
  { "end_day", LT_FIELD_DAY, G_STRUCT_OFFSET (LtAssignment, end_day), LT_FIELD_FLAG_NONE,
    N_("End, by hand"), NULL },
  { "lead", LT_FIELD_TEXT, G_STRUCT_OFFSET (LtAssignment, lead), LT_FIELD_FLAG_SHARED | LT_FIELD_FLAG_PARAGRAPHS,
    N_("Lead agency"), NULL },
  { "coordination", LT_FIELD_TEXT, G_STRUCT_OFFSET (LtAssignment, coordination), LT_FIELD_FLAG_SHARED | LT_FIELD_FLAG_PARAGRAPHS,
    N_("Coordinating agencies"), NULL },
  { "state", LT_FIELD_CHOICE, G_STRUCT_OFFSET (LtAssignment, state), LT_FIELD_FLAG_NONE,
    N_("State"), _lt_state_choices },
  { "percent", LT_FIELD_INTEGER, G_STRUCT_OFFSET (LtAssignment, percent), LT_FIELD_FLAG_NONE,
    N_("Percent done"), NULL, 0, 100 },
  { "justification", LT_FIELD_TEXT, G_STRUCT_OFFSET (LtAssignment, justification), LT_FIELD_FLAG_PARAGRAPHS,
    N_("Grounds for proposing it"), NULL },
  { "note", LT_FIELD_TEXT, G_STRUCT_OFFSET (LtAssignment, note), LT_FIELD_FLAG_PARAGRAPHS,
    N_("Note"), NULL },
  { "origin", LT_FIELD_ROW, G_STRUCT_OFFSET (LtAssignment, origin), LT_FIELD_FLAG_NONE,
    N_("Carried over from"), NULL },
};

enum {
  SIDE_LINKS,
  SIDE_REPORTS,
  N_SIDES,
};

static GType (*const side_types[N_SIDES]) (void) = {
  [SIDE_LINKS] = lt_link_list_get_type,
  [SIDE_REPORTS] = lt_report_list_get_type,
};

static const LtItemInfo info = {
  "assignment", "outcomes", lt_outcome_get_type, fields, G_N_ELEMENTS (fields), side_types, N_SIDES,
};

static void
drop_mentions (LtAssignment *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->mentions); i++)
    g_clear_pointer (&self->mentions[i], g_ptr_array_unref);
}

static void
lt_assignment_field_changed (LtItem *item, const LtField *field)
{
  LtAssignment *self = LT_ASSIGNMENT (item);

  g_clear_pointer (&self->own, lt_deadline_free);
  drop_mentions (self);
}

static void
lt_assignment_finalize (GObject *object)
{
  LtAssignment *self = LT_ASSIGNMENT (object);

  lt_assignment_field_changed (LT_ITEM (self), NULL);

  G_OBJECT_CLASS (lt_assignment_parent_class)->finalize (object);
}

static void
lt_assignment_class_init (LtAssignmentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lt_assignment_finalize;
  LT_ITEM_CLASS (klass)->field_changed = lt_assignment_field_changed;
  _lt_item_class_install (LT_ITEM_CLASS (klass), &info);
}

static void
lt_assignment_init (LtAssignment *self)
{
}

const char *
lt_assignment_get_deadline_words (LtAssignment *self)
{
  g_return_val_if_fail (LT_IS_ASSIGNMENT (self), NULL);

  return self->deadline ? self->deadline : "";
}

const char *
lt_assignment_get_lead_words (LtAssignment *self)
{
  g_return_val_if_fail (LT_IS_ASSIGNMENT (self), NULL);

  return self->lead ? self->lead : "";
}

const char *
lt_assignment_get_coordination_words (LtAssignment *self)
{
  g_return_val_if_fail (LT_IS_ASSIGNMENT (self), NULL);

  return self->coordination ? self->coordination : "";
}

gboolean
lt_assignment_get_deadline_joined (LtAssignment *self)
{
  g_return_val_if_fail (LT_IS_ASSIGNMENT (self), 0);

  return self->deadline_joined;
}

LtState
lt_assignment_get_state (LtAssignment *self)
{
  g_return_val_if_fail (LT_IS_ASSIGNMENT (self), 0);

  return (LtState) self->state;
}

int
lt_assignment_get_percent (LtAssignment *self)
{
  g_return_val_if_fail (LT_IS_ASSIGNMENT (self), 0);

  return self->percent;
}

const char *
lt_assignment_get_justification (LtAssignment *self)
{
  g_return_val_if_fail (LT_IS_ASSIGNMENT (self), NULL);

  return self->justification ? self->justification : "";
}

gint64
lt_assignment_get_origin_id (LtAssignment *self)
{
  g_return_val_if_fail (LT_IS_ASSIGNMENT (self), 0);

  return self->origin;
}

static const LtDeadline *
read_deadline (LtAssignment *self, LtPlan *plan)
{
  gboolean by_hand = self->start_day != LT_DAY_NONE || self->end_day != LT_DAY_NONE;
  guint reading;

  if (plan && self->deadline && !by_hand)
    return _lt_plan_get_deadline (plan, self->deadline);

  reading = plan ? _lt_plan_get_reading (plan) : 0;
  if (self->own && self->own_reading == reading)
    return self->own;
  g_clear_pointer (&self->own, lt_deadline_free);
  self->own = plan && self->deadline ? lt_deadline_copy (_lt_plan_get_deadline (plan, self->deadline))
                                     : lt_deadline_parse (self->deadline, NULL);
  self->own_reading = reading;
  if (self->start_day != LT_DAY_NONE)
    self->own->start = self->start_day;
  if (self->end_day != LT_DAY_NONE)
    self->own->end = self->own->strict_end = self->end_day;
  return self->own;
}

const LtDeadline *
lt_assignment_get_deadline (LtAssignment *self)
{
  g_return_val_if_fail (LT_IS_ASSIGNMENT (self), NULL);

  return read_deadline (self, lt_item_get_ancestor (LT_ITEM (self), LT_TYPE_PLAN));
}

LtDay
lt_assignment_get_due (LtAssignment *self)
{
  g_return_val_if_fail (LT_IS_ASSIGNMENT (self), LT_DAY_NONE);

  return _lt_assignment_get_due_in (self, lt_item_get_ancestor (LT_ITEM (self), LT_TYPE_PLAN));
}

LtDay
_lt_assignment_get_due_in (LtAssignment *self, LtPlan *plan)
{
  return lt_deadline_get_due (read_deadline (self, plan), plan && lt_plan_get_strict_before (plan));
}

GPtrArray *
lt_assignment_get_mentions (LtAssignment *self, LtRole role)
{
  LtItem *links;
  LtBook *book;
  char *words;
  guint serial;

  g_return_val_if_fail (LT_IS_ASSIGNMENT (self), NULL);

  words = role == LT_ROLE_LEAD ? self->lead : self->coordination;
  book = lt_item_get_ancestor (LT_ITEM (self), LT_TYPE_BOOK);
  links = lt_assignment_peek_links (self);
  if (book && words && (links == NULL || lt_item_get_n_children (links) == 0))
    return _lt_book_get_mentions (book, words);

  serial = book ? lt_registry_get_serial (lt_book_get_registry (book)) : 0;
  if (serial != self->mentions_serial)
    drop_mentions (self);
  self->mentions_serial = serial;
  if (self->mentions[role] == NULL)
    self->mentions[role] = book && words
                             ? _lt_links_correct (links, role, _lt_book_get_mentions (book, words), words,
                                                  lt_book_get_registry (book))
                             : lt_coordination_parse (words, NULL);
  return self->mentions[role];
}

GPtrArray *
lt_assignment_read_words (LtAssignment *self, LtRole role, const char *words)
{
  g_autoptr (GPtrArray) mentions = NULL;
  LtRegistry *registry;
  LtItem *links;
  LtBook *book;

  g_return_val_if_fail (LT_IS_ASSIGNMENT (self), NULL);

  book = lt_item_get_ancestor (LT_ITEM (self), LT_TYPE_BOOK);
  registry = book ? lt_book_get_registry (book) : NULL;
  links = lt_assignment_peek_links (self);
  mentions = lt_coordination_parse (words, registry);
  return registry && links ? _lt_links_correct (links, role, mentions, words, registry) : g_steal_pointer (&mentions);
}

LtItem *
lt_assignment_peek_links (LtAssignment *self)
{
  g_return_val_if_fail (LT_IS_ASSIGNMENT (self), NULL);

  return lt_item_peek_side (LT_ITEM (self), SIDE_LINKS);
}

LtItem *
lt_assignment_peek_reports (LtAssignment *self)
{
  g_return_val_if_fail (LT_IS_ASSIGNMENT (self), NULL);

  return lt_item_peek_side (LT_ITEM (self), SIDE_REPORTS);
}

void
_lt_assignment_reread (LtAssignment *self)
{
  drop_mentions (self);
  _lt_item_tell (LT_ITEM (self), "lead");
  _lt_item_tell (LT_ITEM (self), "coordination");
}

char *
lt_assignment_dup_outcome_lines (LtAssignment *self)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < lt_item_get_n_children (LT_ITEM (self)); i++)
    {
      g_autofree char *line = lt_outcome_dup_line (lt_item_get_child (LT_ITEM (self), i));

      if (i > 0)
        g_string_append_c (lines, '\n');
      g_string_append (lines, line);
    }
  return g_string_free (lines, FALSE);
}
