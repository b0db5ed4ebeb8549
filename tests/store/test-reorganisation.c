/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "exchange/lt-exporter.h"
#include "exchange/lt-json.h"
#include "exchange/lt-sample.h"
#include "plan/lt-agency-use.h"
#include "plan/lt-coordination-graph.h"
#include "store-fixture.h"
#include "store/lt-agency-edits.h"
#include "store/lt-phrase-edits.h"
#include "store/lt-reorganisation.h"

#define LABOUR "Sở Lao động - Thương binh và Xã hội"

static LtBook *
load_data (void)
{
  g_autoptr (GError) error = NULL;
  LtBook *data = lt_sample_new_reorganisation ("hai-phong-2025", &error);

  g_assert_no_error (error);
  return data;
}

static void
set_up (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_set_up_with (fixture, lt_sample_new (NULL));
}

static LtBook *
get_book (StoreFixture *fixture)
{
  return lt_document_get_book (fixture->document);
}

static LtAgency *
find (StoreFixture *fixture, const char *name)
{
  return lt_registry_find (lt_book_get_registry (get_book (fixture)), name);
}

static char *
dup_json (StoreFixture *fixture)
{
  return lt_json_dup_book (get_book (fixture), NULL);
}

static void
reorganise (StoreFixture *fixture, LtReorganisation *reorganisation)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (lt_document_reorganise (fixture->document, reorganisation, &error));
  g_assert_no_error (error);
}

static const char *
get_lead (StoreFixture *fixture, const char *path, const char *day)
{
  GPtrArray *mentions = lt_assignment_get_mentions (store_fixture_get (fixture, path), LT_ROLE_LEAD);

  g_assert_cmpuint (mentions->len, ==, 1);
  return lt_agency_get_name (lt_mention_get_current (g_ptr_array_index (mentions, 0), lt_day_from_iso (day)));
}

static GBytes *
export_appendix (StoreFixture *fixture)
{
  LtExportOptions options = LT_EXPORT_OPTIONS_INIT;
  g_autoptr (GError) error = NULL;
  GBytes *bytes;

  options.as_of = lt_day_from_iso ("2025-08-01");
  bytes = lt_export (get_book (fixture), &options, "xlsx", &error);
  g_assert_no_error (error);
  return bytes;
}

/* Names, rows and counts of a graph in words that can be compared. */
static char *
dup_graph (StoreFixture *fixture, LtNames names)
{
  LtGraphOptions options = LT_GRAPH_OPTIONS_INIT;
  g_autoptr (LtCoordinationGraph) graph = NULL;
  GString *text = g_string_new (NULL);

  options.names = names;
  options.as_of = lt_day_from_iso ("2025-08-01");
  graph = lt_coordination_graph_new (get_book (fixture), &options);
  for (guint i = 0; i < lt_coordination_graph_get_n_nodes (graph); i++)
    {
      const LtGraphNode *node = lt_coordination_graph_get_node (graph, i);

      g_string_append_printf (text, "%s %u %u\n", node->name, node->led->len, node->coordinated->len);
    }
  for (guint i = 0; i < lt_coordination_graph_get_n_arrows (graph); i++)
    {
      const LtGraphArrow *arrow = lt_coordination_graph_get_arrow (graph, i);

      g_string_append_printf (text, "%u %u %u\n", arrow->lead, arrow->coordinator, arrow->rows->len);
    }
  return g_string_free (text, FALSE);
}

/* The leads of today that the sources name, model by model. */
static void
test_leads_of_today (StoreFixture *fixture, gconstpointer data)
{
  static const struct {
    const char *path;
    const char *lead;
  } cases[] = {
    { "1.1", "Sở Y tế" }, { "2.2", "Sở Khoa học và Công nghệ" }, { "4.2", "Sở Khoa học và Công nghệ" },
    { "6.1", "Sở Nông nghiệp và Môi trường" }, { "7.1", "Công an thành phố Hải Phòng" },
    { "8.1", "Thuế thành phố Hải Phòng" }, { "10.1", "Bảo hiểm xã hội thành phố" }, { "11.1", "Sở Y tế" },
    { "13.1", "Sở Khoa học và Công nghệ" }, { "14.1", "Sở Nội vụ" }, { "14.3", "Sở Nội vụ" },
  };
  g_autoptr (LtBook) changes = load_data ();
  g_autoptr (LtReorganisation) reorganisation = lt_reorganisation_new (fixture->document, changes);
  g_autofree char *before = dup_json (fixture);
  g_autofree char *issued = dup_graph (fixture, LT_NAMES_ISSUED);
  g_autofree char *issued_after = NULL;
  g_autofree char *today = NULL;
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autofree char *disk = NULL;
  g_autofree char *memory = NULL;
  g_autoptr (GBytes) appendix = export_appendix (fixture);
  g_autoptr (GBytes) appendix_after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (lt_reorganisation_get_questions (reorganisation)->len, ==, 1);
  g_assert_cmpuint (lt_reorganisation_count_open (reorganisation), ==, 1);
  g_assert_true (lt_reorganisation_decide (reorganisation, NULL, "Sở LĐTBXH", "SNV", &error));
  g_assert_no_error (error);
  g_assert_true (lt_reorganisation_decide (reorganisation, store_fixture_get (fixture, "11.1"), "Sở LĐTBXH",
                                           "Sở Y tế", &error));
  g_assert_cmpuint (lt_reorganisation_count_open (reorganisation), ==, 0);
  reorganise (fixture, reorganisation);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (get_lead (fixture, cases[i].path, "2025-08-01"), ==, cases[i].lead);
  g_assert_cmpstr (get_lead (fixture, "11.1", "2025-02-28"), ==, LABOUR);
  g_assert_cmpstr (get_lead (fixture, "8.1", "2025-06-30"), ==, "Cục Thuế thành phố");

  /* What was issued reads and prints as it did. */
  issued_after = dup_graph (fixture, LT_NAMES_ISSUED);
  g_assert_cmpstr (issued, ==, issued_after);
  today = dup_graph (fixture, LT_NAMES_TODAY);
  g_assert_null (strstr (today, "Thông tin và Truyền thông"));
  g_assert_nonnull (strstr (today, "UBND các xã, phường, đặc khu"));
  appendix_after = export_appendix (fixture);
  g_assert_cmpmem (g_bytes_get_data (appendix, NULL), g_bytes_get_size (appendix),
                   g_bytes_get_data (appendix_after, NULL), g_bytes_get_size (appendix_after));

  after = dup_json (fixture);
  memory = store_fixture_dump (fixture->document);
  disk = store_fixture_dump_disk (fixture);
  g_assert_cmpstr (memory, ==, disk);
  g_assert_cmpuint (lt_document_get_undo_depth (fixture->document), ==, 1);
  g_assert_true (lt_document_undo (fixture->document, NULL));
  undone = dup_json (fixture);
  g_assert_cmpstr (before, ==, undone);
  g_assert_true (lt_document_redo (fixture->document, NULL));
  redone = dup_json (fixture);
  g_assert_cmpstr (after, ==, redone);
}

static void
test_twice (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (LtBook) changes = load_data ();
  g_autoptr (LtReorganisation) first = lt_reorganisation_new (fixture->document, changes);
  g_autoptr (LtReorganisation) second = NULL;
  g_autofree char *after = NULL;
  g_autofree char *again = NULL;

  g_assert_cmpuint (lt_reorganisation_get_steps (first)->len, >, 20);
  reorganise (fixture, first);
  g_assert_true (lt_agency_is_split (find (fixture, LABOUR), lt_day_from_iso ("2025-08-01")));
  g_assert_cmpstr (get_lead (fixture, "14.1", "2025-08-01"), ==, LABOUR);

  /* Nothing is left to do but to answer what was left open. */
  second = lt_reorganisation_new (fixture->document, changes);
  g_assert_cmpuint (lt_reorganisation_get_steps (second)->len, ==, 0);
  g_assert_cmpuint (lt_reorganisation_count_open (second), ==, 1);
  after = dup_json (fixture);
  reorganise (fixture, second);
  again = dup_json (fixture);
  g_assert_cmpstr (after, ==, again);
  g_assert_cmpuint (lt_document_get_undo_depth (fixture->document), ==, 1);

  g_assert_true (lt_reorganisation_decide (second, NULL, LABOUR, "Sở Nội vụ", NULL));
  reorganise (fixture, second);
  g_assert_cmpstr (get_lead (fixture, "14.1", "2025-08-01"), ==, "Sở Nội vụ");
  g_assert_false (lt_agency_is_split (find (fixture, LABOUR), lt_day_from_iso ("2025-08-01")));
}

static void
assert_undecidable (LtReorganisation *reorganisation, LtAssignment *row, const char *agency, const char *successor,
                    const char *part)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (lt_reorganisation_decide (reorganisation, row, agency, successor, &error));
  g_assert_error (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, part));
}

static void
test_wrong_answers (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (LtBook) changes = load_data ();
  g_autoptr (LtBook) nothing = lt_book_new ();
  g_autoptr (LtReorganisation) reorganisation = lt_reorganisation_new (fixture->document, changes);
  g_autoptr (LtReorganisation) empty = lt_reorganisation_new (fixture->document, nothing);

  assert_undecidable (reorganisation, NULL, "Sở LĐTBXH", "Sở Tư pháp", "Sở Nội vụ; Sở Y tế");
  assert_undecidable (reorganisation, NULL, "Sở LĐTBXH", "", "Choose one of");
  assert_undecidable (reorganisation, NULL, "Sở TT&TT", "Sở KH&CN", LABOUR);
  assert_undecidable (reorganisation, NULL, "Sở Không Có", "Sở KH&CN", LABOUR);
  assert_undecidable (reorganisation, store_fixture_get (fixture, "1.1"), LABOUR, "Sở Nội vụ", "Row 1.1 does not name");
  assert_undecidable (empty, NULL, LABOUR, "Sở Nội vụ", "no question open");
}

/* A file that has nothing to do with it stays as it is. */
static void
test_foreign_file (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (LtBook) changes = load_data ();
  g_autoptr (LtReorganisation) reorganisation = NULL;
  g_autoptr (GPtrArray) agencies = g_ptr_array_new ();
  LtItem *registry = LT_ITEM (lt_book_get_registry (get_book (fixture)));
  guint n;

  for (guint i = 0; i < lt_item_get_n_children (registry); i++)
    if (strcmp (lt_agency_get_name (lt_item_get_child (registry, i)), "Sở Y tế") != 0)
      g_ptr_array_add (agencies, lt_item_get_child (registry, i));
  g_assert_true (lt_document_remove (fixture->document, agencies, NULL));
  n = lt_document_get_undo_depth (fixture->document);
  reorganisation = lt_reorganisation_new (fixture->document, changes);
  g_assert_cmpuint (lt_reorganisation_get_steps (reorganisation)->len, ==, 0);
  g_assert_cmpuint (lt_reorganisation_get_questions (reorganisation)->len, ==, 0);
  reorganise (fixture, reorganisation);
  g_assert_cmpuint (lt_document_get_undo_depth (fixture->document), ==, n);
}

/* Neither links that a person corrected, nor agencies that were merged or moved, are lost by it or by taking
 * it back; and what was issued prints as it did with them. */
static void
test_behind_other_edits (StoreFixture *fixture, gconstpointer data)
{
  const char *const nobody[] = { "Hội Luật gia", NULL };
  const char *const variant[] = { "Sở Thông tin", NULL };
  LtAssignment *row = store_fixture_get (fixture, "3.1");
  g_autoptr (LtBook) changes = load_data ();
  g_autoptr (LtReorganisation) reorganisation = NULL;
  g_autofree char *before = NULL;
  g_autofree char *issued = NULL;
  g_autofree char *issued_after = NULL;
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autoptr (GBytes) appendix = NULL;
  g_autoptr (GBytes) appendix_after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (lt_document_set (fixture->document, LT_ITEM (row), "coordination",
                                  "Sở Thông tin; Hội Luật gia; Sở Nội vụ; Sở Lao động - Thương binh và Xã hội", &error));
  g_assert_true (lt_document_dismiss_phrases (fixture->document, nobody, &error));
  g_assert_true (lt_document_name_phrases (fixture->document, variant, find (fixture, "Sở Thông tin và Truyền thông"),
                                           &error));
  g_assert_true (lt_document_link_phrase (fixture->document, row, LT_ROLE_COORDINATE, "Sở Nội vụ", LT_LINK_AGENCY,
                                          find (fixture, LABOUR), &error));
  g_assert_true (lt_document_link_phrase (fixture->document, store_fixture_get (fixture, "1.1"), LT_ROLE_LEAD,
                                          lt_agency_get_name (find (fixture, "Sở Y tế")), LT_LINK_AGENCY,
                                          find (fixture, "Sở Thông tin và Truyền thông"), &error));
  g_assert_true (lt_document_merge_agencies (fixture->document, find (fixture, "Sở Văn hóa và Thể thao"),
                                             find (fixture, "Sở Du lịch"), &error));
  g_assert_true (lt_document_place_agency (fixture->document, find (fixture, LABOUR), 40, -25, &error));
  g_assert_no_error (error);
  before = dup_json (fixture);
  issued = dup_graph (fixture, LT_NAMES_ISSUED);
  appendix = export_appendix (fixture);

  reorganisation = lt_reorganisation_new (fixture->document, changes);
  g_assert_true (lt_reorganisation_decide (reorganisation, NULL, LABOUR, "Sở Nội vụ", &error));
  reorganise (fixture, reorganisation);
  after = dup_json (fixture);
  g_assert_cmpstr (before, !=, after);
  issued_after = dup_graph (fixture, LT_NAMES_ISSUED);
  g_assert_cmpstr (issued, ==, issued_after);
  appendix_after = export_appendix (fixture);
  g_assert_cmpmem (g_bytes_get_data (appendix, NULL), g_bytes_get_size (appendix),
                   g_bytes_get_data (appendix_after, NULL), g_bytes_get_size (appendix_after));
  /* Who was set by hand is followed like anybody else. */
  g_assert_cmpstr (get_lead (fixture, "1.1", "2025-08-01"), ==, "Sở Khoa học và Công nghệ");
  g_assert_cmpstr (get_lead (fixture, "1.1", "2024-12-31"), ==, "Sở Thông tin và Truyền thông");

  g_assert_true (lt_document_undo (fixture->document, NULL));
  undone = dup_json (fixture);
  g_assert_cmpstr (before, ==, undone);
  g_assert_true (lt_document_redo (fixture->document, NULL));
  redone = dup_json (fixture);
  g_assert_cmpstr (after, ==, redone);
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *path;
    void (*test) (StoreFixture *fixture, gconstpointer data);
  } tests[] = {
    { "/reorganisation/leads-of-today", test_leads_of_today },
    { "/reorganisation/twice", test_twice },
    { "/reorganisation/wrong-answers", test_wrong_answers },
    { "/reorganisation/foreign-file", test_foreign_file },
    { "/reorganisation/behind-other-edits", test_behind_other_edits },
  };

  g_test_init (&argc, &argv, NULL);
  g_setenv ("SOURCE_DATE_EPOCH", "1700000000", TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, StoreFixture, NULL, set_up, tests[i].test, store_fixture_tear_down);
  return g_test_run ();
}
