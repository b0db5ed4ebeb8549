/* SPDX-License-Identifier: MIT */
#pragma once

#include "exchange/lt-exchange-error.h"
#include "plan/lt-book.h"

G_BEGIN_DECLS

/* The whole of a book as JSON, without loss: { "format": "lotrinh", "version": 1,
 * "agencies": […], "plans": […] }. The keys of an item are the names of its
 * fields, in the order of their table, "id" before and the children behind them;
 * a field at its default is left out. Days are ISO, choices are nicks, lists are
 * arrays. */

/* UTF-8, two spaces of indent, ended by a line break; the same book always
 * gives the same bytes. @length may be NULL.
 * Returns: (transfer full), ended by a NUL that @length does not count */
char   *lt_json_dup_book   (LtBook *book, gsize *length);

/* A draft. Nothing is dropped in silence: what is not known, not of the right
 * kind or not possible is an error that names the place. Items without an "id"
 * are given a new one; texts are cleaned as when typed.
 * @length: in bytes; -1 if @data ends with a NUL.
 * Returns: (transfer full), NULL with LT_EXCHANGE_ERROR */
LtBook *lt_json_parse_book (const char *data, gssize length, GError **error);

G_END_DECLS
