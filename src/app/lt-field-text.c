/* SPDX-License-Identifier: MIT */
#include "app/lt-field-text.h"

#include <glib/gi18n-lib.h>

char *
lt_field_text_dup (LtItem *item, const LtField *field)
{
  char *text;

  if (field->kind == LT_FIELD_DAY)
    text = lt_day_dup_official ((LtDay) lt_item_get_integer (item, field));
  else
    text = lt_item_dup_field_string (item, field);
  return text ? text : g_strdup ("");
}

gboolean
lt_field_text_store (LtDocument *document, LtItem *item, const LtField *field, const char *text, GError **error)
{
  g_autofree char *value = g_strdup (text);

  if (field->kind != LT_FIELD_TEXT && field->kind != LT_FIELD_LIST)
    {
      g_strstrip (value);
      if (*value == '\0')
        g_clear_pointer (&value, g_free);
    }
  if (field->kind == LT_FIELD_DAY && value)
    {
      LtDay day = lt_day_from_user (value);

      if (day == LT_DAY_NONE)
        {
          g_set_error (error, LT_DOCUMENT_ERROR, LT_DOCUMENT_ERROR_INVALID,
                       _("“%s” is not a day of the calendar. Type day, month and year, such as 31/12/2024."), value);
          return FALSE;
        }
      g_free (value);
      value = lt_day_dup_iso (day);
    }
  return lt_document_set (document, item, field->name, value, error);
}
