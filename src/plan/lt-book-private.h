/* SPDX-License-Identifier: MIT */
#pragma once

#include "plan/lt-book.h"

G_BEGIN_DECLS

/* The agencies that @words name; parsed once for each state of the registry.
 * @words is an interned string (LT_FIELD_FLAG_SHARED), told apart by its address. */
GPtrArray *_lt_book_get_mentions (LtBook *self, char *words);

G_END_DECLS
