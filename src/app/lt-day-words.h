/* SPDX-License-Identifier: MIT */
#pragma once

#include <gtk/gtk.h>

#include "text/lt-date.h"

G_BEGIN_DECLS

/* A day that may be typed into @entry. Marks the entry and returns FALSE where its words are no
 * day; none at all are LT_DAY_NONE. */
gboolean lt_day_words_read (GtkEditable *entry, LtDay *day);

G_END_DECLS
