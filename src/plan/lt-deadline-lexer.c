/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "plan/lt-deadline-private.h"
#include "plan/lt-lexicon-private.h"
#include "text/lt-text.h"

#define LOOKAHEAD 8

/* Numbers carry their value, other words what lt-deadline-private.h says. */
#define VALUE_SHIFT 8

/* The longest one that fits is taken, so a phrase that only looks like time
 * ("đầu tư", "quy định") is here as OTHER. Where two words look alike without
 * their marks, the first is taken in a text that has none. */
static const LtLexiconEntry lexemes[] = {
  { "giờ", LT_WORD_HOUR },
  { "h", LT_WORD_HOUR },
  { "phút", LT_WORD_MINUTE },
  { "ngày", LT_WORD_DAY },
  { "ngày mùng", LT_WORD_DAY },
  { "ngày mồng", LT_WORD_DAY },
  { "mùng", LT_WORD_DAY },
  { "mồng", LT_WORD_DAY },
  { "tuần", LT_WORD_WEEK },
  { "tuần lễ", LT_WORD_WEEK },
  { "tháng", LT_WORD_MONTH },
  { "thg", LT_WORD_MONTH },
  { "quý", LT_WORD_QUARTER },
  { "quí", LT_WORD_QUARTER },
  { "năm", LT_WORD_YEAR },
  { "năm nay", LT_WORD_THIS_YEAR },
  { "năm này", LT_WORD_THIS_YEAR },
  { "năm tới", LT_WORD_THIS_YEAR | 1 << VALUE_SHIFT },
  { "năm sau", LT_WORD_THIS_YEAR | 1 << VALUE_SHIFT },
  { "năm tiếp theo", LT_WORD_THIS_YEAR | 1 << VALUE_SHIFT },
  { "năm kế tiếp", LT_WORD_THIS_YEAR | 1 << VALUE_SHIFT },
  { "tháng này", LT_WORD_THIS_MONTH },
  { "tháng tới", LT_WORD_THIS_MONTH | 1 << VALUE_SHIFT },
  { "tháng sau", LT_WORD_THIS_MONTH | 1 << VALUE_SHIFT },
  { "tháng tiếp theo", LT_WORD_THIS_MONTH | 1 << VALUE_SHIFT },
  { "tháng kế tiếp", LT_WORD_THIS_MONTH | 1 << VALUE_SHIFT },
  { "tháng liền kề", LT_WORD_THIS_MONTH | 1 << VALUE_SHIFT },
  { "quý này", LT_WORD_THIS_QUARTER },
  { "quý tới", LT_WORD_THIS_QUARTER | 1 << VALUE_SHIFT },
  { "quý sau", LT_WORD_THIS_QUARTER | 1 << VALUE_SHIFT },
  { "quý tiếp theo", LT_WORD_THIS_QUARTER | 1 << VALUE_SHIFT },
  { "quý kế tiếp", LT_WORD_THIS_QUARTER | 1 << VALUE_SHIFT },
  { "năm học", LT_WORD_SCHOOL_YEAR },
  { "học kỳ", LT_WORD_SEMESTER },
  { "học kì", LT_WORD_SEMESTER },
  { "chủ nhật", LT_WORD_WEEKDAY },
  { "thứ hai", LT_WORD_WEEKDAY | 2 << VALUE_SHIFT },
  { "thứ ba", LT_WORD_WEEKDAY | 3 << VALUE_SHIFT },
  { "thứ tư", LT_WORD_WEEKDAY | 4 << VALUE_SHIFT },
  { "thứ năm", LT_WORD_WEEKDAY | 5 << VALUE_SHIFT },
  { "thứ sáu", LT_WORD_WEEKDAY | 6 << VALUE_SHIFT },
  { "thứ bảy", LT_WORD_WEEKDAY | 7 << VALUE_SHIFT },
  { "thứ", LT_WORD_ORDINAL },

  { "trước", LT_WORD_BEFORE },
  { "sau", LT_WORD_AFTER },
  { "từ", LT_WORD_FROM },
  { "bắt đầu", LT_WORD_FROM },
  { "bắt đầu từ", LT_WORD_FROM },
  { "kể từ", LT_WORD_SINCE },
  { "tính từ", LT_WORD_SINCE },
  { "tính kể từ", LT_WORD_SINCE },
  { "kể từ sau", LT_WORD_SINCE },
  { "nay", LT_WORD_NOW },
  { "bây giờ", LT_WORD_NOW },
  { "đến", LT_WORD_UNTIL },
  { "tới", LT_WORD_UNTIL },
  { "cho đến", LT_WORD_UNTIL },
  { "cho tới", LT_WORD_UNTIL },
  { "chậm nhất", LT_WORD_LATEST },
  { "muộn nhất", LT_WORD_LATEST },
  { "trễ nhất", LT_WORD_LATEST },
  { "không quá", LT_WORD_LATEST },
  { "không vượt quá", LT_WORD_LATEST },
  { "không muộn hơn", LT_WORD_LATEST },
  { "không chậm hơn", LT_WORD_LATEST },
  { "không trễ hơn", LT_WORD_LATEST },
  { "hạn cuối", LT_WORD_LATEST },
  { "hạn cuối cùng", LT_WORD_LATEST },
  { "hạn chót", LT_WORD_LATEST },
  { "trong", LT_WORD_WITHIN },
  { "trong vòng", LT_WORD_WITHIN },
  { "trong khoảng", LT_WORD_WITHIN },
  { "hết", LT_WORD_END },
  { "đầu", LT_WORD_FIRST },
  { "đầu tiên", LT_WORD_FIRST },
  { "giữa", LT_WORD_MIDDLE },
  { "cuối", LT_WORD_LAST },
  { "cuối cùng", LT_WORD_LAST },
  { "nửa", LT_WORD_HALF },
  { "còn lại", LT_WORD_REMAINING },
  { "các", LT_WORD_PLURAL },
  { "những", LT_WORD_PLURAL },
  { "cả", LT_WORD_ALL },
  { "suốt", LT_WORD_ALL },
  { "toàn", LT_WORD_ALL },
  { "trọn", LT_WORD_ALL },
  { "của", LT_WORD_OF },
  { "thuộc", LT_WORD_OF },
  { "và", LT_WORD_AND },
  { "cùng với", LT_WORD_AND },
  { "rồi", LT_WORD_AND },
  { "hoặc", LT_WORD_OR },

  { "hàng", LT_WORD_EACH },
  { "hằng", LT_WORD_EACH },
  { "mỗi", LT_WORD_EACH },
  { "từng", LT_WORD_EACH },
  { "định kỳ", LT_WORD_PERIODIC },
  { "định kì", LT_WORD_PERIODIC },
  { "thường kỳ", LT_WORD_PERIODIC },
  { "lần", LT_WORD_TIMES },
  { "thường xuyên", LT_WORD_ONGOING },
  { "liên tục", LT_WORD_ONGOING },
  { "quanh năm", LT_WORD_ONGOING },
  { "xuyên suốt", LT_WORD_ONGOING },
  { "lâu dài", LT_WORD_ONGOING },
  { "dài hạn", LT_WORD_ONGOING },
  { "duy trì", LT_WORD_ONGOING },
  { "thường trực", LT_WORD_ONGOING },
  { "không thời hạn", LT_WORD_ONGOING },
  { "vô thời hạn", LT_WORD_ONGOING },
  { "không có thời hạn", LT_WORD_ONGOING },
  { "không xác định thời hạn", LT_WORD_ONGOING },
  { "trong quá trình", LT_WORD_ONGOING },
  { "trong suốt quá trình", LT_WORD_ONGOING },
  { "suốt quá trình", LT_WORD_ONGOING },
  { "tiếp tục", LT_WORD_CONTINUE },
  { "các năm tiếp theo", LT_WORD_ONWARDS },
  { "những năm tiếp theo", LT_WORD_ONWARDS },
  { "các năm tiếp", LT_WORD_ONWARDS },
  { "các năm kế tiếp", LT_WORD_ONWARDS },
  { "những năm kế tiếp", LT_WORD_ONWARDS },
  { "các năm sau", LT_WORD_ONWARDS },
  { "những năm sau", LT_WORD_ONWARDS },
  { "các năm sau đó", LT_WORD_ONWARDS },
  { "những năm sau đó", LT_WORD_ONWARDS },
  { "các năm tới", LT_WORD_ONWARDS },
  { "những năm tới", LT_WORD_ONWARDS },
  { "các giai đoạn tiếp theo", LT_WORD_ONWARDS },
  { "giai đoạn tiếp theo", LT_WORD_ONWARDS },
  { "thời gian tiếp theo", LT_WORD_ONWARDS },
  { "thời gian tới", LT_WORD_ONWARDS },
  { "các tháng tiếp theo", LT_WORD_ONWARDS },
  { "các quý tiếp theo", LT_WORD_ONWARDS },
  { "trở đi", LT_WORD_ONWARDS },
  { "trở về sau", LT_WORD_ONWARDS },
  { "về sau", LT_WORD_ONWARDS },

  { "theo", LT_WORD_BY },
  { "căn cứ", LT_WORD_BY },
  { "đảm bảo", LT_WORD_BY },
  { "bảo đảm", LT_WORD_BY },
  { "báo cáo", LT_WORD_REPORT },
  { "khi", LT_WORD_EVENT },
  { "sau khi", LT_WORD_EVENT },
  { "trước khi", LT_WORD_EVENT },
  { "đến khi", LT_WORD_EVENT },
  { "cho đến khi", LT_WORD_EVENT },
  { "từ khi", LT_WORD_EVENT },
  { "kể từ khi", LT_WORD_EVENT },
  { "tuỳ", LT_WORD_EVENT },
  { "tuỳ thuộc", LT_WORD_EVENT },
  { "phụ thuộc", LT_WORD_EVENT },
  { "kịp thời", LT_WORD_EVENT },
  { "đột xuất", LT_WORD_EVENT },
  { "phát sinh", LT_WORD_EVENT },
  { "dịp", LT_WORD_EVENT },
  { "kỳ họp", LT_WORD_EVENT },
  { "lập tức", LT_WORD_EVENT },
  { "ngay", LT_WORD_EVENT | 1 << VALUE_SHIFT },
  { "ngay sau khi", LT_WORD_EVENT },
  { "ngay khi", LT_WORD_EVENT },
  { "ngay sau", LT_WORD_EVENT },
  { "tầm nhìn", LT_WORD_OUTLOOK },
  { "định hướng", LT_WORD_OUTLOOK },
  { "làm việc", LT_WORD_WORKING },
  { "hoàn thành", LT_WORD_COMPLETE },
  { "hoàn tất", LT_WORD_COMPLETE },
  { "xong", LT_WORD_COMPLETE },
  { "kết thúc", LT_WORD_COMPLETE },
  { "ký", LT_WORD_ISSUED },
  { "ban hành", LT_WORD_ISSUED },
  { "có hiệu lực", LT_WORD_ISSUED },
  { "phê duyệt", LT_WORD_ISSUED },
  { "kế hoạch", LT_WORD_PLAN },
  { "nghị quyết", LT_WORD_DOCUMENT },
  { "nghị định", LT_WORD_DOCUMENT },
  { "quyết định", LT_WORD_DOCUMENT },
  { "thông tư", LT_WORD_DOCUMENT },
  { "thông báo", LT_WORD_DOCUMENT },
  { "công văn", LT_WORD_DOCUMENT },
  { "văn bản", LT_WORD_DOCUMENT },
  { "chỉ thị", LT_WORD_DOCUMENT },
  { "kết luận", LT_WORD_DOCUMENT },
  { "hướng dẫn", LT_WORD_DOCUMENT },
  { "chương trình", LT_WORD_DOCUMENT },
  { "đề án", LT_WORD_DOCUMENT },
  { "dự án", LT_WORD_DOCUMENT },
  { "quy chế", LT_WORD_DOCUMENT },
  { "quy định", LT_WORD_DOCUMENT },
  { "hợp đồng", LT_WORD_DOCUMENT },
  { "tờ trình", LT_WORD_DOCUMENT },
  { "luật", LT_WORD_DOCUMENT },
  { "này", LT_WORD_THIS },
  { "số", LT_WORD_NUMBERED },
  { "là", LT_WORD_FILLER },
  { "vào", LT_WORD_FILLER },
  { "khoảng", LT_WORD_FILLER },
  { "dự kiến", LT_WORD_FILLER },
  { "phấn đấu", LT_WORD_FILLER },
  { "lúc", LT_WORD_FILLER },
  { "mốc", LT_WORD_FILLER },
  { "hạn", LT_WORD_FILLER },
  { "thời hạn", LT_WORD_FILLER },
  { "thời điểm", LT_WORD_FILLER },
  { "thời gian", LT_WORD_FILLER },
  { "giai đoạn", LT_WORD_FILLER },
  { "thời kỳ", LT_WORD_FILLER },
  { "nhiệm kỳ", LT_WORD_FILLER },
  { "cùng", LT_WORD_FILLER },

  { "một", LT_WORD_NUMBER | 1 << VALUE_SHIFT },
  { "hai", LT_WORD_NUMBER | 2 << VALUE_SHIFT },
  { "ba", LT_WORD_NUMBER | 3 << VALUE_SHIFT },
  { "bốn", LT_WORD_NUMBER | 4 << VALUE_SHIFT },
  { "tư", LT_WORD_NUMBER | 4 << VALUE_SHIFT },
  { "sáu", LT_WORD_NUMBER | 6 << VALUE_SHIFT },
  { "bảy", LT_WORD_NUMBER | 7 << VALUE_SHIFT },
  { "tám", LT_WORD_NUMBER | 8 << VALUE_SHIFT },
  { "chín", LT_WORD_NUMBER | 9 << VALUE_SHIFT },
  { "mười", LT_WORD_NUMBER | 10 << VALUE_SHIFT },
  { "mười một", LT_WORD_NUMBER | 11 << VALUE_SHIFT },
  { "mười hai", LT_WORD_NUMBER | 12 << VALUE_SHIFT },
  { "mười lăm", LT_WORD_NUMBER | 15 << VALUE_SHIFT },
  { "hai mươi", LT_WORD_NUMBER | 20 << VALUE_SHIFT },
  { "ba mươi", LT_WORD_NUMBER | 30 << VALUE_SHIFT },
  { "giêng", LT_WORD_NUMBER | 1 << VALUE_SHIFT },
  { "chạp", LT_WORD_NUMBER | 12 << VALUE_SHIFT },

  { "đầu tư", LT_WORD_OTHER },
  { "đầu mối", LT_WORD_OTHER },
  { "bước đầu", LT_WORD_OTHER },
  { "lần đầu", LT_WORD_OTHER },
  { "sau đây", LT_WORD_OTHER },
  { "sau đó", LT_WORD_OTHER },
  { "như sau", LT_WORD_OTHER },
  { "trước đó", LT_WORD_OTHER },
  { "trước đây", LT_WORD_OTHER },
  { "trước mắt", LT_WORD_OTHER },
  { "trong đó", LT_WORD_OTHER },
  { "đến nay", LT_WORD_OTHER },
  { "hiện nay", LT_WORD_OTHER },
  { "liên quan đến", LT_WORD_OTHER },
  { "tất cả", LT_WORD_OTHER },
  { "cả nước", LT_WORD_OTHER },
  { "toàn bộ", LT_WORD_OTHER },
  { "toàn quốc", LT_WORD_OTHER },
  { "ngân hàng", LT_WORD_OTHER },
  { "khách hàng", LT_WORD_OTHER },
  { "quy trình", LT_WORD_OTHER },
  { "quy hoạch", LT_WORD_OTHER },
  { "việt nam", LT_WORD_OTHER },
  { "tư pháp", LT_WORD_OTHER },
  { NULL, 0 },
};

/* A word before phrases are put together. */
typedef struct {
  const char *text;
  gsize length;
  gboolean gap;
  gboolean new_line;
} Piece;

/* One for texts with Vietnamese marks and one for texts typed without. */
static const LtLexicon *
get_lexicon (gboolean marked)
{
  static const LtLexicon *lexicons[2];
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      lexicons[FALSE] = _lt_lexicon_new (lexemes, FALSE);
      lexicons[TRUE] = _lt_lexicon_new (lexemes, TRUE);
      g_once_init_leave (&ready, 1);
    }
  return lexicons[marked];
}

/* The longest phrase that begins at @pieces; how many of them it takes. */
static guint
match_phrase (const LtLexicon *lexicon, const Piece *pieces, guint n_pieces, int *value)
{
  guint16 syllables[LT_LEXICON_MAX_SYLLABLES];
  guint n;

  for (n = 0; n < MIN (n_pieces, LT_LEXICON_MAX_SYLLABLES); n++)
    {
      if (g_ascii_isdigit (*pieces[n].text) || (n > 0 && !pieces[n].gap))
        break;
      syllables[n] = _lt_lexicon_find_syllable (lexicon, pieces[n].text, pieces[n].length);
      if (syllables[n] == 0)
        break;
    }
  return _lt_lexicon_match (lexicon, syllables, n, value);
}

/* 1 to 12; 0 if it is none. A small L is a common slip for a capital i. */
static int
parse_roman (const char *text, gsize length)
{
  static const char *const numerals[] = {
    "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii",
  };
  char roman[8];

  if (length >= sizeof roman)
    return 0;
  for (gsize i = 0; i < length; i++)
    roman[i] = text[i] == 'l' ? 'i' : text[i];
  roman[length] = '\0';
  for (guint i = 0; i < G_N_ELEMENTS (numerals); i++)
    {
      if (strcmp (roman, numerals[i]) == 0)
        return (int) i + 1;
    }
  return 0;
}

static LtDeadlineWord
classify_sign (const char *text, gboolean gap_after)
{
  switch (*text)
    {
    case '/':
      return LT_WORD_SLASH;
    case '-':
      return LT_WORD_DASH;
    case '.':
      return gap_after ? LT_WORD_STOP : LT_WORD_DOT;
    case ',':
      return LT_WORD_COMMA;
    case ';':
      return LT_WORD_SEMICOLON;
    case ':':
      return LT_WORD_COLON;
    case '(':
    case '[':
      return LT_WORD_OPEN;
    case ')':
    case ']':
      return LT_WORD_CLOSE;
    case '%':
      return LT_WORD_PERCENT;
    case '+':
      return LT_WORD_AND;
    default:
      return LT_WORD_SIGN;
    }
}

static LtDeadlineToken
make_number (const Piece *piece)
{
  LtDeadlineToken token = { .word = LT_WORD_NUMBER };

  for (gsize i = 0; i < piece->length; i++)
    token.value = MIN (token.value * 10 + (piece->text[i] - '0'), 99999);
  token.digits = (guint8) MIN (piece->length, 99);
  return token;
}

static gboolean
has_vowel (const Piece *piece)
{
  for (const char *p = piece->text; p < piece->text + piece->length; p = g_utf8_next_char (p))
    {
      if (strchr ("aeiouy", *p) != NULL || (guchar) *p >= 0x80)
        return TRUE;
    }
  return FALSE;
}

/* "QIV", "quýIV": the tone of a key stands at the end of the word. */
static gboolean
split_quarter (const Piece *piece, int *quarter)
{
  gsize length = piece->length;
  gsize head = g_str_has_prefix (piece->text, "quy") ? 3 : 1;

  while (length > 0 && (guchar) piece->text[length - 1] >= 0x80)
    length--;
  if (piece->text[0] != 'q' || length <= head)
    return FALSE;
  *quarter = parse_roman (piece->text + head, length - head);
  return *quarter != 0;
}

/* The abbreviations that need a number behind them: "T10", "Q4", "Q.IV". */
static LtDeadlineWord
classify_letter (const Piece *pieces, guint n_pieces)
{
  guint next = n_pieces > 2 && *pieces[1].text == '.' ? 2 : 1;

  if (pieces->length != 1 || n_pieces <= next || pieces[next].gap)
    return LT_WORD_OTHER;
  if (g_ascii_isdigit (*pieces[next].text)
      || parse_roman (pieces[next].text, pieces[next].length) != 0)
    {
      if (*pieces->text == 'q')
        return LT_WORD_QUARTER;
      if (*pieces->text == 't')
        return LT_WORD_MONTH;
    }
  return LT_WORD_OTHER;
}

static guint
append_word (GArray *tokens, const LtLexicon *lexicon, const Piece *pieces, guint n_pieces)
{
  LtDeadlineToken token = {
    .word = LT_WORD_OTHER,
    .gap = pieces->gap,
    .new_line = pieces->new_line,
    .vowels = has_vowel (pieces),
  };
  int value = 0;
  guint taken = match_phrase (lexicon, pieces, n_pieces, &value);
  int quarter;

  if (taken > 0)
    {
      token.word = (LtDeadlineWord) (value & ((1 << VALUE_SHIFT) - 1));
      token.value = value >> VALUE_SHIFT;
      g_array_append_val (tokens, token);
      return taken;
    }
  taken = 1;
  if ((token.value = parse_roman (pieces->text, pieces->length)) != 0)
    token.word = LT_WORD_ROMAN;
  else if ((token.word = classify_letter (pieces, n_pieces)) != LT_WORD_OTHER)
    taken = *pieces[1].text == '.' ? 2 : 1;
  else if (split_quarter (pieces, &quarter))
    {
      token.word = LT_WORD_QUARTER;
      g_array_append_val (tokens, token);
      token.gap = token.new_line = FALSE;
      token.word = LT_WORD_ROMAN;
      token.value = quarter;
    }
  g_array_append_val (tokens, token);
  return taken;
}

static void
append_pieces (GArray *pieces, const char *line)
{
  gboolean gap = TRUE;
  gboolean new_line = TRUE;

  for (const char *p = line; *p != '\0';)
    {
      Piece piece = { .text = p, .gap = gap, .new_line = new_line };

      gap = *p == ' ';
      if (gap)
        {
          p++;
          continue;
        }
      if (g_ascii_isdigit (*p))
        while (g_ascii_isdigit (*p))
          p++;
      else if (_lt_lexicon_is_letter (g_utf8_get_char (p)))
        while (_lt_lexicon_is_letter (g_utf8_get_char (p)))
          p = g_utf8_next_char (p);
      else
        p = g_utf8_next_char (p);
      piece.length = (gsize) (p - piece.text);
      g_array_append_val (pieces, piece);
      new_line = FALSE;
    }
}

GArray *
_lt_deadline_tokenize (const char *text)
{
  GArray *tokens = g_array_sized_new (FALSE, TRUE, sizeof (LtDeadlineToken), 32);
  g_autoptr (GArray) pieces = g_array_sized_new (FALSE, FALSE, sizeof (Piece), 32);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  gboolean marked = FALSE;
  const Piece *all;
  const LtLexicon *lexicon;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *key = lt_text_dup_match_key (lines[i]);

      g_free (lines[i]);
      lines[i] = key;
      marked |= _lt_lexicon_is_marked (key);
      append_pieces (pieces, key);
    }
  lexicon = get_lexicon (marked);
  all = (const Piece *) (gpointer) pieces->data;
  for (guint i = 0; i < pieces->len;)
    {
      const Piece *piece = &all[i];
      LtDeadlineToken token;

      if (_lt_lexicon_is_letter (g_utf8_get_char (piece->text)))
        {
          i += append_word (tokens, lexicon, piece, pieces->len - i);
          continue;
        }
      if (g_ascii_isdigit (*piece->text))
        token = make_number (piece);
      else
        {
          gboolean gap_after = i + 1 == pieces->len || all[i + 1].gap || all[i + 1].new_line;

          token = (LtDeadlineToken) { .word = classify_sign (piece->text, gap_after) };
        }
      token.gap = piece->gap;
      token.new_line = piece->new_line;
      g_array_append_val (tokens, token);
      i++;
    }
  /* Readers look a few tokens ahead. */
  g_array_set_size (tokens, tokens->len + LOOKAHEAD);
  return tokens;
}
