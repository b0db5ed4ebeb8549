/* SPDX-License-Identifier: MIT */
#include "exchange/lt-import-progress.h"

#include <string.h>

#include "exchange/lt-form-cell.h"
#include "exchange/lt-import-text.h"
#include "plan/lt-status.h"
#include "text/lt-text.h"

#define STATE_CHARS_MAX 160
/* "Đang triển khai" says the state and no more; "hoàn thành đúng hạn" does. */
#define STATE_WORDS_MAX 3

/* Folded words that say a state whatever follows them; "chưa hoàn thành" may be one of two. */
static const struct {
  const char *words;
  LtState state;
} starts[] = {
  { "da hoan thanh", LT_STATE_DONE },
  { "hoan thanh", LT_STATE_DONE },
  { "da thuc hien xong", LT_STATE_DONE },
  { "da xong", LT_STATE_DONE },
  { "dang thuc hien", LT_STATE_IN_PROGRESS },
  { "dang trien khai", LT_STATE_IN_PROGRESS },
  { "dang xu ly", LT_STATE_IN_PROGRESS },
  { "chua thuc hien", LT_STATE_NOT_STARTED },
  { "chua trien khai", LT_STATE_NOT_STARTED },
  { "chua bat dau", LT_STATE_NOT_STARTED },
  { "chua xu ly", LT_STATE_NOT_STARTED },
  { "tam dung", LT_STATE_PAUSED },
};

/* Less than all of it is not done: "Hoàn thành 60 %", "hoàn thành một phần". */
static gboolean
is_partial (const char *rest)
{
  return strstr (rest, "mot phan") != NULL || strstr (rest, "co ban") != NULL
         || (strchr (rest, '%') != NULL && strstr (rest, "100") == NULL);
}

static char *
read_cell (const LtCell *cell, LtEntryKind kind, gboolean *literal)
{
  LtEntry entry = { .kind = kind, .minimum = 0, .maximum = 100 };
  g_autofree char *note = NULL;
  char *value = lt_form_cell_read (cell, &entry, &note);

  *literal = note == NULL;
  return value;
}

gboolean
lt_import_progress_read_state (const LtCell *cell, LtState *state, gboolean *exact)
{
  g_autofree char *nick = NULL;
  g_autofree char *folded = NULL;
  gboolean literal;

  if (*cell->text == '\0' || g_utf8_strlen (cell->text, -1) > STATE_CHARS_MAX)
    return FALSE;
  nick = read_cell (cell, LT_ENTRY_CHOICE, &literal);
  *exact = nick != NULL && (literal || lt_import_text_count_words (cell->text) <= STATE_WORDS_MAX);
  if (nick != NULL)
    return lt_state_from_words (nick, state);
  folded = lt_text_dup_folded (cell->text);
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      gsize length = strlen (starts[i].words);

      if (!g_str_has_prefix (folded, starts[i].words) || g_ascii_isalnum (folded[length]))
        continue;
      *exact = folded[length] == '\0';
      *state = starts[i].state == LT_STATE_DONE && is_partial (folded + length) ? LT_STATE_IN_PROGRESS
                                                                               : starts[i].state;
      return TRUE;
    }
  return FALSE;
}

gboolean
lt_import_progress_read_percent (const LtCell *cell, int *percent)
{
  gboolean literal;
  g_autofree char *number = *cell->text != '\0' ? read_cell (cell, LT_ENTRY_WHOLE, &literal) : NULL;

  if (number == NULL)
    return FALSE;
  *percent = atoi (number);
  return TRUE;
}
