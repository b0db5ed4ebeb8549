/* SPDX-License-Identifier: MIT */
#pragma once

/* Declared by people, never guessed from a date. */
typedef enum {
  LT_STATE_NOT_STARTED,
  LT_STATE_IN_PROGRESS,
  LT_STATE_DONE,
  LT_STATE_MAINTAINED, /* duy trì thường xuyên */
  LT_STATE_PAUSED,
  LT_STATE_CANCELLED,
} LtState;

#define LT_N_STATES 6
