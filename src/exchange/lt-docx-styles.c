/* SPDX-License-Identifier: MIT */
#include "exchange/lt-docx-styles.h"

#include <string.h>

#define STYLES_MAX 10000
#define CHAIN_MAX 20

typedef struct {
  LtDocxStyle own;
  LtDocxStyle whole; /* with what is taken over */
  char *based_on;
  gboolean settled;
} Style;

struct _LtDocxStyles {
  GHashTable *styles; /* id -> Style */
  Style *paragraphs;  /* what paragraphs have that name no style; borrowed */
  LtDocxLook defaults;
  LtDocxStyle plain;
};

typedef struct {
  LtDocxStyles *styles;
  Style *style; /* at work */
  gboolean in_defaults;
  gboolean in_run;
  gboolean in_paragraph;
  gboolean is_paragraph;
} Reader;

static const LtDocxStyle nothing = { LT_DOCX_LOOK_NONE, -1, -1 };

static void
free_style (gpointer data)
{
  Style *style = data;

  g_free (style->based_on);
  g_free (style);
}

static void
read_font (LtDocxLook *self, const LtXmlElement *element)
{
  /* Vietnamese letters of old fonts are those that Word counts as "high ANSI". */
  g_autofree char *high = lt_xml_element_dup (element, "hAnsi");
  g_autofree char *low = lt_xml_element_dup (element, "ascii");

  if (high != NULL || low != NULL)
    self->legacy = (gint8) lt_legacy_from_font (high != NULL ? high : low);
}

void
lt_docx_look_read (LtDocxLook *self, const LtXmlElement *element)
{
  if (strcmp (element->name, "b") == 0)
    self->bold = (gint8) lt_xml_element_get_switch (element, "val", TRUE);
  else if (strcmp (element->name, "caps") == 0)
    self->capitals = (gint8) lt_xml_element_get_switch (element, "val", TRUE);
  else if (strcmp (element->name, "vanish") == 0)
    self->hidden = (gint8) lt_xml_element_get_switch (element, "val", TRUE);
  else if (strcmp (element->name, "rFonts") == 0)
    read_font (self, element);
}

static void
start_style (Reader *self, const LtXmlElement *element)
{
  char *id = lt_xml_element_dup (element, "styleId");

  if (id == NULL || g_hash_table_size (self->styles->styles) >= STYLES_MAX)
    {
      g_free (id);
      return;
    }
  self->style = g_new0 (Style, 1);
  self->style->own = nothing;
  self->is_paragraph = lt_xml_element_says (element, "type", "paragraph");
  g_hash_table_replace (self->styles->styles, id, self->style);
  if (self->is_paragraph && lt_xml_element_get_switch (element, "default", FALSE))
    self->styles->paragraphs = self->style;
}

static void
start_cb (LtXmlParser *parser, const LtXmlElement *element, gpointer data)
{
  Reader *self = data;

  if (strcmp (element->name, "style") == 0)
    start_style (self, element);
  else if (strcmp (element->name, "rPrDefault") == 0)
    self->in_defaults = TRUE;
  else if (strcmp (element->name, "tblStylePr") == 0)
    self->style = NULL; /* concerns some rows of a table only */
  else if (strcmp (element->name, "rPr") == 0)
    self->in_run = TRUE;
  else if (self->in_run && self->in_defaults)
    lt_docx_look_read (&self->styles->defaults, element);
  else if (self->style == NULL)
    return;
  else if (self->in_run)
    lt_docx_look_read (&self->style->own.look, element);
  else if (strcmp (element->name, "basedOn") == 0 && self->style->based_on == NULL)
    self->style->based_on = lt_xml_element_dup (element, "val");
  else if (strcmp (element->name, "numId") == 0)
    self->style->own.list = lt_xml_element_get_integer (element, "val", -1);
  else if (strcmp (element->name, "ilvl") == 0)
    self->style->own.level = lt_xml_element_get_integer (element, "val", -1);
}

static void
end_cb (LtXmlParser *parser, const LtXmlElement *element, gpointer data)
{
  Reader *self = data;

  if (strcmp (element->name, "style") == 0)
    self->style = NULL;
  else if (strcmp (element->name, "rPrDefault") == 0)
    self->in_defaults = FALSE;
  else if (strcmp (element->name, "rPr") == 0)
    self->in_run = FALSE;
}

LtDocxStyles *
lt_docx_styles_read (LtArchive *archive, const char *part, LtBudget *budget, GError **error)
{
  static const LtXmlHandler handler = { start_cb, end_cb, NULL };
  g_autoptr (LtDocxStyles) self = g_new0 (LtDocxStyles, 1);
  Reader reader = { .styles = self };

  self->styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_style);
  self->defaults = nothing.look;
  if (part != NULL && lt_archive_has_part (archive, part)
      && !lt_xml_parse_part (archive, part, &handler, &reader, budget, error))
    return NULL;
  self->plain = nothing;
  self->plain.look = self->defaults;
  return g_steal_pointer (&self);
}

void
lt_docx_styles_free (LtDocxStyles *self)
{
  g_hash_table_unref (self->styles);
  g_free (self);
}

static void
take_over (gint8 *own, gint8 from)
{
  if (*own < 0)
    *own = from;
}

static void
inherit (LtDocxStyle *self, const LtDocxStyle *from)
{
  take_over (&self->look.bold, from->look.bold);
  take_over (&self->look.capitals, from->look.capitals);
  take_over (&self->look.hidden, from->look.hidden);
  take_over (&self->look.legacy, from->look.legacy);
  if (self->list < 0)
    self->list = from->list;
  if (self->level < 0)
    self->level = from->level;
}

static LtDocxStyle *
settle (LtDocxStyles *self, Style *style)
{
  const Style *from = style;

  if (style->settled)
    return &style->whole;
  style->whole = style->own;
  for (guint i = 0; i < CHAIN_MAX && from->based_on != NULL; i++)
    {
      from = g_hash_table_lookup (self->styles, from->based_on);
      if (from == NULL)
        break;
      inherit (&style->whole, &from->own);
    }
  style->settled = TRUE;
  return &style->whole;
}

const LtDocxStyle *
lt_docx_styles_get (LtDocxStyles *self, const char *id)
{
  Style *style = id != NULL ? g_hash_table_lookup (self->styles, id) : NULL;
  LtDocxStyle *whole;

  if (style == NULL)
    style = self->paragraphs;
  if (style == NULL)
    return &self->plain;
  whole = settle (self, style);
  inherit (whole, &self->plain);
  return whole;
}

const LtDocxStyle *
lt_docx_styles_find (LtDocxStyles *self, const char *id)
{
  Style *style = g_hash_table_lookup (self->styles, id);

  return style != NULL ? settle (self, style) : NULL;
}

/* In the styles of a paragraph and of its letters such a switch turns the other one (ECMA-376
 * part 1, 17.7.3); what the run itself says is final. */
static gboolean
toggle (gint8 paragraph, gint8 character, gint8 run)
{
  if (run >= 0)
    return run != 0;
  return (paragraph > 0) != (character > 0);
}

void
lt_docx_look_settle (const LtDocxStyle *paragraph, const LtDocxStyle *character,
                     const LtDocxLook *run, LtFlowLook *look, gboolean *hidden)
{
  const LtDocxLook *block = paragraph != NULL ? &paragraph->look : &nothing.look;
  const LtDocxLook *letters = character != NULL ? &character->look : &nothing.look;

  if (run == NULL)
    run = &nothing.look;
  look->bold = toggle (block->bold, letters->bold, run->bold);
  look->capitals = toggle (block->capitals, letters->capitals, run->capitals);
  *hidden = toggle (block->hidden, letters->hidden, run->hidden);
  look->legacy = (LtLegacy) MAX (0, run->legacy >= 0 ? run->legacy
                                    : letters->legacy >= 0 ? letters->legacy : block->legacy);
}
