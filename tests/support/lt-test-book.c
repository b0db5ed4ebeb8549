/* SPDX-License-Identifier: MIT */
#include "support/lt-test-book.h"

#include "exchange/lt-sample.h"

#define FIRST_YEAR 2024
#define N_YEARS 2

typedef struct {
  GRand *rand;
  GPtrArray *initiatives; /* of the sample, as all below */
  GPtrArray *assignments;
  GPtrArray *outcomes;
  GPtrArray *agencies;
  LtItem *plan;
  gint64 last_id;
} Maker;

static void
gather (LtItem *item, GType type, GPtrArray *found)
{
  if (G_OBJECT_TYPE (item) == type)
    g_ptr_array_add (found, item);
  for (guint i = 0; i < lt_item_get_n_children (item); i++)
    gather (lt_item_get_child (item, i), type, found);
}

static guint
pick (Maker *self, guint n)
{
  return (guint) g_rand_int_range (self->rand, 0, (gint32) n);
}

static gboolean
chance (Maker *self, guint percent)
{
  return pick (self, 100) < percent;
}

static gpointer
pick_item (Maker *self, GPtrArray *items)
{
  return g_ptr_array_index (items, pick (self, items->len));
}

static LtItem *
create_item (Maker *self, GType type)
{
  /* In runs, as lt_item_make_id() makes them. */
  self->last_id += g_rand_int_range (self->rand, 1, 65536);
  return lt_item_new_draft (type, self->last_id);
}

static void
copy_fields (LtItem *from, LtItem *to)
{
  const LtItemInfo *info = lt_item_type_get_info (G_OBJECT_TYPE (from));

  for (guint i = 0; i < info->n_fields; i++)
    {
      const LtField *field = &info->fields[i];

      if (field->kind == LT_FIELD_TEXT || field->kind == LT_FIELD_LIST)
        lt_item_set_text (to, field, lt_item_get_text (from, field));
      else if (field->kind == LT_FIELD_REAL)
        lt_item_set_real (to, field, lt_item_get_real (from, field));
      else
        lt_item_set_integer (to, field, lt_item_get_integer (from, field));
    }
}

static LtItem *
copy_item (Maker *self, LtItem *from)
{
  LtItem *copy = create_item (self, G_OBJECT_TYPE (from));

  copy_fields (from, copy);
  return copy;
}

static void
set_text (LtItem *item, const char *field, const char *text)
{
  lt_item_set_text (item, lt_item_type_find_field (G_OBJECT_TYPE (item), field), text);
}

static void
set_integer (LtItem *item, const char *field, gint64 value)
{
  lt_item_set_integer (item, lt_item_type_find_field (G_OBJECT_TYPE (item), field), value);
}

static LtDay
pick_day (Maker *self)
{
  return lt_day_from_ymd (FIRST_YEAR, 1, 1) + (LtDay) pick (self, 365 * N_YEARS);
}

static char *
dup_deadline (Maker *self)
{
  static const char *const quarters[] = { "I", "II", "III", "IV" };
  static const char *const phrases[] = {
    "Thường xuyên", "Hằng tháng", "Hằng quý", "Định kỳ 6 tháng", "Khi có yêu cầu",
    "100 ngày kể từ ngày ban hành", "Theo hướng dẫn của các bộ, ngành Trung ương",
  };
  LtDay day = pick_day (self);
  g_autofree char *first = lt_day_dup_official (day);
  g_autofree char *last = lt_day_dup_official (day + 30 + (LtDay) pick (self, 300));
  guint year = FIRST_YEAR + pick (self, N_YEARS);

  switch (pick (self, 8))
    {
    case 0:
      return g_strdup_printf ("Quý %s/%u", quarters[pick (self, 4)], year);
    case 1:
      return g_strdup_printf ("Tháng %u/%u", 1 + pick (self, 12), year);
    case 2:
      return g_strdup_printf ("từ ngày %s đến ngày %s", first, last);
    case 3:
      return g_strdup_printf ("Năm %u", year);
    case 4:
      return g_strdup (phrases[pick (self, G_N_ELEMENTS (phrases))]);
    default:
      return g_strdup_printf ("trước ngày %s", first);
    }
}

static char *
dup_agency_name (Maker *self)
{
  g_auto (GStrv) names = lt_agency_dup_names (pick_item (self, self->agencies));

  return g_strdup (chance (self, 70) ? names[0] : names[pick (self, g_strv_length (names))]);
}

static char *
dup_coordination (Maker *self)
{
  static const char *const separators[] = { "; ", ", ", " và " };
  GString *cell = g_string_new (NULL);
  guint n = 1 + pick (self, 5);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = dup_agency_name (self);

      if (i > 0)
        g_string_append (cell, separators[pick (self, i + 1 == n ? 3 : 2)]);
      g_string_append (cell, name);
    }
  if (chance (self, 30))
    g_string_append (cell, "; các đơn vị có liên quan");
  return g_string_free (cell, FALSE);
}

static void
append_target (Maker *self, LtItem *outcome)
{
  LtItem *target = create_item (self, LT_TYPE_TARGET);
  const LtField *value = lt_item_type_find_field (LT_TYPE_TARGET, "value");

  set_text (target, "name", "Tỉ lệ hoàn thành");
  set_text (target, "unit", "%");
  lt_item_set_real (target, value, chance (self, 50) ? 100 : 5 * (1 + pick (self, 19)));
  if (chance (self, 30))
    set_integer (target, "due_day", pick_day (self));
  lt_item_append_draft (outcome, target);
}

static void
append_outcome (Maker *self, LtItem *assignment, guint number)
{
  LtItem *model = pick_item (self, self->outcomes);
  LtItem *outcome = create_item (self, LT_TYPE_OUTCOME);
  g_autofree char *label = g_strdup_printf ("(%u)", number);
  g_autofree char *agency = dup_agency_name (self);
  g_autofree char *text = g_strdup_printf ("%s Đơn vị theo dõi: %s.",
                                           lt_outcome_get_words (LT_OUTCOME (model)), agency);

  set_text (outcome, "label", label);
  set_text (outcome, "text", text);
  for (guint i = 0; i < lt_item_get_n_children (model); i++)
    lt_item_append_draft (outcome, copy_item (self, lt_item_get_child (model, i)));
  if (chance (self, 10))
    append_target (self, outcome);
  lt_item_append_draft (assignment, outcome);
}

/* @above: the row that stands above in the same initiative, or NULL. */
static LtItem *
append_assignment (Maker *self, LtItem *initiative, LtItem *above)
{
  LtItem *model = pick_item (self, self->assignments);
  LtItem *assignment = create_item (self, LT_TYPE_ASSIGNMENT);
  g_autofree char *deadline = dup_deadline (self);
  g_autofree char *lead = dup_agency_name (self);
  g_autofree char *coordination = dup_coordination (self);
  LtState state = (LtState) pick (self, LT_STATE_CANCELLED + 1);

  /* Real plans say the same thing in many rows, and now and then something new. */
  if (chance (self, 50))
    copy_fields (model, assignment);
  else
    {
      set_text (assignment, "deadline", deadline);
      set_text (assignment, "lead", lead);
      set_text (assignment, "coordination", coordination);
    }
  set_integer (assignment, "deadline_joined", FALSE);
  if (above && chance (self, 20))
    {
      set_text (assignment, "deadline", lt_assignment_get_deadline_words (LT_ASSIGNMENT (above)));
      set_integer (assignment, "deadline_joined", TRUE);
    }
  set_integer (assignment, "state", state);
  if (state == LT_STATE_IN_PROGRESS)
    set_integer (assignment, "percent", pick (self, 101));

  for (guint i = 0; i < MAX (lt_item_get_n_children (model), 1); i++)
    append_outcome (self, assignment, i + 1);
  lt_item_append_draft (initiative, assignment);
  return assignment;
}

static guint
append_initiative (Maker *self, LtItem *plan, guint number, guint n_left)
{
  LtItem *model = pick_item (self, self->initiatives);
  LtItem *initiative = create_item (self, LT_TYPE_INITIATIVE);
  LtItem *above = NULL;
  guint n = MIN (lt_item_get_n_children (model), n_left);
  g_autofree char *name = g_strdup_printf ("%s (đợt %u)",
                                           lt_initiative_get_name (LT_INITIATIVE (model)), number);

  set_text (initiative, "name", name);
  for (guint i = 0; i < n; i++)
    above = append_assignment (self, initiative, above);
  lt_item_append_draft (plan, initiative);
  return n;
}

static LtBook *
make_book (Maker *self, guint n_assignments)
{
  LtBook *book = lt_book_new ();
  LtItem *registry = LT_ITEM (lt_book_get_registry (book));
  LtItem *plan = copy_item (self, self->plan);
  guint n_made = 0;

  for (guint i = 0; i < self->agencies->len; i++)
    lt_item_append_draft (registry, copy_item (self, g_ptr_array_index (self->agencies, i)));
  for (guint i = 1; n_made < n_assignments; i++)
    n_made += append_initiative (self, plan, i, n_assignments - n_made);
  lt_item_append_draft (LT_ITEM (book), plan);
  return book;
}

LtBook *
lt_test_book_new (guint n_assignments, guint seed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LtBook) sample = lt_sample_new (&error);
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GPtrArray) initiatives = g_ptr_array_new ();
  g_autoptr (GPtrArray) assignments = g_ptr_array_new ();
  g_autoptr (GPtrArray) outcomes = g_ptr_array_new ();
  g_autoptr (GPtrArray) agencies = g_ptr_array_new ();
  Maker maker = { rand, initiatives, assignments, outcomes, agencies, NULL };

  g_assert_no_error (error);
  maker.plan = lt_item_get_child (LT_ITEM (sample), 0);
  gather (maker.plan, LT_TYPE_INITIATIVE, initiatives);
  gather (maker.plan, LT_TYPE_ASSIGNMENT, assignments);
  gather (maker.plan, LT_TYPE_OUTCOME, outcomes);
  gather (LT_ITEM (lt_book_get_registry (sample)), LT_TYPE_AGENCY, agencies);
  return make_book (&maker, n_assignments);
}
