/* SPDX-License-Identifier: MIT */
#pragma once

#include "plan/lt-plan-check.h"

G_BEGIN_DECLS

/* Takes the message. */
void _lt_oddities_add            (GPtrArray *oddities, LtOddityKind kind, LtItem *item, char *message);

/* @last_label: the numbers of results may run on from row to row of a model. */
void _lt_assignment_check_outcomes (LtAssignment *assignment, guint *last_label, GPtrArray *oddities);
/* Agencies of both cells of a row. */
void _lt_assignment_check_agencies (LtAssignment *assignment, GPtrArray *oddities);
void _lt_registry_check          (LtRegistry *registry, GPtrArray *oddities);

G_END_DECLS
