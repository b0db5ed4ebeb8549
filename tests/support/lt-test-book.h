/* SPDX-License-Identifier: MIT */
#pragma once

#include "plan/lt-book.h"

G_BEGIN_DECLS

/* A plausible draft for benchmarks: one plan of @n_assignments rows with about
 * 2.3 outcomes each, made out of the sample's words, with deadlines, agencies,
 * states and targets of every sort. The same arguments give the same book, ids
 * included. (transfer full) */
LtBook *lt_test_book_new (guint n_assignments, guint seed);

G_END_DECLS
