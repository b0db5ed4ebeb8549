/* SPDX-License-Identifier: MIT */
#pragma once

#include "plan/lt-registry.h"

G_BEGIN_DECLS

/* As lt_registry_find(), for a key that lt_text_dup_match_key() made. */
LtAgency *_lt_registry_find_key (LtRegistry *self, const char *key);
/* The names that the registry knows are no longer what they were. */
void      _lt_registry_spoil    (LtRegistry *self);

G_END_DECLS
