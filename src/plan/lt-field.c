/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "plan/lt-item.h"
#include "text/lt-text.h"

G_DEFINE_QUARK (lt-item-error-quark, lt_item_error)

static char *
dup_clean_lines (const char *value, GError **error)
{
  g_autofree char *clean = lt_text_dup_clean (value, TRUE, error);
  g_auto (GStrv) lines = clean ? g_strsplit (clean, "\n", -1) : NULL;
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  if (lines == NULL)
    return NULL;
  for (guint i = 0; lines[i]; i++)
    if (*lines[i] && !g_ptr_array_find_with_equal_func (kept, lines[i], g_str_equal, NULL))
      g_ptr_array_add (kept, lines[i]);
  g_ptr_array_add (kept, NULL);
  return g_strjoinv ("\n", (char **) kept->pdata);
}

static gboolean
set_text (LtItem *self, const LtField *field, const char *value, GError **error)
{
  g_autofree char *clean = field->kind == LT_FIELD_LIST
                             ? dup_clean_lines (value, error)
                             : lt_text_dup_clean (value, field->flags & LT_FIELD_FLAG_PARAGRAPHS, error);

  if (clean == NULL)
    return FALSE;
  lt_item_set_text (self, field, clean);
  return TRUE;
}

static gboolean
set_integer (LtItem *self, const LtField *field, const char *value, GError **error)
{
  gint64 number;

  if (!g_ascii_string_to_signed (value, 10, field->minimum, field->maximum, &number, NULL))
    {
      g_set_error (error, LT_ITEM_ERROR, LT_ITEM_ERROR_VALUE,
                   /* Translators: a field's title, two numbers, what was typed. */
                   _("“%s” takes a whole number from %d to %d, not “%s”."),
                   _(field->title), field->minimum, field->maximum, value);
      return FALSE;
    }
  lt_item_set_integer (self, field, number);
  return TRUE;
}

static gboolean
set_real (LtItem *self, const LtField *field, const char *value, GError **error)
{
  char *end;
  double number = g_ascii_strtod (value, &end);

  if (end == value || *end != '\0' || !isfinite (number))
    {
      g_set_error (error, LT_ITEM_ERROR, LT_ITEM_ERROR_VALUE,
                   _("“%s” takes a number, not “%s”."), _(field->title), value);
      return FALSE;
    }
  lt_item_set_real (self, field, number);
  return TRUE;
}

static gboolean
set_day (LtItem *self, const LtField *field, const char *value, GError **error)
{
  LtDay day = lt_day_from_user (value);

  if (day == LT_DAY_NONE)
    {
      g_set_error (error, LT_ITEM_ERROR, LT_ITEM_ERROR_VALUE,
                   _("“%s” takes a day such as 31/12/2024, not “%s”."), _(field->title), value);
      return FALSE;
    }
  lt_item_set_integer (self, field, day);
  return TRUE;
}

static gboolean
set_choice (LtItem *self, const LtField *field, const char *value, GError **error)
{
  GString *nicks;

  for (int i = 0; field->choices[i].nick; i++)
    if (strcmp (field->choices[i].nick, value) == 0)
      {
        lt_item_set_integer (self, field, i);
        return TRUE;
      }

  nicks = g_string_new (field->choices[0].nick);
  for (int i = 1; field->choices[i].nick; i++)
    g_string_append_printf (nicks, ", %s", field->choices[i].nick);
  g_set_error (error, LT_ITEM_ERROR, LT_ITEM_ERROR_VALUE,
               /* Translators: a field's title, a list of words, what was typed. */
               _("“%s” takes one of %s, not “%s”."), _(field->title), nicks->str, value);
  g_string_free (nicks, TRUE);
  return FALSE;
}

static gboolean
set_boolean (LtItem *self, const LtField *field, const char *value, GError **error)
{
  gboolean yes = strcmp (value, "true") == 0 || strcmp (value, "1") == 0;

  if (!yes && strcmp (value, "false") != 0 && strcmp (value, "0") != 0)
    {
      g_set_error (error, LT_ITEM_ERROR, LT_ITEM_ERROR_VALUE,
                   _("“%s” takes “true” or “false”, not “%s”."), _(field->title), value);
      return FALSE;
    }
  lt_item_set_integer (self, field, yes);
  return TRUE;
}

static gboolean
set_ref (LtItem *self, const LtField *field, const char *value, GError **error)
{
  gint64 id;

  if (!g_ascii_string_to_signed (value, 10, 0, G_MAXINT64, &id, NULL))
    {
      g_set_error (error, LT_ITEM_ERROR, LT_ITEM_ERROR_VALUE,
                   _("“%s” takes the number of an entry, not “%s”."), _(field->title), value);
      return FALSE;
    }
  lt_item_set_integer (self, field, id);
  return TRUE;
}

static void
set_none (LtItem *self, const LtField *field)
{
  if (field->kind == LT_FIELD_REAL)
    lt_item_set_real (self, field, NAN);
  else
    lt_item_set_integer (self, field,
                         field->kind == LT_FIELD_DAY       ? LT_DAY_NONE
                         : field->kind == LT_FIELD_INTEGER ? LT_INTEGER_NONE
                                                           : 0);
}

gboolean
lt_item_set_string (LtItem *self, const LtField *field, const char *value, GError **error)
{
  g_autofree char *clean = NULL;

  if (field->kind == LT_FIELD_TEXT || field->kind == LT_FIELD_LIST)
    return set_text (self, field, value, error);

  clean = lt_text_dup_clean (value, FALSE, error);
  if (clean == NULL)
    return FALSE;
  if (*clean == '\0')
    {
      set_none (self, field);
      return TRUE;
    }
  switch (field->kind)
    {
    case LT_FIELD_INTEGER:
      return set_integer (self, field, clean, error);
    case LT_FIELD_REAL:
      return set_real (self, field, clean, error);
    case LT_FIELD_DAY:
      return set_day (self, field, clean, error);
    case LT_FIELD_CHOICE:
      return set_choice (self, field, clean, error);
    case LT_FIELD_BOOLEAN:
      return set_boolean (self, field, clean, error);
    case LT_FIELD_REF:
    case LT_FIELD_ROW:
      return set_ref (self, field, clean, error);
    case LT_FIELD_TEXT:
    case LT_FIELD_LIST:
    default:
      g_assert_not_reached ();
    }
}

char *
lt_field_dup_shown (const LtField *field, const char *value)
{
  LtDay day = LT_DAY_NONE;

  if (value == NULL || *value == '\0')
    return g_strdup ("");
  if (field->kind == LT_FIELD_DAY && (day = lt_day_from_iso (value)) != LT_DAY_NONE)
    return lt_day_dup_official (day);
  if (field->kind == LT_FIELD_BOOLEAN)
    return g_strdup (g_str_equal (value, "true") ? _("yes") : _("no"));
  if (field->kind == LT_FIELD_CHOICE)
    for (guint i = 0; field->choices[i].nick != NULL; i++)
      if (g_str_equal (field->choices[i].nick, value))
        return g_strdup (_(field->choices[i].title));
  if (strcmp (field->name, "percent") == 0)
    return g_strdup_printf ("%s %%", value);
  if (field->kind == LT_FIELD_REAL)
    return g_strdelimit (g_strdup (value), ".", ',');
  return g_strdup (value);
}
