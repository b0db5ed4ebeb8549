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
  LT_EXCHANGE_ERROR_LIMIT,   /* larger than any honest file, or than the format can hold */
  LT_EXCHANGE_ERROR_CHOICE,  /* no such report, kind of file, plan or agency */
  LT_EXCHANGE_ERROR_FAILED,  /* a library gave up; the message has its reason */
  LT_EXCHANGE_ERROR_NO_FOLDER, /* the folder to write to is not there */
  LT_EXCHANGE_ERROR_DENIED,  /* no right to write there, or the file is held open */
  LT_EXCHANGE_ERROR_NO_SPACE,
  LT_EXCHANGE_ERROR_NO_PROGRAM, /* another program that is needed is not installed */
  LT_EXCHANGE_ERROR_TARGET,  /* something stands there that is not a file */
} LtExchangeError;

G_END_DECLS
