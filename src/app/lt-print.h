/* SPDX-License-Identifier: MIT */
#pragma once

#include <gtk/gtk.h>

#include "chart/lt-page.h"
#include "plan/lt-plan.h"

G_BEGIN_DECLS

/* Pages as they are, margins and all, one on each sheet of their own size. Holds a
 * reference to @pages. (transfer full) */
GtkPrintOperation *lt_print_operation_new (LtPages *pages);
/* Asks for a printer and prints; tells what went wrong, if anything did. */
void               lt_print_pages         (GtkWindow *parent, LtPages *pages);
/* The appendix of @plan, its number and day left blank for the stamp. */
void               lt_print_appendix      (GtkWindow *parent, LtPlan *plan);

G_END_DECLS
