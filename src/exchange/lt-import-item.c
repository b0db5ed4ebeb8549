/* SPDX-License-Identifier: MIT */
#include "exchange/lt-import-item.h"

#include "text/lt-text.h"

static char *
dup_harmless (const char *text)
{
  GString *result = g_string_new (NULL);
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean bad = c != '\n' && (g_unichar_iscntrl (c) || (c & 0xfffe) == 0xfffe
                                   || (c >= 0xfdd0 && c <= 0xfdef));

      g_string_append_unichar (result, bad ? ' ' : c);
    }
  return g_string_free (result, FALSE);
}

void
_lt_import_set_text (LtItem *item, const char *name, const char *text)
{
  const LtField *field = lt_item_type_find_field (G_OBJECT_TYPE (item), name);
  gboolean paragraphs = (field->flags & LT_FIELD_FLAG_PARAGRAPHS) != 0;
  g_autofree char *clean = lt_text_dup_clean (text, paragraphs, NULL);

  if (clean == NULL)
    {
      g_autofree char *harmless = dup_harmless (text);

      clean = lt_text_dup_clean (harmless, paragraphs, NULL);
    }
  lt_item_set_text (item, field, clean != NULL ? clean : "");
}
