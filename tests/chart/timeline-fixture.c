/* SPDX-License-Identifier: MIT */
#include "timeline-fixture.h"

static gint64 last_id = 100;

static gpointer
add (gpointer parent, GType type)
{
  LtItem *item = lt_item_new_draft (type, ++last_id);

  lt_item_append_draft (parent, item);
  return item;
}

void
fixture_set (gpointer item, const char *field, const char *value)
{
  g_autoptr (GError) error = NULL;

  lt_item_set_string (item, lt_item_type_find_field (G_OBJECT_TYPE (item), field), value, &error);
  g_assert_no_error (error);
}

LtBook *
fixture_new_book (int year, const char *issued)
{
  LtBook *book = lt_book_new ();
  LtItem *plan = add (book, LT_TYPE_PLAN);

  fixture_set (plan, "title", "KẾ HOẠCH THỬ");
  fixture_set (plan, "number", "12/KH-UBND");
  fixture_set (plan, "issuer", "UBND thành phố");
  if (issued != NULL)
    fixture_set (plan, "issued", issued);
  if (year > 0)
    {
      g_autofree char *number = g_strdup_printf ("%d", year);

      fixture_set (plan, "year", number);
    }
  return book;
}

LtPlan *
fixture_get_plan (LtBook *book)
{
  return lt_item_get_child (LT_ITEM (book), 0);
}

LtInitiative *
fixture_add_initiative (LtPlan *plan, const char *name)
{
  LtInitiative *initiative = add (plan, LT_TYPE_INITIATIVE);

  fixture_set (initiative, "name", name);
  return initiative;
}

LtAssignment *
fixture_add_assignment (LtInitiative *initiative, const char *lead, const char *deadline)
{
  LtAssignment *assignment = add (initiative, LT_TYPE_ASSIGNMENT);

  fixture_set (assignment, "lead", lead);
  fixture_set (assignment, "deadline", deadline);
  return assignment;
}

LtOutcome *
fixture_add_outcome (LtAssignment *assignment, const char *label, const char *words)
{
  LtOutcome *outcome = add (assignment, LT_TYPE_OUTCOME);

  fixture_set (outcome, "label", label);
  fixture_set (outcome, "text", words);
  return outcome;
}

LtBook *
fixture_new_long_book (guint n_rows, guint n_years)
{
  LtBook *book = fixture_new_book (2024, NULL);

  for (guint i = 0; i < n_rows / 3; i++)
    {
      g_autofree char *name = g_strdup_printf ("Mô hình dài thứ %u", i + 1);
      g_autofree char *words = g_strdup_printf ("Hoàn thành bước %u của quy trình", i + 1);
      guint month = i * 12 * n_years / (n_rows / 3);
      g_autofree char *deadline
          = g_strdup_printf ("từ ngày 05/%u/%u đến ngày 25/%u/%u", month % 12 + 1,
                             2024 + month / 12, month % 12 + 1, 2024 + month / 12);
      LtInitiative *initiative = fixture_add_initiative (fixture_get_plan (book), name);

      fixture_add_outcome (fixture_add_assignment (initiative, "Sở Nội vụ", deadline), "(1)", words);
    }
  return book;
}
