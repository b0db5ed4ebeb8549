/* SPDX-License-Identifier: MIT */
#include "exchange/lt-import-text.h"

#include <string.h>

#include "exchange/lt-import-number.h"
#include "text/lt-text.h"

/* Words that something must follow, unless one of @closed (parted by |) stands before them:
 * "hằng năm", "chuyển đổi số". */
static const struct {
  const char *word;
  const char *closed;
} open_words[] = {
  { "và", "" },
  { "ngày", "hằng|hàng|mỗi|trong" },
  { "tháng", "hằng|hàng|mỗi|trong|sáu|ba" },
  { "năm", "hằng|hàng|mỗi|trong|cả|cuối|đầu|giữa|toàn" },
  { "quý", "hằng|hàng|mỗi|trong" },
  { "trước", "lần|kỳ|năm" },
  { "đến", "" },
  { "từ", "" },
  { "của", "" },
  { "các", "" },
  { "về", "" },
  { "cho", "" },
  { "với", "" },
  { "theo", "tiếp|kèm" },
  { "trong", "" },
  { "tại", "hiện" },
  { "Sở", "" },
  { "Bộ", "" },
  { "Ban", "" },
  { "UBND", "Chủ tịch|phòng" },
  { "thành", "hoàn|hình|trưởng" },
  { "số", "đổi|tế|hội|quyền|tầng|ký|dân|dữ liệu|năng|học|thuật|nền|cổng|tham|liệu|bạ|chỉ|thông|phủ|nghệ" },
  { "là", "" },
  { "được", "đạt" },
  { "hoặc", "" },
  { "do", "Tự|tự" },
  { "để", "" },
  { "bằng", "" },
  { "trên", "" },
};

#define TITLE_WORDS_MAX 6
#define DITTO_BYTES_MAX 24

static gunichar
get_first (const char *text)
{
  return g_utf8_get_char (text);
}

gboolean
lt_import_text_goes_on (const char *text)
{
  while (*text == ' ' || *text == '"' || g_str_has_prefix (text, "“"))
    text = g_utf8_next_char (text);
  if (*text == ',' || *text == ';' || *text == ')')
    return TRUE;
  return g_unichar_islower (get_first (text)) && lt_import_number_measure (text, NULL) == 0;
}

/* Whether one of @closed ends at @length, blanks aside; so do days and months that are counted. */
static gboolean
is_closed (const char *text, gsize length, const char *closed)
{
  g_auto (GStrv) words = g_strsplit (closed, "|", -1);

  while (length > 0 && (text[length - 1] == ' ' || text[length - 1] == '\n'))
    length--;
  if (*closed != '\0' && length > 0 && g_ascii_isdigit (text[length - 1]))
    return TRUE;
  for (guint i = 0; words[i] != NULL && *closed != '\0'; i++)
    {
      gsize n = strlen (words[i]);

      if (length >= n && strncmp (text + length - n, words[i], n) == 0)
        return TRUE;
    }
  return FALSE;
}

gboolean
lt_import_text_is_open (const char *text)
{
  gsize length = strlen (text);

  while (length > 0 && text[length - 1] == ' ')
    length--;
  if (length == 0)
    return FALSE;
  if (strchr (",;-/&(", text[length - 1]) != NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (open_words); i++)
    {
      gsize n = strlen (open_words[i].word);

      if (length >= n && strncmp (text + length - n, open_words[i].word, n) == 0
          && (length == n || text[length - n - 1] == ' ' || text[length - n - 1] == '\n'))
        return !is_closed (text, length - n, open_words[i].closed);
    }
  return FALSE;
}

static void
append_line (GString *text, const char *line, gboolean same)
{
  if (text->len > 0)
    g_string_append_c (text, same ? ' ' : '\n');
  g_string_append (text, line);
}

static const char *
find_last_line (const GString *text)
{
  const char *last = strrchr (text->str, '\n');

  return last != NULL ? last + 1 : text->str;
}

char *
lt_import_text_dup_joined (const char *text)
{
  g_auto (GStrv) lines = NULL;
  GString *joined;

  if (strchr (text, '\n') == NULL)
    return g_strdup (text);
  lines = g_strsplit (text, "\n", -1);
  joined = g_string_new (NULL);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *last = find_last_line (joined);
      gsize length = strlen (last);
      gboolean open = lt_import_text_is_open (last) && length > 0 && last[length - 1] != ';';

      /* An empty line parts what stands in different cells. */
      append_line (joined, lines[i],
                   length > 0 && *lines[i] != '\0' && lt_import_number_measure (lines[i], NULL) == 0
                       && (lt_import_text_goes_on (lines[i]) || open));
    }
  return g_string_free (joined, FALSE);
}

char *
lt_import_text_dup_line (const char *text)
{
  g_auto (GStrv) lines = NULL;
  GString *joined;

  if (strchr (text, '\n') == NULL)
    return g_strdup (text);
  lines = g_strsplit (text, "\n", -1);
  joined = g_string_new (NULL);
  for (guint i = 0; lines[i] != NULL; i++)
    append_line (joined, lines[i],
                 !g_unichar_isupper (get_first (lines[i]))
                     && lt_import_number_measure (lines[i], NULL) == 0);
  return g_string_free (joined, FALSE);
}

void
lt_import_text_append (GString *text, const char *more)
{
  if (*more == '\0')
    return;
  append_line (text, more,
               lt_import_number_measure (more, NULL) == 0
                   && (lt_import_text_goes_on (more) || lt_import_text_is_open (text->str)));
}

/* "(1) …; (2) …" in one line, as programs give it that know no paragraphs: where the next
 * number stands, or NULL. */
static const char *
find_next_bracket (const char *text, guint number)
{
  g_autofree char *sign = g_strdup_printf (" (%u) ", number);
  const char *place = strstr (text, sign);

  return place != NULL ? place + 1 : NULL;
}

static void
add_brackets_apart (GPtrArray *lines, const char *line)
{
  const char *start = line;
  const char *next;
  guint number = 1;

  if (g_str_has_prefix (line, "("))
    number = (guint) g_ascii_strtoull (line + 1, NULL, 10);
  if (number == 0 || number > 99 || !g_str_has_prefix (line, "("))
    {
      g_ptr_array_add (lines, g_strdup (line));
      return;
    }
  while ((next = find_next_bracket (start, ++number)) != NULL)
    {
      g_ptr_array_add (lines, g_strchomp (g_strndup (start, (gsize) (next - start))));
      start = next;
    }
  g_ptr_array_add (lines, g_strdup (start));
}

static GPtrArray *
list_lines (const char *text)
{
  g_autofree char *joined = lt_import_text_dup_joined (text);
  g_auto (GStrv) lines = g_strsplit (joined, "\n", -1);
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      add_brackets_apart (list, lines[i]);
  return list;
}

/* Items below the first style of numbers belong to the result that they stand in. */
GPtrArray *
lt_import_text_split (const char *text)
{
  g_autoptr (GPtrArray) lines = list_lines (text);
  GPtrArray *results = g_ptr_array_new_with_free_func (g_free);
  gboolean numbered = FALSE;
  guint rank = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const char *line = g_ptr_array_index (lines, i);
      LtImportNumber number;
      gboolean own = lt_import_number_measure (line, &number) > 0;
      char *last = results->len > 0 ? g_ptr_array_index (results, results->len - 1) : NULL;
      gboolean starts = !numbered;

      if (own && !numbered)
        {
          numbered = TRUE;
          rank = lt_import_number_get_rank (&number);
        }
      else if (own)
        starts = lt_import_number_get_rank (&number) <= rank;
      /* What a sentence that ends with a colon lists is said by it. */
      if (!own && last != NULL && g_str_has_suffix (last, ":"))
        starts = FALSE;
      if (last == NULL || starts)
        {
          g_ptr_array_add (results, g_strdup (line));
          continue;
        }
      results->pdata[results->len - 1] = g_strconcat (last, "\n", line, NULL);
      g_free (last);
    }
  return results;
}

gboolean
lt_import_text_is_ditto (const char *text)
{
  static const char *const words[] = { "nt", "nhu tren", "nhu muc tren", "tuong tu", "n/t", "nhu dong tren" };
  g_autofree char *folded = NULL;
  const char *start;
  gsize length;

  if (*text == '\0' || strlen (text) > DITTO_BYTES_MAX)
    return FALSE;
  folded = lt_text_dup_folded (text);
  start = folded + strspn (folded, "-./ \"'");
  length = strlen (start);
  while (length > 0 && strchr ("-./ \"'", start[length - 1]) != NULL)
    length--;
  if (length == 0)
    return strpbrk (folded, "\"'") != NULL || strcmp (folded, "//") == 0;
  if (strncmp (start, "”", length) == 0 || strncmp (start, "″", length) == 0 || strncmp (start, "〃", length) == 0)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strlen (words[i]) == length && strncmp (start, words[i], length) == 0)
      return TRUE;
  return FALSE;
}

guint
lt_import_text_count_words (const char *text)
{
  guint n = 1;

  for (; *text != '\0'; text++)
    n += *text == ' ' ? 1 : 0;
  return n;
}

void
lt_import_text_count_cases (const char *text, guint *upper, guint *lower)
{
  *upper = *lower = 0;
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      *upper += g_unichar_isupper (g_utf8_get_char (text)) ? 1 : 0;
      *lower += g_unichar_islower (g_utf8_get_char (text)) ? 1 : 0;
    }
}

gboolean
lt_import_text_is_footer (const char *folded)
{
  static const char *const starts[] = {
    "noi nhan", "tm.", "tm ", "kt.", "tl.", "tuq.", "t/m", "k/t", "t/l", "nguoi lap",
    "thu truong don vi", "xac nhan cua", "- luu", "luu: vt", "luu vt", "nguoi ky", "ky ten",
    "(ky, ", "(da ky)",
  };
  static const char *const titles[] = {
    "bi thu", "pho bi thu", "chu tich", "pho chu tich", "giam doc", "pho giam doc", "truong phong", "chanh van phong",
    "hieu truong", "truong ban", "cuc truong", "vien truong",
  };

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    if (*starts[i] == *folded && g_str_has_prefix (folded, starts[i]))
      return TRUE;
  /* A title alone signs; a sentence that begins with it tells what somebody does. */
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (g_str_has_prefix (folded, titles[i]) && lt_import_text_count_words (folded) <= TITLE_WORDS_MAX)
      return TRUE;
  return strstr (folded, ", ngay ") != NULL && strstr (folded, " thang ") != NULL && strlen (folded) < 80;
}
