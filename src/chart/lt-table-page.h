/* SPDX-License-Identifier: MIT */
#pragma once

#include "chart/lt-page.h"
#include "report/lt-table-layout.h"

G_BEGIN_DECLS

/* The pages of a table: the header on each of them, the number in the top margin
 * from the second on (Nghị định 30/2020/NĐ-CP, Phụ lục I, I.7), the words of a
 * cell that goes over a break shown again where there is room for them. */
#define LT_TYPE_TABLE_PAGES (lt_table_pages_get_type ())
G_DECLARE_FINAL_TYPE (LtTablePages, lt_table_pages, LT, TABLE_PAGES, GObject)

LtPages       *lt_table_pages_new        (LtTable *table);
/* Borrowed. */
LtTableLayout *lt_table_pages_get_layout (LtTablePages *self);

G_END_DECLS
