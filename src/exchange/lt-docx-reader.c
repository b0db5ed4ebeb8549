/* SPDX-License-Identifier: MIT */
#include "exchange/lt-docx-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/lt-docx-numbering.h"
#include "exchange/lt-docx-styles.h"
#include "exchange/lt-flow.h"
#include "exchange/lt-package.h"
#include "exchange/lt-symbol-font.h"

/* Reading a cell of a document costs that much more than one of a workbook. */
#define CELL_COST 2

typedef enum {
  TAG_OTHER,
  TAG_BREAK,
  TAG_CELL,
  TAG_CELL_PROPERTIES,
  TAG_CHANGE, /* how something looked before */
  TAG_COLUMN,
  TAG_DELETED,
  TAG_DELETED_TEXT,
  TAG_FALLBACK,
  TAG_FIELD,
  TAG_HEADER,
  TAG_HMERGE,
  TAG_INSERTED,
  TAG_LEVEL,
  TAG_LIST,
  TAG_MOVED,
  TAG_NO_BREAK_HYPHEN,
  TAG_PARAGRAPH,
  TAG_PARAGRAPH_PROPERTIES,
  TAG_PARAGRAPH_STYLE,
  TAG_ROW,
  TAG_ROW_PROPERTIES,
  TAG_RUBY,
  TAG_RUN,
  TAG_RUN_PROPERTIES,
  TAG_RUN_STYLE,
  TAG_SDT_PROPERTIES,
  TAG_SKIP_BEFORE,
  TAG_SOFT_HYPHEN,
  TAG_SPAN,
  TAG_SYMBOL,
  TAG_TAB,
  TAG_TABLE,
  TAG_TEXT,
  TAG_TEXT_BOX,
  TAG_VMERGE,
} Tag;

/* In the order of strcmp(). */
static const struct {
  const char *name;
  Tag tag;
} tags[] = {
  { "Fallback", TAG_FALLBACK },         { "br", TAG_BREAK },
  { "cellDel", TAG_DELETED },           { "cr", TAG_BREAK },
  { "del", TAG_DELETED },               { "delText", TAG_DELETED_TEXT },
  { "fldChar", TAG_FIELD },             { "gridBefore", TAG_SKIP_BEFORE },
  { "gridCol", TAG_COLUMN },            { "gridSpan", TAG_SPAN },
  { "hMerge", TAG_HMERGE },             { "ilvl", TAG_LEVEL },
  { "ins", TAG_INSERTED },              { "moveFrom", TAG_MOVED },
  { "noBreakHyphen", TAG_NO_BREAK_HYPHEN }, { "numId", TAG_LIST },
  { "p", TAG_PARAGRAPH },               { "pPr", TAG_PARAGRAPH_PROPERTIES },
  { "pStyle", TAG_PARAGRAPH_STYLE },    { "ptab", TAG_TAB },
  { "r", TAG_RUN },                     { "rPr", TAG_RUN_PROPERTIES },
  { "rStyle", TAG_RUN_STYLE },          { "rt", TAG_RUBY },
  { "sdtEndPr", TAG_SDT_PROPERTIES },   { "sdtPr", TAG_SDT_PROPERTIES },
  { "softHyphen", TAG_SOFT_HYPHEN },    { "sym", TAG_SYMBOL },
  { "t", TAG_TEXT },                    { "tab", TAG_TAB },
  { "tbl", TAG_TABLE },                 { "tblHeader", TAG_HEADER },
  { "tc", TAG_CELL },                   { "tcPr", TAG_CELL_PROPERTIES },
  { "tr", TAG_ROW },                    { "trPr", TAG_ROW_PROPERTIES },
  { "txbxContent", TAG_TEXT_BOX },      { "vMerge", TAG_VMERGE },
};

typedef struct {
  char *style;
  gint64 list;
  gint64 level;
  gboolean numbered;  /* its number has been asked for */
  gboolean joins_next; /* its end was deleted */
  guint run_depth;
  gboolean in_properties;
} Paragraph;

typedef struct {
  gboolean in_row; /* the flow knows of it */
  gboolean in_cell;
  gboolean header;
  gboolean row_deleted;
  gint64 before;
  gint64 span;
  LtFlowCell kind;
} Table;

typedef struct {
  LtReading *reading;
  LtFlow *flow;
  LtDocxStyles *styles;
  LtDocxNumbering *numbering;
  GPtrArray *paragraphs; /* (element-type Paragraph), one inside the other by text boxes */
  GArray *tables;        /* (element-type Table) */
  GArray *fields;        /* (element-type gboolean): whether the result has begun */
  guint skip;            /* levels below something that is not read */
  LtDocxLook run;
  char *run_style;
  LtFlowLook look;       /* of the run, worked out when its text begins */
  gboolean hidden;
  gboolean settled;
  gboolean in_row_properties, in_cell_properties, in_run_properties;
  gboolean in_text;
  gboolean changed;      /* there are tracked changes */
  gboolean any_hidden;
  guint n_symbols;       /* pictures that say nothing */
} Reader;

static void
free_paragraph (gpointer data)
{
  Paragraph *paragraph = data;

  g_free (paragraph->style);
  g_free (paragraph);
}

static int
compare_tags (gconstpointer name, gconstpointer tag)
{
  return strcmp (name, *(const char *const *) tag);
}

static Tag
find_tag (const char *name)
{
  const void *found = bsearch (name, tags, G_N_ELEMENTS (tags), sizeof tags[0], compare_tags);

  if (found != NULL)
    return tags[((const char *) found - (const char *) tags) / sizeof tags[0]].tag;
  return g_str_has_suffix (name, "Change") ? TAG_CHANGE : TAG_OTHER;
}

static Paragraph *
get_paragraph (Reader *self)
{
  guint n = self->paragraphs->len;

  return n > 0 ? g_ptr_array_index (self->paragraphs, n - 1) : NULL;
}

static Table *
get_table (Reader *self)
{
  return self->tables->len > 0 ? &g_array_index (self->tables, Table, self->tables->len - 1) : NULL;
}

static gboolean
is_in_instruction (Reader *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    if (!g_array_index (self->fields, gboolean, i))
      return TRUE;
  return FALSE;
}

static void
open_cell (Reader *self, LtXmlParser *parser)
{
  Table *table = get_table (self);

  if (table == NULL || table->in_cell || !table->in_row)
    return;
  lt_flow_begin_cell (self->flow, parser, table->kind, table->span, 1);
  table->in_cell = TRUE;
}

static gboolean
is_unseen (Reader *self)
{
  const Table *table = get_table (self);

  return table != NULL && table->in_cell
         && (table->kind == LT_FLOW_CELL_BELOW || table->kind == LT_FLOW_CELL_BESIDE);
}

/* The number stands before the first word, or alone. */
static void
write_number (Reader *self, LtXmlParser *parser)
{
  Paragraph *paragraph = get_paragraph (self);
  const LtDocxStyle *style;
  g_autofree char *number = NULL;
  LtFlowLook look;
  gboolean hidden;
  gint64 list;

  /* What a merge hides is not counted. */
  if (paragraph == NULL || paragraph->numbered || is_unseen (self))
    return;
  paragraph->numbered = TRUE;
  style = lt_docx_styles_get (self->styles, paragraph->style);
  list = paragraph->list >= 0 ? paragraph->list : style->list;
  if (list <= 0)
    return;
  number = lt_docx_numbering_dup_next (self->numbering, list,
                                       paragraph->level >= 0 ? paragraph->level : style->level,
                                       paragraph->style);
  if (number == NULL)
    return;
  lt_docx_look_settle (style, NULL, NULL, &look, &hidden);
  look.legacy = LT_LEGACY_NONE;
  lt_flow_add_text (self->flow, parser, number, strlen (number), &look);
}

static void
settle_run (Reader *self)
{
  Paragraph *paragraph = get_paragraph (self);

  if (self->settled)
    return;
  lt_docx_look_settle (lt_docx_styles_get (self->styles, paragraph != NULL ? paragraph->style : NULL),
                       self->run_style != NULL
                           ? lt_docx_styles_find (self->styles, self->run_style) : NULL,
                       &self->run, &self->look, &self->hidden);
  self->settled = TRUE;
}

static void
add_text (Reader *self, LtXmlParser *parser, const char *text, gsize length)
{
  if (get_paragraph (self) == NULL || is_in_instruction (self))
    return;
  settle_run (self);
  if (self->hidden)
    {
      self->any_hidden = TRUE;
      return;
    }
  write_number (self, parser);
  lt_flow_add_text (self->flow, parser, text, length, &self->look);
}

static void
add_symbol (Reader *self, LtXmlParser *parser, const LtXmlElement *element)
{
  g_autofree char *font = lt_xml_element_dup (element, "font");
  g_autofree char *code = lt_xml_element_dup (element, "char");
  guint64 value = code != NULL ? g_ascii_strtoull (code, NULL, 16) : 0;
  const char *shown = lt_symbol_font_show (font, (gunichar) MIN (value, G_MAXUINT16));

  if (shown != NULL)
    add_text (self, parser, shown, strlen (shown));
  else
    self->n_symbols++;
}

static void
read_field (Reader *self, const LtXmlElement *element)
{
  static const gboolean instruction = FALSE;

  if (lt_xml_element_says (element, "fldCharType", "begin"))
    g_array_append_val (self->fields, instruction);
  else if (self->fields->len == 0)
    return;
  else if (lt_xml_element_says (element, "fldCharType", "separate"))
    g_array_index (self->fields, gboolean, self->fields->len - 1) = TRUE;
  else if (lt_xml_element_says (element, "fldCharType", "end"))
    g_array_set_size (self->fields, self->fields->len - 1);
}

static void
start_paragraph (Reader *self, LtXmlParser *parser)
{
  Paragraph *paragraph = g_new0 (Paragraph, 1);

  open_cell (self, parser);
  paragraph->list = paragraph->level = -1;
  g_ptr_array_add (self->paragraphs, paragraph);
  lt_xml_parser_take_cells (parser, 1);
}

static void
end_paragraph (Reader *self, LtXmlParser *parser)
{
  Paragraph *paragraph = get_paragraph (self);

  if (paragraph == NULL)
    return;
  write_number (self, parser);
  if (!paragraph->joins_next)
    lt_flow_end_paragraph (self->flow, parser);
  g_ptr_array_set_size (self->paragraphs, (int) self->paragraphs->len - 1);
}

static void
start_run (Reader *self)
{
  static const LtDocxLook nothing = LT_DOCX_LOOK_NONE;

  self->run = nothing;
  self->settled = FALSE;
  g_clear_pointer (&self->run_style, g_free);
}

static void
start_table (Reader *self, LtXmlParser *parser)
{
  Table table = { FALSE };

  open_cell (self, parser);
  lt_flow_begin_table (self->flow, parser);
  g_array_append_val (self->tables, table);
}

static void
start_row (Reader *self)
{
  Table *table = get_table (self);

  if (table == NULL)
    return;
  table->header = table->row_deleted = FALSE;
  table->before = 0;
}

static void
start_cell (Reader *self, LtXmlParser *parser)
{
  Table *table = get_table (self);

  if (table == NULL)
    return;
  if (table->row_deleted)
    {
      self->skip = 1;
      return;
    }
  lt_xml_parser_take_cells (parser, CELL_COST);
  if (!table->in_row)
    {
      lt_flow_begin_row (self->flow, parser, table->header);
      lt_flow_skip_columns (self->flow, parser, table->before);
      table->in_row = TRUE;
    }
  table->span = 1;
  table->kind = LT_FLOW_CELL;
}

static void
end_cell (Reader *self, LtXmlParser *parser)
{
  Table *table = get_table (self);

  if (table == NULL)
    return;
  open_cell (self, parser);
  lt_flow_end_cell (self->flow, parser);
  table->in_cell = FALSE;
}

static void
end_row (Reader *self, LtXmlParser *parser)
{
  Table *table = get_table (self);

  if (table != NULL && table->in_row)
    lt_flow_end_row (self->flow, parser);
  if (table != NULL)
    table->in_row = FALSE;
}

static void
end_table (Reader *self, LtXmlParser *parser)
{
  if (self->tables->len == 0)
    return;
  lt_flow_end_table (self->flow, parser);
  g_array_set_size (self->tables, self->tables->len - 1);
}

static void
read_run_property (Reader *self, Tag tag, const LtXmlElement *element)
{
  Paragraph *paragraph = get_paragraph (self);

  if (tag == TAG_DELETED || tag == TAG_MOVED)
    {
      /* Of the paragraph's end, if that is what these properties belong to. */
      if (paragraph != NULL && paragraph->in_properties)
        paragraph->joins_next = TRUE;
      self->changed = TRUE;
    }
  else if (paragraph == NULL || paragraph->in_properties)
    return;
  else if (tag == TAG_RUN_STYLE)
    {
      g_free (self->run_style);
      self->run_style = lt_xml_element_dup (element, "val");
    }
  else
    lt_docx_look_read (&self->run, element);
}

static void
read_paragraph_property (Paragraph *paragraph, Tag tag, const LtXmlElement *element)
{
  if (tag == TAG_PARAGRAPH_STYLE && paragraph->style == NULL)
    paragraph->style = lt_xml_element_dup (element, "val");
  else if (tag == TAG_LIST)
    paragraph->list = lt_xml_element_get_integer (element, "val", -1);
  else if (tag == TAG_LEVEL)
    paragraph->level = lt_xml_element_get_integer (element, "val", -1);
}

static void
read_row_property (Reader *self, Tag tag, const LtXmlElement *element)
{
  Table *table = get_table (self);

  if (table == NULL)
    return;
  if (tag == TAG_DELETED)
    table->row_deleted = self->changed = TRUE;
  else if (tag == TAG_HEADER)
    table->header = lt_xml_element_get_switch (element, "val", TRUE);
  else if (tag == TAG_SKIP_BEFORE)
    table->before = lt_xml_element_get_integer (element, "val", 0);
}

static void
read_cell_property (Reader *self, Tag tag, const LtXmlElement *element)
{
  Table *table = get_table (self);

  if (table == NULL)
    return;
  if (tag == TAG_SPAN)
    table->span = lt_xml_element_get_integer (element, "val", 1);
  else if (tag == TAG_HMERGE && !lt_xml_element_says (element, "val", "restart"))
    table->kind = LT_FLOW_CELL_BESIDE;
  else if (tag == TAG_VMERGE)
    table->kind = lt_xml_element_says (element, "val", "restart") ? LT_FLOW_CELL_MERGE
                                                                  : LT_FLOW_CELL_BELOW;
}

static void
start_content (Reader *self, LtXmlParser *parser, Tag tag, const LtXmlElement *element)
{
  /* Tabs of a paragraph's properties are places, not characters. */
  gboolean in_run = get_paragraph (self) != NULL && get_paragraph (self)->run_depth > 0;

  switch ((int) tag)
    {
    case TAG_TEXT:
      self->in_text = TRUE;
      break;
    case TAG_TAB:
      if (in_run)
        add_text (self, parser, "\t", 1);
      break;
    case TAG_BREAK:
      if (in_run)
        add_text (self, parser, "\n", 1);
      break;
    case TAG_NO_BREAK_HYPHEN:
      add_text (self, parser, "-", 1);
      break;
    case TAG_SOFT_HYPHEN:
      /* Not seen, but a letter (ư) in TCVN3. */
      add_text (self, parser, "\u00ad", strlen ("\u00ad"));
      break;
    case TAG_SYMBOL:
      add_symbol (self, parser, element);
      break;
    case TAG_FIELD:
      read_field (self, element);
      break;
    case TAG_COLUMN:
      lt_flow_add_column (self->flow, parser,
                          (double) lt_xml_element_get_integer (element, "w", 0));
      break;
    case TAG_TEXT_BOX:
      write_number (self, parser);
      lt_flow_end_paragraph (self->flow, parser);
      break;
    default:
      break;
    }
}

static void
start_block (Reader *self, LtXmlParser *parser, Tag tag, const LtXmlElement *element)
{
  Paragraph *paragraph = get_paragraph (self);

  switch ((int) tag)
    {
    case TAG_CHANGE:
    case TAG_DELETED:
    case TAG_MOVED:
      self->changed = TRUE;
      self->skip = 1;
      break;
    case TAG_DELETED_TEXT:
    case TAG_FALLBACK:
    case TAG_RUBY:
    case TAG_SDT_PROPERTIES:
      self->skip = 1;
      break;
    case TAG_INSERTED:
      self->changed = TRUE;
      break;
    case TAG_PARAGRAPH:
      start_paragraph (self, parser);
      break;
    case TAG_PARAGRAPH_PROPERTIES:
      if (paragraph != NULL)
        paragraph->in_properties = TRUE;
      break;
    case TAG_RUN:
      if (paragraph != NULL)
        paragraph->run_depth++;
      start_run (self);
      break;
    case TAG_RUN_PROPERTIES:
      self->in_run_properties = TRUE;
      break;
    case TAG_TABLE:
      start_table (self, parser);
      break;
    case TAG_ROW:
      start_row (self);
      break;
    case TAG_ROW_PROPERTIES:
      self->in_row_properties = TRUE;
      break;
    case TAG_CELL:
      start_cell (self, parser);
      break;
    case TAG_CELL_PROPERTIES:
      self->in_cell_properties = TRUE;
      break;
    default:
      start_content (self, parser, tag, element);
    }
}

static void
start_cb (LtXmlParser *parser, const LtXmlElement *element, gpointer data)
{
  Reader *self = data;
  Tag tag = self->skip == 0 ? find_tag (element->name) : TAG_OTHER;

  if (self->skip > 0)
    self->skip++;
  else if (tag == TAG_CHANGE)
    start_block (self, parser, tag, element);
  else if (self->in_run_properties)
    read_run_property (self, tag, element);
  else if (get_paragraph (self) != NULL && get_paragraph (self)->in_properties
           && tag != TAG_RUN_PROPERTIES)
    read_paragraph_property (get_paragraph (self), tag, element);
  else if (self->in_row_properties)
    read_row_property (self, tag, element);
  else if (self->in_cell_properties)
    read_cell_property (self, tag, element);
  else
    start_block (self, parser, tag, element);
}

static void
end_cb (LtXmlParser *parser, const LtXmlElement *element, gpointer data)
{
  Reader *self = data;
  Paragraph *paragraph = get_paragraph (self);

  if (self->skip > 0)
    {
      self->skip--;
      return;
    }
  switch ((int) find_tag (element->name))
    {
    case TAG_TEXT:
      self->in_text = FALSE;
      break;
    case TAG_RUN:
      if (paragraph != NULL && paragraph->run_depth > 0)
        paragraph->run_depth--;
      break;
    case TAG_RUN_PROPERTIES:
      self->in_run_properties = FALSE;
      self->settled = FALSE;
      break;
    case TAG_PARAGRAPH_PROPERTIES:
      if (paragraph != NULL)
        paragraph->in_properties = FALSE;
      break;
    case TAG_PARAGRAPH:
      end_paragraph (self, parser);
      break;
    case TAG_TEXT_BOX:
      /* What follows belongs to the paragraph that holds the box. */
      start_run (self);
      break;
    case TAG_CELL_PROPERTIES:
      self->in_cell_properties = FALSE;
      break;
    case TAG_ROW_PROPERTIES:
      self->in_row_properties = FALSE;
      break;
    case TAG_CELL:
      end_cell (self, parser);
      break;
    case TAG_ROW:
      end_row (self, parser);
      break;
    case TAG_TABLE:
      end_table (self, parser);
      break;
    default:
      break;
    }
}

static void
text_cb (LtXmlParser *parser, const char *text, gsize length, gpointer data)
{
  Reader *self = data;

  if (self->in_text && self->skip == 0)
    add_text (self, parser, text, length);
}

static void
add_doubts (Reader *self)
{
  if (self->changed)
    lt_reading_add_doubt (self->reading, NULL,
                          g_strdup (_("The document has tracked changes; it was read as it is "
                                      "when all of them are accepted.")));
  if (self->any_hidden)
    lt_reading_add_doubt (self->reading, NULL,
                          g_strdup (_("The document has hidden text, which was not read.")));
  if (self->n_symbols > 0)
    lt_reading_add_doubt (self->reading, NULL,
                          g_strdup_printf (ngettext ("%u character of a picture font was left out.",
                                                     "%u characters of picture fonts were left out.",
                                                     self->n_symbols), self->n_symbols));
}

static LtReading *
read_document (LtArchive *archive, const char *part, Reader *self, LtBudget *budget, GError **error)
{
  static const LtXmlHandler handler = { start_cb, end_cb, text_cb };
  g_autoptr (LtReading) reading = lt_reading_new ();
  g_autoptr (LtFlow) flow = lt_flow_new (reading, budget);
  gboolean done;

  self->reading = reading;
  self->flow = flow;
  self->paragraphs = g_ptr_array_new_with_free_func (free_paragraph);
  self->tables = g_array_new (FALSE, FALSE, sizeof (Table));
  self->fields = g_array_new (FALSE, FALSE, sizeof (gboolean));
  done = lt_xml_parse_part (archive, part, &handler, self, budget, error)
         && lt_flow_finish (flow, error);
  if (done)
    add_doubts (self);
  g_ptr_array_unref (self->paragraphs);
  g_array_unref (self->tables);
  g_array_unref (self->fields);
  g_free (self->run_style);
  return done ? g_steal_pointer (&reading) : NULL;
}

LtReading *
lt_docx_read (LtArchive *archive, const char *part, LtBudget *budget, GError **error)
{
  g_autoptr (GPtrArray) relations = lt_package_read_relations (archive, part, budget, error);
  g_autoptr (LtDocxStyles) styles = NULL;
  g_autoptr (LtDocxNumbering) numbering = NULL;
  Reader reader = { NULL };

  if (relations == NULL)
    return NULL;
  styles = lt_docx_styles_read (archive, lt_package_find_by_type (relations, "styles"), budget,
                                error);
  if (styles == NULL)
    return NULL;
  numbering = lt_docx_numbering_read (archive, lt_package_find_by_type (relations, "numbering"),
                                      styles, budget, error);
  if (numbering == NULL)
    return NULL;
  reader.styles = styles;
  reader.numbering = numbering;
  return read_document (archive, part, &reader, budget, error);
}
