/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The name of an edit is kept as its untranslated msgid and what goes in for
 * its "%s", so that a journal reads in the language of whoever reads it. */

/* Put before an argument that is itself a msgid, such as a field's title. */
#define LT_LABEL_TRANSLATE "\x1e"

/* @msgid with at most a few "%s"; then that many strings, ended by NULL. */
char *lt_label_new      (const char *msgid, ...) G_GNUC_NULL_TERMINATED;
/* The words in the interface's language. Any text is safe: nothing but "%s" is looked at. */
char *lt_label_dup_text (const char *label);

G_END_DECLS
