/* SPDX-License-Identifier: MIT */
#pragma once

#include "plan/lt-item.h"

G_BEGIN_DECLS

/* Gives a draft's field the words of a cell, clean; what no plan may hold becomes a blank. */
void _lt_import_set_text (LtItem *item, const char *field, const char *text);

G_END_DECLS
