/* SPDX-License-Identifier: MIT */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/lt-commands.h"
#include "cli/lt-describe.h"
#include "cli/lt-place.h"
#include "cli/lt-print.h"
#include "exchange/lt-sample.h"
#include "store/lt-reorganisation.h"

/* "2.1:AGENCY=SUCCESSOR" for one row, "AGENCY=SUCCESSOR" for all. */
static gboolean
read_decision (const char *words, char **path, char **agency, char **successor, GError **error)
{
  const char *equal = strchr (words, '=');
  gsize digits = strspn (words, "0123456789.");
  gboolean one_row = digits > 0 && words[digits] == ':';

  if (equal == NULL || equal[1] == '\0' || equal <= words + (one_row ? digits + 1 : 0))
    {
      g_set_error (error, LT_CLI_ERROR, LT_CLI_ERROR_USAGE,
                   _("--decide takes AGENCY=SUCCESSOR, or PATH:AGENCY=SUCCESSOR for one row, not “%s”."), words);
      return FALSE;
    }
  *path = one_row ? g_strndup (words, digits) : NULL;
  if (one_row)
    words += digits + 1;
  *agency = g_strstrip (g_strndup (words, equal - words));
  *successor = g_strstrip (g_strdup (equal + 1));
  return TRUE;
}

static gboolean
decide (LtReorganisation *reorganisation, LtBook *book, int plan_number, const char *words, GError **error)
{
  g_autofree char *path = NULL;
  g_autofree char *agency = NULL;
  g_autofree char *successor = NULL;
  LtItem *row = NULL;

  if (!read_decision (words, &path, &agency, &successor, error))
    return FALSE;
  if (path)
    {
      LtPlan *plan = lt_place_find_plan (book, plan_number, error);

      row = plan ? lt_place_find_item (plan, path, error) : NULL;
      if (row == NULL)
        return FALSE;
      if (!LT_IS_ASSIGNMENT (row))
        {
          g_set_error (error, LT_CLI_ERROR, LT_CLI_ERROR_USAGE,
                       _("%s is not an assignment; a decision is made for a row such as 2.1."), path);
          return FALSE;
        }
    }
  return lt_reorganisation_decide (reorganisation, (LtAssignment *) row, agency, successor, error);
}

/* As the import tells places: "2:1.1" where the file holds several plans. */
static char *
dup_place (LtAssignment *row)
{
  LtItem *plan = lt_item_get_ancestor (LT_ITEM (row), LT_TYPE_PLAN);
  char *path = lt_item_dup_path (LT_ITEM (row));

  if (lt_item_get_n_children (lt_item_get_parent (plan)) > 1)
    {
      g_autofree char *own = path;

      path = g_strdup_printf ("%u:%s", lt_item_get_index (plan) + 1, own);
    }
  return path;
}

static json_t *
describe_step (LtReorganisation *reorganisation, const LtReorganiseStep *step)
{
  static const char *const kinds[] = { "add", "end", "succeed", "names" };
  static const char *const certainties[] = { "stated", "likely", "unsure" };
  int certainty = lt_reorganisation_get_certainty (reorganisation, step);
  LtSuccession *succession = step->kind == LT_REORGANISE_SUCCEED ? LT_SUCCESSION (step->source) : NULL;
  LtDay day = LT_DAY_NONE;

  if (succession)
    day = lt_succession_get_since (succession);
  else if (step->kind == LT_REORGANISE_END)
    day = lt_agency_get_valid_to (LT_AGENCY (step->source));
  else if (step->kind == LT_REORGANISE_ADD)
    day = lt_agency_get_valid_from (step->agency);
  return json_pack ("{s:s, s:s, s:o, s:o, s:o, s:o}", "kind", kinds[step->kind], "agency",
                    lt_agency_get_name (step->agency), "successor",
                    lt_json_string_or_null (step->successor ? lt_agency_get_name (step->successor) : NULL), "day",
                    lt_describe_day (day), "part", succession ? json_boolean (lt_succession_get_part (succession))
                                                              : json_null (),
                    "certainty", lt_json_string_or_null (certainty < 0 ? NULL : certainties[certainty]));
}

static const char *
get_choice (const LtReorganiseQuestion *question, int choice)
{
  return choice < 0 ? NULL : lt_agency_get_name (g_ptr_array_index (question->successors, (guint) choice));
}

static json_t *
describe_question (LtReorganisation *reorganisation, const LtReorganiseQuestion *question)
{
  json_t *successors = json_array ();
  json_t *rows = json_array ();

  for (guint i = 0; i < question->successors->len; i++)
    json_array_append_new (successors, json_string (get_choice (question, (int) i)));
  for (guint i = 0; i < question->rows->len; i++)
    {
      LtAssignment *row = g_ptr_array_index (question->rows, i);
      g_autofree char *place = dup_place (row);
      int choice = lt_reorganisation_get_answer (reorganisation, question, row);

      json_array_append_new (rows, json_pack ("{s:s, s:o}", "path", place, "decided",
                                              lt_json_string_or_null (get_choice (question, choice))));
    }
  return json_pack ("{s:s, s:o, s:o, s:o}", "agency", lt_agency_get_name (question->agency), "successors", successors,
                    "decided", lt_json_string_or_null (get_choice (question, question->decided)), "rows", rows);
}

static json_t *
describe (LtReorganisation *reorganisation)
{
  GPtrArray *steps = lt_reorganisation_get_steps (reorganisation);
  GPtrArray *questions = lt_reorganisation_get_questions (reorganisation);
  json_t *changes = json_array ();
  json_t *asked = json_array ();

  for (guint i = 0; i < steps->len; i++)
    json_array_append_new (changes, describe_step (reorganisation, g_ptr_array_index (steps, i)));
  for (guint i = 0; i < questions->len; i++)
    json_array_append_new (asked, describe_question (reorganisation, g_ptr_array_index (questions, i)));
  return json_pack ("{s:o, s:o, s:i}", "changes", changes, "questions", asked, "open",
                    (int) lt_reorganisation_count_open (reorganisation));
}

static void
print_question (const LtReorganiseQuestion *question)
{
  g_autoptr (GString) names = g_string_new (NULL);

  if (question->decided >= 0)
    return;
  for (guint i = 0; i < question->successors->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "; " : "", get_choice (question, (int) i));
  lt_print_line (ngettext ("To decide: who follows “%s” in %u row: %s.", "To decide: who follows “%s” in %u rows: %s.",
                           question->rows->len),
                 lt_agency_get_name (question->agency), question->rows->len, names->str);
}

static void
print (LtReorganisation *reorganisation)
{
  GPtrArray *steps = lt_reorganisation_get_steps (reorganisation);
  GPtrArray *questions = lt_reorganisation_get_questions (reorganisation);

  for (guint i = 0; i < steps->len; i++)
    {
      const LtReorganiseStep *step = g_ptr_array_index (steps, i);
      g_autofree char *text = lt_reorganisation_dup_step_text (reorganisation, step);
      int certainty = lt_reorganisation_get_certainty (reorganisation, step);

      if (certainty < 0)
        lt_print_line ("%s", text);
      else
        lt_print_line ("%s (%s)", text, lt_certainty_get_title ((LtCertainty) certainty));
    }
  for (guint i = 0; i < questions->len; i++)
    print_question (g_ptr_array_index (questions, i));
  if (steps->len == 0 && questions->len == 0)
    lt_print_line ("%s", _("There is nothing to do: this file has all of it already, or does not know these agencies."));
}

static LtReorganisation *
prepare (LtArguments *arguments, LtDocument *document, GError **error)
{
  const char *path = lt_arguments_get_operand (arguments, 1);
  g_autoptr (LtBook) data = path ? lt_sample_load_reorganisation (path, error)
                                 : lt_sample_new_reorganisation (lt_sample_list_reorganisations ()[0], error);
  g_autoptr (LtReorganisation) reorganisation = data ? lt_reorganisation_new (document, data) : NULL;
  g_auto (GStrv) decisions = lt_arguments_dup_texts (arguments, "decide");

  for (guint i = 0; reorganisation && decisions[i]; i++)
    if (!decide (reorganisation, lt_document_get_book (document), lt_arguments_get_count (arguments, "plan", 1),
                 decisions[i], error))
      return NULL;
  return g_steal_pointer (&reorganisation);
}

static gboolean
run_reorganise (LtArguments *arguments, GError **error)
{
  gboolean dry_run = lt_arguments_get_flag (arguments, "dry-run");
  g_autoptr (LtDocument) document = dry_run ? lt_commands_open_to_read (arguments, error)
                                            : lt_commands_open_to_write (arguments, error);
  g_autoptr (LtReorganisation) reorganisation = document ? prepare (arguments, document, error) : NULL;

  if (reorganisation == NULL || (!dry_run && !lt_document_reorganise (document, reorganisation, error)))
    return FALSE;
  if (lt_arguments_get_flag (arguments, "json"))
    lt_print_json (describe (reorganisation));
  else
    print (reorganisation);
  return TRUE;
}

static const LtOption options[] = {
  { "decide", LT_OPTION_TEXTS, "[PATH:]AGENCY=SUCCESSOR", N_("Who follows an agency that was split; can be repeated") },
  { "dry-run", LT_OPTION_FLAG, NULL, N_("Say what would change, and change nothing") },
  LT_OPTION_PLAN,
  LT_OPTION_JSON,
  { NULL },
};

const LtCommand lt_command_reorganise = {
  "reorganise", "FILE [DATA.json]", 1, 2, N_("Apply a reorganisation of agencies, as one edit"),
  N_("Without DATA.json it is that of Hải Phòng in 2025, which comes with the program. What is not decided stays open: "
     "those rows count under the old name. The words of the rows are never changed."),
  options, run_reorganise,
};
