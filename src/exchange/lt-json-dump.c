/* SPDX-License-Identifier: MIT */
#include "exchange/lt-json.h"

#include <string.h>

#include "exchange/lt-json-private.h"
#include "plan/lt-baseline.h"

/* Written straight into one string: a tree of 100,000 assignments would take
 * several times the memory of the text, and jansson prints 0.1 with 17 digits. */

static void
append_indent (GString *out, guint depth)
{
  g_string_append_c (out, '\n');
  for (guint i = 0; i < depth; i++)
    g_string_append (out, "  ");
}

static void
begin_element (GString *out, guint depth)
{
  char last = out->str[out->len - 1];

  if (last != '{' && last != '[')
    g_string_append_c (out, ',');
  append_indent (out, depth);
}

static void
append_quoted (GString *out, const char *text, gsize length)
{
  const char *end = text + length;
  const char *plain = text;

  g_string_append_c (out, '"');
  for (const char *p = text; p < end; p++)
    {
      if ((guchar) *p >= 0x20 && *p != '"' && *p != '\\')
        continue;
      g_string_append_len (out, plain, p - plain);
      plain = p + 1;
      if (*p == '\n')
        g_string_append (out, "\\n");
      else if (*p == '"' || *p == '\\')
        g_string_append_printf (out, "\\%c", *p);
      else
        g_string_append_printf (out, "\\u%04x", (guint) (guchar) *p);
    }
  g_string_append_len (out, plain, end - plain);
  g_string_append_c (out, '"');
}

static void
begin_member (GString *out, guint depth, const char *name)
{
  begin_element (out, depth);
  append_quoted (out, name, strlen (name));
  g_string_append (out, ": ");
}

static void
append_list (GString *out, const char *lines, guint depth)
{
  g_string_append_c (out, '[');
  while (lines)
    {
      const char *end = strchr (lines, '\n');

      begin_element (out, depth + 1);
      append_quoted (out, lines, end ? (gsize) (end - lines) : strlen (lines));
      lines = end ? end + 1 : NULL;
    }
  append_indent (out, depth);
  g_string_append_c (out, ']');
}

static void
append_field (GString *out, LtItem *item, const LtField *field, guint depth)
{
  g_autofree char *value = NULL;

  begin_member (out, depth, field->name);
  switch (field->kind)
    {
    case LT_FIELD_LIST:
      append_list (out, lt_item_get_text (item, field), depth);
      break;
    case LT_FIELD_TEXT:
    case LT_FIELD_DAY:
    case LT_FIELD_CHOICE:
      value = lt_item_dup_field_string (item, field);
      append_quoted (out, value, strlen (value));
      break;
    case LT_FIELD_INTEGER:
    case LT_FIELD_REAL:
    case LT_FIELD_BOOLEAN:
    case LT_FIELD_REF:
    case LT_FIELD_ROW:
    default:
      value = lt_item_dup_field_string (item, field);
      g_string_append (out, value);
      break;
    }
}

static void append_item (GString *out, LtItem *item, guint depth);

static void
append_children (GString *out, LtItem *parent, guint depth)
{
  guint n = lt_item_get_n_children (parent);

  begin_member (out, depth, lt_item_type_get_info (G_OBJECT_TYPE (parent))->children);
  g_string_append_c (out, '[');
  for (guint i = 0; i < n; i++)
    {
      begin_element (out, depth + 1);
      append_item (out, lt_item_get_child (parent, i), depth + 1);
    }
  if (n > 0)
    append_indent (out, depth);
  g_string_append_c (out, ']');
}

static void
append_item (GString *out, LtItem *item, guint depth)
{
  const LtItemInfo *info = lt_item_type_get_info (G_OBJECT_TYPE (item));

  g_string_append_c (out, '{');
  begin_member (out, depth + 1, LT_JSON_KEY_ID);
  g_string_append_printf (out, "%" G_GINT64_FORMAT, lt_item_get_id (item));
  for (guint i = 0; i < info->n_fields; i++)
    if (!lt_item_field_is_default (item, &info->fields[i]))
      append_field (out, item, &info->fields[i], depth + 1);
  if (lt_item_get_n_children (item) > 0)
    append_children (out, item, depth + 1);
  for (guint i = 0; i < info->n_sides; i++)
    {
      LtItem *side = lt_item_peek_side (item, i);

      if (side && lt_item_get_n_children (side) > 0)
        append_children (out, side, depth + 1);
    }
  append_indent (out, depth);
  g_string_append_c (out, '}');
}

/* The least that a reader must know of. */
static int
get_version (LtBook *book)
{
  for (guint i = 0; i < lt_item_get_n_children (LT_ITEM (book)); i++)
    if (lt_baseline_find_latest (lt_item_get_child (LT_ITEM (book), i)) != NULL)
      return LT_JSON_VERSION;
  return LT_JSON_VERSION_WITHOUT_BASELINES;
}

char *
lt_json_dup_book (LtBook *book, gsize *length)
{
  GString *out;

  g_return_val_if_fail (LT_IS_BOOK (book), NULL);

  out = g_string_new ("{");
  begin_member (out, 1, LT_JSON_KEY_FORMAT);
  append_quoted (out, LT_JSON_FORMAT, strlen (LT_JSON_FORMAT));
  begin_member (out, 1, LT_JSON_KEY_VERSION);
  g_string_append_printf (out, "%d", get_version (book));
  append_children (out, LT_ITEM (lt_book_get_registry (book)), 1);
  append_children (out, LT_ITEM (book), 1);
  g_string_append (out, "\n}\n");

  if (length)
    *length = out->len;
  return g_string_free (out, FALSE);
}
