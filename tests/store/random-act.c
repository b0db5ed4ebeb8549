/* SPDX-License-Identifier: MIT */
#include "random-act.h"

#include "plan/lt-agency-use.h"
#include "plan/lt-link.h"
#include "plan/lt-measurement.h"
#include "plan/lt-outcome.h"
#include "plan/lt-target.h"
#include "store/lt-agency-edits.h"
#include "store/lt-carrying.h"
#include "store/lt-label.h"
#include "store/lt-phrase-edits.h"

static const char *const days[] = { "", "2024-10-01", "2024-11-15", "2024-11-15", "2025-06-30" };
static const char *const cells[] = {
  "CATP; Sở Y tế", "Sở Tư pháp, Công an và các đơn vị có liên quan", "bảo hiểm xã hội", "(1)", "=1+1",
};

static int
pick (GRand *random, int n)
{
  return g_rand_int_range (random, 0, n);
}

static const char *
pick_from (GRand *random, const char *const *words, gsize n)
{
  return words[pick (random, (int) n)];
}

static LtBook *
get_book (LtDocument *document)
{
  return lt_document_get_book (document);
}

/* NULL if the book has none. */
static LtAgency *
pick_agency (LtDocument *document, GRand *random)
{
  LtItem *registry = LT_ITEM (lt_book_get_registry (get_book (document)));
  int n = (int) lt_item_get_n_children (registry);

  return n > 0 ? lt_item_get_child (registry, (guint) pick (random, n)) : NULL;
}

static LtAssignment *
pick_row (LtDocument *document, GRand *random)
{
  g_autoptr (GPtrArray) rows = lt_book_gather_assignments (get_book (document));

  return rows->len > 0 ? g_ptr_array_index (rows, pick (random, (int) rows->len)) : NULL;
}

static LtItem *
pick_child (LtItem *parent, GRand *random)
{
  int n = parent ? (int) lt_item_get_n_children (parent) : 0;

  return n > 0 ? lt_item_get_child (parent, (guint) pick (random, n)) : NULL;
}

static void
put (gpointer item, const char *field, const char *value)
{
  lt_item_set_string (item, lt_item_type_find_field (G_OBJECT_TYPE (item), field), value, NULL);
}

static gboolean
report (LtDocument *document, GRand *random, GError **error)
{
  static const char *const states[] = { "", "not-started", "in-progress", "done", "paused" };
  static const char *const percents[] = { "", "0", "35", "100" };
  LtItem *row = LT_ITEM (pick_row (document, random));
  LtItem *outcome = pick_child (row, random);
  g_autoptr (LtReport) draft = NULL;

  if (row == NULL)
    return TRUE;
  if (outcome && pick (random, 2))
    row = outcome;
  draft = lt_report_new_draft (row);
  put (draft, "day", pick_from (random, days, G_N_ELEMENTS (days)));
  put (draft, "state", pick_from (random, states, G_N_ELEMENTS (states)));
  put (draft, "percent", pick_from (random, percents, G_N_ELEMENTS (percents)));
  put (draft, "results", "Đã rà soát,\n80% hồ sơ");
  return lt_document_report (document, row, draft, error) != NULL;
}

static gboolean
measure (LtDocument *document, GRand *random, GError **error)
{
  static const char *const values[] = { "0", "-3", "87.5", "713" };
  LtItem *target = pick_child (pick_child (LT_ITEM (pick_row (document, random)), random), random);
  g_autoptr (LtItem) draft = NULL;

  if (target == NULL)
    return TRUE;
  draft = lt_item_new_draft (LT_TYPE_MEASUREMENT, 0);
  put (draft, "day", pick_from (random, days, G_N_ELEMENTS (days)));
  put (draft, "value", pick_from (random, values, G_N_ELEMENTS (values)));
  return lt_document_add (document, target, pick_child (target, random), draft, error) != NULL;
}

static gboolean
merge (LtDocument *document, GRand *random, GError **error)
{
  LtAgency *kept = pick_agency (document, random);
  LtAgency *merged = pick_agency (document, random);

  return kept == NULL || lt_document_merge_agencies (document, kept, merged, error);
}

static gboolean
name_phrase (LtDocument *document, GRand *random, GError **error)
{
  const char *const phrases[] = { pick_from (random, cells, G_N_ELEMENTS (cells)), "CATP", NULL };
  LtAgency *agency = pick_agency (document, random);
  g_autoptr (LtItem) draft = NULL;

  if (agency && pick (random, 2))
    return lt_document_name_phrases (document, phrases, agency, error);
  draft = lt_item_new_draft (LT_TYPE_AGENCY, 0);
  put (draft, "name", phrases[0]);
  return lt_document_add_agency_for (document, draft, phrases, error) != NULL;
}

static gboolean
link_phrase (LtDocument *document, GRand *random, GError **error)
{
  LtAssignment *row = pick_row (document, random);
  LtAgency *agency = pick_agency (document, random);
  LtRole role = pick (random, 2) ? LT_ROLE_LEAD : LT_ROLE_COORDINATE;
  LtLinkKind kind = (LtLinkKind) pick (random, 3);
  GPtrArray *mentions = row ? lt_assignment_get_mentions (row, role) : NULL;
  const LtMention *mention;
  g_autofree char *phrase = NULL;

  if (mentions == NULL || mentions->len == 0)
    return TRUE;
  mention = g_ptr_array_index (mentions, pick (random, (int) mentions->len));
  phrase = g_strdup (mention->phrase);
  if (pick (random, 3) == 0)
    return lt_document_unlink_phrase (document, row, role, phrase, error);
  if (agency == NULL)
    kind = LT_LINK_NOT_AGENCY;
  return lt_document_link_phrase (document, row, role, phrase, kind, kind == LT_LINK_NOT_AGENCY ? NULL : agency,
                                  error);
}

static gboolean
settle_phrases (LtDocument *document, GRand *random, GError **error)
{
  g_autoptr (GPtrArray) open = lt_book_gather_open_phrases (get_book (document));
  g_autoptr (GPtrArray) phrases = g_ptr_array_new_with_free_func (g_free);

  if (open->len == 0)
    return TRUE;
  for (guint i = 0; i < open->len; i++)
    g_ptr_array_add (phrases, g_strdup (((LtOpenPhrase *) g_ptr_array_index (open, i))->phrase));
  g_ptr_array_add (phrases, NULL);
  switch (pick (random, 3))
    {
    case 0:
      return lt_document_accept_phrases (document, open, error);
    case 1:
      return lt_document_add_agencies_for (document, (const char *const *) phrases->pdata, error);
    default:
      return lt_document_dismiss_phrases (document, (const char *const *) phrases->pdata, error);
    }
}

static gboolean
place (LtDocument *document, GRand *random, GError **error)
{
  LtAgency *agency = pick_agency (document, random);

  if (agency == NULL || pick (random, 4) == 0)
    return lt_document_forget_places (document, error);
  return lt_document_place_agency (document, agency, pick (random, 1000) / 10.0, -pick (random, 1000) / 10.0, error);
}

static gboolean
write_cells (LtDocument *document, GRand *random, GError **error)
{
  LtAssignment *row = pick_row (document, random);

  return row == NULL
         || lt_document_set (document, LT_ITEM (row), pick (random, 2) ? "lead" : "coordination",
                             pick_from (random, cells, G_N_ELEMENTS (cells)), error);
}

static gboolean
carry_over (LtDocument *document, GRand *random, GError **error)
{
  LtItem *book = LT_ITEM (get_book (document));
  LtCarryOver options = { .states = 1u << LT_STATE_NOT_STARTED | 1u << LT_STATE_IN_PROGRESS };
  guint n_rows;

  /* Plans would double with each of them. */
  if (lt_item_get_n_children (book) < 1 || lt_item_get_n_children (book) > 4)
    return TRUE;
  options.from = lt_item_get_child (book, 0);
  options.into = lt_item_get_n_children (book) > 1 && pick (random, 2) ? lt_item_get_child (book, 1) : NULL;
  if (lt_document_carry_over (document, &options, &n_rows, error))
    return TRUE;
  if (!g_error_matches (*error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_NOTHING))
    return FALSE;
  g_clear_error (error);
  return TRUE;
}

gboolean
random_act_apply (LtDocument *document, GRand *random, GError **error)
{
  static gboolean (*const acts[]) (LtDocument *document, GRand *random, GError **error) = {
    report, report, report, measure, measure, merge, name_phrase, link_phrase, link_phrase,
    write_cells, settle_phrases, place, carry_over,
  };

  return acts[pick (random, G_N_ELEMENTS (acts))](document, random, error);
}
