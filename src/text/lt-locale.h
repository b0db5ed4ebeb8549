/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Sets the locale and binds the message catalogue; call it once, before any
 * thread and before anything is translated.
 * @language: "vi" or "en"; "system" for what the desktop says; NULL for the rule
 * of programs without settings: LANGUAGE where it is set, English where the
 * locale names it, Vietnamese everywhere else. */
void        lt_locale_init            (const char *language);
/* The folder that holds vi/LC_MESSAGES/…: that of the build tree for a program
 * that runs from there, else that of the installation it belongs to. Static. */
const char *lt_locale_get_directory   (void);

G_END_DECLS
