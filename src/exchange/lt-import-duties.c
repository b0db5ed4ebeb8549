/* SPDX-License-Identifier: MIT */
#include "exchange/lt-import-duties.h"

#include <string.h>

#include "exchange/lt-import-period.h"
#include "exchange/lt-import-text.h"
#include "text/lt-date.h"
#include "text/lt-text.h"

static const char lead_pattern[]
    = "^\\W*(?:(?:các )?(?:cơ quan|đơn vị)(?:,? (?:cơ quan|đơn vị))? )?chủ trì\\s*[:–-]\\s*(.*?)[\\s;,.\\n-]*"
      "(?:(?:các )?(?:cơ quan|đơn vị)(?:,? (?:cơ quan|đơn vị))? )?phối hợp\\s*[:–-]\\s*(.*)$";
static const char only_lead_pattern[]
    = "^\\W*(?:(?:các )?(?:cơ quan|đơn vị)(?:,? (?:cơ quan|đơn vị))? )?chủ trì\\s*[:–]\\s*(.*)$";

/* "Sở A (chủ trì), Sở B, Sở C (phối hợp)", "Sở A chủ trì, phối hợp với Sở B". */
static const char behind_pattern[]
    = "^\\W*([^()]{2,200}?)(?:\\s*\\(\\s*(?:cơ quan |đơn vị )?chủ trì(?: thực hiện)?\\s*\\)|\\s+chủ trì(?=[\\s;,.]|$))[\\s;,.:\\n-]*"
      "(?:(?:và )?phối hợp(?!\\p{L})(?:\\s+với(?!\\p{L}))?\\s*[:–-]?\\s*)?(.*?)\\s*(?:\\(\\s*(?:cơ quan |đơn vị )?phối hợp(?: thực hiện)?\\s*\\))?[\\s.]*$";
/* "Sở A; phối hợp: Sở B" */
static const char only_with_pattern[]
    = "^(.{2,200}?)(?:[;,.\\n(-]|\\s)\\s*(?:(?:các )?(?:cơ quan|đơn vị) )?phối hợp\\s*(?:với(?!\\p{L})|[:–])\\s*(.*?)[\\s.)]*$";

/* FALSE where the words are not in that order. */
static gboolean
take_apart_behind (LtImportDuties *duties, gboolean lead_said)
{
  static GRegex *regex[2];
  g_autoptr (GMatchInfo) info = NULL;
  char *lead;

  if (g_once_init_enter (&regex[0]))
    {
      regex[1] = g_regex_new (only_with_pattern, G_REGEX_CASELESS | G_REGEX_DOTALL, 0, NULL);
      g_once_init_leave (&regex[0],
                         g_regex_new (behind_pattern, G_REGEX_CASELESS | G_REGEX_DOTALL, 0, NULL));
    }
  if (*duties->coordination != '\0' || !g_regex_match (regex[lead_said ? 0 : 1], duties->lead, 0, &info))
    return FALSE;
  g_free (duties->coordination);
  duties->coordination = g_match_info_fetch (info, 2);
  lead = g_match_info_fetch (info, 1);
  g_free (duties->lead);
  duties->lead = lead;
  return TRUE;
}

static gboolean
take_apart (LtImportDuties *duties)
{
  static GRegex *regex[2];
  g_autoptr (GMatchInfo) info = NULL;
  g_autofree char *lead = NULL;

  if (strstr (duties->lead, "hủ trì") == NULL)
    return strstr (duties->lead, "hối hợp") != NULL && take_apart_behind (duties, FALSE);
  if (g_once_init_enter (&regex[0]))
    {
      regex[1] = g_regex_new (only_lead_pattern, G_REGEX_CASELESS | G_REGEX_DOTALL, 0, NULL);
      g_once_init_leave (&regex[0],
                         g_regex_new (lead_pattern, G_REGEX_CASELESS | G_REGEX_DOTALL, 0, NULL));
    }
  if (*duties->coordination == '\0' && g_regex_match (regex[0], duties->lead, 0, &info))
    {
      lead = g_match_info_fetch (info, 1);
      g_free (duties->coordination);
      duties->coordination = g_match_info_fetch (info, 2);
    }
  else
    {
      g_clear_pointer (&info, g_match_info_unref);
      if (!g_regex_match (regex[1], duties->lead, 0, &info))
        return take_apart_behind (duties, TRUE);
      lead = g_match_info_fetch (info, 1);
    }
  g_free (duties->lead);
  duties->lead = g_strstrip (g_steal_pointer (&lead));
  return TRUE;
}

/* "01/3/2025" is "ngày 01/3/2025" inside a sentence, "Tháng 3/2025" is written small there. */
static char *
dup_moment (const char *words)
{
  gunichar first = g_utf8_get_char (words);

  if (lt_day_from_user (words) != LT_DAY_NONE)
    return g_strconcat ("ngày ", words, NULL);
  if (g_unichar_isupper (first) && !g_unichar_isupper (g_utf8_get_char (g_utf8_next_char (words))))
    {
      g_autofree char *rest = g_strdup (g_utf8_next_char (words));
      char small[8] = { 0 };

      g_unichar_to_utf8 (g_unichar_tolower (first), small);
      return g_strconcat (small, rest, NULL);
    }
  return g_strdup (words);
}

static gboolean
begins_with_word (const char *words, const char *const *starts)
{
  g_autofree char *lower = g_utf8_strdown (words, -1);

  for (; *starts != NULL; starts++)
    if (g_str_has_prefix (lower, *starts))
      return TRUE;
  return FALSE;
}

static char *
dup_span (const char *start, const char *end)
{
  static const char *const from[] = { "từ ", "bắt đầu", NULL };
  static const char *const until[] = { "đến ", "trước ", "hết ", "xong ", NULL };
  g_autofree char *first = dup_moment (start);
  g_autofree char *last = dup_moment (end);

  return g_strconcat (begins_with_word (first, from) ? "" : "từ ", first,
                      begins_with_word (last, until) ? " " : " đến ", last, NULL);
}

/* A line of names that ends with a semicolon goes on in the next. */
static char *
dup_names (const char *words)
{
  g_autofree char *joined = lt_import_text_dup_joined (words);
  GString *names;

  if (strchr (joined, '\n') == NULL)
    return g_steal_pointer (&joined);
  names = g_string_new (NULL);
  for (const char *p = joined; *p != '\0'; p++)
    /* Each bullet keeps its line. */
    if (*p == '\n' && p > joined && p[-1] == ';' && lt_import_number_measure (p + 1, NULL) == 0)
      g_string_append_c (names, ' ');
    else
      g_string_append_c (names, *p);
  return g_string_free (names, FALSE);
}

/* A column for both, whose cells do not say who is what: the lead stands first. */
static void
take_apart_by_heading (LtImportDuties *duties, const LtImportSheet *sheet)
{
  guint column = lt_import_sheet_find_column (sheet, LT_IMPORT_COLUMN_LEAD, 0);
  g_autofree char *head = NULL;
  char *sign;

  if (column == sheet->n_columns || *duties->lead == '\0' || *duties->coordination != '\0')
    return;
  head = lt_text_dup_folded (sheet->heads[column]);
  if (strstr (head, "phoi hop") == NULL)
    return;
  sign = strpbrk (duties->lead, "/\n");
  if (sign == NULL || lt_import_number_measure (duties->lead, NULL) > 0)
    return;
  g_free (duties->coordination);
  duties->coordination = g_strstrip (g_strdup (sign + 1));
  *sign = '\0';
  g_strchomp (duties->lead);
  g_strdelimit (duties->lead, ";", ' ');
  g_strchomp (duties->lead);
}

static gboolean
has_broken_number (const char *text)
{
  for (const char *p = text; (p = strpbrk (p, " \t\r\n\f\v")) != NULL; p++)
    if (p > text && g_ascii_isdigit (p[-1]) && g_ascii_isdigit (p[1]))
      return TRUE;
  return FALSE;
}

/* A narrow cell breaks even years: "31/12/2 024". */
static void
mend_years (char **deadline)
{
  static GRegex *regex;
  char *mended;

  if (!has_broken_number (*deadline))
    return;
  if (g_once_init_enter (&regex))
    g_once_init_leave (&regex, g_regex_new ("([/.-]\\d{1,2}[/.-](?:2(?=\\s0\\d\\d(?!\\d))|20(?=\\s\\d\\d(?![\\d/.]))"
                                            "|20\\d(?=\\s\\d(?![\\d/.]))))\\s", 0, 0, NULL));
  mended = g_regex_replace (regex, *deadline, -1, 0, "\\1", 0, NULL);
  if (mended != NULL)
    {
      g_free (*deadline);
      *deadline = mended;
    }
}

/* "3" below "Tháng hoàn thành", "II" below "Quý". */
static char *
dup_moment_below (const LtImportSheet *sheet, LtImportColumn kind, const char *words)
{
  guint column = lt_import_sheet_find_column (sheet, kind, 0);
  char *moment = NULL;

  if (column < sheet->n_columns && strlen (words) <= 3)
    moment = lt_import_period_dup (sheet->heads[column], words);
  return moment != NULL ? moment : lt_import_text_dup_line (words);
}

void
lt_import_duties_read (const LtImportPart *part, LtImportDuties *duties)
{
  duties->deadline = dup_moment_below (part->sheet, LT_IMPORT_COLUMN_DEADLINE, part->deadline->str);
  duties->lead = dup_names (part->lead->str);
  duties->coordination = dup_names (part->coordination->str);
  if (part->start->len > 0)
    {
      g_autofree char *start = dup_moment_below (part->sheet, LT_IMPORT_COLUMN_START, part->start->str);
      char *span;

      mend_years (&start);
      mend_years (&duties->deadline);
      span = *duties->deadline != '\0' ? dup_span (start, duties->deadline)
                                             : g_strconcat ("từ ", start, NULL);

      g_free (duties->deadline);
      duties->deadline = span;
    }
  mend_years (&duties->deadline);
  if (!take_apart (duties))
    take_apart_by_heading (duties, part->sheet);
}

void
lt_import_duties_clear (LtImportDuties *duties)
{
  g_free (duties->deadline);
  g_free (duties->lead);
  g_free (duties->coordination);
}
