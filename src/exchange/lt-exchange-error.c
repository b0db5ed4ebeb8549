/* SPDX-License-Identifier: MIT */
#include "exchange/lt-exchange-error.h"

G_DEFINE_QUARK (lt-exchange-error-quark, lt_exchange_error)
