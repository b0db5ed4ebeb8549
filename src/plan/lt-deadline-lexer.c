/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "plan/lt-deadline-private.h"
#include "text/lt-text.h"

#define MAX_SYLLABLES 5
#define MAX_SYLLABLE_BYTES 32
#define LOOKAHEAD 8

typedef struct {
  const char *words;
  LtDeadlineWord word;
  int value;
} Lexeme;

/* The longest one that fits is taken, so a phrase that only looks like time
 * ("đầu tư", "quy định") is here as OTHER. Where two words look alike without
 * their marks, the first is taken in a text that has none. */
static const Lexeme lexemes[] = {
  { "giờ", LT_WORD_HOUR, 0 },
  { "h", LT_WORD_HOUR, 0 },
  { "phút", LT_WORD_MINUTE, 0 },
  { "ngày", LT_WORD_DAY, 0 },
  { "ngày mùng", LT_WORD_DAY, 0 },
  { "ngày mồng", LT_WORD_DAY, 0 },
  { "mùng", LT_WORD_DAY, 0 },
  { "mồng", LT_WORD_DAY, 0 },
  { "tuần", LT_WORD_WEEK, 0 },
  { "tuần lễ", LT_WORD_WEEK, 0 },
  { "tháng", LT_WORD_MONTH, 0 },
  { "thg", LT_WORD_MONTH, 0 },
  { "quý", LT_WORD_QUARTER, 0 },
  { "quí", LT_WORD_QUARTER, 0 },
  { "năm", LT_WORD_YEAR, 0 },
  { "năm nay", LT_WORD_THIS_YEAR, 0 },
  { "năm này", LT_WORD_THIS_YEAR, 0 },
  { "năm tới", LT_WORD_THIS_YEAR, 1 },
  { "năm sau", LT_WORD_THIS_YEAR, 1 },
  { "năm tiếp theo", LT_WORD_THIS_YEAR, 1 },
  { "năm kế tiếp", LT_WORD_THIS_YEAR, 1 },
  { "tháng này", LT_WORD_THIS_MONTH, 0 },
  { "tháng tới", LT_WORD_THIS_MONTH, 1 },
  { "tháng sau", LT_WORD_THIS_MONTH, 1 },
  { "tháng tiếp theo", LT_WORD_THIS_MONTH, 1 },
  { "tháng kế tiếp", LT_WORD_THIS_MONTH, 1 },
  { "tháng liền kề", LT_WORD_THIS_MONTH, 1 },
  { "quý này", LT_WORD_THIS_QUARTER, 0 },
  { "quý tới", LT_WORD_THIS_QUARTER, 1 },
  { "quý sau", LT_WORD_THIS_QUARTER, 1 },
  { "quý tiếp theo", LT_WORD_THIS_QUARTER, 1 },
  { "quý kế tiếp", LT_WORD_THIS_QUARTER, 1 },
  { "năm học", LT_WORD_SCHOOL_YEAR, 0 },
  { "học kỳ", LT_WORD_SEMESTER, 0 },
  { "học kì", LT_WORD_SEMESTER, 0 },
  { "chủ nhật", LT_WORD_WEEKDAY, 0 },
  { "thứ hai", LT_WORD_WEEKDAY, 2 },
  { "thứ ba", LT_WORD_WEEKDAY, 3 },
  { "thứ tư", LT_WORD_WEEKDAY, 4 },
  { "thứ năm", LT_WORD_WEEKDAY, 5 },
  { "thứ sáu", LT_WORD_WEEKDAY, 6 },
  { "thứ bảy", LT_WORD_WEEKDAY, 7 },
  { "thứ", LT_WORD_ORDINAL, 0 },

  { "trước", LT_WORD_BEFORE, 0 },
  { "sau", LT_WORD_AFTER, 0 },
  { "từ", LT_WORD_FROM, 0 },
  { "bắt đầu", LT_WORD_FROM, 0 },
  { "bắt đầu từ", LT_WORD_FROM, 0 },
  { "kể từ", LT_WORD_SINCE, 0 },
  { "tính từ", LT_WORD_SINCE, 0 },
  { "tính kể từ", LT_WORD_SINCE, 0 },
  { "kể từ sau", LT_WORD_SINCE, 0 },
  { "nay", LT_WORD_NOW, 0 },
  { "bây giờ", LT_WORD_NOW, 0 },
  { "đến", LT_WORD_UNTIL, 0 },
  { "tới", LT_WORD_UNTIL, 0 },
  { "cho đến", LT_WORD_UNTIL, 0 },
  { "cho tới", LT_WORD_UNTIL, 0 },
  { "chậm nhất", LT_WORD_LATEST, 0 },
  { "muộn nhất", LT_WORD_LATEST, 0 },
  { "trễ nhất", LT_WORD_LATEST, 0 },
  { "không quá", LT_WORD_LATEST, 0 },
  { "không vượt quá", LT_WORD_LATEST, 0 },
  { "không muộn hơn", LT_WORD_LATEST, 0 },
  { "không chậm hơn", LT_WORD_LATEST, 0 },
  { "không trễ hơn", LT_WORD_LATEST, 0 },
  { "hạn cuối", LT_WORD_LATEST, 0 },
  { "hạn cuối cùng", LT_WORD_LATEST, 0 },
  { "hạn chót", LT_WORD_LATEST, 0 },
  { "trong", LT_WORD_WITHIN, 0 },
  { "trong vòng", LT_WORD_WITHIN, 0 },
  { "trong khoảng", LT_WORD_WITHIN, 0 },
  { "hết", LT_WORD_END, 0 },
  { "đầu", LT_WORD_FIRST, 0 },
  { "đầu tiên", LT_WORD_FIRST, 0 },
  { "giữa", LT_WORD_MIDDLE, 0 },
  { "cuối", LT_WORD_LAST, 0 },
  { "cuối cùng", LT_WORD_LAST, 0 },
  { "nửa", LT_WORD_HALF, 0 },
  { "còn lại", LT_WORD_REMAINING, 0 },
  { "các", LT_WORD_PLURAL, 0 },
  { "những", LT_WORD_PLURAL, 0 },
  { "cả", LT_WORD_ALL, 0 },
  { "suốt", LT_WORD_ALL, 0 },
  { "toàn", LT_WORD_ALL, 0 },
  { "trọn", LT_WORD_ALL, 0 },
  { "của", LT_WORD_OF, 0 },
  { "thuộc", LT_WORD_OF, 0 },
  { "và", LT_WORD_AND, 0 },
  { "cùng với", LT_WORD_AND, 0 },
  { "rồi", LT_WORD_AND, 0 },
  { "hoặc", LT_WORD_OR, 0 },

  { "hàng", LT_WORD_EACH, 0 },
  { "hằng", LT_WORD_EACH, 0 },
  { "mỗi", LT_WORD_EACH, 0 },
  { "từng", LT_WORD_EACH, 0 },
  { "định kỳ", LT_WORD_PERIODIC, 0 },
  { "định kì", LT_WORD_PERIODIC, 0 },
  { "thường kỳ", LT_WORD_PERIODIC, 0 },
  { "lần", LT_WORD_TIMES, 0 },
  { "thường xuyên", LT_WORD_ONGOING, 0 },
  { "liên tục", LT_WORD_ONGOING, 0 },
  { "quanh năm", LT_WORD_ONGOING, 0 },
  { "xuyên suốt", LT_WORD_ONGOING, 0 },
  { "lâu dài", LT_WORD_ONGOING, 0 },
  { "dài hạn", LT_WORD_ONGOING, 0 },
  { "duy trì", LT_WORD_ONGOING, 0 },
  { "thường trực", LT_WORD_ONGOING, 0 },
  { "không thời hạn", LT_WORD_ONGOING, 0 },
  { "vô thời hạn", LT_WORD_ONGOING, 0 },
  { "không có thời hạn", LT_WORD_ONGOING, 0 },
  { "không xác định thời hạn", LT_WORD_ONGOING, 0 },
  { "trong quá trình", LT_WORD_ONGOING, 0 },
  { "trong suốt quá trình", LT_WORD_ONGOING, 0 },
  { "suốt quá trình", LT_WORD_ONGOING, 0 },
  { "tiếp tục", LT_WORD_CONTINUE, 0 },
  { "các năm tiếp theo", LT_WORD_ONWARDS, 0 },
  { "những năm tiếp theo", LT_WORD_ONWARDS, 0 },
  { "các năm tiếp", LT_WORD_ONWARDS, 0 },
  { "các năm kế tiếp", LT_WORD_ONWARDS, 0 },
  { "những năm kế tiếp", LT_WORD_ONWARDS, 0 },
  { "các năm sau", LT_WORD_ONWARDS, 0 },
  { "những năm sau", LT_WORD_ONWARDS, 0 },
  { "các năm sau đó", LT_WORD_ONWARDS, 0 },
  { "những năm sau đó", LT_WORD_ONWARDS, 0 },
  { "các năm tới", LT_WORD_ONWARDS, 0 },
  { "những năm tới", LT_WORD_ONWARDS, 0 },
  { "các giai đoạn tiếp theo", LT_WORD_ONWARDS, 0 },
  { "giai đoạn tiếp theo", LT_WORD_ONWARDS, 0 },
  { "thời gian tiếp theo", LT_WORD_ONWARDS, 0 },
  { "thời gian tới", LT_WORD_ONWARDS, 0 },
  { "các tháng tiếp theo", LT_WORD_ONWARDS, 0 },
  { "các quý tiếp theo", LT_WORD_ONWARDS, 0 },
  { "trở đi", LT_WORD_ONWARDS, 0 },
  { "trở về sau", LT_WORD_ONWARDS, 0 },
  { "về sau", LT_WORD_ONWARDS, 0 },

  { "theo", LT_WORD_BY, 0 },
  { "căn cứ", LT_WORD_BY, 0 },
  { "đảm bảo", LT_WORD_BY, 0 },
  { "bảo đảm", LT_WORD_BY, 0 },
  { "khi", LT_WORD_EVENT, 0 },
  { "sau khi", LT_WORD_EVENT, 0 },
  { "trước khi", LT_WORD_EVENT, 0 },
  { "đến khi", LT_WORD_EVENT, 0 },
  { "cho đến khi", LT_WORD_EVENT, 0 },
  { "từ khi", LT_WORD_EVENT, 0 },
  { "kể từ khi", LT_WORD_EVENT, 0 },
  { "tuỳ", LT_WORD_EVENT, 0 },
  { "tuỳ thuộc", LT_WORD_EVENT, 0 },
  { "phụ thuộc", LT_WORD_EVENT, 0 },
  { "kịp thời", LT_WORD_EVENT, 0 },
  { "đột xuất", LT_WORD_EVENT, 0 },
  { "phát sinh", LT_WORD_EVENT, 0 },
  { "dịp", LT_WORD_EVENT, 0 },
  { "kỳ họp", LT_WORD_EVENT, 0 },
  { "lập tức", LT_WORD_EVENT, 0 },
  { "ngay", LT_WORD_EVENT, 0 },
  { "ngay sau khi", LT_WORD_EVENT, 0 },
  { "ngay khi", LT_WORD_EVENT, 0 },
  { "ngay sau", LT_WORD_EVENT, 0 },
  { "tầm nhìn", LT_WORD_OUTLOOK, 0 },
  { "định hướng", LT_WORD_OUTLOOK, 0 },
  { "làm việc", LT_WORD_WORKING, 0 },
  { "hoàn thành", LT_WORD_COMPLETE, 0 },
  { "hoàn tất", LT_WORD_COMPLETE, 0 },
  { "xong", LT_WORD_COMPLETE, 0 },
  { "kết thúc", LT_WORD_COMPLETE, 0 },
  { "ký", LT_WORD_ISSUED, 0 },
  { "ban hành", LT_WORD_ISSUED, 0 },
  { "có hiệu lực", LT_WORD_ISSUED, 0 },
  { "phê duyệt", LT_WORD_ISSUED, 0 },
  { "kế hoạch", LT_WORD_PLAN, 0 },
  { "nghị quyết", LT_WORD_DOCUMENT, 0 },
  { "nghị định", LT_WORD_DOCUMENT, 0 },
  { "quyết định", LT_WORD_DOCUMENT, 0 },
  { "thông tư", LT_WORD_DOCUMENT, 0 },
  { "thông báo", LT_WORD_DOCUMENT, 0 },
  { "công văn", LT_WORD_DOCUMENT, 0 },
  { "văn bản", LT_WORD_DOCUMENT, 0 },
  { "chỉ thị", LT_WORD_DOCUMENT, 0 },
  { "kết luận", LT_WORD_DOCUMENT, 0 },
  { "hướng dẫn", LT_WORD_DOCUMENT, 0 },
  { "chương trình", LT_WORD_DOCUMENT, 0 },
  { "đề án", LT_WORD_DOCUMENT, 0 },
  { "dự án", LT_WORD_DOCUMENT, 0 },
  { "quy chế", LT_WORD_DOCUMENT, 0 },
  { "quy định", LT_WORD_DOCUMENT, 0 },
  { "hợp đồng", LT_WORD_DOCUMENT, 0 },
  { "tờ trình", LT_WORD_DOCUMENT, 0 },
  { "luật", LT_WORD_DOCUMENT, 0 },
  { "này", LT_WORD_THIS, 0 },
  { "số", LT_WORD_NUMBERED, 0 },
  { "là", LT_WORD_FILLER, 0 },
  { "vào", LT_WORD_FILLER, 0 },
  { "khoảng", LT_WORD_FILLER, 0 },
  { "dự kiến", LT_WORD_FILLER, 0 },
  { "phấn đấu", LT_WORD_FILLER, 0 },
  { "lúc", LT_WORD_FILLER, 0 },
  { "mốc", LT_WORD_FILLER, 0 },
  { "hạn", LT_WORD_FILLER, 0 },
  { "thời hạn", LT_WORD_FILLER, 0 },
  { "thời điểm", LT_WORD_FILLER, 0 },
  { "thời gian", LT_WORD_FILLER, 0 },
  { "giai đoạn", LT_WORD_FILLER, 0 },
  { "thời kỳ", LT_WORD_FILLER, 0 },
  { "nhiệm kỳ", LT_WORD_FILLER, 0 },
  { "cùng", LT_WORD_FILLER, 0 },

  { "một", LT_WORD_NUMBER, 1 },
  { "hai", LT_WORD_NUMBER, 2 },
  { "ba", LT_WORD_NUMBER, 3 },
  { "bốn", LT_WORD_NUMBER, 4 },
  { "tư", LT_WORD_NUMBER, 4 },
  { "sáu", LT_WORD_NUMBER, 6 },
  { "bảy", LT_WORD_NUMBER, 7 },
  { "tám", LT_WORD_NUMBER, 8 },
  { "chín", LT_WORD_NUMBER, 9 },
  { "mười", LT_WORD_NUMBER, 10 },
  { "mười một", LT_WORD_NUMBER, 11 },
  { "mười hai", LT_WORD_NUMBER, 12 },
  { "mười lăm", LT_WORD_NUMBER, 15 },
  { "hai mươi", LT_WORD_NUMBER, 20 },
  { "ba mươi", LT_WORD_NUMBER, 30 },
  { "giêng", LT_WORD_NUMBER, 1 },
  { "chạp", LT_WORD_NUMBER, 12 },

  { "đầu tư", LT_WORD_OTHER, 0 },
  { "đầu mối", LT_WORD_OTHER, 0 },
  { "bước đầu", LT_WORD_OTHER, 0 },
  { "lần đầu", LT_WORD_OTHER, 0 },
  { "sau đây", LT_WORD_OTHER, 0 },
  { "sau đó", LT_WORD_OTHER, 0 },
  { "như sau", LT_WORD_OTHER, 0 },
  { "trước đó", LT_WORD_OTHER, 0 },
  { "trước đây", LT_WORD_OTHER, 0 },
  { "trước mắt", LT_WORD_OTHER, 0 },
  { "trong đó", LT_WORD_OTHER, 0 },
  { "đến nay", LT_WORD_OTHER, 0 },
  { "hiện nay", LT_WORD_OTHER, 0 },
  { "liên quan đến", LT_WORD_OTHER, 0 },
  { "tất cả", LT_WORD_OTHER, 0 },
  { "cả nước", LT_WORD_OTHER, 0 },
  { "toàn bộ", LT_WORD_OTHER, 0 },
  { "toàn quốc", LT_WORD_OTHER, 0 },
  { "ngân hàng", LT_WORD_OTHER, 0 },
  { "khách hàng", LT_WORD_OTHER, 0 },
  { "quy trình", LT_WORD_OTHER, 0 },
  { "quy hoạch", LT_WORD_OTHER, 0 },
  { "việt nam", LT_WORD_OTHER, 0 },
  { "tư pháp", LT_WORD_OTHER, 0 },
};

/* One for texts with Vietnamese marks and one for texts typed without. */
typedef struct {
  GHashTable *syllables; /* text -> number from 1 */
  GArray *phrases;       /* (element-type Phrase), grouped by first syllable */
  GArray *first;         /* by syllable: place of its group in phrases */
} Lexicon;

typedef struct {
  guint16 syllables[MAX_SYLLABLES]; /* 0 behind the last */
  guint16 n;
  const Lexeme *lexeme;
} Phrase;

/* A word before phrases are put together. */
typedef struct {
  const char *text;
  gsize length;
  gboolean gap;
  gboolean new_line;
} Piece;

static guint16
intern_syllable (Lexicon *lexicon, const char *syllable)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (lexicon->syllables, syllable));

  if (number == 0)
    {
      number = g_hash_table_size (lexicon->syllables) + 1;
      g_hash_table_insert (lexicon->syllables, g_strdup (syllable), GUINT_TO_POINTER (number));
    }
  return (guint16) number;
}

/* By first syllable, then the longest first, then as in the table. */
static int
compare_phrases (gconstpointer a, gconstpointer b)
{
  const Phrase *first = a;
  const Phrase *second = b;

  if (first->syllables[0] != second->syllables[0])
    return (int) first->syllables[0] - (int) second->syllables[0];
  if (first->n != second->n)
    return (int) second->n - (int) first->n;
  return first->lexeme < second->lexeme ? -1 : 1;
}

static Lexicon *
create_lexicon (char *(*normalize) (const char *text))
{
  Lexicon *lexicon = g_new0 (Lexicon, 1);

  lexicon->syllables = g_hash_table_new (g_str_hash, g_str_equal);
  lexicon->phrases = g_array_new (FALSE, FALSE, sizeof (Phrase));
  for (guint i = 0; i < G_N_ELEMENTS (lexemes); i++)
    {
      g_autofree char *words = normalize (lexemes[i].words);
      g_auto (GStrv) syllables = g_strsplit (words, " ", MAX_SYLLABLES);
      Phrase phrase = { .lexeme = &lexemes[i] };

      for (; syllables[phrase.n] != NULL; phrase.n++)
        phrase.syllables[phrase.n] = intern_syllable (lexicon, syllables[phrase.n]);
      g_array_append_val (lexicon->phrases, phrase);
    }
  g_array_sort (lexicon->phrases, compare_phrases);

  lexicon->first = g_array_sized_new (FALSE, TRUE, sizeof (guint16), 256);
  g_array_set_size (lexicon->first, g_hash_table_size (lexicon->syllables) + 1);
  for (guint i = lexicon->phrases->len; i-- > 0;)
    {
      guint16 syllable = g_array_index (lexicon->phrases, Phrase, i).syllables[0];

      g_array_index (lexicon->first, guint16, syllable) = (guint16) (i + 1);
    }
  return lexicon;
}

static const Lexicon *
get_lexicon (gboolean marked)
{
  static Lexicon *lexicons[2];
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      lexicons[FALSE] = create_lexicon (lt_text_dup_folded);
      lexicons[TRUE] = create_lexicon (lt_text_dup_match_key);
      g_once_init_leave (&ready, 1);
    }
  return lexicons[marked];
}

static guint16
find_syllable (const Lexicon *lexicon, const Piece *piece)
{
  char text[MAX_SYLLABLE_BYTES];

  if (piece->length >= sizeof text)
    return 0;
  memcpy (text, piece->text, piece->length);
  text[piece->length] = '\0';
  return (guint16) GPOINTER_TO_UINT (g_hash_table_lookup (lexicon->syllables, text));
}

/* The longest phrase of the lexicon that begins at @pieces, or NULL. */
static const Phrase *
find_phrase (const Lexicon *lexicon, const Piece *pieces, guint n_pieces)
{
  guint16 syllables[MAX_SYLLABLES] = { 0 };
  guint place;

  for (guint i = 0; i < MIN (n_pieces, MAX_SYLLABLES); i++)
    {
      syllables[i] = g_ascii_isdigit (*pieces[i].text) ? 0 : find_syllable (lexicon, &pieces[i]);
      if (syllables[i] == 0 || (i > 0 && !pieces[i].gap))
        {
          syllables[i] = 0;
          break;
        }
    }
  place = g_array_index (lexicon->first, guint16, syllables[0]);
  if (syllables[0] == 0 || place == 0)
    return NULL;
  for (guint i = place - 1; i < lexicon->phrases->len; i++)
    {
      const Phrase *phrase = &g_array_index (lexicon->phrases, Phrase, i);

      if (phrase->syllables[0] != syllables[0])
        break;
      if (memcmp (phrase->syllables, syllables, phrase->n * sizeof *syllables) == 0)
        return phrase;
    }
  return NULL;
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
append_word (GArray *tokens, const Lexicon *lexicon, const Piece *pieces, guint n_pieces)
{
  LtDeadlineToken token = {
    .word = LT_WORD_OTHER,
    .gap = pieces->gap,
    .new_line = pieces->new_line,
    .vowels = has_vowel (pieces),
  };
  const Phrase *phrase = find_phrase (lexicon, pieces, n_pieces);
  guint taken = 1;
  int quarter;

  if (phrase != NULL)
    {
      token.word = phrase->lexeme->word;
      token.value = phrase->lexeme->value;
      taken = phrase->n;
    }
  else if ((token.value = parse_roman (pieces->text, pieces->length)) != 0)
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

static gboolean
is_word_char (gunichar c)
{
  return g_unichar_isalpha (c) || g_unichar_ismark (c);
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
      else if (is_word_char (g_utf8_get_char (p)))
        while (is_word_char (g_utf8_get_char (p)))
          p = g_utf8_next_char (p);
      else
        p = g_utf8_next_char (p);
      piece.length = (gsize) (p - piece.text);
      g_array_append_val (pieces, piece);
      new_line = FALSE;
    }
}

static gboolean
has_marks (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if ((guchar) *p >= 0x80 && is_word_char (g_utf8_get_char (p)))
        return TRUE;
    }
  return FALSE;
}

GArray *
_lt_deadline_tokenize (const char *text)
{
  GArray *tokens = g_array_sized_new (FALSE, TRUE, sizeof (LtDeadlineToken), 32);
  g_autoptr (GArray) pieces = g_array_sized_new (FALSE, FALSE, sizeof (Piece), 32);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  gboolean marked = FALSE;
  const Piece *all;
  const Lexicon *lexicon;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *key = lt_text_dup_match_key (lines[i]);

      g_free (lines[i]);
      lines[i] = key;
      marked |= has_marks (key);
      append_pieces (pieces, key);
    }
  lexicon = get_lexicon (marked);
  all = (const Piece *) (gpointer) pieces->data;
  for (guint i = 0; i < pieces->len;)
    {
      const Piece *piece = &all[i];
      LtDeadlineToken token;

      if (is_word_char (g_utf8_get_char (piece->text)))
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
