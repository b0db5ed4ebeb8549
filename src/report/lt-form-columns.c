/* SPDX-License-Identifier: MIT */
#include "report/lt-form-columns.h"

#include <string.h>

#include "plan/lt-status.h"
#include "text/lt-text.h"

/* Without i, l, o and u: nobody who types one misses. */
static const char digits[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

#define CODE_LENGTH 13

/* 2000-01-01 and 2099-12-31. */
#define DAY_FIRST 10957
#define DAY_LAST 47481

static const char *const states[] = {
  "chưa thực hiện", "đang thực hiện", "hoàn thành", "duy trì thường xuyên", "tạm dừng", "huỷ", NULL,
};

static const LtEntry state_entry = {
  LT_ENTRY_CHOICE, states, 0, 0, "Tình trạng",
  "Bấm mũi tên bên phải ô để chọn một trong sáu tình trạng. Để trống nếu kỳ này không báo cáo.",
  "Hãy chọn một tình trạng trong danh sách: chưa thực hiện, đang thực hiện, hoàn thành, duy trì thường xuyên, "
  "tạm dừng, huỷ.",
};

static const LtEntry percent_entry = {
  LT_ENTRY_WHOLE, NULL, 0, 100, "Tỷ lệ hoàn thành (%)",
  "Số nguyên từ 0 đến 100, không gõ dấu %. Ví dụ: 45",
  "Tỷ lệ là số nguyên từ 0 đến 100, không kèm dấu %.",
};

static const LtEntry results_entry = {
  LT_ENTRY_TEXT, NULL, 0, 0, "Kết quả thực hiện",
  "Việc đã làm được tính đến ngày báo cáo, theo thứ tự các kết quả cần đạt: (1) …; (2) … "
  "Xuống dòng trong ô bằng Alt+Enter.",
};

static const LtEntry difficulties_entry = {
  LT_ENTRY_TEXT, NULL, 0, 0, "Khó khăn, vướng mắc", "Nêu rõ nguyên nhân. Để trống nếu không có.",
};

static const LtEntry proposals_entry = {
  LT_ENTRY_TEXT, NULL, 0, 0, "Đề xuất, kiến nghị", "Kiến nghị với ai, việc gì, trước ngày nào. Để trống nếu không có.",
};

static const LtEntry evidence_number_entry = {
  LT_ENTRY_TEXT, NULL, 0, 0, "Số văn bản minh chứng", "Số, ký hiệu văn bản chứng minh kết quả. Ví dụ: 145/BC-STP",
};

static const LtEntry evidence_day_entry = {
  LT_ENTRY_DAY, NULL, DAY_FIRST, DAY_LAST, "Ngày văn bản", "Ngày/tháng/năm. Ví dụ: 25/10/2024",
  "Hãy nhập ngày dạng ngày/tháng/năm, ví dụ 25/10/2024.",
};

static const LtEntry reporter_entry = {
  LT_ENTRY_TEXT, NULL, 0, 0, "Người báo cáo", "Họ tên và số điện thoại của người cung cấp thông tin.",
};

static const LtEntry day_entry = {
  LT_ENTRY_DAY, NULL, DAY_FIRST, DAY_LAST, "Ngày báo cáo", "Số liệu tính đến ngày nào. Ví dụ: 25/10/2024",
  "Hãy nhập ngày dạng ngày/tháng/năm, ví dụ 25/10/2024.",
};

static const LtEntry value_entry = {
  LT_ENTRY_NUMBER, NULL, -1e15, 1e15, "Số liệu đạt được",
  "Con số đạt được, theo đơn vị tính ghi ở cột bên trái; chỉ gõ số.",
  "Ô này chỉ nhận con số, không kèm chữ hay đơn vị tính.",
};

static const LtEntry value_day_entry = {
  LT_ENTRY_DAY, NULL, DAY_FIRST, DAY_LAST, "Ngày của số liệu",
  "Để trống nếu là ngày báo cáo. Ví dụ: 25/10/2024",
  "Hãy nhập ngày dạng ngày/tháng/năm, ví dụ 25/10/2024.",
};

static const LtEntry note_entry = {
  LT_ENTRY_TEXT, NULL, 0, 0, "Ghi chú", "Nguồn số liệu, cách tính. Để trống nếu không có.",
};

static const LtFormColumnInfo columns[LT_FORM_N_COLUMNS] = {
  [LT_FORM_NUMBER] = { "STT", 4, LT_ALIGN_CENTER },
  [LT_FORM_NAME] = { "Mô hình", 15, LT_ALIGN_LEFT },
  [LT_FORM_OUTCOMES] = { "Kết quả cần đạt được", 42, LT_ALIGN_LEFT },
  [LT_FORM_DEADLINE] = { "Thời gian hoàn thành", 10, LT_ALIGN_CENTER },
  [LT_FORM_LEAD] = { "Đơn vị chủ trì", 10, LT_ALIGN_CENTER },
  [LT_FORM_COORDINATION] = { "Đơn vị phối hợp", 14, LT_ALIGN_LEFT },
  [LT_FORM_STATE] = { "Tình trạng", 10, LT_ALIGN_CENTER, "state", &state_entry },
  [LT_FORM_PERCENT] = { "Tỷ lệ (%)", 7, LT_ALIGN_CENTER, "percent", &percent_entry },
  [LT_FORM_RESULTS] = { "Kết quả thực hiện", 28, LT_ALIGN_LEFT, "results", &results_entry },
  [LT_FORM_DIFFICULTIES] = { "Khó khăn, vướng mắc", 17, LT_ALIGN_LEFT, "difficulties", &difficulties_entry },
  [LT_FORM_PROPOSALS] = { "Đề xuất, kiến nghị", 17, LT_ALIGN_LEFT, "proposals", &proposals_entry },
  [LT_FORM_EVIDENCE_NUMBER] = { "Số văn bản minh chứng", 11, LT_ALIGN_CENTER, "evidence_number",
                                &evidence_number_entry },
  [LT_FORM_EVIDENCE_DAY] = { "Ngày văn bản", 12, LT_ALIGN_CENTER, "evidence_day", &evidence_day_entry },
  [LT_FORM_REPORTER] = { "Người báo cáo", 12, LT_ALIGN_LEFT, "reporter", &reporter_entry },
  [LT_FORM_CODE] = { "Mã dòng", 17, LT_ALIGN_CENTER },
};

static const LtFormColumnInfo target_columns[LT_FORM_TARGET_N_COLUMNS] = {
  [LT_FORM_TARGET_PLACE] = { "STT", 5, LT_ALIGN_CENTER },
  [LT_FORM_TARGET_OUTCOME] = { "Kết quả cần đạt được", 50, LT_ALIGN_LEFT },
  [LT_FORM_TARGET_NAME] = { "Chỉ tiêu", 26, LT_ALIGN_LEFT },
  [LT_FORM_TARGET_GOAL] = { "Mức cần đạt", 14, LT_ALIGN_CENTER },
  [LT_FORM_TARGET_DUE] = { "Thời hạn", 10, LT_ALIGN_CENTER },
  [LT_FORM_TARGET_VALUE] = { "Số liệu đạt được", 12, LT_ALIGN_CENTER, "value", &value_entry },
  [LT_FORM_TARGET_DAY] = { "Ngày của số liệu", 12, LT_ALIGN_CENTER, "day", &value_day_entry },
  [LT_FORM_TARGET_NOTE] = { "Ghi chú", 26, LT_ALIGN_LEFT, "note", &note_entry },
  [LT_FORM_TARGET_CODE] = { "Mã dòng", 15, LT_ALIGN_CENTER },
};

const LtFormColumnInfo *
lt_form_column_get_info (LtFormColumn column)
{
  return &columns[column];
}

const LtFormColumnInfo *
lt_form_target_column_get_info (LtFormTargetColumn column)
{
  return &target_columns[column];
}

gboolean
lt_form_takes_coordinator (LtFormColumn column)
{
  return column == LT_FORM_RESULTS || column == LT_FORM_DIFFICULTIES || column == LT_FORM_PROPOSALS;
}

const LtEntry *
lt_form_get_day_entry (void)
{
  return &day_entry;
}

char *
lt_form_dup_code (gint64 id)
{
  char *code = g_malloc (CODE_LENGTH + 1);
  guint64 left = (guint64) id;

  for (guint i = CODE_LENGTH; i-- > 0; left /= 32)
    code[i] = digits[left % 32];
  code[CODE_LENGTH] = '\0';
  return code;
}

gint64
lt_form_read_code (const char *code)
{
  guint64 id = 0;

  if (strlen (code) != CODE_LENGTH || code[0] > '7')
    return 0;
  for (guint i = 0; i < CODE_LENGTH; i++)
    {
      const char *digit = strchr (digits, g_ascii_toupper (code[i]));

      if (digit == NULL)
        return 0;
      id = id * 32 + (guint64) (digit - digits);
    }
  return (gint64) id;
}

char *
lt_form_dup_hash (const char *text)
{
  g_autofree char *folded = lt_text_dup_clean (text, FALSE, NULL);
  char *hash;

  if (folded == NULL || *folded == '\0')
    return g_strdup ("");
  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, folded, -1);
  /* Enough to tell words apart; nobody gains by finding others with the same one. */
  hash[16] = '\0';
  return hash;
}

char *
lt_form_dup_words (LtAssignment *assignment, LtFormColumn column)
{
  LtItem *initiative = lt_item_get_parent (LT_ITEM (assignment));

  switch (column)
    {
    case LT_FORM_NUMBER:
      return lt_item_dup_path (LT_ITEM (assignment));
    case LT_FORM_NAME:
      return g_strdup (LT_IS_INITIATIVE (initiative) ? lt_initiative_get_name (LT_INITIATIVE (initiative)) : "");
    case LT_FORM_OUTCOMES:
      return lt_assignment_dup_outcome_lines (assignment);
    case LT_FORM_DEADLINE:
      return g_strdup (lt_assignment_get_deadline_words (assignment));
    case LT_FORM_LEAD:
      return g_strdup (lt_assignment_get_lead_words (assignment));
    case LT_FORM_COORDINATION:
      return g_strdup (lt_assignment_get_coordination_words (assignment));
    case LT_FORM_CODE:
      return lt_form_dup_code (lt_item_get_id (LT_ITEM (assignment)));
    case LT_FORM_STATE:
    case LT_FORM_PERCENT:
    case LT_FORM_RESULTS:
    case LT_FORM_DIFFICULTIES:
    case LT_FORM_PROPOSALS:
    case LT_FORM_EVIDENCE_NUMBER:
    case LT_FORM_EVIDENCE_DAY:
    case LT_FORM_REPORTER:
    case LT_FORM_N_COLUMNS:
    default:
      return g_strdup ("");
    }
}

/* The number is left out: rows that come and go before it change it. */
char *
lt_form_dup_words_hash (LtAssignment *assignment)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (LtFormColumn column = LT_FORM_NAME; column < LT_FORM_FIRST_ANSWER; column++)
    {
      g_autofree char *words = lt_form_dup_words (assignment, column);

      g_string_append (all, words);
      g_string_append (all, " | ");
    }
  return lt_form_dup_hash (all->str);
}
