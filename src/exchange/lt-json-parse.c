/* SPDX-License-Identifier: MIT */
#include "exchange/lt-json.h"

#include <glib/gi18n-lib.h>
#include <jansson.h>
#include <math.h>
#include <string.h>

#include "exchange/lt-json-private.h"
#include "text/lt-text.h"

/* More than any real ladder of superiors has, so that a circle of them ends too. */
#define MAX_REFERENCE_STEPS 64

/* Bytes of a key that nobody knows which an error message shows. */
#define MAX_SHOWN_KEY 60

typedef struct {
  LtItem *item; /* borrowed */
  const LtField *field;
  char *path;
} Reference;

typedef struct {
  GString *path;      /* where we are: "plans[0].initiatives[2].name" */
  GHashTable *items;  /* gint64 -> LtItem, borrowed: those that came with an id */
  GArray *references; /* (element-type Reference): followed when all items are there */
} Parser;

static void
clear_reference (gpointer reference)
{
  g_free (((Reference *) reference)->path);
}

static Parser
create_parser (void)
{
  Parser parser = {
    g_string_new (NULL),
    g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL),
    g_array_new (FALSE, FALSE, sizeof (Reference)),
  };

  g_array_set_clear_func (parser.references, clear_reference);
  return parser;
}

static void
clear_parser (Parser *self)
{
  g_string_free (self->path, TRUE);
  g_hash_table_unref (self->items);
  g_array_unref (self->references);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parser, clear_parser)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (json_t, json_decref)

static gboolean fail (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

static gboolean
fail (GError **error, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error_literal (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_CONTENT, message);
  return FALSE;
}

static gsize
enter_key (Parser *self, const char *key)
{
  gsize mark = self->path->len;

  if (mark > 0)
    g_string_append_c (self->path, '.');
  g_string_append (self->path, key);
  return mark;
}

static gsize
enter_index (Parser *self, gsize index)
{
  gsize mark = self->path->len;

  g_string_append_printf (self->path, "[%" G_GSIZE_FORMAT "]", index);
  return mark;
}

static void
leave (Parser *self, gsize mark)
{
  g_string_truncate (self->path, mark);
}

static gboolean
refuse_key (Parser *self, const char *key, GError **error)
{
  g_autofree char *start = g_strndup (key, MAX_SHOWN_KEY);
  g_autofree char *shown = g_utf8_make_valid (start, -1);

  for (char *p = shown; *p; p++)
    if (g_ascii_iscntrl (*p))
      *p = ' ';
  enter_key (self, shown);
  /* Translators: %s is a place in a JSON file, as in plans[0].initiatives[2].name. */
  return fail (error, _("%s is not known here. It may be misspelt, or the file may come from a "
                        "newer version of the program."),
               self->path->str);
}

static char *
dup_clean_text (Parser *self, json_t *value, gboolean paragraphs, GError **error)
{
  g_autoptr (GError) text_error = NULL;
  char *text;

  if (!json_is_string (value))
    {
      fail (error, _("%s must be text, in quotation marks."), self->path->str);
      return NULL;
    }
  text = lt_text_dup_clean (json_string_value (value), paragraphs, &text_error);
  if (text == NULL)
    /* Translators: the first %s is a place in a JSON file, the second a sentence. */
    fail (error, _("%s cannot be taken in. %s"), self->path->str, text_error->message);
  return text;
}

static gboolean
parse_text (Parser *self, LtItem *item, const LtField *field, json_t *value, GError **error)
{
  gboolean paragraphs = (field->flags & LT_FIELD_FLAG_PARAGRAPHS) != 0;
  g_autofree char *text = dup_clean_text (self, value, paragraphs, error);

  if (text == NULL)
    return FALSE;
  lt_item_set_text (item, field, text);
  return TRUE;
}

static gboolean
append_line (Parser *self, GString *lines, json_t *value, GError **error)
{
  g_autofree char *line = dup_clean_text (self, value, FALSE, error);

  if (line == NULL)
    return FALSE;
  if (*line == '\0')
    return fail (error, _("%s must not be empty."), self->path->str);
  if (lines->len > 0)
    g_string_append_c (lines, '\n');
  g_string_append (lines, line);
  return TRUE;
}

static gboolean
parse_list (Parser *self, LtItem *item, const LtField *field, json_t *value, GError **error)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  gsize index;
  json_t *element;

  if (!json_is_array (value))
    return fail (error, _("%s must be a list of texts, in square brackets."), self->path->str);
  json_array_foreach (value, index, element)
    {
      gsize mark = enter_index (self, index);

      if (!append_line (self, lines, element, error))
        return FALSE;
      leave (self, mark);
    }
  lt_item_set_text (item, field, lines->str);
  return TRUE;
}

static gboolean
parse_integer (Parser *self, LtItem *item, const LtField *field, json_t *value, GError **error)
{
  if (!json_is_integer (value) || json_integer_value (value) < field->minimum
      || json_integer_value (value) > field->maximum)
    return fail (error, _("%s must be a whole number from %d to %d."), self->path->str,
                 field->minimum, field->maximum);
  lt_item_set_integer (item, field, json_integer_value (value));
  return TRUE;
}

static gboolean
is_exact (json_int_t integer, double number)
{
  /* 2^63 itself would not fit back. */
  return fabs (number) < 0x1p63 && (json_int_t) number == integer;
}

static gboolean
parse_real (Parser *self, LtItem *item, const LtField *field, json_t *value, GError **error)
{
  double number;

  if (!json_is_number (value))
    return fail (error, _("%s must be a number."), self->path->str);
  number = json_number_value (value);
  if (json_is_integer (value) && !is_exact (json_integer_value (value), number))
    return fail (error, _("%s has more digits than can be kept."), self->path->str);
  /* Minus zero would be written as it is and read back as zero. */
  lt_item_set_real (item, field, number == 0 ? 0 : number);
  return TRUE;
}

static gboolean
parse_boolean (Parser *self, LtItem *item, const LtField *field, json_t *value, GError **error)
{
  if (!json_is_boolean (value))
    return fail (error, _("%s must be true or false."), self->path->str);
  lt_item_set_integer (item, field, json_is_true (value));
  return TRUE;
}

static gboolean
parse_day (Parser *self, LtItem *item, const LtField *field, json_t *value, GError **error)
{
  LtDay day = json_is_string (value) ? lt_day_from_iso (json_string_value (value)) : LT_DAY_NONE;

  if (day == LT_DAY_NONE)
    return fail (error, _("%s must be a day of the calendar written as \"2024-12-31\"."),
                 self->path->str);
  lt_item_set_integer (item, field, day);
  return TRUE;
}

static gboolean
parse_choice (Parser *self, LtItem *item, const LtField *field, json_t *value, GError **error)
{
  g_autoptr (GString) nicks = g_string_new (NULL);

  for (int i = 0; field->choices[i].nick; i++)
    {
      if (json_is_string (value) && strcmp (json_string_value (value), field->choices[i].nick) == 0)
        {
          lt_item_set_integer (item, field, i);
          return TRUE;
        }
      g_string_append_printf (nicks, "%s%s", i > 0 ? ", " : "", field->choices[i].nick);
    }
  /* Translators: the second %s lists words such as at-least, at-most, between. */
  return fail (error, _("%s must be one of these words: %s."), self->path->str, nicks->str);
}

/* 0 on error. */
static gint64
parse_id (Parser *self, json_t *value, GError **error)
{
  gint64 id = json_is_integer (value) ? json_integer_value (value) : 0;

  if (id > 0)
    return id;
  fail (error, _("%s must be an id: a whole number above 0."), self->path->str);
  return 0;
}

static gboolean
parse_reference (Parser *self, LtItem *item, const LtField *field, json_t *value, GError **error)
{
  gint64 id = parse_id (self, value, error);
  Reference reference = { item, field, NULL };

  if (id == 0)
    return FALSE;
  lt_item_set_integer (item, field, id);
  reference.path = g_strdup (self->path->str);
  g_array_append_val (self->references, reference);
  return TRUE;
}

static gboolean
parse_field (Parser *self, LtItem *item, const LtField *field, json_t *value, GError **error)
{
  switch (field->kind)
    {
    case LT_FIELD_TEXT:
      return parse_text (self, item, field, value, error);
    case LT_FIELD_LIST:
      return parse_list (self, item, field, value, error);
    case LT_FIELD_INTEGER:
      return parse_integer (self, item, field, value, error);
    case LT_FIELD_REAL:
      return parse_real (self, item, field, value, error);
    case LT_FIELD_BOOLEAN:
      return parse_boolean (self, item, field, value, error);
    case LT_FIELD_DAY:
      return parse_day (self, item, field, value, error);
    case LT_FIELD_CHOICE:
      return parse_choice (self, item, field, value, error);
    case LT_FIELD_REF:
    case LT_FIELD_ROW:
      return parse_reference (self, item, field, value, error);
    default:
      g_assert_not_reached ();
    }
}

static gboolean parse_children (Parser *self, LtItem *parent, json_t *array, GError **error);

/* The list of @item's children that goes by @key; NULL if there is none. */
static LtItem *
find_list (LtItem *item, const char *key)
{
  const LtItemInfo *info = lt_item_type_get_info (G_OBJECT_TYPE (item));

  if (g_strcmp0 (key, info->children) == 0)
    return item;
  for (guint i = 0; i < info->n_sides; i++)
    {
      const LtItemInfo *side = lt_item_type_get_info (info->side_types[i] ());

      if (strcmp (key, side->children) == 0)
        return lt_item_get_list (item, side->child_type ());
    }
  return NULL;
}

static gboolean
parse_member (Parser *self, LtItem *item, const char *key, json_t *value, GError **error)
{
  const LtField *field = lt_item_type_find_field (G_OBJECT_TYPE (item), key);
  LtItem *list = field ? NULL : find_list (item, key);
  gsize mark;
  gboolean parsed;

  if (field == NULL && list == NULL)
    return refuse_key (self, key, error);

  mark = enter_key (self, key);
  parsed = field ? parse_field (self, item, field, value, error)
                 : parse_children (self, list, value, error);
  if (parsed)
    leave (self, mark);
  return parsed;
}

/* The item as its object's id has it, without fields. */
static LtItem *
create_item (Parser *self, GType type, json_t *object, GError **error)
{
  json_t *value = json_object_get (object, LT_JSON_KEY_ID);
  gsize mark = enter_key (self, LT_JSON_KEY_ID);
  LtItem *item;
  gint64 id = 0;

  if (value)
    {
      id = parse_id (self, value, error);
      if (id == 0)
        return NULL;
      if (g_hash_table_contains (self->items, &id))
        {
          fail (error, _("%s stands at another item already; every id must be its own."),
                self->path->str);
          return NULL;
        }
    }
  item = lt_item_new_draft (type, id);
  if (id)
    g_hash_table_insert (self->items, g_memdup2 (&id, sizeof id), item);
  leave (self, mark);
  return item;
}

static gboolean
parse_child (Parser *self, LtItem *parent, json_t *object, GError **error)
{
  const LtItemInfo *info = lt_item_type_get_info (G_OBJECT_TYPE (parent));
  g_autoptr (LtItem) item = NULL;
  const char *key;
  json_t *value;

  if (!json_is_object (object))
    return fail (error, _("%s must be an object, in curly brackets."), self->path->str);

  item = create_item (self, info->child_type (), object, error);
  if (item == NULL)
    return FALSE;
  json_object_foreach (object, key, value)
    {
      if (strcmp (key, LT_JSON_KEY_ID) != 0 && !parse_member (self, item, key, value, error))
        return FALSE;
    }
  lt_item_append_draft (parent, g_steal_pointer (&item));
  return TRUE;
}

static gboolean
parse_children (Parser *self, LtItem *parent, json_t *array, GError **error)
{
  if (!json_is_array (array))
    return fail (error, _("%s must be a list, in square brackets."), self->path->str);

  for (gsize i = 0; i < json_array_size (array); i++)
    {
      gsize mark = enter_index (self, i);

      if (!parse_child (self, parent, json_array_get (array, i), error))
        return FALSE;
      /* The tree outweighs the items: let it go as they are made. */
      json_array_set_new (array, i, json_null ());
      leave (self, mark);
    }
  return TRUE;
}

static gboolean
check_reference (Parser *self, const Reference *reference, GError **error)
{
  LtItem *item = reference->item;

  for (int i = 0; i < MAX_REFERENCE_STEPS; i++)
    {
      gint64 id = lt_item_get_integer (item, reference->field);

      if (id == 0)
        return TRUE;
      item = g_hash_table_lookup (self->items, &id);
      if (reference->field->kind == LT_FIELD_ROW ? !LT_IS_ASSIGNMENT (item) : !LT_IS_AGENCY (item))
        return fail (error, _("%s leads to an id that the file does not hold."), reference->path);
      /* Only superiors, who are agencies as well, lead on. */
      if (!LT_IS_AGENCY (reference->item))
        return TRUE;
    }
  return fail (error, _("%s leads round in a circle."), reference->path);
}

static gboolean
check_references (Parser *self, LtRegistry *registry, GError **error)
{
  LtAgency *round;

  for (guint i = 0; i < self->references->len; i++)
    if (!check_reference (self, &g_array_index (self->references, Reference, i), error))
      return FALSE;
  round = lt_registry_find_succession_circle (registry);
  if (round)
    return fail (error, _("The successors of “%s” lead back to it, and nothing tells the order: "
                          "each step of such a circle needs its day."),
                 lt_agency_get_name (round));
  return TRUE;
}

/* UTF-16 or UTF-32, by its mark or by the null bytes beside its first sign. */
static gboolean
is_wide (const char *data, gsize length)
{
  return length >= 2 && (memcmp (data, "\xff\xfe", 2) == 0 || memcmp (data, "\xfe\xff", 2) == 0
                         || (data[0] == '\0') != (data[1] == '\0'));
}

static gboolean
check_agency (LtAgency *agency, guint index, GError **error)
{
  g_autofree char *place = g_strdup_printf ("agencies[%u]", index);
  g_autofree char *key = lt_text_dup_match_key (lt_agency_get_name (agency));
  LtDay from = lt_agency_get_valid_from (agency);
  LtDay to = lt_agency_get_valid_to (agency);

  /* Translators: %s says where in the file */
  if (*key == '\0')
    return fail (error, _("%s has no name. An agency could be meant by no words and found by nobody without one: "
                          "write its full official name."),
                 place);
  /* Translators: where in the file, and the name of the agency */
  if (from != LT_DAY_NONE && to != LT_DAY_NONE && to < from)
    return fail (error, _("%s, “%s”, ends before it begins. Put valid_from and valid_to right."), place,
                 lt_agency_get_name (agency));
  return TRUE;
}

static gboolean
check_agencies (LtItem *registry, GError **error)
{
  for (guint i = 0; i < lt_item_get_n_children (registry); i++)
    if (!check_agency (lt_item_get_child (registry, i), i, error))
      return FALSE;
  return TRUE;
}

static const char *
explain_syntax (enum json_error_code code)
{
  switch ((int) code)
    {
    case json_error_premature_end_of_input:
      return _("The JSON text breaks off: the file is not complete. Get it again from where it "
               "came.");
    case json_error_end_of_input_expected:
      return _("The JSON text goes on behind its end.");
    case json_error_invalid_utf8:
      return _("The file is not UTF-8. Save it as UTF-8 (Unicode) and try again.");
    case json_error_null_character:
    case json_error_null_byte_in_key:
      return _("The file holds a null character, which no document may carry.");
    case json_error_duplicate_key:
      return _("A name stands twice in one object.");
    case json_error_numeric_overflow:
      return _("A number is too large.");
    case json_error_stack_overflow:
      return _("The brackets are nested too deeply.");
    default:
      return _("The file is not JSON, or there is a mistake in it.");
    }
}

static json_t *
load_root (const char *data, gsize length, GError **error)
{
  static const char byte_order_mark[] = "\xef\xbb\xbf";
  const gsize mark_length = strlen (byte_order_mark);
  json_error_t found;
  json_t *root;

  /* Windows editors put one in front. */
  if (length >= mark_length && memcmp (data, byte_order_mark, mark_length) == 0)
    {
      data += mark_length;
      length -= mark_length;
    }
  /* jansson takes one for the end of the text and drops what follows. */
  if (memchr (data, '\0', length))
    {
      /* Every second byte of UTF-16 is null in a text of ours. */
      g_set_error_literal (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_FORMAT,
                           explain_syntax (is_wide (data, length) ? json_error_invalid_utf8
                                                                  : json_error_null_character));
      return NULL;
    }
  root = json_loadb (data, length, JSON_REJECT_DUPLICATES, &found);
  if (root == NULL)
    /* Translators: %s is a sentence that says what is wrong. */
    g_set_error (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_FORMAT,
                 _("%s Look at line %d, character %d."),
                 explain_syntax (json_error_code (&found)), found.line, found.column);
  return root;
}

static gboolean
check_head (json_t *root, GError **error)
{
  const char *format = json_string_value (json_object_get (root, LT_JSON_KEY_FORMAT));
  json_t *version = json_object_get (root, LT_JSON_KEY_VERSION);

  if (g_strcmp0 (format, LT_JSON_FORMAT) != 0)
    {
      g_set_error (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_FORMAT,
                   _("The file is JSON, but not a plan of this program: an object with "
                     "\"%s\": \"%s\" is expected."),
                   LT_JSON_KEY_FORMAT, LT_JSON_FORMAT);
      return FALSE;
    }
  if (!json_is_integer (version) || json_integer_value (version) < 1)
    return fail (error, _("%s must be a whole number from %d to %d."), LT_JSON_KEY_VERSION, 1,
                 LT_JSON_VERSION);
  if (json_integer_value (version) > LT_JSON_VERSION)
    {
      g_autofree char *number = g_strdup_printf ("%" JSON_INTEGER_FORMAT,
                                                 json_integer_value (version));

      g_set_error (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_VERSION,
                   _("The file was made by a newer version of the program (form %s; this one "
                     "knows up to %d). Update the program and try again."),
                   number, LT_JSON_VERSION);
      return FALSE;
    }
  return TRUE;
}

static gboolean
parse_root (Parser *self, LtBook *book, json_t *root, GError **error)
{
  LtItem *registry = LT_ITEM (lt_book_get_registry (book));
  const char *agencies = lt_item_type_get_info (LT_TYPE_REGISTRY)->children;
  const char *key;
  json_t *value;

  json_object_foreach (root, key, value)
    {
      LtItem *parent = strcmp (key, agencies) == 0 ? registry : LT_ITEM (book);

      if (strcmp (key, LT_JSON_KEY_FORMAT) == 0 || strcmp (key, LT_JSON_KEY_VERSION) == 0)
        continue;
      if (!parse_member (self, parent, key, value, error))
        return FALSE;
    }
  return check_references (self, lt_book_get_registry (book), error)
         && check_agencies (LT_ITEM (lt_book_get_registry (book)), error);
}

LtBook *
lt_json_parse_book (const char *data, gssize length, GError **error)
{
  g_auto (Parser) parser = create_parser ();
  g_autoptr (LtBook) book = lt_book_new ();
  g_autoptr (json_t) root = NULL;

  g_return_val_if_fail (data != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  root = load_root (data, length < 0 ? strlen (data) : (gsize) length, error);
  if (root == NULL || !check_head (root, error) || !parse_root (&parser, book, root, error))
    return NULL;
  return g_steal_pointer (&book);
}
