/* SPDX-License-Identifier: MIT */
#pragma once

#include "exchange/lt-exchange-error.h"

G_BEGIN_DECLS

typedef enum {
  LT_FILE_KIND_UNREADABLE,
  LT_FILE_KIND_OFFICE, /* a zip: .xlsx, .docx, or something else */
  LT_FILE_KIND_PDF,
  LT_FILE_KIND_HTML,
  LT_FILE_KIND_TEXT,
} LtFileKind;

/* What the first bytes of a file show; its name is not asked. LT_FILE_KIND_UNREADABLE
 * comes with an LT_EXCHANGE_ERROR_FORMAT that says what the file is and what to do. */
LtFileKind lt_file_kind_sniff (GBytes *bytes, GError **error);

G_END_DECLS
