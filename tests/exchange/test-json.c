/* SPDX-License-Identifier: MIT */
#include <locale.h>
#include <math.h>
#include <string.h>

#include "exchange/lt-json.h"
#include "exchange/lt-sample.h"
#include "support/lt-test-book.h"
#include "text/lt-text.h"

#define N_RANDOM_BOOKS 300

#define TARGET_VALUE(value)                                                                       \
  "{\"format\":\"lotrinh\",\"version\":1,\"plans\":[{\"initiatives\":[{\"assignments\":["         \
  "{\"outcomes\":[{\"targets\":[{\"value\":" value "}]}]}]}]}]}"

static LtBook *
parse (const char *json)
{
  g_autoptr (GError) error = NULL;
  LtBook *book = lt_json_parse_book (json, -1, &error);

  g_assert_no_error (error);
  g_assert_nonnull (book);
  return book;
}

static void
assert_same_field (LtItem *a, LtItem *b, const LtField *field)
{
  if (field->kind == LT_FIELD_TEXT || field->kind == LT_FIELD_LIST)
    g_assert_cmpstr (lt_item_get_text (a, field), ==, lt_item_get_text (b, field));
  else if (field->kind != LT_FIELD_REAL)
    g_assert_cmpint (lt_item_get_integer (a, field), ==, lt_item_get_integer (b, field));
  else if (!isnan (lt_item_get_real (a, field)) || !isnan (lt_item_get_real (b, field)))
    g_assert_cmpfloat (lt_item_get_real (a, field), ==, lt_item_get_real (b, field));
}

static void
assert_same_item (LtItem *a, LtItem *b)
{
  const LtItemInfo *info = lt_item_type_get_info (G_OBJECT_TYPE (a));

  g_assert_true (G_OBJECT_TYPE (a) == G_OBJECT_TYPE (b));
  g_assert_cmpint (lt_item_get_id (a), ==, lt_item_get_id (b));
  for (guint i = 0; i < info->n_fields; i++)
    assert_same_field (a, b, &info->fields[i]);
  g_assert_cmpuint (lt_item_get_n_children (a), ==, lt_item_get_n_children (b));
  for (guint i = 0; i < lt_item_get_n_children (a); i++)
    assert_same_item (lt_item_get_child (a, i), lt_item_get_child (b, i));
  for (guint i = 0; i < info->n_sides; i++)
    {
      LtItem *side = lt_item_peek_side (a, i);
      LtItem *other = lt_item_peek_side (b, i);

      if (side && lt_item_get_n_children (side) > 0)
        assert_same_item (side, other);
      else
        g_assert_true (other == NULL || lt_item_get_n_children (other) == 0);
    }
}

static void
assert_round_trip (LtBook *book)
{
  gsize length, again_length;
  g_autofree char *json = lt_json_dup_book (book, &length);
  g_autoptr (LtBook) again = parse (json);
  g_autofree char *again_json = lt_json_dup_book (again, &again_length);

  assert_same_item (LT_ITEM (lt_book_get_registry (book)), LT_ITEM (lt_book_get_registry (again)));
  assert_same_item (LT_ITEM (book), LT_ITEM (again));
  g_assert_cmpmem (json, length, again_json, again_length);
  g_assert_cmpuint (strlen (json), ==, length);
}

static LtBook *
create_sample (void)
{
  g_autoptr (GError) error = NULL;
  LtBook *book = lt_sample_new (&error);

  g_assert_no_error (error);
  return book;
}

static guint
count (LtItem *item, GType type)
{
  guint n = G_OBJECT_TYPE (item) == type;

  for (guint i = 0; i < lt_item_get_n_children (item); i++)
    n += count (lt_item_get_child (item, i), type);
  return n;
}

static void
test_sample (void)
{
  g_autoptr (LtBook) book = create_sample ();
  LtItem *plan = lt_item_get_child (LT_ITEM (book), 0);
  LtAssignment *joined = lt_item_follow_path (plan, "14.3");
  LtTarget *target = lt_item_follow_path (plan, "2.1.2.1");

  g_assert_cmpuint (lt_item_get_n_children (LT_ITEM (book)), ==, 1);
  g_assert_cmpuint (count (plan, LT_TYPE_INITIATIVE), ==, 14);
  g_assert_cmpuint (count (plan, LT_TYPE_ASSIGNMENT), ==, 18);
  g_assert_cmpuint (count (plan, LT_TYPE_OUTCOME), ==, 42);
  g_assert_cmpint (lt_plan_get_year (LT_PLAN (plan)), ==, 2024);

  g_assert_true (lt_assignment_get_deadline_joined (joined));
  g_assert_cmpstr (lt_assignment_get_deadline_words (joined), ==, "Thường xuyên");

  g_assert_cmpint (lt_target_get_goal (target), ==, LT_GOAL_AT_MOST);
  g_assert_cmpfloat (lt_target_get_baseline (target), ==, 10);
  g_assert_cmpfloat (lt_target_get_value (target), ==, 3);
  g_assert_cmpint (lt_target_get_due (target), ==, lt_day_from_ymd (2025, 6, 30));
}

static void
test_sample_agencies (void)
{
  g_autoptr (LtBook) book = create_sample ();
  LtItem *plan = lt_item_get_child (LT_ITEM (book), 0);

  for (guint i = 0; i < lt_item_get_n_children (plan); i++)
    {
      LtItem *initiative = lt_item_get_child (plan, i);

      for (guint j = 0; j < lt_item_get_n_children (initiative); j++)
        {
          GPtrArray *mentions = lt_assignment_get_mentions (lt_item_get_child (initiative, j),
                                                            LT_ROLE_LEAD);
          const LtMention *mention = g_ptr_array_index (mentions, 0);

          g_assert_cmpuint (mentions->len, ==, 1);
          g_assert_nonnull (mention->agency);
          g_assert_false (mention->doubtful);
        }
    }
}

/* Two names of one agency, or of two, that the registry cannot tell apart would
 * make every cell that uses them a riddle. */
static void
test_sample_names (void)
{
  g_autoptr (LtBook) book = create_sample ();
  LtRegistry *registry = lt_book_get_registry (book);
  g_autoptr (GHashTable) owners = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < lt_item_get_n_children (LT_ITEM (registry)); i++)
    {
      LtAgency *agency = lt_item_get_child (LT_ITEM (registry), i);
      g_auto (GStrv) names = lt_agency_dup_names (agency);

      for (guint j = 0; names[j]; j++)
        {
          char *key = lt_text_dup_match_key (names[j]);

          g_test_message ("%s", names[j]);
          g_assert_true (g_hash_table_insert (owners, key, agency));
          g_assert_true (lt_registry_find (registry, names[j]) == agency);
        }
    }
}

/* Every call is a book of its own: two of them in one file must not collide. */
static void
test_sample_ids (void)
{
  g_autoptr (LtBook) first = create_sample ();
  g_autoptr (LtBook) second = create_sample ();
  LtItem *a = lt_item_get_child (LT_ITEM (first), 0);
  LtItem *b = lt_item_get_child (LT_ITEM (second), 0);

  g_assert_cmpint (lt_item_get_id (a), >, 0);
  g_assert_cmpint (lt_item_get_id (b), >, 0);
  g_assert_cmpint (lt_item_get_id (a), !=, lt_item_get_id (b));
}

/* The source stands in the very form that is written, but for the ids. */
static void
test_sample_form (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LtBook) book = create_sample ();
  g_autofree char *json = lt_json_dup_book (book, NULL);
  g_autoptr (GRegex) id_line = g_regex_new ("^ *\"id\": [0-9]+,\n", G_REGEX_MULTILINE, 0, NULL);
  g_autofree char *without_ids = g_regex_replace_literal (id_line, json, -1, 0, "", 0, NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "sample.json", NULL);
  g_autofree char *source = NULL;

  g_file_get_contents (path, &source, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (without_ids, ==, source);
}

static void
test_round_trip_sample (void)
{
  g_autoptr (LtBook) book = create_sample ();

  assert_round_trip (book);
}

static void
test_round_trip_empty (void)
{
  g_autoptr (LtBook) book = lt_book_new ();
  g_autofree char *json = lt_json_dup_book (book, NULL);

  g_assert_cmpstr (json, ==,
                   "{\n  \"format\": \"lotrinh\",\n  \"version\": 1,\n  \"agencies\": [],\n"
                   "  \"plans\": []\n}\n");
  assert_round_trip (book);
}

static char *
dup_random_text (GRand *rand, gboolean paragraphs)
{
  static const char *const pieces[] = {
    "a", "Z", "7", " ", " ", "\n", "\"", "\\", "/", "<", "&", "'", "%s", "ế", "ữ", "Đ", "đ",
    "ấ", "=", "\xf0\x9f\x93\x85", "\xe2\x80\x93", "\xef\xbf\xbd", "\t",
  };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  char *clean;

  for (gint32 n = g_rand_int_range (rand, 0, 30); n > 0; n--)
    g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
  clean = lt_text_dup_clean (text->str, paragraphs, &error);
  g_assert_no_error (error);
  return clean;
}

static double
pick_real (GRand *rand)
{
  switch (g_rand_int_range (rand, 0, 5))
    {
    case 0:
      return g_rand_int_range (rand, -1000, 1000);
    case 1:
      return g_rand_int_range (rand, 0, 100000) / 100.0;
    case 2:
      return ldexp (g_rand_double (rand), g_rand_int_range (rand, -1060, 1020));
    case 3:
      return floor (ldexp (g_rand_double (rand), g_rand_int_range (rand, 50, 70)));
    default:
      return g_rand_double (rand);
    }
}

/* Ids (element-type gint64) of those that stand already, so that references make no circle. */
typedef struct {
  GArray *agencies;
  GArray *assignments;
} Known;

static gint64
pick_id (GRand *rand, GArray *ids)
{
  return ids->len ? g_array_index (ids, gint64, g_rand_int_range (rand, 0, (gint32) ids->len)) : 0;
}

static void
fill_field (LtItem *item, const LtField *field, GRand *rand, const Known *known)
{
  gboolean paragraphs = field->kind == LT_FIELD_LIST || (field->flags & LT_FIELD_FLAG_PARAGRAPHS);
  g_autofree char *text = NULL;
  gint64 integer = 0;

  switch (field->kind)
    {
    case LT_FIELD_TEXT:
    case LT_FIELD_LIST:
      text = dup_random_text (rand, paragraphs);
      lt_item_set_text (item, field, text);
      return;
    case LT_FIELD_REAL:
      lt_item_set_real (item, field, pick_real (rand));
      return;
    case LT_FIELD_INTEGER:
      integer = g_rand_int_range (rand, field->minimum, field->maximum + 1);
      break;
    case LT_FIELD_BOOLEAN:
      integer = g_rand_boolean (rand);
      break;
    case LT_FIELD_DAY:
      integer = lt_day_from_ymd (g_rand_int_range (rand, LT_YEAR_MIN, LT_YEAR_MAX + 1),
                                 g_rand_int_range (rand, 1, 13), g_rand_int_range (rand, 1, 29));
      break;
    case LT_FIELD_CHOICE:
      while (field->choices[integer + 1].nick && g_rand_boolean (rand))
        integer++;
      break;
    case LT_FIELD_REF:
      integer = pick_id (rand, known->agencies);
      break;
    case LT_FIELD_ROW:
      integer = pick_id (rand, known->assignments);
      break;
    default:
      g_assert_not_reached ();
    }
  lt_item_set_integer (item, field, integer);
}

static GType
get_child_type (GType type)
{
  return lt_item_type_get_info (type)->child_type ();
}

/* What no file may hold: an agency without a name, or one that ended before it began. */
static void
mend_agency (LtItem *agency)
{
  const LtField *name = lt_item_type_find_field (LT_TYPE_AGENCY, "name");
  g_autofree char *words = g_strconcat ("Sở ", lt_item_get_text (agency, name), NULL);

  lt_item_set_text (agency, name, g_strchomp (words));
  if (lt_agency_get_valid_to (LT_AGENCY (agency)) < lt_agency_get_valid_from (LT_AGENCY (agency)))
    lt_item_set_integer (agency, lt_item_type_find_field (LT_TYPE_AGENCY, "valid_to"), LT_DAY_NONE);
}

static void
append_random_children (LtItem *parent, GRand *rand, const Known *known)
{
  const LtItemInfo *info = lt_item_type_get_info (G_OBJECT_TYPE (parent));

  for (gint32 n = info->children ? g_rand_int_range (rand, 0, 4) : 0; n > 0; n--)
    {
      LtItem *item = lt_item_new_draft (info->child_type (), 0);
      const LtItemInfo *item_info = lt_item_type_get_info (G_OBJECT_TYPE (item));
      gint64 id = lt_item_get_id (item);

      for (guint i = 0; i < item_info->n_fields; i++)
        if (g_rand_boolean (rand))
          fill_field (item, &item_info->fields[i], rand, known);
      if (LT_IS_AGENCY (item))
        mend_agency (item);
      append_random_children (item, rand, known);
      for (guint i = 0; i < item_info->n_sides; i++)
        append_random_children (lt_item_get_list (item, get_child_type (item_info->side_types[i] ())), rand, known);
      lt_item_append_draft (parent, item);
      if (LT_IS_AGENCY (item))
        g_array_append_val (known->agencies, id);
      if (LT_IS_ASSIGNMENT (item))
        g_array_append_val (known->assignments, id);
    }
}

static void
test_round_trip_random (void)
{
  for (guint seed = 0; seed < N_RANDOM_BOOKS; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (LtBook) book = lt_book_new ();
      g_autoptr (GArray) agencies = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_autoptr (GArray) assignments = g_array_new (FALSE, FALSE, sizeof (gint64));
      const Known known = { agencies, assignments };

      g_test_message ("seed %u", seed);
      append_random_children (LT_ITEM (lt_book_get_registry (book)), rand, &known);
      append_random_children (LT_ITEM (book), rand, &known);
      assert_round_trip (book);
    }
}

static void
test_round_trip_big (void)
{
  g_autoptr (LtBook) book = lt_test_book_new (500, 7);
  g_autoptr (LtBook) same = lt_test_book_new (500, 7);
  g_autoptr (LtBook) other = lt_test_book_new (500, 8);
  g_autofree char *json = lt_json_dup_book (book, NULL);
  g_autofree char *same_json = lt_json_dup_book (same, NULL);
  g_autofree char *other_json = lt_json_dup_book (other, NULL);

  g_assert_cmpuint (count (LT_ITEM (book), LT_TYPE_ASSIGNMENT), ==, 500);
  g_assert_cmpstr (json, ==, same_json);
  g_assert_cmpstr (json, !=, other_json);
  assert_round_trip (book);
}

static void
assert_value_written (const char *json, const char *expected)
{
  g_autoptr (LtBook) book = parse (json);
  g_autofree char *again = lt_json_dup_book (book, NULL);
  g_autofree char *line = g_strdup_printf ("\"value\": %s\n", expected);

  g_test_message ("%s", json);
  g_assert_nonnull (strstr (again, line));
  assert_round_trip (book);
}

static void
test_reals (void)
{
  assert_value_written (TARGET_VALUE ("100"), "100");
  assert_value_written (TARGET_VALUE ("100.0"), "100");
  assert_value_written (TARGET_VALUE ("1e2"), "100");
  assert_value_written (TARGET_VALUE ("0.1"), "0.1");
  assert_value_written (TARGET_VALUE ("99.95"), "99.95");
  assert_value_written (TARGET_VALUE ("-2.5"), "-2.5");
  assert_value_written (TARGET_VALUE ("0.30000000000000004"), "0.30000000000000004");
  assert_value_written (TARGET_VALUE ("9007199254740992"), "9007199254740992");
  assert_value_written (TARGET_VALUE ("9100000000000002"), "9100000000000002");
  assert_value_written (TARGET_VALUE ("1e300"), "1e+300");
  assert_value_written (TARGET_VALUE ("5e-324"), "4.94065645841247e-324");
  assert_value_written (TARGET_VALUE ("-0"), "0");
  assert_value_written (TARGET_VALUE ("-0.0"), "0");
}

static void
test_reals_in_comma_locale (void)
{
  static const char *const locales[] = { "vi_VN.UTF-8", "de_DE.UTF-8", "fr_FR.UTF-8" };
  gboolean found = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (locales) && !found; i++)
    found = setlocale (LC_NUMERIC, locales[i]) != NULL;
  if (!found)
    {
      g_test_skip ("no locale with a decimal comma is installed");
      return;
    }
  assert_value_written (TARGET_VALUE ("0.5"), "0.5");
  setlocale (LC_NUMERIC, "C");
}

static void
test_texts_are_cleaned (void)
{
  static const char json[] = "\xef\xbb\xbf{\"plans\":[{\"title\":\" Ke\u0302\u0301  hoa\\n\u0323ch\"}],"
                             "\"version\":1,\"format\":\"lotrinh\"}";
  g_autoptr (LtBook) book = parse (json);
  LtItem *plan = lt_item_get_child (LT_ITEM (book), 0);

  g_assert_cmpstr (lt_plan_get_title (LT_PLAN (plan)), ==, "Kế hoa \u0323ch");
}

static void
test_ids_are_kept_or_made (void)
{
  g_autoptr (LtBook) book = parse ("{\"format\":\"lotrinh\",\"version\":1,\"agencies\":["
                                   "{\"id\":9223372036854775807,\"name\":\"A\",\"parent_agency\":5},"
                                   "{\"id\":5,\"name\":\"B\"},{\"name\":\"C\"}]}");
  LtItem *registry = LT_ITEM (lt_book_get_registry (book));
  const LtField *superior = lt_item_type_find_field (LT_TYPE_AGENCY, "parent_agency");
  LtItem *last = lt_item_get_child (registry, 2);

  g_assert_cmpint (lt_item_get_id (lt_item_get_child (registry, 0)), ==, G_MAXINT64);
  g_assert_cmpint (lt_item_get_integer (lt_item_get_child (registry, 0), superior), ==, 5);
  g_assert_cmpint (lt_item_get_id (lt_item_get_child (registry, 1)), ==, 5);
  g_assert_cmpint (lt_item_get_id (last), >, 0);
  assert_round_trip (book);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json/sample", test_sample);
  g_test_add_func ("/json/sample-agencies", test_sample_agencies);
  g_test_add_func ("/json/sample-names", test_sample_names);
  g_test_add_func ("/json/sample-ids", test_sample_ids);
  g_test_add_func ("/json/sample-form", test_sample_form);
  g_test_add_func ("/json/round-trip-sample", test_round_trip_sample);
  g_test_add_func ("/json/round-trip-empty", test_round_trip_empty);
  g_test_add_func ("/json/round-trip-random", test_round_trip_random);
  g_test_add_func ("/json/round-trip-big", test_round_trip_big);
  g_test_add_func ("/json/reals", test_reals);
  g_test_add_func ("/json/reals-in-comma-locale", test_reals_in_comma_locale);
  g_test_add_func ("/json/texts-are-cleaned", test_texts_are_cleaned);
  g_test_add_func ("/json/ids-are-kept-or-made", test_ids_are_kept_or_made);

  return g_test_run ();
}
