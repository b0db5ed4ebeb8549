/* SPDX-License-Identifier: MIT */
#pragma once

#include <gtk/gtk.h>

#include "store/lt-document.h"

G_BEGIN_DECLS

/* One agency that a cell names: its name, or the words as they stand with a button that
 * makes the file know them; and a menu by which a person says what the words mean in
 * this row. What was said by hand is seen and heard. */
#define LT_TYPE_AGENCY_CHIP (lt_agency_chip_get_type ())
G_DECLARE_FINAL_TYPE (LtAgencyChip, lt_agency_chip, LT, AGENCY_CHIP, GtkWidget)

GtkWidget *lt_agency_chip_new           (LtDocument *document, LtAssignment *row, LtRole role,
                                         const LtMention *mention);
/* Words of which somebody has said that they name nobody. */
GtkWidget *lt_agency_chip_new_dismissed (LtDocument *document, LtAssignment *row, LtRole role, const char *phrase);

G_END_DECLS
