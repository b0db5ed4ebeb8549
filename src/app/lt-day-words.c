/* SPDX-License-Identifier: MIT */
#include "app/lt-day-words.h"

gboolean
lt_day_words_read (GtkEditable *entry, LtDay *day)
{
  g_autofree char *words = g_strstrip (g_strdup (gtk_editable_get_text (entry)));
  gboolean good;

  *day = lt_day_from_user (words);
  good = *words == '\0' || *day != LT_DAY_NONE;
  if (good)
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  return good;
}
