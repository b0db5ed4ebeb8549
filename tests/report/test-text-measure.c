/* SPDX-License-Identifier: MIT */
#include <pango/pango.h>
#include <string.h>

#include "report/lt-pango.h"
#include "report/lt-text-measure.h"

#define SIZE 13.0
/* The share of a column in which the layout counts lines; see lt-table-layout.c. */
#define SAFETY 0.95

static char *
load_text (void)
{
  g_autofree char *path = g_test_build_filename (
      G_TEST_DIST, "data", "phu-luc-14-mo-hinh-hai-phong-2024.txt", NULL);
  g_autofree char *raw = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &raw, NULL, &error);
  g_assert_no_error (error);
  return g_utf8_normalize (raw, -1, G_NORMALIZE_NFC);
}

static PangoLayout *
new_layout (const char *text, double width)
{
  PangoContext *context = lt_pango_context_new ();
  PangoLayout *layout = pango_layout_new (context);
  PangoFontDescription *font = lt_pango_font_description (SIZE, FALSE, FALSE);
  PangoAttrList *attributes = pango_attr_list_new ();

  /* Neither Excel nor our own pages add hyphens to a word that they must break. */
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, pango_units_from_double (width));
  pango_layout_set_text (layout, text, -1);
  g_object_unref (context);
  return layout;
}

/* Random stretches of the issued text, in columns from the narrowest to the widest. */
static void
test_never_fewer_lines_than_pango (void)
{
  g_autofree char *text = load_text ();
  g_auto (GStrv) words = g_strsplit_set (text, " \n", -1);
  guint n_words = g_strv_length (words);
  g_autoptr (LtTextMeasure) measure = lt_text_measure_new ();
  LtTypeface *face = lt_text_measure_get_typeface (measure, SIZE, FALSE, FALSE);
  guint n_equal = 0;
  guint n_tried = 0;

  for (guint i = 0; i < 1000; i++)
    {
      guint first = (guint) g_test_rand_int_range (0, (int) n_words - 100);
      guint n = (guint) g_test_rand_int_range (1, 100);
      double width = g_test_rand_double_range (65, 500);
      g_autoptr (GString) piece = g_string_new (NULL);
      g_autoptr (PangoLayout) layout = NULL;
      guint ours;
      guint theirs;

      for (guint j = first; j < first + n; j++)
        if (*words[j])
          g_string_append_printf (piece, piece->len > 0 ? " %s" : "%s", words[j]);
      if (piece->len == 0)
        continue;
      layout = new_layout (piece->str, width);
      theirs = (guint) pango_layout_get_line_count (layout);
      ours = lt_typeface_count_lines (face, piece->str, width * SAFETY, NULL);
      if (ours < theirs)
        g_error ("%u lines, Pango needs %u at %g: %s", ours, theirs, width, piece->str);
      /* Nor does it ask for much more. */
      g_assert_cmpuint (ours, <=, theirs + 2 + theirs / 4);
      n_tried++;
      n_equal += lt_typeface_count_lines (face, piece->str, width, NULL) == theirs;
    }
  g_assert_cmpuint (n_tried, >, 900);
  g_assert_cmpuint (n_equal, >, n_tried * 95 / 100);
}

static void
test_width_of_words (void)
{
  static const char *const words[] = { "nghiệp", "Quyết", "31/12/2024", "“đúng,", "VNeID", "HĐND" };
  g_autoptr (LtTextMeasure) measure = lt_text_measure_new ();
  LtTypeface *face = lt_text_measure_get_typeface (measure, SIZE, FALSE, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (PangoLayout) layout = new_layout (words[i], 1000);
      int width;

      pango_layout_get_size (layout, &width, NULL);
      /* Kerning is the difference. */
      g_assert_cmpfloat (lt_typeface_get_width (face, words[i], -1), >=,
                         pango_units_to_double (width) - 0.05);
      g_assert_cmpfloat_with_epsilon (lt_typeface_get_width (face, words[i], -1),
                                      pango_units_to_double (width), 3);
    }
  g_assert_cmpfloat_with_epsilon (lt_typeface_get_word_width (face, "a nghiệp\nbb"),
                                  lt_typeface_get_width (face, "nghiệp", -1), 0.001);
}

/* Each line, as the starts divide the text, is as wide as allowed, or one character. */
static void
check_starts (LtTypeface *face, const char *text, double width)
{
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  guint n = lt_typeface_count_lines (face, text, width, starts);

  g_assert_cmpuint (starts->len, ==, n);
  g_assert_cmpuint (g_array_index (starts, gsize, 0), ==, 0);
  for (guint i = 0; i < n; i++)
    {
      gsize start = g_array_index (starts, gsize, i);
      gsize end = i + 1 < n ? g_array_index (starts, gsize, i + 1) : strlen (text);
      g_autofree char *line = NULL;

      g_assert_cmpuint (start, <=, end);
      line = g_strndup (text + start, end - start);
      g_assert_true (g_utf8_validate (line, -1, NULL));
      g_strchomp (line);
      if (g_utf8_strlen (line, -1) > 1)
        g_assert_cmpfloat (lt_typeface_get_width (face, line, -1), <=, width + 0.001);
    }
}

static void
test_starts (void)
{
  static const char *const texts[] = {
    "a", " ", "  hai   khoảng  trắng ", "dòng một\ndòng hai\n\ndòng bốn\n",
    "https://dichvucong.gov.vn/p/home/dvc-tthc-thu-tuc-hanh-chinh-chi-tiet.html?ma_thu_tuc=1.004",
    "Sở 施政報告施政報告施政報告施政報告 và các đơn vị", "2733/QĐ-BYT;4750/QĐ-BYT;305/QĐ-BHXH",
    "nghieengnghieengnghieengnghieengnghieengnghieeng ngắn", "😀😀😀😀😀😀😀😀😀😀😀",
  };
  g_autofree char *seed = load_text ();
  g_autoptr (LtTextMeasure) measure = lt_text_measure_new ();
  LtTypeface *face = lt_text_measure_get_typeface (measure, SIZE, TRUE, FALSE);

  for (double width = 1; width < 400; width *= 1.7)
    {
      for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        check_starts (face, texts[i], width);
      check_starts (face, seed, width);
    }
}

static void
test_lines (void)
{
  g_autoptr (LtTextMeasure) measure = lt_text_measure_new ();
  LtTypeface *face = lt_text_measure_get_typeface (measure, SIZE, FALSE, FALSE);
  double word = lt_typeface_get_width (face, "word", -1);

  g_assert_cmpuint (lt_typeface_count_lines (face, "", 100, NULL), ==, 0);
  g_assert_cmpuint (lt_typeface_count_lines (face, "word", 100, NULL), ==, 1);
  g_assert_cmpuint (lt_typeface_count_lines (face, "word\nword", 1000, NULL), ==, 2);
  g_assert_cmpuint (lt_typeface_count_lines (face, "word word", word + 1, NULL), ==, 2);
  /* A space at the end of a line takes no room. */
  g_assert_cmpuint (lt_typeface_count_lines (face, "word ", word, NULL), ==, 1);
  g_assert_cmpuint (lt_typeface_count_lines (face, "word word ", 2 * word + 4, NULL), ==, 1);
  /* No-break spaces hold together what ordinary ones would not. */
  g_assert_cmpuint (lt_typeface_count_lines (face, "a bc\302\240d", word, NULL), ==, 2);
  /* A stroke clings to the word before it: both go to the next line. */
  g_assert_cmpuint (lt_typeface_count_lines (face, "a word b", lt_typeface_get_width (face, "a word", -1) + 1, NULL), ==, 2);
  g_assert_cmpuint (lt_typeface_count_lines (face, "a word / bbb", lt_typeface_get_width (face, "a word", -1) + 1, NULL), ==, 3);
  g_assert_true (lt_text_measure_get_typeface (measure, SIZE, FALSE, FALSE) == face);
  g_assert_true (lt_text_measure_get_typeface (measure, SIZE, TRUE, FALSE) != face);
}

/* The faces that stand in must have the widths of the one that is asked for. */
static void
test_typeface_is_metric_compatible (void)
{
  PangoContext *context = lt_pango_context_new ();
  PangoFontDescription *wanted = lt_pango_font_description (SIZE, FALSE, FALSE);
  PangoFont *font = pango_context_load_font (context, wanted);
  PangoFontDescription *found = pango_font_describe (font);
  g_autoptr (LtTextMeasure) measure = lt_text_measure_new ();
  LtTypeface *face = lt_text_measure_get_typeface (measure, SIZE, FALSE, FALSE);

  g_test_message ("%s", pango_font_description_get_family (found));
  /* Widths of Times New Roman in thousandths of the em. */
  g_assert_cmpfloat_with_epsilon (lt_typeface_get_width (face, "0", -1), 0.500 * SIZE, 0.01);
  g_assert_cmpfloat_with_epsilon (lt_typeface_get_width (face, "m", -1), 0.778 * SIZE, 0.01);
  g_assert_cmpfloat_with_epsilon (lt_typeface_get_width (face, "ệ", -1), 0.444 * SIZE, 0.01);
  pango_font_description_free (found);
  pango_font_description_free (wanted);
  g_object_unref (font);
  g_object_unref (context);
}

static void
test_pitch (void)
{
  static const struct {
    double size;
    double pixels; /* of a line in Excel */
  } lines[] = { { 10, 17 }, { 11, 20 }, { 12, 21 }, { 13, 22 } };
  g_autoptr (LtTextMeasure) measure = lt_text_measure_new ();

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    g_assert_cmpfloat_with_epsilon (
        lt_typeface_get_pitch (
            lt_text_measure_get_typeface (measure, lines[i].size, FALSE, FALSE)),
        lines[i].pixels * 0.75, 0.001);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-measure/never-fewer-lines-than-pango", test_never_fewer_lines_than_pango);
  g_test_add_func ("/text-measure/width-of-words", test_width_of_words);
  g_test_add_func ("/text-measure/starts", test_starts);
  g_test_add_func ("/text-measure/lines", test_lines);
  g_test_add_func ("/text-measure/typeface-is-metric-compatible",
                   test_typeface_is_metric_compatible);
  g_test_add_func ("/text-measure/pitch", test_pitch);
  return g_test_run ();
}
