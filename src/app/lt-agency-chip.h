/* SPDX-License-Identifier: MIT */
#pragma once

#include <gtk/gtk.h>

#include "store/lt-document.h"

G_BEGIN_DECLS

/* One agency that a cell names: its name, or the words as they stand with a
 * button that makes the file know them. */
#define LT_TYPE_AGENCY_CHIP (lt_agency_chip_get_type ())
G_DECLARE_FINAL_TYPE (LtAgencyChip, lt_agency_chip, LT, AGENCY_CHIP, GtkWidget)

GtkWidget *lt_agency_chip_new (LtDocument *document, const LtMention *mention);

G_END_DECLS
