/* SPDX-License-Identifier: MIT */
#pragma once

#include "exchange/lt-xml.h"

G_BEGIN_DECLS

/* How the parts of an office file point at each other (ECMA-376 part 2). */
typedef struct {
  char *id;
  char *type; /* the last word of the type's address: "worksheet" */
  char *part; /* name in the archive */
} LtRelation;

/* The relations of @part ("" for the file as a whole); empty if it has none. What
 * points out of the archive is left out.
 * Returns: (transfer full) (element-type LtRelation), NULL on error */
GPtrArray        *lt_package_read_relations (LtArchive *archive, const char *part, LtBudget *budget,
                                             GError **error);
/* Borrowed parts; NULL if there is none. */
const char       *lt_package_find_by_id     (GPtrArray *relations, const char *id);
const char       *lt_package_find_by_type   (GPtrArray *relations, const char *type);

/* The part that holds the document itself, e.g. "xl/workbook.xml". (transfer full) */
char             *lt_package_dup_main_part  (LtArchive *archive, LtBudget *budget, GError **error);
/* What [Content_Types].xml calls @part, e.g. "application/vnd.….document.main+xml".
 * Returns: (transfer full); empty where it says nothing, NULL on error */
char             *lt_package_dup_content_type (LtArchive *archive, const char *part,
                                               LtBudget *budget, GError **error);

G_END_DECLS
