/* SPDX-License-Identifier: MIT */
#pragma once

#include "plan/lt-report.h"
#include "report/lt-form-columns.h"

G_BEGIN_DECLS

/* What is stored of a row, answer by answer, in the form that files use (nick of a state, ISO
 * day); empty where nothing has been said. A form goes out with these answers, and
 * what comes back is compared with them. */

/* @column: of the answers. (transfer full), never NULL */
char *lt_form_dup_stored        (LtAssignment *assignment, LtFormColumn column);
/* @column: value, day or note of the newest measurement. (transfer full), never NULL */
char *lt_form_dup_stored_figure (LtTarget *target, LtFormTargetColumn column);
G_END_DECLS
