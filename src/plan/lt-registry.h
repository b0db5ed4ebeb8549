/* SPDX-License-Identifier: MIT */
#pragma once

#include "plan/lt-agency.h"

G_BEGIN_DECLS

/* The agencies that a file knows, as the GListModel of its LtAgency children,
 * and the ways to find one by name. */
#define LT_TYPE_REGISTRY (lt_registry_get_type ())
G_DECLARE_FINAL_TYPE (LtRegistry, lt_registry, LT, REGISTRY, LtItem)

LtRegistry *lt_registry_new      (void);

/* By name, short form or variant, without regard to case, tone place, dash kind,
 * "và" or "&", white space. Borrowed; NULL if none or if several agencies claim it. */
LtAgency   *lt_registry_find     (LtRegistry *self, const char *name);

/* Borrowed; NULL if there is none. */
LtAgency   *lt_registry_get_by_id (LtRegistry *self, gint64 id);

/* An agency that succeeds itself, if need be by way of others, with no days that
 * tell the order; borrowed, NULL if there is none. Such a registry is refused. */
LtAgency   *lt_registry_find_succession_circle (LtRegistry *self);

/* Counts up whenever an agency is added, removed or renamed, so that what was
 * derived from the registry can be told to be stale. */
guint       lt_registry_get_serial (LtRegistry *self);

G_END_DECLS
