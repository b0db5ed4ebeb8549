/* SPDX-License-Identifier: MIT */
#include "exchange/lt-docx-numbering.h"

#include <string.h>

#include "exchange/lt-symbol-font.h"

#define LISTS_MAX 20000
#define NUMBER_MAX 1000000000
#define ROMAN_MAX 3999
#define LETTERS_MAX 50

typedef struct {
  guint start;
  char *kind;
  char *text;    /* "%1.%2)" */
  char *style;   /* the style of paragraphs that this level is made for */
  char *font;    /* of a bullet */
  guint restart; /* the level, counted from 1, that sets this one back; 0 for none */
  gboolean legal; /* all numbers are shown as decimal ones */
  gboolean close; /* no space behind the number */
} Level;

/* What paragraphs count in: several lists may share one. */
typedef struct {
  Level *levels[LT_DOCX_LEVELS]; /* NULL where not described */
  guint counts[LT_DOCX_LEVELS];  /* 0 before the first */
  char *style_link;              /* a style whose list says how this one looks */
} Abstract;

typedef struct {
  gint64 abstract;
  gint64 starts[LT_DOCX_LEVELS]; /* -1 where the list does not count anew */
  Level *levels[LT_DOCX_LEVELS]; /* NULL where it looks as its abstract one */
  gboolean begun[LT_DOCX_LEVELS];
} List;

struct _LtDocxNumbering {
  GHashTable *abstracts; /* id -> Abstract */
  GHashTable *lists;     /* numId -> List */
  LtDocxStyles *styles;  /* borrowed */
};

typedef struct {
  LtDocxNumbering *numbering;
  Abstract *abstract; /* at work */
  List *list;
  Level *level;
  guint override;     /* the level that the list overrides */
} Reader;

static void
free_level (Level *level)
{
  if (level == NULL)
    return;
  g_free (level->kind);
  g_free (level->text);
  g_free (level->style);
  g_free (level->font);
  g_free (level);
}

static void
free_abstract (gpointer data)
{
  Abstract *abstract = data;

  for (guint i = 0; i < LT_DOCX_LEVELS; i++)
    free_level (abstract->levels[i]);
  g_free (abstract->style_link);
  g_free (abstract);
}

static void
free_list (gpointer data)
{
  List *list = data;

  for (guint i = 0; i < LT_DOCX_LEVELS; i++)
    free_level (list->levels[i]);
  g_free (list);
}

static gpointer
make_key (gint64 id)
{
  return GINT_TO_POINTER ((int) CLAMP (id, 0, G_MAXINT));
}

static void
start_abstract (Reader *self, const LtXmlElement *element)
{
  gint64 id = lt_xml_element_get_integer (element, "abstractNumId", -1);

  if (id < 0 || g_hash_table_size (self->numbering->abstracts) >= LISTS_MAX)
    return;
  self->abstract = g_new0 (Abstract, 1);
  g_hash_table_replace (self->numbering->abstracts, make_key (id), self->abstract);
}

static void
start_list (Reader *self, const LtXmlElement *element)
{
  gint64 id = lt_xml_element_get_integer (element, "numId", -1);

  if (id < 0 || g_hash_table_size (self->numbering->lists) >= LISTS_MAX)
    return;
  self->list = g_new0 (List, 1);
  self->list->abstract = -1;
  for (guint i = 0; i < LT_DOCX_LEVELS; i++)
    self->list->starts[i] = -1;
  g_hash_table_replace (self->numbering->lists, make_key (id), self->list);
}

static void
start_level (Reader *self, const LtXmlElement *element)
{
  gint64 index = lt_xml_element_get_integer (element, "ilvl", -1);
  Level **place;

  if (index < 0 || index >= LT_DOCX_LEVELS)
    return;
  place = self->list != NULL ? &self->list->levels[index] : &self->abstract->levels[index];
  free_level (*place);
  self->level = *place = g_new0 (Level, 1);
  self->level->restart = (guint) index;
}

static void
read_level (Level *level, const LtXmlElement *element)
{
  gint64 n = lt_xml_element_get_integer (element, "val", 0);

  if (strcmp (element->name, "start") == 0)
    level->start = (guint) CLAMP (n, 0, NUMBER_MAX);
  else if (strcmp (element->name, "numFmt") == 0 && level->kind == NULL)
    level->kind = lt_xml_element_dup (element, "val");
  else if (strcmp (element->name, "lvlText") == 0 && level->text == NULL)
    level->text = lt_xml_element_dup (element, "val");
  else if (strcmp (element->name, "pStyle") == 0 && level->style == NULL)
    level->style = lt_xml_element_dup (element, "val");
  else if (strcmp (element->name, "rFonts") == 0 && level->font == NULL)
    level->font = lt_xml_element_dup (element, "ascii");
  else if (strcmp (element->name, "lvlRestart") == 0)
    level->restart = (guint) CLAMP (n, 0, LT_DOCX_LEVELS);
  else if (strcmp (element->name, "isLgl") == 0)
    level->legal = lt_xml_element_get_switch (element, "val", TRUE);
  else if (strcmp (element->name, "suff") == 0)
    level->close = lt_xml_element_says (element, "val", "nothing");
}

static void
start_cb (LtXmlParser *parser, const LtXmlElement *element, gpointer data)
{
  Reader *self = data;

  if (self->level != NULL)
    read_level (self->level, element);
  else if (strcmp (element->name, "lvl") == 0 && (self->list != NULL || self->abstract != NULL))
    start_level (self, element);
  else if (strcmp (element->name, "abstractNum") == 0)
    start_abstract (self, element);
  else if (strcmp (element->name, "num") == 0)
    start_list (self, element);
  else if (self->abstract != NULL && strcmp (element->name, "numStyleLink") == 0
           && self->abstract->style_link == NULL)
    self->abstract->style_link = lt_xml_element_dup (element, "val");
  else if (self->list == NULL)
    return;
  else if (strcmp (element->name, "abstractNumId") == 0)
    self->list->abstract = lt_xml_element_get_integer (element, "val", -1);
  else if (strcmp (element->name, "lvlOverride") == 0)
    self->override = (guint) CLAMP (lt_xml_element_get_integer (element, "ilvl", 0), 0,
                                    LT_DOCX_LEVELS - 1);
  else if (strcmp (element->name, "startOverride") == 0)
    self->list->starts[self->override]
        = CLAMP (lt_xml_element_get_integer (element, "val", 0), 0, NUMBER_MAX);
}

static void
end_cb (LtXmlParser *parser, const LtXmlElement *element, gpointer data)
{
  Reader *self = data;

  if (strcmp (element->name, "lvl") == 0)
    self->level = NULL;
  else if (strcmp (element->name, "num") == 0)
    self->list = NULL;
  else if (strcmp (element->name, "abstractNum") == 0)
    self->abstract = NULL;
}

LtDocxNumbering *
lt_docx_numbering_read (LtArchive *archive, const char *part, LtDocxStyles *styles,
                        LtBudget *budget, GError **error)
{
  static const LtXmlHandler handler = { start_cb, end_cb, NULL };
  g_autoptr (LtDocxNumbering) self = g_new0 (LtDocxNumbering, 1);
  Reader reader = { .numbering = self };

  self->styles = styles;
  self->abstracts = g_hash_table_new_full (NULL, NULL, NULL, free_abstract);
  self->lists = g_hash_table_new_full (NULL, NULL, NULL, free_list);
  if (part != NULL && lt_archive_has_part (archive, part)
      && !lt_xml_parse_part (archive, part, &handler, &reader, budget, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
lt_docx_numbering_free (LtDocxNumbering *self)
{
  g_hash_table_unref (self->abstracts);
  g_hash_table_unref (self->lists);
  g_free (self);
}

static char *
dup_roman (guint n)
{
  static const struct {
    guint value;
    const char *letters;
  } steps[] = {
    { 1000, "m" }, { 900, "cm" }, { 500, "d" }, { 400, "cd" }, { 100, "c" }, { 90, "xc" },
    { 50, "l" },   { 40, "xl" },  { 10, "x" },  { 9, "ix" },   { 5, "v" },   { 4, "iv" },
    { 1, "i" },
  };
  GString *roman = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    for (; n >= steps[i].value; n -= steps[i].value)
      g_string_append (roman, steps[i].letters);
  return g_string_free (roman, FALSE);
}

/* a … z, aa, bb … zz, aaa … */
static char *
dup_letters (guint n)
{
  GString *letters = g_string_new (NULL);

  for (guint i = 0; i <= (n - 1) / 26 && i < LETTERS_MAX; i++)
    g_string_append_c (letters, (char) ('a' + (n - 1) % 26));
  return g_string_free (letters, FALSE);
}

char *
lt_docx_dup_ordinal (const char *kind, guint n)
{
  g_autofree char *small = NULL;
  gboolean upper = kind != NULL && g_str_has_prefix (kind, "upper");

  if (kind == NULL)
    return g_strdup_printf ("%u", n);
  if (strcmp (kind, "none") == 0)
    return g_strdup ("");
  if (strcmp (kind, "decimalZero") == 0)
    return g_strdup_printf ("%02u", n);
  if (g_str_has_suffix (kind, "Roman") && n >= 1 && n <= ROMAN_MAX)
    small = dup_roman (n);
  else if (g_str_has_suffix (kind, "Letter") && n >= 1)
    small = dup_letters (n);
  else
    return g_strdup_printf ("%u", n);
  return upper ? g_ascii_strup (small, -1) : g_steal_pointer (&small);
}

/* The abstract list that another one only points to by way of a style. */
static Abstract *
find_abstract (LtDocxNumbering *self, const List *list)
{
  Abstract *abstract = list->abstract >= 0
                       ? g_hash_table_lookup (self->abstracts, make_key (list->abstract)) : NULL;
  const LtDocxStyle *style;
  const List *other;

  if (abstract == NULL || abstract->style_link == NULL)
    return abstract;
  style = lt_docx_styles_find (self->styles, abstract->style_link);
  other = style != NULL && style->list >= 0
          ? g_hash_table_lookup (self->lists, make_key (style->list)) : NULL;
  if (other == NULL || other->abstract < 0)
    return abstract;
  return g_hash_table_lookup (self->abstracts, make_key (other->abstract));
}

static const Level *
get_level (const Abstract *abstract, const List *list, guint index)
{
  return list->levels[index] != NULL ? list->levels[index] : abstract->levels[index];
}

static guint
find_level (const Abstract *abstract, const List *list, gint64 level, const char *style)
{
  if (level >= 0 || style == NULL)
    return (guint) CLAMP (level, 0, LT_DOCX_LEVELS - 1);
  for (guint i = 0; i < LT_DOCX_LEVELS; i++)
    {
      const Level *described = get_level (abstract, list, i);

      if (described != NULL && g_strcmp0 (described->style, style) == 0)
        return i;
    }
  return 0;
}

static guint
get_start (const Level *level)
{
  return level != NULL ? level->start : 1;
}

static void
count (Abstract *abstract, List *list, guint index)
{
  guint *at = &abstract->counts[index];

  if (list->starts[index] >= 0 && !list->begun[index])
    *at = (guint) list->starts[index] + 1;
  else
    *at = *at > 0 ? *at + 1 : get_start (get_level (abstract, list, index)) + 1;
  list->begun[index] = TRUE;
  for (guint i = index + 1; i < LT_DOCX_LEVELS; i++)
    {
      const Level *level = get_level (abstract, list, i);
      guint restart = level != NULL ? level->restart : i;

      if (restart > 0 && index < restart)
        abstract->counts[i] = 0;
    }
}

static void
append_number (GString *text, const Abstract *abstract, const List *list, guint index,
               gboolean legal)
{
  const Level *level = get_level (abstract, list, index);
  guint n = abstract->counts[index] > 0 ? abstract->counts[index] - 1 : get_start (level);
  g_autofree char *ordinal = lt_docx_dup_ordinal (level != NULL && !legal ? level->kind : NULL, n);

  g_string_append (text, ordinal);
}

static void
append_bullet (GString *text, const Level *level)
{
  const char *shown = NULL;
  gunichar c = level->text != NULL ? g_utf8_get_char_validated (level->text, -1) : 0;

  if (c >= 0xf000 && c <= 0xf0ff)
    shown = lt_symbol_font_show (level->font, c);
  else if (level->text != NULL)
    shown = level->text;
  g_string_append (text, shown != NULL ? shown : "•");
}

char *
lt_docx_numbering_dup_next (LtDocxNumbering *self, gint64 id, gint64 level, const char *style)
{
  List *list = id > 0 ? g_hash_table_lookup (self->lists, make_key (id)) : NULL;
  Abstract *abstract = list != NULL ? find_abstract (self, list) : NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  const Level *described;
  guint index;

  if (abstract == NULL)
    return NULL;
  index = find_level (abstract, list, level, style);
  described = get_level (abstract, list, index);
  count (abstract, list, index);
  if (described == NULL)
    return NULL;
  if (g_strcmp0 (described->kind, "bullet") == 0)
    append_bullet (text, described);
  else
    for (const char *p = described->text != NULL ? described->text : ""; *p != '\0'; p++)
      {
        if (*p == '%' && p[1] >= '1' && p[1] <= '0' + LT_DOCX_LEVELS)
          append_number (text, abstract, list, (guint) (*++p - '1'), described->legal);
        else
          g_string_append_c (text, *p);
      }
  if (text->len == 0)
    return NULL;
  if (!described->close)
    g_string_append_c (text, ' ');
  return g_strdup (text->str);
}
