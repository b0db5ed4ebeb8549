/* SPDX-License-Identifier: MIT */
#pragma once

#include "plan/lt-registry.h"

G_BEGIN_DECLS

/* The one agency that has a name of which @phrase is the beginning, up to the end
 * of a word; NULL if there is none or more than one. */
LtAgency *_lt_registry_find_beginning (LtRegistry *self, const char *phrase);
/* The names that the registry knows are no longer what they were. */
void      _lt_registry_spoil          (LtRegistry *self);

G_END_DECLS
