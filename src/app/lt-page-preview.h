/* SPDX-License-Identifier: MIT */
#pragma once

#include <gtk/gtk.h>

#include "chart/lt-page.h"

G_BEGIN_DECLS

/* One sheet of some pages, drawn as it will be printed, as wide as there is room.
 * Properties: "page" (from 0), "n-pages". */
#define LT_TYPE_PAGE_PREVIEW (lt_page_preview_get_type ())
G_DECLARE_FINAL_TYPE (LtPagePreview, lt_page_preview, LT, PAGE_PREVIEW, GtkWidget)

/* NULL shows an empty sheet. */
void   lt_page_preview_set_pages   (LtPagePreview *self, LtPages *pages);
/* Borrowed. */
LtPages *lt_page_preview_get_pages (LtPagePreview *self);
guint  lt_page_preview_get_n_pages (LtPagePreview *self);
guint  lt_page_preview_get_page    (LtPagePreview *self);
/* Beyond the last: the last. */
void   lt_page_preview_set_page    (LtPagePreview *self, guint page);

G_END_DECLS
