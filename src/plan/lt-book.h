/* SPDX-License-Identifier: MIT */
#pragma once

#include "plan/lt-plan.h"
#include "plan/lt-registry.h"

G_BEGIN_DECLS

/* All that one file holds: the GListModel of its plans, and the agencies. An
 * importer's draft is a book that belongs to no file. */
#define LT_TYPE_BOOK (lt_book_get_type ())
G_DECLARE_FINAL_TYPE (LtBook, lt_book, LT, BOOK, LtItem)

LtBook     *lt_book_new          (void);
/* Borrowed. */
LtRegistry *lt_book_get_registry (LtBook *self);

G_END_DECLS
