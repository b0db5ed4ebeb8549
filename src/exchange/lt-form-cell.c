/* SPDX-License-Identifier: MIT */
#include "exchange/lt-form-cell.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "plan/lt-status.h"
#include "text/lt-text.h"

/* Excel's number of 1970-01-01, and the numbers that are days of this century. */
#define SERIAL_OFFSET 25569
#define SERIAL_FIRST 36526
#define SERIAL_LAST 73050

/* Other words that people use; folded. What may mean two states ("chưa xong") is not
 * among them. */
static const struct {
  const char *words;
  LtState state;
} variants[] = {
  { "chua", LT_STATE_NOT_STARTED },
  { "chua lam", LT_STATE_NOT_STARTED },
  { "chua trien khai", LT_STATE_NOT_STARTED },
  { "chua trien khai thuc hien", LT_STATE_NOT_STARTED },
  { "chua bat dau", LT_STATE_NOT_STARTED },
  { "chua bao cao", LT_STATE_NOT_STARTED },
  { "dang", LT_STATE_IN_PROGRESS },
  { "dang lam", LT_STATE_IN_PROGRESS },
  { "dang trien khai", LT_STATE_IN_PROGRESS },
  { "dang trien khai thuc hien", LT_STATE_IN_PROGRESS },
  { "dang tiep tuc thuc hien", LT_STATE_IN_PROGRESS },
  { "tiep tuc thuc hien", LT_STATE_IN_PROGRESS },
  { "dang tien hanh", LT_STATE_IN_PROGRESS },
  { "xong", LT_STATE_DONE },
  { "da xong", LT_STATE_DONE },
  { "da hoan thanh", LT_STATE_DONE },
  { "da hoan thanh xong", LT_STATE_DONE },
  { "hoan thanh 100%", LT_STATE_DONE },
  { "da hoan thanh 100%", LT_STATE_DONE },
  { "da thuc hien xong", LT_STATE_DONE },
  { "da ket thuc", LT_STATE_DONE },
  { "hoan thanh dung han", LT_STATE_DONE },
  { "hoan thanh truoc han", LT_STATE_DONE },
  { "hoan thanh qua han", LT_STATE_DONE },
  { "hoan thanh tre han", LT_STATE_DONE },
  { "da hoan thanh dung han", LT_STATE_DONE },
  { "da hoan thanh truoc han", LT_STATE_DONE },
  { "da hoan thanh qua han", LT_STATE_DONE },
  { "da hoan thanh tre han", LT_STATE_DONE },
  { "hoan tat", LT_STATE_DONE },
  { "da hoan tat", LT_STATE_DONE },
  { "thuong xuyen", LT_STATE_MAINTAINED },
  { "duy tri", LT_STATE_MAINTAINED },
  { "thuc hien thuong xuyen", LT_STATE_MAINTAINED },
  { "dang duy tri thuong xuyen", LT_STATE_MAINTAINED },
  { "duy tri thuc hien thuong xuyen", LT_STATE_MAINTAINED },
  { "tam ngung", LT_STATE_PAUSED },
  { "dang tam dung", LT_STATE_PAUSED },
  { "tam hoan", LT_STATE_PAUSED },
  { "huy bo", LT_STATE_CANCELLED },
  { "da huy", LT_STATE_CANCELLED },
  { "khong thuc hien nua", LT_STATE_CANCELLED },
};

/* Without what stands around the words, "- Đã xong.", and "(100 %)" as "100%". */
static char *
dup_core (const char *text)
{
  g_autofree char *folded = lt_text_dup_folded (text);
  GString *core = g_string_new (NULL);
  const char *start = folded + strspn (folded, " -*+.,;:!\"'");

  for (const char *p = start; *p != '\0'; p++)
    if (strchr ("()", *p) == NULL && !(*p == ' ' && p[1] == '%'))
      g_string_append_c (core, *p);
  while (core->len > 0 && strchr (" -.,;:!\"'", core->str[core->len - 1]) != NULL)
    g_string_truncate (core, core->len - 1);
  return g_strchug (g_string_free (core, FALSE));
}

static char *
read_state (const char *text, char **note)
{
  g_autofree char *core = dup_core (text);
  LtState state;

  if (lt_state_from_words (text, &state) || lt_state_from_words (core, &state))
    return g_strdup (lt_state_get_nick (state));
  for (guint i = 0; i < G_N_ELEMENTS (variants); i++)
    if (strcmp (core, variants[i].words) == 0)
      {
        state = variants[i].state;
        *note = g_strdup_printf (_("“%s” was taken for “%s”."), text, lt_state_get_official (state));
        return g_strdup (lt_state_get_nick (state));
      }
  *note = g_strdup_printf (_("“%s” is none of the six states. Choose one of the list in that cell."), text);
  return NULL;
}

/* "1.234,5" as written here, "1234.5" as programs write it; a single "1,234" is read as
 * written here. FALSE for what is no number; the percent sign is told in @percent. */
static gboolean
read_number (const char *text, double *value, gboolean *percent)
{
  g_autofree char *digits = g_strdup (text);
  gsize length;
  char *end;

  g_strstrip (digits);
  length = strlen (digits);
  *percent = length > 0 && digits[length - 1] == '%';
  if (*percent)
    digits[length - 1] = '\0';
  g_strstrip (digits);
  if (g_regex_match_simple ("^[-+]?[0-9]{1,3}([.][0-9]{3})+(,[0-9]+)?$", digits, 0, 0)
      || g_regex_match_simple ("^[-+]?[0-9]{1,3}([ ][0-9]{3})+(,[0-9]+)?$", digits, 0, 0))
    {
      char *to = digits;

      for (const char *from = digits; *from != '\0'; from++)
        if (*from != '.' && *from != ' ')
          *to++ = *from;
      *to = '\0';
    }
  if (!g_regex_match_simple ("^[-+]?[0-9]{1,15}([.,][0-9]{1,15})?$", digits, 0, 0))
    return FALSE;
  *value = g_ascii_strtod (g_strdelimit (digits, ",", '.'), &end);
  return *end == '\0' && isfinite (*value);
}

static char *
format_number (double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (text, sizeof text, "%.15g", value == 0 ? 0 : value));
}

static char *
read_percent (const LtCell *cell, char **note)
{
  double value = cell->value;
  gboolean percent = FALSE;

  /* A time of the day is a number, too. */
  if (cell->kind == LT_CELL_NUMBER ? strchr (cell->text, ':') != NULL
                                   : cell->kind != LT_CELL_TEXT || !read_number (cell->text, &value, &percent))
    {
      *note = g_strdup_printf (_("“%s” is no percentage. Put in a whole number from 0 to 100."), cell->text);
      return NULL;
    }
  if (cell->kind == LT_CELL_NUMBER && g_str_has_suffix (cell->text, "%"))
    {
      percent = TRUE;
      value *= 100;
    }
  /* What a cell for whole numbers makes of a typed "50%" under a pasted format. */
  if (!percent && value > 0 && value < 1)
    {
      value *= 100;
      *note = g_strdup_printf (_("%s was taken for %.0f percent."), cell->text, round (value));
    }
  /* 0.45 is stored as a little more or less than itself. */
  value = round (value * 1e6) / 1e6;
  if (value < 0 || value > 100)
    {
      *note = g_strdup_printf (_("%s is not between 0 and 100 percent. Put in a whole number from 0 to 100."),
                               cell->text);
      return NULL;
    }
  if (value != round (value))
    {
      g_free (*note);
      *note = g_strdup_printf (_("%s was rounded to %.0f percent."), cell->text, round (value));
    }
  /* A half goes up, as everybody does it; printf() would have the even neighbour. */
  return g_strdup_printf ("%.0f", round (value));
}

static char *
read_figure (const LtCell *cell, char **note)
{
  double value = cell->value;
  gboolean percent = FALSE;

  if (cell->kind == LT_CELL_NUMBER && strchr (cell->text, ':') == NULL)
    percent = g_str_has_suffix (cell->text, "%");
  else if (cell->kind != LT_CELL_TEXT || !read_number (cell->text, &value, &percent))
    {
      *note = g_strdup_printf (_("“%s” is no number. Put in the figure alone, without words or a unit."), cell->text);
      return NULL;
    }
  else
    percent = FALSE;
  return format_number (percent ? round (value * 1e8) / 1e6 : value);
}

/* "25/10/2024", "ngày 25 tháng 10 năm 2024", "Hải Phòng, ngày 25/10/2024". What names two days, or
 * the time before one, is none. */
static LtDay
read_day_words (const char *text)
{
  g_autofree char *folded = lt_text_dup_folded (text);
  g_autoptr (GRegex) regex = g_regex_new ("^(?:(?:[a-z .-]*, *)?ngay )?([0-9]{1,2}) *thang *([0-9]{1,2}),? *nam *([0-9]{4})[.]?$"
                                          "|^(?:[a-z .-]*, *)?ngay ([0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{2,4})[.]?$", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *day = NULL;

  if (!g_regex_match (regex, folded, 0, &match))
    {
      if (g_str_has_suffix (folded, "."))
        folded[strlen (folded) - 1] = '\0';
      return lt_day_from_user (folded);
    }
  day = g_match_info_fetch (match, 4);
  if (day == NULL || *day == '\0')
    {
      g_free (day);
      day = g_match_info_expand_references (match, "\\1/\\2/\\3", NULL);
    }
  return lt_day_from_user (day);
}

static char *
read_day (const LtCell *cell, const LtEntry *entry, char **note)
{
  LtDay day = LT_DAY_NONE;

  if (cell->kind == LT_CELL_DAY)
    day = (LtDay) cell->value;
  else if (cell->kind == LT_CELL_NUMBER && cell->value >= SERIAL_FIRST && cell->value <= SERIAL_LAST)
    {
      g_autofree char *official = NULL;

      day = (LtDay) floor (cell->value) - SERIAL_OFFSET;
      official = lt_day_dup_official (day);
      *note = g_strdup_printf (_("%s was taken for the day %s."), cell->text, official);
    }
  else if (cell->kind == LT_CELL_TEXT)
    day = read_day_words (cell->text);
  if (day != LT_DAY_NONE && day >= entry->minimum && day <= entry->maximum)
    return lt_day_dup_iso (day);
  g_clear_pointer (note, g_free);
  *note = g_strdup_printf (_("“%s” is no day of this century. Put it in as day/month/year: 25/10/2024."),
                           cell->text);
  return NULL;
}

/* Digits as they are typed with another keyboard, "５０％", and spaces that are none. */
static char *
dup_plain (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);

  return normal != NULL ? g_steal_pointer (&normal) : g_strdup (text);
}

char *
lt_form_cell_read (const LtCell *cell, const LtEntry *entry, char **note)
{
  g_autofree char *plain = NULL;
  LtCell own = *cell;

  *note = NULL;
  if (*cell->text == '\0')
    return g_strdup ("");
  if ((cell->flags & LT_CELL_FLAG_FORMULA) && *cell->text == '#')
    {
      *note = g_strdup_printf (_("A formula gives the error %s. Put in what it should give."), cell->text);
      return NULL;
    }
  if (entry->kind != LT_ENTRY_TEXT)
    own.text = plain = dup_plain (cell->text);
  switch (entry->kind)
    {
    case LT_ENTRY_CHOICE:
      return read_state (own.text, note);
    case LT_ENTRY_WHOLE:
      return read_percent (&own, note);
    case LT_ENTRY_NUMBER:
      return read_figure (&own, note);
    case LT_ENTRY_DAY:
      return read_day (&own, entry, note);
    case LT_ENTRY_TEXT:
    default:
      return g_strdup (cell->text);
    }
}
