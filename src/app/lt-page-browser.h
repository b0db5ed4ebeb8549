/* SPDX-License-Identifier: MIT */
#pragma once

#include "app/lt-page-preview.h"

G_BEGIN_DECLS

/* A preview with the way from page to page below it; actions "pages.previous" and
 * "pages.next". */
#define LT_TYPE_PAGE_BROWSER (lt_page_browser_get_type ())
G_DECLARE_FINAL_TYPE (LtPageBrowser, lt_page_browser, LT, PAGE_BROWSER, GtkWidget)

/* NULL shows an empty sheet. The page shown stays, as far as there still is one. */
void           lt_page_browser_set_pages   (LtPageBrowser *self, LtPages *pages);
/* Borrowed. */
LtPagePreview *lt_page_browser_get_preview (LtPageBrowser *self);

G_END_DECLS
