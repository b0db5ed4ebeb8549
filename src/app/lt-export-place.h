/* SPDX-License-Identifier: MIT */
#pragma once

#include "store/lt-document.h"

G_BEGIN_DECLS

/* Where what leaves a file is put. */

/* The folder to offer: the one of the file itself, but for one that the program keeps among its
 * own data. (transfer full), absolute */
char *lt_export_place_dup_folder   (LtDocument *document);
/* What somebody typed as a path: "~/" and what is not absolute begin at home. (transfer full) */
char *lt_export_place_dup_absolute (const char *typed);

G_END_DECLS
