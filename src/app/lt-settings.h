/* SPDX-License-Identifier: MIT */
#pragma once

#include <gio/gio.h>

#include "chart/lt-calendar.h"

G_BEGIN_DECLS

/* What belongs to the person and this machine; what belongs to a plan is in its
 * file. */

/* The settings, borrowed, made at the first call; NULL if the schema is neither
 * installed nor in the build tree (GSettings itself would abort). */
GSettings *lt_settings_get            (void);
/* "vi", "en" or "system". */
char      *lt_settings_dup_language   (void);
/* The name for the journal: the account's where none was chosen. */
char      *lt_settings_dup_author     (void);
/* Paths of files that still exist, newest first. */
GStrv      lt_settings_dup_recent     (void);
void       lt_settings_add_recent     (const char *path);
void       lt_settings_forget_recent  (const char *path);
/* How many days before its last day open work counts as due soon: 1 to LT_DUE_SOON_DAYS_MAX. */
int        lt_settings_get_due_soon_days (void);
/* Lines as lt_calendar_new() takes them. */
GStrv      lt_settings_dup_holidays   (void);
void       lt_settings_set_holidays   (const char *const *entries);
/* The holidays that come with the program and those of the settings. */
LtCalendar *lt_settings_dup_calendar  (void);
/* Puts every key back to its default. */
void       lt_settings_reset          (void);

G_END_DECLS
