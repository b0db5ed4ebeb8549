/* SPDX-License-Identifier: MIT */
#pragma once

#include "text/lt-date.h"

G_BEGIN_DECLS

#define LT_CLI_ERROR (lt_cli_error_quark ())
GQuark lt_cli_error_quark (void);

typedef enum {
  LT_CLI_ERROR_USAGE,  /* the command was called wrongly: exit status 2 */
  LT_CLI_ERROR_FAILED, /* it could not be done: exit status 1, as for all other domains */
} LtCliError;

typedef enum {
  LT_OPTION_FLAG,
  LT_OPTION_TEXT,  /* cleaned: NFC, white space folded */
  LT_OPTION_CHOSEN, /* a text, or "" where none stands behind it: --name or --name=TEXT */
  LT_OPTION_TEXTS, /* the same, and can be given several times */
  LT_OPTION_DAY,
  LT_OPTION_COUNT, /* a whole number from 0 */
} LtOptionKind;

typedef struct {
  const char *name;
  LtOptionKind kind;
  const char *placeholder; /* what the help calls the value; NULL for flags */
  const char *help;        /* msgid */
} LtOption;

typedef struct _LtArguments LtArguments;

typedef struct {
  const char *name;
  const char *operands; /* "FILE PATH VALUE", for the help */
  int min_operands;
  int max_operands;     /* -1: any number */
  const char *summary;  /* msgid, one line */
  const char *details;  /* msgid, or NULL */
  const LtOption *options; /* ended by a NULL name; NULL for none */
  gboolean (*run) (LtArguments *arguments, GError **error);
} LtCommand;

/* @words: what stands behind the command's name, NULL-ended. NULL with
 * LT_CLI_ERROR_USAGE for what the command does not take, or FAILED for bytes that
 * are not UTF-8. */
LtArguments *lt_arguments_parse       (const LtCommand *command, char **words, GError **error);
void         lt_arguments_free        (LtArguments *self);
/* "--help" was among the words; operands and values were not looked at then. */
gboolean     lt_arguments_wants_help  (LtArguments *self);
/* (transfer full) */
char        *lt_command_dup_help      (const LtCommand *command);

guint        lt_arguments_get_n_operands (LtArguments *self);
/* Borrowed; NULL beyond the end. */
const char  *lt_arguments_get_operand (LtArguments *self, guint index);
gboolean     lt_arguments_get_flag    (LtArguments *self, const char *name);
/* Borrowed; NULL if not given. */
const char  *lt_arguments_get_text    (LtArguments *self, const char *name);
/* All that were given, in order. (transfer full) */
GStrv        lt_arguments_dup_texts   (LtArguments *self, const char *name);
LtDay        lt_arguments_get_day     (LtArguments *self, const char *name, LtDay fallback);
int          lt_arguments_get_count   (LtArguments *self, const char *name, int fallback);

/* A whole number from 0 in decimal digits, nothing around it. */
gboolean     lt_arguments_read_count  (const char *words, int *count);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LtArguments, lt_arguments_free)

G_END_DECLS
