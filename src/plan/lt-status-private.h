/* SPDX-License-Identifier: MIT */
#pragma once

#include "plan/lt-item.h"

G_BEGIN_DECLS

/* The states in the order of LtState. */
extern const LtChoice _lt_state_choices[];

G_END_DECLS
