/* SPDX-License-Identifier: MIT */
#pragma once

#include <gtk/gtk.h>

#include "plan/lt-registry.h"

G_BEGIN_DECLS

/* What agencies are searched and sorted by in lists; kept with each of them, so that
 * ten thousand are searched at every key. */

/* Orders agencies by name in Vietnamese dictionary order. (transfer full) */
GtkSorter *lt_agency_sorter_new       (void);
/* Shows those of which names, short forms or variants hold all words of the query,
 * without regard to case and marks. (transfer full) */
GtkFilter *lt_agency_filter_new       (void);
void       lt_agency_filter_set_query (GtkFilter *filter, const char *query);
/* -1, 0 or 1 like strcmp(). */
int        lt_agency_words_compare    (LtAgency *a, LtAgency *b);

/* "to 28/02/2025", "from 01/03/2025", "01/03/2025 – 30/06/2025"; "" where nothing is said. */
char      *lt_agency_words_dup_validity (LtAgency *agency);
/* It ended before today. */
gboolean   lt_agency_words_has_ended  (LtAgency *agency);

G_END_DECLS
