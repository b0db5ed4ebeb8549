/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Of the files that hold plans. */
#define LT_FILE_NAME_ENDING ".lotrinh"

/* The name of a plan's file without folder and ending, to be shown and to name what is made of
 * it. (transfer full), UTF-8 */
char *lt_file_name_dup_stem        (const char *path);
/* @path with @ending (".xlsx") behind it, unless it is there. (transfer full) */
char *lt_file_name_dup_with_ending (const char *path, const char *ending);

G_END_DECLS
