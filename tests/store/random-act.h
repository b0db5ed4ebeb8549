/* SPDX-License-Identifier: MIT */
#pragma once

#include "store/lt-document.h"

/* What people do with more than one field at once: they report, measure, merge and name
 * agencies, say what a phrase means, carry work over. As random_edit_apply(); FALSE with
 * an error where the document refuses. */
gboolean random_act_apply (LtDocument *document, GRand *random, GError **error);
