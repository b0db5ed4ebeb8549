/* SPDX-License-Identifier: MIT */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A list model read from its end: the journal has its newest line last, and
 * people want it first. */
#define LT_TYPE_REVERSED_LIST (lt_reversed_list_get_type ())
G_DECLARE_FINAL_TYPE (LtReversedList, lt_reversed_list, LT, REVERSED_LIST, GObject)

GListModel *lt_reversed_list_new (GListModel *model);

G_END_DECLS
