/* SPDX-License-Identifier: MIT */
#include "exchange/lt-import-context.h"

#include <string.h>

#include "exchange/lt-import-item.h"
#include "exchange/lt-import-text.h"
#include "text/lt-text.h"

#define LABEL_CHARS_MAX 40
#define TITLE_LINES_MAX 5
#define TITLE_CHARS_MAX 500
#define ATTACHMENT_LINES_MAX 4
#define PREAMBLE_CHARS_MIN 120
#define LETTERHEAD_LINES_MAX 7
#define LETTERHEAD_BYTES_MAX 600
/* A whole document may stand before its table; what belongs to the table is near it. */
#define LINES_MAX 400

#define BLANK "[\\s.…_]*"

static const char label_pattern[]
    = "^(phụ\\s+lục(?:\\s+số)?(?:\\s*[:.]?\\s*(?:[IVX]{1,5}|\\d{1,2})(?:[a-z])?(?=$|[\\s.:–-]))?)\\s*[.:–-]*\\s*(.*)$";
static const char number_pattern[] = "\\bsố\\s*:?\\s*([\\d.…_ ]*)((?:-[A-ZĐ]{1,6})?/[^\\s,;)]+)";
static const char day_pattern[]
    = "ngày" BLANK "(\\d{0,2})" BLANK "(?:/|-|tháng)" BLANK "(\\d{0,2})" BLANK "(?:/|-|năm)" BLANK "(\\d{4})";

static GPtrArray *
list_lines (const LtImportSheet *sheet, guint first, guint last)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (guint row = first; row < last; row++)
    {
      g_autoptr (GString) words = g_string_new (NULL);
      g_auto (GStrv) parts = NULL;

      if (sheet->rows[row].role != LT_IMPORT_ROW_TEXT)
        continue;
      for (guint column = 0; column < sheet->n_columns; column++)
        {
          const char *text = lt_import_sheet_get_own (sheet, row, column);

          if (*text != '\0' && words->len > 0)
            g_string_append_c (words, '\n');
          g_string_append (words, text);
        }
      parts = g_strsplit (words->str, "\n", -1);
      for (guint i = 0; parts[i] != NULL; i++)
        {
          g_autofree char *line = lt_text_dup_clean (parts[i], FALSE, NULL);

          if (line != NULL && *line != '\0')
            g_ptr_array_add (lines, g_steal_pointer (&line));
        }
    }
  return lines;
}

static GMatchInfo *
match (const char *pattern, const char *text)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_CASELESS, 0, NULL);
  GMatchInfo *info = NULL;

  if (g_regex_match (regex, text, 0, &info))
    return info;
  g_match_info_free (info);
  return NULL;
}

/* A table without lines that sets the issuer beside the motto of the state. */
static gboolean
is_letterhead_table (const LtImportSheet *sheet)
{
  guint n = 0;
  gboolean numbered = FALSE;
  gboolean dated = FALSE;

  if (sheet->header < sheet->n_rows)
    return FALSE;
  for (guint row = 0; row < sheet->n_rows; row++)
    {
      for (guint column = 0; column < sheet->n_columns; column++)
        {
          const char *text = lt_import_sheet_get_own (sheet, row, column);
          g_autofree char *folded = NULL;
          g_autoptr (GMatchInfo) info = NULL;

          if (lt_table_get_row_role (sheet->table, row) == LT_ROW_PARAGRAPH || strlen (text) > LETTERHEAD_BYTES_MAX)
            continue;
          folded = lt_text_dup_folded (text);
          if (strstr (folded, "doc lap") != NULL || strstr (folded, "dang cong san viet nam") != NULL)
            return TRUE;
          info = match (number_pattern, text);
          numbered |= info != NULL;
          dated |= strstr (folded, ", ngay ") != NULL;
        }
      n += lt_table_get_row_role (sheet->table, row) == LT_ROW_PARAGRAPH ? 0 : 1;
      if (n > LETTERHEAD_LINES_MAX)
        return FALSE;
    }
  return numbered && dated;
}

static guint
count_lines_above (const LtImportSheet *sheet)
{
  guint end = 0;

  while (end < sheet->n_rows && lt_table_get_row_role (sheet->table, end) == LT_ROW_PARAGRAPH)
    end++;
  return end;
}

/* What stands above the tables before, down to the last of them that has words. */
static void
prepend_lines_above (GPtrArray *lines, GPtrArray *before)
{
  for (guint i = before->len; i-- > 0;)
    {
      const LtImportSheet *sheet = g_ptr_array_index (before, i);
      guint end = is_letterhead_table (sheet) ? sheet->n_rows : count_lines_above (sheet);
      g_autoptr (GPtrArray) more = NULL;

      more = list_lines (sheet, 0, end);
      for (guint k = more->len; k-- > 0;)
        g_ptr_array_insert (lines, 0, g_strdup (g_ptr_array_index (more, k)));
    }
}

static gboolean
is_label (const char *line)
{
  g_autoptr (GMatchInfo) info = NULL;
  g_autofree char *rest = NULL;

  if (g_utf8_strlen (line, -1) > TITLE_CHARS_MAX)
    return FALSE;
  info = match (label_pattern, line);
  if (info == NULL)
    return FALSE;
  rest = g_match_info_fetch (info, 2);
  /* "Phụ lục kèm theo …" is no label, nor is a sentence that speaks of one. */
  return *rest == '\0' || !g_unichar_islower (g_utf8_get_char (rest));
}

static gboolean
is_attachment (const char *line)
{
  g_autofree char *folded = lt_text_dup_folded (line);
  const char *p = folded + strspn (folded, "( ");

  return g_str_has_prefix (p, "kem theo") || g_str_has_prefix (p, "ban hanh kem theo")
         || g_str_has_prefix (p, "dinh kem") || g_str_has_prefix (p, "ban hanh theo");
}

/* Lines of a letterhead, and others that are no title. */
static gboolean
is_letterhead (const char *line)
{
  static const char *const starts[] = {
    "uy ban nhan dan", "ubnd ", "cong hoa xa hoi", "dang cong san viet nam", "doan tncs", "doc lap - tu do", "doc lap-tu do", "so:", "so :",
    "don vi tinh", "can cu", "noi nhan", "bieu mau", "mau so", "mau bieu", "hoi dong nhan dan",
    "ban chi dao", "thanh uy", "tinh uy", "don vi:", "dvt", "tinh:", "thanh pho hai phong", NULL,
  };
  g_autofree char *folded = lt_text_dup_folded (line);

  for (guint i = 0; starts[i] != NULL; i++)
    if (g_str_has_prefix (folded, starts[i]) && strlen (folded) < 90)
      return TRUE;
  if (strstr (folded, ", ngay ") != NULL && strlen (folded) < 80)
    return TRUE;
  return strspn (folded, "-_*. =/") == strlen (folded);
}

/* Whoever issues, in the first lines of all: "ĐẢNG ỦY PHƯỜNG", "SỞ NỘI VỤ". */
static gboolean
is_organisation (const char *line)
{
  static const char *const starts[] = {
    "dang uy", "huyen uy", "quan uy", "dang bo", "so ", "phong ", "cong an ", "truong ", "trung tam ", "benh vien ",
    "chi cuc ", "cuc ", "van phong ", "ban quan ly ", "thanh tra ", "mat tran ", "doan ", "hoi ", "bo ",
    "ngan hang ", "cong ty ", "tong cong ty ", "tap doan ", "lien doan ", "kho bac ", "hai quan ", "bao hiem ",
    "dai hoc ", "hoc vien ", "vien ", "hop tac xa ", "uy ban ", "bch ", "ban chap hanh ", "ban thuong vu ", "hdnd ",
    "toa an ", "chi nhanh ", "xi nghiep ", "ban dan van", "ban to chuc", "ban tuyen giao", "ban noi chinh",
    "lien minh ", "tong cuc ", "kiem toan ", "cang vu ", "bao tang ", "thu vien ",
  };
  g_autofree char *folded = lt_text_dup_folded (line);

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    if (g_str_has_prefix (folded, starts[i]) && strlen (folded) < 60)
      return TRUE;
  return FALSE;
}

static gboolean
is_capitals (const char *text)
{
  guint upper, lower;

  lt_import_text_count_cases (text, &upper, &lower);
  return upper >= 4 && lower * 4 < upper;
}

/* "(Kèm theo …" up to its closing bracket; *@end is the line behind it. */
static char *
dup_attachment (GPtrArray *lines, guint first, guint *end)
{
  g_autoptr (GString) words = g_string_new (NULL);
  gboolean bracket = g_str_has_prefix (g_ptr_array_index (lines, first), "(");

  for (*end = first; *end < lines->len && *end < first + ATTACHMENT_LINES_MAX;)
    {
      const char *line = g_ptr_array_index (lines, (*end)++);

      if (words->len > 0)
        g_string_append_c (words, ' ');
      g_string_append (words, line);
      if (!bracket || strchr (line, ')') != NULL)
        break;
    }
  return g_strdup (words->str);
}

static void
append_title (GString *title, const char *line)
{
  if (title->len > 0)
    g_string_append_c (title, ' ');
  g_string_append (title, line);
}

/* "Căn cứ …", "Thực hiện …, Sở X xây dựng kế hoạch …": what a document begins with below its title. */
static gboolean
is_preamble (const char *line)
{
  g_autofree char *folded = lt_text_dup_folded (line);

  return g_str_has_prefix (folded, "can cu ")
         || (g_utf8_strlen (line, -1) > PREAMBLE_CHARS_MIN
             && (strstr (folded, " ban hanh ") != NULL || strstr (folded, " xay dung ") != NULL));
}

/* The title in capitals, or else the words that stand nearest. */
static char *
dup_title (GPtrArray *lines, guint first, guint last)
{
  g_autoptr (GString) title = g_string_new (NULL);
  gboolean capitals = FALSE;
  guint n = 0;

  for (guint i = last; i-- > first && n < TITLE_LINES_MAX;)
    {
      const char *line = g_ptr_array_index (lines, i);
      g_autoptr (GString) longer = NULL;

      if (is_letterhead (line) || is_attachment (line) || is_label (line) || is_preamble (line)
          || line[strlen (line) - 1] == ':' || (i < 2 && title->len > 0 && is_organisation (line)))
        {
          if (title->len > 0)
            break;
          continue;
        }
      if (g_utf8_strlen (line, -1) > TITLE_CHARS_MAX || (capitals && !is_capitals (line)))
        break;
      if (!capitals && is_capitals (line))
        {
          /* What was gathered so far is a remark, unless it goes on with the title: "thực hiện …". */
          if (!g_unichar_islower (g_utf8_get_char (title->str)))
            g_string_truncate (title, 0);
          capitals = TRUE;
        }
      longer = g_string_new (line);
      if (title->len > 0)
        append_title (longer, title->str);
      g_string_assign (title, longer->str);
      n++;
    }
  return g_strdup (title->str);
}

static gboolean
is_kind_of_document (const char *folded)
{
  static const char *const kinds[] = {
    "ke hoach", "ke hoach cong tac", "chuong trinh", "chuong trinh cong tac", "chuong trinh hanh dong",
    "chuong trinh phoi hop", "de an", "phuong an", "thong bao", "huong dan", "lich cong tac", "quyet dinh",
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (folded, kinds[i]) == 0)
      return TRUE;
  return FALSE;
}

/* "KẾ HOẠCH" and below it what for: a document whose table is no appendix. */
static char *
dup_document_title (GPtrArray *lines)
{
  for (guint i = 0; i + 1 < lines->len; i++)
    {
      g_autofree char *folded = lt_text_dup_folded (g_ptr_array_index (lines, i));
      g_autoptr (GString) title = NULL;

      if (!is_kind_of_document (folded) || !is_capitals (g_ptr_array_index (lines, i)))
        continue;
      title = g_string_new (g_ptr_array_index (lines, i));
      for (guint k = i + 1; k < lines->len && k < i + 1 + TITLE_LINES_MAX; k++)
        {
          const char *line = g_ptr_array_index (lines, k);

          if (is_letterhead (line) || strchr (".;:", line[strlen (line) - 1]) != NULL || is_preamble (line)
              || is_label (line) || lt_import_number_measure (line, NULL) > 0)
            break;
          append_title (title, line);
        }
      return g_strdup (title->str);
    }
  return NULL;
}

static void
set_number_and_day (LtItem *plan, const char *line)
{
  g_autoptr (GMatchInfo) number = match (number_pattern, line);
  g_autoptr (GMatchInfo) day = match (day_pattern, line);

  if (number != NULL)
    {
      g_autofree char *digits = g_match_info_fetch (number, 1);
      g_autofree char *sign = g_match_info_fetch (number, 2);
      g_autoptr (GString) whole = g_string_new (NULL);

      for (const char *p = digits; *p != '\0'; p++)
        if (g_ascii_isdigit (*p))
          g_string_append_c (whole, *p);
      g_string_append (whole, sign);
      _lt_import_set_text (plan, "number", whole->str);
    }
  if (day != NULL)
    {
      g_autofree char *d = g_match_info_fetch (day, 1);
      g_autofree char *m = g_match_info_fetch (day, 2);
      g_autofree char *y = g_match_info_fetch (day, 3);
      int year = atoi (y);
      LtDay issued = *d != '\0' && *m != '\0' ? lt_day_from_ymd (year, atoi (m), atoi (d)) : LT_DAY_NONE;

      if (issued != LT_DAY_NONE)
        lt_item_set_integer (plan, lt_item_type_find_field (LT_TYPE_PLAN, "issued"), issued);
      if (year >= LT_YEAR_MIN)
        lt_item_set_integer (plan, lt_item_type_find_field (LT_TYPE_PLAN, "year"), year);
    }
}

static void
set_issuer (LtItem *plan, const char *attachment)
{
  g_autoptr (GMatchInfo) day = match (day_pattern, attachment);
  const char *from = attachment;
  const char *issuer;
  g_autofree char *words = NULL;
  char *end;
  int place;

  if (day != NULL && g_match_info_fetch_pos (day, 0, NULL, &place))
    from += place;
  issuer = strstr (from, " của ");
  if (issuer == NULL && g_str_has_prefix (from, "của "))
    issuer = from - 1;
  if (issuer == NULL)
    return;
  words = g_strdup (issuer + strlen (" của "));
  end = strstr (words, " về ");
  if (end != NULL)
    *end = '\0';
  end = strrchr (words, ')');
  if (end != NULL && (end[1] == '\0' || end[1] == '.') && strchr (words, '(') == NULL)
    *end = '\0';
  _lt_import_set_text (plan, "issuer", g_strstrip (words));
}

/* A plan for next year may be issued at the end of this one. */
static void
set_year_from_title (LtItem *plan, const char *title)
{
  int issued = lt_plan_get_year (LT_PLAN (plan));
  g_autoptr (GMatchInfo) info = match ("(?<!đến )(?<!hết )(?<!trước )(?<!từ )năm\\s+(\\d{4})(?!\\s*[-–])", title);
  g_autofree char *words = NULL;
  int year;

  if (info == NULL && issued == 0)
    info = match ("năm\\s+(\\d{4})(?!\\s*[-–])", title);
  if (info == NULL)
    return;
  words = g_match_info_fetch (info, 1);
  year = atoi (words);
  if (issued == 0 || year == issued + 1)
    lt_item_set_integer (plan, lt_item_type_find_field (LT_TYPE_PLAN, "year"), year);
}

/* "Số: 31/KH-SYT", but not "SỞ Y TẾ". */
static gboolean
is_number_line (const char *folded)
{
  const char *p = g_str_has_prefix (folded, "so") ? folded + strlen ("so") : "";

  p += strspn (p, " :");
  return *p != '\0' && strchr ("0123456789./_", *p) != NULL;
}

/* Names of areas, which alone issue nothing. */
static gboolean
is_area (const char *folded)
{
  static const char *const starts[] = {
    "xa ", "phuong ", "thi tran ", "huyen ", "quan ", "thi xa ", "thanh pho ", "tinh ", "dac khu ",
  };

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    if (g_str_has_prefix (folded, starts[i]))
      return TRUE;
  return FALSE;
}

/* "ỦY BAN NHÂN DÂN" over "XÃ AN HƯNG", "SỞ KHOA HỌC VÀ" over "CÔNG NGHỆ": one name in two lines. */
static gboolean
is_one_name (const char *line, const char *next)
{
  g_autofree char *above = lt_text_dup_folded (line);
  g_autofree char *below = lt_text_dup_folded (next);
  gboolean area = FALSE;

  if (g_str_has_suffix (above, " va") || g_str_has_suffix (above, ",") || g_str_has_suffix (above, " cua")
      || g_str_has_suffix (above, "-"))
    return TRUE;
  for (const char *p = above; p != NULL && !area; p = strchr (p, ' '))
    area = is_area (*p == ' ' ? ++p : p);
  return is_area (below) && !area;
}

/* Whoever issues stands lowest in capitals, beside the motto: "UBND THÀNH PHỐ", "SỞ NỘI VỤ".
 * Returns lines->len for none. @above: the line in capitals before it, or lines->len. */
static guint
find_issuer (GPtrArray *lines, guint *above)
{
  guint issuer = lines->len;
  gboolean motto = FALSE;
  gboolean party = FALSE;

  *above = lines->len;

  for (guint i = 0; i < MIN (lines->len, LETTERHEAD_LINES_MAX) && !motto; i++)
    {
      const char *line = g_ptr_array_index (lines, i);
      g_autofree char *folded = lt_text_dup_folded (line);

      motto = g_str_has_prefix (folded, "doc lap");
      if (g_str_has_prefix (folded, "dang cong san viet nam") || g_str_has_prefix (folded, "doan tncs")
          || g_str_has_prefix (folded, "doan thanh nien cong san"))
        {
          party = TRUE;
          continue;
        }
      /* Beside that of the party the issuer's own line may stand lower, but not its title. */
      if (party && !is_organisation (line))
        continue;
      if (is_capitals (line) && !g_str_has_prefix (folded, "cong hoa") && !is_number_line (folded))
        {
          *above = issuer;
          issuer = i;
        }
    }
  if (motto || party)
    return issuer;
  return lines->len > 0 && is_capitals (g_ptr_array_index (lines, 0))
                 && (is_letterhead (g_ptr_array_index (lines, 0))
             || (lines->len > 1 && is_organisation (g_ptr_array_index (lines, 0))))
             ? 0 : lines->len;
}

/* Without an attachment line the letterhead says who, which number and when. */
static void
read_letterhead (GPtrArray *lines, LtItem *plan)
{
  guint above;
  guint issuer = find_issuer (lines, &above);

  for (guint i = 0; i < MIN (lines->len, 2 * LETTERHEAD_LINES_MAX); i++)
    {
      const char *line = g_ptr_array_index (lines, i);
      g_autofree char *folded = lt_text_dup_folded (line);

      if (g_str_has_prefix (folded, "so:") || g_str_has_prefix (folded, "so ")
          || ((strstr (folded, ", ngay ") != NULL || g_str_has_prefix (folded, "ngay ")) && strlen (folded) < 80))
        set_number_and_day (plan, line);
    }
  if (issuer < lines->len)
    {
      const char *name = g_ptr_array_index (lines, issuer);
      const char *before = above < lines->len ? g_ptr_array_index (lines, above) : "";
      gboolean whole = *before != '\0' && is_one_name (before, name);
      g_autofree char *words = g_strconcat (whole ? before : "", whole ? " " : "", name, NULL);

      _lt_import_set_text (plan, "issuer", words);
    }
}

void
lt_import_context_read_remarks (GPtrArray *sheets, const LtImportSheet *behind, LtItem *plan)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) note = g_string_new (NULL);

  for (guint i = 0; i < sheets->len; i++)
    {
      const LtImportSheet *sheet = g_ptr_array_index (sheets, i);

      g_ptr_array_extend_and_steal (lines, list_lines (sheet, sheet->body, sheet->n_rows));
    }
  if (behind != NULL)
    g_ptr_array_extend_and_steal (lines, list_lines (behind, 0, count_lines_above (behind)));
  for (guint i = 0; i < lines->len; i++)
    {
      g_autofree char *folded = lt_text_dup_folded (g_ptr_array_index (lines, i));

      if (note->len == 0 && !g_str_has_prefix (folded, "ghi chu") && !g_str_has_prefix (folded, "chu thich")
          && !g_str_has_prefix (folded, "luu y") && !g_str_has_prefix (folded, "(*)")
          && *folded != '*')
        continue;
      if (lt_import_text_is_footer (folded))
        break;
      if (note->len > 0)
        g_string_append_c (note, '\n');
      g_string_append (note, g_ptr_array_index (lines, i));
    }
  if (note->len > 0)
    _lt_import_set_text (plan, "note", note->str);
}

static guint
find_label (GPtrArray *lines)
{
  for (guint i = lines->len; i-- > 0;)
    if (is_label (g_ptr_array_index (lines, i)))
      return i;
  return lines->len;
}

/* Label, and the title that may stand behind it. Returns the line behind it. */
static guint
take_label (LtItem *plan, GPtrArray *lines, char **title)
{
  guint i = find_label (lines);
  g_autoptr (GMatchInfo) info = NULL;
  g_autofree char *label = NULL;

  if (i == lines->len)
    return 0;
  info = match (label_pattern, g_ptr_array_index (lines, i));
  label = g_match_info_fetch (info, 1);
  *title = g_match_info_fetch (info, 2);
  _lt_import_set_text (plan, "label", label);
  return i + 1;
}

void
lt_import_context_read (const LtImportSheet *sheet, GPtrArray *before, LtItem *plan)
{
  guint last = MIN (sheet->header, sheet->body);
  g_autoptr (GPtrArray) lines = list_lines (sheet, last > LINES_MAX ? last - LINES_MAX : 0, last);
  g_autoptr (GPtrArray) above = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *beside = NULL;
  g_autofree char *title = NULL;
  guint first;
  guint end;

  prepend_lines_above (above, before);
  if (find_label (lines) == lines->len)
    for (guint i = above->len; i-- > 0;)
      g_ptr_array_insert (lines, 0, g_strdup (g_ptr_array_index (above, i)));
  first = take_label (plan, lines, &beside);
  end = lines->len;

  for (guint i = first; i < lines->len; i++)
    if (is_attachment (g_ptr_array_index (lines, i)))
      {
        g_autofree char *attachment = dup_attachment (lines, i, &end);

        _lt_import_set_text (plan, "attachment", attachment);
        set_number_and_day (plan, attachment);
        set_issuer (plan, attachment);
        /* The title may stand behind the line as well. */
        title = dup_title (lines, first, i);
        if (*title == '\0' && end < lines->len)
          {
            g_free (title);
            title = dup_title (lines, end, lines->len);
          }
        break;
      }
  if (title == NULL && first == 0)
    title = dup_document_title (lines);
  if (title == NULL)
    title = dup_title (lines, first, lines->len);
  if (beside != NULL && *beside != '\0')
    {
      g_autofree char *own = g_steal_pointer (&title);

      title = g_strconcat (beside, *own != '\0' ? " " : "", own, NULL);
    }
  if (*lt_plan_get_attachment (LT_PLAN (plan)) == '\0')
    {
      read_letterhead (lines, plan);
      /* An appendix behind the document that it belongs to. */
      if (*lt_plan_get_number (LT_PLAN (plan)) == '\0' && first > 0)
        read_letterhead (above, plan);
    }
  _lt_import_set_text (plan, "title", title);
  set_year_from_title (plan, title);
}

gboolean
lt_import_context_is_new (const LtImportSheet *sheet)
{
  g_autoptr (GPtrArray) lines = list_lines (sheet, 0, MIN (sheet->header, sheet->body));

  return find_label (lines) < lines->len;
}

guint
lt_import_context_count_rest (const LtImportSheet *sheet)
{
  guint n = 0;

  for (guint row = sheet->body; row < sheet->n_rows; row++)
    n += sheet->rows[row].role == LT_IMPORT_ROW_TEXT ? 1 : 0;
  return n;
}
