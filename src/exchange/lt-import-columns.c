/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "exchange/lt-import-period.h"
#include "exchange/lt-import-progress.h"
#include "exchange/lt-import-sheet.h"
#include "plan/lt-deadline.h"
#include "text/lt-text.h"

/* Cells that are looked at to tell what a column holds. */
#define SAMPLE_MAX 60

/* What a heading that speaks of an end counts more among those of one kind. */
#define END_BONUS 15

/* What the cells of a column look like, as shares of those that are filled. */
typedef struct {
  guint n_filled;
  double numbers;
  double deadlines;
  double agencies;
  double ticks;
  double states;
  double percents;
  double length; /* characters, on the average */
  double merged; /* of all cells: covered by one above */
} Contents;

/* Words that agencies' names begin with; a test of looks, not the parser's lexicon. */
static gboolean
begins_like_agency (const char *folded)
{
  static const char *const heads[] = {
    "so ", "so,", "so:", "cac so", "ubnd", "uy ban", "cong an", "catp", "ca ", "bo ", "cac bo", "ban ",
    "cac ban", "cuc ", "chi cuc", "tong cuc", "van phong", "vp ", "vpub", "trung tam", "vien ", "toa ",
    "tand", "vksnd", "phong ", "cac phong", "hoi ", "cac hoi", "ngan hang", "buu dien", "bhxh",
    "bao hiem", "dai ", "bao ", "truong ", "cac truong", "to ", "don vi", "cac don vi", "co quan",
    "cac co quan", "thanh tra", "kho bac", "hai quan", "mttq", "mat tran", "doan ", "lien doan",
    "thue ", "cong ty", "tap doan", "ban qly", "bql", "bcd", "hdnd", "cac dia phuong", "cac xa",
    "cac quan", "quan ", "huyen ", "xa ", "phuong ", "thanh pho", "benh vien", "tinh ", "tong cong ty",
    "thuong truc", "to cong tac", "bo phan", "khoa ", "vu ", "dien luc", "stt", "sgd", "snv", "syt",
    "stp", "stc", "sxd", "skh", "snn", "sct", "bch", "bo chi huy", "lanh dao", "cn ", "chi nhanh",
  };

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    if (g_str_has_prefix (folded, heads[i]))
      return TRUE;
  return FALSE;
}

/* @head: "3" is a month below "Tháng". */
static gboolean
is_deadline (const char *head, const char *text)
{
  g_autoptr (LtDeadline) deadline = NULL;
  g_autofree char *period = strlen (text) <= 3 ? lt_import_period_dup (head, text) : NULL;

  if (strlen (text) > 160 || period != NULL)
    return period != NULL;
  deadline = lt_deadline_parse (text, NULL);
  return deadline->kind != LT_DEADLINE_UNKNOWN && deadline->kind != LT_DEADLINE_EMPTY;
}

static Contents
look_at (const LtImportSheet *self, guint column)
{
  Contents contents = { 0 };
  guint n_rows = 0;

  for (guint row = self->body; row < self->n_rows && contents.n_filled < SAMPLE_MAX; row++)
    {
      const char *text = lt_import_sheet_get_own (self, row, column);
      g_autofree char *folded = NULL;
      LtImportNumber number;
      LtState state;
      gboolean exact;
      int percent;

      if (lt_table_get_row_role (self->table, row) == LT_ROW_PARAGRAPH)
        continue;
      n_rows++;
      contents.merged += lt_import_sheet_is_covered (self, row, column) ? 1 : 0;
      /* Words alone in a row head others; they say nothing of their column. */
      if (*text == '\0' || (self->n_columns > 2 && lt_import_sheet_count_own (self, row, NULL) == 1))
        continue;
      contents.n_filled++;
      folded = lt_text_dup_folded (text);
      contents.length += (double) g_utf8_strlen (text, -1);
      contents.numbers += strlen (text) < 48 && lt_import_number_read (text, &number) ? 1 : 0;
      contents.deadlines += is_deadline (self->heads[column], text) ? 1 : 0;
      contents.agencies += begins_like_agency (folded) && strlen (text) < 400 ? 1 : 0;
      contents.ticks += lt_import_is_tick (text) ? 1 : 0;
      contents.states += lt_import_progress_read_state (lt_table_get_cell (self->table, row, column), &state,
                                                        &exact) ? 1 : 0;
      contents.percents += lt_import_progress_read_percent (lt_table_get_cell (self->table, row, column),
                                                            &percent) ? 1 : 0;
    }
  if (contents.n_filled > 0)
    {
      contents.numbers /= contents.n_filled;
      contents.deadlines /= contents.n_filled;
      contents.agencies /= contents.n_filled;
      contents.length /= contents.n_filled;
      contents.ticks /= contents.n_filled;
      contents.states /= contents.n_filled;
      contents.percents /= contents.n_filled;
    }
  if (n_rows > 0)
    contents.merged /= n_rows;
  return contents;
}

/* Words and contents together: a heading alone may mislead ("Tiến độ" over "60 %"), and so
 * may contents ("Ngày ban hành" holds days, but no deadlines). */
static int
rate (LtImportColumn kind, guint score, const Contents *contents)
{
  int total = (int) score;

  if (contents->n_filled == 0)
    return total;
  switch (kind)
    {
    case LT_IMPORT_COLUMN_DEADLINE:
    case LT_IMPORT_COLUMN_START:
      total += (int) (contents->deadlines * 40) - (contents->deadlines < 0.2 && contents->length < 12 ? 45 : 0);
      break;
    case LT_IMPORT_COLUMN_LEAD:
    case LT_IMPORT_COLUMN_COORDINATION:
      total += (int) (contents->agencies * 30) - (contents->deadlines > 0.7 ? 60 : 0)
               - (contents->length > 200 ? 30 : 0);
      break;
    case LT_IMPORT_COLUMN_NUMBER:
      total += (int) (contents->numbers * 40) - (contents->length > 14 ? 60 : 0);
      break;
    case LT_IMPORT_COLUMN_GROUP:
    case LT_IMPORT_COLUMN_OUTCOME:
      /* Bare figures under "Mục tiêu năm 2030" are goals of a figure, not results. */
      total -= contents->numbers > 0.7 && contents->length < 8 ? 60 : 0;
      break;
    case LT_IMPORT_COLUMN_PERIOD:
    case LT_IMPORT_COLUMN_STATE:
    case LT_IMPORT_COLUMN_PERCENT:
    case LT_IMPORT_COLUMN_NOTE:
    case LT_IMPORT_COLUMN_CODE:
    case LT_IMPORT_COLUMN_NAME:
    case LT_IMPORT_N_COLUMNS:
    default:
      break;
    }
  return total;
}

static void
set_column (LtImportSheet *self, guint column, LtImportColumn kind)
{
  if (!self->columns_by_hand[column])
    self->columns[column] = kind;
}

static gboolean
head_has (const LtImportSheet *self, guint column, const char *const *words)
{
  g_autofree char *folded = lt_text_dup_folded (self->heads[column]);

  for (; *words != NULL; words++)
    if (strstr (folded, *words) != NULL)
      return TRUE;
  return FALSE;
}

/* Of several columns of one kind the surest keeps it. Returns n_columns if there is none. */
static guint
keep_best (LtImportSheet *self, LtImportColumn kind, int *ratings)
{
  static const char *const ends[] = { "thoi han", "han ", "hoan thanh", "ket thuc", NULL };
  guint best = self->n_columns;

  for (guint column = 0; column < self->n_columns; column++)
    {
      if (self->columns[column] != kind)
        continue;
      /* Of "Thời gian thực hiện" and "Thời hạn hoàn thành" the second is meant. */
      if (kind == LT_IMPORT_COLUMN_DEADLINE && head_has (self, column, ends))
        ratings[column] += END_BONUS;
      if (best == self->n_columns || (self->columns_by_hand[column] && !self->columns_by_hand[best])
          || (!self->columns_by_hand[best] && ratings[column] > ratings[best]))
        best = column;
    }
  for (guint column = 0; column < self->n_columns; column++)
    if (self->columns[column] == kind && column != best)
      set_column (self, column, LT_IMPORT_COLUMN_NOTE);
  return best;
}

/* "Mô hình | Nhiệm vụ": the left one holds several of the right one's. */
static void
settle_names (LtImportSheet *self, const Contents *contents)
{
  guint first = lt_import_sheet_find_column (self, LT_IMPORT_COLUMN_NAME, 0);
  guint outcome = lt_import_sheet_find_column (self, LT_IMPORT_COLUMN_OUTCOME, 0);
  guint group = lt_import_sheet_find_column (self, LT_IMPORT_COLUMN_GROUP, 0);

  if (first == self->n_columns && group < self->n_columns)
    {
      set_column (self, group, LT_IMPORT_COLUMN_NAME);
      first = group;
      group = lt_import_sheet_find_column (self, LT_IMPORT_COLUMN_GROUP, group + 1);
    }
  if (group < self->n_columns && group > first)
    {
      set_column (self, group, outcome == self->n_columns ? LT_IMPORT_COLUMN_OUTCOME : LT_IMPORT_COLUMN_NOTE);
      outcome = lt_import_sheet_find_column (self, LT_IMPORT_COLUMN_OUTCOME, 0);
      group = lt_import_sheet_find_column (self, LT_IMPORT_COLUMN_GROUP, 0);
    }
  for (guint column = lt_import_sheet_find_column (self, LT_IMPORT_COLUMN_NAME, first + 1);
       column < self->n_columns;
       column = lt_import_sheet_find_column (self, LT_IMPORT_COLUMN_NAME, column + 1))
    {
      gboolean fewer = contents[first].n_filled * 10 < contents[column].n_filled * 9
                       && contents[first].length < 250;
      gboolean behind = outcome < column && first < outcome;

      /* "Nhiệm vụ | Sản phẩm | Chỉ tiêu": measures of what comes of it. */
      if (behind || contents[column].n_filled * 10 < contents[first].n_filled * 6)
        {
          set_column (self, column, LT_IMPORT_COLUMN_OUTCOME);
          outcome = MIN (outcome, column);
        }
      else if (group == self->n_columns && (fewer || outcome < self->n_columns))
        {
          set_column (self, first, LT_IMPORT_COLUMN_GROUP);
          group = first;
          first = column;
        }
      else if (outcome == self->n_columns)
        {
          set_column (self, column, LT_IMPORT_COLUMN_OUTCOME);
          outcome = column;
        }
      else
        set_column (self, column, LT_IMPORT_COLUMN_NOTE);
    }
}

static gboolean
is_free (const LtImportSheet *self, guint column, const guint *scores)
{
  return !self->columns_by_hand[column] && self->columns[column] == LT_IMPORT_COLUMN_NOTE
         && scores[column] == 0;
}

/* Columns whose heading says nothing, or where there is no heading at all. */
static void
fill_by_contents (LtImportSheet *self, const Contents *contents, const guint *scores)
{
  guint longest = self->n_columns;

  for (guint column = 0; column < self->n_columns; column++)
    {
      const Contents *own = &contents[column];

      if (!is_free (self, column, scores) || own->n_filled == 0)
        continue;
      if (own->numbers > 0.7 && own->length < 8
          && lt_import_sheet_find_column (self, LT_IMPORT_COLUMN_NUMBER, 0) == self->n_columns
          && column < 2)
        set_column (self, column, LT_IMPORT_COLUMN_NUMBER);
      else if (own->deadlines > 0.6
               && lt_import_sheet_find_column (self, LT_IMPORT_COLUMN_DEADLINE, 0) == self->n_columns)
        set_column (self, column, LT_IMPORT_COLUMN_DEADLINE);
      else if (own->agencies > 0.6 && own->length < 200)
        {
          LtImportColumn kind
              = lt_import_sheet_find_column (self, LT_IMPORT_COLUMN_LEAD, 0) == self->n_columns
                    ? LT_IMPORT_COLUMN_LEAD : LT_IMPORT_COLUMN_COORDINATION;

          if (lt_import_sheet_find_column (self, kind, 0) == self->n_columns)
            set_column (self, column, kind);
        }
      /* Counts tell nothing of the work. */
      else if (own->numbers <= 0.5 && (longest == self->n_columns || own->length > contents[longest].length))
        longest = column;
    }
  if (longest < self->n_columns && is_free (self, longest, scores))
    {
      gboolean named = lt_import_sheet_find_column (self, LT_IMPORT_COLUMN_NAME, 0) < self->n_columns;
      gboolean has_outcome = lt_import_sheet_find_column (self, LT_IMPORT_COLUMN_OUTCOME, 0) < self->n_columns;

      if (!named && !has_outcome)
        set_column (self, longest, LT_IMPORT_COLUMN_NAME);
      else if (!named && longest < lt_import_sheet_find_column (self, LT_IMPORT_COLUMN_OUTCOME, 0))
        set_column (self, longest, LT_IMPORT_COLUMN_NAME);
    }
  /* With no heading at all a second long column right of the first tells the results. */
  if (self->header < self->n_rows)
    return;
  for (guint column = 0; column < self->n_columns; column++)
    {
      guint name = lt_import_sheet_find_column (self, LT_IMPORT_COLUMN_NAME, 0);

      if (name == self->n_columns || !is_free (self, column, scores) || contents[column].length < 20
          || lt_import_sheet_find_column (self, LT_IMPORT_COLUMN_OUTCOME, 0) < self->n_columns)
        continue;
      if (column > name)
        set_column (self, column, LT_IMPORT_COLUMN_OUTCOME);
      else
        {
          set_column (self, name, LT_IMPORT_COLUMN_OUTCOME);
          set_column (self, column, LT_IMPORT_COLUMN_NAME);
        }
    }
}

/* A second column of agencies beside the lead is that of those who take part. */
static void
settle_agencies (LtImportSheet *self, int *ratings)
{
  guint lead = lt_import_sheet_find_column (self, LT_IMPORT_COLUMN_LEAD, 0);
  guint next = lt_import_sheet_find_column (self, LT_IMPORT_COLUMN_LEAD, lead + 1);
  /* They do something to what comes of it, but do not take part. */
  static const char *const others[] = {
    "trinh", "tham dinh", "phe duyet", "ban hanh", "theo doi", "kiem tra", "giam sat", "nghiem thu", "quan ly", NULL,
  };

  if (next < self->n_columns
      && lt_import_sheet_find_column (self, LT_IMPORT_COLUMN_COORDINATION, 0) == self->n_columns)
    {
      g_autofree char *head = lt_text_dup_folded (self->heads[lead]);

      /* "Cơ quan chủ trì | Đơn vị thực hiện": who leads is said in words. */
      guint other = strstr (head, "chu tri") == NULL && ratings[next] > ratings[lead] + 10 ? lead : next;

      set_column (self, other, head_has (self, other, others) ? LT_IMPORT_COLUMN_NOTE : LT_IMPORT_COLUMN_COORDINATION);
      self->unknown[other] = self->header < self->n_rows;
    }
  keep_best (self, LT_IMPORT_COLUMN_LEAD, ratings);
  keep_best (self, LT_IMPORT_COLUMN_COORDINATION, ratings);
}

/* Months and quarters side by side whose cells are ticked tell when a row is due. */
static void
find_periods (LtImportSheet *self, const Contents *contents)
{
  guint n = 0;
  guint n_ticked = 0;

  for (guint column = 0; column < self->n_columns; column++)
    {
      g_autofree char *upper = g_strdup ("");
      const char *own = "";

      g_clear_pointer (&self->periods[column], g_free);
      if (self->header >= self->n_rows || (contents[column].n_filled > 0 && contents[column].ticks < 0.5))
        continue;
      for (guint row = self->header; row < self->header + self->n_header; row++)
        {
          const char *text = lt_import_sheet_get_head (self, row, column, self->header + self->n_header);

          if (*text == '\0' || text == own)
            continue;
          if (*own != '\0')
            {
              g_free (upper);
              upper = g_strdup (own);
            }
          own = text;
        }
      self->periods[column] = lt_import_period_dup (upper, own);
      n += self->periods[column] != NULL ? 1 : 0;
      n_ticked += self->periods[column] != NULL && contents[column].n_filled > 0 ? 1 : 0;
    }
  for (guint column = 0; column < self->n_columns; column++)
    if (self->periods[column] != NULL && n >= 2 && n_ticked > 0)
      set_column (self, column, LT_IMPORT_COLUMN_PERIOD);
    else if (self->columns[column] == LT_IMPORT_COLUMN_PERIOD)
      set_column (self, column, LT_IMPORT_COLUMN_NOTE);
}

/* How far the rows have come. Cells count more than headings here: "Tiến độ" may be over days,
 * shares and states. */
static void
find_progress (LtImportSheet *self, const Contents *contents, int *ratings)
{
  static const char *const progress[] = { "tien do", "hoan thanh", NULL };
  static const char *const moments[] = { "thang ", "quy ", "nam ", "ngay ", "tuan ", NULL };

  for (guint column = 0; column < self->n_columns; column++)
    {
      const Contents *own = &contents[column];
      LtImportColumn kind = self->columns[column];
      gboolean due = kind == LT_IMPORT_COLUMN_DEADLINE && own->deadlines < 0.3;
      gboolean said = kind == LT_IMPORT_COLUMN_STATE || kind == LT_IMPORT_COLUMN_PERCENT;

      if (own->n_filled == 0 || !(said || due || (kind == LT_IMPORT_COLUMN_NOTE && !self->columns_by_hand[column])))
        continue;
      if (own->states >= 0.5)
        set_column (self, column, LT_IMPORT_COLUMN_STATE);
      else if (own->percents >= 0.5 && !(due && head_has (self, column, moments)) && (said || due || head_has (self, column, progress)))
        set_column (self, column, LT_IMPORT_COLUMN_PERCENT);
      else if (said)
        set_column (self, column, LT_IMPORT_COLUMN_NOTE);
    }
  keep_best (self, LT_IMPORT_COLUMN_STATE, ratings);
  keep_best (self, LT_IMPORT_COLUMN_PERCENT, ratings);
}

/* Where no agency leads, whoever does the work does. */
static void
find_person (LtImportSheet *self, const Contents *contents)
{
  static const char *const persons[] = {
    "nguoi thuc hien", "nguoi phu trach", "can bo phu trach", "can bo thuc hien", "nguoi chu tri",
    "nguoi chiu trach nhiem", "chuyen vien", "ca nhan", "cong chuc", "nguoi duoc giao", "nhan su", "lanh dao phu trach", NULL,
  };

  if (lt_import_sheet_find_column (self, LT_IMPORT_COLUMN_LEAD, 0) < self->n_columns)
    return;
  for (guint column = 0; column < self->n_columns; column++)
    if (self->columns[column] == LT_IMPORT_COLUMN_NOTE && !self->columns_by_hand[column]
        && contents[column].n_filled > 0 && head_has (self, column, persons))
      {
        set_column (self, column, LT_IMPORT_COLUMN_LEAD);
        return;
      }
}

/* Long words between the name and those who do it tell what is to come of it, whatever the heading
 * calls it. */
static void
find_outcome (LtImportSheet *self, const Contents *contents)
{
  guint name = lt_import_sheet_find_column (self, LT_IMPORT_COLUMN_NAME, 0);

  if (name == self->n_columns || lt_import_sheet_find_column (self, LT_IMPORT_COLUMN_OUTCOME, 0) < self->n_columns
      || self->header >= self->n_rows)
    return;
  for (guint column = name + 1; column < self->n_columns && self->columns[column] == LT_IMPORT_COLUMN_NOTE; column++)
    if (self->unknown[column] && !self->columns_by_hand[column] && contents[column].n_filled > 0
        && contents[column].length >= 10 && contents[column].numbers < 0.5)
      {
        set_column (self, column, LT_IMPORT_COLUMN_OUTCOME);
        return;
      }
}

/* The heading of the lowest line counts: "Cơ quan thực hiện" over "Chủ trì". */
static LtImportColumn
read_heading (const LtImportSheet *self, guint column, guint *score)
{
  LtImportColumn kind = lt_import_column_from_words (self->heads[column], score);

  for (guint row = self->body; self->n_header > 1 && row-- > self->header;)
    {
      const char *text = lt_import_sheet_get_text (self, row, column);
      guint own = 0;
      LtImportColumn own_kind;

      if (*text == '\0')
        continue;
      own_kind = lt_import_column_from_words (text, &own);
      if (own > 0 && own_kind != LT_IMPORT_COLUMN_NOTE)
        {
          *score = MAX (*score, own);
          return own_kind;
        }
      break;
    }
  return kind;
}

void
lt_import_sheet_name_columns (LtImportSheet *self)
{
  g_autofree Contents *contents = g_new0 (Contents, self->n_columns + 1);
  g_autofree guint *scores = g_new0 (guint, self->n_columns + 1);
  g_autofree int *ratings = g_new0 (int, self->n_columns + 1);
  gboolean headed = self->header < self->n_rows;

  for (guint column = 0; column < self->n_columns; column++)
    {
      LtImportColumn kind = LT_IMPORT_COLUMN_NOTE;

      contents[column] = look_at (self, column);
      if (headed)
        kind = read_heading (self, column, &scores[column]);
      self->said[column] = kind;
      /* Words found in a longer heading only may mean something else. */
      self->unknown[column] = headed
                              && (scores[column] == 0
                                  || (kind == LT_IMPORT_COLUMN_NOTE && scores[column] < LT_IMPORT_SCORE_WHOLE));
      /* A heading merged over the numbers of sub-rows and their words. */
      if (kind == LT_IMPORT_COLUMN_NAME && contents[column].numbers > 0.7
          && contents[column].length < 8)
        kind = LT_IMPORT_COLUMN_NUMBER;
      ratings[column] = rate (kind, scores[column], &contents[column]);
      set_column (self, column, ratings[column] > 0 ? kind : LT_IMPORT_COLUMN_NOTE);
    }
  /* The second half of a heading merged over two columns. */
  for (guint column = 1; headed && column < self->n_columns; column++)
    if (self->columns[column] == self->columns[column - 1] && contents[column].n_filled == 0
        && self->columns[column] != LT_IMPORT_COLUMN_NUMBER)
      set_column (self, column, LT_IMPORT_COLUMN_NOTE);
  find_periods (self, contents);
  find_progress (self, contents, ratings);
  settle_agencies (self, ratings);
  keep_best (self, LT_IMPORT_COLUMN_DEADLINE, ratings);
  keep_best (self, LT_IMPORT_COLUMN_START, ratings);
  keep_best (self, LT_IMPORT_COLUMN_CODE, ratings);
  settle_names (self, contents);
  fill_by_contents (self, contents, scores);
  find_person (self, contents);
  find_outcome (self, contents);
  if (lt_import_sheet_find_column (self, LT_IMPORT_COLUMN_DEADLINE, 0) == self->n_columns)
    {
      guint start = lt_import_sheet_find_column (self, LT_IMPORT_COLUMN_START, 0);

      if (start < self->n_columns)
        set_column (self, start, LT_IMPORT_COLUMN_DEADLINE);
    }
}
