/* SPDX-License-Identifier: MIT */
#pragma once

#include "plan/lt-book.h"

G_BEGIN_DECLS

/* The plan of 14 models that Hải Phòng issued in 2024, with the agencies that it
 * names, as a draft. It comes with the program; every call makes new ids.
 * Returns: (transfer full), NULL with LT_EXCHANGE_ERROR or G_RESOURCE_ERROR */
LtBook *lt_sample_new (GError **error);

/* The reorganisations of agencies that come with the program, by name ("hai-phong-2025");
 * ended by NULL, static. */
const char *const *lt_sample_list_reorganisations (void);
/* One of them as a draft whose registry holds what ended, what came and who follows
 * whom; NULL with LT_EXCHANGE_ERROR if there is none of that name. (transfer full) */
LtBook *lt_sample_new_reorganisation (const char *name, GError **error);

/* What people call the one at that place of the list, translated; NULL beyond the end. */
const char        *lt_sample_get_reorganisation_title (guint index);
/* One that somebody has written down in a file of the JSON form. */
LtBook            *lt_sample_load_reorganisation      (const char *path, GError **error);

G_END_DECLS
