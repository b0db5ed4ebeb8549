/* SPDX-License-Identifier: MIT */
#pragma once

#include "exchange/lt-legacy-text.h"
#include "exchange/lt-number-format.h"
#include "exchange/lt-xml.h"

G_BEGIN_DECLS

/* How the cells of a workbook look, as far as it says what they mean. */
typedef struct _LtXlsxStyles LtXlsxStyles;

typedef struct {
  const LtNumberFormat *format; /* borrowed */
  gboolean bold;
  LtLegacy legacy; /* what the font makes of the letters */
} LtXlsxStyle;

/* @part may be NULL: then there is one plain style. */
LtXlsxStyles      *lt_xlsx_styles_read (LtArchive *archive, const char *part, LtBudget *budget,
                                        GError **error);
void               lt_xlsx_styles_free (LtXlsxStyles *self);
/* Never NULL: an unknown index is the plain style. */
const LtXlsxStyle *lt_xlsx_styles_get  (LtXlsxStyles *self, gint64 index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LtXlsxStyles, lt_xlsx_styles_free)

G_END_DECLS
