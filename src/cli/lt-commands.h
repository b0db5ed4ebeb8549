/* SPDX-License-Identifier: MIT */
#pragma once

#include "cli/lt-arguments.h"
#include "cli/lt-describe.h"
#include "store/lt-document.h"

G_BEGIN_DECLS

/* In the order of the help; ended by NULL. */
extern const LtCommand *const lt_commands[];

/* Borrowed, static; NULL if there is no such command. */
const LtCommand *lt_commands_find (const char *name);

/* One file a group of verbs defines these. */
extern const LtCommand lt_command_new, lt_command_check, lt_command_backup, lt_command_recover;
extern const LtCommand lt_command_show, lt_command_list;
extern const LtCommand lt_command_set, lt_command_add, lt_command_remove;
extern const LtCommand lt_command_report, lt_command_carry_over;
extern const LtCommand lt_command_baseline;
extern const LtCommand lt_command_history, lt_command_undo, lt_command_redo;
extern const LtCommand lt_command_export, lt_command_import, lt_command_collect;
extern const LtCommand lt_command_draw;
extern const LtCommand lt_command_parse;
extern const LtCommand lt_command_reorganise;

/* The options that several commands share. */
#define LT_OPTION_JSON { "json", LT_OPTION_FLAG, NULL, N_("Print one JSON document") }
#define LT_OPTION_PLAN { "plan", LT_OPTION_COUNT, "N", N_("The N-th plan of the file, from 1") }
#define LT_OPTION_AS_OF { "as-of", LT_OPTION_DAY, "DATE", N_("Judge deadlines as of that day instead of today") }
#define LT_OPTION_SOON { "soon", LT_OPTION_COUNT, "DAYS", N_("How many days before it is due a row counts as due soon; 15 without it") }

/* What --as-of and --soon say. */
LtAsOf      lt_commands_get_as_of     (LtArguments *arguments);
/* The first operand, opened for reading, or for changing it now or not at all. */
LtDocument *lt_commands_open_to_read  (LtArguments *arguments, GError **error);
LtDocument *lt_commands_open_to_write (LtArguments *arguments, GError **error);
/* Fails if both name one existing file, which the command would destroy. */
gboolean    lt_commands_check_distinct (const char *source, const char *target, GError **error);

G_END_DECLS
