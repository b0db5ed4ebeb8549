/* SPDX-License-Identifier: MIT */
#pragma once

#include "exchange/lt-form-merge.h"

G_BEGIN_DECLS

/* Answers of a row are counted from 0; those of a target are its value, day and note. */
guint       _lt_form_count_answers   (gboolean is_target);
/* Of LtReport or LtMeasurement. Static. */
const char *_lt_form_get_field_name  (gboolean is_target, guint index);
/* What is stored of an assignment or a target. (transfer full), never NULL */
char       *_lt_form_dup_answer      (LtItem *item, guint index);
/* The day of what the form reports. */
LtDay       _lt_form_merge_get_day   (const LtFormMerge *self, const LtReturnedForm *form);

G_END_DECLS
