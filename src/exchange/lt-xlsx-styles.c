/* SPDX-License-Identifier: MIT */
#include "exchange/lt-xlsx-styles.h"

#include <string.h>

#define STYLES_MAX 65536

typedef struct {
  gboolean bold;
  LtLegacy legacy;
} Font;

struct _LtXlsxStyles {
  GArray *styles;      /* (element-type LtXlsxStyle) */
  GHashTable *formats; /* id -> LtNumberFormat */
  LtXlsxStyle plain;
};

typedef struct {
  LtXlsxStyles *styles;
  GArray *fonts;      /* (element-type Font) */
  GHashTable *codes;  /* id -> char, the formats of the workbook's own */
  gboolean in_fonts;
  gboolean in_cells;
} Reader;

static const LtNumberFormat *
get_format (LtXlsxStyles *self, GHashTable *codes, guint id)
{
  LtNumberFormat *format = g_hash_table_lookup (self->formats, GUINT_TO_POINTER (id));
  const char *code = g_hash_table_lookup (codes, GUINT_TO_POINTER (id));

  if (format == NULL)
    {
      format = code != NULL ? lt_number_format_new (code) : lt_number_format_new_known (id);
      g_hash_table_insert (self->formats, GUINT_TO_POINTER (id), format);
    }
  return format;
}

static void
add_style (Reader *self, const LtXmlElement *element)
{
  gint64 font = lt_xml_element_get_integer (element, "fontId", 0);
  gint64 id = lt_xml_element_get_integer (element, "numFmtId", 0);
  LtXlsxStyle style = { NULL, FALSE, LT_LEGACY_NONE };

  if (self->styles->styles->len >= STYLES_MAX)
    return;
  style.format = get_format (self->styles, self->codes, (guint) CLAMP (id, 0, G_MAXUINT16));
  if (font >= 0 && font < self->fonts->len)
    {
      style.bold = g_array_index (self->fonts, Font, font).bold;
      style.legacy = g_array_index (self->fonts, Font, font).legacy;
    }
  g_array_append_val (self->styles->styles, style);
}

static void
read_font_detail (Reader *self, const LtXmlElement *element)
{
  Font *font = &g_array_index (self->fonts, Font, self->fonts->len - 1);

  if (strcmp (element->name, "b") == 0)
    font->bold = lt_xml_element_get_switch (element, "val", TRUE);
  else if (strcmp (element->name, "name") == 0)
    {
      g_autofree char *name = lt_xml_element_dup (element, "val");

      font->legacy = lt_legacy_from_font (name);
    }
}

static void
start_cb (LtXmlParser *parser, const LtXmlElement *element, gpointer data)
{
  Reader *self = data;

  if (strcmp (element->name, "numFmt") == 0)
    {
      gint64 id = lt_xml_element_get_integer (element, "numFmtId", -1);
      char *code = lt_xml_element_dup (element, "formatCode");

      if (id >= 0 && id <= G_MAXUINT16 && code != NULL)
        g_hash_table_replace (self->codes, GUINT_TO_POINTER ((guint) id), code);
      else
        g_free (code);
    }
  else if (strcmp (element->name, "fonts") == 0)
    self->in_fonts = TRUE;
  else if (strcmp (element->name, "cellXfs") == 0)
    self->in_cells = TRUE;
  else if (self->in_cells && strcmp (element->name, "xf") == 0)
    add_style (self, element);
  else if (self->in_fonts && strcmp (element->name, "font") == 0 && self->fonts->len < STYLES_MAX)
    g_array_set_size (self->fonts, self->fonts->len + 1);
  else if (self->in_fonts && self->fonts->len > 0)
    read_font_detail (self, element);
}

static void
end_cb (LtXmlParser *parser, const LtXmlElement *element, gpointer data)
{
  Reader *self = data;

  if (strcmp (element->name, "fonts") == 0)
    self->in_fonts = FALSE;
  else if (strcmp (element->name, "cellXfs") == 0)
    self->in_cells = FALSE;
}

LtXlsxStyles *
lt_xlsx_styles_read (LtArchive *archive, const char *part, LtBudget *budget, GError **error)
{
  static const LtXmlHandler handler = { start_cb, end_cb, NULL };
  g_autoptr (LtXlsxStyles) self = g_new0 (LtXlsxStyles, 1);
  g_autoptr (GArray) fonts = g_array_new (FALSE, TRUE, sizeof (Font));
  g_autoptr (GHashTable) codes = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  Reader reader = { .styles = self, .fonts = fonts, .codes = codes };

  self->styles = g_array_new (FALSE, FALSE, sizeof (LtXlsxStyle));
  self->formats = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) lt_number_format_free);
  self->plain.format = get_format (self, codes, 0);
  if (part != NULL && lt_archive_has_part (archive, part)
      && !lt_xml_parse_part (archive, part, &handler, &reader, budget, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
lt_xlsx_styles_free (LtXlsxStyles *self)
{
  g_array_unref (self->styles);
  g_hash_table_unref (self->formats);
  g_free (self);
}

const LtXlsxStyle *
lt_xlsx_styles_get (LtXlsxStyles *self, gint64 index)
{
  if (index >= 0 && index < self->styles->len)
    return &g_array_index (self->styles, LtXlsxStyle, index);
  return &self->plain;
}
