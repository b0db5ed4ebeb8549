/* SPDX-License-Identifier: MIT */
#include "exchange/lt-xlsx-writer.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "exchange/lt-xlsx-amend.h"
#include "exchange/lt-xlsx-text.h"
#include "exchange/lt-xlsx-writer-private.h"
#include "report/lt-pango.h"

#define SHEET_ROWS_MAX 1048576

/* Excel counts days from 1900 as if that had been a leap year: right from here on. */
#define DAY_FIRST (-25508)  /* 1900-03-01 */

#define NUMBER_SIZE 13

/* ECMA-376 part 1, 18.8.30: "0" and "@". */
#define NUMBER_FORMAT_WHOLE 1
#define NUMBER_FORMAT_TEXT 49

typedef LtXlsxWriter Writer;

void
_lt_xlsx_writer_note (Writer *self, lxw_error failure)
{
  if (self->failure == LXW_NO_ERROR)
    self->failure = failure;
}

static void
set_shade (lxw_format *format, LtShade shade)
{
  static const uint8_t patterns[] = {
    [LT_SHADE_NONE] = LXW_PATTERN_NONE,
    [LT_SHADE_GREY] = LXW_PATTERN_GRAY_125,
    [LT_SHADE_DARK] = LXW_PATTERN_SOLID,
    [LT_SHADE_BLUE] = LXW_PATTERN_SOLID,
    [LT_SHADE_YELLOW] = LXW_PATTERN_LIGHT_UP,
    [LT_SHADE_RED] = LXW_PATTERN_LIGHT_TRELLIS,
    [LT_SHADE_GREEN] = LXW_PATTERN_LIGHT_HORIZONTAL,
    [LT_SHADE_LIME] = LXW_PATTERN_LIGHT_DOWN,
    [LT_SHADE_PALE] = LXW_PATTERN_SOLID,
    [LT_SHADE_CREAM] = LXW_PATTERN_SOLID,
  };
  const LtShadeStyle *style = lt_shade_get_style (shade);

  if (shade == LT_SHADE_NONE)
    return;
  format_set_pattern (format, patterns[shade]);
  format_set_bg_color (format, style->fill);
  if (patterns[shade] != LXW_PATTERN_SOLID)
    format_set_fg_color (format, style->lines);
}

/* What is typed into a cell for words stays as it is typed: "- Đã xong" is no formula and "5/12"
 * no day. */
static void
open_cell (lxw_format *format, const LtEntry *entry)
{
  format_set_unlocked (format);
  if (entry->kind == LT_ENTRY_TEXT)
    format_set_num_format_index (format, NUMBER_FORMAT_TEXT);
  else if (entry->kind == LT_ENTRY_WHOLE)
    format_set_num_format_index (format, NUMBER_FORMAT_WHOLE);
  else if (entry->kind == LT_ENTRY_DAY)
    format_set_num_format (format, "dd/mm/yyyy");
}

static lxw_format *
make_format (Writer *self, const LtCellStyle *style, LtCellKind kind, LtXlsxLook look, LtShade shade,
             const LtEntry *entry)
{
  static const uint8_t aligns[] = { LXW_ALIGN_LEFT, LXW_ALIGN_CENTER, LXW_ALIGN_RIGHT };
  lxw_format *format = workbook_add_format (self->workbook);

  format_set_font_name (format, LT_FONT_FAMILY);
  format_set_font_size (format, style->size);
  format_set_font_family (format, 1);
  if (style->bold)
    format_set_bold (format);
  if (style->italic)
    format_set_italic (format);
  format_set_align (format, aligns[style->align]);
  format_set_align (format, (look & LT_XLSX_LOOK_TOP) ? LXW_ALIGN_VERTICAL_TOP : LXW_ALIGN_VERTICAL_CENTER);
  format_set_text_wrap (format);
  if (kind == LT_CELL_DAY)
    format_set_num_format (format, "dd/mm/yyyy");
  if (entry != NULL)
    open_cell (format, entry);
  set_shade (format, shade);
  if (style->boxed)
    {
      format_set_left (format, LXW_BORDER_THIN);
      format_set_right (format, LXW_BORDER_THIN);
      if (!(look & LT_XLSX_LOOK_OPEN_ABOVE))
        format_set_top (format, LXW_BORDER_THIN);
      if (!(look & LT_XLSX_LOOK_OPEN_BELOW))
        format_set_bottom (format, LXW_BORDER_THIN);
    }
  return format;
}

/* One format for all cells that look the same. libxlsxwriter finds out itself when
 * two are alike, but again for each cell, which makes it several times as slow. */
lxw_format *
_lt_xlsx_writer_get_format (Writer *self, guint row, guint column, LtXlsxLook look)
{
  const LtCell *cell = lt_table_get_cell (self->table, row, column);
  const LtEntry *entry = lt_table_get_entry (self->table, row, column);
  LtCellKind kind = (LtCellKind) cell->kind;
  LtCellStyle style;
  lxw_format *format;
  gsize key;

  lt_table_get_style (self->table, lt_table_get_row_role (self->table, row), column, &style);
  if (!style.boxed)
    look &= (LtXlsxLook) ~(LT_XLSX_LOOK_OPEN_ABOVE | LT_XLSX_LOOK_OPEN_BELOW);
  if (kind == LT_CELL_NUMBER)
    kind = LT_CELL_TEXT;
  key = 1 | (gsize) (style.bold != 0) << 1 | (gsize) (style.italic != 0) << 2
        | (gsize) (style.boxed != 0) << 3 | (gsize) style.align << 4 | (gsize) kind << 6
        | (gsize) look << 8 | (gsize) cell->shade << 11
        | (gsize) (entry != NULL ? 1 + entry->kind : 0) << 15 | (gsize) (style.size * 8) << 18;
  format = g_hash_table_lookup (self->formats, GSIZE_TO_POINTER (key));
  if (format == NULL)
    {
      format = make_format (self, &style, kind, look, (LtShade) cell->shade, entry);
      g_hash_table_insert (self->formats, GSIZE_TO_POINTER (key), format);
    }
  return format;
}

static void
write_text (Writer *self, lxw_row_t row, lxw_col_t column, const char *text, lxw_format *format)
{
  g_autofree char *made = NULL;

  _lt_xlsx_writer_note (self, worksheet_write_string (self->sheet, row, column,
                                      lt_xlsx_sanitize_text (text, &made), format));
}

static void
write_cell (Writer *self, lxw_row_t row, lxw_col_t column, const LtCell *cell, const char *text,
            lxw_format *format)
{
  if (cell->kind == LT_CELL_NUMBER)
    _lt_xlsx_writer_note (self, worksheet_write_number (self->sheet, row, column, cell->value, format));
  else if (cell->kind == LT_CELL_DAY && cell->value >= DAY_FIRST)
    _lt_xlsx_writer_note (self,
          worksheet_write_number (self->sheet, row, column, cell->value + LT_XLSX_DAY_OFFSET, format));
  else
    write_text (self, row, column, text, format);
}

void
_lt_xlsx_writer_put (Writer *self, lxw_row_t row, lxw_row_t n_rows, lxw_col_t column, lxw_col_t n_columns,
                     const LtCell *cell, const char *text, lxw_format *format)
{
  if (n_rows > 1 || n_columns > 1)
    {
      g_autofree char *made = NULL;

      _lt_xlsx_writer_note (self, worksheet_merge_range (self->sheet, row, column, row + n_rows - 1,
                                                         (lxw_col_t) (column + n_columns - 1),
                                                         lt_xlsx_sanitize_text (text, &made), format));
      if (cell->kind == LT_CELL_TEXT)
        return;
    }
  write_cell (self, row, column, cell, text, format);
}

static void
write_placed_cell (Writer *self, const LtLayoutCell *place)
{
  const LtCell *cell = lt_table_get_cell (self->table, place->table_row, place->column);
  g_autofree char *part = NULL;
  const char *text = cell->text;
  LtXlsxLook look = 0;

  if (place->flags & LT_LAYOUT_CELL_OPEN_ABOVE)
    look |= LT_XLSX_LOOK_OPEN_ABOVE;
  if (place->flags & LT_LAYOUT_CELL_OPEN_BELOW)
    look |= LT_XLSX_LOOK_OPEN_BELOW;
  if (place->flags & LT_LAYOUT_CELL_CROSSES)
    look |= LT_XLSX_LOOK_TOP;
  if (place->start > 0 || text[place->length] != '\0')
    {
      part = g_strndup (text + place->start, place->length);
      text = g_strchomp (part);
    }
  _lt_xlsx_writer_put (self, place->first_row, place->n_rows, (lxw_col_t) place->column,
                       (lxw_col_t) place->n_columns, cell, text,
                       _lt_xlsx_writer_get_format (self, place->table_row, place->column, look));
}

static void
set_page_breaks (Writer *self)
{
  guint n_pages = lt_table_layout_get_n_pages (self->layout);
  g_autofree lxw_row_t *breaks = g_new0 (lxw_row_t, n_pages + 1);
  guint n_breaks = 0;

  for (guint page = 1; page < n_pages && n_breaks < LT_XLSX_BREAKS_MAX; page++)
    {
      guint first;
      guint n_rows;

      lt_table_layout_get_page_rows (self->layout, page, &first, &n_rows);
      breaks[n_breaks++] = first;
    }
  if (n_breaks > 0)
    _lt_xlsx_writer_note (self, worksheet_set_h_pagebreaks (self->sheet, breaks));
}

static void
set_up_page (Writer *self)
{
  const LtPageSetup *setup = lt_table_get_page_setup (self->table);
  lxw_worksheet *sheet = self->sheet;
  /* The number stands in the middle of the top margin. */
  lxw_header_footer_options options
      = { .margin = MAX (0.1, (setup->top * LT_POINTS_PER_MM - NUMBER_SIZE * 1.15) / 2 / 72) };

  if (setup->landscape)
    worksheet_set_landscape (sheet);
  else
    worksheet_set_portrait (sheet);
  worksheet_set_paper (sheet, setup->paper == LT_PAPER_A3 ? 8 : 9);
  worksheet_set_margins (sheet, setup->left / 25.4, setup->right / 25.4, setup->top / 25.4,
                         setup->bottom / 25.4);
  worksheet_fit_to_pages (sheet, 1, 0);
  worksheet_center_horizontally (sheet);
  worksheet_set_start_page (sheet, 1);
  _lt_xlsx_writer_note (self, worksheet_set_header_opt (sheet, "&C&\"" LT_FONT_FAMILY ",Regular\"&"
                                               G_STRINGIFY (NUMBER_SIZE) "&P",
                                        &options));
  /* A running number is text here; Excel would mark each with a green corner. */
  _lt_xlsx_writer_note (self, worksheet_ignore_errors (sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576"));
}

static void
write_document (Writer *self)
{
  guint n_rows = lt_table_layout_get_n_rows (self->layout);
  guint n_cells = lt_table_layout_get_n_cells (self->layout);

  for (guint row = 0; row < n_rows; row++)
    _lt_xlsx_writer_note (self, worksheet_set_row (self->sheet, row,
                                   lt_table_layout_get_row (self->layout, row)->height, NULL));
  for (guint i = 0; i < n_cells; i++)
    write_placed_cell (self, lt_table_layout_get_cell (self->layout, i));
  set_page_breaks (self);
}

static void
write_list (Writer *self, guint header, guint n_header)
{
  guint n_rows = lt_table_get_n_rows (self->table);
  guint n_columns = lt_table_get_n_columns (self->table);

  for (guint row = 0; row < n_rows; row++)
    {
      double height = lt_table_layout_get_row_need (self->layout, row);

      _lt_xlsx_writer_note (self, worksheet_set_row (self->sheet, row, MIN (height, LT_LAYOUT_ROW_MAX), NULL));
      for (guint column = 0; column < n_columns; column++)
        {
          const LtCell *cell = lt_table_get_cell (self->table, row, column);

          write_cell (self, row, (lxw_col_t) column, cell, cell->text,
                      _lt_xlsx_writer_get_format (self, row, column, 0));
        }
    }
  if (n_header == 0)
    return;
  worksheet_freeze_panes (self->sheet, header + n_header, 0);
  _lt_xlsx_writer_note (self, worksheet_autofilter (self->sheet, header + n_header - 1, 0, MAX (n_rows, 1) - 1,
                                    (lxw_col_t) (n_columns - 1)));
}

static gboolean
write_table (Writer *self, LtTable *table, GHashTable *names, GError **error)
{
  g_autofree char *name = lt_xlsx_make_sheet_name (lt_table_get_name (table), names);
  g_autoptr (LtTableLayout) layout = lt_table_layout_new (table);
  guint header;
  guint n_header;

  if (MAX (lt_table_layout_get_n_rows (layout), lt_table_get_n_rows (table)) > SHEET_ROWS_MAX)
    {
      g_set_error (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_LIMIT,
                   _("The sheet “%s” would need more rows than Excel has (%d). "
                     "Export a part of the plan, or choose CSV."),
                   name, SHEET_ROWS_MAX);
      return FALSE;
    }
  self->table = table;
  self->layout = layout;
  self->sheet = workbook_add_worksheet (self->workbook, name);
  if (self->sheet == NULL)
    {
      g_set_error (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_FAILED,
                   _("Excel would not take “%s” as the name of a sheet."), name);
      return FALSE;
    }
  set_up_page (self);
  for (guint column = 0; column < lt_table_get_n_columns (table); column++)
    _lt_xlsx_writer_note (self, worksheet_set_column_pixels (self->sheet, (lxw_col_t) column, (lxw_col_t) column,
                                             lt_table_layout_get_column_pixels (layout, column),
                                             NULL));
  lt_table_get_header (table, &header, &n_header);
  if (n_header > 0)
    _lt_xlsx_writer_note (self, worksheet_repeat_rows (self->sheet, header, header + n_header - 1));
  switch (lt_table_get_kind (table))
    {
    case LT_TABLE_LIST:
      write_list (self, header, n_header);
      break;
    case LT_TABLE_FORM:
      _lt_xlsx_writer_write_form (self, header, n_header);
      break;
    case LT_TABLE_DOCUMENT:
    default:
      write_document (self);
    }
  if (lt_table_get_locked (table))
    _lt_xlsx_writer_lock (self);
  if (lt_table_get_hidden (table))
    worksheet_hide (self->sheet);
  return TRUE;
}

static void
set_properties (lxw_workbook *workbook, LtTable *table)
{
  g_autofree char *title = NULL;
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  lxw_doc_properties properties = { 0 };
  gint64 seconds;

  lt_xlsx_sanitize_text (lt_table_get_title (table), &title);
  properties.title = title != NULL ? title : (char *) lt_table_get_title (table);
  if (epoch != NULL && g_ascii_string_to_signed (epoch, 10, 0, G_MAXINT32, &seconds, NULL))
    properties.created = seconds;
  workbook_set_properties (workbook, &properties);
}

static GBytes *
read_and_remove (const char *path, GError **error)
{
  char *data;
  gsize length;
  gboolean done = g_file_get_contents (path, &data, &length, error);

  g_unlink (path);
  return done ? g_bytes_new_take (data, length) : NULL;
}

GBytes *
lt_xlsx_write (GPtrArray *tables, GError **error)
{
  g_autoptr (GHashTable) formats = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) documents = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GBytes) plain = NULL;
  g_autofree char *path = NULL;
  Writer writer = { .formats = formats };
  gboolean done = TRUE;
  lxw_error closed;
  int fd;

  g_return_val_if_fail (tables->len > 0, NULL);

  /* libxlsxwriter 1.1.4 writes to a named file only. */
  fd = g_file_open_tmp ("lotrinh-XXXXXX.xlsx", &path, error);
  if (fd < 0)
    return NULL;
  g_close (fd, NULL);
  writer.workbook = workbook_new (path);
  set_properties (writer.workbook, g_ptr_array_index (tables, 0));
  for (guint i = 0; done && i < tables->len; i++)
    {
      LtTable *table = g_ptr_array_index (tables, i);
      guint sheet = i + 1;

      done = write_table (&writer, table, names, error);
      if (lt_table_get_kind (table) == LT_TABLE_DOCUMENT)
        g_array_append_val (documents, sheet);
    }
  closed = workbook_close (writer.workbook);
  if (writer.failure == LXW_NO_ERROR)
    writer.failure = closed;
  if (done && writer.failure != LXW_NO_ERROR)
    {
      done = FALSE;
      g_set_error (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_FAILED,
                   _("The workbook could not be put together: %s."),
                   lxw_strerror (writer.failure));
    }
  plain = read_and_remove (path, done ? error : NULL);
  if (!done || plain == NULL)
    return NULL;
  return lt_xlsx_amend (plain, documents, error);
}
