/* SPDX-License-Identifier: MIT */
#pragma once

#include "plan/lt-item.h"

G_BEGIN_DECLS

/* What a report may say: nothing, or one of the states. */
extern const LtChoice _lt_said_state_choices[];
/* The states in the order of LtState. */
#define _lt_state_choices (_lt_said_state_choices + 1)

G_END_DECLS
