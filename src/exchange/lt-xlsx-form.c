/* SPDX-License-Identifier: MIT */
#include <math.h>

#include "exchange/lt-xlsx-writer-private.h"

/* A row of the table is as many rows of the sheet, all its cells merged over them, as its words
 * need: Excel makes no row higher than LT_LAYOUT_ROW_MAX.
 * (transfer full) by table row, and one more: the first row of the sheet */
static lxw_row_t *
place_rows (LtXlsxWriter *self)
{
  guint n_rows = lt_table_get_n_rows (self->table);
  lxw_row_t *first = g_new0 (lxw_row_t, n_rows + 1);

  for (guint row = 0; row < n_rows; row++)
    {
      double need = lt_table_layout_get_row_need (self->layout, row);
      guint n = (guint) MAX (1, ceil (need / LT_LAYOUT_ROW_MAX));

      first[row + 1] = first[row] + n;
      for (guint i = 0; i < n; i++)
        _lt_xlsx_writer_note (self, worksheet_set_row (self->sheet, first[row] + i, need / n, NULL));
    }
  return first;
}

static void
put_cells (LtXlsxWriter *self, const lxw_row_t *first)
{
  for (guint row = 0; row < lt_table_get_n_rows (self->table); row++)
    for (guint column = 0; column < lt_table_get_n_columns (self->table); column++)
      {
        const LtCell *cell = lt_table_get_cell (self->table, row, column);

        if (cell->row_span > 0)
          _lt_xlsx_writer_put (self, first[row], first[row + cell->row_span] - first[row],
                               (lxw_col_t) column, cell->column_span, cell, cell->text,
                               _lt_xlsx_writer_get_format (self, row, column, 0));
      }
}

static void
set_rule (lxw_data_validation *rule, const LtEntry *entry)
{
  rule->ignore_blank = LXW_VALIDATION_ON;
  rule->dropdown = LXW_VALIDATION_ON;
  rule->criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
  rule->minimum_number = entry->minimum;
  rule->maximum_number = entry->maximum;
  switch (entry->kind)
    {
    case LT_ENTRY_CHOICE:
      rule->validate = LXW_VALIDATION_TYPE_LIST;
      rule->value_list = (char **) entry->choices;
      break;
    case LT_ENTRY_WHOLE:
      rule->validate = LXW_VALIDATION_TYPE_INTEGER;
      break;
    case LT_ENTRY_NUMBER:
      rule->validate = entry->maximum > entry->minimum ? LXW_VALIDATION_TYPE_DECIMAL : LXW_VALIDATION_TYPE_ANY;
      break;
    case LT_ENTRY_DAY:
      rule->validate = LXW_VALIDATION_TYPE_DATE_NUMBER;
      rule->minimum_number += LT_XLSX_DAY_OFFSET;
      rule->maximum_number += LT_XLSX_DAY_OFFSET;
      break;
    case LT_ENTRY_TEXT:
    default:
      rule->validate = LXW_VALIDATION_TYPE_ANY;
      rule->criteria = LXW_VALIDATION_CRITERIA_NONE;
    }
  rule->input_title = (char *) entry->title;
  rule->input_message = (char *) entry->hint;
  rule->error_message = (char *) entry->refusal;
}

/* One rule for all cells that follow each other below: Excel slows down with thousands. */
static void
put_rules (LtXlsxWriter *self, const lxw_row_t *first)
{
  guint n_rows = lt_table_get_n_rows (self->table);

  for (guint column = 0; column < lt_table_get_n_columns (self->table); column++)
    for (guint row = 0; row < n_rows;)
      {
        const LtEntry *entry = lt_table_get_entry (self->table, row, column);
        lxw_data_validation rule = { 0 };
        guint end = row + 1;

        while (entry != NULL && end < n_rows && lt_table_get_entry (self->table, end, column) == entry)
          end++;
        if (entry != NULL)
          {
            set_rule (&rule, entry);
            _lt_xlsx_writer_note (self, worksheet_data_validation_range (self->sheet, first[row], (lxw_col_t) column,
                                                                         first[end] - 1, (lxw_col_t) column, &rule));
          }
        row = end;
      }
}

/* A row of the form that fits on a page is not cut: whoever prints a form has it whole. */
static void
break_pages (LtXlsxWriter *self, const lxw_row_t *first)
{
  guint n_rows = lt_table_layout_get_n_rows (self->layout);
  g_autofree lxw_row_t *breaks = g_new0 (lxw_row_t, LT_XLSX_BREAKS_MAX + 1);
  guint n_breaks = 0;

  for (guint i = 1; i < n_rows && n_breaks < LT_XLSX_BREAKS_MAX; i++)
    {
      const LtLayoutRow *above = lt_table_layout_get_row (self->layout, i - 1);
      const LtLayoutRow *row = lt_table_layout_get_row (self->layout, i);

      if (row->page != above->page && row->table_row != above->table_row)
        breaks[n_breaks++] = first[row->table_row];
    }
  if (n_breaks > 0)
    _lt_xlsx_writer_note (self, worksheet_set_h_pagebreaks (self->sheet, breaks));
}

/* The cursor waits where the first answer goes. */
static void
select_first_entry (LtXlsxWriter *self, const lxw_row_t *first, guint below)
{
  for (guint row = below; row < lt_table_get_n_rows (self->table); row++)
    for (guint column = 0; column < lt_table_get_n_columns (self->table); column++)
      if (lt_table_get_entry (self->table, row, column) != NULL)
        {
          worksheet_set_selection (self->sheet, first[row], (lxw_col_t) column, first[row], (lxw_col_t) column);
          return;
        }
}

void
_lt_xlsx_writer_lock (LtXlsxWriter *self)
{
  lxw_protection allowed = { .format_rows = 1, .format_columns = 1, .autofilter = 1 };

  worksheet_protect (self->sheet, NULL, &allowed);
}

void
_lt_xlsx_writer_write_form (LtXlsxWriter *self, guint header, guint n_header)
{
  g_autofree lxw_row_t *first = place_rows (self);
  guint n_rows = lt_table_get_n_rows (self->table);
  guint n_columns = lt_table_get_n_columns (self->table);

  put_cells (self, first);
  put_rules (self, first);
  break_pages (self, first);
  select_first_entry (self, first, header + n_header);
  _lt_xlsx_writer_lock (self);
  if (n_header == 0)
    return;
  worksheet_freeze_panes (self->sheet, first[header + n_header], (lxw_col_t) lt_table_get_frozen (self->table));
  _lt_xlsx_writer_note (self, worksheet_autofilter (self->sheet, first[header + n_header] - 1, 0,
                                                    MAX (first[n_rows], 1) - 1, (lxw_col_t) (n_columns - 1)));
}
