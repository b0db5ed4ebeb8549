/* SPDX-License-Identifier: MIT */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A text view that asks for the height which its text takes at the width it is
 * given. GtkTextView itself tells the height at the width it had before, and not
 * again when it learns better. */
#define LT_TYPE_TEXT_BOX (lt_text_box_get_type ())
G_DECLARE_FINAL_TYPE (LtTextBox, lt_text_box, LT, TEXT_BOX, GtkTextView)

G_END_DECLS
