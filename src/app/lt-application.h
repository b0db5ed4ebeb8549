/* SPDX-License-Identifier: MIT */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LT_TYPE_APPLICATION (lt_application_get_type ())
G_DECLARE_FINAL_TYPE (LtApplication, lt_application, LT, APPLICATION, AdwApplication)

LtApplication *lt_application_new  (GApplicationFlags flags);
/* The whole program; returns its exit status. */
int            lt_application_main (int argc, char **argv);

/* Shows the file, in @window if that has none yet, in the window that holds it
 * already, else in a new one. @window may be NULL. */
void           lt_application_open (LtApplication *self, GtkWindow *window, const char *path);
/* The path of the sample as a file of the person's own, made if it is not there.
 * (transfer full), NULL on error. */
char          *lt_application_ensure_sample (GError **error);
void           lt_application_open_sample (LtApplication *self, GtkWindow *window);

/* Makes the program's icon known to this display where it is not installed. Not done at the
 * start: GTK reads its icon themes anew for it. */
void lt_application_ensure_icon (void);

G_END_DECLS
