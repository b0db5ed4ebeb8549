/* SPDX-License-Identifier: MIT */
#include "chart/lt-chart-text.h"

#include <pango/pangocairo.h>
#include <string.h>

#include "report/lt-pango.h"
#include "report/lt-text-measure.h"

/* More than a screen shows at once. */
#define CACHE_MAX 1024
#define ELLIPSIS "…"

struct _LtChartText {
  PangoContext *context;
  LtTextMeasure *measure;
  LtTypeface *typefaces[LT_CHART_N_FACES];
  PangoFontDescription *fonts[LT_CHART_N_FACES];
  PangoAttrList *attributes[LT_CHART_N_FACES]; /* the same */
  double rises[LT_CHART_N_FACES]; /* from the middle of a line down to its foot */
  double ellipses[LT_CHART_N_FACES]; /* widths */
  GHashTable *cache; /* Shaped, as key and value */
};

typedef struct {
  LtChartFace face;
  gboolean cut;
  const char *text;
  gsize length;
  GPtrArray *runs; /* (element-type PangoGlyphItem), from the left */
} Shaped;

static const struct {
  double size;
  gboolean bold;
  gboolean italic;
} faces[] = {
  [LT_CHART_FACE_BODY] = { LT_CHART_TEXT_SIZE, FALSE, FALSE },
  [LT_CHART_FACE_BOLD] = { LT_CHART_TEXT_SIZE, TRUE, FALSE },
  [LT_CHART_FACE_ITALIC] = { LT_CHART_TEXT_SIZE, FALSE, TRUE },
  [LT_CHART_FACE_TITLE] = { 12, TRUE, FALSE },
  [LT_CHART_FACE_NOTE] = { 8, FALSE, FALSE },
};

static guint
hash_shaped (gconstpointer data)
{
  const Shaped *shaped = data;
  guint hash = 5381 + shaped->face * 2 + (shaped->cut ? 1 : 0);

  for (gsize i = 0; i < shaped->length; i++)
    hash = hash * 33 + (guchar) shaped->text[i];
  return hash;
}

static gboolean
shaped_equal (gconstpointer a, gconstpointer b)
{
  const Shaped *first = a;
  const Shaped *second = b;

  return first->face == second->face && first->cut == second->cut
         && first->length == second->length
         && memcmp (first->text, second->text, first->length) == 0;
}

static void
free_shaped (gpointer data)
{
  Shaped *shaped = data;

  g_ptr_array_unref (shaped->runs);
  g_free (shaped);
}

static void
free_run (gpointer run)
{
  pango_glyph_item_free (run);
}

/* A PangoLayout would also look where lines may end, which takes longer than the rest. Every row that comes
 * into view for the first time has its words shaped. */
static GPtrArray *
shape_runs (LtChartText *self, LtChartFace face, const char *text)
{
  int length = (int) strlen (text);
  GPtrArray *runs = g_ptr_array_new_with_free_func (free_run);
  GList *items = pango_itemize (self->context, text, 0, length, self->attributes[face], NULL);
  GList *ordered = pango_reorder_items (items);

  for (GList *link = ordered; link != NULL; link = link->next)
    {
      PangoGlyphItem *run = g_slice_new0 (PangoGlyphItem);

      run->item = link->data;
      run->glyphs = pango_glyph_string_new ();
      pango_shape_full (text + run->item->offset, run->item->length, text, length, &run->item->analysis, run->glyphs);
      g_ptr_array_add (runs, run);
    }
  g_list_free (ordered);
  g_list_free (items);
  return runs;
}

static void
draw_runs (const Shaped *shaped, cairo_t *cr, double x, double y)
{
  for (guint i = 0; i < shaped->runs->len; i++)
    {
      PangoGlyphItem *run = g_ptr_array_index (shaped->runs, i);

      cairo_move_to (cr, x, y);
      pango_cairo_show_glyph_item (cr, shaped->text, run);
      x += pango_units_to_double (pango_glyph_string_get_width (run->glyphs));
    }
}

static Shaped *
shape (LtChartText *self, const Shaped *key)
{
  Shaped *shaped = g_malloc (sizeof *shaped + key->length + sizeof ELLIPSIS);
  char *text = (char *) (shaped + 1);

  *shaped = *key;
  memcpy (text, key->text, key->length);
  strcpy (text + key->length, key->cut ? ELLIPSIS : "");
  shaped->text = text;
  shaped->runs = shape_runs (self, key->face, text);
  return shaped;
}

LtChartText *
lt_chart_text_new (void)
{
  LtChartText *self = g_new0 (LtChartText, 1);

  self->context = lt_pango_context_new ();
  self->measure = lt_text_measure_new_for (LT_FONT_CHART_FAMILIES);
  for (guint i = 0; i < LT_CHART_N_FACES; i++)
    {
      PangoFontMetrics *metrics;

      self->typefaces[i] = lt_text_measure_get_typeface (self->measure, faces[i].size,
                                                         faces[i].bold, faces[i].italic);
      self->fonts[i] = lt_pango_font_description_for (LT_FONT_CHART_FAMILIES, faces[i].size,
                                                      faces[i].bold, faces[i].italic);
      self->attributes[i] = pango_attr_list_new ();
      pango_attr_list_insert (self->attributes[i], pango_attr_font_desc_new (self->fonts[i]));
      metrics = pango_context_get_metrics (self->context, self->fonts[i], NULL);
      self->rises[i] = pango_units_to_double (pango_font_metrics_get_ascent (metrics)
                                              - pango_font_metrics_get_descent (metrics))
                       / 2;
      pango_font_metrics_unref (metrics);
      self->ellipses[i] = lt_typeface_get_width (self->typefaces[i], ELLIPSIS, -1);
    }
  self->cache = g_hash_table_new_full (hash_shaped, shaped_equal, NULL, free_shaped);
  return self;
}

void
lt_chart_text_free (LtChartText *self)
{
  g_hash_table_unref (self->cache);
  for (guint i = 0; i < LT_CHART_N_FACES; i++)
    {
      pango_attr_list_unref (self->attributes[i]);
      pango_font_description_free (self->fonts[i]);
    }
  lt_text_measure_free (self->measure);
  g_object_unref (self->context);
  g_free (self);
}

double
lt_chart_text_get_size (LtChartFace face)
{
  return faces[face].size;
}

double
lt_chart_text_get_width (LtChartText *self, LtChartFace face, const char *text, gssize length)
{
  return lt_typeface_get_width (self->typefaces[face], text, length);
}

static void
append_line (GArray *lines, const char *text, gsize start, gsize length, gboolean cut)
{
  LtTextLine line;

  while (length > 0 && (text[start + length - 1] == ' ' || text[start + length - 1] == '\n'))
    length--;
  line = (LtTextLine) { (guint) start, (guint) length, cut };
  g_array_append_val (lines, line);
}

guint
lt_chart_text_wrap (LtChartText *self, LtChartFace face, const char *text, double width,
                    guint max_lines, GArray *lines)
{
  LtTypeface *typeface = self->typefaces[face];
  g_autoptr (GArray) starts = lines ? g_array_new (FALSE, FALSE, sizeof (gsize)) : NULL;
  gsize length = strlen (text);
  guint n_lines = lt_typeface_count_lines (typeface, text, width, starts);
  guint n_shown = max_lines > 0 ? MIN (n_lines, max_lines) : n_lines;

  for (guint i = 0; lines != NULL && i < n_shown; i++)
    {
      gsize start = g_array_index (starts, gsize, i);
      gsize end = i + 1 < n_lines ? g_array_index (starts, gsize, i + 1) : length;
      gboolean cut = i + 1 == n_shown && n_shown < n_lines;

      /* What comes behind it fills the last line up to the ellipsis. */
      if (cut)
        end = start
              + lt_typeface_fit (typeface, text + start, strcspn (text + start, "\n"),
                                 width - self->ellipses[face]);
      append_line (lines, text, start, end - start, cut);
    }
  return n_shown;
}

void
lt_chart_text_draw (LtChartText *self, cairo_t *cr, LtChartFace face, const char *text,
                    gssize length, gboolean cut, double x, double middle)
{
  Shaped key = { face, cut, text, length < 0 ? strlen (text) : (gsize) length, NULL };
  Shaped *shaped;

  if (key.length == 0)
    return;
  shaped = g_hash_table_lookup (self->cache, &key);
  if (shaped == NULL)
    {
      if (g_hash_table_size (self->cache) >= CACHE_MAX)
        g_hash_table_remove_all (self->cache);
      shaped = shape (self, &key);
      g_hash_table_insert (self->cache, shaped, shaped);
    }
  draw_runs (shaped, cr, x, middle + self->rises[face]);
}

void
lt_chart_text_draw_in (LtChartText *self, cairo_t *cr, LtChartFace face, const char *text, double x,
                       double middle, double width)
{
  LtTypeface *typeface = self->typefaces[face];
  gsize length = strcspn (text, "\n");
  gsize fitting = lt_typeface_fit (typeface, text, length, width);
  gboolean cut = fitting < length || text[length] != '\0';

  if (cut && width < self->ellipses[face])
    return;
  if (cut)
    {
      fitting = lt_typeface_fit (typeface, text, length, width - self->ellipses[face]);
      while (fitting > 0 && text[fitting - 1] == ' ')
        fitting--;
    }
  lt_chart_text_draw (self, cr, face, text, (gssize) fitting, cut, x, middle);
}
