/* SPDX-License-Identifier: MIT */
#pragma once

#include <adwaita.h>

#include "store/lt-document.h"

G_BEGIN_DECLS

/* The appendix of a plan as a file: which kind, what stands in the number line,
 * where to; and how its pages will look. */
#define LT_TYPE_EXPORT_DIALOG (lt_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LtExportDialog, lt_export_dialog, LT, EXPORT_DIALOG, AdwWindow)

GtkWidget *lt_export_dialog_new (LtDocument *document, LtPlan *plan);

G_END_DECLS
