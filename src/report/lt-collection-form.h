/* SPDX-License-Identifier: MIT */
#pragma once

#include "report/lt-form-recipients.h"
#include "report/lt-table.h"

G_BEGIN_DECLS

typedef struct {
  LtDay day;  /* the report day, put in beforehand; LT_DAY_NONE leaves it to the agency */
  LtDay made; /* when the form goes out */
  gboolean coordinated; /* the rows that the agency coordinates, too */
  LtDay return_by; /* when it is wanted back; LT_DAY_NONE says nothing of it */
} LtCollectionFormOptions;

/* The form in which one agency reports: its rows as issued, locked, beside them what is stored,
 * to be brought up to date; a sheet of the targets, if there are any; how to fill it
 * in; and the fingerprint by which it is known when it comes back.
 * (transfer full) (element-type LtTable); the words are Vietnamese whatever the
 * interface's language is. */
GPtrArray *lt_collection_form_build (LtPlan *plan, const LtFormRecipient *recipient,
                                     const LtCollectionFormOptions *options);

G_END_DECLS
