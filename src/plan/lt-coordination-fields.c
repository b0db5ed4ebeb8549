/* SPDX-License-Identifier: MIT */
#include "plan/lt-coordination-private.h"
#include "text/lt-text.h"

/* Fields of work that departments and ministries of Viet Nam are named after,
 * past and present. They have commas, dashes and "và" of their own, where a cell
 * must not be cut. */
static const char *const field_names[] = {
  "An ninh mạng và phòng, chống tội phạm sử dụng công nghệ cao",
  "Công an",
  "Công Thương",
  "Dân tộc",
  "Dân tộc và Tôn giáo",
  "Dân tộc, Tôn giáo",
  "Du lịch",
  "Giao thông vận tải",
  "Giáo dục",
  "Giáo dục và Đào tạo",
  "Kế hoạch và Đầu tư",
  "Khoa học và Công nghệ",
  "Khoa học, Công nghệ và Môi trường",
  "Khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số",
  "Kinh tế và Hạ tầng",
  "Kinh tế, Hạ tầng và Đô thị",
  "Kinh tế - Hạ tầng",
  "Lao động - Thương binh và Xã hội",
  "Lao động, Thương binh và Xã hội",
  "Lao động - Thương binh - Xã hội",
  "Ngoại giao",
  "Ngoại vụ",
  "Nông nghiệp",
  "Nông nghiệp và Môi trường",
  "Nông nghiệp và Phát triển nông thôn",
  "Nông nghiệp và PTNT",
  "Nội vụ",
  "Nội vụ - Lao động",
  "Quản lý đô thị",
  "Quốc phòng",
  "Quy hoạch - Kiến trúc",
  "Quy hoạch và Kiến trúc",
  "Tài chính",
  "Tài chính - Kế hoạch",
  "Tài nguyên và Môi trường",
  "Thông tin và Truyền thông",
  "Tôn giáo",
  "Tư pháp",
  "Văn hóa và Thể thao",
  "Văn hóa, Thể thao và Du lịch",
  "Văn hóa và Thông tin",
  "Văn hóa, Thông tin và Thể thao",
  "Văn hóa, Thông tin",
  "Văn hóa - Thông tin và Thể thao",
  "Văn hóa - Xã hội",
  "Xây dựng",
  "Y tế",
  "Y tế, Dân số và Trẻ em",
  "Phát thanh và Truyền hình",
  "Phát thanh - Truyền hình",
  "Phát thanh, Truyền hình",
  "Tuyên giáo và Dân vận",
  "Cảnh sát phòng cháy, chữa cháy và cứu nạn, cứu hộ",
  "Phòng cháy, chữa cháy và cứu nạn, cứu hộ",
  "Phòng cháy chữa cháy và cứu nạn cứu hộ",
  "Phòng, chống thiên tai và tìm kiếm cứu nạn",
  "Phòng, chống tham nhũng, lãng phí, tiêu cực",
  "Phòng, chống ma túy",
  "KH và CN",
  "KH và ĐT",
  "TT và TT",
  "TN và MT",
  "NN và MT",
  "NN và PTNT",
  "GD và ĐT",
  "VH và TT",
  "VHTT và DL",
  "VH, TT và DL",
  "LĐTB và XH",
  "LĐ - TB và XH",
  "LĐ, TB và XH",
};

/* Whole names with more than one head word in them. */
static const char *const whole_names[] = {
  "Văn phòng Đoàn ĐBQH và HĐND",
  "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân",
  "Văn phòng Đoàn đại biểu Quốc hội và HĐND",
  "Đoàn đại biểu Quốc hội và Hội đồng nhân dân",
  "Đoàn ĐBQH và HĐND",
  "Văn phòng HĐND và UBND",
  "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân",
  "Văn phòng Đoàn ĐBQH, HĐND và UBND",
  "Văn phòng Đoàn ĐBQH, HĐND",
  "Khối các cơ quan và doanh nghiệp",
  "Đảng ủy Khối các cơ quan và Doanh nghiệp",
  "Báo và Phát thanh, Truyền hình",
  "Báo và Đài Phát thanh và Truyền hình",
  "Báo và Đài Phát thanh - Truyền hình",
  "Hiệp hội Doanh nghiệp nhỏ và vừa",
  "Hội đồng phối hợp phổ biến, giáo dục pháp luật",
  "Cục Cảnh sát quản lý hành chính về trật tự xã hội - Bộ Công an",
  "Cục Cảnh sát QLHC về TTXH - Bộ Công an",
  "Ban Quản lý các Khu công nghệ cao và Khu công nghiệp",
  "Viện Hàn lâm Khoa học và Công nghệ Việt Nam",
  "Liên đoàn Thương mại và Công nghiệp Việt Nam",
  "Phòng Thương mại và Công nghiệp Việt Nam",
  "Quỹ Đầu tư phát triển và Bảo lãnh tín dụng",
  "chính trị - xã hội",
  "chức năng, nhiệm vụ",
  "phòng, chống",
};

/* A cell may leave a comma or a dash out, or write a comma for "và". Nothing
 * but a comma or a dash stands for a comma, so that "Văn hóa và Thể thao, Du
 * lịch" is two. */
static gboolean
stands_for (LtCellTokenKind written, LtCellTokenKind meant)
{
  switch ((int) meant)
    {
    case LT_CELL_COMMA:
      return written == LT_CELL_COMMA || written == LT_CELL_DASH;
    case LT_CELL_DASH:
      return written == LT_CELL_DASH;
    case LT_CELL_AND:
      return written == LT_CELL_AND || written == LT_CELL_COMMA || written == LT_CELL_DASH;
    default:
      return FALSE;
    }
}

/* How many tokens of @cell the pattern takes, 0 if it does not fit. */
static guint
fit_pattern (const LtCell *pattern, const LtCell *cell, guint first)
{
  guint i = first;

  for (guint j = 0; j < pattern->n_tokens; j++)
    {
      const LtCellToken *wanted = &pattern->tokens[j];
      const LtCellToken *written = &cell->tokens[i];

      if (wanted->kind != LT_CELL_WORD)
        {
          if (stands_for (written->kind, wanted->kind))
            i++;
          continue;
        }
      if (written->kind != LT_CELL_WORD || !g_str_equal (written->key, wanted->key))
        return 0;
      i++;
    }
  return i - first;
}

/* Patterns by the word that they begin with. (element-type utf8 GPtrArray) */
static GHashTable *
create_patterns (const char *const *names, guint n_names, gboolean marked)
{
  GHashTable *patterns = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < n_names; i++)
    {
      g_autofree char *text = marked ? g_strdup (names[i]) : lt_text_dup_folded (names[i]);
      LtCell *pattern = _lt_cell_new (text);
      const char *key = pattern->tokens[0].key;
      GPtrArray *list = g_hash_table_lookup (patterns, key);

      if (list == NULL)
        {
          list = g_ptr_array_new ();
          g_hash_table_insert (patterns, (gpointer) key, list);
        }
      g_ptr_array_add (list, pattern);
    }
  return patterns;
}

static guint
match_longest (GHashTable *patterns, const LtCell *cell, guint first)
{
  const LtCellToken *token = &cell->tokens[first];
  GPtrArray *list;
  guint longest = 0;

  if (token->kind != LT_CELL_WORD)
    return 0;
  list = g_hash_table_lookup (patterns, token->key);
  for (guint i = 0; list != NULL && i < list->len; i++)
    longest = MAX (longest, fit_pattern (list->pdata[i], cell, first));
  return longest;
}

guint
_lt_cell_match_field (const LtCell *cell, guint first)
{
  static GHashTable *patterns[2];
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      for (guint marked = 0; marked < 2; marked++)
        patterns[marked] = create_patterns (field_names, G_N_ELEMENTS (field_names), marked != 0);
      g_once_init_leave (&ready, 1);
    }
  return match_longest (patterns[cell->marked], cell, first);
}

guint
_lt_cell_match_name (const LtCell *cell, guint first)
{
  static GHashTable *patterns[2];
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      for (guint marked = 0; marked < 2; marked++)
        patterns[marked] = create_patterns (whole_names, G_N_ELEMENTS (whole_names), marked != 0);
      g_once_init_leave (&ready, 1);
    }
  return match_longest (patterns[cell->marked], cell, first);
}
