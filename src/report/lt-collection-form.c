/* SPDX-License-Identifier: MIT */
#include "report/lt-collection-form.h"

#include <math.h>

#include "plan/lt-status.h"
#include "report/lt-form-stored.h"

#define BODY_SIZE 11

/* Three lines of words fit without making the row higher. */
#define ROW_LEAST 54

/* STT and the model's name stay in view. */
#define N_FROZEN 2

/* Where the day stands in the head. */
#define DAY_LABEL_COLUMN LT_FORM_DEADLINE
#define DAY_COLUMN LT_FORM_COORDINATION
#define DAY_HINT_COLUMN LT_FORM_STATE

static LtTable *
new_table (LtPlan *plan, const char *name, LtTableKind kind)
{
  LtTable *table = lt_table_new (name, kind);
  LtPageSetup setup;

  /* Fourteen columns on A4 could not be read. */
  lt_page_setup_init (&setup, LT_PAPER_A3, TRUE, LT_MARGINS_WIDE);
  lt_table_set_page_setup (table, &setup);
  lt_table_set_body_size (table, BODY_SIZE);
  lt_table_set_title (table, lt_plan_get_title (plan));
  return table;
}

static char *
dup_plan_line (LtPlan *plan)
{
  const char *number = lt_plan_get_number (plan);
  g_autofree char *day = lt_day_dup_official (lt_plan_get_issued (plan));

  /* "/KH-UBND" still waits for its number. */
  if (*number == '\0' || *number == '/')
    return g_strdup_printf ("(%s)", lt_plan_get_title (plan));
  return g_strdup_printf ("(%s, số %s%s%s)", lt_plan_get_title (plan), number, day ? " ngày " : "", day ? day : "");
}

static void
put_head_cell (LtTable *table, guint row, guint column, guint n_columns, const char *text)
{
  lt_table_put (table, row, column, text);
  lt_table_span (table, row, column, 1, n_columns);
}

static void
add_head (LtTable *table, LtPlan *plan, const char *agency, const LtCollectionFormOptions *options)
{
  g_autofree char *line = dup_plan_line (plan);
  g_autofree char *return_by = lt_day_dup_official (options->return_by);
  guint row;

  lt_table_add_line (table, LT_ROW_TITLE, "BIỂU THU THẬP TIẾN ĐỘ THỰC HIỆN");
  lt_table_add_line (table, LT_ROW_ATTACHMENT, line);
  if (return_by != NULL)
    {
      g_autofree char *wish = g_strdup_printf ("Đề nghị gửi lại biểu này chậm nhất ngày %s", return_by);

      lt_table_add_line (table, LT_ROW_ATTACHMENT, wish);
    }
  row = lt_table_add_row (table, LT_ROW_PARAGRAPH);
  put_head_cell (table, row, 0, 2, LT_FORM_AGENCY_LABEL);
  lt_table_put (table, row, LT_FORM_OUTCOMES, agency);
  put_head_cell (table, row, DAY_LABEL_COLUMN, DAY_COLUMN - DAY_LABEL_COLUMN, LT_FORM_DAY_LABEL);
  lt_table_put_day (table, row, DAY_COLUMN, options->day);
  lt_table_shade (table, row, DAY_COLUMN, LT_SHADE_CREAM);
  lt_table_put_entry (table, row, DAY_COLUMN, lt_form_get_day_entry ());
  put_head_cell (table, row, DAY_HINT_COLUMN, LT_FORM_N_COLUMNS - DAY_HINT_COLUMN,
                 "Chỉ điền các ô nền vàng; không thêm, xoá hay đổi chỗ dòng và cột. "
                 "Cách điền xem ở trang “" LT_FORM_HELP_SHEET "”.");
}

static void
add_header (LtTable *table, guint n_columns, guint first_answer,
            const LtFormColumnInfo *(*get_info) (guint column))
{
  guint above = lt_table_add_row (table, LT_ROW_HEADER);
  guint row = lt_table_add_row (table, LT_ROW_HEADER);

  lt_table_put (table, above, 0, "Nội dung được giao (không sửa)");
  lt_table_span (table, above, 0, 1, first_answer);
  lt_table_put (table, above, first_answer, "Đơn vị báo cáo");
  lt_table_span (table, above, first_answer, 1, n_columns - first_answer - 1);
  lt_table_put (table, above, n_columns - 1, "Không sửa");
  for (guint column = 0; column < n_columns; column++)
    {
      lt_table_put (table, row, column, get_info (column)->title);
      lt_table_shade (table, row, column, LT_SHADE_PALE);
      lt_table_shade (table, above, column, LT_SHADE_PALE);
    }
}

/* Issued words on grey, answers on cream. */
static void
put_grounds (LtTable *table, guint row, guint n_columns, const LtFormColumnInfo *(*get_info) (guint column))
{
  for (guint column = 0; column < n_columns; column++)
    lt_table_shade (table, row, column, get_info (column)->entry ? LT_SHADE_CREAM : LT_SHADE_PALE);
}

static void
put_answer (LtTable *table, guint row, guint column, LtEntryKind kind, const char *stored)
{
  LtState state;

  if (*stored == '\0')
    return;
  if (kind == LT_ENTRY_CHOICE && lt_state_from_words (stored, &state))
    lt_table_put (table, row, column, lt_state_get_official (state));
  else if (kind == LT_ENTRY_WHOLE || kind == LT_ENTRY_NUMBER)
    lt_table_put_number (table, row, column, g_ascii_strtod (stored, NULL));
  else if (kind == LT_ENTRY_DAY)
    lt_table_put_day (table, row, column, lt_day_from_iso (stored));
  else
    lt_table_put (table, row, column, stored);
}

static const LtFormColumnInfo *
get_info (guint column)
{
  return lt_form_column_get_info ((LtFormColumn) column);
}

static const LtFormColumnInfo *
get_target_info (guint column)
{
  return lt_form_target_column_get_info ((LtFormTargetColumn) column);
}

static void
add_row (LtTable *table, LtAssignment *assignment, LtRole role)
{
  guint row = lt_table_add_row (table, LT_ROW_BODY);

  lt_table_set_row_height (table, row, ROW_LEAST);
  put_grounds (table, row, LT_FORM_N_COLUMNS, get_info);
  for (LtFormColumn column = 0; column < LT_FORM_N_COLUMNS; column++)
    {
      const LtEntry *entry = get_info (column)->entry;
      g_autofree char *words = NULL;

      if (entry == NULL)
        {
          words = lt_form_dup_words (assignment, column);
          lt_table_put (table, row, column, words);
          continue;
        }
      if (role == LT_ROLE_LEAD)
        {
          words = lt_form_dup_stored (assignment, column);
          put_answer (table, row, column, entry->kind, words);
        }
      if (role == LT_ROLE_LEAD || lt_form_takes_coordinator (column))
        lt_table_put_entry (table, row, column, entry);
      else
        lt_table_shade (table, row, column, LT_SHADE_PALE);
    }
}

static void
add_group (LtTable *table, const char *words)
{
  guint row = lt_table_add_row (table, LT_ROW_GROUP);

  lt_table_put (table, row, 0, words);
  lt_table_span (table, row, 0, 1, LT_FORM_N_COLUMNS);
}

static gboolean
has_coordinated (const LtFormRecipient *recipient, const LtCollectionFormOptions *options)
{
  return options->coordinated && recipient->coordinated->len > 0;
}

static LtTable *
build_form (LtPlan *plan, const LtFormRecipient *recipient, const LtCollectionFormOptions *options)
{
  LtTable *table = new_table (plan, LT_FORM_SHEET, LT_TABLE_FORM);

  for (guint column = 0; column < LT_FORM_N_COLUMNS; column++)
    lt_table_add_column (table, get_info (column)->title, get_info (column)->share, get_info (column)->align);
  lt_table_set_frozen (table, N_FROZEN);
  add_head (table, plan, recipient->name, options);
  add_header (table, LT_FORM_N_COLUMNS, LT_FORM_FIRST_ANSWER, get_info);
  if (has_coordinated (recipient, options) && recipient->led->len > 0)
    add_group (table, "Nhiệm vụ đơn vị chủ trì");
  for (guint i = 0; i < recipient->led->len; i++)
    add_row (table, g_ptr_array_index (recipient->led, i), LT_ROLE_LEAD);
  if (!has_coordinated (recipient, options))
    return table;
  add_group (table, "Nhiệm vụ đơn vị phối hợp: chỉ báo cáo phần việc của đơn vị");
  for (guint i = 0; i < recipient->coordinated->len; i++)
    add_row (table, g_ptr_array_index (recipient->coordinated, i), LT_ROLE_COORDINATE);
  return table;
}

static char *
dup_number (double value)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_strdelimit (g_ascii_formatd (number, sizeof number, "%.15g", value), ".", ','));
}

static char *
dup_goal (LtTarget *target)
{
  static const char *const words[] = { "ít nhất ", "không quá ", "từ " };
  double value = lt_target_get_value (target);
  double value_to = lt_target_get_value_to (target);
  LtGoal goal = lt_target_get_goal (target);
  const char *unit = lt_target_get_unit (target);
  g_autofree char *first = dup_number (value);
  g_autofree char *second = dup_number (value_to);
  gboolean range = goal == LT_GOAL_BETWEEN && !isnan (value_to);

  if (isnan (value))
    return g_strdup (unit);
  return g_strconcat (words[goal], first, range ? " đến " : "", range ? second : "", *unit ? " " : "", unit, NULL);
}

static void
add_target (LtTable *table, LtOutcome *outcome, LtTarget *target)
{
  guint row = lt_table_add_row (table, LT_ROW_BODY);
  g_autofree char *path = lt_item_dup_path (LT_ITEM (target));
  g_autofree char *line = lt_outcome_dup_line (outcome);
  g_autofree char *goal = dup_goal (target);
  g_autofree char *code = lt_form_dup_code (lt_item_get_id (LT_ITEM (target)));

  put_grounds (table, row, LT_FORM_TARGET_N_COLUMNS, get_target_info);
  lt_table_put (table, row, LT_FORM_TARGET_PLACE, path);
  lt_table_put (table, row, LT_FORM_TARGET_OUTCOME, line);
  lt_table_put (table, row, LT_FORM_TARGET_NAME, lt_target_get_name (target));
  lt_table_put (table, row, LT_FORM_TARGET_GOAL, goal);
  lt_table_put_day (table, row, LT_FORM_TARGET_DUE, lt_target_get_due (target));
  lt_table_put (table, row, LT_FORM_TARGET_CODE, code);
  for (LtFormTargetColumn column = LT_FORM_TARGET_VALUE; column < LT_FORM_TARGET_CODE; column++)
    {
      g_autofree char *stored = lt_form_dup_stored_figure (target, column);

      put_answer (table, row, column, get_target_info (column)->entry->kind, stored);
      lt_table_put_entry (table, row, column, get_target_info (column)->entry);
    }
}

static LtTable *
build_targets (LtPlan *plan, const LtFormRecipient *recipient)
{
  LtTable *table = new_table (plan, LT_FORM_TARGET_SHEET, LT_TABLE_FORM);

  for (guint column = 0; column < LT_FORM_TARGET_N_COLUMNS; column++)
    lt_table_add_column (table, get_target_info (column)->title, get_target_info (column)->share,
                         get_target_info (column)->align);
  lt_table_add_line (table, LT_ROW_TITLE, "SỐ LIỆU CỦA CÁC CHỈ TIÊU");
  add_header (table, LT_FORM_TARGET_N_COLUMNS, LT_FORM_TARGET_VALUE, get_target_info);
  for (guint i = 0; i < recipient->led->len; i++)
    {
      LtItem *assignment = g_ptr_array_index (recipient->led, i);

      for (guint j = 0; j < lt_item_get_n_children (assignment); j++)
        {
          LtItem *outcome = lt_item_get_child (assignment, j);

          for (guint k = 0; k < lt_item_get_n_children (outcome); k++)
            add_target (table, LT_OUTCOME (outcome), lt_item_get_child (outcome, k));
        }
    }
  return table;
}

static LtTable *
build_help (LtPlan *plan, LtDay return_by)
{
  static const char *const lines[] = {
    "1. Chỉ điền các ô nền vàng ở trang “" LT_FORM_SHEET "” (và trang “" LT_FORM_TARGET_SHEET
    "” nếu có). Các ô khác là nội dung đã ban hành, được khoá và không nhận sửa đổi.",
    "2. “Ngày báo cáo” ở đầu biểu: số liệu tính đến ngày nào. Gõ dạng ngày/tháng/năm, ví dụ 25/10/2024.",
    "3. “Tình trạng”: chọn trong danh sách sáu tình trạng (chưa thực hiện, đang thực hiện, hoàn thành, duy trì "
    "thường xuyên, tạm dừng, huỷ).",
    "4. “Tỷ lệ (%)”: số nguyên từ 0 đến 100, không gõ dấu %.",
    "5. “Kết quả thực hiện”: việc đã làm được tính đến ngày báo cáo, theo thứ tự các kết quả cần đạt. Xuống dòng "
    "trong ô bằng Alt+Enter (LibreOffice: Ctrl+Enter).",
    "6. “Số văn bản minh chứng” và “Ngày văn bản”: văn bản chứng minh kết quả, ví dụ 145/BC-STP, 25/10/2024.",
    "7. Ô đã có sẵn nội dung là báo cáo kỳ trước: sửa lại cho đúng hiện nay; dòng nào không đổi thì để nguyên.",
    "8. Không thêm, xoá, gộp hay đổi chỗ dòng và cột; không sửa cột “Mã dòng”: nhờ mã này mà nội dung về đúng dòng. "
    "Có thể lọc, kéo cao dòng và rộng cột.",
  };
  g_autofree char *day = lt_day_dup_official (return_by);
  g_autofree char *last = g_strdup_printf ("9. Lưu tệp dưới dạng Excel (.xlsx), không đặt mật khẩu, rồi gửi lại cho cơ "
                                           "quan đã gửi biểu%s%s.", day ? " chậm nhất ngày " : "", day ? day : "");
  LtTable *table = new_table (plan, LT_FORM_HELP_SHEET, LT_TABLE_DOCUMENT);
  LtPageSetup setup;

  lt_page_setup_init (&setup, LT_PAPER_A4, FALSE, LT_MARGINS_DECREE);
  lt_table_set_page_setup (table, &setup);
  lt_table_set_body_size (table, 13);
  lt_table_add_column (table, "", 1, LT_ALIGN_LEFT);
  lt_table_add_line (table, LT_ROW_TITLE, "HƯỚNG DẪN ĐIỀN BIỂU");
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    lt_table_add_line (table, LT_ROW_PARAGRAPH, lines[i]);
  lt_table_add_line (table, LT_ROW_PARAGRAPH, last);
  lt_table_set_locked (table, TRUE);
  return table;
}

static void
put_print (LtTable *table, guint row, guint column, char *text)
{
  lt_table_put (table, row, column, text);
  g_free (text);
}

static void
add_print_row (LtTable *table, LtAssignment *assignment, LtRole role)
{
  guint row = lt_table_add_row (table, LT_ROW_BODY);
  LtReport *report = lt_report_find_latest (LT_ITEM (assignment), LT_DAY_NONE);

  lt_table_put (table, row, LT_FORM_PRINT_KIND, LT_FORM_PRINT_ROW);
  put_print (table, row, LT_FORM_PRINT_CODE, lt_form_dup_code (lt_item_get_id (LT_ITEM (assignment))));
  lt_table_put (table, row, LT_FORM_PRINT_ROLE, role == LT_ROLE_LEAD ? "lead" : "coordinate");
  put_print (table, row, LT_FORM_PRINT_WORDS, lt_form_dup_words_hash (assignment));
  if (report != NULL)
    put_print (table, row, LT_FORM_PRINT_REPORT, lt_form_dup_code (lt_item_get_id (LT_ITEM (report))));
  for (guint i = 0; role == LT_ROLE_LEAD && i < LT_FORM_N_ANSWERS; i++)
    {
      g_autofree char *stored = lt_form_dup_stored (assignment, LT_FORM_FIRST_ANSWER + i);

      put_print (table, row, LT_FORM_PRINT_FIRST_ANSWER + i, lt_form_dup_hash (stored));
    }
}

static void
add_print_targets (LtTable *table, LtItem *assignment)
{
  for (guint i = 0; i < lt_item_get_n_children (assignment); i++)
    {
      LtItem *outcome = lt_item_get_child (assignment, i);

      for (guint j = 0; j < lt_item_get_n_children (outcome); j++)
        {
          LtTarget *target = lt_item_get_child (outcome, j);
          guint row = lt_table_add_row (table, LT_ROW_BODY);

          lt_table_put (table, row, LT_FORM_PRINT_KIND, LT_FORM_PRINT_TARGET);
          put_print (table, row, LT_FORM_PRINT_CODE, lt_form_dup_code (lt_item_get_id (LT_ITEM (target))));
          for (LtFormTargetColumn column = LT_FORM_TARGET_VALUE; column < LT_FORM_TARGET_CODE; column++)
            {
              g_autofree char *stored = lt_form_dup_stored_figure (target, column);

              put_print (table, row, LT_FORM_PRINT_FIRST_ANSWER + column - LT_FORM_TARGET_VALUE,
                         lt_form_dup_hash (stored));
            }
        }
    }
}

static LtTable *
build_fingerprint (LtPlan *plan, const LtFormRecipient *recipient, const LtCollectionFormOptions *options)
{
  LtTable *table = new_table (plan, LT_FORM_FINGERPRINT_SHEET, LT_TABLE_LIST);
  guint row;

  for (guint column = 0; column < LT_FORM_PRINT_N_COLUMNS; column++)
    lt_table_add_column (table, "", 1, LT_ALIGN_LEFT);
  row = lt_table_add_row (table, LT_ROW_BODY);
  lt_table_put (table, row, LT_FORM_PRINT_MAGIC, LT_FORM_MAGIC);
  lt_table_put (table, row, LT_FORM_PRINT_VERSION, G_STRINGIFY (LT_FORM_VERSION));
  put_print (table, row, LT_FORM_PRINT_PLAN, lt_form_dup_code (lt_item_get_id (LT_ITEM (plan))));
  if (recipient->agency != NULL)
    put_print (table, row, LT_FORM_PRINT_AGENCY_ID, lt_form_dup_code (lt_item_get_id (LT_ITEM (recipient->agency))));
  lt_table_put (table, row, LT_FORM_PRINT_AGENCY, recipient->name);
  put_print (table, row, LT_FORM_PRINT_MADE, lt_day_dup_iso (options->made));
  for (guint i = 0; i < recipient->led->len; i++)
    {
      add_print_row (table, g_ptr_array_index (recipient->led, i), LT_ROLE_LEAD);
      add_print_targets (table, g_ptr_array_index (recipient->led, i));
    }
  for (guint i = 0; options->coordinated && i < recipient->coordinated->len; i++)
    add_print_row (table, g_ptr_array_index (recipient->coordinated, i), LT_ROLE_COORDINATE);
  lt_table_set_locked (table, TRUE);
  lt_table_set_hidden (table, TRUE);
  return table;
}

GPtrArray *
lt_collection_form_build (LtPlan *plan, const LtFormRecipient *recipient, const LtCollectionFormOptions *options)
{
  GPtrArray *tables = g_ptr_array_new_with_free_func ((GDestroyNotify) lt_table_unref);
  g_autoptr (LtTable) targets = build_targets (plan, recipient);
  guint header;
  guint n_header;

  g_ptr_array_add (tables, build_form (plan, recipient, options));
  lt_table_get_header (targets, &header, &n_header);
  if (lt_table_get_n_rows (targets) > header + n_header)
    g_ptr_array_add (tables, g_steal_pointer (&targets));
  g_ptr_array_add (tables, build_help (plan, options->return_by));
  g_ptr_array_add (tables, build_fingerprint (plan, recipient, options));
  return tables;
}
