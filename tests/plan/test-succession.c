/* SPDX-License-Identifier: MIT */
#include "plan/lt-book.h"
#include "plan/lt-plan-check.h"

typedef struct {
  LtBook *book;
  LtItem *registry;
} Fixture;

static void
set (LtItem *item, const char *field, const char *value)
{
  g_autoptr (GError) error = NULL;

  lt_item_set_string (item, lt_item_type_find_field (G_OBJECT_TYPE (item), field), value, &error);
  g_assert_no_error (error);
}

static LtAgency *
add_agency (Fixture *fixture, const char *name)
{
  LtItem *agency = lt_item_new_draft (LT_TYPE_AGENCY, 0);

  set (agency, "name", name);
  lt_item_append_draft (fixture->registry, agency);
  return LT_AGENCY (agency);
}

static void
add_succession (LtAgency *from, LtAgency *to, const char *since, gboolean part)
{
  LtItem *succession = lt_item_new_draft (LT_TYPE_SUCCESSION, 0);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, lt_item_get_id (LT_ITEM (to)));

  set (succession, "successor", id);
  set (succession, "since", since);
  set (succession, "part", part ? "true" : "false");
  lt_item_append_draft (LT_ITEM (from), succession);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->book = lt_book_new ();
  fixture->registry = LT_ITEM (lt_book_get_registry (fixture->book));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->book);
}

static void
assert_current (LtAgency *agency, const char *day, LtAgency *expected)
{
  g_assert_cmpstr (lt_agency_get_name (lt_agency_get_current (agency, lt_day_from_iso (day))), ==,
                   lt_agency_get_name (expected));
}

static void
test_chain (Fixture *fixture, gconstpointer data)
{
  LtAgency *a = add_agency (fixture, "A");
  LtAgency *b = add_agency (fixture, "B");
  LtAgency *c = add_agency (fixture, "C");

  add_succession (a, b, "2025-03-01", FALSE);
  add_succession (b, c, "2025-07-01", FALSE);
  assert_current (a, "2025-02-28", a);
  assert_current (a, "2025-03-01", b);
  assert_current (a, "2025-06-30", b);
  assert_current (a, "2025-07-01", c);
  assert_current (c, "2030-01-01", c);
}

static void
test_without_a_day (Fixture *fixture, gconstpointer data)
{
  LtAgency *a = add_agency (fixture, "A");
  LtAgency *b = add_agency (fixture, "B");

  add_succession (a, b, "", FALSE);
  assert_current (a, "1900-01-01", b);
}

/* A step made before the previous one belongs to an earlier life of the agency. */
static void
test_days_do_not_go_back (Fixture *fixture, gconstpointer data)
{
  LtAgency *joined = add_agency (fixture, "Sở Văn hóa, Thể thao và Du lịch");
  LtAgency *split = add_agency (fixture, "Sở Văn hóa và Thể thao");

  add_succession (joined, split, "2016-01-01", FALSE);
  add_succession (split, joined, "2025-03-01", FALSE);
  g_assert_null (lt_registry_find_succession_circle (LT_REGISTRY (fixture->registry)));
  assert_current (joined, "2020-01-01", split);
  assert_current (joined, "2025-03-01", joined);
  assert_current (split, "2020-01-01", split);
  assert_current (split, "2025-03-01", joined);
}

static void
test_split (Fixture *fixture, gconstpointer data)
{
  LtAgency *labour = add_agency (fixture, "Sở LĐTBXH");
  LtAgency *home = add_agency (fixture, "Sở Nội vụ");
  LtAgency *health = add_agency (fixture, "Sở Y tế");
  LtDay day = lt_day_from_iso ("2025-08-01");
  LtItem *first;

  set (LT_ITEM (labour), "valid_to", "2025-02-28");
  g_assert_false (lt_agency_is_split (labour, day));
  add_succession (labour, home, "2025-03-01", TRUE);
  add_succession (labour, health, "2025-03-01", TRUE);
  assert_current (labour, "2025-08-01", labour);
  g_assert_true (lt_agency_is_split (labour, day));
  g_assert_false (lt_agency_is_split (labour, lt_day_from_iso ("2025-02-28")));

  first = lt_item_get_child (LT_ITEM (labour), 0);
  set (first, "part", "false");
  assert_current (labour, "2025-08-01", home);
  g_assert_false (lt_agency_is_split (labour, day));

  /* Two that took over everything on one day decide nothing. */
  set (lt_item_get_child (LT_ITEM (labour), 1), "part", "false");
  assert_current (labour, "2025-08-01", labour);
  g_assert_true (lt_agency_is_split (labour, day));
}

/* Work that moved away from an agency that goes on leaves it as it is. */
static void
test_part_of_a_living_agency (Fixture *fixture, gconstpointer data)
{
  LtAgency *justice = add_agency (fixture, "Sở Tư pháp");
  LtAgency *police = add_agency (fixture, "Công an thành phố");

  add_succession (justice, police, "2025-03-01", TRUE);
  assert_current (justice, "2025-08-01", justice);
  g_assert_false (lt_agency_is_split (justice, lt_day_from_iso ("2025-08-01")));
}

static void
test_circles (Fixture *fixture, gconstpointer data)
{
  LtRegistry *registry = LT_REGISTRY (fixture->registry);
  LtAgency *a = add_agency (fixture, "A");
  LtAgency *b = add_agency (fixture, "B");
  LtAgency *c = add_agency (fixture, "C");
  LtAgency *d = add_agency (fixture, "D");

  add_succession (a, b, "2025-03-01", FALSE);
  add_succession (b, c, "", FALSE);
  g_assert_null (lt_registry_find_succession_circle (registry));
  add_succession (c, a, "2025-03-01", FALSE);
  g_assert_nonnull (lt_registry_find_succession_circle (registry));
  /* It ends all the same, wherever one starts. */
  assert_current (a, "2025-08-01", c);
  assert_current (b, "2025-08-01", b);
  g_assert_nonnull (lt_agency_get_current (c, lt_day_from_iso ("2025-08-01")));

  set (lt_item_get_child (LT_ITEM (b), 0), "since", "2025-03-01");
  g_assert_null (lt_registry_find_succession_circle (registry));
  add_succession (d, d, "2025-03-01", TRUE);
  g_assert_true (lt_registry_find_succession_circle (registry) == d);
  assert_current (d, "2025-08-01", d);
}

/* Chains and circles as long as anybody could make them by hand or by a script. */
static void
test_many (Fixture *fixture, gconstpointer data)
{
  enum { N = 2000 };
  LtAgency *agencies[N];

  for (guint i = 0; i < N; i++)
    {
      g_autofree char *name = g_strdup_printf ("Cơ quan %u", i);

      agencies[i] = add_agency (fixture, name);
      if (i > 0)
        add_succession (agencies[i - 1], agencies[i], "", FALSE);
    }
  assert_current (agencies[0], "2025-01-01", agencies[N - 1]);
  g_assert_null (lt_registry_find_succession_circle (LT_REGISTRY (fixture->registry)));
  add_succession (agencies[N - 1], agencies[0], "", FALSE);
  g_assert_nonnull (lt_registry_find_succession_circle (LT_REGISTRY (fixture->registry)));
  g_assert_nonnull (lt_agency_get_current (agencies[0], 0));
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/succession/chain", test_chain },
    { "/succession/without-a-day", test_without_a_day },
    { "/succession/days-do-not-go-back", test_days_do_not_go_back },
    { "/succession/split", test_split },
    { "/succession/part-of-a-living-agency", test_part_of_a_living_agency },
    { "/succession/circles", test_circles },
    { "/succession/many", test_many },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
