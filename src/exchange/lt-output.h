/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

#include "exchange/lt-exchange-error.h"

G_BEGIN_DECLS

/* Puts @bytes in place of the file @path: at any moment, killed or out of
 * power, the old file or the new one stands there whole. Follows a symbolic link to its
 * file and keeps that file's permissions. On failure the old file is untouched and
 * nothing is left beside it. @path is in the file name encoding. */
gboolean lt_output_replace (const char *path, GBytes *bytes, GError **error);

G_END_DECLS
