/* SPDX-License-Identifier: MIT */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What the person chose for all files: language, name in the journal, the
 * reading that new plans begin with. */
#define LT_TYPE_PREFERENCES (lt_preferences_get_type ())
G_DECLARE_FINAL_TYPE (LtPreferences, lt_preferences, LT, PREFERENCES, AdwPreferencesWindow)

GtkWidget *lt_preferences_new (void);

G_END_DECLS
