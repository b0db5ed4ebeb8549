/* SPDX-License-Identifier: MIT */
#include "exchange/lt-html-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/lt-docx-numbering.h"
#include "exchange/lt-flow.h"
#include "exchange/lt-html-style.h"
#include "exchange/lt-text-encoding.h"

#define SHEET_BYTES_MAX (512 * 1024)

#define CONDITION "<!["
#define CONDITION_BYTES_MAX 200

/* Reading a cell of a web page costs that much more than one of a workbook. */
#define CELL_COST 3

typedef enum {
  TAG_INLINE,
  TAG_BLOCK,
  TAG_BOLD,
  TAG_BREAK,
  TAG_CELL,
  TAG_COLUMN,
  TAG_FONT,
  TAG_HEAD_CELL,
  TAG_HEAD_ROWS,
  TAG_ITEM,
  TAG_ORDERED,
  TAG_PRE,
  TAG_ROW,
  TAG_SKIPPED,
  TAG_STYLE,
  TAG_TABLE,
  TAG_UNORDERED,
} Tag;

/* In the order of strcmp(). */
static const struct {
  const char *name;
  Tag tag;
} tags[] = {
  { "address", TAG_BLOCK },   { "article", TAG_BLOCK },  { "b", TAG_BOLD },
  { "blockquote", TAG_BLOCK }, { "br", TAG_BREAK },      { "caption", TAG_BLOCK },
  { "center", TAG_BLOCK },    { "col", TAG_COLUMN },     { "colgroup", TAG_COLUMN },
  { "dd", TAG_BLOCK },        { "del", TAG_SKIPPED },    { "div", TAG_BLOCK },
  { "dl", TAG_BLOCK },        { "dt", TAG_BLOCK },       { "font", TAG_FONT },
  { "form", TAG_BLOCK },      { "h1", TAG_BLOCK },       { "h2", TAG_BLOCK },
  { "h3", TAG_BLOCK },        { "h4", TAG_BLOCK },       { "h5", TAG_BLOCK },
  { "h6", TAG_BLOCK },        { "hr", TAG_BLOCK },       { "iframe", TAG_SKIPPED },
  { "li", TAG_ITEM },         { "noscript", TAG_SKIPPED }, { "object", TAG_SKIPPED },
  { "ol", TAG_ORDERED },      { "p", TAG_BLOCK },        { "pre", TAG_PRE },
  { "script", TAG_SKIPPED },  { "section", TAG_BLOCK },  { "select", TAG_SKIPPED },
  { "strong", TAG_BOLD },     { "style", TAG_STYLE },    { "svg", TAG_SKIPPED },
  { "table", TAG_TABLE },     { "td", TAG_CELL },        { "template", TAG_SKIPPED },
  { "textarea", TAG_SKIPPED }, { "th", TAG_HEAD_CELL },  { "thead", TAG_HEAD_ROWS },
  { "title", TAG_SKIPPED },   { "tr", TAG_ROW },         { "ul", TAG_UNORDERED },
};

typedef struct {
  Tag tag;
  LtFlowLook look;
  gboolean hidden;
  gboolean preformatted;
  const char *list; /* kind */
} Element;

typedef struct {
  gboolean in_head;
  gboolean in_row;
  gboolean in_cell;
  guint n_columns; /* described, not yet handed on */
} Table;

typedef struct {
  gboolean ordered;
  guint next;
} List;

typedef struct {
  LtFlow *flow;
  GHashTable *rules; /* name -> LtHtmlStyle */
  GString *sheet;    /* the style sheet at work */
  GArray *elements;  /* (element-type Element), the innermost last */
  GArray *tables;    /* (element-type Table) */
  GArray *lists;     /* (element-type List) */
  char *number;      /* of an item whose words are still to come */
  LtLegacy legacy;   /* of the whole page */
} Reader;

static int
compare_tags (gconstpointer name, gconstpointer tag)
{
  return strcmp (name, *(const char *const *) tag);
}

static Tag
find_tag (const char *name)
{
  const void *found = bsearch (name, tags, G_N_ELEMENTS (tags), sizeof tags[0], compare_tags);

  return found != NULL ? tags[((const char *) found - (const char *) tags) / sizeof tags[0]].tag
                       : TAG_INLINE;
}

static Element *
get_element (Reader *self)
{
  guint n = self->elements->len;

  return n > 0 ? &g_array_index (self->elements, Element, n - 1) : NULL;
}

static Table *
get_table (Reader *self)
{
  return self->tables->len > 0 ? &g_array_index (self->tables, Table, self->tables->len - 1) : NULL;
}

static void
cover_by_class (Reader *self, LtHtmlStyle *style, const LtXmlElement *element)
{
  g_autofree char *classes = lt_xml_element_dup (element, "class");
  g_auto (GStrv) names = NULL;

  if (classes == NULL || g_hash_table_size (self->rules) == 0)
    return;
  names = g_strsplit_set (classes, " \t\r\n", 16);
  for (char **name = names; *name != NULL; name++)
    {
      g_autofree char *key = g_strconcat (".", *name, NULL);
      const LtHtmlStyle *rule = g_hash_table_lookup (self->rules, key);

      if (rule != NULL)
        lt_html_style_cover (style, rule);
    }
}

static LtHtmlStyle
find_style (Reader *self, Tag tag, const LtXmlElement *element)
{
  LtHtmlStyle style = LT_HTML_STYLE_NONE;
  const LtHtmlStyle *rule = g_hash_table_lookup (self->rules, element->name);
  const char *text;
  gsize length;

  if (tag == TAG_BOLD || tag == TAG_HEAD_CELL)
    style.bold = TRUE;
  if (element->name[0] == 'h' && g_ascii_isdigit (element->name[1]))
    style.bold = TRUE;
  if (rule != NULL)
    lt_html_style_cover (&style, rule);
  cover_by_class (self, &style, element);
  if (tag == TAG_FONT)
    {
      g_autofree char *face = lt_xml_element_dup (element, "face");

      if (face != NULL)
        style.legacy = (gint8) lt_legacy_from_font (face);
    }
  if (lt_xml_element_find (element, "hidden", &length) != NULL)
    style.hidden = TRUE;
  text = lt_xml_element_find (element, "style", &length);
  if (text != NULL)
    lt_html_style_read (&style, text, length);
  return style;
}

static void
push (Reader *self, Tag tag, const LtXmlElement *element)
{
  const Element *outer = get_element (self);
  LtHtmlStyle style = find_style (self, tag, element);
  Element inner = { .look = { FALSE, FALSE, self->legacy } };

  if (outer != NULL)
    inner = *outer;
  inner.tag = tag;
  if (style.bold >= 0)
    inner.look.bold = style.bold;
  if (style.capitals >= 0)
    inner.look.capitals = style.capitals;
  if (style.legacy >= 0)
    inner.look.legacy = style.legacy > 0 ? (LtLegacy) style.legacy : self->legacy;
  inner.hidden |= style.hidden > 0 || tag == TAG_SKIPPED || tag == TAG_STYLE;
  inner.preformatted |= tag == TAG_PRE;
  if (tag == TAG_ORDERED)
    inner.list = "decimal";
  else if (tag == TAG_UNORDERED)
    inner.list = "bullet";
  if (style.list != NULL)
    inner.list = style.list;
  g_array_append_val (self->elements, inner);
}

static const char *
find_list_kind (const LtXmlElement *element)
{
  gsize length;
  const char *type = lt_xml_element_find (element, "type", &length);

  if (type == NULL || length != 1)
    return NULL;
  return *type == 'a' ? "lowerLetter" : *type == 'A' ? "upperLetter"
       : *type == 'i' ? "lowerRoman" : *type == 'I' ? "upperRoman" : NULL;
}

static void
start_list (Reader *self, LtXmlParser *parser, gboolean ordered, const LtXmlElement *element)
{
  List list = { ordered, 1 };
  const char *kind = find_list_kind (element);

  list.next = (guint) CLAMP (lt_xml_element_get_integer (element, "start", 1), 0, G_MAXINT);
  if (ordered && kind != NULL)
    get_element (self)->list = kind;
  lt_flow_end_paragraph (self->flow, parser);
  g_array_append_val (self->lists, list);
}

static void
start_item (Reader *self, LtXmlParser *parser, const LtXmlElement *element)
{
  List *list = self->lists->len > 0 ? &g_array_index (self->lists, List, self->lists->len - 1) : NULL;
  const char *kind = get_element (self)->list;
  g_autofree char *ordinal = NULL;

  lt_flow_end_paragraph (self->flow, parser);
  g_clear_pointer (&self->number, g_free);
  if (list == NULL || kind == NULL || strcmp (kind, "none") == 0)
    return;
  if (strcmp (kind, "bullet") == 0)
    {
      self->number = g_strdup ("- ");
      return;
    }
  list->next = (guint) CLAMP (lt_xml_element_get_integer (element, "value", list->next), 0, G_MAXINT);
  ordinal = lt_docx_dup_ordinal (kind, list->next++);
  self->number = g_strconcat (ordinal, ". ", NULL);
}

static void
end_cell (Reader *self, LtXmlParser *parser)
{
  Table *table = get_table (self);

  if (table == NULL || !table->in_cell)
    return;
  lt_flow_end_cell (self->flow, parser);
  table->in_cell = FALSE;
}

static void
end_row (Reader *self, LtXmlParser *parser)
{
  Table *table = get_table (self);

  end_cell (self, parser);
  if (table == NULL || !table->in_row)
    return;
  lt_flow_end_row (self->flow, parser);
  table->in_row = FALSE;
}

static void
start_row (Reader *self, LtXmlParser *parser)
{
  Table *table = get_table (self);

  if (table == NULL)
    return;
  end_row (self, parser);
  lt_flow_begin_row (self->flow, parser, table->in_head);
  table->in_row = TRUE;
}

static void
start_cell (Reader *self, LtXmlParser *parser, gint64 n_columns, gint64 n_rows)
{
  Table *table = get_table (self);

  if (table == NULL || !lt_xml_parser_take_cells (parser, CELL_COST))
    return;
  end_cell (self, parser);
  if (!table->in_row)
    start_row (self, parser);
  lt_flow_begin_cell (self->flow, parser, LT_FLOW_CELL, n_columns, n_rows);
  table->in_cell = TRUE;
}

static void
start_table (Reader *self, LtXmlParser *parser)
{
  Table table = { FALSE };

  /* Browsers would move it out of the table around it. */
  if (get_table (self) != NULL && !get_table (self)->in_cell)
    start_cell (self, parser, 1, 1);
  lt_flow_begin_table (self->flow, parser);
  g_array_append_val (self->tables, table);
}

static void
end_table (Reader *self, LtXmlParser *parser)
{
  if (self->tables->len == 0)
    return;
  end_row (self, parser);
  lt_flow_end_table (self->flow, parser);
  g_array_set_size (self->tables, self->tables->len - 1);
}

static void
read_columns (Reader *self, LtXmlParser *parser, const LtXmlElement *element)
{
  g_autofree char *width = lt_xml_element_dup (element, "width");
  gint64 n = lt_xml_element_get_integer (element, "span", 1);

  if (get_table (self) == NULL || width == NULL)
    return;
  for (gint64 i = 0; i < CLAMP (n, 0, 100); i++)
    lt_flow_add_column (self->flow, parser, g_ascii_strtod (width, NULL));
}

static void
start_cb (LtXmlParser *parser, const LtXmlElement *element, gpointer data)
{
  Reader *self = data;
  Tag tag = find_tag (element->name);

  push (self, tag, element);
  if (get_element (self)->hidden && tag != TAG_STYLE)
    return;
  switch ((int) tag)
    {
    case TAG_BLOCK:
    case TAG_PRE:
      lt_flow_end_paragraph (self->flow, parser);
      break;
    case TAG_BREAK:
      lt_flow_add_text (self->flow, parser, "\n", 1, &get_element (self)->look);
      break;
    case TAG_TABLE:
      start_table (self, parser);
      break;
    case TAG_HEAD_ROWS:
      if (get_table (self) != NULL)
        get_table (self)->in_head = TRUE;
      break;
    case TAG_COLUMN:
      read_columns (self, parser, element);
      break;
    case TAG_ROW:
      start_row (self, parser);
      break;
    case TAG_CELL:
    case TAG_HEAD_CELL:
      start_cell (self, parser, lt_xml_element_get_integer (element, "colspan", 1),
                  lt_xml_element_get_integer (element, "rowspan", 1));
      break;
    case TAG_ORDERED:
    case TAG_UNORDERED:
      start_list (self, parser, tag == TAG_ORDERED, element);
      break;
    case TAG_ITEM:
      start_item (self, parser, element);
      break;
    case TAG_STYLE:
      g_string_truncate (self->sheet, 0);
      break;
    default:
      break;
    }
}

static void
end_block (Reader *self, LtXmlParser *parser, Tag tag)
{
  switch ((int) tag)
    {
    case TAG_BLOCK:
    case TAG_PRE:
    case TAG_ITEM:
      lt_flow_end_paragraph (self->flow, parser);
      break;
    case TAG_TABLE:
      end_table (self, parser);
      break;
    case TAG_HEAD_ROWS:
      end_row (self, parser);
      if (get_table (self) != NULL)
        get_table (self)->in_head = FALSE;
      break;
    case TAG_ROW:
      end_row (self, parser);
      break;
    case TAG_CELL:
    case TAG_HEAD_CELL:
      end_cell (self, parser);
      break;
    case TAG_ORDERED:
    case TAG_UNORDERED:
      lt_flow_end_paragraph (self->flow, parser);
      if (self->lists->len > 0)
        g_array_set_size (self->lists, self->lists->len - 1);
      break;
    default:
      break;
    }
}

static void
end_cb (LtXmlParser *parser, const LtXmlElement *element, gpointer data)
{
  Reader *self = data;
  Tag tag = find_tag (element->name);
  Element *inner = get_element (self);
  gboolean hidden = inner != NULL && inner->hidden;

  if (inner == NULL || inner->tag != tag)
    return;
  if (tag == TAG_STYLE)
    lt_html_style_read_sheet (self->rules, self->sheet->str);
  else if (!hidden)
    end_block (self, parser, tag);
  g_array_set_size (self->elements, self->elements->len - 1);
}

static void
add_text (Reader *self, LtXmlParser *parser, const Element *element, const char *text, gsize length)
{
  if (self->number != NULL)
    {
      gsize blank = 0;

      while (blank < length && g_ascii_isspace (text[blank]))
        blank++;
      if (blank == length)
        return;
      lt_flow_add_text (self->flow, parser, self->number, strlen (self->number), &element->look);
      g_clear_pointer (&self->number, g_free);
    }
  lt_flow_add_text (self->flow, parser, text, length, &element->look);
}

static void
text_cb (LtXmlParser *parser, const char *text, gsize length, gpointer data)
{
  Reader *self = data;
  static const Element plain = { TAG_INLINE };
  const Element *element = get_element (self);
  g_autofree char *line = NULL;

  if (element == NULL)
    element = &plain;
  if (element->tag == TAG_STYLE)
    {
      if (self->sheet->len + length <= SHEET_BYTES_MAX)
        g_string_append_len (self->sheet, text, (gssize) length);
      return;
    }
  if (element->hidden)
    return;
  if (!element->preformatted && (memchr (text, '\n', length) || memchr (text, '\r', length)))
    {
      line = g_strdelimit (g_strndup (text, length), "\r\n", ' ');
      text = line;
      length = strlen (line);
    }
  add_text (self, parser, element, text, length);
}

static char *
dup_declared (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *head = g_strndup (data, MIN (size, 4096));
  g_autofree char *lower = g_ascii_strdown (head, -1);
  const char *charset = strstr (lower, "charset=");

  if (charset == NULL)
    return NULL;
  charset += strlen ("charset=");
  charset += strspn (charset, "\"' ");
  return g_strndup (charset, strspn (charset, "abcdefghijklmnopqrstuvwxyz0123456789-_"));
}

/* Conditions of Word ("<![if !supportLists]>"), which the parser takes for words. NULL if
 * there are none. */
static char *
dup_without_conditions (const char *text, gsize length)
{
  const char *end = text + length;
  const char *next = memmem (text, length, CONDITION, strlen (CONDITION));
  GString *clean;

  if (next == NULL)
    return NULL;
  clean = g_string_sized_new (length);
  while (next != NULL)
    {
      const char *closing = memchr (next, '>', MIN ((gsize) (end - next), CONDITION_BYTES_MAX));

      g_string_append_len (clean, text, next - text);
      text = closing != NULL ? closing + 1 : next + strlen (CONDITION);
      next = memmem (text, (gsize) (end - text), CONDITION, strlen (CONDITION));
    }
  g_string_append_len (clean, text, end - text);
  return g_string_free (clean, FALSE);
}

static gboolean
names_old_fonts (const char *text, gsize length)
{
  return memmem (text, length, ".Vn", 3) != NULL || memmem (text, length, "VNI-", 4) != NULL;
}

static LtReading *
read_page (Reader *self, const char *text, gsize length, LtBudget *budget, GError **error)
{
  static const LtXmlHandler handler = { start_cb, end_cb, text_cb };
  g_autoptr (LtReading) reading = lt_reading_new ();
  g_autoptr (LtFlow) flow = lt_flow_new (reading, budget);
  gboolean done;

  self->flow = flow;
  self->rules = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->sheet = g_string_new (NULL);
  self->elements = g_array_new (FALSE, FALSE, sizeof (Element));
  self->tables = g_array_new (FALSE, FALSE, sizeof (Table));
  self->lists = g_array_new (FALSE, FALSE, sizeof (List));
  done = lt_html_parse_data (text, length, &handler, self, budget, error)
         && lt_flow_finish (flow, error);
  g_hash_table_unref (self->rules);
  g_string_free (self->sheet, TRUE);
  g_array_unref (self->elements);
  g_array_unref (self->tables);
  g_array_unref (self->lists);
  g_free (self->number);
  return done ? g_steal_pointer (&reading) : NULL;
}

LtReading *
lt_html_read (GBytes *bytes, LtBudget *budget, GError **error)
{
  g_autofree char *declared = dup_declared (bytes);
  g_auto (LtDecoded) decoded = { NULL };
  Reader reader = { NULL };
  g_autofree char *clean = NULL;
  LtReading *reading;
  const char *text;
  const char *start;
  gsize length;

  lt_text_decode (bytes, declared, &decoded);
  text = g_bytes_get_data (decoded.utf8, &length);
  /* Windows puts a table of places before the page. */
  if (length == 0)
    return lt_reading_new ();
  start = memchr (text, '<', length);
  if (start == NULL)
    start = text;
  if (names_old_fonts (text, length))
    decoded.legacy = LT_LEGACY_NONE;
  reader.legacy = decoded.legacy;
  length -= (gsize) (start - text);
  clean = dup_without_conditions (start, length);
  reading = read_page (&reader, clean != NULL ? clean : start, clean != NULL ? strlen (clean) : length,
                       budget, error);
  text = reading != NULL && (decoded.legacy != LT_LEGACY_NONE || decoded.n_bad > 0)
         ? lt_decoded_dup_doubt (&decoded) : NULL;
  if (text != NULL)
    lt_reading_add_doubt (reading, NULL, (char *) text);
  return reading;
}
