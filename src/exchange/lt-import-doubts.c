/* SPDX-License-Identifier: MIT */
#include "exchange/lt-import-doubts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/lt-import-context.h"
#include "exchange/lt-import-tree.h"
#include "plan/lt-plan-check.h"

/* More words than that only fill the screen. */
#define WORDS_MAX 160

typedef struct {
  LtImportDraft *draft;
  GPtrArray *sheets;
  guint last;       /* the number before; 0 at the start */
  guint unnumbered; /* rows since then that have none */
} Counter;

void
lt_import_doubt_free (gpointer data)
{
  LtImportDoubt *doubt = data;

  g_free (doubt->where);
  g_free (doubt->what);
  g_free (doubt);
}

static void
doubt_row (LtImportDraft *draft, GPtrArray *sheets, const LtImportSheet *sheet, guint row, char *what)
{
  LtImportPlace place = { 0, row, G_MAXUINT };

  g_ptr_array_find (sheets, sheet, &place.sheet);
  lt_import_draft_doubt (draft, &place, NULL, what);
}

static gboolean
is_counted (const LtImportNode *node)
{
  return node->number.value > 0 && *node->label != '\0'
         && (node->number.kind == LT_NUMBERING_ARABIC || node->number.kind == LT_NUMBERING_ROMAN
             || node->number.kind == LT_NUMBERING_CAPITAL);
}

static gboolean
lacks_number (const LtImportNode *node)
{
  guint column = lt_import_sheet_find_column (node->sheet, LT_IMPORT_COLUMN_NUMBER, 0);

  return *node->label == '\0' && column < node->sheet->n_columns && lt_import_sheet_counts_rows (node->sheet, column)
         && !lt_import_sheet_is_covered (node->sheet, node->row, column);
}

/* Siblings count from 1, or go on from where the group above ended. */
static void
check_siblings (Counter *self, GPtrArray *nodes)
{
  guint last = 0;
  guint rank = 0;

  for (guint i = 0; i < nodes->len; i++)
    {
      const LtImportNode *node = g_ptr_array_index (nodes, i);
      gboolean plain = node->number.kind == LT_NUMBERING_ARABIC && node->number.depth == 1;

      if (!is_counted (node))
        {
          self->unnumbered += node->line ? 0 : 1;
          if (i > 0 && !node->line && !node->heading && lacks_number (node)
              && is_counted (g_ptr_array_index (nodes, i - 1)))
            doubt_row (self->draft, self->sheets, node->sheet, node->row,
                       g_strdup (_("The row has no number between rows that have one; it was taken for a task of "
                                   "its own.")));
          check_siblings (self, node->children);
          continue;
        }
      /* "2.1" behind "1.4": the outer number went on. */
      if (i == 0 || node->rank != rank || (node->number.depth > 1 && node->number.value == 1))
        last = plain && node->number.value > 1 ? self->last : 0;
      rank = node->rank;
      if (node->number.value == last)
        doubt_row (self->draft, self->sheets, node->sheet, node->row,
                   g_strdup_printf (_("The number %s stands twice."), node->label));
      else if (node->number.value < last + 1 || node->number.value > last + 1 + self->unnumbered)
        {
          g_autofree char *before = g_strdup_printf ("%u", last);

          doubt_row (self->draft, self->sheets, node->sheet, node->row,
                     last > 0 ? g_strdup_printf (_("The number %s does not follow %s."), node->label, before)
                              : g_strdup_printf (_("The numbers begin with %s."), node->label));
        }
      last = node->number.value;
      if (plain)
        self->last = last;
      self->unnumbered = 0;
      check_siblings (self, node->children);
    }
}

void
lt_import_doubts_check_numbers (LtImportDraft *draft, GPtrArray *sheets, GPtrArray *nodes)
{
  Counter counter = { .draft = draft, .sheets = sheets };

  check_siblings (&counter, nodes);
}

static char *
dup_row_words (const LtImportSheet *sheet, guint row)
{
  GString *words = g_string_new (NULL);

  for (guint column = 0; column < sheet->n_columns; column++)
    {
      const char *text = lt_import_sheet_get_own (sheet, row, column);

      if (*text == '\0')
        continue;
      if (words->len > 0)
        g_string_append (words, " | ");
      g_string_append (words, text);
    }
  g_strdelimit (words->str, "\n", ' ');
  if (g_utf8_strlen (words->str, -1) > WORDS_MAX)
    {
      g_string_truncate (words, (gsize) (g_utf8_offset_to_pointer (words->str, WORDS_MAX) - words->str));
      g_string_append (words, "…");
    }
  return g_string_free (words, FALSE);
}

/* Its heading says what it is, but it was not taken for that. */
static gboolean
is_set_aside (const LtImportSheet *sheet, guint column)
{
  return sheet->columns[column] == LT_IMPORT_COLUMN_NOTE && sheet->said[column] != LT_IMPORT_COLUMN_NOTE
         && sheet->said[column] != LT_IMPORT_COLUMN_PERIOD;
}

static gboolean
is_period_without_ticks (const LtImportSheet *sheet, guint column)
{
  return sheet->columns[column] == LT_IMPORT_COLUMN_NOTE && sheet->said[column] == LT_IMPORT_COLUMN_PERIOD;
}

/* What a column is taken for without its heading saying so. */
static void
check_columns (LtImportDraft *draft, GPtrArray *sheets, const LtImportSheet *sheet)
{
  for (guint column = 0; column < sheet->n_columns && sheet->header < sheet->n_rows; column++)
    {
      LtImportPlace place = { 0, sheet->header, column };
      gboolean filled = FALSE;

      for (guint row = sheet->body; row < sheet->n_rows && !filled; row++)
        filled = *lt_import_sheet_get_own (sheet, row, column) != '\0'
                 && lt_table_get_row_role (sheet->table, row) != LT_ROW_PARAGRAPH;
      if (!filled || sheet->columns_by_hand[column] || (!sheet->unknown[column] && !is_set_aside (sheet, column)
                                                       && !is_period_without_ticks (sheet, column)))
        continue;
      g_ptr_array_find (sheets, sheet, &place.sheet);
      if (is_set_aside (sheet, column) && !sheet->unknown[column])
        lt_import_draft_doubt (draft, &place, NULL,
                               g_strdup_printf (_("The heading “%s” speaks of “%s”; what stands below it was kept as "
                                                  "notes all the same, for another column says that or the words "
                                                  "do not look like it."), sheet->heads[column],
                                                _(lt_import_column_get_title (sheet->said[column]))));
      else if (sheet->columns[column] == LT_IMPORT_COLUMN_NOTE)
        lt_import_draft_doubt (draft, &place, NULL,
                               g_strdup_printf (_("The heading “%s” was not recognised; what stands below it "
                                                  "is kept as notes."), sheet->heads[column]));
      else
        lt_import_draft_doubt (draft, &place, NULL,
                               g_strdup_printf (_("The heading “%s” was not recognised; by what stands below it, "
                                                  "it was taken for “%s”."), sheet->heads[column],
                                                _(lt_import_column_get_title (sheet->columns[column]))));
    }
}

static void
check_sheet (LtImportDraft *draft, GPtrArray *sheets, LtImportSheet *sheet)
{
  guint n_remnants = 0;

  if (sheet->header >= sheet->n_rows && !sheet->joined)
    doubt_row (draft, sheets, sheet, 0,
               g_strdup (_("No row of headings was found; what the columns hold was told from what "
                           "stands in them.")));
  check_columns (draft, sheets, sheet);
  for (guint row = 0; row < sheet->n_rows; row++)
    {
      LtImportRowRole role = sheet->rows[row].role;
      g_autofree char *words = NULL;

      if (lt_import_sheet_count_own (sheet, row, NULL) == 0)
        continue;
      n_remnants += role == LT_IMPORT_ROW_REMNANT ? 1 : 0;
      if (role == LT_IMPORT_ROW_LEFT_OUT)
        {
          words = dup_row_words (sheet, row);
          doubt_row (draft, sheets, sheet, row, g_strdup_printf (_("The row was left out: %s"), words));
        }
      else if (role == LT_IMPORT_ROW_TEXT && row >= sheet->body
               && lt_table_get_row_role (sheet->table, row) != LT_ROW_PARAGRAPH)
        {
          words = dup_row_words (sheet, row);
          doubt_row (draft, sheets, sheet, row,
                     g_strdup_printf (_("The row was taken for a remark on the plan: %s"), words));
        }
      else if (role == LT_IMPORT_ROW_CONTINUED)
        doubt_row (draft, sheets, sheet, row,
                   g_strdup (_("The row was joined to the one above, as if a page had cut it.")));
    }
  if (n_remnants > 0)
    {
      g_autofree char *name = lt_import_sheet_dup_place (sheet, sheet->n_rows, sheet->n_columns);

      lt_import_draft_doubt (draft, NULL, name,
                             g_strdup_printf (ngettext ("%u repeated heading or page number was left out.",
                                                        "%u repeated headings and page numbers were left out.",
                                                        n_remnants), n_remnants));
    }
}

void
lt_import_doubts_check_rows (LtImportDraft *draft, GPtrArray *sheets)
{
  for (guint i = 0; i < sheets->len; i++)
    {
      LtImportSheet *sheet = g_ptr_array_index (sheets, i);

      if (sheet->used)
        check_sheet (draft, sheets, sheet);
      else if (sheet->n_rows > 0)
        lt_import_draft_doubt (draft, NULL, lt_table_get_name (sheet->table),
                               g_strdup_printf (ngettext ("This table of %u row was not taken in.",
                                                          "This table of %u rows was not taken in.",
                                                          sheet->n_rows), sheet->n_rows));
    }
}

/* Those that the import itself brings about, or that say nothing about the source. */
static gboolean
is_of_no_use (LtOddityKind kind, LtItem *item, gboolean names_known)
{
  if (LT_IS_AGENCY (item))
    return TRUE;
  if (kind == LT_ODDITY_UNKNOWN_AGENCY || kind == LT_ODDITY_DOUBTFUL_AGENCY)
    return !names_known;
  return kind == LT_ODDITY_NO_LABEL || kind == LT_ODDITY_ENDED_AGENCY;
}

static const LtImportPlace *
find_place (LtImportDraft *draft, LtItem *item)
{
  for (; item != NULL; item = lt_item_get_parent (item))
    {
      const LtImportPlace *place = g_hash_table_lookup (draft->places, item);

      if (place != NULL)
        return place;
    }
  return NULL;
}

/* The column that such a doubt is about; G_MAXUINT for none in particular. */
static guint
find_column (const LtImportSheet *sheet, LtOddityKind kind)
{
  guint column = sheet->n_columns;

  if (kind == LT_ODDITY_UNKNOWN_DEADLINE || kind == LT_ODDITY_NO_YEAR || kind == LT_ODDITY_NO_DEADLINE
      || kind == LT_ODDITY_NOT_ISSUED || kind == LT_ODDITY_END_BEFORE_START)
    column = lt_import_sheet_find_column (sheet, LT_IMPORT_COLUMN_DEADLINE, 0);
  else if (kind == LT_ODDITY_NO_LEAD)
    column = lt_import_sheet_find_column (sheet, LT_IMPORT_COLUMN_LEAD, 0);
  else if (kind == LT_ODDITY_NO_OUTCOME || kind == LT_ODDITY_LATE_TARGET)
    column = lt_import_sheet_find_column (sheet, LT_IMPORT_COLUMN_OUTCOME, 0);
  return column < sheet->n_columns ? column : G_MAXUINT;
}

void
lt_import_doubts_check_plans (LtImportDraft *draft, GPtrArray *sheets, LtRegistry *registry)
{
  g_autoptr (GPtrArray) oddities = lt_book_check (draft->book);
  g_autoptr (GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean names_known = registry != NULL && lt_item_get_n_children (LT_ITEM (registry)) > 0;
  gboolean any_unknown = FALSE;

  for (guint i = 0; i < oddities->len; i++)
    {
      const LtOddity *oddity = g_ptr_array_index (oddities, i);
      const LtImportPlace *place;
      gboolean about_name = oddity->kind == LT_ODDITY_UNKNOWN_AGENCY
                            || oddity->kind == LT_ODDITY_DOUBTFUL_AGENCY;

      any_unknown |= about_name && !names_known;
      if (is_of_no_use (oddity->kind, oddity->item, names_known))
        continue;
      /* One name in many rows is one doubt. */
      if (about_name && !g_hash_table_add (told, oddity->message))
        continue;
      place = find_place (draft, oddity->item);
      if (place != NULL)
        {
          LtImportPlace cell = *place;

          cell.column = find_column (g_ptr_array_index (sheets, place->sheet), oddity->kind);
          lt_import_draft_doubt (draft, &cell, NULL, g_strdup (oddity->message));
        }
      else
        lt_import_draft_doubt (draft, NULL, NULL, g_strdup (oddity->message));
    }
  if (any_unknown)
    lt_import_draft_doubt (draft, NULL, NULL,
                           g_strdup (_("The file has no list of agencies yet, so their names were not checked.")));
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const LtImportDoubt *first = *(LtImportDoubt *const *) a;
  const LtImportDoubt *second = *(LtImportDoubt *const *) b;

  if (first->has_place != second->has_place)
    return first->has_place ? 1 : -1;
  if (!first->has_place)
    return 0;
  if (first->place.sheet != second->place.sheet)
    return first->place.sheet < second->place.sheet ? -1 : 1;
  if (first->place.row != second->place.row)
    return first->place.row < second->place.row ? -1 : 1;
  return 0;
}

void
lt_import_doubts_sort (LtImportDraft *draft)
{
  g_ptr_array_sort (draft->doubts, compare);
}
