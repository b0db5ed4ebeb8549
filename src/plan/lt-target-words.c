/* SPDX-License-Identifier: MIT */
#include "plan/lt-target-words.h"

#include <math.h>
#include <string.h>

#include "plan/lt-outcome-days.h"
#include "plan/lt-target-lexer-private.h"

#define NAME_CHARS_MAX 220

/* Words in front of a figure that say it must be reached, or kept below. */
static const char at_least[] = "tối thiểu|ít nhất|không dưới|trên|hơn|tối thiểu đạt|đạt tối thiểu|từ|đạt trên|tối thiểu là";
static const char at_most[] = "không quá|tối đa|dưới|còn|xuống còn|không vượt quá|giảm còn|xuống dưới|giảm xuống còn|"
                              "chậm nhất|không quá là";
static const char reached[] = "đạt tỉ lệ|đạt tỷ lệ|đạt|chiếm|là|bằng|đạt được|đạt mức|tỷ lệ đạt|tỉ lệ đạt|lên|tăng lên|lên đến|"
                              "đạt khoảng|khoảng";

static const char moved[] = "và|từ|giảm|tăng|phấn đấu|được|phải|dự kiến|không";

/* A figure counts something only behind one of these: "có 713 hộ", "thành lập 05 tổ". */
static const char counted[] = "có|đạt|tối thiểu|ít nhất|không dưới|phấn đấu|phấn đấu có|phấn đấu đạt|hoàn thành|"
                              "có ít nhất|có tối thiểu|tối thiểu có|đạt ít nhất|đạt tối thiểu|có trên|trên|hơn|"
                              "thành lập|xây dựng|tổ chức|triển khai|lắp đặt|đào tạo|tập huấn cho|tổ chức ít nhất|"
                              "hỗ trợ|ban hành|cấp|số hoá|số hóa|trang bị|tập huấn";
/* … and the weakest of them only where the sentence speaks of an aim. */
static const char aims[] = "mục tiêu|phấn đấu|chỉ tiêu|đến hết|bảo đảm có|đảm bảo có|đến cuối năm|đến năm";
static const char weak[] = "có|trên|hơn|triển khai|xây dựng|ban hành|cấp|hỗ trợ|hoàn thành|tổ chức|phấn đấu|đạt";

/* Numbers behind these are names of something. */
static const char named[] = "số|ngày|tháng|năm|quý|khoản|điều|bước|giai đoạn|cấp độ|mức độ|phụ lục|nghị quyết|luật|điểm|"
                            "chương|mục|phiên bản|quyết định|nghị định|công văn|lớp|khối|khóa|khoá|tuổi|đề án|mô hình";
/* What follows is no part of what is counted. */
static const char ends[] = "khi|nhằm|để|trong quý|trong năm|trong tháng|trong đó|đến hết|trước ngày|trước tháng|trước|"
                           "vào năm|so với|trở lên|đến năm|đến cuối|bảo đảm|đảm bảo|và tiếp tục|và đạt|và duy trì|"
                           "và bảo đảm|và đảm bảo|đạt|chậm nhất|góp phần|đồng thời|trong vòng|từ ngày|kể từ|trừ";
/* A comma and one of these begin another clause. */
static const char clauses[] = "thực hiện|bảo đảm|đảm bảo|đáp ứng|phục vụ|kết nối|góp phần|nhằm|tiếp tục|phấn đấu|đạt|tiến tới|"
                              "trong đó|hướng|đồng thời|triển khai|trên|tối thiểu|ít nhất|tỷ lệ|tỉ lệ|giảm|tăng|duy trì|"
                              "không|hoàn thành|chậm nhất|từng bước";
/* Verbs that a subject acts by; "được" behind one speaks of its object. */
static const char verbs[] = "triển khai|sử dụng|áp dụng|ứng dụng|hoàn thành|thực hiện|tham gia|cung cấp";
/* "hướng dẫn người dân thực hiện …": what is done stands behind the second verb. */
static const char instructing[] = "hướng dẫn|tuyên truyền|vận động|khuyến khích|đôn đốc|tăng cường|đẩy mạnh|tổ chức";
static const char *const generic[] = { "các", "cơ", "quan", "đơn", "vị", "địa", "phương" };
static const char units_of_time[] = "ngày|giờ|phút|tháng|tuần|ngày làm việc|giây";
static const char long_units[] = "doanh nghiệp|hồ sơ|cơ sở|dịch vụ|thủ tục|hợp tác xã|hộ gia đình|văn bản|lớp tập huấn|"
                                 "mô hình|sản phẩm|hội nghị|cán bộ|công chức|giáo viên|bệnh viện|trường học|đơn vị|"
                                 "cuộc kiểm tra|tổ công nghệ|điểm truy cập|triệu đồng|tỷ đồng|học sinh|người dân|"
                                 "lượt người|tổ chức|thành viên|khu công nghiệp|trạm y tế|thiết bị|camera";

typedef struct {
  const LtTargetText *text;
  GPtrArray *targets;
} Finder;

static const LtTargetToken *
get (const Finder *self, int index)
{
  return _lt_target_text_get (self->text, index);
}

static gboolean
is_kind (const Finder *self, int index, LtTargetTokenKind kind)
{
  const LtTargetToken *token = get (self, index);

  return token != NULL && token->kind == kind;
}

static gboolean
ends_clause (const Finder *self, int index)
{
  const LtTargetToken *token = get (self, index);

  return token == NULL || token->kind == LT_TARGET_TOKEN_STOP || token->kind == LT_TARGET_TOKEN_OPEN
         || token->kind == LT_TARGET_TOKEN_CLOSE;
}

static LtItem *
add_target (Finder *self, double value, const char *unit)
{
  LtItem *target = lt_item_new_draft (LT_TYPE_TARGET, 0);

  lt_item_set_real (target, lt_item_type_find_field (LT_TYPE_TARGET, "value"), value);
  lt_item_set_text (target, lt_item_type_find_field (LT_TYPE_TARGET, "unit"), unit);
  g_ptr_array_add (self->targets, target);
  return target;
}

static void
set_goal (LtItem *target, LtGoal goal)
{
  lt_item_set_integer (target, lt_item_type_find_field (LT_TYPE_TARGET, "goal"), goal);
}

static void
append_tokens (const Finder *self, GString *name, int first, int last)
{
  while (first < last)
    {
      int from = first;
      int to;

      /* Up to a stutter: "thực hiện hiện trả". */
      for (to = from; to < last; to++)
        if (to > from && _lt_target_text_repeats (self->text, to))
          break;
      if (name->len > 0)
        g_string_append_c (name, ' ');
      g_string_append_len (name, self->text->text + get (self, from)->start,
                           (gssize) (get (self, to - 1)->end - get (self, from)->start));
      first = to < last ? to + 1 : to;
    }
}

/* "các cơ quan, đơn vị, địa phương": how many tokens, commas included. */
static int
measure_generic (const Finder *self, int index)
{
  int i = index;

  for (guint k = 0; k < G_N_ELEMENTS (generic); k++, i++)
    {
      if (is_kind (self, i, LT_TARGET_TOKEN_COMMA))
        i++;
      if (_lt_target_text_match (self->text, i, generic[k]) == 0)
        return 0;
    }
  return i - index;
}

static void
set_name (const Finder *self, LtItem *target, const char *before, int first, int last, const char *behind)
{
  g_autoptr (GString) name = g_string_new (before);
  g_autoptr (GString) whole = NULL;
  char first_letter[8] = { 0 };

  for (int i = first; i < last;)
    {
      int skip = i > first ? measure_generic (self, i) : 0;
      int next = i;

      if (skip > 0)
        {
          i += skip;
          continue;
        }
      while (next < last && !(next > i && measure_generic (self, next) > 0))
        next++;
      append_tokens (self, name, i, next);
      i = next;
    }
  g_string_append (name, behind);
  if (g_utf8_strlen (name->str, -1) > NAME_CHARS_MAX)
    {
      char *cut = g_utf8_offset_to_pointer (name->str, NAME_CHARS_MAX);

      while (cut > name->str && *cut != ' ')
        cut--;
      g_string_truncate (name, (gsize) (cut - name->str));
    }
  if (name->len == 0)
    return;
  g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (name->str)), first_letter);
  whole = g_string_new (first_letter);
  g_string_append (whole, g_utf8_next_char (name->str));
  lt_item_set_text (target, lt_item_type_find_field (LT_TYPE_TARGET, "name"), whole->str);
}

/* Where the words that began at @first have said what is counted. */
static int
find_name_end (const Finder *self, int first)
{
  gboolean acted = FALSE;
  int i = first;

  for (; !ends_clause (self, i); i++)
    {
      if (is_kind (self, i, LT_TARGET_TOKEN_PERCENT))
        break;
      if (i == first)
        continue;
      if (is_kind (self, i, LT_TARGET_TOKEN_COMMA)
          && (_lt_target_text_match_any (self->text, i + 1, clauses) > 0
              || is_kind (self, i + 1, LT_TARGET_TOKEN_NUMBER)))
        break;
      if (_lt_target_text_match_any (self->text, i, ends) > 0)
        break;
      /* "… và 80% …" is the next figure. */
      if (_lt_target_text_match (self->text, i, "và") > 0
          && (is_kind (self, i + 1, LT_TARGET_TOKEN_NUMBER)
              || (_lt_target_text_match_any (self->text, i + 1, at_least) > 0
                  && is_kind (self, i + 1 + (int) _lt_target_text_match_any (self->text, i + 1, at_least),
                              LT_TARGET_TOKEN_NUMBER))))
        break;
      if (acted && _lt_target_text_match (self->text, i, "được") > 0)
        break;
      acted |= _lt_target_text_match_any (self->text, i, verbs) > 0;
    }
  while (i > first && (_lt_target_text_match (self->text, i - 1, "và") > 0
                       || is_kind (self, i - 1, LT_TARGET_TOKEN_COMMA)))
    i--;
  return i;
}

/* The words in front of @end that say what is counted: from *@first on. */
static void
find_name_before (const Finder *self, int end, int *first, int *last)
{
  int start;

  while (end > 0)
    {
      guint n = _lt_target_text_match_before (self->text, end, reached);

      n = MAX (n, _lt_target_text_match_before (self->text, end, at_least));
      n = MAX (n, _lt_target_text_match_before (self->text, end, at_most));
      n = MAX (n, _lt_target_text_match_before (self->text, end, moved));
      if (n == 0 && is_kind (self, end - 1, LT_TARGET_TOKEN_COMMA))
        n = 1;
      if (n == 0)
        break;
      end -= (int) n;
    }
  *last = end;
  for (start = end; start > 0 && !ends_clause (self, start - 1)
                    && !is_kind (self, start - 1, LT_TARGET_TOKEN_COMMA)
                    && !is_kind (self, start - 1, LT_TARGET_TOKEN_PERCENT);)
    start--;
  if (_lt_target_text_match_any (self->text, start, instructing) > 0)
    for (int i = start; i < end; i++)
      if (_lt_target_text_match (self->text, i, "thực hiện") > 0 && i + 2 < end)
        {
          start = i + 2;
          break;
        }
  *first = start + (int) _lt_target_text_match_any (self->text, start,
                                                    "phấn đấu|đảm bảo|bảo đảm|mục tiêu|thực hiện|và|các|nâng|duy trì");
  /* A stutter. */
  if (*first > start && *first < end && _lt_target_text_repeats (self->text, *first))
    ++*first;
}

static void
set_days (const Finder *self, LtItem *target, int index)
{
  int first = index;
  int last = index;
  g_autofree char *behind = NULL;
  g_autofree char *sentence = NULL;
  g_autoptr (GArray) days = NULL;
  const LtNamedDays *found = NULL;
  const char *text = self->text->text;

  while (first > 0 && !(is_kind (self, first - 1, LT_TARGET_TOKEN_STOP) && text[get (self, first - 1)->start] != ':'))
    first--;
  while (get (self, last + 1) != NULL && !is_kind (self, last, LT_TARGET_TOKEN_STOP))
    last++;
  behind = g_strndup (text + get (self, index)->start, get (self, last)->end - get (self, index)->start);
  sentence = g_strndup (text + get (self, first)->start, get (self, last)->end - get (self, first)->start);
  days = lt_outcome_days_scan (behind);
  if (days == NULL)
    days = lt_outcome_days_scan (sentence);
  if (days == NULL)
    {
      days = lt_outcome_days_scan (text);
      /* Elsewhere in the words, one span alone may be meant. */
      if (days == NULL || days->len != 1)
        return;
    }
  found = &g_array_index (days, LtNamedDays, 0);
  if (found->start != LT_DAY_NONE)
    lt_item_set_integer (target, lt_item_type_find_field (LT_TYPE_TARGET, "start_day"), found->start);
  lt_item_set_integer (target, lt_item_type_find_field (LT_TYPE_TARGET, "due_day"), found->end);
}

static void
set_real (LtItem *target, const char *name, double value)
{
  lt_item_set_real (target, lt_item_type_find_field (LT_TYPE_TARGET, name), value);
}

/* What words in front of a figure make of it: "không quá", "giảm". */
static void
judge_goal (const Finder *self, LtItem *target, int index)
{
  guint n = _lt_target_text_match_before (self->text, index, at_most);

  if (n > 0 && _lt_target_text_match_before (self->text, index, "không dưới") == 0)
    set_goal (target, LT_GOAL_AT_MOST);
}

/* "từ 60% lên 80%", "từ 80% đến 90%", "80% - 90%". Returns the index of the second number. */
static int
find_second (const Finder *self, int index, gboolean *between)
{
  int i = index + 2;
  guint n = _lt_target_text_match_any (self->text, i, "lên|lên đến|tăng lên|xuống|xuống còn|còn|giảm xuống|lên tới");

  *between = FALSE;
  if (n == 0)
    {
      n = _lt_target_text_match_any (self->text, i, "đến|tới");
      if (n == 0 && is_kind (self, i, LT_TARGET_TOKEN_SIGN))
        n = 1;
      *between = TRUE;
    }
  i += (int) n;
  return n > 0 && is_kind (self, i, LT_TARGET_TOKEN_NUMBER) && is_kind (self, i + 1, LT_TARGET_TOKEN_PERCENT) ? i : 0;
}

static int
take_percent (Finder *self, int index)
{
  gboolean between;
  int second = find_second (self, index, &between);
  int last_number = second > 0 ? second : index;
  int behind = last_number + 2;
  LtItem *target = add_target (self, get (self, last_number)->value, "%");
  const char *before = "";
  int first;
  int last;

  if (second > 0 && between)
    {
      set_goal (target, LT_GOAL_BETWEEN);
      set_real (target, "value", get (self, index)->value);
      set_real (target, "value_to", get (self, second)->value);
    }
  else if (second > 0)
    {
      set_real (target, "baseline", get (self, index)->value);
      if (get (self, second)->value < get (self, index)->value)
        set_goal (target, LT_GOAL_AT_MOST);
    }
  else
    judge_goal (self, target, index);
  if (_lt_target_text_match_before (self->text, index, "giảm") > 0 && second == 0)
    before = "Giảm";
  else if (_lt_target_text_match_before (self->text, index, "tăng") > 0 && second == 0)
    before = "Tăng";
  behind += (int) _lt_target_text_match_any (self->text, behind, "đối với|của|trong tổng số|tổng số|số lượng|số");
  behind += (int) _lt_target_text_match_any (self->text, behind, "các|những");
  if (is_kind (self, behind, LT_TARGET_TOKEN_WORD) && _lt_target_text_match_any (self->text, behind, ends) == 0
      && _lt_target_text_match_any (self->text, behind, "và|hoặc|trên tổng|so|theo") == 0)
    {
      last = find_name_end (self, behind);
      set_name (self, target, before, behind, last, "");
    }
  else
    {
      find_name_before (self, index - (*before != '\0' ? 1 : 0), &first, &last);
      set_name (self, target, before, first, last, "");
      last = behind;
    }
  set_days (self, target, last_number);
  return last_number + 2;
}

static guint
measure_unit (const Finder *self, int index)
{
  guint n = _lt_target_text_match_any (self->text, index, long_units);

  n = MAX (n, _lt_target_text_match_any (self->text, index, units_of_time));
  return n > 0 ? n : is_kind (self, index, LT_TARGET_TOKEN_WORD) ? 1 : 0;
}

static char *
dup_unit (const Finder *self, int index, guint n)
{
  const LtTargetToken *first = get (self, index);
  const LtTargetToken *last = get (self, index + (int) n - 1);

  return g_utf8_strdown (self->text->text + first->start, (gssize) (last->end - first->start));
}

/* "giảm từ 10 ngày xuống còn 03 ngày làm việc". Returns where it ends, 0 if it is none. */
static int
take_fall (Finder *self, int index)
{
  guint n_unit = measure_unit (self, index + 1);
  int i = index + 1 + (int) n_unit;
  guint n = _lt_target_text_match_any (self->text, i, "xuống|xuống còn|còn|giảm xuống|giảm còn|giảm xuống còn|lên|lên đến|tăng lên");
  gboolean rise = n > 0 && _lt_target_text_match_any (self->text, i, "lên|tăng lên") > 0;
  g_autofree char *unit = NULL;
  g_autofree char *behind = NULL;
  gboolean of_time;
  LtItem *target;
  int first;
  int last;
  int cause;

  if (n == 0 || !is_kind (self, i + (int) n, LT_TARGET_TOKEN_NUMBER)
      || _lt_target_text_match_before (self->text, index, "từ") == 0)
    return 0;
  i += (int) n;
  n_unit = measure_unit (self, i + 1);
  if (n_unit == 0)
    return 0;
  unit = dup_unit (self, i + 1, n_unit);
  of_time = _lt_target_text_match_any (self->text, i + 1, units_of_time) > 0;
  target = add_target (self, get (self, i)->value, unit);
  set_real (target, "baseline", get (self, index)->value);
  if (!rise)
    set_goal (target, LT_GOAL_AT_MOST);
  find_name_before (self, index - 1, &first, &last);
  first += (int) _lt_target_text_match_any (self->text, first, "giảm|cắt giảm|rút ngắn|tăng");
  /* "đối với …, thực hiện …": for whom comes behind. */
  for (cause = first - 1; cause > 0 && !ends_clause (self, cause - 1); cause--)
    if (_lt_target_text_match (self->text, cause, "đối với") > 0)
      {
        int end = cause;

        while (end < first && !is_kind (self, end, LT_TARGET_TOKEN_COMMA))
          end++;
        behind = g_strdup_printf (" %.*s", (int) (get (self, end - 1)->end - get (self, cause)->start),
                                  self->text->text + get (self, cause)->start);
        break;
      }
  set_name (self, target,
            of_time && _lt_target_text_match_any (self->text, first, "thời gian|thời hạn") == 0 ? "Thời gian" : "",
            first, last, behind != NULL ? behind : "");
  set_days (self, target, i);
  return i + 1 + (int) n_unit;
}

/* "hoàn thành Bước 1, 2, 3 của Quy trình": three of them. */
static int
take_steps (Finder *self, int index)
{
  const LtTargetToken *noun = get (self, index - 1);
  g_autofree char *unit = NULL;
  LtItem *target;
  int n = 1;
  int i = index + 1;
  int end;

  if (noun == NULL || noun->kind != LT_TARGET_TOKEN_WORD
      || _lt_target_text_match_before (self->text, index - 1, "hoàn thành") == 0
      || _lt_target_text_match_any (self->text, index - 1, "bước|giai đoạn|hạng mục|nội dung|phần|mục|đợt|pha") == 0)
    return 0;
  while ((is_kind (self, i, LT_TARGET_TOKEN_COMMA) || _lt_target_text_match (self->text, i, "và") > 0)
         && is_kind (self, i + 1, LT_TARGET_TOKEN_NUMBER))
    {
      n++;
      i += 2;
    }
  unit = dup_unit (self, index - 1, 1);
  target = add_target (self, n, unit);
  for (end = i; !ends_clause (self, end) && !is_kind (self, end, LT_TARGET_TOKEN_COMMA)
                && _lt_target_text_match_any (self->text, end, ends) == 0;)
    end++;
  set_name (self, target, "", index - 1 - (int) _lt_target_text_match_before (self->text, index - 1, "hoàn thành"),
            end, "");
  set_days (self, target, index);
  return end;
}

static gboolean
speaks_of_aim (const Finder *self, int index)
{
  for (int i = index; i >= 0 && !is_kind (self, i, LT_TARGET_TOKEN_STOP); i--)
    if (_lt_target_text_match_any (self->text, i, aims) > 0)
      return TRUE;
  return FALSE;
}

/* "có 713 hộ kinh doanh …", "tối thiểu 05 lớp", "không quá 03 ngày". */
static int
take_count (Finder *self, int index)
{
  guint n_unit = measure_unit (self, index + 1);
  gboolean most;
  guint trigger;
  g_autofree char *unit = NULL;
  LtItem *target;
  int first;
  int last;

  if (n_unit == 0)
    return 0;
  most = _lt_target_text_match_before (self->text, index, "không quá|tối đa|không vượt quá|xuống còn|giảm còn") > 0;
  trigger = _lt_target_text_match_before (self->text, index, counted);
  if ((trigger == 0 && !most)
      || (!most && trigger > 0 && trigger == _lt_target_text_match_before (self->text, index, weak)
          && !speaks_of_aim (self, index)))
    return 0;
  unit = dup_unit (self, index + 1, n_unit);
  target = add_target (self, get (self, index)->value, unit);
  if (most)
    {
      set_goal (target, LT_GOAL_AT_MOST);
      find_name_before (self, index, &first, &last);
      set_name (self, target, "", first, last, "");
    }
  else
    set_name (self, target, "", index + 1, find_name_end (self, index + 1), "");
  set_days (self, target, index);
  return index + 1 + (int) n_unit;
}

GPtrArray *
lt_target_words_list (const char *words)
{
  GPtrArray *targets = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (LtTargetText) text = NULL;
  Finder finder;

  if (words == NULL || strpbrk (words, "0123456789") == NULL)
    return targets;
  text = _lt_target_text_new (words);
  finder = (Finder){ text, targets };
  for (int i = 0; i < (int) text->tokens->len; i++)
    {
      const LtTargetToken *token = get (&finder, i);
      int next = 0;

      if (token->kind != LT_TARGET_TOKEN_NUMBER || token->attached)
        continue;
      if (is_kind (&finder, i + 1, LT_TARGET_TOKEN_PERCENT))
        next = take_percent (&finder, i);
      else
        next = take_steps (&finder, i);
      if (next == 0 && _lt_target_text_match_before (text, i, named) == 0)
        {
          next = take_fall (&finder, i);
          if (next == 0)
            next = take_count (&finder, i);
        }
      if (next > i)
        i = next - 1;
    }
  return targets;
}
