/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define LT_EXCHANGE_ERROR (lt_exchange_error_quark ())
GQuark lt_exchange_error_quark (void);

typedef enum {
  LT_EXCHANGE_ERROR_FORMAT,  /* damaged, or not the kind of file it was taken for */
  LT_EXCHANGE_ERROR_VERSION, /* written by a newer version of the program */
  LT_EXCHANGE_ERROR_CONTENT, /* well formed, but says what no plan can say */
  LT_EXCHANGE_ERROR_LIMIT,   /* larger than any honest file */
} LtExchangeError;

G_END_DECLS
